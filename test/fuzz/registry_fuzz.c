/*
 * Any request to the registry: which route by the first byte, which subject by the second, then a
 * version, an id and a level in a line each, then the body. It is always answered, with JSON; 200
 * or an error that has a code.
 *
 * Memory: an answer may list all our schemas, and a comparison takes them apart, whatever is asked:
 * that is of one size. jansson takes up to 110 bytes for one of the body, a '[', until the answer
 * is made.
 */
#define FUZZ_BYTES (4 * 1024 * 1024)
#define FUZZ_FACTOR 128

#include "api/registry.h"
#include "lib/http_internal.h"
#include "schemas/codec/codec.h"
#include "test/fuzz/fuzz.h"

static struct fy_slice line(struct fy_slice *rest)
{
    const uint8_t *end = rest->size > 0 ? memchr(rest->data, '\n', rest->size) : NULL;
    size_t size = end == NULL ? rest->size : (size_t)(end - rest->data);
    struct fy_slice found = {size > 0 ? rest->data : NULL, size};

    rest->data += end == NULL ? size : size + 1;
    rest->size -= end == NULL ? size : size + 1;
    /* The HTTP layer hands on nothing else. */
    return http_text_is_clean(found) ? found : (struct fy_slice){0};
}

static struct registry *registry_of(void)
{
    static struct registry *registry;
    struct fy_err err;

    if (registry == NULL && registry_new(&registry, &err) != FY_OK)
        abort();
    return registry;
}

static void ask(struct fy_slice input)
{
    static const char *const subjects[] = {"activity-value", "stock-changelog-value", "nobody"};
    struct fy_slice rest = {input.data + 2, input.size - 2};
    const struct fy_slice *elements;
    struct registry_answer answer = {0};
    struct registry_ask asked = {0};
    struct registry *registry;
    struct fy_err err;
    size_t count;

    if (input.size < 2)
        return;
    fuzz_pause();
    registry = registry_of();
    fuzz_resume();
    asked.route = (enum registry_route)(input.data[0] % (REGISTRY_DELETE + 1));
    asked.subject = fy_slice_of(subjects[input.data[1] % 3]);
    asked.verbose = (input.data[1] & 0x40) != 0;
    asked.version = line(&rest);
    asked.id = line(&rest);
    asked.level = line(&rest);
    asked.body = rest;
    fuzz_must(registry_answer(registry, &asked, &fuzz_arena, &answer, &err) == FY_OK,
        "every request is answered");
    fuzz_pause();
    fuzz_must(
        answer.status == 200 || (memmem(answer.body.data, answer.body.size, "\"error_code\":", 13)),
        "an error has its code");
    fuzz_must(answer.body.size > 0, "an answer says something");
    if (answer.body.data[0] == '{')
        fuzz_must(fy_json_elements(answer.body, &fuzz_other, 1, &elements, &count, &err) == FY_OK,
            "an answer is JSON");
}

static size_t make(uint8_t *data, size_t size_max, struct random *random)
{
    static const char *const schemas[] = {
        "\\\"long\\\"",
        "[\\\"null\\\",{\\\"type\\\":\\\"array\\\",\\\"items\\\":\\\"int\\\"}]",
        "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"A\\\",\\\"fields\\\":[{\\\"name\\\":"
        "\\\"b\\\","
        "\\\"type\\\":[\\\"null\\\",\\\"A\\\"],\\\"default\\\":null}]}",
        "{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"E\\\",\\\"symbols\\\":[\\\"X\\\"],"
        "\\\"default\\\":\\\"X\\\"}",
        "{\\\"type\\\":\\\"fixed\\\",\\\"name\\\":\\\"F\\\",\\\"size\\\":4,\\\"aliases\\\":["
        "\\\"G\\\"]}",
    };
    static const char *const levels[] = {"", "FULL", "backward_transitive", "NONE", "?"};
    char text[1024];
    int size = snprintf(text, sizeof(text), "%c%c%s\n%d\n%s\n{\"schema\":\"%s\"}",
        (int)random_below(random, REGISTRY_DELETE + 1), (int)random_below(random, 128),
        random_below(random, 2) == 0 ? "latest" : "1", (int)random_below(random, 30),
        levels[random_below(random, 5)], schemas[random_below(random, 5)]);

    if (size < 0 || (size_t)size > size_max)
        return 0;
    memcpy(data, text, (size_t)size);
    return (size_t)size;
}

FUZZ_TARGET_OF(ask, make)
