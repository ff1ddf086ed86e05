/* What suppliers do, and stock's word on it. */
#include "processors/orders/decide.h"

#include <string.h>

/* Lines of an order, by their numbers. */
struct picked {
    int32_t lines[ORDER_LINES_MAX];
    size_t count;
    bool known; /* The supplier has some, of whatever state. */
};

/* Those of a supplier, from one state to another. */
static void pick(const struct saga *it,
    struct fy_slice supplier,
    enum line_state from,
    enum line_state to,
    struct picked *ret_picked)
{
    *ret_picked = (struct picked){0};
    for (size_t i = 0; i < it->order->row.lines.count; i++) {
        const struct order_line *line = &it->order->lines[i];

        if (!order_line_is_of(line, supplier))
            continue;
        ret_picked->known = true;
        if (line->standing.state >= from && line->standing.state <= to)
            ret_picked->lines[ret_picked->count++] = (int32_t)i;
    }
}

static const int32_t *keep_lines(struct saga *it, const struct picked *picked)
{
    int32_t *kept = saga_room(it, picked->count * sizeof(*kept) + 1);

    memcpy(kept, picked->lines, picked->count * sizeof(*kept));
    return kept;
}

void rule_accept(struct saga *it)
{
    struct fy_slice supplier = it->input->request->accept_sub_order->supplier;
    struct picked picked;

    pick(it, supplier, LINE_STATE_WAITING, LINE_STATE_WAITING, &picked);
    if (picked.count == 0) {
        saga_refuse(it, picked.known ? "not_waiting" : "unknown_supplier");
        return;
    }
    TELL(it, ORDER_STATE_CONFIRMED, sub_order_accepted, .supplier = supplier,
        .lines = {.items = keep_lines(it, &picked), .count = picked.count});
}

/* --- They will not ship ---------------------------------------------------------------------- */

/* A line of which something has left, or is cancelled, stays with who began it. */
static bool may_reroute(const struct order_now *order, const struct order_line *line)
{
    return line->standing.shipped_units == 0 && line->standing.cancelled_units == 0 &&
           line->attempt < ORDER_ATTEMPTS_MAX && line->excluded.count < ORDER_SUPPLIERS_MAX &&
           order->row.releases.count < ORDER_RELEASES_MAX;
}

static void reroute(struct saga *it, int32_t at, struct fy_slice supplier)
{
    const struct order_line *line = &it->order->lines[at];
    size_t count = line->excluded.count;
    struct fy_slice *excluded = saga_room(it, (count + 1) * sizeof(*excluded));

    if (count > 0)
        memcpy(excluded, line->excluded.items, count * sizeof(*excluded));
    excluded[count] = supplier;
    TELL(it, ORDER_STATE_CONFIRMED, hold_asked, .line = at,
        .hold = saga_hold(it, at, line->attempt + 1), .attempt = line->attempt + 1,
        .why = fy_slice_of("rerouted"), .excluded = {.items = excluded, .count = count + 1});
}

void saga_reject_lines(struct saga *it,
    struct fy_slice supplier,
    const int32_t *lines,
    size_t count,
    struct fy_slice reason)
{
    int32_t rest[ORDER_LINES_MAX];
    size_t rest_count = 0;

    TELL(it, ORDER_STATE_CONFIRMED, sub_order_rejected, .supplier = supplier,
        .lines = {.items = lines, .count = count}, .reason = reason);
    for (size_t i = 0; i < count; i++) {
        if (may_reroute(it->order, &it->order->lines[lines[i]]))
            reroute(it, lines[i], supplier);
        else
            rest[rest_count++] = lines[i];
    }
    if (rest_count > 0)
        saga_cancel_rest(it, rest, rest_count, "rejected", reason);
}

void rule_reject(struct saga *it)
{
    const struct reject_sub_order *reject = it->input->request->reject_sub_order;
    struct picked picked;

    pick(it, reject->supplier, LINE_STATE_WAITING, LINE_STATE_ACCEPTED, &picked);
    if (picked.count == 0) {
        saga_refuse(it, picked.known ? "not_waiting" : "unknown_supplier");
        return;
    }
    saga_reject_lines(it, reject->supplier, keep_lines(it, &picked), picked.count, reject->reason);
}

void rule_short_of_it(struct saga *it)
{
    int32_t *line = saga_room(it, sizeof(*line));

    *line = it->input->line;
    saga_reject_lines(it, it->order->lines[*line].standing.supplier, line, 1, fy_slice_of("short"));
}

/* --- Parcels --------------------------------------------------------------------------------- */

static int line_of_sku(const struct order_now *order, struct fy_slice sku)
{
    for (size_t i = 0; i < order->row.lines.count; i++)
        if (fy_slice_equal(order->lines[i].standing.sku, sku))
            return (int)i;
    return -1;
}

static int64_t units_of_sku(const struct order_item *items, size_t count, struct fy_slice sku)
{
    int64_t units = 0;

    for (size_t i = 0; i < count; i++)
        if (fy_slice_equal(items[i].sku, sku))
            units += items[i].units;
    return units;
}

/* What is in the parcel is theirs, and has not left; NULL: it is. */
static const char *why_not_ship(const struct saga *it, const struct ship_items *ship)
{
    for (size_t i = 0; i < ship->items.count; i++) {
        struct fy_slice sku = ship->items.items[i].sku;
        int at = line_of_sku(it->order, sku);
        const struct order_line *line = at >= 0 ? &it->order->lines[at] : NULL;

        if (line == NULL || !order_line_is_of(line, ship->supplier))
            return "unknown_sku";
        if (units_of_sku(ship->items.items, ship->items.count, sku) > order_open_units(line))
            return "too_many_units";
    }
    return NULL;
}

static struct order_shipment shipment_of(
    struct saga *it, const struct ship_items *ship, const struct picked *picked)
{
    struct order_shipment shipment = {
        .supplier = ship->supplier,
        .shipped_ms = it->now_ms,
        .carrier = ship->carrier,
        .tracking = ship->tracking,
        .items = {.items = ship->items.items, .count = ship->items.count},
    };
    struct order_item *items;

    if (ship->items.count > 0)
        return shipment;
    items = saga_room(it, picked->count * sizeof(*items));
    for (size_t i = 0; i < picked->count; i++) {
        const struct order_line *line = &it->order->lines[picked->lines[i]];

        items[i] = (struct order_item){
            .sku = line->standing.sku,
            .units = order_open_units(line),
        };
    }
    shipment.items.items = items;
    shipment.items.count = picked->count;
    return shipment;
}

/* Who ships has accepted. */
void rule_ship(struct saga *it)
{
    const struct ship_items *ship = it->input->request->ship_items;
    struct picked picked;
    const char *why_not = NULL;

    pick(it, ship->supplier, LINE_STATE_WAITING, LINE_STATE_ACCEPTED, &picked);
    if (!picked.known)
        why_not = "unknown_supplier";
    else if (picked.count == 0)
        why_not = "nothing_left";
    else if (it->order->row.shipments.count == ORDER_SHIPMENTS_MAX)
        why_not = "too_many_parcels";
    else
        why_not = why_not_ship(it, ship);
    if (why_not != NULL) {
        saga_refuse(it, why_not);
        return;
    }
    TELL(it, ORDER_STATE_CONFIRMED, items_shipped, .shipment = shipment_of(it, ship, &picked));
}

void rule_deliver(struct saga *it)
{
    struct fy_slice supplier = it->input->request->deliver_sub_order->supplier;
    struct picked picked;

    pick(it, supplier, LINE_STATE_SHIPPED, LINE_STATE_SHIPPED, &picked);
    if (picked.count == 0) {
        saga_refuse(it, picked.known ? "nothing_shipped" : "unknown_supplier");
        return;
    }
    TELL(it, ORDER_STATE_CONFIRMED, sub_order_delivered, .supplier = supplier,
        .by = fy_slice_of("supplier"),
        .return_until_ms = it->now_ms + it->order->row.terms.return_for_ms);
}

/* --- Stock's word ---------------------------------------------------------------------------- */

static void tell_settled(struct saga *it, const char *asked, struct fy_slice not_done)
{
    const struct order_line *line = &it->order->lines[it->input->line];
    const struct hold_standing *standing = &it->input->reply->standing;
    bool done = not_done.size == 0;

    TELL(it, saga_state(it), hold_settled,
        .hold = saga_hold(it, it->input->line, it->input->attempt), .asked = fy_slice_of(asked),
        .not_done = not_done,
        .shipped_units = done ? standing->shipped_units : line->standing.shipped_units,
        .returned_units = done ? standing->returned_units : line->standing.returned_units);
}

void rule_settle_hold(struct saga *it)
{
    const struct order_line *line = &it->order->lines[it->input->line];
    const struct hold_standing *standing = &it->input->reply->standing;

    if (it->input->kind == SAGA_RELEASED) {
        tell_settled(it, "release", (struct fy_slice){0});
        return;
    }
    if (standing->shipped_units > line->told_shipped_units)
        tell_settled(it, "ship", (struct fy_slice){0});
    if (standing->returned_units > line->told_returned_units)
        tell_settled(it, "return", (struct fy_slice){0});
}

/* Asked no more: it would be answered so for ever. */
void rule_stock_differs(struct saga *it)
{
    const struct stock_reply *reply = it->input->reply;
    const char *asked = reply->asked == STOCK_ASKED_SHIP     ? "ship"
                        : reply->asked == STOCK_ASKED_RETURN ? "return"
                                                             : "release";

    tell_settled(it, asked, reply->not_done);
    saga_operator(it, "stock_differs");
}
