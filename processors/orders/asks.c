#include "processors/orders/asks.h"

#include "processors/orders/decide.h"

#include <assert.h>

static void put(struct order_asks *asks, struct order_ask ask)
{
    assert(asks->count < ORDER_ASKS_MAX);
    asks->items[asks->count++] = ask;
}

static void ask_of_line(const struct order_now *order, int at, struct order_asks *asks)
{
    const struct order_line *line = &order->lines[at];
    struct order_ask ask = {.line = at, .attempt = line->attempt, .units = line->standing.units};

    if (line->standing.state == LINE_STATE_HOLDING) {
        ask.kind = ASK_HOLD;
        put(asks, ask);
    }
    if (line->standing.state == LINE_STATE_COMMITTING) {
        ask.kind = ASK_COMMIT;
        put(asks, ask);
    }
    if (line->standing.shipped_units > line->told_shipped_units) {
        ask.kind = ASK_SHIP;
        ask.units = line->standing.shipped_units;
        put(asks, ask);
    }
    if (line->standing.returned_units > line->told_returned_units) {
        ask.kind = ASK_RETURN;
        ask.units = line->standing.returned_units;
        put(asks, ask);
    }
    if (line->release_open) {
        ask.kind = ASK_RELEASE;
        ask.reason = line->release_reason;
        put(asks, ask);
    }
}

static bool is_promised(enum payment_state state)
{
    return state == PAYMENT_STATE_AUTHORISED || state == PAYMENT_STATE_CAPTURED;
}

static bool is_over(enum payment_state state)
{
    return state == PAYMENT_STATE_VOIDED || state == PAYMENT_STATE_DECLINED ||
           state == PAYMENT_STATE_EXPIRED;
}

/* What is confirmed at the provider is the customer's to do: nobody is asked for it again. */
static void ask_of_payment(const struct order_now *order, struct order_asks *asks)
{
    const struct order_payment *payment = &order->row.payment;
    enum payment_state state = order->payment.state;
    struct order_ask ask = {.minor = payment->amount_minor, .reason = payment->void_reason};
    bool open = !is_over(state) && state != PAYMENT_STATE_CAPTURED;

    if (payment->wish == PAYMENT_WISH_AUTHORISE && open && !is_promised(state) &&
        state != PAYMENT_STATE_ACTION_REQUIRED) {
        ask.kind = ASK_AUTHORISE;
        put(asks, ask);
    }
    if (payment->wish == PAYMENT_WISH_CAPTURE && open) {
        ask.kind = ASK_CAPTURE;
        put(asks, ask);
    }
    if (payment->wish == PAYMENT_WISH_VOID && open) {
        ask.kind = ASK_VOID;
        ask.units = state; /* What was promised behind the wish is void at once. */
        put(asks, ask);
    }
    for (size_t i = 0; i < payment->refunds.count; i++) {
        if (order->refunds[i].state != REFUND_STATE_ASKED)
            continue;
        ask.kind = ASK_REFUND;
        ask.minor = order->refunds[i].amount_minor;
        ask.refund = (int)i + 1;
        put(asks, ask);
    }
}

void order_asks(const struct order_now *order, struct order_asks *ret_asks)
{
    ret_asks->count = 0;
    for (size_t i = 0; i < order->row.releases.count; i++) {
        const struct order_release *release = &order->releases[i];

        put(ret_asks, (struct order_ask){.kind = ASK_RELEASE,
                          .line = release->line,
                          .attempt = release->attempt,
                          .units = order->lines[release->line].standing.units,
                          .reason = release->reason});
    }
    for (size_t i = 0; i < order->row.lines.count; i++)
        ask_of_line(order, (int)i, ret_asks);
    ask_of_payment(order, ret_asks);
}

bool order_asks_has(const struct order_asks *asks, const struct order_ask *ask)
{
    for (int i = 0; i < asks->count; i++) {
        const struct order_ask *one = &asks->items[i];

        if (one->kind == ask->kind && one->line == ask->line && one->attempt == ask->attempt &&
            one->units == ask->units && one->minor == ask->minor && one->refund == ask->refund)
            return true;
    }
    return false;
}

bool order_is_open(const struct order_now *order)
{
    struct order_asks asks;

    order_asks(order, &asks);
    return asks.count > 0;
}
