/*
 * ids.h - names for events, visitors and lists. libsodium is touched in lib/ids.c and
 * lib/crypto*.c.
 *
 * Source:  RFC 9562 (UUIDv7, UUIDv8), BLAKE2b (RFC 7693), SipHash-2-4 of 128 bits.
 * Threads: any, after fy_ids_init.
 */
#ifndef FY_IDS_H
#define FY_IDS_H

#include "lib/arena.h"
#include "lib/err.h"

enum {
    FY_UUID_TEXT = 36,    /* 8-4-4-4-12 lower-case hex digits. */
    FY_VISITOR_TEXT = 32, /* 128 random bits, lower-case hex. */
    FY_COOKIE_TEXT = 65,  /* visitor '.' MAC, 32 + 1 + 32. */
    FY_MAC_KEY_BYTES = 32,
    FY_DIGEST_BYTES = 16,
    FY_HASH_TEXT = 64, /* 256 bits, lower-case hex. */
};

enum fy_status fy_ids_init(struct fy_err *err) FY_MUST_CHECK;

/* A UUIDv7 from `now_ms` and randomness; increasing within a process. Writes 36 bytes and a NUL. */
void fy_uuid_new(int64_t now_ms, char ret_text[FY_UUID_TEXT + 1]);

/* A UUIDv8: BLAKE2b over the parts, each with its length, so that no two lists of parts collide. */
void fy_uuid_derive(const struct fy_slice *parts, int count, char ret_text[FY_UUID_TEXT + 1]);

/*
 * A UUIDv8 that changes with the bytes, at a third of that cost: SipHash under no key, so whoever
 * chooses the bytes can make two the same. For ETags, where that harms nobody else.
 */
void fy_uuid_tell_apart(struct fy_slice bytes, char ret_text[FY_UUID_TEXT + 1]);

/* The same hash as fy_uuid_derive's, as bytes: for tables that must not be fooled by collisions. */
void fy_digest(const struct fy_slice *parts, int count, uint8_t ret_digest[FY_DIGEST_BYTES]);
void fy_digest_text(const uint8_t digest[FY_DIGEST_BYTES], char ret_text[2 * FY_DIGEST_BYTES + 1]);

/* What bytes are called: BLAKE2b-256, as `b2sum -l 256` prints it. Writes 64 digits and a NUL. */
void fy_hash_text(struct fy_slice bytes, char ret_text[FY_HASH_TEXT + 1]);

/* So many lower-case hex digits: what ids of visitors, persons, sessions and feeds are. */
bool fy_id_is_hex(struct fy_slice text, size_t digits);

void fy_visitor_new(char ret_text[FY_VISITOR_TEXT + 1]);

/* The cookie value "visitor.mac", so that nobody who reads topics can forge one. */
void fy_visitor_cookie(const uint8_t key[FY_MAC_KEY_BYTES],
    struct fy_slice visitor,
    char ret_text[FY_COOKIE_TEXT + 1]);

/* True and the visitor (a part of `cookie`) when the MAC is ours. Constant time. */
bool fy_visitor_check(
    const uint8_t key[FY_MAC_KEY_BYTES], struct fy_slice cookie, struct fy_slice *ret_visitor);

/* Opaque places for clients: "activity-3-1234" (lib/place.c). Parse gives false for anything else.
 */
struct fy_place;
struct fy_slice fy_place_text(struct fy_arena *arena, const struct fy_place *place);
bool fy_place_parse(struct fy_slice text, struct fy_place *ret_place);

#endif
