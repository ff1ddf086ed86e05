#include "schemas/generator/model.h"

#include <stdlib.h>
#include <string.h>

/* Attributes of a field: Avro's own, then ours. Another one is a slip of the pen. */
static const char *const field_attributes[] = {
    "name",
    "type",
    "doc",
    "default",
    "edge",
    "sku",
    "chars",
    "min",
    "max",
    "min_bytes",
    "max_bytes",
    "min_items",
    "max_items",
};

static const char *const record_attributes[] = {
    "type",
    "name",
    "namespace",
    "doc",
    "fields",
    "one_of",
    "symbols",
    "size",
};

static const char *const chars_words[] = {"hex", "sku", "upper", "uuid"};

static const char *const keywords[] = {
    "auto",
    "break",
    "case",
    "char",
    "const",
    "continue",
    "default",
    "do",
    "double",
    "else",
    "enum",
    "extern",
    "float",
    "for",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "register",
    "restrict",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "struct",
    "switch",
    "typedef",
    "union",
    "unsigned",
    "void",
    "volatile",
    "while",
    "bool",
    "true",
    "false",
};

static bool among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

#define AMONG(word, words) among((word), (words), sizeof(words) / sizeof((words)[0]))

static bool good_name(const char *name)
{
    return name[0] >= 'a' && name[0] <= 'z' &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name) &&
           strncmp(name, "has_", 4) != 0;
}

static void check_attributes(const char *path,
    const char *where,
    const json_t *json,
    const char *const *known,
    size_t known_count)
{
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)json, key, value) if (!among(key, known, known_count))
        refuse(path, where, "the attribute \"%s\" is not one of ours", key);
}

static void check_number(
    const char *path, const char *where, const struct field *field, const char *key, bool fits)
{
    const json_t *value = json_object_get(field->json, key);

    if (value == NULL)
        return;
    if (!fits)
        refuse(path, where, "\"%s\" does not apply to a field of this type", key);
    if (!json_is_integer(value))
        refuse(path, where, "\"%s\" must be an integer", key);
    if (strstr(key, "_") != NULL && json_integer_value(value) < 0)
        refuse(path, where, "\"%s\" must be at least 0", key);
}

static void check_order(const char *path,
    const char *where,
    const struct field *field,
    const char *low,
    const char *high)
{
    const json_t *least = json_object_get(field->json, low);
    const json_t *most = json_object_get(field->json, high);

    if (least != NULL && most != NULL && json_integer_value(least) > json_integer_value(most))
        refuse(path, where, "\"%s\" is above \"%s\"", low, high);
}

static void check_limits(const char *path, const char *where, const struct field *field)
{
    bool number = field->kind == KIND_INT || field->kind == KIND_LONG;
    bool text = field->kind == KIND_STRING || field->kind == KIND_BYTES;
    const json_t *chars = json_object_get(field->json, "chars");

    check_number(path, where, field, "min", number);
    check_number(path, where, field, "max", number);
    check_number(path, where, field, "min_bytes", text);
    check_number(path, where, field, "max_bytes", text);
    check_number(path, where, field, "min_items", field->array);
    check_number(path, where, field, "max_items", field->array);
    check_order(path, where, field, "min", "max");
    check_order(path, where, field, "min_bytes", "max_bytes");
    check_order(path, where, field, "min_items", "max_items");

    if (chars != NULL && field->kind != KIND_STRING)
        refuse(path, where, "\"chars\" does not apply to a field of this type");
    if (chars != NULL && (!json_is_string(chars) || !AMONG(json_string_value(chars), chars_words)))
        refuse(path, where, "\"chars\" must be hex, sku, upper or uuid");
    if (json_object_get(field->json, "sku") != NULL && field->kind != KIND_STRING)
        refuse(path, where, "\"sku\" does not apply to a field of this type");
}

static void check_default(const char *path, const char *where, const struct field *field)
{
    const json_t *value = json_object_get(field->json, "default");
    bool good = true;

    if (value == NULL)
        return;
    if (field->nullable)
        good = json_is_null(value);
    else if (field->array)
        good = json_is_array(value) && json_array_size(value) == 0;
    else if (field->kind == KIND_BOOLEAN)
        good = json_is_boolean(value);
    else if (field->kind == KIND_INT || field->kind == KIND_LONG)
        good = json_is_integer(value);
    else if (field->kind == KIND_FLOAT || field->kind == KIND_DOUBLE)
        good = json_is_number(value);
    else if (field->kind == KIND_STRING || field->kind == KIND_ENUM)
        good = json_is_string(value);
    else
        refuse(
            path, where, "a default of bytes, fixed or record is more than the generator can do");
    if (!good)
        refuse(path, where, "the default must be %s",
            field->nullable ? "null" : "a value of the field's type (an array: [])");
}

void check_field(const struct file *file, const struct named *record, const struct field *field)
{
    const char *where = text_of("%s.%s", record->name, field->name);

    if (!good_name(field->name) || AMONG(field->name, keywords)) {
        refuse(file->path, where,
            "a field's name is a-z, 0-9 and _, begins with a letter, not with has_, and is no word "
            "of C");
    }
    if (field->doc == NULL || field->doc[0] == '\0')
        refuse(file->path, where, "a field needs a \"doc\"");
    check_attributes(file->path, where, field->json, field_attributes,
        sizeof(field_attributes) / sizeof(field_attributes[0]));
    check_limits(file->path, where, field);
    check_default(file->path, where, field);
}

/* A payload is a nullable record; exactly one is set, so another record beside them is a mistake.
 */
static void check_one_of(const struct file *file, const struct named *record)
{
    int payloads = 0;

    if (!record->one_of)
        return;
    if (!record->is_root)
        refuse(file->path, record->name, "\"one_of\" is for the schema of a file only");
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->kind != KIND_RECORD || strcmp(field->named->full_name, "fy.Envelope") == 0)
            continue;
        if (!field->nullable || field->array)
            refuse(file->path, text_of("%s.%s", record->name, field->name),
                "a record of a \"one_of\" must be [\"null\", record] with default null");
        payloads++;
    }
    if (payloads == 0)
        refuse(file->path, record->name, "a \"one_of\" needs at least one [\"null\", record]");
}

static void check_named(const struct file *file, const struct named *named)
{
    if (named->doc == NULL || named->doc[0] == '\0')
        refuse(file->path, named->name, "a named type needs a \"doc\"");
    if (named->name[0] < 'A' || named->name[0] > 'Z')
        refuse(file->path, named->name, "the name of a type is CamelCase");
    check_attributes(file->path, named->name, named->json, record_attributes,
        sizeof(record_attributes) / sizeof(record_attributes[0]));
    if (named->kind == KIND_ENUM && json_array_size(json_object_get(named->json, "symbols")) == 0)
        refuse(file->path, named->name, "an enum needs \"symbols\"");
    if (named->depth > DEPTH_MAX)
        refuse(file->path, named->name, "records nest deeper than %d", DEPTH_MAX);
    for (int i = 0; i < named->field_count; i++)
        check_field(file, named, &named->fields[i]);
    check_one_of(file, named);
}

/* What a client sends must be bounded by the schema, or the edge takes anything. */
static void check_bounded(const struct named *record)
{
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const char *where = text_of("%s.%s", record->name, field->name);
        const json_t *json = field->json;

        if (json_is_true(json_object_get(json, "edge")))
            continue;
        if (field->kind == KIND_RECORD)
            check_bounded(field->named);
        if (field->kind == KIND_STRING && json_object_get(json, "max_bytes") == NULL)
            refuse(record->home->path, where, "a string that a client sets needs \"max_bytes\"");
        if ((field->kind == KIND_INT || field->kind == KIND_LONG) &&
            json_object_get(json, "min") == NULL)
            refuse(record->home->path, where, "a number that a client sets needs \"min\"");
        if (field->array && json_object_get(json, "max_items") == NULL)
            refuse(record->home->path, where, "an array that a client sets needs \"max_items\"");
    }
}

static void check_first(const struct file *file,
    int index,
    const char *name,
    const char *full_name,
    bool nullable,
    const char *rule)
{
    const struct named *root = file->root;
    const struct field *field = &root->fields[index];

    if (index >= root->field_count || strcmp(field->name, name) != 0 || field->named == NULL ||
        strcmp(field->named->full_name, full_name) != 0 || field->nullable != nullable ||
        field->array)
        refuse(file->path, text_of("%s.%s", root->name, name), "%s", rule);
}

static void check_topic(const struct topic *topic)
{
    static const char row_rule[] = "a CHANGELOG schema begins with position [null, "
                                   "fy.TaskPosition] and parked [null, fy.ParkedKey]";

    if (strcmp(topic->kind, "CHANGELOG") == 0) {
        check_first(topic->file, 0, "position", "fy.TaskPosition", true, row_rule);
        check_first(topic->file, 1, "parked", "fy.ParkedKey", true, row_rule);
    }
    if (strcmp(topic->kind, "FACT") == 0 || strcmp(topic->kind, "EVENT") == 0 ||
        strcmp(topic->kind, "REQUEST") == 0)
        check_first(topic->file, 0, "envelope", "fy.Envelope", false,
            "a FACT, EVENT or REQUEST schema begins with envelope fy.Envelope");
    if (strcmp(topic->kind, "FACT") == 0)
        check_bounded(topic->file->root);
}

void check_rules(const struct model *model)
{
    for (int i = 0; i < model->file_count; i++)
        for (int j = 0; j < model->files[i].local_count; j++)
            check_named(&model->files[i], model->files[i].locals[j]);
    for (int i = 0; i < model->topic_count; i++)
        check_topic(&model->topics[i]);
}
