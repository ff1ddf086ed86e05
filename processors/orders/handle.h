/*
 * handle.h - orders behind their topics: requests, stock's replies and payments' reports in;
 * events, requests, `order-status` out.
 *
 * Shape:   one row per order, under "order/<id>". What was due by a record's time is decided before
 *          it; of a report of payments by when the provider answered, where that is earlier: what
 *          was paid in time is paid, however long we or our adapter were away. Each request is
 *          answered by the order's status, which names it; a repeat too.
 * Terms:   those of an order placed now are the program's settings (orders_terms); an order keeps
 *          its own.
 * Errors:  FY_REJECT, before the first write: a tombstone, bytes that are no record of the topic,
 *          one that check.h refuses. FY_FATAL: a row that cannot be read back.
 * Threads: the worker's.
 */
#ifndef ORDERS_HANDLE_H
#define ORDERS_HANDLE_H

#include "lib/task.h"
#include "processors/orders/orders.h"

enum { ORDERS_RECORD_BYTES_MAX = 64 * 1024 };

extern const struct fy_processor orders_processor;

/* Of orders placed from now on. Set once, before the first record; tests set it between them. */
extern struct order_terms orders_terms;

enum fy_status orders_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

/* One of its own events, into the row: what a rebuild is made of. */
enum fy_status orders_fold(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

/* When a row's time comes, by its bytes. */
int64_t orders_due_ms(struct fy_slice row);
enum fy_status orders_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err) FY_MUST_CHECK;

#endif
