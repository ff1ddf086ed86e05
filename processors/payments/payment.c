#include "processors/payments/payment.h"

#include <string.h>

enum { LOOK_AFTER_END_MS = 2000 }; /* Until the provider has ended it, too. */

void payment_text(char *to, size_t size, struct fy_slice text)
{
    size_t kept = text.data == NULL ? 0 : text.size < size - 1 ? text.size : size - 1;

    if (kept > 0)
        memcpy(to, text.data, kept);
    memset(to + kept, 0, size - kept);
}

static bool is(const char *text, struct fy_slice slice)
{
    return slice.data != NULL && fy_slice_equal(fy_slice_of(text), slice);
}

int payment_refund_find(const struct payment *payment, struct fy_slice id)
{
    for (int i = 0; i < payment->refund_count; i++)
        if (is(payment->refunds[i].id, id))
            return i;
    return -1;
}

/* -1: there is no room. */
static int refund_of(struct payment *payment, struct fy_slice id)
{
    int index = payment_refund_find(payment, id);

    if (index >= 0 || payment->refund_count == PAYMENT_REFUNDS_MAX)
        return index;
    index = payment->refund_count++;
    payment->refunds[index] = (struct refund){.state = REFUND_REFUSED};
    payment_text(payment->refunds[index].id, PAYMENT_NAME, id);
    return index;
}

/* Nothing was asked of the provider, or what was is under way. */
static bool is_undecided(const struct payment *payment)
{
    return payment->state == PAYMENT_STATE_NONE || payment->state == PAYMENT_STATE_PENDING;
}

/* Nothing is promised or taken, and nothing of it will be. */
static bool is_over(const struct payment *payment)
{
    return payment->state == PAYMENT_STATE_VOIDED || payment->state == PAYMENT_STATE_DECLINED ||
           payment->state == PAYMENT_STATE_EXPIRED;
}

/* --- Requests -------------------------------------------------------------------------------- */

/*
 * Whoever asks for what is so already is told again. A request that was appended before the newest
 * report is no repeat of one that it answers: it was read late, behind it.
 */
static void owe(struct payment *payment,
    const struct payment_request *request,
    enum payment_step step,
    struct fy_slice refund,
    int64_t append_ms)
{
    if (append_ms <= payment->told_ms)
        return;
    payment->answer_owed = true;
    payment->owed_step = step;
    payment_text(payment->owed_refund, PAYMENT_NAME, refund);
    payment_text(payment->owed_cause, sizeof(payment->owed_cause), request->envelope.event_id);
}

static void ask_authorise(
    struct payment *payment, const struct payment_request *request, int64_t append_ms)
{
    const struct authorise_payment *wish = request->authorise_payment;

    if (payment->amount == 0 && payment->state == PAYMENT_STATE_NONE) {
        payment->amount = wish->amount.minor;
        payment_text(payment->currency, sizeof(payment->currency), wish->amount.currency);
        payment_text(payment->method, sizeof(payment->method), wish->payment_method);
        payment->state = PAYMENT_STATE_PENDING;
        return;
    }
    if (payment->amount == 0) { /* Only reports were read until now. */
        payment->amount = wish->amount.minor;
        payment_text(payment->method, sizeof(payment->method), wish->payment_method);
    }
    if (payment->state != PAYMENT_STATE_PENDING)
        owe(payment, request, PAYMENT_STEP_AUTHORISE, (struct fy_slice){0}, append_ms);
}

static void ask_refund(
    struct payment *payment, const struct payment_request *request, int64_t append_ms)
{
    const struct refund_payment *wish = request->refund_payment;
    int index = refund_of(payment, wish->refund_id);
    struct refund *refund = &payment->refunds[index < 0 ? 0 : index];

    if (index < 0 || refund->state == REFUND_DONE) {
        owe(payment, request, PAYMENT_STEP_REFUND, wish->refund_id, append_ms);
        return;
    }
    if (refund->state == REFUND_REFUSED && append_ms <= payment->told_ms && refund->amount > 0)
        return; /* Refused since. */
    refund->state = REFUND_WANTED;
    refund->amount = wish->amount.minor;
    payment_text(refund->cause, sizeof(refund->cause), request->envelope.event_id);
}

void payment_ask(struct payment *payment, const struct payment_request *request, int64_t append_ms)
{
    enum payment_step step = request->authorise_payment != NULL ? PAYMENT_STEP_AUTHORISE
                             : request->capture_payment != NULL ? PAYMENT_STEP_CAPTURE
                             : request->void_payment != NULL    ? PAYMENT_STEP_VOID
                                                                : PAYMENT_STEP_REFUND;
    bool late = append_ms <= payment->told_ms; /* Read behind a report that was written later. */

    if (payment->order[0] == '\0') {
        payment_text(payment->order, sizeof(payment->order), request->order);
        payment_text(payment->root, sizeof(payment->root), request->envelope.root);
    }
    payment_text(payment->cause[step], sizeof(payment->cause[step]), request->envelope.event_id);
    switch (step) {
    case PAYMENT_STEP_AUTHORISE:
        ask_authorise(payment, request, append_ms);
        break;
    case PAYMENT_STEP_CAPTURE:
        if (payment->state == PAYMENT_STATE_CAPTURED)
            owe(payment, request, step, (struct fy_slice){0}, append_ms);
        else if (!late || !is_over(payment))
            payment->capture_amount = request->capture_payment->amount.minor;
        break;
    case PAYMENT_STEP_VOID:
        if (payment->state == PAYMENT_STATE_VOIDED)
            owe(payment, request, step, (struct fy_slice){0}, append_ms);
        else if (!late || payment->state != PAYMENT_STATE_CAPTURED)
            payment->void_asked = true;
        break;
    case PAYMENT_STEP_REFUND:
        if (request->refund_payment != NULL)
            ask_refund(payment, request, append_ms);
        break;
    }
}

/* --- Reports --------------------------------------------------------------------------------- */

static void told_attempt(
    struct payment *payment, const struct attempt_begun *attempt, int64_t append_ms)
{
    bool is_refund = attempt->step == PAYMENT_STEP_REFUND;
    int refund = is_refund ? refund_of(payment, attempt->refund_id) : -1;
    int32_t *number =
        refund >= 0 ? &payment->refunds[refund].attempts : &payment->attempts[attempt->step];

    if (attempt->attempt != *number || !payment->open)
        payment->key_ms = append_ms;
    *number = attempt->attempt;
    payment->open = !is_refund || refund >= 0;
    payment->step = attempt->step;
    payment->refund = refund;
    payment->begun_ms = append_ms;
    payment_text(payment->instance, sizeof(payment->instance), attempt->instance);
    if (attempt->step == PAYMENT_STEP_AUTHORISE && payment->amount == 0) {
        payment->amount = attempt->amount_minor;
        payment_text(payment->method, sizeof(payment->method), attempt->payment_method);
    }
    if (attempt->step == PAYMENT_STEP_CAPTURE && payment->capture_amount == 0)
        payment->capture_amount = attempt->amount_minor;
    if (attempt->step == PAYMENT_STEP_VOID)
        payment->void_asked = true;
    if (refund >= 0) {
        payment->refunds[refund].state = REFUND_WANTED;
        payment->refunds[refund].amount = attempt->amount_minor;
    }
}

static void told_not_done(struct payment *payment, const struct step_not_done *not_done)
{
    int refund;

    switch (not_done->step) {
    case PAYMENT_STEP_AUTHORISE:
        break;
    case PAYMENT_STEP_CAPTURE:
        payment->capture_amount = 0;
        break;
    case PAYMENT_STEP_VOID:
        payment->void_asked = false;
        break;
    case PAYMENT_STEP_REFUND:
        refund = refund_of(payment, not_done->refund_id);
        if (refund >= 0)
            payment->refunds[refund].state = REFUND_REFUSED;
        break;
    }
}

static void told_seen(struct payment *payment, const struct provider_state_seen *seen)
{
    int at = 0;

    while (at < payment->orphan_count && !is(payment->orphans[at], seen->provider_ref))
        at++;
    if (is("orphan", seen->type) && at == payment->orphan_count && at < PAYMENT_ORPHANS_MAX &&
        seen->provider_ref.data != NULL) {
        payment_text(payment->orphans[payment->orphan_count++], PAYMENT_REF, seen->provider_ref);
    } else if (is("orphan_voided", seen->type) && at < payment->orphan_count) {
        payment->orphan_count--;
        memmove(payment->orphans[at], payment->orphans[at + 1],
            (size_t)(payment->orphan_count - at) * PAYMENT_REF);
    }
}

/* Settled, or seen as it is. The others are other promises, and still to be looked at. */
static void looked_at(struct payment *payment, struct fy_slice ref)
{
    for (int i = 0; i < payment->look_count; i++) {
        if (!is(payment->looks[i].ref, ref))
            continue;
        payment->look_count--;
        memmove(&payment->looks[i], &payment->looks[i + 1],
            (size_t)(payment->look_count - i) * sizeof(payment->looks[0]));
        memset(&payment->looks[payment->look_count], 0, sizeof(payment->looks[0]));
        return;
    }
}

static void told_outcome(struct payment *payment, const struct payment_report *report)
{
    if (report->payment_declined != NULL)
        payment_text(payment->code, sizeof(payment->code), report->payment_declined->code);
    if (report->action_required != NULL)
        payment_text(payment->url, sizeof(payment->url), report->action_required->url);
    if (report->payment_captured != NULL)
        payment->capture_amount = 0;
    if (report->payment_refunded != NULL) {
        int refund = refund_of(payment, report->payment_refunded->refund_id);

        if (refund >= 0) {
            payment->refunds[refund].state = REFUND_DONE;
            payment->refunds[refund].amount = report->payment_refunded->amount.minor;
        }
    }
    if (report->step_not_done != NULL)
        told_not_done(payment, report->step_not_done);
    if (report->provider_state_seen != NULL)
        told_seen(payment, report->provider_state_seen);
}

void payment_told(struct payment *payment, const struct payment_report *report, int64_t append_ms)
{
    const struct payment_standing *standing = &report->standing;

    if (report->version != payment->version + 1)
        return; /* Somebody was there before, or it is read again. */
    payment->version = report->version;
    payment->told_ms = append_ms;
    if (payment->order[0] == '\0') {
        payment_text(payment->order, sizeof(payment->order), report->order);
        payment_text(payment->root, sizeof(payment->root), report->envelope.root);
    }
    payment->state = standing->state;
    payment->authorised = standing->authorised_minor;
    payment->captured = standing->captured_minor;
    payment->refunded = standing->refunded_minor;
    payment->fee = standing->fee_minor;
    payment->expires_ms = standing->has_expires_ms ? standing->expires_ms : 0;
    payment_text(payment->ref, sizeof(payment->ref), standing->provider_ref);
    payment_text(payment->currency, sizeof(payment->currency), standing->currency);
    if (report->attempt_begun != NULL) {
        told_attempt(payment, report->attempt_begun, append_ms);
        return;
    }
    if (report->provider_state_seen == NULL) { /* Which says nothing of what is under way. */
        payment->open = false;
        looked_at(payment, standing->provider_ref);
    } else {
        looked_at(payment, report->provider_state_seen->provider_ref);
    }
    payment->answer_owed = false;
    told_outcome(payment, report);
}

/* --- Webhooks -------------------------------------------------------------------------------- */

/* How far the provider's words are: what is not behind what we know is news. */
static bool is_news(const struct payment *payment, const struct webhook *hook)
{
    bool held = payment->state == PAYMENT_STATE_AUTHORISED ||
                payment->state == PAYMENT_STATE_ACTION_REQUIRED;

    if (is_undecided(payment))
        return true;
    if (is("requires_capture", hook->status))
        return payment->state == PAYMENT_STATE_ACTION_REQUIRED;
    if (is("canceled", hook->status))
        return held;
    if (is("succeeded", hook->status))
        return payment->state != PAYMENT_STATE_CAPTURED;
    return is("requires_payment_method", hook->status) &&
           payment->state == PAYMENT_STATE_ACTION_REQUIRED;
}

/* It is of another intent than ours, and something may be held by it. */
static bool is_orphan(const struct payment *payment, const struct webhook *hook)
{
    for (int i = 0; i < payment->orphan_count; i++)
        if (is(payment->orphans[i], hook->provider_ref))
            return false;
    return is("requires_capture", hook->status) || is("requires_action", hook->status);
}

/* Never believed: it says where to look. */
void payment_hook(struct payment *payment, const struct webhook *hook)
{
    int at = 0;
    bool ours = payment->ref[0] != '\0' ? is(payment->ref, hook->provider_ref) : !is_over(payment);

    if (hook->refund_id.data != NULL || !(ours ? is_news(payment, hook) : is_orphan(payment, hook)))
        return;
    if (payment->amount == 0 && payment->attempts[PAYMENT_STEP_AUTHORISE] == 0)
        return; /* Nothing of ours. */
    while (at < payment->look_count && !is(payment->looks[at].ref, hook->provider_ref))
        at++;
    if (at == PAYMENT_LOOKS_MAX)
        return;
    if (at == payment->look_count)
        payment->look_count++;
    payment_text(payment->looks[at].ref, PAYMENT_REF, hook->provider_ref);
    payment_text(payment->looks[at].event, PAYMENT_REF, hook->provider_event);
}

/* --- What is to be done ---------------------------------------------------------------------- */

static struct need attempt_of(const struct payment *payment, enum payment_step step, int refund)
{
    int32_t used = refund >= 0 ? payment->refunds[refund].attempts : payment->attempts[step];

    return (struct need){.kind = NEED_ATTEMPT, .step = step, .refund = refund, .attempt = used + 1};
}

static struct need refuse(enum payment_step step, int refund, const char *reason)
{
    return (struct need){.kind = NEED_REFUSE, .step = step, .refund = refund, .reason = reason};
}

static struct need under_way(const struct payment *payment, const char *instance, int64_t now_ms)
{
    struct need need = {.kind = NEED_CALL, .step = payment->step, .refund = payment->refund};

    need.attempt = payment->refund >= 0 ? payment->refunds[payment->refund].attempts
                                        : payment->attempts[payment->step];
    need.at_ms = payment->begun_ms + PAYMENT_LEASE_MS;
    if (strcmp(payment->instance, instance) != 0)
        need.kind = need.at_ms > now_ms ? NEED_WAIT : NEED_ATTEMPT;
    else if (need.at_ms - PAYMENT_CALL_MS <= now_ms)
        need.kind = NEED_ATTEMPT; /* A call might still be out when another may take it over. */
    return need;
}

/* False: nothing of it is wanted now. */
static bool need_void(const struct payment *payment, struct need *ret_need)
{
    if (!payment->void_asked)
        return false;
    switch (payment->state) {
    case PAYMENT_STATE_NONE:
    case PAYMENT_STATE_PENDING:
    case PAYMENT_STATE_DECLINED:
    case PAYMENT_STATE_EXPIRED:
        *ret_need = (struct need){.kind = NEED_VOIDED, .step = PAYMENT_STEP_VOID, .refund = -1};
        return true;
    case PAYMENT_STATE_AUTHORISED:
    case PAYMENT_STATE_ACTION_REQUIRED:
        *ret_need = attempt_of(payment, PAYMENT_STEP_VOID, -1);
        return true;
    case PAYMENT_STATE_CAPTURED:
        *ret_need = refuse(PAYMENT_STEP_VOID, -1, "captured");
        return true;
    case PAYMENT_STATE_VOIDED:
        break;
    }
    return false;
}

static bool need_capture(const struct payment *payment, struct need *ret_need)
{
    if (payment->capture_amount == 0)
        return false;
    switch (payment->state) {
    case PAYMENT_STATE_AUTHORISED:
        *ret_need = payment->capture_amount > payment->authorised
                        ? refuse(PAYMENT_STEP_CAPTURE, -1, "too_much")
                        : attempt_of(payment, PAYMENT_STEP_CAPTURE, -1);
        return true;
    case PAYMENT_STATE_PENDING:
    case PAYMENT_STATE_ACTION_REQUIRED:
        return false; /* When it is promised. */
    case PAYMENT_STATE_NONE:
        *ret_need = refuse(PAYMENT_STEP_CAPTURE, -1, "unknown_payment");
        return true;
    case PAYMENT_STATE_EXPIRED:
        *ret_need = refuse(PAYMENT_STEP_CAPTURE, -1, "expired");
        return true;
    default:
        *ret_need = refuse(PAYMENT_STEP_CAPTURE, -1, "not_authorised");
        return true;
    }
}

static bool need_refund(const struct payment *payment, struct need *ret_need)
{
    for (int i = 0; i < payment->refund_count; i++) {
        const struct refund *refund = &payment->refunds[i];

        if (refund->state != REFUND_WANTED)
            continue;
        if (payment->state != PAYMENT_STATE_CAPTURED) {
            if (payment->capture_amount > 0)
                continue; /* Behind it. */
            *ret_need = refuse(PAYMENT_STEP_REFUND, i,
                payment->state == PAYMENT_STATE_NONE ? "unknown_payment" : "not_authorised");
        } else if (refund->amount > payment->captured - payment->refunded) {
            *ret_need = refuse(PAYMENT_STEP_REFUND, i, "too_much");
        } else {
            *ret_need = attempt_of(payment, PAYMENT_STEP_REFUND, i);
        }
        return true;
    }
    return false;
}

struct need payment_need(const struct payment *payment, const char *instance, int64_t now_ms)
{
    struct need need = {.kind = NEED_NOTHING, .refund = -1};

    if (payment->open)
        return under_way(payment, instance, now_ms);
    if (payment->orphan_count > 0) {
        need.kind = NEED_ORPHAN;
        return need;
    }
    if (need_void(payment, &need))
        return need;
    if (payment->amount > 0 && is_undecided(payment))
        return attempt_of(payment, PAYMENT_STEP_AUTHORISE, -1);
    if (need_capture(payment, &need) || need_refund(payment, &need))
        return need;
    if (payment->answer_owed) {
        need.kind = NEED_ANSWER;
    } else if (payment->look_count > 0 || payment->state == PAYMENT_STATE_ACTION_REQUIRED) {
        need.kind = NEED_LOOK;
    } else if (payment->state == PAYMENT_STATE_AUTHORISED && payment->expires_ms > 0) {
        need.at_ms = payment->expires_ms + LOOK_AFTER_END_MS;
        need.kind = need.at_ms > now_ms ? NEED_WAIT : NEED_LOOK;
    }
    return need;
}

bool payment_is_open(const struct payment *payment)
{
    return payment_need(payment, "", 0).kind != NEED_NOTHING;
}
