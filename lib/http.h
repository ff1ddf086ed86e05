/*
 * http.h - the HTTP server: routes, bodies, deadlines, problems. libmicrohttpd is touched in
 * lib/http.c, http_receive.c, http_park.c and http_flow.c only.
 *
 * Shape:   a handler is called once, when the whole request is there. It answers at once, or
 *          returns without an answer: then the request is parked (suspended) until somebody calls
 *          an answer function for it, from a later callback of the same reactor. What nobody
 *          answers by its deadline is answered 503 `deadline`, and the request's `gone` hook runs
 *          first, so that whoever kept a pointer forgets it. A handler never blocks.
 *
 * Units:   ms, bytes.
 *
 * Limits:  header 8 KB; body as the route says, 413 beyond; connections and parked requests as
 *          the config says, 503 with Retry-After beyond, 429 where one address has too many;
 *          bodies in flight 64 MB in all. Deadlines are absolute, for headers, body and answer: a
 *          head or body that is not there in time is answered 408. CL with TE, repeated
 * Content-Length, Transfer-Encoding, Host, Content-Type, Idempotency-Key, Authorization or
 *          Fy-Supplier, and control characters are refused, and heads that are not plain "Name:
 * value" lines.
 *
 * Gone:    that the client of a parked request went away (or half-closed) is seen within a second.
 *
 * Errors:  to clients as application/problem+json (RFC 9457), from schemas/problems.def. What
 *          cannot be parsed as HTTP at all is answered by libmicrohttpd with a bare 400, 413, 414,
 *          431 or 505.
 *
 * Memory:  a request and its arena live until it is answered. The arena's ceiling is 1 MB and 16
 *          times what the route takes as a body.
 *
 * Threads: the reactor's.
 */
#ifndef FY_HTTP_H
#define FY_HTTP_H

#include "lib/arena.h"
#include "lib/reactor.h"

#include <stdbool.h>
#include <sys/types.h>

/* One line of schemas/problems.def each: PROBLEM(symbol, name, status, title). */
enum fy_problem {
#define PROBLEM(symbol, name, status, title) FY_PROBLEM_##symbol,
#include "schemas/problems.def"
#undef PROBLEM
    FY_PROBLEM_COUNT,
};

struct fy_caller;
struct fy_http;
struct fy_http_request;

typedef void fy_http_handler(struct fy_http_request *request, void *program);

/*
 * A program's lines of schemas/routes.def; lib/routes.h makes the table. Patterns:
 * "/v1/products/{sku}";
 * {..} is one segment. The first row that matches is taken. GET rows serve HEAD too.
 */
struct fy_route {
    const char *name;
    const char *method;
    const char *pattern;
    const char *roles; /* Who may call, whose the id in the path must be, how often: lib/gate.h. */
    const char *owner;
    int per_minute;
    size_t body_bytes_max;
    fy_http_handler *handler;
};

/* The columns of a line of routes.def; its program has been taken off. */
#define FY_ROUTE(program, name, method, pattern, roles, owner, rate, bytes_max, body, summary)     \
    {#name, method, pattern, roles, owner, rate, bytes_max, program##_##name},
#define FY_ROUTE_DECLARE(program, name, m, pattern, roles, owner, rate, bytes_max, body, summary)  \
    fy_http_handler program##_##name;

/*
 * A body that is taken while it comes, instead of kept whole. The route's handler is called when
 * it has ended. Whoever answers before that ends the taking: what still comes is thrown away, and
 * the answer goes out behind it. `gone` (fy_http_on_gone) tells that no more will come.
 *
 * A client must be done in receive_ms and a second for each 4 KB that have come, 300 s in all;
 * time that we made it wait is given back.
 */
struct fy_http_stream {
    fy_http_handler *handler; /* Of the route that this is about. */
    fy_http_handler *begin;   /* The head is there: answer it, or set out to take the body. */
    /* How many of `bytes` (> 0) were taken. Not all: no more is read until fy_http_resume. */
    size_t (*piece)(struct fy_http_request *request, void *program, struct fy_slice bytes);
};

struct fy_http_config {
    const char *listen;          /* "127.0.0.1:8101". Anything but loopback is refused. */
    int connections_max;         /* 1024. */
    int address_connections_max; /* Of one address: 768; 0 is connections_max. 429 beyond. */
    int parked_max;              /* 4096. */
    size_t bodies_bytes_max;     /* Bodies on their way, together; 0 is 64 MB. 503 beyond. */
    int deadline_ms;             /* Until an answer, from the end of the body: 5000. */
    int receive_ms;              /* For headers and body together: 10000. */
    const struct fy_route *routes;
    int route_count;
    void *program;

    /* Rows that belong to somebody else than the program (lib/serve.c): looked at first. */
    const struct fy_route *extra_routes;
    int extra_route_count;
    void *extra;

    const struct fy_http_stream *streams; /* For rows of `routes`. */
    int stream_count;

    /*
     * Asked for rows of `routes` once the head is there, before any of the body: true lets the
     * request in, false has answered it (lib/gate.h). NULL: all are let in.
     */
    bool (*admits)(struct fy_http_request *request, void *gate);
    void *gate;
};

enum fy_status fy_http_new(const struct fy_http_config *config,
    struct fy_reactor *reactor,
    struct fy_http **ret_http,
    struct fy_err *err) FY_MUST_CHECK;
void fy_http_free(struct fy_http *http);

/* Where it listens: the port that was chosen for "127.0.0.1:0". */
int fy_http_port(const struct fy_http *http);

/* Stop accepting; true when nothing is in flight any more. Poll it from a timer for 5 s at most. */
bool fy_http_drain(struct fy_http *http);

/* --- The request ---------------------------------------------------------------------------- */

struct fy_arena *fy_http_arena(struct fy_http_request *request);
const struct fy_route *fy_http_route(struct fy_http_request *request);
struct fy_slice fy_http_body(struct fy_http_request *request);

/* Who calls, as the gate has let them in; NULL: nobody who is signed in. Of the request's arena. */
const struct fy_caller *fy_http_caller(struct fy_http_request *request);
void fy_http_set_caller(struct fy_http_request *request, const struct fy_caller *caller);

/* The peer's address as a number: IPv4, or a digest of IPv6. */
uint64_t fy_http_peer(struct fy_http_request *request);

/* Take the body off its request, for work that may outlive it: malloc's, to be freed by the caller.
 * From now on it is the caller's to bound. NULL when there is no body, or no memory. */
uint8_t *fy_http_body_take(struct fy_http_request *request, size_t *ret_size);

/* Valid UTF-8 without control characters, path and query percent-decoded. Absent when there is
 * none. */
struct fy_slice fy_http_path_param(struct fy_http_request *request, const char *name);
struct fy_slice fy_http_query(struct fy_http_request *request, const char *name);
struct fy_slice fy_http_header(struct fy_http_request *request, const char *name);
struct fy_slice fy_http_cookie(struct fy_http_request *request, const char *name);

/* "Prefer: wait=5" -> 5000, at most wait_ms_max; 0 without it. (RFC 7240) */
int fy_http_wait_ms(struct fy_http_request *request, int wait_ms_max);

/* Run `gone` if the request ends (deadline, client away) before it is answered by us. */
void fy_http_on_gone(struct fy_http_request *request,
    void (*gone)(struct fy_http_request *request, void *context),
    void *context);

/* Replace the route's deadline: at that time `late` is called instead of a 503 and must answer.
 * `late` NULL: the route's own, from now. */
void fy_http_deadline(struct fy_http_request *request,
    int from_now_ms,
    void (*late)(struct fy_http_request *request, void *context),
    void *context);

/* Go on with a body that `piece` did not take all of: it is called with the rest. Never from there.
 * No harm when nothing was left. */
void fy_http_resume(struct fy_http_request *request);

/* --- The answer: headers first, then exactly one of answer and problem ----------------------- */

/* Copies. At most 16. */
void fy_http_set_header(struct fy_http_request *request, const char *name, const char *value);

/* Copies `body`. content_type NULL means none. 304 when the ETag set matches If-None-Match. */
void fy_http_answer(
    struct fy_http_request *request, int status, const char *content_type, struct fy_slice body);

/* The same for a body that is malloc's and may be larger than the arena: taken, and freed. */
void fy_http_answer_taken(struct fy_http_request *request,
    int status,
    const char *content_type,
    uint8_t *body,
    size_t size);

/*
 * An answer whose body is made while it goes out, however long it gets: chunked, and never more of
 * it in memory than a client takes at once. Its end is marked, so that a client sees whether it has
 * all of it.
 *
 * A client must take something every 30 s, and 4 KB a second all in all; `more` must have something
 * within 30 s, counted from the newest fy_http_more. Else the connection is closed.
 */
enum { FY_HTTP_LATER = 0, FY_HTTP_END = -1, FY_HTTP_TORN = -2 };

struct fy_http_flow {
    /*
     * Write up to `size` (> 0) bytes: how many; or LATER, to be asked again after fy_http_more; or
     * END; or TORN, when there will be no end: the client is hung up on.
     */
    ssize_t (*more)(void *context, uint8_t *bytes, size_t size);
    /* Called once: all is sent, or the client went. The request is gone, `context` nobody's. */
    void (*over)(void *context);
};

void fy_http_answer_flowing(struct fy_http_request *request,
    int status,
    const char *content_type,
    const struct fy_http_flow *flow,
    void *context);

/* There is more, or will be. No harm when nobody waits for it. Never from within `more`. */
void fy_http_more(struct fy_http_request *request);

/*
 * problem+json: type "/problems/<name>", title, status, and `detail` in words. `field` is a JSON
 * path or header name, or NULL. 429 and 503 carry Retry-After: 1.
 */
void fy_http_problem(struct fy_http_request *request,
    enum fy_problem problem,
    const char *field,
    const char *format,
    ...) __attribute__((format(printf, 4, 5)));

/* The same with a member more, which is JSON: what is left of what was sold out. */
struct fy_http_member {
    const char *name;
    struct fy_slice json;
};
void fy_http_problem_with(struct fy_http_request *request,
    enum fy_problem problem,
    const struct fy_http_member *more,
    const char *format,
    ...) __attribute__((format(printf, 4, 5)));

#endif
