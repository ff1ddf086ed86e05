/*
 * task_run_timers.h - the timers of a run's rows, in the run (lib/task_trickle.c).
 *
 * Errors:  FY_FATAL: memory, or the store.
 * Memory:  until the run is dropped or in the store; 12 bytes a row of the list.
 * Threads: the worker's. Only lib/task*.c includes this.
 */
#ifndef FY_TASK_RUN_TIMERS_H
#define FY_TASK_RUN_TIMERS_H

#include "lib/task_core.h"

/*
 * The entries of a run's rows. write: up to *count, where they come before the row of key `before`
 * (absent: the end). said: when that of row `at` of the list says it is due; 0: none in the run.
 */
enum fy_status run_timers_write(struct fy_task *task,
    struct fy_store_run *run,
    struct fy_slice before,
    size_t *count,
    struct fy_err *err);
bool run_timers_left(const struct fy_task *task);
int64_t run_timers_said(const struct fy_task *task, size_t at);
void run_timers_drop(struct fy_task *task);

#endif
