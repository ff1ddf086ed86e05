#include "lib/store_rocks.h"

#include <assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RUN_NAME "run-" /* And a number: a file that is not RocksDB's yet. */

struct rocks_run {
    struct fy_store_run run;
    rocksdb_envoptions_t *env;
    rocksdb_sstfilewriter_t *writer;
    char *path;
    char *key; /* Room to put a space in front of a key. */
    size_t key_bytes_max;
    bool any;
};

void rocks_space_write(char *to, uint32_t space)
{
    assert(space <= (uint32_t)FY_STORE_SPACE_MAX + 1);
    to[0] = (char)(space >> 24);
    to[1] = (char)(space >> 16);
    to[2] = (char)(space >> 8);
    to[3] = (char)space;
}

bool rocks_key_reserve(char **buffer, size_t *bytes_max, size_t size)
{
    char *grown;

    if (size <= *bytes_max)
        return true;
    grown = realloc(*buffer, size * 2);
    if (grown == NULL)
        return false;
    *buffer = grown;
    *bytes_max = size * 2;
    return true;
}

void rocks_key_write(char *to, uint32_t space, struct fy_slice key)
{
    rocks_space_write(to, space);
    if (key.size > 0)
        memcpy(to + SPACE_BYTES, key.data, key.size);
}

void rocks_runs_unlink(const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;

    if (folder == NULL)
        return; /* Opening the store says why. */
    while ((entry = readdir(folder)) != NULL) {
        if (strncmp(entry->d_name, RUN_NAME, strlen(RUN_NAME)) == 0)
            (void)unlinkat(dirfd(folder), entry->d_name, 0);
    }
    (void)closedir(folder);
}

static void run_free(struct rocks_run *run)
{
    if (run->writer != NULL)
        rocksdb_sstfilewriter_destroy(run->writer);
    if (run->env != NULL)
        rocksdb_envoptions_destroy(run->env);
    free(run->path);
    free(run->key);
    free(run);
}

static enum fy_status run_fail(struct rocks_run *run, char *reason, struct fy_err *err)
{
    return rocks_fail((struct rocks *)run->run.store, "write a run of", reason, err);
}

enum fy_status rocks_run_new(
    struct fy_store *base, struct fy_store_run **ret_run, struct fy_err *err)
{
    struct rocks *store = (struct rocks *)base;
    struct rocks_run *run = calloc(1, sizeof(*run));
    unsigned number = atomic_fetch_add(&store->runs, 1);
    char *reason = NULL;
    enum fy_status status;

    if (run == NULL)
        return fy_fail(err, FY_FATAL, "no memory for a run of store \"%s\"", store->path);
    run->run.store = base;
    run->env = rocksdb_envoptions_create();
    run->writer = rocksdb_sstfilewriter_create(run->env, store->options);
    if (asprintf(&run->path, "%s/" RUN_NAME "%u", store->path, number) < 0) {
        run->path = NULL;
        run_free(run);
        return fy_fail(err, FY_FATAL, "no memory for a run of store \"%s\"", store->path);
    }
    rocksdb_sstfilewriter_open(run->writer, run->path, &reason);
    if (reason != NULL) {
        status = run_fail(run, reason, err);
        run_free(run);
        return status;
    }
    *ret_run = &run->run;
    return FY_OK;
}

enum fy_status rocks_run_put(struct fy_store_run *base,
    uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    struct rocks_run *run = (struct rocks_run *)base;
    size_t size = SPACE_BYTES + key.size;
    char *reason = NULL;

    if (!rocks_key_reserve(&run->key, &run->key_bytes_max, size))
        return fy_fail(err, FY_FATAL, "no memory for a key of %zu bytes", key.size);
    rocks_key_write(run->key, space, key);
    if (value.data != NULL) {
        rocksdb_sstfilewriter_put(
            run->writer, run->key, size, (const char *)value.data, value.size, &reason);
    } else {
        rocksdb_sstfilewriter_delete(run->writer, run->key, size, &reason);
    }
    run->any = true;
    return reason == NULL ? FY_OK : run_fail(run, reason, err);
}

void rocks_run_drop(struct fy_store_run *base)
{
    struct rocks_run *run = (struct rocks_run *)base;

    (void)unlink(run->path);
    run_free(run);
}

/*
 * The file is synced, then named by RocksDB's manifest: that one record is the whole change. What
 * was written in batches before is synced first: a host that dies must not keep a run, whose number
 * says that all before it is there, and lose those.
 */
enum fy_status rocks_run_end(struct fy_store_run *base, struct fy_err *err)
{
    struct rocks_run *run = (struct rocks_run *)base;
    struct rocks *store = (struct rocks *)base->store;
    rocksdb_ingestexternalfileoptions_t *options;
    const char *files[] = {run->path};
    char *reason = NULL;
    enum fy_status status = FY_OK;

    if (run->any)
        rocksdb_sstfilewriter_finish(run->writer, &reason);
    if (run->any && reason == NULL)
        rocksdb_flush_wal(store->db, 1, &reason);
    if (run->any && reason == NULL) {
        options = rocksdb_ingestexternalfileoptions_create();
        rocksdb_ingestexternalfileoptions_set_move_files(options, 1);
        rocksdb_ingest_external_file(store->db, files, 1, options, &reason);
        rocksdb_ingestexternalfileoptions_destroy(options);
    }
    if (reason != NULL)
        status = run_fail(run, reason, err);
    rocks_run_drop(base); /* Moved, the file is RocksDB's under another name. */
    return status;
}
