/*
 * Made by fy-generate from schemas/stock_event.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_product_changed_gtins(struct fy_reader *in, struct product_changed_gtins *value)
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

static bool read_product_changed(struct fy_reader *in, struct product_changed *value)
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
    if (!read_product_changed_gtins(in, &value->gtins))
        return false;
    return true;
}

static bool read_stock_set(struct fy_reader *in, struct stock_set *value)
{
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    return true;
}

static bool read_supply_refused(struct fy_reader *in, struct supply_refused *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_product_taken(struct fy_reader *in, struct product_taken *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_stock_added(struct fy_reader *in, struct stock_added *value)
{
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    return true;
}

static bool read_stock_corrected(struct fy_reader *in, struct stock_corrected *value)
{
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_low_level_set(struct fy_reader *in, struct low_level_set *value)
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

static bool read_low_stock_reached(struct fy_reader *in, struct low_stock_reached *value)
{
    if (!fy_read_long(in, &value->available_units))
        return false;
    if (!fy_read_long(in, &value->threshold_units))
        return false;
    return true;
}

static bool read_scan_taken_back(struct fy_reader *in, struct scan_taken_back *value)
{
    if (!fy_read_long(in, &value->undone_n))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    return true;
}

static bool read_image_added(struct fy_reader *in, struct image_added *value)
{
    if (!fy_read_image(in, &value->image))
        return false;
    return true;
}

static bool read_image_removed(struct fy_reader *in, struct image_removed *value)
{
    if (!fy_read_string(in, &value->hash))
        return false;
    return true;
}

static bool read_stock_event_product_changed(
    struct fy_reader *in, const struct product_changed **ret_value)
{
    struct product_changed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_product_changed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_stock_set(struct fy_reader *in, const struct stock_set **ret_value)
{
    struct stock_set *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_stock_set(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_supply_refused(
    struct fy_reader *in, const struct supply_refused **ret_value)
{
    struct supply_refused *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_supply_refused(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_product_withdrawn(
    struct fy_reader *in, const struct product_taken **ret_value)
{
    struct product_taken *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_product_taken(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_stock_received(
    struct fy_reader *in, const struct stock_added **ret_value)
{
    struct stock_added *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_stock_added(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_stock_adjusted(
    struct fy_reader *in, const struct stock_corrected **ret_value)
{
    struct stock_corrected *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_stock_corrected(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_threshold_set(
    struct fy_reader *in, const struct low_level_set **ret_value)
{
    struct low_level_set *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_low_level_set(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_low_stock_reached(
    struct fy_reader *in, const struct low_stock_reached **ret_value)
{
    struct low_stock_reached *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_low_stock_reached(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_scan_undone(
    struct fy_reader *in, const struct scan_taken_back **ret_value)
{
    struct scan_taken_back *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_scan_taken_back(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_image_added(struct fy_reader *in, const struct image_added **ret_value)
{
    struct image_added *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_image_added(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_image_removed(
    struct fy_reader *in, const struct image_removed **ret_value)
{
    struct image_removed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_image_removed(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_stock_event(struct fy_reader *in, struct stock_event *value)
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
    if (!read_stock_event_product_changed(in, &value->product_changed))
        return false;
    if (!read_stock_event_stock_set(in, &value->stock_set))
        return false;
    if (!read_stock_event_supply_refused(in, &value->supply_refused))
        return false;
    if (!read_stock_event_product_withdrawn(in, &value->product_withdrawn))
        return false;
    if (!read_stock_event_stock_received(in, &value->stock_received))
        return false;
    if (!read_stock_event_stock_adjusted(in, &value->stock_adjusted))
        return false;
    if (!read_stock_event_threshold_set(in, &value->threshold_set))
        return false;
    if (!read_stock_event_low_stock_reached(in, &value->low_stock_reached))
        return false;
    if (!read_stock_event_scan_undone(in, &value->scan_undone))
        return false;
    if (!read_stock_event_image_added(in, &value->image_added))
        return false;
    if (!read_stock_event_image_removed(in, &value->image_removed))
        return false;
    set_count = 0;
    set_count += value->product_changed != NULL;
    set_count += value->stock_set != NULL;
    set_count += value->supply_refused != NULL;
    set_count += value->product_withdrawn != NULL;
    set_count += value->stock_received != NULL;
    set_count += value->stock_adjusted != NULL;
    set_count += value->threshold_set != NULL;
    set_count += value->low_stock_reached != NULL;
    set_count += value->scan_undone != NULL;
    set_count += value->image_added != NULL;
    set_count += value->image_removed != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_8_stock_event;
static const struct fy_plan plan_8_envelope;
static const struct fy_plan plan_8_product_changed;
static const struct fy_plan plan_8_money;
static const struct fy_plan plan_8_stock_set;
static const struct fy_plan plan_8_supply_refused;

static const struct fy_plan_field fields_of_plan_8_stock_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_8_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_8_product_changed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_8_stock_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_8_supply_refused},
};

static const struct fy_plan plan_8_stock_event = {
    .fields = fields_of_plan_8_stock_event,
    .field_count = 6,
    .missing = (const uint8_t[]){3, 4, 8, 9, 10, 11, 12, 13, 14, 15},
    .missing_count = 10,
};

static const struct fy_plan_field fields_of_plan_8_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_8_envelope = {
    .fields = fields_of_plan_8_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_8_product_changed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_8_money},
};

static const struct fy_plan plan_8_product_changed = {
    .fields = fields_of_plan_8_product_changed,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_8_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_8_money = {
    .fields = fields_of_plan_8_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_8_stock_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_8_stock_set = {
    .fields = fields_of_plan_8_stock_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_8_supply_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_8_supply_refused = {
    .fields = fields_of_plan_8_supply_refused,
    .field_count = 1,
};

static const struct fy_plan plan_15_stock_event;
static const struct fy_plan plan_15_envelope;
static const struct fy_plan plan_15_product_changed;
static const struct fy_plan plan_15_money;
static const struct fy_plan plan_15_stock_set;
static const struct fy_plan plan_15_supply_refused;
static const struct fy_plan plan_15_product_taken;
static const struct fy_plan plan_15_stock_added;
static const struct fy_plan plan_15_stock_corrected;
static const struct fy_plan plan_15_low_level_set;
static const struct fy_plan plan_15_low_stock_reached;

static const struct fy_plan_field fields_of_plan_15_stock_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_15_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_15_product_changed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_15_stock_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_15_supply_refused},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_15_product_taken},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_15_stock_added},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_15_stock_corrected},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_15_low_level_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_15_low_stock_reached},
};

static const struct fy_plan plan_15_stock_event = {
    .fields = fields_of_plan_15_stock_event,
    .field_count = 11,
    .missing = (const uint8_t[]){3, 4, 13, 14, 15},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_15_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_15_envelope = {
    .fields = fields_of_plan_15_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_15_product_changed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_15_money},
};

static const struct fy_plan plan_15_product_changed = {
    .fields = fields_of_plan_15_product_changed,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_15_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_15_money = {
    .fields = fields_of_plan_15_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_15_stock_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_15_stock_set = {
    .fields = fields_of_plan_15_stock_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_15_supply_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_15_supply_refused = {
    .fields = fields_of_plan_15_supply_refused,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_15_product_taken[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_15_product_taken = {
    .fields = fields_of_plan_15_product_taken,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_15_stock_added[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_15_stock_added = {
    .fields = fields_of_plan_15_stock_added,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_15_stock_corrected[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_15_stock_corrected = {
    .fields = fields_of_plan_15_stock_corrected,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_15_low_level_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_15_low_level_set = {
    .fields = fields_of_plan_15_low_level_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_15_low_stock_reached[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_15_low_stock_reached = {
    .fields = fields_of_plan_15_low_stock_reached,
    .field_count = 2,
};

static const struct fy_plan plan_21_stock_event;
static const struct fy_plan plan_21_envelope;
static const struct fy_plan plan_21_product_changed;
static const struct fy_plan plan_21_money;
static const struct fy_plan plan_21_stock_set;
static const struct fy_plan plan_21_supply_refused;
static const struct fy_plan plan_21_product_taken;
static const struct fy_plan plan_21_stock_added;
static const struct fy_plan plan_21_stock_corrected;
static const struct fy_plan plan_21_low_level_set;
static const struct fy_plan plan_21_low_stock_reached;
static const struct fy_plan plan_21_scan_taken_back;

static const struct fy_plan_field fields_of_plan_21_stock_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_21_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_21_product_changed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_21_stock_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_21_supply_refused},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_21_product_taken},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_21_stock_added},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_21_stock_corrected},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_21_low_level_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_21_low_stock_reached},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_21_scan_taken_back},
};

static const struct fy_plan plan_21_stock_event = {
    .fields = fields_of_plan_21_stock_event,
    .field_count = 14,
    .missing = (const uint8_t[]){14, 15},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_21_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_21_envelope = {
    .fields = fields_of_plan_21_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_21_product_changed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_21_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_21_product_changed = {
    .fields = fields_of_plan_21_product_changed,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_21_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_21_money = {
    .fields = fields_of_plan_21_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_21_stock_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_21_stock_set = {
    .fields = fields_of_plan_21_stock_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_21_supply_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_21_supply_refused = {
    .fields = fields_of_plan_21_supply_refused,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_21_product_taken[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_21_product_taken = {
    .fields = fields_of_plan_21_product_taken,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_21_stock_added[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_21_stock_added = {
    .fields = fields_of_plan_21_stock_added,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_21_stock_corrected[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_21_stock_corrected = {
    .fields = fields_of_plan_21_stock_corrected,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_21_low_level_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_21_low_level_set = {
    .fields = fields_of_plan_21_low_level_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_21_low_stock_reached[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_21_low_stock_reached = {
    .fields = fields_of_plan_21_low_stock_reached,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_21_scan_taken_back[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_21_scan_taken_back = {
    .fields = fields_of_plan_21_scan_taken_back,
    .field_count = 3,
};

enum fy_status stock_event_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_event *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 8:
        return fy_read_end(&in, fy_resolve(&in, &plan_8_stock_event, &fy_type_stock_event, ret_value));
    case 15:
        return fy_read_end(&in, fy_resolve(&in, &plan_15_stock_event, &fy_type_stock_event, ret_value));
    case 21:
        return fy_read_end(&in, fy_resolve(&in, &plan_21_stock_event, &fy_type_stock_event, ret_value));
    case 25:
        return fy_read_end(&in, fy_read_stock_event(&in, ret_value));
    default:
        return fy_read_unknown(&in, "stock_event");
    }
}

static size_t room_product_changed(const struct product_changed *value)
{
    size_t room = 43;

    room += value->title.size;
    room += value->description.size;
    room += value->brand.size;
    room += fy_room_money(&value->price);
    room += value->gtins.count * 10;
    for (size_t i = 0; i < value->gtins.count; i++)
        room += value->gtins.items[i].size;
    return room;
}

static uint8_t *write_product_changed(uint8_t *at, const struct product_changed *value)
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
    return at;
}

static size_t room_stock_set(const struct stock_set *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_stock_set(uint8_t *at, const struct stock_set *value)
{
    at = fy_write_long(at, value->on_hand_units);
    return at;
}

static size_t room_supply_refused(const struct supply_refused *value)
{
    size_t room = 10;

    room += value->reason.size;
    return room;
}

static uint8_t *write_supply_refused(uint8_t *at, const struct supply_refused *value)
{
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_product_taken(const struct product_taken *value)
{
    size_t room = 11;

    room += value->reason.size;
    return room;
}

static uint8_t *write_product_taken(uint8_t *at, const struct product_taken *value)
{
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_stock_added(const struct stock_added *value)
{
    size_t room = 20;

    (void)value;
    return room;
}

static uint8_t *write_stock_added(uint8_t *at, const struct stock_added *value)
{
    at = fy_write_long(at, value->units);
    at = fy_write_long(at, value->on_hand_units);
    return at;
}

static size_t room_stock_corrected(const struct stock_corrected *value)
{
    size_t room = 30;

    room += value->reason.size;
    return room;
}

static uint8_t *write_stock_corrected(uint8_t *at, const struct stock_corrected *value)
{
    at = fy_write_long(at, value->units);
    at = fy_write_long(at, value->on_hand_units);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_low_level_set(const struct low_level_set *value)
{
    size_t room = 11;

    (void)value;
    return room;
}

static uint8_t *write_low_level_set(uint8_t *at, const struct low_level_set *value)
{
    at = fy_write_branch(at, value->has_units);
    if (value->has_units)
        at = fy_write_long(at, value->units);
    return at;
}

static size_t room_low_stock_reached(const struct low_stock_reached *value)
{
    size_t room = 20;

    (void)value;
    return room;
}

static uint8_t *write_low_stock_reached(uint8_t *at, const struct low_stock_reached *value)
{
    at = fy_write_long(at, value->available_units);
    at = fy_write_long(at, value->threshold_units);
    return at;
}

static size_t room_scan_taken_back(const struct scan_taken_back *value)
{
    size_t room = 30;

    (void)value;
    return room;
}

static uint8_t *write_scan_taken_back(uint8_t *at, const struct scan_taken_back *value)
{
    at = fy_write_long(at, value->undone_n);
    at = fy_write_long(at, value->units);
    at = fy_write_long(at, value->on_hand_units);
    return at;
}

static size_t room_image_added(const struct image_added *value)
{
    size_t room = 0;

    room += fy_room_image(&value->image);
    return room;
}

static uint8_t *write_image_added(uint8_t *at, const struct image_added *value)
{
    at = fy_write_image(at, &value->image);
    return at;
}

static size_t room_image_removed(const struct image_removed *value)
{
    size_t room = 10;

    room += value->hash.size;
    return room;
}

static uint8_t *write_image_removed(uint8_t *at, const struct image_removed *value)
{
    at = fy_write_string(at, value->hash);
    return at;
}

size_t fy_room_stock_event(const struct stock_event *value)
{
    size_t room = 53;

    room += fy_room_envelope(&value->envelope);
    room += value->sku.size;
    room += value->supplier.size;
    room += value->session.size;
    if (value->product_changed != NULL)
        room += room_product_changed(value->product_changed);
    if (value->stock_set != NULL)
        room += room_stock_set(value->stock_set);
    if (value->supply_refused != NULL)
        room += room_supply_refused(value->supply_refused);
    if (value->product_withdrawn != NULL)
        room += room_product_taken(value->product_withdrawn);
    if (value->stock_received != NULL)
        room += room_stock_added(value->stock_received);
    if (value->stock_adjusted != NULL)
        room += room_stock_corrected(value->stock_adjusted);
    if (value->threshold_set != NULL)
        room += room_low_level_set(value->threshold_set);
    if (value->low_stock_reached != NULL)
        room += room_low_stock_reached(value->low_stock_reached);
    if (value->scan_undone != NULL)
        room += room_scan_taken_back(value->scan_undone);
    if (value->image_added != NULL)
        room += room_image_added(value->image_added);
    if (value->image_removed != NULL)
        room += room_image_removed(value->image_removed);
    return room;
}

uint8_t *fy_write_stock_event(uint8_t *at, const struct stock_event *value)
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
    at = fy_write_branch(at, value->product_changed != NULL);
    if (value->product_changed != NULL)
        at = write_product_changed(at, value->product_changed);
    at = fy_write_branch(at, value->stock_set != NULL);
    if (value->stock_set != NULL)
        at = write_stock_set(at, value->stock_set);
    at = fy_write_branch(at, value->supply_refused != NULL);
    if (value->supply_refused != NULL)
        at = write_supply_refused(at, value->supply_refused);
    at = fy_write_branch(at, value->product_withdrawn != NULL);
    if (value->product_withdrawn != NULL)
        at = write_product_taken(at, value->product_withdrawn);
    at = fy_write_branch(at, value->stock_received != NULL);
    if (value->stock_received != NULL)
        at = write_stock_added(at, value->stock_received);
    at = fy_write_branch(at, value->stock_adjusted != NULL);
    if (value->stock_adjusted != NULL)
        at = write_stock_corrected(at, value->stock_adjusted);
    at = fy_write_branch(at, value->threshold_set != NULL);
    if (value->threshold_set != NULL)
        at = write_low_level_set(at, value->threshold_set);
    at = fy_write_branch(at, value->low_stock_reached != NULL);
    if (value->low_stock_reached != NULL)
        at = write_low_stock_reached(at, value->low_stock_reached);
    at = fy_write_branch(at, value->scan_undone != NULL);
    if (value->scan_undone != NULL)
        at = write_scan_taken_back(at, value->scan_undone);
    at = fy_write_branch(at, value->image_added != NULL);
    if (value->image_added != NULL)
        at = write_image_added(at, value->image_added);
    at = fy_write_branch(at, value->image_removed != NULL);
    if (value->image_removed != NULL)
        at = write_image_removed(at, value->image_removed);
    return at;
}

enum fy_status stock_event_encode(const struct stock_event *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->product_changed != NULL;
    set_count += value->stock_set != NULL;
    set_count += value->supply_refused != NULL;
    set_count += value->product_withdrawn != NULL;
    set_count += value->stock_received != NULL;
    set_count += value->stock_adjusted != NULL;
    set_count += value->threshold_set != NULL;
    set_count += value->low_stock_reached != NULL;
    set_count += value->scan_undone != NULL;
    set_count += value->image_added != NULL;
    set_count += value->image_removed != NULL;
    if (set_count != 1)
        return fy_write_one_of("stock_event", set_count, err);
    room = fy_room_stock_event(value);
    begin = fy_write_begin(arena, 25, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_stock_event(begin, value), ret_bytes);
}

static const struct fy_field fields_of_product_changed[] = {
    {
        .name = "title",
        .name_bytes = 5,
        .offset = offsetof(struct product_changed, title),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "description",
        .name_bytes = 11,
        .offset = offsetof(struct product_changed, description),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "brand",
        .name_bytes = 5,
        .offset = offsetof(struct product_changed, brand),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct product_changed, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "gtins",
        .name_bytes = 5,
        .offset = offsetof(struct product_changed, gtins),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_product_changed = {
    .name = "ProductChanged",
    .fields = fields_of_product_changed,
    .field_count = 5,
    .size = sizeof(struct product_changed),
};

static const struct fy_field fields_of_stock_set[] = {
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct stock_set, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_stock_set = {
    .name = "StockSet",
    .fields = fields_of_stock_set,
    .field_count = 1,
    .size = sizeof(struct stock_set),
};

static const struct fy_field fields_of_supply_refused[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct supply_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_supply_refused = {
    .name = "SupplyRefused",
    .fields = fields_of_supply_refused,
    .field_count = 1,
    .size = sizeof(struct supply_refused),
};

static const struct fy_field fields_of_product_taken[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct product_taken, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_product_taken = {
    .name = "ProductTaken",
    .fields = fields_of_product_taken,
    .field_count = 1,
    .size = sizeof(struct product_taken),
};

static const struct fy_field fields_of_stock_added[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct stock_added, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct stock_added, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_stock_added = {
    .name = "StockAdded",
    .fields = fields_of_stock_added,
    .field_count = 2,
    .size = sizeof(struct stock_added),
};

static const struct fy_field fields_of_stock_corrected[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct stock_corrected, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct stock_corrected, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct stock_corrected, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_stock_corrected = {
    .name = "StockCorrected",
    .fields = fields_of_stock_corrected,
    .field_count = 3,
    .size = sizeof(struct stock_corrected),
};

static const struct fy_field fields_of_low_level_set[] = {
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct low_level_set, units),
        .has_offset = offsetof(struct low_level_set, has_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_low_level_set = {
    .name = "LowLevelSet",
    .fields = fields_of_low_level_set,
    .field_count = 1,
    .size = sizeof(struct low_level_set),
};

static const struct fy_field fields_of_low_stock_reached[] = {
    {
        .name = "available_units",
        .name_bytes = 15,
        .offset = offsetof(struct low_stock_reached, available_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "threshold_units",
        .name_bytes = 15,
        .offset = offsetof(struct low_stock_reached, threshold_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_low_stock_reached = {
    .name = "LowStockReached",
    .fields = fields_of_low_stock_reached,
    .field_count = 2,
    .size = sizeof(struct low_stock_reached),
};

static const struct fy_field fields_of_scan_taken_back[] = {
    {
        .name = "undone_n",
        .name_bytes = 8,
        .offset = offsetof(struct scan_taken_back, undone_n),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct scan_taken_back, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct scan_taken_back, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_scan_taken_back = {
    .name = "ScanTakenBack",
    .fields = fields_of_scan_taken_back,
    .field_count = 3,
    .size = sizeof(struct scan_taken_back),
};

static const struct fy_field fields_of_image_added[] = {
    {
        .name = "image",
        .name_bytes = 5,
        .offset = offsetof(struct image_added, image),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_image,
    },
};

static const struct fy_type type_image_added = {
    .name = "ImageAdded",
    .fields = fields_of_image_added,
    .field_count = 1,
    .size = sizeof(struct image_added),
};

static const struct fy_field fields_of_image_removed[] = {
    {
        .name = "hash",
        .name_bytes = 4,
        .offset = offsetof(struct image_removed, hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_image_removed = {
    .name = "ImageRemoved",
    .fields = fields_of_image_removed,
    .field_count = 1,
    .size = sizeof(struct image_removed),
};

static const struct fy_field fields_of_stock_event[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct stock_event, envelope),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_envelope,
    },
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct stock_event, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct stock_event, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct stock_event, session),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "n",
        .name_bytes = 1,
        .offset = offsetof(struct stock_event, n),
        .has_offset = offsetof(struct stock_event, has_n),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "product_changed",
        .name_bytes = 15,
        .offset = offsetof(struct stock_event, product_changed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_product_changed,
    },
    {
        .name = "stock_set",
        .name_bytes = 9,
        .offset = offsetof(struct stock_event, stock_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_stock_set,
    },
    {
        .name = "supply_refused",
        .name_bytes = 14,
        .offset = offsetof(struct stock_event, supply_refused),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_supply_refused,
    },
    {
        .name = "product_withdrawn",
        .name_bytes = 17,
        .offset = offsetof(struct stock_event, product_withdrawn),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_product_taken,
    },
    {
        .name = "stock_received",
        .name_bytes = 14,
        .offset = offsetof(struct stock_event, stock_received),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_stock_added,
    },
    {
        .name = "stock_adjusted",
        .name_bytes = 14,
        .offset = offsetof(struct stock_event, stock_adjusted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_stock_corrected,
    },
    {
        .name = "threshold_set",
        .name_bytes = 13,
        .offset = offsetof(struct stock_event, threshold_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_low_level_set,
    },
    {
        .name = "low_stock_reached",
        .name_bytes = 17,
        .offset = offsetof(struct stock_event, low_stock_reached),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_low_stock_reached,
    },
    {
        .name = "scan_undone",
        .name_bytes = 11,
        .offset = offsetof(struct stock_event, scan_undone),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_scan_taken_back,
    },
    {
        .name = "image_added",
        .name_bytes = 11,
        .offset = offsetof(struct stock_event, image_added),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_image_added,
    },
    {
        .name = "image_removed",
        .name_bytes = 13,
        .offset = offsetof(struct stock_event, image_removed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_image_removed,
    },
};

const struct fy_type fy_type_stock_event = {
    .name = "StockEvent",
    .fields = fields_of_stock_event,
    .field_count = 16,
    .one_of = true,
    .size = sizeof(struct stock_event),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return stock_event_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return stock_event_decode(bytes, arena, ret_value, err);
}

static const char text_8[] =
    "{\"type\":\"record\",\"name\":\"StockEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"W"
    "hat the stock task decided about one SKU. Exactly one of the nullable records is set.\",\"fie"
    "lds\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace"
    "\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\""
    "fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"do"
    "c\":\"Names this event for ever. A retry across a crash may write the same id twice; it is on"
    "e event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\""
    "uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outsid"
    "e world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier"
    " everything began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"ac"
    "tor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{"
    "\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc"
    "\":\"When our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\""
    "writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as"
    " in stock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\""
    "long\"],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1."
    " Set together with writer.\"}]},\"doc\":\"Who, when and why; writer and seq are set.\"},{\"na"
    "me\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also the key.\"},{\"name\":\"supplier\","
    "\"type\":\"string\",\"doc\":\"Which supplier.\"},{\"name\":\"product_changed\",\"default\":nu"
    "ll,\"doc\":\"The product's public words or price changed.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"ProductChanged\",\"doc\":\"The product as it now is.\",\"fields\":[{\"name"
    "\":\"title\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\","
    "\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\","
    "\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"typ"
    "e\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money"
    ".\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":"
    "\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3"
    ",\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of o"
    "ne item.\"}]}]},{\"name\":\"stock_set\",\"default\":null,\"doc\":\"The count on hand changed."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockSet\",\"doc\":\"The count on hand "
    "changed.\",\"fields\":[{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on"
    " hand, >= 0.\"}]}]},{\"name\":\"supply_refused\",\"default\":null,\"doc\":\"The fact changes "
    "nothing, and why.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SupplyRefused\",\"doc"
    "\":\"The fact changes nothing, and why.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string"
    "\",\"doc\":\"unknown_sku, other_supplier or other_currency.\"}]}]}]}";

const struct fy_schema stock_event_schema_8 = {
    .id = 8,
    .version = 1,
    .fingerprint = UINT64_C(0x2a35a6ca577bdcc5),
    .subject = "stock-value",
    .text = text_8,
    .name = "stock_event",
    .type = &fy_type_stock_event,
    .size = sizeof(struct stock_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_15[] =
    "{\"type\":\"record\",\"name\":\"StockEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"W"
    "hat the stock task decided about one SKU. Exactly one of the nullable records is set.\",\"fie"
    "lds\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace"
    "\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\""
    "fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"do"
    "c\":\"Names this event for ever. A retry across a crash may write the same id twice; it is on"
    "e event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\""
    "uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outsid"
    "e world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier"
    " everything began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"ac"
    "tor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{"
    "\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc"
    "\":\"When our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\""
    "writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as"
    " in stock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\""
    "long\"],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1."
    " Set together with writer.\"}]},\"doc\":\"Who, when and why; writer and seq are set.\"},{\"na"
    "me\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also the key.\"},{\"name\":\"supplier\","
    "\"type\":\"string\",\"doc\":\"Which supplier.\"},{\"name\":\"product_changed\",\"default\":nu"
    "ll,\"doc\":\"The product's public words or price changed.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"ProductChanged\",\"doc\":\"The product as it now is.\",\"fields\":[{\"name"
    "\":\"title\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\","
    "\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\","
    "\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"typ"
    "e\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money"
    ".\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":"
    "\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3"
    ",\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of o"
    "ne item.\"}]}]},{\"name\":\"stock_set\",\"default\":null,\"doc\":\"The count on hand changed."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockSet\",\"doc\":\"The count on hand "
    "changed.\",\"fields\":[{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on"
    " hand, >= 0.\"}]}]},{\"name\":\"supply_refused\",\"default\":null,\"doc\":\"The fact changes "
    "nothing, and why.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SupplyRefused\",\"doc"
    "\":\"The fact changes nothing, and why.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string"
    "\",\"doc\":\"unknown_sku, other_supplier, other_currency, withdrawn, below_zero or too_many."
    "\"}]}]},{\"name\":\"product_withdrawn\",\"default\":null,\"doc\":\"The product is on offer no"
    " more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProductTaken\",\"doc\":\"The prod"
    "uct is on offer no more; its items are kept count of all the same.\",\"fields\":[{\"name\":\""
    "reason\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Why, in the supplier's wor"
    "ds.\"}]}]},{\"name\":\"stock_received\",\"default\":null,\"doc\":\"Items arrived.\",\"type\":"
    "[\"null\",{\"type\":\"record\",\"name\":\"StockAdded\",\"doc\":\"Items arrived.\",\"fields\":"
    "[{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that arrived.\"},{\"name\":\"on_"
    "hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand with them.\"}]}]},{\"name\":\"st"
    "ock_adjusted\",\"default\":null,\"doc\":\"The count on hand was put right.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"StockCorrected\",\"doc\":\"The count on hand was put right"
    ".\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items added; below 0 ta"
    "ken away.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand from"
    " now on, >= 0.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Why, in the supplier's w"
    "ords.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which level on stock"
    " is low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowLevelSet\",\"doc\":\"From wh"
    "ich level on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"d"
    "efault\":null,\"doc\":\"Stock is low when so many items or fewer can be bought; null: never."
    "\"}]}]},{\"name\":\"low_stock_reached\",\"default\":null,\"doc\":\"Stock was not low, and is "
    "low now.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowStockReached\",\"doc\":\"Sto"
    "ck was not low, and is low now; told once, until it has not been low again.\",\"fields\":[{\""
    "name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items that can be bought now.\"}"
    ",{\"name\":\"threshold_units\",\"type\":\"long\",\"doc\":\"The level that was reached.\"}]}]}"
    "]}";

const struct fy_schema stock_event_schema_15 = {
    .id = 15,
    .version = 2,
    .fingerprint = UINT64_C(0x809d527f55846063),
    .subject = "stock-value",
    .text = text_15,
    .name = "stock_event",
    .type = &fy_type_stock_event,
    .size = sizeof(struct stock_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_21[] =
    "{\"type\":\"record\",\"name\":\"StockEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"W"
    "hat the stock task decided about one SKU. Exactly one of the nullable records is set.\",\"fie"
    "lds\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace"
    "\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\""
    "fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"do"
    "c\":\"Names this event for ever. A retry across a crash may write the same id twice; it is on"
    "e event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\""
    "uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outsid"
    "e world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier"
    " everything began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"ac"
    "tor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{"
    "\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc"
    "\":\"When our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\""
    "writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as"
    " in stock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\""
    "long\"],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1."
    " Set together with writer.\"}]},\"doc\":\"Who, when and why; writer and seq are set.\"},{\"na"
    "me\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also the key.\"},{\"name\":\"supplier\","
    "\"type\":\"string\",\"doc\":\"Which supplier.\"},{\"name\":\"session\",\"type\":[\"null\",\"s"
    "tring\"],\"default\":null,\"doc\":\"The feed or scan session of the fact it follows from; nul"
    "l for a single write.\"},{\"name\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc"
    "\":\"The fact's number in the session. Set together with session.\"},{\"name\":\"product_chan"
    "ged\",\"default\":null,\"doc\":\"The product's public words or price changed.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"ProductChanged\",\"doc\":\"The product as it now is.\","
    "\"fields\":[{\"name\":\"title\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name"
    "\":\"description\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{"
    "\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"nam"
    "e\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":"
    "\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":1"
    "00000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"stri"
    "ng\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},"
    "\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type\":\"array\",\"items\":\""
    "string\"},\"default\":[],\"doc\":\"Barcodes of one item, GTINs of 14 digits.\"}]}]},{\"name\""
    ":\"stock_set\",\"default\":null,\"doc\":\"The count on hand changed.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"StockSet\",\"doc\":\"The count on hand changed.\",\"fields\":[{"
    "\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"}]}]},{\"n"
    "ame\":\"supply_refused\",\"default\":null,\"doc\":\"The fact changes nothing, and why.\",\"ty"
    "pe\":[\"null\",{\"type\":\"record\",\"name\":\"SupplyRefused\",\"doc\":\"The fact changes not"
    "hing, and why.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_sku, "
    "other_supplier, other_currency, withdrawn, below_zero, too_many, or of an undone scan unknown"
    "_scan or nothing_to_undo.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":null,\"doc\":\"T"
    "he product is on offer no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProductT"
    "aken\",\"doc\":\"The product is on offer no more; its items are kept count of all the same.\""
    ",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"W"
    "hy, in the supplier's words.\"}]}]},{\"name\":\"stock_received\",\"default\":null,\"doc\":\"I"
    "tems arrived.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockAdded\",\"doc\":\"Ite"
    "ms arrived.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that ar"
    "rived.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand with th"
    "em.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":null,\"doc\":\"The count on hand was put "
    "right.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockCorrected\",\"doc\":\"The co"
    "unt on hand was put right.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whol"
    "e items added; below 0 taken away.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":"
    "\"Whole items on hand from now on, >= 0.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":"
    "\"Why, in the supplier's words.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":"
    "\"From which level on stock is low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowL"
    "evelSet\",\"doc\":\"From which level on stock is low.\",\"fields\":[{\"name\":\"units\",\"typ"
    "e\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Stock is low when so many items or fewer c"
    "an be bought; null: never.\"}]}]},{\"name\":\"low_stock_reached\",\"default\":null,\"doc\":\""
    "Stock was not low, and is low now.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowSt"
    "ockReached\",\"doc\":\"Stock was not low, and is low now; told once, until it has not been lo"
    "w again.\",\"fields\":[{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items "
    "that can be bought now.\"},{\"name\":\"threshold_units\",\"type\":\"long\",\"doc\":\"The leve"
    "l that was reached.\"}]}]},{\"name\":\"scan_undone\",\"default\":null,\"doc\":\"A scan was no"
    "ne: its items were taken away again.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Sca"
    "nTakenBack\",\"doc\":\"A scan was none: its items were taken away again.\",\"fields\":[{\"nam"
    "e\":\"undone_n\",\"type\":\"long\",\"doc\":\"Which scan, by its number in the session.\"},{\""
    "name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that were taken away.\"},{\"name\":"
    "\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand without them.\"}]}]}]}";

const struct fy_schema stock_event_schema_21 = {
    .id = 21,
    .version = 3,
    .fingerprint = UINT64_C(0xeee3f272a734af4c),
    .subject = "stock-value",
    .text = text_21,
    .name = "stock_event",
    .type = &fy_type_stock_event,
    .size = sizeof(struct stock_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_25[] =
    "{\"type\":\"record\",\"name\":\"StockEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"W"
    "hat the stock task decided about one SKU. Exactly one of the nullable records is set.\",\"fie"
    "lds\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace"
    "\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\""
    "fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"do"
    "c\":\"Names this event for ever. A retry across a crash may write the same id twice; it is on"
    "e event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\""
    "uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outsid"
    "e world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier"
    " everything began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"ac"
    "tor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{"
    "\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc"
    "\":\"When our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\""
    "writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as"
    " in stock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\""
    "long\"],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1."
    " Set together with writer.\"}]},\"doc\":\"Who, when and why; writer and seq are set.\"},{\"na"
    "me\":\"sku\",\"type\":\"string\",\"doc\":\"The SKU; also the key.\"},{\"name\":\"supplier\","
    "\"type\":\"string\",\"doc\":\"Which supplier.\"},{\"name\":\"session\",\"type\":[\"null\",\"s"
    "tring\"],\"default\":null,\"doc\":\"The feed or scan session of the fact it follows from; nul"
    "l for a single write.\"},{\"name\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc"
    "\":\"The fact's number in the session. Set together with session.\"},{\"name\":\"product_chan"
    "ged\",\"default\":null,\"doc\":\"The product's public words or price changed.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"ProductChanged\",\"doc\":\"The product as it now is.\","
    "\"fields\":[{\"name\":\"title\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name"
    "\":\"description\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{"
    "\"name\":\"brand\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"nam"
    "e\":\"price\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":"
    "\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":1"
    "00000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"stri"
    "ng\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},"
    "\"doc\":\"Price of one item.\"},{\"name\":\"gtins\",\"type\":{\"type\":\"array\",\"items\":\""
    "string\"},\"default\":[],\"doc\":\"Barcodes of one item, GTINs of 14 digits.\"}]}]},{\"name\""
    ":\"stock_set\",\"default\":null,\"doc\":\"The count on hand changed.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"StockSet\",\"doc\":\"The count on hand changed.\",\"fields\":[{"
    "\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"}]}]},{\"n"
    "ame\":\"supply_refused\",\"default\":null,\"doc\":\"The fact changes nothing, and why.\",\"ty"
    "pe\":[\"null\",{\"type\":\"record\",\"name\":\"SupplyRefused\",\"doc\":\"The fact changes not"
    "hing, and why.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_sku, "
    "other_supplier, other_currency, withdrawn, below_zero, too_many, too_many_images, unknown_ima"
    "ge, or of an undone scan unknown_scan or nothing_to_undo.\"}]}]},{\"name\":\"product_withdraw"
    "n\",\"default\":null,\"doc\":\"The product is on offer no more.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"ProductTaken\",\"doc\":\"The product is on offer no more; its items "
    "are kept count of all the same.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"strin"
    "g\"],\"default\":null,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"stock_receiv"
    "ed\",\"default\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"StockAdded\",\"doc\":\"Items arrived.\",\"fields\":[{\"name\":\"units\",\"type\":\"lon"
    "g\",\"doc\":\"Whole items that arrived.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"do"
    "c\":\"Whole items on hand with them.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":null,\"d"
    "oc\":\"The count on hand was put right.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\""
    "StockCorrected\",\"doc\":\"The count on hand was put right.\",\"fields\":[{\"name\":\"units\""
    ",\"type\":\"long\",\"doc\":\"Whole items added; below 0 taken away.\"},{\"name\":\"on_hand_un"
    "its\",\"type\":\"long\",\"doc\":\"Whole items on hand from now on, >= 0.\"},{\"name\":\"reaso"
    "n\",\"type\":\"string\",\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"threshold_"
    "set\",\"default\":null,\"doc\":\"From which level on stock is low.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"LowLevelSet\",\"doc\":\"From which level on stock is low.\",\"fiel"
    "ds\":[{\"name\":\"units\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Stock is lo"
    "w when so many items or fewer can be bought; null: never.\"}]}]},{\"name\":\"low_stock_reache"
    "d\",\"default\":null,\"doc\":\"Stock was not low, and is low now.\",\"type\":[\"null\",{\"typ"
    "e\":\"record\",\"name\":\"LowStockReached\",\"doc\":\"Stock was not low, and is low now; told"
    " once, until it has not been low again.\",\"fields\":[{\"name\":\"available_units\",\"type\":"
    "\"long\",\"doc\":\"Whole items that can be bought now.\"},{\"name\":\"threshold_units\",\"typ"
    "e\":\"long\",\"doc\":\"The level that was reached.\"}]}]},{\"name\":\"scan_undone\",\"default"
    "\":null,\"doc\":\"A scan was none: its items were taken away again.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"ScanTakenBack\",\"doc\":\"A scan was none: its items were taken a"
    "way again.\",\"fields\":[{\"name\":\"undone_n\",\"type\":\"long\",\"doc\":\"Which scan, by it"
    "s number in the session.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that "
    "were taken away.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on ha"
    "nd without them.\"}]}]},{\"name\":\"image_added\",\"default\":null,\"doc\":\"A picture is sho"
    "wn with the product.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageAdded\",\"doc"
    "\":\"A picture is shown with the product, behind the others.\",\"fields\":[{\"name\":\"image"
    "\",\"type\":{\"type\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture,"
    " by its content: /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name"
    "\":\"hash\",\"type\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digi"
    "ts.\"},{\"name\":\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or image/"
    "webp.\"},{\"name\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photograp"
    "h is turned.\"},{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes"
    "\",\"type\":\"long\",\"doc\":\"Of the file that is kept.\"}]},\"doc\":\"The picture.\"}]}]},{"
    "\"name\":\"image_removed\",\"default\":null,\"doc\":\"A picture is shown no more.\",\"type\":"
    "[\"null\",{\"type\":\"record\",\"name\":\"ImageRemoved\",\"doc\":\"A picture is shown no more"
    ".\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"Which.\"}]}]}]}";

const struct fy_schema stock_event_schema = {
    .id = 25,
    .version = 4,
    .fingerprint = UINT64_C(0x997f1f4c6b9da8e0),
    .subject = "stock-value",
    .text = text_25,
    .name = "stock_event",
    .type = &fy_type_stock_event,
    .size = sizeof(struct stock_event),
    .encode = encode_any,
    .decode = decode_any,
};
