/*
 * Made by fy-generate from schemas/dead_letter.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_dead_letter(struct fy_reader *in, struct dead_letter *value)
{
    bool set;

    if (!fy_read_string(in, &value->topic))
        return false;
    if (!fy_read_int(in, &value->partition))
        return false;
    if (!fy_read_long(in, &value->offset))
        return false;
    if (!fy_read_long(in, &value->append_ms))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->key = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->key))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->value = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->value))
        return false;
    if (!fy_read_boolean(in, &value->left_out))
        return false;
    return true;
}

static const struct fy_plan plan_3_dead_letter;

static const struct fy_plan_field fields_of_plan_3_dead_letter[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_BYTES, .target = 5, .nullable = true},
    {.kind = FY_FIELD_BYTES, .target = 6, .nullable = true},
};

static const struct fy_plan plan_3_dead_letter = {
    .fields = fields_of_plan_3_dead_letter,
    .field_count = 7,
    .missing = (const uint8_t[]){7},
    .missing_count = 1,
};

enum fy_status dead_letter_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct dead_letter *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 3:
        return fy_read_end(&in, fy_resolve(&in, &plan_3_dead_letter, &fy_type_dead_letter, ret_value));
    case 28:
        return fy_read_end(&in, fy_read_dead_letter(&in, ret_value));
    default:
        return fy_read_unknown(&in, "dead_letter");
    }
}

size_t fy_room_dead_letter(const struct dead_letter *value)
{
    size_t room = 68;

    room += value->topic.size;
    room += value->reason.size;
    room += value->key.size;
    room += value->value.size;
    return room;
}

uint8_t *fy_write_dead_letter(uint8_t *at, const struct dead_letter *value)
{
    at = fy_write_string(at, value->topic);
    at = fy_write_long(at, value->partition);
    at = fy_write_long(at, value->offset);
    at = fy_write_long(at, value->append_ms);
    at = fy_write_string(at, value->reason);
    at = fy_write_branch(at, value->key.data != NULL);
    if (value->key.data != NULL)
        at = fy_write_string(at, value->key);
    at = fy_write_branch(at, value->value.data != NULL);
    if (value->value.data != NULL)
        at = fy_write_string(at, value->value);
    at = fy_write_boolean(at, value->left_out);
    return at;
}

enum fy_status dead_letter_encode(const struct dead_letter *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_dead_letter(value);
    begin = fy_write_begin(arena, 28, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_dead_letter(begin, value), ret_bytes);
}

static const struct fy_field fields_of_dead_letter[] = {
    {
        .name = "topic",
        .name_bytes = 5,
        .offset = offsetof(struct dead_letter, topic),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "partition",
        .name_bytes = 9,
        .offset = offsetof(struct dead_letter, partition),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "offset",
        .name_bytes = 6,
        .offset = offsetof(struct dead_letter, offset),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "append_ms",
        .name_bytes = 9,
        .offset = offsetof(struct dead_letter, append_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct dead_letter, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "key",
        .name_bytes = 3,
        .offset = offsetof(struct dead_letter, key),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "value",
        .name_bytes = 5,
        .offset = offsetof(struct dead_letter, value),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "left_out",
        .name_bytes = 8,
        .offset = offsetof(struct dead_letter, left_out),
        .kind = FY_FIELD_BOOLEAN,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_dead_letter = {
    .name = "DeadLetter",
    .fields = fields_of_dead_letter,
    .field_count = 8,
    .size = sizeof(struct dead_letter),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return dead_letter_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return dead_letter_decode(bytes, arena, ret_value, err);
}

static const char text_3[] =
    "{\"type\":\"record\",\"name\":\"DeadLetter\",\"namespace\":\"fy\",\"doc\":\"A record that cou"
    "ld not be handled, or that came behind one with the same key.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Where it was read.\"},{\"name\":\"partition\",\"type\":\"int"
    "\",\"doc\":\"Partition.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset.\"},{\"nam"
    "e\":\"append_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":"
    "\"When the broker wrote it, UTC.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"What i"
    "s wrong with it, in words without its content; or that its key is parked.\"},{\"name\":\"key"
    "\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"doc\":\"Its key, as read.\"},{\"name\":\""
    "value\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"doc\":\"Its value, as read.\"}]}";

const struct fy_schema dead_letter_schema_3 = {
    .id = 3,
    .version = 1,
    .fingerprint = UINT64_C(0x8ad94656b08d0094),
    .subject = "stock-dead-letters-value",
    .text = text_3,
    .name = "dead_letter",
    .type = &fy_type_dead_letter,
    .size = sizeof(struct dead_letter),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_28[] =
    "{\"type\":\"record\",\"name\":\"DeadLetter\",\"namespace\":\"fy\",\"doc\":\"A record that cou"
    "ld not be handled, or that came behind one with the same key.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Where it was read.\"},{\"name\":\"partition\",\"type\":\"int"
    "\",\"doc\":\"Partition.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset.\"},{\"nam"
    "e\":\"append_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":"
    "\"When the broker wrote it, UTC.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"What i"
    "s wrong with it, in words without its content; or that its key is parked.\"},{\"name\":\"key"
    "\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"doc\":\"Its key, as read.\"},{\"name\":\""
    "value\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"doc\":\"Its value, as read.\"},{\"na"
    "me\":\"left_out\",\"type\":\"boolean\",\"default\":false,\"doc\":\"An operator left it out: i"
    "t was never handled, and does not wait any more.\"}]}";

const struct fy_schema dead_letter_schema = {
    .id = 28,
    .version = 2,
    .fingerprint = UINT64_C(0x0a5387a0c023c136),
    .subject = "stock-dead-letters-value",
    .text = text_28,
    .name = "dead_letter",
    .type = &fy_type_dead_letter,
    .size = sizeof(struct dead_letter),
    .encode = encode_any,
    .decode = decode_any,
};
