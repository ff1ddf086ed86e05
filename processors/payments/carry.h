/*
 * carry.h - the adapter's calls over HTTP, and its reports to Kafka: what the core has as two
 * functions.
 *
 * Errors:  FY_FATAL to make; what fails later is told to the core as an answer.
 * Memory:  the API key is wiped when it is freed.
 * Threads: the reactor's.
 */
#ifndef PAYMENTS_CARRY_H
#define PAYMENTS_CARRY_H

#include "lib/calls.h"
#include "lib/producer.h"
#include "processors/payments/payments.h"

struct carry;

struct carry_config {
    struct fy_reactor *reactor;
    struct fy_producer *producer;
    const char *url;      /* "https://api.stripe.com". */
    const char *key_file; /* The API key, a line of text. */
    int timeout_ms;       /* Of a call, below PAYMENT_CALL_MS. */
    int in_flight_max;
    void (*failed)(void *context, const struct fy_err *err); /* The core cannot go on. */
    void *context;
};

enum fy_status carry_new(
    const struct carry_config *config, struct carry **ret_carry, struct fy_err *err) FY_MUST_CHECK;
void carry_free(struct carry *carry);

/* The core that is told; before the first call. */
void carry_for(struct carry *carry, struct payments *payments);

/* struct payments_config's; `context` is the carry. */
bool carry_write(void *context, struct fy_slice key, struct fy_slice value, uint64_t token);
void carry_call(void *context, const struct provider_call *call, uint64_t token);

/* Tell what could not even be sent; from the reactor, never from within the core. */
void carry_tick(struct carry *carry);

#endif
