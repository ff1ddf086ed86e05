#include "schemas/codec/wire.h"
#include "schemas/generator/model.h"

#include <string.h>

static char *writer_name(const char *verb, const struct named *record)
{
    return text_of("%s%s_%s", record->is_root ? "fy_" : "", verb, record->c_name);
}

/* What one value takes at most beside what is asked of it. */
static size_t room_constant(const struct field *field)
{
    switch (field->kind) {
    case KIND_BOOLEAN:
        return 1;
    case KIND_FLOAT:
        return 4;
    case KIND_DOUBLE:
        return 8;
    case KIND_INT:
    case KIND_ENUM:
        return FY_ROOM_INT;
    case KIND_FIXED:
        return field->named->fixed_bytes;
    case KIND_RECORD:
        return 0;
    default:
        return FY_ROOM_LONG;
    }
}

/* What is asked of the value; NULL when the constant says all. */
static char *room_call(const struct field *field, const char *source)
{
    if (field->kind == KIND_STRING || field->kind == KIND_BYTES)
        return text_of("%s.size", source);
    if (field->kind == KIND_RECORD)
        return text_of("%s(%s%s)", writer_name("room", field->named),
            field->nullable && !field->array ? "" : "&", source);
    return NULL;
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

/* What a record takes at most, whatever it says, arrays' items and strings aside. */
static size_t room_of_fields(const struct named *record)
{
    size_t room = 0;

    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        room += field->array ? FY_ROOM_LONG + 1 : room_constant(field);
        room += field->nullable && !field->array;
    }
    return room;
}

static void emit_room_of_items(struct out *out, const struct field *field, const char *source)
{
    size_t each = room_constant(field);
    char *call = room_call(field, text_of("%s.items[i]", source));

    if (each > 0)
        put(out, "    room += %s.count * %zu;\n", source, each);
    if (call == NULL)
        return;
    put(out, "    for (size_t i = 0; i < %s.count; i++)\n", source);
    put(out, "        room += %s;\n", call);
}

static void emit_room(struct out *out, const struct named *record)
{
    const char *arguments[] = {text_of("const struct %s *value", record->c_name), NULL};
    bool asked = false;

    put_call(out, 0,
        text_of("%ssize_t %s", record->is_root ? "" : "static ", writer_name("room", record)),
        arguments, "");
    put(out, "{\n    size_t room = %zu;\n\n", room_of_fields(record));
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        char *source = text_of("value->%s", field->name);
        char *call = room_call(field, source);

        asked = asked || field->array || call != NULL;
        if (field->array)
            emit_room_of_items(out, field, source);
        else if (call != NULL && field->nullable && field->kind == KIND_RECORD)
            put(out, "    if (%s)\n        room += %s;\n", is_set(field), call);
        else if (call != NULL)
            put(out, "    room += %s;\n", call);
    }
    if (!asked)
        put(out, "    (void)value;\n");
    put(out, "    return room;\n}\n\n");
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
    put(out, "{\n    uint8_t *begin;\n    size_t room;\n");
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
    put(out, "    room = fy_room_%s(value);\n", file->name);
    put(out, "    begin = fy_write_begin(arena, %d, room, err);\n", file->id);
    put(out, "    if (begin == NULL)\n        return FY_REJECT;\n");
    put(out,
        "    return fy_write_end(arena, begin, room, fy_write_%s(begin, value), ret_bytes);\n}\n\n",
        file->name);
}

void emit_writers(struct out *out, const struct file *file)
{
    for (int i = 0; file->recursive && i < file->local_count; i++) {
        const char *name = file->locals[i]->c_name;

        if (file->locals[i]->kind != KIND_RECORD || file->locals[i]->is_root)
            continue;
        put(out, "static size_t room_%s(const struct %s *value);\n", name, name);
        put(out, "static uint8_t *write_%s(uint8_t *at, const struct %s *value);\n", name, name);
    }
    for (int i = 0; i < file->local_count; i++) {
        if (file->locals[i]->kind != KIND_RECORD)
            continue;
        emit_room(out, file->locals[i]);
        emit_write(out, file->locals[i]);
    }
    if (file->is_topic)
        emit_encode(out, file);
}
