/*
 * calls.h - HTTP calls to others, from a reactor. libcurl is touched in lib/calls.c only.
 *
 * Shape:   send(call) -> later done(answer), once, from the reactor; never from within send.
 * Limits:  calls_max at once; a body of at most body_bytes_max; timeout_ms in all, of which 3 s to
 *          connect. No redirects, no proxy, no cookies, HTTP/1.1, http and https alone.
 * Errors:  an answer's fate says what is known: whether it was answered, may have been done, or
 *          never left.
 * Memory:  send copies what it is given. An answer lives during done.
 * Threads: the reactor's. Names of hosts are resolved in threads of libcurl's own.
 * Source:  libcurl 7.88, its multi interface with sockets.
 */
#ifndef FY_CALLS_H
#define FY_CALLS_H

#include "lib/arena.h"
#include "lib/reactor.h"

enum { FY_CALLS_HEADERS_MAX = 8, FY_CALLS_HEAD_BYTES_MAX = 8192 };

struct fy_calls;

struct fy_call {
    bool post;
    const char *url;
    const char *headers[FY_CALLS_HEADERS_MAX]; /* "Name: value"; NULL ends. */
    struct fy_slice body;                      /* Of a post. */
    int timeout_ms;
};

enum fy_call_fate {
    FY_CALL_ANSWERED, /* All of it is there. */
    FY_CALL_UNKNOWN,  /* Late, cut off, too large: what was asked for may be done. */
    FY_CALL_NOT_SENT, /* There was no connection. */
};

struct fy_call_answer {
    enum fy_call_fate fate;
    int status;
    struct fy_slice head; /* Its lines, as they came. */
    struct fy_slice body;
    const char *words; /* What went wrong, for people; "" when answered. */
};

typedef void fy_call_done(void *context, uint64_t token, const struct fy_call_answer *answer);

enum fy_status fy_calls_new(struct fy_reactor *reactor,
    int calls_max, /* 1 .. 256. */
    size_t body_bytes_max,
    fy_call_done *done,
    void *context,
    struct fy_calls **ret_calls,
    struct fy_err *err) FY_MUST_CHECK;

/* What is out is forgotten: `done` is not called. */
void fy_calls_free(struct fy_calls *calls);

/* False: calls_max are out, or there is no memory. */
bool fy_calls_send(
    struct fy_calls *calls, const struct fy_call *call, uint64_t token) FY_MUST_CHECK;

/* The value of a header, without blanks around it; absent: there is none. */
struct fy_slice fy_call_header(const struct fy_call_answer *answer, const char *name);

#endif
