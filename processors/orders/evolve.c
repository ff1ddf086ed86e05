/*
 * What each event makes of an order. It refuses nothing: what names a line that is not there, or
 * comes where a list is full, changes nothing.
 */
#include "processors/orders/decide.h"

#include <stdio.h>
#include <string.h>

static size_t at_most(size_t count, size_t count_max)
{
    return count < count_max ? count : count_max;
}

/* --- Lines ----------------------------------------------------------------------------------- */

int64_t order_open_units(const struct order_line *line)
{
    return line->standing.units - line->standing.cancelled_units - line->standing.shipped_units;
}

bool order_line_is_of(const struct order_line *line, struct fy_slice supplier)
{
    return line->standing.supplier.size > 0 && fy_slice_equal(line->standing.supplier, supplier) &&
           line->standing.state >= LINE_STATE_WAITING;
}

static struct order_line *line_at(struct order_now *order, int32_t line)
{
    return line >= 0 && (size_t)line < order->row.lines.count ? &order->lines[line] : NULL;
}

static struct order_line *line_of_sku(struct order_now *order, struct fy_slice sku)
{
    for (size_t i = 0; i < order->row.lines.count; i++)
        if (fy_slice_equal(order->lines[i].standing.sku, sku))
            return &order->lines[i];
    return NULL;
}

/* Nothing of it is open any more: it is on its way, or has ended. */
static void line_is_through(struct order_now *order, struct order_line *line, int64_t now_ms)
{
    struct line_standing *standing = &line->standing;

    if (order_open_units(line) > 0)
        return;
    if (standing->shipped_units == standing->returned_units) {
        standing->state = LINE_STATE_ENDED;
        line->due_ms = 0;
    } else if (standing->state != LINE_STATE_DELIVERED) {
        standing->state = LINE_STATE_SHIPPED;
        line->due_ms = now_ms + order->row.terms.deliver_for_ms;
    }
}

/* `units` of it will not be shipped, and stock is to free what is left of the hold. */
static void line_cancel(struct order_now *order,
    struct order_line *line,
    int64_t units,
    const char *release,
    int64_t now_ms)
{
    bool held = line->standing.state < LINE_STATE_SHIPPED;

    if (units > order_open_units(line))
        units = order_open_units(line);
    line->standing.cancelled_units += units;
    if (order_open_units(line) == 0 && held && line->standing.reason.size == 0) {
        line->release_open = true;
        line->release_reason = fy_slice_of(release);
    }
    line_is_through(order, line, now_ms);
}

static void cancel_all(struct order_now *order, const char *release, int64_t now_ms)
{
    for (size_t i = 0; i < order->row.lines.count; i++)
        if (order->lines[i].standing.state != LINE_STATE_ENDED)
            line_cancel(order, &order->lines[i], INT64_MAX, release, now_ms);
}

static void evolve_held(struct order_now *order, const struct line_held *held)
{
    struct order_line *line = line_at(order, held->line);
    enum order_state state = order->row.standing.state;

    if (line == NULL)
        return;
    line->standing.supplier = held->supplier;
    order->prices[held->line] = held->price;
    line->standing.price = &order->prices[held->line];
    line->standing.state = state == ORDER_STATE_COMMITTING || state == ORDER_STATE_CONFIRMED
                               ? LINE_STATE_COMMITTING
                               : LINE_STATE_HELD;
}

/* While others are asked for. Later its units are cancelled by an event of their own. */
static void evolve_line_refused(struct order_now *order, const struct line_refused *refused)
{
    struct order_line *line = line_at(order, refused->line);

    if (line == NULL)
        return;
    line->standing.reason = refused->reason;
    line->standing.left_units = refused->left_units;
    if (fy_slice_equal(refused->reason, fy_slice_of("price_above"))) {
        line->release_open = true; /* It was held, and is not wanted. */
        line->release_reason = fy_slice_of("CANCELLED");
    }
    if (order->row.standing.state == ORDER_STATE_HOLDING) {
        line->standing.cancelled_units = line->standing.units;
        line->standing.state = LINE_STATE_ENDED;
    }
}

static void keep_release(struct order_now *order, int32_t at, const char *reason)
{
    size_t *count = &order->row.releases.count;

    if (*count < ORDER_RELEASES_MAX) {
        order->releases[(*count)++] = (struct order_release){
            .line = at,
            .hold = fy_slice_of(""),
            .attempt = order->lines[at].attempt,
            .reason = fy_slice_of(reason),
        };
    }
}

static void evolve_hold_asked(struct order_now *order, const struct hold_asked *asked)
{
    struct order_line *line = line_at(order, asked->line);
    bool rerouted = fy_slice_equal(asked->why, fy_slice_of("rerouted"));

    if (line == NULL)
        return;
    if (rerouted)
        keep_release(order, asked->line, "REJECTED");
    line->attempt = asked->attempt;
    line->reheld = true;
    line->standing.state = LINE_STATE_HOLDING;
    line->standing.supplier = (struct fy_slice){0};
    line->standing.reason = (struct fy_slice){0};
    line->due_ms = 0;
    line->excluded.count = at_most(asked->excluded.count, ORDER_SUPPLIERS_MAX);
    if (line->excluded.count > 0)
        memmove(order->excluded[asked->line], asked->excluded.items,
            line->excluded.count * sizeof(struct fy_slice));
    line->excluded.items = order->excluded[asked->line];
}

/* Sold. Before the order is confirmed its supplier is not asked yet. */
static void evolve_committed(struct order_now *order, int32_t at, int64_t now_ms)
{
    struct order_line *line = line_at(order, at);

    if (line == NULL)
        return;
    line->standing.state = LINE_STATE_WAITING;
    if (order->row.standing.state == ORDER_STATE_CONFIRMED)
        line->due_ms = now_ms + order->row.terms.accept_for_ms;
}

/* --- An order's life ------------------------------------------------------------------------- */

static void evolve_placed(struct order_now *order, const struct order_event *event)
{
    const struct order_placed *placed = event->order_placed;
    struct order *row = &order->row;

    row->person = placed->person;
    row->visitor = placed->visitor;
    row->root = event->envelope.root;
    row->body_mac = placed->body_mac;
    row->placed_ms = event->decided_ms;
    row->currency = placed->expected_total.currency;
    row->expected_minor = placed->expected_total.minor;
    row->payment_method = placed->payment_method;
    row->delivery = placed->delivery;
    row->terms = placed->terms;
    row->pay_until_ms = event->decided_ms + placed->terms.pay_for_ms;
    row->payment.currency = row->currency;
    row->lines.count = at_most(placed->lines.count, ORDER_LINES_MAX);
    for (size_t i = 0; i < row->lines.count; i++) {
        order->lines[i] = (struct order_line){
            .standing =
                {
                    .sku = placed->lines.items[i].sku,
                    .units = placed->lines.items[i].units,
                    .state = LINE_STATE_HOLDING,
                },
            .attempt = 1,
            .excluded = {.items = order->excluded[i]},
            .release_reason = fy_slice_of(""),
        };
    }
}

/* It never was one, or is no more: what was promised is to be void, what was taken is owed. */
static void evolve_ended(struct order_now *order, const char *release, int64_t now_ms)
{
    struct order_payment *payment = &order->row.payment;

    order->row.pay_until_ms = 0;
    order->row.cancel_noted = false;
    order->row.ended_ms = now_ms;
    payment->action_url = (struct fy_slice){0};
    cancel_all(order, release, now_ms);
    if (payment->payment.size > 0 && order->payment.captured_minor == 0) {
        payment->wish = PAYMENT_WISH_VOID;
        payment->void_reason = order->row.standing.reason;
    }
}

static void evolve_payment_seen(struct order_now *order, const struct payment_seen *seen)
{
    struct order_payment *payment = &order->row.payment;

    order->payment = seen->standing;
    payment->standing = &order->payment;
    if (seen->version > payment->version)
        payment->version = seen->version;
    if (seen->reason.size > 0 && seen->refund_id.size == 0)
        payment->code = seen->reason;
    payment->action_url = seen->action_url;
    for (size_t i = 0; i < payment->refunds.count && seen->refund_id.size > 0; i++) {
        char tail[8];
        size_t size = (size_t)snprintf(tail, sizeof(tail), "/r%zu", i + 1);

        if (seen->refund_id.size > size &&
            memcmp(seen->refund_id.data + seen->refund_id.size - size, tail, size) == 0) {
            order->refunds[i].state = fy_slice_equal(seen->what, fy_slice_of("refunded"))
                                          ? REFUND_STATE_DONE
                                          : REFUND_STATE_FAILED;
        }
    }
}

static void evolve_payment(struct order_now *order, const struct order_event *event)
{
    struct order *row = &order->row;

    if (event->payment_asked != NULL) {
        row->payment.payment = event->payment_asked->payment;
        row->payment.wish = PAYMENT_WISH_AUTHORISE;
        row->payment.amount_minor = event->payment_asked->amount.minor;
    }
    if (event->payment_seen != NULL)
        evolve_payment_seen(order, event->payment_seen);
    if (event->pay_time_extended != NULL) {
        row->pay_until_ms = event->pay_time_extended->pay_until_ms;
        row->extended = true;
    }
    if (event->capture_asked != NULL) {
        row->payment.wish = PAYMENT_WISH_CAPTURE;
        row->payment.amount_minor = event->capture_asked->amount.minor;
    }
    if (event->refund_asked != NULL && row->payment.refunds.count < ORDER_REFUNDS_MAX) {
        order->refunds[row->payment.refunds.count++] = (struct order_refund){
            .amount_minor = event->refund_asked->amount.minor,
            .currency = event->refund_asked->amount.currency,
            .state = REFUND_STATE_ASKED,
        };
    }
}

static void evolve_commit_asked(struct order_now *order)
{
    order->row.pay_until_ms = 0;
    order->row.payment.action_url = (struct fy_slice){0};
    for (size_t i = 0; i < order->row.lines.count; i++)
        if (order->lines[i].standing.state == LINE_STATE_HELD)
            order->lines[i].standing.state = LINE_STATE_COMMITTING;
}

static void evolve_confirmed(struct order_now *order, const struct order_confirmed *confirmed)
{
    for (size_t i = 0; i < order->row.lines.count; i++)
        if (order->lines[i].standing.state == LINE_STATE_WAITING)
            order->lines[i].due_ms = confirmed->accept_until_ms;
}

/* --- Suppliers and parcels ------------------------------------------------------------------- */

static void evolve_accepted(
    struct order_now *order, const struct sub_order_accepted *accepted, int64_t now_ms)
{
    for (size_t i = 0; i < accepted->lines.count; i++) {
        struct order_line *line = line_at(order, accepted->lines.items[i]);

        if (line == NULL)
            continue;
        line->standing.state = LINE_STATE_ACCEPTED;
        line->due_ms = now_ms + order->row.terms.ship_for_ms;
    }
}

static void evolve_rejected(struct order_now *order, const struct sub_order_rejected *rejected)
{
    size_t *count = &order->row.rejected.count;

    for (size_t i = 0; i < *count; i++)
        if (fy_slice_equal(order->rejected[i].supplier, rejected->supplier))
            return;
    if (*count < ORDER_SUPPLIERS_MAX)
        order->rejected[(*count)++] =
            (struct order_rejection){.supplier = rejected->supplier, .reason = rejected->reason};
}

static void evolve_shipped(
    struct order_now *order, const struct order_shipment *shipment, int64_t now_ms)
{
    if (order->row.shipments.count < ORDER_SHIPMENTS_MAX)
        order->shipments[order->row.shipments.count++] = *shipment;
    for (size_t i = 0; i < shipment->items.count; i++) {
        struct order_line *line = line_of_sku(order, shipment->items.items[i].sku);

        if (line == NULL)
            continue;
        line->standing.shipped_units += shipment->items.items[i].units;
        if (line->standing.state == LINE_STATE_WAITING) {
            line->standing.state = LINE_STATE_ACCEPTED;
            line->due_ms = now_ms + order->row.terms.ship_for_ms;
        }
        line_is_through(order, line, now_ms);
    }
}

static void evolve_delivered(struct order_now *order, const struct sub_order_delivered *delivered)
{
    for (size_t i = 0; i < order->row.lines.count; i++) {
        struct order_line *line = &order->lines[i];

        if (line->standing.state != LINE_STATE_SHIPPED ||
            !order_line_is_of(line, delivered->supplier))
            continue;
        line->standing.state = LINE_STATE_DELIVERED;
        line->due_ms = delivered->return_until_ms;
    }
}

static void evolve_cancelled_units(
    struct order_now *order, const struct units_cancelled *cancelled, int64_t now_ms)
{
    bool rejected = fy_slice_equal(cancelled->why, fy_slice_of("rejected"));

    for (size_t i = 0; i < cancelled->items.count; i++) {
        struct order_line *line = line_of_sku(order, cancelled->items.items[i].sku);

        if (line != NULL)
            line_cancel(order, line, cancelled->items.items[i].units,
                rejected ? "REJECTED" : "CANCELLED", now_ms);
    }
}

static void evolve_returned(
    struct order_now *order, const struct order_items_returned *returned, int64_t now_ms)
{
    for (size_t i = 0; i < returned->items.count; i++) {
        struct order_line *line = line_of_sku(order, returned->items.items[i].sku);

        if (line == NULL)
            continue;
        line->standing.returned_units += returned->items.items[i].units;
        line_is_through(order, line, now_ms);
    }
}

static void evolve_parcels(struct order_now *order, const struct order_event *event)
{
    int64_t now_ms = event->decided_ms;

    if (event->sub_order_accepted != NULL)
        evolve_accepted(order, event->sub_order_accepted, now_ms);
    if (event->sub_order_rejected != NULL)
        evolve_rejected(order, event->sub_order_rejected);
    if (event->items_shipped != NULL)
        evolve_shipped(order, &event->items_shipped->shipment, now_ms);
    if (event->sub_order_delivered != NULL)
        evolve_delivered(order, event->sub_order_delivered);
    if (event->units_cancelled != NULL)
        evolve_cancelled_units(order, event->units_cancelled, now_ms);
    if (event->items_returned != NULL)
        evolve_returned(order, event->items_returned, now_ms);
}

/* --- Answers, operators ---------------------------------------------------------------------- */

static void drop_release(struct order_now *order, int line, int attempt)
{
    size_t kept = 0;

    for (size_t i = 0; i < order->row.releases.count; i++)
        if (order->releases[i].line != line || order->releases[i].attempt != attempt)
            order->releases[kept++] = order->releases[i];
    order->row.releases.count = kept;
}

static void evolve_settled(struct order_now *order, const struct hold_settled *settled)
{
    int at, attempt;
    struct order_line *line;

    if (!order_hold_parse(order, settled->hold, &at, &attempt))
        return;
    line = &order->lines[at];
    if (fy_slice_equal(settled->asked, fy_slice_of("release"))) {
        drop_release(order, at, attempt);
        if (line->attempt == attempt)
            line->release_open = false;
        return;
    }
    if (line->attempt != attempt)
        return;
    if (fy_slice_equal(settled->asked, fy_slice_of("ship")))
        line->told_shipped_units = settled->shipped_units;
    else
        line->told_returned_units = settled->returned_units;
}

/* Nothing more is asked of anybody, nor given back: it is settled elsewhere. */
static void close_asks(struct order_now *order)
{
    order->row.settled_elsewhere = true;
    order->row.releases.count = 0;
    order->row.payment.wish = PAYMENT_WISH_NOTHING;
    for (size_t i = 0; i < order->row.lines.count; i++) {
        struct order_line *line = &order->lines[i];

        line->release_open = false;
        line->told_shipped_units = line->standing.shipped_units;
        line->told_returned_units = line->standing.returned_units;
        line->standing.state = LINE_STATE_ENDED;
        line->due_ms = 0;
    }
    for (size_t i = 0; i < order->row.payment.refunds.count; i++)
        if (order->refunds[i].state == REFUND_STATE_ASKED)
            order->refunds[i].state = REFUND_STATE_FAILED;
}

/* Of who was to ship and did not: looked at once, until an operator gives them as much time anew.
 */
static void evolve_operator(struct order_now *order, const struct order_event *event)
{
    const struct operator_needed *needed = event->operator_needed;
    const struct operator_resolved *resolved = event->operator_resolved;

    if (resolved != NULL && fy_slice_equal(resolved->action, fy_slice_of("close")))
        close_asks(order);
    for (size_t i = 0; i < order->row.lines.count; i++) {
        struct order_line *line = &order->lines[i];

        if (line->standing.state != LINE_STATE_ACCEPTED)
            continue;
        if (needed != NULL && fy_slice_equal(needed->reason, fy_slice_of("not_shipped")) &&
            line->due_ms <= event->decided_ms)
            line->due_ms = 0;
        if (resolved != NULL && line->due_ms == 0)
            line->due_ms = event->decided_ms + order->row.terms.ship_for_ms;
    }
}

/* How requests were answered, the newest last. */
static void remember(struct order_now *order, const struct order_event *event)
{
    const struct order_request_refused *refused = event->request_refused;
    size_t *count = &order->row.recent.count;
    struct order_answer *last = *count > 0 ? &order->recent[*count - 1] : NULL;

    order->row.as_of.count = 1;
    order->as_of = (struct position){
        .topic = fy_slice_of("order-requests"),
        .partition = event->request_partition,
        .offset = event->request_offset,
    };
    if (refused != NULL && fy_slice_equal(refused->reason, fy_slice_of("key_reused")))
        return; /* The id is another request's, which was answered. */
    if (last != NULL && fy_slice_equal(last->event_id, event->envelope.cause_id))
        return;
    if (*count == ORDER_RECENT_MAX) {
        memmove(order->recent, order->recent + 1, (ORDER_RECENT_MAX - 1) * sizeof(*last));
        (*count)--;
    }
    order->recent[(*count)++] = (struct order_answer){
        .event_id = event->envelope.cause_id,
        .refused = refused != NULL ? refused->reason : (struct fy_slice){0},
        .body_mac = event->body_mac,
    };
}

/* What is asked anew is answered soon; what was asked again, later each time. */
static void count_asking(struct order_now *order, const struct order_event *event)
{
    bool asks = event->order_placed != NULL || event->hold_asked != NULL ||
                event->line_held != NULL || event->line_refused != NULL ||
                event->payment_asked != NULL || event->payment_seen != NULL ||
                event->commit_asked != NULL || event->capture_asked != NULL ||
                event->items_shipped != NULL || event->units_cancelled != NULL ||
                event->items_returned != NULL || event->refund_asked != NULL ||
                event->order_refused != NULL || event->order_cancelled != NULL ||
                event->operator_resolved != NULL;

    if (asks) {
        order->row.asked_ms = event->decided_ms;
        order->row.resends = 0;
    }
    if (event->requests_resent != NULL) {
        order->row.asked_ms = event->decided_ms;
        order->row.resends = event->requests_resent->attempt;
    }
}

static void evolve_rest(struct order_now *order, const struct order_event *event)
{
    int64_t now_ms = event->decided_ms;
    bool late = event->order_cancelled != NULL &&
                fy_slice_equal(event->order_cancelled->reason, fy_slice_of("not_paid"));

    if (event->line_held != NULL)
        evolve_held(order, event->line_held);
    if (event->line_refused != NULL)
        evolve_line_refused(order, event->line_refused);
    if (event->hold_asked != NULL)
        evolve_hold_asked(order, event->hold_asked);
    if (event->commit_asked != NULL)
        evolve_commit_asked(order);
    if (event->line_committed != NULL)
        evolve_committed(order, event->line_committed->line, now_ms);
    if (event->order_confirmed != NULL)
        evolve_confirmed(order, event->order_confirmed);
    if (event->hold_settled != NULL)
        evolve_settled(order, event->hold_settled);
    if (event->cancel_noted != NULL)
        order->row.cancel_noted = true;
    if (event->order_refused != NULL || event->order_cancelled != NULL)
        evolve_ended(order, late ? "EXPIRED" : "CANCELLED", now_ms);
    if (event->order_closed != NULL)
        order->row.ended_ms = now_ms;
}

void order_evolve(struct order_now *order, const struct order_event *event)
{
    if (event->order_forgotten != NULL) {
        order_begin(order, order->id, NULL);
        return;
    }
    if (!order_exists(order) && event->order_placed == NULL)
        return; /* A refusal of what is not there. */
    order->row.standing = event->standing;
    order->row.updated_ms = event->decided_ms;
    if (event->order_placed != NULL)
        evolve_placed(order, event);
    evolve_payment(order, event);
    evolve_parcels(order, event);
    evolve_rest(order, event);
    evolve_operator(order, event);
    count_asking(order, event);
    if (event->has_request_partition)
        remember(order, event);
}
