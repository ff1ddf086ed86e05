/*
 * Made by fy-generate from schemas/password_encrypted.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_password_encrypted(struct fy_reader *in, struct password_encrypted *value)
{
    if (!fy_read_bytes(in, &value->password_hash))
        return false;
    return true;
}

size_t fy_room_password_encrypted(const struct password_encrypted *value)
{
    size_t room = 10;

    room += value->password_hash.size;
    return room;
}

uint8_t *fy_write_password_encrypted(uint8_t *at, const struct password_encrypted *value)
{
    at = fy_write_string(at, value->password_hash);
    return at;
}

static const struct fy_field fields_of_password_encrypted[] = {
    {
        .name = "password_hash",
        .name_bytes = 13,
        .offset = offsetof(struct password_encrypted, password_hash),
        .kind = FY_FIELD_BYTES,
        .min_bytes = 0,
        .max_bytes = 512,
    },
};

const struct fy_type fy_type_password_encrypted = {
    .name = "PasswordEncrypted",
    .fields = fields_of_password_encrypted,
    .field_count = 1,
    .size = sizeof(struct password_encrypted),
};
