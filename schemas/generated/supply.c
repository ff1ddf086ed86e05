/*
 * Made by fy-generate from schemas/supply.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_product_listed_gtins(struct fy_reader *in, struct product_listed_gtins *value)
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
    if (!read_product_listed_gtins(in, &value->gtins))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->category = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->category))
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

static bool read_offer_stated_price(struct fy_reader *in, const struct money **ret_value)
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

static bool read_offer_stated_gtins(struct fy_reader *in, struct offer_stated_gtins *value)
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

static bool read_offer_stated(struct fy_reader *in, struct offer_stated *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->title = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->title))
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
    if (!read_offer_stated_price(in, &value->price))
        return false;
    if (!read_offer_stated_gtins(in, &value->gtins))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_units = set;
    value->units = 0;
    if (set && !fy_read_long(in, &value->units))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_threshold_units = set;
    value->threshold_units = 0;
    if (set && !fy_read_long(in, &value->threshold_units))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->category = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->category))
        return false;
    return true;
}

static bool read_scan_undone(struct fy_reader *in, struct scan_undone *value)
{
    if (!fy_read_long(in, &value->undone_n))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_image_attached(struct fy_reader *in, struct image_attached *value)
{
    if (!fy_read_image(in, &value->image))
        return false;
    return true;
}

static bool read_image_detached(struct fy_reader *in, struct image_detached *value)
{
    if (!fy_read_string(in, &value->hash))
        return false;
    return true;
}

static bool read_buffer_set(struct fy_reader *in, struct buffer_set *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->has_percent = set;
    value->percent = 0;
    if (set && !fy_read_long(in, &value->percent))
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

static bool read_supply_offer_stated(struct fy_reader *in, const struct offer_stated **ret_value)
{
    struct offer_stated *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_offer_stated(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_scan_undone(struct fy_reader *in, const struct scan_undone **ret_value)
{
    struct scan_undone *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_scan_undone(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_image_attached(
    struct fy_reader *in, const struct image_attached **ret_value)
{
    struct image_attached *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_image_attached(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_image_detached(
    struct fy_reader *in, const struct image_detached **ret_value)
{
    struct image_detached *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_image_detached(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_supply_buffer_set(struct fy_reader *in, const struct buffer_set **ret_value)
{
    struct buffer_set *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_buffer_set(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_supply(struct fy_reader *in, struct supply *value)
{
    int set_count;
    bool set;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->session = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->session))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_n = set;
    value->n = 0;
    if (set && !fy_read_long(in, &value->n))
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
    if (!read_supply_offer_stated(in, &value->offer_stated))
        return false;
    if (!read_supply_scan_undone(in, &value->scan_undone))
        return false;
    if (!read_supply_image_attached(in, &value->image_attached))
        return false;
    if (!read_supply_image_detached(in, &value->image_detached))
        return false;
    if (!read_supply_buffer_set(in, &value->buffer_set))
        return false;
    set_count = 0;
    set_count += value->product_listed != NULL;
    set_count += value->price_set != NULL;
    set_count += value->stock_counted != NULL;
    set_count += value->product_withdrawn != NULL;
    set_count += value->stock_received != NULL;
    set_count += value->stock_adjusted != NULL;
    set_count += value->threshold_set != NULL;
    set_count += value->offer_stated != NULL;
    set_count += value->scan_undone != NULL;
    set_count += value->image_attached != NULL;
    set_count += value->image_detached != NULL;
    set_count += value->buffer_set != NULL;
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
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_11_product_listed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_11_price_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_11_stock_counted},
};

static const struct fy_plan plan_11_supply = {
    .fields = fields_of_plan_11_supply,
    .field_count = 6,
    .missing = (const uint8_t[]){3, 4, 8, 9, 10, 11, 12, 13, 14, 15, 16},
    .missing_count = 11,
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
    .missing = (const uint8_t[]){4, 5},
    .missing_count = 2,
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

static const struct fy_plan plan_18_supply;
static const struct fy_plan plan_18_envelope;
static const struct fy_plan plan_18_product_listed;
static const struct fy_plan plan_18_money;
static const struct fy_plan plan_18_price_set;
static const struct fy_plan plan_18_stock_counted;
static const struct fy_plan plan_18_product_withdrawn;
static const struct fy_plan plan_18_stock_received;
static const struct fy_plan plan_18_stock_adjusted;
static const struct fy_plan plan_18_threshold_set;

static const struct fy_plan_field fields_of_plan_18_supply[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_18_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_18_product_listed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_18_price_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_18_stock_counted},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_18_product_withdrawn},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_18_stock_received},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_18_stock_adjusted},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_18_threshold_set},
};

static const struct fy_plan plan_18_supply = {
    .fields = fields_of_plan_18_supply,
    .field_count = 10,
    .missing = (const uint8_t[]){3, 4, 12, 13, 14, 15, 16},
    .missing_count = 7,
};

static const struct fy_plan_field fields_of_plan_18_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_18_envelope = {
    .fields = fields_of_plan_18_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_18_product_listed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_18_money},
};

static const struct fy_plan plan_18_product_listed = {
    .fields = fields_of_plan_18_product_listed,
    .field_count = 4,
    .missing = (const uint8_t[]){4, 5},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_18_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_18_money = {
    .fields = fields_of_plan_18_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_18_price_set[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_18_money},
};

static const struct fy_plan plan_18_price_set = {
    .fields = fields_of_plan_18_price_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_18_stock_counted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_18_stock_counted = {
    .fields = fields_of_plan_18_stock_counted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_18_product_withdrawn[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_18_product_withdrawn = {
    .fields = fields_of_plan_18_product_withdrawn,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_18_stock_received[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_18_stock_received = {
    .fields = fields_of_plan_18_stock_received,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_18_stock_adjusted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_18_stock_adjusted = {
    .fields = fields_of_plan_18_stock_adjusted,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_18_threshold_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_18_threshold_set = {
    .fields = fields_of_plan_18_threshold_set,
    .field_count = 1,
};

static const struct fy_plan plan_23_supply;
static const struct fy_plan plan_23_envelope;
static const struct fy_plan plan_23_product_listed;
static const struct fy_plan plan_23_money;
static const struct fy_plan plan_23_price_set;
static const struct fy_plan plan_23_stock_counted;
static const struct fy_plan plan_23_product_withdrawn;
static const struct fy_plan plan_23_stock_received;
static const struct fy_plan plan_23_stock_adjusted;
static const struct fy_plan plan_23_threshold_set;
static const struct fy_plan plan_23_offer_stated;
static const struct fy_plan plan_23_scan_undone;

static const struct fy_plan_field fields_of_plan_23_supply[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_23_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_23_product_listed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_23_price_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_23_stock_counted},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_23_product_withdrawn},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_23_stock_received},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_23_stock_adjusted},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_23_threshold_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_23_offer_stated},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_23_scan_undone},
};

static const struct fy_plan plan_23_supply = {
    .fields = fields_of_plan_23_supply,
    .field_count = 14,
    .missing = (const uint8_t[]){14, 15, 16},
    .missing_count = 3,
};

static const struct fy_plan_field fields_of_plan_23_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_23_envelope = {
    .fields = fields_of_plan_23_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_23_product_listed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_23_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_23_product_listed = {
    .fields = fields_of_plan_23_product_listed,
    .field_count = 5,
    .missing = (const uint8_t[]){5},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_23_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_23_money = {
    .fields = fields_of_plan_23_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_23_price_set[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_23_money},
};

static const struct fy_plan plan_23_price_set = {
    .fields = fields_of_plan_23_price_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_23_stock_counted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_23_stock_counted = {
    .fields = fields_of_plan_23_stock_counted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_23_product_withdrawn[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_23_product_withdrawn = {
    .fields = fields_of_plan_23_product_withdrawn,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_23_stock_received[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_23_stock_received = {
    .fields = fields_of_plan_23_stock_received,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_23_stock_adjusted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_23_stock_adjusted = {
    .fields = fields_of_plan_23_stock_adjusted,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_23_threshold_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_23_threshold_set = {
    .fields = fields_of_plan_23_threshold_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_23_offer_stated[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .nullable = true, .record = &plan_23_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_23_offer_stated = {
    .fields = fields_of_plan_23_offer_stated,
    .field_count = 7,
    .missing = (const uint8_t[]){7},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_23_scan_undone[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_23_scan_undone = {
    .fields = fields_of_plan_23_scan_undone,
    .field_count = 2,
};

static const struct fy_plan plan_27_supply;
static const struct fy_plan plan_27_envelope;
static const struct fy_plan plan_27_product_listed;
static const struct fy_plan plan_27_money;
static const struct fy_plan plan_27_price_set;
static const struct fy_plan plan_27_stock_counted;
static const struct fy_plan plan_27_product_withdrawn;
static const struct fy_plan plan_27_stock_received;
static const struct fy_plan plan_27_stock_adjusted;
static const struct fy_plan plan_27_threshold_set;
static const struct fy_plan plan_27_offer_stated;
static const struct fy_plan plan_27_scan_undone;
static const struct fy_plan plan_27_image_attached;
static const struct fy_plan plan_27_image;
static const struct fy_plan plan_27_image_detached;

static const struct fy_plan_field fields_of_plan_27_supply[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_27_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_27_product_listed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_27_price_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_27_stock_counted},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_27_product_withdrawn},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_27_stock_received},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_27_stock_adjusted},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_27_threshold_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_27_offer_stated},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_27_scan_undone},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_27_image_attached},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_27_image_detached},
};

static const struct fy_plan plan_27_supply = {
    .fields = fields_of_plan_27_supply,
    .field_count = 16,
    .missing = (const uint8_t[]){16},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_27_envelope = {
    .fields = fields_of_plan_27_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_27_product_listed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_27_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_27_product_listed = {
    .fields = fields_of_plan_27_product_listed,
    .field_count = 5,
    .missing = (const uint8_t[]){5},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_27_money = {
    .fields = fields_of_plan_27_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_27_price_set[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_27_money},
};

static const struct fy_plan plan_27_price_set = {
    .fields = fields_of_plan_27_price_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_stock_counted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_27_stock_counted = {
    .fields = fields_of_plan_27_stock_counted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_product_withdrawn[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_27_product_withdrawn = {
    .fields = fields_of_plan_27_product_withdrawn,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_stock_received[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_27_stock_received = {
    .fields = fields_of_plan_27_stock_received,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_stock_adjusted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_27_stock_adjusted = {
    .fields = fields_of_plan_27_stock_adjusted,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_27_threshold_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_27_threshold_set = {
    .fields = fields_of_plan_27_threshold_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_offer_stated[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .nullable = true, .record = &plan_27_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_27_offer_stated = {
    .fields = fields_of_plan_27_offer_stated,
    .field_count = 7,
    .missing = (const uint8_t[]){7},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_scan_undone[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_27_scan_undone = {
    .fields = fields_of_plan_27_scan_undone,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_27_image_attached[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_27_image},
};

static const struct fy_plan plan_27_image_attached = {
    .fields = fields_of_plan_27_image_attached,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_27_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_27_image = {
    .fields = fields_of_plan_27_image,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_27_image_detached[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_27_image_detached = {
    .fields = fields_of_plan_27_image_detached,
    .field_count = 1,
};

static const struct fy_plan plan_39_supply;
static const struct fy_plan plan_39_envelope;
static const struct fy_plan plan_39_product_listed;
static const struct fy_plan plan_39_money;
static const struct fy_plan plan_39_price_set;
static const struct fy_plan plan_39_stock_counted;
static const struct fy_plan plan_39_product_withdrawn;
static const struct fy_plan plan_39_stock_received;
static const struct fy_plan plan_39_stock_adjusted;
static const struct fy_plan plan_39_threshold_set;
static const struct fy_plan plan_39_offer_stated;
static const struct fy_plan plan_39_scan_undone;
static const struct fy_plan plan_39_image_attached;
static const struct fy_plan plan_39_image;
static const struct fy_plan plan_39_image_detached;

static const struct fy_plan_field fields_of_plan_39_supply[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_39_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_39_product_listed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_39_price_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_39_stock_counted},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_39_product_withdrawn},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_39_stock_received},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_39_stock_adjusted},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_39_threshold_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_39_offer_stated},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_39_scan_undone},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_39_image_attached},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_39_image_detached},
};

static const struct fy_plan plan_39_supply = {
    .fields = fields_of_plan_39_supply,
    .field_count = 16,
    .missing = (const uint8_t[]){16},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_39_envelope = {
    .fields = fields_of_plan_39_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_39_product_listed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_39_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_39_product_listed = {
    .fields = fields_of_plan_39_product_listed,
    .field_count = 5,
    .missing = (const uint8_t[]){5},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_39_money = {
    .fields = fields_of_plan_39_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_39_price_set[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_39_money},
};

static const struct fy_plan plan_39_price_set = {
    .fields = fields_of_plan_39_price_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_stock_counted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_39_stock_counted = {
    .fields = fields_of_plan_39_stock_counted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_product_withdrawn[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_39_product_withdrawn = {
    .fields = fields_of_plan_39_product_withdrawn,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_stock_received[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_39_stock_received = {
    .fields = fields_of_plan_39_stock_received,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_stock_adjusted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_39_stock_adjusted = {
    .fields = fields_of_plan_39_stock_adjusted,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_39_threshold_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_39_threshold_set = {
    .fields = fields_of_plan_39_threshold_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_offer_stated[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .nullable = true, .record = &plan_39_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_39_offer_stated = {
    .fields = fields_of_plan_39_offer_stated,
    .field_count = 7,
    .missing = (const uint8_t[]){7},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_scan_undone[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_39_scan_undone = {
    .fields = fields_of_plan_39_scan_undone,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_39_image_attached[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_39_image},
};

static const struct fy_plan plan_39_image_attached = {
    .fields = fields_of_plan_39_image_attached,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_39_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_39_image = {
    .fields = fields_of_plan_39_image,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_39_image_detached[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_39_image_detached = {
    .fields = fields_of_plan_39_image_detached,
    .field_count = 1,
};

static const struct fy_plan plan_46_supply;
static const struct fy_plan plan_46_envelope;
static const struct fy_plan plan_46_product_listed;
static const struct fy_plan plan_46_money;
static const struct fy_plan plan_46_price_set;
static const struct fy_plan plan_46_stock_counted;
static const struct fy_plan plan_46_product_withdrawn;
static const struct fy_plan plan_46_stock_received;
static const struct fy_plan plan_46_stock_adjusted;
static const struct fy_plan plan_46_threshold_set;
static const struct fy_plan plan_46_offer_stated;
static const struct fy_plan plan_46_scan_undone;
static const struct fy_plan plan_46_image_attached;
static const struct fy_plan plan_46_image;
static const struct fy_plan plan_46_image_detached;
static const struct fy_plan plan_46_buffer_set;

static const struct fy_plan_field fields_of_plan_46_supply[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_46_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_46_product_listed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_46_price_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_46_stock_counted},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_46_product_withdrawn},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_46_stock_received},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_46_stock_adjusted},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_46_threshold_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_46_offer_stated},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_46_scan_undone},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_46_image_attached},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_46_image_detached},
    {.kind = FY_FIELD_RECORD, .target = 16, .nullable = true, .record = &plan_46_buffer_set},
};

static const struct fy_plan plan_46_supply = {
    .fields = fields_of_plan_46_supply,
    .field_count = 17,
};

static const struct fy_plan_field fields_of_plan_46_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_46_envelope = {
    .fields = fields_of_plan_46_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_46_product_listed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_46_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_46_product_listed = {
    .fields = fields_of_plan_46_product_listed,
    .field_count = 5,
    .missing = (const uint8_t[]){5},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_46_money = {
    .fields = fields_of_plan_46_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_46_price_set[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_46_money},
};

static const struct fy_plan plan_46_price_set = {
    .fields = fields_of_plan_46_price_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_stock_counted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_46_stock_counted = {
    .fields = fields_of_plan_46_stock_counted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_product_withdrawn[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_46_product_withdrawn = {
    .fields = fields_of_plan_46_product_withdrawn,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_stock_received[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_46_stock_received = {
    .fields = fields_of_plan_46_stock_received,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_stock_adjusted[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_46_stock_adjusted = {
    .fields = fields_of_plan_46_stock_adjusted,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_46_threshold_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_46_threshold_set = {
    .fields = fields_of_plan_46_threshold_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_offer_stated[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .nullable = true, .record = &plan_46_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_46_offer_stated = {
    .fields = fields_of_plan_46_offer_stated,
    .field_count = 7,
    .missing = (const uint8_t[]){7},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_scan_undone[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_46_scan_undone = {
    .fields = fields_of_plan_46_scan_undone,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_46_image_attached[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_46_image},
};

static const struct fy_plan plan_46_image_attached = {
    .fields = fields_of_plan_46_image_attached,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_46_image = {
    .fields = fields_of_plan_46_image,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_46_image_detached[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_46_image_detached = {
    .fields = fields_of_plan_46_image_detached,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_46_buffer_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_46_buffer_set = {
    .fields = fields_of_plan_46_buffer_set,
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
        return fy_read_end(&in, fy_resolve(&in, &plan_18_supply, &fy_type_supply, ret_value));
    case 23:
        return fy_read_end(&in, fy_resolve(&in, &plan_23_supply, &fy_type_supply, ret_value));
    case 27:
        return fy_read_end(&in, fy_resolve(&in, &plan_27_supply, &fy_type_supply, ret_value));
    case 39:
        return fy_read_end(&in, fy_resolve(&in, &plan_39_supply, &fy_type_supply, ret_value));
    case 46:
        return fy_read_end(&in, fy_resolve(&in, &plan_46_supply, &fy_type_supply, ret_value));
    case 59:
        return fy_read_end(&in, fy_read_supply(&in, ret_value));
    case 90:
        return fy_read_end(&in, fy_read_supply(&in, ret_value));
    default:
        return fy_read_unknown(&in, "supply");
    }
}

static size_t room_product_listed(const struct product_listed *value)
{
    size_t room = 54;

    room += value->title.size;
    room += value->description.size;
    room += value->brand.size;
    room += fy_room_money(&value->price);
    room += value->gtins.count * 10;
    for (size_t i = 0; i < value->gtins.count; i++)
        room += value->gtins.items[i].size;
    room += value->category.size;
    return room;
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
    if (value->gtins.count > 0) {
        at = fy_write_long(at, (int64_t)value->gtins.count);
        for (size_t i = 0; i < value->gtins.count; i++)
            at = fy_write_string(at, value->gtins.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->category.data != NULL);
    if (value->category.data != NULL)
        at = fy_write_string(at, value->category);
    return at;
}

static size_t room_price_set(const struct price_set *value)
{
    size_t room = 0;

    room += fy_room_money(&value->price);
    return room;
}

static uint8_t *write_price_set(uint8_t *at, const struct price_set *value)
{
    at = fy_write_money(at, &value->price);
    return at;
}

static size_t room_stock_counted(const struct stock_counted *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_stock_counted(uint8_t *at, const struct stock_counted *value)
{
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_product_withdrawn(const struct product_withdrawn *value)
{
    size_t room = 11;

    room += value->reason.size;
    return room;
}

static uint8_t *write_product_withdrawn(uint8_t *at, const struct product_withdrawn *value)
{
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_stock_received(const struct stock_received *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_stock_received(uint8_t *at, const struct stock_received *value)
{
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_stock_adjusted(const struct stock_adjusted *value)
{
    size_t room = 20;

    room += value->reason.size;
    return room;
}

static uint8_t *write_stock_adjusted(uint8_t *at, const struct stock_adjusted *value)
{
    at = fy_write_long(at, value->units);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_threshold_set(const struct threshold_set *value)
{
    size_t room = 11;

    (void)value;
    return room;
}

static uint8_t *write_threshold_set(uint8_t *at, const struct threshold_set *value)
{
    at = fy_write_branch(at, value->has_units);
    if (value->has_units)
        at = fy_write_long(at, value->units);
    return at;
}

static size_t room_offer_stated(const struct offer_stated *value)
{
    size_t room = 78;

    room += value->title.size;
    room += value->description.size;
    room += value->brand.size;
    if (value->price != NULL)
        room += fy_room_money(value->price);
    room += value->gtins.count * 10;
    for (size_t i = 0; i < value->gtins.count; i++)
        room += value->gtins.items[i].size;
    room += value->category.size;
    return room;
}

static uint8_t *write_offer_stated(uint8_t *at, const struct offer_stated *value)
{
    at = fy_write_branch(at, value->title.data != NULL);
    if (value->title.data != NULL)
        at = fy_write_string(at, value->title);
    at = fy_write_branch(at, value->description.data != NULL);
    if (value->description.data != NULL)
        at = fy_write_string(at, value->description);
    at = fy_write_branch(at, value->brand.data != NULL);
    if (value->brand.data != NULL)
        at = fy_write_string(at, value->brand);
    at = fy_write_branch(at, value->price != NULL);
    if (value->price != NULL)
        at = fy_write_money(at, value->price);
    if (value->gtins.count > 0) {
        at = fy_write_long(at, (int64_t)value->gtins.count);
        for (size_t i = 0; i < value->gtins.count; i++)
            at = fy_write_string(at, value->gtins.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->has_units);
    if (value->has_units)
        at = fy_write_long(at, value->units);
    at = fy_write_branch(at, value->has_threshold_units);
    if (value->has_threshold_units)
        at = fy_write_long(at, value->threshold_units);
    at = fy_write_branch(at, value->category.data != NULL);
    if (value->category.data != NULL)
        at = fy_write_string(at, value->category);
    return at;
}

static size_t room_scan_undone(const struct scan_undone *value)
{
    size_t room = 20;

    (void)value;
    return room;
}

static uint8_t *write_scan_undone(uint8_t *at, const struct scan_undone *value)
{
    at = fy_write_long(at, value->undone_n);
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_image_attached(const struct image_attached *value)
{
    size_t room = 0;

    room += fy_room_image(&value->image);
    return room;
}

static uint8_t *write_image_attached(uint8_t *at, const struct image_attached *value)
{
    at = fy_write_image(at, &value->image);
    return at;
}

static size_t room_image_detached(const struct image_detached *value)
{
    size_t room = 10;

    room += value->hash.size;
    return room;
}

static uint8_t *write_image_detached(uint8_t *at, const struct image_detached *value)
{
    at = fy_write_string(at, value->hash);
    return at;
}

static size_t room_buffer_set(const struct buffer_set *value)
{
    size_t room = 11;

    (void)value;
    return room;
}

static uint8_t *write_buffer_set(uint8_t *at, const struct buffer_set *value)
{
    at = fy_write_branch(at, value->has_percent);
    if (value->has_percent)
        at = fy_write_long(at, value->percent);
    return at;
}

size_t fy_room_supply(const struct supply *value)
{
    size_t room = 54;

    room += fy_room_envelope(&value->envelope);
    room += value->sku.size;
    room += value->supplier.size;
    room += value->session.size;
    if (value->product_listed != NULL)
        room += room_product_listed(value->product_listed);
    if (value->price_set != NULL)
        room += room_price_set(value->price_set);
    if (value->stock_counted != NULL)
        room += room_stock_counted(value->stock_counted);
    if (value->product_withdrawn != NULL)
        room += room_product_withdrawn(value->product_withdrawn);
    if (value->stock_received != NULL)
        room += room_stock_received(value->stock_received);
    if (value->stock_adjusted != NULL)
        room += room_stock_adjusted(value->stock_adjusted);
    if (value->threshold_set != NULL)
        room += room_threshold_set(value->threshold_set);
    if (value->offer_stated != NULL)
        room += room_offer_stated(value->offer_stated);
    if (value->scan_undone != NULL)
        room += room_scan_undone(value->scan_undone);
    if (value->image_attached != NULL)
        room += room_image_attached(value->image_attached);
    if (value->image_detached != NULL)
        room += room_image_detached(value->image_detached);
    if (value->buffer_set != NULL)
        room += room_buffer_set(value->buffer_set);
    return room;
}

uint8_t *fy_write_supply(uint8_t *at, const struct supply *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->sku);
    at = fy_write_string(at, value->supplier);
    at = fy_write_branch(at, value->session.data != NULL);
    if (value->session.data != NULL)
        at = fy_write_string(at, value->session);
    at = fy_write_branch(at, value->has_n);
    if (value->has_n)
        at = fy_write_long(at, value->n);
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
    at = fy_write_branch(at, value->offer_stated != NULL);
    if (value->offer_stated != NULL)
        at = write_offer_stated(at, value->offer_stated);
    at = fy_write_branch(at, value->scan_undone != NULL);
    if (value->scan_undone != NULL)
        at = write_scan_undone(at, value->scan_undone);
    at = fy_write_branch(at, value->image_attached != NULL);
    if (value->image_attached != NULL)
        at = write_image_attached(at, value->image_attached);
    at = fy_write_branch(at, value->image_detached != NULL);
    if (value->image_detached != NULL)
        at = write_image_detached(at, value->image_detached);
    at = fy_write_branch(at, value->buffer_set != NULL);
    if (value->buffer_set != NULL)
        at = write_buffer_set(at, value->buffer_set);
    return at;
}

enum fy_status supply_encode(const struct supply *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->product_listed != NULL;
    set_count += value->price_set != NULL;
    set_count += value->stock_counted != NULL;
    set_count += value->product_withdrawn != NULL;
    set_count += value->stock_received != NULL;
    set_count += value->stock_adjusted != NULL;
    set_count += value->threshold_set != NULL;
    set_count += value->offer_stated != NULL;
    set_count += value->scan_undone != NULL;
    set_count += value->image_attached != NULL;
    set_count += value->image_detached != NULL;
    set_count += value->buffer_set != NULL;
    if (set_count != 1)
        return fy_write_one_of("supply", set_count, err);
    room = fy_room_supply(value);
    begin = fy_write_begin(arena, 90, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_supply(begin, value), ret_bytes);
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
    {
        .name = "gtins",
        .name_bytes = 5,
        .offset = offsetof(struct product_listed, gtins),
        .kind = FY_FIELD_STRING,
        .array = true,
        .chars = FY_CHARS_DIGIT,
        .min_bytes = 8,
        .max_bytes = 14,
        .min_items = 0,
        .max_items = 16,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "category",
        .name_bytes = 8,
        .offset = offsetof(struct product_listed, category),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_PATH,
        .min_bytes = 1,
        .max_bytes = 120,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_product_listed = {
    .name = "ProductListed",
    .fields = fields_of_product_listed,
    .field_count = 6,
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

static const struct fy_field fields_of_offer_stated[] = {
    {
        .name = "title",
        .name_bytes = 5,
        .offset = offsetof(struct offer_stated, title),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 1,
        .max_bytes = 200,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "description",
        .name_bytes = 11,
        .offset = offsetof(struct offer_stated, description),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 1,
        .max_bytes = 4000,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "brand",
        .name_bytes = 5,
        .offset = offsetof(struct offer_stated, brand),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 1,
        .max_bytes = 100,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct offer_stated, price),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_money,
    },
    {
        .name = "gtins",
        .name_bytes = 5,
        .offset = offsetof(struct offer_stated, gtins),
        .kind = FY_FIELD_STRING,
        .array = true,
        .chars = FY_CHARS_DIGIT,
        .min_bytes = 8,
        .max_bytes = 14,
        .min_items = 0,
        .max_items = 16,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct offer_stated, units),
        .has_offset = offsetof(struct offer_stated, has_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 1000000000,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "threshold_units",
        .name_bytes = 15,
        .offset = offsetof(struct offer_stated, threshold_units),
        .has_offset = offsetof(struct offer_stated, has_threshold_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 1000000000,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "category",
        .name_bytes = 8,
        .offset = offsetof(struct offer_stated, category),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_PATH,
        .min_bytes = 1,
        .max_bytes = 120,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_offer_stated = {
    .name = "OfferStated",
    .fields = fields_of_offer_stated,
    .field_count = 8,
    .size = sizeof(struct offer_stated),
};

static const struct fy_field fields_of_scan_undone[] = {
    {
        .name = "undone_n",
        .name_bytes = 8,
        .offset = offsetof(struct scan_undone, undone_n),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 9999,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct scan_undone, units),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 100000,
    },
};

static const struct fy_type type_scan_undone = {
    .name = "ScanUndone",
    .fields = fields_of_scan_undone,
    .field_count = 2,
    .size = sizeof(struct scan_undone),
};

static const struct fy_field fields_of_image_attached[] = {
    {
        .name = "image",
        .name_bytes = 5,
        .offset = offsetof(struct image_attached, image),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_image,
    },
};

static const struct fy_type type_image_attached = {
    .name = "ImageAttached",
    .fields = fields_of_image_attached,
    .field_count = 1,
    .size = sizeof(struct image_attached),
};

static const struct fy_field fields_of_image_detached[] = {
    {
        .name = "hash",
        .name_bytes = 4,
        .offset = offsetof(struct image_detached, hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 64,
        .max_bytes = 64,
    },
};

static const struct fy_type type_image_detached = {
    .name = "ImageDetached",
    .fields = fields_of_image_detached,
    .field_count = 1,
    .size = sizeof(struct image_detached),
};

static const struct fy_field fields_of_buffer_set[] = {
    {
        .name = "percent",
        .name_bytes = 7,
        .offset = offsetof(struct buffer_set, percent),
        .has_offset = offsetof(struct buffer_set, has_percent),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 1000,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_buffer_set = {
    .name = "BufferSet",
    .fields = fields_of_buffer_set,
    .field_count = 1,
    .size = sizeof(struct buffer_set),
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
        .edge = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct supply, session),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .edge = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "n",
        .name_bytes = 1,
        .offset = offsetof(struct supply, n),
        .has_offset = offsetof(struct supply, has_n),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .edge = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
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
    {
        .name = "offer_stated",
        .name_bytes = 12,
        .offset = offsetof(struct supply, offer_stated),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_offer_stated,
    },
    {
        .name = "scan_undone",
        .name_bytes = 11,
        .offset = offsetof(struct supply, scan_undone),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .edge = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_scan_undone,
    },
    {
        .name = "image_attached",
        .name_bytes = 14,
        .offset = offsetof(struct supply, image_attached),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .edge = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_image_attached,
    },
    {
        .name = "image_detached",
        .name_bytes = 14,
        .offset = offsetof(struct supply, image_detached),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_image_detached,
    },
    {
        .name = "buffer_set",
        .name_bytes = 10,
        .offset = offsetof(struct supply, buffer_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_buffer_set,
    },
};

const struct fy_type fy_type_supply = {
    .name = "Supply",
    .fields = fields_of_supply,
    .field_count = 17,
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

const struct fy_schema supply_schema_18 = {
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

static const char text_23[] =
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
    "\":\"Which supplier speaks.\"},{\"name\":\"session\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"max_bytes\":32,\"chars\":\"hex\",\"edge\":true,\"doc\":\"The feed or scan session i"
    "t came in, 32 hex digits. With n it recognises a repeat; null for a single write.\"},{\"name"
    "\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"edge\":true,\"doc\":\"Number in the "
    "session, from 0: the feed's row, or the scan. Set together with session.\"},{\"name\":\"produ"
    "ct_listed\",\"default\":null,\"doc\":\"The product is on offer from now on.\",\"type\":[\"nul"
    "l\",{\"type\":\"record\",\"name\":\"ProductListed\",\"doc\":\"The product is on offer from no"
    "w on; said again, it is changed.\",\"fields\":[{\"name\":\"title\",\"type\":\"string\",\"min_"
    "bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"description\",\"typ"
    "e\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":4000,\"doc\":\"More of it.\"},{\"nam"
    "e\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":100,\"doc\":\"Bra"
    "nd.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"f"
    "y\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\""
    ":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"t"
    "ype\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as i"
    "n EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type\":\"array\","
    "\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_bytes\":14,\"char"
    "s\":\"digit\",\"doc\":\"Barcodes of one item: GTIN-8, 12, 13 or 14; kept as 14 digits.\"}]}]}"
    ",{\"name\":\"price_set\",\"default\":null,\"doc\":\"The price changed.\",\"type\":[\"null\",{"
    "\"type\":\"record\",\"name\":\"PriceSet\",\"doc\":\"The price changed.\",\"fields\":[{\"name"
    "\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item from now on.\"}]}]},{\"name\":"
    "\"stock_counted\",\"default\":null,\"doc\":\"The supplier counted what is there.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"StockCounted\",\"doc\":\"The supplier counted what i"
    "s there.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":0,\"max\":1000000000,\"d"
    "oc\":\"Whole items on hand.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":null,\"doc\":"
    "\"The product is on offer no more, until it is listed again.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"ProductWithdrawn\",\"doc\":\"The product is on offer no more, until it "
    "is listed again.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"max_bytes\":200,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"stock_re"
    "ceived\",\"default\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"StockReceived\",\"doc\":\"Items arrived and are there from now on, beside those th"
    "at were.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":1000000000,\"d"
    "oc\":\"Whole items that arrived.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":null,\"doc\""
    ":\"The items on hand are more or fewer than the books say.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"StockAdjusted\",\"doc\":\"The items on hand are more or fewer than the boo"
    "ks say, and why.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":-1000000000,\"ma"
    "x\":1000000000,\"doc\":\"Whole items to add; below 0 to take away; not 0.\"},{\"name\":\"reas"
    "on\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"Why: broken, found, stol"
    "en.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which level on stock i"
    "s low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ThresholdSet\",\"doc\":\"From whi"
    "ch level on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"de"
    "fault\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low when so many items or fewer "
    "can be bought; null: never.\"}]}]},{\"name\":\"offer_stated\",\"default\":null,\"doc\":\"Some"
    " of what is said of a product; what is left out stays as it is.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"OfferStated\",\"doc\":\"Some of what is said of a product, at once o"
    "r not at all; what is left out stays as it is. With title and price it puts a product on offe"
    "r.\",\"fields\":[{\"name\":\"title\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_by"
    "tes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"min_bytes\":1,\"max_bytes\":4000,\"doc\":\"More o"
    "f it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_bytes\":1,"
    "\"max_bytes\":100,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":[\"null\",\"fy.Money\"],\""
    "default\":null,\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type\":\"array"
    "\",\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_bytes\":14,\"c"
    "hars\":\"digit\",\"doc\":\"Barcodes of one item, instead of those before; kept as 14 digits. "
    "None: they stay.\"},{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\""
    ":0,\"max\":1000000000,\"doc\":\"Whole items on hand.\"},{\"name\":\"threshold_units\",\"type"
    "\":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low w"
    "hen so many items or fewer can be bought.\"}]}]},{\"name\":\"scan_undone\",\"default\":null,"
    "\"edge\":true,\"doc\":\"A scan of this session was none.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"ScanUndone\",\"doc\":\"A scan of this session was none: its items did not ar"
    "rive.\",\"fields\":[{\"name\":\"undone_n\",\"type\":\"long\",\"min\":0,\"max\":9999,\"doc\":"
    "\"Which scan, by its number in the session.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":"
    "1,\"max\":100000,\"doc\":\"Whole items that scan said.\"}]}]}]}";

const struct fy_schema supply_schema_23 = {
    .id = 23,
    .version = 3,
    .fingerprint = UINT64_C(0xd53c6683ea50a695),
    .subject = "supply-value",
    .text = text_23,
    .name = "supply",
    .type = &fy_type_supply,
    .size = sizeof(struct supply),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_27[] =
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
    "\":\"Which supplier speaks.\"},{\"name\":\"session\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"max_bytes\":32,\"chars\":\"hex\",\"edge\":true,\"doc\":\"The feed or scan session i"
    "t came in, 32 hex digits. With n it recognises a repeat; null for a single write.\"},{\"name"
    "\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"edge\":true,\"doc\":\"Number in the "
    "session, from 0: the feed's row, or the scan. Set together with session.\"},{\"name\":\"produ"
    "ct_listed\",\"default\":null,\"doc\":\"The product is on offer from now on.\",\"type\":[\"nul"
    "l\",{\"type\":\"record\",\"name\":\"ProductListed\",\"doc\":\"The product is on offer from no"
    "w on; said again, it is changed.\",\"fields\":[{\"name\":\"title\",\"type\":\"string\",\"min_"
    "bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"description\",\"typ"
    "e\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":4000,\"doc\":\"More of it.\"},{\"nam"
    "e\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":100,\"doc\":\"Bra"
    "nd.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"f"
    "y\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\""
    ":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"t"
    "ype\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as i"
    "n EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type\":\"array\","
    "\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_bytes\":14,\"char"
    "s\":\"digit\",\"doc\":\"Barcodes of one item: GTIN-8, 12, 13 or 14; kept as 14 digits.\"}]}]}"
    ",{\"name\":\"price_set\",\"default\":null,\"doc\":\"The price changed.\",\"type\":[\"null\",{"
    "\"type\":\"record\",\"name\":\"PriceSet\",\"doc\":\"The price changed.\",\"fields\":[{\"name"
    "\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item from now on.\"}]}]},{\"name\":"
    "\"stock_counted\",\"default\":null,\"doc\":\"The supplier counted what is there.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"StockCounted\",\"doc\":\"The supplier counted what i"
    "s there.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":0,\"max\":1000000000,\"d"
    "oc\":\"Whole items on hand.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":null,\"doc\":"
    "\"The product is on offer no more, until it is listed again.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"ProductWithdrawn\",\"doc\":\"The product is on offer no more, until it "
    "is listed again.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"max_bytes\":200,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"stock_re"
    "ceived\",\"default\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"StockReceived\",\"doc\":\"Items arrived and are there from now on, beside those th"
    "at were.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":1000000000,\"d"
    "oc\":\"Whole items that arrived.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":null,\"doc\""
    ":\"The items on hand are more or fewer than the books say.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"StockAdjusted\",\"doc\":\"The items on hand are more or fewer than the boo"
    "ks say, and why.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":-1000000000,\"ma"
    "x\":1000000000,\"doc\":\"Whole items to add; below 0 to take away; not 0.\"},{\"name\":\"reas"
    "on\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"Why: broken, found, stol"
    "en.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which level on stock i"
    "s low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ThresholdSet\",\"doc\":\"From whi"
    "ch level on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"de"
    "fault\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low when so many items or fewer "
    "can be bought; null: never.\"}]}]},{\"name\":\"offer_stated\",\"default\":null,\"doc\":\"Some"
    " of what is said of a product; what is left out stays as it is.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"OfferStated\",\"doc\":\"Some of what is said of a product, at once o"
    "r not at all; what is left out stays as it is. With title and price it puts a product on offe"
    "r.\",\"fields\":[{\"name\":\"title\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_by"
    "tes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"min_bytes\":1,\"max_bytes\":4000,\"doc\":\"More o"
    "f it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_bytes\":1,"
    "\"max_bytes\":100,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":[\"null\",\"fy.Money\"],\""
    "default\":null,\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type\":\"array"
    "\",\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_bytes\":14,\"c"
    "hars\":\"digit\",\"doc\":\"Barcodes of one item, instead of those before; kept as 14 digits. "
    "None: they stay.\"},{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\""
    ":0,\"max\":1000000000,\"doc\":\"Whole items on hand.\"},{\"name\":\"threshold_units\",\"type"
    "\":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low w"
    "hen so many items or fewer can be bought.\"}]}]},{\"name\":\"scan_undone\",\"default\":null,"
    "\"edge\":true,\"doc\":\"A scan of this session was none.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"ScanUndone\",\"doc\":\"A scan of this session was none: its items did not ar"
    "rive.\",\"fields\":[{\"name\":\"undone_n\",\"type\":\"long\",\"min\":0,\"max\":9999,\"doc\":"
    "\"Which scan, by its number in the session.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":"
    "1,\"max\":100000,\"doc\":\"Whole items that scan said.\"}]}]},{\"name\":\"image_attached\",\""
    "edge\":true,\"default\":null,\"doc\":\"A picture of the product, which the edge has on disk."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageAttached\",\"doc\":\"A picture of "
    "the product, behind those that it has.\",\"fields\":[{\"name\":\"image\",\"type\":{\"type\":"
    "\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content: /imag"
    "es/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\""
    "string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\":\"medi"
    "a_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name\":\"wi"
    "dth\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},{\"name"
    "\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"d"
    "oc\":\"Of the file that is kept.\"}]},\"doc\":\"The picture.\"}]}]},{\"name\":\"image_detache"
    "d\",\"default\":null,\"doc\":\"A picture is the product's no more.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"ImageDetached\",\"doc\":\"A picture is the product's no more.\",\""
    "fields\":[{\"name\":\"hash\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\"chars\":"
    "\"sku\",\"doc\":\"Which: 64 hex digits.\"}]}]}]}";

const struct fy_schema supply_schema_27 = {
    .id = 27,
    .version = 4,
    .fingerprint = UINT64_C(0x7802b897851849f8),
    .subject = "supply-value",
    .text = text_27,
    .name = "supply",
    .type = &fy_type_supply,
    .size = sizeof(struct supply),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_39[] =
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
    " key.\"},{\"name\":\"supplier\",\"type\":\"string\",\"edge\":true,\"max_bytes\":64,\"chars\":"
    "\"sku\",\"doc\":\"Which supplier speaks.\"},{\"name\":\"session\",\"type\":[\"null\",\"string"
    "\"],\"default\":null,\"max_bytes\":32,\"chars\":\"hex\",\"edge\":true,\"doc\":\"The feed or s"
    "can session it came in, 32 hex digits. With n it recognises a repeat; null for a single write"
    ".\"},{\"name\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"edge\":true,\"doc\":\"Nu"
    "mber in the session, from 0: the feed's row, or the scan. Set together with session.\"},{\"na"
    "me\":\"product_listed\",\"default\":null,\"doc\":\"The product is on offer from now on.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"ProductListed\",\"doc\":\"The product is on o"
    "ffer from now on; said again, it is changed.\",\"fields\":[{\"name\":\"title\",\"type\":\"str"
    "ing\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"descrip"
    "tion\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":4000,\"doc\":\"More of i"
    "t.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":100,"
    "\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"na"
    "mespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"l"
    "ong\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"c"
    "urrency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"I"
    "SO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type"
    "\":\"array\",\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_byte"
    "s\":14,\"chars\":\"digit\",\"doc\":\"Barcodes of one item: GTIN-8, 12, 13 or 14; kept as 14 d"
    "igits.\"}]}]},{\"name\":\"price_set\",\"default\":null,\"doc\":\"The price changed.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"PriceSet\",\"doc\":\"The price changed.\",\"fiel"
    "ds\":[{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item from now on.\"}]}"
    "]},{\"name\":\"stock_counted\",\"default\":null,\"doc\":\"The supplier counted what is there."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockCounted\",\"doc\":\"The supplier c"
    "ounted what is there.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":0,\"max\":1"
    "000000000,\"doc\":\"Whole items on hand.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":n"
    "ull,\"doc\":\"The product is on offer no more, until it is listed again.\",\"type\":[\"null\""
    ",{\"type\":\"record\",\"name\":\"ProductWithdrawn\",\"doc\":\"The product is on offer no more"
    ", until it is listed again.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"]"
    ",\"default\":null,\"max_bytes\":200,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":"
    "\"stock_received\",\"default\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"StockReceived\",\"doc\":\"Items arrived and are there from now on, besi"
    "de those that were.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":100"
    "0000000,\"doc\":\"Whole items that arrived.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":n"
    "ull,\"doc\":\"The items on hand are more or fewer than the books say.\",\"type\":[\"null\",{"
    "\"type\":\"record\",\"name\":\"StockAdjusted\",\"doc\":\"The items on hand are more or fewer "
    "than the books say, and why.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":-100"
    "0000000,\"max\":1000000000,\"doc\":\"Whole items to add; below 0 to take away; not 0.\"},{\"n"
    "ame\":\"reason\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"Why: broken,"
    " found, stolen.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which leve"
    "l on stock is low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ThresholdSet\",\"doc"
    "\":\"From which level on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\","
    "\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low when so many i"
    "tems or fewer can be bought; null: never.\"}]}]},{\"name\":\"offer_stated\",\"default\":null,"
    "\"doc\":\"Some of what is said of a product; what is left out stays as it is.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"OfferStated\",\"doc\":\"Some of what is said of a produ"
    "ct, at once or not at all; what is left out stays as it is. With title and price it puts a pr"
    "oduct on offer.\",\"fields\":[{\"name\":\"title\",\"type\":[\"null\",\"string\"],\"default\":"
    "null,\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"descript"
    "ion\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_bytes\":1,\"max_bytes\":4000,\"do"
    "c\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"mi"
    "n_bytes\":1,\"max_bytes\":100,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":[\"null\",\"fy"
    ".Money\"],\"default\":null,\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"ty"
    "pe\":\"array\",\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_by"
    "tes\":14,\"chars\":\"digit\",\"doc\":\"Barcodes of one item, instead of those before; kept as"
    " 14 digits. None: they stay.\"},{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"default\":"
    "null,\"min\":0,\"max\":1000000000,\"doc\":\"Whole items on hand.\"},{\"name\":\"threshold_uni"
    "ts\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Sto"
    "ck is low when so many items or fewer can be bought.\"}]}]},{\"name\":\"scan_undone\",\"defau"
    "lt\":null,\"edge\":true,\"doc\":\"A scan of this session was none.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"ScanUndone\",\"doc\":\"A scan of this session was none: its items "
    "did not arrive.\",\"fields\":[{\"name\":\"undone_n\",\"type\":\"long\",\"min\":0,\"max\":9999"
    ",\"doc\":\"Which scan, by its number in the session.\"},{\"name\":\"units\",\"type\":\"long\""
    ",\"min\":1,\"max\":100000,\"doc\":\"Whole items that scan said.\"}]}]},{\"name\":\"image_atta"
    "ched\",\"edge\":true,\"default\":null,\"doc\":\"A picture of the product, which the edge has "
    "on disk.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageAttached\",\"doc\":\"A pic"
    "ture of the product, behind those that it has.\",\"fields\":[{\"name\":\"image\",\"type\":{\""
    "type\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content"
    ": /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"ty"
    "pe\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\""
    ":\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name"
    "\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},"
    "{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"lon"
    "g\",\"doc\":\"Of the file that is kept.\"}]},\"doc\":\"The picture.\"}]}]},{\"name\":\"image_"
    "detached\",\"default\":null,\"doc\":\"A picture is the product's no more.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"ImageDetached\",\"doc\":\"A picture is the product's no mo"
    "re.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\""
    "chars\":\"sku\",\"doc\":\"Which: 64 hex digits.\"}]}]}]}";

const struct fy_schema supply_schema_39 = {
    .id = 39,
    .version = 5,
    .fingerprint = UINT64_C(0x7802b897851849f8),
    .subject = "supply-value",
    .text = text_39,
    .name = "supply",
    .type = &fy_type_supply,
    .size = sizeof(struct supply),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_46[] =
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
    " key.\"},{\"name\":\"supplier\",\"type\":\"string\",\"edge\":true,\"max_bytes\":64,\"chars\":"
    "\"sku\",\"doc\":\"Which supplier speaks.\"},{\"name\":\"session\",\"type\":[\"null\",\"string"
    "\"],\"default\":null,\"max_bytes\":32,\"chars\":\"hex\",\"edge\":true,\"doc\":\"The feed or s"
    "can session it came in, 32 hex digits. With n it recognises a repeat; null for a single write"
    ".\"},{\"name\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"edge\":true,\"doc\":\"Nu"
    "mber in the session, from 0: the feed's row, or the scan. Set together with session.\"},{\"na"
    "me\":\"product_listed\",\"default\":null,\"doc\":\"The product is on offer from now on.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"ProductListed\",\"doc\":\"The product is on o"
    "ffer from now on; said again, it is changed.\",\"fields\":[{\"name\":\"title\",\"type\":\"str"
    "ing\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"descrip"
    "tion\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":4000,\"doc\":\"More of i"
    "t.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":100,"
    "\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"na"
    "mespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"l"
    "ong\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"c"
    "urrency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"I"
    "SO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type"
    "\":\"array\",\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_byte"
    "s\":14,\"chars\":\"digit\",\"doc\":\"Barcodes of one item: GTIN-8, 12, 13 or 14; kept as 14 d"
    "igits.\"}]}]},{\"name\":\"price_set\",\"default\":null,\"doc\":\"The price changed.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"PriceSet\",\"doc\":\"The price changed.\",\"fiel"
    "ds\":[{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item from now on.\"}]}"
    "]},{\"name\":\"stock_counted\",\"default\":null,\"doc\":\"The supplier counted what is there."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockCounted\",\"doc\":\"The supplier c"
    "ounted what is there.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":0,\"max\":1"
    "000000000,\"doc\":\"Whole items on hand.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":n"
    "ull,\"doc\":\"The product is on offer no more, until it is listed again.\",\"type\":[\"null\""
    ",{\"type\":\"record\",\"name\":\"ProductWithdrawn\",\"doc\":\"The product is on offer no more"
    ", until it is listed again.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"]"
    ",\"default\":null,\"max_bytes\":200,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":"
    "\"stock_received\",\"default\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"StockReceived\",\"doc\":\"Items arrived and are there from now on, besi"
    "de those that were.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":100"
    "0000000,\"doc\":\"Whole items that arrived.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":n"
    "ull,\"doc\":\"The items on hand are more or fewer than the books say.\",\"type\":[\"null\",{"
    "\"type\":\"record\",\"name\":\"StockAdjusted\",\"doc\":\"The items on hand are more or fewer "
    "than the books say, and why.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":-100"
    "0000000,\"max\":1000000000,\"doc\":\"Whole items to add; below 0 to take away; not 0.\"},{\"n"
    "ame\":\"reason\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"Why: broken,"
    " found, stolen.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which leve"
    "l on stock is low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ThresholdSet\",\"doc"
    "\":\"From which level on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\","
    "\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low when so many i"
    "tems or fewer can be bought; null: never.\"}]}]},{\"name\":\"offer_stated\",\"default\":null,"
    "\"doc\":\"Some of what is said of a product; what is left out stays as it is.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"OfferStated\",\"doc\":\"Some of what is said of a produ"
    "ct, at once or not at all; what is left out stays as it is. With title and price it puts a pr"
    "oduct on offer.\",\"fields\":[{\"name\":\"title\",\"type\":[\"null\",\"string\"],\"default\":"
    "null,\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"descript"
    "ion\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_bytes\":1,\"max_bytes\":4000,\"do"
    "c\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"mi"
    "n_bytes\":1,\"max_bytes\":100,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":[\"null\",\"fy"
    ".Money\"],\"default\":null,\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"ty"
    "pe\":\"array\",\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_by"
    "tes\":14,\"chars\":\"digit\",\"doc\":\"Barcodes of one item, instead of those before; kept as"
    " 14 digits. None: they stay.\"},{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"default\":"
    "null,\"min\":0,\"max\":1000000000,\"doc\":\"Whole items on hand.\"},{\"name\":\"threshold_uni"
    "ts\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Sto"
    "ck is low when so many items or fewer can be bought.\"}]}]},{\"name\":\"scan_undone\",\"defau"
    "lt\":null,\"edge\":true,\"doc\":\"A scan of this session was none.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"ScanUndone\",\"doc\":\"A scan of this session was none: its items "
    "did not arrive.\",\"fields\":[{\"name\":\"undone_n\",\"type\":\"long\",\"min\":0,\"max\":9999"
    ",\"doc\":\"Which scan, by its number in the session.\"},{\"name\":\"units\",\"type\":\"long\""
    ",\"min\":1,\"max\":100000,\"doc\":\"Whole items that scan said.\"}]}]},{\"name\":\"image_atta"
    "ched\",\"edge\":true,\"default\":null,\"doc\":\"A picture of the product, which the edge has "
    "on disk.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageAttached\",\"doc\":\"A pic"
    "ture of the product, behind those that it has.\",\"fields\":[{\"name\":\"image\",\"type\":{\""
    "type\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content"
    ": /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"ty"
    "pe\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\""
    ":\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name"
    "\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},"
    "{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"lon"
    "g\",\"doc\":\"Of the file that is kept.\"}]},\"doc\":\"The picture.\"}]}]},{\"name\":\"image_"
    "detached\",\"default\":null,\"doc\":\"A picture is the product's no more.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"ImageDetached\",\"doc\":\"A picture is the product's no mo"
    "re.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\""
    "chars\":\"sku\",\"doc\":\"Which: 64 hex digits.\"}]}]},{\"name\":\"buffer_set\",\"default\":n"
    "ull,\"doc\":\"How much of an old count is not sold.\",\"type\":[\"null\",{\"type\":\"record\""
    ",\"name\":\"BufferSet\",\"doc\":\"How much of an old count is not sold: age of the count x sa"
    "les rate x percent.\",\"fields\":[{\"name\":\"percent\",\"type\":[\"null\",\"long\"],\"defaul"
    "t\":null,\"min\":0,\"max\":1000,\"doc\":\"Of what was probably sold elsewhere since the last "
    "count; null: all that was counted is sold.\"}]}]}]}";

const struct fy_schema supply_schema_46 = {
    .id = 46,
    .version = 6,
    .fingerprint = UINT64_C(0x3e256c6089be7c82),
    .subject = "supply-value",
    .text = text_46,
    .name = "supply",
    .type = &fy_type_supply,
    .size = sizeof(struct supply),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_59[] =
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
    " key.\"},{\"name\":\"supplier\",\"type\":\"string\",\"edge\":true,\"max_bytes\":64,\"chars\":"
    "\"sku\",\"doc\":\"Which supplier speaks.\"},{\"name\":\"session\",\"type\":[\"null\",\"string"
    "\"],\"default\":null,\"max_bytes\":32,\"chars\":\"hex\",\"edge\":true,\"doc\":\"The feed or s"
    "can session it came in, 32 hex digits. With n it recognises a repeat; null for a single write"
    ".\"},{\"name\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"edge\":true,\"doc\":\"Nu"
    "mber in the session, from 0: the feed's row, or the scan. Set together with session.\"},{\"na"
    "me\":\"product_listed\",\"default\":null,\"doc\":\"The product is on offer from now on.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"ProductListed\",\"doc\":\"The product is on o"
    "ffer from now on; said again, it is changed.\",\"fields\":[{\"name\":\"title\",\"type\":\"str"
    "ing\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"descrip"
    "tion\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":4000,\"doc\":\"More of i"
    "t.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":100,"
    "\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"na"
    "mespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"l"
    "ong\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"c"
    "urrency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"I"
    "SO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type"
    "\":\"array\",\"items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_byte"
    "s\":14,\"chars\":\"digit\",\"doc\":\"Barcodes of one item: GTIN-8, 12, 13 or 14; kept as 14 d"
    "igits.\"},{\"name\":\"category\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes"
    "\":120,\"chars\":\"path\",\"doc\":\"Where it stands in the shop: home/kitchen/mugs.\"}]}]},{"
    "\"name\":\"price_set\",\"default\":null,\"doc\":\"The price changed.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"PriceSet\",\"doc\":\"The price changed.\",\"fields\":[{\"name\":"
    "\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item from now on.\"}]}]},{\"name\":\"s"
    "tock_counted\",\"default\":null,\"doc\":\"The supplier counted what is there.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"StockCounted\",\"doc\":\"The supplier counted what is t"
    "here.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":0,\"max\":1000000000,\"doc"
    "\":\"Whole items on hand.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":null,\"doc\":\"T"
    "he product is on offer no more, until it is listed again.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"ProductWithdrawn\",\"doc\":\"The product is on offer no more, until it is l"
    "isted again.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"default\":nu"
    "ll,\"max_bytes\":200,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"stock_receive"
    "d\",\"default\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":\"record\",\"nam"
    "e\":\"StockReceived\",\"doc\":\"Items arrived and are there from now on, beside those that we"
    "re.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":1000000000,\"doc\":"
    "\"Whole items that arrived.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":null,\"doc\":\"Th"
    "e items on hand are more or fewer than the books say.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"StockAdjusted\",\"doc\":\"The items on hand are more or fewer than the books sa"
    "y, and why.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"min\":-1000000000,\"max\":1"
    "000000000,\"doc\":\"Whole items to add; below 0 to take away; not 0.\"},{\"name\":\"reason\","
    "\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"Why: broken, found, stolen.\""
    "}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which level on stock is low"
    ".\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ThresholdSet\",\"doc\":\"From which le"
    "vel on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"default"
    "\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low when so many items or fewer can b"
    "e bought; null: never.\"}]}]},{\"name\":\"offer_stated\",\"default\":null,\"doc\":\"Some of w"
    "hat is said of a product; what is left out stays as it is.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"OfferStated\",\"doc\":\"Some of what is said of a product, at once or not "
    "at all; what is left out stays as it is. With title and price it puts a product on offer.\","
    "\"fields\":[{\"name\":\"title\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_bytes\""
    ":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type\":[\""
    "null\",\"string\"],\"default\":null,\"min_bytes\":1,\"max_bytes\":4000,\"doc\":\"More of it."
    "\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_bytes\":1,\"max"
    "_bytes\":100,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":[\"null\",\"fy.Money\"],\"defau"
    "lt\":null,\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type\":\"array\",\""
    "items\":\"string\"},\"default\":[],\"max_items\":16,\"min_bytes\":8,\"max_bytes\":14,\"chars"
    "\":\"digit\",\"doc\":\"Barcodes of one item, instead of those before; kept as 14 digits. None"
    ": they stay.\"},{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\":0,"
    "\"max\":1000000000,\"doc\":\"Whole items on hand.\"},{\"name\":\"threshold_units\",\"type\":["
    "\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Stock is low when "
    "so many items or fewer can be bought.\"},{\"name\":\"category\",\"type\":[\"null\",\"string\""
    "],\"default\":null,\"max_bytes\":120,\"chars\":\"path\",\"doc\":\"Where it stands in the shop"
    ": home/kitchen/mugs.\"}]}]},{\"name\":\"scan_undone\",\"default\":null,\"edge\":true,\"doc\":"
    "\"A scan of this session was none.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ScanU"
    "ndone\",\"doc\":\"A scan of this session was none: its items did not arrive.\",\"fields\":[{"
    "\"name\":\"undone_n\",\"type\":\"long\",\"min\":0,\"max\":9999,\"doc\":\"Which scan, by its n"
    "umber in the session.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":100000,\"doc"
    "\":\"Whole items that scan said.\"}]}]},{\"name\":\"image_attached\",\"edge\":true,\"default"
    "\":null,\"doc\":\"A picture of the product, which the edge has on disk.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"ImageAttached\",\"doc\":\"A picture of the product, behind th"
    "ose that it has.\",\"fields\":[{\"name\":\"image\",\"type\":{\"type\":\"record\",\"name\":\"I"
    "mage\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content: /images/<first two digits>/<"
    "hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"BLAK"
    "E2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\"type\":\"str"
    "ing\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"type\":\"int\","
    "\"doc\":\"Pixels, as stored: before a photograph is turned.\"},{\"name\":\"height\",\"type\":"
    "\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of the file that"
    " is kept.\"}]},\"doc\":\"The picture.\"}]}]},{\"name\":\"image_detached\",\"default\":null,\""
    "doc\":\"A picture is the product's no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name"
    "\":\"ImageDetached\",\"doc\":\"A picture is the product's no more.\",\"fields\":[{\"name\":\""
    "hash\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Whic"
    "h: 64 hex digits.\"}]}]},{\"name\":\"buffer_set\",\"default\":null,\"doc\":\"How much of an o"
    "ld count is not sold.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"BufferSet\",\"doc"
    "\":\"How much of an old count is not sold: age of the count x sales rate x percent.\",\"field"
    "s\":[{\"name\":\"percent\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":10"
    "00,\"doc\":\"Of what was probably sold elsewhere since the last count; null: all that was cou"
    "nted is sold.\"}]}]}]}";

const struct fy_schema supply_schema_59 = {
    .id = 59,
    .version = 7,
    .fingerprint = UINT64_C(0x4dd55ee3711d3f7f),
    .subject = "supply-value",
    .text = text_59,
    .name = "supply",
    .type = &fy_type_supply,
    .size = sizeof(struct supply),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_90[] =
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
    " key.\"},{\"name\":\"supplier\",\"type\":\"string\",\"edge\":true,\"max_bytes\":64,\"chars\":"
    "\"sku\",\"doc\":\"Which supplier speaks.\"},{\"name\":\"session\",\"type\":[\"null\",\"string"
    "\"],\"default\":null,\"max_bytes\":32,\"chars\":\"hex\",\"edge\":true,\"doc\":\"The feed or s"
    "can session it came in, 32 hex digits. With n it recognises a repeat; null for a single write"
    ".\"},{\"name\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"edge\":true,\"doc\":\"Nu"
    "mber in the session, from 0: the feed's row, or the scan. Set together with session.\"},{\"na"
    "me\":\"product_listed\",\"default\":null,\"doc\":\"The product is on offer from now on.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"ProductListed\",\"doc\":\"The product is on o"
    "ffer from now on; said again, it is changed.\",\"fields\":[{\"name\":\"title\",\"type\":\"str"
    "ing\",\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What customers read.\"},{\"name\":\"descrip"
    "tion\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":4000,\"doc\":\"More of i"
    "t.\"},{\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":100,"
    "\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"na"
    "mespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"l"
    "ong\",\"min\":1,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro; 0 in what was wr"
    "itten while a price could be 0.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3"
    ",\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of o"
    "ne item.\"},{\"name\":\"gtins\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default"
    "\":[],\"max_items\":16,\"min_bytes\":8,\"max_bytes\":14,\"chars\":\"digit\",\"doc\":\"Barcode"
    "s of one item: GTIN-8, 12, 13 or 14; kept as 14 digits.\"},{\"name\":\"category\",\"type\":["
    "\"null\",\"string\"],\"default\":null,\"max_bytes\":120,\"chars\":\"path\",\"doc\":\"Where it"
    " stands in the shop: home/kitchen/mugs.\"}]}]},{\"name\":\"price_set\",\"default\":null,\"doc"
    "\":\"The price changed.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PriceSet\",\"doc"
    "\":\"The price changed.\",\"fields\":[{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Pri"
    "ce of one item from now on.\"}]}]},{\"name\":\"stock_counted\",\"default\":null,\"doc\":\"The"
    " supplier counted what is there.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockCo"
    "unted\",\"doc\":\"The supplier counted what is there.\",\"fields\":[{\"name\":\"units\",\"typ"
    "e\":\"long\",\"min\":0,\"max\":1000000000,\"doc\":\"Whole items on hand.\"}]}]},{\"name\":\"p"
    "roduct_withdrawn\",\"default\":null,\"doc\":\"The product is on offer no more, until it is li"
    "sted again.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProductWithdrawn\",\"doc\":"
    "\"The product is on offer no more, until it is listed again.\",\"fields\":[{\"name\":\"reason"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":200,\"doc\":\"Why, in the su"
    "pplier's words.\"}]}]},{\"name\":\"stock_received\",\"default\":null,\"doc\":\"Items arrived."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockReceived\",\"doc\":\"Items arrived"
    " and are there from now on, beside those that were.\",\"fields\":[{\"name\":\"units\",\"type"
    "\":\"long\",\"min\":1,\"max\":1000000000,\"doc\":\"Whole items that arrived.\"}]}]},{\"name\""
    ":\"stock_adjusted\",\"default\":null,\"doc\":\"The items on hand are more or fewer than the b"
    "ooks say.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockAdjusted\",\"doc\":\"The "
    "items on hand are more or fewer than the books say, and why.\",\"fields\":[{\"name\":\"units"
    "\",\"type\":\"long\",\"min\":-1000000000,\"max\":1000000000,\"doc\":\"Whole items to add; bel"
    "ow 0 to take away; not 0.\"},{\"name\":\"reason\",\"type\":\"string\",\"min_bytes\":1,\"max_b"
    "ytes\":200,\"doc\":\"Why: broken, found, stolen.\"}]}]},{\"name\":\"threshold_set\",\"default"
    "\":null,\"doc\":\"From which level on stock is low.\",\"type\":[\"null\",{\"type\":\"record\""
    ",\"name\":\"ThresholdSet\",\"doc\":\"From which level on stock is low.\",\"fields\":[{\"name"
    "\":\"units\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc"
    "\":\"Stock is low when so many items or fewer can be bought; null: never.\"}]}]},{\"name\":\""
    "offer_stated\",\"default\":null,\"doc\":\"Some of what is said of a product; what is left out"
    " stays as it is.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OfferStated\",\"doc\":"
    "\"Some of what is said of a product, at once or not at all; what is left out stays as it is. "
    "With title and price it puts a product on offer.\",\"fields\":[{\"name\":\"title\",\"type\":["
    "\"null\",\"string\"],\"default\":null,\"min_bytes\":1,\"max_bytes\":200,\"doc\":\"What custom"
    "ers read.\"},{\"name\":\"description\",\"type\":[\"null\",\"string\"],\"default\":null,\"min_"
    "bytes\":1,\"max_bytes\":4000,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\","
    "\"string\"],\"default\":null,\"min_bytes\":1,\"max_bytes\":100,\"doc\":\"Brand.\"},{\"name\":"
    "\"price\",\"type\":[\"null\",\"fy.Money\"],\"default\":null,\"doc\":\"Price of one item.\"},{"
    "\"name\":\"gtins\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[],\"max_it"
    "ems\":16,\"min_bytes\":8,\"max_bytes\":14,\"chars\":\"digit\",\"doc\":\"Barcodes of one item,"
    " instead of those before; kept as 14 digits. None: they stay.\"},{\"name\":\"units\",\"type\""
    ":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":1000000000,\"doc\":\"Whole items on h"
    "and.\"},{\"name\":\"threshold_units\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\":0"
    ",\"max\":1000000000,\"doc\":\"Stock is low when so many items or fewer can be bought.\"},{\"n"
    "ame\":\"category\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":120,\"chars"
    "\":\"path\",\"doc\":\"Where it stands in the shop: home/kitchen/mugs.\"}]}]},{\"name\":\"scan"
    "_undone\",\"default\":null,\"edge\":true,\"doc\":\"A scan of this session was none.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"ScanUndone\",\"doc\":\"A scan of this session wa"
    "s none: its items did not arrive.\",\"fields\":[{\"name\":\"undone_n\",\"type\":\"long\",\"mi"
    "n\":0,\"max\":9999,\"doc\":\"Which scan, by its number in the session.\"},{\"name\":\"units\""
    ",\"type\":\"long\",\"min\":1,\"max\":100000,\"doc\":\"Whole items that scan said.\"}]}]},{\"n"
    "ame\":\"image_attached\",\"edge\":true,\"default\":null,\"doc\":\"A picture of the product, w"
    "hich the edge has on disk.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageAttached"
    "\",\"doc\":\"A picture of the product, behind those that it has.\",\"fields\":[{\"name\":\"im"
    "age\",\"type\":{\"type\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A pictu"
    "re, by its content: /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"na"
    "me\":\"hash\",\"type\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex di"
    "gits.\"},{\"name\":\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or imag"
    "e/webp.\"},{\"name\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photogr"
    "aph is turned.\"},{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"byte"
    "s\",\"type\":\"long\",\"doc\":\"Of the file that is kept.\"}]},\"doc\":\"The picture.\"}]}]},"
    "{\"name\":\"image_detached\",\"default\":null,\"doc\":\"A picture is the product's no more.\""
    ",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageDetached\",\"doc\":\"A picture is th"
    "e product's no more.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"min_bytes\":64,\""
    "max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Which: 64 hex digits.\"}]}]},{\"name\":\"buffer_se"
    "t\",\"default\":null,\"doc\":\"How much of an old count is not sold.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"BufferSet\",\"doc\":\"How much of an old count is not sold: age "
    "of the count x sales rate x percent.\",\"fields\":[{\"name\":\"percent\",\"type\":[\"null\","
    "\"long\"],\"default\":null,\"min\":0,\"max\":1000,\"doc\":\"Of what was probably sold elsewhe"
    "re since the last count; null: all that was counted is sold.\"}]}]}]}";

const struct fy_schema supply_schema = {
    .id = 90,
    .version = 8,
    .fingerprint = UINT64_C(0x4dd55ee3711d3f7f),
    .subject = "supply-value",
    .text = text_90,
    .name = "supply",
    .type = &fy_type_supply,
    .size = sizeof(struct supply),
    .encode = encode_any,
    .decode = decode_any,
};
