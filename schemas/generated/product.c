/*
 * Made by fy-generate from schemas/product.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_product_as_of(struct fy_reader *in, struct product_as_of *value)
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

static bool read_product_gtins(struct fy_reader *in, struct product_gtins *value)
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

static bool read_product_images(struct fy_reader *in, struct product_images *value)
{
    struct image *items = NULL;
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
            if (!fy_read_image(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_product_suppliers(struct fy_reader *in, struct product_suppliers *value)
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

bool fy_read_product(struct fy_reader *in, struct product *value)
{
    bool set;

    if (!fy_read_string(in, &value->sku))
        return false;
    if (!read_product_as_of(in, &value->as_of))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_string(in, &value->title))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->description = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->description))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->brand = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->brand))
        return false;
    if (!fy_read_money(in, &value->price))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_withdrawn_ms = set;
    value->withdrawn_ms = 0;
    if (set && !fy_read_long(in, &value->withdrawn_ms))
        return false;
    if (!read_product_gtins(in, &value->gtins))
        return false;
    if (!read_product_images(in, &value->images))
        return false;
    if (!read_product_suppliers(in, &value->suppliers))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->category = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->category))
        return false;
    return true;
}

static const struct fy_plan plan_6_product;
static const struct fy_plan plan_6_position;
static const struct fy_plan plan_6_money;

static const struct fy_plan_field fields_of_plan_6_product[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_6_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_6_money},
};

static const struct fy_plan plan_6_product = {
    .fields = fields_of_plan_6_product,
    .field_count = 8,
    .missing = (const uint8_t[]){8, 9, 10, 11, 12},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_6_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_6_position = {
    .fields = fields_of_plan_6_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_6_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_6_money = {
    .fields = fields_of_plan_6_money,
    .field_count = 2,
};

static const struct fy_plan plan_14_product;
static const struct fy_plan plan_14_position;
static const struct fy_plan plan_14_money;

static const struct fy_plan_field fields_of_plan_14_product[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_14_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_14_money},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
};

static const struct fy_plan plan_14_product = {
    .fields = fields_of_plan_14_product,
    .field_count = 9,
    .missing = (const uint8_t[]){9, 10, 11, 12},
    .missing_count = 4,
};

static const struct fy_plan_field fields_of_plan_14_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_14_position = {
    .fields = fields_of_plan_14_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_14_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_14_money = {
    .fields = fields_of_plan_14_money,
    .field_count = 2,
};

static const struct fy_plan plan_20_product;
static const struct fy_plan plan_20_position;
static const struct fy_plan plan_20_money;

static const struct fy_plan_field fields_of_plan_20_product[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_20_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_20_money},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 9, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_20_product = {
    .fields = fields_of_plan_20_product,
    .field_count = 10,
    .missing = (const uint8_t[]){10, 11, 12},
    .missing_count = 3,
};

static const struct fy_plan_field fields_of_plan_20_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_20_position = {
    .fields = fields_of_plan_20_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_20_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_20_money = {
    .fields = fields_of_plan_20_money,
    .field_count = 2,
};

static const struct fy_plan plan_24_product;
static const struct fy_plan plan_24_position;
static const struct fy_plan plan_24_money;
static const struct fy_plan plan_24_image;

static const struct fy_plan_field fields_of_plan_24_product[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_24_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_24_money},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 9, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_RECORD, .target = 10, .array = true, .item_bytes_min = 5, .record = &plan_24_image},
};

static const struct fy_plan plan_24_product = {
    .fields = fields_of_plan_24_product,
    .field_count = 11,
    .missing = (const uint8_t[]){11, 12},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_24_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_24_position = {
    .fields = fields_of_plan_24_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_24_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_24_money = {
    .fields = fields_of_plan_24_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_24_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_24_image = {
    .fields = fields_of_plan_24_image,
    .field_count = 5,
};

static const struct fy_plan plan_40_product;
static const struct fy_plan plan_40_position;
static const struct fy_plan plan_40_money;
static const struct fy_plan plan_40_image;

static const struct fy_plan_field fields_of_plan_40_product[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_40_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_40_money},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 9, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_RECORD, .target = 10, .array = true, .item_bytes_min = 5, .record = &plan_40_image},
    {.kind = FY_FIELD_STRING, .target = 11, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_40_product = {
    .fields = fields_of_plan_40_product,
    .field_count = 12,
    .missing = (const uint8_t[]){12},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_40_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_40_position = {
    .fields = fields_of_plan_40_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_40_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_40_money = {
    .fields = fields_of_plan_40_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_40_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_40_image = {
    .fields = fields_of_plan_40_image,
    .field_count = 5,
};

enum fy_status product_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct product *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 6:
        return fy_read_end(&in, fy_resolve(&in, &plan_6_product, &fy_type_product, ret_value));
    case 14:
        return fy_read_end(&in, fy_resolve(&in, &plan_14_product, &fy_type_product, ret_value));
    case 20:
        return fy_read_end(&in, fy_resolve(&in, &plan_20_product, &fy_type_product, ret_value));
    case 24:
        return fy_read_end(&in, fy_resolve(&in, &plan_24_product, &fy_type_product, ret_value));
    case 40:
        return fy_read_end(&in, fy_resolve(&in, &plan_40_product, &fy_type_product, ret_value));
    case 56:
        return fy_read_end(&in, fy_read_product(&in, ret_value));
    case 85:
        return fy_read_end(&in, fy_read_product(&in, ret_value));
    default:
        return fy_read_unknown(&in, "product");
    }
}

size_t fy_room_product(const struct product *value)
{
    size_t room = 128;

    room += value->sku.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->supplier.size;
    room += value->title.size;
    room += value->description.size;
    room += value->brand.size;
    room += fy_room_money(&value->price);
    room += value->gtins.count * 10;
    for (size_t i = 0; i < value->gtins.count; i++)
        room += value->gtins.items[i].size;
    for (size_t i = 0; i < value->images.count; i++)
        room += fy_room_image(&value->images.items[i]);
    room += value->suppliers.count * 10;
    for (size_t i = 0; i < value->suppliers.count; i++)
        room += value->suppliers.items[i].size;
    room += value->category.size;
    return room;
}

uint8_t *fy_write_product(uint8_t *at, const struct product *value)
{
    at = fy_write_string(at, value->sku);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->updated_ms);
    at = fy_write_string(at, value->supplier);
    at = fy_write_string(at, value->title);
    at = fy_write_branch(at, value->description.data != NULL);
    if (value->description.data != NULL)
        at = fy_write_string(at, value->description);
    at = fy_write_branch(at, value->brand.data != NULL);
    if (value->brand.data != NULL)
        at = fy_write_string(at, value->brand);
    at = fy_write_money(at, &value->price);
    at = fy_write_branch(at, value->has_withdrawn_ms);
    if (value->has_withdrawn_ms)
        at = fy_write_long(at, value->withdrawn_ms);
    if (value->gtins.count > 0) {
        at = fy_write_long(at, (int64_t)value->gtins.count);
        for (size_t i = 0; i < value->gtins.count; i++)
            at = fy_write_string(at, value->gtins.items[i]);
    }
    *at++ = 0;
    if (value->images.count > 0) {
        at = fy_write_long(at, (int64_t)value->images.count);
        for (size_t i = 0; i < value->images.count; i++)
            at = fy_write_image(at, &value->images.items[i]);
    }
    *at++ = 0;
    if (value->suppliers.count > 0) {
        at = fy_write_long(at, (int64_t)value->suppliers.count);
        for (size_t i = 0; i < value->suppliers.count; i++)
            at = fy_write_string(at, value->suppliers.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->category.data != NULL);
    if (value->category.data != NULL)
        at = fy_write_string(at, value->category);
    return at;
}

enum fy_status product_encode(const struct product *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_product(value);
    begin = fy_write_begin(arena, 85, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_product(begin, value), ret_bytes);
}

static const struct fy_field fields_of_product[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct product, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct product, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct product, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct product, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "title",
        .name_bytes = 5,
        .offset = offsetof(struct product, title),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "description",
        .name_bytes = 11,
        .offset = offsetof(struct product, description),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "brand",
        .name_bytes = 5,
        .offset = offsetof(struct product, brand),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct product, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "withdrawn_ms",
        .name_bytes = 12,
        .offset = offsetof(struct product, withdrawn_ms),
        .has_offset = offsetof(struct product, has_withdrawn_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "gtins",
        .name_bytes = 5,
        .offset = offsetof(struct product, gtins),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "images",
        .name_bytes = 6,
        .offset = offsetof(struct product, images),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_image,
    },
    {
        .name = "suppliers",
        .name_bytes = 9,
        .offset = offsetof(struct product, suppliers),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "category",
        .name_bytes = 8,
        .offset = offsetof(struct product, category),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_product = {
    .name = "Product",
    .fields = fields_of_product,
    .field_count = 13,
    .size = sizeof(struct product),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return product_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return product_decode(bytes, arena, ret_value, err);
}

static const char text_6[] =
    "{\"type\":\"record\",\"name\":\"Product\",\"namespace\":\"fy\",\"doc\":\"A product as custome"
    "rs see it now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also th"
    "e key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"n"
    "ame\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state inclu"
    "des.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"pa"
    "rtition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input included, o"
    "ne per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"type\":\"string\",\"doc\":"
    "\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Mone"
    "y\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"ty"
    "pe\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"na"
    "me\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"d"
    "oc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"}]}";

const struct fy_schema product_schema_6 = {
    .id = 6,
    .version = 1,
    .fingerprint = UINT64_C(0x5940c32ad2aa9494),
    .subject = "products-value",
    .text = text_6,
    .name = "product",
    .type = &fy_type_product,
    .size = sizeof(struct product),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_14[] =
    "{\"type\":\"record\",\"name\":\"Product\",\"namespace\":\"fy\",\"doc\":\"A product as custome"
    "rs see it now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also th"
    "e key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"n"
    "ame\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state inclu"
    "des.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"pa"
    "rtition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input included, o"
    "ne per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"type\":\"string\",\"doc\":"
    "\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Mone"
    "y\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"ty"
    "pe\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"na"
    "me\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"d"
    "oc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"withdrawn_ms\","
    "\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}]"
    ",\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"}]}";

const struct fy_schema product_schema_14 = {
    .id = 14,
    .version = 2,
    .fingerprint = UINT64_C(0xc637180fbe1bc88a),
    .subject = "products-value",
    .text = text_14,
    .name = "product",
    .type = &fy_type_product,
    .size = sizeof(struct product),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_20[] =
    "{\"type\":\"record\",\"name\":\"Product\",\"namespace\":\"fy\",\"doc\":\"A product as custome"
    "rs see it now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also th"
    "e key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"n"
    "ame\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state inclu"
    "des.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"pa"
    "rtition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input included, o"
    "ne per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"type\":\"string\",\"doc\":"
    "\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Mone"
    "y\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"ty"
    "pe\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"na"
    "me\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"d"
    "oc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"withdrawn_ms\","
    "\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}]"
    ",\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{\"name\":\""
    "gtins\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes "
    "of one item, GTINs of 14 digits.\"}]}";

const struct fy_schema product_schema_20 = {
    .id = 20,
    .version = 3,
    .fingerprint = UINT64_C(0xdff7b42b4e9ce991),
    .subject = "products-value",
    .text = text_20,
    .name = "product",
    .type = &fy_type_product,
    .size = sizeof(struct product),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_24[] =
    "{\"type\":\"record\",\"name\":\"Product\",\"namespace\":\"fy\",\"doc\":\"A product as custome"
    "rs see it now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also th"
    "e key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"n"
    "ame\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state inclu"
    "des.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"pa"
    "rtition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input included, o"
    "ne per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"type\":\"string\",\"doc\":"
    "\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Mone"
    "y\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"ty"
    "pe\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"na"
    "me\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"d"
    "oc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"withdrawn_ms\","
    "\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}]"
    ",\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{\"name\":\""
    "gtins\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes "
    "of one item, GTINs of 14 digits.\"},{\"name\":\"images\",\"default\":[],\"type\":{\"type\":\""
    "array\",\"items\":{\"type\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A pi"
    "cture, by its content: /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{"
    "\"name\":\"hash\",\"type\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 he"
    "x digits.\"},{\"name\":\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or "
    "image/webp.\"},{\"name\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a pho"
    "tograph is turned.\"},{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\""
    "bytes\",\"type\":\"long\",\"doc\":\"Of the file that is kept.\"}]}},\"doc\":\"Pictures of it,"
    " in order; at most 16.\"}]}";

const struct fy_schema product_schema_24 = {
    .id = 24,
    .version = 4,
    .fingerprint = UINT64_C(0x15d97dc3a0091c26),
    .subject = "products-value",
    .text = text_24,
    .name = "product",
    .type = &fy_type_product,
    .size = sizeof(struct product),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_40[] =
    "{\"type\":\"record\",\"name\":\"Product\",\"namespace\":\"fy\",\"doc\":\"A product as custome"
    "rs see it now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also th"
    "e key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"n"
    "ame\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state inclu"
    "des.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"pa"
    "rtition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input included, o"
    "ne per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Whose words and pictures these are: the first of those who offer it"
    ".\"},{\"name\":\"title\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"de"
    "scription\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name"
    "\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\""
    "price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An am"
    "ount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":10000000"
    "0000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\""
    "min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\""
    ":\"Price of one item: the lowest of those who have some; else of those who offer it.\"},{\"na"
    "me\":\"withdrawn_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":"
    "\"timestamp-millis\"}],\"doc\":\"Since when it is on offer no more, UTC; null while it is on "
    "offer.\"},{\"name\":\"gtins\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":\"string"
    "\"},\"doc\":\"Barcodes of one item, GTINs of 14 digits.\"},{\"name\":\"images\",\"default\":["
    "],\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Image\",\"namespace"
    "\":\"fy\",\"doc\":\"A picture, by its content: /images/<first two digits>/<hash>.<jpg, png or"
    " webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"BLAKE2b-256 of the byt"
    "es that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\"type\":\"string\",\"doc\":\"im"
    "age/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, "
    "as stored: before a photograph is turned.\"},{\"name\":\"height\",\"type\":\"int\",\"doc\":\""
    "Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of the file that is kept.\"}]}},\""
    "doc\":\"Pictures of it, in order; at most 16.\"},{\"name\":\"suppliers\",\"default\":[],\"typ"
    "e\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"All who offer it now, in the order in"
    " which they listed it.\"}]}";

const struct fy_schema product_schema_40 = {
    .id = 40,
    .version = 5,
    .fingerprint = UINT64_C(0xf9a2158a74e33cca),
    .subject = "products-value",
    .text = text_40,
    .name = "product",
    .type = &fy_type_product,
    .size = sizeof(struct product),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_56[] =
    "{\"type\":\"record\",\"name\":\"Product\",\"namespace\":\"fy\",\"doc\":\"A product as custome"
    "rs see it now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also th"
    "e key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"n"
    "ame\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state inclu"
    "des.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"pa"
    "rtition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input included, o"
    "ne per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Whose words and pictures these are: the first of those who offer it"
    ".\"},{\"name\":\"title\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"de"
    "scription\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name"
    "\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\""
    "price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An am"
    "ount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":10000000"
    "0000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\""
    "min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\""
    ":\"Price of one item: the lowest of those who have some; else of those who offer it.\"},{\"na"
    "me\":\"withdrawn_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":"
    "\"timestamp-millis\"}],\"doc\":\"Since when it is on offer no more, UTC; null while it is on "
    "offer.\"},{\"name\":\"gtins\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":\"string"
    "\"},\"doc\":\"Barcodes of one item, GTINs of 14 digits.\"},{\"name\":\"images\",\"default\":["
    "],\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Image\",\"namespace"
    "\":\"fy\",\"doc\":\"A picture, by its content: /images/<first two digits>/<hash>.<jpg, png or"
    " webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"BLAKE2b-256 of the byt"
    "es that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\"type\":\"string\",\"doc\":\"im"
    "age/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, "
    "as stored: before a photograph is turned.\"},{\"name\":\"height\",\"type\":\"int\",\"doc\":\""
    "Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of the file that is kept.\"}]}},\""
    "doc\":\"Pictures of it, in order; at most 16.\"},{\"name\":\"suppliers\",\"default\":[],\"typ"
    "e\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"All who offer it now, in the order in"
    " which they listed it.\"},{\"name\":\"category\",\"type\":[\"null\",\"string\"],\"default\":n"
    "ull,\"doc\":\"Where it stands in the shop: home/kitchen/mugs.\"}]}";

const struct fy_schema product_schema_56 = {
    .id = 56,
    .version = 6,
    .fingerprint = UINT64_C(0xe5d387957b6b007c),
    .subject = "products-value",
    .text = text_56,
    .name = "product",
    .type = &fy_type_product,
    .size = sizeof(struct product),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_85[] =
    "{\"type\":\"record\",\"name\":\"Product\",\"namespace\":\"fy\",\"doc\":\"A product as custome"
    "rs see it now.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also th"
    "e key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"n"
    "ame\":\"Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state inclu"
    "des.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"pa"
    "rtition\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest input included, o"
    "ne per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Whose words and pictures these are: the first of those who offer it"
    ".\"},{\"name\":\"title\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"de"
    "scription\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name"
    "\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\""
    "price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An am"
    "ount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":1,\"max\":10000000"
    "0000,\"doc\":\"Minor units, cents of a euro; 0 in what was written while a price could be 0."
    "\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"up"
    "per\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item: the lowest of those wh"
    "o have some; else of those who offer it.\"},{\"name\":\"withdrawn_ms\",\"default\":null,\"typ"
    "e\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Since when "
    "it is on offer no more, UTC; null while it is on offer.\"},{\"name\":\"gtins\",\"default\":[]"
    ",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes of one item, GTINs of "
    "14 digits.\"},{\"name\":\"images\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":{\"t"
    "ype\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content:"
    " /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"typ"
    "e\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\":"
    "\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name"
    "\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},"
    "{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"lon"
    "g\",\"doc\":\"Of the file that is kept.\"}]}},\"doc\":\"Pictures of it, in order; at most 16."
    "\"},{\"name\":\"suppliers\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":\"string\"}"
    ",\"doc\":\"All who offer it now, in the order in which they listed it.\"},{\"name\":\"categor"
    "y\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Where it stands in the shop: ho"
    "me/kitchen/mugs.\"}]}";

const struct fy_schema product_schema = {
    .id = 85,
    .version = 7,
    .fingerprint = UINT64_C(0xe5d387957b6b007c),
    .subject = "products-value",
    .text = text_85,
    .name = "product",
    .type = &fy_type_product,
    .size = sizeof(struct product),
    .encode = encode_any,
    .decode = decode_any,
};
