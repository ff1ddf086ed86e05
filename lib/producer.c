#include "lib/producer.h"

#include <assert.h>

void fy_producer_free(struct fy_producer *producer)
{
    if (producer != NULL)
        producer->ops->free(producer);
}

enum fy_status fy_producer_send(struct fy_producer *producer,
    enum fy_topic topic,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context,
    struct fy_err *err)
{
    assert(topic < FY_TOPIC_COUNT);
    assert(
        key.data != NULL); /* A record without key goes anywhere, and no reader could order it. */
    return producer->ops->send(producer, topic, key, value, done, context, err);
}

void fy_producer_push(struct fy_producer *producer)
{
    if (producer->ops->push != NULL)
        producer->ops->push(producer);
}

void fy_producer_serve(struct fy_producer *producer)
{
    producer->ops->serve(producer);
}

int fy_producer_wake_fd(struct fy_producer *producer)
{
    return producer->ops->wake_fd(producer);
}

enum fy_status fy_producer_flush(struct fy_producer *producer, int wait_ms, struct fy_err *err)
{
    assert(wait_ms >= 0);
    return producer->ops->flush(producer, wait_ms, err);
}

bool fy_producer_connected(struct fy_producer *producer)
{
    return producer->ops->connected(producer);
}
