/*
 * Made by fy-generate from schemas/account_request.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_create_account(struct fy_reader *in, struct create_account *value)
{
    bool set;

    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_password_encrypted(in, &value->password))
        return false;
    if (!fy_read_string(in, &value->verify_hash))
        return false;
    if (!fy_read_letter_encrypted(in, &value->letter))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->visitor = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->visitor))
        return false;
    return true;
}

static bool read_invite_member(struct fy_reader *in, struct invite_member *value)
{
    bool set;

    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_string(in, &value->invite_hash))
        return false;
    if (!fy_read_letter_encrypted(in, &value->letter))
        return false;
    return true;
}

static bool read_accept_invitation(struct fy_reader *in, struct accept_invitation *value)
{
    if (!fy_read_string(in, &value->invite_hash))
        return false;
    if (!fy_read_password_encrypted(in, &value->password))
        return false;
    return true;
}

static bool read_verify_account(struct fy_reader *in, struct verify_account *value)
{
    if (!fy_read_string(in, &value->verify_hash))
        return false;
    return true;
}

static bool read_ask_password_reset(struct fy_reader *in, struct ask_password_reset *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->person = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->person))
        return false;
    if (!fy_read_string(in, &value->reset_hash))
        return false;
    if (!fy_read_letter_encrypted(in, &value->letter))
        return false;
    return true;
}

static bool read_reset_password(struct fy_reader *in, struct reset_password *value)
{
    if (!fy_read_string(in, &value->reset_hash))
        return false;
    if (!fy_read_password_encrypted(in, &value->password))
        return false;
    return true;
}

static bool read_change_password(struct fy_reader *in, struct change_password *value)
{
    bool set;

    if (!fy_read_password_encrypted(in, &value->replaces))
        return false;
    if (!fy_read_password_encrypted(in, &value->password))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->keep_session = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->keep_session))
        return false;
    return true;
}

static bool read_rehash_password(struct fy_reader *in, struct rehash_password *value)
{
    if (!fy_read_password_encrypted(in, &value->replaces))
        return false;
    if (!fy_read_password_encrypted(in, &value->password))
        return false;
    return true;
}

static bool read_open_session(struct fy_reader *in, struct open_session *value)
{
    bool set;

    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_password_encrypted(in, &value->replaces))
        return false;
    if (!fy_read_string(in, &value->refresh_hash))
        return false;
    if (!fy_read_string(in, &value->label))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->visitor = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->visitor))
        return false;
    return true;
}

static bool read_fail_login(struct fy_reader *in, struct fail_login *value)
{
    if (!fy_read_string(in, &value->label))
        return false;
    return true;
}

static bool read_refresh_session(struct fy_reader *in, struct refresh_session *value)
{
    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_string(in, &value->old_hash))
        return false;
    if (!fy_read_string(in, &value->new_hash))
        return false;
    return true;
}

static bool read_revoke_session(struct fy_reader *in, struct revoke_session *value)
{
    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_boolean(in, &value->logged_out))
        return false;
    return true;
}

static bool read_revoke_sessions(struct fy_reader *in, struct revoke_sessions *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->keep_session = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->keep_session))
        return false;
    return true;
}

static bool read_set_profile(struct fy_reader *in, struct set_profile *value)
{
    if (!fy_read_profile_encrypted(in, &value->profile))
        return false;
    return true;
}

static bool read_set_contact(struct fy_reader *in, struct set_contact *value)
{
    if (!fy_read_string(in, &value->visitor))
        return false;
    if (!fy_read_profile_encrypted(in, &value->profile))
        return false;
    return true;
}

static bool read_link_visitor(struct fy_reader *in, struct link_visitor *value)
{
    if (!fy_read_string(in, &value->visitor))
        return false;
    return true;
}

static bool read_remove_member(struct fy_reader *in, struct remove_member *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    return true;
}

static bool read_forget_person(struct fy_reader *in, struct forget_person *value)
{
    if (!fy_read_string(in, &value->person))
        return false;
    return true;
}

static bool read_account_request_create_account(
    struct fy_reader *in, const struct create_account **ret_value)
{
    struct create_account *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_create_account(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_invite_member(
    struct fy_reader *in, const struct invite_member **ret_value)
{
    struct invite_member *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_invite_member(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_accept_invitation(
    struct fy_reader *in, const struct accept_invitation **ret_value)
{
    struct accept_invitation *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_accept_invitation(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_verify_account(
    struct fy_reader *in, const struct verify_account **ret_value)
{
    struct verify_account *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_verify_account(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_ask_password_reset(
    struct fy_reader *in, const struct ask_password_reset **ret_value)
{
    struct ask_password_reset *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_ask_password_reset(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_reset_password(
    struct fy_reader *in, const struct reset_password **ret_value)
{
    struct reset_password *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_reset_password(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_change_password(
    struct fy_reader *in, const struct change_password **ret_value)
{
    struct change_password *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_change_password(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_rehash_password(
    struct fy_reader *in, const struct rehash_password **ret_value)
{
    struct rehash_password *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_rehash_password(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_open_session(
    struct fy_reader *in, const struct open_session **ret_value)
{
    struct open_session *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_open_session(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_fail_login(
    struct fy_reader *in, const struct fail_login **ret_value)
{
    struct fail_login *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_fail_login(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_refresh_session(
    struct fy_reader *in, const struct refresh_session **ret_value)
{
    struct refresh_session *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_refresh_session(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_revoke_session(
    struct fy_reader *in, const struct revoke_session **ret_value)
{
    struct revoke_session *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_revoke_session(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_revoke_sessions(
    struct fy_reader *in, const struct revoke_sessions **ret_value)
{
    struct revoke_sessions *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_revoke_sessions(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_set_profile(
    struct fy_reader *in, const struct set_profile **ret_value)
{
    struct set_profile *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_set_profile(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_set_contact(
    struct fy_reader *in, const struct set_contact **ret_value)
{
    struct set_contact *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_set_contact(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_link_visitor(
    struct fy_reader *in, const struct link_visitor **ret_value)
{
    struct link_visitor *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_link_visitor(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_remove_member(
    struct fy_reader *in, const struct remove_member **ret_value)
{
    struct remove_member *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_remove_member(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_request_forget_person(
    struct fy_reader *in, const struct forget_person **ret_value)
{
    struct forget_person *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_forget_person(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_account_request(struct fy_reader *in, struct account_request *value)
{
    int set_count;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->subject))
        return false;
    if (!read_account_request_create_account(in, &value->create_account))
        return false;
    if (!read_account_request_invite_member(in, &value->invite_member))
        return false;
    if (!read_account_request_accept_invitation(in, &value->accept_invitation))
        return false;
    if (!read_account_request_verify_account(in, &value->verify_account))
        return false;
    if (!read_account_request_ask_password_reset(in, &value->ask_password_reset))
        return false;
    if (!read_account_request_reset_password(in, &value->reset_password))
        return false;
    if (!read_account_request_change_password(in, &value->change_password))
        return false;
    if (!read_account_request_rehash_password(in, &value->rehash_password))
        return false;
    if (!read_account_request_open_session(in, &value->open_session))
        return false;
    if (!read_account_request_fail_login(in, &value->fail_login))
        return false;
    if (!read_account_request_refresh_session(in, &value->refresh_session))
        return false;
    if (!read_account_request_revoke_session(in, &value->revoke_session))
        return false;
    if (!read_account_request_revoke_sessions(in, &value->revoke_sessions))
        return false;
    if (!read_account_request_set_profile(in, &value->set_profile))
        return false;
    if (!read_account_request_set_contact(in, &value->set_contact))
        return false;
    if (!read_account_request_link_visitor(in, &value->link_visitor))
        return false;
    if (!read_account_request_remove_member(in, &value->remove_member))
        return false;
    if (!read_account_request_forget_person(in, &value->forget_person))
        return false;
    set_count = 0;
    set_count += value->create_account != NULL;
    set_count += value->invite_member != NULL;
    set_count += value->accept_invitation != NULL;
    set_count += value->verify_account != NULL;
    set_count += value->ask_password_reset != NULL;
    set_count += value->reset_password != NULL;
    set_count += value->change_password != NULL;
    set_count += value->rehash_password != NULL;
    set_count += value->open_session != NULL;
    set_count += value->fail_login != NULL;
    set_count += value->refresh_session != NULL;
    set_count += value->revoke_session != NULL;
    set_count += value->revoke_sessions != NULL;
    set_count += value->set_profile != NULL;
    set_count += value->set_contact != NULL;
    set_count += value->link_visitor != NULL;
    set_count += value->remove_member != NULL;
    set_count += value->forget_person != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status account_request_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct account_request *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 33:
        return fy_read_end(&in, fy_read_account_request(&in, ret_value));
    default:
        return fy_read_unknown(&in, "account_request");
    }
}

static size_t room_create_account(const struct create_account *value)
{
    size_t room = 31;

    room += value->person.size;
    room += fy_room_password_encrypted(&value->password);
    room += value->verify_hash.size;
    room += fy_room_letter_encrypted(&value->letter);
    room += value->visitor.size;
    return room;
}

static uint8_t *write_create_account(uint8_t *at, const struct create_account *value)
{
    at = fy_write_string(at, value->person);
    at = fy_write_password_encrypted(at, &value->password);
    at = fy_write_string(at, value->verify_hash);
    at = fy_write_letter_encrypted(at, &value->letter);
    at = fy_write_branch(at, value->visitor.data != NULL);
    if (value->visitor.data != NULL)
        at = fy_write_string(at, value->visitor);
    return at;
}

static size_t room_invite_member(const struct invite_member *value)
{
    size_t room = 41;

    room += value->person.size;
    room += value->role.size;
    room += value->supplier.size;
    room += value->invite_hash.size;
    room += fy_room_letter_encrypted(&value->letter);
    return room;
}

static uint8_t *write_invite_member(uint8_t *at, const struct invite_member *value)
{
    at = fy_write_string(at, value->person);
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_string(at, value->invite_hash);
    at = fy_write_letter_encrypted(at, &value->letter);
    return at;
}

static size_t room_accept_invitation(const struct accept_invitation *value)
{
    size_t room = 10;

    room += value->invite_hash.size;
    room += fy_room_password_encrypted(&value->password);
    return room;
}

static uint8_t *write_accept_invitation(uint8_t *at, const struct accept_invitation *value)
{
    at = fy_write_string(at, value->invite_hash);
    at = fy_write_password_encrypted(at, &value->password);
    return at;
}

static size_t room_verify_account(const struct verify_account *value)
{
    size_t room = 10;

    room += value->verify_hash.size;
    return room;
}

static uint8_t *write_verify_account(uint8_t *at, const struct verify_account *value)
{
    at = fy_write_string(at, value->verify_hash);
    return at;
}

static size_t room_ask_password_reset(const struct ask_password_reset *value)
{
    size_t room = 21;

    room += value->person.size;
    room += value->reset_hash.size;
    room += fy_room_letter_encrypted(&value->letter);
    return room;
}

static uint8_t *write_ask_password_reset(uint8_t *at, const struct ask_password_reset *value)
{
    at = fy_write_branch(at, value->person.data != NULL);
    if (value->person.data != NULL)
        at = fy_write_string(at, value->person);
    at = fy_write_string(at, value->reset_hash);
    at = fy_write_letter_encrypted(at, &value->letter);
    return at;
}

static size_t room_reset_password(const struct reset_password *value)
{
    size_t room = 10;

    room += value->reset_hash.size;
    room += fy_room_password_encrypted(&value->password);
    return room;
}

static uint8_t *write_reset_password(uint8_t *at, const struct reset_password *value)
{
    at = fy_write_string(at, value->reset_hash);
    at = fy_write_password_encrypted(at, &value->password);
    return at;
}

static size_t room_change_password(const struct change_password *value)
{
    size_t room = 11;

    room += fy_room_password_encrypted(&value->replaces);
    room += fy_room_password_encrypted(&value->password);
    room += value->keep_session.size;
    return room;
}

static uint8_t *write_change_password(uint8_t *at, const struct change_password *value)
{
    at = fy_write_password_encrypted(at, &value->replaces);
    at = fy_write_password_encrypted(at, &value->password);
    at = fy_write_branch(at, value->keep_session.data != NULL);
    if (value->keep_session.data != NULL)
        at = fy_write_string(at, value->keep_session);
    return at;
}

static size_t room_rehash_password(const struct rehash_password *value)
{
    size_t room = 0;

    room += fy_room_password_encrypted(&value->replaces);
    room += fy_room_password_encrypted(&value->password);
    return room;
}

static uint8_t *write_rehash_password(uint8_t *at, const struct rehash_password *value)
{
    at = fy_write_password_encrypted(at, &value->replaces);
    at = fy_write_password_encrypted(at, &value->password);
    return at;
}

static size_t room_open_session(const struct open_session *value)
{
    size_t room = 41;

    room += value->session.size;
    room += fy_room_password_encrypted(&value->replaces);
    room += value->refresh_hash.size;
    room += value->label.size;
    room += value->visitor.size;
    return room;
}

static uint8_t *write_open_session(uint8_t *at, const struct open_session *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_password_encrypted(at, &value->replaces);
    at = fy_write_string(at, value->refresh_hash);
    at = fy_write_string(at, value->label);
    at = fy_write_branch(at, value->visitor.data != NULL);
    if (value->visitor.data != NULL)
        at = fy_write_string(at, value->visitor);
    return at;
}

static size_t room_fail_login(const struct fail_login *value)
{
    size_t room = 10;

    room += value->label.size;
    return room;
}

static uint8_t *write_fail_login(uint8_t *at, const struct fail_login *value)
{
    at = fy_write_string(at, value->label);
    return at;
}

static size_t room_refresh_session(const struct refresh_session *value)
{
    size_t room = 30;

    room += value->session.size;
    room += value->old_hash.size;
    room += value->new_hash.size;
    return room;
}

static uint8_t *write_refresh_session(uint8_t *at, const struct refresh_session *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_string(at, value->old_hash);
    at = fy_write_string(at, value->new_hash);
    return at;
}

static size_t room_revoke_session(const struct revoke_session *value)
{
    size_t room = 11;

    room += value->session.size;
    return room;
}

static uint8_t *write_revoke_session(uint8_t *at, const struct revoke_session *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_boolean(at, value->logged_out);
    return at;
}

static size_t room_revoke_sessions(const struct revoke_sessions *value)
{
    size_t room = 11;

    room += value->keep_session.size;
    return room;
}

static uint8_t *write_revoke_sessions(uint8_t *at, const struct revoke_sessions *value)
{
    at = fy_write_branch(at, value->keep_session.data != NULL);
    if (value->keep_session.data != NULL)
        at = fy_write_string(at, value->keep_session);
    return at;
}

static size_t room_set_profile(const struct set_profile *value)
{
    size_t room = 0;

    room += fy_room_profile_encrypted(&value->profile);
    return room;
}

static uint8_t *write_set_profile(uint8_t *at, const struct set_profile *value)
{
    at = fy_write_profile_encrypted(at, &value->profile);
    return at;
}

static size_t room_set_contact(const struct set_contact *value)
{
    size_t room = 10;

    room += value->visitor.size;
    room += fy_room_profile_encrypted(&value->profile);
    return room;
}

static uint8_t *write_set_contact(uint8_t *at, const struct set_contact *value)
{
    at = fy_write_string(at, value->visitor);
    at = fy_write_profile_encrypted(at, &value->profile);
    return at;
}

static size_t room_link_visitor(const struct link_visitor *value)
{
    size_t room = 10;

    room += value->visitor.size;
    return room;
}

static uint8_t *write_link_visitor(uint8_t *at, const struct link_visitor *value)
{
    at = fy_write_string(at, value->visitor);
    return at;
}

static size_t room_remove_member(const struct remove_member *value)
{
    size_t room = 11;

    room += value->supplier.size;
    return room;
}

static uint8_t *write_remove_member(uint8_t *at, const struct remove_member *value)
{
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    return at;
}

static size_t room_forget_person(const struct forget_person *value)
{
    size_t room = 10;

    room += value->person.size;
    return room;
}

static uint8_t *write_forget_person(uint8_t *at, const struct forget_person *value)
{
    at = fy_write_string(at, value->person);
    return at;
}

size_t fy_room_account_request(const struct account_request *value)
{
    size_t room = 28;

    room += fy_room_envelope(&value->envelope);
    room += value->subject.size;
    if (value->create_account != NULL)
        room += room_create_account(value->create_account);
    if (value->invite_member != NULL)
        room += room_invite_member(value->invite_member);
    if (value->accept_invitation != NULL)
        room += room_accept_invitation(value->accept_invitation);
    if (value->verify_account != NULL)
        room += room_verify_account(value->verify_account);
    if (value->ask_password_reset != NULL)
        room += room_ask_password_reset(value->ask_password_reset);
    if (value->reset_password != NULL)
        room += room_reset_password(value->reset_password);
    if (value->change_password != NULL)
        room += room_change_password(value->change_password);
    if (value->rehash_password != NULL)
        room += room_rehash_password(value->rehash_password);
    if (value->open_session != NULL)
        room += room_open_session(value->open_session);
    if (value->fail_login != NULL)
        room += room_fail_login(value->fail_login);
    if (value->refresh_session != NULL)
        room += room_refresh_session(value->refresh_session);
    if (value->revoke_session != NULL)
        room += room_revoke_session(value->revoke_session);
    if (value->revoke_sessions != NULL)
        room += room_revoke_sessions(value->revoke_sessions);
    if (value->set_profile != NULL)
        room += room_set_profile(value->set_profile);
    if (value->set_contact != NULL)
        room += room_set_contact(value->set_contact);
    if (value->link_visitor != NULL)
        room += room_link_visitor(value->link_visitor);
    if (value->remove_member != NULL)
        room += room_remove_member(value->remove_member);
    if (value->forget_person != NULL)
        room += room_forget_person(value->forget_person);
    return room;
}

uint8_t *fy_write_account_request(uint8_t *at, const struct account_request *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->subject);
    at = fy_write_branch(at, value->create_account != NULL);
    if (value->create_account != NULL)
        at = write_create_account(at, value->create_account);
    at = fy_write_branch(at, value->invite_member != NULL);
    if (value->invite_member != NULL)
        at = write_invite_member(at, value->invite_member);
    at = fy_write_branch(at, value->accept_invitation != NULL);
    if (value->accept_invitation != NULL)
        at = write_accept_invitation(at, value->accept_invitation);
    at = fy_write_branch(at, value->verify_account != NULL);
    if (value->verify_account != NULL)
        at = write_verify_account(at, value->verify_account);
    at = fy_write_branch(at, value->ask_password_reset != NULL);
    if (value->ask_password_reset != NULL)
        at = write_ask_password_reset(at, value->ask_password_reset);
    at = fy_write_branch(at, value->reset_password != NULL);
    if (value->reset_password != NULL)
        at = write_reset_password(at, value->reset_password);
    at = fy_write_branch(at, value->change_password != NULL);
    if (value->change_password != NULL)
        at = write_change_password(at, value->change_password);
    at = fy_write_branch(at, value->rehash_password != NULL);
    if (value->rehash_password != NULL)
        at = write_rehash_password(at, value->rehash_password);
    at = fy_write_branch(at, value->open_session != NULL);
    if (value->open_session != NULL)
        at = write_open_session(at, value->open_session);
    at = fy_write_branch(at, value->fail_login != NULL);
    if (value->fail_login != NULL)
        at = write_fail_login(at, value->fail_login);
    at = fy_write_branch(at, value->refresh_session != NULL);
    if (value->refresh_session != NULL)
        at = write_refresh_session(at, value->refresh_session);
    at = fy_write_branch(at, value->revoke_session != NULL);
    if (value->revoke_session != NULL)
        at = write_revoke_session(at, value->revoke_session);
    at = fy_write_branch(at, value->revoke_sessions != NULL);
    if (value->revoke_sessions != NULL)
        at = write_revoke_sessions(at, value->revoke_sessions);
    at = fy_write_branch(at, value->set_profile != NULL);
    if (value->set_profile != NULL)
        at = write_set_profile(at, value->set_profile);
    at = fy_write_branch(at, value->set_contact != NULL);
    if (value->set_contact != NULL)
        at = write_set_contact(at, value->set_contact);
    at = fy_write_branch(at, value->link_visitor != NULL);
    if (value->link_visitor != NULL)
        at = write_link_visitor(at, value->link_visitor);
    at = fy_write_branch(at, value->remove_member != NULL);
    if (value->remove_member != NULL)
        at = write_remove_member(at, value->remove_member);
    at = fy_write_branch(at, value->forget_person != NULL);
    if (value->forget_person != NULL)
        at = write_forget_person(at, value->forget_person);
    return at;
}

enum fy_status account_request_encode(const struct account_request *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->create_account != NULL;
    set_count += value->invite_member != NULL;
    set_count += value->accept_invitation != NULL;
    set_count += value->verify_account != NULL;
    set_count += value->ask_password_reset != NULL;
    set_count += value->reset_password != NULL;
    set_count += value->change_password != NULL;
    set_count += value->rehash_password != NULL;
    set_count += value->open_session != NULL;
    set_count += value->fail_login != NULL;
    set_count += value->refresh_session != NULL;
    set_count += value->revoke_session != NULL;
    set_count += value->revoke_sessions != NULL;
    set_count += value->set_profile != NULL;
    set_count += value->set_contact != NULL;
    set_count += value->link_visitor != NULL;
    set_count += value->remove_member != NULL;
    set_count += value->forget_person != NULL;
    if (set_count != 1)
        return fy_write_one_of("account_request", set_count, err);
    room = fy_room_account_request(value);
    begin = fy_write_begin(arena, 33, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_account_request(begin, value), ret_bytes);
}

static const struct fy_field fields_of_create_account[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct create_account, person),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct create_account, password),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "verify_hash",
        .name_bytes = 11,
        .offset = offsetof(struct create_account, verify_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
    {
        .name = "letter",
        .name_bytes = 6,
        .offset = offsetof(struct create_account, letter),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_letter_encrypted,
    },
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct create_account, visitor),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_create_account = {
    .name = "CreateAccount",
    .fields = fields_of_create_account,
    .field_count = 5,
    .size = sizeof(struct create_account),
};

static const struct fy_field fields_of_invite_member[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct invite_member, person),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct invite_member, role),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 32,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct invite_member, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "invite_hash",
        .name_bytes = 11,
        .offset = offsetof(struct invite_member, invite_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
    {
        .name = "letter",
        .name_bytes = 6,
        .offset = offsetof(struct invite_member, letter),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_letter_encrypted,
    },
};

static const struct fy_type type_invite_member = {
    .name = "InviteMember",
    .fields = fields_of_invite_member,
    .field_count = 5,
    .size = sizeof(struct invite_member),
};

static const struct fy_field fields_of_accept_invitation[] = {
    {
        .name = "invite_hash",
        .name_bytes = 11,
        .offset = offsetof(struct accept_invitation, invite_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct accept_invitation, password),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
};

static const struct fy_type type_accept_invitation = {
    .name = "AcceptInvitation",
    .fields = fields_of_accept_invitation,
    .field_count = 2,
    .size = sizeof(struct accept_invitation),
};

static const struct fy_field fields_of_verify_account[] = {
    {
        .name = "verify_hash",
        .name_bytes = 11,
        .offset = offsetof(struct verify_account, verify_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
};

static const struct fy_type type_verify_account = {
    .name = "VerifyAccount",
    .fields = fields_of_verify_account,
    .field_count = 1,
    .size = sizeof(struct verify_account),
};

static const struct fy_field fields_of_ask_password_reset[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct ask_password_reset, person),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "reset_hash",
        .name_bytes = 10,
        .offset = offsetof(struct ask_password_reset, reset_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
    {
        .name = "letter",
        .name_bytes = 6,
        .offset = offsetof(struct ask_password_reset, letter),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_letter_encrypted,
    },
};

static const struct fy_type type_ask_password_reset = {
    .name = "AskPasswordReset",
    .fields = fields_of_ask_password_reset,
    .field_count = 3,
    .size = sizeof(struct ask_password_reset),
};

static const struct fy_field fields_of_reset_password[] = {
    {
        .name = "reset_hash",
        .name_bytes = 10,
        .offset = offsetof(struct reset_password, reset_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct reset_password, password),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
};

static const struct fy_type type_reset_password = {
    .name = "ResetPassword",
    .fields = fields_of_reset_password,
    .field_count = 2,
    .size = sizeof(struct reset_password),
};

static const struct fy_field fields_of_change_password[] = {
    {
        .name = "replaces",
        .name_bytes = 8,
        .offset = offsetof(struct change_password, replaces),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct change_password, password),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "keep_session",
        .name_bytes = 12,
        .offset = offsetof(struct change_password, keep_session),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_change_password = {
    .name = "ChangePassword",
    .fields = fields_of_change_password,
    .field_count = 3,
    .size = sizeof(struct change_password),
};

static const struct fy_field fields_of_rehash_password[] = {
    {
        .name = "replaces",
        .name_bytes = 8,
        .offset = offsetof(struct rehash_password, replaces),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct rehash_password, password),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
};

static const struct fy_type type_rehash_password = {
    .name = "RehashPassword",
    .fields = fields_of_rehash_password,
    .field_count = 2,
    .size = sizeof(struct rehash_password),
};

static const struct fy_field fields_of_open_session[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct open_session, session),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "replaces",
        .name_bytes = 8,
        .offset = offsetof(struct open_session, replaces),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "refresh_hash",
        .name_bytes = 12,
        .offset = offsetof(struct open_session, refresh_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
    {
        .name = "label",
        .name_bytes = 5,
        .offset = offsetof(struct open_session, label),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct open_session, visitor),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_open_session = {
    .name = "OpenSession",
    .fields = fields_of_open_session,
    .field_count = 5,
    .size = sizeof(struct open_session),
};

static const struct fy_field fields_of_fail_login[] = {
    {
        .name = "label",
        .name_bytes = 5,
        .offset = offsetof(struct fail_login, label),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
};

static const struct fy_type type_fail_login = {
    .name = "FailLogin",
    .fields = fields_of_fail_login,
    .field_count = 1,
    .size = sizeof(struct fail_login),
};

static const struct fy_field fields_of_refresh_session[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct refresh_session, session),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "old_hash",
        .name_bytes = 8,
        .offset = offsetof(struct refresh_session, old_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
    {
        .name = "new_hash",
        .name_bytes = 8,
        .offset = offsetof(struct refresh_session, new_hash),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 64,
        .max_bytes = 64,
    },
};

static const struct fy_type type_refresh_session = {
    .name = "RefreshSession",
    .fields = fields_of_refresh_session,
    .field_count = 3,
    .size = sizeof(struct refresh_session),
};

static const struct fy_field fields_of_revoke_session[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct revoke_session, session),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "logged_out",
        .name_bytes = 10,
        .offset = offsetof(struct revoke_session, logged_out),
        .kind = FY_FIELD_BOOLEAN,
    },
};

static const struct fy_type type_revoke_session = {
    .name = "RevokeSession",
    .fields = fields_of_revoke_session,
    .field_count = 2,
    .size = sizeof(struct revoke_session),
};

static const struct fy_field fields_of_revoke_sessions[] = {
    {
        .name = "keep_session",
        .name_bytes = 12,
        .offset = offsetof(struct revoke_sessions, keep_session),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_revoke_sessions = {
    .name = "RevokeSessions",
    .fields = fields_of_revoke_sessions,
    .field_count = 1,
    .size = sizeof(struct revoke_sessions),
};

static const struct fy_field fields_of_set_profile[] = {
    {
        .name = "profile",
        .name_bytes = 7,
        .offset = offsetof(struct set_profile, profile),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_profile_encrypted,
    },
};

static const struct fy_type type_set_profile = {
    .name = "SetProfile",
    .fields = fields_of_set_profile,
    .field_count = 1,
    .size = sizeof(struct set_profile),
};

static const struct fy_field fields_of_set_contact[] = {
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct set_contact, visitor),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "profile",
        .name_bytes = 7,
        .offset = offsetof(struct set_contact, profile),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_profile_encrypted,
    },
};

static const struct fy_type type_set_contact = {
    .name = "SetContact",
    .fields = fields_of_set_contact,
    .field_count = 2,
    .size = sizeof(struct set_contact),
};

static const struct fy_field fields_of_link_visitor[] = {
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct link_visitor, visitor),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
};

static const struct fy_type type_link_visitor = {
    .name = "LinkVisitor",
    .fields = fields_of_link_visitor,
    .field_count = 1,
    .size = sizeof(struct link_visitor),
};

static const struct fy_field fields_of_remove_member[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct remove_member, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_remove_member = {
    .name = "RemoveMember",
    .fields = fields_of_remove_member,
    .field_count = 1,
    .size = sizeof(struct remove_member),
};

static const struct fy_field fields_of_forget_person[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct forget_person, person),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
};

static const struct fy_type type_forget_person = {
    .name = "ForgetPerson",
    .fields = fields_of_forget_person,
    .field_count = 1,
    .size = sizeof(struct forget_person),
};

static const struct fy_field fields_of_account_request[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct account_request, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "subject",
        .name_bytes = 7,
        .offset = offsetof(struct account_request, subject),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 64,
    },
    {
        .name = "create_account",
        .name_bytes = 14,
        .offset = offsetof(struct account_request, create_account),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_create_account,
    },
    {
        .name = "invite_member",
        .name_bytes = 13,
        .offset = offsetof(struct account_request, invite_member),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_invite_member,
    },
    {
        .name = "accept_invitation",
        .name_bytes = 17,
        .offset = offsetof(struct account_request, accept_invitation),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_accept_invitation,
    },
    {
        .name = "verify_account",
        .name_bytes = 14,
        .offset = offsetof(struct account_request, verify_account),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_verify_account,
    },
    {
        .name = "ask_password_reset",
        .name_bytes = 18,
        .offset = offsetof(struct account_request, ask_password_reset),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_ask_password_reset,
    },
    {
        .name = "reset_password",
        .name_bytes = 14,
        .offset = offsetof(struct account_request, reset_password),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_reset_password,
    },
    {
        .name = "change_password",
        .name_bytes = 15,
        .offset = offsetof(struct account_request, change_password),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_change_password,
    },
    {
        .name = "rehash_password",
        .name_bytes = 15,
        .offset = offsetof(struct account_request, rehash_password),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_rehash_password,
    },
    {
        .name = "open_session",
        .name_bytes = 12,
        .offset = offsetof(struct account_request, open_session),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_open_session,
    },
    {
        .name = "fail_login",
        .name_bytes = 10,
        .offset = offsetof(struct account_request, fail_login),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_fail_login,
    },
    {
        .name = "refresh_session",
        .name_bytes = 15,
        .offset = offsetof(struct account_request, refresh_session),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_refresh_session,
    },
    {
        .name = "revoke_session",
        .name_bytes = 14,
        .offset = offsetof(struct account_request, revoke_session),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_revoke_session,
    },
    {
        .name = "revoke_sessions",
        .name_bytes = 15,
        .offset = offsetof(struct account_request, revoke_sessions),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_revoke_sessions,
    },
    {
        .name = "set_profile",
        .name_bytes = 11,
        .offset = offsetof(struct account_request, set_profile),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_set_profile,
    },
    {
        .name = "set_contact",
        .name_bytes = 11,
        .offset = offsetof(struct account_request, set_contact),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_set_contact,
    },
    {
        .name = "link_visitor",
        .name_bytes = 12,
        .offset = offsetof(struct account_request, link_visitor),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_link_visitor,
    },
    {
        .name = "remove_member",
        .name_bytes = 13,
        .offset = offsetof(struct account_request, remove_member),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_remove_member,
    },
    {
        .name = "forget_person",
        .name_bytes = 13,
        .offset = offsetof(struct account_request, forget_person),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_forget_person,
    },
};

const struct fy_type fy_type_account_request = {
    .name = "AccountRequest",
    .fields = fields_of_account_request,
    .field_count = 20,
    .one_of = true,
    .size = sizeof(struct account_request),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return account_request_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return account_request_decode(bytes, arena, ret_value, err);
}

static const char text_33[] =
    "{\"type\":\"record\",\"name\":\"AccountRequest\",\"namespace\":\"fy\",\"one_of\":true,\"doc\""
    ":\"What somebody asks of an account, or of themselves as a guest. Exactly one of the nullable"
    " records is set. Of tokens there are hashes only (BLAKE2b-256, 64 hex digits).\",\"fields\":["
    "{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy"
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
    "ogether with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why.\"},{\"name\":\"subject\""
    ",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":64,\"chars\":\"hex\",\"edge\":true,\"doc"
    "\":\"The account's id, 64 hex digits, or a guest's person id of 32; also the key.\"},{\"name"
    "\":\"create_account\",\"default\":null,\"doc\":\"Somebody registers.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"CreateAccount\",\"doc\":\"Somebody registers, as a customer.\","
    "\"fields\":[{\"name\":\"person\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"char"
    "s\":\"hex\",\"doc\":\"The new person, whose key is written already.\"},{\"name\":\"password\""
    ",\"type\":{\"type\":\"record\",\"name\":\"PasswordEncrypted\",\"namespace\":\"fy\",\"doc\":\""
    "How a password is recognised, sealed under the person's key: facts stay for ever, and a forgo"
    "tten person's hash must not.\",\"fields\":[{\"name\":\"password_hash\",\"type\":\"bytes\",\"m"
    "ax_bytes\":512,\"personal\":true,\"doc\":\"Argon2id's text with salt and costs; sealed as fie"
    "ld \\\"password\\\".\"}]},\"doc\":\"How the password is recognised.\"},{\"name\":\"verify_has"
    "h\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\"chars\":\"hex\",\"doc\":\"Hash of"
    " the token in the letter.\"},{\"name\":\"letter\",\"type\":{\"type\":\"record\",\"name\":\"Le"
    "tterEncrypted\",\"namespace\":\"fy\",\"doc\":\"What a letter to a person needs, sealed under "
    "that person's key; unreadable once the key is gone.\",\"fields\":[{\"name\":\"email\",\"type"
    "\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"personal\":true,\"doc\":\"Where "
    "it goes; sealed as field \\\"email\\\". Null where the account's own is meant.\"},{\"name\":"
    "\"token\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"personal\":true,"
    "\"doc\":\"The single-use token it carries, as the reader is to give it back; sealed as field "
    "\\\"token\\\". Null: it carries none.\"}]},\"doc\":\"E-mail and token.\"},{\"name\":\"visitor"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":32,\"chars\":\"hex\",\"doc\""
    ":\"The visitor they were until now.\"}]}]},{\"name\":\"invite_member\",\"default\":null,\"doc"
    "\":\"Somebody is asked to join, with a role.\",\"type\":[\"null\",{\"type\":\"record\",\"name"
    "\":\"InviteMember\",\"doc\":\"Somebody is asked to join, with a role; who asks is the envelop"
    "e's actor.\",\"fields\":[{\"name\":\"person\",\"type\":\"string\",\"min_bytes\":32,\"max_byte"
    "s\":32,\"chars\":\"hex\",\"doc\":\"The account's person where the edge knows one, else a new "
    "one, whose key is written already.\"},{\"name\":\"role\",\"type\":\"string\",\"min_bytes\":1,"
    "\"max_bytes\":32,\"chars\":\"sku\",\"doc\":\"supplier_owner, supplier_staff, operator, data o"
    "r service.\"},{\"name\":\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_by"
    "tes\":64,\"chars\":\"sku\",\"doc\":\"Whose owner or staff; null for other roles.\"},{\"name\""
    ":\"invite_hash\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\"chars\":\"hex\",\"do"
    "c\":\"Hash of the token in the letter.\"},{\"name\":\"letter\",\"type\":\"fy.LetterEncrypted"
    "\",\"doc\":\"E-mail and token.\"}]}]},{\"name\":\"accept_invitation\",\"default\":null,\"doc"
    "\":\"They join.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"AcceptInvitation\",\"doc"
    "\":\"They join, with a password; the token proves the e-mail.\",\"fields\":[{\"name\":\"invit"
    "e_hash\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\"chars\":\"hex\",\"doc\":\"Ha"
    "sh of the token they gave.\"},{\"name\":\"password\",\"type\":\"fy.PasswordEncrypted\",\"doc"
    "\":\"How the password is recognised.\"}]}]},{\"name\":\"verify_account\",\"default\":null,\"d"
    "oc\":\"The e-mail is theirs.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"VerifyAccou"
    "nt\",\"doc\":\"The e-mail is theirs, as the token shows.\",\"fields\":[{\"name\":\"verify_has"
    "h\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\"chars\":\"hex\",\"doc\":\"Hash of"
    " the token they gave.\"}]}]},{\"name\":\"ask_password_reset\",\"default\":null,\"doc\":\"The "
    "password is forgotten.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"AskPasswordReset"
    "\",\"doc\":\"The password is forgotten: a letter is to be sent.\",\"fields\":[{\"name\":\"per"
    "son\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":32,\"chars\":\"hex\",\"do"
    "c\":\"The account's person, under whose key the letter is sealed; null where the edge knows n"
    "o such account.\"},{\"name\":\"reset_hash\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes"
    "\":64,\"chars\":\"hex\",\"doc\":\"Hash of the token in the letter.\"},{\"name\":\"letter\",\""
    "type\":\"fy.LetterEncrypted\",\"doc\":\"The token; null where there is no person.\"}]}]},{\"n"
    "ame\":\"reset_password\",\"default\":null,\"doc\":\"Another password, by the letter's token."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ResetPassword\",\"doc\":\"Another passw"
    "ord, by the letter's token.\",\"fields\":[{\"name\":\"reset_hash\",\"type\":\"string\",\"min_"
    "bytes\":64,\"max_bytes\":64,\"chars\":\"hex\",\"doc\":\"Hash of the token they gave.\"},{\"na"
    "me\":\"password\",\"type\":\"fy.PasswordEncrypted\",\"doc\":\"How the password is recognised."
    "\"}]}]},{\"name\":\"change_password\",\"default\":null,\"doc\":\"Another password, by the old"
    " one.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ChangePassword\",\"doc\":\"Another"
    " password, by the old one, which the edge checked.\",\"fields\":[{\"name\":\"replaces\",\"typ"
    "e\":\"fy.PasswordEncrypted\",\"doc\":\"What the edge checked against: has it changed since, t"
    "his is refused.\"},{\"name\":\"password\",\"type\":\"fy.PasswordEncrypted\",\"doc\":\"How the"
    " password is recognised.\"},{\"name\":\"keep_session\",\"type\":[\"null\",\"string\"],\"defau"
    "lt\":null,\"max_bytes\":32,\"chars\":\"hex\",\"doc\":\"The session it was changed in, which s"
    "tays; all others are revoked.\"}]}]},{\"name\":\"rehash_password\",\"default\":null,\"doc\":"
    "\"The same password at today's costs.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Re"
    "hashPassword\",\"doc\":\"The same password at today's costs.\",\"fields\":[{\"name\":\"replac"
    "es\",\"type\":\"fy.PasswordEncrypted\",\"doc\":\"What it was recognised by: has it changed si"
    "nce, this is refused.\"},{\"name\":\"password\",\"type\":\"fy.PasswordEncrypted\",\"doc\":\"H"
    "ow it is recognised from now on.\"}]}]},{\"name\":\"open_session\",\"default\":null,\"doc\":"
    "\"They gave the right password.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OpenSess"
    "ion\",\"doc\":\"They gave the right password: a session begins.\",\"fields\":[{\"name\":\"ses"
    "sion\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\"doc\":\"The "
    "session, 128 random bits.\"},{\"name\":\"replaces\",\"type\":\"fy.PasswordEncrypted\",\"doc\""
    ":\"What the edge checked against: has it changed since, this is refused.\"},{\"name\":\"refre"
    "sh_hash\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\"chars\":\"hex\",\"doc\":\"H"
    "ash of its first refresh token.\"},{\"name\":\"label\",\"type\":\"string\",\"max_bytes\":64,"
    "\"doc\":\"What it is shown as, coarse: \\\"Firefox on Linux\\\". No address, no version.\"},{"
    "\"name\":\"visitor\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":32,\"chars"
    "\":\"hex\",\"doc\":\"The visitor they were until now.\"}]}]},{\"name\":\"fail_login\",\"defau"
    "lt\":null,\"doc\":\"They gave a wrong password.\",\"type\":[\"null\",{\"type\":\"record\",\"n"
    "ame\":\"FailLogin\",\"doc\":\"They gave a wrong password, or there is no such account.\",\"fi"
    "elds\":[{\"name\":\"label\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"From what, coarse."
    "\"}]}]},{\"name\":\"refresh_session\",\"default\":null,\"doc\":\"Another token for a session."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RefreshSession\",\"doc\":\"A refresh to"
    "ken is given for the next one.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"min_"
    "bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\"doc\":\"The session.\"},{\"name\":\"old_hash"
    "\",\"type\":\"string\",\"min_bytes\":64,\"max_bytes\":64,\"chars\":\"hex\",\"doc\":\"Hash of "
    "the token they gave.\"},{\"name\":\"new_hash\",\"type\":\"string\",\"min_bytes\":64,\"max_byt"
    "es\":64,\"chars\":\"hex\",\"doc\":\"Hash of the token they are to get.\"}]}]},{\"name\":\"rev"
    "oke_session\",\"default\":null,\"doc\":\"A session ends.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"RevokeSession\",\"doc\":\"A session ends.\",\"fields\":[{\"name\":\"session"
    "\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\"doc\":\"Which.\""
    "},{\"name\":\"logged_out\",\"type\":\"boolean\",\"doc\":\"From within it: they signed out.\"}"
    "]}]},{\"name\":\"revoke_sessions\",\"default\":null,\"doc\":\"All sessions end.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"RevokeSessions\",\"doc\":\"All sessions end.\",\"fie"
    "lds\":[{\"name\":\"keep_session\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes"
    "\":32,\"chars\":\"hex\",\"doc\":\"But this one; null: all.\"}]}]},{\"name\":\"set_profile\","
    "\"default\":null,\"doc\":\"What they say of themselves.\",\"type\":[\"null\",{\"type\":\"reco"
    "rd\",\"name\":\"SetProfile\",\"doc\":\"All they say of themselves: what is left out is gone."
    "\",\"fields\":[{\"name\":\"profile\",\"type\":{\"type\":\"record\",\"name\":\"ProfileEncrypte"
    "d\",\"namespace\":\"fy\",\"doc\":\"Who a person is, each part sealed under that person's key "
    "by its name.\",\"fields\":[{\"name\":\"email\",\"type\":[\"null\",\"bytes\"],\"default\":null"
    ",\"max_bytes\":512,\"personal\":true,\"doc\":\"E-mail; sealed as field \\\"email\\\".\"},{\"n"
    "ame\":\"full_name\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"person"
    "al\":true,\"doc\":\"Name; sealed as field \\\"full_name\\\".\"},{\"name\":\"phone\",\"type\":"
    "[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":128,\"personal\":true,\"doc\":\"Phone; se"
    "aled as field \\\"phone\\\".\"},{\"name\":\"addresses\",\"type\":[\"null\",\"bytes\"],\"defau"
    "lt\":null,\"max_bytes\":8192,\"personal\":true,\"doc\":\"Postal addresses, a JSON array; seal"
    "ed as field \\\"addresses\\\".\"}]},\"doc\":\"Name, phone, addresses. Of an account the e-mai"
    "l stays what it is.\"}]}]},{\"name\":\"set_contact\",\"default\":null,\"doc\":\"A guest says "
    "how they are reached.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SetContact\",\"doc"
    "\":\"A guest says how they are reached: all of it, what is left out is gone.\",\"fields\":[{"
    "\"name\":\"visitor\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\","
    "\"doc\":\"The visitor they are.\"},{\"name\":\"profile\",\"type\":\"fy.ProfileEncrypted\",\"d"
    "oc\":\"E-mail, name, phone, addresses.\"}]}]},{\"name\":\"link_visitor\",\"default\":null,\"d"
    "oc\":\"A visitor is this person.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LinkVis"
    "itor\",\"doc\":\"A visitor is this person.\",\"fields\":[{\"name\":\"visitor\",\"type\":\"str"
    "ing\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\"doc\":\"The visitor.\"}]}]},{\"na"
    "me\":\"remove_member\",\"default\":null,\"doc\":\"Somebody leaves a supplier or a role.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"RemoveMember\",\"doc\":\"Somebody loses their"
    " role and is a customer from now on; an invitation is withdrawn.\",\"fields\":[{\"name\":\"su"
    "pplier\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":64,\"chars\":\"sku\","
    "\"doc\":\"Whose owner or staff they are; null for other roles.\"}]}]},{\"name\":\"forget_pers"
    "on\",\"default\":null,\"doc\":\"They want to be forgotten.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"ForgetPerson\",\"doc\":\"They want to be forgotten, and the edge has seen "
    "that it is they.\",\"fields\":[{\"name\":\"person\",\"type\":\"string\",\"min_bytes\":32,\"ma"
    "x_bytes\":32,\"chars\":\"hex\",\"doc\":\"Whom: another person who has the e-mail since is not"
    " meant.\"}]}]}]}";

const struct fy_schema account_request_schema = {
    .id = 33,
    .version = 1,
    .fingerprint = UINT64_C(0x6db835737eb59ef5),
    .subject = "account-requests-value",
    .text = text_33,
    .name = "account_request",
    .type = &fy_type_account_request,
    .size = sizeof(struct account_request),
    .encode = encode_any,
    .decode = decode_any,
};
