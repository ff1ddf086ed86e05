/*
 * Made by fy-generate from schemas/payment_request.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_authorise_payment(struct fy_reader *in, struct authorise_payment *value)
{
    if (!fy_read_money(in, &value->amount))
        return false;
    if (!fy_read_string(in, &value->payment_method))
        return false;
    return true;
}

static bool read_capture_payment(struct fy_reader *in, struct capture_payment *value)
{
    if (!fy_read_money(in, &value->amount))
        return false;
    return true;
}

static bool read_void_payment(struct fy_reader *in, struct void_payment *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_refund_payment(struct fy_reader *in, struct refund_payment *value)
{
    if (!fy_read_string(in, &value->refund_id))
        return false;
    if (!fy_read_money(in, &value->amount))
        return false;
    return true;
}

static bool read_payment_request_authorise_payment(
    struct fy_reader *in, const struct authorise_payment **ret_value)
{
    struct authorise_payment *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_authorise_payment(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_request_capture_payment(
    struct fy_reader *in, const struct capture_payment **ret_value)
{
    struct capture_payment *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_capture_payment(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_request_void_payment(
    struct fy_reader *in, const struct void_payment **ret_value)
{
    struct void_payment *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_void_payment(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_payment_request_refund_payment(
    struct fy_reader *in, const struct refund_payment **ret_value)
{
    struct refund_payment *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_refund_payment(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_payment_request(struct fy_reader *in, struct payment_request *value)
{
    int set_count;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_string(in, &value->payment))
        return false;
    if (!read_payment_request_authorise_payment(in, &value->authorise_payment))
        return false;
    if (!read_payment_request_capture_payment(in, &value->capture_payment))
        return false;
    if (!read_payment_request_void_payment(in, &value->void_payment))
        return false;
    if (!read_payment_request_refund_payment(in, &value->refund_payment))
        return false;
    set_count = 0;
    set_count += value->authorise_payment != NULL;
    set_count += value->capture_payment != NULL;
    set_count += value->void_payment != NULL;
    set_count += value->refund_payment != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status payment_request_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct payment_request *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 54:
        return fy_read_end(&in, fy_read_payment_request(&in, ret_value));
    case 64:
        return fy_read_end(&in, fy_read_payment_request(&in, ret_value));
    case 84:
        return fy_read_end(&in, fy_read_payment_request(&in, ret_value));
    default:
        return fy_read_unknown(&in, "payment_request");
    }
}

static size_t room_authorise_payment(const struct authorise_payment *value)
{
    size_t room = 10;

    room += fy_room_money(&value->amount);
    room += value->payment_method.size;
    return room;
}

static uint8_t *write_authorise_payment(uint8_t *at, const struct authorise_payment *value)
{
    at = fy_write_money(at, &value->amount);
    at = fy_write_string(at, value->payment_method);
    return at;
}

static size_t room_capture_payment(const struct capture_payment *value)
{
    size_t room = 0;

    room += fy_room_money(&value->amount);
    return room;
}

static uint8_t *write_capture_payment(uint8_t *at, const struct capture_payment *value)
{
    at = fy_write_money(at, &value->amount);
    return at;
}

static size_t room_void_payment(const struct void_payment *value)
{
    size_t room = 10;

    room += value->reason.size;
    return room;
}

static uint8_t *write_void_payment(uint8_t *at, const struct void_payment *value)
{
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_refund_payment(const struct refund_payment *value)
{
    size_t room = 10;

    room += value->refund_id.size;
    room += fy_room_money(&value->amount);
    return room;
}

static uint8_t *write_refund_payment(uint8_t *at, const struct refund_payment *value)
{
    at = fy_write_string(at, value->refund_id);
    at = fy_write_money(at, &value->amount);
    return at;
}

size_t fy_room_payment_request(const struct payment_request *value)
{
    size_t room = 24;

    room += fy_room_envelope(&value->envelope);
    room += value->order.size;
    room += value->payment.size;
    if (value->authorise_payment != NULL)
        room += room_authorise_payment(value->authorise_payment);
    if (value->capture_payment != NULL)
        room += room_capture_payment(value->capture_payment);
    if (value->void_payment != NULL)
        room += room_void_payment(value->void_payment);
    if (value->refund_payment != NULL)
        room += room_refund_payment(value->refund_payment);
    return room;
}

uint8_t *fy_write_payment_request(uint8_t *at, const struct payment_request *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->order);
    at = fy_write_string(at, value->payment);
    at = fy_write_branch(at, value->authorise_payment != NULL);
    if (value->authorise_payment != NULL)
        at = write_authorise_payment(at, value->authorise_payment);
    at = fy_write_branch(at, value->capture_payment != NULL);
    if (value->capture_payment != NULL)
        at = write_capture_payment(at, value->capture_payment);
    at = fy_write_branch(at, value->void_payment != NULL);
    if (value->void_payment != NULL)
        at = write_void_payment(at, value->void_payment);
    at = fy_write_branch(at, value->refund_payment != NULL);
    if (value->refund_payment != NULL)
        at = write_refund_payment(at, value->refund_payment);
    return at;
}

enum fy_status payment_request_encode(const struct payment_request *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->authorise_payment != NULL;
    set_count += value->capture_payment != NULL;
    set_count += value->void_payment != NULL;
    set_count += value->refund_payment != NULL;
    if (set_count != 1)
        return fy_write_one_of("payment_request", set_count, err);
    room = fy_room_payment_request(value);
    begin = fy_write_begin(arena, 84, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_payment_request(begin, value), ret_bytes);
}

static const struct fy_field fields_of_authorise_payment[] = {
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct authorise_payment, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "payment_method",
        .name_bytes = 14,
        .offset = offsetof(struct authorise_payment, payment_method),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
};

static const struct fy_type type_authorise_payment = {
    .name = "AuthorisePayment",
    .fields = fields_of_authorise_payment,
    .field_count = 2,
    .size = sizeof(struct authorise_payment),
};

static const struct fy_field fields_of_capture_payment[] = {
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct capture_payment, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_capture_payment = {
    .name = "CapturePayment",
    .fields = fields_of_capture_payment,
    .field_count = 1,
    .size = sizeof(struct capture_payment),
};

static const struct fy_field fields_of_void_payment[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct void_payment, reason),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 32,
    },
};

static const struct fy_type type_void_payment = {
    .name = "VoidPayment",
    .fields = fields_of_void_payment,
    .field_count = 1,
    .size = sizeof(struct void_payment),
};

static const struct fy_field fields_of_refund_payment[] = {
    {
        .name = "refund_id",
        .name_bytes = 9,
        .offset = offsetof(struct refund_payment, refund_id),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct refund_payment, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_refund_payment = {
    .name = "RefundPayment",
    .fields = fields_of_refund_payment,
    .field_count = 2,
    .size = sizeof(struct refund_payment),
};

static const struct fy_field fields_of_payment_request[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct payment_request, envelope),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_envelope,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct payment_request, order),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_HEX,
        .min_bytes = 32,
        .max_bytes = 32,
    },
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct payment_request, payment),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 64,
    },
    {
        .name = "authorise_payment",
        .name_bytes = 17,
        .offset = offsetof(struct payment_request, authorise_payment),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_authorise_payment,
    },
    {
        .name = "capture_payment",
        .name_bytes = 15,
        .offset = offsetof(struct payment_request, capture_payment),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_capture_payment,
    },
    {
        .name = "void_payment",
        .name_bytes = 12,
        .offset = offsetof(struct payment_request, void_payment),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_void_payment,
    },
    {
        .name = "refund_payment",
        .name_bytes = 14,
        .offset = offsetof(struct payment_request, refund_payment),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_refund_payment,
    },
};

const struct fy_type fy_type_payment_request = {
    .name = "PaymentRequest",
    .fields = fields_of_payment_request,
    .field_count = 7,
    .one_of = true,
    .size = sizeof(struct payment_request),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return payment_request_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return payment_request_decode(bytes, arena, ret_value, err);
}

static const char text_54[] =
    "{\"type\":\"record\",\"name\":\"PaymentRequest\",\"namespace\":\"fy\",\"one_of\":true,\"doc\""
    ":\"What an order wants of one payment. Exactly one of the nullable records is set. Each is a "
    "wish, not a step: said again, late or twice it means the same, and is answered each time in p"
    "ayment-reports.\",\"fields\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":"
    "\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact,"
    " event and request.\",\"fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logi"
    "calType\":\"uuid\"},\"doc\":\"Names this event for ever. A retry across a crash may write the"
    " same id twice; it is one event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"str"
    "ing\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows fro"
    "m; null where the outside world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":"
    "\"The visitor or supplier everything began with. Decides whether an event is among the mirror"
    "ed 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:"
    "ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"t"
    "imestamp-millis\"},\"doc\":\"When our edge took it, UTC. A derived event keeps the time of it"
    "s cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Th"
    "e task that wrote it, as in stock-3. Set in event and request topics only.\"},{\"name\":\"seq"
    "\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense number per writer and destin"
    "ation partition, from 1. Set together with writer.\"}]},\"doc\":\"Who, when and why; writer a"
    "nd seq are set.\"},{\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,"
    "\"chars\":\"hex\",\"doc\":\"Which order; also the key.\"},{\"name\":\"payment\",\"type\":\"st"
    "ring\",\"max_bytes\":64,\"doc\":\"Which payment: \\\"ORDER/n\\\", n from 1. Never used for an"
    "ything else.\"},{\"name\":\"authorise_payment\",\"default\":null,\"doc\":\"The customer's mon"
    "ey is to be promised.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"AuthorisePayment\""
    ",\"doc\":\"The customer's money is to be promised, and not taken.\",\"fields\":[{\"name\":\"a"
    "mount\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An am"
    "ount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":10000000"
    "0000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\""
    "min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\""
    ":\"How much, > 0.\"},{\"name\":\"payment_method\",\"type\":\"string\",\"min_bytes\":1,\"max_b"
    "ytes\":64,\"chars\":\"sku\",\"doc\":\"The provider's token for how they pay.\"}]}]},{\"name\""
    ":\"capture_payment\",\"default\":null,\"doc\":\"What was promised is to be taken.\",\"type\":"
    "[\"null\",{\"type\":\"record\",\"name\":\"CapturePayment\",\"doc\":\"What was promised is to "
    "be taken.\",\"fields\":[{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much, > 0: a"
    "ll that was promised.\"}]}]},{\"name\":\"void_payment\",\"default\":null,\"doc\":\"What was p"
    "romised is not wanted.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"VoidPayment\",\"d"
    "oc\":\"What was promised is not wanted; a promise that comes behind it is void too. Of a paym"
    "ent that was never asked for: it is not to be.\",\"fields\":[{\"name\":\"reason\",\"type\":\""
    "string\",\"min_bytes\":1,\"max_bytes\":32,\"chars\":\"sku\",\"doc\":\"cancelled, expired, sol"
    "d_out or total_differs.\"}]}]},{\"name\":\"refund_payment\",\"default\":null,\"doc\":\"What w"
    "as taken is to be given back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RefundPaym"
    "ent\",\"doc\":\"A part of what was taken is to be given back.\",\"fields\":[{\"name\":\"refun"
    "d_id\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"Which refund: \\\"ORDER/n/rK\\\", K fro"
    "m 1. Never used for another amount.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"H"
    "ow much, > 0.\"}]}]}]}";

const struct fy_schema payment_request_schema_54 = {
    .id = 54,
    .version = 1,
    .fingerprint = UINT64_C(0x013f793e3cfe4a30),
    .subject = "payment-requests-value",
    .text = text_54,
    .name = "payment_request",
    .type = &fy_type_payment_request,
    .size = sizeof(struct payment_request),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_64[] =
    "{\"type\":\"record\",\"name\":\"PaymentRequest\",\"namespace\":\"fy\",\"one_of\":true,\"doc\""
    ":\"What an order wants of one payment. Exactly one of the nullable records is set. Each is a "
    "wish, not a step: said again, late or twice it means the same, and is answered each time in p"
    "ayment-reports.\",\"fields\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":"
    "\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact,"
    " event and request.\",\"fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logi"
    "calType\":\"uuid\"},\"doc\":\"Names this event for ever. A retry across a crash may write the"
    " same id twice; it is one event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"str"
    "ing\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows fro"
    "m; null where the outside world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":"
    "\"The visitor or supplier everything began with. Decides whether an event is among the mirror"
    "ed 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:"
    "ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"t"
    "imestamp-millis\"},\"doc\":\"When our edge took it, UTC. A derived event keeps the time of it"
    "s cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Th"
    "e task that wrote it, as in stock-3. Set in event and request topics only.\"},{\"name\":\"seq"
    "\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense number per writer and destin"
    "ation partition, from 1. Set together with writer.\"}]},\"doc\":\"Who, when and why; writer a"
    "nd seq are set.\"},{\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,"
    "\"chars\":\"hex\",\"doc\":\"Which order; also the key.\"},{\"name\":\"payment\",\"type\":\"st"
    "ring\",\"max_bytes\":64,\"doc\":\"Which payment: \\\"ORDER/n\\\", n from 1. Never used for an"
    "ything else.\"},{\"name\":\"authorise_payment\",\"default\":null,\"doc\":\"The customer's mon"
    "ey is to be promised.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"AuthorisePayment\""
    ",\"doc\":\"The customer's money is to be promised, and not taken.\",\"fields\":[{\"name\":\"a"
    "mount\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An am"
    "ount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":10000000"
    "0000,\"doc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\""
    "min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\""
    ":\"How much, > 0.\"},{\"name\":\"payment_method\",\"type\":\"string\",\"min_bytes\":1,\"max_b"
    "ytes\":64,\"chars\":\"sku\",\"doc\":\"The provider's token for how they pay.\"}]}]},{\"name\""
    ":\"capture_payment\",\"default\":null,\"doc\":\"What was promised is to be taken.\",\"type\":"
    "[\"null\",{\"type\":\"record\",\"name\":\"CapturePayment\",\"doc\":\"What was promised is to "
    "be taken.\",\"fields\":[{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much, > 0, a"
    "t most what was promised; the rest is promised no more.\"}]}]},{\"name\":\"void_payment\",\"d"
    "efault\":null,\"doc\":\"What was promised is not wanted.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"VoidPayment\",\"doc\":\"What was promised is not wanted; a promise that come"
    "s behind it is void too. Of a payment that was never asked for: it is not to be.\",\"fields\""
    ":[{\"name\":\"reason\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":32,\"chars\":\"sku\""
    ",\"doc\":\"cancelled, expired, sold_out or total_differs.\"}]}]},{\"name\":\"refund_payment\""
    ",\"default\":null,\"doc\":\"What was taken is to be given back.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"RefundPayment\",\"doc\":\"A part of what was taken is to be given ba"
    "ck.\",\"fields\":[{\"name\":\"refund_id\",\"type\":\"string\",\"max_bytes\":64,\"doc\":\"Whic"
    "h refund: \\\"ORDER/n/rK\\\", K from 1. Never used for another amount.\"},{\"name\":\"amount"
    "\",\"type\":\"fy.Money\",\"doc\":\"How much, > 0.\"}]}]}]}";

const struct fy_schema payment_request_schema_64 = {
    .id = 64,
    .version = 2,
    .fingerprint = UINT64_C(0x013f793e3cfe4a30),
    .subject = "payment-requests-value",
    .text = text_64,
    .name = "payment_request",
    .type = &fy_type_payment_request,
    .size = sizeof(struct payment_request),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_84[] =
    "{\"type\":\"record\",\"name\":\"PaymentRequest\",\"namespace\":\"fy\",\"one_of\":true,\"doc\""
    ":\"What an order wants of one payment. Exactly one of the nullable records is set. Each is a "
    "wish, not a step: said again, late or twice it means the same, and is answered each time in p"
    "ayment-reports.\",\"fields\":[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":"
    "\"Envelope\",\"namespace\":\"fy\",\"doc\":\"Who, when and why. The first field of every fact,"
    " event and request.\",\"fields\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logi"
    "calType\":\"uuid\"},\"doc\":\"Names this event for ever. A retry across a crash may write the"
    " same id twice; it is one event.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"str"
    "ing\",\"logicalType\":\"uuid\"}],\"default\":null,\"doc\":\"The event_id this one follows fro"
    "m; null where the outside world began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":"
    "\"The visitor or supplier everything began with. Decides whether an event is among the mirror"
    "ed 1 %.\"},{\"name\":\"actor\",\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:"
    "ID or service:NAME.\"},{\"name\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"t"
    "imestamp-millis\"},\"doc\":\"When our edge took it, UTC. A derived event keeps the time of it"
    "s cause.\"},{\"name\":\"writer\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Th"
    "e task that wrote it, as in stock-3. Set in event and request topics only.\"},{\"name\":\"seq"
    "\",\"type\":[\"null\",\"long\"],\"default\":null,\"doc\":\"Dense number per writer and destin"
    "ation partition, from 1. Set together with writer.\"}]},\"doc\":\"Who, when and why; writer a"
    "nd seq are set.\"},{\"name\":\"order\",\"type\":\"string\",\"min_bytes\":32,\"max_bytes\":32,"
    "\"chars\":\"hex\",\"doc\":\"Which order; also the key.\"},{\"name\":\"payment\",\"type\":\"st"
    "ring\",\"max_bytes\":64,\"doc\":\"Which payment: \\\"ORDER/n\\\", n from 1. Never used for an"
    "ything else.\"},{\"name\":\"authorise_payment\",\"default\":null,\"doc\":\"The customer's mon"
    "ey is to be promised.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"AuthorisePayment\""
    ",\"doc\":\"The customer's money is to be promised, and not taken.\",\"fields\":[{\"name\":\"a"
    "mount\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An am"
    "ount of money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":1,\"max\":10000000"
    "0000,\"doc\":\"Minor units, cents of a euro; 0 in what was written while a price could be 0."
    "\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"up"
    "per\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"How much, > 0.\"},{\"name\":\"payment_met"
    "hod\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"The pr"
    "ovider's token for how they pay.\"}]}]},{\"name\":\"capture_payment\",\"default\":null,\"doc"
    "\":\"What was promised is to be taken.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"C"
    "apturePayment\",\"doc\":\"What was promised is to be taken.\",\"fields\":[{\"name\":\"amount"
    "\",\"type\":\"fy.Money\",\"doc\":\"How much, > 0, at most what was promised; the rest is prom"
    "ised no more.\"}]}]},{\"name\":\"void_payment\",\"default\":null,\"doc\":\"What was promised "
    "is not wanted.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"VoidPayment\",\"doc\":\"W"
    "hat was promised is not wanted; a promise that comes behind it is void too. Of a payment that"
    " was never asked for: it is not to be.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\""
    ",\"min_bytes\":1,\"max_bytes\":32,\"chars\":\"sku\",\"doc\":\"cancelled, expired, sold_out or"
    " total_differs.\"}]}]},{\"name\":\"refund_payment\",\"default\":null,\"doc\":\"What was taken"
    " is to be given back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RefundPayment\",\""
    "doc\":\"A part of what was taken is to be given back.\",\"fields\":[{\"name\":\"refund_id\","
    "\"type\":\"string\",\"max_bytes\":64,\"doc\":\"Which refund: \\\"ORDER/n/rK\\\", K from 1. Ne"
    "ver used for another amount.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much"
    ", > 0.\"}]}]}]}";

const struct fy_schema payment_request_schema = {
    .id = 84,
    .version = 3,
    .fingerprint = UINT64_C(0x013f793e3cfe4a30),
    .subject = "payment-requests-value",
    .text = text_84,
    .name = "payment_request",
    .type = &fy_type_payment_request,
    .size = sizeof(struct payment_request),
    .encode = encode_any,
    .decode = decode_any,
};
