/*
 * book.h - the rows that one record of a SKU reads and writes.
 *
 * Rows:    "sku/<SKU>"               the shelf: what is there of it, of all its suppliers
 *          "offer/<SKU>/<supplier>"  what that supplier said of it, and which facts were read
 *          "hold/<hold>"             a hold
 * Shape:   open, apply each event, save: a row is read once, when it is asked for, and written
 *          once, if an event changed it. Live events and those of a rebuild come the same way.
 * Lists:   the holds of a supplier that are held, and those that are committed, are two lists
 *          from the newest on; a hold's row names its neighbours, the shelf the first.
 * Errors:  FY_FATAL: a row cannot be read back.
 * Memory:  the task's arena: all of it lives until the record is done.
 * Threads: the worker's.
 */
#ifndef STOCK_BOOK_H
#define STOCK_BOOK_H

#include "lib/task.h"
#include "processors/stock/holds.h"

/* How keys of rows begin. */
#define BOOK_SHELF "sku/"
#define BOOK_OFFER "offer/"
#define BOOK_HOLD "hold/"

/* SKU, supplier, order, hold, event_id; edges let 64 through. */
enum { STOCK_NAME_BYTES_MAX = 1024 };

struct book_offer {
    struct book_offer *next;
    struct fy_slice supplier;
    struct sku_row row;
    struct stock_room room;
    bool changed;
};

struct book_hold {
    struct book_hold *next;
    struct fy_slice id;
    struct hold hold;
    bool changed;
};

struct book {
    struct fy_task *task;
    struct fy_slice sku;
    struct shelf shelf;
    bool shelf_changed;
    struct book_offer *offers;
    struct book_hold *holds; /* Newest first. */
};

enum fy_status book_open(
    struct book *book, struct fy_task *task, struct fy_slice sku, struct fy_err *err) FY_MUST_CHECK;
enum fy_status book_offer(struct book *book,
    struct fy_slice supplier,
    struct book_offer **ret_offer,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status book_hold(struct book *book,
    struct fy_slice id,
    struct book_hold **ret_hold,
    struct fy_err *err) FY_MUST_CHECK;

/* One event into every row that it changes. */
enum fy_status book_apply(
    struct book *book, const struct stock_event *event, struct fy_err *err) FY_MUST_CHECK;
/* Says in `event`, which has been applied, what customers see as the price now, if that is new. */
void book_see(struct book *book, struct stock_event *event);
enum fy_status book_save(struct book *book, struct fy_err *err) FY_MUST_CHECK;

/* Of a row's bytes: when its timer is due, ms UTC; 0: it has none. */
int64_t book_due_ms(struct fy_slice bytes);

/* Which hold a row's key is of; absent: none. */
struct fy_slice book_hold_of_key(struct fy_slice key);

#endif
