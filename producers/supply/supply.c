/* POST /v1/supply: what suppliers say of their SKUs, one fact or an array of them. */
#include "schemas/generated/supply.h"
#include "producers/edge.h"
#include "producers/routes.h"

static void mark_listed(struct edge *edge);

static const struct edge_route route = {
    .name = "supply",
    .topic = FY_TOPIC_SUPPLY,
    .elements_max = 1000, /* A catalogue comes in pages. */
    .written = mark_listed,
};

/* SKUs that this batch lists: known to the elements behind. In the order of the elements. */
struct listing {
    struct fy_slice *skus;
    size_t count;
};

static void mark_listed(struct edge *edge)
{
    const struct listing *listing = edge->own;

    for (size_t i = 0; i < listing->count; i++)
        known_skus_listed(edge->producers->known, listing->skus[i]);
}

/* A count or a price mostly follows its own listing at once: the newest is looked at first. */
static bool is_listed_here(const struct listing *listing, struct fy_slice sku)
{
    for (size_t i = listing->count; i > 0; i--)
        if (fy_slice_equal(listing->skus[i - 1], sku))
            return true;
    return false;
}

static bool check_sku(struct edge *edge, size_t index, const struct supply *supply)
{
    struct listing *listing = edge->own;
    struct fy_err err;
    bool known;

    if (supply->product_listed != NULL) {
        listing->skus[listing->count++] = supply->sku;
        return true;
    }
    if (is_listed_here(listing, supply->sku))
        return true;
    if (known_skus_has(edge->producers->known, supply->sku, edge->arena, &known, &err) != FY_OK) {
        fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return false;
    }
    if (known)
        return true;
    (void)fy_fail(&err, FY_REJECT, "sku: no product of this SKU is listed");
    edge_refuse(edge, FY_PROBLEM_UNKNOWN_SKU, index, &err);
    return false;
}

static bool take_element(struct edge *edge, size_t index, struct fy_slice *ret_supplier)
{
    struct supply supply;

    if (!edge_decode(edge, index, &supply) || !check_sku(edge, index, &supply))
        return false;
    edge_stamp(edge, index, supply.supplier, NULL, 0, &supply.envelope);
    supply.envelope.root = supply.supplier;
    supply.envelope.actor =
        fy_arena_format(edge->arena, "supplier:%.*s", FY_SLICE_ARG(supply.supplier));
    *ret_supplier = supply.supplier;
    return edge_encode(edge, index, supply.sku, &supply);
}

void producers_supply(struct fy_http_request *request, void *program)
{
    struct edge *edge;
    struct listing listing = {0};
    struct fy_slice supplier = {0};
    struct fy_slice location;

    if (!edge_open(&route, program, request, &edge))
        return;
    listing.skus = fy_arena_alloc(edge->arena, edge->count * sizeof(*listing.skus));
    edge->own = fy_arena_alloc(edge->arena, sizeof(listing));
    if (listing.skus == NULL || edge->own == NULL) {
        fy_http_problem(request, FY_PROBLEM_BODY_TOO_LARGE, NULL, "it does not fit");
        return;
    }
    *(struct listing *)edge->own = listing;
    for (size_t i = 0; i < edge->count; i++)
        if (!take_element(edge, i, &supplier))
            return;
    location = fy_arena_format(
        edge->arena, "/v1/products/%.*s", FY_SLICE_ARG(edge->facts[edge->count - 1].key));
    edge_send(edge, supplier, edge->count == 1 ? (const char *)location.data : "/v1/products");
}
