/*
 * source.h - records in: the reading half of the narrow interface to the log.
 *
 * Two uses. A *group* source is a member of a consumer group (tasks): partitions come and go, the
 * source only says so and the owner answers. The group speaks of one topic, the lead; who is given
 * a partition of it may assign the same partition of any other topic too, until it is taken back. A
 * *plain* source has no group (followers, restore): its owner assigns what it wants. Behind it:
 * librdkafka (lib/kafka_source.c) or the in-memory log of the tests; callers cannot tell.
 *
 * Units:   offsets are of the next record to read; times are int64 ms UTC; waits in ms.
 * Errors:  FY_ABORT for what a re-run may cure (time-outs, a lost coordinator), FY_FATAL else. A
 * plain source whose position the log no longer has says FY_ABORT from poll until its owner has
 *          compared positions with begins and ends, and has sought. A group source says FY_FATAL.
 *          A broker that is away is no error of poll: there is just nothing to read.
 * Memory:  a batch and its bytes are the source's, valid until the next call of poll,
 *          release or free.
 * Threads: one owner.
 * Source:  KIP-447, KIP-429 (cooperative rebalancing).
 */
#ifndef FY_SOURCE_H
#define FY_SOURCE_H

#include "lib/err.h"
#include "schemas/topics.h"

enum {
    FY_BATCH_RECORDS_MAX = 8000, /* One turn: some 30 ms of work. */
    FY_PARTITIONS_MAX = 256,     /* Of one topic. */
};

struct fy_record {
    enum fy_topic topic;
    int32_t partition;
    int64_t offset;
    int64_t append_ms;     /* When the broker wrote it, UTC: the only clock a rule may see. */
    struct fy_slice key;   /* Absent when the record has none. */
    struct fy_slice value; /* Absent for a tombstone. */
};

struct fy_place {
    enum fy_topic topic;
    int32_t partition;
    int64_t offset; /* Next to read; -1 where there is none. */
};

enum fy_change_kind {
    FY_CHANGE_NONE,
    FY_CHANGE_ASSIGNED, /* Restore, then fy_source_assign. */
    FY_CHANGE_REVOKED,  /* Commit, then fy_source_unassign. Still ours until then. */
    FY_CHANGE_LOST,     /* Somebody else may own them: drop, then fy_source_unassign. */
};

struct fy_batch {
    const struct fy_record *records; /* In offset order within each partition. */
    int count;                       /* 0 .. FY_BATCH_RECORDS_MAX; 0 where there is a change. */
    enum fy_change_kind change;      /* Must be answered before the next poll. */
    const struct fy_place *places;   /* Of the lead topic: what changed hands; offsets are -1. */
    int place_count;
};

/* Who we are in the group, as of the last poll: what a commit is fenced by. */
struct fy_group;

struct fy_source;

struct fy_source_ops {
    enum fy_status (*poll)(struct fy_source *source,
        int wait_ms,
        int records_max,
        struct fy_batch *ret_batch,
        struct fy_err *err);
    void (*release)(struct fy_source *source);
    enum fy_status (*assign)(
        struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err);
    enum fy_status (*unassign)(
        struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err);
    enum fy_status (*seek)(
        struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err);
    enum fy_status (*committed)(
        struct fy_source *source, struct fy_place *places, int count, struct fy_err *err);
    enum fy_status (*ends)(
        struct fy_source *source, struct fy_place *places, int count, struct fy_err *err);
    enum fy_status (*begins)(
        struct fy_source *source, struct fy_place *places, int count, struct fy_err *err);
    enum fy_status (*positions)(
        struct fy_source *source, struct fy_place *places, int count, struct fy_err *err);
    enum fy_status (*tails)(
        struct fy_source *source, struct fy_place *places, int count, struct fy_err *err);
    void (*heard_ends)(struct fy_source *source, struct fy_place *places, int count);
    enum fy_status (*partitions)(
        struct fy_source *source, enum fy_topic topic, int *ret_count, struct fy_err *err);
    enum fy_status (*group)(
        struct fy_source *source, struct fy_group **ret_group, struct fy_err *err);
    void (*group_free)(struct fy_source *source, struct fy_group *group);
    int (*wake_fd)(struct fy_source *source);
    void (*free)(struct fy_source *source);
};

/* Implementations put this first in their own struct. */
struct fy_source {
    const struct fy_source_ops *ops;
};

/* Records that are there, else wait up to wait_ms for the first. Never waits for a full batch. */
enum fy_status fy_source_poll(struct fy_source *source,
    int wait_ms,
    int records_max,
    struct fy_batch *ret_batch,
    struct fy_err *err) FY_MUST_CHECK;

/* The last poll's records have been handled: their memory may go before the next one. */
void fy_source_release(struct fy_source *source);

/* Start reading these from their offsets, in addition to what is read already. */
enum fy_status fy_source_assign(struct fy_source *source,
    const struct fy_place *places,
    int count,
    struct fy_err *err) FY_MUST_CHECK;

/* The answer to a revocation or a loss names all of what changed hands, and all that came with it.
 */
enum fy_status fy_source_unassign(struct fy_source *source,
    const struct fy_place *places,
    int count,
    struct fy_err *err) FY_MUST_CHECK;

/* Read these partitions again from their offsets; what was fetched of them is dropped. */
enum fy_status fy_source_seek(struct fy_source *source,
    const struct fy_place *places,
    int count,
    struct fy_err *err) FY_MUST_CHECK;

/* The group's committed offsets, stable ones only; -1 where there is none. */
enum fy_status fy_source_committed(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;

/* Where read_committed readers stand at the end (last stable offset), and at the beginning. */
enum fy_status fy_source_ends(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_source_begins(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;

/*
 * Where reading stands behind what poll has given: also past transaction markers and aborted
 * records, which are at the end of every topic that is written in transactions and which no poll
 * ever shows. So "all that was there is read" is positions >= ends, never the offset of the last
 * record + 1. -1 for what is not assigned. (librdkafka: enable.partition.eof tells of the end that
 * a fetch has reached.)
 */
enum fy_status fy_source_positions(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;

/*
 * Where the log itself ended when reading last came to its end: behind records of transactions that
 * nobody has ended, or whose end this partition has not heard of. -1: that was not since it was
 * assigned. A reader that has come to here has all that was written when it was assigned.
 */
enum fy_status fy_source_tails(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;

/*
 * Where partitions that are read ended when a broker last said so, without asking: behind open
 * transactions. -1: nobody has said. For metrics.
 */
void fy_source_heard_ends(struct fy_source *source, struct fy_place *places, int count);

enum fy_status fy_source_partitions(struct fy_source *source,
    enum fy_topic topic,
    int *ret_count,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Membership as of the last poll. Refused with FY_ABORT when we are no member now (generation < 0).
 * Take it right after the poll whose records the turn handles, and never after a later one.
 */
enum fy_status fy_source_group(
    struct fy_source *source, struct fy_group **ret_group, struct fy_err *err) FY_MUST_CHECK;
void fy_source_group_free(struct fy_source *source, struct fy_group *group);

/* Readable when a poll would find something; -1 when the implementation has none. */
int fy_source_wake_fd(struct fy_source *source);
void fy_source_free(struct fy_source *source);

#endif
