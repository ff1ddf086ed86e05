/* said.h - what a supplier says of one SKU, a fact a line, and the row that the rules make of it.
 */
#ifndef TEST_STOCK_SAID_H
#define TEST_STOCK_SAID_H

#include "processors/stock/stock.h"
#include "test/expect.h"

/* One fact in one line. */
struct said {
    const char *event_id;
    const char *supplier;
    char kind;      /* l)isted p)rice c)ounted w)ithdrawn r)eceived a)djusted t)hreshold
                       i)mage d)etached b)uffer */
    int64_t amount; /* Minor units, or items; a threshold of -1 is none; which picture, 0 .. 19. */
    const char *currency; /* l and p. */
};

struct fact {
    struct product_listed listed;
    struct price_set price;
    struct stock_counted counted;
    struct product_withdrawn withdrawn;
    struct stock_received received;
    struct stock_adjusted adjusted;
    struct threshold_set threshold;
    struct image_attached attached;
    struct image_detached detached;
    struct buffer_set buffer;
    struct supply supply;
};

/* Names of pictures: one letter stands for a hash. */
static inline struct fy_slice picture_name(int64_t number)
{
    static const char letters[] = "abcdefghijklmnopqrst";

    return (struct fy_slice){
        (const uint8_t *)letters + (number >= 0 && number < 20 ? number : 0), 1};
}

static inline void fact_make(struct fact *fact, struct said said)
{
    struct money money = {.minor = said.amount};

    if (said.currency != NULL)
        money.currency = fy_slice_of(said.currency);
    *fact = (struct fact){
        .listed = {.title = fy_slice_of("Mug"), .brand = fy_slice_of("Acme"), .price = money},
        .price = {.price = money},
        .counted = {.units = said.amount},
        .withdrawn = {.reason = fy_slice_of("No more clay.")},
        .received = {.units = said.amount},
        .adjusted = {.units = said.amount, .reason = fy_slice_of("Broken.")},
        .threshold = {.has_units = said.amount >= 0, .units = said.amount >= 0 ? said.amount : 0},
        .attached = {.image = {.hash = picture_name(said.amount),
                         .media_type = fy_slice_of("image/png"),
                         .width = 8,
                         .height = 6,
                         .bytes = 99}},
        .buffer = {.has_percent = said.amount >= 0, .percent = said.amount >= 0 ? said.amount : 0},
        .detached = {.hash = picture_name(said.amount)},
        .supply =
            {
                .envelope =
                    {
                        .event_id = fy_slice_of(said.event_id),
                        .cause_id = fy_slice_of("before"),
                        .root = fy_slice_of("root"),
                        .actor = fy_slice_of("supplier:acme"),
                        .event_ms = 77,
                    },
                .sku = fy_slice_of("mug"),
                .supplier = fy_slice_of(said.supplier),
            },
    };
    fact->supply.product_listed = said.kind == 'l' ? &fact->listed : NULL;
    fact->supply.price_set = said.kind == 'p' ? &fact->price : NULL;
    fact->supply.stock_counted = said.kind == 'c' ? &fact->counted : NULL;
    fact->supply.product_withdrawn = said.kind == 'w' ? &fact->withdrawn : NULL;
    fact->supply.stock_received = said.kind == 'r' ? &fact->received : NULL;
    fact->supply.stock_adjusted = said.kind == 'a' ? &fact->adjusted : NULL;
    fact->supply.threshold_set = said.kind == 't' ? &fact->threshold : NULL;
    fact->supply.image_attached = said.kind == 'i' ? &fact->attached : NULL;
    fact->supply.image_detached = said.kind == 'd' ? &fact->detached : NULL;
    fact->supply.buffer_set = said.kind == 'b' ? &fact->buffer : NULL;
}

/* A SKU as the rules see it: acme's row, that of everybody else, and the shelf. */
struct sku {
    struct sku_row row;
    struct stock_room room;
    struct sku_row other;
    struct stock_room other_room;
    struct shelf shelf;
    bool gets_low; /* By the newest fact; then `low` says so. */
    struct stock_decision low;
    bool gets_clear; /* Low no more, by the newest fact. */
};

static inline void sku_evolve(struct sku *sku, const struct stock_event *event)
{
    shelf_evolve(&sku->shelf, event);
    if (event->low_stock_reached != NULL || event->low_stock_cleared != NULL)
        return;
    if (fy_slice_equal(event->supplier, fy_slice_of("acme")))
        stock_evolve(&sku->row, event, &sku->room);
    else
        stock_evolve(&sku->other, event, &sku->other_room);
}

static inline bool said(struct sku *sku, struct said what, struct stock_decision *ret_decision)
{
    struct fact fact;
    bool is_acme;

    fact_make(&fact, what);
    is_acme = fy_slice_equal(fact.supply.supplier, fy_slice_of("acme"));
    if (!stock_decide(&sku->shelf, is_acme ? &sku->row : &sku->other, &fact.supply, ret_decision))
        return false;
    sku_evolve(sku, &ret_decision->event);
    sku->gets_low = sku->gets_clear = false;
    if (stock_decide_low(&sku->shelf, &ret_decision->event, &sku->low)) {
        sku->gets_low = sku->low.event.low_stock_reached != NULL;
        sku->gets_clear = !sku->gets_low;
        sku_evolve(sku, &sku->low.event);
    }
    return true;
}

/* What acme has of it, to be bought now. */
static inline int64_t available(const struct sku *sku)
{
    const struct shelf_offer *offer = shelf_look(&sku->shelf, fy_slice_of("acme"));

    return offer != NULL ? shelf_available_units(offer, 77) : 0;
}

/* The kind of the event, or the reason of a refusal. */
static inline struct fy_slice outcome(const struct stock_event *event)
{
    const struct {
        bool set;
        const char *name;
    } kinds[] = {
        {event->product_changed != NULL, "product_changed"},
        {event->stock_set != NULL, "stock_set"},
        {event->product_withdrawn != NULL, "product_withdrawn"},
        {event->stock_received != NULL, "stock_received"},
        {event->stock_adjusted != NULL, "stock_adjusted"},
        {event->threshold_set != NULL, "threshold_set"},
        {event->low_stock_reached != NULL, "low_stock_reached"},
        {event->image_added != NULL, "image_added"},
        {event->image_removed != NULL, "image_removed"},
        {event->buffer_set != NULL, "buffer_set"},
        {event->low_stock_cleared != NULL, "low_stock_cleared"},
    };
    const char *name = "";
    int set_count = event->supply_refused != NULL;

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        set_count += kinds[i].set;
        if (kinds[i].set)
            name = kinds[i].name;
    }
    EXPECT_I64(1, set_count);
    return event->supply_refused != NULL ? event->supply_refused->reason : fy_slice_of(name);
}

#endif
