#include "lib/serve.h"
#include "lib/gate.h"
#include "lib/log.h"
#include "lib/metrics.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum {
    CONNECTIONS_MAX = 1024,        /* nginx keeps some tens to each program; the rest is slack. */
    ADDRESS_CONNECTIONS_MAX = 768, /* So that one neighbour cannot lock out the others. */
    PARKED_MAX = 4096,
    DEADLINE_MS = 5000,
    RECEIVE_MS = 10000,
    DRAIN_MS = 4200, /* A write is settled within 4 s; with the rest of main it makes 5 s. */
    DRAIN_LOOK_MS = 20,
    FILES_WANTED = 8192, /* Connections, RocksDB's tables, Kafka's sockets. */
};

struct serve {
    const struct fy_serve_config *config;
    struct fy_reactor *reactor;
    struct fy_http *http;
    bool draining;
    bool drained;
    int64_t drain_until_ms;
};

#define ROUTE_EVERY(...) FY_ROUTE_DECLARE(fy_serve, __VA_ARGS__)
#include "lib/routes.h"

static const struct fy_route every_routes[] = {
#define ROUTE_EVERY(...) FY_ROUTE(fy_serve, __VA_ARGS__)
#include "lib/routes.h"
};

void fy_serve_health(struct fy_http_request *request, void *context)
{
    struct serve *serve = context;
    char why[256] = "not yet";

    if (serve->draining)
        fy_http_problem(request, FY_PROBLEM_NOT_READY, NULL, "stopping");
    else if (!serve->config->ready(serve->config->program, why, sizeof(why)))
        fy_http_problem(request, FY_PROBLEM_NOT_READY, NULL, "%s", why);
    else
        fy_http_answer(request, 200, "application/json", fy_slice_of("{\"ready\":true}"));
}

void fy_serve_metrics(struct fy_http_request *request, void *context)
{
    struct fy_slice text = fy_metrics_text(fy_http_arena(request));

    (void)context;
    if (text.data == NULL)
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "the metrics do not fit");
    else
        fy_http_answer(request, 200, "text/plain; version=0.0.4", text);
}

static void look_at_drain(void *context)
{
    struct serve *serve = context;

    if (!serve->draining)
        return;
    serve->drained = fy_http_drain(serve->http);
    if (serve->drained || fy_reactor_mono_ms(serve->reactor) >= serve->drain_until_ms)
        fy_reactor_stop(serve->reactor);
}

/* Debian's soft limit of 1,024 is for programs that still use select. */
static void raise_files(void)
{
    struct rlimit files;

    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= FILES_WANTED)
        return;
    files.rlim_cur = files.rlim_max < FILES_WANTED ? files.rlim_max : FILES_WANTED;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0)
        fy_log(FY_LOG_WARN, "could not raise the limit of open files");
}

static enum fy_status drain(struct serve *serve, struct fy_err *err)
{
    enum fy_status status;

    fy_log(FY_LOG_INFO, "stopping");
    serve->draining = true;
    serve->drain_until_ms = fy_reactor_mono_ms(serve->reactor) + DRAIN_MS;
    if (serve->config->stopping != NULL)
        serve->config->stopping(serve->config->program);
    status = fy_reactor_every(serve->reactor, DRAIN_LOOK_MS, look_at_drain, serve, err);
    if (status == FY_OK)
        status = fy_reactor_run(serve->reactor, err);
    if (status == FY_OK && !serve->drained)
        fy_log(FY_LOG_WARN, "stopped before all requests were answered");
    return status;
}

enum fy_status fy_serve(
    struct fy_reactor *reactor, const struct fy_serve_config *config, struct fy_err *err)
{
    struct serve serve = {.config = config, .reactor = reactor};
    struct fy_http_config http = {
        .listen = config->listen,
        .connections_max = CONNECTIONS_MAX + config->connections_more,
        .address_connections_max = ADDRESS_CONNECTIONS_MAX + config->connections_more,
        .parked_max = PARKED_MAX,
        .deadline_ms = config->deadline_ms > 0 ? config->deadline_ms : DEADLINE_MS,
        .receive_ms = RECEIVE_MS,
        .routes = config->routes,
        .route_count = config->route_count,
        .streams = config->streams,
        .stream_count = config->stream_count,
        .admits = config->gate != NULL ? fy_gate_admits : NULL,
        .gate = config->gate,
        .program = config->program,
        .extra_routes = every_routes,
        .extra_route_count = (int)(sizeof(every_routes) / sizeof(every_routes[0])),
        .extra = &serve,
    };
    enum fy_status status;

    assert(config->ready != NULL);
    for (int i = 0; i < config->route_count; i++)
        assert(config->gate != NULL || strcmp(config->routes[i].roles, "anyone") == 0 ||
               strcmp(config->routes[i].roles, "internal") == 0);

    raise_files();
    status = fy_http_new(&http, reactor, &serve.http, err);
    if (status == FY_OK && config->after != NULL)
        status = fy_reactor_after(reactor, config->after, config->program, err);
    if (status != FY_OK) {
        fy_http_free(serve.http);
        return status;
    }
    fy_log(FY_LOG_INFO, "listening on %s", config->listen);
    status = fy_reactor_run(reactor, err);
    if (status == FY_OK)
        status = drain(&serve, err);
    fy_http_free(serve.http);
    return status;
}

int fy_serve_exit(enum fy_status status, const struct fy_err *err)
{
    if (status == FY_OK)
        return FY_EXIT_OK;
    fy_log(FY_LOG_ERROR, "%s", err->text);
    return FY_EXIT_FATAL;
}
