#include "lib/task_core.h"

#include "schemas/generated/dead_letter.h"
#include "schemas/generated/parked_key.h"

#include <assert.h>
#include <string.h>

static const char parked_prefix[] = "@parked/";

enum {
    /* Longer keys are parked by how they begin: that parks too much at worst, never too little. */
    PARKED_KEY_BYTES_MAX = 1024,

    /* A record of the largest size would not fit into a dead letter around it; it stays where it
       is. */
    LETTER_BYTES_MAX = 900 * 1000,
};

static enum fy_status parked_key(struct fy_task *task,
    const struct fy_record *record,
    struct fy_slice *ret_key,
    struct fy_err *err)
{
    struct fy_slice topic = fy_slice_of(fy_topics[record->topic].name);
    size_t prefix = sizeof(parked_prefix) - 1;
    size_t length =
        record->key.size > PARKED_KEY_BYTES_MAX ? PARKED_KEY_BYTES_MAX : record->key.size;
    size_t size = prefix + topic.size + 1 + length;
    uint8_t *key = fy_arena_alloc(&task->worker->arena, size);

    if (key == NULL)
        return fy_fail(err, FY_FATAL, "no memory to park a key");
    memcpy(key, parked_prefix, prefix);
    memcpy(key + prefix, topic.data, topic.size);
    key[prefix + topic.size] = '/';
    if (length > 0)
        memcpy(key + prefix + topic.size + 1, record->key.data, length);
    *ret_key = (struct fy_slice){key, size};
    return FY_OK;
}

enum fy_status park_is_parked(
    struct fy_task *task, const struct fy_record *record, bool *ret_parked, struct fy_err *err)
{
    struct fy_slice key, value;
    enum fy_status status;

    *ret_parked = false;
    if (task->marks.parked_keys == 0)
        return FY_OK;
    status = parked_key(task, record, &key, err);
    if (status == FY_OK)
        status = task_get_any(task, key, &value, err);
    if (status == FY_OK)
        *ret_parked = value.data != NULL;
    return status;
}

/* As of the store: whoever folds has no rows in memory. */
enum fy_status park_left_out(
    struct fy_task *task, const struct fy_record *record, bool *ret_include, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct row_head head;
    struct fy_slice key, value;
    enum fy_status status;

    *ret_include = true;
    if (task->marks.parked_keys == 0)
        return FY_OK;
    status = parked_key(task, record, &key, err);
    if (status == FY_OK)
        status = fy_store_get(worker->io.store, task->rows.space, key, &worker->arena, &value, err);
    if (status != FY_OK || value.data == NULL)
        return status;
    status = row_head_decode(worker, value, &head, err);
    if (status == FY_OK && head.parked != NULL)
        *ret_include = record->append_ms < head.parked->since_ms;
    return status;
}

static enum fy_status parked_row_save(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct parked_key parked = {.since_ms = record->append_ms};
    struct row_head head;
    struct fy_slice key, value;
    enum fy_status status = parked_key(task, record, &key, err);

    if (status == FY_OK)
        status = task_get_any(task, key, &value, err);
    if (status != FY_OK)
        return status;
    if (value.data != NULL) {
        status = row_head_decode(task->worker, value, &head, err);
        if (status != FY_OK)
            return status;
        if (head.parked == NULL)
            return fy_fail(
                err, FY_FATAL, "a row of a parked key of %s is of another kind", task->name);
        parked = *head.parked;
    } else {
        task->marks.parked_keys++;
    }
    parked.records++;

    head = (struct row_head){.parked = &parked};
    status = row_head_encode(task->worker, &head, &value, err);
    if (status != FY_OK)
        return status;
    return task_put_any(task, key, value, err);
}

enum fy_status park_record(
    struct fy_task *task, const struct fy_record *record, const char *reason, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    enum fy_topic letters = worker->processor->dead_letters;
    struct dead_letter letter = {
        .topic = fy_slice_of(fy_topics[record->topic].name),
        .partition = record->partition,
        .offset = record->offset,
        .append_ms = record->append_ms,
        .reason = fy_slice_of(reason),
        .key = record->key,
        .value = record->value,
    };
    struct fy_slice key = record->key, bytes;
    int partitions = 0;
    int32_t partition;
    enum fy_status status;

    if (record->key.size + record->value.size > LETTER_BYTES_MAX) {
        letter.value = (struct fy_slice){0};
        if (record->key.size > PARKED_KEY_BYTES_MAX) {
            letter.key.size = PARKED_KEY_BYTES_MAX;
            key.size = PARKED_KEY_BYTES_MAX;
        }
    }
    status = parked_row_save(task, record, err);
    if (status == FY_OK)
        status = worker_partitions(worker, letters, &partitions, err);
    if (status != FY_OK)
        return status;
    partition =
        key.data != NULL ? fy_partition_of(key, partitions) : record->partition % partitions;

    status = fy_topics[letters].schema->encode(&letter, &worker->arena, &bytes, err);
    if (status != FY_OK)
        return fy_fail(err, FY_FATAL, "could not encode a dead letter of %s", task->name);
    fy_metric_add(&task_parked_records, 1);
    return task_send(task, letters, partition, key, bytes, err);
}

static bool count_one(struct fy_slice key, struct fy_slice value, void *context)
{
    size_t prefix = sizeof(parked_prefix) - 1;
    int64_t *count = context;

    (void)value;
    if (key.size < prefix || memcmp(key.data, parked_prefix, prefix) != 0)
        return false;
    (*count)++;
    return true;
}

enum fy_status park_count(struct fy_task *task, struct fy_err *err)
{
    int64_t count = 0;
    enum fy_status status = fy_store_scan(task->worker->io.store, task->rows.space,
        fy_slice_of(parked_prefix), count_one, &count, err);

    if (status == FY_OK)
        task->marks.parked_keys = count;
    return status;
}
