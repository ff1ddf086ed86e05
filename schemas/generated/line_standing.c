/*
 * Made by fy-generate from schemas/line_standing.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_line_standing_price(struct fy_reader *in, const struct money **ret_value)
{
    struct money *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_money(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_line_standing(struct fy_reader *in, struct line_standing *value)
{
    int symbol;
    bool set;

    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_symbol(in, 8, &symbol))
        return false;
    value->state = (enum line_state)symbol;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!read_line_standing_price(in, &value->price))
        return false;
    if (!fy_read_long(in, &value->shipped_units))
        return false;
    if (!fy_read_long(in, &value->returned_units))
        return false;
    if (!fy_read_long(in, &value->cancelled_units))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_long(in, &value->left_units))
        return false;
    return true;
}

size_t fy_room_line_standing(const struct line_standing *value)
{
    size_t room = 88;

    room += value->sku.size;
    room += value->supplier.size;
    if (value->price != NULL)
        room += fy_room_money(value->price);
    room += value->reason.size;
    return room;
}

uint8_t *fy_write_line_standing(uint8_t *at, const struct line_standing *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->units);
    at = fy_write_long(at, value->state);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_branch(at, value->price != NULL);
    if (value->price != NULL)
        at = fy_write_money(at, value->price);
    at = fy_write_long(at, value->shipped_units);
    at = fy_write_long(at, value->returned_units);
    at = fy_write_long(at, value->cancelled_units);
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    at = fy_write_long(at, value->left_units);
    return at;
}

static const char *const line_state_symbols[] = {
    "HOLDING",
    "HELD",
    "COMMITTING",
    "WAITING",
    "ACCEPTED",
    "SHIPPED",
    "DELIVERED",
    "ENDED",
};

static const struct fy_field fields_of_line_standing[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct line_standing, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct line_standing, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "state",
        .name_bytes = 5,
        .offset = offsetof(struct line_standing, state),
        .kind = FY_FIELD_ENUM,
        .symbols = line_state_symbols,
        .symbol_count = 8,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct line_standing, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct line_standing, price),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_money,
    },
    {
        .name = "shipped_units",
        .name_bytes = 13,
        .offset = offsetof(struct line_standing, shipped_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "returned_units",
        .name_bytes = 14,
        .offset = offsetof(struct line_standing, returned_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "cancelled_units",
        .name_bytes = 15,
        .offset = offsetof(struct line_standing, cancelled_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct line_standing, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "left_units",
        .name_bytes = 10,
        .offset = offsetof(struct line_standing, left_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
};

const struct fy_type fy_type_line_standing = {
    .name = "LineStanding",
    .fields = fields_of_line_standing,
    .field_count = 10,
    .size = sizeof(struct line_standing),
};
