#include "lib/orders.h"
#include "lib/ids.h"
#include "schemas/codec/type.h"
#include "schemas/generated/shared.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

bool fy_order_is_id(struct fy_slice text)
{
    return fy_id_is_hex(text, FY_ORDER_TEXT);
}

/* --- Whose ----------------------------------------------------------------------------------- */

bool fy_order_is_of(
    const struct order_status *order, const struct fy_caller *caller, struct fy_slice visitor)
{
    if (caller != NULL && fy_slice_equal(caller->person, order->person))
        return true;
    return order->visitor.data != NULL && visitor.data != NULL &&
           fy_slice_equal(order->visitor, visitor);
}

static const struct sub_order_status *sub_order_of(
    const struct order_status *order, struct fy_slice supplier)
{
    for (size_t i = 0; i < order->sub_orders.count; i++)
        if (fy_slice_equal(order->sub_orders.items[i].supplier, supplier))
            return &order->sub_orders.items[i];
    return NULL;
}

bool fy_order_has_supplier(const struct order_status *order, struct fy_slice supplier)
{
    return supplier.size > 0 && sub_order_of(order, supplier) != NULL;
}

bool fy_order_is_open_for(const struct order_status *order, struct fy_slice supplier)
{
    const struct sub_order_status *sub_order = sub_order_of(order, supplier);

    if (sub_order == NULL)
        return false;
    switch (sub_order->state) {
    case SUB_ORDER_STATE_WAITING:
    case SUB_ORDER_STATE_ACCEPTED:
    case SUB_ORDER_STATE_PARTLY_SHIPPED:
    case SUB_ORDER_STATE_SHIPPED:
        return true;
    default:
        return false;
    }
}

bool fy_order_is_decided(const struct order_status *order)
{
    switch (order->standing.state) {
    case ORDER_STATE_ACTION_REQUIRED:
    case ORDER_STATE_CONFIRMED:
    case ORDER_STATE_CLOSED:
    case ORDER_STATE_REFUSED:
    case ORDER_STATE_CANCELLED:
        return true;
    default:
        return false;
    }
}

bool fy_order_was_placed(const struct order_status *order)
{
    static const char *const by_somebody[] = {"customer", "rejected", "operator"};
    bool was = order->standing.state != ORDER_STATE_REFUSED &&
               order->standing.state != ORDER_STATE_CANCELLED;

    if (order->standing.state == ORDER_STATE_CANCELLED)
        for (size_t i = 0; i < sizeof(by_somebody) / sizeof(by_somebody[0]); i++)
            was = was || fy_slice_equal(order->standing.reason, fy_slice_of(by_somebody[i]));
    return was;
}

/* --- In JSON --------------------------------------------------------------------------------- */

static const struct fy_field *field_of(const struct fy_type *type, const char *name)
{
    for (uint32_t i = 0; i < type->field_count; i++)
        if (strcmp(type->fields[i].name, name) == 0)
            return &type->fields[i];
    abort(); /* The schema has no such field. */
}

/* The words of the schema. */
static const char *symbol_of(const struct fy_type *type, const char *name, int value)
{
    const struct fy_field *field = field_of(type, name);

    assert(value >= 0 && (uint32_t)value < field->symbol_count);
    return field->symbols[value];
}

const char *fy_order_state(enum order_state state)
{
    return symbol_of(&fy_type_order_standing, "state", (int)state);
}

const char *fy_sub_order_state(enum sub_order_state state)
{
    return symbol_of(field_of(&fy_type_order_status, "sub_orders")->record, "state", (int)state);
}

void fy_order_put_money(
    struct fy_json_out *out, const char *name, int64_t minor, struct fy_slice currency)
{
    fy_json_out_name(out, name);
    fy_json_out_object(out);
    fy_json_out_member_int(out, "minor", minor);
    fy_json_out_member_text(out, "currency", currency);
    fy_json_out_object_end(out);
}

static void put_time(struct fy_json_out *out, const char *name, bool has, int64_t ms)
{
    if (has)
        fy_json_out_member_int(out, name, ms);
}

void fy_order_put_line(
    struct fy_json_out *out, const struct line_standing *line, const struct fy_slice *title)
{
    fy_json_out_object(out);
    fy_json_out_member_text(out, "sku", line->sku);
    if (title != NULL)
        fy_json_out_member_text(out, "title", *title);
    fy_json_out_member_int(out, "units", line->units);
    fy_json_out_member_text(
        out, "state", fy_slice_of(symbol_of(&fy_type_line_standing, "state", (int)line->state)));
    fy_json_out_member_text(out, "supplier", line->supplier);
    if (line->price != NULL)
        fy_order_put_money(out, "price", line->price->minor, line->price->currency);
    fy_json_out_member_int(out, "shipped_units", line->shipped_units);
    fy_json_out_member_int(out, "returned_units", line->returned_units);
    fy_json_out_member_int(out, "cancelled_units", line->cancelled_units);
    if (line->reason.data != NULL) {
        fy_json_out_member_text(out, "reason", line->reason);
        fy_json_out_member_int(out, "left_units", line->left_units);
    }
    fy_json_out_object_end(out);
}

void fy_order_put_shipment(struct fy_json_out *out, const struct order_shipment *shipment)
{
    fy_json_out_object(out);
    fy_json_out_member_text(out, "supplier", shipment->supplier);
    fy_json_out_member_int(out, "shipped_ms", shipment->shipped_ms);
    fy_json_out_member_text(out, "carrier", shipment->carrier);
    fy_json_out_member_text(out, "tracking", shipment->tracking);
    fy_json_out_name(out, "items");
    fy_json_out_array(out);
    for (size_t i = 0; i < shipment->items.count; i++) {
        fy_json_out_object(out);
        fy_json_out_member_text(out, "sku", shipment->items.items[i].sku);
        fy_json_out_member_int(out, "units", shipment->items.items[i].units);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    fy_json_out_object_end(out);
}

static void put_sub_orders(struct fy_json_out *out, const struct order_status *order)
{
    fy_json_out_name(out, "sub_orders");
    fy_json_out_array(out);
    for (size_t i = 0; i < order->sub_orders.count; i++) {
        const struct sub_order_status *sub_order = &order->sub_orders.items[i];

        fy_json_out_object(out);
        fy_json_out_member_text(out, "supplier", sub_order->supplier);
        fy_json_out_member_text(out, "state", fy_slice_of(fy_sub_order_state(sub_order->state)));
        put_time(out, "due_ms", sub_order->has_due_ms, sub_order->due_ms);
        put_time(
            out, "return_until_ms", sub_order->has_return_until_ms, sub_order->return_until_ms);
        if (sub_order->reason.data != NULL)
            fy_json_out_member_text(out, "reason", sub_order->reason);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

static void put_amounts(struct fy_json_out *out, const struct order_status *order)
{
    const struct payment_standing *payment = order->payment;

    fy_order_put_money(out, "total", order->total_minor, order->currency);
    fy_order_put_money(out, "paid", payment != NULL ? payment->captured_minor : 0, order->currency);
    fy_order_put_money(
        out, "refunded", payment != NULL ? payment->refunded_minor : 0, order->currency);
    fy_order_put_money(out, "owed", order->owed_minor, order->currency);
    if (order->payment_code.data != NULL)
        fy_json_out_member_text(out, "payment_code", order->payment_code);
    if (order->action_url.data != NULL)
        fy_json_out_member_text(out, "action_url", order->action_url);
    put_time(out, "pay_until_ms", order->has_pay_until_ms, order->pay_until_ms);
}

void fy_order_put(
    struct fy_json_out *out, const struct order_status *order, const struct fy_slice *titles)
{
    fy_json_out_member_text(out, "order", order->order);
    fy_json_out_member_text(out, "state", fy_slice_of(fy_order_state(order->standing.state)));
    fy_json_out_member_text(out, "reason", order->standing.reason);
    fy_json_out_name(out, "pending");
    fy_json_out_bool(out, order->pending);
    fy_json_out_member_int(out, "placed_ms", order->placed_ms);
    fy_json_out_member_int(out, "updated_ms", order->updated_ms);
    put_amounts(out, order);
    fy_json_out_name(out, "lines");
    fy_json_out_array(out);
    for (size_t i = 0; i < order->lines.count; i++)
        fy_order_put_line(out, &order->lines.items[i], titles != NULL ? &titles[i] : NULL);
    fy_json_out_array_end(out);
    put_sub_orders(out, order);
    fy_json_out_name(out, "shipments");
    fy_json_out_array(out);
    for (size_t i = 0; i < order->shipments.count; i++)
        fy_order_put_shipment(out, &order->shipments.items[i]);
    fy_json_out_array_end(out);
}
