/*
 * Made by fy-generate from schemas/history_row.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_visitor_row_sessions(struct fy_reader *in, struct visitor_row_sessions *value)
{
    struct session_seen *items = NULL;
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
            if (!fy_read_session_seen(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_visitor_row(struct fy_reader *in, struct visitor_row *value)
{
    if (!fy_read_history(in, &value->history))
        return false;
    if (!read_visitor_row_sessions(in, &value->sessions))
        return false;
    if (!fy_read_long(in, &value->forgotten_ms))
        return false;
    return true;
}

static bool read_history_row_position(struct fy_reader *in, const struct task_position **ret_value)
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

static bool read_history_row_parked(struct fy_reader *in, const struct parked_key **ret_value)
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

static bool read_history_row_visitor(struct fy_reader *in, const struct visitor_row **ret_value)
{
    struct visitor_row *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_visitor_row(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_history_row(struct fy_reader *in, struct history_row *value)
{
    int set_count;

    if (!read_history_row_position(in, &value->position))
        return false;
    if (!read_history_row_parked(in, &value->parked))
        return false;
    if (!read_history_row_visitor(in, &value->visitor))
        return false;
    set_count = 0;
    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->visitor != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_5_history_row;
static const struct fy_plan plan_5_task_position;
static const struct fy_plan plan_5_position;
static const struct fy_plan plan_5_writer_seen;
static const struct fy_plan plan_5_seq_written;
static const struct fy_plan plan_5_parked_key;
static const struct fy_plan plan_5_visitor_row;
static const struct fy_plan plan_5_history;
static const struct fy_plan plan_5_view;
static const struct fy_plan plan_5_cart_item;
static const struct fy_plan plan_5_activity_counts;
static const struct fy_plan plan_5_session_seen;

static const struct fy_plan_field fields_of_plan_5_history_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_5_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_5_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_5_visitor_row},
};

static const struct fy_plan plan_5_history_row = {
    .fields = fields_of_plan_5_history_row,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_5_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_5_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 4, .record = &plan_5_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_5_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_5_task_position = {
    .fields = fields_of_plan_5_task_position,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_5_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_5_position = {
    .fields = fields_of_plan_5_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_5_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_5_writer_seen = {
    .fields = fields_of_plan_5_writer_seen,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_5_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_5_seq_written = {
    .fields = fields_of_plan_5_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_5_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_5_parked_key = {
    .fields = fields_of_plan_5_parked_key,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3, 4, 5, 6},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_5_visitor_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_5_history},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_5_session_seen},
};

static const struct fy_plan plan_5_visitor_row = {
    .fields = fields_of_plan_5_visitor_row,
    .field_count = 2,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_5_history[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_5_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .array = true, .item_bytes_min = 2, .record = &plan_5_view},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 2, .record = &plan_5_cart_item},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_5_activity_counts},
};

static const struct fy_plan plan_5_history = {
    .fields = fields_of_plan_5_history,
    .field_count = 6,
};

static const struct fy_plan_field fields_of_plan_5_view[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_5_view = {
    .fields = fields_of_plan_5_view,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_5_cart_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_5_cart_item = {
    .fields = fields_of_plan_5_cart_item,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_5_activity_counts[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_5_activity_counts = {
    .fields = fields_of_plan_5_activity_counts,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_5_session_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_5_session_seen = {
    .fields = fields_of_plan_5_session_seen,
    .field_count = 3,
};

static const struct fy_plan plan_12_history_row;
static const struct fy_plan plan_12_task_position;
static const struct fy_plan plan_12_position;
static const struct fy_plan plan_12_writer_seen;
static const struct fy_plan plan_12_seq_written;
static const struct fy_plan plan_12_parked_key;
static const struct fy_plan plan_12_visitor_row;
static const struct fy_plan plan_12_history;
static const struct fy_plan plan_12_view;
static const struct fy_plan plan_12_cart_item;
static const struct fy_plan plan_12_activity_counts;
static const struct fy_plan plan_12_session_seen;

static const struct fy_plan_field fields_of_plan_12_history_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_12_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_12_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_12_visitor_row},
};

static const struct fy_plan plan_12_history_row = {
    .fields = fields_of_plan_12_history_row,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_12_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_12_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_12_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_12_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_12_task_position = {
    .fields = fields_of_plan_12_task_position,
    .field_count = 4,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_12_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_12_position = {
    .fields = fields_of_plan_12_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_12_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_12_writer_seen = {
    .fields = fields_of_plan_12_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_12_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_12_seq_written = {
    .fields = fields_of_plan_12_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_12_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_12_parked_key = {
    .fields = fields_of_plan_12_parked_key,
    .field_count = 2,
    .missing = (const uint8_t[]){2, 3, 4, 5, 6},
    .missing_count = 5,
};

static const struct fy_plan_field fields_of_plan_12_visitor_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_12_history},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_12_session_seen},
};

static const struct fy_plan plan_12_visitor_row = {
    .fields = fields_of_plan_12_visitor_row,
    .field_count = 2,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_12_history[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_12_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .array = true, .item_bytes_min = 2, .record = &plan_12_view},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 2, .record = &plan_12_cart_item},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_12_activity_counts},
};

static const struct fy_plan plan_12_history = {
    .fields = fields_of_plan_12_history,
    .field_count = 6,
};

static const struct fy_plan_field fields_of_plan_12_view[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_12_view = {
    .fields = fields_of_plan_12_view,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_12_cart_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_12_cart_item = {
    .fields = fields_of_plan_12_cart_item,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_12_activity_counts[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_12_activity_counts = {
    .fields = fields_of_plan_12_activity_counts,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_12_session_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_12_session_seen = {
    .fields = fields_of_plan_12_session_seen,
    .field_count = 3,
};

static const struct fy_plan plan_29_history_row;
static const struct fy_plan plan_29_task_position;
static const struct fy_plan plan_29_position;
static const struct fy_plan plan_29_writer_seen;
static const struct fy_plan plan_29_seq_written;
static const struct fy_plan plan_29_parked_key;
static const struct fy_plan plan_29_visitor_row;
static const struct fy_plan plan_29_history;
static const struct fy_plan plan_29_view;
static const struct fy_plan plan_29_cart_item;
static const struct fy_plan plan_29_activity_counts;
static const struct fy_plan plan_29_session_seen;

static const struct fy_plan_field fields_of_plan_29_history_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .nullable = true, .record = &plan_29_task_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_29_parked_key},
    {.kind = FY_FIELD_RECORD, .target = 2, .nullable = true, .record = &plan_29_visitor_row},
};

static const struct fy_plan plan_29_history_row = {
    .fields = fields_of_plan_29_history_row,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_29_task_position[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 3, .record = &plan_29_position},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 5, .record = &plan_29_writer_seen},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 3, .record = &plan_29_seq_written},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4},
};

static const struct fy_plan plan_29_task_position = {
    .fields = fields_of_plan_29_task_position,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_29_position[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_29_position = {
    .fields = fields_of_plan_29_position,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_29_writer_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_29_writer_seen = {
    .fields = fields_of_plan_29_writer_seen,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_29_seq_written[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_29_seq_written = {
    .fields = fields_of_plan_29_seq_written,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_29_parked_key[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_BOOLEAN, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_29_parked_key = {
    .fields = fields_of_plan_29_parked_key,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_29_visitor_row[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_29_history},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_29_session_seen},
};

static const struct fy_plan plan_29_visitor_row = {
    .fields = fields_of_plan_29_visitor_row,
    .field_count = 2,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_29_history[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 3, .record = &plan_29_position},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .array = true, .item_bytes_min = 2, .record = &plan_29_view},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 2, .record = &plan_29_cart_item},
    {.kind = FY_FIELD_RECORD, .target = 5, .record = &plan_29_activity_counts},
};

static const struct fy_plan plan_29_history = {
    .fields = fields_of_plan_29_history,
    .field_count = 6,
};

static const struct fy_plan_field fields_of_plan_29_view[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_29_view = {
    .fields = fields_of_plan_29_view,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_29_cart_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_29_cart_item = {
    .fields = fields_of_plan_29_cart_item,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_29_activity_counts[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_29_activity_counts = {
    .fields = fields_of_plan_29_activity_counts,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_29_session_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_29_session_seen = {
    .fields = fields_of_plan_29_session_seen,
    .field_count = 3,
};

enum fy_status history_row_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct history_row *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 5:
        return fy_read_end(&in, fy_resolve(&in, &plan_5_history_row, &fy_type_history_row, ret_value));
    case 12:
        return fy_read_end(&in, fy_resolve(&in, &plan_12_history_row, &fy_type_history_row, ret_value));
    case 29:
        return fy_read_end(&in, fy_resolve(&in, &plan_29_history_row, &fy_type_history_row, ret_value));
    case 69:
        return fy_read_end(&in, fy_read_history_row(&in, ret_value));
    default:
        return fy_read_unknown(&in, "history_row");
    }
}

static size_t room_visitor_row(const struct visitor_row *value)
{
    size_t room = 21;

    room += fy_room_history(&value->history);
    for (size_t i = 0; i < value->sessions.count; i++)
        room += fy_room_session_seen(&value->sessions.items[i]);
    return room;
}

static uint8_t *write_visitor_row(uint8_t *at, const struct visitor_row *value)
{
    at = fy_write_history(at, &value->history);
    if (value->sessions.count > 0) {
        at = fy_write_long(at, (int64_t)value->sessions.count);
        for (size_t i = 0; i < value->sessions.count; i++)
            at = fy_write_session_seen(at, &value->sessions.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->forgotten_ms);
    return at;
}

size_t fy_room_history_row(const struct history_row *value)
{
    size_t room = 3;

    if (value->position != NULL)
        room += fy_room_task_position(value->position);
    if (value->parked != NULL)
        room += fy_room_parked_key(value->parked);
    if (value->visitor != NULL)
        room += room_visitor_row(value->visitor);
    return room;
}

uint8_t *fy_write_history_row(uint8_t *at, const struct history_row *value)
{
    at = fy_write_branch(at, value->position != NULL);
    if (value->position != NULL)
        at = fy_write_task_position(at, value->position);
    at = fy_write_branch(at, value->parked != NULL);
    if (value->parked != NULL)
        at = fy_write_parked_key(at, value->parked);
    at = fy_write_branch(at, value->visitor != NULL);
    if (value->visitor != NULL)
        at = write_visitor_row(at, value->visitor);
    return at;
}

enum fy_status history_row_encode(const struct history_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->visitor != NULL;
    if (set_count != 1)
        return fy_write_one_of("history_row", set_count, err);
    room = fy_room_history_row(value);
    begin = fy_write_begin(arena, 69, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_history_row(begin, value), ret_bytes);
}

static const struct fy_field fields_of_visitor_row[] = {
    {
        .name = "history",
        .name_bytes = 7,
        .offset = offsetof(struct visitor_row, history),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_history,
    },
    {
        .name = "sessions",
        .name_bytes = 8,
        .offset = offsetof(struct visitor_row, sessions),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_session_seen,
    },
    {
        .name = "forgotten_ms",
        .name_bytes = 12,
        .offset = offsetof(struct visitor_row, forgotten_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
};

static const struct fy_type type_visitor_row = {
    .name = "VisitorRow",
    .fields = fields_of_visitor_row,
    .field_count = 3,
    .size = sizeof(struct visitor_row),
};

static const struct fy_field fields_of_history_row[] = {
    {
        .name = "position",
        .name_bytes = 8,
        .offset = offsetof(struct history_row, position),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_task_position,
    },
    {
        .name = "parked",
        .name_bytes = 6,
        .offset = offsetof(struct history_row, parked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_parked_key,
    },
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct history_row, visitor),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_visitor_row,
    },
};

const struct fy_type fy_type_history_row = {
    .name = "HistoryRow",
    .fields = fields_of_history_row,
    .field_count = 3,
    .one_of = true,
    .size = sizeof(struct history_row),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return history_row_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return history_row_decode(bytes, arena, ret_value, err);
}

static const char text_5[] =
    "{\"type\":\"record\",\"name\":\"HistoryRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A"
    " private row of the history task. Exactly one of the nullable records is set.\",\"fields\":[{"
    "\"name\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task st"
    "ands: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":["
    "{\"name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"ty"
    "pe\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":"
    "\"fy\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"to"
    "pic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc"
    "\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the new"
    "est record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\""
    ",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":"
    "\"Newest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"t"
    "ype\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Parti"
    "tion.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\""
    "seq\",\"type\":\"long\",\"doc\":\"Its newest number read.\"}]}}},{\"name\":\"seqs\",\"doc\":"
    "\"Newest seq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":"
    "{\"type\":\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination "
    "partition.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name"
    "\":\"partition\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\""
    ",\"doc\":\"The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"lon"
    "g\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock"
    ".\"}]}]},{\"name\":\"parked\",\"default\":null,\"doc\":\"A key whose records go to the dead l"
    "etters.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ParkedKey\",\"namespace\":\"fy\""
    ",\"doc\":\"A key with a dead letter: its later records follow, in order, until it is released"
    ".\",\"fields\":[{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestam"
    "p-millis\"},\"doc\":\"Append time of the record that could not be handled, UTC.\"},{\"name\":"
    "\"records\",\"type\":\"long\",\"doc\":\"How many of its records are in the dead letters.\"}]}"
    "]},{\"name\":\"visitor\",\"default\":null,\"doc\":\"One visitor.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"VisitorRow\",\"doc\":\"One visitor: the public history, and how repe"
    "ats are recognised.\",\"fields\":[{\"name\":\"history\",\"type\":{\"type\":\"record\",\"name"
    "\":\"History\",\"namespace\":\"fy\",\"doc\":\"What one visitor did, as they may see it.\",\"f"
    "ields\":[{\"name\":\"visitor\",\"type\":\"string\",\"doc\":\"The visitor, 32 hex digits; also"
    " the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"do"
    "c\":\"Newest input included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\""
    "long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC."
    "\"},{\"name\":\"views\",\"doc\":\"Last 50 views, newest first.\",\"type\":{\"type\":\"array\""
    ",\"items\":{\"type\":\"record\",\"name\":\"View\",\"doc\":\"One view.\",\"fields\":[{\"name\""
    ":\"sku\",\"type\":\"string\",\"doc\":\"Which product.\"},{\"name\":\"event_ms\",\"type\":{\"t"
    "ype\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC.\"}"
    "]}}},{\"name\":\"cart\",\"doc\":\"The cart, at most 100 products, in the order they were firs"
    "t put in.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"CartItem\""
    ",\"doc\":\"One line of the cart.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":"
    "\"Which product.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items, 1 .. 999.\"}"
    "]}}},{\"name\":\"counts\",\"doc\":\"How often this visitor did what.\",\"type\":{\"type\":\"r"
    "ecord\",\"name\":\"ActivityCounts\",\"doc\":\"How often this visitor did what, ever.\",\"fiel"
    "ds\":[{\"name\":\"views\",\"type\":\"long\",\"doc\":\"Product pages opened.\"},{\"name\":\"se"
    "arches\",\"type\":\"long\",\"doc\":\"Searches.\"},{\"name\":\"cart_changes\",\"type\":\"long"
    "\",\"doc\":\"Changes of the cart.\"},{\"name\":\"recommendations_shown\",\"type\":\"long\",\""
    "doc\":\"Lists seen.\"},{\"name\":\"recommendations_clicked\",\"type\":\"long\",\"doc\":\"Reco"
    "mmended products chosen.\"}]}}]},\"doc\":\"The public part.\"},{\"name\":\"sessions\",\"doc\""
    ":\"The last 8 client sessions, newest last.\",\"type\":{\"type\":\"array\",\"items\":{\"type"
    "\":\"record\",\"name\":\"SessionSeen\",\"doc\":\"Which numbers of one client session were rea"
    "d.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The client's session.\"}"
    ",{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"},{\"name\":\"window\",\"ty"
    "pe\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63.\"}]}}}]}]}]}";

const struct fy_schema history_row_schema_5 = {
    .id = 5,
    .version = 1,
    .fingerprint = UINT64_C(0x3e2c52c9af54fb8d),
    .subject = "history-changelog-value",
    .text = text_5,
    .name = "history_row",
    .type = &fy_type_history_row,
    .size = sizeof(struct history_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_12[] =
    "{\"type\":\"record\",\"name\":\"HistoryRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A"
    " private row of the history task. Exactly one of the nullable records is set.\",\"fields\":[{"
    "\"name\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task st"
    "ands: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":["
    "{\"name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"ty"
    "pe\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":"
    "\"fy\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"to"
    "pic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc"
    "\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the new"
    "est record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\""
    ",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":"
    "\"Newest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"t"
    "ype\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Parti"
    "tion.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\""
    "seq\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type"
    "\":\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may b"
    "e the writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newes"
    "t seq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type"
    "\":\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partiti"
    "on.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"par"
    "tition\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\""
    ":\"The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"lo"
    "gicalType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"}]}]}"
    ",{\"name\":\"parked\",\"default\":null,\"doc\":\"A key whose records go to the dead letters."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc"
    "\":\"A key with a dead letter: its later records follow, in order, until it is released.\",\""
    "fields\":[{\"name\":\"since_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-mill"
    "is\"},\"doc\":\"Append time of the record that could not be handled, UTC.\"},{\"name\":\"reco"
    "rds\",\"type\":\"long\",\"doc\":\"How many of its records are in the dead letters.\"}]}]},{\""
    "name\":\"visitor\",\"default\":null,\"doc\":\"One visitor.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"VisitorRow\",\"doc\":\"One visitor: the public history, and how repeats ar"
    "e recognised.\",\"fields\":[{\"name\":\"history\",\"type\":{\"type\":\"record\",\"name\":\"Hi"
    "story\",\"namespace\":\"fy\",\"doc\":\"What one visitor did, as they may see it.\",\"fields\""
    ":[{\"name\":\"visitor\",\"type\":\"string\",\"doc\":\"The visitor, 32 hex digits; also the ke"
    "y.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"N"
    "ewest input included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\","
    "\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"n"
    "ame\":\"views\",\"doc\":\"Last 50 views, newest first.\",\"type\":{\"type\":\"array\",\"items"
    "\":{\"type\":\"record\",\"name\":\"View\",\"doc\":\"One view.\",\"fields\":[{\"name\":\"sku\""
    ",\"type\":\"string\",\"doc\":\"Which product.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\""
    "long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC.\"}]}}},{\""
    "name\":\"cart\",\"doc\":\"The cart, at most 100 products, in the order they were first put in"
    ".\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"CartItem\",\"doc\""
    ":\"One line of the cart.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Which "
    "product.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items, 1 .. 999.\"}]}}},{\""
    "name\":\"counts\",\"doc\":\"How often this visitor did what.\",\"type\":{\"type\":\"record\","
    "\"name\":\"ActivityCounts\",\"doc\":\"How often this visitor did what, ever.\",\"fields\":[{"
    "\"name\":\"views\",\"type\":\"long\",\"doc\":\"Product pages opened.\"},{\"name\":\"searches"
    "\",\"type\":\"long\",\"doc\":\"Searches.\"},{\"name\":\"cart_changes\",\"type\":\"long\",\"do"
    "c\":\"Changes of the cart.\"},{\"name\":\"recommendations_shown\",\"type\":\"long\",\"doc\":"
    "\"Lists seen.\"},{\"name\":\"recommendations_clicked\",\"type\":\"long\",\"doc\":\"Recommende"
    "d products chosen.\"}]}}]},\"doc\":\"The public part.\"},{\"name\":\"sessions\",\"doc\":\"The"
    " last 8 client sessions, newest last.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"re"
    "cord\",\"name\":\"SessionSeen\",\"doc\":\"Which numbers of one client session were read.\",\""
    "fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The client's session.\"},{\"nam"
    "e\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"},{\"name\":\"window\",\"type\":\""
    "long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63.\"}]}}}]}]}]}";

const struct fy_schema history_row_schema_12 = {
    .id = 12,
    .version = 2,
    .fingerprint = UINT64_C(0xabf1e99d847cf9a5),
    .subject = "history-changelog-value",
    .text = text_12,
    .name = "history_row",
    .type = &fy_type_history_row,
    .size = sizeof(struct history_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_29[] =
    "{\"type\":\"record\",\"name\":\"HistoryRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A"
    " private row of the history task. Exactly one of the nullable records is set.\",\"fields\":[{"
    "\"name\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task st"
    "ands: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":["
    "{\"name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"ty"
    "pe\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":"
    "\"fy\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"to"
    "pic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc"
    "\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the new"
    "est record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\""
    ",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":"
    "\"Newest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"t"
    "ype\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Parti"
    "tion.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\""
    "seq\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type"
    "\":\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may b"
    "e the writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newes"
    "t seq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type"
    "\":\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partiti"
    "on.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"par"
    "tition\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\""
    ":\"The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"lo"
    "gicalType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{\""
    "name\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules tha"
    "t made the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":nul"
    "l,\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"reco"
    "rd\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its late"
    "r records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"type"
    "\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the reco"
    "rd that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How m"
    "any of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"long"
    "\",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been ha"
    "ndled.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that wai"
    "t are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type\""
    ":\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"name"
    "\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, one"
    " after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":null,"
    "\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"name"
    "\":\"visitor\",\"default\":null,\"doc\":\"One visitor.\",\"type\":[\"null\",{\"type\":\"recor"
    "d\",\"name\":\"VisitorRow\",\"doc\":\"One visitor: the public history, and how repeats are re"
    "cognised.\",\"fields\":[{\"name\":\"history\",\"type\":{\"type\":\"record\",\"name\":\"Histor"
    "y\",\"namespace\":\"fy\",\"doc\":\"What one visitor did, as they may see it.\",\"fields\":[{"
    "\"name\":\"visitor\",\"type\":\"string\",\"doc\":\"The visitor, 32 hex digits; also the key."
    "\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"New"
    "est input included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\""
    "logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"nam"
    "e\":\"views\",\"doc\":\"Last 50 views, newest first.\",\"type\":{\"type\":\"array\",\"items\""
    ":{\"type\":\"record\",\"name\":\"View\",\"doc\":\"One view.\",\"fields\":[{\"name\":\"sku\","
    "\"type\":\"string\",\"doc\":\"Which product.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"l"
    "ong\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC.\"}]}}},{\"n"
    "ame\":\"cart\",\"doc\":\"The cart, at most 100 products, in the order they were first put in."
    "\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"CartItem\",\"doc\":"
    "\"One line of the cart.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Which p"
    "roduct.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items, 1 .. 999.\"}]}}},{\"n"
    "ame\":\"counts\",\"doc\":\"How often this visitor did what.\",\"type\":{\"type\":\"record\","
    "\"name\":\"ActivityCounts\",\"doc\":\"How often this visitor did what, ever.\",\"fields\":[{"
    "\"name\":\"views\",\"type\":\"long\",\"doc\":\"Product pages opened.\"},{\"name\":\"searches"
    "\",\"type\":\"long\",\"doc\":\"Searches.\"},{\"name\":\"cart_changes\",\"type\":\"long\",\"do"
    "c\":\"Changes of the cart.\"},{\"name\":\"recommendations_shown\",\"type\":\"long\",\"doc\":"
    "\"Lists seen.\"},{\"name\":\"recommendations_clicked\",\"type\":\"long\",\"doc\":\"Recommende"
    "d products chosen.\"}]}}]},\"doc\":\"The public part.\"},{\"name\":\"sessions\",\"doc\":\"The"
    " last 8 client sessions, newest last.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"re"
    "cord\",\"name\":\"SessionSeen\",\"doc\":\"Which numbers of one client session were read.\",\""
    "fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The client's session.\"},{\"nam"
    "e\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"},{\"name\":\"window\",\"type\":\""
    "long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63.\"}]}}}]}]}]}";

const struct fy_schema history_row_schema_29 = {
    .id = 29,
    .version = 3,
    .fingerprint = UINT64_C(0xb16e5adb57d2ddf9),
    .subject = "history-changelog-value",
    .text = text_29,
    .name = "history_row",
    .type = &fy_type_history_row,
    .size = sizeof(struct history_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_69[] =
    "{\"type\":\"record\",\"name\":\"HistoryRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A"
    " private row of the history task. Exactly one of the nullable records is set.\",\"fields\":[{"
    "\"name\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task st"
    "ands: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":["
    "{\"name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"ty"
    "pe\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":"
    "\"fy\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":\"to"
    "pic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc"
    "\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the new"
    "est record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer.\""
    ",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc\":"
    "\"Newest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\",\"t"
    "ype\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Parti"
    "tion.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\":\""
    "seq\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"type"
    "\":\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may b"
    "e the writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"Newes"
    "t seq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"type"
    "\":\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination partiti"
    "on.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"par"
    "tition\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc\""
    ":\"The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\"lo"
    "gicalType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{\""
    "name\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules tha"
    "t made the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":nul"
    "l,\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"reco"
    "rd\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its late"
    "r records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"type"
    "\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the reco"
    "rd that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How m"
    "any of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"long"
    "\",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been ha"
    "ndled.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that wai"
    "t are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type\""
    ":\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"name"
    "\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, one"
    " after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":null,"
    "\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"name"
    "\":\"visitor\",\"default\":null,\"doc\":\"One visitor.\",\"type\":[\"null\",{\"type\":\"recor"
    "d\",\"name\":\"VisitorRow\",\"doc\":\"One visitor: the public history, and how repeats are re"
    "cognised.\",\"fields\":[{\"name\":\"history\",\"type\":{\"type\":\"record\",\"name\":\"Histor"
    "y\",\"namespace\":\"fy\",\"doc\":\"What one visitor did, as they may see it.\",\"fields\":[{"
    "\"name\":\"visitor\",\"type\":\"string\",\"doc\":\"The visitor, 32 hex digits; also the key."
    "\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\"New"
    "est input included, one per topic.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long\",\""
    "logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input, UTC.\"},{\"nam"
    "e\":\"views\",\"doc\":\"Last 50 views, newest first.\",\"type\":{\"type\":\"array\",\"items\""
    ":{\"type\":\"record\",\"name\":\"View\",\"doc\":\"One view.\",\"fields\":[{\"name\":\"sku\","
    "\"type\":\"string\",\"doc\":\"Which product.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"l"
    "ong\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC.\"}]}}},{\"n"
    "ame\":\"cart\",\"doc\":\"The cart, at most 100 products, in the order they were first put in."
    "\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"CartItem\",\"doc\":"
    "\"One line of the cart.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Which p"
    "roduct.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items, 1 .. 999.\"}]}}},{\"n"
    "ame\":\"counts\",\"doc\":\"How often this visitor did what.\",\"type\":{\"type\":\"record\","
    "\"name\":\"ActivityCounts\",\"doc\":\"How often this visitor did what, ever.\",\"fields\":[{"
    "\"name\":\"views\",\"type\":\"long\",\"doc\":\"Product pages opened.\"},{\"name\":\"searches"
    "\",\"type\":\"long\",\"doc\":\"Searches.\"},{\"name\":\"cart_changes\",\"type\":\"long\",\"do"
    "c\":\"Changes of the cart.\"},{\"name\":\"recommendations_shown\",\"type\":\"long\",\"doc\":"
    "\"Lists seen.\"},{\"name\":\"recommendations_clicked\",\"type\":\"long\",\"doc\":\"Recommende"
    "d products chosen.\"}]}}]},\"doc\":\"The public part.\"},{\"name\":\"sessions\",\"doc\":\"The"
    " last 8 client sessions, newest last.\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"re"
    "cord\",\"name\":\"SessionSeen\",\"namespace\":\"fy\",\"doc\":\"Which numbers of one client se"
    "ssion were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The client"
    "'s session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n read.\"},{\"name\":"
    "\"window\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in 0 .. 63.\"}]}}},{"
    "\"name\":\"forgotten_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},"
    "\"default\":0,\"doc\":\"When this visitor was forgotten last, UTC; 0: never.\"}]}]}]}";

const struct fy_schema history_row_schema = {
    .id = 69,
    .version = 4,
    .fingerprint = UINT64_C(0x3264e3cd12c58e6a),
    .subject = "history-changelog-value",
    .text = text_69,
    .name = "history_row",
    .type = &fy_type_history_row,
    .size = sizeof(struct history_row),
    .encode = encode_any,
    .decode = decode_any,
};
