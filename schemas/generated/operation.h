/*
 * Made by fy-generate from schemas/operation.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_OPERATION_H
#define FY_GENERATED_OPERATION_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"

/*
 * The key's dead letters are handled in their order, then the key is parked no more; one that is
 * refused again parks the rest again.
 */
struct release_key {
    /* The topic that the parked records were read from. */
    struct fy_slice topic;
    /* Their key; of a long one the first 1,024 bytes. Empty for records without a key. */
    struct fy_slice key;
    /* The record at this offset is left out for good, when it is the first of those that wait. */
    bool has_skip_offset;
    int64_t skip_offset;
};

/* Records of a writer are missing, and reading goes on without them. */
struct gap_accepted {
    /* The topic with the gap, in this record's partition. */
    struct fy_slice topic;
    /* Whose records are missing. */
    struct fy_slice writer;
    /* The newest number read before the gap. */
    int64_t seq;
    /* The number behind the gap. */
    int64_t next_seq;
};

/* Rows are made anew beside the old ones, and take their place where the task stands. */
struct rebuild_rows {
    /* Why, in the operator's words. */
    struct fy_slice reason;
};

/* What an operator asked of one task. Exactly one of the nullable records is set. */
struct operation {
    /* Who and when. */
    struct envelope envelope;
    /* Whose task is meant: of this program, of this record's partition. */
    struct fy_slice program;
    /* Handle what waits behind a parked key. */
    const struct release_key *release;
    /* Records of a writer are missing, and reading goes on without them. */
    const struct gap_accepted *gap_accepted;
    /* Make the task's rows anew from the topics that define them. */
    const struct rebuild_rows *rebuild;
};

extern const struct fy_schema operation_schema;

enum fy_status operation_encode(const struct operation *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status operation_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct operation *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
