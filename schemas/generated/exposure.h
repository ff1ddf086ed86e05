/*
 * Made by fy-generate from schemas/exposure.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_EXPOSURE_H
#define FY_GENERATED_EXPOSURE_H

#include "schemas/codec/codec.h"
#include "schemas/generated/money.h"

struct exposure_revenue {
    const struct money *items;
    size_t count;
};

/*
 * What one supplier was seen, of one product or of all, on one day: one part of it. All parts of a
 * supplier, day and product added up are the whole.
 */
struct exposure {
    /* Whom it counts for: whose product page it was, at the edge; of orders, who delivers. */
    struct fy_slice supplier;
    /* Days since 1970, UTC, by the edge's time. */
    int32_t day;
    /* Which product; null: any of the supplier's. */
    struct fy_slice sku;
    /* Which part: the task and what it counts, as in 3 or 3-orders. */
    struct fy_slice part;
    /* Append time of the newest input counted, UTC. */
    int64_t updated_ms;
    /* Times it was seen in a list where its score put it. */
    int64_t impressions;
    /* Times it was seen in a place kept for what nobody knows yet. */
    int64_t impressions_explored;
    /* Times it was seen in a place kept for suppliers below the day's minimum. */
    int64_t impressions_minimum;
    /* Times it was chosen from a list, of any kind of place. */
    int64_t clicks;
    /* Product pages opened, from lists and from elsewhere. */
    int64_t views;
    /* Times it was put into a cart that did not hold it. */
    int64_t carts;
    /*
     * Orders confirmed that hold it; one with several of the supplier's products is one where sku
     * is null.
     */
    int64_t orders;
    /* Whole items of them. */
    int64_t units;
    /* What was paid for these, by currency; what is returned is not taken off. */
    struct exposure_revenue revenue;
    /* Visitors who saw any of the supplier's products in a list; counted where sku is null. */
    int64_t visitors;
    /* What counts nowhere above, being more than 1,000 of one visitor on one day. */
    int64_t beyond;
};

extern const struct fy_schema exposure_schema;

enum fy_status exposure_encode(const struct exposure *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status exposure_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct exposure *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
