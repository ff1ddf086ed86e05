#include "processors/stock/shelf.h"

#include <string.h>

enum {
    AGE_HOURS_MAX = 90 * 24,
    HOURS_OF_WEEK = 7 * 24,
    PERCENT_MAX = 1000,
    RATE_KEPT = 64, /* Outcomes by which a supplier is judged, about. */
};

static const int64_t hour_ms = INT64_C(3600000);
static const int64_t whole_week = INT64_C(100) * HOURS_OF_WEEK; /* Percent x hours. */
static const int64_t rate_units_max = INT64_C(1000000000);

void shelf_from_row(struct shelf *shelf, const struct shelf_row *row)
{
    size_t count = row->offers.count;

    shelf->currency = row->currency;
    shelf->count = count < STOCK_SUPPLIERS_MAX ? count : STOCK_SUPPLIERS_MAX;
    for (size_t i = 0; i < shelf->count; i++)
        shelf->offers[i] = row->offers.items[i];
    shelf->has_seen_minor = row->has_seen_minor;
    shelf->seen_minor = row->seen_minor;
    shelf->seen_count = row->seen_count;
}

struct shelf_row shelf_as_row(const struct shelf *shelf)
{
    return (struct shelf_row){
        .currency = shelf->currency,
        .offers = {.items = shelf->offers, .count = shelf->count},
        .has_seen_minor = shelf->has_seen_minor,
        .seen_minor = shelf->seen_minor,
        .seen_count = shelf->seen_count,
    };
}

struct shelf_offer *shelf_find(struct shelf *shelf, struct fy_slice supplier)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (fy_slice_equal(shelf->offers[i].supplier, supplier))
            return &shelf->offers[i];
    return NULL;
}

const struct shelf_offer *shelf_look(const struct shelf *shelf, struct fy_slice supplier)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (fy_slice_equal(shelf->offers[i].supplier, supplier))
            return &shelf->offers[i];
    return NULL;
}

const struct shelf_offer *shelf_first(const struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (!shelf->offers[i].has_withdrawn_ms)
            return &shelf->offers[i];
    return shelf->count > 0 ? &shelf->offers[0] : NULL;
}

static bool owes_nothing(const struct shelf_offer *offer)
{
    return offer->has_withdrawn_ms && offer->held_units == 0 && offer->committed_units == 0;
}

bool shelf_has_room(const struct shelf *shelf)
{
    if (shelf->count < STOCK_SUPPLIERS_MAX)
        return true;
    for (size_t i = 0; i < shelf->count; i++)
        if (owes_nothing(&shelf->offers[i]))
            return true;
    return false;
}

/* A topic may hold any number: the sum stays at the end of what there is. */
static int64_t plus(int64_t one, int64_t two)
{
    int64_t sum;

    if (!__builtin_add_overflow(one, two, &sum))
        return sum;
    return two > 0 ? INT64_MAX : INT64_MIN;
}

static int64_t minus(int64_t one, int64_t two)
{
    int64_t rest;

    if (!__builtin_sub_overflow(one, two, &rest))
        return rest;
    return two > 0 ? INT64_MIN : INT64_MAX;
}

static int64_t within(int64_t number, int64_t least, int64_t most)
{
    if (number < least)
        return least;
    return number > most ? most : number;
}

int64_t shelf_free_units(const struct shelf_offer *offer)
{
    return minus(minus(offer->on_hand_units, offer->held_units), offer->committed_units);
}

static int64_t buffer_units(const struct shelf_offer *offer, int64_t now_ms)
{
    int64_t age_ms = minus(now_ms, offer->counted_ms), hours, rate, percent, product;

    if (!offer->has_buffer_percent || offer->counted_ms == 0 || age_ms <= 0)
        return 0;
    hours = within(age_ms / hour_ms, 0, AGE_HOURS_MAX);
    rate = offer->sales_units > offer->sales_before_units ? offer->sales_units
                                                          : offer->sales_before_units;
    rate = within(rate, 0, rate_units_max);
    percent = within(offer->buffer_percent, 0, PERCENT_MAX);
    product = rate * hours * percent;
    return (product + whole_week - 1) / whole_week;
}

int64_t shelf_available_units(const struct shelf_offer *offer, int64_t now_ms)
{
    int64_t units;

    if (offer->has_withdrawn_ms)
        return 0;
    units = minus(shelf_free_units(offer), buffer_units(offer, now_ms));
    return units > 0 ? units : 0;
}

const struct shelf_offer *shelf_best(const struct shelf *shelf, int64_t now_ms, bool *ret_has_some)
{
    const struct shelf_offer *best = shelf_first(shelf);
    bool some = false;

    for (size_t i = 0; i < shelf->count; i++) {
        const struct shelf_offer *offer = &shelf->offers[i];
        bool has_some = shelf_available_units(offer, now_ms) > 0;

        if (offer->has_withdrawn_ms || has_some < some)
            continue;
        if (has_some > some || offer->price.minor < best->price.minor)
            best = offer;
        some = has_some;
    }
    *ret_has_some = some;
    return best;
}

bool shelf_price_changes(const struct shelf *shelf, int64_t now_ms, int64_t *ret_minor)
{
    bool has_some;
    const struct shelf_offer *best = shelf_best(shelf, now_ms, &has_some);

    if (best == NULL || best->has_withdrawn_ms)
        return false; /* Nobody sees a price of what is not on offer. */
    *ret_minor = best->price.minor;
    return !shelf->has_seen_minor || shelf->seen_minor != best->price.minor;
}

int64_t shelf_on_hand_after(int64_t on_hand_units, const struct stock_event *event)
{
    if (event->stock_set != NULL)
        on_hand_units = event->stock_set->on_hand_units;
    if (event->stock_received != NULL)
        on_hand_units = event->stock_received->on_hand_units;
    if (event->stock_adjusted != NULL)
        on_hand_units = event->stock_adjusted->on_hand_units;
    if (event->scan_undone != NULL)
        on_hand_units = event->scan_undone->on_hand_units;
    /* What has left was there, whatever the count said. */
    if (event->hold_shipped != NULL)
        on_hand_units = within(minus(on_hand_units, event->hold_shipped->units), 0, INT64_MAX);
    if (event->hold_returned != NULL)
        on_hand_units = plus(on_hand_units, event->hold_returned->units);
    return on_hand_units;
}

static void remove_at(struct shelf *shelf, size_t at)
{
    memmove(&shelf->offers[at], &shelf->offers[at + 1],
        (shelf->count - at - 1) * sizeof(shelf->offers[0]));
    shelf->count--;
}

/* Where a supplier that was not there, or had left, now stands: behind the others. */
static struct shelf_offer *put_last(struct shelf *shelf, struct fy_slice supplier)
{
    struct shelf_offer offer = {.supplier = supplier};
    struct shelf_offer *found = shelf_find(shelf, supplier);
    size_t at = 0;

    if (found != NULL) {
        offer = *found;
        remove_at(shelf, (size_t)(found - shelf->offers));
    } else if (shelf->count == STOCK_SUPPLIERS_MAX) {
        while (at < shelf->count && !owes_nothing(&shelf->offers[at]))
            at++;
        if (at == shelf->count)
            return NULL; /* No rule of ours let it in. */
        remove_at(shelf, at);
    }
    shelf->offers[shelf->count] = offer;
    return &shelf->offers[shelf->count++];
}

static void evolve_product(struct shelf *shelf, const struct stock_event *event)
{
    struct shelf_offer *offer = shelf_find(shelf, event->supplier);

    if (offer == NULL || offer->has_withdrawn_ms)
        offer = put_last(shelf, event->supplier);
    if (offer == NULL)
        return;
    offer->price = event->product_changed->price;
    offer->has_withdrawn_ms = false;
    offer->withdrawn_ms = 0;
    if (shelf->currency.size == 0)
        shelf->currency = offer->price.currency;
}

static void evolve_offer(struct shelf_offer *offer, const struct stock_event *event)
{
    if (event->stock_set != NULL)
        offer->counted_ms = event->envelope.event_ms;
    if (event->threshold_set != NULL) {
        offer->has_threshold_units = event->threshold_set->has_units;
        offer->threshold_units = event->threshold_set->units;
    }
    if (event->buffer_set != NULL) {
        offer->has_buffer_percent = event->buffer_set->has_percent;
        offer->buffer_percent = event->buffer_set->percent;
    }
    if (event->product_withdrawn != NULL) {
        offer->has_withdrawn_ms = true;
        offer->withdrawn_ms = event->envelope.event_ms;
        offer->low = false; /* Nobody need order more of what is on offer no more. */
    }
    if (event->low_stock_reached != NULL)
        offer->low = true;
    if (event->low_stock_cleared != NULL)
        offer->low = false;
}

static void count_sale(struct shelf_offer *offer, int64_t units, int64_t event_ms)
{
    int64_t week = event_ms / (HOURS_OF_WEEK * hour_ms);

    if (week > offer->sales_week) {
        offer->sales_before_units = week - 1 == offer->sales_week ? offer->sales_units : 0;
        offer->sales_units = 0;
        offer->sales_week = week;
    }
    offer->sales_units = plus(offer->sales_units, units);
}

static void count_outcome(struct shelf_offer *offer, bool shipped)
{
    int64_t *count = shipped ? &offer->shipped_count : &offer->rejected_count;

    *count = plus(*count, 1);
    if (plus(offer->shipped_count, offer->rejected_count) >= RATE_KEPT) {
        offer->shipped_count /= 2;
        offer->rejected_count /= 2;
    }
}

static void evolve_release(struct shelf_offer *offer, const struct hold_released *released)
{
    int64_t *units = released->was_committed ? &offer->committed_units : &offer->held_units;

    *units = minus(*units, released->units);
    offer->hold_count = minus(offer->hold_count, 1);
    if (fy_slice_equal(released->reason, fy_slice_of("rejected")))
        count_outcome(offer, false);
}

static void evolve_holds(struct shelf_offer *offer, const struct stock_event *event)
{
    if (event->hold_granted != NULL) {
        offer->held_units = plus(offer->held_units, event->hold_granted->units);
        offer->hold_count = plus(offer->hold_count, 1);
    }
    if (event->hold_committed != NULL) {
        offer->held_units = minus(offer->held_units, event->hold_committed->units);
        offer->committed_units = plus(offer->committed_units, event->hold_committed->units);
        count_sale(offer, event->hold_committed->units, event->envelope.event_ms);
    }
    if (event->hold_released != NULL)
        evolve_release(offer, event->hold_released);
    if (event->hold_shipped != NULL) {
        offer->committed_units = minus(offer->committed_units, event->hold_shipped->units);
        if (event->hold_shipped->units == event->hold_shipped->shipped_units)
            count_outcome(offer, true);
        if (event->hold_shipped->left_units == 0)
            offer->hold_count = minus(offer->hold_count, 1);
    }
}

void shelf_see(struct shelf *shelf, const struct stock_event *event)
{
    if (!event->has_seen_price_minor)
        return;
    shelf->has_seen_minor = true;
    shelf->seen_minor = event->seen_price_minor;
    shelf->seen_count = event->seen_price_n;
}

void shelf_evolve(struct shelf *shelf, const struct stock_event *event)
{
    struct shelf_offer *offer;

    shelf_see(shelf, event);
    if (event->product_changed != NULL)
        evolve_product(shelf, event);
    offer = shelf_find(shelf, event->supplier);
    if (offer == NULL)
        return;
    offer->on_hand_units = shelf_on_hand_after(offer->on_hand_units, event);
    evolve_offer(offer, event);
    evolve_holds(offer, event);
}
