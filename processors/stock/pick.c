#include "processors/stock/pick.h"

#include <string.h>

static bool is_excluded(const struct hold_stock *wanted, struct fy_slice supplier)
{
    for (size_t i = 0; i < wanted->excluded.count; i++)
        if (fy_slice_equal(wanted->excluded.items[i], supplier))
            return true;
    return false;
}

/* Below 0: `one` ships what it is asked for more often. */
static int64_t compare_rates(const struct shelf_offer *one, const struct shelf_offer *two)
{
    int64_t of_one = one->shipped_count + 1, of_two = two->shipped_count + 1;

    return of_two * (of_one + one->rejected_count + 1) -
           of_one * (of_two + two->rejected_count + 1);
}

static int compare_names(struct fy_slice one, struct fy_slice two)
{
    size_t size = one.size < two.size ? one.size : two.size;
    int order = size > 0 ? memcmp(one.data, two.data, size) : 0;

    if (order != 0)
        return order;
    return (one.size > two.size) - (one.size < two.size);
}

static bool is_better(const struct hold_stock *wanted,
    const struct shelf_offer *offer,
    const struct shelf_offer *best)
{
    int64_t rate;

    if (best == NULL)
        return true;
    if (wanted->preferred.data != NULL) {
        if (fy_slice_equal(best->supplier, wanted->preferred))
            return false;
        if (fy_slice_equal(offer->supplier, wanted->preferred))
            return true;
    }
    if (offer->price.minor != best->price.minor)
        return offer->price.minor < best->price.minor;
    rate = compare_rates(offer, best);
    if (rate != 0)
        return rate < 0;
    return compare_names(offer->supplier, best->supplier) < 0;
}

const struct shelf_offer *stock_pick(const struct shelf *shelf,
    const struct hold_stock *wanted,
    int64_t now_ms,
    int64_t *ret_left_units)
{
    const struct shelf_offer *best = NULL;

    *ret_left_units = 0;
    for (size_t i = 0; i < shelf->count; i++) {
        const struct shelf_offer *offer = &shelf->offers[i];
        int64_t units = shelf_available_units(offer, now_ms);

        if (is_excluded(wanted, offer->supplier) || offer->hold_count >= STOCK_HOLDS_MAX)
            continue;
        if (units > *ret_left_units)
            *ret_left_units = units;
        if (units >= wanted->units && is_better(wanted, offer, best))
            best = offer;
    }
    return best;
}
