/*
 * Made by fy-generate from schemas/profile_encrypted.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_profile_encrypted(struct fy_reader *in, struct profile_encrypted *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->email = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->email))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->full_name = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->full_name))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->phone = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->phone))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->addresses = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->addresses))
        return false;
    return true;
}

size_t fy_room_profile_encrypted(const struct profile_encrypted *value)
{
    size_t room = 44;

    room += value->email.size;
    room += value->full_name.size;
    room += value->phone.size;
    room += value->addresses.size;
    return room;
}

uint8_t *fy_write_profile_encrypted(uint8_t *at, const struct profile_encrypted *value)
{
    at = fy_write_branch(at, value->email.data != NULL);
    if (value->email.data != NULL)
        at = fy_write_string(at, value->email);
    at = fy_write_branch(at, value->full_name.data != NULL);
    if (value->full_name.data != NULL)
        at = fy_write_string(at, value->full_name);
    at = fy_write_branch(at, value->phone.data != NULL);
    if (value->phone.data != NULL)
        at = fy_write_string(at, value->phone);
    at = fy_write_branch(at, value->addresses.data != NULL);
    if (value->addresses.data != NULL)
        at = fy_write_string(at, value->addresses);
    return at;
}

static const struct fy_field fields_of_profile_encrypted[] = {
    {
        .name = "email",
        .name_bytes = 5,
        .offset = offsetof(struct profile_encrypted, email),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 512,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "full_name",
        .name_bytes = 9,
        .offset = offsetof(struct profile_encrypted, full_name),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 512,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "phone",
        .name_bytes = 5,
        .offset = offsetof(struct profile_encrypted, phone),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 128,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "addresses",
        .name_bytes = 9,
        .offset = offsetof(struct profile_encrypted, addresses),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 8192,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_profile_encrypted = {
    .name = "ProfileEncrypted",
    .fields = fields_of_profile_encrypted,
    .field_count = 4,
    .size = sizeof(struct profile_encrypted),
};
