#include "schemas/generator/model.h"

#include <inttypes.h>
#include <string.h>

/* The same calls for all schemas: a value there is only an address. */
static void emit_any(struct out *out, const struct file *file)
{
    const char *name = file->name;
    const char *encode[] = {"const void *value", "struct fy_arena *arena",
        "struct fy_slice *ret_bytes", "struct fy_err *err", NULL};
    const char *decode[] = {"struct fy_slice bytes", "struct fy_arena *arena", "void *ret_value",
        "struct fy_err *err", NULL};

    put_call(out, 0, "static enum fy_status encode_any", encode, "");
    put(out, "{\n    return %s_encode(value, arena, ret_bytes, err);\n}\n\n", name);
    put_call(out, 0, "static enum fy_status decode_any", decode, "");
    put(out, "{\n    return %s_decode(bytes, arena, ret_value, err);\n}\n\n", name);
}

static void emit_schema(
    struct out *out, const struct file *file, const struct numbered *numbered, const char *symbol)
{
    put(out, "const struct fy_schema %s = {\n", symbol);
    put(out, "    .id = %d,\n", numbered->id);
    put(out, "    .version = %d,\n", numbered->version);
    put(out, "    .fingerprint = UINT64_C(0x%016" PRIx64 "),\n", numbered->fingerprint);
    put(out, "    .subject = \"%s-value\",\n", file->topic);
    put(out, "    .text = text_%d,\n", numbered->id);
    put(out, "    .name = \"%s\",\n", file->name);
    put(out, "    .type = &fy_type_%s,\n", file->name);
    put(out, "    .size = sizeof(struct %s),\n", file->name);
    put(out, "    .encode = encode_any,\n    .decode = decode_any,\n};\n");
}

static void emit_schemas(struct out *out, const struct model *model, const struct file *file)
{
    emit_any(out, file);
    for (int i = 0; i < model->numbered_count; i++) {
        const struct numbered *numbered = &model->numbered[i];

        if (numbered->file != file)
            continue;
        put(out, "static const char text_%d[] =\n", numbered->id);
        put_literal(out, 4, numbered->text, ";");
        put(out, "\n");
        emit_schema(out, file, numbered,
            numbered->past == NULL ? text_of("%s_schema", file->name)
                                   : text_of("%s_schema_%d", file->name, numbered->id));
        put(out, "\n");
    }
}

void emit_source(const struct model *model, const struct file *file, const char *folder)
{
    struct out out;

    out_open(&out);
    put_made_from(&out, text_of("schemas/%s.avsc", file->name));
    put(&out, "#include \"schemas/generated/shared.h\"\n\n");
    emit_readers(&out, model, file);
    emit_writers(&out, file);
    emit_types(&out, file);
    if (file->is_topic)
        emit_schemas(&out, model, file);
    out_close(&out, folder, text_of("%s.c", file->name));
}

void emit_table(const struct model *model, const char *folder)
{
    struct out out;

    out_open(&out);
    put_made_from(&out, "schemas/ids.lock");
    put(&out, "#include \"schemas/generated/shared.h\"\n\n");
    for (int i = 0; i < model->numbered_count; i++) {
        if (model->numbered[i].past != NULL)
            put(&out, "extern const struct fy_schema %s_schema_%d;\n", model->numbered[i].name,
                i + 1);
    }
    put(&out, "const struct fy_schema *const fy_schemas[] = {\n");
    for (int i = 0; i < model->numbered_count; i++) {
        const struct numbered *numbered = &model->numbered[i];

        if (numbered->past == NULL)
            put(&out, "    &%s_schema,\n", numbered->name);
        else
            put(&out, "    &%s_schema_%d,\n", numbered->name, numbered->id);
    }
    put(&out,
        "};\n\nconst size_t fy_schemas_count = sizeof(fy_schemas) / sizeof(fy_schemas[0]);\n\n");
    put(&out, "const struct fy_schema *fy_schema_find(int32_t id)\n{\n");
    put(&out, "    if (id < 1 || (size_t)id > fy_schemas_count)\n        return NULL;\n");
    put(&out, "    return fy_schemas[id - 1];\n}\n");
    out_close(&out, folder, "schemas.c");
}

struct retention {
    const char *kind, *cleanup, *compression;
    json_int_t retention_ms;
};

static const struct retention retentions[] = {
#define KIND(symbol, cleanup, retention, compression) {#symbol, cleanup, compression, retention},
#include "schemas/kinds.def"
#undef KIND
};

void emit_topics(const struct model *model, const char *folder)
{
    json_t *topics = json_array();
    struct out out;
    char *text;

    for (int i = 0; i < model->topic_count; i++) {
        const struct topic *topic = &model->topics[i];
        const struct retention *retention = retentions;

        while (strcmp(retention->kind, topic->kind) != 0)
            retention++;
        json_array_append_new(topics,
            json_pack("{s:s,s:s,s:s,s:s,s:s,s:i,s:s,s:s,s:s,s:I,s:s}", "name", topic->name, "kind",
                topic->kind, "key", topic->key, "schema", topic->schema, "subject",
                text_of("%s-value", topic->name), "schema_id", topic->file->id, "writer",
                topic->writer, "readers", topic->readers, "cleanup_policy", retention->cleanup,
                "retention_ms", retention->retention_ms, "compression", retention->compression));
    }
    text = json_dumps(topics, JSON_INDENT(2));
    out_open(&out);
    put(&out, "%s\n", text);
    out_close(&out, folder, "topics.json");
    json_decref(topics);
}
