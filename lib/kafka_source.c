#include "lib/kafka_source.h"

#include "lib/mono.h"
#include "lib/source_pair.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- Polling -------------------------------------------------------------------------------- */

enum {
    LEAVE_MS = 1000, /* Of the 5 s in which a program ends. */
    LEAVE_LOOK_MS = 5,
    WAKE_RECORDS = 5000, /* A quarter of the queue. */
};

static void batch_release(struct kafka_source *self)
{
    for (int i = 0; i < self->message_count; i++)
        rd_kafka_message_destroy(self->messages[i]);
    self->message_count = 0;
    self->record_count = 0;
}

static void source_release(struct fy_source *source)
{
    batch_release(kafka_self_of(source));
}

static enum fy_status batch_reserve(struct kafka_source *self, int records_max, struct fy_err *err)
{
    void *messages;
    void *records;

    assert(self->message_count == 0);
    if (self->capacity >= records_max)
        return FY_OK;
    messages = realloc(self->messages, sizeof(*self->messages) * (size_t)records_max);
    if (messages != NULL)
        self->messages = messages;
    records = realloc(self->records, sizeof(*self->records) * (size_t)records_max);
    if (records != NULL)
        self->records = records;
    if (messages == NULL || records == NULL)
        return fy_fail(err, FY_FATAL, "could not make room for %d records", records_max);
    self->capacity = records_max;
    return FY_OK;
}

static void fail_later(struct kafka_source *self, rd_kafka_resp_err_t code, const char *words)
{
    char fatal[FY_KAFKA_WORDS_BYTES];

    if (self->failure.status != FY_OK)
        return;
    if (code == RD_KAFKA_RESP_ERR__FATAL && rd_kafka_fatal_error(self->reader.client, fatal,
                                                sizeof(fatal)) != RD_KAFKA_RESP_ERR_NO_ERROR)
        words = fatal;
    (void)fy_fail(&self->failure, FY_FATAL, "could not read from Kafka: %s", words);
}

/*
 * Reading has come to the last stable offset. The answer that said so also said where the log ends:
 * librdkafka keeps that, and it may be newer by now, which is as good.
 */
static void take_end(
    struct kafka_source *self, const rd_kafka_message_t *message, int64_t *position)
{
    int64_t begin, tail;

    *position = message->offset;
    if (rd_kafka_get_watermark_offsets(self->reader.client, rd_kafka_topic_name(message->rkt),
            message->partition, &begin, &tail) == RD_KAFKA_RESP_ERR_NO_ERROR)
        position[FY_PARTITIONS_MAX] = tail;
}

/* Errors come as messages too. Most of them say "not now", and librdkafka tries again by itself. */
static void take_error(struct kafka_source *self, const rd_kafka_message_t *message)
{
    enum fy_topic topic = FY_TOPIC_COUNT;
    int64_t *position = NULL;

    if (message->rkt != NULL) {
        topic = fy_topic_find(fy_slice_of(rd_kafka_topic_name(message->rkt)));
        position = kafka_position_of(self, topic, message->partition);
    }
    if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
        if (position != NULL && *position >= 0 && message->offset >= *position)
            take_end(self, message, position);
        return;
    }
    if (message->err == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET ||
        message->err == RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE) {
        if (position == NULL || *position < 0)
            return;
        (void)fy_fail(&self->failure, self->group ? FY_FATAL : FY_ABORT,
            "offset %lld of partition %d of \"%s\" is no longer in the log, or not yet",
            (long long)*position, (int)message->partition, fy_topics[topic].name);
        return;
    }
    if (!fy_kafka_passes(message->err))
        fail_later(self, message->err, rd_kafka_message_errstr(message));
}

/* True when the message became a record, whose bytes stay the message's. */
static bool take_record(struct kafka_source *self, const rd_kafka_message_t *message)
{
    enum fy_topic topic = fy_topic_find(fy_slice_of(rd_kafka_topic_name(message->rkt)));
    int64_t *position = kafka_position_of(self, topic, message->partition);

    /* What is not assigned now was fetched before it was taken from us. */
    if (position == NULL || *position < 0 || message->offset < *position)
        return false;
    *position = message->offset + 1;
    self->records[self->record_count++] = (struct fy_record){
        .topic = topic,
        .partition = message->partition,
        .offset = message->offset,
        .append_ms = rd_kafka_message_timestamp(message, NULL),
        .key = {.data = message->key, .size = message->key_len},
        .value = {.data = message->payload, .size = message->len},
    };
    return true;
}

/* `count` messages were put behind those we keep. */
static void take(struct kafka_source *self, int count)
{
    int kept = self->message_count;

    for (int i = self->message_count; i < self->message_count + count; i++) {
        rd_kafka_message_t *message = self->messages[i];
        bool keep = false;

        if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR)
            take_error(self, message);
        else
            keep = take_record(self, message);
        if (message->err != RD_KAFKA_RESP_ERR__TRANSPORT)
            self->reader.away = false;
        if (keep)
            self->messages[kept++] = message;
        else
            rd_kafka_message_destroy(message);
    }
    self->message_count = kept;
    assert(self->message_count == self->record_count);
}

/* All that is there, at most up to records_max. With a time-out it would wait for a full batch. */
static void take_ready(struct kafka_source *self, int records_max)
{
    ssize_t count;

    if (self->message_count >= records_max)
        return;
    count = rd_kafka_consume_batch_queue(self->queue, 0, self->messages + self->message_count,
        (size_t)(records_max - self->message_count));
    if (count > 0)
        take(self, (int)count);
}

/*
 * A client whose queue was full looks at it again after up to a second, or when anything else is
 * asked of that broker: so ask for something small, each time much has been taken. The answer is
 * not waited for.
 */
static void wake_fetcher(struct kafka_source *self, int taken)
{
    rd_kafka_topic_partition_list_t *list;

    self->taken += taken;
    if (self->taken < WAKE_RECORDS)
        return;
    self->taken = 0;
    list = rd_kafka_topic_partition_list_new(FY_PARTITIONS_MAX);
    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        for (int32_t p = 0; self->positions[topic] != NULL && p < FY_PARTITIONS_MAX; p++) {
            if (self->positions[topic][p] >= 0)
                rd_kafka_topic_partition_list_add(list, fy_topics[topic].name, p)->offset =
                    RD_KAFKA_OFFSET_END;
        }
    }
    if (list->cnt > 0)
        (void)rd_kafka_offsets_for_times(self->reader.client, list, 0);
    rd_kafka_topic_partition_list_destroy(list);
}

static bool found_something(const struct kafka_source *self)
{
    return self->record_count > 0 || self->change != FY_CHANGE_NONE ||
           self->failure.status != FY_OK;
}

static void wait_for_first(struct kafka_source *self, int wait_ms, int records_max)
{
    int64_t until_ms = fy_mono_ms() + wait_ms;
    int64_t left_ms = wait_ms;

    while (!found_something(self) && left_ms > 0) {
        self->waiting = true;
        self->messages[0] = rd_kafka_consumer_poll(self->reader.client, (int)left_ms);
        self->waiting = false;
        if (self->messages[0] != NULL) {
            take(self, 1);
            take_ready(self, records_max);
        }
        left_ms = until_ms - fy_mono_ms();
    }
}

/*
 * Of a lost partition, whatever its topic, nothing may be handled any more. The messages stay until
 * the next poll.
 */
static void drop_lost(struct kafka_source *self)
{
    int kept = 0;

    for (int i = 0; i < self->record_count; i++) {
        bool lost = false;

        for (int j = 0; j < self->changed_count; j++)
            lost = lost || self->changed[j].partition == self->records[i].partition;
        if (!lost)
            self->records[kept++] = self->records[i];
    }
    self->record_count = kept;
}

/*
 * Records that came together with a change are given out before it: they are ours until the answer,
 * which may be a long restore away.
 */
static void batch_give(struct kafka_source *self, struct fy_batch *ret_batch)
{
    if (self->change == FY_CHANGE_LOST)
        drop_lost(self);
    *ret_batch = (struct fy_batch){.records = self->records, .count = self->record_count};
    if (self->record_count > 0 || self->change == FY_CHANGE_NONE)
        return;
    self->told = true;
    ret_batch->change = self->change;
    ret_batch->places = self->changed;
    ret_batch->place_count = self->changed_count;
}

static enum fy_status source_poll(struct fy_source *source,
    int wait_ms,
    int records_max,
    struct fy_batch *ret_batch,
    struct fy_err *err)
{
    struct kafka_source *self = kafka_self_of(source);
    enum fy_status status;

    assert(!self->told);

    batch_release(self);
    status = batch_reserve(self, records_max, err);
    if (status != FY_OK)
        return status;

    fy_kafka_wake_clear(self->wake_fd);
    if (self->change == FY_CHANGE_NONE) {
        take_ready(self, records_max);
        wait_for_first(self, wait_ms, records_max);
    }
    wake_fetcher(self, self->record_count);
    if (rd_kafka_queue_length(self->queue) > 0 || self->change != FY_CHANGE_NONE)
        fy_kafka_wake_again(self->wake_fd);

    /* What came before the failure is still good: it is handed out first. */
    if (self->record_count == 0 && self->change == FY_CHANGE_NONE &&
        self->failure.status != FY_OK) {
        *err = self->failure;
        return err->status;
    }
    batch_give(self, ret_batch);
    return FY_OK;
}

/* --- Seeking, membership -----------------------------------------------------------------------
 */

/* librdkafka seeks no partition whose position the log did not have: that one is taken up anew. */
static enum fy_status source_seek(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    struct kafka_source *self = kafka_self_of(source);
    enum fy_status status;

    if (self->failure.status == FY_FATAL) { /* Of a poll that gave records first. */
        *err = self->failure;
        return err->status;
    }
    if (self->failure.status == FY_ABORT) {
        status = kafka_answer(self, places, count, false, err);
        return status == FY_OK ? kafka_answer(self, places, count, true, err) : status;
    }
    status = fy_kafka_seek(self->reader.client, places, count, err);
    return status == FY_OK ? kafka_positions_set(self, places, count, true, err) : status;
}

/* --- From beginning to end ------------------------------------------------------------------ */

static int source_wake_fd(struct fy_source *source)
{
    return kafka_self_of(source)->wake_fd;
}

static bool has_left(struct kafka_source *self)
{
    char *member = rd_kafka_memberid(self->reader.client);
    bool left = member == NULL || member[0] == '\0';

    rd_kafka_mem_free(self->reader.client, member);
    return left;
}

/*
 * A static member that is destroyed says nothing, for it may come back in its own place, and its
 * partitions wait for it until its session ends. Who ends in peace gives them back: ending the
 * subscription leaves the group, also for a static member. A client without broker is not waited
 * for.
 */
static void leave(struct kafka_source *self)
{
    int64_t until_ms = fy_mono_ms() + (self->reader.away ? 0 : LEAVE_MS);

    if (rd_kafka_unsubscribe(self->reader.client) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return;
    while (!has_left(self) && fy_mono_ms() < until_ms) {
        rd_kafka_message_t *message = rd_kafka_consumer_poll(self->reader.client, LEAVE_LOOK_MS);

        if (message != NULL)
            rd_kafka_message_destroy(message);
    }
}

static void source_free(struct fy_source *source)
{
    struct kafka_source *self = kafka_self_of(source);

    self->closing = true;
    batch_release(self);
    if (self->group && self->reader.client != NULL && self->is_static)
        leave(self);
    if (self->queue != NULL) {
        fy_kafka_wake_by(self->queue, -1);
        rd_kafka_queue_destroy(self->queue);
    }
    if (self->reader.client != NULL) /* Leaves the group first: others need not wait. */
        rd_kafka_destroy_flags(
            self->reader.client, self->group ? 0 : RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
    if (self->wake_fd >= 0)
        (void)close(self->wake_fd);
    for (int i = 0; i < FY_TOPIC_COUNT; i++)
        free(self->positions[i]);
    free(self->changed);
    free(self->messages);
    free(self->records);
    free(self);
}

static const struct fy_source_ops ops = {
    .poll = source_poll,
    .release = source_release,
    .assign = kafka_source_assign,
    .unassign = kafka_source_unassign,
    .seek = source_seek,
    .committed = fy_kafka_ask_committed,
    .ends = fy_kafka_ask_ends,
    .begins = fy_kafka_ask_begins,
    .positions = kafka_source_positions,
    .tails = kafka_source_tails,
    .heard_ends = kafka_source_heard_ends,
    .partitions = fy_kafka_ask_partitions,
    .group = fy_kafka_group_ask,
    .group_free = fy_kafka_group_free,
    .wake_fd = source_wake_fd,
    .free = source_free,
};

static void on_error(rd_kafka_t *client, int code, const char *words, void *opaque)
{
    struct kafka_source *self = opaque;

    (void)client;
    if (code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
        self->reader.away = true;
    else if (!fy_kafka_passes(code))
        fail_later(self, code, words);
}

static enum fy_status source_new(const struct fy_kafka_config *config,
    const char *group,
    const char *instance_id,
    struct kafka_source **ret_self,
    struct fy_err *err)
{
    char fetch_wait_ms[16], session_ms[16];
    const char *answer_bytes = group != NULL ? "131072" : "524288";
    const struct fy_kafka_setting settings[] = {
        /* librdkafka has no queue of records without a group; this one is never joined. */
        {"group.id", group != NULL ? group : "unused"},
        {"group.instance.id", instance_id},
        {"partition.assignment.strategy", "cooperative-sticky"},
        {"session.timeout.ms", session_ms},
        {"heartbeat.interval.ms", "200"}, /* How soon a member hears of a rebalance. */
        {"isolation.level", "read_committed"},
        {"enable.auto.commit", "false"},
        {"enable.auto.offset.store", "false"},
        {"auto.offset.reset", "error"},
        {"allow.auto.create.topics", "false"},
        {"enable.partition.eof", "true"}, /* Tells where reading stands at a marker or a hole. */
        {"fetch.wait.max.ms", fetch_wait_ms},
        {"fetch.min.bytes", config->patience_ms > 0 ? "65536" : "1"},
        {"fetch.error.backoff.ms", "50"}, /* Also the pause when our own queue was full. */
        /*
         * librdkafka takes an answer apart at once, some 400 bytes a record, and an answer of 1 MB
         * for each partition, zstd, is half a million records. So: two turns are waiting, and what
         * one small answer brings, or one batch where that is larger. Who reads all there is, of
         * which a gigabyte is waited for, asks less often.
         */
        {"queued.min.messages", "8000"},
        {"queued.max.messages.kbytes", "16384"},
        {"message.max.bytes", answer_bytes}, /* Else the next is raised to its default. */
        {"fetch.max.bytes", answer_bytes},
        {"fetch.message.max.bytes", answer_bytes},
        {NULL, NULL},
    };
    struct kafka_source *self = calloc(1, sizeof(*self));
    rd_kafka_conf_t *conf;
    enum fy_status status;

    (void)snprintf(fetch_wait_ms, sizeof(fetch_wait_ms), "%d",
        config->patience_ms > 0     ? config->patience_ms
        : config->fetch_wait_ms > 0 ? config->fetch_wait_ms
                                    : 500);
    (void)snprintf(session_ms, sizeof(session_ms), "%d",
        config->session_ms > 0 ? config->session_ms : FY_KAFKA_SESSION_MS);

    if (self == NULL)
        return fy_fail(err, FY_FATAL, "could not make a Kafka consumer: no memory");
    self->reader.source.ops = &ops;
    self->group = group != NULL;
    self->is_static = instance_id != NULL;
    self->wake_fd = -1;
    conf = fy_kafka_conf_new(self);
    rd_kafka_conf_set_rebalance_cb(conf, kafka_on_rebalance);
    rd_kafka_conf_set_error_cb(conf, on_error);

    status =
        fy_kafka_client_new(RD_KAFKA_CONSUMER, conf, config, settings, &self->reader.client, err);
    if (status == FY_OK) {
        (void)rd_kafka_poll_set_consumer(
            self->reader.client); /* One queue for all: one to wait for. */
        self->queue = rd_kafka_queue_get_consumer(self->reader.client);
        status = fy_kafka_wake_new(&self->wake_fd, err);
    }
    if (status == FY_OK)
        fy_kafka_wake_by(self->queue, self->wake_fd);
    if (status != FY_OK) {
        source_free(&self->reader.source);
        return status;
    }
    *ret_self = self;
    return FY_OK;
}

enum fy_status fy_kafka_group_source_new(const struct fy_kafka_config *config,
    const char *group,
    const char *instance_id,
    enum fy_topic lead,
    struct fy_source **ret_source,
    struct fy_err *err)
{
    struct kafka_source *self;
    rd_kafka_topic_partition_list_t *list;
    rd_kafka_resp_err_t code;
    enum fy_status status;

    assert(group != NULL && lead < FY_TOPIC_COUNT);
    status = source_new(config, group, instance_id, &self, err);
    if (status != FY_OK)
        return status;

    list = rd_kafka_topic_partition_list_new(1);
    rd_kafka_topic_partition_list_add(list, fy_topics[lead].name, RD_KAFKA_PARTITION_UA);
    code = rd_kafka_subscribe(self->reader.client, list);
    rd_kafka_topic_partition_list_destroy(list);
    if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
        status = fy_kafka_fail(err, code, NULL, "join group \"%s\"", group);
        source_free(&self->reader.source);
        return status;
    }
    *ret_source = &self->reader.source;
    return FY_OK;
}

enum fy_status fy_kafka_plain_source_new(
    const struct fy_kafka_config *config, struct fy_source **ret_source, struct fy_err *err)
{
    struct kafka_source *self;
    enum fy_status status = source_new(config, NULL, NULL, &self, err);

    if (status == FY_OK)
        *ret_source = &self->reader.source;
    return status;
}

enum fy_status fy_kafka_pair_source_new(const struct fy_kafka_config *config,
    const enum fy_topic *topics,
    int topic_count,
    struct fy_source **ret_source,
    struct fy_err *err)
{
    struct fy_source *first = NULL, *second = NULL;
    enum fy_status status = fy_kafka_plain_source_new(config, &first, err);

    if (status == FY_OK)
        status = fy_kafka_plain_source_new(config, &second, err);
    if (status == FY_OK)
        return fy_source_pair_new(topics, topic_count, first, second, ret_source, err);
    fy_source_free(first);
    return status;
}
