/*
 * handle.h - exposure behind its topics: activity and orders in, rows and `exposure` out.
 *
 * Shape:   rows: one a visitor ("v/..."), one an order that is not confirmed yet ("b/..."), and
 *          those of ledger.h. A record that adds to a count tells each count it changed.
 * Errors:  FY_REJECT, before the first write: a tombstone, bytes that cannot be read, a key that is
 *          not the value's own, a text too long to keep.
 *          FY_FATAL: a row that cannot be read back.
 * Threads: the worker's.
 */
#ifndef EXPOSURE_HANDLE_H
#define EXPOSURE_HANDLE_H

#include "lib/task.h"

enum { EXPOSURE_TEXT_BYTES_MAX = 64 }; /* Of ids, SKUs and suppliers: what schemas let through. */

extern const struct fy_processor exposure_processor;

enum fy_status exposure_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

#endif
