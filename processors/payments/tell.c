#include "processors/payments/tell.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ISO 4217 for none: of a payment that is voided before anybody said what of. */
#define NO_CURRENCY                                                                                \
    "X"                                                                                            \
    "X"                                                                                            \
    "X"

/* What there is room for one of in a report. */
struct parts {
    struct attempt_begun attempt;
    struct payment_authorised authorised;
    struct action_required action;
    struct payment_declined declined;
    struct payment_captured captured;
    struct payment_voided voided;
    struct payment_refunded refunded;
    struct step_not_done not_done;
    struct provider_state_seen seen;
    char key[PROVIDER_KEY];
    char id[FY_UUID_TEXT + 1];
};

static struct fy_slice text_of(const char *text)
{
    return text == NULL || text[0] == '\0' ? (struct fy_slice){0} : fy_slice_of(text);
}

struct tale tale_again(const struct payment *payment)
{
    struct tale tale = {.refund = -1, .step = payment->owed_step, .word = "asked"};
    int refund = payment_refund_find(payment, fy_slice_of(payment->owed_refund));

    if (payment->owed_step == PAYMENT_STEP_REFUND) {
        bool done = refund >= 0 && payment->refunds[refund].state == REFUND_DONE;

        tale.kind = done ? TALE_REFUNDED : TALE_NOT_DONE;
        tale.refund = refund;
        tale.word = "refused";
        return tale;
    }
    switch (payment->state) {
    case PAYMENT_STATE_ACTION_REQUIRED:
        tale.kind = TALE_ACTION;
        tale.intent.url = fy_slice_of(payment->url);
        break;
    case PAYMENT_STATE_AUTHORISED:
        tale.kind = TALE_AUTHORISED;
        break;
    case PAYMENT_STATE_CAPTURED:
        tale.kind = TALE_CAPTURED;
        break;
    case PAYMENT_STATE_DECLINED:
        tale.kind = TALE_DECLINED;
        tale.intent.code = fy_slice_of(payment->code);
        break;
    case PAYMENT_STATE_EXPIRED:
        tale.kind = TALE_EXPIRED;
        break;
    case PAYMENT_STATE_VOIDED:
        tale.kind = TALE_VOIDED;
        break;
    default: /* What is under way answers by itself. */
        tale.kind = TALE_SEEN;
        tale.word = "standing";
        break;
    }
    return tale;
}

/* --- How it stands then ---------------------------------------------------------------------- */

static struct payment_standing standing_of(const struct payment *payment)
{
    return (struct payment_standing){.state = payment->state,
        .currency = fy_slice_of(payment->currency[0] != '\0' ? payment->currency : NO_CURRENCY),
        .authorised_minor = payment->authorised,
        .captured_minor = payment->captured,
        .refunded_minor = payment->refunded,
        .fee_minor = payment->fee,
        .provider_ref = text_of(payment->ref),
        .has_expires_ms = payment->expires_ms > 0,
        .expires_ms = payment->expires_ms};
}

static void end_at(struct payment_standing *standing, enum payment_state state)
{
    standing->state = state;
    standing->has_expires_ms = false;
    standing->expires_ms = 0;
}

static void stand(
    struct payment_standing *standing, const struct payment *payment, const struct tale *tale)
{
    const struct intent *intent = &tale->intent;
    bool new_ref = intent->ref.data != NULL && tale->kind != TALE_SEEN;

    if (new_ref)
        standing->provider_ref = intent->ref;
    switch (tale->kind) {
    case TALE_ATTEMPT:
        if (tale->step == PAYMENT_STEP_AUTHORISE)
            standing->state = PAYMENT_STATE_PENDING;
        break;
    case TALE_AUTHORISED:
        if (!new_ref)
            break;
        standing->state = PAYMENT_STATE_AUTHORISED;
        standing->authorised_minor = intent->amount;
        standing->has_expires_ms = intent->expires_ms > 0;
        standing->expires_ms = intent->expires_ms;
        break;
    case TALE_ACTION:
        standing->state = PAYMENT_STATE_ACTION_REQUIRED;
        break;
    case TALE_DECLINED:
        end_at(standing, PAYMENT_STATE_DECLINED);
        break;
    case TALE_CAPTURED:
        end_at(standing, PAYMENT_STATE_CAPTURED);
        if (!new_ref)
            break;
        standing->authorised_minor = intent->amount;
        standing->captured_minor = intent->received;
        standing->fee_minor = intent->fee;
        break;
    case TALE_VOIDED:
        end_at(standing, PAYMENT_STATE_VOIDED);
        break;
    case TALE_EXPIRED:
        end_at(standing, PAYMENT_STATE_EXPIRED);
        break;
    case TALE_REFUNDED:
        if (payment->refunds[tale->refund].state != REFUND_DONE)
            standing->refunded_minor += payment->refunds[tale->refund].amount;
        break;
    case TALE_NOT_DONE:
    case TALE_SEEN:
        break;
    }
}

/* --- The record ------------------------------------------------------------------------------ */

static struct fy_slice refund_id(const struct payment *payment, const struct tale *tale)
{
    if (tale->refund >= 0)
        return fy_slice_of(payment->refunds[tale->refund].id);
    return tale->step == PAYMENT_STEP_REFUND ? text_of(payment->owed_refund) : (struct fy_slice){0};
}

static void begin_attempt(const struct payment *payment,
    const struct tale *tale,
    const char *instance,
    struct attempt_begun *attempt,
    char *key)
{
    struct fy_slice refund = refund_id(payment, tale);

    provider_key(payment->payment, tale->step,
        refund.data == NULL ? "" : payment->refunds[tale->refund].id, tale->attempt, key);
    *attempt = (struct attempt_begun){.step = tale->step,
        .refund_id = refund,
        .attempt = tale->attempt,
        .idempotency_key = fy_slice_of(key),
        .instance = fy_slice_of(instance),
        .has_amount_minor = tale->step != PAYMENT_STEP_VOID};
    if (!attempt->has_amount_minor)
        return;
    attempt->currency = fy_slice_of(payment->currency);
    attempt->amount_minor = tale->step == PAYMENT_STEP_AUTHORISE ? payment->amount
                            : tale->step == PAYMENT_STEP_CAPTURE
                                ? payment->capture_amount
                                : payment->refunds[tale->refund].amount;
    if (tale->step == PAYMENT_STEP_AUTHORISE)
        attempt->payment_method = fy_slice_of(payment->method);
}

static void fill(const struct payment *payment,
    const struct tale *tale,
    int64_t now_ms,
    struct parts *parts,
    struct payment_report *report)
{
    struct fy_slice currency = report->standing.currency, refund = refund_id(payment, tale);

    switch (tale->kind) {
    case TALE_ATTEMPT:
        report->attempt_begun = &parts->attempt;
        break;
    case TALE_AUTHORISED:
        parts->authorised.paid_ms = now_ms;
        report->payment_authorised = &parts->authorised;
        break;
    case TALE_ACTION:
        parts->action.url = tale->intent.url;
        report->action_required = &parts->action;
        break;
    case TALE_DECLINED:
        parts->declined.code = tale->intent.code;
        report->payment_declined = &parts->declined;
        break;
    case TALE_CAPTURED:
        parts->captured = (struct payment_captured){
            {report->standing.captured_minor, currency}, report->standing.fee_minor, currency};
        report->payment_captured = &parts->captured;
        break;
    case TALE_VOIDED:
    case TALE_EXPIRED:
        parts->voided.reason = fy_slice_of(tale->kind == TALE_EXPIRED ? "expired" : tale->word);
        report->payment_voided = &parts->voided;
        break;
    case TALE_REFUNDED:
        parts->refunded =
            (struct payment_refunded){refund, {payment->refunds[tale->refund].amount, currency}};
        report->payment_refunded = &parts->refunded;
        break;
    case TALE_NOT_DONE:
        parts->not_done = (struct step_not_done){tale->step, refund, fy_slice_of(tale->word)};
        report->step_not_done = &parts->not_done;
        break;
    case TALE_SEEN:
        parts->seen = (struct provider_state_seen){
            text_of(tale->event), tale->intent.ref, fy_slice_of(tale->word)};
        report->provider_state_seen = &parts->seen;
        break;
    }
}

/* The request that it answers, or that made us try. */
static struct fy_slice cause_of(const struct payment *payment, const struct tale *tale)
{
    if (payment->answer_owed && !payment->open && tale->kind != TALE_ATTEMPT)
        return text_of(payment->owed_cause);
    if (tale->refund >= 0)
        return text_of(payment->refunds[tale->refund].cause);
    return text_of(payment->cause[tale->step]);
}

enum fy_status tell(const struct payment *payment,
    const struct tale *tale,
    const char *instance,
    int64_t now_ms,
    struct fy_arena *arena,
    struct fy_slice *ret_value,
    struct fy_err *err)
{
    struct payment_report report = {.order = fy_slice_of(payment->order),
        .payment = fy_slice_of(payment->payment),
        .standing = standing_of(payment),
        .version = payment->version + 1};
    struct parts parts = {0};
    char version[24];
    struct fy_slice about[] = {
        fy_slice_of("payments"), fy_slice_of(payment->payment), fy_slice_of(instance), {0}};

    (void)snprintf(version, sizeof(version), "%" PRId64, report.version);
    about[3] = fy_slice_of(version);
    fy_uuid_derive(about, 4, parts.id);
    report.envelope = (struct envelope){.event_id = fy_slice_of(parts.id),
        .cause_id = cause_of(payment, tale),
        .root = fy_slice_of(payment->root[0] != '\0' ? payment->root : payment->order),
        .actor = fy_slice_of("service:payments"),
        .event_ms = now_ms};
    stand(&report.standing, payment, tale);
    if (tale->kind == TALE_ATTEMPT)
        begin_attempt(payment, tale, instance, &parts.attempt, parts.key);
    fill(payment, tale, now_ms, &parts, &report);
    return payment_report_encode(&report, arena, ret_value, err);
}
