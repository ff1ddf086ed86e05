#include "schemas/codec/base64.h"
#include "schemas/codec/codec.h"
#include "schemas/codec/type.h"
#include "schemas/codec/utf8.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    OUT_FIRST = 1024, /* Room at first; most values need no more. Then it doubles. */
    NUMBER_MAX = 32,  /* Characters of any number. */
};

struct out {
    uint8_t *begin;
    uint8_t *at;
    uint8_t *end;
    struct fy_arena *arena;
    const char *trouble; /* NULL while all is well. */
};

static void put_record(struct out *out, const struct fy_type *type, const uint8_t *base);
static void put_field(struct out *out, const struct fy_field *field, const uint8_t *base);

static bool room(struct out *out, size_t size)
{
    size_t used = (size_t)(out->at - out->begin);
    size_t wanted = (size_t)(out->end - out->begin) * 2;
    uint8_t *moved;

    if ((size_t)(out->end - out->at) >= size)
        return true;
    if (out->trouble != NULL)
        return false;
    if (wanted < used + size)
        wanted = used + size;
    if (wanted < OUT_FIRST)
        wanted = OUT_FIRST;
    moved = fy_arena_alloc(out->arena, wanted);
    if (moved == NULL) {
        out->trouble = "the JSON does not fit the arena";
        return false;
    }
    if (used > 0)
        memcpy(moved, out->begin, used);
    out->begin = moved;
    out->at = moved + used;
    out->end = moved + wanted;
    return true;
}

static void put_bytes(struct out *out, const void *bytes, size_t size)
{
    if (!room(out, size))
        return;
    memcpy(out->at, bytes, size);
    out->at += size;
}

static void put_char(struct out *out, char c)
{
    put_bytes(out, &c, 1);
}

/*
 * One character that is not plain. Bytes that are no UTF-8 become U+FFFD, for JSON must be UTF-8;
 * and so does NUL, which many readers of JSON refuse, ours too.
 */
static const uint8_t *put_special(struct out *out, const uint8_t *at, const uint8_t *end)
{
    char escaped[8];
    size_t size;

    if (*at != 0 && (*at < 0x20 || *at == '"' || *at == '\\')) {
        const char *found = strchr("\"\"\\\\\bb\ff\nn\rr\tt", *at);

        if (found != NULL)
            size = (size_t)snprintf(escaped, sizeof(escaped), "\\%c", found[1]);
        else
            size = (size_t)snprintf(escaped, sizeof(escaped), "\\u%04x", *at);
        put_bytes(out, escaped, size);
        return at + 1;
    }
    size = *at == 0 ? 0 : fy_utf8_size(at, end);
    if (size == 0) {
        put_bytes(out, "\xef\xbf\xbd", 3);
        return at + 1;
    }
    put_bytes(out, at, size);
    return at + size;
}

static void put_text(struct out *out, struct fy_slice text)
{
    const uint8_t *at = text.data;
    const uint8_t *end = text.data + text.size;

    put_char(out, '"');
    while (at < end) {
        size_t run = (size_t)(fy_utf8_plain(at, end) - at);

        put_bytes(out, at, run);
        at += run;
        if (at < end)
            at = put_special(out, at, end);
    }
    put_char(out, '"');
}

static void put_base64(struct out *out, struct fy_slice bytes)
{
    size_t size = fy_base64_size(bytes.size);

    put_char(out, '"');
    if (room(out, size)) {
        fy_base64_encode(bytes, out->at);
        out->at += size;
    }
    put_char(out, '"');
}

static void put_whole(struct out *out, int64_t value)
{
    char digits[NUMBER_MAX];
    char *at = digits + sizeof(digits);
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    do {
        *--at = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (value < 0)
        *--at = '-';
    put_bytes(out, at, (size_t)(digits + sizeof(digits) - at));
}

static void put_real(struct out *out, double value, int precision)
{
    char text[NUMBER_MAX];

    if (!isfinite(value)) {
        out->trouble = "JSON has no infinity and no NaN";
        return;
    }
    put_bytes(out, text, (size_t)snprintf(text, sizeof(text), "%.*g", precision, value));
}

static void put_one(struct out *out, const struct fy_field *field, const void *at)
{
    struct fy_slice slice;
    int64_t whole;
    int32_t small;
    double real;
    float single;

    switch (field->kind) {
    case FY_FIELD_STRING:
        memcpy(&slice, at, sizeof(slice));
        put_text(out, slice);
        break;
    case FY_FIELD_BYTES:
    case FY_FIELD_FIXED:
        memcpy(&slice, at, sizeof(slice));
        put_base64(out, slice);
        break;
    case FY_FIELD_LONG:
        memcpy(&whole, at, sizeof(whole));
        put_whole(out, whole);
        break;
    case FY_FIELD_INT:
        memcpy(&small, at, sizeof(small));
        put_whole(out, small);
        break;
    case FY_FIELD_ENUM:
        memcpy(&small, at, sizeof(small));
        assert(small >= 0 && (uint32_t)small < field->symbol_count);
        put_text(out, fy_slice_of(field->symbols[small]));
        break;
    case FY_FIELD_BOOLEAN:
        if (*(const bool *)at)
            put_bytes(out, "true", 4);
        else
            put_bytes(out, "false", 5);
        break;
    case FY_FIELD_DOUBLE:
        memcpy(&real, at, sizeof(real));
        put_real(out, real, 17);
        break;
    case FY_FIELD_FLOAT:
        memcpy(&single, at, sizeof(single));
        put_real(out, single, 9);
        break;
    case FY_FIELD_RECORD:
        if (field->record->bare)
            put_field(out, &field->record->fields[0], at);
        else
            put_record(out, field->record, at);
        break;
    }
}

static void put_items(struct out *out, const struct fy_field *field, const void *at)
{
    size_t item_size = fy_field_size(field);
    struct fy_array array;

    memcpy(&array, at, sizeof(array));
    put_char(out, '[');
    for (size_t i = 0; i < array.count && out->trouble == NULL; i++) {
        if (i > 0)
            put_char(out, ',');
        put_one(out, field, (const uint8_t *)array.items + i * item_size);
    }
    put_char(out, ']');
}

/* An entry begins with its key, then has its value. */
static void put_entries(struct out *out, const struct fy_field *field, const void *at)
{
    struct fy_array array;

    memcpy(&array, at, sizeof(array));
    put_char(out, '{');
    for (size_t i = 0; i < array.count && out->trouble == NULL; i++) {
        const uint8_t *entry = (const uint8_t *)array.items + i * field->record->size;
        struct fy_slice key;

        memcpy(&key, entry, sizeof(key));
        if (i > 0)
            put_char(out, ',');
        put_text(out, key);
        put_char(out, ':');
        put_field(out, &field->record->fields[1], entry);
    }
    put_char(out, '}');
}

/* What stands alone has no name to leave out: null is said. */
static void put_field(struct out *out, const struct fy_field *field, const uint8_t *base)
{
    const void *at = fy_field_at(field, base);

    if (at == NULL)
        put_bytes(out, "null", 4);
    else if (field->map)
        put_entries(out, field, at);
    else if (field->array)
        put_items(out, field, at);
    else
        put_one(out, field, at);
}

static void put_record(struct out *out, const struct fy_type *type, const uint8_t *base)
{
    char before = '{';

    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        const void *at = fy_field_at(field, base);

        /* What has a default is left out; what has none must be there to be read again. */
        if (at == NULL && field->fallback != FY_DEFAULT_NONE)
            continue;
        if (!room(out, field->name_bytes + 4))
            return;
        *out->at++ = (uint8_t)before;
        *out->at++ = '"';
        memcpy(out->at, field->name, field->name_bytes);
        out->at += field->name_bytes;
        *out->at++ = '"';
        *out->at++ = ':';
        before = ',';
        put_field(out, field, base);
    }
    if (before == '{')
        put_char(out, '{');
    put_char(out, '}');
}

enum fy_status fy_json_encode(const struct fy_schema *schema,
    const void *value,
    struct fy_arena *arena,
    struct fy_slice *ret_json,
    struct fy_err *err)
{
    struct out out = {.arena = arena};

    put_record(&out, schema->type, value);
    if (out.trouble != NULL)
        return fy_fail(err, FY_REJECT, "%s: %s", schema->name, out.trouble);
    *ret_json = (struct fy_slice){.data = out.begin, .size = (size_t)(out.at - out.begin)};
    return FY_OK;
}
