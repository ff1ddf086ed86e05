/*
 * stock.h - the rules of stock: what a supplier's fact does to one SKU.
 *
 * Shape:   decide(row, fact) -> event     reads, changes nothing; no event for a repeat
 *          evolve(row, event) -> row      changes, refuses nothing that was ever written
 *          decide_low(before, now) -> event    what else follows: stock was not low and now is
 * Rules:   the first supplier to list a SKU owns it; its currency is that of its first price.
 *          A listing says all there is to say of a product: what it leaves out is gone.
 *          A withdrawn product takes no price and cannot be bought; its items are counted all the
 *          same, and a listing puts it on offer again.
 *          Each fact gives one event, the first time it is read, and low_stock_reached behind it.
 * Repeats: recognised by event_id, among the last 64 facts of the SKU, refused ones too: a fact
 *          that was refused stays refused, though its SKU be listed since.
 * Units:   whole items; money in minor units.
 * Errors:  none. A refusal is an event, supply_refused.
 * Memory:  nothing is allocated; strings are borrowed from the fact, the event and the row.
 * Threads: pure; any number.
 * Source:  schemas/stock_event.avsc; the decider pattern (Chassaing).
 */
#ifndef STOCK_H
#define STOCK_H

#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_row.h"
#include "schemas/generated/supply.h"

enum {
    STOCK_RECENT_IDS_MAX = 64, /* The API promises an Idempotency-Key for as many later writes. */
};

/* Receipts do not pile up beyond it: 1,000 times what a fact can say. */
#define STOCK_UNITS_MAX INT64_C(1000000000000)

/* An event and the part of it that is set: `event` points into `part`, so neither is copied alone.
 */
struct stock_decision {
    struct stock_event event; /* Without event_id, which is derived from the cause and the step. */
    const char *step;         /* Names what was decided: "stock.product_changed". Static storage. */
    union {
        struct product_changed product_changed;
        struct stock_set stock_set;
        struct supply_refused supply_refused;
        struct product_taken product_withdrawn;
        struct stock_added stock_received;
        struct stock_corrected stock_adjusted;
        struct low_level_set threshold_set;
        struct low_stock_reached low_stock_reached;
    } part;
};

/* Where evolve writes the ids; must live as long as the row. Needs no initial value. */
struct stock_room {
    struct fy_slice recent_ids[STOCK_RECENT_IDS_MAX];
};

/* A row without a supplier is of a SKU that nobody has listed. All zero is the first of them. */
bool stock_is_listed(const struct sku_row *row);

/* Decide what `fact` does. False, and nothing written, when it is a repeat. */
bool stock_decide(
    const struct sku_row *row, const struct supply *fact, struct stock_decision *ret_decision);

/*
 * Stock that was not low `before` the event `cause` and is low `now`: false when it is not so. The
 * decision's event has the same cause as `cause` has.
 */
bool stock_decide_low(const struct sku_row *before,
    const struct sku_row *now,
    const struct stock_event *cause,
    struct stock_decision *ret_decision);

/* Apply an event. Which record led to it (as_of) is the caller's to write. */
void stock_evolve(struct sku_row *row, const struct stock_event *event, struct stock_room *room);

/* How many can be bought now, >= 0; none of a product that is withdrawn. */
int64_t stock_available_units(const struct sku_row *row);

#endif
