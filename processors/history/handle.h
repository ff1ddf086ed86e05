/*
 * handle.h - history behind its topics: activity in, rows and `histories` out.
 *
 * Shape:   one row per visitor, under the visitor. Each record that is read, a repeat too, writes
 * its visitor's row and record, so that whoever waits for that record's place sees it included.
 * Errors:  FY_REJECT, before the first write: a tombstone, bytes that are no activity, an activity
 * of no kind or of several, a key that is not the activity's visitor, a text too long to keep.
 *          FY_FATAL: a row that cannot be read back.
 * Threads: the worker's.
 */
#ifndef HISTORY_HANDLE_H
#define HISTORY_HANDLE_H

#include "lib/task.h"

enum {
    HISTORY_TEXT_BYTES_MAX = 1024, /* Edges let 64 through; at this a full row is 160 KB. */
};

extern const struct fy_processor history_processor;

enum fy_status history_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

#endif
