/*
 * holds.h - what an order's request does to a hold, and how far a hold is.
 *
 * States:  (none) -hold-> HELD | REFUSED;  HELD -commit-> COMMITTED -ship-> SHIPPED -return->
 *          RETURNED;  HELD | COMMITTED -release-> RELEASED;  (none) -release-> RELEASED, so that a
 *          hold that comes behind its own release is not granted. What some of was shipped may be
 *          released (the rest is) and returned (what was shipped is).
 * Repeats: a request that is so already changes nothing and is answered from the row. Shipped and
 *          returned units are totals, so requests may come twice, late and in any order.
 * Ends:    RELEASED, REFUSED and RETURNED are remembered for 8 days, where something was shipped
 *          for 90, since it may come back. HELD has no end here: whoever asked for it ends it; one
 *          of a day is told once.
 * Memory:  strings are borrowed from row, request and event.
 * Threads: pure; any number.
 */
#ifndef STOCK_HOLDS_H
#define STOCK_HOLDS_H

#include "processors/stock/stock.h"
#include "schemas/generated/stock_reply.h"
#include "schemas/generated/stock_request.h"

#define HOLD_AGED_MS INT64_C(86400000)
#define HOLD_ENDED_MS INT64_C(691200000)    /* 8 days. */
#define HOLD_SHIPPED_MS INT64_C(7776000000) /* 90 days. */

/* A row and what it points to. All zero: there is none. */
struct hold {
    struct hold_row row;
    struct money price;
    bool known;
};

enum stock_asked holds_asked(const struct stock_request *request);

/*
 * What `request` does to `hold`. True: an event. False: nothing, and *ret_not_done says why it
 * cannot be, or is NULL where it is so already.
 */
bool holds_decide(const struct shelf *shelf,
    const struct hold *hold,
    const struct stock_request *request,
    struct stock_decision *ret_decision,
    const char **ret_not_done);

/* A supplier has fewer than were promised. `cause` is the event that says so. */
void holds_decide_lost(const struct hold_row *row,
    struct fy_slice hold,
    const struct stock_event *cause,
    struct stock_decision *ret_decision);
void holds_decide_short(const struct hold_row *row,
    struct fy_slice hold,
    int64_t units,
    const struct stock_event *cause,
    struct stock_decision *ret_decision);

/* When time alone does something to it, ms UTC; 0: never. And what. */
int64_t holds_due_ms(const struct hold_row *row);
void holds_decide_due(const struct hold_row *row,
    struct fy_slice hold,
    int64_t due_ms,
    struct stock_decision *ret_decision);

/* Items of it that are sold and have not left, or held. */
int64_t holds_open_units(const struct hold_row *row);

/* Is it in its supplier's list of held, or of committed holds? */
bool holds_is_open(const struct hold_row *row);

/* Apply an event of this hold. Its place among its supplier's holds is the caller's to write. */
void holds_evolve(struct hold *hold, const struct stock_event *event);

#endif
