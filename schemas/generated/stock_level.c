/*
 * Made by fy-generate from schemas/stock_level.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_level_offer(struct fy_reader *in, struct level_offer *value)
{
    bool set;

    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_money(in, &value->price))
        return false;
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    if (!fy_read_long(in, &value->held_units))
        return false;
    if (!fy_read_long(in, &value->committed_units))
        return false;
    if (!fy_read_long(in, &value->available_units))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_threshold_units = set;
    value->threshold_units = 0;
    if (set && !fy_read_long(in, &value->threshold_units))
        return false;
    if (!fy_read_boolean(in, &value->low))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_withdrawn_ms = set;
    value->withdrawn_ms = 0;
    if (set && !fy_read_long(in, &value->withdrawn_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_buffer_percent = set;
    value->buffer_percent = 0;
    if (set && !fy_read_long(in, &value->buffer_percent))
        return false;
    if (!fy_read_long(in, &value->counted_ms))
        return false;
    return true;
}

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

static bool read_stock_level_best_price(struct fy_reader *in, const struct money **ret_value)
{
    struct money *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_money(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_level_offers(struct fy_reader *in, struct stock_level_offers *value)
{
    struct level_offer *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 12, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_level_offer(in, &items[count]))
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
    if (!read_stock_level_best_price(in, &value->best_price))
        return false;
    if (!read_stock_level_offers(in, &value->offers))
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
    .missing = (const uint8_t[]){6, 7, 8},
    .missing_count = 3,
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

static const struct fy_plan plan_16_stock_level;
static const struct fy_plan plan_16_position;

static const struct fy_plan_field fields_of_plan_16_stock_level[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_16_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_16_stock_level = {
    .fields = fields_of_plan_16_stock_level,
    .field_count = 7,
    .missing = (const uint8_t[]){7, 8},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_16_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_16_position = {
    .fields = fields_of_plan_16_position,
    .field_count = 3,
};

static const struct fy_plan plan_42_stock_level;
static const struct fy_plan plan_42_position;
static const struct fy_plan plan_42_money;
static const struct fy_plan plan_42_level_offer;

static const struct fy_plan_field fields_of_plan_42_stock_level[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_42_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_42_money},
    {.kind = FY_FIELD_RECORD, .target = 8, .array = true, .item_bytes_min = 10, .record = &plan_42_level_offer},
};

static const struct fy_plan plan_42_stock_level = {
    .fields = fields_of_plan_42_stock_level,
    .field_count = 9,
};

static const struct fy_plan_field fields_of_plan_42_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_42_position = {
    .fields = fields_of_plan_42_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_42_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_42_money = {
    .fields = fields_of_plan_42_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_42_level_offer[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_42_money},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
    {.kind = FY_FIELD_BOOLEAN, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
};

static const struct fy_plan plan_42_level_offer = {
    .fields = fields_of_plan_42_level_offer,
    .field_count = 9,
    .missing = (const uint8_t[]){9, 10},
    .missing_count = 2,
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
        return fy_read_end(&in, fy_resolve(&in, &plan_16_stock_level, &fy_type_stock_level, ret_value));
    case 42:
        return fy_read_end(&in, fy_resolve(&in, &plan_42_stock_level, &fy_type_stock_level, ret_value));
    case 71:
        return fy_read_end(&in, fy_read_stock_level(&in, ret_value));
    case 87:
        return fy_read_end(&in, fy_read_stock_level(&in, ret_value));
    default:
        return fy_read_unknown(&in, "stock_level");
    }
}

static size_t room_level_offer(const struct level_offer *value)
{
    size_t room = 94;

    room += value->supplier.size;
    room += fy_room_money(&value->price);
    return room;
}

static uint8_t *write_level_offer(uint8_t *at, const struct level_offer *value)
{
    at = fy_write_string(at, value->supplier);
    at = fy_write_money(at, &value->price);
    at = fy_write_long(at, value->on_hand_units);
    at = fy_write_long(at, value->held_units);
    at = fy_write_long(at, value->committed_units);
    at = fy_write_long(at, value->available_units);
    at = fy_write_branch(at, value->has_threshold_units);
    if (value->has_threshold_units)
        at = fy_write_long(at, value->threshold_units);
    at = fy_write_boolean(at, value->low);
    at = fy_write_branch(at, value->has_withdrawn_ms);
    if (value->has_withdrawn_ms)
        at = fy_write_long(at, value->withdrawn_ms);
    at = fy_write_branch(at, value->has_buffer_percent);
    if (value->has_buffer_percent)
        at = fy_write_long(at, value->buffer_percent);
    at = fy_write_long(at, value->counted_ms);
    return at;
}

size_t fy_room_stock_level(const struct stock_level *value)
{
    size_t room = 84;

    room += value->sku.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->supplier.size;
    if (value->best_price != NULL)
        room += fy_room_money(value->best_price);
    for (size_t i = 0; i < value->offers.count; i++)
        room += room_level_offer(&value->offers.items[i]);
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
    at = fy_write_branch(at, value->best_price != NULL);
    if (value->best_price != NULL)
        at = fy_write_money(at, value->best_price);
    if (value->offers.count > 0) {
        at = fy_write_long(at, (int64_t)value->offers.count);
        for (size_t i = 0; i < value->offers.count; i++)
            at = write_level_offer(at, &value->offers.items[i]);
    }
    *at++ = 0;
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
    begin = fy_write_begin(arena, 87, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_stock_level(begin, value), ret_bytes);
}

static const struct fy_field fields_of_level_offer[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct level_offer, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct level_offer, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct level_offer, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "held_units",
        .name_bytes = 10,
        .offset = offsetof(struct level_offer, held_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "committed_units",
        .name_bytes = 15,
        .offset = offsetof(struct level_offer, committed_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "available_units",
        .name_bytes = 15,
        .offset = offsetof(struct level_offer, available_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "threshold_units",
        .name_bytes = 15,
        .offset = offsetof(struct level_offer, threshold_units),
        .has_offset = offsetof(struct level_offer, has_threshold_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "low",
        .name_bytes = 3,
        .offset = offsetof(struct level_offer, low),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "withdrawn_ms",
        .name_bytes = 12,
        .offset = offsetof(struct level_offer, withdrawn_ms),
        .has_offset = offsetof(struct level_offer, has_withdrawn_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "buffer_percent",
        .name_bytes = 14,
        .offset = offsetof(struct level_offer, buffer_percent),
        .has_offset = offsetof(struct level_offer, has_buffer_percent),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "counted_ms",
        .name_bytes = 10,
        .offset = offsetof(struct level_offer, counted_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
};

static const struct fy_type type_level_offer = {
    .name = "LevelOffer",
    .fields = fields_of_level_offer,
    .field_count = 11,
    .size = sizeof(struct level_offer),
};

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
    {
        .name = "best_price",
        .name_bytes = 10,
        .offset = offsetof(struct stock_level, best_price),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_money,
    },
    {
        .name = "offers",
        .name_bytes = 6,
        .offset = offsetof(struct stock_level, offers),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_level_offer,
    },
};

const struct fy_type fy_type_stock_level = {
    .name = "StockLevel",
    .fields = fields_of_stock_level,
    .field_count = 9,
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

const struct fy_schema stock_level_schema_16 = {
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

static const char text_42[] =
    "{\"type\":\"record\",\"name\":\"StockLevel\",\"namespace\":\"fy\",\"doc\":\"How many items of"
    " one SKU can be bought now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The"
    " SKU; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what"
    " a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},"
    "{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\""
    ",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest inp"
    "ut included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logical"
    "Type\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"s"
    "upplier\",\"type\":\"string\",\"doc\":\"The first of its suppliers, whose words customers rea"
    "d.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand of all supp"
    "liers, >= 0.\"},{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items of all "
    "suppliers that can be bought now, >= 0; 0 of a product that is withdrawn.\"},{\"name\":\"thre"
    "shold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Of that supplier: stock"
    " is low when so many items or fewer are promised to nobody; null: never.\"},{\"name\":\"best_"
    "price\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Money\",\"namespa"
    "ce\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\""
    ",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"curren"
    "cy\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 42"
    "17, as in EUR.\"}]}],\"doc\":\"The lowest price of a supplier that has some; null: nobody has"
    ".\"},{\"name\":\"offers\",\"default\":[],\"doc\":\"What each supplier has, in the order in wh"
    "ich they listed it. For that supplier and operators only.\",\"type\":{\"type\":\"array\",\"it"
    "ems\":{\"type\":\"record\",\"name\":\"LevelOffer\",\"doc\":\"What one supplier has.\",\"field"
    "s\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"price\",\"type"
    "\":\"fy.Money\",\"doc\":\"Price of one item.\"},{\"name\":\"on_hand_units\",\"type\":\"long\""
    ",\"doc\":\"Whole items there, those that are promised too.\"},{\"name\":\"held_units\",\"type"
    "\":\"long\",\"doc\":\"Of them, promised to orders that are not paid.\"},{\"name\":\"committed"
    "_units\",\"type\":\"long\",\"doc\":\"Of them, sold and not shipped.\"},{\"name\":\"available_"
    "units\",\"type\":\"long\",\"doc\":\"Whole items that can be bought now, >= 0.\"},{\"name\":\""
    "threshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is low when s"
    "o many items or fewer are promised to nobody; null: never.\"},{\"name\":\"low\",\"type\":\"bo"
    "olean\",\"doc\":\"Stock is low.\"},{\"name\":\"withdrawn_ms\",\"default\":null,\"type\":[\"nu"
    "ll\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Since when it is on "
    "offer no more, UTC; null while it is on offer.\"}]}}}]}";

const struct fy_schema stock_level_schema_42 = {
    .id = 42,
    .version = 3,
    .fingerprint = UINT64_C(0xce347db3470def4b),
    .subject = "stock-levels-value",
    .text = text_42,
    .name = "stock_level",
    .type = &fy_type_stock_level,
    .size = sizeof(struct stock_level),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_71[] =
    "{\"type\":\"record\",\"name\":\"StockLevel\",\"namespace\":\"fy\",\"doc\":\"How many items of"
    " one SKU can be bought now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The"
    " SKU; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what"
    " a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},"
    "{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\""
    ",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest inp"
    "ut included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logical"
    "Type\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"s"
    "upplier\",\"type\":\"string\",\"doc\":\"The first of its suppliers, whose words customers rea"
    "d.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand of all supp"
    "liers, >= 0.\"},{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items of all "
    "suppliers that can be bought now, >= 0; 0 of a product that is withdrawn.\"},{\"name\":\"thre"
    "shold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Of that supplier: stock"
    " is low when so many items or fewer are promised to nobody; null: never.\"},{\"name\":\"best_"
    "price\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Money\",\"namespa"
    "ce\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\""
    ",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"curren"
    "cy\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 42"
    "17, as in EUR.\"}]}],\"doc\":\"The lowest price of a supplier that has some; null: nobody has"
    ".\"},{\"name\":\"offers\",\"default\":[],\"doc\":\"What each supplier has, in the order in wh"
    "ich they listed it. For that supplier and operators only.\",\"type\":{\"type\":\"array\",\"it"
    "ems\":{\"type\":\"record\",\"name\":\"LevelOffer\",\"doc\":\"What one supplier has.\",\"field"
    "s\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"price\",\"type"
    "\":\"fy.Money\",\"doc\":\"Price of one item.\"},{\"name\":\"on_hand_units\",\"type\":\"long\""
    ",\"doc\":\"Whole items there, those that are promised too.\"},{\"name\":\"held_units\",\"type"
    "\":\"long\",\"doc\":\"Of them, promised to orders that are not paid.\"},{\"name\":\"committed"
    "_units\",\"type\":\"long\",\"doc\":\"Of them, sold and not shipped.\"},{\"name\":\"available_"
    "units\",\"type\":\"long\",\"doc\":\"Whole items that can be bought now, >= 0.\"},{\"name\":\""
    "threshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is low when s"
    "o many items or fewer are promised to nobody; null: never.\"},{\"name\":\"low\",\"type\":\"bo"
    "olean\",\"doc\":\"Stock is low.\"},{\"name\":\"withdrawn_ms\",\"default\":null,\"type\":[\"nu"
    "ll\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Since when it is on "
    "offer no more, UTC; null while it is on offer.\"},{\"name\":\"buffer_percent\",\"default\":nu"
    "ll,\"type\":[\"null\",\"long\"],\"doc\":\"How much of an old count is not sold; null: all is."
    "\"},{\"name\":\"counted_ms\",\"default\":0,\"type\":{\"type\":\"long\",\"logicalType\":\"time"
    "stamp-millis\"},\"doc\":\"When it was last counted, UTC; 0: never.\"}]}}}]}";

const struct fy_schema stock_level_schema_71 = {
    .id = 71,
    .version = 4,
    .fingerprint = UINT64_C(0xf17c47dc834f5c4f),
    .subject = "stock-levels-value",
    .text = text_71,
    .name = "stock_level",
    .type = &fy_type_stock_level,
    .size = sizeof(struct stock_level),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_87[] =
    "{\"type\":\"record\",\"name\":\"StockLevel\",\"namespace\":\"fy\",\"doc\":\"How many items of"
    " one SKU can be bought now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The"
    " SKU; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what"
    " a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},"
    "{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\""
    ",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest inp"
    "ut included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logical"
    "Type\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"s"
    "upplier\",\"type\":\"string\",\"doc\":\"The first of its suppliers, whose words customers rea"
    "d.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand of all supp"
    "liers, >= 0.\"},{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items of all "
    "suppliers that can be bought now, >= 0; 0 of a product that is withdrawn.\"},{\"name\":\"thre"
    "shold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Of that supplier: stock"
    " is low when so many items or fewer are promised to nobody; null: never.\"},{\"name\":\"best_"
    "price\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Money\",\"namespa"
    "ce\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\""
    ",\"min\":1,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro; 0 in what was written"
    " while a price could be 0.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"ma"
    "x_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]}],\"doc\":\"The lowest pri"
    "ce of a supplier that has some; null: nobody has.\"},{\"name\":\"offers\",\"default\":[],\"do"
    "c\":\"What each supplier has, in the order in which they listed it. For that supplier and ope"
    "rators only.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"LevelOf"
    "fer\",\"doc\":\"What one supplier has.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string"
    "\",\"doc\":\"Who.\"},{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item.\""
    "},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items there, those that are p"
    "romised too.\"},{\"name\":\"held_units\",\"type\":\"long\",\"doc\":\"Of them, promised to ord"
    "ers that are not paid.\"},{\"name\":\"committed_units\",\"type\":\"long\",\"doc\":\"Of them, "
    "sold and not shipped.\"},{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole item"
    "s that can be bought now, >= 0.\"},{\"name\":\"threshold_units\",\"default\":null,\"type\":["
    "\"null\",\"long\"],\"doc\":\"Stock is low when so many items or fewer are promised to nobody;"
    " null: never.\"},{\"name\":\"low\",\"type\":\"boolean\",\"doc\":\"Stock is low.\"},{\"name\":"
    "\"withdrawn_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"tim"
    "estamp-millis\"}],\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer"
    ".\"},{\"name\":\"buffer_percent\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"How"
    " much of an old count is not sold; null: all is.\"},{\"name\":\"counted_ms\",\"default\":0,\""
    "type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was last co"
    "unted, UTC; 0: never.\"}]}}}]}";

const struct fy_schema stock_level_schema = {
    .id = 87,
    .version = 5,
    .fingerprint = UINT64_C(0xf17c47dc834f5c4f),
    .subject = "stock-levels-value",
    .text = text_87,
    .name = "stock_level",
    .type = &fy_type_stock_level,
    .size = sizeof(struct stock_level),
    .encode = encode_any,
    .decode = decode_any,
};
