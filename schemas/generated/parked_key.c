/*
 * Made by fy-generate from schemas/parked_key.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_parked_key(struct fy_reader *in, struct parked_key *value)
{
    if (!fy_read_long(in, &value->since_ms))
        return false;
    if (!fy_read_long(in, &value->records))
        return false;
    return true;
}

size_t fy_room_parked_key(const struct parked_key *value)
{
    size_t room = 20;

    (void)value;
    return room;
}

uint8_t *fy_write_parked_key(uint8_t *at, const struct parked_key *value)
{
    at = fy_write_long(at, value->since_ms);
    at = fy_write_long(at, value->records);
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
};

const struct fy_type fy_type_parked_key = {
    .name = "ParkedKey",
    .fields = fields_of_parked_key,
    .field_count = 2,
    .size = sizeof(struct parked_key),
};
