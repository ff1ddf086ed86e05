#include "schemas/generator/model.h"

#include <avro.h>
#include <string.h>

/* Definitions that stand in the text already, by full name. */
struct defined {
    const char *names[NAMED_MAX];
    int count;
};

static bool define_once(struct defined *defined, const char *full_name)
{
    for (int i = 0; i < defined->count; i++)
        if (strcmp(defined->names[i], full_name) == 0)
            return false;
    defined->names[defined->count++] = full_name;
    return true;
}

static const struct named *named_as(
    const struct model *model, const char *name, const char *namespace_name)
{
    const char *full = strchr(name, '.') != NULL ? name : text_of("%s.%s", namespace_name, name);

    for (int i = 0; i < model->named_count; i++)
        if (strcmp(model->named[i]->full_name, full) == 0)
            return model->named[i];
    return NULL;
}

/* A copy of `type` in which the first use of another file's type is that type itself. */
static json_t *inlined(
    const struct model *model, const struct file *file, json_t *type, struct defined *defined)
{
    const char *space = json_string_value(json_object_get(file->json, "namespace"));
    json_t *copy;
    json_t *member;
    const char *key;
    size_t index;

    if (json_is_string(type)) {
        const struct named *named = named_as(model, json_string_value(type), space);

        if (named == NULL)
            return json_copy(type);
        if (named->home != file && define_once(defined, named->full_name))
            return inlined(model, named->home, named->json, defined);
        return json_string(named->full_name);
    }
    if (json_is_array(type)) {
        copy = json_array();
        json_array_foreach(type, index, member)
            json_array_append_new(copy, inlined(model, file, member, defined));
        return copy;
    }
    copy = json_object();
    json_object_foreach(type, key, member)
    {
        bool nested =
            strcmp(key, "type") == 0 || strcmp(key, "items") == 0 || strcmp(key, "values") == 0;

        if (strcmp(key, "fields") == 0) {
            json_t *fields = json_array();
            json_t *field;

            json_array_foreach(member, index, field)
                json_array_append_new(fields, inlined(model, file, field, defined));
            json_object_set_new(copy, key, fields);
        } else {
            json_object_set_new(
                copy, key, nested ? inlined(model, file, member, defined) : json_deep_copy(member));
        }
    }
    return copy;
}

void make_text(const struct model *model, struct file *file)
{
    struct defined defined = {0};
    json_t *json = inlined(model, file, file->json, &defined);
    avro_schema_t schema;

    file->text = json_dumps(json, JSON_COMPACT | JSON_ENSURE_ASCII);
    if (file->text == NULL)
        refuse(file->path, NULL, "the self-contained text could not be made");
    if (avro_schema_from_json_length(file->text, strlen(file->text), &schema) != 0)
        refuse(file->path, NULL, "Avro refuses the self-contained text: %s", avro_strerror());
    (void)avro_schema_decref(schema);
    json_decref(json);
}
