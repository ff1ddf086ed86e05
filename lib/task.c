#include "lib/task_ahead.h"

#include "lib/log.h"
#include "lib/mono.h"

#include <assert.h>
#include <inttypes.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PREFETCH = 6, /* Records ahead. */
    LAG_EVERY_MS = 10000,
    BEAT_RECORDS = 256,
    RELEASE_WAIT_MS = 10, /* For records, while dead letters are on their way. */
    BUSY_RECORDS = 1000,  /* A turn of so many leaves memory worth giving back. */
};

/* --- Small things ---------------------------------------------------------------------------- */

int64_t worker_now_ms(struct fy_worker *worker)
{
    return worker->io.clock->now_ms(worker->io.clock);
}

const char *worker_name(const struct fy_worker *worker)
{
    return worker->io.member != NULL ? worker->io.member : worker->processor->name;
}

void worker_gauge(struct fy_metric *gauge, int64_t *shown, int64_t value)
{
    fy_metric_add(gauge, value - *shown);
    *shown = value;
}

void worker_beat(struct fy_worker *worker)
{
    atomic_store_explicit(&worker->beat_ms, worker_now_ms(worker), memory_order_relaxed);
}

void worker_back_off(struct fy_worker *worker)
{
    int doublings = worker->failures < 6 ? worker->failures : 6;
    int wait_ms = BACKOFF_MS_MIN << doublings;

    worker->failures++;
    worker->io.clock->wait_ms(
        worker->io.clock, wait_ms < BACKOFF_MS_MAX ? wait_ms : BACKOFF_MS_MAX);
}

enum fy_status worker_partitions(
    struct fy_worker *worker, enum fy_topic topic, int *ret_count, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (worker->partition_counts[topic] == 0)
        status =
            fy_source_partitions(worker->io.source, topic, &worker->partition_counts[topic], err);
    if (status == FY_OK)
        *ret_count = worker->partition_counts[topic];
    return status;
}

int worker_places(
    struct fy_worker *worker, bool (*wanted)(const struct fy_task *task), struct fy_place *places)
{
    const struct fy_processor *processor = worker->processor;
    int count = 0;

    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        const struct fy_task *task = worker->tasks[p];

        if (task == NULL || !wanted(task))
            continue;
        for (int i = 0; i < processor->input_count; i++)
            places[count++] = (struct fy_place){processor->inputs[i], p, task->marks.next[i]};
    }
    return count;
}

enum fy_status worker_sink_status(struct fy_worker *worker, enum fy_status status)
{
    if (status != FY_FATAL)
        return status;
    worker->sink_lost = true;
    return FY_ABORT;
}

/*
 * A broker that crashed may refuse a static member that is alone (m), and an old member of ours may
 * have come back. Neither is cured by anything but joining anew.
 */
enum fy_status worker_source_status(
    struct fy_worker *worker, enum fy_status status, const struct fy_err *err)
{
    if (status != FY_FATAL || worker->io.source_new == NULL)
        return status;
    worker->source_lost = true;
    worker->source_err = *err;
    return FY_ABORT;
}

/* --- A turn ---------------------------------------------------------------------------------- */

enum fy_status task_call_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    enum fy_status status = handler_begin(
        worker, record->topic, record->partition, record->offset, (struct fy_slice){0}, err);

    if (status != FY_OK)
        return status;
    status = worker->processor->handle(task, record, err);
    handler_end(worker);
    if (status == FY_REJECT && worker->record_writes > 0) {
        return fy_fail(err, FY_FATAL,
            "the handler of %s refused a record of \"%s\" after it had written", task->name,
            fy_topics[record->topic].name);
    }
    return status;
}

static enum fy_status handle_one(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    enum fy_topic_kind kind = fy_topics[record->topic].kind;
    bool repeat = false, parked = false;
    enum fy_status status = FY_OK;

    if (record->topic == FY_TOPIC_OPERATIONS)
        return operation_handle(task, record, err);
    if (kind == FY_KIND_EVENT || kind == FY_KIND_REQUEST)
        status = marks_count(task, record, &repeat, err);
    if (status == FY_OK && repeat) {
        fy_metric_add(&task_repeats, 1);
        return FY_OK;
    }
    if (status == FY_OK)
        status = park_is_parked(task, record, &parked, err);
    if (status == FY_OK && parked)
        return park_record(task, record, "its key is parked", err);

    if (status == FY_OK)
        status = task_call_handle(task, record, err);
    if (status != FY_REJECT)
        return status;
    fy_log(FY_LOG_WARN, "%s parks the key of \"%s\" partition %d offset %" PRId64 ": %s",
        task->name, fy_topics[record->topic].name, (int)record->partition, record->offset,
        err->text);
    return park_record(task, record, err->text, err);
}

void worker_record_done(struct fy_worker *worker)
{
    rows_record_done(&worker->pool);
    worker->decoded = NULL;
    if (worker->arena.bytes_used > ARENA_BYTES_KEPT)
        fy_arena_done(&worker->arena);
    else
        fy_arena_clear(&worker->arena);
}

static enum fy_status handle_record(struct fy_worker *worker,
    const struct fy_record *record,
    const void *decoded,
    struct fy_err *err)
{
    struct fy_task *task = worker->tasks[record->partition];
    int input = worker->input_of[record->topic];
    enum fy_status status;

    assert(input >= 0);
    if (task == NULL || task->state != TASK_READY || record->offset < task->marks.next[input]) {
        fy_metric_add(&task_dropped, 1);
        return FY_OK;
    }
    task->marks.next[input] = record->offset + 1;
    if (record->append_ms > task->marks.append_ms)
        task->marks.append_ms = record->append_ms;
    task->moved = true;
    worker->quiet_records++;

    worker->decoded = decoded;
    status = handle_one(task, record, err);
    assert(status != FY_REJECT);
    worker_record_done(worker);
    return status;
}

/* What does not fit into this turn is read again by the next; no timer fires before it is. */
static void cut_turn(struct fy_worker *worker, const struct fy_batch *batch, int from)
{
    for (int i = from; i < batch->count; i++) {
        struct fy_task *task = worker->tasks[batch->records[i].partition];

        if (task != NULL && task->state == TASK_READY) {
            task->reread = true;
            task->due.caught_up = false;
        }
    }
}

/* Most handlers look up the row of the record's key: of a large table it is in no cache. */
static void prefetch(const struct fy_worker *worker, const struct fy_record *record)
{
    const struct fy_task *task = worker->tasks[record->partition];

    if (task != NULL && task->state == TASK_READY && record->key.data != NULL)
        rows_prefetch(&task->rows, record->key);
}

static enum fy_status handle_batch(
    struct fy_worker *worker, const struct fy_batch *batch, struct fy_err *err)
{
    int from = 0, to = batch->count;

    suspect_range(worker, batch, &from, &to);
    ahead_begin(worker);
    for (int i = from; i < to; i++) {
        enum fy_status status;

        if (i + PREFETCH < to)
            prefetch(worker, &batch->records[i + PREFETCH]);
        status = ahead_look(worker, batch, i, to, err);
        if (status == FY_OK)
            status = handle_record(worker, &batch->records[i], ahead_decoded(worker, i), err);
        if (status != FY_OK)
            return status;
        if (i % BEAT_RECORDS == 0)
            worker_beat(worker);
        if (worker->pool.turn_bytes > FY_TURN_BYTES_MAX) {
            cut_turn(worker, batch, i + 1);
            break;
        }
    }
    if (to - from < batch->count)
        cut_turn(worker, batch, 0);
    return FY_OK;
}

void worker_evict(struct fy_worker *worker)
{
    struct rows *rows[FY_PARTITIONS_MAX];
    int count = 0;

    if (worker->pool.bytes_used <= worker->pool.bytes_max)
        return;
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] != NULL)
            rows[count++] = &worker->tasks[p]->rows;
    }
    rows_evict(&worker->pool, rows, count);
}

static bool is_ready(const struct fy_task *task)
{
    return task->state == TASK_READY;
}

/*
 * Asked through the source that restores: it reads nothing now, so its connections are free. Behind
 * a fetch of the other one, which waits at the broker for records, the answer would be half a
 * second away.
 */
static void lag_measure(struct fy_worker *worker)
{
    struct fy_err err;
    int64_t now_ms = worker_now_ms(worker), lag = 0, lag_ms = 0;
    int inputs = worker->processor->input_count;
    int count;

    if (now_ms - worker->lag_asked_ms < LAG_EVERY_MS && now_ms >= worker->lag_asked_ms)
        return;
    worker->lag_asked_ms = now_ms;
    count = worker_places(worker, is_ready, worker->places);
    if (count == 0 || fy_source_ends(worker->io.restore, worker->places, count, &err) != FY_OK)
        return;
    for (int i = 0; i < count; i++) {
        const struct marks *marks = &worker->tasks[worker->places[i].partition]->marks;
        int64_t behind = worker->places[i].offset - marks->next[i % inputs];

        /* Behind the last record there may be a transaction's marker. */
        if (behind > 1 && marks->append_ms > 0 && now_ms - marks->append_ms > lag_ms)
            lag_ms = now_ms - marks->append_ms;
        lag += behind;
    }
    worker_gauge(&task_lag, &worker->shown.lag, lag > 0 ? lag : 0);
    worker_gauge(&task_lag_ms, &worker->shown.lag_ms, lag_ms);
    worker_gauge(&task_timers_near, &worker->shown.timers_near, due_near(worker));
}

/*
 * Who we are in the group is taken right behind the poll whose records are handled, and there is no
 * poll before the commit: a worker that was stopped in between is then refused by the broker.
 */
static enum fy_status turn(
    struct fy_worker *worker, const struct fy_batch *batch, struct fy_err *err)
{
    int64_t began_us = fy_mono_us(), began_ms = worker_now_ms(worker);
    enum fy_status status;

    assert(worker->group == NULL && !worker->begun);
    status =
        worker_source_status(worker, fy_source_group(worker->io.source, &worker->group, err), err);
    if (status == FY_OK)
        status = handle_batch(worker, batch, err);
    fy_source_release(worker->io.source); /* What the commit needs now can have their memory. */
    if (status == FY_OK)
        status = release_handle(worker, err);
    if (status == FY_OK)
        status = rebuild_put(worker, err);
    if (status == FY_OK)
        status = due_fire(worker, err);
    if (status == FY_OK)
        status = turn_commit(worker, err);

    fy_source_group_free(worker->io.source, worker->group);
    worker->group = NULL;
    if (status == FY_OK) {
        fy_metric_add(&task_records, batch->count);
        if (worker->committed_ms >= began_ms)
            worker->began_ms = began_ms;
        status = trickle_turn(worker, err);
        worker_evict(worker);
        lag_measure(worker);
        fy_metric_observe_us(&task_turn_seconds, fy_mono_us() - began_us);
    }
    return status;
}

/* --- What to do next ------------------------------------------------------------------------- */

static enum fy_status sink_renew(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status;

    if (worker->io.sink != NULL) {
        fy_sink_free(worker->io.sink);
        worker->io.sink = NULL;
        fy_metric_add(&task_sinks_lost, 1);
    }
    status = worker->io.sink_new(worker->io.sink_context, &worker->io.sink, err);
    if (status == FY_OK) {
        worker->sink_lost = false;
        fy_log(FY_LOG_INFO, "the producer is ready: what the last one left is settled");
        return FY_OK;
    }
    worker->io.sink = NULL;
    fy_log(FY_LOG_WARN, "could not make a producer, asking again: %s", err->text);
    return FY_ABORT;
}

static enum fy_status source_renew(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status;

    if (worker->io.source != NULL) {
        fy_log(FY_LOG_WARN, "we join the group anew: %s", worker->source_err.text);
        tasks_drop(worker);
        fy_source_free(worker->io.source);
        worker->io.source = NULL;
    }
    status = worker->io.source_new(worker->io.source_context, &worker->io.source, err);
    if (status != FY_OK) {
        worker->io.source = NULL;
        return FY_ABORT;
    }
    worker->source_lost = false;
    return FY_OK;
}

static bool wants_reread(const struct fy_task *task)
{
    return task->state == TASK_READY && task->assigned && task->reread;
}

static enum fy_status reread(struct fy_worker *worker, struct fy_err *err)
{
    int count = worker_places(worker, wants_reread, worker->places);
    enum fy_status status = FY_OK;

    if (count > 0)
        status = worker_source_status(
            worker, fy_source_seek(worker->io.source, worker->places, count, err), err);
    for (int i = 0; i < count && status == FY_OK; i++)
        worker->tasks[worker->places[i].partition]->reread = false;
    return status;
}

/* A task that the group neither took nor confirmed for so long is ours: find out how it stands. */
static void doubt_stale(struct fy_worker *worker)
{
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        struct fy_task *task = worker->tasks[p];

        if (task != NULL && task->state == TASK_STALE &&
            worker_now_ms(worker) - task->stale_since_ms > MISMATCH_MS_MAX) {
            task->state = TASK_RESTORING;
            worker->restoring = true;
        }
    }
}

/* All that must be right before records may be read. *ret_polling: it is. */
static enum fy_status prepare(struct fy_worker *worker, bool *ret_polling, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    *ret_polling = false;
    if (worker->source_lost)
        status = source_renew(worker, err);
    if (status != FY_OK)
        return status;
    if (worker->io.sink == NULL || worker->sink_lost)
        status = sink_renew(worker, err);
    if (status != FY_OK)
        return status;
    if (worker->restoring) {
        status = restore_step(worker, err);
        fy_arena_clear(&worker->arena);
        if (status != FY_OK || worker->restoring)
            return status;
    }
    if (worker->settling)
        status = turn_settle(worker, err);
    if (status == FY_OK)
        status = reread(worker, err);
    if (status == FY_OK && worker->answer != FY_CHANGE_NONE)
        status = answer_change(worker, err);
    *ret_polling = status == FY_OK;
    return status;
}

/*
 * The first record behind a pause is committed at once; under load records gather until
 * commit_interval_ms have passed since the last turn that committed began: a record waits half of
 * that at most, and then for the commit. Where commits take as long, a quarter of the time is left
 * to others. A full batch says that more is waiting.
 */
static void pace(struct fy_worker *worker)
{
    int64_t now_ms = worker_now_ms(worker);
    int64_t interval_ms = worker->processor->commit_interval_ms;
    int64_t from_begin_ms = worker->began_ms + interval_ms - now_ms;
    int64_t from_end_ms = worker->committed_ms + interval_ms / 4 - now_ms;
    int64_t wait_ms = from_begin_ms > from_end_ms ? from_begin_ms : from_end_ms;

    if (!worker->batch_was_full && wait_ms > 0 && wait_ms <= interval_ms)
        worker->io.clock->wait_ms(worker->io.clock, (int)wait_ms);
}

/* What large turns have freed the C library keeps; nobody waits now. */
static void memory_give_back(struct fy_worker *worker)
{
    if (worker->was_busy)
        (void)malloc_trim(0);
    worker->was_busy = false;
}

static enum fy_status poll_and_turn(struct fy_worker *worker, int wait_ms, struct fy_err *err)
{
    struct fy_batch batch = {0};
    bool due = false;
    enum fy_status status = due_ask(worker, wait_ms, &wait_ms, err);

    if (status != FY_OK)
        return status;
    if (rebuild_waits(worker))
        wait_ms = 0;
    if (release_waits(worker))
        wait_ms = wait_ms < RELEASE_WAIT_MS ? wait_ms : RELEASE_WAIT_MS;
    pace(worker);
    status = worker_source_status(
        worker, fy_source_poll(worker->io.source, wait_ms, FY_BATCH_RECORDS_MAX, &batch, err), err);
    if (status != FY_OK)
        return status;
    worker->batch_was_full = batch.count == FY_BATCH_RECORDS_MAX;
    worker->was_busy |= batch.count >= BUSY_RECORDS;
    if (!worker->joined) {
        struct fy_group *group = NULL;
        struct fy_err not_yet;

        worker->joined = fy_source_group(worker->io.source, &group, &not_yet) == FY_OK;
        fy_source_group_free(worker->io.source, group);
    }

    switch (batch.change) {
    case FY_CHANGE_ASSIGNED:
        return tasks_begin(worker, &batch, err);
    case FY_CHANGE_REVOKED:
    case FY_CHANGE_LOST:
        return tasks_end(worker, &batch, err);
    case FY_CHANGE_NONE:
        break;
    }
    status = due_look(worker, &due, err);
    if (status == FY_OK)
        status = release_look(worker, &due, err);
    if (status == FY_OK)
        status = rebuild_look(worker, &due, err);
    if (status != FY_OK)
        return status;
    if (batch.count == 0 && !due) {
        memory_give_back(worker);
        status = trickle_idle(worker, err);
        lag_measure(worker);
        doubt_stale(worker);
        return status;
    }
    status = turn(worker, &batch, err);
    if (status == FY_ABORT) {
        status = turn_undo(worker, err);
        return status == FY_OK ? FY_ABORT : status;
    }
    return status;
}

enum fy_status fy_worker_run_once(struct fy_worker *worker, int wait_ms, struct fy_err *err)
{
    bool polling = false;
    enum fy_status status;

    worker_beat(worker);
    status = prepare(worker, &polling, err);
    if (status == FY_OK && polling)
        status = poll_and_turn(worker, wait_ms, err);
    tasks_publish(worker);

    assert(status != FY_REJECT);
    if (status == FY_ABORT && worker->failures >= FAILURES_MAX)
        return err->status = FY_FATAL;
    if (status == FY_ABORT) {
        fy_log(worker->failures == FAILURES_SAID ? FY_LOG_WARN : FY_LOG_DEBUG, "asking again: %s",
            err->text);
        worker_back_off(worker);
        return FY_OK;
    }
    if (status == FY_OK && polling)
        worker->failures = 0;
    return status;
}
