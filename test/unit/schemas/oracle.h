/*
 * oracle.h - the same values through avro-c, which shares no code with ours: field by field, by
 * name.
 */
#ifndef TEST_SCHEMAS_ORACLE_H
#define TEST_SCHEMAS_ORACLE_H

#include "test/unit/schemas/values.h"

#include <avro.h>

static inline void oracle_fill(
    const struct fy_type *type, const uint8_t *base, avro_value_t *record);
static inline bool oracle_equal(
    const struct fy_type *type, const uint8_t *base, const avro_value_t *record);
static inline void oracle_fill_field(
    const struct fy_field *field, const uint8_t *base, avro_value_t *out);
static inline bool oracle_equal_field(
    const struct fy_field *field, const uint8_t *base, const avro_value_t *in);

/* avro-c wants text with a NUL behind it. */
static inline int oracle_put_text(avro_value_t *out, struct fy_slice text)
{
    char copy[256];

    assert(text.size < sizeof(copy));
    memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    return avro_value_set_string_len(out, copy, text.size + 1);
}

static inline void oracle_fill_one(const struct fy_field *field, const void *at, avro_value_t *out)
{
    struct fy_slice text = {0};
    int64_t whole;
    int32_t small;
    double real;
    float single;
    int failed = 0;

    if (fy_field_size(field) == sizeof(text) && field->kind != FY_FIELD_RECORD)
        memcpy(&text, at, sizeof(text));
    switch (field->kind) {
    case FY_FIELD_BOOLEAN:
        failed = avro_value_set_boolean(out, *(const bool *)at);
        break;
    case FY_FIELD_INT:
    case FY_FIELD_ENUM:
        memcpy(&small, at, sizeof(small));
        failed = field->kind == FY_FIELD_INT ? avro_value_set_int(out, small)
                                             : avro_value_set_enum(out, small);
        break;
    case FY_FIELD_LONG:
        memcpy(&whole, at, sizeof(whole));
        failed = avro_value_set_long(out, whole);
        break;
    case FY_FIELD_FLOAT:
        memcpy(&single, at, sizeof(single));
        failed = avro_value_set_float(out, single);
        break;
    case FY_FIELD_DOUBLE:
        memcpy(&real, at, sizeof(real));
        failed = avro_value_set_double(out, real);
        break;
    case FY_FIELD_STRING:
        failed = oracle_put_text(out, text);
        break;
    case FY_FIELD_BYTES:
        failed = avro_value_set_bytes(out, (void *)text.data, text.size);
        break;
    case FY_FIELD_FIXED:
        failed = avro_value_set_fixed(out, (void *)text.data, text.size);
        break;
    case FY_FIELD_RECORD:
        if (field->record->bare)
            oracle_fill_field(&field->record->fields[0], at, out);
        else
            oracle_fill(field->record, at, out);
        break;
    }
    assert(failed == 0);
}

/* A map's entry is found by its key, which we have as its first field. */
static inline void oracle_fill_items(
    const struct fy_field *field, const void *at, avro_value_t *out)
{
    struct fy_array array;

    memcpy(&array, at, sizeof(array));
    for (size_t i = 0; i < array.count; i++) {
        const uint8_t *ours = (const uint8_t *)array.items + i * fy_field_size(field);
        avro_value_t item;
        char key[256];
        int failed;

        if (!field->map) {
            failed = avro_value_append(out, &item, NULL);
            assert(failed == 0);
            oracle_fill_one(field, ours, &item);
            continue;
        }
        (void)snprintf(key, sizeof(key), "%.*s", FY_SLICE_ARG(*(const struct fy_slice *)ours));
        failed = avro_value_add(out, key, &item, NULL, NULL);
        assert(failed == 0);
        oracle_fill_field(&field->record->fields[1], ours, &item);
    }
}

static inline void oracle_fill_field(
    const struct fy_field *field, const uint8_t *base, avro_value_t *out)
{
    const void *at = fy_field_at(field, base);
    avro_value_t branch;
    int failed;

    if (field->nullable) {
        failed = avro_value_set_branch(out, at != NULL, &branch);
        assert(failed == 0);
        if (at == NULL)
            failed = avro_value_set_null(&branch);
        else
            oracle_fill_one(field, at, &branch);
        assert(failed == 0);
    } else if (field->array) {
        oracle_fill_items(field, at, out);
    } else {
        oracle_fill_one(field, at, out);
    }
}

static inline void oracle_fill(
    const struct fy_type *type, const uint8_t *base, avro_value_t *record)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        avro_value_t out;

        if (avro_value_get_by_name(record, type->fields[i].name, &out, NULL) == 0)
            oracle_fill_field(&type->fields[i], base, &out); /* Else see oracle_forget. */
    }
}

/* The schema of a field's values, or of the items of its array. */
static inline avro_schema_t oracle_inner(avro_schema_t schema)
{
    if (is_avro_union(schema))
        schema = avro_schema_union_branch(schema, 1);
    if (is_avro_array(schema))
        schema = avro_schema_array_items(schema);
    return is_avro_link(schema) ? avro_schema_link_target(schema) : schema;
}

/* NULL when there is none. avro_schema_record_field_get follows a wild pointer then. */
static inline avro_schema_t oracle_field(avro_schema_t record, const char *name)
{
    int index = avro_schema_record_field_get_index(record, name);

    return index < 0 ? NULL : avro_schema_record_field_get_by_index(record, index);
}

/*
 * What the text of `record` does not have becomes what its readers take for it: its default. False
 * when nothing is left to be said: the one of `type` that was set came later.
 */
static inline bool oracle_forget(const struct fy_type *type, uint8_t *base, avro_schema_t record)
{
    bool said = !type->one_of;

    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        avro_schema_t written = oracle_field(record, field->name);
        uint8_t *at = (uint8_t *)fy_field_at(field, base);
        struct fy_array array = {.items = at, .count = 1};

        if (written == NULL) {
            fy_field_default(field, base);
            continue;
        }
        said = said || (at != NULL && field->nullable && field->kind == FY_FIELD_RECORD);
        if (at == NULL || field->kind != FY_FIELD_RECORD)
            continue;
        if (field->array)
            memcpy(&array, at, sizeof(array));
        for (size_t j = 0; j < array.count; j++)
            (void)oracle_forget(field->record, (uint8_t *)array.items + j * fy_field_size(field),
                oracle_inner(written));
    }
    return said;
}

static inline bool oracle_equal_text(
    const struct fy_field *field, struct fy_slice text, const avro_value_t *in)
{
    const void *data = NULL;
    const char *chars = NULL;
    size_t size = 0;

    if (field->kind == FY_FIELD_STRING) {
        if (avro_value_get_string(in, &chars, &size) != 0)
            return false;
        return size == text.size + 1 && memcmp(chars, text.data, text.size) == 0;
    }
    if (field->kind == FY_FIELD_BYTES ? avro_value_get_bytes(in, &data, &size) != 0
                                      : avro_value_get_fixed(in, &data, &size) != 0)
        return false;
    return size == text.size && (size == 0 || memcmp(data, text.data, size) == 0);
}

static inline bool oracle_equal_one(
    const struct fy_field *field, const void *at, const avro_value_t *in)
{
    struct fy_slice text;
    int64_t whole = 0;
    int32_t small = 0;
    double real = 0;
    float single = 0;
    int boolean = 0;

    switch (field->kind) {
    case FY_FIELD_BOOLEAN:
        return avro_value_get_boolean(in, &boolean) == 0 && boolean == *(const bool *)at;
    case FY_FIELD_INT:
        return avro_value_get_int(in, &small) == 0 && memcmp(&small, at, sizeof(small)) == 0;
    case FY_FIELD_ENUM:
        return avro_value_get_enum(in, &small) == 0 && memcmp(&small, at, sizeof(small)) == 0;
    case FY_FIELD_LONG:
        return avro_value_get_long(in, &whole) == 0 && memcmp(&whole, at, sizeof(whole)) == 0;
    case FY_FIELD_FLOAT:
        return avro_value_get_float(in, &single) == 0 && memcmp(&single, at, sizeof(single)) == 0;
    case FY_FIELD_DOUBLE:
        return avro_value_get_double(in, &real) == 0 && memcmp(&real, at, sizeof(real)) == 0;
    case FY_FIELD_RECORD:
        if (field->record->bare)
            return oracle_equal_field(&field->record->fields[0], at, in);
        return oracle_equal(field->record, at, in);
    default:
        memcpy(&text, at, sizeof(text));
        return oracle_equal_text(field, text, in);
    }
}

static inline bool oracle_equal_items(
    const struct fy_field *field, const void *at, const avro_value_t *in)
{
    struct fy_array array;
    size_t count = 0;

    memcpy(&array, at, sizeof(array));
    if (avro_value_get_size(in, &count) != 0 || count != array.count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *ours = (const uint8_t *)array.items + i * fy_field_size(field);
        const char *key = NULL;
        avro_value_t item;

        if (avro_value_get_by_index(in, i, &item, &key) != 0)
            return false;
        if (!field->map && !oracle_equal_one(field, ours, &item))
            return false;
        if (field->map && (!fy_slice_equal(*(const struct fy_slice *)ours, fy_slice_of(key)) ||
                              !oracle_equal_field(&field->record->fields[1], ours, &item)))
            return false;
    }
    return true;
}

static inline bool oracle_equal_field(
    const struct fy_field *field, const uint8_t *base, const avro_value_t *in)
{
    const void *at = fy_field_at(field, base);
    avro_value_t branch;
    int which = 0;

    if (field->nullable) {
        if (avro_value_get_discriminant(in, &which) != 0 || which != (at != NULL))
            return false;
        if (at == NULL)
            return true;
        return avro_value_get_current_branch(in, &branch) == 0 &&
               oracle_equal_one(field, at, &branch);
    }
    return field->array ? oracle_equal_items(field, at, in) : oracle_equal_one(field, at, in);
}

static inline bool oracle_equal(
    const struct fy_type *type, const uint8_t *base, const avro_value_t *record)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        avro_value_t in;

        if (avro_value_get_by_name(record, type->fields[i].name, &in, NULL) != 0 ||
            !oracle_equal_field(&type->fields[i], base, &in))
            return false;
    }
    return true;
}

#endif
