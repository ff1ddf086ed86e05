/*
 * caller.h - who calls: access tokens, made at login and checked at every route (lib/gate.h).
 *
 * Shape:   make(key, caller) -> token; check(key, token, audiences, now) -> caller, or false.
 *          A token is PASETO v4.local (lib/paseto.h). What is sealed in it is one line of JSON in
 *          one fixed form:
 *
 *              {"sub":person,"acc":account,"role":name,"sup":supplier,"sid":session,
 *              "iat":ms,"exp":ms}      (on one line)
 *
 *          An id that there is none of is "". The audience (the surface that the role's token is
 *          for, schemas/roles.def) is authenticated and not sent: a customer's token does not open
 *          at an operator's route, whatever stands in it.
 * Ids:     1 .. 64 of A-Z a-z 0-9 . _ - each, so none needs an escape. Persons and sessions have 32
 *          hex digits, accounts 64; ./fy token may name what it likes.
 * Time:    ms UTC. A token counts from issued_ms less a minute (clocks differ) to expires_ms, which
 *          is not included; one that would live longer than a day is neither made nor taken.
 * Revoked: is not looked at here: whoever asks knows its sessions. One without a session cannot be
 *          revoked; ./fy token alone makes such.
 * Errors:  yes or no: why a token is refused is nobody's business.
 * Memory:  what comes back is of the arena.
 * Threads: any, after fy_ids_init.
 */
#ifndef FY_CALLER_H
#define FY_CALLER_H

#include "lib/arena.h"
#include "lib/paseto.h"

enum fy_audience {
    FY_AUDIENCE_STOREFRONT,
    FY_AUDIENCE_SUPPLIER,
    FY_AUDIENCE_OPERATOR,
    FY_AUDIENCE_DATA,
    FY_AUDIENCE_SERVICE,
    FY_AUDIENCE_COUNT,
};

/* One line of schemas/roles.def each. */
enum fy_role {
#define ROLE(symbol, name, audience) FY_ROLE_##symbol,
#include "schemas/roles.def"
#undef ROLE
    FY_ROLE_COUNT,
};

enum {
    FY_TOKEN_KEY_BYTES = FY_PASETO_KEY_BYTES,
    FY_TOKEN_LIFE_MS = 15 * 60 * 1000,          /* Of one that login or refresh gives. */
    FY_TOKEN_LIFE_MS_MAX = 24 * 60 * 60 * 1000, /* Of one by ./fy token. */
    FY_CALLER_ID_BYTES_MAX = 64,
};

struct fy_caller {
    enum fy_role role;
    struct fy_slice person;
    struct fy_slice account;  /* Absent: none. */
    struct fy_slice supplier; /* Of owner and staff always; of an operator: for whom they act. */
    struct fy_slice session;  /* Absent: none, and nothing revokes it. */
    int64_t issued_ms;
    int64_t expires_ms;
};

/* False: an id breaks its form, owner or staff without a supplier, others with one, bad times. */
bool fy_token_make(const uint8_t key[FY_TOKEN_KEY_BYTES],
    const struct fy_caller *caller,
    struct fy_arena *arena,
    struct fy_slice *ret_token) FY_MUST_CHECK;

/* `audiences`: a set of 1 << enum fy_audience; only these are tried, in the order of the enum. */
bool fy_token_check(const uint8_t key[FY_TOKEN_KEY_BYTES],
    struct fy_slice token,
    unsigned audiences,
    int64_t now_ms,
    struct fy_arena *arena,
    struct fy_caller *ret_caller) FY_MUST_CHECK;

const char *fy_role_name(enum fy_role role);
enum fy_role fy_role_find(struct fy_slice name); /* FY_ROLE_COUNT: there is none. */
enum fy_audience fy_role_audience(enum fy_role role);
bool fy_role_is_supplier(enum fy_role role); /* Owner or staff. */

/* May `text` be an id here: of a person, a supplier, a session? */
bool fy_caller_is_id(struct fy_slice text);

/* An operator who acts for no supplier: all orders, feeds and SKUs are theirs to see and change. */
bool fy_caller_has_all(const struct fy_caller *caller);

/* "supplier_owner:<person>": who did it, for the envelope of a fact. Absent: no room. */
struct fy_slice fy_caller_actor(struct fy_arena *arena, const struct fy_caller *caller);

#endif
