/*
 * wire.h - Avro's primitives as bytes: what the generated codecs are made of.
 *
 * Shape:   fy_read_* moves through bytes that nobody vouches for. fy_write_* make bytes of a struct
 *          of ours, in room that was counted before, at most and not to the byte: they never check.
 * Errors:  a read gives false and FY_REJECT with "byte N: what is wrong", N counted from the magic
 *          byte.
 * Memory:  slices point into the bytes. Arrays and optional records come from the arena, at most
 *          FY_READ_FACTOR x the input + FY_READ_BYTES in all, whatever the bytes claim.
 * Depth:   code is as deep as its schema; records that contain themselves, FY_DEPTH_MAX times.
 * Threads: one owner.
 * Source:  Avro 1.11 specification, "Binary encoding"; Confluent wire format.
 */
#ifndef FY_WIRE_H
#define FY_WIRE_H

#include "schemas/codec/codec.h"
#include "schemas/codec/resolve.h"

#include <endian.h>
#include <string.h>

enum {
    FY_READ_FACTOR = 64,
    FY_READ_BYTES = 64 * 1024,
    FY_PLAN_DEPTH_MAX =
        128, /* Records of another version: FY_DEPTH_MAX times what stands between. */
};

struct fy_reader {
    const uint8_t *begin; /* The magic byte. */
    const uint8_t *at;
    const uint8_t *end;
    struct fy_arena *arena;
    size_t bytes_left; /* What may still be taken from the arena. */
    int32_t schema_id; /* The writer's. */
    int depth;         /* Of records that contain themselves. */
    struct fy_err *err;
};

/* --- Reading -------------------------------------------------------------------------------- */

/* Reads magic and schema id. */
bool fy_read_begin(struct fy_reader *in,
    struct fy_slice bytes,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;
/* Nothing may follow the value. */
enum fy_status fy_read_end(struct fy_reader *in, bool ok) FY_MUST_CHECK;
/* The writer's schema is not one of `name` that this program was built with. */
enum fy_status fy_read_unknown(struct fy_reader *in, const char *name) FY_MUST_CHECK;
/* Always false. */
bool fy_read_fail(struct fy_reader *in, const char *format, ...)
    __attribute__((format(printf, 2, 3), cold));

bool fy_read_long_slow(struct fy_reader *in, int64_t *ret_value) FY_MUST_CHECK;
bool fy_read_int(struct fy_reader *in, int32_t *ret_value) FY_MUST_CHECK;
bool fy_read_boolean_fail(struct fy_reader *in) FY_MUST_CHECK;
bool fy_read_float(struct fy_reader *in, float *ret_value) FY_MUST_CHECK;
bool fy_read_double(struct fy_reader *in, double *ret_value) FY_MUST_CHECK;
bool fy_read_fixed(struct fy_reader *in, size_t size, struct fy_slice *ret_value) FY_MUST_CHECK;
bool fy_read_symbol(struct fy_reader *in, int symbol_count, int *ret_value) FY_MUST_CHECK;
bool fy_read_branch_slow(struct fy_reader *in, bool *ret_set) FY_MUST_CHECK;
/* One level deeper in records that contain themselves; who leaves counts `depth` down again. */
bool fy_read_enter(struct fy_reader *in) FY_MUST_CHECK;
/* The writer's schema is one of `name`, and no value of it can be read as this build's. */
enum fy_status fy_read_unlike(struct fy_reader *in, const char *name) FY_MUST_CHECK;
bool fy_read_one_of(struct fy_reader *in, int set_count) FY_MUST_CHECK;
/* The next block of an array of items that take at least `item_bytes_min`; 0 ends the array. */
bool fy_read_block(struct fy_reader *in, size_t item_bytes_min, size_t *ret_count) FY_MUST_CHECK;
/* Zeroed memory from the arena; NULL, with words, when bytes_left or the arena has no more. */
void *fy_read_alloc(struct fy_reader *in, size_t size) FY_MUST_CHECK;
/* Room for `more` items behind `count`, moved when there was too little; NULL as above. */
void *fy_read_room(struct fy_reader *in,
    void *items,
    size_t count,
    size_t *capacity,
    size_t more,
    size_t item_size) FY_MUST_CHECK;

/* Most numbers, lengths and branches are one byte: that case is inline. */
static inline bool fy_read_long(struct fy_reader *in, int64_t *ret_value)
{
    if (in->at < in->end && *in->at < 0x80) {
        uint8_t byte = *in->at++;

        *ret_value = (int64_t)(byte >> 1) ^ -(int64_t)(byte & 1);
        return true;
    }
    return fy_read_long_slow(in, ret_value);
}

/* The branch of [null, T]: false in *ret_set for null. */
static inline bool fy_read_branch(struct fy_reader *in, bool *ret_set)
{
    if (in->at < in->end && (*in->at & ~2) == 0) {
        *ret_set = *in->at++ != 0;
        return true;
    }
    return fy_read_branch_slow(in, ret_set);
}

static inline bool fy_read_boolean(struct fy_reader *in, bool *ret_value)
{
    if (in->at < in->end && *in->at < 2) {
        *ret_value = *in->at++ != 0;
        return true;
    }
    return fy_read_boolean_fail(in);
}

static inline bool fy_read_string(struct fy_reader *in, struct fy_slice *ret_value)
{
    const uint8_t *at = in->at;
    int64_t size;

    if (!fy_read_long(in, &size))
        return false;
    if (size < 0 || size > in->end - in->at) {
        in->at = at;
        return fy_read_fail(
            in, "%s", size < 0 ? "a length below 0" : "a length beyond the end of the value");
    }
    *ret_value = (struct fy_slice){.data = in->at, .size = (size_t)size};
    in->at += size;
    return true;
}

static inline bool fy_read_bytes(struct fy_reader *in, struct fy_slice *ret_value)
{
    return fy_read_string(in, ret_value);
}

/* --- Room ----------------------------------------------------------------------------------- */

/*
 * What one value takes at most, but for what is said by its data: a long of any value, a length.
 * The sum over a record is a constant and the sizes of its strings, so one look at the arena is
 * enough for all that is written, and the value is walked once with its numbers and not twice.
 */
enum {
    FY_ROOM_LONG = 10,
    FY_ROOM_INT = 5,
    FY_ROOM_END = 16, /* Numbers are stored eight bytes at a time, whatever they take. */
};

/* --- Writing -------------------------------------------------------------------------------- */

/*
 * Header and room for `room` bytes; gives the first byte after the header. NULL when it is too
 * much. What is written is taken by fy_write_end; nothing is taken from the arena in between.
 */
uint8_t *fy_write_begin(
    struct fy_arena *arena, int32_t schema_id, size_t room, struct fy_err *err) FY_MUST_CHECK;
/* Always FY_REJECT: a value of `name` with more or fewer than one of its records. */
enum fy_status fy_write_one_of(const char *name, int set_count, struct fy_err *err)
    __attribute__((cold));
/* Always FY_REJECT: a value whose records contain one another deeper than readers follow. */
enum fy_status fy_write_deep(const char *name, struct fy_err *err) __attribute__((cold));
/* Takes what lies between, with its header, from the arena. Asserts that it kept to its room. */
enum fy_status fy_write_end(
    struct fy_arena *arena, uint8_t *begin, size_t room, uint8_t *end, struct fy_slice *ret_bytes);

static inline uint64_t fy_zigzag(int64_t value)
{
    return ((uint64_t)value << 1) ^ (uint64_t)(value >> 63);
}

/* More than 56 bits, which few numbers have. */
uint8_t *fy_write_long_slow(uint8_t *at, uint64_t left);

/*
 * One byte or two are the most common, and a branch that is foreseen costs nothing. Up to eight
 * need no loop: groups of seven bits are moved apart, half by half, until each
 * has a byte of its own. All eight are stored; the next value begins behind those that count.
 */
static inline uint8_t *fy_write_long(uint8_t *at, int64_t value)
{
    uint64_t left = fy_zigzag(value);
    unsigned size;

    if (left < 0x80) {
        *at = (uint8_t)left;
        return at + 1;
    }
    if (left < 0x4000) {
        at[0] = (uint8_t)(left | 0x80);
        at[1] = (uint8_t)(left >> 7);
        return at + 2;
    }
    if (left >> 56 != 0)
        return fy_write_long_slow(at, left);
    size = (70 - (unsigned)__builtin_clzll(left)) / 7;
    left = (left & 0x000000000fffffff) | (left & 0x00fffffff0000000) << 4;
    left = (left & 0x00003fff00003fff) | (left & 0x0fffc0000fffc000) << 2;
    left = (left & 0x007f007f007f007f) | (left & 0x3f803f803f803f80) << 1;
    left |= UINT64_C(0x8080808080808080) >> (72 - 8 * size);
    left = htole64(left);
    memcpy(at, &left, sizeof(left));
    return at + size;
}

static inline uint8_t *fy_write_boolean(uint8_t *at, bool value)
{
    *at = value ? 1 : 0;
    return at + 1;
}

/* Of [null, T]: branch 0 or 1, a long like any other. */
static inline uint8_t *fy_write_branch(uint8_t *at, bool set)
{
    *at = set ? 2 : 0;
    return at + 1;
}

/* Names, keys and codes are short: a call of memcpy costs more than they do. */
static inline uint8_t *fy_write_copy(uint8_t *at, const uint8_t *data, size_t size)
{
    uint8_t *end = at + size;

    if (size > 64) {
        memcpy(at, data, size);
    } else if (size >= 16) {
        if (size > 32) {
            memcpy(at + 16, data + 16, 16);
            memcpy(end - 32, data + size - 32, 16);
        }
        memcpy(at, data, 16);
        memcpy(end - 16, data + size - 16, 16);
    } else if (size >= 8) {
        memcpy(at, data, 8);
        memcpy(end - 8, data + size - 8, 8);
    } else if (size >= 4) {
        memcpy(at, data, 4);
        memcpy(end - 4, data + size - 4, 4);
    } else if (size >= 2) {
        memcpy(at, data, 2);
        memcpy(end - 2, data + size - 2, 2);
    } else if (size == 1) {
        *at = *data;
    }
    return end;
}

static inline uint8_t *fy_write_string(uint8_t *at, struct fy_slice value)
{
    return fy_write_copy(fy_write_long(at, (int64_t)value.size), value.data, value.size);
}

uint8_t *fy_write_float(uint8_t *at, float value);
uint8_t *fy_write_double(uint8_t *at, double value);
/* A slice of another size is our own mistake: asserted. */
uint8_t *fy_write_fixed(uint8_t *at, size_t size, struct fy_slice value);

#endif
