/*
 * feeds.h - the route POST /v1/feeds, as main.c puts it into the server: its body is a stream.
 */
#ifndef PRODUCERS_FEEDS_FEEDS_H
#define PRODUCERS_FEEDS_FEEDS_H

#include "lib/http.h"

struct producers;

void feeds_begin(struct fy_http_request *request, void *program);
size_t feeds_piece(struct fy_http_request *request, void *program, struct fy_slice bytes);

/* What is being read is refused: the program stops. */
void feeds_stop(struct producers *producers);
/* When Kafka's producer is gone: nobody will tell of what was on its way. */
void feeds_forget(struct producers *producers);
void feeds_register_metrics(void);

#endif
