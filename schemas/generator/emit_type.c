#include "schemas/generator/model.h"

#include <inttypes.h>
#include <string.h>

static void emit_symbols(struct out *out, const struct named *named)
{
    json_t *symbol;
    size_t index;

    put(out, "static const char *const %s_symbols[] = {\n", named->c_name);
    json_array_foreach(json_object_get(named->json, "symbols"), index, symbol)
        put(out, "    \"%s\",\n", json_string_value(symbol));
    put(out, "};\n\n");
}

/* {a} is the initialiser of an aggregate and of a scalar alike; only once. */
static const char *literal_body(char *literal)
{
    size_t length = strlen(literal);

    if (literal[0] != '{')
        return literal;
    literal[length - 1] = '\0';
    return literal + 1;
}

static void emit_fallback(struct out *out, const struct named *record, const struct field *field)
{
    const json_t *value = json_object_get(field->json, "default");
    const char *where = text_of("%s.%s", record->name, field->name);
    bool empty = json_is_array(value) ? json_array_size(value) == 0
                                      : json_is_object(value) && json_object_size(value) == 0;
    struct field one = *field;
    const char *type;

    if (value == NULL)
        return;
    one.array = false;
    type = field->array ? text_of("struct %s_%s ", record->c_name, field->name) : c_type(&one);
    if (field->nullable || (field->array && empty) || json_is_false(value)) {
        put(out, "        .fallback = FY_DEFAULT_ZERO,\n");
        return;
    }
    put(out, "        .fallback = FY_DEFAULT_VALUE,\n");
    put(out, "        .fallback_value = &(const %.*s){%s},\n", (int)strlen(type) - 1, type,
        literal_body(literal_of(record->home->path, where, field, value)));
}

static json_int_t limit(const struct field *field, const char *key, json_int_t otherwise)
{
    const json_t *value = json_object_get(field->json, key);

    return value == NULL ? otherwise : json_integer_value(value);
}

static void put_limit(struct out *out, const char *name, json_int_t value)
{
    /* -2^63 has no literal of its own type. */
    if (value == INT64_MIN)
        put(out, "        .%s = INT64_MIN,\n", name);
    else
        put(out, "        .%s = %" JSON_INTEGER_FORMAT ",\n", name, value);
}

static void emit_limits(struct out *out, const struct field *field)
{
    const char *chars = json_string_value(json_object_get(field->json, "chars"));
    json_int_t least = limit(field, "min_bytes", 0);
    json_int_t most = limit(field, "max_bytes", UINT32_MAX);

    if (field->kind == KIND_INT) {
        put_limit(out, "min", limit(field, "min", INT32_MIN));
        put_limit(out, "max", limit(field, "max", INT32_MAX));
    }
    if (field->kind == KIND_LONG) {
        put_limit(out, "min", limit(field, "min", INT64_MIN));
        put_limit(out, "max", limit(field, "max", INT64_MAX));
    }
    if (chars != NULL)
        put(out, "        .chars = FY_CHARS_%s,\n", upper_of(chars));
    if (chars != NULL && strcmp(chars, "upper") != 0 && least == 0)
        least = 1;
    if (field->kind == KIND_FIXED)
        least = most = (json_int_t)field->named->fixed_bytes;
    if (field->kind == KIND_STRING || field->kind == KIND_BYTES || field->kind == KIND_FIXED) {
        put_limit(out, "min_bytes", least);
        put_limit(out, "max_bytes", most);
    }
    if (field->array) {
        put_limit(out, "min_items", limit(field, "min_items", 0));
        put_limit(out, "max_items", limit(field, "max_items", UINT32_MAX));
    }
}

static void emit_field_row(struct out *out, const struct named *record, const struct field *field)
{
    const char *bytes = "STRING";

    if (field->kind != KIND_STRING)
        bytes = upper_of(field->kind == KIND_ENUM ? "enum" : wire_word(field->kind));
    put(out, "    {\n        .name = \"%s\",\n", field->name);
    put(out, "        .name_bytes = %zu,\n", strlen(field->name));
    put(out, "        .offset = offsetof(struct %s, %s),\n", record->c_name, field->name);
    if (has_flag(field))
        put(out, "        .has_offset = offsetof(struct %s, has_%s),\n", record->c_name,
            field->name);
    put(out, "        .kind = FY_FIELD_%s,\n", bytes);
    if (field->nullable)
        put(out, "        .nullable = true,\n");
    if (field->array)
        put(out, "        .array = true,\n");
    if (field->map)
        put(out, "        .map = true,\n");
    if (json_is_true(json_object_get(field->json, "edge")))
        put(out, "        .edge = true,\n");
    if (json_is_true(json_object_get(field->json, "sku")))
        put(out, "        .sku = true,\n");
    emit_limits(out, field);
    emit_fallback(out, record, field);
    if (field->kind == KIND_RECORD)
        put(out, "        .record = &%s%s,\n", field->named->is_root ? "fy_type_" : "type_",
            field->named->c_name);
    if (field->kind == KIND_ENUM) {
        put(out, "        .symbols = %s_symbols,\n", field->named->c_name);
        put(out, "        .symbol_count = %zu,\n",
            json_array_size(json_object_get(field->named->json, "symbols")));
    }
    put(out, "    },\n");
}

static void emit_type(struct out *out, const struct named *record)
{
    put(out, "static const struct fy_field fields_of_%s[] = {\n", record->c_name);
    for (int i = 0; i < record->field_count; i++)
        emit_field_row(out, record, &record->fields[i]);
    put(out, "};\n\n");
    put(out, "%sconst struct fy_type %s%s = {\n", record->is_root ? "" : "static ",
        record->is_root ? "fy_type_" : "type_", record->c_name);
    put(out, "    .name = \"%s\",\n", record->name);
    put(out, "    .fields = fields_of_%s,\n", record->c_name);
    put(out, "    .field_count = %d,\n", record->field_count);
    if (record->one_of)
        put(out, "    .one_of = true,\n");
    if (record->bare)
        put(out, "    .bare = true,\n");
    if (record->recursive)
        put(out, "    .recursive = true,\n");
    put(out, "    .size = sizeof(struct %s),\n};\n\n", record->c_name);
}

void emit_types(struct out *out, const struct file *file)
{
    for (int i = 0; file->recursive && i < file->local_count; i++)
        if (file->locals[i]->kind == KIND_RECORD && !file->locals[i]->is_root)
            put(out, "static const struct fy_type type_%s;\n", file->locals[i]->c_name);
    /* A record that is inside of itself may stand before the enums of its other fields. */
    for (int i = 0; i < file->local_count; i++)
        if (file->locals[i]->kind == KIND_ENUM && file->recursive)
            emit_symbols(out, file->locals[i]);
    for (int i = 0; i < file->local_count; i++) {
        if (file->locals[i]->kind == KIND_ENUM && !file->recursive)
            emit_symbols(out, file->locals[i]);
        if (file->locals[i]->kind == KIND_RECORD)
            emit_type(out, file->locals[i]);
    }
}
