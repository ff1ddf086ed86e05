/*
 * Made by fy-generate from schemas/stock_request.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_hold_stock_excluded(struct fy_reader *in, struct hold_stock_excluded *value)
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

static bool read_hold_stock(struct fy_reader *in, struct hold_stock *value)
{
    bool set;

    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    if (!read_hold_stock_excluded(in, &value->excluded))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->preferred = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->preferred))
        return false;
    return true;
}

static bool read_commit_hold(struct fy_reader *in, struct commit_hold *value)
{
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_release_hold(struct fy_reader *in, struct release_hold *value)
{
    int symbol;

    if (!fy_read_symbol(in, 3, &symbol))
        return false;
    value->reason = (enum release_reason)symbol;
    return true;
}

static bool read_ship_hold(struct fy_reader *in, struct ship_hold *value)
{
    if (!fy_read_long(in, &value->shipped_units))
        return false;
    return true;
}

static bool read_return_hold(struct fy_reader *in, struct return_hold *value)
{
    if (!fy_read_long(in, &value->returned_units))
        return false;
    if (!fy_read_long(in, &value->restocked_units))
        return false;
    return true;
}

static bool read_stock_request_hold_stock(struct fy_reader *in, const struct hold_stock **ret_value)
{
    struct hold_stock *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_stock(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_request_commit_hold(
    struct fy_reader *in, const struct commit_hold **ret_value)
{
    struct commit_hold *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_commit_hold(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_request_release_hold(
    struct fy_reader *in, const struct release_hold **ret_value)
{
    struct release_hold *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_release_hold(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_request_ship_hold(struct fy_reader *in, const struct ship_hold **ret_value)
{
    struct ship_hold *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_ship_hold(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_request_return_hold(
    struct fy_reader *in, const struct return_hold **ret_value)
{
    struct return_hold *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_return_hold(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_stock_request(struct fy_reader *in, struct stock_request *value)
{
    int set_count;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!read_stock_request_hold_stock(in, &value->hold_stock))
        return false;
    if (!read_stock_request_commit_hold(in, &value->commit_hold))
        return false;
    if (!read_stock_request_release_hold(in, &value->release_hold))
        return false;
    if (!read_stock_request_ship_hold(in, &value->ship_hold))
        return false;
    if (!read_stock_request_return_hold(in, &value->return_hold))
        return false;
    set_count = 0;
    set_count += value->hold_stock != NULL;
    set_count += value->commit_hold != NULL;
    set_count += value->release_hold != NULL;
    set_count += value->ship_hold != NULL;
    set_count += value->return_hold != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status stock_request_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_request *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 44:
        return fy_read_end(&in, fy_read_stock_request(&in, ret_value));
    default:
        return fy_read_unknown(&in, "stock_request");
    }
}

static size_t room_hold_stock(const struct hold_stock *value)
{
    size_t room = 42;

    room += value->currency.size;
    room += value->excluded.count * 10;
    for (size_t i = 0; i < value->excluded.count; i++)
        room += value->excluded.items[i].size;
    room += value->preferred.size;
    return room;
}

static uint8_t *write_hold_stock(uint8_t *at, const struct hold_stock *value)
{
    at = fy_write_long(at, value->units);
    at = fy_write_string(at, value->currency);
    if (value->excluded.count > 0) {
        at = fy_write_long(at, (int64_t)value->excluded.count);
        for (size_t i = 0; i < value->excluded.count; i++)
            at = fy_write_string(at, value->excluded.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->preferred.data != NULL);
    if (value->preferred.data != NULL)
        at = fy_write_string(at, value->preferred);
    return at;
}

static size_t room_commit_hold(const struct commit_hold *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_commit_hold(uint8_t *at, const struct commit_hold *value)
{
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_release_hold(const struct release_hold *value)
{
    size_t room = 5;

    (void)value;
    return room;
}

static uint8_t *write_release_hold(uint8_t *at, const struct release_hold *value)
{
    at = fy_write_long(at, value->reason);
    return at;
}

static size_t room_ship_hold(const struct ship_hold *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_ship_hold(uint8_t *at, const struct ship_hold *value)
{
    at = fy_write_long(at, value->shipped_units);
    return at;
}

static size_t room_return_hold(const struct return_hold *value)
{
    size_t room = 20;

    (void)value;
    return room;
}

static uint8_t *write_return_hold(uint8_t *at, const struct return_hold *value)
{
    at = fy_write_long(at, value->returned_units);
    at = fy_write_long(at, value->restocked_units);
    return at;
}

size_t fy_room_stock_request(const struct stock_request *value)
{
    size_t room = 35;

    room += fy_room_envelope(&value->envelope);
    room += value->sku.size;
    room += value->order.size;
    room += value->hold.size;
    if (value->hold_stock != NULL)
        room += room_hold_stock(value->hold_stock);
    if (value->commit_hold != NULL)
        room += room_commit_hold(value->commit_hold);
    if (value->release_hold != NULL)
        room += room_release_hold(value->release_hold);
    if (value->ship_hold != NULL)
        room += room_ship_hold(value->ship_hold);
    if (value->return_hold != NULL)
        room += room_return_hold(value->return_hold);
    return room;
}

uint8_t *fy_write_stock_request(uint8_t *at, const struct stock_request *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->sku);
    at = fy_write_string(at, value->order);
    at = fy_write_string(at, value->hold);
    at = fy_write_branch(at, value->hold_stock != NULL);
    if (value->hold_stock != NULL)
        at = write_hold_stock(at, value->hold_stock);
    at = fy_write_branch(at, value->commit_hold != NULL);
    if (value->commit_hold != NULL)
        at = write_commit_hold(at, value->commit_hold);
    at = fy_write_branch(at, value->release_hold != NULL);
    if (value->release_hold != NULL)
        at = write_release_hold(at, value->release_hold);
    at = fy_write_branch(at, value->ship_hold != NULL);
    if (value->ship_hold != NULL)
        at = write_ship_hold(at, value->ship_hold);
    at = fy_write_branch(at, value->return_hold != NULL);
    if (value->return_hold != NULL)
        at = write_return_hold(at, value->return_hold);
    return at;
}

enum fy_status stock_request_encode(const struct stock_request *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->hold_stock != NULL;
    set_count += value->commit_hold != NULL;
    set_count += value->release_hold != NULL;
    set_count += value->ship_hold != NULL;
    set_count += value->return_hold != NULL;
    if (set_count != 1)
        return fy_write_one_of("stock_request", set_count, err);
    room = fy_room_stock_request(value);
    begin = fy_write_begin(arena, 44, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_stock_request(begin, value), ret_bytes);
}

static const struct fy_field fields_of_hold_stock[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct hold_stock, units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 1000000,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct hold_stock, currency),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_UPPER,
        .min_bytes = 3,
        .max_bytes = 3,
    },
    {
        .name = "excluded",
        .name_bytes = 8,
        .offset = offsetof(struct hold_stock, excluded),
        .kind = FY_FIELD_STRING,
        .array = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .min_items = 0,
        .max_items = 16,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "preferred",
        .name_bytes = 9,
        .offset = offsetof(struct hold_stock, preferred),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_hold_stock = {
    .name = "HoldStock",
    .fields = fields_of_hold_stock,
    .field_count = 4,
    .size = sizeof(struct hold_stock),
};

static const struct fy_field fields_of_commit_hold[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct commit_hold, units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 1000000,
    },
};

static const struct fy_type type_commit_hold = {
    .name = "CommitHold",
    .fields = fields_of_commit_hold,
    .field_count = 1,
    .size = sizeof(struct commit_hold),
};

static const char *const release_reason_symbols[] = {
    "CANCELLED",
    "EXPIRED",
    "REJECTED",
};

static const struct fy_field fields_of_release_hold[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct release_hold, reason),
        .kind = FY_FIELD_ENUM,
        .symbols = release_reason_symbols,
        .symbol_count = 3,
    },
};

static const struct fy_type type_release_hold = {
    .name = "ReleaseHold",
    .fields = fields_of_release_hold,
    .field_count = 1,
    .size = sizeof(struct release_hold),
};

static const struct fy_field fields_of_ship_hold[] = {
    {
        .name = "shipped_units",
        .name_bytes = 13,
        .offset = offsetof(struct ship_hold, shipped_units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 1000000,
    },
};

static const struct fy_type type_ship_hold = {
    .name = "ShipHold",
    .fields = fields_of_ship_hold,
    .field_count = 1,
    .size = sizeof(struct ship_hold),
};

static const struct fy_field fields_of_return_hold[] = {
    {
        .name = "returned_units",
        .name_bytes = 14,
        .offset = offsetof(struct return_hold, returned_units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 1000000,
    },
    {
        .name = "restocked_units",
        .name_bytes = 15,
        .offset = offsetof(struct return_hold, restocked_units),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 1000000,
    },
};

static const struct fy_type type_return_hold = {
    .name = "ReturnHold",
    .fields = fields_of_return_hold,
    .field_count = 2,
    .size = sizeof(struct return_hold),
};

static const struct fy_field fields_of_stock_request[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct stock_request, envelope),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_envelope,
    },
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct stock_request, sku),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct stock_request, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct stock_request, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 128,
    },
    {
        .name = "hold_stock",
        .name_bytes = 10,
        .offset = offsetof(struct stock_request, hold_stock),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_stock,
    },
    {
        .name = "commit_hold",
        .name_bytes = 11,
        .offset = offsetof(struct stock_request, commit_hold),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_commit_hold,
    },
    {
        .name = "release_hold",
        .name_bytes = 12,
        .offset = offsetof(struct stock_request, release_hold),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_release_hold,
    },
    {
        .name = "ship_hold",
        .name_bytes = 9,
        .offset = offsetof(struct stock_request, ship_hold),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_ship_hold,
    },
    {
        .name = "return_hold",
        .name_bytes = 11,
        .offset = offsetof(struct stock_request, return_hold),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_return_hold,
    },
};

const struct fy_type fy_type_stock_request = {
    .name = "StockRequest",
    .fields = fields_of_stock_request,
    .field_count = 9,
    .one_of = true,
    .size = sizeof(struct stock_request),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return stock_request_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return stock_request_decode(bytes, arena, ret_value, err);
}

static const char text_44[] =
    "{\"type\":\"record\",\"name\":\"StockRequest\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What an order asks of one SKU. Exactly one of the nullable records is set. Totals, not step"
    "s: sent again, late or in another order it means the same.\",\"fields\":[{\"name\":\"envelope"
    "\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, wh"
    "en and why. The first field of every fact, event and request.\",\"fields\":[{\"name\":\"event"
    "_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names this event for "
    "ever. A retry across a crash may write the same id twice; it is one event.\"},{\"name\":\"cau"
    "se_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"default\":null,"
    "\"doc\":\"The event_id this one follows from; null where the outside world began it.\"},{\"na"
    "me\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything began with. De"
    "cides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type\":\"string\","
    "\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"event_ms\",\"typ"
    "e\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it,"
    " UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. Set in event a"
    "nd request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"default\":null,\""
    "doc\":\"Dense number per writer and destination partition, from 1. Set together with writer."
    "\"}]},\"doc\":\"Who, when and why; writer and seq are set.\"},{\"name\":\"sku\",\"type\":\"st"
    "ring\",\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"The SKU; also the key.\"},{\"name\":\"ord"
    "er\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"Which order asks; key of the reply.\"},{"
    "\"name\":\"hold\",\"type\":\"string\",\"max_bytes\":128,\"doc\":\"Which hold: the order and i"
    "ts line, and the number of the try where there is a second. Never used for anything else.\"},"
    "{\"name\":\"hold_stock\",\"default\":null,\"doc\":\"Promise items to the order.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"HoldStock\",\"doc\":\"Promise items of one supplier "
    "to the order: all of them or none.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min"
    "\":1,\"max\":1000000,\"doc\":\"Whole items.\"},{\"name\":\"currency\",\"type\":\"string\",\"m"
    "in_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"What the order is paid in, ISO 421"
    "7.\"},{\"name\":\"excluded\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":["
    "],\"max_items\":16,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Suppliers that would not ship"
    " it.\"},{\"name\":\"preferred\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\""
    ":64,\"chars\":\"sku\",\"doc\":\"Taken if it can give them all, whatever the others ask for th"
    "em.\"}]}]},{\"name\":\"commit_hold\",\"default\":null,\"doc\":\"What is held is sold.\",\"typ"
    "e\":[\"null\",{\"type\":\"record\",\"name\":\"CommitHold\",\"doc\":\"What is held is sold.\","
    "\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":1000000,\"doc\":\"Whole i"
    "tems that the order takes for held: those of the hold, or nothing is done.\"}]}]},{\"name\":"
    "\"release_hold\",\"default\":null,\"doc\":\"What is held or sold, and not shipped, is free ag"
    "ain.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ReleaseHold\",\"doc\":\"What is hel"
    "d or sold, and not shipped, is free again; a hold that comes behind it is not granted.\",\"fi"
    "elds\":[{\"name\":\"reason\",\"doc\":\"Why.\",\"type\":{\"type\":\"enum\",\"name\":\"ReleaseR"
    "eason\",\"symbols\":[\"CANCELLED\",\"EXPIRED\",\"REJECTED\"],\"doc\":\"CANCELLED: by the cust"
    "omer or us. EXPIRED: not paid in time. REJECTED: the supplier would not ship it; counts again"
    "st its rate.\"}}]}]},{\"name\":\"ship_hold\",\"default\":null,\"doc\":\"Items that were sold "
    "have left.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ShipHold\",\"doc\":\"Items th"
    "at were sold have left.\",\"fields\":[{\"name\":\"shipped_units\",\"type\":\"long\",\"min\":1"
    ",\"max\":1000000,\"doc\":\"Whole items of the hold that have left, with those of before.\"}]}"
    "]},{\"name\":\"return_hold\",\"default\":null,\"doc\":\"Items came back.\",\"type\":[\"null\""
    ",{\"type\":\"record\",\"name\":\"ReturnHold\",\"doc\":\"Items came back.\",\"fields\":[{\"nam"
    "e\":\"returned_units\",\"type\":\"long\",\"min\":1,\"max\":1000000,\"doc\":\"Whole items of t"
    "he hold that came back, with those of before.\"},{\"name\":\"restocked_units\",\"type\":\"lon"
    "g\",\"min\":0,\"max\":1000000,\"doc\":\"Of them, those on the shelf again, with those of befo"
    "re.\"}]}]}]}";

const struct fy_schema stock_request_schema = {
    .id = 44,
    .version = 1,
    .fingerprint = UINT64_C(0xf1efa117256d3d23),
    .subject = "stock-requests-value",
    .text = text_44,
    .name = "stock_request",
    .type = &fy_type_stock_request,
    .size = sizeof(struct stock_request),
    .encode = encode_any,
    .decode = decode_any,
};
