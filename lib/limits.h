/*
 * limits.h - how often somebody may do something: token buckets in memory of a fixed size.
 *
 * Shape:   take(who, limit, now) -> yes, or no and in how many ms to ask again. `who` is a list of
 *          texts: what is limited, and of whom ("login", account). Each list has a bucket that
 *          holds `burst` and is refilled with `per_minute`; a refusal takes nothing from it.
 * Memory:  16 bytes a bucket, all of it from the start. A bucket that is full again is as good as
 *          none. Where more are in use than there is room for, the fullest of eight goes: somebody
 *          is let off early, nobody is refused for another's deeds. Which eight, nobody outside
 *          can know: the digest has a secret of the process.
 * Instances count for themselves: a limit is per process.
 * Errors:  none.
 * Threads: one owner.
 * Source:  the generic cell rate algorithm (ITU-T I.371): one time says all of a bucket.
 */
#ifndef FY_LIMITS_H
#define FY_LIMITS_H

#include "lib/arena.h"

struct fy_limits;

struct fy_limit {
    int burst;      /* So many at once: 1 .. 1,000,000. */
    int per_minute; /* As many come back in a minute: 1 .. 1,000,000. */
};

enum { FY_LIMITS_PARTS_MAX = 4 };

/* `buckets`: 8 .. 2^24. NULL when there is no memory. */
struct fy_limits *fy_limits_new(uint32_t buckets);
void fy_limits_free(struct fy_limits *limits);

/* `now_ms`: of a clock that does not go back; monotonic. *ret_wait_ms, at least 1, on false. */
bool fy_limits_take(struct fy_limits *limits,
    const struct fy_slice *who,
    int parts,
    struct fy_limit limit,
    int64_t now_ms,
    int64_t *ret_wait_ms);

#endif
