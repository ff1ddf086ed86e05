/* Answers whose body is made while it goes out. */
#include "lib/http_internal.h"

#include <assert.h>

void fy_http_answer_flowing(struct fy_http_request *request,
    int status,
    const char *content_type,
    const struct fy_http_flow *flow,
    void *context)
{
    struct http_answer *answer = &request->answer;

    assert(status >= 200 && status <= 599);
    assert(answer->status == 0); /* Exactly one answer. */

    fy_http_set_header(request, "Content-Type", content_type);
    fy_http_set_header(request, "X-Content-Type-Options", "nosniff");
    request->flow = flow;
    request->flow_context = context;
    answer->status = status;
    http_answered(request);
}

/*
 * A client must have taken what it got within 30 s, and a second for each 4 KB of all of it; time
 * that it waited for us is given back.
 */
static void extend_deadline(struct fy_http_request *request)
{
    int64_t now_ms = fy_reactor_mono_ms(request->http->reactor);
    int64_t in_all_ms;

    if (request->paused_ms != 0)
        request->begun_ms += now_ms - request->paused_ms;
    request->paused_ms = 0;
    in_all_ms = request->begun_ms + HTTP_SEND_MS +
                (int64_t)(request->flowed_bytes / HTTP_STREAM_BYTES_PER_S) * 1000;
    request->from->deadline_ms =
        now_ms + HTTP_SEND_MS < in_all_ms ? now_ms + HTTP_SEND_MS : in_all_ms;
}

/* libmicrohttpd has room for more: never while the connection is suspended. */
static ssize_t give(void *context, uint64_t at, char *bytes, size_t size)
{
    struct fy_http_request *request = context;
    ssize_t given = FY_HTTP_TORN;

    (void)at;
    if (!request->torn)
        given = request->flow->more(request->flow_context, (uint8_t *)bytes, size);
    assert(given <= (ssize_t)size);
    if (given == FY_HTTP_LATER) {
        http_stall(request);
        return 0;
    }
    if (given > 0)
        request->flowed_bytes += (uint64_t)given;
    extend_deadline(request);
    if (given > 0)
        return given;
    return given == FY_HTTP_END ? MHD_CONTENT_READER_END_OF_STREAM
                                : MHD_CONTENT_READER_END_WITH_ERROR;
}

struct MHD_Response *http_flow_response(struct fy_http_request *request)
{
    request->begun_ms = fy_reactor_mono_ms(request->http->reactor);
    request->paused_ms = 0;
    return MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, HTTP_FLOW_BYTES, give, request, NULL);
}

void fy_http_more(struct fy_http_request *request)
{
    if (request->stage != HTTP_STALLED)
        return;
    request->stage = HTTP_ANSWERED;
    extend_deadline(request);
    http_unpark(request);
}

void http_flow_tear(struct fy_http_request *request)
{
    request->torn = true;
    fy_http_more(request);
}

void http_flow_over(struct fy_http_request *request)
{
    const struct fy_http_flow *flow = request->flow;

    request->flow = NULL;
    if (flow != NULL)
        flow->over(request->flow_context);
}
