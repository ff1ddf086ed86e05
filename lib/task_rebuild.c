#include "lib/log.h"
#include "lib/mono.h"
#include "lib/task_fold.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/*
 * Rows of other rules than ours: made anew beside the old ones, then put in their place where the
 * task stands. The task handles nothing meanwhile, the others of the worker go on. Rows are put in
 * turns of their own, and the last one says which rules they are of: whoever is interrupted begins
 * again, for the topics that rows follow from are still there and the task still stands there.
 */

enum {
    FOLD_WAIT_MS = 10,
#ifdef __SANITIZE_ADDRESS__
    SWAP_ROWS = 1, /* So that tests come to its end. */
#else
    SWAP_ROWS = 1000, /* Looked at in one turn. */
#endif
    SAY_EVERY_MS = 5000,
};

struct rebuilding {
    struct folding folding;
    struct fy_source *source;
    bool folded;
    bool flushed;      /* The store has all rows of the task whose rows are being put. */
    int32_t partition; /* Whose rows are being put. */
    bool deleting;     /* Behind the rows that are there: those that are no more. */
    uint8_t *cursor;   /* The last key looked at; NULL: none yet. */
    size_t cursor_size, cursor_max;
    int64_t said_ms;
};

static bool is_rebuilding(const struct fy_task *task)
{
    return task->state == TASK_REBUILDING;
}

bool rebuild_wanted(const struct fy_task *task)
{
    return task->marks.rows_version != rows_version(task->worker->processor);
}

bool rebuild_waits(const struct fy_worker *worker)
{
    return worker->rebuilding_tasks > 0;
}

void rebuild_count(struct fy_worker *worker)
{
    worker->rebuilding_tasks = 0;
    for (int p = 0; p < FY_PARTITIONS_MAX; p++)
        worker->rebuilding_tasks += worker->tasks[p] != NULL && is_rebuilding(worker->tasks[p]);
}

void rebuild_drop(struct fy_worker *worker)
{
    struct rebuilding *rebuilding = worker->rebuilding;

    if (rebuilding == NULL)
        return;
    folding_done(&rebuilding->folding);
    fy_source_free(rebuilding->source);
    free(rebuilding->cursor);
    free(rebuilding);
    worker->rebuilding = NULL;
    atomic_store(&worker->rebuild_left, 0);
}

/* --- Beside ----------------------------------------------------------------------------------- */

static enum fy_status begin(struct fy_worker *worker, struct fy_err *err)
{
    struct rebuilding *rebuilding = calloc(1, sizeof(*rebuilding));
    enum fy_status status;

    if (rebuilding == NULL)
        return fy_fail(err, FY_FATAL, "no memory to make rows anew");
    worker->rebuilding = rebuilding;
    status = worker->io.reader_new(worker->io.reader_context, &rebuilding->source, err);
    if (status == FY_OK)
        status = folding_init(&rebuilding->folding, worker, rebuilding->source, is_rebuilding, err);
    if (status != FY_OK) {
        rebuild_drop(worker);
        return status;
    }
    fy_log(FY_LOG_INFO,
        "%s: the rows of %d partitions are of other rules: making them anew from topics",
        worker_name(worker), worker->rebuilding_tasks);
    return FY_OK;
}

static void say(struct fy_worker *worker)
{
    struct rebuilding *rebuilding = worker->rebuilding;
    const struct reading *reading = &rebuilding->folding.reading;
    int64_t now_ms = fy_mono_ms();

    atomic_store(&worker->rebuild_left, reading->left);
    if (now_ms - rebuilding->said_ms < SAY_EVERY_MS)
        return;
    rebuilding->said_ms = now_ms;
    fy_log(FY_LOG_INFO, "%s: making rows anew: %" PRId64 " of %" PRId64 " offsets to go",
        worker_name(worker), reading->left, reading->total);
}

/* The next of the tasks whose rows are ready to be put; false: no more. */
static bool next_partition(struct fy_worker *worker)
{
    struct rebuilding *rebuilding = worker->rebuilding;

    rebuilding->deleting = false;
    rebuilding->flushed = false;
    free(rebuilding->cursor);
    rebuilding->cursor = NULL;
    rebuilding->cursor_size = rebuilding->cursor_max = 0;
    for (int32_t p = rebuilding->partition; p < FY_PARTITIONS_MAX; p++) {
        if (rebuilding->folding.wanted[p] && worker->tasks[p] != NULL &&
            is_rebuilding(worker->tasks[p])) {
            rebuilding->partition = p;
            return true;
        }
    }
    return false;
}

/* Between turns: a slice of what is read and folded. *ret_any: there are rows to put. */
enum fy_status rebuild_look(struct fy_worker *worker, bool *ret_any, struct fy_err *err)
{
    enum fy_status status = FY_OK;
    bool done = false;

    if (worker->rebuilding_tasks == 0)
        return FY_OK;
    if (worker->rebuilding == NULL)
        status = begin(worker, err);
    if (status == FY_OK && !worker->rebuilding->folded) {
        status = folding_step(&worker->rebuilding->folding, FOLD_WAIT_MS, &done, err);
        fy_arena_clear(&worker->arena);
        say(worker);
        if (status == FY_OK && done) {
            worker->rebuilding->folded = true;
            if (!next_partition(worker))
                rebuild_drop(worker);
        }
    }
    if (status == FY_ABORT) {
        fy_log(FY_LOG_WARN, "%s: could not make rows anew, asking again: %s", worker_name(worker),
            err->text);
        return FY_OK;
    }
    if (status != FY_OK || worker->rebuilding == NULL || !worker->rebuilding->folded)
        return status;
    *ret_any = true;
    if (!worker->rebuilding->flushed)
        status = trickle_flush(worker->tasks[worker->rebuilding->partition], err);
    worker->rebuilding->flushed = status == FY_OK;
    return status;
}

/* --- In place --------------------------------------------------------------------------------- */

struct putting {
    struct fy_task *task;
    struct rebuilding *rebuilding;
    int count;
    bool full; /* There may be more. */
    enum fy_status status;
    struct fy_err *err;
};

/* False: the turn is full, or no memory. */
static bool cursor_move(struct putting *putting, struct fy_slice key)
{
    struct rebuilding *rebuilding = putting->rebuilding;
    uint8_t *grown;

    if (key.size + 1 > rebuilding->cursor_max) {
        grown = realloc(rebuilding->cursor, key.size * 2 + 64);
        if (grown == NULL) {
            putting->status = fy_fail(putting->err, FY_FATAL, "no memory to make rows anew");
            return false;
        }
        rebuilding->cursor = grown;
        rebuilding->cursor_max = key.size * 2 + 64;
    }
    memcpy(rebuilding->cursor, key.data, key.size);
    rebuilding->cursor_size = key.size;
    putting->full =
        ++putting->count >= SWAP_ROWS || putting->task->worker->pool.turn_bytes > FY_TURN_BYTES_MAX;
    return !putting->full;
}

static bool is_at_cursor(const struct rebuilding *rebuilding, struct fy_slice key)
{
    const struct fy_slice cursor = {rebuilding->cursor, rebuilding->cursor_size};

    return rebuilding->cursor != NULL && fy_slice_equal(cursor, key);
}

static bool put_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct putting *putting = context;
    struct fy_slice old;

    if (is_at_cursor(putting->rebuilding, key))
        return true;
    putting->status = task_get_any(putting->task, key, &old, putting->err);
    if (putting->status == FY_OK && !fy_slice_equal(old, value))
        putting->status = task_put_any(putting->task, key, value, putting->err);
    worker_record_done(putting->task->worker);
    return putting->status == FY_OK && cursor_move(putting, key);
}

static bool delete_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct putting *putting = context;
    struct fy_worker *worker = putting->task->worker;
    struct fy_slice anew;

    (void)value;
    if (is_at_cursor(putting->rebuilding, key) || (key.size > 0 && key.data[0] == '@'))
        return true;
    putting->status = fy_store_get(worker->io.store,
        FOLD_SPACE + (uint32_t)putting->task->partition, key, &worker->arena, &anew, putting->err);
    if (putting->status == FY_OK && anew.data == NULL)
        putting->status = task_put_any(putting->task, key, (struct fy_slice){0}, putting->err);
    worker_record_done(worker);
    return putting->status == FY_OK && cursor_move(putting, key);
}

/* All rows of a task are in their place: say which rules they are of, in the same turn. */
static void task_end(struct fy_task *task)
{
    task->marks.rows_version = rows_version(task->worker->processor);
    task->moved = true;
    task->worker->quiet_records = FY_BATCH_RECORDS_MAX; /* Worth a transaction, even alone. */
}

/* Within a turn, some rows of one task. */
enum fy_status rebuild_put(struct fy_worker *worker, struct fy_err *err)
{
    struct rebuilding *rebuilding = worker->rebuilding;
    struct putting putting = {.rebuilding = rebuilding, .err = err};
    struct fy_slice from = {0};
    uint32_t space;
    enum fy_status status;

    if (rebuilding == NULL || !rebuilding->folded || worker->pool.turn_bytes > FY_TURN_BYTES_MAX)
        return FY_OK;
    putting.task = worker->tasks[rebuilding->partition];
    assert(putting.task != NULL && is_rebuilding(putting.task));
    if (rebuilding->cursor != NULL)
        from = (struct fy_slice){rebuilding->cursor, rebuilding->cursor_size};
    space = (rebuilding->deleting ? 0 : FOLD_SPACE) + (uint32_t)rebuilding->partition;
    status = fy_store_scan(
        worker->io.store, space, from, rebuilding->deleting ? delete_row : put_row, &putting, err);
    if (status == FY_OK)
        status = putting.status;
    if (status != FY_OK || putting.full)
        return status;
    rebuilding->cursor_size = 0;
    free(rebuilding->cursor);
    rebuilding->cursor = NULL;
    rebuilding->cursor_max = 0;
    if (!rebuilding->deleting) {
        rebuilding->deleting = true;
        return FY_OK;
    }
    task_end(putting.task);
    return FY_OK;
}

/* A turn was kept: a task whose rows are all in their place goes on. */
enum fy_status rebuild_kept(struct fy_worker *worker, struct fy_err *err)
{
    struct rebuilding *rebuilding = worker->rebuilding;
    struct fy_task *task;
    enum fy_status status;

    if (rebuilding == NULL || !rebuilding->folded)
        return FY_OK;
    task = worker->tasks[rebuilding->partition];
    assert(task != NULL && is_rebuilding(task));
    if (task->moved || task->before.rows_version != rows_version(worker->processor))
        return FY_OK;
    status = fy_store_wipe(worker->io.store, FOLD_SPACE + (uint32_t)task->partition, err);
    if (status != FY_OK)
        return status;
    fy_log(FY_LOG_INFO, "%s: its rows are made anew, by rules version %d", task->name,
        (int)task->before.rows_version);
    task->state = TASK_READY;
    task->reread = task->assigned;
    rebuild_count(worker);
    if (!next_partition(worker))
        rebuild_drop(worker);
    return FY_OK;
}

/* A turn was undone: what it put is looked at again from the beginning, which costs little. */
void rebuild_undo(struct fy_worker *worker)
{
    if (worker->rebuilding != NULL && worker->rebuilding->folded)
        (void)next_partition(worker);
}
