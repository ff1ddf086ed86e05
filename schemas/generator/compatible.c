#include "schemas/generator/model.h"

#include <string.h>

/*
 * Who can read what: Avro's rules of resolution between two texts, field by field. Recursive
 * records are compared once: a pair that is being compared is taken to agree.
 */

enum { PAIRS_MAX = 256 };

struct pairs {
    const struct named *reader[PAIRS_MAX];
    const struct named *written[PAIRS_MAX];
    int count;
    bool each; /* Each value must be readable; else it is enough that some are. */
};

bool has_alias(const json_t *json, const char *name)
{
    const json_t *alias;
    size_t index;

    json_array_foreach(json_object_get(json, "aliases"), index, alias)
    {
        const char *text = json_string_value(alias);
        const char *dot = text == NULL ? NULL : strrchr(text, '.');

        if (text != NULL && strcmp(dot == NULL ? text : dot + 1, name) == 0)
            return true;
    }
    return false;
}

static const struct field *field_named(const struct named *record, const char *name)
{
    for (int i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].name, name) == 0)
            return &record->fields[i];
    return NULL;
}

const struct field *field_taking(const struct named *reader, const char *written)
{
    const struct field *field = field_named(reader, written);

    for (int i = 0; field == NULL && i < reader->field_count; i++)
        if (has_alias(reader->fields[i].json, written))
            field = &reader->fields[i];
    return field;
}

/* The field of `written` that `field` reads: its own name goes first, then its aliases. */
static const struct field *field_giving(const struct named *written, const struct field *field)
{
    const struct field *given = field_named(written, field->name);

    for (int i = 0; given == NULL && i < written->field_count; i++)
        if (has_alias(field->json, written->fields[i].name))
            given = &written->fields[i];
    return given;
}

static bool promotes(enum kind written, enum kind reader)
{
    if (written == reader)
        return true;
    if (written == KIND_STRING || written == KIND_BYTES)
        return reader == KIND_STRING || reader == KIND_BYTES;
    return written >= KIND_INT && written <= KIND_FLOAT && reader > written &&
           reader <= KIND_DOUBLE;
}

static const char *symbols_differ(
    const struct pairs *pairs, const struct named *reader, const struct named *written)
{
    json_t *known = json_object_get(reader->json, "symbols");
    json_t *symbol;
    size_t index;

    if (!pairs->each || json_object_get(reader->json, "default") != NULL)
        return NULL;
    json_array_foreach(json_object_get(written->json, "symbols"), index, symbol)
    {
        bool found = false;
        json_t *other;
        size_t at;

        json_array_foreach(known, at, other) found = found || json_equal(symbol, other);
        if (!found)
            return text_of("the enum %s has no symbol %s and no \"default\"", reader->name,
                json_string_value(symbol));
    }
    return NULL;
}

static const char *record_differs(
    struct pairs *pairs, const struct named *reader, const struct named *written);

static const char *field_differs(
    struct pairs *pairs, const struct field *reader, const struct field *written)
{
    const struct named *now = reader->named;
    const struct named *then = written->named;

    if (!promotes(written->kind, reader->kind) || written->array != reader->array ||
        written->map != reader->map)
        return "the field had another type";
    if (pairs->each && written->nullable && !reader->nullable)
        return "the field was nullable";
    if (then == NULL)
        return NULL;
    if (then->bare != now->bare)
        return "the field had another type";
    if (!then->hidden && strcmp(then->name, now->name) != 0 && !has_alias(now->json, then->name))
        return text_of("the type was called %s", then->name);
    if (then->kind == KIND_ENUM)
        return symbols_differ(pairs, now, then);
    if (then->kind == KIND_FIXED)
        return then->fixed_bytes == now->fixed_bytes ? NULL : "the fixed had another size";
    return record_differs(pairs, now, then);
}

static const char *record_differs(
    struct pairs *pairs, const struct named *reader, const struct named *written)
{
    for (int i = 0; i < pairs->count; i++)
        if (pairs->reader[i] == reader && pairs->written[i] == written)
            return NULL;
    if (pairs->count == PAIRS_MAX)
        return "there are too many records to compare";
    pairs->reader[pairs->count] = reader;
    pairs->written[pairs->count++] = written;
    for (int i = 0; i < reader->field_count; i++) {
        const struct field *field = &reader->fields[i];
        const struct field *given = field_giving(written, field);
        const char *why;

        if (given == NULL && json_object_get(field->json, "default") != NULL)
            continue;
        why = given == NULL ? "the field is new, so it needs a \"default\""
                            : field_differs(pairs, field, given);
        if (why != NULL && strchr(why, '|') == NULL)
            return text_of("%s.%s|%s", reader->name, field->name, why);
        if (why != NULL)
            return why;
    }
    return NULL;
}

const char *why_unreadable(const struct named *reader, const struct named *written)
{
    struct pairs pairs = {.each = true};

    return record_differs(&pairs, reader, written);
}

bool resolvable(const struct named *reader, const struct named *written)
{
    struct pairs pairs = {0};

    return record_differs(&pairs, reader, written) == NULL;
}

static void refuse_change(const struct file *file, int id, const char *why, const char *hint)
{
    const char *bar = strchr(why, '|');

    broken(file->path, text_of("%.*s", (int)(bar - why), why), "full-transitive",
        "%s (against id %d); %s", bar + 1, id, hint);
}

/* What was written with a field is kept for ever, and so is the field. */
static void check_kept(
    const struct file *file, const struct model *now, const struct numbered *past)
{
    for (int i = 0; i < past->past_model->named_count; i++) {
        const struct named *then = past->past_model->named[i];
        const struct named *named = NULL;

        for (int j = 0; j < now->named_count && named == NULL; j++) {
            if (strcmp(now->named[j]->c_name, then->c_name) == 0 ||
                has_alias(now->named[j]->json, then->name))
                named = now->named[j];
        }
        for (int j = 0; j < then->field_count; j++) {
            if (then->hidden || (named != NULL && field_taking(named, then->fields[j].name)))
                continue;
            broken(file->path, text_of("%s.%s", then->name, then->fields[j].name),
                "full-transitive",
                "the field was in id %d: keep it (deprecated in its doc), its records are kept for "
                "ever",
                past->id);
        }
    }
}

void check_compatible(const struct model *model, const struct numbered *past)
{
    const struct file *file = past->file;
    bool newer = past->id > file->id;
    const struct named *old = newer ? file->root : past->past->root;
    const struct named *new = newer ? past->past->root : file->root;
    const char *why;

    if (!newer && !model->backward)
        check_kept(file, model, past);
    why = why_unreadable(new, old);
    /* Backward is for values too: a null that has no place is refused when it is read. */
    if (why != NULL && !(model->backward && (newer || resolvable(new, old))))
        refuse_change(file, past->id, why, "add a field instead");
    if (model->backward)
        return;
    why = why_unreadable(old, new);
    if (why != NULL)
        refuse_change(file, past->id, why, "who has the older text could not read the newer");
}
