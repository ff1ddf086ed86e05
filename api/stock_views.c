#include "api/stock_views.h"
#include "api/fresh.h"
#include "api/keys.h"
#include "lib/feed_rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    CURRENCY_BYTES = 3,
    /* A price: its number, since when, minor units, currency. */
    SINCE_AT = KEY_NUMBER_BYTES,
    MINOR_AT = SINCE_AT + KEY_NUMBER_BYTES,
    CURRENCY_AT = MINOR_AT + KEY_NUMBER_BYTES,
    PRICE_BYTES = CURRENCY_AT + CURRENCY_BYTES,
    TEXT_KEY_BYTES = 2048, /* Of a supplier and a SKU: names are 64 by their schemas. */
};

static const struct fy_slice nothing = {(const uint8_t *)"1", 1};

static enum fy_status no_room(struct fy_err *err)
{
    return fy_fail(err, FY_REJECT, "a row's key does not fit the arena");
}

/* --- Prices ----------------------------------------------------------------------------------- */

static enum fy_status put_price_point(const struct stock_event *event,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    uint8_t slot[KEY_NUMBER_BYTES], row[PRICE_BYTES];
    uint64_t n = (uint64_t)event->seen_price_n;
    struct fy_slice key;

    if (!event->has_seen_price_minor || !event->has_seen_price_n ||
        event->seen_currency.size != CURRENCY_BYTES)
        return FY_OK;
    key_number(slot, n % PRICES_KEPT);
    key_number(row, n);
    key_number(row + SINCE_AT, (uint64_t)event->envelope.event_ms);
    key_number(row + MINOR_AT, (uint64_t)event->seen_price_minor);
    memcpy(row + CURRENCY_AT, event->seen_currency.data, CURRENCY_BYTES);
    key = views_pair(event->sku, (struct fy_slice){slot, sizeof(slot)}, arena);
    if (key.data == NULL)
        return no_room(err);
    fy_store_batch_put(rows, VIEW_PRICES, key, (struct fy_slice){row, sizeof(row)});
    return FY_OK;
}

struct points {
    struct fy_slice prefix;
    struct price_point *items;
    int count;
};

static bool visit_point(struct fy_slice key, struct fy_slice value, void *context)
{
    struct points *points = context;
    struct price_point *point = &points->items[points->count];

    if (points->count == PRICES_KEPT || key.size != points->prefix.size + KEY_NUMBER_BYTES ||
        memcmp(key.data, points->prefix.data, points->prefix.size) != 0)
        return false;
    assert(value.size == PRICE_BYTES);
    *point = (struct price_point){
        .n = (int64_t)key_number_of(value.data),
        .since_ms = (int64_t)key_number_of(value.data + SINCE_AT),
        .minor = (int64_t)key_number_of(value.data + MINOR_AT),
    };
    memcpy(point->currency, value.data + CURRENCY_AT, CURRENCY_BYTES);
    points->count++;
    return true;
}

static int newest_first(const void *one, const void *two)
{
    int64_t n = ((const struct price_point *)one)->n, m = ((const struct price_point *)two)->n;

    return (n < m) - (n > m);
}

enum fy_status views_prices(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct price_point **ret_points,
    int *ret_count,
    struct fy_err *err)
{
    struct points points = {.prefix = views_pair(sku, (struct fy_slice){0}, arena)};
    enum fy_status status;

    points.items = fy_arena_alloc(arena, PRICES_KEPT * sizeof(*points.items));
    if (points.prefix.data == NULL || points.items == NULL)
        return fy_fail(err, FY_FATAL, "prices do not fit the arena");
    status = fy_store_scan(views->store, VIEW_PRICES, points.prefix, visit_point, &points, err);
    if (status != FY_OK)
        return status;
    qsort(points.items, (size_t)points.count, sizeof(*points.items), newest_first);
    *ret_points = points.items;
    *ret_count = points.count;
    return FY_OK;
}

/* --- Alerts ----------------------------------------------------------------------------------- */

/* Rows of feeds and scans have verdicts of their own. */
const char *alert_name(const struct stock_event *event, char *ret_kind)
{
    const struct {
        bool is;
        char kind;
        const char *name;
    } kinds[] = {
        {event->low_stock_reached != NULL, 'l', "low_stock_reached"},
        {event->low_stock_cleared != NULL, 'k', "low_stock_cleared"},
        {event->stock_short != NULL, 's', "stock_short"},
        {event->commit_short != NULL, 'c', "commit_short"},
        {event->supply_refused != NULL && !event->has_n, 'r', "supply_refused"},
    };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (kinds[i].is && event->supplier.size > 0) {
            *ret_kind = kinds[i].kind;
            return kinds[i].name;
        }
    }
    return NULL;
}

/* "supplier NUL time rest" */
static struct fy_slice timed_key(
    struct fy_slice supplier, int64_t at_ms, struct fy_slice rest, struct fy_arena *arena)
{
    uint8_t *second = fy_arena_alloc(arena, KEY_NUMBER_BYTES + rest.size);

    if (second == NULL)
        return (struct fy_slice){0};
    key_number(second, key_newest_first(at_ms));
    memcpy(second + KEY_NUMBER_BYTES, rest.data, rest.size);
    return views_pair(supplier, (struct fy_slice){second, KEY_NUMBER_BYTES + rest.size}, arena);
}

/* Of a row of VIEW_ALERTS: how many times it has, and one of them. */
static size_t times_of(struct fy_slice row)
{
    assert(row.size % KEY_NUMBER_BYTES == 0);
    return row.size / KEY_NUMBER_BYTES;
}

static int64_t time_at(struct fy_slice row, size_t i)
{
    return key_time_of(key_number_of(row.data + i * KEY_NUMBER_BYTES));
}

/* A time of its own among those of its kind: two of one millisecond are two. */
static int64_t own_time(struct fy_slice row, int64_t at_ms)
{
    for (size_t i = 0; i < times_of(row); i++) {
        if (time_at(row, i) == at_ms)
            return own_time(row, at_ms + 1);
    }
    return at_ms;
}

/* Its time stands first in the row of its kind; the last gives way where there are enough. */
static enum fy_status put_time(struct views *views,
    struct fy_slice supplier,
    struct fy_slice rest,
    int64_t *at_ms,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fy_slice key = views_pair(supplier, rest, arena), before, old;
    size_t kept;
    uint8_t *times;
    enum fy_status status;

    if (key.data == NULL)
        return no_room(err);
    status = views_row_before(views, VIEW_ALERTS, key, arena, &before, err);
    if (status != FY_OK)
        return status;
    *at_ms = own_time(before, *at_ms);
    kept = times_of(before);
    if (kept == ALERTS_KEPT) {
        old = timed_key(supplier, time_at(before, --kept), rest, arena);
        if (old.data == NULL)
            return no_room(err);
        fy_store_batch_delete(rows, VIEW_ALERT_TIMES, old);
    }
    times = fy_arena_alloc(arena, (kept + 1) * KEY_NUMBER_BYTES);
    if (times == NULL)
        return no_room(err);
    key_number(times, key_newest_first(*at_ms));
    if (kept > 0)
        memcpy(times + KEY_NUMBER_BYTES, before.data, kept * KEY_NUMBER_BYTES);
    before = (struct fy_slice){times, (kept + 1) * KEY_NUMBER_BYTES};
    fy_store_batch_put(rows, VIEW_ALERTS, key, before);
    return views_fresh_put(views, VIEW_ALERTS, key, before, arena, err);
}

static enum fy_status put_alert(struct views *views,
    const struct fy_record *record,
    const struct stock_event *event,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    int64_t at_ms = event->envelope.event_ms;
    struct fy_slice rest, timed;
    enum fy_status status;
    char kind;

    if (alert_name(event, &kind) == NULL)
        return FY_OK;
    rest = views_pair(event->sku, (struct fy_slice){(const uint8_t *)&kind, 1}, arena);
    if (rest.data == NULL)
        return no_room(err);
    status = put_time(views, event->supplier, rest, &at_ms, rows, arena, err);
    if (status != FY_OK)
        return status;
    timed = timed_key(event->supplier, at_ms, rest, arena);
    if (timed.data == NULL)
        return no_room(err);
    fy_store_batch_put(rows, VIEW_ALERT_TIMES, timed, record->value);
    if (views->changed != NULL)
        views->changed(views->context, VIEW_ALERTS, event->supplier);
    return FY_OK;
}

enum fy_status views_alert(struct views *views,
    struct fy_slice supplier,
    struct fy_slice second,
    struct fy_arena *arena,
    bool *ret_known,
    struct stock_event *ret_event,
    struct fy_err *err)
{
    struct fy_slice key = views_pair(supplier, second, arena), row;
    enum fy_status status;

    if (key.data == NULL)
        return fy_fail(err, FY_FATAL, "a key does not fit the arena");
    status = fy_store_get(views->store, VIEW_ALERT_TIMES, key, arena, &row, err);
    if (status != FY_OK)
        return status;
    *ret_known = row.data != NULL;
    if (row.data == NULL)
        return FY_OK;
    status = stock_event_decode(row, arena, ret_event, err);
    if (status != FY_OK)
        err->status = FY_FATAL; /* It could be read when it was put. */
    return status == FY_OK ? FY_OK : FY_FATAL;
}

/* --- Records ---------------------------------------------------------------------------------- */

static bool is_refused_row(const struct stock_event *event)
{
    return event->supply_refused != NULL && event->has_n && event->n >= 0 &&
           fy_feed_is_id(event->session);
}

static enum fy_status put_offer(const struct stock_event *event,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fy_slice key;

    if (event->product_changed == NULL || event->supplier.size == 0)
        return FY_OK;
    key = views_pair(event->supplier, event->sku, arena);
    if (key.data == NULL)
        return no_room(err);
    fy_store_batch_put(rows, VIEW_OFFERS, key, nothing);
    return FY_OK;
}

enum fy_status views_stock_event(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    uint8_t key[FY_FEED_KEY_BYTES];
    struct stock_event event;
    enum fy_status status = stock_event_decode(record->value, arena, &event, err);

    if (status == FY_OK && event.sku.size + event.supplier.size > TEXT_KEY_BYTES)
        status = fy_fail(err, FY_REJECT, "SKU and supplier of %zu bytes together",
            event.sku.size + event.supplier.size);
    if (status == FY_OK)
        status = put_alert(views, record, &event, rows, arena, err);
    if (status == FY_OK)
        status = put_offer(&event, rows, arena, err);
    if (status == FY_OK)
        status = put_price_point(&event, rows, arena, err);
    if (status != FY_OK || !is_refused_row(&event))
        return status;
    fy_store_batch_put(
        rows, VIEW_FEEDS, fy_feed_key(FY_FEED_REFUSED, event.session, event.n, key), record->value);
    if (views->changed != NULL)
        views->changed(views->context, VIEW_FEEDS, event.session);
    return FY_OK;
}

enum fy_status views_feed_of_supplier(const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct feed feed;
    struct fy_slice key;
    enum fy_status status = feed_decode(record->value, arena, &feed, err);

    if (status != FY_OK || feed.feed_opened == NULL)
        return status;
    key = timed_key(feed.supplier, feed.envelope.event_ms, feed.feed, arena);
    if (key.data == NULL)
        return no_room(err);
    fy_store_batch_put(rows, VIEW_SUPPLIER_FEEDS, key, nothing);
    return FY_OK;
}
