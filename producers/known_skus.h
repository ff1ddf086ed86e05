/*
 * known_skus.h - is there a product of this SKU? A view of `products`, and what was listed just
 * now.
 *
 * Rows: space 1 of the store, key SKU, value the product as it was on the topic; space 3, key
 * supplier NUL GTIN NUL SKU, value one byte: the product is asked whether it still has that
 * barcode, so a row that is out of date does no harm. The newest 65,536 SKUs that were found are
 * remembered in memory with whose they are, and half as many that this instance has written down as
 * listed: those are known before the stock task has answered and the view has read it.
 * Errors:  FY_FATAL: the store failed.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_KNOWN_SKUS_H
#define PRODUCERS_KNOWN_SKUS_H

#include "lib/source.h"
#include "lib/store.h"

struct known_skus;

/* Borrows the store. `cache_max`: of each of the two memories. */
struct known_skus *known_skus_new(struct fy_store *store, uint32_t cache_max);
void known_skus_free(struct known_skus *known);

/* The follower's `apply` for `products`; the context is a struct known_skus. */
enum fy_status known_skus_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* This instance has written down that `supplier` lists `sku`. */
void known_skus_listed(struct known_skus *known, struct fy_slice sku, struct fy_slice supplier);

enum fy_status known_skus_has(struct known_skus *known,
    struct fy_slice sku,
    struct fy_arena *arena,
    bool *ret_known,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Does `supplier` offer it: as the view says, or as this instance has written down? Whether another
 * had it first, `stock` decides. A product that is withdrawn is still its supplier's.
 */
enum fy_status known_skus_owned(struct known_skus *known,
    struct fy_slice sku,
    struct fy_slice supplier,
    struct fy_arena *arena,
    bool *ret_owned,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Whose page it is: the supplier whose words and pictures it has; while the view has not read it,
 * who listed it here first. Empty where neither tells. Valid until the next look.
 */
enum fy_status known_skus_supplier(struct known_skus *known,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct fy_slice *ret_supplier,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Whose barcode is it, among what `supplier` offers: *ret_count products, 0, 1 or more; and the
 * first of them, of the arena.
 */
enum fy_status known_skus_of_gtin(struct known_skus *known,
    struct fy_slice supplier,
    struct fy_slice gtin,
    struct fy_arena *arena,
    int *ret_count,
    struct fy_slice *ret_sku,
    struct fy_err *err) FY_MUST_CHECK;

#endif
