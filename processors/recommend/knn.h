/*
 * knn.h - session-kNN: what did visitors view who viewed what this one views now?
 *
 * Shape:   put(session) -> index        sessions come and grow, one click at a time
 *          query(index, views) -> list  at most KNN_LIST candidates, best first
 * Exact:   a list is a function of the set of sessions and of the views alone, whatever the order
 * in which the sessions were put; docs/decisions/0004-session-knn.md defines it down to the last
 * tie, in integers. An item's posting list is cut at the newest KNN_RECENT + 1 sessions, which no
 * list can tell from the whole. Units:   idf in 1/64 bits; scores without unit, comparable within
 * one list. Errors:  FY_FATAL when there is no memory. The index is then good for nothing but
 * knn_free. Memory:  about 80 bytes a session, 8 to 12 a click, 160 an item; a full index of 2^20
 * sessions with 100 items each would be 1.3 GB. Slices given are copied; slices of a list live
 * until the next put. Threads: one owner; a query uses scratch memory of the index. Source:
 * VMIS-kNN of Serenade (SIGMOD 2022), VS-kNN and VSTAN (Ludewig 2018, Garg 2019) for its weights.
 */
#ifndef RECOMMEND_KNN_H
#define RECOMMEND_KNN_H

#include "lib/arena.h"
#include "lib/err.h"

/* All of these are part of the definition: another value gives other lists. */
enum {
    KNN_RECENT = 500,     /* m: how many of the newest sessions in question are looked at. */
    KNN_NEIGHBOURS = 200, /* k: how many of these, the most alike, have a vote. */
    KNN_VIEWS = 8,        /* L: how many of the visitor's newest items ask. */
    KNN_SESSION_ITEMS_MAX =
        100, /* Different items; a session that is full is followed by another. */
    KNN_SESSIONS_MAX = 1 << 20, /* Ceiling of sessions_max; scores fit 59 bits below it. */
};

/* Not part of it: a list is cut here. Twice what is shown, so that sold-out products can be left
 * out. */
enum { KNN_LIST = 100 };

#define KNN_NONE UINT32_MAX

/* When and where a session's newest click was written; no two sessions share one. */
struct knn_order {
    int64_t ms;
    int32_t partition;
    int64_t offset;
};

/* Below 0: `a` is older. */
int knn_order_compare(const struct knn_order *a, const struct knn_order *b);

struct knn_candidate {
    struct fy_slice sku;
    struct fy_slice because; /* The view that speaks for it most; one of those given to query. */
    int64_t score;           /* > 0. */
};

struct knn_index;

/* Keeps the newest `sessions_max`, 1 .. KNN_SESSIONS_MAX, by their order. NULL: no memory. */
struct knn_index *knn_new(uint32_t sessions_max);
void knn_free(struct knn_index *index);

/* Forget all sessions. */
void knn_clear(struct knn_index *index);

/*
 * Put a session as it is now: `skus`, 1 .. KNN_SESSION_ITEMS_MAX different ones, in the order in
 * which each was last clicked. `slot` is where it is, or KNN_NONE for one that is not in the index;
 * a session that is has grown: its order is newer, and it lost no item. *ret_slot is where it is
 * then: in a full index in the place of the oldest, or KNN_NONE when the oldest is newer.
 */
enum fy_status knn_put(struct knn_index *index,
    uint32_t slot,
    const struct knn_order *order,
    const struct fy_slice *skus,
    size_t count,
    uint32_t *ret_slot,
    struct fy_err *err) FY_MUST_CHECK;

/* Is what `slot` holds the session whose newest click is `order`? Any slot may be asked for. */
bool knn_holds(const struct knn_index *index, uint32_t slot, const struct knn_order *order);

/* What `slot`, below knn_sessions, holds. Returns how many items. */
size_t knn_session(const struct knn_index *index,
    uint32_t slot,
    struct knn_order *ret_order,
    struct fy_slice ret_skus[KNN_SESSION_ITEMS_MAX]);

/* Slots in use are 0 .. this - 1. */
uint32_t knn_sessions(const struct knn_index *index);
uint32_t knn_items(const struct knn_index *index);

/*
 * What goes with `views`: different items, newest first, of which the first KNN_VIEWS count. `own`
 * is the slot of the visitor's own session, or KNN_NONE. Returns how many candidates, items viewed
 * included.
 */
size_t knn_query(struct knn_index *index,
    uint32_t own,
    const struct fy_slice *views,
    size_t count,
    struct knn_candidate ret_list[KNN_LIST]);

/* floor(64 * log2(x)), exactly: the largest e with 2^e <= x^64. x in 1 .. 2 * KNN_SESSIONS_MAX. */
int knn_log2_64ths(uint32_t x);

#endif
