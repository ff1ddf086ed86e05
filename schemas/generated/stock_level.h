/*
 * Made by fy-generate from schemas/stock_level.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_STOCK_LEVEL_H
#define FY_GENERATED_STOCK_LEVEL_H

#include "schemas/codec/codec.h"
#include "schemas/generated/money.h"
#include "schemas/generated/position.h"

/* What one supplier has. */
struct level_offer {
    /* Who. */
    struct fy_slice supplier;
    /* Price of one item. */
    struct money price;
    /* Whole items there, those that are promised too. */
    int64_t on_hand_units;
    /* Of them, promised to orders that are not paid. */
    int64_t held_units;
    /* Of them, sold and not shipped. */
    int64_t committed_units;
    /* Whole items that can be bought now, >= 0. */
    int64_t available_units;
    /* Stock is low when so many items or fewer are promised to nobody; null: never. */
    bool has_threshold_units;
    int64_t threshold_units;
    /* Stock is low. */
    bool low;
    /* Since when it is on offer no more, UTC; null while it is on offer. */
    bool has_withdrawn_ms;
    int64_t withdrawn_ms;
    /* How much of an old count is not sold; null: all is. */
    bool has_buffer_percent;
    int64_t buffer_percent;
    /* When it was last counted, UTC; 0: never. */
    int64_t counted_ms;
};

struct stock_level_as_of {
    const struct position *items;
    size_t count;
};

struct stock_level_offers {
    const struct level_offer *items;
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
    /* The first of its suppliers, whose words customers read. */
    struct fy_slice supplier;
    /* Whole items on hand of all suppliers, >= 0. */
    int64_t on_hand_units;
    /*
     * Whole items of all suppliers that can be bought now, >= 0; 0 of a product that is withdrawn.
     */
    int64_t available_units;
    /*
     * Of that supplier: stock is low when so many items or fewer are promised to nobody; null:
     * never.
     */
    bool has_threshold_units;
    int64_t threshold_units;
    /* The lowest price of a supplier that has some; null: nobody has. */
    const struct money *best_price;
    /*
     * What each supplier has, in the order in which they listed it. For that supplier and operators
     * only.
     */
    struct stock_level_offers offers;
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
