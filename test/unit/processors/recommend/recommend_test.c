#include "test/run.h"
#include "test/unit/processors/recommend/world.h"

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
    EXPECT_TEXT("tea", list.items.items[0].sku);
    EXPECT_TEXT("mug", list.items.items[0].because_sku);
    EXPECT_I64(1, list.items.items[0].sessions);
    EXPECT_TEXT("mug", list.items.items[1].sku);
    EXPECT_TEXT("mug", list.items.items[1].because_sku);
    EXPECT_I64(1, list.items.items[0].share_ppm > list.items.items[1].share_ppm);
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
    EXPECT_I64(FY_OK, apply(&world, "ann", fy_slice_of("mug"), true, (struct engine_order){1, 0, 0},
                          "cc", 0, &err));
    EXPECT_I64(FY_OK, apply(&world, "ann", fy_slice_of("tea"), true, (struct engine_order){2, 0, 1},
                          "cc", 1, &err));
    settle(&world);
    close_rows(&world);
    open_rows(&world);
    EXPECT_I64(FY_OK, apply(&world, "ann", fy_slice_of("mug"), true, (struct engine_order){3, 0, 2},
                          "cc", 0, &err));
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
    EXPECT_I64(FY_OK, apply(&world, "ann", fy_slice_of("mug"), false,
                          (struct engine_order){1, 0, 0}, NULL, 0, &err));
    view(&world, "bob", "mug", 1, 0);
    view(&world, "bob", "tea", 1, 1);
    settle(&world);
    EXPECT_I64(1, recommend_sessions(world.recommend));
    EXPECT_I64(2, list_of(&world, "ann").items.count);
    EXPECT_I64(1, list_of(&world, "ann").items.items[0].sessions);
    EXPECT_I64(2, list_of(&world, "bob").items.count); /* His own two, without a neighbour. */
    EXPECT_I64(0, list_of(&world, "bob").items.items[0].sessions);
    EXPECT_I64(0, list_of(&world, "bob").items.items[1].sessions);
    world_done(&world);
}

/* Whatever stands on the topic: what is not ours is refused with words, and leaves nothing. */
static void records_that_cannot_be_ours_are_refused(void)
{
    static struct world world;
    static char long_text[300];
    struct fy_record garbage = {
        .topic = FY_TOPIC_ACTIVITY, .key = fy_slice_of("ann"), .value = fy_slice_of("garbage")};
    struct engine_order written = {1, 0, 7};
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

/* A client that nothing has answered yet takes no list: that passes, and nothing is lost. */
static void a_broker_that_is_away_is_waited_for(void)
{
    static struct world world;
    struct fy_err err;

    world_init(&world, 100);
    view(&world, "ann", "mug", 0, 0);
    world.broker.away = true;
    EXPECT_I64(FY_ABORT, recommend_settle(world.recommend, world.rows, &world.arena, &err));
    EXPECT_I64(0, world.broker.sent);
    world.broker.away = false;
    settle(&world);
    EXPECT_I64(1, world.broker.sent);
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

static const CU_TestInfo tests[] = {
    TEST(a_list_says_what_it_includes_and_why),
    TEST(whatever_a_visitor_does_moves_their_list_on),
    TEST(a_repeated_view_counts_once_and_still_moves_the_list_on),
    TEST(what_is_not_to_be_learnt_from_is_in_nobody_elses_list),
    TEST(records_that_cannot_be_ours_are_refused),
    TEST(lists_are_sent_again_until_they_are_acknowledged),
    TEST(a_broker_that_is_away_is_waited_for),
    TEST(a_full_queue_is_waited_for),
};

TEST_MAIN(recommend, tests)
