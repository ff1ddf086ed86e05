/*
 * forgotten.h - who was forgotten is forgotten as the visitors they were, too.
 *
 * Shape:   a person_forgotten event puts a row for each visitor; each row becomes a fact
 *          visitor_forgotten in `activity`, and goes when that is acknowledged. A crash in between
 *          writes the fact again, and so does every instance, and one that reads all anew: they
 *          carry the time of the forgetting, by which readers know a repeat.
 * Errors:  FY_FATAL: the store. A broker that is away is asked again at the next tick.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_ACCOUNTS_FORGOTTEN_H
#define PRODUCERS_ACCOUNTS_FORGOTTEN_H

#include "lib/ids.h"
#include "lib/producer.h"
#include "lib/store.h"
#include "schemas/generated/account_event.h"

enum {
    FORGOTTEN_SPACE = 5, /* Of the store: visitor -> when. */
    FORGOTTEN_AT_ONCE = 64,
};

/* A fact on its way. */
struct forgotten_fact {
    enum { FORGOTTEN_FREE, FORGOTTEN_SENT, FORGOTTEN_WRITTEN } state;
    char visitor[FY_VISITOR_TEXT + 1];
};

/* All zero at the start. */
struct forgotten {
    struct forgotten_fact facts[FORGOTTEN_AT_ONCE];
    struct fy_arena arena;
    bool waiting; /* There may be rows. */
};

void forgotten_init(struct forgotten *forgotten);
void forgotten_done(struct forgotten *forgotten);

/* Of events of accounts: those of a person who was forgotten put rows. */
void forgotten_apply(
    struct forgotten *forgotten, const struct account_event *event, struct fy_store_batch *rows);

/* Some times a second. */
enum fy_status forgotten_tick(struct forgotten *forgotten,
    struct fy_store *store,
    struct fy_producer *producer,
    int64_t now_ms,
    struct fy_err *err) FY_MUST_CHECK;

#endif
