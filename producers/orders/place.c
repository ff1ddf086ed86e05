/*
 * place.c - POST /v1/orders: from an empty cart to an order in one request.
 *
 *     who asks        an account's person; or a guest, who is the visitor of the cookie
 *     which order     named after who asks and the Idempotency-Key
 *     known already   answered from its row: the same body hears the same, another 422
 *     written         a guest's key first; then how they are reached, and the order
 *     decided         with "Prefer: wait=N": 201, 402, 409; else, or later, 202
 *
 * A first-time guest has no cookie yet. Who they are follows from key and body then, so that who
 * repeats what got lost is the same guest, and nobody else is.
 */
#include "lib/email.h"
#include "lib/gate.h"
#include "lib/log.h"
#include "lib/orders.h"
#include "producers/accounts/guest.h"
#include "producers/accounts/op.h"
#include "producers/orders/orders.h"
#include "producers/routes.h"
#include "producers/visitors.h"
#include "schemas/generated/order_body.h"
#include "schemas/generated/order_request.h"
#include "schemas/generated/shared.h"

#include <stdio.h>
#include <string.h>

enum {
    STRANGER_KEY_BYTES_MIN = 16, /* That who has no cookie must say: nobody else's is like it. */
    ADDRESS_BYTES_MAX = 4000,    /* Sealed, it is delivery_encrypted.avsc's 4,096 at most. */
};

struct placing {
    struct order_waiter waiter; /* First. */
    struct op *op;
    const struct place_body *body;
    char body_mac[FY_LOOKUP_TEXT + 1];
    char visitor[FY_VISITOR_TEXT + 1]; /* Whose cookie it is; "" where there is none. */
    struct fy_slice email;             /* Of a guest who says it. */
    struct fy_slice address;           /* JSON. */
    bool is_guest;
};

static struct placing *placing_of(struct op *op)
{
    return op->own;
}

/* --- Answered -------------------------------------------------------------------------------- */

static void set_location(struct placing *placing)
{
    char location[64];

    (void)snprintf(location, sizeof(location), "/v1/orders/%s", placing->waiter.order);
    fy_http_set_header(placing->op->request, "Location", location);
}

static void answer_placed(struct placing *placing, const struct order_status *status)
{
    struct op *op = placing->op;
    struct fy_json_out out;

    set_location(placing);
    op_tell_written(op);
    fy_json_out_init(&out, &op->arena);
    fy_json_out_object(&out);
    fy_order_put(&out, status, NULL);
    fy_json_out_object_end(&out);
    op_answer_json(op, 201, &out);
}

/* A refusal with a member more, which is in `out`. */
static void refuse_with(struct op *op,
    enum fy_problem problem,
    const char *name,
    struct fy_json_out *out,
    const char *words)
{
    struct fy_http_request *request = op->request;
    struct fy_http_member more = {.name = name};

    op->request = NULL;
    if (fy_json_out_done(out, &more.json))
        fy_http_problem_with(request, problem, &more, "%s", words);
    else
        fy_http_problem(request, problem, NULL, "%s", words);
    op_end(op);
}

/* Of each line that stock would not hold, how many one supplier could have given. */
static void answer_sold_out(struct placing *placing, const struct order_status *status)
{
    struct op *op = placing->op;
    struct fy_json_out out;

    fy_json_out_init(&out, &op->arena);
    fy_json_out_array(&out);
    for (size_t i = 0; i < status->lines.count; i++) {
        const struct line_standing *line = &status->lines.items[i];

        if (line->reason.data == NULL)
            continue;
        fy_json_out_object(&out);
        fy_json_out_member_text(&out, "sku", line->sku);
        fy_json_out_member_int(&out, "units", line->units);
        fy_json_out_member_int(&out, "left_units", line->left_units);
        fy_json_out_member_text(&out, "reason", line->reason);
        fy_json_out_object_end(&out);
    }
    fy_json_out_array_end(&out);
    refuse_with(op, FY_PROBLEM_SOLD_OUT, "left", &out,
        "not all of it is there; nothing is held, and nothing was paid");
}

static void answer_total(struct placing *placing, const struct order_status *status)
{
    struct fy_json_out out;

    fy_json_out_init(&out, &placing->op->arena);
    fy_json_out_object(&out);
    fy_json_out_member_int(&out, "minor", status->total_minor);
    fy_json_out_member_text(&out, "currency", status->currency);
    fy_json_out_object_end(&out);
    refuse_with(placing->op, FY_PROBLEM_TOTAL_DIFFERS, "total", &out,
        "it costs something else now; nothing is held, and nothing was paid");
}

static bool is_word(struct fy_slice text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (fy_slice_equal(text, fy_slice_of(*words)))
            return true;
    return false;
}

/* It never became an order, or ended before it was paid: who repeats it hears why. */
static void answer_refused(struct placing *placing, const struct order_status *status)
{
    static const char *const out_of_stock[] = {
        "sold_out", "unknown_sku", "withdrawn", "too_many_holds", NULL};
    static const char *const unpaid[] = {
        "payment_declined", "payment_expired", "payment_failed", NULL};
    struct fy_slice reason = status->standing.reason;

    set_location(placing);
    if (is_word(reason, out_of_stock)) {
        answer_sold_out(placing, status);
    } else if (fy_slice_equal(reason, fy_slice_of("total_differs"))) {
        answer_total(placing, status);
    } else if (is_word(reason, unpaid)) {
        op_problem(placing->op, FY_PROBLEM_PAYMENT_DECLINED, "payment_method",
            "payment_method: not paid: %.*s",
            FY_SLICE_ARG(status->payment_code.data != NULL ? status->payment_code : reason));
    } else {
        op_problem(placing->op, FY_PROBLEM_ORDER_REFUSED, NULL, "it is no order: %.*s",
            FY_SLICE_ARG(reason));
    }
}

static bool is_other_body(const struct placing *placing, const struct order_status *status)
{
    return status->body_mac.data != NULL &&
           !fy_slice_equal(status->body_mac, fy_slice_of(placing->body_mac));
}

static void answer_decided(struct placing *placing, const struct order_status *status)
{
    if (is_other_body(placing, status)) {
        op_problem(placing->op, FY_PROBLEM_KEY_REUSED, "Idempotency-Key",
            "it came with another body before");
    } else if (fy_order_was_placed(status)) {
        answer_placed(placing, status);
    } else {
        answer_refused(placing, status);
    }
}

/* Written down and not decided: who asks again under the same key asks about the same order. */
static void answer_later(struct placing *placing)
{
    char location[64];

    (void)snprintf(location, sizeof(location), "/v1/orders/%s", placing->waiter.order);
    fy_http_set_header(placing->op->request, "Retry-After", "1");
    op_answer_written(placing->op, location);
}

/* --- Waited for ------------------------------------------------------------------------------ */

/* There is an answer to this body: what was decided, or that it is another one. */
static bool is_answered(const struct placing *placing, const struct order_status *status)
{
    return fy_order_is_decided(status) || is_other_body(placing, status);
}

static void told(struct order_waiter *waiter, const struct order_status *status)
{
    struct placing *placing = (struct placing *)waiter;

    if (placing->op->request != NULL && is_answered(placing, status))
        answer_decided(placing, status);
}

static void late(struct fy_http_request *request, void *context)
{
    struct op *op = context;

    assert(op->request == request);
    answer_later(placing_of(op));
}

static void ended(struct op *op)
{
    orders_wait_no_more(&placing_of(op)->waiter);
}

/* Its row may be there already: of a repeat, or where another instance was quicker. */
static void wait_for_decision(struct placing *placing)
{
    struct op *op = placing->op;
    int wait_ms = fy_http_wait_ms(op->request, ORDER_WAIT_MS_MAX);
    struct order_status status;
    struct fy_err err;
    bool known = false;

    if (orders_get(op->people->producers, fy_slice_of(placing->waiter.order), &op->arena, &known,
            &status, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        op_problem(op, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
    } else if (known && is_answered(placing, &status)) {
        answer_decided(placing, &status);
    } else if (wait_ms == 0) {
        answer_later(placing);
    } else {
        op->ended = ended;
        orders_wait(op->people->producers->orders, &placing->waiter);
        fy_http_deadline(op->request, wait_ms, late, op);
    }
}

static void written(struct op *op)
{
    wait_for_decision(placing_of(op));
}

/* --- Written --------------------------------------------------------------------------------- */

static struct order_request *order_fact(struct placing *placing)
{
    struct op *op = placing->op;
    const struct place_body *body = placing->body;
    struct order_request *fact;
    struct place_order *place;
    struct order_item *lines;

    if (!op_room(op, sizeof(*fact), &fact) || !op_room(op, sizeof(*place), &place) ||
        !op_room(op, body->lines.count * sizeof(*lines), &lines))
        return NULL;
    for (size_t i = 0; i < body->lines.count; i++)
        lines[i] = (struct order_item){body->lines.items[i].sku, body->lines.items[i].units};
    *place = (struct place_order){
        .person = fy_slice_of(op->person),
        .visitor = placing->is_guest ? fy_slice_of(placing->visitor) : (struct fy_slice){0},
        .lines = {lines, body->lines.count},
        .expected_total = body->expected_total,
        .payment_method = body->payment_method,
        .delivery.address = op_seal(op, "address", placing->address),
    };
    *fact = (struct order_request){
        .envelope = {.event_id = fy_slice_of(op->event_id),
            .event_ms = op->now_ms,
            .root = fy_slice_of(placing->visitor[0] != '\0' ? placing->visitor : op->person),
            .actor = op->actor},
        .order = fy_slice_of(placing->waiter.order),
        .body_mac = fy_slice_of(placing->body_mac),
        .place_order = place,
    };
    return fact;
}

/* How a guest is reached goes before their order. False: answered. */
static bool send_contact(struct placing *placing)
{
    struct op *op = placing->op;
    struct guest_contact contact = {.visitor = fy_slice_of(placing->visitor),
        .email = placing->email,
        .full_name = placing->body->address != NULL ? placing->body->address->full_name
                                                    : (struct fy_slice){0},
        .phone =
            placing->body->address != NULL ? placing->body->address->phone : (struct fy_slice){0}};

    if (!placing->is_guest || placing->email.data == NULL)
        return true;
    contact.addresses = fy_arena_format(&op->arena, "[%.*s]", FY_SLICE_ARG(placing->address));
    return guest_send(op, &contact);
}

static void with_person(struct op *op)
{
    struct placing *placing = placing_of(op);
    struct order_request *fact = order_fact(placing);
    struct fy_slice value;
    struct fy_err err;

    if (fact == NULL)
        return;
    if (fact->place_order->delivery.address.data == NULL) {
        op_problem(op, FY_PROBLEM_INTERNAL, NULL, "no memory");
        return;
    }
    if (order_request_encode(fact, &op->arena, &value, &err) != FY_OK) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, NULL, "%s", err.text);
        return;
    }
    if (!send_contact(placing))
        return;
    op_send(op, FY_TOPIC_ORDER_REQUESTS, fact->order, value);
    op_sent(op, FY_TOPIC_ORDER_REQUESTS, written);
}

/* --- Where it goes --------------------------------------------------------------------------- */

static void address_json(
    struct op *op, const struct place_address_body *address, struct fy_slice *ret_json)
{
    struct fy_json_out out;

    fy_json_out_init(&out, &op->arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "full_name", address->full_name);
    fy_json_out_member_text(&out, "phone", address->phone);
    fy_json_out_name(&out, "lines");
    fy_json_out_array(&out);
    for (size_t i = 0; i < address->lines.count; i++)
        fy_json_out_text(&out, address->lines.items[i]);
    fy_json_out_array_end(&out);
    fy_json_out_member_text(&out, "postcode", address->postcode);
    fy_json_out_member_text(&out, "city", address->city);
    fy_json_out_member_text(&out, "country", address->country);
    fy_json_out_object_end(&out);
    if (!fy_json_out_done(&out, ret_json))
        *ret_json = (struct fy_slice){0};
}

/* The first of those that they have said: a JSON array of objects, as the edge wrote it. */
static struct fy_slice first_address(struct op *op)
{
    struct fy_slice sealed, all = {0};
    const struct fy_slice *elements;
    struct user user;
    struct fy_err err;
    bool known = false;
    size_t count = 0;

    if (view_user(op->people->producers->store, fy_slice_of(op->person), &op->arena, &known, &user,
            &err) != FY_OK ||
        !known)
        return (struct fy_slice){0};
    sealed = user.profile.addresses;
    if (sealed.data == NULL ||
        !fy_unseal(op->key, fy_slice_of(op->person), "addresses", sealed, &op->arena, &all) ||
        fy_json_elements(all, &op->arena, 5, &elements, &count, &err) != FY_OK || count == 0)
        return (struct fy_slice){0};
    return elements[0];
}

/* Needs the person's key where the body has no address. */
static bool take_address(struct placing *placing)
{
    struct op *op = placing->op;
    const struct place_address_body *address = placing->body->address;

    if (address != NULL && address->lines.count == 0) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "address.lines", "address.lines: 0 items, at least 1");
        return false;
    }
    if (address != NULL)
        address_json(op, address, &placing->address);
    else if (op->has_key)
        placing->address = first_address(op);
    if (placing->address.data != NULL && placing->address.size <= ADDRESS_BYTES_MAX)
        return true;
    if (placing->address.data != NULL) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "address", "address: %zu bytes, at most %d",
            placing->address.size, ADDRESS_BYTES_MAX);
    } else {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "address", "address: say where it goes");
    }
    return false;
}

/* --- Who, and which -------------------------------------------------------------------------- */

static bool take_key(struct placing *placing)
{
    return op_take_key(placing->op, fy_slice_of(placing->waiter.order), "order_post");
}

/* Two first words at once would make two guests of one visitor. */
static void as_guest(struct placing *placing)
{
    struct op *op = placing->op;
    bool known = false;

    if (!guest_find(op, fy_slice_of(placing->visitor), &known))
        return;
    if (!known && placing->email.data == NULL) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "email",
            "email: a guest says how they are reached, or somebody signs in");
    } else if (known) {
        if (op_key_of(op, fy_slice_of(op->person)) && take_address(placing) && take_key(placing))
            with_person(op);
    } else if (guest_is_first_busy(op, fy_slice_of(placing->visitor))) {
        op_problem(op, FY_PROBLEM_BUSY, NULL, "another request of this visitor is under way");
    } else if (take_address(placing) && take_key(placing)) {
        op_new_person(op, with_person);
    }
}

static void as_account(struct placing *placing)
{
    struct op *op = placing->op;

    if (op_key_of(op, fy_slice_of(op->person)) && take_address(placing) && take_key(placing))
        with_person(op);
}

static void take_visitor(struct placing *placing, struct fy_slice key)
{
    struct op *op = placing->op;
    char text[FY_LOOKUP_TEXT + 1];
    struct fy_slice both;

    if (op->visitor.data != NULL) {
        (void)snprintf(
            placing->visitor, sizeof(placing->visitor), "%.*s", FY_SLICE_ARG(op->visitor));
        return;
    }
    if (!placing->is_guest)
        return;
    both = fy_arena_format(&op->arena, "visitor %.*s %s", FY_SLICE_ARG(key), placing->body_mac);
    fy_lookup_text(op->people->body_key, both, text);
    (void)snprintf(placing->visitor, sizeof(placing->visitor), "%.*s", FY_VISITOR_TEXT, text);
    visitors_greet(op->people->producers, op->request, fy_slice_of(placing->visitor));
    op->visitor = fy_slice_of(placing->visitor);
    op->actor = fy_arena_format(&op->arena, "visitor:%s", placing->visitor);
}

/* Who asks, and so which order it is. */
static bool take_names(struct placing *placing)
{
    struct op *op = placing->op;
    const struct fy_caller *caller = fy_http_caller(op->request);
    struct fy_slice key = fy_http_header(op->request, "Idempotency-Key");
    size_t least = caller == NULL && op->visitor.data == NULL ? STRANGER_KEY_BYTES_MIN : 1;
    struct fy_slice parts[] = {{0}, fy_slice_of("order_post"), key};
    size_t digits = 0;

    if (key.data == NULL || key.size < least) {
        op_problem(op, FY_PROBLEM_BAD_QUERY, "Idempotency-Key",
            "Idempotency-Key: %zu bytes; an order has one of %zu .. %d, its own", key.size, least,
            IDEMPOTENCY_KEY_BYTES_MAX);
        return false;
    }
    placing->is_guest = caller == NULL;
    fy_lookup_text(op->people->body_key, fy_http_body(op->request), placing->body_mac);
    take_visitor(placing, key);
    if (caller != NULL)
        (void)snprintf(op->person, sizeof(op->person), "%.*s", FY_SLICE_ARG(caller->person));
    parts[0] = placing->is_guest ? fy_slice_of(placing->visitor) : fy_slice_of(op->person);
    fy_uuid_derive(parts, 3, op->event_id);
    for (const char *c = op->event_id; *c != '\0'; c++)
        if (*c != '-')
            placing->waiter.order[digits++] = *c;
    assert(digits == ORDER_TEXT);
    return true;
}

/* --- What ------------------------------------------------------------------------------------ */

static bool refuse_line(struct op *op, enum fy_problem problem, size_t line, const char *words)
{
    char field[32];

    (void)snprintf(field, sizeof(field), "lines[%zu].sku", line);
    op_problem(op, problem, field, "%s: %s", field, words);
    return false;
}

static bool check_lines(struct placing *placing)
{
    struct op *op = placing->op;
    const struct place_body *body = placing->body;

    if (body->lines.count == 0) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "lines", "lines: 0 items, at least 1");
        return false;
    }
    for (size_t i = 0; i < body->lines.count; i++) {
        bool known = false;
        struct fy_err err;

        for (size_t j = 0; j < i; j++)
            if (fy_slice_equal(body->lines.items[j].sku, body->lines.items[i].sku))
                return refuse_line(op, FY_PROBLEM_BAD_FIELD, i, "it stands here twice");
        if (known_skus_has(op->people->producers->known, body->lines.items[i].sku, &op->arena,
                &known, &err) != FY_OK) {
            fy_log(FY_LOG_ERROR, "%s", err.text);
            op_problem(op, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
            return false;
        }
        if (!known)
            return refuse_line(op, FY_PROBLEM_UNKNOWN_SKU, i, "no product of this SKU is listed");
    }
    return true;
}

static bool take_email(struct placing *placing)
{
    struct op *op = placing->op;
    struct fy_err err;

    if (placing->body->email.data == NULL || !placing->is_guest ||
        fy_email_normal(placing->body->email, &op->arena, &placing->email, &err) == FY_OK)
        return true;
    op_problem(op, FY_PROBLEM_BAD_FIELD, "email", "%s", err.text);
    return false;
}

/* It is known already: the answer is in its row, or will be. */
static bool is_known(struct placing *placing, bool *ret_known)
{
    struct op *op = placing->op;
    struct order_status status;
    struct fy_err err;

    if (orders_get(op->people->producers, fy_slice_of(placing->waiter.order), &op->arena, ret_known,
            &status, &err) == FY_OK)
        return true;
    fy_log(FY_LOG_ERROR, "%s", err.text);
    op_problem(op, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
    return false;
}

void producers_order_post(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct place_body *body;
    struct placing *placing;
    struct op *op;
    bool known = false;

    if (!op_begin_of(producers->people, request, "order_post", &fy_type_order_body, "place",
            (void **)&body, &op) ||
        !op_room(op, sizeof(*placing), &placing))
        return;
    placing->op = op;
    placing->body = body;
    placing->waiter.told = told;
    op->own = placing;
    op->place.offset = -1;
    if (!take_names(placing) || !is_known(placing, &known))
        return;
    if (known) {
        wait_for_decision(placing);
        return;
    }
    if (!check_lines(placing) || !take_email(placing))
        return;
    if (placing->is_guest)
        as_guest(placing);
    else
        as_account(placing);
}
