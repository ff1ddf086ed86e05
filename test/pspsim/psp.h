/*
 * psp.h - a payment provider for tests: Stripe's shapes, and worse manners.
 *
 * Shape:   request(now, what came over HTTP) -> what goes back, and what happens to it on the way
 *          (cut off, late, slow). Webhooks are asked for: next, answered. No socket, no clock, no
 *          file: main.c has those, test/sim runs this as it is. All that goes wrong is drawn from
 *          the seed.
 *
 * Has:     PaymentIntents: create with confirm=true and capture_method=manual, capture (all or a
 *          part, once), cancel, retrieve, search by metadata (late, as Stripe's is), list by
 *          time (never late; pages may be short, and intents of others stand in it); refunds:
 *          create, list; charges told whole to who asks for them, by expand[]; 3-D Secure;
 *          declines by token; fees; authorisations that end after 7 days; keys kept for 24 hours:
 *          the same key with another body is a 400, one that is under way a 409, else what was
 *          answered comes again with Idempotent-Replayed, a 500 too. Webhooks: repeated, out of
 *          order, late, lost, forged, stale.
 *
 * Differs: docs/decisions/0060 says in what.
 *
 * Kept:    `keep` is given every change before its answer leaves; load reads it back, so that a
 *          killed provider forgets nothing.
 * Units:   ms UTC, minor units.
 * Errors:  none but of memory, which abort.
 * Threads: one owner.
 * Source:  docs.stripe.com/api: payment_intents, refunds, idempotent_requests, errors, events.
 */
#ifndef TEST_PSPSIM_PSP_H
#define TEST_PSPSIM_PSP_H

#include "lib/arena.h"
#include "test/random.h"

enum { PSP_ID = 40, PSP_TEXT = 192, PSP_HEADER = 160 };

/* In a thousand, of each request or webhook. */
struct psp_hostility {
    int limited;        /* 429, nothing done. */
    int away;           /* 503 of a gateway, nothing done and nothing kept. */
    int cut;            /* Connection cut, nothing done. */
    int cut_after;      /* Done, and the connection cut. */
    int error;          /* 500, nothing done; the key keeps it. */
    int error_after;    /* Done, and a 500; the key keeps that. */
    int late;           /* Answered after up to late_ms. */
    int slow;           /* The body trickles. */
    int hook_twice;     /* Sent twice. */
    int hook_late;      /* After up to hook_late_ms, so others pass it. */
    int hook_lost;      /* Never. */
    int hook_forged;    /* And another, of a stranger's: wrongly signed, and untrue. */
    int hook_stale;     /* And once more as it was signed an hour ago. */
    int list_short;     /* A page has fewer than were asked for, though there are more. */
    int strangers;      /* Of our intents: behind it in the list stands one that is not ours. */
    int late_ms;        /* 1 .. 60,000. */
    int hook_late_ms;   /* 1 .. 600,000. */
    int search_late_ms; /* How far search lags behind: 0 .. 3,600,000. */
};

/* Names of the above, for admin routes and settings, in the struct's order; NULL ends. */
extern const char *const psp_hostility_names[];

struct psp_config {
    uint64_t seed;
    struct psp_hostility hostility;
    const char *base_url;  /* Of the pages that 3-D Secure sends people to. */
    int64_t key_life_ms;   /* 0: 24 h. */
    int64_t authorised_ms; /* 0: 7 days. */
    int64_t clock_off_ms;  /* `created` is by a clock that is so far ahead of the caller's. */
    void (*keep)(void *context, struct fy_slice bytes); /* NULL: nobody keeps it. */
    void *context;
};

struct psp_request {
    const char *method;    /* "GET" or "POST". */
    struct fy_slice path;  /* "/v1/payment_intents". */
    struct fy_slice query; /* Percent-encoded, without '?'; or absent. */
    struct fy_slice key;   /* Idempotency-Key; or absent. */
    struct fy_slice body;  /* A form; or absent. */
};

enum psp_fate { PSP_ANSWERED, PSP_CUT, PSP_SLOW };

struct psp_answer {
    int status;
    struct fy_slice body; /* JSON, of the arena. */
    int delay_ms;
    int retry_after_s; /* 0: none. */
    bool replayed;
    enum psp_fate fate;
};

enum psp_hook_kind { PSP_HOOK_TRUE, PSP_HOOK_FORGED, PSP_HOOK_STALE };

/* One delivery that is due. */
struct psp_hook {
    int number;
    enum psp_hook_kind kind;
    struct fy_slice body; /* The provider's, until the next call. */
};

struct psp;

struct psp *psp_new(const struct psp_config *config);
void psp_free(struct psp *psp);

/* What was kept, whole; gives how much of it counts: a torn end does not. */
size_t psp_load(struct psp *psp, struct fy_slice bytes);

void psp_request(struct psp *psp,
    int64_t now_ms,
    const struct psp_request *request,
    struct fy_arena *arena,
    struct psp_answer *ret_answer);

/* The person at the bank's page says yes or no. False: there is nothing to be said. */
bool psp_act(struct psp *psp, int64_t now_ms, struct fy_slice secret, bool approve);
/* Where they go afterwards, or absent; and what they are asked for. */
bool psp_action(struct psp *psp,
    struct fy_slice secret,
    struct fy_slice *ret_return_url,
    int64_t *ret_amount,
    const char **ret_currency);

/* A delivery that is due and not under way. False: none is. */
bool psp_hook_next(struct psp *psp, int64_t now_ms, struct psp_hook *ret_hook);
/* status 0: nobody answered. Other than 2xx: true ones are sent again later, 8 times. */
void psp_hook_answered(struct psp *psp, int64_t now_ms, int number, int status);
int psp_hooks_lost(const struct psp *psp); /* So many were never sent. */
/* The header of a delivery that goes out now. */
void psp_hook_header(const struct psp_hook *hook,
    struct fy_slice secret,
    int64_t now_ms,
    char ret_header[PSP_HEADER]);

/* Authorisations that end; webhooks that come due: INT64_MAX: nothing ever. */
void psp_tick(struct psp *psp, int64_t now_ms);
int64_t psp_next_ms(const struct psp *psp);

void psp_hostility_set(struct psp *psp, const struct psp_hostility *hostility);
const struct psp_hostility *psp_hostility(const struct psp *psp);

/* --- The books: what a proof compares ours with ---------------------------------------------- */

enum psp_status {
    PSP_REQUIRES_PAYMENT_METHOD,
    PSP_REQUIRES_ACTION,
    PSP_REQUIRES_CAPTURE,
    PSP_SUCCEEDED,
    PSP_CANCELED,
};

struct psp_intent {
    char id[PSP_ID];
    char secret[2 * PSP_ID];
    char order[PSP_TEXT], payment[PSP_TEXT];
    char method[64], currency[4], return_url[256];
    char decline[48], reason[32];
    enum psp_status status;
    int64_t amount, captured, refunded, fee;
    int64_t created_ms, ends_ms; /* ends_ms: of its authorisation; 0: it has none. */
};

struct psp_refund {
    char id[PSP_ID], refund[PSP_TEXT];
    int intent;
    int64_t amount;
    bool failed;
};

struct psp_totals {
    int64_t held, captured, refunded, fees; /* Over all, of one currency or not. */
    int intents, authorised, succeeded, canceled, refunds;
    int64_t requests, executed, replayed;
};

int psp_intent_count(const struct psp *psp);
const struct psp_intent *psp_intent_at(const struct psp *psp, int index);
int psp_refund_count(const struct psp *psp);
const struct psp_refund *psp_refund_at(const struct psp *psp, int index);
struct psp_totals psp_totals(const struct psp *psp);
const char *psp_status_name(enum psp_status status);

/* Intents from `from` on, at most `limit`, with their refunds; totals of all. */
struct fy_slice psp_books(const struct psp *psp, int from, int limit, struct fy_arena *arena);

#endif
