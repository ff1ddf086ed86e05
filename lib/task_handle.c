#include "lib/task_fold.h"

#include "schemas/generated/envelope.h"

#include <assert.h>

enum {
    VALUE_BYTES_MAX = 1000 * 1000, /* What librdkafka and a broker take by default. */
};

struct fy_arena *fy_task_arena(struct fy_task *task)
{
    return &task->worker->arena;
}

enum fy_status fy_task_read(struct fy_task *task,
    const struct fy_record *record,
    const void **ret_value,
    struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    const struct fy_schema *schema = fy_topics[record->topic].schema;
    enum fy_status status = FY_OK;
    void *value;

    if (worker->decoded == NULL) {
        value = fy_arena_alloc(&worker->arena, schema->size);
        if (value == NULL)
            return fy_fail(err, FY_FATAL, "no memory to read a record");
        status = schema->decode(record->value, &worker->arena, value, err);
        if (status == FY_OK)
            worker->decoded = value;
    }
    *ret_value = worker->decoded;
    return status;
}

int64_t fy_task_now_ms(const struct fy_task *task)
{
    return task->folding != NULL ? task->fold_ms : task->marks.append_ms;
}

int64_t fy_task_newest_read(const struct fy_task *task, enum fy_topic input)
{
    int at = task->worker->input_of[input];

    assert(at >= 0);
    return task->marks.next[at] - 1;
}

/* --- Rows ------------------------------------------------------------------------------------ */

enum fy_status task_get_any(
    struct fy_task *task, struct fy_slice key, struct fy_slice *ret_value, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;

    return rows_get(
        &worker->pool, &task->rows, worker->io.store, &worker->arena, key, ret_value, err);
}

enum fy_status task_put_any(
    struct fy_task *task, struct fy_slice key, struct fy_slice value, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    int64_t due_ms = 0;
    enum fy_status status;

    if (key.size + value.size > VALUE_BYTES_MAX) {
        return fy_fail(err, FY_FATAL,
            "a row of %s has %zu bytes, more than the %d a record can have", task->name,
            key.size + value.size, VALUE_BYTES_MAX);
    }
    worker->record_writes++;
    if (task->folding != NULL)
        return fold_put(task, key, value, err);
    task->wrote = true;
    status = rows_put(
        &worker->pool, &task->rows, worker->io.store, &worker->arena, key, value, &due_ms, err);
    if (status == FY_OK && due_ms > 0)
        status = due_put(task, key, due_ms, err);
    return status;
}

static void check_handler(const struct fy_task *task, struct fy_slice key)
{
    assert(task->worker->writes_allowed);
    assert(key.data != NULL);
    assert(key.size == 0 || key.data[0] != '@');
    (void)task;
    (void)key;
}

enum fy_status fy_task_get(
    struct fy_task *task, struct fy_slice key, struct fy_slice *ret_value, struct fy_err *err)
{
    check_handler(task, key);
    if (task->folding != NULL)
        return fold_get(task, key, ret_value, err);
    return task_get_any(task, key, ret_value, err);
}

enum fy_status fy_task_put(
    struct fy_task *task, struct fy_slice key, struct fy_slice value, struct fy_err *err)
{
    check_handler(task, key);
    assert(value.data != NULL);
    return task_put_any(task, key, value, err);
}

enum fy_status fy_task_delete(struct fy_task *task, struct fy_slice key, struct fy_err *err)
{
    check_handler(task, key);
    return task_put_any(task, key, (struct fy_slice){0}, err);
}

/* --- Emitting -------------------------------------------------------------------------------- */

enum fy_status task_send(struct fy_task *task,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    enum fy_status status;

    if (!worker->begun) {
        status = worker_sink_status(worker, fy_sink_begin(worker->io.sink, err));
        if (status != FY_OK)
            return status;
        worker->begun = true;
    }
    task->wrote = true;
    return worker_sink_status(
        worker, fy_sink_send(worker->io.sink, topic, partition, key, value, err));
}

/* Events and requests say who wrote them, and number them per destination, densely. */
static bool is_counted(enum fy_topic topic)
{
    return fy_topics[topic].kind == FY_KIND_EVENT || fy_topics[topic].kind == FY_KIND_REQUEST;
}

enum fy_status fy_task_emit(
    struct fy_task *task, enum fy_topic topic, struct fy_slice key, void *value, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct fy_slice bytes = {0};
    int64_t *seqs = NULL;
    int partitions = 0;
    int32_t partition;
    enum fy_status status;

    assert(worker->writes_allowed);
    assert(topic < FY_TOPIC_COUNT && worker->may_write[topic]);
    assert(value != NULL || fy_topics[topic].kind == FY_KIND_STATE);

    status = worker_partitions(worker, topic, &partitions, err);
    if (status != FY_OK)
        return status;
    partition = fy_partition_of(key, partitions);
    if (is_counted(topic)) {
        struct envelope *envelope = value;

        status = marks_seq(task, topic, &seqs, err);
        if (status != FY_OK)
            return status;
        envelope->writer = fy_slice_of(task->name);
        envelope->has_seq = true;
        envelope->seq = seqs[partition] + 1;
    }
    if (value != NULL) {
        status = fy_topics[topic].schema->encode(value, &worker->arena, &bytes, err);
        if (status != FY_OK)
            return status;
    }
    worker->record_writes++;
    if (task->folding != NULL)
        return FY_OK;
    status = task_send(task, topic, partition, key, bytes, err);
    if (status == FY_OK && seqs != NULL)
        seqs[partition]++;
    return status;
}
