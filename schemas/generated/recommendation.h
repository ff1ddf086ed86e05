/*
 * Made by fy-generate from schemas/recommendation.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_RECOMMENDATION_H
#define FY_GENERATED_RECOMMENDATION_H

#include "schemas/codec/codec.h"
#include "schemas/generated/position.h"

/* One candidate. */
struct recommended_item {
    /* Which product. */
    struct fy_slice sku;
    /* Higher is better; comparable within one list only. */
    int64_t score;
    /* The viewed product that speaks for it most. */
    struct fy_slice because_sku;
    /* How many of the sessions asked hold both; 0 where it was found through other candidates. */
    int32_t sessions;
    /* How likely it is viewed next, if one of the list is: parts of a million. */
    int32_t share_ppm;
};

struct recommended_collection_members {
    const int32_t *items;
    size_t count;
};

/* One collection. */
struct recommended_collection {
    /* Which collection. */
    struct fy_slice collection;
    /* Which of the items are in it: places in items from 0, best first. */
    struct recommended_collection_members members;
    /* How likely one of these is viewed next: the sum of theirs. */
    int32_t share_ppm;
};

struct recommendation_as_of {
    const struct position *items;
    size_t count;
};

struct recommendation_index_seen {
    const struct position *items;
    size_t count;
};

struct recommendation_items {
    const struct recommended_item *items;
    size_t count;
};

struct recommendation_collections {
    const struct recommended_collection *items;
    size_t count;
};

/*
 * What one visitor may like now, best first: twice as many as are shown, so that sold-out products
 * can be left out.
 */
struct recommendation {
    /*
     * The visitor, 32 hex digits; also the key. 'popular' and 'new' are the lists of everybody:
     * popular now, and on offer but known to hardly anybody yet.
     */
    struct fy_slice visitor;
    /* Newest activity of this visitor included; of everybody's lists none. */
    struct recommendation_as_of as_of;
    /* Append time of the newest input, UTC. */
    int64_t updated_ms;
    /* Names this list; derived from visitor and as_of, of everybody's lists from index_seen. */
    struct fy_slice list_id;
    /* The product viewed last; the shop leaves it out. */
    struct fy_slice current_sku;
    /* How far activity and collections had been read, one per partition. */
    struct recommendation_index_seen index_seen;
    /* Candidates, best first, at most 100. */
    struct recommendation_items items;
    /* Collections of at least two of the items, best first, at most 10. */
    struct recommendation_collections collections;
};

extern const struct fy_schema recommendation_schema;

enum fy_status recommendation_encode(const struct recommendation *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status recommendation_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct recommendation *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
