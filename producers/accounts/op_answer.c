#include "producers/accounts/op.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

enum { REPEAT_MS = 500 };

/* --- What was decided ------------------------------------------------------------------------ */

void op_wait(struct op *op, void (*decided)(struct op *op, const struct account_event *event))
{
    op->decided = decided;
    op->undecided = true;
    op->people->waiting++;
}

static void decide(struct op *op, const struct account_event *event)
{
    op->undecided = false;
    op->people->waiting--;
    op->decided(op, event);
}

/* More than one event may follow of one request: the first says how it went. */
void ops_event(struct people *people, const struct account_event *event)
{
    if (people->waiting == 0 || event->envelope.cause_id.data == NULL)
        return;
    for (struct op *op = people->ops, *next; op != NULL; op = next) {
        next = op->next;
        if (op->undecided && fy_slice_equal(event->envelope.cause_id, fy_slice_of(op->event_id))) {
            decide(op, event);
            return;
        }
    }
}

/*
 * A repeat is no event: the row says only that it is included. It may be read before the event of
 * what is no repeat, so that is waited for a little longer.
 */
void ops_included(
    struct people *people, struct fy_slice key, const struct position *positions, size_t count)
{
    struct fy_slice topic = fy_slice_of(fy_topics[FY_TOPIC_ACCOUNT_REQUESTS].name);

    if (people->waiting == 0)
        return;
    for (struct op *op = people->ops; op != NULL; op = op->next) {
        if (!op->undecided || op->included_ms != 0 ||
            !fy_slice_equal(key, fy_slice_of(op->subject)))
            continue;
        for (size_t i = 0; i < count; i++) {
            if (fy_slice_equal(positions[i].topic, topic) &&
                positions[i].partition == op->place.partition &&
                positions[i].offset >= op->place.offset)
                op->included_ms = fy_reactor_now_ms(people->producers->reactor);
        }
    }
}

void ops_tick(struct people *people, int64_t now_ms)
{
    for (struct op *op = people->ops, *next; people->waiting > 0 && op != NULL; op = next) {
        next = op->next;
        if (op->undecided && op->included_ms != 0 && now_ms >= op->included_ms + REPEAT_MS)
            decide(op, NULL);
    }
}

/* --- Answers --------------------------------------------------------------------------------- */

static struct fy_http_request *take_request(struct op *op)
{
    struct fy_http_request *request = op->request;

    assert(request != NULL);
    op->request = NULL;
    fy_http_set_header(request, "Cache-Control", "no-store");
    return request;
}

void op_answer_json(struct op *op, int status, struct fy_json_out *out)
{
    struct fy_http_request *request = take_request(op);
    struct fy_slice body = {0};

    if (fy_json_out_done(out, &body))
        fy_http_answer(request, status, "application/json", body);
    else
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "the answer does not fit");
    op_end(op);
}

void op_answer_done(struct op *op)
{
    struct fy_json_out out;

    fy_json_out_init(&out, &op->arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "done");
    fy_json_out_bool(&out, true);
    fy_json_out_object_end(&out);
    op_answer_json(op, 200, &out);
}

void op_tell_written(struct op *op)
{
    struct fy_slice place = {0};

    if (op->place.offset >= 0)
        place = fy_place_text(&op->arena, &op->place);
    fy_http_set_header(op->request, "Event-Id", op->event_id);
    if (place.data != NULL)
        fy_http_set_header(op->request, "Fy-Position", (const char *)place.data);
}

void op_answer_written(struct op *op, const char *location)
{
    struct fy_json_out out;

    op_tell_written(op);
    fy_http_set_header(op->request, "Location", location);
    fy_json_out_init(&out, &op->arena);
    fy_json_out_object(&out);
    fy_json_out_member_int(&out, "accepted", 1);
    fy_json_out_name(&out, "event_ids");
    fy_json_out_array(&out);
    fy_json_out_text(&out, fy_slice_of(op->event_id));
    fy_json_out_array_end(&out);
    fy_json_out_object_end(&out);
    op_answer_json(op, 202, &out);
}

void op_problem(struct op *op, enum fy_problem problem, const char *field, const char *format, ...)
{
    struct fy_http_request *request = take_request(op);
    char words[256];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(words, sizeof(words), format, arguments);
    va_end(arguments);
    fy_http_problem(request, problem, field, "%s", words);
    op_end(op);
}
