/* Facts at random, and all that may go wrong: nobody who reads may be able to tell. */
#include "processors/stock/stock.h"
#include "schemas/generated/product.h"
#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_level.h"
#include "schemas/generated/stock_row.h"
#include "test/random.h"
#include "test/run.h"
#include "test/stream/stock_said.h"

enum { SKUS = 4, FACTS = 120 };

static const char *const skus[SKUS] = {"mug", "cup", "jug", "pot"};

/* The same facts for the same seed, whichever driver they are sent to; runs in between. */
static void say_at_random(struct driver *driver, uint64_t seed)
{
    static const char *const suppliers[] = {"acme", "acme", "acme", "evil"};
    static const char kinds[] = "lpccrratw";
    struct random random = {seed};
    struct said sent[FACTS];
    char ids[FACTS][8];

    for (int i = 0; i < FACTS; i++) {
        if (i > 0 && random_below(&random, 4) == 0) {
            sent[i] = sent[random_below(&random, (uint64_t)i)];
        } else {
            (void)snprintf(ids[i], sizeof(ids[i]), "%d", i);
            sent[i] = (struct said){ids[i], skus[random_below(&random, SKUS)],
                suppliers[random_below(&random, 4)], kinds[random_below(&random, 9)],
                (int64_t)random_below(&random, 1000)};
        }
        (void)say(driver, sent[i]);
        if (random_below(&random, 10) == 0)
            driver_run(driver);
    }
    driver_run(driver);
}

/* All that was told of each SKU, in order. */
struct told {
    struct fy_slice events[SKUS][2 * FACTS]; /* A fact gives two at most. */
    struct fy_slice products[SKUS][FACTS];
    struct fy_slice levels[SKUS][FACTS];
    int event_count[SKUS];
    int product_count[SKUS];
    int level_count[SKUS];
    int events_all;
};

static int sku_read(const struct driver *driver)
{
    int sku = 0;

    while (sku < SKUS && !fy_slice_equal(driver_key(driver), fy_slice_of(skus[sku])))
        sku++;
    CU_ASSERT_TRUE_FATAL(sku < SKUS);
    return sku;
}

static struct fy_slice encoded(
    const struct fy_schema *schema, const void *value, struct fy_arena *arena)
{
    struct fy_slice bytes = {0};
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, schema->encode(value, arena, &bytes, &err));
    return bytes;
}

/* What differs between two runs that are the same to everybody is when they were: leave it out. */
static void read_told(struct driver *driver, struct fy_arena *arena, struct told *told)
{
    struct stock_event event;
    struct product product;
    struct stock_level level;

    *told = (struct told){0};
    while (driver_read(driver, FY_TOPIC_STOCK, &event)) {
        int sku = sku_read(driver);

        told->events[sku][told->event_count[sku]++] = encoded(&stock_event_schema, &event, arena);
        told->events_all++;
    }
    while (driver_read(driver, FY_TOPIC_PRODUCTS, &product)) {
        int sku = sku_read(driver);

        product.updated_ms = 0;
        told->products[sku][told->product_count[sku]++] = encoded(&product_schema, &product, arena);
    }
    while (driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level)) {
        int sku = sku_read(driver);

        level.updated_ms = 0;
        told->levels[sku][told->level_count[sku]++] = encoded(&stock_level_schema, &level, arena);
    }
}

static void expect_same(
    const struct fy_slice *want, int want_count, const struct fy_slice *got, int got_count)
{
    EXPECT_I64(want_count, got_count);
    for (int i = 0; i < want_count && i < got_count; i++)
        CU_ASSERT_TRUE(fy_slice_equal(want[i], got[i]));
}

/*
 * Turns are aborted, fenced and left in doubt, partitions move, the process dies with and without
 * its disk. Whoever reads must not be able to tell: not one event or state more, less or other,
 * down to the numbers that the events carry.
 */
static void a_bad_day_tells_the_same_stock(void)
{
    static struct told want;
    static struct told got;
    int last = driver_seed_last(100);

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *kind = driver_new(&stock_processor);
        struct driver *hostile = driver_new_hostile(&stock_processor, (uint64_t)seed);
        struct fy_arena arena;

        fy_arena_init(&arena, 64 << 20);
        say_at_random(kind, (uint64_t)seed);
        say_at_random(hostile, (uint64_t)seed);
        read_told(kind, &arena, &want);
        read_told(hostile, &arena, &got);

        CU_ASSERT_TRUE(want.events_all > FACTS / 2);
        for (int sku = 0; sku < SKUS; sku++) {
            expect_same(
                want.events[sku], want.event_count[sku], got.events[sku], got.event_count[sku]);
            expect_same(want.products[sku], want.product_count[sku], got.products[sku],
                got.product_count[sku]);
            expect_same(
                want.levels[sku], want.level_count[sku], got.levels[sku], got.level_count[sku]);
        }

        fy_arena_done(&arena);
        driver_free(kind);
        driver_free(hostile);
    }
}

static void expect_row(
    struct driver *driver, const char *key, const struct stock_row *want, struct fy_arena *arena)
{
    struct stock_row live;

    CU_ASSERT_TRUE_FATAL(driver_row(driver, key, &live));
    CU_ASSERT_TRUE(fy_slice_equal(
        encoded(&stock_row_schema, want, arena), encoded(&stock_row_schema, &live, arena)));
}

/*
 * A rebuild reads the task's own events and nothing else, and must end at the rows that live has.
 */
static void a_rebuild_from_the_events_gives_the_live_rows(void)
{
    static struct sku_row rebuilt[SKUS];
    static struct shelf shelves[SKUS];
    static struct stock_room rooms[SKUS];

    for (uint64_t seed = 1; seed <= 30; seed++) {
        struct driver *driver = driver_new(&stock_processor);
        struct fy_arena arena;
        struct stock_event event;

        fy_arena_init(&arena, 64 << 20);
        memset(rebuilt, 0, sizeof(rebuilt));
        memset(shelves, 0, sizeof(shelves));
        say_at_random(driver, seed);
        while (driver_read(driver, FY_TOPIC_STOCK, &event)) {
            int sku = sku_read(driver);

            shelf_evolve(&shelves[sku], &event);
            if (fy_slice_equal(event.supplier, fy_slice_of("acme")) &&
                event.low_stock_reached == NULL && event.low_stock_cleared == NULL)
                stock_evolve(&rebuilt[sku], &event, &rooms[sku]);
        }
        for (int sku = 0; sku < SKUS; sku++) {
            struct shelf_row shelf = shelf_as_row(&shelves[sku]);
            char key[32];

            (void)snprintf(key, sizeof(key), "offer/%s/acme", skus[sku]);
            expect_row(driver, key, &(struct stock_row){.sku = &rebuilt[sku]}, &arena);
            (void)snprintf(key, sizeof(key), "sku/%s", skus[sku]);
            if (shelf.offers.count > 0)
                expect_row(driver, key, &(struct stock_row){.shelf = &shelf}, &arena);
        }
        fy_arena_done(&arena);
        driver_free(driver);
    }
}

static const CU_TestInfo tests[] = {
    TEST(a_bad_day_tells_the_same_stock),
    TEST(a_rebuild_from_the_events_gives_the_live_rows),
};

TEST_MAIN(stock_bad_day, tests)
