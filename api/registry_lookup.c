/*
 * registry_lookup.c - is this one of our schemas? jansson is touched here and in
 * schemas/generator/.
 */
#include "api/registry.h"
#include "schemas/codec/codec.h"

#include <assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct registry {
    char **texts; /* Normalised, by id - 1. jansson's heap. */
    size_t count;
};

enum {
    NAME_BYTES_MAX = 512
}; /* Of a name with its namespace. Longer ones are no schema of ours. */

/*
 * The deepest schema that is looked at. Ours nest 12 levels; jansson itself reads 2,048, which our
 * recursion need not follow.
 */
enum { SCHEMA_DEPTH_MAX = 64 };

static json_t *normal(const json_t *type, const char *space, int depth);

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(text, words[i]) == 0)
            return true;
    }
    return false;
}

static bool is_primitive(const char *name)
{
    static const char *const names[] = {
        "null", "boolean", "int", "long", "float", "double", "bytes", "string"};

    return is_one_of(name, names, sizeof(names) / sizeof(names[0]));
}

static bool is_named_kind(const char *kind)
{
    static const char *const kinds[] = {"record", "error", "enum", "fixed"};

    return is_one_of(kind, kinds, sizeof(kinds) / sizeof(kinds[0]));
}

/* A name with its namespace. NULL when it is too long. */
static const char *full_name(const char *name, const char *space, char buffer[NAME_BYTES_MAX])
{
    int length;

    if (strchr(name, '.') != NULL || space[0] == '\0')
        length = snprintf(buffer, NAME_BYTES_MAX, "%s", name);
    else
        length = snprintf(buffer, NAME_BYTES_MAX, "%s.%s", space, name);
    return length > 0 && length < NAME_BYTES_MAX ? buffer : NULL;
}

static json_t *normal_name(const char *name, const char *space)
{
    char buffer[NAME_BYTES_MAX];
    const char *full = is_primitive(name) ? name : full_name(name, space, buffer);

    return full != NULL ? json_string(full) : NULL;
}

/* Each element by `each`; NULL when one of them has no normal form. */
static json_t *normal_list(const json_t *list,
    const char *space,
    int depth,
    json_t *(*each)(const json_t *element, const char *space, int depth))
{
    json_t *result = json_array();

    for (size_t i = 0; result != NULL && i < json_array_size(list); i++) {
        json_t *element = each(json_array_get(list, i), space, depth);

        if (element == NULL || json_array_append_new(result, element) != 0) {
            json_decref(result);
            return NULL;
        }
    }
    return result;
}

static json_t *normal_field(const json_t *field, const char *space, int depth)
{
    json_t *type = normal(json_object_get(field, "type"), space, depth);
    json_t *result;

    if (type == NULL)
        return NULL;
    result = json_copy((json_t *)field); /* Shallow; the original stays as it is. */
    if (result == NULL || json_object_set_new(result, "type", type) != 0) {
        json_decref(result);
        return NULL;
    }
    return result;
}

/* Set `name` of `result` to the normal form of what it holds. False when there is none. */
static bool set_normal(json_t *result, const char *name, json_t *value)
{
    return value != NULL && json_object_set_new(result, name, value) == 0;
}

static bool normalise_named(json_t *result, int depth, const char *space)
{
    const char *name = json_string_value(json_object_get(result, "name"));
    const json_t *own_space = json_object_get(result, "namespace");
    json_t *fields = json_object_get(result, "fields");
    char full[NAME_BYTES_MAX];
    char inner[NAME_BYTES_MAX];
    char *dot;

    if (json_is_string(own_space))
        space = json_string_value(own_space);
    if (name == NULL || full_name(name, space, full) == NULL)
        return false;
    memcpy(inner, full, sizeof(inner));
    dot = strrchr(inner, '.');
    if (dot == NULL)
        inner[0] = '\0';
    else
        *dot = '\0';

    if (json_object_set_new(result, "name", json_string(full)) != 0)
        return false;
    (void)json_object_del(result, "namespace"); /* It is in the name now. */
    if (fields != NULL)
        return set_normal(result, "fields", normal_list(fields, inner, depth, normal_field));
    return true;
}

static json_t *normal_object(const json_t *object, const char *space, int depth)
{
    const json_t *type = json_object_get(object, "type");
    const char *kind = json_string_value(type);
    json_t *result;
    bool good;

    if (type == NULL)
        return NULL;
    result = json_copy((json_t *)object);
    if (result == NULL)
        return NULL;

    if (kind != NULL && is_named_kind(kind)) {
        good = normalise_named(result, depth, space);
    } else if (kind != NULL && strcmp(kind, "array") == 0) {
        good = set_normal(result, "items", normal(json_object_get(object, "items"), space, depth));
    } else if (kind != NULL && strcmp(kind, "map") == 0) {
        good =
            set_normal(result, "values", normal(json_object_get(object, "values"), space, depth));
    } else {
        json_t *inner = normal(type, space, depth);

        if (inner != NULL && json_object_size(object) == 1) {
            json_decref(result);
            return inner; /* {"type": "string"} is "string". */
        }
        good = set_normal(result, "type", inner);
    }
    if (!good) {
        json_decref(result);
        return NULL;
    }
    return result;
}

/* NULL for what is no schema. A new reference. */
static json_t *normal(const json_t *type, const char *space, int depth)
{
    if (type == NULL || depth >= SCHEMA_DEPTH_MAX)
        return NULL;
    if (json_is_string(type))
        return normal_name(json_string_value(type), space);
    if (json_is_array(type))
        return normal_list(type, space, depth + 1, normal);
    if (json_is_object(type))
        return normal_object(type, space, depth + 1);
    return NULL;
}

/* NULL and words when it is no schema. To be freed. */
static char *normal_text(const char *text, size_t size, const char **ret_words)
{
    json_error_t error;
    json_t *tree = json_loadb(text, size, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    json_t *form;
    char *result = NULL;

    if (tree == NULL) {
        *ret_words = "the schema is not valid JSON";
        return NULL;
    }
    form = normal(tree, "", 0);
    if (form != NULL)
        result = json_dumps(form, JSON_SORT_KEYS | JSON_COMPACT | JSON_ENCODE_ANY);
    if (result == NULL)
        *ret_words = "the schema is not an Avro schema";
    json_decref(form);
    json_decref(tree);
    return result;
}

enum fy_status registry_new(struct registry **ret_registry, struct fy_err *err)
{
    struct registry *registry = calloc(1, sizeof(*registry));
    const char *words = NULL;

    if (registry == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the registry");
    registry->texts = calloc(fy_schemas_count + 1, sizeof(char *));
    if (registry->texts == NULL) {
        free(registry);
        return fy_fail(err, FY_FATAL, "no memory for the registry");
    }
    for (size_t i = 0; i < fy_schemas_count; i++) {
        const char *text = fy_schemas[i]->text;

        assert(fy_schemas[i]->id == (int32_t)i + 1);
        registry->texts[i] = normal_text(text, strlen(text), &words);
        registry->count = i + 1;
        if (registry->texts[i] == NULL) {
            registry_free(registry);
            return fy_fail(err, FY_FATAL, "schema %zu cannot be served: %s", i + 1, words);
        }
    }
    *ret_registry = registry;
    return FY_OK;
}

void registry_free(struct registry *registry)
{
    if (registry == NULL)
        return;
    for (size_t i = 0; i < registry->count; i++)
        free(registry->texts[i]);
    free(registry->texts);
    free(registry);
}

static enum registry_found find_text(
    const struct registry *registry, const json_t *schema, int32_t *ret_id, const char **ret_words)
{
    char *text;
    enum registry_found found = REGISTRY_UNKNOWN;

    if (!json_is_string(schema) || json_string_length(schema) == 0) {
        *ret_words = "there is no schema";
        return REGISTRY_BAD_SCHEMA;
    }
    text = normal_text(json_string_value(schema), json_string_length(schema), ret_words);
    if (text == NULL)
        return REGISTRY_BAD_SCHEMA;
    for (size_t i = 0; i < registry->count && found == REGISTRY_UNKNOWN; i++) {
        if (strcmp(text, registry->texts[i]) == 0) {
            *ret_id = (int32_t)i + 1;
            found = REGISTRY_FOUND;
        }
    }
    free(text);
    return found;
}

enum registry_found registry_find(
    const struct registry *registry, struct fy_slice body, int32_t *ret_id, const char **ret_words)
{
    json_error_t error;
    json_t *tree = body.size > 0 ? json_loadb((const char *)body.data, body.size,
                                       JSON_REJECT_DUPLICATES, &error)
                                 : NULL;
    const json_t *kind = json_object_get(tree, "schemaType");
    enum registry_found found;

    if (!json_is_object(tree)) {
        found = REGISTRY_BAD_BODY;
    } else if (kind != NULL && !json_is_null(kind) &&
               (!json_is_string(kind) || strcmp(json_string_value(kind), "AVRO") != 0)) {
        *ret_words = "schemas here are of type AVRO";
        found = REGISTRY_BAD_SCHEMA;
    } else {
        found = find_text(registry, json_object_get(tree, "schema"), ret_id, ret_words);
    }
    json_decref(tree);
    return found;
}

bool registry_member(
    struct fy_slice body, const char *member, struct fy_arena *arena, struct fy_slice *ret_text)
{
    json_error_t error;
    json_t *tree = body.size > 0 ? json_loadb((const char *)body.data, body.size,
                                       JSON_REJECT_DUPLICATES, &error)
                                 : NULL;
    const json_t *got = json_object_get(tree, member);

    *ret_text = (struct fy_slice){0};
    if (json_is_string(got))
        *ret_text = fy_arena_copy(arena, fy_slice_of(json_string_value(got)));
    json_decref(tree);
    return ret_text->data != NULL;
}
