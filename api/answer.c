#include "api/answer.h"

#include "api/views.h"
#include "lib/ids.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const int problem_statuses[FY_PROBLEM_COUNT] = {
#define PROBLEM(symbol, name, status, title) [FY_PROBLEM_##symbol] = (status),
#include "schemas/problems.def"
#undef PROBLEM
};

enum fy_status answer_json(struct api_answer *answer, struct fy_json_out *out, struct fy_err *err)
{
    struct fy_slice body;

    if (!fy_json_out_done(out, &body))
        return fy_fail(
            err, FY_FATAL, "an answer does not fit its arena of %zu bytes", out->arena->bytes_max);
    *answer = (struct api_answer){.status = 200, .problem = FY_PROBLEM_COUNT, .body = body};
    return FY_OK;
}

void answer_problem(
    struct api_answer *answer, enum fy_problem problem, const char *field, const char *format, ...)
{
    va_list args;

    *answer = (struct api_answer){
        .status = problem_statuses[problem],
        .problem = problem,
        .field = field,
    };
    va_start(args, format);
    (void)vsnprintf(answer->detail, sizeof(answer->detail), format, args);
    va_end(args);
}

void answer_send(struct fy_http_request *request,
    const struct api_answer *answer,
    enum answer_for whom,
    struct fy_arena *arena)
{
    char uuid[FY_UUID_TEXT + 1], seconds[16];
    struct fy_slice etag;

    assert(answer->status >= 200);
    if (answer->problem != FY_PROBLEM_COUNT) {
        fy_http_problem(request, answer->problem, answer->field, "%s", answer->detail);
        return;
    }

    /* no-cache: may be kept, but is asked for again each time, which an ETag makes cheap. */
    if (whom != ANSWER_FOR_ALL) {
        fy_http_set_header(request, "Cache-Control", "private, no-cache");
        fy_http_set_header(
            request, "Vary", whom == ANSWER_FOR_VISITOR ? "Cookie" : "Authorization, Cookie");
    } else {
        fy_http_set_header(request, "Cache-Control", "no-cache");
    }
    if (answer->status == 200) {
        fy_uuid_tell_apart(answer->body, uuid);
        etag = fy_arena_format(arena, "\"%s\"", uuid);
        if (etag.data != NULL)
            fy_http_set_header(request, "ETag", (const char *)etag.data);
    }
    if (answer->retry_after_s > 0) {
        (void)snprintf(seconds, sizeof(seconds), "%d", answer->retry_after_s);
        fy_http_set_header(request, "Retry-After", seconds);
    }
    if (answer->status == 202)
        fy_http_set_header(request, "Retry-After", "1");
    fy_http_answer(request, answer->status, "application/json", answer->body);
}

/* Digits alone, so that " 5", "+5" and "5x" are told from numbers. False beyond 9 digits too. */
static bool number_of(struct fy_slice text, int *ret_number)
{
    int number = 0;

    if (text.size == 0 || text.size > 9)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        number = number * 10 + (text.data[i] - '0');
    }
    *ret_number = number;
    return true;
}

bool query_int(struct fy_slice text,
    const char *name,
    int min,
    int max,
    int fallback,
    int *ret_value,
    struct api_answer *answer)
{
    int number = fallback;

    if (text.data != NULL && (!number_of(text, &number) || number < min || number > max)) {
        answer_problem(answer, FY_PROBLEM_BAD_QUERY, name,
            "%s: must be a whole number from %d to %d", name, min, max);
        return false;
    }
    *ret_value = number;
    return true;
}

bool query_flag(struct fy_slice text, const char *name, bool *ret_value, struct api_answer *answer)
{
    bool one = text.size == 1 && text.data[0] == '1';
    bool zero = text.size == 1 && text.data[0] == '0';

    if (text.data != NULL && !one && !zero) {
        answer_problem(answer, FY_PROBLEM_BAD_QUERY, name, "%s: must be 0 or 1", name);
        return false;
    }
    *ret_value = one;
    return true;
}

bool query_key(
    struct fy_slice text, const char *name, struct fy_slice *ret_key, struct api_answer *answer)
{
    if (text.data != NULL && (text.size < 1 || text.size > VIEW_KEY_BYTES_MAX)) {
        answer_problem(answer, FY_PROBLEM_BAD_QUERY, name, "%s: %zu bytes, must be 1 to %d", name,
            text.size, VIEW_KEY_BYTES_MAX);
        return false;
    }
    *ret_key = text;
    return true;
}
