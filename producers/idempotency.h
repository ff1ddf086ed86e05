/*
 * idempotency.h - which body an Idempotency-Key came with.
 *
 * A convenience for clients that mix up their keys, not what exactness rests on: ids are derived
 * from the key, and whoever reads the facts recognises a repeat. So it is bounded (the newest
 * 65,536 keys) and gone after a restart.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_IDEMPOTENCY_H
#define PRODUCERS_IDEMPOTENCY_H

#include "lib/arena.h"

enum {
    IDEMPOTENCY_KEYS_MAX = 65536,
    IDEMPOTENCY_KEY_BYTES_MAX = 128,
};

struct idempotency;

struct idempotency *idempotency_new(uint32_t keys_max);
void idempotency_free(struct idempotency *idempotency);

/*
 * True when `key` is new for this caller and route, or came with the same body before. It is known
 * from now on: ask only when the request is otherwise taken.
 */
bool idempotency_take(struct idempotency *idempotency,
    struct fy_slice caller,
    const char *route,
    struct fy_slice key,
    struct fy_slice body);

#endif
