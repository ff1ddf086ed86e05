#include "lib/store_rocks.h"

#include <string.h>

enum { TOGETHER = 64 }; /* Keys in one call: RocksDB sorts them, and takes 32 of them at a time. */

/* What RocksDB answered goes, whatever was done with it. Returns the first thing that was wrong. */
static char *answers_done(rocksdb_pinnableslice_t **values, char **reasons, size_t count)
{
    char *reason = NULL;

    for (size_t i = 0; i < count; i++) {
        if (values[i] != NULL)
            rocksdb_pinnableslice_destroy(values[i]);
        if (reasons[i] != NULL && reason != NULL)
            rocksdb_free(reasons[i]);
        else if (reasons[i] != NULL)
            reason = reasons[i];
    }
    return reason;
}

static enum fy_status get_together(struct rocks *store,
    const struct fy_store_key *keys,
    size_t count,
    struct fy_arena *arena,
    fy_store_found *found,
    void *context,
    struct fy_err *err)
{
    const char *full[TOGETHER];
    size_t sizes[TOGETHER];
    rocksdb_pinnableslice_t *values[TOGETHER] = {0};
    char *reasons[TOGETHER] = {0};
    char *reason;
    enum fy_status status = FY_OK;

    for (size_t i = 0; i < count; i++) {
        char *key = fy_arena_alloc(arena, SPACE_BYTES + keys[i].key.size);

        if (key == NULL)
            return fy_fail(err, FY_FATAL, "%zu keys do not fit the arena", count);
        rocks_key_write(key, keys[i].space, keys[i].key);
        full[i] = key;
        sizes[i] = SPACE_BYTES + keys[i].key.size;
    }
    rocksdb_batched_multi_get_cf(
        store->db, store->read, store->family, count, full, sizes, values, reasons, false);
    for (size_t i = 0; i < count && status == FY_OK; i++) {
        struct fy_slice value = {0};

        if (reasons[i] != NULL)
            break;
        if (values[i] != NULL)
            value.data = (const uint8_t *)rocksdb_pinnableslice_value(values[i], &value.size);
        status = found(&keys[i], value, context, err);
    }
    reason = answers_done(values, reasons, count);
    if (reason == NULL)
        return status;
    if (status == FY_OK)
        return rocks_fail(store, "read", reason, err);
    rocksdb_free(reason);
    return status;
}

enum fy_status rocks_get_many(struct fy_store *base,
    const struct fy_store_key *keys,
    size_t count,
    struct fy_arena *arena,
    fy_store_found *found,
    void *context,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (size_t at = 0; at < count && status == FY_OK; at += TOGETHER) {
        size_t left = count - at;

        status = get_together((struct rocks *)base, keys + at, left < TOGETHER ? left : TOGETHER,
            arena, found, context, err);
    }
    return status;
}
