/* Webhooks, and the books. */
#include "lib/hook.h"
#include "test/pspsim/psp_core.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STALE_MS = 3600 * 1000, TEXT_BYTES_MAX = 64 * 1024 };

bool hostile(struct psp *psp, int per_mille)
{
    return per_mille > 0 && random_below(&psp->random, 1000) < (uint64_t)per_mille;
}

/* --- What is told ---------------------------------------------------------------------------- */

static struct fy_slice event_json(const char *id,
    const char *type,
    int64_t now_ms,
    struct fy_slice object,
    struct fy_arena *arena)
{
    struct fy_json_out out;
    struct fy_slice json = {0};

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "id", fy_slice_of(id));
    fy_json_out_member_text(&out, "object", fy_slice_of("event"));
    fy_json_out_member_int(&out, "created", now_ms / 1000);
    fy_json_out_member_text(&out, "type", fy_slice_of(type));
    fy_json_out_name(&out, "data");
    fy_json_out_object(&out);
    fy_json_out_name(&out, "object");
    fy_json_out_json(&out, object);
    fy_json_out_object_end(&out);
    fy_json_out_object_end(&out);
    if (!fy_json_out_done(&out, &json))
        abort();
    return json;
}

static void queue(struct psp *psp,
    const char *event,
    enum psp_hook_kind kind,
    int64_t due_ms,
    struct fy_slice body)
{
    int index = psp->hooks.count;
    struct queued_hook *hook = list_add(&psp->hooks, sizeof(*hook));

    (void)snprintf(hook->event, sizeof(hook->event), "%s", event);
    hook->kind = kind;
    hook->due_ms = due_ms;
    hook->body_bytes = (uint32_t)body.size;
    hook->body = malloc(body.size + 1);
    if (hook->body == NULL)
        abort();
    memcpy(hook->body, body.data, body.size);
    note_hook(psp, index);
}

static int64_t due(struct psp *psp, int64_t now_ms)
{
    const struct psp_hostility *hostility = &psp->hostility;

    return hostile(psp, hostility->hook_late)
               ? now_ms + (int64_t)random_below(&psp->random, (uint64_t)hostility->hook_late_ms + 1)
               : now_ms;
}

/* A stranger says that somebody has paid. */
static void forge(
    struct psp *psp, const char *event, int64_t now_ms, int intent, struct fy_arena *arena)
{
    struct psp_intent *true_one = intent_at(psp, intent), kept = *true_one;
    struct fy_slice object;

    true_one->status = PSP_SUCCEEDED;
    true_one->captured = true_one->amount;
    object = intent_json(psp, intent, false, arena);
    *true_one = kept;
    queue(psp, event, PSP_HOOK_FORGED, due(psp, now_ms),
        event_json(event, "payment_intent.succeeded", now_ms, object, arena));
}

void hook_add(struct psp *psp, int64_t now_ms, const char *type, int intent, int refund)
{
    const struct psp_hostility *hostility = &psp->hostility;
    struct fy_arena arena;
    struct fy_slice body;
    char event[PSP_ID];

    fy_arena_init(&arena, TEXT_BYTES_MAX);
    (void)snprintf(event, sizeof(event), "evt_%08x%08" PRIx64, (unsigned)psp->hooks.count,
        psp->config.seed & 0xffffffff);
    body = event_json(event, type, now_ms,
        refund >= 0 ? refund_json(psp, refund, &arena) : intent_json(psp, intent, false, &arena),
        &arena);
    if (hostile(psp, hostility->hook_lost)) {
        psp->hooks_lost++;
    } else {
        queue(psp, event, PSP_HOOK_TRUE, due(psp, now_ms), body);
        if (hostile(psp, hostility->hook_twice))
            queue(psp, event, PSP_HOOK_TRUE, due(psp, now_ms), body);
    }
    if (hostile(psp, hostility->hook_forged))
        forge(psp, event, now_ms, intent, &arena);
    if (hostile(psp, hostility->hook_stale))
        queue(psp, event, PSP_HOOK_STALE, due(psp, now_ms), body);
    fy_arena_done(&arena);
}

bool psp_hook_next(struct psp *psp, int64_t now_ms, struct psp_hook *ret_hook)
{
    psp_tick(psp, now_ms);
    while (psp->first_hook < psp->hooks.count && hook_at(psp, psp->first_hook)->done)
        psp->first_hook++;
    for (int i = psp->first_hook; i < psp->hooks.count; i++) {
        struct queued_hook *hook = hook_at(psp, i);

        if (hook->done || hook->under_way || hook->due_ms > now_ms)
            continue;
        hook->under_way = true;
        *ret_hook = (struct psp_hook){.number = i,
            .kind = hook->kind,
            .body = {(const uint8_t *)hook->body, hook->body_bytes}};
        return true;
    }
    return false;
}

void psp_hook_answered(struct psp *psp, int64_t now_ms, int number, int status)
{
    struct queued_hook *hook = hook_at(psp, number);

    hook->under_way = false;
    hook->tries++;
    if ((status >= 200 && status < 300) || hook->kind != PSP_HOOK_TRUE ||
        hook->tries >= HOOK_TRIES_MAX) {
        hook->done = true;
        free(hook->body);
        hook->body = NULL;
        hook->body_bytes = 0;
    } else {
        hook->due_ms = now_ms + ((int64_t)HOOK_AGAIN_MS << hook->tries);
    }
    note_hook(psp, number);
    keep_now(psp);
}

void psp_hook_header(const struct psp_hook *hook,
    struct fy_slice secret,
    int64_t now_ms,
    char ret_header[PSP_HEADER])
{
    int64_t time_s = (now_ms - (hook->kind == PSP_HOOK_STALE ? STALE_MS : 0)) / 1000;
    char hex[FY_HOOK_HEX + 1];

    fy_hook_sign(hook->kind == PSP_HOOK_FORGED ? fy_slice_of("whsec_guessed") : secret, time_s,
        hook->body, hex);
    (void)snprintf(ret_header, PSP_HEADER, "t=%" PRId64 ",v1=%s", time_s, hex);
}

int psp_hooks_lost(const struct psp *psp)
{
    return psp->hooks_lost;
}

/* --- The books ------------------------------------------------------------------------------- */

int psp_intent_count(const struct psp *psp)
{
    return psp->intents.count;
}

const struct psp_intent *psp_intent_at(const struct psp *psp, int index)
{
    return intent_at(psp, index);
}

int psp_refund_count(const struct psp *psp)
{
    return psp->refunds.count;
}

const struct psp_refund *psp_refund_at(const struct psp *psp, int index)
{
    return refund_at(psp, index);
}

struct psp_totals psp_totals(const struct psp *psp)
{
    struct psp_totals totals = {.intents = psp->intents.count,
        .requests = psp->requests,
        .executed = psp->executed,
        .replayed = psp->replayed};

    for (int i = 0; i < psp->intents.count; i++) {
        const struct psp_intent *intent = intent_at(psp, i);

        totals.held += intent->status == PSP_REQUIRES_CAPTURE ? intent->amount : 0;
        totals.captured += intent->captured;
        totals.refunded += intent->refunded;
        totals.fees += intent->fee;
        totals.authorised += intent->status == PSP_REQUIRES_CAPTURE;
        totals.succeeded += intent->status == PSP_SUCCEEDED;
        totals.canceled += intent->status == PSP_CANCELED;
    }
    for (int i = 0; i < psp->refunds.count; i++)
        totals.refunds += !refund_at(psp, i)->failed;
    return totals;
}

static void book_intent(struct fy_json_out *out, const struct psp_intent *intent)
{
    fy_json_out_object(out);
    fy_json_out_member_text(out, "id", fy_slice_of(intent->id));
    fy_json_out_member_text(out, "order", fy_slice_of(intent->order));
    fy_json_out_member_text(out, "payment", fy_slice_of(intent->payment));
    fy_json_out_member_text(out, "status", fy_slice_of(psp_status_name(intent->status)));
    fy_json_out_member_text(out, "currency", fy_slice_of(intent->currency));
    fy_json_out_member_int(out, "amount", intent->amount);
    fy_json_out_member_int(out, "captured", intent->captured);
    fy_json_out_member_int(out, "refunded", intent->refunded);
    fy_json_out_member_int(out, "fee", intent->fee);
    fy_json_out_object_end(out);
}

static void book_totals(struct fy_json_out *out, const struct psp *psp)
{
    struct psp_totals totals = psp_totals(psp);

    fy_json_out_name(out, "totals");
    fy_json_out_object(out);
    fy_json_out_member_int(out, "intents", totals.intents);
    fy_json_out_member_int(out, "authorised", totals.authorised);
    fy_json_out_member_int(out, "succeeded", totals.succeeded);
    fy_json_out_member_int(out, "canceled", totals.canceled);
    fy_json_out_member_int(out, "refunds", totals.refunds);
    fy_json_out_member_int(out, "held_minor", totals.held);
    fy_json_out_member_int(out, "captured_minor", totals.captured);
    fy_json_out_member_int(out, "refunded_minor", totals.refunded);
    fy_json_out_member_int(out, "fees_minor", totals.fees);
    fy_json_out_member_int(out, "requests", totals.requests);
    fy_json_out_member_int(out, "executed", totals.executed);
    fy_json_out_member_int(out, "replayed", totals.replayed);
    fy_json_out_object_end(out);
}

struct fy_slice psp_books(const struct psp *psp, int from, int limit, struct fy_arena *arena)
{
    struct fy_json_out out;
    struct fy_slice json = {0};
    int end = psp->intents.count - from > limit ? from + limit : psp->intents.count;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "intents");
    fy_json_out_array(&out);
    for (int i = from; i < end; i++)
        book_intent(&out, intent_at(psp, i));
    fy_json_out_array_end(&out);
    fy_json_out_name(&out, "refunds");
    fy_json_out_array(&out);
    for (int i = 0; i < psp->refunds.count; i++) {
        const struct psp_refund *refund = refund_at(psp, i);

        if (refund->intent < from || refund->intent >= end || refund->failed)
            continue;
        fy_json_out_object(&out);
        fy_json_out_member_text(&out, "refund", fy_slice_of(refund->refund));
        fy_json_out_member_text(
            &out, "payment", fy_slice_of(intent_at(psp, refund->intent)->payment));
        fy_json_out_member_int(&out, "amount", refund->amount);
        fy_json_out_object_end(&out);
    }
    fy_json_out_array_end(&out);
    fy_json_out_name(&out, "next");
    if (end < psp->intents.count)
        fy_json_out_int(&out, end);
    else
        fy_json_out_null(&out);
    book_totals(&out, psp);
    fy_json_out_object_end(&out);
    (void)fy_json_out_done(&out, &json);
    return json;
}
