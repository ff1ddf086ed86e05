#include "lib/task_core.h"

#include <assert.h>
#include <stdlib.h>

/*
 * Committed rows on their way to the store. They gather in one list while those of another are
 * written, sorted by key, in slices between turns; a row that changes again meanwhile is written
 * once, as it is then. When a list is written to its end, all that was dirty when it was closed is
 * in the store: only then may the number "replay from here" go to where the changelog stood then.
 * What is newer than that a restart replays, so a list is closed before that becomes much.
 */

enum {
#ifdef __SANITIZE_ADDRESS__ /* So that tests come to every end. */

    SLICE_ROWS_MIN = 1,
    SLICE_ROWS_IDLE = 2,
#else

    SLICE_ROWS_MIN = 64,
    SLICE_ROWS_IDLE = 2000,
#endif
    LIST_BYTES = 32 * 1024 * 1024, /* Of the changelog: few rows that change often are much, too. */
    LIST_MS = 30 * 1000, /* A list that fills slowly: a store must not seem older than it is. */
    BATCH_BYTES_MAX = 2 * 1024 * 1024,
};

/* --- Closing a list ----------------------------------------------------------------------------
 */

static int compare_dirty(const void *a, const void *b)
{
    const struct row_dirty *x = a, *y = b;

    if (x->prefix != y->prefix)
        return x->prefix < y->prefix ? -1 : 1;
    return 0; /* Near enough: rows with one beginning lie side by side in any case. */
}

/* What gathered is to be written; what was written leaves its room to what gathers next. */
static void list_close(struct rows *rows)
{
    struct row_list room = rows->writing;

    assert(room.at == room.count);
    rows->writing = rows->gathering;
    room.count = 0;
    room.at = 0;
    rows->gathering = room;
    if (rows->writing.count > 0)
        qsort(
            rows->writing.items, rows->writing.count, sizeof(*rows->writing.items), compare_dirty);
    for (size_t i = 0; i < rows->writing.count; i++) {
        struct row *row = rows->writing.items[i].row;

        row->writing = 1;
        row->list_at = (uint32_t)i;
    }
}

static void close_all(struct fy_worker *worker)
{
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        struct fy_task *task = worker->tasks[p];

        if (task == NULL)
            continue;
        list_close(&task->rows);
        task->close_next = task->mem_next;
        task->close_ms = task->mem_ms;
    }
    worker->trickle.writing = true;
    worker->trickle.records = 0;
    worker->trickle.bytes = 0;
    worker->trickle.closed_ms = worker_now_ms(worker);
}

static bool is_full(struct fy_worker *worker)
{
    const struct trickle *trickle = &worker->trickle;

    return trickle->records >= trickle->list_records || trickle->bytes >= LIST_BYTES ||
           worker->pool.bytes_dirty >= worker->pool.bytes_max / 3 ||
           (trickle->records > 0 && worker_now_ms(worker) - trickle->closed_ms >= LIST_MS);
}

/* --- Writing -----------------------------------------------------------------------------------
 */

static enum fy_status write_row(
    struct fy_worker *worker, struct rows *rows, struct row *row, size_t *bytes, struct fy_err *err)
{
    struct rows_pool *pool = &worker->pool;
    struct fy_slice key = row_key(pool, row), value = row_value(pool, row);
    int64_t due_ms = due_of(worker, key, value);
    enum fy_status status = FY_OK;

    if (value.data != NULL)
        fy_store_batch_put(worker->batch, rows->space, key, value);
    else
        fy_store_batch_delete(worker->batch, rows->space, key);
    if (pool->due_ms != NULL) {
        status = due_index(worker, rows->space, key, row->stored_due_ms[0], due_ms, err);
        row->stored_due_ms[0] = due_ms;
    }
    *bytes += key.size + value.size;
    row_written(pool, rows, row);
    return status;
}

/* Up to `count` rows of a list, into the store. Returns through `count` how many are left of it. */
static enum fy_status write_list(struct fy_worker *worker,
    struct rows *rows,
    struct row_list *list,
    size_t *count,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;
    size_t bytes = 0;

    for (; list->at<list->count && * count> 0 && status == FY_OK; (*count)--) {
        status = write_row(worker, rows, list->items[list->at++].row, &bytes, err);
        if (status == FY_OK && bytes >= BATCH_BYTES_MAX) {
            status = fy_store_batch_write(worker->batch, err);
            bytes = 0;
        }
    }
    if (status == FY_OK && bytes > 0)
        status = fy_store_batch_write(worker->batch, err);
    return status;
}

/* All that was dirty when the list was closed is in the store now. */
static enum fy_status numbers_write(struct fy_worker *worker, struct fy_err *err)
{
    bool any = false;

    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        struct fy_task *task = worker->tasks[p];

        if (task == NULL || task->close_next == 0)
            continue;
        restore_number_put(task, task->close_next, task->close_ms);
        task->close_next = 0;
        any = true;
    }
    worker->trickle.writing = false;
    return any ? fy_store_batch_write(worker->batch, err) : FY_OK;
}

static enum fy_status write_some(struct fy_worker *worker, size_t count, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    assert(worker->pool.changed_count == 0 && !worker->begun);
    if (!worker->trickle.writing && is_full(worker))
        close_all(worker);
    if (!worker->trickle.writing)
        return FY_OK;
    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK && count > 0; p++) {
        if (worker->tasks[p] != NULL)
            status = write_list(
                worker, &worker->tasks[p]->rows, &worker->tasks[p]->rows.writing, &count, err);
    }
    return status == FY_OK && count > 0 ? numbers_write(worker, err) : status;
}

/*
 * Twice as many rows as the turn has made dirty, so that a list is written before the next one is
 * half as long; and as many as it takes, when memory is short.
 */
enum fy_status trickle_turn(struct fy_worker *worker, struct fy_err *err)
{
    size_t rows = 2 * worker->trickle.dirtied + SLICE_ROWS_MIN;
    enum fy_status status;

    worker->trickle.dirtied = 0;
    status = write_some(worker, rows, err);
    while (status == FY_OK && worker->pool.bytes_dirty > worker->pool.bytes_max / 3 * 2)
        status = write_some(worker, SIZE_MAX, err);
    worker_gauge(&task_dirty_bytes, &worker->shown.dirty_bytes, (int64_t)worker->pool.bytes_dirty);
    worker_gauge(&task_rows_bytes, &worker->shown.rows_bytes, (int64_t)worker->pool.bytes_used);
    return status;
}

/* Restarting is what matters: written is only what has no room. */
enum fy_status trickle_replay(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    worker->trickle.dirtied = 0;
    while (status == FY_OK && worker->pool.bytes_dirty > worker->pool.bytes_max / 3 * 2)
        status = write_some(worker, SIZE_MAX, err);
    worker_evict(worker);
    return status;
}

enum fy_status trickle_idle(struct fy_worker *worker, struct fy_err *err)
{
    return write_some(worker, SLICE_ROWS_IDLE, err);
}

void trickle_note(struct fy_worker *worker, size_t records, size_t bytes)
{
    struct trickle *trickle = &worker->trickle;

    if (trickle->records == 0 && !trickle->writing)
        trickle->closed_ms = worker_now_ms(worker);
    trickle->dirtied += records;
    trickle->records += (int64_t)records;
    trickle->bytes += (int64_t)bytes;
}

/* --- Parting -----------------------------------------------------------------------------------
 */

enum fy_status trickle_flush(struct fy_task *task, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct rows *rows = &task->rows;
    size_t all = SIZE_MAX;
    enum fy_status status;

    assert(worker->pool.changed_count == 0);
    status = write_list(worker, rows, &rows->writing, &all, err);
    if (status == FY_OK)
        list_close(rows);
    if (status == FY_OK)
        status = write_list(worker, rows, &rows->writing, &all, err);
    if (status != FY_OK || task->mem_next == 0)
        return status;
    task->close_next = 0;
    restore_number_put(task, task->mem_next, task->mem_ms);
    return fy_store_batch_write(worker->batch, err);
}

void trickle_forget(struct fy_task *task)
{
    task->mem_next = 0;
    task->close_next = 0;
}
