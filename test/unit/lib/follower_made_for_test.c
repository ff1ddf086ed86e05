/*
 * What a follower's rows were made for is kept with them: rows of another definition are dropped,
 * and everything is read again.
 */
#include "lib/follower.h"
#include "test/driver/log.h"
#include "test/expect.h"
#include "test/run.h"

enum { ROWS = 1, SLICES_MAX = 100 };

struct stage {
    struct fy_clock clock;
    int64_t now_ms;
    struct log *log;
    struct fy_store *store;
    int applied, wiped;
};

static int64_t now_ms(struct fy_clock *clock)
{
    return ((struct stage *)clock)->now_ms;
}

static void wait_ms(struct fy_clock *clock, int ms)
{
    ((struct stage *)clock)->now_ms += ms;
}

static void stage_init(struct stage *stage)
{
    struct log_config config = {.partitions = 2};

    *stage = (struct stage){.clock = {now_ms, wait_ms}};
    config.clock = &stage->clock;
    stage->log = log_new(&config);
    stage->store = log_store_new(stage->log);
    (void)log_append(stage->log, FY_TOPIC_PRODUCTS, 0, fy_slice_of("mug"), fy_slice_of("blue"));
    (void)log_append(stage->log, FY_TOPIC_PRODUCTS, 1, fy_slice_of("cup"), fy_slice_of("red"));
}

static void stage_done(struct stage *stage)
{
    fy_store_close(stage->store);
    log_free(stage->log);
}

static enum fy_status apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct stage *stage = context;

    (void)arena;
    (void)err;
    stage->applied++;
    fy_store_batch_put(rows, ROWS, record->key, record->value);
    return FY_OK;
}

static void wiped(void *context)
{
    ((struct stage *)context)->wiped++;
}

/* A start, until it is ready; then it is killed. How many records it read, and how often it wiped.
 */
static void start(struct stage *stage, const char *made_for, int applied, int wipes)
{
    static const enum fy_topic topics[] = {FY_TOPIC_PRODUCTS};
    const struct fy_follower_config config = {
        .name = "test",
        .topics = topics,
        .topic_count = 1,
        .apply = apply,
        .wiped = wiped,
        .context = stage,
        .made_for = made_for,
    };
    struct fy_follower *follower = NULL;
    struct fy_err err = {0};

    stage->applied = stage->wiped = 0;
    EXPECT_I64(FY_OK, fy_follower_new(&config, log_plain_source_new(stage->log), stage->store, NULL,
                          &follower, &err));
    for (int i = 0; i < SLICES_MAX && !fy_follower_ready(follower); i++)
        EXPECT_I64(FY_OK, fy_follower_run_slice(follower, 0, &err));
    CU_ASSERT_TRUE(fy_follower_ready(follower));
    fy_follower_free(follower);
    EXPECT_I64(applied, stage->applied);
    EXPECT_I64(wipes, stage->wiped);
}

static void put_stray(struct stage *stage)
{
    struct fy_store_batch *batch = fy_store_batch_new(stage->store);
    struct fy_err err = {0};

    fy_store_batch_put(batch, ROWS, fy_slice_of("stray"), fy_slice_of("of other rules"));
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
}

static bool has(struct stage *stage, const char *key)
{
    struct fy_arena arena;
    struct fy_slice value;
    struct fy_err err = {0};
    bool there;

    fy_arena_init(&arena, 1 << 16);
    EXPECT_I64(FY_OK, fy_store_get(stage->store, ROWS, fy_slice_of(key), &arena, &value, &err));
    there = value.data != NULL;
    fy_arena_done(&arena);
    return there;
}

static void rows_of_the_same_definition_stay(void)
{
    struct stage stage;

    stage_init(&stage);
    start(&stage, "views 1", 2, 0);
    put_stray(&stage);
    start(&stage, "views 1", 0, 0);
    CU_ASSERT_TRUE(has(&stage, "stray") && has(&stage, "mug"));
    stage_done(&stage);
}

static void rows_of_another_definition_are_read_again(void)
{
    struct stage stage;

    stage_init(&stage);
    start(&stage, "views 1", 2, 0);
    put_stray(&stage);
    start(&stage, "views 2", 2, 1);
    CU_ASSERT_TRUE(!has(&stage, "stray") && has(&stage, "mug") && has(&stage, "cup"));
    start(&stage, "views 2", 0, 0);
    stage_done(&stage);
}

/* A store that was written before anybody said what for. */
static void rows_of_no_definition_are_read_again(void)
{
    struct stage stage;

    stage_init(&stage);
    start(&stage, NULL, 2, 0);
    start(&stage, NULL, 0, 0);
    start(&stage, "views 1", 2, 1);
    start(&stage, "views 1", 0, 0);
    stage_done(&stage);
}

static CU_TestInfo tests[] = {
    TEST(rows_of_the_same_definition_stay),
    TEST(rows_of_another_definition_are_read_again),
    TEST(rows_of_no_definition_are_read_again),
};

TEST_MAIN(follower_made_for, tests)
