#include "producers/supply/one.h"
#include "schemas/codec/chars.h"

#include <string.h>

enum { NAME_BYTES_MAX = 64 }; /* As supply.avsc has it. */

bool one_check_name(struct fy_http_request *request, const char *field, struct fy_slice text)
{
    size_t bad;

    if (text.size < 1 || text.size > NAME_BYTES_MAX) {
        fy_http_problem(request, FY_PROBLEM_BAD_FIELD, field, "%s: %zu bytes; it must have 1 .. %d",
            field, text.size, NAME_BYTES_MAX);
        return false;
    }
    bad = fy_chars_bad(FY_CHARS_SKU, text);
    if (bad == text.size)
        return true;
    fy_http_problem(request, FY_PROBLEM_BAD_FIELD, field, "%s: byte %zu is none of %s", field,
        bad + 1, fy_chars_words(FY_CHARS_SKU));
    return false;
}

bool one_wrap(struct edge *edge, struct fy_slice before, struct fy_slice body, const char *after)
{
    size_t after_size = strlen(after);
    size_t size = before.size + body.size + after_size;
    struct fy_slice *element = fy_arena_alloc(edge->arena, sizeof(*element));
    uint8_t *text = fy_arena_alloc(edge->arena, size);

    if (before.data == NULL || element == NULL || text == NULL) {
        fy_http_problem(edge->request, FY_PROBLEM_BODY_TOO_LARGE, NULL, "it does not fit");
        return false;
    }
    memcpy(text, before.data, before.size);
    memcpy(text + before.size, body.data, body.size);
    memcpy(text + before.size + body.size, after, after_size);
    *element = (struct fy_slice){text, size};
    edge->elements = element;
    return true;
}

bool one_open(const struct edge_route *route,
    struct fy_http_request *request,
    void *program,
    struct fy_slice id,
    struct edge **ret_edge)
{
    struct fy_arena *arena = fy_http_arena(request);
    struct edge_route *own = fy_arena_alloc(arena, sizeof(*own));
    struct fy_slice name = fy_arena_format(arena, "%s/%.*s", route->name, FY_SLICE_ARG(id));

    if (own == NULL || name.data == NULL) {
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "no memory");
        return false;
    }
    *own = *route;
    own->name = (const char *)name.data;
    if (!edge_open(own, program, request, ret_edge))
        return false;
    if (!(*ret_edge)->is_array)
        return true;
    fy_http_problem(
        request, FY_PROBLEM_BAD_FIELD, NULL, "the body is an array; it must be one object");
    return false;
}
