/*
 * payments.h - the adapter between orders and the payment provider, without socket, clock or Kafka.
 *
 * Shape:   a follower (lib/follower.h) of payment-requests, payment-reports and webhooks reads into
 *          rows; step looks at the payments that are open and does what each needs: writes a
 *          report, or calls the provider. Nothing is known to have been written before it was read
 *          back: an attempt that came back is acknowledged, is ours, and is called then. So a start
 *          is no other than going on.
 *
 *              payments_new(&config, store, &payments, &err)
 *              fy_follower_new(payments_following(payments), source, store, ...)
 *              loop: fy_follower_run_slice; when ready: payments_step(payments, now_ms)
 *              config.write -> a record of payment-reports; payments_written(token, ok) once known
 *              config.call  -> to the provider;             payments_answered(token, answer, now)
 *
 *          test/sim/payments runs it so, with test/pspsim in memory.
 *
 * Bounded: LIVE_MAX payments in hand (others wait in the store), in_flight_max calls, one of which
 *          tries while the provider does not answer; one look through the provider's list, for
 *          all that ask; tries back off to 8 s with jitter of the seed. 429 holds all calls for
 *          as long as it says.
 * Units:   ms.
 * Errors:  FY_FATAL of the store and the arena.
 * Threads: one owner.
 * Source:  docs/decisions/0060 .. 0062, 0081.
 */
#ifndef PAYMENTS_PAYMENTS_H
#define PAYMENTS_PAYMENTS_H

#include "lib/follower.h"
#include "processors/payments/provider.h"

struct payments_config {
    const char *instance; /* Same after a restart; another's for another process. 1 .. 32 bytes. */
    const char *return_url; /* Where 3-D Secure sends people back to; "": nowhere. */
    uint64_t seed;          /* Of jitter. */
    int in_flight_max;      /* 0: 64. */
    int again_ms;           /* First back-off; 0: 200. */
    int poll_ms;            /* First look at what waits for the customer; 0: 2,000, up to 60 s. */
    int list_pages_max;     /* Of the provider's list, before it is searched; 0: 200; < 0: none. */
    int search_after_ms;    /* How far the provider's search may lag; 0: 90,000. */
    int64_t key_life_ms;    /* How long a key is trusted; 0: 23 h. */

    /* Send a record of payment-reports. False: not now. */
    bool (*write)(void *context, struct fy_slice key, struct fy_slice value, uint64_t token);
    /* Borrowed for the call; is answered once, with its token. */
    void (*call)(void *context, const struct provider_call *call, uint64_t token);
    void *context;
};

struct payments;

enum fy_status payments_new(const struct payments_config *config,
    struct fy_store *store, /* Borrowed: spaces 1 and 2 are ours. */
    struct payments **ret_payments,
    struct fy_err *err) FY_MUST_CHECK;
void payments_free(struct payments *payments);

/* What a follower must be told; of the payments' memory. */
struct fy_follower_config payments_following(struct payments *payments);

/* Do what is due. Only once the follower is ready. */
enum fy_status payments_step(
    struct payments *payments, int64_t now_ms, struct fy_err *err) FY_MUST_CHECK;

/* When step has something to do if nothing comes before; INT64_MAX: nothing. */
int64_t payments_next_ms(const struct payments *payments);

void payments_written(struct payments *payments, uint64_t token, bool ok, int64_t now_ms);
enum fy_status payments_answered(struct payments *payments,
    uint64_t token,
    const struct provider_answer *answer,
    int64_t now_ms,
    struct fy_err *err) FY_MUST_CHECK;

int payments_in_flight(const struct payments *payments);
int payments_open(const struct payments *payments);

void payments_metrics_register(void);

#endif
