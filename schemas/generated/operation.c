/*
 * Made by fy-generate from schemas/operation.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_release_key(struct fy_reader *in, struct release_key *value)
{
    bool set;

    if (!fy_read_string(in, &value->topic))
        return false;
    if (!fy_read_bytes(in, &value->key))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_skip_offset = set;
    value->skip_offset = 0;
    if (set && !fy_read_long(in, &value->skip_offset))
        return false;
    return true;
}

static bool read_gap_accepted(struct fy_reader *in, struct gap_accepted *value)
{
    if (!fy_read_string(in, &value->topic))
        return false;
    if (!fy_read_string(in, &value->writer))
        return false;
    if (!fy_read_long(in, &value->seq))
        return false;
    if (!fy_read_long(in, &value->next_seq))
        return false;
    return true;
}

static bool read_rebuild_rows(struct fy_reader *in, struct rebuild_rows *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_operation_release(struct fy_reader *in, const struct release_key **ret_value)
{
    struct release_key *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_release_key(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_operation_gap_accepted(struct fy_reader *in, const struct gap_accepted **ret_value)
{
    struct gap_accepted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_gap_accepted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_operation_rebuild(struct fy_reader *in, const struct rebuild_rows **ret_value)
{
    struct rebuild_rows *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_rebuild_rows(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_operation(struct fy_reader *in, struct operation *value)
{
    int set_count;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->program))
        return false;
    if (!read_operation_release(in, &value->release))
        return false;
    if (!read_operation_gap_accepted(in, &value->gap_accepted))
        return false;
    if (!read_operation_rebuild(in, &value->rebuild))
        return false;
    set_count = 0;
    set_count += value->release != NULL;
    set_count += value->gap_accepted != NULL;
    set_count += value->rebuild != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status operation_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct operation *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 30:
        return fy_read_end(&in, fy_read_operation(&in, ret_value));
    default:
        return fy_read_unknown(&in, "operation");
    }
}

static size_t room_release_key(const struct release_key *value)
{
    size_t room = 31;

    room += value->topic.size;
    room += value->key.size;
    return room;
}

static uint8_t *write_release_key(uint8_t *at, const struct release_key *value)
{
    at = fy_write_string(at, value->topic);
    at = fy_write_string(at, value->key);
    at = fy_write_branch(at, value->has_skip_offset);
    if (value->has_skip_offset)
        at = fy_write_long(at, value->skip_offset);
    return at;
}

static size_t room_gap_accepted(const struct gap_accepted *value)
{
    size_t room = 40;

    room += value->topic.size;
    room += value->writer.size;
    return room;
}

static uint8_t *write_gap_accepted(uint8_t *at, const struct gap_accepted *value)
{
    at = fy_write_string(at, value->topic);
    at = fy_write_string(at, value->writer);
    at = fy_write_long(at, value->seq);
    at = fy_write_long(at, value->next_seq);
    return at;
}

static size_t room_rebuild_rows(const struct rebuild_rows *value)
{
    size_t room = 11;

    room += value->reason.size;
    return room;
}

static uint8_t *write_rebuild_rows(uint8_t *at, const struct rebuild_rows *value)
{
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

size_t fy_room_operation(const struct operation *value)
{
    size_t room = 13;

    room += fy_room_envelope(&value->envelope);
    room += value->program.size;
    if (value->release != NULL)
        room += room_release_key(value->release);
    if (value->gap_accepted != NULL)
        room += room_gap_accepted(value->gap_accepted);
    if (value->rebuild != NULL)
        room += room_rebuild_rows(value->rebuild);
    return room;
}

uint8_t *fy_write_operation(uint8_t *at, const struct operation *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->program);
    at = fy_write_branch(at, value->release != NULL);
    if (value->release != NULL)
        at = write_release_key(at, value->release);
    at = fy_write_branch(at, value->gap_accepted != NULL);
    if (value->gap_accepted != NULL)
        at = write_gap_accepted(at, value->gap_accepted);
    at = fy_write_branch(at, value->rebuild != NULL);
    if (value->rebuild != NULL)
        at = write_rebuild_rows(at, value->rebuild);
    return at;
}

enum fy_status operation_encode(const struct operation *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->release != NULL;
    set_count += value->gap_accepted != NULL;
    set_count += value->rebuild != NULL;
    if (set_count != 1)
        return fy_write_one_of("operation", set_count, err);
    room = fy_room_operation(value);
    begin = fy_write_begin(arena, 30, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_operation(begin, value), ret_bytes);
}

static const struct fy_field fields_of_release_key[] = {
    {
        .name = "topic",
        .name_bytes = 5,
        .offset = offsetof(struct release_key, topic),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 249,
    },
    {
        .name = "key",
        .name_bytes = 3,
        .offset = offsetof(struct release_key, key),
        .kind = FY_FIELD_BYTES,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "skip_offset",
        .name_bytes = 11,
        .offset = offsetof(struct release_key, skip_offset),
        .has_offset = offsetof(struct release_key, has_skip_offset),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_release_key = {
    .name = "ReleaseKey",
    .fields = fields_of_release_key,
    .field_count = 3,
    .size = sizeof(struct release_key),
};

static const struct fy_field fields_of_gap_accepted[] = {
    {
        .name = "topic",
        .name_bytes = 5,
        .offset = offsetof(struct gap_accepted, topic),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 249,
    },
    {
        .name = "writer",
        .name_bytes = 6,
        .offset = offsetof(struct gap_accepted, writer),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "seq",
        .name_bytes = 3,
        .offset = offsetof(struct gap_accepted, seq),
        .kind = FY_FIELD_LONG,
        .min = 1,
        .max = 9223372036854775807,
    },
    {
        .name = "next_seq",
        .name_bytes = 8,
        .offset = offsetof(struct gap_accepted, next_seq),
        .kind = FY_FIELD_LONG,
        .min = 2,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_gap_accepted = {
    .name = "GapAccepted",
    .fields = fields_of_gap_accepted,
    .field_count = 4,
    .size = sizeof(struct gap_accepted),
};

static const struct fy_field fields_of_rebuild_rows[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct rebuild_rows, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 512,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_rebuild_rows = {
    .name = "RebuildRows",
    .fields = fields_of_rebuild_rows,
    .field_count = 1,
    .size = sizeof(struct rebuild_rows),
};

static const struct fy_field fields_of_operation[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct operation, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "program",
        .name_bytes = 7,
        .offset = offsetof(struct operation, program),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "release",
        .name_bytes = 7,
        .offset = offsetof(struct operation, release),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_release_key,
    },
    {
        .name = "gap_accepted",
        .name_bytes = 12,
        .offset = offsetof(struct operation, gap_accepted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_gap_accepted,
    },
    {
        .name = "rebuild",
        .name_bytes = 7,
        .offset = offsetof(struct operation, rebuild),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_rebuild_rows,
    },
};

const struct fy_type fy_type_operation = {
    .name = "Operation",
    .fields = fields_of_operation,
    .field_count = 5,
    .one_of = true,
    .size = sizeof(struct operation),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return operation_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return operation_decode(bytes, arena, ret_value, err);
}

static const char text_30[] =
    "{\"type\":\"record\",\"name\":\"Operation\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"Wh"
    "at an operator asked of one task. Exactly one of the nullable records is set.\",\"fields\":[{"
    "\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy"
    "\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields"
    "\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\""
    "Names this event for ever. A retry across a crash may write the same id twice; it is one even"
    "t.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\""
    "}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outside worl"
    "d began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier every"
    "thing began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\","
    "\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name"
    "\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"W"
    "hen our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in st"
    "ock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\""
    "],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set t"
    "ogether with writer.\"}]},\"edge\":true,\"doc\":\"Who and when.\"},{\"name\":\"program\",\"ty"
    "pe\":\"string\",\"max_bytes\":64,\"doc\":\"Whose task is meant: of this program, of this reco"
    "rd's partition.\"},{\"name\":\"release\",\"default\":null,\"doc\":\"Handle what waits behind "
    "a parked key.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ReleaseKey\",\"doc\":\"The"
    " key's dead letters are handled in their order, then the key is parked no more; one that is r"
    "efused again parks the rest again.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"ma"
    "x_bytes\":249,\"doc\":\"The topic that the parked records were read from.\"},{\"name\":\"key"
    "\",\"type\":\"bytes\",\"doc\":\"Their key; of a long one the first 1,024 bytes. Empty for rec"
    "ords without a key.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":nul"
    "l,\"min\":0,\"doc\":\"The record at this offset is left out for good, when it is the first of"
    " those that wait.\"}]}]},{\"name\":\"gap_accepted\",\"default\":null,\"doc\":\"Records of a w"
    "riter are missing, and reading goes on without them.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"GapAccepted\",\"doc\":\"Records of a writer are missing, and reading goes on wi"
    "thout them.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"max_bytes\":249,\"doc\":"
    "\"The topic with the gap, in this record's partition.\"},{\"name\":\"writer\",\"type\":\"stri"
    "ng\",\"max_bytes\":64,\"doc\":\"Whose records are missing.\"},{\"name\":\"seq\",\"type\":\"lo"
    "ng\",\"min\":1,\"doc\":\"The newest number read before the gap.\"},{\"name\":\"next_seq\",\"t"
    "ype\":\"long\",\"min\":2,\"doc\":\"The number behind the gap.\"}]}]},{\"name\":\"rebuild\",\""
    "default\":null,\"doc\":\"Make the task's rows anew from the topics that define them.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"RebuildRows\",\"doc\":\"Rows are made anew besid"
    "e the old ones, and take their place where the task stands.\",\"fields\":[{\"name\":\"reason"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":512,\"doc\":\"Why, in the op"
    "erator's words.\"}]}]}]}";

const struct fy_schema operation_schema = {
    .id = 30,
    .version = 1,
    .fingerprint = UINT64_C(0x2fbf106f113ec20c),
    .subject = "operations-value",
    .text = text_30,
    .name = "operation",
    .type = &fy_type_operation,
    .size = sizeof(struct operation),
    .encode = encode_any,
    .decode = decode_any,
};
