/*
 * Made by fy-generate from schemas/order_body.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_place_line_body(struct fy_reader *in, struct place_line_body *value)
{
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_place_address_body_lines(
    struct fy_reader *in, struct place_address_body_lines *value)
{
    struct fy_slice *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_string(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_place_address_body(struct fy_reader *in, struct place_address_body *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->full_name = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->full_name))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->phone = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->phone))
        return false;
    if (!read_place_address_body_lines(in, &value->lines))
        return false;
    if (!fy_read_string(in, &value->postcode))
        return false;
    if (!fy_read_string(in, &value->city))
        return false;
    if (!fy_read_string(in, &value->country))
        return false;
    return true;
}

static bool read_place_body_lines(struct fy_reader *in, struct place_body_lines *value)
{
    struct place_line_body *items = NULL;
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
            if (!read_place_line_body(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_place_body_address(
    struct fy_reader *in, const struct place_address_body **ret_value)
{
    struct place_address_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_place_address_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_place_body(struct fy_reader *in, struct place_body *value)
{
    bool set;

    if (!read_place_body_lines(in, &value->lines))
        return false;
    if (!fy_read_money(in, &value->expected_total))
        return false;
    if (!fy_read_string(in, &value->payment_method))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->email = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->email))
        return false;
    if (!read_place_body_address(in, &value->address))
        return false;
    return true;
}

static bool read_order_body_place(struct fy_reader *in, const struct place_body **ret_value)
{
    struct place_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_place_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_order_body(struct fy_reader *in, struct order_body *value)
{
    int set_count;

    if (!read_order_body_place(in, &value->place))
        return false;
    set_count = 0;
    set_count += value->place != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static size_t room_place_line_body(const struct place_line_body *value)
{
    size_t room = 20;

    room += value->sku.size;
    return room;
}

static uint8_t *write_place_line_body(uint8_t *at, const struct place_line_body *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_place_address_body(const struct place_address_body *value)
{
    size_t room = 63;

    room += value->full_name.size;
    room += value->phone.size;
    room += value->lines.count * 10;
    for (size_t i = 0; i < value->lines.count; i++)
        room += value->lines.items[i].size;
    room += value->postcode.size;
    room += value->city.size;
    room += value->country.size;
    return room;
}

static uint8_t *write_place_address_body(uint8_t *at, const struct place_address_body *value)
{
    at = fy_write_branch(at, value->full_name.data != NULL);
    if (value->full_name.data != NULL)
        at = fy_write_string(at, value->full_name);
    at = fy_write_branch(at, value->phone.data != NULL);
    if (value->phone.data != NULL)
        at = fy_write_string(at, value->phone);
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = fy_write_string(at, value->lines.items[i]);
    }
    *at++ = 0;
    at = fy_write_string(at, value->postcode);
    at = fy_write_string(at, value->city);
    at = fy_write_string(at, value->country);
    return at;
}

static size_t room_place_body(const struct place_body *value)
{
    size_t room = 33;

    for (size_t i = 0; i < value->lines.count; i++)
        room += room_place_line_body(&value->lines.items[i]);
    room += fy_room_money(&value->expected_total);
    room += value->payment_method.size;
    room += value->email.size;
    if (value->address != NULL)
        room += room_place_address_body(value->address);
    return room;
}

static uint8_t *write_place_body(uint8_t *at, const struct place_body *value)
{
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = write_place_line_body(at, &value->lines.items[i]);
    }
    *at++ = 0;
    at = fy_write_money(at, &value->expected_total);
    at = fy_write_string(at, value->payment_method);
    at = fy_write_branch(at, value->email.data != NULL);
    if (value->email.data != NULL)
        at = fy_write_string(at, value->email);
    at = fy_write_branch(at, value->address != NULL);
    if (value->address != NULL)
        at = write_place_address_body(at, value->address);
    return at;
}

size_t fy_room_order_body(const struct order_body *value)
{
    size_t room = 1;

    if (value->place != NULL)
        room += room_place_body(value->place);
    return room;
}

uint8_t *fy_write_order_body(uint8_t *at, const struct order_body *value)
{
    at = fy_write_branch(at, value->place != NULL);
    if (value->place != NULL)
        at = write_place_body(at, value->place);
    return at;
}

static const struct fy_field fields_of_place_line_body[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct place_line_body, sku),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct place_line_body, units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 999,
    },
};

static const struct fy_type type_place_line_body = {
    .name = "PlaceLineBody",
    .fields = fields_of_place_line_body,
    .field_count = 2,
    .size = sizeof(struct place_line_body),
};

static const struct fy_field fields_of_place_address_body[] = {
    {
        .name = "full_name",
        .name_bytes = 9,
        .offset = offsetof(struct place_address_body, full_name),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 200,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "phone",
        .name_bytes = 5,
        .offset = offsetof(struct place_address_body, phone),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 40,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct place_address_body, lines),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 100,
        .min_items = 0,
        .max_items = 6,
    },
    {
        .name = "postcode",
        .name_bytes = 8,
        .offset = offsetof(struct place_address_body, postcode),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 20,
    },
    {
        .name = "city",
        .name_bytes = 4,
        .offset = offsetof(struct place_address_body, city),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 100,
    },
    {
        .name = "country",
        .name_bytes = 7,
        .offset = offsetof(struct place_address_body, country),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_UPPER,
        .min_bytes = 2,
        .max_bytes = 2,
    },
};

static const struct fy_type type_place_address_body = {
    .name = "PlaceAddressBody",
    .fields = fields_of_place_address_body,
    .field_count = 6,
    .size = sizeof(struct place_address_body),
};

static const struct fy_field fields_of_place_body[] = {
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct place_body, lines),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 50,
        .record = &type_place_line_body,
    },
    {
        .name = "expected_total",
        .name_bytes = 14,
        .offset = offsetof(struct place_body, expected_total),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "payment_method",
        .name_bytes = 14,
        .offset = offsetof(struct place_body, payment_method),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "email",
        .name_bytes = 5,
        .offset = offsetof(struct place_body, email),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 320,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "address",
        .name_bytes = 7,
        .offset = offsetof(struct place_body, address),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_place_address_body,
    },
};

static const struct fy_type type_place_body = {
    .name = "PlaceBody",
    .fields = fields_of_place_body,
    .field_count = 5,
    .size = sizeof(struct place_body),
};

static const struct fy_field fields_of_order_body[] = {
    {
        .name = "place",
        .name_bytes = 5,
        .offset = offsetof(struct order_body, place),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_place_body,
    },
};

const struct fy_type fy_type_order_body = {
    .name = "OrderBody",
    .fields = fields_of_order_body,
    .field_count = 1,
    .one_of = true,
    .size = sizeof(struct order_body),
};
