/* knn_index.h - what knn.c and knn_query.c share, and nobody else. */
#ifndef RECOMMEND_KNN_INDEX_H
#define RECOMMEND_KNN_INDEX_H

#include "processors/recommend/catalogue.h"
#include "processors/recommend/knn.h"

/* A posting list is this long: the newest KNN_RECENT, and one more that may be the asker's own. */
enum { KNN_POSTING_MAX = KNN_RECENT + 1 };

struct session {
    struct knn_order order;
    uint32_t *items; /* Numbers, in the order of their last clicks. */
    uint32_t heap_at;
    uint8_t count, max; /* Of items. */
};

/* A candidate while it is scored: what each view says for it. */
struct knn_votes {
    uint32_t item;
    int64_t by_view[KNN_VIEWS];
};

struct knn_index {
    struct session *sessions; /* By slot. */
    uint32_t session_count, session_room, sessions_max;
    uint32_t *heap; /* Slots, the oldest session first: who goes when one too many comes. */
    struct catalogue catalogue;

    /* Scratch of a query. */
    uint32_t query; /* Number of the query, to tell its marks from older ones. */
    struct knn_votes *votes;
    uint32_t vote_count, vote_max;
};

#endif
