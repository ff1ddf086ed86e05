/*
 * edge.h - one write: from a body of one or many JSON facts to records and the 202 that says so.
 *
 *     edge_open      may we write at all; cut the body into elements
 *     edge_decode    element -> struct, for each; then the route fills in what the edge sets
 *     edge_encode    struct -> record, for each
 *     edge_send      all records to Kafka; 202 when all are acknowledged
 *
 * Each returns false when it has answered the request: the handler then returns.
 *
 * Answers: 202 with Event-Id (of the last fact), Fy-Position (place of the last record), Location
 * and
 *          {"accepted":N,"event_ids":[...]}. 503 not-ready, no-broker, busy, deadline with
 *          Retry-After. A bad element refuses all of them and is named: "[3].item_viewed.sku".
 * Memory:  the request's arena.
 */
#ifndef PRODUCERS_EDGE_H
#define PRODUCERS_EDGE_H

#include "lib/http.h"
#include "producers/producers.h"

struct envelope;
struct edge;

/* What a route takes. Static storage. */
struct edge_route {
    const char *name;
    enum fy_topic topic;
    size_t elements_max;
    bool bodyless;         /* DELETE: read as if the body were {}. */
    bool takes_text_plain; /* navigator.sendBeacon can send nothing else without a preflight. */

    /* Once all records are acknowledged and the client is still there. May be NULL. */
    void (*written)(struct edge *edge);
};

struct edge_fact {
    struct fy_slice key;
    struct fy_slice value;
    char event_id[FY_UUID_TEXT + 1];
};

struct edge {
    const struct edge_route *route;
    struct producers *producers;
    struct fy_http_request *request;
    struct fy_arena *arena;
    int64_t now_ms;
    struct fy_slice idempotency_key;  /* Absent when there is none. */
    struct fy_slice idempotency_body; /* What a key promises; the request's body, unless the route
                                         says otherwise. */
    const struct fy_slice *elements;
    size_t count;
    bool is_array; /* A single object is not named "[0]" in problems. */
    struct edge_fact *facts;
    struct edge_fact *extras; /* What else is written, before the facts of the elements. */
    enum fy_topic extras_topic;
    size_t extra_count;
    size_t extras_max;
    const char *inside; /* A member that the route put around the body: problems leave it out. */
    void *own;          /* The route's own, of the arena. */
};

/*
 * For which supplier the caller speaks, and who they are ("supplier_owner:<person>"); of the
 * request's arena. An operator who names none is answered 400.
 */
bool edge_supplier(
    struct fy_http_request *request, struct fy_slice *ret_supplier, struct fy_slice *ret_actor);

/* May anything be written now? edge_open asks too. */
bool edge_able(struct producers *producers, struct fy_http_request *request);

/* *ret_edge is of the arena: it lives until the answer. */
bool edge_open(const struct edge_route *route,
    struct producers *producers,
    struct fy_http_request *request,
    struct edge **ret_edge);

/* `value` is a struct of the topic's schema. */
bool edge_decode(struct edge *edge, size_t index, void *value);

/*
 * Name the fact: after `parts` where count > 0; else after caller, route, Idempotency-Key and index
 * where there is a key; else freshly. Fills event_id and event_ms of the envelope.
 */
void edge_stamp(struct edge *edge,
    size_t index,
    struct fy_slice caller,
    const struct fy_slice *parts,
    int count,
    struct envelope *envelope);

bool edge_encode(struct edge *edge, size_t index, struct fy_slice key, const void *value);

/*
 * Records of another topic that belong to this write: room for so many, then one by one. The value
 * is a struct of that topic's schema. They are sent before those of the elements.
 */
bool edge_extras(struct edge *edge, enum fy_topic topic, size_t count_max);
bool edge_extra(struct edge *edge, struct fy_slice key, const void *value);

/* `caller`: whose Idempotency-Key it is. `location` is of the arena. */
void edge_send(struct edge *edge, struct fy_slice caller, const char *location);

/* All SKUs of the value are known; else answers 422 unknown-sku with the field's path. */
bool edge_knows_skus(struct edge *edge, size_t index, const void *value);

/*
 * Whose page each SKU of the value is, in their order: of the arena; empty where the view does not
 * tell. At most `max`. False when it has answered the request.
 */
bool edge_suppliers(struct edge *edge,
    const void *value,
    size_t max,
    const struct fy_slice **ret_suppliers,
    size_t *ret_count);

/* Answer with the words of `err`, whose beginning up to ": " names the field. */
void edge_refuse(struct edge *edge, enum fy_problem problem, size_t index, struct fy_err *err);

void edge_register_metrics(void);

#endif
