/*
 * model.h - what accounts must have come to, by its pure rules alone.
 *
 * One row per subject, made by accounts.h from the requests in the order of their partition: no
 * task, no turn, no changelog. What time causes is decided as of when it was due, so the events are
 * the same whenever a timer fired. A key that could not be read once is parked: nothing more is
 * asked of it, and its timers go on.
 */
#ifndef TEST_SIM_ACCOUNTS_MODEL_H
#define TEST_SIM_ACCOUNTS_MODEL_H

#include "processors/accounts/accounts.h"
#include "test/sim/check.h"
#include "test/unit/processors/accounts/asked_random.h"

enum { MODEL_EVENTS_MAX = 2048 };

struct model {
    struct account row;
    struct account_room room;
    bool parked;
    struct fy_slice events[MODEL_EVENTS_MAX]; /* Encoded, without what the runtime adds. */
    int count, seen;                          /* Expected; and found in the topic so far. */
};

/* Of the run's requests. */
void models_make(struct check *check, struct model models[SUBJECTS]);

/* The next thing that is due by then happens. False: nothing is. */
bool model_wait(struct check *check, struct model *model, int subject, int64_t until_ms);

/* An event as it is compared: what writer, number and name it got is looked at apart. */
struct fy_slice model_bytes(struct check *check, const struct account_event *event);

int model_subject(struct fy_slice key); /* SUBJECTS: none of ours. */

#endif
