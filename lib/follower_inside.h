/*
 * follower_inside.h - what lib/follower.c, follower_begin.c and follower_lag.c share; nobody else
 * includes it.
 *
 * Threads: the follower's.
 */
#ifndef FY_FOLLOWER_INSIDE_H
#define FY_FOLLOWER_INSIDE_H

#include "lib/follower.h"

struct track {
    struct fy_place place; /* offset: next to read, markers counted. */
    int64_t written;       /* The same as the store has it; -1: nothing yet. */
    int64_t target;        /* The end offset at the start. */
};

struct fy_follower {
    struct fy_follower_config config;
    struct fy_source *source;
    struct fy_store *store;
    struct fy_reactor *reactor;
    struct fy_store_batch *rows;
    struct fy_arena arena;
    struct track *tracks; /* Every partition of every topic; NULL until a broker has told. */
    int track_count;
    int first[FY_TOPIC_COUNT +
              1];          /* Track of a topic's partition 0; where there is none, the next. */
    struct fy_batch batch; /* What poll gave; */
    int next;              /* of it, the next to apply. */
    int applied;           /* In the slice that is open. */
    bool unsettled;        /* The slice is applied, but settle has not gone through. */
    bool moved;            /* Some position is ahead of what is written. */
    bool ready;
    bool away; /* The last try failed: say so once, and when it is over. */
    int64_t try_ms;
    int64_t written_ms;
    int64_t newest_ms; /* Append time of the record applied last. */
    int64_t lag_ms;    /* When the lag was looked at last. */
    int again_fd;      /* With a reactor: there is more to do at once. */
    bool listening;    /* The source's own descriptor is in the reactor. */
    struct fy_err failure;
};

struct track *fy_follower_track(
    const struct fy_follower *follower, enum fy_topic topic, int32_t partition);

/* Put the positions that moved into the rows' batch. */
void fy_follower_positions_put(struct fy_follower *follower);

/*
 * Ask the brokers for partitions and offsets and begin to read where the rows end. FY_ABORT: they
 * did not answer, nothing has begun.
 */
enum fy_status fy_follower_begin(struct fy_follower *follower, struct fy_err *err) FY_MUST_CHECK;

/* The source says that a position is not in the log: find out which, and begin anew. */
enum fy_status fy_follower_begin_again(
    struct fy_follower *follower, struct fy_err *err) FY_MUST_CHECK;

void fy_follower_begin_metrics(void);

/* Now and then: how far behind the ends that brokers have told of. Asks nobody. */
void fy_follower_lag_look(struct fy_follower *follower);
void fy_follower_lag_metrics(void);

#endif
