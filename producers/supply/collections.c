/* POST /v1/collections: collections as they now are, one or an array of them. */
#include "producers/edge.h"
#include "producers/routes.h"
#include "schemas/generated/collection.h"

static const struct edge_route route = {
    .name = "collections",
    .topic = FY_TOPIC_COLLECTIONS,
    .elements_max = 100,
};

static bool take_element(struct edge *edge, size_t index)
{
    struct fy_slice caller = fy_slice_of("operator");
    struct collection collection;

    if (!edge_decode(edge, index, &collection) || !edge_knows_skus(edge, index, &collection))
        return false;
    edge_stamp(edge, index, caller, NULL, 0, &collection.envelope);
    collection.envelope.root = caller;
    collection.envelope.actor = fy_slice_of("service:operator");
    return edge_encode(edge, index, collection.collection, &collection);
}

void producers_collections(struct fy_http_request *request, void *program)
{
    struct edge *edge;
    struct fy_slice location;

    if (!edge_open(&route, program, request, &edge))
        return;
    for (size_t i = 0; i < edge->count; i++)
        if (!take_element(edge, i))
            return;
    location = fy_arena_format(
        edge->arena, "/v1/collections/%.*s", FY_SLICE_ARG(edge->facts[edge->count - 1].key));
    edge_send(edge, fy_slice_of("operator"),
        edge->count == 1 ? (const char *)location.data : "/v1/collections");
}
