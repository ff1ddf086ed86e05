/*
 * Made by fy-generate from schemas/order_request.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_REQUEST_H
#define FY_GENERATED_ORDER_REQUEST_H

#include "schemas/codec/codec.h"
#include "schemas/generated/delivery_encrypted.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/money.h"
#include "schemas/generated/order_item.h"

/*
 * RETRY: ask once more for all that is open, a failed refund too. REFUND_REST: cancel all that is
 * not shipped, and give the money back. CLOSE: it ends as it is, settled elsewhere.
 */
enum resolve_action {
    RESOLVE_ACTION_RETRY,
    RESOLVE_ACTION_REFUND_REST,
    RESOLVE_ACTION_CLOSE,
};

struct place_order_lines {
    const struct order_item *items;
    size_t count;
};

/* A customer orders, signed in or as a guest. */
struct place_order {
    /* Who orders, whose key is written already: the account's person or a guest's. */
    struct fy_slice person;
    /*
     * The visitor a guest is; null: they are signed in, and whoever has this browser next does not
     * see it.
     */
    struct fy_slice visitor;
    /* What, each SKU once. */
    struct place_order_lines lines;
    /*
     * What they were shown as the sum, and the currency they pay in: another sum is refused as
     * total_differs.
     */
    struct money expected_total;
    /* Where it goes. */
    struct delivery_encrypted delivery;
    /* The provider's token for how they pay, as in pm_card_visa. Never a card number. */
    struct fy_slice payment_method;
};

/* The customer wants it no more: what has not been shipped by then. */
struct cancel_order {
    /* Of this supplier only; null: of all. */
    struct fy_slice supplier;
    /* Why, a word; null: they did not say. */
    struct fy_slice reason;
};

struct return_items_items {
    const struct order_item *items;
    size_t count;
};

/* The customer sends items back, which were shipped, before their return window is over. */
struct return_items {
    /* Of this supplier only; null: of any. */
    struct fy_slice supplier;
    /* What; empty: all that was shipped and is not returned. */
    struct return_items_items items;
    /* Why, a word; null: they did not say. */
    struct fy_slice reason;
};

/* A supplier will ship what is theirs of it. */
struct accept_sub_order {
    /* Who. */
    struct fy_slice supplier;
};

/* A supplier will not ship what is left of theirs. */
struct reject_sub_order {
    /* Who. */
    struct fy_slice supplier;
    /* Why, a word: out_of_stock, damaged, ... */
    struct fy_slice reason;
};

struct ship_items_items {
    const struct order_item *items;
    size_t count;
};

/* A supplier has shipped, all of theirs or a part. */
struct ship_items {
    /* Who. */
    struct fy_slice supplier;
    /* What is in this parcel; empty: all that is left of theirs. */
    struct ship_items_items items;
    /* Who carries it, a word. */
    struct fy_slice carrier;
    /* The carrier's number of the parcel. */
    struct fy_slice tracking;
};

/* A supplier says that all they have shipped has arrived. */
struct deliver_sub_order {
    /* Who. */
    struct fy_slice supplier;
};

/* An operator settles what no rule does; who is the envelope's actor. */
struct resolve_order {
    /* What is done. */
    enum resolve_action action;
    /* Why, a code of the shop's: goodwill, lost_parcel, ... */
    struct fy_slice note;
};

/*
 * What somebody asks of an order: its customer, one of its suppliers, an operator. Exactly one of
 * the nullable records is set. Requests of an order are handled in the order in which they are
 * written: that settles who was first.
 */
struct order_request {
    /* Who, when and why. */
    struct envelope envelope;
    /* The order, 32 hex digits; also the key. */
    struct fy_slice order;
    /*
     * Keyed hash of the raw body, hex digits: another body under the same event_id is refused as
     * key_reused. Null where there was no Idempotency-Key.
     */
    struct fy_slice body_mac;
    /* A customer orders. */
    const struct place_order *place_order;
    /* The customer wants it no more. */
    const struct cancel_order *cancel_order;
    /* The customer sends items back. */
    const struct return_items *return_items;
    /* A supplier will ship. */
    const struct accept_sub_order *accept_sub_order;
    /* A supplier will not ship. */
    const struct reject_sub_order *reject_sub_order;
    /* A supplier has shipped. */
    const struct ship_items *ship_items;
    /* A supplier says it has arrived. */
    const struct deliver_sub_order *deliver_sub_order;
    /* An operator settles what no rule does. */
    const struct resolve_order *resolve_order;
};

extern const struct fy_schema order_request_schema;

enum fy_status order_request_encode(const struct order_request *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status order_request_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct order_request *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
