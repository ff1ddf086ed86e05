/*
 * bought.h - what somebody has bought: found by the visitor they were and by the person they are.
 *
 * Rows:    space VIEW_BOUGHT, "owner NUL order" -> SKUs, a NUL behind each; of `order-status`. What
 *          was cancelled or came back is not in them.
 * Errors:  as views_apply; FY_FATAL of the store.
 * Threads: the reactor's.
 */
#ifndef API_BOUGHT_H
#define API_BOUGHT_H

#include "api/views.h"

enum {
    BOUGHT_ORDERS_MAX = 64, /* Of one owner: those of smaller ids, where there are more. */
    BOUGHT_MAX = 512,       /* SKUs of one owner, as above. */
};

struct bought {
    struct fy_slice skus[BOUGHT_MAX]; /* Of the arena. */
    size_t count;
};

/*
 * Who may have bought something, in 512 KB: most who ask have not, and are not looked for in the
 * rows. It may name one who has not (one of seven, at a million buyers), never miss one who has.
 */
struct bought_owners;

/* Of all rows there are. */
enum fy_status bought_owners_new(
    struct fy_store *store, struct bought_owners **ret_owners, struct fy_err *err) FY_MUST_CHECK;
void bought_owners_free(struct bought_owners *owners);

/* All rows are gone. */
void bought_owners_clear(struct bought_owners *owners);

enum fy_status bought_apply(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* Adds what `owner` bought. */
enum fy_status bought_by(struct views *views,
    struct fy_slice owner,
    struct fy_arena *arena,
    struct bought *bought,
    struct fy_err *err) FY_MUST_CHECK;

bool bought_has(const struct bought *bought, struct fy_slice sku);

#endif
