/*
 * rows.h - what a restart finds on disk: visitors, sessions of the index, and how far was read.
 *
 * Private to this machine, so plain bytes. Read again from Kafka when lost, or when they were
 * written for another definition or another sessions_max: what fell out of a smaller index is not
 * in them.
 * Layout:  space ROWS_VISITORS   visitor            -> struct visitor
 *          space ROWS_SESSIONS   order, big-endian  -> owner, items: what others learn from
 *          space ROWS_ABOUT      "made-for", "seen"
 *          space ROWS_DUE        visitor            -> place and time of the newest event
 *          space ROWS_OWNED     owner, order       -> nothing: which sessions are theirs
 *          space ROWS_OWNERS    owner              -> visitor
 *          space ROWS_OFFERS, ROWS_COLLECTIONS      see offers.h, collections.h
 *          Only what a slice changed is written.
 * Limits:  texts of at most ROWS_TEXT_MAX bytes.
 * Errors:  FY_FATAL.
 * Threads: one owner.
 */
#ifndef RECOMMEND_ROWS_H
#define RECOMMEND_ROWS_H

#include "lib/follower_truth.h"
#include "lib/source.h"
#include "lib/store.h"
#include "lib/variant.h"
#include "processors/recommend/learned.h"
#include "processors/recommend/visitor.h"

enum { ROWS_TEXT_MAX = 255 };

/* Space 0 is the follower's. */
enum {
    ROWS_VISITORS = 1,
    ROWS_SESSIONS = 2,
    ROWS_ABOUT = 3,
    ROWS_DUE = 4,
    ROWS_OFFERS = 5,
    ROWS_COLLECTIONS = 6,
    ROWS_OWNED = 7,
    ROWS_OWNERS = 8,
    ROWS_LAST = 8,
};

/* A session's row: its order is its key. */
struct rows_session {
    struct engine_order order;
    uint32_t owner;
};

/* What visitors of one variant of lists told of them. */
struct rows_told {
    int64_t seen, chosen; /* Products of lists. */
};

/* The newest record read of each partition: its offset, -1 before the first, and append time. */
struct rows_seen {
    int64_t offsets[FY_PARTITIONS_MAX];
    int64_t ms[FY_PARTITIONS_MAX];
    int partitions;                         /* 1 more than the highest that was read. */
    int64_t ended_ms;                       /* Sessions whose newest view is before have ended. */
    int64_t collections[FY_PARTITIONS_MAX]; /* Of `collections`; -1 before the first. */
    int collection_partitions;
    struct rows_told told[FY_VARIANT_COUNT];
    uint32_t owners[FY_PARTITIONS_MAX]; /* Visitors of each partition that got a number. */
};

void rows_seen_init(struct rows_seen *seen);

/* Fill an empty index. Rows that do not fit are wiped, the follower's positions with them. */
enum fy_status rows_load(struct fy_store *store,
    uint32_t sessions_max,
    struct learned *learned,
    struct rows_seen *ret_seen,
    size_t *ret_sessions, /* Rows of sessions. */
    bool *ret_wiped,      /* There were rows, and they did not fit. */
    struct fy_err *err) FY_MUST_CHECK;

/* Slices of the visitor live in the arena. One who has no row is nobody known. */
enum fy_status rows_load_visitor(struct fy_store *store,
    struct fy_slice name,
    struct fy_arena *arena,
    struct visitor *ret_visitor,
    struct fy_err *err) FY_MUST_CHECK;

/* The arena is for the bytes until the batch has copied them. */
enum fy_status rows_save_visitor(struct fy_store_batch *rows,
    struct fy_slice name,
    const struct visitor *visitor,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status rows_save_session(struct fy_store_batch *rows,
    uint32_t owner,
    const struct engine_order *order,
    const struct visitor_clicks *clicks,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;
void rows_delete_session(
    struct fy_store_batch *rows, uint32_t owner, const struct engine_order *order);

/* Of the sessions' rows the oldest, at most `max`, oldest first. Returns how many. */
enum fy_status rows_oldest_sessions(struct fy_store *store,
    struct rows_session *ret_sessions,
    size_t max,
    size_t *ret_count,
    struct fy_err *err) FY_MUST_CHECK;

/* Of one owner's sessions the oldest behind `after` (NULL: of all), at most `max`. */
enum fy_status rows_owned_sessions(struct fy_store *store,
    uint32_t owner,
    const struct engine_order *after,
    struct rows_session *ret_sessions,
    size_t max,
    size_t *ret_count,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * A visitor's number among all: the visitors of each partition are numbered as they come, so it
 * follows from `activity`, and no two have the same (of 16 million visitors of a partition).
 */
uint32_t rows_next_owner(struct rows_seen *seen, int32_t partition);
void rows_save_owner(struct fy_store_batch *rows, uint32_t owner, struct fy_slice name);
void rows_delete_owner(struct fy_store_batch *rows, uint32_t owner);

/* Absent: nobody, or forgotten. */
enum fy_status rows_owner_name(struct fy_store *store,
    uint32_t owner,
    struct fy_arena *arena,
    struct fy_slice *ret_name,
    struct fy_err *err) FY_MUST_CHECK;

/* And what the rows are made for. */
enum fy_status rows_save_seen(struct fy_store_batch *rows,
    uint32_t sessions_max,
    const struct rows_seen *seen,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * What of the rows follows from `activity` alone: all but slots, which are given out as partitions
 * happen to be read, and what is due or packed, which is of one process.
 */
follower_row rows_digested;

#endif
