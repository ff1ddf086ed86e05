/*
 * take.h - facts of `supply`: what each route that writes them has in common.
 *
 * Shape:   the route opens its edge, begins a listing, takes each element, and answers by
 *          edge_send.
 * Rules:   the supplier is the caller's. A SKU counts as known when it is this supplier's in the
 *          view of products, or was listed by this instance, or by an element before it in the same
 *          batch: another's is as unknown as none.
 * Memory:  the request's arena.
 */
#ifndef PRODUCERS_SUPPLY_TAKE_H
#define PRODUCERS_SUPPLY_TAKE_H

#include "producers/edge.h"

struct supply;

/* Each returns false when it has answered the request. */
bool supply_take_begin(struct edge *edge);

/* Element `index` is JSON of one supply fact. */
bool supply_take(struct edge *edge, size_t index);

/* The same of a fact that is there already; its texts are of the arena, or static. */
bool supply_take_fact(struct edge *edge, size_t index, struct supply *fact);

/* For which supplier: after supply_take_begin. */
struct fy_slice supply_supplier(const struct edge *edge);

/* Barcodes as 14 digits. FY_REJECT names the field: "offer_stated.gtins[1]: ...". */
enum fy_status supply_gtins_normal(
    struct supply *supply, struct fy_arena *arena, struct fy_err *err) FY_MUST_CHECK;

/* The route's `written`: what was listed is known to this instance from now on. */
void supply_written(struct edge *edge);

#endif
