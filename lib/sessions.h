/*
 * sessions.h - the topic `sessions` as rows, and what they say of a token: does its session go on?
 *
 * Shape:   key = session, value = the record's value as it was on the topic; a tombstone deletes.
 * Rule:    a token whose session is revoked counts no more. One whose session is not in the rows
 *          counts while it is young: it was made a moment ago, and its row is on its way to us. An
 *          older one without a row is of a session that has ended and was forgotten.
 * Errors:  apply gives FY_REJECT for a record that cannot be read or names another session than its
 *          key, before anything is put.
 * Threads: the store's.
 */
#ifndef FY_SESSIONS_H
#define FY_SESSIONS_H

#include "lib/caller.h"
#include "lib/source.h"
#include "lib/store.h"

enum { FY_SESSION_YOUNG_MS = 10000 };

/* A follower's apply for `sessions`. */
enum fy_status fy_sessions_apply(const struct fy_record *record,
    uint32_t space,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* Of a caller who has a session. FY_FATAL: the store failed. */
enum fy_status fy_session_ended(struct fy_store *store,
    uint32_t space,
    const struct fy_caller *caller,
    int64_t now_ms,
    struct fy_arena *arena,
    bool *ret_ended,
    struct fy_err *err) FY_MUST_CHECK;

#endif
