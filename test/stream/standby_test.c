/*
 * A standby keeps the rows of others' partitions here, so that taking one over is a short replay;
 * and knows when its rows are too old to be of use.
 */
#include "lib/metrics.h"
#include "test/run.h"
#include "test/stream/script.h"

#include <stdlib.h>

enum { HOUR_MS = 3600 * 1000, MANY = 30 };

static int64_t counter(const char *name)
{
    struct fy_arena arena;
    struct fy_slice text;
    const char *at;
    int64_t value = 0;
    char line[128];

    fy_task_metrics_register();
    fy_arena_init(&arena, 1 << 20);
    text = fy_metrics_text(&arena);
    (void)snprintf(line, sizeof(line), "\n%s ", name);
    at = memmem(text.data, text.size, line, strlen(line));
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    value = atoll(at + strlen(line));
    fy_arena_done(&arena);
    return value;
}

static void send_many(struct script *script, struct driver *driver)
{
    for (int i = 0; i < MANY; i++)
        script_send(script, driver, i % SKUS, i % 11 + 1);
    driver_run(driver);
}

/* Each process has two of the four partitions, and something in them. */
static void send_to_both(struct script *script, struct driver *driver)
{
    for (int round = 0; round < 3; round++) {
        log_rebalance(driver_log(driver), "stock");
        send_many(script, driver);
    }
    EXPECT_I64(2, driver_tasks_ready(driver, 0));
}

static void a_partition_moves_warm(void)
{
    struct driver *driver = driver_new_standby(&probe);
    struct script script = {0};
    int64_t restored;

    send_to_both(&script, driver);
    driver_standby_run(driver, 0, 40);
    EXPECT_I64(2, driver_standby_warm(driver, 0));

    /* What has changed since then is all that is left to replay, and there is nothing. */
    restored = counter("fy_task_restored_records_total");
    driver_kill_one(driver);
    script_send(&script, driver, 0, 3);
    driver_run(driver);
    EXPECT_I64(restored, counter("fy_task_restored_records_total"));
    expect_script(&script, driver);
    driver_free(driver);
}

/* Whatever the standby has not read yet is the tail. */
static void a_tail_is_replayed(void)
{
    struct driver *driver = driver_new_standby(&probe);
    struct script script = {0};

    send_to_both(&script, driver);
    driver_standby_run(driver, 0, 40);
    for (int i = 0; i < SKUS; i++)
        script_send(&script, driver, i, i + 2);
    driver_run(driver);
    driver_kill_one(driver);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

/* Rows of a space that nobody has are followed by the process that lost them, too. */
static void what_was_taken_away_is_followed(void)
{
    struct driver *driver = driver_new_standby(&probe);
    struct script script = {0};

    send_to_both(&script, driver);
    send_to_both(&script, driver);
    driver_standby_run(driver, 0, 40);
    driver_standby_run(driver, 1, 40);
    EXPECT_I64(2, driver_standby_warm(driver, 0));
    EXPECT_I64(2, driver_standby_warm(driver, 1));
    expect_script(&script, driver);
    driver_free(driver);
}

/*
 * A row is deleted while the standby does not get to read, and after a day its tombstone is
 * compacted away. Read on from where it was, it would keep the row for ever.
 */
static void an_old_standby_begins_with_nothing(void)
{
    struct driver *driver = driver_new_standby(&probe);
    struct script script = {0};
    struct log *log = driver_log(driver);

    send_to_both(&script, driver);
    driver_standby_run(driver, 0, 40);
    EXPECT_I64(2, driver_standby_warm(driver, 0));
    driver_standby_pause(driver, true);
    for (int sku = 0; sku < SKUS; sku++)
        script_send(&script, driver, sku, DELETES);
    driver_run(driver);
    driver_pass(driver, 30 * HOUR_MS);
    log_compact(log, FY_TOPIC_STOCK_CHANGELOG, driver_now_ms(driver) - 24 * HOUR_MS);
    for (int i = 0; i < MANY; i++)
        (void)probe_send(driver, "mug", QUIET);
    driver_run(driver);

    driver_standby_pause(driver, false);
    driver_standby_run(driver, 0, 40);
    driver_kill_one(driver);
    driver_run(driver);
    for (int sku = 0; sku < SKUS; sku++) {
        struct stock_row row;

        EXPECT_I64(false, driver_row(driver, skus[sku], &row));
    }
    driver_free(driver);
}

/* The process is stopped for more than a day within this very poll. */
static enum log_fault sleep_in_poll(void *context, enum log_call call, int64_t number)
{
    struct driver **driver = context;

    (void)number;
    if (call != LOG_POLL || *driver == NULL)
        return LOG_FINE;
    driver_pass(*driver, 30 * HOUR_MS);
    log_compact(
        driver_log(*driver), FY_TOPIC_STOCK_CHANGELOG, driver_now_ms(*driver) - 24 * HOUR_MS);
    *driver = NULL;
    return LOG_FINE;
}

/* It is at the end when it wakes up; but what was deleted meanwhile it has not seen. */
static void a_standby_that_slept_begins_with_nothing(void)
{
    struct driver *driver = driver_new_standby(&probe), *sleeper = driver;
    struct script script = {0};

    send_to_both(&script, driver);
    driver_standby_run(driver, 0, 40);
    EXPECT_I64(2, driver_standby_warm(driver, 0));
    driver_standby_pause(driver, true);
    for (int sku = 0; sku < SKUS; sku++)
        script_send(&script, driver, sku, DELETES);
    driver_run(driver);
    for (int i = 0; i < MANY; i++)
        (void)probe_send(driver, "mug", QUIET);
    driver_run(driver);

    driver_standby_pause(driver, false);
    driver_fault(driver, sleep_in_poll, &sleeper);
    driver_standby_run(driver, 0, 40);
    CU_ASSERT_PTR_NULL(sleeper);
    driver_kill_one(driver);
    driver_run(driver);
    for (int sku = 0; sku < SKUS; sku++) {
        struct stock_row row;

        EXPECT_I64(false, driver_row(driver, skus[sku], &row));
    }
    driver_free(driver);
}

static const CU_TestInfo tests[] = {
    TEST(a_partition_moves_warm),
    TEST(a_tail_is_replayed),
    TEST(what_was_taken_away_is_followed),
    TEST(an_old_standby_begins_with_nothing),
    TEST(a_standby_that_slept_begins_with_nothing),
};

TEST_MAIN(standby, tests)
