#include "lib/task_ahead.h"

#include <stdlib.h>
#include <string.h>

enum {
    AHEAD_RECORDS = 1024, /* Decoded at once, and their rows brought: half a megabyte of arena. */
    AHEAD_LEAST = 4,      /* Fewer gain nothing. */
    AHEAD_VALUE_BYTES = 4096,
    AHEAD_KEYS = 4 * AHEAD_RECORDS,
    AHEAD_BYTES_MAX = 32 * 1024 * 1024,
};

/* The records of the batch from `from` to `to`. */
struct fy_ahead {
    struct fy_worker *worker;
    struct fy_task *task; /* Of the record whose rows are named. */
    struct fy_arena arena;
    int from, to;
    size_t key_count;
    const void *decoded[AHEAD_RECORDS]; /* NULL: not read ahead. */
    struct fy_store_key keys[AHEAD_KEYS];
};

enum fy_status ahead_new(struct fy_worker *worker, struct fy_err *err)
{
    if (worker->processor->ahead == NULL)
        return FY_OK;
    worker->ahead = malloc(sizeof(*worker->ahead));
    if (worker->ahead == NULL)
        return fy_fail(err, FY_FATAL, "no memory for a worker");
    worker->ahead->worker = worker;
    worker->ahead->from = worker->ahead->to = 0;
    fy_arena_init(&worker->ahead->arena, AHEAD_BYTES_MAX);
    return FY_OK;
}

void ahead_free(struct fy_worker *worker)
{
    if (worker->ahead != NULL)
        fy_arena_done(&worker->ahead->arena);
    free(worker->ahead);
    worker->ahead = NULL;
}

/* What finds no room here is found when it is asked for. */
void fy_ahead_row(
    struct fy_ahead *ahead, const char *prefix, struct fy_slice name, struct fy_slice second)
{
    size_t before = strlen(prefix), size = before + name.size;
    size_t whole = second.size > 0 ? size + 1 + second.size : size;
    struct fy_slice key = {0};
    uint8_t *bytes;

    if (ahead->key_count == AHEAD_KEYS)
        return;
    bytes = fy_arena_alloc(&ahead->arena, whole);
    if (bytes == NULL)
        return;
    memcpy(bytes, prefix, before);
    if (name.size > 0)
        memcpy(bytes + before, name.data, name.size);
    if (second.size > 0) {
        bytes[size] = '/';
        memcpy(bytes + size + 1, second.data, second.size);
    }
    key = (struct fy_slice){bytes, whole};
    rows_prefetch(&ahead->task->rows, key);
    ahead->keys[ahead->key_count++] = (struct fy_store_key){ahead->task->rows.space, key};
}

/* What cannot be decoded is said when it is handled. */
static const void *read_ahead(struct fy_ahead *ahead, const struct fy_record *record)
{
    struct fy_worker *worker = ahead->worker;
    const struct fy_schema *schema = fy_topics[record->topic].schema;
    struct fy_task *task = worker->tasks[record->partition];
    struct fy_err err;
    void *value;

    if (task == NULL || task->state != TASK_READY || record->topic == FY_TOPIC_OPERATIONS ||
        record->offset < task->marks.next[worker->input_of[record->topic]] ||
        record->value.data == NULL || record->value.size > AHEAD_VALUE_BYTES)
        return NULL;
    value = fy_arena_alloc(&ahead->arena, schema->size);
    if (value == NULL || schema->decode(record->value, &ahead->arena, value, &err) != FY_OK)
        return NULL;
    ahead->task = task;
    worker->processor->ahead(ahead, record, value);
    return value;
}

/* Only now, for where each would be found in memory has been asked for meanwhile. */
static void drop_known(struct fy_ahead *ahead)
{
    const struct fy_worker *worker = ahead->worker;
    size_t kept = 0;

    for (size_t i = 0; i < ahead->key_count; i++) {
        const struct fy_store_key *key = &ahead->keys[i];

        if (!rows_has(&worker->pool, &worker->tasks[key->space]->rows, key->key))
            ahead->keys[kept++] = *key;
    }
    ahead->key_count = kept;
}

/* Each call of the store takes some of them: those of one part of its files come together. */
static int key_order(const void *a, const void *b)
{
    const struct fy_store_key *one = a, *other = b;
    size_t shorter = one->key.size < other->key.size ? one->key.size : other->key.size;
    int order;

    if (one->space != other->space)
        return one->space < other->space ? -1 : 1;
    order = shorter > 0 ? memcmp(one->key.data, other->key.data, shorter) : 0;
    if (order != 0 || one->key.size == other->key.size)
        return order;
    return one->key.size < other->key.size ? -1 : 1;
}

static enum fy_status bring(
    const struct fy_store_key *key, struct fy_slice value, void *context, struct fy_err *err)
{
    struct fy_worker *worker = context;

    return rows_bring(&worker->pool, &worker->tasks[key->space]->rows, key->key, value, err);
}

void ahead_begin(struct fy_worker *worker)
{
    if (worker->ahead != NULL)
        worker->ahead->from = worker->ahead->to = 0;
}

enum fy_status ahead_look(
    struct fy_worker *worker, const struct fy_batch *batch, int at, int to, struct fy_err *err)
{
    struct fy_ahead *ahead = worker->ahead;

    if (ahead == NULL || at < ahead->to)
        return FY_OK;
    ahead->from = at;
    ahead->to = to - at < AHEAD_RECORDS ? to : at + AHEAD_RECORDS;
    ahead->key_count = 0;
    fy_arena_clear(&ahead->arena);
    memset(ahead->decoded, 0, sizeof(ahead->decoded));
    if (ahead->to - at < AHEAD_LEAST)
        return FY_OK;
    for (int i = at; i < ahead->to; i++)
        ahead->decoded[i - at] = read_ahead(ahead, &batch->records[i]);
    drop_known(ahead);
    qsort(ahead->keys, ahead->key_count, sizeof(ahead->keys[0]), key_order);
    return fy_store_get_many(
        worker->io.store, ahead->keys, ahead->key_count, &ahead->arena, bring, worker, err);
}

const void *ahead_decoded(const struct fy_worker *worker, int at)
{
    const struct fy_ahead *ahead = worker->ahead;

    return ahead != NULL ? ahead->decoded[at - ahead->from] : NULL;
}
