/*
 * fake_producer.h - lib/producer.h in memory: what was sent is kept, and acknowledged when told.
 */
#ifndef TEST_FAKE_PRODUCER_H
#define TEST_FAKE_PRODUCER_H

#include "lib/producer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { FAKE_RECORDS_MAX = 1200 };

struct fake_record {
    enum fy_topic topic;
    uint8_t key[128];
    size_t key_size;
    uint8_t value[8192];
    size_t value_size;
    fy_delivered *done;
    void *context;
};

struct fake_producer {
    struct fy_producer producer; /* First: the interface. */
    struct fake_record records[FAKE_RECORDS_MAX];
    int count;
    int settled; /* Of them, from the first. */
    int room;    /* Records it still takes. */
    bool connected;
};

static inline enum fy_status fake_send(struct fy_producer *producer,
    enum fy_topic topic,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context,
    struct fy_err *err)
{
    struct fake_producer *fake = (struct fake_producer *)producer;
    struct fake_record *record = &fake->records[fake->count];

    if (fake->room == 0)
        return fy_fail(err, FY_REJECT, "the queue is full");
    assert(fake->count < FAKE_RECORDS_MAX);
    assert(key.size <= sizeof(record->key) && value.size <= sizeof(record->value));
    fake->room--;
    fake->count++;
    record->topic = topic;
    record->key_size = key.size;
    memcpy(record->key, key.data, key.size);
    record->value_size = value.size;
    if (value.size > 0)
        memcpy(record->value, value.data, value.size);
    record->done = done;
    record->context = context;
    return FY_OK;
}

/* Settle the next `count` records; offsets are their numbers, from 0. */
static inline void fake_settle(struct fake_producer *fake, int count, enum fy_status status)
{
    struct fy_err err = {0};

    if (status != FY_OK)
        (void)fy_fail(&err, status, "not acknowledged");
    for (int i = 0; i < count; i++) {
        struct fake_record *record = &fake->records[fake->settled];
        struct fy_place place = {record->topic, 3, fake->settled};

        assert(fake->settled < fake->count);
        fake->settled++;
        record->done(record->context, status, &place, &err);
    }
}

/* What is settled is forgotten, so that there is room for more. */
static inline void fake_forget(struct fake_producer *fake)
{
    assert(fake->count == fake->settled);
    fake->room += fake->count;
    fake->count = fake->settled = 0;
}

static inline bool fake_connected(struct fy_producer *producer)
{
    return ((struct fake_producer *)producer)->connected;
}

/* Nothing is settled by waiting here: the test says when. */
static inline enum fy_status fake_flush(
    struct fy_producer *producer, int wait_ms, struct fy_err *err)
{
    (void)producer;
    return fy_fail(err, FY_ABORT, "not taken in %d ms", wait_ms);
}

static inline void fake_free(struct fy_producer *producer)
{
    (void)producer; /* The test's own storage. */
}

static inline void fake_init(struct fake_producer *fake)
{
    static const struct fy_producer_ops ops = {
        .send = fake_send, .connected = fake_connected, .flush = fake_flush, .free = fake_free};

    fake->count = fake->settled = 0;
    fake->producer.ops = &ops;
    fake->room = FAKE_RECORDS_MAX;
    fake->connected = true;
}

#endif
