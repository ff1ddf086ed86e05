#include "lib/sink.h"

#include <assert.h>

enum fy_status fy_sink_begin(struct fy_sink *sink, struct fy_err *err)
{
    return sink->ops->begin(sink, err);
}

enum fy_status fy_sink_send(struct fy_sink *sink,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    assert(topic < FY_TOPIC_COUNT);
    assert(partition >= 0 && partition < FY_PARTITIONS_MAX);
    return sink->ops->send(sink, topic, partition, key, value, err);
}

/* An empty list, or an offset that is none, is taken by the broker and fences nobody. */
enum fy_status fy_sink_commit(struct fy_sink *sink,
    const struct fy_group *group,
    const struct fy_place *places,
    int count,
    struct fy_err *err)
{
    assert(group != NULL && count > 0);
    for (int i = 0; i < count; i++)
        assert(places[i].offset >= 0);
    return sink->ops->commit(sink, group, places, count, err);
}

enum fy_status fy_sink_abort(struct fy_sink *sink, struct fy_err *err)
{
    return sink->ops->abort(sink, err);
}

int64_t fy_sink_delivered(struct fy_sink *sink, enum fy_topic topic, int32_t partition)
{
    return sink->ops->delivered(sink, topic, partition);
}

void fy_sink_free(struct fy_sink *sink)
{
    if (sink != NULL)
        sink->ops->free(sink);
}

static uint32_t little_endian(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

/* MurmurHash2 with the seed of org.apache.kafka.common.utils.Utils; every client must agree. */
static uint32_t murmur2(struct fy_slice key)
{
    const uint32_t m = 0x5bd1e995;
    size_t whole = key.size / 4 * 4;
    uint32_t hash = 0x9747b28c ^ (uint32_t)key.size;

    for (size_t i = 0; i < whole; i += 4) {
        uint32_t k = little_endian(key.data + i) * m;

        hash = hash * m ^ (k ^ k >> 24) * m;
    }
    if (key.size - whole >= 3)
        hash ^= (uint32_t)key.data[whole + 2] << 16;
    if (key.size - whole >= 2)
        hash ^= (uint32_t)key.data[whole + 1] << 8;
    if (key.size - whole >= 1)
        hash = (hash ^ key.data[whole]) * m;
    hash = (hash ^ hash >> 13) * m;
    return hash ^ hash >> 15;
}

int32_t fy_partition_of(struct fy_slice key, int count)
{
    assert(count >= 1);
    return (int32_t)((murmur2(key) & 0x7fffffff) % (uint32_t)count);
}
