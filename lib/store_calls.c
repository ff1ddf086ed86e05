#include "lib/store.h"

#include <assert.h>

/* Whichever store it is. */

void fy_store_close(struct fy_store *store)
{
    if (store != NULL)
        store->ops->close(store);
}

enum fy_status fy_store_get(struct fy_store *store,
    uint32_t space,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_value,
    struct fy_err *err)
{
    assert(space <= FY_STORE_SPACE_MAX);
    return store->ops->get(store, space, key, arena, ret_value, err);
}

enum fy_status fy_store_get_many(struct fy_store *store,
    const struct fy_store_key *keys,
    size_t count,
    struct fy_arena *arena,
    fy_store_found *found,
    void *context,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (store->ops->get_many != NULL)
        return store->ops->get_many(store, keys, count, arena, found, context, err);
    for (size_t i = 0; i < count && status == FY_OK; i++) {
        struct fy_slice value;

        status = fy_store_get(store, keys[i].space, keys[i].key, arena, &value, err);
        if (status == FY_OK)
            status = found(&keys[i], value, context, err);
    }
    return status;
}

enum fy_status fy_store_scan(struct fy_store *store,
    uint32_t space,
    struct fy_slice from,
    bool (*visit)(struct fy_slice key, struct fy_slice value, void *context),
    void *context,
    struct fy_err *err)
{
    assert(space <= FY_STORE_SPACE_MAX);
    return store->ops->scan(store, space, from, visit, context, err);
}

struct fy_store_batch *fy_store_batch_new(struct fy_store *store)
{
    return store->ops->batch_new(store);
}

void fy_store_batch_free(struct fy_store_batch *batch)
{
    if (batch != NULL)
        batch->store->ops->batch_free(batch);
}

void fy_store_batch_put(
    struct fy_store_batch *batch, uint32_t space, struct fy_slice key, struct fy_slice value)
{
    assert(space <= FY_STORE_SPACE_MAX);
    batch->store->ops->batch_put(batch, space, key, value);
}

void fy_store_batch_delete(struct fy_store_batch *batch, uint32_t space, struct fy_slice key)
{
    assert(space <= FY_STORE_SPACE_MAX);
    batch->store->ops->batch_delete(batch, space, key);
}

enum fy_status fy_store_batch_write(struct fy_store_batch *batch, struct fy_err *err)
{
    return batch->store->ops->batch_write(batch, err);
}

enum fy_status fy_store_run_new(
    struct fy_store *store, struct fy_store_run **ret_run, struct fy_err *err)
{
    return store->ops->run_new(store, ret_run, err);
}

enum fy_status fy_store_run_put(struct fy_store_run *run,
    uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    assert(space <= FY_STORE_SPACE_MAX);
    return run->store->ops->run_put(run, space, key, value, err);
}

enum fy_status fy_store_run_end(struct fy_store_run *run, struct fy_err *err)
{
    return run->store->ops->run_end(run, err);
}

void fy_store_run_drop(struct fy_store_run *run)
{
    if (run != NULL)
        run->store->ops->run_drop(run);
}

enum fy_status fy_store_wipe(struct fy_store *store, uint32_t space, struct fy_err *err)
{
    assert(space <= FY_STORE_SPACE_MAX);
    return store->ops->wipe(store, space, err);
}

enum fy_status fy_store_erase(struct fy_store *store, uint32_t space, struct fy_err *err)
{
    assert(space <= FY_STORE_SPACE_MAX);
    return store->ops->erase != NULL ? store->ops->erase(store, space, err) : FY_OK;
}

int64_t fy_store_rows_about(struct fy_store *store)
{
    return store->ops->rows_about != NULL ? store->ops->rows_about(store) : -1;
}
