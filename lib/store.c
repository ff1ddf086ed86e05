#include "lib/store_rocks.h"

#include "lib/folder.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    STACK_KEY_BYTES = 512, /* Longer keys than this are rare, and go into the arena. */
    OPEN_FILES_MAX = 256,  /* A task's store has tens of files; descriptors are shared with HTTP. */
    BLOOM_BITS = 10,       /* 1 % of look-ups of absent keys read a block. */
    BLOCK_BYTES = 8 * 1024,
    META_BLOCK_BYTES = 4 * 1024, /* Of indexes and filters: the cache takes what is used of them. */
    WRITE_BUFFER_BYTES_MIN = 1024 * 1024,
    YOUNG_FILES = 8, /* Merged at once: each merge writes all rows of its level anew. */
    CACHE_BYTES_MIN = 8 * 1024 * 1024,
    PATH_BYTES_MAX = 4096,
    LOG_WARN = 2,           /* RocksDB's own LOG file: warnings and worse. */
    COMPACT_LOWEST_TOO = 2, /* BottommostLevelCompaction::kForce, which C has no name for. */
};

struct rocks_batch {
    struct fy_store_batch batch;
    rocksdb_writebatch_t *writes;
    char *key; /* Room to put a space in front of a key. */
    size_t key_bytes_max;
    bool no_memory;
};

static const struct fy_store_ops rocks_ops;

/* --- Corruption: marked when met, wiped by the next open ------------------------------------- */

static bool marker_path(const char *path, char *ret_path)
{
    int length = snprintf(ret_path, PATH_BYTES_MAX, "%s/CORRUPT", path);

    return length > 0 && length < PATH_BYTES_MAX;
}

enum fy_status rocks_fail(struct rocks *store, const char *tried, char *reason, struct fy_err *err)
{
    char marker[PATH_BYTES_MAX];
    enum fy_status status;

    if (strncmp(reason, "Corruption", strlen("Corruption")) == 0 &&
        marker_path(store->path, marker)) {
        int fd = open(marker, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

        if (fd >= 0)
            (void)close(fd);
    }
    status = fy_fail(err, FY_FATAL, "could not %s store \"%s\": %s", tried, store->path, reason);
    rocksdb_free(reason);
    return status;
}

/* --- Open and close -------------------------------------------------------------------------- */

static void rocks_close(struct fy_store *base)
{
    struct rocks *store = (struct rocks *)base;

    if (store->family != NULL)
        rocksdb_column_family_handle_destroy(store->family);
    if (store->db != NULL)
        rocksdb_close(store->db);
    if (store->write != NULL)
        rocksdb_writeoptions_destroy(store->write);
    if (store->read != NULL)
        rocksdb_readoptions_destroy(store->read);
    if (store->options != NULL)
        rocksdb_options_destroy(store->options);
    if (store->table != NULL)
        rocksdb_block_based_options_destroy(store->table);
    if (store->cache != NULL)
        rocksdb_cache_destroy(store->cache);
    free(store->path);
    free(store);
}

/*
 * One part: RocksDB would cut a small cache into dozens, in none of which a block of 500 KB has
 * room, to spare many threads a lock that two threads hardly meet at.
 */
static rocksdb_cache_t *cache_new(size_t bytes)
{
    rocksdb_lru_cache_options_t *options = rocksdb_lru_cache_options_create();
    rocksdb_cache_t *cache;

    rocksdb_lru_cache_options_set_capacity(options, bytes);
    rocksdb_lru_cache_options_set_num_shard_bits(options, 0);
    cache = rocksdb_cache_create_lru_opts(options);
    rocksdb_lru_cache_options_destroy(options);
    return cache;
}

/*
 * A quarter of the memory for write buffers (two of half that), the rest for blocks, with index and
 * filter blocks in the same cache, so that nothing is outside the bound. The C API of 7.8 cannot
 * charge the one to the other.
 */
static void options_set(struct rocks *store, size_t cache_bytes)
{
    size_t buffers_bytes = cache_bytes / 4;
    size_t buffer_bytes = buffers_bytes / 2;

    if (buffer_bytes < WRITE_BUFFER_BYTES_MIN)
        buffer_bytes = WRITE_BUFFER_BYTES_MIN;

    store->cache = cache_new(cache_bytes - buffers_bytes);
    store->table = rocksdb_block_based_options_create();
    rocksdb_block_based_options_set_block_cache(store->table, store->cache);
    rocksdb_block_based_options_set_cache_index_and_filter_blocks(store->table, 1);
    rocksdb_block_based_options_set_index_type(
        store->table, rocksdb_block_based_table_index_type_two_level_index_search);
    rocksdb_block_based_options_set_partition_filters(store->table, 1);
    rocksdb_block_based_options_set_metadata_block_size(store->table, META_BLOCK_BYTES);
    rocksdb_block_based_options_set_pin_top_level_index_and_filter(store->table, 1);
    rocksdb_block_based_options_set_block_size(store->table, BLOCK_BYTES);
    rocksdb_block_based_options_set_filter_policy(
        store->table, rocksdb_filterpolicy_create_bloom_full(BLOOM_BITS));

    store->options = rocksdb_options_create();
    rocksdb_options_set_create_if_missing(store->options, 1);
    rocksdb_options_set_block_based_table_factory(store->options, store->table);
    rocksdb_options_set_write_buffer_size(store->options, buffer_bytes);
    rocksdb_options_set_db_write_buffer_size(store->options, buffers_bytes);
    rocksdb_options_set_max_write_buffer_number(store->options, 2);
    rocksdb_options_set_max_total_wal_size(store->options, buffers_bytes);
    rocksdb_options_set_max_open_files(store->options, OPEN_FILES_MAX);
    rocksdb_options_set_max_background_jobs(store->options, 2);
    rocksdb_options_set_level0_file_num_compaction_trigger(store->options, YOUNG_FILES);
    rocksdb_options_set_compression(store->options, rocksdb_lz4_compression);
    rocksdb_options_set_info_log_level(store->options, LOG_WARN);
    rocksdb_options_set_keep_log_file_num(store->options, 2);
    rocksdb_options_set_stats_dump_period_sec(store->options, 0);
    rocksdb_options_set_stats_persist_period_sec(store->options, 0);

    store->read = rocksdb_readoptions_create();
    store->write = rocksdb_writeoptions_create();
    rocksdb_writeoptions_set_sync(store->write, 0);
}

static char *open_default(struct rocks *store)
{
    const char *names[] = {"default"};
    const rocksdb_options_t *options[] = {store->options};
    char *reason = NULL;

    store->db = rocksdb_open_column_families(
        store->options, store->path, 1, names, options, &store->family, &reason);
    return reason;
}

/* Only what RocksDB itself calls corrupt: a lock held by another process must not cost the rows. */
static enum fy_status db_open(struct rocks *store, struct fy_err *err)
{
    char marker[PATH_BYTES_MAX];
    char *reason = NULL;
    bool corrupt = marker_path(store->path, marker) && access(marker, F_OK) == 0;

    if (!corrupt) {
        reason = open_default(store);
        if (reason == NULL) {
            rocks_runs_unlink(store->path); /* The lock is ours: nobody is writing one. */
            return FY_OK;
        }
        if (strncmp(reason, "Corruption", strlen("Corruption")) != 0)
            return rocks_fail(store, "open", reason, err);
        rocksdb_free(reason);
        reason = NULL;
    }

    rocksdb_destroy_db(store->options, store->path, &reason);
    if (reason != NULL)
        return rocks_fail(store, "wipe", reason, err);
    (void)unlink(marker);

    reason = open_default(store);
    if (reason != NULL)
        return rocks_fail(store, "open", reason, err);
    return FY_OK;
}

enum fy_status fy_store_open(
    const char *path, size_t cache_bytes, struct fy_store **ret_store, struct fy_err *err)
{
    struct rocks *store = calloc(1, sizeof(*store));
    enum fy_status status;

    if (store == NULL)
        return fy_fail(err, FY_FATAL, "no memory for store \"%s\"", path);
    store->store.ops = &rocks_ops;
    store->path = strdup(path);
    if (store->path == NULL) {
        free(store);
        return fy_fail(err, FY_FATAL, "no memory for store \"%s\"", path);
    }
    options_set(store, cache_bytes < CACHE_BYTES_MIN ? CACHE_BYTES_MIN : cache_bytes);

    status = fy_folder_make(path, err);
    if (status == FY_OK)
        status = db_open(store, err);
    if (status != FY_OK) {
        rocks_close(&store->store);
        return status;
    }
    *ret_store = &store->store;
    return FY_OK;
}

/* All files stay open: what the other process deletes meanwhile can still be read. */
enum fy_status fy_store_look(
    const char *path, const char *own_path, struct fy_store **ret_store, struct fy_err *err)
{
    struct rocks *store = calloc(1, sizeof(*store));
    char *reason = NULL;
    enum fy_status status;

    if (store == NULL)
        return fy_fail(err, FY_FATAL, "no memory for store \"%s\"", path);
    store->store.ops = &rocks_ops;
    store->path = strdup(own_path); /* What is found corrupt is not ours to mark. */
    options_set(store, CACHE_BYTES_MIN);
    rocksdb_options_set_create_if_missing(store->options, 0);
    rocksdb_options_set_max_open_files(store->options, -1);
    if (store->path == NULL)
        status = fy_fail(err, FY_FATAL, "no memory for store \"%s\"", path);
    else
        status = fy_folder_make(own_path, err);
    if (status == FY_OK) {
        store->db = rocksdb_open_as_secondary(store->options, path, own_path, &reason);
        if (reason != NULL) {
            status = fy_fail(err, FY_FATAL, "could not look into store \"%s\": %s", path, reason);
            rocksdb_free(reason);
        }
    }
    if (status != FY_OK) {
        rocks_close(&store->store);
        return status;
    }
    *ret_store = &store->store;
    return FY_OK;
}

enum fy_status fy_store_destroy(const char *path, struct fy_err *err)
{
    rocksdb_options_t *options = rocksdb_options_create();
    char *reason = NULL;
    enum fy_status status = FY_OK;

    rocksdb_destroy_db(options, path, &reason);
    rocksdb_options_destroy(options);
    if (reason != NULL)
        status = fy_fail(err, FY_FATAL, "could not delete store \"%s\": %s", path, reason);
    rocksdb_free(reason);
    return status;
}

/* --- Reading --------------------------------------------------------------------------------- */

static enum fy_status rocks_get(struct fy_store *base,
    uint32_t space,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_value,
    struct fy_err *err)
{
    struct rocks *store = (struct rocks *)base;
    char on_stack[SPACE_BYTES + STACK_KEY_BYTES];
    char *full = on_stack;
    char *reason = NULL;
    rocksdb_pinnableslice_t *found;
    struct fy_slice value = {0};

    if (key.size > STACK_KEY_BYTES) {
        full = fy_arena_alloc(arena, SPACE_BYTES + key.size);
        if (full == NULL)
            return fy_fail(
                err, FY_FATAL, "a key of %zu bytes does not fit the turn's arena", key.size);
    }
    rocks_space_write(full, space);
    if (key.size > 0)
        memcpy(full + SPACE_BYTES, key.data, key.size);

    found = rocksdb_get_pinned(store->db, store->read, full, SPACE_BYTES + key.size, &reason);
    if (reason != NULL)
        return rocks_fail(store, "read", reason, err);
    if (found != NULL) {
        value.data = (const uint8_t *)rocksdb_pinnableslice_value(found, &value.size);
        value = fy_arena_copy(arena, value);
        rocksdb_pinnableslice_destroy(found);
        if (value.data == NULL)
            return fy_fail(err, FY_FATAL, "a value of store \"%s\" does not fit the turn's arena",
                store->path);
    }
    *ret_value = value;
    return FY_OK;
}

static enum fy_status rocks_scan(struct fy_store *base,
    uint32_t space,
    struct fy_slice from,
    fy_store_visit *visit,
    void *context,
    struct fy_err *err)
{
    struct rocks *store = (struct rocks *)base;
    rocksdb_readoptions_t *read = rocksdb_readoptions_create();
    rocksdb_iterator_t *rows;
    char upper[SPACE_BYTES];
    char *lower = malloc(SPACE_BYTES + from.size);
    char *reason = NULL;

    if (lower == NULL) {
        rocksdb_readoptions_destroy(read);
        return fy_fail(err, FY_FATAL, "no memory to scan store \"%s\"", store->path);
    }
    rocks_space_write(lower, space);
    rocks_space_write(upper, space + 1);
    if (from.size > 0)
        memcpy(lower + SPACE_BYTES, from.data, from.size);

    rocksdb_readoptions_set_iterate_lower_bound(read, lower, SPACE_BYTES + from.size);
    rocksdb_readoptions_set_iterate_upper_bound(read, upper, SPACE_BYTES);
    rows = rocksdb_create_iterator(store->db, read);

    for (rocksdb_iter_seek_to_first(rows); rocksdb_iter_valid(rows); rocksdb_iter_next(rows)) {
        struct fy_slice key, value;

        key.data = (const uint8_t *)rocksdb_iter_key(rows, &key.size);
        value.data = (const uint8_t *)rocksdb_iter_value(rows, &value.size);
        assert(key.size >= SPACE_BYTES);
        key.data += SPACE_BYTES;
        key.size -= SPACE_BYTES;
        if (!visit(key, value, context))
            break;
    }
    rocksdb_iter_get_error(rows, &reason);
    rocksdb_iter_destroy(rows);
    rocksdb_readoptions_destroy(read);
    free(lower);
    if (reason != NULL)
        return rocks_fail(store, "scan", reason, err);
    return FY_OK;
}

/* --- Writing --------------------------------------------------------------------------------- */

static struct fy_store_batch *rocks_batch_new(struct fy_store *base)
{
    struct rocks_batch *batch = calloc(1, sizeof(*batch));

    if (batch == NULL)
        return NULL;
    batch->batch.store = base;
    batch->writes = rocksdb_writebatch_create();
    return &batch->batch;
}

static void rocks_batch_free(struct fy_store_batch *base)
{
    struct rocks_batch *batch = (struct rocks_batch *)base;

    rocksdb_writebatch_destroy(batch->writes);
    free(batch->key);
    free(batch);
}

/* False when there is no memory: then the whole batch fails, in write, where failing is possible.
 */
static bool batch_key(struct rocks_batch *batch, uint32_t space, struct fy_slice key)
{
    if (!rocks_key_reserve(&batch->key, &batch->key_bytes_max, SPACE_BYTES + key.size)) {
        batch->no_memory = true;
        return false;
    }
    rocks_key_write(batch->key, space, key);
    return true;
}

static void rocks_batch_put(
    struct fy_store_batch *base, uint32_t space, struct fy_slice key, struct fy_slice value)
{
    struct rocks_batch *batch = (struct rocks_batch *)base;
    const char *bytes = value.data != NULL ? (const char *)value.data : "";

    if (batch_key(batch, space, key))
        rocksdb_writebatch_put(
            batch->writes, batch->key, SPACE_BYTES + key.size, bytes, value.size);
}

static void rocks_batch_delete(struct fy_store_batch *base, uint32_t space, struct fy_slice key)
{
    struct rocks_batch *batch = (struct rocks_batch *)base;

    if (batch_key(batch, space, key))
        rocksdb_writebatch_delete(batch->writes, batch->key, SPACE_BYTES + key.size);
}

static enum fy_status rocks_batch_write(struct fy_store_batch *base, struct fy_err *err)
{
    struct rocks_batch *batch = (struct rocks_batch *)base;
    struct rocks *store = (struct rocks *)base->store;
    char *reason = NULL;
    bool no_memory = batch->no_memory;

    if (!no_memory)
        rocksdb_write(store->db, store->write, batch->writes, &reason);
    rocksdb_writebatch_clear(batch->writes);
    batch->no_memory = false;

    if (no_memory)
        return fy_fail(err, FY_FATAL, "no memory for a batch of store \"%s\"", store->path);
    if (reason != NULL)
        return rocks_fail(store, "write", reason, err);
    return FY_OK;
}

/* One range tombstone: wiping is rare (a lost disk, a stale standby), and compaction takes it away.
 */
static enum fy_status rocks_wipe(struct fy_store *base, uint32_t space, struct fy_err *err)
{
    struct rocks *store = (struct rocks *)base;
    rocksdb_writebatch_t *writes = rocksdb_writebatch_create();
    char lower[SPACE_BYTES], upper[SPACE_BYTES];
    char *reason = NULL;

    rocks_space_write(lower, space);
    rocks_space_write(upper, space + 1);
    rocksdb_writebatch_delete_range(writes, lower, SPACE_BYTES, upper, SPACE_BYTES);
    rocksdb_write(store->db, store->write, writes, &reason);
    rocksdb_writebatch_destroy(writes);
    if (reason != NULL)
        return rocks_fail(store, "wipe a space of", reason, err);
    return FY_OK;
}

/*
 * The flush ends the log of writes that has the row's bytes; the compaction rewrites every table of
 * the space, the lowest too, which it would leave alone as it is.
 */
static enum fy_status rocks_erase(struct fy_store *base, uint32_t space, struct fy_err *err)
{
    struct rocks *store = (struct rocks *)base;
    rocksdb_flushoptions_t *flush = rocksdb_flushoptions_create();
    rocksdb_compactoptions_t *compact = rocksdb_compactoptions_create();
    char lower[SPACE_BYTES], upper[SPACE_BYTES];
    char *reason = NULL;

    rocksdb_flushoptions_set_wait(flush, 1);
    rocksdb_flush(store->db, flush, &reason);
    rocksdb_flushoptions_destroy(flush);
    if (reason == NULL) {
        rocks_space_write(lower, space);
        rocks_space_write(upper, space + 1);
        rocksdb_compactoptions_set_exclusive_manual_compaction(compact, 0);
        rocksdb_compactoptions_set_bottommost_level_compaction(compact, COMPACT_LOWEST_TOO);
        rocksdb_compact_range_opt(store->db, compact, lower, SPACE_BYTES, upper, SPACE_BYTES);
    }
    rocksdb_compactoptions_destroy(compact);
    if (reason != NULL)
        return rocks_fail(store, "flush", reason, err);
    return FY_OK;
}

static int64_t rocks_rows_about(struct fy_store *base)
{
    struct rocks *store = (struct rocks *)base;
    uint64_t rows = 0;

    if (rocksdb_property_int(store->db, "rocksdb.estimate-num-keys", &rows) != 0)
        return -1;
    return (int64_t)rows;
}

static const struct fy_store_ops rocks_ops = {
    .get = rocks_get,
    .get_many = rocks_get_many,
    .scan = rocks_scan,
    .wipe = rocks_wipe,
    .batch_new = rocks_batch_new,
    .batch_free = rocks_batch_free,
    .batch_put = rocks_batch_put,
    .batch_delete = rocks_batch_delete,
    .batch_write = rocks_batch_write,
    .run_new = rocks_run_new,
    .run_put = rocks_run_put,
    .run_end = rocks_run_end,
    .run_drop = rocks_run_drop,
    .erase = rocks_erase,
    .rows_about = rocks_rows_about,
    .close = rocks_close,
};
