/*
 * order_watch.h - how many orders go on, need an operator, or wait beyond their time: for whoever
 * is on call. Kept as rows, so that a restart knows them at once.
 *
 * Rows:    VIEW_ORDER_COUNTS   "open", "operator" -> how many; made of the order's row before
 *          VIEW_ORDER_DUE      ms order -> nothing; of each order that waits for something
 * Open:    it has not ended, or something of it is not settled: a refund, an operator's word.
 * Late:    a minute beyond the time until which it may wait: for stock or payments a minute, for a
 *          customer at the bank until pay_until_ms, for a supplier until their due_ms. In calm 0.
 * Gauges:  fy_orders_open, fy_orders_need_operator, fy_orders_late, at most LATE_COUNTED.
 * Errors:  as views_apply. Threads: the reactor's.
 */
#ifndef API_ORDER_WATCH_H
#define API_ORDER_WATCH_H

#include "api/views.h"
#include "schemas/generated/order_status.h"

enum { ORDER_WATCH_GRACE_MS = 60 * 1000, ORDER_WATCH_LATE_COUNTED = 10000 };

void order_watch_register(void);

/* Before the order's row is put: `order` is what it will be. */
enum fy_status order_watch_status(struct views *views,
    const struct order_status *order,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* When it begins to be late; 0: it waits for nothing. */
int64_t order_watch_due_ms(const struct order_status *order);

struct order_watch_counts {
    int64_t open, operators, late;
};

/* Count, and set the gauges. */
enum fy_status order_watch_look(struct views *views,
    int64_t now_ms,
    struct fy_arena *arena,
    struct order_watch_counts *ret_counts,
    struct fy_err *err) FY_MUST_CHECK;

#endif
