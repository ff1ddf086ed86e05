/*
 * Made by fy-generate from schemas/parked_key.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_parked_key(struct fy_reader *in, struct parked_key *value)
{
    bool set;

    if (!fy_read_long(in, &value->since_ms))
        return false;
    if (!fy_read_long(in, &value->records))
        return false;
    if (!fy_read_long(in, &value->offset))
        return false;
    if (!fy_read_long(in, &value->letters_from))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_boolean(in, &value->releasing))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_skip_offset = set;
    value->skip_offset = 0;
    if (set && !fy_read_long(in, &value->skip_offset))
        return false;
    return true;
}

size_t fy_room_parked_key(const struct parked_key *value)
{
    size_t room = 62;

    room += value->reason.size;
    return room;
}

uint8_t *fy_write_parked_key(uint8_t *at, const struct parked_key *value)
{
    at = fy_write_long(at, value->since_ms);
    at = fy_write_long(at, value->records);
    at = fy_write_long(at, value->offset);
    at = fy_write_long(at, value->letters_from);
    at = fy_write_string(at, value->reason);
    at = fy_write_boolean(at, value->releasing);
    at = fy_write_branch(at, value->has_skip_offset);
    if (value->has_skip_offset)
        at = fy_write_long(at, value->skip_offset);
    return at;
}

static const struct fy_field fields_of_parked_key[] = {
    {
        .name = "since_ms",
        .name_bytes = 8,
        .offset = offsetof(struct parked_key, since_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "records",
        .name_bytes = 7,
        .offset = offsetof(struct parked_key, records),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "offset",
        .name_bytes = 6,
        .offset = offsetof(struct parked_key, offset),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){-1},
    },
    {
        .name = "letters_from",
        .name_bytes = 12,
        .offset = offsetof(struct parked_key, letters_from),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct parked_key, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const struct fy_slice){(const uint8_t *)"", 0},
    },
    {
        .name = "releasing",
        .name_bytes = 9,
        .offset = offsetof(struct parked_key, releasing),
        .kind = FY_FIELD_BOOLEAN,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "skip_offset",
        .name_bytes = 11,
        .offset = offsetof(struct parked_key, skip_offset),
        .has_offset = offsetof(struct parked_key, has_skip_offset),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_parked_key = {
    .name = "ParkedKey",
    .fields = fields_of_parked_key,
    .field_count = 7,
    .size = sizeof(struct parked_key),
};
