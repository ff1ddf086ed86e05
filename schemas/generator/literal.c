#include "schemas/generator/model.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A value of the schema's JSON as C has it: defaults are constants of their field's own shape. */

static _Noreturn void wrong(const char *path, const char *where, const char *wanted)
{
    broken(path, where, "default", "the default must be %s", wanted);
}

/* Octal: unlike hex, it ends by itself. */
static char *slice_literal(const unsigned char *bytes, size_t size)
{
    char *text = text_of("%s", "{(const uint8_t *)\"");

    for (size_t i = 0; i < size; i++) {
        bool plain = bytes[i] >= ' ' && bytes[i] < 0x7f && bytes[i] != '"' && bytes[i] != '\\' &&
                     bytes[i] != '?';

        text = text_of(plain ? "%s%c" : "%s\\%03o", text, bytes[i]);
    }
    return text_of("%s\", %zu}", text, size);
}

/* Avro writes bytes as a string of the characters 0 to 255. */
static char *bytes_literal(
    const char *path, const char *where, const struct field *field, const json_t *value)
{
    const unsigned char *at = (const unsigned char *)json_string_value(value);
    size_t left = json_string_length(value);
    unsigned char *bytes = calloc(left + 1, 1);
    size_t size = 0;

    if (bytes == NULL)
        refuse("fy-generate", NULL, "out of memory");
    for (; left > 0; size++) {
        size_t used = *at < 0x80 ? 1 : 2;

        if (*at > 0xc3)
            wrong(path, where, "bytes: characters of at most U+00FF");
        bytes[size] = (unsigned char)(used == 1 ? *at : (*at & 3) << 6 | (at[1] & 0x3f));
        at += used;
        left -= used;
    }
    if (field->kind == KIND_FIXED && size != field->named->fixed_bytes)
        wrong(path, where, "as many bytes as the fixed has");
    return slice_literal(bytes, size);
}

static char *whole_literal(
    const char *path, const char *where, const struct field *field, const json_t *value)
{
    json_int_t whole = json_integer_value(value);

    if (!json_is_integer(value))
        wrong(path, where, "a whole number");
    if (field->kind == KIND_INT && (whole < INT32_MIN || whole > INT32_MAX))
        wrong(path, where, "a number of 32 bits");
    if (whole == INT64_MIN)
        return text_of("%s", "INT64_MIN");
    return text_of("%" JSON_INTEGER_FORMAT, whole);
}

static char *record_literal(
    const char *path, const char *where, const struct named *record, const json_t *value)
{
    char *text = text_of("%s", "{");
    const char *key;
    json_t *member;

    if (!json_is_object(value))
        wrong(path, where, "an object");
    json_object_foreach((json_t *)value, key, member)
    {
        bool found = false;

        for (int i = 0; i < record->field_count; i++)
            found = found || strcmp(record->fields[i].name, key) == 0;
        if (!found)
            wrong(path, where, text_of("without \"%s\", which is no field", key));
    }
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const json_t *of = json_object_get(value, field->name);

        if (of == NULL)
            of = json_object_get(field->json, "default");
        if (of == NULL)
            wrong(path, where, text_of("with \"%s\", which has no default itself", field->name));
        if (field->nullable && !json_is_null(of))
            wrong(path, where, text_of("null at \"%s\": the first of its union", field->name));
        if (!field->nullable)
            text = text_of("%s.%s = %s, ", text, field->name, literal_of(path, where, field, of));
    }
    return text_of("%s}", text);
}

static char *inner_literal(
    const char *path, const char *where, const struct field *field, const json_t *value)
{
    struct field item = *field;

    item.array = item.map = item.nullable = false;
    if (item.kind == KIND_RECORD && item.named->bare) {
        const struct field *inside = &item.named->fields[0];

        if (inside->nullable && !json_is_null(value))
            wrong(path, where, "null inside: the first of its union");
        return inside->nullable ? text_of("%s", "{}")
                                : text_of("{%s}", literal_of(path, where, inside, value));
    }
    return literal_of(path, where, &item, value);
}

static char *array_literal(
    const char *path, const char *where, const struct field *field, const json_t *value)
{
    struct field item = *field;
    char *text = text_of("%s", "");
    const json_t *member;
    size_t index;

    if (!json_is_array(value))
        wrong(path, where, "an array");
    if (json_array_size(value) == 0)
        return text_of("%s", "{NULL, 0}");
    item.array = false;
    json_array_foreach(value, index, member) text =
        text_of("%s%s, ", text, inner_literal(path, where, field, member));
    return text_of("{(const %s[]){%s}, %zu}", c_type(&item), text, json_array_size(value));
}

static char *map_literal(
    const char *path, const char *where, const struct field *field, const json_t *value)
{
    const struct field *inside = &field->named->fields[1];
    char *text = text_of("%s", "");
    const char *key;
    json_t *member;

    if (!json_is_object(value))
        wrong(path, where, "an object");
    if (json_object_size(value) == 0)
        return text_of("%s", "{NULL, 0}");
    json_object_foreach((json_t *)value, key, member)
    {
        char *name = slice_literal((const unsigned char *)key, strlen(key));

        if (inside->nullable && !json_is_null(member))
            wrong(path, where, "null inside: the first of its union");
        text = text_of("%s{.key = %s%s%s}, ", text, name, inside->nullable ? "" : ", .value = ",
            inside->nullable ? "" : literal_of(path, where, inside, member));
    }
    return text_of(
        "{(const struct %s[]){%s}, %zu}", field->named->c_name, text, json_object_size(value));
}

static char *symbol_literal(
    const char *path, const char *where, const struct field *field, const json_t *value)
{
    json_t *symbol;
    size_t index;

    json_array_foreach(json_object_get(field->named->json, "symbols"), index,
        symbol) if (json_equal(symbol, value)) return text_of("%s_%s",
        upper_of(field->named->c_name), upper_of(json_string_value(value)));
    wrong(path, where, "a symbol of the enum");
}

char *literal_of(
    const char *path, const char *where, const struct field *field, const json_t *value)
{
    if (field->map)
        return map_literal(path, where, field, value);
    if (field->array)
        return array_literal(path, where, field, value);
    switch (field->kind) {
    case KIND_BOOLEAN:
        if (!json_is_boolean(value))
            wrong(path, where, "true or false");
        return text_of("%s", json_is_true(value) ? "true" : "false");
    case KIND_INT:
    case KIND_LONG:
        return whole_literal(path, where, field, value);
    case KIND_FLOAT:
    case KIND_DOUBLE:
        if (!json_is_number(value))
            wrong(path, where, "a number");
        return text_of(
            field->kind == KIND_FLOAT ? "(float)%.17g" : "%.17g", json_number_value(value));
    case KIND_RECORD:
        return record_literal(path, where, field->named, value);
    case KIND_ENUM:
        return symbol_literal(path, where, field, value);
    default:
        if (!json_is_string(value))
            wrong(path, where, "a string");
        if (field->kind == KIND_STRING)
            return slice_literal(
                (const unsigned char *)json_string_value(value), json_string_length(value));
        return bytes_literal(path, where, field, value);
    }
}
