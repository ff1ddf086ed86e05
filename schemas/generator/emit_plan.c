#include "schemas/generator/model.h"

#include <stdlib.h>
#include <string.h>

/*
 * For each numbered text but the file's own: what to do with each field that was written (struct
 * fy_plan of the codec). A pair of records gets one plan; `now` is NULL when it is only skipped.
 */

enum { PAIRS_MAX = 512 };

struct planning {
    struct out *out;
    const struct numbered *past;
    const struct named *written[PAIRS_MAX];
    const struct named *now[PAIRS_MAX];
    int count;
};

char *plan_name(const struct numbered *past, const struct named *written, const struct named *now)
{
    if (now == NULL)
        return text_of("skip_%d_%s", past->id, written->c_name);
    if (strcmp(written->c_name, now->c_name) == 0)
        return text_of("plan_%d_%s", past->id, written->c_name);
    return text_of("plan_%d_%s_as_%s", past->id, written->c_name, now->c_name);
}

/* Which field of ours takes `field` of `written`. One that gives its own name goes before an alias.
 */
static const struct field *target_of(
    const struct named *written, const struct field *field, const struct named *now)
{
    const struct field *target = now == NULL ? NULL : field_taking(now, field->name);

    if (target == NULL || strcmp(target->name, field->name) == 0)
        return target;
    for (int i = 0; i < written->field_count; i++)
        if (strcmp(written->fields[i].name, target->name) == 0)
            return NULL;
    return target;
}

static bool is_given(
    const struct named *written, const struct named *now, const struct field *field)
{
    for (int i = 0; i < written->field_count; i++)
        if (target_of(written, &written->fields[i], now) == field)
            return true;
    return false;
}

static void add_pair(
    struct planning *planning, const struct named *written, const struct named *now)
{
    for (int i = 0; i < planning->count; i++)
        if (planning->written[i] == written && planning->now[i] == now)
            return;
    if (planning->count == PAIRS_MAX)
        refuse(planning->past->file->path, NULL, "more than %d pairs of records", PAIRS_MAX);
    planning->written[planning->count] = written;
    planning->now[planning->count++] = now;
    for (int i = 0; i < written->field_count; i++) {
        const struct field *field = &written->fields[i];
        const struct field *target = target_of(written, field, now);

        if (field->kind == KIND_RECORD)
            add_pair(planning, field->named, target == NULL ? NULL : target->named);
    }
}

/* Where each written symbol is now; an unknown one is the enum's default, or -1. */
static void emit_symbols(struct planning *planning,
    const struct named *written,
    const struct named *now,
    const char *name)
{
    json_t *known = json_object_get(now->json, "symbols");
    const json_t *fallback = json_object_get(now->json, "default");
    json_t *symbol;
    size_t index;

    put(planning->out, "static const int32_t %s[] = {", name);
    json_array_foreach(json_object_get(written->json, "symbols"), index, symbol)
    {
        int found = -1;

        for (int pass = 0; pass < 2 && found < 0; pass++) {
            const json_t *wanted = pass == 0 ? symbol : fallback;

            for (size_t i = 0; i < json_array_size(known) && found < 0; i++)
                if (wanted != NULL && json_equal(json_array_get(known, i), wanted))
                    found = (int)i;
        }
        put(planning->out, "%s%d", index == 0 ? "" : ", ", found);
    }
    put(planning->out, "};\n");
}

static char *symbols_name(
    const struct planning *planning, const struct named *record, const struct field *field)
{
    return text_of("symbols_%d_%s_%s", planning->past->id, record->c_name, field->name);
}

static void emit_field(struct planning *planning,
    const struct named *record,
    const struct named *now,
    const struct field *field)
{
    const struct field *target = target_of(record, field, now);
    struct out *out = planning->out;

    put(out, "    {.kind = FY_FIELD_%s, .target = %d",
        upper_of(field->kind == KIND_ENUM ? "enum" : wire_word(field->kind)),
        target == NULL ? -1 : (int)(target - now->fields));
    if (field->nullable)
        put(out, ", .nullable = true");
    if (field->array)
        put(out, ", .array = true, .item_bytes_min = %zu", bytes_min(field, true));
    if (field->kind == KIND_FIXED)
        put(out, ", .fixed_bytes = %zu", field->named->fixed_bytes);
    if (field->kind == KIND_ENUM) {
        put(out, ", .symbol_count = %zu",
            json_array_size(json_object_get(field->named->json, "symbols")));
        if (target != NULL)
            put(out, ", .symbols = %s", symbols_name(planning, record, field));
    }
    if (field->kind == KIND_RECORD)
        put(out, ", .record = &%s",
            plan_name(planning->past, field->named, target == NULL ? NULL : target->named));
    put(out, "},\n");
}

static void emit_missing(struct out *out, const struct named *written, const struct named *now)
{
    int count = 0;

    for (int i = 0; now != NULL && i < now->field_count; i++) {
        if (is_given(written, now, &now->fields[i]))
            continue;
        put(out, "%s%d", count == 0 ? "    .missing = (const uint8_t[]){" : ", ", i);
        count++;
    }
    if (count > 0)
        put(out, "},\n    .missing_count = %d,\n", count);
}

static void emit_plan(
    struct planning *planning, const struct named *written, const struct named *now)
{
    char *name = plan_name(planning->past, written, now);
    struct out *out = planning->out;

    for (int i = 0; now != NULL && i < written->field_count; i++) {
        const struct field *field = &written->fields[i];
        const struct field *target = target_of(written, field, now);

        if (field->kind == KIND_ENUM && target != NULL)
            emit_symbols(
                planning, field->named, target->named, symbols_name(planning, written, field));
    }
    put(out, "static const struct fy_plan_field fields_of_%s[] = {\n", name);
    for (int i = 0; i < written->field_count; i++)
        emit_field(planning, written, now, &written->fields[i]);
    put(out, "};\n\nstatic const struct fy_plan %s = {\n    .fields = fields_of_%s,\n", name, name);
    put(out, "    .field_count = %d,\n", written->field_count);
    emit_missing(out, written, now);
    put(out, "};\n\n");
}

void emit_plans(struct out *out, const struct model *model, const struct file *file)
{
    for (int i = 0; i < model->numbered_count; i++) {
        struct planning planning = {.out = out, .past = &model->numbered[i]};
        const struct named *root;

        if (planning.past->file != file || planning.past->past == NULL)
            continue;
        root = planning.past->past->root;
        if (!resolvable(file->root, root) || named_equal(file->root, root))
            continue;
        add_pair(&planning, root, file->root);
        for (int j = 0; j < planning.count; j++)
            put(out, "static const struct fy_plan %s;\n",
                plan_name(planning.past, planning.written[j], planning.now[j]));
        put(out, "\n");
        for (int j = 0; j < planning.count; j++)
            emit_plan(&planning, planning.written[j], planning.now[j]);
    }
}
