/*
 * Made by fy-generate from schemas/delivery_encrypted.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_delivery_encrypted(struct fy_reader *in, struct delivery_encrypted *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->address = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->address))
        return false;
    return true;
}

size_t fy_room_delivery_encrypted(const struct delivery_encrypted *value)
{
    size_t room = 11;

    room += value->address.size;
    return room;
}

uint8_t *fy_write_delivery_encrypted(uint8_t *at, const struct delivery_encrypted *value)
{
    at = fy_write_branch(at, value->address.data != NULL);
    if (value->address.data != NULL)
        at = fy_write_string(at, value->address);
    return at;
}

static const struct fy_field fields_of_delivery_encrypted[] = {
    {
        .name = "address",
        .name_bytes = 7,
        .offset = offsetof(struct delivery_encrypted, address),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4096,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_delivery_encrypted = {
    .name = "DeliveryEncrypted",
    .fields = fields_of_delivery_encrypted,
    .field_count = 1,
    .size = sizeof(struct delivery_encrypted),
};
