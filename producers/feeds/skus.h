/*
 * skus.h - which SKUs a feed has spoken of: a set that only grows.
 *
 * A second row of a SKU is refused. Two rows of one SKU may be 1,000 numbers apart and on their way
 * at once; were the first lost and the second written, the first sent again would be taken for a
 * repeat, because `stock` tells repeats within 64 numbers.
 *
 * Memory:  8 bytes a SKU and room for as many again. Two SKUs are taken for one where 64 bits of a
 *          BLAKE2b agree: once in some 10^9 feeds of 100,000 rows.
 */
#ifndef PRODUCERS_FEEDS_SKUS_H
#define PRODUCERS_FEEDS_SKUS_H

#include "lib/arena.h"

/* All zero is empty. */
struct feed_skus {
    uint64_t *slots; /* 0: free. */
    size_t count_max;
    size_t count;
};

/* False when there is no memory. *ret_new: it was not in the set, and is now. */
bool feed_skus_add(struct feed_skus *skus, struct fy_slice sku, bool *ret_new);
void feed_skus_done(struct feed_skus *skus);

#endif
