/*
 * shop.h - who stands around stock and orders in the simulator: customers, suppliers, an operator,
 * and a payment provider, all of them drawn from the seed.
 *
 *   topology.c   what comes in: supply, orders, what customers and suppliers ask
 *   payments.c   answers to payment-requests: late, twice, in any order, never; and its own books
 *   provider.c   in every second run instead: the adapter that ships, and test/pspsim
 *   operator.c   reads order-status, and settles what no rule does
 *   books.c      what must have come of it, from raw topics
 */
#ifndef TEST_SIM_ORDERS_SHOP_H
#define TEST_SIM_ORDERS_SHOP_H

#include "schemas/generated/order_request.h"
#include "schemas/generated/order_status.h"
#include "schemas/generated/payment_request.h"
#include "test/sim/check.h"

enum { SHOP_ORDERS = 8, SHOP_LINES = 2, SHOP_SUPPLIERS = 3, SHOP_REFUNDS = 40 };

/* A payment, as the provider knows it. */
struct shop_payment {
    enum payment_state state;
    bool asked; /* To authorise. */
    int64_t authorised_minor, captured_minor, refunded_minor, fee_minor;
    int64_t since_ms, version;
    bool refund_done[SHOP_REFUNDS], refund_failed[SHOP_REFUNDS];
    int64_t refund_minor[SHOP_REFUNDS];
};

/* An order as its newest status has it. */
struct shop_order {
    bool placed, known, over, needs_operator;
    int64_t resolve_ms; /* When the operator looks at it; 0: not. */
};

struct shop {
    uint64_t seed;
    bool real;            /* The adapter that ships and its provider; else scripted ones. */
    struct random random; /* Of whom stands around: the weather's draws are its own. */
    int64_t looked_ms, next_ms;
    int requests, resolved;
    struct shop_payment payments[SHOP_ORDERS];
    struct shop_order orders[SHOP_ORDERS];
    struct log_cursor wishes, statuses;
};

extern struct shop shop;

/* 0 .. SHOP_ORDERS-1, of "order-N"; -1: none. */
int shop_order_of(struct fy_slice id);
int shop_below(int count);

/* payments.c: answers what is due; when the next one is. */
void payments_begin(void);
int64_t payments_run(struct sim *sim);

/* provider.c: the same, of the adapter that ships; books: what its provider has of each order. */
void provider_begin(struct sim *sim);
int64_t provider_run(struct sim *sim);
void provider_books(void);
bool provider_ended(void); /* Nothing is promised, and nobody is asked to confirm. */
void provider_end(void);

/* operator.c */
int64_t operator_run(struct sim *sim);
bool operator_ended(void);

/* A request of an order into its topic. */
void shop_ask(struct sim *sim, int order, struct order_request *request);

/* books.c */
void books_check(struct check *check);

#endif
