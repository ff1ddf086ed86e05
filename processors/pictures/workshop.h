/*
 * workshop.h - a process that starts fy-picture for one picture after the other, and ends it when
 * it takes too long. fy-pictures itself gives up starting programs, so this one is made before.
 *
 * Shape:   ask(job), then, when fd can be read, answer(): how it went. One job at a time.
 * Limits:  WORKSHOP_SECONDS_MAX of a clock for a picture; fy-picture bounds its own memory and CPU.
 * Errors:  FY_FATAL: the process is gone, or could not be made.
 * Threads: the reactor's. new: before the first thread.
 */
#ifndef PICTURES_WORKSHOP_H
#define PICTURES_WORKSHOP_H

#include "lib/copies.h"
#include "lib/err.h"

enum {
    WORKSHOP_SECONDS_MAX = 120, /* Some hundred times what a large one takes on a busy machine. */
    WORKSHOP_PATH_BYTES_MAX = 512,
};

struct workshop_job {
    char original[WORKSHOP_PATH_BYTES_MAX];
    char folder[WORKSHOP_PATH_BYTES_MAX]; /* Of the copies; made, those above it are there. */
    int32_t widths[FY_COPY_WIDTHS_MAX];
    int32_t width_count;
};

enum workshop_outcome {
    WORKSHOP_MADE,
    WORKSHOP_REFUSED, /* It will never be made. */
    WORKSHOP_FAILED,  /* Killed by a limit, or the disk was full: it may be tried again. */
};

struct workshop;

/* `maker` is the path of fy-picture, below WORKSHOP_PATH_BYTES_MAX; borrowed. */
enum fy_status workshop_new(
    const char *maker, struct workshop **ret_workshop, struct fy_err *err) FY_MUST_CHECK;

/* Ends the process, and what it has started. */
void workshop_free(struct workshop *workshop);

int workshop_fd(const struct workshop *workshop);

enum fy_status workshop_ask(
    struct workshop *workshop, const struct workshop_job *job, struct fy_err *err) FY_MUST_CHECK;

/* Waits for it. */
enum fy_status workshop_answer(struct workshop *workshop,
    enum workshop_outcome *ret_outcome,
    struct fy_err *err) FY_MUST_CHECK;

#endif
