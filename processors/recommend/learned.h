/*
 * learned.h - what others may learn from: the engine, asked and told by SKU.
 *
 * A list is a function of the set of sessions and of the clicks alone, however partitions were
 * read: docs/decisions/0039-two-stages.md defines it, 0040-lists-from-activity.md says of which
 * sessions. Errors:  FY_FATAL when there is no memory, or more than ENGINE_ITEMS_MAX SKUs are in
 * use. Memory:  engine.h; 40 bytes and a SKU's text an item. SKUs given are copied; those of a list
 * live until the next click, or are the caller's own. Threads: one owner.
 */
#ifndef RECOMMEND_LEARNED_H
#define RECOMMEND_LEARNED_H

#include "lib/arena.h"
#include "lib/err.h"
#include "processors/recommend/engine/engine.h"

enum {
    LEARNED_SESSIONS_MAX = ENGINE_LIVE_MAX, /* Ceiling of sessions_max. */
    LEARNED_LIST = ENGINE_RANKED_MAX,
};

struct learned_candidate {
    struct fy_slice sku, because; /* Of the clicks, the one that speaks for it most. */
    int64_t score;                /* Higher is better; see engine.h. */
    uint32_t share_ppm, sessions;
};

struct learned;

/* Keeps the newest `sessions_max`, 1 .. LEARNED_SESSIONS_MAX. NULL: no memory. */
struct learned *learned_new(uint32_t sessions_max);
void learned_free(struct learned *learned);

/* Forget all sessions. */
void learned_clear(struct learned *learned);

/*
 * A session as it is now: grown by its last click, which is all that is looked at when `slot` says
 * where it is; or whole, for ENGINE_NONE: it is new, or had fallen out. `count`, 1 ..
 * ENGINE_CLICKS_MAX. *ret_slot is where it is now, ENGINE_NONE when it is older than all that there
 * is room for.
 */
enum fy_status learned_put(struct learned *learned,
    uint32_t slot,
    uint32_t owner,
    const struct engine_order *order,
    const struct fy_slice *skus,
    size_t count,
    uint32_t *ret_slot,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * A session as rows have it, after all that are older. Those whose newest click is before ended_ms
 * have ended.
 */
enum fy_status learned_load(struct learned *learned,
    uint32_t owner,
    const struct engine_order *order,
    const struct fy_slice *skus,
    size_t count,
    int64_t ended_ms,
    struct fy_err *err) FY_MUST_CHECK;

/* Where the session whose newest click is `order` is, if it is live; `slot` is where it was. */
uint32_t learned_find(
    const struct learned *learned, uint32_t slot, const struct engine_order *order);

/* Sessions whose newest click is before `ms` end: no click can go on with them. */
void learned_end(struct learned *learned, int64_t ms);

/* As if the owner's sessions had never been. */
void learned_forget(struct learned *learned, uint32_t owner);

/*
 * Owners who are interested in the SKU, best first, at most `max`; behind them, with a share of 0,
 * owners of the newest sessions of all. *ret_interested are no back-fill. Returns how many in all.
 */
size_t learned_interested(struct learned *learned,
    struct fy_slice sku,
    struct engine_interest *ret_list,
    size_t max,
    size_t *ret_interested);

/* As engine_query, at most LEARNED_LIST; SKUs that nobody learned of are items too. */
size_t learned_query(struct learned *learned,
    uint32_t own,
    const struct fy_slice *skus,
    size_t count,
    struct learned_candidate ret_list[LEARNED_LIST]);

/* As engine_popular, at most LEARNED_LIST; each speaks for itself. */
size_t learned_popular(
    struct learned *learned, struct learned_candidate ret_list[LEARNED_LIST], size_t max);

/* How many sessions hold the SKU. */
uint32_t learned_holders(const struct learned *learned, struct fy_slice sku);

uint32_t learned_sessions(const struct learned *learned);
uint32_t learned_items(const struct learned *learned);

#endif
