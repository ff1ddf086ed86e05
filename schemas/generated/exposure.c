/*
 * Made by fy-generate from schemas/exposure.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_exposure_revenue(struct fy_reader *in, struct exposure_revenue *value)
{
    struct money *items = NULL;
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
            if (!fy_read_money(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

bool fy_read_exposure(struct fy_reader *in, struct exposure *value)
{
    bool set;

    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_int(in, &value->day))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->sku = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_string(in, &value->part))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!fy_read_long(in, &value->impressions))
        return false;
    if (!fy_read_long(in, &value->impressions_explored))
        return false;
    if (!fy_read_long(in, &value->impressions_minimum))
        return false;
    if (!fy_read_long(in, &value->clicks))
        return false;
    if (!fy_read_long(in, &value->views))
        return false;
    if (!fy_read_long(in, &value->carts))
        return false;
    if (!fy_read_long(in, &value->orders))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!read_exposure_revenue(in, &value->revenue))
        return false;
    if (!fy_read_long(in, &value->visitors))
        return false;
    if (!fy_read_long(in, &value->beyond))
        return false;
    return true;
}

enum fy_status exposure_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct exposure *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 67:
        return fy_read_end(&in, fy_read_exposure(&in, ret_value));
    case 77:
        return fy_read_end(&in, fy_read_exposure(&in, ret_value));
    default:
        return fy_read_unknown(&in, "exposure");
    }
}

size_t fy_room_exposure(const struct exposure *value)
{
    size_t room = 157;

    room += value->supplier.size;
    room += value->sku.size;
    room += value->part.size;
    for (size_t i = 0; i < value->revenue.count; i++)
        room += fy_room_money(&value->revenue.items[i]);
    return room;
}

uint8_t *fy_write_exposure(uint8_t *at, const struct exposure *value)
{
    at = fy_write_string(at, value->supplier);
    at = fy_write_long(at, value->day);
    at = fy_write_branch(at, value->sku.data != NULL);
    if (value->sku.data != NULL)
        at = fy_write_string(at, value->sku);
    at = fy_write_string(at, value->part);
    at = fy_write_long(at, value->updated_ms);
    at = fy_write_long(at, value->impressions);
    at = fy_write_long(at, value->impressions_explored);
    at = fy_write_long(at, value->impressions_minimum);
    at = fy_write_long(at, value->clicks);
    at = fy_write_long(at, value->views);
    at = fy_write_long(at, value->carts);
    at = fy_write_long(at, value->orders);
    at = fy_write_long(at, value->units);
    if (value->revenue.count > 0) {
        at = fy_write_long(at, (int64_t)value->revenue.count);
        for (size_t i = 0; i < value->revenue.count; i++)
            at = fy_write_money(at, &value->revenue.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->visitors);
    at = fy_write_long(at, value->beyond);
    return at;
}

enum fy_status exposure_encode(const struct exposure *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_exposure(value);
    begin = fy_write_begin(arena, 77, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_exposure(begin, value), ret_bytes);
}

static const struct fy_field fields_of_exposure[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct exposure, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "day",
        .name_bytes = 3,
        .offset = offsetof(struct exposure, day),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct exposure, sku),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "part",
        .name_bytes = 4,
        .offset = offsetof(struct exposure, part),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct exposure, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "impressions",
        .name_bytes = 11,
        .offset = offsetof(struct exposure, impressions),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "impressions_explored",
        .name_bytes = 20,
        .offset = offsetof(struct exposure, impressions_explored),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "impressions_minimum",
        .name_bytes = 19,
        .offset = offsetof(struct exposure, impressions_minimum),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "clicks",
        .name_bytes = 6,
        .offset = offsetof(struct exposure, clicks),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "views",
        .name_bytes = 5,
        .offset = offsetof(struct exposure, views),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "carts",
        .name_bytes = 5,
        .offset = offsetof(struct exposure, carts),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "orders",
        .name_bytes = 6,
        .offset = offsetof(struct exposure, orders),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct exposure, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "revenue",
        .name_bytes = 7,
        .offset = offsetof(struct exposure, revenue),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_money,
    },
    {
        .name = "visitors",
        .name_bytes = 8,
        .offset = offsetof(struct exposure, visitors),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "beyond",
        .name_bytes = 6,
        .offset = offsetof(struct exposure, beyond),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
};

const struct fy_type fy_type_exposure = {
    .name = "Exposure",
    .fields = fields_of_exposure,
    .field_count = 16,
    .size = sizeof(struct exposure),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return exposure_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return exposure_decode(bytes, arena, ret_value, err);
}

static const char text_67[] =
    "{\"type\":\"record\",\"name\":\"Exposure\",\"namespace\":\"fy\",\"doc\":\"What one supplier w"
    "as seen, of one product or of all, on one day: one part of it. All parts of a supplier, day a"
    "nd product added up are the whole.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\","
    "\"doc\":\"Whom it counts for: whose product page it was, at the edge; of orders, who delivers"
    ".\"},{\"name\":\"day\",\"type\":\"int\",\"doc\":\"Days since 1970, UTC, by the edge's time.\""
    "},{\"name\":\"sku\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Which product; "
    "null: any of the supplier's.\"},{\"name\":\"part\",\"type\":\"string\",\"doc\":\"Which part: "
    "the task and what it counts, as in 3 or 3-orders.\"},{\"name\":\"updated_ms\",\"type\":{\"typ"
    "e\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input "
    "counted, UTC.\"},{\"name\":\"impressions\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it"
    " was seen in a list where its score put it.\"},{\"name\":\"impressions_explored\",\"type\":\""
    "long\",\"default\":0,\"doc\":\"Times it was seen in a place kept for what nobody knows yet.\""
    "},{\"name\":\"impressions_minimum\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it was se"
    "en in a place kept for suppliers below the day's minimum.\"},{\"name\":\"clicks\",\"type\":\""
    "long\",\"default\":0,\"doc\":\"Times it was chosen from a list, of any kind of place.\"},{\"n"
    "ame\":\"views\",\"type\":\"long\",\"default\":0,\"doc\":\"Product pages opened, from lists an"
    "d from elsewhere.\"},{\"name\":\"carts\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it w"
    "as put into a cart that did not hold it.\"},{\"name\":\"orders\",\"type\":\"long\",\"default"
    "\":0,\"doc\":\"Orders confirmed that hold it; one with several of the supplier's products is "
    "one where sku is null.\"},{\"name\":\"units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole"
    " items of them.\"},{\"name\":\"revenue\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"r"
    "ecord\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{"
    "\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, ce"
    "nts of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,"
    "\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]}},\"default\":[],\"doc\":\"What was pa"
    "id for these, by currency; what is returned is not taken off.\"},{\"name\":\"visitors\",\"typ"
    "e\":\"long\",\"default\":0,\"doc\":\"Visitors who saw any of the supplier's products in a lis"
    "t; counted where sku is null.\"},{\"name\":\"beyond\",\"type\":\"long\",\"default\":0,\"doc\""
    ":\"What counts nowhere above, being more than 1,000 of one visitor on one day.\"}]}";

const struct fy_schema exposure_schema_67 = {
    .id = 67,
    .version = 1,
    .fingerprint = UINT64_C(0x2281e1521f8d4c47),
    .subject = "exposure-value",
    .text = text_67,
    .name = "exposure",
    .type = &fy_type_exposure,
    .size = sizeof(struct exposure),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_77[] =
    "{\"type\":\"record\",\"name\":\"Exposure\",\"namespace\":\"fy\",\"doc\":\"What one supplier w"
    "as seen, of one product or of all, on one day: one part of it. All parts of a supplier, day a"
    "nd product added up are the whole.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\","
    "\"doc\":\"Whom it counts for: whose product page it was, at the edge; of orders, who delivers"
    ".\"},{\"name\":\"day\",\"type\":\"int\",\"doc\":\"Days since 1970, UTC, by the edge's time.\""
    "},{\"name\":\"sku\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Which product; "
    "null: any of the supplier's.\"},{\"name\":\"part\",\"type\":\"string\",\"doc\":\"Which part: "
    "the task and what it counts, as in 3 or 3-orders.\"},{\"name\":\"updated_ms\",\"type\":{\"typ"
    "e\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input "
    "counted, UTC.\"},{\"name\":\"impressions\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it"
    " was seen in a list where its score put it.\"},{\"name\":\"impressions_explored\",\"type\":\""
    "long\",\"default\":0,\"doc\":\"Times it was seen in a place kept for what nobody knows yet.\""
    "},{\"name\":\"impressions_minimum\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it was se"
    "en in a place kept for suppliers below the day's minimum.\"},{\"name\":\"clicks\",\"type\":\""
    "long\",\"default\":0,\"doc\":\"Times it was chosen from a list, of any kind of place.\"},{\"n"
    "ame\":\"views\",\"type\":\"long\",\"default\":0,\"doc\":\"Product pages opened, from lists an"
    "d from elsewhere.\"},{\"name\":\"carts\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it w"
    "as put into a cart that did not hold it.\"},{\"name\":\"orders\",\"type\":\"long\",\"default"
    "\":0,\"doc\":\"Orders confirmed that hold it; one with several of the supplier's products is "
    "one where sku is null.\"},{\"name\":\"units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole"
    " items of them.\"},{\"name\":\"revenue\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"r"
    "ecord\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{"
    "\"name\":\"minor\",\"type\":\"long\",\"min\":1,\"max\":100000000000,\"doc\":\"Minor units, ce"
    "nts of a euro; 0 in what was written while a price could be 0.\"},{\"name\":\"currency\",\"ty"
    "pe\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in"
    " EUR.\"}]}},\"default\":[],\"doc\":\"What was paid for these, by currency; what is returned i"
    "s not taken off.\"},{\"name\":\"visitors\",\"type\":\"long\",\"default\":0,\"doc\":\"Visitors"
    " who saw any of the supplier's products in a list; counted where sku is null.\"},{\"name\":\""
    "beyond\",\"type\":\"long\",\"default\":0,\"doc\":\"What counts nowhere above, being more than"
    " 1,000 of one visitor on one day.\"}]}";

const struct fy_schema exposure_schema = {
    .id = 77,
    .version = 2,
    .fingerprint = UINT64_C(0x2281e1521f8d4c47),
    .subject = "exposure-value",
    .text = text_77,
    .name = "exposure",
    .type = &fy_type_exposure,
    .size = sizeof(struct exposure),
    .encode = encode_any,
    .decode = decode_any,
};
