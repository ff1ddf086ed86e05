#include "lib/kafka_common.h"

#include "lib/mono.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    INIT_FIRST_MS = 60,         /* init_transactions sleeps 500 ms where asking anew takes 5. */
    INIT_MS = 10000,            /* Then say FY_ABORT: whoever starts a sink may wait as it likes. */
    SETTLE_MS = 5000,           /* Ceiling of one operation with all its repetitions. */
    ABORT_MS = 1000,            /* Of an abort: a new producer aborts too, and as soon as it can. */
    AGAIN_MS = 10,              /* Between two tries that failed at once. */
    FULL_MS = FY_KAFKA_CALL_MS, /* How long a send waits for room in the queue. */
    SERVE_EVERY = 256,          /* Sends between two looks at delivery reports. */
    PARTING_MS = 1000,          /* For the abort of what is open when the sink is freed. */

    /*
     * Records of a partition that go to librdkafka in one call; else each costs a lock. What goes
     * is a produce request of its own, a millisecond later: its thread looks at every partition
     * for each, so fewer and larger ones are cheaper for us and for the broker.
     */
    GATHER_RECORDS = 256,
    GATHER_BYTES = 64 * 1024, /* Of them, copied. A larger record goes alone. */
};

/* What was sent to one partition and librdkafka does not have yet. */
struct gathered {
    int count;
    size_t used;
    rd_kafka_message_t messages[GATHER_RECORDS];
    uint8_t bytes[GATHER_BYTES];
};

struct kafka_sink {
    struct fy_sink sink; /* First: the interface. */
    rd_kafka_t *client;
    bool open; /* A transaction has begun and is neither committed nor aborted. */
    int unserved;
    rd_kafka_topic_t *handles[FY_TOPIC_COUNT];  /* Made at first use. */
    int64_t *delivered[FY_TOPIC_COUNT];         /* Per partition; NULL: nothing yet. */
    struct gathered **gathered[FY_TOPIC_COUNT]; /* The same; a partition's made at first use. */
};

static struct kafka_sink *self_of(struct fy_sink *sink)
{
    return (struct kafka_sink *)sink;
}

/* What an error of a transactional call costs, as KIP-98 has it. Takes `error`. */
static enum fy_status fail(struct fy_err *err, rd_kafka_error_t *error, const char *what)
{
    bool abort = !rd_kafka_error_is_fatal(error) && rd_kafka_error_txn_requires_abort(error);
    enum fy_status status;

    status = fy_fail(
        err, abort ? FY_ABORT : FY_FATAL, "could not %s: %s", what, rd_kafka_error_string(error));
    rd_kafka_error_destroy(error);
    return status;
}

/* --- Beginning, sending --------------------------------------------------------------------- */

static enum fy_status sink_begin(struct fy_sink *sink, struct fy_err *err)
{
    struct kafka_sink *self = self_of(sink);
    rd_kafka_error_t *error;

    assert(!self->open);
    error = rd_kafka_begin_transaction(self->client);
    if (error != NULL)
        return fail(err, error, "begin a transaction");
    self->open = true;
    return FY_OK;
}

static void on_delivered(rd_kafka_t *client, const rd_kafka_message_t *report, void *opaque)
{
    struct kafka_sink *self = opaque;
    enum fy_topic topic = fy_kafka_topic_of(report);
    int64_t *newest;

    (void)client;
    /* A refusal makes the commit fail, which says it better than we could here. */
    if (report->err != RD_KAFKA_RESP_ERR_NO_ERROR || report->offset < 0)
        return;
    assert(self->delivered[topic] != NULL);
    newest = &self->delivered[topic][report->partition];
    if (report->offset > *newest)
        *newest = report->offset;
}

static enum fy_status handle_make(struct kafka_sink *self, enum fy_topic topic, struct fy_err *err)
{
    int64_t *delivered = malloc(sizeof(*delivered) * FY_PARTITIONS_MAX);

    if (delivered == NULL)
        return fy_fail(
            err, FY_FATAL, "could not write to \"%s\": no memory", fy_topics[topic].name);
    memset(delivered, 0xff, sizeof(*delivered) * FY_PARTITIONS_MAX); /* -1 */
    self->delivered[topic] = delivered;
    if (self->gathered[topic] == NULL)
        self->gathered[topic] = calloc(FY_PARTITIONS_MAX, sizeof(struct gathered *));
    if (self->gathered[topic] == NULL)
        return fy_fail(
            err, FY_FATAL, "could not write to \"%s\": no memory", fy_topics[topic].name);
    self->handles[topic] = fy_kafka_topic_handle(self->client, topic);
    if (self->handles[topic] == NULL)
        return fy_kafka_fail(
            err, rd_kafka_last_error(), NULL, "write to \"%s\"", fy_topics[topic].name);
    return FY_OK;
}

static void serve_reports(struct kafka_sink *self, int sent)
{
    self->unserved += sent;
    if (self->unserved < SERVE_EVERY)
        return;
    (void)rd_kafka_poll(self->client, 0);
    self->unserved = 0;
}

/* In their order: behind one that finds the queue full librdkafka takes none. Returns how many. */
static int produce(struct kafka_sink *self,
    enum fy_topic topic,
    int32_t partition,
    rd_kafka_message_t *messages,
    int count,
    rd_kafka_resp_err_t *ret_code)
{
    int taken = rd_kafka_produce_batch(
        self->handles[topic], partition, RD_KAFKA_MSG_F_COPY, messages, count);

    *ret_code = RD_KAFKA_RESP_ERR_NO_ERROR;
    for (int i = 0; i < count && taken < count; i++) {
        if (messages[i].err == RD_KAFKA_RESP_ERR_NO_ERROR)
            continue;
        *ret_code = messages[i].err;
        return i;
    }
    return count;
}

static enum fy_status produce_all(struct kafka_sink *self,
    enum fy_topic topic,
    int32_t partition,
    rd_kafka_message_t *messages,
    int count,
    struct fy_err *err)
{
    rd_kafka_resp_err_t code;
    int64_t until_ms = 0;
    int at = 0;

    for (;;) {
        at += produce(self, topic, partition, messages + at, count - at, &code);
        serve_reports(self, count);
        if (at == count)
            return FY_OK;
        if (until_ms == 0)
            until_ms = fy_mono_ms() + FULL_MS;
        if (code != RD_KAFKA_RESP_ERR__QUEUE_FULL || fy_mono_ms() >= until_ms)
            return fy_kafka_fail(err, code, NULL, "write %zu bytes to partition %d of \"%s\"",
                messages[at].len, (int)partition, fy_topics[topic].name);
        (void)rd_kafka_poll(self->client, AGAIN_MS);
    }
}

static enum fy_status gathered_send(
    struct kafka_sink *self, enum fy_topic topic, int32_t partition, struct fy_err *err)
{
    struct gathered *gathered = self->gathered[topic][partition];
    int count = gathered->count;

    gathered->count = 0;
    gathered->used = 0;
    return count > 0 ? produce_all(self, topic, partition, gathered->messages, count, err) : FY_OK;
}

static enum fy_status gathered_send_all(struct kafka_sink *self, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        for (int p = 0; self->gathered[topic] != NULL && p < FY_PARTITIONS_MAX; p++)
            if (self->gathered[topic][p] != NULL && status == FY_OK)
                status = gathered_send(self, (enum fy_topic)topic, p, err);
    }
    return status;
}

static void gathered_drop(struct kafka_sink *self)
{
    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        for (int p = 0; self->gathered[topic] != NULL && p < FY_PARTITIONS_MAX; p++) {
            if (self->gathered[topic][p] == NULL)
                continue;
            self->gathered[topic][p]->count = 0;
            self->gathered[topic][p]->used = 0;
        }
    }
}

/* An empty key is a key; only an absent one is none. */
static void *gathered_copy(struct gathered *gathered, struct fy_slice bytes)
{
    uint8_t *copy = gathered->bytes + gathered->used;

    if (bytes.data == NULL)
        return NULL;
    if (bytes.size > 0)
        memcpy(copy, bytes.data, bytes.size);
    gathered->used += bytes.size;
    return copy;
}

static enum fy_status gathered_room(struct kafka_sink *self,
    enum fy_topic topic,
    int32_t partition,
    size_t size,
    struct fy_err *err)
{
    struct gathered **place = &self->gathered[topic][partition];

    if (*place == NULL) {
        *place = malloc(sizeof(**place));
        if (*place == NULL)
            return fy_fail(
                err, FY_FATAL, "could not write to \"%s\": no memory", fy_topics[topic].name);
        (*place)->count = 0;
        (*place)->used = 0;
    }
    if ((*place)->count < GATHER_RECORDS && (*place)->used + size <= GATHER_BYTES)
        return FY_OK;
    return gathered_send(self, topic, partition, err);
}

/* Taken is not sent: what librdkafka says against a record a later send says, or the commit. */
static enum fy_status sink_send(struct fy_sink *sink,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    struct kafka_sink *self = self_of(sink);
    struct gathered *gathered;
    rd_kafka_message_t message = {.len = value.size, .key_len = key.size};
    enum fy_status status = FY_OK;

    assert(self->open);
    if (self->handles[topic] == NULL)
        status = handle_make(self, topic, err);
    if (status == FY_OK)
        status = gathered_room(self, topic, partition, key.size + value.size, err);
    if (status != FY_OK)
        return status;
    gathered = self->gathered[topic][partition];
    if (key.size + value.size > GATHER_BYTES) {
        message.payload = (void *)value.data;
        message.key = (void *)key.data;
        return produce_all(self, topic, partition, &message, 1, err);
    }
    message.payload = gathered_copy(gathered, value);
    message.key = gathered_copy(gathered, key);
    gathered->messages[gathered->count++] = message;
    return FY_OK;
}

static int64_t sink_delivered(struct fy_sink *sink, enum fy_topic topic, int32_t partition)
{
    const int64_t *delivered = self_of(sink)->delivered[topic];

    return delivered != NULL ? delivered[partition] : -1;
}

/* --- Ending --------------------------------------------------------------------------------- */

struct commit {
    rd_kafka_topic_partition_list_t *offsets;
    const struct fy_group *group;
};

static rd_kafka_error_t *try_offsets(
    struct kafka_sink *self, const struct commit *commit, int wait_ms)
{
    return rd_kafka_send_offsets_to_transaction(
        self->client, commit->offsets, commit->group->metadata, wait_ms);
}

static rd_kafka_error_t *try_commit(
    struct kafka_sink *self, const struct commit *commit, int wait_ms)
{
    (void)commit;
    return rd_kafka_commit_transaction(self->client, wait_ms);
}

static rd_kafka_error_t *try_abort(
    struct kafka_sink *self, const struct commit *commit, int wait_ms)
{
    (void)commit;
    return rd_kafka_abort_transaction(self->client, wait_ms);
}

/*
 * A call that says "retriable" goes on in the background: the same call picks it up again, and
 * nothing else may be called in between. NULL when it went through; else the last error.
 */
static rd_kafka_error_t *settle(struct kafka_sink *self,
    rd_kafka_error_t *(*attempt)(struct kafka_sink *, const struct commit *, int),
    const struct commit *commit,
    int ms_max)
{
    int64_t until_ms = fy_mono_ms() + ms_max;

    for (;;) {
        int64_t before_ms = fy_mono_ms();
        int left_ms = until_ms > before_ms ? (int)(until_ms - before_ms) : 1;
        rd_kafka_error_t *error = attempt(self, commit, left_ms);

        if (error == NULL || rd_kafka_error_is_fatal(error) ||
            rd_kafka_error_txn_requires_abort(error) || !rd_kafka_error_is_retriable(error) ||
            fy_mono_ms() >= until_ms)
            return error;
        rd_kafka_error_destroy(error);
        if (fy_mono_ms() - before_ms < AGAIN_MS)
            usleep(AGAIN_MS * 1000);
    }
}

/*
 * The positions go first: they carry our membership, and with it the broker's verdict on whether we
 * may still write for these partitions. Until the commit itself is asked for, nothing is in doubt.
 */
static enum fy_status sink_commit(struct fy_sink *sink,
    const struct fy_group *group,
    const struct fy_place *places,
    int count,
    struct fy_err *err)
{
    struct kafka_sink *self = self_of(sink);
    struct commit commit = {.offsets = fy_kafka_list_new(places, count), .group = group};
    rd_kafka_error_t *error;

    assert(self->open);
    if (gathered_send_all(self, err) != FY_OK) {
        rd_kafka_topic_partition_list_destroy(commit.offsets);
        return err->status;
    }
    error = settle(self, try_offsets, &commit, SETTLE_MS);
    rd_kafka_topic_partition_list_destroy(commit.offsets);
    if (error != NULL && rd_kafka_error_is_retriable(error) && !rd_kafka_error_is_fatal(error)) {
        enum fy_status status =
            fy_fail(err, FY_ABORT, "could not send %d positions with the transaction: %s", count,
                rd_kafka_error_string(error));

        rd_kafka_error_destroy(error);
        return status;
    }
    if (error != NULL)
        return fail(err, error, "send positions with the transaction");

    error = settle(self, try_commit, NULL, SETTLE_MS);
    if (error != NULL)
        return fail(err, error, "commit");
    self->open = false;
    return FY_OK;
}

static enum fy_status sink_abort(struct fy_sink *sink, struct fy_err *err)
{
    struct kafka_sink *self = self_of(sink);
    rd_kafka_error_t *error;
    enum fy_status status;

    assert(self->open);
    gathered_drop(self);
    error = settle(self, try_abort, NULL, ABORT_MS);
    if (error != NULL) {
        /* An abort that fails leaves no other way than a new producer, which aborts for us. */
        status = fy_fail(err, FY_FATAL, "could not abort: %s", rd_kafka_error_string(error));
        rd_kafka_error_destroy(error);
        self->open = false; /* Nor would asking again when it is freed. */
        return status;
    }
    self->open = false;
    return FY_OK;
}

/* --- From beginning to end ------------------------------------------------------------------ */

static void client_free(struct kafka_sink *self)
{
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        if (self->handles[i] != NULL)
            rd_kafka_topic_destroy(self->handles[i]);
        self->handles[i] = NULL;
    }
    if (self->client != NULL)
        rd_kafka_destroy(self->client);
    self->client = NULL;
}

/* Readers wait behind an open transaction until it times out: end it if that is quick. */
static void sink_free(struct fy_sink *sink)
{
    struct kafka_sink *self = self_of(sink);

    if (self->open && rd_kafka_fatal_error(self->client, NULL, 0) == RD_KAFKA_RESP_ERR_NO_ERROR)
        rd_kafka_error_destroy(rd_kafka_abort_transaction(self->client, PARTING_MS));
    client_free(self);
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        for (int p = 0; self->gathered[i] != NULL && p < FY_PARTITIONS_MAX; p++)
            free(self->gathered[i][p]);
        free(self->gathered[i]);
        free(self->delivered[i]);
    }
    free(self);
}

static const struct fy_sink_ops ops = {
    .begin = sink_begin,
    .send = sink_send,
    .commit = sink_commit,
    .abort = sink_abort,
    .delivered = sink_delivered,
    .free = sink_free,
};

static enum fy_status client_new(struct kafka_sink *self,
    const struct fy_kafka_config *config,
    const char *transactional_id,
    struct fy_err *err)
{
    char timeout_ms[16], request_ms[16];
    const struct fy_kafka_setting settings[] = {
        {"transactional.id", transactional_id},
        /*
         * Whoever takes over the partitions of a dead process reads behind its last transaction: to
         * wait for that longer than for its session would make the session pointless.
         */
        {"transaction.timeout.ms", timeout_ms},
        {"socket.timeout.ms", request_ms}, /* A lost request must not outlive the transaction. */
        {"retry.backoff.ms", "20"},
        {"compression.codec", "lz4"}, /* Each topic's kind may say otherwise. */
        {"linger.ms", "1"},           /* So that a small turn is sent while its positions are. */
        {"queue.buffering.max.messages", "200000"}, /* Several outputs of a whole turn. */
        {"queue.buffering.max.kbytes", "262144"},
        {NULL, NULL},
    };
    rd_kafka_conf_t *conf = fy_kafka_conf_new(self);
    int session_ms = config->session_ms > 0 ? config->session_ms : FY_KAFKA_SESSION_MS;

    (void)snprintf(timeout_ms, sizeof(timeout_ms), "%d", session_ms);
    (void)snprintf(request_ms, sizeof(request_ms), "%d", session_ms * 5 / 6);
    rd_kafka_conf_set_dr_msg_cb(conf, on_delivered);
    return fy_kafka_client_new(RD_KAFKA_PRODUCER, conf, config, settings, &self->client, err);
}

/*
 * When the one before us left a transaction open, the coordinator ends it and meanwhile says "ask
 * again", whereupon init_transactions sleeps for 500 ms. A new producer asks at once: 130 ms from
 * kill to service instead of 561. Each try waits twice as long, for brokers that are slow or away.
 */
static enum fy_status init(struct kafka_sink *self,
    const struct fy_kafka_config *config,
    const char *transactional_id,
    struct fy_err *err)
{
    int64_t until_ms = fy_mono_ms() + INIT_MS;
    int wait_ms = INIT_FIRST_MS;
    rd_kafka_error_t *error;
    enum fy_status status;

    for (;; wait_ms *= 2) {
        status = client_new(self, config, transactional_id, err);
        if (status != FY_OK)
            return status;
        error = rd_kafka_init_transactions(
            self->client, wait_ms < FY_KAFKA_CALL_MS ? wait_ms : FY_KAFKA_CALL_MS);
        if (error == NULL)
            return FY_OK;
        if (!rd_kafka_error_is_retriable(error) || fy_mono_ms() >= until_ms)
            break;
        rd_kafka_error_destroy(error);
        client_free(self);
    }
    status = fy_fail(err, rd_kafka_error_is_retriable(error) ? FY_ABORT : FY_FATAL,
        "could not take over transactional id \"%s\": %s", transactional_id,
        rd_kafka_error_string(error));
    rd_kafka_error_destroy(error);
    return status;
}

enum fy_status fy_kafka_sink_new(const struct fy_kafka_config *config,
    const char *transactional_id,
    struct fy_sink **ret_sink,
    struct fy_err *err)
{
    struct kafka_sink *self = calloc(1, sizeof(*self));
    enum fy_status status;

    if (self == NULL)
        return fy_fail(err, FY_FATAL, "could not make a Kafka producer: no memory");
    self->sink.ops = &ops;
    status = init(self, config, transactional_id, err);
    if (status != FY_OK) {
        sink_free(&self->sink);
        return status;
    }
    *ret_sink = &self->sink;
    return FY_OK;
}
