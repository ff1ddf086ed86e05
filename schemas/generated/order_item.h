/*
 * Made by fy-generate from schemas/order_item.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_ITEM_H
#define FY_GENERATED_ORDER_ITEM_H

#include "schemas/codec/codec.h"

/* Whole items of one SKU of an order. */
struct order_item {
    /* Which SKU; an order has at most one line of it. */
    struct fy_slice sku;
    /* Whole items. */
    int64_t units;
};

#endif
