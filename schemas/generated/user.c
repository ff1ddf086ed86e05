/*
 * Made by fy-generate from schemas/user.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_user_as_of(struct fy_reader *in, struct user_as_of *value)
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

static bool read_user_visitors(struct fy_reader *in, struct user_visitors *value)
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

bool fy_read_user(struct fy_reader *in, struct user *value)
{
    bool set;

    if (!fy_read_string(in, &value->person))
        return false;
    if (!read_user_as_of(in, &value->as_of))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!fy_read_long(in, &value->created_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->account = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->account))
        return false;
    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->invited_role = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->invited_role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->invited_supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->invited_supplier))
        return false;
    if (!fy_read_boolean(in, &value->verified))
        return false;
    if (!fy_read_profile_encrypted(in, &value->profile))
        return false;
    if (!read_user_visitors(in, &value->visitors))
        return false;
    return true;
}

enum fy_status user_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct user *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 38:
        return fy_read_end(&in, fy_read_user(&in, ret_value));
    default:
        return fy_read_unknown(&in, "user");
    }
}

size_t fy_room_user(const struct user *value)
{
    size_t room = 107;

    room += value->person.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->account.size;
    room += value->role.size;
    room += value->supplier.size;
    room += value->invited_role.size;
    room += value->invited_supplier.size;
    room += fy_room_profile_encrypted(&value->profile);
    room += value->visitors.count * 10;
    for (size_t i = 0; i < value->visitors.count; i++)
        room += value->visitors.items[i].size;
    return room;
}

uint8_t *fy_write_user(uint8_t *at, const struct user *value)
{
    at = fy_write_string(at, value->person);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->updated_ms);
    at = fy_write_long(at, value->created_ms);
    at = fy_write_branch(at, value->account.data != NULL);
    if (value->account.data != NULL)
        at = fy_write_string(at, value->account);
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_branch(at, value->invited_role.data != NULL);
    if (value->invited_role.data != NULL)
        at = fy_write_string(at, value->invited_role);
    at = fy_write_branch(at, value->invited_supplier.data != NULL);
    if (value->invited_supplier.data != NULL)
        at = fy_write_string(at, value->invited_supplier);
    at = fy_write_boolean(at, value->verified);
    at = fy_write_profile_encrypted(at, &value->profile);
    if (value->visitors.count > 0) {
        at = fy_write_long(at, (int64_t)value->visitors.count);
        for (size_t i = 0; i < value->visitors.count; i++)
            at = fy_write_string(at, value->visitors.items[i]);
    }
    *at++ = 0;
    return at;
}

enum fy_status user_encode(const struct user *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_user(value);
    begin = fy_write_begin(arena, 38, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_user(begin, value), ret_bytes);
}

static const struct fy_field fields_of_user[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct user, person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct user, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct user, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "created_ms",
        .name_bytes = 10,
        .offset = offsetof(struct user, created_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "account",
        .name_bytes = 7,
        .offset = offsetof(struct user, account),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct user, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct user, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "invited_role",
        .name_bytes = 12,
        .offset = offsetof(struct user, invited_role),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "invited_supplier",
        .name_bytes = 16,
        .offset = offsetof(struct user, invited_supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "verified",
        .name_bytes = 8,
        .offset = offsetof(struct user, verified),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "profile",
        .name_bytes = 7,
        .offset = offsetof(struct user, profile),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_profile_encrypted,
    },
    {
        .name = "visitors",
        .name_bytes = 8,
        .offset = offsetof(struct user, visitors),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
};

const struct fy_type fy_type_user = {
    .name = "User",
    .fields = fields_of_user,
    .field_count = 12,
    .size = sizeof(struct user),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return user_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return user_decode(bytes, arena, ret_value, err);
}

static const char text_38[] =
    "{\"type\":\"record\",\"name\":\"User\",\"namespace\":\"fy\",\"doc\":\"A person, with an accou"
    "nt or as a guest. What is personal is sealed. Gone when they are forgotten.\",\"fields\":[{\""
    "name\":\"person\",\"type\":\"string\",\"doc\":\"The person; also the key.\"},{\"name\":\"as_o"
    "f\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"names"
    "pace\":\"fy\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name"
    "\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\""
    ",\"doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of t"
    "he newest record included.\"}]}},\"doc\":\"Newest request included.\"},{\"name\":\"updated_ms"
    "\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was de"
    "cided, UTC.\"},{\"name\":\"created_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timesta"
    "mp-millis\"},\"doc\":\"Since when they are known, UTC.\"},{\"name\":\"account\",\"type\":[\"n"
    "ull\",\"string\"],\"default\":null,\"doc\":\"Their account; null: a guest.\"},{\"name\":\"rol"
    "e\",\"type\":\"string\",\"doc\":\"guest, or the account's role.\"},{\"name\":\"supplier\",\"t"
    "ype\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff; null for other r"
    "oles.\"},{\"name\":\"invited_role\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":"
    "\"They are asked to join with this role, and have not yet; null: they are not.\"},{\"name\":"
    "\"invited_supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or"
    " staff they would be.\"},{\"name\":\"verified\",\"type\":\"boolean\",\"doc\":\"The e-mail was"
    " shown to be theirs.\"},{\"name\":\"profile\",\"type\":{\"type\":\"record\",\"name\":\"Profil"
    "eEncrypted\",\"namespace\":\"fy\",\"doc\":\"Who a person is, each part sealed under that pers"
    "on's key by its name.\",\"fields\":[{\"name\":\"email\",\"type\":[\"null\",\"bytes\"],\"defau"
    "lt\":null,\"max_bytes\":512,\"personal\":true,\"doc\":\"E-mail; sealed as field \\\"email\\\""
    ".\"},{\"name\":\"full_name\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512"
    ",\"personal\":true,\"doc\":\"Name; sealed as field \\\"full_name\\\".\"},{\"name\":\"phone\","
    "\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":128,\"personal\":true,\"doc\":\""
    "Phone; sealed as field \\\"phone\\\".\"},{\"name\":\"addresses\",\"type\":[\"null\",\"bytes\""
    "],\"default\":null,\"max_bytes\":8192,\"personal\":true,\"doc\":\"Postal addresses, a JSON ar"
    "ray; sealed as field \\\"addresses\\\".\"}]},\"doc\":\"Who they are.\"},{\"name\":\"visitors"
    "\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Visitors they were, newest la"
    "st; at most 16.\"}]}";

const struct fy_schema user_schema = {
    .id = 38,
    .version = 1,
    .fingerprint = UINT64_C(0xa88fcd9176edaa46),
    .subject = "users-value",
    .text = text_38,
    .name = "user",
    .type = &fy_type_user,
    .size = sizeof(struct user),
    .encode = encode_any,
    .decode = decode_any,
};
