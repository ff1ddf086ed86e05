/* What time alone causes: the first thing of all that an order waits for. */
#include "processors/orders/decide.h"

#include <string.h>

static void keep_first(struct order_input *first, enum saga_input kind, int64_t due_ms, int line)
{
    if (due_ms <= 0)
        due_ms = 1; /* Of 1970: at once. */
    if (first->due_ms == 0 || due_ms < first->due_ms)
        *first = (struct order_input){.kind = kind, .due_ms = due_ms, .line = line};
}

/* Twice as long each time, up to the most. */
static int64_t wait_ms(const struct order_now *order)
{
    int64_t for_ms = order->row.terms.resend_for_ms, most_ms = order->row.terms.resend_most_for_ms;

    for (int32_t i = 0; i < order->row.resends && for_ms < most_ms; i++)
        for_ms *= 2;
    return for_ms < most_ms ? for_ms : most_ms;
}

static void due_of_asking(const struct order_now *order, struct order_input *first)
{
    bool again = order->row.resends < order->row.terms.resends_max;

    if (!order_is_open(order))
        return;
    if (again)
        keep_first(first, SAGA_RESEND, order->row.asked_ms + wait_ms(order), -1);
    else if (order->row.standing.needs_operator.size == 0)
        keep_first(first, SAGA_GIVE_UP, order->row.asked_ms + wait_ms(order), -1);
}

static void due_of_lines(const struct order_now *order, struct order_input *first)
{
    int64_t over_ms = 0;
    bool resting = true;

    for (size_t i = 0; i < order->row.lines.count; i++) {
        const struct order_line *line = &order->lines[i];
        enum line_state state = line->standing.state;

        if (state == LINE_STATE_WAITING && line->due_ms != 0)
            keep_first(first, SAGA_ACCEPT_LATE, line->due_ms, (int)i);
        if (state == LINE_STATE_ACCEPTED && line->due_ms != 0)
            keep_first(first, SAGA_SHIP_LATE, line->due_ms, (int)i);
        if (state == LINE_STATE_SHIPPED)
            keep_first(first, SAGA_DELIVER_LATE, line->due_ms, (int)i);
        if (state == LINE_STATE_DELIVERED && line->due_ms > over_ms)
            over_ms = line->due_ms;
        resting = resting && (state == LINE_STATE_DELIVERED || state == LINE_STATE_ENDED);
    }
    if (resting)
        keep_first(first, SAGA_WINDOW_OVER, over_ms, -1);
}

struct order_input order_due(const struct order_now *order)
{
    struct order_input first = {.line = -1};

    switch (order->row.standing.state) {
    case ORDER_STATE_NONE:
        return first;
    case ORDER_STATE_HOLDING:
    case ORDER_STATE_PAYING:
    case ORDER_STATE_ACTION_REQUIRED:
        keep_first(&first, SAGA_PAY_LATE, order->row.pay_until_ms, -1);
        break;
    case ORDER_STATE_CONFIRMED:
        due_of_lines(order, &first);
        break;
    case ORDER_STATE_CLOSED:
    case ORDER_STATE_REFUSED:
    case ORDER_STATE_CANCELLED:
        if (!order_is_open(order) && order->row.standing.needs_operator.size == 0)
            keep_first(&first, SAGA_FORGET, order->row.ended_ms + order->row.terms.keep_for_ms, -1);
        break;
    default:
        break;
    }
    due_of_asking(order, &first);
    return first;
}

/* --- And what comes of it -------------------------------------------------------------------- */

void rule_accept_late(struct saga *it)
{
    struct fy_slice supplier = it->order->lines[it->input->line].standing.supplier;
    int32_t *lines = saga_room(it, ORDER_LINES_MAX * sizeof(*lines));
    size_t count = 0;

    for (size_t i = 0; i < it->order->row.lines.count; i++) {
        const struct order_line *line = &it->order->lines[i];

        if (line->standing.state == LINE_STATE_WAITING && order_line_is_of(line, supplier) &&
            line->due_ms != 0 && line->due_ms <= it->now_ms)
            lines[count++] = (int32_t)i;
    }
    saga_reject_lines(it, supplier, lines, count, fy_slice_of("accept_late"));
}

void rule_ship_late(struct saga *it)
{
    saga_operator(it, "not_shipped");
}

void rule_deliver_late(struct saga *it)
{
    TELL(it, ORDER_STATE_CONFIRMED, sub_order_delivered,
        .supplier = it->order->lines[it->input->line].standing.supplier, .by = fy_slice_of("time"),
        .return_until_ms = it->now_ms + it->order->row.terms.return_for_ms);
}

void rule_window_over(struct saga *it)
{
    struct order_event *event = saga_event(it, ORDER_STATE_CLOSED);
    struct order_closed *part = saga_room(it, sizeof(*part));

    part->reason = fy_slice_of("done");
    event->standing.reason = part->reason;
    event->order_closed = part;
    saga_tell(it, event);
}

void rule_resend(struct saga *it)
{
    TELL(it, saga_state(it), requests_resent, .attempt = it->order->row.resends + 1);
}

void rule_give_up(struct saga *it)
{
    saga_operator(it, "unanswered");
}

void rule_forget(struct saga *it)
{
    TELL(it, ORDER_STATE_NONE, order_forgotten, .reason = fy_slice_of("kept_long_enough"));
}
