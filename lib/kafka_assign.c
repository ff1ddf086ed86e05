/* What a source reads: what changes hands in a group, and where reading stands. */
#include "lib/kafka_source.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* --- Positions ------------------------------------------------------------------------------ */

int64_t *kafka_position_of(struct kafka_source *self, enum fy_topic topic, int32_t partition)
{
    if (topic >= FY_TOPIC_COUNT || partition < 0 || partition >= FY_PARTITIONS_MAX ||
        self->positions[topic] == NULL)
        return NULL;
    return &self->positions[topic][partition];
}

enum fy_status kafka_positions_set(struct kafka_source *self,
    const struct fy_place *places,
    int count,
    bool assigned,
    struct fy_err *err)
{
    for (int i = 0; i < count; i++) {
        enum fy_topic topic = places[i].topic;

        assert(topic < FY_TOPIC_COUNT);
        assert(places[i].partition >= 0 && places[i].partition < FY_PARTITIONS_MAX);
        if (self->positions[topic] == NULL) {
            self->positions[topic] = malloc(sizeof(int64_t) * FY_PARTITIONS_MAX * 2);
            if (self->positions[topic] == NULL)
                return fy_fail(err, FY_FATAL, "could not keep positions of \"%s\": no memory",
                    fy_topics[topic].name);
            memset(self->positions[topic], 0xff, sizeof(int64_t) * FY_PARTITIONS_MAX * 2); /* -1 */
        }
        self->positions[topic][FY_PARTITIONS_MAX + places[i].partition] = -1;
        self->positions[topic][places[i].partition] = assigned ? places[i].offset : -1;
    }
    return FY_OK;
}

/* The owner has chosen where to read: a position that had left the log is no failure any more. */
static void positions_found(struct kafka_source *self)
{
    if (self->failure.status == FY_ABORT)
        self->failure.status = FY_OK;
}

enum fy_status kafka_source_positions(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    struct kafka_source *self = kafka_self_of(source);

    (void)err;
    for (int i = 0; i < count; i++) {
        const int64_t *position = kafka_position_of(self, places[i].topic, places[i].partition);

        places[i].offset = position != NULL ? *position : -1;
    }
    return FY_OK;
}

/* Each answer to a fetch says so, and the client keeps it: no question is asked. */
void kafka_source_heard_ends(struct fy_source *source, struct fy_place *places, int count)
{
    struct kafka_source *self = kafka_self_of(source);

    for (int i = 0; i < count; i++) {
        int64_t low = -1, high = -1;

        if (rd_kafka_get_watermark_offsets(self->reader.client, fy_topics[places[i].topic].name,
                places[i].partition, &low, &high) == RD_KAFKA_RESP_ERR_NO_ERROR &&
            high >= 0)
            places[i].offset = high;
    }
}

enum fy_status kafka_source_tails(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    struct kafka_source *self = kafka_self_of(source);

    (void)err;
    for (int i = 0; i < count; i++) {
        const int64_t *position = kafka_position_of(self, places[i].topic, places[i].partition);

        places[i].offset = position != NULL ? position[FY_PARTITIONS_MAX] : -1;
    }
    return FY_OK;
}

/* --- Rebalancing ---------------------------------------------------------------------------- */

/* Nobody answers for the partitions that came beside those of the lead: they go with them. */
static void unassign_beside(struct kafka_source *self, const rd_kafka_topic_partition_list_t *list)
{
    enum fy_topic lead = fy_topic_find(fy_slice_of(list->elems[0].topic));
    rd_kafka_topic_partition_list_t *beside = rd_kafka_topic_partition_list_new(list->cnt);

    for (int i = 0; i < list->cnt; i++) {
        int32_t partition = list->elems[i].partition;

        for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
            const int64_t *position = kafka_position_of(self, (enum fy_topic)topic, partition);

            if (topic != (int)lead && position != NULL && *position >= 0)
                (void)rd_kafka_topic_partition_list_add(beside, fy_topics[topic].name, partition);
        }
    }
    if (beside->cnt > 0)
        rd_kafka_error_destroy(rd_kafka_incremental_unassign(self->reader.client, beside));
    rd_kafka_topic_partition_list_destroy(beside);
}

/*
 * Called inside a poll. We write down what changes and leave the answer to the owner, who restores
 * or commits first; librdkafka and the group wait for it. Nothing can change twice without an
 * answer in between.
 */
void kafka_on_rebalance(rd_kafka_t *client,
    rd_kafka_resp_err_t code,
    rd_kafka_topic_partition_list_t *list,
    void *opaque)
{
    struct kafka_source *self = opaque;
    bool assigned = code == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS;

    if (self->closing || list->cnt == 0) {
        if (!assigned && self->closing)
            unassign_beside(self, list);
        rd_kafka_error_destroy(assigned ? rd_kafka_incremental_assign(client, list)
                                        : rd_kafka_incremental_unassign(client, list));
        return;
    }
    assert(self->change == FY_CHANGE_NONE);

    self->changed = calloc((size_t)list->cnt, sizeof(*self->changed));
    assert(self->changed != NULL); /* At most some KB. */
    self->changed_count = list->cnt;
    for (int i = 0; i < list->cnt; i++) {
        self->changed[i] = (struct fy_place){
            .topic = fy_topic_find(fy_slice_of(list->elems[i].topic)),
            .partition = list->elems[i].partition,
            .offset = -1,
        };
        assert(self->changed[i].topic < FY_TOPIC_COUNT); /* We subscribed to no other. */
    }
    if (assigned)
        self->change = FY_CHANGE_ASSIGNED;
    else
        self->change = rd_kafka_assignment_lost(client) ? FY_CHANGE_LOST : FY_CHANGE_REVOKED;

    /*
     * Only here: inside consume_batch_queue the same call would make librdkafka 2.0.2 drop the
     * message it holds in its hand.
     */
    if (self->waiting)
        rd_kafka_yield(client);
}

static void change_answered(struct kafka_source *self)
{
    free(self->changed);
    self->changed = NULL;
    self->changed_count = 0;
    self->change = FY_CHANGE_NONE;
    self->told = false;
}

enum fy_status kafka_answer(struct kafka_source *self,
    const struct fy_place *places,
    int count,
    bool assign,
    struct fy_err *err)
{
    rd_kafka_topic_partition_list_t *list = fy_kafka_list_new(places, count);
    rd_kafka_error_t *error;
    enum fy_status status;

    error = assign ? rd_kafka_incremental_assign(self->reader.client, list)
                   : rd_kafka_incremental_unassign(self->reader.client, list);
    rd_kafka_topic_partition_list_destroy(list);
    if (error != NULL) {
        status = fy_kafka_fail(err, rd_kafka_error_code(error), rd_kafka_error_string(error),
            "%s %d partitions of \"%s\"", assign ? "begin to read" : "stop reading", count,
            fy_topics[places[0].topic].name);
        rd_kafka_error_destroy(error);
        return status;
    }
    positions_found(self);
    return kafka_positions_set(self, places, count, assign, err);
}

enum fy_status kafka_source_assign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    struct kafka_source *self = kafka_self_of(source);

    if (self->change == FY_CHANGE_ASSIGNED)
        change_answered(self);
    return kafka_answer(self, places, count, true, err);
}

/* A revocation is answered whole: what follows the answer is that others may own all of it. */
enum fy_status kafka_source_unassign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    struct kafka_source *self = kafka_self_of(source);

    if (self->change == FY_CHANGE_REVOKED || self->change == FY_CHANGE_LOST) {
        assert(count >= self->changed_count);
        change_answered(self);
    }
    return kafka_answer(self, places, count, false, err);
}
