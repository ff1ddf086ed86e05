/*
 * follower.h - reads all partitions of some topics into rows of its own, from its own positions.
 *
 * No group, no transaction. Positions are kept with the rows and written in one batch, so a killed
 * follower goes on where its rows are. Not ready until it has reached the end offsets of its start.
 * It runs inside a reactor, in slices of at most 1,000 records or about 5 ms, so that HTTP in the
 * same thread stays quick.
 *
 * Order:   apply for each record of a slice; then `settle`, in which a follower that emits sends
 *          and flushes; then rows and positions are written in one batch; then `applied`.
 * Errors:  apply returns FY_REJECT for a record it cannot read, before it has put anything: skipped
 *          and counted. settle returns FY_ABORT for what may pass: it is called again for the same
 *          slice. FY_FATAL ends the process. A broker that is away is waited for, and rows stay
 *          readable meanwhile. When the log no longer has what comes after our rows, all rows are
 *          dropped and everything is read again, which is logged.
 * Threads: the reactor's.
 */
#ifndef FY_FOLLOWER_H
#define FY_FOLLOWER_H

#include "lib/kafka.h"
#include "lib/reactor.h"
#include "lib/store.h"

struct fy_follower;

struct fy_follower_config {
    const char *name;
    const enum fy_topic *topics;
    int topic_count;
    enum fy_status (*apply)(void *context,
        const struct fy_record *record,
        struct fy_store_batch *rows, /* Put what the record changes. get does not see it yet. */
        struct fy_arena *arena,      /* Lives for the slice. */
        struct fy_err *err);
    enum fy_status (*settle)(void *context,
        struct fy_store_batch *rows,
        struct fy_arena *arena,
        struct fy_err *err);        /* May be NULL. */
    void (*applied)(void *context); /* May be NULL. Rows are visible now: wake who waits. */
    void *context;

    /*
     * What the rows are made for: their layout, and the version of the rules that make them. Kept
     * with them; rows made for anything else are dropped and read again. NULL: nobody says.
     */
    const char *made_for;
    uint32_t space_last; /* Rows are in spaces 1 .. this; 0 means 15. */
    void (*wiped)(
        void *context); /* All rows are gone: forget what was made of them. May be NULL. */
};

/* `source` is a plain source, taken. `store` is borrowed; space 0 of it is the follower's own. */
enum fy_status fy_follower_new(const struct fy_follower_config *config,
    struct fy_source *source,
    struct fy_store *store,
    struct fy_reactor *reactor, /* NULL: nobody polls for us, the caller calls run_slice. */
    struct fy_follower **ret_follower,
    struct fy_err *err) FY_MUST_CHECK;

/* Only when its reactor runs no more. */
void fy_follower_free(struct fy_follower *follower);

/* One slice, waiting up to wait_ms for its first record. */
enum fy_status fy_follower_run_slice(
    struct fy_follower *follower, int wait_ms, struct fy_err *err) FY_MUST_CHECK;

/* True once the end offsets of the start have been reached; never false again. */
bool fy_follower_ready(const struct fy_follower *follower);

/* Offsets still to read until then, for people; -1 while no broker has told. */
int64_t fy_follower_behind(const struct fy_follower *follower);

/* Next offset to read of a partition, as of the newest batch written; -1 when unknown. */
int64_t fy_follower_position(
    const struct fy_follower *follower, enum fy_topic topic, int32_t partition);

/*
 * NULL, or why it has stopped for good. In a reactor it then stops the reactor, and main exits with
 * this: `return fy_serve_exit(failure->status, failure)`.
 */
const struct fy_err *fy_follower_failure(const struct fy_follower *follower);

#endif
