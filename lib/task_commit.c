#include "lib/task_core.h"

#include "lib/log.h"
#include "lib/mono.h"

#include <assert.h>
#include <inttypes.h>

/* --- Committing ------------------------------------------------------------------------------ */

static bool in_turn(const struct fy_task *task)
{
    return (task->state == TASK_READY || task->state == TASK_REBUILDING) &&
           (task->moved || task->wrote);
}

/* Whoever moved may be gone by now, with what it read. */
static bool any_in_turn(const struct fy_worker *worker)
{
    bool any = false;

    for (int p = 0; p < FY_PARTITIONS_MAX; p++)
        any |= worker->tasks[p] != NULL && in_turn(worker->tasks[p]);
    return any;
}

/*
 * Rows in the order in which they were first touched, the position row of each task behind them:
 * the newest position row of a changelog says that everything before it is complete.
 */
static enum fy_status changelog_send(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK; p++) {
        if (worker->tasks[p] != NULL && in_turn(worker->tasks[p]))
            status = position_save(worker->tasks[p], err);
    }
    for (size_t i = 0; i < worker->pool.changed_count && status == FY_OK; i++) {
        const struct row_change *change = &worker->pool.changed[i];
        struct fy_task *task = worker->tasks[change->rows->space];

        if (i + ROWS_AHEAD < worker->pool.changed_count)
            __builtin_prefetch(worker->pool.changed[i + ROWS_AHEAD].after);
        status = task_send(task, worker->processor->changelog, task->partition,
            row_key(&worker->pool, change->after), row_value(&worker->pool, change->after), err);
    }
    return status;
}

/*
 * Kafka first, then memory, then the store. A crash in between leaves the store behind its
 * changelog, and restore knows how to catch up. The other order would leave it ahead of what is
 * committed, and nothing could take that back.
 */
static void stand(struct fy_worker *worker)
{
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        struct fy_task *task = worker->tasks[p];
        int64_t delivered;

        if (task == NULL || !in_turn(task))
            continue;
        delivered = fy_sink_delivered(worker->io.sink, worker->processor->changelog, p);
        /* Unknown is harmless: the number stays behind, and more is replayed. */
        if (delivered >= 0) {
            task->mem_next = delivered + 1;
            task->mem_ms = task->marks.append_ms;
        }
    }
    trickle_note(worker, worker->pool.changed_count, worker->pool.turn_bytes);
}

static enum fy_status turn_keep(struct fy_worker *worker, bool committed, struct fy_err *err)
{
    enum fy_status status = rows_keep(&worker->pool, err);

    suspect_kept(worker);
    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK; p++) {
        struct fy_task *task = worker->tasks[p];

        if (task == NULL || !in_turn(task))
            continue;
        status = marks_copy(worker, &task->before, &task->marks, err);
        task->wrote = false;
        if (committed)
            task->moved = false;
        if (committed && task->state == TASK_READY && rebuild_wanted(task))
            restore_doubted(task);
    }
    return status == FY_OK ? rebuild_kept(worker, err) : status;
}

static enum fy_status commit(struct fy_worker *worker, struct fy_err *err)
{
    int64_t began_us = fy_mono_us();
    int count;
    enum fy_status status = changelog_send(worker, err);

    if (status != FY_OK)
        return status;
    count = worker_places(worker, in_turn, worker->places);
    assert(count > 0 && worker->group != NULL);
    status = worker_sink_status(
        worker, fy_sink_commit(worker->io.sink, worker->group, worker->places, count, err));
    if (status != FY_OK)
        return status;
    worker->begun = false;
    fy_metric_observe_us(&task_commit_seconds, fy_mono_us() - began_us);
    fy_metric_add(&task_turns, 1);

    stand(worker);
    worker->committed_ms = worker_now_ms(worker);
    worker->quiet_records = 0;
    return turn_keep(worker, true, err);
}

/*
 * A turn that wrote nothing has no transaction: reading it again after a crash writes nothing
 * again. Only when there is much of that is the position worth a transaction of its own.
 */
enum fy_status turn_commit(struct fy_worker *worker, struct fy_err *err)
{
    bool wrote = worker->begun || worker->pool.changed_count > 0;
    enum fy_status status;

    if (wrote || (worker->quiet_records >= FY_BATCH_RECORDS_MAX && any_in_turn(worker)))
        status = commit(worker, err);
    else
        status = turn_keep(worker, false, err);
    fy_arena_clear(&worker->arena);
    return status;
}

/* --- Undoing --------------------------------------------------------------------------------- */

static enum fy_status marks_undo(struct fy_worker *worker, struct fy_err *err)
{
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        struct fy_task *task = worker->tasks[p];
        enum fy_status status;

        if (task != NULL)
            due_undo(task);
        if (task == NULL || !in_turn(task))
            continue;
        status = marks_copy(worker, &task->marks, &task->before, err);
        if (status != FY_OK)
            return status;
        task->wrote = false;
    }
    return FY_OK;
}

/*
 * What the lost sink left may be aborted or committed; only the log knows, once a new sink has
 * settled it. So nothing in memory is believed, and every task is restored: from its store, that is
 * one turn.
 */
static void distrust_all(struct fy_worker *worker)
{
    rebuild_drop(worker);
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] != NULL) {
            worker->tasks[p]->state = TASK_RESTORING;
            worker->restoring = true;
        }
    }
    rebuild_count(worker);
}

enum fy_status turn_undo(struct fy_worker *worker, struct fy_err *err)
{
    struct fy_err abort_err = {0};
    enum fy_status status;

    fy_log(FY_LOG_WARN, "a turn is undone and run again: %s", err->text);
    fy_metric_add(&task_aborts, 1);
    release_drop(worker);
    rebuild_undo(worker);
    suspect_undo(worker);
    rows_undo(&worker->pool);
    worker->decoded = NULL;
    fy_arena_clear(&worker->arena);
    status = marks_undo(worker, err);
    if (status != FY_OK)
        return status;

    /* A transaction that cannot be aborted is settled by its successor's init_transactions. */
    if (worker->begun && !worker->sink_lost &&
        fy_sink_abort(worker->io.sink, &abort_err) != FY_OK) {
        fy_log(FY_LOG_WARN, "could not abort, so the producer is made anew: %s", abort_err.text);
        worker->sink_lost = true;
    }
    worker->begun = false;
    if (worker->sink_lost)
        distrust_all(worker);
    else
        worker->settling = true;
    worker->settle_since_ms = worker_now_ms(worker);
    return FY_OK;
}

/*
 * The group says nothing while positions of a transaction are open in it, and an abort by a client
 * that had lost its coordinator may have left one: a new producer ends it at once.
 */
static void settle_doubt(struct fy_worker *worker, const struct fy_err *err)
{
    if (worker_now_ms(worker) - worker->settle_since_ms <= SETTLE_MS_MAX)
        return;
    fy_log(FY_LOG_WARN, "the producer is made anew, for the group does not answer: %s", err->text);
    worker->sink_lost = true;
    worker->settling = false;
    distrust_all(worker);
}

static bool is_restored(const struct fy_task *task)
{
    return task->state == TASK_READY || task->state == TASK_REBUILDING;
}

/*
 * After an abort we may be a member that was given up for dead. An offset of the group beyond ours
 * was committed by somebody else; the next poll will say that the task is lost.
 */
enum fy_status turn_settle(struct fy_worker *worker, struct fy_err *err)
{
    int inputs = worker->processor->input_count;
    int count = worker_places(worker, is_restored, worker->places);
    enum fy_status status = FY_OK;

    if (count > 0)
        status = worker_source_status(
            worker, fy_source_committed(worker->io.source, worker->places, count, err), err);
    if (status == FY_ABORT)
        settle_doubt(worker, err);
    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++) {
        struct fy_task *task = worker->tasks[worker->places[i].partition];

        task->reread = true;
        if (worker->places[i].offset > task->marks.next[i % inputs]) {
            if (task->state == TASK_REBUILDING)
                rebuild_drop(worker);
            task->state = TASK_STALE;
            task->stale_since_ms = worker_now_ms(worker);
            rebuild_count(worker);
        }
    }
    worker->settling = false;
    return FY_OK;
}
