/*
 * Made by fy-generate from schemas/webhook.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_webhook(struct fy_reader *in, struct webhook *value)
{
    bool set;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->key))
        return false;
    if (!fy_read_string(in, &value->provider_event))
        return false;
    if (!fy_read_string(in, &value->type))
        return false;
    if (!fy_read_long(in, &value->created_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->payment = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->payment))
        return false;
    if (!fy_read_string(in, &value->provider_ref))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->status = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->status))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->code = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->code))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->refund_id = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->refund_id))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->currency = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->currency))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_authorised_minor = set;
    value->authorised_minor = 0;
    if (set && !fy_read_long(in, &value->authorised_minor))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_captured_minor = set;
    value->captured_minor = 0;
    if (set && !fy_read_long(in, &value->captured_minor))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_refunded_minor = set;
    value->refunded_minor = 0;
    if (set && !fy_read_long(in, &value->refunded_minor))
        return false;
    return true;
}

enum fy_status webhook_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct webhook *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 55:
        return fy_read_end(&in, fy_read_webhook(&in, ret_value));
    default:
        return fy_read_unknown(&in, "webhook");
    }
}

size_t fy_room_webhook(const struct webhook *value)
{
    size_t room = 138;

    room += fy_room_envelope(&value->envelope);
    room += value->key.size;
    room += value->provider_event.size;
    room += value->type.size;
    room += value->payment.size;
    room += value->provider_ref.size;
    room += value->status.size;
    room += value->code.size;
    room += value->refund_id.size;
    room += value->currency.size;
    return room;
}

uint8_t *fy_write_webhook(uint8_t *at, const struct webhook *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->key);
    at = fy_write_string(at, value->provider_event);
    at = fy_write_string(at, value->type);
    at = fy_write_long(at, value->created_ms);
    at = fy_write_branch(at, value->payment.data != NULL);
    if (value->payment.data != NULL)
        at = fy_write_string(at, value->payment);
    at = fy_write_string(at, value->provider_ref);
    at = fy_write_branch(at, value->status.data != NULL);
    if (value->status.data != NULL)
        at = fy_write_string(at, value->status);
    at = fy_write_branch(at, value->code.data != NULL);
    if (value->code.data != NULL)
        at = fy_write_string(at, value->code);
    at = fy_write_branch(at, value->refund_id.data != NULL);
    if (value->refund_id.data != NULL)
        at = fy_write_string(at, value->refund_id);
    at = fy_write_branch(at, value->currency.data != NULL);
    if (value->currency.data != NULL)
        at = fy_write_string(at, value->currency);
    at = fy_write_branch(at, value->has_authorised_minor);
    if (value->has_authorised_minor)
        at = fy_write_long(at, value->authorised_minor);
    at = fy_write_branch(at, value->has_captured_minor);
    if (value->has_captured_minor)
        at = fy_write_long(at, value->captured_minor);
    at = fy_write_branch(at, value->has_refunded_minor);
    if (value->has_refunded_minor)
        at = fy_write_long(at, value->refunded_minor);
    return at;
}

enum fy_status webhook_encode(const struct webhook *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_webhook(value);
    begin = fy_write_begin(arena, 55, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_webhook(begin, value), ret_bytes);
}

static const struct fy_field fields_of_webhook[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct webhook, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "key",
        .name_bytes = 3,
        .offset = offsetof(struct webhook, key),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 128,
    },
    {
        .name = "provider_event",
        .name_bytes = 14,
        .offset = offsetof(struct webhook, provider_event),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 128,
    },
    {
        .name = "type",
        .name_bytes = 4,
        .offset = offsetof(struct webhook, type),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "created_ms",
        .name_bytes = 10,
        .offset = offsetof(struct webhook, created_ms),
        .kind = FY_FIELD_LONG,
        .edge = true,
        .min = 0,
        .max = 9223372036854775807,
    },
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct webhook, payment),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "provider_ref",
        .name_bytes = 12,
        .offset = offsetof(struct webhook, provider_ref),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 128,
    },
    {
        .name = "status",
        .name_bytes = 6,
        .offset = offsetof(struct webhook, status),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "code",
        .name_bytes = 4,
        .offset = offsetof(struct webhook, code),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "refund_id",
        .name_bytes = 9,
        .offset = offsetof(struct webhook, refund_id),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 64,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct webhook, currency),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 3,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "authorised_minor",
        .name_bytes = 16,
        .offset = offsetof(struct webhook, authorised_minor),
        .has_offset = offsetof(struct webhook, has_authorised_minor),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .edge = true,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "captured_minor",
        .name_bytes = 14,
        .offset = offsetof(struct webhook, captured_minor),
        .has_offset = offsetof(struct webhook, has_captured_minor),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .edge = true,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "refunded_minor",
        .name_bytes = 14,
        .offset = offsetof(struct webhook, refunded_minor),
        .has_offset = offsetof(struct webhook, has_refunded_minor),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .edge = true,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
};

const struct fy_type fy_type_webhook = {
    .name = "Webhook",
    .fields = fields_of_webhook,
    .field_count = 14,
    .size = sizeof(struct webhook),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return webhook_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return webhook_decode(bytes, arena, ret_value, err);
}

static const char text_55[] =
    "{\"type\":\"record\",\"name\":\"Webhook\",\"namespace\":\"fy\",\"doc\":\"What the payment pro"
    "vider told us of its own accord, its signature checked. It may come twice, late and in any or"
    "der.\",\"fields\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\""
    ",\"namespace\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact, event and r"
    "equest.\",\"fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\""
    "uuid\"},\"doc\":\"Names this event for ever. A retry across a crash may write the same id twi"
    "ce; it is one event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logi"
    "calType\":\"uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows from; null wher"
    "e the outside world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor"
    " or supplier everything began with. Decides whether an event is among the mirrored 1 %.\"},{"
    "\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or servic"
    "e:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-mil"
    "lis\"},\"doc\":\"When our edge took it, UTC. A derived event keeps the time of its cause.\"},"
    "{\"name\":\"writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that "
    "wrote it, as in stock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":"
    "[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense number per writer and destination partit"
    "ion, from 1. Set together with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why.\"},{\""
    "name\":\"key\",\"type\":\"string\",\"max_bytes\":128,\"edge\":true,\"doc\":\"The order its me"
    "tadata names; also the key. The provider's own name for the payment where it names none.\"},{"
    "\"name\":\"provider_event\",\"type\":\"string\",\"max_bytes\":128,\"edge\":true,\"doc\":\"The"
    " provider's id of it: how a repeat is recognised.\"},{\"name\":\"type\",\"type\":\"string\","
    "\"max_bytes\":64,\"edge\":true,\"doc\":\"In the provider's words: payment_intent.succeeded .."
    ".\"},{\"name\":\"created_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"},\"min\":0,\"edge\":true,\"doc\":\"When it happened, by the provider's clock, UTC.\"},{\"n"
    "ame\":\"payment\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"edge\":t"
    "rue,\"doc\":\"Our name for the payment, as its metadata says; null: it says none.\"},{\"name"
    "\":\"provider_ref\",\"type\":\"string\",\"max_bytes\":128,\"edge\":true,\"doc\":\"The provide"
    "r's name for the payment.\"},{\"name\":\"status\",\"default\":null,\"type\":[\"null\",\"strin"
    "g\"],\"max_bytes\":64,\"edge\":true,\"doc\":\"How the payment stands in the provider's words:"
    " requires_action, requires_capture, succeeded, canceled ...\"},{\"name\":\"code\",\"default\""
    ":null,\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"edge\":true,\"doc\":\"Why it was decl"
    "ined, in the provider's words; null: it was not.\"},{\"name\":\"refund_id\",\"default\":null,"
    "\"type\":[\"null\",\"string\"],\"max_bytes\":64,\"edge\":true,\"doc\":\"Our name for the refu"
    "nd it is about; null: it is about none.\"},{\"name\":\"currency\",\"default\":null,\"type\":["
    "\"null\",\"string\"],\"max_bytes\":3,\"edge\":true,\"doc\":\"Of the amounts, ISO 4217; null: "
    "it names none.\"},{\"name\":\"authorised_minor\",\"default\":null,\"type\":[\"null\",\"long\""
    "],\"min\":0,\"edge\":true,\"doc\":\"What is promised, minor units; null: it does not say.\"},"
    "{\"name\":\"captured_minor\",\"default\":null,\"type\":[\"null\",\"long\"],\"min\":0,\"edge\""
    ":true,\"doc\":\"What was taken, minor units; null: it does not say.\"},{\"name\":\"refunded_m"
    "inor\",\"default\":null,\"type\":[\"null\",\"long\"],\"min\":0,\"edge\":true,\"doc\":\"What w"
    "as given back, minor units; null: it does not say.\"}]}";

const struct fy_schema webhook_schema = {
    .id = 55,
    .version = 1,
    .fingerprint = UINT64_C(0x07f6ba111ec512e2),
    .subject = "webhooks-value",
    .text = text_55,
    .name = "webhook",
    .type = &fy_type_webhook,
    .size = sizeof(struct webhook),
    .encode = encode_any,
    .decode = decode_any,
};
