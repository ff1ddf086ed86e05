/*
 * asks.h - what an order has asked of stock and payments, and they have not answered.
 *
 * Shape:   asks(order) -> a list, all of it following from the order as it stands; each is a total
 *          or a wish, so that said again, late or twice it means the same. What is new after an
 *          input is sent at once, the rest when the order's timer says so.
 * Threads: pure.
 */
#ifndef ORDERS_ASKS_H
#define ORDERS_ASKS_H

#include "processors/orders/orders.h"

enum order_ask_kind {
    ASK_HOLD,
    ASK_COMMIT,
    ASK_RELEASE,
    ASK_SHIP,
    ASK_RETURN,
    ASK_AUTHORISE,
    ASK_CAPTURE,
    ASK_VOID,
    ASK_REFUND,
};

struct order_ask {
    enum order_ask_kind kind;
    int line, attempt;      /* Of a hold. */
    int64_t units;          /* Held or committed; shipped or returned in all. */
    int64_t minor;          /* Of a payment. */
    int refund;             /* From 1. */
    struct fy_slice reason; /* Of a release or a void; not compared. */
};

enum { ORDER_ASKS_MAX = 4 * ORDER_LINES_MAX + ORDER_RELEASES_MAX + 2 };

struct order_asks {
    int count;
    struct order_ask items[ORDER_ASKS_MAX];
};

void order_asks(const struct order_now *order, struct order_asks *ret_asks);

/* Is it among them? */
bool order_asks_has(const struct order_asks *asks, const struct order_ask *ask);

#endif
