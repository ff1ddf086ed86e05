/*
 * Made by fy-generate from schemas/order_status.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_STATUS_H
#define FY_GENERATED_ORDER_STATUS_H

#include "schemas/codec/codec.h"
#include "schemas/generated/delivery_encrypted.h"
#include "schemas/generated/line_standing.h"
#include "schemas/generated/order_answer.h"
#include "schemas/generated/order_shipment.h"
#include "schemas/generated/order_standing.h"
#include "schemas/generated/payment_standing.h"
#include "schemas/generated/position.h"

/*
 * WAITING: to accept. ACCEPTED: will ship. PARTLY_SHIPPED, SHIPPED: some has, all has left.
 * DELIVERED: it has arrived. RETURNED: all of it came back. CANCELLED: nothing of it will be
 * shipped. REJECTED: they would not ship.
 */
enum sub_order_state {
    SUB_ORDER_STATE_WAITING,
    SUB_ORDER_STATE_ACCEPTED,
    SUB_ORDER_STATE_PARTLY_SHIPPED,
    SUB_ORDER_STATE_SHIPPED,
    SUB_ORDER_STATE_DELIVERED,
    SUB_ORDER_STATE_RETURNED,
    SUB_ORDER_STATE_CANCELLED,
    SUB_ORDER_STATE_REJECTED,
};

/* What one supplier has of it. */
struct sub_order_status {
    /* Who. */
    struct fy_slice supplier;
    /* How far it is. */
    enum sub_order_state state;
    /* Until when they are to accept, or to ship, UTC; null: neither. */
    bool has_due_ms;
    int64_t due_ms;
    /* Until when it may come back, UTC; null: not delivered, or over. */
    bool has_return_until_ms;
    int64_t return_until_ms;
    /*
     * What customers pay for what is theirs of it, less what is cancelled or returned, minor units.
     */
    int64_t sold_minor;
    /* Of that, our part. */
    int64_t commission_minor;
    /* ISO 4217. */
    struct fy_slice currency;
    /* Why they rejected it. */
    struct fy_slice reason;
};

struct order_status_as_of {
    const struct position *items;
    size_t count;
};

struct order_status_answered {
    const struct order_answer *items;
    size_t count;
};

struct order_status_lines {
    const struct line_standing *items;
    size_t count;
};

struct order_status_sub_orders {
    const struct sub_order_status *items;
    size_t count;
};

struct order_status_shipments {
    const struct order_shipment *items;
    size_t count;
};

/*
 * An order as everybody may see it who may see it at all: its customer, its suppliers (their
 * lines), operators.
 */
struct order_status {
    /* The order; also the key. */
    struct fy_slice order;
    /* Who ordered. */
    struct fy_slice person;
    /* The visitor a guest is; null: they were signed in. */
    struct fy_slice visitor;
    /*
     * Keyed hash of the body that it was placed with: who repeats it with another is refused at the
     * edge.
     */
    struct fy_slice body_mac;
    /* Newest input of each topic included; a request that was refused too. */
    struct order_status_as_of as_of;
    /* The last requests and how each was answered, newest last; at most 16. */
    struct order_status_answered answered;
    /* When it was placed, UTC. */
    int64_t placed_ms;
    /* When it last changed, UTC. */
    int64_t updated_ms;
    /* How it stands. */
    struct order_standing standing;
    /* It changes soon without anybody's doing: worth asking again. */
    bool pending;
    /* Of all amounts, ISO 4217. */
    struct fy_slice currency;
    /* What the customer was shown as the sum, minor units. */
    int64_t expected_minor;
    /*
     * What it costs, of all lines whose price is known, minor units: of a total_differs, the new
     * sum.
     */
    int64_t total_minor;
    /* What is still to be given back, minor units. */
    int64_t owed_minor;
    /*
     * How the payment stands: what was promised, taken and given back; null: nobody asked, or told.
     */
    const struct payment_standing *payment;
    /* Why it was declined, in the provider's words. */
    struct fy_slice payment_code;
    /* Where the customer confirms the payment, for them alone; null: nowhere. */
    struct fy_slice action_url;
    /* Until when stock is held for them, UTC; null: it is paid, or over. */
    bool has_pay_until_ms;
    int64_t pay_until_ms;
    /* Where it goes. */
    struct delivery_encrypted delivery;
    /* What was ordered; at most 50. */
    struct order_status_lines lines;
    /* One per supplier, once it is confirmed. */
    struct order_status_sub_orders sub_orders;
    /* Parcels, oldest first; at most 64. */
    struct order_status_shipments shipments;
};

extern const struct fy_schema order_status_schema;

enum fy_status order_status_encode(const struct order_status *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status order_status_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct order_status *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
