/* An order as others see it. */
#include "processors/orders/decide.h"
#include "processors/orders/money.h"
#include "processors/orders/tell.h"
#include "schemas/generated/order_status.h"

#include <string.h>

enum { ANSWERED_MAX = 16, SUB_ORDERS_MAX = ORDER_LINES_MAX + ORDER_SUPPLIERS_MAX };

/* What a supplier's lines say together. */
struct tally {
    bool waiting, accepted, shipped, delivered, open, returned_all;
    int64_t due_ms, return_until_ms;
    int lines;
};

static int64_t earlier(int64_t one, int64_t two)
{
    return one != 0 && one < two ? one : two;
}

static void count_line(struct tally *tally, const struct order_line *line)
{
    const struct line_standing *standing = &line->standing;

    tally->lines++;
    tally->waiting = tally->waiting || standing->state == LINE_STATE_WAITING;
    tally->accepted = tally->accepted || standing->state == LINE_STATE_ACCEPTED;
    tally->shipped = tally->shipped || standing->shipped_units > 0;
    tally->delivered = tally->delivered || standing->state == LINE_STATE_DELIVERED;
    tally->open = tally->open || standing->state == LINE_STATE_WAITING ||
                  standing->state == LINE_STATE_ACCEPTED || standing->state == LINE_STATE_SHIPPED;
    tally->returned_all =
        tally->returned_all && standing->returned_units == standing->shipped_units;
    if ((standing->state == LINE_STATE_WAITING || standing->state == LINE_STATE_ACCEPTED) &&
        line->due_ms != 0)
        tally->due_ms = earlier(tally->due_ms, line->due_ms);
    if (standing->state == LINE_STATE_DELIVERED && line->due_ms > tally->return_until_ms)
        tally->return_until_ms = line->due_ms;
}

static enum sub_order_state state_of(const struct tally *tally)
{
    if (tally->waiting)
        return SUB_ORDER_STATE_WAITING;
    if (tally->accepted)
        return tally->shipped ? SUB_ORDER_STATE_PARTLY_SHIPPED : SUB_ORDER_STATE_ACCEPTED;
    if (tally->open)
        return SUB_ORDER_STATE_SHIPPED;
    if (!tally->shipped)
        return SUB_ORDER_STATE_CANCELLED;
    return tally->returned_all ? SUB_ORDER_STATE_RETURNED : SUB_ORDER_STATE_DELIVERED;
}

static struct fy_slice rejection_of(const struct order_now *order, struct fy_slice supplier)
{
    for (size_t i = 0; i < order->row.rejected.count; i++)
        if (fy_slice_equal(order->rejected[i].supplier, supplier))
            return order->rejected[i].reason;
    return (struct fy_slice){0};
}

static struct sub_order_status sub_order_of(const struct order_now *order, struct fy_slice supplier)
{
    struct tally tally = {.returned_all = true};
    struct sub_order_status sub_order = {
        .supplier = supplier,
        .sold_minor = money_sold_minor(order, supplier),
        .currency = order->row.currency,
        .reason = rejection_of(order, supplier),
    };

    for (size_t i = 0; i < order->row.lines.count; i++)
        if (order_line_is_of(&order->lines[i], supplier))
            count_line(&tally, &order->lines[i]);
    sub_order.state = tally.lines == 0 ? SUB_ORDER_STATE_REJECTED : state_of(&tally);
    if (sub_order.state == SUB_ORDER_STATE_CANCELLED && sub_order.reason.size > 0)
        sub_order.state = SUB_ORDER_STATE_REJECTED;
    sub_order.commission_minor = money_commission_minor(order, sub_order.sold_minor);
    sub_order.has_due_ms = tally.due_ms != 0;
    sub_order.due_ms = tally.due_ms;
    sub_order.has_return_until_ms = tally.return_until_ms != 0;
    sub_order.return_until_ms = tally.return_until_ms;
    return sub_order;
}

static void add_sub_order(const struct order_now *order,
    struct fy_slice supplier,
    struct sub_order_status *subs,
    size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (fy_slice_equal(subs[i].supplier, supplier))
            return;
    if (*count < SUB_ORDERS_MAX)
        subs[(*count)++] = sub_order_of(order, supplier);
}

/* There are sub-orders once the money is here: before, no supplier is asked anything. */
static size_t sub_orders(const struct order_now *order, struct sub_order_status *ret_subs)
{
    size_t count = 0;

    if (order->payment.captured_minor == 0)
        return 0;
    for (size_t i = 0; i < order->row.lines.count; i++) {
        if (order->lines[i].standing.supplier.size > 0 &&
            order_line_is_of(&order->lines[i], order->lines[i].standing.supplier))
            add_sub_order(order, order->lines[i].standing.supplier, ret_subs, &count);
    }
    for (size_t i = 0; i < order->row.rejected.count; i++)
        add_sub_order(order, order->rejected[i].supplier, ret_subs, &count);
    return count;
}

static bool is_pending(const struct order_now *order)
{
    enum order_state state = order->row.standing.state;

    if (order->row.standing.needs_operator.size > 0)
        return false;
    return state == ORDER_STATE_HOLDING || state == ORDER_STATE_PAYING ||
           state == ORDER_STATE_ACTION_REQUIRED || state == ORDER_STATE_COMMITTING ||
           state == ORDER_STATE_CAPTURING || order_is_open(order);
}

static size_t answers(const struct order_now *order,
    const struct order_answer *also,
    struct order_answer *ret_answers)
{
    size_t count = order->row.recent.count, first = count > ANSWERED_MAX ? count - ANSWERED_MAX : 0;
    size_t kept = 0;

    if (also != NULL && count - first == ANSWERED_MAX)
        first++;
    for (size_t i = first; i < count; i++)
        ret_answers[kept++] = order->recent[i];
    if (also != NULL)
        ret_answers[kept++] = *also;
    return kept;
}

static void fill_money(const struct order_now *order, struct order_status *status)
{
    status->currency = order->row.currency;
    status->expected_minor = order->row.expected_minor;
    status->total_minor = money_total_minor(order);
    status->owed_minor = order->row.settled_elsewhere
                             ? 0
                             : order->payment.captured_minor - order->payment.refunded_minor -
                                   money_kept_minor(order);
    if (order->payment.captured_minor == 0 || status->owed_minor < 0)
        status->owed_minor = 0;
    status->payment = order->row.payment.standing;
    status->payment_code = order->row.payment.code;
    status->action_url = order->row.payment.action_url;
    status->has_pay_until_ms = order->row.pay_until_ms != 0;
    status->pay_until_ms = order->row.pay_until_ms;
}

enum fy_status order_tell_status(struct fy_task *task,
    const struct order_now *order,
    const struct position *as_of,
    const struct order_answer *also,
    struct fy_err *err)
{
    struct order_answer answered[ANSWERED_MAX + 1];
    struct sub_order_status subs[SUB_ORDERS_MAX];
    struct line_standing lines[ORDER_LINES_MAX];
    struct order_status status = {
        .order = order->id,
        .person = order->row.person,
        .visitor = order->row.visitor,
        .body_mac = order->row.body_mac,
        .as_of = {.items = as_of != NULL ? as_of : &order->as_of,
            .count = as_of != NULL ? 1 : order->row.as_of.count},
        .answered = {.items = answered, .count = answers(order, also, answered)},
        .placed_ms = order->row.placed_ms,
        .updated_ms = order->row.updated_ms,
        .standing = order->row.standing,
        .pending = is_pending(order),
        .delivery = order->row.delivery,
        .lines = {.items = lines, .count = order->row.lines.count},
        .sub_orders = {.items = subs, .count = sub_orders(order, subs)},
        .shipments = {.items = order->shipments, .count = order->row.shipments.count},
    };

    for (size_t i = 0; i < order->row.lines.count; i++)
        lines[i] = order->lines[i].standing;
    fill_money(order, &status);
    return fy_task_emit(task, FY_TOPIC_ORDER_STATUS, order->id, &status, err);
}
