/*
 * Made by fy-generate from schemas/cart.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_cart_item_chosen(struct fy_reader *in, struct cart_item_chosen *value)
{
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_cart_set_items(struct fy_reader *in, struct cart_set_items *value)
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

static bool read_cart_set(struct fy_reader *in, struct cart_set *value)
{
    if (!read_cart_set_items(in, &value->items))
        return false;
    return true;
}

static bool read_cart_item_set(struct fy_reader *in, const struct cart_item_chosen **ret_value)
{
    struct cart_item_chosen *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_cart_item_chosen(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_cart_cart_set(struct fy_reader *in, const struct cart_set **ret_value)
{
    struct cart_set *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_cart_set(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_cart(struct fy_reader *in, struct cart *value)
{
    int set_count;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->owner))
        return false;
    if (!read_cart_item_set(in, &value->item_set))
        return false;
    if (!read_cart_cart_set(in, &value->cart_set))
        return false;
    set_count = 0;
    set_count += value->item_set != NULL;
    set_count += value->cart_set != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status cart_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct cart *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 48:
        return fy_read_end(&in, fy_read_cart(&in, ret_value));
    default:
        return fy_read_unknown(&in, "cart");
    }
}

static size_t room_cart_item_chosen(const struct cart_item_chosen *value)
{
    size_t room = 20;

    room += value->sku.size;
    return room;
}

static uint8_t *write_cart_item_chosen(uint8_t *at, const struct cart_item_chosen *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_cart_set(const struct cart_set *value)
{
    size_t room = 11;

    for (size_t i = 0; i < value->items.count; i++)
        room += fy_room_order_item(&value->items.items[i]);
    return room;
}

static uint8_t *write_cart_set(uint8_t *at, const struct cart_set *value)
{
    if (value->items.count > 0) {
        at = fy_write_long(at, (int64_t)value->items.count);
        for (size_t i = 0; i < value->items.count; i++)
            at = fy_write_order_item(at, &value->items.items[i]);
    }
    *at++ = 0;
    return at;
}

size_t fy_room_cart(const struct cart *value)
{
    size_t room = 12;

    room += fy_room_envelope(&value->envelope);
    room += value->owner.size;
    if (value->item_set != NULL)
        room += room_cart_item_chosen(value->item_set);
    if (value->cart_set != NULL)
        room += room_cart_set(value->cart_set);
    return room;
}

uint8_t *fy_write_cart(uint8_t *at, const struct cart *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->owner);
    at = fy_write_branch(at, value->item_set != NULL);
    if (value->item_set != NULL)
        at = write_cart_item_chosen(at, value->item_set);
    at = fy_write_branch(at, value->cart_set != NULL);
    if (value->cart_set != NULL)
        at = write_cart_set(at, value->cart_set);
    return at;
}

enum fy_status cart_encode(const struct cart *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->item_set != NULL;
    set_count += value->cart_set != NULL;
    if (set_count != 1)
        return fy_write_one_of("cart", set_count, err);
    room = fy_room_cart(value);
    begin = fy_write_begin(arena, 48, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_cart(begin, value), ret_bytes);
}

static const struct fy_field fields_of_cart_item_chosen[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct cart_item_chosen, sku),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct cart_item_chosen, units),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 999,
    },
};

static const struct fy_type type_cart_item_chosen = {
    .name = "CartItemChosen",
    .fields = fields_of_cart_item_chosen,
    .field_count = 2,
    .size = sizeof(struct cart_item_chosen),
};

static const struct fy_field fields_of_cart_set[] = {
    {
        .name = "items",
        .name_bytes = 5,
        .offset = offsetof(struct cart_set, items),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 50,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_order_item,
    },
};

static const struct fy_type type_cart_set = {
    .name = "CartSet",
    .fields = fields_of_cart_set,
    .field_count = 1,
    .size = sizeof(struct cart_set),
};

static const struct fy_field fields_of_cart[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct cart, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "owner",
        .name_bytes = 5,
        .offset = offsetof(struct cart, owner),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "item_set",
        .name_bytes = 8,
        .offset = offsetof(struct cart, item_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_cart_item_chosen,
    },
    {
        .name = "cart_set",
        .name_bytes = 8,
        .offset = offsetof(struct cart, cart_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_cart_set,
    },
};

const struct fy_type fy_type_cart = {
    .name = "Cart",
    .fields = fields_of_cart,
    .field_count = 4,
    .one_of = true,
    .size = sizeof(struct cart),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return cart_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return cart_decode(bytes, arena, ret_value, err);
}

static const char text_48[] =
    "{\"type\":\"record\",\"name\":\"Cart\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"What so"
    "mebody has in their cart. Exactly one of the nullable records is set. By SKU the newest count"
    "s, among those of a person and of the visitors they are; what was ordered since is in it no m"
    "ore.\",\"fields\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\""
    ",\"namespace\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact, event and r"
    "equest.\",\"fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\""
    "uuid\"},\"doc\":\"Names this event for ever. A retry across a crash may write the same id twi"
    "ce; it is one event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logi"
    "calType\":\"uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows from; null wher"
    "e the outside world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor"
    " or supplier everything began with. Decides whether an event is among the mirrored 1 %.\"},{"
    "\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or servic"
    "e:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-mil"
    "lis\"},\"doc\":\"When our edge took it, UTC. A derived event keeps the time of its cause.\"},"
    "{\"name\":\"writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that "
    "wrote it, as in stock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":"
    "[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense number per writer and destination partit"
    "ion, from 1. Set together with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why.\"},{\""
    "name\":\"owner\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\"ed"
    "ge\":true,\"doc\":\"The person, or the visitor while signed out, 32 hex digits; also the key."
    "\"},{\"name\":\"item_set\",\"default\":null,\"doc\":\"The cart holds so many of one SKU.\",\""
    "type\":[\"null\",{\"type\":\"record\",\"name\":\"CartItemChosen\",\"doc\":\"The cart holds so"
    " many of one SKU from now on.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"min_bytes"
    "\":1,\"max_bytes\":64,\"chars\":\"sku\",\"edge\":true,\"doc\":\"Which SKU.\"},{\"name\":\"uni"
    "ts\",\"type\":\"long\",\"min\":0,\"max\":999,\"doc\":\"Whole items; 0 takes it out.\"}]}]},{"
    "\"name\":\"cart_set\",\"default\":null,\"doc\":\"The cart holds these and nothing else.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"CartSet\",\"doc\":\"The cart holds these and "
    "nothing else from now on.\",\"fields\":[{\"name\":\"items\",\"type\":{\"type\":\"array\",\"it"
    "ems\":{\"type\":\"record\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":\"Whole items "
    "of one SKU of an order.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"min_bytes\":1,"
    "\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Which SKU; an order has at most one line of it."
    "\"},{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole items.\"}]}},"
    "\"default\":[],\"max_items\":50,\"doc\":\"What, each SKU once; none: it is empty.\"}]}]}]}";

const struct fy_schema cart_schema = {
    .id = 48,
    .version = 1,
    .fingerprint = UINT64_C(0x16df4afa2f9e57fc),
    .subject = "cart-value",
    .text = text_48,
    .name = "cart",
    .type = &fy_type_cart,
    .size = sizeof(struct cart),
    .encode = encode_any,
    .decode = decode_any,
};
