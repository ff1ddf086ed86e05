/*
 * Made by fy-generate from schemas/stock_row.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_STOCK_ROW_H
#define FY_GENERATED_STOCK_ROW_H

#include "schemas/codec/codec.h"
#include "schemas/generated/hold_standing.h"
#include "schemas/generated/image.h"
#include "schemas/generated/money.h"
#include "schemas/generated/parked_key.h"
#include "schemas/generated/position.h"
#include "schemas/generated/task_position.h"

/* Which numbers of one session were read. */
struct supply_session {
    /* The session. */
    struct fy_slice session;
    /* Highest n read. */
    int64_t n_max;
    /* Bit i set: n_max - i was read, i in 0 .. 63. */
    int64_t window;
    /* Bit i set: n_max - i has nothing to undo: no scan, refused, or undone; i in 0 .. 63. */
    int64_t undone;
    /* When our edge took the newest of it, UTC. */
    int64_t event_ms;
};

struct sku_row_as_of {
    const struct position *items;
    size_t count;
};

struct sku_row_recent_ids {
    const struct fy_slice *items;
    size_t count;
};

struct sku_row_gtins {
    const struct fy_slice *items;
    size_t count;
};

struct sku_row_sessions {
    const struct supply_session *items;
    size_t count;
};

struct sku_row_images {
    const struct image *items;
    size_t count;
};

/* One SKU of one supplier. */
struct sku_row {
    /*
     * Empty: rows follow from events, and no event tells what was read. Rows of rules version 1
     * name the newest input included.
     */
    struct sku_row_as_of as_of;
    /* Who offers it. */
    struct fy_slice supplier;
    /* What customers read. */
    struct fy_slice title;
    /* More of it. */
    struct fy_slice description;
    /* Brand. */
    struct fy_slice brand;
    /* Price of one item. */
    struct money price;
    /* Whole items on hand, >= 0. */
    int64_t on_hand_units;
    /* event_id of the last 64 supply facts, newest last: how a repeat is recognised. */
    struct sku_row_recent_ids recent_ids;
    /* Since when it is on offer no more, UTC; null while it is on offer. */
    bool has_withdrawn_ms;
    int64_t withdrawn_ms;
    /* Stock is low when so many items or fewer can be bought; null: never. */
    bool has_threshold_units;
    int64_t threshold_units;
    /* Barcodes of one item, GTINs of 14 digits. */
    struct sku_row_gtins gtins;
    /*
     * Feeds and scan sessions that spoke of it within 8 days, the last 16, newest last: how a
     * repeat is recognised.
     */
    struct sku_row_sessions sessions;
    /* Pictures of it, in order; at most 16. */
    struct sku_row_images images;
    /* Where it stands in the shop: home/kitchen/mugs. */
    struct fy_slice category;
};

/* What one supplier has of it. */
struct shelf_offer {
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
    /* Holds that are held or committed. */
    int64_t hold_count;
    /* The newest hold that is held. */
    struct fy_slice newest_held;
    /* The hold that was committed last and is not shipped. */
    struct fy_slice newest_committed;
    /* Stock is low when so many items or fewer are promised to nobody; null: never. */
    bool has_threshold_units;
    int64_t threshold_units;
    /* It was told that stock is low, and not that it is so no more. */
    bool low;
    /* Since when it is on offer no more, UTC; null while it is on offer. */
    bool has_withdrawn_ms;
    int64_t withdrawn_ms;
    /* How much of an old count is not sold; null: all is. */
    bool has_buffer_percent;
    int64_t buffer_percent;
    /* When it was last counted, UTC; 0: never. */
    int64_t counted_ms;
    /* The week of its newest sale, since 1970. */
    int64_t sales_week;
    /* Whole items sold in that week. */
    int64_t sales_units;
    /* Whole items sold in the week before it. */
    int64_t sales_before_units;
    /* Holds that began to be shipped. Halved together with rejected_count when both are 64. */
    int64_t shipped_count;
    /* Holds that the supplier would not ship. */
    int64_t rejected_count;
};

struct shelf_row_offers {
    const struct shelf_offer *items;
    size_t count;
};

/* What is there of one SKU: small, for each hold changes it. */
struct shelf_row {
    /* Of every price of it, ISO 4217: that of the first. */
    struct fy_slice currency;
    /* Of at most 16 suppliers, in the order in which they listed it. */
    struct shelf_row_offers offers;
    /* The price of one item that customers were last told, minor units; null: none yet. */
    bool has_seen_minor;
    int64_t seen_minor;
    /* How many prices they have been told. */
    int64_t seen_count;
};

/* One hold: how each request of it is answered, a repeat too. */
struct hold_row {
    /* Of which SKU. */
    struct fy_slice sku;
    /* Whose. */
    struct fy_slice order;
    /* The visitor it all began with. */
    struct fy_slice root;
    /* How it stands. */
    struct hold_standing standing;
    /* Since when its state is what it is, UTC. */
    int64_t since_ms;
    /* It was told that it has been held for a day. */
    bool aged;
    /* The next older hold of its supplier in the same state, held or committed. */
    struct fy_slice older;
    /* The next newer one. */
    struct fy_slice newer;
};

/* A private row of the stock task. Exactly one of the nullable records is set. */
struct stock_row {
    /* Where the task stands. */
    const struct task_position *position;
    /* A key whose records go to the dead letters. */
    const struct parked_key *parked;
    /* One SKU. */
    const struct sku_row *sku;
    /* What is there of one SKU, of all its suppliers. */
    const struct shelf_row *shelf;
    /* One hold. */
    const struct hold_row *hold;
};

extern const struct fy_schema stock_row_schema;

enum fy_status stock_row_encode(const struct stock_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status stock_row_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_row *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
