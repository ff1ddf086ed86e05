/*
 * Made by fy-generate from schemas/supply.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_SUPPLY_H
#define FY_GENERATED_SUPPLY_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/money.h"

/* The product is on offer from now on; said again, it is changed. */
struct product_listed {
    /* What customers read. */
    struct fy_slice title;
    /* More of it. */
    struct fy_slice description;
    /* Brand. */
    struct fy_slice brand;
    /* Price of one item. */
    struct money price;
};

/* The price changed. */
struct price_set {
    /* Price of one item from now on. */
    struct money price;
};

/* The supplier counted what is there. */
struct stock_counted {
    /* Whole items on hand. */
    int64_t units;
};

/* What a supplier said of one SKU. Exactly one of the nullable records is set. */
struct supply {
    /* Who, when and why. */
    struct envelope envelope;
    /* The SKU, a product category; also the key. */
    struct fy_slice sku;
    /* Which supplier speaks. */
    struct fy_slice supplier;
    /* The product is on offer from now on. */
    const struct product_listed *product_listed;
    /* The price changed. */
    const struct price_set *price_set;
    /* The supplier counted what is there. */
    const struct stock_counted *stock_counted;
};

extern const struct fy_schema supply_schema;

enum fy_status supply_encode(const struct supply *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status supply_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct supply *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
