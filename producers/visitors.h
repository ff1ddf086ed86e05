/*
 * visitors.h - who has no cookie of ours becomes a visitor, and is told so by the answer.
 *
 * Shape:   the visitor of the request's cookie, or a new one, whose cookie the answer sets whatever
 *          else it says: an id of 128 random bits and its MAC (lib/ids.h), for a year.
 * Errors:  absent when there is no memory.
 * Memory:  of the request, or of `arena`.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_VISITORS_H
#define PRODUCERS_VISITORS_H

#include "producers/producers.h"

struct fy_slice visitors_meet(
    struct producers *producers, struct fy_http_request *request, struct fy_arena *arena);

/* The answer sets the cookie of `visitor`. */
void visitors_greet(
    struct producers *producers, struct fy_http_request *request, struct fy_slice visitor);

#endif
