/*
 * handle.h - accounts behind their topics: `account-requests` in, `accounts` events out, and the
 * state that edges and api read: `credentials`, `users`, `sessions`.
 *
 * Shape:   one row per account or guest, under "acc/<subject>". What was due by a record's time
 *          is decided before it. Each request is answered: by events whose cause_id is its
 *          event_id, or, where it changes nothing, by the state once more. State names the newest
 *          request that it includes, so that whoever wrote one can wait for it.
 * State:   credentials, one per account, after each request; users, one per person, when who they
 *          are may have changed; sessions, one per session, when it changed. Each has a tombstone
 *          when what it tells of is gone.
 * Errors:  FY_REJECT, before the first write: a tombstone, bytes that are no request, one of no
 *          kind or of several, a key that is not the subject, texts too long to keep.
 *          FY_FATAL: a row that cannot be read back.
 * Threads: the worker's.
 */
#ifndef ACCOUNTS_HANDLE_H
#define ACCOUNTS_HANDLE_H

#include "lib/task.h"

enum {
    ACCOUNTS_NAME_BYTES_MAX = 256,          /* Ids, hashes, labels; edges let 64 through. */
    ACCOUNTS_REQUEST_BYTES_MAX = 16 * 1024, /* Edges let 10 KB through, most of it addresses. */
};

extern const struct fy_processor accounts_processor;

enum fy_status accounts_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

/* One of its own events, into the row: what a rebuild is made of. */
enum fy_status accounts_fold(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

/* When a row's time comes, by its bytes. */
int64_t accounts_due_ms(struct fy_slice row);
enum fy_status accounts_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err) FY_MUST_CHECK;

#endif
