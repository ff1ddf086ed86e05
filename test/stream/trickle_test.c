/*
 * Rows on their way to the store: late, few, and never missed.
 */
#include "test/run.h"
#include "test/stream/disk.h"
#include "test/stream/script.h"

#include <string.h>

static int64_t store_number(struct driver *driver, int32_t partition)
{
    struct fy_arena arena;
    struct fy_slice value = {0};
    struct fy_err err = {0};
    int64_t number = 0;

    fy_arena_init(&arena, 1024 * 1024);
    EXPECT_I64(FY_OK, fy_store_get(driver_store(driver), (uint32_t)partition,
                          fy_slice_of("@replay"), &arena, &value, &err));
    if (value.size >= sizeof(number))
        memcpy(&number, value.data, sizeof(number));
    fy_arena_done(&arena);
    return number;
}

static enum log_fault count_writes(void *context, enum log_call call, int64_t number)
{
    int *writes = context;

    (void)number;
    *writes += call == LOG_STORE_WRITE;
    return LOG_FINE;
}

/*
 * One row that changes all the time is written now and then, and all the same a kill has no more
 * than a tail to replay, however long the changelog is.
 */
static void a_hot_row_is_written_seldom_and_the_tail_stays_short(void)
{
    struct driver *driver = driver_new(&probe);
    int32_t partition = driver_partition(driver, "mug");
    struct script script = {0};
    int writes = 0;

    driver_fault(driver, count_writes, &writes);
    for (int i = 0; i < 200; i++) {
        script_send(&script, driver, 0, i % 12 + 1);
        driver_run(driver);
        CU_ASSERT_TRUE(log_end(driver_log(driver), FY_TOPIC_STOCK_CHANGELOG, partition) -
                           store_number(driver, partition) <=
                       30);
    }
    CU_ASSERT_TRUE(writes < 200);
    driver_crash(driver);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

/* Nothing comes any more: what is dirty does not wait for it. */
static void an_idle_task_writes_all_it_has(void)
{
    struct driver *driver = driver_new(&probe);
    int32_t partition = driver_partition(driver, "mug");

    (void)probe_send(driver, "mug", 5);
    driver_run(driver);
    CU_ASSERT_FALSE(store_has(driver, "mug", "mug"));
    driver_pass(driver, 31 * 1000);
    for (int i = 0; i < 3; i++)
        driver_run(driver);
    CU_ASSERT_TRUE(store_has(driver, "mug", "mug"));
    EXPECT_I64(log_end(driver_log(driver), FY_TOPIC_STOCK_CHANGELOG, partition) - 1,
        store_number(driver, partition));
    driver_free(driver);
}

/* Somebody else in this process may write the space next: nothing of ours may come behind. */
static void what_is_given_back_is_written_first(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};

    for (int i = 0; i < 5; i++)
        script_send(&script, driver, i, 5);
    driver_run(driver);
    for (int i = 0; i < 20; i++) {
        log_rebalance(driver_log(driver), "stock");
        driver_run(driver);
    }
    for (int i = 0; i < 5; i++)
        CU_ASSERT_TRUE(store_has(driver, skus[i], skus[i]));
    script_send(&script, driver, 0, 5);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

/* The mark of a deleted row hides what the store still has, until the store has it no more. */
static void a_deleted_row_stays_deleted(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};

    script_send(&script, driver, 0, 5);
    driver_run(driver);
    driver_pass(driver, 31 * 1000);
    for (int i = 0; i < 3; i++)
        driver_run(driver);
    CU_ASSERT_TRUE(store_has(driver, "mug", "mug"));
    script_send(&script, driver, 0, DELETES);
    driver_run(driver);
    CU_ASSERT_TRUE(store_has(driver, "mug", "mug"));
    script_send(&script, driver, 0, 7);
    script_send(&script, driver, 0, DELETES);
    driver_run(driver);
    driver_pass(driver, 31 * 1000);
    for (int i = 0; i < 3; i++)
        driver_run(driver);
    CU_ASSERT_FALSE(store_has(driver, "mug", "mug"));
    expect_script(&script, driver);
    driver_free(driver);
}

/* --- Too much for one turn ------------------------------------------------------------------- */

enum { BULK_BYTES = 900 * 1000, BULKY_RECORDS = 50 };

static enum fy_status bulky_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    static uint8_t bulk[BULK_BYTES];

    return fy_task_put(task, record->key, (struct fy_slice){bulk, sizeof(bulk)}, err);
}

/*
 * A poll may give more than one turn has room for. The turn ends there, and what is left is read
 * again: none of it is lost or handled twice, and memory has its ceiling.
 */
static void a_turn_ends_where_it_grows_too_large(void)
{
    struct fy_processor bulky = probe;
    struct driver *driver;
    struct log_cursor cursor = {0};
    struct fy_record record;
    int32_t partition;
    int rows = 0;

    bulky.handle = bulky_handle;
    driver = driver_new(&bulky);
    partition = driver_partition(driver, "mug");
    for (int i = 0; i < BULKY_RECORDS; i++) {
        char key[16];

        (void)snprintf(key, sizeof(key), "bulk-%d", i);
        (void)log_append(driver_log(driver), FY_TOPIC_SUPPLY, partition, fy_slice_of(key),
            fy_slice_of("anything"));
    }
    driver_run(driver);
    EXPECT_I64(2, log_commits(driver_log(driver))); /* 45 MB, of 32 a turn. */
    while (log_read(driver_log(driver), FY_TOPIC_STOCK_CHANGELOG, partition, &cursor, &record))
        rows += record.key.data[0] != '@';
    EXPECT_I64(BULKY_RECORDS, rows);
    EXPECT_I64(
        BULKY_RECORDS, log_group_offset(driver_log(driver), "stock", FY_TOPIC_SUPPLY, partition));
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(a_turn_ends_where_it_grows_too_large),
    TEST(a_hot_row_is_written_seldom_and_the_tail_stays_short),
    TEST(an_idle_task_writes_all_it_has),
    TEST(what_is_given_back_is_written_first),
    TEST(a_deleted_row_stays_deleted),
};

TEST_MAIN(trickle, tests)
