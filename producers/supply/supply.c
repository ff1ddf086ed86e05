/* POST /v1/supply: what suppliers say of their SKUs, one fact or an array of them. */
#include "producers/routes.h"
#include "producers/supply/take.h"

static const struct edge_route route = {
    .name = "supply",
    .topic = FY_TOPIC_SUPPLY,
    .elements_max = 1000, /* A catalogue comes in pages. */
    .written = supply_written,
};

void producers_supply(struct fy_http_request *request, void *program)
{
    struct edge *edge;
    struct fy_slice location;

    if (!edge_open(&route, program, request, &edge) || !supply_take_begin(edge))
        return;
    for (size_t i = 0; i < edge->count; i++)
        if (!supply_take(edge, i))
            return;
    location = fy_arena_format(
        edge->arena, "/v1/products/%.*s", FY_SLICE_ARG(edge->facts[edge->count - 1].key));
    edge_send(edge, supply_supplier(edge),
        edge->count == 1 ? (const char *)location.data : "/v1/products");
}
