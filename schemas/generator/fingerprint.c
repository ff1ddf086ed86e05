#include "schemas/generator/model.h"

#include <string.h>

/*
 * Avro's Parsing Canonical Form and its CRC-64-AVRO: what other tools know a text by. Source:  Avro
 * 1.11 specification, "Transforming into Parsing Canonical Form" and "Schema Fingerprints".
 */

static const uint64_t empty = UINT64_C(0xc15d213aa4d7a795);

static const char *full_name(const char *name, const char *space)
{
    return strchr(name, '.') != NULL || space[0] == '\0' ? name : text_of("%s.%s", space, name);
}

static bool primitive(const char *word)
{
    static const char *const words[] = {
        "null", "boolean", "int", "long", "float", "double", "bytes", "string"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static void put_form(struct out *out, const json_t *type, const char *space);

static void put_fields(struct out *out, const json_t *fields, const char *space)
{
    const json_t *field;
    size_t index;

    put(out, ",\"fields\":[");
    json_array_foreach(fields, index, field)
    {
        put(out, "%s{\"name\":\"%s\",\"type\":", index == 0 ? "" : ",",
            json_string_value(json_object_get(field, "name")));
        put_form(out, json_object_get(field, "type"), space);
        put(out, "}");
    }
    put(out, "]");
}

static void put_named(struct out *out, const json_t *type, const char *word, const char *space)
{
    const char *own = json_string_value(json_object_get(type, "namespace"));
    const json_t *symbols = json_object_get(type, "symbols");
    const json_t *symbol;
    size_t index;

    if (own != NULL)
        space = own;
    put(out, "{\"name\":\"%s\",\"type\":\"%s\"",
        full_name(json_string_value(json_object_get(type, "name")), space), word);
    if (strcmp(word, "record") == 0)
        put_fields(out, json_object_get(type, "fields"), space);
    if (symbols != NULL) {
        put(out, ",\"symbols\":[");
        json_array_foreach(symbols, index, symbol)
            put(out, "%s\"%s\"", index == 0 ? "" : ",", json_string_value(symbol));
        put(out, "]");
    }
    if (json_object_get(type, "size") != NULL)
        put(out, ",\"size\":%" JSON_INTEGER_FORMAT,
            json_integer_value(json_object_get(type, "size")));
    put(out, "}");
}

static void put_form(struct out *out, const json_t *type, const char *space)
{
    const char *word = json_string_value(type);
    const json_t *member;
    size_t index;

    if (word != NULL) {
        put(out, "\"%s\"", primitive(word) ? word : full_name(word, space));
        return;
    }
    if (json_is_array(type)) {
        put(out, "[");
        json_array_foreach(type, index, member)
        {
            put(out, "%s", index == 0 ? "" : ",");
            put_form(out, member, space);
        }
        put(out, "]");
        return;
    }
    word = json_string_value(json_object_get(type, "type"));
    if (strcmp(word, "array") == 0 || strcmp(word, "map") == 0) {
        const char *inside = strcmp(word, "map") == 0 ? "values" : "items";

        put(out, "{\"type\":\"%s\",\"%s\":", word, inside);
        put_form(out, json_object_get(type, inside), space);
        put(out, "}");
    } else if (primitive(word)) {
        put(out, "\"%s\"", word);
    } else {
        put_named(out, type, word, space);
    }
}

uint64_t fingerprint_of(const char *text)
{
    json_t *json = json_loads(text, 0, NULL);
    uint64_t print = empty;
    struct out form;

    out_open(&form);
    put_form(&form, json, "");
    (void)fclose(form.stream);
    for (size_t i = 0; i < form.size; i++) {
        print ^= (unsigned char)form.text[i];
        for (int bit = 0; bit < 8; bit++)
            print = print >> 1 ^ (empty & -(print & 1));
    }
    json_decref(json);
    return print;
}
