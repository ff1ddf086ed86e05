/* avro_read.c - a schema's text into types. Every rule that would make it no schema is kept here.
 */
#include "api/avro.h"

#include <assert.h>
#include <ctype.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *const avro_kind_words[AVRO_KIND_COUNT] = {
    [AVRO_NULL] = "null",
    [AVRO_BOOLEAN] = "boolean",
    [AVRO_INT] = "int",
    [AVRO_LONG] = "long",
    [AVRO_FLOAT] = "float",
    [AVRO_DOUBLE] = "double",
    [AVRO_BYTES] = "bytes",
    [AVRO_STRING] = "string",
    [AVRO_RECORD] = "record",
    [AVRO_ENUM] = "enum",
    [AVRO_FIXED] = "fixed",
    [AVRO_ARRAY] = "array",
    [AVRO_MAP] = "map",
    [AVRO_UNION] = "union",
};

/* Primitives need no memory of their own. */
static const struct avro_type primitives[] = {
    {.kind = AVRO_NULL},
    {.kind = AVRO_BOOLEAN},
    {.kind = AVRO_INT},
    {.kind = AVRO_LONG},
    {.kind = AVRO_FLOAT},
    {.kind = AVRO_DOUBLE},
    {.kind = AVRO_BYTES},
    {.kind = AVRO_STRING},
};

struct reading {
    struct fy_arena *arena;
    struct avro_type *named[AVRO_NAMED_MAX];
    const json_t *sources[AVRO_NAMED_MAX]; /* Of the named ones: defaults are looked at last. */
    int named_count;
    int type_count;
    int depth;
    const char *words;
};

static const struct avro_type *read_type(
    struct reading *reading, const json_t *json, const char *space);

/* The first reason is the one that is told. NULL, for whoever refuses. */
static void *refuse(struct reading *reading, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void *refuse(struct reading *reading, const char *format, ...)
{
    char text[256];
    struct fy_slice words;
    va_list args;

    if (reading->words != NULL)
        return NULL;
    va_start(args, format);
    (void)vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    words = fy_arena_copy(reading->arena, fy_slice_of(text));
    reading->words = words.data != NULL ? (const char *)words.data : "it is too large";
    return NULL;
}

static void *alloc(struct reading *reading, size_t size)
{
    void *memory = fy_arena_alloc(reading->arena, size > 0 ? size : 1);

    return memory != NULL ? memory : refuse(reading, "it is too large");
}

static const char *copy(struct reading *reading, const char *text)
{
    struct fy_slice kept = fy_arena_copy(reading->arena, fy_slice_of(text));

    return kept.data != NULL ? (const char *)kept.data : refuse(reading, "it is too large");
}

static const struct avro_type *primitive_of(const char *word)
{
    for (size_t i = 0; i < sizeof(primitives) / sizeof(primitives[0]); i++) {
        if (strcmp(avro_kind_words[primitives[i].kind], word) == 0)
            return &primitives[i];
    }
    return NULL;
}

/* --- Names ----------------------------------------------------------------------------------- */

/* Letters, digits and _, no digit first; parts joined by dots where `dots` are allowed. */
static bool is_name(const char *text, bool dots)
{
    bool first = true;

    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;

        if (c == '.' && dots && !first) {
            first = true;
            continue;
        }
        if (c > 127 || !(c == '_' || isalpha(c) || (!first && isdigit(c))))
            return false;
        first = false;
    }
    return !first;
}

static const char *full_name(struct reading *reading, const char *name, const char *space)
{
    struct fy_slice full;

    if (strchr(name, '.') != NULL || space[0] == '\0')
        return copy(reading, name);
    full = fy_arena_format(reading->arena, "%s.%s", space, name);
    return full.data != NULL ? (const char *)full.data : refuse(reading, "it is too large");
}

/* The namespace that a full name gives to what is inside of it. */
static const char *space_of(struct reading *reading, const char *full)
{
    const char *dot = strrchr(full, '.');
    struct fy_slice space;

    if (dot == NULL)
        return "";
    space = fy_arena_format(reading->arena, "%.*s", (int)(dot - full), full);
    return space.data != NULL ? (const char *)space.data : refuse(reading, "it is too large");
}

static struct avro_type *find_named(const struct reading *reading, const char *full)
{
    for (int i = 0; i < reading->named_count; i++) {
        if (strcmp(reading->named[i]->name, full) == 0)
            return reading->named[i];
    }
    return NULL;
}

/* A name stands for a primitive, else for what was named so before, here or without a namespace. */
static const struct avro_type *read_reference(
    struct reading *reading, const char *name, const char *space)
{
    const struct avro_type *type = primitive_of(name);
    const char *full;

    if (type != NULL)
        return type;
    full = full_name(reading, name, space);
    if (full == NULL)
        return NULL;
    type = find_named(reading, full);
    if (type == NULL)
        type = find_named(reading, name);
    return type != NULL ? type
                        : refuse(reading, "\"%s\" is no type and no name given before", name);
}

/* Strings of a list, each a name and none twice where `distinct`; false when it is refused. */
static bool read_texts(
    struct reading *reading, const json_t *list, bool distinct, struct avro_texts *ret_texts)
{
    size_t count = json_array_size(list);

    if (count > AVRO_FIELDS_MAX) {
        (void)refuse(reading, "a list of names is longer than 1024");
        return false;
    }
    ret_texts->items = alloc(reading, count * sizeof(char *));
    for (size_t i = 0; ret_texts->items != NULL && i < count; i++) {
        const char *text = json_string_value(json_array_get(list, i));

        if (text == NULL || !is_name(text, !distinct)) {
            (void)refuse(reading, "\"%s\" is no name", text != NULL ? text : "(not a string)");
            return false;
        }
        for (size_t j = 0; distinct && j < i; j++) {
            if (strcmp(ret_texts->items[j], text) == 0) {
                (void)refuse(reading, "the symbol \"%s\" is there twice", text);
                return false;
            }
        }
        ret_texts->items[i] = copy(reading, text);
        ret_texts->count = i + 1;
    }
    return ret_texts->items != NULL && reading->words == NULL;
}

/* Aliases without a dot are of the type's own namespace. */
static bool read_aliases(struct reading *reading, const json_t *json, struct avro_type *type)
{
    const json_t *list = json_object_get(json, "aliases");
    const char *space = space_of(reading, type->name);

    if (list == NULL)
        return true;
    if (!json_is_array(list) || space == NULL ||
        !read_texts(reading, list, false, &type->aliases)) {
        (void)refuse(reading, "the aliases of \"%s\" are not a list of names", type->name);
        return false;
    }
    for (size_t i = 0; i < type->aliases.count; i++)
        type->aliases.items[i] = full_name(reading, type->aliases.items[i], space);
    return reading->words == NULL;
}

/* --- What has a name ------------------------------------------------------------------------- */

static struct avro_type *new_type(struct reading *reading, enum avro_kind kind)
{
    struct avro_type *type = alloc(reading, sizeof(*type));

    if (type == NULL)
        return NULL;
    type->kind = kind;
    type->number = ++reading->type_count;
    return type;
}

static bool read_field(
    struct reading *reading, const json_t *json, const char *space, struct avro_type *record)
{
    struct avro_field *field = &record->fields[record->field_count];
    const char *name = json_string_value(json_object_get(json, "name"));
    const json_t *aliases = json_object_get(json, "aliases");

    if (name == NULL || !is_name(name, false)) {
        (void)refuse(reading, "a field of \"%s\" has no name, or one that is none", record->name);
        return false;
    }
    for (size_t i = 0; i < record->field_count; i++) {
        if (strcmp(record->fields[i].name, name) == 0) {
            (void)refuse(reading, "the field \"%s\" is there twice", name);
            return false;
        }
    }
    if (json_object_get(json, "type") == NULL) {
        (void)refuse(reading, "the field \"%s\" has no type", name);
        return false;
    }
    if (aliases != NULL &&
        (!json_is_array(aliases) || !read_texts(reading, aliases, false, &field->aliases))) {
        (void)refuse(reading, "the aliases of the field \"%s\" are not a list of names", name);
        return false;
    }
    field->name = copy(reading, name);
    field->has_default = json_object_get(json, "default") != NULL;
    field->type = read_type(reading, json_object_get(json, "type"), space);
    record->field_count++;
    return field->type != NULL;
}

static bool read_fields(struct reading *reading, const json_t *json, struct avro_type *record)
{
    const json_t *list = json_object_get(json, "fields");
    const char *space = space_of(reading, record->name);
    size_t count = json_array_size(list);

    if (!json_is_array(list) || count > AVRO_FIELDS_MAX) {
        (void)refuse(reading, "the record \"%s\" has no list of at most 1024 fields", record->name);
        return false;
    }
    record->fields = alloc(reading, count * sizeof(*record->fields));
    if (record->fields == NULL || space == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!read_field(reading, json_array_get(list, i), space, record))
            return false;
    }
    return true;
}

static bool read_enum(struct reading *reading, const json_t *json, struct avro_type *type)
{
    const json_t *symbols = json_object_get(json, "symbols");
    const json_t *fallback = json_object_get(json, "default");

    if (!json_is_array(symbols) || !read_texts(reading, symbols, true, &type->symbols)) {
        (void)refuse(reading, "the enum \"%s\" has no list of symbols", type->name);
        return false;
    }
    if (fallback == NULL)
        return true;
    for (size_t i = 0; json_is_string(fallback) && i < type->symbols.count; i++) {
        if (strcmp(type->symbols.items[i], json_string_value(fallback)) == 0)
            type->fallback = type->symbols.items[i];
    }
    if (type->fallback == NULL)
        (void)refuse(reading, "the default of the enum \"%s\" is none of its symbols", type->name);
    return type->fallback != NULL;
}

static bool read_fixed(struct reading *reading, const json_t *json, struct avro_type *type)
{
    const json_t *size = json_object_get(json, "size");

    type->size = json_integer_value(size);
    if (json_is_integer(size) && type->size >= 0 && type->size <= INT32_MAX)
        return true;
    (void)refuse(reading, "the fixed \"%s\" has no size in 0 .. 2147483647", type->name);
    return false;
}

static const struct avro_type *read_named(
    struct reading *reading, const json_t *json, enum avro_kind kind, const char *space)
{
    const char *name = json_string_value(json_object_get(json, "name"));
    const char *own_space = json_string_value(json_object_get(json, "namespace"));
    struct avro_type *type;
    bool good = false;

    if (name == NULL || !is_name(name, true) || primitive_of(name) != NULL)
        return refuse(reading, "\"%s\" is no name for a type", name != NULL ? name : "(nothing)");
    if (own_space != NULL && own_space[0] != '\0' && !is_name(own_space, true))
        return refuse(reading, "\"%s\" is no namespace", own_space);
    type = new_type(reading, kind);
    if (type == NULL)
        return NULL;
    type->name = full_name(reading, name, own_space != NULL ? own_space : space);
    if (type->name == NULL || !read_aliases(reading, json, type))
        return NULL;
    if (find_named(reading, type->name) != NULL)
        return refuse(reading, "the name \"%s\" is given twice", type->name);
    if (reading->named_count == AVRO_NAMED_MAX)
        return refuse(reading, "it has more than 512 named types");
    reading->sources[reading->named_count] = json;
    reading->named[reading->named_count++] = type; /* From here on it may contain itself. */

    if (kind == AVRO_RECORD)
        good = read_fields(reading, json, type);
    if (kind == AVRO_ENUM)
        good = read_enum(reading, json, type);
    if (kind == AVRO_FIXED)
        good = read_fixed(reading, json, type);
    return good ? type : NULL;
}

/* --- What has none --------------------------------------------------------------------------- */

static bool is_same_branch(const struct avro_type *a, const struct avro_type *b)
{
    return a->kind == b->kind && (a->name == NULL || strcmp(a->name, b->name) == 0);
}

static const struct avro_type *read_union(
    struct reading *reading, const json_t *json, const char *space)
{
    struct avro_type *type = new_type(reading, AVRO_UNION);
    size_t count = json_array_size(json);

    if (type == NULL)
        return NULL;
    if (count > AVRO_FIELDS_MAX)
        return refuse(reading, "a union of more than 1024 branches");
    type->inner = alloc(reading, count * sizeof(struct avro_type *));
    for (size_t i = 0; type->inner != NULL && i < count; i++) {
        const struct avro_type *branch = read_type(reading, json_array_get(json, i), space);

        if (branch == NULL)
            return NULL;
        if (branch->kind == AVRO_UNION)
            return refuse(reading, "a union stands in a union");
        for (size_t j = 0; j < i; j++) {
            if (is_same_branch(type->inner[j], branch))
                return refuse(reading, "a union has \"%s\" twice",
                    branch->name != NULL ? branch->name : avro_kind_words[branch->kind]);
        }
        type->inner[i] = branch;
        type->inner_count = i + 1;
    }
    return type->inner != NULL ? type : NULL;
}

static const struct avro_type *read_container(
    struct reading *reading, const json_t *inner, enum avro_kind kind, const char *space)
{
    struct avro_type *type = new_type(reading, kind);

    if (type == NULL)
        return NULL;
    if (inner == NULL)
        return refuse(reading, "the %s does not say of what", avro_kind_words[kind]);
    type->inner = alloc(reading, sizeof(struct avro_type *));
    if (type->inner == NULL)
        return NULL;
    type->inner[0] = read_type(reading, inner, space);
    type->inner_count = 1;
    return type->inner[0] != NULL ? type : NULL;
}

static const struct avro_type *read_object(
    struct reading *reading, const json_t *json, const char *space)
{
    const json_t *type = json_object_get(json, "type");
    const char *word = json_string_value(type);

    if (type == NULL)
        return refuse(reading, "an object has no type");
    if (word == NULL)
        return read_type(reading, type, space);
    if (strcmp(word, "record") == 0 || strcmp(word, "error") == 0)
        return read_named(reading, json, AVRO_RECORD, space);
    if (strcmp(word, "enum") == 0)
        return read_named(reading, json, AVRO_ENUM, space);
    if (strcmp(word, "fixed") == 0)
        return read_named(reading, json, AVRO_FIXED, space);
    if (strcmp(word, "array") == 0)
        return read_container(reading, json_object_get(json, "items"), AVRO_ARRAY, space);
    if (strcmp(word, "map") == 0)
        return read_container(reading, json_object_get(json, "values"), AVRO_MAP, space);
    return read_reference(reading, word, space);
}

static const struct avro_type *read_type(
    struct reading *reading, const json_t *json, const char *space)
{
    const struct avro_type *type;

    if (reading->depth == AVRO_DEPTH_MAX)
        return refuse(reading, "it nests more than 64 levels");
    reading->depth++;
    if (json_is_string(json))
        type = read_reference(reading, json_string_value(json), space);
    else if (json_is_array(json))
        type = read_union(reading, json, space);
    else if (json_is_object(json))
        type = read_object(reading, json, space);
    else
        type = refuse(reading, "a type is neither a name, an object nor a list");
    reading->depth--;
    return type;
}

/* --- Defaults -------------------------------------------------------------------------------- */

static bool is_default(const struct avro_type *type, const json_t *json, int depth);

static bool is_symbol(const struct avro_type *type, const char *text)
{
    for (size_t i = 0; i < type->symbols.count; i++) {
        if (strcmp(type->symbols.items[i], text) == 0)
            return true;
    }
    return false;
}

static bool is_default_record(const struct avro_type *type, const json_t *json, int depth)
{
    for (size_t i = 0; i < type->field_count; i++) {
        const json_t *member = json_object_get(json, type->fields[i].name);

        /* A field's own default is looked at where the field is. */
        if (member == NULL ? !type->fields[i].has_default
                           : !is_default(type->fields[i].type, member, depth))
            return false;
    }
    return true;
}

static bool is_default_all(const struct avro_type *type, const json_t *json, int depth)
{
    const char *key;
    json_t *member;

    if (type->kind == AVRO_MAP) {
        json_object_foreach((json_t *)json, key, member)
        {
            if (!is_default(type->inner[0], member, depth))
                return false;
        }
        return true;
    }
    for (size_t i = 0; i < json_array_size(json); i++) {
        if (!is_default(type->inner[0], json_array_get(json, i), depth))
            return false;
    }
    return true;
}

static bool is_default_union(const struct avro_type *type, const json_t *json, int depth)
{
    for (size_t i = 0; i < type->inner_count; i++) {
        if (is_default(type->inner[i], json, depth))
            return true;
    }
    return false;
}

static bool is_default(const struct avro_type *type, const json_t *json, int depth)
{
    if (depth == AVRO_DEPTH_MAX)
        return false;
    switch (type->kind) {
    case AVRO_NULL:
        return json_is_null(json);
    case AVRO_BOOLEAN:
        return json_is_boolean(json);
    case AVRO_INT:
        return json_is_integer(json) && json_integer_value(json) >= INT32_MIN &&
               json_integer_value(json) <= INT32_MAX;
    case AVRO_LONG:
        return json_is_integer(json);
    case AVRO_FLOAT:
    case AVRO_DOUBLE:
        return json_is_number(json);
    case AVRO_BYTES:
    case AVRO_STRING:
    case AVRO_FIXED:
        return json_is_string(json);
    case AVRO_ENUM:
        return json_is_string(json) && is_symbol(type, json_string_value(json));
    case AVRO_RECORD:
        return json_is_object(json) && is_default_record(type, json, depth + 1);
    case AVRO_ARRAY:
        return json_is_array(json) && is_default_all(type, json, depth + 1);
    case AVRO_MAP:
        return json_is_object(json) && is_default_all(type, json, depth + 1);
    case AVRO_UNION:
        return is_default_union(type, json, depth + 1);
    case AVRO_KIND_COUNT:
        break;
    }
    assert(false);
    return false;
}

/* Last of all, when every record knows its fields. */
static void check_defaults(struct reading *reading)
{
    for (int i = 0; i < reading->named_count; i++) {
        const struct avro_type *type = reading->named[i];
        const json_t *fields = json_object_get(reading->sources[i], "fields");

        for (size_t j = 0; j < type->field_count; j++) {
            const json_t *json = json_object_get(json_array_get(fields, j), "default");

            if (json != NULL && !is_default(type->fields[j].type, json, 0))
                (void)refuse(reading, "the default of the field \"%s\" is not of its type",
                    type->fields[j].name);
        }
    }
}

const struct avro_type *avro_read(
    const char *text, size_t size, struct fy_arena *arena, const char **ret_words)
{
    struct reading reading = {.arena = arena};
    const struct avro_type *type = NULL;
    json_error_t error;
    json_t *json;

    if (size > AVRO_TEXT_BYTES_MAX) {
        *ret_words = "it is larger than 262144 bytes";
        return NULL;
    }
    json = json_loadb(text, size, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (json == NULL) {
        *ret_words = "the schema is not valid JSON";
        return NULL;
    }
    type = read_type(&reading, json, "");
    if (type != NULL)
        check_defaults(&reading);
    json_decref(json);
    *ret_words = reading.words;
    return reading.words == NULL ? type : NULL;
}
