/*
 * Made by fy-generate from schemas/stock_row.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_supply_session(struct fy_reader *in, struct supply_session *value)
{
    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_long(in, &value->n_max))
        return false;
    if (!fy_read_long(in, &value->window))
        return false;
    if (!fy_read_long(in, &value->undone))
        return false;
    if (!fy_read_long(in, &value->event_ms))
        return false;
    return true;
}

static bool read_sku_row_as_of(struct fy_reader *in, struct sku_row_as_of *value)
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

static bool read_sku_row_recent_ids(struct fy_reader *in, struct sku_row_recent_ids *value)
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

static bool read_sku_row_gtins(struct fy_reader *in, struct sku_row_gtins *value)
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

static bool read_sku_row_sessions(struct fy_reader *in, struct sku_row_sessions *value)
{
    struct supply_session *items = NULL;
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
            if (!read_supply_session(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_sku_row_images(struct fy_reader *in, struct sku_row_images *value)
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

static bool read_sku_row(struct fy_reader *in, struct sku_row *value)
{
    bool set;

    if (!read_sku_row_as_of(in, &value->as_of))
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
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    if (!read_sku_row_recent_ids(in, &value->recent_ids))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_withdrawn_ms = set;
    value->withdrawn_ms = 0;
    if (set && !fy_read_long(in, &value->withdrawn_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_threshold_units = set;
    value->threshold_units = 0;
    if (set && !fy_read_long(in, &value->threshold_units))
        return false;
    if (!read_sku_row_gtins(in, &value->gtins))
        return false;
    if (!read_sku_row_sessions(in, &value->sessions))
        return false;
    if (!read_sku_row_images(in, &value->images))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->category = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->category))
        return false;
    return true;
}

static bool read_shelf_offer(struct fy_reader *in, struct shelf_offer *value)
{
    bool set;

    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_money(in, &value->price))
        return false;
    if (!fy_read_long(in, &value->on_hand_units))
        return false;
    if (!fy_read_long(in, &value->held_units))
        return false;
    if (!fy_read_long(in, &value->committed_units))
        return false;
    if (!fy_read_long(in, &value->hold_count))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->newest_held = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->newest_held))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->newest_committed = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->newest_committed))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_threshold_units = set;
    value->threshold_units = 0;
    if (set && !fy_read_long(in, &value->threshold_units))
        return false;
    if (!fy_read_boolean(in, &value->low))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_withdrawn_ms = set;
    value->withdrawn_ms = 0;
    if (set && !fy_read_long(in, &value->withdrawn_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_buffer_percent = set;
    value->buffer_percent = 0;
    if (set && !fy_read_long(in, &value->buffer_percent))
        return false;
    if (!fy_read_long(in, &value->counted_ms))
        return false;
    if (!fy_read_long(in, &value->sales_week))
        return false;
    if (!fy_read_long(in, &value->sales_units))
        return false;
    if (!fy_read_long(in, &value->sales_before_units))
        return false;
    if (!fy_read_long(in, &value->shipped_count))
        return false;
    if (!fy_read_long(in, &value->rejected_count))
        return false;
    return true;
}

static bool read_shelf_row_offers(struct fy_reader *in, struct shelf_row_offers *value)
{
    struct shelf_offer *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 19, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_shelf_offer(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_shelf_row(struct fy_reader *in, struct shelf_row *value)
{
    bool set;

    if (!fy_read_string(in, &value->currency))
        return false;
    if (!read_shelf_row_offers(in, &value->offers))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_seen_minor = set;
    value->seen_minor = 0;
    if (set && !fy_read_long(in, &value->seen_minor))
        return false;
    if (!fy_read_long(in, &value->seen_count))
        return false;
    return true;
}

static bool read_hold_row(struct fy_reader *in, struct hold_row *value)
{
    bool set;

    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_string(in, &value->root))
        return false;
    if (!fy_read_hold_standing(in, &value->standing))
        return false;
    if (!fy_read_long(in, &value->since_ms))
        return false;
    if (!fy_read_boolean(in, &value->aged))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->older = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->older))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->newer = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->newer))
        return false;
    return true;
}

static bool read_stock_row_position(struct fy_reader *in, const struct task_position **ret_value)
{
    struct task_position *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_task_position(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_row_parked(struct fy_reader *in, const struct parked_key **ret_value)
{
    struct parked_key *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_parked_key(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_row_sku(struct fy_reader *in, const struct sku_row **ret_value)
{
    struct sku_row *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_sku_row(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_row_shelf(struct fy_reader *in, const struct shelf_row **ret_value)
{
    struct shelf_row *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_shelf_row(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_stock_row_hold(struct fy_reader *in, const struct hold_row **ret_value)
{
    struct hold_row *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_row(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_stock_row(struct fy_reader *in, struct stock_row *value)
{
    int set_count;

    if (!read_stock_row_position(in, &value->position))
        return false;
    if (!read_stock_row_parked(in, &value->parked))
        return false;
    if (!read_stock_row_sku(in, &value->sku))
        return false;
    if (!read_stock_row_shelf(in, &value->shelf))
        return false;
    if (!read_stock_row_hold(in, &value->hold))
        return false;
    set_count = 0;
    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->sku != NULL;
    set_count += value->shelf != NULL;
    set_count += value->hold != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_10_stock_row;
static const struct fy_plan plan_10_task_position;
static const struct fy_plan plan_10_position;
static const struct fy_plan plan_10_writer_seen;
static const struct fy_plan plan_10_seq_written;
static const struct fy_plan plan_10_parked_key;
static const struct fy_plan plan_10_sku_row;
static const struct fy_plan plan_10_money;

static const struct fy_plan_field fields_of_plan_10_stock_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_10_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_10_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_10_sku_row},
};

static const struct fy_plan plan_10_stock_row = {
    .fields = fields_of_plan_10_stock_row,
    .field_count = 3,
    .missing = (const uint8_t[]){3, 4},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_10_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_10_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 4, .record = &plan_10_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_10_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_10_task_position = {
    .fields = fields_of_plan_10_task_position,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_10_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_10_position = {
    .fields = fields_of_plan_10_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_10_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_10_writer_seen = {
    .fields = fields_of_plan_10_writer_seen,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_10_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_10_seq_written = {
    .fields = fields_of_plan_10_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_10_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_10_parked_key = {
    .fields = fields_of_plan_10_parked_key,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3, 4, 5, 6},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_10_sku_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_10_position},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_10_money},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_10_sku_row = {
    .fields = fields_of_plan_10_sku_row,
    .field_count = 8,
    .missing = (const uint8_t[]){8, 9, 10, 11, 12, 13},
    .missing_count = 6,
};

static const struct fy_plan_field fields_of_plan_10_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_10_money = {
    .fields = fields_of_plan_10_money,
    .field_count = 2,
};

static const struct fy_plan plan_13_stock_row;
static const struct fy_plan plan_13_task_position;
static const struct fy_plan plan_13_position;
static const struct fy_plan plan_13_writer_seen;
static const struct fy_plan plan_13_seq_written;
static const struct fy_plan plan_13_parked_key;
static const struct fy_plan plan_13_sku_row;
static const struct fy_plan plan_13_money;

static const struct fy_plan_field fields_of_plan_13_stock_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_13_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_13_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_13_sku_row},
};

static const struct fy_plan plan_13_stock_row = {
    .fields = fields_of_plan_13_stock_row,
    .field_count = 3,
    .missing = (const uint8_t[]){3, 4},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_13_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_13_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_13_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_13_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_13_task_position = {
    .fields = fields_of_plan_13_task_position,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_13_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_13_position = {
    .fields = fields_of_plan_13_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_13_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_13_writer_seen = {
    .fields = fields_of_plan_13_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_13_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_13_seq_written = {
    .fields = fields_of_plan_13_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_13_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_13_parked_key = {
    .fields = fields_of_plan_13_parked_key,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3, 4, 5, 6},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_13_sku_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_13_position},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_13_money},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_13_sku_row = {
    .fields = fields_of_plan_13_sku_row,
    .field_count = 8,
    .missing = (const uint8_t[]){8, 9, 10, 11, 12, 13},
    .missing_count = 6,
};

static const struct fy_plan_field fields_of_plan_13_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_13_money = {
    .fields = fields_of_plan_13_money,
    .field_count = 2,
};

static const struct fy_plan plan_17_stock_row;
static const struct fy_plan plan_17_task_position;
static const struct fy_plan plan_17_position;
static const struct fy_plan plan_17_writer_seen;
static const struct fy_plan plan_17_seq_written;
static const struct fy_plan plan_17_parked_key;
static const struct fy_plan plan_17_sku_row;
static const struct fy_plan plan_17_money;

static const struct fy_plan_field fields_of_plan_17_stock_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_17_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_17_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_17_sku_row},
};

static const struct fy_plan plan_17_stock_row = {
    .fields = fields_of_plan_17_stock_row,
    .field_count = 3,
    .missing = (const uint8_t[]){3, 4},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_17_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_17_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_17_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_17_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_17_task_position = {
    .fields = fields_of_plan_17_task_position,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_17_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_17_position = {
    .fields = fields_of_plan_17_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_17_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_17_writer_seen = {
    .fields = fields_of_plan_17_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_17_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_17_seq_written = {
    .fields = fields_of_plan_17_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_17_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_17_parked_key = {
    .fields = fields_of_plan_17_parked_key,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3, 4, 5, 6},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_17_sku_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_17_position},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_17_money},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9, .nullable = true},
};

static const struct fy_plan plan_17_sku_row = {
    .fields = fields_of_plan_17_sku_row,
    .field_count = 10,
    .missing = (const uint8_t[]){10, 11, 12, 13},
    .missing_count = 4,
};

static const struct fy_plan_field fields_of_plan_17_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_17_money = {
    .fields = fields_of_plan_17_money,
    .field_count = 2,
};

static const struct fy_plan plan_22_stock_row;
static const struct fy_plan plan_22_task_position;
static const struct fy_plan plan_22_position;
static const struct fy_plan plan_22_writer_seen;
static const struct fy_plan plan_22_seq_written;
static const struct fy_plan plan_22_parked_key;
static const struct fy_plan plan_22_sku_row;
static const struct fy_plan plan_22_money;
static const struct fy_plan plan_22_supply_session;

static const struct fy_plan_field fields_of_plan_22_stock_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_22_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_22_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_22_sku_row},
};

static const struct fy_plan plan_22_stock_row = {
    .fields = fields_of_plan_22_stock_row,
    .field_count = 3,
    .missing = (const uint8_t[]){3, 4},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_22_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_22_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_22_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_22_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_22_task_position = {
    .fields = fields_of_plan_22_task_position,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_22_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_22_position = {
    .fields = fields_of_plan_22_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_22_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_22_writer_seen = {
    .fields = fields_of_plan_22_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_22_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_22_seq_written = {
    .fields = fields_of_plan_22_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_22_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_22_parked_key = {
    .fields = fields_of_plan_22_parked_key,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3, 4, 5, 6},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_22_sku_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_22_position},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_22_money},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 10, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_RECORD, .target = 11, .array = true, .item_bytes_min = 5, .record = &plan_22_supply_session},
};

static const struct fy_plan plan_22_sku_row = {
    .fields = fields_of_plan_22_sku_row,
    .field_count = 12,
    .missing = (const uint8_t[]){12, 13},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_22_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_22_money = {
    .fields = fields_of_plan_22_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_22_supply_session[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_22_supply_session = {
    .fields = fields_of_plan_22_supply_session,
    .field_count = 5,
};

static const struct fy_plan plan_26_stock_row;
static const struct fy_plan plan_26_task_position;
static const struct fy_plan plan_26_position;
static const struct fy_plan plan_26_writer_seen;
static const struct fy_plan plan_26_seq_written;
static const struct fy_plan plan_26_parked_key;
static const struct fy_plan plan_26_sku_row;
static const struct fy_plan plan_26_money;
static const struct fy_plan plan_26_supply_session;
static const struct fy_plan plan_26_image;

static const struct fy_plan_field fields_of_plan_26_stock_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_26_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_26_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_26_sku_row},
};

static const struct fy_plan plan_26_stock_row = {
    .fields = fields_of_plan_26_stock_row,
    .field_count = 3,
    .missing = (const uint8_t[]){3, 4},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_26_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_26_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_26_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_26_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_26_task_position = {
    .fields = fields_of_plan_26_task_position,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_26_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_26_position = {
    .fields = fields_of_plan_26_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_26_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_26_writer_seen = {
    .fields = fields_of_plan_26_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_26_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_26_seq_written = {
    .fields = fields_of_plan_26_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_26_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_26_parked_key = {
    .fields = fields_of_plan_26_parked_key,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3, 4, 5, 6},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_26_sku_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_26_position},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_26_money},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 10, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_RECORD, .target = 11, .array = true, .item_bytes_min = 5, .record = &plan_26_supply_session},
    {.kind = FY_FIELD_RECORD, .target = 12, .array = true, .item_bytes_min = 5, .record = &plan_26_image},
};

static const struct fy_plan plan_26_sku_row = {
    .fields = fields_of_plan_26_sku_row,
    .field_count = 13,
    .missing = (const uint8_t[]){13},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_26_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_26_money = {
    .fields = fields_of_plan_26_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_26_supply_session[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_26_supply_session = {
    .fields = fields_of_plan_26_supply_session,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_26_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_26_image = {
    .fields = fields_of_plan_26_image,
    .field_count = 5,
};

static const struct fy_plan plan_31_stock_row;
static const struct fy_plan plan_31_task_position;
static const struct fy_plan plan_31_position;
static const struct fy_plan plan_31_writer_seen;
static const struct fy_plan plan_31_seq_written;
static const struct fy_plan plan_31_parked_key;
static const struct fy_plan plan_31_sku_row;
static const struct fy_plan plan_31_money;
static const struct fy_plan plan_31_supply_session;
static const struct fy_plan plan_31_image;

static const struct fy_plan_field fields_of_plan_31_stock_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_31_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_31_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_31_sku_row},
};

static const struct fy_plan plan_31_stock_row = {
    .fields = fields_of_plan_31_stock_row,
    .field_count = 3,
    .missing = (const uint8_t[]){3, 4},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_31_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_31_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_31_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_31_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4},
};

static const struct fy_plan plan_31_task_position = {
    .fields = fields_of_plan_31_task_position,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_31_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_31_position = {
    .fields = fields_of_plan_31_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_31_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_31_writer_seen = {
    .fields = fields_of_plan_31_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_31_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_31_seq_written = {
    .fields = fields_of_plan_31_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_31_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_BOOLEAN, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_31_parked_key = {
    .fields = fields_of_plan_31_parked_key,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_31_sku_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_31_position},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_31_money},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 10, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_RECORD, .target = 11, .array = true, .item_bytes_min = 5, .record = &plan_31_supply_session},
    {.kind = FY_FIELD_RECORD, .target = 12, .array = true, .item_bytes_min = 5, .record = &plan_31_image},
};

static const struct fy_plan plan_31_sku_row = {
    .fields = fields_of_plan_31_sku_row,
    .field_count = 13,
    .missing = (const uint8_t[]){13},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_31_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_31_money = {
    .fields = fields_of_plan_31_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_31_supply_session[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_31_supply_session = {
    .fields = fields_of_plan_31_supply_session,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_31_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_31_image = {
    .fields = fields_of_plan_31_image,
    .field_count = 5,
};

static const struct fy_plan plan_45_stock_row;
static const struct fy_plan plan_45_task_position;
static const struct fy_plan plan_45_position;
static const struct fy_plan plan_45_writer_seen;
static const struct fy_plan plan_45_seq_written;
static const struct fy_plan plan_45_parked_key;
static const struct fy_plan plan_45_sku_row;
static const struct fy_plan plan_45_money;
static const struct fy_plan plan_45_supply_session;
static const struct fy_plan plan_45_image;
static const struct fy_plan plan_45_shelf_row;
static const struct fy_plan plan_45_shelf_offer;
static const struct fy_plan plan_45_hold_row;
static const struct fy_plan plan_45_hold_standing;

static const struct fy_plan_field fields_of_plan_45_stock_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_45_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_45_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_45_sku_row},
    {.kind = FY_FIELD_RECORD, .target = 3, .nullable = true, .record = &plan_45_shelf_row},
    {.kind = FY_FIELD_RECORD, .target = 4, .nullable = true, .record = &plan_45_hold_row},
};

static const struct fy_plan plan_45_stock_row = {
    .fields = fields_of_plan_45_stock_row,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_45_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_45_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_45_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_45_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4},
};

static const struct fy_plan plan_45_task_position = {
    .fields = fields_of_plan_45_task_position,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_45_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_45_position = {
    .fields = fields_of_plan_45_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_45_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_45_writer_seen = {
    .fields = fields_of_plan_45_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_45_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_45_seq_written = {
    .fields = fields_of_plan_45_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_45_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_BOOLEAN, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_45_parked_key = {
    .fields = fields_of_plan_45_parked_key,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_45_sku_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_45_position},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_45_money},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 10, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_RECORD, .target = 11, .array = true, .item_bytes_min = 5, .record = &plan_45_supply_session},
    {.kind = FY_FIELD_RECORD, .target = 12, .array = true, .item_bytes_min = 5, .record = &plan_45_image},
};

static const struct fy_plan plan_45_sku_row = {
    .fields = fields_of_plan_45_sku_row,
    .field_count = 13,
    .missing = (const uint8_t[]){13},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_45_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_45_money = {
    .fields = fields_of_plan_45_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_45_supply_session[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_45_supply_session = {
    .fields = fields_of_plan_45_supply_session,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_45_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_45_image = {
    .fields = fields_of_plan_45_image,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_45_shelf_row[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 19, .record = &plan_45_shelf_offer},
};

static const struct fy_plan plan_45_shelf_row = {
    .fields = fields_of_plan_45_shelf_row,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_45_shelf_offer[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_45_money},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 7, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_BOOLEAN, .target = 9},
    {.kind = FY_FIELD_LONG, .target = 10, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 11, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 12},
    {.kind = FY_FIELD_LONG, .target = 13},
    {.kind = FY_FIELD_LONG, .target = 14},
    {.kind = FY_FIELD_LONG, .target = 15},
    {.kind = FY_FIELD_LONG, .target = 16},
    {.kind = FY_FIELD_LONG, .target = 17},
};

static const struct fy_plan plan_45_shelf_offer = {
    .fields = fields_of_plan_45_shelf_offer,
    .field_count = 18,
};

static const struct fy_plan_field fields_of_plan_45_hold_row[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_45_hold_standing},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_BOOLEAN, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 7, .nullable = true},
};

static const struct fy_plan plan_45_hold_row = {
    .fields = fields_of_plan_45_hold_row,
    .field_count = 8,
};

static const int32_t symbols_45_hold_standing_state[] = {0, 1, 2, 3, 4, 5, 6};
static const struct fy_plan_field fields_of_plan_45_hold_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 7, .symbols = symbols_45_hold_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_RECORD, .target = 4, .nullable = true, .record = &plan_45_money},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8},
    {.kind = FY_FIELD_LONG, .target = 9},
};

static const struct fy_plan plan_45_hold_standing = {
    .fields = fields_of_plan_45_hold_standing,
    .field_count = 10,
};

static const struct fy_plan plan_58_stock_row;
static const struct fy_plan plan_58_task_position;
static const struct fy_plan plan_58_position;
static const struct fy_plan plan_58_writer_seen;
static const struct fy_plan plan_58_seq_written;
static const struct fy_plan plan_58_parked_key;
static const struct fy_plan plan_58_sku_row;
static const struct fy_plan plan_58_money;
static const struct fy_plan plan_58_supply_session;
static const struct fy_plan plan_58_image;
static const struct fy_plan plan_58_shelf_row;
static const struct fy_plan plan_58_shelf_offer;
static const struct fy_plan plan_58_hold_row;
static const struct fy_plan plan_58_hold_standing;

static const struct fy_plan_field fields_of_plan_58_stock_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_58_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_58_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_58_sku_row},
    {.kind = FY_FIELD_RECORD, .target = 3, .nullable = true, .record = &plan_58_shelf_row},
    {.kind = FY_FIELD_RECORD, .target = 4, .nullable = true, .record = &plan_58_hold_row},
};

static const struct fy_plan plan_58_stock_row = {
    .fields = fields_of_plan_58_stock_row,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_58_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_58_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_58_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_58_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4},
};

static const struct fy_plan plan_58_task_position = {
    .fields = fields_of_plan_58_task_position,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_58_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_58_position = {
    .fields = fields_of_plan_58_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_58_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_58_writer_seen = {
    .fields = fields_of_plan_58_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_58_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_58_seq_written = {
    .fields = fields_of_plan_58_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_58_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_BOOLEAN, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_58_parked_key = {
    .fields = fields_of_plan_58_parked_key,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_58_sku_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_58_position},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_58_money},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 10, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_RECORD, .target = 11, .array = true, .item_bytes_min = 5, .record = &plan_58_supply_session},
    {.kind = FY_FIELD_RECORD, .target = 12, .array = true, .item_bytes_min = 5, .record = &plan_58_image},
    {.kind = FY_FIELD_STRING, .target = 13, .nullable = true},
};

static const struct fy_plan plan_58_sku_row = {
    .fields = fields_of_plan_58_sku_row,
    .field_count = 14,
};

static const struct fy_plan_field fields_of_plan_58_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_58_money = {
    .fields = fields_of_plan_58_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_58_supply_session[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_58_supply_session = {
    .fields = fields_of_plan_58_supply_session,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_58_image[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_58_image = {
    .fields = fields_of_plan_58_image,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_58_shelf_row[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 19, .record = &plan_58_shelf_offer},
};

static const struct fy_plan plan_58_shelf_row = {
    .fields = fields_of_plan_58_shelf_row,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_58_shelf_offer[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_58_money},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 7, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 8, .nullable = true},
    {.kind = FY_FIELD_BOOLEAN, .target = 9},
    {.kind = FY_FIELD_LONG, .target = 10, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 11, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 12},
    {.kind = FY_FIELD_LONG, .target = 13},
    {.kind = FY_FIELD_LONG, .target = 14},
    {.kind = FY_FIELD_LONG, .target = 15},
    {.kind = FY_FIELD_LONG, .target = 16},
    {.kind = FY_FIELD_LONG, .target = 17},
};

static const struct fy_plan plan_58_shelf_offer = {
    .fields = fields_of_plan_58_shelf_offer,
    .field_count = 18,
};

static const struct fy_plan_field fields_of_plan_58_hold_row[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_58_hold_standing},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_BOOLEAN, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 7, .nullable = true},
};

static const struct fy_plan plan_58_hold_row = {
    .fields = fields_of_plan_58_hold_row,
    .field_count = 8,
};

static const int32_t symbols_58_hold_standing_state[] = {0, 1, 2, 3, 4, 5, 6};
static const struct fy_plan_field fields_of_plan_58_hold_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 7, .symbols = symbols_58_hold_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_RECORD, .target = 4, .nullable = true, .record = &plan_58_money},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8},
    {.kind = FY_FIELD_LONG, .target = 9},
};

static const struct fy_plan plan_58_hold_standing = {
    .fields = fields_of_plan_58_hold_standing,
    .field_count = 10,
};

enum fy_status stock_row_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct stock_row *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 10:
        return fy_read_end(&in, fy_resolve(&in, &plan_10_stock_row, &fy_type_stock_row, ret_value));
    case 13:
        return fy_read_end(&in, fy_resolve(&in, &plan_13_stock_row, &fy_type_stock_row, ret_value));
    case 17:
        return fy_read_end(&in, fy_resolve(&in, &plan_17_stock_row, &fy_type_stock_row, ret_value));
    case 22:
        return fy_read_end(&in, fy_resolve(&in, &plan_22_stock_row, &fy_type_stock_row, ret_value));
    case 26:
        return fy_read_end(&in, fy_resolve(&in, &plan_26_stock_row, &fy_type_stock_row, ret_value));
    case 31:
        return fy_read_end(&in, fy_resolve(&in, &plan_31_stock_row, &fy_type_stock_row, ret_value));
    case 45:
        return fy_read_end(&in, fy_resolve(&in, &plan_45_stock_row, &fy_type_stock_row, ret_value));
    case 58:
        return fy_read_end(&in, fy_resolve(&in, &plan_58_stock_row, &fy_type_stock_row, ret_value));
    case 72:
        return fy_read_end(&in, fy_read_stock_row(&in, ret_value));
    case 89:
        return fy_read_end(&in, fy_read_stock_row(&in, ret_value));
    default:
        return fy_read_unknown(&in, "stock_row");
    }
}

static size_t room_supply_session(const struct supply_session *value)
{
    size_t room = 50;

    room += value->session.size;
    return room;
}

static uint8_t *write_supply_session(uint8_t *at, const struct supply_session *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_long(at, value->n_max);
    at = fy_write_long(at, value->window);
    at = fy_write_long(at, value->undone);
    at = fy_write_long(at, value->event_ms);
    return at;
}

static size_t room_sku_row(const struct sku_row *value)
{
    size_t room = 140;

    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->supplier.size;
    room += value->title.size;
    room += value->description.size;
    room += value->brand.size;
    room += fy_room_money(&value->price);
    room += value->recent_ids.count * 10;
    for (size_t i = 0; i < value->recent_ids.count; i++)
        room += value->recent_ids.items[i].size;
    room += value->gtins.count * 10;
    for (size_t i = 0; i < value->gtins.count; i++)
        room += value->gtins.items[i].size;
    for (size_t i = 0; i < value->sessions.count; i++)
        room += room_supply_session(&value->sessions.items[i]);
    for (size_t i = 0; i < value->images.count; i++)
        room += fy_room_image(&value->images.items[i]);
    room += value->category.size;
    return room;
}

static uint8_t *write_sku_row(uint8_t *at, const struct sku_row *value)
{
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_string(at, value->supplier);
    at = fy_write_string(at, value->title);
    at = fy_write_branch(at, value->description.data != NULL);
    if (value->description.data != NULL)
        at = fy_write_string(at, value->description);
    at = fy_write_branch(at, value->brand.data != NULL);
    if (value->brand.data != NULL)
        at = fy_write_string(at, value->brand);
    at = fy_write_money(at, &value->price);
    at = fy_write_long(at, value->on_hand_units);
    if (value->recent_ids.count > 0) {
        at = fy_write_long(at, (int64_t)value->recent_ids.count);
        for (size_t i = 0; i < value->recent_ids.count; i++)
            at = fy_write_string(at, value->recent_ids.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->has_withdrawn_ms);
    if (value->has_withdrawn_ms)
        at = fy_write_long(at, value->withdrawn_ms);
    at = fy_write_branch(at, value->has_threshold_units);
    if (value->has_threshold_units)
        at = fy_write_long(at, value->threshold_units);
    if (value->gtins.count > 0) {
        at = fy_write_long(at, (int64_t)value->gtins.count);
        for (size_t i = 0; i < value->gtins.count; i++)
            at = fy_write_string(at, value->gtins.items[i]);
    }
    *at++ = 0;
    if (value->sessions.count > 0) {
        at = fy_write_long(at, (int64_t)value->sessions.count);
        for (size_t i = 0; i < value->sessions.count; i++)
            at = write_supply_session(at, &value->sessions.items[i]);
    }
    *at++ = 0;
    if (value->images.count > 0) {
        at = fy_write_long(at, (int64_t)value->images.count);
        for (size_t i = 0; i < value->images.count; i++)
            at = fy_write_image(at, &value->images.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->category.data != NULL);
    if (value->category.data != NULL)
        at = fy_write_string(at, value->category);
    return at;
}

static size_t room_shelf_offer(const struct shelf_offer *value)
{
    size_t room = 166;

    room += value->supplier.size;
    room += fy_room_money(&value->price);
    room += value->newest_held.size;
    room += value->newest_committed.size;
    return room;
}

static uint8_t *write_shelf_offer(uint8_t *at, const struct shelf_offer *value)
{
    at = fy_write_string(at, value->supplier);
    at = fy_write_money(at, &value->price);
    at = fy_write_long(at, value->on_hand_units);
    at = fy_write_long(at, value->held_units);
    at = fy_write_long(at, value->committed_units);
    at = fy_write_long(at, value->hold_count);
    at = fy_write_branch(at, value->newest_held.data != NULL);
    if (value->newest_held.data != NULL)
        at = fy_write_string(at, value->newest_held);
    at = fy_write_branch(at, value->newest_committed.data != NULL);
    if (value->newest_committed.data != NULL)
        at = fy_write_string(at, value->newest_committed);
    at = fy_write_branch(at, value->has_threshold_units);
    if (value->has_threshold_units)
        at = fy_write_long(at, value->threshold_units);
    at = fy_write_boolean(at, value->low);
    at = fy_write_branch(at, value->has_withdrawn_ms);
    if (value->has_withdrawn_ms)
        at = fy_write_long(at, value->withdrawn_ms);
    at = fy_write_branch(at, value->has_buffer_percent);
    if (value->has_buffer_percent)
        at = fy_write_long(at, value->buffer_percent);
    at = fy_write_long(at, value->counted_ms);
    at = fy_write_long(at, value->sales_week);
    at = fy_write_long(at, value->sales_units);
    at = fy_write_long(at, value->sales_before_units);
    at = fy_write_long(at, value->shipped_count);
    at = fy_write_long(at, value->rejected_count);
    return at;
}

static size_t room_shelf_row(const struct shelf_row *value)
{
    size_t room = 42;

    room += value->currency.size;
    for (size_t i = 0; i < value->offers.count; i++)
        room += room_shelf_offer(&value->offers.items[i]);
    return room;
}

static uint8_t *write_shelf_row(uint8_t *at, const struct shelf_row *value)
{
    at = fy_write_string(at, value->currency);
    if (value->offers.count > 0) {
        at = fy_write_long(at, (int64_t)value->offers.count);
        for (size_t i = 0; i < value->offers.count; i++)
            at = write_shelf_offer(at, &value->offers.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->has_seen_minor);
    if (value->has_seen_minor)
        at = fy_write_long(at, value->seen_minor);
    at = fy_write_long(at, value->seen_count);
    return at;
}

static size_t room_hold_row(const struct hold_row *value)
{
    size_t room = 63;

    room += value->sku.size;
    room += value->order.size;
    room += value->root.size;
    room += fy_room_hold_standing(&value->standing);
    room += value->older.size;
    room += value->newer.size;
    return room;
}

static uint8_t *write_hold_row(uint8_t *at, const struct hold_row *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_string(at, value->order);
    at = fy_write_string(at, value->root);
    at = fy_write_hold_standing(at, &value->standing);
    at = fy_write_long(at, value->since_ms);
    at = fy_write_boolean(at, value->aged);
    at = fy_write_branch(at, value->older.data != NULL);
    if (value->older.data != NULL)
        at = fy_write_string(at, value->older);
    at = fy_write_branch(at, value->newer.data != NULL);
    if (value->newer.data != NULL)
        at = fy_write_string(at, value->newer);
    return at;
}

size_t fy_room_stock_row(const struct stock_row *value)
{
    size_t room = 5;

    if (value->position != NULL)
        room += fy_room_task_position(value->position);
    if (value->parked != NULL)
        room += fy_room_parked_key(value->parked);
    if (value->sku != NULL)
        room += room_sku_row(value->sku);
    if (value->shelf != NULL)
        room += room_shelf_row(value->shelf);
    if (value->hold != NULL)
        room += room_hold_row(value->hold);
    return room;
}

uint8_t *fy_write_stock_row(uint8_t *at, const struct stock_row *value)
{
    at = fy_write_branch(at, value->position != NULL);
    if (value->position != NULL)
        at = fy_write_task_position(at, value->position);
    at = fy_write_branch(at, value->parked != NULL);
    if (value->parked != NULL)
        at = fy_write_parked_key(at, value->parked);
    at = fy_write_branch(at, value->sku != NULL);
    if (value->sku != NULL)
        at = write_sku_row(at, value->sku);
    at = fy_write_branch(at, value->shelf != NULL);
    if (value->shelf != NULL)
        at = write_shelf_row(at, value->shelf);
    at = fy_write_branch(at, value->hold != NULL);
    if (value->hold != NULL)
        at = write_hold_row(at, value->hold);
    return at;
}

enum fy_status stock_row_encode(const struct stock_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->sku != NULL;
    set_count += value->shelf != NULL;
    set_count += value->hold != NULL;
    if (set_count != 1)
        return fy_write_one_of("stock_row", set_count, err);
    room = fy_room_stock_row(value);
    begin = fy_write_begin(arena, 89, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_stock_row(begin, value), ret_bytes);
}

static const struct fy_field fields_of_supply_session[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct supply_session, session),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "n_max",
        .name_bytes = 5,
        .offset = offsetof(struct supply_session, n_max),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "window",
        .name_bytes = 6,
        .offset = offsetof(struct supply_session, window),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "undone",
        .name_bytes = 6,
        .offset = offsetof(struct supply_session, undone),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "event_ms",
        .name_bytes = 8,
        .offset = offsetof(struct supply_session, event_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_supply_session = {
    .name = "SupplySession",
    .fields = fields_of_supply_session,
    .field_count = 5,
    .size = sizeof(struct supply_session),
};

static const struct fy_field fields_of_sku_row[] = {
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct sku_row, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct sku_row, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "title",
        .name_bytes = 5,
        .offset = offsetof(struct sku_row, title),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "description",
        .name_bytes = 11,
        .offset = offsetof(struct sku_row, description),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "brand",
        .name_bytes = 5,
        .offset = offsetof(struct sku_row, brand),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct sku_row, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct sku_row, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "recent_ids",
        .name_bytes = 10,
        .offset = offsetof(struct sku_row, recent_ids),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "withdrawn_ms",
        .name_bytes = 12,
        .offset = offsetof(struct sku_row, withdrawn_ms),
        .has_offset = offsetof(struct sku_row, has_withdrawn_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "threshold_units",
        .name_bytes = 15,
        .offset = offsetof(struct sku_row, threshold_units),
        .has_offset = offsetof(struct sku_row, has_threshold_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "gtins",
        .name_bytes = 5,
        .offset = offsetof(struct sku_row, gtins),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "sessions",
        .name_bytes = 8,
        .offset = offsetof(struct sku_row, sessions),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_supply_session,
    },
    {
        .name = "images",
        .name_bytes = 6,
        .offset = offsetof(struct sku_row, images),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_image,
    },
    {
        .name = "category",
        .name_bytes = 8,
        .offset = offsetof(struct sku_row, category),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_sku_row = {
    .name = "SkuRow",
    .fields = fields_of_sku_row,
    .field_count = 14,
    .size = sizeof(struct sku_row),
};

static const struct fy_field fields_of_shelf_offer[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct shelf_offer, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct shelf_offer, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "on_hand_units",
        .name_bytes = 13,
        .offset = offsetof(struct shelf_offer, on_hand_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "held_units",
        .name_bytes = 10,
        .offset = offsetof(struct shelf_offer, held_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "committed_units",
        .name_bytes = 15,
        .offset = offsetof(struct shelf_offer, committed_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "hold_count",
        .name_bytes = 10,
        .offset = offsetof(struct shelf_offer, hold_count),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "newest_held",
        .name_bytes = 11,
        .offset = offsetof(struct shelf_offer, newest_held),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "newest_committed",
        .name_bytes = 16,
        .offset = offsetof(struct shelf_offer, newest_committed),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "threshold_units",
        .name_bytes = 15,
        .offset = offsetof(struct shelf_offer, threshold_units),
        .has_offset = offsetof(struct shelf_offer, has_threshold_units),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "low",
        .name_bytes = 3,
        .offset = offsetof(struct shelf_offer, low),
        .kind = FY_FIELD_BOOLEAN,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "withdrawn_ms",
        .name_bytes = 12,
        .offset = offsetof(struct shelf_offer, withdrawn_ms),
        .has_offset = offsetof(struct shelf_offer, has_withdrawn_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "buffer_percent",
        .name_bytes = 14,
        .offset = offsetof(struct shelf_offer, buffer_percent),
        .has_offset = offsetof(struct shelf_offer, has_buffer_percent),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "counted_ms",
        .name_bytes = 10,
        .offset = offsetof(struct shelf_offer, counted_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "sales_week",
        .name_bytes = 10,
        .offset = offsetof(struct shelf_offer, sales_week),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "sales_units",
        .name_bytes = 11,
        .offset = offsetof(struct shelf_offer, sales_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "sales_before_units",
        .name_bytes = 18,
        .offset = offsetof(struct shelf_offer, sales_before_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "shipped_count",
        .name_bytes = 13,
        .offset = offsetof(struct shelf_offer, shipped_count),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "rejected_count",
        .name_bytes = 14,
        .offset = offsetof(struct shelf_offer, rejected_count),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
};

static const struct fy_type type_shelf_offer = {
    .name = "ShelfOffer",
    .fields = fields_of_shelf_offer,
    .field_count = 18,
    .size = sizeof(struct shelf_offer),
};

static const struct fy_field fields_of_shelf_row[] = {
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct shelf_row, currency),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "offers",
        .name_bytes = 6,
        .offset = offsetof(struct shelf_row, offers),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_shelf_offer,
    },
    {
        .name = "seen_minor",
        .name_bytes = 10,
        .offset = offsetof(struct shelf_row, seen_minor),
        .has_offset = offsetof(struct shelf_row, has_seen_minor),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "seen_count",
        .name_bytes = 10,
        .offset = offsetof(struct shelf_row, seen_count),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
};

static const struct fy_type type_shelf_row = {
    .name = "ShelfRow",
    .fields = fields_of_shelf_row,
    .field_count = 4,
    .size = sizeof(struct shelf_row),
};

static const struct fy_field fields_of_hold_row[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct hold_row, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct hold_row, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "root",
        .name_bytes = 4,
        .offset = offsetof(struct hold_row, root),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct hold_row, standing),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_hold_standing,
    },
    {
        .name = "since_ms",
        .name_bytes = 8,
        .offset = offsetof(struct hold_row, since_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "aged",
        .name_bytes = 4,
        .offset = offsetof(struct hold_row, aged),
        .kind = FY_FIELD_BOOLEAN,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "older",
        .name_bytes = 5,
        .offset = offsetof(struct hold_row, older),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "newer",
        .name_bytes = 5,
        .offset = offsetof(struct hold_row, newer),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_hold_row = {
    .name = "HoldRow",
    .fields = fields_of_hold_row,
    .field_count = 8,
    .size = sizeof(struct hold_row),
};

static const struct fy_field fields_of_stock_row[] = {
    {
        .name = "position",
        .name_bytes = 8,
        .offset = offsetof(struct stock_row, position),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_task_position,
    },
    {
        .name = "parked",
        .name_bytes = 6,
        .offset = offsetof(struct stock_row, parked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_parked_key,
    },
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct stock_row, sku),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_sku_row,
    },
    {
        .name = "shelf",
        .name_bytes = 5,
        .offset = offsetof(struct stock_row, shelf),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_shelf_row,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct stock_row, hold),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_row,
    },
};

const struct fy_type fy_type_stock_row = {
    .name = "StockRow",
    .fields = fields_of_stock_row,
    .field_count = 5,
    .one_of = true,
    .size = sizeof(struct stock_row),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return stock_row_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return stock_row_decode(bytes, arena, ret_value, err);
}

static const char text_10[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Ne"
    "west seq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"t"
    "ype\":\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination part"
    "ition.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\""
    "partition\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"do"
    "c\":\"The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\","
    "\"logicalType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"}"
    "]}]},{\"name\":\"parked\",\"default\":null,\"doc\":\"A key whose records go to the dead lette"
    "rs.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"d"
    "oc\":\"A key with a dead letter: its later records follow, in order, until it is released.\","
    "\"fields\":[{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-mi"
    "llis\"},\"doc\":\"Append time of the record that could not be handled, UTC.\"},{\"name\":\"re"
    "cords\",\"type\":\"long\",\"doc\":\"How many of its records are in the dead letters.\"}]}]},{"
    "\"name\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\","
    "\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Newest input included, one "
    "per topic.\"},{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name"
    "\":\"title\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\","
    "\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\","
    "\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"typ"
    "e\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money"
    ".\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":"
    "\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3"
    ",\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of o"
    "ne item.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0"
    ".\"},{\"name\":\"recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"ev"
    "ent_id of the last 64 supply facts, newest last: how a repeat is recognised.\"}]}]}]}";

const struct fy_schema stock_row_schema_10 = {
    .id = 10,
    .version = 1,
    .fingerprint = UINT64_C(0x99481db5d369f4fd),
    .subject = "stock-changelog-value",
    .text = text_10,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_13[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"}]}]},{"
    "\"name\":\"parked\",\"default\":null,\"doc\":\"A key whose records go to the dead letters.\","
    "\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":"
    "\"A key with a dead letter: its later records follow, in order, until it is released.\",\"fie"
    "lds\":[{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"},\"doc\":\"Append time of the record that could not be handled, UTC.\"},{\"name\":\"record"
    "s\",\"type\":\"long\",\"doc\":\"How many of its records are in the dead letters.\"}]}]},{\"na"
    "me\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type"
    "\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Newest input included, one per to"
    "pic.\"},{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"ti"
    "tle\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{"
    "\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\","
    "\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Mi"
    "nor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"m"
    "ax_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one i"
    "tem.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"}"
    ",{\"name\":\"recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"event_"
    "id of the last 64 supply facts, newest last: how a repeat is recognised.\"}]}]}]}";

const struct fy_schema stock_row_schema_13 = {
    .id = 13,
    .version = 2,
    .fingerprint = UINT64_C(0x18953951d64cc0b3),
    .subject = "stock-changelog-value",
    .text = text_13,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_17[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"}]}]},{"
    "\"name\":\"parked\",\"default\":null,\"doc\":\"A key whose records go to the dead letters.\","
    "\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":"
    "\"A key with a dead letter: its later records follow, in order, until it is released.\",\"fie"
    "lds\":[{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"},\"doc\":\"Append time of the record that could not be handled, UTC.\"},{\"name\":\"record"
    "s\",\"type\":\"long\",\"doc\":\"How many of its records are in the dead letters.\"}]}]},{\"na"
    "me\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type"
    "\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Newest input included, one per to"
    "pic.\"},{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"ti"
    "tle\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{"
    "\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\","
    "\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Mi"
    "nor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"m"
    "ax_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one i"
    "tem.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"}"
    ",{\"name\":\"recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"event_"
    "id of the last 64 supply facts, newest last: how a repeat is recognised.\"},{\"name\":\"withd"
    "rawn_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-"
    "millis\"}],\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{"
    "\"name\":\"threshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is"
    " low when so many items or fewer can be bought; null: never.\"}]}]}]}";

const struct fy_schema stock_row_schema_17 = {
    .id = 17,
    .version = 3,
    .fingerprint = UINT64_C(0xe42ab07c478a4d87),
    .subject = "stock-changelog-value",
    .text = text_17,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_22[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"}]}]},{"
    "\"name\":\"parked\",\"default\":null,\"doc\":\"A key whose records go to the dead letters.\","
    "\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":"
    "\"A key with a dead letter: its later records follow, in order, until it is released.\",\"fie"
    "lds\":[{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"},\"doc\":\"Append time of the record that could not be handled, UTC.\"},{\"name\":\"record"
    "s\",\"type\":\"long\",\"doc\":\"How many of its records are in the dead letters.\"}]}]},{\"na"
    "me\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type"
    "\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Newest input included, one per to"
    "pic.\"},{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"ti"
    "tle\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{"
    "\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\","
    "\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Mi"
    "nor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"m"
    "ax_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one i"
    "tem.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"}"
    ",{\"name\":\"recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"event_"
    "id of the last 64 supply facts, newest last: how a repeat is recognised.\"},{\"name\":\"withd"
    "rawn_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-"
    "millis\"}],\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{"
    "\"name\":\"threshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is"
    " low when so many items or fewer can be bought; null: never.\"},{\"name\":\"gtins\",\"default"
    "\":[],\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes of one item, GTIN"
    "s of 14 digits.\"},{\"name\":\"sessions\",\"default\":[],\"doc\":\"Feeds and scan sessions th"
    "at spoke of it within 8 days, the last 16, newest last: how a repeat is recognised.\",\"type"
    "\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"SupplySession\",\"doc\":\"Wh"
    "ich numbers of one session were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\""
    ",\"doc\":\"The session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"}"
    ",{\"name\":\"window\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63"
    ".\"},{\"name\":\"undone\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i has nothing to und"
    "o: no scan, refused, or undone; i in 0 .. 63.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\""
    "long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took the newest of it, U"
    "TC.\"}]}}}]}]}]}";

const struct fy_schema stock_row_schema_22 = {
    .id = 22,
    .version = 4,
    .fingerprint = UINT64_C(0x8bc6e3956cff7261),
    .subject = "stock-changelog-value",
    .text = text_22,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_26[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"}]}]},{"
    "\"name\":\"parked\",\"default\":null,\"doc\":\"A key whose records go to the dead letters.\","
    "\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":"
    "\"A key with a dead letter: its later records follow, in order, until it is released.\",\"fie"
    "lds\":[{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"},\"doc\":\"Append time of the record that could not be handled, UTC.\"},{\"name\":\"record"
    "s\",\"type\":\"long\",\"doc\":\"How many of its records are in the dead letters.\"}]}]},{\"na"
    "me\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type"
    "\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Newest input included, one per to"
    "pic.\"},{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"ti"
    "tle\",\"type\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{"
    "\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\","
    "\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Mi"
    "nor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"m"
    "ax_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one i"
    "tem.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"}"
    ",{\"name\":\"recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"event_"
    "id of the last 64 supply facts, newest last: how a repeat is recognised.\"},{\"name\":\"withd"
    "rawn_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-"
    "millis\"}],\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{"
    "\"name\":\"threshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is"
    " low when so many items or fewer can be bought; null: never.\"},{\"name\":\"gtins\",\"default"
    "\":[],\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes of one item, GTIN"
    "s of 14 digits.\"},{\"name\":\"sessions\",\"default\":[],\"doc\":\"Feeds and scan sessions th"
    "at spoke of it within 8 days, the last 16, newest last: how a repeat is recognised.\",\"type"
    "\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"SupplySession\",\"doc\":\"Wh"
    "ich numbers of one session were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\""
    ",\"doc\":\"The session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"}"
    ",{\"name\":\"window\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63"
    ".\"},{\"name\":\"undone\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i has nothing to und"
    "o: no scan, refused, or undone; i in 0 .. 63.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\""
    "long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took the newest of it, U"
    "TC.\"}]}}},{\"name\":\"images\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":{\"type"
    "\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content: /i"
    "mages/<first two digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\""
    ":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\":\"m"
    "edia_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name\":"
    "\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},{\""
    "name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\""
    ",\"doc\":\"Of the file that is kept.\"}]}},\"doc\":\"Pictures of it, in order; at most 16.\"}"
    "]}]}]}";

const struct fy_schema stock_row_schema_26 = {
    .id = 26,
    .version = 5,
    .fingerprint = UINT64_C(0x9aa15781dca320a1),
    .subject = "stock-changelog-value",
    .text = text_26,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_31[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{\"nam"
    "e\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules that m"
    "ade the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":null,"
    "\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its later "
    "records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the record"
    " that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How man"
    "y of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"long\""
    ",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been hand"
    "led.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that wait "
    "are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type\":"
    "\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"name"
    "\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, one"
    " after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":null,"
    "\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"name"
    "\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type\""
    ":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Empty: rows follow from events, and"
    " no event tells what was read. Rows of rules version 1 name the newest input included.\"},{\""
    "name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"typ"
    "e\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"re"
    "cord\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{"
    "\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, ce"
    "nts of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,"
    "\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"na"
    "me\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"},{\"name\":\""
    "recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"event_id of the las"
    "t 64 supply facts, newest last: how a repeat is recognised.\"},{\"name\":\"withdrawn_ms\",\"d"
    "efault\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\""
    "doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{\"name\":\"thr"
    "eshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is low when so m"
    "any items or fewer can be bought; null: never.\"},{\"name\":\"gtins\",\"default\":[],\"type\""
    ":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes of one item, GTINs of 14 digits"
    ".\"},{\"name\":\"sessions\",\"default\":[],\"doc\":\"Feeds and scan sessions that spoke of it"
    " within 8 days, the last 16, newest last: how a repeat is recognised.\",\"type\":{\"type\":\""
    "array\",\"items\":{\"type\":\"record\",\"name\":\"SupplySession\",\"doc\":\"Which numbers of "
    "one session were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The "
    "session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"},{\"name\":\"wi"
    "ndow\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63.\"},{\"name\":"
    "\"undone\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i has nothing to undo: no scan, ref"
    "used, or undone; i in 0 .. 63.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logica"
    "lType\":\"timestamp-millis\"},\"doc\":\"When our edge took the newest of it, UTC.\"}]}}},{\"n"
    "ame\":\"images\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
    "\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content: /images/<first t"
    "wo digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\""
    "doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\""
    "type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"typ"
    "e\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},{\"name\":\"height"
    "\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of t"
    "he file that is kept.\"}]}},\"doc\":\"Pictures of it, in order; at most 16.\"}]}]}]}";

const struct fy_schema stock_row_schema_31 = {
    .id = 31,
    .version = 6,
    .fingerprint = UINT64_C(0xcf1f7872d460495b),
    .subject = "stock-changelog-value",
    .text = text_31,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_45[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{\"nam"
    "e\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules that m"
    "ade the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":null,"
    "\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its later "
    "records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the record"
    " that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How man"
    "y of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"long\""
    ",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been hand"
    "led.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that wait "
    "are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type\":"
    "\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"name"
    "\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, one"
    " after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":null,"
    "\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"name"
    "\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type\""
    ":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Empty: rows follow from events, and"
    " no event tells what was read. Rows of rules version 1 name the newest input included.\"},{\""
    "name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"typ"
    "e\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"re"
    "cord\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{"
    "\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, ce"
    "nts of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,"
    "\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"na"
    "me\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"},{\"name\":\""
    "recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"event_id of the las"
    "t 64 supply facts, newest last: how a repeat is recognised.\"},{\"name\":\"withdrawn_ms\",\"d"
    "efault\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\""
    "doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{\"name\":\"thr"
    "eshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is low when so m"
    "any items or fewer can be bought; null: never.\"},{\"name\":\"gtins\",\"default\":[],\"type\""
    ":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes of one item, GTINs of 14 digits"
    ".\"},{\"name\":\"sessions\",\"default\":[],\"doc\":\"Feeds and scan sessions that spoke of it"
    " within 8 days, the last 16, newest last: how a repeat is recognised.\",\"type\":{\"type\":\""
    "array\",\"items\":{\"type\":\"record\",\"name\":\"SupplySession\",\"doc\":\"Which numbers of "
    "one session were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The "
    "session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"},{\"name\":\"wi"
    "ndow\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63.\"},{\"name\":"
    "\"undone\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i has nothing to undo: no scan, ref"
    "used, or undone; i in 0 .. 63.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logica"
    "lType\":\"timestamp-millis\"},\"doc\":\"When our edge took the newest of it, UTC.\"}]}}},{\"n"
    "ame\":\"images\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
    "\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content: /images/<first t"
    "wo digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\""
    "doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\""
    "type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"typ"
    "e\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},{\"name\":\"height"
    "\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of t"
    "he file that is kept.\"}]}},\"doc\":\"Pictures of it, in order; at most 16.\"}]}]},{\"name\":"
    "\"shelf\",\"default\":null,\"doc\":\"What is there of one SKU, of all its suppliers.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"ShelfRow\",\"doc\":\"What is there of one SKU: s"
    "mall, for each hold changes it.\",\"fields\":[{\"name\":\"currency\",\"type\":\"string\",\"do"
    "c\":\"Of every price of it, ISO 4217: that of the first.\"},{\"name\":\"offers\",\"doc\":\"Of"
    " at most 16 suppliers, in the order in which they listed it.\",\"type\":{\"type\":\"array\","
    "\"items\":{\"type\":\"record\",\"name\":\"ShelfOffer\",\"doc\":\"What one supplier has of it."
    "\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"price"
    "\",\"type\":\"fy.Money\",\"doc\":\"Price of one item.\"},{\"name\":\"on_hand_units\",\"type\""
    ":\"long\",\"doc\":\"Whole items there, those that are promised too.\"},{\"name\":\"held_units"
    "\",\"type\":\"long\",\"doc\":\"Of them, promised to orders that are not paid.\"},{\"name\":\""
    "committed_units\",\"type\":\"long\",\"doc\":\"Of them, sold and not shipped.\"},{\"name\":\"h"
    "old_count\",\"type\":\"long\",\"doc\":\"Holds that are held or committed.\"},{\"name\":\"newe"
    "st_held\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The newest hold that is h"
    "eld.\"},{\"name\":\"newest_committed\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc"
    "\":\"The hold that was committed last and is not shipped.\"},{\"name\":\"threshold_units\",\""
    "type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Stock is low when so many items or fewe"
    "r are promised to nobody; null: never.\"},{\"name\":\"low\",\"type\":\"boolean\",\"default\":"
    "false,\"doc\":\"It was told that stock is low, and not that it is so no more.\"},{\"name\":\""
    "withdrawn_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"}],\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer."
    "\"},{\"name\":\"buffer_percent\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"How "
    "much of an old count is not sold; null: all is.\"},{\"name\":\"counted_ms\",\"default\":0,\"t"
    "ype\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was last cou"
    "nted, UTC; 0: never.\"},{\"name\":\"sales_week\",\"type\":\"long\",\"default\":0,\"doc\":\"Th"
    "e week of its newest sale, since 1970.\"},{\"name\":\"sales_units\",\"type\":\"long\",\"defau"
    "lt\":0,\"doc\":\"Whole items sold in that week.\"},{\"name\":\"sales_before_units\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Whole items sold in the week before it.\"},{\"name\":\"shipp"
    "ed_count\",\"type\":\"long\",\"default\":0,\"doc\":\"Holds that began to be shipped. Halved t"
    "ogether with rejected_count when both are 64.\"},{\"name\":\"rejected_count\",\"type\":\"long"
    "\",\"default\":0,\"doc\":\"Holds that the supplier would not ship.\"}]}}}]}]},{\"name\":\"hol"
    "d\",\"default\":null,\"doc\":\"One hold.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"HoldRow\",\"doc\":\"One hold: how each request of it is answered, a repeat too.\",\"fields"
    "\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Of which SKU.\"},{\"name\":\"order\",\"ty"
    "pe\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visi"
    "tor it all began with.\"},{\"name\":\"standing\",\"type\":{\"type\":\"record\",\"name\":\"Hol"
    "dStanding\",\"namespace\":\"fy\",\"doc\":\"How a hold stands: items of one supplier, promised"
    " to one line of an order.\",\"fields\":[{\"name\":\"state\",\"doc\":\"How far it is.\",\"type"
    "\":{\"type\":\"enum\",\"name\":\"HoldState\",\"symbols\":[\"UNKNOWN\",\"HELD\",\"COMMITTED\","
    "\"SHIPPED\",\"RETURNED\",\"RELEASED\",\"REFUSED\"],\"doc\":\"UNKNOWN: never asked for, or for"
    "gotten. HELD: promised. COMMITTED: sold; some of it may be shipped. SHIPPED: all of it has le"
    "ft. RETURNED: all of that came back. RELEASED: promised no more. REFUSED: never promised.\"}}"
    ",{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Why it was re"
    "fused (unknown_sku, withdrawn, other_currency, sold_out, too_many_holds) or released (cancell"
    "ed, expired, rejected, lost).\"},{\"name\":\"supplier\",\"type\":[\"null\",\"string\"],\"defa"
    "ult\":null,\"doc\":\"Whose items; null where none were promised.\"},{\"name\":\"units\",\"typ"
    "e\":\"long\",\"default\":0,\"doc\":\"Whole items that were asked for.\"},{\"name\":\"price\","
    "\"type\":[\"null\",\"fy.Money\"],\"default\":null,\"doc\":\"Price of one item; null where non"
    "e were promised.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Who"
    "le items that have left.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"default\":0,\"do"
    "c\":\"Of them, those that came back.\"},{\"name\":\"restocked_units\",\"type\":\"long\",\"def"
    "ault\":0,\"doc\":\"Of them, those on the shelf again.\"},{\"name\":\"short_units\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Whole items that were sold and are not there, as was told.\""
    "},{\"name\":\"left_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of a refusal: whole item"
    "s that one supplier could have given.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"since_ms\""
    ",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Since when its s"
    "tate is what it is, UTC.\"},{\"name\":\"aged\",\"type\":\"boolean\",\"default\":false,\"doc\""
    ":\"It was told that it has been held for a day.\"},{\"name\":\"older\",\"type\":[\"null\",\"s"
    "tring\"],\"default\":null,\"doc\":\"The next older hold of its supplier in the same state, he"
    "ld or committed.\"},{\"name\":\"newer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc"
    "\":\"The next newer one.\"}]}]}]}";

const struct fy_schema stock_row_schema_45 = {
    .id = 45,
    .version = 7,
    .fingerprint = UINT64_C(0xc8ca2a2648a698f2),
    .subject = "stock-changelog-value",
    .text = text_45,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_58[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{\"nam"
    "e\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules that m"
    "ade the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":null,"
    "\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its later "
    "records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the record"
    " that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How man"
    "y of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"long\""
    ",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been hand"
    "led.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that wait "
    "are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type\":"
    "\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"name"
    "\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, one"
    " after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":null,"
    "\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"name"
    "\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type\""
    ":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Empty: rows follow from events, and"
    " no event tells what was read. Rows of rules version 1 name the newest input included.\"},{\""
    "name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"typ"
    "e\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"re"
    "cord\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{"
    "\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, ce"
    "nts of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,"
    "\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"na"
    "me\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"},{\"name\":\""
    "recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"event_id of the las"
    "t 64 supply facts, newest last: how a repeat is recognised.\"},{\"name\":\"withdrawn_ms\",\"d"
    "efault\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\""
    "doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{\"name\":\"thr"
    "eshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is low when so m"
    "any items or fewer can be bought; null: never.\"},{\"name\":\"gtins\",\"default\":[],\"type\""
    ":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes of one item, GTINs of 14 digits"
    ".\"},{\"name\":\"sessions\",\"default\":[],\"doc\":\"Feeds and scan sessions that spoke of it"
    " within 8 days, the last 16, newest last: how a repeat is recognised.\",\"type\":{\"type\":\""
    "array\",\"items\":{\"type\":\"record\",\"name\":\"SupplySession\",\"doc\":\"Which numbers of "
    "one session were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The "
    "session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"},{\"name\":\"wi"
    "ndow\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63.\"},{\"name\":"
    "\"undone\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i has nothing to undo: no scan, ref"
    "used, or undone; i in 0 .. 63.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logica"
    "lType\":\"timestamp-millis\"},\"doc\":\"When our edge took the newest of it, UTC.\"}]}}},{\"n"
    "ame\":\"images\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
    "\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content: /images/<first t"
    "wo digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\""
    "doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\""
    "type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"typ"
    "e\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},{\"name\":\"height"
    "\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of t"
    "he file that is kept.\"}]}},\"doc\":\"Pictures of it, in order; at most 16.\"},{\"name\":\"ca"
    "tegory\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Where it stands in the sho"
    "p: home/kitchen/mugs.\"}]}]},{\"name\":\"shelf\",\"default\":null,\"doc\":\"What is there of "
    "one SKU, of all its suppliers.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ShelfRow"
    "\",\"doc\":\"What is there of one SKU: small, for each hold changes it.\",\"fields\":[{\"name"
    "\":\"currency\",\"type\":\"string\",\"doc\":\"Of every price of it, ISO 4217: that of the fir"
    "st.\"},{\"name\":\"offers\",\"doc\":\"Of at most 16 suppliers, in the order in which they lis"
    "ted it.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"ShelfOffer\""
    ",\"doc\":\"What one supplier has of it.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"strin"
    "g\",\"doc\":\"Who.\"},{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item."
    "\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items there, those that are"
    " promised too.\"},{\"name\":\"held_units\",\"type\":\"long\",\"doc\":\"Of them, promised to o"
    "rders that are not paid.\"},{\"name\":\"committed_units\",\"type\":\"long\",\"doc\":\"Of them"
    ", sold and not shipped.\"},{\"name\":\"hold_count\",\"type\":\"long\",\"doc\":\"Holds that ar"
    "e held or committed.\"},{\"name\":\"newest_held\",\"type\":[\"null\",\"string\"],\"default\":"
    "null,\"doc\":\"The newest hold that is held.\"},{\"name\":\"newest_committed\",\"type\":[\"nu"
    "ll\",\"string\"],\"default\":null,\"doc\":\"The hold that was committed last and is not shipp"
    "ed.\"},{\"name\":\"threshold_units\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\""
    "Stock is low when so many items or fewer are promised to nobody; null: never.\"},{\"name\":\""
    "low\",\"type\":\"boolean\",\"default\":false,\"doc\":\"It was told that stock is low, and not"
    " that it is so no more.\"},{\"name\":\"withdrawn_ms\",\"default\":null,\"type\":[\"null\",{\""
    "type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Since when it is on offer no"
    " more, UTC; null while it is on offer.\"},{\"name\":\"buffer_percent\",\"type\":[\"null\",\"l"
    "ong\"],\"default\":null,\"doc\":\"How much of an old count is not sold; null: all is.\"},{\"n"
    "ame\":\"counted_ms\",\"default\":0,\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-mi"
    "llis\"},\"doc\":\"When it was last counted, UTC; 0: never.\"},{\"name\":\"sales_week\",\"type"
    "\":\"long\",\"default\":0,\"doc\":\"The week of its newest sale, since 1970.\"},{\"name\":\"s"
    "ales_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items sold in that week.\"},{\"n"
    "ame\":\"sales_before_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items sold in th"
    "e week before it.\"},{\"name\":\"shipped_count\",\"type\":\"long\",\"default\":0,\"doc\":\"Ho"
    "lds that began to be shipped. Halved together with rejected_count when both are 64.\"},{\"nam"
    "e\":\"rejected_count\",\"type\":\"long\",\"default\":0,\"doc\":\"Holds that the supplier woul"
    "d not ship.\"}]}}}]}]},{\"name\":\"hold\",\"default\":null,\"doc\":\"One hold.\",\"type\":[\""
    "null\",{\"type\":\"record\",\"name\":\"HoldRow\",\"doc\":\"One hold: how each request of it i"
    "s answered, a repeat too.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Of wh"
    "ich SKU.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"root\",\""
    "type\":\"string\",\"doc\":\"The visitor it all began with.\"},{\"name\":\"standing\",\"type\""
    ":{\"type\":\"record\",\"name\":\"HoldStanding\",\"namespace\":\"fy\",\"doc\":\"How a hold sta"
    "nds: items of one supplier, promised to one line of an order.\",\"fields\":[{\"name\":\"state"
    "\",\"doc\":\"How far it is.\",\"type\":{\"type\":\"enum\",\"name\":\"HoldState\",\"symbols\":"
    "[\"UNKNOWN\",\"HELD\",\"COMMITTED\",\"SHIPPED\",\"RETURNED\",\"RELEASED\",\"REFUSED\"],\"doc"
    "\":\"UNKNOWN: never asked for, or forgotten. HELD: promised. COMMITTED: sold; some of it may "
    "be shipped. SHIPPED: all of it has left. RETURNED: all of that came back. RELEASED: promised "
    "no more. REFUSED: never promised.\"}},{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"d"
    "efault\":null,\"doc\":\"Why it was refused (unknown_sku, withdrawn, other_currency, sold_out,"
    " too_many_holds) or released (cancelled, expired, rejected, lost).\"},{\"name\":\"supplier\","
    "\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose items; null where none were p"
    "romised.\"},{\"name\":\"units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that we"
    "re asked for.\"},{\"name\":\"price\",\"type\":[\"null\",\"fy.Money\"],\"default\":null,\"doc"
    "\":\"Price of one item; null where none were promised.\"},{\"name\":\"shipped_units\",\"type"
    "\":\"long\",\"default\":0,\"doc\":\"Whole items that have left.\"},{\"name\":\"returned_units"
    "\",\"type\":\"long\",\"default\":0,\"doc\":\"Of them, those that came back.\"},{\"name\":\"re"
    "stocked_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of them, those on the shelf again."
    "\"},{\"name\":\"short_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that were"
    " sold and are not there, as was told.\"},{\"name\":\"left_units\",\"type\":\"long\",\"default"
    "\":0,\"doc\":\"Of a refusal: whole items that one supplier could have given.\"}]},\"doc\":\"H"
    "ow it stands.\"},{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timesta"
    "mp-millis\"},\"doc\":\"Since when its state is what it is, UTC.\"},{\"name\":\"aged\",\"type"
    "\":\"boolean\",\"default\":false,\"doc\":\"It was told that it has been held for a day.\"},{"
    "\"name\":\"older\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The next older h"
    "old of its supplier in the same state, held or committed.\"},{\"name\":\"newer\",\"type\":[\""
    "null\",\"string\"],\"default\":null,\"doc\":\"The next newer one.\"}]}]}]}";

const struct fy_schema stock_row_schema_58 = {
    .id = 58,
    .version = 8,
    .fingerprint = UINT64_C(0xd693d664a89bebb1),
    .subject = "stock-changelog-value",
    .text = text_58,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_72[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{\"nam"
    "e\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules that m"
    "ade the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":null,"
    "\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its later "
    "records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the record"
    " that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How man"
    "y of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"long\""
    ",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been hand"
    "led.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that wait "
    "are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type\":"
    "\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"name"
    "\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, one"
    " after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":null,"
    "\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"name"
    "\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type\""
    ":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Empty: rows follow from events, and"
    " no event tells what was read. Rows of rules version 1 name the newest input included.\"},{\""
    "name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"typ"
    "e\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"re"
    "cord\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{"
    "\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, ce"
    "nts of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,"
    "\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"Price of one item.\"},{\"na"
    "me\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items on hand, >= 0.\"},{\"name\":\""
    "recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"event_id of the las"
    "t 64 supply facts, newest last: how a repeat is recognised.\"},{\"name\":\"withdrawn_ms\",\"d"
    "efault\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\""
    "doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{\"name\":\"thr"
    "eshold_units\",\"default\":null,\"type\":[\"null\",\"long\"],\"doc\":\"Stock is low when so m"
    "any items or fewer can be bought; null: never.\"},{\"name\":\"gtins\",\"default\":[],\"type\""
    ":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Barcodes of one item, GTINs of 14 digits"
    ".\"},{\"name\":\"sessions\",\"default\":[],\"doc\":\"Feeds and scan sessions that spoke of it"
    " within 8 days, the last 16, newest last: how a repeat is recognised.\",\"type\":{\"type\":\""
    "array\",\"items\":{\"type\":\"record\",\"name\":\"SupplySession\",\"doc\":\"Which numbers of "
    "one session were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The "
    "session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"},{\"name\":\"wi"
    "ndow\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63.\"},{\"name\":"
    "\"undone\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i has nothing to undo: no scan, ref"
    "used, or undone; i in 0 .. 63.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logica"
    "lType\":\"timestamp-millis\"},\"doc\":\"When our edge took the newest of it, UTC.\"}]}}},{\"n"
    "ame\":\"images\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
    "\"name\":\"Image\",\"namespace\":\"fy\",\"doc\":\"A picture, by its content: /images/<first t"
    "wo digits>/<hash>.<jpg, png or webp>.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\""
    "doc\":\"BLAKE2b-256 of the bytes that are kept, 64 hex digits.\"},{\"name\":\"media_type\",\""
    "type\":\"string\",\"doc\":\"image/jpeg, image/png or image/webp.\"},{\"name\":\"width\",\"typ"
    "e\":\"int\",\"doc\":\"Pixels, as stored: before a photograph is turned.\"},{\"name\":\"height"
    "\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"name\":\"bytes\",\"type\":\"long\",\"doc\":\"Of t"
    "he file that is kept.\"}]}},\"doc\":\"Pictures of it, in order; at most 16.\"},{\"name\":\"ca"
    "tegory\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Where it stands in the sho"
    "p: home/kitchen/mugs.\"}]}]},{\"name\":\"shelf\",\"default\":null,\"doc\":\"What is there of "
    "one SKU, of all its suppliers.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ShelfRow"
    "\",\"doc\":\"What is there of one SKU: small, for each hold changes it.\",\"fields\":[{\"name"
    "\":\"currency\",\"type\":\"string\",\"doc\":\"Of every price of it, ISO 4217: that of the fir"
    "st.\"},{\"name\":\"offers\",\"doc\":\"Of at most 16 suppliers, in the order in which they lis"
    "ted it.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"ShelfOffer\""
    ",\"doc\":\"What one supplier has of it.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"strin"
    "g\",\"doc\":\"Who.\"},{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item."
    "\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"doc\":\"Whole items there, those that are"
    " promised too.\"},{\"name\":\"held_units\",\"type\":\"long\",\"doc\":\"Of them, promised to o"
    "rders that are not paid.\"},{\"name\":\"committed_units\",\"type\":\"long\",\"doc\":\"Of them"
    ", sold and not shipped.\"},{\"name\":\"hold_count\",\"type\":\"long\",\"doc\":\"Holds that ar"
    "e held or committed.\"},{\"name\":\"newest_held\",\"type\":[\"null\",\"string\"],\"default\":"
    "null,\"doc\":\"The newest hold that is held.\"},{\"name\":\"newest_committed\",\"type\":[\"nu"
    "ll\",\"string\"],\"default\":null,\"doc\":\"The hold that was committed last and is not shipp"
    "ed.\"},{\"name\":\"threshold_units\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\""
    "Stock is low when so many items or fewer are promised to nobody; null: never.\"},{\"name\":\""
    "low\",\"type\":\"boolean\",\"default\":false,\"doc\":\"It was told that stock is low, and not"
    " that it is so no more.\"},{\"name\":\"withdrawn_ms\",\"default\":null,\"type\":[\"null\",{\""
    "type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Since when it is on offer no"
    " more, UTC; null while it is on offer.\"},{\"name\":\"buffer_percent\",\"type\":[\"null\",\"l"
    "ong\"],\"default\":null,\"doc\":\"How much of an old count is not sold; null: all is.\"},{\"n"
    "ame\":\"counted_ms\",\"default\":0,\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-mi"
    "llis\"},\"doc\":\"When it was last counted, UTC; 0: never.\"},{\"name\":\"sales_week\",\"type"
    "\":\"long\",\"default\":0,\"doc\":\"The week of its newest sale, since 1970.\"},{\"name\":\"s"
    "ales_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items sold in that week.\"},{\"n"
    "ame\":\"sales_before_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items sold in th"
    "e week before it.\"},{\"name\":\"shipped_count\",\"type\":\"long\",\"default\":0,\"doc\":\"Ho"
    "lds that began to be shipped. Halved together with rejected_count when both are 64.\"},{\"nam"
    "e\":\"rejected_count\",\"type\":\"long\",\"default\":0,\"doc\":\"Holds that the supplier woul"
    "d not ship.\"}]}}},{\"name\":\"seen_minor\",\"type\":[\"null\",\"long\"],\"default\":null,\"d"
    "oc\":\"The price of one item that customers were last told, minor units; null: none yet.\"},{"
    "\"name\":\"seen_count\",\"type\":\"long\",\"default\":0,\"doc\":\"How many prices they have b"
    "een told.\"}]}]},{\"name\":\"hold\",\"default\":null,\"doc\":\"One hold.\",\"type\":[\"null\""
    ",{\"type\":\"record\",\"name\":\"HoldRow\",\"doc\":\"One hold: how each request of it is answ"
    "ered, a repeat too.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Of which SK"
    "U.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"root\",\"type\""
    ":\"string\",\"doc\":\"The visitor it all began with.\"},{\"name\":\"standing\",\"type\":{\"ty"
    "pe\":\"record\",\"name\":\"HoldStanding\",\"namespace\":\"fy\",\"doc\":\"How a hold stands: i"
    "tems of one supplier, promised to one line of an order.\",\"fields\":[{\"name\":\"state\",\"d"
    "oc\":\"How far it is.\",\"type\":{\"type\":\"enum\",\"name\":\"HoldState\",\"symbols\":[\"UNK"
    "NOWN\",\"HELD\",\"COMMITTED\",\"SHIPPED\",\"RETURNED\",\"RELEASED\",\"REFUSED\"],\"doc\":\"UN"
    "KNOWN: never asked for, or forgotten. HELD: promised. COMMITTED: sold; some of it may be ship"
    "ped. SHIPPED: all of it has left. RETURNED: all of that came back. RELEASED: promised no more"
    ". REFUSED: never promised.\"}},{\"name\":\"reason\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"Why it was refused (unknown_sku, withdrawn, other_currency, sold_out, too_m"
    "any_holds) or released (cancelled, expired, rejected, lost).\"},{\"name\":\"supplier\",\"type"
    "\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose items; null where none were promise"
    "d.\"},{\"name\":\"units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that were ask"
    "ed for.\"},{\"name\":\"price\",\"type\":[\"null\",\"fy.Money\"],\"default\":null,\"doc\":\"Pr"
    "ice of one item; null where none were promised.\"},{\"name\":\"shipped_units\",\"type\":\"lon"
    "g\",\"default\":0,\"doc\":\"Whole items that have left.\"},{\"name\":\"returned_units\",\"typ"
    "e\":\"long\",\"default\":0,\"doc\":\"Of them, those that came back.\"},{\"name\":\"restocked_"
    "units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of them, those on the shelf again.\"},{\"na"
    "me\":\"short_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that were sold and"
    " are not there, as was told.\"},{\"name\":\"left_units\",\"type\":\"long\",\"default\":0,\"do"
    "c\":\"Of a refusal: whole items that one supplier could have given.\"}]},\"doc\":\"How it sta"
    "nds.\"},{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"},\"doc\":\"Since when its state is what it is, UTC.\"},{\"name\":\"aged\",\"type\":\"boole"
    "an\",\"default\":false,\"doc\":\"It was told that it has been held for a day.\"},{\"name\":\""
    "older\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The next older hold of its "
    "supplier in the same state, held or committed.\"},{\"name\":\"newer\",\"type\":[\"null\",\"st"
    "ring\"],\"default\":null,\"doc\":\"The next newer one.\"}]}]}]}";

const struct fy_schema stock_row_schema_72 = {
    .id = 72,
    .version = 9,
    .fingerprint = UINT64_C(0x3db575ea8bce2d92),
    .subject = "stock-changelog-value",
    .text = text_72,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_89[] =
    "{\"type\":\"record\",\"name\":\"StockRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the stock task. Exactly one of the nullable records is set.\",\"fields\":[{\"na"
    "me\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stands"
    ": written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\"n"
    "ame\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type\""
    ":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy"
    "\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
    "\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":"
    "\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest"
    " record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\",\""
    "type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":\"N"
    "ewest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"type"
    "\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partitio"
    "n.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\"seq"
    "\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type\":"
    "\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may be t"
    "he writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newest s"
    "eq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partition."
    "\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partit"
    "ion\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\":\""
    "The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"logic"
    "alType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{\"nam"
    "e\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules that m"
    "ade the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":null,"
    "\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its later "
    "records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the record"
    " that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How man"
    "y of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"long\""
    ",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been hand"
    "led.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that wait "
    "are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type\":"
    "\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"name"
    "\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, one"
    " after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":null,"
    "\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"name"
    "\":\"sku\",\"default\":null,\"doc\":\"One SKU.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"SkuRow\",\"doc\":\"One SKU of one supplier.\",\"fields\":[{\"name\":\"as_of\",\"type\""
    ":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Empty: rows follow from events, and"
    " no event tells what was read. Rows of rules version 1 name the newest input included.\"},{\""
    "name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who offers it.\"},{\"name\":\"title\",\"typ"
    "e\":\"string\",\"doc\":\"What customers read.\"},{\"name\":\"description\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"More of it.\"},{\"name\":\"brand\",\"type\":[\"null\""
    ",\"string\"],\"default\":null,\"doc\":\"Brand.\"},{\"name\":\"price\",\"type\":{\"type\":\"re"
    "cord\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{"
    "\"name\":\"minor\",\"type\":\"long\",\"min\":1,\"max\":100000000000,\"doc\":\"Minor units, ce"
    "nts of a euro; 0 in what was written while a price could be 0.\"},{\"name\":\"currency\",\"ty"
    "pe\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in"
    " EUR.\"}]},\"doc\":\"Price of one item.\"},{\"name\":\"on_hand_units\",\"type\":\"long\",\"do"
    "c\":\"Whole items on hand, >= 0.\"},{\"name\":\"recent_ids\",\"type\":{\"type\":\"array\",\"i"
    "tems\":\"string\"},\"doc\":\"event_id of the last 64 supply facts, newest last: how a repeat "
    "is recognised.\"},{\"name\":\"withdrawn_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\""
    "long\",\"logicalType\":\"timestamp-millis\"}],\"doc\":\"Since when it is on offer no more, UT"
    "C; null while it is on offer.\"},{\"name\":\"threshold_units\",\"default\":null,\"type\":[\"n"
    "ull\",\"long\"],\"doc\":\"Stock is low when so many items or fewer can be bought; null: never"
    ".\"},{\"name\":\"gtins\",\"default\":[],\"type\":{\"type\":\"array\",\"items\":\"string\"},\""
    "doc\":\"Barcodes of one item, GTINs of 14 digits.\"},{\"name\":\"sessions\",\"default\":[],\""
    "doc\":\"Feeds and scan sessions that spoke of it within 8 days, the last 16, newest last: how"
    " a repeat is recognised.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name"
    "\":\"SupplySession\",\"doc\":\"Which numbers of one session were read.\",\"fields\":[{\"name"
    "\":\"session\",\"type\":\"string\",\"doc\":\"The session.\"},{\"name\":\"n_max\",\"type\":\"l"
    "ong\",\"doc\":\"Highest n read.\"},{\"name\":\"window\",\"type\":\"long\",\"doc\":\"Bit i set"
    ": n_max - i was read, i in 0 .. 63.\"},{\"name\":\"undone\",\"type\":\"long\",\"doc\":\"Bit i"
    " set: n_max - i has nothing to undo: no scan, refused, or undone; i in 0 .. 63.\"},{\"name\":"
    "\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When"
    " our edge took the newest of it, UTC.\"}]}}},{\"name\":\"images\",\"default\":[],\"type\":{\""
    "type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Image\",\"namespace\":\"fy\",\"doc"
    "\":\"A picture, by its content: /images/<first two digits>/<hash>.<jpg, png or webp>.\",\"fie"
    "lds\":[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"BLAKE2b-256 of the bytes that are kep"
    "t, 64 hex digits.\"},{\"name\":\"media_type\",\"type\":\"string\",\"doc\":\"image/jpeg, image"
    "/png or image/webp.\"},{\"name\":\"width\",\"type\":\"int\",\"doc\":\"Pixels, as stored: befo"
    "re a photograph is turned.\"},{\"name\":\"height\",\"type\":\"int\",\"doc\":\"Pixels.\"},{\"n"
    "ame\":\"bytes\",\"type\":\"long\",\"doc\":\"Of the file that is kept.\"}]}},\"doc\":\"Picture"
    "s of it, in order; at most 16.\"},{\"name\":\"category\",\"type\":[\"null\",\"string\"],\"def"
    "ault\":null,\"doc\":\"Where it stands in the shop: home/kitchen/mugs.\"}]}]},{\"name\":\"shel"
    "f\",\"default\":null,\"doc\":\"What is there of one SKU, of all its suppliers.\",\"type\":[\""
    "null\",{\"type\":\"record\",\"name\":\"ShelfRow\",\"doc\":\"What is there of one SKU: small, "
    "for each hold changes it.\",\"fields\":[{\"name\":\"currency\",\"type\":\"string\",\"doc\":\""
    "Of every price of it, ISO 4217: that of the first.\"},{\"name\":\"offers\",\"doc\":\"Of at mo"
    "st 16 suppliers, in the order in which they listed it.\",\"type\":{\"type\":\"array\",\"items"
    "\":{\"type\":\"record\",\"name\":\"ShelfOffer\",\"doc\":\"What one supplier has of it.\",\"fi"
    "elds\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"price\",\"ty"
    "pe\":\"fy.Money\",\"doc\":\"Price of one item.\"},{\"name\":\"on_hand_units\",\"type\":\"long"
    "\",\"doc\":\"Whole items there, those that are promised too.\"},{\"name\":\"held_units\",\"ty"
    "pe\":\"long\",\"doc\":\"Of them, promised to orders that are not paid.\"},{\"name\":\"committ"
    "ed_units\",\"type\":\"long\",\"doc\":\"Of them, sold and not shipped.\"},{\"name\":\"hold_cou"
    "nt\",\"type\":\"long\",\"doc\":\"Holds that are held or committed.\"},{\"name\":\"newest_held"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The newest hold that is held.\"}"
    ",{\"name\":\"newest_committed\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The"
    " hold that was committed last and is not shipped.\"},{\"name\":\"threshold_units\",\"type\":["
    "\"null\",\"long\"],\"default\":null,\"doc\":\"Stock is low when so many items or fewer are pr"
    "omised to nobody; null: never.\"},{\"name\":\"low\",\"type\":\"boolean\",\"default\":false,\""
    "doc\":\"It was told that stock is low, and not that it is so no more.\"},{\"name\":\"withdraw"
    "n_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-mil"
    "lis\"}],\"doc\":\"Since when it is on offer no more, UTC; null while it is on offer.\"},{\"na"
    "me\":\"buffer_percent\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"How much of a"
    "n old count is not sold; null: all is.\"},{\"name\":\"counted_ms\",\"default\":0,\"type\":{\""
    "type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was last counted, UTC"
    "; 0: never.\"},{\"name\":\"sales_week\",\"type\":\"long\",\"default\":0,\"doc\":\"The week of"
    " its newest sale, since 1970.\"},{\"name\":\"sales_units\",\"type\":\"long\",\"default\":0,\""
    "doc\":\"Whole items sold in that week.\"},{\"name\":\"sales_before_units\",\"type\":\"long\","
    "\"default\":0,\"doc\":\"Whole items sold in the week before it.\"},{\"name\":\"shipped_count"
    "\",\"type\":\"long\",\"default\":0,\"doc\":\"Holds that began to be shipped. Halved together "
    "with rejected_count when both are 64.\"},{\"name\":\"rejected_count\",\"type\":\"long\",\"def"
    "ault\":0,\"doc\":\"Holds that the supplier would not ship.\"}]}}},{\"name\":\"seen_minor\",\""
    "type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"The price of one item that customers we"
    "re last told, minor units; null: none yet.\"},{\"name\":\"seen_count\",\"type\":\"long\",\"de"
    "fault\":0,\"doc\":\"How many prices they have been told.\"}]}]},{\"name\":\"hold\",\"default"
    "\":null,\"doc\":\"One hold.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldRow\",\""
    "doc\":\"One hold: how each request of it is answered, a repeat too.\",\"fields\":[{\"name\":"
    "\"sku\",\"type\":\"string\",\"doc\":\"Of which SKU.\"},{\"name\":\"order\",\"type\":\"string"
    "\",\"doc\":\"Whose.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor it all be"
    "gan with.\"},{\"name\":\"standing\",\"type\":{\"type\":\"record\",\"name\":\"HoldStanding\","
    "\"namespace\":\"fy\",\"doc\":\"How a hold stands: items of one supplier, promised to one line"
    " of an order.\",\"fields\":[{\"name\":\"state\",\"doc\":\"How far it is.\",\"type\":{\"type\""
    ":\"enum\",\"name\":\"HoldState\",\"symbols\":[\"UNKNOWN\",\"HELD\",\"COMMITTED\",\"SHIPPED\","
    "\"RETURNED\",\"RELEASED\",\"REFUSED\"],\"doc\":\"UNKNOWN: never asked for, or forgotten. HELD"
    ": promised. COMMITTED: sold; some of it may be shipped. SHIPPED: all of it has left. RETURNED"
    ": all of that came back. RELEASED: promised no more. REFUSED: never promised.\"}},{\"name\":"
    "\"reason\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Why it was refused (unkn"
    "own_sku, withdrawn, other_currency, sold_out, too_many_holds) or released (cancelled, expired"
    ", rejected, lost).\"},{\"name\":\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,"
    "\"doc\":\"Whose items; null where none were promised.\"},{\"name\":\"units\",\"type\":\"long"
    "\",\"default\":0,\"doc\":\"Whole items that were asked for.\"},{\"name\":\"price\",\"type\":["
    "\"null\",\"fy.Money\"],\"default\":null,\"doc\":\"Price of one item; null where none were pro"
    "mised.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items t"
    "hat have left.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of t"
    "hem, those that came back.\"},{\"name\":\"restocked_units\",\"type\":\"long\",\"default\":0,"
    "\"doc\":\"Of them, those on the shelf again.\"},{\"name\":\"short_units\",\"type\":\"long\","
    "\"default\":0,\"doc\":\"Whole items that were sold and are not there, as was told.\"},{\"name"
    "\":\"left_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of a refusal: whole items that on"
    "e supplier could have given.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"since_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Since when its state is w"
    "hat it is, UTC.\"},{\"name\":\"aged\",\"type\":\"boolean\",\"default\":false,\"doc\":\"It was"
    " told that it has been held for a day.\"},{\"name\":\"older\",\"type\":[\"null\",\"string\"],"
    "\"default\":null,\"doc\":\"The next older hold of its supplier in the same state, held or com"
    "mitted.\"},{\"name\":\"newer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The "
    "next newer one.\"}]}]}]}";

const struct fy_schema stock_row_schema = {
    .id = 89,
    .version = 10,
    .fingerprint = UINT64_C(0x3db575ea8bce2d92),
    .subject = "stock-changelog-value",
    .text = text_89,
    .name = "stock_row",
    .type = &fy_type_stock_row,
    .size = sizeof(struct stock_row),
    .encode = encode_any,
    .decode = decode_any,
};
