/*
 * Made by fy-generate from schemas/feed.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_feed_opened_columns(struct fy_reader *in, struct feed_opened_columns *value)
{
    struct fy_slice *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_string(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_feed_opened(struct fy_reader *in, struct feed_opened *value)
{
    if (!read_feed_opened_columns(in, &value->columns))
        return false;
    return true;
}

static bool read_row_refused(struct fy_reader *in, struct row_refused *value)
{
    bool set;

    if (!fy_read_long(in, &value->n))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->column = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->column))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_rows_taken_refused(struct fy_reader *in, struct rows_taken_refused *value)
{
    struct row_refused *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 3, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_row_refused(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_rows_taken(struct fy_reader *in, struct rows_taken *value)
{
    if (!fy_read_long(in, &value->first_n))
        return false;
    if (!fy_read_long(in, &value->rows))
        return false;
    if (!fy_read_string(in, &value->digest))
        return false;
    if (!fy_read_long(in, &value->rows_so_far))
        return false;
    if (!fy_read_long(in, &value->accepted_so_far))
        return false;
    if (!read_rows_taken_refused(in, &value->refused))
        return false;
    return true;
}

static bool read_feed_closed(struct fy_reader *in, struct feed_closed *value)
{
    if (!fy_read_string(in, &value->digest))
        return false;
    if (!fy_read_long(in, &value->rows))
        return false;
    if (!fy_read_long(in, &value->accepted))
        return false;
    return true;
}

static bool read_scan_opened(struct fy_reader *in, struct scan_opened *value)
{
    int symbol;

    if (!fy_read_symbol(in, 2, &symbol))
        return false;
    value->mode = (enum scan_mode)symbol;
    return true;
}

static bool read_item_scanned(struct fy_reader *in, struct item_scanned *value)
{
    bool set;

    if (!fy_read_long(in, &value->n))
        return false;
    if (!fy_read_string(in, &value->gtin))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->sku = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->sku))
        return false;
    return true;
}

static bool read_taken_back(struct fy_reader *in, struct taken_back *value)
{
    if (!fy_read_long(in, &value->n))
        return false;
    if (!fy_read_long(in, &value->undone_n))
        return false;
    return true;
}

static bool read_scan_closed(struct fy_reader *in, struct scan_closed *value)
{
    if (!fy_read_long(in, &value->numbers))
        return false;
    return true;
}

static bool read_feed_feed_opened(struct fy_reader *in, const struct feed_opened **ret_value)
{
    struct feed_opened *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_feed_opened(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_feed_rows_taken(struct fy_reader *in, const struct rows_taken **ret_value)
{
    struct rows_taken *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_rows_taken(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_feed_feed_closed(struct fy_reader *in, const struct feed_closed **ret_value)
{
    struct feed_closed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_feed_closed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_feed_scan_opened(struct fy_reader *in, const struct scan_opened **ret_value)
{
    struct scan_opened *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_scan_opened(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_feed_item_scanned(struct fy_reader *in, const struct item_scanned **ret_value)
{
    struct item_scanned *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_item_scanned(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_feed_scan_taken_back(struct fy_reader *in, const struct taken_back **ret_value)
{
    struct taken_back *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_taken_back(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_feed_scan_closed(struct fy_reader *in, const struct scan_closed **ret_value)
{
    struct scan_closed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_scan_closed(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_feed(struct fy_reader *in, struct feed *value)
{
    int set_count;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->feed))
        return false;
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!read_feed_feed_opened(in, &value->feed_opened))
        return false;
    if (!read_feed_rows_taken(in, &value->rows_taken))
        return false;
    if (!read_feed_feed_closed(in, &value->feed_closed))
        return false;
    if (!read_feed_scan_opened(in, &value->scan_opened))
        return false;
    if (!read_feed_item_scanned(in, &value->item_scanned))
        return false;
    if (!read_feed_scan_taken_back(in, &value->scan_taken_back))
        return false;
    if (!read_feed_scan_closed(in, &value->scan_closed))
        return false;
    set_count = 0;
    set_count += value->feed_opened != NULL;
    set_count += value->rows_taken != NULL;
    set_count += value->feed_closed != NULL;
    set_count += value->scan_opened != NULL;
    set_count += value->item_scanned != NULL;
    set_count += value->scan_taken_back != NULL;
    set_count += value->scan_closed != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status feed_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct feed *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 19:
        return fy_read_end(&in, fy_read_feed(&in, ret_value));
    default:
        return fy_read_unknown(&in, "feed");
    }
}

static size_t room_feed_opened(const struct feed_opened *value)
{
    size_t room = 11;

    room += value->columns.count * 10;
    for (size_t i = 0; i < value->columns.count; i++)
        room += value->columns.items[i].size;
    return room;
}

static uint8_t *write_feed_opened(uint8_t *at, const struct feed_opened *value)
{
    if (value->columns.count > 0) {
        at = fy_write_long(at, (int64_t)value->columns.count);
        for (size_t i = 0; i < value->columns.count; i++)
            at = fy_write_string(at, value->columns.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_row_refused(const struct row_refused *value)
{
    size_t room = 31;

    room += value->column.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_row_refused(uint8_t *at, const struct row_refused *value)
{
    at = fy_write_long(at, value->n);
    at = fy_write_branch(at, value->column.data != NULL);
    if (value->column.data != NULL)
        at = fy_write_string(at, value->column);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_rows_taken(const struct rows_taken *value)
{
    size_t room = 61;

    room += value->digest.size;
    for (size_t i = 0; i < value->refused.count; i++)
        room += room_row_refused(&value->refused.items[i]);
    return room;
}

static uint8_t *write_rows_taken(uint8_t *at, const struct rows_taken *value)
{
    at = fy_write_long(at, value->first_n);
    at = fy_write_long(at, value->rows);
    at = fy_write_string(at, value->digest);
    at = fy_write_long(at, value->rows_so_far);
    at = fy_write_long(at, value->accepted_so_far);
    if (value->refused.count > 0) {
        at = fy_write_long(at, (int64_t)value->refused.count);
        for (size_t i = 0; i < value->refused.count; i++)
            at = write_row_refused(at, &value->refused.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_feed_closed(const struct feed_closed *value)
{
    size_t room = 30;

    room += value->digest.size;
    return room;
}

static uint8_t *write_feed_closed(uint8_t *at, const struct feed_closed *value)
{
    at = fy_write_string(at, value->digest);
    at = fy_write_long(at, value->rows);
    at = fy_write_long(at, value->accepted);
    return at;
}

static size_t room_scan_opened(const struct scan_opened *value)
{
    size_t room = 5;

    (void)value;
    return room;
}

static uint8_t *write_scan_opened(uint8_t *at, const struct scan_opened *value)
{
    at = fy_write_long(at, value->mode);
    return at;
}

static size_t room_item_scanned(const struct item_scanned *value)
{
    size_t room = 41;

    room += value->gtin.size;
    room += value->sku.size;
    return room;
}

static uint8_t *write_item_scanned(uint8_t *at, const struct item_scanned *value)
{
    at = fy_write_long(at, value->n);
    at = fy_write_string(at, value->gtin);
    at = fy_write_long(at, value->units);
    at = fy_write_branch(at, value->sku.data != NULL);
    if (value->sku.data != NULL)
        at = fy_write_string(at, value->sku);
    return at;
}

static size_t room_taken_back(const struct taken_back *value)
{
    size_t room = 20;

    (void)value;
    return room;
}

static uint8_t *write_taken_back(uint8_t *at, const struct taken_back *value)
{
    at = fy_write_long(at, value->n);
    at = fy_write_long(at, value->undone_n);
    return at;
}

static size_t room_scan_closed(const struct scan_closed *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_scan_closed(uint8_t *at, const struct scan_closed *value)
{
    at = fy_write_long(at, value->numbers);
    return at;
}

size_t fy_room_feed(const struct feed *value)
{
    size_t room = 27;

    room += fy_room_envelope(&value->envelope);
    room += value->feed.size;
    room += value->supplier.size;
    if (value->feed_opened != NULL)
        room += room_feed_opened(value->feed_opened);
    if (value->rows_taken != NULL)
        room += room_rows_taken(value->rows_taken);
    if (value->feed_closed != NULL)
        room += room_feed_closed(value->feed_closed);
    if (value->scan_opened != NULL)
        room += room_scan_opened(value->scan_opened);
    if (value->item_scanned != NULL)
        room += room_item_scanned(value->item_scanned);
    if (value->scan_taken_back != NULL)
        room += room_taken_back(value->scan_taken_back);
    if (value->scan_closed != NULL)
        room += room_scan_closed(value->scan_closed);
    return room;
}

uint8_t *fy_write_feed(uint8_t *at, const struct feed *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->feed);
    at = fy_write_string(at, value->supplier);
    at = fy_write_branch(at, value->feed_opened != NULL);
    if (value->feed_opened != NULL)
        at = write_feed_opened(at, value->feed_opened);
    at = fy_write_branch(at, value->rows_taken != NULL);
    if (value->rows_taken != NULL)
        at = write_rows_taken(at, value->rows_taken);
    at = fy_write_branch(at, value->feed_closed != NULL);
    if (value->feed_closed != NULL)
        at = write_feed_closed(at, value->feed_closed);
    at = fy_write_branch(at, value->scan_opened != NULL);
    if (value->scan_opened != NULL)
        at = write_scan_opened(at, value->scan_opened);
    at = fy_write_branch(at, value->item_scanned != NULL);
    if (value->item_scanned != NULL)
        at = write_item_scanned(at, value->item_scanned);
    at = fy_write_branch(at, value->scan_taken_back != NULL);
    if (value->scan_taken_back != NULL)
        at = write_taken_back(at, value->scan_taken_back);
    at = fy_write_branch(at, value->scan_closed != NULL);
    if (value->scan_closed != NULL)
        at = write_scan_closed(at, value->scan_closed);
    return at;
}

enum fy_status feed_encode(const struct feed *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->feed_opened != NULL;
    set_count += value->rows_taken != NULL;
    set_count += value->feed_closed != NULL;
    set_count += value->scan_opened != NULL;
    set_count += value->item_scanned != NULL;
    set_count += value->scan_taken_back != NULL;
    set_count += value->scan_closed != NULL;
    if (set_count != 1)
        return fy_write_one_of("feed", set_count, err);
    room = fy_room_feed(value);
    begin = fy_write_begin(arena, 19, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_feed(begin, value), ret_bytes);
}

static const struct fy_field fields_of_feed_opened[] = {
    {
        .name = "columns",
        .name_bytes = 7,
        .offset = offsetof(struct feed_opened, columns),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
};

static const struct fy_type type_feed_opened = {
    .name = "FeedOpened",
    .fields = fields_of_feed_opened,
    .field_count = 1,
    .size = sizeof(struct feed_opened),
};

static const struct fy_field fields_of_row_refused[] = {
    {
        .name = "n",
        .name_bytes = 1,
        .offset = offsetof(struct row_refused, n),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "column",
        .name_bytes = 6,
        .offset = offsetof(struct row_refused, column),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct row_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_row_refused = {
    .name = "RowRefused",
    .fields = fields_of_row_refused,
    .field_count = 3,
    .size = sizeof(struct row_refused),
};

static const struct fy_field fields_of_rows_taken[] = {
    {
        .name = "first_n",
        .name_bytes = 7,
        .offset = offsetof(struct rows_taken, first_n),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "rows",
        .name_bytes = 4,
        .offset = offsetof(struct rows_taken, rows),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "digest",
        .name_bytes = 6,
        .offset = offsetof(struct rows_taken, digest),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "rows_so_far",
        .name_bytes = 11,
        .offset = offsetof(struct rows_taken, rows_so_far),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "accepted_so_far",
        .name_bytes = 15,
        .offset = offsetof(struct rows_taken, accepted_so_far),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "refused",
        .name_bytes = 7,
        .offset = offsetof(struct rows_taken, refused),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_row_refused,
    },
};

static const struct fy_type type_rows_taken = {
    .name = "RowsTaken",
    .fields = fields_of_rows_taken,
    .field_count = 6,
    .size = sizeof(struct rows_taken),
};

static const struct fy_field fields_of_feed_closed[] = {
    {
        .name = "digest",
        .name_bytes = 6,
        .offset = offsetof(struct feed_closed, digest),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "rows",
        .name_bytes = 4,
        .offset = offsetof(struct feed_closed, rows),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "accepted",
        .name_bytes = 8,
        .offset = offsetof(struct feed_closed, accepted),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_feed_closed = {
    .name = "FeedClosed",
    .fields = fields_of_feed_closed,
    .field_count = 3,
    .size = sizeof(struct feed_closed),
};

static const char *const scan_mode_symbols[] = {
    "RECEIVE",
    "COUNT",
};

static const struct fy_field fields_of_scan_opened[] = {
    {
        .name = "mode",
        .name_bytes = 4,
        .offset = offsetof(struct scan_opened, mode),
        .kind = FY_FIELD_ENUM,
        .symbols = scan_mode_symbols,
        .symbol_count = 2,
    },
};

static const struct fy_type type_scan_opened = {
    .name = "ScanOpened",
    .fields = fields_of_scan_opened,
    .field_count = 1,
    .size = sizeof(struct scan_opened),
};

static const struct fy_field fields_of_item_scanned[] = {
    {
        .name = "n",
        .name_bytes = 1,
        .offset = offsetof(struct item_scanned, n),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 9999,
    },
    {
        .name = "gtin",
        .name_bytes = 4,
        .offset = offsetof(struct item_scanned, gtin),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_DIGIT,
        .min_bytes = 8,
        .max_bytes = 14,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct item_scanned, units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 100000,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){1},
    },
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct item_scanned, sku),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_item_scanned = {
    .name = "ItemScanned",
    .fields = fields_of_item_scanned,
    .field_count = 4,
    .size = sizeof(struct item_scanned),
};

static const struct fy_field fields_of_taken_back[] = {
    {
        .name = "n",
        .name_bytes = 1,
        .offset = offsetof(struct taken_back, n),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 9999,
    },
    {
        .name = "undone_n",
        .name_bytes = 8,
        .offset = offsetof(struct taken_back, undone_n),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 9999,
    },
};

static const struct fy_type type_taken_back = {
    .name = "TakenBack",
    .fields = fields_of_taken_back,
    .field_count = 2,
    .size = sizeof(struct taken_back),
};

static const struct fy_field fields_of_scan_closed[] = {
    {
        .name = "numbers",
        .name_bytes = 7,
        .offset = offsetof(struct scan_closed, numbers),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 10000,
    },
};

static const struct fy_type type_scan_closed = {
    .name = "ScanClosed",
    .fields = fields_of_scan_closed,
    .field_count = 1,
    .size = sizeof(struct scan_closed),
};

static const struct fy_field fields_of_feed[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct feed, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "feed",
        .name_bytes = 4,
        .offset = offsetof(struct feed, feed),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct feed, supplier),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "feed_opened",
        .name_bytes = 11,
        .offset = offsetof(struct feed, feed_opened),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .edge = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_feed_opened,
    },
    {
        .name = "rows_taken",
        .name_bytes = 10,
        .offset = offsetof(struct feed, rows_taken),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .edge = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_rows_taken,
    },
    {
        .name = "feed_closed",
        .name_bytes = 11,
        .offset = offsetof(struct feed, feed_closed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .edge = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_feed_closed,
    },
    {
        .name = "scan_opened",
        .name_bytes = 11,
        .offset = offsetof(struct feed, scan_opened),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_scan_opened,
    },
    {
        .name = "item_scanned",
        .name_bytes = 12,
        .offset = offsetof(struct feed, item_scanned),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_item_scanned,
    },
    {
        .name = "scan_taken_back",
        .name_bytes = 15,
        .offset = offsetof(struct feed, scan_taken_back),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_taken_back,
    },
    {
        .name = "scan_closed",
        .name_bytes = 11,
        .offset = offsetof(struct feed, scan_closed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_scan_closed,
    },
};

const struct fy_type fy_type_feed = {
    .name = "Feed",
    .fields = fields_of_feed,
    .field_count = 10,
    .one_of = true,
    .size = sizeof(struct feed),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return feed_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return feed_decode(bytes, arena, ret_value, err);
}

static const char text_19[] =
    "{\"type\":\"record\",\"name\":\"Feed\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"What a "
    "supplier sends in numbered pieces: a feed of rows, or a session of scans. Exactly one of the "
    "nullable records is set.\",\"fields\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\","
    "\"name\":\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and why. The first field of ev"
    "ery fact, event and request.\",\"fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string"
    "\",\"logicalType\":\"uuid\"},\"doc\":\"Names this event for ever. A retry across a crash may "
    "write the same id twice; it is one event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"typ"
    "e\":\"string\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":\"The event_id this one fo"
    "llows from; null where the outside world began it.\"},{\"name\":\"root\",\"type\":\"string\","
    "\"doc\":\"The visitor or supplier everything began with. Decides whether an event is among th"
    "e mirrored 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, s"
    "upplier:ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalTy"
    "pe\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC. A derived event keeps the ti"
    "me of its cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"do"
    "c\":\"The task that wrote it, as in stock-3. Set in event and request topics only.\"},{\"name"
    "\":\"seq\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense number per writer an"
    "d destination partition, from 1. Set together with writer.\"}]},\"edge\":true,\"doc\":\"Who, "
    "when and why.\"},{\"name\":\"feed\",\"type\":\"string\",\"edge\":true,\"doc\":\"The feed or s"
    "can session, 32 hex digits; also the key, and the session of the facts that came of it.\"},{"
    "\"name\":\"supplier\",\"type\":\"string\",\"edge\":true,\"doc\":\"Which supplier sends it.\"}"
    ",{\"name\":\"feed_opened\",\"default\":null,\"edge\":true,\"doc\":\"A feed's header was read;"
    " again when it is sent again.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"FeedOpened"
    "\",\"doc\":\"A feed's header was read.\",\"fields\":[{\"name\":\"columns\",\"type\":{\"type\""
    ":\"array\",\"items\":\"string\"},\"doc\":\"Its columns, in order.\"}]}]},{\"name\":\"rows_tak"
    "en\",\"default\":null,\"edge\":true,\"doc\":\"Verdicts of some rows, whose facts are all writ"
    "ten down.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RowsTaken\",\"doc\":\"Verdicts"
    " of some rows, whose facts are all written down.\",\"fields\":[{\"name\":\"first_n\",\"type\""
    ":\"long\",\"doc\":\"Number of the first of them, from 0, the header not counted.\"},{\"name\""
    ":\"rows\",\"type\":\"long\",\"doc\":\"How many they are.\"},{\"name\":\"digest\",\"type\":\"s"
    "tring\",\"doc\":\"Of all rows up to the last of them, 32 hex digits: how another body under t"
    "he same key is recognised.\"},{\"name\":\"rows_so_far\",\"type\":\"long\",\"doc\":\"Rows read"
    " with them.\"},{\"name\":\"accepted_so_far\",\"type\":\"long\",\"doc\":\"Of these, how many b"
    "ecame facts.\"},{\"name\":\"refused\",\"doc\":\"Which of them did not, in order.\",\"type\":{"
    "\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"RowRefused\",\"doc\":\"A row tha"
    "t became no fact, and why.\",\"fields\":[{\"name\":\"n\",\"type\":\"long\",\"doc\":\"Its numb"
    "er, from 0.\"},{\"name\":\"column\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":"
    "\"The column that is wrong; null: the row as a whole.\"},{\"name\":\"reason\",\"type\":\"stri"
    "ng\",\"doc\":\"What is wrong, with the limit, in words.\"}]}}}]}]},{\"name\":\"feed_closed\","
    "\"default\":null,\"edge\":true,\"doc\":\"A feed was read to its end.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"FeedClosed\",\"doc\":\"A feed was read to its end: all its rows "
    "have their verdict.\",\"fields\":[{\"name\":\"digest\",\"type\":\"string\",\"doc\":\"Of all r"
    "ows, 32 hex digits.\"},{\"name\":\"rows\",\"type\":\"long\",\"doc\":\"How many there were.\"}"
    ",{\"name\":\"accepted\",\"type\":\"long\",\"doc\":\"Of these, how many became facts.\"}]}]},{"
    "\"name\":\"scan_opened\",\"default\":null,\"doc\":\"A session of scans begins.\",\"type\":[\""
    "null\",{\"type\":\"record\",\"name\":\"ScanOpened\",\"doc\":\"A session of scans begins.\",\""
    "fields\":[{\"name\":\"mode\",\"doc\":\"What a scan means.\",\"type\":{\"type\":\"enum\",\"nam"
    "e\":\"ScanMode\",\"symbols\":[\"RECEIVE\",\"COUNT\"],\"doc\":\"RECEIVE: the item arrives. COU"
    "NT: it is there; the count is what was scanned when the session is closed.\"}}]}]},{\"name\":"
    "\"item_scanned\",\"default\":null,\"doc\":\"A barcode was read.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"ItemScanned\",\"doc\":\"A barcode was read.\",\"fields\":[{\"name\":"
    "\"n\",\"type\":\"long\",\"min\":0,\"max\":9999,\"doc\":\"Number of this scan or undoing in it"
    "s session, from 0.\"},{\"name\":\"gtin\",\"type\":\"string\",\"min_bytes\":8,\"max_bytes\":14"
    ",\"chars\":\"digit\",\"doc\":\"GTIN-8, 12, 13 or 14, its check digit right; kept as 14 digits"
    ".\"},{\"name\":\"units\",\"type\":\"long\",\"default\":1,\"min\":1,\"max\":100000,\"doc\":\"W"
    "hole items that it stands for.\"},{\"name\":\"sku\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"edge\":true,\"doc\":\"Whose barcode it is.\"}]}]},{\"name\":\"scan_taken_back\",\"d"
    "efault\":null,\"doc\":\"A scan was none.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"TakenBack\",\"doc\":\"A scan was none.\",\"fields\":[{\"name\":\"n\",\"type\":\"long\",\"mi"
    "n\":0,\"max\":9999,\"doc\":\"Number of this scan or undoing in its session, from 0.\"},{\"nam"
    "e\":\"undone_n\",\"type\":\"long\",\"min\":0,\"max\":9999,\"doc\":\"The scan, by its number."
    "\"}]}]},{\"name\":\"scan_closed\",\"default\":null,\"doc\":\"The session is over.\",\"type\":"
    "[\"null\",{\"type\":\"record\",\"name\":\"ScanClosed\",\"doc\":\"The session is over.\",\"fie"
    "lds\":[{\"name\":\"numbers\",\"type\":\"long\",\"min\":0,\"max\":10000,\"doc\":\"How many sca"
    "ns and undoings there were: all numbers below it.\"}]}]}]}";

const struct fy_schema feed_schema = {
    .id = 19,
    .version = 1,
    .fingerprint = UINT64_C(0x715333383983ed08),
    .subject = "feeds-value",
    .text = text_19,
    .name = "feed",
    .type = &fy_type_feed,
    .size = sizeof(struct feed),
    .encode = encode_any,
    .decode = decode_any,
};
