/*
 * Made by fy-generate from schemas/payment_report.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_attempt_begun(struct fy_reader *in, struct attempt_begun *value)
{
    int symbol;
    bool set;

    if (!fy_read_symbol(in, 4, &symbol))
        return false;
    value->step = (enum payment_step)symbol;
    if (!fy_read_branch(in, &set))
        return false;
    value->refund_id = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->refund_id))
        return false;
    if (!fy_read_string(in, &value->instance))
        return false;
    if (!fy_read_int(in, &value->attempt))
        return false;
    if (!fy_read_string(in, &value->idempotency_key))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_amount_minor = set;
    value->amount_minor = 0;
    if (set && !fy_read_long(in, &value->amount_minor))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->currency = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->currency))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->payment_method = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->payment_method))
        return false;
    return true;
}

static bool read_payment_authorised(struct fy_reader *in, struct payment_authorised *value)
{
    if (!fy_read_long(in, &value->paid_ms))
        return false;
    return true;
}

static bool read_action_required(struct fy_reader *in, struct action_required *value)
{
    bool set;

    if (!fy_read_string(in, &value->url))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_expires_ms = set;
    value->expires_ms = 0;
    if (set && !fy_read_long(in, &value->expires_ms))
        return false;
    return true;
}

static bool read_payment_declined(struct fy_reader *in, struct payment_declined *value)
{
    if (!fy_read_string(in, &value->code))
        return false;
    return true;
}

static bool read_payment_captured(struct fy_reader *in, struct payment_captured *value)
{
    if (!fy_read_money(in, &value->amount))
        return false;
    if (!fy_read_long(in, &value->fee_minor))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    return true;
}

static bool read_payment_voided(struct fy_reader *in, struct payment_voided *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_payment_refunded(struct fy_reader *in, struct payment_refunded *value)
{
    if (!fy_read_string(in, &value->refund_id))
        return false;
    if (!fy_read_money(in, &value->amount))
        return false;
    return true;
}

static bool read_step_not_done(struct fy_reader *in, struct step_not_done *value)
{
    int symbol;
    bool set;

    if (!fy_read_symbol(in, 4, &symbol))
        return false;
    value->step = (enum payment_step)symbol;
    if (!fy_read_branch(in, &set))
        return false;
    value->refund_id = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->refund_id))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_provider_state_seen(struct fy_reader *in, struct provider_state_seen *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->webhook = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->webhook))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->provider_ref = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->provider_ref))
        return false;
    if (!fy_read_string(in, &value->type))
        return false;
    return true;
}

static bool read_payment_report_attempt_begun(
    struct fy_reader *in, const struct attempt_begun **ret_value)
{
    struct attempt_begun *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_attempt_begun(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_report_payment_authorised(
    struct fy_reader *in, const struct payment_authorised **ret_value)
{
    struct payment_authorised *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_payment_authorised(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_report_action_required(
    struct fy_reader *in, const struct action_required **ret_value)
{
    struct action_required *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_action_required(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_report_payment_declined(
    struct fy_reader *in, const struct payment_declined **ret_value)
{
    struct payment_declined *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_payment_declined(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_report_payment_captured(
    struct fy_reader *in, const struct payment_captured **ret_value)
{
    struct payment_captured *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_payment_captured(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_report_payment_voided(
    struct fy_reader *in, const struct payment_voided **ret_value)
{
    struct payment_voided *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_payment_voided(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_report_payment_refunded(
    struct fy_reader *in, const struct payment_refunded **ret_value)
{
    struct payment_refunded *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_payment_refunded(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_report_step_not_done(
    struct fy_reader *in, const struct step_not_done **ret_value)
{
    struct step_not_done *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_step_not_done(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_report_provider_state_seen(
    struct fy_reader *in, const struct provider_state_seen **ret_value)
{
    struct provider_state_seen *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_provider_state_seen(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_payment_report(struct fy_reader *in, struct payment_report *value)
{
    int set_count;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_string(in, &value->payment))
        return false;
    if (!fy_read_payment_standing(in, &value->standing))
        return false;
    if (!fy_read_long(in, &value->version))
        return false;
    if (!read_payment_report_attempt_begun(in, &value->attempt_begun))
        return false;
    if (!read_payment_report_payment_authorised(in, &value->payment_authorised))
        return false;
    if (!read_payment_report_action_required(in, &value->action_required))
        return false;
    if (!read_payment_report_payment_declined(in, &value->payment_declined))
        return false;
    if (!read_payment_report_payment_captured(in, &value->payment_captured))
        return false;
    if (!read_payment_report_payment_voided(in, &value->payment_voided))
        return false;
    if (!read_payment_report_payment_refunded(in, &value->payment_refunded))
        return false;
    if (!read_payment_report_step_not_done(in, &value->step_not_done))
        return false;
    if (!read_payment_report_provider_state_seen(in, &value->provider_state_seen))
        return false;
    set_count = 0;
    set_count += value->attempt_begun != NULL;
    set_count += value->payment_authorised != NULL;
    set_count += value->action_required != NULL;
    set_count += value->payment_declined != NULL;
    set_count += value->payment_captured != NULL;
    set_count += value->payment_voided != NULL;
    set_count += value->payment_refunded != NULL;
    set_count += value->step_not_done != NULL;
    set_count += value->provider_state_seen != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_53_payment_report;
static const struct fy_plan plan_53_envelope;
static const struct fy_plan plan_53_payment_standing;
static const struct fy_plan plan_53_attempt_begun;
static const struct fy_plan plan_53_payment_authorised;
static const struct fy_plan plan_53_action_required;
static const struct fy_plan plan_53_payment_declined;
static const struct fy_plan plan_53_payment_captured;
static const struct fy_plan plan_53_money;
static const struct fy_plan plan_53_payment_voided;
static const struct fy_plan plan_53_payment_refunded;
static const struct fy_plan plan_53_step_not_done;
static const struct fy_plan plan_53_provider_state_seen;

static const struct fy_plan_field fields_of_plan_53_payment_report[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_53_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_53_payment_standing},
    {.kind = FY_FIELD_RECORD, .target = 5, .nullable = true, .record = &plan_53_attempt_begun},
    {.kind = FY_FIELD_RECORD, .target = 6, .nullable = true, .record = &plan_53_payment_authorised},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_53_action_required},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_53_payment_declined},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_53_payment_captured},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_53_payment_voided},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_53_payment_refunded},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_53_step_not_done},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_53_provider_state_seen},
};

static const struct fy_plan plan_53_payment_report = {
    .fields = fields_of_plan_53_payment_report,
    .field_count = 13,
    .missing = (const uint8_t[]){4},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_53_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_53_envelope = {
    .fields = fields_of_plan_53_envelope,
    .field_count = 7,
};

static const int32_t symbols_53_payment_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_53_payment_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 8, .symbols = symbols_53_payment_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 7, .nullable = true},
};

static const struct fy_plan plan_53_payment_standing = {
    .fields = fields_of_plan_53_payment_standing,
    .field_count = 8,
};

static const int32_t symbols_53_attempt_begun_step[] = {0, 1, 2, 3};
static const struct fy_plan_field fields_of_plan_53_attempt_begun[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 4, .symbols = symbols_53_attempt_begun_step},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_INT, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 7, .nullable = true},
};

static const struct fy_plan plan_53_attempt_begun = {
    .fields = fields_of_plan_53_attempt_begun,
    .field_count = 7,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_53_payment_authorised[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_53_payment_authorised = {
    .fields = fields_of_plan_53_payment_authorised,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_53_action_required[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1, .nullable = true},
};

static const struct fy_plan plan_53_action_required = {
    .fields = fields_of_plan_53_action_required,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_53_payment_declined[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_53_payment_declined = {
    .fields = fields_of_plan_53_payment_declined,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_53_payment_captured[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_53_money},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_53_payment_captured = {
    .fields = fields_of_plan_53_payment_captured,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_53_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_53_money = {
    .fields = fields_of_plan_53_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_53_payment_voided[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_53_payment_voided = {
    .fields = fields_of_plan_53_payment_voided,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_53_payment_refunded[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_53_money},
};

static const struct fy_plan plan_53_payment_refunded = {
    .fields = fields_of_plan_53_payment_refunded,
    .field_count = 2,
};

static const int32_t symbols_53_step_not_done_step[] = {0, 1, 2, 3};
static const struct fy_plan_field fields_of_plan_53_step_not_done[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 4, .symbols = symbols_53_step_not_done_step},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_53_step_not_done = {
    .fields = fields_of_plan_53_step_not_done,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_53_provider_state_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_53_provider_state_seen = {
    .fields = fields_of_plan_53_provider_state_seen,
    .field_count = 2,
    .missing = (const uint8_t[]){1},
    .missing_count = 1,
};

enum fy_status payment_report_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct payment_report *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 53:
        return fy_read_end(&in, fy_resolve(&in, &plan_53_payment_report, &fy_type_payment_report, ret_value));
    case 60:
        return fy_read_end(&in, fy_read_payment_report(&in, ret_value));
    case 75:
        return fy_read_end(&in, fy_read_payment_report(&in, ret_value));
    case 83:
        return fy_read_end(&in, fy_read_payment_report(&in, ret_value));
    default:
        return fy_read_unknown(&in, "payment_report");
    }
}

static size_t room_attempt_begun(const struct attempt_begun *value)
{
    size_t room = 74;

    room += value->refund_id.size;
    room += value->instance.size;
    room += value->idempotency_key.size;
    room += value->currency.size;
    room += value->payment_method.size;
    return room;
}

static uint8_t *write_attempt_begun(uint8_t *at, const struct attempt_begun *value)
{
    at = fy_write_long(at, value->step);
    at = fy_write_branch(at, value->refund_id.data != NULL);
    if (value->refund_id.data != NULL)
        at = fy_write_string(at, value->refund_id);
    at = fy_write_string(at, value->instance);
    at = fy_write_long(at, value->attempt);
    at = fy_write_string(at, value->idempotency_key);
    at = fy_write_branch(at, value->has_amount_minor);
    if (value->has_amount_minor)
        at = fy_write_long(at, value->amount_minor);
    at = fy_write_branch(at, value->currency.data != NULL);
    if (value->currency.data != NULL)
        at = fy_write_string(at, value->currency);
    at = fy_write_branch(at, value->payment_method.data != NULL);
    if (value->payment_method.data != NULL)
        at = fy_write_string(at, value->payment_method);
    return at;
}

static size_t room_payment_authorised(const struct payment_authorised *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_payment_authorised(uint8_t *at, const struct payment_authorised *value)
{
    at = fy_write_long(at, value->paid_ms);
    return at;
}

static size_t room_action_required(const struct action_required *value)
{
    size_t room = 21;

    room += value->url.size;
    return room;
}

static uint8_t *write_action_required(uint8_t *at, const struct action_required *value)
{
    at = fy_write_string(at, value->url);
    at = fy_write_branch(at, value->has_expires_ms);
    if (value->has_expires_ms)
        at = fy_write_long(at, value->expires_ms);
    return at;
}

static size_t room_payment_declined(const struct payment_declined *value)
{
    size_t room = 10;

    room += value->code.size;
    return room;
}

static uint8_t *write_payment_declined(uint8_t *at, const struct payment_declined *value)
{
    at = fy_write_string(at, value->code);
    return at;
}

static size_t room_payment_captured(const struct payment_captured *value)
{
    size_t room = 20;

    room += fy_room_money(&value->amount);
    room += value->currency.size;
    return room;
}

static uint8_t *write_payment_captured(uint8_t *at, const struct payment_captured *value)
{
    at = fy_write_money(at, &value->amount);
    at = fy_write_long(at, value->fee_minor);
    at = fy_write_string(at, value->currency);
    return at;
}

static size_t room_payment_voided(const struct payment_voided *value)
{
    size_t room = 10;

    room += value->reason.size;
    return room;
}

static uint8_t *write_payment_voided(uint8_t *at, const struct payment_voided *value)
{
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_payment_refunded(const struct payment_refunded *value)
{
    size_t room = 10;

    room += value->refund_id.size;
    room += fy_room_money(&value->amount);
    return room;
}

static uint8_t *write_payment_refunded(uint8_t *at, const struct payment_refunded *value)
{
    at = fy_write_string(at, value->refund_id);
    at = fy_write_money(at, &value->amount);
    return at;
}

static size_t room_step_not_done(const struct step_not_done *value)
{
    size_t room = 26;

    room += value->refund_id.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_step_not_done(uint8_t *at, const struct step_not_done *value)
{
    at = fy_write_long(at, value->step);
    at = fy_write_branch(at, value->refund_id.data != NULL);
    if (value->refund_id.data != NULL)
        at = fy_write_string(at, value->refund_id);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_provider_state_seen(const struct provider_state_seen *value)
{
    size_t room = 32;

    room += value->webhook.size;
    room += value->provider_ref.size;
    room += value->type.size;
    return room;
}

static uint8_t *write_provider_state_seen(uint8_t *at, const struct provider_state_seen *value)
{
    at = fy_write_branch(at, value->webhook.data != NULL);
    if (value->webhook.data != NULL)
        at = fy_write_string(at, value->webhook);
    at = fy_write_branch(at, value->provider_ref.data != NULL);
    if (value->provider_ref.data != NULL)
        at = fy_write_string(at, value->provider_ref);
    at = fy_write_string(at, value->type);
    return at;
}

size_t fy_room_payment_report(const struct payment_report *value)
{
    size_t room = 39;

    room += fy_room_envelope(&value->envelope);
    room += value->order.size;
    room += value->payment.size;
    room += fy_room_payment_standing(&value->standing);
    if (value->attempt_begun != NULL)
        room += room_attempt_begun(value->attempt_begun);
    if (value->payment_authorised != NULL)
        room += room_payment_authorised(value->payment_authorised);
    if (value->action_required != NULL)
        room += room_action_required(value->action_required);
    if (value->payment_declined != NULL)
        room += room_payment_declined(value->payment_declined);
    if (value->payment_captured != NULL)
        room += room_payment_captured(value->payment_captured);
    if (value->payment_voided != NULL)
        room += room_payment_voided(value->payment_voided);
    if (value->payment_refunded != NULL)
        room += room_payment_refunded(value->payment_refunded);
    if (value->step_not_done != NULL)
        room += room_step_not_done(value->step_not_done);
    if (value->provider_state_seen != NULL)
        room += room_provider_state_seen(value->provider_state_seen);
    return room;
}

uint8_t *fy_write_payment_report(uint8_t *at, const struct payment_report *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->order);
    at = fy_write_string(at, value->payment);
    at = fy_write_payment_standing(at, &value->standing);
    at = fy_write_long(at, value->version);
    at = fy_write_branch(at, value->attempt_begun != NULL);
    if (value->attempt_begun != NULL)
        at = write_attempt_begun(at, value->attempt_begun);
    at = fy_write_branch(at, value->payment_authorised != NULL);
    if (value->payment_authorised != NULL)
        at = write_payment_authorised(at, value->payment_authorised);
    at = fy_write_branch(at, value->action_required != NULL);
    if (value->action_required != NULL)
        at = write_action_required(at, value->action_required);
    at = fy_write_branch(at, value->payment_declined != NULL);
    if (value->payment_declined != NULL)
        at = write_payment_declined(at, value->payment_declined);
    at = fy_write_branch(at, value->payment_captured != NULL);
    if (value->payment_captured != NULL)
        at = write_payment_captured(at, value->payment_captured);
    at = fy_write_branch(at, value->payment_voided != NULL);
    if (value->payment_voided != NULL)
        at = write_payment_voided(at, value->payment_voided);
    at = fy_write_branch(at, value->payment_refunded != NULL);
    if (value->payment_refunded != NULL)
        at = write_payment_refunded(at, value->payment_refunded);
    at = fy_write_branch(at, value->step_not_done != NULL);
    if (value->step_not_done != NULL)
        at = write_step_not_done(at, value->step_not_done);
    at = fy_write_branch(at, value->provider_state_seen != NULL);
    if (value->provider_state_seen != NULL)
        at = write_provider_state_seen(at, value->provider_state_seen);
    return at;
}

enum fy_status payment_report_encode(const struct payment_report *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->attempt_begun != NULL;
    set_count += value->payment_authorised != NULL;
    set_count += value->action_required != NULL;
    set_count += value->payment_declined != NULL;
    set_count += value->payment_captured != NULL;
    set_count += value->payment_voided != NULL;
    set_count += value->payment_refunded != NULL;
    set_count += value->step_not_done != NULL;
    set_count += value->provider_state_seen != NULL;
    if (set_count != 1)
        return fy_write_one_of("payment_report", set_count, err);
    room = fy_room_payment_report(value);
    begin = fy_write_begin(arena, 83, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_payment_report(begin, value), ret_bytes);
}

static const char *const payment_step_symbols[] = {
    "AUTHORISE",
    "CAPTURE",
    "VOID",
    "REFUND",
};

static const struct fy_field fields_of_attempt_begun[] = {
    {
        .name = "step",
        .name_bytes = 4,
        .offset = offsetof(struct attempt_begun, step),
        .kind = FY_FIELD_ENUM,
        .symbols = payment_step_symbols,
        .symbol_count = 4,
    },
    {
        .name = "refund_id",
        .name_bytes = 9,
        .offset = offsetof(struct attempt_begun, refund_id),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "instance",
        .name_bytes = 8,
        .offset = offsetof(struct attempt_begun, instance),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const struct fy_slice){(const uint8_t *)"", 0},
    },
    {
        .name = "attempt",
        .name_bytes = 7,
        .offset = offsetof(struct attempt_begun, attempt),
        .kind = FY_FIELD_INT,
        .min = 1,
        .max = 2147483647,
    },
    {
        .name = "idempotency_key",
        .name_bytes = 15,
        .offset = offsetof(struct attempt_begun, idempotency_key),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "amount_minor",
        .name_bytes = 12,
        .offset = offsetof(struct attempt_begun, amount_minor),
        .has_offset = offsetof(struct attempt_begun, has_amount_minor),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct attempt_begun, currency),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 3,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "payment_method",
        .name_bytes = 14,
        .offset = offsetof(struct attempt_begun, payment_method),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_attempt_begun = {
    .name = "AttemptBegun",
    .fields = fields_of_attempt_begun,
    .field_count = 8,
    .size = sizeof(struct attempt_begun),
};

static const struct fy_field fields_of_payment_authorised[] = {
    {
        .name = "paid_ms",
        .name_bytes = 7,
        .offset = offsetof(struct payment_authorised, paid_ms),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_payment_authorised = {
    .name = "PaymentAuthorised",
    .fields = fields_of_payment_authorised,
    .field_count = 1,
    .size = sizeof(struct payment_authorised),
};

static const struct fy_field fields_of_action_required[] = {
    {
        .name = "url",
        .name_bytes = 3,
        .offset = offsetof(struct action_required, url),
        .kind = FY_FIELD_STRING,
        .min_bytes = 1,
        .max_bytes = 1024,
    },
    {
        .name = "expires_ms",
        .name_bytes = 10,
        .offset = offsetof(struct action_required, expires_ms),
        .has_offset = offsetof(struct action_required, has_expires_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_action_required = {
    .name = "ActionRequired",
    .fields = fields_of_action_required,
    .field_count = 2,
    .size = sizeof(struct action_required),
};

static const struct fy_field fields_of_payment_declined[] = {
    {
        .name = "code",
        .name_bytes = 4,
        .offset = offsetof(struct payment_declined, code),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
};

static const struct fy_type type_payment_declined = {
    .name = "PaymentDeclined",
    .fields = fields_of_payment_declined,
    .field_count = 1,
    .size = sizeof(struct payment_declined),
};

static const struct fy_field fields_of_payment_captured[] = {
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct payment_captured, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "fee_minor",
        .name_bytes = 9,
        .offset = offsetof(struct payment_captured, fee_minor),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 9223372036854775807,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct payment_captured, currency),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 3,
    },
};

static const struct fy_type type_payment_captured = {
    .name = "PaymentCaptured",
    .fields = fields_of_payment_captured,
    .field_count = 3,
    .size = sizeof(struct payment_captured),
};

static const struct fy_field fields_of_payment_voided[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct payment_voided, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 32,
    },
};

static const struct fy_type type_payment_voided = {
    .name = "PaymentVoided",
    .fields = fields_of_payment_voided,
    .field_count = 1,
    .size = sizeof(struct payment_voided),
};

static const struct fy_field fields_of_payment_refunded[] = {
    {
        .name = "refund_id",
        .name_bytes = 9,
        .offset = offsetof(struct payment_refunded, refund_id),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct payment_refunded, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_payment_refunded = {
    .name = "PaymentRefunded",
    .fields = fields_of_payment_refunded,
    .field_count = 2,
    .size = sizeof(struct payment_refunded),
};

static const struct fy_field fields_of_step_not_done[] = {
    {
        .name = "step",
        .name_bytes = 4,
        .offset = offsetof(struct step_not_done, step),
        .kind = FY_FIELD_ENUM,
        .symbols = payment_step_symbols,
        .symbol_count = 4,
    },
    {
        .name = "refund_id",
        .name_bytes = 9,
        .offset = offsetof(struct step_not_done, refund_id),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct step_not_done, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
};

static const struct fy_type type_step_not_done = {
    .name = "StepNotDone",
    .fields = fields_of_step_not_done,
    .field_count = 3,
    .size = sizeof(struct step_not_done),
};

static const struct fy_field fields_of_provider_state_seen[] = {
    {
        .name = "webhook",
        .name_bytes = 7,
        .offset = offsetof(struct provider_state_seen, webhook),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 128,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "provider_ref",
        .name_bytes = 12,
        .offset = offsetof(struct provider_state_seen, provider_ref),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 128,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "type",
        .name_bytes = 4,
        .offset = offsetof(struct provider_state_seen, type),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
};

static const struct fy_type type_provider_state_seen = {
    .name = "ProviderStateSeen",
    .fields = fields_of_provider_state_seen,
    .field_count = 3,
    .size = sizeof(struct provider_state_seen),
};

static const struct fy_field fields_of_payment_report[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct payment_report, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct payment_report, order),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct payment_report, payment),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct payment_report, standing),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_payment_standing,
    },
    {
        .name = "version",
        .name_bytes = 7,
        .offset = offsetof(struct payment_report, version),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "attempt_begun",
        .name_bytes = 13,
        .offset = offsetof(struct payment_report, attempt_begun),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_attempt_begun,
    },
    {
        .name = "payment_authorised",
        .name_bytes = 18,
        .offset = offsetof(struct payment_report, payment_authorised),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_payment_authorised,
    },
    {
        .name = "action_required",
        .name_bytes = 15,
        .offset = offsetof(struct payment_report, action_required),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_action_required,
    },
    {
        .name = "payment_declined",
        .name_bytes = 16,
        .offset = offsetof(struct payment_report, payment_declined),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_payment_declined,
    },
    {
        .name = "payment_captured",
        .name_bytes = 16,
        .offset = offsetof(struct payment_report, payment_captured),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_payment_captured,
    },
    {
        .name = "payment_voided",
        .name_bytes = 14,
        .offset = offsetof(struct payment_report, payment_voided),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_payment_voided,
    },
    {
        .name = "payment_refunded",
        .name_bytes = 16,
        .offset = offsetof(struct payment_report, payment_refunded),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_payment_refunded,
    },
    {
        .name = "step_not_done",
        .name_bytes = 13,
        .offset = offsetof(struct payment_report, step_not_done),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_step_not_done,
    },
    {
        .name = "provider_state_seen",
        .name_bytes = 19,
        .offset = offsetof(struct payment_report, provider_state_seen),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_provider_state_seen,
    },
};

const struct fy_type fy_type_payment_report = {
    .name = "PaymentReport",
    .fields = fields_of_payment_report,
    .field_count = 14,
    .one_of = true,
    .size = sizeof(struct payment_report),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return payment_report_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return payment_report_decode(bytes, arena, ret_value, err);
}

static const char text_53[] =
    "{\"type\":\"record\",\"name\":\"PaymentReport\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What became of a payment. Exactly one of the nullable records is set; standing says how the"
    " payment stands behind it, so that no reader needs the order of reports.\",\"fields\":[{\"nam"
    "e\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"d"
    "oc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields\":[{\""
    "name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names t"
    "his event for ever. A retry across a crash may write the same id twice; it is one event.\"},{"
    "\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"de"
    "fault\":null,\"doc\":\"The event_id this one follows from; null where the outside world began"
    " it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything b"
    "egan with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type"
    "\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"ev"
    "ent_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our"
    " edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. "
    "Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"def"
    "ault\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set together"
    " with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why; cause_id is the request or the "
    "webhook; event_ms is when the provider's answer came, which deadlines are compared with.\"},{"
    "\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\""
    "doc\":\"Whose payment; also the key.\"},{\"name\":\"payment\",\"type\":\"string\",\"max_bytes"
    "\":64,\"doc\":\"Which: \\\"ORDER/n\\\".\"},{\"name\":\"standing\",\"type\":{\"type\":\"record"
    "\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as far a"
    "s we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentSt"
    "ate\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\"VOI"
    "DED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked for, outcome "
    "unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISED: promised"
    ". CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we asked. DECLI"
    "NED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\"How far it "
    "is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":"
    "\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":\"lo"
    "ng\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0; it stays "
    "when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":1000000000"
    "00,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"name\":\"ref"
    "unded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given back,"
    " minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"mi"
    "n\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, minor units, >"
    "= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_byte"
    "s\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":\"expires_m"
    "s\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not known, or n"
    "othing is promised.\"}]},\"doc\":\"How it stands now.\"},{\"name\":\"attempt_begun\",\"defaul"
    "t\":null,\"doc\":\"A call to the provider begins; written before it.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"AttemptBegun\",\"doc\":\"A call to the provider begins; written,"
    " and acknowledged, before it.\",\"fields\":[{\"name\":\"step\",\"type\":{\"type\":\"enum\",\""
    "name\":\"PaymentStep\",\"symbols\":[\"AUTHORISE\",\"CAPTURE\",\"VOID\",\"REFUND\"],\"doc\":\""
    "What of.\"},\"doc\":\"What is asked for.\"},{\"name\":\"refund_id\",\"default\":null,\"type\""
    ":[\"null\",\"string\"],\"max_bytes\":64,\"doc\":\"Which refund; null of other steps.\"},{\"na"
    "me\":\"attempt\",\"type\":\"int\",\"min\":1,\"doc\":\"Number of the attempt at this step, fro"
    "m 1: another key for the provider.\"},{\"name\":\"idempotency_key\",\"type\":\"string\",\"max"
    "_bytes\":64,\"doc\":\"The key given to the provider, derived from payment, step and attempt."
    "\"},{\"name\":\"amount_minor\",\"default\":null,\"type\":[\"null\",\"long\"],\"min\":0,\"doc"
    "\":\"How much, minor units; null of a void.\"},{\"name\":\"currency\",\"default\":null,\"type"
    "\":[\"null\",\"string\"],\"max_bytes\":3,\"doc\":\"Of the amount, ISO 4217.\"},{\"name\":\"pa"
    "yment_method\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"doc\":\"Of "
    "an authorisation: the provider's token for how they pay.\"}]}]},{\"name\":\"payment_authorise"
    "d\",\"default\":null,\"doc\":\"The money is promised.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"PaymentAuthorised\",\"doc\":\"The money is promised.\",\"fields\":[{\"name\":\""
    "paid_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"min\":0,\"doc\""
    ":\"When the provider says so, UTC.\"}]}]},{\"name\":\"action_required\",\"default\":null,\"do"
    "c\":\"The customer must confirm at the provider.\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"ActionRequired\",\"doc\":\"The customer must confirm at the provider, as 3-D Secure "
    "asks.\",\"fields\":[{\"name\":\"url\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":1024,"
    "\"doc\":\"Where, for the customer alone.\"},{\"name\":\"expires_ms\",\"default\":null,\"type"
    "\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"min\":0,\"doc\":\"Un"
    "til when, UTC; null: the provider did not say.\"}]}]},{\"name\":\"payment_declined\",\"defaul"
    "t\":null,\"doc\":\"The money is not promised.\",\"type\":[\"null\",{\"type\":\"record\",\"nam"
    "e\":\"PaymentDeclined\",\"doc\":\"The money is not promised, and will not be.\",\"fields\":[{"
    "\"name\":\"code\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"The provider's word: card_de"
    "clined, insufficient_funds, expired_card, authentication_failed ...\"}]}]},{\"name\":\"paymen"
    "t_captured\",\"default\":null,\"doc\":\"The money is taken.\",\"type\":[\"null\",{\"type\":\""
    "record\",\"name\":\"PaymentCaptured\",\"doc\":\"The money is taken.\",\"fields\":[{\"name\":"
    "\"amount\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An"
    " amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":10000"
    "0000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\""
    ",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"do"
    "c\":\"How much.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"min\":0,\"doc\":\"What the pro"
    "vider kept of it, minor units.\"},{\"name\":\"currency\",\"type\":\"string\",\"max_bytes\":3,"
    "\"doc\":\"Of the fee, ISO 4217.\"}]}]},{\"name\":\"payment_voided\",\"default\":null,\"doc\":"
    "\"The money is promised no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Payment"
    "Voided\",\"doc\":\"The money is promised no more, or never was.\",\"fields\":[{\"name\":\"rea"
    "son\",\"type\":\"string\",\"max_bytes\":32,\"doc\":\"asked, expired (at the provider) or neve"
    "r_asked.\"}]}]},{\"name\":\"payment_refunded\",\"default\":null,\"doc\":\"Money was given bac"
    "k.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PaymentRefunded\",\"doc\":\"Money was"
    " given back.\",\"fields\":[{\"name\":\"refund_id\",\"type\":\"string\",\"max_bytes\":64,\"doc"
    "\":\"Which refund.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much.\"}]}]},{"
    "\"name\":\"step_not_done\",\"default\":null,\"doc\":\"What was asked for is not so, and will "
    "not be.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StepNotDone\",\"doc\":\"What was"
    " asked for is not so and will not be, unless somebody asks in another way.\",\"fields\":[{\"n"
    "ame\":\"step\",\"type\":\"fy.PaymentStep\",\"doc\":\"What was asked for.\"},{\"name\":\"refun"
    "d_id\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"doc\":\"Which refun"
    "d; null of other steps.\"},{\"name\":\"reason\",\"type\":\"string\",\"max_bytes\":64,\"doc\":"
    "\"declined, expired, not_authorised, captured (a void of what was taken), too_much, refused o"
    "r unknown_payment.\"}]}]},{\"name\":\"provider_state_seen\",\"default\":null,\"doc\":\"The pr"
    "ovider says something unasked.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ProviderS"
    "tateSeen\",\"doc\":\"The provider says something unasked: a late success, an expiry.\",\"fiel"
    "ds\":[{\"name\":\"webhook\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":128"
    ",\"doc\":\"The provider's id of what it said; null: we looked it up.\"},{\"name\":\"type\",\""
    "type\":\"string\",\"max_bytes\":64,\"doc\":\"In the provider's words: payment_intent.amount_c"
    "apturable_updated ...\"}]}]}]}";

const struct fy_schema payment_report_schema_53 = {
    .id = 53,
    .version = 1,
    .fingerprint = UINT64_C(0x9c9393df9396fe9e),
    .subject = "payment-reports-value",
    .text = text_53,
    .name = "payment_report",
    .type = &fy_type_payment_report,
    .size = sizeof(struct payment_report),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_60[] =
    "{\"type\":\"record\",\"name\":\"PaymentReport\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What became of a payment. Exactly one of the nullable records is set; standing says how the"
    " payment stands behind it, so that no reader needs the order of reports.\",\"fields\":[{\"nam"
    "e\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"d"
    "oc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields\":[{\""
    "name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names t"
    "his event for ever. A retry across a crash may write the same id twice; it is one event.\"},{"
    "\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"de"
    "fault\":null,\"doc\":\"The event_id this one follows from; null where the outside world began"
    " it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything b"
    "egan with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type"
    "\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"ev"
    "ent_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our"
    " edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. "
    "Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"def"
    "ault\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set together"
    " with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why; cause_id is the request or the "
    "webhook; event_ms is when the provider's answer came, which deadlines are compared with.\"},{"
    "\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\""
    "doc\":\"Whose payment; also the key.\"},{\"name\":\"payment\",\"type\":\"string\",\"max_bytes"
    "\":64,\"doc\":\"Which: \\\"ORDER/n\\\".\"},{\"name\":\"standing\",\"type\":{\"type\":\"record"
    "\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as far a"
    "s we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentSt"
    "ate\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\"VOI"
    "DED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked for, outcome "
    "unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISED: promised"
    ". CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we asked. DECLI"
    "NED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\"How far it "
    "is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":"
    "\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":\"lo"
    "ng\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0; it stays "
    "when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":1000000000"
    "00,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"name\":\"ref"
    "unded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given back,"
    " minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"mi"
    "n\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, minor units, >"
    "= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_byte"
    "s\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":\"expires_m"
    "s\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not known, or n"
    "othing is promised.\"}]},\"doc\":\"How it stands now.\"},{\"name\":\"version\",\"type\":\"lon"
    "g\",\"default\":0,\"min\":0,\"doc\":\"Dense number of the payment's reports, from 1. A report"
    " counts only where it is one more than the newest that counts: of two with one number the fir"
    "st in the topic is true, and the other was never obeyed.\"},{\"name\":\"attempt_begun\",\"def"
    "ault\":null,\"doc\":\"A call to the provider begins; written before it.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"AttemptBegun\",\"doc\":\"A call to the provider begins; writt"
    "en, and acknowledged, before it.\",\"fields\":[{\"name\":\"step\",\"type\":{\"type\":\"enum\""
    ",\"name\":\"PaymentStep\",\"symbols\":[\"AUTHORISE\",\"CAPTURE\",\"VOID\",\"REFUND\"],\"doc\""
    ":\"What of.\"},\"doc\":\"What is asked for.\"},{\"name\":\"refund_id\",\"default\":null,\"typ"
    "e\":[\"null\",\"string\"],\"max_bytes\":64,\"doc\":\"Which refund; null of other steps.\"},{"
    "\"name\":\"instance\",\"type\":\"string\",\"default\":\"\",\"max_bytes\":32,\"doc\":\"The pro"
    "cess that makes the call; another one takes it over only after a while, under the same key.\""
    "},{\"name\":\"attempt\",\"type\":\"int\",\"min\":1,\"doc\":\"Number of the attempt at this st"
    "ep, from 1: another key for the provider.\"},{\"name\":\"idempotency_key\",\"type\":\"string"
    "\",\"max_bytes\":64,\"doc\":\"The key given to the provider, derived from payment, step and a"
    "ttempt.\"},{\"name\":\"amount_minor\",\"default\":null,\"type\":[\"null\",\"long\"],\"min\":0"
    ",\"doc\":\"How much, minor units; null of a void.\"},{\"name\":\"currency\",\"default\":null,"
    "\"type\":[\"null\",\"string\"],\"max_bytes\":3,\"doc\":\"Of the amount, ISO 4217.\"},{\"name"
    "\":\"payment_method\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"doc"
    "\":\"Of an authorisation: the provider's token for how they pay.\"}]}]},{\"name\":\"payment_a"
    "uthorised\",\"default\":null,\"doc\":\"The money is promised.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"PaymentAuthorised\",\"doc\":\"The money is promised.\",\"fields\":[{\"n"
    "ame\":\"paid_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"min\":0"
    ",\"doc\":\"When the provider says so, UTC.\"}]}]},{\"name\":\"action_required\",\"default\":n"
    "ull,\"doc\":\"The customer must confirm at the provider.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"ActionRequired\",\"doc\":\"The customer must confirm at the provider, as 3-D"
    " Secure asks.\",\"fields\":[{\"name\":\"url\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes"
    "\":1024,\"doc\":\"Where, for the customer alone.\"},{\"name\":\"expires_ms\",\"default\":null"
    ",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"min\":0,\"doc"
    "\":\"Until when, UTC; null: the provider did not say.\"}]}]},{\"name\":\"payment_declined\","
    "\"default\":null,\"doc\":\"The money is not promised.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"PaymentDeclined\",\"doc\":\"The money is not promised, and will not be.\",\"fie"
    "lds\":[{\"name\":\"code\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"The provider's word:"
    " card_declined, insufficient_funds, expired_card, authentication_failed ...\"}]}]},{\"name\":"
    "\"payment_captured\",\"default\":null,\"doc\":\"The money is taken.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"PaymentCaptured\",\"doc\":\"The money is taken.\",\"fields\":[{\""
    "name\":\"amount\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc"
    "\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max"
    "\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\""
    "string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\""
    "}]},\"doc\":\"How much.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"min\":0,\"doc\":\"What"
    " the provider kept of it, minor units.\"},{\"name\":\"currency\",\"type\":\"string\",\"max_by"
    "tes\":3,\"doc\":\"Of the fee, ISO 4217.\"}]}]},{\"name\":\"payment_voided\",\"default\":null,"
    "\"doc\":\"The money is promised no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"PaymentVoided\",\"doc\":\"The money is promised no more, or never was.\",\"fields\":[{\"nam"
    "e\":\"reason\",\"type\":\"string\",\"max_bytes\":32,\"doc\":\"asked, expired (at the provider"
    ") or never_asked.\"}]}]},{\"name\":\"payment_refunded\",\"default\":null,\"doc\":\"Money was "
    "given back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PaymentRefunded\",\"doc\":\""
    "Money was given back.\",\"fields\":[{\"name\":\"refund_id\",\"type\":\"string\",\"max_bytes\""
    ":64,\"doc\":\"Which refund.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much."
    "\"}]}]},{\"name\":\"step_not_done\",\"default\":null,\"doc\":\"What was asked for is not so, "
    "and will not be.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StepNotDone\",\"doc\":"
    "\"What was asked for is not so and will not be, unless somebody asks in another way.\",\"fiel"
    "ds\":[{\"name\":\"step\",\"type\":\"fy.PaymentStep\",\"doc\":\"What was asked for.\"},{\"name"
    "\":\"refund_id\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"doc\":\"W"
    "hich refund; null of other steps.\"},{\"name\":\"reason\",\"type\":\"string\",\"max_bytes\":6"
    "4,\"doc\":\"declined, expired, not_authorised, captured (a void of what was taken), too_much,"
    " refused or unknown_payment.\"}]}]},{\"name\":\"provider_state_seen\",\"default\":null,\"doc"
    "\":\"The provider says something unasked.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"ProviderStateSeen\",\"doc\":\"The provider says something unasked: a late success, an expir"
    "y.\",\"fields\":[{\"name\":\"webhook\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_"
    "bytes\":128,\"doc\":\"The provider's id of what it said; null: we looked it up.\"},{\"name\":"
    "\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":128,\"doc\":\""
    "What it is about, where that is not this payment's: an orphan.\"},{\"name\":\"type\",\"type\""
    ":\"string\",\"max_bytes\":64,\"doc\":\"In the provider's words: payment_intent.amount_captura"
    "ble_updated ...; orphan: a second promise for this payment was found, and is to be voided; or"
    "phan_voided: it is.\"}]}]}]}";

const struct fy_schema payment_report_schema_60 = {
    .id = 60,
    .version = 2,
    .fingerprint = UINT64_C(0x5e8e9f270162721a),
    .subject = "payment-reports-value",
    .text = text_60,
    .name = "payment_report",
    .type = &fy_type_payment_report,
    .size = sizeof(struct payment_report),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_75[] =
    "{\"type\":\"record\",\"name\":\"PaymentReport\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What became of a payment. Exactly one of the nullable records is set; standing says how the"
    " payment stands behind it, so that no reader needs the order of reports.\",\"fields\":[{\"nam"
    "e\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"d"
    "oc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields\":[{\""
    "name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names t"
    "his event for ever. A retry across a crash may write the same id twice; it is one event.\"},{"
    "\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"de"
    "fault\":null,\"doc\":\"The event_id this one follows from; null where the outside world began"
    " it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything b"
    "egan with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type"
    "\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"ev"
    "ent_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our"
    " edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. "
    "Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"def"
    "ault\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set together"
    " with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why; cause_id is the request or the "
    "webhook; event_ms is when the provider's answer came, which deadlines are compared with.\"},{"
    "\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\""
    "doc\":\"Whose payment; also the key.\"},{\"name\":\"payment\",\"type\":\"string\",\"max_bytes"
    "\":64,\"doc\":\"Which: \\\"ORDER/n\\\".\"},{\"name\":\"standing\",\"type\":{\"type\":\"record"
    "\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as far a"
    "s we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentSt"
    "ate\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\"VOI"
    "DED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked for, outcome "
    "unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISED: promised"
    ". CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we asked. DECLI"
    "NED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\"How far it "
    "is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":"
    "\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":\"lo"
    "ng\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0; it stays "
    "when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":1000000000"
    "00,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"name\":\"ref"
    "unded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given back,"
    " minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"mi"
    "n\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, minor units, >"
    "= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_byte"
    "s\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":\"expires_m"
    "s\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not known, or n"
    "othing is promised.\"}]},\"doc\":\"How it stands now.\"},{\"name\":\"version\",\"type\":\"lon"
    "g\",\"default\":0,\"min\":0,\"doc\":\"Dense number of the payment's reports, from 1. A report"
    " counts only where it is one more than the newest that counts: of two with one number the fir"
    "st in the topic is true, and the other was never obeyed.\"},{\"name\":\"attempt_begun\",\"def"
    "ault\":null,\"doc\":\"A call to the provider begins; written before it.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"AttemptBegun\",\"doc\":\"A call to the provider begins; writt"
    "en, and acknowledged, before it.\",\"fields\":[{\"name\":\"step\",\"type\":{\"type\":\"enum\""
    ",\"name\":\"PaymentStep\",\"symbols\":[\"AUTHORISE\",\"CAPTURE\",\"VOID\",\"REFUND\"],\"doc\""
    ":\"What of.\"},\"doc\":\"What is asked for.\"},{\"name\":\"refund_id\",\"default\":null,\"typ"
    "e\":[\"null\",\"string\"],\"max_bytes\":64,\"doc\":\"Which refund; null of other steps.\"},{"
    "\"name\":\"instance\",\"type\":\"string\",\"default\":\"\",\"max_bytes\":32,\"doc\":\"The pro"
    "cess that makes the call; another one takes it over only after a while, under the same key.\""
    "},{\"name\":\"attempt\",\"type\":\"int\",\"min\":1,\"doc\":\"Number of the attempt at this st"
    "ep, from 1: another key for the provider.\"},{\"name\":\"idempotency_key\",\"type\":\"string"
    "\",\"max_bytes\":64,\"doc\":\"The key given to the provider, derived from payment, step and a"
    "ttempt.\"},{\"name\":\"amount_minor\",\"default\":null,\"type\":[\"null\",\"long\"],\"min\":0"
    ",\"doc\":\"How much, minor units; null of a void.\"},{\"name\":\"currency\",\"default\":null,"
    "\"type\":[\"null\",\"string\"],\"max_bytes\":3,\"doc\":\"Of the amount, ISO 4217.\"},{\"name"
    "\":\"payment_method\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"doc"
    "\":\"Of an authorisation: the provider's token for how they pay.\"}]}]},{\"name\":\"payment_a"
    "uthorised\",\"default\":null,\"doc\":\"The money is promised.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"PaymentAuthorised\",\"doc\":\"The money is promised.\",\"fields\":[{\"n"
    "ame\":\"paid_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"min\":0"
    ",\"doc\":\"When the provider says so, UTC.\"}]}]},{\"name\":\"action_required\",\"default\":n"
    "ull,\"doc\":\"The customer must confirm at the provider.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"ActionRequired\",\"doc\":\"The customer must confirm at the provider, as 3-D"
    " Secure asks.\",\"fields\":[{\"name\":\"url\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes"
    "\":1024,\"doc\":\"Where, for the customer alone.\"},{\"name\":\"expires_ms\",\"default\":null"
    ",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"min\":0,\"doc"
    "\":\"Until when, UTC; null: the provider did not say.\"}]}]},{\"name\":\"payment_declined\","
    "\"default\":null,\"doc\":\"The money is not promised.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"PaymentDeclined\",\"doc\":\"The money is not promised, and will not be.\",\"fie"
    "lds\":[{\"name\":\"code\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"The provider's word:"
    " card_declined, insufficient_funds, expired_card, authentication_failed ...\"}]}]},{\"name\":"
    "\"payment_captured\",\"default\":null,\"doc\":\"The money is taken.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"PaymentCaptured\",\"doc\":\"The money is taken.\",\"fields\":[{\""
    "name\":\"amount\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc"
    "\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max"
    "\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\""
    "string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\""
    "}]},\"doc\":\"How much.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"min\":0,\"doc\":\"What"
    " the provider kept of it, minor units.\"},{\"name\":\"currency\",\"type\":\"string\",\"max_by"
    "tes\":3,\"doc\":\"Of the fee, ISO 4217.\"}]}]},{\"name\":\"payment_voided\",\"default\":null,"
    "\"doc\":\"The money is promised no more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"PaymentVoided\",\"doc\":\"The money is promised no more, or never was.\",\"fields\":[{\"nam"
    "e\":\"reason\",\"type\":\"string\",\"max_bytes\":32,\"doc\":\"asked, expired (at the provider"
    ") or never_asked.\"}]}]},{\"name\":\"payment_refunded\",\"default\":null,\"doc\":\"Money was "
    "given back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PaymentRefunded\",\"doc\":\""
    "Money was given back.\",\"fields\":[{\"name\":\"refund_id\",\"type\":\"string\",\"max_bytes\""
    ":64,\"doc\":\"Which refund.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much."
    "\"}]}]},{\"name\":\"step_not_done\",\"default\":null,\"doc\":\"What was asked for is not so, "
    "and will not be.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"StepNotDone\",\"doc\":"
    "\"What was asked for is not so and will not be, unless somebody asks in another way.\",\"fiel"
    "ds\":[{\"name\":\"step\",\"type\":\"fy.PaymentStep\",\"doc\":\"What was asked for.\"},{\"name"
    "\":\"refund_id\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"doc\":\"W"
    "hich refund; null of other steps.\"},{\"name\":\"reason\",\"type\":\"string\",\"max_bytes\":6"
    "4,\"doc\":\"declined, expired, not_authorised, captured (a void of what was taken), too_much,"
    " refused or unknown_payment.\"}]}]},{\"name\":\"provider_state_seen\",\"default\":null,\"doc"
    "\":\"The provider says something unasked.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"ProviderStateSeen\",\"doc\":\"The provider says something unasked: a late success, an expir"
    "y.\",\"fields\":[{\"name\":\"webhook\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_"
    "bytes\":128,\"doc\":\"The provider's id of what it said; null: we looked it up.\"},{\"name\":"
    "\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":128,\"doc\":\""
    "What it is about: this payment's own, or an orphan; null: of none.\"},{\"name\":\"type\",\"ty"
    "pe\":\"string\",\"max_bytes\":64,\"doc\":\"In the provider's words: payment_intent.amount_cap"
    "turable_updated ...; orphan: a second promise for this payment was found, and is to be voided"
    "; orphan_voided: it is.\"}]}]}]}";

const struct fy_schema payment_report_schema_75 = {
    .id = 75,
    .version = 3,
    .fingerprint = UINT64_C(0x5e8e9f270162721a),
    .subject = "payment-reports-value",
    .text = text_75,
    .name = "payment_report",
    .type = &fy_type_payment_report,
    .size = sizeof(struct payment_report),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_83[] =
    "{\"type\":\"record\",\"name\":\"PaymentReport\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":"
    "\"What became of a payment. Exactly one of the nullable records is set; standing says how the"
    " payment stands behind it, so that no reader needs the order of reports.\",\"fields\":[{\"nam"
    "e\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"d"
    "oc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields\":[{\""
    "name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names t"
    "his event for ever. A retry across a crash may write the same id twice; it is one event.\"},{"
    "\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"de"
    "fault\":null,\"doc\":\"The event_id this one follows from; null where the outside world began"
    " it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything b"
    "egan with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type"
    "\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"ev"
    "ent_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our"
    " edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. "
    "Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"def"
    "ault\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set together"
    " with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why; cause_id is the request or the "
    "webhook; event_ms is when the provider's answer came, which deadlines are compared with.\"},{"
    "\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,\"chars\":\"hex\",\""
    "doc\":\"Whose payment; also the key.\"},{\"name\":\"payment\",\"type\":\"string\",\"max_bytes"
    "\":64,\"doc\":\"Which: \\\"ORDER/n\\\".\"},{\"name\":\"standing\",\"type\":{\"type\":\"record"
    "\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as far a"
    "s we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentSt"
    "ate\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\"VOI"
    "DED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked for, outcome "
    "unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISED: promised"
    ". CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we asked. DECLI"
    "NED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\"How far it "
    "is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":"
    "\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":\"lo"
    "ng\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0; it stays "
    "when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":1000000000"
    "00,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"name\":\"ref"
    "unded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given back,"
    " minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"mi"
    "n\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, minor units, >"
    "= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_byte"
    "s\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":\"expires_m"
    "s\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not known, or n"
    "othing is promised.\"}]},\"doc\":\"How it stands now.\"},{\"name\":\"version\",\"type\":\"lon"
    "g\",\"default\":0,\"min\":0,\"doc\":\"Dense number of the payment's reports, from 1. A report"
    " counts only where it is one more than the newest that counts: of two with one number the fir"
    "st in the topic is true, and the other was never obeyed.\"},{\"name\":\"attempt_begun\",\"def"
    "ault\":null,\"doc\":\"A call to the provider begins; written before it.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"AttemptBegun\",\"doc\":\"A call to the provider begins; writt"
    "en, and acknowledged, before it.\",\"fields\":[{\"name\":\"step\",\"type\":{\"type\":\"enum\""
    ",\"name\":\"PaymentStep\",\"symbols\":[\"AUTHORISE\",\"CAPTURE\",\"VOID\",\"REFUND\"],\"doc\""
    ":\"What of.\"},\"doc\":\"What is asked for.\"},{\"name\":\"refund_id\",\"default\":null,\"typ"
    "e\":[\"null\",\"string\"],\"max_bytes\":64,\"doc\":\"Which refund; null of other steps.\"},{"
    "\"name\":\"instance\",\"type\":\"string\",\"default\":\"\",\"max_bytes\":32,\"doc\":\"The pro"
    "cess that makes the call; another one takes it over only after a while, under the same key.\""
    "},{\"name\":\"attempt\",\"type\":\"int\",\"min\":1,\"doc\":\"Number of the attempt at this st"
    "ep, from 1: another key for the provider.\"},{\"name\":\"idempotency_key\",\"type\":\"string"
    "\",\"max_bytes\":64,\"doc\":\"The key given to the provider, derived from payment, step and a"
    "ttempt.\"},{\"name\":\"amount_minor\",\"default\":null,\"type\":[\"null\",\"long\"],\"min\":0"
    ",\"doc\":\"How much, minor units; null of a void.\"},{\"name\":\"currency\",\"default\":null,"
    "\"type\":[\"null\",\"string\"],\"max_bytes\":3,\"doc\":\"Of the amount, ISO 4217.\"},{\"name"
    "\":\"payment_method\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"doc"
    "\":\"Of an authorisation: the provider's token for how they pay.\"}]}]},{\"name\":\"payment_a"
    "uthorised\",\"default\":null,\"doc\":\"The money is promised.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"PaymentAuthorised\",\"doc\":\"The money is promised.\",\"fields\":[{\"n"
    "ame\":\"paid_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"min\":0"
    ",\"doc\":\"When the provider says so, UTC.\"}]}]},{\"name\":\"action_required\",\"default\":n"
    "ull,\"doc\":\"The customer must confirm at the provider.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"ActionRequired\",\"doc\":\"The customer must confirm at the provider, as 3-D"
    " Secure asks.\",\"fields\":[{\"name\":\"url\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes"
    "\":1024,\"doc\":\"Where, for the customer alone.\"},{\"name\":\"expires_ms\",\"default\":null"
    ",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"min\":0,\"doc"
    "\":\"Until when, UTC; null: the provider did not say.\"}]}]},{\"name\":\"payment_declined\","
    "\"default\":null,\"doc\":\"The money is not promised.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"PaymentDeclined\",\"doc\":\"The money is not promised, and will not be.\",\"fie"
    "lds\":[{\"name\":\"code\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"The provider's word:"
    " card_declined, insufficient_funds, expired_card, authentication_failed ...\"}]}]},{\"name\":"
    "\"payment_captured\",\"default\":null,\"doc\":\"The money is taken.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"PaymentCaptured\",\"doc\":\"The money is taken.\",\"fields\":[{\""
    "name\":\"amount\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc"
    "\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":1,\"max"
    "\":100000000000,\"doc\":\"Minor units, cents of a euro; 0 in what was written while a price c"
    "ould be 0.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"ch"
    "ars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"How much.\"},{\"name\":\"fee_mi"
    "nor\",\"type\":\"long\",\"min\":0,\"doc\":\"What the provider kept of it, minor units.\"},{\""
    "name\":\"currency\",\"type\":\"string\",\"max_bytes\":3,\"doc\":\"Of the fee, ISO 4217.\"}]}]"
    "},{\"name\":\"payment_voided\",\"default\":null,\"doc\":\"The money is promised no more.\",\""
    "type\":[\"null\",{\"type\":\"record\",\"name\":\"PaymentVoided\",\"doc\":\"The money is promi"
    "sed no more, or never was.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"max_bytes"
    "\":32,\"doc\":\"asked, expired (at the provider) or never_asked.\"}]}]},{\"name\":\"payment_r"
    "efunded\",\"default\":null,\"doc\":\"Money was given back.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"PaymentRefunded\",\"doc\":\"Money was given back.\",\"fields\":[{\"name\":"
    "\"refund_id\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"Which refund.\"},{\"name\":\"amo"
    "unt\",\"type\":\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"name\":\"step_not_done\",\"default"
    "\":null,\"doc\":\"What was asked for is not so, and will not be.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"StepNotDone\",\"doc\":\"What was asked for is not so and will not be"
    ", unless somebody asks in another way.\",\"fields\":[{\"name\":\"step\",\"type\":\"fy.Payment"
    "Step\",\"doc\":\"What was asked for.\"},{\"name\":\"refund_id\",\"default\":null,\"type\":[\""
    "null\",\"string\"],\"max_bytes\":64,\"doc\":\"Which refund; null of other steps.\"},{\"name\""
    ":\"reason\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"declined, expired, not_authorised,"
    " captured (a void of what was taken), too_much, refused or unknown_payment.\"}]}]},{\"name\":"
    "\"provider_state_seen\",\"default\":null,\"doc\":\"The provider says something unasked.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"ProviderStateSeen\",\"doc\":\"The provider sa"
    "ys something unasked: a late success, an expiry.\",\"fields\":[{\"name\":\"webhook\",\"defaul"
    "t\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":128,\"doc\":\"The provider's id of what"
    " it said; null: we looked it up.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"n"
    "ull\",\"string\"],\"max_bytes\":128,\"doc\":\"What it is about: this payment's own, or an orp"
    "han; null: of none.\"},{\"name\":\"type\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"In t"
    "he provider's words: payment_intent.amount_capturable_updated ...; orphan: a second promise f"
    "or this payment was found, and is to be voided; orphan_voided: it is.\"}]}]}]}";

const struct fy_schema payment_report_schema = {
    .id = 83,
    .version = 4,
    .fingerprint = UINT64_C(0x5e8e9f270162721a),
    .subject = "payment-reports-value",
    .text = text_83,
    .name = "payment_report",
    .type = &fy_type_payment_report,
    .size = sizeof(struct payment_report),
    .encode = encode_any,
    .decode = decode_any,
};
