/*
 * Made by fy-generate from schemas/account_row.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ACCOUNT_ROW_H
#define FY_GENERATED_ACCOUNT_ROW_H

#include "schemas/codec/codec.h"
#include "schemas/generated/parked_key.h"
#include "schemas/generated/password_encrypted.h"
#include "schemas/generated/position.h"
#include "schemas/generated/profile_encrypted.h"
#include "schemas/generated/task_position.h"

/* A token that was sent and not yet used. */
struct token_waiting {
    /* Its hash. */
    struct fy_slice hash;
    /* Until when it counts, UTC. */
    int64_t until_ms;
};

/* A role that waits for its token. */
struct invitation {
    /* Which. */
    struct fy_slice role;
    /* Whose owner or staff. */
    struct fy_slice supplier;
    /* The token's hash. */
    struct fy_slice hash;
    /* Until when it counts, UTC. */
    int64_t until_ms;
};

/* One of the account's sessions. */
struct account_session {
    /* The session. */
    struct fy_slice session;
    /* When they signed in, UTC. */
    int64_t created_ms;
    /* When the token in force was made, UTC. */
    int64_t refreshed_ms;
    /* Hash of the refresh token before; empty: there was none. */
    struct fy_slice old_hash;
    /* Hash of the refresh token in force. */
    struct fy_slice refresh_hash;
    /* What it is shown as, coarse. */
    struct fy_slice label;
    /* Since when no token of it counts, UTC. */
    bool has_revoked_ms;
    int64_t revoked_ms;
    /* Why. */
    struct fy_slice revoked_why;
};

struct account_as_of {
    const struct position *items;
    size_t count;
};

struct account_sessions {
    const struct account_session *items;
    size_t count;
};

struct account_visitors {
    const struct fy_slice *items;
    size_t count;
};

struct account_recent_ids {
    const struct fy_slice *items;
    size_t count;
};

/* An account with its sessions, or a guest. */
struct account {
    /* Whose it is; empty once forgotten. */
    struct fy_slice person;
    /* Root of what began it: of events that time alone causes. */
    struct fy_slice root;
    /* Since when, UTC. */
    int64_t created_ms;
    /* When the newest event was decided, UTC. */
    int64_t updated_ms;
    /* Newest request of which an event came. */
    struct account_as_of as_of;
    /*
     * customer, supplier_owner, supplier_staff, operator, data, service or guest; empty: invited,
     * and not yet joined, or forgotten.
     */
    struct fy_slice role;
    /* Whose owner or staff; null for other roles. */
    struct fy_slice supplier;
    /* Who they are. */
    struct profile_encrypted profile;
    /* How the password is recognised; null: there is none. */
    const struct password_encrypted *password;
    /* The same password at the costs before; null when it was not rehashed. */
    const struct password_encrypted *password_before;
    /* The e-mail was shown to be theirs. */
    bool verified;
    /* Wrong passwords since the last right one. */
    int32_t failures;
    /* No password is looked at before, UTC. */
    bool has_locked_until_ms;
    int64_t locked_until_ms;
    /* To verify the e-mail; null: nothing is awaited. */
    const struct token_waiting *verify;
    /* To reset the password. */
    const struct token_waiting *reset;
    /* They are asked to join; null: they are not. */
    const struct invitation *invitation;
    /* When the person was forgotten, UTC. */
    bool has_forgotten_ms;
    int64_t forgotten_ms;
    /* Sessions, oldest first; at most 32 with those that ended lately. */
    struct account_sessions sessions;
    /* Visitors they were, newest last; at most 16. */
    struct account_visitors visitors;
    /* event_id of the last 64 requests, newest last: how a repeat is recognised. */
    struct account_recent_ids recent_ids;
};

/* A private row of the accounts task. Exactly one of the nullable records is set. */
struct account_row {
    /* Where the task stands. */
    const struct task_position *position;
    /* A key whose records go to the dead letters. */
    const struct parked_key *parked;
    /* An account, or a guest. */
    const struct account *account;
};

extern const struct fy_schema account_row_schema;

enum fy_status account_row_encode(const struct account_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status account_row_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct account_row *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
