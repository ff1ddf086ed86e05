/*
 * arrange.h - in which order the candidates of a list are shown.
 *
 * Pure. docs/decisions/0065-what-a-list-shows.md; test/prove/checker/arrange.py says the same in
 * Python.
 *
 * Nobody may take a list alone: of `limit` places, at most ARRANGE_SUPPLIER_OF_100 in a hundred are
 * one supplier's, and ARRANGE_CATEGORY_OF_100 one category's. What would be one too many waits
 * until all others had their turn, and comes then, in its order, if there is room: a shop of one
 * supplier has full lists. Since a cap is reached in the lower places first, that is where it costs
 * something.
 */
#ifndef API_ARRANGE_H
#define API_ARRANGE_H

#include "lib/arena.h"

enum {
    ARRANGE_MAX = 256, /* Candidates. */
    ARRANGE_SUPPLIER_OF_100 = 50,
    ARRANGE_CATEGORY_OF_100 = 70,
    ARRANGE_PLACE_FIRST = 8, /* Where what is new may stand, counted from 1. */
    ARRANGE_PLACES = 13,
};

struct arrange_item {
    struct fy_slice supplier, category; /* Absent: counts for none. */
};

/* Which of `items`, best first, stand in the `limit` places. Returns how many, at most limit. */
size_t arrange_order(
    const struct arrange_item *items, size_t count, size_t limit, int ret_order[ARRANGE_MAX]);

/*
 * Where what is new stands in this visitor's list, 1 .. limit, and with which of `count` it begins
 * to be looked for: half of the lists begin near the first (the first in a quarter of all, the
 * second in an eighth ...), the others anywhere. limit and count > 0.
 */
int arrange_new(
    struct fy_slice visitor, struct fy_slice list_id, int limit, size_t count, size_t *ret_first);

#endif
