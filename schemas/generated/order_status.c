/*
 * Made by fy-generate from schemas/order_status.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_sub_order_status(struct fy_reader *in, struct sub_order_status *value)
{
    int symbol;
    bool set;

    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_symbol(in, 8, &symbol))
        return false;
    value->state = (enum sub_order_state)symbol;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_due_ms = set;
    value->due_ms = 0;
    if (set && !fy_read_long(in, &value->due_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_return_until_ms = set;
    value->return_until_ms = 0;
    if (set && !fy_read_long(in, &value->return_until_ms))
        return false;
    if (!fy_read_long(in, &value->sold_minor))
        return false;
    if (!fy_read_long(in, &value->commission_minor))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_order_status_as_of(struct fy_reader *in, struct order_status_as_of *value)
{
    struct position *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 3, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_position(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_status_answered(struct fy_reader *in, struct order_status_answered *value)
{
    struct order_answer *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 3, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_order_answer(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_status_payment(
    struct fy_reader *in, const struct payment_standing **ret_value)
{
    struct payment_standing *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_payment_standing(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_status_lines(struct fy_reader *in, struct order_status_lines *value)
{
    struct line_standing *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 10, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_line_standing(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_status_sub_orders(
    struct fy_reader *in, struct order_status_sub_orders *value)
{
    struct sub_order_status *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 8, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_sub_order_status(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_status_shipments(struct fy_reader *in, struct order_status_shipments *value)
{
    struct order_shipment *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 5, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_order_shipment(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

bool fy_read_order_status(struct fy_reader *in, struct order_status *value)
{
    bool set;

    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->visitor = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->visitor))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->body_mac = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->body_mac))
        return false;
    if (!read_order_status_as_of(in, &value->as_of))
        return false;
    if (!read_order_status_answered(in, &value->answered))
        return false;
    if (!fy_read_long(in, &value->placed_ms))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!fy_read_order_standing(in, &value->standing))
        return false;
    if (!fy_read_boolean(in, &value->pending))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    if (!fy_read_long(in, &value->expected_minor))
        return false;
    if (!fy_read_long(in, &value->total_minor))
        return false;
    if (!fy_read_long(in, &value->owed_minor))
        return false;
    if (!read_order_status_payment(in, &value->payment))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->payment_code = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->payment_code))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->action_url = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->action_url))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_pay_until_ms = set;
    value->pay_until_ms = 0;
    if (set && !fy_read_long(in, &value->pay_until_ms))
        return false;
    if (!fy_read_delivery_encrypted(in, &value->delivery))
        return false;
    if (!read_order_status_lines(in, &value->lines))
        return false;
    if (!read_order_status_sub_orders(in, &value->sub_orders))
        return false;
    if (!read_order_status_shipments(in, &value->shipments))
        return false;
    return true;
}

static const struct fy_plan plan_52_order_status;
static const struct fy_plan plan_52_position;
static const struct fy_plan plan_52_order_answer;
static const struct fy_plan plan_52_order_standing;
static const struct fy_plan plan_52_payment_standing;
static const struct fy_plan plan_52_delivery_encrypted;
static const struct fy_plan plan_52_line_standing;
static const struct fy_plan plan_52_money;
static const struct fy_plan plan_52_sub_order_status;
static const struct fy_plan plan_52_order_shipment;
static const struct fy_plan plan_52_order_item;

static const struct fy_plan_field fields_of_plan_52_order_status[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 3, .record = &plan_52_position},
    {.kind = FY_FIELD_RECORD, .target = 5, .array = true, .item_bytes_min = 2, .record = &plan_52_order_answer},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_RECORD, .target = 8, .record = &plan_52_order_standing},
    {.kind = FY_FIELD_BOOLEAN, .target = 9},
    {.kind = FY_FIELD_STRING, .target = 10},
    {.kind = FY_FIELD_LONG, .target = 11},
    {.kind = FY_FIELD_LONG, .target = 12},
    {.kind = FY_FIELD_LONG, .target = 13},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_52_payment_standing},
    {.kind = FY_FIELD_STRING, .target = 15, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 16, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 17, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 18, .record = &plan_52_delivery_encrypted},
    {.kind = FY_FIELD_RECORD, .target = 19, .array = true, .item_bytes_min = 10, .record = &plan_52_line_standing},
    {.kind = FY_FIELD_RECORD, .target = 20, .array = true, .item_bytes_min = 8, .record = &plan_52_sub_order_status},
    {.kind = FY_FIELD_RECORD, .target = 21, .array = true, .item_bytes_min = 5, .record = &plan_52_order_shipment},
};

static const struct fy_plan plan_52_order_status = {
    .fields = fields_of_plan_52_order_status,
    .field_count = 22,
};

static const struct fy_plan_field fields_of_plan_52_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_52_position = {
    .fields = fields_of_plan_52_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_52_order_answer[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_52_order_answer = {
    .fields = fields_of_plan_52_order_answer,
    .field_count = 2,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const int32_t symbols_52_order_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
static const struct fy_plan_field fields_of_plan_52_order_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 10, .symbols = symbols_52_order_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_52_order_standing = {
    .fields = fields_of_plan_52_order_standing,
    .field_count = 3,
};

static const int32_t symbols_52_payment_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_52_payment_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 8, .symbols = symbols_52_payment_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 7, .nullable = true},
};

static const struct fy_plan plan_52_payment_standing = {
    .fields = fields_of_plan_52_payment_standing,
    .field_count = 8,
};

static const struct fy_plan_field fields_of_plan_52_delivery_encrypted[] = {
    {.kind = FY_FIELD_BYTES, .target = 0, .nullable = true},
};

static const struct fy_plan plan_52_delivery_encrypted = {
    .fields = fields_of_plan_52_delivery_encrypted,
    .field_count = 1,
};

static const int32_t symbols_52_line_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_52_line_standing[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_ENUM, .target = 2, .symbol_count = 8, .symbols = symbols_52_line_standing_state},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .nullable = true, .record = &plan_52_money},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_STRING, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9},
};

static const struct fy_plan plan_52_line_standing = {
    .fields = fields_of_plan_52_line_standing,
    .field_count = 10,
};

static const struct fy_plan_field fields_of_plan_52_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_52_money = {
    .fields = fields_of_plan_52_money,
    .field_count = 2,
};

static const int32_t symbols_52_sub_order_status_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_52_sub_order_status[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_ENUM, .target = 1, .symbol_count = 8, .symbols = symbols_52_sub_order_status_state},
    {.kind = FY_FIELD_LONG, .target = 2, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .nullable = true},
};

static const struct fy_plan plan_52_sub_order_status = {
    .fields = fields_of_plan_52_sub_order_status,
    .field_count = 8,
};

static const struct fy_plan_field fields_of_plan_52_order_shipment[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 2, .record = &plan_52_order_item},
};

static const struct fy_plan plan_52_order_shipment = {
    .fields = fields_of_plan_52_order_shipment,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_52_order_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_52_order_item = {
    .fields = fields_of_plan_52_order_item,
    .field_count = 2,
};

enum fy_status order_status_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct order_status *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 52:
        return fy_read_end(&in, fy_resolve(&in, &plan_52_order_status, &fy_type_order_status, ret_value));
    case 63:
        return fy_read_end(&in, fy_read_order_status(&in, ret_value));
    case 82:
        return fy_read_end(&in, fy_read_order_status(&in, ret_value));
    default:
        return fy_read_unknown(&in, "order_status");
    }
}

static size_t room_sub_order_status(const struct sub_order_status *value)
{
    size_t room = 78;

    room += value->supplier.size;
    room += value->currency.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_sub_order_status(uint8_t *at, const struct sub_order_status *value)
{
    at = fy_write_string(at, value->supplier);
    at = fy_write_long(at, value->state);
    at = fy_write_branch(at, value->has_due_ms);
    if (value->has_due_ms)
        at = fy_write_long(at, value->due_ms);
    at = fy_write_branch(at, value->has_return_until_ms);
    if (value->has_return_until_ms)
        at = fy_write_long(at, value->return_until_ms);
    at = fy_write_long(at, value->sold_minor);
    at = fy_write_long(at, value->commission_minor);
    at = fy_write_string(at, value->currency);
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

size_t fy_room_order_status(const struct order_status *value)
{
    size_t room = 192;

    room += value->order.size;
    room += value->person.size;
    room += value->visitor.size;
    room += value->body_mac.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    for (size_t i = 0; i < value->answered.count; i++)
        room += fy_room_order_answer(&value->answered.items[i]);
    room += fy_room_order_standing(&value->standing);
    room += value->currency.size;
    if (value->payment != NULL)
        room += fy_room_payment_standing(value->payment);
    room += value->payment_code.size;
    room += value->action_url.size;
    room += fy_room_delivery_encrypted(&value->delivery);
    for (size_t i = 0; i < value->lines.count; i++)
        room += fy_room_line_standing(&value->lines.items[i]);
    for (size_t i = 0; i < value->sub_orders.count; i++)
        room += room_sub_order_status(&value->sub_orders.items[i]);
    for (size_t i = 0; i < value->shipments.count; i++)
        room += fy_room_order_shipment(&value->shipments.items[i]);
    return room;
}

uint8_t *fy_write_order_status(uint8_t *at, const struct order_status *value)
{
    at = fy_write_string(at, value->order);
    at = fy_write_string(at, value->person);
    at = fy_write_branch(at, value->visitor.data != NULL);
    if (value->visitor.data != NULL)
        at = fy_write_string(at, value->visitor);
    at = fy_write_branch(at, value->body_mac.data != NULL);
    if (value->body_mac.data != NULL)
        at = fy_write_string(at, value->body_mac);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    if (value->answered.count > 0) {
        at = fy_write_long(at, (int64_t)value->answered.count);
        for (size_t i = 0; i < value->answered.count; i++)
            at = fy_write_order_answer(at, &value->answered.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->placed_ms);
    at = fy_write_long(at, value->updated_ms);
    at = fy_write_order_standing(at, &value->standing);
    at = fy_write_boolean(at, value->pending);
    at = fy_write_string(at, value->currency);
    at = fy_write_long(at, value->expected_minor);
    at = fy_write_long(at, value->total_minor);
    at = fy_write_long(at, value->owed_minor);
    at = fy_write_branch(at, value->payment != NULL);
    if (value->payment != NULL)
        at = fy_write_payment_standing(at, value->payment);
    at = fy_write_branch(at, value->payment_code.data != NULL);
    if (value->payment_code.data != NULL)
        at = fy_write_string(at, value->payment_code);
    at = fy_write_branch(at, value->action_url.data != NULL);
    if (value->action_url.data != NULL)
        at = fy_write_string(at, value->action_url);
    at = fy_write_branch(at, value->has_pay_until_ms);
    if (value->has_pay_until_ms)
        at = fy_write_long(at, value->pay_until_ms);
    at = fy_write_delivery_encrypted(at, &value->delivery);
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = fy_write_line_standing(at, &value->lines.items[i]);
    }
    *at++ = 0;
    if (value->sub_orders.count > 0) {
        at = fy_write_long(at, (int64_t)value->sub_orders.count);
        for (size_t i = 0; i < value->sub_orders.count; i++)
            at = write_sub_order_status(at, &value->sub_orders.items[i]);
    }
    *at++ = 0;
    if (value->shipments.count > 0) {
        at = fy_write_long(at, (int64_t)value->shipments.count);
        for (size_t i = 0; i < value->shipments.count; i++)
            at = fy_write_order_shipment(at, &value->shipments.items[i]);
    }
    *at++ = 0;
    return at;
}

enum fy_status order_status_encode(const struct order_status *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_order_status(value);
    begin = fy_write_begin(arena, 82, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_order_status(begin, value), ret_bytes);
}

static const char *const sub_order_state_symbols[] = {
    "WAITING",
    "ACCEPTED",
    "PARTLY_SHIPPED",
    "SHIPPED",
    "DELIVERED",
    "RETURNED",
    "CANCELLED",
    "REJECTED",
};

static const struct fy_field fields_of_sub_order_status[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct sub_order_status, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "state",
        .name_bytes = 5,
        .offset = offsetof(struct sub_order_status, state),
        .kind = FY_FIELD_ENUM,
        .symbols = sub_order_state_symbols,
        .symbol_count = 8,
    },
    {
        .name = "due_ms",
        .name_bytes = 6,
        .offset = offsetof(struct sub_order_status, due_ms),
        .has_offset = offsetof(struct sub_order_status, has_due_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "return_until_ms",
        .name_bytes = 15,
        .offset = offsetof(struct sub_order_status, return_until_ms),
        .has_offset = offsetof(struct sub_order_status, has_return_until_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "sold_minor",
        .name_bytes = 10,
        .offset = offsetof(struct sub_order_status, sold_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "commission_minor",
        .name_bytes = 16,
        .offset = offsetof(struct sub_order_status, commission_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct sub_order_status, currency),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct sub_order_status, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_sub_order_status = {
    .name = "SubOrderStatus",
    .fields = fields_of_sub_order_status,
    .field_count = 8,
    .size = sizeof(struct sub_order_status),
};

static const struct fy_field fields_of_order_status[] = {
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct order_status, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct order_status, person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct order_status, visitor),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "body_mac",
        .name_bytes = 8,
        .offset = offsetof(struct order_status, body_mac),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct order_status, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "answered",
        .name_bytes = 8,
        .offset = offsetof(struct order_status, answered),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_order_answer,
    },
    {
        .name = "placed_ms",
        .name_bytes = 9,
        .offset = offsetof(struct order_status, placed_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct order_status, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct order_status, standing),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_order_standing,
    },
    {
        .name = "pending",
        .name_bytes = 7,
        .offset = offsetof(struct order_status, pending),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct order_status, currency),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "expected_minor",
        .name_bytes = 14,
        .offset = offsetof(struct order_status, expected_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "total_minor",
        .name_bytes = 11,
        .offset = offsetof(struct order_status, total_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "owed_minor",
        .name_bytes = 10,
        .offset = offsetof(struct order_status, owed_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct order_status, payment),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_payment_standing,
    },
    {
        .name = "payment_code",
        .name_bytes = 12,
        .offset = offsetof(struct order_status, payment_code),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "action_url",
        .name_bytes = 10,
        .offset = offsetof(struct order_status, action_url),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "pay_until_ms",
        .name_bytes = 12,
        .offset = offsetof(struct order_status, pay_until_ms),
        .has_offset = offsetof(struct order_status, has_pay_until_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "delivery",
        .name_bytes = 8,
        .offset = offsetof(struct order_status, delivery),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_delivery_encrypted,
    },
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct order_status, lines),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_line_standing,
    },
    {
        .name = "sub_orders",
        .name_bytes = 10,
        .offset = offsetof(struct order_status, sub_orders),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_sub_order_status,
    },
    {
        .name = "shipments",
        .name_bytes = 9,
        .offset = offsetof(struct order_status, shipments),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_order_shipment,
    },
};

const struct fy_type fy_type_order_status = {
    .name = "OrderStatus",
    .fields = fields_of_order_status,
    .field_count = 22,
    .size = sizeof(struct order_status),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return order_status_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return order_status_decode(bytes, arena, ret_value, err);
}

static const char text_52[] =
    "{\"type\":\"record\",\"name\":\"OrderStatus\",\"namespace\":\"fy\",\"doc\":\"An order as ever"
    "ybody may see it who may see it at all: its customer, its suppliers (their lines), operators."
    "\",\"fields\":[{\"name\":\"order\",\"type\":\"string\",\"doc\":\"The order; also the key.\"},"
    "{\"name\":\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\",\"de"
    "fault\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they were"
    " signed in.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\""
    ":\"Keyed hash of the body that it was placed with: who repeats it with another is refused at "
    "the edge.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
    "\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state in"
    "cludes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":"
    "\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":"
    "\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input of each"
    " topic included; a request that was refused too.\"},{\"name\":\"answered\",\"default\":[],\"t"
    "ype\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderAnswer\",\"namespace"
    "\":\"fy\",\"doc\":\"How a request was answered.\",\"fields\":[{\"name\":\"event_id\",\"type\""
    ":\"string\",\"doc\":\"The request's event_id.\"},{\"name\":\"refused\",\"default\":null,\"typ"
    "e\":[\"null\",\"string\"],\"doc\":\"Why it was refused; null: it was not.\"}]}},\"doc\":\"The"
    " last requests and how each was answered, newest last; at most 16.\"},{\"name\":\"placed_ms\""
    ",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was plac"
    "ed, UTC.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-"
    "millis\"},\"doc\":\"When it last changed, UTC.\"},{\"name\":\"standing\",\"type\":{\"type\":"
    "\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":\"How an order stands.\","
    "\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"OrderState\",\"symbols"
    "\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING\",\"CAPTURING\",\"CONFIR"
    "MED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is no such order. HOLDING: "
    "stock is asked to hold each line. PAYING: payments is asked to authorise. ACTION_REQUIRED: th"
    "e customer must confirm at the provider. COMMITTING: it is paid for, and what is held is bein"
    "g sold. CAPTURING: all is sold, and the money is being taken. CONFIRMED: suppliers are at wor"
    "k. CLOSED: all was delivered, returned or given back. REFUSED: never was one. CANCELLED: noth"
    "ing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{\"name\":\"reason\",\"def"
    "ault\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refused, cancelled or closed,"
    " a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default\":null,\"type\":[\"null"
    "\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, refund_failed, not_shipped,"
    " stock_differs, amount_differs, too_many_refunds or unexpected; null: it goes its way.\"}]},"
    "\"doc\":\"How it stands.\"},{\"name\":\"pending\",\"type\":\"boolean\",\"doc\":\"It changes s"
    "oon without anybody's doing: worth asking again.\"},{\"name\":\"currency\",\"type\":\"string"
    "\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"expected_minor\",\"type\":\"long\",\"do"
    "c\":\"What the customer was shown as the sum, minor units.\"},{\"name\":\"total_minor\",\"typ"
    "e\":\"long\",\"doc\":\"What it costs, of all lines whose price is known, minor units: of a to"
    "tal_differs, the new sum.\"},{\"name\":\"owed_minor\",\"type\":\"long\",\"doc\":\"What is sti"
    "ll to be given back, minor units.\"},{\"name\":\"payment\",\"default\":null,\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a pay"
    "ment stands, as far as we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\""
    ",\"name\":\"PaymentState\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED"
    "\",\"CAPTURED\",\"VOIDED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING"
    ": asked for, outcome unknown yet. ACTION_REQUIRED: the customer must confirm at the provider."
    " AUTHORISED: promised. CAPTURED: taken; some or all may be refunded. VOIDED: promised no more"
    ", for we asked. DECLINED: refused. EXPIRED: promised no more, for nobody took it in time.\"},"
    "\"doc\":\"How far it is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_"
    "bytes\":3,\"chars\":\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_m"
    "inor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor un"
    "its, >= 0; it stays when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":"
    "0,\"max\":100000000000,\"doc\":\"What was taken, minor units, >= 0, at most what was promised"
    ".\"},{\"name\":\"refunded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\""
    "What was given back, minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\""
    "type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was t"
    "aken, minor units, >= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\""
    "string\"],\"max_bytes\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{"
    "\"name\":\"expires_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType"
    "\":\"timestamp-millis\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; "
    "null: not known, or nothing is promised.\"}]}],\"doc\":\"How the payment stands: what was pro"
    "mised, taken and given back; null: nobody asked, or told.\"},{\"name\":\"payment_code\",\"def"
    "ault\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was declined, in the provider's w"
    "ords.\"},{\"name\":\"action_url\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"W"
    "here the customer confirms the payment, for them alone; null: nowhere.\"},{\"name\":\"pay_unt"
    "il_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-mi"
    "llis\"}],\"doc\":\"Until when stock is held for them, UTC; null: it is paid, or over.\"},{\"n"
    "ame\":\"delivery\",\"type\":{\"type\":\"record\",\"name\":\"DeliveryEncrypted\",\"namespace\""
    ":\"fy\",\"doc\":\"Where an order's parcels go, sealed under the person's key. Deciders copy i"
    "t and cannot read it.\",\"fields\":[{\"name\":\"address\",\"default\":null,\"type\":[\"null\""
    ",\"bytes\"],\"max_bytes\":4096,\"personal\":true,\"doc\":\"Name, phone and postal address, a "
    "JSON object {full_name, phone, lines, postcode, city, country}; sealed as field \\\"address\\"
    "\". Null: none was given.\"}]},\"doc\":\"Where it goes.\"},{\"name\":\"lines\",\"type\":{\"ty"
    "pe\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"LineStanding\",\"namespace\":\"fy\","
    "\"doc\":\"How a line of an order stands: whole items of one SKU, of one supplier.\",\"fields"
    "\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Which SKU.\"},{\"name\":\"units\",\"type"
    "\":\"long\",\"doc\":\"Whole items ordered, 1 .. 999.\"},{\"name\":\"state\",\"type\":{\"type"
    "\":\"enum\",\"name\":\"LineState\",\"symbols\":[\"HOLDING\",\"HELD\",\"COMMITTING\",\"WAITING"
    "\",\"ACCEPTED\",\"SHIPPED\",\"DELIVERED\",\"ENDED\"],\"doc\":\"HOLDING: stock is asked. HELD:"
    " promised. COMMITTING: being sold. WAITING: sold, its supplier is to accept. ACCEPTED: its su"
    "pplier will ship; some may have left. SHIPPED: all that is not cancelled has left. DELIVERED:"
    " that has arrived. ENDED: nothing of it will be shipped.\"},\"doc\":\"How far it is.\"},{\"na"
    "me\":\"supplier\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who ships it; nul"
    "l: not known yet, or nobody.\"},{\"name\":\"price\",\"default\":null,\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fie"
    "lds\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor u"
    "nits, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_by"
    "tes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]}],\"doc\":\"What the customer "
    "pays for one item; null: not known yet.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"de"
    "fault\":0,\"doc\":\"Whole items that have left.\"},{\"name\":\"returned_units\",\"type\":\"lo"
    "ng\",\"default\":0,\"doc\":\"Of them, those that came back.\"},{\"name\":\"cancelled_units\","
    "\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that will not be shipped. Shipped and c"
    "ancelled are at most those ordered.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null"
    "\",\"string\"],\"doc\":\"Why stock would not hold it, or why it ended, a word; null: neither."
    "\"},{\"name\":\"left_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of a line that stock w"
    "ould not hold: whole items that one supplier could have given.\"}]}},\"doc\":\"What was order"
    "ed; at most 50.\"},{\"name\":\"sub_orders\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SubOrderStatus\",\"doc\":\"What one supplier has of it.\",\"fields\":[{"
    "\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"state\",\"type\":{\"t"
    "ype\":\"enum\",\"name\":\"SubOrderState\",\"symbols\":[\"WAITING\",\"ACCEPTED\",\"PARTLY_SHIP"
    "PED\",\"SHIPPED\",\"DELIVERED\",\"RETURNED\",\"CANCELLED\",\"REJECTED\"],\"doc\":\"WAITING: t"
    "o accept. ACCEPTED: will ship. PARTLY_SHIPPED, SHIPPED: some has, all has left. DELIVERED: it"
    " has arrived. RETURNED: all of it came back. CANCELLED: nothing of it will be shipped. REJECT"
    "ED: they would not ship.\"},\"doc\":\"How far it is.\"},{\"name\":\"due_ms\",\"default\":null"
    ",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Until"
    " when they are to accept, or to ship, UTC; null: neither.\"},{\"name\":\"return_until_ms\",\""
    "default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],"
    "\"doc\":\"Until when it may come back, UTC; null: not delivered, or over.\"},{\"name\":\"sold"
    "_minor\",\"type\":\"long\",\"doc\":\"What customers pay for what is theirs of it, less what i"
    "s cancelled or returned, minor units.\"},{\"name\":\"commission_minor\",\"type\":\"long\",\"d"
    "oc\":\"Of that, our part.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\""
    "},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why they rej"
    "ected it.\"}]}},\"doc\":\"One per supplier, once it is confirmed.\"},{\"name\":\"shipments\","
    "\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderShipment\",\"name"
    "space\":\"fy\",\"doc\":\"A parcel.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\","
    "\"doc\":\"Who sent it.\"},{\"name\":\"shipped_ms\",\"type\":{\"type\":\"long\",\"logicalType"
    "\":\"timestamp-millis\"},\"doc\":\"When it was told, UTC.\"},{\"name\":\"carrier\",\"default"
    "\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who carries it, a word.\"},{\"name\":\"track"
    "ing\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The carrier's number of it.\""
    "},{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\""
    "OrderItem\",\"namespace\":\"fy\",\"doc\":\"Whole items of one SKU of an order.\",\"fields\":["
    "{\"name\":\"sku\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"do"
    "c\":\"Which SKU; an order has at most one line of it.\"},{\"name\":\"units\",\"type\":\"long"
    "\",\"min\":1,\"max\":999,\"doc\":\"Whole items.\"}]}},\"doc\":\"What is in it.\"}]}},\"doc\":"
    "\"Parcels, oldest first; at most 64.\"}]}";

const struct fy_schema order_status_schema_52 = {
    .id = 52,
    .version = 1,
    .fingerprint = UINT64_C(0xb722e28843617c58),
    .subject = "order-status-value",
    .text = text_52,
    .name = "order_status",
    .type = &fy_type_order_status,
    .size = sizeof(struct order_status),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_63[] =
    "{\"type\":\"record\",\"name\":\"OrderStatus\",\"namespace\":\"fy\",\"doc\":\"An order as ever"
    "ybody may see it who may see it at all: its customer, its suppliers (their lines), operators."
    "\",\"fields\":[{\"name\":\"order\",\"type\":\"string\",\"doc\":\"The order; also the key.\"},"
    "{\"name\":\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\",\"de"
    "fault\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they were"
    " signed in.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\""
    ":\"Keyed hash of the body that it was placed with: who repeats it with another is refused at "
    "the edge.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
    "\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state in"
    "cludes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":"
    "\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":"
    "\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input of each"
    " topic included; a request that was refused too.\"},{\"name\":\"answered\",\"default\":[],\"t"
    "ype\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderAnswer\",\"namespace"
    "\":\"fy\",\"doc\":\"How a request was answered.\",\"fields\":[{\"name\":\"event_id\",\"type\""
    ":\"string\",\"doc\":\"The request's event_id.\"},{\"name\":\"refused\",\"default\":null,\"typ"
    "e\":[\"null\",\"string\"],\"doc\":\"Why it was refused; null: it was not.\"},{\"name\":\"body"
    "_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Keyed hash of its body: how "
    "another body under the same event_id is told from a repeat.\"}]}},\"doc\":\"The last requests"
    " and how each was answered, newest last; at most 16.\"},{\"name\":\"placed_ms\",\"type\":{\"t"
    "ype\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was placed, UTC.\"},{"
    "\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"d"
    "oc\":\"When it last changed, UTC.\"},{\"name\":\"standing\",\"type\":{\"type\":\"record\",\"n"
    "ame\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":\"How an order stands.\",\"fields\":[{\""
    "name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"OrderState\",\"symbols\":[\"NONE\",\""
    "HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING\",\"CAPTURING\",\"CONFIRMED\",\"CLOSED"
    "\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is no such order. HOLDING: stock is asked"
    " to hold each line. PAYING: payments is asked to authorise. ACTION_REQUIRED: the customer mus"
    "t confirm at the provider. COMMITTING: it is paid for, and what is held is being sold. CAPTUR"
    "ING: all is sold, and the money is being taken. CONFIRMED: suppliers are at work. CLOSED: all"
    " was delivered, returned or given back. REFUSED: never was one. CANCELLED: nothing of it was "
    "shipped, nor will be.\"},\"doc\":\"How far it is.\"},{\"name\":\"reason\",\"default\":null,\""
    "type\":[\"null\",\"string\"],\"doc\":\"Why it was refused, cancelled or closed, a word; null:"
    " it was not.\"},{\"name\":\"needs_operator\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"doc\":\"No rule settles it, and why: unanswered, refund_failed, not_shipped, stock_differs,"
    " amount_differs, too_many_refunds or unexpected; null: it goes its way.\"}]},\"doc\":\"How it"
    " stands.\"},{\"name\":\"pending\",\"type\":\"boolean\",\"doc\":\"It changes soon without anyb"
    "ody's doing: worth asking again.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"Of a"
    "ll amounts, ISO 4217.\"},{\"name\":\"expected_minor\",\"type\":\"long\",\"doc\":\"What the cu"
    "stomer was shown as the sum, minor units.\"},{\"name\":\"total_minor\",\"type\":\"long\",\"do"
    "c\":\"What it costs, of all lines whose price is known, minor units: of a total_differs, the "
    "new sum.\"},{\"name\":\"owed_minor\",\"type\":\"long\",\"doc\":\"What is still to be given ba"
    "ck, minor units.\"},{\"name\":\"payment\",\"default\":null,\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as fa"
    "r as we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"Paymen"
    "tState\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\""
    "VOIDED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked for, outco"
    "me unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISED: promi"
    "sed. CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we asked. DE"
    "CLINED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\"How far "
    "it is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars"
    "\":\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":"
    "\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0; it st"
    "ays when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":100000"
    "000000,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"name\":"
    "\"refunded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given "
    "back, minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\""
    ",\"min\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, minor uni"
    "ts, >= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max"
    "_bytes\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":\"expi"
    "res_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-m"
    "illis\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not known,"
    " or nothing is promised.\"}]}],\"doc\":\"How the payment stands: what was promised, taken and"
    " given back; null: nobody asked, or told.\"},{\"name\":\"payment_code\",\"default\":null,\"ty"
    "pe\":[\"null\",\"string\"],\"doc\":\"Why it was declined, in the provider's words.\"},{\"name"
    "\":\"action_url\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Where the custome"
    "r confirms the payment, for them alone; null: nowhere.\"},{\"name\":\"pay_until_ms\",\"defaul"
    "t\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\""
    ":\"Until when stock is held for them, UTC; null: it is paid, or over.\"},{\"name\":\"delivery"
    "\",\"type\":{\"type\":\"record\",\"name\":\"DeliveryEncrypted\",\"namespace\":\"fy\",\"doc\":"
    "\"Where an order's parcels go, sealed under the person's key. Deciders copy it and cannot rea"
    "d it.\",\"fields\":[{\"name\":\"address\",\"default\":null,\"type\":[\"null\",\"bytes\"],\"ma"
    "x_bytes\":4096,\"personal\":true,\"doc\":\"Name, phone and postal address, a JSON object {ful"
    "l_name, phone, lines, postcode, city, country}; sealed as field \\\"address\\\". Null: none w"
    "as given.\"}]},\"doc\":\"Where it goes.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\","
    "\"items\":{\"type\":\"record\",\"name\":\"LineStanding\",\"namespace\":\"fy\",\"doc\":\"How a"
    " line of an order stands: whole items of one SKU, of one supplier.\",\"fields\":[{\"name\":\""
    "sku\",\"type\":\"string\",\"doc\":\"Which SKU.\"},{\"name\":\"units\",\"type\":\"long\",\"doc"
    "\":\"Whole items ordered, 1 .. 999.\"},{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name"
    "\":\"LineState\",\"symbols\":[\"HOLDING\",\"HELD\",\"COMMITTING\",\"WAITING\",\"ACCEPTED\",\""
    "SHIPPED\",\"DELIVERED\",\"ENDED\"],\"doc\":\"HOLDING: stock is asked. HELD: promised. COMMITT"
    "ING: being sold. WAITING: sold, its supplier is to accept. ACCEPTED: its supplier will ship; "
    "some may have left. SHIPPED: all that is not cancelled has left. DELIVERED: that has arrived."
    " ENDED: nothing of it will be shipped.\"},\"doc\":\"How far it is.\"},{\"name\":\"supplier\","
    "\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who ships it; null: not known yet, "
    "or nobody.\"},{\"name\":\"price\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":"
    "\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a "
    "euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\""
    ":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]}],\"doc\":\"What the customer pays for one item"
    "; null: not known yet.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"default\":0,\"doc\""
    ":\"Whole items that have left.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"default\":"
    "0,\"doc\":\"Of them, those that came back.\"},{\"name\":\"cancelled_units\",\"type\":\"long\""
    ",\"default\":0,\"doc\":\"Whole items that will not be shipped. Shipped and cancelled are at m"
    "ost those ordered.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\""
    "doc\":\"Why stock would not hold it, or why it ended, a word; null: neither.\"},{\"name\":\"l"
    "eft_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of a line that stock would not hold: wh"
    "ole items that one supplier could have given.\"}]}},\"doc\":\"What was ordered; at most 50.\""
    "},{\"name\":\"sub_orders\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name"
    "\":\"SubOrderStatus\",\"doc\":\"What one supplier has of it.\",\"fields\":[{\"name\":\"suppli"
    "er\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"state\",\"type\":{\"type\":\"enum\",\""
    "name\":\"SubOrderState\",\"symbols\":[\"WAITING\",\"ACCEPTED\",\"PARTLY_SHIPPED\",\"SHIPPED\""
    ",\"DELIVERED\",\"RETURNED\",\"CANCELLED\",\"REJECTED\"],\"doc\":\"WAITING: to accept. ACCEPTE"
    "D: will ship. PARTLY_SHIPPED, SHIPPED: some has, all has left. DELIVERED: it has arrived. RET"
    "URNED: all of it came back. CANCELLED: nothing of it will be shipped. REJECTED: they would no"
    "t ship.\"},\"doc\":\"How far it is.\"},{\"name\":\"due_ms\",\"default\":null,\"type\":[\"null"
    "\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Until when they are to"
    " accept, or to ship, UTC; null: neither.\"},{\"name\":\"return_until_ms\",\"default\":null,\""
    "type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Until wh"
    "en it may come back, UTC; null: not delivered, or over.\"},{\"name\":\"sold_minor\",\"type\":"
    "\"long\",\"doc\":\"What customers pay for what is theirs of it, less what is cancelled or ret"
    "urned, minor units.\"},{\"name\":\"commission_minor\",\"type\":\"long\",\"doc\":\"Of that, ou"
    "r part.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\"},{\"name\":\"reas"
    "on\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why they rejected it.\"}]}},\""
    "doc\":\"One per supplier, once it is confirmed.\"},{\"name\":\"shipments\",\"type\":{\"type\""
    ":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderShipment\",\"namespace\":\"fy\",\"d"
    "oc\":\"A parcel.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who sent "
    "it.\"},{\"name\":\"shipped_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-milli"
    "s\"},\"doc\":\"When it was told, UTC.\"},{\"name\":\"carrier\",\"default\":null,\"type\":[\"n"
    "ull\",\"string\"],\"doc\":\"Who carries it, a word.\"},{\"name\":\"tracking\",\"default\":nul"
    "l,\"type\":[\"null\",\"string\"],\"doc\":\"The carrier's number of it.\"},{\"name\":\"items\""
    ",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderItem\",\"namespa"
    "ce\":\"fy\",\"doc\":\"Whole items of one SKU of an order.\",\"fields\":[{\"name\":\"sku\",\"t"
    "ype\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Which SKU; an o"
    "rder has at most one line of it.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":9"
    "99,\"doc\":\"Whole items.\"}]}},\"doc\":\"What is in it.\"}]}},\"doc\":\"Parcels, oldest firs"
    "t; at most 64.\"}]}";

const struct fy_schema order_status_schema_63 = {
    .id = 63,
    .version = 2,
    .fingerprint = UINT64_C(0x150b19ec76cf2fff),
    .subject = "order-status-value",
    .text = text_63,
    .name = "order_status",
    .type = &fy_type_order_status,
    .size = sizeof(struct order_status),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_82[] =
    "{\"type\":\"record\",\"name\":\"OrderStatus\",\"namespace\":\"fy\",\"doc\":\"An order as ever"
    "ybody may see it who may see it at all: its customer, its suppliers (their lines), operators."
    "\",\"fields\":[{\"name\":\"order\",\"type\":\"string\",\"doc\":\"The order; also the key.\"},"
    "{\"name\":\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\",\"de"
    "fault\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they were"
    " signed in.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\""
    ":\"Keyed hash of the body that it was placed with: who repeats it with another is refused at "
    "the edge.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
    "\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state in"
    "cludes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":"
    "\"partition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":"
    "\"long\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input of each"
    " topic included; a request that was refused too.\"},{\"name\":\"answered\",\"default\":[],\"t"
    "ype\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderAnswer\",\"namespace"
    "\":\"fy\",\"doc\":\"How a request was answered.\",\"fields\":[{\"name\":\"event_id\",\"type\""
    ":\"string\",\"doc\":\"The request's event_id.\"},{\"name\":\"refused\",\"default\":null,\"typ"
    "e\":[\"null\",\"string\"],\"doc\":\"Why it was refused; null: it was not.\"},{\"name\":\"body"
    "_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Keyed hash of its body: how "
    "another body under the same event_id is told from a repeat.\"}]}},\"doc\":\"The last requests"
    " and how each was answered, newest last; at most 16.\"},{\"name\":\"placed_ms\",\"type\":{\"t"
    "ype\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was placed, UTC.\"},{"
    "\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"d"
    "oc\":\"When it last changed, UTC.\"},{\"name\":\"standing\",\"type\":{\"type\":\"record\",\"n"
    "ame\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":\"How an order stands.\",\"fields\":[{\""
    "name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"OrderState\",\"symbols\":[\"NONE\",\""
    "HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING\",\"CAPTURING\",\"CONFIRMED\",\"CLOSED"
    "\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is no such order. HOLDING: stock is asked"
    " to hold each line. PAYING: payments is asked to authorise. ACTION_REQUIRED: the customer mus"
    "t confirm at the provider. COMMITTING: it is paid for, and what is held is being sold. CAPTUR"
    "ING: all is sold, and the money is being taken. CONFIRMED: suppliers are at work. CLOSED: all"
    " was delivered, returned or given back. REFUSED: never was one. CANCELLED: nothing of it was "
    "shipped, nor will be.\"},\"doc\":\"How far it is.\"},{\"name\":\"reason\",\"default\":null,\""
    "type\":[\"null\",\"string\"],\"doc\":\"Why it was refused, cancelled or closed, a word; null:"
    " it was not.\"},{\"name\":\"needs_operator\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"doc\":\"No rule settles it, and why: unanswered, refund_failed, not_shipped, stock_differs,"
    " amount_differs, too_many_refunds or unexpected; null: it goes its way.\"}]},\"doc\":\"How it"
    " stands.\"},{\"name\":\"pending\",\"type\":\"boolean\",\"doc\":\"It changes soon without anyb"
    "ody's doing: worth asking again.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"Of a"
    "ll amounts, ISO 4217.\"},{\"name\":\"expected_minor\",\"type\":\"long\",\"doc\":\"What the cu"
    "stomer was shown as the sum, minor units.\"},{\"name\":\"total_minor\",\"type\":\"long\",\"do"
    "c\":\"What it costs, of all lines whose price is known, minor units: of a total_differs, the "
    "new sum.\"},{\"name\":\"owed_minor\",\"type\":\"long\",\"doc\":\"What is still to be given ba"
    "ck, minor units.\"},{\"name\":\"payment\",\"default\":null,\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as fa"
    "r as we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"Paymen"
    "tState\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\""
    "VOIDED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked for, outco"
    "me unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISED: promi"
    "sed. CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we asked. DE"
    "CLINED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\"How far "
    "it is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars"
    "\":\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":"
    "\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0; it st"
    "ays when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":100000"
    "000000,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"name\":"
    "\"refunded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given "
    "back, minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\""
    ",\"min\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, minor uni"
    "ts, >= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max"
    "_bytes\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":\"expi"
    "res_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-m"
    "illis\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not known,"
    " or nothing is promised.\"}]}],\"doc\":\"How the payment stands: what was promised, taken and"
    " given back; null: nobody asked, or told.\"},{\"name\":\"payment_code\",\"default\":null,\"ty"
    "pe\":[\"null\",\"string\"],\"doc\":\"Why it was declined, in the provider's words.\"},{\"name"
    "\":\"action_url\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Where the custome"
    "r confirms the payment, for them alone; null: nowhere.\"},{\"name\":\"pay_until_ms\",\"defaul"
    "t\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\""
    ":\"Until when stock is held for them, UTC; null: it is paid, or over.\"},{\"name\":\"delivery"
    "\",\"type\":{\"type\":\"record\",\"name\":\"DeliveryEncrypted\",\"namespace\":\"fy\",\"doc\":"
    "\"Where an order's parcels go, sealed under the person's key. Deciders copy it and cannot rea"
    "d it.\",\"fields\":[{\"name\":\"address\",\"default\":null,\"type\":[\"null\",\"bytes\"],\"ma"
    "x_bytes\":4096,\"personal\":true,\"doc\":\"Name, phone and postal address, a JSON object {ful"
    "l_name, phone, lines, postcode, city, country}; sealed as field \\\"address\\\". Null: none w"
    "as given.\"}]},\"doc\":\"Where it goes.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\","
    "\"items\":{\"type\":\"record\",\"name\":\"LineStanding\",\"namespace\":\"fy\",\"doc\":\"How a"
    " line of an order stands: whole items of one SKU, of one supplier.\",\"fields\":[{\"name\":\""
    "sku\",\"type\":\"string\",\"doc\":\"Which SKU.\"},{\"name\":\"units\",\"type\":\"long\",\"doc"
    "\":\"Whole items ordered, 1 .. 999.\"},{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name"
    "\":\"LineState\",\"symbols\":[\"HOLDING\",\"HELD\",\"COMMITTING\",\"WAITING\",\"ACCEPTED\",\""
    "SHIPPED\",\"DELIVERED\",\"ENDED\"],\"doc\":\"HOLDING: stock is asked. HELD: promised. COMMITT"
    "ING: being sold. WAITING: sold, its supplier is to accept. ACCEPTED: its supplier will ship; "
    "some may have left. SHIPPED: all that is not cancelled has left. DELIVERED: that has arrived."
    " ENDED: nothing of it will be shipped.\"},\"doc\":\"How far it is.\"},{\"name\":\"supplier\","
    "\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who ships it; null: not known yet, "
    "or nobody.\"},{\"name\":\"price\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":"
    "\"minor\",\"type\":\"long\",\"min\":1,\"max\":100000000000,\"doc\":\"Minor units, cents of a "
    "euro; 0 in what was written while a price could be 0.\"},{\"name\":\"currency\",\"type\":\"st"
    "ring\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]"
    "}],\"doc\":\"What the customer pays for one item; null: not known yet.\"},{\"name\":\"shipped"
    "_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that have left.\"},{\"name\":"
    "\"returned_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of them, those that came back.\""
    "},{\"name\":\"cancelled_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that wi"
    "ll not be shipped. Shipped and cancelled are at most those ordered.\"},{\"name\":\"reason\","
    "\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why stock would not hold it, or why"
    " it ended, a word; null: neither.\"},{\"name\":\"left_units\",\"type\":\"long\",\"default\":0"
    ",\"doc\":\"Of a line that stock would not hold: whole items that one supplier could have give"
    "n.\"}]}},\"doc\":\"What was ordered; at most 50.\"},{\"name\":\"sub_orders\",\"type\":{\"type"
    "\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"SubOrderStatus\",\"doc\":\"What one su"
    "pplier has of it.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},"
    "{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"SubOrderState\",\"symbols\":[\"WAI"
    "TING\",\"ACCEPTED\",\"PARTLY_SHIPPED\",\"SHIPPED\",\"DELIVERED\",\"RETURNED\",\"CANCELLED\","
    "\"REJECTED\"],\"doc\":\"WAITING: to accept. ACCEPTED: will ship. PARTLY_SHIPPED, SHIPPED: som"
    "e has, all has left. DELIVERED: it has arrived. RETURNED: all of it came back. CANCELLED: not"
    "hing of it will be shipped. REJECTED: they would not ship.\"},\"doc\":\"How far it is.\"},{\""
    "name\":\"due_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"ti"
    "mestamp-millis\"}],\"doc\":\"Until when they are to accept, or to ship, UTC; null: neither.\""
    "},{\"name\":\"return_until_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logi"
    "calType\":\"timestamp-millis\"}],\"doc\":\"Until when it may come back, UTC; null: not delive"
    "red, or over.\"},{\"name\":\"sold_minor\",\"type\":\"long\",\"doc\":\"What customers pay for "
    "what is theirs of it, less what is cancelled or returned, minor units.\"},{\"name\":\"commiss"
    "ion_minor\",\"type\":\"long\",\"doc\":\"Of that, our part.\"},{\"name\":\"currency\",\"type\""
    ":\"string\",\"doc\":\"ISO 4217.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\","
    "\"string\"],\"doc\":\"Why they rejected it.\"}]}},\"doc\":\"One per supplier, once it is conf"
    "irmed.\"},{\"name\":\"shipments\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\""
    ",\"name\":\"OrderShipment\",\"namespace\":\"fy\",\"doc\":\"A parcel.\",\"fields\":[{\"name\":"
    "\"supplier\",\"type\":\"string\",\"doc\":\"Who sent it.\"},{\"name\":\"shipped_ms\",\"type\":"
    "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was told, UTC.\"},"
    "{\"name\":\"carrier\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who carries i"
    "t, a word.\"},{\"name\":\"tracking\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":"
    "\"The carrier's number of it.\"},{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":{"
    "\"type\":\"record\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":\"Whole items of one "
    "SKU of an order.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"min_bytes\":1,\"max_by"
    "tes\":64,\"chars\":\"sku\",\"doc\":\"Which SKU; an order has at most one line of it.\"},{\"na"
    "me\":\"units\",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole items.\"}]}},\"doc\":"
    "\"What is in it.\"}]}},\"doc\":\"Parcels, oldest first; at most 64.\"}]}";

const struct fy_schema order_status_schema = {
    .id = 82,
    .version = 3,
    .fingerprint = UINT64_C(0x150b19ec76cf2fff),
    .subject = "order-status-value",
    .text = text_82,
    .name = "order_status",
    .type = &fy_type_order_status,
    .size = sizeof(struct order_status),
    .encode = encode_any,
    .decode = decode_any,
};
