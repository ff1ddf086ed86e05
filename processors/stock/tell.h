/*
 * tell.h - what stock says: events, replies, and the state of a SKU.
 *
 * Shape:   an event goes into the rows and to `stock`; a reply says how a hold stands now.
 * State:   `stock-levels` after each record that changes or repeats something, `products` too where
 *          what customers read of it may have changed. as_of is the newest record of `supply`, and
 *          of `stock-requests` where one was read.
 * Errors, threads: as of lib/task.h.
 */
#ifndef STOCK_TELL_H
#define STOCK_TELL_H

#include "processors/stock/book.h"

/* Apply what was decided, and tell. The event's id is made of its cause, its step and its hold. */
enum fy_status tell_event(
    struct book *book, struct stock_decision *decision, struct fy_err *err) FY_MUST_CHECK;

/*
 * How `hold` stands, to `order`; `cause` is the envelope of what is answered. `not_done` may be
 * NULL. A hold that is not known, or is another's, stands as UNKNOWN.
 */
enum fy_status tell_reply(struct book *book,
    const struct book_hold *hold,
    struct fy_slice order,
    enum stock_asked asked,
    const char *not_done,
    const struct envelope *cause,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Behind the last event of a record that says something of the supplier's count: what is short, the
 * holds that are lost by it, the orders that are told, and whether stock is low now.
 */
enum fy_status tell_consequences(
    struct book *book, const struct stock_event *last, struct fy_err *err) FY_MUST_CHECK;

/* What customers see, as of `record`, in which `now_ms` was said to be now. */
enum fy_status tell_product(struct book *book,
    const struct fy_record *record,
    int64_t now_ms,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status tell_level(struct book *book,
    const struct fy_record *record,
    int64_t now_ms,
    struct fy_err *err) FY_MUST_CHECK;

#endif
