/*
 * Made by fy-generate from schemas/history_row.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_HISTORY_ROW_H
#define FY_GENERATED_HISTORY_ROW_H

#include "schemas/codec/codec.h"
#include "schemas/generated/history.h"
#include "schemas/generated/parked_key.h"
#include "schemas/generated/session_seen.h"
#include "schemas/generated/task_position.h"

struct visitor_row_sessions {
    const struct session_seen *items;
    size_t count;
};

/* One visitor: the public history, and how repeats are recognised. */
struct visitor_row {
    /* The public part. */
    struct history history;
    /* The last 8 client sessions, newest last. */
    struct visitor_row_sessions sessions;
    /* When this visitor was forgotten last, UTC; 0: never. */
    int64_t forgotten_ms;
};

/* A private row of the history task. Exactly one of the nullable records is set. */
struct history_row {
    /* Where the task stands. */
    const struct task_position *position;
    /* A key whose records go to the dead letters. */
    const struct parked_key *parked;
    /* One visitor. */
    const struct visitor_row *visitor;
};

extern const struct fy_schema history_row_schema;

enum fy_status history_row_encode(const struct history_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status history_row_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct history_row *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
