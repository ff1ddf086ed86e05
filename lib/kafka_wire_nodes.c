#include "lib/kafka_wire_producer.h"
#include "lib/log.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

enum {
    BEGIN = 0,             /* The place of the broker that we begin with. */
    BEGIN_ID = -2,         /* Its id, which no broker has. */
    FREE_ID = -1,          /* Of a place without a broker. */
    ANSWER_LESS_MS = 1000, /* An answer is waited for so much less than a record. */
    METADATA_MS = 30000,   /* What nothing hints at is found out by then. */
    BACKOFF_MS = 50,
    BACKOFF_MS_MAX = 500,
    AGAIN_MS = 20, /* After an error that passes. */
    PORT = 9092,
};

/* --- Connections -------------------------------------------------------------------------------
 */

static void watch(struct wire_producer *self, int place)
{
    struct wire_node *node = &self->nodes[place];
    uint32_t events = node->link.wants_out ? EPOLLIN | EPOLLOUT : EPOLLIN;
    struct epoll_event event = {.events = events, .data.u32 = (uint32_t)place};
    int operation = node->watched == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;

    if (node->watched == events || node->link.fd < 0)
        return;
    if (epoll_ctl(self->epoll_fd, operation, node->link.fd, &event) == 0)
        node->watched = events;
}

/* What it had is sent again, by the same numbers, when somebody leads its partitions. */
static void hang_up(struct wire_producer *self, int place, int64_t now_ms)
{
    struct wire_node *node = &self->nodes[place];

    if (node->asked == WIRE_ASKED_ID)
        self->id_asked = false;
    node->asked = WIRE_ASKED_NOTHING;
    node->number = 0;
    node->watched = 0;
    wire_link_close(&node->link);
    node->dial_ms = now_ms + node->backoff_ms;
    node->backoff_ms =
        2 * node->backoff_ms < BACKOFF_MS_MAX ? 2 * node->backoff_ms : BACKOFF_MS_MAX;
    for (int i = 0; i < self->topic_count; i++) {
        struct wire_topic *topic = &self->tracks[self->topics[i]];

        for (int p = 0; p < topic->count; p++)
            if (topic->tracks[p].out == place)
                topic->tracks[p].out = -1;
    }
}

static void broken(struct wire_producer *self, int place, const char *why, int64_t now_ms)
{
    struct wire_node *node = &self->nodes[place];

    (void)snprintf(self->words, sizeof(self->words), "%.64s:%u: %s", node->broker.host,
        (unsigned)node->broker.port, why);
    if (node->link.up)
        fy_log(FY_LOG_WARN, "Kafka: %s", self->words);
    hang_up(self, place, now_ms);
    self->metadata_ms = now_ms; /* Others may lead now. */
}

/* "host:port" or "[v6]:port" of the list, one after the other. */
static void begin_next(struct wire_producer *self)
{
    struct wire_broker *broker = &self->nodes[BEGIN].broker;
    const char *at = self->brokers + self->brokers_at;
    size_t size = strcspn(at, ",");
    char text[sizeof(broker->host)];
    char *colon;

    (void)snprintf(text, sizeof(text), "%.*s", (int)size, at);
    self->brokers_at += at[size] == ',' ? size + 1 : size;
    if (self->brokers[self->brokers_at] == '\0')
        self->brokers_at = 0;
    colon = strrchr(text, ':');
    broker->port = colon != NULL ? (uint16_t)atoi(colon + 1) : PORT;
    if (colon != NULL)
        *colon = '\0';
    if (text[0] == '[' && text[strlen(text) - 1] == ']') {
        text[strlen(text) - 1] = '\0';
        (void)snprintf(broker->host, sizeof(broker->host), "%s", text + 1);
    } else {
        (void)snprintf(broker->host, sizeof(broker->host), "%s", text);
    }
}

static void dial(struct wire_producer *self, int place, int64_t now_ms)
{
    struct wire_node *node = &self->nodes[place];
    enum wire_dialled dialled;

    if (node->link.fd >= 0 || now_ms < node->dial_ms)
        return;
    if (place == BEGIN && node->link.lookup == NULL)
        begin_next(self);
    dialled = wire_link_dial(&node->link, node->broker.host, node->broker.port);
    if (dialled == WIRE_LOOKS_UP)
        return; /* The next tick dials again. */
    if (dialled == WIRE_DIAL_FAILED) {
        broken(self, place, strerror(errno), now_ms);
        return;
    }
    node->asked_ms = now_ms; /* Until it is connected. */
    watch(self, place);
}

static bool any_up(const struct wire_producer *self)
{
    for (int i = BEGIN + 1; i < WIRE_NODES_MAX; i++)
        if (self->nodes[i].listed && self->nodes[i].link.up)
            return true;
    return false;
}

static void dial_all(struct wire_producer *self, int64_t now_ms)
{
    for (int i = BEGIN + 1; i < WIRE_NODES_MAX; i++)
        if (self->nodes[i].listed)
            dial(self, i, now_ms);
    if (!any_up(self))
        dial(self, BEGIN, now_ms);
}

bool wire_nodes_connected(const struct wire_producer *self)
{
    return self->producer_id >= 0 && any_up(self);
}

void wire_nodes_init(struct wire_producer *self)
{
    for (int i = 0; i < WIRE_NODES_MAX; i++) {
        self->nodes[i].broker.id = i == BEGIN ? BEGIN_ID : FREE_ID;
        self->nodes[i].backoff_ms = BACKOFF_MS;
        wire_link_init(&self->nodes[i].link);
    }
}

void wire_nodes_done(struct wire_producer *self)
{
    for (int i = 0; i < WIRE_NODES_MAX; i++)
        wire_link_done(&self->nodes[i].link);
}

/* --- Metadata ----------------------------------------------------------------------------------
 */

static int place_of(const struct wire_producer *self, int32_t id)
{
    for (int i = BEGIN + 1; i < WIRE_NODES_MAX; i++)
        if (self->nodes[i].broker.id == id)
            return i;
    return -1;
}

struct hearing {
    struct wire_producer *self;
    int place;
    int64_t now_ms;
    bool bad;
};

static void on_broker(void *context, const struct wire_broker *broker)
{
    struct hearing *hearing = context;
    struct wire_producer *self = hearing->self;
    int place = place_of(self, broker->id);
    struct wire_node *node;

    for (int i = BEGIN + 1; i < WIRE_NODES_MAX && place < 0; i++)
        if (self->nodes[i].broker.id == FREE_ID)
            place = i;
    if (place < 0)
        return; /* What it leads is refused at its deadline; so many brokers are far off. */
    node = &self->nodes[place];
    if (node->link.fd >= 0 &&
        (strcmp(node->broker.host, broker->host) != 0 || node->broker.port != broker->port))
        hang_up(self, place, hearing->now_ms);
    node->broker = *broker;
    node->listed = true;
}

/* Partitions are only ever added: what waits keeps its place. */
static bool tracks_reserve(struct wire_topic *topic, int count)
{
    struct wire_track *tracks;

    if (topic->count >= count)
        return true;
    tracks = realloc(topic->tracks, (size_t)count * sizeof(*tracks));
    if (tracks == NULL)
        return false;
    topic->tracks = tracks;
    for (; topic->count < count; topic->count++)
        tracks[topic->count] = (struct wire_track){.leader = -1, .out = -1, .signed_id = -1};
    return true;
}

static void on_partition(void *context, const struct wire_partition *one, int count)
{
    struct hearing *hearing = context;
    struct wire_producer *self = hearing->self;
    struct wire_topic *topic = &self->tracks[one->topic];

    if (strcmp(fy_topics[one->topic].writer, fy_topics[self->topics[0]].writer) != 0 ||
        !tracks_reserve(topic, count))
        return;
    topic->tracks[one->partition].leader = one->leader >= 0 ? place_of(self, one->leader) : -1;
    if (one->leader < 0)
        self->metadata_ms = hearing->now_ms + AGAIN_MS;
}

static bool hear_metadata(struct hearing *hearing, struct wire_reader *in)
{
    struct wire_producer *self = hearing->self;

    for (int i = BEGIN + 1; i < WIRE_NODES_MAX; i++)
        self->nodes[i].listed = false;
    self->metadata_ms = hearing->now_ms + METADATA_MS;
    if (!wire_hear_metadata(in, on_broker, on_partition, hearing))
        return false;
    for (int i = 0; i < self->topic_count; i++)
        if (self->tracks[self->topics[i]].tracks == NULL)
            self->metadata_ms = hearing->now_ms + BACKOFF_MS_MAX; /* It is being made. */
    for (int i = BEGIN + 1; i < WIRE_NODES_MAX; i++) {
        if (self->nodes[i].listed || self->nodes[i].broker.id == FREE_ID)
            continue;
        hang_up(self, i, hearing->now_ms);
        self->nodes[i].broker.id = FREE_ID;
    }
    return true;
}

/* --- Writing -----------------------------------------------------------------------------------
 */

static void on_written(void *context, const struct wire_partition *one)
{
    struct hearing *hearing = context;
    struct wire_producer *self = hearing->self;
    struct wire_topic *topic = &self->tracks[one->topic];
    struct wire_track *track;
    char words[64];

    if (one->partition < 0 || one->partition >= topic->count ||
        topic->tracks[one->partition].out != hearing->place) {
        hearing->bad = true;
        return;
    }
    track = &topic->tracks[one->partition];
    track->out = -1;
    if (one->error == WIRE_NONE || one->error == WIRE_DUPLICATE_SEQUENCE) {
        if (track->signed_id == self->producer_id)
            track->sequence =
                (int32_t)(((uint32_t)track->sequence + track->first->count) & INT32_MAX);
        wire_settle(self, one->topic, one->partition, FY_OK, one->offset, NULL);
    } else if (wire_error_wants_id(one->error)) {
        if (track->signed_id == self->producer_id)
            wire_forget_id(self);
    } else if (wire_error_passes(one->error)) {
        track->not_before_ms = hearing->now_ms + AGAIN_MS;
        self->metadata_ms = hearing->now_ms;
    } else {
        (void)snprintf(words, sizeof(words), "Kafka refuses it with error %d", one->error);
        wire_settle(self, one->topic, one->partition, FY_ABORT, -1, words);
    }
}

static bool is_due(const struct wire_track *track, int place, int64_t now_ms)
{
    return track->leader == place && track->out < 0 && track->first != NULL &&
           track->first->count > 0 && now_ms >= track->not_before_ms;
}

/* Choose what goes into one request; its partitions of a topic. */
static int choose(
    struct wire_producer *self, enum fy_topic name, int place, int64_t now_ms, size_t *bytes)
{
    struct wire_topic *topic = &self->tracks[name];
    /* One codec for all that is to be compressed: a reader is told of each batch how it is. */
    bool compress = strcmp(fy_kinds[fy_topics[name].kind].compression, "none") != 0;
    int chosen = 0;

    for (int p = 0; p < topic->count; p++) {
        struct wire_track *track = &topic->tracks[p];

        if (!is_due(track, place, now_ms))
            continue;
        if (*bytes > 0 && *bytes + track->first->bytes.size > WIRE_REQUEST_BYTES_MAX)
            continue; /* The next request takes it. */
        wire_batch_close(track->first, compress, now_ms);
        wire_batch_sign(track->first, self->producer_id, self->producer_epoch, track->sequence);
        *bytes += track->first->bytes.size;
        self->last_count += track->first->count;
        self->unsent_count -= track->first->was_sent ? 0 : track->first->count;
        track->first->was_sent = true;
        track->signed_id = self->producer_id;
        track->out = place;
        chosen++;
    }
    return chosen;
}

static void ask(struct wire_producer *self, int place, enum wire_asked what, int64_t now_ms)
{
    struct wire_node *node = &self->nodes[place];

    node->asked = what;
    node->asked_ms = now_ms;
    wire_ask_end(&node->link.out, 0);
    if (!wire_link_send(&node->link))
        broken(self, place, strerror(errno), now_ms);
    else
        watch(self, place);
}

static void ask_produce(struct wire_producer *self, int place, int64_t now_ms)
{
    struct wire_node *node = &self->nodes[place];
    int counts[FY_TOPIC_COUNT];
    int topics = 0;
    size_t bytes = 0;

    self->last_count = 0;
    for (int i = 0; i < self->topic_count; i++) {
        counts[i] = choose(self, self->topics[i], place, now_ms, &bytes);
        topics += counts[i] > 0;
    }
    if (topics == 0)
        return;
    node->number = ++self->number;
    wire_ask_produce(
        &node->link.out, node->number, self->client_id, self->timeout_ms - ANSWER_LESS_MS, topics);
    for (int i = 0; i < self->topic_count; i++) {
        struct wire_topic *topic = &self->tracks[self->topics[i]];

        if (counts[i] > 0)
            wire_ask_topic(&node->link.out, self->topics[i], counts[i]);
        /* With no request out, all that is out at this node is what was chosen now. */
        for (int p = 0; p < topic->count; p++)
            if (topic->tracks[p].out == place)
                wire_ask_partition(&node->link.out, p, topic->tracks[p].first);
    }
    ask(self, place, WIRE_ASKED_PRODUCE, now_ms);
}

static bool is_idle(const struct wire_node *node)
{
    return node->link.up && !node->link.wants_out && node->asked == WIRE_ASKED_NOTHING;
}

bool wire_nodes_idle(const struct wire_producer *self)
{
    for (int i = BEGIN + 1; i < WIRE_NODES_MAX; i++)
        if (is_idle(&self->nodes[i]))
            return true;
    return false;
}

/* What has to be known before anything is written, or again. */
static void ask_what_is_missing(struct wire_producer *self, int place, int64_t now_ms)
{
    struct wire_node *node = &self->nodes[place];

    if (!is_idle(node))
        return;
    if (place == BEGIN || now_ms >= self->metadata_ms) {
        node->number = ++self->number;
        wire_ask_metadata(
            &node->link.out, node->number, self->client_id, self->topics, self->topic_count);
        self->metadata_ms = now_ms + METADATA_MS;
        ask(self, place, WIRE_ASKED_METADATA, now_ms);
    } else if (self->producer_id < 0 && !self->id_asked && now_ms >= self->id_ms) {
        node->number = ++self->number;
        wire_ask_producer_id(&node->link.out, node->number, self->client_id);
        self->id_asked = true;
        ask(self, place, WIRE_ASKED_ID, now_ms);
    }
}

void wire_nodes_push(struct wire_producer *self, int64_t now_ms)
{
    for (int i = BEGIN + 1; i < WIRE_NODES_MAX; i++) {
        if (!is_idle(&self->nodes[i]))
            continue;
        ask_what_is_missing(self, i, now_ms);
        if (self->producer_id >= 0 && is_idle(&self->nodes[i]))
            ask_produce(self, i, now_ms);
    }
}

/* --- Hearing -----------------------------------------------------------------------------------
 */

static bool hear_id(struct wire_producer *self, struct wire_reader *in, int64_t now_ms)
{
    int16_t error;
    int64_t id;
    int16_t epoch;

    self->id_asked = false;
    if (!wire_hear_producer_id(in, &error, &id, &epoch))
        return false;
    if (error == WIRE_NONE && id >= 0) {
        self->producer_id = id;
        self->producer_epoch = epoch;
        self->words[0] = '\0';
        fy_log(FY_LOG_INFO, "Kafka: connected");
    } else {
        (void)snprintf(
            self->words, sizeof(self->words), "Kafka gives no producer id: error %d", error);
        self->id_ms = now_ms + AGAIN_MS;
    }
    return true;
}

static bool hear(struct wire_producer *self, int place, struct fy_slice frame, int64_t now_ms)
{
    struct wire_node *node = &self->nodes[place];
    struct wire_reader in = {.at = frame.data, .end = frame.data + frame.size};
    struct hearing hearing = {.self = self, .place = place, .now_ms = now_ms};
    enum wire_asked asked = node->asked;

    if (wire_read_i32(&in) != node->number || asked == WIRE_ASKED_NOTHING)
        return false;
    node->asked = WIRE_ASKED_NOTHING;
    node->backoff_ms = BACKOFF_MS;
    if (asked == WIRE_ASKED_METADATA)
        return hear_metadata(&hearing, &in);
    if (asked == WIRE_ASKED_ID)
        return hear_id(self, &in, now_ms);
    if (!wire_hear_produce(&in, on_written, &hearing) || hearing.bad)
        return false;
    for (int i = 0; i < self->topic_count; i++) {
        for (int p = 0; p < self->tracks[self->topics[i]].count; p++)
            if (self->tracks[self->topics[i]].tracks[p].out == place)
                return false; /* Not answered. */
    }
    return true;
}

void wire_node_ready(struct wire_producer *self, int place, int64_t now_ms)
{
    struct wire_node *node = &self->nodes[place];
    struct fy_slice frame;

    if (node->link.fd < 0)
        return; /* Closed by what came before it. */
    if (!wire_link_ready(&node->link)) {
        broken(self, place, strerror(errno), now_ms);
        return;
    }
    watch(self, place);
    while (wire_link_frame(&node->link, &frame)) {
        if (!hear(self, place, frame, now_ms)) {
            broken(self, place, "it answers what was not asked", now_ms);
            return;
        }
        if (node->link.fd < 0)
            return;
        wire_link_take(&node->link);
    }
    if (place == BEGIN && is_idle(node) && node->number != 0) {
        hang_up(self, BEGIN, now_ms); /* It has told who the brokers are. */
        dial_all(self, now_ms);
        return;
    }
    ask_what_is_missing(self, place, now_ms);
}

void wire_node_late(struct wire_producer *self, int place, int64_t now_ms)
{
    broken(self, place, "no answer in time", now_ms);
}

void wire_nodes_tick(struct wire_producer *self, int64_t now_ms)
{
    for (int i = 0; i < WIRE_NODES_MAX; i++) {
        struct wire_node *node = &self->nodes[i];
        bool waits = node->link.fd >= 0 && (!node->link.up || node->asked != WIRE_ASKED_NOTHING);

        if (waits && now_ms - node->asked_ms >= self->timeout_ms - ANSWER_LESS_MS)
            wire_node_late(self, i, now_ms);
    }
    dial_all(self, now_ms);
    for (int i = 0; i < WIRE_NODES_MAX; i++)
        ask_what_is_missing(self, i, now_ms);
    wire_nodes_push(self, now_ms);
}
