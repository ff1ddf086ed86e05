/*
 * POST /v1/collections: collections as they now are, one or an array of them.
 * PUT /v1/collections/{collection}: one, whose id is the path's.
 */
#include "lib/caller.h"
#include "producers/edge.h"
#include "producers/routes.h"
#include "producers/supply/one.h"
#include "schemas/generated/collection.h"

#include <string.h>

static const struct edge_route route = {
    .name = "collections",
    .topic = FY_TOPIC_COLLECTIONS,
    .elements_max = 100,
};

static const struct edge_route put_route = {
    .name = "collection_put",
    .topic = FY_TOPIC_COLLECTIONS,
    .elements_max = 1,
};

static bool take_element(struct edge *edge, size_t index)
{
    struct fy_slice caller = fy_slice_of("operator");
    struct collection collection;
    const struct fy_caller *who = fy_http_caller(edge->request);

    assert(who != NULL);
    if (!edge_decode(edge, index, &collection) || !edge_knows_skus(edge, index, &collection))
        return false;
    edge_stamp(edge, index, caller, NULL, 0, &collection.envelope);
    collection.envelope.root = caller;
    collection.envelope.actor = fy_caller_actor(edge->arena, who);
    return edge_encode(edge, index, collection.collection, &collection);
}

static void take_all(struct edge *edge)
{
    struct fy_slice location;

    for (size_t i = 0; i < edge->count; i++)
        if (!take_element(edge, i))
            return;
    location = fy_arena_format(
        edge->arena, "/v1/collections/%.*s", FY_SLICE_ARG(edge->facts[edge->count - 1].key));
    edge_send(edge, fy_slice_of("operator"),
        edge->count == 1 ? (const char *)location.data : "/v1/collections");
}

void producers_collections(struct fy_http_request *request, void *program)
{
    struct edge *edge;

    if (edge_open(&route, program, request, &edge))
        take_all(edge);
}

/* {"title": ...} -> {"collection":"summer","title": ...}; `{` is the first byte of an element. */
static bool name_in_body(struct edge *edge, struct fy_slice id)
{
    struct fy_slice rest = {edge->elements[0].data + 1, edge->elements[0].size - 1};

    while (rest.size > 0 && strchr(" \t\r\n", rest.data[0]) != NULL) {
        rest.data++;
        rest.size--;
    }
    return one_wrap(edge,
        fy_arena_format(edge->arena, "{\"collection\":\"%.*s\"%s", FY_SLICE_ARG(id),
            rest.data[0] == '}' ? "" : ","),
        rest, "");
}

void producers_collection_put(struct fy_http_request *request, void *program)
{
    struct fy_slice id = fy_http_path_param(request, "collection");
    struct edge *edge;

    if (one_check_name(request, "collection", id) &&
        one_open(&put_route, request, program, id, &edge) && name_in_body(edge, id))
        take_all(edge);
}
