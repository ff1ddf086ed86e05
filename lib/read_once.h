/*
 * read_once.h - was this numbered event of a client's session read before?
 *
 * Of each of the last FY_SESSIONS_SEEN_MAX client sessions: the highest n, and which of the 64
 * numbers up to it were read. An n further back counts as read: a client is never that far behind
 * itself, so it can only be a copy. The session that speaks moves to the end, so the one forgotten
 * to make room is the one that has been silent longest.
 * Pure; any n may stand on a topic. Memory: texts are borrowed.
 * Threads: any.
 * Source:  RFC 4303 appendix A2 for the window.
 */
#ifndef FY_READ_ONCE_H
#define FY_READ_ONCE_H

#include "schemas/generated/session_seen.h"

enum {
    FY_SESSIONS_SEEN_MAX = 8, /* Tabs and devices of one visitor that send at the same time. */
    FY_SEEN_WINDOW_BITS = 64, /* Far more than a client has in flight. */
};

/*
 * False when it is a repeat. Else true, and room and *ret_count hold the sessions with it read;
 * `items` may be of the same room.
 */
bool fy_read_once(const struct session_seen *items,
    size_t count,
    struct fy_slice session,
    int64_t n,
    struct session_seen room[FY_SESSIONS_SEEN_MAX],
    size_t *ret_count);

#endif
