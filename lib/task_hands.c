#include "lib/task_run_timers.h"

#include "lib/log.h"
#include "lib/mono.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum fy_status task_new(
    struct fy_worker *worker, int32_t partition, struct fy_task **ret_task, struct fy_err *err)
{
    struct fy_task *task = calloc(1, sizeof(*task));
    enum fy_status status;

    if (task == NULL)
        return fy_fail(err, FY_FATAL, "no memory for a task");
    task->worker = worker;
    task->partition = partition;
    task->state = TASK_RESTORING;
    (void)snprintf(
        task->name, sizeof(task->name), "%s-%d", worker->processor->name, (int)partition);
    status = rows_init(&worker->pool, &task->rows, (uint32_t)partition, err);
    if (status != FY_OK) {
        free(task);
        return status;
    }
    *ret_task = task;
    return FY_OK;
}

void task_free(struct fy_worker *worker, struct fy_task *task)
{
    due_done(task);
    trickle_drop(worker);
    run_timers_drop(task);
    rows_done(&worker->pool, &task->rows);
    marks_done(&task->marks);
    marks_done(&task->before);
    if (worker->io.spaces != NULL) /* Behind the last write of ours. */
        fy_spaces_give(worker->io.spaces, task->partition, worker);
    free(task);
}

/* All partition counts at once, so that no turn has to wait for one. */
static enum fy_status ask_partitions(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status = FY_OK;
    int count = 0;

    for (int topic = 0; topic < FY_TOPIC_COUNT && status == FY_OK; topic++) {
        if (worker->input_of[topic] >= 0 || worker->may_write[topic])
            status = worker_partitions(worker, (enum fy_topic)topic, &count, err);
    }
    return status;
}

enum fy_status tasks_fit(struct fy_worker *worker, struct fy_err *err)
{
    const struct fy_processor *processor = worker->processor;
    int changelog = 0;
    enum fy_status status = ask_partitions(worker, err);

    if (status == FY_OK)
        status = worker_partitions(worker, processor->changelog, &changelog, err);

    for (int i = 0; i < processor->input_count && status == FY_OK; i++) {
        int count = 0;

        status = worker_partitions(worker, processor->inputs[i], &count, err);
        if (status == FY_OK && count != changelog) {
            return fy_fail(err, FY_FATAL,
                "\"%s\" has %d partitions, \"%s\" has %d: a task needs as many of each",
                fy_topics[processor->inputs[i]].name, count, fy_topics[processor->changelog].name,
                changelog);
        }
    }
    return status;
}

/*
 * The group speaks of the first input; a task takes the same partition of every other by itself.
 * Were all inputs the group's, an assignor might give them to different members.
 */
enum fy_status tasks_begin(
    struct fy_worker *worker, const struct fy_batch *batch, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < batch->place_count && status == FY_OK; i++) {
        int32_t p = batch->places[i].partition;

        assert(p >= 0 && p < FY_PARTITIONS_MAX);
        assert(batch->places[i].topic == worker->processor->inputs[0]);
        if (worker->tasks[p] == NULL)
            status = task_new(worker, p, &worker->tasks[p], err);
    }
    fy_log(FY_LOG_INFO, "%s: %d partitions were given to us: restoring", worker_name(worker),
        batch->place_count);
    fy_metric_add(&task_rebalances, 1);
    worker->given_us = fy_mono_us();
    worker->answer = FY_CHANGE_ASSIGNED;
    worker->restoring = true;
    return status;
}

/* The place of the lead, and those that the task has taken beside it. */
static void answer_add(
    struct fy_worker *worker, const struct fy_task *task, const struct fy_place *lead)
{
    int inputs = task != NULL && task->assigned ? worker->processor->input_count : 1;

    assert(worker->answer_count + inputs <= INPUTS_MAX * FY_PARTITIONS_MAX);
    assert(lead->topic == worker->processor->inputs[0]);
    for (int i = 0; i < inputs; i++)
        worker->answer_places[worker->answer_count++] =
            (struct fy_place){worker->processor->inputs[i], lead->partition, -1};
}

enum fy_status tasks_end(struct fy_worker *worker, const struct fy_batch *batch, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    worker->answer_count = 0;
    rebuild_drop(worker);
    for (int i = 0; i < batch->place_count; i++) {
        int32_t p = batch->places[i].partition;
        struct fy_task *task = worker->tasks[p];

        answer_add(worker, task, &batch->places[i]);
        if (task == NULL)
            continue;
        /* What is lost is somebody else's to write: whoever restores it replays it. */
        if (status == FY_OK && batch->change == FY_CHANGE_REVOKED)
            status = trickle_flush(task, err);
        if (status == FY_OK)
            status = restore_drop(task, err);
        task_free(worker, task);
        worker->tasks[p] = NULL;
    }
    rebuild_count(worker);
    fy_metric_add(&task_rebalances, 1);
    fy_log(FY_LOG_INFO, "%s: %d partitions were %s", worker_name(worker), batch->place_count,
        batch->change == FY_CHANGE_LOST ? "lost" : "taken from us");
    worker->answer = batch->change;
    return status;
}

void tasks_drop(struct fy_worker *worker)
{
    struct fy_err ignored; /* What restoring still reads of a dropped task is not looked at. */

    rebuild_drop(worker);
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] == NULL)
            continue;
        (void)restore_drop(worker->tasks[p], &ignored);
        task_free(worker, worker->tasks[p]);
        worker->tasks[p] = NULL;
    }
    rebuild_count(worker);
    worker->answer = FY_CHANGE_NONE;
    worker->restoring = false;
    worker->settling = false;
    worker->joined = false;
}

static bool is_unassigned(const struct fy_task *task)
{
    return (task->state == TASK_READY || task->state == TASK_REBUILDING) && !task->assigned;
}

enum fy_status answer_change(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status;
    int count;

    if (worker->answer == FY_CHANGE_ASSIGNED) {
        count = worker_places(worker, is_unassigned, worker->places);
        status = worker_source_status(
            worker, fy_source_assign(worker->io.source, worker->places, count, err), err);
        for (int i = 0; i < count && status == FY_OK; i++)
            worker->tasks[worker->places[i].partition]->assigned = true;
    } else {
        status =
            fy_source_unassign(worker->io.source, worker->answer_places, worker->answer_count, err);
    }
    if (status == FY_OK)
        worker->answer = FY_CHANGE_NONE;
    return status;
}

/* Asked again in each step of restoring: whoever has a lease may need a moment to hear of us. */
void tasks_lease(struct fy_worker *worker)
{
    int32_t wanted[FY_PARTITIONS_MAX];
    int count = 0;

    for (int32_t p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] != NULL && !worker->tasks[p]->leased)
            wanted[count++] = p;
    }
    if (worker->io.spaces != NULL && !fy_spaces_take(worker->io.spaces, wanted, count, worker))
        return;
    for (int i = 0; i < count; i++)
        worker->tasks[wanted[i]]->leased = true;
}

static void publish_ready(struct fy_worker *worker, bool ready, int count)
{
    if (ready && !atomic_load(&worker->ready))
        fy_log(FY_LOG_INFO, "%s: ready: %d partitions are ours and restored", worker_name(worker),
            count);
    if (ready && worker->given_us != 0) {
        fy_metric_observe_us(&task_ready_seconds, fy_mono_us() - worker->given_us);
        worker->given_us = 0;
    }
    atomic_store(&worker->ready, ready);
}

void tasks_publish(struct fy_worker *worker)
{
    int count = 0;
    int64_t parked_keys = 0;
    bool ready = worker->joined && !worker->restoring && worker->answer == FY_CHANGE_NONE;

    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] == NULL)
            continue;
        count++;
        parked_keys += worker->tasks[p]->before.parked_keys;
        ready = ready && worker->tasks[p]->state == TASK_READY;
    }
    publish_ready(worker, ready, count);
    atomic_store(&worker->joined_now, worker->joined);
    atomic_store(&worker->task_count, count);
    worker_gauge(&task_partitions_owned, &worker->shown.partitions, count);
    worker_gauge(
        &task_restore_left, &worker->shown.restore_left, atomic_load(&worker->restore_left));
    worker_gauge(&task_parked_keys, &worker->shown.parked_keys, parked_keys);
}
