#include "schemas/generator/model.h"

#include <stdlib.h>
#include <string.h>

enum { PAIRS_MAX = 256 };

/* Records under comparison, so that one which contains itself is compared once. */
struct pairs {
    const struct named *a[PAIRS_MAX];
    const struct named *b[PAIRS_MAX];
    int count;
};

static bool records_equal(struct pairs *pairs, const struct named *a, const struct named *b);

static bool field_equal(struct pairs *pairs, const struct field *a, const struct field *b)
{
    return strcmp(a->name, b->name) == 0 && a->kind == b->kind && a->nullable == b->nullable &&
           a->array == b->array && a->map == b->map &&
           (a->named == NULL || records_equal(pairs, a->named, b->named));
}

static bool records_equal(struct pairs *pairs, const struct named *a, const struct named *b)
{
    if (a->kind != b->kind || strcmp(a->c_name, b->c_name) != 0 || a->bare != b->bare ||
        a->field_count != b->field_count || a->fixed_bytes != b->fixed_bytes)
        return false;
    if (a->kind == KIND_ENUM &&
        !json_equal(json_object_get(a->json, "symbols"), json_object_get(b->json, "symbols")))
        return false;
    for (int i = 0; i < pairs->count; i++)
        if (pairs->a[i] == a && pairs->b[i] == b)
            return true;
    if (pairs->count == PAIRS_MAX)
        return false;
    pairs->a[pairs->count] = a;
    pairs->b[pairs->count++] = b;
    for (int i = 0; i < a->field_count; i++)
        if (!field_equal(pairs, &a->fields[i], &b->fields[i]))
            return false;
    return true;
}

/* The same bytes mean the same. */
bool named_equal(const struct named *a, const struct named *b)
{
    struct pairs pairs = {0};

    return records_equal(&pairs, a, b);
}

static char *reader_name(const struct named *named)
{
    return text_of("%sread_%s", named->is_root ? "fy_" : "", named->c_name);
}

size_t bytes_min(const struct field *field, bool item)
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
static char *read_call(const struct field *written, const char *target)
{
    if (written->kind == KIND_RECORD)
        return text_of("%s(in, &%s)", reader_name(written->named), target);
    if (written->kind == KIND_FIXED)
        return text_of("fy_read_fixed(in, %zu, &%s)", written->named->fixed_bytes, target);
    if (written->kind == KIND_ENUM)
        return text_of("fy_read_symbol(in, %zu, &symbol)",
            json_array_size(json_object_get(written->named->json, "symbols")));
    return text_of("fy_read_%s(in, &%s)", wire_word(written->kind), target);
}

static void emit_array_reader(
    struct out *out, const struct named *record, const struct field *written)
{
    char *array = text_of("%s_%s", record->c_name, written->name);
    const char *arguments[] = {"struct fy_reader *in", text_of("struct %s *value", array), NULL};

    put_call(out, 0, text_of("static bool read_%s", array), arguments, "");
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
    put(out, "            if (!%s)\n", read_call(written, "items[count]"));
    put(out, "                return false;\n");
    if (written->kind == KIND_ENUM)
        put(out, "            items[count] = (enum %s)symbol;\n", written->named->c_name);
    put(out, "        }\n    }\n    value->items = items;\n    value->count = count;\n");
    put(out, "    return true;\n}\n\n");
}

static void emit_optional_reader(
    struct out *out, const struct named *record, const struct field *written)
{
    const char *arguments[] = {
        "struct fy_reader *in",
        text_of("const struct %s **ret_value", written->named->c_name),
        NULL,
    };

    put_call(
        out, 0, text_of("static bool read_%s_%s", record->c_name, written->name), arguments, "");
    put(out, "{\n    struct %s *value;\n    bool set;\n\n", written->named->c_name);
    put(out, "    *ret_value = NULL;\n");
    put(out, "    if (!fy_read_branch(in, &set))\n        return false;\n");
    put(out, "    if (!set)\n        return true;\n");
    put(out, "    value = fy_read_alloc(in, sizeof(*value));\n");
    put(out, "    if (value == NULL || !%s(in, value))\n        return false;\n",
        reader_name(written->named));
    put(out, "    *ret_value = value;\n    return true;\n}\n\n");
}

static void emit_nullable(struct out *out, const struct field *written, const char *target)
{
    bool flag = has_flag(written);

    put(out, "    if (!fy_read_branch(in, &set))\n        return false;\n");
    if (flag)
        put(out, "    value->has_%s = set;\n    %s = 0;\n", written->name, target);
    else
        put(out, "    %s = (struct fy_slice){0};\n", target);
    if (written->kind != KIND_ENUM) {
        put(out, "    if (set && !%s)\n        return false;\n", read_call(written, target));
        return;
    }
    put(out, "    if (set) {\n");
    put(out, "        if (!%s)\n            return false;\n        %s = (enum %s)symbol;\n    }\n",
        read_call(written, target), target, written->named->c_name);
}

static void emit_field(struct out *out, const struct named *record, const struct field *written)
{
    char *target = text_of("value->%s", written->name);

    if (written->array || (written->nullable && written->kind == KIND_RECORD)) {
        put(out, "    if (!read_%s_%s(in, &%s))\n        return false;\n", record->c_name,
            written->name, target);
        return;
    }
    if (written->nullable) {
        emit_nullable(out, written, target);
        return;
    }
    put(out, "    if (!%s)\n        return false;\n", read_call(written, target));
    if (written->kind == KIND_ENUM)
        put(out, "    %s = (enum %s)symbol;\n", target, written->named->c_name);
}

static void emit_one_of(struct out *out, const struct named *now)
{
    const char *terms[FIELDS_MAX];
    int count = 0;

    if (!now->one_of)
        return;
    for (int i = 0; i < now->field_count; i++)
        if (now->fields[i].kind == KIND_RECORD && now->fields[i].nullable)
            terms[count++] = now->fields[i].name;
    put(out, "    set_count = 0;\n");
    for (int i = 0; i < count; i++)
        put(out, "    set_count += value->%s != NULL;\n", terms[i]);
    put(out, "    if (!fy_read_one_of(in, set_count))\n        return false;\n");
}

static void emit_record_reader(struct out *out, const struct named *record)
{
    const char *arguments[] = {
        "struct fy_reader *in", text_of("struct %s *value", record->c_name), NULL};
    bool sets = false;
    bool symbols = false;

    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->array)
            emit_array_reader(out, record, field);
        else if (field->nullable && field->kind == KIND_RECORD)
            emit_optional_reader(out, record, field);
        else {
            sets = sets || field->nullable;
            symbols = symbols || field->kind == KIND_ENUM;
        }
    }
    put_call(out, 0, text_of("%sbool %s", record->is_root ? "" : "static ", reader_name(record)),
        arguments, "");
    put(out, "{\n");
    if (record->one_of)
        put(out, "    int set_count;\n");
    if (symbols)
        put(out, "    int symbol;\n");
    if (sets)
        put(out, "    bool set;\n");
    if (record->one_of || symbols || sets)
        put(out, "\n");
    if (record->recursive)
        put(out, "    if (!fy_read_enter(in))\n        return false;\n");
    for (int i = 0; i < record->field_count; i++)
        emit_field(out, record, &record->fields[i]);
    emit_one_of(out, record);
    if (record->recursive)
        put(out, "    in->depth--;\n");
    put(out, "    return true;\n}\n\n");
}

static void emit_case(struct out *out, const struct file *file, const struct numbered *numbered)
{
    const struct named *root = file->root;

    put(out, "    case %d:\n        return ", numbered->id);
    if (numbered->past == NULL || named_equal(root, numbered->past->root)) {
        put(out, "fy_read_end(&in, %s(&in, ret_value));\n", reader_name(root));
    } else if (resolvable(root, numbered->past->root)) {
        put(out, "fy_read_end(&in, fy_resolve(&in, &%s, &fy_type_%s, ret_value));\n",
            plan_name(numbered, numbered->past->root, root), root->c_name);
    } else {
        put(out, "fy_read_unlike(&in, \"%s\");\n", file->name);
    }
}

static void emit_decode(struct out *out, const struct model *model, const struct file *file)
{
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
    for (int i = 0; i < model->numbered_count; i++)
        if (model->numbered[i].file == file)
            emit_case(out, file, &model->numbered[i]);
    put(out, "    default:\n        return fy_read_unknown(&in, \"%s\");\n    }\n}\n\n",
        file->name);
}

void emit_readers(struct out *out, const struct model *model, const struct file *file)
{
    /* Records that contain one another call each other. */
    for (int i = 0; file->recursive && i < file->local_count; i++) {
        const struct named *record = file->locals[i];

        if (record->kind == KIND_RECORD && !record->is_root)
            put(out, "static bool read_%s(struct fy_reader *in, struct %s *value) FY_MUST_CHECK;\n",
                record->c_name, record->c_name);
    }
    if (file->recursive)
        put(out, "\n");
    for (int i = 0; i < file->local_count; i++)
        if (file->locals[i]->kind == KIND_RECORD)
            emit_record_reader(out, file->locals[i]);
    if (!file->is_topic)
        return;
    emit_plans(out, model, file);
    emit_decode(out, model, file);
}
