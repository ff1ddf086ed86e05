/*
 * sink.h - records out, in transactions: the writing half of the narrow interface to the log.
 *
 * Only tasks use it. Edges, followers and adapters write through lib/producer.h.
 *
 * Errors:  FY_ABORT: the turn is lost, abort and undo. FY_FATAL: this sink is finished; its owner
 * makes a new one (that is how a fenced or doubtful producer is settled) or ends the process.
 * Memory:  send copies what it is given.
 * Threads: one owner.
 * Source:  KIP-98, KIP-447.
 */
#ifndef FY_SINK_H
#define FY_SINK_H

#include "lib/source.h"

struct fy_sink;

struct fy_sink_ops {
    enum fy_status (*begin)(struct fy_sink *sink, struct fy_err *err);
    enum fy_status (*send)(struct fy_sink *sink,
        enum fy_topic topic,
        int32_t partition,
        struct fy_slice key,
        struct fy_slice value,
        struct fy_err *err);
    enum fy_status (*commit)(struct fy_sink *sink,
        const struct fy_group *group,
        const struct fy_place *places,
        int count,
        struct fy_err *err);
    enum fy_status (*abort)(struct fy_sink *sink, struct fy_err *err);
    int64_t (*delivered)(struct fy_sink *sink, enum fy_topic topic, int32_t partition);
    void (*free)(struct fy_sink *sink);
};

struct fy_sink {
    const struct fy_sink_ops *ops;
};

/* At most one transaction is open; the first write of a turn begins it. */
enum fy_status fy_sink_begin(struct fy_sink *sink, struct fy_err *err) FY_MUST_CHECK;

/* An absent value is a tombstone. */
enum fy_status fy_sink_send(struct fy_sink *sink,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Send the input positions with the transaction and commit it. `places` holds every task that
 * wrote, moved or not, with a valid offset: an empty list would not fence us. Fails with FY_FATAL
 * when the outcome is in doubt.
 */
enum fy_status fy_sink_commit(struct fy_sink *sink,
    const struct fy_group *group,
    const struct fy_place *places,
    int count,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_sink_abort(struct fy_sink *sink, struct fy_err *err) FY_MUST_CHECK;

/* Offset of the newest record delivered to that partition; -1 before the first. */
int64_t fy_sink_delivered(struct fy_sink *sink, enum fy_topic topic, int32_t partition);
void fy_sink_free(struct fy_sink *sink);

/* The partition of a key: murmur2 as Java's default partitioner has it. count >= 1. */
int32_t fy_partition_of(struct fy_slice key, int count);

#endif
