#include "api/cart_views.h"
#include "api/order_views.h"
#include "schemas/generated/cart.h"

#include <string.h>

enum { LINE_BYTES = 16, TIME_BYTES = 8, PLACE_BYTES = 12 };

/* Rows are of this machine alone: numbers are as it has them. */
static void put_line(struct fy_store_batch *rows,
    struct fy_slice owner,
    struct fy_slice sku,
    int64_t units,
    int64_t event_ms,
    struct fy_arena *arena)
{
    struct fy_slice key = order_prefix(owner, sku, arena);
    uint8_t row[LINE_BYTES];

    memcpy(row, &units, sizeof(units));
    memcpy(row + sizeof(units), &event_ms, sizeof(event_ms));
    if (key.data != NULL)
        fy_store_batch_put(rows, VIEW_CARTS, key, (struct fy_slice){row, sizeof(row)});
}

static void put_whole(struct fy_store_batch *rows, const struct cart *cart, struct fy_arena *arena)
{
    struct fy_slice key = order_prefix(cart->owner, fy_slice_of(""), arena);
    int64_t set_ms = cart->envelope.event_ms;

    if (key.data != NULL)
        fy_store_batch_put(
            rows, VIEW_CARTS, key, (struct fy_slice){(const uint8_t *)&set_ms, TIME_BYTES});
    for (size_t i = 0; i < cart->cart_set->items.count; i++)
        put_line(rows, cart->owner, cart->cart_set->items.items[i].sku,
            cart->cart_set->items.items[i].units, set_ms, arena);
}

static void put_place(
    struct fy_store_batch *rows, struct fy_slice owner, const struct fy_record *record)
{
    uint8_t row[PLACE_BYTES];

    memcpy(row, &record->partition, sizeof(record->partition));
    memcpy(row + sizeof(record->partition), &record->offset, sizeof(record->offset));
    fy_store_batch_put(rows, VIEW_CARTS, owner, (struct fy_slice){row, sizeof(row)});
}

enum fy_status cart_views_apply(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct cart cart;
    enum fy_status status;

    if (record->key.data == NULL || record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a word about a cart without a key or a value");
    status = cart_decode(record->value, arena, &cart, err);
    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(cart.owner, record->key))
        return fy_fail(err, FY_REJECT, "the value names another owner than its record");
    if (cart.item_set != NULL)
        put_line(rows, cart.owner, cart.item_set->sku, cart.item_set->units, cart.envelope.event_ms,
            arena);
    if (cart.cart_set != NULL)
        put_whole(rows, &cart, arena);
    put_place(rows, cart.owner, record);
    if (views->changed != NULL)
        views->changed(views->context, VIEW_CARTS, record->key);
    return FY_OK;
}

enum fy_status cart_views_includes(struct views *views,
    struct fy_slice owner,
    const struct fy_place *place,
    struct fy_arena *arena,
    bool *ret_includes,
    struct fy_err *err)
{
    struct fy_place own = {.offset = -1};
    struct fy_slice row = {0};
    enum fy_status status = fy_store_get(views->store, VIEW_CARTS, owner, arena, &row, err);

    if (row.size == PLACE_BYTES) {
        memcpy(&own.partition, row.data, sizeof(own.partition));
        memcpy(&own.offset, row.data + sizeof(own.partition), sizeof(own.offset));
    }
    *ret_includes = own.partition == place->partition && own.offset >= place->offset;
    return status;
}

struct reading_lines {
    struct fy_slice prefix;
    struct fy_arena *arena;
    struct cart_line *lines;
    int count, count_max;
    int64_t set_ms;
};

static bool visit(struct fy_slice key, struct fy_slice value, void *context)
{
    struct reading_lines *lines = context;
    size_t size = lines->prefix.size;
    struct cart_line *line;

    if (key.size < size || memcmp(key.data, lines->prefix.data, size) != 0)
        return false;
    if (key.size == size && value.size == TIME_BYTES) {
        memcpy(&lines->set_ms, value.data, sizeof(lines->set_ms));
        return true;
    }
    if (lines->count == lines->count_max)
        return false;
    line = &lines->lines[lines->count];
    line->sku = fy_arena_copy(lines->arena, (struct fy_slice){key.data + size, key.size - size});
    if (value.size != LINE_BYTES || line->sku.data == NULL)
        return true;
    memcpy(&line->units, value.data, sizeof(line->units));
    memcpy(&line->event_ms, value.data + sizeof(line->units), sizeof(line->event_ms));
    lines->count++;
    return true;
}

enum fy_status cart_views_lines(struct views *views,
    struct fy_slice owner,
    int count_max,
    struct fy_arena *arena,
    struct cart_line *ret_lines,
    int *ret_count,
    int64_t *ret_set_ms,
    struct fy_err *err)
{
    struct reading_lines lines = {.prefix = order_prefix(owner, fy_slice_of(""), arena),
        .arena = arena,
        .lines = ret_lines,
        .count_max = count_max};
    enum fy_status status;

    if (lines.prefix.data == NULL)
        return fy_fail(err, FY_FATAL, "a key does not fit the arena");
    status = fy_store_scan(views->store, VIEW_CARTS, lines.prefix, visit, &lines, err);
    *ret_count = lines.count;
    *ret_set_ms = lines.set_ms;
    return status;
}
