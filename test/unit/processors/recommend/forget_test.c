/* Whoever is forgotten has never been: in lists, in the index, and in rows that a restart reads. */
#include "lib/ids.h"
#include "test/unit/processors/recommend/world.h"

#include "test/random.h"
#include "test/run.h"

enum { VISITORS = 6, VIEWS = 400 };

static const char *const skus[] = {"mug", "cup", "hat", "pot", "jar", "pan", "tin"};

/*
 * The same views, in the same places; `without` some visitors. Pauses of an hour now and then, so
 * that a visitor has many sessions; slices of a few views.
 */
static void feed(struct world *world, int first, const char *without)
{
    struct random random = {5};
    int64_t ms = 1000;
    struct fy_err err;

    for (int i = 0; i < VIEWS; i++) {
        int visitor = (int)random_below(&random, VISITORS);
        const char *sku = skus[random_below(&random, 7)];
        char name[2] = {(char)('a' + visitor), '\0'};
        struct engine_order written = {ms, visitor % 2, 10 * i};

        ms += random_below(&random, 20) == 0 ? 3600 * 1000 : 1000;
        if (i >= first && strchr(without, name[0]) == NULL)
            EXPECT_I64(FY_OK, apply(world, name, fy_slice_of(sku), true, written, NULL, 0, &err));
        if (i % 7 == 6)
            settle(world);
    }
    settle(world);
}

struct rows_read {
    uint8_t digest[FY_DIGEST_BYTES];
    int count;
};

static bool digest_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct rows_read *rows = context;
    struct fy_slice parts[] = {{rows->digest, FY_DIGEST_BYTES}, key, value};

    fy_digest(parts, 3, rows->digest);
    rows->count++;
    return true;
}

/* Sessions without their owners' numbers, which are given out as visitors come. */
static bool digest_session(struct fy_slice key, struct fy_slice value, void *context)
{
    return digest_row(key, (struct fy_slice){value.data + 4, value.size - 4}, context);
}

static struct rows_read rows_of(struct world *world, uint32_t space)
{
    struct rows_read rows = {{0}, 0};
    struct fy_err err;

    EXPECT_I64(FY_OK, fy_store_scan(world->store, space, (struct fy_slice){0},
                          space == ROWS_SESSIONS ? digest_session : digest_row, &rows, &err));
    return rows;
}

static void expect_same(struct world *knew, struct world *never)
{
    struct rows_read a = rows_of(knew, ROWS_SESSIONS);
    struct rows_read b = rows_of(never, ROWS_SESSIONS);

    EXPECT_I64(b.count, a.count);
    EXPECT_I64(0, memcmp(a.digest, b.digest, FY_DIGEST_BYTES));
    EXPECT_I64(rows_of(never, ROWS_OWNED).count, rows_of(knew, ROWS_OWNED).count);
    EXPECT_I64(rows_of(never, ROWS_OWNERS).count, rows_of(knew, ROWS_OWNERS).count);
    EXPECT_I64(recommend_sessions(never->recommend), recommend_sessions(knew->recommend));
    EXPECT_I64(recommend_items(never->recommend), recommend_items(knew->recommend));
}

/* What somebody is shown who comes afterwards. */
static void expect_same_lists(struct world *knew, struct world *never)
{
    for (int i = 0; i < 7; i++) {
        char name[8];
        struct recommendation a;
        struct recommendation b;

        (void)snprintf(name, sizeof(name), "new%d", i);
        view(knew, name, skus[i], 0, 100000 + i);
        view(never, name, skus[i], 0, 100000 + i);
        settle(knew);
        settle(never);
        a = list_of(knew, name);
        b = list_of(never, name);
        EXPECT_I64(b.items.count, a.items.count);
        for (size_t at = 0; at < a.items.count && at < b.items.count; at++) {
            CU_ASSERT_TRUE(fy_slice_equal(a.items.items[at].sku, b.items.items[at].sku));
            EXPECT_I64(b.items.items[at].score, a.items.items[at].score);
            EXPECT_I64(b.items.items[at].sessions, a.items.items[at].sessions);
        }
    }
}

static void an_index_that_never_knew_them(void)
{
    static struct world knew, never;

    world_init(&knew, 1000);
    world_init(&never, 1000);
    feed(&knew, 0, "");
    feed(&never, 0, "bd");
    forgotten(&knew, "b", 7, 1, 5000);
    settle(&knew);
    CU_ASSERT_TRUE(list_of(&knew, "b").updated_ms < 0); /* The list is gone. */
    forgotten(&knew, "d", 7, 1, 5001);
    settle(&knew);
    expect_same(&knew, &never);
    close_rows(&knew); /* A restart. */
    open_rows(&knew);
    expect_same(&knew, &never);
    expect_same_lists(&knew, &never);
    world_done(&knew);
    world_done(&never);
}

/* Viewed, ended, begun and forgotten in one slice: nothing of it was in the store yet. */
static void within_a_slice(void)
{
    static struct world knew, never;
    struct fy_err err;

    world_init(&knew, 1000);
    world_init(&never, 1000);
    for (int i = 0; i < 4; i++) {
        struct engine_order written = {1000 + (int64_t)i * 3600 * 1000, 0, i};

        EXPECT_I64(FY_OK, apply(&knew, "ann", fy_slice_of(skus[i]), true, written, NULL, 0, &err));
        if (i == 1)
            settle(&knew); /* One is, and goes on in the slice. */
    }
    forgotten(&knew, "ann", 7, 0, 10);
    view(&knew, "ann", "mug", 0, 20000000);
    view(&never, "ann", "mug", 0, 20000000);
    settle(&knew);
    settle(&never);
    expect_same(&knew, &never);
    EXPECT_I64(1, list_of(&knew, "ann").items.count);
    world_done(&knew);
    world_done(&never);
}

/* Each instance of the edge writes it: the later of two takes nothing of what came between. */
static void the_same_forgetting_twice(void)
{
    static struct world world;

    world_init(&world, 1000);
    view(&world, "ann", "mug", 0, 0);
    forgotten(&world, "ann", 7, 0, 1);
    view(&world, "ann", "cup", 0, 2);
    forgotten(&world, "ann", 7, 0, 3);
    settle(&world);
    EXPECT_I64(1, recommend_sessions(world.recommend));
    forgotten(&world, "ann", 8, 0, 4);
    forgotten(&world, "nobody", 8, 0, 5);
    settle(&world);
    EXPECT_I64(0, recommend_sessions(world.recommend));
    EXPECT_I64(0, rows_of(&world, ROWS_SESSIONS).count);
    EXPECT_I64(0, rows_of(&world, ROWS_OWNERS).count);
    world_done(&world);
}

/* Numbers are dense in each partition, whichever is read first. */
static void no_two_visitors_have_one_number(void)
{
    static struct rows_seen seen;
    static struct rows_seen other;
    uint32_t a0 = rows_next_owner(&seen, 0);
    uint32_t a1 = rows_next_owner(&seen, 1);
    uint32_t b1 = rows_next_owner(&other, 1);

    EXPECT_I64(a0, rows_next_owner(&other, 0));
    EXPECT_I64(a1, b1);
    CU_ASSERT_TRUE(a0 != a1);
    CU_ASSERT_TRUE(rows_next_owner(&seen, 0) != a0);
}

static CU_TestInfo tests[] = {
    TEST(an_index_that_never_knew_them),
    TEST(within_a_slice),
    TEST(the_same_forgetting_twice),
    TEST(no_two_visitors_have_one_number),
};

TEST_MAIN(forget, tests)
