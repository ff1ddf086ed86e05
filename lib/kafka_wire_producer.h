/*
 * kafka_wire_producer.h - the insides of the producer that speaks Kafka's protocol itself; for
 * lib/kafka_wire_*.c and its tests only.
 *
 *   kafka_wire_producer.c   records in, gathered by partition; deadlines; fy_producer's operations
 *   kafka_wire_nodes.c      brokers: dialling, asking, hearing
 */
#ifndef FY_KAFKA_WIRE_PRODUCER_H
#define FY_KAFKA_WIRE_PRODUCER_H

#include "lib/kafka_wire.h"

enum {
    WIRE_LETTERS_MAX = 20000, /* Records in flight: a second of a busy edge. */
    WIRE_QUEUE_BYTES_MAX = 32 * 1024 * 1024,
    WIRE_NODES_MAX = 32, /* Brokers of a cluster, and the one we begin with. */
    WIRE_WORDS_BYTES = 160,
};

enum wire_asked { WIRE_ASKED_NOTHING, WIRE_ASKED_METADATA, WIRE_ASKED_ID, WIRE_ASKED_PRODUCE };

/* One broker. One request is out at a time: what comes meanwhile gathers and travels together. */
struct wire_node {
    struct wire_broker broker; /* id -1: the place is free. Place 0 is where we begin. */
    bool listed;               /* By the newest metadata. */
    struct wire_link link;
    enum wire_asked asked;
    int32_t number; /* Of what was asked. */
    int64_t asked_ms;
    int64_t dial_ms; /* Not before. */
    int backoff_ms;
    uint32_t watched; /* What epoll looks for. */
};

struct wire_track {
    int leader;               /* Place of a node; -1: none that we know. */
    int out;                  /* Place of the node that has `first` in a request; -1: none. */
    int32_t sequence;         /* Of the next record, under the present producer id. */
    int64_t signed_id;        /* The producer id that `first` was last sent under. */
    int64_t not_before_ms;    /* After an error that passes. */
    struct wire_batch *first; /* Oldest; only it may be out. */
    struct wire_batch *last;
};

struct wire_topic {
    struct wire_track *tracks; /* NULL: not told yet. */
    int count;
};

struct wire_producer {
    struct fy_producer producer; /* First: the interface. */
    int epoll_fd;
    int timer_fd;
    bool ticks_fast;
    int timeout_ms;
    char *brokers;
    size_t brokers_at; /* Where in `brokers` the next one to begin with is. */
    char *client_id;
    enum fy_topic topics[FY_TOPIC_COUNT];
    int topic_count;
    struct wire_topic tracks[FY_TOPIC_COUNT];
    struct wire_node nodes[WIRE_NODES_MAX];
    int64_t producer_id; /* -1: none. */
    int16_t producer_epoch;
    bool id_asked;
    int64_t id_ms;       /* Not to be asked for before. */
    int64_t metadata_ms; /* When to ask again. */
    int32_t number;
    int letter_count;
    int unsent_count; /* Of these, not in a batch that was ever sent. */
    int last_count;   /* Records of the last request. */
    bool gathers;     /* gather_fd is set: more are expected. */
    bool gathered;    /* It has rung: what is there goes. */
    int gather_fd;
    size_t queued_bytes;
    int refused; /* Not acknowledged since the last flush. */
    struct wire_batch *spare;
    int spare_count;
    char words[WIRE_WORDS_BYTES]; /* Why nothing goes, for people. */
};

/* --- kafka_wire_producer.c ------------------------------------------------------------------- */

/* The first batch of a track has its fate. */
void wire_settle(struct wire_producer *self,
    enum fy_topic topic,
    int32_t partition,
    enum fy_status status,
    int64_t offset,
    const char *words);

/* What was sent under the present id and not heard of leaves a gap: begin with another id. */
void wire_forget_id(struct wire_producer *self);

/* --- kafka_wire_nodes.c ---------------------------------------------------------------------- */

void wire_nodes_init(struct wire_producer *self);
void wire_nodes_done(struct wire_producer *self);
bool wire_nodes_connected(const struct wire_producer *self);

/* Go on with the node that epoll shows. */
void wire_node_ready(struct wire_producer *self, int place, int64_t now_ms);

/* What it was asked is not waited for any longer. */
void wire_node_late(struct wire_producer *self, int place, int64_t now_ms);

/* Dial, give up what takes too long, ask what has to be known. */
void wire_nodes_tick(struct wire_producer *self, int64_t now_ms);

/* Some broker could be sent a request. */
bool wire_nodes_idle(const struct wire_producer *self);

/* Send what has gathered to every broker that has no request out. */
void wire_nodes_push(struct wire_producer *self, int64_t now_ms);

#endif
