/*
 * kafka_source.h - a source on librdkafka: what its two files share.
 *
 *   kafka_source.c   polling, life
 *   kafka_assign.c   what changes hands, where reading stands
 */
#ifndef FY_KAFKA_SOURCE_H
#define FY_KAFKA_SOURCE_H

#include "lib/kafka_common.h"

struct kafka_source {
    struct fy_kafka_reader reader; /* First: the interface, the client, what we know of brokers. */
    rd_kafka_queue_t *queue;
    bool group;
    bool is_static; /* Its place in the group is kept for it when it dies. */
    bool waiting;   /* Inside consumer_poll, which a rebalance may end early. */
    bool closing;   /* Nobody is left to answer a rebalance. */
    int wake_fd;

    /* What the last poll gave: messages are kept as they came, records point into them. */
    rd_kafka_message_t **messages;
    int message_count;
    struct fy_record *records;
    int record_count;
    int capacity; /* Of both. */
    int taken;    /* Since the client was last told to look at its queue. */

    /* What changed hands and is not answered yet. */
    enum fy_change_kind change;
    bool told; /* By a poll: the owner's turn. */
    struct fy_place *changed;
    int changed_count;

    /*
     * Where reading stands, per topic and partition; NULL or -1: not assigned. Behind those of all
     * partitions, where the log ended when reading last came to its end; -1: not yet.
     */
    int64_t *positions[FY_TOPIC_COUNT];

    struct fy_err failure; /* FY_OK, or what the next poll without records says. */
};

static inline struct kafka_source *kafka_self_of(struct fy_source *source)
{
    return (struct kafka_source *)source;
}

/* NULL: never assigned. */
int64_t *kafka_position_of(struct kafka_source *self, enum fy_topic topic, int32_t partition);
enum fy_status kafka_positions_set(struct kafka_source *self,
    const struct fy_place *places,
    int count,
    bool assigned,
    struct fy_err *err);

/* Begin or stop reading these. */
enum fy_status kafka_answer(struct kafka_source *self,
    const struct fy_place *places,
    int count,
    bool assign,
    struct fy_err *err);

/* For librdkafka. */
void kafka_on_rebalance(rd_kafka_t *client,
    rd_kafka_resp_err_t code,
    rd_kafka_topic_partition_list_t *list,
    void *opaque);

/* Operations of struct fy_source_ops. */
enum fy_status kafka_source_positions(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err);
void kafka_source_heard_ends(struct fy_source *source, struct fy_place *places, int count);
enum fy_status kafka_source_tails(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err);
enum fy_status kafka_source_assign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err);
enum fy_status kafka_source_unassign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err);

#endif
