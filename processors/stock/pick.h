/*
 * pick.h - whose items an order gets. The one place where that is decided.
 *
 * Rule:    of the suppliers that are on offer, not excluded, and can give all the units:
 *            1. the one that the order prefers;
 *            2. the lowest price;
 *            3. the best accept rate: (shipped + 1) / (shipped + rejected + 2);
 *            4. the supplier's id, byte by byte.
 * Threads: pure; any number.
 */
#ifndef STOCK_PICK_H
#define STOCK_PICK_H

#include "processors/stock/shelf.h"
#include "schemas/generated/stock_request.h"

/*
 * NULL: none can. *ret_left_units is what the one of them that has most could give, >= 0.
 * Suppliers with as many open holds as may be are passed over, and count as having none.
 */
const struct shelf_offer *stock_pick(const struct shelf *shelf,
    const struct hold_stock *wanted,
    int64_t now_ms,
    int64_t *ret_left_units);

#endif
