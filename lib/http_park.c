#include "lib/http_internal.h"
#include "lib/metrics.h"

#include <assert.h>
#include <stdlib.h>
#include <sys/timerfd.h>
#include <unistd.h>

static struct fy_metric requests_parked =
    FY_GAUGE("fy_http_parked", "Requests that wait for their answer now.");
static struct fy_metric clients_gone =
    FY_COUNTER("fy_http_gone_total", "Clients that went away before their answer.");

void http_park_register_metrics(void)
{
    fy_metric_register(&requests_parked);
    fy_metric_register(&clients_gone);
}

/* One timer for all: set to the earliest deadline, or to one that has been answered since. */
static void set_timer(struct fy_http *http, int64_t at_ms)
{
    struct itimerspec when = {0};

    if (http->timer_ms != 0 && http->timer_ms <= at_ms)
        return;
    http->timer_ms = at_ms;
    when.it_value.tv_sec = at_ms / 1000;
    when.it_value.tv_nsec = (long)(at_ms % 1000) * 1000000;
    if (timerfd_settime(http->timer_fd, TFD_TIMER_ABSTIME, &when, NULL) != 0)
        abort(); /* Only our own numbers can make it fail. */
}

void http_unpark(struct fy_http_request *request)
{
    struct fy_http *http = request->http;

    if (request->prev != NULL)
        request->prev->next = request->next;
    else
        http->parked = request->next;
    if (request->next != NULL)
        request->next->prev = request->prev;
    request->next = request->prev = NULL;
    http->parked_count--;
    fy_metric_set(&requests_parked, http->parked_count);
    MHD_resume_connection(request->connection);
    http->dirty = true;
}

static void suspend(struct fy_http_request *request, enum http_stage stage, int64_t deadline_ms)
{
    struct fy_http *http = request->http;

    MHD_suspend_connection(request->connection);
    request->stage = stage;
    request->deadline_ms = deadline_ms;
    request->from->deadline_ms = 0;
    request->next = http->parked;
    if (http->parked != NULL)
        http->parked->prev = request;
    http->parked = request;
    http->parked_count++;
    fy_metric_set(&requests_parked, http->parked_count);
    set_timer(http, request->deadline_ms);
}

void http_park(struct fy_http_request *request)
{
    struct fy_http *http = request->http;
    int deadline_ms = http->config.deadline_ms;

    suspend(request, HTTP_PARKED,
        request->own_deadline_ms != 0 ? request->own_deadline_ms
                                      : fy_reactor_mono_ms(http->reactor) + deadline_ms);
}

void http_pause(struct fy_http_request *request)
{
    request->paused_ms = fy_reactor_mono_ms(request->http->reactor);
    suspend(request, HTTP_PAUSED, request->paused_ms + HTTP_PAUSE_MS);
}

void http_stall(struct fy_http_request *request)
{
    request->paused_ms = fy_reactor_mono_ms(request->http->reactor);
    suspend(request, HTTP_STALLED, request->paused_ms + HTTP_PAUSE_MS);
}

void http_extend_deadline(struct fy_http_request *request)
{
    int64_t now_ms = fy_reactor_mono_ms(request->http->reactor);
    int64_t allowed_ms = request->http->config.receive_ms +
                         (int64_t)request->received_bytes * 1000 / HTTP_STREAM_BYTES_PER_S;

    if (request->paused_ms != 0)
        request->begun_ms += now_ms - request->paused_ms;
    request->paused_ms = 0;
    request->from->deadline_ms =
        request->begun_ms + (allowed_ms < HTTP_STREAM_MS ? allowed_ms : HTTP_STREAM_MS);
}

void fy_http_resume(struct fy_http_request *request)
{
    if (request->stage != HTTP_PAUSED)
        return;
    request->stage = HTTP_RECEIVING;
    http_extend_deadline(request);
    http_unpark(request);
}

void http_gone(struct fy_http_request *request)
{
    void (*gone)(struct fy_http_request *, void *) = request->gone;

    request->gone = NULL;
    if (gone != NULL)
        gone(request, request->gone_context);
}

static void run_late(struct fy_http_request *request)
{
    void (*late)(struct fy_http_request *, void *) = request->late;

    if (late != NULL && request->stage == HTTP_PARKED) {
        request->late = NULL;
        late(request, request->late_context);
        assert(request->stage != HTTP_PARKED); /* `late` must answer. */
        return;
    }
    if (request->stage == HTTP_STALLED) {
        http_flow_tear(request);
        return;
    }
    http_gone(request);
    fy_http_problem(request, FY_PROBLEM_DEADLINE, NULL, "nothing was decided within the deadline");
}

void fy_http_deadline(struct fy_http_request *request,
    int from_now_ms,
    void (*late)(struct fy_http_request *request, void *context),
    void *context)
{
    assert(request->stage == HTTP_HANDLING || request->stage == HTTP_PARKED);

    if (late == NULL)
        from_now_ms = request->http->config.deadline_ms;
    request->own_deadline_ms = fy_reactor_mono_ms(request->http->reactor) + from_now_ms;
    request->late = late;
    request->late_context = context;
    if (request->stage == HTTP_PARKED) {
        request->deadline_ms = request->own_deadline_ms;
        set_timer(request->http, request->deadline_ms);
    }
}

/* A callback may answer others too, so the list is looked at anew after each. */
static struct fy_http_request *first_due(struct fy_http *http, int64_t now_ms, int64_t *ret_next_ms)
{
    *ret_next_ms = 0;
    for (struct fy_http_request *request = http->parked; request != NULL; request = request->next) {
        if (request->deadline_ms <= now_ms)
            return request;
        if (*ret_next_ms == 0 || request->deadline_ms < *ret_next_ms)
            *ret_next_ms = request->deadline_ms;
    }
    return NULL;
}

void http_park_timer_ready(void *context)
{
    struct fy_http *http = context;
    struct fy_http_request *request;
    int64_t now_ms = fy_reactor_mono_ms(http->reactor);
    int64_t next_ms;
    uint64_t ticks;

    if (read(http->timer_fd, &ticks, sizeof(ticks)) != (ssize_t)sizeof(ticks))
        return;
    http->timer_ms = 0;
    while ((request = first_due(http, now_ms, &next_ms)) != NULL)
        run_late(request);
    if (next_ms != 0)
        set_timer(http, next_ms);
}

/* --- Clients that have gone ------------------------------------------------------------------ */

/* Resumed, it is closed by its next callback. */
static void abandon(struct fy_http_request *request)
{
    http_gone(request);
    if (request->stage == HTTP_STALLED)
        http_flow_tear(request);
    if (request->stage != HTTP_PARKED && request->stage != HTTP_PAUSED)
        return; /* `gone` answered it after all; nobody will read that. */
    request->stage = HTTP_ABANDONED;
    http_unpark(request);
}

/*
 * libmicrohttpd does not look at suspended sockets, and to have epoll watch each for the few ms
 * that most are parked would cost two system calls a request. One poll a second looks at all of
 * them.
 */
void http_park_sweep(struct fy_http *http)
{
    nfds_t count = 0;

    for (struct fy_http_request *request = http->parked; request != NULL; request = request->next) {
        assert(count < (nfds_t)http->config.parked_max);
        http->polls[count] = (struct pollfd){.fd = request->from->fd, .events = POLLRDHUP};
        http->polled[count++] = request;
    }
    if (count == 0 || poll(http->polls, count, 0) <= 0)
        return;
    for (nfds_t i = 0; i < count; i++) {
        enum http_stage stage = http->polled[i]->stage;

        if (http->polls[i].revents == 0 ||
            (stage != HTTP_PARKED && stage != HTTP_PAUSED && stage != HTTP_STALLED))
            continue; /* A `gone` hook may have answered others; their requests live on until then.
                       */
        fy_metric_add(&clients_gone, 1);
        abandon(http->polled[i]);
    }
}

void http_park_abandon(struct fy_http *http)
{
    while (http->parked != NULL)
        abandon(http->parked);
}
