/* core.h - what payments.c, listing.c, live.c and fold.c share. */
#ifndef PAYMENTS_CORE_H
#define PAYMENTS_CORE_H

#include "processors/payments/judge.h"
#include "processors/payments/payments.h"
#include "processors/payments/row.h"

enum { ROWS_SPACE = 1, OPEN_SPACE = 2, SPACE_LAST = 2 };

enum {
    LIVE_MAX = 65536,
    BUCKETS = 16384,
    FOLDED_MAX = 1024, /* Payments of one slice: no more than it has records. */
    WRITE_MS =
        15 * 1000, /* A report that is not read back by then, nor refused, is written again. */
    AGAIN_MS_MAX = 8 * 1000, /* A buyer waits: one call at a time where the provider is away. */
    POLL_MS_MAX = 60 * 1000,
    LIST_EARLIER_S = 60, /* The provider's clock may be behind the broker's. */
    FAILING = 8,         /* Calls in a row without an answer: the provider is away. */
};

/* Of a payment whose key is used up: what it did is in the provider's list, or nowhere. */
enum listed {
    LISTED_UNASKED,
    LISTED_ASKS,   /* Waits for a next look through the list to begin, */
    LISTED_IN,     /* and for this one to come to where its intent would stand. */
    LISTED_FOUND,  /* As `found`: how it stands is still to be asked. */
    LISTED_ABSENT, /* Its key did nothing, and never will. */
    LISTED_BEYOND, /* So far back the list is not looked through: it is searched for. */
};

/* A payment that has something to do. What is only here may be lost at any time. */
struct live {
    char payment[PAYMENT_NAME];
    bool used;
    int next; /* In its bucket, or of the free ones; -1. */
    uint32_t generation;
    bool writing;
    enum call_kind calling;
    bool queued;          /* It needs a call, and there was no room for one. */
    int64_t version;      /* Of the row, as far as we have seen; */
    int64_t call_version; /* and as the call that is out took it. */
    int64_t next_ms;
    int64_t not_before_ms; /* Where it backs off: also behind a report that is being written. */
    int64_t sent_ms;       /* The attempt's newest call. */
    int tries, polls;
    bool used_up; /* The attempt's key has had its last word; */
    bool refused; /* which was a no. */
    enum listed listed;
    int64_t key_s; /* Of ASKS and IN: nothing was done before; by our clock. */
    char found[PAYMENT_REF];
    int32_t attempt;
};

/*
 * One look through the provider's list, newest first, for all that ask when it begins: in a storm
 * they are hundreds, and the list is as long.
 */
struct listing {
    bool asked; /* Somebody asks. */
    bool runs, calling;
    uint32_t number; /* Of the look: an answer to an older one is nobody's. */
    int64_t from_s;
    char after[PAYMENT_REF]; /* "": it begins. */
    int pages, tries;
    int64_t next_ms;
};

struct payments {
    struct payments_config config;
    char instance[PAYMENT_INSTANCE];
    struct fy_store *store;
    struct fy_arena arena;
    uint64_t random;

    struct live *lives;
    int *buckets;
    int free_first, live_count;
    int high;  /* All that ever were used are below. */
    int at;    /* Where the next step begins to look. */
    bool more; /* Open ones are in the store for which there was no room. */
    bool loaded;

    struct listing listing;

    int in_flight, failing;
    int64_t held_until_ms; /* 429. */
    int64_t barred_said_ms;

    /* A slice of the follower: rows that change in it. */
    struct payment *folded[FOLDED_MAX];
    int folded_count;
};

/* --- live.c ----------------------------------------------------------------------------------- */

enum fy_status live_init(struct payments *payments, struct fy_err *err) FY_MUST_CHECK;
void live_done(struct payments *payments);
struct live *live_find(struct payments *payments, const char *payment);
struct live *live_add(struct payments *payments, const char *payment); /* NULL: no room. */
void live_drop(struct payments *payments, struct live *live);
void live_clear(struct payments *payments);
uint64_t live_token(const struct payments *payments, const struct live *live);
struct live *live_of_token(struct payments *payments, uint64_t token); /* NULL: gone. */

/* What the store has of open ones, as far as there is room. */
enum fy_status live_load(struct payments *payments, struct fy_err *err) FY_MUST_CHECK;

/* --- listing.c -------------------------------------------------------------------------------- */

/* It is told by its `listed`, and is due then. */
void listing_ask(
    struct payments *payments, struct live *live, const struct payment *payment, int64_t now_ms);
void listing_step(struct payments *payments, int64_t now_ms);
int64_t listing_next_ms(const struct payments *payments);
/* Is the token one of ours? */
bool listing_is(uint64_t token);
void listing_answered(struct payments *payments,
    uint64_t token,
    const struct provider_answer *answer,
    int64_t now_ms);
void listing_drop(struct payments *payments);

/* --- payments.c ------------------------------------------------------------------------------- */

/* While the provider does not answer, one call after the other asks whether it does again. */
bool may_call(const struct payments *payments, int64_t now_ms);
void call_out(struct payments *payments, const struct provider_call *call, uint64_t token);
/* A call came back: what it says of the provider's health, and of all calls. */
void call_back(struct payments *payments,
    const struct provider_answer *answer,
    const struct verdict *verdict,
    int64_t now_ms);
int64_t backed_off(
    struct payments *payments, int64_t first_ms, int tries, int64_t most_ms, int64_t now_ms);

/* --- fold.c ----------------------------------------------------------------------------------- */

/* *ret_known false: there is no such row, and `ret_payment` has its name alone. */
enum fy_status row_load(struct payments *payments,
    struct fy_slice name,
    struct fy_arena *arena,
    struct payment *ret_payment,
    bool *ret_known,
    struct fy_err *err) FY_MUST_CHECK;

#endif
