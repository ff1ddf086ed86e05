/*
 * Made by fy-generate from schemas/money.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_money(struct fy_reader *in, struct money *value)
{
    if (!fy_read_long(in, &value->minor))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    return true;
}

size_t fy_room_money(const struct money *value)
{
    size_t room = 20;

    room += value->currency.size;
    return room;
}

uint8_t *fy_write_money(uint8_t *at, const struct money *value)
{
    at = fy_write_long(at, value->minor);
    at = fy_write_string(at, value->currency);
    return at;
}

static const struct fy_field fields_of_money[] = {
    {
        .name = "minor",
        .name_bytes = 5,
        .offset = offsetof(struct money, minor),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 100000000000,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct money, currency),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_UPPER,
        .min_bytes = 3,
        .max_bytes = 3,
    },
};

const struct fy_type fy_type_money = {
    .name = "Money",
    .fields = fields_of_money,
    .field_count = 2,
    .size = sizeof(struct money),
};
