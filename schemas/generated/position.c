/*
 * Made by fy-generate from schemas/position.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_position(struct fy_reader *in, struct position *value)
{
    if (!fy_read_string(in, &value->topic))
        return false;
    if (!fy_read_int(in, &value->partition))
        return false;
    if (!fy_read_long(in, &value->offset))
        return false;
    return true;
}

size_t fy_room_position(const struct position *value)
{
    size_t room = 25;

    room += value->topic.size;
    return room;
}

uint8_t *fy_write_position(uint8_t *at, const struct position *value)
{
    at = fy_write_string(at, value->topic);
    at = fy_write_long(at, value->partition);
    at = fy_write_long(at, value->offset);
    return at;
}

static const struct fy_field fields_of_position[] = {
    {
        .name = "topic",
        .name_bytes = 5,
        .offset = offsetof(struct position, topic),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "partition",
        .name_bytes = 9,
        .offset = offsetof(struct position, partition),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "offset",
        .name_bytes = 6,
        .offset = offsetof(struct position, offset),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

const struct fy_type fy_type_position = {
    .name = "Position",
    .fields = fields_of_position,
    .field_count = 3,
    .size = sizeof(struct position),
};
