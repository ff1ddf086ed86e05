/*
 * one.h - a write whose path says what it is about: PUT /v1/products/{sku} and its like.
 *
 * Shape:   check the names in path and header, open, wrap the body into the JSON of the fact; then
 *          as any other write. Each returns false when it has answered the request.
 * Memory:  the request's arena.
 */
#ifndef PRODUCERS_SUPPLY_ONE_H
#define PRODUCERS_SUPPLY_ONE_H

#include "producers/edge.h"

/* `text` may stand for a SKU, a supplier or a collection; so it needs no escapes in JSON. */
bool one_check_name(struct fy_http_request *request, const char *field, struct fy_slice text);

/*
 * edge_open of one object. An Idempotency-Key is for this route and `id` alone: the same key may be
 * used for another SKU, and gives another event.
 */
bool one_open(const struct edge_route *route,
    struct fy_http_request *request,
    void *program,
    struct fy_slice id,
    struct edge **ret_edge);

/* The element becomes `before`, `body`, `after`. An absent `before` did not fit the arena. */
bool one_wrap(struct edge *edge, struct fy_slice before, struct fy_slice body, const char *after);

#endif
