/*
 * history_merge.h - what one person did as several visitors, as one history.
 *
 * Shape:   merge(histories) -> history. Views by time, newest first. The cart of the visitor who
 *          did something last comes first, and of a product that stands in several its line counts:
 *          the same thing put in on two devices is wanted once. Counts are added up; updated_ms is
 *          the newest. as_of has the newest place of each partition.
 * Limits:  those of one history: 50 views, 100 lines of a cart.
 * Errors:  FY_FATAL when the arena is full.
 * Memory:  arrays are the arena's; strings are borrowed from `histories`.
 * Threads: pure; any number.
 */
#ifndef API_HISTORY_MERGE_H
#define API_HISTORY_MERGE_H

#include "lib/arena.h"
#include "schemas/generated/history.h"

enum {
    MERGE_HISTORIES_MAX = 17, /* The visitors linked to a person, and the one who asks. */
    MERGE_VIEWS_MAX = 50,
    MERGE_CART_MAX = 100,
};

/* 0 <= count <= MERGE_HISTORIES_MAX. None: all zero. `visitor` is left absent. */
enum fy_status history_merge(const struct history *histories,
    size_t count,
    struct fy_arena *arena,
    struct history *ret_history,
    struct fy_err *err) FY_MUST_CHECK;

#endif
