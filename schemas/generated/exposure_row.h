/*
 * Made by fy-generate from schemas/exposure_row.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_EXPOSURE_ROW_H
#define FY_GENERATED_EXPOSURE_ROW_H

#include "schemas/codec/codec.h"
#include "schemas/generated/exposure.h"
#include "schemas/generated/money.h"
#include "schemas/generated/parked_key.h"
#include "schemas/generated/session_seen.h"
#include "schemas/generated/task_position.h"

struct onlooker_sessions {
    const struct session_seen *items;
    size_t count;
};

struct onlooker_shown {
    const int64_t *items;
    size_t count;
};

struct onlooker_chosen {
    const int64_t *items;
    size_t count;
};

struct onlooker_cart {
    const struct fy_slice *items;
    size_t count;
};

struct onlooker_reached {
    const struct fy_slice *items;
    size_t count;
};

/* One visitor: how repeats are recognised, and what was counted of them today. */
struct onlooker {
    /* The last 8 client sessions, newest last. */
    struct onlooker_sessions sessions;
    /* Credits counted as seen, newest last; at most 400. */
    struct onlooker_shown shown;
    /* Credits counted as chosen, newest last; at most 64. */
    struct onlooker_chosen chosen;
    /* Products in the cart, newest last; at most 100. */
    struct onlooker_cart cart;
    /* The newest day on which they did anything; what follows is of it. */
    int32_t day;
    /* How much was counted of them on it. */
    int32_t counted;
    /* Suppliers whose products they saw in a list; at most 64. */
    struct onlooker_reached reached;
    /* When this visitor was forgotten last, UTC; 0: never. */
    int64_t forgotten_ms;
};

/* A supplier's exposure on a day that is open. */
struct tally {
    /* The public part. */
    struct exposure exposure;
    /* The row of the same day that was begun before; null: none. */
    struct fy_slice next;
};

/* One product of it. */
struct basket_line {
    /* Which. */
    struct fy_slice sku;
    /* Whole items. */
    int64_t units;
    /* Who gives it; null: nobody yet. */
    struct fy_slice supplier;
    /* Price of one item, when somebody gives it. */
    struct money price;
};

struct basket_lines {
    const struct basket_line *items;
    size_t count;
};

/* An order that is not confirmed yet. */
struct basket {
    /* In the order of the order's lines. */
    struct basket_lines lines;
};

/* A day that is open. */
struct open_day {
    /* Days since 1970, UTC. */
    int32_t day;
    /* Its row that was begun last; each names the one before it. */
    struct fy_slice last;
};

struct open_days_open {
    const struct open_day *items;
    size_t count;
};

struct open_days_closed {
    const struct fy_slice *items;
    size_t count;
};

/* Which days are open, and which rows are to be dropped. */
struct open_days {
    /* Day of the newest record, by its append time. */
    int32_t newest;
    /* Days that are open. */
    struct open_days_open open;
    /* Rows begun last of days that are closed: they and those before them are to go. */
    struct open_days_closed closed;
};

/* A private row of the exposure task. Exactly one of the nullable records is set. */
struct exposure_row {
    /* Where the task stands. */
    const struct task_position *position;
    /* A key whose records go to the dead letters. */
    const struct parked_key *parked;
    /* One visitor. */
    const struct onlooker *onlooker;
    /* One count. */
    const struct tally *tally;
    /* An order that is not confirmed yet. */
    const struct basket *basket;
    /* Which days are open. */
    const struct open_days *days;
};

extern const struct fy_schema exposure_row_schema;

enum fy_status exposure_row_encode(const struct exposure_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status exposure_row_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct exposure_row *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
