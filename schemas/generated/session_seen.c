/*
 * Made by fy-generate from schemas/session_seen.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_session_seen(struct fy_reader *in, struct session_seen *value)
{
    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_long(in, &value->n_max))
        return false;
    if (!fy_read_long(in, &value->window))
        return false;
    return true;
}

size_t fy_room_session_seen(const struct session_seen *value)
{
    size_t room = 30;

    room += value->session.size;
    return room;
}

uint8_t *fy_write_session_seen(uint8_t *at, const struct session_seen *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_long(at, value->n_max);
    at = fy_write_long(at, value->window);
    return at;
}

static const struct fy_field fields_of_session_seen[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct session_seen, session),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "n_max",
        .name_bytes = 5,
        .offset = offsetof(struct session_seen, n_max),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "window",
        .name_bytes = 6,
        .offset = offsetof(struct session_seen, window),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

const struct fy_type fy_type_session_seen = {
    .name = "SessionSeen",
    .fields = fields_of_session_seen,
    .field_count = 3,
    .size = sizeof(struct session_seen),
};
