/*
 * Made by fy-generate from schemas/people_body.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_register_body(struct fy_reader *in, struct register_body *value)
{
    if (!fy_read_string(in, &value->email))
        return false;
    if (!fy_read_string(in, &value->password))
        return false;
    return true;
}

static bool read_token_body(struct fy_reader *in, struct token_body *value)
{
    if (!fy_read_string(in, &value->token))
        return false;
    return true;
}

static bool read_password_token_body(struct fy_reader *in, struct password_token_body *value)
{
    if (!fy_read_string(in, &value->token))
        return false;
    if (!fy_read_string(in, &value->password))
        return false;
    return true;
}

static bool read_login_body(struct fy_reader *in, struct login_body *value)
{
    if (!fy_read_string(in, &value->email))
        return false;
    if (!fy_read_string(in, &value->password))
        return false;
    return true;
}

static bool read_refresh_body(struct fy_reader *in, struct refresh_body *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->refresh_token = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->refresh_token))
        return false;
    return true;
}

static bool read_change_password_body(struct fy_reader *in, struct change_password_body *value)
{
    if (!fy_read_string(in, &value->old_password))
        return false;
    if (!fy_read_string(in, &value->password))
        return false;
    return true;
}

static bool read_email_body(struct fy_reader *in, struct email_body *value)
{
    if (!fy_read_string(in, &value->email))
        return false;
    return true;
}

static bool read_invite_body(struct fy_reader *in, struct invite_body *value)
{
    bool set;

    if (!fy_read_string(in, &value->email))
        return false;
    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    return true;
}

static bool read_address_body_lines(struct fy_reader *in, struct address_body_lines *value)
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

static bool read_address_body(struct fy_reader *in, struct address_body *value)
{
    if (!read_address_body_lines(in, &value->lines))
        return false;
    if (!fy_read_string(in, &value->postcode))
        return false;
    if (!fy_read_string(in, &value->city))
        return false;
    if (!fy_read_string(in, &value->country))
        return false;
    return true;
}

static bool read_profile_body_addresses(struct fy_reader *in, struct profile_body_addresses *value)
{
    struct address_body *items = NULL;
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
            if (!read_address_body(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_profile_body(struct fy_reader *in, struct profile_body *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->full_name = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->full_name))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->phone = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->phone))
        return false;
    if (!read_profile_body_addresses(in, &value->addresses))
        return false;
    return true;
}

static bool read_contact_body_addresses(struct fy_reader *in, struct contact_body_addresses *value)
{
    struct address_body *items = NULL;
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
            if (!read_address_body(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_contact_body(struct fy_reader *in, struct contact_body *value)
{
    bool set;

    if (!fy_read_string(in, &value->email))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->full_name = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->full_name))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->phone = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->phone))
        return false;
    if (!read_contact_body_addresses(in, &value->addresses))
        return false;
    return true;
}

static bool read_password_body(struct fy_reader *in, struct password_body *value)
{
    if (!fy_read_string(in, &value->password))
        return false;
    return true;
}

static bool read_people_body_sign_up(struct fy_reader *in, const struct register_body **ret_value)
{
    struct register_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_register_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_ticket(struct fy_reader *in, const struct token_body **ret_value)
{
    struct token_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_token_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_password_token(
    struct fy_reader *in, const struct password_token_body **ret_value)
{
    struct password_token_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_password_token_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_login(struct fy_reader *in, const struct login_body **ret_value)
{
    struct login_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_login_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_refresh(struct fy_reader *in, const struct refresh_body **ret_value)
{
    struct refresh_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_refresh_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_change_password(
    struct fy_reader *in, const struct change_password_body **ret_value)
{
    struct change_password_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_change_password_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_email_only(struct fy_reader *in, const struct email_body **ret_value)
{
    struct email_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_email_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_invite(struct fy_reader *in, const struct invite_body **ret_value)
{
    struct invite_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_invite_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_profile(struct fy_reader *in, const struct profile_body **ret_value)
{
    struct profile_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_profile_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_contact(struct fy_reader *in, const struct contact_body **ret_value)
{
    struct contact_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_contact_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_people_body_password_only(
    struct fy_reader *in, const struct password_body **ret_value)
{
    struct password_body *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_password_body(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_people_body(struct fy_reader *in, struct people_body *value)
{
    int set_count;

    if (!read_people_body_sign_up(in, &value->sign_up))
        return false;
    if (!read_people_body_ticket(in, &value->ticket))
        return false;
    if (!read_people_body_password_token(in, &value->password_token))
        return false;
    if (!read_people_body_login(in, &value->login))
        return false;
    if (!read_people_body_refresh(in, &value->refresh))
        return false;
    if (!read_people_body_change_password(in, &value->change_password))
        return false;
    if (!read_people_body_email_only(in, &value->email_only))
        return false;
    if (!read_people_body_invite(in, &value->invite))
        return false;
    if (!read_people_body_profile(in, &value->profile))
        return false;
    if (!read_people_body_contact(in, &value->contact))
        return false;
    if (!read_people_body_password_only(in, &value->password_only))
        return false;
    set_count = 0;
    set_count += value->sign_up != NULL;
    set_count += value->ticket != NULL;
    set_count += value->password_token != NULL;
    set_count += value->login != NULL;
    set_count += value->refresh != NULL;
    set_count += value->change_password != NULL;
    set_count += value->email_only != NULL;
    set_count += value->invite != NULL;
    set_count += value->profile != NULL;
    set_count += value->contact != NULL;
    set_count += value->password_only != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static size_t room_register_body(const struct register_body *value)
{
    size_t room = 20;

    room += value->email.size;
    room += value->password.size;
    return room;
}

static uint8_t *write_register_body(uint8_t *at, const struct register_body *value)
{
    at = fy_write_string(at, value->email);
    at = fy_write_string(at, value->password);
    return at;
}

static size_t room_token_body(const struct token_body *value)
{
    size_t room = 10;

    room += value->token.size;
    return room;
}

static uint8_t *write_token_body(uint8_t *at, const struct token_body *value)
{
    at = fy_write_string(at, value->token);
    return at;
}

static size_t room_password_token_body(const struct password_token_body *value)
{
    size_t room = 20;

    room += value->token.size;
    room += value->password.size;
    return room;
}

static uint8_t *write_password_token_body(uint8_t *at, const struct password_token_body *value)
{
    at = fy_write_string(at, value->token);
    at = fy_write_string(at, value->password);
    return at;
}

static size_t room_login_body(const struct login_body *value)
{
    size_t room = 20;

    room += value->email.size;
    room += value->password.size;
    return room;
}

static uint8_t *write_login_body(uint8_t *at, const struct login_body *value)
{
    at = fy_write_string(at, value->email);
    at = fy_write_string(at, value->password);
    return at;
}

static size_t room_refresh_body(const struct refresh_body *value)
{
    size_t room = 11;

    room += value->refresh_token.size;
    return room;
}

static uint8_t *write_refresh_body(uint8_t *at, const struct refresh_body *value)
{
    at = fy_write_branch(at, value->refresh_token.data != NULL);
    if (value->refresh_token.data != NULL)
        at = fy_write_string(at, value->refresh_token);
    return at;
}

static size_t room_change_password_body(const struct change_password_body *value)
{
    size_t room = 20;

    room += value->old_password.size;
    room += value->password.size;
    return room;
}

static uint8_t *write_change_password_body(uint8_t *at, const struct change_password_body *value)
{
    at = fy_write_string(at, value->old_password);
    at = fy_write_string(at, value->password);
    return at;
}

static size_t room_email_body(const struct email_body *value)
{
    size_t room = 10;

    room += value->email.size;
    return room;
}

static uint8_t *write_email_body(uint8_t *at, const struct email_body *value)
{
    at = fy_write_string(at, value->email);
    return at;
}

static size_t room_invite_body(const struct invite_body *value)
{
    size_t room = 31;

    room += value->email.size;
    room += value->role.size;
    room += value->supplier.size;
    return room;
}

static uint8_t *write_invite_body(uint8_t *at, const struct invite_body *value)
{
    at = fy_write_string(at, value->email);
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    return at;
}

static size_t room_address_body(const struct address_body *value)
{
    size_t room = 41;

    room += value->lines.count * 10;
    for (size_t i = 0; i < value->lines.count; i++)
        room += value->lines.items[i].size;
    room += value->postcode.size;
    room += value->city.size;
    room += value->country.size;
    return room;
}

static uint8_t *write_address_body(uint8_t *at, const struct address_body *value)
{
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = fy_write_string(at, value->lines.items[i]);
    }
    *at++ = 0;
    at = fy_write_string(at, value->postcode);
    at = fy_write_string(at, value->city);
    at = fy_write_string(at, value->country);
    return at;
}

static size_t room_profile_body(const struct profile_body *value)
{
    size_t room = 33;

    room += value->full_name.size;
    room += value->phone.size;
    for (size_t i = 0; i < value->addresses.count; i++)
        room += room_address_body(&value->addresses.items[i]);
    return room;
}

static uint8_t *write_profile_body(uint8_t *at, const struct profile_body *value)
{
    at = fy_write_branch(at, value->full_name.data != NULL);
    if (value->full_name.data != NULL)
        at = fy_write_string(at, value->full_name);
    at = fy_write_branch(at, value->phone.data != NULL);
    if (value->phone.data != NULL)
        at = fy_write_string(at, value->phone);
    if (value->addresses.count > 0) {
        at = fy_write_long(at, (int64_t)value->addresses.count);
        for (size_t i = 0; i < value->addresses.count; i++)
            at = write_address_body(at, &value->addresses.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_contact_body(const struct contact_body *value)
{
    size_t room = 43;

    room += value->email.size;
    room += value->full_name.size;
    room += value->phone.size;
    for (size_t i = 0; i < value->addresses.count; i++)
        room += room_address_body(&value->addresses.items[i]);
    return room;
}

static uint8_t *write_contact_body(uint8_t *at, const struct contact_body *value)
{
    at = fy_write_string(at, value->email);
    at = fy_write_branch(at, value->full_name.data != NULL);
    if (value->full_name.data != NULL)
        at = fy_write_string(at, value->full_name);
    at = fy_write_branch(at, value->phone.data != NULL);
    if (value->phone.data != NULL)
        at = fy_write_string(at, value->phone);
    if (value->addresses.count > 0) {
        at = fy_write_long(at, (int64_t)value->addresses.count);
        for (size_t i = 0; i < value->addresses.count; i++)
            at = write_address_body(at, &value->addresses.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_password_body(const struct password_body *value)
{
    size_t room = 10;

    room += value->password.size;
    return room;
}

static uint8_t *write_password_body(uint8_t *at, const struct password_body *value)
{
    at = fy_write_string(at, value->password);
    return at;
}

size_t fy_room_people_body(const struct people_body *value)
{
    size_t room = 11;

    if (value->sign_up != NULL)
        room += room_register_body(value->sign_up);
    if (value->ticket != NULL)
        room += room_token_body(value->ticket);
    if (value->password_token != NULL)
        room += room_password_token_body(value->password_token);
    if (value->login != NULL)
        room += room_login_body(value->login);
    if (value->refresh != NULL)
        room += room_refresh_body(value->refresh);
    if (value->change_password != NULL)
        room += room_change_password_body(value->change_password);
    if (value->email_only != NULL)
        room += room_email_body(value->email_only);
    if (value->invite != NULL)
        room += room_invite_body(value->invite);
    if (value->profile != NULL)
        room += room_profile_body(value->profile);
    if (value->contact != NULL)
        room += room_contact_body(value->contact);
    if (value->password_only != NULL)
        room += room_password_body(value->password_only);
    return room;
}

uint8_t *fy_write_people_body(uint8_t *at, const struct people_body *value)
{
    at = fy_write_branch(at, value->sign_up != NULL);
    if (value->sign_up != NULL)
        at = write_register_body(at, value->sign_up);
    at = fy_write_branch(at, value->ticket != NULL);
    if (value->ticket != NULL)
        at = write_token_body(at, value->ticket);
    at = fy_write_branch(at, value->password_token != NULL);
    if (value->password_token != NULL)
        at = write_password_token_body(at, value->password_token);
    at = fy_write_branch(at, value->login != NULL);
    if (value->login != NULL)
        at = write_login_body(at, value->login);
    at = fy_write_branch(at, value->refresh != NULL);
    if (value->refresh != NULL)
        at = write_refresh_body(at, value->refresh);
    at = fy_write_branch(at, value->change_password != NULL);
    if (value->change_password != NULL)
        at = write_change_password_body(at, value->change_password);
    at = fy_write_branch(at, value->email_only != NULL);
    if (value->email_only != NULL)
        at = write_email_body(at, value->email_only);
    at = fy_write_branch(at, value->invite != NULL);
    if (value->invite != NULL)
        at = write_invite_body(at, value->invite);
    at = fy_write_branch(at, value->profile != NULL);
    if (value->profile != NULL)
        at = write_profile_body(at, value->profile);
    at = fy_write_branch(at, value->contact != NULL);
    if (value->contact != NULL)
        at = write_contact_body(at, value->contact);
    at = fy_write_branch(at, value->password_only != NULL);
    if (value->password_only != NULL)
        at = write_password_body(at, value->password_only);
    return at;
}

static const struct fy_field fields_of_register_body[] = {
    {
        .name = "email",
        .name_bytes = 5,
        .offset = offsetof(struct register_body, email),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 320,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct register_body, password),
        .kind = FY_FIELD_STRING,
        .min_bytes = 8,
        .max_bytes = 256,
    },
};

static const struct fy_type type_register_body = {
    .name = "RegisterBody",
    .fields = fields_of_register_body,
    .field_count = 2,
    .size = sizeof(struct register_body),
};

static const struct fy_field fields_of_token_body[] = {
    {
        .name = "token",
        .name_bytes = 5,
        .offset = offsetof(struct token_body, token),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 128,
    },
};

static const struct fy_type type_token_body = {
    .name = "TokenBody",
    .fields = fields_of_token_body,
    .field_count = 1,
    .size = sizeof(struct token_body),
};

static const struct fy_field fields_of_password_token_body[] = {
    {
        .name = "token",
        .name_bytes = 5,
        .offset = offsetof(struct password_token_body, token),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 128,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct password_token_body, password),
        .kind = FY_FIELD_STRING,
        .min_bytes = 8,
        .max_bytes = 256,
    },
};

static const struct fy_type type_password_token_body = {
    .name = "PasswordTokenBody",
    .fields = fields_of_password_token_body,
    .field_count = 2,
    .size = sizeof(struct password_token_body),
};

static const struct fy_field fields_of_login_body[] = {
    {
        .name = "email",
        .name_bytes = 5,
        .offset = offsetof(struct login_body, email),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 320,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct login_body, password),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 256,
    },
};

static const struct fy_type type_login_body = {
    .name = "LoginBody",
    .fields = fields_of_login_body,
    .field_count = 2,
    .size = sizeof(struct login_body),
};

static const struct fy_field fields_of_refresh_body[] = {
    {
        .name = "refresh_token",
        .name_bytes = 13,
        .offset = offsetof(struct refresh_body, refresh_token),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 128,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_refresh_body = {
    .name = "RefreshBody",
    .fields = fields_of_refresh_body,
    .field_count = 1,
    .size = sizeof(struct refresh_body),
};

static const struct fy_field fields_of_change_password_body[] = {
    {
        .name = "old_password",
        .name_bytes = 12,
        .offset = offsetof(struct change_password_body, old_password),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 256,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct change_password_body, password),
        .kind = FY_FIELD_STRING,
        .min_bytes = 8,
        .max_bytes = 256,
    },
};

static const struct fy_type type_change_password_body = {
    .name = "ChangePasswordBody",
    .fields = fields_of_change_password_body,
    .field_count = 2,
    .size = sizeof(struct change_password_body),
};

static const struct fy_field fields_of_email_body[] = {
    {
        .name = "email",
        .name_bytes = 5,
        .offset = offsetof(struct email_body, email),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 320,
    },
};

static const struct fy_type type_email_body = {
    .name = "EmailBody",
    .fields = fields_of_email_body,
    .field_count = 1,
    .size = sizeof(struct email_body),
};

static const struct fy_field fields_of_invite_body[] = {
    {
        .name = "email",
        .name_bytes = 5,
        .offset = offsetof(struct invite_body, email),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 320,
    },
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct invite_body, role),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 32,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct invite_body, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_invite_body = {
    .name = "InviteBody",
    .fields = fields_of_invite_body,
    .field_count = 3,
    .size = sizeof(struct invite_body),
};

static const struct fy_field fields_of_address_body[] = {
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct address_body, lines),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 100,
        .min_items = 0,
        .max_items = 6,
    },
    {
        .name = "postcode",
        .name_bytes = 8,
        .offset = offsetof(struct address_body, postcode),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 20,
    },
    {
        .name = "city",
        .name_bytes = 4,
        .offset = offsetof(struct address_body, city),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 100,
    },
    {
        .name = "country",
        .name_bytes = 7,
        .offset = offsetof(struct address_body, country),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_UPPER,
        .min_bytes = 2,
        .max_bytes = 2,
    },
};

static const struct fy_type type_address_body = {
    .name = "AddressBody",
    .fields = fields_of_address_body,
    .field_count = 4,
    .size = sizeof(struct address_body),
};

static const struct fy_field fields_of_profile_body[] = {
    {
        .name = "full_name",
        .name_bytes = 9,
        .offset = offsetof(struct profile_body, full_name),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 200,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "phone",
        .name_bytes = 5,
        .offset = offsetof(struct profile_body, phone),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 40,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "addresses",
        .name_bytes = 9,
        .offset = offsetof(struct profile_body, addresses),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 5,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_address_body,
    },
};

static const struct fy_type type_profile_body = {
    .name = "ProfileBody",
    .fields = fields_of_profile_body,
    .field_count = 3,
    .size = sizeof(struct profile_body),
};

static const struct fy_field fields_of_contact_body[] = {
    {
        .name = "email",
        .name_bytes = 5,
        .offset = offsetof(struct contact_body, email),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 320,
    },
    {
        .name = "full_name",
        .name_bytes = 9,
        .offset = offsetof(struct contact_body, full_name),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 200,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "phone",
        .name_bytes = 5,
        .offset = offsetof(struct contact_body, phone),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 40,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "addresses",
        .name_bytes = 9,
        .offset = offsetof(struct contact_body, addresses),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 5,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_address_body,
    },
};

static const struct fy_type type_contact_body = {
    .name = "ContactBody",
    .fields = fields_of_contact_body,
    .field_count = 4,
    .size = sizeof(struct contact_body),
};

static const struct fy_field fields_of_password_body[] = {
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct password_body, password),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 256,
    },
};

static const struct fy_type type_password_body = {
    .name = "PasswordBody",
    .fields = fields_of_password_body,
    .field_count = 1,
    .size = sizeof(struct password_body),
};

static const struct fy_field fields_of_people_body[] = {
    {
        .name = "sign_up",
        .name_bytes = 7,
        .offset = offsetof(struct people_body, sign_up),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_register_body,
    },
    {
        .name = "ticket",
        .name_bytes = 6,
        .offset = offsetof(struct people_body, ticket),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_token_body,
    },
    {
        .name = "password_token",
        .name_bytes = 14,
        .offset = offsetof(struct people_body, password_token),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_password_token_body,
    },
    {
        .name = "login",
        .name_bytes = 5,
        .offset = offsetof(struct people_body, login),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_login_body,
    },
    {
        .name = "refresh",
        .name_bytes = 7,
        .offset = offsetof(struct people_body, refresh),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_refresh_body,
    },
    {
        .name = "change_password",
        .name_bytes = 15,
        .offset = offsetof(struct people_body, change_password),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_change_password_body,
    },
    {
        .name = "email_only",
        .name_bytes = 10,
        .offset = offsetof(struct people_body, email_only),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_email_body,
    },
    {
        .name = "invite",
        .name_bytes = 6,
        .offset = offsetof(struct people_body, invite),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_invite_body,
    },
    {
        .name = "profile",
        .name_bytes = 7,
        .offset = offsetof(struct people_body, profile),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_profile_body,
    },
    {
        .name = "contact",
        .name_bytes = 7,
        .offset = offsetof(struct people_body, contact),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_contact_body,
    },
    {
        .name = "password_only",
        .name_bytes = 13,
        .offset = offsetof(struct people_body, password_only),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_password_body,
    },
};

const struct fy_type fy_type_people_body = {
    .name = "PeopleBody",
    .fields = fields_of_people_body,
    .field_count = 11,
    .one_of = true,
    .size = sizeof(struct people_body),
};
