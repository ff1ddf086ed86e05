/*
 * visitor.h - one visitor's newest session, and which of their events were read.
 *
 * Pure: no clock, no I/O, no allocation. Definition: docs/decisions/0004-session-knn.md.
 * Memory:  slices are borrowed; whoever keeps a visitor keeps what they point to.
 */
#ifndef RECOMMEND_VISITOR_H
#define RECOMMEND_VISITOR_H

#include "processors/recommend/knn.h"

enum {
    VISITOR_GAP_MS = 30 * 60 * 1000, /* A longer pause ends a session. */
    VISITOR_SEEN_MAX = 8, /* Client sessions whose repeats are recognised, as `history` does. */
    VISITOR_SEEN_BITS = 64,
};

/* Different items in the order of their last views. */
struct visitor_items {
    struct fy_slice skus[KNN_SESSION_ITEMS_MAX];
    size_t count;
};

/* Which numbers of one client session were read. */
struct visitor_seen {
    struct fy_slice session;
    int64_t n_max;
    uint64_t window; /* Bit i: n_max - i was read. */
};

/* All zero but `slot`, which is KNN_NONE, is a visitor of whom nothing is known. */
struct visitor {
    int64_t view_ms;              /* Time of the newest view; counts only when there are views. */
    struct visitor_items viewed;  /* The newest session. */
    struct visitor_items learned; /* Of it, what others may learn from. */
    struct knn_order order; /* Of the newest view in `learned`; counts only when there is one. */
    uint32_t slot;          /* Where the index had the session when this was last put. */
    struct visitor_seen seen[VISITOR_SEEN_MAX]; /* The one that spoke last is last. */
    size_t seen_count;
};

/* True when event `n` of the client's `session` is read for the first time; it counts as read then.
 */
bool visitor_first_read(struct visitor *visitor, struct fy_slice session, int64_t n);

/* A view. `written` is where it stands and its append time; with `learn` it becomes the session's
 * order. */
void visitor_view(
    struct visitor *visitor, struct fy_slice sku, bool learn, const struct knn_order *written);

#endif
