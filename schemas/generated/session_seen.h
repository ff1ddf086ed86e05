/*
 * Made by fy-generate from schemas/session_seen.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_SESSION_SEEN_H
#define FY_GENERATED_SESSION_SEEN_H

#include "schemas/codec/codec.h"

/* Which numbers of one client session were read. */
struct session_seen {
    /* The client's session. */
    struct fy_slice session;
    /* Highest n read. */
    int64_t n_max;
    /* Bit i set: n_max - i was read, i in 0 .. 63. */
    int64_t window;
};

#endif
