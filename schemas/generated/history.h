/*
 * Made by fy-generate from schemas/history.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_HISTORY_H
#define FY_GENERATED_HISTORY_H

#include "schemas/codec/codec.h"
#include "schemas/generated/position.h"

/* One view. */
struct view {
    /* Which product. */
    struct fy_slice sku;
    /* When our edge took it, UTC. */
    int64_t event_ms;
};

/* One line of the cart. */
struct cart_item {
    /* Which product. */
    struct fy_slice sku;
    /* Whole items, 1 .. 999. */
    int64_t units;
};

/* How often this visitor did what, ever. */
struct activity_counts {
    /* Product pages opened. */
    int64_t views;
    /* Searches. */
    int64_t searches;
    /* Changes of the cart. */
    int64_t cart_changes;
    /* Lists seen. */
    int64_t recommendations_shown;
    /* Recommended products chosen. */
    int64_t recommendations_clicked;
};

struct history_as_of {
    const struct position *items;
    size_t count;
};

struct history_views {
    const struct view *items;
    size_t count;
};

struct history_cart {
    const struct cart_item *items;
    size_t count;
};

/* What one visitor did, as they may see it. */
struct history {
    /* The visitor, 32 hex digits; also the key. */
    struct fy_slice visitor;
    /* Newest input included, one per topic. */
    struct history_as_of as_of;
    /* Append time of the newest input, UTC. */
    int64_t updated_ms;
    /* Last 50 views, newest first. */
    struct history_views views;
    /* The cart, at most 100 products, in the order they were first put in. */
    struct history_cart cart;
    /* How often this visitor did what. */
    struct activity_counts counts;
};

extern const struct fy_schema history_schema;

enum fy_status history_encode(const struct history *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status history_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct history *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
