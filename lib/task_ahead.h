/*
 * task_ahead.h - records decoded, and the rows they will ask for brought into memory, before they
 * are handled.
 *
 * Shape:   the processor names rows of a record (`ahead`); those of a thousand are read together.
 *          What was not named, or found no room, is read when it is asked for, as ever.
 * Errors:  FY_FATAL: the store. What cannot be decoded is said when it is handled.
 * Memory:  what was decoded lives until the next thousand, within the batch.
 * Threads: the worker's. Only lib/task*.c includes this.
 */
#ifndef FY_TASK_AHEAD_H
#define FY_TASK_AHEAD_H

#include "lib/task_core.h"

enum fy_status ahead_new(struct fy_worker *worker, struct fy_err *err);
void ahead_free(struct fy_worker *worker);

/*
 * A batch begins. Record `at` of it, before `to`, is next, none is left out: the first of some
 * brings the rows of them all.
 */
void ahead_begin(struct fy_worker *worker);
enum fy_status ahead_look(
    struct fy_worker *worker, const struct fy_batch *batch, int at, int to, struct fy_err *err);
const void *ahead_decoded(const struct fy_worker *worker, int at); /* NULL: it was not decoded. */

#endif
