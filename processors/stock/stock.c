#include "processors/stock/stock.h"

#include <assert.h>
#include <string.h>

bool stock_is_listed(const struct sku_row *row)
{
    return row->supplier.size > 0;
}

int64_t stock_available_units(const struct sku_row *row)
{
    if (row->has_withdrawn_ms)
        return 0;
    return row->on_hand_units > 0 ? row->on_hand_units : 0;
}

/* Nobody need order more of what is on offer no more. */
static bool is_low(const struct sku_row *row)
{
    return stock_is_listed(row) && !row->has_withdrawn_ms && row->has_threshold_units &&
           stock_available_units(row) <= row->threshold_units;
}

/* Newest first: a repeat comes soon after its first. */
static bool is_repeat(const struct sku_row *row, struct fy_slice event_id)
{
    for (size_t i = row->recent_ids.count; i > 0; i--)
        if (fy_slice_equal(row->recent_ids.items[i - 1], event_id))
            return true;
    return false;
}

static const struct money *price_in(const struct supply *fact)
{
    if (fact->product_listed != NULL)
        return &fact->product_listed->price;
    return fact->price_set != NULL ? &fact->price_set->price : NULL;
}

/* By how many items `fact` moves the count that the books have; 0 when it says nothing of that. */
static int64_t change_in(const struct supply *fact)
{
    if (fact->stock_received != NULL)
        return fact->stock_received->units;
    return fact->stock_adjusted != NULL ? fact->stock_adjusted->units : 0;
}

/* Books that go below 0 are wrong already: a count puts them right, another guess does not. */
static const char *refusal_of_change(const struct sku_row *row, int64_t change)
{
    int64_t units;

    if (change == 0)
        return NULL;
    if (__builtin_add_overflow(row->on_hand_units, change, &units))
        return change > 0 ? "too_many" : "below_zero";
    if (units < 0)
        return "below_zero";
    return change > 0 && units > STOCK_UNITS_MAX ? "too_many" : NULL;
}

/* Why `fact` changes nothing, or NULL. Whose SKU it is comes first: nobody else learns its
 * currency. */
static const char *refusal(const struct sku_row *row, const struct supply *fact)
{
    const struct money *price = price_in(fact);

    if (!stock_is_listed(row))
        return fact->product_listed != NULL ? NULL : "unknown_sku";
    if (!fy_slice_equal(row->supplier, fact->supplier))
        return "other_supplier";
    if (price != NULL && !fy_slice_equal(row->price.currency, price->currency))
        return "other_currency";
    if (row->has_withdrawn_ms && (fact->price_set != NULL || fact->product_withdrawn != NULL))
        return "withdrawn";
    return refusal_of_change(row, change_in(fact));
}

static void refuse(struct stock_decision *decision, const char *reason)
{
    decision->step = "stock.supply_refused";
    decision->part.supply_refused = (struct supply_refused){.reason = fy_slice_of(reason)};
    decision->event.supply_refused = &decision->part.supply_refused;
}

static void allow_listing(struct stock_decision *decision, const struct product_listed *listed)
{
    decision->step = "stock.product_changed";
    decision->part.product_changed = (struct product_changed){
        .title = listed->title,
        .description = listed->description,
        .brand = listed->brand,
        .price = listed->price,
    };
    decision->event.product_changed = &decision->part.product_changed;
}

static void allow_price(
    struct stock_decision *decision, const struct sku_row *row, const struct price_set *price)
{
    decision->step = "stock.product_changed";
    decision->part.product_changed = (struct product_changed){
        .title = row->title,
        .description = row->description,
        .brand = row->brand,
        .price = price->price,
    };
    decision->event.product_changed = &decision->part.product_changed;
}

static void allow_receipt(struct stock_decision *decision, const struct sku_row *row, int64_t units)
{
    decision->step = "stock.stock_received";
    decision->part.stock_received =
        (struct stock_added){.units = units, .on_hand_units = row->on_hand_units + units};
    decision->event.stock_received = &decision->part.stock_received;
}

static void allow_adjustment(
    struct stock_decision *decision, const struct sku_row *row, const struct stock_adjusted *fact)
{
    decision->step = "stock.stock_adjusted";
    decision->part.stock_adjusted = (struct stock_corrected){
        .units = fact->units,
        .on_hand_units = row->on_hand_units + fact->units,
        .reason = fact->reason,
    };
    decision->event.stock_adjusted = &decision->part.stock_adjusted;
}

static void allow(
    struct stock_decision *decision, const struct sku_row *row, const struct supply *fact)
{
    if (fact->product_listed != NULL) {
        allow_listing(decision, fact->product_listed);
    } else if (fact->price_set != NULL) {
        allow_price(decision, row, fact->price_set);
    } else if (fact->stock_counted != NULL) {
        decision->step = "stock.stock_set";
        decision->part.stock_set = (struct stock_set){.on_hand_units = fact->stock_counted->units};
        decision->event.stock_set = &decision->part.stock_set;
    } else if (fact->stock_received != NULL) {
        allow_receipt(decision, row, fact->stock_received->units);
    } else if (fact->stock_adjusted != NULL) {
        allow_adjustment(decision, row, fact->stock_adjusted);
    } else if (fact->threshold_set != NULL) {
        decision->step = "stock.threshold_set";
        decision->part.threshold_set = (struct low_level_set){
            .has_units = fact->threshold_set->has_units, .units = fact->threshold_set->units};
        decision->event.threshold_set = &decision->part.threshold_set;
    } else {
        decision->step = "stock.product_withdrawn";
        decision->part.product_withdrawn =
            (struct product_taken){.reason = fact->product_withdrawn->reason};
        decision->event.product_withdrawn = &decision->part.product_withdrawn;
    }
}

static int kinds_in(const struct supply *fact)
{
    return (fact->product_listed != NULL) + (fact->price_set != NULL) +
           (fact->stock_counted != NULL) + (fact->product_withdrawn != NULL) +
           (fact->stock_received != NULL) + (fact->stock_adjusted != NULL) +
           (fact->threshold_set != NULL);
}

bool stock_decide(
    const struct sku_row *row, const struct supply *fact, struct stock_decision *ret_decision)
{
    const char *reason;

    /* The decoder lets no other fact through: this guards our own code, not the topic. */
    assert(kinds_in(fact) == 1);

    if (is_repeat(row, fact->envelope.event_id))
        return false;

    *ret_decision = (struct stock_decision){
        .event =
            {
                .envelope =
                    {
                        .cause_id = fact->envelope.event_id,
                        .root = fact->envelope.root,
                        .actor = fact->envelope.actor,
                        .event_ms = fact->envelope.event_ms,
                    },
                .sku = fact->sku,
                .supplier = fact->supplier,
            },
    };
    reason = refusal(row, fact);
    if (reason != NULL)
        refuse(ret_decision, reason);
    else
        allow(ret_decision, row, fact);
    return true;
}

bool stock_decide_low(const struct sku_row *before,
    const struct sku_row *now,
    const struct stock_event *cause,
    struct stock_decision *ret_decision)
{
    if (is_low(before) || !is_low(now))
        return false;

    *ret_decision = (struct stock_decision){
        .event = {.envelope = cause->envelope, .sku = cause->sku, .supplier = cause->supplier},
        .step = "stock.low_stock_reached",
        .part.low_stock_reached =
            {
                .available_units = stock_available_units(now),
                .threshold_units = now->threshold_units,
            },
    };
    ret_decision->event.envelope.event_id = (struct fy_slice){0};
    ret_decision->event.low_stock_reached = &ret_decision->part.low_stock_reached;
    return true;
}

/* The oldest id makes room for the newest. */
static void remember(struct sku_row *row, struct fy_slice cause_id, struct stock_room *room)
{
    const struct fy_slice *items = row->recent_ids.items;
    size_t count = row->recent_ids.count;
    size_t first = count < STOCK_RECENT_IDS_MAX ? 0 : count - STOCK_RECENT_IDS_MAX + 1;
    size_t kept = count - first;

    if (count > 0 && fy_slice_equal(items[count - 1], cause_id))
        return; /* A second event of the same fact. */
    if (kept > 0)
        memmove(room->recent_ids, items + first, kept * sizeof(room->recent_ids[0]));
    room->recent_ids[kept] = cause_id;

    row->recent_ids.items = room->recent_ids;
    row->recent_ids.count = kept + 1;
    assert(row->recent_ids.count <= STOCK_RECENT_IDS_MAX);
}

/* What is said of a product in full puts it on offer, whatever was before. */
static void evolve_product(struct sku_row *row, const struct stock_event *event)
{
    const struct product_changed *changed = event->product_changed;

    row->supplier = event->supplier;
    row->title = changed->title;
    row->description = changed->description;
    row->brand = changed->brand;
    row->price = changed->price;
    row->has_withdrawn_ms = false;
    row->withdrawn_ms = 0;
}

void stock_evolve(struct sku_row *row, const struct stock_event *event, struct stock_room *room)
{
    if (event->envelope.cause_id.data != NULL)
        remember(row, event->envelope.cause_id, room);

    if (event->product_changed != NULL)
        evolve_product(row, event);
    if (event->product_withdrawn != NULL) {
        row->has_withdrawn_ms = true;
        row->withdrawn_ms = event->envelope.event_ms;
    }
    if (event->stock_set != NULL)
        row->on_hand_units = event->stock_set->on_hand_units;
    if (event->stock_received != NULL)
        row->on_hand_units = event->stock_received->on_hand_units;
    if (event->stock_adjusted != NULL)
        row->on_hand_units = event->stock_adjusted->on_hand_units;
    if (event->threshold_set != NULL) {
        row->has_threshold_units = event->threshold_set->has_units;
        row->threshold_units = event->threshold_set->units;
    }
}
