/*
 * Made by fy-generate from schemas/stock_level.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_STOCK_LEVEL_H
#define FY_GENERATED_STOCK_LEVEL_H

#include "schemas/codec/codec.h"
#include "schemas/generated/position.h"

struct stock_level_as_of {
    const struct position *items;
    size_t count;
};

/* How many items of one SKU can be bought now. */
struct stock_level {
    /* The SKU; also the key. */
    struct fy_slice sku;
    /* Newest input included, one per topic. */
    struct stock_level_as_of as_of;
    /* Append time of the newest input, UTC. */
    int64_t updated_ms;
    /* Whose stock. */
    struct fy_slice supplier;
    /* Whole items on hand, >= 0. */
    int64_t on_hand_units;
    /* Whole items that can be bought now, >= 0; 0 of a product that is withdrawn. */
    int64_t available_units;
    /* Stock is low when so many items or fewer can be bought; null: never. */
    bool has_threshold_units;
    int64_t threshold_units;
};

extern const struct fy_schema stock_level_schema;

enum fy_status stock_level_encode(const struct stock_level *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status stock_level_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_level *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
