#include "schemas/codec/base64.h"
#include "schemas/codec/chars.h"
#include "schemas/codec/json_text.h"
#include "schemas/codec/type.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    NO_INDEX = -1,
    ITEMS_FIRST = 8,       /* Room of an array at first; then it doubles. */
    NAME_SHOWN_MAX = 40,   /* Of an unknown field, when it is harmless. */
    NUMBER_BYTES_MAX = 64, /* Of a float or double. */
};

/* Where in the value we are, for messages. */
struct step {
    const char *name;
    ptrdiff_t index; /* NO_INDEX outside of an array. */
};

struct decoding {
    struct fy_json_text text;
    enum fy_json_from from;
    int depth;
    struct step steps[FY_DEPTH_MAX + 1];
};

static bool decode_record(struct decoding *in, const struct fy_type *type, uint8_t *base);

/* --- Messages ------------------------------------------------------------------------------- */

static size_t path_put(const struct decoding *in, char *path, size_t size)
{
    size_t used = 0;

    path[0] = '\0';
    for (int i = 0; i < in->depth && used < size; i++) {
        const struct step *step = &in->steps[i];

        used += (size_t)snprintf(path + used, size - used, "%s%s", i > 0 ? "." : "", step->name);
        if (step->index != NO_INDEX && used < size)
            used += (size_t)snprintf(path + used, size - used, "[%td]", step->index);
    }
    return used;
}

/* "path: what". Of the whole value, which has no path, the words begin with "the value". */
static bool refuse(struct decoding *in, const char *format, ...)
    __attribute__((format(printf, 2, 3), cold));

static bool refuse(struct decoding *in, const char *format, ...)
{
    char path[160];
    char what[256];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(what, sizeof(what), format, args);
    va_end(args);
    if (path_put(in, path, sizeof(path)) == 0)
        (void)fy_fail(in->text.err, FY_REJECT, "the value: %s", what);
    else
        (void)fy_fail(in->text.err, FY_REJECT, "%s: %s", path, what);
    return false;
}

static bool refuse_kind(struct decoding *in, const char *wanted)
{
    /* Broken JSON is not of the wrong kind; it is broken. */
    const char *found = fy_json_what(&in->text);

    if (strcmp(found, "no JSON") == 0)
        return fy_json_fail(&in->text, "not a JSON value");
    if (strcmp(found, "nothing") == 0)
        return fy_json_fail(&in->text, "the text ends before a value");
    return refuse(in, "must be %s, is %s", wanted, found);
}

/* What there is instead of an unknown field. Edge fields are no offer to a client. */
static bool refuse_unknown(struct decoding *in, const struct fy_type *type, struct fy_slice name)
{
    char known[160] = "";
    size_t used = 0;
    bool harmless = name.size > 0 && name.size <= NAME_SHOWN_MAX;

    for (size_t i = 0; harmless && i < name.size; i++)
        harmless = (name.data[i] >= '0' && name.data[i] <= '9') || name.data[i] == '_' ||
                   ((name.data[i] | 0x20) >= 'a' && (name.data[i] | 0x20) <= 'z');
    for (uint32_t i = 0; i < type->field_count && used < sizeof(known); i++) {
        if (!type->fields[i].edge || in->from == FY_JSON_TRUSTED)
            used += (size_t)snprintf(known + used, sizeof(known) - used, "%s%s",
                used > 0 ? ", " : "", type->fields[i].name);
    }
    if (!harmless)
        return refuse(in, "holds an unknown field; known: %s", known);
    if (in->depth <= FY_DEPTH_MAX) {
        char shown[NAME_SHOWN_MAX + 1];

        (void)snprintf(shown, sizeof(shown), "%.*s", FY_SLICE_ARG(name));
        in->steps[in->depth++] = (struct step){.name = shown, .index = NO_INDEX};
        return refuse(in, "unknown field; known: %s", known);
    }
    return refuse(in, "unknown field");
}

/* --- Text ----------------------------------------------------------------------------------- */

static bool check_chars(struct decoding *in, enum fy_chars chars, struct fy_slice value)
{
    size_t bad;

    if (chars == FY_CHARS_UUID) {
        if (fy_chars_uuid(value))
            return true;
        return refuse(in, "must be a UUID: 8-4-4-4-12 hex digits, lower case");
    }
    bad = fy_chars_bad(chars, value);
    if (bad == value.size)
        return true;
    return refuse(in, "character %zu is not one of %s", bad + 1, fy_chars_words(chars));
}

static bool check_size(struct decoding *in, const struct fy_field *field, size_t size)
{
    if (size > field->max_bytes)
        return refuse(in, "%zu bytes, at most %" PRIu32, size, field->max_bytes);
    if (size < field->min_bytes && size == 0)
        return refuse(in, "empty, at least %" PRIu32 " bytes", field->min_bytes);
    if (size < field->min_bytes)
        return refuse(in, "%zu bytes, at least %" PRIu32, size, field->min_bytes);
    return true;
}

static bool decode_text(struct decoding *in, const struct fy_field *field, struct fy_slice *ret)
{
    struct fy_slice value;

    if (fy_json_peek(&in->text) != '"')
        return refuse_kind(in, "a string");
    if (!fy_json_string(&in->text, &value) || !check_size(in, field, value.size))
        return false;
    if (field->chars != FY_CHARS_ANY && !check_chars(in, field->chars, value))
        return false;
    *ret = value;
    return true;
}

static bool decode_bytes(struct decoding *in, const struct fy_field *field, struct fy_slice *ret)
{
    struct fy_slice encoded;
    uint8_t *bytes;
    size_t size;

    if (fy_json_peek(&in->text) != '"')
        return refuse_kind(in, "a string of base64");
    if (!fy_json_string(&in->text, &encoded))
        return false;
    bytes = fy_arena_alloc(in->text.arena, encoded.size / 4 * 3 + 1);
    if (bytes == NULL)
        return refuse(in, "does not fit the arena");
    if (!fy_base64_decode(encoded, bytes, &size))
        return refuse(in, "must be base64 with padding");
    if (!check_size(in, field, size))
        return false;
    *ret = (struct fy_slice){.data = bytes, .size = size};
    return true;
}

static bool decode_symbol(struct decoding *in, const struct fy_field *field, int *ret)
{
    struct fy_slice value;
    char known[160] = "";
    size_t used = 0;

    if (fy_json_peek(&in->text) != '"')
        return refuse_kind(in, "a string");
    if (!fy_json_string(&in->text, &value))
        return false;
    for (uint32_t i = 0; i < field->symbol_count; i++) {
        if (fy_slice_equal(value, fy_slice_of(field->symbols[i]))) {
            *ret = (int)i;
            return true;
        }
    }
    for (uint32_t i = 0; i < field->symbol_count && used < sizeof(known); i++)
        used += (size_t)snprintf(
            known + used, sizeof(known) - used, "%s%s", used > 0 ? ", " : "", field->symbols[i]);
    return refuse(in, "must be one of %s", known);
}

/* --- Numbers -------------------------------------------------------------------------------- */

static bool number_starts(struct decoding *in)
{
    uint8_t c = fy_json_peek(&in->text);

    return c == '-' || (c >= '0' && c <= '9');
}

/* Nineteen digits always fit 64 bits without sign; of more, none fits 63. */
static bool whole_number(struct fy_slice text, int64_t *ret_value)
{
    bool negative = text.data[0] == '-';
    uint64_t value = 0;

    if (text.size - (negative ? 1 : 0) > 19)
        return false;
    for (size_t i = negative ? 1 : 0; i < text.size; i++)
        value = value * 10 + (uint64_t)(text.data[i] - '0');
    if (value > (uint64_t)INT64_MAX + (negative ? 1 : 0))
        return false;
    *ret_value = negative ? (int64_t)(0 - value) : (int64_t)value;
    return true;
}

static bool decode_whole(struct decoding *in, const struct fy_field *field, int64_t *ret)
{
    struct fy_slice text;
    int64_t value;
    bool whole;

    if (!number_starts(in))
        return refuse_kind(in, "a whole number");
    if (!fy_json_number(&in->text, &text, &whole))
        return false;
    if (!whole)
        return refuse(in, "must be a whole number, without point or exponent");
    if (!whole_number(text, &value))
        return refuse(in, "%s %" PRId64, text.data[0] == '-' ? "less than" : "more than",
            text.data[0] == '-' ? INT64_MIN : INT64_MAX);
    if (value > field->max)
        return refuse(in, "%" PRId64 ", at most %" PRId64, value, field->max);
    if (value < field->min)
        return refuse(in, "%" PRId64 ", at least %" PRId64, value, field->min);
    *ret = value;
    return true;
}

static bool decode_real(struct decoding *in, double *ret)
{
    char copy[NUMBER_BYTES_MAX + 1];
    struct fy_slice text;
    bool whole;

    if (!number_starts(in))
        return refuse_kind(in, "a number");
    if (!fy_json_number(&in->text, &text, &whole))
        return false;
    if (text.size > NUMBER_BYTES_MAX)
        return refuse(in, "a number of %zu characters, at most %d", text.size, NUMBER_BYTES_MAX);
    memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    errno = 0;
    *ret = strtod(copy, NULL);
    if (errno == ERANGE && (*ret > 1 || *ret < -1))
        return refuse(in, "too large for a double");
    return true;
}

static bool decode_boolean(struct decoding *in, bool *ret)
{
    uint8_t c = fy_json_peek(&in->text);

    if (c != 't' && c != 'f')
        return refuse_kind(in, "true or false");
    *ret = c == 't';
    return fy_json_word(&in->text, c == 't' ? "true" : "false");
}

/* --- Fields --------------------------------------------------------------------------------- */

/* One value that is not null, into `at`. */
static bool decode_one(struct decoding *in, const struct fy_field *field, void *at)
{
    int64_t whole;
    double real;
    float single;
    int32_t small;

    switch (field->kind) {
    case FY_FIELD_STRING:
        return decode_text(in, field, at);
    case FY_FIELD_BYTES:
    case FY_FIELD_FIXED:
        return decode_bytes(in, field, at);
    case FY_FIELD_LONG:
        return decode_whole(in, field, at);
    case FY_FIELD_INT:
        if (!decode_whole(in, field, &whole))
            return false;
        small = (int32_t)whole;
        memcpy(at, &small, sizeof(small));
        return true;
    case FY_FIELD_DOUBLE:
        return decode_real(in, at);
    case FY_FIELD_FLOAT:
        if (!decode_real(in, &real))
            return false;
        single = (float)real;
        memcpy(at, &single, sizeof(single));
        return true;
    case FY_FIELD_BOOLEAN:
        return decode_boolean(in, at);
    case FY_FIELD_ENUM:
        return decode_symbol(in, field, at);
    case FY_FIELD_RECORD:
        return decode_record(in, field->record, at);
    }
    assert(false);
    return false;
}

static uint8_t *items_room(
    struct decoding *in, uint8_t *items, size_t count, size_t *capacity, size_t item_size)
{
    size_t wanted = *capacity == 0 ? ITEMS_FIRST : *capacity * 2;
    uint8_t *moved;

    if (count < *capacity)
        return items;
    moved = fy_arena_alloc(in->text.arena, wanted * item_size);
    if (moved == NULL) {
        (void)refuse(in, "%zu items do not fit the arena", wanted);
        return NULL;
    }
    if (count > 0)
        memcpy(moved, items, count * item_size);
    *capacity = wanted;
    return moved;
}

static bool decode_items(
    struct decoding *in, const struct fy_field *field, struct step *step, struct fy_array *array)
{
    size_t item_size = fy_field_size(field);
    uint8_t *items = NULL;
    size_t capacity = 0;
    size_t count = 0;

    do {
        step->index = NO_INDEX;
        if (count == field->max_items)
            return refuse(in, "more than %" PRIu32 " items", field->max_items);
        items = items_room(in, items, count, &capacity, item_size);
        if (items == NULL)
            return false;
        step->index = (ptrdiff_t)count;
        if (!decode_one(in, field, items + count * item_size))
            return false;
        count++;
    } while (fy_json_take(&in->text, ','));
    step->index = NO_INDEX;
    *array = (struct fy_array){.items = items, .count = count};
    if (!fy_json_take(&in->text, ']'))
        return fy_json_fail(&in->text, "a ',' or ']' is expected");
    return true;
}

static bool decode_array(
    struct decoding *in, const struct fy_field *field, struct step *step, void *at)
{
    struct fy_array array = {0};

    if (!fy_json_take(&in->text, '['))
        return refuse_kind(in, "an array");
    if (!fy_json_take(&in->text, ']') && !decode_items(in, field, step, &array))
        return false;
    if (array.count < field->min_items)
        return refuse(in, "%zu items, at least %" PRIu32, array.count, field->min_items);
    memcpy(at, &array, sizeof(array));
    return true;
}

static bool decode_optional_record(struct decoding *in, const struct fy_field *field, void *at)
{
    void *record = fy_arena_alloc(in->text.arena, field->record->size);

    if (record == NULL)
        return refuse(in, "does not fit the arena");
    memcpy(at, &record, sizeof(record));
    return decode_record(in, field->record, record);
}

/* The struct is zero already, which is null of every kind. */
static bool decode_field(
    struct decoding *in, const struct fy_field *field, struct step *step, uint8_t *base)
{
    void *at = base + field->offset;

    if (field->array)
        return decode_array(in, field, step, at);
    if (!field->nullable)
        return decode_one(in, field, at);
    if (fy_json_peek(&in->text) == 'n')
        return fy_json_word(&in->text, "null");
    if (field->kind == FY_FIELD_RECORD)
        return decode_optional_record(in, field, at);
    if (fy_field_has_flag(field))
        *(bool *)(base + field->has_offset) = true;
    return decode_one(in, field, at);
}

static void put_fallback(const struct fy_field *field, uint8_t *base)
{
    void *at = base + field->offset;
    struct fy_slice text;
    int32_t small = (int32_t)field->fallback_number;
    float single = (float)field->fallback_real;

    if (field->fallback != FY_DEFAULT_VALUE)
        return;
    switch (field->kind) {
    case FY_FIELD_BOOLEAN:
        *(bool *)at = field->fallback_number != 0;
        break;
    case FY_FIELD_INT:
    case FY_FIELD_ENUM:
        memcpy(at, &small, sizeof(small));
        break;
    case FY_FIELD_LONG:
        memcpy(at, &field->fallback_number, sizeof(field->fallback_number));
        break;
    case FY_FIELD_FLOAT:
        memcpy(at, &single, sizeof(single));
        break;
    case FY_FIELD_DOUBLE:
        memcpy(at, &field->fallback_real, sizeof(field->fallback_real));
        break;
    default:
        text = fy_slice_of(field->fallback_text);
        memcpy(at, &text, sizeof(text));
        break;
    }
}

/* --- Records -------------------------------------------------------------------------------- */

/* Fields mostly come in the schema's order, so the search begins behind the last one. */
static const struct fy_field *field_named(
    const struct fy_type *type, struct fy_slice name, uint32_t from)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        uint32_t at = from + i < type->field_count ? from + i : from + i - type->field_count;
        const struct fy_field *field = &type->fields[at];

        if (field->name_bytes == name.size && memcmp(field->name, name.data, name.size) == 0)
            return field;
    }
    return NULL;
}

static bool check_missing(
    struct decoding *in, const struct fy_type *type, uint64_t seen, uint8_t *base)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];

        if ((seen >> i & 1) != 0)
            continue;
        if (field->fallback != FY_DEFAULT_NONE) {
            put_fallback(field, base);
            continue;
        }
        if (field->edge && in->from == FY_JSON_CLIENT)
            continue;
        in->steps[in->depth++] = (struct step){.name = field->name, .index = NO_INDEX};
        return refuse(in, "missing");
    }
    return true;
}

static bool check_one_of(struct decoding *in, const struct fy_type *type, const uint8_t *base)
{
    char names[160] = "";
    size_t used = 0;
    int set_count = 0;

    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        const void *record;

        if (!field->nullable || field->kind != FY_FIELD_RECORD)
            continue;
        memcpy(&record, base + field->offset, sizeof(record));
        set_count += record != NULL;
    }
    if (set_count == 1)
        return true;
    for (uint32_t i = 0; i < type->field_count && used < sizeof(names); i++) {
        if (type->fields[i].nullable && type->fields[i].kind == FY_FIELD_RECORD)
            used += (size_t)snprintf(names + used, sizeof(names) - used, "%s%s",
                used > 0 ? ", " : "", type->fields[i].name);
    }
    return refuse(in, "must set exactly one of %s; it sets %d", names, set_count);
}

static bool decode_member(
    struct decoding *in, const struct fy_type *type, uint8_t *base, uint32_t *next, uint64_t *seen)
{
    const struct fy_field *field;
    struct fy_slice name;
    struct step *step;
    uint32_t index;

    if (fy_json_peek(&in->text) != '"')
        return fy_json_fail(&in->text, "a member's name in quotes is expected");
    if (!fy_json_string(&in->text, &name))
        return false;
    field = field_named(type, name, *next);
    if (field == NULL)
        return refuse_unknown(in, type, name);

    index = (uint32_t)(field - type->fields);
    step = &in->steps[in->depth++];
    *step = (struct step){.name = field->name, .index = NO_INDEX};
    if ((*seen >> index & 1) != 0)
        return refuse(in, "given twice");
    if (field->edge && in->from == FY_JSON_CLIENT)
        return refuse(in, "is set by us; leave it out");
    if (!fy_json_take(&in->text, ':'))
        return fy_json_fail(&in->text, "a ':' is expected");
    if (!decode_field(in, field, step, base))
        return false;
    in->depth--;
    *seen |= UINT64_C(1) << index;
    *next = index + 1 < type->field_count ? index + 1 : 0;
    return true;
}

static bool decode_record(struct decoding *in, const struct fy_type *type, uint8_t *base)
{
    uint64_t seen = 0;
    uint32_t next = 0;

    assert(in->depth < FY_DEPTH_MAX && type->field_count <= FY_FIELDS_MAX);

    if (!fy_json_take(&in->text, '{'))
        return refuse_kind(in, "an object");
    if (!fy_json_take(&in->text, '}')) {
        do {
            if (!decode_member(in, type, base, &next, &seen))
                return false;
        } while (fy_json_take(&in->text, ','));
        if (!fy_json_take(&in->text, '}'))
            return fy_json_fail(&in->text, "a ',' or '}' is expected");
    }
    if (!check_missing(in, type, seen, base))
        return false;
    return !type->one_of || check_one_of(in, type, base);
}

enum fy_status fy_json_decode(const struct fy_schema *schema,
    enum fy_json_from from,
    struct fy_slice json,
    struct fy_arena *arena,
    void *ret_value,
    struct fy_err *err)
{
    struct decoding in = {.from = from};

    in.text = (struct fy_json_text){
        .begin = json.data,
        .at = json.data,
        .end = json.data + json.size,
        .arena = arena,
        .err = err,
    };
    memset(ret_value, 0, schema->size);
    (void)fy_json_peek(&in.text);
    if (!decode_record(&in, schema->type, ret_value))
        return FY_REJECT;
    (void)fy_json_peek(&in.text);
    if (in.text.at < in.text.end) {
        (void)fy_json_fail(&in.text, "more text follows the value");
        return FY_REJECT;
    }
    return FY_OK;
}
