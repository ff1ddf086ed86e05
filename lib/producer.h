/*
 * producer.h - records out without transactions: acknowledged or refused, one by one.
 *
 * Idempotent, acks=all. An edge sends from a request and answers in `done`; a follower sends and
 * then flushes before it stores its positions. Behind it: librdkafka, Kafka's protocol spoken by
 * ourselves (docs/decisions/0014), or the tests' in-memory log.
 *
 * Units:   ms, bytes.
 * Errors:  send fails with FY_REJECT when the queue is full (20,000 records or 32 MB; say "503, ask
 *          again") or the record is larger than a topic takes, and never blocks.
 *          `done` gets FY_OK; FY_REJECT with words when the record was never sent to a broker and
 *          will not be; or FY_ABORT with words when the record was not acknowledged within
 *          timeout_ms: its fate is unknown to us and the client may ask again under the same key.
 *          A producer that librdkafka declares fatal is re-created inside.
 * Memory:  send copies key and value.
 * Threads: one owner; `done` is called from fy_producer_serve and fy_producer_flush only.
 */
#ifndef FY_PRODUCER_H
#define FY_PRODUCER_H

#include "lib/kafka.h"

struct fy_producer;

typedef void fy_delivered(void *context,
    enum fy_status status,
    const struct fy_place *place, /* Where it is; offset is the record's own. */
    const struct fy_err *err);

struct fy_producer_ops {
    enum fy_status (*send)(struct fy_producer *producer,
        enum fy_topic topic,
        struct fy_slice key,
        struct fy_slice value,
        fy_delivered *done,
        void *context,
        struct fy_err *err);
    void (*push)(struct fy_producer *producer); /* May be NULL. */
    void (*serve)(struct fy_producer *producer);
    int (*wake_fd)(struct fy_producer *producer);
    enum fy_status (*flush)(struct fy_producer *producer, int wait_ms, struct fy_err *err);
    bool (*connected)(struct fy_producer *producer);
    void (*free)(struct fy_producer *producer);
};

/* Implementations (lib/kafka_producer.c, the tests' own) put this first in their own struct. */
struct fy_producer {
    const struct fy_producer_ops *ops;
};

/* On Kafka. Needs no broker to be there yet. */
enum fy_status fy_producer_new(const struct fy_kafka_config *config,
    int timeout_ms, /* 3000 .. 30000: until `done` is called at the latest. */
    struct fy_producer **ret_producer,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * On Kafka, without librdkafka: in the owner's thread alone, plain TCP only, and for the topics
 * that `writer` has in schemas/topics.def. What is sent gathers until fy_producer_push, or until
 * what went before is acknowledged. send says FY_REJECT while no broker has told of the partitions.
 */
enum fy_status fy_producer_wire_new(const struct fy_kafka_config *config,
    const char *writer,
    int timeout_ms,
    struct fy_producer **ret_producer,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * What is sent to `inner`, which is taken on FY_OK, gathers until fy_producer_push, and while
 * records are on their way: fewer and larger requests. For an edge on librdkafka.
 */
enum fy_status fy_producer_gather_new(
    struct fy_producer *inner, struct fy_producer **ret_producer, struct fy_err *err) FY_MUST_CHECK;

/* What is not settled then is forgotten: `done` is not called. Flush first where that matters. */
void fy_producer_free(struct fy_producer *producer);

/* done may be NULL. The partition is murmur2 of the key. An absent value is a tombstone. */
enum fy_status fy_producer_send(struct fy_producer *producer,
    enum fy_topic topic,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

/* At the end of a turn: what was sent may go out. Waits a millisecond at most. */
void fy_producer_push(struct fy_producer *producer);

/* Call `done` for everything that is settled. Never waits. */
void fy_producer_serve(struct fy_producer *producer);

/* Readable when serve has something to do. */
int fy_producer_wake_fd(struct fy_producer *producer);

/*
 * Wait until all sent is settled. FY_ABORT when something was not acknowledged in wait_ms, or was
 * refused since the last flush.
 */
enum fy_status fy_producer_flush(
    struct fy_producer *producer, int wait_ms, struct fy_err *err) FY_MUST_CHECK;

/* False while no broker answers: an edge refuses new work with 503 at once. */
bool fy_producer_connected(struct fy_producer *producer);

#endif
