/*
 * seal.h - a person's data under that person's key, and that key under the master key.
 *
 * Shape:   seal(key, person, field, text) -> nonce, ciphertext, tag; unseal is its inverse, or
 *          false. Person and field are authenticated with it: a sealed address cannot be moved to
 *          another person, nor be shown as a phone number. wrap(master, person, key) -> the same
 *          of a key. A master key has a number, which stands in front of what it wraps, so that
 *          several can be in use while one is replaced by the next. lookup(pepper, text) -> by
 *          which an account is found: whoever lacks the pepper cannot guess e-mails.
 * Errors:  unseal and unwrap say only yes or no.
 * Memory:  results are of the arena. Keys are the caller's to wipe (fy_key_wipe).
 * Threads: any, after fy_ids_init.
 * Source:  XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), BLAKE2b with a key (RFC 7693), by
 *          libsodium.
 */
#ifndef FY_SEAL_H
#define FY_SEAL_H

#include "lib/arena.h"

enum {
    FY_KEY_BYTES = 32,
    FY_SEAL_BYTES = 24 + 16,                                 /* What sealing adds. */
    FY_WRAPPED_KEY_BYTES = 1 + FY_SEAL_BYTES + FY_KEY_BYTES, /* With the master key's number. */
    FY_LOOKUP_TEXT = 64,                                     /* Lower-case hex. */
};

/* A master key: of a file with mode 0400, never in Kafka. */
struct fy_master_key {
    uint8_t number; /* 1 .. 255. */
    uint8_t key[FY_KEY_BYTES];
};

void fy_key_new(uint8_t ret_key[FY_KEY_BYTES]);
void fy_key_wipe(uint8_t key[FY_KEY_BYTES]);

/* False: no memory. `person` and `field` have at most 255 bytes each. */
bool fy_seal(const uint8_t key[FY_KEY_BYTES],
    struct fy_slice person,
    const char *field,
    struct fy_slice text,
    struct fy_arena *arena,
    struct fy_slice *ret_sealed) __attribute__((warn_unused_result));

/* False: not sealed with this key for this person and field, or no memory. */
bool fy_unseal(const uint8_t key[FY_KEY_BYTES],
    struct fy_slice person,
    const char *field,
    struct fy_slice sealed,
    struct fy_arena *arena,
    struct fy_slice *ret_text) __attribute__((warn_unused_result));

void fy_key_wrap(const struct fy_master_key *master,
    struct fy_slice person,
    const uint8_t key[FY_KEY_BYTES],
    uint8_t ret_wrapped[FY_WRAPPED_KEY_BYTES]);

/* False: by none of these master keys, or not for this person. */
bool fy_key_unwrap(const struct fy_master_key *masters,
    int count,
    struct fy_slice person,
    struct fy_slice wrapped,
    uint8_t ret_key[FY_KEY_BYTES]) __attribute__((warn_unused_result));

/* The same text and pepper give the same 64 digits. */
void fy_lookup_text(
    const uint8_t pepper[FY_KEY_BYTES], struct fy_slice text, char ret_text[FY_LOOKUP_TEXT + 1]);

#endif
