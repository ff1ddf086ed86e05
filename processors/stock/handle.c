#include "processors/stock/handle.h"

#include "processors/stock/request.h"
#include "processors/stock/tell.h"

#include <string.h>

static const enum fy_topic inputs[] = {
    FY_TOPIC_SUPPLY, FY_TOPIC_STOCK_REQUESTS, FY_TOPIC_OPERATIONS};

/* A decider: its rows are what its own events make of them. */
static const enum fy_topic events[] = {FY_TOPIC_STOCK};
static const struct fy_rebuild rebuild = {
    .version = 3, /* 1: rows named the record they include. 2: one row a SKU, of one supplier. */
    .topics = events,
    .topic_count = sizeof(events) / sizeof(events[0]),
    .fold = stock_fold,
};

static void stock_ahead(struct fy_ahead *ahead, const struct fy_record *record, const void *value);

const struct fy_processor stock_processor = {
    .name = "stock",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20, /* Somebody at a till may be waiting for the answer. */
    .handle = stock_handle,
    .ahead = stock_ahead,
    .due_ms = book_due_ms,
    .fire = request_fire,
    .rebuild = &rebuild,
};

static bool is_name(struct fy_slice text)
{
    return text.size > 0 && text.size <= STOCK_NAME_BYTES_MAX;
}

static bool offer_below_zero(const struct offer_stated *offer)
{
    return (offer->price != NULL && offer->price->minor < 0) || offer->units < 0 ||
           offer->threshold_units < 0;
}

static bool below_zero(const struct supply *fact)
{
    return (fact->product_listed != NULL && fact->product_listed->price.minor < 0) ||
           (fact->price_set != NULL && fact->price_set->price.minor < 0) ||
           (fact->stock_counted != NULL && fact->stock_counted->units < 0) ||
           (fact->stock_received != NULL && fact->stock_received->units < 0) ||
           (fact->threshold_set != NULL && fact->threshold_set->units < 0) ||
           (fact->scan_undone != NULL && fact->scan_undone->units < 0) ||
           (fact->buffer_set != NULL && fact->buffer_set->percent < 0);
}

/* Edges promise far more. Only what would break a row, or its promises, is checked again. */
static enum fy_status supply_check(
    const struct supply *fact, struct fy_slice key, struct fy_err *err)
{
    if (key.data == NULL || !fy_slice_equal(key, fact->sku))
        return fy_fail(err, FY_REJECT, "the key is not the fact's SKU");
    if (!is_name(fact->sku) || !is_name(fact->supplier) || !is_name(fact->envelope.event_id)) {
        return fy_fail(err, FY_REJECT,
            "sku %zu, supplier %zu, event_id %zu bytes, from 1 to %d each are kept", fact->sku.size,
            fact->supplier.size, fact->envelope.event_id.size, STOCK_NAME_BYTES_MAX);
    }
    if (memchr(fact->supplier.data, '/', fact->supplier.size) != NULL)
        return fy_fail(err, FY_REJECT, "a supplier's id contains a '/'");
    if ((fact->session.data != NULL) != fact->has_n || (fact->has_n && !is_name(fact->session)))
        return fy_fail(err, FY_REJECT, "session and n are set together, a session of 1 to %d bytes",
            STOCK_NAME_BYTES_MAX);
    if (fact->scan_undone != NULL && !fact->has_n)
        return fy_fail(err, FY_REJECT, "a scan is undone in no session");
    if (below_zero(fact) || (fact->offer_stated != NULL && offer_below_zero(fact->offer_stated)))
        return fy_fail(err, FY_REJECT, "units or price below 0");
    return FY_OK;
}

static enum fy_status supply_read(struct fy_task *task,
    const struct fy_record *record,
    const struct supply **ret_fact,
    struct fy_err *err)
{
    const void *value = NULL;
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which facts never are");
    if (record->value.size > STOCK_FACT_BYTES_MAX)
        return fy_fail(err, FY_REJECT, "a fact of %zu bytes, at most %d are kept",
            record->value.size, STOCK_FACT_BYTES_MAX);
    status = fy_task_read(task, record, &value, err);
    if (status != FY_OK)
        return status;
    *ret_fact = value;
    return supply_check(*ret_fact, record->key, err);
}

/*
 * Change the rows by what was decided, and tell, one event after the other. What follows is asked
 * once, of the whole fact: a count and a threshold that come together are not judged by halves.
 */
static enum fy_status decision_apply(struct book *book,
    const struct supply *fact,
    struct book_offer *offer,
    struct stock_decision *first,
    struct fy_err *err)
{
    struct stock_decision next[2]; /* An event points into its decision: turn and turn about. */
    struct stock_decision *last = first;
    struct stock_event counted = {0};
    enum fy_status status = tell_event(book, first, err);

    if (first->event.stock_set != NULL)
        counted = first->event;
    for (int i = 0; status == FY_OK && stock_decide_next(&offer->row, fact, &last->event, &next[i]);
         i = !i) {
        last = &next[i];
        status = tell_event(book, last, err);
        if (last->event.stock_set != NULL)
            counted = last->event; /* Points into its decision; at most one more follows it. */
    }
    if (status != FY_OK)
        return status;
    return tell_consequences(book, counted.stock_set != NULL ? &counted : &last->event, err);
}

/*
 * A supplier said something of a SKU: decide what it does, remember it, tell everyone.
 *
 * State is told after a repeat and a refusal too. Whoever sent the fact waits for its place, and
 * as_of is how they see that it has been dealt with.
 */
static enum fy_status handle_supply(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct stock_decision decision;
    const struct supply *fact = NULL;
    struct book book;
    struct book_offer *offer = NULL;
    enum fy_status status = supply_read(task, record, &fact, err);

    if (status == FY_OK)
        status = book_open(&book, task, record->key, err);
    if (status == FY_OK)
        status = book_offer(&book, fact->supplier, &offer, err);
    if (status != FY_OK)
        return status;

    if (stock_decide(&book.shelf, &offer->row, fact, &decision)) {
        status = decision_apply(&book, fact, offer, &decision, err);
        if (status == FY_OK)
            status = book_save(&book, err);
    }
    if (status != FY_OK || book.shelf.count == 0)
        return status;
    status = tell_product(&book, record, fact->envelope.event_ms, err);
    return status == FY_OK ? tell_level(&book, record, fact->envelope.event_ms, err) : status;
}

/* The shelf, and the hold or the supplier's own row. */
static void stock_ahead(struct fy_ahead *ahead, const struct fy_record *record, const void *value)
{
    const struct stock_request *request = value;
    const struct supply *fact = value;

    fy_ahead_row(ahead, BOOK_SHELF, record->key, (struct fy_slice){0});
    if (record->topic == FY_TOPIC_STOCK_REQUESTS)
        fy_ahead_row(ahead, BOOK_HOLD, request->hold, (struct fy_slice){0});
    else
        fy_ahead_row(ahead, BOOK_OFFER, record->key, fact->supplier);
}

enum fy_status stock_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    if (record->topic == FY_TOPIC_STOCK_REQUESTS)
        return request_handle(task, record, err);
    return handle_supply(task, record, err);
}

/* What has happened to a SKU once more, into its rows and nowhere else. */
enum fy_status stock_fold(struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    const struct stock_event *event = NULL;
    const void *value = NULL;
    struct book book;
    enum fy_status status = fy_task_read(task, record, &value, err);

    event = value;
    if (status == FY_OK && event->sku.size > STOCK_NAME_BYTES_MAX)
        status = fy_fail(err, FY_REJECT, "an event of a SKU of %zu bytes", event->sku.size);
    if (status == FY_OK)
        status = book_open(&book, task, event->sku, err);
    if (status == FY_OK)
        status = book_apply(&book, event, err);
    return status == FY_OK ? book_save(&book, err) : status;
}
