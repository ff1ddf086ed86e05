/*
 * Any text as JSON of any schema: refused in words, or a value that is written and read as the
 * same. What is JSON to fy_json_elements is JSON to fy_json_decode, which then speaks of fields
 * only.
 */
#include "test/fuzz/schemas.h"

static void check_again(const struct fy_schema *schema, const void *value)
{
    void *back = fy_arena_alloc(&fuzz_other, schema->size);
    struct fy_slice json;
    struct fy_err err;

    (void)fuzz_again(schema, value);
    fuzz_must(
        fy_json_encode(schema, value, &fuzz_other, &json, &err) == FY_OK, "and is JSON again");
    fuzz_must(fy_json_decode(schema, FY_JSON_TRUSTED, json, &fuzz_other, back, &err) == FY_OK,
        "that is read again");
    fuzz_must(value_equal(schema->type, value, back), "as the same, too");
}

static void decode(struct fy_slice input)
{
    struct fy_slice json = {input.data + 1, input.size - 1};
    const struct fy_slice *elements;
    const struct fy_schema *schema;
    struct fy_slice member;
    struct fy_err err;
    bool is_json;
    size_t count;
    void *value;

    if (input.size < 1)
        return;
    fuzz_pause();
    schema = fy_schemas[(input.data[0] & 0x7f) % fy_schemas_count];
    value = fy_arena_alloc(&fuzz_other, schema->size);
    fuzz_resume();
    is_json = fy_json_elements(json, &fuzz_arena, 100, &elements, &count, &err) == FY_OK;
    if (is_json && count == 1)
        json = elements[0];
    if (fy_json_member(json, "item_viewed", &fuzz_arena, &member, &err) == FY_OK)
        fuzz_must(member.data == NULL || (member.data > json.data &&
                                             member.data + member.size < json.data + json.size),
            "a member is inside of its object");
    if ((input.data[0] & 0x80) != 0) {
        (void)!fy_json_decode(schema, FY_JSON_CLIENT, json, &fuzz_arena, value, &err);
        return;
    }
    if (fy_json_decode(schema, FY_JSON_TRUSTED, json, &fuzz_arena, value, &err) == FY_OK) {
        fuzz_pause();
        check_again(schema, value);
    } else if (is_json && count == 1) {
        fuzz_must(strncmp(err.text, "byte ", 5) != 0, "JSON to one is JSON to the other");
    }
}

static size_t make(uint8_t *data, size_t size_max, struct random *random)
{
    return fuzz_value(fy_schemas, fy_schemas_count, true, data, size_max, random);
}

FUZZ_TARGET_OF(decode, make)
