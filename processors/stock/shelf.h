/*
 * shelf.h - what is there of one SKU, of all its suppliers, and how much of it is promised.
 *
 * Shape:   a projection of `stock`: evolve(shelf, event). Available of one supplier =
 *          on hand - held - committed - buffer, and nothing of an offer that is withdrawn.
 * Buffer:  off until a supplier asks for it. Then part of what was counted is not sold: age of the
 *          count x sales rate x percent. The rate is what was sold here in the better of the last
 *          two weeks that had sales; age is in whole hours, 90 days at most; rounded up.
 * Units:   whole items; money in minor units; ms UTC by our edge's clock, never by the machine's.
 * Errors:  none. Whatever stands in a row or an event, it gives a row.
 * Memory:  a shelf is its own room for at most 16 offers; strings are borrowed.
 * Threads: pure; any number.
 */
#ifndef STOCK_SHELF_H
#define STOCK_SHELF_H

#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_row.h"

enum {
    STOCK_SUPPLIERS_MAX = 16,
    STOCK_HOLDS_MAX =
        10000, /* Of one offer, held or sold and not shipped: a shortfall walks them. */
};

struct shelf {
    struct fy_slice currency;                       /* Absent or empty: nobody has listed it. */
    struct shelf_offer offers[STOCK_SUPPLIERS_MAX]; /* In the order in which they were listed. */
    size_t count;
    bool has_seen_minor;
    int64_t seen_minor; /* The price that customers were last told of, and which one it was. */
    int64_t seen_count;
};

/* More than 16 in a row are none of ours: the first 16 are taken. */
void shelf_from_row(struct shelf *shelf, const struct shelf_row *row);
struct shelf_row shelf_as_row(const struct shelf *shelf); /* Borrows the shelf. */

struct shelf_offer *shelf_find(struct shelf *shelf, struct fy_slice supplier);
const struct shelf_offer *shelf_look(const struct shelf *shelf, struct fy_slice supplier);

/* Whose words customers read: the first of those who offer it, else the first; NULL: nobody. */
const struct shelf_offer *shelf_first(const struct shelf *shelf);

/* May one more supplier list it? One that has left, and owes nobody anything, makes room. */
bool shelf_has_room(const struct shelf *shelf);

/* Items there that are promised to nobody; below 0: fewer are there than are promised. */
int64_t shelf_free_units(const struct shelf_offer *offer);

/* Items of it that can be bought at `now_ms`, >= 0. */
int64_t shelf_available_units(const struct shelf_offer *offer, int64_t now_ms);

/* The lowest price of those who have some at `now_ms`; else of those who offer it; else the first.
 */
const struct shelf_offer *shelf_best(const struct shelf *shelf, int64_t now_ms, bool *ret_has_some);

/* What customers see as the price now, where that is not what they were last told. */
bool shelf_price_changes(const struct shelf *shelf, int64_t now_ms, int64_t *ret_minor);

/* What an event makes of a count: of the shelf, and of the supplier's own row. */
int64_t shelf_on_hand_after(int64_t on_hand_units, const struct stock_event *event);

/* The part of evolve that is known last: what customers are told with the event. */
void shelf_see(struct shelf *shelf, const struct stock_event *event);
void shelf_evolve(struct shelf *shelf, const struct stock_event *event);

#endif
