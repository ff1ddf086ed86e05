#include "api/order_views.h"
#include "api/fresh.h"
#include "api/order_watch.h"
#include "lib/orders.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const struct fy_slice nothing = {(const uint8_t *)"1", 1};

/* --- Keys ------------------------------------------------------------------------------------ */

/* "first NUL tag time order"; `tag` may be "". */
static struct fy_slice key_of(struct fy_arena *arena,
    struct fy_slice first,
    const char *tag,
    uint64_t time,
    struct fy_slice order)
{
    struct fy_slice key = fy_arena_format(
        arena, "%.*s %s%016" PRIx64 "%.*s", FY_SLICE_ARG(first), tag, time, FY_SLICE_ARG(order));

    if (key.data != NULL)
        ((uint8_t *)key.data)[first.size] = '\0';
    return key;
}

struct fy_slice order_prefix(struct fy_slice first, struct fy_slice tag, struct fy_arena *arena)
{
    struct fy_slice prefix =
        fy_arena_format(arena, "%.*s %.*s", FY_SLICE_ARG(first), FY_SLICE_ARG(tag));

    if (prefix.data != NULL)
        ((uint8_t *)prefix.data)[first.size] = '\0';
    return prefix;
}

static uint64_t newest_first(int64_t ms)
{
    return UINT64_MAX - (uint64_t)ms;
}

struct fy_slice order_key_of(
    struct fy_slice owner, const struct order_status *order, struct fy_arena *arena)
{
    return key_of(arena, owner, "", newest_first(order->placed_ms), order->order);
}

struct fy_slice order_key_of_supplier(struct fy_slice supplier,
    bool is_open,
    const struct order_status *order,
    struct fy_arena *arena)
{
    return key_of(arena, supplier, is_open ? "o" : "a",
        is_open ? (uint64_t)order->placed_ms : newest_first(order->placed_ms), order->order);
}

static struct fy_slice operator_key(
    bool is_needed, const struct order_status *order, struct fy_arena *arena)
{
    return key_of(arena, fy_slice_of(is_needed ? "0" : "1"), "", newest_first(order->placed_ms),
        order->order);
}

struct fy_slice order_key_of_operator(const struct order_status *order, struct fy_arena *arena)
{
    return operator_key(order->standing.needs_operator.data != NULL, order, arena);
}

struct fy_slice order_of_key(struct fy_slice key)
{
    if (key.size < FY_ORDER_TEXT)
        return (struct fy_slice){0};
    return (struct fy_slice){key.data + key.size - FY_ORDER_TEXT, FY_ORDER_TEXT};
}

struct fy_slice order_place_key(int32_t partition, struct fy_arena *arena)
{
    return fy_arena_format(arena, "%d", (int)partition);
}

/* --- Rows ------------------------------------------------------------------------------------ */

struct target {
    struct views *views;
    struct fy_store_batch *rows;
    struct fy_arena *arena;
};

static void put_key(struct target *target, enum api_view view, struct fy_slice key, bool there)
{
    if (key.data == NULL)
        return;
    if (there)
        fy_store_batch_put(target->rows, view, key, nothing);
    else
        fy_store_batch_delete(target->rows, view, key);
}

static void changed(struct target *target, enum api_view view, struct fy_slice key)
{
    if (target->views->changed != NULL)
        target->views->changed(target->views->context, view, key);
}

static void put_indexes(struct target *target, const struct order_status *order)
{
    bool is_needed = order->standing.needs_operator.data != NULL;

    put_key(target, VIEW_ORDERS_OF, order_key_of(order->person, order, target->arena), true);
    changed(target, VIEW_ORDERS_OF, order->person);
    if (order->visitor.data != NULL) {
        put_key(target, VIEW_ORDERS_OF, order_key_of(order->visitor, order, target->arena), true);
        changed(target, VIEW_ORDERS_OF, order->visitor);
    }
    put_key(target, VIEW_OPERATOR, operator_key(is_needed, order, target->arena), true);
    put_key(target, VIEW_OPERATOR, operator_key(!is_needed, order, target->arena), false);
    for (size_t i = 0; i < order->sub_orders.count; i++) {
        struct fy_slice supplier = order->sub_orders.items[i].supplier;

        put_key(target, VIEW_SUB_ORDERS,
            order_key_of_supplier(supplier, false, order, target->arena), true);
        put_key(target, VIEW_SUB_ORDERS,
            order_key_of_supplier(supplier, true, order, target->arena),
            fy_order_is_open_for(order, supplier));
    }
}

/* A row that is behind another record of its partition includes all before it. */
static void put_places(struct target *target, const struct order_status *order)
{
    struct fy_slice topic = fy_slice_of(fy_topics[FY_TOPIC_ORDER_REQUESTS].name);

    for (size_t i = 0; i < order->as_of.count; i++) {
        const struct position *position = &order->as_of.items[i];
        struct fy_slice key, value;

        if (!fy_slice_equal(position->topic, topic))
            continue;
        key = order_place_key(position->partition, target->arena);
        value = fy_arena_format(target->arena, "%" PRId64, position->offset);
        if (key.data == NULL || value.data == NULL)
            continue;
        fy_store_batch_put(target->rows, VIEW_ORDER_PLACES, key, value);
        changed(target, VIEW_ORDER_PLACES, key);
    }
}

enum fy_status order_views_status(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct target target = {views, rows, arena};
    struct order_status order;
    enum fy_status status;

    if (record->key.data == NULL || record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "an order without a key or a value");
    status = order_status_decode(record->value, arena, &order, err);
    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(order.order, record->key) || !fy_order_is_id(order.order))
        return fy_fail(err, FY_REJECT, "the value names another order than its record");
    status = order_watch_status(views, &order, rows, arena, err);
    if (status == FY_OK)
        status = views_fresh_put(views, VIEW_ORDERS, record->key, record->value, arena, err);
    if (status != FY_OK)
        return status;
    fy_store_batch_put(rows, VIEW_ORDERS, record->key, record->value);
    put_indexes(&target, &order);
    put_places(&target, &order);
    changed(&target, VIEW_ORDERS, record->key);
    return FY_OK;
}

bool order_event_is_told(const struct order_event *event)
{
    return event->order_placed != NULL || event->line_refused != NULL || event->line_lost != NULL ||
           event->payment_asked != NULL || event->payment_seen != NULL ||
           event->pay_time_extended != NULL || event->order_confirmed != NULL ||
           event->sub_order_accepted != NULL || event->sub_order_rejected != NULL ||
           event->items_shipped != NULL || event->sub_order_delivered != NULL ||
           event->units_cancelled != NULL || event->items_returned != NULL ||
           event->refund_asked != NULL || event->order_refused != NULL ||
           event->cancel_noted != NULL || event->order_cancelled != NULL ||
           event->order_closed != NULL || event->operator_needed != NULL ||
           event->operator_resolved != NULL || event->request_refused != NULL;
}

int64_t order_balance_of(struct fy_slice row)
{
    int64_t sum = 0;

    if (row.size == sizeof(sum))
        memcpy(&sum, row.data, sizeof(sum)); /* Of this machine alone. */
    return sum;
}

static enum fy_status add_to_balance(
    struct target *target, const struct ledger_entry *entry, struct fy_err *err)
{
    struct fy_slice key, row, value;
    int64_t sum;
    uint8_t *bytes;
    enum fy_status status;

    key = order_prefix(entry->supplier, entry->currency, target->arena);
    bytes = fy_arena_alloc(target->arena, sizeof(sum));
    if (key.data == NULL || bytes == NULL)
        return fy_fail(err, FY_REJECT, "a balance does not fit the arena of its slice");
    status = views_row_before(target->views, VIEW_BALANCES, key, target->arena, &row, err);
    if (status != FY_OK)
        return status;
    sum = order_balance_of(row) + entry->amount_minor;
    memcpy(bytes, &sum, sizeof(sum));
    value = (struct fy_slice){bytes, sizeof(sum)};
    fy_store_batch_put(target->rows, VIEW_BALANCES, key, value);
    return views_fresh_put(target->views, VIEW_BALANCES, key, value, target->arena, err);
}

/* Once in the statement of each supplier whom it is about. */
static enum fy_status put_ledger(struct target *target,
    const struct fy_record *record,
    const struct order_event *event,
    struct fy_err *err)
{
    struct fy_slice place = fy_arena_format(
        target->arena, "%.*s%016" PRIx64, FY_SLICE_ARG(event->order), (uint64_t)record->offset);
    enum fy_status status = FY_OK;

    for (size_t i = 0; i < event->ledger_posted->entries.count && status == FY_OK; i++) {
        const struct ledger_entry *entry = &event->ledger_posted->entries.items[i];
        struct fy_slice key;

        if (entry->supplier.data == NULL)
            continue;
        key = key_of(target->arena, entry->supplier, "", newest_first(event->decided_ms), place);
        if (key.data == NULL)
            return fy_fail(err, FY_REJECT, "a key does not fit the arena of its slice");
        fy_store_batch_put(target->rows, VIEW_LEDGER, key, record->value);
        status = add_to_balance(target, entry, err);
    }
    return status;
}

enum fy_status order_views_event(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct target target = {views, rows, arena};
    struct order_event event;
    struct fy_slice key;
    enum fy_status status;

    if (record->key.data == NULL || record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "an event without a key or a value");
    status = order_event_decode(record->value, arena, &event, err);
    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(event.order, record->key) || !fy_order_is_id(event.order))
        return fy_fail(err, FY_REJECT, "the event names another order than its record");
    if (event.ledger_posted != NULL)
        return put_ledger(&target, record, &event, err);
    if (!order_event_is_told(&event))
        return FY_OK;
    key = fy_arena_format(
        arena, "%.*s%016" PRIx64, FY_SLICE_ARG(event.order), (uint64_t)record->offset);
    if (key.data == NULL)
        return fy_fail(err, FY_REJECT, "a key does not fit the arena of its slice");
    fy_store_batch_put(rows, VIEW_TIMELINE, key, record->value);
    return FY_OK;
}

/* --- Read ------------------------------------------------------------------------------------ */

enum fy_status order_views_get(struct views *views,
    struct fy_slice order,
    struct fy_arena *arena,
    bool *ret_known,
    struct order_status *ret_order,
    struct fy_err *err)
{
    struct fy_slice row = {0};
    enum fy_status status = fy_store_get(views->store, VIEW_ORDERS, order, arena, &row, err);

    *ret_known = status == FY_OK && row.data != NULL;
    if (!*ret_known)
        return status;
    status = order_status_decode(row, arena, ret_order, err);
    if (status == FY_OK)
        return FY_OK;
    err->status = FY_FATAL; /* It could be read when it was put. */
    return FY_FATAL;
}

struct page {
    struct fy_slice prefix, after;
    struct fy_arena *arena;
    struct fy_slice *keys;
    int count, count_max;
    bool more;
};

static bool visit(struct fy_slice key, struct fy_slice value, void *context)
{
    struct page *page = context;

    (void)value;
    if (key.size < page->prefix.size ||
        (page->prefix.size > 0 && memcmp(key.data, page->prefix.data, page->prefix.size) != 0))
        return false;
    if (page->after.data != NULL && fy_slice_equal(key, page->after))
        return true;
    if (page->count == page->count_max) {
        page->more = true;
        return false;
    }
    page->keys[page->count] = fy_arena_copy(page->arena, key);
    if (page->keys[page->count].data != NULL)
        page->count++;
    return true;
}

enum fy_status order_views_page(struct views *views,
    enum api_view view,
    struct fy_slice prefix,
    struct fy_slice after_key,
    int count_max,
    struct fy_arena *arena,
    struct fy_slice *ret_keys,
    int *ret_count,
    bool *ret_more,
    struct fy_err *err)
{
    struct page page = {.prefix = prefix,
        .after = after_key,
        .arena = arena,
        .keys = ret_keys,
        .count_max = count_max};
    enum fy_status status = fy_store_scan(
        views->store, view, after_key.data != NULL ? after_key : prefix, visit, &page, err);

    *ret_count = page.count;
    *ret_more = page.more;
    return status;
}

enum fy_status order_views_includes(struct views *views,
    const struct fy_place *place,
    struct fy_arena *arena,
    bool *ret_includes,
    struct fy_err *err)
{
    struct fy_slice row = {0};
    enum fy_status status = fy_store_get(views->store, VIEW_ORDER_PLACES,
        order_place_key(place->partition, arena), arena, &row, err);

    *ret_includes = row.data != NULL && strtoll((const char *)row.data, NULL, 10) >= place->offset;
    return status;
}
