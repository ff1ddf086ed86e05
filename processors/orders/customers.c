/* What customers do once it is paid, and operators at any time. */
#include "processors/orders/decide.h"

static bool is_among(const struct order_line *line, struct fy_slice supplier)
{
    return supplier.size == 0 || fy_slice_equal(line->standing.supplier, supplier);
}

/* --- Cancel ---------------------------------------------------------------------------------- */

void saga_cancel_rest(
    struct saga *it, const int32_t *lines, size_t count, const char *why, struct fy_slice reason)
{
    struct order_item *items = saga_room(it, count * sizeof(*items) + 1);
    size_t item_count = 0;

    for (size_t i = 0; i < count; i++) {
        const struct order_line *line = &it->order->lines[lines[i]];

        if (order_open_units(line) > 0)
            items[item_count++] =
                (struct order_item){.sku = line->standing.sku, .units = order_open_units(line)};
    }
    if (item_count > 0)
        TELL(it, saga_state(it), units_cancelled, .items = {.items = items, .count = item_count},
            .why = fy_slice_of(why), .reason = reason);
}

/* Lines of which something has not left; the number of them. */
static size_t open_lines(
    const struct saga *it, struct fy_slice supplier, int32_t ret_lines[ORDER_LINES_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < it->order->row.lines.count; i++)
        if (is_among(&it->order->lines[i], supplier) && order_open_units(&it->order->lines[i]) > 0)
            ret_lines[count++] = (int32_t)i;
    return count;
}

static bool is_supplier(const struct saga *it, struct fy_slice supplier)
{
    for (size_t i = 0; i < it->order->row.lines.count; i++)
        if (is_among(&it->order->lines[i], supplier))
            return true;
    return false;
}

void rule_cancel_open(struct saga *it)
{
    const struct cancel_order *cancel = it->input->request->cancel_order;
    int32_t lines[ORDER_LINES_MAX];
    size_t count = open_lines(it, cancel->supplier, lines);

    if (count == 0)
        saga_refuse(it, is_supplier(it, cancel->supplier) ? "shipped" : "unknown_supplier");
    else
        saga_cancel_rest(it, lines, count, "customer", cancel->reason);
}

/* --- Return ---------------------------------------------------------------------------------- */

static int64_t returnable_units(const struct order_line *line)
{
    return line->standing.shipped_units - line->standing.returned_units;
}

static bool is_over(const struct saga *it, const struct order_line *line)
{
    return line->standing.state == LINE_STATE_DELIVERED && it->now_ms > line->due_ms;
}

/* What they name is theirs to send back; NULL: it is. */
static const char *why_not_back(const struct saga *it, const struct return_items *back)
{
    for (size_t i = 0; i < back->items.count; i++) {
        const struct order_line *line = NULL;
        int64_t units = 0;

        for (size_t j = 0; j < it->order->row.lines.count; j++)
            if (fy_slice_equal(it->order->lines[j].standing.sku, back->items.items[i].sku))
                line = &it->order->lines[j];
        if (line == NULL || !is_among(line, back->supplier))
            return "unknown_sku";
        for (size_t j = 0; j < back->items.count; j++)
            if (fy_slice_equal(back->items.items[j].sku, line->standing.sku))
                units += back->items.items[j].units;
        if (units > returnable_units(line))
            return "too_many_units";
        if (is_over(it, line))
            return "window_over";
    }
    return NULL;
}

/* All that may come back; the number of lines. *ret_over: some may no more. */
static size_t all_back(
    const struct saga *it, struct fy_slice supplier, struct order_item *ret_items, bool *ret_over)
{
    size_t count = 0;

    *ret_over = false;
    for (size_t i = 0; i < it->order->row.lines.count; i++) {
        const struct order_line *line = &it->order->lines[i];

        if (!is_among(line, supplier) || returnable_units(line) == 0)
            continue;
        if (is_over(it, line))
            *ret_over = true;
        else
            ret_items[count++] =
                (struct order_item){.sku = line->standing.sku, .units = returnable_units(line)};
    }
    return count;
}

void rule_take_back(struct saga *it)
{
    const struct return_items *back = it->input->request->return_items;
    struct order_item *items = saga_room(it, ORDER_LINES_MAX * sizeof(*items));
    const struct order_item *named = back->items.items;
    size_t count = back->items.count;
    const char *why_not = why_not_back(it, back);
    bool over = false;

    if (count == 0) {
        count = all_back(it, back->supplier, items, &over);
        named = items;
    }
    if (why_not == NULL && count == 0) {
        why_not = over                              ? "window_over"
                  : is_supplier(it, back->supplier) ? "nothing_shipped"
                                                    : "unknown_supplier";
    }
    if (why_not != NULL) {
        saga_refuse(it, why_not);
        return;
    }
    TELL_AS(it, ORDER_STATE_CONFIRMED, order_items_returned, items_returned,
        .items = {.items = named, .count = count}, .reason = back->reason);
}

/* --- Operators ------------------------------------------------------------------------------- */

static void tell_resolved(struct saga *it, const char *action)
{
    struct order_event *event = saga_event(it, saga_state(it));
    struct operator_resolved *part = saga_room(it, sizeof(*part));

    *part = (struct operator_resolved){.action = fy_slice_of(action),
        .note = it->input->request->resolve_order->note,
        .by = it->input->request->envelope.actor};
    event->standing.needs_operator = (struct fy_slice){0};
    event->operator_resolved = part;
    saga_tell(it, event);
}

/* An operator settles what needs one, and nothing else: a customer's order is the customer's. */
static bool is_needed(struct saga *it)
{
    if (it->order->row.standing.needs_operator.size > 0)
        return true;
    saga_refuse(it, "not_needed");
    return false;
}

void rule_resolve_unpaid(struct saga *it)
{
    bool retry = it->input->request->resolve_order->action == RESOLVE_ACTION_RETRY;

    if (!is_needed(it))
        return;
    tell_resolved(it, retry ? "retry" : "refund_rest");
    if (!retry)
        saga_cancel(it, "operator");
}

static void close_it(struct saga *it)
{
    struct order_event *event;
    struct order_closed *part;

    tell_resolved(it, "close");
    if (saga_state(it) != ORDER_STATE_CONFIRMED)
        return;
    event = saga_event(it, ORDER_STATE_CLOSED);
    part = saga_room(it, sizeof(*part));
    *part = (struct order_closed){
        .reason = fy_slice_of("operator"), .note = it->input->request->resolve_order->note};
    event->standing.reason = part->reason;
    event->order_closed = part;
    saga_tell(it, event);
}

void rule_resolve_paid(struct saga *it)
{
    const struct resolve_order *resolve = it->input->request->resolve_order;
    int32_t lines[ORDER_LINES_MAX];
    size_t count;

    if (!is_needed(it))
        return;
    if (resolve->action == RESOLVE_ACTION_CLOSE) {
        close_it(it);
        return;
    }
    tell_resolved(it, resolve->action == RESOLVE_ACTION_RETRY ? "retry" : "refund_rest");
    if (resolve->action == RESOLVE_ACTION_RETRY)
        return;
    count = open_lines(it, (struct fy_slice){0}, lines);
    saga_cancel_rest(it, lines, count, "operator", resolve->note);
}

void rule_resolve_ended(struct saga *it)
{
    if (!is_needed(it))
        return;
    if (it->input->request->resolve_order->action == RESOLVE_ACTION_CLOSE)
        close_it(it);
    else
        tell_resolved(it, "retry");
}
