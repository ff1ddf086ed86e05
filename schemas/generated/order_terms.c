/*
 * Made by fy-generate from schemas/order_terms.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_order_terms(struct fy_reader *in, struct order_terms *value)
{
    if (!fy_read_int(in, &value->commission_bp))
        return false;
    if (!fy_read_long(in, &value->pay_for_ms))
        return false;
    if (!fy_read_long(in, &value->extend_for_ms))
        return false;
    if (!fy_read_long(in, &value->accept_for_ms))
        return false;
    if (!fy_read_long(in, &value->ship_for_ms))
        return false;
    if (!fy_read_long(in, &value->deliver_for_ms))
        return false;
    if (!fy_read_long(in, &value->return_for_ms))
        return false;
    if (!fy_read_long(in, &value->resend_for_ms))
        return false;
    if (!fy_read_long(in, &value->resend_most_for_ms))
        return false;
    if (!fy_read_int(in, &value->resends_max))
        return false;
    if (!fy_read_long(in, &value->keep_for_ms))
        return false;
    return true;
}

size_t fy_room_order_terms(const struct order_terms *value)
{
    size_t room = 100;

    (void)value;
    return room;
}

uint8_t *fy_write_order_terms(uint8_t *at, const struct order_terms *value)
{
    at = fy_write_long(at, value->commission_bp);
    at = fy_write_long(at, value->pay_for_ms);
    at = fy_write_long(at, value->extend_for_ms);
    at = fy_write_long(at, value->accept_for_ms);
    at = fy_write_long(at, value->ship_for_ms);
    at = fy_write_long(at, value->deliver_for_ms);
    at = fy_write_long(at, value->return_for_ms);
    at = fy_write_long(at, value->resend_for_ms);
    at = fy_write_long(at, value->resend_most_for_ms);
    at = fy_write_long(at, value->resends_max);
    at = fy_write_long(at, value->keep_for_ms);
    return at;
}

static const struct fy_field fields_of_order_terms[] = {
    {
        .name = "commission_bp",
        .name_bytes = 13,
        .offset = offsetof(struct order_terms, commission_bp),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "pay_for_ms",
        .name_bytes = 10,
        .offset = offsetof(struct order_terms, pay_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "extend_for_ms",
        .name_bytes = 13,
        .offset = offsetof(struct order_terms, extend_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "accept_for_ms",
        .name_bytes = 13,
        .offset = offsetof(struct order_terms, accept_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "ship_for_ms",
        .name_bytes = 11,
        .offset = offsetof(struct order_terms, ship_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "deliver_for_ms",
        .name_bytes = 14,
        .offset = offsetof(struct order_terms, deliver_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "return_for_ms",
        .name_bytes = 13,
        .offset = offsetof(struct order_terms, return_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "resend_for_ms",
        .name_bytes = 13,
        .offset = offsetof(struct order_terms, resend_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "resend_most_for_ms",
        .name_bytes = 18,
        .offset = offsetof(struct order_terms, resend_most_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "resends_max",
        .name_bytes = 11,
        .offset = offsetof(struct order_terms, resends_max),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "keep_for_ms",
        .name_bytes = 11,
        .offset = offsetof(struct order_terms, keep_for_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

const struct fy_type fy_type_order_terms = {
    .name = "OrderTerms",
    .fields = fields_of_order_terms,
    .field_count = 11,
    .size = sizeof(struct order_terms),
};
