#include "processors/orders/check.h"

enum { UNITS_MAX = 999, ID_BYTES_MAX = 64, URL_BYTES_MAX = 2048, SEALED_BYTES_MAX = 8192 };

static bool is_name(struct fy_slice text)
{
    return text.size > 0 && text.size <= ORDERS_NAME_BYTES_MAX;
}

static bool fits(struct fy_slice text)
{
    return text.size <= ORDERS_NAME_BYTES_MAX;
}

static bool items_fit(const struct order_item *items, size_t count)
{
    if (count > ORDER_LINES_MAX)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!is_name(items[i].sku) || items[i].units < 1 || items[i].units > UNITS_MAX)
            return false;
    return true;
}

static bool place_fits(const struct place_order *place)
{
    return is_name(place->person) && fits(place->visitor) && place->lines.count > 0 &&
           items_fit(place->lines.items, place->lines.count) && place->expected_total.minor >= 0 &&
           place->expected_total.minor <= ORDER_TOTAL_MINOR_MAX &&
           place->expected_total.currency.size == 3 && is_name(place->payment_method) &&
           place->delivery.address.size <= SEALED_BYTES_MAX;
}

static bool supplier_fits(const struct order_request *request)
{
    const struct ship_items *ship = request->ship_items;

    if (request->accept_sub_order != NULL)
        return is_name(request->accept_sub_order->supplier);
    if (request->reject_sub_order != NULL)
        return is_name(request->reject_sub_order->supplier) &&
               fits(request->reject_sub_order->reason);
    if (request->deliver_sub_order != NULL)
        return is_name(request->deliver_sub_order->supplier);
    return ship == NULL ||
           (is_name(ship->supplier) && fits(ship->carrier) && fits(ship->tracking) &&
               items_fit(ship->items.items, ship->items.count));
}

static bool customer_fits(const struct order_request *request)
{
    const struct return_items *back = request->return_items;

    if (request->place_order != NULL)
        return place_fits(request->place_order);
    if (request->cancel_order != NULL)
        return fits(request->cancel_order->supplier) && fits(request->cancel_order->reason);
    if (request->resolve_order != NULL)
        return fits(request->resolve_order->note);
    return back == NULL || (fits(back->supplier) && fits(back->reason) &&
                               items_fit(back->items.items, back->items.count));
}

static enum fy_status check_key(struct fy_slice order, struct fy_slice key, struct fy_err *err)
{
    if (key.data == NULL || !fy_slice_equal(key, order))
        return fy_fail(err, FY_REJECT, "the key is not the order");
    if (order.size == 0 || order.size > ID_BYTES_MAX)
        return fy_fail(
            err, FY_REJECT, "an order's id of %zu bytes, not of 1 .. %d", order.size, ID_BYTES_MAX);
    return FY_OK;
}

enum fy_status order_check_request(
    const struct order_request *request, struct fy_slice key, struct fy_err *err)
{
    enum fy_status status = check_key(request->order, key, err);

    if (status != FY_OK)
        return status;
    if (!is_name(request->envelope.event_id) || !fits(request->envelope.root) ||
        !fits(request->body_mac) || !supplier_fits(request) || !customer_fits(request)) {
        return fy_fail(err, FY_REJECT,
            "texts of more than %d bytes, more than %d lines, or units that are not 1 .. %d",
            ORDERS_NAME_BYTES_MAX, ORDER_LINES_MAX, UNITS_MAX);
    }
    return FY_OK;
}

enum fy_status order_check_reply(
    const struct stock_reply *reply, struct fy_slice key, struct fy_err *err)
{
    const struct hold_standing *standing = &reply->standing;
    enum fy_status status = check_key(reply->order, key, err);

    if (status != FY_OK)
        return status;
    if (!fits(reply->hold) || !fits(standing->supplier) || !fits(standing->reason) ||
        !fits(reply->not_done) || standing->shipped_units < 0 || standing->returned_units < 0)
        return fy_fail(
            err, FY_REJECT, "texts of more than %d bytes, or units below 0", ORDERS_NAME_BYTES_MAX);
    if (standing->price != NULL && standing->price->minor < 0)
        return fy_fail(err, FY_REJECT, "a price below 0");
    return FY_OK;
}

static bool in_range(int64_t minor)
{
    return minor >= 0 && minor <= ORDER_TOTAL_MINOR_MAX;
}

enum fy_status order_check_report(
    const struct payment_report *report, struct fy_slice key, struct fy_err *err)
{
    const struct payment_standing *standing = &report->standing;
    enum fy_status status = check_key(report->order, key, err);

    if (status != FY_OK)
        return status;
    if (!fits(report->payment) || !fits(standing->currency) || !fits(standing->provider_ref) ||
        (report->action_required != NULL && report->action_required->url.size > URL_BYTES_MAX))
        return fy_fail(err, FY_REJECT, "texts of more than %d bytes", ORDERS_NAME_BYTES_MAX);
    if (!in_range(standing->authorised_minor) || !in_range(standing->captured_minor) ||
        !in_range(standing->refunded_minor) || !in_range(standing->fee_minor))
        return fy_fail(err, FY_REJECT, "an amount that is not 0 .. %lld minor units",
            (long long)ORDER_TOTAL_MINOR_MAX);
    return FY_OK;
}
