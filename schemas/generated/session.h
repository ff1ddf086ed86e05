/*
 * Made by fy-generate from schemas/session.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_SESSION_H
#define FY_GENERATED_SESSION_H

#include "schemas/codec/codec.h"
#include "schemas/generated/position.h"

struct session_as_of {
    const struct position *items;
    size_t count;
};

/*
 * Somebody signed in: a family of refresh tokens. A token of a session that is revoked, or not
 * there, is refused.
 */
struct session {
    /* The session; also the key. */
    struct fy_slice session;
    /* Newest request included. */
    struct session_as_of as_of;
    /* The account. */
    struct fy_slice account;
    /* Whose it is. */
    struct fy_slice person;
    /* With which role: a session does not outlive a change of it. */
    struct fy_slice role;
    /* Whose owner or staff; null for other roles. */
    struct fy_slice supplier;
    /* When they signed in, UTC. */
    int64_t created_ms;
    /* When the token in force was made, UTC; 30 days later the session ends. */
    int64_t refreshed_ms;
    /* Hash of the refresh token in force. */
    struct fy_slice refresh_hash;
    /* What it is shown as, coarse. */
    struct fy_slice label;
    /* Since when no token of it counts, UTC; null: it is in force. */
    bool has_revoked_ms;
    int64_t revoked_ms;
    /* logged_out, revoked, reused, password_changed, role_changed, too_many, idle or forgotten. */
    struct fy_slice revoked_why;
};

extern const struct fy_schema session_schema;

enum fy_status session_encode(const struct session *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status session_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct session *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
