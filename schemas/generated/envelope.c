/*
 * Made by fy-generate from schemas/envelope.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_envelope(struct fy_reader *in, struct envelope *value)
{
    bool set;

    if (!fy_read_string(in, &value->event_id))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->cause_id = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->cause_id))
        return false;
    if (!fy_read_string(in, &value->root))
        return false;
    if (!fy_read_string(in, &value->actor))
        return false;
    if (!fy_read_long(in, &value->event_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->writer = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->writer))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_seq = set;
    value->seq = 0;
    if (set && !fy_read_long(in, &value->seq))
        return false;
    return true;
}

size_t fy_room_envelope(const struct envelope *value)
{
    size_t room = 73;

    room += value->event_id.size;
    room += value->cause_id.size;
    room += value->root.size;
    room += value->actor.size;
    room += value->writer.size;
    return room;
}

uint8_t *fy_write_envelope(uint8_t *at, const struct envelope *value)
{
    at = fy_write_string(at, value->event_id);
    at = fy_write_branch(at, value->cause_id.data != NULL);
    if (value->cause_id.data != NULL)
        at = fy_write_string(at, value->cause_id);
    at = fy_write_string(at, value->root);
    at = fy_write_string(at, value->actor);
    at = fy_write_long(at, value->event_ms);
    at = fy_write_branch(at, value->writer.data != NULL);
    if (value->writer.data != NULL)
        at = fy_write_string(at, value->writer);
    at = fy_write_branch(at, value->has_seq);
    if (value->has_seq)
        at = fy_write_long(at, value->seq);
    return at;
}

static const struct fy_field fields_of_envelope[] = {
    {
        .name = "event_id",
        .name_bytes = 8,
        .offset = offsetof(struct envelope, event_id),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "cause_id",
        .name_bytes = 8,
        .offset = offsetof(struct envelope, cause_id),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "root",
        .name_bytes = 4,
        .offset = offsetof(struct envelope, root),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "actor",
        .name_bytes = 5,
        .offset = offsetof(struct envelope, actor),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "event_ms",
        .name_bytes = 8,
        .offset = offsetof(struct envelope, event_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "writer",
        .name_bytes = 6,
        .offset = offsetof(struct envelope, writer),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "seq",
        .name_bytes = 3,
        .offset = offsetof(struct envelope, seq),
        .has_offset = offsetof(struct envelope, has_seq),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_envelope = {
    .name = "Envelope",
    .fields = fields_of_envelope,
    .field_count = 7,
    .size = sizeof(struct envelope),
};
