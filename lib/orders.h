/*
 * orders.h - a row of `order-status`, as programs that show it read it: whose it is, and in JSON.
 *
 * Shape:   pure functions of the row.
 * Whose:   the person who is signed in and placed it; or, of a guest's, the visitor they were,
 *          whose cookie is shown. An account's order names no visitor: a browser may be shared.
 * Memory:  what is written is of the JSON's arena; strings are borrowed.
 * Threads: any.
 */
#ifndef FY_ORDERS_H
#define FY_ORDERS_H

#include "lib/caller.h"
#include "lib/json_out.h"
#include "schemas/generated/order_status.h"

enum { FY_ORDER_TEXT = 32 }; /* Hex digits of an order's id. */

bool fy_order_is_id(struct fy_slice text);

/* `caller` NULL: nobody is signed in. `visitor` absent: there is no cookie of ours. */
bool fy_order_is_of(
    const struct order_status *order, const struct fy_caller *caller, struct fy_slice visitor);

/* Has it a line of theirs, or had one that they rejected? */
bool fy_order_has_supplier(const struct order_status *order, struct fy_slice supplier);

/* Does `supplier` have something to do with it still? */
bool fy_order_is_open_for(const struct order_status *order, struct fy_slice supplier);

/* Is the customer to be told what became of it: confirmed, refused, or theirs to confirm? */
bool fy_order_is_decided(const struct order_status *order);

/* Did it become an order, or may it still? One that was cancelled by somebody had become one. */
bool fy_order_was_placed(const struct order_status *order);

/* {"minor":1234,"currency":"EUR"} under `name`. */
void fy_order_put_money(
    struct fy_json_out *out, const char *name, int64_t minor, struct fy_slice currency);

/*
 * Members of an open object: order, state, reason, times, lines, sub_orders, shipments, amounts and
 * what is to be done to pay. `titles`: of its lines, or NULL. Nothing personal is among them.
 */
void fy_order_put(
    struct fy_json_out *out, const struct order_status *order, const struct fy_slice *titles);

/* One line as an object; one parcel; items as an array under `name`. */
void fy_order_put_line(
    struct fy_json_out *out, const struct line_standing *line, const struct fy_slice *title);
void fy_order_put_shipment(struct fy_json_out *out, const struct order_shipment *shipment);

const char *fy_order_state(enum order_state state);
const char *fy_sub_order_state(enum sub_order_state state);

#endif
