/*
 * paseto.h - tokens that only we can make and read: PASETO v4.local. libsodium is touched in
 * lib/crypto_*.c and lib/ids.c.
 *
 * Shape:   seal(key, message, footer, implicit) -> "v4.local.<...>[.<footer>]"; open is its
 *          inverse, or false. A message is encrypted and authenticated; a footer is authenticated,
 *          and anybody can read it; what is implicit is authenticated and not sent: both sides
 *          must know it (for whom the token is).
 * Errors:  open says only yes or no: why a token is refused is nobody's business.
 * Memory:  results are of the arena.
 * Threads: any, after fy_ids_init.
 * Source:  PASETO version 4, local; test/unit/lib/paseto_test.c has the official vectors.
 */
#ifndef FY_PASETO_H
#define FY_PASETO_H

#include "lib/arena.h"
#include "lib/err.h"

enum {
    FY_PASETO_KEY_BYTES = 32,
    FY_PASETO_NONCE_BYTES = 32,
    FY_PASETO_TOKEN_BYTES_MAX =
        4096, /* Longer ones are neither made nor read: a header is to hold it. */
};

/* `nonce` NULL: a random one, as it must be but in tests. False: too long, or no memory. */
bool fy_paseto_seal(const uint8_t key[FY_PASETO_KEY_BYTES],
    const uint8_t nonce[FY_PASETO_NONCE_BYTES],
    struct fy_slice message,
    struct fy_slice footer,
    struct fy_slice implicit,
    struct fy_arena *arena,
    struct fy_slice *ret_token) FY_MUST_CHECK;

/* Constant time in what is secret. The footer must be what `footer` says. */
bool fy_paseto_open(const uint8_t key[FY_PASETO_KEY_BYTES],
    struct fy_slice token,
    struct fy_slice footer,
    struct fy_slice implicit,
    struct fy_arena *arena,
    struct fy_slice *ret_message) FY_MUST_CHECK;

#endif
