/* The follower's part without follower and broker: records in, lists and rows out, on a real store.
 */
#include "processors/recommend/recommend.h"

#include "processors/recommend/rows.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/recommendation.h"
#include "test/random.h"
#include "test/run.h"
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
};

static enum fy_status broker_send(struct fy_producer *producer,
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
    if (broker->queue_room-- == 0)
        return fy_fail(err, FY_REJECT, "the queue is full");
    while (at < broker->keys && !fy_slice_equal(fy_slice_of(broker->newest[at].key), key))
        at++;
    if (at == broker->keys) {
        assert(broker->keys < SENT_MAX && key.size < KEY_MAX);
        broker->keys++;
        memcpy(broker->newest[at].key, key.data, key.size);
    }
    free(broker->newest[at].value);
    broker->newest[at].value = malloc(value.size);
    memcpy(broker->newest[at].value, value.data, value.size);
    broker->newest[at].size = value.size;
    broker->sent++;
    return FY_OK;
}

static enum fy_status broker_flush(struct fy_producer *producer, int wait_ms, struct fy_err *err)
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

static const struct fy_producer_ops broker_ops = {.send = broker_send, .flush = broker_flush};

struct world {
    struct broker broker;
    char path[64];
    struct fy_store *store;
    struct fy_store_batch *rows;
    struct recommend *recommend;
    struct fy_arena arena;
    uint32_t sessions_max;
};

static void open_rows(struct world *world)
{
    struct fy_err err;

    EXPECT_I64(FY_OK, fy_store_open(world->path, STORE_BYTES, &world->store, &err));
    world->rows = fy_store_batch_new(world->store);
    EXPECT_I64(FY_OK, recommend_new(world->store, &world->broker.producer, world->sessions_max,
                          &world->recommend, &err));
}

/* What is left when a process is killed: what the last batch wrote. */
static void close_rows(struct world *world)
{
    recommend_free(world->recommend);
    fy_store_batch_free(world->rows);
    fy_store_close(world->store);
}

static void world_init(struct world *world, uint32_t sessions_max)
{
    *world = (struct world){.broker = {.producer = {&broker_ops}, .queue_room = 3},
        .path = "/tmp/fy-recommend-test-XXXXXX",
        .sessions_max = sessions_max};
    assert(mkdtemp(world->path) != NULL);
    fy_arena_init(&world->arena, (size_t)64 << 20);
    open_rows(world);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

static void remove_rows(struct world *world)
{
    (void)nftw(world->path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void world_done(struct world *world)
{
    close_rows(world);
    remove_rows(world);
    fy_arena_done(&world->arena);
    for (int i = 0; i < world->broker.keys; i++)
        free(world->broker.newest[i].value);
}

/* A view, or a search when there is no SKU. */
static enum fy_status apply(struct world *world,
    const char *visitor,
    struct fy_slice sku,
    bool learn,
    struct knn_order written,
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

static void view(
    struct world *world, const char *visitor, const char *sku, int32_t partition, int64_t offset)
{
    struct fy_err err;
    struct knn_order written = {1000 + offset, partition, offset};
    struct fy_slice what = sku == NULL ? (struct fy_slice){0} : fy_slice_of(sku);

    EXPECT_I64(FY_OK, apply(world, visitor, what, true, written, NULL, 0, &err));
}

static void settle(struct world *world)
{
    struct fy_err err;

    EXPECT_I64(FY_OK, recommend_settle(world->recommend, world->rows, &world->arena, &err));
    EXPECT_I64(FY_OK, fy_store_batch_write(world->rows, &err));
    fy_arena_clear(&world->arena);
}

/* The newest list of a visitor, in the world's arena; all zero when there is none. */
static struct recommendation list_of(struct world *world, const char *visitor)
{
    struct recommendation list = {.updated_ms = -1};
    struct fy_err err;

    for (int i = 0; i < world->broker.keys; i++) {
        struct fy_slice bytes = {world->broker.newest[i].value, world->broker.newest[i].size};

        if (strcmp(world->broker.newest[i].key, visitor) == 0)
            EXPECT_I64(FY_OK, recommendation_decode(bytes, &world->arena, &list, &err));
    }
    return list;
}

/* --- One list -------------------------------------------------------------------------------- */

static void a_list_says_what_it_includes_and_why(void)
{
    static struct world world;
    struct recommendation list;

    world_init(&world, 100);
    view(&world, "ann", "mug", 0, 4);
    view(&world, "ann", "tea", 0, 5);
    view(&world, "bob", "mug", 2, 9);
    settle(&world);

    list = list_of(&world, "bob");
    EXPECT_TEXT("bob", list.visitor);
    EXPECT_I64(1, list.as_of.count);
    EXPECT_TEXT("activity", list.as_of.items[0].topic);
    EXPECT_I64(2, list.as_of.items[0].partition);
    EXPECT_I64(9, list.as_of.items[0].offset);
    EXPECT_I64(1009, list.updated_ms);
    EXPECT_TEXT("mug", list.current_sku);
    EXPECT_I64(36, list.list_id.size);
    EXPECT_I64(2, list.index_seen.count);
    EXPECT_I64(0, list.index_seen.items[0].partition);
    EXPECT_I64(5, list.index_seen.items[0].offset);
    EXPECT_I64(9, list.index_seen.items[1].offset);
    EXPECT_I64(2, list.items.count);
    EXPECT_TEXT("mug", list.items.items[0].sku);
    EXPECT_TEXT("tea", list.items.items[1].sku);
    EXPECT_TEXT("mug", list.items.items[1].because_sku);
    world_done(&world);
}

/* Readers who wait for their own search or cart change hear of it, although no list changes. */
static void whatever_a_visitor_does_moves_their_list_on(void)
{
    static struct world world;
    struct recommendation list;
    struct fy_slice row;
    struct fy_err err;

    world_init(&world, 100);
    view(&world, "ann", NULL, 0, 0);
    settle(&world);
    list = list_of(&world, "ann");
    EXPECT_I64(0, list.as_of.items[0].offset);
    EXPECT_I64(0, list.items.count);
    CU_ASSERT(list.current_sku.data == NULL);
    EXPECT_I64(FY_OK,
        fy_store_get(world.store, ROWS_VISITORS, fy_slice_of("ann"), &world.arena, &row, &err));
    CU_ASSERT(row.data == NULL);

    view(&world, "ann", "mug", 0, 1);
    view(&world, "bob", "mug", 0, 2);
    settle(&world);
    view(&world, "ann", NULL, 0, 3);
    settle(&world);
    list = list_of(&world, "ann");
    EXPECT_I64(3, list.as_of.items[0].offset);
    EXPECT_I64(1, list.items.count);
    EXPECT_TEXT("mug", list.current_sku);
    world_done(&world);
}

static void a_repeated_view_counts_once_and_still_moves_the_list_on(void)
{
    static struct world world;
    struct recommendation list;
    struct fy_err err;

    world_init(&world, 100);
    EXPECT_I64(FY_OK,
        apply(&world, "ann", fy_slice_of("mug"), true, (struct knn_order){1, 0, 0}, "cc", 0, &err));
    EXPECT_I64(FY_OK,
        apply(&world, "ann", fy_slice_of("tea"), true, (struct knn_order){2, 0, 1}, "cc", 1, &err));
    settle(&world);
    close_rows(&world);
    open_rows(&world);
    EXPECT_I64(FY_OK,
        apply(&world, "ann", fy_slice_of("mug"), true, (struct knn_order){3, 0, 2}, "cc", 0, &err));
    settle(&world);
    list = list_of(&world, "ann");
    EXPECT_I64(2, list.as_of.items[0].offset);
    EXPECT_TEXT("tea", list.current_sku);
    world_done(&world);
}

static void what_is_not_to_be_learnt_from_is_in_nobody_elses_list(void)
{
    static struct world world;
    struct fy_err err;

    world_init(&world, 100);
    EXPECT_I64(FY_OK, apply(&world, "ann", fy_slice_of("mug"), false, (struct knn_order){1, 0, 0},
                          NULL, 0, &err));
    view(&world, "bob", "mug", 1, 0);
    view(&world, "bob", "tea", 1, 1);
    settle(&world);
    EXPECT_I64(1, recommend_sessions(world.recommend));
    EXPECT_I64(2, list_of(&world, "ann").items.count);
    EXPECT_I64(0, list_of(&world, "bob").items.count);
    world_done(&world);
}

/* Whatever stands on the topic: what is not ours is refused with words, and leaves nothing. */
static void records_that_cannot_be_ours_are_refused(void)
{
    static struct world world;
    static char long_text[300];
    struct fy_record garbage = {
        .topic = FY_TOPIC_ACTIVITY, .key = fy_slice_of("ann"), .value = fy_slice_of("garbage")};
    struct knn_order written = {1, 0, 7};
    struct fy_err err;

    world_init(&world, 100);
    memset(long_text, 'x', sizeof(long_text) - 1);
    EXPECT_I64(
        FY_REJECT, recommend_apply(world.recommend, &garbage, world.rows, &world.arena, &err));
    EXPECT_I64(
        FY_REJECT, apply(&world, "ann", fy_slice_of(long_text), true, written, NULL, 0, &err));
    EXPECT_CONTAINS("item_viewed.sku: 299 bytes", fy_slice_of(err.text));
    EXPECT_I64(FY_REJECT, apply(&world, "ann", fy_slice_of(""), true, written, NULL, 0, &err));
    EXPECT_I64(
        FY_REJECT, apply(&world, long_text, fy_slice_of("mug"), true, written, NULL, 0, &err));
    EXPECT_I64(
        FY_REJECT, apply(&world, "ann", fy_slice_of("mug"), true, written, long_text, 0, &err));
    written.partition = FY_PARTITIONS_MAX;
    EXPECT_I64(FY_REJECT, apply(&world, "ann", fy_slice_of("mug"), true, written, NULL, 0, &err));
    settle(&world);
    EXPECT_I64(0, world.broker.sent);
    EXPECT_I64(0, recommend_sessions(world.recommend));
    world_done(&world);
}

/* Nobody acknowledges: settle says so as often as it is called, and the lists are sent again. */
static void lists_are_sent_again_until_they_are_acknowledged(void)
{
    static struct world world;
    struct fy_err err;

    world_init(&world, 100);
    view(&world, "ann", "mug", 0, 0);
    world.broker.flushes_fail = 2;
    EXPECT_I64(FY_ABORT, recommend_settle(world.recommend, world.rows, &world.arena, &err));
    EXPECT_I64(FY_ABORT, recommend_settle(world.recommend, world.rows, &world.arena, &err));
    settle(&world);
    EXPECT_I64(3, world.broker.sent);
    close_rows(&world);
    open_rows(&world);
    EXPECT_I64(1, recommend_sessions(world.recommend));
    world_done(&world);
}

/* Ten visitors and room for three lists at a time. */
static void a_full_queue_is_waited_for(void)
{
    static struct world world;
    char name[8];

    world_init(&world, 100);
    for (int i = 0; i < 10; i++) {
        (void)snprintf(name, sizeof(name), "v%d", i);
        view(&world, name, "mug", 0, i);
    }
    settle(&world);
    EXPECT_I64(10, world.broker.keys);
    world_done(&world);
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static void play(struct world *world, const struct shop_event *event)
{
    char visitor[16];
    struct fy_err err;

    (void)snprintf(visitor, sizeof(visitor), "v%d", event->visitor);
    EXPECT_I64(FY_OK, apply(world, visitor, event->sku, event->learn, event->written, "aa",
                          event->written.offset, &err));
}

/* Everything in the lists but how far their index had read, which slices decide. */
static void expect_same_lists(struct world *a, struct world *b, int visitors)
{
    for (int v = 0; v < visitors; v++) {
        char visitor[16];
        struct recommendation x;
        struct recommendation y;

        (void)snprintf(visitor, sizeof(visitor), "v%d", v);
        x = list_of(a, visitor);
        y = list_of(b, visitor);
        EXPECT_I64(x.items.count, y.items.count);
        CU_ASSERT(fy_slice_equal(x.list_id, y.list_id));
        CU_ASSERT(fy_slice_equal(x.current_sku, y.current_sku));
        for (size_t i = 0; i < x.items.count && i < y.items.count; i++) {
            CU_ASSERT(fy_slice_equal(x.items.items[i].sku, y.items.items[i].sku));
            CU_ASSERT(fy_slice_equal(x.items.items[i].because_sku, y.items.items[i].because_sku));
            EXPECT_I64(x.items.items[i].score, y.items.items[i].score);
        }
    }
}

/* Every visitor says something more, in one slice, so that all lists are of the same index. */
static void ask_all(struct world *world, int visitors)
{
    for (int v = 0; v < visitors; v++) {
        char visitor[16];
        struct knn_order written = {0, v % 3, 1000000 + v};
        struct fy_err err;

        (void)snprintf(visitor, sizeof(visitor), "v%d", v);
        EXPECT_I64(
            FY_OK, apply(world, visitor, (struct fy_slice){0}, true, written, NULL, 0, &err));
    }
    settle(world);
}

/*
 * Killed between slices, and in the middle of one, whose records come again: the index is what it
 * would have been. Lists of slices cut elsewhere may differ, so all are asked for at the end.
 */
static void a_killed_one_goes_on_as_if_nothing_had_happened(void)
{
    for (uint64_t seed = 1; seed <= 6; seed++) {
        static struct world steady;
        static struct world killed;
        uint32_t sessions_max = seed % 2 == 0 ? 25 : 1000;
        struct shop_event *events = shop_events(seed, 1500, 30, 40);
        struct random random = {seed};
        int settled = 0;

        world_init(&steady, sessions_max);
        world_init(&killed, sessions_max);
        for (int i = 0; i < 1500; i++) {
            play(&steady, &events[i]);
            if (random_below(&random, 50) == 0)
                settle(&steady);
        }
        for (int i = 0; i < 1500; i++) {
            play(&killed, &events[i]);
            if (random_below(&random, 30) == 0) {
                settle(&killed);
                settled = i + 1;
            }
            if (random_below(&random, 200) == 0) {
                close_rows(&killed);
                open_rows(&killed);
                i = settled - 1;
            }
        }
        settle(&steady);
        settle(&killed);
        EXPECT_I64(recommend_sessions(steady.recommend), recommend_sessions(killed.recommend));
        EXPECT_I64(recommend_items(steady.recommend), recommend_items(killed.recommend));
        ask_all(&steady, 30);
        ask_all(&killed, 30);
        expect_same_lists(&steady, &killed, 30);
        world_done(&steady);
        world_done(&killed);
        free(events);
    }
}

/* Room for one session: ann's gives way to bob's, and comes back with all that was in it. */
static void a_session_that_fell_out_comes_back_whole(void)
{
    static struct world world;
    struct recommendation list;

    world_init(&world, 1);
    view(&world, "ann", "mug", 0, 0);
    view(&world, "bob", "tea", 0, 1);
    settle(&world);
    view(&world, "ann", "pot", 0, 2);
    view(&world, "cat", "tea", 1, 0);
    view(&world, "dan", "mug", 1, 1);
    settle(&world);
    list = list_of(&world, "dan");
    EXPECT_I64(2, list.items.count);
    EXPECT_TEXT("mug", list.items.items[0].sku);
    EXPECT_TEXT("pot", list.items.items[1].sku);
    world_done(&world);
}

/* Read again with partitions one after another; and records that rows include are passed over. */
static void lost_rows_come_back_from_the_topic(void)
{
    static struct world steady;
    static struct world lost;
    struct shop_event *events = shop_events(9, 1500, 30, 40);

    world_init(&steady, 60);
    world_init(&lost, 60);
    for (int i = 0; i < 1500; i++)
        play(&steady, &events[i]);
    for (int i = 0; i < 700; i++)
        play(&lost, &events[i]);
    settle(&steady);
    settle(&lost);
    close_rows(&lost);
    remove_rows(&lost);
    open_rows(&lost);
    EXPECT_I64(0, recommend_sessions(lost.recommend));
    for (int partition = 2; partition >= 0; partition--) {
        for (int i = 0; i < 1500; i++) {
            if (events[i].written.partition == partition)
                play(&lost, &events[i]);
        }
        settle(&lost);
    }
    for (int i = 0; i < 100; i++)
        play(&lost, &events[i]);
    ask_all(&steady, 30);
    ask_all(&lost, 30);
    expect_same_lists(&steady, &lost, 30);
    world_done(&steady);
    world_done(&lost);
    free(events);
}

/* A smaller index has forgotten what a larger one needs: it cannot be made of its rows. */
static void rows_of_another_size_are_wiped_with_the_positions(void)
{
    static struct world world;
    struct fy_slice none;
    struct fy_err err;

    world_init(&world, 100);
    view(&world, "ann", "mug", 0, 0);
    settle(&world);
    fy_store_batch_put(world.rows, 0, fy_slice_of("position"), fy_slice_of("1"));
    EXPECT_I64(FY_OK, fy_store_batch_write(world.rows, &err));
    close_rows(&world);
    world.sessions_max = 101;
    open_rows(&world);
    EXPECT_I64(0, recommend_sessions(world.recommend));
    EXPECT_I64(
        FY_OK, fy_store_get(world.store, 0, fy_slice_of("position"), &world.arena, &none, &err));
    CU_ASSERT(none.data == NULL);

    view(&world, "ann", "mug", 0, 0);
    settle(&world);
    EXPECT_I64(1, recommend_sessions(world.recommend));
    world_done(&world);
}

/* The follower wiped the rows under us: an empty index, and everything is read again. */
static void wiped_rows_leave_an_empty_index(void)
{
    static struct world world;

    world_init(&world, 100);
    view(&world, "ann", "mug", 0, 0);
    view(&world, "ann", "tea", 0, 1);
    settle(&world);
    view(&world, "bob", "mug", 0, 2);
    recommend_wiped(world.recommend);
    EXPECT_I64(0, recommend_sessions(world.recommend));
    EXPECT_I64(0, recommend_items(world.recommend));
    view(&world, "bob", "mug", 0, 0);
    view(&world, "cat", "mug", 0, 1);
    settle(&world);
    EXPECT_I64(1, list_of(&world, "cat").items.count);
    world_done(&world);
}

/* Bytes that we did not write are said to be such, and never read beyond their end. */
static void a_row_cut_short_anywhere_is_an_error_in_words(void)
{
    static struct world world;
    static struct visitor visitor;
    struct fy_slice row;
    struct fy_slice whole;
    struct fy_err err;

    world_init(&world, 100);
    view(&world, "ann", "mug", 0, 0);
    EXPECT_I64(FY_OK, apply(&world, "ann", fy_slice_of("tea"), false, (struct knn_order){9, 0, 1},
                          "cc", 0, &err));
    settle(&world);
    EXPECT_I64(FY_OK,
        fy_store_get(world.store, ROWS_VISITORS, fy_slice_of("ann"), &world.arena, &whole, &err));
    for (size_t size = 0; size < whole.size; size++) {
        row = (struct fy_slice){malloc(size + 1), size};
        memcpy((uint8_t *)row.data, whole.data, size);
        fy_store_batch_put(world.rows, ROWS_VISITORS, fy_slice_of("cut"), row);
        EXPECT_I64(FY_OK, fy_store_batch_write(world.rows, &err));
        EXPECT_I64(FY_FATAL,
            rows_load_visitor(world.store, fy_slice_of("cut"), &world.arena, &visitor, &err));
        EXPECT_CONTAINS("delete the data folder", fy_slice_of(err.text));
        free((void *)row.data);
    }
    EXPECT_I64(
        FY_OK, rows_load_visitor(world.store, fy_slice_of("ann"), &world.arena, &visitor, &err));
    EXPECT_I64(2, visitor.viewed.count);
    EXPECT_I64(1, visitor.learned.count);
    EXPECT_I64(1, visitor.seen_count);
    world_done(&world);
}

static const CU_TestInfo tests[] = {
    TEST(a_list_says_what_it_includes_and_why),
    TEST(whatever_a_visitor_does_moves_their_list_on),
    TEST(a_repeated_view_counts_once_and_still_moves_the_list_on),
    TEST(what_is_not_to_be_learnt_from_is_in_nobody_elses_list),
    TEST(records_that_cannot_be_ours_are_refused),
    TEST(lists_are_sent_again_until_they_are_acknowledged),
    TEST(a_full_queue_is_waited_for),
    TEST(a_killed_one_goes_on_as_if_nothing_had_happened),
    TEST(a_session_that_fell_out_comes_back_whole),
    TEST(lost_rows_come_back_from_the_topic),
    TEST(rows_of_another_size_are_wiped_with_the_positions),
    TEST(wiped_rows_leave_an_empty_index),
    TEST(a_row_cut_short_anywhere_is_an_error_in_words),
};

TEST_MAIN(recommend, tests)
