/*
 * Made by fy-generate from schemas/recommendation.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_recommended_item(struct fy_reader *in, struct recommended_item *value)
{
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->score))
        return false;
    if (!fy_read_string(in, &value->because_sku))
        return false;
    if (!fy_read_int(in, &value->sessions))
        return false;
    if (!fy_read_int(in, &value->share_ppm))
        return false;
    return true;
}

static bool read_recommended_collection_members(
    struct fy_reader *in, struct recommended_collection_members *value)
{
    int32_t *items = NULL;
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
            if (!fy_read_int(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_recommended_collection(struct fy_reader *in, struct recommended_collection *value)
{
    if (!fy_read_string(in, &value->collection))
        return false;
    if (!read_recommended_collection_members(in, &value->members))
        return false;
    if (!fy_read_int(in, &value->share_ppm))
        return false;
    return true;
}

static bool read_recommendation_as_of(struct fy_reader *in, struct recommendation_as_of *value)
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

static bool read_recommendation_index_seen(
    struct fy_reader *in, struct recommendation_index_seen *value)
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

static bool read_recommendation_items(struct fy_reader *in, struct recommendation_items *value)
{
    struct recommended_item *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 5, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_recommended_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_recommendation_collections(
    struct fy_reader *in, struct recommendation_collections *value)
{
    struct recommended_collection *items = NULL;
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
            if (!read_recommended_collection(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

bool fy_read_recommendation(struct fy_reader *in, struct recommendation *value)
{
    bool set;

    if (!fy_read_string(in, &value->visitor))
        return false;
    if (!read_recommendation_as_of(in, &value->as_of))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!fy_read_string(in, &value->list_id))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->current_sku = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->current_sku))
        return false;
    if (!read_recommendation_index_seen(in, &value->index_seen))
        return false;
    if (!read_recommendation_items(in, &value->items))
        return false;
    if (!read_recommendation_collections(in, &value->collections))
        return false;
    return true;
}

static const struct fy_plan plan_7_recommendation;
static const struct fy_plan plan_7_position;
static const struct fy_plan plan_7_recommended_item;

static const struct fy_plan_field fields_of_plan_7_recommendation[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_7_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .array = true, .item_bytes_min = 3, .record = &plan_7_position},
    {.kind = FY_FIELD_RECORD, .target = 6, .array = true, .item_bytes_min = 3, .record = &plan_7_recommended_item},
};

static const struct fy_plan plan_7_recommendation = {
    .fields = fields_of_plan_7_recommendation,
    .field_count = 7,
    .missing = (const uint8_t[]){7},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_7_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_7_position = {
    .fields = fields_of_plan_7_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_7_recommended_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_7_recommended_item = {
    .fields = fields_of_plan_7_recommended_item,
    .field_count = 3,
    .missing = (const uint8_t[]){3, 4},
    .missing_count = 2,
};

static const struct fy_plan plan_47_recommendation;
static const struct fy_plan plan_47_position;
static const struct fy_plan plan_47_recommended_item;

static const struct fy_plan_field fields_of_plan_47_recommendation[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_47_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .array = true, .item_bytes_min = 3, .record = &plan_47_position},
    {.kind = FY_FIELD_RECORD, .target = 6, .array = true, .item_bytes_min = 5, .record = &plan_47_recommended_item},
};

static const struct fy_plan plan_47_recommendation = {
    .fields = fields_of_plan_47_recommendation,
    .field_count = 7,
    .missing = (const uint8_t[]){7},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_47_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_47_position = {
    .fields = fields_of_plan_47_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_47_recommended_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4},
};

static const struct fy_plan plan_47_recommended_item = {
    .fields = fields_of_plan_47_recommended_item,
    .field_count = 5,
};

enum fy_status recommendation_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct recommendation *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 7:
        return fy_read_end(&in, fy_resolve(&in, &plan_7_recommendation, &fy_type_recommendation, ret_value));
    case 47:
        return fy_read_end(&in, fy_resolve(&in, &plan_47_recommendation, &fy_type_recommendation, ret_value));
    case 73:
        return fy_read_end(&in, fy_read_recommendation(&in, ret_value));
    default:
        return fy_read_unknown(&in, "recommendation");
    }
}

static size_t room_recommended_item(const struct recommended_item *value)
{
    size_t room = 40;

    room += value->sku.size;
    room += value->because_sku.size;
    return room;
}

static uint8_t *write_recommended_item(uint8_t *at, const struct recommended_item *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->score);
    at = fy_write_string(at, value->because_sku);
    at = fy_write_long(at, value->sessions);
    at = fy_write_long(at, value->share_ppm);
    return at;
}

static size_t room_recommended_collection(const struct recommended_collection *value)
{
    size_t room = 26;

    room += value->collection.size;
    room += value->members.count * 5;
    return room;
}

static uint8_t *write_recommended_collection(
    uint8_t *at, const struct recommended_collection *value)
{
    at = fy_write_string(at, value->collection);
    if (value->members.count > 0) {
        at = fy_write_long(at, (int64_t)value->members.count);
        for (size_t i = 0; i < value->members.count; i++)
            at = fy_write_long(at, value->members.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->share_ppm);
    return at;
}

size_t fy_room_recommendation(const struct recommendation *value)
{
    size_t room = 85;

    room += value->visitor.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->list_id.size;
    room += value->current_sku.size;
    for (size_t i = 0; i < value->index_seen.count; i++)
        room += fy_room_position(&value->index_seen.items[i]);
    for (size_t i = 0; i < value->items.count; i++)
        room += room_recommended_item(&value->items.items[i]);
    for (size_t i = 0; i < value->collections.count; i++)
        room += room_recommended_collection(&value->collections.items[i]);
    return room;
}

uint8_t *fy_write_recommendation(uint8_t *at, const struct recommendation *value)
{
    at = fy_write_string(at, value->visitor);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->updated_ms);
    at = fy_write_string(at, value->list_id);
    at = fy_write_branch(at, value->current_sku.data != NULL);
    if (value->current_sku.data != NULL)
        at = fy_write_string(at, value->current_sku);
    if (value->index_seen.count > 0) {
        at = fy_write_long(at, (int64_t)value->index_seen.count);
        for (size_t i = 0; i < value->index_seen.count; i++)
            at = fy_write_position(at, &value->index_seen.items[i]);
    }
    *at++ = 0;
    if (value->items.count > 0) {
        at = fy_write_long(at, (int64_t)value->items.count);
        for (size_t i = 0; i < value->items.count; i++)
            at = write_recommended_item(at, &value->items.items[i]);
    }
    *at++ = 0;
    if (value->collections.count > 0) {
        at = fy_write_long(at, (int64_t)value->collections.count);
        for (size_t i = 0; i < value->collections.count; i++)
            at = write_recommended_collection(at, &value->collections.items[i]);
    }
    *at++ = 0;
    return at;
}

enum fy_status recommendation_encode(const struct recommendation *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_recommendation(value);
    begin = fy_write_begin(arena, 73, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_recommendation(begin, value), ret_bytes);
}

static const struct fy_field fields_of_recommended_item[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct recommended_item, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "score",
        .name_bytes = 5,
        .offset = offsetof(struct recommended_item, score),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "because_sku",
        .name_bytes = 11,
        .offset = offsetof(struct recommended_item, because_sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "sessions",
        .name_bytes = 8,
        .offset = offsetof(struct recommended_item, sessions),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int32_t){0},
    },
    {
        .name = "share_ppm",
        .name_bytes = 9,
        .offset = offsetof(struct recommended_item, share_ppm),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int32_t){0},
    },
};

static const struct fy_type type_recommended_item = {
    .name = "RecommendedItem",
    .fields = fields_of_recommended_item,
    .field_count = 5,
    .size = sizeof(struct recommended_item),
};

static const struct fy_field fields_of_recommended_collection[] = {
    {
        .name = "collection",
        .name_bytes = 10,
        .offset = offsetof(struct recommended_collection, collection),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "members",
        .name_bytes = 7,
        .offset = offsetof(struct recommended_collection, members),
        .kind = FY_FIELD_INT,
        .array = true,
        .min = -2147483648,
        .max = 2147483647,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "share_ppm",
        .name_bytes = 9,
        .offset = offsetof(struct recommended_collection, share_ppm),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
};

static const struct fy_type type_recommended_collection = {
    .name = "RecommendedCollection",
    .fields = fields_of_recommended_collection,
    .field_count = 3,
    .size = sizeof(struct recommended_collection),
};

static const struct fy_field fields_of_recommendation[] = {
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct recommendation, visitor),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct recommendation, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct recommendation, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "list_id",
        .name_bytes = 7,
        .offset = offsetof(struct recommendation, list_id),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "current_sku",
        .name_bytes = 11,
        .offset = offsetof(struct recommendation, current_sku),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "index_seen",
        .name_bytes = 10,
        .offset = offsetof(struct recommendation, index_seen),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "items",
        .name_bytes = 5,
        .offset = offsetof(struct recommendation, items),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_recommended_item,
    },
    {
        .name = "collections",
        .name_bytes = 11,
        .offset = offsetof(struct recommendation, collections),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_recommended_collection,
    },
};

const struct fy_type fy_type_recommendation = {
    .name = "Recommendation",
    .fields = fields_of_recommendation,
    .field_count = 8,
    .size = sizeof(struct recommendation),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return recommendation_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return recommendation_decode(bytes, arena, ret_value, err);
}

static const char text_7[] =
    "{\"type\":\"record\",\"name\":\"Recommendation\",\"namespace\":\"fy\",\"doc\":\"What one visi"
    "tor may like now, best first: twice as many as are shown, so that sold-out products can be le"
    "ft out.\",\"fields\":[{\"name\":\"visitor\",\"type\":\"string\",\"doc\":\"The visitor, 32 hex"
    " digits; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type"
    "\":\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: w"
    "hat a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic."
    "\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offs"
    "et\",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest"
    " activity of this visitor included.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\","
    "\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"n"
    "ame\":\"list_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names thi"
    "s list; derived from visitor and as_of.\"},{\"name\":\"current_sku\",\"type\":[\"null\",\"str"
    "ing\"],\"default\":null,\"doc\":\"The product viewed last; the shop leaves it out.\"},{\"name"
    "\":\"index_seen\",\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"How far t"
    "he index had read activity, one per partition.\"},{\"name\":\"items\",\"doc\":\"Candidates, b"
    "est first, at most 100.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name"
    "\":\"RecommendedItem\",\"doc\":\"One candidate.\",\"fields\":[{\"name\":\"sku\",\"type\":\"st"
    "ring\",\"doc\":\"Which product.\"},{\"name\":\"score\",\"type\":\"long\",\"doc\":\"Higher is "
    "better; comparable within one list only.\"},{\"name\":\"because_sku\",\"type\":\"string\",\"d"
    "oc\":\"The viewed product that speaks for it most.\"}]}}}]}";

const struct fy_schema recommendation_schema_7 = {
    .id = 7,
    .version = 1,
    .fingerprint = UINT64_C(0x71a4feb1c8306563),
    .subject = "recommendations-value",
    .text = text_7,
    .name = "recommendation",
    .type = &fy_type_recommendation,
    .size = sizeof(struct recommendation),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_47[] =
    "{\"type\":\"record\",\"name\":\"Recommendation\",\"namespace\":\"fy\",\"doc\":\"What one visi"
    "tor may like now, best first: twice as many as are shown, so that sold-out products can be le"
    "ft out.\",\"fields\":[{\"name\":\"visitor\",\"type\":\"string\",\"doc\":\"The visitor, 32 hex"
    " digits; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type"
    "\":\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: w"
    "hat a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic."
    "\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offs"
    "et\",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest"
    " activity of this visitor included.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\","
    "\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"n"
    "ame\":\"list_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names thi"
    "s list; derived from visitor and as_of.\"},{\"name\":\"current_sku\",\"type\":[\"null\",\"str"
    "ing\"],\"default\":null,\"doc\":\"The product viewed last; the shop leaves it out.\"},{\"name"
    "\":\"index_seen\",\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"How far t"
    "he index had read activity, one per partition.\"},{\"name\":\"items\",\"doc\":\"Candidates, b"
    "est first, at most 100.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name"
    "\":\"RecommendedItem\",\"doc\":\"One candidate.\",\"fields\":[{\"name\":\"sku\",\"type\":\"st"
    "ring\",\"doc\":\"Which product.\"},{\"name\":\"score\",\"type\":\"long\",\"doc\":\"Higher is "
    "better; comparable within one list only.\"},{\"name\":\"because_sku\",\"type\":\"string\",\"d"
    "oc\":\"The viewed product that speaks for it most.\"},{\"name\":\"sessions\",\"type\":\"int\""
    ",\"default\":0,\"doc\":\"How many of the sessions asked hold both; 0 where it was found throu"
    "gh other candidates.\"},{\"name\":\"share_ppm\",\"type\":\"int\",\"default\":0,\"doc\":\"How "
    "likely it is viewed next, if one of the list is: parts of a million.\"}]}}}]}";

const struct fy_schema recommendation_schema_47 = {
    .id = 47,
    .version = 2,
    .fingerprint = UINT64_C(0xb5cc61c5cf79dcbc),
    .subject = "recommendations-value",
    .text = text_47,
    .name = "recommendation",
    .type = &fy_type_recommendation,
    .size = sizeof(struct recommendation),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_73[] =
    "{\"type\":\"record\",\"name\":\"Recommendation\",\"namespace\":\"fy\",\"doc\":\"What one visi"
    "tor may like now, best first: twice as many as are shown, so that sold-out products can be le"
    "ft out.\",\"fields\":[{\"name\":\"visitor\",\"type\":\"string\",\"doc\":\"The visitor, 32 hex"
    " digits; also the key. 'popular' and 'new' are the lists of everybody: popular now, and on of"
    "fer but known to hardly anybody yet.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"it"
    "ems\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of"
    " one topic: what a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"do"
    "c\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"n"
    "ame\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"do"
    "c\":\"Newest activity of this visitor included; of everybody's lists none.\"},{\"name\":\"upd"
    "ated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append "
    "time of the newest input, UTC.\"},{\"name\":\"list_id\",\"type\":{\"type\":\"string\",\"logic"
    "alType\":\"uuid\"},\"doc\":\"Names this list; derived from visitor and as_of, of everybody's "
    "lists from index_seen.\"},{\"name\":\"current_sku\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"The product viewed last; the shop leaves it out.\"},{\"name\":\"index_seen"
    "\",\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"How far activity and col"
    "lections had been read, one per partition.\"},{\"name\":\"items\",\"doc\":\"Candidates, best "
    "first, at most 100.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\""
    "RecommendedItem\",\"doc\":\"One candidate.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string"
    "\",\"doc\":\"Which product.\"},{\"name\":\"score\",\"type\":\"long\",\"doc\":\"Higher is bett"
    "er; comparable within one list only.\"},{\"name\":\"because_sku\",\"type\":\"string\",\"doc\""
    ":\"The viewed product that speaks for it most.\"},{\"name\":\"sessions\",\"type\":\"int\",\"d"
    "efault\":0,\"doc\":\"How many of the sessions asked hold both; 0 where it was found through o"
    "ther candidates.\"},{\"name\":\"share_ppm\",\"type\":\"int\",\"default\":0,\"doc\":\"How like"
    "ly it is viewed next, if one of the list is: parts of a million.\"}]}}},{\"name\":\"collectio"
    "ns\",\"default\":[],\"doc\":\"Collections of at least two of the items, best first, at most 1"
    "0.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"RecommendedCollec"
    "tion\",\"doc\":\"One collection.\",\"fields\":[{\"name\":\"collection\",\"type\":\"string\","
    "\"doc\":\"Which collection.\"},{\"name\":\"members\",\"type\":{\"type\":\"array\",\"items\":"
    "\"int\"},\"doc\":\"Which of the items are in it: places in items from 0, best first.\"},{\"na"
    "me\":\"share_ppm\",\"type\":\"int\",\"doc\":\"How likely one of these is viewed next: the sum"
    " of theirs.\"}]}}}]}";

const struct fy_schema recommendation_schema = {
    .id = 73,
    .version = 3,
    .fingerprint = UINT64_C(0xfe0b2134f900862e),
    .subject = "recommendations-value",
    .text = text_73,
    .name = "recommendation",
    .type = &fy_type_recommendation,
    .size = sizeof(struct recommendation),
    .encode = encode_any,
    .decode = decode_any,
};
