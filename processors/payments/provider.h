/*
 * provider.h - what is said to the provider, and what its answers mean. Stripe's shapes, as its
 * public API has them; text in, text out: who carries it is not known here.
 *
 * Shape:   call_*(payment, ...) -> method, path, form and key; provider_read(body) -> how an
 *          intent stands.
 * Units:   minor units, ms UTC.
 * Errors:  read says false for what is no intent.
 * Memory:  calls are fixed; what is read is the arena's.
 * Threads: pure.
 * Source:  docs.stripe.com/api: payment_intents, refunds, errors, idempotent_requests.
 */
#ifndef PAYMENTS_PROVIDER_H
#define PAYMENTS_PROVIDER_H

#include "processors/payments/payment.h"

enum {
    PROVIDER_PATH = 640,
    PROVIDER_FORM = 2048,
    PROVIDER_KEY = 48,
    PROVIDER_PAGE = 100,                   /* Intents of a list's page: Stripe's most. */
    PROVIDER_BODY_BYTES_MAX = 1024 * 1024, /* Such a page has some 300 KB. */
};

struct provider_call {
    bool post;
    char path[PROVIDER_PATH]; /* With its query. */
    char form[PROVIDER_FORM]; /* Of a post. */
    char key[PROVIDER_KEY];   /* Idempotency-Key; "" of what may be done again. */
};

/* How an answer came back. */
enum provider_fate {
    PROVIDER_ANSWERED,
    PROVIDER_UNKNOWN,  /* Cut, late, nonsense: it may be done or not. */
    PROVIDER_NOT_SENT, /* No connection: it is not done. */
};

struct provider_answer {
    enum provider_fate fate;
    int status;
    bool replayed; /* Idempotent-Replayed: the key's answer of before. */
    int retry_after_ms;
    struct fy_slice body;
};

enum intent_status {
    INTENT_OTHER, /* processing, requires_confirmation: it will say more. */
    INTENT_REQUIRES_PAYMENT_METHOD,
    INTENT_REQUIRES_ACTION,
    INTENT_REQUIRES_CAPTURE,
    INTENT_SUCCEEDED,
    INTENT_CANCELED,
};

struct intent {
    struct fy_slice ref, payment, url, code;
    enum intent_status status;
    int64_t amount, received, refunded, fee, expires_ms;
};

/* An intent as a list has it: ours or not, and without its charge. */
struct listed_intent {
    struct fy_slice ref, payment; /* payment absent: of somebody else. */
    enum intent_status status;
    int64_t created_s;
};

struct page {
    struct listed_intent intents[PROVIDER_PAGE];
    size_t count; /* Newest first; the next page is behind the last of them. */
    bool more;
};

/* The key of an attempt: the same for ever, whoever makes it. `refund` "" of other steps. */
void provider_key(const char *payment,
    enum payment_step step,
    const char *refund,
    int32_t attempt,
    char ret_key[PROVIDER_KEY]);

/* The attempt that is open. */
void provider_call_of(
    const struct payment *payment, const char *return_url, struct provider_call *ret_call);
void provider_retrieve(const char *ref, struct provider_call *ret_call);
/*
 * Intents created at `from_s` or later, newest first; those behind `after`, "": the first. Unlike
 * a search it is never late (docs.stripe.com/search, "data freshness").
 */
void provider_list(int64_t from_s, const char *after, struct provider_call *ret_call);
void provider_search(const struct payment *payment, struct provider_call *ret_call);
void provider_refunds(const struct payment *payment, struct provider_call *ret_call);
/* Of a second promise. Without a key, which would keep a 500 for a day; twice is as once. */
void provider_cancel(const char *ref, struct provider_call *ret_call);

/* An intent, on its own or in an error. */
bool provider_read(struct fy_slice body, struct fy_arena *arena, struct intent *ret_intent);

/* The intent of a search that is the payment's. True and no ref: there is none. */
bool provider_read_search(struct fy_slice body,
    const struct payment *payment,
    struct fy_arena *arena,
    struct intent *ret_intent);

/* Of two intents of one payment, the one that came further: a promise is worth more than a no. */
bool provider_is_further(enum intent_status one, enum intent_status two);

bool provider_read_page(struct fy_slice body, struct fy_arena *arena, struct page *ret_page);

/* Of a refund or a list of them: is this one among them, and has it failed? False: unreadable. */
bool provider_read_refund(struct fy_slice body,
    const char *refund,
    struct fy_arena *arena,
    bool *ret_found,
    bool *ret_failed);

/* The word for why: error.decline_code, error.code, or error.type; "unknown". */
struct fy_slice provider_error(struct fy_slice body, struct fy_arena *arena);
bool provider_error_is(struct fy_slice body, const char *type, struct fy_arena *arena);

#endif
