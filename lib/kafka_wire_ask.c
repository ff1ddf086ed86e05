#include "lib/kafka_wire.h"

#include <assert.h>
#include <string.h>

enum {
    API_PRODUCE = 0,
    API_METADATA = 3,
    API_PRODUCER_ID = 22,
    VERSION_PRODUCE = 7,
    VERSION_METADATA = 4,
    VERSION_PRODUCER_ID = 1,
    ACKS_ALL = -1,
    NULL_TEXT = -1,
};

/* --- Asking ------------------------------------------------------------------------------------
 */

static void begin(
    struct wire_bytes *out, int16_t api, int16_t version, int32_t number, const char *client)
{
    wire_put_i32(out, 0); /* The frame's length: wire_ask_end. */
    wire_put_i16(out, api);
    wire_put_i16(out, version);
    wire_put_i32(out, number);
    wire_put_text(out, client);
}

void wire_ask_end(struct wire_bytes *out, size_t begin_at)
{
    if (out->no_memory)
        return;
    wire_set_i32(out->data + begin_at, (int32_t)(out->size - begin_at - 4));
}

void wire_ask_metadata(struct wire_bytes *out,
    int32_t number,
    const char *client,
    const enum fy_topic *topics,
    int count)
{
    begin(out, API_METADATA, VERSION_METADATA, number, client);
    wire_put_i32(out, count);
    for (int i = 0; i < count; i++)
        wire_put_text(out, fy_topics[topics[i]].name);
    wire_put_i8(out, 0); /* Make none that is missing. */
}

void wire_ask_producer_id(struct wire_bytes *out, int32_t number, const char *client)
{
    begin(out, API_PRODUCER_ID, VERSION_PRODUCER_ID, number, client);
    wire_put_i16(out, NULL_TEXT); /* No transactions. */
    wire_put_i32(out, 0);
}

void wire_ask_produce(
    struct wire_bytes *out, int32_t number, const char *client, int timeout_ms, int topic_count)
{
    begin(out, API_PRODUCE, VERSION_PRODUCE, number, client);
    wire_put_i16(out, NULL_TEXT);
    wire_put_i16(out, ACKS_ALL);
    wire_put_i32(out, timeout_ms);
    wire_put_i32(out, topic_count);
}

void wire_ask_topic(struct wire_bytes *out, enum fy_topic topic, int partition_count)
{
    wire_put_text(out, fy_topics[topic].name);
    wire_put_i32(out, partition_count);
}

void wire_ask_partition(struct wire_bytes *out, int32_t partition, const struct wire_batch *batch)
{
    wire_put_i32(out, partition);
    wire_put_i32(out, (int32_t)batch->bytes.size);
    wire_put(out, batch->bytes.data, batch->bytes.size);
}

/* --- Hearing -----------------------------------------------------------------------------------
 */

static void hear_brokers(struct wire_reader *in,
    void (*visit)(void *context, const struct wire_broker *broker),
    void *context)
{
    int32_t count = wire_read_count(in, 12);

    for (int32_t i = 0; i < count && !in->bad; i++) {
        struct wire_broker broker = {.id = wire_read_i32(in)};
        struct fy_slice host = wire_read_text(in);
        int32_t port = wire_read_i32(in);

        (void)wire_read_text(in); /* Rack. */
        if (in->bad || host.size < 1 || host.size >= sizeof(broker.host) || port < 1 ||
            port > UINT16_MAX) {
            in->bad = true;
            return;
        }
        memcpy(broker.host, host.data, host.size);
        broker.port = (uint16_t)port;
        visit(context, &broker);
    }
}

static void skip_i32s(struct wire_reader *in)
{
    int32_t count = wire_read_count(in, 4);

    in->at += in->bad ? 0 : 4 * (size_t)count;
}

static void hear_partitions(struct wire_reader *in,
    enum fy_topic topic,
    int16_t topic_error,
    void (*visit)(void *context, const struct wire_partition *partition, int count),
    void *context)
{
    int32_t count = wire_read_count(in, 18);

    for (int32_t i = 0; i < count && !in->bad; i++) {
        struct wire_partition one = {.topic = topic, .error = wire_read_i16(in)};

        one.partition = wire_read_i32(in);
        one.leader = wire_read_i32(in);
        skip_i32s(in); /* Replicas, */
        skip_i32s(in); /* and those in sync. */
        if (one.partition < 0 || one.partition >= count || count > FY_PARTITIONS_MAX)
            in->bad = true;
        if (!in->bad && topic_error == WIRE_NONE && topic != FY_TOPIC_COUNT)
            visit(context, &one, count);
    }
}

bool wire_hear_metadata(struct wire_reader *in,
    void (*broker)(void *context, const struct wire_broker *broker),
    void (*partition)(void *context, const struct wire_partition *partition, int count),
    void *context)
{
    int32_t count;

    (void)wire_read_i32(in); /* How long we are slowed down. */
    hear_brokers(in, broker, context);
    (void)wire_read_text(in); /* The cluster's id, */
    (void)wire_read_i32(in);  /* and its controller. */
    count = wire_read_count(in, 9);
    for (int32_t i = 0; i < count && !in->bad; i++) {
        int16_t error = wire_read_i16(in);
        enum fy_topic topic = fy_topic_find(wire_read_text(in));

        (void)wire_read_i8(in); /* Is it Kafka's own? */
        hear_partitions(in, topic, error, partition, context);
    }
    return !in->bad;
}

bool wire_hear_producer_id(
    struct wire_reader *in, int16_t *ret_error, int64_t *ret_id, int16_t *ret_epoch)
{
    (void)wire_read_i32(in);
    *ret_error = wire_read_i16(in);
    *ret_id = wire_read_i64(in);
    *ret_epoch = wire_read_i16(in);
    return !in->bad;
}

bool wire_hear_produce(struct wire_reader *in,
    void (*visit)(void *context, const struct wire_partition *partition),
    void *context)
{
    int32_t topics = wire_read_count(in, 6);

    for (int32_t i = 0; i < topics && !in->bad; i++) {
        enum fy_topic topic = fy_topic_find(wire_read_text(in));
        int32_t count = wire_read_count(in, 30);

        for (int32_t j = 0; j < count && !in->bad; j++) {
            struct wire_partition one = {.topic = topic, .partition = wire_read_i32(in)};

            one.error = wire_read_i16(in);
            one.offset = wire_read_i64(in);
            (void)wire_read_i64(in); /* When it was appended, */
            (void)wire_read_i64(in); /* and where the log begins. */
            if (topic == FY_TOPIC_COUNT)
                in->bad = true;
            if (!in->bad)
                visit(context, &one);
        }
    }
    return !in->bad;
}

/* --- Errors ------------------------------------------------------------------------------------
 */

bool wire_error_passes(int16_t error)
{
    static const int16_t passing[] = {
        2,  /* CORRUPT_MESSAGE: on its way to the broker. */
        3,  /* UNKNOWN_TOPIC_OR_PARTITION: a broker that does not know of it yet. */
        5,  /* LEADER_NOT_AVAILABLE */
        6,  /* NOT_LEADER_OR_FOLLOWER */
        7,  /* REQUEST_TIMED_OUT */
        8,  /* BROKER_NOT_AVAILABLE */
        9,  /* REPLICA_NOT_AVAILABLE */
        13, /* NETWORK_EXCEPTION */
        14, /* COORDINATOR_LOAD_IN_PROGRESS */
        15, /* COORDINATOR_NOT_AVAILABLE */
        19, /* NOT_ENOUGH_REPLICAS */
        20, /* NOT_ENOUGH_REPLICAS_AFTER_APPEND */
        41, /* NOT_CONTROLLER */
        56, /* KAFKA_STORAGE_ERROR */
        74, /* FENCED_LEADER_EPOCH */
        75, /* UNKNOWN_LEADER_EPOCH */
        89, /* THROTTLING_QUOTA_EXCEEDED */
    };

    for (size_t i = 0; i < sizeof(passing) / sizeof(passing[0]); i++)
        if (passing[i] == error)
            return true;
    return false;
}

bool wire_error_wants_id(int16_t error)
{
    return error == WIRE_OUT_OF_ORDER_SEQUENCE || error == WIRE_INVALID_PRODUCER_EPOCH ||
           error == WIRE_INVALID_PRODUCER_ID_MAPPING || error == WIRE_UNKNOWN_PRODUCER_ID;
}
