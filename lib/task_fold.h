/*
 * task_fold.h - rows made anew from the topics that define them, beside those a task has.
 *
 * Shape:   for some tasks whose marks say where they stand: read their rebuild topics up to
 *          exactly there and fold each record into space FOLD_SPACE + partition. Nothing is
 *          emitted, and no changelog is read. An input ends at the offset that the task reads
 *          next; a topic of own events ends at the newest seq that the task has written, and every
 *          number before it must be there once.
 * Parked:  a record of a parked key, from the one on that parked it, is left out as the task left
 *          it out; so is one that the fold refuses.
 * Errors:  FY_ABORT: step again. FY_FATAL: records that define the rows are missing or unreadable,
 *          or none of them could tell of timers.
 * Threads: the worker's.
 */
#ifndef FY_TASK_FOLD_H
#define FY_TASK_FOLD_H

#include "lib/task_core.h"
#include "lib/task_reading.h"

enum {
    FOLD_SPACE = 0x40000000, /* Far above any partition. */
    FOLD_TOPICS_MAX = 4,
    LEFT_OUT_MAX = 100 * 1000, /* Records that operators have left out. */
};

struct left_out {
    enum fy_topic topic;
    int32_t partition;
    int64_t offset;
};

struct folding {
    struct fy_worker *worker;
    struct fy_source *source;
    struct reading reading;
    bool looking; /* Reading dead letters first: which records of the inputs were left out? */
    struct left_out *left_out; /* In order. */
    size_t left_out_count, left_out_count_max;
    struct fy_store_batch *batch;
    bool wanted[FY_PARTITIONS_MAX];
    int64_t seqs[FOLD_TOPICS_MAX][FY_PARTITIONS_MAX]; /* Newest own number folded. */
    int64_t records;                                  /* Folded so far. */
    int64_t short_since_ms; /* The ends were reached, and own events are still to come. */
};

/* `wanted` says which tasks. What an earlier folding left in their spaces is wiped. */
enum fy_status folding_init(struct folding *folding,
    struct fy_worker *worker,
    struct fy_source *source, /* A plain one, borrowed. */
    bool (*wanted)(const struct fy_task *task),
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status folding_step(
    struct folding *folding, int wait_ms, bool *ret_done, struct fy_err *err) FY_MUST_CHECK;
void folding_done(struct folding *folding); /* The rows stay. */

/* What a handler's calls do while its task folds. Of task_handle.c. */
enum fy_status fold_get(
    struct fy_task *task, struct fy_slice key, struct fy_slice *ret_value, struct fy_err *err);
enum fy_status fold_put(
    struct fy_task *task, struct fy_slice key, struct fy_slice value, struct fy_err *err);

#endif
