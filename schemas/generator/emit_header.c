#include "schemas/generator/model.h"

#include <string.h>

static void emit_enum(struct out *out, const struct named *named)
{
    json_t *symbols = json_object_get(named->json, "symbols");
    json_t *symbol;
    size_t index;

    put_comment(out, 0, named->doc);
    put(out, "enum %s {\n", named->c_name);
    json_array_foreach(symbols, index, symbol)
        put(out, "    %s_%s,\n", upper_of(named->c_name), upper_of(json_string_value(symbol)));
    put(out, "};\n\n");
}

static void emit_arrays(struct out *out, const struct named *record)
{
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (!field->array)
            continue;
        put(out, "struct %s_%s {\n", record->c_name, field->name);
        put(out, "    const %s*items;\n    size_t count;\n};\n\n", c_type(field));
    }
}

static void emit_struct(struct out *out, const struct named *record)
{
    emit_arrays(out, record);
    put_comment(out, 0, record->doc);
    put(out, "struct %s {\n", record->c_name);
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        put_comment(out, 4, field->doc);
        if (has_flag(field))
            put(out, "    bool has_%s;\n", field->name);
        if (field->array)
            put(out, "    struct %s_%s %s;\n", record->c_name, field->name, field->name);
        else
            put(out, "    %s%s;\n", c_type(field), field->name);
    }
    put(out, "};\n\n");
}

static void emit_calls(struct out *out, const struct file *file)
{
    const char *encode[] = {
        text_of("const struct %s *value", file->name),
        "struct fy_arena *arena",
        "struct fy_slice *ret_bytes",
        "struct fy_err *err",
        NULL,
    };
    const char *decode[] = {
        "struct fy_slice bytes",
        "struct fy_arena *arena",
        text_of("struct %s *ret_value", file->name),
        "struct fy_err *err",
        NULL,
    };

    put(out, "extern const struct fy_schema %s_schema;\n\n", file->name);
    put_call(out, 0, text_of("enum fy_status %s_encode", file->name), encode, " FY_MUST_CHECK;");
    put_call(out, 0, text_of("enum fy_status %s_decode", file->name), decode, " FY_MUST_CHECK;");
    put(out, "\n");
}

void emit_header(const struct file *file, const char *folder)
{
    char *guard = upper_of(file->name);
    struct out out;

    out_open(&out);
    put_made_from(&out, text_of("schemas/%s.avsc", file->name));
    put(&out, "#ifndef FY_GENERATED_%s_H\n#define FY_GENERATED_%s_H\n\n", guard, guard);
    put(&out, "#include \"schemas/codec/codec.h\"\n");
    for (int i = 0; i < file->use_count; i++)
        put(&out, "#include \"schemas/generated/%s.h\"\n", file->uses[i]->name);
    put(&out, "\n");
    for (int i = 0; i < file->local_count; i++)
        if (file->locals[i]->kind == KIND_ENUM)
            emit_enum(&out, file->locals[i]);
    for (int i = 0; i < file->local_count; i++) {
        if (file->locals[i]->kind == KIND_RECORD)
            emit_struct(&out, file->locals[i]);
    }
    if (file->is_topic)
        emit_calls(&out, file);
    put(&out, "#endif\n");
    out_close(&out, folder, text_of("%s.h", file->name));
}

void emit_shared(const struct model *model, const char *folder)
{
    struct out out;

    out_open(&out);
    put_made_from(&out, "schemas/");
    put(&out, "#ifndef FY_GENERATED_SHARED_H\n#define FY_GENERATED_SHARED_H\n\n");
    put(&out, "#include \"schemas/codec/type.h\"\n#include \"schemas/codec/wire.h\"\n");
    for (int i = 0; i < model->file_count; i++)
        put(&out, "#include \"schemas/generated/%s.h\"\n", model->files[i].name);
    put(&out,
        "\n/* One record without its header, for the codecs of the records that hold it. */\n");
    for (int i = 0; i < model->file_count; i++) {
        const char *name = model->files[i].name;
        const char *read[] = {"struct fy_reader *in", text_of("struct %s *value", name), NULL};
        const char *room[] = {text_of("const struct %s *value", name), NULL};
        const char *write[] = {"uint8_t *at", text_of("const struct %s *value", name), NULL};

        put(&out, "extern const struct fy_type fy_type_%s;\n", name);
        put_call(&out, 0, text_of("bool fy_read_%s", name), read, " FY_MUST_CHECK;");
        put_call(&out, 0, text_of("size_t fy_room_%s", name), room, ";");
        put_call(&out, 0, text_of("uint8_t *fy_write_%s", name), write, ";");
    }
    put(&out, "\n#endif\n");
    out_close(&out, folder, "shared.h");
}
