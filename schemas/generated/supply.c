/*
 * Made by fy-generate from schemas/supply.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_product_listed(struct fy_reader *in, struct product_listed *value)
{
    bool set;

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
    return true;
}

static bool read_price_set(struct fy_reader *in, struct price_set *value)
{
    if (!fy_read_money(in, &value->price))
        return false;
    return true;
}

static bool read_stock_counted(struct fy_reader *in, struct stock_counted *value)
{
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_product_withdrawn(struct fy_reader *in, struct product_withdrawn *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_stock_received(struct fy_reader *in, struct stock_received *value)
{
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_stock_adjusted(struct fy_reader *in, struct stock_adjusted *value)
{
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_threshold_set(struct fy_reader *in, struct threshold_set *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->has_units = set;
    value->units = 0;
    if (set && !fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_supply_product_listed(
    struct fy_reader *in, const struct product_listed **ret_value)
{
    struct product_listed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_product_listed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_price_set(struct fy_reader *in, const struct price_set **ret_value)
{
    struct price_set *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_price_set(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_stock_counted(struct fy_reader *in, const struct stock_counted **ret_value)
{
    struct stock_counted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_stock_counted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_product_withdrawn(
    struct fy_reader *in, const struct product_withdrawn **ret_value)
{
    struct product_withdrawn *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_product_withdrawn(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_stock_received(
    struct fy_reader *in, const struct stock_received **ret_value)
{
    struct stock_received *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_stock_received(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_stock_adjusted(
    struct fy_reader *in, const struct stock_adjusted **ret_value)
{
    struct stock_adjusted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_stock_adjusted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_threshold_set(struct fy_reader *in, const struct threshold_set **ret_value)
{
    struct threshold_set *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_threshold_set(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_supply(struct fy_reader *in, struct supply *value)
{
    int set_count;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!read_supply_product_listed(in, &value->product_listed))
        return false;
    if (!read_supply_price_set(in, &value->price_set))
        return false;
    if (!read_supply_stock_counted(in, &value->stock_counted))
        return false;
    if (!read_supply_product_withdrawn(in, &value->product_withdrawn))
        return false;
    if (!read_supply_stock_received(in, &value->stock_received))
        return false;
    if (!read_supply_stock_adjusted(in, &value->stock_adjusted))
        return false;
    if (!read_supply_threshold_set(in, &value->threshold_set))
        return false;
    set_count = 0;
    set_count += value->product_listed != NULL;
    set_count += value->price_set != NULL;
    set_count += value->stock_counted != NULL;
    set_count += value->product_withdrawn != NULL;
    set_count += value->stock_received != NULL;
    set_count += value->stock_adjusted != NULL;
    set_count += value->threshold_set != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_11_supply;
static const struct fy_plan plan_11_envelope;
static const struct fy_plan plan_11_product_listed;
static const struct fy_plan plan_11_money;
static const struct fy_plan plan_11_price_set;
static const struct fy_plan plan_11_stock_counted;

static const struct fy_plan_field fields_of_plan_11_supply[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_11_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .nullable = true, .record = &plan_11_product_listed},
    {.kind = FY_FIELD_RECORD, .target = 4, .nullable = true, .record = &plan_11_price_set},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_11_stock_counted},
};

static const struct fy_plan plan_11_supply = {
    .fields = fields_of_plan_11_supply,
    .field_count = 6,
    .missing = (const uint8_t[]){6, 7, 8, 9},
    .missing_count = 4,
};

static const struct fy_plan_field fields_of_plan_11_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_11_envelope = {
    .fields = fields_of_plan_11_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_11_product_listed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_11_money},
};

static const struct fy_plan plan_11_product_listed = {
    .fields = fields_of_plan_11_product_listed,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_11_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_11_money = {
    .fields = fields_of_plan_11_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_11_price_set[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_11_money},
};

static const struct fy_plan plan_11_price_set = {
    .fields = fields_of_plan_11_price_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_11_stock_counted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_11_stock_counted = {
    .fields = fields_of_plan_11_stock_counted,
    .field_count = 1,
};

enum fy_status supply_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct supply *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 11:
        return fy_read_end(&in, fy_resolve(&in, &plan_11_supply, &fy_type_supply, ret_value));
    case 18:
        return fy_read_end(&in, fy_read_supply(&in, ret_value));
    default:
        return fy_read_unknown(&in, "supply");
    }
}

static size_t size_product_listed(const struct product_listed *value)
{
    size_t size = 0;

    size += fy_size_string(value->title);
    size += 1;
    if (value->description.data != NULL)
        size += fy_size_string(value->description);
    size += 1;
    if (value->brand.data != NULL)
        size += fy_size_string(value->brand);
    size += fy_size_money(&value->price);
    return size;
}

static uint8_t *write_product_listed(uint8_t *at, const struct product_listed *value)
{
    at = fy_write_string(at, value->title);
    at = fy_write_branch(at, value->description.data != NULL);
    if (value->description.data != NULL)
        at = fy_write_string(at, value->description);
    at = fy_write_branch(at, value->brand.data != NULL);
    if (value->brand.data != NULL)
        at = fy_write_string(at, value->brand);
    at = fy_write_money(at, &value->price);
    return at;
}

static size_t size_price_set(const struct price_set *value)
{
    size_t size = 0;

    size += fy_size_money(&value->price);
    return size;
}

static uint8_t *write_price_set(uint8_t *at, const struct price_set *value)
{
    at = fy_write_money(at, &value->price);
    return at;
}

static size_t size_stock_counted(const struct stock_counted *value)
{
    size_t size = 0;

    size += fy_size_long(value->units);
    return size;
}

static uint8_t *write_stock_counted(uint8_t *at, const struct stock_counted *value)
{
    at = fy_write_long(at, value->units);
    return at;
}

static size_t size_product_withdrawn(const struct product_withdrawn *value)
{
    size_t size = 0;

    size += 1;
    if (value->reason.data != NULL)
        size += fy_size_string(value->reason);
    return size;
}

static uint8_t *write_product_withdrawn(uint8_t *at, const struct product_withdrawn *value)
{
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

static size_t size_stock_received(const struct stock_received *value)
{
    size_t size = 0;

    size += fy_size_long(value->units);
    return size;
}

static uint8_t *write_stock_received(uint8_t *at, const struct stock_received *value)
{
    at = fy_write_long(at, value->units);
    return at;
}

static size_t size_stock_adjusted(const struct stock_adjusted *value)
{
    size_t size = 0;

    size += fy_size_long(value->units);
    size += fy_size_string(value->reason);
    return size;
}

static uint8_t *write_stock_adjusted(uint8_t *at, const struct stock_adjusted *value)
{
    at = fy_write_long(at, value->units);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t size_threshold_set(const struct threshold_set *value)
{
    size_t size = 0;

    size += 1;
    if (value->has_units)
        size += fy_size_long(value->units);
    return size;
}

static uint8_t *write_threshold_set(uint8_t *at, const struct threshold_set *value)
{
    at = fy_write_branch(at, value->has_units);
    if (value->has_units)
        at = fy_write_long(at, value->units);
    return at;
}

size_t fy_size_supply(const struct supply *value)
{
    size_t size = 0;

    size += fy_size_envelope(&value->envelope);
    size += fy_size_string(value->sku);
    size += fy_size_string(value->supplier);
    size += 1;
    if (value->product_listed != NULL)
        size += size_product_listed(value->product_listed);
    size += 1;
    if (value->price_set != NULL)
        size += size_price_set(value->price_set);
    size += 1;
    if (value->stock_counted != NULL)
        size += size_stock_counted(value->stock_counted);
    size += 1;
    if (value->product_withdrawn != NULL)
        size += size_product_withdrawn(value->product_withdrawn);
    size += 1;
    if (value->stock_received != NULL)
        size += size_stock_received(value->stock_received);
    size += 1;
    if (value->stock_adjusted != NULL)
        size += size_stock_adjusted(value->stock_adjusted);
    size += 1;
    if (value->threshold_set != NULL)
        size += size_threshold_set(value->threshold_set);
    return size;
}

uint8_t *fy_write_supply(uint8_t *at, const struct supply *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->sku);
    at = fy_write_string(at, value->supplier);
    at = fy_write_branch(at, value->product_listed != NULL);
    if (value->product_listed != NULL)
        at = write_product_listed(at, value->product_listed);
    at = fy_write_branch(at, value->price_set != NULL);
    if (value->price_set != NULL)
        at = write_price_set(at, value->price_set);
    at = fy_write_branch(at, value->stock_counted != NULL);
    if (value->stock_counted != NULL)
        at = write_stock_counted(at, value->stock_counted);
    at = fy_write_branch(at, value->product_withdrawn != NULL);
    if (value->product_withdrawn != NULL)
        at = write_product_withdrawn(at, value->product_withdrawn);
    at = fy_write_branch(at, value->stock_received != NULL);
    if (value->stock_received != NULL)
        at = write_stock_received(at, value->stock_received);
    at = fy_write_branch(at, value->stock_adjusted != NULL);
    if (value->stock_adjusted != NULL)
        at = write_stock_adjusted(at, value->stock_adjusted);
    at = fy_write_branch(at, value->threshold_set != NULL);
    if (value->threshold_set != NULL)
        at = write_threshold_set(at, value->threshold_set);
    return at;
}

enum fy_status supply_encode(const struct supply *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    size_t size = fy_size_supply(value);
    uint8_t *begin;
    int set_count = 0;

    set_count += value->product_listed != NULL;
    set_count += value->price_set != NULL;
    set_count += value->stock_counted != NULL;
    set_count += value->product_withdrawn != NULL;
    set_count += value->stock_received != NULL;
    set_count += value->stock_adjusted != NULL;
    set_count += value->threshold_set != NULL;
    if (set_count != 1)
        return fy_write_one_of("supply", set_count, err);
    begin = fy_write_begin(arena, 18, size, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(begin, fy_write_supply(begin, value), size, ret_bytes);
}

static const struct fy_field fields_of_product_listed[] = {
    {
        .name = "title",
        .name_bytes = 5,
        .offset = offsetof(struct product_listed, title),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 200,
    },
    {
        .name = "description",
        .name_bytes = 11,
        .offset = offsetof(struct product_listed, description),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4000,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "brand",
        .name_bytes = 5,
        .offset = offsetof(struct product_listed, brand),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 100,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct product_listed, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_product_listed = {
    .name = "ProductListed",
    .fields = fields_of_product_listed,
    .field_count = 4,
    .size = sizeof(struct product_listed),
};

static const struct fy_field fields_of_price_set[] = {
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct price_set, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_price_set = {
    .name = "PriceSet",
    .fields = fields_of_price_set,
    .field_count = 1,
    .size = sizeof(struct price_set),
};

static const struct fy_field fields_of_stock_counted[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct stock_counted, units),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 1000000000,
    },
};

static const struct fy_type type_stock_counted = {
    .name = "StockCounted",
    .fields = fields_of_stock_counted,
    .field_count = 1,
    .size = sizeof(struct stock_counted),
};

static const struct fy_field fields_of_product_withdrawn[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct product_withdrawn, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 200,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_product_withdrawn = {
    .name = "ProductWithdrawn",
    .fields = fields_of_product_withdrawn,
    .field_count = 1,
    .size = sizeof(struct product_withdrawn),
};

static const struct fy_field fields_of_stock_received[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct stock_received, units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 1000000000,
    },
};

static const struct fy_type type_stock_received = {
    .name = "StockReceived",
    .fields = fields_of_stock_received,
    .field_count = 1,
    .size = sizeof(struct stock_received),
};

static const struct fy_field fields_of_stock_adjusted[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct stock_adjusted, units),
        .kind = FY_FIELD_LONG,
        .min = -1000000000,
        .max = 1000000000,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct stock_adjusted, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 200,
    },
};

static const struct fy_type type_stock_adjusted = {
    .name = "StockAdjusted",
    .fields = fields_of_stock_adjusted,
    .field_count = 2,
    .size = sizeof(struct stock_adjusted),
};

static const struct fy_field fields_of_threshold_set[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct threshold_set, units),
        .has_offset = offsetof(struct threshold_set, has_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 1000000000,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_threshold_set = {
    .name = "ThresholdSet",
    .fields = fields_of_threshold_set,
    .field_count = 1,
    .size = sizeof(struct threshold_set),
};

static const struct fy_field fields_of_supply[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct supply, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct supply, sku),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct supply, supplier),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "product_listed",
        .name_bytes = 14,
        .offset = offsetof(struct supply, product_listed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_product_listed,
    },
    {
        .name = "price_set",
        .name_bytes = 9,
        .offset = offsetof(struct supply, price_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_price_set,
    },
    {
        .name = "stock_counted",
        .name_bytes = 13,
        .offset = offsetof(struct supply, stock_counted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_stock_counted,
    },
    {
        .name = "product_withdrawn",
        .name_bytes = 17,
        .offset = offsetof(struct supply, product_withdrawn),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_product_withdrawn,
    },
    {
        .name = "stock_received",
        .name_bytes = 14,
        .offset = offsetof(struct supply, stock_received),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_stock_received,
    },
    {
        .name = "stock_adjusted",
        .name_bytes = 14,
        .offset = offsetof(struct supply, stock_adjusted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_stock_adjusted,
    },
    {
        .name = "threshold_set",
        .name_bytes = 13,
        .offset = offsetof(struct supply, threshold_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_threshold_set,
    },
};

const struct fy_type fy_type_supply = {
    .name = "Supply",
    .fields = fields_of_supply,
    .field_count = 10,
    .one_of = true,
    .size = sizeof(struct supply),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return supply_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return supply_decode(bytes, arena, ret_value, err);
}

static const char text_11[] =
    "{\"type\":\"record\",\"name\":\"Supply\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"What "
    "a supplier said of one SKU. Exactly one of the nullable records is set.\",\"fields\":[{\"name"
    "\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"do"
    "c\":\"Who, when and why. The first field of every fact, event and request.\",\"fields\":[{\"n"
    "ame\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names th"
    "is event for ever. A retry across a crash may write the same id twice; it is one event.\"},{"
    "\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"de"
    "fault\":null,\"doc\":\"The event_id this one follows from; null where the outside world began"
    " it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything b"
    "egan with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type"
    "\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"ev"
    "ent_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our"
    " edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. "
    "Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"def"
    "ault\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set together"
    " with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why.\"},{\"name\":\"sku\",\"type\":"
    "\"string\",\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"The SKU, a product category; also the"
    " key.\"},{\"name\":\"supplier\",\"type\":\"string\",\"max_bytes\":64,\"chars\":\"sku\",\"doc"
    "\":\"Which supplier speaks.\"},{\"name\":\"product_listed\",\"default\":null,\"doc\":\"The pr"
    "oduct is on offer from now on.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProductLi"
    "sted\",\"doc\":\"The product is on offer from now on; said again, it is changed.\",\"fields\""
    ":[{\"name\":\"title\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What cu"
    "stomers read.\"},{\"name\":\"description\",\"type\":[\"null\",\"string\"],\"default\":null,\""
    "max_bytes\":4000,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],"
    "\"default\":null,\"max_bytes\":100,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\""
    ":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields"
    "\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor unit"
    "s, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes"
    "\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"}]"
    "}]},{\"name\":\"price_set\",\"default\":null,\"doc\":\"The price changed.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"PriceSet\",\"doc\":\"The price changed.\",\"fields\":[{\"n"
    "ame\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item from now on.\"}]}]},{\"name"
    "\":\"stock_counted\",\"default\":null,\"doc\":\"The supplier counted what is there.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"StockCounted\",\"doc\":\"The supplier counted wh"
    "at is there.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":0,\"max\":1000000000"
    ",\"doc\":\"Whole items on hand.\"}]}]}]}";

const struct fy_schema supply_schema_11 = {
    .id = 11,
    .version = 1,
    .fingerprint = UINT64_C(0x35ca76030b5ea05e),
    .subject = "supply-value",
    .text = text_11,
    .name = "supply",
    .type = &fy_type_supply,
    .size = sizeof(struct supply),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_18[] =
    "{\"type\":\"record\",\"name\":\"Supply\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"What "
    "a supplier said of one SKU. Exactly one of the nullable records is set.\",\"fields\":[{\"name"
    "\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"do"
    "c\":\"Who, when and why. The first field of every fact, event and request.\",\"fields\":[{\"n"
    "ame\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names th"
    "is event for ever. A retry across a crash may write the same id twice; it is one event.\"},{"
    "\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"de"
    "fault\":null,\"doc\":\"The event_id this one follows from; null where the outside world began"
    " it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything b"
    "egan with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type"
    "\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"ev"
    "ent_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our"
    " edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. "
    "Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"def"
    "ault\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set together"
    " with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why.\"},{\"name\":\"sku\",\"type\":"
    "\"string\",\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"The SKU, a product category; also the"
    " key.\"},{\"name\":\"supplier\",\"type\":\"string\",\"max_bytes\":64,\"chars\":\"sku\",\"doc"
    "\":\"Which supplier speaks.\"},{\"name\":\"product_listed\",\"default\":null,\"doc\":\"The pr"
    "oduct is on offer from now on.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProductLi"
    "sted\",\"doc\":\"The product is on offer from now on; said again, it is changed.\",\"fields\""
    ":[{\"name\":\"title\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What cu"
    "stomers read.\"},{\"name\":\"description\",\"type\":[\"null\",\"string\"],\"default\":null,\""
    "max_bytes\":4000,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],"
    "\"default\":null,\"max_bytes\":100,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\""
    ":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields"
    "\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor unit"
    "s, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes"
    "\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"}]"
    "}]},{\"name\":\"price_set\",\"default\":null,\"doc\":\"The price changed.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"PriceSet\",\"doc\":\"The price changed.\",\"fields\":[{\"n"
    "ame\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item from now on.\"}]}]},{\"name"
    "\":\"stock_counted\",\"default\":null,\"doc\":\"The supplier counted what is there.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"StockCounted\",\"doc\":\"The supplier counted wh"
    "at is there.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":0,\"max\":1000000000"
    ",\"doc\":\"Whole items on hand.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":null,\"doc"
    "\":\"The product is on offer no more, until it is listed again.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"ProductWithdrawn\",\"doc\":\"The product is on offer no more, until "
    "it is listed again.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"defau"
    "lt\":null,\"max_bytes\":200,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"stock_"
    "received\",\"default\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"StockReceived\",\"doc\":\"Items arrived and are there from now on, beside those"
    " that were.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":1000000000,"
    "\"doc\":\"Whole items that arrived.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":null,\"do"
    "c\":\"The items on hand are more or fewer than the books say.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"StockAdjusted\",\"doc\":\"The items on hand are more or fewer than the "
    "books say, and why.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":-1000000000,"
    "\"max\":1000000000,\"doc\":\"Whole items to add; below 0 to take away; not 0.\"},{\"name\":\""
    "reason\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"Why: broken, found, "
    "stolen.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which level on sto"
    "ck is low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ThresholdSet\",\"doc\":\"From"
    " which level on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\",\"long\"],"
    "\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low when so many items or fe"
    "wer can be bought; null: never.\"}]}]}]}";

const struct fy_schema supply_schema = {
    .id = 18,
    .version = 2,
    .fingerprint = UINT64_C(0xf541494901c7de75),
    .subject = "supply-value",
    .text = text_18,
    .name = "supply",
    .type = &fy_type_supply,
    .size = sizeof(struct supply),
    .encode = encode_any,
    .decode = decode_any,
};
