#include "processors/payments/judge.h"

#include <string.h>

enum { SLOWER_MS = 1000 }; /* Where nobody says how long. */

static struct verdict again(void)
{
    return (struct verdict){.kind = VERDICT_AGAIN};
}

static struct verdict telling(enum tale_kind kind, const struct payment *payment)
{
    return (struct verdict){.kind = VERDICT_TELL,
        .tale = {.kind = kind,
            .step = payment->open ? payment->step : PAYMENT_STEP_AUTHORISE,
            .refund = payment->open ? payment->refund : -1,
            .word = "asked"}};
}

static struct verdict not_done(const struct payment *payment, const char *word)
{
    struct verdict verdict = telling(TALE_NOT_DONE, payment);

    verdict.tale.word = word;
    return verdict;
}

/* The key did nothing, and never will. */
static struct verdict next_attempt(const struct payment *payment)
{
    struct verdict verdict = telling(TALE_ATTEMPT, payment);

    verdict.tale.attempt = 1 + (payment->refund >= 0 ? payment->refunds[payment->refund].attempts
                                                     : payment->attempts[payment->step]);
    return verdict;
}

/* --- How an intent stands -------------------------------------------------------------------- */

static bool is_ours(const struct payment *payment, const struct intent *intent)
{
    return fy_slice_equal(intent->payment, fy_slice_of(payment->payment));
}

/* As the provider has it; AGAIN while it does not know either. */
static struct verdict as_it_stands(const struct payment *payment, const struct intent *intent)
{
    static const enum tale_kind tales[] = {
        [INTENT_REQUIRES_PAYMENT_METHOD] = TALE_DECLINED,
        [INTENT_REQUIRES_ACTION] = TALE_ACTION,
        [INTENT_REQUIRES_CAPTURE] = TALE_AUTHORISED,
        [INTENT_SUCCEEDED] = TALE_CAPTURED,
        [INTENT_CANCELED] = TALE_EXPIRED,
    };
    struct verdict verdict;

    if (intent->status == INTENT_OTHER ||
        (intent->status == INTENT_REQUIRES_ACTION && intent->url.data == NULL))
        return again();
    verdict = telling(tales[intent->status], payment);
    verdict.tale.intent = *intent;
    if (verdict.tale.kind == TALE_EXPIRED && payment->void_asked) {
        verdict.tale.kind = TALE_VOIDED; /* By us, in an attempt whose answer nobody heard. */
        verdict.tale.step = PAYMENT_STEP_VOID;
    }
    return verdict;
}

/* Of an attempt that is open: has what it wanted come to be? */
static struct verdict attempted(
    const struct payment *payment, bool refused, const struct intent *intent)
{
    bool pending = intent->status == INTENT_REQUIRES_CAPTURE ||
                   intent->status == INTENT_REQUIRES_ACTION ||
                   intent->status == INTENT_REQUIRES_PAYMENT_METHOD;

    if (payment->step == PAYMENT_STEP_AUTHORISE || !pending)
        return as_it_stands(payment, intent);
    return refused ? not_done(payment, "refused") : next_attempt(payment);
}

/* --- Answers of each kind of call ------------------------------------------------------------ */

static struct verdict refunded(const struct payment *payment,
    bool refused,
    bool is_list,
    struct fy_slice body,
    struct fy_arena *arena)
{
    bool found, failed;

    if (!provider_read_refund(body, payment->refunds[payment->refund].id, arena, &found, &failed))
        return again();
    if (found)
        return failed ? not_done(payment, "refused") : telling(TALE_REFUNDED, payment);
    if (!is_list)
        return again(); /* Another refund than was asked for: nonsense. */
    return refused ? not_done(payment, "refused") : next_attempt(payment);
}

static struct verdict done(
    const struct payment *payment, struct fy_slice body, struct fy_arena *arena)
{
    struct intent intent;

    if (payment->step == PAYMENT_STEP_REFUND)
        return refunded(payment, false, false, body, arena);
    if (!provider_read(body, arena, &intent) || !is_ours(payment, &intent))
        return again();
    return attempted(payment, false, &intent);
}

static struct verdict declined(
    const struct payment *payment, struct fy_slice body, struct fy_arena *arena)
{
    struct verdict verdict = telling(TALE_DECLINED, payment);
    struct intent intent;

    if (payment->step != PAYMENT_STEP_AUTHORISE)
        return not_done(payment, "declined");
    if (provider_read(body, arena, &intent) && is_ours(payment, &intent))
        verdict.tale.intent.ref = intent.ref;
    verdict.tale.intent.code = provider_error(body, arena);
    return verdict;
}

static struct verdict verified(const struct payment *payment,
    bool is_search,
    bool refused,
    const struct provider_answer *answer,
    struct fy_arena *arena)
{
    struct intent intent;

    if (payment->step == PAYMENT_STEP_REFUND)
        return refunded(payment, refused, true, answer->body, arena);
    if (!is_search) {
        if (!provider_read(answer->body, arena, &intent) || !is_ours(payment, &intent))
            return again();
        return attempted(payment, refused, &intent);
    }
    if (!provider_read_search(answer->body, payment, arena, &intent))
        return again();
    return intent.ref.data != NULL ? attempted(payment, false, &intent) : next_attempt(payment);
}

static bool is_known(const struct payment *payment, enum intent_status status)
{
    switch (payment->state) {
    case PAYMENT_STATE_ACTION_REQUIRED:
        return status == INTENT_REQUIRES_ACTION;
    case PAYMENT_STATE_AUTHORISED:
        return status == INTENT_REQUIRES_CAPTURE;
    case PAYMENT_STATE_CAPTURED:
        return status == INTENT_SUCCEEDED;
    case PAYMENT_STATE_VOIDED:
    case PAYMENT_STATE_EXPIRED:
    case PAYMENT_STATE_DECLINED:
        return true; /* Nothing is held by it: it is over. */
    default:
        return false;
    }
}

/* Something of it was seen, or it is polled. */
static struct verdict seen(
    const struct payment *payment, struct fy_slice body, struct fy_arena *arena)
{
    struct verdict verdict = telling(TALE_SEEN, payment);
    bool over = payment->state == PAYMENT_STATE_VOIDED ||
                payment->state == PAYMENT_STATE_DECLINED || payment->state == PAYMENT_STATE_EXPIRED;
    struct intent intent;
    bool same, held;

    if (!provider_read(body, arena, &intent) || !is_ours(payment, &intent))
        return again();
    same = payment->ref[0] == '\0' || fy_slice_equal(intent.ref, fy_slice_of(payment->ref));
    held = intent.status == INTENT_REQUIRES_CAPTURE || intent.status == INTENT_REQUIRES_ACTION;
    verdict.tale.event = payment->look_count > 0 ? payment->looks[0].event : NULL;
    verdict.tale.intent.ref = intent.ref;
    if (!same || (over && held)) {
        verdict.tale.word = held ? "orphan" : "not_ours";
        return verdict;
    }
    if (is_known(payment, intent.status)) {
        verdict.tale.word = "standing";
        return payment->look_count > 0 ? verdict
                                       : again(); /* Nothing new: nobody need hear of it. */
    }
    return as_it_stands(payment, &intent);
}

/* Cancelled now, or before: a 4xx says that it cannot be any more. */
static struct verdict orphan(const struct payment *payment)
{
    struct verdict verdict = telling(TALE_SEEN, payment);

    verdict.tale.word = "orphan_voided";
    verdict.tale.intent.ref = fy_slice_of(payment->orphans[0]);
    return verdict;
}

static struct verdict attempt_answered(
    const struct payment *payment, const struct provider_answer *answer, struct fy_arena *arena)
{
    bool refuses =
        answer->status < 500 && !provider_error_is(answer->body, "idempotency_error", arena);

    if (answer->status < 300)
        return done(payment, answer->body, arena);
    if (answer->status == 402 || (refuses && payment->step == PAYMENT_STEP_AUTHORISE))
        return declined(payment, answer->body, arena);
    return (struct verdict){.kind = VERDICT_VERIFY, .refused = refuses};
}

/* Nobody knows whether it is done, or it is under way. */
static bool is_unknown(const struct provider_answer *answer)
{
    return answer->fate != PROVIDER_ANSWERED || answer->status < 200 || answer->status == 409 ||
           (answer->status >= 500 && !answer->replayed);
}

/* Nothing was heard, or nothing of what was asked for. */
static bool is_no_answer(const struct provider_answer *answer, struct verdict *ret_verdict)
{
    *ret_verdict = again();
    if (is_unknown(answer))
        return true;
    if (answer->status == 429) {
        ret_verdict->kind = VERDICT_SLOWER;
        ret_verdict->wait_ms = answer->retry_after_ms > 0 ? answer->retry_after_ms : SLOWER_MS;
        return true;
    }
    ret_verdict->kind = VERDICT_BARRED;
    return answer->status == 401 || answer->status == 403;
}

struct verdict judge(const struct payment *payment,
    enum call_kind kind,
    bool refused,
    const struct provider_answer *answer,
    struct fy_arena *arena)
{
    struct verdict verdict;

    if (is_no_answer(answer, &verdict))
        return verdict;
    if (kind == CALL_ATTEMPT)
        return attempt_answered(payment, answer, arena);
    if (kind == CALL_ORPHAN && answer->status < 500 &&
        (answer->status < 300 || answer->status >= 400))
        return orphan(payment);
    if (answer->status >= 300)
        return again(); /* What only reads has no last word. */
    if (kind == CALL_SEE)
        return seen(payment, answer->body, arena);
    return verified(payment,
        kind == CALL_VERIFY && payment->step == PAYMENT_STEP_AUTHORISE && payment->look_count == 0,
        refused, answer, arena);
}

struct verdict judge_page(
    const struct provider_answer *answer, struct fy_arena *arena, struct page *ret_page)
{
    struct verdict verdict;

    if (is_no_answer(answer, &verdict))
        return verdict;
    if (answer->status >= 300 || !provider_read_page(answer->body, arena, ret_page))
        return again();
    verdict.kind = VERDICT_READ;
    return verdict;
}
