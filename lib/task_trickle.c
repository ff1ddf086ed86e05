#include "lib/task_run_timers.h"

#include <assert.h>
#include <stdlib.h>

/*
 * Committed rows on their way to the store. They gather in one list while those of another are
 * written, sorted by key, in slices between turns; a row that changes again meanwhile is written
 * once, as it is then. A long list becomes a file of its own, which the store takes as it is, rows,
 * their new timers and number as one; a short one goes in batches. What became of a timer while the
 * file was made goes in batches: new entries before the file, old ones go behind it, so that the
 * index holds too much at times and never too little. When a list is written to its end, all that
 * was dirty when it was closed is in the store: only then may the number "replay from here" go to
 * where the changelog stood then. What is newer than that a restart replays, so a list is closed
 * before that becomes much.
 */

enum {
    SLICE_PART = 1024, /* Of a list, at least, behind each turn; so that tests come to every end, */
    SLICE_PART_IDLE = 64,          /* a short list has short slices. */
    LIST_BYTES = 32 * 1024 * 1024, /* Of the changelog: few rows that change often are much, too. */
    LIST_MS = 30 * 1000, /* A list that fills slowly: a store must not seem older than it is. */
    BATCH_BYTES_MAX = 2 * 1024 * 1024,
    REPLAY_LISTS = 4,
};

/* --- Closing a list ----------------------------------------------------------------------------
 */

static void close_all(struct fy_worker *worker)
{
    size_t count = 0;

    assert(worker->trickle.run == NULL);
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        struct fy_task *task = worker->tasks[p];

        if (task == NULL)
            continue;
        rows_list_close(&worker->pool, &task->rows);
        count += task->rows.writing.count;
        task->close_next = task->mem_next;
        task->close_ms = task->mem_ms;
        task->close_said = false;
    }
    worker->trickle.by_run = (int64_t)count >= worker->trickle.run_rows;
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
    enum fy_status status = FY_OK;

    if (value.data != NULL)
        fy_store_batch_put(worker->batch, rows->space, key, value);
    else
        fy_store_batch_delete(worker->batch, rows->space, key);
    if (pool->due_ms != NULL) {
        status = due_index(worker, rows->space, key, *row_stored_due_ms(row), row_due_ms(row), err);
        *row_stored_due_ms(row) = row_due_ms(row);
    }
    *bytes += key.size + value.size;
    row_written(pool, rows, row);
    return status;
}

/* NULL: gone meanwhile. */
static struct row *row_next(struct row_list *list)
{
    if (list->at + ROWS_AHEAD < list->count)
        __builtin_prefetch(list->items[list->at + ROWS_AHEAD].row);
    return list->items[list->at++].row;
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
        struct row *row = row_next(list);

        if (row != NULL)
            status = write_row(worker, rows, row, &bytes, err);
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

/* --- A run -------------------------------------------------------------------------------------
 */

/* The number stands among the rows, in its place: rows and number come into the store as one. */
static enum fy_status run_number(
    struct fy_task *task, struct fy_store_run *run, struct fy_slice before, struct fy_err *err)
{
    if (task->close_said || task->close_next == 0 || !restore_number_is_before(before))
        return FY_OK;
    task->close_said = true;
    return restore_number_run(task, run, task->close_next, task->close_ms, err);
}

/*
 * The entry of a row whose timer is not the one it had when the run began, which is in the run:
 * what another one of it was is deleted behind the run.
 */
static enum fy_status run_timer(
    struct fy_task *task, struct row *row, size_t at, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;

    if (row_due_ms(row) == 0 || row_due_ms(row) == *row_stored_due_ms(row) ||
        row_due_ms(row) == run_timers_said(task, at))
        return FY_OK;
    return due_index(
        worker, task->rows.space, row_key(&worker->pool, row), 0, row_due_ms(row), err);
}

/* Rows stay dirty until the run is in the store: memory is asked for them until then. */
static enum fy_status run_list(
    struct fy_task *task, struct fy_store_run *run, size_t *count, struct fy_err *err)
{
    const struct rows_pool *pool = &task->worker->pool;
    struct row_list *list = &task->rows.writing;
    enum fy_status status = FY_OK;

    while (status == FY_OK && *count > 0 && list->at < list->count) {
        struct row *row = list->items[list->at].row;

        if (row != NULL)
            status = run_timers_write(task, run, row_key(pool, row), count, err);
        if (status != FY_OK || *count == 0)
            break;
        (void)row_next(list);
        (*count)--;
        if (row == NULL)
            continue;
        status = run_number(task, run, row_key(pool, row), err);
        if (status == FY_OK)
            status = fy_store_run_put(
                run, task->rows.space, row_key(pool, row), row_value(pool, row), err);
        if (status == FY_OK && pool->due_ms != NULL)
            status = run_timer(task, row, list->at - 1, err);
    }
    if (status == FY_OK && list->at == list->count)
        status = run_timers_write(task, run, (struct fy_slice){0}, count, err);
    if (status == FY_OK && list->at == list->count && !run_timers_left(task))
        status = run_number(task, run, (struct fy_slice){0}, err);
    return status;
}

/* The store has the row as it is: of its timer only what it says now is to be in the index. */
static enum fy_status run_row_written(
    struct fy_task *task, struct row *row, size_t at, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    int64_t said_ms = run_timers_said(task, at);
    enum fy_status status = FY_OK;

    if (worker->pool.due_ms != NULL) {
        if (*row_stored_due_ms(row) != row_due_ms(row))
            status = due_index(worker, task->rows.space, row_key(&worker->pool, row),
                *row_stored_due_ms(row), 0, err);
        if (status == FY_OK && said_ms != row_due_ms(row))
            status =
                due_index(worker, task->rows.space, row_key(&worker->pool, row), said_ms, 0, err);
        *row_stored_due_ms(row) = row_due_ms(row);
    }
    row_written(&worker->pool, &task->rows, row);
    return status;
}

static enum fy_status run_end(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status = fy_store_run_end(worker->trickle.run, err);

    worker->trickle.run = NULL;
    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK; p++) {
        struct fy_task *task = worker->tasks[p];

        for (size_t i = 0; task != NULL && status == FY_OK && i < task->rows.writing.count; i++) {
            struct row *row = task->rows.writing.items[i].row;

            if (row != NULL)
                status = run_row_written(task, row, i, err);
        }
        if (task == NULL)
            continue;
        run_timers_drop(task);
        task->close_next = 0;
    }
    if (status == FY_OK && worker->pool.due_ms != NULL)
        status = fy_store_batch_write(worker->batch, err);
    worker->trickle.writing = false;
    return status;
}

static enum fy_status run_some(struct fy_worker *worker, size_t count, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (worker->trickle.run == NULL)
        status = fy_store_run_new(worker->io.store, &worker->trickle.run, err);
    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK && count > 0; p++) {
        if (worker->tasks[p] != NULL)
            status = run_list(worker->tasks[p], worker->trickle.run, &count, err);
    }
    if (status == FY_OK && worker->pool.due_ms != NULL)
        status = fy_store_batch_write(worker->batch, err);
    return status == FY_OK && count > 0 ? run_end(worker, err) : status;
}

void trickle_drop(struct fy_worker *worker)
{
    if (worker->trickle.run == NULL)
        return;
    fy_store_run_drop(worker->trickle.run);
    worker->trickle.run = NULL;
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] == NULL)
            continue;
        worker->tasks[p]->rows.writing.at = 0;
        run_timers_drop(worker->tasks[p]);
        worker->tasks[p]->close_said = false;
    }
}

static enum fy_status write_some(struct fy_worker *worker, size_t count, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    assert(worker->pool.changed_count == 0 && !worker->begun);
    if (!worker->trickle.writing && is_full(worker))
        close_all(worker);
    if (!worker->trickle.writing)
        return FY_OK;
    if (worker->trickle.by_run)
        return run_some(worker, count, err);
    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK && count > 0; p++) {
        if (worker->tasks[p] != NULL)
            status = write_list(
                worker, &worker->tasks[p]->rows, &worker->tasks[p]->rows.writing, &count, err);
    }
    return status == FY_OK && count > 0 ? numbers_write(worker, err) : status;
}

static size_t slice_of(const struct fy_worker *worker, int part)
{
    return 1 + (size_t)(worker->trickle.list_records / part);
}

/*
 * Twice as many rows as the turn has made dirty, so that a list is written before the next one is
 * half as long; and as many as it takes, when memory is short.
 */
enum fy_status trickle_turn(struct fy_worker *worker, struct fy_err *err)
{
    size_t rows = 2 * worker->trickle.dirtied + slice_of(worker, SLICE_PART);
    enum fy_status status;

    worker->trickle.dirtied = 0;
    status = write_some(worker, rows, err);
    while (status == FY_OK && worker->pool.bytes_dirty > worker->pool.bytes_max / 3 * 2)
        status = write_some(worker, SIZE_MAX, err);
    worker_gauge(&task_dirty_bytes, &worker->shown.dirty_bytes, (int64_t)worker->pool.bytes_dirty);
    worker_gauge(&task_rows_bytes, &worker->shown.rows_bytes, (int64_t)worker->pool.bytes_used);
    return status;
}

/*
 * Restarting is what matters: written is only what has no room. More than a kill leaves is of a
 * lost disk: then rows go in long runs, and who is killed in the midst of it goes on behind them.
 */
enum fy_status trickle_replay(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    worker->trickle.dirtied = 0;
    if (worker->trickle.records >= REPLAY_LISTS * worker->trickle.list_records)
        status = write_some(worker, SIZE_MAX, err);
    while (status == FY_OK && worker->pool.bytes_dirty > worker->pool.bytes_max / 3 * 2)
        status = write_some(worker, SIZE_MAX, err);
    worker_evict(worker);
    return status;
}

enum fy_status trickle_idle(struct fy_worker *worker, struct fy_err *err)
{
    return write_some(worker, slice_of(worker, SLICE_PART_IDLE), err);
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
    trickle_drop(worker);
    status = write_list(worker, rows, &rows->writing, &all, err);
    if (status == FY_OK)
        rows_list_close(&worker->pool, rows);
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
    trickle_drop(task->worker);
    task->mem_next = 0;
    task->close_next = 0;
}
