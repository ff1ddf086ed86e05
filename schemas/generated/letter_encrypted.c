/*
 * Made by fy-generate from schemas/letter_encrypted.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_letter_encrypted(struct fy_reader *in, struct letter_encrypted *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->email = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->email))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->token = (struct fy_slice){0};
    if (set && !fy_read_bytes(in, &value->token))
        return false;
    return true;
}

size_t fy_room_letter_encrypted(const struct letter_encrypted *value)
{
    size_t room = 22;

    room += value->email.size;
    room += value->token.size;
    return room;
}

uint8_t *fy_write_letter_encrypted(uint8_t *at, const struct letter_encrypted *value)
{
    at = fy_write_branch(at, value->email.data != NULL);
    if (value->email.data != NULL)
        at = fy_write_string(at, value->email);
    at = fy_write_branch(at, value->token.data != NULL);
    if (value->token.data != NULL)
        at = fy_write_string(at, value->token);
    return at;
}

static const struct fy_field fields_of_letter_encrypted[] = {
    {
        .name = "email",
        .name_bytes = 5,
        .offset = offsetof(struct letter_encrypted, email),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 512,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "token",
        .name_bytes = 5,
        .offset = offsetof(struct letter_encrypted, token),
        .kind = FY_FIELD_BYTES,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 512,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_letter_encrypted = {
    .name = "LetterEncrypted",
    .fields = fields_of_letter_encrypted,
    .field_count = 2,
    .size = sizeof(struct letter_encrypted),
};
