/*
 * payment.h - one payment: what an order wants of it, how it stands, and what is to be done next.
 *
 * Shape:   ask, report and hook fold records of the three topics into it; need says what it lacks.
 *          All are pure, and take what was ever written. Reports alone say what happened: a wish
 *          ends by the report that answers it.
 *
 * Exact:   reports have dense numbers, and the first in the topic of one number counts. An attempt
 *          is the instance's whose attempt_begun counts; only that one calls, and says it again
 *          where that was long ago. Another takes it over LEASE_MS later, under the same key. A
 *          second attempt at a step is begun only when the provider has had its last word under the
 *          first one's key.
 *
 * Units:   minor units, ms UTC: begun_ms and told_ms are append times of Kafka's.
 * Errors:  none. What cannot be is answered step_not_done.
 * Memory:  fixed; as a row (row.h) it is as long as it has to be.
 * Threads: pure.
 * Source:  docs/decisions/0060, 0061.
 */
#ifndef PAYMENTS_PAYMENT_H
#define PAYMENTS_PAYMENT_H

#include "lib/ids.h"
#include "schemas/generated/payment_report.h"
#include "schemas/generated/payment_request.h"
#include "schemas/generated/webhook.h"

enum {
    PAYMENT_NAME = 65, /* With its NUL, as all of these. */
    PAYMENT_ORDER = 33,
    PAYMENT_REF = 129,
    PAYMENT_CODE = 65,
    PAYMENT_URL = 1025,
    PAYMENT_INSTANCE = 33,
    PAYMENT_STEPS = 4,
    PAYMENT_REFUNDS_MAX = 32, /* Orders have no more; one beyond is refused. */
    PAYMENT_LOOKS_MAX = 8,    /* Promises to look at; a key makes one, so there are few. */
    PAYMENT_ORPHANS_MAX = 8,

    PAYMENT_LEASE_MS = 60 * 1000, /* How long an attempt is its instance's, */
    PAYMENT_CALL_MS = 20 * 1000,  /* which calls no more this long before: above any time-out. */
};

enum refund_state { REFUND_WANTED, REFUND_DONE, REFUND_REFUSED };

struct refund {
    char id[PAYMENT_NAME];
    char cause[FY_UUID_TEXT + 1];
    int64_t amount;
    int32_t attempts;
    enum refund_state state;
};

/* All zero, but for its name, is a payment of which nothing is known. */
struct payment {
    char payment[PAYMENT_NAME], order[PAYMENT_ORDER];
    char root[PAYMENT_NAME];
    char cause[PAYMENT_STEPS]
              [FY_UUID_TEXT + 1]; /* Newest request of a step; refunds have theirs. */

    /* What is wanted. */
    char currency[4], method[PAYMENT_NAME];
    int64_t amount;         /* To be promised; 0: nobody asked. */
    int64_t capture_amount; /* To be taken; 0: nobody asks, or it is settled. */
    bool void_asked;        /* Stays once nothing more can be promised. */
    struct refund refunds[PAYMENT_REFUNDS_MAX];
    int refund_count;
    bool answer_owed; /* Somebody asked for what is so already: say so. */
    enum payment_step owed_step;
    char owed_refund[PAYMENT_NAME];
    char owed_cause[FY_UUID_TEXT + 1];

    /* How it stands: as the newest report that counts says. */
    int64_t version, told_ms;
    enum payment_state state;
    char ref[PAYMENT_REF], code[PAYMENT_CODE], url[PAYMENT_URL];
    int64_t authorised, captured, refunded, fee;
    int64_t expires_ms; /* 0: not known. */

    /* The attempt under way. */
    bool open;
    enum payment_step step;
    int refund;                      /* Which; -1. */
    int32_t attempts[PAYMENT_STEPS]; /* Numbers used up; of refunds each has its own. */
    char instance[PAYMENT_INSTANCE]; /* Whose it is, */
    int64_t begun_ms;                /* since then; */
    int64_t key_ms;                  /* and since when its key is in use. */

    /* The provider has said something of these that we do not know of; each is looked at. */
    struct look {
        char ref[PAYMENT_REF], event[PAYMENT_REF];
    } looks[PAYMENT_LOOKS_MAX];
    int look_count;
    char orphans[PAYMENT_ORPHANS_MAX][PAYMENT_REF]; /* Second promises that are to be voided. */
    int orphan_count;
};

/* --- Folds ----------------------------------------------------------------------------------- */

void payment_ask(struct payment *payment, const struct payment_request *request, int64_t append_ms);
void payment_told(struct payment *payment, const struct payment_report *report, int64_t append_ms);
void payment_hook(struct payment *payment, const struct webhook *hook);

/* --- What is to be done ---------------------------------------------------------------------- */

enum need_kind {
    NEED_NOTHING,
    NEED_WAIT,    /* Until at_ms. */
    NEED_ATTEMPT, /* Write attempt_begun of step, refund and number; again, if it is open. */
    NEED_CALL,    /* It is written, and ours: call. */
    NEED_VOIDED,  /* Nothing was ever asked of the provider: say voided. */
    NEED_REFUSE,  /* Say that step is not done, for `reason`. */
    NEED_ANSWER,  /* Say again how it stands. */
    NEED_LOOK,    /* Ask the provider how the first of `looks`, or else ours, stands. */
    NEED_ORPHAN,  /* Cancel the first of the orphans. */
};

struct need {
    enum need_kind kind;
    enum payment_step step;
    int refund; /* -1: of none. */
    int32_t attempt;
    int64_t at_ms;
    const char *reason;
};

struct need payment_need(const struct payment *payment, const char *instance, int64_t now_ms);

/* Is there anything to do, now or some day? Does not depend on the time. */
bool payment_is_open(const struct payment *payment);

/* -1: it is not known. */
int payment_refund_find(const struct payment *payment, struct fy_slice id);

/* Copies what fits, and ends it. */
void payment_text(char *to, size_t size, struct fy_slice text);

#endif
