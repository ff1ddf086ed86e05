/* stock_said.h - what suppliers say, a fact a line, sent to the stock task. */
#ifndef TEST_STREAM_STOCK_SAID_H
#define TEST_STREAM_STOCK_SAID_H

#include "processors/stock/handle.h"
#include "schemas/generated/supply.h"
#include "test/driver/driver.h"
#include "test/expect.h"

/* One fact in one line. */
struct said {
    const char *event_id;
    const char *sku;
    const char *supplier;
    char kind;      /* l)isted p)rice c)ounted w)ithdrawn r)eceived a)djusted t)hreshold */
    int64_t amount; /* Euro cents, or items. */
};

static inline struct fy_place say_at(struct driver *driver, struct said said, int64_t event_ms)
{
    struct money money = {.minor = said.amount, .currency = fy_slice_of("EUR")};
    struct product_listed listed = {
        .title = fy_slice_of("Mug"), .category = fy_slice_of("home/mugs"), .price = money};
    struct price_set price = {.price = money};
    struct stock_counted counted = {.units = said.amount};
    struct product_withdrawn withdrawn = {0};
    struct stock_received received = {.units = said.amount};
    struct stock_adjusted adjusted = {.units = said.amount, .reason = fy_slice_of("Found.")};
    struct threshold_set threshold = {.has_units = true, .units = said.amount};
    struct supply supply = {
        .envelope =
            {
                .event_id = fy_slice_of(said.event_id),
                .root = fy_slice_of("root"),
                .actor = fy_slice_of("supplier:acme"),
                .event_ms = event_ms,
            },
        .sku = fy_slice_of(said.sku),
        .supplier = fy_slice_of(said.supplier),
        .product_listed = said.kind == 'l' ? &listed : NULL,
        .price_set = said.kind == 'p' ? &price : NULL,
        .stock_counted = said.kind == 'c' ? &counted : NULL,
        .product_withdrawn = said.kind == 'w' ? &withdrawn : NULL,
        .stock_received = said.kind == 'r' ? &received : NULL,
        .stock_adjusted = said.kind == 'a' ? &adjusted : NULL,
        .threshold_set = said.kind == 't' ? &threshold : NULL,
    };

    return driver_send(driver, FY_TOPIC_SUPPLY, said.sku, &supply);
}

/* Long ago. */
static inline struct fy_place say(struct driver *driver, struct said said)
{
    return say_at(driver, said, 77);
}

#endif
