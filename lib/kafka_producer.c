#include "lib/kafka_common.h"
#include "lib/producer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    LETTERS_MAX = 20000, /* Records in flight: a second of a busy edge. */
    SCAN_MS = 1000,      /* librdkafka looks for records that are too old once a second. */
    PARTING_MS = 500,    /* For the reports of what is given up with a client. */
};

/* What waits for its delivery report. */
struct letter {
    fy_delivered *done;
    void *context;
    enum fy_topic topic;
    bool out;            /* In flight. */
    struct letter *next; /* In the list of those that are not. */
};

struct kafka_producer {
    struct fy_producer producer; /* First: the interface. */
    rd_kafka_t *client;
    rd_kafka_queue_t *queue; /* The client's main one: reports, errors, statistics. */
    int wake_fd;
    rd_kafka_topic_t *handles[FY_TOPIC_COUNT]; /* Made at first use. */
    bool connected;
    bool broken;  /* librdkafka has given up this client: replace it. */
    bool parting; /* Nobody wants to hear of reports any more. */
    int refused;  /* Not acknowledged since the last flush. */
    int out_count;
    struct letter *letters; /* LETTERS_MAX */
    struct letter *spare;
    int timeout_ms;
    char *brokers;
    char *client_id;
    char broken_words[FY_KAFKA_WORDS_BYTES];
};

static struct kafka_producer *self_of(struct fy_producer *producer)
{
    return (struct kafka_producer *)producer;
}

/* --- Reports -------------------------------------------------------------------------------- */

static void letter_settle(struct kafka_producer *self,
    struct letter *letter,
    enum fy_status status,
    int32_t partition,
    int64_t offset,
    const struct fy_err *err)
{
    struct fy_place place = {.topic = letter->topic, .partition = partition, .offset = offset};
    fy_delivered *done = letter->done;
    void *context = letter->context;

    assert(letter->out && self->out_count > 0);
    *letter = (struct letter){.next = self->spare};
    self->spare = letter;
    self->out_count--;
    if (status != FY_OK)
        self->refused++;
    if (done != NULL && !self->parting)
        done(context, status, &place, err);
}

static void on_delivered(rd_kafka_t *client, const rd_kafka_message_t *report, void *opaque)
{
    struct kafka_producer *self = opaque;
    struct fy_err err = {0};
    enum fy_status status = FY_OK;

    (void)client;
    if (report->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
        self->connected = true;
    } else {
        status = fy_fail(&err, FY_ABORT, "could not write to \"%s\": %s",
            rd_kafka_topic_name(report->rkt),
            self->broken ? self->broken_words : rd_kafka_err2str(report->err));
    }
    letter_settle(self, report->_private, status, report->partition,
        report->offset >= 0 ? report->offset : -1, &err);
}

static void on_error(rd_kafka_t *client, int code, const char *words, void *opaque)
{
    struct kafka_producer *self = opaque;

    (void)words;
    if (code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
        self->connected = false;
    if (code == RD_KAFKA_RESP_ERR__FATAL) {
        self->broken = true;
        (void)rd_kafka_fatal_error(client, self->broken_words, sizeof(self->broken_words));
    }
}

/*
 * librdkafka says when the last broker went, but not when one came back: its statistics do. A
 * broker is an object with "state"; "UP" is the only word for being connected.
 */
static int on_statistics(rd_kafka_t *client, char *json, size_t json_bytes, void *opaque)
{
    static const char up[] = "\"state\":\"UP\"";
    struct kafka_producer *self = opaque;

    (void)client;
    self->connected = memmem(json, json_bytes, up, sizeof(up) - 1) != NULL;
    return 0;
}

/* --- The client, and its replacement -------------------------------------------------------- */

static enum fy_status client_new(struct kafka_producer *self, struct fy_err *err)
{
    const struct fy_kafka_config config = {.brokers = self->brokers, .client_id = self->client_id};
    char timeout[16];
    char letters[16];
    const struct fy_kafka_setting settings[] = {
        {"enable.idempotence", "true"},
        {"acks", "all"},
        {"message.timeout.ms", timeout},
        /*
         * With 0, a burst is cut into requests of a few records, and librdkafka 2.0.2 spins while
         * five of them are in flight: twice the CPU at 64 writers. A flush does not wait for it.
         */
        {"linger.ms", "1"},
        {"retry.backoff.ms", "20"},
        {"compression.codec", "lz4"}, /* Each topic's kind may say otherwise. */
        {"queue.buffering.max.messages", letters},
        {"queue.buffering.max.kbytes", "32768"},
        {"statistics.interval.ms", "500"},
        {NULL, NULL},
    };
    rd_kafka_conf_t *conf = fy_kafka_conf_new(self);
    enum fy_status status;

    (void)snprintf(timeout, sizeof(timeout), "%d", self->timeout_ms - SCAN_MS);
    (void)snprintf(letters, sizeof(letters), "%d", LETTERS_MAX);
    rd_kafka_conf_set_dr_msg_cb(conf, on_delivered);
    rd_kafka_conf_set_error_cb(conf, on_error);
    rd_kafka_conf_set_stats_cb(conf, on_statistics);
    status = fy_kafka_client_new(RD_KAFKA_PRODUCER, conf, &config, settings, &self->client, err);
    if (status != FY_OK)
        return status;
    self->queue = rd_kafka_queue_get_main(self->client);
    fy_kafka_wake_by(self->queue, self->wake_fd);
    self->connected = false;
    self->broken = false;
    return FY_OK;
}

/* Whatever it still holds is given up: its letters are settled as not acknowledged. */
static void client_free(struct kafka_producer *self)
{
    struct fy_err err;

    if (self->client == NULL)
        return;
    (void)rd_kafka_purge(self->client, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
    (void)rd_kafka_flush(self->client, PARTING_MS);
    (void)fy_fail(&err, FY_ABORT, "the Kafka producer was replaced: %s", self->broken_words);
    for (int i = 0; i < LETTERS_MAX && self->out_count > 0; i++) {
        if (self->letters[i].out)
            letter_settle(self, &self->letters[i], FY_ABORT, -1, -1, &err);
    }
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        if (self->handles[i] != NULL)
            rd_kafka_topic_destroy(self->handles[i]);
        self->handles[i] = NULL;
    }
    if (self->queue != NULL) {
        fy_kafka_wake_by(self->queue, -1);
        rd_kafka_queue_destroy(self->queue);
    }
    self->queue = NULL;
    rd_kafka_destroy(self->client);
    self->client = NULL;
}

/*
 * An idempotent producer that cannot tell whether the broker has a record is finished: a new one
 * may write it again, which is why events carry ids. Never from inside a report.
 */
static void client_replace(struct kafka_producer *self)
{
    struct fy_err err;

    client_free(self);
    if (client_new(self, &err) != FY_OK) /* Settings are those that worked before: no memory. */
        (void)snprintf(self->broken_words, sizeof(self->broken_words), "%s", err.text);
}

/* --- Operations ----------------------------------------------------------------------------- */

static enum fy_status producer_send(struct fy_producer *producer,
    enum fy_topic topic,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context,
    struct fy_err *err)
{
    struct kafka_producer *self = self_of(producer);
    struct letter *letter = self->spare;

    if (self->broken)
        return fy_fail(err, FY_REJECT, "the Kafka producer is being replaced: ask again");
    if (letter == NULL)
        return fy_fail(err, FY_REJECT, "%d records wait for Kafka already: ask again", LETTERS_MAX);
    if (self->handles[topic] == NULL)
        self->handles[topic] = fy_kafka_topic_handle(self->client, topic);
    if (self->handles[topic] == NULL)
        return fy_fail(err, FY_REJECT, "could not write to \"%s\": %s", fy_topics[topic].name,
            rd_kafka_err2str(rd_kafka_last_error()));

    if (rd_kafka_produce(self->handles[topic], RD_KAFKA_PARTITION_UA, RD_KAFKA_MSG_F_COPY,
            (void *)value.data, value.size, key.data, key.size, letter) != 0)
        return fy_fail(err, FY_REJECT, "could not write %zu bytes to \"%s\": %s", value.size,
            fy_topics[topic].name, rd_kafka_err2str(rd_kafka_last_error()));
    self->spare = letter->next;
    *letter = (struct letter){.done = done, .context = context, .topic = topic, .out = true};
    self->out_count++;
    return FY_OK;
}

static void producer_serve(struct fy_producer *producer)
{
    struct kafka_producer *self = self_of(producer);

    fy_kafka_wake_clear(self->wake_fd);
    if (self->client != NULL)
        (void)rd_kafka_poll(self->client, 0);
    if (self->broken)
        client_replace(self);
}

static int producer_wake_fd(struct fy_producer *producer)
{
    return self_of(producer)->wake_fd;
}

static enum fy_status producer_flush(struct fy_producer *producer, int wait_ms, struct fy_err *err)
{
    struct kafka_producer *self = self_of(producer);
    int refused;

    if (self->client != NULL)
        (void)rd_kafka_flush(self->client, wait_ms);
    if (self->broken)
        client_replace(self);
    refused = self->refused;
    self->refused = 0;
    if (self->out_count > 0)
        return fy_fail(
            err, FY_ABORT, "Kafka has not taken %d records in %d ms", self->out_count, wait_ms);
    if (refused > 0)
        return fy_fail(err, FY_ABORT, "Kafka has refused %d records", refused);
    return FY_OK;
}

static bool producer_connected(struct fy_producer *producer)
{
    return self_of(producer)->connected && !self_of(producer)->broken;
}

static void producer_free(struct fy_producer *producer)
{
    struct kafka_producer *self = self_of(producer);

    self->parting = true;
    client_free(self);
    if (self->wake_fd >= 0)
        (void)close(self->wake_fd);
    free(self->letters);
    free(self->brokers);
    free(self->client_id);
    free(self);
}

static const struct fy_producer_ops ops = {
    .send = producer_send,
    .serve = producer_serve,
    .wake_fd = producer_wake_fd,
    .flush = producer_flush,
    .connected = producer_connected,
    .free = producer_free,
};

enum fy_status fy_producer_new(const struct fy_kafka_config *config,
    int timeout_ms,
    struct fy_producer **ret_producer,
    struct fy_err *err)
{
    struct kafka_producer *self = calloc(1, sizeof(*self));
    enum fy_status status;

    assert(timeout_ms >= 3000 && timeout_ms <= 30000);
    if (self == NULL)
        return fy_fail(err, FY_FATAL, "could not make a Kafka producer: no memory");
    self->producer.ops = &ops;
    self->wake_fd = -1;
    self->timeout_ms = timeout_ms;
    self->brokers = strdup(config->brokers);
    self->client_id = strdup(config->client_id);
    self->letters = calloc(LETTERS_MAX, sizeof(*self->letters));
    if (self->brokers == NULL || self->client_id == NULL || self->letters == NULL)
        status = fy_fail(err, FY_FATAL, "could not make a Kafka producer: no memory");
    else
        status = fy_kafka_wake_new(&self->wake_fd, err);
    if (status == FY_OK) {
        for (int i = 0; i < LETTERS_MAX; i++)
            self->letters[i].next = i + 1 < LETTERS_MAX ? &self->letters[i + 1] : NULL;
        self->spare = self->letters;
        status = client_new(self, err);
    }
    if (status != FY_OK) {
        producer_free(&self->producer);
        return status;
    }
    *ret_producer = &self->producer;
    return FY_OK;
}
