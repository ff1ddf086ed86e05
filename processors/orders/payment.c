/* What payments reports. */
#include "processors/orders/decide.h"
#include "processors/orders/money.h"

static const char *what_of(enum saga_input kind)
{
    switch (kind) {
    case SAGA_AUTHORISED:
        return "authorised";
    case SAGA_ACTION:
        return "action_required";
    case SAGA_DECLINED:
        return "declined";
    case SAGA_CAPTURED:
        return "captured";
    case SAGA_VOIDED:
        return "voided";
    case SAGA_REFUNDED:
        return "refunded";
    case SAGA_PROMISE_GONE:
    case SAGA_REFUND_FAILED:
        return "not_done";
    default:
        return "seen";
    }
}

static struct fy_slice reason_of(const struct payment_report *report)
{
    if (report->payment_declined != NULL)
        return report->payment_declined->code;
    return report->step_not_done != NULL ? report->step_not_done->reason : (struct fy_slice){0};
}

static struct fy_slice refund_of(const struct payment_report *report)
{
    if (report->payment_refunded != NULL)
        return report->payment_refunded->refund_id;
    return report->step_not_done != NULL ? report->step_not_done->refund_id : (struct fy_slice){0};
}

static void tell_seen(struct saga *it, enum order_state state)
{
    const struct payment_report *report = it->input->report;

    TELL(it, state, payment_seen, .payment = report->payment, .standing = report->standing,
        .version = report->version, .what = fy_slice_of(what_of(it->input->kind)),
        .reason = reason_of(report),
        .action_url =
            report->action_required != NULL ? report->action_required->url : (struct fy_slice){0},
        .refund_id = refund_of(report));
}

void rule_see_payment(struct saga *it)
{
    tell_seen(it, saga_state(it));
}

/* Once: who must confirm at the provider has more time, but not for ever. */
void rule_ask_action(struct saga *it)
{
    tell_seen(it, ORDER_STATE_ACTION_REQUIRED);
    if (!it->order->row.extended)
        TELL(it, ORDER_STATE_ACTION_REQUIRED, pay_time_extended,
            .pay_until_ms = it->order->row.pay_until_ms + it->order->row.terms.extend_for_ms);
}

void rule_authorised(struct saga *it)
{
    tell_seen(it, saga_state(it));
    if (it->order->payment.authorised_minor < money_total_minor(it->order)) {
        saga_cancel(it, "payment_failed");
        return;
    }
    TELL(it, ORDER_STATE_COMMITTING, commit_asked,
        .line_count = (int32_t)it->order->row.lines.count);
}

void rule_declined(struct saga *it)
{
    tell_seen(it, saga_state(it));
    saga_refused(it, fy_slice_of("payment_declined"), NULL);
}

void rule_promise_gone(struct saga *it)
{
    bool expired = it->input->report->standing.state == PAYMENT_STATE_EXPIRED;

    tell_seen(it, saga_state(it));
    saga_cancel(it, expired ? "payment_expired" : "payment_failed");
}

static void cancel_as_noted(struct saga *it)
{
    int32_t lines[ORDER_LINES_MAX];
    size_t count = it->order->row.lines.count;

    for (size_t i = 0; i < count; i++)
        lines[i] = (int32_t)i;
    saga_cancel_rest(it, lines, count, "customer", (struct fy_slice){0});
}

void rule_captured(struct saga *it)
{
    tell_seen(it, ORDER_STATE_CAPTURING);
    TELL(it, ORDER_STATE_CONFIRMED, order_confirmed,
        .amount = {.minor = it->order->payment.captured_minor, .currency = it->order->row.currency},
        .accept_until_ms = it->now_ms + it->order->row.terms.accept_for_ms);
    if (it->order->payment.captured_minor != money_total_minor(it->order))
        saga_operator(it, "amount_differs");
    if (it->order->row.cancel_noted)
        cancel_as_noted(it);
}

void rule_refund_failed(struct saga *it)
{
    tell_seen(it, saga_state(it));
    saga_operator(it, "refund_failed");
}
