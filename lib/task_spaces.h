/*
 * task_spaces.h - who writes which space of a process' store: one worker or standby at a time.
 *
 * A space is a partition. A worker takes its lease before it restores the task, and gives it back
 * when the task is dropped; a standby holds it while nobody else wants it. So a member that lost a
 * partition and has not heard of it yet cannot write rows over those of its successor in the same
 * process: the successor waits until it has.
 *
 * Nobody waits for ever. A worker takes the leases of all partitions that it was given together, or
 * none of them. So what it holds while it waits is what it still owned when it last polled, for a
 * loss is told before anything new is given. Whom it waits for has lost that partition by then, and
 * so polled last before it did: a circle of workers that wait would each have polled before itself.
 * One that is stuck in a call is the watchdog's.
 * Threads: any. `who` is whatever tells holders apart; never NULL.
 */
#ifndef FY_TASK_SPACES_H
#define FY_TASK_SPACES_H

#include <stdbool.h>
#include <stdint.h>

struct fy_spaces;

/* NULL: no memory. */
struct fy_spaces *fy_spaces_new(void);
void fy_spaces_free(struct fy_spaces *spaces);

/* True: all are ours. False: none is, unless it was; whoever has one is asked to leave. Ask again.
 */
bool fy_spaces_take(
    struct fy_spaces *spaces, const int32_t *partitions, int count, const void *who);

/* One that nobody has or waits for; it asks nobody to leave: for standbys. */
bool fy_spaces_take_idle(struct fy_spaces *spaces, int32_t partition, const void *who);

/* Does somebody wait for what `who` holds? */
bool fy_spaces_wanted(struct fy_spaces *spaces, int32_t partition, const void *who);

/* What `who` holds or waits for; nothing when that is nothing. */
void fy_spaces_give(struct fy_spaces *spaces, int32_t partition, const void *who);

#endif
