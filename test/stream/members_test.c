/*
 * Who runs which task: partitions of the lead topic are the group's to give, and the same
 * partitions of a task's other inputs come and go with them.
 */
#include "test/run.h"
#include "test/stream/script.h"

static const enum fy_topic twin_inputs[] = {FY_TOPIC_SUPPLY, FY_TOPIC_COLLECTIONS};

static const struct fy_processor twin = {
    .name = "stock",
    .inputs = twin_inputs,
    .input_count = 2,
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = probe_handle,
};

static void twin_send(struct script *script, struct driver *driver, int sku, int64_t units)
{
    script_send_to(script, driver, twin_inputs[sku % 2], sku, units);
}

static void a_task_reads_all_its_inputs(void)
{
    struct driver *driver = driver_new(&twin);
    struct script script = {0};

    for (int i = 0; i < 3 * SKUS; i++)
        twin_send(&script, driver, i % SKUS, i + 1);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

/* Taken away and given back: no input is read twice, none is forgotten. */
static void inputs_change_hands_together(void)
{
    struct driver *driver = driver_new(&twin);
    struct script script = {0};

    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < SKUS; i++)
            twin_send(&script, driver, i, round + i + 1);
        if (round == 1)
            log_rebalance(driver_log(driver), "stock");
        if (round == 2)
            log_expel(driver_source(driver));
        driver_run(driver);
    }
    expect_script(&script, driver);
    driver_free(driver);
}

/* The group's offsets of an input may expire while the others go on: its position row knows it. */
static void an_input_that_the_group_forgot_goes_on(void)
{
    struct driver *driver = driver_new(&twin);
    struct script script = {0};

    for (int i = 0; i < SKUS; i++)
        twin_send(&script, driver, i, i + 1);
    driver_run(driver);
    for (int32_t p = 0; p < 4; p++)
        log_group_offset_set(driver_log(driver), "stock", FY_TOPIC_COLLECTIONS, p, -1);
    driver_crash(driver);
    for (int i = 0; i < SKUS; i++)
        twin_send(&script, driver, i, i + 10);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

static void whatever_happens_both_inputs_are_folded(void)
{
    int last = driver_seed_last(150);

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *driver = driver_new_hostile(&twin, (uint64_t)seed);
        struct random random = {(uint64_t)seed};
        struct script script = {0};

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 8; i++)
                twin_send(&script, driver, (int)random_below(&random, SKUS),
                    (int64_t)random_below(&random, 20));
            driver_run(driver);
        }
        expect_script(&script, driver);
        driver_free(driver);
    }
}

/* --- Several workers of one process ---------------------------------------------------------- */

static void workers_share_what_there_is(void)
{
    struct driver *driver = driver_new_workers(&probe, 2);
    struct script script = {0};

    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 2 * SKUS; i++)
            script_send(&script, driver, i % SKUS, round + i + 1);
        driver_run(driver);
    }
    EXPECT_I64(2, driver_tasks_ready(driver, 0));
    EXPECT_I64(2, driver_tasks_ready(driver, 1));
    expect_script(&script, driver);
    driver_free(driver);
}

/*
 * A worker is thrown out of the group while it is busy elsewhere, and its partitions are given to
 * the other worker of its process. The store is the same: until the first has heard of it, its rows
 * are not the other's to write.
 */
static void a_space_has_one_writer(void)
{
    struct driver *driver = driver_new_workers(&probe, 2);
    struct script script = {0};

    for (int i = 0; i < SKUS; i++)
        script_send(&script, driver, i, i + 1);
    driver_run(driver);
    log_expel(driver_source(driver));
    for (int turn = 0; turn < 50; turn++)
        driver_turn(driver, 1);
    EXPECT_I64(2, driver_tasks_ready(driver, 1));
    driver_turn(driver, 0);
    for (int turn = 0; turn < 50; turn++)
        driver_turn(driver, 1);
    EXPECT_I64(4, driver_tasks_ready(driver, 1));
    for (int i = 0; i < SKUS; i++)
        script_send(&script, driver, i, i + 10);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(a_task_reads_all_its_inputs),
    TEST(inputs_change_hands_together),
    TEST(an_input_that_the_group_forgot_goes_on),
    TEST(whatever_happens_both_inputs_are_folded),
    TEST(workers_share_what_there_is),
    TEST(a_space_has_one_writer),
};

TEST_MAIN(members, tests)
