/*
 * tell.h - what others hear of an order: events, requests to stock and payments, its status.
 *
 * Errors:  those of fy_task_emit.
 * Threads: the worker's.
 */
#ifndef ORDERS_TELL_H
#define ORDERS_TELL_H

#include "lib/task.h"
#include "processors/orders/asks.h"

/* Names the event: the same input, and its number in what comes of that, give the same id. */
enum fy_status order_tell_event(struct fy_task *task,
    const struct order_now *order,
    const struct order_input *input,
    struct order_event *event,
    int number,
    struct fy_err *err) FY_MUST_CHECK;

/* What is open now and was not before; `before` NULL: all that is open. */
enum fy_status order_tell_asks(struct fy_task *task,
    const struct order_now *order,
    const struct order_asks *before,
    int64_t now_ms,
    struct fy_err *err) FY_MUST_CHECK;

/* The order as it stands. `also`: a request that is answered and not remembered; NULL: none. */
enum fy_status order_tell_status(struct fy_task *task,
    const struct order_now *order,
    const struct position *as_of,
    const struct order_answer *also,
    struct fy_err *err) FY_MUST_CHECK;

#endif
