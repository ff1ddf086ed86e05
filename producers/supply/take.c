#include "producers/supply/take.h"
#include "producers/supply/gtin.h"
#include "schemas/generated/supply.h"

#include <string.h>

/* SKUs that this batch lists: known to the elements behind. In the order of the elements. */
struct listing {
    struct fy_slice *skus;
    size_t count;
    struct fy_slice supplier;
    struct fy_slice actor;
};

void supply_written(struct edge *edge)
{
    const struct listing *listing = edge->own;

    for (size_t i = 0; i < listing->count; i++)
        known_skus_listed(edge->producers->known, listing->skus[i], listing->supplier);
}

bool supply_take_begin(struct edge *edge)
{
    struct listing *listing = fy_arena_alloc(edge->arena, sizeof(*listing));

    if (listing != NULL) {
        listing->count = 0;
        listing->skus = fy_arena_alloc(edge->arena, edge->count * sizeof(*listing->skus));
        edge->own = listing;
        if (!edge_supplier(edge->request, &listing->supplier, &listing->actor))
            return false;
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

    if (supply->product_listed != NULL ||
        (supply->offer_stated != NULL && supply->offer_stated->title.data != NULL &&
            supply->offer_stated->price != NULL)) {
        listing->skus[listing->count++] = supply->sku;
        return true;
    }
    if (is_listed_here(listing, supply->sku))
        return true;
    if (known_skus_owned(edge->producers->known, supply->sku, listing->supplier, edge->arena,
            &known, &err) != FY_OK) {
        fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return false;
    }
    if (known)
        return true;
    (void)fy_fail(&err, FY_REJECT, "sku: no product of this SKU is listed");
    edge_refuse(edge, FY_PROBLEM_UNKNOWN_SKU, index, &err);
    return false;
}

static bool says_nothing(const struct offer_stated *offer)
{
    return offer->title.data == NULL && offer->description.data == NULL &&
           offer->brand.data == NULL && offer->category.data == NULL && offer->price == NULL &&
           offer->gtins.count == 0 && !offer->has_units && !offer->has_threshold_units;
}

/* Limits that a schema's "min" and "max" cannot say. */
static enum fy_status change_check(const struct supply *supply, struct fy_err *err)
{
    if (supply->stock_adjusted != NULL && supply->stock_adjusted->units == 0)
        return fy_fail(err, FY_REJECT, "stock_adjusted.units: 0; it must be above or below 0");
    if (supply->offer_stated != NULL && says_nothing(supply->offer_stated))
        return fy_fail(
            err, FY_REJECT, "offer_stated: it says nothing; one field at least is needed");
    return FY_OK;
}

static enum fy_status gtins_normal(const char *where,
    const struct fy_slice *items,
    size_t count,
    struct fy_arena *arena,
    const struct fy_slice **ret_items,
    struct fy_err *err)
{
    struct fy_slice *normal = fy_arena_alloc(arena, count * (sizeof(*normal) + GTIN_DIGITS + 1));
    char *digits = normal != NULL ? (char *)(normal + count) : NULL;

    if (normal == NULL)
        return fy_fail(err, FY_REJECT, "%s: they do not fit", where);
    for (size_t i = 0; i < count; i++, digits += GTIN_DIGITS + 1) {
        const char *wrong = gtin_read(items[i], digits);

        if (wrong != NULL)
            return fy_fail(err, FY_REJECT, "%s[%zu]: %s", where, i, wrong);
        normal[i] = fy_slice_of(digits);
    }
    *ret_items = normal;
    return FY_OK;
}

enum fy_status supply_gtins_normal(
    struct supply *supply, struct fy_arena *arena, struct fy_err *err)
{
    struct product_listed *listed;
    struct offer_stated *offer;

    if (supply->product_listed != NULL && supply->product_listed->gtins.count > 0) {
        listed = fy_arena_alloc(arena, sizeof(*listed));
        if (listed == NULL)
            return fy_fail(err, FY_REJECT, "product_listed.gtins: they do not fit");
        *listed = *supply->product_listed;
        supply->product_listed = listed;
        return gtins_normal("product_listed.gtins", listed->gtins.items, listed->gtins.count, arena,
            &listed->gtins.items, err);
    }
    if (supply->offer_stated != NULL && supply->offer_stated->gtins.count > 0) {
        offer = fy_arena_alloc(arena, sizeof(*offer));
        if (offer == NULL)
            return fy_fail(err, FY_REJECT, "offer_stated.gtins: they do not fit");
        *offer = *supply->offer_stated;
        supply->offer_stated = offer;
        return gtins_normal("offer_stated.gtins", offer->gtins.items, offer->gtins.count, arena,
            &offer->gtins.items, err);
    }
    return FY_OK;
}

struct fy_slice supply_supplier(const struct edge *edge)
{
    const struct listing *listing = edge->own;

    return listing->supplier;
}

bool supply_take_fact(struct edge *edge, size_t index, struct supply *fact)
{
    const struct listing *listing = edge->own;
    struct fy_err err;

    if (change_check(fact, &err) != FY_OK ||
        supply_gtins_normal(fact, edge->arena, &err) != FY_OK) {
        edge_refuse(edge, FY_PROBLEM_BAD_FIELD, index, &err);
        return false;
    }
    if (!check_sku(edge, index, fact))
        return false;
    fact->supplier = listing->supplier;
    edge_stamp(edge, index, fact->supplier, NULL, 0, &fact->envelope);
    fact->envelope.root = fact->supplier;
    fact->envelope.actor = listing->actor;
    return edge_encode(edge, index, fact->sku, fact);
}

bool supply_take(struct edge *edge, size_t index)
{
    struct supply supply;

    return edge_decode(edge, index, &supply) && supply_take_fact(edge, index, &supply);
}
