/*
 * producers.h - the edge where facts come in: HTTP in, acknowledged records out.
 *
 * Shape:   main.c makes these parts and runs them in one reactor. A route checks and stamps
 *          (activity/, supply/), edge.c writes down and answers.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_PRODUCERS_H
#define PRODUCERS_PRODUCERS_H

#include "lib/caller.h"
#include "lib/follower.h"
#include "lib/http.h"
#include "lib/ids.h"
#include "lib/producer.h"
#include "lib/reactor.h"
#include "producers/idempotency.h"
#include "producers/known_skus.h"

struct fy_gate;
struct keeper;
struct open_feed;
struct fy_jobs;
struct orders;
struct hooks;
struct people;

struct producers {
    struct fy_reactor *reactor;
    struct fy_producer *producer;
    struct fy_follower *follower; /* Of `products` and `feeds`. NULL: the view is complete. */
    struct fy_store *store;       /* Rows of the follower, borrowed. */
    struct known_skus *known;
    struct recent *scan_sessions; /* That this instance has opened: digest -> mode and supplier. */
    struct open_feed *feeds;      /* That are being read. */
    struct idempotency *idempotency;
    struct keeper *keeper; /* Of pictures. */
    struct fy_jobs *jobs;  /* That erase deleted rows. */
    struct people *people; /* Accounts, and keys of persons. */
    struct orders *orders;
    struct hooks *hooks; /* Secrets of the payment provider. */
    struct fy_gate *gate;
    uint8_t visitor_key[FY_MAC_KEY_BYTES];
    uint8_t token_key[FY_TOKEN_KEY_BYTES];
};

/* Spaces of the store; 0 is the follower's, 1 and 3 those of known SKUs, 2 that of feeds, 10 to 14
 * those of people and keys, 15 that of orders. */
enum { SESSIONS_SPACE = 4 };

/* The gate in front of producers_routes, from what the struct has. */
enum fy_status producers_gate_new(struct producers *producers, struct fy_err *err) FY_MUST_CHECK;

/* The routes of schemas/routes.def, and what serves /healthz. */
extern const struct fy_route producers_routes[];
extern const int producers_route_count;
void images_register_metrics(void);
bool producers_ready(void *producers, char *ret_why, size_t size);

/* The follower's: its topics, and its `apply`, whose context is a struct producers. */
extern const enum fy_topic producers_topics[];
extern const int producers_topic_count;
enum fy_status producers_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

#endif
