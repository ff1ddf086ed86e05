/*
 * task_rows.h - the rows of a worker's tasks in memory: what this turn changed, and a cache of the
 * rest.
 *
 * Shape:   fy_task's get, put and delete come here; a turn ends in rows_keep or rows_undo. Between
 * the two, `changed` lists every row the turn touched, once, in the order of first touch, with the
 * value it had: run backwards, that is how a turn leaves no trace. Memory:  rows and values come
 * from free lists by size, so that a record costs no malloc. A value that was given out by get
 * stays where it is until rows_record_done, even when it is replaced. Only lib/task*.c includes
 * this. Threads: the worker's.
 */
#ifndef FY_TASK_ROWS_H
#define FY_TASK_ROWS_H

#include "lib/store.h"

enum {
    /*
     * Rows kept between turns. 24 MB are about 7,500 histories or 45,000 SKUs: what is hot. The
     * rest is one look-up in RocksDB away, whose cache is compressed and shared.
     */
    FY_ROWS_BYTES_MAX = 24 * 1024 * 1024,

    /* Changes of one turn before it is cut short and committed: undo, changelog and batch hold
       them. */
    FY_TURN_BYTES_MAX = 32 * 1024 * 1024,
};

struct row_value {
    uint32_t size;
    uint32_t block_class;
    uint8_t bytes[];
};

struct row {
    struct row *next;        /* Of the same bucket. */
    struct row_value *value; /* NULL: there is no such row. */
    uint64_t turn;           /* The turn that changed it last. */
    uint32_t hash;
    uint32_t block_class;
    uint32_t key_size;
    bool used; /* Since the last sweep. */
    uint8_t key[];
};

/* The rows of one task. */
struct rows {
    struct row **buckets;
    uint32_t bucket_count; /* A power of two. */
    uint32_t count;
    uint32_t sweep; /* The bucket at which the next sweep begins. */
    uint32_t space; /* Of the store. */
};

struct row_change {
    struct rows *rows;
    struct row *row;
    struct row_value *before;
};

enum { ROW_CLASSES = 32 };

struct row_block; /* A free block; or a slab. */

/* What all tasks of a worker share. */
struct rows_pool {
    struct row_block *free_blocks[ROW_CLASSES];
    struct row_block *slabs;
    uint8_t *slab_at;
    size_t slab_left;
    size_t bytes_used; /* In rows and values, with what rounding adds. */

    struct row_change *changed;
    size_t changed_count, changed_count_max;
    struct row_value **replaced; /* Within the record: freed when it is done. */
    size_t replaced_count, replaced_count_max;
    size_t turn_bytes; /* Put since the turn began. */
    uint64_t turn;
};

void rows_pool_init(struct rows_pool *pool);
void rows_pool_done(struct rows_pool *pool); /* After every rows_done. */

enum fy_status rows_init(struct rows *rows, uint32_t space, struct fy_err *err) FY_MUST_CHECK;
void rows_done(struct rows_pool *pool, struct rows *rows);

/* From memory, else from the store. `arena` is for the store's copy. Absent: no such row. */
enum fy_status rows_get(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    struct fy_slice *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

/* An absent value deletes. The row need not be in memory, but undo must know what was there. */
enum fy_status rows_put(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Rows that are newer than the store's: of this turn, for now. `visit` says false to stop; an
 * absent value is a deleted row.
 */
bool rows_is_unwritten(const struct rows_pool *pool, const struct rows *rows, struct fy_slice key);
void rows_each_unwritten(
    const struct rows_pool *pool, const struct rows *rows, fy_store_visit *visit, void *context);

struct fy_slice row_key(const struct row *row);
struct fy_slice row_value(const struct row *row);
struct fy_slice row_value_slice(const struct row_value *value); /* NULL: absent. */

/* The record is handled: what it replaced may go. */
void rows_record_done(struct rows_pool *pool);

/* The end of a turn, one way or the other. Both empty `changed`. */
void rows_keep(struct rows_pool *pool);
void rows_undo(struct rows_pool *pool);

/* Between turns: give rows back, least used first, until FY_ROWS_BYTES_MAX holds. */
void rows_evict(struct rows_pool *pool, struct rows *const *tasks, int count);

#endif
