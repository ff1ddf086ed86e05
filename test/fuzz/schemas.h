/*
 * schemas.h - for targets that read values of schemas: the first byte of an input chooses one, and
 * seeds are good values of one.
 */
#ifndef TEST_FUZZ_SCHEMAS_H
#define TEST_FUZZ_SCHEMAS_H

#include "test/fuzz/fuzz.h"
#include "test/unit/schemas/values.h"

/* What was read is written, and read again as the same. */
static inline struct fy_slice fuzz_again(const struct fy_schema *schema, const void *value)
{
    void *back = fy_arena_alloc(&fuzz_other, schema->size);
    struct fy_slice bytes;
    struct fy_err err;

    fuzz_must(
        schema->encode(value, &fuzz_other, &bytes, &err) == FY_OK, "what was read is written");
    fuzz_must(schema->decode(bytes, &fuzz_other, back, &err) == FY_OK, "and read again");
    fuzz_must(value_equal(schema->type, value, back), "as the same");
    return bytes;
}

/*
 * Any bytes as a value of `schema`: refused with a place, or read and the same again. Mutations of
 * the header find little, so mostly it is made good. Gives the value, of fuzz_other, or NULL.
 */
static inline void *fuzz_decode(const struct fy_schema *schema, uint8_t *bytes, size_t size)
{
    struct fy_slice input = {bytes, size};
    struct fy_err err;
    void *value;

    fuzz_pause();
    value = fy_arena_alloc(&fuzz_other, schema->size);
    fuzz_resume();
    if (size >= 5 && bytes[0] == 0 && bytes[1] != 0xff) {
        bytes[1] = bytes[2] = bytes[3] = 0;
        bytes[4] = (uint8_t)schema->id;
    }
    if (schema->decode(input, &fuzz_arena, value, &err) != FY_OK) {
        fuzz_says_where(&err, input);
        value = NULL;
    }
    fuzz_must(fuzz_arena.bytes_used <= 64 * size + (size_t)64 * 1024, "memory is bounded");
    fuzz_pause();
    if (value != NULL)
        (void)fuzz_again(schema, value);
    return value;
}

/* A good value of one of `count` schemas, and the byte that chooses it. */
static inline size_t fuzz_value(const struct fy_schema *const *schemas,
    size_t count,
    bool as_json,
    uint8_t *data,
    size_t size_max,
    struct random *random)
{
    struct fy_slice bytes;
    struct fy_err err;
    size_t size;
    void *value;

    fy_arena_done(&fuzz_other);
    data[0] = (uint8_t)random_below(random, count);
    value = value_new(random, schemas[data[0]], &fuzz_other);
    if ((as_json ? fy_json_encode(schemas[data[0]], value, &fuzz_other, &bytes, &err)
                 : schemas[data[0]]->encode(value, &fuzz_other, &bytes, &err)) != FY_OK ||
        size_max < 2)
        return 0;
    size = bytes.size < size_max - 1 ? bytes.size : size_max - 1;
    memcpy(data + 1, bytes.data, size);
    return size + 1;
}

#endif
