#include "producers/accounts/op.h"
#include "lib/email.h"
#include "lib/gate.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "producers/edge.h"
#include "schemas/codec/type.h"
#include "schemas/generated/shared.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    ARENA_BYTES_MAX = 256 * 1024,
};

static struct fy_metric ops_open =
    FY_GAUGE("fy_producers_people_requests", "Requests about people that wait now.");
static struct fy_metric passwords_checked =
    FY_COUNTER("fy_producers_passwords_total", "Passwords that were hashed or checked.");
static struct fy_metric passwords_refused = FY_COUNTER(
    "fy_producers_passwords_refused_total", "Passwords that no slot could be waited for.");

void ops_register_metrics(void)
{
    fy_metric_register(&ops_open);
    fy_metric_register(&passwords_checked);
    fy_metric_register(&passwords_refused);
}

/* --- Begin and end --------------------------------------------------------------------------- */

void op_end(struct op *op)
{
    struct people *people = op->people;

    assert(!op->busy);
    if (op->ended != NULL)
        op->ended(op);
    if (op->undecided)
        people->waiting--;
    if (op->before != NULL)
        op->before->next = op->next;
    else
        people->ops = op->next;
    if (op->next != NULL)
        op->next->before = op->before;
    people->op_count--;
    fy_metric_set(&ops_open, people->op_count);
    if (op->password.size > 0)
        explicit_bzero((uint8_t *)op->password.data, op->password.size);
    explicit_bzero(op->ticket, sizeof(op->ticket));
    explicit_bzero(op->hash, sizeof(op->hash));
    fy_key_wipe(op->key);
    fy_arena_done(&op->arena);
    free(op);
}

/* The client went, or the deadline has answered. Who calls back ends what is busy. */
static void on_gone(struct fy_http_request *request, void *context)
{
    struct op *op = context;

    (void)request;
    op->request = NULL;
    if (!op->busy)
        op_end(op);
}

static struct op *op_new(struct people *people, struct fy_http_request *request, const char *route)
{
    struct op *op = people->op_count < PEOPLE_OPS_MAX ? calloc(1, sizeof(*op)) : NULL;

    if (op == NULL) {
        fy_http_problem(
            request, FY_PROBLEM_BUSY, NULL, "%d requests about people wait", people->op_count);
        return NULL;
    }
    op->people = people;
    op->request = request;
    op->route = route;
    op->now_ms = fy_reactor_now_ms(people->producers->reactor);
    fy_arena_init(&op->arena, ARENA_BYTES_MAX);
    op->next = people->ops;
    if (op->next != NULL)
        op->next->before = op;
    people->ops = op;
    people->op_count++;
    fy_metric_set(&ops_open, people->op_count);
    return op;
}

/* The record of that name in PeopleBody, as fy_json_decode wants it. */
static struct fy_schema body_schema(const struct fy_type *bodies, const char *name)
{
    for (uint32_t i = 0; i < bodies->field_count; i++) {
        const struct fy_field *field = &bodies->fields[i];

        if (strcmp(field->name, name) == 0)
            return (struct fy_schema){
                .name = name, .type = field->record, .size = field->record->size};
    }
    abort(); /* No body of ours is called so. */
}

static bool is_json(struct fy_http_request *request)
{
    static const char json[] = "application/json";
    struct fy_slice type = fy_http_header(request, "Content-Type");

    return type.size >= sizeof(json) - 1 &&
           strncasecmp((const char *)type.data, json, sizeof(json) - 1) == 0 &&
           (type.size == sizeof(json) - 1 || type.data[sizeof(json) - 1] == ';' ||
               type.data[sizeof(json) - 1] == ' ');
}

/* Names the field and the limit, and never says what was in it. */
static bool read_body(
    struct op *op, const struct fy_type *bodies, const char *name, void **ret_body)
{
    struct fy_schema schema = body_schema(bodies, name);
    struct fy_slice body = op_keep(op, fy_http_body(op->request));
    struct fy_slice field = {0};
    struct fy_err err;
    const char *colon;

    *ret_body = fy_arena_alloc(&op->arena, schema.size);
    if (*ret_body == NULL || (body.data == NULL && fy_http_body(op->request).size > 0)) {
        op_problem(op, FY_PROBLEM_BODY_TOO_LARGE, NULL, "it does not fit");
        return false;
    }
    if (!is_json(op->request)) {
        op_problem(op, FY_PROBLEM_BAD_MEDIA_TYPE, "Content-Type", "it must be application/json");
        return false;
    }
    if (fy_json_decode(&schema, FY_JSON_CLIENT, body, &op->arena, *ret_body, &err) == FY_OK)
        return true;
    colon = strstr(err.text, ": ");
    if (colon != NULL)
        field = fy_arena_copy(
            &op->arena, (struct fy_slice){(const uint8_t *)err.text, (size_t)(colon - err.text)});
    op_problem(op, colon != NULL ? FY_PROBLEM_BAD_FIELD : FY_PROBLEM_BAD_JSON,
        (const char *)field.data, "%s", err.text);
    return false;
}

/* Who acts, as far as anybody knows; a route that knows better says so. */
static void take_actor(struct op *op)
{
    const struct fy_caller *caller = fy_http_caller(op->request);
    struct fy_slice visitor;

    if (fy_visitor_check(op->people->producers->visitor_key,
            fy_http_cookie(op->request, "fy_visitor"), &visitor))
        op->visitor = op_keep(op, visitor);
    if (caller != NULL)
        op->actor = fy_caller_actor(&op->arena, caller);
    else if (op->visitor.data != NULL)
        op->actor = fy_arena_format(&op->arena, "visitor:%.*s", FY_SLICE_ARG(op->visitor));
    else
        op->actor = fy_slice_of("service:producers");
}

/* A repeat under the same key names the same fact; another body under it is refused. */
static bool take_idempotency_key(struct op *op)
{
    struct fy_slice key = fy_http_header(op->request, "Idempotency-Key");

    if (key.data == NULL || (key.size >= 1 && key.size <= IDEMPOTENCY_KEY_BYTES_MAX))
        return true;
    op_problem(op, FY_PROBLEM_BAD_QUERY, "Idempotency-Key", "%zu bytes; it must have 1 .. %d",
        key.size, IDEMPOTENCY_KEY_BYTES_MAX);
    return false;
}

bool op_begin(struct people *people,
    struct fy_http_request *request,
    const char *route,
    const char *body,
    void **ret_body,
    struct op **ret_op)
{
    return op_begin_of(people, request, route, &fy_type_people_body, body, ret_body, ret_op);
}

bool op_begin_of(struct people *people,
    struct fy_http_request *request,
    const char *route,
    const struct fy_type *bodies,
    const char *body,
    void **ret_body,
    struct op **ret_op)
{
    struct op *op;

    if (!edge_able(people->producers, request))
        return false;
    op = op_new(people, request, route);
    if (op == NULL)
        return false;
    *ret_op = op;
    take_actor(op);
    if (!take_idempotency_key(op) || (body != NULL && !read_body(op, bodies, body, ret_body)))
        return false;
    fy_http_on_gone(request, on_gone, op);
    return true;
}

struct fy_slice op_keep(struct op *op, struct fy_slice text)
{
    return text.data != NULL ? fy_arena_copy(&op->arena, text) : (struct fy_slice){0};
}

bool op_room(struct op *op, size_t size, void *ret_room)
{
    void *room = fy_arena_alloc(&op->arena, size);

    memcpy(ret_room, &room, sizeof(room));
    if (room != NULL)
        return true;
    op_problem(op, FY_PROBLEM_INTERNAL, NULL, "no memory");
    return false;
}

/* --- Who it is about ------------------------------------------------------------------------- */

static bool store_failed(struct op *op, const struct fy_err *err)
{
    fy_log(FY_LOG_ERROR, "%s", err->text);
    op_problem(op, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
    return false;
}

bool op_account(struct op *op, const char *account)
{
    struct fy_err err;

    (void)snprintf(op->account, sizeof(op->account), "%s", account);
    if (view_credential(op->people->producers->store, fy_slice_of(op->account), &op->arena,
            &op->known, &op->credential, &err) != FY_OK)
        return store_failed(op, &err);
    if (op->known)
        (void)snprintf(op->person, sizeof(op->person), "%.*s", FY_SLICE_ARG(op->credential.person));
    return true;
}

bool op_account_of_email(struct op *op, struct fy_slice email, struct fy_slice *ret_email)
{
    char account[FY_LOOKUP_TEXT + 1];
    struct fy_err err;

    if (fy_email_normal(email, &op->arena, ret_email, &err) != FY_OK) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "email", "%s", err.text);
        return false;
    }
    fy_lookup_text(op->people->pepper, *ret_email, account);
    return op_account(op, account);
}

bool op_caller(struct op *op)
{
    const struct fy_caller *caller = fy_http_caller(op->request);
    struct fy_slice account = caller != NULL ? caller->account : (struct fy_slice){0};

    if (account.size == FY_LOOKUP_TEXT) {
        account = op_keep(op, account);
        if (!op_account(op, (const char *)account.data))
            return false;
        if (op->known && fy_slice_equal(op->credential.person, caller->person))
            return true;
    }
    op_problem(op, FY_PROBLEM_NOT_FOUND, NULL, "there is no account of this caller");
    return false;
}

bool op_key_of(struct op *op, struct fy_slice person)
{
    struct fy_err err;

    if (fy_person_keys_get(keys_view(op->people->keys), person, op->now_ms, &op->arena,
            &op->has_key, op->key, &err) != FY_OK)
        return store_failed(op, &err);
    if (op->has_key)
        return true;
    op_problem(op, FY_PROBLEM_NOT_READY, NULL, "this person is not known here yet, or no more");
    return false;
}

static void no_slot(struct op *op)
{
    op->busy = false;
    fy_metric_add(&passwords_refused, 1);
    op_problem(op, FY_PROBLEM_BUSY, NULL, "%d passwords wait to be hashed", PEOPLE_PASSWORDS_MAX);
}

bool op_may_try(struct op *op, const char *what, int burst)
{
    const struct fy_slice who[] = {fy_slice_of(what), fy_slice_of(op->account)};
    const struct fy_limit limit = {.burst = burst, .per_minute = PEOPLE_TRIES_A_MINUTE};
    char seconds[24];
    int64_t wait_ms;

    /* Who is sent away because others wait has not tried. */
    if (!fy_passwords_have_room(op->people->passwords)) {
        no_slot(op);
        return false;
    }
    if (fy_limits_take(op->people->limits, who, 2, limit,
            fy_reactor_mono_ms(op->people->producers->reactor), &wait_ms))
        return true;
    (void)snprintf(seconds, sizeof(seconds), "%lld", (long long)((wait_ms + 999) / 1000));
    fy_http_set_header(op->request, "Retry-After", seconds);
    op_problem(
        op, FY_PROBLEM_TOO_MANY, NULL, "too often for one e-mail: ask again in %s s", seconds);
    return false;
}

/* --- Passwords ------------------------------------------------------------------------------- */

/* True when the client is there still; else the op is gone. */
static bool is_back(struct op *op)
{
    op->busy = false;
    if (op->request != NULL)
        return true;
    op_end(op);
    return false;
}

static void on_hashed(void *context, const char *hash)
{
    struct op *op = context;

    if (!is_back(op))
        return;
    if (hash == NULL) {
        op_problem(op, FY_PROBLEM_BUSY, NULL, "no memory to hash a password");
        return;
    }
    (void)snprintf(op->hash, sizeof(op->hash), "%s", hash);
    op->then(op);
}

static void on_checked(void *context, bool right, bool stale)
{
    struct op *op = context;

    if (!is_back(op))
        return;
    op->right = right;
    op->stale = stale;
    op->then(op);
}

void op_hash(struct op *op, op_then *then)
{
    op->then = then;
    op->busy = true;
    fy_metric_add(&passwords_checked, 1);
    if (!fy_password_hash(op->people->passwords, op->password, on_hashed, op))
        no_slot(op);
}

/* What cannot be unsealed is nobody's: the same work is done. */
static struct fy_slice hash_of(struct op *op)
{
    struct fy_slice hash = {0};
    struct fy_err err;

    if (!op->known || op->credential.password == NULL)
        return hash;
    if (fy_person_keys_get(keys_view(op->people->keys), op->credential.person, op->now_ms,
            &op->arena, &op->has_key, op->key, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        return hash;
    }
    if (!op->has_key || !fy_unseal(op->key, op->credential.person, "password",
                            op->credential.password->password_hash, &op->arena, &hash))
        return (struct fy_slice){0};
    return hash;
}

void op_check(struct op *op, op_then *then)
{
    op->then = then;
    op->busy = true;
    fy_metric_add(&passwords_checked, 1);
    if (!fy_password_check(op->people->passwords, op->password, hash_of(op), on_checked, op))
        no_slot(op);
}

/* --- Writing --------------------------------------------------------------------------------- */

/* All are settled, or were never sent. */
static void written(struct op *op)
{
    if (op->written == FY_OK && !op->unsent)
        op->then(op);
    else if (op->unsent)
        op_problem(op, FY_PROBLEM_BUSY, NULL, "too much is on its way to Kafka");
    else
        op_problem(op, op->written == FY_REJECT ? FY_PROBLEM_NO_BROKER : FY_PROBLEM_DEADLINE, NULL,
            "Kafka has not acknowledged it: ask again under the same Idempotency-Key");
}

static void on_written(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct op *op = context;

    assert(op->sending > 0);
    if (status != FY_OK) {
        fy_log(FY_LOG_WARN, "%s", err->text);
        if (op->written != FY_ABORT) /* In doubt is worse than not written. */
            op->written = status;
    } else if (place->topic == op->topic) {
        op->place = *place;
    }
    op->sending--;
    if (op->sending == 0 && op->busy && is_back(op))
        written(op);
}

void op_send(struct op *op, enum fy_topic topic, struct fy_slice key, struct fy_slice value)
{
    struct fy_err err;

    op->sending++;
    if (!op->unsent && fy_producer_send(op->people->producers->producer, topic, key, value,
                           on_written, op, &err) == FY_OK)
        return;
    op->sending--;
    op->unsent = true;
}

void op_sent(struct op *op, enum fy_topic topic, op_then *then)
{
    op->topic = topic;
    op->then = then;
    op->busy = op->sending > 0;
    if (!op->busy)
        written(op);
}

void op_new_person(struct op *op, op_then *then)
{
    struct fy_err err;

    op->then = then;
    op->busy = true;
    op->sending = 1;
    if (keys_make(op->people->keys, op->now_ms, op->person, op->key, on_written, op, &err) ==
        FY_OK) {
        op->has_key = true;
        return;
    }
    op->sending = 0;
    op->busy = false;
    op_problem(op, FY_PROBLEM_BUSY, NULL, "%s", err.text);
}

struct fy_slice op_seal(struct op *op, const char *field, struct fy_slice text)
{
    struct fy_slice sealed = {0};

    assert(op->has_key && op->person[0] != '\0');
    if (text.data == NULL ||
        !fy_seal(op->key, fy_slice_of(op->person), field, text, &op->arena, &sealed))
        return (struct fy_slice){0};
    return sealed;
}

struct fy_slice op_sealed_hash(struct op *op)
{
    return op_seal(op, "password", fy_slice_of(op->hash));
}

bool op_take_key(struct op *op, struct fy_slice owner, const char *what)
{
    struct fy_slice key = fy_http_header(op->request, "Idempotency-Key");

    if (key.data == NULL || idempotency_take(op->people->producers->idempotency, owner, what, key,
                                fy_http_body(op->request)))
        return true;
    op_problem(op, FY_PROBLEM_KEY_REUSED, "Idempotency-Key", "it came with another body before");
    return false;
}

static bool name_fact(struct op *op, struct fy_slice subject)
{
    struct fy_slice key = fy_http_header(op->request, "Idempotency-Key");
    const struct fy_slice parts[] = {subject, fy_slice_of(op->route != NULL ? op->route : ""), key};

    if (key.data == NULL || op->route == NULL) {
        fy_uuid_new(op->now_ms, op->event_id);
        return true;
    }
    fy_uuid_derive(parts, 3, op->event_id);
    return op_take_key(op, subject, op->route);
}

static struct fy_slice root_of(const struct op *op, struct fy_slice subject)
{
    if (op->root.data != NULL)
        return op->root;
    return op->person[0] != '\0' ? fy_slice_of(op->person) : subject;
}

/* The fact has its subject and the id `event_id`. */
static bool encode(
    struct op *op, struct account_request *fact, const char *event_id, struct fy_slice *ret_value)
{
    struct fy_err err;

    fact->envelope = (struct envelope){
        .event_id = fy_slice_of(event_id),
        .event_ms = op->now_ms,
        .root = root_of(op, fact->subject),
        .actor = op->actor,
    };
    if (account_request_encode(fact, &op->arena, ret_value, &err) == FY_OK)
        return true;
    op_problem(op, FY_PROBLEM_BUSY, NULL, "%s", err.text);
    return false;
}

bool op_encode(struct op *op, struct account_request *fact, struct fy_slice *ret_value)
{
    char event_id[FY_UUID_TEXT + 1];

    fy_uuid_new(op->now_ms, event_id);
    return encode(op, fact, event_id, ret_value);
}

void op_write(struct op *op, struct fy_slice subject, struct account_request *fact, op_then *then)
{
    struct fy_slice value;

    if (!name_fact(op, subject))
        return;
    (void)snprintf(op->subject, sizeof(op->subject), "%.*s", FY_SLICE_ARG(subject));
    fact->subject = fy_slice_of(op->subject);
    if (!encode(op, fact, op->event_id, &value))
        return;
    op_send(op, FY_TOPIC_ACCOUNT_REQUESTS, fact->subject, value);
    op_sent(op, FY_TOPIC_ACCOUNT_REQUESTS, then);
}
