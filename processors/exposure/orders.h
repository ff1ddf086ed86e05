/*
 * orders.h - what an order's events add to suppliers' counts.
 *
 * Shape:   evolve(basket, event) -> basket, or none; and where the order is confirmed, its lines
 *          as they count: for the supplier that gives each, at the price that was agreed then. What
 *          becomes of them later (re-routed, returned) changes no exposure.
 * Errors:  none. Events of another order of things (a line that was never placed) change nothing.
 * Memory:  arrays are the caller's room or borrowed, strings are borrowed.
 * Threads: pure; any number.
 */
#ifndef EXPOSURE_ORDERS_H
#define EXPOSURE_ORDERS_H

#include "schemas/generated/exposure_row.h"
#include "schemas/generated/order_event.h"

enum { EXPOSURE_LINES_MAX = 50 }; /* What an order may hold. */

enum basket_end {
    BASKET_OPEN,      /* Keep the row. */
    BASKET_CONFIRMED, /* Count its lines that have a supplier, and drop the row. */
    BASKET_GONE,      /* Drop the row, if there is one. */
};

struct basket_room {
    struct basket_line lines[EXPOSURE_LINES_MAX];
};

enum basket_end basket_evolve(
    struct basket *basket, const struct order_event *event, struct basket_room *room);

#endif
