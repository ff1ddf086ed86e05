/*
 * serve.h - what every program's main does once its own parts are made: answer HTTP, with /healthz
 * and /metrics, until SIGTERM; then finish what is in flight, so that all has ended in 5 s.
 *
 *     status = fy_reactor_new(&reactor, &err);        before any thread
 *     ...                                             the program's own parts
 *     status = fy_serve(reactor, &config, &err);      returns after the drain
 *     ...                                             free the program's parts
 *     return fy_serve_exit(status, &err);
 *
 * A program that fails in another thread sets its own status and calls fy_reactor_stop: fy_serve
 * then drains and returns FY_OK, and main exits with what went wrong.
 *
 * Health:  200 {"ready":true}, or 503 not-ready with the words of `ready`. While it drains: 503.
 * Errors:  FY_FATAL: could not listen, or the reactor failed.
 * Threads: the reactor's.
 */
#ifndef FY_SERVE_H
#define FY_SERVE_H

#include "lib/http.h"

/* What main returns; the supervisor restarts after any of them but FY_EXIT_OK. */
enum { FY_EXIT_OK = 0, FY_EXIT_FATAL = 1 };

struct fy_gate;

struct fy_serve_config {
    const char *listen;                   /* "127.0.0.1:8101". */
    const struct fy_route *routes;        /* The program's own; /healthz and /metrics are added. */
    int route_count;                      /* 0 .. 64. */
    const struct fy_http_stream *streams; /* Of these, whose bodies are taken as they come. */
    int stream_count;
    struct fy_gate *gate; /* Of these; NULL only where all are anyone's or internal. */
    int deadline_ms;      /* Until an answer; 0: 5000. */
    int connections_more; /* Above the 1024 that all get: for answers that stay open. */

    /* True when the program can do its work; else why not, for people, in `ret_why`. */
    bool (*ready)(void *program, char *ret_why, size_t size);

    /* Once, when SIGTERM came, before the drain: stop what would begin new work. May be NULL. */
    void (*stopping)(void *program);

    /* Once per turn of the loop, after HTTP has been served: the place to gather. May be NULL. */
    void (*after)(void *program);
    void *program;
};

/* Serve until SIGTERM, SIGINT or fy_reactor_stop, then drain. */
enum fy_status fy_serve(struct fy_reactor *reactor,
    const struct fy_serve_config *config,
    struct fy_err *err) FY_MUST_CHECK;

/* The last line of main: logs a failure once and says which exit code it is. */
int fy_serve_exit(enum fy_status status, const struct fy_err *err);

#endif
