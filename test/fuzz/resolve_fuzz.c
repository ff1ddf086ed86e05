/*
 * Any bytes as a value of another version's text (test/unit/schemas/kinds and nested: promotions,
 * aliases, defaults, new and gone fields, containers in containers, enums, records in themselves):
 * refused with a place, or read within the bound and the same again in this build's bytes.
 *
 * Inputs to begin from are bytes that a program of then would have written: the old text, walked by
 * avro-c, says what comes next.
 */
#include "schemas/generated/every_kind.h"
#include "schemas/generated/nested.h"
#include "test/fuzz/schemas.h"

#include <avro.h>

enum { DEPTH_MAX = 6, ITEMS_MAX = 3, TEXT_MAX = 12 };

extern const struct fy_schema every_kind_schema_1;
extern const struct fy_schema nested_schema_1;

static const struct fy_schema *const then[] = {&every_kind_schema_1, &nested_schema_1};

static void resolve(struct fy_slice input)
{
    if (input.size >= 1)
        (void)fuzz_decode(then[input.data[0] % 2], (uint8_t *)input.data + 1, input.size - 1);
}

/* --- Bytes of then -------------------------------------------------------------------------- */

struct bytes {
    uint8_t *at;
    uint8_t *end;
    struct random *random;
    int depth;
};

static void put(struct bytes *out, uint8_t byte)
{
    if (out->at < out->end)
        *out->at++ = byte;
}

static void put_long(struct bytes *out, int64_t value)
{
    uint64_t left = ((uint64_t)value << 1) ^ (uint64_t)(value >> 63);

    for (; left >= 0x80; left >>= 7)
        put(out, (uint8_t)(left | 0x80));
    put(out, (uint8_t)left);
}

static void put_any(struct bytes *out, size_t count)
{
    while (count-- > 0)
        put(out, (uint8_t)(' ' + random_below(out->random, 95)));
}

static void put_number(struct bytes *out, unsigned bits)
{
    uint64_t number = random_next(out->random) >> (64 - bits + random_below(out->random, bits));

    put_long(out, random_below(out->random, 2) == 0 ? (int64_t)number / 2 : -(int64_t)(number / 2));
}

static void put_value(struct bytes *out, avro_schema_t schema);

static void put_items(struct bytes *out, avro_schema_t item, bool keyed)
{
    int64_t count = out->depth >= DEPTH_MAX ? 0 : (int64_t)random_below(out->random, ITEMS_MAX + 1);

    if (count > 0)
        put_long(out, count);
    for (int64_t i = 0; i < count; i++) {
        if (keyed) {
            put_long(out, 2);
            put(out, (uint8_t)('a' + i));
            put_any(out, 1);
        }
        put_value(out, item);
    }
    put_long(out, 0);
}

static void put_named(struct bytes *out, avro_schema_t schema)
{
    if (is_avro_record(schema)) {
        for (size_t i = 0; i < avro_schema_record_size(schema); i++)
            put_value(out, avro_schema_record_field_get_by_index(schema, (int)i));
    } else if (is_avro_enum(schema)) {
        put_long(out, (int64_t)random_below(
                          out->random, (uint64_t)avro_schema_enum_number_of_symbols(schema)));
    } else {
        put_any(out, (size_t)avro_schema_fixed_size(schema));
    }
}

static void put_value(struct bytes *out, avro_schema_t schema)
{
    int64_t branch;

    if (is_avro_link(schema))
        schema = avro_schema_link_target(schema);
    out->depth++;
    if (is_avro_union(schema)) {
        branch = out->depth >= DEPTH_MAX ? 0 : (int64_t)random_below(out->random, 2);
        put_long(out, branch);
        put_value(out, avro_schema_union_branch(schema, (int)branch));
    } else if (is_avro_array(schema)) {
        put_items(out, avro_schema_array_items(schema), false);
    } else if (is_avro_map(schema)) {
        put_items(out, avro_schema_map_values(schema), true);
    } else if (is_avro_string(schema) || is_avro_bytes(schema)) {
        branch = (int64_t)random_below(out->random, TEXT_MAX);
        put_long(out, branch);
        put_any(out, (size_t)branch);
    } else if (is_avro_boolean(schema)) {
        put(out, (uint8_t)random_below(out->random, 2));
    } else if (is_avro_int32(schema) || is_avro_int64(schema)) {
        put_number(out, is_avro_int32(schema) ? 32 : 64);
    } else if (is_avro_float(schema) || is_avro_double(schema)) {
        put_any(out, is_avro_float(schema) ? 4 : 8);
    } else if (!is_avro_null(schema)) {
        put_named(out, schema);
    }
    out->depth--;
}

static avro_schema_t text_of_then(size_t which)
{
    static avro_schema_t schemas[2];
    const char *text = then[which]->text;

    if (schemas[which] == NULL &&
        avro_schema_from_json_length(text, strlen(text), &schemas[which]) != 0)
        abort();
    return schemas[which];
}

static size_t make(uint8_t *data, size_t size_max, struct random *random)
{
    struct bytes out = {.at = data, .end = data + size_max, .random = random};
    size_t which = random_below(random, 2);

    put(&out, (uint8_t)which);
    for (int i = 0; i < 4; i++)
        put(&out, 0);
    put(&out, (uint8_t)then[which]->id);
    put_value(&out, text_of_then(which));
    return (size_t)(out.at - data);
}

FUZZ_TARGET_OF(resolve, make)
