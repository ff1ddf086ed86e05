/*
 * Any bytes as a value of any schema: refused with a place, or read within the bound; what was read
 * is written and read again as the same, and is good JSON.
 */
#include "test/fuzz/fuzz.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t size_max, unsigned seed)
{
    struct fy_slice bytes;
    struct fy_err err;
    uint8_t byte;
    void *value;

    if (seed % 16 != 0 || size_max < 2)
        return LLVMFuzzerMutate(data, size, size_max);
    fuzz_begin();
    value = fuzz_value(seed, &byte);
    if (fuzz_schema(byte)->encode(value, &fuzz_other, &bytes, &err) != FY_OK)
        return LLVMFuzzerMutate(data, size, size_max);
    return fuzz_seed(data, size_max, byte, bytes);
}

static void check_again(const struct fy_schema *schema, const void *value)
{
    void *back = fy_arena_alloc(&fuzz_other, schema->size);
    const struct fy_slice *elements;
    struct fy_slice bytes;
    struct fy_slice json;
    struct fy_err err;
    size_t count;

    fuzz_must(
        schema->encode(value, &fuzz_other, &bytes, &err) == FY_OK, "what was read is written");
    fuzz_must(schema->decode(bytes, &fuzz_other, back, &err) == FY_OK, "and read again");
    fuzz_must(value_equal(schema->type, value, back), "as the same");
    if (fy_json_encode(schema, value, &fuzz_other, &json, &err) == FY_OK)
        fuzz_must(fy_json_elements(json, &fuzz_other, 1, &elements, &count, &err) == FY_OK,
            "its JSON is JSON");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct fy_schema *schema;
    struct fy_slice bytes;
    struct fy_err err;
    uint8_t *exact;
    void *value;

    if (size < 1)
        return 0;
    fuzz_begin();
    schema = fuzz_schema(data[0]);
    exact = malloc(size);
    value = malloc(schema->size);
    memcpy(exact, data + 1, size - 1);
    bytes = (struct fy_slice){exact, size - 1};
    /* Mutations of the header find little: mostly it is as it should be. */
    if (bytes.size >= 5 && exact[0] == 0 && exact[1] != 0xff) {
        exact[1] = exact[2] = exact[3] = 0;
        exact[4] = (uint8_t)schema->id;
    }
    if (schema->decode(bytes, &fuzz_arena, value, &err) == FY_OK)
        check_again(schema, value);
    else
        fuzz_must(strncmp(err.text, "byte ", 5) == 0, "an error says where");
    fuzz_must(fuzz_arena.bytes_used <= 64 * bytes.size + (size_t)64 * 1024, "memory is bounded");
    free(value);
    free(exact);
    return 0;
}
