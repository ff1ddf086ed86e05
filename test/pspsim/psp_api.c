/* The endpoints: what each request does. Nothing here goes wrong by chance. */
#include "test/pspsim/psp_core.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    FEE_BASIS_POINTS = 140,
    FEE_MINOR = 25,
    LISTED_MAX = 100,
    SOON_MS = 5000,
    SECONDS_DIGITS_MAX = 12
};

/* What a token does: Stripe's own names, and three of ours for what Stripe cannot be made to do. */
static const struct method {
    const char *token;
    const char *decline; /* NULL: it pays. */
    bool asks;           /* 3-D Secure first. */
} methods[] = {
    {"pm_card_visa", NULL, false},
    {"pm_card_mastercard", NULL, false},
    {"pm_card_threeDSecure2Required", NULL, true},
    {"pm_card_threeDSecureRequired", NULL, true},
    {"pm_card_chargeDeclined", "generic_decline", false},
    {"pm_card_chargeCustomerFail", "generic_decline", false},
    {"pm_card_visa_chargeDeclined", "generic_decline", false},
    {"pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds", false},
    {"pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds", false},
    {"pm_card_chargeDeclinedLostCard", "lost_card", false},
    {"pm_card_chargeDeclinedStolenCard", "stolen_card", false},
    {"pm_card_chargeDeclinedExpiredCard", "expired_card", false},
    {"pm_card_chargeDeclinedFraudulent", "fraudulent", false},
    {"pm_card_chargeDeclinedProcessingError", "processing_error", false},
    {"pm_fy_endsSoon", NULL, false},
    {"pm_fy_captureDeclined", NULL, false},
    {"pm_fy_refundFails", NULL, false},
};

const char *psp_status_name(enum psp_status status)
{
    static const char *const names[] = {[PSP_REQUIRES_PAYMENT_METHOD] = "requires_payment_method",
        [PSP_REQUIRES_ACTION] = "requires_action",
        [PSP_REQUIRES_CAPTURE] = "requires_capture",
        [PSP_SUCCEEDED] = "succeeded",
        [PSP_CANCELED] = "canceled"};

    return names[status];
}

static struct reply fine(struct fy_slice body)
{
    return (struct reply){.status = 200, .saved = true, .body = body};
}

static struct reply refused(struct psp *psp, struct fy_arena *arena, const char *code, int intent)
{
    struct reply reply = error_reply(psp, arena, 400, "invalid_request_error", code, NULL, intent);

    reply.saved = intent >= 0; /* What fails validation has not begun. */
    return reply;
}

/* Charges are told by name alone, but to who asks. */
static bool asks_whole(struct fy_slice form, struct fy_arena *arena)
{
    return fy_slice_equal(
        form_text(form, "expand[]", arena), fy_slice_of("latest_charge.balance_transaction"));
}

static void name_it(const struct psp *psp, const char *kind, int index, char *ret_id, size_t size)
{
    char number[48], hex[2 * FY_DIGEST_BYTES + 1];
    uint8_t digest[FY_DIGEST_BYTES];
    struct fy_slice parts[2] = {fy_slice_of(kind), {0}};

    (void)snprintf(number, sizeof(number), "%" PRIu64 "/%d", psp->config.seed, index);
    parts[1] = fy_slice_of(number);
    fy_digest(parts, 2, digest);
    fy_digest_text(digest, hex);
    (void)snprintf(ret_id, size, "%s_%08x%.16s", kind, (unsigned)index, hex);
}

/* -1: there is none. */
static int index_of(const struct psp *psp, struct fy_slice id)
{
    char text[PSP_ID];
    unsigned index = 0;

    if (id.data == NULL || id.size >= sizeof(text))
        return -1;
    text_keep(text, sizeof(text), id);
    if (sscanf(text, "pi_%8x", &index) != 1 || index >= (unsigned)psp->intents.count ||
        strcmp(intent_at(psp, (int)index)->id, text) != 0)
        return -1;
    return (int)index;
}

/* --- An intent's life ------------------------------------------------------------------------ */

void intent_decide(struct psp *psp, int64_t now_ms, int index, const char *decline)
{
    struct psp_intent *intent = intent_at(psp, index);

    if (decline != NULL) {
        intent->status = PSP_REQUIRES_PAYMENT_METHOD;
        (void)snprintf(intent->decline, sizeof(intent->decline), "%s", decline);
    } else {
        intent->status = PSP_REQUIRES_CAPTURE;
        intent->ends_ms =
            now_ms +
            (strcmp(intent->method, "pm_fy_endsSoon") == 0 ? SOON_MS : psp->config.authorised_ms);
        if (intent->ends_ms < psp->next_end_ms)
            psp->next_end_ms = intent->ends_ms;
    }
    note_intent(psp, index);
    hook_add(psp, now_ms,
        decline != NULL ? "payment_intent.payment_failed"
                        : "payment_intent.amount_capturable_updated",
        index, -1);
}

void intent_end(struct psp *psp, int64_t now_ms, int index, const char *reason)
{
    struct psp_intent *intent = intent_at(psp, index);

    intent->status = PSP_CANCELED;
    (void)snprintf(intent->reason, sizeof(intent->reason), "%s", reason);
    note_intent(psp, index);
    hook_add(psp, now_ms, "payment_intent.canceled", index, -1);
}

static const struct method *method_of(struct fy_slice token)
{
    for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
        if (token.data != NULL && fy_slice_equal(token, fy_slice_of(methods[i].token)))
            return &methods[i];
    return NULL;
}

static struct reply create(
    struct psp *psp, int64_t now_ms, struct fy_slice form, struct fy_arena *arena)
{
    int64_t amount = form_amount(form, "amount", -1, arena);
    struct fy_slice currency = form_text(form, "currency", arena);
    const struct method *method = method_of(form_text(form, "payment_method", arena));
    struct psp_intent *intent;
    int index = psp->intents.count;

    if (amount < 1)
        return refused(psp, arena, "parameter_invalid_integer", -1);
    if (currency.size != 3 || currency.data[0] < 'a' || currency.data[0] > 'z')
        return refused(psp, arena, "parameter_invalid", -1);
    if (method == NULL)
        return refused(psp, arena, "resource_missing", -1);
    if (!fy_slice_equal(form_text(form, "capture_method", arena), fy_slice_of("manual")) ||
        !fy_slice_equal(form_text(form, "confirm", arena), fy_slice_of("true")))
        return refused(psp, arena, "parameter_missing", -1);
    intent = list_add(&psp->intents, sizeof(*intent));
    intent->amount = amount;
    intent->created_ms = now_ms;
    text_keep(intent->currency, sizeof(intent->currency), currency);
    text_keep(intent->method, sizeof(intent->method), fy_slice_of(method->token));
    text_keep(intent->order, PSP_TEXT, form_text(form, "metadata[order]", arena));
    text_keep(intent->payment, PSP_TEXT, form_text(form, "metadata[payment]", arena));
    text_keep(intent->return_url, sizeof(intent->return_url), form_text(form, "return_url", arena));
    name_it(psp, "pi", index, intent->id, sizeof(intent->id));
    name_it(psp, "secret", index, intent->secret, sizeof(intent->secret));
    if (method->asks) {
        intent->status = PSP_REQUIRES_ACTION;
        note_intent(psp, index);
        hook_add(psp, now_ms, "payment_intent.requires_action", index, -1);
        return fine(intent_json(psp, index, asks_whole(form, arena), arena));
    }
    intent_decide(psp, now_ms, index, method->decline);
    if (method->decline != NULL) {
        struct reply reply = error_reply(psp, arena, 402, "card_error",
            strcmp(method->decline, "expired_card") == 0 ? "expired_card" : "card_declined",
            method->decline, index);

        reply.saved = true;
        return reply;
    }
    return fine(intent_json(psp, index, asks_whole(form, arena), arena));
}

static struct reply capture(
    struct psp *psp, int64_t now_ms, int index, struct fy_slice form, struct fy_arena *arena)
{
    struct psp_intent *intent = intent_at(psp, index);
    int64_t amount = form_amount(form, "amount_to_capture", intent->amount, arena);

    if (intent->status != PSP_REQUIRES_CAPTURE)
        return refused(psp, arena, "payment_intent_unexpected_state", index);
    if (amount < 1 || amount > intent->amount)
        return refused(psp, arena, "amount_too_large", index);
    if (strcmp(intent->method, "pm_fy_captureDeclined") == 0) {
        struct reply reply =
            error_reply(psp, arena, 402, "card_error", "card_declined", "generic_decline", index);

        reply.saved = true;
        return reply;
    }
    intent->status = PSP_SUCCEEDED;
    intent->captured = amount;
    intent->fee = FEE_MINOR + amount * FEE_BASIS_POINTS / 10000;
    if (intent->fee > amount)
        intent->fee = amount;
    note_intent(psp, index);
    hook_add(psp, now_ms, "payment_intent.succeeded", index, -1);
    return fine(intent_json(psp, index, asks_whole(form, arena), arena));
}

static struct reply cancel(struct psp *psp, int64_t now_ms, int index, struct fy_arena *arena)
{
    enum psp_status status = intent_at(psp, index)->status;

    if (status == PSP_SUCCEEDED || status == PSP_CANCELED)
        return refused(psp, arena, "payment_intent_unexpected_state", index);
    intent_end(psp, now_ms, index, "abandoned");
    return fine(intent_json(psp, index, false, arena));
}

static struct reply refund_create(
    struct psp *psp, int64_t now_ms, struct fy_slice form, struct fy_arena *arena)
{
    int index = index_of(psp, form_text(form, "payment_intent", arena));
    struct psp_intent *intent;
    struct psp_refund *refund;
    int64_t amount;
    int number = psp->refunds.count;

    if (index < 0)
        return refused(psp, arena, "resource_missing", -1);
    intent = intent_at(psp, index);
    amount = form_amount(form, "amount", intent->captured - intent->refunded, arena);
    if (intent->status != PSP_SUCCEEDED)
        return refused(psp, arena, "charge_not_refundable", index);
    if (intent->refunded == intent->captured)
        return refused(psp, arena, "charge_already_refunded", index);
    if (amount < 1 || amount > intent->captured - intent->refunded)
        return refused(psp, arena, "amount_too_large", index);
    refund = list_add(&psp->refunds, sizeof(*refund));
    refund->intent = index;
    refund->amount = amount;
    refund->failed = strcmp(intent->method, "pm_fy_refundFails") == 0;
    text_keep(refund->refund, PSP_TEXT, form_text(form, "metadata[refund]", arena));
    name_it(psp, "re", number, refund->id, sizeof(refund->id));
    if (!refund->failed)
        intent->refunded += amount;
    note_refund(psp, number);
    note_intent(psp, index);
    hook_add(psp, now_ms, refund->failed ? "refund.failed" : "refund.created", index, number);
    return fine(refund_json(psp, number, arena));
}

/* --- Reading --------------------------------------------------------------------------------- */

/* query=metadata['payment']:'ORDER/1', and nothing else of Stripe's search language. */
static struct reply search(
    struct psp *psp, int64_t now_ms, struct fy_slice query, struct fy_arena *arena)
{
    static const char head[] = "metadata['payment']:'";
    struct fy_slice text = form_text(query, "query", arena), found[LISTED_MAX];
    int count = 0;

    if (text.size < sizeof(head) || memcmp(text.data, head, sizeof(head) - 1) != 0 ||
        text.data[text.size - 1] != '\'')
        return refused(psp, arena, "parameter_invalid", -1);
    text = (struct fy_slice){text.data + sizeof(head) - 1, text.size - sizeof(head)};
    for (int i = 0; i < psp->intents.count && count < LISTED_MAX; i++) {
        const struct psp_intent *intent = intent_at(psp, i);

        if (intent->created_ms + psp->hostility.search_late_ms <= now_ms &&
            fy_slice_equal(fy_slice_of(intent->payment), text))
            found[count++] = intent_json(psp, i, true, arena);
    }
    return fine(list_json("search_result", found, count, false, arena));
}

/* 0: it is not asked for. */
static int64_t seconds_of(struct fy_slice query, const char *name, struct fy_arena *arena)
{
    struct fy_slice digits = form_text(query, name, arena);
    int64_t value = 0;

    if (digits.size > SECONDS_DIGITS_MAX)
        return INT64_MAX / 1000;
    for (size_t i = 0; i < digits.size; i++)
        value = value * 10 +
                (digits.data[i] >= '0' && digits.data[i] <= '9' ? digits.data[i] - '0' : 0);
    return value;
}

/* The cursor's place: what stands in the list is older. -1: it is none. */
static int place_of(const struct psp *psp, struct fy_slice id)
{
    char text[PSP_ID];
    unsigned index = 0;

    text_keep(text, sizeof(text), id);
    if (sscanf(text, "stranger_%8x", &index) == 1)
        return index < (unsigned)psp->intents.count ? 2 * (int)index : -1;
    return index_of(psp, id) < 0 ? -1 : 2 * index_of(psp, id) + 1;
}

/* Of two places one is an intent's, and the one behind it a stranger's, if there is one. */
static bool stands_at(const struct psp *psp, int place, int64_t from_s)
{
    struct random luck = {.state = psp->config.seed + (uint64_t)place};

    return intent_created_s(psp, place / 2) >= from_s &&
           (place % 2 == 1 || random_below(&luck, 1000) < (uint64_t)psp->hostility.strangers);
}

/* Newest first, created[gte], limit, starting_after: what is done stands in it at once. */
static struct reply intent_list(struct psp *psp, struct fy_slice query, struct fy_arena *arena)
{
    int64_t from_s = seconds_of(query, "created[gte]", arena);
    struct fy_slice after = form_text(query, "starting_after", arena);
    int first = after.data != NULL ? place_of(psp, after) : 2 * psp->intents.count;
    int64_t limit = form_amount(query, "limit", 10, arena);
    struct fy_slice found[LISTED_MAX];
    bool more = false;
    int count = 0;

    if (limit < 1 || limit > LISTED_MAX || first < 0)
        return refused(psp, arena, "parameter_invalid", -1);
    if (hostile(psp, psp->hostility.list_short))
        limit = 1 + (int64_t)random_below(&psp->random, 3);
    for (int place = first - 1; place >= 0 && !more; place--) {
        if (!stands_at(psp, place, from_s))
            continue;
        more = count == limit;
        if (!more)
            found[count++] = place % 2 == 1 ? intent_json(psp, place / 2, false, arena)
                                            : stranger_json(psp, place / 2, arena);
    }
    return fine(list_json("list", found, count, more, arena));
}

static struct reply refund_list(struct psp *psp, struct fy_slice query, struct fy_arena *arena)
{
    int index = index_of(psp, form_text(query, "payment_intent", arena)), count = 0;
    struct fy_slice found[LISTED_MAX];

    if (index < 0)
        return refused(psp, arena, "resource_missing", -1);
    for (int i = 0; i < psp->refunds.count && count < LISTED_MAX; i++)
        if (refund_at(psp, i)->intent == index)
            found[count++] = refund_json(psp, i, arena);
    return fine(list_json("list", found, count, false, arena));
}

/* --- Which it is ----------------------------------------------------------------------------- */

/* "/v1/payment_intents/{id}/capture" -> id and "capture". */
static void split(
    struct fy_slice path, const char *head, struct fy_slice *ret_id, struct fy_slice *ret_verb)
{
    size_t size = strlen(head);
    const uint8_t *slash;

    *ret_id = *ret_verb = (struct fy_slice){0};
    if (path.size <= size || memcmp(path.data, head, size) != 0)
        return;
    *ret_id = (struct fy_slice){path.data + size, path.size - size};
    slash = memchr(ret_id->data, '/', ret_id->size);
    if (slash == NULL)
        return;
    *ret_verb = (struct fy_slice){slash + 1, (size_t)(ret_id->data + ret_id->size - slash - 1)};
    ret_id->size = (size_t)(slash - ret_id->data);
}

struct reply api_call(
    struct psp *psp, int64_t now_ms, const struct psp_request *request, struct fy_arena *arena)
{
    bool post = strcmp(request->method, "POST") == 0;
    struct fy_slice id, verb;
    int index;

    if (fy_slice_equal(request->path, fy_slice_of("/v1/payment_intents")))
        return post ? create(psp, now_ms, request->body, arena)
                    : intent_list(psp, request->query, arena);
    if (fy_slice_equal(request->path, fy_slice_of("/v1/payment_intents/search")) && !post)
        return search(psp, now_ms, request->query, arena);
    if (fy_slice_equal(request->path, fy_slice_of("/v1/refunds")))
        return post ? refund_create(psp, now_ms, request->body, arena)
                    : refund_list(psp, request->query, arena);
    split(request->path, "/v1/payment_intents/", &id, &verb);
    index = index_of(psp, id);
    if (index < 0) {
        struct reply reply =
            error_reply(psp, arena, 404, "invalid_request_error", "resource_missing", NULL, -1);

        return reply;
    }
    if (!post && verb.data == NULL)
        return fine(intent_json(psp, index, asks_whole(request->query, arena), arena));
    if (post && verb.data != NULL && fy_slice_equal(verb, fy_slice_of("capture")))
        return capture(psp, now_ms, index, request->body, arena);
    if (post && verb.data != NULL && fy_slice_equal(verb, fy_slice_of("cancel")))
        return cancel(psp, now_ms, index, arena);
    return error_reply(psp, arena, 404, "invalid_request_error", NULL, NULL, -1);
}

/* --- At the bank's page ---------------------------------------------------------------------- */

static int index_of_secret(const struct psp *psp, struct fy_slice secret)
{
    char text[2 * PSP_ID];
    unsigned index = 0;

    text_keep(text, sizeof(text), secret);
    if (sscanf(text, "secret_%8x", &index) != 1 || index >= (unsigned)psp->intents.count ||
        strcmp(intent_at(psp, (int)index)->secret, text) != 0)
        return -1;
    return (int)index;
}

bool psp_action(struct psp *psp,
    struct fy_slice secret,
    struct fy_slice *ret_return_url,
    int64_t *ret_amount,
    const char **ret_currency)
{
    int index = index_of_secret(psp, secret);
    const struct psp_intent *intent = index < 0 ? NULL : intent_at(psp, index);

    if (intent == NULL)
        return false;
    *ret_return_url =
        intent->return_url[0] == '\0' ? (struct fy_slice){0} : fy_slice_of(intent->return_url);
    *ret_amount = intent->amount;
    *ret_currency = intent->currency;
    return intent->status == PSP_REQUIRES_ACTION;
}

bool psp_act(struct psp *psp, int64_t now_ms, struct fy_slice secret, bool approve)
{
    int index = index_of_secret(psp, secret);

    if (index < 0 || intent_at(psp, index)->status != PSP_REQUIRES_ACTION)
        return false;
    intent_decide(psp, now_ms, index, approve ? NULL : "authentication_failed");
    keep_now(psp);
    return true;
}
