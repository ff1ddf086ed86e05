#include "lib/http_internal.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

struct fy_arena *fy_http_arena(struct fy_http_request *request)
{
    return &request->arena;
}

const struct fy_route *fy_http_route(struct fy_http_request *request)
{
    return request->route;
}

struct fy_slice fy_http_body(struct fy_http_request *request)
{
    return (struct fy_slice){request->body, request->body_size};
}

struct fy_slice fy_http_path_param(struct fy_http_request *request, const char *name)
{
    const char *pattern = request->route->pattern;
    size_t name_size = strlen(name);

    for (int segment = 0; *pattern == '/'; segment++) {
        size_t size = strcspn(pattern + 1, "/");

        if (size == name_size + 2 && pattern[1] == '{' && memcmp(pattern + 2, name, name_size) == 0)
            return request->segments[segment];
        pattern += 1 + size;
    }
    assert(!"the route has a parameter of that name");
    return (struct fy_slice){0};
}

struct fy_slice fy_http_query(struct fy_http_request *request, const char *name)
{
    for (int i = 0; i < request->param_count; i++)
        if (fy_slice_equal(request->params[i].name, fy_slice_of(name)))
            return request->params[i].value;
    return (struct fy_slice){0};
}

/* Old clients send Latin-1 in fields nobody asks for: what is no clean text counts as not there. */
struct fy_slice fy_http_header(struct fy_http_request *request, const char *name)
{
    struct fy_slice value = http_field_find(request, name);

    return http_text_is_clean(value) ? value : (struct fy_slice){0};
}

/* One "name=value" of a Cookie field. */
static bool cookie_is(struct fy_slice pair, const char *name, struct fy_slice *ret_value)
{
    size_t name_size = strlen(name);

    if (pair.size <= name_size || memcmp(pair.data, name, name_size) != 0 ||
        pair.data[name_size] != '=')
        return false;
    *ret_value = (struct fy_slice){pair.data + name_size + 1, pair.size - name_size - 1};
    return true;
}

struct fy_slice fy_http_cookie(struct fy_http_request *request, const char *name)
{
    for (int i = 0; i < request->field_count; i++) {
        struct fy_slice rest = request->fields[i].value;
        struct fy_slice found;

        if (request->fields[i].name.size != 6 ||
            strncasecmp((const char *)request->fields[i].name.data, "Cookie", 6) != 0)
            continue;
        while (rest.size > 0) {
            const uint8_t *semicolon = memchr(rest.data, ';', rest.size);
            size_t size = semicolon != NULL ? (size_t)(semicolon - rest.data) : rest.size;
            struct fy_slice pair = {rest.data, size};

            while (pair.size > 0 && pair.data[0] == ' ') {
                pair.data++;
                pair.size--;
            }
            while (pair.size > 0 && pair.data[pair.size - 1] == ' ')
                pair.size--;
            if (cookie_is(pair, name, &found))
                return http_text_is_clean(found) ? found : (struct fy_slice){0};
            rest.data += semicolon != NULL ? size + 1 : size;
            rest.size -= semicolon != NULL ? size + 1 : size;
        }
    }
    return (struct fy_slice){0};
}

/* RFC 7240: preferences are separated by commas; those we do not know are ignored. */
int fy_http_wait_ms(struct fy_http_request *request, int wait_ms_max)
{
    struct fy_slice value = fy_http_header(request, "Prefer");

    while (value.size > 0) {
        const uint8_t *comma = memchr(value.data, ',', value.size);
        size_t size = comma != NULL ? (size_t)(comma - value.data) : value.size;
        size_t at = 0;
        int64_t wait_s = 0;

        while (at < size && (value.data[at] == ' ' || value.data[at] == '\t'))
            at++;
        if (size - at > 5 && strncasecmp((const char *)value.data + at, "wait=", 5) == 0 &&
            size - at <= 5 + 6) {
            for (at += 5; at < size && value.data[at] >= '0' && value.data[at] <= '9'; at++)
                wait_s = wait_s * 10 + (value.data[at] - '0');
            if (wait_s * 1000 > wait_ms_max)
                return wait_ms_max;
            return at == size || value.data[at] == ' ' || value.data[at] == ';'
                       ? (int)(wait_s * 1000)
                       : 0;
        }
        value.data += comma != NULL ? size + 1 : size;
        value.size -= comma != NULL ? size + 1 : size;
    }
    return 0;
}

void fy_http_on_gone(struct fy_http_request *request,
    void (*gone)(struct fy_http_request *request, void *context),
    void *context)
{
    request->gone = gone;
    request->gone_context = context;
}
