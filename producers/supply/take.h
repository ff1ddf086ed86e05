/*
 * take.h - facts of `supply`: what each route that writes them has in common.
 *
 * Shape:   the route opens its edge, begins a listing, takes each element, and answers by
 * edge_send. Rules:   a SKU counts as known when it is in the view of products, was listed by this
 * instance, or by an element before it in the same batch. Memory:  the request's arena.
 */
#ifndef PRODUCERS_SUPPLY_TAKE_H
#define PRODUCERS_SUPPLY_TAKE_H

#include "producers/edge.h"

/* Each returns false when it has answered the request. */
bool supply_take_begin(struct edge *edge);

/* Element `index` is JSON of one supply fact. *ret_supplier: who speaks, of the arena. */
bool supply_take(struct edge *edge, size_t index, struct fy_slice *ret_supplier);

/* The same of a fact that is there already; its texts are of the arena, or static. */
struct supply;
bool supply_take_fact(struct edge *edge, size_t index, struct supply *fact);

/* The route's `written`: what was listed is known to this instance from now on. */
void supply_written(struct edge *edge);

#endif
