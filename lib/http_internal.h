/*
 * http_internal.h - one request as the files of the HTTP layer share it. For lib/http*.c only.
 *
 *   http.c           the daemon and its connections
 *   http_receive.c   head and body come in, the answer goes out
 *   http_park.c      requests that wait for their answer, and their deadlines
 *   http_flow.c      answers that are made while they go out
 *   http_check.c     is this head one we take? framing, characters, target, route
 *   http_request.c   what a handler asks of a request
 *   http_answer.c    answers and problems
 *   http_listen.c    the socket, loopback only
 *
 * The first four know libmicrohttpd; the others see slices and are pure but for the request's
 * arena.
 */
#ifndef FY_HTTP_INTERNAL_H
#define FY_HTTP_INTERNAL_H

#include "lib/http.h"

#include <microhttpd.h>
#include <poll.h>

enum {
    HTTP_HEAD_BYTES_MAX = 8 * 1024,
    HTTP_TARGET_BYTES_MAX = 4096,
    HTTP_FIELDS_MAX = 64,        /* Header fields: browsers behind nginx send about 25. */
    HTTP_SEGMENTS_MAX = 16,      /* Of a path: the longest route has 6. */
    HTTP_PARAMS_MAX = 16,        /* Of a query: the longest has 3. */
    HTTP_ANSWER_FIELDS_MAX = 20, /* 16 of the program's and ours. */
    HTTP_STREAM_MS = 300000,     /* For a body that is taken while it comes. */
    HTTP_STREAM_BYTES_PER_S = 4096,
    HTTP_PAUSE_MS = 30000, /* For the program to go on with it. */
    HTTP_SEND_MS = 30000,  /* For a client to take its answer. */
    HTTP_FLOW_BYTES = 8 * 1024,
};

enum http_stage {
    HTTP_NEW,        /* The request line is there. */
    HTTP_RECEIVING,  /* The head was taken, the body is coming. */
    HTTP_PAUSED,     /* Suspended in the middle of its body: the program will go on with it. */
    HTTP_DISCARDING, /* Refused; the rest of a small body is read so that the answer arrives. */
    HTTP_HANDLING,   /* The handler is on the stack. */
    HTTP_PARKED,     /* Suspended: somebody will answer, or the deadline does. */
    HTTP_ANSWERED,   /* An answer is there, queued or about to be. */
    HTTP_STALLED,    /* Suspended in the middle of its answer: the program will go on with it. */
    HTTP_ABANDONED,  /* The client went away while it was parked. */
};

struct http_field {
    struct fy_slice name;
    struct fy_slice value;
};

struct http_answer {
    int status;
    struct fy_slice body;
    uint8_t *taken; /* Where the body is, when it is not the arena's. */
    bool close;     /* Hang up afterwards: we do not trust where the next request begins. */
    int field_count;
    struct http_field fields[HTTP_ANSWER_FIELDS_MAX]; /* NUL-terminated, of the arena. */
};

struct fy_http_request {
    struct fy_http *http;
    struct MHD_Connection *connection;
    struct http_connection *from;
    struct fy_http_request *next; /* In the list of parked ones, or of spare ones. */
    struct fy_http_request *prev;
    enum http_stage stage;
    int64_t started_us;
    int64_t deadline_ms;     /* Monotonic; while parked. */
    int64_t own_deadline_ms; /* Set by the handler: 0 is none. */

    size_t head_bytes; /* All of the head as it was sent, with its last empty line. */
    struct fy_slice method;
    struct fy_slice version;
    struct fy_slice target; /* As sent: path and query. Absent: longer than we take. */
    const struct fy_route *route;
    void *route_context;
    const struct fy_caller *caller;
    const struct fy_http_stream *stream; /* NULL: the body is kept whole. */
    int64_t begun_ms;                    /* Monotonic; of a stream or flow, pauses of ours added. */
    int64_t paused_ms;                   /* Since when, while it is; else 0. */
    size_t received_bytes;
    bool head_only; /* HEAD: answered as GET, without the body. */

    const struct fy_http_flow *flow; /* Of its answer; NULL: that is whole, or over. */
    void *flow_context;
    uint64_t flowed_bytes;
    bool torn; /* It will have no end. */

    uint8_t *body;
    size_t body_size;
    size_t body_capacity;
    bool body_on_heap;
    size_t discarded_bytes;

    void (*gone)(struct fy_http_request *request, void *context);
    void *gone_context;
    void (*late)(struct fy_http_request *request, void *context);
    void *late_context;

    struct http_answer answer;
    int field_count;
    int segment_count;
    int param_count;
    struct http_field fields[HTTP_FIELDS_MAX]; /* Of the connection's memory. */
    struct fy_slice segments[HTTP_SEGMENTS_MAX];
    struct http_field params[HTTP_PARAMS_MAX];
    struct fy_arena arena; /* Last: kept when a request is used again. */
};

struct http_connection {
    struct http_connection *next;
    struct http_connection *prev;
    int fd;
    bool idle;             /* Between two requests. */
    int64_t idle_received; /* tcpi_bytes_received when it was first seen idle; -1 before. */
    int64_t deadline_ms;   /* Monotonic; 0 is none: idle, or parked with a deadline of its own. */
    bool answering;        /* Bytes of an answer may be under way. */
    uint64_t address;      /* Of the peer, as a number: IPv4, or a digest of IPv6. */
    int siblings;          /* Connections that this address had when it came, itself included. */
};

struct fy_http {
    struct fy_http_config config;
    struct fy_reactor *reactor;
    struct MHD_Daemon *daemon;
    int daemon_fd;
    int listen_fd;
    int timer_fd;
    int again_fd; /* Readable: the next turn must not wait. */
    int port;
    bool draining;
    bool dirty;       /* libmicrohttpd has work that its descriptor does not tell of. */
    int64_t timer_ms; /* What timer_fd is set to; 0 when it is not. */
    int connection_count;
    int request_count; /* Begun and not completed. */
    int parked_count;
    int spare_count;
    size_t bodies_bytes; /* On the heap. */
    struct http_connection *connections;
    struct fy_http_request *parked;
    struct fy_http_request *spare;
    struct pollfd *polls; /* parked_max of each: room for one look at all parked clients. */
    struct fy_http_request **polled;
};

/* --- http_check.c --------------------------------------------------------------------------- */

/* Why a head is not taken. */
struct http_refusal {
    enum fy_problem problem;
    const char *field; /* Header name, or NULL. */
    const char *why;
    bool close;
    const char *allow; /* 405: the methods there are. */
};

/* Framing and characters of the header fields. False and the reason when they are refused. */
bool http_check_fields(const struct fy_http_request *request, struct http_refusal *ret_refusal);

/* Cut and decode the target. */
bool http_check_target(struct fy_http_request *request, struct http_refusal *ret_refusal);

/* Find the route. `allow` of the refusal is of the arena. */
bool http_check_route(struct fy_http_request *request,
    const struct fy_http_config *config,
    struct http_refusal *ret_refusal);

/* Names are compared whatever their case. */
bool http_field_is(const struct http_field *field, const char *name);

/* The first field of that name, whatever its case; absent when there is none. */
struct fy_slice http_field_find(const struct fy_http_request *request, const char *name);

/* Content-Length, which http_check_fields has found well-formed; -1 without one. */
int64_t http_content_length(const struct fy_http_request *request);

bool http_text_is_clean(struct fy_slice text); /* Valid UTF-8 without control characters. */

/* --- http_listen.c -------------------------------------------------------------------------- */

/* A listening socket; *ret_port is the one chosen where `listen_on` says 0. */
enum fy_status http_listen(
    const char *listen_on, int *ret_fd, int *ret_port, struct fy_err *err) FY_MUST_CHECK;

/* --- http_request.c ------------------------------------------------------------------------- */

/* Take the next item of a list like "a, b;c" off `rest`, without the blanks around it. */
bool http_item_next(struct fy_slice *rest, char separator, struct fy_slice *ret_item);

/* --- http_answer.c -------------------------------------------------------------------------- */

void http_refuse(struct fy_http_request *request, const struct http_refusal *refusal);

/* --- http_receive.c ------------------------------------------------------------------------- */

/* libmicrohttpd's callbacks: for the request line, and for all that follows. */
void *http_on_target(void *context, const char *target, struct MHD_Connection *connection);
enum MHD_Result http_on_request(void *context,
    struct MHD_Connection *connection,
    const char *url,
    const char *method,
    const char *version,
    const char *upload_data,
    size_t *upload_size,
    void **request_context);
void http_on_completed(void *context,
    struct MHD_Connection *connection,
    void **request_context,
    enum MHD_RequestTerminationCode how);

/* An answer has been put together: it goes out when the handler returns, or a parked one wakes up.
 */
void http_answered(struct fy_http_request *request);
void http_receive_register_metrics(void);
void http_spare_free(struct fy_http *http);

/* --- http_flow.c ---------------------------------------------------------------------------- */

struct MHD_Response *http_flow_response(struct fy_http_request *request);
void http_flow_tear(struct fy_http_request *request);
void http_flow_over(struct fy_http_request *request); /* The request ends. */

/* --- http_park.c ---------------------------------------------------------------------------- */

void http_park(struct fy_http_request *request);
void http_pause(struct fy_http_request *request);
void http_stall(struct fy_http_request *request);

/*
 * A client that sends a little now and then is given time for what it has sent, and no more; time
 * that we made it wait is given back.
 */
void http_extend_deadline(struct fy_http_request *request);

/* Run the `gone` hook, if there is one still. */
void http_gone(struct fy_http_request *request);
void http_unpark(struct fy_http_request *request);
void http_park_timer_ready(void *context);

/* Forget the parked requests whose clients have gone. */
void http_park_sweep(struct fy_http *http);

/* Forget them all: the server is going down. */
void http_park_abandon(struct fy_http *http);
void http_park_register_metrics(void);

#endif
