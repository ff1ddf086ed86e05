/*
 * Made by fy-generate from schemas/session.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_session_as_of(struct fy_reader *in, struct session_as_of *value)
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

bool fy_read_session(struct fy_reader *in, struct session *value)
{
    bool set;

    if (!fy_read_string(in, &value->session))
        return false;
    if (!read_session_as_of(in, &value->as_of))
        return false;
    if (!fy_read_string(in, &value->account))
        return false;
    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_long(in, &value->created_ms))
        return false;
    if (!fy_read_long(in, &value->refreshed_ms))
        return false;
    if (!fy_read_string(in, &value->refresh_hash))
        return false;
    if (!fy_read_string(in, &value->label))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_revoked_ms = set;
    value->revoked_ms = 0;
    if (set && !fy_read_long(in, &value->revoked_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->revoked_why = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->revoked_why))
        return false;
    return true;
}

enum fy_status session_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct session *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 37:
        return fy_read_end(&in, fy_read_session(&in, ret_value));
    default:
        return fy_read_unknown(&in, "session");
    }
}

size_t fy_room_session(const struct session *value)
{
    size_t room = 124;

    room += value->session.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->account.size;
    room += value->person.size;
    room += value->role.size;
    room += value->supplier.size;
    room += value->refresh_hash.size;
    room += value->label.size;
    room += value->revoked_why.size;
    return room;
}

uint8_t *fy_write_session(uint8_t *at, const struct session *value)
{
    at = fy_write_string(at, value->session);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_string(at, value->account);
    at = fy_write_string(at, value->person);
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_long(at, value->created_ms);
    at = fy_write_long(at, value->refreshed_ms);
    at = fy_write_string(at, value->refresh_hash);
    at = fy_write_string(at, value->label);
    at = fy_write_branch(at, value->has_revoked_ms);
    if (value->has_revoked_ms)
        at = fy_write_long(at, value->revoked_ms);
    at = fy_write_branch(at, value->revoked_why.data != NULL);
    if (value->revoked_why.data != NULL)
        at = fy_write_string(at, value->revoked_why);
    return at;
}

enum fy_status session_encode(const struct session *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_session(value);
    begin = fy_write_begin(arena, 37, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_session(begin, value), ret_bytes);
}

static const struct fy_field fields_of_session[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct session, session),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct session, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "account",
        .name_bytes = 7,
        .offset = offsetof(struct session, account),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct session, person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct session, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct session, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "created_ms",
        .name_bytes = 10,
        .offset = offsetof(struct session, created_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "refreshed_ms",
        .name_bytes = 12,
        .offset = offsetof(struct session, refreshed_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "refresh_hash",
        .name_bytes = 12,
        .offset = offsetof(struct session, refresh_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "label",
        .name_bytes = 5,
        .offset = offsetof(struct session, label),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "revoked_ms",
        .name_bytes = 10,
        .offset = offsetof(struct session, revoked_ms),
        .has_offset = offsetof(struct session, has_revoked_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "revoked_why",
        .name_bytes = 11,
        .offset = offsetof(struct session, revoked_why),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_session = {
    .name = "Session",
    .fields = fields_of_session,
    .field_count = 12,
    .size = sizeof(struct session),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return session_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return session_decode(bytes, arena, ret_value, err);
}

static const char text_37[] =
    "{\"type\":\"record\",\"name\":\"Session\",\"namespace\":\"fy\",\"doc\":\"Somebody signed in: "
    "a family of refresh tokens. A token of a session that is revoked, or not there, is refused.\""
    ",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The session; also the key.\""
    "},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\""
    "Position\",\"namespace\":\"fy\",\"doc\":\"One record of one topic: what a state includes.\","
    "\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition"
    "\",\"type\":\"int\",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\""
    "doc\":\"Offset of the newest record included.\"}]}},\"doc\":\"Newest request included.\"},{\""
    "name\":\"account\",\"type\":\"string\",\"doc\":\"The account.\"},{\"name\":\"person\",\"type"
    "\":\"string\",\"doc\":\"Whose it is.\"},{\"name\":\"role\",\"type\":\"string\",\"doc\":\"With"
    " which role: a session does not outlive a change of it.\"},{\"name\":\"supplier\",\"type\":["
    "\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff; null for other roles.\""
    "},{\"name\":\"created_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},"
    "\"doc\":\"When they signed in, UTC.\"},{\"name\":\"refreshed_ms\",\"type\":{\"type\":\"long\""
    ",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When the token in force was made, UTC; 30 da"
    "ys later the session ends.\"},{\"name\":\"refresh_hash\",\"type\":\"string\",\"doc\":\"Hash o"
    "f the refresh token in force.\"},{\"name\":\"label\",\"type\":\"string\",\"doc\":\"What it is"
    " shown as, coarse.\"},{\"name\":\"revoked_ms\",\"type\":[\"null\",{\"type\":\"long\",\"logica"
    "lType\":\"timestamp-millis\"}],\"default\":null,\"doc\":\"Since when no token of it counts, U"
    "TC; null: it is in force.\"},{\"name\":\"revoked_why\",\"type\":[\"null\",\"string\"],\"defau"
    "lt\":null,\"doc\":\"logged_out, revoked, reused, password_changed, role_changed, too_many, id"
    "le or forgotten.\"}]}";

const struct fy_schema session_schema = {
    .id = 37,
    .version = 1,
    .fingerprint = UINT64_C(0xea68cb109ceb68b7),
    .subject = "sessions-value",
    .text = text_37,
    .name = "session",
    .type = &fy_type_session,
    .size = sizeof(struct session),
    .encode = encode_any,
    .decode = decode_any,
};
