/*
 * fresh.h - rows that the slice in hand has changed: the store does not show them before its end.
 *
 * Who makes a row from the one before it asks here for that one, and says here what it put.
 * Memory:  of the slice's arena; views_settle forgets them with the slice.
 * Threads: the reactor's.
 */
#ifndef API_FRESH_H
#define API_FRESH_H

#include "api/views.h"

/* Key and value are borrowed for the slice; an absent value is a row that is gone. */
enum fy_status views_fresh_put(struct views *views,
    uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* The row as it is now; absent: there is none. */
enum fy_status views_row_before(struct views *views,
    uint32_t space,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_row,
    struct fy_err *err) FY_MUST_CHECK;

#endif
