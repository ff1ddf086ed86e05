/*
 * Made by fy-generate from schemas/order_row.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_order_line_excluded(struct fy_reader *in, struct order_line_excluded *value)
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

static bool read_order_line(struct fy_reader *in, struct order_line *value)
{
    if (!fy_read_line_standing(in, &value->standing))
        return false;
    if (!fy_read_int(in, &value->attempt))
        return false;
    if (!fy_read_boolean(in, &value->reheld))
        return false;
    if (!read_order_line_excluded(in, &value->excluded))
        return false;
    if (!fy_read_long(in, &value->told_shipped_units))
        return false;
    if (!fy_read_long(in, &value->told_returned_units))
        return false;
    if (!fy_read_boolean(in, &value->release_open))
        return false;
    if (!fy_read_string(in, &value->release_reason))
        return false;
    if (!fy_read_long(in, &value->due_ms))
        return false;
    return true;
}

static bool read_order_release(struct fy_reader *in, struct order_release *value)
{
    if (!fy_read_int(in, &value->line))
        return false;
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_int(in, &value->attempt))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_order_refund(struct fy_reader *in, struct order_refund *value)
{
    int symbol;

    if (!fy_read_long(in, &value->amount_minor))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    if (!fy_read_symbol(in, 3, &symbol))
        return false;
    value->state = (enum refund_state)symbol;
    return true;
}

static bool read_order_payment_standing(
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

static bool read_order_payment_refunds(struct fy_reader *in, struct order_payment_refunds *value)
{
    struct order_refund *items = NULL;
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
            if (!read_order_refund(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_payment(struct fy_reader *in, struct order_payment *value)
{
    int symbol;
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->payment = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->payment))
        return false;
    if (!fy_read_symbol(in, 4, &symbol))
        return false;
    value->wish = (enum payment_wish)symbol;
    if (!fy_read_long(in, &value->amount_minor))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->void_reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->void_reason))
        return false;
    if (!read_order_payment_standing(in, &value->standing))
        return false;
    if (!fy_read_long(in, &value->version))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->code = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->code))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->action_url = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->action_url))
        return false;
    if (!read_order_payment_refunds(in, &value->refunds))
        return false;
    return true;
}

static bool read_order_rejection(struct fy_reader *in, struct order_rejection *value)
{
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_order_as_of(struct fy_reader *in, struct order_as_of *value)
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

static bool read_order_lines(struct fy_reader *in, struct order_lines *value)
{
    struct order_line *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 18, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_order_line(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_releases(struct fy_reader *in, struct order_releases *value)
{
    struct order_release *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 4, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_order_release(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_rejected(struct fy_reader *in, struct order_rejected *value)
{
    struct order_rejection *items = NULL;
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
            if (!read_order_rejection(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_shipments(struct fy_reader *in, struct order_shipments *value)
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

static bool read_order_recent(struct fy_reader *in, struct order_recent *value)
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

static bool read_order(struct fy_reader *in, struct order *value)
{
    bool set;

    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->visitor = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->visitor))
        return false;
    if (!fy_read_string(in, &value->root))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->body_mac = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->body_mac))
        return false;
    if (!fy_read_long(in, &value->placed_ms))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!read_order_as_of(in, &value->as_of))
        return false;
    if (!fy_read_order_standing(in, &value->standing))
        return false;
    if (!fy_read_boolean(in, &value->cancel_noted))
        return false;
    if (!fy_read_boolean(in, &value->settled_elsewhere))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    if (!fy_read_long(in, &value->expected_minor))
        return false;
    if (!fy_read_string(in, &value->payment_method))
        return false;
    if (!fy_read_delivery_encrypted(in, &value->delivery))
        return false;
    if (!fy_read_order_terms(in, &value->terms))
        return false;
    if (!fy_read_long(in, &value->pay_until_ms))
        return false;
    if (!fy_read_boolean(in, &value->extended))
        return false;
    if (!fy_read_long(in, &value->asked_ms))
        return false;
    if (!fy_read_int(in, &value->resends))
        return false;
    if (!fy_read_long(in, &value->ended_ms))
        return false;
    if (!read_order_lines(in, &value->lines))
        return false;
    if (!read_order_releases(in, &value->releases))
        return false;
    if (!read_order_payment(in, &value->payment))
        return false;
    if (!read_order_rejected(in, &value->rejected))
        return false;
    if (!read_order_shipments(in, &value->shipments))
        return false;
    if (!read_order_recent(in, &value->recent))
        return false;
    return true;
}

static bool read_order_row_position(struct fy_reader *in, const struct task_position **ret_value)
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

static bool read_order_row_parked(struct fy_reader *in, const struct parked_key **ret_value)
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

static bool read_order_row_order(struct fy_reader *in, const struct order **ret_value)
{
    struct order *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_order_row(struct fy_reader *in, struct order_row *value)
{
    int set_count;

    if (!read_order_row_position(in, &value->position))
        return false;
    if (!read_order_row_parked(in, &value->parked))
        return false;
    if (!read_order_row_order(in, &value->order))
        return false;
    set_count = 0;
    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->order != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_51_order_row;
static const struct fy_plan plan_51_task_position;
static const struct fy_plan plan_51_position;
static const struct fy_plan plan_51_writer_seen;
static const struct fy_plan plan_51_seq_written;
static const struct fy_plan plan_51_parked_key;
static const struct fy_plan plan_51_order;
static const struct fy_plan plan_51_order_standing;
static const struct fy_plan plan_51_delivery_encrypted;
static const struct fy_plan plan_51_order_terms;
static const struct fy_plan plan_51_order_line;
static const struct fy_plan plan_51_line_standing;
static const struct fy_plan plan_51_money;
static const struct fy_plan plan_51_order_release;
static const struct fy_plan plan_51_order_payment;
static const struct fy_plan plan_51_payment_standing;
static const struct fy_plan plan_51_order_refund;
static const struct fy_plan plan_51_order_rejection;
static const struct fy_plan plan_51_order_shipment;
static const struct fy_plan plan_51_order_item;
static const struct fy_plan plan_51_order_answer;

static const struct fy_plan_field fields_of_plan_51_order_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_51_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_51_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_51_order},
};

static const struct fy_plan plan_51_order_row = {
    .fields = fields_of_plan_51_order_row,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_51_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_51_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_51_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_51_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4},
};

static const struct fy_plan plan_51_task_position = {
    .fields = fields_of_plan_51_task_position,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_51_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_51_position = {
    .fields = fields_of_plan_51_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_51_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_51_writer_seen = {
    .fields = fields_of_plan_51_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_51_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_51_seq_written = {
    .fields = fields_of_plan_51_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_51_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_BOOLEAN, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_51_parked_key = {
    .fields = fields_of_plan_51_parked_key,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_51_order[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_RECORD, .target = 6, .array = true, .item_bytes_min = 3, .record = &plan_51_position},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_51_order_standing},
    {.kind = FY_FIELD_BOOLEAN, .target = 8},
    {.kind = FY_FIELD_STRING, .target = 10},
    {.kind = FY_FIELD_LONG, .target = 11},
    {.kind = FY_FIELD_STRING, .target = 12},
    {.kind = FY_FIELD_RECORD, .target = 13, .record = &plan_51_delivery_encrypted},
    {.kind = FY_FIELD_RECORD, .target = 14, .record = &plan_51_order_terms},
    {.kind = FY_FIELD_LONG, .target = 15},
    {.kind = FY_FIELD_BOOLEAN, .target = 16},
    {.kind = FY_FIELD_LONG, .target = 17},
    {.kind = FY_FIELD_INT, .target = 18},
    {.kind = FY_FIELD_LONG, .target = 19},
    {.kind = FY_FIELD_RECORD, .target = 20, .array = true, .item_bytes_min = 18, .record = &plan_51_order_line},
    {.kind = FY_FIELD_RECORD, .target = 21, .array = true, .item_bytes_min = 3, .record = &plan_51_order_release},
    {.kind = FY_FIELD_RECORD, .target = 22, .record = &plan_51_order_payment},
    {.kind = FY_FIELD_RECORD, .target = 23, .array = true, .item_bytes_min = 2, .record = &plan_51_order_rejection},
    {.kind = FY_FIELD_RECORD, .target = 24, .array = true, .item_bytes_min = 5, .record = &plan_51_order_shipment},
    {.kind = FY_FIELD_RECORD, .target = 25, .array = true, .item_bytes_min = 2, .record = &plan_51_order_answer},
};

static const struct fy_plan plan_51_order = {
    .fields = fields_of_plan_51_order,
    .field_count = 25,
    .missing = (const uint8_t[]){9},
    .missing_count = 1,
};

static const int32_t symbols_51_order_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
static const struct fy_plan_field fields_of_plan_51_order_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 10, .symbols = symbols_51_order_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_51_order_standing = {
    .fields = fields_of_plan_51_order_standing,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_51_delivery_encrypted[] = {
    {.kind = FY_FIELD_BYTES, .target = 0, .nullable = true},
};

static const struct fy_plan plan_51_delivery_encrypted = {
    .fields = fields_of_plan_51_delivery_encrypted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_51_order_terms[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8},
    {.kind = FY_FIELD_INT, .target = 9},
    {.kind = FY_FIELD_LONG, .target = 10},
};

static const struct fy_plan plan_51_order_terms = {
    .fields = fields_of_plan_51_order_terms,
    .field_count = 11,
};

static const struct fy_plan_field fields_of_plan_51_order_line[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_51_line_standing},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_BOOLEAN, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_BOOLEAN, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8},
};

static const struct fy_plan plan_51_order_line = {
    .fields = fields_of_plan_51_order_line,
    .field_count = 9,
};

static const int32_t symbols_51_line_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_51_line_standing[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_ENUM, .target = 2, .symbol_count = 8, .symbols = symbols_51_line_standing_state},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .nullable = true, .record = &plan_51_money},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_STRING, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9},
};

static const struct fy_plan plan_51_line_standing = {
    .fields = fields_of_plan_51_line_standing,
    .field_count = 10,
};

static const struct fy_plan_field fields_of_plan_51_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_51_money = {
    .fields = fields_of_plan_51_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_51_order_release[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 3},
};

static const struct fy_plan plan_51_order_release = {
    .fields = fields_of_plan_51_order_release,
    .field_count = 3,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const int32_t symbols_51_order_payment_wish[] = {0, 1, 2, 3};
static const struct fy_plan_field fields_of_plan_51_order_payment[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
    {.kind = FY_FIELD_ENUM, .target = 1, .symbol_count = 4, .symbols = symbols_51_order_payment_wish},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_51_payment_standing},
    {.kind = FY_FIELD_STRING, .target = 7, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 8, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 9, .array = true, .item_bytes_min = 3, .record = &plan_51_order_refund},
};

static const struct fy_plan plan_51_order_payment = {
    .fields = fields_of_plan_51_order_payment,
    .field_count = 9,
    .missing = (const uint8_t[]){6},
    .missing_count = 1,
};

static const int32_t symbols_51_payment_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_51_payment_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 8, .symbols = symbols_51_payment_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 7, .nullable = true},
};

static const struct fy_plan plan_51_payment_standing = {
    .fields = fields_of_plan_51_payment_standing,
    .field_count = 8,
};

static const int32_t symbols_51_order_refund_state[] = {0, 1, 2};
static const struct fy_plan_field fields_of_plan_51_order_refund[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_ENUM, .target = 2, .symbol_count = 3, .symbols = symbols_51_order_refund_state},
};

static const struct fy_plan plan_51_order_refund = {
    .fields = fields_of_plan_51_order_refund,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_51_order_rejection[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_51_order_rejection = {
    .fields = fields_of_plan_51_order_rejection,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_51_order_shipment[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 2, .record = &plan_51_order_item},
};

static const struct fy_plan plan_51_order_shipment = {
    .fields = fields_of_plan_51_order_shipment,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_51_order_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_51_order_item = {
    .fields = fields_of_plan_51_order_item,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_51_order_answer[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_51_order_answer = {
    .fields = fields_of_plan_51_order_answer,
    .field_count = 2,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const struct fy_plan plan_62_order_row;
static const struct fy_plan plan_62_task_position;
static const struct fy_plan plan_62_position;
static const struct fy_plan plan_62_writer_seen;
static const struct fy_plan plan_62_seq_written;
static const struct fy_plan plan_62_parked_key;
static const struct fy_plan plan_62_order;
static const struct fy_plan plan_62_order_standing;
static const struct fy_plan plan_62_delivery_encrypted;
static const struct fy_plan plan_62_order_terms;
static const struct fy_plan plan_62_order_line;
static const struct fy_plan plan_62_line_standing;
static const struct fy_plan plan_62_money;
static const struct fy_plan plan_62_order_release;
static const struct fy_plan plan_62_order_payment;
static const struct fy_plan plan_62_payment_standing;
static const struct fy_plan plan_62_order_refund;
static const struct fy_plan plan_62_order_rejection;
static const struct fy_plan plan_62_order_shipment;
static const struct fy_plan plan_62_order_item;
static const struct fy_plan plan_62_order_answer;

static const struct fy_plan_field fields_of_plan_62_order_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_62_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_62_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_62_order},
};

static const struct fy_plan plan_62_order_row = {
    .fields = fields_of_plan_62_order_row,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_62_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_62_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_62_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_62_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4},
};

static const struct fy_plan plan_62_task_position = {
    .fields = fields_of_plan_62_task_position,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_62_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_62_position = {
    .fields = fields_of_plan_62_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_62_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_62_writer_seen = {
    .fields = fields_of_plan_62_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_62_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_62_seq_written = {
    .fields = fields_of_plan_62_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_62_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_BOOLEAN, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_62_parked_key = {
    .fields = fields_of_plan_62_parked_key,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_62_order[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_RECORD, .target = 6, .array = true, .item_bytes_min = 3, .record = &plan_62_position},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_62_order_standing},
    {.kind = FY_FIELD_BOOLEAN, .target = 8},
    {.kind = FY_FIELD_STRING, .target = 10},
    {.kind = FY_FIELD_LONG, .target = 11},
    {.kind = FY_FIELD_STRING, .target = 12},
    {.kind = FY_FIELD_RECORD, .target = 13, .record = &plan_62_delivery_encrypted},
    {.kind = FY_FIELD_RECORD, .target = 14, .record = &plan_62_order_terms},
    {.kind = FY_FIELD_LONG, .target = 15},
    {.kind = FY_FIELD_BOOLEAN, .target = 16},
    {.kind = FY_FIELD_LONG, .target = 17},
    {.kind = FY_FIELD_INT, .target = 18},
    {.kind = FY_FIELD_LONG, .target = 19},
    {.kind = FY_FIELD_RECORD, .target = 20, .array = true, .item_bytes_min = 18, .record = &plan_62_order_line},
    {.kind = FY_FIELD_RECORD, .target = 21, .array = true, .item_bytes_min = 4, .record = &plan_62_order_release},
    {.kind = FY_FIELD_RECORD, .target = 22, .record = &plan_62_order_payment},
    {.kind = FY_FIELD_RECORD, .target = 23, .array = true, .item_bytes_min = 2, .record = &plan_62_order_rejection},
    {.kind = FY_FIELD_RECORD, .target = 24, .array = true, .item_bytes_min = 5, .record = &plan_62_order_shipment},
    {.kind = FY_FIELD_RECORD, .target = 25, .array = true, .item_bytes_min = 3, .record = &plan_62_order_answer},
};

static const struct fy_plan plan_62_order = {
    .fields = fields_of_plan_62_order,
    .field_count = 25,
    .missing = (const uint8_t[]){9},
    .missing_count = 1,
};

static const int32_t symbols_62_order_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
static const struct fy_plan_field fields_of_plan_62_order_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 10, .symbols = symbols_62_order_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_62_order_standing = {
    .fields = fields_of_plan_62_order_standing,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_62_delivery_encrypted[] = {
    {.kind = FY_FIELD_BYTES, .target = 0, .nullable = true},
};

static const struct fy_plan plan_62_delivery_encrypted = {
    .fields = fields_of_plan_62_delivery_encrypted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_62_order_terms[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8},
    {.kind = FY_FIELD_INT, .target = 9},
    {.kind = FY_FIELD_LONG, .target = 10},
};

static const struct fy_plan plan_62_order_terms = {
    .fields = fields_of_plan_62_order_terms,
    .field_count = 11,
};

static const struct fy_plan_field fields_of_plan_62_order_line[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_62_line_standing},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_BOOLEAN, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_BOOLEAN, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8},
};

static const struct fy_plan plan_62_order_line = {
    .fields = fields_of_plan_62_order_line,
    .field_count = 9,
};

static const int32_t symbols_62_line_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_62_line_standing[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_ENUM, .target = 2, .symbol_count = 8, .symbols = symbols_62_line_standing_state},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .nullable = true, .record = &plan_62_money},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_STRING, .target = 8, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 9},
};

static const struct fy_plan plan_62_line_standing = {
    .fields = fields_of_plan_62_line_standing,
    .field_count = 10,
};

static const struct fy_plan_field fields_of_plan_62_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_62_money = {
    .fields = fields_of_plan_62_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_62_order_release[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
};

static const struct fy_plan plan_62_order_release = {
    .fields = fields_of_plan_62_order_release,
    .field_count = 4,
};

static const int32_t symbols_62_order_payment_wish[] = {0, 1, 2, 3};
static const struct fy_plan_field fields_of_plan_62_order_payment[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
    {.kind = FY_FIELD_ENUM, .target = 1, .symbol_count = 4, .symbols = symbols_62_order_payment_wish},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_62_payment_standing},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_STRING, .target = 7, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 8, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 9, .array = true, .item_bytes_min = 3, .record = &plan_62_order_refund},
};

static const struct fy_plan plan_62_order_payment = {
    .fields = fields_of_plan_62_order_payment,
    .field_count = 10,
};

static const int32_t symbols_62_payment_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_62_payment_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 8, .symbols = symbols_62_payment_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 7, .nullable = true},
};

static const struct fy_plan plan_62_payment_standing = {
    .fields = fields_of_plan_62_payment_standing,
    .field_count = 8,
};

static const int32_t symbols_62_order_refund_state[] = {0, 1, 2};
static const struct fy_plan_field fields_of_plan_62_order_refund[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_ENUM, .target = 2, .symbol_count = 3, .symbols = symbols_62_order_refund_state},
};

static const struct fy_plan plan_62_order_refund = {
    .fields = fields_of_plan_62_order_refund,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_62_order_rejection[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_62_order_rejection = {
    .fields = fields_of_plan_62_order_rejection,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_62_order_shipment[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 2, .record = &plan_62_order_item},
};

static const struct fy_plan plan_62_order_shipment = {
    .fields = fields_of_plan_62_order_shipment,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_62_order_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_62_order_item = {
    .fields = fields_of_plan_62_order_item,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_62_order_answer[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_62_order_answer = {
    .fields = fields_of_plan_62_order_answer,
    .field_count = 3,
};

enum fy_status order_row_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct order_row *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 51:
        return fy_read_end(&in, fy_resolve(&in, &plan_51_order_row, &fy_type_order_row, ret_value));
    case 62:
        return fy_read_end(&in, fy_resolve(&in, &plan_62_order_row, &fy_type_order_row, ret_value));
    case 74:
        return fy_read_end(&in, fy_read_order_row(&in, ret_value));
    case 81:
        return fy_read_end(&in, fy_read_order_row(&in, ret_value));
    default:
        return fy_read_unknown(&in, "order_row");
    }
}

static size_t room_order_line(const struct order_line *value)
{
    size_t room = 58;

    room += fy_room_line_standing(&value->standing);
    room += value->excluded.count * 10;
    for (size_t i = 0; i < value->excluded.count; i++)
        room += value->excluded.items[i].size;
    room += value->release_reason.size;
    return room;
}

static uint8_t *write_order_line(uint8_t *at, const struct order_line *value)
{
    at = fy_write_line_standing(at, &value->standing);
    at = fy_write_long(at, value->attempt);
    at = fy_write_boolean(at, value->reheld);
    if (value->excluded.count > 0) {
        at = fy_write_long(at, (int64_t)value->excluded.count);
        for (size_t i = 0; i < value->excluded.count; i++)
            at = fy_write_string(at, value->excluded.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->told_shipped_units);
    at = fy_write_long(at, value->told_returned_units);
    at = fy_write_boolean(at, value->release_open);
    at = fy_write_string(at, value->release_reason);
    at = fy_write_long(at, value->due_ms);
    return at;
}

static size_t room_order_release(const struct order_release *value)
{
    size_t room = 30;

    room += value->hold.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_order_release(uint8_t *at, const struct order_release *value)
{
    at = fy_write_long(at, value->line);
    at = fy_write_string(at, value->hold);
    at = fy_write_long(at, value->attempt);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_order_refund(const struct order_refund *value)
{
    size_t room = 25;

    room += value->currency.size;
    return room;
}

static uint8_t *write_order_refund(uint8_t *at, const struct order_refund *value)
{
    at = fy_write_long(at, value->amount_minor);
    at = fy_write_string(at, value->currency);
    at = fy_write_long(at, value->state);
    return at;
}

static size_t room_order_payment(const struct order_payment *value)
{
    size_t room = 91;

    room += value->payment.size;
    room += value->currency.size;
    room += value->void_reason.size;
    if (value->standing != NULL)
        room += fy_room_payment_standing(value->standing);
    room += value->code.size;
    room += value->action_url.size;
    for (size_t i = 0; i < value->refunds.count; i++)
        room += room_order_refund(&value->refunds.items[i]);
    return room;
}

static uint8_t *write_order_payment(uint8_t *at, const struct order_payment *value)
{
    at = fy_write_branch(at, value->payment.data != NULL);
    if (value->payment.data != NULL)
        at = fy_write_string(at, value->payment);
    at = fy_write_long(at, value->wish);
    at = fy_write_long(at, value->amount_minor);
    at = fy_write_string(at, value->currency);
    at = fy_write_branch(at, value->void_reason.data != NULL);
    if (value->void_reason.data != NULL)
        at = fy_write_string(at, value->void_reason);
    at = fy_write_branch(at, value->standing != NULL);
    if (value->standing != NULL)
        at = fy_write_payment_standing(at, value->standing);
    at = fy_write_long(at, value->version);
    at = fy_write_branch(at, value->code.data != NULL);
    if (value->code.data != NULL)
        at = fy_write_string(at, value->code);
    at = fy_write_branch(at, value->action_url.data != NULL);
    if (value->action_url.data != NULL)
        at = fy_write_string(at, value->action_url);
    if (value->refunds.count > 0) {
        at = fy_write_long(at, (int64_t)value->refunds.count);
        for (size_t i = 0; i < value->refunds.count; i++)
            at = write_order_refund(at, &value->refunds.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_order_rejection(const struct order_rejection *value)
{
    size_t room = 20;

    room += value->supplier.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_order_rejection(uint8_t *at, const struct order_rejection *value)
{
    at = fy_write_string(at, value->supplier);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_order(const struct order *value)
{
    size_t room = 196;

    room += value->person.size;
    room += value->visitor.size;
    room += value->root.size;
    room += value->body_mac.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += fy_room_order_standing(&value->standing);
    room += value->currency.size;
    room += value->payment_method.size;
    room += fy_room_delivery_encrypted(&value->delivery);
    room += fy_room_order_terms(&value->terms);
    for (size_t i = 0; i < value->lines.count; i++)
        room += room_order_line(&value->lines.items[i]);
    for (size_t i = 0; i < value->releases.count; i++)
        room += room_order_release(&value->releases.items[i]);
    room += room_order_payment(&value->payment);
    for (size_t i = 0; i < value->rejected.count; i++)
        room += room_order_rejection(&value->rejected.items[i]);
    for (size_t i = 0; i < value->shipments.count; i++)
        room += fy_room_order_shipment(&value->shipments.items[i]);
    for (size_t i = 0; i < value->recent.count; i++)
        room += fy_room_order_answer(&value->recent.items[i]);
    return room;
}

static uint8_t *write_order(uint8_t *at, const struct order *value)
{
    at = fy_write_string(at, value->person);
    at = fy_write_branch(at, value->visitor.data != NULL);
    if (value->visitor.data != NULL)
        at = fy_write_string(at, value->visitor);
    at = fy_write_string(at, value->root);
    at = fy_write_branch(at, value->body_mac.data != NULL);
    if (value->body_mac.data != NULL)
        at = fy_write_string(at, value->body_mac);
    at = fy_write_long(at, value->placed_ms);
    at = fy_write_long(at, value->updated_ms);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_order_standing(at, &value->standing);
    at = fy_write_boolean(at, value->cancel_noted);
    at = fy_write_boolean(at, value->settled_elsewhere);
    at = fy_write_string(at, value->currency);
    at = fy_write_long(at, value->expected_minor);
    at = fy_write_string(at, value->payment_method);
    at = fy_write_delivery_encrypted(at, &value->delivery);
    at = fy_write_order_terms(at, &value->terms);
    at = fy_write_long(at, value->pay_until_ms);
    at = fy_write_boolean(at, value->extended);
    at = fy_write_long(at, value->asked_ms);
    at = fy_write_long(at, value->resends);
    at = fy_write_long(at, value->ended_ms);
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = write_order_line(at, &value->lines.items[i]);
    }
    *at++ = 0;
    if (value->releases.count > 0) {
        at = fy_write_long(at, (int64_t)value->releases.count);
        for (size_t i = 0; i < value->releases.count; i++)
            at = write_order_release(at, &value->releases.items[i]);
    }
    *at++ = 0;
    at = write_order_payment(at, &value->payment);
    if (value->rejected.count > 0) {
        at = fy_write_long(at, (int64_t)value->rejected.count);
        for (size_t i = 0; i < value->rejected.count; i++)
            at = write_order_rejection(at, &value->rejected.items[i]);
    }
    *at++ = 0;
    if (value->shipments.count > 0) {
        at = fy_write_long(at, (int64_t)value->shipments.count);
        for (size_t i = 0; i < value->shipments.count; i++)
            at = fy_write_order_shipment(at, &value->shipments.items[i]);
    }
    *at++ = 0;
    if (value->recent.count > 0) {
        at = fy_write_long(at, (int64_t)value->recent.count);
        for (size_t i = 0; i < value->recent.count; i++)
            at = fy_write_order_answer(at, &value->recent.items[i]);
    }
    *at++ = 0;
    return at;
}

size_t fy_room_order_row(const struct order_row *value)
{
    size_t room = 3;

    if (value->position != NULL)
        room += fy_room_task_position(value->position);
    if (value->parked != NULL)
        room += fy_room_parked_key(value->parked);
    if (value->order != NULL)
        room += room_order(value->order);
    return room;
}

uint8_t *fy_write_order_row(uint8_t *at, const struct order_row *value)
{
    at = fy_write_branch(at, value->position != NULL);
    if (value->position != NULL)
        at = fy_write_task_position(at, value->position);
    at = fy_write_branch(at, value->parked != NULL);
    if (value->parked != NULL)
        at = fy_write_parked_key(at, value->parked);
    at = fy_write_branch(at, value->order != NULL);
    if (value->order != NULL)
        at = write_order(at, value->order);
    return at;
}

enum fy_status order_row_encode(const struct order_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->order != NULL;
    if (set_count != 1)
        return fy_write_one_of("order_row", set_count, err);
    room = fy_room_order_row(value);
    begin = fy_write_begin(arena, 81, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_order_row(begin, value), ret_bytes);
}

static const struct fy_field fields_of_order_line[] = {
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct order_line, standing),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_line_standing,
    },
    {
        .name = "attempt",
        .name_bytes = 7,
        .offset = offsetof(struct order_line, attempt),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "reheld",
        .name_bytes = 6,
        .offset = offsetof(struct order_line, reheld),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "excluded",
        .name_bytes = 8,
        .offset = offsetof(struct order_line, excluded),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "told_shipped_units",
        .name_bytes = 18,
        .offset = offsetof(struct order_line, told_shipped_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "told_returned_units",
        .name_bytes = 19,
        .offset = offsetof(struct order_line, told_returned_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "release_open",
        .name_bytes = 12,
        .offset = offsetof(struct order_line, release_open),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "release_reason",
        .name_bytes = 14,
        .offset = offsetof(struct order_line, release_reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "due_ms",
        .name_bytes = 6,
        .offset = offsetof(struct order_line, due_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_order_line = {
    .name = "OrderLine",
    .fields = fields_of_order_line,
    .field_count = 9,
    .size = sizeof(struct order_line),
};

static const struct fy_field fields_of_order_release[] = {
    {
        .name = "line",
        .name_bytes = 4,
        .offset = offsetof(struct order_release, line),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct order_release, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "attempt",
        .name_bytes = 7,
        .offset = offsetof(struct order_release, attempt),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int32_t){1},
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_release, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_order_release = {
    .name = "OrderRelease",
    .fields = fields_of_order_release,
    .field_count = 4,
    .size = sizeof(struct order_release),
};

static const char *const payment_wish_symbols[] = {
    "NOTHING",
    "AUTHORISE",
    "CAPTURE",
    "VOID",
};

static const char *const refund_state_symbols[] = {
    "ASKED",
    "DONE",
    "FAILED",
};

static const struct fy_field fields_of_order_refund[] = {
    {
        .name = "amount_minor",
        .name_bytes = 12,
        .offset = offsetof(struct order_refund, amount_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct order_refund, currency),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "state",
        .name_bytes = 5,
        .offset = offsetof(struct order_refund, state),
        .kind = FY_FIELD_ENUM,
        .symbols = refund_state_symbols,
        .symbol_count = 3,
    },
};

static const struct fy_type type_order_refund = {
    .name = "OrderRefund",
    .fields = fields_of_order_refund,
    .field_count = 3,
    .size = sizeof(struct order_refund),
};

static const struct fy_field fields_of_order_payment[] = {
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct order_payment, payment),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "wish",
        .name_bytes = 4,
        .offset = offsetof(struct order_payment, wish),
        .kind = FY_FIELD_ENUM,
        .symbols = payment_wish_symbols,
        .symbol_count = 4,
    },
    {
        .name = "amount_minor",
        .name_bytes = 12,
        .offset = offsetof(struct order_payment, amount_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct order_payment, currency),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "void_reason",
        .name_bytes = 11,
        .offset = offsetof(struct order_payment, void_reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct order_payment, standing),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_payment_standing,
    },
    {
        .name = "version",
        .name_bytes = 7,
        .offset = offsetof(struct order_payment, version),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "code",
        .name_bytes = 4,
        .offset = offsetof(struct order_payment, code),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "action_url",
        .name_bytes = 10,
        .offset = offsetof(struct order_payment, action_url),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "refunds",
        .name_bytes = 7,
        .offset = offsetof(struct order_payment, refunds),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_order_refund,
    },
};

static const struct fy_type type_order_payment = {
    .name = "OrderPayment",
    .fields = fields_of_order_payment,
    .field_count = 10,
    .size = sizeof(struct order_payment),
};

static const struct fy_field fields_of_order_rejection[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct order_rejection, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_rejection, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_order_rejection = {
    .name = "OrderRejection",
    .fields = fields_of_order_rejection,
    .field_count = 2,
    .size = sizeof(struct order_rejection),
};

static const struct fy_field fields_of_order[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct order, person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct order, visitor),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "root",
        .name_bytes = 4,
        .offset = offsetof(struct order, root),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "body_mac",
        .name_bytes = 8,
        .offset = offsetof(struct order, body_mac),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "placed_ms",
        .name_bytes = 9,
        .offset = offsetof(struct order, placed_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct order, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct order, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct order, standing),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_order_standing,
    },
    {
        .name = "cancel_noted",
        .name_bytes = 12,
        .offset = offsetof(struct order, cancel_noted),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "settled_elsewhere",
        .name_bytes = 17,
        .offset = offsetof(struct order, settled_elsewhere),
        .kind = FY_FIELD_BOOLEAN,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct order, currency),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "expected_minor",
        .name_bytes = 14,
        .offset = offsetof(struct order, expected_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "payment_method",
        .name_bytes = 14,
        .offset = offsetof(struct order, payment_method),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "delivery",
        .name_bytes = 8,
        .offset = offsetof(struct order, delivery),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_delivery_encrypted,
    },
    {
        .name = "terms",
        .name_bytes = 5,
        .offset = offsetof(struct order, terms),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_order_terms,
    },
    {
        .name = "pay_until_ms",
        .name_bytes = 12,
        .offset = offsetof(struct order, pay_until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "extended",
        .name_bytes = 8,
        .offset = offsetof(struct order, extended),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "asked_ms",
        .name_bytes = 8,
        .offset = offsetof(struct order, asked_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "resends",
        .name_bytes = 7,
        .offset = offsetof(struct order, resends),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "ended_ms",
        .name_bytes = 8,
        .offset = offsetof(struct order, ended_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct order, lines),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_order_line,
    },
    {
        .name = "releases",
        .name_bytes = 8,
        .offset = offsetof(struct order, releases),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_order_release,
    },
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct order, payment),
        .kind = FY_FIELD_RECORD,
        .record = &type_order_payment,
    },
    {
        .name = "rejected",
        .name_bytes = 8,
        .offset = offsetof(struct order, rejected),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_order_rejection,
    },
    {
        .name = "shipments",
        .name_bytes = 9,
        .offset = offsetof(struct order, shipments),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_order_shipment,
    },
    {
        .name = "recent",
        .name_bytes = 6,
        .offset = offsetof(struct order, recent),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_order_answer,
    },
};

static const struct fy_type type_order = {
    .name = "Order",
    .fields = fields_of_order,
    .field_count = 26,
    .size = sizeof(struct order),
};

static const struct fy_field fields_of_order_row[] = {
    {
        .name = "position",
        .name_bytes = 8,
        .offset = offsetof(struct order_row, position),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_task_position,
    },
    {
        .name = "parked",
        .name_bytes = 6,
        .offset = offsetof(struct order_row, parked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_parked_key,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct order_row, order),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order,
    },
};

const struct fy_type fy_type_order_row = {
    .name = "OrderRow",
    .fields = fields_of_order_row,
    .field_count = 3,
    .one_of = true,
    .size = sizeof(struct order_row),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return order_row_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return order_row_decode(bytes, arena, ret_value, err);
}

static const char text_51[] =
    "{\"type\":\"record\",\"name\":\"OrderRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the orders task. Exactly one of the nullable records is set.\",\"fields\":[{\"n"
    "ame\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stand"
    "s: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\""
    "name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type"
    "\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"f"
    "y\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
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
    "\":\"order\",\"default\":null,\"doc\":\"One order.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"Order\",\"doc\":\"One order: what its events made of it.\",\"fields\":[{\"name\":"
    "\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\",\"default\":nu"
    "ll,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they were signed in"
    ".\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"Root of what began it: of events that t"
    "ime alone causes.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"doc\":\"Keyed hash of the request's body.\"},{\"name\":\"placed_ms\",\"type\":{\"type\":\"l"
    "ong\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was placed, UTC.\"},{\"name\":"
    "\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Wh"
    "en the newest event was decided, UTC.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"i"
    "tems\":\"fy.Position\"},\"doc\":\"Newest request included.\"},{\"name\":\"standing\",\"type\""
    ":{\"type\":\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":\"How an order "
    "stands.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"OrderState\""
    ",\"symbols\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING\",\"CAPTURING"
    "\",\"CONFIRMED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is no such order"
    ". HOLDING: stock is asked to hold each line. PAYING: payments is asked to authorise. ACTION_R"
    "EQUIRED: the customer must confirm at the provider. COMMITTING: it is paid for, and what is h"
    "eld is being sold. CAPTURING: all is sold, and the money is being taken. CONFIRMED: suppliers"
    " are at work. CLOSED: all was delivered, returned or given back. REFUSED: never was one. CANC"
    "ELLED: nothing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{\"name\":\"rea"
    "son\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refused, cancelled"
    " or closed, a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default\":null,\"type"
    "\":[\"null\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, refund_failed, no"
    "t_shipped, stock_differs, amount_differs, too_many_refunds or unexpected; null: it goes its w"
    "ay.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"cancel_noted\",\"type\":\"boolean\",\"doc\":"
    "\"All is to be cancelled once the money is taken.\"},{\"name\":\"currency\",\"type\":\"string"
    "\",\"doc\":\"ISO 4217.\"},{\"name\":\"expected_minor\",\"type\":\"long\",\"doc\":\"What the c"
    "ustomer was shown as the sum, minor units.\"},{\"name\":\"payment_method\",\"type\":\"string"
    "\",\"doc\":\"The provider's token for how they pay.\"},{\"name\":\"delivery\",\"type\":{\"typ"
    "e\":\"record\",\"name\":\"DeliveryEncrypted\",\"namespace\":\"fy\",\"doc\":\"Where an order's"
    " parcels go, sealed under the person's key. Deciders copy it and cannot read it.\",\"fields\""
    ":[{\"name\":\"address\",\"default\":null,\"type\":[\"null\",\"bytes\"],\"max_bytes\":4096,\"p"
    "ersonal\":true,\"doc\":\"Name, phone and postal address, a JSON object {full_name, phone, lin"
    "es, postcode, city, country}; sealed as field \\\"address\\\". Null: none was given.\"}]},\"d"
    "oc\":\"Where it goes.\"},{\"name\":\"terms\",\"type\":{\"type\":\"record\",\"name\":\"OrderTe"
    "rms\",\"namespace\":\"fy\",\"doc\":\"What an order lives by: the shop's settings when it was "
    "placed.\",\"fields\":[{\"name\":\"commission_bp\",\"type\":\"int\",\"doc\":\"Our part of what"
    " is sold, in 1/10,000, 0 .. 10,000.\"},{\"name\":\"pay_for_ms\",\"type\":\"long\",\"doc\":\"H"
    "ow long stock is held for somebody who pays, ms.\"},{\"name\":\"extend_for_ms\",\"type\":\"lo"
    "ng\",\"doc\":\"By how much that is extended, once, when they must confirm at the provider, ms"
    ".\"},{\"name\":\"accept_for_ms\",\"type\":\"long\",\"doc\":\"Within what a supplier accepts, "
    "or counts as having rejected, ms.\"},{\"name\":\"ship_for_ms\",\"type\":\"long\",\"doc\":\"Wi"
    "thin what a supplier who accepted ships; then an operator looks at it, ms.\"},{\"name\":\"del"
    "iver_for_ms\",\"type\":\"long\",\"doc\":\"What was shipped counts as delivered then, ms.\"},{"
    "\"name\":\"return_for_ms\",\"type\":\"long\",\"doc\":\"How long what was delivered may come b"
    "ack, ms.\"},{\"name\":\"resend_for_ms\",\"type\":\"long\",\"doc\":\"When what stock or paymen"
    "ts did not answer is asked again, ms; doubled each time,\"},{\"name\":\"resend_most_for_ms\","
    "\"type\":\"long\",\"doc\":\"up to so much, ms.\"},{\"name\":\"resends_max\",\"type\":\"int\","
    "\"doc\":\"How often; then an operator looks at it.\"},{\"name\":\"keep_for_ms\",\"type\":\"lo"
    "ng\",\"doc\":\"How long an order that has ended is remembered by the task, ms.\"}]},\"doc\":"
    "\"What it lives by.\"},{\"name\":\"pay_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\""
    ":\"timestamp-millis\"},\"doc\":\"Until when stock is held, UTC; 0: it is paid, or over.\"},{"
    "\"name\":\"extended\",\"type\":\"boolean\",\"doc\":\"The time to pay was extended.\"},{\"name"
    "\":\"asked_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"W"
    "hen something was last asked of stock or payments, UTC.\"},{\"name\":\"resends\",\"type\":\"i"
    "nt\",\"doc\":\"How often it was asked again since.\"},{\"name\":\"ended_ms\",\"type\":{\"type"
    "\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it ended, UTC; 0: it has not"
    ".\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\""
    ":\"OrderLine\",\"doc\":\"A line.\",\"fields\":[{\"name\":\"standing\",\"type\":{\"type\":\"re"
    "cord\",\"name\":\"LineStanding\",\"namespace\":\"fy\",\"doc\":\"How a line of an order stands"
    ": whole items of one SKU, of one supplier.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string"
    "\",\"doc\":\"Which SKU.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items ordere"
    "d, 1 .. 999.\"},{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"LineState\",\"symb"
    "ols\":[\"HOLDING\",\"HELD\",\"COMMITTING\",\"WAITING\",\"ACCEPTED\",\"SHIPPED\",\"DELIVERED\""
    ",\"ENDED\"],\"doc\":\"HOLDING: stock is asked. HELD: promised. COMMITTING: being sold. WAITIN"
    "G: sold, its supplier is to accept. ACCEPTED: its supplier will ship; some may have left. SHI"
    "PPED: all that is not cancelled has left. DELIVERED: that has arrived. ENDED: nothing of it w"
    "ill be shipped.\"},\"doc\":\"How far it is.\"},{\"name\":\"supplier\",\"default\":null,\"type"
    "\":[\"null\",\"string\"],\"doc\":\"Who ships it; null: not known yet, or nobody.\"},{\"name\""
    ":\"price\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Money\",\"name"
    "space\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"lon"
    "g\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"cur"
    "rency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO"
    " 4217, as in EUR.\"}]}],\"doc\":\"What the customer pays for one item; null: not known yet.\""
    "},{\"name\":\"shipped_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that have"
    " left.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of them, tho"
    "se that came back.\"},{\"name\":\"cancelled_units\",\"type\":\"long\",\"default\":0,\"doc\":"
    "\"Whole items that will not be shipped. Shipped and cancelled are at most those ordered.\"},{"
    "\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why stock would"
    " not hold it, or why it ended, a word; null: neither.\"},{\"name\":\"left_units\",\"type\":\""
    "long\",\"default\":0,\"doc\":\"Of a line that stock would not hold: whole items that one supp"
    "lier could have given.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"attempt\",\"type\":\"int"
    "\",\"doc\":\"Which try of a hold, from 1.\"},{\"name\":\"reheld\",\"type\":\"boolean\",\"doc"
    "\":\"It was held again, once, before it was paid.\"},{\"name\":\"excluded\",\"type\":{\"type"
    "\":\"array\",\"items\":\"string\"},\"doc\":\"Suppliers who would not ship it; at most 16.\"},"
    "{\"name\":\"told_shipped_units\",\"type\":\"long\",\"doc\":\"Whole items that have left, as f"
    "ar as stock has said that it knows.\"},{\"name\":\"told_returned_units\",\"type\":\"long\",\""
    "doc\":\"Whole items that came back, as far as stock has said that it knows.\"},{\"name\":\"re"
    "lease_open\",\"type\":\"boolean\",\"doc\":\"Stock is to free what is left of the hold, and ha"
    "s not said that it did.\"},{\"name\":\"release_reason\",\"type\":\"string\",\"doc\":\"Why: CA"
    "NCELLED, EXPIRED or REJECTED, as in ReleaseReason.\"},{\"name\":\"due_ms\",\"type\":{\"type\""
    ":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when its supplier is to accep"
    "t or ship, or when it counts as delivered, or may come back no more, UTC; 0: none of it.\"}]}"
    "},\"doc\":\"At most 50.\"},{\"name\":\"releases\",\"type\":{\"type\":\"array\",\"items\":{\"t"
    "ype\":\"record\",\"name\":\"OrderRelease\",\"doc\":\"An earlier hold of a line, to be freed."
    "\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\""
    ":\"hold\",\"type\":\"string\",\"doc\":\"Which.\"},{\"name\":\"reason\",\"type\":\"string\",\""
    "doc\":\"Why: CANCELLED, EXPIRED or REJECTED, as in ReleaseReason.\"}]}},\"doc\":\"At most 100"
    "; those that stock has not said are free.\"},{\"name\":\"payment\",\"type\":{\"type\":\"recor"
    "d\",\"name\":\"OrderPayment\",\"doc\":\"Its payment.\",\"fields\":[{\"name\":\"payment\",\"de"
    "fault\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Which; null: none was asked for.\"},{\""
    "name\":\"wish\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentWish\",\"symbols\":[\"NOTHING\""
    ",\"AUTHORISE\",\"CAPTURE\",\"VOID\"],\"doc\":\"What is asked of payments, beside refunds.\"},"
    "\"doc\":\"What is wanted of it.\"},{\"name\":\"amount_minor\",\"type\":\"long\",\"doc\":\"How"
    " much was asked for, minor units.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO"
    " 4217.\"},{\"name\":\"void_reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":"
    "\"Why it is to be void.\"},{\"name\":\"standing\",\"default\":null,\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stand"
    "s, as far as we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":"
    "\"PaymentState\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTU"
    "RED\",\"VOIDED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked fo"
    "r, outcome unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISE"
    "D: promised. CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we a"
    "sked. DECLINED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\""
    "How far it is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,"
    "\"chars\":\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"t"
    "ype\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0;"
    " it stays when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":"
    "100000000000,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"na"
    "me\":\"refunded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was g"
    "iven back, minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"l"
    "ong\",\"min\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, mino"
    "r units, >= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"max_bytes\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":"
    "\"expires_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"times"
    "tamp-millis\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not "
    "known, or nothing is promised.\"}]}],\"doc\":\"How it stands; null: nobody told.\"},{\"name\""
    ":\"code\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was declined or no"
    "t done.\"},{\"name\":\"action_url\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":"
    "\"Where the customer confirms; null: nowhere.\"},{\"name\":\"refunds\",\"type\":{\"type\":\"a"
    "rray\",\"items\":{\"type\":\"record\",\"name\":\"OrderRefund\",\"doc\":\"Money that is given "
    "back.\",\"fields\":[{\"name\":\"amount_minor\",\"type\":\"long\",\"doc\":\"How much, minor un"
    "its.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\"},{\"name\":\"state\""
    ",\"type\":{\"type\":\"enum\",\"name\":\"RefundState\",\"symbols\":[\"ASKED\",\"DONE\",\"FAILE"
    "D\"],\"doc\":\"FAILED: payments cannot.\"},\"doc\":\"How far it is.\"}]}},\"doc\":\"The first"
    " is ORDER/n/r1; at most 32.\"}]},\"doc\":\"Its payment.\"},{\"name\":\"rejected\",\"type\":{"
    "\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderRejection\",\"doc\":\"A sup"
    "plier who would not ship.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\""
    "Who.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Why.\"}]}},\"doc\":\"At most 16.\""
    "},{\"name\":\"shipments\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name"
    "\":\"OrderShipment\",\"namespace\":\"fy\",\"doc\":\"A parcel.\",\"fields\":[{\"name\":\"suppl"
    "ier\",\"type\":\"string\",\"doc\":\"Who sent it.\"},{\"name\":\"shipped_ms\",\"type\":{\"type"
    "\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was told, UTC.\"},{\"name"
    "\":\"carrier\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who carries it, a wo"
    "rd.\"},{\"name\":\"tracking\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The c"
    "arrier's number of it.\"},{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":{\"type"
    "\":\"record\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":\"Whole items of one SKU of"
    " an order.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":"
    "64,\"chars\":\"sku\",\"doc\":\"Which SKU; an order has at most one line of it.\"},{\"name\":"
    "\"units\",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole items.\"}]}},\"doc\":\"What"
    " is in it.\"}]}},\"doc\":\"Parcels, oldest first; at most 64.\"},{\"name\":\"recent\",\"type"
    "\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderAnswer\",\"namespace\":"
    "\"fy\",\"doc\":\"How a request was answered.\",\"fields\":[{\"name\":\"event_id\",\"type\":\""
    "string\",\"doc\":\"The request's event_id.\"},{\"name\":\"refused\",\"default\":null,\"type\""
    ":[\"null\",\"string\"],\"doc\":\"Why it was refused; null: it was not.\"}]}},\"doc\":\"The la"
    "st 64 requests, newest last: how a repeat is recognised, and answered.\"}]}]}]}";

const struct fy_schema order_row_schema_51 = {
    .id = 51,
    .version = 1,
    .fingerprint = UINT64_C(0x05216c6b7aabac77),
    .subject = "orders-changelog-value",
    .text = text_51,
    .name = "order_row",
    .type = &fy_type_order_row,
    .size = sizeof(struct order_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_62[] =
    "{\"type\":\"record\",\"name\":\"OrderRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the orders task. Exactly one of the nullable records is set.\",\"fields\":[{\"n"
    "ame\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stand"
    "s: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\""
    "name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type"
    "\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"f"
    "y\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
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
    "\":\"order\",\"default\":null,\"doc\":\"One order.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"Order\",\"doc\":\"One order: what its events made of it.\",\"fields\":[{\"name\":"
    "\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\",\"default\":nu"
    "ll,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they were signed in"
    ".\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"Root of what began it: of events that t"
    "ime alone causes.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"doc\":\"Keyed hash of the body that it was placed with.\"},{\"name\":\"placed_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was placed, UTC."
    "\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\""
    "},\"doc\":\"When the newest event was decided, UTC.\"},{\"name\":\"as_of\",\"type\":{\"type\""
    ":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Newest request included.\"},{\"name\":\"stand"
    "ing\",\"type\":{\"type\":\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":"
    "\"How an order stands.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\""
    ":\"OrderState\",\"symbols\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING"
    "\",\"CAPTURING\",\"CONFIRMED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is"
    " no such order. HOLDING: stock is asked to hold each line. PAYING: payments is asked to autho"
    "rise. ACTION_REQUIRED: the customer must confirm at the provider. COMMITTING: it is paid for,"
    " and what is held is being sold. CAPTURING: all is sold, and the money is being taken. CONFIR"
    "MED: suppliers are at work. CLOSED: all was delivered, returned or given back. REFUSED: never"
    " was one. CANCELLED: nothing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{"
    "\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refu"
    "sed, cancelled or closed, a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default"
    "\":null,\"type\":[\"null\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, ref"
    "und_failed, not_shipped, stock_differs, amount_differs, too_many_refunds or unexpected; null:"
    " it goes its way.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"cancel_noted\",\"type\":\"bool"
    "ean\",\"doc\":\"All is to be cancelled once the money is taken.\"},{\"name\":\"currency\",\"t"
    "ype\":\"string\",\"doc\":\"ISO 4217.\"},{\"name\":\"expected_minor\",\"type\":\"long\",\"doc"
    "\":\"What the customer was shown as the sum, minor units.\"},{\"name\":\"payment_method\",\"t"
    "ype\":\"string\",\"doc\":\"The provider's token for how they pay.\"},{\"name\":\"delivery\","
    "\"type\":{\"type\":\"record\",\"name\":\"DeliveryEncrypted\",\"namespace\":\"fy\",\"doc\":\"W"
    "here an order's parcels go, sealed under the person's key. Deciders copy it and cannot read i"
    "t.\",\"fields\":[{\"name\":\"address\",\"default\":null,\"type\":[\"null\",\"bytes\"],\"max_b"
    "ytes\":4096,\"personal\":true,\"doc\":\"Name, phone and postal address, a JSON object {full_n"
    "ame, phone, lines, postcode, city, country}; sealed as field \\\"address\\\". Null: none was "
    "given.\"}]},\"doc\":\"Where it goes.\"},{\"name\":\"terms\",\"type\":{\"type\":\"record\",\"n"
    "ame\":\"OrderTerms\",\"namespace\":\"fy\",\"doc\":\"What an order lives by: the shop's settin"
    "gs when it was placed.\",\"fields\":[{\"name\":\"commission_bp\",\"type\":\"int\",\"doc\":\"O"
    "ur part of what is sold, in 1/10,000, 0 .. 10,000.\"},{\"name\":\"pay_for_ms\",\"type\":\"lon"
    "g\",\"doc\":\"How long stock is held for somebody who pays, ms.\"},{\"name\":\"extend_for_ms"
    "\",\"type\":\"long\",\"doc\":\"By how much that is extended, once, when they must confirm at "
    "the provider, ms.\"},{\"name\":\"accept_for_ms\",\"type\":\"long\",\"doc\":\"Within what a su"
    "pplier accepts, or counts as having rejected, ms.\"},{\"name\":\"ship_for_ms\",\"type\":\"lon"
    "g\",\"doc\":\"Within what a supplier who accepted ships; then an operator looks at it, ms.\"}"
    ",{\"name\":\"deliver_for_ms\",\"type\":\"long\",\"doc\":\"What was shipped counts as delivere"
    "d then, ms.\"},{\"name\":\"return_for_ms\",\"type\":\"long\",\"doc\":\"How long what was deli"
    "vered may come back, ms.\"},{\"name\":\"resend_for_ms\",\"type\":\"long\",\"doc\":\"When what"
    " stock or payments did not answer is asked again, ms; doubled each time,\"},{\"name\":\"resen"
    "d_most_for_ms\",\"type\":\"long\",\"doc\":\"up to so much, ms.\"},{\"name\":\"resends_max\","
    "\"type\":\"int\",\"doc\":\"How often; then an operator looks at it.\"},{\"name\":\"keep_for_m"
    "s\",\"type\":\"long\",\"doc\":\"How long an order that has ended is remembered by the task, m"
    "s.\"}]},\"doc\":\"What it lives by.\"},{\"name\":\"pay_until_ms\",\"type\":{\"type\":\"long\""
    ",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when stock is held, UTC; 0: it is paid"
    ", or over.\"},{\"name\":\"extended\",\"type\":\"boolean\",\"doc\":\"The time to pay was exten"
    "ded.\"},{\"name\":\"asked_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"},\"doc\":\"When something was last asked of stock or payments, UTC.\"},{\"name\":\"resends"
    "\",\"type\":\"int\",\"doc\":\"How often it was asked again since.\"},{\"name\":\"ended_ms\","
    "\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it ended, UT"
    "C; 0: it has not.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"r"
    "ecord\",\"name\":\"OrderLine\",\"doc\":\"A line.\",\"fields\":[{\"name\":\"standing\",\"type"
    "\":{\"type\":\"record\",\"name\":\"LineStanding\",\"namespace\":\"fy\",\"doc\":\"How a line o"
    "f an order stands: whole items of one SKU, of one supplier.\",\"fields\":[{\"name\":\"sku\","
    "\"type\":\"string\",\"doc\":\"Which SKU.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"W"
    "hole items ordered, 1 .. 999.\"},{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"L"
    "ineState\",\"symbols\":[\"HOLDING\",\"HELD\",\"COMMITTING\",\"WAITING\",\"ACCEPTED\",\"SHIPPE"
    "D\",\"DELIVERED\",\"ENDED\"],\"doc\":\"HOLDING: stock is asked. HELD: promised. COMMITTING: b"
    "eing sold. WAITING: sold, its supplier is to accept. ACCEPTED: its supplier will ship; some m"
    "ay have left. SHIPPED: all that is not cancelled has left. DELIVERED: that has arrived. ENDED"
    ": nothing of it will be shipped.\"},\"doc\":\"How far it is.\"},{\"name\":\"supplier\",\"defa"
    "ult\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who ships it; null: not known yet, or nob"
    "ody.\"},{\"name\":\"price\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\"name\""
    ":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor"
    "\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\""
    "},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"uppe"
    "r\",\"doc\":\"ISO 4217, as in EUR.\"}]}],\"doc\":\"What the customer pays for one item; null:"
    " not known yet.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whol"
    "e items that have left.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"default\":0,\"doc"
    "\":\"Of them, those that came back.\"},{\"name\":\"cancelled_units\",\"type\":\"long\",\"defa"
    "ult\":0,\"doc\":\"Whole items that will not be shipped. Shipped and cancelled are at most tho"
    "se ordered.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":"
    "\"Why stock would not hold it, or why it ended, a word; null: neither.\"},{\"name\":\"left_un"
    "its\",\"type\":\"long\",\"default\":0,\"doc\":\"Of a line that stock would not hold: whole it"
    "ems that one supplier could have given.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"attempt"
    "\",\"type\":\"int\",\"doc\":\"Which try of a hold, from 1.\"},{\"name\":\"reheld\",\"type\":"
    "\"boolean\",\"doc\":\"It was held again, once, before it was paid.\"},{\"name\":\"excluded\","
    "\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Suppliers who would not ship it;"
    " at most 16.\"},{\"name\":\"told_shipped_units\",\"type\":\"long\",\"doc\":\"Whole items that"
    " have left, as far as stock has said that it knows.\"},{\"name\":\"told_returned_units\",\"ty"
    "pe\":\"long\",\"doc\":\"Whole items that came back, as far as stock has said that it knows.\""
    "},{\"name\":\"release_open\",\"type\":\"boolean\",\"doc\":\"Stock is to free what is left of "
    "the hold, and has not said that it did.\"},{\"name\":\"release_reason\",\"type\":\"string\","
    "\"doc\":\"Why: CANCELLED, EXPIRED or REJECTED, as in ReleaseReason.\"},{\"name\":\"due_ms\","
    "\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when its su"
    "pplier is to accept or ship, or when it counts as delivered, or may come back no more, UTC; 0"
    ": none of it.\"}]}},\"doc\":\"At most 50.\"},{\"name\":\"releases\",\"type\":{\"type\":\"arra"
    "y\",\"items\":{\"type\":\"record\",\"name\":\"OrderRelease\",\"doc\":\"An earlier hold of a l"
    "ine, to be freed.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, fro"
    "m 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which.\"},{\"name\":\"attempt\",\"ty"
    "pe\":\"int\",\"default\":1,\"doc\":\"Which try of it.\"},{\"name\":\"reason\",\"type\":\"stri"
    "ng\",\"doc\":\"Why: CANCELLED, EXPIRED or REJECTED, as in ReleaseReason.\"}]}},\"doc\":\"At m"
    "ost 100; those that stock has not said are free.\"},{\"name\":\"payment\",\"type\":{\"type\":"
    "\"record\",\"name\":\"OrderPayment\",\"doc\":\"Its payment.\",\"fields\":[{\"name\":\"payment"
    "\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Which; null: none was asked for."
    "\"},{\"name\":\"wish\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentWish\",\"symbols\":[\"NO"
    "THING\",\"AUTHORISE\",\"CAPTURE\",\"VOID\"],\"doc\":\"What is asked of payments, beside refun"
    "ds.\"},\"doc\":\"What is wanted of it.\"},{\"name\":\"amount_minor\",\"type\":\"long\",\"doc"
    "\":\"How much was asked for, minor units.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc"
    "\":\"ISO 4217.\"},{\"name\":\"void_reason\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"doc\":\"Why it is to be void.\"},{\"name\":\"standing\",\"default\":null,\"type\":[\"null\""
    ",{\"type\":\"record\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payme"
    "nt stands, as far as we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\","
    "\"name\":\"PaymentState\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED"
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
    "null: not known, or nothing is promised.\"}]}],\"doc\":\"How it stands; null: nobody told.\"}"
    ",{\"name\":\"version\",\"type\":\"long\",\"default\":0,\"doc\":\"Of the newest report that co"
    "unts; 0: none.\"},{\"name\":\"code\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":"
    "\"Why it was declined or not done.\"},{\"name\":\"action_url\",\"default\":null,\"type\":[\"n"
    "ull\",\"string\"],\"doc\":\"Where the customer confirms; null: nowhere.\"},{\"name\":\"refund"
    "s\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderRefund\",\"do"
    "c\":\"Money that is given back.\",\"fields\":[{\"name\":\"amount_minor\",\"type\":\"long\",\""
    "doc\":\"How much, minor units.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 42"
    "17.\"},{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"RefundState\",\"symbols\":["
    "\"ASKED\",\"DONE\",\"FAILED\"],\"doc\":\"FAILED: payments cannot.\"},\"doc\":\"How far it is."
    "\"}]}},\"doc\":\"The first is ORDER/n/r1; at most 32.\"}]},\"doc\":\"Its payment.\"},{\"name"
    "\":\"rejected\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderR"
    "ejection\",\"doc\":\"A supplier who would not ship.\",\"fields\":[{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Who.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Why.\"}]"
    "}},\"doc\":\"At most 16.\"},{\"name\":\"shipments\",\"type\":{\"type\":\"array\",\"items\":{"
    "\"type\":\"record\",\"name\":\"OrderShipment\",\"namespace\":\"fy\",\"doc\":\"A parcel.\",\"f"
    "ields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who sent it.\"},{\"name\":\"shi"
    "pped_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it"
    " was told, UTC.\"},{\"name\":\"carrier\",\"default\":null,\"type\":[\"null\",\"string\"],\"do"
    "c\":\"Who carries it, a word.\"},{\"name\":\"tracking\",\"default\":null,\"type\":[\"null\","
    "\"string\"],\"doc\":\"The carrier's number of it.\"},{\"name\":\"items\",\"type\":{\"type\":"
    "\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":"
    "\"Whole items of one SKU of an order.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"m"
    "in_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Which SKU; an order has at most one"
    " line of it.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole i"
    "tems.\"}]}},\"doc\":\"What is in it.\"}]}},\"doc\":\"Parcels, oldest first; at most 64.\"},{"
    "\"name\":\"recent\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Or"
    "derAnswer\",\"namespace\":\"fy\",\"doc\":\"How a request was answered.\",\"fields\":[{\"name"
    "\":\"event_id\",\"type\":\"string\",\"doc\":\"The request's event_id.\"},{\"name\":\"refused"
    "\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refused; null: it was"
    " not.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Key"
    "ed hash of its body: how another body under the same event_id is told from a repeat.\"}]}},\""
    "doc\":\"The last 64 requests, newest last: how a repeat is recognised, and answered.\"}]}]}]}";

const struct fy_schema order_row_schema_62 = {
    .id = 62,
    .version = 2,
    .fingerprint = UINT64_C(0x6e8ea11c82e21782),
    .subject = "orders-changelog-value",
    .text = text_62,
    .name = "order_row",
    .type = &fy_type_order_row,
    .size = sizeof(struct order_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_74[] =
    "{\"type\":\"record\",\"name\":\"OrderRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the orders task. Exactly one of the nullable records is set.\",\"fields\":[{\"n"
    "ame\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stand"
    "s: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\""
    "name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type"
    "\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"f"
    "y\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
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
    "\":\"order\",\"default\":null,\"doc\":\"One order.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"Order\",\"doc\":\"One order: what its events made of it.\",\"fields\":[{\"name\":"
    "\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\",\"default\":nu"
    "ll,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they were signed in"
    ".\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"Root of what began it: of events that t"
    "ime alone causes.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"doc\":\"Keyed hash of the body that it was placed with.\"},{\"name\":\"placed_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was placed, UTC."
    "\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\""
    "},\"doc\":\"When the newest event was decided, UTC.\"},{\"name\":\"as_of\",\"type\":{\"type\""
    ":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Newest request included.\"},{\"name\":\"stand"
    "ing\",\"type\":{\"type\":\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":"
    "\"How an order stands.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\""
    ":\"OrderState\",\"symbols\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING"
    "\",\"CAPTURING\",\"CONFIRMED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is"
    " no such order. HOLDING: stock is asked to hold each line. PAYING: payments is asked to autho"
    "rise. ACTION_REQUIRED: the customer must confirm at the provider. COMMITTING: it is paid for,"
    " and what is held is being sold. CAPTURING: all is sold, and the money is being taken. CONFIR"
    "MED: suppliers are at work. CLOSED: all was delivered, returned or given back. REFUSED: never"
    " was one. CANCELLED: nothing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{"
    "\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refu"
    "sed, cancelled or closed, a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default"
    "\":null,\"type\":[\"null\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, ref"
    "und_failed, not_shipped, stock_differs, amount_differs, too_many_refunds or unexpected; null:"
    " it goes its way.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"cancel_noted\",\"type\":\"bool"
    "ean\",\"doc\":\"All is to be cancelled once the money is taken.\"},{\"name\":\"settled_elsewh"
    "ere\",\"type\":\"boolean\",\"default\":false,\"doc\":\"An operator closed it: nothing more is"
    " asked, nor given back.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\"},"
    "{\"name\":\"expected_minor\",\"type\":\"long\",\"doc\":\"What the customer was shown as the s"
    "um, minor units.\"},{\"name\":\"payment_method\",\"type\":\"string\",\"doc\":\"The provider's"
    " token for how they pay.\"},{\"name\":\"delivery\",\"type\":{\"type\":\"record\",\"name\":\"D"
    "eliveryEncrypted\",\"namespace\":\"fy\",\"doc\":\"Where an order's parcels go, sealed under t"
    "he person's key. Deciders copy it and cannot read it.\",\"fields\":[{\"name\":\"address\",\"d"
    "efault\":null,\"type\":[\"null\",\"bytes\"],\"max_bytes\":4096,\"personal\":true,\"doc\":\"Na"
    "me, phone and postal address, a JSON object {full_name, phone, lines, postcode, city, country"
    "}; sealed as field \\\"address\\\". Null: none was given.\"}]},\"doc\":\"Where it goes.\"},{"
    "\"name\":\"terms\",\"type\":{\"type\":\"record\",\"name\":\"OrderTerms\",\"namespace\":\"fy\""
    ",\"doc\":\"What an order lives by: the shop's settings when it was placed.\",\"fields\":[{\"n"
    "ame\":\"commission_bp\",\"type\":\"int\",\"doc\":\"Our part of what is sold, in 1/10,000, 0 ."
    ". 10,000.\"},{\"name\":\"pay_for_ms\",\"type\":\"long\",\"doc\":\"How long stock is held for "
    "somebody who pays, ms.\"},{\"name\":\"extend_for_ms\",\"type\":\"long\",\"doc\":\"By how much"
    " that is extended, once, when they must confirm at the provider, ms.\"},{\"name\":\"accept_fo"
    "r_ms\",\"type\":\"long\",\"doc\":\"Within what a supplier accepts, or counts as having reject"
    "ed, ms.\"},{\"name\":\"ship_for_ms\",\"type\":\"long\",\"doc\":\"Within what a supplier who a"
    "ccepted ships; then an operator looks at it, ms.\"},{\"name\":\"deliver_for_ms\",\"type\":\"l"
    "ong\",\"doc\":\"What was shipped counts as delivered then, ms.\"},{\"name\":\"return_for_ms\""
    ",\"type\":\"long\",\"doc\":\"How long what was delivered may come back, ms.\"},{\"name\":\"re"
    "send_for_ms\",\"type\":\"long\",\"doc\":\"When what stock or payments did not answer is asked"
    " again, ms; doubled each time,\"},{\"name\":\"resend_most_for_ms\",\"type\":\"long\",\"doc\":"
    "\"up to so much, ms.\"},{\"name\":\"resends_max\",\"type\":\"int\",\"doc\":\"How often; then "
    "an operator looks at it.\"},{\"name\":\"keep_for_ms\",\"type\":\"long\",\"doc\":\"How long an"
    " order that has ended is remembered by the task, ms.\"}]},\"doc\":\"What it lives by.\"},{\"n"
    "ame\":\"pay_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"do"
    "c\":\"Until when stock is held, UTC; 0: it is paid, or over.\"},{\"name\":\"extended\",\"type"
    "\":\"boolean\",\"doc\":\"The time to pay was extended.\"},{\"name\":\"asked_ms\",\"type\":{\""
    "type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When something was last asked"
    " of stock or payments, UTC.\"},{\"name\":\"resends\",\"type\":\"int\",\"doc\":\"How often it "
    "was asked again since.\"},{\"name\":\"ended_ms\",\"type\":{\"type\":\"long\",\"logicalType\":"
    "\"timestamp-millis\"},\"doc\":\"When it ended, UTC; 0: it has not.\"},{\"name\":\"lines\",\"t"
    "ype\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderLine\",\"doc\":\"A l"
    "ine.\",\"fields\":[{\"name\":\"standing\",\"type\":{\"type\":\"record\",\"name\":\"LineStandi"
    "ng\",\"namespace\":\"fy\",\"doc\":\"How a line of an order stands: whole items of one SKU, of"
    " one supplier.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Which SKU.\"},{"
    "\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items ordered, 1 .. 999.\"},{\"name\":\""
    "state\",\"type\":{\"type\":\"enum\",\"name\":\"LineState\",\"symbols\":[\"HOLDING\",\"HELD\","
    "\"COMMITTING\",\"WAITING\",\"ACCEPTED\",\"SHIPPED\",\"DELIVERED\",\"ENDED\"],\"doc\":\"HOLDIN"
    "G: stock is asked. HELD: promised. COMMITTING: being sold. WAITING: sold, its supplier is to "
    "accept. ACCEPTED: its supplier will ship; some may have left. SHIPPED: all that is not cancel"
    "led has left. DELIVERED: that has arrived. ENDED: nothing of it will be shipped.\"},\"doc\":"
    "\"How far it is.\"},{\"name\":\"supplier\",\"default\":null,\"type\":[\"null\",\"string\"],\""
    "doc\":\"Who ships it; null: not known yet, or nobody.\"},{\"name\":\"price\",\"default\":null"
    ",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An"
    " amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":10000"
    "0000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\""
    ",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]}],\"d"
    "oc\":\"What the customer pays for one item; null: not known yet.\"},{\"name\":\"shipped_units"
    "\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that have left.\"},{\"name\":\"retur"
    "ned_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of them, those that came back.\"},{\"na"
    "me\":\"cancelled_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that will not "
    "be shipped. Shipped and cancelled are at most those ordered.\"},{\"name\":\"reason\",\"defaul"
    "t\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why stock would not hold it, or why it ende"
    "d, a word; null: neither.\"},{\"name\":\"left_units\",\"type\":\"long\",\"default\":0,\"doc\""
    ":\"Of a line that stock would not hold: whole items that one supplier could have given.\"}]},"
    "\"doc\":\"How it stands.\"},{\"name\":\"attempt\",\"type\":\"int\",\"doc\":\"Which try of a h"
    "old, from 1.\"},{\"name\":\"reheld\",\"type\":\"boolean\",\"doc\":\"It was held again, once, "
    "before it was paid.\"},{\"name\":\"excluded\",\"type\":{\"type\":\"array\",\"items\":\"string"
    "\"},\"doc\":\"Suppliers who would not ship it; at most 16.\"},{\"name\":\"told_shipped_units"
    "\",\"type\":\"long\",\"doc\":\"Whole items that have left, as far as stock has said that it k"
    "nows.\"},{\"name\":\"told_returned_units\",\"type\":\"long\",\"doc\":\"Whole items that came "
    "back, as far as stock has said that it knows.\"},{\"name\":\"release_open\",\"type\":\"boolea"
    "n\",\"doc\":\"Stock is to free what is left of the hold, and has not said that it did.\"},{\""
    "name\":\"release_reason\",\"type\":\"string\",\"doc\":\"Why: CANCELLED, EXPIRED or REJECTED, "
    "as in ReleaseReason.\"},{\"name\":\"due_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"ti"
    "mestamp-millis\"},\"doc\":\"Until when its supplier is to accept or ship, or when it counts a"
    "s delivered, or may come back no more, UTC; 0: none of it.\"}]}},\"doc\":\"At most 50.\"},{\""
    "name\":\"releases\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Or"
    "derRelease\",\"doc\":\"An earlier hold of a line, to be freed.\",\"fields\":[{\"name\":\"line"
    "\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\","
    "\"doc\":\"Which.\"},{\"name\":\"attempt\",\"type\":\"int\",\"default\":1,\"doc\":\"Which try "
    "of it.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Why: CANCELLED, EXPIRED or REJEC"
    "TED, as in ReleaseReason.\"}]}},\"doc\":\"At most 100; those that stock has not said are free"
    ".\"},{\"name\":\"payment\",\"type\":{\"type\":\"record\",\"name\":\"OrderPayment\",\"doc\":\""
    "Its payment.\",\"fields\":[{\"name\":\"payment\",\"default\":null,\"type\":[\"null\",\"string"
    "\"],\"doc\":\"Which; null: none was asked for.\"},{\"name\":\"wish\",\"type\":{\"type\":\"enu"
    "m\",\"name\":\"PaymentWish\",\"symbols\":[\"NOTHING\",\"AUTHORISE\",\"CAPTURE\",\"VOID\"],\"d"
    "oc\":\"What is asked of payments, beside refunds.\"},\"doc\":\"What is wanted of it.\"},{\"na"
    "me\":\"amount_minor\",\"type\":\"long\",\"doc\":\"How much was asked for, minor units.\"},{\""
    "name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\"},{\"name\":\"void_reason\",\"de"
    "fault\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it is to be void.\"},{\"name\":\"st"
    "anding\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PaymentStanding"
    "\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as far as we know.\",\"fields\":[{\"n"
    "ame\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentState\",\"symbols\":[\"NONE\","
    "\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\"VOIDED\",\"DECLINED\",\"EXPIRED"
    "\"],\"doc\":\"NONE: never asked for. PENDING: asked for, outcome unknown yet. ACTION_REQUIRED"
    ": the customer must confirm at the provider. AUTHORISED: promised. CAPTURED: taken; some or a"
    "ll may be refunded. VOIDED: promised no more, for we asked. DECLINED: refused. EXPIRED: promi"
    "sed no more, for nobody took it in time.\"},\"doc\":\"How far it is.\"},{\"name\":\"currency"
    "\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"Of all a"
    "mounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":\"long\",\"min\":0,\"max\":10000"
    "0000000,\"doc\":\"What was promised, minor units, >= 0; it stays when captured.\"},{\"name\":"
    "\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was taken,"
    " minor units, >= 0, at most what was promised.\"},{\"name\":\"refunded_minor\",\"type\":\"lon"
    "g\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given back, minor units, >= 0, at most "
    "what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,"
    "\"doc\":\"What the provider kept of what was taken, minor units, >= 0.\"},{\"name\":\"provide"
    "r_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":128,\"doc\":\"The provi"
    "der's name for it; null: it has none yet.\"},{\"name\":\"expires_ms\",\"default\":null,\"type"
    "\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"min\":0,\"doc\":\"Un"
    "til when what is promised can be taken, UTC; null: not known, or nothing is promised.\"}]}],"
    "\"doc\":\"How it stands; null: nobody told.\"},{\"name\":\"version\",\"type\":\"long\",\"defa"
    "ult\":0,\"doc\":\"Of the newest report that counts; 0: none.\"},{\"name\":\"code\",\"default"
    "\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was declined or not done.\"},{\"name"
    "\":\"action_url\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Where the custome"
    "r confirms; null: nowhere.\"},{\"name\":\"refunds\",\"type\":{\"type\":\"array\",\"items\":{"
    "\"type\":\"record\",\"name\":\"OrderRefund\",\"doc\":\"Money that is given back.\",\"fields\""
    ":[{\"name\":\"amount_minor\",\"type\":\"long\",\"doc\":\"How much, minor units.\"},{\"name\":"
    "\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\"},{\"name\":\"state\",\"type\":{\"type"
    "\":\"enum\",\"name\":\"RefundState\",\"symbols\":[\"ASKED\",\"DONE\",\"FAILED\"],\"doc\":\"FA"
    "ILED: payments cannot.\"},\"doc\":\"How far it is.\"}]}},\"doc\":\"The first is ORDER/n/r1; a"
    "t most 32.\"}]},\"doc\":\"Its payment.\"},{\"name\":\"rejected\",\"type\":{\"type\":\"array\""
    ",\"items\":{\"type\":\"record\",\"name\":\"OrderRejection\",\"doc\":\"A supplier who would no"
    "t ship.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":"
    "\"reason\",\"type\":\"string\",\"doc\":\"Why.\"}]}},\"doc\":\"At most 16.\"},{\"name\":\"ship"
    "ments\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderShipment"
    "\",\"namespace\":\"fy\",\"doc\":\"A parcel.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"s"
    "tring\",\"doc\":\"Who sent it.\"},{\"name\":\"shipped_ms\",\"type\":{\"type\":\"long\",\"logi"
    "calType\":\"timestamp-millis\"},\"doc\":\"When it was told, UTC.\"},{\"name\":\"carrier\",\"d"
    "efault\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who carries it, a word.\"},{\"name\":"
    "\"tracking\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The carrier's number o"
    "f it.\"},{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"na"
    "me\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":\"Whole items of one SKU of an order.\",\"fie"
    "lds\":[{\"name\":\"sku\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku"
    "\",\"doc\":\"Which SKU; an order has at most one line of it.\"},{\"name\":\"units\",\"type\":"
    "\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole items.\"}]}},\"doc\":\"What is in it.\"}]}},\""
    "doc\":\"Parcels, oldest first; at most 64.\"},{\"name\":\"recent\",\"type\":{\"type\":\"array"
    "\",\"items\":{\"type\":\"record\",\"name\":\"OrderAnswer\",\"namespace\":\"fy\",\"doc\":\"How"
    " a request was answered.\",\"fields\":[{\"name\":\"event_id\",\"type\":\"string\",\"doc\":\"T"
    "he request's event_id.\"},{\"name\":\"refused\",\"default\":null,\"type\":[\"null\",\"string"
    "\"],\"doc\":\"Why it was refused; null: it was not.\"},{\"name\":\"body_mac\",\"default\":nul"
    "l,\"type\":[\"null\",\"string\"],\"doc\":\"Keyed hash of its body: how another body under the"
    " same event_id is told from a repeat.\"}]}},\"doc\":\"The last 64 requests, newest last: how "
    "a repeat is recognised, and answered.\"}]}]}]}";

const struct fy_schema order_row_schema_74 = {
    .id = 74,
    .version = 3,
    .fingerprint = UINT64_C(0x9f665739bc93d20f),
    .subject = "orders-changelog-value",
    .text = text_74,
    .name = "order_row",
    .type = &fy_type_order_row,
    .size = sizeof(struct order_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_81[] =
    "{\"type\":\"record\",\"name\":\"OrderRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A p"
    "rivate row of the orders task. Exactly one of the nullable records is set.\",\"fields\":[{\"n"
    "ame\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task stand"
    "s: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":[{\""
    "name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"type"
    "\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"f"
    "y\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic"
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
    "\":\"order\",\"default\":null,\"doc\":\"One order.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"Order\",\"doc\":\"One order: what its events made of it.\",\"fields\":[{\"name\":"
    "\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\",\"default\":nu"
    "ll,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they were signed in"
    ".\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"Root of what began it: of events that t"
    "ime alone causes.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],"
    "\"doc\":\"Keyed hash of the body that it was placed with.\"},{\"name\":\"placed_ms\",\"type\""
    ":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was placed, UTC."
    "\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\""
    "},\"doc\":\"When the newest event was decided, UTC.\"},{\"name\":\"as_of\",\"type\":{\"type\""
    ":\"array\",\"items\":\"fy.Position\"},\"doc\":\"Newest request included.\"},{\"name\":\"stand"
    "ing\",\"type\":{\"type\":\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":"
    "\"How an order stands.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\""
    ":\"OrderState\",\"symbols\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING"
    "\",\"CAPTURING\",\"CONFIRMED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is"
    " no such order. HOLDING: stock is asked to hold each line. PAYING: payments is asked to autho"
    "rise. ACTION_REQUIRED: the customer must confirm at the provider. COMMITTING: it is paid for,"
    " and what is held is being sold. CAPTURING: all is sold, and the money is being taken. CONFIR"
    "MED: suppliers are at work. CLOSED: all was delivered, returned or given back. REFUSED: never"
    " was one. CANCELLED: nothing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{"
    "\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refu"
    "sed, cancelled or closed, a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default"
    "\":null,\"type\":[\"null\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, ref"
    "und_failed, not_shipped, stock_differs, amount_differs, too_many_refunds or unexpected; null:"
    " it goes its way.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"cancel_noted\",\"type\":\"bool"
    "ean\",\"doc\":\"All is to be cancelled once the money is taken.\"},{\"name\":\"settled_elsewh"
    "ere\",\"type\":\"boolean\",\"default\":false,\"doc\":\"An operator closed it: nothing more is"
    " asked, nor given back.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\"},"
    "{\"name\":\"expected_minor\",\"type\":\"long\",\"doc\":\"What the customer was shown as the s"
    "um, minor units.\"},{\"name\":\"payment_method\",\"type\":\"string\",\"doc\":\"The provider's"
    " token for how they pay.\"},{\"name\":\"delivery\",\"type\":{\"type\":\"record\",\"name\":\"D"
    "eliveryEncrypted\",\"namespace\":\"fy\",\"doc\":\"Where an order's parcels go, sealed under t"
    "he person's key. Deciders copy it and cannot read it.\",\"fields\":[{\"name\":\"address\",\"d"
    "efault\":null,\"type\":[\"null\",\"bytes\"],\"max_bytes\":4096,\"personal\":true,\"doc\":\"Na"
    "me, phone and postal address, a JSON object {full_name, phone, lines, postcode, city, country"
    "}; sealed as field \\\"address\\\". Null: none was given.\"}]},\"doc\":\"Where it goes.\"},{"
    "\"name\":\"terms\",\"type\":{\"type\":\"record\",\"name\":\"OrderTerms\",\"namespace\":\"fy\""
    ",\"doc\":\"What an order lives by: the shop's settings when it was placed.\",\"fields\":[{\"n"
    "ame\":\"commission_bp\",\"type\":\"int\",\"doc\":\"Our part of what is sold, in 1/10,000, 0 ."
    ". 10,000.\"},{\"name\":\"pay_for_ms\",\"type\":\"long\",\"doc\":\"How long stock is held for "
    "somebody who pays, ms.\"},{\"name\":\"extend_for_ms\",\"type\":\"long\",\"doc\":\"By how much"
    " that is extended, once, when they must confirm at the provider, ms.\"},{\"name\":\"accept_fo"
    "r_ms\",\"type\":\"long\",\"doc\":\"Within what a supplier accepts, or counts as having reject"
    "ed, ms.\"},{\"name\":\"ship_for_ms\",\"type\":\"long\",\"doc\":\"Within what a supplier who a"
    "ccepted ships; then an operator looks at it, ms.\"},{\"name\":\"deliver_for_ms\",\"type\":\"l"
    "ong\",\"doc\":\"What was shipped counts as delivered then, ms.\"},{\"name\":\"return_for_ms\""
    ",\"type\":\"long\",\"doc\":\"How long what was delivered may come back, ms.\"},{\"name\":\"re"
    "send_for_ms\",\"type\":\"long\",\"doc\":\"When what stock or payments did not answer is asked"
    " again, ms; doubled each time,\"},{\"name\":\"resend_most_for_ms\",\"type\":\"long\",\"doc\":"
    "\"up to so much, ms.\"},{\"name\":\"resends_max\",\"type\":\"int\",\"doc\":\"How often; then "
    "an operator looks at it.\"},{\"name\":\"keep_for_ms\",\"type\":\"long\",\"doc\":\"How long an"
    " order that has ended is remembered by the task, ms.\"}]},\"doc\":\"What it lives by.\"},{\"n"
    "ame\":\"pay_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"do"
    "c\":\"Until when stock is held, UTC; 0: it is paid, or over.\"},{\"name\":\"extended\",\"type"
    "\":\"boolean\",\"doc\":\"The time to pay was extended.\"},{\"name\":\"asked_ms\",\"type\":{\""
    "type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When something was last asked"
    " of stock or payments, UTC.\"},{\"name\":\"resends\",\"type\":\"int\",\"doc\":\"How often it "
    "was asked again since.\"},{\"name\":\"ended_ms\",\"type\":{\"type\":\"long\",\"logicalType\":"
    "\"timestamp-millis\"},\"doc\":\"When it ended, UTC; 0: it has not.\"},{\"name\":\"lines\",\"t"
    "ype\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderLine\",\"doc\":\"A l"
    "ine.\",\"fields\":[{\"name\":\"standing\",\"type\":{\"type\":\"record\",\"name\":\"LineStandi"
    "ng\",\"namespace\":\"fy\",\"doc\":\"How a line of an order stands: whole items of one SKU, of"
    " one supplier.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Which SKU.\"},{"
    "\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items ordered, 1 .. 999.\"},{\"name\":\""
    "state\",\"type\":{\"type\":\"enum\",\"name\":\"LineState\",\"symbols\":[\"HOLDING\",\"HELD\","
    "\"COMMITTING\",\"WAITING\",\"ACCEPTED\",\"SHIPPED\",\"DELIVERED\",\"ENDED\"],\"doc\":\"HOLDIN"
    "G: stock is asked. HELD: promised. COMMITTING: being sold. WAITING: sold, its supplier is to "
    "accept. ACCEPTED: its supplier will ship; some may have left. SHIPPED: all that is not cancel"
    "led has left. DELIVERED: that has arrived. ENDED: nothing of it will be shipped.\"},\"doc\":"
    "\"How far it is.\"},{\"name\":\"supplier\",\"default\":null,\"type\":[\"null\",\"string\"],\""
    "doc\":\"Who ships it; null: not known yet, or nobody.\"},{\"name\":\"price\",\"default\":null"
    ",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An"
    " amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":1,\"max\":10000"
    "0000000,\"doc\":\"Minor units, cents of a euro; 0 in what was written while a price could be "
    "0.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\""
    "upper\",\"doc\":\"ISO 4217, as in EUR.\"}]}],\"doc\":\"What the customer pays for one item; n"
    "ull: not known yet.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"default\":0,\"doc\":\""
    "Whole items that have left.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"default\":0,"
    "\"doc\":\"Of them, those that came back.\"},{\"name\":\"cancelled_units\",\"type\":\"long\","
    "\"default\":0,\"doc\":\"Whole items that will not be shipped. Shipped and cancelled are at mo"
    "st those ordered.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"d"
    "oc\":\"Why stock would not hold it, or why it ended, a word; null: neither.\"},{\"name\":\"le"
    "ft_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of a line that stock would not hold: who"
    "le items that one supplier could have given.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"att"
    "empt\",\"type\":\"int\",\"doc\":\"Which try of a hold, from 1.\"},{\"name\":\"reheld\",\"type"
    "\":\"boolean\",\"doc\":\"It was held again, once, before it was paid.\"},{\"name\":\"excluded"
    "\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Suppliers who would not ship "
    "it; at most 16.\"},{\"name\":\"told_shipped_units\",\"type\":\"long\",\"doc\":\"Whole items t"
    "hat have left, as far as stock has said that it knows.\"},{\"name\":\"told_returned_units\","
    "\"type\":\"long\",\"doc\":\"Whole items that came back, as far as stock has said that it know"
    "s.\"},{\"name\":\"release_open\",\"type\":\"boolean\",\"doc\":\"Stock is to free what is left"
    " of the hold, and has not said that it did.\"},{\"name\":\"release_reason\",\"type\":\"string"
    "\",\"doc\":\"Why: CANCELLED, EXPIRED or REJECTED, as in ReleaseReason.\"},{\"name\":\"due_ms"
    "\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when its"
    " supplier is to accept or ship, or when it counts as delivered, or may come back no more, UTC"
    "; 0: none of it.\"}]}},\"doc\":\"At most 50.\"},{\"name\":\"releases\",\"type\":{\"type\":\"a"
    "rray\",\"items\":{\"type\":\"record\",\"name\":\"OrderRelease\",\"doc\":\"An earlier hold of "
    "a line, to be freed.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, "
    "from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which.\"},{\"name\":\"attempt\","
    "\"type\":\"int\",\"default\":1,\"doc\":\"Which try of it.\"},{\"name\":\"reason\",\"type\":\""
    "string\",\"doc\":\"Why: CANCELLED, EXPIRED or REJECTED, as in ReleaseReason.\"}]}},\"doc\":\""
    "At most 100; those that stock has not said are free.\"},{\"name\":\"payment\",\"type\":{\"typ"
    "e\":\"record\",\"name\":\"OrderPayment\",\"doc\":\"Its payment.\",\"fields\":[{\"name\":\"pay"
    "ment\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Which; null: none was asked "
    "for.\"},{\"name\":\"wish\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentWish\",\"symbols\":["
    "\"NOTHING\",\"AUTHORISE\",\"CAPTURE\",\"VOID\"],\"doc\":\"What is asked of payments, beside r"
    "efunds.\"},\"doc\":\"What is wanted of it.\"},{\"name\":\"amount_minor\",\"type\":\"long\",\""
    "doc\":\"How much was asked for, minor units.\"},{\"name\":\"currency\",\"type\":\"string\",\""
    "doc\":\"ISO 4217.\"},{\"name\":\"void_reason\",\"default\":null,\"type\":[\"null\",\"string\""
    "],\"doc\":\"Why it is to be void.\"},{\"name\":\"standing\",\"default\":null,\"type\":[\"null"
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
    "null: not known, or nothing is promised.\"}]}],\"doc\":\"How it stands; null: nobody told.\"}"
    ",{\"name\":\"version\",\"type\":\"long\",\"default\":0,\"doc\":\"Of the newest report that co"
    "unts; 0: none.\"},{\"name\":\"code\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":"
    "\"Why it was declined or not done.\"},{\"name\":\"action_url\",\"default\":null,\"type\":[\"n"
    "ull\",\"string\"],\"doc\":\"Where the customer confirms; null: nowhere.\"},{\"name\":\"refund"
    "s\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderRefund\",\"do"
    "c\":\"Money that is given back.\",\"fields\":[{\"name\":\"amount_minor\",\"type\":\"long\",\""
    "doc\":\"How much, minor units.\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 42"
    "17.\"},{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"RefundState\",\"symbols\":["
    "\"ASKED\",\"DONE\",\"FAILED\"],\"doc\":\"FAILED: payments cannot.\"},\"doc\":\"How far it is."
    "\"}]}},\"doc\":\"The first is ORDER/n/r1; at most 32.\"}]},\"doc\":\"Its payment.\"},{\"name"
    "\":\"rejected\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderR"
    "ejection\",\"doc\":\"A supplier who would not ship.\",\"fields\":[{\"name\":\"supplier\",\"ty"
    "pe\":\"string\",\"doc\":\"Who.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Why.\"}]"
    "}},\"doc\":\"At most 16.\"},{\"name\":\"shipments\",\"type\":{\"type\":\"array\",\"items\":{"
    "\"type\":\"record\",\"name\":\"OrderShipment\",\"namespace\":\"fy\",\"doc\":\"A parcel.\",\"f"
    "ields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who sent it.\"},{\"name\":\"shi"
    "pped_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it"
    " was told, UTC.\"},{\"name\":\"carrier\",\"default\":null,\"type\":[\"null\",\"string\"],\"do"
    "c\":\"Who carries it, a word.\"},{\"name\":\"tracking\",\"default\":null,\"type\":[\"null\","
    "\"string\"],\"doc\":\"The carrier's number of it.\"},{\"name\":\"items\",\"type\":{\"type\":"
    "\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":"
    "\"Whole items of one SKU of an order.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"m"
    "in_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Which SKU; an order has at most one"
    " line of it.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole i"
    "tems.\"}]}},\"doc\":\"What is in it.\"}]}},\"doc\":\"Parcels, oldest first; at most 64.\"},{"
    "\"name\":\"recent\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Or"
    "derAnswer\",\"namespace\":\"fy\",\"doc\":\"How a request was answered.\",\"fields\":[{\"name"
    "\":\"event_id\",\"type\":\"string\",\"doc\":\"The request's event_id.\"},{\"name\":\"refused"
    "\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refused; null: it was"
    " not.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Key"
    "ed hash of its body: how another body under the same event_id is told from a repeat.\"}]}},\""
    "doc\":\"The last 64 requests, newest last: how a repeat is recognised, and answered.\"}]}]}]}";

const struct fy_schema order_row_schema = {
    .id = 81,
    .version = 4,
    .fingerprint = UINT64_C(0x9f665739bc93d20f),
    .subject = "orders-changelog-value",
    .text = text_81,
    .name = "order_row",
    .type = &fy_type_order_row,
    .size = sizeof(struct order_row),
    .encode = encode_any,
    .decode = decode_any,
};
