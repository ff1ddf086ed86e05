/*
 * Made by fy-generate from schemas/stock_reply.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_stock_reply(struct fy_reader *in, struct stock_reply *value)
{
    int symbol;
    bool set;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_symbol(in, 6, &symbol))
        return false;
    value->asked = (enum stock_asked)symbol;
    if (!fy_read_branch(in, &set))
        return false;
    value->not_done = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->not_done))
        return false;
    if (!fy_read_hold_standing(in, &value->standing))
        return false;
    return true;
}

enum fy_status stock_reply_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_reply *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 43:
        return fy_read_end(&in, fy_read_stock_reply(&in, ret_value));
    case 88:
        return fy_read_end(&in, fy_read_stock_reply(&in, ret_value));
    default:
        return fy_read_unknown(&in, "stock_reply");
    }
}

size_t fy_room_stock_reply(const struct stock_reply *value)
{
    size_t room = 46;

    room += fy_room_envelope(&value->envelope);
    room += value->order.size;
    room += value->hold.size;
    room += value->sku.size;
    room += value->not_done.size;
    room += fy_room_hold_standing(&value->standing);
    return room;
}

uint8_t *fy_write_stock_reply(uint8_t *at, const struct stock_reply *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->order);
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->asked);
    at = fy_write_branch(at, value->not_done.data != NULL);
    if (value->not_done.data != NULL)
        at = fy_write_string(at, value->not_done);
    at = fy_write_hold_standing(at, &value->standing);
    return at;
}

enum fy_status stock_reply_encode(const struct stock_reply *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;

    room = fy_room_stock_reply(value);
    begin = fy_write_begin(arena, 88, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_stock_reply(begin, value), ret_bytes);
}

static const char *const stock_asked_symbols[] = {
    "NOTHING",
    "HOLD",
    "COMMIT",
    "RELEASE",
    "SHIP",
    "RETURN",
};

static const struct fy_field fields_of_stock_reply[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct stock_reply, envelope),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_envelope,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct stock_reply, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct stock_reply, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct stock_reply, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "asked",
        .name_bytes = 5,
        .offset = offsetof(struct stock_reply, asked),
        .kind = FY_FIELD_ENUM,
        .symbols = stock_asked_symbols,
        .symbol_count = 6,
    },
    {
        .name = "not_done",
        .name_bytes = 8,
        .offset = offsetof(struct stock_reply, not_done),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct stock_reply, standing),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_hold_standing,
    },
};

const struct fy_type fy_type_stock_reply = {
    .name = "StockReply",
    .fields = fields_of_stock_reply,
    .field_count = 7,
    .size = sizeof(struct stock_reply),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return stock_reply_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return stock_reply_decode(bytes, arena, ret_value, err);
}

static const char text_43[] =
    "{\"type\":\"record\",\"name\":\"StockReply\",\"namespace\":\"fy\",\"doc\":\"How a hold stands"
    ": the answer to each request, a repeat too, and what happens to a hold unasked.\",\"fields\":"
    "[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"f"
    "y\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields"
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
    "ogether with writer.\"}]},\"doc\":\"Who, when and why; cause_id is the request. Writer and se"
    "q are set.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose hold; also the key.\"},"
    "{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which.\"},{\"name\":\"sku\",\"type\":\"strin"
    "g\",\"doc\":\"Of which SKU.\"},{\"name\":\"asked\",\"doc\":\"What is answered.\",\"type\":{\""
    "type\":\"enum\",\"name\":\"StockAsked\",\"symbols\":[\"NOTHING\",\"HOLD\",\"COMMIT\",\"RELEAS"
    "E\",\"SHIP\",\"RETURN\"],\"doc\":\"NOTHING: nobody asked; a hold was lost (RELEASED), or what"
    " was sold is not there (COMMITTED, short_units).\"}},{\"name\":\"not_done\",\"type\":[\"null"
    "\",\"string\"],\"default\":null,\"doc\":\"Why what was asked is not so: unknown_hold, other_h"
    "old, other_units, not_committed, ended, shipped, too_many_units; null: it is.\"},{\"name\":\""
    "standing\",\"type\":{\"type\":\"record\",\"name\":\"HoldStanding\",\"namespace\":\"fy\",\"doc"
    "\":\"How a hold stands: items of one supplier, promised to one line of an order.\",\"fields\""
    ":[{\"name\":\"state\",\"doc\":\"How far it is.\",\"type\":{\"type\":\"enum\",\"name\":\"HoldS"
    "tate\",\"symbols\":[\"UNKNOWN\",\"HELD\",\"COMMITTED\",\"SHIPPED\",\"RETURNED\",\"RELEASED\","
    "\"REFUSED\"],\"doc\":\"UNKNOWN: never asked for, or forgotten. HELD: promised. COMMITTED: sol"
    "d; some of it may be shipped. SHIPPED: all of it has left. RETURNED: all of that came back. R"
    "ELEASED: promised no more. REFUSED: never promised.\"}},{\"name\":\"reason\",\"type\":[\"null"
    "\",\"string\"],\"default\":null,\"doc\":\"Why it was refused (unknown_sku, withdrawn, other_c"
    "urrency, sold_out, too_many_holds) or released (cancelled, expired, rejected, lost).\"},{\"na"
    "me\":\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose items; null"
    " where none were promised.\"},{\"name\":\"units\",\"type\":\"long\",\"default\":0,\"doc\":\"W"
    "hole items that were asked for.\"},{\"name\":\"price\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"nam"
    "e\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents o"
    "f a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"cha"
    "rs\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]}],\"default\":null,\"doc\":\"Price of one i"
    "tem; null where none were promised.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"defaul"
    "t\":0,\"doc\":\"Whole items that have left.\"},{\"name\":\"returned_units\",\"type\":\"long\""
    ",\"default\":0,\"doc\":\"Of them, those that came back.\"},{\"name\":\"restocked_units\",\"ty"
    "pe\":\"long\",\"default\":0,\"doc\":\"Of them, those on the shelf again.\"},{\"name\":\"short"
    "_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that were sold and are not the"
    "re, as was told.\"},{\"name\":\"left_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of a r"
    "efusal: whole items that one supplier could have given.\"}]},\"doc\":\"How the hold stands no"
    "w.\"}]}";

const struct fy_schema stock_reply_schema_43 = {
    .id = 43,
    .version = 1,
    .fingerprint = UINT64_C(0xdb338cd8063ec19d),
    .subject = "stock-replies-value",
    .text = text_43,
    .name = "stock_reply",
    .type = &fy_type_stock_reply,
    .size = sizeof(struct stock_reply),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_88[] =
    "{\"type\":\"record\",\"name\":\"StockReply\",\"namespace\":\"fy\",\"doc\":\"How a hold stands"
    ": the answer to each request, a repeat too, and what happens to a hold unasked.\",\"fields\":"
    "[{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"f"
    "y\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields"
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
    "ogether with writer.\"}]},\"doc\":\"Who, when and why; cause_id is the request. Writer and se"
    "q are set.\"},{\"name\":\"order\",\"type\":\"string\",\"doc\":\"Whose hold; also the key.\"},"
    "{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which.\"},{\"name\":\"sku\",\"type\":\"strin"
    "g\",\"doc\":\"Of which SKU.\"},{\"name\":\"asked\",\"doc\":\"What is answered.\",\"type\":{\""
    "type\":\"enum\",\"name\":\"StockAsked\",\"symbols\":[\"NOTHING\",\"HOLD\",\"COMMIT\",\"RELEAS"
    "E\",\"SHIP\",\"RETURN\"],\"doc\":\"NOTHING: nobody asked; a hold was lost (RELEASED), or what"
    " was sold is not there (COMMITTED, short_units).\"}},{\"name\":\"not_done\",\"type\":[\"null"
    "\",\"string\"],\"default\":null,\"doc\":\"Why what was asked is not so: unknown_hold, other_h"
    "old, other_units, not_committed, ended, shipped, too_many_units; null: it is.\"},{\"name\":\""
    "standing\",\"type\":{\"type\":\"record\",\"name\":\"HoldStanding\",\"namespace\":\"fy\",\"doc"
    "\":\"How a hold stands: items of one supplier, promised to one line of an order.\",\"fields\""
    ":[{\"name\":\"state\",\"doc\":\"How far it is.\",\"type\":{\"type\":\"enum\",\"name\":\"HoldS"
    "tate\",\"symbols\":[\"UNKNOWN\",\"HELD\",\"COMMITTED\",\"SHIPPED\",\"RETURNED\",\"RELEASED\","
    "\"REFUSED\"],\"doc\":\"UNKNOWN: never asked for, or forgotten. HELD: promised. COMMITTED: sol"
    "d; some of it may be shipped. SHIPPED: all of it has left. RETURNED: all of that came back. R"
    "ELEASED: promised no more. REFUSED: never promised.\"}},{\"name\":\"reason\",\"type\":[\"null"
    "\",\"string\"],\"default\":null,\"doc\":\"Why it was refused (unknown_sku, withdrawn, other_c"
    "urrency, sold_out, too_many_holds) or released (cancelled, expired, rejected, lost).\"},{\"na"
    "me\":\"supplier\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Whose items; null"
    " where none were promised.\"},{\"name\":\"units\",\"type\":\"long\",\"default\":0,\"doc\":\"W"
    "hole items that were asked for.\"},{\"name\":\"price\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"nam"
    "e\":\"minor\",\"type\":\"long\",\"min\":1,\"max\":100000000000,\"doc\":\"Minor units, cents o"
    "f a euro; 0 in what was written while a price could be 0.\"},{\"name\":\"currency\",\"type\":"
    "\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR."
    "\"}]}],\"default\":null,\"doc\":\"Price of one item; null where none were promised.\"},{\"nam"
    "e\":\"shipped_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items that have left.\""
    "},{\"name\":\"returned_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of them, those that "
    "came back.\"},{\"name\":\"restocked_units\",\"type\":\"long\",\"default\":0,\"doc\":\"Of them"
    ", those on the shelf again.\"},{\"name\":\"short_units\",\"type\":\"long\",\"default\":0,\"do"
    "c\":\"Whole items that were sold and are not there, as was told.\"},{\"name\":\"left_units\","
    "\"type\":\"long\",\"default\":0,\"doc\":\"Of a refusal: whole items that one supplier could h"
    "ave given.\"}]},\"doc\":\"How the hold stands now.\"}]}";

const struct fy_schema stock_reply_schema = {
    .id = 88,
    .version = 2,
    .fingerprint = UINT64_C(0xdb338cd8063ec19d),
    .subject = "stock-replies-value",
    .text = text_88,
    .name = "stock_reply",
    .type = &fy_type_stock_reply,
    .size = sizeof(struct stock_reply),
    .encode = encode_any,
    .decode = decode_any,
};
