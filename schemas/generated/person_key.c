/*
 * Made by fy-generate from schemas/person_key.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_person_key(struct fy_reader *in, struct person_key *value)
{
    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_long(in, &value->created_ms))
        return false;
    if (!fy_read_bytes(in, &value->wrapped_key))
        return false;
    return true;
}

enum fy_status person_key_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct person_key *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 36:
        return fy_read_end(&in, fy_read_person_key(&in, ret_value));
    default:
        return fy_read_unknown(&in, "person_key");
    }
}

size_t fy_room_person_key(const struct person_key *value)
{
    size_t room = 30;

    room += value->person.size;
    room += value->wrapped_key.size;
    return room;
}

uint8_t *fy_write_person_key(uint8_t *at, const struct person_key *value)
{
    at = fy_write_string(at, value->person);
    at = fy_write_long(at, value->created_ms);
    at = fy_write_string(at, value->wrapped_key);
    return at;
}

enum fy_status person_key_encode(const struct person_key *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_person_key(value);
    begin = fy_write_begin(arena, 36, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_person_key(begin, value), ret_bytes);
}

static const struct fy_field fields_of_person_key[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct person_key, person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "created_ms",
        .name_bytes = 10,
        .offset = offsetof(struct person_key, created_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "wrapped_key",
        .name_bytes = 11,
        .offset = offsetof(struct person_key, wrapped_key),
        .kind = FY_FIELD_BYTES,
        .min_bytes = 0,
        .max_bytes = 128,
    },
};

const struct fy_type fy_type_person_key = {
    .name = "PersonKey",
    .fields = fields_of_person_key,
    .field_count = 3,
    .size = sizeof(struct person_key),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return person_key_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return person_key_decode(bytes, arena, ret_value, err);
}

static const char text_36[] =
    "{\"type\":\"record\",\"name\":\"PersonKey\",\"namespace\":\"fy\",\"doc\":\"The key under whic"
    "h a person's data is sealed, itself sealed under a master key that is not in Kafka. A tombsto"
    "ne makes the person's data nobody's.\",\"fields\":[{\"name\":\"person\",\"type\":\"string\","
    "\"doc\":\"The person; also the key.\"},{\"name\":\"created_ms\",\"type\":{\"type\":\"long\","
    "\"logicalType\":\"timestamp-millis\"},\"doc\":\"When the key was made, UTC.\"},{\"name\":\"wr"
    "apped_key\",\"type\":\"bytes\",\"max_bytes\":128,\"doc\":\"The master key's number, and the k"
    "ey sealed under it for this person.\"}]}";

const struct fy_schema person_key_schema = {
    .id = 36,
    .version = 1,
    .fingerprint = UINT64_C(0xcf87678c135ab5a4),
    .subject = "person-keys-value",
    .text = text_36,
    .name = "person_key",
    .type = &fy_type_person_key,
    .size = sizeof(struct person_key),
    .encode = encode_any,
    .decode = decode_any,
};
