/*
 * Made by fy-generate from schemas/collection.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_collection_skus(struct fy_reader *in, struct collection_skus *value)
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

bool fy_read_collection(struct fy_reader *in, struct collection *value)
{
    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->collection))
        return false;
    if (!fy_read_string(in, &value->title))
        return false;
    if (!read_collection_skus(in, &value->skus))
        return false;
    return true;
}

enum fy_status collection_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct collection *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 2:
        return fy_read_end(&in, fy_read_collection(&in, ret_value));
    default:
        return fy_read_unknown(&in, "collection");
    }
}

size_t fy_room_collection(const struct collection *value)
{
    size_t room = 31;

    room += fy_room_envelope(&value->envelope);
    room += value->collection.size;
    room += value->title.size;
    room += value->skus.count * 10;
    for (size_t i = 0; i < value->skus.count; i++)
        room += value->skus.items[i].size;
    return room;
}

uint8_t *fy_write_collection(uint8_t *at, const struct collection *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->collection);
    at = fy_write_string(at, value->title);
    if (value->skus.count > 0) {
        at = fy_write_long(at, (int64_t)value->skus.count);
        for (size_t i = 0; i < value->skus.count; i++)
            at = fy_write_string(at, value->skus.items[i]);
    }
    *at++ = 0;
    return at;
}

enum fy_status collection_encode(const struct collection *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_collection(value);
    begin = fy_write_begin(arena, 2, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_collection(begin, value), ret_bytes);
}

static const struct fy_field fields_of_collection[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct collection, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "collection",
        .name_bytes = 10,
        .offset = offsetof(struct collection, collection),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "title",
        .name_bytes = 5,
        .offset = offsetof(struct collection, title),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 200,
    },
    {
        .name = "skus",
        .name_bytes = 4,
        .offset = offsetof(struct collection, skus),
        .kind = FY_FIELD_STRING,
        .array = true,
        .sku = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .min_items = 0,
        .max_items = 500,
    },
};

const struct fy_type fy_type_collection = {
    .name = "Collection",
    .fields = fields_of_collection,
    .field_count = 4,
    .size = sizeof(struct collection),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return collection_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return collection_decode(bytes, arena, ret_value, err);
}

static const char text_2[] =
    "{\"type\":\"record\",\"name\":\"Collection\",\"namespace\":\"fy\",\"doc\":\"A collection as i"
    "t now is: products shown together, in order.\",\"fields\":[{\"name\":\"envelope\",\"type\":{"
    "\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and why. T"
    "he first field of every fact, event and request.\",\"fields\":[{\"name\":\"event_id\",\"type"
    "\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names this event for ever. A retr"
    "y across a crash may write the same id twice; it is one event.\"},{\"name\":\"cause_id\",\"ty"
    "pe\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":\"The"
    " event_id this one follows from; null where the outside world began it.\"},{\"name\":\"root\""
    ",\"type\":\"string\",\"doc\":\"The visitor or supplier everything began with. Decides whether"
    " an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who"
    " acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\""
    ":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC. A deriv"
    "ed event keeps the time of its cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"string\"],"
    "\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. Set in event and request to"
    "pics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense"
    " number per writer and destination partition, from 1. Set together with writer.\"}]},\"edge\""
    ":true,\"doc\":\"Who, when and why.\"},{\"name\":\"collection\",\"type\":\"string\",\"max_byte"
    "s\":64,\"chars\":\"sku\",\"doc\":\"Id of the collection; also the key.\"},{\"name\":\"title\""
    ",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"n"
    "ame\":\"skus\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"max_items\":500,\"max_byt"
    "es\":64,\"chars\":\"sku\",\"sku\":true,\"doc\":\"Products, in order.\"}]}";

const struct fy_schema collection_schema = {
    .id = 2,
    .version = 1,
    .fingerprint = UINT64_C(0x81ad2a2421fee1f8),
    .subject = "collections-value",
    .text = text_2,
    .name = "collection",
    .type = &fy_type_collection,
    .size = sizeof(struct collection),
    .encode = encode_any,
    .decode = decode_any,
};
