/*
 * answer.h - what a route has to say, before HTTP says it; and the queries it was asked with.
 *
 * Routes fill a struct api_answer from the views and know no HTTP, so they can be tested without a
 * server; answer_send is the one place that turns it into a response.
 *
 * Memory:  the body is the arena's it was written in; answer_send copies it.
 * Threads: the reactor's.
 */
#ifndef API_ANSWER_H
#define API_ANSWER_H

#include "lib/err.h"
#include "lib/http.h"
#include "lib/json_out.h"

enum {
    /* Twice the largest answer: 200 products of some 600 bytes, or 500 of a collection; and what
     * their rows need to be decoded. */
    ANSWER_ARENA_BYTES_MAX = 32 * 1024 * 1024,
};

struct api_answer {
    int status;              /* 200, 202; or the problem's. */
    enum fy_problem problem; /* FY_PROBLEM_COUNT: none. */
    const char *field;       /* Of the problem; static, or NULL. */
    char detail[256];        /* Of the problem. */
    struct fy_slice body;    /* JSON, where there is no problem. */
    int retry_after_s;       /* Of a 200 that is soon another; 0: nobody need ask again. */
};

/* 200 and what was written. FY_FATAL when it did not fit the arena. */
enum fy_status answer_json(
    struct api_answer *answer, struct fy_json_out *out, struct fy_err *err) FY_MUST_CHECK;

void answer_problem(
    struct api_answer *answer, enum fy_problem problem, const char *field, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* For whom an answer is the same: everybody, one visitor, or one who is signed in. */
enum answer_for { ANSWER_FOR_ALL, ANSWER_FOR_VISITOR, ANSWER_FOR_CALLER };

/*
 * A 200 carries an ETag over its whole body, for polling: an answer joins several rows, and the
 * as_of of one of them does not change when a product sells out. `arena` is scratch.
 */
void answer_send(struct fy_http_request *request,
    const struct api_answer *answer,
    enum answer_for whom,
    struct fy_arena *arena);

/*
 * A query parameter as the client wrote it (absent: the fallback). False when it breaks its limit:
 * `answer` then is the problem bad-query, naming the parameter and the limit.
 */
bool query_int(struct fy_slice text,
    const char *name,
    int min,
    int max,
    int fallback,
    int *ret_value,
    struct api_answer *answer) FY_MUST_CHECK;
bool query_flag(struct fy_slice text, const char *name, bool *ret_value, struct api_answer *answer)
    FY_MUST_CHECK; /* 0 or 1; false when absent. */
bool query_key(struct fy_slice text,
    const char *name,
    struct fy_slice *ret_key,
    struct api_answer *answer) FY_MUST_CHECK; /* 1 .. 64 bytes; absent when absent. */

#endif
