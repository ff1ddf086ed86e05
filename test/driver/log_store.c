#include "test/driver/log_core.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct row {
    uint32_t space;
    struct fy_slice key, value;
};

struct log_store {
    struct fy_store store;
    struct log *log;
    struct row *rows; /* Sorted by space and key. */
    size_t count, count_max;
};

struct log_store_batch {
    struct fy_store_batch batch;
    struct row *rows; /* In the order of the calls; an absent value deletes. */
    size_t count, count_max;
};

struct log_store_run {
    struct fy_store_run run;
    struct fy_store_batch *batch;
};

static const struct fy_store_ops store_ops;

static struct fy_slice keep(struct fy_slice bytes)
{
    uint8_t *copy = log_alloc(bytes.size + 1, 1);

    if (bytes.size > 0)
        memcpy(copy, bytes.data, bytes.size);
    return (struct fy_slice){copy, bytes.size};
}

static void row_free(struct row *row)
{
    free((void *)row->key.data);
    free((void *)row->value.data);
}

static void row_add(struct row **rows, size_t *count, size_t *count_max)
{
    if (*count == *count_max) {
        *count_max = *count_max * 2 + 16;
        *rows = realloc(*rows, *count_max * sizeof(**rows));
        if (*rows == NULL)
            abort();
    }
    (*count)++;
}

static int compare(const struct row *row, uint32_t space, struct fy_slice key)
{
    size_t shorter = row->key.size < key.size ? row->key.size : key.size;
    int order;

    if (row->space != space)
        return row->space < space ? -1 : 1;
    order = shorter > 0 ? memcmp(row->key.data, key.data, shorter) : 0;
    if (order != 0 || row->key.size == key.size)
        return order;
    return row->key.size < key.size ? -1 : 1;
}

/* Index of the first row at or behind (space, key). */
static size_t find(const struct log_store *store, uint32_t space, struct fy_slice key)
{
    size_t low = 0, high = store->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare(&store->rows[middle], space, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool there(const struct log_store *store, size_t at, uint32_t space, struct fy_slice key)
{
    return at < store->count && compare(&store->rows[at], space, key) == 0;
}

static enum fy_status died(struct log *log, const char *tried, struct fy_err *err)
{
    log_kill(log);
    return fy_fail(err, FY_FATAL, "store %s: the process is gone", tried);
}

static enum fy_status store_get(struct fy_store *base,
    uint32_t space,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_value,
    struct fy_err *err)
{
    struct log_store *store = (struct log_store *)base;
    struct fy_slice value = {0};
    size_t at;

    if (log_fault_at(store->log, LOG_STORE_GET) >= LOG_DIE)
        return died(store->log, "get", err);
    at = find(store, space, key);
    if (there(store, at, space, key)) {
        value = fy_arena_copy(arena, store->rows[at].value);
        if (value.data == NULL)
            return fy_fail(err, FY_FATAL, "a value does not fit the turn's arena");
    }
    *ret_value = value;
    return FY_OK;
}

static enum fy_status store_scan(struct fy_store *base,
    uint32_t space,
    struct fy_slice from,
    fy_store_visit *visit,
    void *context,
    struct fy_err *err)
{
    struct log_store *store = (struct log_store *)base;

    if (log_fault_at(store->log, LOG_STORE_SCAN) >= LOG_DIE)
        return died(store->log, "scan", err);
    for (size_t at = find(store, space, from); at < store->count && store->rows[at].space == space;
         at++) {
        if (!visit(store->rows[at].key, store->rows[at].value, context))
            break;
    }
    return FY_OK;
}

static enum fy_status store_wipe(struct fy_store *base, uint32_t space, struct fy_err *err)
{
    struct log_store *store = (struct log_store *)base;
    enum log_fault fault = log_fault_at(store->log, LOG_STORE_WIPE);
    size_t kept = 0;

    if (fault == LOG_DIE)
        return died(store->log, "wipe", err);
    for (size_t at = 0; at < store->count; at++) {
        if (store->rows[at].space == space)
            row_free(&store->rows[at]);
        else
            store->rows[kept++] = store->rows[at];
    }
    store->count = kept;
    return fault == LOG_DIE_AFTER ? died(store->log, "wipe", err) : FY_OK;
}

static struct fy_store_batch *store_batch_new(struct fy_store *base)
{
    struct log_store_batch *batch = log_alloc(1, sizeof(*batch));

    batch->batch.store = base;
    return &batch->batch;
}

static void batch_clear(struct log_store_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++)
        row_free(&batch->rows[i]);
    batch->count = 0;
}

static void store_batch_free(struct fy_store_batch *base)
{
    struct log_store_batch *batch = (struct log_store_batch *)base;

    batch_clear(batch);
    free(batch->rows);
    free(batch);
}

static void store_batch_put(
    struct fy_store_batch *base, uint32_t space, struct fy_slice key, struct fy_slice value)
{
    struct log_store_batch *batch = (struct log_store_batch *)base;

    row_add(&batch->rows, &batch->count, &batch->count_max);
    batch->rows[batch->count - 1] = (struct row){space, keep(key), keep(value)};
}

static void store_batch_delete(struct fy_store_batch *base, uint32_t space, struct fy_slice key)
{
    struct log_store_batch *batch = (struct log_store_batch *)base;

    row_add(&batch->rows, &batch->count, &batch->count_max);
    batch->rows[batch->count - 1] = (struct row){space, keep(key), {0}};
}

static void apply(struct log_store *store, const struct row *change)
{
    size_t at = find(store, change->space, change->key);
    bool found = there(store, at, change->space, change->key);

    if (change->value.data == NULL) {
        if (!found)
            return;
        row_free(&store->rows[at]);
        memmove(
            &store->rows[at], &store->rows[at + 1], (store->count - at - 1) * sizeof(*store->rows));
        store->count--;
        return;
    }
    if (found) {
        free((void *)store->rows[at].value.data);
        store->rows[at].value = keep(change->value);
        return;
    }
    row_add(&store->rows, &store->count, &store->count_max);
    memmove(&store->rows[at + 1], &store->rows[at], (store->count - at - 1) * sizeof(*store->rows));
    store->rows[at] = (struct row){change->space, keep(change->key), keep(change->value)};
}

static enum fy_status store_batch_write(struct fy_store_batch *base, struct fy_err *err)
{
    struct log_store_batch *batch = (struct log_store_batch *)base;
    struct log_store *store = (struct log_store *)base->store;
    enum log_fault fault = log_fault_at(store->log, LOG_STORE_WRITE);

    if (fault != LOG_DIE) {
        for (size_t i = 0; i < batch->count; i++)
            apply(store, &batch->rows[i]);
    }
    batch_clear(batch);
    if (fault == LOG_DIE || fault == LOG_DIE_AFTER)
        return died(store->log, "write", err);
    return FY_OK;
}

/* --- Runs: a batch that insists on its order ------------------------------------------------- */

static enum fy_status store_run_new(
    struct fy_store *base, struct fy_store_run **ret_run, struct fy_err *err)
{
    struct log_store_run *run = log_alloc(1, sizeof(*run));

    (void)err;
    run->run.store = base;
    run->batch = store_batch_new(base);
    *ret_run = &run->run;
    return FY_OK;
}

static enum fy_status store_run_put(struct fy_store_run *base,
    uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    struct log_store_run *run = (struct log_store_run *)base;
    const struct log_store_batch *batch = (const struct log_store_batch *)run->batch;

    if (batch->count > 0 && compare(&batch->rows[batch->count - 1], space, key) >= 0)
        return fy_fail(err, FY_FATAL, "rows of a run are not in order");
    if (value.data != NULL)
        store_batch_put(run->batch, space, key, value);
    else
        store_batch_delete(run->batch, space, key);
    return FY_OK;
}

static void store_run_drop(struct fy_store_run *base)
{
    struct log_store_run *run = (struct log_store_run *)base;

    store_batch_free(run->batch);
    free(run);
}

static enum fy_status store_run_end(struct fy_store_run *base, struct fy_err *err)
{
    enum fy_status status = store_batch_write(((struct log_store_run *)base)->batch, err);

    store_run_drop(base);
    return status;
}

static void store_close(struct fy_store *base)
{
    struct log_store *store = (struct log_store *)base;

    for (size_t i = 0; i < store->count; i++)
        row_free(&store->rows[i]);
    free(store->rows);
    free(store);
}

static const struct fy_store_ops store_ops = {
    .get = store_get,
    .scan = store_scan,
    .wipe = store_wipe,
    .batch_new = store_batch_new,
    .batch_free = store_batch_free,
    .batch_put = store_batch_put,
    .batch_delete = store_batch_delete,
    .batch_write = store_batch_write,
    .run_new = store_run_new,
    .run_put = store_run_put,
    .run_end = store_run_end,
    .run_drop = store_run_drop,
    .close = store_close,
};

struct fy_store *log_store_new(struct log *log)
{
    struct log_store *store = log_alloc(1, sizeof(*store));

    store->store.ops = &store_ops;
    store->log = log;
    return &store->store;
}

struct fy_store *log_store_copy(const struct fy_store *base)
{
    const struct log_store *store = (const struct log_store *)base;
    struct log_store *copy = (struct log_store *)log_store_new(store->log);

    for (size_t i = 0; i < store->count; i++) {
        const struct row *row = &store->rows[i];

        row_add(&copy->rows, &copy->count, &copy->count_max);
        copy->rows[i] = (struct row){row->space, keep(row->key), keep(row->value)};
    }
    return &copy->store;
}

size_t log_store_rows(const struct fy_store *base)
{
    return ((const struct log_store *)base)->count;
}
