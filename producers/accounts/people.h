/*
 * people.h - accounts at the edge: who registers, signs in, and says who they are.
 *
 * Shape:   a route reads a body, looks into the view, hashes or checks a password, writes one fact
 *          (behind the key of a new person), and answers when the fact is acknowledged or decided.
 *          Each such request is a struct op (op.h). What is personal is sealed before it is a fact.
 * Same:    whether an e-mail has an account is told by no answer and by no time: registering,
 *          signing in with a wrong password and asking for a letter do the same work for both.
 * Tokens:  a browser (it says Sec-Fetch-Site) gets them as cookies that no script reads, anybody
 *          else in the body.
 * Threads: the reactor's; passwords are hashed in slots of their own.
 */
#ifndef PRODUCERS_ACCOUNTS_PEOPLE_H
#define PRODUCERS_ACCOUNTS_PEOPLE_H

#include "lib/caller.h"
#include "lib/limits.h"
#include "lib/password.h"
#include "lib/ticket.h"
#include "producers/accounts/forgotten.h"
#include "producers/keys/keys.h"
#include "producers/producers.h"

enum {
    PEOPLE_OPS_MAX = 2048,        /* Requests at once; 503 beyond. */
    PEOPLE_PASSWORDS_MAX = 32,    /* That wait for a slot: at 25 ms each, less than a second. */
    PEOPLE_TRIES_BURST = 10,      /* Passwords tried for one account, */
    PEOPLE_TRIES_A_MINUTE = 10,   /* and letters asked for. */
    PEOPLE_REGISTER_BURST = 1000, /* One e-mail: a crowd at once is answered like one. */
    PEOPLE_LIMITS = 65536,        /* Accounts that are counted at once: 1 MB. */
    REFRESH_LIFE_S = 30 * 24 * 3600,
};

struct op;

struct people {
    struct producers *producers;
    struct keys *keys;
    struct forgotten forgotten;
    struct fy_passwords *passwords;
    struct fy_limits *limits;
    struct op *ops; /* All that there are. */
    int op_count;
    int waiting; /* Of them, for what is decided. */
    uint8_t pepper[FY_KEY_BYTES];
    uint8_t ticket_key[FY_KEY_BYTES];
    uint8_t body_key[FY_KEY_BYTES]; /* Makes MACs of bodies. */
    uint8_t token_key[FY_TOKEN_KEY_BYTES];
};

struct people_config {
    struct producers *producers;
    struct fy_jobs *jobs; /* For erasing. */
    const char *keys_folder;
    int password_slots;
    uint8_t pepper[FY_KEY_BYTES];
    uint8_t token_key[FY_TOKEN_KEY_BYTES];
};

enum fy_status people_new(const struct people_config *config,
    struct people **ret_people,
    struct fy_err *err) FY_MUST_CHECK;
void people_free(struct people *people);

/* Topics of accounts, for the follower. */
enum fy_status people_apply(struct people *people,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* Four times a second. */
enum fy_status people_tick(struct people *people, struct fy_err *err) FY_MUST_CHECK;

void people_register_metrics(void);

#endif
