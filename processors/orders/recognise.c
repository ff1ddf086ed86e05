/* Which input a record is: a request by what it asks, an answer by what it says that is new. */
#include "processors/orders/decide.h"

#include <stdio.h>
#include <string.h>

struct order_input order_recognise_request(const struct order_request *request)
{
    struct order_input input = {.kind = SAGA_RESOLVE, .request = request, .line = -1};

    if (request->place_order != NULL)
        input.kind = SAGA_PLACE;
    if (request->cancel_order != NULL)
        input.kind = SAGA_CANCEL;
    if (request->return_items != NULL)
        input.kind = SAGA_RETURN;
    if (request->accept_sub_order != NULL)
        input.kind = SAGA_ACCEPT;
    if (request->reject_sub_order != NULL)
        input.kind = SAGA_REJECT;
    if (request->ship_items != NULL)
        input.kind = SAGA_SHIP;
    if (request->deliver_sub_order != NULL)
        input.kind = SAGA_DELIVER;
    return input;
}

const struct order_answer *order_repeat(
    const struct order_now *order, const struct order_request *request)
{
    for (size_t i = 0; i < order->row.recent.count; i++)
        if (fy_slice_equal(order->recent[i].event_id, request->envelope.event_id))
            return &order->recent[i];
    return NULL;
}

/* --- Stock ----------------------------------------------------------------------------------- */

bool order_hold_parse(
    const struct order_now *order, struct fy_slice hold, int *ret_line, int *ret_attempt)
{
    char text[24];
    size_t head = order->id.size;

    if (hold.size <= head + 1 || hold.size - head >= sizeof(text) ||
        memcmp(hold.data, order->id.data, head) != 0)
        return false;
    memcpy(text, hold.data + head, hold.size - head);
    text[hold.size - head] = '\0';
    return sscanf(text, "/%9d/%9d", ret_line, ret_attempt) == 2 && *ret_line >= 0 &&
           (size_t)*ret_line < order->row.lines.count;
}

/* Free, and whatever else cannot be freed any more: all of it has left. */
static bool is_freed(const struct stock_reply *reply)
{
    enum hold_state state = reply->standing.state;

    return state == HOLD_STATE_RELEASED || state == HOLD_STATE_REFUSED ||
           state == HOLD_STATE_SHIPPED || state == HOLD_STATE_RETURNED;
}

static bool is_released_before(const struct order_now *order, int line, int attempt)
{
    for (size_t i = 0; i < order->row.releases.count; i++)
        if (order->releases[i].line == line && order->releases[i].attempt == attempt)
            return true;
    return false;
}

/* Of a hold that is to be freed nothing else counts. */
static enum saga_input kind_of_release(const struct stock_reply *reply)
{
    if (is_freed(reply))
        return SAGA_RELEASED;
    return reply->asked == STOCK_ASKED_RELEASE && reply->not_done.size > 0 ? SAGA_STOCK_DIFFERS
                                                                           : SAGA_OLD_REPLY;
}

static enum saga_input kind_of_parcel(
    const struct order_line *line, const struct stock_reply *reply)
{
    bool ship = line->standing.shipped_units > line->told_shipped_units;
    bool back = line->standing.returned_units > line->told_returned_units;

    if (reply->not_done.size > 0 && ((ship && reply->asked == STOCK_ASKED_SHIP) ||
                                        (back && reply->asked == STOCK_ASKED_RETURN)))
        return SAGA_STOCK_DIFFERS;
    if ((ship && reply->standing.shipped_units > line->told_shipped_units) ||
        (back && reply->standing.returned_units > line->told_returned_units))
        return SAGA_TOLD;
    return line->release_open ? kind_of_release(reply) : SAGA_OLD_REPLY;
}

static enum saga_input kind_of_reply(const struct order_line *line, const struct stock_reply *reply)
{
    const struct hold_standing *standing = &reply->standing;
    bool held = standing->supplier.size > 0 && standing->price != NULL;
    bool ended = standing->state == HOLD_STATE_RELEASED || standing->state == HOLD_STATE_REFUSED;

    switch (line->standing.state) {
    case LINE_STATE_HOLDING:
        if (standing->state == HOLD_STATE_HELD && held)
            return SAGA_HELD;
        if (standing->state == HOLD_STATE_REFUSED)
            return SAGA_HOLD_REFUSED;
        return ended ? SAGA_HOLD_GONE : SAGA_OLD_REPLY;
    case LINE_STATE_HELD:
        return ended ? SAGA_HOLD_GONE : SAGA_OLD_REPLY;
    case LINE_STATE_COMMITTING:
        if (standing->state == HOLD_STATE_COMMITTED)
            return SAGA_COMMITTED;
        return ended || (reply->asked == STOCK_ASKED_COMMIT && reply->not_done.size > 0)
                   ? SAGA_HOLD_GONE
                   : SAGA_OLD_REPLY;
    case LINE_STATE_WAITING:
        return ended || (standing->state == HOLD_STATE_COMMITTED && standing->short_units > 0)
                   ? SAGA_SHORT
                   : SAGA_OLD_REPLY;
    default:
        return kind_of_parcel(line, reply);
    }
}

struct order_input order_recognise_reply(
    const struct order_now *order, const struct stock_reply *reply)
{
    struct order_input input = {.kind = SAGA_OLD_REPLY, .reply = reply, .line = -1};
    const struct order_line *line;

    if (!order_exists(order) || !order_hold_parse(order, reply->hold, &input.line, &input.attempt))
        return input;
    line = &order->lines[input.line];
    if (is_released_before(order, input.line, input.attempt) ||
        (line->attempt == input.attempt && line->release_open && line->standing.shipped_units == 0))
        input.kind = kind_of_release(reply);
    else if (line->attempt == input.attempt)
        input.kind = kind_of_reply(line, reply);
    return input;
}

/* --- Payments -------------------------------------------------------------------------------- */

static bool is_over(enum payment_state state)
{
    return state == PAYMENT_STATE_VOIDED || state == PAYMENT_STATE_DECLINED ||
           state == PAYMENT_STATE_EXPIRED;
}

/* Of one of its refunds, "ORDER/n/rK": how far it is; NULL: there is none of that name. */
static const struct order_refund *refund_of(const struct order_now *order, struct fy_slice id)
{
    for (size_t i = 0; i < order->row.payment.refunds.count; i++) {
        char tail[8];
        size_t size = (size_t)snprintf(tail, sizeof(tail), "/r%zu", i + 1);

        if (id.size > size && memcmp(id.data + id.size - size, tail, size) == 0)
            return &order->refunds[i];
    }
    return NULL;
}

/* What was given back is so, also where we had given it up. */
static enum saga_input kind_of_refund(const struct order_now *order, struct fy_slice id, bool done)
{
    const struct order_refund *refund = refund_of(order, id);

    if (refund == NULL || refund->state == REFUND_STATE_DONE)
        return SAGA_OLD_REPORT;
    if (done)
        return SAGA_REFUNDED;
    return refund->state == REFUND_STATE_ASKED ? SAGA_REFUND_FAILED : SAGA_OLD_REPORT;
}

/* The money will not come, or come no more: what that means depends on what was wanted. */
static enum saga_input kind_of_end(const struct order_now *order)
{
    switch (order->row.payment.wish) {
    case PAYMENT_WISH_AUTHORISE:
        return order->payment.state == PAYMENT_STATE_AUTHORISED ? SAGA_PROMISE_GONE : SAGA_DECLINED;
    case PAYMENT_WISH_CAPTURE:
        return SAGA_PROMISE_GONE;
    default:
        return SAGA_VOIDED;
    }
}

static enum saga_input kind_of_report(
    const struct order_now *order, const struct payment_report *report)
{
    const struct step_not_done *not_done = report->step_not_done;
    enum payment_state before = order->payment.state, now = report->standing.state;

    if (report->payment_refunded != NULL)
        return kind_of_refund(order, report->payment_refunded->refund_id, true);
    if (not_done != NULL && not_done->step == PAYMENT_STEP_REFUND)
        return kind_of_refund(order, not_done->refund_id, false);
    if (now == PAYMENT_STATE_CAPTURED)
        return before != PAYMENT_STATE_CAPTURED ? SAGA_CAPTURED : SAGA_OLD_REPORT;
    if (is_over(before) && is_over(now))
        return SAGA_OLD_REPORT;
    if (is_over(now))
        return kind_of_end(order);
    if (not_done != NULL && not_done->step == PAYMENT_STEP_AUTHORISE &&
        order->row.payment.wish == PAYMENT_WISH_AUTHORISE)
        return kind_of_end(order);
    if (not_done != NULL && not_done->step == PAYMENT_STEP_CAPTURE &&
        order->row.payment.wish == PAYMENT_WISH_CAPTURE)
        return SAGA_PROMISE_GONE;
    if (now == PAYMENT_STATE_AUTHORISED)
        return before != PAYMENT_STATE_AUTHORISED ? SAGA_AUTHORISED : SAGA_OLD_REPORT;
    if (report->action_required != NULL && before != PAYMENT_STATE_AUTHORISED &&
        !fy_slice_equal(report->action_required->url, order->row.payment.action_url))
        return SAGA_ACTION;
    return SAGA_OLD_REPORT;
}

/* Of two reports with one number the first counts (PaymentReport.version). */
struct order_input order_recognise_report(
    const struct order_now *order, const struct payment_report *report)
{
    struct order_input input = {.kind = SAGA_OLD_REPORT, .report = report, .line = -1};

    if (!order_exists(order) || report->attempt_begun != NULL ||
        order->row.payment.payment.size == 0 ||
        !fy_slice_equal(report->payment, order->row.payment.payment) ||
        (report->version != 0 && report->version <= order->row.payment.version))
        return input;
    input.kind = kind_of_report(order, report);
    return input;
}
