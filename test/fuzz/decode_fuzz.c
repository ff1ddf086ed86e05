/*
 * Any bytes as a value of any schema of ours, past versions too: refused with a place, or read
 * within the bound; what was read is written and read again as the same, and is good JSON.
 */
#include "test/fuzz/schemas.h"

static void decode(struct fy_slice input)
{
    const struct fy_schema *schema;
    const struct fy_slice *elements;
    struct fy_slice json;
    struct fy_err err;
    size_t count;
    void *value;

    if (input.size < 1)
        return;
    schema = fy_schemas[input.data[0] % fy_schemas_count];
    value = fuzz_decode(schema, (uint8_t *)input.data + 1, input.size - 1);
    if (value != NULL && fy_json_encode(schema, value, &fuzz_other, &json, &err) == FY_OK)
        fuzz_must(fy_json_elements(json, &fuzz_other, 1, &elements, &count, &err) == FY_OK,
            "its JSON is JSON");
}

static size_t make(uint8_t *data, size_t size_max, struct random *random)
{
    return fuzz_value(fy_schemas, fy_schemas_count, false, data, size_max, random);
}

FUZZ_TARGET_OF(decode, make)
