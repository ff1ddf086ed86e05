/*
 * Made by fy-generate from schemas/order_answer.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_order_answer(struct fy_reader *in, struct order_answer *value)
{
    bool set;

    if (!fy_read_string(in, &value->event_id))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->refused = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->refused))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->body_mac = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->body_mac))
        return false;
    return true;
}

size_t fy_room_order_answer(const struct order_answer *value)
{
    size_t room = 32;

    room += value->event_id.size;
    room += value->refused.size;
    room += value->body_mac.size;
    return room;
}

uint8_t *fy_write_order_answer(uint8_t *at, const struct order_answer *value)
{
    at = fy_write_string(at, value->event_id);
    at = fy_write_branch(at, value->refused.data != NULL);
    if (value->refused.data != NULL)
        at = fy_write_string(at, value->refused);
    at = fy_write_branch(at, value->body_mac.data != NULL);
    if (value->body_mac.data != NULL)
        at = fy_write_string(at, value->body_mac);
    return at;
}

static const struct fy_field fields_of_order_answer[] = {
    {
        .name = "event_id",
        .name_bytes = 8,
        .offset = offsetof(struct order_answer, event_id),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "refused",
        .name_bytes = 7,
        .offset = offsetof(struct order_answer, refused),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "body_mac",
        .name_bytes = 8,
        .offset = offsetof(struct order_answer, body_mac),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_order_answer = {
    .name = "OrderAnswer",
    .fields = fields_of_order_answer,
    .field_count = 3,
    .size = sizeof(struct order_answer),
};
