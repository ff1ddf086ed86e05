/*
 * Made by fy-generate from schemas/stock_event.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_STOCK_EVENT_H
#define FY_GENERATED_STOCK_EVENT_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/money.h"

/* The product as it now is. */
struct product_changed {
    /* What customers read. */
    struct fy_slice title;
    /* More of it. */
    struct fy_slice description;
    /* Brand. */
    struct fy_slice brand;
    /* Price of one item. */
    struct money price;
};

/* The count on hand changed. */
struct stock_set {
    /* Whole items on hand, >= 0. */
    int64_t on_hand_units;
};

/* The fact changes nothing, and why. */
struct supply_refused {
    /* unknown_sku, other_supplier or other_currency. */
    struct fy_slice reason;
};

/* What the stock task decided about one SKU. Exactly one of the nullable records is set. */
struct stock_event {
    /* Who, when and why; writer and seq are set. */
    struct envelope envelope;
    /* The SKU; also the key. */
    struct fy_slice sku;
    /* Which supplier. */
    struct fy_slice supplier;
    /* The product's public words or price changed. */
    const struct product_changed *product_changed;
    /* The count on hand changed. */
    const struct stock_set *stock_set;
    /* The fact changes nothing, and why. */
    const struct supply_refused *supply_refused;
};

extern const struct fy_schema stock_event_schema;

enum fy_status stock_event_encode(const struct stock_event *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status stock_event_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_event *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
