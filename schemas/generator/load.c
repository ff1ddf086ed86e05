#include "schemas/generator/model.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *word;
    enum kind kind;
} primitives[] = {
    {"boolean", KIND_BOOLEAN},
    {"int", KIND_INT},
    {"long", KIND_LONG},
    {"float", KIND_FLOAT},
    {"double", KIND_DOUBLE},
    {"string", KIND_STRING},
    {"bytes", KIND_BYTES},
};

static const char *string_at(const json_t *json, const char *key)
{
    return json_string_value(json_object_get(json, key));
}

static struct named *find_named(const struct model *model, const char *full_name)
{
    for (int i = 0; i < model->named_count; i++)
        if (strcmp(model->named[i]->full_name, full_name) == 0)
            return model->named[i];
    return NULL;
}

static const char *namespace_of(const struct file *file)
{
    const char *space = string_at(file->json, "namespace");

    if (space == NULL)
        refuse(file->path, NULL, "the schema needs a \"namespace\"");
    return space;
}

static const char *full_name_of(const struct file *file, const char *name)
{
    return strchr(name, '.') != NULL ? name : text_of("%s.%s", namespace_of(file), name);
}

static struct named *add_named(
    struct model *model, struct file *file, json_t *json, enum kind kind, const char *where)
{
    struct named *named = calloc(1, sizeof(*named));
    const char *name = string_at(json, "name");

    if (named == NULL)
        refuse("fy-generate", NULL, "out of memory");
    if (name == NULL || strchr(name, '.') != NULL || name[0] == '\0')
        refuse(file->path, where, "a named type needs a \"name\" without dots");
    named->kind = kind;
    named->name = name;
    named->full_name = full_name_of(file, name);
    named->c_name = snake_of(name);
    named->doc = string_at(json, "doc");
    named->json = json;
    named->home = file;
    for (int i = 0; i < model->named_count; i++) {
        if (strcmp(model->named[i]->c_name, named->c_name) == 0) {
            refuse(file->path, where,
                "the name %s is taken by %s in %s; names are unique over all schemas",
                named->full_name, model->named[i]->full_name, model->named[i]->home->path);
        }
    }
    if (model->named_count == NAMED_MAX)
        refuse(file->path, where, "more than %d named types", NAMED_MAX);
    model->named[model->named_count++] = named;
    return named;
}

static void add_use(struct file *file, struct file *used)
{
    int at;

    if (used == file)
        return;
    for (int i = 0; i < file->use_count; i++)
        if (file->uses[i] == used)
            return;
    /* In the order of their names, as includes are sorted. */
    at = file->use_count++;
    for (; at > 0 && strcmp(file->uses[at - 1]->name, used->name) > 0; at--)
        file->uses[at] = file->uses[at - 1];
    file->uses[at] = used;
}

static void parse_record(struct model *model, struct file *file, struct named *record);
static void parse_file(struct model *model, struct file *file);

static void define(struct model *model, struct file *file, struct named *named, const char *where)
{
    if (named->kind == KIND_RECORD)
        parse_record(model, file, named);
    if (named->kind == KIND_FIXED) {
        named->fixed_bytes = (size_t)json_integer_value(json_object_get(named->json, "size"));
        if (named->fixed_bytes == 0)
            refuse(file->path, where, "a fixed needs a \"size\" of at least 1");
    }
    if (file->local_count == LOCALS_MAX)
        refuse(file->path, where, "more than %d named types in one file", LOCALS_MAX);
    file->locals[file->local_count++] = named;
}

static void parse_reference(struct model *model,
    struct file *file,
    const char *name,
    struct field *field,
    const char *where)
{
    struct named *named = find_named(model, full_name_of(file, name));

    if (named == NULL)
        refuse(file->path, where,
            "the type \"%s\" is neither Avro's nor defined in any file before it is used", name);
    if (named->parsing && named->home != file) {
        refuse(file->path, where,
            "\"%s\" contains this record: records that contain one another share one file", name);
    }
    if (named->parsing)
        named->recursive = file->recursive = true;
    if (named->home != file) {
        if (!named->is_root) {
            refuse(file->path, where,
                "\"%s\" is defined inside %s; a type that several files use has its own file", name,
                named->home->path);
        }
        parse_file(model, named->home);
        add_use(file, named->home);
    }
    field->kind = named->kind;
    field->named = named;
}

/* A type that is neither null, array nor union. */
static void parse_plain(
    struct model *model, struct file *file, json_t *type, struct field *field, const char *where)
{
    const char *word = json_is_string(type) ? json_string_value(type) : string_at(type, "type");

    if (word == NULL)
        refuse(file->path, where, "the type is neither a name nor an object with a \"type\"");
    if (json_is_object(type))
        field->logical = string_at(type, "logicalType");
    field->type = type;
    for (size_t i = 0; i < sizeof(primitives) / sizeof(primitives[0]); i++) {
        if (strcmp(primitives[i].word, word) == 0) {
            field->kind = primitives[i].kind;
            return;
        }
    }
    if (json_is_string(type)) {
        parse_reference(model, file, word, field, where);
        return;
    }
    if (strcmp(word, "record") == 0)
        field->kind = KIND_RECORD;
    else if (strcmp(word, "enum") == 0)
        field->kind = KIND_ENUM;
    else if (strcmp(word, "fixed") == 0)
        field->kind = KIND_FIXED;
    else
        broken(file->path, where, "type", "the type \"%s\" is not one of those we use here", word);
    field->named = add_named(model, file, type, field->kind, where);
    define(model, file, field->named, where);
}

static bool is_container(const json_t *type, const char *word)
{
    const char *found = json_is_object(type) ? string_at(type, "type") : NULL;

    return found != NULL && strcmp(found, word) == 0;
}

/* Limits of a field hold for what is inside its containers; min_items and max_items for the outer.
 */
static json_t *inner_field(const struct field *field, const char *name, json_t *type)
{
    static const char *const kept[] = {
        "chars", "sku", "min", "max", "min_bytes", "max_bytes", "edge"};
    static const char *const outer[] = {"min_items", "max_items"};
    json_t *inner = json_pack("{s:s,s:O,s:s}", "name", name, "type", type, "doc", "The value.");

    for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
        if (json_object_get(field->json, kept[i]) != NULL)
            json_object_set(inner, kept[i], json_object_get(field->json, kept[i]));
    for (size_t i = 0; field->nullable && i < sizeof(outer) / sizeof(outer[0]); i++)
        if (json_object_get(field->json, outer[i]) != NULL)
            json_object_set(inner, outer[i], json_object_get(field->json, outer[i]));
    return inner;
}

/*
 * C has no array of arrays, null array or map: a record of ours stands between, which is not in the
 * text. In bytes nothing changes: a record of one field is that field, and a map is an array of
 * records of key and value.
 */
static void parse_hidden(struct model *model,
    struct file *file,
    const struct named *record,
    struct field *field,
    const char *suffix,
    json_t *type)
{
    char *c_name = text_of("%s_%s%s", record->c_name, field->name, suffix);
    bool entry = field->map;
    const char *where = text_of("%s.%s", record->name, field->name);
    json_t *json = json_pack("{s:s,s:s,s:[],s:s}", "type", "record", "name", c_name, "fields",
        "doc", entry ? "One entry." : "What stands between a container and what it contains.");
    json_t *fields = json_object_get(json, "fields");

    if (entry)
        json_array_append_new(
            fields, json_pack("{s:s,s:s,s:s}", "name", "key", "type", "string", "doc", "The key."));
    json_array_append_new(fields, inner_field(field, "value", type));
    field->kind = KIND_RECORD;
    field->named = add_named(model, file, json, KIND_RECORD, where);
    field->named->hidden = true;
    field->named->bare = !entry;
    define(model, file, field->named, where);
}

static void parse_container(struct model *model,
    struct file *file,
    const struct named *record,
    struct field *field,
    json_t *type)
{
    const char *where = text_of("%s.%s", record->name, field->name);
    json_t *inner = json_object_get(type, field->map ? "values" : "items");

    field->array = true;
    if (inner == NULL)
        refuse(file->path, where, "an array needs \"items\", a map \"values\"");
    if (field->map)
        parse_hidden(model, file, record, field, "_entry", inner);
    else if (json_is_array(inner) || is_container(inner, "array") || is_container(inner, "map"))
        parse_hidden(model, file, record, field, "_item", inner);
    else
        parse_plain(model, file, inner, field, where);
}

static void parse_type(
    struct model *model, struct file *file, const struct named *record, struct field *field)
{
    json_t *type = json_object_get(field->json, "type");
    const char *where = text_of("%s.%s", record->name, field->name);
    bool container;

    if (json_is_array(type)) {
        const char *first = json_string_value(json_array_get(type, 0));

        if (json_array_size(type) != 2 || first == NULL || strcmp(first, "null") != 0)
            broken(file->path, where, "union", "a union must be [\"null\", T], in this order");
        field->nullable = true;
        type = json_array_get(type, 1);
    }
    if (type == NULL)
        refuse(file->path, where, "a field needs a \"type\"");
    container = is_container(type, "array") || is_container(type, "map");
    if (container && field->nullable) {
        parse_hidden(model, file, record, field, "_set", type);
    } else if (container) {
        field->map = is_container(type, "map");
        parse_container(model, file, record, field, type);
    } else {
        parse_plain(model, file, type, field, where);
    }
}

static void parse_record(struct model *model, struct file *file, struct named *record)
{
    json_t *fields = json_object_get(record->json, "fields");
    size_t count = json_array_size(fields);

    if (count == 0 || count > FIELDS_MAX)
        refuse(file->path, record->name, "a record needs 1 .. %d fields", FIELDS_MAX);
    record->parsing = true;
    record->one_of = json_is_true(json_object_get(record->json, "one_of"));
    record->depth = 1;
    for (size_t i = 0; i < count; i++) {
        struct field *field = &record->fields[i];
        const char *where;

        field->json = json_array_get(fields, i);
        field->name = string_at(field->json, "name");
        if (field->name == NULL)
            refuse(file->path, record->name, "field %zu has no \"name\"", i);
        where = text_of("%s.%s", record->name, field->name);
        field->doc = string_at(field->json, "doc");
        for (size_t j = 0; j < i; j++)
            if (strcmp(record->fields[j].name, field->name) == 0)
                refuse(file->path, where, "the name is used twice in this record");
        parse_type(model, file, record, field);
        if (field->kind == KIND_RECORD && !field->named->parsing &&
            field->named->depth >= record->depth)
            record->depth = field->named->depth + 1;
    }
    record->field_count = (int)count;
    record->parsing = false;
}

/* Into `sorted`, behind the records that it holds in itself and not behind a pointer. */
static void sort_one(struct file *file, struct named *named, struct named **sorted, int *count)
{
    if (named->sorted == 2)
        return;
    if (named->sorted == 1)
        refuse(file->path, named->name,
            "it always contains itself, without end: a null, an array or a map must stand between");
    named->sorted = 1;
    for (int i = 0; i < named->field_count; i++) {
        const struct field *field = &named->fields[i];

        if (field->kind == KIND_RECORD && !field->nullable && !field->array &&
            field->named->home == file)
            sort_one(file, field->named, sorted, count);
    }
    named->sorted = 2;
    sorted[(*count)++] = named;
}

static void parse_file(struct model *model, struct file *file)
{
    struct named *sorted[LOCALS_MAX];
    int count = 0;

    if (file->root->parsing || file->local_count > 0)
        return;
    define(model, file, file->root, file->root->name);
    for (int i = 0; i < file->local_count; i++)
        sort_one(file, file->locals[i], sorted, &count);
    memcpy(file->locals, sorted, (size_t)count * sizeof(sorted[0]));
}

static void add_root(struct model *model, struct file *file)
{
    const char *type = string_at(file->json, "type");

    if (type == NULL || strcmp(type, "record") != 0)
        refuse(file->path, NULL, "the schema of a file must be a record");
    file->root = add_named(model, file, file->json, KIND_RECORD, NULL);
    file->root->is_root = true;
    if (strcmp(file->root->c_name, file->name) != 0) {
        refuse(file->path, NULL,
            "the record %s belongs into %s.avsc: a file is called as its record", file->root->name,
            file->root->c_name);
    }
}

static json_t *parse_json(const char *path, const char *text)
{
    json_error_t error;
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &error);

    if (json == NULL)
        refuse(path, NULL, "line %d column %d: %s", error.line, error.column, error.text);
    return json;
}

static int is_schema(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);

    return length > 5 && strcmp(entry->d_name + length - 5, ".avsc") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

void load_files(struct model *model)
{
    struct dirent **entries = NULL;
    int count = scandir(model->folder, &entries, is_schema, by_name);

    if (count <= 0)
        refuse(model->folder, NULL, "there is no *.avsc in this folder");
    if (count > FILES_MAX)
        refuse(model->folder, NULL, "more than %d schemas", FILES_MAX);
    for (int i = 0; i < count; i++) {
        struct file *file = &model->files[i];
        size_t length = strlen(entries[i]->d_name);

        file->path = text_of("%s/%s", model->folder, entries[i]->d_name);
        file->name = text_of("%.*s", (int)(length - 5), entries[i]->d_name);
        file->json = parse_json(file->path, read_whole(file->path));
        free(entries[i]);
        add_root(model, file);
    }
    free(entries);
    model->file_count = count;
    for (int i = 0; i < count; i++)
        parse_file(model, &model->files[i]);
}

struct model *load_past(const char *path, const char *name, const char *text)
{
    struct model *past = calloc(1, sizeof(*past));
    struct file *file;

    if (past == NULL)
        refuse("fy-generate", NULL, "out of memory");
    file = &past->files[0];
    file->path = path;
    file->name = name;
    file->json = parse_json(path, text);
    past->file_count = 1;
    add_root(past, file);
    parse_file(past, file);
    return past;
}
