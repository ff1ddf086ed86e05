/* stock_asked.h - what an order asks of stock, a request a line, for tests of its task. */
#ifndef TEST_STREAM_STOCK_ASKED_H
#define TEST_STREAM_STOCK_ASKED_H

#include "schemas/generated/stock_request.h"
#include "test/stream/stock_said.h"

/* One request in one line. */
struct asked {
    const char *sku;
    const char *order;
    const char *hold;
    char kind; /* h)old c)ommit r)elease e)xpire (j) rejected s)hip b)ack */
    int64_t units;
    int64_t restocked; /* b. */
    int64_t event_ms;  /* 0: now. */
};

/* Numbers of the requests, as the runtime of `orders` gives them. */
struct orders {
    int64_t seqs[4];
    int count;
};

static inline struct fy_place ask_of(
    struct driver *driver, struct orders *orders, struct asked asked, const char *event_id)
{
    struct hold_stock stock = {.units = asked.units, .currency = fy_slice_of("EUR")};
    struct commit_hold commit = {asked.units};
    struct release_hold release = {asked.kind == 'e'   ? RELEASE_REASON_EXPIRED
                                   : asked.kind == 'j' ? RELEASE_REASON_REJECTED
                                                       : RELEASE_REASON_CANCELLED};
    struct ship_hold ship = {asked.units};
    struct return_hold back = {asked.units, asked.restocked};
    bool releases = asked.kind == 'r' || asked.kind == 'e' || asked.kind == 'j';
    struct stock_request request = {
        .envelope =
            {
                .event_id = fy_slice_of(event_id),
                .root = fy_slice_of("root"),
                .actor = fy_slice_of("service:orders"),
                .event_ms = asked.event_ms != 0 ? asked.event_ms : driver_now_ms(driver),
                .writer = fy_slice_of("orders-0"),
                .has_seq = true,
                .seq = ++orders->seqs[driver_partition(driver, asked.sku)],
            },
        .sku = fy_slice_of(asked.sku),
        .order = fy_slice_of(asked.order),
        .hold = fy_slice_of(asked.hold),
        .hold_stock = asked.kind == 'h' ? &stock : NULL,
        .commit_hold = asked.kind == 'c' ? &commit : NULL,
        .release_hold = releases ? &release : NULL,
        .ship_hold = asked.kind == 's' ? &ship : NULL,
        .return_hold = asked.kind == 'b' ? &back : NULL,
    };

    return driver_send(driver, FY_TOPIC_STOCK_REQUESTS, asked.sku, &request);
}

static inline struct fy_place ask(struct driver *driver, struct orders *orders, struct asked asked)
{
    char event_id[16];

    (void)snprintf(event_id, sizeof(event_id), "ask-%d", ++orders->count);
    return ask_of(driver, orders, asked, event_id);
}

#endif
