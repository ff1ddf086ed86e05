/*
 * Made by fy-generate from schemas/dead_letter.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_DEAD_LETTER_H
#define FY_GENERATED_DEAD_LETTER_H

#include "schemas/codec/codec.h"

/* A record that could not be handled, or that came behind one with the same key. */
struct dead_letter {
    /* Where it was read. */
    struct fy_slice topic;
    /* Partition. */
    int32_t partition;
    /* Offset. */
    int64_t offset;
    /* When the broker wrote it, UTC. */
    int64_t append_ms;
    /* What is wrong with it, in words without its content; or that its key is parked. */
    struct fy_slice reason;
    /* Its key, as read. */
    struct fy_slice key;
    /* Its value, as read. */
    struct fy_slice value;
    /* An operator left it out: it was never handled, and does not wait any more. */
    bool left_out;
};

extern const struct fy_schema dead_letter_schema;

enum fy_status dead_letter_encode(const struct dead_letter *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status dead_letter_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct dead_letter *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
