/*
 * Made by fy-generate from schemas/order_standing.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_order_standing(struct fy_reader *in, struct order_standing *value)
{
    int symbol;
    bool set;

    if (!fy_read_symbol(in, 10, &symbol))
        return false;
    value->state = (enum order_state)symbol;
    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->needs_operator = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->needs_operator))
        return false;
    return true;
}

size_t fy_room_order_standing(const struct order_standing *value)
{
    size_t room = 27;

    room += value->reason.size;
    room += value->needs_operator.size;
    return room;
}

uint8_t *fy_write_order_standing(uint8_t *at, const struct order_standing *value)
{
    at = fy_write_long(at, value->state);
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    at = fy_write_branch(at, value->needs_operator.data != NULL);
    if (value->needs_operator.data != NULL)
        at = fy_write_string(at, value->needs_operator);
    return at;
}

static const char *const order_state_symbols[] = {
    "NONE",
    "HOLDING",
    "PAYING",
    "ACTION_REQUIRED",
    "COMMITTING",
    "CAPTURING",
    "CONFIRMED",
    "CLOSED",
    "REFUSED",
    "CANCELLED",
};

static const struct fy_field fields_of_order_standing[] = {
    {
        .name = "state",
        .name_bytes = 5,
        .offset = offsetof(struct order_standing, state),
        .kind = FY_FIELD_ENUM,
        .symbols = order_state_symbols,
        .symbol_count = 10,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_standing, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "needs_operator",
        .name_bytes = 14,
        .offset = offsetof(struct order_standing, needs_operator),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_order_standing = {
    .name = "OrderStanding",
    .fields = fields_of_order_standing,
    .field_count = 3,
    .size = sizeof(struct order_standing),
};
