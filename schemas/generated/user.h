/*
 * Made by fy-generate from schemas/user.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_USER_H
#define FY_GENERATED_USER_H

#include "schemas/codec/codec.h"
#include "schemas/generated/position.h"
#include "schemas/generated/profile_encrypted.h"

struct user_as_of {
    const struct position *items;
    size_t count;
};

struct user_visitors {
    const struct fy_slice *items;
    size_t count;
};

/*
 * A person, with an account or as a guest. What is personal is sealed. Gone when they are
 * forgotten.
 */
struct user {
    /* The person; also the key. */
    struct fy_slice person;
    /* Newest request included. */
    struct user_as_of as_of;
    /* When it was decided, UTC. */
    int64_t updated_ms;
    /* Since when they are known, UTC. */
    int64_t created_ms;
    /* Their account; null: a guest. */
    struct fy_slice account;
    /* guest, or the account's role. */
    struct fy_slice role;
    /* Whose owner or staff; null for other roles. */
    struct fy_slice supplier;
    /* They are asked to join with this role, and have not yet; null: they are not. */
    struct fy_slice invited_role;
    /* Whose owner or staff they would be. */
    struct fy_slice invited_supplier;
    /* The e-mail was shown to be theirs. */
    bool verified;
    /* Who they are. */
    struct profile_encrypted profile;
    /* Visitors they were, newest last; at most 16. */
    struct user_visitors visitors;
};

extern const struct fy_schema user_schema;

enum fy_status user_encode(const struct user *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status user_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct user *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
