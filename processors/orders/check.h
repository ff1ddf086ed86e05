/*
 * check.h - what comes out of topics, looked at before a rule sees it.
 *
 * Errors:  FY_REJECT: a key that is not the order's id, texts too long to keep, counts out of
 *          range.
 * Threads: pure.
 */
#ifndef ORDERS_CHECK_H
#define ORDERS_CHECK_H

#include "lib/err.h"
#include "processors/orders/orders.h"

enum { ORDERS_NAME_BYTES_MAX = 256 };

enum fy_status order_check_request(
    const struct order_request *request, struct fy_slice key, struct fy_err *err) FY_MUST_CHECK;
enum fy_status order_check_reply(
    const struct stock_reply *reply, struct fy_slice key, struct fy_err *err) FY_MUST_CHECK;
enum fy_status order_check_report(
    const struct payment_report *report, struct fy_slice key, struct fy_err *err) FY_MUST_CHECK;

#endif
