/*
 * Any bytes as the head of a request, cut into lines as libmicrohttpd cuts them: refused with a
 * problem, or its path, query, cookies and preferences are clean text within their limits.
 */
#include "lib/http_internal.h"
#include "test/fuzz/fuzz.h"

static const struct fy_route routes[] = {
    {"product", "GET", "/v1/products/{sku}", "anyone", "", 0, 0, NULL},
    {"products", "GET", "/v1/products", "anyone", "", 0, 0, NULL},
    {"price", "PUT", "/v1/products/{sku}/price", "supplier", "", 0, 1024, NULL},
    {"activity", "POST", "/v1/activity", "visitor", "", 0, 65536, NULL},
};

/* "a b c" as the parts of a request line. */
static struct fy_slice word(struct fy_slice *rest, uint8_t end)
{
    const uint8_t *stop = rest->size > 0 ? memchr(rest->data, end, rest->size) : NULL;
    size_t size = stop == NULL ? rest->size : (size_t)(stop - rest->data);
    struct fy_slice found = {rest->data, size};

    rest->data += stop == NULL ? size : size + 1;
    rest->size -= stop == NULL ? size : size + 1;
    return found;
}

static struct fy_slice line(struct fy_slice *rest)
{
    struct fy_slice found = word(rest, '\n');

    if (found.size > 0 && found.data[found.size - 1] == '\r')
        found.size--;
    return found;
}

static void cut(struct fy_http_request *request, struct fy_slice input)
{
    struct fy_slice rest = input;
    struct fy_slice first = line(&rest);

    request->head_bytes = input.size;
    request->method = word(&first, ' ');
    request->target = word(&first, ' ');
    request->version = first;
    if (request->target.size > HTTP_TARGET_BYTES_MAX)
        request->target.data = NULL;
    while (rest.size > 0 && request->field_count < HTTP_FIELDS_MAX) {
        struct fy_slice value = line(&rest);
        struct http_field *field = &request->fields[request->field_count];

        if (value.size == 0)
            break;
        field->name = word(&value, ':');
        while (value.size > 0 && value.data[0] == ' ') {
            value.data++;
            value.size--;
        }
        field->value = value;
        request->field_count++;
    }
}

static void must_be_clean(struct fy_slice text, struct fy_slice input)
{
    fuzz_must(text.data == NULL || http_text_is_clean(text), "what a handler gets is clean text");
    fuzz_must(text.size <= input.size, "and no longer than what was sent");
}

static void ask_as_handlers_do(struct fy_http_request *request, struct fy_slice input)
{
    int wait_ms = fy_http_wait_ms(request, 5000);

    fuzz_must(wait_ms >= 0 && wait_ms <= 5000, "nobody waits longer than a route allows");
    must_be_clean(fy_http_cookie(request, "fy_visitor"), input);
    if (strstr(request->route->pattern, "{sku}") != NULL)
        must_be_clean(fy_http_path_param(request, "sku"), input);
    must_be_clean(fy_http_query(request, "q"), input);
    must_be_clean(fy_http_header(request, "Idempotency-Key"), input);
    must_be_clean(fy_http_header(request, "Fy-After"), input);
    fuzz_must(http_content_length(request) >= -1, "no length is below 0");
    for (int i = 0; i < request->segment_count; i++)
        must_be_clean(request->segments[i], input);
    for (int i = 0; i < request->param_count; i++) {
        must_be_clean(request->params[i].name, input);
        must_be_clean(request->params[i].value, input);
    }
}

static void check(struct fy_slice input)
{
    static const struct fy_http_config config = {
        .routes = routes,
        .route_count = sizeof(routes) / sizeof(routes[0]),
    };
    struct fy_http_request *request;
    struct http_refusal refusal = {.problem = FY_PROBLEM_COUNT};
    bool taken;

    fuzz_pause(); /* Of one size, whatever comes. */
    request = calloc(1, sizeof(*request));
    fuzz_resume();
    request->arena = fuzz_arena;
    cut(request, input);
    taken = http_check_fields(request, &refusal) && http_check_target(request, &refusal) &&
            http_check_route(request, &config, &refusal);
    fuzz_arena = request->arena;
    if (taken)
        ask_as_handlers_do(request, input);
    else
        fuzz_must(refusal.problem < FY_PROBLEM_COUNT && refusal.why != NULL,
            "a refusal has its problem and its words");
    fuzz_pause();
    free(request);
}

#define HEAD(line, fields) line " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n" fields "\r\n"

FUZZ_TARGET(check,
    HEAD("GET /v1/products/mug-blue-0.3l?q=a+b%20c&n=7", "Prefer: wait=5, respond-async\r\n"),
    HEAD("POST /v1/activity",
        "Content-Length: 17\r\nIdempotency-Key: abc\r\nCookie: a=b; "
        "fy_visitor=00112233445566778899aabbccddeeff.0123\r\n"),
    HEAD("PUT /v1/products/m%C3%BCg/price", "Transfer-Encoding: chunked\r\nFy-Supplier: oak\r\n"),
    HEAD("HEAD /v1/products", "Fy-After: activity-3-1234\r\nContent-Encoding: identity\r\n"),
    "GET / HTTP/1.0\r\n\r\n")
