/*
 * The producer of an edge: it speaks Kafka's protocol itself, in its owner's thread.
 *
 * librdkafka sends a request for each partition and has a thread for each broker: with six
 * partitions and sixty-four writers that was six requests where one does, and two changes of thread
 * for each of them. Here one request carries what has gathered for all partitions of a broker, and
 * the next gathers while it is out.
 *
 * Exactly what librdkafka's idempotent producer promises, no more: within one producer id a batch
 * that is sent again is written once. An id is given up where a batch may have been written and
 * nobody will ever hear of it; a record may then be there twice, which is why events carry ids.
 */
#include "lib/kafka_wire_producer.h"
#include "lib/mono.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum {
    TICK_MS = 50,         /* While records wait or a broker is away. */
    QUIET_TICK_MS = 1000, /* Else. */
    GATHER_US = 300,      /* How long some wait for as many as came last time. */
    SPARE_BATCHES_MAX = 64,
    EVENTS_MAX = WIRE_NODES_MAX + 2,
    TIMER = WIRE_NODES_MAX, /* In an event: the timer, not a node; */
    GATHER = TIMER + 1,     /* or the other timer. */
};

static struct wire_producer *self_of(struct fy_producer *producer)
{
    return (struct wire_producer *)producer;
}

/* --- Batches -----------------------------------------------------------------------------------
 */

static struct wire_batch *batch_get(struct wire_producer *self)
{
    struct wire_batch *batch = self->spare;

    if (batch == NULL)
        return wire_batch_new();
    self->spare = batch->next;
    self->spare_count--;
    batch->next = NULL;
    return batch;
}

static void batch_put(struct wire_producer *self, struct wire_batch *batch)
{
    if (self->spare_count == SPARE_BATCHES_MAX) {
        wire_batch_free(batch);
        return;
    }
    wire_batch_clear(batch);
    batch->next = self->spare;
    self->spare = batch;
    self->spare_count++;
}

static struct wire_batch *batch_pop(struct wire_track *track)
{
    struct wire_batch *batch = track->first;

    track->first = batch->next;
    if (track->first == NULL)
        track->last = NULL;
    track->out = -1;
    return batch;
}

void wire_settle(struct wire_producer *self,
    enum fy_topic topic,
    int32_t partition,
    enum fy_status status,
    int64_t offset,
    const char *words)
{
    struct wire_batch *batch = batch_pop(&self->tracks[topic].tracks[partition]);
    struct fy_err err = {0};

    if (status != FY_OK) {
        (void)fy_fail(&err, status, "could not write to \"%s\": %s", fy_topics[topic].name, words);
        self->refused += batch->count;
    }
    self->letter_count -= batch->count;
    self->unsent_count -= batch->was_sent ? 0 : batch->count;
    self->queued_bytes -= batch->given_bytes;
    assert(self->letter_count >= 0);
    for (int i = 0; i < batch->count; i++) {
        struct fy_place place = {topic, partition, offset >= 0 ? offset + i : -1};

        if (batch->letters[i].done != NULL)
            batch->letters[i].done(batch->letters[i].context, status, &place, &err);
    }
    batch_put(self, batch);
}

void wire_forget_id(struct wire_producer *self)
{
    self->producer_id = -1;
    for (int i = 0; i < self->topic_count; i++) {
        struct wire_topic *topic = &self->tracks[self->topics[i]];

        for (int p = 0; p < topic->count; p++)
            topic->tracks[p].sequence = 0;
    }
}

static void expire_track(
    struct wire_producer *self, enum fy_topic topic, int32_t partition, int64_t now_ms)
{
    struct wire_track *track = &self->tracks[topic].tracks[partition];

    while (track->first != NULL && track->first->deadline_ms <= now_ms) {
        if (track->out >= 0)
            wire_node_late(self, track->out, now_ms);
        if (track->first->was_sent && track->signed_id == self->producer_id)
            wire_forget_id(self);
        wire_settle(self, topic, partition, track->first->was_sent ? FY_ABORT : FY_REJECT, -1,
            self->words[0] != '\0' ? self->words : "no acknowledgement in time");
    }
}

static void expire(struct wire_producer *self, int64_t now_ms)
{
    for (int i = 0; i < self->topic_count && self->letter_count > 0; i++)
        for (int p = 0; p < self->tracks[self->topics[i]].count; p++)
            expire_track(self, self->topics[i], p, now_ms);
}

/* Without a broker nobody is made to wait for one: what was never sent is not written. */
static void refuse_unsent(struct wire_producer *self)
{
    for (int i = 0; i < self->topic_count && self->letter_count > 0; i++) {
        struct wire_topic *topic = &self->tracks[self->topics[i]];

        for (int p = 0; p < topic->count; p++)
            while (topic->tracks[p].first != NULL && !topic->tracks[p].first->was_sent)
                wire_settle(self, self->topics[i], p, FY_REJECT, -1, self->words);
    }
}

/* --- Time --------------------------------------------------------------------------------------
 */

static void set_ticks(struct wire_producer *self, bool fast)
{
    int every_ms = fast ? TICK_MS : QUIET_TICK_MS;
    struct itimerspec when = {0};

    if (self->ticks_fast == fast)
        return;
    self->ticks_fast = fast;
    when.it_interval.tv_sec = every_ms / 1000;
    when.it_interval.tv_nsec = (long)(every_ms % 1000) * 1000000;
    when.it_value = when.it_interval;
    if (timerfd_settime(self->timer_fd, 0, &when, NULL) != 0)
        abort(); /* Only our own numbers can make it fail. */
}

static void tick(struct wire_producer *self, int64_t now_ms)
{
    uint64_t ticks;
    ssize_t got = read(self->timer_fd, &ticks, sizeof(ticks));

    (void)got;
    wire_nodes_tick(self, now_ms);
    expire(self, now_ms);
    set_ticks(self, self->letter_count > 0 || !wire_nodes_connected(self));
}

static void gather_begin(struct wire_producer *self)
{
    const struct itimerspec when = {.it_value.tv_nsec = GATHER_US * 1000L};

    self->gathers = true;
    if (timerfd_settime(self->gather_fd, 0, &when, NULL) != 0)
        abort();
}

/* Late it may be: what it was set for has gone, and what is there now goes a little sooner. */
static void gather_end(struct wire_producer *self)
{
    uint64_t rings;
    ssize_t got = read(self->gather_fd, &rings, sizeof(rings));

    (void)got;
    self->gathers = false;
    self->gathered = true;
}

/* --- Operations --------------------------------------------------------------------------------
 */

static enum fy_status refuse_or_find(struct wire_producer *self,
    enum fy_topic topic,
    size_t bytes,
    struct wire_topic **ret_topic,
    struct fy_err *err)
{
    *ret_topic = &self->tracks[topic];
    if (bytes > WIRE_RECORD_BYTES_MAX) {
        return fy_fail(err, FY_REJECT,
            "a record of %zu bytes is more than the %d that \"%s\" takes", bytes,
            WIRE_RECORD_BYTES_MAX, fy_topics[topic].name);
    }
    if (self->letter_count == WIRE_LETTERS_MAX || self->queued_bytes + bytes > WIRE_QUEUE_BYTES_MAX)
        return fy_fail(err, FY_REJECT, "%d records of %zu bytes wait for Kafka already: ask again",
            self->letter_count, self->queued_bytes);
    if ((*ret_topic)->tracks == NULL)
        return fy_fail(
            err, FY_REJECT, "Kafka has not told of \"%s\" yet: ask again", fy_topics[topic].name);
    return FY_OK;
}

/* The track's last batch, or a new one behind it. NULL: no memory. */
static struct wire_batch *batch_for(
    struct wire_producer *self, struct wire_track *track, size_t bytes, int64_t now_ms)
{
    struct wire_batch *batch = track->last;

    if (batch != NULL && wire_batch_has_room(batch, bytes))
        return batch;
    batch = batch_get(self);
    if (batch == NULL)
        return NULL;
    batch->deadline_ms = now_ms + self->timeout_ms;
    if (track->last != NULL)
        track->last->next = batch;
    else
        track->first = batch;
    track->last = batch;
    return batch;
}

static enum fy_status producer_send(struct fy_producer *producer,
    enum fy_topic topic,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context,
    struct fy_err *err)
{
    struct wire_producer *self = self_of(producer);
    size_t bytes = key.size + value.size;
    struct wire_topic *of;
    struct wire_batch *batch;
    enum fy_status status = refuse_or_find(self, topic, bytes, &of, err);

    if (status != FY_OK)
        return status;
    batch = batch_for(self, &of->tracks[fy_partition_of(key, of->count)], bytes, fy_mono_ms());
    /* An empty batch that stays behind takes the next record. */
    if (batch == NULL || !wire_batch_add(batch, key, value, done, context))
        return fy_fail(err, FY_REJECT, "no memory for a record: ask again");
    self->letter_count++;
    self->unsent_count++;
    self->queued_bytes += bytes;
    set_ticks(self, true);
    return FY_OK;
}

static void producer_serve(struct fy_producer *producer)
{
    struct wire_producer *self = self_of(producer);
    struct epoll_event events[EVENTS_MAX];
    int count = epoll_wait(self->epoll_fd, events, EVENTS_MAX, 0);
    int64_t now_ms = fy_mono_ms();

    for (int i = 0; i < count; i++) {
        if (events[i].data.u32 == TIMER)
            tick(self, now_ms);
        else if (events[i].data.u32 == GATHER)
            gather_end(self);
        else
            wire_node_ready(self, (int)events[i].data.u32, now_ms);
    }
    if (self->letter_count > 0 && !wire_nodes_connected(self))
        refuse_unsent(self);
}

/*
 * A request costs a broker as much as fifty records. Writers that were answered together come again
 * together, though not in one turn: half as many as last time are waited for, a moment. A lone
 * writer never waits.
 */
static void producer_push(struct fy_producer *producer)
{
    struct wire_producer *self = self_of(producer);

    if (self->letter_count == 0 || !wire_nodes_idle(self))
        return;
    if (2 * self->unsent_count < self->last_count && !self->gathered) {
        if (!self->gathers)
            gather_begin(self);
        return;
    }
    self->gathered = false;
    wire_nodes_push(self, fy_mono_ms());
}

static int producer_wake_fd(struct fy_producer *producer)
{
    return self_of(producer)->epoll_fd; /* Readable when one of those inside is. */
}

static enum fy_status producer_flush(struct fy_producer *producer, int wait_ms, struct fy_err *err)
{
    struct wire_producer *self = self_of(producer);
    int64_t until_ms = fy_mono_ms() + wait_ms;
    struct pollfd wake = {.fd = self->epoll_fd, .events = POLLIN};
    int refused;

    for (;;) {
        int64_t left_ms = until_ms - fy_mono_ms();

        producer_serve(producer);
        self->gathered = true; /* Whoever waits for all of it sends nothing meanwhile. */
        producer_push(producer);
        if (self->letter_count == 0 || left_ms <= 0)
            break;
        (void)poll(&wake, 1, (int)left_ms);
    }
    refused = self->refused;
    self->refused = 0;
    if (self->letter_count > 0)
        return fy_fail(
            err, FY_ABORT, "Kafka has not taken %d records in %d ms", self->letter_count, wait_ms);
    if (refused > 0)
        return fy_fail(err, FY_ABORT, "Kafka has refused %d records", refused);
    return FY_OK;
}

static bool producer_connected(struct fy_producer *producer)
{
    return wire_nodes_connected(self_of(producer));
}

static void producer_free(struct fy_producer *producer)
{
    struct wire_producer *self = self_of(producer);

    wire_nodes_done(self);
    for (int t = 0; t < FY_TOPIC_COUNT; t++) {
        for (int p = 0; p < self->tracks[t].count; p++)
            while (self->tracks[t].tracks[p].first != NULL)
                wire_batch_free(batch_pop(&self->tracks[t].tracks[p]));
        free(self->tracks[t].tracks);
    }
    while (self->spare != NULL)
        wire_batch_free(batch_get(self));
    if (self->timer_fd >= 0)
        (void)close(self->timer_fd);
    if (self->gather_fd >= 0)
        (void)close(self->gather_fd);
    if (self->epoll_fd >= 0)
        (void)close(self->epoll_fd);
    free(self->brokers);
    free(self->client_id);
    free(self);
}

static const struct fy_producer_ops ops = {
    .send = producer_send,
    .push = producer_push,
    .serve = producer_serve,
    .wake_fd = producer_wake_fd,
    .flush = producer_flush,
    .connected = producer_connected,
    .free = producer_free,
};

/* --- From beginning to end ---------------------------------------------------------------------
 */

static enum fy_status open_all(struct wire_producer *self, struct fy_err *err)
{
    struct epoll_event tick_event = {.events = EPOLLIN, .data.u32 = TIMER};
    struct epoll_event gather_event = {.events = EPOLLIN, .data.u32 = GATHER};

    self->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    self->timer_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    self->gather_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (self->epoll_fd < 0 || self->timer_fd < 0 || self->gather_fd < 0 ||
        epoll_ctl(self->epoll_fd, EPOLL_CTL_ADD, self->timer_fd, &tick_event) != 0 ||
        epoll_ctl(self->epoll_fd, EPOLL_CTL_ADD, self->gather_fd, &gather_event) != 0)
        return fy_fail(err, FY_FATAL, "could not make a Kafka producer: %s", strerror(errno));
    set_ticks(self, true);
    wire_nodes_tick(self, fy_mono_ms());
    return FY_OK;
}

enum fy_status fy_producer_wire_new(const struct fy_kafka_config *config,
    const char *writer,
    int timeout_ms,
    struct fy_producer **ret_producer,
    struct fy_err *err)
{
    struct wire_producer *self = calloc(1, sizeof(*self));
    enum fy_status status;

    assert(timeout_ms >= 3000 && timeout_ms <= 30000);
    if (self == NULL)
        return fy_fail(err, FY_FATAL, "could not make a Kafka producer: no memory");
    self->producer.ops = &ops;
    self->epoll_fd = self->timer_fd = self->gather_fd = -1;
    self->timeout_ms = timeout_ms;
    self->producer_id = -1;
    self->brokers = strdup(config->brokers);
    self->client_id = strdup(config->client_id);
    for (int t = 0; t < FY_TOPIC_COUNT; t++)
        if (strcmp(fy_topics[t].writer, writer) == 0)
            self->topics[self->topic_count++] = (enum fy_topic)t;
    assert(self->topic_count > 0);
    wire_nodes_init(self);
    if (self->brokers == NULL || self->client_id == NULL)
        status = fy_fail(err, FY_FATAL, "could not make a Kafka producer: no memory");
    else
        status = open_all(self, err);
    if (status != FY_OK) {
        producer_free(&self->producer);
        return status;
    }
    *ret_producer = &self->producer;
    return FY_OK;
}
