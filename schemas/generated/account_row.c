/*
 * Made by fy-generate from schemas/account_row.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_token_waiting(struct fy_reader *in, struct token_waiting *value)
{
    if (!fy_read_string(in, &value->hash))
        return false;
    if (!fy_read_long(in, &value->until_ms))
        return false;
    return true;
}

static bool read_invitation(struct fy_reader *in, struct invitation *value)
{
    bool set;

    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_string(in, &value->hash))
        return false;
    if (!fy_read_long(in, &value->until_ms))
        return false;
    return true;
}

static bool read_account_session(struct fy_reader *in, struct account_session *value)
{
    bool set;

    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_long(in, &value->created_ms))
        return false;
    if (!fy_read_long(in, &value->refreshed_ms))
        return false;
    if (!fy_read_string(in, &value->old_hash))
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

static bool read_account_as_of(struct fy_reader *in, struct account_as_of *value)
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

static bool read_account_password(struct fy_reader *in, const struct password_encrypted **ret_value)
{
    struct password_encrypted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_password_encrypted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_password_before(
    struct fy_reader *in, const struct password_encrypted **ret_value)
{
    struct password_encrypted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_password_encrypted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_verify(struct fy_reader *in, const struct token_waiting **ret_value)
{
    struct token_waiting *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_token_waiting(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_reset(struct fy_reader *in, const struct token_waiting **ret_value)
{
    struct token_waiting *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_token_waiting(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_invitation(struct fy_reader *in, const struct invitation **ret_value)
{
    struct invitation *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_invitation(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_sessions(struct fy_reader *in, struct account_sessions *value)
{
    struct account_session *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 8, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_account_session(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_account_visitors(struct fy_reader *in, struct account_visitors *value)
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

static bool read_account_recent_ids(struct fy_reader *in, struct account_recent_ids *value)
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

static bool read_account(struct fy_reader *in, struct account *value)
{
    bool set;

    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_string(in, &value->root))
        return false;
    if (!fy_read_long(in, &value->created_ms))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
        return false;
    if (!read_account_as_of(in, &value->as_of))
        return false;
    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_profile_encrypted(in, &value->profile))
        return false;
    if (!read_account_password(in, &value->password))
        return false;
    if (!read_account_password_before(in, &value->password_before))
        return false;
    if (!fy_read_boolean(in, &value->verified))
        return false;
    if (!fy_read_int(in, &value->failures))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_locked_until_ms = set;
    value->locked_until_ms = 0;
    if (set && !fy_read_long(in, &value->locked_until_ms))
        return false;
    if (!read_account_verify(in, &value->verify))
        return false;
    if (!read_account_reset(in, &value->reset))
        return false;
    if (!read_account_invitation(in, &value->invitation))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_forgotten_ms = set;
    value->forgotten_ms = 0;
    if (set && !fy_read_long(in, &value->forgotten_ms))
        return false;
    if (!read_account_sessions(in, &value->sessions))
        return false;
    if (!read_account_visitors(in, &value->visitors))
        return false;
    if (!read_account_recent_ids(in, &value->recent_ids))
        return false;
    return true;
}

static bool read_account_row_position(struct fy_reader *in, const struct task_position **ret_value)
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

static bool read_account_row_parked(struct fy_reader *in, const struct parked_key **ret_value)
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

static bool read_account_row_account(struct fy_reader *in, const struct account **ret_value)
{
    struct account *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_account(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_account_row(struct fy_reader *in, struct account_row *value)
{
    int set_count;

    if (!read_account_row_position(in, &value->position))
        return false;
    if (!read_account_row_parked(in, &value->parked))
        return false;
    if (!read_account_row_account(in, &value->account))
        return false;
    set_count = 0;
    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->account != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status account_row_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct account_row *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 34:
        return fy_read_end(&in, fy_read_account_row(&in, ret_value));
    default:
        return fy_read_unknown(&in, "account_row");
    }
}

static size_t room_token_waiting(const struct token_waiting *value)
{
    size_t room = 20;

    room += value->hash.size;
    return room;
}

static uint8_t *write_token_waiting(uint8_t *at, const struct token_waiting *value)
{
    at = fy_write_string(at, value->hash);
    at = fy_write_long(at, value->until_ms);
    return at;
}

static size_t room_invitation(const struct invitation *value)
{
    size_t room = 41;

    room += value->role.size;
    room += value->supplier.size;
    room += value->hash.size;
    return room;
}

static uint8_t *write_invitation(uint8_t *at, const struct invitation *value)
{
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_string(at, value->hash);
    at = fy_write_long(at, value->until_ms);
    return at;
}

static size_t room_account_session(const struct account_session *value)
{
    size_t room = 82;

    room += value->session.size;
    room += value->old_hash.size;
    room += value->refresh_hash.size;
    room += value->label.size;
    room += value->revoked_why.size;
    return room;
}

static uint8_t *write_account_session(uint8_t *at, const struct account_session *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_long(at, value->created_ms);
    at = fy_write_long(at, value->refreshed_ms);
    at = fy_write_string(at, value->old_hash);
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

static size_t room_account(const struct account *value)
{
    size_t room = 138;

    room += value->person.size;
    room += value->root.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->role.size;
    room += value->supplier.size;
    room += fy_room_profile_encrypted(&value->profile);
    if (value->password != NULL)
        room += fy_room_password_encrypted(value->password);
    if (value->password_before != NULL)
        room += fy_room_password_encrypted(value->password_before);
    if (value->verify != NULL)
        room += room_token_waiting(value->verify);
    if (value->reset != NULL)
        room += room_token_waiting(value->reset);
    if (value->invitation != NULL)
        room += room_invitation(value->invitation);
    for (size_t i = 0; i < value->sessions.count; i++)
        room += room_account_session(&value->sessions.items[i]);
    room += value->visitors.count * 10;
    for (size_t i = 0; i < value->visitors.count; i++)
        room += value->visitors.items[i].size;
    room += value->recent_ids.count * 10;
    for (size_t i = 0; i < value->recent_ids.count; i++)
        room += value->recent_ids.items[i].size;
    return room;
}

static uint8_t *write_account(uint8_t *at, const struct account *value)
{
    at = fy_write_string(at, value->person);
    at = fy_write_string(at, value->root);
    at = fy_write_long(at, value->created_ms);
    at = fy_write_long(at, value->updated_ms);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_profile_encrypted(at, &value->profile);
    at = fy_write_branch(at, value->password != NULL);
    if (value->password != NULL)
        at = fy_write_password_encrypted(at, value->password);
    at = fy_write_branch(at, value->password_before != NULL);
    if (value->password_before != NULL)
        at = fy_write_password_encrypted(at, value->password_before);
    at = fy_write_boolean(at, value->verified);
    at = fy_write_long(at, value->failures);
    at = fy_write_branch(at, value->has_locked_until_ms);
    if (value->has_locked_until_ms)
        at = fy_write_long(at, value->locked_until_ms);
    at = fy_write_branch(at, value->verify != NULL);
    if (value->verify != NULL)
        at = write_token_waiting(at, value->verify);
    at = fy_write_branch(at, value->reset != NULL);
    if (value->reset != NULL)
        at = write_token_waiting(at, value->reset);
    at = fy_write_branch(at, value->invitation != NULL);
    if (value->invitation != NULL)
        at = write_invitation(at, value->invitation);
    at = fy_write_branch(at, value->has_forgotten_ms);
    if (value->has_forgotten_ms)
        at = fy_write_long(at, value->forgotten_ms);
    if (value->sessions.count > 0) {
        at = fy_write_long(at, (int64_t)value->sessions.count);
        for (size_t i = 0; i < value->sessions.count; i++)
            at = write_account_session(at, &value->sessions.items[i]);
    }
    *at++ = 0;
    if (value->visitors.count > 0) {
        at = fy_write_long(at, (int64_t)value->visitors.count);
        for (size_t i = 0; i < value->visitors.count; i++)
            at = fy_write_string(at, value->visitors.items[i]);
    }
    *at++ = 0;
    if (value->recent_ids.count > 0) {
        at = fy_write_long(at, (int64_t)value->recent_ids.count);
        for (size_t i = 0; i < value->recent_ids.count; i++)
            at = fy_write_string(at, value->recent_ids.items[i]);
    }
    *at++ = 0;
    return at;
}

size_t fy_room_account_row(const struct account_row *value)
{
    size_t room = 3;

    if (value->position != NULL)
        room += fy_room_task_position(value->position);
    if (value->parked != NULL)
        room += fy_room_parked_key(value->parked);
    if (value->account != NULL)
        room += room_account(value->account);
    return room;
}

uint8_t *fy_write_account_row(uint8_t *at, const struct account_row *value)
{
    at = fy_write_branch(at, value->position != NULL);
    if (value->position != NULL)
        at = fy_write_task_position(at, value->position);
    at = fy_write_branch(at, value->parked != NULL);
    if (value->parked != NULL)
        at = fy_write_parked_key(at, value->parked);
    at = fy_write_branch(at, value->account != NULL);
    if (value->account != NULL)
        at = write_account(at, value->account);
    return at;
}

enum fy_status account_row_encode(const struct account_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->account != NULL;
    if (set_count != 1)
        return fy_write_one_of("account_row", set_count, err);
    room = fy_room_account_row(value);
    begin = fy_write_begin(arena, 34, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_account_row(begin, value), ret_bytes);
}

static const struct fy_field fields_of_token_waiting[] = {
    {
        .name = "hash",
        .name_bytes = 4,
        .offset = offsetof(struct token_waiting, hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "until_ms",
        .name_bytes = 8,
        .offset = offsetof(struct token_waiting, until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_token_waiting = {
    .name = "TokenWaiting",
    .fields = fields_of_token_waiting,
    .field_count = 2,
    .size = sizeof(struct token_waiting),
};

static const struct fy_field fields_of_invitation[] = {
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct invitation, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct invitation, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "hash",
        .name_bytes = 4,
        .offset = offsetof(struct invitation, hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "until_ms",
        .name_bytes = 8,
        .offset = offsetof(struct invitation, until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_invitation = {
    .name = "Invitation",
    .fields = fields_of_invitation,
    .field_count = 4,
    .size = sizeof(struct invitation),
};

static const struct fy_field fields_of_account_session[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct account_session, session),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "created_ms",
        .name_bytes = 10,
        .offset = offsetof(struct account_session, created_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "refreshed_ms",
        .name_bytes = 12,
        .offset = offsetof(struct account_session, refreshed_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "old_hash",
        .name_bytes = 8,
        .offset = offsetof(struct account_session, old_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "refresh_hash",
        .name_bytes = 12,
        .offset = offsetof(struct account_session, refresh_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "label",
        .name_bytes = 5,
        .offset = offsetof(struct account_session, label),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "revoked_ms",
        .name_bytes = 10,
        .offset = offsetof(struct account_session, revoked_ms),
        .has_offset = offsetof(struct account_session, has_revoked_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "revoked_why",
        .name_bytes = 11,
        .offset = offsetof(struct account_session, revoked_why),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_account_session = {
    .name = "AccountSession",
    .fields = fields_of_account_session,
    .field_count = 8,
    .size = sizeof(struct account_session),
};

static const struct fy_field fields_of_account[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct account, person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "root",
        .name_bytes = 4,
        .offset = offsetof(struct account, root),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "created_ms",
        .name_bytes = 10,
        .offset = offsetof(struct account, created_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct account, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct account, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct account, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct account, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "profile",
        .name_bytes = 7,
        .offset = offsetof(struct account, profile),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_profile_encrypted,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct account, password),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "password_before",
        .name_bytes = 15,
        .offset = offsetof(struct account, password_before),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "verified",
        .name_bytes = 8,
        .offset = offsetof(struct account, verified),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "failures",
        .name_bytes = 8,
        .offset = offsetof(struct account, failures),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "locked_until_ms",
        .name_bytes = 15,
        .offset = offsetof(struct account, locked_until_ms),
        .has_offset = offsetof(struct account, has_locked_until_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "verify",
        .name_bytes = 6,
        .offset = offsetof(struct account, verify),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_token_waiting,
    },
    {
        .name = "reset",
        .name_bytes = 5,
        .offset = offsetof(struct account, reset),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_token_waiting,
    },
    {
        .name = "invitation",
        .name_bytes = 10,
        .offset = offsetof(struct account, invitation),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_invitation,
    },
    {
        .name = "forgotten_ms",
        .name_bytes = 12,
        .offset = offsetof(struct account, forgotten_ms),
        .has_offset = offsetof(struct account, has_forgotten_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "sessions",
        .name_bytes = 8,
        .offset = offsetof(struct account, sessions),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_account_session,
    },
    {
        .name = "visitors",
        .name_bytes = 8,
        .offset = offsetof(struct account, visitors),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "recent_ids",
        .name_bytes = 10,
        .offset = offsetof(struct account, recent_ids),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
};

static const struct fy_type type_account = {
    .name = "Account",
    .fields = fields_of_account,
    .field_count = 20,
    .size = sizeof(struct account),
};

static const struct fy_field fields_of_account_row[] = {
    {
        .name = "position",
        .name_bytes = 8,
        .offset = offsetof(struct account_row, position),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_task_position,
    },
    {
        .name = "parked",
        .name_bytes = 6,
        .offset = offsetof(struct account_row, parked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_parked_key,
    },
    {
        .name = "account",
        .name_bytes = 7,
        .offset = offsetof(struct account_row, account),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_account,
    },
};

const struct fy_type fy_type_account_row = {
    .name = "AccountRow",
    .fields = fields_of_account_row,
    .field_count = 3,
    .one_of = true,
    .size = sizeof(struct account_row),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return account_row_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return account_row_decode(bytes, arena, ret_value, err);
}

static const char text_34[] =
    "{\"type\":\"record\",\"name\":\"AccountRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"A"
    " private row of the accounts task. Exactly one of the nullable records is set.\",\"fields\":["
    "{\"name\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null\""
    ",{\"type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task s"
    "tands: written into its changelog by every turn, in the turn's own transaction.\",\"fields\":"
    "[{\"name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\",\"t"
    "ype\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":"
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
    "\":\"account\",\"default\":null,\"doc\":\"An account, or a guest.\",\"type\":[\"null\",{\"typ"
    "e\":\"record\",\"name\":\"Account\",\"doc\":\"An account with its sessions, or a guest.\",\"f"
    "ields\":[{\"name\":\"person\",\"type\":\"string\",\"doc\":\"Whose it is; empty once forgotten"
    ".\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"Root of what began it: of events that t"
    "ime alone causes.\"},{\"name\":\"created_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"t"
    "imestamp-millis\"},\"doc\":\"Since when, UTC.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":"
    "\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When the newest event was decided, U"
    "TC.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"array\",\"items\":\"fy.Position\"},\"doc\":\""
    "Newest request of which an event came.\"},{\"name\":\"role\",\"type\":\"string\",\"doc\":\"cu"
    "stomer, supplier_owner, supplier_staff, operator, data, service or guest; empty: invited, and"
    " not yet joined, or forgotten.\"},{\"name\":\"supplier\",\"type\":[\"null\",\"string\"],\"def"
    "ault\":null,\"doc\":\"Whose owner or staff; null for other roles.\"},{\"name\":\"profile\",\""
    "type\":{\"type\":\"record\",\"name\":\"ProfileEncrypted\",\"namespace\":\"fy\",\"doc\":\"Who "
    "a person is, each part sealed under that person's key by its name.\",\"fields\":[{\"name\":\""
    "email\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"personal\":true,\""
    "doc\":\"E-mail; sealed as field \\\"email\\\".\"},{\"name\":\"full_name\",\"type\":[\"null\","
    "\"bytes\"],\"default\":null,\"max_bytes\":512,\"personal\":true,\"doc\":\"Name; sealed as fie"
    "ld \\\"full_name\\\".\"},{\"name\":\"phone\",\"type\":[\"null\",\"bytes\"],\"default\":null,"
    "\"max_bytes\":128,\"personal\":true,\"doc\":\"Phone; sealed as field \\\"phone\\\".\"},{\"nam"
    "e\":\"addresses\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":8192,\"persona"
    "l\":true,\"doc\":\"Postal addresses, a JSON array; sealed as field \\\"addresses\\\".\"}]},\""
    "doc\":\"Who they are.\"},{\"name\":\"password\",\"type\":[\"null\",{\"type\":\"record\",\"nam"
    "e\":\"PasswordEncrypted\",\"namespace\":\"fy\",\"doc\":\"How a password is recognised, sealed"
    " under the person's key: facts stay for ever, and a forgotten person's hash must not.\",\"fie"
    "lds\":[{\"name\":\"password_hash\",\"type\":\"bytes\",\"max_bytes\":512,\"personal\":true,\"d"
    "oc\":\"Argon2id's text with salt and costs; sealed as field \\\"password\\\".\"}]}],\"default"
    "\":null,\"doc\":\"How the password is recognised; null: there is none.\"},{\"name\":\"passwor"
    "d_before\",\"type\":[\"null\",\"fy.PasswordEncrypted\"],\"default\":null,\"doc\":\"The same p"
    "assword at the costs before; null when it was not rehashed.\"},{\"name\":\"verified\",\"type"
    "\":\"boolean\",\"doc\":\"The e-mail was shown to be theirs.\"},{\"name\":\"failures\",\"type"
    "\":\"int\",\"doc\":\"Wrong passwords since the last right one.\"},{\"name\":\"locked_until_ms"
    "\",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"default\":n"
    "ull,\"doc\":\"No password is looked at before, UTC.\"},{\"name\":\"verify\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"TokenWaiting\",\"doc\":\"A token that was sent and not yet"
    " used.\",\"fields\":[{\"name\":\"hash\",\"type\":\"string\",\"doc\":\"Its hash.\"},{\"name\":"
    "\"until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Unti"
    "l when it counts, UTC.\"}]}],\"default\":null,\"doc\":\"To verify the e-mail; null: nothing i"
    "s awaited.\"},{\"name\":\"reset\",\"type\":[\"null\",\"fy.TokenWaiting\"],\"default\":null,\""
    "doc\":\"To reset the password.\"},{\"name\":\"invitation\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"Invitation\",\"doc\":\"A role that waits for its token.\",\"fields\":[{\"nam"
    "e\":\"role\",\"type\":\"string\",\"doc\":\"Which.\"},{\"name\":\"supplier\",\"type\":[\"null"
    "\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff.\"},{\"name\":\"hash\",\"type"
    "\":\"string\",\"doc\":\"The token's hash.\"},{\"name\":\"until_ms\",\"type\":{\"type\":\"long"
    "\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when it counts, UTC.\"}]}],\"default"
    "\":null,\"doc\":\"They are asked to join; null: they are not.\"},{\"name\":\"forgotten_ms\","
    "\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"default\":null"
    ",\"doc\":\"When the person was forgotten, UTC.\"},{\"name\":\"sessions\",\"doc\":\"Sessions, "
    "oldest first; at most 32 with those that ended lately.\",\"type\":{\"type\":\"array\",\"items"
    "\":{\"type\":\"record\",\"name\":\"AccountSession\",\"doc\":\"One of the account's sessions."
    "\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The session.\"},{\"name\":"
    "\"created_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Wh"
    "en they signed in, UTC.\"},{\"name\":\"refreshed_ms\",\"type\":{\"type\":\"long\",\"logicalTy"
    "pe\":\"timestamp-millis\"},\"doc\":\"When the token in force was made, UTC.\"},{\"name\":\"ol"
    "d_hash\",\"type\":\"string\",\"doc\":\"Hash of the refresh token before; empty: there was non"
    "e.\"},{\"name\":\"refresh_hash\",\"type\":\"string\",\"doc\":\"Hash of the refresh token in f"
    "orce.\"},{\"name\":\"label\",\"type\":\"string\",\"doc\":\"What it is shown as, coarse.\"},{"
    "\"name\":\"revoked_ms\",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-mil"
    "lis\"}],\"default\":null,\"doc\":\"Since when no token of it counts, UTC.\"},{\"name\":\"revo"
    "ked_why\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Why.\"}]}}},{\"name\":\"v"
    "isitors\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Visitors they were, ne"
    "west last; at most 16.\"},{\"name\":\"recent_ids\",\"type\":{\"type\":\"array\",\"items\":\"s"
    "tring\"},\"doc\":\"event_id of the last 64 requests, newest last: how a repeat is recognised."
    "\"}]}]}]}";

const struct fy_schema account_row_schema = {
    .id = 34,
    .version = 1,
    .fingerprint = UINT64_C(0x69f2802a31405e21),
    .subject = "accounts-changelog-value",
    .text = text_34,
    .name = "account_row",
    .type = &fy_type_account_row,
    .size = sizeof(struct account_row),
    .encode = encode_any,
    .decode = decode_any,
};
