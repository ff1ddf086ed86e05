/*
 * libmicrohttpd, driven from outside: its epoll descriptor sits in our reactor, and MHD_run is
 * called when that is readable or when we have resumed something. Its internal thread is never
 * used: it stalls when exactly 128 n sockets are ready at once (0.9.75).
 *
 * What it lacks, and is done here: absolute deadlines (its time-out is for inactivity only, and
 * never ends a suspended connection), noticing that the client of a suspended connection has gone,
 * and all that http_check.c refuses.
 */
#include "lib/http_internal.h"
#include "lib/metrics.h"

#include <assert.h>
#include <errno.h>
#include <linux/tcp.h> /* The C library's struct tcp_info lacks bytes_received. */
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum {
    /*
     * Head of 8 KB, libmicrohttpd's index of it, and the answer's. libmicrohttpd clears all of it
     * for each request, so its size is time as well as memory.
     */
    CONNECTION_BYTES = 14 * 1024,
    CONNECTIONS_SPARE = 64, /* Above connections_max: so many are told 503 at once. */
    BODIES_BYTES_MAX = 64 * 1024 * 1024,
    INACTIVITY_S = 75, /* An idle kept-alive connection: as nginx's own default. */
    SWEEP_MS_MAX = 1000,
    RUNS_MAX = 8, /* MHD_run in one turn; more would starve the rest. */
};

static struct fy_metric connections_open = FY_GAUGE("fy_http_connections", "Connections open now.");
static struct fy_metric hung_up =
    FY_COUNTER("fy_http_hung_up_total", "Connections closed for being too slow.");

/* --- Connections ------------------------------------------------------------------------------ */

/* Two IPv6 addresses of one number would share a bound, which harms nobody. */
static uint64_t address_of(struct MHD_Connection *raw)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(raw, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *any = info != NULL ? info->client_addr : NULL;
    uint64_t halves[2];

    if (any != NULL && any->sa_family == AF_INET)
        return ntohl(((const struct sockaddr_in *)(const void *)any)->sin_addr.s_addr);
    if (any == NULL || any->sa_family != AF_INET6)
        return 0;
    memcpy(halves, &((const struct sockaddr_in6 *)(const void *)any)->sin6_addr, sizeof(halves));
    return halves[0] * 31 + halves[1];
}

static void connection_opened(struct fy_http *http, struct MHD_Connection *raw, void **context)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(raw, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct http_connection *connection = calloc(1, sizeof(*connection));

    *context = connection; /* Without memory: its requests are refused one by one. */
    http->connection_count++;
    if (connection == NULL)
        return;
    connection->fd = info != NULL ? info->connect_fd : -1;
    connection->address = address_of(raw);
    connection->siblings = 1;
    for (struct http_connection *other = http->connections; other != NULL; other = other->next)
        connection->siblings += other->address == connection->address;
    connection->deadline_ms = fy_reactor_mono_ms(http->reactor) + http->config.receive_ms;
    connection->next = http->connections;
    if (http->connections != NULL)
        http->connections->prev = connection;
    http->connections = connection;
}

static void connection_closed(struct fy_http *http, struct http_connection *connection)
{
    http->connection_count--;
    if (connection == NULL)
        return;
    if (connection->prev != NULL)
        connection->prev->next = connection->next;
    else
        http->connections = connection->next;
    if (connection->next != NULL)
        connection->next->prev = connection->prev;
    free(connection);
}

static void on_connection(void *context,
    struct MHD_Connection *connection,
    void **socket_context,
    enum MHD_ConnectionNotificationCode what)
{
    struct fy_http *http = context;

    if (what == MHD_CONNECTION_NOTIFY_STARTED)
        connection_opened(http, connection, socket_context);
    else
        connection_closed(http, *socket_context);
    fy_metric_set(&connections_open, http->connection_count);
}

/* Targets are cut and decoded by http_check.c. */
static size_t keep_escaped(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

/* Bytes have come on an idle connection: a request has begun, however slowly. */
static bool has_begun(struct http_connection *connection)
{
    struct tcp_info info;
    socklen_t size = sizeof(info);

    if (getsockopt(connection->fd, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return false;
    if (connection->idle_received < 0)
        connection->idle_received = (int64_t)info.tcpi_bytes_received;
    return (int64_t)info.tcpi_bytes_received != connection->idle_received;
}

/* As schemas/problems.def says it. */
#define LATE_BODY                                                                                  \
    "{\"type\":\"/problems/late-request\",\"title\":\"The request was not there in time\","        \
    "\"status\":408,\"detail\":\"head and body must be there within the deadline\"}"

static void say_late(int fd)
{
    char text[512];
    int size = snprintf(text, sizeof(text),
        "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nCache-Control: no-store\r\n"
        "Content-Type: application/problem+json\r\nContent-Length: %zu\r\n\r\n%s",
        sizeof(LATE_BODY) - 1, LATE_BODY);

    assert(size > 0 && size < (int)sizeof(text));
    (void)send(fd, text, (size_t)size, MSG_DONTWAIT | MSG_NOSIGNAL);
}

/*
 * Shut down, not closed: the descriptor is libmicrohttpd's, which reads the end and closes it. A
 * request that is trickled in never reaches its inactivity time-out.
 */
static void sweep_connection(struct fy_http *http, struct http_connection *connection)
{
    int64_t now_ms = fy_reactor_mono_ms(http->reactor);

    if (connection->idle && connection->deadline_ms == 0 && has_begun(connection))
        connection->deadline_ms = now_ms + http->config.receive_ms;
    if (connection->deadline_ms == 0 || connection->deadline_ms > now_ms)
        return;
    connection->deadline_ms = 0;
    fy_metric_add(&hung_up, 1);
    /*
     * libmicrohttpd cannot answer a body that is not whole, but then no byte of an answer of its
     * can be under way either: the words go out past it.
     */
    if (!connection->answering)
        say_late(connection->fd);
    (void)shutdown(connection->fd, SHUT_RDWR);
}

static void sweep(void *context)
{
    struct fy_http *http = context;
    struct http_connection *connection = http->connections;

    for (; connection != NULL; connection = connection->next)
        sweep_connection(http, connection);
    http_park_sweep(http);
    http->dirty = true; /* Its own time-outs want to be looked at now and then. */
}

/* --- The daemon ------------------------------------------------------------------------------ */

static void daemon_ready(void *context)
{
    struct fy_http *http = context;

    http->dirty = true;
}

/*
 * At the end of a turn: all answers that this turn has brought about go out together. "No time to
 * wait" means that it has more to do at once.
 */
static void run_daemon(void *context)
{
    struct fy_http *http = context;
    MHD_UNSIGNED_LONG_LONG wait_ms;

    if (!http->dirty)
        return;
    for (int runs = 0; runs < RUNS_MAX; runs++) {
        http->dirty = false;
        (void)MHD_run(http->daemon);
        if (!http->dirty && (MHD_get_timeout(http->daemon, &wait_ms) != MHD_YES || wait_ms > 0))
            return;
    }
    http->dirty = true;
    (void)eventfd_write(http->again_fd, 1);
}

static void again_ready(void *context)
{
    struct fy_http *http = context;
    eventfd_t count;

    (void)eventfd_read(http->again_fd, &count);
    http->dirty = true;
}

static enum fy_status start_daemon(struct fy_http *http, struct fy_err *err)
{
    const union MHD_DaemonInfo *info;
    unsigned connections_max = (unsigned)http->config.connections_max + CONNECTIONS_SPARE;

    http->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
        http_on_request, http, MHD_OPTION_LISTEN_SOCKET, http->listen_fd,
        MHD_OPTION_CONNECTION_LIMIT, connections_max, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)CONNECTION_BYTES, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)INACTIVITY_S,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_COMPLETED, http_on_completed, http,
        MHD_OPTION_NOTIFY_CONNECTION, on_connection, http, MHD_OPTION_URI_LOG_CALLBACK,
        http_on_target, http, MHD_OPTION_UNESCAPE_CALLBACK, keep_escaped, NULL, MHD_OPTION_END);
    if (http->daemon == NULL)
        return fy_fail(err, FY_FATAL, "could not start libmicrohttpd: %s", strerror(errno));
    info = MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD);
    if (info == NULL)
        return fy_fail(err, FY_FATAL, "libmicrohttpd has no epoll descriptor");
    http->daemon_fd = info->epoll_fd;
    return FY_OK;
}

static enum fy_status watch_all(struct fy_http *http, struct fy_err *err)
{
    int sweep_ms = http->config.receive_ms / 4 + 1;
    enum fy_status status;

    status = fy_reactor_add(http->reactor, http->daemon_fd, daemon_ready, http, err);
    if (status == FY_OK)
        status = fy_reactor_add(http->reactor, http->timer_fd, http_park_timer_ready, http, err);
    if (status == FY_OK)
        status = fy_reactor_add(http->reactor, http->again_fd, again_ready, http, err);
    if (status == FY_OK)
        status = fy_reactor_every(
            http->reactor, sweep_ms < SWEEP_MS_MAX ? sweep_ms : SWEEP_MS_MAX, sweep, http, err);
    if (status == FY_OK)
        status = fy_reactor_after(http->reactor, run_daemon, http, err);
    return status;
}

static void register_metrics(void)
{
    fy_metric_register(&connections_open);
    fy_metric_register(&hung_up);
    http_receive_register_metrics();
    http_park_register_metrics();
}

static enum fy_status open_all(struct fy_http *http, struct fy_err *err)
{
    size_t parked_max = (size_t)http->config.parked_max;
    enum fy_status status = http_listen(http->config.listen, &http->listen_fd, &http->port, err);

    if (status != FY_OK)
        return status;
    http->timer_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    http->again_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    http->polls = calloc(parked_max, sizeof(*http->polls));
    http->polled = calloc(parked_max, sizeof(*http->polled));
    if (http->timer_fd < 0 || http->again_fd < 0 || http->polls == NULL || http->polled == NULL)
        return fy_fail(err, FY_FATAL, "no memory or descriptors for the HTTP server");
    status = start_daemon(http, err);
    if (status != FY_OK)
        return status;
    return watch_all(http, err);
}

enum fy_status fy_http_new(const struct fy_http_config *config,
    struct fy_reactor *reactor,
    struct fy_http **ret_http,
    struct fy_err *err)
{
    struct fy_http *http;
    enum fy_status status;

    assert(config->connections_max > 0 && config->parked_max > 0);
    assert(config->address_connections_max >= 0);
    assert(config->deadline_ms > 0 && config->receive_ms > 0);

    http = calloc(1, sizeof(*http));
    if (http == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the HTTP server");
    http->config = *config;
    if (http->config.address_connections_max == 0)
        http->config.address_connections_max = config->connections_max;
    if (http->config.bodies_bytes_max == 0)
        http->config.bodies_bytes_max = BODIES_BYTES_MAX;
    http->reactor = reactor;
    http->listen_fd = http->timer_fd = http->again_fd = http->daemon_fd = -1;
    register_metrics();
    status = open_all(http, err);
    if (status != FY_OK) {
        fy_http_free(http);
        return status;
    }
    *ret_http = http;
    return FY_OK;
}

int fy_http_port(const struct fy_http *http)
{
    return http->port;
}

bool fy_http_drain(struct fy_http *http)
{
    if (!http->draining) {
        http->draining = true;
        (void)MHD_quiesce_daemon(http->daemon);
        (void)close(http->listen_fd);
        http->listen_fd = -1;
    }
    return http->request_count == 0;
}

/* libmicrohttpd must not be stopped with suspended connections. */
static void stop_daemon(struct fy_http *http)
{
    if (http->daemon_fd >= 0)
        fy_reactor_remove(http->reactor, http->daemon_fd);
    http_park_abandon(http);
    (void)MHD_run(http->daemon);
    if (http->listen_fd >= 0) {
        (void)MHD_quiesce_daemon(http->daemon);
        (void)close(http->listen_fd);
        http->listen_fd = -1;
    }
    MHD_stop_daemon(http->daemon);
    assert(http->request_count == 0 && http->connection_count == 0);
}

void fy_http_free(struct fy_http *http)
{
    if (http == NULL)
        return;
    if (http->daemon != NULL)
        stop_daemon(http);
    http_spare_free(http);
    if (http->listen_fd >= 0)
        (void)close(http->listen_fd);
    if (http->timer_fd >= 0) {
        fy_reactor_remove(http->reactor, http->timer_fd);
        (void)close(http->timer_fd);
    }
    if (http->again_fd >= 0) {
        fy_reactor_remove(http->reactor, http->again_fd);
        (void)close(http->again_fd);
    }
    free(http->polls);
    free(http->polled);
    free(http);
}
