/*
 * task_reading.h - some partitions read from where one says to their ends of now, then no further.
 *
 * Shape:   begin, then step until *ret_done. What a step gives is read before the end is looked at,
 *          so when it is done, all that was there has been given.
 * Units:   offsets; waits in ms.
 * Errors:  FY_ABORT for what a broker may cure: step again. FY_FATAL: what is to be read is gone.
 * Memory:  a batch is the source's, valid until the next step.
 * Threads: one owner.
 */
#ifndef FY_TASK_READING_H
#define FY_TASK_READING_H

#include "lib/source.h"

struct reading {
    struct fy_source *source; /* Borrowed: a plain one, that reads nothing else. */
    struct fy_place *places;  /* Where reading began, then where it stands. */
    struct fy_place *ends;
    int count;
    bool begun;
    int64_t total, left; /* Offsets, markers among them. */
};

/* Copies `places`; an offset of -1 is the partition's beginning. Asks nobody yet. */
enum fy_status reading_init(struct reading *reading,
    struct fy_source *source,
    const struct fy_place *places,
    int count,
    struct fy_err *err) FY_MUST_CHECK;
void reading_done(struct reading *reading);

/* Begins when it has not; then what is there, else waits up to wait_ms. */
enum fy_status reading_step(struct reading *reading,
    int wait_ms,
    struct fy_batch *ret_batch,
    bool *ret_done,
    struct fy_err *err) FY_MUST_CHECK;

/* Look at the ends again: what was there is read, and more was promised. */
enum fy_status reading_go_on(struct reading *reading, struct fy_err *err) FY_MUST_CHECK;

/* Stop before the end: where reading of a place may end, when the end lies behind it. */
void reading_end_at(struct reading *reading, int place, int64_t offset);

#endif
