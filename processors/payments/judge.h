/*
 * judge.h - what an answer of the provider means for a payment.
 *
 * The rules that keep money right:
 *   - cut off, late, 5xx, 409: the same again, under the same key. It is done once, whenever that
 *     was; what was answered comes again.
 *   - a 500 that is replayed is the provider's last word under that key: what it did before that
 *     is looked up. Done: so it is. Not done: a next attempt, for the old key does nothing any
 *     more.
 *   - a 4xx is the same: looked up, for what is wanted may be so already; else it is not done.
 *   - a key is not used when it is older than key_life_ms: the provider may have forgotten it, and
 *     would do it twice. Looked up first, too.
 *   - 429 and 503: nothing was done; later.
 *
 * Threads: pure.
 * Source:  docs.stripe.com/error-low-level; decision 0060.
 */
#ifndef PAYMENTS_JUDGE_H
#define PAYMENTS_JUDGE_H

#include "processors/payments/tell.h"

/* Why the provider was called. */
enum call_kind {
    CALL_NONE,
    CALL_ATTEMPT, /* The attempt itself. */
    CALL_VERIFY,  /* Its key is used up: has it been done? */
    CALL_FOUND,   /* As that: of the intent that the provider's list has of it. */
    CALL_LIST,    /* A page of the list, for all whose keys are used up: judge_page. */
    CALL_SEE,     /* Unasked: how does it stand? */
    CALL_ORPHAN,  /* Cancels a second promise. */
};

enum verdict_kind {
    VERDICT_TELL,   /* tale. */
    VERDICT_AGAIN,  /* The same once more, later. */
    VERDICT_VERIFY, /* The key has had its last word: look. */
    VERDICT_READ,   /* Of a page: it is there. */
    VERDICT_SLOWER, /* All calls wait for wait_ms. */
    VERDICT_BARRED, /* Our key for the API does not count: later, and somebody must know. */
};

struct verdict {
    enum verdict_kind kind;
    struct tale tale;
    int wait_ms;
    bool refused; /* Of VERIFY: by a 4xx; what is not done then never will be. */
};

/* `refused`: as the attempt's VERIFY said. */
struct verdict judge(const struct payment *payment,
    enum call_kind kind,
    bool refused,
    const struct provider_answer *answer,
    struct fy_arena *arena);

/* READ, AGAIN, SLOWER or BARRED. */
struct verdict judge_page(
    const struct provider_answer *answer, struct fy_arena *arena, struct page *ret_page);

#endif
