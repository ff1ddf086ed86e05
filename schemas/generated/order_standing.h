/*
 * Made by fy-generate from schemas/order_standing.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_STANDING_H
#define FY_GENERATED_ORDER_STANDING_H

#include "schemas/codec/codec.h"

/*
 * NONE: there is no such order. HOLDING: stock is asked to hold each line. PAYING: payments is
 * asked to authorise. ACTION_REQUIRED: the customer must confirm at the provider. COMMITTING: it is
 * paid for, and what is held is being sold. CAPTURING: all is sold, and the money is being taken.
 * CONFIRMED: suppliers are at work. CLOSED: all was delivered, returned or given back. REFUSED:
 * never was one. CANCELLED: nothing of it was shipped, nor will be.
 */
enum order_state {
    ORDER_STATE_NONE,
    ORDER_STATE_HOLDING,
    ORDER_STATE_PAYING,
    ORDER_STATE_ACTION_REQUIRED,
    ORDER_STATE_COMMITTING,
    ORDER_STATE_CAPTURING,
    ORDER_STATE_CONFIRMED,
    ORDER_STATE_CLOSED,
    ORDER_STATE_REFUSED,
    ORDER_STATE_CANCELLED,
};

/* How an order stands. */
struct order_standing {
    /* How far it is. */
    enum order_state state;
    /* Why it was refused, cancelled or closed, a word; null: it was not. */
    struct fy_slice reason;
    /*
     * No rule settles it, and why: unanswered, refund_failed, not_shipped, stock_differs,
     * amount_differs, too_many_refunds or unexpected; null: it goes its way.
     */
    struct fy_slice needs_operator;
};

#endif
