/*
 * world.h - the follower's part of recommend without follower and broker: records in, lists and
 * rows out, on a real store in a folder of its own.
 */
#ifndef TEST_RECOMMEND_WORLD_H
#define TEST_RECOMMEND_WORLD_H

#include "processors/recommend/offers.h"
#include "processors/recommend/recommend.h"
#include "processors/recommend/rows.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/recommendation.h"
#include "test/unit/processors/recommend/shop.h"

#include <assert.h>
#include <ftw.h>
#include <unistd.h>

enum { STORE_BYTES = 8 * 1024 * 1024, SENT_MAX = 64, KEY_MAX = 64 };

/* Keeps the newest value of each key, as a compacted topic does; refuses on demand. */
struct broker {
    struct fy_producer producer;
    struct {
        char key[KEY_MAX];
        uint8_t *value;
        size_t size;
    } newest[SENT_MAX];
    int keys;
    int sent;
    int queue_room;   /* Sends until the queue is full; a flush makes room again. */
    int flushes_fail; /* So many flushes are not acknowledged. */
    bool away;        /* Takes nothing, as a client that no broker has answered yet. */
};

static inline enum fy_status broker_send(struct fy_producer *producer,
    enum fy_topic topic,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context,
    struct fy_err *err)
{
    struct broker *broker = (struct broker *)producer;
    int at = 0;

    (void)done;
    (void)context;
    EXPECT_I64(FY_TOPIC_RECOMMENDATIONS, topic);
    if (broker->away || broker->queue_room-- == 0)
        return fy_fail(err, FY_REJECT, "the queue is full");
    while (at < broker->keys && !fy_slice_equal(fy_slice_of(broker->newest[at].key), key))
        at++;
    if (at == broker->keys) {
        assert(broker->keys < SENT_MAX && key.size < KEY_MAX);
        broker->keys++;
        memcpy(broker->newest[at].key, key.data, key.size);
    }
    free(broker->newest[at].value);
    broker->newest[at].value = value.data == NULL ? NULL : malloc(value.size);
    if (value.data != NULL)
        memcpy(broker->newest[at].value, value.data, value.size);
    broker->newest[at].size = value.size;
    broker->sent++;
    return FY_OK;
}

static inline enum fy_status broker_flush(
    struct fy_producer *producer, int wait_ms, struct fy_err *err)
{
    struct broker *broker = (struct broker *)producer;

    (void)wait_ms;
    broker->queue_room = 3;
    if (broker->flushes_fail > 0) {
        broker->flushes_fail--;
        return fy_fail(err, FY_ABORT, "nobody acknowledged");
    }
    return FY_OK;
}

static inline bool broker_connected(struct fy_producer *producer)
{
    return !((struct broker *)producer)->away;
}

static const struct fy_producer_ops broker_ops = {
    .send = broker_send, .flush = broker_flush, .connected = broker_connected};

struct world {
    struct broker broker;
    char path[64];
    struct fy_store *store;
    struct fy_store_batch *rows;
    struct recommend *recommend;
    struct fy_arena arena;
    uint32_t sessions_max;
};

static inline void open_rows(struct world *world)
{
    struct fy_err err;

    EXPECT_I64(FY_OK, fy_store_open(world->path, STORE_BYTES, &world->store, &err));
    world->rows = fy_store_batch_new(world->store);
    EXPECT_I64(FY_OK, recommend_new(world->store, &world->broker.producer, world->sessions_max,
                          &world->recommend, &err));
}

/* What is left when a process is killed: what the last batch wrote. */
static inline void close_rows(struct world *world)
{
    recommend_free(world->recommend);
    fy_store_batch_free(world->rows);
    fy_store_close(world->store);
}

static inline void world_init(struct world *world, uint32_t sessions_max)
{
    *world = (struct world){.broker = {.producer = {&broker_ops}, .queue_room = 3},
        .path = "/tmp/fy-recommend-test-XXXXXX",
        .sessions_max = sessions_max};
    assert(mkdtemp(world->path) != NULL);
    fy_arena_init(&world->arena, (size_t)64 << 20);
    open_rows(world);
}

static inline int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

static inline void remove_rows(struct world *world)
{
    (void)nftw(world->path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static inline void world_done(struct world *world)
{
    close_rows(world);
    remove_rows(world);
    fy_arena_done(&world->arena);
    for (int i = 0; i < world->broker.keys; i++)
        free(world->broker.newest[i].value);
}

/* A view, or a search when there is no SKU. */
static inline enum fy_status apply(struct world *world,
    const char *visitor,
    struct fy_slice sku,
    bool learn,
    struct engine_order written,
    const char *session,
    int64_t n,
    struct fy_err *err)
{
    struct item_viewed viewed = {.sku = sku};
    struct searched searched = {.results = 1};
    struct activity activity = {
        .envelope = {.event_id = fy_slice_of("e"),
            .root = fy_slice_of(visitor),
            .actor = fy_slice_of("visitor")},
        .visitor = fy_slice_of(visitor),
        .learn = learn,
        .session = session == NULL ? (struct fy_slice){0} : fy_slice_of(session),
        .has_n = session != NULL,
        .n = n,
        .item_viewed = sku.data != NULL ? &viewed : NULL,
        .searched = sku.data == NULL ? &searched : NULL,
    };
    struct fy_record record = {.topic = FY_TOPIC_ACTIVITY,
        .partition = written.partition,
        .offset = written.offset,
        .append_ms = written.ms,
        .key = fy_slice_of(visitor)};

    EXPECT_I64(FY_OK, activity_encode(&activity, &world->arena, &record.value, err));
    return recommend_apply(world->recommend, &record, world->rows, &world->arena, err);
}

static inline void view(
    struct world *world, const char *visitor, const char *sku, int32_t partition, int64_t offset)
{
    struct fy_err err;
    struct engine_order written = {1000 + offset, partition, offset};
    struct fy_slice what = sku == NULL ? (struct fy_slice){0} : fy_slice_of(sku);

    EXPECT_I64(FY_OK, apply(world, visitor, what, true, written, NULL, 0, &err));
}

/* The visitor's person was forgotten then. */
static inline void forgotten(
    struct world *world, const char *visitor, int64_t when_ms, int32_t partition, int64_t offset)
{
    struct visitor_forgotten gone = {.forgotten_ms = when_ms};
    struct activity activity = {
        .envelope = {.event_id = fy_slice_of("e"),
            .root = fy_slice_of(visitor),
            .actor = fy_slice_of("service")},
        .visitor = fy_slice_of(visitor),
        .visitor_forgotten = &gone,
    };
    struct fy_record record = {.topic = FY_TOPIC_ACTIVITY,
        .partition = partition,
        .offset = offset,
        .append_ms = 1000 + offset,
        .key = fy_slice_of(visitor)};
    struct fy_err err;

    EXPECT_I64(FY_OK, activity_encode(&activity, &world->arena, &record.value, &err));
    EXPECT_I64(FY_OK, recommend_apply(world->recommend, &record, world->rows, &world->arena, &err));
}

static inline void settle(struct world *world)
{
    struct fy_err err;

    EXPECT_I64(FY_OK, recommend_settle(world->recommend, world->rows, &world->arena, &err));
    EXPECT_I64(FY_OK, fy_store_batch_write(world->rows, &err));
    fy_arena_clear(&world->arena);
}

/* The newest list of a visitor, in the world's arena; all zero when there is none. */
static inline struct recommendation list_of(struct world *world, const char *visitor)
{
    struct recommendation list = {.updated_ms = -1};
    struct fy_err err;

    for (int i = 0; i < world->broker.keys; i++) {
        struct fy_slice bytes = {world->broker.newest[i].value, world->broker.newest[i].size};

        if (strcmp(world->broker.newest[i].key, visitor) == 0 && bytes.data != NULL)
            EXPECT_I64(FY_OK, recommendation_decode(bytes, &world->arena, &list, &err));
    }
    return list;
}

#endif
