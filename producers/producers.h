/*
 * producers.h - the edge where facts come in: HTTP in, acknowledged records out.
 *
 * Shape:   main.c makes these parts and runs them in one reactor. A route checks and stamps
 *          (activity/, supply/), edge.c writes down and answers.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_PRODUCERS_H
#define PRODUCERS_PRODUCERS_H

#include "lib/follower.h"
#include "lib/http.h"
#include "lib/ids.h"
#include "lib/producer.h"
#include "lib/reactor.h"
#include "producers/idempotency.h"
#include "producers/known_skus.h"

struct keeper;

struct producers {
    struct fy_reactor *reactor;
    struct fy_producer *producer;
    struct fy_follower *follower; /* Of `products`, into `known`. NULL: the view is complete. */
    struct known_skus *known;
    struct idempotency *idempotency;
    struct keeper *keeper; /* Of pictures. */
    uint8_t visitor_key[FY_MAC_KEY_BYTES];
};

/* The routes of schemas/routes.def, and what serves /healthz. */
extern const struct fy_route producers_routes[];
extern const int producers_route_count;
void images_register_metrics(void);
bool producers_ready(void *producers, char *ret_why, size_t size);

#endif
