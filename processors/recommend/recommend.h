/*
 * recommend.h - activity, offers and collections in, one list a visitor out: what the follower
 * calls.
 *
 * Shape:   apply each record of a slice     visitors and index change, in memory
 *          settle                           one list for each visitor met, sent and acknowledged;
 * rows Every visitor met gets a list, of a search or a repeated record too: its `as_of` is what
 *          readers of their own writes wait for. While we catch up as well.
 * Errors:  apply: FY_REJECT for a record that cannot be one of ours. settle: FY_ABORT when the
 * lists are not acknowledged; it may be called again and then says the same. FY_FATAL else. Memory:
 * the index (engine/engine.h), and up to 4 KB for each visitor met in a slice. Threads: one owner.
 */
#ifndef RECOMMEND_RECOMMEND_H
#define RECOMMEND_RECOMMEND_H

#include "lib/http.h"
#include "lib/producer.h"
#include "lib/source.h"
#include "lib/store.h"

struct recommend;

/*
 * Borrows store and producer; without a producer (NULL) rows are made and no list is sent. Reads
 * the index from its rows. sessions_max: 1 .. LEARNED_SESSIONS_MAX.
 */
enum fy_status recommend_new(struct fy_store *store,
    struct fy_producer *producer,
    uint32_t sessions_max,
    struct recommend **ret_recommend,
    struct fy_err *err) FY_MUST_CHECK;
void recommend_free(struct recommend *recommend);

/* For struct fy_follower_config; the context is the struct recommend. */
enum fy_status recommend_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status recommend_settle(void *context,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Call it again and again once the follower has read up: lists that were made on the way, when
 * other partitions were still to be read, are made anew from all that was read, some hundred a
 * call. True when none is left. What is due is kept in rows, so a kill in between forgets nothing.
 * Between a failed settle and its repeat it does nothing. FY_FATAL only.
 */
enum fy_status recommend_pay_due(
    struct recommend *recommend, bool *ret_paid, struct fy_err *err) FY_MUST_CHECK;

/*
 * Call it every EVERYBODY_MS: what is popular now, and what nobody knows yet, are sent when they
 * have changed. Not before all was read, nor between a failed settle and its repeat. FY_FATAL only.
 */
enum { EVERYBODY_MS = 100, POPULAR_MS = 1000 /* Between two looks at what is popular. */ };
enum fy_status recommend_everybody(
    struct recommend *recommend, int64_t mono_ms, struct fy_err *err) FY_MUST_CHECK;

/* The rows are gone: begin with an empty index. */
void recommend_wiped(void *context);

uint32_t recommend_sessions(const struct recommend *recommend);
uint32_t recommend_items(const struct recommend *recommend);

/* The routes of schemas/routes.def: interested.c. Their program is a struct recommend. */
extern const struct fy_route recommend_routes[];
extern const int recommend_route_count;

/* Once, before threads start. */
void recommend_metrics_register(void);

#endif
