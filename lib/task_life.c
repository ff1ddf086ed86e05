#include "lib/task_ahead.h"

#include "lib/log.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    /*
     * Rows in memory. 24 MB are about 7,500 histories or 200,000 counts: what is hot, and what is
     * not written yet. The rest is one look-up in RocksDB away.
     */
    ROWS_BYTES_MAX = 24 * 1024 * 1024,
};

enum fy_status fy_worker_new(const struct fy_processor *processor,
    const struct fy_worker_io *io,
    struct fy_worker **ret_worker,
    struct fy_err *err)
{
    struct fy_worker *worker = calloc(1, sizeof(*worker));

    assert(processor->input_count >= 1 && processor->input_count <= INPUTS_MAX);
    assert(fy_topics[processor->changelog].kind == FY_KIND_CHANGELOG);
    assert(io->in_hand_worker >= 0 && io->in_hand_worker < FY_IN_HAND_WORKERS_MAX);
    if (worker == NULL)
        return fy_fail(err, FY_FATAL, "no memory for a worker");
    worker->processor = processor;
    worker->io = *io;
    fy_arena_init(&worker->arena, ARENA_BYTES_MAX);
    rows_pool_init(&worker->pool, io->rows_bytes_max > 0 ? io->rows_bytes_max : ROWS_BYTES_MAX,
        processor->due_ms);
    fy_metric_add(&task_rows_bytes_max, (int64_t)worker->pool.bytes_max);
    worker->trickle.list_records = io->list_records > 0 ? io->list_records : LIST_RECORDS;
    worker->trickle.run_rows =
        io->run_rows > 0 ? io->run_rows : 1 + worker->trickle.list_records / RUN_PART;
    worker->batch = fy_store_batch_new(io->store);
    worker->row_buffer = calloc(1, fy_topics[processor->changelog].schema->size);
    if (worker->batch == NULL || worker->row_buffer == NULL || ahead_new(worker, err) != FY_OK) {
        fy_store_batch_free(worker->batch);
        free(worker->row_buffer);
        free(worker);
        return fy_fail(err, FY_FATAL, "no memory for a worker");
    }

    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        worker->input_of[topic] = -1;
        worker->may_write[topic] = strcmp(fy_topics[topic].writer, processor->name) == 0;
    }
    for (int i = 0; i < processor->input_count; i++)
        worker->input_of[processor->inputs[i]] = i;
    worker_beat(worker);
    *ret_worker = worker;
    return FY_OK;
}

void fy_worker_stop(struct fy_worker *worker)
{
    struct fy_err err;

    /* A turn that ended the process: readers need not wait for its transaction to time out. */
    if (worker->begun && worker->io.sink != NULL && !worker->sink_lost &&
        fy_sink_abort(worker->io.sink, &err) != FY_OK)
        fy_log(FY_LOG_WARN, "the last turn is left for the broker to abort: %s", err.text);
    worker->begun = false;
    rows_undo(&worker->pool);
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        struct fy_task *task = worker->tasks[p];

        if (task != NULL && trickle_flush(task, &err) != FY_OK)
            fy_log(FY_LOG_WARN, "%s will replay what is not written: %s", task->name, err.text);
    }
    fy_source_free(worker->io.source);
    worker->io.source = NULL;
    atomic_store(&worker->ready, false);
    atomic_store(&worker->joined_now, false);
}

void fy_worker_free(struct fy_worker *worker)
{
    if (worker == NULL)
        return;
    release_drop(worker);
    rebuild_drop(worker);
    rows_undo(&worker->pool);
    trickle_drop(worker); /* A run may be begun when no task is ours any more. */
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] != NULL)
            task_free(worker, worker->tasks[p]);
    }
    rows_pool_done(&worker->pool);
    if (worker->io.source != NULL)
        fy_source_group_free(worker->io.source, worker->group);
    fy_source_free(worker->io.source);
    fy_source_free(worker->io.restore);
    fy_sink_free(worker->io.sink);
    fy_store_batch_free(worker->batch);
    fy_arena_done(&worker->arena);
    ahead_free(worker);
    free(worker->row_buffer);
    free(worker->due_key);
    free(worker);
}

void fy_worker_status(struct fy_worker *worker, struct fy_worker_status *ret_status)
{
    *ret_status = (struct fy_worker_status){
        .joined = atomic_load(&worker->joined_now),
        .ready = atomic_load(&worker->ready),
        .tasks = atomic_load(&worker->task_count),
        .restore_left = atomic_load(&worker->restore_left),
        .rebuild_left = atomic_load(&worker->rebuild_left),
        .beat_ms = atomic_load(&worker->beat_ms),
    };
}

enum fy_status fy_worker_row(struct fy_worker *worker,
    int32_t partition,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_value,
    struct fy_err *err)
{
    struct fy_task *task = worker->tasks[partition];

    assert(task != NULL && worker->pool.changed_count == 0);
    return rows_get(&worker->pool, &task->rows, worker->io.store, arena, key, ret_value, err);
}

int64_t fy_worker_position(const struct fy_worker *worker, enum fy_topic topic, int32_t partition)
{
    const struct fy_task *task = worker->tasks[partition];

    if (task == NULL || task->state != TASK_READY || worker->input_of[topic] < 0)
        return -1;
    return task->before.next[worker->input_of[topic]];
}
