#include "lib/http_internal.h"
#include "lib/json_out.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct problem_info {
    const char *name;
    int status;
    const char *title;
};

static const struct problem_info problems[FY_PROBLEM_COUNT] = {
#define PROBLEM(symbol, name, status, title) {name, status, title},
#include "schemas/problems.def"
#undef PROBLEM
};

static struct fy_slice answer_field(const struct fy_http_request *request, const char *name)
{
    for (int i = 0; i < request->answer.field_count; i++)
        if (strcasecmp((const char *)request->answer.fields[i].name.data, name) == 0)
            return request->answer.fields[i].value;
    return (struct fy_slice){0};
}

void fy_http_set_header(struct fy_http_request *request, const char *name, const char *value)
{
    struct http_answer *answer = &request->answer;
    struct http_field field;

    assert(answer->field_count < HTTP_ANSWER_FIELDS_MAX);
    for (const char *c = value; *c != '\0'; c++)
        assert((unsigned char)*c >= 0x20 && *c != 0x7f);

    field.name = fy_arena_copy(&request->arena, fy_slice_of(name));
    field.value = fy_arena_copy(&request->arena, fy_slice_of(value));
    if (field.name.data != NULL && field.value.data != NULL)
        answer->fields[answer->field_count++] = field;
}

/* Weak comparison, as RFC 9110 wants it for If-None-Match. */
static struct fy_slice opaque_tag(struct fy_slice tag)
{
    if (tag.size >= 2 && tag.data[0] == 'W' && tag.data[1] == '/')
        return (struct fy_slice){tag.data + 2, tag.size - 2};
    return tag;
}

static bool tag_is_known(struct fy_slice known, struct fy_slice tag)
{
    struct fy_slice item;

    if (fy_slice_equal(known, fy_slice_of("*")))
        return true;
    while (http_item_next(&known, ',', &item))
        if (item.size > 0 && fy_slice_equal(opaque_tag(item), opaque_tag(tag)))
            return true;
    return false;
}

static bool is_unchanged(const struct fy_http_request *request, int status)
{
    struct fy_slice known = http_field_find(request, "If-None-Match");
    struct fy_slice tag = answer_field(request, "ETag");

    if (status != 200 || known.data == NULL || tag.data == NULL || request->route == NULL)
        return false;
    return strcmp(request->route->method, "GET") == 0 && tag_is_known(known, tag);
}

void fy_http_answer(
    struct fy_http_request *request, int status, const char *content_type, struct fy_slice body)
{
    struct http_answer *answer = &request->answer;

    assert(status >= 200 && status <= 599);
    assert(answer->status == 0); /* Exactly one answer. */

    if (is_unchanged(request, status)) {
        status = 304;
        body.size = 0;
        content_type = NULL;
    }
    if (content_type != NULL)
        fy_http_set_header(request, "Content-Type", content_type);
    fy_http_set_header(request, "X-Content-Type-Options", "nosniff");
    answer->body = fy_arena_copy(&request->arena, body);
    answer->status = status;
    if (answer->body.data == NULL && body.size > 0) {
        answer->status = 500; /* Longer than all a request may use: our own mistake. */
        answer->close = true;
    }
    http_answered(request);
}

void fy_http_answer_taken(struct fy_http_request *request,
    int status,
    const char *content_type,
    uint8_t *body,
    size_t size)
{
    struct http_answer *answer = &request->answer;

    assert(status >= 200 && status <= 599);
    assert(answer->status == 0); /* Exactly one answer. */

    fy_http_set_header(request, "Content-Type", content_type);
    fy_http_set_header(request, "X-Content-Type-Options", "nosniff");
    answer->taken = body;
    answer->body = (struct fy_slice){body, size};
    answer->status = status;
    http_answered(request);
}

/* `more`, where it has a name, is JSON. */
static void write_problem(struct fy_http_request *request,
    enum fy_problem problem,
    const char *field,
    const char *detail,
    const struct fy_http_member *more)
{
    const struct problem_info *info = &problems[problem];
    struct fy_json_out out;
    struct fy_slice body = {0};
    char type[64];

    (void)snprintf(type, sizeof(type), "/problems/%s", info->name);
    fy_json_out_init(&out, &request->arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "type", fy_slice_of(type));
    fy_json_out_member_text(&out, "title", fy_slice_of(info->title));
    fy_json_out_member_int(&out, "status", info->status);
    fy_json_out_member_text(&out, "detail", fy_slice_of(detail));
    if (field != NULL)
        fy_json_out_member_text(&out, "field", fy_slice_of(field));
    if (more != NULL) {
        fy_json_out_name(&out, more->name);
        fy_json_out_json(&out, more->json);
    }
    fy_json_out_object_end(&out);
    (void)fy_json_out_done(&out, &body); /* Without room for a body the status has to do. */

    if ((info->status == 429 || info->status == 503) &&
        answer_field(request, "Retry-After").data == NULL)
        fy_http_set_header(request, "Retry-After", "1");
    fy_http_set_header(request, "Cache-Control", "no-store");
    fy_http_answer(request, info->status, "application/problem+json", body);
}

/* The words may hold text of the client's, and may have been cut inside a character. */
static void make_clean(char *text)
{
    size_t length;

    for (char *c = text; *c != '\0'; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f)
            *c = ' ';
    for (length = strlen(text); length > 0; length--)
        if (http_text_is_clean((struct fy_slice){(uint8_t *)text, length}))
            break;
    text[length] = '\0';
}

static void __attribute__((format(printf, 5, 0))) problem_of(struct fy_http_request *request,
    enum fy_problem problem,
    const char *field,
    const struct fy_http_member *more,
    const char *format,
    va_list args)
{
    char detail[512];

    assert(problem < FY_PROBLEM_COUNT);
    (void)vsnprintf(detail, sizeof(detail), format, args);
    make_clean(detail);
    write_problem(request, problem, field, detail, more);
}

void fy_http_problem(struct fy_http_request *request,
    enum fy_problem problem,
    const char *field,
    const char *format,
    ...)
{
    va_list args;

    va_start(args, format);
    problem_of(request, problem, field, NULL, format, args);
    va_end(args);
}

void fy_http_problem_with(struct fy_http_request *request,
    enum fy_problem problem,
    const struct fy_http_member *more,
    const char *format,
    ...)
{
    va_list args;

    va_start(args, format);
    problem_of(request, problem, NULL, more, format, args);
    va_end(args);
}

void http_refuse(struct fy_http_request *request, const struct http_refusal *refusal)
{
    request->answer.close = request->answer.close || refusal->close;
    if (refusal->allow != NULL)
        fy_http_set_header(request, "Allow", refusal->allow);
    if (refusal->field != NULL) {
        fy_http_problem(
            request, refusal->problem, refusal->field, "%s: %s", refusal->field, refusal->why);
    } else {
        fy_http_problem(request, refusal->problem, NULL, "%s", refusal->why);
    }
}
