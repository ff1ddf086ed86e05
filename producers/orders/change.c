/*
 * change.c - what customers, suppliers and operators ask of an order that there is.
 *
 * One fact each, 202; with "Prefer: wait=N" what was decided of it: 200 with the order as it stands
 * then, or 409 and why not. The gate has seen whose it is, if this process has read that far:
 * an order that api has shown may be ahead of us, so what is not theirs yet is waited for, and 404
 * when it did not come.
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
    struct fy_slice supplier;              /* Of the path; absent: it is of the whole order. */
    void *body;                            /* Decoded; NULL where the route takes none. */
    void (*go)(struct changing *changing); /* Once the order is known and theirs. */
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
    orders_wait(producers->orders, &changing->waiter);
    fy_http_deadline(op->request, wait_ms, late, op);
}

/* --- Asked ----------------------------------------------------------------------------------- */

/* Named after who asks, what, of which order and of whose part, where there is a key. */
static void name_fact(struct changing *changing, struct fy_slice what)
{
    struct op *op = changing->op;
    struct fy_slice key = fy_http_header(op->request, "Idempotency-Key");
    const struct fy_slice parts[] = {op->actor, what, key};

    if (key.data == NULL) {
        fy_uuid_new(op->now_ms, op->event_id);
        return;
    }
    fy_uuid_derive(parts, 3, op->event_id);
    fy_lookup_text(op->people->body_key, fy_http_body(op->request), changing->body_mac);
    changing->fact.body_mac = fy_slice_of(changing->body_mac);
}

static void write_fact(struct changing *changing)
{
    struct op *op = changing->op;
    struct order_request *fact = &changing->fact;
    struct fy_slice what = fy_arena_format(&op->arena, "%s/%s/%.*s", op->route,
        changing->waiter.order, FY_SLICE_ARG(changing->supplier));
    struct fy_slice value;
    struct fy_err err;

    if (what.data == NULL) {
        op_problem(op, FY_PROBLEM_INTERNAL, NULL, "no memory");
        return;
    }
    name_fact(changing, what);
    fact->order = fy_slice_of(changing->waiter.order);
    fact->envelope = (struct envelope){.event_id = fy_slice_of(op->event_id),
        .event_ms = op->now_ms,
        .root = op->root,
        .actor = op->actor};
    if (order_request_encode(fact, &op->arena, &value, &err) != FY_OK) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, NULL, "%s", err.text);
        return;
    }
    if (!op_take_key(op, op->actor, (const char *)what.data))
        return;
    op_send(op, FY_TOPIC_ORDER_REQUESTS, fact->order, value);
    op_sent(op, FY_TOPIC_ORDER_REQUESTS, written);
}

/* --- Known, and theirs ----------------------------------------------------------------------- */

static bool is_theirs(const struct changing *changing, const struct order_status *status)
{
    const struct op *op = changing->op;
    const struct fy_caller *caller = fy_http_caller(op->request);

    return (changing->supplier.data == NULL && caller != NULL && fy_caller_has_all(caller)) ||
           orders_is_theirs(op->people->producers, op->request, caller, changing->supplier, status);
}

/* Everything began with the order's visitor: what is asked of it is mirrored with it, or not. */
static void go_on(struct changing *changing, const struct order_status *status)
{
    struct op *op = changing->op;

    op->root = op_keep(op, status->visitor.data != NULL ? status->visitor : status->person);
    changing->waiter.told = told;
    changing->go(changing);
}

static void known_now(struct order_waiter *waiter, const struct order_status *status)
{
    struct changing *changing = (struct changing *)waiter;

    if (changing->op->request == NULL || !is_theirs(changing, status))
        return;
    orders_wait_no_more(waiter);
    fy_http_deadline(changing->op->request, 0, NULL, NULL);
    go_on(changing, status);
}

static void not_known(struct fy_http_request *request, void *context)
{
    (void)request;
    op_problem(context, FY_PROBLEM_NOT_FOUND, NULL, "There is no order of that id");
}

static void when_known(struct changing *changing)
{
    struct op *op = changing->op;
    struct order_status status;
    struct fy_err err;
    bool known = false;

    if (orders_get(op->people->producers, fy_slice_of(changing->waiter.order), &op->arena, &known,
            &status, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        op_problem(op, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return;
    }
    if (known && is_theirs(changing, &status)) {
        go_on(changing, &status);
        return;
    }
    changing->waiter.told = known_now;
    orders_wait(op->people->producers->orders, &changing->waiter);
    fy_http_deadline(op->request, ORDER_KNOWN_MS, not_known, op);
}

/*
 * `body`: the record of order_request.avsc that the body is, NULL where there is none. `of_part`:
 * the path names a supplier. `go` has `changing->body` and writes the fact.
 */
static void change(struct fy_http_request *request,
    void *program,
    const char *route,
    const char *body,
    bool of_part,
    void (*go)(struct changing *changing))
{
    struct producers *producers = program;
    struct fy_slice order = fy_http_path_param(request, "order");
    struct changing *changing;
    void *decoded = NULL;
    struct op *op;

    if (!fy_order_is_id(order)) {
        fy_http_problem(request, FY_PROBLEM_NOT_FOUND, NULL, "There is no order of that id");
        return;
    }
    if (!op_begin_of(
            producers->people, request, route, &fy_type_order_request, body, &decoded, &op) ||
        !op_room(op, sizeof(*changing), &changing))
        return;
    op->own = changing;
    op->ended = ended;
    changing->op = op;
    changing->body = decoded;
    changing->go = go;
    if (of_part)
        changing->supplier = op_keep(op, fy_http_path_param(request, "supplier"));
    memcpy(changing->waiter.order, order.data, ORDER_TEXT);
    when_known(changing);
}

/* --- What is asked --------------------------------------------------------------------------- */

static void cancel(struct changing *changing)
{
    changing->fact.cancel_order = changing->body;
    write_fact(changing);
}

void producers_order_cancel(struct fy_http_request *request, void *program)
{
    change(request, program, "order_cancel", "cancel_order", false, cancel);
}

static void return_some(struct changing *changing)
{
    changing->fact.return_items = changing->body;
    write_fact(changing);
}

void producers_order_return(struct fy_http_request *request, void *program)
{
    change(request, program, "order_return", "return_items", false, return_some);
}

static void resolve(struct changing *changing)
{
    changing->fact.resolve_order = changing->body;
    write_fact(changing);
}

void producers_order_resolve(struct fy_http_request *request, void *program)
{
    change(request, program, "order_resolve", "resolve_order", false, resolve);
}

/* The same for a supplier's part of it: the path says whose. */
static void accept(struct changing *changing)
{
    struct accept_sub_order *accepted;

    if (!op_room(changing->op, sizeof(*accepted), &accepted))
        return;
    accepted->supplier = changing->supplier;
    changing->fact.accept_sub_order = accepted;
    write_fact(changing);
}

void producers_sub_order_accept(struct fy_http_request *request, void *program)
{
    change(request, program, "sub_order_accept", NULL, true, accept);
}

static void reject(struct changing *changing)
{
    struct reject_sub_order *rejected = changing->body;

    rejected->supplier = changing->supplier;
    changing->fact.reject_sub_order = rejected;
    write_fact(changing);
}

void producers_sub_order_reject(struct fy_http_request *request, void *program)
{
    change(request, program, "sub_order_reject", "reject_sub_order", true, reject);
}

static void ship(struct changing *changing)
{
    struct ship_items *shipped = changing->body;

    shipped->supplier = changing->supplier;
    changing->fact.ship_items = shipped;
    write_fact(changing);
}

void producers_sub_order_ship(struct fy_http_request *request, void *program)
{
    change(request, program, "sub_order_ship", "ship_items", true, ship);
}

static void deliver(struct changing *changing)
{
    struct deliver_sub_order *delivered;

    if (!op_room(changing->op, sizeof(*delivered), &delivered))
        return;
    delivered->supplier = changing->supplier;
    changing->fact.deliver_sub_order = delivered;
    write_fact(changing);
}

void producers_sub_order_deliver(struct fy_http_request *request, void *program)
{
    change(request, program, "sub_order_deliver", NULL, true, deliver);
}
