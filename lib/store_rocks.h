/*
 * store_rocks.h - what the files of the store share. Only lib/store*.c includes this.
 *
 *   store.c        open, read, batches         store_run.c    runs, files that RocksDB takes whole
 *   store_many.c   many keys in one call         store_calls.c  whichever store it is
 */
#ifndef FY_STORE_ROCKS_H
#define FY_STORE_ROCKS_H

#include "lib/store.h"

#include <rocksdb/c.h>
#include <stdatomic.h>

enum { SPACE_BYTES = 4 }; /* Big-endian in front of every key, so that a space is one range. */

struct rocks {
    struct fy_store store;
    char *path;
    rocksdb_t *db;
    rocksdb_column_family_handle_t *family; /* The one there is; NULL in a look into another's. */
    rocksdb_options_t *options;
    rocksdb_block_based_table_options_t *table;
    rocksdb_cache_t *cache;
    rocksdb_readoptions_t *read;
    rocksdb_writeoptions_t *write;
    atomic_uint runs; /* Numbers the files of runs. */
};

/* FY_FATAL, and a store that RocksDB calls corrupt is marked. Takes `reason`. */
enum fy_status rocks_fail(struct rocks *store, const char *tried, char *reason, struct fy_err *err);

/* --- store_many.c ---------------------------------------------------------------------------- */

enum fy_status rocks_get_many(struct fy_store *base,
    const struct fy_store_key *keys,
    size_t count,
    struct fy_arena *arena,
    fy_store_found *found,
    void *context,
    struct fy_err *err);

/* --- store_run.c ----------------------------------------------------------------------------- */

void rocks_space_write(char *to, uint32_t space);
bool rocks_key_reserve(char **buffer, size_t *bytes_max, size_t size); /* False: no memory. */
void rocks_key_write(char *to, uint32_t space, struct fy_slice key);

enum fy_status rocks_run_new(
    struct fy_store *base, struct fy_store_run **ret_run, struct fy_err *err);
enum fy_status rocks_run_put(struct fy_store_run *base,
    uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err);
enum fy_status rocks_run_end(struct fy_store_run *base, struct fy_err *err);
void rocks_run_drop(struct fy_store_run *base);

/* Delete what a killed process had not handed over. The store must be ours. */
void rocks_runs_unlink(const char *path);

#endif
