/*
 * offers.h - what is on offer, and what of it hardly anybody knows yet.
 *
 * A SKU is *cold* while it is on offer and in stock, fewer than OFFERS_KNOWN sessions of the index
 * hold it, and it was seen in lists fewer than OFFERS_SHOWN_MAX times. Cold ones are ordered by how
 * often they were seen, then the one whose product record is newer, so each new one is first until
 * somebody has seen it. What is cold follows from the newest record of each SKU in `products` and
 * `stock-levels`, and from `activity`.
 * Rows:    space ROWS_OFFERS, SKU -> struct offer, written as it changes.
 * Errors:  FY_FATAL: no memory, or the store's.
 * Memory:  some 100 bytes a SKU that was ever listed or seen in a list.
 * Threads: one owner.
 */
#ifndef RECOMMEND_OFFERS_H
#define RECOMMEND_OFFERS_H

#include "lib/store.h"
#include "processors/recommend/engine/engine.h"

enum {
    OFFERS_KNOWN = 5,
    OFFERS_SHOWN_MAX = 200, /* Whoever was seen so often and clicked by nobody had their chance. */
    OFFERS_COLD_MAX = 100,  /* Of one list. */
};

struct offers;
struct learned;

struct offers *offers_new(void); /* NULL: no memory. */
void offers_free(struct offers *offers);
void offers_clear(struct offers *offers);

/* From the rows, into what is empty. */
enum fy_status offers_load(
    struct offers *offers, struct fy_store *store, struct fy_err *err) FY_MUST_CHECK;

/* A record of `products` and where it stands; `on_offer`: it is not withdrawn. */
enum fy_status offers_product(struct offers *offers,
    struct fy_slice sku,
    bool on_offer,
    const struct engine_order *written,
    struct fy_store_batch *rows,
    struct fy_err *err) FY_MUST_CHECK;

/* A record of `stock-levels`. */
enum fy_status offers_level(struct offers *offers,
    struct fy_slice sku,
    bool in_stock,
    struct fy_store_batch *rows,
    struct fy_err *err) FY_MUST_CHECK;

/* Somebody saw it in a list. */
enum fy_status offers_shown(struct offers *offers,
    struct fy_slice sku,
    struct fy_store_batch *rows,
    struct fy_err *err) FY_MUST_CHECK;

/* The first of the cold; slices live until the next record. */
size_t offers_cold(struct offers *offers,
    const struct learned *learned,
    struct fy_slice ret_skus[OFFERS_COLD_MAX]);

#endif
