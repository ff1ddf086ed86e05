/*
 * store.h - rows on this machine's disk: a cache of what Kafka holds, never the truth.
 *
 * Shape:   (space, key) -> bytes. A space is one partition of a task, or one table of a follower;
 *          rows of a space are in key order. One RocksDB per process (lib/store.c touches it, no
 *          other file does); the tests put a map in memory behind the same interface.
 * Units:   bytes.
 * Errors:  FY_FATAL only. A store found corrupt is marked, wiped by the next open, and comes back
 *          from Kafka.
 * Memory:  values are copied into the caller's arena. A batch copies what it is given.
 * Threads: any; each space has one writer, and a batch one owner.
 * Source:  RocksDB 7.8 C API. WAL on, no fsync: a killed process loses nothing, a killed host may
 * lose the newest rows, and replays them.
 */
#ifndef FY_STORE_H
#define FY_STORE_H

#include "lib/arena.h"
#include "lib/err.h"

struct fy_store;
struct fy_store_batch;
struct fy_store_run;

enum { FY_STORE_SPACE_MAX = 0x7fffffff }; /* Spaces are 0 .. this. */

typedef bool fy_store_visit(struct fy_slice key, struct fy_slice value, void *context);

struct fy_store_key {
    uint32_t space;
    struct fy_slice key;
};

/* The value is lent for the call; absent: there is none. Anything but FY_OK ends the reading. */
typedef enum fy_status fy_store_found(
    const struct fy_store_key *key, struct fy_slice value, void *context, struct fy_err *err);

struct fy_store_ops {
    enum fy_status (*get)(struct fy_store *store,
        uint32_t space,
        struct fy_slice key,
        struct fy_arena *arena,
        struct fy_slice *ret_value,
        struct fy_err *err);
    enum fy_status (*get_many)(struct fy_store *store,
        const struct fy_store_key *keys,
        size_t count,
        struct fy_arena *arena,
        fy_store_found *found,
        void *context,
        struct fy_err *err); /* NULL: one after the other. */
    enum fy_status (*scan)(struct fy_store *store,
        uint32_t space,
        struct fy_slice from,
        fy_store_visit *visit,
        void *context,
        struct fy_err *err);
    enum fy_status (*wipe)(struct fy_store *store, uint32_t space, struct fy_err *err);
    struct fy_store_batch *(*batch_new)(struct fy_store *store);
    void (*batch_free)(struct fy_store_batch *batch);
    void (*batch_put)(
        struct fy_store_batch *batch, uint32_t space, struct fy_slice key, struct fy_slice value);
    void (*batch_delete)(struct fy_store_batch *batch, uint32_t space, struct fy_slice key);
    enum fy_status (*batch_write)(struct fy_store_batch *batch, struct fy_err *err);
    enum fy_status (*run_new)(
        struct fy_store *store, struct fy_store_run **ret_run, struct fy_err *err);
    enum fy_status (*run_put)(struct fy_store_run *run,
        uint32_t space,
        struct fy_slice key,
        struct fy_slice value,
        struct fy_err *err);
    enum fy_status (*run_end)(struct fy_store_run *run, struct fy_err *err);
    void (*run_drop)(struct fy_store_run *run);
    enum fy_status (*erase)(
        struct fy_store *store, uint32_t space, struct fy_err *err); /* NULL: it has no files. */
    int64_t (*rows_about)(struct fy_store *store);
    void (*close)(struct fy_store *store);
};

/* Implementations put these first in their own structs. */
struct fy_store {
    const struct fy_store_ops *ops;
};

struct fy_store_batch {
    struct fy_store *store;
};

struct fy_store_run {
    struct fy_store *store;
};

/* Opens or creates. `cache_bytes` bounds block cache and write buffers together. */
enum fy_status fy_store_open(const char *path,
    size_t cache_bytes,
    struct fy_store **ret_store,
    struct fy_err *err) FY_MUST_CHECK;
void fy_store_close(struct fy_store *store);

/*
 * Look into a store that another process may have open, as of now; never written. `own_path` is a
 * folder for what RocksDB notes meanwhile.
 */
enum fy_status fy_store_look(const char *path,
    const char *own_path,
    struct fy_store **ret_store,
    struct fy_err *err) FY_MUST_CHECK;

/* Delete a store that nobody has open, its folder too. */
enum fy_status fy_store_destroy(const char *path, struct fy_err *err) FY_MUST_CHECK;

/* Read the value under `key`. A key that is not there is no error: the slice is absent. */
enum fy_status fy_store_get(struct fy_store *store,
    uint32_t space,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Read many keys, in any order, a fifth cheaper than one by one (decision 72); `found` is told of
 * each in that order. The arena has room for the keys, and may be cleared behind the call.
 */
enum fy_status fy_store_get_many(struct fy_store *store,
    const struct fy_store_key *keys,
    size_t count,
    struct fy_arena *arena,
    fy_store_found *found,
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

/* Rows of `space` in key order from `from` (absent: the first) until `visit` says false. */
enum fy_status fy_store_scan(struct fy_store *store,
    uint32_t space,
    struct fy_slice from,
    bool (*visit)(struct fy_slice key, struct fy_slice value, void *context),
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

/* Rows of all spaces, about; -1: the store cannot tell. Quick: for metrics. */
int64_t fy_store_rows_about(struct fy_store *store);

/* All or nothing. write empties the batch, written or not. NULL: no memory. */
struct fy_store_batch *fy_store_batch_new(struct fy_store *store);
void fy_store_batch_free(struct fy_store_batch *batch);
void fy_store_batch_put(
    struct fy_store_batch *batch, uint32_t space, struct fy_slice key, struct fy_slice value);
void fy_store_batch_delete(struct fy_store_batch *batch, uint32_t space, struct fy_slice key);
enum fy_status fy_store_batch_write(struct fy_store_batch *batch, struct fy_err *err) FY_MUST_CHECK;

/*
 * What was deleted of a space before this call is in no file any more when it returns: not in the
 * log of writes, nor in a table that waits to be compacted. Rewrites the space, so it is not for
 * the reactor's thread: call it from a job (lib/jobs.h).
 */
enum fy_status fy_store_erase(
    struct fy_store *store, uint32_t space, struct fy_err *err) FY_MUST_CHECK;

/*
 * Many rows at once, each (space, key) behind the one before: they become a file, which costs a
 * fifth of what batches do. An absent value deletes. Nothing of it is in the store before end,
 * which takes the run and is all or nothing, also when the process is killed in it.
 */
enum fy_status fy_store_run_new(
    struct fy_store *store, struct fy_store_run **ret_run, struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_store_run_put(struct fy_store_run *run,
    uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_store_run_end(struct fy_store_run *run, struct fy_err *err) FY_MUST_CHECK;
void fy_store_run_drop(struct fy_store_run *run);

/* Delete every row of a space. */
enum fy_status fy_store_wipe(
    struct fy_store *store, uint32_t space, struct fy_err *err) FY_MUST_CHECK;

#endif
