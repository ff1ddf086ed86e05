/*
 * orders.h - orders at the edge: what customers, suppliers and operators ask of them.
 *
 * Shape:   place.c    POST /v1/orders: the address is sealed, one fact is written, and with
 *                     "Prefer: wait=N" the answer is what was decided of it
 *          change.c   whatever else is asked of an order: a fact each, 202
 *          cart.c     what is in somebody's cart
 *          orders.c   the view of `order-status`, and those who wait for it
 * Ids:     an order is named after its caller and Idempotency-Key: who asks again asks about the
 *          same order, also of another process and after any crash. Its row says what was decided,
 *          so that each of them hears the same; and by the MAC of the body that it was this body.
 * Limits:  as many wait as lib/http.h parks; a look-up by order for each record, whoever waits.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_ORDERS_ORDERS_H
#define PRODUCERS_ORDERS_ORDERS_H

#include "lib/gate.h"
#include "producers/producers.h"
#include "schemas/generated/order_status.h"

enum {
    ORDERS_SPACE = 15, /* Of the store: `order-status` as it is. */
    ORDER_TEXT = 32,   /* Hex digits of an order's id. */
    ORDERS_BUCKETS = 4096,
    ORDER_WAIT_MS_MAX = 30000,
    ORDER_KNOWN_MS = 2000, /* For an order that api has shown, and we have not read yet. */
};

/* One who waits for what is decided of an order. */
struct order_waiter {
    char order[ORDER_TEXT + 1];
    struct order_waiter *next, **link; /* Of its bucket; link NULL: it does not wait. */
    /* The row has changed. The waiter may go while it is told. */
    void (*told)(struct order_waiter *waiter, const struct order_status *status);
};

struct orders;

/* NULL: no memory. */
struct orders *orders_new(struct producers *producers);
void orders_free(struct orders *orders);

/* The follower's, for `order-status`. */
enum fy_status orders_apply(struct orders *orders,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

enum fy_status orders_get(struct producers *producers,
    struct fy_slice order,
    struct fy_arena *arena,
    bool *ret_known,
    struct order_status *ret_status,
    struct fy_err *err) FY_MUST_CHECK;

void orders_wait(struct orders *orders, struct order_waiter *waiter);
void orders_wait_no_more(struct order_waiter *waiter);

/* Is it the caller's own, or the visitor's; with `supplier`: has it something of theirs? */
bool orders_is_theirs(const struct producers *producers,
    struct fy_http_request *request,
    const struct fy_caller *caller,
    struct fy_slice supplier,
    const struct order_status *status);

/* For the gate: whose is it? `supplier` absent: is it the caller's own, or the visitor's; else has
 * it something of that supplier's? UNKNOWN: we may not have read that far. */
enum fy_owned orders_owned(struct producers *producers,
    struct fy_http_request *request,
    const struct fy_caller *caller,
    struct fy_slice supplier);

void orders_register_metrics(void);

#endif
