/*
 * view.h - what the edge knows of accounts: rows of `credentials`, `users` and `sessions`.
 *
 * Rows:    key and value as they are on the topics; a tombstone deletes.
 * Errors:  apply: FY_REJECT for what cannot be read or names another key. Loading: FY_FATAL.
 * Memory:  what is loaded is of the arena.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_ACCOUNTS_VIEW_H
#define PRODUCERS_ACCOUNTS_VIEW_H

#include "lib/source.h"
#include "lib/store.h"
#include "schemas/generated/credential.h"
#include "schemas/generated/session.h"
#include "schemas/generated/user.h"

enum {
    VIEW_SESSIONS = 4, /* Spaces of the store; this one is lib/sessions'. */
    VIEW_CREDENTIALS = 10,
    VIEW_USERS = 11,
    VIEW_GUESTS = 12, /* Visitor -> the guest they are. */
};

enum fy_status view_apply(struct fy_store *store,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* Each writes *ret_known, and the row where it is true. */
enum fy_status view_credential(struct fy_store *store,
    struct fy_slice account,
    struct fy_arena *arena,
    bool *ret_known,
    struct credential *ret_credential,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status view_user(struct fy_store *store,
    struct fy_slice person,
    struct fy_arena *arena,
    bool *ret_known,
    struct user *ret_user,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status view_session(struct fy_store *store,
    struct fy_slice session,
    struct fy_arena *arena,
    bool *ret_known,
    struct session *ret_session,
    struct fy_err *err) FY_MUST_CHECK;

/* The guest that a visitor is; absent: none yet. */
enum fy_status view_guest(struct fy_store *store,
    struct fy_slice visitor,
    struct fy_arena *arena,
    struct fy_slice *ret_person,
    struct fy_err *err) FY_MUST_CHECK;

#endif
