#include "test/e2e/stand_member.h"

#include "lib/producer.h"

/* What changed hands, and what comes and goes with it. */
static int places_of(
    const struct member *member, const struct fy_batch *batch, struct fy_place *places)
{
    int count = 0;

    for (int i = 0; i < batch->place_count; i++) {
        EXPECT_I64(LOG_IN, batch->places[i].topic);
        places[count++] = batch->places[i];
        if (member->beside)
            places[count++] = (struct fy_place){LOG_OUT, batch->places[i].partition, -1};
    }
    return count;
}

/* Begin where the group has committed, else at the end: what other runs left is not ours. */
static void take_over(struct member *member, const struct fy_batch *batch)
{
    struct fy_place places[2 * FY_PARTITIONS_MAX];
    struct fy_place ends[2 * FY_PARTITIONS_MAX];
    int count = places_of(member, batch, places);
    struct fy_err err;

    memcpy(ends, places, sizeof(ends[0]) * (size_t)count);
    ASK(fy_source_committed(member->source, places, count, &err));
    ASK(fy_source_ends(member->source, ends, count, &err));
    for (int i = 0; i < count; i++) {
        if (places[i].offset < 0)
            places[i].offset = ends[i].offset;
        member->owned[places[i].partition] = 1;
        member->next[places[i].topic == LOG_OUT][places[i].partition] = places[i].offset;
    }
    member->owned_count += batch->place_count;
    MUST(fy_source_assign(member->source, places, count, &err));
}

static void give_back(struct member *member, const struct fy_batch *batch)
{
    struct fy_place places[2 * FY_PARTITIONS_MAX];
    int count = places_of(member, batch, places);
    struct fy_err err;

    for (int i = 0; i < count; i++)
        member->owned[places[i].partition] = 0;
    member->owned_count -= batch->place_count;
    MUST(fy_source_unassign(member->source, places, count, &err));
}

void member_poll(struct member *member, int wait_ms)
{
    struct fy_batch batch;
    struct fy_err err;

    MUST(fy_source_poll(member->source, wait_ms, 100, &batch, &err));
    member->count = batch.count;
    memcpy(member->records, batch.records, sizeof(batch.records[0]) * (size_t)batch.count);
    member->read_count += batch.count;
    for (int i = 0; i < batch.count; i++) {
        bool beside = batch.records[i].topic == LOG_OUT;

        member->beside_count += beside;
        EXPECT_I64(member->next[beside][batch.records[i].partition]++, batch.records[i].offset);
    }
    if (batch.change == FY_CHANGE_LOST)
        member->lost_count += batch.place_count;
    if (batch.change == FY_CHANGE_ASSIGNED)
        take_over(member, &batch);
    else if (batch.change != FY_CHANGE_NONE)
        give_back(member, &batch);
}

void member_init(struct member *member, const char *group, bool beside)
{
    member_init_static(member, group, NULL);
    member->beside = beside;
}

void member_init_static(struct member *member, const char *group, const char *instance)
{
    struct fy_err err;

    *member = (struct member){.source = NULL};
    MUST(fy_kafka_group_source_new(log_kafka(), group, instance, LOG_IN, &member->source, &err));
}

int member_partitions(struct member *member)
{
    struct fy_err err;
    int count = 0;

    ASK(fy_source_partitions(member->source, LOG_IN, &count, &err));
    return count;
}

void member_take_all(struct member *member)
{
    int64_t until_ms = 0;

    while (member->owned_count < member_partitions(member) && log_until(&until_ms))
        member_poll(member, 100);
    EXPECT_I64(member_partitions(member), member->owned_count);
}

void member_join_alone(struct member *member, const char *group, bool beside)
{
    member_init(member, group, beside);
    member_take_all(member);
}

struct fy_group *member_group(struct member *member)
{
    struct fy_group *group = NULL;
    struct fy_err err;

    MUST(fy_source_group(member->source, &group, &err));
    return group;
}

void log_put(enum fy_topic topic, const char *key, int count)
{
    struct fy_producer *producer;
    struct fy_err err;

    MUST(fy_producer_new(log_kafka(), 5000, &producer, &err));
    for (int i = 0; i < count; i++) {
        char value[16];

        (void)snprintf(value, sizeof(value), "%d", i);
        MUST(fy_producer_send(
            producer, topic, fy_slice_of(key), fy_slice_of(value), NULL, NULL, &err));
    }
    MUST(fy_producer_flush(producer, 5000, &err));
    fy_producer_free(producer);
}
