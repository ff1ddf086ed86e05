/*
 * orders.h - the rules of an order: what a request, an answer or time does to it.
 *
 * Shape:   decide(order, input, now) -> events     the order is what the events made of it by then
 *          evolve(order, event) -> order           changes, refuses nothing that was ever written
 *          asks(order) -> what is open at stock and payments, all of it, said again until answered
 *          due(order) -> the next thing that time alone causes, and when
 *
 * The table of states and inputs is saga.def; docs/ORDERS.md is drawn from it.
 *
 * Money:   int64 minor units. A customer pays price x units of each line; what of that is cancelled
 *          or returned is owed to them and refunded, one refund at a time. The books (money.h) are
 *          a function of the order, so what an event posts sums to 0.
 * Time:    now_ms is the broker's time of the record, of a deadline when that was. An order lives
 *          by the terms it was placed under; nothing here reads a setting.
 * Repeats: a request is known by its event_id, the last 64 of an order.
 * Errors:  none. A refusal is an event.
 * Memory:  strings are borrowed from input, row and events; what is made is the arena's, which has
 *          room for an order's decisions (ORDER_DECIDE_BYTES).
 * Threads: pure; any number.
 * Source:  docs/ORDERS.md; docs/decisions/0053 .. 0056; sagas (Garcia-Molina and Salem, 1987).
 */
#ifndef ORDERS_H
#define ORDERS_H

#include "schemas/generated/order_event.h"
#include "schemas/generated/order_request.h"
#include "schemas/generated/order_row.h"
#include "schemas/generated/payment_report.h"
#include "schemas/generated/stock_reply.h"

enum {
    ORDER_LINES_MAX = 50,
    ORDER_SUPPLIERS_MAX = 16, /* Excluded of a line, and who rejected. */
    ORDER_RELEASES_MAX = 100,
    ORDER_REFUNDS_MAX = 32,
    ORDER_SHIPMENTS_MAX = 64,
    ORDER_RECENT_MAX = 64,
    ORDER_ATTEMPTS_MAX = 20, /* Holds asked for one line. */
    ORDER_EVENTS_MAX = 192,  /* Of one input: three per line, and the rest. */
    ORDER_DECIDE_BYTES = 1024 * 1024,
};

#define ORDER_TOTAL_MINOR_MAX INT64_C(100000000000)

/* An order as it stands. All zero: there is none. Not to be moved: `row` points into it. */
struct order_now {
    struct fy_slice id;
    struct order row;
    struct position as_of;
    struct order_line lines[ORDER_LINES_MAX];
    struct money prices[ORDER_LINES_MAX];
    struct fy_slice excluded[ORDER_LINES_MAX][ORDER_SUPPLIERS_MAX];
    struct order_release releases[ORDER_RELEASES_MAX];
    struct payment_standing payment;
    struct order_refund refunds[ORDER_REFUNDS_MAX];
    struct order_rejection rejected[ORDER_SUPPLIERS_MAX];
    struct order_shipment shipments[ORDER_SHIPMENTS_MAX];
    struct order_answer recent[ORDER_RECENT_MAX];
};

/* Which inputs there are: saga.def. */
enum saga_input {
#define INPUT(symbol, from, words) SAGA_##symbol,
#define ON(input, states, rule, next, words)
#define NEVER(input, states, words)
#include "processors/orders/saga.def"
#undef INPUT
#undef ON
#undef NEVER
    SAGA_INPUT_COUNT,
};

/* One of the three is set, or none: time alone. */
struct order_input {
    enum saga_input kind;
    const struct order_request *request;
    const struct stock_reply *reply;
    const struct payment_report *report;
    int line;           /* Of a reply: which; -1: of none that is known. */
    int attempt;        /* And which try of it. */
    int64_t due_ms;     /* Of time: when it was due. */
    struct position at; /* Of a request: where it is in order-requests. */
};

struct order_events {
    int count;
    struct order_event *items[ORDER_EVENTS_MAX]; /* Without event_id. */
};

/* `row` is a row's bytes decoded, whose lists are copied; NULL: there is none. */
void order_begin(struct order_now *order, struct fy_slice id, const struct order *row);
bool order_exists(const struct order_now *order);

/* Which input a record is to this order. */
struct order_input order_recognise_request(const struct order_request *request);
struct order_input order_recognise_reply(
    const struct order_now *order, const struct stock_reply *reply);
struct order_input order_recognise_report(
    const struct order_now *order, const struct payment_report *report);

/* The request was handled before: NULL where not, else how it was answered. */
const struct order_answer *order_repeat(
    const struct order_now *order, const struct order_request *request);

/*
 * Decide, and change `order` by each event that comes of it. `terms` are those of an order placed
 * now. No event: the input changes nothing.
 */
void order_decide(struct order_now *order,
    const struct order_input *input,
    const struct order_terms *terms,
    int64_t now_ms,
    struct fy_arena *arena,
    struct order_events *ret_events);

/* The request's id is another's, with another body: it is refused, and that is all. */
void order_decide_reused(struct order_now *order,
    const struct order_input *input,
    int64_t now_ms,
    struct fy_arena *arena,
    struct order_events *ret_events);

/* Apply an event. */
void order_evolve(struct order_now *order, const struct order_event *event);

/* What time alone causes next, and when; due_ms 0: nothing. now_ms: of a request asked again. */
struct order_input order_due(const struct order_now *order);

#endif
