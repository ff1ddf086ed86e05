#include "lib/log.h"
#include "lib/metrics.h"
#include "processors/payments/core.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    IN_FLIGHT = 64,
    AGAIN_FIRST_MS = 200,
    POLL_FIRST_MS = 2000,
    PAGES_MAX = 200, /* Of 100 intents: as long as a search is waited for, at 0.4 s each. */
    SEARCH_AFTER_MS = 90 * 1000,    /* "Under normal operating conditions, less than a minute." */
    KEY_LIFE_MS = 23 * 3600 * 1000, /* Stripe prunes keys that are at least 24 h old. */
    BARRED_MS = 30 * 1000,
    ACTS_MAX = 512, /* Of one step: some 10 ms. */
    ARENA_BYTES_MAX = 4 << 20,
};

static struct fy_metric calls = FY_COUNTER("fy_payments_calls_total", "Calls to the provider.");
static struct fy_metric calls_unknown = FY_COUNTER(
    "fy_payments_unknown_total", "Calls whose outcome was unknown: cut off, late, or an error.");
static struct fy_metric calls_limited =
    FY_COUNTER("fy_payments_limited_total", "Calls that the provider answered with 429.");
static struct fy_metric calls_barred =
    FY_COUNTER("fy_payments_barred_total", "Calls that the provider did not take our API key for.");
static struct fy_metric attempts = FY_COUNTER(
    "fy_payments_attempts_total", "Attempts begun: written down before their first call.");
static struct fy_metric orphans =
    FY_COUNTER("fy_payments_orphans_total", "Second promises for one payment that were found.");
static struct fy_metric open_now =
    FY_GAUGE("fy_payments_open", "Payments that have something to do, now or later.");
static struct fy_metric in_flight_now =
    FY_GAUGE("fy_payments_in_flight", "Calls that wait for the provider's answer.");
static struct fy_metric provider_away =
    FY_GAUGE("fy_payments_provider_away", "1 while the provider does not answer, one call tries.");

void payments_metrics_register(void)
{
    fy_metric_register(&calls);
    fy_metric_register(&calls_unknown);
    fy_metric_register(&calls_limited);
    fy_metric_register(&calls_barred);
    fy_metric_register(&attempts);
    fy_metric_register(&orphans);
    fy_metric_register(&open_now);
    fy_metric_register(&in_flight_now);
    fy_metric_register(&provider_away);
}

/* --- From beginning to end ------------------------------------------------------------------- */

enum fy_status payments_new(const struct payments_config *config,
    struct fy_store *store,
    struct payments **ret_payments,
    struct fy_err *err)
{
    struct payments *payments = calloc(1, sizeof(*payments));
    enum fy_status status;

    assert(config->write != NULL && config->call != NULL);
    if (payments == NULL)
        return fy_fail(err, FY_FATAL, "no memory for payments");
    payments->config = *config;
    payments->store = store;
    payments->random = config->seed;
    payment_text(payments->instance, sizeof(payments->instance), fy_slice_of(config->instance));
    if (config->in_flight_max == 0)
        payments->config.in_flight_max = IN_FLIGHT;
    if (config->again_ms == 0)
        payments->config.again_ms = AGAIN_FIRST_MS;
    if (config->poll_ms == 0)
        payments->config.poll_ms = POLL_FIRST_MS;
    if (config->list_pages_max == 0)
        payments->config.list_pages_max = PAGES_MAX;
    if (config->search_after_ms == 0)
        payments->config.search_after_ms = SEARCH_AFTER_MS;
    if (config->key_life_ms == 0)
        payments->config.key_life_ms = KEY_LIFE_MS;
    if (config->return_url == NULL)
        payments->config.return_url = "";
    fy_arena_init(&payments->arena, ARENA_BYTES_MAX);
    status = live_init(payments, err);
    if (status != FY_OK) {
        payments_free(payments);
        return status;
    }
    *ret_payments = payments;
    return FY_OK;
}

void payments_free(struct payments *payments)
{
    if (payments == NULL)
        return;
    live_done(payments);
    fy_arena_done(&payments->arena);
    free(payments);
}

int payments_in_flight(const struct payments *payments)
{
    return payments->in_flight;
}

int payments_open(const struct payments *payments)
{
    return payments->live_count;
}

/* --- When to try again ----------------------------------------------------------------------- */

/* splitmix64: half of it to all of it, so that what failed together does not come back together. */
static int64_t jittered(struct payments *payments, int64_t ms)
{
    uint64_t z = payments->random += 0x9e3779b97f4a7c15U;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return ms / 2 + (int64_t)((z ^ (z >> 31)) % (uint64_t)(ms / 2 + 1));
}

int64_t backed_off(
    struct payments *payments, int64_t first_ms, int tries, int64_t most_ms, int64_t now_ms)
{
    int64_t ms = tries > 20 ? most_ms : first_ms << tries;

    return now_ms + jittered(payments, ms < most_ms ? ms : most_ms);
}

static void wait_again(struct payments *payments, struct live *live, int64_t now_ms)
{
    live->not_before_ms = live->next_ms =
        backed_off(payments, payments->config.again_ms, live->tries++, AGAIN_MS_MAX, now_ms);
}

/*
 * Whoever looked has heard that the provider is there: a next key waits by how many have been used
 * up, not by how many calls hung before.
 */
static void wait_for_key(
    struct payments *payments, struct live *live, int32_t attempt, int64_t now_ms)
{
    if (live->tries > attempt)
        live->tries = attempt;
    wait_again(payments, live, now_ms);
}

/* --- Reports --------------------------------------------------------------------------------- */

static enum fy_status write_tale(struct payments *payments,
    struct live *live,
    const struct payment *payment,
    const struct tale *tale,
    int64_t now_ms,
    struct fy_err *err)
{
    struct fy_slice value;
    enum fy_status status =
        tell(payment, tale, payments->instance, now_ms, &payments->arena, &value, err);

    if (status != FY_OK)
        return status;
    live->version = payment->version;
    if (!payments->config.write(payments->config.context, fy_slice_of(payment->order), value,
            live_token(payments, live))) {
        wait_again(payments, live, now_ms);
        return FY_OK;
    }
    live->writing = true;
    live->next_ms = now_ms + WRITE_MS;
    fy_metric_add(&attempts, tale->kind == TALE_ATTEMPT);
    fy_metric_add(&orphans, tale->kind == TALE_SEEN && strcmp(tale->word, "orphan") == 0);
    return FY_OK;
}

void payments_written(struct payments *payments, uint64_t token, bool ok, int64_t now_ms)
{
    struct live *live = live_of_token(payments, token);

    if (live == NULL || ok)
        return; /* What is written is read, and that is what counts. */
    live->writing = false;
    wait_again(payments, live, now_ms);
}

/* --- Calls ----------------------------------------------------------------------------------- */

bool may_call(const struct payments *payments, int64_t now_ms)
{
    int most = payments->failing >= FAILING ? 1 : payments->config.in_flight_max;

    return payments->in_flight < most && payments->held_until_ms <= now_ms;
}

void call_out(struct payments *payments, const struct provider_call *call, uint64_t token)
{
    payments->in_flight++;
    fy_metric_add(&calls, 1);
    fy_metric_set(&in_flight_now, payments->in_flight);
    payments->config.call(payments->config.context, call, token);
}

static void send_call(struct payments *payments,
    struct live *live,
    const struct payment *payment,
    enum call_kind kind,
    const struct provider_call *call)
{
    live->calling = kind;
    live->queued = false;
    live->call_version = payment->version;
    call_out(payments, call, live_token(payments, live));
}

/*
 * CALL_NONE: not before live->next_ms, for a search shows what is done only after a while, and a
 * call under an old key may be on its way still. What a used-up key did stands in the list.
 */
static enum call_kind verify_call(struct payments *payments,
    struct live *live,
    const struct payment *payment,
    int64_t now_ms,
    struct provider_call *ret_call)
{
    if (payment->step == PAYMENT_STEP_REFUND) {
        provider_refunds(payment, ret_call);
    } else if (payment->step != PAYMENT_STEP_AUTHORISE) {
        provider_retrieve(payment->ref, ret_call);
    } else if (payment->look_count > 0) {
        provider_retrieve(payment->looks[0].ref, ret_call);
    } else if (live->listed == LISTED_FOUND) {
        provider_retrieve(live->found, ret_call);
        return CALL_FOUND;
    } else if (live->used_up && live->listed != LISTED_BEYOND &&
               payments->config.list_pages_max > 0) {
        listing_ask(payments, live, payment, now_ms);
        return CALL_NONE;
    } else {
        live->next_ms = live->sent_ms + payments->config.search_after_ms;
        if (live->next_ms > now_ms)
            return CALL_NONE;
        provider_search(payment, ret_call);
    }
    return CALL_VERIFY;
}

static void do_attempt(
    struct payments *payments, struct live *live, const struct payment *payment, int64_t now_ms)
{
    struct provider_call call;
    enum call_kind kind;
    bool is_old = now_ms - payment->key_ms > payments->config.key_life_ms;

    if (live->used_up || is_old) {
        if (live->sent_ms == 0)
            live->sent_ms = now_ms; /* A process that is dead may have sent it just now. */
        kind = verify_call(payments, live, payment, now_ms, &call);
        if (kind != CALL_NONE)
            send_call(payments, live, payment, kind, &call);
        return;
    }
    provider_call_of(payment, payments->config.return_url, &call);
    live->sent_ms = now_ms;
    send_call(payments, live, payment, CALL_ATTEMPT, &call);
}

static void do_look(struct payments *payments, struct live *live, const struct payment *payment)
{
    struct provider_call call;

    provider_retrieve(payment->look_count > 0 ? payment->looks[0].ref : payment->ref, &call);
    send_call(payments, live, payment, CALL_SEE, &call);
}

static void do_orphan(struct payments *payments, struct live *live, const struct payment *payment)
{
    struct provider_call call;

    provider_cancel(payment->orphans[0], &call);
    send_call(payments, live, payment, CALL_ORPHAN, &call);
}

/* --- What each needs ------------------------------------------------------------------------- */

static enum fy_status act(struct payments *payments,
    struct live *live,
    const struct payment *payment,
    int64_t now_ms,
    struct fy_err *err)
{
    struct need need = payment_need(payment, payments->instance, now_ms);
    struct tale tale = {.step = need.step, .refund = need.refund, .attempt = need.attempt};
    bool calls_next = need.kind == NEED_CALL || need.kind == NEED_LOOK ||
                      need.kind == NEED_ORPHAN || (need.kind == NEED_ATTEMPT && payment->open);

    live->queued = calls_next && !may_call(payments, now_ms);
    if (live->queued)
        return FY_OK; /* It is due, and stays so. */
    switch (need.kind) {
    case NEED_NOTHING:
        live_drop(payments, live);
        return FY_OK;
    case NEED_WAIT:
        live->next_ms = need.at_ms;
        return FY_OK;
    case NEED_CALL:
        if (live->listed == LISTED_ABSENT) {
            tale.kind = TALE_ATTEMPT;
            wait_for_key(payments, live, tale.attempt++, now_ms); /* Behind the writing. */
            break;
        }
        do_attempt(payments, live, payment, now_ms);
        return FY_OK;
    case NEED_LOOK:
        do_look(payments, live, payment);
        return FY_OK;
    case NEED_ORPHAN:
        do_orphan(payments, live, payment);
        return FY_OK;
    case NEED_ATTEMPT:
        tale.kind = TALE_ATTEMPT;
        break;
    case NEED_VOIDED:
        tale.kind = TALE_VOIDED;
        tale.word = "never_asked";
        break;
    case NEED_REFUSE:
        tale.kind = TALE_NOT_DONE;
        tale.word = need.reason;
        break;
    case NEED_ANSWER:
        tale = tale_again(payment);
        break;
    }
    return write_tale(payments, live, payment, &tale, now_ms, err);
}

static enum fy_status act_one(
    struct payments *payments, struct live *live, int64_t now_ms, struct fy_err *err)
{
    struct payment payment;
    bool known;
    enum fy_status status;

    fy_arena_clear(&payments->arena);
    live->writing = false; /* What was written and is not there by now is lost. */
    status =
        row_load(payments, fy_slice_of(live->payment), &payments->arena, &payment, &known, err);
    return status == FY_OK ? act(payments, live, &payment, now_ms, err) : status;
}

static bool is_due(const struct payments *payments, const struct live *live, int64_t now_ms)
{
    return live->used && live->calling == CALL_NONE && live->next_ms <= now_ms &&
           (!live->queued || may_call(payments, now_ms));
}

enum fy_status payments_step(struct payments *payments, int64_t now_ms, struct fy_err *err)
{
    enum fy_status status = FY_OK;
    int acts = 0, first, count;

    if (!payments->loaded || (payments->more && payments->live_count < LIVE_MAX / 2))
        status = live_load(payments, err);
    if (status == FY_OK)
        listing_step(payments, now_ms);
    first = payments->at;
    count = payments->high;
    for (int i = 0; i < count && acts < ACTS_MAX && status == FY_OK; i++) {
        struct live *live = &payments->lives[(first + i) % count];

        if (!is_due(payments, live, now_ms))
            continue;
        status = act_one(payments, live, now_ms, err);
        payments->at = (first + i + 1) % count; /* In turn: nobody is always last. */
        acts++;
    }
    fy_metric_set(&open_now, payments->live_count);
    return status;
}

int64_t payments_next_ms(const struct payments *payments)
{
    int64_t next = payments->loaded ? INT64_MAX : 0;
    int64_t listing_ms = listing_next_ms(payments);
    bool full = !may_call(payments, INT64_MAX);

    if (!full && listing_ms < next)
        next = listing_ms > payments->held_until_ms ? listing_ms : payments->held_until_ms;
    for (int i = 0; i < payments->high; i++) {
        const struct live *live = &payments->lives[i];
        int64_t at_ms = live->next_ms;

        if (!live->used || live->calling != CALL_NONE || (live->queued && full))
            continue;
        if (live->queued && at_ms < payments->held_until_ms)
            at_ms = payments->held_until_ms;
        next = at_ms < next ? at_ms : next;
    }
    return next;
}

/* --- Answers --------------------------------------------------------------------------------- */

static void barred(struct payments *payments, int64_t now_ms)
{
    if (now_ms < payments->barred_said_ms + BARRED_MS)
        return;
    payments->barred_said_ms = now_ms;
    fy_log(FY_LOG_ERROR, "the provider does not take our API key: nobody can pay");
}

void call_back(struct payments *payments,
    const struct provider_answer *answer,
    const struct verdict *verdict,
    int64_t now_ms)
{
    bool away = answer->fate != PROVIDER_ANSWERED || answer->status >= 500;

    if (verdict->kind == VERDICT_SLOWER)
        payments->held_until_ms = now_ms + verdict->wait_ms;
    if (verdict->kind == VERDICT_BARRED)
        barred(payments, now_ms);
    payments->failing = away ? payments->failing + 1 : 0;
    fy_metric_add(&calls_unknown, away);
    fy_metric_add(&calls_limited, verdict->kind == VERDICT_SLOWER);
    fy_metric_add(&calls_barred, verdict->kind == VERDICT_BARRED);
    fy_metric_set(&provider_away, payments->failing >= FAILING);
    fy_metric_set(&in_flight_now, payments->in_flight);
}

static enum fy_status obey(struct payments *payments,
    struct live *live,
    const struct payment *payment,
    enum call_kind kind,
    const struct verdict *verdict,
    int64_t now_ms,
    struct fy_err *err)
{
    switch (verdict->kind) {
    case VERDICT_TELL:
        if (verdict->tale.kind == TALE_ATTEMPT) /* Its call waits, behind the writing. */
            wait_for_key(payments, live, verdict->tale.attempt - 1, now_ms);
        return write_tale(payments, live, payment, &verdict->tale, now_ms, err);
    case VERDICT_VERIFY:
        live->used_up = true;
        live->refused = verdict->refused;
        live->next_ms = now_ms;
        return FY_OK;
    case VERDICT_SLOWER:
        live->next_ms = payments->held_until_ms;
        return FY_OK;
    case VERDICT_BARRED:
        wait_again(payments, live, now_ms);
        return FY_OK;
    case VERDICT_READ: /* Of pages alone. */
    case VERDICT_AGAIN:
        break;
    }
    if (kind == CALL_SEE) {
        live->next_ms =
            backed_off(payments, payments->config.poll_ms, live->polls++, POLL_MS_MAX, now_ms);
    } else {
        wait_again(payments, live, now_ms);
    }
    return FY_OK;
}

enum fy_status payments_answered(struct payments *payments,
    uint64_t token,
    const struct provider_answer *answer,
    int64_t now_ms,
    struct fy_err *err)
{
    struct live *live = live_of_token(payments, token);
    struct payment payment;
    struct verdict verdict;
    enum call_kind kind;
    enum fy_status status;
    bool known;

    if (listing_is(token)) {
        listing_answered(payments, token, answer, now_ms);
        return FY_OK;
    }
    if (live == NULL)
        return FY_OK; /* All rows were made anew meanwhile. */
    kind = live->calling;
    live->calling = CALL_NONE;
    payments->in_flight--;
    fy_arena_clear(&payments->arena);
    status =
        row_load(payments, fy_slice_of(live->payment), &payments->arena, &payment, &known, err);
    if (status != FY_OK)
        return status;
    /* Somebody else went on with it: what we have heard may be about what is past. */
    if (payment.version != live->call_version) {
        live->next_ms = now_ms;
        return FY_OK;
    }
    verdict = judge(&payment, kind, live->refused, answer, &payments->arena);
    call_back(payments, answer, &verdict, now_ms);
    return obey(payments, live, &payment, kind, &verdict, now_ms, err);
}
