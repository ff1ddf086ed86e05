/*
 * task_standby.h - keeps the rows of partitions that others work on up to date on this disk, so
 * that taking one over means replaying a tail.
 *
 * It follows the changelogs of all partitions that nobody in this process has leased, writes rows
 * and "replay from here" as restoring does, and leaves a partition as soon as a worker wants it.
 * What it holds is old when for half of delete.retention.ms it has not been at the end of the
 * changelog: then tombstones may have gone that it never saw, and it begins again with nothing.
 *
 * Errors:  FY_FATAL: the store. A log that does not answer is asked again.
 * Threads: one owner; it shares the store and its leases.
 * Source:  Kafka Streams' num.standby.replicas.
 */
#ifndef FY_TASK_STANDBY_H
#define FY_TASK_STANDBY_H

#include "lib/task.h"

struct fy_standby;

struct fy_standby_io {
    /* A plain source, made when there is something to follow. */
    enum fy_status (*source_new)(void *context, struct fy_source **ret_source, struct fy_err *err);
    void *source_context;
    struct fy_store *store;
    struct fy_spaces *spaces;
    struct fy_clock *clock;
    int64_t (*mono_us)(void); /* Measures work, to rest from it; NULL: no rest, for tests. */
};

enum fy_status fy_standby_new(const struct fy_processor *processor,
    const struct fy_standby_io *io,
    struct fy_standby **ret_standby,
    struct fy_err *err) FY_MUST_CHECK;

/* Some records, at most a quarter of a processor; waits up to wait_ms when there are none. */
enum fy_status fy_standby_run_once(
    struct fy_standby *standby, int wait_ms, struct fy_err *err) FY_MUST_CHECK;

/* Partitions it follows, and how many of them are at their ends. */
int fy_standby_count(const struct fy_standby *standby, int *ret_warm);

/* Gives back what it holds. NULL is fine. */
void fy_standby_free(struct fy_standby *standby);

#endif
