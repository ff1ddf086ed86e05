#include "lib/feed_rows.h"
#include "lib/ids.h"

#include <assert.h>
#include <string.h>

static void put_be(uint8_t *bytes, uint64_t number, int size)
{
    for (int i = 0; i < size; i++)
        bytes[i] = (uint8_t)(number >> (8 * (size - 1 - i)));
}

static uint64_t get_be(const uint8_t *bytes, int size)
{
    uint64_t number = 0;

    for (int i = 0; i < size; i++)
        number = number << 8 | bytes[i];
    return number;
}

static bool is_numbered(enum fy_feed_row row)
{
    return row == FY_FEED_ROWS || row == FY_FEED_REFUSED || row == FY_FEED_SCAN;
}

bool fy_feed_is_id(struct fy_slice text)
{
    return fy_id_is_hex(text, FY_FEED_BYTES);
}

struct fy_slice fy_feed_key(
    enum fy_feed_row row, struct fy_slice feed, int64_t n, uint8_t room[FY_FEED_KEY_BYTES])
{
    assert(feed.size == FY_FEED_BYTES && n >= 0);

    memcpy(room, feed.data, FY_FEED_BYTES);
    room[FY_FEED_BYTES] = (uint8_t)row;
    put_be(room + FY_FEED_BYTES + 1, (uint64_t)n, 8);
    return (struct fy_slice){room, is_numbered(row) ? FY_FEED_KEY_BYTES : FY_FEED_BYTES + 1};
}

int64_t fy_feed_key_n(struct fy_slice key)
{
    assert(key.size == FY_FEED_KEY_BYTES);
    return (int64_t)get_be(key.data + FY_FEED_BYTES + 1, 8);
}

static enum fy_feed_row row_of(const struct feed *feed, int64_t *ret_n)
{
    *ret_n = 0;
    if (feed->feed_opened != NULL)
        return FY_FEED_OPENED;
    if (feed->feed_closed != NULL)
        return FY_FEED_CLOSED;
    if (feed->scan_opened != NULL)
        return FY_FEED_SCAN_OPENED;
    if (feed->scan_closed != NULL)
        return FY_FEED_SCAN_CLOSED;
    if (feed->rows_taken != NULL) {
        *ret_n = feed->rows_taken->first_n;
        return FY_FEED_ROWS;
    }
    *ret_n = feed->item_scanned != NULL ? feed->item_scanned->n : feed->scan_taken_back->n;
    return FY_FEED_SCAN;
}

enum fy_status fy_feed_apply(const struct fy_record *record,
    uint32_t space,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    uint8_t key[FY_FEED_KEY_BYTES];
    uint8_t place[FY_FEED_PLACE_BYTES];
    struct feed feed;
    enum fy_feed_row row;
    enum fy_status status;
    int64_t n;

    if (record->key.data == NULL || record->value.data == NULL || !fy_feed_is_id(record->key))
        return fy_fail(err, FY_REJECT, "a record of no feed");
    status = feed_decode(record->value, arena, &feed, err);
    if (status != FY_OK)
        return status;
    row = row_of(&feed, &n);
    if (!fy_slice_equal(feed.feed, record->key) || n < 0)
        return fy_fail(err, FY_REJECT, "the value names another feed than its record, or no row");

    fy_store_batch_put(rows, space, fy_feed_key(row, record->key, n, key), record->value);
    put_be(place, (uint32_t)record->partition, 4);
    put_be(place + 4, (uint64_t)record->offset, 8);
    fy_store_batch_put(rows, space, fy_feed_key(FY_FEED_HEAD, record->key, 0, key),
        (struct fy_slice){place, sizeof(place)});
    return FY_OK;
}

enum fy_status fy_feed_get(struct fy_store *store,
    uint32_t space,
    enum fy_feed_row row,
    struct fy_slice feed,
    int64_t n,
    struct fy_arena *arena,
    bool *ret_known,
    struct feed *ret_feed,
    struct fy_err *err)
{
    uint8_t key[FY_FEED_KEY_BYTES];
    struct fy_slice value;
    enum fy_status status;

    status = fy_store_get(store, space, fy_feed_key(row, feed, n, key), arena, &value, err);
    if (status != FY_OK)
        return status;
    *ret_known = value.data != NULL;
    if (value.data == NULL)
        return FY_OK;
    status = feed_decode(value, arena, ret_feed, err);
    if (status != FY_OK)
        err->status = FY_FATAL; /* It could be read when it was put: the disk, or our own code. */
    return status == FY_OK ? FY_OK : FY_FATAL;
}

enum fy_status fy_feed_head(struct fy_store *store,
    uint32_t space,
    struct fy_slice feed,
    struct fy_arena *arena,
    struct fy_place *ret_place,
    struct fy_err *err)
{
    uint8_t key[FY_FEED_KEY_BYTES];
    struct fy_slice value;
    enum fy_status status;

    status =
        fy_store_get(store, space, fy_feed_key(FY_FEED_HEAD, feed, 0, key), arena, &value, err);
    if (status != FY_OK)
        return status;
    *ret_place = (struct fy_place){.offset = -1};
    if (value.data == NULL)
        return FY_OK;
    assert(value.size == FY_FEED_PLACE_BYTES);
    ret_place->partition = (int32_t)get_be(value.data, 4);
    ret_place->offset = (int64_t)get_be(value.data + 4, 8);
    return FY_OK;
}

struct scan {
    struct fy_slice prefix;
    bool (*visit)(int64_t n, struct fy_slice value, void *context);
    void *context;
};

static bool visit_row(struct fy_slice key, struct fy_slice value, void *context)
{
    const struct scan *scan = context;

    if (key.size != FY_FEED_KEY_BYTES ||
        memcmp(key.data, scan->prefix.data, scan->prefix.size) != 0)
        return false;
    return scan->visit(fy_feed_key_n(key), value, scan->context);
}

enum fy_status fy_feed_scan(struct fy_store *store,
    uint32_t space,
    enum fy_feed_row row,
    struct fy_slice feed,
    int64_t from,
    bool (*visit)(int64_t n, struct fy_slice value, void *context),
    void *context,
    struct fy_err *err)
{
    uint8_t key[FY_FEED_KEY_BYTES];
    struct scan scan = {.prefix = {key, FY_FEED_BYTES + 1}, .visit = visit, .context = context};

    assert(is_numbered(row));
    return fy_store_scan(store, space, fy_feed_key(row, feed, from, key), visit_row, &scan, err);
}
