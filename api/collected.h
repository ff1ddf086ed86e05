/*
 * collected.h - which collections a product is in: the other side of what each of them lists.
 *
 * Rows:    space VIEW_COLLECTED, "SKU NUL collection" -> nothing, as each collection now is.
 * Errors:  as views_apply; FY_FATAL of the store.
 * Threads: the reactor's.
 */
#ifndef API_COLLECTED_H
#define API_COLLECTED_H

#include "api/views.h"
#include "lib/json_out.h"

/* Of one product are told those of smaller ids, where it is in more: a screen's. */
enum { COLLECTED_MAX = 20 };

/*
 * Before the row of VIEW_COLLECTIONS is put, or deleted where `row` is absent. Says of each product
 * that was or is in it that what is told of it changes.
 */
enum fy_status collected_changes(struct views *views,
    struct fy_slice id,
    struct fy_slice row,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* "collections": [{"collection", "title"}], in order of their ids. */
enum fy_status collected_put(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err) FY_MUST_CHECK;

#endif
