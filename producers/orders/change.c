/*
 * change.c - what customers, suppliers and operators ask of an order that there is.
 *
 * The gate has seen whose it is. One fact each, 202; with "Prefer: wait=N" what was decided of it:
 * 200 with the order as it stands then, or 409 and why not.
 */
#include "lib/log.h"
#include "lib/orders.h"
#include "producers/accounts/op.h"
#include "producers/orders/orders.h"
#include "producers/routes.h"
#include "schemas/generated/order_request.h"
#include "schemas/generated/shared.h"

#include <stdio.h>
#include <string.h>

struct changing {
    struct order_waiter waiter; /* First. */
    struct op *op;
    struct order_request fact;
    struct fy_slice supplier; /* Of the path. */
    char body_mac[FY_LOOKUP_TEXT + 1];
};

static struct changing *changing_of(struct op *op)
{
    return op->own;
}

/* --- Answered -------------------------------------------------------------------------------- */

static void answer_later(struct changing *changing)
{
    char location[64];

    (void)snprintf(location, sizeof(location), "/v1/orders/%s", changing->waiter.order);
    op_answer_written(changing->op, location);
}

static void answer_done(struct changing *changing, const struct order_status *status)
{
    struct op *op = changing->op;
    struct fy_json_out out;

    op_tell_written(op);
    fy_json_out_init(&out, &op->arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "done");
    fy_json_out_bool(&out, true);
    fy_json_out_member_text(&out, "order", status->order);
    fy_json_out_member_text(&out, "state", fy_slice_of(fy_order_state(status->standing.state)));
    fy_json_out_object_end(&out);
    op_answer_json(op, 200, &out);
}

/* The newest word about it: a repeat may have been refused where the first was not. */
static const struct order_answer *answer_of(
    const struct changing *changing, const struct order_status *status)
{
    for (size_t i = status->answered.count; i > 0; i--) {
        if (fy_slice_equal(
                status->answered.items[i - 1].event_id, fy_slice_of(changing->op->event_id)))
            return &status->answered.items[i - 1];
    }
    return NULL;
}

static bool is_included(const struct op *op, const struct order_status *status)
{
    struct fy_slice topic = fy_slice_of(fy_topics[FY_TOPIC_ORDER_REQUESTS].name);

    for (size_t i = 0; i < status->as_of.count; i++) {
        if (fy_slice_equal(status->as_of.items[i].topic, topic) &&
            status->as_of.items[i].partition == op->place.partition &&
            status->as_of.items[i].offset >= op->place.offset)
            return true;
    }
    return false;
}

/* True: it has been answered. */
static bool answer_from(struct changing *changing, const struct order_status *status)
{
    const struct order_answer *answer;

    if (!is_included(changing->op, status))
        return false;
    answer = answer_of(changing, status);
    if (answer != NULL && fy_slice_equal(answer->refused, fy_slice_of("key_reused"))) {
        op_problem(changing->op, FY_PROBLEM_KEY_REUSED, "Idempotency-Key",
            "it came with another body before");
    } else if (answer != NULL && answer->refused.data != NULL) {
        op_problem(changing->op, FY_PROBLEM_ORDER_REFUSED, NULL, "not done: %.*s",
            FY_SLICE_ARG(answer->refused));
    } else if (answer != NULL) {
        answer_done(changing, status);
    } else {
        answer_later(changing); /* More than 16 others came since. */
    }
    return true;
}

static void told(struct order_waiter *waiter, const struct order_status *status)
{
    struct changing *changing = (struct changing *)waiter;

    if (changing->op->request != NULL)
        (void)answer_from(changing, status);
}

static void late(struct fy_http_request *request, void *context)
{
    (void)request;
    answer_later(changing_of(context));
}

static void ended(struct op *op)
{
    orders_wait_no_more(&changing_of(op)->waiter);
}

static void written(struct op *op)
{
    struct changing *changing = changing_of(op);
    struct producers *producers = op->people->producers;
    int wait_ms = fy_http_wait_ms(op->request, ORDER_WAIT_MS_MAX);
    struct order_status status;
    struct fy_err err;
    bool known = false;

    if (wait_ms == 0) {
        answer_later(changing);
        return;
    }
    if (orders_get(producers, changing->fact.order, &op->arena, &known, &status, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        op_problem(op, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return;
    }
    if (known && answer_from(changing, &status))
        return;
    op->ended = ended;
    orders_wait(producers->orders, &changing->waiter);
    fy_http_deadline(op->request, wait_ms, late, op);
}

/* --- Asked ----------------------------------------------------------------------------------- */

/* Named after who asks, what, of which order and of whose part, where there is a key. */
static bool name_fact(struct changing *changing)
{
    struct op *op = changing->op;
    struct fy_slice key = fy_http_header(op->request, "Idempotency-Key");
    struct fy_slice what = fy_arena_format(&op->arena, "%s/%s/%.*s", op->route,
        changing->waiter.order, FY_SLICE_ARG(changing->supplier));
    const struct fy_slice parts[] = {op->actor, what, key};

    if (key.data == NULL || what.data == NULL) {
        fy_uuid_new(op->now_ms, op->event_id);
        return true;
    }
    fy_uuid_derive(parts, 3, op->event_id);
    fy_lookup_text(op->people->body_key, fy_http_body(op->request), changing->body_mac);
    changing->fact.body_mac = fy_slice_of(changing->body_mac);
    if (idempotency_take(op->people->producers->idempotency, op->actor, (const char *)what.data,
            key, fy_http_body(op->request)))
        return true;
    op_problem(op, FY_PROBLEM_KEY_REUSED, "Idempotency-Key", "it came with another body before");
    return false;
}

static void write_fact(struct changing *changing)
{
    struct op *op = changing->op;
    struct order_request *fact = &changing->fact;
    struct fy_slice value;
    struct fy_err err;

    if (!name_fact(changing))
        return;
    fact->order = fy_slice_of(changing->waiter.order);
    fact->envelope = (struct envelope){.event_id = fy_slice_of(op->event_id),
        .event_ms = op->now_ms,
        .root = op->root,
        .actor = op->actor};
    if (order_request_encode(fact, &op->arena, &value, &err) != FY_OK) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, NULL, "%s", err.text);
        return;
    }
    op_send(op, FY_TOPIC_ORDER_REQUESTS, fact->order, value);
    op_sent(op, FY_TOPIC_ORDER_REQUESTS, written);
}

/* Everything began with the order's visitor: what is asked of it is mirrored with it, or not. */
static bool take_root(struct changing *changing)
{
    struct op *op = changing->op;
    struct order_status status;
    struct fy_err err;
    bool known = false;

    if (orders_get(op->people->producers, fy_slice_of(changing->waiter.order), &op->arena, &known,
            &status, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        op_problem(op, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return false;
    }
    if (!known) {
        op_problem(op, FY_PROBLEM_NOT_FOUND, NULL, "There is no order of that id");
        return false;
    }
    op->root = status.visitor.data != NULL ? status.visitor : status.person;
    return true;
}

/* `body`: the record of order_request.avsc that the body is, NULL where there is none. */
static struct changing *begin(struct fy_http_request *request,
    void *program,
    const char *route,
    const char *body,
    void **ret_body)
{
    struct producers *producers = program;
    struct fy_slice order = fy_http_path_param(request, "order");
    struct changing *changing;
    struct op *op;

    if (!fy_order_is_id(order)) {
        fy_http_problem(request, FY_PROBLEM_NOT_FOUND, NULL, "There is no order of that id");
        return NULL;
    }
    if (!op_begin_of(
            producers->people, request, route, &fy_type_order_request, body, ret_body, &op) ||
        !op_room(op, sizeof(*changing), &changing))
        return NULL;
    op->own = changing;
    changing->op = op;
    changing->waiter.told = told;
    memcpy(changing->waiter.order, order.data, ORDER_TEXT);
    return take_root(changing) ? changing : NULL;
}

void producers_order_cancel(struct fy_http_request *request, void *program)
{
    struct cancel_order *body;
    struct changing *changing =
        begin(request, program, "order_cancel", "cancel_order", (void **)&body);

    if (changing == NULL)
        return;
    changing->fact.cancel_order = body;
    write_fact(changing);
}

void producers_order_return(struct fy_http_request *request, void *program)
{
    struct return_items *body;
    struct changing *changing =
        begin(request, program, "order_return", "return_items", (void **)&body);

    if (changing == NULL)
        return;
    changing->fact.return_items = body;
    write_fact(changing);
}

void producers_order_resolve(struct fy_http_request *request, void *program)
{
    struct resolve_order *body;
    struct changing *changing =
        begin(request, program, "order_resolve", "resolve_order", (void **)&body);

    if (changing == NULL)
        return;
    changing->fact.resolve_order = body;
    write_fact(changing);
}

/* The same for a supplier's part of it: the path says whose, and the gate that it is theirs. */
static struct changing *begin_part(struct fy_http_request *request,
    void *program,
    const char *route,
    const char *body,
    void **ret_body)
{
    struct changing *changing = begin(request, program, route, body, ret_body);

    if (changing != NULL)
        changing->supplier = op_keep(changing->op, fy_http_path_param(request, "supplier"));
    return changing;
}

void producers_sub_order_accept(struct fy_http_request *request, void *program)
{
    struct changing *changing = begin_part(request, program, "sub_order_accept", NULL, NULL);
    struct accept_sub_order *accept;

    if (changing == NULL || !op_room(changing->op, sizeof(*accept), &accept))
        return;
    accept->supplier = changing->supplier;
    changing->fact.accept_sub_order = accept;
    write_fact(changing);
}

void producers_sub_order_reject(struct fy_http_request *request, void *program)
{
    struct reject_sub_order *body;
    struct changing *changing =
        begin_part(request, program, "sub_order_reject", "reject_sub_order", (void **)&body);

    if (changing == NULL)
        return;
    body->supplier = changing->supplier;
    changing->fact.reject_sub_order = body;
    write_fact(changing);
}

void producers_sub_order_ship(struct fy_http_request *request, void *program)
{
    struct ship_items *body;
    struct changing *changing =
        begin_part(request, program, "sub_order_ship", "ship_items", (void **)&body);

    if (changing == NULL)
        return;
    body->supplier = changing->supplier;
    changing->fact.ship_items = body;
    write_fact(changing);
}

void producers_sub_order_deliver(struct fy_http_request *request, void *program)
{
    struct changing *changing = begin_part(request, program, "sub_order_deliver", NULL, NULL);
    struct deliver_sub_order *deliver;

    if (changing == NULL || !op_room(changing->op, sizeof(*deliver), &deliver))
        return;
    deliver->supplier = changing->supplier;
    changing->fact.deliver_sub_order = deliver;
    write_fact(changing);
}
