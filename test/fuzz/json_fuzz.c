/*
 * Any text as JSON of any schema: refused in words, or a value that is written and read as the
 * same. What is JSON to fy_json_elements is JSON to fy_json_decode, which then speaks of fields
 * only.
 */
#include "test/fuzz/fuzz.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t size_max, unsigned seed)
{
    struct fy_slice json;
    struct fy_err err;
    uint8_t byte;
    void *value;

    if (seed % 16 != 0 || size_max < 2)
        return LLVMFuzzerMutate(data, size, size_max);
    fuzz_begin();
    value = fuzz_value(seed, &byte);
    if (fy_json_encode(fuzz_schema(byte), value, &fuzz_other, &json, &err) != FY_OK)
        return LLVMFuzzerMutate(data, size, size_max);
    return fuzz_seed(data, size_max, byte, json);
}

static void check_again(const struct fy_schema *schema, const void *value)
{
    void *back = fy_arena_alloc(&fuzz_other, schema->size);
    struct fy_slice bytes;
    struct fy_slice json;
    struct fy_err err;

    fuzz_must(
        schema->encode(value, &fuzz_other, &bytes, &err) == FY_OK, "what was read is written");
    fuzz_must(schema->decode(bytes, &fuzz_other, back, &err) == FY_OK, "and read again");
    fuzz_must(value_equal(schema->type, value, back), "as the same");
    fuzz_must(
        fy_json_encode(schema, value, &fuzz_other, &json, &err) == FY_OK, "and is JSON again");
    fuzz_must(fy_json_decode(schema, FY_JSON_TRUSTED, json, &fuzz_other, back, &err) == FY_OK,
        "that is read again");
    fuzz_must(value_equal(schema->type, value, back), "as the same, too");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct fy_slice *elements;
    const struct fy_schema *schema;
    struct fy_slice json;
    struct fy_err err;
    uint8_t *exact;
    void *value;
    size_t count;
    bool is_json;

    if (size < 1)
        return 0;
    fuzz_begin();
    schema = fuzz_schema(data[0] & 0x7f);
    exact = malloc(size);
    value = malloc(schema->size);
    memcpy(exact, data + 1, size - 1);
    json = (struct fy_slice){exact, size - 1};
    is_json = fy_json_elements(json, &fuzz_other, 100, &elements, &count, &err) == FY_OK;
    if (is_json && count == 1)
        json = elements[0];
    if ((data[0] & 0x80) != 0)
        (void)!fy_json_decode(schema, FY_JSON_CLIENT, json, &fuzz_arena, value, &err);
    else if (fy_json_decode(schema, FY_JSON_TRUSTED, json, &fuzz_arena, value, &err) == FY_OK)
        check_again(schema, value);
    else if (is_json && count == 1)
        fuzz_must(strncmp(err.text, "byte ", 5) != 0, "JSON to one is JSON to the other");
    free(value);
    free(exact);
    return 0;
}
