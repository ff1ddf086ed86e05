/*
 * ledger.h - rows of the exposure task: tallies of open days, and which days are open.
 *
 * Shape:   open with a record; at, for each count: the tally of a supplier, day and SKU (absent:
 *          of all), to be changed in place; close: what changed is saved and told.
 * Rows:    "a/SUPPLIER/DAY/SKU" of activity, "o/..." of orders, "a" and "o" the days of each. What
 *          is of activity follows from activity alone, in the order of its partition, and what is
 *          of orders from orders: however a task happens to read the two, rows are the same. Both
 *          are parts of the public whole, as is each partition.
 * Days:    a day is closed by the newest append time of the kind; rows of a closed day are dropped,
 *          some with each record, for what was told of them stays in `exposure`.
 * Errors:  FY_FATAL: a row that cannot be read back; no memory.
 * Memory:  the record's arena. Strings that are put must live as long.
 * Threads: the worker's.
 */
#ifndef EXPOSURE_LEDGER_H
#define EXPOSURE_LEDGER_H

#include "lib/task.h"
#include "schemas/generated/exposure_row.h"

struct ledger;

enum fy_status ledger_open(struct fy_task *task,
    const struct fy_record *record,
    struct ledger **ret_ledger,
    struct fy_err *err) FY_MUST_CHECK;

/* Day of the newest append time, the record's too. */
int32_t ledger_newest(const struct ledger *ledger);

/* The day must be open (exposure_day says on which one something counts). */
enum fy_status ledger_at(struct ledger *ledger,
    struct fy_slice supplier,
    struct fy_slice sku,
    int32_t day,
    struct exposure **ret_exposure,
    struct fy_err *err) FY_MUST_CHECK;

/* Add to what was paid; by currency, of which a supplier has at most eight. */
void ledger_pay(
    struct ledger *ledger, struct exposure *exposure, const struct money *price, int64_t units);

enum fy_status ledger_close(struct ledger *ledger, struct fy_err *err) FY_MUST_CHECK;

/* A row of the task, or absent parts where there is none. FY_FATAL when it cannot be read. */
enum fy_status ledger_row(struct fy_task *task,
    struct fy_slice key,
    struct exposure_row *ret_row,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status ledger_put(struct fy_task *task,
    struct fy_slice key,
    const struct exposure_row *row,
    struct fy_err *err) FY_MUST_CHECK;

#endif
