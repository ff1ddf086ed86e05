/*
 * op.h - one request about people, from its body to its answer, over several waits.
 *
 *     op_begin       may we write; JSON body -> struct; a struct op with an arena of its own
 *     op_account     e-mail -> account, its credential, and its person's key
 *     op_hash, op_check   a password, in a slot; then `then`
 *     op_new_person  a person and key, acknowledged; then `then`
 *     op_write       the fact, acknowledged; then `then`, or what was decided: `decided`
 *     op_answer_*    and op_end
 *
 * Each returns false when it has answered; the op is gone then. A client that went, or the
 * deadline, ends an op where it waits; what was sent is written all the same.
 * Memory:  the op's arena; passwords and keys are wiped with it.
 */
#ifndef PRODUCERS_ACCOUNTS_OP_H
#define PRODUCERS_ACCOUNTS_OP_H

#include "lib/json_out.h"
#include "producers/accounts/people.h"
#include "producers/accounts/view.h"
#include "schemas/generated/account_event.h"
#include "schemas/generated/account_request.h"
#include "schemas/generated/people_body.h"

typedef void op_then(struct op *op);

struct op {
    struct people *people;
    struct fy_http_request *request; /* NULL: answered, or gone. */
    const char *route; /* NULL: what it writes has no name that a repeat could give it again. */
    struct fy_arena arena;
    struct op *next, *before;
    int64_t now_ms;
    bool busy;              /* A slot or Kafka will call back. */
    int sending;            /* Records on their way; busy until the last of them is settled. */
    bool unsent;            /* One of them was not taken. */
    enum fy_status written; /* The worst of what Kafka said of them. */
    bool undecided;         /* Waits for an event of `event_id`. */
    int64_t included_ms;    /* Since when a row includes its fact; 0: none is known to. */

    struct fy_slice password; /* The client's, of the arena. */
    char account[FY_LOOKUP_TEXT + 1];
    bool known; /* The account is in the view. */
    struct credential credential;
    char person[FY_PERSON_TEXT + 1]; /* "": none. */
    bool has_key;
    uint8_t key[FY_KEY_BYTES];
    struct fy_slice visitor;     /* Of a cookie of ours; absent: none. */
    struct fy_slice makes_guest; /* The visitor whose first word as a guest this is. */
    struct fy_slice actor, root;

    bool right, stale;                 /* What op_check found. */
    char hash[FY_PASSWORD_HASH_BYTES]; /* What op_hash made. */
    char event_id[FY_UUID_TEXT + 1];
    enum fy_topic topic; /* Of the fact whose place the client is told. */
    struct fy_place place;
    char subject[FY_LOOKUP_TEXT + 1]; /* The fact's. */
    char ticket[FY_TICKET_TEXT_MAX];
    char ticket_hash[FY_HASH_TEXT + 1];
    char session[FY_SESSION_TEXT + 1];
    op_then *then;
    void (*decided)(struct op *op, const struct account_event *event); /* NULL event: a repeat. */
    void *own;                    /* The route's, of the arena. */
    void (*ended)(struct op *op); /* Before it goes. NULL: nobody need know. */
};

struct fy_type;

/* `body` NULL: the route takes none; else the name of a record in PeopleBody, *ret_body it. */
bool op_begin(struct people *people,
    struct fy_http_request *request,
    const char *route,
    const char *body,
    void **ret_body,
    struct op **ret_op);
/* The same with the bodies of another file, and an Idempotency-Key that the route takes itself. */
bool op_begin_of(struct people *people,
    struct fy_http_request *request,
    const char *route,
    const struct fy_type *bodies,
    const char *body,
    void **ret_body,
    struct op **ret_op);
void op_end(struct op *op);

/* Take a text that is longer needed than the request lives. Absent when there is no room. */
struct fy_slice op_keep(struct op *op, struct fy_slice text);

/* The account of an e-mail, or of an id; whether it is known is in `known`. */
bool op_account_of_email(struct op *op, struct fy_slice email, struct fy_slice *ret_email);
bool op_account(struct op *op, const char *account);

/* The account of whoever calls; 404 where there is none. */
bool op_caller(struct op *op);

/* Key of `person`, of the view. False: it has answered not-ready. */
bool op_key_of(struct op *op, struct fy_slice person);

/*
 * Whoever has an Idempotency-Key has it with this body: last of all that may be refused, for a body
 * that is mended comes under the same key. False: it came with another one, and is answered.
 */
bool op_take_key(struct op *op, struct fy_slice owner, const char *what);

/* A guess too many for this account: 429. */
bool op_may_try(struct op *op, const char *what, int burst);

void op_hash(struct op *op, op_then *then);
void op_check(struct op *op, op_then *then);
void op_new_person(struct op *op, op_then *then);

/* Sealed under the op's key; absent stays absent. */
struct fy_slice op_seal(struct op *op, const char *field, struct fy_slice text);
struct fy_slice op_sealed_hash(struct op *op);

/* Zeroed room of the arena; false: answered. */
bool op_room(struct op *op, size_t size, void *ret_room);

/* The fact, key `subject`. The envelope and subject are filled in. */
void op_write(struct op *op, struct fy_slice subject, struct account_request *fact, op_then *then);

/*
 * Records of any topic, encoded: one op_send each, then op_sent. `then` runs when all are
 * acknowledged; `topic` is the one whose place the client is told.
 */
void op_send(struct op *op, enum fy_topic topic, struct fy_slice key, struct fy_slice value);
void op_sent(struct op *op, enum fy_topic topic, op_then *then);

/* Fills in a fact about a person and encodes it under a new id; false: it is answered. */
bool op_encode(struct op *op, struct account_request *fact, struct fy_slice *ret_value);

/* After op_write, in `then`: wait for what is decided. */
void op_wait(struct op *op, void (*decided)(struct op *op, const struct account_event *event));

/* Event-Id, and Fy-Position where a fact was written: offset -1 in `place` is none. */
void op_tell_written(struct op *op);

/* 202 with both. */
void op_answer_written(struct op *op, const char *location);
void op_answer_json(struct op *op, int status, struct fy_json_out *out);
void op_answer_done(struct op *op); /* 200 {"done":true} */
void op_problem(struct op *op, enum fy_problem problem, const char *field, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The follower read this: whoever waits for it goes on. */
void ops_event(struct people *people, const struct account_event *event);
void ops_included(
    struct people *people, struct fy_slice key, const struct position *positions, size_t count);
void ops_tick(struct people *people, int64_t now_ms);

void ops_register_metrics(void);

#endif
