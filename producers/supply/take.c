#include "producers/supply/take.h"
#include "schemas/generated/supply.h"

/* SKUs that this batch lists: known to the elements behind. In the order of the elements. */
struct listing {
    struct fy_slice *skus;
    size_t count;
};

void supply_written(struct edge *edge)
{
    const struct listing *listing = edge->own;

    for (size_t i = 0; i < listing->count; i++)
        known_skus_listed(edge->producers->known, listing->skus[i]);
}

bool supply_take_begin(struct edge *edge)
{
    struct listing *listing = fy_arena_alloc(edge->arena, sizeof(*listing));

    if (listing != NULL) {
        listing->count = 0;
        listing->skus = fy_arena_alloc(edge->arena, edge->count * sizeof(*listing->skus));
        edge->own = listing;
    }
    if (listing != NULL && listing->skus != NULL)
        return true;
    fy_http_problem(edge->request, FY_PROBLEM_BODY_TOO_LARGE, NULL, "it does not fit");
    return false;
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

/* The one limit that a schema's "min" and "max" cannot say. */
static bool check_change(struct edge *edge, size_t index, const struct supply *supply)
{
    struct fy_err err;

    if (supply->stock_adjusted == NULL || supply->stock_adjusted->units != 0)
        return true;
    (void)fy_fail(&err, FY_REJECT, "stock_adjusted.units: 0; it must be above or below 0");
    edge_refuse(edge, FY_PROBLEM_BAD_FIELD, index, &err);
    return false;
}

bool supply_take_fact(struct edge *edge, size_t index, struct supply *fact)
{
    if (!check_change(edge, index, fact) || !check_sku(edge, index, fact))
        return false;
    edge_stamp(edge, index, fact->supplier, NULL, 0, &fact->envelope);
    fact->envelope.root = fact->supplier;
    fact->envelope.actor =
        fy_arena_format(edge->arena, "supplier:%.*s", FY_SLICE_ARG(fact->supplier));
    return edge_encode(edge, index, fact->sku, fact);
}

bool supply_take(struct edge *edge, size_t index, struct fy_slice *ret_supplier)
{
    struct supply supply;

    if (!edge_decode(edge, index, &supply))
        return false;
    *ret_supplier = supply.supplier;
    return supply_take_fact(edge, index, &supply);
}
