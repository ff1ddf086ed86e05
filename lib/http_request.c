#include "lib/http_internal.h"

#include <stdlib.h>
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

const struct fy_caller *fy_http_caller(struct fy_http_request *request)
{
    return request->caller;
}

void fy_http_set_caller(struct fy_http_request *request, const struct fy_caller *caller)
{
    request->caller = caller;
}

uint64_t fy_http_peer(struct fy_http_request *request)
{
    return request->from->address;
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
    abort(); /* The route has no parameter of that name: our own mistake. */
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

bool http_item_next(struct fy_slice *rest, char separator, struct fy_slice *ret_item)
{
    const uint8_t *end;
    size_t size;

    if (rest->size == 0)
        return false;
    end = memchr(rest->data, separator, rest->size);
    size = end != NULL ? (size_t)(end - rest->data) : rest->size;
    *ret_item = (struct fy_slice){rest->data, size};
    size = end != NULL ? size + 1 : size;
    *rest = (struct fy_slice){rest->data + size, rest->size - size};

    while (ret_item->size > 0 && strchr(" \t", ret_item->data[0]) != NULL) {
        ret_item->data++;
        ret_item->size--;
    }
    while (ret_item->size > 0 && strchr(" \t", ret_item->data[ret_item->size - 1]) != NULL)
        ret_item->size--;
    return true;
}

/* What stands behind "name=" in an item; `compare` is strncmp or strncasecmp. */
static bool value_of(struct fy_slice item,
    const char *name,
    int (*compare)(const char *, const char *, size_t),
    struct fy_slice *ret_value)
{
    size_t size = strlen(name);

    if (item.size <= size || compare((const char *)item.data, name, size) != 0 ||
        item.data[size] != '=')
        return false;
    *ret_value = (struct fy_slice){item.data + size + 1, item.size - size - 1};
    return true;
}

struct fy_slice fy_http_cookie(struct fy_http_request *request, const char *name)
{
    for (int i = 0; i < request->field_count; i++) {
        struct fy_slice rest = request->fields[i].value;
        struct fy_slice item;
        struct fy_slice value;

        if (!http_field_is(&request->fields[i], "Cookie"))
            continue;
        while (http_item_next(&rest, ';', &item))
            if (value_of(item, name, strncmp, &value))
                return http_text_is_clean(value) ? value : (struct fy_slice){0};
    }
    return (struct fy_slice){0};
}

/* Seconds of at most six digits; 0 for anything else. */
static int64_t parse_seconds(struct fy_slice text)
{
    int64_t seconds = 0;

    if (text.size > 6)
        return 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return 0;
        seconds = seconds * 10 + (text.data[i] - '0');
    }
    return seconds;
}

/* RFC 7240: preferences are separated by commas; those we do not know are ignored. */
int fy_http_wait_ms(struct fy_http_request *request, int wait_ms_max)
{
    struct fy_slice rest = fy_http_header(request, "Prefer");
    struct fy_slice item;
    struct fy_slice preference;
    struct fy_slice value;

    while (http_item_next(&rest, ',', &item)) {
        int64_t wait_ms;

        if (!http_item_next(&item, ';', &preference) ||
            !value_of(preference, "wait", strncasecmp, &value))
            continue;
        wait_ms = parse_seconds(value) * 1000;
        return wait_ms < wait_ms_max ? (int)wait_ms : wait_ms_max;
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
