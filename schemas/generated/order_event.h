/*
 * Made by fy-generate from schemas/order_event.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_EVENT_H
#define FY_GENERATED_ORDER_EVENT_H

#include "schemas/codec/codec.h"
#include "schemas/generated/delivery_encrypted.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/money.h"
#include "schemas/generated/order_item.h"
#include "schemas/generated/order_shipment.h"
#include "schemas/generated/order_standing.h"
#include "schemas/generated/order_terms.h"
#include "schemas/generated/payment_standing.h"

/*
 * PROVIDER: what the payment provider has of ours. FEES: what it kept. SUPPLIER: what we owe a
 * supplier, negative. COMMISSION: what we earned, negative. CUSTOMER: what we owe the customer,
 * negative, until it is refunded or sent by somebody else.
 */
enum ledger_account {
    LEDGER_ACCOUNT_PROVIDER,
    LEDGER_ACCOUNT_FEES,
    LEDGER_ACCOUNT_SUPPLIER,
    LEDGER_ACCOUNT_COMMISSION,
    LEDGER_ACCOUNT_CUSTOMER,
};

struct order_placed_lines {
    const struct order_item *items;
    size_t count;
};

/* An order was placed: stock is asked to hold each line. */
struct order_placed {
    /* Who ordered. */
    struct fy_slice person;
    /* The visitor a guest is; null: they were signed in. */
    struct fy_slice visitor;
    /* What, in the order of its lines. */
    struct order_placed_lines lines;
    /* What they were shown as the sum. */
    struct money expected_total;
    /* Where it goes. */
    struct delivery_encrypted delivery;
    /* The provider's token for how they pay. */
    struct fy_slice payment_method;
    /* As at the head of the event. */
    struct fy_slice body_mac;
    /* What it lives by. */
    struct order_terms terms;
};

/* A line is held: its supplier and price are known. */
struct line_held {
    /* Which line, from 0. */
    int32_t line;
    /* Which hold: "ORDER/line/try". */
    struct fy_slice hold;
    /* Who gives it. */
    struct fy_slice supplier;
    /* Price of one item. */
    struct money price;
};

/* Stock would not hold a line. */
struct line_refused {
    /* Which line, from 0. */
    int32_t line;
    /* Which hold: "ORDER/line/try". */
    struct fy_slice hold;
    /*
     * unknown_sku, withdrawn, other_currency, sold_out, too_many_holds, or price_above: the only
     * supplier left asks more than was agreed.
     */
    struct fy_slice reason;
    /* Whole items that one supplier could have given. */
    int64_t left_units;
};

/* What was held for a line is gone. */
struct line_lost {
    /* Which line, from 0. */
    int32_t line;
    /* Which hold: "ORDER/line/try". */
    struct fy_slice hold;
    /* lost, short, expired or unknown_hold ...: in stock's words. */
    struct fy_slice reason;
};

struct hold_asked_excluded {
    const struct fy_slice *items;
    size_t count;
};

/* Stock is asked once more to hold a line, of whom is left. */
struct hold_asked {
    /* Which line, from 0. */
    int32_t line;
    /* Which hold: "ORDER/line/try". */
    struct fy_slice hold;
    /* Number of the try, from 2. */
    int32_t attempt;
    /*
     * lost: held again, once, before it is paid; rerouted: of another supplier, at a price not
     * above.
     */
    struct fy_slice why;
    /* Suppliers who would not ship it. */
    struct hold_asked_excluded excluded;
};

/* All lines are held at the sum expected: payments is asked to authorise it. */
struct payment_asked {
    /* Which payment. */
    struct fy_slice payment;
    /* How much. */
    struct money amount;
};

/* How the payment stands was told. */
struct payment_seen {
    /* Which payment. */
    struct fy_slice payment;
    /* How it stands. */
    struct payment_standing standing;
    /* Of the report. */
    int64_t version;
    /* authorised, action_required, declined, captured, voided, refunded, not_done or seen. */
    struct fy_slice what;
    /* Why, of what was declined or not done. */
    struct fy_slice reason;
    /* Where the customer confirms, for them alone; null: nowhere. */
    struct fy_slice action_url;
    /* Which refund it is about; null: none. */
    struct fy_slice refund_id;
};

/* There is more time to pay, for the customer must confirm at the provider; once. */
struct pay_time_extended {
    /* Until when stock is held for them, UTC. */
    int64_t pay_until_ms;
};

/* It is paid for: stock is asked to sell what is held. */
struct commit_asked {
    /* How many lines. */
    int32_t line_count;
};

/* A line is sold. */
struct line_committed {
    /* Which line, from 0. */
    int32_t line;
    /* Which hold: "ORDER/line/try". */
    struct fy_slice hold;
};

/* All lines are sold: payments is asked to take the money. */
struct capture_asked {
    /* Which payment. */
    struct fy_slice payment;
    /* How much. */
    struct money amount;
};

/* The money is taken: each supplier is asked to accept. */
struct order_confirmed {
    /* What was taken. */
    struct money amount;
    /* Until when suppliers accept, UTC. */
    int64_t accept_until_ms;
};

struct sub_order_accepted_lines {
    const int32_t *items;
    size_t count;
};

/* A supplier will ship. */
struct sub_order_accepted {
    /* Who. */
    struct fy_slice supplier;
    /* Which lines. */
    struct sub_order_accepted_lines lines;
};

struct sub_order_rejected_lines {
    const int32_t *items;
    size_t count;
};

/* A supplier will not ship. */
struct sub_order_rejected {
    /* Who. */
    struct fy_slice supplier;
    /* Which lines. */
    struct sub_order_rejected_lines lines;
    /* Their word; accept_late: they did not answer in time; short: what was sold is not there. */
    struct fy_slice reason;
};

/* A parcel has left. */
struct items_shipped {
    /* Which. */
    struct order_shipment shipment;
};

/* All that a supplier has shipped has arrived. */
struct sub_order_delivered {
    /* Whose. */
    struct fy_slice supplier;
    /* supplier: they said so; time: nobody said otherwise. */
    struct fy_slice by;
    /* Until when it may come back, UTC. */
    int64_t return_until_ms;
};

struct units_cancelled_items {
    const struct order_item *items;
    size_t count;
};

/* Items will not be shipped; what was paid for them is given back. */
struct units_cancelled {
    /* Which. */
    struct units_cancelled_items items;
    /* customer, rejected, sold_out, price_above or operator. */
    struct fy_slice why;
    /* In the words of whom it was. */
    struct fy_slice reason;
};

struct order_items_returned_items {
    const struct order_item *items;
    size_t count;
};

/* Items come back; what was paid for them is given back. */
struct order_items_returned {
    /* Which. */
    struct order_items_returned_items items;
    /* The customer's word. */
    struct fy_slice reason;
};

/* Payments is asked to give money back. */
struct refund_asked {
    /* Which refund. */
    struct fy_slice refund_id;
    /* How much. */
    struct money amount;
};

/* Stock has done what was asked of a hold, or cannot. */
struct hold_settled {
    /* Which hold: "ORDER/line/try". */
    struct fy_slice hold;
    /* release, ship or return. */
    struct fy_slice asked;
    /* Why it cannot, in stock's words; null: it is done. */
    struct fy_slice not_done;
    /* Whole items of it that have left, by stock's count. */
    int64_t shipped_units;
    /* Whole items of it that came back, by stock's count. */
    int64_t returned_units;
};

/* The order is none: what was held is free. */
struct order_refused {
    /*
     * sold_out, unknown_sku, withdrawn, other_currency, too_many_holds, total_differs,
     * nothing_to_pay, too_much, payment_declined or sku_twice.
     */
    struct fy_slice reason;
    /* What it would cost now; null: not known. */
    const struct money *total;
};

/* The customer cancelled while the money is being taken: once it is, all is cancelled. */
struct cancel_noted {
    /* The customer's word. */
    struct fy_slice reason;
};

/*
 * Nothing of it will be shipped: what is held is free, what is promised void, what is taken given
 * back.
 */
struct order_cancelled {
    /*
     * customer, not_paid (in time), sold_out, payment_expired, payment_failed, rejected or
     * operator.
     */
    struct fy_slice reason;
};

/* It has ended. */
struct order_closed {
    /* done; operator: settled elsewhere. */
    struct fy_slice reason;
    /* The operator's code. */
    struct fy_slice note;
};

/* Nobody answered: what is open was asked once more. */
struct requests_resent {
    /* How often by now, from 1. */
    int32_t attempt;
};

/* No rule settles it. */
struct operator_needed {
    /*
     * unanswered, refund_failed, not_shipped, stock_differs, amount_differs, too_many_refunds or
     * unexpected.
     */
    struct fy_slice reason;
};

/* It is settled. */
struct operator_resolved {
    /* retry, refund_rest, close; answered: by itself, for the answer came. */
    struct fy_slice action;
    /* The operator's code. */
    struct fy_slice note;
    /* Who: the actor of the request; null: nobody, it was answered. */
    struct fy_slice by;
};

/* A request was refused, and changes nothing. */
struct order_request_refused {
    /* Which, by its name in OrderRequest. */
    struct fy_slice request;
    /*
     * unknown_order, key_reused, order_taken, ended, shipped, not_confirmed, unknown_supplier,
     * not_waiting, not_accepted, unknown_sku, too_many_units, nothing_shipped, nothing_left,
     * window_over, too_many_parcels or not_needed.
     */
    struct fy_slice reason;
};

/* A change of one account. */
struct ledger_entry {
    /* Which. */
    enum ledger_account account;
    /* Whose; null of other accounts. */
    struct fy_slice supplier;
    /* By how much, minor units, signed. */
    int64_t amount_minor;
    /* ISO 4217. */
    struct fy_slice currency;
};

struct ledger_posted_entries {
    const struct ledger_entry *items;
    size_t count;
};

/* Money moved, or is owed to somebody else: amounts of an event sum to 0. */
struct ledger_posted {
    /* captured, cancelled, returned, rerouted or refunded. */
    struct fy_slice about;
    /* At most 20. */
    struct ledger_posted_entries entries;
};

/* An order that ended long ago leaves the task's rows. */
struct order_forgotten {
    /* kept_long_enough. */
    struct fy_slice reason;
};

/*
 * What has happened to an order, and why; what was refused too. Exactly one of the nullable records
 * is set. An order's events, in their order, are all there is to know of it.
 */
struct order_event {
    /*
     * Who, when and why; cause_id is the request, reply or report, null where time alone was the
     * cause. Writer and seq are set.
     */
    struct envelope envelope;
    /* Which order; also the key. */
    struct fy_slice order;
    /* How the order stands, with this event. */
    struct order_standing standing;
    /* When it was decided, by the broker's clock, UTC; of a deadline, when that was. */
    int64_t decided_ms;
    /* Where the request is in order-requests; null where it was none. */
    bool has_request_partition;
    int32_t request_partition;
    /* Its offset there. Set together with request_partition. */
    bool has_request_offset;
    int64_t request_offset;
    /* Keyed hash of the request's body; null where there was none. */
    struct fy_slice body_mac;
    /* An order was placed: stock is asked to hold each line. */
    const struct order_placed *order_placed;
    /* A line is held: its supplier and price are known. */
    const struct line_held *line_held;
    /* Stock would not hold a line. */
    const struct line_refused *line_refused;
    /* What was held for a line is gone. */
    const struct line_lost *line_lost;
    /* Stock is asked once more to hold a line, of whom is left. */
    const struct hold_asked *hold_asked;
    /* All lines are held at the sum expected: payments is asked to authorise it. */
    const struct payment_asked *payment_asked;
    /* How the payment stands was told. */
    const struct payment_seen *payment_seen;
    /* There is more time to pay, for the customer must confirm at the provider; once. */
    const struct pay_time_extended *pay_time_extended;
    /* It is paid for: stock is asked to sell what is held. */
    const struct commit_asked *commit_asked;
    /* A line is sold. */
    const struct line_committed *line_committed;
    /* All lines are sold: payments is asked to take the money. */
    const struct capture_asked *capture_asked;
    /* The money is taken: each supplier is asked to accept. */
    const struct order_confirmed *order_confirmed;
    /* A supplier will ship. */
    const struct sub_order_accepted *sub_order_accepted;
    /* A supplier will not ship. */
    const struct sub_order_rejected *sub_order_rejected;
    /* A parcel has left. */
    const struct items_shipped *items_shipped;
    /* All that a supplier has shipped has arrived. */
    const struct sub_order_delivered *sub_order_delivered;
    /* Items will not be shipped; what was paid for them is given back. */
    const struct units_cancelled *units_cancelled;
    /* Items come back; what was paid for them is given back. */
    const struct order_items_returned *items_returned;
    /* Payments is asked to give money back. */
    const struct refund_asked *refund_asked;
    /* Stock has done what was asked of a hold, or cannot. */
    const struct hold_settled *hold_settled;
    /* The order is none: what was held is free. */
    const struct order_refused *order_refused;
    /* The customer cancelled while the money is being taken: once it is, all is cancelled. */
    const struct cancel_noted *cancel_noted;
    /*
     * Nothing of it will be shipped: what is held is free, what is promised void, what is taken
     * given back.
     */
    const struct order_cancelled *order_cancelled;
    /* It has ended. */
    const struct order_closed *order_closed;
    /* Nobody answered: what is open was asked once more. */
    const struct requests_resent *requests_resent;
    /* No rule settles it. */
    const struct operator_needed *operator_needed;
    /* It is settled. */
    const struct operator_resolved *operator_resolved;
    /* A request was refused, and changes nothing. */
    const struct order_request_refused *request_refused;
    /* Money moved, or is owed to somebody else: amounts of an event sum to 0. */
    const struct ledger_posted *ledger_posted;
    /* An order that ended long ago leaves the task's rows. */
    const struct order_forgotten *order_forgotten;
};

extern const struct fy_schema order_event_schema;

enum fy_status order_event_encode(const struct order_event *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status order_event_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct order_event *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
