/*
 * Made by fy-generate from schemas/order_shipment.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_SHIPMENT_H
#define FY_GENERATED_ORDER_SHIPMENT_H

#include "schemas/codec/codec.h"
#include "schemas/generated/order_item.h"

struct order_shipment_items {
    const struct order_item *items;
    size_t count;
};

/* A parcel. */
struct order_shipment {
    /* Who sent it. */
    struct fy_slice supplier;
    /* When it was told, UTC. */
    int64_t shipped_ms;
    /* Who carries it, a word. */
    struct fy_slice carrier;
    /* The carrier's number of it. */
    struct fy_slice tracking;
    /* What is in it. */
    struct order_shipment_items items;
};

#endif
