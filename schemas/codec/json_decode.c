#include "schemas/codec/base64.h"
#include "schemas/codec/chars.h"
#include "schemas/codec/json_where.h"
#include "schemas/codec/type.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ITEMS_FIRST = 8,       /* Room of an array at first; then it doubles. */
    NUMBER_BYTES_MAX = 64, /* Of a float or double. */
};

static bool decode_record(struct fy_json_decoding *in, const struct fy_type *type, uint8_t *base);
static bool decode_field(struct fy_json_decoding *in,
    const struct fy_field *field,
    struct fy_json_step *step,
    uint8_t *base);
static bool decode_map(
    struct fy_json_decoding *in, const struct fy_field *field, struct fy_json_step *step, void *at);

/* --- Text ----------------------------------------------------------------------------------- */

static bool check_chars(struct fy_json_decoding *in, enum fy_chars chars, struct fy_slice value)
{
    size_t bad;

    if (chars == FY_CHARS_UUID) {
        if (fy_chars_uuid(value))
            return true;
        return fy_json_refuse(in, "must be a UUID: 8-4-4-4-12 hex digits, lower case");
    }
    bad = fy_chars_bad(chars, value);
    if (bad == value.size)
        return true;
    return fy_json_refuse(in, "character %zu is not one of %s", bad + 1, fy_chars_words(chars));
}

static bool check_size(struct fy_json_decoding *in, const struct fy_field *field, size_t size)
{
    if (size > field->max_bytes)
        return fy_json_refuse(in, "%zu bytes, at most %" PRIu32, size, field->max_bytes);
    if (size < field->min_bytes && size == 0)
        return fy_json_refuse(in, "empty, at least %" PRIu32 " bytes", field->min_bytes);
    if (size < field->min_bytes)
        return fy_json_refuse(in, "%zu bytes, at least %" PRIu32, size, field->min_bytes);
    return true;
}

static bool decode_text(
    struct fy_json_decoding *in, const struct fy_field *field, struct fy_slice *ret)
{
    struct fy_slice value;

    if (fy_json_peek(&in->text) != '"')
        return fy_json_refuse_kind(in, "a string");
    if (!fy_json_string(&in->text, &value) || !check_size(in, field, value.size))
        return false;
    if (field->chars != FY_CHARS_ANY && !check_chars(in, field->chars, value))
        return false;
    *ret = value;
    return true;
}

static bool decode_bytes(
    struct fy_json_decoding *in, const struct fy_field *field, struct fy_slice *ret)
{
    struct fy_slice encoded;
    uint8_t *bytes;
    size_t size;

    if (fy_json_peek(&in->text) != '"')
        return fy_json_refuse_kind(in, "a string of base64");
    if (!fy_json_string(&in->text, &encoded))
        return false;
    bytes = fy_arena_alloc(in->text.arena, encoded.size / 4 * 3 + 1);
    if (bytes == NULL)
        return fy_json_refuse(in, "does not fit the arena");
    if (!fy_base64_decode(encoded, bytes, &size))
        return fy_json_refuse(in, "must be base64 with padding");
    if (!check_size(in, field, size))
        return false;
    *ret = (struct fy_slice){.data = bytes, .size = size};
    return true;
}

static bool decode_symbol(struct fy_json_decoding *in, const struct fy_field *field, int *ret)
{
    struct fy_slice value;
    char known[160] = "";
    size_t used = 0;

    if (fy_json_peek(&in->text) != '"')
        return fy_json_refuse_kind(in, "a string");
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
    return fy_json_refuse(in, "must be one of %s", known);
}

/* --- Numbers -------------------------------------------------------------------------------- */

static bool number_starts(struct fy_json_decoding *in)
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

static bool decode_whole(struct fy_json_decoding *in, const struct fy_field *field, int64_t *ret)
{
    struct fy_slice text;
    int64_t value;
    bool whole;

    if (!number_starts(in))
        return fy_json_refuse_kind(in, "a whole number");
    if (!fy_json_number(&in->text, &text, &whole))
        return false;
    if (!whole)
        return fy_json_refuse(in, "must be a whole number, without point or exponent");
    if (!whole_number(text, &value))
        return fy_json_refuse(in, "%s %" PRId64, text.data[0] == '-' ? "less than" : "more than",
            text.data[0] == '-' ? INT64_MIN : INT64_MAX);
    if (value > field->max)
        return fy_json_refuse(in, "%" PRId64 ", at most %" PRId64, value, field->max);
    if (value < field->min)
        return fy_json_refuse(in, "%" PRId64 ", at least %" PRId64, value, field->min);
    *ret = value;
    return true;
}

static bool decode_real(struct fy_json_decoding *in, double *ret)
{
    char copy[NUMBER_BYTES_MAX + 1];
    struct fy_slice text;
    bool whole;

    if (!number_starts(in))
        return fy_json_refuse_kind(in, "a number");
    if (!fy_json_number(&in->text, &text, &whole))
        return false;
    if (text.size > NUMBER_BYTES_MAX)
        return fy_json_refuse(
            in, "a number of %zu characters, at most %d", text.size, NUMBER_BYTES_MAX);
    memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    errno = 0;
    *ret = strtod(copy, NULL);
    if (errno == ERANGE && (*ret > 1 || *ret < -1))
        return fy_json_refuse(in, "too large for a double");
    return true;
}

static bool decode_boolean(struct fy_json_decoding *in, bool *ret)
{
    uint8_t c = fy_json_peek(&in->text);

    if (c != 't' && c != 'f')
        return fy_json_refuse_kind(in, "true or false");
    *ret = c == 't';
    return fy_json_word(&in->text, c == 't' ? "true" : "false");
}

/* --- Fields --------------------------------------------------------------------------------- */

/* The only field of a record that is not in the text: its path is its container's. */
static bool decode_inside(struct fy_json_decoding *in, const struct fy_type *type, uint8_t *base)
{
    const struct fy_field *inside = &type->fields[0];
    struct fy_json_step *step;

    if (in->depth == FY_DEPTH_MAX)
        return fy_json_refuse(in, "nested deeper than %d levels", FY_DEPTH_MAX);
    step = &in->steps[in->depth++];
    *step = (struct fy_json_step){.name = "", .index = FY_JSON_NO_INDEX};
    if (!decode_field(in, inside, step, base))
        return false;
    in->depth--;
    return true;
}

/* One value that is not null, into `at`. */
static bool decode_one(struct fy_json_decoding *in, const struct fy_field *field, void *at)
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
        if (!field->record->bare)
            return decode_record(in, field->record, at);
        return decode_inside(in, field->record, at);
    }
    assert(false);
    return false;
}

static uint8_t *items_room(
    struct fy_json_decoding *in, uint8_t *items, size_t count, size_t *capacity, size_t item_size)
{
    size_t wanted = *capacity == 0 ? ITEMS_FIRST : *capacity * 2;
    uint8_t *moved;

    if (count < *capacity)
        return items;
    moved = fy_arena_alloc(in->text.arena, wanted * item_size);
    if (moved == NULL) {
        (void)fy_json_refuse(in, "%zu items do not fit the arena", wanted);
        return NULL;
    }
    if (count > 0)
        memcpy(moved, items, count * item_size);
    *capacity = wanted;
    return moved;
}

static bool decode_items(struct fy_json_decoding *in,
    const struct fy_field *field,
    struct fy_json_step *step,
    struct fy_array *array)
{
    size_t item_size = fy_field_size(field);
    uint8_t *items = NULL;
    size_t capacity = 0;
    size_t count = 0;

    do {
        step->index = FY_JSON_NO_INDEX;
        if (count == field->max_items)
            return fy_json_refuse(in, "more than %" PRIu32 " items", field->max_items);
        items = items_room(in, items, count, &capacity, item_size);
        if (items == NULL)
            return false;
        step->index = (ptrdiff_t)count;
        if (!decode_one(in, field, items + count * item_size))
            return false;
        count++;
    } while (fy_json_take(&in->text, ','));
    step->index = FY_JSON_NO_INDEX;
    *array = (struct fy_array){.items = items, .count = count};
    if (!fy_json_take(&in->text, ']'))
        return fy_json_fail(&in->text, "a ',' or ']' is expected");
    return true;
}

static bool decode_array(
    struct fy_json_decoding *in, const struct fy_field *field, struct fy_json_step *step, void *at)
{
    struct fy_array array = {0};

    if (!fy_json_take(&in->text, '['))
        return fy_json_refuse_kind(in, "an array");
    if (!fy_json_take(&in->text, ']') && !decode_items(in, field, step, &array))
        return false;
    if (array.count < field->min_items)
        return fy_json_refuse(in, "%zu items, at least %" PRIu32, array.count, field->min_items);
    memcpy(at, &array, sizeof(array));
    return true;
}

static int by_text(const void *a, const void *b)
{
    const struct fy_slice *left = a;
    const struct fy_slice *right = b;
    size_t size = left->size < right->size ? left->size : right->size;
    int order = size == 0 ? 0 : memcmp(left->data, right->data, size);

    return order != 0 ? order : (left->size > right->size) - (left->size < right->size);
}

/* As for members of a record: none is given twice. */
static bool check_keys(
    struct fy_json_decoding *in, const uint8_t *entries, size_t count, size_t entry_size)
{
    struct fy_slice *keys = fy_arena_alloc(in->text.arena, (count + 1) * sizeof(*keys));

    if (keys == NULL)
        return fy_json_refuse(in, "%zu keys do not fit the arena", count);
    for (size_t i = 0; i < count; i++)
        memcpy(&keys[i], entries + i * entry_size, sizeof(keys[i]));
    qsort(keys, count, sizeof(*keys), by_text);
    for (size_t i = 1; i < count; i++)
        if (fy_slice_equal(keys[i - 1], keys[i]))
            return fy_json_refuse(in, "a key is given twice");
    return true;
}

/* An entry begins with its key; the generator puts it there. Errors count entries: keys may be
 * personal. */
static bool decode_entries(struct fy_json_decoding *in,
    const struct fy_field *field,
    struct fy_json_step *step,
    struct fy_array *array)
{
    const struct fy_type *entry = field->record;
    uint8_t *entries = NULL;
    size_t capacity = 0;
    size_t count = 0;

    assert(entry->fields[0].offset == 0);
    do {
        uint8_t *at;

        step->index = FY_JSON_NO_INDEX;
        if (count == field->max_items)
            return fy_json_refuse(in, "more than %" PRIu32 " entries", field->max_items);
        entries = items_room(in, entries, count, &capacity, entry->size);
        if (entries == NULL)
            return false;
        at = entries + count * entry->size;
        step->index = (ptrdiff_t)count;
        if (fy_json_peek(&in->text) != '"')
            return fy_json_fail(&in->text, "a member's name in quotes is expected");
        if (!fy_json_string(&in->text, (struct fy_slice *)(void *)at))
            return false;
        if (!fy_json_take(&in->text, ':'))
            return fy_json_fail(&in->text, "a ':' is expected");
        in->steps[in->depth++] = (struct fy_json_step){.name = "", .index = FY_JSON_NO_INDEX};
        if (!decode_field(in, &entry->fields[1], &in->steps[in->depth - 1], at))
            return false;
        in->depth--;
        count++;
    } while (fy_json_take(&in->text, ','));
    step->index = FY_JSON_NO_INDEX;
    *array = (struct fy_array){.items = entries, .count = count};
    if (!fy_json_take(&in->text, '}'))
        return fy_json_fail(&in->text, "a ',' or '}' is expected");
    return check_keys(in, entries, count, entry->size);
}

static bool decode_map(
    struct fy_json_decoding *in, const struct fy_field *field, struct fy_json_step *step, void *at)
{
    struct fy_array array = {0};

    if (in->depth == FY_DEPTH_MAX)
        return fy_json_refuse(in, "nested deeper than %d levels", FY_DEPTH_MAX);
    if (!fy_json_take(&in->text, '{'))
        return fy_json_refuse_kind(in, "an object");
    if (!fy_json_take(&in->text, '}') && !decode_entries(in, field, step, &array))
        return false;
    if (array.count < field->min_items)
        return fy_json_refuse(in, "%zu entries, at least %" PRIu32, array.count, field->min_items);
    memcpy(at, &array, sizeof(array));
    return true;
}

static bool decode_optional_record(
    struct fy_json_decoding *in, const struct fy_field *field, void *at)
{
    void *record = fy_arena_alloc(in->text.arena, field->record->size);

    if (record == NULL)
        return fy_json_refuse(in, "does not fit the arena");
    memcpy(at, &record, sizeof(record));
    return decode_one(in, field, record);
}

/* The struct is zero already, which is null of every kind. */
static bool decode_field(struct fy_json_decoding *in,
    const struct fy_field *field,
    struct fy_json_step *step,
    uint8_t *base)
{
    void *at = base + field->offset;

    if (field->map)
        return decode_map(in, field, step, at);
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
    struct fy_json_decoding *in, const struct fy_type *type, uint64_t seen, uint8_t *base)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];

        if ((seen >> i & 1) != 0)
            continue;
        if (field->fallback != FY_DEFAULT_NONE) {
            fy_field_default(field, base);
            continue;
        }
        if (field->edge && in->from == FY_JSON_CLIENT)
            continue;
        in->steps[in->depth++] =
            (struct fy_json_step){.name = field->name, .index = FY_JSON_NO_INDEX};
        return fy_json_refuse(in, "missing");
    }
    return true;
}

static bool check_one_of(
    struct fy_json_decoding *in, const struct fy_type *type, const uint8_t *base)
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
        const struct fy_field *field = &type->fields[i];

        if (field->nullable && field->kind == FY_FIELD_RECORD &&
            !(field->edge && in->from == FY_JSON_CLIENT))
            used += (size_t)snprintf(
                names + used, sizeof(names) - used, "%s%s", used > 0 ? ", " : "", field->name);
    }
    return fy_json_refuse(in, "must set exactly one of %s; it sets %d", names, set_count);
}

static bool decode_member(struct fy_json_decoding *in,
    const struct fy_type *type,
    uint8_t *base,
    uint32_t *next,
    uint64_t *seen)
{
    const struct fy_field *field;
    struct fy_slice name;
    struct fy_json_step *step;
    uint32_t index;

    if (fy_json_peek(&in->text) != '"')
        return fy_json_fail(&in->text, "a member's name in quotes is expected");
    if (!fy_json_string(&in->text, &name))
        return false;
    field = field_named(type, name, *next);
    if (field == NULL)
        return fy_json_refuse_unknown(in, type, name);

    index = (uint32_t)(field - type->fields);
    step = &in->steps[in->depth++];
    *step = (struct fy_json_step){.name = field->name, .index = FY_JSON_NO_INDEX};
    if ((*seen >> index & 1) != 0)
        return fy_json_refuse(in, "given twice");
    if (field->edge && in->from == FY_JSON_CLIENT)
        return fy_json_refuse(in, "is set by us; leave it out");
    if (!fy_json_take(&in->text, ':'))
        return fy_json_fail(&in->text, "a ':' is expected");
    if (!decode_field(in, field, step, base))
        return false;
    in->depth--;
    *seen |= UINT64_C(1) << index;
    *next = index + 1 < type->field_count ? index + 1 : 0;
    return true;
}

static bool decode_record(struct fy_json_decoding *in, const struct fy_type *type, uint8_t *base)
{
    uint64_t seen = 0;
    uint32_t next = 0;

    assert(type->field_count <= FY_FIELDS_MAX);

    if (in->depth == FY_DEPTH_MAX)
        return fy_json_refuse(in, "nested deeper than %d levels", FY_DEPTH_MAX);
    if (!fy_json_take(&in->text, '{'))
        return fy_json_refuse_kind(in, "an object");
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
    struct fy_json_decoding in = {.from = from};

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
