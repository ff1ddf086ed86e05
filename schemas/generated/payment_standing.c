/*
 * Made by fy-generate from schemas/payment_standing.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_payment_standing(struct fy_reader *in, struct payment_standing *value)
{
    int symbol;
    bool set;

    if (!fy_read_symbol(in, 8, &symbol))
        return false;
    value->state = (enum payment_state)symbol;
    if (!fy_read_string(in, &value->currency))
        return false;
    if (!fy_read_long(in, &value->authorised_minor))
        return false;
    if (!fy_read_long(in, &value->captured_minor))
        return false;
    if (!fy_read_long(in, &value->refunded_minor))
        return false;
    if (!fy_read_long(in, &value->fee_minor))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->provider_ref = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->provider_ref))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_expires_ms = set;
    value->expires_ms = 0;
    if (set && !fy_read_long(in, &value->expires_ms))
        return false;
    return true;
}

size_t fy_room_payment_standing(const struct payment_standing *value)
{
    size_t room = 77;

    room += value->currency.size;
    room += value->provider_ref.size;
    return room;
}

uint8_t *fy_write_payment_standing(uint8_t *at, const struct payment_standing *value)
{
    at = fy_write_long(at, value->state);
    at = fy_write_string(at, value->currency);
    at = fy_write_long(at, value->authorised_minor);
    at = fy_write_long(at, value->captured_minor);
    at = fy_write_long(at, value->refunded_minor);
    at = fy_write_long(at, value->fee_minor);
    at = fy_write_branch(at, value->provider_ref.data != NULL);
    if (value->provider_ref.data != NULL)
        at = fy_write_string(at, value->provider_ref);
    at = fy_write_branch(at, value->has_expires_ms);
    if (value->has_expires_ms)
        at = fy_write_long(at, value->expires_ms);
    return at;
}

static const char *const payment_state_symbols[] = {
    "NONE",
    "PENDING",
    "ACTION_REQUIRED",
    "AUTHORISED",
    "CAPTURED",
    "VOIDED",
    "DECLINED",
    "EXPIRED",
};

static const struct fy_field fields_of_payment_standing[] = {
    {
        .name = "state",
        .name_bytes = 5,
        .offset = offsetof(struct payment_standing, state),
        .kind = FY_FIELD_ENUM,
        .symbols = payment_state_symbols,
        .symbol_count = 8,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct payment_standing, currency),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_UPPER,
        .min_bytes = 3,
        .max_bytes = 3,
    },
    {
        .name = "authorised_minor",
        .name_bytes = 16,
        .offset = offsetof(struct payment_standing, authorised_minor),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 100000000000,
    },
    {
        .name = "captured_minor",
        .name_bytes = 14,
        .offset = offsetof(struct payment_standing, captured_minor),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 100000000000,
    },
    {
        .name = "refunded_minor",
        .name_bytes = 14,
        .offset = offsetof(struct payment_standing, refunded_minor),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 100000000000,
    },
    {
        .name = "fee_minor",
        .name_bytes = 9,
        .offset = offsetof(struct payment_standing, fee_minor),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 100000000000,
    },
    {
        .name = "provider_ref",
        .name_bytes = 12,
        .offset = offsetof(struct payment_standing, provider_ref),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 128,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "expires_ms",
        .name_bytes = 10,
        .offset = offsetof(struct payment_standing, expires_ms),
        .has_offset = offsetof(struct payment_standing, has_expires_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_payment_standing = {
    .name = "PaymentStanding",
    .fields = fields_of_payment_standing,
    .field_count = 8,
    .size = sizeof(struct payment_standing),
};
