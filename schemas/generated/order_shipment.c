/*
 * Made by fy-generate from schemas/order_shipment.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_order_shipment_items(struct fy_reader *in, struct order_shipment_items *value)
{
    struct order_item *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 2, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_order_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

bool fy_read_order_shipment(struct fy_reader *in, struct order_shipment *value)
{
    bool set;

    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_long(in, &value->shipped_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->carrier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->carrier))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->tracking = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->tracking))
        return false;
    if (!read_order_shipment_items(in, &value->items))
        return false;
    return true;
}

size_t fy_room_order_shipment(const struct order_shipment *value)
{
    size_t room = 53;

    room += value->supplier.size;
    room += value->carrier.size;
    room += value->tracking.size;
    for (size_t i = 0; i < value->items.count; i++)
        room += fy_room_order_item(&value->items.items[i]);
    return room;
}

uint8_t *fy_write_order_shipment(uint8_t *at, const struct order_shipment *value)
{
    at = fy_write_string(at, value->supplier);
    at = fy_write_long(at, value->shipped_ms);
    at = fy_write_branch(at, value->carrier.data != NULL);
    if (value->carrier.data != NULL)
        at = fy_write_string(at, value->carrier);
    at = fy_write_branch(at, value->tracking.data != NULL);
    if (value->tracking.data != NULL)
        at = fy_write_string(at, value->tracking);
    if (value->items.count > 0) {
        at = fy_write_long(at, (int64_t)value->items.count);
        for (size_t i = 0; i < value->items.count; i++)
            at = fy_write_order_item(at, &value->items.items[i]);
    }
    *at++ = 0;
    return at;
}

static const struct fy_field fields_of_order_shipment[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct order_shipment, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "shipped_ms",
        .name_bytes = 10,
        .offset = offsetof(struct order_shipment, shipped_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "carrier",
        .name_bytes = 7,
        .offset = offsetof(struct order_shipment, carrier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "tracking",
        .name_bytes = 8,
        .offset = offsetof(struct order_shipment, tracking),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "items",
        .name_bytes = 5,
        .offset = offsetof(struct order_shipment, items),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_order_item,
    },
};

const struct fy_type fy_type_order_shipment = {
    .name = "OrderShipment",
    .fields = fields_of_order_shipment,
    .field_count = 5,
    .size = sizeof(struct order_shipment),
};
