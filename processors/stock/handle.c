#include "processors/stock/handle.h"

#include "lib/ids.h"
#include "processors/stock/stock.h"
#include "schemas/generated/product.h"
#include "schemas/generated/stock_level.h"

#include <assert.h>
#include <string.h>

enum { ROW_KEY_BYTES_MAX = 4 + STOCK_NAME_BYTES_MAX };

static const enum fy_topic inputs[] = {FY_TOPIC_SUPPLY, FY_TOPIC_OPERATIONS};

/* A decider: its rows are what its own events make of them. */
static const enum fy_topic events[] = {FY_TOPIC_STOCK};
static const struct fy_rebuild rebuild = {
    .version = 2, /* 1: rows named the record they include. */
    .topics = events,
    .topic_count = sizeof(events) / sizeof(events[0]),
    .fold = stock_fold,
};

const struct fy_processor stock_processor = {
    .name = "stock",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20, /* Somebody at a till may be waiting for the answer. */
    .handle = stock_handle,
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
           (fact->scan_undone != NULL && fact->scan_undone->units < 0);
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
    if ((fact->session.data != NULL) != fact->has_n || (fact->has_n && !is_name(fact->session)))
        return fy_fail(err, FY_REJECT, "session and n are set together, a session of 1 to %d bytes",
            STOCK_NAME_BYTES_MAX);
    if (fact->scan_undone != NULL && !fact->has_n)
        return fy_fail(err, FY_REJECT, "a scan is undone in no session");
    if (below_zero(fact) || (fact->offer_stated != NULL && offer_below_zero(fact->offer_stated)))
        return fy_fail(err, FY_REJECT, "units or price below 0");
    return FY_OK;
}

static enum fy_status supply_read(struct fy_arena *arena,
    const struct fy_record *record,
    struct supply *ret_fact,
    struct fy_err *err)
{
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which facts never are");
    if (record->value.size > STOCK_FACT_BYTES_MAX)
        return fy_fail(err, FY_REJECT, "a fact of %zu bytes, at most %d are kept",
            record->value.size, STOCK_FACT_BYTES_MAX);
    status = supply_decode(record->value, arena, ret_fact, err);
    if (status != FY_OK)
        return status;
    return supply_check(ret_fact, record->key, err);
}

/* Rows of other kinds get prefixes of their own, so that no SKU can be mistaken for one. */
static struct fy_slice row_key(struct fy_slice sku, uint8_t room[ROW_KEY_BYTES_MAX])
{
    static const char prefix[] = {'s', 'k', 'u', '/'};

    assert(sku.size <= STOCK_NAME_BYTES_MAX);
    memcpy(room, prefix, sizeof(prefix));
    memcpy(room + sizeof(prefix), sku.data, sku.size);
    return (struct fy_slice){.data = room, .size = sizeof(prefix) + sku.size};
}

/* A row we wrote and cannot read is no fault of the record that needs it, so nothing is parked. */
static enum fy_status row_load(
    struct fy_task *task, struct fy_slice key, struct sku_row *ret_row, struct fy_err *err)
{
    struct stock_row row;
    struct fy_slice bytes;
    struct fy_err cause;
    enum fy_status status;

    status = fy_task_get(task, key, &bytes, err);
    if (status != FY_OK)
        return status;
    if (bytes.data == NULL) {
        *ret_row = (struct sku_row){0};
        return FY_OK;
    }

    status = stock_row_decode(bytes, fy_task_arena(task), &row, &cause);
    if (status != FY_OK) {
        return fy_fail(err, FY_FATAL,
            "could not read a SKU's row, wipe the data folder if the disk is at fault: %s",
            cause.text);
    }
    if (row.sku == NULL)
        return fy_fail(err, FY_FATAL, "a row under a SKU's key is of another kind");
    *ret_row = *row.sku;
    ret_row->as_of.count = 0; /* Rows once said what they include; see state_emit. */
    return FY_OK;
}

static enum fy_status row_save(
    struct fy_task *task, struct fy_slice key, const struct sku_row *sku, struct fy_err *err)
{
    struct stock_row row = {.sku = sku};
    struct fy_slice bytes;
    enum fy_status status;

    status = stock_row_encode(&row, fy_task_arena(task), &bytes, err);
    if (status != FY_OK)
        return status;
    return fy_task_put(task, key, bytes, err);
}

/* The same cause and step give the same id, so a re-decided event is known to be the same event. */
static enum fy_status event_emit(
    struct fy_task *task, struct stock_decision *decision, struct fy_err *err)
{
    struct stock_event *event = &decision->event;
    struct fy_slice parts[] = {event->envelope.cause_id, fy_slice_of(decision->step)};
    char event_id[FY_UUID_TEXT + 1];

    fy_uuid_derive(parts, sizeof(parts) / sizeof(parts[0]), event_id);
    event->envelope.event_id = fy_slice_of(event_id);
    return fy_task_emit(task, FY_TOPIC_STOCK, event->sku, event, err);
}

/*
 * What customers see of a row, and the record it includes. The row itself does not say which: a
 * repeat is no event, and a row is what events make of it.
 */
static enum fy_status state_emit(struct fy_task *task,
    const struct sku_row *row,
    const struct fy_record *record,
    struct fy_err *err)
{
    const struct position as_of = {
        .topic = fy_slice_of(fy_topics[record->topic].name),
        .partition = record->partition,
        .offset = record->offset,
    };
    struct product product = {
        .sku = record->key,
        .as_of = {.items = &as_of, .count = 1},
        .updated_ms = record->append_ms,
        .supplier = row->supplier,
        .title = row->title,
        .description = row->description,
        .brand = row->brand,
        .price = row->price,
        .has_withdrawn_ms = row->has_withdrawn_ms,
        .withdrawn_ms = row->withdrawn_ms,
        .gtins = {row->gtins.items, row->gtins.count},
        .images = {.items = row->images.items, .count = row->images.count},
    };
    struct stock_level level = {
        .sku = record->key,
        .as_of = {.items = &as_of, .count = 1},
        .updated_ms = record->append_ms,
        .supplier = row->supplier,
        .on_hand_units = row->on_hand_units,
        .available_units = stock_available_units(row),
        .has_threshold_units = row->has_threshold_units,
        .threshold_units = row->threshold_units,
    };
    enum fy_status status;

    status = fy_task_emit(task, FY_TOPIC_PRODUCTS, record->key, &product, err);
    if (status != FY_OK)
        return status;
    return fy_task_emit(task, FY_TOPIC_STOCK_LEVELS, record->key, &level, err);
}

static enum fy_status apply_one(struct fy_task *task,
    struct stock_decision *decision,
    struct sku_row *row,
    struct stock_room *room,
    struct fy_err *err)
{
    stock_evolve(row, &decision->event, room);
    return event_emit(task, decision, err);
}

/*
 * Change the row by what was decided, and tell, one event after the other. Whether stock is low
 * now is asked once, of the whole fact: a count and a threshold that come together are not judged
 * by halves.
 */
static enum fy_status decision_apply(struct fy_task *task,
    const struct supply *fact,
    struct stock_decision *first,
    struct sku_row *row,
    struct stock_room *room,
    struct fy_err *err)
{
    struct sku_row before = *row;
    struct stock_decision next[2]; /* An event points into its decision: turn and turn about. */
    struct stock_decision *last = first;
    struct stock_decision low;
    enum fy_status status = apply_one(task, first, row, room, err);

    for (int i = 0; status == FY_OK && stock_decide_next(row, fact, &last->event, &next[i]);
         i = !i) {
        last = &next[i];
        status = apply_one(task, last, row, room, err);
    }
    if (status == FY_OK && stock_decide_low(&before, row, &last->event, &low))
        status = apply_one(task, &low, row, room, err);
    return status;
}

/*
 * A supplier said something of a SKU: decide what it does, remember it, tell everyone.
 *
 * State is told after a repeat and a refusal too. Whoever sent the fact waits for its place, and
 * as_of is how they see that it has been dealt with.
 */
enum fy_status stock_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct stock_room room;
    struct stock_decision decision;
    struct supply fact;
    struct sku_row row;
    struct fy_slice key;
    uint8_t key_room[ROW_KEY_BYTES_MAX];
    enum fy_status status;
    bool fresh;

    status = supply_read(fy_task_arena(task), record, &fact, err);
    if (status != FY_OK)
        return status;

    key = row_key(record->key, key_room);
    status = row_load(task, key, &row, err);
    if (status != FY_OK)
        return status;

    fresh = stock_decide(&row, &fact, &decision);
    if (fresh)
        status = decision_apply(task, &fact, &decision, &row, &room, err);
    if (status != FY_OK)
        return status;

    if (fresh)
        status = row_save(task, key, &row, err);
    if (status == FY_OK && stock_is_listed(&row))
        status = state_emit(task, &row, record, err);
    return status;
}

/* What has happened to a SKU once more, into its row and nowhere else. */
enum fy_status stock_fold(struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct stock_room room;
    struct stock_event event;
    struct sku_row row;
    struct fy_slice key;
    uint8_t key_room[ROW_KEY_BYTES_MAX];
    enum fy_status status = stock_event_decode(record->value, fy_task_arena(task), &event, err);

    if (status == FY_OK && event.sku.size > STOCK_NAME_BYTES_MAX)
        status = fy_fail(err, FY_REJECT, "an event of a SKU of %zu bytes", event.sku.size);
    if (status != FY_OK)
        return status;
    key = row_key(event.sku, key_room);
    status = row_load(task, key, &row, err);
    if (status != FY_OK)
        return status;
    stock_evolve(&row, &event, &room);
    return row_save(task, key, &row, err);
}
