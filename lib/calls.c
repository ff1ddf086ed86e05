#include "lib/calls.h"

#include <curl/curl.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { CALLS_MAX = 256, CONNECT_MS = 3000, EVENTS_MAX = 32, NS_PER_MS = 1000000 };

struct call {
    CURL *easy;
    bool out;
    bool too_large;
    uint64_t token;
    struct curl_slist *headers;
    char head[FY_CALLS_HEAD_BYTES_MAX];
    size_t head_bytes;
    uint8_t *body;
    size_t body_bytes, body_room;
    struct fy_calls *calls;
};

/* The reactor sees one descriptor: an epoll of libcurl's sockets and its timer. */
struct fy_calls {
    struct fy_reactor *reactor;
    CURLM *multi;
    int epoll_fd, timer_fd;
    int calls_max;
    size_t body_bytes_max;
    fy_call_done *done;
    void *context;
    struct call *calls;
};

/* --- Answers come --------------------------------------------------------------------------- */

static size_t on_head(char *bytes, size_t one, size_t size, void *context)
{
    struct call *call = context;

    (void)one;
    if (size >= 5 && memcmp(bytes, "HTTP/", 5) == 0)
        call->head_bytes = 0; /* Behind a 100: only the last head counts. */
    if (size > sizeof(call->head) - call->head_bytes) {
        call->too_large = true;
        return 0;
    }
    memcpy(call->head + call->head_bytes, bytes, size);
    call->head_bytes += size;
    return size;
}

static size_t on_body(char *bytes, size_t one, size_t size, void *context)
{
    struct call *call = context;
    size_t most = call->calls->body_bytes_max;

    (void)one;
    if (size > most - call->body_bytes) {
        call->too_large = true;
        return 0;
    }
    if (call->body_bytes + size > call->body_room) {
        size_t room = call->body_room == 0 ? 4096 : 2 * call->body_room;
        uint8_t *more;

        while (room < call->body_bytes + size)
            room *= 2;
        more = realloc(call->body, room);
        if (more == NULL)
            return 0;
        call->body = more;
        call->body_room = room;
    }
    memcpy(call->body + call->body_bytes, bytes, size);
    call->body_bytes += size;
    return size;
}

static enum fy_call_fate fate_of(CURLcode result)
{
    switch (result) {
    case CURLE_OK:
        return FY_CALL_ANSWERED;
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
        return FY_CALL_NOT_SENT;
    default:
        return FY_CALL_UNKNOWN;
    }
}

static void finish(struct fy_calls *calls, struct call *call, CURLcode result)
{
    struct fy_call_answer answer = {.fate = fate_of(result),
        .head = {(const uint8_t *)call->head, call->head_bytes},
        .body = {call->body, call->body_bytes},
        .words = result == CURLE_OK ? "" : curl_easy_strerror(result)};
    long status = 0;

    (void)curl_easy_getinfo(call->easy, CURLINFO_RESPONSE_CODE, &status);
    (void)curl_multi_remove_handle(calls->multi, call->easy);
    curl_slist_free_all(call->headers);
    call->headers = NULL;
    answer.status = (int)status;
    if (answer.body.data == NULL)
        answer.body = fy_slice_of("");
    calls->done(calls->context, call->token, &answer);
    call->out = false; /* Behind `done`: what it sends may not take the answer's place. */
    free(call->body);
    call->body = NULL;
    call->body_bytes = call->body_room = 0;
}

static void collect(struct fy_calls *calls)
{
    CURLMsg *message;
    int left;

    while ((message = curl_multi_info_read(calls->multi, &left)) != NULL) {
        struct call *call = NULL;
        CURLcode result = message->data.result;

        if (message->msg != CURLMSG_DONE)
            continue;
        (void)curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&call);
        finish(calls, call, result);
    }
}

/* --- Sockets and time ------------------------------------------------------------------------- */

static int on_socket(CURL *easy, curl_socket_t fd, int what, void *context, void *known)
{
    struct fy_calls *calls = context;
    struct epoll_event event = {.data.fd = fd};

    (void)easy;
    if (what == CURL_POLL_REMOVE) {
        (void)epoll_ctl(calls->epoll_fd, EPOLL_CTL_DEL, fd, NULL);
        return 0;
    }
    event.events = ((what & CURL_POLL_IN) != 0 ? (uint32_t)EPOLLIN : 0) |
                   ((what & CURL_POLL_OUT) != 0 ? (uint32_t)EPOLLOUT : 0);
    if (epoll_ctl(calls->epoll_fd, known == NULL ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, fd, &event) !=
            0 &&
        errno == EEXIST)
        (void)epoll_ctl(calls->epoll_fd, EPOLL_CTL_MOD, fd, &event);
    (void)curl_multi_assign(calls->multi, fd, calls); /* Known from now on. */
    return 0;
}

static int on_timer(CURLM *multi, long ms, void *context)
{
    struct fy_calls *calls = context;
    struct itimerspec when = {0};

    (void)multi;
    if (ms >= 0) {
        when.it_value.tv_sec = ms / 1000;
        when.it_value.tv_nsec = ms == 0 ? 1 : ms % 1000 * NS_PER_MS;
    }
    (void)timerfd_settime(calls->timer_fd, 0, &when, NULL);
    return 0;
}

static void turn(void *context)
{
    struct fy_calls *calls = context;
    struct epoll_event events[EVENTS_MAX];
    int running, count = epoll_wait(calls->epoll_fd, events, EVENTS_MAX, 0);

    for (int i = 0; i < count; i++) {
        int fd = events[i].data.fd, what = 0;
        uint64_t ticks;

        if (fd == calls->timer_fd) {
            if (read(fd, &ticks, sizeof(ticks)) == (ssize_t)sizeof(ticks))
                (void)curl_multi_socket_action(calls->multi, CURL_SOCKET_TIMEOUT, 0, &running);
            continue;
        }
        what |= (events[i].events & EPOLLIN) != 0 ? CURL_CSELECT_IN : 0;
        what |= (events[i].events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0;
        what |= (events[i].events & (EPOLLERR | EPOLLHUP)) != 0 ? CURL_CSELECT_ERR : 0;
        (void)curl_multi_socket_action(calls->multi, fd, what, &running);
    }
    collect(calls);
}

/* --- From beginning to end ------------------------------------------------------------------- */

static enum fy_status open_all(struct fy_calls *calls, struct fy_err *err)
{
    struct epoll_event event = {.events = EPOLLIN};

    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return fy_fail(err, FY_FATAL, "libcurl does not start");
    calls->multi = curl_multi_init();
    calls->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    calls->timer_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    event.data.fd = calls->timer_fd;
    if (calls->multi == NULL || calls->epoll_fd < 0 || calls->timer_fd < 0 ||
        epoll_ctl(calls->epoll_fd, EPOLL_CTL_ADD, calls->timer_fd, &event) != 0)
        return fy_fail(err, FY_FATAL, "could not make room for calls: %s", strerror(errno));
    (void)curl_multi_setopt(calls->multi, CURLMOPT_SOCKETFUNCTION, on_socket);
    (void)curl_multi_setopt(calls->multi, CURLMOPT_SOCKETDATA, calls);
    (void)curl_multi_setopt(calls->multi, CURLMOPT_TIMERFUNCTION, on_timer);
    (void)curl_multi_setopt(calls->multi, CURLMOPT_TIMERDATA, calls);
    return fy_reactor_add(calls->reactor, calls->epoll_fd, turn, calls, err);
}

enum fy_status fy_calls_new(struct fy_reactor *reactor,
    int calls_max,
    size_t body_bytes_max,
    fy_call_done *done,
    void *context,
    struct fy_calls **ret_calls,
    struct fy_err *err)
{
    struct fy_calls *calls = calloc(1, sizeof(*calls));
    enum fy_status status;

    assert(calls_max >= 1 && calls_max <= CALLS_MAX);
    if (calls == NULL)
        return fy_fail(err, FY_FATAL, "no memory for calls");
    *calls = (struct fy_calls){.reactor = reactor,
        .epoll_fd = -1,
        .timer_fd = -1,
        .calls_max = calls_max,
        .body_bytes_max = body_bytes_max,
        .done = done,
        .context = context,
        .calls = calloc((size_t)calls_max, sizeof(*calls->calls))};
    status =
        calls->calls == NULL ? fy_fail(err, FY_FATAL, "no memory for calls") : open_all(calls, err);
    if (status != FY_OK) {
        fy_calls_free(calls);
        return status;
    }
    *ret_calls = calls;
    return FY_OK;
}

void fy_calls_free(struct fy_calls *calls)
{
    if (calls == NULL)
        return;
    if (calls->epoll_fd >= 0)
        fy_reactor_remove(calls->reactor, calls->epoll_fd);
    for (int i = 0; calls->calls != NULL && i < calls->calls_max; i++) {
        struct call *call = &calls->calls[i];

        if (call->out)
            (void)curl_multi_remove_handle(calls->multi, call->easy);
        curl_easy_cleanup(call->easy);
        curl_slist_free_all(call->headers);
        free(call->body);
    }
    if (calls->multi != NULL)
        (void)curl_multi_cleanup(calls->multi);
    if (calls->epoll_fd >= 0)
        (void)close(calls->epoll_fd);
    if (calls->timer_fd >= 0)
        (void)close(calls->timer_fd);
    free(calls->calls);
    free(calls);
}

/* --- Sending --------------------------------------------------------------------------------- */

static void set_up(struct call *call, const struct fy_call *what)
{
    CURL *easy = call->easy;

    curl_easy_reset(easy); /* Connections stay. */
    (void)curl_easy_setopt(easy, CURLOPT_URL, what->url);
    (void)curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    (void)curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    (void)curl_easy_setopt(easy, CURLOPT_PROXY, "");
    (void)curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    (void)curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)what->timeout_ms);
    (void)curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
    (void)curl_easy_setopt(easy, CURLOPT_HTTPHEADER, call->headers);
    (void)curl_easy_setopt(easy, CURLOPT_PRIVATE, call);
    (void)curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_head);
    (void)curl_easy_setopt(easy, CURLOPT_HEADERDATA, call);
    (void)curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    (void)curl_easy_setopt(easy, CURLOPT_WRITEDATA, call);
    if (what->post) {
        (void)curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)what->body.size);
        (void)curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS,
            what->body.data == NULL ? "" : (const char *)what->body.data);
    }
}

bool fy_calls_send(struct fy_calls *calls, const struct fy_call *what, uint64_t token)
{
    struct call *call = NULL;
    struct curl_slist *more;

    for (int i = 0; i < calls->calls_max && call == NULL; i++)
        if (!calls->calls[i].out)
            call = &calls->calls[i];
    if (call == NULL)
        return false;
    if (call->easy == NULL)
        call->easy = curl_easy_init();
    if (call->easy == NULL)
        return false;
    for (int i = 0; i < FY_CALLS_HEADERS_MAX && what->headers[i] != NULL; i++) {
        more = curl_slist_append(call->headers, what->headers[i]);
        if (more == NULL)
            goto failed;
        call->headers = more;
    }
    call->calls = calls;
    call->token = token;
    call->head_bytes = 0;
    call->too_large = false;
    set_up(call, what);
    call->out = curl_multi_add_handle(calls->multi, call->easy) == CURLM_OK;
    if (call->out)
        return true;

failed:
    curl_slist_free_all(call->headers);
    call->headers = NULL;
    return false;
}

struct fy_slice fy_call_header(const struct fy_call_answer *answer, const char *name)
{
    size_t at = 0, size = strlen(name);

    while (at < answer->head.size) {
        const uint8_t *line = answer->head.data + at;
        const uint8_t *end = memchr(line, '\n', answer->head.size - at);
        size_t bytes = end != NULL ? (size_t)(end - line) : answer->head.size - at;

        at += bytes + 1;
        if (bytes <= size || line[size] != ':' || strncasecmp((const char *)line, name, size) != 0)
            continue;
        line += size + 1;
        bytes -= size + 1;
        while (bytes > 0 && (line[0] == ' ' || line[0] == '\t')) {
            line++;
            bytes--;
        }
        while (bytes > 0 && (line[bytes - 1] == '\r' || line[bytes - 1] == ' '))
            bytes--;
        return (struct fy_slice){line, bytes};
    }
    return (struct fy_slice){0};
}
