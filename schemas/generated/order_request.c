/*
 * Made by fy-generate from schemas/order_request.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_place_order_lines(struct fy_reader *in, struct place_order_lines *value)
{
    struct order_item *items = NULL;
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
            if (!fy_read_order_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_place_order(struct fy_reader *in, struct place_order *value)
{
    bool set;

    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->visitor = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->visitor))
        return false;
    if (!read_place_order_lines(in, &value->lines))
        return false;
    if (!fy_read_money(in, &value->expected_total))
        return false;
    if (!fy_read_delivery_encrypted(in, &value->delivery))
        return false;
    if (!fy_read_string(in, &value->payment_method))
        return false;
    return true;
}

static bool read_cancel_order(struct fy_reader *in, struct cancel_order *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_return_items_items(struct fy_reader *in, struct return_items_items *value)
{
    struct order_item *items = NULL;
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
            if (!fy_read_order_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_return_items(struct fy_reader *in, struct return_items *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!read_return_items_items(in, &value->items))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_accept_sub_order(struct fy_reader *in, struct accept_sub_order *value)
{
    if (!fy_read_string(in, &value->supplier))
        return false;
    return true;
}

static bool read_reject_sub_order(struct fy_reader *in, struct reject_sub_order *value)
{
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_ship_items_items(struct fy_reader *in, struct ship_items_items *value)
{
    struct order_item *items = NULL;
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
            if (!fy_read_order_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_ship_items(struct fy_reader *in, struct ship_items *value)
{
    bool set;

    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!read_ship_items_items(in, &value->items))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->carrier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->carrier))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->tracking = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->tracking))
        return false;
    return true;
}

static bool read_deliver_sub_order(struct fy_reader *in, struct deliver_sub_order *value)
{
    if (!fy_read_string(in, &value->supplier))
        return false;
    return true;
}

static bool read_resolve_order(struct fy_reader *in, struct resolve_order *value)
{
    int symbol;

    if (!fy_read_symbol(in, 3, &symbol))
        return false;
    value->action = (enum resolve_action)symbol;
    if (!fy_read_string(in, &value->note))
        return false;
    return true;
}

static bool read_order_request_place_order(
    struct fy_reader *in, const struct place_order **ret_value)
{
    struct place_order *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_place_order(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_request_cancel_order(
    struct fy_reader *in, const struct cancel_order **ret_value)
{
    struct cancel_order *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_cancel_order(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_request_return_items(
    struct fy_reader *in, const struct return_items **ret_value)
{
    struct return_items *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_return_items(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_request_accept_sub_order(
    struct fy_reader *in, const struct accept_sub_order **ret_value)
{
    struct accept_sub_order *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_accept_sub_order(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_request_reject_sub_order(
    struct fy_reader *in, const struct reject_sub_order **ret_value)
{
    struct reject_sub_order *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_reject_sub_order(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_request_ship_items(struct fy_reader *in, const struct ship_items **ret_value)
{
    struct ship_items *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_ship_items(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_request_deliver_sub_order(
    struct fy_reader *in, const struct deliver_sub_order **ret_value)
{
    struct deliver_sub_order *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_deliver_sub_order(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_request_resolve_order(
    struct fy_reader *in, const struct resolve_order **ret_value)
{
    struct resolve_order *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_resolve_order(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_order_request(struct fy_reader *in, struct order_request *value)
{
    int set_count;
    bool set;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->body_mac = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->body_mac))
        return false;
    if (!read_order_request_place_order(in, &value->place_order))
        return false;
    if (!read_order_request_cancel_order(in, &value->cancel_order))
        return false;
    if (!read_order_request_return_items(in, &value->return_items))
        return false;
    if (!read_order_request_accept_sub_order(in, &value->accept_sub_order))
        return false;
    if (!read_order_request_reject_sub_order(in, &value->reject_sub_order))
        return false;
    if (!read_order_request_ship_items(in, &value->ship_items))
        return false;
    if (!read_order_request_deliver_sub_order(in, &value->deliver_sub_order))
        return false;
    if (!read_order_request_resolve_order(in, &value->resolve_order))
        return false;
    set_count = 0;
    set_count += value->place_order != NULL;
    set_count += value->cancel_order != NULL;
    set_count += value->return_items != NULL;
    set_count += value->accept_sub_order != NULL;
    set_count += value->reject_sub_order != NULL;
    set_count += value->ship_items != NULL;
    set_count += value->deliver_sub_order != NULL;
    set_count += value->resolve_order != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status order_request_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct order_request *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 50:
        return fy_read_end(&in, fy_read_order_request(&in, ret_value));
    case 80:
        return fy_read_end(&in, fy_read_order_request(&in, ret_value));
    default:
        return fy_read_unknown(&in, "order_request");
    }
}

static size_t room_place_order(const struct place_order *value)
{
    size_t room = 42;

    room += value->person.size;
    room += value->visitor.size;
    for (size_t i = 0; i < value->lines.count; i++)
        room += fy_room_order_item(&value->lines.items[i]);
    room += fy_room_money(&value->expected_total);
    room += fy_room_delivery_encrypted(&value->delivery);
    room += value->payment_method.size;
    return room;
}

static uint8_t *write_place_order(uint8_t *at, const struct place_order *value)
{
    at = fy_write_string(at, value->person);
    at = fy_write_branch(at, value->visitor.data != NULL);
    if (value->visitor.data != NULL)
        at = fy_write_string(at, value->visitor);
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = fy_write_order_item(at, &value->lines.items[i]);
    }
    *at++ = 0;
    at = fy_write_money(at, &value->expected_total);
    at = fy_write_delivery_encrypted(at, &value->delivery);
    at = fy_write_string(at, value->payment_method);
    return at;
}

static size_t room_cancel_order(const struct cancel_order *value)
{
    size_t room = 22;

    room += value->supplier.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_cancel_order(uint8_t *at, const struct cancel_order *value)
{
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_return_items(const struct return_items *value)
{
    size_t room = 33;

    room += value->supplier.size;
    for (size_t i = 0; i < value->items.count; i++)
        room += fy_room_order_item(&value->items.items[i]);
    room += value->reason.size;
    return room;
}

static uint8_t *write_return_items(uint8_t *at, const struct return_items *value)
{
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    if (value->items.count > 0) {
        at = fy_write_long(at, (int64_t)value->items.count);
        for (size_t i = 0; i < value->items.count; i++)
            at = fy_write_order_item(at, &value->items.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_accept_sub_order(const struct accept_sub_order *value)
{
    size_t room = 10;

    room += value->supplier.size;
    return room;
}

static uint8_t *write_accept_sub_order(uint8_t *at, const struct accept_sub_order *value)
{
    at = fy_write_string(at, value->supplier);
    return at;
}

static size_t room_reject_sub_order(const struct reject_sub_order *value)
{
    size_t room = 20;

    room += value->supplier.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_reject_sub_order(uint8_t *at, const struct reject_sub_order *value)
{
    at = fy_write_string(at, value->supplier);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_ship_items(const struct ship_items *value)
{
    size_t room = 43;

    room += value->supplier.size;
    for (size_t i = 0; i < value->items.count; i++)
        room += fy_room_order_item(&value->items.items[i]);
    room += value->carrier.size;
    room += value->tracking.size;
    return room;
}

static uint8_t *write_ship_items(uint8_t *at, const struct ship_items *value)
{
    at = fy_write_string(at, value->supplier);
    if (value->items.count > 0) {
        at = fy_write_long(at, (int64_t)value->items.count);
        for (size_t i = 0; i < value->items.count; i++)
            at = fy_write_order_item(at, &value->items.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->carrier.data != NULL);
    if (value->carrier.data != NULL)
        at = fy_write_string(at, value->carrier);
    at = fy_write_branch(at, value->tracking.data != NULL);
    if (value->tracking.data != NULL)
        at = fy_write_string(at, value->tracking);
    return at;
}

static size_t room_deliver_sub_order(const struct deliver_sub_order *value)
{
    size_t room = 10;

    room += value->supplier.size;
    return room;
}

static uint8_t *write_deliver_sub_order(uint8_t *at, const struct deliver_sub_order *value)
{
    at = fy_write_string(at, value->supplier);
    return at;
}

static size_t room_resolve_order(const struct resolve_order *value)
{
    size_t room = 15;

    room += value->note.size;
    return room;
}

static uint8_t *write_resolve_order(uint8_t *at, const struct resolve_order *value)
{
    at = fy_write_long(at, value->action);
    at = fy_write_string(at, value->note);
    return at;
}

size_t fy_room_order_request(const struct order_request *value)
{
    size_t room = 29;

    room += fy_room_envelope(&value->envelope);
    room += value->order.size;
    room += value->body_mac.size;
    if (value->place_order != NULL)
        room += room_place_order(value->place_order);
    if (value->cancel_order != NULL)
        room += room_cancel_order(value->cancel_order);
    if (value->return_items != NULL)
        room += room_return_items(value->return_items);
    if (value->accept_sub_order != NULL)
        room += room_accept_sub_order(value->accept_sub_order);
    if (value->reject_sub_order != NULL)
        room += room_reject_sub_order(value->reject_sub_order);
    if (value->ship_items != NULL)
        room += room_ship_items(value->ship_items);
    if (value->deliver_sub_order != NULL)
        room += room_deliver_sub_order(value->deliver_sub_order);
    if (value->resolve_order != NULL)
        room += room_resolve_order(value->resolve_order);
    return room;
}

uint8_t *fy_write_order_request(uint8_t *at, const struct order_request *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->order);
    at = fy_write_branch(at, value->body_mac.data != NULL);
    if (value->body_mac.data != NULL)
        at = fy_write_string(at, value->body_mac);
    at = fy_write_branch(at, value->place_order != NULL);
    if (value->place_order != NULL)
        at = write_place_order(at, value->place_order);
    at = fy_write_branch(at, value->cancel_order != NULL);
    if (value->cancel_order != NULL)
        at = write_cancel_order(at, value->cancel_order);
    at = fy_write_branch(at, value->return_items != NULL);
    if (value->return_items != NULL)
        at = write_return_items(at, value->return_items);
    at = fy_write_branch(at, value->accept_sub_order != NULL);
    if (value->accept_sub_order != NULL)
        at = write_accept_sub_order(at, value->accept_sub_order);
    at = fy_write_branch(at, value->reject_sub_order != NULL);
    if (value->reject_sub_order != NULL)
        at = write_reject_sub_order(at, value->reject_sub_order);
    at = fy_write_branch(at, value->ship_items != NULL);
    if (value->ship_items != NULL)
        at = write_ship_items(at, value->ship_items);
    at = fy_write_branch(at, value->deliver_sub_order != NULL);
    if (value->deliver_sub_order != NULL)
        at = write_deliver_sub_order(at, value->deliver_sub_order);
    at = fy_write_branch(at, value->resolve_order != NULL);
    if (value->resolve_order != NULL)
        at = write_resolve_order(at, value->resolve_order);
    return at;
}

enum fy_status order_request_encode(const struct order_request *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->place_order != NULL;
    set_count += value->cancel_order != NULL;
    set_count += value->return_items != NULL;
    set_count += value->accept_sub_order != NULL;
    set_count += value->reject_sub_order != NULL;
    set_count += value->ship_items != NULL;
    set_count += value->deliver_sub_order != NULL;
    set_count += value->resolve_order != NULL;
    if (set_count != 1)
        return fy_write_one_of("order_request", set_count, err);
    room = fy_room_order_request(value);
    begin = fy_write_begin(arena, 80, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_order_request(begin, value), ret_bytes);
}

static const struct fy_field fields_of_place_order[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct place_order, person),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct place_order, visitor),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct place_order, lines),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 1,
        .max_items = 50,
        .record = &fy_type_order_item,
    },
    {
        .name = "expected_total",
        .name_bytes = 14,
        .offset = offsetof(struct place_order, expected_total),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "delivery",
        .name_bytes = 8,
        .offset = offsetof(struct place_order, delivery),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_delivery_encrypted,
    },
    {
        .name = "payment_method",
        .name_bytes = 14,
        .offset = offsetof(struct place_order, payment_method),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
};

static const struct fy_type type_place_order = {
    .name = "PlaceOrder",
    .fields = fields_of_place_order,
    .field_count = 6,
    .size = sizeof(struct place_order),
};

static const struct fy_field fields_of_cancel_order[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct cancel_order, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct cancel_order, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_cancel_order = {
    .name = "CancelOrder",
    .fields = fields_of_cancel_order,
    .field_count = 2,
    .size = sizeof(struct cancel_order),
};

static const struct fy_field fields_of_return_items[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct return_items, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "items",
        .name_bytes = 5,
        .offset = offsetof(struct return_items, items),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 50,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_order_item,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct return_items, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_return_items = {
    .name = "ReturnItems",
    .fields = fields_of_return_items,
    .field_count = 3,
    .size = sizeof(struct return_items),
};

static const struct fy_field fields_of_accept_sub_order[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct accept_sub_order, supplier),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
};

static const struct fy_type type_accept_sub_order = {
    .name = "AcceptSubOrder",
    .fields = fields_of_accept_sub_order,
    .field_count = 1,
    .size = sizeof(struct accept_sub_order),
};

static const struct fy_field fields_of_reject_sub_order[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct reject_sub_order, supplier),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct reject_sub_order, reason),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 32,
    },
};

static const struct fy_type type_reject_sub_order = {
    .name = "RejectSubOrder",
    .fields = fields_of_reject_sub_order,
    .field_count = 2,
    .size = sizeof(struct reject_sub_order),
};

static const struct fy_field fields_of_ship_items[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct ship_items, supplier),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "items",
        .name_bytes = 5,
        .offset = offsetof(struct ship_items, items),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 50,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_order_item,
    },
    {
        .name = "carrier",
        .name_bytes = 7,
        .offset = offsetof(struct ship_items, carrier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "tracking",
        .name_bytes = 8,
        .offset = offsetof(struct ship_items, tracking),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_ship_items = {
    .name = "ShipItems",
    .fields = fields_of_ship_items,
    .field_count = 4,
    .size = sizeof(struct ship_items),
};

static const struct fy_field fields_of_deliver_sub_order[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct deliver_sub_order, supplier),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
};

static const struct fy_type type_deliver_sub_order = {
    .name = "DeliverSubOrder",
    .fields = fields_of_deliver_sub_order,
    .field_count = 1,
    .size = sizeof(struct deliver_sub_order),
};

static const char *const resolve_action_symbols[] = {
    "RETRY",
    "REFUND_REST",
    "CLOSE",
};

static const struct fy_field fields_of_resolve_order[] = {
    {
        .name = "action",
        .name_bytes = 6,
        .offset = offsetof(struct resolve_order, action),
        .kind = FY_FIELD_ENUM,
        .symbols = resolve_action_symbols,
        .symbol_count = 3,
    },
    {
        .name = "note",
        .name_bytes = 4,
        .offset = offsetof(struct resolve_order, note),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 32,
    },
};

static const struct fy_type type_resolve_order = {
    .name = "ResolveOrder",
    .fields = fields_of_resolve_order,
    .field_count = 2,
    .size = sizeof(struct resolve_order),
};

static const struct fy_field fields_of_order_request[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct order_request, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct order_request, order),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "body_mac",
        .name_bytes = 8,
        .offset = offsetof(struct order_request, body_mac),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .edge = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "place_order",
        .name_bytes = 11,
        .offset = offsetof(struct order_request, place_order),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_place_order,
    },
    {
        .name = "cancel_order",
        .name_bytes = 12,
        .offset = offsetof(struct order_request, cancel_order),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_cancel_order,
    },
    {
        .name = "return_items",
        .name_bytes = 12,
        .offset = offsetof(struct order_request, return_items),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_return_items,
    },
    {
        .name = "accept_sub_order",
        .name_bytes = 16,
        .offset = offsetof(struct order_request, accept_sub_order),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_accept_sub_order,
    },
    {
        .name = "reject_sub_order",
        .name_bytes = 16,
        .offset = offsetof(struct order_request, reject_sub_order),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_reject_sub_order,
    },
    {
        .name = "ship_items",
        .name_bytes = 10,
        .offset = offsetof(struct order_request, ship_items),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_ship_items,
    },
    {
        .name = "deliver_sub_order",
        .name_bytes = 17,
        .offset = offsetof(struct order_request, deliver_sub_order),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_deliver_sub_order,
    },
    {
        .name = "resolve_order",
        .name_bytes = 13,
        .offset = offsetof(struct order_request, resolve_order),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_resolve_order,
    },
};

const struct fy_type fy_type_order_request = {
    .name = "OrderRequest",
    .fields = fields_of_order_request,
    .field_count = 11,
    .one_of = true,
    .size = sizeof(struct order_request),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return order_request_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return order_request_decode(bytes, arena, ret_value, err);
}

static const char text_50[] =
    "{\"type\":\"record\",\"name\":\"OrderRequest\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What somebody asks of an order: its customer, one of its suppliers, an operator. Exactly on"
    "e of the nullable records is set. Requests of an order are handled in the order in which they"
    " are written: that settles who was first.\",\"fields\":[{\"name\":\"envelope\",\"type\":{\"ty"
    "pe\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and why. The f"
    "irst field of every fact, event and request.\",\"fields\":[{\"name\":\"event_id\",\"type\":{"
    "\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names this event for ever. A retry ac"
    "ross a crash may write the same id twice; it is one event.\"},{\"name\":\"cause_id\",\"type\""
    ":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":\"The eve"
    "nt_id this one follows from; null where the outside world began it.\"},{\"name\":\"root\",\"t"
    "ype\":\"string\",\"doc\":\"The visitor or supplier everything began with. Decides whether an "
    "event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who act"
    "ed: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"l"
    "ong\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC. A derived e"
    "vent keeps the time of its cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"string\"],\"de"
    "fault\":null,\"doc\":\"The task that wrote it, as in stock-3. Set in event and request topics"
    " only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense num"
    "ber per writer and destination partition, from 1. Set together with writer.\"}]},\"edge\":tru"
    "e,\"doc\":\"Who, when and why.\"},{\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\""
    "max_bytes\":32,\"chars\":\"hex\",\"edge\":true,\"doc\":\"The order, 32 hex digits; also the k"
    "ey.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":6"
    "4,\"chars\":\"hex\",\"edge\":true,\"doc\":\"Keyed hash of the raw body, hex digits: another b"
    "ody under the same event_id is refused as key_reused. Null where there was no Idempotency-Key"
    ".\"},{\"name\":\"place_order\",\"default\":null,\"doc\":\"A customer orders.\",\"type\":[\"nu"
    "ll\",{\"type\":\"record\",\"name\":\"PlaceOrder\",\"doc\":\"A customer orders, signed in or a"
    "s a guest.\",\"fields\":[{\"name\":\"person\",\"type\":\"string\",\"min_bytes\":32,\"max_byte"
    "s\":32,\"chars\":\"hex\",\"doc\":\"Who orders, whose key is written already: the account's pe"
    "rson or a guest's.\"},{\"name\":\"visitor\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"max_bytes\":32,\"chars\":\"hex\",\"doc\":\"The visitor a guest is; null: they are signed in"
    ", and whoever has this browser next does not see it.\"},{\"name\":\"lines\",\"type\":{\"type"
    "\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc"
    "\":\"Whole items of one SKU of an order.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\","
    "\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Which SKU; an order has at most "
    "one line of it.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whol"
    "e items.\"}]}},\"min_items\":1,\"max_items\":50,\"doc\":\"What, each SKU once.\"},{\"name\":"
    "\"expected_total\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"do"
    "c\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max"
    "\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\""
    "string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\""
    "}]},\"doc\":\"What they were shown as the sum, and the currency they pay in: another sum is r"
    "efused as total_differs.\"},{\"name\":\"delivery\",\"type\":{\"type\":\"record\",\"name\":\"D"
    "eliveryEncrypted\",\"namespace\":\"fy\",\"doc\":\"Where an order's parcels go, sealed under t"
    "he person's key. Deciders copy it and cannot read it.\",\"fields\":[{\"name\":\"address\",\"d"
    "efault\":null,\"type\":[\"null\",\"bytes\"],\"max_bytes\":4096,\"personal\":true,\"doc\":\"Na"
    "me, phone and postal address, a JSON object {full_name, phone, lines, postcode, city, country"
    "}; sealed as field \\\"address\\\". Null: none was given.\"}]},\"doc\":\"Where it goes.\"},{"
    "\"name\":\"payment_method\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\""
    "sku\",\"doc\":\"The provider's token for how they pay, as in pm_card_visa. Never a card numbe"
    "r.\"}]}]},{\"name\":\"cancel_order\",\"default\":null,\"doc\":\"The customer wants it no more"
    ".\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"CancelOrder\",\"doc\":\"The customer w"
    "ants it no more: what has not been shipped by then.\",\"fields\":[{\"name\":\"supplier\",\"de"
    "fault\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Of t"
    "his supplier only; null: of all.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\","
    "\"string\"],\"max_bytes\":32,\"chars\":\"sku\",\"doc\":\"Why, a word; null: they did not say."
    "\"}]}]},{\"name\":\"return_items\",\"default\":null,\"doc\":\"The customer sends items back."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ReturnItems\",\"doc\":\"The customer se"
    "nds items back, which were shipped, before their return window is over.\",\"fields\":[{\"name"
    "\":\"supplier\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"chars\":\""
    "sku\",\"doc\":\"Of this supplier only; null: of any.\"},{\"name\":\"items\",\"default\":[],\""
    "type\":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\"max_items\":50,\"doc\":\"What; empty"
    ": all that was shipped and is not returned.\"},{\"name\":\"reason\",\"default\":null,\"type\""
    ":[\"null\",\"string\"],\"max_bytes\":32,\"chars\":\"sku\",\"doc\":\"Why, a word; null: they d"
    "id not say.\"}]}]},{\"name\":\"accept_sub_order\",\"default\":null,\"doc\":\"A supplier will "
    "ship.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"AcceptSubOrder\",\"doc\":\"A suppl"
    "ier will ship what is theirs of it.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\","
    "\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"edge\":true,\"doc\":\"Who.\"}]}]},{\"nam"
    "e\":\"reject_sub_order\",\"default\":null,\"doc\":\"A supplier will not ship.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"RejectSubOrder\",\"doc\":\"A supplier will not ship wha"
    "t is left of theirs.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"min_bytes\":1"
    ",\"max_bytes\":64,\"chars\":\"sku\",\"edge\":true,\"doc\":\"Who.\"},{\"name\":\"reason\",\"ty"
    "pe\":\"string\",\"min_bytes\":1,\"max_bytes\":32,\"chars\":\"sku\",\"doc\":\"Why, a word: out"
    "_of_stock, damaged, ...\"}]}]},{\"name\":\"ship_items\",\"default\":null,\"doc\":\"A supplier"
    " has shipped.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ShipItems\",\"doc\":\"A su"
    "pplier has shipped, all of theirs or a part.\",\"fields\":[{\"name\":\"supplier\",\"type\":\""
    "string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"edge\":true,\"doc\":\"Who.\"},{"
    "\"name\":\"items\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\""
    "max_items\":50,\"doc\":\"What is in this parcel; empty: all that is left of theirs.\"},{\"nam"
    "e\":\"carrier\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":32,\"chars\":\""
    "sku\",\"doc\":\"Who carries it, a word.\"},{\"name\":\"tracking\",\"default\":null,\"type\":["
    "\"null\",\"string\"],\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"The carrier's number of the"
    " parcel.\"}]}]},{\"name\":\"deliver_sub_order\",\"default\":null,\"doc\":\"A supplier says it"
    " has arrived.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"DeliverSubOrder\",\"doc\":"
    "\"A supplier says that all they have shipped has arrived.\",\"fields\":[{\"name\":\"supplier"
    "\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"edge\":true,\"doc"
    "\":\"Who.\"}]}]},{\"name\":\"resolve_order\",\"default\":null,\"doc\":\"An operator settles w"
    "hat no rule does.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ResolveOrder\",\"doc\""
    ":\"An operator settles what no rule does; who is the envelope's actor.\",\"fields\":[{\"name"
    "\":\"action\",\"type\":{\"type\":\"enum\",\"name\":\"ResolveAction\",\"symbols\":[\"RETRY\","
    "\"REFUND_REST\",\"CLOSE\"],\"doc\":\"RETRY: ask once more for all that is open, a failed refu"
    "nd too. REFUND_REST: cancel all that is not shipped, and give the money back. CLOSE: it ends "
    "as it is, settled elsewhere.\"},\"doc\":\"What is done.\"},{\"name\":\"note\",\"type\":\"stri"
    "ng\",\"min_bytes\":1,\"max_bytes\":32,\"chars\":\"sku\",\"doc\":\"Why, a code of the shop's: "
    "goodwill, lost_parcel, ...\"}]}]}]}";

const struct fy_schema order_request_schema_50 = {
    .id = 50,
    .version = 1,
    .fingerprint = UINT64_C(0x324723215ea35a50),
    .subject = "order-requests-value",
    .text = text_50,
    .name = "order_request",
    .type = &fy_type_order_request,
    .size = sizeof(struct order_request),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_80[] =
    "{\"type\":\"record\",\"name\":\"OrderRequest\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What somebody asks of an order: its customer, one of its suppliers, an operator. Exactly on"
    "e of the nullable records is set. Requests of an order are handled in the order in which they"
    " are written: that settles who was first.\",\"fields\":[{\"name\":\"envelope\",\"type\":{\"ty"
    "pe\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and why. The f"
    "irst field of every fact, event and request.\",\"fields\":[{\"name\":\"event_id\",\"type\":{"
    "\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names this event for ever. A retry ac"
    "ross a crash may write the same id twice; it is one event.\"},{\"name\":\"cause_id\",\"type\""
    ":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":\"The eve"
    "nt_id this one follows from; null where the outside world began it.\"},{\"name\":\"root\",\"t"
    "ype\":\"string\",\"doc\":\"The visitor or supplier everything began with. Decides whether an "
    "event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who act"
    "ed: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"l"
    "ong\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC. A derived e"
    "vent keeps the time of its cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"string\"],\"de"
    "fault\":null,\"doc\":\"The task that wrote it, as in stock-3. Set in event and request topics"
    " only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense num"
    "ber per writer and destination partition, from 1. Set together with writer.\"}]},\"edge\":tru"
    "e,\"doc\":\"Who, when and why.\"},{\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\""
    "max_bytes\":32,\"chars\":\"hex\",\"edge\":true,\"doc\":\"The order, 32 hex digits; also the k"
    "ey.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":6"
    "4,\"chars\":\"hex\",\"edge\":true,\"doc\":\"Keyed hash of the raw body, hex digits: another b"
    "ody under the same event_id is refused as key_reused. Null where there was no Idempotency-Key"
    ".\"},{\"name\":\"place_order\",\"default\":null,\"doc\":\"A customer orders.\",\"type\":[\"nu"
    "ll\",{\"type\":\"record\",\"name\":\"PlaceOrder\",\"doc\":\"A customer orders, signed in or a"
    "s a guest.\",\"fields\":[{\"name\":\"person\",\"type\":\"string\",\"min_bytes\":32,\"max_byte"
    "s\":32,\"chars\":\"hex\",\"doc\":\"Who orders, whose key is written already: the account's pe"
    "rson or a guest's.\"},{\"name\":\"visitor\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"max_bytes\":32,\"chars\":\"hex\",\"doc\":\"The visitor a guest is; null: they are signed in"
    ", and whoever has this browser next does not see it.\"},{\"name\":\"lines\",\"type\":{\"type"
    "\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc"
    "\":\"Whole items of one SKU of an order.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\","
    "\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Which SKU; an order has at most "
    "one line of it.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whol"
    "e items.\"}]}},\"min_items\":1,\"max_items\":50,\"doc\":\"What, each SKU once.\"},{\"name\":"
    "\"expected_total\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"do"
    "c\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":1,\"max"
    "\":100000000000,\"doc\":\"Minor units, cents of a euro; 0 in what was written while a price c"
    "ould be 0.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"ch"
    "ars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"What they were shown as the sum"
    ", and the currency they pay in: another sum is refused as total_differs.\"},{\"name\":\"deliv"
    "ery\",\"type\":{\"type\":\"record\",\"name\":\"DeliveryEncrypted\",\"namespace\":\"fy\",\"doc"
    "\":\"Where an order's parcels go, sealed under the person's key. Deciders copy it and cannot "
    "read it.\",\"fields\":[{\"name\":\"address\",\"default\":null,\"type\":[\"null\",\"bytes\"],"
    "\"max_bytes\":4096,\"personal\":true,\"doc\":\"Name, phone and postal address, a JSON object "
    "{full_name, phone, lines, postcode, city, country}; sealed as field \\\"address\\\". Null: no"
    "ne was given.\"}]},\"doc\":\"Where it goes.\"},{\"name\":\"payment_method\",\"type\":\"string"
    "\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"The provider's token for how "
    "they pay, as in pm_card_visa. Never a card number.\"}]}]},{\"name\":\"cancel_order\",\"defaul"
    "t\":null,\"doc\":\"The customer wants it no more.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"CancelOrder\",\"doc\":\"The customer wants it no more: what has not been shipped b"
    "y then.\",\"fields\":[{\"name\":\"supplier\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Of this supplier only; null: of all.\"},{\"name"
    "\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":32,\"chars\":\"sk"
    "u\",\"doc\":\"Why, a word; null: they did not say.\"}]}]},{\"name\":\"return_items\",\"defaul"
    "t\":null,\"doc\":\"The customer sends items back.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"ReturnItems\",\"doc\":\"The customer sends items back, which were shipped, before "
    "their return window is over.\",\"fields\":[{\"name\":\"supplier\",\"default\":null,\"type\":["
    "\"null\",\"string\"],\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Of this supplier only; null"
    ": of any.\"},{\"name\":\"items\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":\"fy.O"
    "rderItem\"},\"max_items\":50,\"doc\":\"What; empty: all that was shipped and is not returned."
    "\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":32,\"c"
    "hars\":\"sku\",\"doc\":\"Why, a word; null: they did not say.\"}]}]},{\"name\":\"accept_sub_o"
    "rder\",\"default\":null,\"doc\":\"A supplier will ship.\",\"type\":[\"null\",{\"type\":\"reco"
    "rd\",\"name\":\"AcceptSubOrder\",\"doc\":\"A supplier will ship what is theirs of it.\",\"fie"
    "lds\":[{\"name\":\"supplier\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":"
    "\"sku\",\"edge\":true,\"doc\":\"Who.\"}]}]},{\"name\":\"reject_sub_order\",\"default\":null,"
    "\"doc\":\"A supplier will not ship.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Reje"
    "ctSubOrder\",\"doc\":\"A supplier will not ship what is left of theirs.\",\"fields\":[{\"name"
    "\":\"supplier\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"edge"
    "\":true,\"doc\":\"Who.\"},{\"name\":\"reason\",\"type\":\"string\",\"min_bytes\":1,\"max_byte"
    "s\":32,\"chars\":\"sku\",\"doc\":\"Why, a word: out_of_stock, damaged, ...\"}]}]},{\"name\":"
    "\"ship_items\",\"default\":null,\"doc\":\"A supplier has shipped.\",\"type\":[\"null\",{\"typ"
    "e\":\"record\",\"name\":\"ShipItems\",\"doc\":\"A supplier has shipped, all of theirs or a pa"
    "rt.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64"
    ",\"chars\":\"sku\",\"edge\":true,\"doc\":\"Who.\"},{\"name\":\"items\",\"default\":[],\"type"
    "\":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\"max_items\":50,\"doc\":\"What is in this"
    " parcel; empty: all that is left of theirs.\"},{\"name\":\"carrier\",\"default\":null,\"type"
    "\":[\"null\",\"string\"],\"max_bytes\":32,\"chars\":\"sku\",\"doc\":\"Who carries it, a word."
    "\"},{\"name\":\"tracking\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,"
    "\"chars\":\"sku\",\"doc\":\"The carrier's number of the parcel.\"}]}]},{\"name\":\"deliver_su"
    "b_order\",\"default\":null,\"doc\":\"A supplier says it has arrived.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"DeliverSubOrder\",\"doc\":\"A supplier says that all they have s"
    "hipped has arrived.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"min_bytes\":1,"
    "\"max_bytes\":64,\"chars\":\"sku\",\"edge\":true,\"doc\":\"Who.\"}]}]},{\"name\":\"resolve_or"
    "der\",\"default\":null,\"doc\":\"An operator settles what no rule does.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"ResolveOrder\",\"doc\":\"An operator settles what no rule doe"
    "s; who is the envelope's actor.\",\"fields\":[{\"name\":\"action\",\"type\":{\"type\":\"enum"
    "\",\"name\":\"ResolveAction\",\"symbols\":[\"RETRY\",\"REFUND_REST\",\"CLOSE\"],\"doc\":\"RET"
    "RY: ask once more for all that is open, a failed refund too. REFUND_REST: cancel all that is "
    "not shipped, and give the money back. CLOSE: it ends as it is, settled elsewhere.\"},\"doc\":"
    "\"What is done.\"},{\"name\":\"note\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":32,\""
    "chars\":\"sku\",\"doc\":\"Why, a code of the shop's: goodwill, lost_parcel, ...\"}]}]}]}";

const struct fy_schema order_request_schema = {
    .id = 80,
    .version = 2,
    .fingerprint = UINT64_C(0x324723215ea35a50),
    .subject = "order-requests-value",
    .text = text_80,
    .name = "order_request",
    .type = &fy_type_order_request,
    .size = sizeof(struct order_request),
    .encode = encode_any,
    .decode = decode_any,
};
