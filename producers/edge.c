#include "producers/edge.h"
#include "lib/caller.h"
#include "lib/json_out.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "schemas/generated/envelope.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Whose acknowledgement it was: the last record's place is what the client is told. */
struct edge_mark {
    struct edge_write *write;
    bool is_last;
};

/* A write on its way to Kafka. It outlives its request when the client goes or the deadline comes.
 */
struct edge_write {
    struct producers *producers;
    struct edge *edge; /* Of the request's arena; NULL once the request is answered or gone. */
    const char *location;
    size_t pending;
    struct fy_place last;
    struct edge_mark mark;
    struct edge_mark last_mark;
};

static struct fy_metric facts_written =
    FY_COUNTER("fy_producers_facts_total", "Facts acknowledged by Kafka.");
static struct fy_metric facts_doubtful = FY_COUNTER(
    "fy_producers_unacknowledged_total", "Facts that Kafka did not acknowledge in time.");
static struct fy_metric writes_open =
    FY_GAUGE("fy_producers_writes", "Writes that wait for their acknowledgement now.");

/* --- Taking ---------------------------------------------------------------------------------- */

static bool media_is(struct fy_slice value, const char *wanted)
{
    size_t size = strlen(wanted);

    return value.size >= size && strncasecmp((const char *)value.data, wanted, size) == 0 &&
           (value.size == size || value.data[size] == ';' || value.data[size] == ' ');
}

/*
 * text/plain is what a page of any site may send without asking. A browser says whose page it is:
 * only our own is heard. Who says nothing is no browser, and has no cookies of anybody.
 */
static bool is_of_our_pages(struct fy_http_request *request)
{
    struct fy_slice site = fy_http_header(request, "Sec-Fetch-Site");

    return site.data == NULL || fy_slice_equal(site, fy_slice_of("same-origin"));
}

static bool check_media(const struct edge_route *route, struct fy_http_request *request)
{
    struct fy_slice type = fy_http_header(request, "Content-Type");

    if (route->bodyless || media_is(type, "application/json") ||
        (route->takes_text_plain && media_is(type, "text/plain") && is_of_our_pages(request)))
        return true;
    fy_http_problem(request, FY_PROBLEM_BAD_MEDIA_TYPE, "Content-Type", "it must be %s",
        route->takes_text_plain ? "application/json or text/plain" : "application/json");
    return false;
}

bool edge_supplier(
    struct fy_http_request *request, struct fy_slice *ret_supplier, struct fy_slice *ret_actor)
{
    const struct fy_caller *caller = fy_http_caller(request);

    assert(caller != NULL); /* The gate lets nobody else to a route that asks this. */
    if (caller->supplier.data == NULL) {
        fy_http_problem(request, FY_PROBLEM_BAD_QUERY, "Fy-Supplier",
            "Fy-Supplier: an operator says for which supplier");
        return false;
    }
    *ret_supplier = caller->supplier;
    *ret_actor = fy_caller_actor(fy_http_arena(request), caller);
    if (ret_actor->data != NULL)
        return true;
    fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "no memory");
    return false;
}

/* Without a broker nothing can be written down: said at once, not after a time-out. */
bool edge_able(struct producers *producers, struct fy_http_request *request)
{
    char why[128];

    if (!fy_producer_connected(producers->producer)) {
        fy_http_problem(
            request, FY_PROBLEM_NO_BROKER, NULL, "Kafka does not answer; nothing was written down");
        return false;
    }
    if (!producers_ready(producers, why, sizeof(why))) {
        fy_http_problem(request, FY_PROBLEM_NOT_READY, NULL, "%s", why);
        return false;
    }
    return true;
}

static bool take_key(struct edge *edge)
{
    struct fy_slice key = fy_http_header(edge->request, "Idempotency-Key");

    if (key.data != NULL && (key.size < 1 || key.size > IDEMPOTENCY_KEY_BYTES_MAX)) {
        fy_http_problem(edge->request, FY_PROBLEM_BAD_QUERY, "Idempotency-Key",
            "%zu bytes; it must have 1 .. %d", key.size, IDEMPOTENCY_KEY_BYTES_MAX);
        return false;
    }
    edge->idempotency_key = key;
    return true;
}

static bool take_elements(struct edge *edge)
{
    struct fy_slice body = edge->route->bodyless ? fy_slice_of("{}") : fy_http_body(edge->request);
    struct fy_err err;
    size_t at = 0;

    if (fy_json_elements(body, edge->arena, edge->route->elements_max, &edge->elements,
            &edge->count, &err) != FY_OK) {
        fy_http_problem(edge->request, FY_PROBLEM_BAD_JSON, NULL, "%s", err.text);
        return false;
    }
    if (edge->count == 0) {
        fy_http_problem(edge->request, FY_PROBLEM_BAD_FIELD, NULL, "the array has no elements");
        return false;
    }
    while (at < body.size && strchr(" \t\r\n", body.data[at]) != NULL)
        at++;
    edge->is_array = at < body.size && body.data[at] == '[';
    edge->facts = fy_arena_alloc(edge->arena, edge->count * sizeof(*edge->facts));
    if (edge->facts == NULL) {
        fy_http_problem(edge->request, FY_PROBLEM_BODY_TOO_LARGE, NULL, "it does not fit");
        return false;
    }
    return true;
}

bool edge_open(const struct edge_route *route,
    struct producers *producers,
    struct fy_http_request *request,
    struct edge **ret_edge)
{
    struct edge *edge;

    if (!edge_able(producers, request) || !check_media(route, request))
        return false;
    edge = fy_arena_alloc(fy_http_arena(request), sizeof(*edge));
    if (edge == NULL) {
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "no memory");
        return false;
    }
    edge->route = route;
    edge->producers = producers;
    edge->request = request;
    edge->arena = fy_http_arena(request);
    edge->now_ms = fy_reactor_now_ms(producers->reactor);
    edge->inside = NULL;
    edge->idempotency_body = fy_http_body(request);
    *ret_edge = edge;
    return take_key(edge) && take_elements(edge);
}

/* What the client did not write is not in what the client is told. */
static void leave_out(const char *inside, struct fy_err *err)
{
    size_t size = strlen(inside);

    if (strncmp(err->text, inside, size) == 0 && err->text[size] == '.')
        memmove(err->text, err->text + size + 1, strlen(err->text + size));
}

void edge_refuse(struct edge *edge, enum fy_problem problem, size_t index, struct fy_err *err)
{
    const char *colon;
    struct fy_slice field = {0};

    if (edge->inside != NULL)
        leave_out(edge->inside, err);
    if (edge->is_array)
        fy_json_err_element(err, index);
    colon = strstr(err->text, ": ");
    if (colon != NULL)
        field = fy_arena_copy(edge->arena,
            (struct fy_slice){(const uint8_t *)err->text, (size_t)(colon - err->text)});
    fy_http_problem(edge->request, problem, (const char *)field.data, "%s", err->text);
}

bool edge_decode(struct edge *edge, size_t index, void *value)
{
    struct fy_err err;

    if (fy_json_decode(fy_topics[edge->route->topic].schema, FY_JSON_CLIENT, edge->elements[index],
            edge->arena, value, &err) == FY_OK)
        return true;
    edge_refuse(edge, FY_PROBLEM_BAD_FIELD, index, &err);
    return false;
}

struct sku_look {
    struct edge *edge;
    enum fy_status status; /* Of the store. */
    struct fy_err *err;
};

static bool is_known(struct fy_slice sku, void *context)
{
    struct sku_look *look = context;
    struct edge *edge = look->edge;
    bool known = false;

    look->status = known_skus_has(edge->producers->known, sku, edge->arena, &known, look->err);
    return known;
}

bool edge_knows_skus(struct edge *edge, size_t index, const void *value)
{
    struct fy_err store_err;
    struct fy_err path; /* Its words are the field's path. */
    struct fy_err err;
    struct sku_look look = {.edge = edge, .status = FY_OK, .err = &store_err};

    if (fy_codec_each_sku(fy_topics[edge->route->topic].schema, value, is_known, &look, &path) ==
        FY_OK)
        return true;
    if (look.status != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", store_err.text);
        fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return false;
    }
    (void)fy_fail(&err, FY_REJECT, "%.128s: no product of this SKU is listed", path.text);
    edge_refuse(edge, FY_PROBLEM_UNKNOWN_SKU, index, &err);
    return false;
}

struct supplier_look {
    struct sku_look sku;
    struct fy_slice *suppliers;
    size_t count, max;
};

static bool add_supplier(struct fy_slice sku, void *context)
{
    struct supplier_look *look = context;
    struct edge *edge = look->sku.edge;
    struct fy_slice supplier = {0};

    if (look->count == look->max)
        return false;
    look->sku.status =
        known_skus_supplier(edge->producers->known, sku, edge->arena, &supplier, look->sku.err);
    if (look->sku.status != FY_OK)
        return false;
    look->suppliers[look->count++] = fy_arena_copy(edge->arena, supplier);
    return true;
}

bool edge_suppliers(struct edge *edge,
    const void *value,
    size_t max,
    const struct fy_slice **ret_suppliers,
    size_t *ret_count)
{
    struct fy_err path, err = {0};
    struct supplier_look look = {
        .sku = {.edge = edge, .status = FY_OK, .err = &err},
        .suppliers = fy_arena_alloc(edge->arena, max * sizeof(struct fy_slice)),
        .max = max,
    };

    *ret_suppliers = look.suppliers;
    if (look.suppliers != NULL && fy_codec_each_sku(fy_topics[edge->route->topic].schema, value,
                                      add_supplier, &look, &path) == FY_OK) {
        *ret_count = look.count;
        return true;
    }
    fy_log(FY_LOG_ERROR, "%s", look.suppliers == NULL ? "no memory" : err.text);
    fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
    return false;
}

/* --- Stamping -------------------------------------------------------------------------------- */

void edge_stamp(struct edge *edge,
    size_t index,
    struct fy_slice caller,
    const struct fy_slice *parts,
    int count,
    struct envelope *envelope)
{
    char *event_id = edge->facts[index].event_id;

    assert(index < edge->count);

    if (count > 0) {
        fy_uuid_derive(parts, count, event_id);
    } else if (edge->idempotency_key.data != NULL) {
        char number[24];
        struct fy_slice of_key[] = {
            caller, fy_slice_of(edge->route->name), edge->idempotency_key, {0}};

        (void)snprintf(number, sizeof(number), "%zu", index);
        of_key[3] = fy_slice_of(number);
        fy_uuid_derive(of_key, 4, event_id);
    } else {
        fy_uuid_new(edge->now_ms, event_id);
    }
    envelope->event_id = (struct fy_slice){(const uint8_t *)event_id, FY_UUID_TEXT};
    envelope->event_ms = edge->now_ms;
}

bool edge_encode(struct edge *edge, size_t index, struct fy_slice key, const void *value)
{
    struct edge_fact *fact = &edge->facts[index];
    struct fy_err err;

    fact->key = key;
    if (fy_topics[edge->route->topic].schema->encode(value, edge->arena, &fact->value, &err) ==
        FY_OK)
        return true;
    edge_refuse(edge, FY_PROBLEM_BAD_FIELD, index, &err);
    return false;
}

bool edge_extras(struct edge *edge, enum fy_topic topic, size_t count_max)
{
    edge->extras = fy_arena_alloc(edge->arena, (count_max + 1) * sizeof(*edge->extras));
    edge->extras_topic = topic;
    edge->extras_max = count_max;
    edge->extra_count = 0;
    if (edge->extras != NULL)
        return true;
    fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "no memory");
    return false;
}

bool edge_extra(struct edge *edge, struct fy_slice key, const void *value)
{
    struct edge_fact *extra = &edge->extras[edge->extra_count];
    struct fy_err err;

    assert(edge->extra_count < edge->extras_max);
    extra->key = key;
    if (fy_topics[edge->extras_topic].schema->encode(value, edge->arena, &extra->value, &err) ==
        FY_OK) {
        edge->extra_count++;
        return true;
    }
    fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "%s", err.text);
    return false;
}

/* --- Writing down ---------------------------------------------------------------------------- */

static void answer_written(struct edge_write *write)
{
    struct edge *edge = write->edge;
    const char *last_id = edge->facts[edge->count - 1].event_id;
    struct fy_slice place = fy_place_text(edge->arena, &write->last);
    struct fy_json_out out;
    struct fy_slice body = {0};

    fy_json_out_init(&out, edge->arena);
    fy_json_out_object(&out);
    fy_json_out_member_int(&out, "accepted", (int64_t)edge->count);
    fy_json_out_name(&out, "event_ids");
    fy_json_out_array(&out);
    for (size_t i = 0; i < edge->count; i++)
        fy_json_out_text(&out, fy_slice_of(edge->facts[i].event_id));
    fy_json_out_array_end(&out);
    fy_json_out_object_end(&out);
    (void)fy_json_out_done(&out, &body); /* Written it is, even if the list does not fit. */

    if (edge->route->written != NULL)
        edge->route->written(edge);
    fy_http_set_header(edge->request, "Event-Id", last_id);
    if (place.data != NULL)
        fy_http_set_header(edge->request, "Fy-Position", (const char *)place.data);
    fy_http_set_header(edge->request, "Location", write->location);
    fy_http_set_header(edge->request, "Cache-Control", "no-store");
    fy_http_answer(edge->request, 202, "application/json", body);
}

/* Of several records, others may be written or on their way. */
static void answer_unwritten(struct edge *edge, enum fy_status status, const struct fy_err *err)
{
    if (status == FY_REJECT && edge->count + edge->extra_count == 1) {
        fy_http_problem(
            edge->request, FY_PROBLEM_NO_BROKER, NULL, "%s; nothing was written down", err->text);
    } else {
        fy_http_problem(edge->request, FY_PROBLEM_DEADLINE, NULL,
            "Kafka has not acknowledged it in time: it may be written down or not; ask again "
            "under the same Idempotency-Key");
    }
}

static void write_settled(struct edge_write *write)
{
    if (write->pending > 0)
        return;
    if (write->edge != NULL)
        answer_written(write);
    fy_metric_add(&writes_open, -1);
    free(write);
}

static void on_delivered(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct edge_mark *mark = context;
    struct edge_write *write = mark->write;
    struct edge *edge = write->edge;

    assert(write->pending > 0);

    write->pending--;
    fy_metric_add(status == FY_OK ? &facts_written : &facts_doubtful, 1);
    if (status == FY_OK && mark->is_last)
        write->last = *place;
    if (status != FY_OK) {
        fy_log(FY_LOG_WARN, "%s", err->text);
        if (edge != NULL) {
            write->edge = NULL;
            answer_unwritten(edge, status, err);
        }
    }
    write_settled(write);
}

/* The client went, or the deadline answered: what is on its way arrives all the same. */
static void on_gone(struct fy_http_request *request, void *context)
{
    struct edge_write *write = context;

    (void)request;
    write->edge = NULL;
}

/* False when the request was told that it cannot be: those before it are on their way. */
static bool send_one(struct edge_write *write,
    enum fy_topic topic,
    const struct edge_fact *fact,
    struct edge_mark *mark)
{
    struct edge *edge = write->edge;
    struct fy_err err;

    if (fy_producer_send(edge->producers->producer, topic, fact->key, fact->value, on_delivered,
            mark, &err) != FY_OK) {
        write->edge = NULL; /* A repeat of those before it is recognised. */
        fy_http_problem(edge->request, FY_PROBLEM_BUSY, NULL, "%s", err.text);
        return false;
    }
    write->pending++;
    return true;
}

static void send_all(struct edge_write *write)
{
    struct edge *edge = write->edge;

    for (size_t i = 0; i < edge->extra_count; i++)
        if (!send_one(write, edge->extras_topic, &edge->extras[i], &write->mark))
            return;
    for (size_t i = 0; i < edge->count; i++) {
        if (!send_one(write, edge->route->topic, &edge->facts[i],
                i + 1 == edge->count ? &write->last_mark : &write->mark))
            return;
    }
}

void edge_send(struct edge *edge, struct fy_slice caller, const char *location)
{
    struct producers *producers = edge->producers;
    struct edge_write *write;

    if (edge->idempotency_key.data != NULL &&
        !idempotency_take(producers->idempotency, caller, edge->route->name, edge->idempotency_key,
            edge->idempotency_body)) {
        fy_http_problem(edge->request, FY_PROBLEM_KEY_REUSED, "Idempotency-Key",
            "it came with another body before");
        return;
    }
    write = calloc(1, sizeof(*write));
    if (write == NULL) {
        fy_http_problem(edge->request, FY_PROBLEM_BUSY, NULL, "no memory");
        return;
    }
    *write = (struct edge_write){.producers = producers, .edge = edge, .location = location};
    write->mark = (struct edge_mark){.write = write};
    write->last_mark = (struct edge_mark){.write = write, .is_last = true};
    fy_metric_add(&writes_open, 1);
    fy_http_on_gone(edge->request, on_gone, write);
    send_all(write);
    if (write->edge == NULL)
        write_settled(write);
}

void edge_register_metrics(void)
{
    fy_metric_register(&facts_written);
    fy_metric_register(&facts_doubtful);
    fy_metric_register(&writes_open);
}
