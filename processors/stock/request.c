#include "processors/stock/request.h"

#include "lib/metrics.h"
#include "processors/stock/tell.h"

#include <string.h>

enum { REQUEST_BYTES_MAX = 64 * 1024 };

static struct fy_metric granted = FY_COUNTER("fy_stock_holds_granted_total", "Holds granted.");
static struct fy_metric refused = FY_COUNTER("fy_stock_holds_refused_total", "Holds refused.");
static struct fy_metric aged = FY_COUNTER(
    "fy_stock_holds_aged_total", "Holds of a day, neither sold nor released; each counted once.");

void request_metrics_register(void)
{
    fy_metric_register(&granted);
    fy_metric_register(&refused);
    fy_metric_register(&aged);
}

static bool is_name(struct fy_slice text)
{
    return text.size > 0 && text.size <= STOCK_NAME_BYTES_MAX;
}

static bool below_one(const struct stock_request *request)
{
    return (request->hold_stock != NULL && request->hold_stock->units < 1) ||
           (request->commit_hold != NULL && request->commit_hold->units < 1) ||
           (request->ship_hold != NULL && request->ship_hold->shipped_units < 1) ||
           (request->return_hold != NULL && (request->return_hold->returned_units < 1 ||
                                                request->return_hold->restocked_units < 0));
}

static enum fy_status request_check(
    const struct stock_request *request, struct fy_slice key, struct fy_err *err)
{
    if (key.data == NULL || !fy_slice_equal(key, request->sku))
        return fy_fail(err, FY_REJECT, "the key is not the request's SKU");
    if (!is_name(request->sku) || !is_name(request->order) || !is_name(request->hold) ||
        !is_name(request->envelope.event_id)) {
        return fy_fail(err, FY_REJECT,
            "sku %zu, order %zu, hold %zu, event_id %zu bytes, from 1 to %d each are kept",
            request->sku.size, request->order.size, request->hold.size,
            request->envelope.event_id.size, STOCK_NAME_BYTES_MAX);
    }
    if (below_one(request))
        return fy_fail(err, FY_REJECT, "units below 1, or restocked units below 0");
    return FY_OK;
}

static enum fy_status request_read(struct fy_task *task,
    const struct fy_record *record,
    const struct stock_request **ret_request,
    struct fy_err *err)
{
    const void *value = NULL;
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which requests never are");
    if (record->value.size > REQUEST_BYTES_MAX)
        return fy_fail(err, FY_REJECT, "a request of %zu bytes, at most %d are taken",
            record->value.size, REQUEST_BYTES_MAX);
    status = fy_task_read(task, record, &value, err);
    if (status != FY_OK)
        return status;
    *ret_request = value;
    return request_check(*ret_request, record->key, err);
}

/* The price that customers see, and whether there is some at that price. */
struct seen {
    int64_t price_minor;
    bool has_some;
};

static struct seen see(const struct book *book, int64_t now_ms)
{
    struct seen seen = {0};
    const struct shelf_offer *best = shelf_best(&book->shelf, now_ms, &seen.has_some);

    if (best != NULL)
        seen.price_minor = best->price.minor;
    return seen;
}

static enum fy_status tell_state(struct book *book,
    const struct fy_record *record,
    const struct seen *before,
    int64_t now_ms,
    struct fy_err *err)
{
    struct seen now = see(book, now_ms);
    enum fy_status status = FY_OK;

    if (book->shelf.count == 0)
        return FY_OK;
    if (now.price_minor != before->price_minor)
        status = tell_product(book, record, now_ms, err);
    return status == FY_OK ? tell_level(book, record, now_ms, err) : status;
}

enum fy_status request_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct stock_decision decision;
    const struct stock_request *request = NULL;
    struct book book;
    struct book_hold *hold = NULL;
    struct seen before;
    const char *not_done = NULL;
    int64_t now_ms;
    bool changes;
    enum fy_status status = request_read(task, record, &request, err);

    if (status == FY_OK)
        status = book_open(&book, task, record->key, err);
    if (status == FY_OK)
        status = book_hold(&book, request->hold, &hold, err);
    if (status != FY_OK)
        return status;

    now_ms = request->envelope.event_ms;
    before = see(&book, now_ms);
    changes = holds_decide(&book.shelf, &hold->hold, request, &decision, &not_done);
    if (changes) {
        status = tell_event(&book, &decision, err);
        if (status == FY_OK)
            status = tell_consequences(&book, &decision.event, err);
        if (status == FY_OK)
            status = book_save(&book, err);
    }
    if (status == FY_OK)
        status = tell_reply(
            &book, hold, request->order, holds_asked(request), not_done, &request->envelope, err);
    if (status == FY_OK && book.shelf_changed)
        status = tell_state(&book, record, &before, now_ms, err);
    if (status == FY_OK && changes && decision.event.hold_granted != NULL)
        fy_metric_add(&granted, 1);
    if (status == FY_OK && changes && decision.event.hold_refused != NULL)
        fy_metric_add(&refused, 1);
    return status;
}

enum fy_status request_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err)
{
    struct fy_slice id = book_hold_of_key(key);
    struct stock_decision decision;
    struct stock_row row;
    struct fy_slice bytes;
    struct book book;
    struct book_hold *hold = NULL;
    enum fy_status status = fy_task_get(task, key, &bytes, err);

    if (status == FY_OK && (id.data == NULL || bytes.data == NULL))
        return fy_fail(err, FY_FATAL, "a timer of a row that is no hold");
    if (status == FY_OK)
        status = stock_row_decode(bytes, fy_task_arena(task), &row, err);
    if (status == FY_OK && row.hold == NULL)
        return fy_fail(err, FY_FATAL, "a timer of a row that is no hold");
    if (status == FY_OK)
        status = book_open(&book, task, row.hold->sku, err);
    if (status == FY_OK)
        status = book_hold(&book, id, &hold, err);
    if (status != FY_OK)
        return status;
    holds_decide_due(&hold->hold.row, id, due_ms, &decision);
    status = tell_event(&book, &decision, err);
    if (status == FY_OK && decision.event.hold_aged != NULL)
        fy_metric_add(&aged, 1);
    return status == FY_OK ? book_save(&book, err) : status;
}
