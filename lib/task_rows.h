/*
 * task_rows.h - the rows of a worker's tasks in memory: what the store does not have yet, and a
 * cache of the rest.
 *
 * Shape:   fy_task's get, put and delete come here. A row in memory is one block, header, key and
 *          value, which never changes: a put makes a new one, and the turn remembers both. A turn
 *          ends in rows_keep or rows_undo; until then `changed` lists every row it touched, once,
 *          in the order of first touch: run backwards, that is how a turn leaves no trace.
 *          Rows that are kept are dirty until the store has them (lib/task_trickle.c writes them);
 *          a dirty row never leaves memory, and a deleted one stays as a mark. Clean rows go when
 *          there are too many, least used first.
 * Memory:  blocks come from free lists by size, so that a record costs no malloc: a row takes 12
 *          bytes (32 where there are timers), key and value, and about 12 of the table. A value
 * that was given out by get stays where it is until rows_record_done, even when it is replaced.
 *          Only lib/task*.c includes this.
 * Threads: the worker's.
 */
#ifndef FY_TASK_ROWS_H
#define FY_TASK_ROWS_H

#include "lib/store.h"

enum {
    /* Changes of one turn before it is cut short and committed: undo and changelog hold them. */
    FY_TURN_BYTES_MAX = 32 * 1024 * 1024,

    ROWS_AHEAD =
        8, /* Rows lie anywhere: whoever walks a list of them asks for memory so far ahead. */
};

/* What does a row's value say of its timer? 0: nothing. */
typedef int64_t rows_due_ms(struct fy_slice value);

/*
 * One version of a row; key and value follow. Twelve bytes, for a million rows are to be in memory.
 * Where the program has timers, what the store's index has for the row and what the row says stand
 * in between.
 */
struct row {
    uint32_t list_at; /* In `changed`, or among the dirty rows. */
    uint32_t value_size : 20;
    uint32_t block_class : 6;
    uint32_t absent : 1;  /* There is no such row. */
    uint32_t changed : 1; /* By this turn; or replaced by it. */
    uint32_t dirty : 1;   /* Not in the store as it is. */
    uint32_t writing : 1; /* Dirty, and in the list that is being written. */
    uint32_t : 2;
    uint32_t key_size : 20;
    uint32_t : 12;
};

/* A dirty row, and how its key begins: enough for most of a sort. */
struct row_dirty {
    uint64_t prefix; /* Big-endian. */
    struct row *row; /* NULL: gone. */
};

struct row_list {
    struct row_dirty *items;
    size_t count, count_max;
    size_t at; /* Of the list that is being written: what is before has been handed over. */
};

/* The rows of one task. */
struct rows {
    uint64_t *slots;     /* Open addressing: address of a row, 16 bits of its hash, and flags. */
    uint32_t slot_count; /* A power of two. */
    uint32_t count;
    uint32_t sweep; /* The slot at which the next sweep begins. */
    uint32_t space; /* Of the store. */
    struct row_list gathering, writing;
};

struct row_change {
    struct rows *rows;
    struct row *before; /* NULL: it was not in memory, and is the store's. */
    struct row *after;
};

enum { ROW_CLASSES = 40 };

struct row_block; /* A free block; or a slab. */

/* What all tasks of a worker share. */
struct rows_pool {
    rows_due_ms *due_ms; /* NULL: a program without timers. */
    size_t bytes_max;    /* Above it clean rows go. */
    struct row_block *free_blocks[ROW_CLASSES];
    struct row_block *slabs;
    uint8_t *slab_at;
    size_t slab_left;
    size_t bytes_used;  /* In rows, with what rounding adds, and tables. */
    size_t bytes_dirty; /* Of these, in dirty rows: they cannot go. */

    struct row_change *changed;
    size_t changed_count, changed_count_max;
    struct row **replaced; /* Within the record: freed when it is done. */
    size_t replaced_count, replaced_count_max;
    size_t turn_bytes; /* Put since the turn began. */
};

/* --- task_blocks.c: memory by size, 16 bytes apart where small ------------------------------- */

size_t rows_class_bytes(uint32_t class);
uint32_t rows_class_of(size_t size);

/* Aligned to 16 bytes. NULL: no memory. */
void *rows_block_take(struct rows_pool *pool, uint32_t class);
void rows_block_give(struct rows_pool *pool, void *memory, uint32_t class);
void rows_blocks_done(struct rows_pool *pool);

/* --- task_lists.c ---------------------------------------------------------------------------- */

/* What gathered is to be written, in the order of the store: by key. */
void rows_list_close(const struct rows_pool *pool, struct rows *rows);

/* --- task_rows.c ------------------------------------------------------------------------------ */

void rows_pool_init(struct rows_pool *pool, size_t bytes_max, rows_due_ms *due_ms);
void rows_pool_done(struct rows_pool *pool); /* After every rows_done. */

enum fy_status rows_init(
    struct rows_pool *pool, struct rows *rows, uint32_t space, struct fy_err *err) FY_MUST_CHECK;
void rows_done(struct rows_pool *pool, struct rows *rows);

/* From memory, else from the store. `arena` is for the store's copy. Absent: no such row. */
enum fy_status rows_get(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    struct fy_slice *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * An absent value deletes. Where there are timers the store is asked what it has, and *ret_due_ms
 * is when the row is due where it was not due then before, else 0; else it is not written.
 */
enum fy_status rows_put(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    struct fy_slice value,
    int64_t *ret_due_ms,
    struct fy_err *err) FY_MUST_CHECK;

/* Between turns: a committed row, as the changelog says it. */
enum fy_status rows_replay(struct rows_pool *pool,
    struct rows *rows,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err) FY_MUST_CHECK;

/* Is it in memory? And bring what the store has of it, unless it is; absent: it has no such row. */
bool rows_has(const struct rows_pool *pool, const struct rows *rows, struct fy_slice key);
enum fy_status rows_bring(struct rows_pool *pool,
    struct rows *rows,
    struct fy_slice key,
    struct fy_slice stored,
    struct fy_err *err) FY_MUST_CHECK;

/* The row of `key` will be asked for soon. */
void rows_prefetch(const struct rows *rows, struct fy_slice key);

/*
 * Rows that are newer than the store's: dirty ones and those of this turn. `visit` says false to
 * stop; an absent value is a deleted row.
 */
bool rows_is_unwritten(const struct rows_pool *pool, const struct rows *rows, struct fy_slice key);
void rows_each_unwritten(
    const struct rows_pool *pool, const struct rows *rows, fy_store_visit *visit, void *context);

struct fy_slice row_key(const struct rows_pool *pool, const struct row *row);
struct fy_slice row_value(const struct rows_pool *pool, const struct row *row); /* NULL: absent. */

/* What the store's index has for the row; what its value says. Only where there are timers. */
int64_t *row_stored_due_ms(struct row *row);
int64_t row_due_ms(struct row *row);

/* A row of the runtime's own, which has no timer. */
static inline bool rows_is_runtimes(struct fy_slice key)
{
    return key.size > 0 && key.data[0] == '@';
}

/* The store has it: it may go, when there is no room. */
void row_written(struct rows_pool *pool, struct rows *rows, struct row *row);

/* The record is handled: what it replaced may go. */
void rows_record_done(struct rows_pool *pool);

/* The end of a turn, one way or the other. Both empty `changed`. */
enum fy_status rows_keep(struct rows_pool *pool, struct fy_err *err) FY_MUST_CHECK;
void rows_undo(struct rows_pool *pool);

/* Between turns: give clean rows back, least used first, until `bytes_max` holds. */
void rows_evict(struct rows_pool *pool, struct rows *const *tasks, int count);

#endif
