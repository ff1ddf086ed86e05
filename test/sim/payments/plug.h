/*
 * plug.h - the payments adapter and its provider, plugged into a log in memory: for any simulator.
 *
 * Shape:   a wire carries requests to a provider (test/pspsim) and answers back, and loses, delays
 *          and cuts them; it goes on when the process that asked is dead. A plug is one process of
 *          payments: a follower of the log, rows, the core, its reports on their way.
 *
 *              wire_new(psp, random) .. plug_new(log, wire, "payments", store, ...)
 *              whenever time has moved:  wire_run(wire, now); plug_run(plug, now)
 *              plug_free at any time is kill -9; store stays (or not); plug_new is its restart
 *
 * Time:    virtual; nothing here reads a clock.
 * Errors:  plug_run gives what the process would end with.
 */
#ifndef TEST_SIM_PAYMENTS_PLUG_H
#define TEST_SIM_PAYMENTS_PLUG_H

#include "processors/payments/payments.h"
#include "test/driver/log.h"
#include "test/pspsim/psp.h"
#include "test/random.h"

enum { WIRE_CALLS = 160, PLUG_WRITES = 160, WIRE_MS = 60 * 1000 /* No wire is longer. */ };

struct plug;

/* In a thousand, of each call; all zero is a good day. */
struct wire_weather {
    int lost;     /* The request never arrives. */
    int not_sent; /* No connection. */
    int late;     /* It arrives, or its answer does, after up to late_ms. */
    int late_ms;
    int timeout_ms; /* The caller has given up by then; 0: 10,000. */
};

struct wire_call {
    bool used, arrived;
    struct provider_call call;
    struct plug *caller; /* NULL: dead, or has given up. */
    uint64_t token;
    int64_t sent_ms, arrives_ms, answers_ms;
    struct provider_answer answer;
    uint8_t *body;
    char instance[PAYMENT_INSTANCE];
};

struct wire {
    struct psp *psp;
    struct random *random;
    struct wire_weather weather;
    struct wire_call calls[WIRE_CALLS];
    int64_t sent, replayed, conflicts, errors, cuts, limited, time_outs;
};

/* How reports get lost; in a thousand. */
struct plug_weather {
    int refused; /* There is no room: write says no. */
    int lost;    /* Not written, and told so. */
    int unheard; /* Written, and told that nobody knows. */
    int silent;  /* Written, and never told. */
    int late;    /* Written after up to late_ms, maybe by a process that is dead by then. */
    int late_ms;
};

struct plug_write {
    bool used;
    int64_t at_ms;
    bool written, ok, told;
    uint64_t token;
    struct plug *writer; /* NULL: dead. */
    uint8_t *key, *value;
    size_t key_bytes, value_bytes;
};

/* Reports on their way to the log: they arrive, though who wrote them is dead. */
struct plug_mail {
    struct log *log;
    int partitions;
    struct random *random;
    struct plug_weather weather;
    struct plug_write writes[PLUG_WRITES];
};

struct plug_config {
    struct log *log;
    struct wire *wire;
    struct plug_mail *mail;
    struct fy_store *store;
    const char *instance;
    uint64_t seed;
    int search_after_ms, list_pages_max;
    /* Asked before each call goes out; may be NULL. */
    void (*calls)(void *context, struct plug *plug, const struct provider_call *call);
    void *context;
};

struct plug {
    struct plug_config config;
    struct payments *payments;
    struct fy_follower *follower;
    struct fy_source *source; /* The follower's. */
    int64_t now_ms;
};

void wire_free(struct wire *wire); /* What lies in it; not the struct. */
void wire_run(struct wire *wire, int64_t now_ms);
/* Nobody turns the world for hours from now on: what is on its way arrives first, for no wire is
 * that long. */
void wire_night(struct wire *wire, int64_t begins_ms);
int64_t wire_next_ms(const struct wire *wire);

void mail_run(struct plug_mail *mail, int64_t now_ms);
int64_t mail_next_ms(const struct plug_mail *mail);
void mail_free(struct plug_mail *mail);

struct plug *plug_new(const struct plug_config *config, int64_t now_ms);
void plug_free(struct plug *plug);
enum fy_status plug_run(struct plug *plug, int64_t now_ms, struct fy_err *err);
int64_t plug_next_ms(const struct plug *plug);
bool plug_ready(const struct plug *plug);

#endif
