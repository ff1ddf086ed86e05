#include "test/driver/log_core.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct log_sink {
    struct fy_sink sink;
    struct log *log;
    struct producer *producer;
    int epoch;
    bool finished;      /* It said FY_FATAL: good for nothing but free. */
    bool must_abort;    /* A send or commit failed: as librdkafka, only abort may follow. */
    int64_t *delivered; /* [topic][partition] */
    struct {
        bool there;
        enum fy_topic topic;
        int32_t partition;
        struct fy_slice key, value;
        int txn; /* That it was written in first. */
    } copy;      /* What is written twice comes again in a later transaction. */
};

static const struct fy_sink_ops sink_ops;

static struct txn *open_txn(struct log_sink *sink)
{
    struct txn *txn;

    if (sink->producer->txn < 0)
        return NULL;
    txn = &sink->log->txns[sink->producer->txn];
    return txn->state == TXN_OPEN ? txn : NULL;
}

static enum fy_status finish(struct log_sink *sink, const char *what, struct fy_err *err)
{
    sink->finished = true;
    return fy_fail(err, FY_FATAL, "%s of \"%s\": fenced or in doubt", what, sink->producer->id);
}

/* What may go wrong before a call has any effect. */
static enum fy_status enter(
    struct log_sink *sink, enum log_call call, enum log_fault *ret_fault, struct fy_err *err)
{
    enum log_fault fault = log_fault_at(sink->log, call);
    const char *what = log_call_name(call);

    *ret_fault = fault;
    if (fault == LOG_DIE) {
        log_kill(sink->log);
        return fy_fail(err, FY_FATAL, "%s: the process is gone", what);
    }
    assert(!sink->finished);
    if (sink->epoch != sink->producer->epoch || fault == LOG_FENCE)
        return finish(sink, what, err);
    if (fault == LOG_FAIL) {
        sink->must_abort = call == LOG_SEND || call == LOG_OFFSETS || call == LOG_COMMIT;
        return fy_fail(err, FY_ABORT, "%s: failed, as asked", what);
    }
    return FY_OK;
}

static enum fy_status leave(
    struct log_sink *sink, enum log_call call, enum log_fault fault, struct fy_err *err)
{
    if (fault != LOG_DIE_AFTER)
        return FY_OK;
    log_kill(sink->log);
    return fy_fail(err, FY_FATAL, "%s: the process is gone", log_call_name(call));
}

static enum fy_status sink_begin(struct fy_sink *base, struct fy_err *err)
{
    struct log_sink *sink = (struct log_sink *)base;
    struct log *log = sink->log;
    enum log_fault fault;
    enum fy_status status = enter(sink, LOG_BEGIN, &fault, err);

    if (status != FY_OK)
        return status;
    assert(open_txn(sink) == NULL);
    assert(!sink->must_abort);

    /* The coordinator answers CONCURRENT_TRANSACTIONS until the last one's markers are written. */
    if (sink->producer->txn >= 0)
        log_txn_settle(log, &log->txns[sink->producer->txn]);
    if (log->txn_count == log->txn_count_max) {
        log->txn_count_max = log->txn_count_max * 2 + 16;
        log->txns = realloc(log->txns, (size_t)log->txn_count_max * sizeof(struct txn));
        if (log->txns == NULL)
            abort();
    }
    log->txns[log->txn_count] = (struct txn){
        .state = TXN_OPEN,
        .began_ms = log->config.clock->now_ms(log->config.clock),
        .producer = sink->producer,
        .epoch = sink->epoch,
    };
    sink->producer->txn = log->txn_count++;
    return leave(sink, LOG_BEGIN, fault, err);
}

static void touch(struct txn *txn, enum fy_topic topic, int32_t partition)
{
    size_t count = (size_t)txn->touched_count + 1;

    for (int i = 0; i < txn->touched_count; i++) {
        if (txn->touched[i].topic == topic && txn->touched[i].partition == partition)
            return;
    }
    txn->touched = realloc(txn->touched, count * sizeof(*txn->touched));
    txn->marked = realloc(txn->marked, count * sizeof(*txn->marked));
    if (txn->touched == NULL || txn->marked == NULL)
        abort();
    txn->touched[txn->touched_count] = (struct fy_place){topic, partition, -1};
    txn->marked[txn->touched_count] = false;
    txn->touched_count++;
}

static void write_one(struct log_sink *sink,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value)
{
    struct log *log = sink->log;
    struct entry *entry = log_entry_add(log, topic, partition, key, value);

    entry->txn = sink->producer->txn;
    sink->delivered[(int)topic * log->config.partitions + partition] = entry->offset;
    touch(open_txn(sink), topic, partition);
}

/*
 * Rows and states are only written twice in a row, for the newest counts. What carries its writer's
 * number comes again when its reader is further.
 */
static void write_again(struct log_sink *sink,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value)
{
    const struct partition *written = log_partition(sink->log, topic, partition);
    enum fy_topic_kind kind = fy_topics[topic].kind;

    if (sink->copy.there || sink->log->config.late_ms == NULL ||
        (kind != FY_KIND_EVENT && kind != FY_KIND_REQUEST)) {
        write_one(sink, topic, partition, key, value);
        return;
    }
    sink->copy.there = true;
    sink->copy.topic = topic;
    sink->copy.partition = partition;
    sink->copy.key = written->entries[written->count - 1].key; /* The log's. */
    sink->copy.value = written->entries[written->count - 1].value;
    sink->copy.txn = sink->producer->txn;
}

static void copy_write(struct log_sink *sink)
{
    if (!sink->copy.there || sink->copy.txn == sink->producer->txn)
        return;
    sink->copy.there = false;
    /* Of one that was aborted there is nothing to repeat. */
    if (sink->log->txns[sink->copy.txn].state == TXN_COMMITTED)
        write_one(sink, sink->copy.topic, sink->copy.partition, sink->copy.key, sink->copy.value);
}

static enum fy_status sink_send(struct fy_sink *base,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    struct log_sink *sink = (struct log_sink *)base;
    enum log_fault fault;
    enum fy_status status = enter(sink, LOG_SEND, &fault, err);

    if (status != FY_OK)
        return status;
    assert(open_txn(sink) != NULL);
    assert(!sink->must_abort);

    copy_write(sink);
    write_one(sink, topic, partition, key, value);
    if (fault == LOG_TWICE)
        write_again(sink, topic, partition, key, value);
    return leave(sink, LOG_SEND, fault, err);
}

/*
 * As a broker does: no offset that means anything, no look at the member. This is what makes an
 * empty list useless for fencing, so the log must not be kinder than Kafka.
 */
static bool member_is_stale(const struct fy_group *member, const struct fy_place *places, int count)
{
    bool valid = false;

    for (int i = 0; i < count; i++)
        valid = valid || places[i].offset >= 0;
    if (!valid)
        return false;
    if (member->generation != member->group->generation)
        return true;
    return log_member_of(member->group, member->member_id) == NULL;
}

/* The positions become part of the transaction: for readers of them, when it is committed. */
static enum fy_status offsets_send(struct log_sink *sink,
    const struct fy_group *group,
    const struct fy_place *places,
    int count,
    struct fy_err *err)
{
    struct txn *txn;
    enum log_fault fault;
    enum fy_status status = enter(sink, LOG_OFFSETS, &fault, err);

    if (status != FY_OK)
        return status;
    txn = open_txn(sink);
    assert(txn != NULL);
    assert(!sink->must_abort);
    if (member_is_stale(group, places, count)) {
        sink->must_abort = true;
        return fy_fail(err, FY_ABORT, "commit of \"%s\": unknown member", sink->producer->id);
    }
    txn->group = group->group;
    txn->offsets = log_alloc((size_t)count, sizeof(*places));
    if (count > 0)
        memcpy(txn->offsets, places, (size_t)count * sizeof(*places));
    txn->offset_count = count;
    return leave(sink, LOG_OFFSETS, fault, err);
}

/* What was asked twice may be heard twice, the second time when nobody waits for it any more. */
static void end_again(struct log_sink *sink)
{
    struct log *log = sink->log;

    if (log->config.late_ms == NULL)
        return;
    sink->producer->again_epoch = sink->epoch;
    sink->producer->again_ms =
        log->config.clock->now_ms(log->config.clock) + 1 + log->config.late_ms(log->config.context);
}

static enum fy_status sink_commit(struct fy_sink *base,
    const struct fy_group *group,
    const struct fy_place *places,
    int count,
    struct fy_err *err)
{
    struct log_sink *sink = (struct log_sink *)base;
    struct log *log = sink->log;
    struct txn *txn;
    enum log_fault fault;
    enum fy_status status = offsets_send(sink, group, places, count, err);

    if (status == FY_OK)
        status = enter(sink, LOG_COMMIT, &fault, err);
    if (status != FY_OK)
        return status;
    txn = open_txn(sink);
    assert(txn != NULL);
    if (fault == LOG_LATE) {
        txn->late_ms = log->config.clock->now_ms(log->config.clock) +
                       log->config.late_ms(log->config.context) + 1;
        end_again(sink);
        return finish(sink, "commit", err);
    }
    log_txn_end(log, txn, TXN_COMMITTED);
    if (fault != LOG_DELAY && log->config.late_ms == NULL)
        log_txn_settle(log, txn);
    if (fault == LOG_DOUBT) {
        end_again(sink);
        return finish(sink, "commit", err);
    }
    return leave(sink, LOG_COMMIT, fault, err);
}

static enum fy_status sink_abort(struct fy_sink *base, struct fy_err *err)
{
    struct log_sink *sink = (struct log_sink *)base;
    struct txn *txn;
    enum log_fault fault;
    enum fy_status status = enter(sink, LOG_ABORT, &fault, err);

    if (status != FY_OK)
        return status;
    txn = open_txn(sink);
    if (txn != NULL) {
        log_txn_end(sink->log, txn, TXN_ABORTED);
        log_txn_settle(sink->log, txn);
    }
    sink->must_abort = false;
    return leave(sink, LOG_ABORT, fault, err);
}

static int64_t sink_delivered(struct fy_sink *base, enum fy_topic topic, int32_t partition)
{
    struct log_sink *sink = (struct log_sink *)base;

    return sink->delivered[(int)topic * sink->log->config.partitions + partition];
}

/* Its transaction stays open, as a killed process leaves it, until the id is used again. */
static void sink_free(struct fy_sink *base)
{
    struct log_sink *sink = (struct log_sink *)base;

    free(sink->delivered);
    free(sink);
}

static struct producer *producer_of(struct log *log, const char *id)
{
    struct producer *producer;

    for (producer = log->producers; producer != NULL; producer = producer->next) {
        if (strcmp(producer->id, id) == 0)
            return producer;
    }
    producer = log_alloc(1, sizeof(*producer));
    (void)snprintf(producer->id, sizeof(producer->id), "%s", id);
    producer->txn = -1;
    producer->next = log->producers;
    log->producers = producer;
    return producer;
}

enum fy_status log_sink_new(
    struct log *log, const char *transactional_id, struct fy_sink **ret_sink, struct fy_err *err)
{
    enum log_fault fault = log_fault_at(log, LOG_SINK_NEW);
    struct producer *producer;
    struct log_sink *sink;
    int places = (int)FY_TOPIC_COUNT * log->config.partitions;

    if (fault == LOG_DIE) {
        log_kill(log);
        return fy_fail(err, FY_FATAL, "sink_new: the process is gone");
    }
    if (fault == LOG_FAIL)
        return fy_fail(err, FY_ABORT, "sink_new: failed, as asked");

    producer = producer_of(log, transactional_id);
    producer->epoch++;
    if (producer->txn >= 0) {
        struct txn *txn = &log->txns[producer->txn];

        if (txn->state == TXN_OPEN)
            log_txn_end(log, txn, TXN_ABORTED);
        log_txn_settle(log, txn);
    }

    if (fault == LOG_DIE_AFTER) {
        log_kill(log);
        return fy_fail(err, FY_FATAL, "sink_new: the process is gone");
    }
    sink = log_alloc(1, sizeof(*sink));
    sink->sink.ops = &sink_ops;
    sink->log = log;
    sink->producer = producer;
    sink->epoch = producer->epoch;
    sink->delivered = log_alloc((size_t)places, sizeof(*sink->delivered));
    for (int i = 0; i < places; i++)
        sink->delivered[i] = -1;
    *ret_sink = &sink->sink;
    return FY_OK;
}

static const struct fy_sink_ops sink_ops = {
    .begin = sink_begin,
    .send = sink_send,
    .commit = sink_commit,
    .abort = sink_abort,
    .delivered = sink_delivered,
    .free = sink_free,
};
