/*
 * Made by fy-generate from schemas/order_item.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_order_item(struct fy_reader *in, struct order_item *value)
{
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

size_t fy_room_order_item(const struct order_item *value)
{
    size_t room = 20;

    room += value->sku.size;
    return room;
}

uint8_t *fy_write_order_item(uint8_t *at, const struct order_item *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->units);
    return at;
}

static const struct fy_field fields_of_order_item[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct order_item, sku),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct order_item, units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 999,
    },
};

const struct fy_type fy_type_order_item = {
    .name = "OrderItem",
    .fields = fields_of_order_item,
    .field_count = 2,
    .size = sizeof(struct order_item),
};
