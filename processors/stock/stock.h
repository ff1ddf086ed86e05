/*
 * stock.h - the rules of stock: what a supplier's fact does to its offer of one SKU.
 *
 * Shape:   decide(shelf, row, fact) -> event     reads, changes nothing; no event for a repeat
 *          evolve(row, event) -> row      changes, refuses nothing that was ever written
 *          decide_next(row, fact, event) -> event    an offer's further events
 *          decide_short, decide_low(shelf, cause) -> event    what else follows
 * State:   the supplier's own row, and the shelf (shelf.h): what all of them have.
 * Rules:   any supplier may list a SKU that others list; up to 16. A SKU's currency is that of its
 *          first price, whoever said it. Who has not listed it says nothing of it.
 *          A listing says all there is to say of a product: what it leaves out is gone.
 *          A withdrawn product takes no price and cannot be bought; its items are counted all the
 *          same, and a listing puts it on offer again.
 *          An offer says some of it, and is taken as a whole or refused as a whole.
 *          Each fact gives an event, the first time it is read, an offer one for each part that
 *          changes something; stock_short, low_stock_reached and low_stock_cleared come behind.
 * Low:     counted is what is promised to nobody (on hand - held - committed, no buffer). Reached
 *          at the threshold and below; cleared at threshold + a tenth of it, rounded up, + at least
 *          1, or with the threshold. Told once each. An offer that is withdrawn is not low.
 * Repeats: recognised by (session, n) or event_id (repeats.h), refused ones too: a fact that was
 *          refused stays refused, though its SKU be listed since.
 * Units:   whole items; money in minor units.
 * Errors:  none. A refusal is an event, supply_refused.
 * Memory:  nothing is allocated; strings are borrowed from the fact, the event and the row.
 * Threads: pure; any number.
 * Source:  schemas/stock_event.avsc; the decider pattern (Chassaing).
 */
#ifndef STOCK_H
#define STOCK_H

#include "processors/stock/repeats.h"
#include "processors/stock/shelf.h"

/* Receipts do not pile up beyond it: 1,000 times what a fact can say. */
#define STOCK_UNITS_MAX INT64_C(1000000000000)

/* An event and the part of it that is set: `event` points into `part`, so neither is copied alone.
 */
struct stock_decision {
    struct stock_event event; /* Without event_id, which is derived from the cause and the step. */
    const char *step;         /* Names what was decided: "stock.product_changed". Static storage. */
    struct fy_slice hold;     /* Which hold it is of; absent: none. */
    union {
        struct product_changed product_changed;
        struct stock_set stock_set;
        struct supply_refused supply_refused;
        struct product_taken product_withdrawn;
        struct stock_added stock_received;
        struct stock_corrected stock_adjusted;
        struct low_level_set threshold_set;
        struct low_stock_reached low_stock_reached;
        struct scan_taken_back scan_undone;
        struct image_added image_added;
        struct image_removed image_removed;
        struct safety_buffer buffer_set;
        struct low_stock_cleared low_stock_cleared;
        struct stock_short stock_short;
        struct hold_granted hold_granted;
        struct hold_refused hold_refused;
        struct hold_committed hold_committed;
        struct hold_released hold_released;
        struct hold_shipped hold_shipped;
        struct hold_returned hold_returned;
        struct commit_short commit_short;
        struct hold_aged hold_aged;
        struct hold_forgotten hold_forgotten;
    } part;
};

/* A row without a supplier is of one who has not listed it. All zero is the first of them. */
bool stock_is_listed(const struct sku_row *row);

/*
 * Decide what `fact` does; `row` is that of its supplier. False, and nothing written, when it is a
 * repeat.
 */
bool stock_decide(const struct shelf *shelf,
    const struct sku_row *row,
    const struct supply *fact,
    struct stock_decision *ret_decision);

/*
 * What else `fact` does, now that its event `before` is applied to the row: false when that was
 * the last. Each event of a fact has another step.
 */
bool stock_decide_next(const struct sku_row *row,
    const struct supply *fact,
    const struct stock_event *before,
    struct stock_decision *ret_decision);

/*
 * What else follows of `cause`, the last event of a fact or request, whose supplier's offer it is
 * about: fewer items are there than are promised; stock gets low, or is low no more. False: that is
 * not so, or is known. The decision's event has the same cause as `cause` has.
 */
bool stock_decide_short(const struct shelf *shelf,
    const struct stock_event *cause,
    struct stock_decision *ret_decision);
bool stock_decide_low(const struct shelf *shelf,
    const struct stock_event *cause,
    struct stock_decision *ret_decision);

/* Apply an event. Which record led to it (as_of) is the caller's to write. */
void stock_evolve(struct sku_row *row, const struct stock_event *event, struct stock_room *room);

#endif
