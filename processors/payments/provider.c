#include "processors/payments/provider.h"
#include "lib/json_pick.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LISTED_MAX = 100, STATUS_BYTES_MAX = 64 };

/* A charge's fee stands in its balance transaction, which is told only to who asks for it. */
#define EXPAND "expand%5B%5D=latest_charge.balance_transaction"

void provider_key(const char *payment,
    enum payment_step step,
    const char *refund,
    int32_t attempt,
    char ret_key[PROVIDER_KEY])
{
    uint8_t digest[FY_DIGEST_BYTES];
    char hex[2 * FY_DIGEST_BYTES + 1], numbers[32];
    struct fy_slice parts[] = {
        fy_slice_of("payments"), fy_slice_of(payment), fy_slice_of(refund), {0}};

    (void)snprintf(numbers, sizeof(numbers), "%d/%" PRId32, (int)step, attempt);
    parts[3] = fy_slice_of(numbers);
    fy_digest(parts, 4, digest);
    fy_digest_text(digest, hex);
    (void)snprintf(ret_key, PROVIDER_KEY, "fy-%s", hex);
}

/* --- What is said ---------------------------------------------------------------------------- */

static void coded(char *form, size_t size, const char *text)
{
    static const char hex[] = "0123456789ABCDEF";
    size_t at = strlen(form);

    for (; *text != '\0' && at + 4 < size; text++) {
        uint8_t c = (uint8_t)*text;
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     c == '-' || c == '_' || c == '.';

        if (plain) {
            form[at++] = (char)c;
        } else {
            form[at++] = '%';
            form[at++] = hex[c >> 4];
            form[at++] = hex[c & 15];
        }
    }
    form[at] = '\0';
}

static void put(struct provider_call *call, const char *name, const char *value)
{
    if (call->form[0] != '\0')
        (void)strncat(call->form, "&", sizeof(call->form) - strlen(call->form) - 1);
    coded(call->form, sizeof(call->form), name);
    (void)strncat(call->form, "=", sizeof(call->form) - strlen(call->form) - 1);
    coded(call->form, sizeof(call->form), value);
}

static void put_int(struct provider_call *call, const char *name, int64_t value)
{
    char text[24];

    (void)snprintf(text, sizeof(text), "%" PRId64, value);
    put(call, name, text);
}

static void path_of(struct provider_call *call, const char *ref, const char *rest)
{
    (void)snprintf(call->path, sizeof(call->path), "/v1/payment_intents/");
    coded(call->path, sizeof(call->path), ref);
    (void)strncat(call->path, rest, sizeof(call->path) - strlen(call->path) - 1);
}

static void authorise(
    const struct payment *payment, const char *return_url, struct provider_call *call)
{
    char currency[4];

    for (size_t i = 0; i < sizeof(currency); i++)
        currency[i] = (char)(payment->currency[i] | (payment->currency[i] != '\0' ? 0x20 : 0));
    (void)snprintf(call->path, sizeof(call->path), "/v1/payment_intents");
    put_int(call, "amount", payment->amount);
    put(call, "currency", currency);
    put(call, "payment_method", payment->method);
    put(call, "payment_method_types[]", "card");
    put(call, "capture_method", "manual");
    put(call, "confirm", "true");
    put(call, "expand[]", "latest_charge.balance_transaction");
    put(call, "metadata[order]", payment->order);
    put(call, "metadata[payment]", payment->payment);
    if (return_url[0] != '\0')
        put(call, "return_url", return_url);
}

void provider_call_of(
    const struct payment *payment, const char *return_url, struct provider_call *ret_call)
{
    const struct refund *refund = payment->refund >= 0 ? &payment->refunds[payment->refund] : NULL;

    *ret_call = (struct provider_call){.post = true};
    provider_key(payment->payment, payment->step, refund != NULL ? refund->id : "",
        refund != NULL ? refund->attempts : payment->attempts[payment->step], ret_call->key);
    switch (payment->step) {
    case PAYMENT_STEP_AUTHORISE:
        authorise(payment, return_url, ret_call);
        break;
    case PAYMENT_STEP_CAPTURE:
        path_of(ret_call, payment->ref, "/capture");
        put_int(ret_call, "amount_to_capture", payment->capture_amount);
        put(ret_call, "expand[]", "latest_charge.balance_transaction");
        break;
    case PAYMENT_STEP_VOID:
        path_of(ret_call, payment->ref, "/cancel");
        break;
    case PAYMENT_STEP_REFUND:
        (void)snprintf(ret_call->path, sizeof(ret_call->path), "/v1/refunds");
        put(ret_call, "payment_intent", payment->ref);
        put_int(ret_call, "amount", refund->amount);
        put(ret_call, "metadata[order]", payment->order);
        put(ret_call, "metadata[refund]", refund->id);
        break;
    }
}

void provider_retrieve(const char *ref, struct provider_call *ret_call)
{
    *ret_call = (struct provider_call){0};
    path_of(ret_call, ref, "?" EXPAND);
}

void provider_list(int64_t from_s, const char *after, struct provider_call *ret_call)
{
    *ret_call = (struct provider_call){0};
    (void)snprintf(ret_call->path, sizeof(ret_call->path),
        "/v1/payment_intents?limit=%d&created%%5Bgte%%5D=%" PRId64 "%s", PROVIDER_PAGE, from_s,
        after[0] != '\0' ? "&starting_after=" : "");
    coded(ret_call->path, sizeof(ret_call->path), after);
}

void provider_search(const struct payment *payment, struct provider_call *ret_call)
{
    char query[PAYMENT_NAME + 32];

    *ret_call = (struct provider_call){0};
    (void)snprintf(query, sizeof(query), "metadata['payment']:'%s'", payment->payment);
    (void)snprintf(ret_call->path, sizeof(ret_call->path),
        "/v1/payment_intents/search?limit=%d&query=", LISTED_MAX);
    coded(ret_call->path, sizeof(ret_call->path), query);
}

void provider_refunds(const struct payment *payment, struct provider_call *ret_call)
{
    *ret_call = (struct provider_call){0};
    (void)snprintf(
        ret_call->path, sizeof(ret_call->path), "/v1/refunds?limit=%d&payment_intent=", LISTED_MAX);
    coded(ret_call->path, sizeof(ret_call->path), payment->ref);
}

void provider_cancel(const char *ref, struct provider_call *ret_call)
{
    *ret_call = (struct provider_call){.post = true};
    path_of(ret_call, ref, "/cancel");
}

/* --- What is answered ------------------------------------------------------------------------ */

static enum intent_status status_of(struct fy_slice text)
{
    static const char *const names[] = {[INTENT_OTHER] = "",
        [INTENT_REQUIRES_PAYMENT_METHOD] = "requires_payment_method",
        [INTENT_REQUIRES_ACTION] = "requires_action",
        [INTENT_REQUIRES_CAPTURE] = "requires_capture",
        [INTENT_SUCCEEDED] = "succeeded",
        [INTENT_CANCELED] = "canceled"};

    for (size_t i = 1; i < sizeof(names) / sizeof(names[0]); i++)
        if (fy_slice_equal(text, fy_slice_of(names[i])))
            return (enum intent_status)i;
    return INTENT_OTHER;
}

bool provider_read(struct fy_slice body, struct fy_arena *arena, struct intent *ret_intent)
{
    struct fy_slice inner, status;
    struct intent intent = {0};
    int64_t before_s = 0;

    if (fy_json_pick(body, "error.payment_intent", arena, &inner))
        body = inner;
    if (!fy_json_pick_text(body, "id", PAYMENT_REF - 1, arena, &intent.ref) ||
        intent.ref.size == 0 ||
        !fy_json_pick_text(body, "status", STATUS_BYTES_MAX, arena, &status) ||
        !fy_json_pick_text(body, "metadata.payment", PAYMENT_NAME - 1, arena, &intent.payment) ||
        !fy_json_pick_int(body, "amount", arena, &intent.amount) ||
        !fy_json_pick_int(body, "amount_received", arena, &intent.received) || intent.amount < 0 ||
        intent.received < 0 || intent.received > intent.amount)
        return false;
    intent.status = status_of(status);
    (void)fy_json_pick_text(
        body, "next_action.redirect_to_url.url", PAYMENT_URL - 1, arena, &intent.url);
    if (!fy_json_pick_text(
            body, "last_payment_error.decline_code", PAYMENT_CODE - 1, arena, &intent.code) &&
        !fy_json_pick_text(body, "last_payment_error.code", PAYMENT_CODE - 1, arena, &intent.code))
        intent.code = fy_slice_of("declined");
    if (fy_json_pick_int(
            body, "latest_charge.payment_method_details.card.capture_before", arena, &before_s) &&
        before_s > 0 && before_s < INT64_MAX / 1000)
        intent.expires_ms = before_s * 1000;
    (void)fy_json_pick_int(body, "latest_charge.amount_refunded", arena, &intent.refunded);
    (void)fy_json_pick_int(body, "latest_charge.balance_transaction.fee", arena, &intent.fee);
    if (intent.fee < 0 || intent.fee > intent.received)
        intent.fee = 0;
    *ret_intent = intent;
    return true;
}

static bool elements_of(struct fy_slice body,
    struct fy_arena *arena,
    const struct fy_slice **ret_elements,
    size_t *ret_count)
{
    struct fy_slice data;
    struct fy_err err;

    return fy_json_pick(body, "data", arena, &data) && data.data[0] == '[' &&
           fy_json_elements(data, arena, LISTED_MAX, ret_elements, ret_count, &err) == FY_OK;
}

static int reached(enum intent_status status)
{
    return status == INTENT_CANCELED ? -1 : (int)status;
}

bool provider_is_further(enum intent_status one, enum intent_status two)
{
    return reached(one) > reached(two);
}

bool provider_read_search(struct fy_slice body,
    const struct payment *payment,
    struct fy_arena *arena,
    struct intent *ret_intent)
{
    const struct fy_slice *elements;
    size_t count;

    *ret_intent = (struct intent){0};
    if (!elements_of(body, arena, &elements, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct intent intent;
        bool better;

        if (!provider_read(elements[i], arena, &intent))
            return false;
        better =
            ret_intent->ref.data == NULL || provider_is_further(intent.status, ret_intent->status);
        if (better && fy_slice_equal(intent.payment, fy_slice_of(payment->payment)))
            *ret_intent = intent;
    }
    return true;
}

/* What is not ours may be anything: of it the place in the list is read, and no more. */
static bool read_listed(struct fy_slice body, struct fy_arena *arena, struct listed_intent *ret)
{
    struct fy_slice status;

    *ret = (struct listed_intent){0};
    if (!fy_json_pick_text(body, "id", PAYMENT_REF - 1, arena, &ret->ref) || ret->ref.size == 0 ||
        !fy_json_pick_text(body, "status", STATUS_BYTES_MAX, arena, &status) ||
        !fy_json_pick_int(body, "created", arena, &ret->created_s))
        return false;
    ret->status = status_of(status);
    (void)fy_json_pick_text(body, "metadata.payment", PAYMENT_NAME - 1, arena, &ret->payment);
    return true;
}

bool provider_read_page(struct fy_slice body, struct fy_arena *arena, struct page *ret_page)
{
    const struct fy_slice *elements;
    struct fy_slice more;

    *ret_page = (struct page){0};
    if (!elements_of(body, arena, &elements, &ret_page->count) ||
        !fy_json_pick(body, "has_more", arena, &more))
        return false;
    for (size_t i = 0; i < ret_page->count; i++)
        if (!read_listed(elements[i], arena, &ret_page->intents[i]))
            return false;
    ret_page->more = fy_slice_equal(more, fy_slice_of("true"));
    return ret_page->count > 0 || !ret_page->more; /* Behind which would it go on? */
}

static bool read_one_refund(struct fy_slice body,
    const char *refund,
    struct fy_arena *arena,
    bool *ret_found,
    bool *ret_failed)
{
    struct fy_slice id, name, status;

    if (!fy_json_pick_text(body, "id", PAYMENT_REF - 1, arena, &id) ||
        !fy_json_pick_text(body, "status", STATUS_BYTES_MAX, arena, &status))
        return false;
    if (!fy_json_pick_text(body, "metadata.refund", PAYMENT_NAME - 1, arena, &name) ||
        !fy_slice_equal(name, fy_slice_of(refund)))
        return true;
    *ret_found = true;
    *ret_failed = fy_slice_equal(status, fy_slice_of("failed")) ||
                  fy_slice_equal(status, fy_slice_of("canceled"));
    return true;
}

bool provider_read_refund(struct fy_slice body,
    const char *refund,
    struct fy_arena *arena,
    bool *ret_found,
    bool *ret_failed)
{
    const struct fy_slice *elements;
    struct fy_slice data;
    size_t count;

    *ret_found = *ret_failed = false;
    if (!fy_json_pick(body, "data", arena, &data))
        return read_one_refund(body, refund, arena, ret_found, ret_failed);
    if (!elements_of(body, arena, &elements, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        bool found = false, failed = false;

        if (!read_one_refund(elements[i], refund, arena, &found, &failed))
            return false;
        if (found && (!*ret_found || *ret_failed)) {
            *ret_found = true;
            *ret_failed = failed;
        }
    }
    return true;
}

struct fy_slice provider_error(struct fy_slice body, struct fy_arena *arena)
{
    struct fy_slice word;

    if (fy_json_pick_text(body, "error.decline_code", PAYMENT_CODE - 1, arena, &word) ||
        fy_json_pick_text(body, "error.code", PAYMENT_CODE - 1, arena, &word) ||
        fy_json_pick_text(body, "error.type", PAYMENT_CODE - 1, arena, &word))
        return word;
    return fy_slice_of("unknown");
}

bool provider_error_is(struct fy_slice body, const char *type, struct fy_arena *arena)
{
    struct fy_slice word;

    return fy_json_pick_text(body, "error.type", PAYMENT_CODE - 1, arena, &word) &&
           fy_slice_equal(word, fy_slice_of(type));
}
