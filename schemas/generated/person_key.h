/*
 * Made by fy-generate from schemas/person_key.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PERSON_KEY_H
#define FY_GENERATED_PERSON_KEY_H

#include "schemas/codec/codec.h"

/*
 * The key under which a person's data is sealed, itself sealed under a master key that is not in
 * Kafka. A tombstone makes the person's data nobody's.
 */
struct person_key {
    /* The person; also the key. */
    struct fy_slice person;
    /* When the key was made, UTC. */
    int64_t created_ms;
    /* The master key's number, and the key sealed under it for this person. */
    struct fy_slice wrapped_key;
};

extern const struct fy_schema person_key_schema;

enum fy_status person_key_encode(const struct person_key *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status person_key_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct person_key *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
