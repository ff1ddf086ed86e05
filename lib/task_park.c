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

enum fy_status park_row_key(struct fy_task *task,
    enum fy_topic of_topic,
    struct fy_slice of_key,
    struct fy_slice *ret_key,
    struct fy_err *err)
{
    struct fy_slice topic = fy_slice_of(fy_topics[of_topic].name);
    size_t prefix = sizeof(parked_prefix) - 1;
    size_t length = of_key.size > PARKED_KEY_BYTES_MAX ? PARKED_KEY_BYTES_MAX : of_key.size;
    size_t size = prefix + topic.size + 1 + length;
    uint8_t *key = fy_arena_alloc(&task->worker->arena, size);

    if (key == NULL)
        return fy_fail(err, FY_FATAL, "no memory to park a key");
    memcpy(key, parked_prefix, prefix);
    memcpy(key + prefix, topic.data, topic.size);
    key[prefix + topic.size] = '/';
    if (length > 0)
        memcpy(key + prefix + topic.size + 1, of_key.data, length);
    *ret_key = (struct fy_slice){key, size};
    return FY_OK;
}

bool park_row_split(struct fy_slice row_key, enum fy_topic *ret_topic, struct fy_slice *ret_key)
{
    size_t prefix = sizeof(parked_prefix) - 1;
    const uint8_t *slash;
    struct fy_slice topic;

    if (row_key.size < prefix || memcmp(row_key.data, parked_prefix, prefix) != 0)
        return false;
    topic.data = row_key.data + prefix;
    slash = memchr(topic.data, '/', row_key.size - prefix);
    if (slash == NULL)
        return false;
    topic.size = (size_t)(slash - topic.data);
    *ret_topic = fy_topic_find(topic);
    *ret_key = (struct fy_slice){slash + 1, row_key.size - prefix - topic.size - 1};
    return *ret_topic != FY_TOPIC_COUNT;
}

/* --- The row of a parked key ----------------------------------------------------------------- */

enum fy_status park_decode(struct fy_worker *worker,
    struct fy_slice bytes,
    struct parked_key *ret_parked,
    struct fy_err *err)
{
    struct row_head head;
    enum fy_status status = row_head_decode(worker, bytes, &head, err);

    if (status == FY_OK && head.parked == NULL)
        status = fy_fail(err, FY_FATAL, "a row of a parked key of %s is of another kind",
            worker->processor->name);
    if (status == FY_OK)
        *ret_parked = *head.parked;
    return status;
}

enum fy_status park_get(struct fy_task *task,
    struct fy_slice row_key,
    bool *ret_found,
    struct parked_key *ret_parked,
    struct fy_err *err)
{
    struct fy_slice value;
    enum fy_status status = task_get_any(task, row_key, &value, err);

    *ret_found = status == FY_OK && value.data != NULL;
    return *ret_found ? park_decode(task->worker, value, ret_parked, err) : status;
}

enum fy_status park_put(struct fy_task *task,
    struct fy_slice row_key,
    const struct parked_key *parked,
    struct fy_err *err)
{
    const struct row_head head = {.parked = parked};
    struct fy_slice value;
    enum fy_status status = row_head_encode(task->worker, &head, &value, err);

    return status == FY_OK ? task_put_any(task, row_key, value, err) : status;
}

enum fy_status park_is_parked(
    struct fy_task *task, const struct fy_record *record, bool *ret_parked, struct fy_err *err)
{
    struct fy_slice key, value;
    enum fy_status status;

    *ret_parked = false;
    if (task->marks.parked_keys == 0)
        return FY_OK;
    status = park_row_key(task, record->topic, record->key, &key, err);
    if (status == FY_OK)
        status = task_get_any(task, key, &value, err);
    if (status == FY_OK)
        *ret_parked = value.data != NULL;
    return status;
}

enum fy_status park_left_out(
    struct fy_task *task, const struct fy_record *record, bool *ret_include, struct fy_err *err)
{
    struct parked_key parked;
    struct fy_slice key;
    bool found = false;
    enum fy_status status = FY_OK;

    *ret_include = true;
    if (task->marks.parked_keys == 0)
        return FY_OK;
    status = park_row_key(task, record->topic, record->key, &key, err);
    if (status == FY_OK)
        status = park_get(task, key, &found, &parked, err);
    if (status == FY_OK && found)
        *ret_include = record->offset < parked.offset;
    return status;
}

/* The first of a key says where those that wait begin, in its topic and in the dead letters. */
static enum fy_status parked_row_save(struct fy_task *task,
    const struct fy_record *record,
    const char *reason,
    int32_t letters_partition,
    struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct parked_key parked;
    struct fy_slice key;
    bool found;
    enum fy_status status = park_row_key(task, record->topic, record->key, &key, err);

    if (status == FY_OK)
        status = park_get(task, key, &found, &parked, err);
    if (status != FY_OK)
        return status;
    if (!found) {
        /* We alone write there, so what comes is behind what was delivered. */
        int64_t delivered =
            fy_sink_delivered(worker->io.sink, worker->processor->dead_letters, letters_partition);

        parked = (struct parked_key){
            .since_ms = record->append_ms,
            .offset = record->offset,
            .letters_from = delivered + 1,
            .reason = fy_slice_of(reason),
        };
        task->marks.parked_keys++;
    }
    parked.records++;
    return park_put(task, key, &parked, err);
}

/*
 * Into the partition of the dead letters that is the task's own, whoever chose the record's: so one
 * task's letters are in one order, and nobody else's are among them.
 */
static enum fy_status letters_partition(struct fy_task *task, int32_t *ret_p, struct fy_err *err)
{
    int partitions = 0;
    enum fy_status status =
        worker_partitions(task->worker, task->worker->processor->dead_letters, &partitions, err);

    if (status == FY_OK)
        *ret_p = task->partition % partitions;
    return status;
}

static enum fy_status letter_send(struct fy_task *task,
    const struct fy_record *record,
    const char *reason,
    bool left_out,
    int32_t partition,
    struct fy_err *err)
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
        .left_out = left_out,
    };
    struct fy_slice key = record->key, bytes;
    enum fy_status status;

    if (record->key.size + record->value.size > LETTER_BYTES_MAX) {
        letter.value = (struct fy_slice){0};
        if (record->key.size > PARKED_KEY_BYTES_MAX) {
            letter.key.size = PARKED_KEY_BYTES_MAX;
            key.size = PARKED_KEY_BYTES_MAX;
        }
    }
    status = fy_topics[letters].schema->encode(&letter, &worker->arena, &bytes, err);
    if (status != FY_OK)
        return fy_fail(err, FY_FATAL, "could not encode a dead letter of %s", task->name);
    fy_metric_add(&task_parked_records, 1);
    return task_send(task, letters, partition, key, bytes, err);
}

enum fy_status park_record(
    struct fy_task *task, const struct fy_record *record, const char *reason, struct fy_err *err)
{
    int32_t partition = 0;
    enum fy_status status = letters_partition(task, &partition, err);

    if (status == FY_OK)
        status = parked_row_save(task, record, reason, partition, err);
    return status == FY_OK ? letter_send(task, record, reason, false, partition, err) : status;
}

enum fy_status park_leave_out(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    int32_t partition = 0;
    enum fy_status status = letters_partition(task, &partition, err);

    return status == FY_OK
               ? letter_send(task, record, "an operator left it out", true, partition, err)
               : status;
}

enum fy_status park_letters_place(
    struct fy_task *task, struct fy_place *ret_place, struct fy_err *err)
{
    ret_place->topic = task->worker->processor->dead_letters;
    return letters_partition(task, &ret_place->partition, err);
}

struct counting {
    struct fy_task *task;
    int64_t parked, releasing;
    enum fy_status status;
    struct fy_err *err;
};

static bool is_parked_row(struct fy_slice key)
{
    size_t prefix = sizeof(parked_prefix) - 1;

    return key.size >= prefix && memcmp(key.data, parked_prefix, prefix) == 0;
}

static bool count_one(struct fy_slice key, struct fy_slice value, struct counting *counting)
{
    struct parked_key parked;
    struct fy_slice of_key;
    enum fy_topic topic;

    counting->status = park_decode(counting->task->worker, value, &parked, counting->err);
    if (counting->status != FY_OK)
        return false;
    counting->parked++;
    counting->releasing += parked.releasing && park_row_split(key, &topic, &of_key);
    return true;
}

static bool count_unwritten(struct fy_slice key, struct fy_slice value, void *context)
{
    return !is_parked_row(key) || value.data == NULL || count_one(key, value, context);
}

/* A row that is newer in memory is counted there. */
static bool count_stored(struct fy_slice key, struct fy_slice value, void *context)
{
    struct counting *counting = context;
    struct fy_task *task = counting->task;

    if (!is_parked_row(key))
        return false;
    return rows_is_unwritten(&task->worker->pool, &task->rows, key) ||
           count_one(key, value, counting);
}

enum fy_status park_count(struct fy_task *task, struct fy_err *err)
{
    struct counting counting = {.task = task, .err = err};
    enum fy_status status = fy_store_scan(task->worker->io.store, task->rows.space,
        fy_slice_of(parked_prefix), count_stored, &counting, err);

    if (status == FY_OK && counting.status == FY_OK)
        rows_each_unwritten(&task->worker->pool, &task->rows, count_unwritten, &counting);
    if (status == FY_OK)
        status = counting.status;
    if (status != FY_OK)
        return status;
    task->marks.parked_keys = counting.parked;
    task->marks.releasing = counting.releasing;
    return FY_OK;
}
