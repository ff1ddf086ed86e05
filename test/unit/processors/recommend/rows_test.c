/* What a restart finds: everything, something else, or nothing. */
#include "test/random.h"
#include "test/run.h"
#include "test/unit/processors/recommend/world.h"

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
static void ask_all(struct world *world, int visitors, int64_t ms)
{
    for (int v = 0; v < visitors; v++) {
        char visitor[16];
        struct engine_order written = {ms, v % 3, 1000000 + v};
        struct fy_err err;

        (void)snprintf(visitor, sizeof(visitor), "v%d", v);
        EXPECT_I64(
            FY_OK, apply(world, visitor, (struct fy_slice){0}, true, written, NULL, 0, &err));
    }
    settle(world);
}

static bool count_row(struct fy_slice key, struct fy_slice value, void *context)
{
    (void)key;
    (void)value;
    ++*(int *)context;
    return true;
}

static int session_rows(struct world *world)
{
    struct fy_err err;
    int count = 0;

    EXPECT_I64(FY_OK,
        fy_store_scan(world->store, ROWS_SESSIONS, (struct fy_slice){0}, count_row, &count, &err));
    return count;
}

static bool pay(struct world *world)
{
    struct fy_err err;
    bool paid = false;

    EXPECT_I64(FY_OK, recommend_pay_due(world->recommend, &paid, &err));
    fy_arena_clear(&world->arena);
    return paid;
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
            if (random_below(&random, 50) == 0) {
                settle(&steady);
                (void)pay(&steady); /* All is read: sessions that ended are packed from now on. */
            }
        }
        for (int i = 0; i < 1500; i++) {
            play(&killed, &events[i]);
            if (random_below(&random, 30) == 0) {
                settle(&killed);
                if (random_below(&random, 4) == 0)
                    (void)pay(&killed);
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
        ask_all(&steady, 30, events[1499].written.ms);
        ask_all(&killed, 30, events[1499].written.ms);
        expect_same_lists(&steady, &killed, 30);
        EXPECT_I64(recommend_sessions(steady.recommend), session_rows(&steady));
        EXPECT_I64(recommend_sessions(killed.recommend), session_rows(&killed));
        world_done(&steady);
        world_done(&killed);
        free(events);
    }
}

/*
 * The rows are lost and partitions are read one after the other: ann's list was made before bob's
 * session was read, and she may not come back for days. It is made again once all is read, after a
 * kill too, and when it was not acknowledged; bob, who came back himself, keeps his newer place.
 */
static void lists_made_while_reading_up_are_made_again(void)
{
    static struct world world;
    struct recommendation list;

    world_init(&world, 100);
    view(&world, "ann", "mug", 0, 0);
    settle(&world);
    view(&world, "bob", "mug", 1, 0);
    view(&world, "bob", "tea", 1, 1);
    settle(&world);
    EXPECT_I64(1, list_of(&world, "ann").items.count);

    close_rows(&world);
    open_rows(&world);
    world.broker.flushes_fail = 1;
    EXPECT_I64(false, pay(&world));
    view(&world, "bob", NULL, 1, 2);
    settle(&world);
    EXPECT_I64(true, pay(&world));

    list = list_of(&world, "ann");
    EXPECT_I64(2, list.items.count); /* What bob saw: the mug, viewed before, and the tea. */
    EXPECT_TEXT("tea", list.items.items[0].sku);
    EXPECT_I64(0, list.as_of.items[0].partition);
    EXPECT_I64(0, list.as_of.items[0].offset);
    EXPECT_I64(2, list_of(&world, "bob").as_of.items[0].offset);

    world.broker.sent = 0; /* Paid is paid, also after a kill. */
    close_rows(&world);
    open_rows(&world);
    EXPECT_I64(true, pay(&world));
    EXPECT_I64(0, world.broker.sent);
    world_done(&world);
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
    EXPECT_TEXT("pot", list.items.items[0].sku);
    EXPECT_TEXT("mug", list.items.items[1].sku);
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
    ask_all(&steady, 30, events[1499].written.ms);
    ask_all(&lost, 30, events[1499].written.ms);
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
    fy_store_batch_put(world.rows, ROWS_LAST, fy_slice_of("bob"), fy_slice_of("1"));
    EXPECT_I64(FY_OK, fy_store_batch_write(world.rows, &err));
    close_rows(&world);
    world.sessions_max = 101;
    open_rows(&world);
    EXPECT_I64(0, recommend_sessions(world.recommend));
    EXPECT_I64(
        FY_OK, fy_store_get(world.store, ROWS_LAST, fy_slice_of("bob"), &world.arena, &none, &err));
    CU_ASSERT(none.data == NULL);
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
    EXPECT_I64(FY_OK, apply(&world, "ann", fy_slice_of("tea"), false,
                          (struct engine_order){9, 0, 1}, "cc", 0, &err));
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
    TEST(a_killed_one_goes_on_as_if_nothing_had_happened),
    TEST(lists_made_while_reading_up_are_made_again),
    TEST(a_session_that_fell_out_comes_back_whole),
    TEST(lost_rows_come_back_from_the_topic),
    TEST(rows_of_another_size_are_wiped_with_the_positions),
    TEST(wiped_rows_leave_an_empty_index),
    TEST(a_row_cut_short_anywhere_is_an_error_in_words),
};

TEST_MAIN(rows, tests)
