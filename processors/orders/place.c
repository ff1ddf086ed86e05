/* From placing to the money: holds, payment, and what frees and voids all of it. */
#include "processors/orders/decide.h"
#include "processors/orders/money.h"

/* --- Placed ---------------------------------------------------------------------------------- */

static bool has_sku_twice(const struct place_order *place)
{
    for (size_t i = 1; i < place->lines.count; i++) {
        for (size_t j = 0; j < i; j++)
            if (fy_slice_equal(place->lines.items[i].sku, place->lines.items[j].sku))
                return true;
    }
    return false;
}

void rule_place(struct saga *it)
{
    const struct order_request *request = it->input->request;
    const struct place_order *place = request->place_order;

    TELL(it, ORDER_STATE_HOLDING, order_placed, .person = place->person, .visitor = place->visitor,
        .lines = {.items = place->lines.items, .count = place->lines.count},
        .expected_total = place->expected_total, .delivery = place->delivery,
        .payment_method = place->payment_method, .body_mac = request->body_mac,
        .terms = *it->terms);
    if (has_sku_twice(place))
        saga_refused(it, fy_slice_of("sku_twice"), NULL);
}

void rule_refuse_taken(struct saga *it)
{
    saga_refuse(it, "order_taken");
}

void rule_refuse_unknown(struct saga *it)
{
    saga_refuse(it, "unknown_order");
}

void rule_refuse_unconfirmed(struct saga *it)
{
    saga_refuse(it, "not_confirmed");
}

void rule_refuse_ended(struct saga *it)
{
    saga_refuse(it, "ended");
}

/* --- Held ------------------------------------------------------------------------------------ */

static void tell_held(struct saga *it)
{
    const struct hold_standing *standing = &it->input->reply->standing;

    TELL(it, saga_state(it), line_held, .line = it->input->line,
        .hold = saga_hold(it, it->input->line, it->input->attempt), .supplier = standing->supplier,
        .price = *standing->price);
}

static void tell_line_refused(struct saga *it, struct fy_slice reason)
{
    TELL(it, saga_state(it), line_refused, .line = it->input->line,
        .hold = saga_hold(it, it->input->line, it->input->attempt), .reason = reason,
        .left_units = it->input->reply->standing.left_units);
}

static struct fy_slice reason_of(const struct saga *it)
{
    struct fy_slice reason = it->input->reply->standing.reason;

    return reason.size > 0 ? reason : fy_slice_of("sold_out");
}

/* Every line is held: is it what the customer was shown? Then ask for the money. */
static void ask_for_money(struct saga *it)
{
    int64_t total_minor = money_total_minor(it->order);
    struct money *total = saga_room(it, sizeof(*total));
    const char *reason = NULL;

    *total = (struct money){.minor = total_minor, .currency = it->order->row.currency};
    if (total_minor > ORDER_TOTAL_MINOR_MAX) {
        saga_refused(it, fy_slice_of("too_much"), NULL);
        return;
    }
    if (total_minor != it->order->row.expected_minor)
        reason = "total_differs";
    else if (total_minor == 0)
        reason = "nothing_to_pay";
    if (reason != NULL) {
        saga_refused(it, fy_slice_of(reason), total);
        return;
    }
    TELL(it, ORDER_STATE_PAYING, payment_asked,
        .payment = saga_text(it, "%.*s/1", FY_SLICE_ARG(it->order->id)), .amount = *total);
}

/* All lines have been answered for: the customer hears of all that is sold out at once. */
static void all_answered(struct saga *it)
{
    struct fy_slice refused = {0};

    for (size_t i = 0; i < it->order->row.lines.count; i++) {
        const struct line_standing *line = &it->order->lines[i].standing;

        if (line->state == LINE_STATE_HOLDING)
            return;
        if (line->state == LINE_STATE_ENDED && refused.size == 0)
            refused = line->reason;
    }
    if (refused.size > 0)
        saga_refused(it, refused, NULL);
    else
        ask_for_money(it);
}

void rule_hold_first(struct saga *it)
{
    tell_held(it);
    all_answered(it);
}

void rule_sold_out(struct saga *it)
{
    tell_line_refused(it, reason_of(it));
    all_answered(it);
}

/* No customer pays more than they agreed to. */
static bool is_above(const struct saga *it)
{
    const struct order_line *line = &it->order->lines[it->input->line];

    return line->standing.price != NULL &&
           it->input->reply->standing.price->minor > line->standing.price->minor;
}

void rule_hold_again(struct saga *it)
{
    if (!is_above(it)) {
        tell_held(it);
        return;
    }
    tell_line_refused(it, fy_slice_of("price_above"));
    saga_cancel(it, "sold_out");
}

void rule_sold_out_late(struct saga *it)
{
    tell_line_refused(it, reason_of(it));
    saga_cancel(it, "sold_out");
}

/* --- Lost ------------------------------------------------------------------------------------ */

static void tell_lost(struct saga *it)
{
    const struct stock_reply *reply = it->input->reply;
    struct fy_slice reason = reply->not_done.size > 0 ? reply->not_done : reply->standing.reason;

    TELL(it, saga_state(it), line_lost, .line = it->input->line,
        .hold = saga_hold(it, it->input->line, it->input->attempt),
        .reason = reason.size > 0 ? reason : fy_slice_of("lost"));
}

static void hold_anew(struct saga *it)
{
    const struct order_line *line = &it->order->lines[it->input->line];
    int attempt = line->attempt + 1;

    TELL(it, saga_state(it), hold_asked, .line = it->input->line,
        .hold = saga_hold(it, it->input->line, attempt), .attempt = attempt,
        .why = fy_slice_of("lost"),
        .excluded = {.items = line->excluded.items, .count = line->excluded.count});
}

void rule_hold_lost(struct saga *it)
{
    bool reheld = it->order->lines[it->input->line].reheld;

    tell_lost(it);
    if (!reheld)
        hold_anew(it);
    else if (saga_state(it) == ORDER_STATE_HOLDING)
        saga_refused(it, fy_slice_of("sold_out"), NULL);
    else
        saga_cancel(it, "sold_out");
}

/* --- Another supplier, of an order that is paid ---------------------------------------------- */

static void no_more_of_line(struct saga *it, const char *why, struct fy_slice reason)
{
    int32_t line = it->input->line;

    saga_cancel_rest(it, &line, 1, why, reason);
}

void rule_hold_other(struct saga *it)
{
    if (!is_above(it)) {
        tell_held(it);
        return;
    }
    tell_line_refused(it, fy_slice_of("price_above"));
    no_more_of_line(it, "price_above", (struct fy_slice){0});
}

void rule_no_other(struct saga *it)
{
    tell_line_refused(it, reason_of(it));
    no_more_of_line(it, "sold_out", reason_of(it));
}

void rule_other_lost(struct saga *it)
{
    bool last = it->order->lines[it->input->line].attempt >= ORDER_ATTEMPTS_MAX;

    tell_lost(it);
    if (last)
        no_more_of_line(it, "sold_out", (struct fy_slice){0});
    else
        hold_anew(it);
}

/* --- Sold ------------------------------------------------------------------------------------ */

static void tell_committed(struct saga *it)
{
    TELL(it, saga_state(it), line_committed, .line = it->input->line,
        .hold = saga_hold(it, it->input->line, it->input->attempt));
}

/* Nothing is taken before all is sold: what is taken must be there. */
void rule_commit(struct saga *it)
{
    tell_committed(it);
    for (size_t i = 0; i < it->order->row.lines.count; i++)
        if (it->order->lines[i].standing.state != LINE_STATE_WAITING)
            return;
    TELL(it, ORDER_STATE_CAPTURING, capture_asked, .payment = it->order->row.payment.payment,
        .amount = {.minor = money_total_minor(it->order), .currency = it->order->row.currency});
}

void rule_commit_other(struct saga *it)
{
    tell_committed(it);
}

/* --- Cancelled or late, before the money is taken -------------------------------------------- */

void rule_cancel_unpaid(struct saga *it)
{
    if (it->input->request->cancel_order->supplier.size > 0)
        saga_refuse(it, "not_confirmed"); /* One supplier's part is one once it is paid. */
    else
        saga_cancel(it, "customer");
}

void rule_note_cancel(struct saga *it)
{
    if (it->input->request->cancel_order->supplier.size > 0) {
        saga_refuse(it, "not_confirmed");
        return;
    }
    TELL(it, ORDER_STATE_CAPTURING, cancel_noted,
        .reason = it->input->request->cancel_order->reason);
}

void rule_not_paid(struct saga *it)
{
    saga_cancel(it, "not_paid");
}
