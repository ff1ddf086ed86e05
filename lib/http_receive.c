#include "lib/http_internal.h"
#include "lib/metrics.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    SPARE_REQUESTS_MAX = 256,
    SPARE_ARENA_BYTES_MAX = 64 * 1024, /* A request that used more gives its memory back. */
    ARENA_BYTES_MIN = 1024 * 1024,
    ARENA_PER_BODY_BYTE = 16, /* JSON decoded: strings stay in the body, structs are small. */
    BODY_IN_ARENA_BYTES = 16 * 1024,
    /* Of a refused body. Above what nginx lets through: hanging up on it would lose our answer. */
    DISCARD_BYTES_MAX = 1280 * 1024,
    DISCARD_BYTES_MORE = 256 * 1024, /* Beyond what a route takes. */
};

static struct fy_metric answers[] = {
    {.kind = FY_METRIC_COUNTER,
        .name = "fy_http_answers_total",
        .labels = "class=\"2xx\"",
        .help = "Answers given."},
    {.kind = FY_METRIC_COUNTER,
        .name = "fy_http_answers_total",
        .labels = "class=\"3xx\"",
        .help = "Answers given."},
    {.kind = FY_METRIC_COUNTER,
        .name = "fy_http_answers_total",
        .labels = "class=\"4xx\"",
        .help = "Answers given."},
    {.kind = FY_METRIC_COUNTER,
        .name = "fy_http_answers_total",
        .labels = "class=\"5xx\"",
        .help = "Answers given."},
};
static struct fy_metric answer_time =
    FY_HISTOGRAM("fy_http_answer_seconds", "From the request line to the answer.");

void http_receive_register_metrics(void)
{
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
        fy_metric_register(&answers[i]);
    fy_metric_register(&answer_time);
}

static int64_t clock_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* --- Requests, used again ------------------------------------------------------------------- */

static struct fy_http_request *request_new(struct fy_http *http)
{
    struct fy_http_request *request = http->spare;

    if (request != NULL) {
        http->spare = request->next;
        http->spare_count--;
        request->next = NULL;
    } else {
        request = calloc(1, sizeof(*request));
        if (request == NULL)
            return NULL;
        fy_arena_init(&request->arena, ARENA_BYTES_MIN);
    }
    request->http = http;
    request->started_us = clock_us();
    http->request_count++;
    return request;
}

static void body_free(struct fy_http_request *request)
{
    if (request->body_on_heap) {
        request->http->bodies_bytes -= request->body_capacity;
        free(request->body);
    }
    request->body = NULL;
    request->body_size = request->body_capacity = 0;
    request->body_on_heap = false;
}

uint8_t *fy_http_body_take(struct fy_http_request *request, size_t *ret_size)
{
    uint8_t *body = request->body;

    if (body == NULL)
        return NULL;
    if (!request->body_on_heap) {
        body = malloc(request->body_size);
        if (body == NULL)
            return NULL;
        memcpy(body, request->body, request->body_size);
    } else {
        request->http->bodies_bytes -= request->body_capacity;
        request->body_on_heap = false;
    }
    *ret_size = request->body_size;
    body_free(request);
    return body;
}

/* The tables behind their counts are not cleared: what is above a count is never read. */
static void request_reset(struct fy_http_request *request)
{
    struct fy_arena arena = request->arena;

    if (arena.bytes_used > SPARE_ARENA_BYTES_MAX)
        fy_arena_done(&arena);
    else
        fy_arena_clear(&arena);
    memset(request, 0, offsetof(struct fy_http_request, answer));
    request->answer.status = 0;
    request->answer.body = (struct fy_slice){0};
    request->answer.close = false;
    request->answer.field_count = 0;
    request->field_count = request->segment_count = request->param_count = 0;
    request->arena = arena;
    request->arena.bytes_max = ARENA_BYTES_MIN;
}

static void request_free(struct fy_http_request *request)
{
    struct fy_http *http = request->http;

    body_free(request);
    free(request->answer.taken);
    request->answer.taken = NULL;
    http->request_count--;
    assert(http->request_count >= 0);
    if (http->spare_count < SPARE_REQUESTS_MAX) {
        request_reset(request);
        request->next = http->spare;
        http->spare = request;
        http->spare_count++;
        return;
    }
    fy_arena_done(&request->arena);
    free(request);
}

void http_spare_free(struct fy_http *http)
{
    while (http->spare != NULL) {
        struct fy_http_request *request = http->spare;

        http->spare = request->next;
        fy_arena_done(&request->arena);
        free(request);
    }
    http->spare_count = 0;
}

/* --- Answers --------------------------------------------------------------------------------- */

void http_answered(struct fy_http_request *request)
{
    int class = request->answer.status / 100;
    bool suspended = request->stage == HTTP_PARKED || request->stage == HTTP_PAUSED;

    assert(class >= 2 && class <= 5);

    fy_metric_add(&answers[class - 2], 1);
    fy_metric_observe_us(&answer_time, clock_us() - request->started_us);
    if (request->stage == HTTP_PAUSED) {
        request->stage = HTTP_DISCARDING;
        http_extend_deadline(request);
    } else if (request->stage != HTTP_RECEIVING && request->stage != HTTP_NEW) {
        request->stage = HTTP_ANSWERED;
    }
    request->gone = NULL;
    if (suspended)
        http_unpark(request);
}

static enum MHD_Result queue_answer(struct fy_http_request *request)
{
    struct http_answer *answer = &request->answer;
    struct MHD_Response *response;
    enum MHD_Result result = MHD_YES;

    /* The body is of the request's arena, which lives until libmicrohttpd has completed it. */
    response = request->flow != NULL
                   ? http_flow_response(request)
                   : MHD_create_response_from_buffer(answer->body.size,
                         (void *)(uintptr_t)answer->body.data, MHD_RESPMEM_PERSISTENT);
    if (response == NULL)
        return MHD_NO;
    for (int i = 0; i < answer->field_count && result == MHD_YES; i++)
        result = MHD_add_response_header(response, (const char *)answer->fields[i].name.data,
            (const char *)answer->fields[i].value.data);
    if (result == MHD_YES && (answer->close || request->http->draining))
        result = MHD_add_response_header(response, "Connection", "close");
    if (result == MHD_YES)
        result = MHD_queue_response(request->connection, (unsigned)answer->status, response);
    MHD_destroy_response(response);
    request->stage = HTTP_ANSWERED;
    request->from->answering = true;
    request->from->deadline_ms = fy_reactor_mono_ms(request->http->reactor) + HTTP_SEND_MS;
    return result;
}

/* --- The head and the body ------------------------------------------------------------------- */

static enum MHD_Result take_field(void *context,
    enum MHD_ValueKind kind,
    const char *name,
    size_t name_size,
    const char *value,
    size_t value_size)
{
    struct fy_http_request *request = context;
    struct http_field *field;

    (void)kind;
    if (request->field_count > HTTP_FIELDS_MAX)
        return MHD_NO;
    if (request->field_count < HTTP_FIELDS_MAX) {
        field = &request->fields[request->field_count];
        field->name = (struct fy_slice){(const uint8_t *)name, name_size};
        field->value = (struct fy_slice){(const uint8_t *)(value != NULL ? value : ""), value_size};
    }
    request->field_count++;
    return MHD_YES;
}

static bool take_fields(struct fy_http_request *request, struct http_refusal *ret_refusal)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(request->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);

    (void)MHD_get_connection_values_n(request->connection, MHD_HEADER_KIND, take_field, request);
    if (request->field_count > HTTP_FIELDS_MAX ||
        (info != NULL && info->header_size > HTTP_HEAD_BYTES_MAX)) {
        request->field_count = 0;
        *ret_refusal = (struct http_refusal){.problem = FY_PROBLEM_HEADERS_TOO_LARGE,
            .why = "at most 8 KB and 64 fields are taken",
            .close = true};
        return false;
    }
    request->head_bytes = info != NULL ? info->header_size : 0;
    return true;
}

/* Room for `capacity` bytes of body in all. */
static bool body_reserve(struct fy_http_request *request, size_t capacity)
{
    struct fy_http *http = request->http;
    size_t more = capacity - request->body_capacity;
    uint8_t *body;

    if (capacity <= request->body_capacity)
        return true;
    if (capacity <= BODY_IN_ARENA_BYTES && request->body == NULL) {
        request->body = fy_arena_alloc(&request->arena, capacity);
        request->body_capacity = capacity;
        return request->body != NULL;
    }
    if (!request->body_on_heap)
        more = capacity;
    if (http->bodies_bytes + more > http->config.bodies_bytes_max)
        return false;
    body = realloc(request->body_on_heap ? request->body : NULL, capacity);
    if (body == NULL)
        return false;
    if (!request->body_on_heap && request->body_size > 0)
        memcpy(body, request->body, request->body_size);
    http->bodies_bytes += more;
    request->body = body;
    request->body_capacity = capacity;
    request->body_on_heap = true;
    return true;
}

static bool check_load(
    struct fy_http *http, const struct http_connection *from, struct http_refusal *ret_refusal)
{
    enum fy_problem problem = FY_PROBLEM_BUSY;
    const char *why = NULL;

    if (http->draining)
        why = "this instance is stopping; ask again";
    else if (http->connection_count > http->config.connections_max)
        why = "too many connections are open";
    else if (http->parked_count >= http->config.parked_max)
        why = "too many requests wait for their answer";
    if (why == NULL && from->siblings > http->config.address_connections_max) {
        problem = FY_PROBLEM_TOO_MANY;
        why = "too many connections are open from this address";
    }
    if (why == NULL)
        return true;
    *ret_refusal = (struct http_refusal){.problem = problem, .why = why, .close = true};
    return false;
}

static bool check_body_size(struct fy_http_request *request, struct http_refusal *ret_refusal)
{
    int64_t length = http_content_length(request);
    size_t bytes_max = request->route->body_bytes_max;

    if (length > (int64_t)bytes_max) {
        *ret_refusal = (struct http_refusal){.problem = FY_PROBLEM_BODY_TOO_LARGE,
            .field = "Content-Length",
            .why = "the body is larger than this route takes"};
        return false;
    }
    if (request->stream == NULL && length > 0 && !body_reserve(request, (size_t)length)) {
        *ret_refusal = (struct http_refusal){
            .problem = FY_PROBLEM_BUSY, .why = "too many bodies are on their way"};
        return false;
    }
    return true;
}

/* Of a refused body: what nginx lets through for the route, or hanging up would lose our answer. */
static size_t discard_bytes_max(const struct fy_http_request *request)
{
    size_t bytes_max =
        request->route != NULL ? request->route->body_bytes_max + DISCARD_BYTES_MORE : 0;

    return bytes_max > DISCARD_BYTES_MAX ? bytes_max : DISCARD_BYTES_MAX;
}

/*
 * A refused request whose body is small is read to its end, so that the client, still sending, gets
 * to read the answer and may keep its connection. Else the answer goes out now and we hang up.
 */
static bool body_can_be_discarded(const struct fy_http_request *request)
{
    if (request->answer.close || http_field_find(request, "Expect").data != NULL)
        return false;
    return http_content_length(request) <= (int64_t)discard_bytes_max(request);
}

static const struct fy_http_stream *stream_of(const struct fy_http_request *request)
{
    const struct fy_http_config *config = &request->http->config;

    for (int i = 0; i < config->stream_count; i++)
        if (config->streams[i].handler == request->route->handler)
            return &config->streams[i];
    return NULL;
}

static bool find_route(struct fy_http_request *request, struct http_refusal *ret_refusal)
{
    if (!http_check_route(request, &request->http->config, ret_refusal))
        return false;
    request->stream = stream_of(request);
    request->begun_ms = fy_reactor_mono_ms(request->http->reactor);
    return true;
}

/* Rows of the program are behind its gate; /healthz and /metrics are not. */
static bool is_admitted(struct fy_http_request *request)
{
    const struct fy_http_config *config = &request->http->config;
    bool gated = request->route >= config->routes &&
                 request->route < config->routes + config->route_count && config->admits != NULL;
    bool admitted = !gated || config->admits(request, config->gate);

    assert(admitted == (request->answer.status == 0));
    return admitted;
}

/* The head is one we take: a stream is told, and may refuse it. */
static void begin(struct fy_http_request *request)
{
    request->arena.bytes_max = ARENA_BYTES_MIN;
    if (request->stream == NULL)
        request->arena.bytes_max += ARENA_PER_BODY_BYTE * request->route->body_bytes_max;
    else
        request->stream->begin(request, request->route_context);
}

static enum MHD_Result take_head(
    struct fy_http_request *request, const char *method, const char *version)
{
    struct fy_http *http = request->http;
    struct http_refusal refusal = {0};

    request->method = fy_slice_of(method);
    request->version = fy_slice_of(version);
    if (take_fields(request, &refusal) && http_check_fields(request, &refusal) &&
        check_load(http, request->from, &refusal) && http_check_target(request, &refusal) &&
        find_route(request, &refusal) && is_admitted(request) &&
        check_body_size(request, &refusal)) {
        begin(request);
        if (request->answer.status == 0) {
            request->stage = HTTP_RECEIVING;
            return MHD_YES;
        }
    } else if (request->answer.status == 0) {
        http_refuse(request, &refusal);
    }
    if (!body_can_be_discarded(request)) {
        request->answer.close = true;
        return queue_answer(request);
    }
    body_free(request);
    request->stage = HTTP_DISCARDING;
    return MHD_YES;
}

/* False when the ceiling or the memory for bodies does not allow it. */
static void too_large(struct fy_http_request *request)
{
    fy_http_problem(request, FY_PROBLEM_BODY_TOO_LARGE, NULL,
        "the body is larger than the %zu bytes that this route takes",
        request->route->body_bytes_max);
}

static bool body_append(struct fy_http_request *request, const char *data, size_t size)
{
    size_t bytes_max = request->route->body_bytes_max;
    size_t needed = request->body_size + size;
    size_t capacity = 2 * request->body_capacity;

    if (needed > bytes_max) {
        too_large(request);
        return false;
    }
    capacity = capacity < needed ? needed : capacity > bytes_max ? bytes_max : capacity;
    if (needed > request->body_capacity && !body_reserve(request, capacity)) {
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "too many bodies are on their way");
        return false;
    }
    assert(request->body_capacity >= needed);
    memcpy(request->body + request->body_size, data, size);
    request->body_size = needed;
    return true;
}

/* How many of `size` bytes are done with. */
static size_t take_piece(struct fy_http_request *request, const char *data, size_t size)
{
    struct fy_slice bytes = {(const uint8_t *)data, size};
    size_t taken = 0;

    if (request->answer.status == 0 &&
        request->received_bytes + size > request->route->body_bytes_max) {
        http_gone(request);
        too_large(request);
    }
    if (request->answer.status == 0)
        taken = request->stream->piece(request, request->route_context, bytes);
    assert(taken <= size && request->stage == HTTP_RECEIVING);
    if (request->answer.status != 0) {
        request->stage = HTTP_DISCARDING;
        request->discarded_bytes += size;
        return size;
    }
    request->received_bytes += taken;
    http_extend_deadline(request);
    if (taken < size)
        http_pause(request);
    return taken;
}

static enum MHD_Result take_body(struct fy_http_request *request, const char *data, size_t size)
{
    if (request->stage == HTTP_RECEIVING) {
        if (body_append(request, data, size))
            return MHD_YES;
        body_free(request);
        request->stage = HTTP_DISCARDING;
    }
    request->discarded_bytes += size;
    return request->discarded_bytes <= discard_bytes_max(request) ? MHD_YES : MHD_NO;
}

/* The whole request is there. */
static enum MHD_Result handle(struct fy_http_request *request)
{
    request->stage = HTTP_HANDLING;
    request->route->handler(request, request->route_context);
    if (request->stage == HTTP_ANSWERED)
        return queue_answer(request);
    http_park(request);
    return MHD_YES;
}

/* --- libmicrohttpd's callbacks ---------------------------------------------------------------- */

static struct http_connection *connection_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

    return info != NULL ? info->socket_context : NULL;
}

/* The request line has been read; what is returned becomes the request's context. */
void *http_on_target(void *context, const char *target, struct MHD_Connection *connection)
{
    struct fy_http *http = context;
    struct http_connection *from = connection_of(connection);
    struct fy_http_request *request = from != NULL ? request_new(http) : NULL;
    struct fy_slice text = fy_slice_of(target);

    if (request == NULL)
        return NULL;
    request->connection = connection;
    request->from = from;
    if (text.size <= HTTP_TARGET_BYTES_MAX)
        request->target = fy_arena_copy(&request->arena, text);
    from->idle = false;
    if (from->deadline_ms == 0)
        from->deadline_ms = fy_reactor_mono_ms(http->reactor) + http->config.receive_ms;
    return request;
}

void http_on_completed(void *context,
    struct MHD_Connection *connection,
    void **request_context,
    enum MHD_RequestTerminationCode how)
{
    struct fy_http_request *request = *request_context;

    (void)context;
    (void)connection;
    (void)how;
    if (request == NULL)
        return;
    assert(request->stage != HTTP_PARKED && request->stage != HTTP_PAUSED &&
           request->stage != HTTP_HANDLING && request->stage != HTTP_STALLED);
    if (request->stage == HTTP_RECEIVING)
        http_gone(request);
    http_flow_over(request);
    *request_context = NULL;
    request->from->idle = true;
    request->from->answering = false;
    request->from->idle_received = -1;
    request->from->deadline_ms = 0;
    request_free(request);
}

/* libmicrohttpd calls this for the head, for each piece of the body, at its end, and when resumed.
 */
enum MHD_Result http_on_request(void *context,
    struct MHD_Connection *connection,
    const char *url,
    const char *method,
    const char *version,
    const char *upload_data,
    size_t *upload_size,
    void **request_context)
{
    struct fy_http_request *request = *request_context;
    size_t size = *upload_size;

    (void)context;
    (void)connection;
    (void)url;
    if (request == NULL)
        return MHD_NO; /* There was no memory for it. */
    switch (request->stage) {
    case HTTP_NEW:
        return take_head(request, method, version);
    case HTTP_RECEIVING:
    case HTTP_DISCARDING:
        if (size > 0 && request->stage == HTTP_RECEIVING && request->stream != NULL) {
            *upload_size = size - take_piece(request, upload_data, size);
            return MHD_YES;
        }
        if (size > 0) {
            *upload_size = 0;
            return take_body(request, upload_data, size);
        }
        return request->answer.status == 0 ? handle(request) : queue_answer(request);
    case HTTP_ANSWERED:
        return queue_answer(request);
    case HTTP_HANDLING:
    case HTTP_PARKED:
    case HTTP_PAUSED:
    case HTTP_STALLED:
    case HTTP_ABANDONED:
        break;
    }
    return MHD_NO;
}
