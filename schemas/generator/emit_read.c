#include "schemas/generator/model.h"

#include <stdlib.h>
#include <string.h>

/* Whose bytes are read: the newest text's (past == NULL), or those of an older one. */
struct reading {
    struct out *out;
    const struct model *model;
    const struct file *file;
    const struct numbered *past;
};

static const struct field *field_named(const struct named *record, const char *name)
{
    for (int i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].name, name) == 0)
            return &record->fields[i];
    return NULL;
}

static const struct named *now_of(const struct model *model, const struct named *named)
{
    for (int i = 0; i < model->named_count; i++)
        if (strcmp(model->named[i]->full_name, named->full_name) == 0)
            return model->named[i];
    return NULL;
}

static bool field_equal(const struct field *a, const struct field *b)
{
    return strcmp(a->name, b->name) == 0 && a->kind == b->kind && a->nullable == b->nullable &&
           a->array == b->array && (a->named == NULL || named_equal(a->named, b->named));
}

/* The same bytes mean the same. */
bool named_equal(const struct named *a, const struct named *b)
{
    if (a->kind != b->kind || strcmp(a->full_name, b->full_name) != 0 ||
        a->field_count != b->field_count || a->fixed_bytes != b->fixed_bytes)
        return false;
    if (a->kind == KIND_ENUM &&
        !json_equal(json_object_get(a->json, "symbols"), json_object_get(b->json, "symbols")))
        return false;
    for (int i = 0; i < a->field_count; i++)
        if (!field_equal(&a->fields[i], &b->fields[i]))
            return false;
    return true;
}

/* Old bytes that the newest code reads as well, with a function that this file can call. */
static bool reads_as_now(const struct reading *reading, const struct named *written)
{
    const struct named *now = now_of(reading->model, written);

    return reading->past == NULL || (now != NULL && named_equal(written, now) &&
                                        (now->is_root || now->home == reading->file));
}

static char *reader_name(const struct reading *reading, const struct named *written)
{
    if (!reads_as_now(reading, written))
        return text_of("read_%d_%s", reading->past->id, written->c_name);
    if (now_of(reading->model, written)->is_root)
        return text_of("fy_read_%s", written->c_name);
    return text_of("read_%s", written->c_name);
}

static char *prefix_of(const struct reading *reading)
{
    return reading->past == NULL ? text_of("%s", "") : text_of("%d_", reading->past->id);
}

static size_t bytes_min(const struct field *field, bool item)
{
    size_t sum = 0;

    if (!item && (field->array || field->nullable))
        return 1;
    switch (field->kind) {
    case KIND_FLOAT:
        return 4;
    case KIND_DOUBLE:
        return 8;
    case KIND_FIXED:
        return field->named->fixed_bytes;
    case KIND_RECORD:
        for (int i = 0; i < field->named->field_count; i++)
            sum += bytes_min(&field->named->fields[i], false);
        return sum;
    default:
        return 1;
    }
}

/* A call that reads one value, not null, to `target`, without the closing "in, ...". */
static char *read_call(
    const struct reading *reading, const struct field *written, const char *target)
{
    if (written->kind == KIND_RECORD)
        return text_of("%s(in, &%s)", reader_name(reading, written->named), target);
    if (written->kind == KIND_FIXED)
        return text_of("fy_read_fixed(in, %zu, &%s)", written->named->fixed_bytes, target);
    if (written->kind == KIND_ENUM)
        return text_of("fy_read_symbol(in, %zu, &symbol)",
            json_array_size(json_object_get(written->named->json, "symbols")));
    return text_of("fy_read_%s(in, &%s)", wire_word(written->kind), target);
}

static void emit_array_reader(
    const struct reading *reading, const struct named *record, const struct field *written)
{
    struct out *out = reading->out;
    char *array = text_of("%s_%s", record->c_name, written->name);
    const char *arguments[] = {"struct fy_reader *in", text_of("struct %s *value", array), NULL};

    put_call(out, 0, text_of("static bool read_%s%s", prefix_of(reading), array), arguments, "");
    put(out, "{\n    %s*items = NULL;\n", c_type(written));
    put(out, "    size_t capacity = 0;\n    size_t count = 0;\n    size_t more;\n\n");
    put(out, "    for (;;) {\n");
    put(out, "        if (!fy_read_block(in, %zu, &more))\n            return false;\n",
        bytes_min(written, true));
    put(out, "        if (more == 0)\n            break;\n");
    put(out, "        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));\n");
    put(out, "        if (items == NULL)\n            return false;\n");
    put(out, "        for (more += count; count < more; count++) {\n");
    if (written->kind == KIND_ENUM)
        put(out, "            int symbol;\n\n");
    put(out, "            if (!%s)\n", read_call(reading, written, "items[count]"));
    put(out, "                return false;\n");
    if (written->kind == KIND_ENUM)
        put(out, "            items[count] = (enum %s)symbol;\n", written->named->c_name);
    put(out, "        }\n    }\n    value->items = items;\n    value->count = count;\n");
    put(out, "    return true;\n}\n\n");
}

static void emit_optional_reader(
    const struct reading *reading, const struct named *record, const struct field *written)
{
    struct out *out = reading->out;
    const char *arguments[] = {
        "struct fy_reader *in",
        text_of("const struct %s **ret_value", written->named->c_name),
        NULL,
    };

    put_call(out, 0,
        text_of("static bool read_%s%s_%s", prefix_of(reading), record->c_name, written->name),
        arguments, "");
    put(out, "{\n    struct %s *value;\n    bool set;\n\n", written->named->c_name);
    put(out, "    *ret_value = NULL;\n");
    put(out, "    if (!fy_read_branch(in, &set))\n        return false;\n");
    put(out, "    if (!set)\n        return true;\n");
    put(out, "    value = fy_read_alloc(in, sizeof(*value));\n");
    put(out, "    if (value == NULL || !%s(in, value))\n        return false;\n",
        reader_name(reading, written->named));
    put(out, "    *ret_value = value;\n    return true;\n}\n\n");
}

static void emit_nullable(
    const struct reading *reading, const struct field *written, const char *target)
{
    struct out *out = reading->out;
    bool flag = has_flag(written);

    put(out, "    if (!fy_read_branch(in, &set))\n        return false;\n");
    if (flag)
        put(out, "    value->has_%s = set;\n    %s = 0;\n", written->name, target);
    else
        put(out, "    %s = (struct fy_slice){0};\n", target);
    if (written->kind != KIND_ENUM) {
        put(out, "    if (set && !%s)\n        return false;\n",
            read_call(reading, written, target));
        return;
    }
    put(out, "    if (set) {\n");
    put(out, "        if (!%s)\n            return false;\n        %s = (enum %s)symbol;\n    }\n",
        read_call(reading, written, target), target, written->named->c_name);
}

static void emit_field(
    const struct reading *reading, const struct named *record, const struct field *written)
{
    struct out *out = reading->out;
    char *target = text_of("value->%s", written->name);

    if (written->array || (written->nullable && written->kind == KIND_RECORD)) {
        put(out, "    if (!read_%s%s_%s(in, &%s))\n        return false;\n", prefix_of(reading),
            record->c_name, written->name, target);
        return;
    }
    if (written->nullable) {
        emit_nullable(reading, written, target);
        return;
    }
    put(out, "    if (!%s)\n        return false;\n", read_call(reading, written, target));
    if (written->kind == KIND_ENUM)
        put(out, "    %s = (enum %s)symbol;\n", target, written->named->c_name);
}

/* A field that old bytes do not have gets its default. */
static void emit_default(const struct reading *reading, const struct field *field)
{
    const json_t *value = json_object_get(field->json, "default");
    struct out *out = reading->out;

    if (field->array) {
        put(out, "    value->%s.items = NULL;\n    value->%s.count = 0;\n", field->name,
            field->name);
    } else if (has_flag(field)) {
        put(out, "    value->has_%s = false;\n    value->%s = 0;\n", field->name, field->name);
    } else if (field->nullable) {
        put(out, "    value->%s = %s;\n", field->name,
            field->kind == KIND_RECORD ? "NULL" : "(struct fy_slice){0}");
    } else if (field->kind == KIND_STRING) {
        put(out, "    value->%s = fy_slice_of(%s);\n", field->name,
            json_dumps(value, JSON_ENCODE_ANY));
    } else if (field->kind == KIND_ENUM) {
        put(out, "    value->%s = %s_%s;\n", field->name, upper_of(field->named->c_name),
            upper_of(json_string_value(value)));
    } else {
        put(out, "    value->%s = %s;\n", field->name, json_dumps(value, JSON_ENCODE_ANY));
    }
}

/*
 * FULL_TRANSITIVE: either side may be older, so a new field has a default and none changes its
 * type. None goes either: what was written with it is kept for ever.
 */
static void check_compatible(
    const struct reading *reading, const struct named *written, const struct named *now)
{
    for (int i = 0; i < written->field_count; i++) {
        const struct field *old = &written->fields[i];
        const struct field *field = field_named(now, old->name);
        const char *where = text_of("%s.%s", written->name, old->name);

        if (field == NULL) {
            refuse(reading->file->path, where,
                "the field was in id %d: keep it (deprecated in its doc), its records are kept for "
                "ever",
                reading->past->id);
        }
        if (old->kind != field->kind || old->nullable != field->nullable ||
            old->array != field->array)
            refuse(reading->file->path, where,
                "the field had another type in id %d; add a field instead", reading->past->id);
        if (old->named != NULL && old->kind != KIND_RECORD &&
            !named_equal(old->named, field->named))
            refuse(reading->file->path, where,
                "the enum or fixed differs from id %d; add a field instead", reading->past->id);
        if (old->kind == KIND_RECORD && strcmp(old->named->full_name, field->named->full_name) != 0)
            refuse(reading->file->path, where, "the record was %s in id %d; add a field instead",
                old->named->full_name, reading->past->id);
    }
    for (int i = 0; i < now->field_count; i++) {
        if (field_named(written, now->fields[i].name) == NULL &&
            json_object_get(now->fields[i].json, "default") == NULL)
            refuse(reading->file->path, text_of("%s.%s", now->name, now->fields[i].name),
                "the field is new since id %d, so it needs a \"default\"", reading->past->id);
    }
}

static void emit_one_of(const struct reading *reading, const struct named *now)
{
    const char *terms[FIELDS_MAX];
    int count = 0;

    if (!now->one_of)
        return;
    for (int i = 0; i < now->field_count; i++)
        if (now->fields[i].kind == KIND_RECORD && now->fields[i].nullable)
            terms[count++] = now->fields[i].name;
    put(reading->out, "    set_count = 0;\n");
    for (int i = 0; i < count; i++)
        put(reading->out, "    set_count += value->%s != NULL;\n", terms[i]);
    put(reading->out, "    if (!fy_read_one_of(in, set_count))\n        return false;\n");
}

static void emit_record_reader(const struct reading *reading, const struct named *written)
{
    const struct named *now = now_of(reading->model, written);
    struct out *out = reading->out;
    const char *arguments[] = {
        "struct fy_reader *in", text_of("struct %s *value", written->c_name), NULL};
    bool is_static = reading->past != NULL || !written->is_root;
    bool sets = false;
    bool symbols = false;

    for (int i = 0; i < written->field_count; i++) {
        const struct field *field = &written->fields[i];

        if (field->array)
            emit_array_reader(reading, written, field);
        else if (field->nullable && field->kind == KIND_RECORD)
            emit_optional_reader(reading, written, field);
        else {
            sets = sets || field->nullable;
            symbols = symbols || field->kind == KIND_ENUM;
        }
    }
    put_call(out, 0,
        text_of("%sbool %s", is_static ? "static " : "", reader_name(reading, written)), arguments,
        "");
    put(out, "{\n");
    if (now->one_of)
        put(out, "    int set_count;\n");
    if (symbols)
        put(out, "    int symbol;\n");
    if (sets)
        put(out, "    bool set;\n");
    if (now->one_of || symbols || sets)
        put(out, "\n");
    for (int i = 0; i < written->field_count; i++)
        emit_field(reading, written, &written->fields[i]);
    for (int i = 0; i < now->field_count; i++)
        if (field_named(written, now->fields[i].name) == NULL)
            emit_default(reading, &now->fields[i]);
    emit_one_of(reading, now);
    put(out, "    return true;\n}\n\n");
}

static void emit_decode(const struct reading *reading)
{
    const struct file *file = reading->file;
    struct out *out = reading->out;
    const char *arguments[] = {
        "struct fy_slice bytes",
        "struct fy_arena *arena",
        text_of("struct %s *ret_value", file->name),
        "struct fy_err *err",
        NULL,
    };

    put_call(out, 0, text_of("enum fy_status %s_decode", file->name), arguments, "");
    put(out, "{\n    struct fy_reader in;\n\n");
    put(out, "    if (!fy_read_begin(&in, bytes, arena, err))\n        return FY_REJECT;\n");
    put(out, "    switch (in.schema_id) {\n");
    for (int i = 0; i < reading->model->numbered_count; i++) {
        struct reading of = *reading;

        if (reading->model->numbered[i].file != file)
            continue;
        of.past = &reading->model->numbered[i];
        if (of.past->past == NULL)
            of.past = NULL;
        put(out, "    case %d:\n        return fy_read_end(&in, %s(&in, ret_value));\n",
            reading->model->numbered[i].id,
            reader_name(&of, of.past == NULL ? file->root : of.past->past->root));
    }
    put(out, "    default:\n        return fy_read_unknown(&in, \"%s\");\n    }\n}\n\n",
        file->name);
}

/*
 * Whether what an old text's root needs includes a reader of its own for `wanted`: not where every
 * way to it leads through a record that is read as now, such as one of another file.
 */
static bool needs(
    const struct reading *reading, const struct named *written, const struct named *wanted)
{
    if (written->kind != KIND_RECORD || reads_as_now(reading, written))
        return false;
    if (written == wanted)
        return true;
    for (int i = 0; i < written->field_count; i++)
        if (written->fields[i].named != NULL && needs(reading, written->fields[i].named, wanted))
            return true;
    return false;
}

void emit_readers(struct out *out, const struct model *model, const struct file *file)
{
    struct reading reading = {.out = out, .model = model, .file = file};

    for (int i = 0; i < file->local_count; i++)
        if (file->locals[i]->kind == KIND_RECORD)
            emit_record_reader(&reading, file->locals[i]);
    if (!file->is_topic)
        return;
    for (int i = 0; i < model->numbered_count; i++) {
        const struct numbered *numbered = &model->numbered[i];

        if (numbered->file != file || numbered->past == NULL)
            continue;
        reading.past = numbered;
        for (int j = 0; j < numbered->past->local_count; j++) {
            const struct named *written = numbered->past->locals[j];
            const struct named *now = now_of(model, written);

            if (!needs(&reading, numbered->past->root, written))
                continue;
            if (now == NULL) {
                refuse(file->path, written->name,
                    "the record was in id %d and is gone; its events are kept for ever",
                    numbered->id);
            }
            check_compatible(&reading, written, now);
            emit_record_reader(&reading, written);
        }
    }
    reading.past = NULL;
    emit_decode(&reading);
}
