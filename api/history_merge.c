#include "api/history_merge.h"

#include <assert.h>

/* Of the visitor who did something last first; of two at the same time the one given first. */
static void order(const struct history *histories, size_t count, size_t *ret_order)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = i;

        while (at > 0 && histories[ret_order[at - 1]].updated_ms < histories[i].updated_ms) {
            ret_order[at] = ret_order[at - 1];
            at--;
        }
        ret_order[at] = i;
    }
}

static size_t merge_views(const struct history *histories, size_t count, struct view *ret_views)
{
    size_t next[MERGE_HISTORIES_MAX] = {0};
    size_t merged = 0;

    while (merged < MERGE_VIEWS_MAX) {
        const struct view *newest = NULL;
        size_t of = 0;

        for (size_t i = 0; i < count; i++) {
            const struct view *view = &histories[i].views.items[next[i]];

            if (next[i] < histories[i].views.count &&
                (newest == NULL || view->event_ms > newest->event_ms)) {
                newest = view;
                of = i;
            }
        }
        if (newest == NULL)
            break;
        next[of]++;
        ret_views[merged++] = *newest;
    }
    return merged;
}

static bool is_in_cart(const struct cart_item *cart, size_t count, struct fy_slice sku)
{
    for (size_t i = 0; i < count; i++)
        if (fy_slice_equal(cart[i].sku, sku))
            return true;
    return false;
}

static size_t merge_carts(const struct history *histories,
    const size_t *by_time,
    size_t count,
    struct cart_item *ret_cart)
{
    size_t merged = 0;

    for (size_t i = 0; i < count; i++) {
        const struct history_cart *cart = &histories[by_time[i]].cart;

        for (size_t j = 0; j < cart->count && merged < MERGE_CART_MAX; j++)
            if (!is_in_cart(ret_cart, merged, cart->items[j].sku))
                ret_cart[merged++] = cart->items[j];
    }
    return merged;
}

static size_t add_place(struct position *places, size_t count, const struct position *place)
{
    for (size_t i = 0; i < count; i++) {
        if (places[i].partition != place->partition ||
            !fy_slice_equal(places[i].topic, place->topic))
            continue;
        if (places[i].offset < place->offset)
            places[i].offset = place->offset;
        return count;
    }
    places[count] = *place;
    return count + 1;
}

static void add_counts(struct activity_counts *sum, const struct activity_counts *counts)
{
    sum->views += counts->views;
    sum->searches += counts->searches;
    sum->cart_changes += counts->cart_changes;
    sum->recommendations_shown += counts->recommendations_shown;
    sum->recommendations_clicked += counts->recommendations_clicked;
}

enum fy_status history_merge(const struct history *histories,
    size_t count,
    struct fy_arena *arena,
    struct history *ret_history,
    struct fy_err *err)
{
    struct history merged = {0};
    size_t by_time[MERGE_HISTORIES_MAX];
    struct view *views = fy_arena_alloc(arena, MERGE_VIEWS_MAX * sizeof(*views));
    struct cart_item *cart = fy_arena_alloc(arena, MERGE_CART_MAX * sizeof(*cart));
    struct position *places;
    size_t place_count = 0;

    assert(count <= MERGE_HISTORIES_MAX);
    for (size_t i = 0; i < count; i++)
        place_count += histories[i].as_of.count;
    places = fy_arena_alloc(arena, (place_count + 1) * sizeof(*places));
    if (views == NULL || cart == NULL || places == NULL)
        return fy_fail(err, FY_FATAL, "a merged history does not fit the arena");

    for (size_t i = 0; i < count; i++) {
        add_counts(&merged.counts, &histories[i].counts);
        if (merged.updated_ms < histories[i].updated_ms)
            merged.updated_ms = histories[i].updated_ms;
        for (size_t j = 0; j < histories[i].as_of.count; j++)
            merged.as_of.count =
                add_place(places, merged.as_of.count, &histories[i].as_of.items[j]);
    }
    order(histories, count, by_time);
    merged.as_of.items = places;
    merged.views.items = views;
    merged.views.count = merge_views(histories, count, views);
    merged.cart.items = cart;
    merged.cart.count = merge_carts(histories, by_time, count, cart);
    *ret_history = merged;
    return FY_OK;
}
