/*
 * Made by fy-generate from schemas/order_row.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_ROW_H
#define FY_GENERATED_ORDER_ROW_H

#include "schemas/codec/codec.h"
#include "schemas/generated/delivery_encrypted.h"
#include "schemas/generated/line_standing.h"
#include "schemas/generated/order_answer.h"
#include "schemas/generated/order_shipment.h"
#include "schemas/generated/order_standing.h"
#include "schemas/generated/order_terms.h"
#include "schemas/generated/parked_key.h"
#include "schemas/generated/payment_standing.h"
#include "schemas/generated/position.h"
#include "schemas/generated/task_position.h"

/* What is asked of payments, beside refunds. */
enum payment_wish {
    PAYMENT_WISH_NOTHING,
    PAYMENT_WISH_AUTHORISE,
    PAYMENT_WISH_CAPTURE,
    PAYMENT_WISH_VOID,
};

/* FAILED: payments cannot. */
enum refund_state {
    REFUND_STATE_ASKED,
    REFUND_STATE_DONE,
    REFUND_STATE_FAILED,
};

struct order_line_excluded {
    const struct fy_slice *items;
    size_t count;
};

/* A line. */
struct order_line {
    /* How it stands. */
    struct line_standing standing;
    /* Which try of a hold, from 1. */
    int32_t attempt;
    /* It was held again, once, before it was paid. */
    bool reheld;
    /* Suppliers who would not ship it; at most 16. */
    struct order_line_excluded excluded;
    /* Whole items that have left, as far as stock has said that it knows. */
    int64_t told_shipped_units;
    /* Whole items that came back, as far as stock has said that it knows. */
    int64_t told_returned_units;
    /* Stock is to free what is left of the hold, and has not said that it did. */
    bool release_open;
    /* Why: CANCELLED, EXPIRED or REJECTED, as in ReleaseReason. */
    struct fy_slice release_reason;
    /*
     * Until when its supplier is to accept or ship, or when it counts as delivered, or may come
     * back no more, UTC; 0: none of it.
     */
    int64_t due_ms;
};

/* An earlier hold of a line, to be freed. */
struct order_release {
    /* Which line, from 0. */
    int32_t line;
    /* Which. */
    struct fy_slice hold;
    /* Which try of it. */
    int32_t attempt;
    /* Why: CANCELLED, EXPIRED or REJECTED, as in ReleaseReason. */
    struct fy_slice reason;
};

/* Money that is given back. */
struct order_refund {
    /* How much, minor units. */
    int64_t amount_minor;
    /* ISO 4217. */
    struct fy_slice currency;
    /* How far it is. */
    enum refund_state state;
};

struct order_payment_refunds {
    const struct order_refund *items;
    size_t count;
};

/* Its payment. */
struct order_payment {
    /* Which; null: none was asked for. */
    struct fy_slice payment;
    /* What is wanted of it. */
    enum payment_wish wish;
    /* How much was asked for, minor units. */
    int64_t amount_minor;
    /* ISO 4217. */
    struct fy_slice currency;
    /* Why it is to be void. */
    struct fy_slice void_reason;
    /* How it stands; null: nobody told. */
    const struct payment_standing *standing;
    /* Of the newest report that counts; 0: none. */
    int64_t version;
    /* Why it was declined or not done. */
    struct fy_slice code;
    /* Where the customer confirms; null: nowhere. */
    struct fy_slice action_url;
    /* The first is ORDER/n/r1; at most 32. */
    struct order_payment_refunds refunds;
};

/* A supplier who would not ship. */
struct order_rejection {
    /* Who. */
    struct fy_slice supplier;
    /* Why. */
    struct fy_slice reason;
};

struct order_as_of {
    const struct position *items;
    size_t count;
};

struct order_lines {
    const struct order_line *items;
    size_t count;
};

struct order_releases {
    const struct order_release *items;
    size_t count;
};

struct order_rejected {
    const struct order_rejection *items;
    size_t count;
};

struct order_shipments {
    const struct order_shipment *items;
    size_t count;
};

struct order_recent {
    const struct order_answer *items;
    size_t count;
};

/* One order: what its events made of it. */
struct order {
    /* Who ordered. */
    struct fy_slice person;
    /* The visitor a guest is; null: they were signed in. */
    struct fy_slice visitor;
    /* Root of what began it: of events that time alone causes. */
    struct fy_slice root;
    /* Keyed hash of the body that it was placed with. */
    struct fy_slice body_mac;
    /* When it was placed, UTC. */
    int64_t placed_ms;
    /* When the newest event was decided, UTC. */
    int64_t updated_ms;
    /* Newest request included. */
    struct order_as_of as_of;
    /* How it stands. */
    struct order_standing standing;
    /* All is to be cancelled once the money is taken. */
    bool cancel_noted;
    /* An operator closed it: nothing more is asked, nor given back. */
    bool settled_elsewhere;
    /* ISO 4217. */
    struct fy_slice currency;
    /* What the customer was shown as the sum, minor units. */
    int64_t expected_minor;
    /* The provider's token for how they pay. */
    struct fy_slice payment_method;
    /* Where it goes. */
    struct delivery_encrypted delivery;
    /* What it lives by. */
    struct order_terms terms;
    /* Until when stock is held, UTC; 0: it is paid, or over. */
    int64_t pay_until_ms;
    /* The time to pay was extended. */
    bool extended;
    /* When something was last asked of stock or payments, UTC. */
    int64_t asked_ms;
    /* How often it was asked again since. */
    int32_t resends;
    /* When it ended, UTC; 0: it has not. */
    int64_t ended_ms;
    /* At most 50. */
    struct order_lines lines;
    /* At most 100; those that stock has not said are free. */
    struct order_releases releases;
    /* Its payment. */
    struct order_payment payment;
    /* At most 16. */
    struct order_rejected rejected;
    /* Parcels, oldest first; at most 64. */
    struct order_shipments shipments;
    /* The last 64 requests, newest last: how a repeat is recognised, and answered. */
    struct order_recent recent;
};

/* A private row of the orders task. Exactly one of the nullable records is set. */
struct order_row {
    /* Where the task stands. */
    const struct task_position *position;
    /* A key whose records go to the dead letters. */
    const struct parked_key *parked;
    /* One order. */
    const struct order *order;
};

extern const struct fy_schema order_row_schema;

enum fy_status order_row_encode(const struct order_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status order_row_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct order_row *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
