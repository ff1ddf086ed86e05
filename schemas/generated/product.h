/*
 * Made by fy-generate from schemas/product.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PRODUCT_H
#define FY_GENERATED_PRODUCT_H

#include "schemas/codec/codec.h"
#include "schemas/generated/image.h"
#include "schemas/generated/money.h"
#include "schemas/generated/position.h"

struct product_as_of {
    const struct position *items;
    size_t count;
};

struct product_gtins {
    const struct fy_slice *items;
    size_t count;
};

struct product_images {
    const struct image *items;
    size_t count;
};

struct product_suppliers {
    const struct fy_slice *items;
    size_t count;
};

/* A product as customers see it now. */
struct product {
    /* The SKU; also the key. */
    struct fy_slice sku;
    /* Newest input included, one per topic. */
    struct product_as_of as_of;
    /* Append time of the newest input, UTC. */
    int64_t updated_ms;
    /* Whose words and pictures these are: the first of those who offer it. */
    struct fy_slice supplier;
    /* What customers read. */
    struct fy_slice title;
    /* More of it. */
    struct fy_slice description;
    /* Brand. */
    struct fy_slice brand;
    /* Price of one item: the lowest of those who have some; else of those who offer it. */
    struct money price;
    /* Since when it is on offer no more, UTC; null while it is on offer. */
    bool has_withdrawn_ms;
    int64_t withdrawn_ms;
    /* Barcodes of one item, GTINs of 14 digits. */
    struct product_gtins gtins;
    /* Pictures of it, in order; at most 16. */
    struct product_images images;
    /* All who offer it now, in the order in which they listed it. */
    struct product_suppliers suppliers;
    /* Where it stands in the shop: home/kitchen/mugs. */
    struct fy_slice category;
};

extern const struct fy_schema product_schema;

enum fy_status product_encode(const struct product *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status product_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct product *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
