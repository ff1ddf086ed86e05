#include "processors/stock/stock.h"

#include <assert.h>
#include <string.h>

bool stock_is_listed(const struct sku_row *row)
{
    return row->supplier.size > 0;
}

int64_t stock_available_units(const struct sku_row *row)
{
    return row->on_hand_units > 0 ? row->on_hand_units : 0;
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
    return NULL;
}

static void refuse(struct stock_decision *decision, const char *reason)
{
    decision->step = "stock.supply_refused";
    decision->part.supply_refused = (struct supply_refused){.reason = fy_slice_of(reason)};
    decision->event.supply_refused = &decision->part.supply_refused;
}

static void allow(
    struct stock_decision *decision, const struct sku_row *row, const struct supply *fact)
{
    if (fact->stock_counted != NULL) {
        decision->step = "stock.stock_set";
        decision->part.stock_set = (struct stock_set){.on_hand_units = fact->stock_counted->units};
        decision->event.stock_set = &decision->part.stock_set;
        return;
    }

    decision->step = "stock.product_changed";
    decision->event.product_changed = &decision->part.product_changed;
    if (fact->product_listed != NULL) {
        decision->part.product_changed = (struct product_changed){
            .title = fact->product_listed->title,
            .description = fact->product_listed->description,
            .brand = fact->product_listed->brand,
            .price = fact->product_listed->price,
        };
    } else {
        decision->part.product_changed = (struct product_changed){
            .title = row->title,
            .description = row->description,
            .brand = row->brand,
            .price = fact->price_set->price,
        };
    }
}

bool stock_decide(
    const struct sku_row *row, const struct supply *fact, struct stock_decision *ret_decision)
{
    const char *reason;

    /* The decoder lets no other fact through: this guards our own code, not the topic. */
    assert((fact->product_listed != NULL) + (fact->price_set != NULL) +
               (fact->stock_counted != NULL) ==
           1);

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

/* The oldest id makes room for the newest. */
static void remember(struct sku_row *row, struct fy_slice cause_id, struct stock_room *room)
{
    const struct fy_slice *items = row->recent_ids.items;
    size_t count = row->recent_ids.count;
    size_t first = count < STOCK_RECENT_IDS_MAX ? 0 : count - STOCK_RECENT_IDS_MAX + 1;
    size_t kept = count - first;

    if (kept > 0)
        memmove(room->recent_ids, items + first, kept * sizeof(room->recent_ids[0]));
    room->recent_ids[kept] = cause_id;

    row->recent_ids.items = room->recent_ids;
    row->recent_ids.count = kept + 1;
    assert(row->recent_ids.count <= STOCK_RECENT_IDS_MAX);
}

void stock_evolve(struct sku_row *row, const struct stock_event *event, struct stock_room *room)
{
    if (event->envelope.cause_id.data != NULL)
        remember(row, event->envelope.cause_id, room);

    if (event->product_changed != NULL) {
        row->supplier = event->supplier;
        row->title = event->product_changed->title;
        row->description = event->product_changed->description;
        row->brand = event->product_changed->brand;
        row->price = event->product_changed->price;
    }
    if (event->stock_set != NULL)
        row->on_hand_units = event->stock_set->on_hand_units;
}
