/*
 * visitor.h - one visitor's newest session, and which of their events were read.
 *
 * Pure: no clock, no I/O, no allocation. Definition: docs/decisions/0040-lists-from-activity.md.
 * Memory:  slices are borrowed; whoever keeps a visitor keeps what they point to.
 */
#ifndef RECOMMEND_VISITOR_H
#define RECOMMEND_VISITOR_H

#include "lib/arena.h"
#include "processors/recommend/engine/engine.h"

enum {
    VISITOR_GAP_MS = 30 * 60 * 1000, /* A longer pause ends a session. */
    VISITOR_SEEN_MAX = 8, /* Client sessions whose repeats are recognised, as `history` does. */
    VISITOR_SEEN_BITS = 64,
};

/* Views in their order, repeats included. */
struct visitor_clicks {
    struct fy_slice skus[ENGINE_CLICKS_MAX];
    size_t count;
};

/* Which numbers of one client session were read. */
struct visitor_seen {
    struct fy_slice session;
    int64_t n_max;
    uint64_t window; /* Bit i: n_max - i was read. */
};

/* All zero but `slot` and `owner`, which are ENGINE_NONE, is a visitor of whom nothing is known. */
struct visitor {
    int64_t view_ms;               /* Time of the newest view; counts only when there are views. */
    struct visitor_clicks viewed;  /* The newest session's newest views. */
    struct visitor_clicks learned; /* Of it, what others may learn from, since one was full. */
    struct engine_order order; /* Of the newest view in `learned`; counts only when there is one. */
    uint32_t slot;             /* Where the index had these when this was last put. */
    uint32_t owner;            /* Their number among all, to the engine; ENGINE_NONE: none yet. */
    int64_t forgotten_ms;      /* When they were forgotten last; 0: never. */
    struct visitor_seen seen[VISITOR_SEEN_MAX]; /* The one that spoke last is last. */
    size_t seen_count;
};

/* True when event `n` of the client's `session` is read for the first time; it counts as read then.
 */
bool visitor_first_read(struct visitor *visitor, struct fy_slice session, int64_t n);

/* Will `learned`, which is not empty, be over with a view of that time: after a pause, or full? */
bool visitor_ends(const struct visitor *visitor, bool learn, int64_t append_ms);

/* At that time, is `learned` the visitor's own session of the moment, not a neighbour like others?
 */
bool visitor_goes_on(const struct visitor *visitor, int64_t append_ms);

/* A view. `written` is where it stands and its append time; with `learn` it becomes the session's
 * order. */
void visitor_view(
    struct visitor *visitor, struct fy_slice sku, bool learn, const struct engine_order *written);

#endif
