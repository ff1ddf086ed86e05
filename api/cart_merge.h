/*
 * cart_merge.h - one cart of what several owners have said: a person, and the visitors they were.
 *
 * Shape:   merge_add(one owner's lines) for each, merge_ordered(a line of an order) for each that
 *          was placed; then lines with units > 0 count, the newest word first.
 * Rules:   of a SKU the newest word counts, whoever said it. What an owner said before they set
 *          their whole cart does not. What was ordered since it was said is in the cart no more.
 * Limits:  CART_SKUS_MAX SKUs; the oldest words go. Memory: strings are borrowed. Threads: pure.
 */
#ifndef API_CART_MERGE_H
#define API_CART_MERGE_H

#include "api/cart_views.h"

struct cart_merge {
    struct cart_line lines[CART_SKUS_MAX];
    int count;
};

void cart_merge_add(
    struct cart_merge *merge, const struct cart_line *lines, int count, int64_t set_ms);
void cart_merge_ordered(struct cart_merge *merge, struct fy_slice sku, int64_t placed_ms);

/* Orders the lines that count by time, the newest first, at most CART_LINES_MAX of them. */
void cart_merge_end(struct cart_merge *merge);

/* When the oldest word that counts was said: orders before it change nothing. */
int64_t cart_merge_oldest_ms(const struct cart_merge *merge);

#endif
