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
    "aliases",
    "personal",
};

static const char *const record_attributes[] = {
    "type",
    "name",
    "namespace",
    "doc",
    "fields",
    "one_of",
    "body",
    "symbols",
    "size",
    "aliases",
    "default",
    "logicalType",
    "precision",
    "scale",
};

static const char *const chars_words[] = {"digit", "hex", "path", "sku", "upper", "uuid"};

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
        broken(path, where, "attribute", "the attribute \"%s\" is not one of ours", key);
}

static void check_number(
    const char *path, const char *where, const struct field *field, const char *key, bool fits)
{
    const json_t *value = json_object_get(field->json, key);

    if (value == NULL)
        return;
    if (!fits)
        broken(path, where, "limit", "\"%s\" does not apply to a field of this type", key);
    if (!json_is_integer(value))
        broken(path, where, "limit", "\"%s\" must be an integer", key);
    if (strstr(key, "_") != NULL && json_integer_value(value) < 0)
        broken(path, where, "limit", "\"%s\" must be at least 0", key);
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
        broken(path, where, "limit", "\"%s\" is above \"%s\"", low, high);
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
        broken(path, where, "limit", "\"chars\" does not apply to a field of this type");
    if (chars != NULL && (!json_is_string(chars) || !AMONG(json_string_value(chars), chars_words)))
        broken(path, where, "limit", "\"chars\" must be digit, hex, path, sku, upper or uuid");
    if (json_object_get(field->json, "sku") != NULL && field->kind != KIND_STRING)
        broken(path, where, "limit", "\"sku\" does not apply to a field of this type");
}

/* The literal is made again when it is emitted; here it says what is wrong before a number is
 * given. */
static void check_default(const char *path, const char *where, const struct field *field)
{
    const json_t *value = json_object_get(field->json, "default");

    if (value == NULL)
        return;
    if (field->nullable && !json_is_null(value))
        broken(path, where, "default", "the default must be null, the first of its union");
    if (!field->nullable)
        (void)literal_of(path, where, field, value);
}

static void check_aliases(const char *path, const char *where, const json_t *json)
{
    const json_t *aliases = json_object_get(json, "aliases");
    const json_t *alias;
    size_t index;

    if (aliases != NULL && !json_is_array(aliases))
        broken(path, where, "alias", "\"aliases\" must be an array of names");
    json_array_foreach(aliases, index, alias) if (!json_is_string(alias))
        broken(path, where, "alias", "\"aliases\" must be an array of names");
}

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name);
    size_t tail = strlen(end);

    if (length == tail)
        return strcmp(name, end) == 0;
    return length > tail && name[length - tail - 1] == '_' &&
           strcmp(name + length - tail, end) == 0;
}

static bool is_about(const char *name, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ends_with(name, words[i]))
            return true;
    return false;
}

#define IS_ABOUT(name, words) is_about((name), (words), sizeof(words) / sizeof((words)[0]))

/* A long of minor units with its currency beside it: fy.Money, or a record that has both itself. */
static void check_money(const struct file *file,
    const char *where,
    const struct named *record,
    const struct field *field)
{
    static const char *const amounts[] = {"price", "amount", "total", "fee", "refund", "money"};
    bool currency = false;

    if (field->kind != KIND_RECORD && IS_ABOUT(field->name, amounts))
        broken(file->path, where, "money",
            "an amount of money is fy.Money, or a long called *_minor with its currency");
    if (!ends_with(field->name, "minor"))
        return;
    for (int i = 0; i < record->field_count; i++)
        currency = currency || (ends_with(record->fields[i].name, "currency") &&
                                   record->fields[i].kind == KIND_STRING);
    if (field->kind != KIND_LONG || !currency)
        broken(file->path, where, "money",
            "minor units are a long, with a string \"currency\" in the same record");
}

/* Times are long milliseconds, UTC, and are called so. How long something takes is no time. */
static void check_time(const struct file *file, const char *where, const struct field *field)
{
    static const char *const times[] = {"time", "at", "date", "timestamp", "us", "ns"};
    bool millis = field->logical != NULL && strcmp(field->logical, "timestamp-millis") == 0;
    bool named = ends_with(field->name, "ms");

    if (ends_with(field->name, "for_ms"))
        named = false;
    if (named != millis || (millis && field->kind != KIND_LONG)) {
        broken(file->path, where, "time",
            "a time is a long of logicalType timestamp-millis called *_ms; a length of time is "
            "called *_for_ms");
    }
    if (!millis && IS_ABOUT(field->name, times) && field->kind != KIND_RECORD &&
        (field->logical == NULL || strcmp(field->logical, "date") != 0))
        broken(file->path, where, "time",
            "a time is a long of logicalType timestamp-millis called *_ms, a day an int of date");
}

static void check_logical(const struct file *file, const char *where, const struct field *field)
{
    static const struct {
        const char *word;
        enum kind kind;
    } known[] = {
        {"uuid", KIND_STRING},
        {"timestamp-millis", KIND_LONG},
        {"date", KIND_INT},
        {"time-millis", KIND_INT},
        {"decimal", KIND_BYTES},
        {"decimal", KIND_FIXED},
    };
    bool good = field->logical == NULL;

    for (size_t i = 0; !good && i < sizeof(known) / sizeof(known[0]); i++)
        good = strcmp(known[i].word, field->logical) == 0 && known[i].kind == field->kind;
    if (!good) {
        broken(file->path, where, "logical-type",
            "\"%s\" is none of uuid (string), timestamp-millis (long), date, time-millis (int), "
            "decimal (bytes, fixed)",
            field->logical);
    }
    if (field->logical != NULL && strcmp(field->logical, "decimal") == 0 &&
        json_integer_value(json_object_get(field->type, "precision")) < 1)
        broken(file->path, where, "logical-type", "a decimal needs a \"precision\"");
}

/* A file that says "body" is what clients send and nobody writes down: it has no topic. */
static bool is_body(const struct file *file)
{
    return json_is_true(json_object_get(file->root->json, "body"));
}

/* Whose record goes by the name Encrypted holds ciphertext, which a lost key makes nobody's. */
static void check_personal(const struct file *file,
    const char *where,
    const struct named *record,
    const struct field *field)
{
    static const char *const words[] = {"email", "phone", "address", "street", "postcode", "city",
        "surname", "first_name", "last_name", "full_name", "birthday", "iban", "card_number",
        "password", "password_hash", "token", "secret"};
    bool inside = ends_with(record->c_name, "encrypted");
    bool sealed = field->kind == KIND_RECORD && ends_with(field->named->c_name, "encrypted");
    bool branch = record->one_of && field->nullable; /* Says what is done, and to what. */
    bool personal = json_object_get(field->json, "personal") != NULL ||
                    (!branch && IS_ABOUT(field->name, words));

    if (personal && !inside && !sealed && !is_body(file))
        broken(file->path, where, "personal",
            "what is personal stands in a record called Encrypted, or is not written down");
    if (inside && field->kind != KIND_BYTES)
        broken(file->path, where, "personal", "a record called Encrypted has ciphertext: bytes");
}

/* What a name promises, its type keeps. */
static void check_meaning(
    const struct file *file, const struct named *record, const struct field *field)
{
    const char *where = text_of("%s.%s", record->name, field->name);

    check_logical(file, where, field);
    check_money(file, where, record, field);
    check_time(file, where, field);
    check_personal(file, where, record, field);
}

static void check_enum(const struct file *file, const struct named *named)
{
    json_t *symbols = json_object_get(named->json, "symbols");
    const json_t *fallback = json_object_get(named->json, "default");
    bool found = fallback == NULL;
    json_t *symbol;
    size_t index;

    if (json_array_size(symbols) == 0)
        broken(file->path, named->name, "type", "an enum needs \"symbols\"");
    json_array_foreach(symbols, index, symbol)
    {
        const char *word = json_string_value(symbol);

        if (word == NULL || strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != strlen(word))
            broken(file->path, named->name, "name", "a symbol is of A-Z, 0-9 and _");
        found = found || json_equal(symbol, fallback);
    }
    if (!found)
        broken(file->path, named->name, "default", "the default is none of the symbols");
}

/* What a field is in the end, whatever containers stand around it. */
static struct field core_of(const struct field *field)
{
    struct field core = *field;

    while (core.kind == KIND_RECORD && core.named->hidden) {
        bool array = core.array;

        core = core.named->fields[core.named->field_count - 1];
        core.array = core.array || array;
    }
    core.name = field->name;
    core.json = field->json;
    return core;
}

void check_field(const struct file *file, const struct named *record, const struct field *field)
{
    const char *where = text_of("%s.%s", record->name, field->name);
    struct field core = core_of(field);

    if (!good_name(field->name) || AMONG(field->name, keywords)) {
        broken(file->path, where, "name",
            "a field's name is a-z, 0-9 and _, begins with a letter, not with has_, and is no word "
            "of C");
    }
    if (field->doc == NULL || field->doc[0] == '\0')
        broken(file->path, where, "doc", "a field needs a \"doc\"");
    check_attributes(file->path, where, field->json, field_attributes,
        sizeof(field_attributes) / sizeof(field_attributes[0]));
    check_limits(file->path, where, &core);
    check_aliases(file->path, where, field->json);
    check_default(file->path, where, field);
    check_meaning(file, record, &core);
}

/*
 * A payload is a nullable record; exactly one is set, so another record beside them is a mistake.
 * But for the envelope, and for how a thing stands behind whatever is said of it: a Standing.
 */
static void check_one_of(const struct file *file, const struct named *record)
{
    int payloads = 0;

    if (!record->one_of)
        return;
    if (!record->is_root)
        broken(file->path, record->name, "one-of", "\"one_of\" is for the schema of a file only");
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->kind != KIND_RECORD || strcmp(field->named->full_name, "fy.Envelope") == 0)
            continue;
        if (!field->nullable && ends_with(field->named->c_name, "standing"))
            continue;
        if (!field->nullable || field->array)
            broken(file->path, text_of("%s.%s", record->name, field->name), "one-of",
                "a record of a \"one_of\" must be [\"null\", record] with default null");
        payloads++;
    }
    if (payloads == 0)
        broken(file->path, record->name, "one-of",
            "a \"one_of\" needs at least one [\"null\", record]");
}

static void check_named(const struct file *file, const struct named *named)
{
    if (named->hidden)
        return;
    if (named->doc == NULL || named->doc[0] == '\0')
        broken(file->path, named->name, "doc", "a named type needs a \"doc\"");
    if (named->name[0] < 'A' || named->name[0] > 'Z')
        broken(file->path, named->name, "name", "the name of a type is CamelCase");
    check_aliases(file->path, named->name, named->json);
    check_attributes(file->path, named->name, named->json, record_attributes,
        sizeof(record_attributes) / sizeof(record_attributes[0]));
    if (named->kind == KIND_ENUM)
        check_enum(file, named);
    if (named->depth > DEPTH_MAX)
        broken(file->path, named->name, "depth", "records nest deeper than %d", DEPTH_MAX);
    for (int i = 0; i < named->field_count; i++)
        check_field(file, named, &named->fields[i]);
    check_one_of(file, named);
}

/* What a client sends must be bounded by the schema, or the edge takes anything. */
static void check_bounded(struct named *record)
{
    if (record->bounded)
        return;
    record->bounded = true;
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const char *where = text_of("%s.%s", record->name, field->name);
        const json_t *json = field->json;

        if (json_is_true(json_object_get(json, "edge")) || strcmp(field->name, "key") == 0)
            continue;
        if (field->kind == KIND_RECORD)
            check_bounded(field->named);
        if (field->kind == KIND_STRING && json_object_get(json, "max_bytes") == NULL)
            broken(record->home->path, where, "bounded",
                "a string that a client sets needs \"max_bytes\"");
        if ((field->kind == KIND_INT || field->kind == KIND_LONG) &&
            json_object_get(json, "min") == NULL)
            broken(
                record->home->path, where, "bounded", "a number that a client sets needs \"min\"");
        if (field->array && json_object_get(json, "max_items") == NULL)
            broken(record->home->path, where, "bounded",
                "an array that a client sets needs \"max_items\"");
    }
}

static void check_first(const struct file *file,
    int index,
    const char *name,
    const char *full_name,
    bool nullable,
    const char *rule,
    const char *words)
{
    const struct named *root = file->root;
    const struct field *field = &root->fields[index];

    if (index >= root->field_count || strcmp(field->name, name) != 0 || field->named == NULL ||
        strcmp(field->named->full_name, full_name) != 0 || field->nullable != nullable ||
        field->array)
        broken(file->path, text_of("%s.%s", root->name, name), rule, "%s", words);
}

/* When it happened is said by each event, in one place. */
static void check_event_time(const struct file *file, const struct named *envelope)
{
    for (int i = 0; i < envelope->field_count; i++) {
        const struct field *field = &envelope->fields[i];

        if (strcmp(field->name, "event_ms") == 0 && field->kind == KIND_LONG && !field->nullable &&
            field->logical != NULL && strcmp(field->logical, "timestamp-millis") == 0)
            return;
    }
    broken(file->path, text_of("%s.event_ms", envelope->name), "event-time",
        "an envelope says when: event_ms, a long of logicalType timestamp-millis, never null");
}

static void check_without(const struct file *file, const struct file *body)
{
    for (int i = 0; i < file->local_count; i++) {
        const struct named *record = file->locals[i];

        for (int j = 0; j < record->field_count; j++) {
            if (record->fields[j].named != NULL && record->fields[j].named->home == body)
                broken(file->path, record->name, "body",
                    "a record of a \"body\" file is for clients; no other file may hold it");
        }
    }
}

/* A record of it in a topic would be plain text for ever. */
static void check_body(const struct model *model, const struct file *file)
{
    if (!is_body(file))
        return;
    for (int i = 0; i < model->file_count; i++)
        if (&model->files[i] != file)
            check_without(&model->files[i], file);
    for (int i = 0; i < model->topic_count; i++)
        if (model->topics[i].file == file)
            broken(file->path, file->root->name, "body", "a \"body\" file has no topic");
    check_bounded(file->root);
}

static void check_topic(const struct topic *topic)
{
    static const char row_rule[] = "a CHANGELOG schema begins with position [null, "
                                   "fy.TaskPosition] and parked [null, fy.ParkedKey]";

    if (strcmp(topic->kind, "CHANGELOG") == 0) {
        check_first(topic->file, 0, "position", "fy.TaskPosition", true, "row", row_rule);
        check_first(topic->file, 1, "parked", "fy.ParkedKey", true, "row", row_rule);
    }
    if (strcmp(topic->kind, "FACT") == 0 || strcmp(topic->kind, "EVENT") == 0 ||
        strcmp(topic->kind, "REQUEST") == 0) {
        check_first(topic->file, 0, "envelope", "fy.Envelope", false, "envelope",
            "a FACT, EVENT or REQUEST schema begins with envelope fy.Envelope");
        check_event_time(topic->file, topic->file->root->fields[0].named);
    }
    if (strcmp(topic->kind, "FACT") == 0)
        check_bounded(topic->file->root);
}

void check_rules(const struct model *model)
{
    for (int i = 0; i < model->file_count; i++)
        for (int j = 0; j < model->files[i].local_count; j++)
            check_named(&model->files[i], model->files[i].locals[j]);
    for (int i = 0; i < model->file_count; i++)
        check_body(model, &model->files[i]);
    for (int i = 0; i < model->topic_count; i++)
        check_topic(&model->topics[i]);
}
