/*
 * harness.c - generated codecs behind a pipe, for test/prove/schemas.py.
 *
 *   D NAME HEX    framed bytes of any version -> "ok CANON HEX JSON AVROC" | "no WORDS"
 *   J NAME JSON   our JSON -> "ok HEX" | "no WORDS"
 *   P NAME        -> "ok FINGERPRINT"
 *
 * CANON says a value in letters that lose nothing (canon.py). HEX is the value written again, AVROC
 * whether avro-c read the same: "same", "other", or "-" for bytes of another version.
 */
#include "schemas/codec/wire.h"
#include "test/unit/schemas/oracle.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { ARENA_BYTES = 256 * 1024 * 1024 };

static struct fy_arena arena;
static struct fy_arena value_arena;

static void put_hex(struct fy_slice bytes)
{
    for (size_t i = 0; i < bytes.size; i++)
        printf("%02x", bytes.data[i]);
}

static void put_record(const struct fy_type *type, const uint8_t *base);
static void put_field(const struct fy_field *field, const uint8_t *base);

static void put_bits(char letter, int bytes, const void *at)
{
    uint64_t bits = 0;

    memcpy(&bits, at, (size_t)bytes);
    printf("%c%0*" PRIx64, letter, bytes * 2, bits);
}

static void put_one(const struct fy_field *field, const void *at)
{
    struct fy_slice slice;
    int64_t whole;
    int32_t small;

    switch (field->kind) {
    case FY_FIELD_BOOLEAN:
        putchar(*(const bool *)at ? 't' : 'f');
        break;
    case FY_FIELD_INT:
        memcpy(&small, at, sizeof(small));
        printf("i%" PRId32, small);
        break;
    case FY_FIELD_LONG:
        memcpy(&whole, at, sizeof(whole));
        printf("i%" PRId64, whole);
        break;
    case FY_FIELD_FLOAT:
        put_bits('F', 4, at);
        break;
    case FY_FIELD_DOUBLE:
        put_bits('D', 8, at);
        break;
    case FY_FIELD_ENUM:
        memcpy(&small, at, sizeof(small));
        printf("e%s", field->symbols[small]);
        break;
    case FY_FIELD_RECORD:
        if (field->record->bare)
            put_field(&field->record->fields[0], at);
        else
            put_record(field->record, at);
        break;
    default:
        memcpy(&slice, at, sizeof(slice));
        putchar(field->kind == FY_FIELD_STRING ? 's' : 'b');
        put_hex(slice);
        break;
    }
}

static int by_key(const void *a, const void *b)
{
    struct fy_slice left;
    struct fy_slice right;
    size_t size;
    int order;

    memcpy(&left, *(const uint8_t *const *)a, sizeof(left));
    memcpy(&right, *(const uint8_t *const *)b, sizeof(right));
    size = left.size < right.size ? left.size : right.size;
    order = size == 0 ? 0 : memcmp(left.data, right.data, size);
    return order != 0 ? order : (left.size > right.size) - (left.size < right.size);
}

static void put_map(const struct fy_field *field, const struct fy_array *array)
{
    const uint8_t **entries = calloc(array->count + 1, sizeof(*entries));

    for (size_t i = 0; i < array->count; i++)
        entries[i] = (const uint8_t *)array->items + i * field->record->size;
    qsort(entries, array->count, sizeof(*entries), by_key);
    putchar('{');
    for (size_t i = 0; i < array->count; i++) {
        struct fy_slice key;

        memcpy(&key, entries[i], sizeof(key));
        put_hex(key);
        putchar(':');
        put_field(&field->record->fields[1], entries[i]);
        putchar(',');
    }
    putchar('}');
    free(entries);
}

static void put_field(const struct fy_field *field, const uint8_t *base)
{
    const void *at = fy_field_at(field, base);
    struct fy_array array;

    if (at == NULL) {
        putchar('n');
        return;
    }
    if (!field->array) {
        put_one(field, at);
        return;
    }
    memcpy(&array, at, sizeof(array));
    if (field->map) {
        put_map(field, &array);
        return;
    }
    putchar('[');
    for (size_t i = 0; i < array.count; i++) {
        put_one(field, (const uint8_t *)array.items + i * fy_field_size(field));
        putchar(',');
    }
    putchar(']');
}

static void put_record(const struct fy_type *type, const uint8_t *base)
{
    putchar('(');
    for (uint32_t i = 0; i < type->field_count; i++) {
        put_field(&type->fields[i], base);
        putchar(',');
    }
    putchar(')');
}

static const char *avro_c_says(
    const struct fy_schema *schema, const void *value, struct fy_slice bytes)
{
    avro_schema_t theirs;
    avro_value_iface_t *iface;
    avro_reader_t reader;
    avro_value_t in;
    const char *says = "other";

    if (avro_schema_from_json_length(schema->text, strlen(schema->text), &theirs) != 0)
        return "unparsed";
    iface = avro_generic_class_from_schema(theirs);
    avro_generic_value_new(iface, &in);
    reader = avro_reader_memory((const char *)bytes.data + 5, (int64_t)bytes.size - 5);
    if (avro_value_read(reader, &in) == 0 && oracle_equal(schema->type, value, &in))
        says = "same";
    avro_value_decref(&in);
    avro_reader_free(reader);
    avro_value_iface_decref(iface);
    (void)avro_schema_decref(theirs);
    return says;
}

/* What this build writes, and reads the others as: the proof lists them. */
#define OWN(name) extern const struct fy_schema name##_schema;
#include "own.inc"
#undef OWN

static const struct fy_schema *const own[] = {
#define OWN(name) &name##_schema,
#include "own.inc"
#undef OWN
};

static const struct fy_schema *schema_named(const char *name)
{
    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
        if (strcmp(own[i]->name, name) == 0)
            return own[i];
    fprintf(stderr, "no schema %s\n", name);
    exit(2);
}

static struct fy_slice unhex(const char *hex)
{
    size_t size = strlen(hex) / 2;
    uint8_t *bytes = malloc(size + 1);

    for (size_t i = 0; i < size; i++) {
        unsigned byte;

        sscanf(hex + 2 * i, "%2x", &byte);
        bytes[i] = (uint8_t)byte;
    }
    return (struct fy_slice){bytes, size};
}

static void decode(const struct fy_schema *schema, const char *hex)
{
    struct fy_slice bytes = unhex(hex);
    void *value = calloc(1, schema->size);
    struct fy_slice again;
    struct fy_slice json;
    struct fy_err err;
    int32_t id;

    if (schema->decode(bytes, &value_arena, value, &err) != FY_OK) {
        printf("no %s\n", err.text);
    } else if (schema->encode(value, &arena, &again, &err) != FY_OK ||
               fy_json_encode(schema, value, &arena, &json, &err) != FY_OK) {
        printf("no again: %s\n", err.text);
    } else {
        id = bytes.data[1] << 24 | bytes.data[2] << 16 | bytes.data[3] << 8 | bytes.data[4];
        printf("ok ");
        put_record(schema->type, value);
        putchar(' ');
        put_hex(again);
        printf(" %s ", id == schema->id ? avro_c_says(schema, value, bytes) : "-");
        fwrite(json.data, 1, json.size, stdout);
        putchar('\n');
    }
    if (value_arena.bytes_used > 64 * bytes.size + (size_t)64 * 1024)
        printf("no memory: %zu bytes for %zu\n", value_arena.bytes_used, bytes.size);
    free(value);
    free((void *)bytes.data);
}

static void from_json(const struct fy_schema *schema, const char *text)
{
    void *value = calloc(1, schema->size);
    struct fy_slice bytes;
    struct fy_err err;

    if (fy_json_decode(schema, FY_JSON_TRUSTED, fy_slice_of(text), &arena, value, &err) != FY_OK ||
        schema->encode(value, &arena, &bytes, &err) != FY_OK) {
        printf("no %s\n", err.text);
    } else {
        printf("ok ");
        put_hex(bytes);
        putchar('\n');
    }
    free(value);
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t size;

    fy_arena_init(&arena, ARENA_BYTES);
    fy_arena_init(&value_arena, ARENA_BYTES);
    while ((size = getline(&line, &room, stdin)) > 0) {
        char *rest = line;
        char *what = (line[size - 1] = '\0', strsep(&rest, " "));
        const struct fy_schema *schema = schema_named(strsep(&rest, " "));

        fy_arena_clear(&arena);
        fy_arena_clear(&value_arena);
        if (what[0] == 'D')
            decode(schema, rest);
        else if (what[0] == 'J')
            from_json(schema, rest);
        else
            printf("ok %016" PRIx64 "\n", schema->fingerprint);
        fflush(stdout);
    }
    free(line);
    fy_arena_done(&arena);
    fy_arena_done(&value_arena);
    return 0;
}
