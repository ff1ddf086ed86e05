/*
 * log.h - a log in memory with Kafka's semantics, behind the interfaces of source.h and sink.h.
 *
 * Has: partitions with offsets; transactions whose records a read_committed reader sees only behind
 * the commit marker and below the last stable offset, markers taking an offset each, and arriving
 * late, each at a time of its own, when asked to; producer epochs that fence; transactions that
 * time out; ends that arrive late, and again, when another transaction is open; consumer groups
 * with generations, static members, sessions, cooperative rebalancing, members that are expelled
 * and do not know it; commits that are refused to stale members, and, as in Kafka, accepted when
 * they name no valid offset; compaction. Has not: replication, threads.
 *
 * Faults:  before each call `fault` is asked what goes wrong in it.
 * Memory:  what a poll gives is freed by the next one, so that a sanitizer sees who keeps it.
 * Source:  KIP-98, KIP-429, KIP-447, KIP-890.
 */
#ifndef TEST_LOG_H
#define TEST_LOG_H

#include "lib/sink.h"
#include "lib/source.h"
#include "lib/store.h"
#include "lib/task.h"

/* Every call of the narrow interface at which something can go wrong. */
enum log_call {
    LOG_POLL,
    LOG_ASSIGN,
    LOG_UNASSIGN,
    LOG_SEEK,
    LOG_COMMITTED,
    LOG_ENDS,
    LOG_BEGINS,
    LOG_POSITIONS,
    LOG_PARTITIONS,
    LOG_GROUP,
    LOG_SINK_NEW,
    LOG_BEGIN,
    LOG_SEND,
    LOG_OFFSETS, /* The first half of a commit: positions go into the transaction. */
    LOG_COMMIT,
    LOG_ABORT,
    LOG_STORE_GET,
    LOG_STORE_SCAN,
    LOG_STORE_WIPE,
    LOG_STORE_WRITE,
    LOG_CALL_COUNT,
};

enum log_fault {
    LOG_FINE,
    LOG_FAIL,      /* FY_ABORT, and nothing has happened. Not for the store. */
    LOG_FENCE,     /* FY_FATAL, and nothing has happened: the sink or group source is finished. */
    LOG_DOUBT,     /* Commit: taken, and FY_FATAL all the same; the sink is finished. */
    LOG_DELAY,     /* Commit: taken, and its markers arrive later. */
    LOG_LATE,      /* Commit: FY_FATAL, and the broker hears of it later, unless fenced by then. */
    LOG_TWICE,     /* Send: written twice; events and requests again in a later transaction. */
    LOG_AWAY,      /* Poll: waits, and finds nothing. */
    LOG_DIE,       /* The process ends before the call. */
    LOG_DIE_AFTER, /* The process ends when the call has done its work. */
};

struct log;

struct log_config {
    int partitions;
    struct fy_clock *clock; /* Stamps records, and is what a poll that finds nothing waits by. */
    enum log_fault (*fault)(void *context, enum log_call call); /* NULL: all is fine. */
    int (*batch_max)(void *context, int records_max);           /* NULL: what the poll asks for. */
    void (*died)(void *context); /* The process that runs has ended, in this very call; or NULL. */
    void *context;

    /* Time, for who calls log_tick. Zero and NULL: all is at once, and nothing times out. */
    int session_ms; /* A member that died or fell silent is out after this. */
    int txn_ms;     /* An open transaction is aborted after this, and its producer fenced. */
    int (*late_ms)(void *context); /* How late the next marker, or LOG_LATE's end, arrives. */
    void (*idle)(
        void *context, struct fy_source *source, int wait_ms); /* Of a poll; or the clock. */
};

struct log *log_new(const struct log_config *config);
void log_free(struct log *log);

const char *log_call_name(enum log_call call);

/* True after LOG_DIE: every call fails until log_revive, as for a process that is gone. */
bool log_dead(const struct log *log);
void log_kill(struct log *log);
void log_revive(struct log *log);

/* Ask for a fault from elsewhere (the store in memory). True: fail the call with err, now or after.
 */
enum log_fault log_fault_at(struct log *log, enum log_call call);

/* A plain record, without a transaction. Returns its place. */
struct fy_place log_append(struct log *log,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value);

/* Forget what is before `offset`, as retention does. */
void log_trim(struct log *log, enum fy_topic topic, int32_t partition, int64_t offset);

/* Forget what of a topic's beginnings compaction has left nothing of, as whole segments go. */
void log_trim_empty(struct log *log, enum fy_topic topic);

/* Write all markers that are late. */
void log_settle(struct log *log);

/* Do what is due by the clock: markers, late ends, time-outs, sessions. */
void log_tick(struct log *log);

/* When log_tick has something to do next; INT64_MAX: never. */
int64_t log_next_ms(const struct log *log);

/*
 * Compact a topic: of each key the newest committed record stays; a tombstone goes when it was
 * written before `tombstones_ms`; aborted records and markers go. Nothing behind the first open
 * transaction is touched, and the newest record of a partition never is, as in Kafka.
 */
void log_compact(struct log *log, enum fy_topic topic, int64_t tombstones_ms);

/* Last stable offset: where a read_committed reader stops. */
int64_t log_end(struct log *log, enum fy_topic topic, int32_t partition);

/* Where a reader of a whole topic stands: one index per partition. Zero is the beginning. */
struct log_cursor {
    int64_t at[FY_PARTITIONS_MAX];
};

/*
 * The next visible record of a topic in the order of writing, over all partitions, or of one
 * partition when it is >= 0. Borrowed from the log. False: nothing left.
 */
bool log_read(struct log *log,
    enum fy_topic topic,
    int32_t partition,
    struct log_cursor *cursor,
    struct fy_record *ret_record);

struct fy_source *log_plain_source_new(struct log *log);
/* The group speaks of the topic `lead` alone. */
struct fy_source *log_group_source_new(struct log *log, const char *group, enum fy_topic lead);

/* A static member: it joins in the place of the last one of this name, without a rebalance. */
struct fy_source *log_static_source_new(
    struct log *log, const char *group, const char *instance, enum fy_topic lead);

/* Would a poll find anything? */
bool log_source_news(struct fy_source *source);

/* Its process is stopped: no heartbeats from now on. Or goes on, and may be out by then. */
void log_member_silent(struct fy_source *member);
void log_member_back(struct fy_source *member);

/* The offset a group has committed; -1 for none. set is for tests of positions that do not match.
 */
int64_t log_group_offset(
    struct log *log, const char *group, enum fy_topic topic, int32_t partition);
void log_group_offset_set(
    struct log *log, const char *group, enum fy_topic topic, int32_t partition, int64_t offset);

/* Throw a member out without telling it, as a session time-out does: its partitions go to others.
 */
void log_expel(struct fy_source *member);

/* Is the partition this member's, whatever the member itself believes? */
bool log_owns(struct fy_source *member, int32_t partition);

/* Begin a rebalance that takes the partition from its owner and gives it back to whoever is there.
 */
void log_rebalance(struct log *log, const char *group);

enum fy_status log_sink_new(struct log *log,
    const char *transactional_id,
    struct fy_sink **ret_sink,
    struct fy_err *err) FY_MUST_CHECK;

/* Transactions ended so far, of any writer. */
int log_commits(const struct log *log);
int log_aborts(const struct log *log);

/* Transactions that nobody has ended yet: readers wait behind them. */
int log_open(const struct log *log);

/* --- A store in memory: a sorted table behind lib/store.h ------------------------------------ */

struct fy_store *log_store_new(struct log *log);

/* A disk as it is now, for one that loses its newest writes. Takes nothing of `store`. */
struct fy_store *log_store_copy(const struct fy_store *store);

/* Rows over all spaces. */
size_t log_store_rows(const struct fy_store *store);

#endif
