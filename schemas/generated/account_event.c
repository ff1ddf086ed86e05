/*
 * Made by fy-generate from schemas/account_event.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_account_created(struct fy_reader *in, struct account_created *value)
{
    if (!fy_read_password_encrypted(in, &value->password))
        return false;
    if (!fy_read_string(in, &value->verify_hash))
        return false;
    if (!fy_read_long(in, &value->verify_until_ms))
        return false;
    if (!fy_read_letter_encrypted(in, &value->letter))
        return false;
    return true;
}

static bool read_create_refused(struct fy_reader *in, struct create_refused *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_string(in, &value->refused_person))
        return false;
    if (!fy_read_letter_encrypted(in, &value->letter))
        return false;
    return true;
}

static bool read_member_invited(struct fy_reader *in, struct member_invited *value)
{
    bool set;

    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_string(in, &value->invite_hash))
        return false;
    if (!fy_read_long(in, &value->invite_until_ms))
        return false;
    if (!fy_read_letter_encrypted(in, &value->letter))
        return false;
    return true;
}

static bool read_invite_refused(struct fy_reader *in, struct invite_refused *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_string(in, &value->refused_person))
        return false;
    return true;
}

static bool read_invitation_accepted(struct fy_reader *in, struct invitation_accepted *value)
{
    bool set;

    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_password_encrypted(in, &value->password))
        return false;
    return true;
}

static bool read_invitation_ended(struct fy_reader *in, struct invitation_ended *value)
{
    bool set;

    if (!fy_read_string(in, &value->reason))
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

static bool read_email_verified(struct fy_reader *in, struct email_verified *value)
{
    if (!fy_read_string(in, &value->by))
        return false;
    return true;
}

static bool read_password_reset_asked(struct fy_reader *in, struct password_reset_asked *value)
{
    if (!fy_read_string(in, &value->reset_hash))
        return false;
    if (!fy_read_long(in, &value->reset_until_ms))
        return false;
    if (!fy_read_letter_encrypted(in, &value->letter))
        return false;
    return true;
}

static bool read_password_reset_ended(struct fy_reader *in, struct password_reset_ended *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_password_changed(struct fy_reader *in, struct password_changed *value)
{
    if (!fy_read_string(in, &value->why))
        return false;
    if (!fy_read_password_encrypted(in, &value->password))
        return false;
    return true;
}

static bool read_session_opened(struct fy_reader *in, struct session_opened *value)
{
    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_string(in, &value->refresh_hash))
        return false;
    if (!fy_read_string(in, &value->label))
        return false;
    return true;
}

static bool read_login_failed(struct fy_reader *in, struct login_failed *value)
{
    bool set;

    if (!fy_read_string(in, &value->reason))
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

static bool read_session_refreshed(struct fy_reader *in, struct session_refreshed *value)
{
    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_string(in, &value->old_hash))
        return false;
    if (!fy_read_string(in, &value->new_hash))
        return false;
    return true;
}

static bool read_session_revoked(struct fy_reader *in, struct session_revoked *value)
{
    if (!fy_read_string(in, &value->session))
        return false;
    if (!fy_read_string(in, &value->why))
        return false;
    return true;
}

static bool read_session_removed(struct fy_reader *in, struct session_removed *value)
{
    if (!fy_read_string(in, &value->session))
        return false;
    return true;
}

static bool read_profile_set(struct fy_reader *in, struct profile_set *value)
{
    if (!fy_read_profile_encrypted(in, &value->profile))
        return false;
    return true;
}

static bool read_visitor_linked(struct fy_reader *in, struct visitor_linked *value)
{
    if (!fy_read_string(in, &value->visitor))
        return false;
    return true;
}

static bool read_member_removed(struct fy_reader *in, struct member_removed *value)
{
    bool set;

    if (!fy_read_string(in, &value->role))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    return true;
}

static bool read_person_forgotten_visitors(
    struct fy_reader *in, struct person_forgotten_visitors *value)
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

static bool read_person_forgotten(struct fy_reader *in, struct person_forgotten *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!read_person_forgotten_visitors(in, &value->visitors))
        return false;
    return true;
}

static bool read_account_removed(struct fy_reader *in, struct account_removed *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_request_refused(struct fy_reader *in, struct request_refused *value)
{
    bool set;

    if (!fy_read_string(in, &value->request))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->session = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->session))
        return false;
    return true;
}

static bool read_account_event_account_created(
    struct fy_reader *in, const struct account_created **ret_value)
{
    struct account_created *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_account_created(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_create_refused(
    struct fy_reader *in, const struct create_refused **ret_value)
{
    struct create_refused *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_create_refused(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_member_invited(
    struct fy_reader *in, const struct member_invited **ret_value)
{
    struct member_invited *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_member_invited(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_invite_refused(
    struct fy_reader *in, const struct invite_refused **ret_value)
{
    struct invite_refused *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_invite_refused(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_invitation_accepted(
    struct fy_reader *in, const struct invitation_accepted **ret_value)
{
    struct invitation_accepted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_invitation_accepted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_invitation_ended(
    struct fy_reader *in, const struct invitation_ended **ret_value)
{
    struct invitation_ended *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_invitation_ended(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_email_verified(
    struct fy_reader *in, const struct email_verified **ret_value)
{
    struct email_verified *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_email_verified(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_password_reset_asked(
    struct fy_reader *in, const struct password_reset_asked **ret_value)
{
    struct password_reset_asked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_password_reset_asked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_password_reset_ended(
    struct fy_reader *in, const struct password_reset_ended **ret_value)
{
    struct password_reset_ended *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_password_reset_ended(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_password_changed(
    struct fy_reader *in, const struct password_changed **ret_value)
{
    struct password_changed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_password_changed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_session_opened(
    struct fy_reader *in, const struct session_opened **ret_value)
{
    struct session_opened *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_session_opened(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_login_failed(
    struct fy_reader *in, const struct login_failed **ret_value)
{
    struct login_failed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_login_failed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_session_refreshed(
    struct fy_reader *in, const struct session_refreshed **ret_value)
{
    struct session_refreshed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_session_refreshed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_session_revoked(
    struct fy_reader *in, const struct session_revoked **ret_value)
{
    struct session_revoked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_session_revoked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_session_removed(
    struct fy_reader *in, const struct session_removed **ret_value)
{
    struct session_removed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_session_removed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_profile_set(
    struct fy_reader *in, const struct profile_set **ret_value)
{
    struct profile_set *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_profile_set(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_visitor_linked(
    struct fy_reader *in, const struct visitor_linked **ret_value)
{
    struct visitor_linked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_visitor_linked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_member_removed(
    struct fy_reader *in, const struct member_removed **ret_value)
{
    struct member_removed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_member_removed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_person_forgotten(
    struct fy_reader *in, const struct person_forgotten **ret_value)
{
    struct person_forgotten *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_person_forgotten(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_account_removed(
    struct fy_reader *in, const struct account_removed **ret_value)
{
    struct account_removed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_account_removed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_account_event_request_refused(
    struct fy_reader *in, const struct request_refused **ret_value)
{
    struct request_refused *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_request_refused(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_account_event(struct fy_reader *in, struct account_event *value)
{
    int set_count;
    bool set;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->subject))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->person = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->person))
        return false;
    if (!fy_read_long(in, &value->decided_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_request_partition = set;
    value->request_partition = 0;
    if (set && !fy_read_int(in, &value->request_partition))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_request_offset = set;
    value->request_offset = 0;
    if (set && !fy_read_long(in, &value->request_offset))
        return false;
    if (!read_account_event_account_created(in, &value->account_created))
        return false;
    if (!read_account_event_create_refused(in, &value->create_refused))
        return false;
    if (!read_account_event_member_invited(in, &value->member_invited))
        return false;
    if (!read_account_event_invite_refused(in, &value->invite_refused))
        return false;
    if (!read_account_event_invitation_accepted(in, &value->invitation_accepted))
        return false;
    if (!read_account_event_invitation_ended(in, &value->invitation_ended))
        return false;
    if (!read_account_event_email_verified(in, &value->email_verified))
        return false;
    if (!read_account_event_password_reset_asked(in, &value->password_reset_asked))
        return false;
    if (!read_account_event_password_reset_ended(in, &value->password_reset_ended))
        return false;
    if (!read_account_event_password_changed(in, &value->password_changed))
        return false;
    if (!read_account_event_session_opened(in, &value->session_opened))
        return false;
    if (!read_account_event_login_failed(in, &value->login_failed))
        return false;
    if (!read_account_event_session_refreshed(in, &value->session_refreshed))
        return false;
    if (!read_account_event_session_revoked(in, &value->session_revoked))
        return false;
    if (!read_account_event_session_removed(in, &value->session_removed))
        return false;
    if (!read_account_event_profile_set(in, &value->profile_set))
        return false;
    if (!read_account_event_visitor_linked(in, &value->visitor_linked))
        return false;
    if (!read_account_event_member_removed(in, &value->member_removed))
        return false;
    if (!read_account_event_person_forgotten(in, &value->person_forgotten))
        return false;
    if (!read_account_event_account_removed(in, &value->account_removed))
        return false;
    if (!read_account_event_request_refused(in, &value->request_refused))
        return false;
    set_count = 0;
    set_count += value->account_created != NULL;
    set_count += value->create_refused != NULL;
    set_count += value->member_invited != NULL;
    set_count += value->invite_refused != NULL;
    set_count += value->invitation_accepted != NULL;
    set_count += value->invitation_ended != NULL;
    set_count += value->email_verified != NULL;
    set_count += value->password_reset_asked != NULL;
    set_count += value->password_reset_ended != NULL;
    set_count += value->password_changed != NULL;
    set_count += value->session_opened != NULL;
    set_count += value->login_failed != NULL;
    set_count += value->session_refreshed != NULL;
    set_count += value->session_revoked != NULL;
    set_count += value->session_removed != NULL;
    set_count += value->profile_set != NULL;
    set_count += value->visitor_linked != NULL;
    set_count += value->member_removed != NULL;
    set_count += value->person_forgotten != NULL;
    set_count += value->account_removed != NULL;
    set_count += value->request_refused != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_32_account_event;
static const struct fy_plan plan_32_envelope;
static const struct fy_plan plan_32_account_created;
static const struct fy_plan plan_32_password_encrypted;
static const struct fy_plan plan_32_letter_encrypted;
static const struct fy_plan plan_32_create_refused;
static const struct fy_plan plan_32_member_invited;
static const struct fy_plan plan_32_invite_refused;
static const struct fy_plan plan_32_invitation_accepted;
static const struct fy_plan plan_32_invitation_ended;
static const struct fy_plan plan_32_email_verified;
static const struct fy_plan plan_32_password_reset_asked;
static const struct fy_plan plan_32_password_reset_ended;
static const struct fy_plan plan_32_password_changed;
static const struct fy_plan plan_32_session_opened;
static const struct fy_plan plan_32_login_failed;
static const struct fy_plan plan_32_session_refreshed;
static const struct fy_plan plan_32_session_revoked;
static const struct fy_plan plan_32_session_removed;
static const struct fy_plan plan_32_profile_set;
static const struct fy_plan plan_32_profile_encrypted;
static const struct fy_plan plan_32_visitor_linked;
static const struct fy_plan plan_32_member_removed;
static const struct fy_plan plan_32_person_forgotten;
static const struct fy_plan plan_32_account_removed;
static const struct fy_plan plan_32_request_refused;

static const struct fy_plan_field fields_of_plan_32_account_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_32_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_32_account_created},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_32_create_refused},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_32_member_invited},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_32_invite_refused},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_32_invitation_accepted},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_32_invitation_ended},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_32_email_verified},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_32_password_reset_asked},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_32_password_reset_ended},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_32_password_changed},
    {.kind = FY_FIELD_RECORD, .target = 16, .nullable = true, .record = &plan_32_session_opened},
    {.kind = FY_FIELD_RECORD, .target = 17, .nullable = true, .record = &plan_32_login_failed},
    {.kind = FY_FIELD_RECORD, .target = 18, .nullable = true, .record = &plan_32_session_refreshed},
    {.kind = FY_FIELD_RECORD, .target = 19, .nullable = true, .record = &plan_32_session_revoked},
    {.kind = FY_FIELD_RECORD, .target = 20, .nullable = true, .record = &plan_32_session_removed},
    {.kind = FY_FIELD_RECORD, .target = 21, .nullable = true, .record = &plan_32_profile_set},
    {.kind = FY_FIELD_RECORD, .target = 22, .nullable = true, .record = &plan_32_visitor_linked},
    {.kind = FY_FIELD_RECORD, .target = 23, .nullable = true, .record = &plan_32_member_removed},
    {.kind = FY_FIELD_RECORD, .target = 24, .nullable = true, .record = &plan_32_person_forgotten},
    {.kind = FY_FIELD_RECORD, .target = 25, .nullable = true, .record = &plan_32_account_removed},
    {.kind = FY_FIELD_RECORD, .target = 26, .nullable = true, .record = &plan_32_request_refused},
};

static const struct fy_plan plan_32_account_event = {
    .fields = fields_of_plan_32_account_event,
    .field_count = 27,
};

static const struct fy_plan_field fields_of_plan_32_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_32_envelope = {
    .fields = fields_of_plan_32_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_32_account_created[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_32_password_encrypted},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_32_letter_encrypted},
};

static const struct fy_plan plan_32_account_created = {
    .fields = fields_of_plan_32_account_created,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_32_password_encrypted[] = {
    {.kind = FY_FIELD_BYTES, .target = 0},
};

static const struct fy_plan plan_32_password_encrypted = {
    .fields = fields_of_plan_32_password_encrypted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_32_letter_encrypted[] = {
    {.kind = FY_FIELD_BYTES, .target = 0, .nullable = true},
    {.kind = FY_FIELD_BYTES, .target = 1, .nullable = true},
};

static const struct fy_plan plan_32_letter_encrypted = {
    .fields = fields_of_plan_32_letter_encrypted,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_32_create_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_RECORD, .target = 2, .record = &plan_32_letter_encrypted},
};

static const struct fy_plan plan_32_create_refused = {
    .fields = fields_of_plan_32_create_refused,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_32_member_invited[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_RECORD, .target = 4, .record = &plan_32_letter_encrypted},
};

static const struct fy_plan plan_32_member_invited = {
    .fields = fields_of_plan_32_member_invited,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_32_invite_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_32_invite_refused = {
    .fields = fields_of_plan_32_invite_refused,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_32_invitation_accepted[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 2, .record = &plan_32_password_encrypted},
};

static const struct fy_plan plan_32_invitation_accepted = {
    .fields = fields_of_plan_32_invitation_accepted,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_32_invitation_ended[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_32_invitation_ended = {
    .fields = fields_of_plan_32_invitation_ended,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_32_email_verified[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_32_email_verified = {
    .fields = fields_of_plan_32_email_verified,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_32_password_reset_asked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_RECORD, .target = 2, .record = &plan_32_letter_encrypted},
};

static const struct fy_plan plan_32_password_reset_asked = {
    .fields = fields_of_plan_32_password_reset_asked,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_32_password_reset_ended[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_32_password_reset_ended = {
    .fields = fields_of_plan_32_password_reset_ended,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_32_password_changed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_32_password_encrypted},
};

static const struct fy_plan plan_32_password_changed = {
    .fields = fields_of_plan_32_password_changed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_32_session_opened[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_32_session_opened = {
    .fields = fields_of_plan_32_session_opened,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_32_login_failed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2, .nullable = true},
};

static const struct fy_plan plan_32_login_failed = {
    .fields = fields_of_plan_32_login_failed,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_32_session_refreshed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_32_session_refreshed = {
    .fields = fields_of_plan_32_session_refreshed,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_32_session_revoked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_32_session_revoked = {
    .fields = fields_of_plan_32_session_revoked,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_32_session_removed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_32_session_removed = {
    .fields = fields_of_plan_32_session_removed,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_32_profile_set[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_32_profile_encrypted},
};

static const struct fy_plan plan_32_profile_set = {
    .fields = fields_of_plan_32_profile_set,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_32_profile_encrypted[] = {
    {.kind = FY_FIELD_BYTES, .target = 0, .nullable = true},
    {.kind = FY_FIELD_BYTES, .target = 1, .nullable = true},
    {.kind = FY_FIELD_BYTES, .target = 2, .nullable = true},
    {.kind = FY_FIELD_BYTES, .target = 3, .nullable = true},
};

static const struct fy_plan plan_32_profile_encrypted = {
    .fields = fields_of_plan_32_profile_encrypted,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_32_visitor_linked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_32_visitor_linked = {
    .fields = fields_of_plan_32_visitor_linked,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_32_member_removed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_32_member_removed = {
    .fields = fields_of_plan_32_member_removed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_32_person_forgotten[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_32_person_forgotten = {
    .fields = fields_of_plan_32_person_forgotten,
    .field_count = 1,
    .missing = (const uint8_t[]){1},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_32_account_removed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_32_account_removed = {
    .fields = fields_of_plan_32_account_removed,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_32_request_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_32_request_refused = {
    .fields = fields_of_plan_32_request_refused,
    .field_count = 3,
};

enum fy_status account_event_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct account_event *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 32:
        return fy_read_end(&in, fy_resolve(&in, &plan_32_account_event, &fy_type_account_event, ret_value));
    case 65:
        return fy_read_end(&in, fy_read_account_event(&in, ret_value));
    default:
        return fy_read_unknown(&in, "account_event");
    }
}

static size_t room_account_created(const struct account_created *value)
{
    size_t room = 20;

    room += fy_room_password_encrypted(&value->password);
    room += value->verify_hash.size;
    room += fy_room_letter_encrypted(&value->letter);
    return room;
}

static uint8_t *write_account_created(uint8_t *at, const struct account_created *value)
{
    at = fy_write_password_encrypted(at, &value->password);
    at = fy_write_string(at, value->verify_hash);
    at = fy_write_long(at, value->verify_until_ms);
    at = fy_write_letter_encrypted(at, &value->letter);
    return at;
}

static size_t room_create_refused(const struct create_refused *value)
{
    size_t room = 20;

    room += value->reason.size;
    room += value->refused_person.size;
    room += fy_room_letter_encrypted(&value->letter);
    return room;
}

static uint8_t *write_create_refused(uint8_t *at, const struct create_refused *value)
{
    at = fy_write_string(at, value->reason);
    at = fy_write_string(at, value->refused_person);
    at = fy_write_letter_encrypted(at, &value->letter);
    return at;
}

static size_t room_member_invited(const struct member_invited *value)
{
    size_t room = 41;

    room += value->role.size;
    room += value->supplier.size;
    room += value->invite_hash.size;
    room += fy_room_letter_encrypted(&value->letter);
    return room;
}

static uint8_t *write_member_invited(uint8_t *at, const struct member_invited *value)
{
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_string(at, value->invite_hash);
    at = fy_write_long(at, value->invite_until_ms);
    at = fy_write_letter_encrypted(at, &value->letter);
    return at;
}

static size_t room_invite_refused(const struct invite_refused *value)
{
    size_t room = 20;

    room += value->reason.size;
    room += value->refused_person.size;
    return room;
}

static uint8_t *write_invite_refused(uint8_t *at, const struct invite_refused *value)
{
    at = fy_write_string(at, value->reason);
    at = fy_write_string(at, value->refused_person);
    return at;
}

static size_t room_invitation_accepted(const struct invitation_accepted *value)
{
    size_t room = 21;

    room += value->role.size;
    room += value->supplier.size;
    room += fy_room_password_encrypted(&value->password);
    return room;
}

static uint8_t *write_invitation_accepted(uint8_t *at, const struct invitation_accepted *value)
{
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_password_encrypted(at, &value->password);
    return at;
}

static size_t room_invitation_ended(const struct invitation_ended *value)
{
    size_t room = 31;

    room += value->reason.size;
    room += value->role.size;
    room += value->supplier.size;
    return room;
}

static uint8_t *write_invitation_ended(uint8_t *at, const struct invitation_ended *value)
{
    at = fy_write_string(at, value->reason);
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    return at;
}

static size_t room_email_verified(const struct email_verified *value)
{
    size_t room = 10;

    room += value->by.size;
    return room;
}

static uint8_t *write_email_verified(uint8_t *at, const struct email_verified *value)
{
    at = fy_write_string(at, value->by);
    return at;
}

static size_t room_password_reset_asked(const struct password_reset_asked *value)
{
    size_t room = 20;

    room += value->reset_hash.size;
    room += fy_room_letter_encrypted(&value->letter);
    return room;
}

static uint8_t *write_password_reset_asked(uint8_t *at, const struct password_reset_asked *value)
{
    at = fy_write_string(at, value->reset_hash);
    at = fy_write_long(at, value->reset_until_ms);
    at = fy_write_letter_encrypted(at, &value->letter);
    return at;
}

static size_t room_password_reset_ended(const struct password_reset_ended *value)
{
    size_t room = 10;

    room += value->reason.size;
    return room;
}

static uint8_t *write_password_reset_ended(uint8_t *at, const struct password_reset_ended *value)
{
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_password_changed(const struct password_changed *value)
{
    size_t room = 10;

    room += value->why.size;
    room += fy_room_password_encrypted(&value->password);
    return room;
}

static uint8_t *write_password_changed(uint8_t *at, const struct password_changed *value)
{
    at = fy_write_string(at, value->why);
    at = fy_write_password_encrypted(at, &value->password);
    return at;
}

static size_t room_session_opened(const struct session_opened *value)
{
    size_t room = 30;

    room += value->session.size;
    room += value->refresh_hash.size;
    room += value->label.size;
    return room;
}

static uint8_t *write_session_opened(uint8_t *at, const struct session_opened *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_string(at, value->refresh_hash);
    at = fy_write_string(at, value->label);
    return at;
}

static size_t room_login_failed(const struct login_failed *value)
{
    size_t room = 26;

    room += value->reason.size;
    return room;
}

static uint8_t *write_login_failed(uint8_t *at, const struct login_failed *value)
{
    at = fy_write_string(at, value->reason);
    at = fy_write_long(at, value->failures);
    at = fy_write_branch(at, value->has_locked_until_ms);
    if (value->has_locked_until_ms)
        at = fy_write_long(at, value->locked_until_ms);
    return at;
}

static size_t room_session_refreshed(const struct session_refreshed *value)
{
    size_t room = 30;

    room += value->session.size;
    room += value->old_hash.size;
    room += value->new_hash.size;
    return room;
}

static uint8_t *write_session_refreshed(uint8_t *at, const struct session_refreshed *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_string(at, value->old_hash);
    at = fy_write_string(at, value->new_hash);
    return at;
}

static size_t room_session_revoked(const struct session_revoked *value)
{
    size_t room = 20;

    room += value->session.size;
    room += value->why.size;
    return room;
}

static uint8_t *write_session_revoked(uint8_t *at, const struct session_revoked *value)
{
    at = fy_write_string(at, value->session);
    at = fy_write_string(at, value->why);
    return at;
}

static size_t room_session_removed(const struct session_removed *value)
{
    size_t room = 10;

    room += value->session.size;
    return room;
}

static uint8_t *write_session_removed(uint8_t *at, const struct session_removed *value)
{
    at = fy_write_string(at, value->session);
    return at;
}

static size_t room_profile_set(const struct profile_set *value)
{
    size_t room = 0;

    room += fy_room_profile_encrypted(&value->profile);
    return room;
}

static uint8_t *write_profile_set(uint8_t *at, const struct profile_set *value)
{
    at = fy_write_profile_encrypted(at, &value->profile);
    return at;
}

static size_t room_visitor_linked(const struct visitor_linked *value)
{
    size_t room = 10;

    room += value->visitor.size;
    return room;
}

static uint8_t *write_visitor_linked(uint8_t *at, const struct visitor_linked *value)
{
    at = fy_write_string(at, value->visitor);
    return at;
}

static size_t room_member_removed(const struct member_removed *value)
{
    size_t room = 21;

    room += value->role.size;
    room += value->supplier.size;
    return room;
}

static uint8_t *write_member_removed(uint8_t *at, const struct member_removed *value)
{
    at = fy_write_string(at, value->role);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    return at;
}

static size_t room_person_forgotten(const struct person_forgotten *value)
{
    size_t room = 21;

    room += value->reason.size;
    room += value->visitors.count * 10;
    for (size_t i = 0; i < value->visitors.count; i++)
        room += value->visitors.items[i].size;
    return room;
}

static uint8_t *write_person_forgotten(uint8_t *at, const struct person_forgotten *value)
{
    at = fy_write_string(at, value->reason);
    if (value->visitors.count > 0) {
        at = fy_write_long(at, (int64_t)value->visitors.count);
        for (size_t i = 0; i < value->visitors.count; i++)
            at = fy_write_string(at, value->visitors.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_account_removed(const struct account_removed *value)
{
    size_t room = 10;

    room += value->reason.size;
    return room;
}

static uint8_t *write_account_removed(uint8_t *at, const struct account_removed *value)
{
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_request_refused(const struct request_refused *value)
{
    size_t room = 31;

    room += value->request.size;
    room += value->reason.size;
    room += value->session.size;
    return room;
}

static uint8_t *write_request_refused(uint8_t *at, const struct request_refused *value)
{
    at = fy_write_string(at, value->request);
    at = fy_write_string(at, value->reason);
    at = fy_write_branch(at, value->session.data != NULL);
    if (value->session.data != NULL)
        at = fy_write_string(at, value->session);
    return at;
}

size_t fy_room_account_event(const struct account_event *value)
{
    size_t room = 69;

    room += fy_room_envelope(&value->envelope);
    room += value->subject.size;
    room += value->person.size;
    if (value->account_created != NULL)
        room += room_account_created(value->account_created);
    if (value->create_refused != NULL)
        room += room_create_refused(value->create_refused);
    if (value->member_invited != NULL)
        room += room_member_invited(value->member_invited);
    if (value->invite_refused != NULL)
        room += room_invite_refused(value->invite_refused);
    if (value->invitation_accepted != NULL)
        room += room_invitation_accepted(value->invitation_accepted);
    if (value->invitation_ended != NULL)
        room += room_invitation_ended(value->invitation_ended);
    if (value->email_verified != NULL)
        room += room_email_verified(value->email_verified);
    if (value->password_reset_asked != NULL)
        room += room_password_reset_asked(value->password_reset_asked);
    if (value->password_reset_ended != NULL)
        room += room_password_reset_ended(value->password_reset_ended);
    if (value->password_changed != NULL)
        room += room_password_changed(value->password_changed);
    if (value->session_opened != NULL)
        room += room_session_opened(value->session_opened);
    if (value->login_failed != NULL)
        room += room_login_failed(value->login_failed);
    if (value->session_refreshed != NULL)
        room += room_session_refreshed(value->session_refreshed);
    if (value->session_revoked != NULL)
        room += room_session_revoked(value->session_revoked);
    if (value->session_removed != NULL)
        room += room_session_removed(value->session_removed);
    if (value->profile_set != NULL)
        room += room_profile_set(value->profile_set);
    if (value->visitor_linked != NULL)
        room += room_visitor_linked(value->visitor_linked);
    if (value->member_removed != NULL)
        room += room_member_removed(value->member_removed);
    if (value->person_forgotten != NULL)
        room += room_person_forgotten(value->person_forgotten);
    if (value->account_removed != NULL)
        room += room_account_removed(value->account_removed);
    if (value->request_refused != NULL)
        room += room_request_refused(value->request_refused);
    return room;
}

uint8_t *fy_write_account_event(uint8_t *at, const struct account_event *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->subject);
    at = fy_write_branch(at, value->person.data != NULL);
    if (value->person.data != NULL)
        at = fy_write_string(at, value->person);
    at = fy_write_long(at, value->decided_ms);
    at = fy_write_branch(at, value->has_request_partition);
    if (value->has_request_partition)
        at = fy_write_long(at, value->request_partition);
    at = fy_write_branch(at, value->has_request_offset);
    if (value->has_request_offset)
        at = fy_write_long(at, value->request_offset);
    at = fy_write_branch(at, value->account_created != NULL);
    if (value->account_created != NULL)
        at = write_account_created(at, value->account_created);
    at = fy_write_branch(at, value->create_refused != NULL);
    if (value->create_refused != NULL)
        at = write_create_refused(at, value->create_refused);
    at = fy_write_branch(at, value->member_invited != NULL);
    if (value->member_invited != NULL)
        at = write_member_invited(at, value->member_invited);
    at = fy_write_branch(at, value->invite_refused != NULL);
    if (value->invite_refused != NULL)
        at = write_invite_refused(at, value->invite_refused);
    at = fy_write_branch(at, value->invitation_accepted != NULL);
    if (value->invitation_accepted != NULL)
        at = write_invitation_accepted(at, value->invitation_accepted);
    at = fy_write_branch(at, value->invitation_ended != NULL);
    if (value->invitation_ended != NULL)
        at = write_invitation_ended(at, value->invitation_ended);
    at = fy_write_branch(at, value->email_verified != NULL);
    if (value->email_verified != NULL)
        at = write_email_verified(at, value->email_verified);
    at = fy_write_branch(at, value->password_reset_asked != NULL);
    if (value->password_reset_asked != NULL)
        at = write_password_reset_asked(at, value->password_reset_asked);
    at = fy_write_branch(at, value->password_reset_ended != NULL);
    if (value->password_reset_ended != NULL)
        at = write_password_reset_ended(at, value->password_reset_ended);
    at = fy_write_branch(at, value->password_changed != NULL);
    if (value->password_changed != NULL)
        at = write_password_changed(at, value->password_changed);
    at = fy_write_branch(at, value->session_opened != NULL);
    if (value->session_opened != NULL)
        at = write_session_opened(at, value->session_opened);
    at = fy_write_branch(at, value->login_failed != NULL);
    if (value->login_failed != NULL)
        at = write_login_failed(at, value->login_failed);
    at = fy_write_branch(at, value->session_refreshed != NULL);
    if (value->session_refreshed != NULL)
        at = write_session_refreshed(at, value->session_refreshed);
    at = fy_write_branch(at, value->session_revoked != NULL);
    if (value->session_revoked != NULL)
        at = write_session_revoked(at, value->session_revoked);
    at = fy_write_branch(at, value->session_removed != NULL);
    if (value->session_removed != NULL)
        at = write_session_removed(at, value->session_removed);
    at = fy_write_branch(at, value->profile_set != NULL);
    if (value->profile_set != NULL)
        at = write_profile_set(at, value->profile_set);
    at = fy_write_branch(at, value->visitor_linked != NULL);
    if (value->visitor_linked != NULL)
        at = write_visitor_linked(at, value->visitor_linked);
    at = fy_write_branch(at, value->member_removed != NULL);
    if (value->member_removed != NULL)
        at = write_member_removed(at, value->member_removed);
    at = fy_write_branch(at, value->person_forgotten != NULL);
    if (value->person_forgotten != NULL)
        at = write_person_forgotten(at, value->person_forgotten);
    at = fy_write_branch(at, value->account_removed != NULL);
    if (value->account_removed != NULL)
        at = write_account_removed(at, value->account_removed);
    at = fy_write_branch(at, value->request_refused != NULL);
    if (value->request_refused != NULL)
        at = write_request_refused(at, value->request_refused);
    return at;
}

enum fy_status account_event_encode(const struct account_event *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->account_created != NULL;
    set_count += value->create_refused != NULL;
    set_count += value->member_invited != NULL;
    set_count += value->invite_refused != NULL;
    set_count += value->invitation_accepted != NULL;
    set_count += value->invitation_ended != NULL;
    set_count += value->email_verified != NULL;
    set_count += value->password_reset_asked != NULL;
    set_count += value->password_reset_ended != NULL;
    set_count += value->password_changed != NULL;
    set_count += value->session_opened != NULL;
    set_count += value->login_failed != NULL;
    set_count += value->session_refreshed != NULL;
    set_count += value->session_revoked != NULL;
    set_count += value->session_removed != NULL;
    set_count += value->profile_set != NULL;
    set_count += value->visitor_linked != NULL;
    set_count += value->member_removed != NULL;
    set_count += value->person_forgotten != NULL;
    set_count += value->account_removed != NULL;
    set_count += value->request_refused != NULL;
    if (set_count != 1)
        return fy_write_one_of("account_event", set_count, err);
    room = fy_room_account_event(value);
    begin = fy_write_begin(arena, 65, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_account_event(begin, value), ret_bytes);
}

static const struct fy_field fields_of_account_created[] = {
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct account_created, password),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
    {
        .name = "verify_hash",
        .name_bytes = 11,
        .offset = offsetof(struct account_created, verify_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "verify_until_ms",
        .name_bytes = 15,
        .offset = offsetof(struct account_created, verify_until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "letter",
        .name_bytes = 6,
        .offset = offsetof(struct account_created, letter),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_letter_encrypted,
    },
};

static const struct fy_type type_account_created = {
    .name = "AccountCreated",
    .fields = fields_of_account_created,
    .field_count = 4,
    .size = sizeof(struct account_created),
};

static const struct fy_field fields_of_create_refused[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct create_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "refused_person",
        .name_bytes = 14,
        .offset = offsetof(struct create_refused, refused_person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "letter",
        .name_bytes = 6,
        .offset = offsetof(struct create_refused, letter),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_letter_encrypted,
    },
};

static const struct fy_type type_create_refused = {
    .name = "CreateRefused",
    .fields = fields_of_create_refused,
    .field_count = 3,
    .size = sizeof(struct create_refused),
};

static const struct fy_field fields_of_member_invited[] = {
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct member_invited, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct member_invited, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "invite_hash",
        .name_bytes = 11,
        .offset = offsetof(struct member_invited, invite_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "invite_until_ms",
        .name_bytes = 15,
        .offset = offsetof(struct member_invited, invite_until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "letter",
        .name_bytes = 6,
        .offset = offsetof(struct member_invited, letter),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_letter_encrypted,
    },
};

static const struct fy_type type_member_invited = {
    .name = "MemberInvited",
    .fields = fields_of_member_invited,
    .field_count = 5,
    .size = sizeof(struct member_invited),
};

static const struct fy_field fields_of_invite_refused[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct invite_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "refused_person",
        .name_bytes = 14,
        .offset = offsetof(struct invite_refused, refused_person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_invite_refused = {
    .name = "InviteRefused",
    .fields = fields_of_invite_refused,
    .field_count = 2,
    .size = sizeof(struct invite_refused),
};

static const struct fy_field fields_of_invitation_accepted[] = {
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct invitation_accepted, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct invitation_accepted, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct invitation_accepted, password),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
};

static const struct fy_type type_invitation_accepted = {
    .name = "InvitationAccepted",
    .fields = fields_of_invitation_accepted,
    .field_count = 3,
    .size = sizeof(struct invitation_accepted),
};

static const struct fy_field fields_of_invitation_ended[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct invitation_ended, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct invitation_ended, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct invitation_ended, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_invitation_ended = {
    .name = "InvitationEnded",
    .fields = fields_of_invitation_ended,
    .field_count = 3,
    .size = sizeof(struct invitation_ended),
};

static const struct fy_field fields_of_email_verified[] = {
    {
        .name = "by",
        .name_bytes = 2,
        .offset = offsetof(struct email_verified, by),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_email_verified = {
    .name = "EmailVerified",
    .fields = fields_of_email_verified,
    .field_count = 1,
    .size = sizeof(struct email_verified),
};

static const struct fy_field fields_of_password_reset_asked[] = {
    {
        .name = "reset_hash",
        .name_bytes = 10,
        .offset = offsetof(struct password_reset_asked, reset_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reset_until_ms",
        .name_bytes = 14,
        .offset = offsetof(struct password_reset_asked, reset_until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "letter",
        .name_bytes = 6,
        .offset = offsetof(struct password_reset_asked, letter),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_letter_encrypted,
    },
};

static const struct fy_type type_password_reset_asked = {
    .name = "PasswordResetAsked",
    .fields = fields_of_password_reset_asked,
    .field_count = 3,
    .size = sizeof(struct password_reset_asked),
};

static const struct fy_field fields_of_password_reset_ended[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct password_reset_ended, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_password_reset_ended = {
    .name = "PasswordResetEnded",
    .fields = fields_of_password_reset_ended,
    .field_count = 1,
    .size = sizeof(struct password_reset_ended),
};

static const struct fy_field fields_of_password_changed[] = {
    {
        .name = "why",
        .name_bytes = 3,
        .offset = offsetof(struct password_changed, why),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "password",
        .name_bytes = 8,
        .offset = offsetof(struct password_changed, password),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_password_encrypted,
    },
};

static const struct fy_type type_password_changed = {
    .name = "PasswordChanged",
    .fields = fields_of_password_changed,
    .field_count = 2,
    .size = sizeof(struct password_changed),
};

static const struct fy_field fields_of_session_opened[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct session_opened, session),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "refresh_hash",
        .name_bytes = 12,
        .offset = offsetof(struct session_opened, refresh_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "label",
        .name_bytes = 5,
        .offset = offsetof(struct session_opened, label),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_session_opened = {
    .name = "SessionOpened",
    .fields = fields_of_session_opened,
    .field_count = 3,
    .size = sizeof(struct session_opened),
};

static const struct fy_field fields_of_login_failed[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct login_failed, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "failures",
        .name_bytes = 8,
        .offset = offsetof(struct login_failed, failures),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "locked_until_ms",
        .name_bytes = 15,
        .offset = offsetof(struct login_failed, locked_until_ms),
        .has_offset = offsetof(struct login_failed, has_locked_until_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_login_failed = {
    .name = "LoginFailed",
    .fields = fields_of_login_failed,
    .field_count = 3,
    .size = sizeof(struct login_failed),
};

static const struct fy_field fields_of_session_refreshed[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct session_refreshed, session),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "old_hash",
        .name_bytes = 8,
        .offset = offsetof(struct session_refreshed, old_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "new_hash",
        .name_bytes = 8,
        .offset = offsetof(struct session_refreshed, new_hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_session_refreshed = {
    .name = "SessionRefreshed",
    .fields = fields_of_session_refreshed,
    .field_count = 3,
    .size = sizeof(struct session_refreshed),
};

static const struct fy_field fields_of_session_revoked[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct session_revoked, session),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "why",
        .name_bytes = 3,
        .offset = offsetof(struct session_revoked, why),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_session_revoked = {
    .name = "SessionRevoked",
    .fields = fields_of_session_revoked,
    .field_count = 2,
    .size = sizeof(struct session_revoked),
};

static const struct fy_field fields_of_session_removed[] = {
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct session_removed, session),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_session_removed = {
    .name = "SessionRemoved",
    .fields = fields_of_session_removed,
    .field_count = 1,
    .size = sizeof(struct session_removed),
};

static const struct fy_field fields_of_profile_set[] = {
    {
        .name = "profile",
        .name_bytes = 7,
        .offset = offsetof(struct profile_set, profile),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_profile_encrypted,
    },
};

static const struct fy_type type_profile_set = {
    .name = "ProfileSet",
    .fields = fields_of_profile_set,
    .field_count = 1,
    .size = sizeof(struct profile_set),
};

static const struct fy_field fields_of_visitor_linked[] = {
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct visitor_linked, visitor),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_visitor_linked = {
    .name = "VisitorLinked",
    .fields = fields_of_visitor_linked,
    .field_count = 1,
    .size = sizeof(struct visitor_linked),
};

static const struct fy_field fields_of_member_removed[] = {
    {
        .name = "role",
        .name_bytes = 4,
        .offset = offsetof(struct member_removed, role),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct member_removed, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_member_removed = {
    .name = "MemberRemoved",
    .fields = fields_of_member_removed,
    .field_count = 2,
    .size = sizeof(struct member_removed),
};

static const struct fy_field fields_of_person_forgotten[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct person_forgotten, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "visitors",
        .name_bytes = 8,
        .offset = offsetof(struct person_forgotten, visitors),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_person_forgotten = {
    .name = "PersonForgotten",
    .fields = fields_of_person_forgotten,
    .field_count = 2,
    .size = sizeof(struct person_forgotten),
};

static const struct fy_field fields_of_account_removed[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct account_removed, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_account_removed = {
    .name = "AccountRemoved",
    .fields = fields_of_account_removed,
    .field_count = 1,
    .size = sizeof(struct account_removed),
};

static const struct fy_field fields_of_request_refused[] = {
    {
        .name = "request",
        .name_bytes = 7,
        .offset = offsetof(struct request_refused, request),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct request_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct request_refused, session),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_request_refused = {
    .name = "RequestRefused",
    .fields = fields_of_request_refused,
    .field_count = 3,
    .size = sizeof(struct request_refused),
};

static const struct fy_field fields_of_account_event[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct account_event, envelope),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_envelope,
    },
    {
        .name = "subject",
        .name_bytes = 7,
        .offset = offsetof(struct account_event, subject),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct account_event, person),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "decided_ms",
        .name_bytes = 10,
        .offset = offsetof(struct account_event, decided_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "request_partition",
        .name_bytes = 17,
        .offset = offsetof(struct account_event, request_partition),
        .has_offset = offsetof(struct account_event, has_request_partition),
        .kind = FY_FIELD_INT,
        .nullable = true,
        .min = -2147483648,
        .max = 2147483647,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "request_offset",
        .name_bytes = 14,
        .offset = offsetof(struct account_event, request_offset),
        .has_offset = offsetof(struct account_event, has_request_offset),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "account_created",
        .name_bytes = 15,
        .offset = offsetof(struct account_event, account_created),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_account_created,
    },
    {
        .name = "create_refused",
        .name_bytes = 14,
        .offset = offsetof(struct account_event, create_refused),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_create_refused,
    },
    {
        .name = "member_invited",
        .name_bytes = 14,
        .offset = offsetof(struct account_event, member_invited),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_member_invited,
    },
    {
        .name = "invite_refused",
        .name_bytes = 14,
        .offset = offsetof(struct account_event, invite_refused),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_invite_refused,
    },
    {
        .name = "invitation_accepted",
        .name_bytes = 19,
        .offset = offsetof(struct account_event, invitation_accepted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_invitation_accepted,
    },
    {
        .name = "invitation_ended",
        .name_bytes = 16,
        .offset = offsetof(struct account_event, invitation_ended),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_invitation_ended,
    },
    {
        .name = "email_verified",
        .name_bytes = 14,
        .offset = offsetof(struct account_event, email_verified),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_email_verified,
    },
    {
        .name = "password_reset_asked",
        .name_bytes = 20,
        .offset = offsetof(struct account_event, password_reset_asked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_password_reset_asked,
    },
    {
        .name = "password_reset_ended",
        .name_bytes = 20,
        .offset = offsetof(struct account_event, password_reset_ended),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_password_reset_ended,
    },
    {
        .name = "password_changed",
        .name_bytes = 16,
        .offset = offsetof(struct account_event, password_changed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_password_changed,
    },
    {
        .name = "session_opened",
        .name_bytes = 14,
        .offset = offsetof(struct account_event, session_opened),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_session_opened,
    },
    {
        .name = "login_failed",
        .name_bytes = 12,
        .offset = offsetof(struct account_event, login_failed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_login_failed,
    },
    {
        .name = "session_refreshed",
        .name_bytes = 17,
        .offset = offsetof(struct account_event, session_refreshed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_session_refreshed,
    },
    {
        .name = "session_revoked",
        .name_bytes = 15,
        .offset = offsetof(struct account_event, session_revoked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_session_revoked,
    },
    {
        .name = "session_removed",
        .name_bytes = 15,
        .offset = offsetof(struct account_event, session_removed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_session_removed,
    },
    {
        .name = "profile_set",
        .name_bytes = 11,
        .offset = offsetof(struct account_event, profile_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_profile_set,
    },
    {
        .name = "visitor_linked",
        .name_bytes = 14,
        .offset = offsetof(struct account_event, visitor_linked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_visitor_linked,
    },
    {
        .name = "member_removed",
        .name_bytes = 14,
        .offset = offsetof(struct account_event, member_removed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_member_removed,
    },
    {
        .name = "person_forgotten",
        .name_bytes = 16,
        .offset = offsetof(struct account_event, person_forgotten),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_person_forgotten,
    },
    {
        .name = "account_removed",
        .name_bytes = 15,
        .offset = offsetof(struct account_event, account_removed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_account_removed,
    },
    {
        .name = "request_refused",
        .name_bytes = 15,
        .offset = offsetof(struct account_event, request_refused),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_request_refused,
    },
};

const struct fy_type fy_type_account_event = {
    .name = "AccountEvent",
    .fields = fields_of_account_event,
    .field_count = 27,
    .one_of = true,
    .size = sizeof(struct account_event),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return account_event_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return account_event_decode(bytes, arena, ret_value, err);
}

static const char text_32[] =
    "{\"type\":\"record\",\"name\":\"AccountEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What has happened to an account, or to a guest; refusals too, for somebody may have to be t"
    "old. Exactly one of the nullable records is set.\",\"fields\":[{\"name\":\"envelope\",\"type"
    "\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and wh"
    "y. The first field of every fact, event and request.\",\"fields\":[{\"name\":\"event_id\",\"t"
    "ype\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names this event for ever. A r"
    "etry across a crash may write the same id twice; it is one event.\"},{\"name\":\"cause_id\","
    "\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":"
    "\"The event_id this one follows from; null where the outside world began it.\"},{\"name\":\"r"
    "oot\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything began with. Decides wh"
    "ether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":"
    "\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"t"
    "ype\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC. A "
    "derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"strin"
    "g\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. Set in event and reque"
    "st topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\""
    "Dense number per writer and destination partition, from 1. Set together with writer.\"}]},\"d"
    "oc\":\"Who, when and why; cause_id is the request's event_id, null where time alone was the c"
    "ause.\"},{\"name\":\"subject\",\"type\":\"string\",\"doc\":\"The account, 64 hex digits, or a"
    " guest's person; also the key.\"},{\"name\":\"person\",\"type\":[\"null\",\"string\"],\"defau"
    "lt\":null,\"doc\":\"Whose the account is; null where there is none.\"},{\"name\":\"decided_ms"
    "\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was de"
    "cided, by the broker's clock, UTC.\"},{\"name\":\"request_partition\",\"type\":[\"null\",\"in"
    "t\"],\"default\":null,\"doc\":\"Where the request is in account-requests; null where time alo"
    "ne was the cause.\"},{\"name\":\"request_offset\",\"type\":[\"null\",\"long\"],\"default\":nu"
    "ll,\"doc\":\"Its offset there. Set together with request_partition.\"},{\"name\":\"account_cr"
    "eated\",\"default\":null,\"doc\":\"Somebody registered. Letter: is it your e-mail?\",\"type\""
    ":[\"null\",{\"type\":\"record\",\"name\":\"AccountCreated\",\"doc\":\"Somebody registered, as"
    " a customer. Nobody signs in before the e-mail is verified.\",\"fields\":[{\"name\":\"passwor"
    "d\",\"type\":{\"type\":\"record\",\"name\":\"PasswordEncrypted\",\"namespace\":\"fy\",\"doc\""
    ":\"How a password is recognised, sealed under the person's key: facts stay for ever, and a fo"
    "rgotten person's hash must not.\",\"fields\":[{\"name\":\"password_hash\",\"type\":\"bytes\","
    "\"max_bytes\":512,\"personal\":true,\"doc\":\"Argon2id's text with salt and costs; sealed as "
    "field \\\"password\\\".\"}]},\"doc\":\"How the password is recognised.\"},{\"name\":\"verify_"
    "hash\",\"type\":\"string\",\"doc\":\"Hash of the token in the letter.\"},{\"name\":\"verify_u"
    "ntil_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until w"
    "hen the token counts, UTC; then the account is removed.\"},{\"name\":\"letter\",\"type\":{\"t"
    "ype\":\"record\",\"name\":\"LetterEncrypted\",\"namespace\":\"fy\",\"doc\":\"What a letter to"
    " a person needs, sealed under that person's key; unreadable once the key is gone.\",\"fields"
    "\":[{\"name\":\"email\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"pe"
    "rsonal\":true,\"doc\":\"Where it goes; sealed as field \\\"email\\\". Null where the account'"
    "s own is meant.\"},{\"name\":\"token\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_b"
    "ytes\":512,\"personal\":true,\"doc\":\"The single-use token it carries, as the reader is to g"
    "ive it back; sealed as field \\\"token\\\". Null: it carries none.\"}]},\"doc\":\"E-mail and "
    "token.\"}]}]},{\"name\":\"create_refused\",\"default\":null,\"doc\":\"Somebody registered wit"
    "h an e-mail that has an account. Letter to the owner.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"CreateRefused\",\"doc\":\"Somebody registered with an e-mail that has an accoun"
    "t. They are told what all are told; the owner gets a letter.\",\"fields\":[{\"name\":\"reason"
    "\",\"type\":\"string\",\"doc\":\"taken.\"},{\"name\":\"refused_person\",\"type\":\"string\","
    "\"doc\":\"The person who is none; the key has no use.\"},{\"name\":\"letter\",\"type\":\"fy.L"
    "etterEncrypted\",\"doc\":\"The owner's e-mail, no token; both null where the account has none"
    ".\"}]}]},{\"name\":\"member_invited\",\"default\":null,\"doc\":\"Somebody is asked to join. L"
    "etter.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"MemberInvited\",\"doc\":\"Somebod"
    "y is asked to join, with a role; an earlier invitation counts no more.\",\"fields\":[{\"name"
    "\":\"role\",\"type\":\"string\",\"doc\":\"Which role they would have.\"},{\"name\":\"supplier"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff; null for o"
    "ther roles.\"},{\"name\":\"invite_hash\",\"type\":\"string\",\"doc\":\"Hash of the token in t"
    "he letter.\"},{\"name\":\"invite_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"tim"
    "estamp-millis\"},\"doc\":\"Until when the token counts, UTC.\"},{\"name\":\"letter\",\"type\""
    ":\"fy.LetterEncrypted\",\"doc\":\"E-mail and token.\"}]}]},{\"name\":\"invite_refused\",\"def"
    "ault\":null,\"doc\":\"An invitation was not sent.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"InviteRefused\",\"doc\":\"An invitation was not sent.\",\"fields\":[{\"name\":\"re"
    "ason\",\"type\":\"string\",\"doc\":\"has_role: they have another role already; no_role: there"
    " is no such role, or its supplier is missing or too much; other_person: the letter is sealed "
    "for somebody else, ask again.\"},{\"name\":\"refused_person\",\"type\":\"string\",\"doc\":\"T"
    "he person the edge meant.\"}]}]},{\"name\":\"invitation_accepted\",\"default\":null,\"doc\":"
    "\"They joined.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"InvitationAccepted\",\"do"
    "c\":\"They joined; their e-mail is verified, and what sessions they had are revoked.\",\"fiel"
    "ds\":[{\"name\":\"role\",\"type\":\"string\",\"doc\":\"Their role from now on.\"},{\"name\":"
    "\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff; "
    "null for other roles.\"},{\"name\":\"password\",\"type\":\"fy.PasswordEncrypted\",\"doc\":\"H"
    "ow the password is recognised.\"}]}]},{\"name\":\"invitation_ended\",\"default\":null,\"doc\""
    ":\"An invitation counts no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Invitat"
    "ionEnded\",\"doc\":\"An invitation counts no more, and nobody joined.\",\"fields\":[{\"name\""
    ":\"reason\",\"type\":\"string\",\"doc\":\"expired or withdrawn.\"},{\"name\":\"role\",\"type"
    "\":\"string\",\"doc\":\"Which role they would have had.\"},{\"name\":\"supplier\",\"type\":["
    "\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff.\"}]}]},{\"name\":\"emai"
    "l_verified\",\"default\":null,\"doc\":\"The e-mail is theirs.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"EmailVerified\",\"doc\":\"The e-mail is theirs.\",\"fields\":[{\"name\""
    ":\"by\",\"type\":\"string\",\"doc\":\"letter.\"}]}]},{\"name\":\"password_reset_asked\",\"def"
    "ault\":null,\"doc\":\"The password is forgotten. Letter.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"PasswordResetAsked\",\"doc\":\"The password is forgotten; an earlier token c"
    "ounts no more.\",\"fields\":[{\"name\":\"reset_hash\",\"type\":\"string\",\"doc\":\"Hash of t"
    "he token in the letter.\"},{\"name\":\"reset_until_ms\",\"type\":{\"type\":\"long\",\"logical"
    "Type\":\"timestamp-millis\"},\"doc\":\"Until when the token counts, UTC.\"},{\"name\":\"lette"
    "r\",\"type\":\"fy.LetterEncrypted\",\"doc\":\"E-mail and token.\"}]}]},{\"name\":\"password_r"
    "eset_ended\",\"default\":null,\"doc\":\"A reset's token counts no more.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"PasswordResetEnded\",\"doc\":\"A reset's token counts no more"
    ", and was not used.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"expired."
    "\"}]}]},{\"name\":\"password_changed\",\"default\":null,\"doc\":\"Another password, or the sa"
    "me at other costs. Letter unless rehashed.\",\"type\":[\"null\",{\"type\":\"record\",\"name\""
    ":\"PasswordChanged\",\"doc\":\"The password is recognised by something else from now on.\",\""
    "fields\":[{\"name\":\"why\",\"type\":\"string\",\"doc\":\"changed, reset (the e-mail is verif"
    "ied with it) or rehashed (the same password at other costs).\"},{\"name\":\"password\",\"type"
    "\":\"fy.PasswordEncrypted\",\"doc\":\"How the password is recognised.\"}]}]},{\"name\":\"sess"
    "ion_opened\",\"default\":null,\"doc\":\"They signed in.\",\"type\":[\"null\",{\"type\":\"reco"
    "rd\",\"name\":\"SessionOpened\",\"doc\":\"They signed in; wrong passwords before are forgotte"
    "n.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The session.\"},{\"name"
    "\":\"refresh_hash\",\"type\":\"string\",\"doc\":\"Hash of its first refresh token.\"},{\"name"
    "\":\"label\",\"type\":\"string\",\"doc\":\"What it is shown as, coarse.\"}]}]},{\"name\":\"lo"
    "gin_failed\",\"default\":null,\"doc\":\"A wrong password.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"LoginFailed\",\"doc\":\"A wrong password, or no such account.\",\"fields\":"
    "[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"wrong_password, locked (nothing was looke"
    "d at) or unknown_account.\"},{\"name\":\"failures\",\"type\":\"int\",\"doc\":\"Wrong password"
    "s since the last right one; 0 where there is no account.\"},{\"name\":\"locked_until_ms\",\"t"
    "ype\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"default\":null,\""
    "doc\":\"No password is looked at before, UTC; null: the next may come at once.\"}]}]},{\"name"
    "\":\"session_refreshed\",\"default\":null,\"doc\":\"A session goes on.\",\"type\":[\"null\",{"
    "\"type\":\"record\",\"name\":\"SessionRefreshed\",\"doc\":\"A session goes on with another re"
    "fresh token.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The session.\""
    "},{\"name\":\"old_hash\",\"type\":\"string\",\"doc\":\"Hash of the token that was used.\"},{"
    "\"name\":\"new_hash\",\"type\":\"string\",\"doc\":\"Hash of the token in force.\"}]}]},{\"nam"
    "e\":\"session_revoked\",\"default\":null,\"doc\":\"A session ended. Letter when reused.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"SessionRevoked\",\"doc\":\"A session ended: n"
    "o token of it counts.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The s"
    "ession.\"},{\"name\":\"why\",\"type\":\"string\",\"doc\":\"logged_out, revoked, reused, passw"
    "ord_changed, role_changed, too_many, idle or forgotten.\"}]}]},{\"name\":\"session_removed\","
    "\"default\":null,\"doc\":\"A session that ended leaves the tables.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"SessionRemoved\",\"doc\":\"A session that ended leaves the tables:"
    " every token of it has expired.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc"
    "\":\"The session.\"}]}]},{\"name\":\"profile_set\",\"default\":null,\"doc\":\"They said who t"
    "hey are.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProfileSet\",\"doc\":\"They sai"
    "d who they are: all of it. Of a guest the person begins with it.\",\"fields\":[{\"name\":\"pr"
    "ofile\",\"type\":{\"type\":\"record\",\"name\":\"ProfileEncrypted\",\"namespace\":\"fy\",\"do"
    "c\":\"Who a person is, each part sealed under that person's key by its name.\",\"fields\":[{"
    "\"name\":\"email\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"persona"
    "l\":true,\"doc\":\"E-mail; sealed as field \\\"email\\\".\"},{\"name\":\"full_name\",\"type\""
    ":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"personal\":true,\"doc\":\"Name; se"
    "aled as field \\\"full_name\\\".\"},{\"name\":\"phone\",\"type\":[\"null\",\"bytes\"],\"defau"
    "lt\":null,\"max_bytes\":128,\"personal\":true,\"doc\":\"Phone; sealed as field \\\"phone\\\"."
    "\"},{\"name\":\"addresses\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":8192"
    ",\"personal\":true,\"doc\":\"Postal addresses, a JSON array; sealed as field \\\"addresses\\"
    "\".\"}]},\"doc\":\"All of it, with the account's e-mail.\"}]}]},{\"name\":\"visitor_linked\","
    "\"default\":null,\"doc\":\"A visitor is this person.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"VisitorLinked\",\"doc\":\"A visitor is this person.\",\"fields\":[{\"name\":\"v"
    "isitor\",\"type\":\"string\",\"doc\":\"The visitor.\"}]}]},{\"name\":\"member_removed\",\"def"
    "ault\":null,\"doc\":\"They lost their role. Letter.\",\"type\":[\"null\",{\"type\":\"record\""
    ",\"name\":\"MemberRemoved\",\"doc\":\"They lost their role and are a customer from now on; th"
    "eir sessions are revoked.\",\"fields\":[{\"name\":\"role\",\"type\":\"string\",\"doc\":\"Whic"
    "h role they had.\"},{\"name\":\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\""
    "doc\":\"Whose owner or staff.\"}]}]},{\"name\":\"person_forgotten\",\"default\":null,\"doc\":"
    "\"A person was forgotten.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PersonForgotte"
    "n\",\"doc\":\"A person was forgotten; the key under which all of theirs is sealed has no use."
    "\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"asked.\"}]}]},{\"name\":\"a"
    "ccount_removed\",\"default\":null,\"doc\":\"An account is no more.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"AccountRemoved\",\"doc\":\"An account is no more: the e-mail is fr"
    "ee, and its person's key has no use.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\","
    "\"doc\":\"unverified or uninvited: nobody joined; forgotten: the last of it, a day after.\"}]"
    "}]},{\"name\":\"request_refused\",\"default\":null,\"doc\":\"A request of another kind was re"
    "fused.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RequestRefused\",\"doc\":\"A requ"
    "est that has no refusal of its own was refused.\",\"fields\":[{\"name\":\"request\",\"type\":"
    "\"string\",\"doc\":\"Which, by its name in AccountRequest.\"},{\"name\":\"reason\",\"type\":"
    "\"string\",\"doc\":\"unknown_account, unknown_session, session_ended, session_taken, token_re"
    "used, wrong_token (never sent, used, or expired), unverified, locked, password_changed, not_a"
    "_member, other_person, other_visitor or already_verified.\"},{\"name\":\"session\",\"type\":["
    "\"null\",\"string\"],\"default\":null,\"doc\":\"Of which session; null: of none.\"}]}]}]}";

const struct fy_schema account_event_schema_32 = {
    .id = 32,
    .version = 1,
    .fingerprint = UINT64_C(0xcaa65a294e19c12c),
    .subject = "accounts-value",
    .text = text_32,
    .name = "account_event",
    .type = &fy_type_account_event,
    .size = sizeof(struct account_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_65[] =
    "{\"type\":\"record\",\"name\":\"AccountEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What has happened to an account, or to a guest; refusals too, for somebody may have to be t"
    "old. Exactly one of the nullable records is set.\",\"fields\":[{\"name\":\"envelope\",\"type"
    "\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and wh"
    "y. The first field of every fact, event and request.\",\"fields\":[{\"name\":\"event_id\",\"t"
    "ype\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names this event for ever. A r"
    "etry across a crash may write the same id twice; it is one event.\"},{\"name\":\"cause_id\","
    "\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":"
    "\"The event_id this one follows from; null where the outside world began it.\"},{\"name\":\"r"
    "oot\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything began with. Decides wh"
    "ether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":"
    "\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"t"
    "ype\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our edge took it, UTC. A "
    "derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"strin"
    "g\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. Set in event and reque"
    "st topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\""
    "Dense number per writer and destination partition, from 1. Set together with writer.\"}]},\"d"
    "oc\":\"Who, when and why; cause_id is the request's event_id, null where time alone was the c"
    "ause.\"},{\"name\":\"subject\",\"type\":\"string\",\"doc\":\"The account, 64 hex digits, or a"
    " guest's person; also the key.\"},{\"name\":\"person\",\"type\":[\"null\",\"string\"],\"defau"
    "lt\":null,\"doc\":\"Whose the account is; null where there is none.\"},{\"name\":\"decided_ms"
    "\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was de"
    "cided, by the broker's clock, UTC.\"},{\"name\":\"request_partition\",\"type\":[\"null\",\"in"
    "t\"],\"default\":null,\"doc\":\"Where the request is in account-requests; null where time alo"
    "ne was the cause.\"},{\"name\":\"request_offset\",\"type\":[\"null\",\"long\"],\"default\":nu"
    "ll,\"doc\":\"Its offset there. Set together with request_partition.\"},{\"name\":\"account_cr"
    "eated\",\"default\":null,\"doc\":\"Somebody registered. Letter: is it your e-mail?\",\"type\""
    ":[\"null\",{\"type\":\"record\",\"name\":\"AccountCreated\",\"doc\":\"Somebody registered, as"
    " a customer. Nobody signs in before the e-mail is verified.\",\"fields\":[{\"name\":\"passwor"
    "d\",\"type\":{\"type\":\"record\",\"name\":\"PasswordEncrypted\",\"namespace\":\"fy\",\"doc\""
    ":\"How a password is recognised, sealed under the person's key: facts stay for ever, and a fo"
    "rgotten person's hash must not.\",\"fields\":[{\"name\":\"password_hash\",\"type\":\"bytes\","
    "\"max_bytes\":512,\"personal\":true,\"doc\":\"Argon2id's text with salt and costs; sealed as "
    "field \\\"password\\\".\"}]},\"doc\":\"How the password is recognised.\"},{\"name\":\"verify_"
    "hash\",\"type\":\"string\",\"doc\":\"Hash of the token in the letter.\"},{\"name\":\"verify_u"
    "ntil_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until w"
    "hen the token counts, UTC; then the account is removed.\"},{\"name\":\"letter\",\"type\":{\"t"
    "ype\":\"record\",\"name\":\"LetterEncrypted\",\"namespace\":\"fy\",\"doc\":\"What a letter to"
    " a person needs, sealed under that person's key; unreadable once the key is gone.\",\"fields"
    "\":[{\"name\":\"email\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"pe"
    "rsonal\":true,\"doc\":\"Where it goes; sealed as field \\\"email\\\". Null where the account'"
    "s own is meant.\"},{\"name\":\"token\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_b"
    "ytes\":512,\"personal\":true,\"doc\":\"The single-use token it carries, as the reader is to g"
    "ive it back; sealed as field \\\"token\\\". Null: it carries none.\"}]},\"doc\":\"E-mail and "
    "token.\"}]}]},{\"name\":\"create_refused\",\"default\":null,\"doc\":\"Somebody registered wit"
    "h an e-mail that has an account. Letter to the owner.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"CreateRefused\",\"doc\":\"Somebody registered with an e-mail that has an accoun"
    "t. They are told what all are told; the owner gets a letter.\",\"fields\":[{\"name\":\"reason"
    "\",\"type\":\"string\",\"doc\":\"taken.\"},{\"name\":\"refused_person\",\"type\":\"string\","
    "\"doc\":\"The person who is none; the key has no use.\"},{\"name\":\"letter\",\"type\":\"fy.L"
    "etterEncrypted\",\"doc\":\"The owner's e-mail, no token; both null where the account has none"
    ".\"}]}]},{\"name\":\"member_invited\",\"default\":null,\"doc\":\"Somebody is asked to join. L"
    "etter.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"MemberInvited\",\"doc\":\"Somebod"
    "y is asked to join, with a role; an earlier invitation counts no more.\",\"fields\":[{\"name"
    "\":\"role\",\"type\":\"string\",\"doc\":\"Which role they would have.\"},{\"name\":\"supplier"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff; null for o"
    "ther roles.\"},{\"name\":\"invite_hash\",\"type\":\"string\",\"doc\":\"Hash of the token in t"
    "he letter.\"},{\"name\":\"invite_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"tim"
    "estamp-millis\"},\"doc\":\"Until when the token counts, UTC.\"},{\"name\":\"letter\",\"type\""
    ":\"fy.LetterEncrypted\",\"doc\":\"E-mail and token.\"}]}]},{\"name\":\"invite_refused\",\"def"
    "ault\":null,\"doc\":\"An invitation was not sent.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"InviteRefused\",\"doc\":\"An invitation was not sent.\",\"fields\":[{\"name\":\"re"
    "ason\",\"type\":\"string\",\"doc\":\"has_role: they have another role already; no_role: there"
    " is no such role, or its supplier is missing or too much; other_person: the letter is sealed "
    "for somebody else, ask again.\"},{\"name\":\"refused_person\",\"type\":\"string\",\"doc\":\"T"
    "he person the edge meant.\"}]}]},{\"name\":\"invitation_accepted\",\"default\":null,\"doc\":"
    "\"They joined.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"InvitationAccepted\",\"do"
    "c\":\"They joined; their e-mail is verified, and what sessions they had are revoked.\",\"fiel"
    "ds\":[{\"name\":\"role\",\"type\":\"string\",\"doc\":\"Their role from now on.\"},{\"name\":"
    "\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff; "
    "null for other roles.\"},{\"name\":\"password\",\"type\":\"fy.PasswordEncrypted\",\"doc\":\"H"
    "ow the password is recognised.\"}]}]},{\"name\":\"invitation_ended\",\"default\":null,\"doc\""
    ":\"An invitation counts no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Invitat"
    "ionEnded\",\"doc\":\"An invitation counts no more, and nobody joined.\",\"fields\":[{\"name\""
    ":\"reason\",\"type\":\"string\",\"doc\":\"expired or withdrawn.\"},{\"name\":\"role\",\"type"
    "\":\"string\",\"doc\":\"Which role they would have had.\"},{\"name\":\"supplier\",\"type\":["
    "\"null\",\"string\"],\"default\":null,\"doc\":\"Whose owner or staff.\"}]}]},{\"name\":\"emai"
    "l_verified\",\"default\":null,\"doc\":\"The e-mail is theirs.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"EmailVerified\",\"doc\":\"The e-mail is theirs.\",\"fields\":[{\"name\""
    ":\"by\",\"type\":\"string\",\"doc\":\"letter.\"}]}]},{\"name\":\"password_reset_asked\",\"def"
    "ault\":null,\"doc\":\"The password is forgotten. Letter.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"PasswordResetAsked\",\"doc\":\"The password is forgotten; an earlier token c"
    "ounts no more.\",\"fields\":[{\"name\":\"reset_hash\",\"type\":\"string\",\"doc\":\"Hash of t"
    "he token in the letter.\"},{\"name\":\"reset_until_ms\",\"type\":{\"type\":\"long\",\"logical"
    "Type\":\"timestamp-millis\"},\"doc\":\"Until when the token counts, UTC.\"},{\"name\":\"lette"
    "r\",\"type\":\"fy.LetterEncrypted\",\"doc\":\"E-mail and token.\"}]}]},{\"name\":\"password_r"
    "eset_ended\",\"default\":null,\"doc\":\"A reset's token counts no more.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"PasswordResetEnded\",\"doc\":\"A reset's token counts no more"
    ", and was not used.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"expired."
    "\"}]}]},{\"name\":\"password_changed\",\"default\":null,\"doc\":\"Another password, or the sa"
    "me at other costs. Letter unless rehashed.\",\"type\":[\"null\",{\"type\":\"record\",\"name\""
    ":\"PasswordChanged\",\"doc\":\"The password is recognised by something else from now on.\",\""
    "fields\":[{\"name\":\"why\",\"type\":\"string\",\"doc\":\"changed, reset (the e-mail is verif"
    "ied with it) or rehashed (the same password at other costs).\"},{\"name\":\"password\",\"type"
    "\":\"fy.PasswordEncrypted\",\"doc\":\"How the password is recognised.\"}]}]},{\"name\":\"sess"
    "ion_opened\",\"default\":null,\"doc\":\"They signed in.\",\"type\":[\"null\",{\"type\":\"reco"
    "rd\",\"name\":\"SessionOpened\",\"doc\":\"They signed in; wrong passwords before are forgotte"
    "n.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The session.\"},{\"name"
    "\":\"refresh_hash\",\"type\":\"string\",\"doc\":\"Hash of its first refresh token.\"},{\"name"
    "\":\"label\",\"type\":\"string\",\"doc\":\"What it is shown as, coarse.\"}]}]},{\"name\":\"lo"
    "gin_failed\",\"default\":null,\"doc\":\"A wrong password.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"LoginFailed\",\"doc\":\"A wrong password, or no such account.\",\"fields\":"
    "[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"wrong_password, locked (nothing was looke"
    "d at) or unknown_account.\"},{\"name\":\"failures\",\"type\":\"int\",\"doc\":\"Wrong password"
    "s since the last right one; 0 where there is no account.\"},{\"name\":\"locked_until_ms\",\"t"
    "ype\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"default\":null,\""
    "doc\":\"No password is looked at before, UTC; null: the next may come at once.\"}]}]},{\"name"
    "\":\"session_refreshed\",\"default\":null,\"doc\":\"A session goes on.\",\"type\":[\"null\",{"
    "\"type\":\"record\",\"name\":\"SessionRefreshed\",\"doc\":\"A session goes on with another re"
    "fresh token.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The session.\""
    "},{\"name\":\"old_hash\",\"type\":\"string\",\"doc\":\"Hash of the token that was used.\"},{"
    "\"name\":\"new_hash\",\"type\":\"string\",\"doc\":\"Hash of the token in force.\"}]}]},{\"nam"
    "e\":\"session_revoked\",\"default\":null,\"doc\":\"A session ended. Letter when reused.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"SessionRevoked\",\"doc\":\"A session ended: n"
    "o token of it counts.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc\":\"The s"
    "ession.\"},{\"name\":\"why\",\"type\":\"string\",\"doc\":\"logged_out, revoked, reused, passw"
    "ord_changed, role_changed, too_many, idle or forgotten.\"}]}]},{\"name\":\"session_removed\","
    "\"default\":null,\"doc\":\"A session that ended leaves the tables.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"SessionRemoved\",\"doc\":\"A session that ended leaves the tables:"
    " every token of it has expired.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\",\"doc"
    "\":\"The session.\"}]}]},{\"name\":\"profile_set\",\"default\":null,\"doc\":\"They said who t"
    "hey are.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProfileSet\",\"doc\":\"They sai"
    "d who they are: all of it. Of a guest the person begins with it.\",\"fields\":[{\"name\":\"pr"
    "ofile\",\"type\":{\"type\":\"record\",\"name\":\"ProfileEncrypted\",\"namespace\":\"fy\",\"do"
    "c\":\"Who a person is, each part sealed under that person's key by its name.\",\"fields\":[{"
    "\"name\":\"email\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"persona"
    "l\":true,\"doc\":\"E-mail; sealed as field \\\"email\\\".\"},{\"name\":\"full_name\",\"type\""
    ":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":512,\"personal\":true,\"doc\":\"Name; se"
    "aled as field \\\"full_name\\\".\"},{\"name\":\"phone\",\"type\":[\"null\",\"bytes\"],\"defau"
    "lt\":null,\"max_bytes\":128,\"personal\":true,\"doc\":\"Phone; sealed as field \\\"phone\\\"."
    "\"},{\"name\":\"addresses\",\"type\":[\"null\",\"bytes\"],\"default\":null,\"max_bytes\":8192"
    ",\"personal\":true,\"doc\":\"Postal addresses, a JSON array; sealed as field \\\"addresses\\"
    "\".\"}]},\"doc\":\"All of it, with the account's e-mail.\"}]}]},{\"name\":\"visitor_linked\","
    "\"default\":null,\"doc\":\"A visitor is this person.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"VisitorLinked\",\"doc\":\"A visitor is this person.\",\"fields\":[{\"name\":\"v"
    "isitor\",\"type\":\"string\",\"doc\":\"The visitor.\"}]}]},{\"name\":\"member_removed\",\"def"
    "ault\":null,\"doc\":\"They lost their role. Letter.\",\"type\":[\"null\",{\"type\":\"record\""
    ",\"name\":\"MemberRemoved\",\"doc\":\"They lost their role and are a customer from now on; th"
    "eir sessions are revoked.\",\"fields\":[{\"name\":\"role\",\"type\":\"string\",\"doc\":\"Whic"
    "h role they had.\"},{\"name\":\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\""
    "doc\":\"Whose owner or staff.\"}]}]},{\"name\":\"person_forgotten\",\"default\":null,\"doc\":"
    "\"A person was forgotten.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PersonForgotte"
    "n\",\"doc\":\"A person was forgotten; the key under which all of theirs is sealed has no use."
    "\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"asked.\"},{\"name\":\"visit"
    "ors\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[],\"doc\":\"Visitors th"
    "ey were, newest last; at most 16.\"}]}]},{\"name\":\"account_removed\",\"default\":null,\"doc"
    "\":\"An account is no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"AccountRemov"
    "ed\",\"doc\":\"An account is no more: the e-mail is free, and its person's key has no use.\","
    "\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unverified or uninvited: nobod"
    "y joined; forgotten: the last of it, a day after.\"}]}]},{\"name\":\"request_refused\",\"defa"
    "ult\":null,\"doc\":\"A request of another kind was refused.\",\"type\":[\"null\",{\"type\":\""
    "record\",\"name\":\"RequestRefused\",\"doc\":\"A request that has no refusal of its own was r"
    "efused.\",\"fields\":[{\"name\":\"request\",\"type\":\"string\",\"doc\":\"Which, by its name "
    "in AccountRequest.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_account, unk"
    "nown_session, session_ended, session_taken, token_reused, wrong_token (never sent, used, or e"
    "xpired), unverified, locked, password_changed, not_a_member, other_person, other_visitor or a"
    "lready_verified.\"},{\"name\":\"session\",\"type\":[\"null\",\"string\"],\"default\":null,\"d"
    "oc\":\"Of which session; null: of none.\"}]}]}]}";

const struct fy_schema account_event_schema = {
    .id = 65,
    .version = 2,
    .fingerprint = UINT64_C(0x38114c77ca8bb8e1),
    .subject = "accounts-value",
    .text = text_65,
    .name = "account_event",
    .type = &fy_type_account_event,
    .size = sizeof(struct account_event),
    .encode = encode_any,
    .decode = decode_any,
};
