/*
 * Made by fy-generate from schemas/stock_level.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_stock_level_as_of(struct fy_reader *in, struct stock_level_as_of *value)
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

bool fy_read_stock_level(struct fy_reader *in, struct stock_level *value)
{
    bool set;

    if (!fy_read_string(in, &value->sku))
        return false;
    if (!read_stock_level_as_of(in, &value->as_of))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    if (!fy_read_long(in, &value->available_units))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_threshold_units = set;
    value->threshold_units = 0;
    if (set && !fy_read_long(in, &value->threshold_units))
        return false;
    return true;
}

static const struct fy_plan plan_9_stock_level;
static const struct fy_plan plan_9_position;

static const struct fy_plan_field fields_of_plan_9_stock_level[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_9_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
};

static const struct fy_plan plan_9_stock_level = {
    .fields = fields_of_plan_9_stock_level,
    .field_count = 6,
    .missing = (const uint8_t[]){6},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_9_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_9_position = {
    .fields = fields_of_plan_9_position,
    .field_count = 3,
};

enum fy_status stock_level_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_level *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 9:
        return fy_read_end(&in, fy_resolve(&in, &plan_9_stock_level, &fy_type_stock_level, ret_value));
    case 16:
        return fy_read_end(&in, fy_read_stock_level(&in, ret_value));
    default:
        return fy_read_unknown(&in, "stock_level");
    }
}

size_t fy_room_stock_level(const struct stock_level *value)
{
    size_t room = 72;

    room += value->sku.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->supplier.size;
    return room;
}

uint8_t *fy_write_stock_level(uint8_t *at, const struct stock_level *value)
{
    at = fy_write_string(at, value->sku);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->updated_ms);
    at = fy_write_string(at, value->supplier);
    at = fy_write_long(at, value->on_hand_units);
    at = fy_write_long(at, value->available_units);
    at = fy_write_branch(at, value->has_threshold_units);
    if (value->has_threshold_units)
        at = fy_write_long(at, value->threshold_units);
    return at;
}

enum fy_status stock_level_encode(const struct stock_level *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_stock_level(value);
    begin = fy_write_begin(arena, 16, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_stock_level(begin, value), ret_bytes);
}

static const struct fy_field fields_of_stock_level[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct stock_level, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct stock_level, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct stock_level, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct stock_level, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct stock_level, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "available_units",
        .name_bytes = 15,
        .offset = offsetof(struct stock_level, available_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "threshold_units",
        .name_bytes = 15,
        .offset = offsetof(struct stock_level, threshold_units),
        .has_offset = offsetof(struct stock_level, has_threshold_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_stock_level = {
    .name = "StockLevel",
    .fields = fields_of_stock_level,
    .field_count = 7,
    .size = sizeof(struct stock_level),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return stock_level_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return stock_level_decode(bytes, arena, ret_value, err);
}

static const char text_9[] =
    "{\"type\":\"record\",\"name\":\"StockLevel\",\"namespace\":\"fy\",\"doc\":\"How many items of"
    " one SKU can be bought now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The"
    " SKU; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what"
    " a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},"
    "{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\""
    ",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest inp"
    "ut included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logical"
    "Type\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"s"
    "upplier\",\"type\":\"string\",\"doc\":\"Whose stock.\"},{\"name\":\"on_hand_units\",\"type\":"
    "\"long\",\"doc\":\"Whole items on hand, >= 0.\"},{\"name\":\"available_units\",\"type\":\"lon"
    "g\",\"doc\":\"Whole items that can be bought now, >= 0.\"}]}";

const struct fy_schema stock_level_schema_9 = {
    .id = 9,
    .version = 1,
    .fingerprint = UINT64_C(0xab93e5d9b9f823ac),
    .subject = "stock-levels-value",
    .text = text_9,
    .name = "stock_level",
    .type = &fy_type_stock_level,
    .size = sizeof(struct stock_level),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_16[] =
    "{\"type\":\"record\",\"name\":\"StockLevel\",\"namespace\":\"fy\",\"doc\":\"How many items of"
    " one SKU can be bought now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The"
    " SKU; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what"
    " a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},"
    "{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\""
    ",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest inp"
    "ut included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logical"
    "Type\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"s"
    "upplier\",\"type\":\"string\",\"doc\":\"Whose stock.\"},{\"name\":\"on_hand_units\",\"type\":"
    "\"long\",\"doc\":\"Whole items on hand, >= 0.\"},{\"name\":\"available_units\",\"type\":\"lon"
    "g\",\"doc\":\"Whole items that can be bought now, >= 0; 0 of a product that is withdrawn.\"},"
    "{\"name\":\"threshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock i"
    "s low when so many items or fewer can be bought; null: never.\"}]}";

const struct fy_schema stock_level_schema = {
    .id = 16,
    .version = 2,
    .fingerprint = UINT64_C(0x023e30924828330a),
    .subject = "stock-levels-value",
    .text = text_16,
    .name = "stock_level",
    .type = &fy_type_stock_level,
    .size = sizeof(struct stock_level),
    .encode = encode_any,
    .decode = decode_any,
};
