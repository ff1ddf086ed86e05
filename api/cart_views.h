/*
 * cart_views.h - what owners have said of their carts.
 *
 * Rows of VIEW_CARTS, put again by each record:
 *   owner NUL sku       {"units","event_ms"} as 16 bytes: the newest word about it
 *   owner NUL           when the whole cart was set, 8 bytes: what is older is gone
 *   owner               the place of the newest record, for who waits for it
 * Errors:  as views_apply. Threads: the reactor's.
 */
#ifndef API_CART_VIEWS_H
#define API_CART_VIEWS_H

#include "api/views.h"

enum {
    CART_LINES_MAX = 50,     /* Shown: the newest. */
    CART_SKUS_MAX = 500,     /* Looked at, of one owner. */
    CART_ORDERS_LOOKED = 50, /* Of their newest orders, for what has been ordered since. */
};

struct cart_line {
    struct fy_slice sku;
    int64_t units;    /* 0: taken out. */
    int64_t event_ms; /* When that was said. */
};

enum fy_status cart_views_apply(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

enum fy_status cart_views_includes(struct views *views,
    struct fy_slice owner,
    const struct fy_place *place,
    struct fy_arena *arena,
    bool *ret_includes,
    struct fy_err *err) FY_MUST_CHECK;

/* What one owner has said; lines older than *ret_set_ms do not count. `count_max` lines at most. */
enum fy_status cart_views_lines(struct views *views,
    struct fy_slice owner,
    int count_max,
    struct fy_arena *arena,
    struct cart_line *ret_lines,
    int *ret_count,
    int64_t *ret_set_ms,
    struct fy_err *err) FY_MUST_CHECK;

#endif
