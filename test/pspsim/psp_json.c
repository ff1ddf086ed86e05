/* What the provider's bodies look like, and forms, which it takes. */
#include "test/pspsim/psp_core.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void text_keep(char *to, size_t size, struct fy_slice text)
{
    size_t kept = text.data == NULL ? 0 : text.size < size - 1 ? text.size : size - 1;

    if (kept > 0)
        memcpy(to, text.data, kept);
    to[kept] = '\0';
}

/* --- Bodies ---------------------------------------------------------------------------------- */

static struct fy_slice written(struct fy_json_out *out)
{
    struct fy_slice json = {0};

    if (!fy_json_out_done(out, &json))
        abort();
    return json;
}

static void text(struct fy_json_out *out, const char *name, const char *value)
{
    fy_json_out_member_text(
        out, name, value == NULL || value[0] == '\0' ? (struct fy_slice){0} : fy_slice_of(value));
}

static void metadata(struct fy_json_out *out, const struct psp_intent *intent, const char *refund)
{
    fy_json_out_name(out, "metadata");
    fy_json_out_object(out);
    text(out, "order", intent->order);
    text(out, "payment", intent->payment);
    if (refund != NULL)
        text(out, "refund", refund);
    fy_json_out_object_end(out);
}

static void next_action(
    struct fy_json_out *out, const struct psp *psp, const struct psp_intent *intent)
{
    char url[2 * PSP_TEXT];

    fy_json_out_name(out, "next_action");
    if (intent->status != PSP_REQUIRES_ACTION) {
        fy_json_out_null(out);
        return;
    }
    (void)snprintf(url, sizeof(url), "%s/authenticate/%s", psp->config.base_url, intent->secret);
    fy_json_out_object(out);
    text(out, "type", "redirect_to_url");
    fy_json_out_name(out, "redirect_to_url");
    fy_json_out_object(out);
    text(out, "url", url);
    text(out, "return_url", intent->return_url);
    fy_json_out_object_end(out);
    fy_json_out_object_end(out);
}

static void charge(struct fy_json_out *out, const struct psp_intent *intent)
{
    fy_json_out_name(out, "latest_charge");
    if (intent->status != PSP_REQUIRES_CAPTURE && intent->status != PSP_SUCCEEDED) {
        fy_json_out_null(out);
        return;
    }
    fy_json_out_object(out);
    text(out, "object", "charge");
    fy_json_out_member_int(out, "amount_refunded", intent->refunded);
    fy_json_out_name(out, "captured");
    fy_json_out_bool(out, intent->status == PSP_SUCCEEDED);
    fy_json_out_name(out, "payment_method_details");
    fy_json_out_object(out);
    fy_json_out_name(out, "card");
    fy_json_out_object(out);
    fy_json_out_member_int(out, "capture_before", intent->ends_ms / 1000);
    fy_json_out_object_end(out);
    fy_json_out_object_end(out);
    fy_json_out_name(out, "balance_transaction");
    if (intent->status == PSP_SUCCEEDED) {
        fy_json_out_object(out);
        text(out, "object", "balance_transaction");
        fy_json_out_member_int(out, "amount", intent->captured);
        fy_json_out_member_int(out, "fee", intent->fee);
        fy_json_out_object_end(out);
    } else {
        fy_json_out_null(out);
    }
    fy_json_out_object_end(out);
}

static void last_error(struct fy_json_out *out, const struct psp_intent *intent)
{
    fy_json_out_name(out, "last_payment_error");
    if (intent->decline[0] == '\0') {
        fy_json_out_null(out);
        return;
    }
    fy_json_out_object(out);
    text(out, "type", "card_error");
    text(out, "code",
        strcmp(intent->decline, "expired_card") == 0 ? "expired_card" : "card_declined");
    text(out, "decline_code", intent->decline);
    fy_json_out_object_end(out);
}

int64_t intent_created_s(const struct psp *psp, int index)
{
    return (intent_at(psp, index)->created_ms + psp->config.clock_off_ms) / 1000;
}

static void charge_name(struct fy_json_out *out, const struct psp_intent *intent)
{
    char name[2 * PSP_ID];

    (void)snprintf(name, sizeof(name), "ch_%s", intent->id);
    text(out, "latest_charge", intent->status == PSP_REQUIRES_ACTION ? NULL : name);
}

struct fy_slice stranger_json(const struct psp *psp, int index, struct fy_arena *arena)
{
    struct fy_json_out out;
    char id[2 * PSP_ID];

    (void)snprintf(id, sizeof(id), "stranger_%08x", (unsigned)index);
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    text(&out, "id", id);
    text(&out, "object", "payment_intent");
    fy_json_out_member_int(&out, "amount", 100);
    fy_json_out_member_int(&out, "amount_received", 0);
    fy_json_out_member_int(&out, "created", intent_created_s(psp, index));
    fy_json_out_name(&out, "metadata");
    fy_json_out_object(&out);
    fy_json_out_object_end(&out);
    text(&out, "status", "requires_confirmation");
    fy_json_out_object_end(&out);
    return written(&out);
}

struct fy_slice intent_json(const struct psp *psp, int index, bool whole, struct fy_arena *arena)
{
    const struct psp_intent *intent = intent_at(psp, index);
    struct fy_json_out out;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    text(&out, "id", intent->id);
    text(&out, "object", "payment_intent");
    fy_json_out_member_int(&out, "amount", intent->amount);
    fy_json_out_member_int(
        &out, "amount_capturable", intent->status == PSP_REQUIRES_CAPTURE ? intent->amount : 0);
    fy_json_out_member_int(&out, "amount_received", intent->captured);
    text(&out, "cancellation_reason", intent->reason);
    text(&out, "capture_method", "manual");
    text(&out, "client_secret", intent->secret);
    fy_json_out_member_int(&out, "created", intent_created_s(psp, index));
    text(&out, "currency", intent->currency);
    last_error(&out, intent);
    if (whole)
        charge(&out, intent);
    else
        charge_name(&out, intent);
    metadata(&out, intent, NULL);
    next_action(&out, psp, intent);
    text(&out, "payment_method", intent->method);
    text(&out, "status", psp_status_name(intent->status));
    fy_json_out_object_end(&out);
    return written(&out);
}

struct fy_slice refund_json(const struct psp *psp, int index, struct fy_arena *arena)
{
    const struct psp_refund *refund = refund_at(psp, index);
    const struct psp_intent *intent = intent_at(psp, refund->intent);
    struct fy_json_out out;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    text(&out, "id", refund->id);
    text(&out, "object", "refund");
    fy_json_out_member_int(&out, "amount", refund->amount);
    text(&out, "currency", intent->currency);
    metadata(&out, intent, refund->refund);
    text(&out, "payment_intent", intent->id);
    text(&out, "status", refund->failed ? "failed" : "succeeded");
    fy_json_out_object_end(&out);
    return written(&out);
}

struct fy_slice list_json(
    const char *object, const struct fy_slice *items, int count, bool more, struct fy_arena *arena)
{
    struct fy_json_out out;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    text(&out, "object", object);
    fy_json_out_name(&out, "has_more");
    fy_json_out_bool(&out, more);
    fy_json_out_name(&out, "data");
    fy_json_out_array(&out);
    for (int i = 0; i < count; i++)
        fy_json_out_json(&out, items[i]);
    fy_json_out_array_end(&out);
    fy_json_out_object_end(&out);
    return written(&out);
}

struct reply error_reply(const struct psp *psp,
    struct fy_arena *arena,
    int status,
    const char *type,
    const char *code,
    const char *decline_code,
    int intent)
{
    struct fy_json_out out;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "error");
    fy_json_out_object(&out);
    text(&out, "type", type);
    if (code != NULL)
        text(&out, "code", code);
    if (decline_code != NULL)
        text(&out, "decline_code", decline_code);
    text(&out, "message", "Said by a provider for tests.");
    if (intent >= 0) {
        fy_json_out_name(&out, "payment_intent");
        fy_json_out_json(&out, intent_json(psp, intent, false, arena));
    }
    fy_json_out_object_end(&out);
    fy_json_out_object_end(&out);
    return (struct reply){.status = status, .body = written(&out)};
}

/* --- Forms ----------------------------------------------------------------------------------- */

static int hex_of(uint8_t digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    digit |= 0x20;
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static struct fy_slice decoded(struct fy_slice coded, struct fy_arena *arena)
{
    uint8_t *text_at = fy_arena_alloc(arena, coded.size + 1);
    size_t size = 0;

    if (text_at == NULL)
        abort();
    for (size_t i = 0; i < coded.size; i++) {
        uint8_t c = coded.data[i];

        if (c == '+') {
            c = ' ';
        } else if (c == '%' && i + 2 < coded.size && hex_of(coded.data[i + 1]) >= 0 &&
                   hex_of(coded.data[i + 2]) >= 0) {
            c = (uint8_t)(hex_of(coded.data[i + 1]) * 16 + hex_of(coded.data[i + 2]));
            i += 2;
        }
        text_at[size++] = c;
    }
    return (struct fy_slice){text_at, size};
}

struct fy_slice form_text(struct fy_slice form, const char *name, struct fy_arena *arena)
{
    size_t at = 0;

    while (form.data != NULL && at < form.size) {
        const uint8_t *from = form.data + at;
        const uint8_t *end = memchr(from, '&', form.size - at);
        size_t size = end != NULL ? (size_t)(end - from) : form.size - at;
        const uint8_t *is = memchr(from, '=', size);

        at += size + 1;
        if (is == NULL)
            continue;
        if (!fy_slice_equal(
                decoded((struct fy_slice){from, (size_t)(is - from)}, arena), fy_slice_of(name)))
            continue;
        return decoded((struct fy_slice){is + 1, (size_t)(from + size - is - 1)}, arena);
    }
    return (struct fy_slice){0};
}

int64_t form_amount(
    struct fy_slice form, const char *name, int64_t otherwise, struct fy_arena *arena)
{
    struct fy_slice digits = form_text(form, name, arena);
    int64_t value = 0;

    if (digits.data == NULL)
        return otherwise;
    if (digits.size < 1 || digits.size > 8)
        return -1;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return -1;
        value = value * 10 + (digits.data[i] - '0');
    }
    return value;
}
