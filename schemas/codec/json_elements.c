#include "schemas/codec/json_text.h"

#include <string.h>

enum { ELEMENTS_FIRST = 8 };

struct elements {
    struct fy_slice *list;
    size_t count;
    size_t capacity;
    size_t count_max;
};

static bool add(struct fy_json_text *text, struct elements *elements, struct fy_slice element)
{
    size_t wanted = elements->capacity == 0 ? ELEMENTS_FIRST : elements->capacity * 2;
    struct fy_slice *moved;

    if (elements->count == elements->count_max)
        return fy_json_fail(text, "more than %zu elements", elements->count_max);
    if (elements->count == elements->capacity) {
        moved = fy_arena_alloc(text->arena, wanted * sizeof(*moved));
        if (moved == NULL)
            return fy_json_fail(text, "%zu elements do not fit the arena", wanted);
        if (elements->count > 0)
            memcpy(moved, elements->list, elements->count * sizeof(*moved));
        elements->list = moved;
        elements->capacity = wanted;
    }
    elements->list[elements->count++] = element;
    return true;
}

static bool skip_element(struct fy_json_text *text, struct elements *elements)
{
    struct fy_arena *arena = text->arena;
    const uint8_t *begin;
    bool ok;

    (void)fy_json_peek(text);
    begin = text->at;
    /* Skipping makes nothing of what it reads. */
    text->arena = NULL;
    ok = fy_json_skip(text, FY_DEPTH_MAX);
    text->arena = arena;
    if (!ok)
        return false;
    return add(text, elements, (struct fy_slice){begin, (size_t)(text->at - begin)});
}

static bool split(struct fy_json_text *text, struct elements *elements)
{
    uint8_t first = fy_json_peek(text);

    if (text->at == text->end)
        return fy_json_fail(
            text, "the body is empty; an object or an array of objects is expected");
    if (first != '[' && first != '{')
        return fy_json_fail(
            text, "an object or an array of objects is expected, found %s", fy_json_what(text));
    if (first == '{')
        return skip_element(text, elements);
    text->at++;
    if (fy_json_take(text, ']'))
        return true;
    do {
        if (!skip_element(text, elements))
            return false;
    } while (fy_json_take(text, ','));
    if (!fy_json_take(text, ']'))
        return fy_json_fail(text, "a ',' or ']' is expected");
    return true;
}

enum fy_status fy_json_elements(struct fy_slice json,
    struct fy_arena *arena,
    size_t count_max,
    const struct fy_slice **ret_elements,
    size_t *ret_count,
    struct fy_err *err)
{
    struct elements elements = {.count_max = count_max};
    struct fy_json_text text = {
        .begin = json.data,
        .at = json.data,
        .end = json.data + json.size,
        .arena = arena,
        .err = err,
    };

    if (!split(&text, &elements))
        return FY_REJECT;
    if (fy_json_peek(&text) != 0 || text.at < text.end) {
        (void)fy_json_fail(&text, "more text follows the value");
        return FY_REJECT;
    }
    *ret_elements = elements.list;
    *ret_count = elements.count;
    return FY_OK;
}

static bool find_member(struct fy_json_text *text, struct fy_slice wanted, struct fy_slice *ret)
{
    *ret = (struct fy_slice){0};
    if (!fy_json_take(text, '{'))
        return fy_json_fail(text, "an object is expected, found %s", fy_json_what(text));
    if (fy_json_take(text, '}'))
        return true;
    do {
        struct fy_slice name;
        const uint8_t *begin;

        if (fy_json_peek(text) != '"')
            return fy_json_fail(text, "a member's name in quotes is expected");
        if (!fy_json_string(text, &name))
            return false;
        if (!fy_json_take(text, ':'))
            return fy_json_fail(text, "a ':' is expected");
        (void)fy_json_peek(text);
        begin = text->at;
        if (!fy_json_skip(text, FY_DEPTH_MAX))
            return false;
        if (!fy_slice_equal(name, wanted))
            continue;
        if (ret->data != NULL)
            return fy_json_fail(text, "\"%.*s\" is there twice", FY_SLICE_ARG(wanted));
        *ret = (struct fy_slice){begin, (size_t)(text->at - begin)};
    } while (fy_json_take(text, ','));
    if (!fy_json_take(text, '}'))
        return fy_json_fail(text, "a ',' or '}' is expected");
    return true;
}

enum fy_status fy_json_member(struct fy_slice json,
    const char *name,
    struct fy_arena *arena,
    struct fy_slice *ret_text,
    struct fy_err *err)
{
    struct fy_json_text text = {
        .begin = json.data,
        .at = json.data,
        .end = json.data + json.size,
        .arena = arena,
        .err = err,
    };

    return find_member(&text, fy_slice_of(name), ret_text) ? FY_OK : FY_REJECT;
}

void fy_json_err_element(struct fy_err *err, size_t index)
{
    char what[sizeof(err->text)];
    bool whole = strncmp(err->text, "the value", 9) == 0 || strncmp(err->text, "byte ", 5) == 0;

    memcpy(what, err->text, sizeof(what));
    (void)fy_fail_at(
        err, err->status, err->file, err->line, "[%zu]%s%s", index, whole ? ": " : ".", what);
}
