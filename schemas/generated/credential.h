/*
 * Made by fy-generate from schemas/credential.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_CREDENTIAL_H
#define FY_GENERATED_CREDENTIAL_H

#include "schemas/codec/codec.h"
#include "schemas/generated/password_encrypted.h"
#include "schemas/generated/position.h"

struct credential_as_of {
    const struct position *items;
    size_t count;
};

/* How an account is entered, for edges. Gone when the account is. */
struct credential {
    /* The account; also the key. */
    struct fy_slice account;
    /* Newest request included. */
    struct credential_as_of as_of;
    /* When it was decided, UTC. */
    int64_t updated_ms;
    /* Whose it is. */
    struct fy_slice person;
    /* customer, supplier_owner, supplier_staff, operator, data or service. */
    struct fy_slice role;
    /* Whose owner or staff; null for other roles. */
    struct fy_slice supplier;
    /* How the password is recognised; null: invited, and not yet joined. */
    const struct password_encrypted *password;
    /* The e-mail was shown to be theirs. Nobody signs in before. */
    bool verified;
    /* Wrong passwords since the last right one. */
    int32_t failures;
    /* No password is looked at before, UTC; null: never locked since the last right one. */
    bool has_locked_until_ms;
    int64_t locked_until_ms;
};

extern const struct fy_schema credential_schema;

enum fy_status credential_encode(const struct credential *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status credential_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct credential *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
