#include "lib/http_internal.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool refuse(struct http_refusal *ret_refusal,
    enum fy_problem problem,
    const char *field,
    const char *why,
    bool close)
{
    *ret_refusal =
        (struct http_refusal){.problem = problem, .field = field, .why = why, .close = close};
    return false;
}

static bool name_is(struct fy_slice name, const char *wanted)
{
    return name.size == strlen(wanted) &&
           strncasecmp((const char *)name.data, wanted, name.size) == 0;
}

bool http_field_is(const struct http_field *field, const char *name)
{
    return name_is(field->name, name);
}

struct fy_slice http_field_find(const struct fy_http_request *request, const char *name)
{
    for (int i = 0; i < request->field_count; i++)
        if (name_is(request->fields[i].name, name))
            return request->fields[i].value;
    return (struct fy_slice){0};
}

/* --- Characters ----------------------------------------------------------------------------- */

/* The second byte alone tells overlong forms, surrogates and what is above U+10FFFF. */
static bool second_is_valid(uint8_t lead, uint8_t second)
{
    uint8_t least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    uint8_t most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;

    return second >= least && second <= most;
}

/* Length of the UTF-8 sequence at the start of `text`; 0 when it is not well-formed (RFC 3629). */
static size_t sequence_length(const uint8_t *text, size_t left)
{
    uint8_t lead = text[0];
    size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;

    if (lead < 0x80)
        return 1;
    if (lead < 0xc2 || lead > 0xf4 || length > left || !second_is_valid(lead, text[1]))
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((text[i] & 0xc0) != 0x80)
            return 0;
    return length;
}

bool http_text_is_clean(struct fy_slice text)
{
    size_t i = 0;

    while (i < text.size) {
        size_t length = sequence_length(text.data + i, text.size - i);

        if (length == 0 || text.data[i] < 0x20 || text.data[i] == 0x7f)
            return false;
        i += length;
    }
    return true;
}

/* tchar of RFC 9110: a name with a blank in it is how one request is smuggled inside another. */
static bool is_token(struct fy_slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        uint8_t c = text.data[i];
        bool alnum = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

        if (!alnum && (c == '\0' || strchr("!#$%&'*+-.^_`|~", c) == NULL))
            return false;
    }
    return text.size > 0;
}

static bool has_control(struct fy_slice value)
{
    for (size_t i = 0; i < value.size; i++)
        if ((value.data[i] < 0x20 && value.data[i] != '\t') || value.data[i] == 0x7f)
            return true;
    return false;
}

/* RFC 3986 host and port, and an underscore, which machines' names have. */
static bool is_host(struct fy_slice host)
{
    for (size_t i = 0; i < host.size; i++) {
        uint8_t c = host.data[i];
        bool alnum = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

        if (!alnum && (c == '\0' || strchr(".-_:[]", c) == NULL))
            return false;
    }
    return host.size > 0;
}

static bool is_number(struct fy_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.size >= 1 && text.size <= 18;
}

/* --- Framing -------------------------------------------------------------------------------- */

/* Two of these, and two readers of one request may disagree about what it is. */
static const char *const single_fields[] = {"Host", "Content-Length", "Transfer-Encoding",
    "Content-Type", "Idempotency-Key", "Authorization", "Fy-Supplier"};

static const char *repeated_field(const struct fy_http_request *request)
{
    for (size_t s = 0; s < sizeof(single_fields) / sizeof(single_fields[0]); s++) {
        int count = 0;

        for (int i = 0; i < request->field_count; i++)
            count += name_is(request->fields[i].name, single_fields[s]);
        if (count > 1)
            return single_fields[s];
    }
    return NULL;
}

static bool check_body_fields(
    const struct fy_http_request *request, struct http_refusal *ret_refusal)
{
    struct fy_slice length = http_field_find(request, "Content-Length");
    struct fy_slice coding = http_field_find(request, "Transfer-Encoding");
    struct fy_slice content = http_field_find(request, "Content-Encoding");

    if (length.data != NULL && !is_number(length))
        return refuse(
            ret_refusal, FY_PROBLEM_BAD_REQUEST, "Content-Length", "it must be digits only", true);
    if (coding.data != NULL && length.data != NULL)
        return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, "Transfer-Encoding",
            "it must not come with Content-Length", true);
    if (coding.data != NULL && !name_is(coding, "chunked"))
        return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, "Transfer-Encoding",
            "only \"chunked\" is taken", true);
    if (coding.data != NULL && !name_is(request->version, "HTTP/1.1"))
        return refuse(
            ret_refusal, FY_PROBLEM_BAD_REQUEST, "Transfer-Encoding", "it needs HTTP/1.1", true);
    if (content.data != NULL && !name_is(content, "identity"))
        return refuse(ret_refusal, FY_PROBLEM_BAD_MEDIA_TYPE, "Content-Encoding",
            "bodies are taken as they are only", false);
    return true;
}

/*
 * What we see must account for every byte that was sent. libmicrohttpd drops fields without a name,
 * cuts values and targets at a NUL, and reads folded lines and bare line feeds its own way: another
 * reader of the same bytes may find another request in them. nginx, browsers and curl all write
 * "Name: value" and nothing else.
 */
static bool all_is_accounted_for(const struct fy_http_request *request)
{
    size_t bytes = request->method.size + 1 + request->target.size + 1 + request->version.size + 2;

    if (request->target.data == NULL)
        return true; /* Longer than we keep: refused as that. */
    for (int i = 0; i < request->field_count; i++)
        bytes += request->fields[i].name.size + 2 + request->fields[i].value.size + 2;
    return request->head_bytes == bytes + 2;
}

bool http_check_fields(const struct fy_http_request *request, struct http_refusal *ret_refusal)
{
    struct fy_slice host = http_field_find(request, "Host");
    const char *repeated;

    if (!name_is(request->version, "HTTP/1.1") && !name_is(request->version, "HTTP/1.0"))
        return refuse(
            ret_refusal, FY_PROBLEM_BAD_REQUEST, NULL, "only HTTP/1.0 and 1.1 are spoken", true);
    if (!is_token(request->method))
        return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, NULL, "the method is no token", true);
    for (int i = 0; i < request->field_count; i++) {
        if (!is_token(request->fields[i].name))
            return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, NULL,
                "a header name has characters that no name may have", true);
        if (has_control(request->fields[i].value))
            return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, NULL,
                "a header value has control characters", true);
    }
    if (!all_is_accounted_for(request))
        return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, NULL,
            "the head has a NUL, a folded or unended line, or blanks where none belong", true);
    repeated = repeated_field(request);
    if (repeated != NULL)
        return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, repeated, "it came twice", true);
    if (host.data == NULL && name_is(request->version, "HTTP/1.1"))
        return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, "Host", "it is missing", true);
    if (host.data != NULL && !is_host(host))
        return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, "Host", "it is no host and port", true);
    return check_body_fields(request, ret_refusal);
}

int64_t http_content_length(const struct fy_http_request *request)
{
    struct fy_slice text = http_field_find(request, "Content-Length");
    int64_t length = 0;

    if (text.data == NULL)
        return -1;
    for (size_t i = 0; i < text.size; i++)
        length = length * 10 + (text.data[i] - '0');
    return length;
}

/* --- Target --------------------------------------------------------------------------------- */

static int hex_digit(uint8_t c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* In place: what is decoded is never longer. False when it is not percent-encoded clean text. */
static bool decode(uint8_t *text, size_t size, bool plus_is_blank, struct fy_slice *ret_text)
{
    size_t out = 0;

    for (size_t i = 0; i < size; i++) {
        uint8_t c = text[i];

        if (c <= 0x20 || c >= 0x7f || c == '#' || c == '\\')
            return false;
        if (c == '%') {
            int high = i + 2 < size ? hex_digit(text[i + 1]) : -1;
            int low = i + 2 < size ? hex_digit(text[i + 2]) : -1;

            if (high < 0 || low < 0)
                return false;
            c = (uint8_t)(high << 4 | low);
            i += 2;
        } else if (c == '+' && plus_is_blank) {
            c = ' ';
        }
        text[out++] = c;
    }
    *ret_text = (struct fy_slice){text, out};
    return http_text_is_clean(*ret_text);
}

static bool cut_path(
    struct fy_http_request *request, uint8_t *path, size_t size, struct http_refusal *ret_refusal)
{
    size_t start = 1;

    for (size_t i = 1; i <= size; i++) {
        if (i < size && path[i] != '/')
            continue;
        if (request->segment_count == HTTP_SEGMENTS_MAX)
            return refuse(
                ret_refusal, FY_PROBLEM_NOT_FOUND, NULL, "no path has so many parts", false);
        if (!decode(path + start, i - start, false, &request->segments[request->segment_count++]))
            return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, NULL,
                "the path is not percent-encoded UTF-8 without control characters", false);
        start = i + 1;
    }
    return true;
}

static bool cut_param(
    struct fy_http_request *request, uint8_t *text, size_t size, struct http_refusal *ret_refusal)
{
    uint8_t *equals = memchr(text, '=', size);
    size_t name_size = equals != NULL ? (size_t)(equals - text) : size;
    struct http_field *param;

    if (request->param_count == HTTP_PARAMS_MAX)
        return refuse(
            ret_refusal, FY_PROBLEM_BAD_QUERY, NULL, "no query has so many parameters", false);
    param = &request->params[request->param_count];
    param->value = (struct fy_slice){text, 0};
    if (!decode(text, name_size, true, &param->name) ||
        (equals != NULL && !decode(equals + 1, size - name_size - 1, true, &param->value)))
        return refuse(ret_refusal, FY_PROBLEM_BAD_QUERY, NULL,
            "the query is not percent-encoded UTF-8 without control characters", false);
    for (int i = 0; i < request->param_count; i++) {
        if (fy_slice_equal(request->params[i].name, param->name))
            return refuse(
                ret_refusal, FY_PROBLEM_BAD_QUERY, NULL, "a query parameter came twice", false);
    }
    request->param_count++;
    return true;
}

static bool cut_query(
    struct fy_http_request *request, uint8_t *query, size_t size, struct http_refusal *ret_refusal)
{
    size_t start = 0;

    for (size_t i = 0; i <= size; i++) {
        if (i < size && query[i] != '&')
            continue;
        if (i > start && !cut_param(request, query + start, i - start, ret_refusal))
            return false;
        start = i + 1;
    }
    return true;
}

bool http_check_target(struct fy_http_request *request, struct http_refusal *ret_refusal)
{
    struct fy_slice copy;
    uint8_t *text;
    uint8_t *mark;
    size_t path_size;

    if (request->target.data == NULL)
        return refuse(
            ret_refusal, FY_PROBLEM_URI_TOO_LONG, NULL, "at most 4096 bytes are taken", true);
    if (request->target.size == 0 || request->target.data[0] != '/')
        return refuse(ret_refusal, FY_PROBLEM_BAD_REQUEST, NULL, "the target is no path", true);
    copy = fy_arena_copy(&request->arena, request->target);
    if (copy.data == NULL)
        return refuse(ret_refusal, FY_PROBLEM_INTERNAL, NULL, "no memory", true);
    text = (uint8_t *)(uintptr_t)copy.data; /* Our own copy, decoded in place. */
    mark = memchr(text, '?', copy.size);
    path_size = mark != NULL ? (size_t)(mark - text) : copy.size;
    if (!cut_path(request, text, path_size, ret_refusal))
        return false;
    return mark == NULL || cut_query(request, mark + 1, copy.size - path_size - 1, ret_refusal);
}

/* --- Route ---------------------------------------------------------------------------------- */

static bool path_matches(const struct fy_http_request *request, const char *pattern)
{
    int segment = 0;

    while (*pattern == '/') {
        size_t size = strcspn(pattern + 1, "/");
        struct fy_slice part = {(const uint8_t *)pattern + 1, size};

        if (segment == request->segment_count)
            return false;
        if (part.data[0] == '{') {
            if (request->segments[segment].size == 0)
                return false;
        } else if (!fy_slice_equal(part, request->segments[segment])) {
            return false;
        }
        segment++;
        pattern += 1 + size;
    }
    return segment == request->segment_count;
}

static bool method_matches(const struct fy_http_request *request, const struct fy_route *route)
{
    if (fy_slice_equal(request->method, fy_slice_of(route->method)))
        return true;
    return request->head_only && strcmp(route->method, "GET") == 0;
}

/* Looks through one table; adds to `allow` the methods of rows whose path alone matches. */
static bool find_in(struct fy_http_request *request,
    const struct fy_route *routes,
    int count,
    void *context,
    char *allow,
    size_t allow_size)
{
    for (int i = 0; i < count; i++) {
        size_t used = strlen(allow);

        if (!path_matches(request, routes[i].pattern))
            continue;
        if (method_matches(request, &routes[i])) {
            request->route = &routes[i];
            request->route_context = context;
            return true;
        }
        (void)snprintf(allow + used, allow_size - used, "%s%s%s", used > 0 ? ", " : "",
            routes[i].method, strcmp(routes[i].method, "GET") == 0 ? ", HEAD" : "");
    }
    return false;
}

bool http_check_route(struct fy_http_request *request,
    const struct fy_http_config *config,
    struct http_refusal *ret_refusal)
{
    char allow[128] = "";
    struct fy_slice copy;

    request->head_only = fy_slice_equal(request->method, fy_slice_of("HEAD"));
    if (find_in(request, config->extra_routes, config->extra_route_count, config->extra, allow,
            sizeof(allow)) ||
        find_in(
            request, config->routes, config->route_count, config->program, allow, sizeof(allow)))
        return true;
    if (allow[0] == '\0')
        return refuse(ret_refusal, FY_PROBLEM_NOT_FOUND, NULL, "there is no such path", false);
    copy = fy_arena_copy(&request->arena, fy_slice_of(allow));
    (void)refuse(ret_refusal, FY_PROBLEM_METHOD_NOT_ALLOWED, NULL, "see Allow", false);
    ret_refusal->allow = (const char *)copy.data;
    return false;
}
