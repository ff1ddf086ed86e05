/*
 * Made by fy-generate from schemas/credential.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_credential_as_of(struct fy_reader *in, struct credential_as_of *value)
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

static bool read_credential_password(
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

bool fy_read_credential(struct fy_reader *in, struct credential *value)
{
    bool set;

    if (!fy_read_string(in, &value->account))
        return false;
    if (!read_credential_as_of(in, &value->as_of))
        return false;
    if (!fy_read_long(in, &value->updated_ms))
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
    if (!read_credential_password(in, &value->password))
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
    return true;
}

enum fy_status credential_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct credential *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 35:
        return fy_read_end(&in, fy_read_credential(&in, ret_value));
    default:
        return fy_read_unknown(&in, "credential");
    }
}

size_t fy_room_credential(const struct credential *value)
{
    size_t room = 80;

    room += value->account.size;
    for (size_t i = 0; i < value->as_of.count; i++)
        room += fy_room_position(&value->as_of.items[i]);
    room += value->person.size;
    room += value->role.size;
    room += value->supplier.size;
    if (value->password != NULL)
        room += fy_room_password_encrypted(value->password);
    return room;
}

uint8_t *fy_write_credential(uint8_t *at, const struct credential *value)
{
    at = fy_write_string(at, value->account);
    if (value->as_of.count > 0) {
        at = fy_write_long(at, (int64_t)value->as_of.count);
        for (size_t i = 0; i < value->as_of.count; i++)
            at = fy_write_position(at, &value->as_of.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->updated_ms);
    at = fy_write_string(at, value->person);
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_branch(at, value->password != NULL);
    if (value->password != NULL)
        at = fy_write_password_encrypted(at, value->password);
    at = fy_write_boolean(at, value->verified);
    at = fy_write_long(at, value->failures);
    at = fy_write_branch(at, value->has_locked_until_ms);
    if (value->has_locked_until_ms)
        at = fy_write_long(at, value->locked_until_ms);
    return at;
}

enum fy_status credential_encode(const struct credential *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_credential(value);
    begin = fy_write_begin(arena, 35, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_credential(begin, value), ret_bytes);
}

static const struct fy_field fields_of_credential[] = {
    {
        .name = "account",
        .name_bytes = 7,
        .offset = offsetof(struct credential, account),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "as_of",
        .name_bytes = 5,
        .offset = offsetof(struct credential, as_of),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_position,
    },
    {
        .name = "updated_ms",
        .name_bytes = 10,
        .offset = offsetof(struct credential, updated_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct credential, person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct credential, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct credential, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct credential, password),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "verified",
        .name_bytes = 8,
        .offset = offsetof(struct credential, verified),
        .kind = FY_FIELD_BOOLEAN,
    },
    {
        .name = "failures",
        .name_bytes = 8,
        .offset = offsetof(struct credential, failures),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "locked_until_ms",
        .name_bytes = 15,
        .offset = offsetof(struct credential, locked_until_ms),
        .has_offset = offsetof(struct credential, has_locked_until_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_credential = {
    .name = "Credential",
    .fields = fields_of_credential,
    .field_count = 10,
    .size = sizeof(struct credential),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return credential_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return credential_decode(bytes, arena, ret_value, err);
}

static const char text_35[] =
    "{\"type\":\"record\",\"name\":\"Credential\",\"namespace\":\"fy\",\"doc\":\"How an account is"
    " entered, for edges. Gone when the account is.\",\"fields\":[{\"name\":\"account\",\"type\":"
    "\"string\",\"doc\":\"The account; also the key.\"},{\"name\":\"as_of\",\"type\":{\"type\":\"a"
    "rray\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace\":\"fy\",\"doc\":\"On"
    "e record of one topic: what a state includes.\",\"fields\":[{\"name\":\"topic\",\"type\":\"st"
    "ring\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Partition, from"
    " 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the newest record included."
    "\"}]}},\"doc\":\"Newest request included.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"lo"
    "ng\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was decided, UTC.\"},{\"name\":"
    "\"person\",\"type\":\"string\",\"doc\":\"Whose it is.\"},{\"name\":\"role\",\"type\":\"string"
    "\",\"doc\":\"customer, supplier_owner, supplier_staff, operator, data or service.\"},{\"name"
    "\":\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staf"
    "f; null for other roles.\"},{\"name\":\"password\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"PasswordEncrypted\",\"namespace\":\"fy\",\"doc\":\"How a password is recognised, sea"
    "led under the person's key: facts stay for ever, and a forgotten person's hash must not.\",\""
    "fields\":[{\"name\":\"password_hash\",\"type\":\"bytes\",\"max_bytes\":512,\"personal\":true,"
    "\"doc\":\"Argon2id's text with salt and costs; sealed as field \\\"password\\\".\"}]}],\"defa"
    "ult\":null,\"doc\":\"How the password is recognised; null: invited, and not yet joined.\"},{"
    "\"name\":\"verified\",\"type\":\"boolean\",\"doc\":\"The e-mail was shown to be theirs. Nobod"
    "y signs in before.\"},{\"name\":\"failures\",\"type\":\"int\",\"doc\":\"Wrong passwords since"
    " the last right one.\"},{\"name\":\"locked_until_ms\",\"type\":[\"null\",{\"type\":\"long\","
    "\"logicalType\":\"timestamp-millis\"}],\"default\":null,\"doc\":\"No password is looked at be"
    "fore, UTC; null: never locked since the last right one.\"}]}";

const struct fy_schema credential_schema = {
    .id = 35,
    .version = 1,
    .fingerprint = UINT64_C(0xf16e34b67794d5ee),
    .subject = "credentials-value",
    .text = text_35,
    .name = "credential",
    .type = &fy_type_credential,
    .size = sizeof(struct credential),
    .encode = encode_any,
    .decode = decode_any,
};
