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
    if (!fy_read_branch(in, &set))
        return false;
    value->category = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->category))
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

static bool read_safety_buffer(struct fy_reader *in, struct safety_buffer *value)
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

static bool read_low_stock_cleared(struct fy_reader *in, struct low_stock_cleared *value)
{
    bool set;

    if (!fy_read_long(in, &value->available_units))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_threshold_units = set;
    value->threshold_units = 0;
    if (set && !fy_read_long(in, &value->threshold_units))
        return false;
    return true;
}

static bool read_stock_short(struct fy_reader *in, struct stock_short *value)
{
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    if (!fy_read_long(in, &value->held_units))
        return false;
    if (!fy_read_long(in, &value->committed_units))
        return false;
    return true;
}

static bool read_hold_granted(struct fy_reader *in, struct hold_granted *value)
{
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_money(in, &value->price))
        return false;
    if (!fy_read_long(in, &value->available_units))
        return false;
    return true;
}

static bool read_hold_refused(struct fy_reader *in, struct hold_refused *value)
{
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_long(in, &value->available_units))
        return false;
    return true;
}

static bool read_hold_committed(struct fy_reader *in, struct hold_committed *value)
{
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_hold_released(struct fy_reader *in, struct hold_released *value)
{
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_boolean(in, &value->was_committed))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_hold_shipped(struct fy_reader *in, struct hold_shipped *value)
{
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_long(in, &value->shipped_units))
        return false;
    if (!fy_read_long(in, &value->left_units))
        return false;
    return true;
}

static bool read_hold_returned(struct fy_reader *in, struct hold_returned *value)
{
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_long(in, &value->returned_units))
        return false;
    if (!fy_read_long(in, &value->restocked_units))
        return false;
    return true;
}

static bool read_commit_short(struct fy_reader *in, struct commit_short *value)
{
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_hold_aged(struct fy_reader *in, struct hold_aged *value)
{
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    return true;
}

static bool read_hold_forgotten(struct fy_reader *in, struct hold_forgotten *value)
{
    if (!fy_read_string(in, &value->hold))
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

static bool read_stock_event_buffer_set(
    struct fy_reader *in, const struct safety_buffer **ret_value)
{
    struct safety_buffer *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_safety_buffer(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_low_stock_cleared(
    struct fy_reader *in, const struct low_stock_cleared **ret_value)
{
    struct low_stock_cleared *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_low_stock_cleared(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_stock_short(struct fy_reader *in, const struct stock_short **ret_value)
{
    struct stock_short *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_stock_short(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_hold_granted(
    struct fy_reader *in, const struct hold_granted **ret_value)
{
    struct hold_granted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_granted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_hold_refused(
    struct fy_reader *in, const struct hold_refused **ret_value)
{
    struct hold_refused *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_refused(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_hold_committed(
    struct fy_reader *in, const struct hold_committed **ret_value)
{
    struct hold_committed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_committed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_hold_released(
    struct fy_reader *in, const struct hold_released **ret_value)
{
    struct hold_released *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_released(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_hold_shipped(
    struct fy_reader *in, const struct hold_shipped **ret_value)
{
    struct hold_shipped *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_shipped(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_hold_returned(
    struct fy_reader *in, const struct hold_returned **ret_value)
{
    struct hold_returned *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_returned(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_commit_short(
    struct fy_reader *in, const struct commit_short **ret_value)
{
    struct commit_short *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_commit_short(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_hold_aged(struct fy_reader *in, const struct hold_aged **ret_value)
{
    struct hold_aged *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_aged(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_event_hold_forgotten(
    struct fy_reader *in, const struct hold_forgotten **ret_value)
{
    struct hold_forgotten *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_forgotten(in, value))
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
    if (!read_stock_event_buffer_set(in, &value->buffer_set))
        return false;
    if (!read_stock_event_low_stock_cleared(in, &value->low_stock_cleared))
        return false;
    if (!read_stock_event_stock_short(in, &value->stock_short))
        return false;
    if (!read_stock_event_hold_granted(in, &value->hold_granted))
        return false;
    if (!read_stock_event_hold_refused(in, &value->hold_refused))
        return false;
    if (!read_stock_event_hold_committed(in, &value->hold_committed))
        return false;
    if (!read_stock_event_hold_released(in, &value->hold_released))
        return false;
    if (!read_stock_event_hold_shipped(in, &value->hold_shipped))
        return false;
    if (!read_stock_event_hold_returned(in, &value->hold_returned))
        return false;
    if (!read_stock_event_commit_short(in, &value->commit_short))
        return false;
    if (!read_stock_event_hold_aged(in, &value->hold_aged))
        return false;
    if (!read_stock_event_hold_forgotten(in, &value->hold_forgotten))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_seen_price_minor = set;
    value->seen_price_minor = 0;
    if (set && !fy_read_long(in, &value->seen_price_minor))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_seen_price_n = set;
    value->seen_price_n = 0;
    if (set && !fy_read_long(in, &value->seen_price_n))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->seen_currency = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->seen_currency))
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
    set_count += value->buffer_set != NULL;
    set_count += value->low_stock_cleared != NULL;
    set_count += value->stock_short != NULL;
    set_count += value->hold_granted != NULL;
    set_count += value->hold_refused != NULL;
    set_count += value->hold_committed != NULL;
    set_count += value->hold_released != NULL;
    set_count += value->hold_shipped != NULL;
    set_count += value->hold_returned != NULL;
    set_count += value->commit_short != NULL;
    set_count += value->hold_aged != NULL;
    set_count += value->hold_forgotten != NULL;
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
    .missing = (const uint8_t[]){3, 4, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30},
    .missing_count = 25,
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
    .missing = (const uint8_t[]){4, 5},
    .missing_count = 2,
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
    .missing = (const uint8_t[]){3, 4, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30},
    .missing_count = 20,
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
    .missing = (const uint8_t[]){4, 5},
    .missing_count = 2,
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
    .missing = (const uint8_t[]){14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30},
    .missing_count = 17,
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
    .missing = (const uint8_t[]){5},
    .missing_count = 1,
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

static const struct fy_plan plan_25_stock_event;
static const struct fy_plan plan_25_envelope;
static const struct fy_plan plan_25_product_changed;
static const struct fy_plan plan_25_money;
static const struct fy_plan plan_25_stock_set;
static const struct fy_plan plan_25_supply_refused;
static const struct fy_plan plan_25_product_taken;
static const struct fy_plan plan_25_stock_added;
static const struct fy_plan plan_25_stock_corrected;
static const struct fy_plan plan_25_low_level_set;
static const struct fy_plan plan_25_low_stock_reached;
static const struct fy_plan plan_25_scan_taken_back;
static const struct fy_plan plan_25_image_added;
static const struct fy_plan plan_25_image;
static const struct fy_plan plan_25_image_removed;

static const struct fy_plan_field fields_of_plan_25_stock_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_25_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_25_product_changed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_25_stock_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_25_supply_refused},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_25_product_taken},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_25_stock_added},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_25_stock_corrected},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_25_low_level_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_25_low_stock_reached},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_25_scan_taken_back},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_25_image_added},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_25_image_removed},
};

static const struct fy_plan plan_25_stock_event = {
    .fields = fields_of_plan_25_stock_event,
    .field_count = 16,
    .missing = (const uint8_t[]){16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30},
    .missing_count = 15,
};

static const struct fy_plan_field fields_of_plan_25_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_25_envelope = {
    .fields = fields_of_plan_25_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_25_product_changed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_25_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_25_product_changed = {
    .fields = fields_of_plan_25_product_changed,
    .field_count = 5,
    .missing = (const uint8_t[]){5},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_25_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_25_money = {
    .fields = fields_of_plan_25_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_25_stock_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_25_stock_set = {
    .fields = fields_of_plan_25_stock_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_25_supply_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_25_supply_refused = {
    .fields = fields_of_plan_25_supply_refused,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_25_product_taken[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_25_product_taken = {
    .fields = fields_of_plan_25_product_taken,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_25_stock_added[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_25_stock_added = {
    .fields = fields_of_plan_25_stock_added,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_25_stock_corrected[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_25_stock_corrected = {
    .fields = fields_of_plan_25_stock_corrected,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_25_low_level_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_25_low_level_set = {
    .fields = fields_of_plan_25_low_level_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_25_low_stock_reached[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_25_low_stock_reached = {
    .fields = fields_of_plan_25_low_stock_reached,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_25_scan_taken_back[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_25_scan_taken_back = {
    .fields = fields_of_plan_25_scan_taken_back,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_25_image_added[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_25_image},
};

static const struct fy_plan plan_25_image_added = {
    .fields = fields_of_plan_25_image_added,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_25_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_25_image = {
    .fields = fields_of_plan_25_image,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_25_image_removed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_25_image_removed = {
    .fields = fields_of_plan_25_image_removed,
    .field_count = 1,
};

static const struct fy_plan plan_41_stock_event;
static const struct fy_plan plan_41_envelope;
static const struct fy_plan plan_41_product_changed;
static const struct fy_plan plan_41_money;
static const struct fy_plan plan_41_stock_set;
static const struct fy_plan plan_41_supply_refused;
static const struct fy_plan plan_41_product_taken;
static const struct fy_plan plan_41_stock_added;
static const struct fy_plan plan_41_stock_corrected;
static const struct fy_plan plan_41_low_level_set;
static const struct fy_plan plan_41_low_stock_reached;
static const struct fy_plan plan_41_scan_taken_back;
static const struct fy_plan plan_41_image_added;
static const struct fy_plan plan_41_image;
static const struct fy_plan plan_41_image_removed;
static const struct fy_plan plan_41_safety_buffer;
static const struct fy_plan plan_41_low_stock_cleared;
static const struct fy_plan plan_41_stock_short;
static const struct fy_plan plan_41_hold_granted;
static const struct fy_plan plan_41_hold_refused;
static const struct fy_plan plan_41_hold_committed;
static const struct fy_plan plan_41_hold_released;
static const struct fy_plan plan_41_hold_shipped;
static const struct fy_plan plan_41_hold_returned;
static const struct fy_plan plan_41_commit_short;
static const struct fy_plan plan_41_hold_aged;
static const struct fy_plan plan_41_hold_forgotten;

static const struct fy_plan_field fields_of_plan_41_stock_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_41_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_41_product_changed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_41_stock_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_41_supply_refused},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_41_product_taken},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_41_stock_added},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_41_stock_corrected},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_41_low_level_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_41_low_stock_reached},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_41_scan_taken_back},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_41_image_added},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_41_image_removed},
    {.kind = FY_FIELD_RECORD, .target = 16, .nullable = true, .record = &plan_41_safety_buffer},
    {.kind = FY_FIELD_RECORD, .target = 17, .nullable = true, .record = &plan_41_low_stock_cleared},
    {.kind = FY_FIELD_RECORD, .target = 18, .nullable = true, .record = &plan_41_stock_short},
    {.kind = FY_FIELD_RECORD, .target = 19, .nullable = true, .record = &plan_41_hold_granted},
    {.kind = FY_FIELD_RECORD, .target = 20, .nullable = true, .record = &plan_41_hold_refused},
    {.kind = FY_FIELD_RECORD, .target = 21, .nullable = true, .record = &plan_41_hold_committed},
    {.kind = FY_FIELD_RECORD, .target = 22, .nullable = true, .record = &plan_41_hold_released},
    {.kind = FY_FIELD_RECORD, .target = 23, .nullable = true, .record = &plan_41_hold_shipped},
    {.kind = FY_FIELD_RECORD, .target = 24, .nullable = true, .record = &plan_41_hold_returned},
    {.kind = FY_FIELD_RECORD, .target = 25, .nullable = true, .record = &plan_41_commit_short},
    {.kind = FY_FIELD_RECORD, .target = 26, .nullable = true, .record = &plan_41_hold_aged},
    {.kind = FY_FIELD_RECORD, .target = 27, .nullable = true, .record = &plan_41_hold_forgotten},
};

static const struct fy_plan plan_41_stock_event = {
    .fields = fields_of_plan_41_stock_event,
    .field_count = 28,
    .missing = (const uint8_t[]){28, 29, 30},
    .missing_count = 3,
};

static const struct fy_plan_field fields_of_plan_41_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_41_envelope = {
    .fields = fields_of_plan_41_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_41_product_changed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_41_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_41_product_changed = {
    .fields = fields_of_plan_41_product_changed,
    .field_count = 5,
    .missing = (const uint8_t[]){5},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_41_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_41_money = {
    .fields = fields_of_plan_41_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_41_stock_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_41_stock_set = {
    .fields = fields_of_plan_41_stock_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_41_supply_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_41_supply_refused = {
    .fields = fields_of_plan_41_supply_refused,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_41_product_taken[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_41_product_taken = {
    .fields = fields_of_plan_41_product_taken,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_41_stock_added[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_41_stock_added = {
    .fields = fields_of_plan_41_stock_added,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_41_stock_corrected[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_41_stock_corrected = {
    .fields = fields_of_plan_41_stock_corrected,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_41_low_level_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_41_low_level_set = {
    .fields = fields_of_plan_41_low_level_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_41_low_stock_reached[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_41_low_stock_reached = {
    .fields = fields_of_plan_41_low_stock_reached,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_41_scan_taken_back[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_41_scan_taken_back = {
    .fields = fields_of_plan_41_scan_taken_back,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_41_image_added[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_41_image},
};

static const struct fy_plan plan_41_image_added = {
    .fields = fields_of_plan_41_image_added,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_41_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_41_image = {
    .fields = fields_of_plan_41_image,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_41_image_removed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_41_image_removed = {
    .fields = fields_of_plan_41_image_removed,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_41_safety_buffer[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_41_safety_buffer = {
    .fields = fields_of_plan_41_safety_buffer,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_41_low_stock_cleared[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1, .nullable = true},
};

static const struct fy_plan plan_41_low_stock_cleared = {
    .fields = fields_of_plan_41_low_stock_cleared,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_41_stock_short[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_41_stock_short = {
    .fields = fields_of_plan_41_stock_short,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_41_hold_granted[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_41_money},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_41_hold_granted = {
    .fields = fields_of_plan_41_hold_granted,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_41_hold_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_41_hold_refused = {
    .fields = fields_of_plan_41_hold_refused,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_41_hold_committed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_41_hold_committed = {
    .fields = fields_of_plan_41_hold_committed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_41_hold_released[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_BOOLEAN, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
};

static const struct fy_plan plan_41_hold_released = {
    .fields = fields_of_plan_41_hold_released,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_41_hold_shipped[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_41_hold_shipped = {
    .fields = fields_of_plan_41_hold_shipped,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_41_hold_returned[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_41_hold_returned = {
    .fields = fields_of_plan_41_hold_returned,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_41_commit_short[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_41_commit_short = {
    .fields = fields_of_plan_41_commit_short,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_41_hold_aged[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_41_hold_aged = {
    .fields = fields_of_plan_41_hold_aged,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_41_hold_forgotten[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_41_hold_forgotten = {
    .fields = fields_of_plan_41_hold_forgotten,
    .field_count = 1,
};

static const struct fy_plan plan_57_stock_event;
static const struct fy_plan plan_57_envelope;
static const struct fy_plan plan_57_product_changed;
static const struct fy_plan plan_57_money;
static const struct fy_plan plan_57_stock_set;
static const struct fy_plan plan_57_supply_refused;
static const struct fy_plan plan_57_product_taken;
static const struct fy_plan plan_57_stock_added;
static const struct fy_plan plan_57_stock_corrected;
static const struct fy_plan plan_57_low_level_set;
static const struct fy_plan plan_57_low_stock_reached;
static const struct fy_plan plan_57_scan_taken_back;
static const struct fy_plan plan_57_image_added;
static const struct fy_plan plan_57_image;
static const struct fy_plan plan_57_image_removed;
static const struct fy_plan plan_57_safety_buffer;
static const struct fy_plan plan_57_low_stock_cleared;
static const struct fy_plan plan_57_stock_short;
static const struct fy_plan plan_57_hold_granted;
static const struct fy_plan plan_57_hold_refused;
static const struct fy_plan plan_57_hold_committed;
static const struct fy_plan plan_57_hold_released;
static const struct fy_plan plan_57_hold_shipped;
static const struct fy_plan plan_57_hold_returned;
static const struct fy_plan plan_57_commit_short;
static const struct fy_plan plan_57_hold_aged;
static const struct fy_plan plan_57_hold_forgotten;

static const struct fy_plan_field fields_of_plan_57_stock_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_57_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_57_product_changed},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_57_stock_set},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_57_supply_refused},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_57_product_taken},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_57_stock_added},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_57_stock_corrected},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_57_low_level_set},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_57_low_stock_reached},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_57_scan_taken_back},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_57_image_added},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_57_image_removed},
    {.kind = FY_FIELD_RECORD, .target = 16, .nullable = true, .record = &plan_57_safety_buffer},
    {.kind = FY_FIELD_RECORD, .target = 17, .nullable = true, .record = &plan_57_low_stock_cleared},
    {.kind = FY_FIELD_RECORD, .target = 18, .nullable = true, .record = &plan_57_stock_short},
    {.kind = FY_FIELD_RECORD, .target = 19, .nullable = true, .record = &plan_57_hold_granted},
    {.kind = FY_FIELD_RECORD, .target = 20, .nullable = true, .record = &plan_57_hold_refused},
    {.kind = FY_FIELD_RECORD, .target = 21, .nullable = true, .record = &plan_57_hold_committed},
    {.kind = FY_FIELD_RECORD, .target = 22, .nullable = true, .record = &plan_57_hold_released},
    {.kind = FY_FIELD_RECORD, .target = 23, .nullable = true, .record = &plan_57_hold_shipped},
    {.kind = FY_FIELD_RECORD, .target = 24, .nullable = true, .record = &plan_57_hold_returned},
    {.kind = FY_FIELD_RECORD, .target = 25, .nullable = true, .record = &plan_57_commit_short},
    {.kind = FY_FIELD_RECORD, .target = 26, .nullable = true, .record = &plan_57_hold_aged},
    {.kind = FY_FIELD_RECORD, .target = 27, .nullable = true, .record = &plan_57_hold_forgotten},
};

static const struct fy_plan plan_57_stock_event = {
    .fields = fields_of_plan_57_stock_event,
    .field_count = 28,
    .missing = (const uint8_t[]){28, 29, 30},
    .missing_count = 3,
};

static const struct fy_plan_field fields_of_plan_57_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_57_envelope = {
    .fields = fields_of_plan_57_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_57_product_changed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_57_money},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
};

static const struct fy_plan plan_57_product_changed = {
    .fields = fields_of_plan_57_product_changed,
    .field_count = 6,
};

static const struct fy_plan_field fields_of_plan_57_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_57_money = {
    .fields = fields_of_plan_57_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_57_stock_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_57_stock_set = {
    .fields = fields_of_plan_57_stock_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_57_supply_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_57_supply_refused = {
    .fields = fields_of_plan_57_supply_refused,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_57_product_taken[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_57_product_taken = {
    .fields = fields_of_plan_57_product_taken,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_57_stock_added[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_57_stock_added = {
    .fields = fields_of_plan_57_stock_added,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_57_stock_corrected[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_57_stock_corrected = {
    .fields = fields_of_plan_57_stock_corrected,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_57_low_level_set[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_57_low_level_set = {
    .fields = fields_of_plan_57_low_level_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_57_low_stock_reached[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_57_low_stock_reached = {
    .fields = fields_of_plan_57_low_stock_reached,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_57_scan_taken_back[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_57_scan_taken_back = {
    .fields = fields_of_plan_57_scan_taken_back,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_57_image_added[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_57_image},
};

static const struct fy_plan plan_57_image_added = {
    .fields = fields_of_plan_57_image_added,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_57_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_57_image = {
    .fields = fields_of_plan_57_image,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_57_image_removed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_57_image_removed = {
    .fields = fields_of_plan_57_image_removed,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_57_safety_buffer[] = {
    {.kind = FY_FIELD_LONG, .target = 0, .nullable = true},
};

static const struct fy_plan plan_57_safety_buffer = {
    .fields = fields_of_plan_57_safety_buffer,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_57_low_stock_cleared[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1, .nullable = true},
};

static const struct fy_plan plan_57_low_stock_cleared = {
    .fields = fields_of_plan_57_low_stock_cleared,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_57_stock_short[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_57_stock_short = {
    .fields = fields_of_plan_57_stock_short,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_57_hold_granted[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_57_money},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_57_hold_granted = {
    .fields = fields_of_plan_57_hold_granted,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_57_hold_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_57_hold_refused = {
    .fields = fields_of_plan_57_hold_refused,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_57_hold_committed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_57_hold_committed = {
    .fields = fields_of_plan_57_hold_committed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_57_hold_released[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_BOOLEAN, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
};

static const struct fy_plan plan_57_hold_released = {
    .fields = fields_of_plan_57_hold_released,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_57_hold_shipped[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_57_hold_shipped = {
    .fields = fields_of_plan_57_hold_shipped,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_57_hold_returned[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_57_hold_returned = {
    .fields = fields_of_plan_57_hold_returned,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_57_commit_short[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_57_commit_short = {
    .fields = fields_of_plan_57_commit_short,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_57_hold_aged[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_57_hold_aged = {
    .fields = fields_of_plan_57_hold_aged,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_57_hold_forgotten[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_57_hold_forgotten = {
    .fields = fields_of_plan_57_hold_forgotten,
    .field_count = 1,
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
        return fy_read_end(&in, fy_resolve(&in, &plan_25_stock_event, &fy_type_stock_event, ret_value));
    case 41:
        return fy_read_end(&in, fy_resolve(&in, &plan_41_stock_event, &fy_type_stock_event, ret_value));
    case 57:
        return fy_read_end(&in, fy_resolve(&in, &plan_57_stock_event, &fy_type_stock_event, ret_value));
    case 70:
        return fy_read_end(&in, fy_read_stock_event(&in, ret_value));
    case 86:
        return fy_read_end(&in, fy_read_stock_event(&in, ret_value));
    default:
        return fy_read_unknown(&in, "stock_event");
    }
}

static size_t room_product_changed(const struct product_changed *value)
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
    at = fy_write_branch(at, value->category.data != NULL);
    if (value->category.data != NULL)
        at = fy_write_string(at, value->category);
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

static size_t room_safety_buffer(const struct safety_buffer *value)
{
    size_t room = 11;

    (void)value;
    return room;
}

static uint8_t *write_safety_buffer(uint8_t *at, const struct safety_buffer *value)
{
    at = fy_write_branch(at, value->has_percent);
    if (value->has_percent)
        at = fy_write_long(at, value->percent);
    return at;
}

static size_t room_low_stock_cleared(const struct low_stock_cleared *value)
{
    size_t room = 21;

    (void)value;
    return room;
}

static uint8_t *write_low_stock_cleared(uint8_t *at, const struct low_stock_cleared *value)
{
    at = fy_write_long(at, value->available_units);
    at = fy_write_branch(at, value->has_threshold_units);
    if (value->has_threshold_units)
        at = fy_write_long(at, value->threshold_units);
    return at;
}

static size_t room_stock_short(const struct stock_short *value)
{
    size_t room = 30;

    (void)value;
    return room;
}

static uint8_t *write_stock_short(uint8_t *at, const struct stock_short *value)
{
    at = fy_write_long(at, value->on_hand_units);
    at = fy_write_long(at, value->held_units);
    at = fy_write_long(at, value->committed_units);
    return at;
}

static size_t room_hold_granted(const struct hold_granted *value)
{
    size_t room = 40;

    room += value->hold.size;
    room += value->order.size;
    room += fy_room_money(&value->price);
    return room;
}

static uint8_t *write_hold_granted(uint8_t *at, const struct hold_granted *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->order);
    at = fy_write_long(at, value->units);
    at = fy_write_money(at, &value->price);
    at = fy_write_long(at, value->available_units);
    return at;
}

static size_t room_hold_refused(const struct hold_refused *value)
{
    size_t room = 50;

    room += value->hold.size;
    room += value->order.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_hold_refused(uint8_t *at, const struct hold_refused *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->order);
    at = fy_write_long(at, value->units);
    at = fy_write_string(at, value->reason);
    at = fy_write_long(at, value->available_units);
    return at;
}

static size_t room_hold_committed(const struct hold_committed *value)
{
    size_t room = 20;

    room += value->hold.size;
    return room;
}

static uint8_t *write_hold_committed(uint8_t *at, const struct hold_committed *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_hold_released(const struct hold_released *value)
{
    size_t room = 41;

    room += value->hold.size;
    room += value->order.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_hold_released(uint8_t *at, const struct hold_released *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->order);
    at = fy_write_long(at, value->units);
    at = fy_write_boolean(at, value->was_committed);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_hold_shipped(const struct hold_shipped *value)
{
    size_t room = 40;

    room += value->hold.size;
    return room;
}

static uint8_t *write_hold_shipped(uint8_t *at, const struct hold_shipped *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_long(at, value->units);
    at = fy_write_long(at, value->shipped_units);
    at = fy_write_long(at, value->left_units);
    return at;
}

static size_t room_hold_returned(const struct hold_returned *value)
{
    size_t room = 40;

    room += value->hold.size;
    return room;
}

static uint8_t *write_hold_returned(uint8_t *at, const struct hold_returned *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_long(at, value->units);
    at = fy_write_long(at, value->returned_units);
    at = fy_write_long(at, value->restocked_units);
    return at;
}

static size_t room_commit_short(const struct commit_short *value)
{
    size_t room = 30;

    room += value->hold.size;
    room += value->order.size;
    return room;
}

static uint8_t *write_commit_short(uint8_t *at, const struct commit_short *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->order);
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_hold_aged(const struct hold_aged *value)
{
    size_t room = 20;

    room += value->hold.size;
    room += value->order.size;
    return room;
}

static uint8_t *write_hold_aged(uint8_t *at, const struct hold_aged *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->order);
    return at;
}

static size_t room_hold_forgotten(const struct hold_forgotten *value)
{
    size_t room = 10;

    room += value->hold.size;
    return room;
}

static uint8_t *write_hold_forgotten(uint8_t *at, const struct hold_forgotten *value)
{
    at = fy_write_string(at, value->hold);
    return at;
}

size_t fy_room_stock_event(const struct stock_event *value)
{
    size_t room = 98;

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
    if (value->buffer_set != NULL)
        room += room_safety_buffer(value->buffer_set);
    if (value->low_stock_cleared != NULL)
        room += room_low_stock_cleared(value->low_stock_cleared);
    if (value->stock_short != NULL)
        room += room_stock_short(value->stock_short);
    if (value->hold_granted != NULL)
        room += room_hold_granted(value->hold_granted);
    if (value->hold_refused != NULL)
        room += room_hold_refused(value->hold_refused);
    if (value->hold_committed != NULL)
        room += room_hold_committed(value->hold_committed);
    if (value->hold_released != NULL)
        room += room_hold_released(value->hold_released);
    if (value->hold_shipped != NULL)
        room += room_hold_shipped(value->hold_shipped);
    if (value->hold_returned != NULL)
        room += room_hold_returned(value->hold_returned);
    if (value->commit_short != NULL)
        room += room_commit_short(value->commit_short);
    if (value->hold_aged != NULL)
        room += room_hold_aged(value->hold_aged);
    if (value->hold_forgotten != NULL)
        room += room_hold_forgotten(value->hold_forgotten);
    room += value->seen_currency.size;
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
    at = fy_write_branch(at, value->buffer_set != NULL);
    if (value->buffer_set != NULL)
        at = write_safety_buffer(at, value->buffer_set);
    at = fy_write_branch(at, value->low_stock_cleared != NULL);
    if (value->low_stock_cleared != NULL)
        at = write_low_stock_cleared(at, value->low_stock_cleared);
    at = fy_write_branch(at, value->stock_short != NULL);
    if (value->stock_short != NULL)
        at = write_stock_short(at, value->stock_short);
    at = fy_write_branch(at, value->hold_granted != NULL);
    if (value->hold_granted != NULL)
        at = write_hold_granted(at, value->hold_granted);
    at = fy_write_branch(at, value->hold_refused != NULL);
    if (value->hold_refused != NULL)
        at = write_hold_refused(at, value->hold_refused);
    at = fy_write_branch(at, value->hold_committed != NULL);
    if (value->hold_committed != NULL)
        at = write_hold_committed(at, value->hold_committed);
    at = fy_write_branch(at, value->hold_released != NULL);
    if (value->hold_released != NULL)
        at = write_hold_released(at, value->hold_released);
    at = fy_write_branch(at, value->hold_shipped != NULL);
    if (value->hold_shipped != NULL)
        at = write_hold_shipped(at, value->hold_shipped);
    at = fy_write_branch(at, value->hold_returned != NULL);
    if (value->hold_returned != NULL)
        at = write_hold_returned(at, value->hold_returned);
    at = fy_write_branch(at, value->commit_short != NULL);
    if (value->commit_short != NULL)
        at = write_commit_short(at, value->commit_short);
    at = fy_write_branch(at, value->hold_aged != NULL);
    if (value->hold_aged != NULL)
        at = write_hold_aged(at, value->hold_aged);
    at = fy_write_branch(at, value->hold_forgotten != NULL);
    if (value->hold_forgotten != NULL)
        at = write_hold_forgotten(at, value->hold_forgotten);
    at = fy_write_branch(at, value->has_seen_price_minor);
    if (value->has_seen_price_minor)
        at = fy_write_long(at, value->seen_price_minor);
    at = fy_write_branch(at, value->has_seen_price_n);
    if (value->has_seen_price_n)
        at = fy_write_long(at, value->seen_price_n);
    at = fy_write_branch(at, value->seen_currency.data != NULL);
    if (value->seen_currency.data != NULL)
        at = fy_write_string(at, value->seen_currency);
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
    set_count += value->buffer_set != NULL;
    set_count += value->low_stock_cleared != NULL;
    set_count += value->stock_short != NULL;
    set_count += value->hold_granted != NULL;
    set_count += value->hold_refused != NULL;
    set_count += value->hold_committed != NULL;
    set_count += value->hold_released != NULL;
    set_count += value->hold_shipped != NULL;
    set_count += value->hold_returned != NULL;
    set_count += value->commit_short != NULL;
    set_count += value->hold_aged != NULL;
    set_count += value->hold_forgotten != NULL;
    if (set_count != 1)
        return fy_write_one_of("stock_event", set_count, err);
    room = fy_room_stock_event(value);
    begin = fy_write_begin(arena, 86, room, err);
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
    {
        .name = "category",
        .name_bytes = 8,
        .offset = offsetof(struct product_changed, category),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_product_changed = {
    .name = "ProductChanged",
    .fields = fields_of_product_changed,
    .field_count = 6,
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

static const struct fy_field fields_of_safety_buffer[] = {
    {
        .name = "percent",
        .name_bytes = 7,
        .offset = offsetof(struct safety_buffer, percent),
        .has_offset = offsetof(struct safety_buffer, has_percent),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_safety_buffer = {
    .name = "SafetyBuffer",
    .fields = fields_of_safety_buffer,
    .field_count = 1,
    .size = sizeof(struct safety_buffer),
};

static const struct fy_field fields_of_low_stock_cleared[] = {
    {
        .name = "available_units",
        .name_bytes = 15,
        .offset = offsetof(struct low_stock_cleared, available_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "threshold_units",
        .name_bytes = 15,
        .offset = offsetof(struct low_stock_cleared, threshold_units),
        .has_offset = offsetof(struct low_stock_cleared, has_threshold_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_low_stock_cleared = {
    .name = "LowStockCleared",
    .fields = fields_of_low_stock_cleared,
    .field_count = 2,
    .size = sizeof(struct low_stock_cleared),
};

static const struct fy_field fields_of_stock_short[] = {
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct stock_short, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "held_units",
        .name_bytes = 10,
        .offset = offsetof(struct stock_short, held_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "committed_units",
        .name_bytes = 15,
        .offset = offsetof(struct stock_short, committed_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_stock_short = {
    .name = "StockShort",
    .fields = fields_of_stock_short,
    .field_count = 3,
    .size = sizeof(struct stock_short),
};

static const struct fy_field fields_of_hold_granted[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_granted, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct hold_granted, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct hold_granted, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct hold_granted, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "available_units",
        .name_bytes = 15,
        .offset = offsetof(struct hold_granted, available_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_hold_granted = {
    .name = "HoldGranted",
    .fields = fields_of_hold_granted,
    .field_count = 5,
    .size = sizeof(struct hold_granted),
};

static const struct fy_field fields_of_hold_refused[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_refused, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct hold_refused, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct hold_refused, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct hold_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "available_units",
        .name_bytes = 15,
        .offset = offsetof(struct hold_refused, available_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_hold_refused = {
    .name = "HoldRefused",
    .fields = fields_of_hold_refused,
    .field_count = 5,
    .size = sizeof(struct hold_refused),
};

static const struct fy_field fields_of_hold_committed[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_committed, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct hold_committed, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_hold_committed = {
    .name = "HoldCommitted",
    .fields = fields_of_hold_committed,
    .field_count = 2,
    .size = sizeof(struct hold_committed),
};

static const struct fy_field fields_of_hold_released[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_released, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct hold_released, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct hold_released, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "was_committed",
        .name_bytes = 13,
        .offset = offsetof(struct hold_released, was_committed),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct hold_released, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_hold_released = {
    .name = "HoldReleased",
    .fields = fields_of_hold_released,
    .field_count = 5,
    .size = sizeof(struct hold_released),
};

static const struct fy_field fields_of_hold_shipped[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_shipped, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct hold_shipped, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "shipped_units",
        .name_bytes = 13,
        .offset = offsetof(struct hold_shipped, shipped_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "left_units",
        .name_bytes = 10,
        .offset = offsetof(struct hold_shipped, left_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_hold_shipped = {
    .name = "HoldShipped",
    .fields = fields_of_hold_shipped,
    .field_count = 4,
    .size = sizeof(struct hold_shipped),
};

static const struct fy_field fields_of_hold_returned[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_returned, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct hold_returned, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "returned_units",
        .name_bytes = 14,
        .offset = offsetof(struct hold_returned, returned_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "restocked_units",
        .name_bytes = 15,
        .offset = offsetof(struct hold_returned, restocked_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_hold_returned = {
    .name = "HoldReturned",
    .fields = fields_of_hold_returned,
    .field_count = 4,
    .size = sizeof(struct hold_returned),
};

static const struct fy_field fields_of_commit_short[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct commit_short, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct commit_short, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct commit_short, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_commit_short = {
    .name = "CommitShort",
    .fields = fields_of_commit_short,
    .field_count = 3,
    .size = sizeof(struct commit_short),
};

static const struct fy_field fields_of_hold_aged[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_aged, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct hold_aged, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_hold_aged = {
    .name = "HoldAged",
    .fields = fields_of_hold_aged,
    .field_count = 2,
    .size = sizeof(struct hold_aged),
};

static const struct fy_field fields_of_hold_forgotten[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_forgotten, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_hold_forgotten = {
    .name = "HoldForgotten",
    .fields = fields_of_hold_forgotten,
    .field_count = 1,
    .size = sizeof(struct hold_forgotten),
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
    {
        .name = "buffer_set",
        .name_bytes = 10,
        .offset = offsetof(struct stock_event, buffer_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_safety_buffer,
    },
    {
        .name = "low_stock_cleared",
        .name_bytes = 17,
        .offset = offsetof(struct stock_event, low_stock_cleared),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_low_stock_cleared,
    },
    {
        .name = "stock_short",
        .name_bytes = 11,
        .offset = offsetof(struct stock_event, stock_short),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_stock_short,
    },
    {
        .name = "hold_granted",
        .name_bytes = 12,
        .offset = offsetof(struct stock_event, hold_granted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_granted,
    },
    {
        .name = "hold_refused",
        .name_bytes = 12,
        .offset = offsetof(struct stock_event, hold_refused),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_refused,
    },
    {
        .name = "hold_committed",
        .name_bytes = 14,
        .offset = offsetof(struct stock_event, hold_committed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_committed,
    },
    {
        .name = "hold_released",
        .name_bytes = 13,
        .offset = offsetof(struct stock_event, hold_released),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_released,
    },
    {
        .name = "hold_shipped",
        .name_bytes = 12,
        .offset = offsetof(struct stock_event, hold_shipped),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_shipped,
    },
    {
        .name = "hold_returned",
        .name_bytes = 13,
        .offset = offsetof(struct stock_event, hold_returned),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_returned,
    },
    {
        .name = "commit_short",
        .name_bytes = 12,
        .offset = offsetof(struct stock_event, commit_short),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_commit_short,
    },
    {
        .name = "hold_aged",
        .name_bytes = 9,
        .offset = offsetof(struct stock_event, hold_aged),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_aged,
    },
    {
        .name = "hold_forgotten",
        .name_bytes = 14,
        .offset = offsetof(struct stock_event, hold_forgotten),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_forgotten,
    },
    {
        .name = "seen_price_minor",
        .name_bytes = 16,
        .offset = offsetof(struct stock_event, seen_price_minor),
        .has_offset = offsetof(struct stock_event, has_seen_price_minor),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "seen_price_n",
        .name_bytes = 12,
        .offset = offsetof(struct stock_event, seen_price_n),
        .has_offset = offsetof(struct stock_event, has_seen_price_n),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "seen_currency",
        .name_bytes = 13,
        .offset = offsetof(struct stock_event, seen_currency),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_stock_event = {
    .name = "StockEvent",
    .fields = fields_of_stock_event,
    .field_count = 31,
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

const struct fy_schema stock_event_schema_25 = {
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

static const char text_41[] =
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
    "other_supplier (only others offer it), other_currency, too_many_suppliers, withdrawn, below_z"
    "ero, too_many, too_many_images, unknown_image, or of an undone scan unknown_scan or nothing_t"
    "o_undo.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":null,\"doc\":\"The product is on o"
    "ffer no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProductTaken\",\"doc\":\"T"
    "he product is on offer no more; its items are kept count of all the same.\",\"fields\":[{\"na"
    "me\":\"reason\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Why, in the supplie"
    "r's words.\"}]}]},{\"name\":\"stock_received\",\"default\":null,\"doc\":\"Items arrived.\",\""
    "type\":[\"null\",{\"type\":\"record\",\"name\":\"StockAdded\",\"doc\":\"Items arrived.\",\"fi"
    "elds\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that arrived.\"},{\"name"
    "\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand with them.\"}]}]},{\"nam"
    "e\":\"stock_adjusted\",\"default\":null,\"doc\":\"The count on hand was put right.\",\"type\""
    ":[\"null\",{\"type\":\"record\",\"name\":\"StockCorrected\",\"doc\":\"The count on hand was p"
    "ut right.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items added; be"
    "low 0 taken away.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on h"
    "and from now on, >= 0.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Why, in the supp"
    "lier's words.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which level "
    "on stock is low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowLevelSet\",\"doc\":"
    "\"From which level on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\",\"lo"
    "ng\"],\"default\":null,\"doc\":\"Stock is low when so many items or fewer can be bought; null"
    ": never.\"}]}]},{\"name\":\"low_stock_reached\",\"default\":null,\"doc\":\"Stock was not low,"
    " and is low now.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowStockReached\",\"doc"
    "\":\"Stock was not low, and is low now; told once, until it has not been low again.\",\"field"
    "s\":[{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items that can be bought"
    " now.\"},{\"name\":\"threshold_units\",\"type\":\"long\",\"doc\":\"The level that was reached"
    ".\"}]}]},{\"name\":\"scan_undone\",\"default\":null,\"doc\":\"A scan was none: its items were"
    " taken away again.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ScanTakenBack\",\"doc"
    "\":\"A scan was none: its items were taken away again.\",\"fields\":[{\"name\":\"undone_n\","
    "\"type\":\"long\",\"doc\":\"Which scan, by its number in the session.\"},{\"name\":\"units\","
    "\"type\":\"long\",\"doc\":\"Whole items that were taken away.\"},{\"name\":\"on_hand_units\","
    "\"type\":\"long\",\"doc\":\"Whole items on hand without them.\"}]}]},{\"name\":\"image_added"
    "\",\"default\":null,\"doc\":\"A picture is shown with the product.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"ImageAdded\",\"doc\":\"A picture is shown with the product, behind"
    " the others.\",\"fields\":[{\"name\":\"image\",\"type\":{\"type\":\"record\",\"name\":\"Image"
    "\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content: /images/<first two digits>/<hash"
    ">.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"BLAKE2b-"
    "256 of the bytes that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\"type\":\"string"
    "\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"type\":\"int\",\"d"
    "oc\":\"Pixels, as stored: before a photograph is turned.\"},{\"name\":\"height\",\"type\":\"i"
    "nt\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of the file that is"
    " kept.\"}]},\"doc\":\"The picture.\"}]}]},{\"name\":\"image_removed\",\"default\":null,\"doc"
    "\":\"A picture is shown no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageRe"
    "moved\",\"doc\":\"A picture is shown no more.\",\"fields\":[{\"name\":\"hash\",\"type\":\"str"
    "ing\",\"doc\":\"Which.\"}]}]},{\"name\":\"buffer_set\",\"default\":null,\"doc\":\"How much of"
    " an old count is not sold.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SafetyBuffer"
    "\",\"doc\":\"How much of an old count is not sold.\",\"fields\":[{\"name\":\"percent\",\"type"
    "\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Of what is likely to have been sold elsewhe"
    "re since the last count: age of the count x sales rate; null: all is sold.\"}]}]},{\"name\":"
    "\"low_stock_cleared\",\"default\":null,\"doc\":\"Stock was low, and is not low any more.\",\""
    "type\":[\"null\",{\"type\":\"record\",\"name\":\"LowStockCleared\",\"doc\":\"Stock was low, a"
    "nd is a tenth (and at least one item) above its level again.\",\"fields\":[{\"name\":\"availa"
    "ble_units\",\"type\":\"long\",\"doc\":\"Whole items that are promised to nobody.\"},{\"name\""
    ":\"threshold_units\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"The level; null:"
    " there is none any more.\"}]}]},{\"name\":\"stock_short\",\"default\":null,\"doc\":\"Fewer it"
    "ems are there than are promised.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockSh"
    "ort\",\"doc\":\"Fewer items are there than are promised: the newest holds are released until "
    "it fits.\",\"fields\":[{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on"
    " hand.\"},{\"name\":\"held_units\",\"type\":\"long\",\"doc\":\"Whole items promised to orders"
    " that are not paid.\"},{\"name\":\"committed_units\",\"type\":\"long\",\"doc\":\"Whole items "
    "sold and not shipped.\"}]}]},{\"name\":\"hold_granted\",\"default\":null,\"doc\":\"Items are "
    "promised to an order.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldGranted\",\"do"
    "c\":\"Items of the event's supplier are promised to an order.\",\"fields\":[{\"name\":\"hold"
    "\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"string\",\"doc"
    "\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items.\"},{\"name\":\"pr"
    "ice\",\"type\":\"fy.Money\",\"doc\":\"Price of one item.\"},{\"name\":\"available_units\",\"t"
    "ype\":\"long\",\"doc\":\"Whole items of that supplier that can be bought after it.\"}]}]},{\""
    "name\":\"hold_refused\",\"default\":null,\"doc\":\"No items are promised, and why.\",\"type\""
    ":[\"null\",{\"type\":\"record\",\"name\":\"HoldRefused\",\"doc\":\"No items are promised, and"
    " why. The event's supplier is empty.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"d"
    "oc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":"
    "\"units\",\"type\":\"long\",\"doc\":\"Whole items that were asked for.\"},{\"name\":\"reason"
    "\",\"type\":\"string\",\"doc\":\"unknown_sku, withdrawn, other_currency, sold_out or too_many"
    "_holds.\"},{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items that one sup"
    "plier could have given.\"}]}]},{\"name\":\"hold_committed\",\"default\":null,\"doc\":\"Items "
    "that were held are sold.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldCommitted\""
    ",\"doc\":\"Items that were held are sold.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string"
    "\",\"doc\":\"Which hold.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items.\"}]}"
    "]},{\"name\":\"hold_released\",\"default\":null,\"doc\":\"Items are promised to that order no"
    " more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldReleased\",\"doc\":\"Items ar"
    "e promised to that order no more. The event's supplier is empty for a hold that was never ask"
    "ed for.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name"
    "\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\""
    "doc\":\"Whole items that are free again; 0 of a hold that was never asked for.\"},{\"name\":"
    "\"was_committed\",\"type\":\"boolean\",\"doc\":\"They were sold already.\"},{\"name\":\"reaso"
    "n\",\"type\":\"string\",\"doc\":\"cancelled, expired or rejected, as was asked; lost: the sup"
    "plier has fewer than were promised.\"}]}]},{\"name\":\"hold_shipped\",\"default\":null,\"doc"
    "\":\"Items that were sold have left.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Hol"
    "dShipped\",\"doc\":\"Items that were sold have left.\",\"fields\":[{\"name\":\"hold\",\"type"
    "\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole "
    "items that left now.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"doc\":\"Whole items o"
    "f the hold that have left.\"},{\"name\":\"left_units\",\"type\":\"long\",\"doc\":\"Whole item"
    "s of the hold that have not left.\"}]}]},{\"name\":\"hold_returned\",\"default\":null,\"doc\""
    ":\"Items came back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldReturned\",\"doc"
    "\":\"Items came back.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which ho"
    "ld.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that can be sold again fro"
    "m now on.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"doc\":\"Whole items of the hold"
    " that came back.\"},{\"name\":\"restocked_units\",\"type\":\"long\",\"doc\":\"Of them, those "
    "that were put back on the shelf.\"}]}]},{\"name\":\"commit_short\",\"default\":null,\"doc\":"
    "\"Items were sold that are not there.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Co"
    "mmitShort\",\"doc\":\"Items were sold that are not there; told once of a hold.\",\"fields\":["
    "{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":"
    "\"string\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items of"
    " it that are not there.\"}]}]},{\"name\":\"hold_aged\",\"default\":null,\"doc\":\"Items have "
    "been held for a day.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldAged\",\"doc\":"
    "\"Items have been held for 24 hours, and neither sold nor released; told once.\",\"fields\":["
    "{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":"
    "\"string\",\"doc\":\"Whose.\"}]}]},{\"name\":\"hold_forgotten\",\"default\":null,\"doc\":\"Wh"
    "at ended long ago is remembered no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"HoldForgotten\",\"doc\":\"What ended long ago is remembered no more: 8 days after a release"
    " or refusal, 90 after all was shipped.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\","
    "\"doc\":\"Which hold.\"}]}]}]}";

const struct fy_schema stock_event_schema_41 = {
    .id = 41,
    .version = 5,
    .fingerprint = UINT64_C(0x54ed259b8bfdf367),
    .subject = "stock-value",
    .text = text_41,
    .name = "stock_event",
    .type = &fy_type_stock_event,
    .size = sizeof(struct stock_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_57[] =
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
    "string\"},\"default\":[],\"doc\":\"Barcodes of one item, GTINs of 14 digits.\"},{\"name\":\"c"
    "ategory\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Where it stands in the sh"
    "op: home/kitchen/mugs.\"}]}]},{\"name\":\"stock_set\",\"default\":null,\"doc\":\"The count on"
    " hand changed.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockSet\",\"doc\":\"The "
    "count on hand changed.\",\"fields\":[{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\""
    "Whole items on hand, >= 0.\"}]}]},{\"name\":\"supply_refused\",\"default\":null,\"doc\":\"The"
    " fact changes nothing, and why.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SupplyRe"
    "fused\",\"doc\":\"The fact changes nothing, and why.\",\"fields\":[{\"name\":\"reason\",\"typ"
    "e\":\"string\",\"doc\":\"unknown_sku, other_supplier (only others offer it), other_currency, "
    "too_many_suppliers, withdrawn, below_zero, too_many, too_many_images, unknown_image, or of an"
    " undone scan unknown_scan or nothing_to_undo.\"}]}]},{\"name\":\"product_withdrawn\",\"defaul"
    "t\":null,\"doc\":\"The product is on offer no more.\",\"type\":[\"null\",{\"type\":\"record\""
    ",\"name\":\"ProductTaken\",\"doc\":\"The product is on offer no more; its items are kept coun"
    "t of all the same.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"defaul"
    "t\":null,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"stock_received\",\"defaul"
    "t\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockA"
    "dded\",\"doc\":\"Items arrived.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":"
    "\"Whole items that arrived.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole "
    "items on hand with them.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":null,\"doc\":\"The c"
    "ount on hand was put right.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockCorrect"
    "ed\",\"doc\":\"The count on hand was put right.\",\"fields\":[{\"name\":\"units\",\"type\":\""
    "long\",\"doc\":\"Whole items added; below 0 taken away.\"},{\"name\":\"on_hand_units\",\"type"
    "\":\"long\",\"doc\":\"Whole items on hand from now on, >= 0.\"},{\"name\":\"reason\",\"type\""
    ":\"string\",\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"threshold_set\",\"defa"
    "ult\":null,\"doc\":\"From which level on stock is low.\",\"type\":[\"null\",{\"type\":\"recor"
    "d\",\"name\":\"LowLevelSet\",\"doc\":\"From which level on stock is low.\",\"fields\":[{\"nam"
    "e\":\"units\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Stock is low when so ma"
    "ny items or fewer can be bought; null: never.\"}]}]},{\"name\":\"low_stock_reached\",\"defaul"
    "t\":null,\"doc\":\"Stock was not low, and is low now.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"LowStockReached\",\"doc\":\"Stock was not low, and is low now; told once, until"
    " it has not been low again.\",\"fields\":[{\"name\":\"available_units\",\"type\":\"long\",\"d"
    "oc\":\"Whole items that can be bought now.\"},{\"name\":\"threshold_units\",\"type\":\"long\""
    ",\"doc\":\"The level that was reached.\"}]}]},{\"name\":\"scan_undone\",\"default\":null,\"do"
    "c\":\"A scan was none: its items were taken away again.\",\"type\":[\"null\",{\"type\":\"reco"
    "rd\",\"name\":\"ScanTakenBack\",\"doc\":\"A scan was none: its items were taken away again.\""
    ",\"fields\":[{\"name\":\"undone_n\",\"type\":\"long\",\"doc\":\"Which scan, by its number in "
    "the session.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that were taken a"
    "way.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand without t"
    "hem.\"}]}]},{\"name\":\"image_added\",\"default\":null,\"doc\":\"A picture is shown with the "
    "product.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageAdded\",\"doc\":\"A pictur"
    "e is shown with the product, behind the others.\",\"fields\":[{\"name\":\"image\",\"type\":{"
    "\"type\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its conte"
    "nt: /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\""
    "type\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name"
    "\":\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"na"
    "me\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\""
    "},{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"l"
    "ong\",\"doc\":\"Of the file that is kept.\"}]},\"doc\":\"The picture.\"}]}]},{\"name\":\"imag"
    "e_removed\",\"default\":null,\"doc\":\"A picture is shown no more.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"ImageRemoved\",\"doc\":\"A picture is shown no more.\",\"fields\":"
    "[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"Which.\"}]}]},{\"name\":\"buffer_set\",\"de"
    "fault\":null,\"doc\":\"How much of an old count is not sold.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"SafetyBuffer\",\"doc\":\"How much of an old count is not sold.\",\"fiel"
    "ds\":[{\"name\":\"percent\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Of what i"
    "s likely to have been sold elsewhere since the last count: age of the count x sales rate; nul"
    "l: all is sold.\"}]}]},{\"name\":\"low_stock_cleared\",\"default\":null,\"doc\":\"Stock was l"
    "ow, and is not low any more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowStockCle"
    "ared\",\"doc\":\"Stock was low, and is a tenth (and at least one item) above its level again."
    "\",\"fields\":[{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items that are"
    " promised to nobody.\"},{\"name\":\"threshold_units\",\"type\":[\"null\",\"long\"],\"default"
    "\":null,\"doc\":\"The level; null: there is none any more.\"}]}]},{\"name\":\"stock_short\","
    "\"default\":null,\"doc\":\"Fewer items are there than are promised.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"StockShort\",\"doc\":\"Fewer items are there than are promised: t"
    "he newest holds are released until it fits.\",\"fields\":[{\"name\":\"on_hand_units\",\"type"
    "\":\"long\",\"doc\":\"Whole items on hand.\"},{\"name\":\"held_units\",\"type\":\"long\",\"do"
    "c\":\"Whole items promised to orders that are not paid.\"},{\"name\":\"committed_units\",\"ty"
    "pe\":\"long\",\"doc\":\"Whole items sold and not shipped.\"}]}]},{\"name\":\"hold_granted\","
    "\"default\":null,\"doc\":\"Items are promised to an order.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"HoldGranted\",\"doc\":\"Items of the event's supplier are promised to an o"
    "rder.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\""
    ":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\"do"
    "c\":\"Whole items.\"},{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item."
    "\"},{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items of that supplier th"
    "at can be bought after it.\"}]}]},{\"name\":\"hold_refused\",\"default\":null,\"doc\":\"No it"
    "ems are promised, and why.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldRefused\""
    ",\"doc\":\"No items are promised, and why. The event's supplier is empty.\",\"fields\":[{\"na"
    "me\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"str"
    "ing\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that we"
    "re asked for.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_sku, withdrawn, o"
    "ther_currency, sold_out or too_many_holds.\"},{\"name\":\"available_units\",\"type\":\"long\""
    ",\"doc\":\"Whole items that one supplier could have given.\"}]}]},{\"name\":\"hold_committed"
    "\",\"default\":null,\"doc\":\"Items that were held are sold.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"HoldCommitted\",\"doc\":\"Items that were held are sold.\",\"fields\":["
    "{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"units\",\"type\":"
    "\"long\",\"doc\":\"Whole items.\"}]}]},{\"name\":\"hold_released\",\"default\":null,\"doc\":"
    "\"Items are promised to that order no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name"
    "\":\"HoldReleased\",\"doc\":\"Items are promised to that order no more. The event's supplier "
    "is empty for a hold that was never asked for.\",\"fields\":[{\"name\":\"hold\",\"type\":\"str"
    "ing\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{"
    "\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that are free again; 0 of a hold t"
    "hat was never asked for.\"},{\"name\":\"was_committed\",\"type\":\"boolean\",\"doc\":\"They w"
    "ere sold already.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"cancelled, expired or"
    " rejected, as was asked; lost: the supplier has fewer than were promised.\"}]}]},{\"name\":\""
    "hold_shipped\",\"default\":null,\"doc\":\"Items that were sold have left.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"HoldShipped\",\"doc\":\"Items that were sold have left.\","
    "\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"units"
    "\",\"type\":\"long\",\"doc\":\"Whole items that left now.\"},{\"name\":\"shipped_units\",\"ty"
    "pe\":\"long\",\"doc\":\"Whole items of the hold that have left.\"},{\"name\":\"left_units\","
    "\"type\":\"long\",\"doc\":\"Whole items of the hold that have not left.\"}]}]},{\"name\":\"ho"
    "ld_returned\",\"default\":null,\"doc\":\"Items came back.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"HoldReturned\",\"doc\":\"Items came back.\",\"fields\":[{\"name\":\"hold\","
    "\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\""
    "Whole items that can be sold again from now on.\"},{\"name\":\"returned_units\",\"type\":\"lo"
    "ng\",\"doc\":\"Whole items of the hold that came back.\"},{\"name\":\"restocked_units\",\"typ"
    "e\":\"long\",\"doc\":\"Of them, those that were put back on the shelf.\"}]}]},{\"name\":\"com"
    "mit_short\",\"default\":null,\"doc\":\"Items were sold that are not there.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"CommitShort\",\"doc\":\"Items were sold that are not there"
    "; told once of a hold.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which h"
    "old.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"typ"
    "e\":\"long\",\"doc\":\"Whole items of it that are not there.\"}]}]},{\"name\":\"hold_aged\","
    "\"default\":null,\"doc\":\"Items have been held for a day.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"HoldAged\",\"doc\":\"Items have been held for 24 hours, and neither sold n"
    "or released; told once.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which "
    "hold.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"}]}]},{\"name\":\"hold_for"
    "gotten\",\"default\":null,\"doc\":\"What ended long ago is remembered no more.\",\"type\":[\""
    "null\",{\"type\":\"record\",\"name\":\"HoldForgotten\",\"doc\":\"What ended long ago is remem"
    "bered no more: 8 days after a release or refusal, 90 after all was shipped.\",\"fields\":[{\""
    "name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"}]}]}]}";

const struct fy_schema stock_event_schema_57 = {
    .id = 57,
    .version = 6,
    .fingerprint = UINT64_C(0xcfc276c2be817bb6),
    .subject = "stock-value",
    .text = text_57,
    .name = "stock_event",
    .type = &fy_type_stock_event,
    .size = sizeof(struct stock_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_70[] =
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
    "string\"},\"default\":[],\"doc\":\"Barcodes of one item, GTINs of 14 digits.\"},{\"name\":\"c"
    "ategory\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Where it stands in the sh"
    "op: home/kitchen/mugs.\"}]}]},{\"name\":\"stock_set\",\"default\":null,\"doc\":\"The count on"
    " hand changed.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockSet\",\"doc\":\"The "
    "count on hand changed.\",\"fields\":[{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\""
    "Whole items on hand, >= 0.\"}]}]},{\"name\":\"supply_refused\",\"default\":null,\"doc\":\"The"
    " fact changes nothing, and why.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SupplyRe"
    "fused\",\"doc\":\"The fact changes nothing, and why.\",\"fields\":[{\"name\":\"reason\",\"typ"
    "e\":\"string\",\"doc\":\"unknown_sku, other_supplier (only others offer it), other_currency, "
    "too_many_suppliers, withdrawn, below_zero, too_many, too_many_images, unknown_image, or of an"
    " undone scan unknown_scan or nothing_to_undo.\"}]}]},{\"name\":\"product_withdrawn\",\"defaul"
    "t\":null,\"doc\":\"The product is on offer no more.\",\"type\":[\"null\",{\"type\":\"record\""
    ",\"name\":\"ProductTaken\",\"doc\":\"The product is on offer no more; its items are kept coun"
    "t of all the same.\",\"fields\":[{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"defaul"
    "t\":null,\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"stock_received\",\"defaul"
    "t\":null,\"doc\":\"Items arrived.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockA"
    "dded\",\"doc\":\"Items arrived.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":"
    "\"Whole items that arrived.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole "
    "items on hand with them.\"}]}]},{\"name\":\"stock_adjusted\",\"default\":null,\"doc\":\"The c"
    "ount on hand was put right.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockCorrect"
    "ed\",\"doc\":\"The count on hand was put right.\",\"fields\":[{\"name\":\"units\",\"type\":\""
    "long\",\"doc\":\"Whole items added; below 0 taken away.\"},{\"name\":\"on_hand_units\",\"type"
    "\":\"long\",\"doc\":\"Whole items on hand from now on, >= 0.\"},{\"name\":\"reason\",\"type\""
    ":\"string\",\"doc\":\"Why, in the supplier's words.\"}]}]},{\"name\":\"threshold_set\",\"defa"
    "ult\":null,\"doc\":\"From which level on stock is low.\",\"type\":[\"null\",{\"type\":\"recor"
    "d\",\"name\":\"LowLevelSet\",\"doc\":\"From which level on stock is low.\",\"fields\":[{\"nam"
    "e\":\"units\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Stock is low when so ma"
    "ny items or fewer can be bought; null: never.\"}]}]},{\"name\":\"low_stock_reached\",\"defaul"
    "t\":null,\"doc\":\"Stock was not low, and is low now.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"LowStockReached\",\"doc\":\"Stock was not low, and is low now; told once, until"
    " it has not been low again.\",\"fields\":[{\"name\":\"available_units\",\"type\":\"long\",\"d"
    "oc\":\"Whole items that can be bought now.\"},{\"name\":\"threshold_units\",\"type\":\"long\""
    ",\"doc\":\"The level that was reached.\"}]}]},{\"name\":\"scan_undone\",\"default\":null,\"do"
    "c\":\"A scan was none: its items were taken away again.\",\"type\":[\"null\",{\"type\":\"reco"
    "rd\",\"name\":\"ScanTakenBack\",\"doc\":\"A scan was none: its items were taken away again.\""
    ",\"fields\":[{\"name\":\"undone_n\",\"type\":\"long\",\"doc\":\"Which scan, by its number in "
    "the session.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that were taken a"
    "way.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand without t"
    "hem.\"}]}]},{\"name\":\"image_added\",\"default\":null,\"doc\":\"A picture is shown with the "
    "product.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageAdded\",\"doc\":\"A pictur"
    "e is shown with the product, behind the others.\",\"fields\":[{\"name\":\"image\",\"type\":{"
    "\"type\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its conte"
    "nt: /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\""
    "type\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name"
    "\":\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"na"
    "me\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\""
    "},{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"l"
    "ong\",\"doc\":\"Of the file that is kept.\"}]},\"doc\":\"The picture.\"}]}]},{\"name\":\"imag"
    "e_removed\",\"default\":null,\"doc\":\"A picture is shown no more.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"ImageRemoved\",\"doc\":\"A picture is shown no more.\",\"fields\":"
    "[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"Which.\"}]}]},{\"name\":\"buffer_set\",\"de"
    "fault\":null,\"doc\":\"How much of an old count is not sold.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"SafetyBuffer\",\"doc\":\"How much of an old count is not sold.\",\"fiel"
    "ds\":[{\"name\":\"percent\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Of what i"
    "s likely to have been sold elsewhere since the last count: age of the count x sales rate; nul"
    "l: all is sold.\"}]}]},{\"name\":\"low_stock_cleared\",\"default\":null,\"doc\":\"Stock was l"
    "ow, and is not low any more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowStockCle"
    "ared\",\"doc\":\"Stock was low, and is a tenth (and at least one item) above its level again."
    "\",\"fields\":[{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items that are"
    " promised to nobody.\"},{\"name\":\"threshold_units\",\"type\":[\"null\",\"long\"],\"default"
    "\":null,\"doc\":\"The level; null: there is none any more.\"}]}]},{\"name\":\"stock_short\","
    "\"default\":null,\"doc\":\"Fewer items are there than are promised.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"StockShort\",\"doc\":\"Fewer items are there than are promised: t"
    "he newest holds are released until it fits.\",\"fields\":[{\"name\":\"on_hand_units\",\"type"
    "\":\"long\",\"doc\":\"Whole items on hand.\"},{\"name\":\"held_units\",\"type\":\"long\",\"do"
    "c\":\"Whole items promised to orders that are not paid.\"},{\"name\":\"committed_units\",\"ty"
    "pe\":\"long\",\"doc\":\"Whole items sold and not shipped.\"}]}]},{\"name\":\"hold_granted\","
    "\"default\":null,\"doc\":\"Items are promised to an order.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"HoldGranted\",\"doc\":\"Items of the event's supplier are promised to an o"
    "rder.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\""
    ":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\"do"
    "c\":\"Whole items.\"},{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item."
    "\"},{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items of that supplier th"
    "at can be bought after it.\"}]}]},{\"name\":\"hold_refused\",\"default\":null,\"doc\":\"No it"
    "ems are promised, and why.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldRefused\""
    ",\"doc\":\"No items are promised, and why. The event's supplier is empty.\",\"fields\":[{\"na"
    "me\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"str"
    "ing\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that we"
    "re asked for.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_sku, withdrawn, o"
    "ther_currency, sold_out or too_many_holds.\"},{\"name\":\"available_units\",\"type\":\"long\""
    ",\"doc\":\"Whole items that one supplier could have given.\"}]}]},{\"name\":\"hold_committed"
    "\",\"default\":null,\"doc\":\"Items that were held are sold.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"HoldCommitted\",\"doc\":\"Items that were held are sold.\",\"fields\":["
    "{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"units\",\"type\":"
    "\"long\",\"doc\":\"Whole items.\"}]}]},{\"name\":\"hold_released\",\"default\":null,\"doc\":"
    "\"Items are promised to that order no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name"
    "\":\"HoldReleased\",\"doc\":\"Items are promised to that order no more. The event's supplier "
    "is empty for a hold that was never asked for.\",\"fields\":[{\"name\":\"hold\",\"type\":\"str"
    "ing\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{"
    "\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that are free again; 0 of a hold t"
    "hat was never asked for.\"},{\"name\":\"was_committed\",\"type\":\"boolean\",\"doc\":\"They w"
    "ere sold already.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"cancelled, expired or"
    " rejected, as was asked; lost: the supplier has fewer than were promised.\"}]}]},{\"name\":\""
    "hold_shipped\",\"default\":null,\"doc\":\"Items that were sold have left.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"HoldShipped\",\"doc\":\"Items that were sold have left.\","
    "\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"units"
    "\",\"type\":\"long\",\"doc\":\"Whole items that left now.\"},{\"name\":\"shipped_units\",\"ty"
    "pe\":\"long\",\"doc\":\"Whole items of the hold that have left.\"},{\"name\":\"left_units\","
    "\"type\":\"long\",\"doc\":\"Whole items of the hold that have not left.\"}]}]},{\"name\":\"ho"
    "ld_returned\",\"default\":null,\"doc\":\"Items came back.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"HoldReturned\",\"doc\":\"Items came back.\",\"fields\":[{\"name\":\"hold\","
    "\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\""
    "Whole items that can be sold again from now on.\"},{\"name\":\"returned_units\",\"type\":\"lo"
    "ng\",\"doc\":\"Whole items of the hold that came back.\"},{\"name\":\"restocked_units\",\"typ"
    "e\":\"long\",\"doc\":\"Of them, those that were put back on the shelf.\"}]}]},{\"name\":\"com"
    "mit_short\",\"default\":null,\"doc\":\"Items were sold that are not there.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"CommitShort\",\"doc\":\"Items were sold that are not there"
    "; told once of a hold.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which h"
    "old.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"typ"
    "e\":\"long\",\"doc\":\"Whole items of it that are not there.\"}]}]},{\"name\":\"hold_aged\","
    "\"default\":null,\"doc\":\"Items have been held for a day.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"HoldAged\",\"doc\":\"Items have been held for 24 hours, and neither sold n"
    "or released; told once.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which "
    "hold.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"}]}]},{\"name\":\"hold_for"
    "gotten\",\"default\":null,\"doc\":\"What ended long ago is remembered no more.\",\"type\":[\""
    "null\",{\"type\":\"record\",\"name\":\"HoldForgotten\",\"doc\":\"What ended long ago is remem"
    "bered no more: 8 days after a release or refusal, 90 after all was shipped.\",\"fields\":[{\""
    "name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"}]}]},{\"name\":\"seen_price_minor"
    "\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"What customers see as the price of"
    " one item from this event on, of whichever supplier, minor units; null: what they saw before,"
    " or it is on offer no more.\"},{\"name\":\"seen_price_n\",\"type\":[\"null\",\"long\"],\"defa"
    "ult\":null,\"doc\":\"Which price of this SKU that is, counted from 1. Set together with seen_"
    "price_minor.\"},{\"name\":\"seen_currency\",\"type\":[\"null\",\"string\"],\"default\":null,"
    "\"doc\":\"Its currency, ISO 4217. Set together with seen_price_minor.\"}]}";

const struct fy_schema stock_event_schema_70 = {
    .id = 70,
    .version = 7,
    .fingerprint = UINT64_C(0x8355e719be218466),
    .subject = "stock-value",
    .text = text_70,
    .name = "stock_event",
    .type = &fy_type_stock_event,
    .size = sizeof(struct stock_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_86[] =
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
    "\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":1,\"max\":1"
    "00000000000,\"doc\":\"Minor units, cents of a euro; 0 in what was written while a price could"
    " be 0.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars"
    "\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\""
    "gtins\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[],\"doc\":\"Barcodes "
    "of one item, GTINs of 14 digits.\"},{\"name\":\"category\",\"type\":[\"null\",\"string\"],\"d"
    "efault\":null,\"doc\":\"Where it stands in the shop: home/kitchen/mugs.\"}]}]},{\"name\":\"st"
    "ock_set\",\"default\":null,\"doc\":\"The count on hand changed.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"StockSet\",\"doc\":\"The count on hand changed.\",\"fields\":[{\"nam"
    "e\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"}]}]},{\"name\""
    ":\"supply_refused\",\"default\":null,\"doc\":\"The fact changes nothing, and why.\",\"type\":"
    "[\"null\",{\"type\":\"record\",\"name\":\"SupplyRefused\",\"doc\":\"The fact changes nothing,"
    " and why.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_sku, other"
    "_supplier (only others offer it), other_currency, too_many_suppliers, withdrawn, below_zero, "
    "too_many, too_many_images, unknown_image, or of an undone scan unknown_scan or nothing_to_und"
    "o.\"}]}]},{\"name\":\"product_withdrawn\",\"default\":null,\"doc\":\"The product is on offer "
    "no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProductTaken\",\"doc\":\"The pr"
    "oduct is on offer no more; its items are kept count of all the same.\",\"fields\":[{\"name\":"
    "\"reason\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Why, in the supplier's w"
    "ords.\"}]}]},{\"name\":\"stock_received\",\"default\":null,\"doc\":\"Items arrived.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"StockAdded\",\"doc\":\"Items arrived.\",\"fields"
    "\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that arrived.\"},{\"name\":\""
    "on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand with them.\"}]}]},{\"name\":"
    "\"stock_adjusted\",\"default\":null,\"doc\":\"The count on hand was put right.\",\"type\":[\""
    "null\",{\"type\":\"record\",\"name\":\"StockCorrected\",\"doc\":\"The count on hand was put r"
    "ight.\",\"fields\":[{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items added; below "
    "0 taken away.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand "
    "from now on, >= 0.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Why, in the supplier"
    "'s words.\"}]}]},{\"name\":\"threshold_set\",\"default\":null,\"doc\":\"From which level on s"
    "tock is low.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowLevelSet\",\"doc\":\"Fro"
    "m which level on stock is low.\",\"fields\":[{\"name\":\"units\",\"type\":[\"null\",\"long\"]"
    ",\"default\":null,\"doc\":\"Stock is low when so many items or fewer can be bought; null: nev"
    "er.\"}]}]},{\"name\":\"low_stock_reached\",\"default\":null,\"doc\":\"Stock was not low, and "
    "is low now.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LowStockReached\",\"doc\":\""
    "Stock was not low, and is low now; told once, until it has not been low again.\",\"fields\":["
    "{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items that can be bought now."
    "\"},{\"name\":\"threshold_units\",\"type\":\"long\",\"doc\":\"The level that was reached.\"}]"
    "}]},{\"name\":\"scan_undone\",\"default\":null,\"doc\":\"A scan was none: its items were take"
    "n away again.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ScanTakenBack\",\"doc\":\""
    "A scan was none: its items were taken away again.\",\"fields\":[{\"name\":\"undone_n\",\"type"
    "\":\"long\",\"doc\":\"Which scan, by its number in the session.\"},{\"name\":\"units\",\"type"
    "\":\"long\",\"doc\":\"Whole items that were taken away.\"},{\"name\":\"on_hand_units\",\"type"
    "\":\"long\",\"doc\":\"Whole items on hand without them.\"}]}]},{\"name\":\"image_added\",\"de"
    "fault\":null,\"doc\":\"A picture is shown with the product.\",\"type\":[\"null\",{\"type\":\""
    "record\",\"name\":\"ImageAdded\",\"doc\":\"A picture is shown with the product, behind the ot"
    "hers.\",\"fields\":[{\"name\":\"image\",\"type\":{\"type\":\"record\",\"name\":\"Image\",\"na"
    "mespace\":\"fy\",\"doc\":\"A picture, by its content: /images/<first two digits>/<hash>.<jpg,"
    " png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"BLAKE2b-256 of "
    "the bytes that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\"type\":\"string\",\"doc"
    "\":\"image/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"type\":\"int\",\"doc\":\"P"
    "ixels, as stored: before a photograph is turned.\"},{\"name\":\"height\",\"type\":\"int\",\"d"
    "oc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of the file that is kept.\""
    "}]},\"doc\":\"The picture.\"}]}]},{\"name\":\"image_removed\",\"default\":null,\"doc\":\"A pi"
    "cture is shown no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ImageRemoved\","
    "\"doc\":\"A picture is shown no more.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\""
    "doc\":\"Which.\"}]}]},{\"name\":\"buffer_set\",\"default\":null,\"doc\":\"How much of an old "
    "count is not sold.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SafetyBuffer\",\"doc"
    "\":\"How much of an old count is not sold.\",\"fields\":[{\"name\":\"percent\",\"type\":[\"nu"
    "ll\",\"long\"],\"default\":null,\"doc\":\"Of what is likely to have been sold elsewhere since"
    " the last count: age of the count x sales rate; null: all is sold.\"}]}]},{\"name\":\"low_sto"
    "ck_cleared\",\"default\":null,\"doc\":\"Stock was low, and is not low any more.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"LowStockCleared\",\"doc\":\"Stock was low, and is a "
    "tenth (and at least one item) above its level again.\",\"fields\":[{\"name\":\"available_unit"
    "s\",\"type\":\"long\",\"doc\":\"Whole items that are promised to nobody.\"},{\"name\":\"thres"
    "hold_units\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"The level; null: there i"
    "s none any more.\"}]}]},{\"name\":\"stock_short\",\"default\":null,\"doc\":\"Fewer items are "
    "there than are promised.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StockShort\",\""
    "doc\":\"Fewer items are there than are promised: the newest holds are released until it fits."
    "\",\"fields\":[{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand.\""
    "},{\"name\":\"held_units\",\"type\":\"long\",\"doc\":\"Whole items promised to orders that ar"
    "e not paid.\"},{\"name\":\"committed_units\",\"type\":\"long\",\"doc\":\"Whole items sold and"
    " not shipped.\"}]}]},{\"name\":\"hold_granted\",\"default\":null,\"doc\":\"Items are promised"
    " to an order.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldGranted\",\"doc\":\"It"
    "ems of the event's supplier are promised to an order.\",\"fields\":[{\"name\":\"hold\",\"type"
    "\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whos"
    "e.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items.\"},{\"name\":\"price\",\"t"
    "ype\":\"fy.Money\",\"doc\":\"Price of one item.\"},{\"name\":\"available_units\",\"type\":\"l"
    "ong\",\"doc\":\"Whole items of that supplier that can be bought after it.\"}]}]},{\"name\":\""
    "hold_refused\",\"default\":null,\"doc\":\"No items are promised, and why.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"HoldRefused\",\"doc\":\"No items are promised, and why. Th"
    "e event's supplier is empty.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"W"
    "hich hold.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"units\""
    ",\"type\":\"long\",\"doc\":\"Whole items that were asked for.\"},{\"name\":\"reason\",\"type"
    "\":\"string\",\"doc\":\"unknown_sku, withdrawn, other_currency, sold_out or too_many_holds.\""
    "},{\"name\":\"available_units\",\"type\":\"long\",\"doc\":\"Whole items that one supplier cou"
    "ld have given.\"}]}]},{\"name\":\"hold_committed\",\"default\":null,\"doc\":\"Items that were"
    " held are sold.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldCommitted\",\"doc\":"
    "\"Items that were held are sold.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\""
    ":\"Which hold.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items.\"}]}]},{\"name"
    "\":\"hold_released\",\"default\":null,\"doc\":\"Items are promised to that order no more.\","
    "\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldReleased\",\"doc\":\"Items are promise"
    "d to that order no more. The event's supplier is empty for a hold that was never asked for.\""
    ",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"orde"
    "r\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"W"
    "hole items that are free again; 0 of a hold that was never asked for.\"},{\"name\":\"was_comm"
    "itted\",\"type\":\"boolean\",\"doc\":\"They were sold already.\"},{\"name\":\"reason\",\"type"
    "\":\"string\",\"doc\":\"cancelled, expired or rejected, as was asked; lost: the supplier has "
    "fewer than were promised.\"}]}]},{\"name\":\"hold_shipped\",\"default\":null,\"doc\":\"Items "
    "that were sold have left.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldShipped\","
    "\"doc\":\"Items that were sold have left.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string"
    "\",\"doc\":\"Which hold.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that "
    "left now.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"doc\":\"Whole items of the hold "
    "that have left.\"},{\"name\":\"left_units\",\"type\":\"long\",\"doc\":\"Whole items of the ho"
    "ld that have not left.\"}]}]},{\"name\":\"hold_returned\",\"default\":null,\"doc\":\"Items ca"
    "me back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldReturned\",\"doc\":\"Items "
    "came back.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"n"
    "ame\":\"units\",\"type\":\"long\",\"doc\":\"Whole items that can be sold again from now on.\""
    "},{\"name\":\"returned_units\",\"type\":\"long\",\"doc\":\"Whole items of the hold that came "
    "back.\"},{\"name\":\"restocked_units\",\"type\":\"long\",\"doc\":\"Of them, those that were p"
    "ut back on the shelf.\"}]}]},{\"name\":\"commit_short\",\"default\":null,\"doc\":\"Items were"
    " sold that are not there.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"CommitShort\","
    "\"doc\":\"Items were sold that are not there; told once of a hold.\",\"fields\":[{\"name\":\""
    "hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"string\","
    "\"doc\":\"Whose.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items of it that ar"
    "e not there.\"}]}]},{\"name\":\"hold_aged\",\"default\":null,\"doc\":\"Items have been held f"
    "or a day.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldAged\",\"doc\":\"Items hav"
    "e been held for 24 hours, and neither sold nor released; told once.\",\"fields\":[{\"name\":"
    "\"hold\",\"type\":\"string\",\"doc\":\"Which hold.\"},{\"name\":\"order\",\"type\":\"string\""
    ",\"doc\":\"Whose.\"}]}]},{\"name\":\"hold_forgotten\",\"default\":null,\"doc\":\"What ended l"
    "ong ago is remembered no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldForgo"
    "tten\",\"doc\":\"What ended long ago is remembered no more: 8 days after a release or refusal"
    ", 90 after all was shipped.\",\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Wh"
    "ich hold.\"}]}]},{\"name\":\"seen_price_minor\",\"type\":[\"null\",\"long\"],\"default\":null"
    ",\"doc\":\"What customers see as the price of one item from this event on, of whichever suppl"
    "ier, minor units; null: what they saw before, or it is on offer no more.\"},{\"name\":\"seen_"
    "price_n\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Which price of this SKU tha"
    "t is, counted from 1. Set together with seen_price_minor.\"},{\"name\":\"seen_currency\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Its currency, ISO 4217. Set together wi"
    "th seen_price_minor.\"}]}";

const struct fy_schema stock_event_schema = {
    .id = 86,
    .version = 8,
    .fingerprint = UINT64_C(0x8355e719be218466),
    .subject = "stock-value",
    .text = text_86,
    .name = "stock_event",
    .type = &fy_type_stock_event,
    .size = sizeof(struct stock_event),
    .encode = encode_any,
    .decode = decode_any,
};
