/*
 * resolve.h - bytes of another version's text, read into this build's struct.
 *
 * Shape:   the generator compares two texts and emits a plan: one step per written field, which
 *          says what is in the bytes and where it goes. fy_resolve follows it. Bytes of the
 *          build's own text are read by straight-line code instead, and by no plan.
 * Rules:   Avro's: int -> long -> float -> double; string <-> bytes; T -> [null, T]; a field that
 *          the bytes have and we not is passed over, one that we have and they not is its default.
 * Errors, memory, depth: as wire.h.
 * Source:  Avro 1.11 specification, "Schema Resolution".
 */
#ifndef FY_RESOLVE_H
#define FY_RESOLVE_H

#include "lib/err.h"
#include "schemas/codec/type.h"

struct fy_reader;
struct fy_plan;

struct fy_plan_field {
    enum fy_field_kind kind;      /* As written; of each item when `array`. */
    int16_t target;               /* Which field of ours takes it; -1: none, it is passed over. */
    bool nullable;                /* As written. */
    bool array;                   /* As written; a map is one of keys and values. */
    size_t item_bytes_min;        /* Of an array. */
    size_t fixed_bytes;           /* Of a fixed. */
    int symbol_count;             /* Of an enum, as written. */
    const int32_t *symbols;       /* Ours for each written one; -1 for none. */
    const struct fy_plan *record; /* Of a record. */
};

struct fy_plan {
    const struct fy_plan_field *fields;
    uint32_t field_count;
    const uint8_t *missing; /* Fields of ours that the bytes do not have. */
    uint32_t missing_count;
};

/* `type` is NULL when the record is only passed over, and `value` with it. */
bool fy_resolve(struct fy_reader *in,
    const struct fy_plan *plan,
    const struct fy_type *type,
    void *value) FY_MUST_CHECK;

#endif
