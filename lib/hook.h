/*
 * hook.h - signatures of webhooks: Stripe's scheme, which many have taken over.
 *
 *     Stripe-Signature: t=1700000000,v1=<64 hex digits>[,v1=...][,v0=...]
 *
 * Shape:   v1 is HMAC-SHA256(secret, "<t>.<body as it came>"). Whoever changes the secret signs
 *          with both for a while, and so may have two that count.
 * Errors:  check says only yes or no.
 * Memory:  nothing is kept.
 * Threads: any, after fy_ids_init. Constant time in what is secret.
 * Source:  docs.stripe.com/webhooks/signature; test/unit/lib/hook_test.c has vectors made by
 *          Python's hmac.
 */
#ifndef FY_HOOK_H
#define FY_HOOK_H

#include "lib/arena.h"

enum {
    FY_HOOK_SECRET_BYTES_MAX = 128,
    FY_HOOK_HEADER_BYTES_MAX = 512,
    FY_HOOK_SIGNATURES_MAX = 8, /* Of one header. */
    FY_HOOK_TOLERANCE_S = 300,  /* Older ones, and such of the future, are repeats of a stranger. */
    FY_HOOK_HEX = 64,
};

/* HMAC-SHA256 in lower-case hex, and a NUL. */
void fy_hook_sign(
    struct fy_slice secret, int64_t time_s, struct fy_slice body, char ret_hex[FY_HOOK_HEX + 1]);

/* Signed with any of `secrets`, within the tolerance of `now_s`. */
bool fy_hook_check(const struct fy_slice *secrets,
    int secret_count,
    struct fy_slice header,
    struct fy_slice body,
    int64_t now_s);

#endif
