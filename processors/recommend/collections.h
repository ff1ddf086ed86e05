/*
 * collections.h - which collections the items of a list are in, and how likely one of theirs is
 * next.
 *
 * A collection's share is the sum of its items'. Of at least two items: one alone says it better.
 * Rows:    space ROWS_COLLECTIONS, id -> its newest record, as it was on the topic.
 * Errors:  FY_REJECT for a record that is none; FY_FATAL: no memory, or the store's.
 * Limits:  COLLECTIONS_MAX; those beyond are refused.
 * Threads: one owner.
 */
#ifndef RECOMMEND_COLLECTIONS_H
#define RECOMMEND_COLLECTIONS_H

#include "lib/source.h"
#include "lib/store.h"
#include "processors/recommend/learned.h"
#include "schemas/generated/recommendation.h"

enum {
    COLLECTIONS_MAX = 10000,
    COLLECTIONS_OF_A_LIST = 10,
};

struct collections;

struct collections *collections_new(void); /* NULL: no memory. */
void collections_free(struct collections *collections);
void collections_clear(struct collections *collections);

/* From the rows, into what is empty. */
enum fy_status collections_load(
    struct collections *collections, struct fy_store *store, struct fy_err *err) FY_MUST_CHECK;

enum fy_status collections_apply(struct collections *collections,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Of a list's items, best first, by share, then by id as bytes. What is returned lives in the
 * arena, ids until the next record; FY_FATAL when it does not fit.
 */
enum fy_status collections_of(struct collections *collections,
    const struct recommended_item *items,
    size_t count,
    struct fy_arena *arena,
    struct recommendation_collections *ret_list,
    struct fy_err *err) FY_MUST_CHECK;

#endif
