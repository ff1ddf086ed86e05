/*
 * Made by fy-generate from schemas/supply.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_SUPPLY_H
#define FY_GENERATED_SUPPLY_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/image.h"
#include "schemas/generated/money.h"

struct product_listed_gtins {
    const struct fy_slice *items;
    size_t count;
};

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
    /* Barcodes of one item: GTIN-8, 12, 13 or 14; kept as 14 digits. */
    struct product_listed_gtins gtins;
    /* Where it stands in the shop: home/kitchen/mugs. */
    struct fy_slice category;
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

/* The product is on offer no more, until it is listed again. */
struct product_withdrawn {
    /* Why, in the supplier's words. */
    struct fy_slice reason;
};

/* Items arrived and are there from now on, beside those that were. */
struct stock_received {
    /* Whole items that arrived. */
    int64_t units;
};

/* The items on hand are more or fewer than the books say, and why. */
struct stock_adjusted {
    /* Whole items to add; below 0 to take away; not 0. */
    int64_t units;
    /* Why: broken, found, stolen. */
    struct fy_slice reason;
};

/* From which level on stock is low. */
struct threshold_set {
    /* Stock is low when so many items or fewer can be bought; null: never. */
    bool has_units;
    int64_t units;
};

struct offer_stated_gtins {
    const struct fy_slice *items;
    size_t count;
};

/*
 * Some of what is said of a product, at once or not at all; what is left out stays as it is. With
 * title and price it puts a product on offer.
 */
struct offer_stated {
    /* What customers read. */
    struct fy_slice title;
    /* More of it. */
    struct fy_slice description;
    /* Brand. */
    struct fy_slice brand;
    /* Price of one item. */
    const struct money *price;
    /* Barcodes of one item, instead of those before; kept as 14 digits. None: they stay. */
    struct offer_stated_gtins gtins;
    /* Whole items on hand. */
    bool has_units;
    int64_t units;
    /* Stock is low when so many items or fewer can be bought. */
    bool has_threshold_units;
    int64_t threshold_units;
    /* Where it stands in the shop: home/kitchen/mugs. */
    struct fy_slice category;
};

/* A scan of this session was none: its items did not arrive. */
struct scan_undone {
    /* Which scan, by its number in the session. */
    int64_t undone_n;
    /* Whole items that scan said. */
    int64_t units;
};

/* A picture of the product, behind those that it has. */
struct image_attached {
    /* The picture. */
    struct image image;
};

/* A picture is the product's no more. */
struct image_detached {
    /* Which: 64 hex digits. */
    struct fy_slice hash;
};

/* How much of an old count is not sold: age of the count x sales rate x percent. */
struct buffer_set {
    /*
     * Of what was probably sold elsewhere since the last count; null: all that was counted is sold.
     */
    bool has_percent;
    int64_t percent;
};

/* What a supplier said of one SKU. Exactly one of the nullable records is set. */
struct supply {
    /* Who, when and why. */
    struct envelope envelope;
    /* The SKU, a product category; also the key. */
    struct fy_slice sku;
    /* Which supplier speaks. */
    struct fy_slice supplier;
    /*
     * The feed or scan session it came in, 32 hex digits. With n it recognises a repeat; null for a
     * single write.
     */
    struct fy_slice session;
    /* Number in the session, from 0: the feed's row, or the scan. Set together with session. */
    bool has_n;
    int64_t n;
    /* The product is on offer from now on. */
    const struct product_listed *product_listed;
    /* The price changed. */
    const struct price_set *price_set;
    /* The supplier counted what is there. */
    const struct stock_counted *stock_counted;
    /* The product is on offer no more, until it is listed again. */
    const struct product_withdrawn *product_withdrawn;
    /* Items arrived. */
    const struct stock_received *stock_received;
    /* The items on hand are more or fewer than the books say. */
    const struct stock_adjusted *stock_adjusted;
    /* From which level on stock is low. */
    const struct threshold_set *threshold_set;
    /* Some of what is said of a product; what is left out stays as it is. */
    const struct offer_stated *offer_stated;
    /* A scan of this session was none. */
    const struct scan_undone *scan_undone;
    /* A picture of the product, which the edge has on disk. */
    const struct image_attached *image_attached;
    /* A picture is the product's no more. */
    const struct image_detached *image_detached;
    /* How much of an old count is not sold. */
    const struct buffer_set *buffer_set;
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
