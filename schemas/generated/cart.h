/*
 * Made by fy-generate from schemas/cart.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_CART_H
#define FY_GENERATED_CART_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/order_item.h"

/* The cart holds so many of one SKU from now on. */
struct cart_item_chosen {
    /* Which SKU. */
    struct fy_slice sku;
    /* Whole items; 0 takes it out. */
    int64_t units;
};

struct cart_set_items {
    const struct order_item *items;
    size_t count;
};

/* The cart holds these and nothing else from now on. */
struct cart_set {
    /* What, each SKU once; none: it is empty. */
    struct cart_set_items items;
};

/*
 * What somebody has in their cart. Exactly one of the nullable records is set. By SKU the newest
 * counts, among those of a person and of the visitors they are; what was ordered since is in it no
 * more.
 */
struct cart {
    /* Who, when and why. */
    struct envelope envelope;
    /* The person, or the visitor while signed out, 32 hex digits; also the key. */
    struct fy_slice owner;
    /* The cart holds so many of one SKU. */
    const struct cart_item_chosen *item_set;
    /* The cart holds these and nothing else. */
    const struct cart_set *cart_set;
};

extern const struct fy_schema cart_schema;

enum fy_status cart_encode(const struct cart *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status cart_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct cart *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
