/*
 * handle.h - stock behind its topics: supply and stock-requests in, `stock` events, replies,
 * `products` and `stock-levels` out.
 *
 * Shape:   rows as book.h has them. A fact or request read for the first time gives its events.
 *          Each fact about a listed SKU, a repeat and a refused one too, writes both state
 *          records, so that whoever waits for that fact's place sees it included. A SKU that
 *          nobody has listed has no public state: its refusals are found in `stock` alone. Each
 *          request is answered in `stock-replies`.
 * Errors:  FY_REJECT, before the first write: a tombstone, bytes that are no supply or request, a
 *          fact of no kind or of several, a key that is not the fact's SKU, amounts below 0, texts
 *          too long to keep. FY_FATAL: a row that cannot be read back.
 * Threads: the worker's.
 */
#ifndef STOCK_HANDLE_H
#define STOCK_HANDLE_H

#include "processors/stock/book.h"

enum {
    STOCK_FACT_BYTES_MAX = 64 * 1024, /* Edges let 5 KB through; with 64 ids a row is 130 KB. */
};

extern const struct fy_processor stock_processor;

enum fy_status stock_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

/* One of its own events, into the row: what a rebuild is made of. */
enum fy_status stock_fold(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

#endif
