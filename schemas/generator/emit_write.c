#include "schemas/generator/model.h"

#include <string.h>

static char *writer_name(const char *verb, const struct named *record)
{
    return text_of("%s%s_%s", record->is_root ? "fy_" : "", verb, record->c_name);
}

/* What the bytes of one value take, as an expression; NULL when it is always the same. */
static char *size_call(const struct field *field, const char *source)
{
    switch (field->kind) {
    case KIND_INT:
    case KIND_LONG:
    case KIND_ENUM:
        return text_of("fy_size_long(%s)", source);
    case KIND_STRING:
    case KIND_BYTES:
        return text_of("fy_size_string(%s)", source);
    case KIND_RECORD:
        return text_of("%s(%s%s)", writer_name("size", field->named),
            field->nullable && !field->array ? "" : "&", source);
    case KIND_BOOLEAN:
        return text_of("%s", "1");
    case KIND_FLOAT:
        return text_of("%s", "4");
    case KIND_DOUBLE:
        return text_of("%s", "8");
    default:
        return text_of("%zu", field->named->fixed_bytes);
    }
}

static char *write_call(const struct field *field, const char *source)
{
    if (field->kind == KIND_RECORD)
        return text_of("%s(at, %s%s)", writer_name("write", field->named),
            field->nullable && !field->array ? "" : "&", source);
    if (field->kind == KIND_FIXED)
        return text_of("fy_write_fixed(at, %zu, %s)", field->named->fixed_bytes, source);
    if (field->kind == KIND_INT || field->kind == KIND_ENUM)
        return text_of("fy_write_long(at, %s)", source);
    return text_of("fy_write_%s(at, %s)",
        field->kind == KIND_BYTES ? "string" : wire_word(field->kind), source);
}

static char *is_set(const struct field *field)
{
    if (field->kind == KIND_RECORD)
        return text_of("value->%s != NULL", field->name);
    if (has_flag(field))
        return text_of("value->has_%s", field->name);
    return text_of("value->%s.data != NULL", field->name);
}

/* Booleans, reals and fixeds take what they take, whatever they say. */
static bool always_the_same(const struct named *record)
{
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        bool same = field->kind == KIND_BOOLEAN || field->kind == KIND_FLOAT ||
                    field->kind == KIND_DOUBLE || field->kind == KIND_FIXED;

        if (!same || field->array || field->nullable)
            return false;
    }
    return true;
}

static void emit_size(struct out *out, const struct named *record)
{
    const char *arguments[] = {text_of("const struct %s *value", record->c_name), NULL};

    put_call(out, 0,
        text_of("%ssize_t %s", record->is_root ? "" : "static ", writer_name("size", record)),
        arguments, "");
    put(out, "{\n    size_t size = 0;\n\n");
    if (always_the_same(record))
        put(out, "    (void)value;\n");
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        char *source = text_of("value->%s", field->name);

        if (field->array) {
            put(out, "    size += fy_size_array(%s.count);\n", source);
            put(out, "    for (size_t i = 0; i < %s.count; i++)\n", source);
            put(out, "        size += %s;\n", size_call(field, text_of("%s.items[i]", source)));
        } else if (field->nullable) {
            put(out, "    size += 1;\n    if (%s)\n", is_set(field));
            put(out, "        size += %s;\n", size_call(field, source));
        } else {
            put(out, "    size += %s;\n", size_call(field, source));
        }
    }
    put(out, "    return size;\n}\n\n");
}

static void emit_write_array(struct out *out, const struct field *field, const char *source)
{
    put(out, "    if (%s.count > 0) {\n", source);
    put(out, "        at = fy_write_long(at, (int64_t)%s.count);\n", source);
    put(out, "        for (size_t i = 0; i < %s.count; i++)\n", source);
    put(out, "            at = %s;\n    }\n", write_call(field, text_of("%s.items[i]", source)));
    put(out, "    *at++ = 0;\n");
}

static void emit_write(struct out *out, const struct named *record)
{
    const char *arguments[] = {
        "uint8_t *at", text_of("const struct %s *value", record->c_name), NULL};

    put_call(out, 0,
        text_of("%suint8_t *%s", record->is_root ? "" : "static ", writer_name("write", record)),
        arguments, "");
    put(out, "{\n");
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        char *source = text_of("value->%s", field->name);

        if (field->array) {
            emit_write_array(out, field, source);
        } else if (field->nullable) {
            put(out, "    at = fy_write_branch(at, %s);\n", is_set(field));
            put(out, "    if (%s)\n        at = %s;\n", is_set(field), write_call(field, source));
        } else {
            put(out, "    at = %s;\n", write_call(field, source));
        }
    }
    put(out, "    return at;\n}\n\n");
}

static void emit_encode(struct out *out, const struct file *file)
{
    const struct named *root = file->root;
    const char *arguments[] = {
        text_of("const struct %s *value", file->name),
        "struct fy_arena *arena",
        "struct fy_slice *ret_bytes",
        "struct fy_err *err",
        NULL,
    };

    put_call(out, 0, text_of("enum fy_status %s_encode", file->name), arguments, "");
    put(out, "{\n    size_t size = fy_size_%s(value);\n", file->name);
    put(out, "    uint8_t *begin;\n");
    if (root->one_of)
        put(out, "    int set_count = 0;\n");
    put(out, "\n");
    for (int i = 0; root->one_of && i < root->field_count; i++)
        if (root->fields[i].kind == KIND_RECORD && root->fields[i].nullable)
            put(out, "    set_count += value->%s != NULL;\n", root->fields[i].name);
    if (root->one_of) {
        put(out,
            "    if (set_count != 1)\n        return fy_write_one_of(\"%s\", set_count, err);\n",
            file->name);
    }
    if (file->recursive) {
        put(out, "    if (!fy_value_shallow(&fy_type_%s, value, FY_DEPTH_MAX))\n", file->name);
        put(out, "        return fy_write_deep(\"%s\", err);\n", file->name);
    }
    put(out, "    begin = fy_write_begin(arena, %d, size, err);\n", file->id);
    put(out, "    if (begin == NULL)\n        return FY_REJECT;\n");
    put(out, "    return fy_write_end(begin, fy_write_%s(begin, value), size, ret_bytes);\n}\n\n",
        file->name);
}

void emit_writers(struct out *out, const struct file *file)
{
    for (int i = 0; file->recursive && i < file->local_count; i++) {
        const char *name = file->locals[i]->c_name;

        if (file->locals[i]->kind != KIND_RECORD || file->locals[i]->is_root)
            continue;
        put(out, "static size_t size_%s(const struct %s *value);\n", name, name);
        put(out, "static uint8_t *write_%s(uint8_t *at, const struct %s *value);\n", name, name);
    }
    for (int i = 0; i < file->local_count; i++) {
        if (file->locals[i]->kind != KIND_RECORD)
            continue;
        emit_size(out, file->locals[i]);
        emit_write(out, file->locals[i]);
    }
    if (file->is_topic)
        emit_encode(out, file);
}
