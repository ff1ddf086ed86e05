/*
 * Made by fy-generate from schemas/task_position.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_writer_seen(struct fy_reader *in, struct writer_seen *value)
{
    if (!fy_read_string(in, &value->topic))
        return false;
    if (!fy_read_int(in, &value->partition))
        return false;
    if (!fy_read_string(in, &value->writer))
        return false;
    if (!fy_read_long(in, &value->seq))
        return false;
    if (!fy_read_long(in, &value->unreadable))
        return false;
    return true;
}

static bool read_seq_written(struct fy_reader *in, struct seq_written *value)
{
    if (!fy_read_string(in, &value->topic))
        return false;
    if (!fy_read_int(in, &value->partition))
        return false;
    if (!fy_read_long(in, &value->seq))
        return false;
    return true;
}

static bool read_task_position_inputs(struct fy_reader *in, struct task_position_inputs *value)
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

static bool read_task_position_writers(struct fy_reader *in, struct task_position_writers *value)
{
    struct writer_seen *items = NULL;
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
            if (!read_writer_seen(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_task_position_seqs(struct fy_reader *in, struct task_position_seqs *value)
{
    struct seq_written *items = NULL;
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
            if (!read_seq_written(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

bool fy_read_task_position(struct fy_reader *in, struct task_position *value)
{
    if (!read_task_position_inputs(in, &value->inputs))
        return false;
    if (!read_task_position_writers(in, &value->writers))
        return false;
    if (!read_task_position_seqs(in, &value->seqs))
        return false;
    if (!fy_read_long(in, &value->append_ms))
        return false;
    if (!fy_read_int(in, &value->rows_version))
        return false;
    return true;
}

static size_t room_writer_seen(const struct writer_seen *value)
{
    size_t room = 45;

    room += value->topic.size;
    room += value->writer.size;
    return room;
}

static uint8_t *write_writer_seen(uint8_t *at, const struct writer_seen *value)
{
    at = fy_write_string(at, value->topic);
    at = fy_write_long(at, value->partition);
    at = fy_write_string(at, value->writer);
    at = fy_write_long(at, value->seq);
    at = fy_write_long(at, value->unreadable);
    return at;
}

static size_t room_seq_written(const struct seq_written *value)
{
    size_t room = 25;

    room += value->topic.size;
    return room;
}

static uint8_t *write_seq_written(uint8_t *at, const struct seq_written *value)
{
    at = fy_write_string(at, value->topic);
    at = fy_write_long(at, value->partition);
    at = fy_write_long(at, value->seq);
    return at;
}

size_t fy_room_task_position(const struct task_position *value)
{
    size_t room = 48;

    for (size_t i = 0; i < value->inputs.count; i++)
        room += fy_room_position(&value->inputs.items[i]);
    for (size_t i = 0; i < value->writers.count; i++)
        room += room_writer_seen(&value->writers.items[i]);
    for (size_t i = 0; i < value->seqs.count; i++)
        room += room_seq_written(&value->seqs.items[i]);
    return room;
}

uint8_t *fy_write_task_position(uint8_t *at, const struct task_position *value)
{
    if (value->inputs.count > 0) {
        at = fy_write_long(at, (int64_t)value->inputs.count);
        for (size_t i = 0; i < value->inputs.count; i++)
            at = fy_write_position(at, &value->inputs.items[i]);
    }
    *at++ = 0;
    if (value->writers.count > 0) {
        at = fy_write_long(at, (int64_t)value->writers.count);
        for (size_t i = 0; i < value->writers.count; i++)
            at = write_writer_seen(at, &value->writers.items[i]);
    }
    *at++ = 0;
    if (value->seqs.count > 0) {
        at = fy_write_long(at, (int64_t)value->seqs.count);
        for (size_t i = 0; i < value->seqs.count; i++)
            at = write_seq_written(at, &value->seqs.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->append_ms);
    at = fy_write_long(at, value->rows_version);
    return at;
}

static const struct fy_field fields_of_writer_seen[] = {
    {
        .name = "topic",
        .name_bytes = 5,
        .offset = offsetof(struct writer_seen, topic),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "partition",
        .name_bytes = 9,
        .offset = offsetof(struct writer_seen, partition),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "writer",
        .name_bytes = 6,
        .offset = offsetof(struct writer_seen, writer),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "seq",
        .name_bytes = 3,
        .offset = offsetof(struct writer_seen, seq),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "unreadable",
        .name_bytes = 10,
        .offset = offsetof(struct writer_seen, unreadable),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
};

static const struct fy_type type_writer_seen = {
    .name = "WriterSeen",
    .fields = fields_of_writer_seen,
    .field_count = 5,
    .size = sizeof(struct writer_seen),
};

static const struct fy_field fields_of_seq_written[] = {
    {
        .name = "topic",
        .name_bytes = 5,
        .offset = offsetof(struct seq_written, topic),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "partition",
        .name_bytes = 9,
        .offset = offsetof(struct seq_written, partition),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "seq",
        .name_bytes = 3,
        .offset = offsetof(struct seq_written, seq),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_seq_written = {
    .name = "SeqWritten",
    .fields = fields_of_seq_written,
    .field_count = 3,
    .size = sizeof(struct seq_written),
};

static const struct fy_field fields_of_task_position[] = {
    {
        .name = "inputs",
        .name_bytes = 6,
        .offset = offsetof(struct task_position, inputs),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "writers",
        .name_bytes = 7,
        .offset = offsetof(struct task_position, writers),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_writer_seen,
    },
    {
        .name = "seqs",
        .name_bytes = 4,
        .offset = offsetof(struct task_position, seqs),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_seq_written,
    },
    {
        .name = "append_ms",
        .name_bytes = 9,
        .offset = offsetof(struct task_position, append_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "rows_version",
        .name_bytes = 12,
        .offset = offsetof(struct task_position, rows_version),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int32_t){1},
    },
};

const struct fy_type fy_type_task_position = {
    .name = "TaskPosition",
    .fields = fields_of_task_position,
    .field_count = 5,
    .size = sizeof(struct task_position),
};
