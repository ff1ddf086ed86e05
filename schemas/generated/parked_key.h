/*
 * Made by fy-generate from schemas/parked_key.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PARKED_KEY_H
#define FY_GENERATED_PARKED_KEY_H

#include "schemas/codec/codec.h"

/* A key with a dead letter: its later records follow, in order, until it is released. */
struct parked_key {
    /* Append time of the record that could not be handled, UTC. */
    int64_t since_ms;
    /* How many of its records are in the dead letters, and wait. */
    int64_t records;
    /* No record of the key from this offset of its topic on has been handled. */
    int64_t offset;
    /* Those that wait are not before this offset of the dead letters' partition. */
    int64_t letters_from;
    /* Why the first of them could not be handled. */
    struct fy_slice reason;
    /* They are being handled, one after the other. */
    bool releasing;
    /* The record that is left out when it is the first of those that wait. */
    bool has_skip_offset;
    int64_t skip_offset;
};

#endif
