#include "processors/orders/tell.h"

#include "lib/ids.h"
#include "schemas/generated/payment_request.h"
#include "schemas/generated/stock_request.h"

#include <inttypes.h>
#include <stdio.h>

enum { HOLD_TEXT = 128, NUMBER_TEXT = 64 };

enum fy_status order_tell_event(struct fy_task *task,
    const struct order_now *order,
    const struct order_input *input,
    struct order_event *event,
    int number,
    struct fy_err *err)
{
    char at[NUMBER_TEXT], event_id[FY_UUID_TEXT + 1];
    struct fy_slice parts[] = {
        event->envelope.cause_id, fy_slice_of("orders"), order->id, fy_slice_of(at)};

    if (event->envelope.cause_id.size > 0)
        (void)snprintf(at, sizeof(at), "%d", number);
    else /* Time alone: when, and of what. */
        (void)snprintf(at, sizeof(at), "%" PRId64 "/%d/%d/%d", event->decided_ms, (int)input->kind,
            input->line, number);
    parts[3] = fy_slice_of(at);
    fy_uuid_derive(parts, 4, event_id);
    event->envelope.event_id = fy_arena_copy(fy_task_arena(task), fy_slice_of(event_id));
    return fy_task_emit(task, FY_TOPIC_ORDERS, order->id, event, err);
}

/* --- Requests -------------------------------------------------------------------------------- */

/* One that is sent, or sent again: what it asks, and for the how-manieth time, names it. */
static void head(const struct order_now *order,
    const char *what,
    int64_t number,
    int64_t now_ms,
    char event_id[FY_UUID_TEXT + 1],
    struct envelope *ret_envelope)
{
    char again[NUMBER_TEXT];
    struct fy_slice parts[] = {fy_slice_of("orders.ask"), order->id, fy_slice_of(what), {0}};

    (void)snprintf(
        again, sizeof(again), "%" PRId64 "/%" PRId64 "/%d", number, now_ms, order->row.resends);
    parts[3] = fy_slice_of(again);
    fy_uuid_derive(parts, 4, event_id);
    *ret_envelope = (struct envelope){
        .event_id = fy_slice_of(event_id),
        .root = order->row.root,
        .actor = fy_slice_of("service:orders"),
        .event_ms = now_ms,
    };
}

static enum release_reason release_word(struct fy_slice reason)
{
    if (fy_slice_equal(reason, fy_slice_of("EXPIRED")))
        return RELEASE_REASON_EXPIRED;
    return fy_slice_equal(reason, fy_slice_of("REJECTED")) ? RELEASE_REASON_REJECTED
                                                           : RELEASE_REASON_CANCELLED;
}

static enum fy_status ask_stock(struct fy_task *task,
    const struct order_now *order,
    const struct order_ask *ask,
    int64_t now_ms,
    struct fy_err *err)
{
    const struct order_line *line = &order->lines[ask->line];
    struct hold_stock hold = {
        .units = ask->units,
        .currency = order->row.currency,
        .excluded = {.items = line->excluded.items, .count = line->excluded.count},
    };
    struct commit_hold commit = {.units = ask->units};
    struct release_hold release = {.reason = release_word(ask->reason)};
    struct ship_hold ship = {.shipped_units = ask->units};
    struct return_hold back = {.returned_units = ask->units};
    char text[HOLD_TEXT], event_id[FY_UUID_TEXT + 1];
    struct stock_request request = {.sku = line->standing.sku, .order = order->id};

    (void)snprintf(
        text, sizeof(text), "%.*s/%d/%d", FY_SLICE_ARG(order->id), ask->line, ask->attempt);
    request.hold = fy_slice_of(text);
    head(order, text, ask->kind, now_ms, event_id, &request.envelope);
    if (ask->kind == ASK_HOLD)
        request.hold_stock = &hold;
    if (ask->kind == ASK_COMMIT)
        request.commit_hold = &commit;
    if (ask->kind == ASK_RELEASE)
        request.release_hold = &release;
    if (ask->kind == ASK_SHIP)
        request.ship_hold = &ship;
    if (ask->kind == ASK_RETURN)
        request.return_hold = &back;
    return fy_task_emit(task, FY_TOPIC_STOCK_REQUESTS, request.sku, &request, err);
}

static struct fy_slice void_word(struct fy_slice reason)
{
    return reason.size > 0 ? reason : fy_slice_of("cancelled");
}

static enum fy_status ask_payments(struct fy_task *task,
    const struct order_now *order,
    const struct order_ask *ask,
    int64_t now_ms,
    struct fy_err *err)
{
    const struct money amount = {.minor = ask->minor, .currency = order->row.currency};
    struct authorise_payment authorise = {
        .amount = amount, .payment_method = order->row.payment_method};
    struct capture_payment capture = {.amount = amount};
    struct void_payment unwanted = {.reason = void_word(ask->reason)};
    struct refund_payment refund = {.amount = amount};
    char text[HOLD_TEXT], event_id[FY_UUID_TEXT + 1];
    struct payment_request request = {.order = order->id, .payment = order->row.payment.payment};

    (void)snprintf(text, sizeof(text), "%.*s/r%d", FY_SLICE_ARG(request.payment), ask->refund);
    head(order, text, ask->kind, now_ms, event_id, &request.envelope);
    if (ask->kind == ASK_AUTHORISE)
        request.authorise_payment = &authorise;
    if (ask->kind == ASK_CAPTURE)
        request.capture_payment = &capture;
    if (ask->kind == ASK_VOID)
        request.void_payment = &unwanted;
    if (ask->kind == ASK_REFUND) {
        refund.refund_id = fy_slice_of(text);
        request.refund_payment = &refund;
    }
    return fy_task_emit(task, FY_TOPIC_PAYMENT_REQUESTS, order->id, &request, err);
}

enum fy_status order_tell_asks(struct fy_task *task,
    const struct order_now *order,
    const struct order_asks *before,
    int64_t now_ms,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;
    struct order_asks asks;

    order_asks(order, &asks);
    for (int i = 0; i < asks.count && status == FY_OK; i++) {
        const struct order_ask *ask = &asks.items[i];

        if (before != NULL && order_asks_has(before, ask))
            continue;
        status = ask->kind < ASK_AUTHORISE ? ask_stock(task, order, ask, now_ms, err)
                                           : ask_payments(task, order, ask, now_ms, err);
    }
    return status;
}
