/*
 * state.h - what others see of a row: `credentials`, `users`, `sessions`.
 *
 * Shape:   emit(row) -> a record of state; gone(key) -> its tombstone.
 * Errors:  those of fy_task_emit.
 * Threads: the worker's.
 */
#ifndef ACCOUNTS_STATE_H
#define ACCOUNTS_STATE_H

#include "lib/task.h"
#include "processors/accounts/accounts.h"

/* Both, of the account or guest as it is; none of one that is not there. */
enum fy_status state_emit(struct fy_task *task,
    struct fy_slice subject,
    const struct account *row,
    const struct position *as_of,
    bool with_user,
    struct fy_err *err) FY_MUST_CHECK;

/* Nothing when the row has no such session. */
enum fy_status state_session_emit(struct fy_task *task,
    struct fy_slice subject,
    const struct account *row,
    struct fy_slice session,
    const struct position *as_of,
    struct fy_err *err) FY_MUST_CHECK;

/* What an event ends: tombstones, or nothing. */
enum fy_status state_end(
    struct fy_task *task, const struct account_event *event, struct fy_err *err) FY_MUST_CHECK;

/* An event after which `users` may say something else. */
bool state_is_user(const struct account_event *event);

/* Of which session the event is; absent: of none. */
struct fy_slice state_session_of(const struct account_event *event);

#endif
