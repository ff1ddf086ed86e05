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
    /* How many of its records are in the dead letters. */
    int64_t records;
};

#endif
