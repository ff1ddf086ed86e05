/*
 * Made by fy-generate from schemas/history.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_view(struct fy_reader *in, struct view *value)
{
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->event_ms))
        return false;
    return true;
}

static bool read_cart_item(struct fy_reader *in, struct cart_item *value)
{
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_activity_counts(struct fy_reader *in, struct activity_counts *value)
{
    if (!fy_read_long(in, &value->views))
        return false;
    if (!fy_read_long(in, &value->searches))
        return false;
    if (!fy_read_long(in, &value->cart_changes))
        return false;
    if (!fy_read_long(in, &value->recommendations_shown))
        return false;
    if (!fy_read_long(in, &value->recommendations_clicked))
        return false;
    return true;
}

static bool read_history_as_of(struct fy_reader *in, struct history_as_of *value)
{
    struct position *items = NULL;
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
            if (!fy_read_position(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_history_views(struct fy_reader *in, struct history_views *value)
{
    struct view *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 2, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_view(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_history_cart(struct fy_reader *in, struct history_cart *value)
{
    struct cart_item *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 2, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_cart_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

bool fy_read_history(struct fy_reader *in, struct history *value)
{
    if (!fy_read_string(in, &value->visitor))
        return false;
    if (!read_history_as_of(in, &value->as_of))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!read_history_views(in, &value->views))
        return false;
    if (!read_history_cart(in, &value->cart))
        return false;
    if (!read_activity_counts(in, &value->counts))
        return false;
    return true;
}

enum fy_status history_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct history *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 4:
        return fy_read_end(&in, fy_read_history(&in, ret_value));
    default:
        return fy_read_unknown(&in, "history");
    }
}

static size_t room_view(const struct view *value)
{
    size_t room = 20;

    room += value->sku.size;
    return room;
}

static uint8_t *write_view(uint8_t *at, const struct view *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->event_ms);
    return at;
}

static size_t room_cart_item(const struct cart_item *value)
{
    size_t room = 20;

    room += value->sku.size;
    return room;
}

static uint8_t *write_cart_item(uint8_t *at, const struct cart_item *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_activity_counts(const struct activity_counts *value)
{
    size_t room = 50;

    (void)value;
    return room;
}

static uint8_t *write_activity_counts(uint8_t *at, const struct activity_counts *value)
{
    at = fy_write_long(at, value->views);
    at = fy_write_long(at, value->searches);
    at = fy_write_long(at, value->cart_changes);
    at = fy_write_long(at, value->recommendations_shown);
    at = fy_write_long(at, value->recommendations_clicked);
    return at;
}

size_t fy_room_history(const struct history *value)
{
    size_t room = 53;

    room += value->visitor.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    for (size_t i = 0; i < value->views.count; i++)
        room += room_view(&value->views.items[i]);
    for (size_t i = 0; i < value->cart.count; i++)
        room += room_cart_item(&value->cart.items[i]);
    room += room_activity_counts(&value->counts);
    return room;
}

uint8_t *fy_write_history(uint8_t *at, const struct history *value)
{
    at = fy_write_string(at, value->visitor);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->updated_ms);
    if (value->views.count > 0) {
        at = fy_write_long(at, (int64_t)value->views.count);
        for (size_t i = 0; i < value->views.count; i++)
            at = write_view(at, &value->views.items[i]);
    }
    *at++ = 0;
    if (value->cart.count > 0) {
        at = fy_write_long(at, (int64_t)value->cart.count);
        for (size_t i = 0; i < value->cart.count; i++)
            at = write_cart_item(at, &value->cart.items[i]);
    }
    *at++ = 0;
    at = write_activity_counts(at, &value->counts);
    return at;
}

enum fy_status history_encode(const struct history *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_history(value);
    begin = fy_write_begin(arena, 4, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_history(begin, value), ret_bytes);
}

static const struct fy_field fields_of_view[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct view, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "event_ms",
        .name_bytes = 8,
        .offset = offsetof(struct view, event_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_view = {
    .name = "View",
    .fields = fields_of_view,
    .field_count = 2,
    .size = sizeof(struct view),
};

static const struct fy_field fields_of_cart_item[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct cart_item, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct cart_item, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_cart_item = {
    .name = "CartItem",
    .fields = fields_of_cart_item,
    .field_count = 2,
    .size = sizeof(struct cart_item),
};

static const struct fy_field fields_of_activity_counts[] = {
    {
        .name = "views",
        .name_bytes = 5,
        .offset = offsetof(struct activity_counts, views),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "searches",
        .name_bytes = 8,
        .offset = offsetof(struct activity_counts, searches),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "cart_changes",
        .name_bytes = 12,
        .offset = offsetof(struct activity_counts, cart_changes),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "recommendations_shown",
        .name_bytes = 21,
        .offset = offsetof(struct activity_counts, recommendations_shown),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "recommendations_clicked",
        .name_bytes = 23,
        .offset = offsetof(struct activity_counts, recommendations_clicked),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_activity_counts = {
    .name = "ActivityCounts",
    .fields = fields_of_activity_counts,
    .field_count = 5,
    .size = sizeof(struct activity_counts),
};

static const struct fy_field fields_of_history[] = {
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct history, visitor),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct history, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct history, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "views",
        .name_bytes = 5,
        .offset = offsetof(struct history, views),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_view,
    },
    {
        .name = "cart",
        .name_bytes = 4,
        .offset = offsetof(struct history, cart),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_cart_item,
    },
    {
        .name = "counts",
        .name_bytes = 6,
        .offset = offsetof(struct history, counts),
        .kind = FY_FIELD_RECORD,
        .record = &type_activity_counts,
    },
};

const struct fy_type fy_type_history = {
    .name = "History",
    .fields = fields_of_history,
    .field_count = 6,
    .size = sizeof(struct history),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return history_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return history_decode(bytes, arena, ret_value, err);
}

static const char text_4[] =
    "{\"type\":\"record\",\"name\":\"History\",\"namespace\":\"fy\",\"doc\":\"What one visitor did"
    ", as they may see it.\",\"fields\":[{\"name\":\"visitor\",\"type\":\"string\",\"doc\":\"The v"
    "isitor, 32 hex digits; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"it"
    "ems\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of"
    " one topic: what a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"do"
    "c\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"n"
    "ame\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"do"
    "c\":\"Newest input included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\""
    "long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC."
    "\"},{\"name\":\"views\",\"doc\":\"Last 50 views, newest first.\",\"type\":{\"type\":\"array\""
    ",\"items\":{\"type\":\"record\",\"name\":\"View\",\"doc\":\"One view.\",\"fields\":[{\"name\""
    ":\"sku\",\"type\":\"string\",\"doc\":\"Which product.\"},{\"name\":\"event_ms\",\"type\":{\"t"
    "ype\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC.\"}"
    "]}}},{\"name\":\"cart\",\"doc\":\"The cart, at most 100 products, in the order they were firs"
    "t put in.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"CartItem\""
    ",\"doc\":\"One line of the cart.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":"
    "\"Which product.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items, 1 .. 999.\"}"
    "]}}},{\"name\":\"counts\",\"doc\":\"How often this visitor did what.\",\"type\":{\"type\":\"r"
    "ecord\",\"name\":\"ActivityCounts\",\"doc\":\"How often this visitor did what, ever.\",\"fiel"
    "ds\":[{\"name\":\"views\",\"type\":\"long\",\"doc\":\"Product pages opened.\"},{\"name\":\"se"
    "arches\",\"type\":\"long\",\"doc\":\"Searches.\"},{\"name\":\"cart_changes\",\"type\":\"long"
    "\",\"doc\":\"Changes of the cart.\"},{\"name\":\"recommendations_shown\",\"type\":\"long\",\""
    "doc\":\"Lists seen.\"},{\"name\":\"recommendations_clicked\",\"type\":\"long\",\"doc\":\"Reco"
    "mmended products chosen.\"}]}}]}";

const struct fy_schema history_schema = {
    .id = 4,
    .version = 1,
    .fingerprint = UINT64_C(0x0d9ad304b10e700a),
    .subject = "histories-value",
    .text = text_4,
    .name = "history",
    .type = &fy_type_history,
    .size = sizeof(struct history),
    .encode = encode_any,
    .decode = decode_any,
};
