/*
 * tap.h - parts of fy-tap: what a person means by a time, and which values are wanted.
 *
 * Errors:  in words; main.c says them and ends.
 * Memory:  the arena given; conditions point into the arguments of the process.
 * Threads: one.
 */
#ifndef TAP_TAP_H
#define TAP_TAP_H

#include "lib/source.h"

enum { TAP_CONDITIONS_MAX = 16, TAP_PATH_PARTS_MAX = 16 };

int64_t tap_now_ms(void);

/*
 * "2026-11-25", "2026-11-25T12:00", "...:30", with or without Z, always UTC; or "-10m" before
 * `now_ms`, in s, m, h or d. False when it is none of these.
 */
bool tap_time(const char *text, int64_t now_ms, int64_t *ret_ms);

/* ms as "2026-11-25T12:00:30.250Z". */
struct fy_slice tap_time_text(int64_t ms, struct fy_arena *arena);

/*
 * An offset of [begin, end) not far before the first record that was written at `ms` or later; what
 * is before it was written earlier.
 */
enum fy_status tap_seek_time(struct fy_source *source,
    struct fy_place begin,
    int64_t end,
    int64_t ms,
    int64_t *ret_offset,
    struct fy_err *err) FY_MUST_CHECK;

/* field=value: a path of names, and what must be there. */
struct tap_condition {
    const char *parts[TAP_PATH_PARTS_MAX];
    int part_count;
    const char *value;
};

/* Checks the path against the schema: a field that cannot be there would just never match. */
enum fy_status tap_condition_read(const struct fy_schema *schema,
    const char *text,
    struct fy_arena *arena,
    struct tap_condition *ret_condition,
    struct fy_err *err) FY_MUST_CHECK;

/* Text is compared without its quotes; null matches what is null or left out; of an array, any. */
bool tap_matches(
    const struct tap_condition *condition, struct fy_slice json, struct fy_arena *arena);

#endif
