/*
 * Rules that changed: rows are made anew from topics when a program starts by them, or when an
 * operator asks, and take the place of the old ones where the task stands.
 */
#include "processors/history/handle.h"
#include "schemas/generated/product.h"
#include "schemas/generated/stock_row.h"
#include "test/random.h"
#include "test/run.h"
#include "test/stream/operate.h"
#include "test/stream/stock_said.h"
#include "test/stream/truth.h"

static const char *const names[] = {"mug", "cup", "jug", "pan", "pot", "lid", "tin"};
enum { NAMES = sizeof(names) / sizeof(names[0]), FACTS = 60 };

/* --- Rules of another day: rows say what no event says ---------------------------------------- */

static enum fy_status row_put(struct fy_task *task,
    const char *prefix,
    struct fy_slice sku,
    const struct sku_row *of,
    struct fy_err *err)
{
    struct stock_row row = {.sku = of};
    struct fy_slice bytes, key;
    enum fy_status status = stock_row_encode(&row, fy_task_arena(task), &bytes, err);

    key = fy_arena_format(fy_task_arena(task), "%s%.*s", prefix, FY_SLICE_ARG(sku));
    return status == FY_OK ? fy_task_put(task, key, bytes, err) : status;
}

static enum fy_status old_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct stock_row row;
    struct sku_row spoilt;
    struct fy_slice bytes, key, name;
    enum fy_status status = stock_handle(task, record, err);

    if (status != FY_OK)
        return status;
    name = fy_arena_format(fy_task_arena(task), "%.*s/acme", FY_SLICE_ARG(record->key));
    key = fy_arena_format(fy_task_arena(task), "offer/%.*s", FY_SLICE_ARG(name));
    status = fy_task_get(task, key, &bytes, err);
    if (status != FY_OK || bytes.data == NULL)
        return status;
    status = stock_row_decode(bytes, fy_task_arena(task), &row, err);
    if (status != FY_OK)
        return status;
    spoilt = *row.sku;
    spoilt.brand = fy_slice_of("Of no event");
    status = row_put(task, "offer/", name, &spoilt, err);
    return status == FY_OK ? row_put(task, "ghost/", record->key, &spoilt, err) : status;
}

static struct fy_rebuild rebuilds[2];
static struct fy_processor program; /* What the driver runs: changed where it is upgraded. */

static void program_init(const struct fy_processor *of)
{
    program = *of;
    rebuilds[0] = rebuilds[1] = *of->rebuild;
    rebuilds[0].version = 7;
    rebuilds[1].version = 8;
    program.rebuild = &rebuilds[0];
}

static void say_some(struct driver *driver, struct random *random)
{
    for (int i = 0; i < FACTS; i++) {
        char id[16];

        (void)snprintf(id, sizeof(id), "id-%d", (int)random_below(random, 1000));
        (void)say(
            driver, (struct said){id, names[random_below(random, NAMES)], "acme",
                        "lpcwrat"[random_below(random, 7)], (int64_t)random_below(random, 9)});
    }
}

static int differences(struct driver *driver)
{
    struct look look;
    int count;

    look_init(&look, driver, &program);
    look_read(&look);
    (void)look_rebuild(&look);
    count = look_differences(&look, FOLD_SPACE);
    look_done(&look);
    return count;
}

static int read_all(struct driver *driver, enum fy_topic topic)
{
    struct fy_record record;
    int count = 0;

    while (driver_read_record(driver, topic, &record))
        count++;
    return count;
}

/* --- At the start ----------------------------------------------------------------------------- */

/* A new version comes up: its rows are its own, nothing is told, and it goes on from there. */
static void rows_of_other_rules_are_made_anew(void)
{
    struct random random = {1};
    struct driver *driver;
    struct stock_row row;

    program_init(&stock_processor);
    program.handle = old_handle;
    driver = driver_new(&program);
    say_some(driver, &random);
    driver_run(driver);
    CU_ASSERT_TRUE(driver_row(driver, "ghost/mug", &row));
    CU_ASSERT_TRUE(differences(driver) > NAMES);
    CU_ASSERT_TRUE(read_all(driver, FY_TOPIC_STOCK) > 0);
    CU_ASSERT_TRUE(read_all(driver, FY_TOPIC_PRODUCTS) > 0);

    program.handle = stock_handle;
    program.rebuild = &rebuilds[1];
    driver_crash(driver);
    driver_run(driver);
    EXPECT_I64(0, differences(driver));
    CU_ASSERT_FALSE(driver_row(driver, "ghost/mug", &row));
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "offer/mug/acme", &row));
    EXPECT_TEXT(NULL, row.sku->brand);
    driver_expect_nothing(driver, FY_TOPIC_STOCK);
    driver_expect_nothing(driver, FY_TOPIC_PRODUCTS);
    CU_ASSERT_TRUE_FATAL(driver_row_at(driver, driver_partition(driver, "mug"), "@position", &row));
    EXPECT_I64(8, row.position->rows_version);

    say_some(driver, &random);
    driver_run(driver);
    EXPECT_I64(0, differences(driver));
    CU_ASSERT_TRUE(read_all(driver, FY_TOPIC_PRODUCTS) > 0);

    /* Once: the next start has nothing to do. */
    driver_lose_store(driver);
    driver_run(driver);
    EXPECT_I64(0, differences(driver));
    driver_free(driver);
}

/* Rules that are taken back are other rules too. */
static void a_step_back_is_a_step(void)
{
    struct random random = {2};
    struct driver *driver;
    struct stock_row row;

    program_init(&stock_processor);
    program.rebuild = &rebuilds[1];
    driver = driver_new(&program);
    say_some(driver, &random);
    driver_run(driver);
    program.rebuild = &rebuilds[0];
    driver_crash(driver);
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_row_at(driver, driver_partition(driver, "mug"), "@position", &row));
    EXPECT_I64(7, row.position->rows_version);
    EXPECT_I64(0, differences(driver));
    driver_free(driver);
}

static void without_its_events_it_does_not_start(void)
{
    struct random random = {3};
    struct driver *driver;
    struct fy_err err = {0};
    int32_t p;

    program_init(&stock_processor);
    driver = driver_new(&program);
    say_some(driver, &random);
    driver_run(driver);
    p = driver_partition(driver, "mug");
    log_trim(driver_log(driver), FY_TOPIC_STOCK, p, 3);
    program.rebuild = &rebuilds[1];
    driver_crash(driver);
    EXPECT_I64(FY_FATAL, driver_run_until(driver, &err));
    EXPECT_CONTAINS("where 1 of \"stock-", fy_slice_of(err.text));
    driver_free(driver);

    /* Nor does a program that cannot make rows at all. */
    driver = driver_new(&program);
    say_some(driver, &random);
    driver_run(driver);
    program.rebuild = NULL;
    driver_crash(driver);
    EXPECT_I64(FY_FATAL, driver_run_until(driver, &err));
    EXPECT_CONTAINS("rules version 8", fy_slice_of(err.text));
    driver_free(driver);
}

/* --- Whatever happens ------------------------------------------------------------------------- */

static void a_bad_day_of_an_upgrade(void)
{
    for (int seed = driver_seed_first(); seed <= driver_seed_last(60); seed++) {
        struct random random = {(uint64_t)seed};
        struct driver *driver;

        program_init(&stock_processor);
        program.handle = old_handle;
        driver = driver_new_hostile(&program, (uint64_t)seed);
        say_some(driver, &random);
        if (random_below(&random, 3) != 0)
            driver_run(driver);
        program.handle = stock_handle;
        program.rebuild = &rebuilds[1];
        /* What somebody else left among the dead letters stops nobody. */
        (void)driver_send_raw(
            driver, FY_TOPIC_STOCK_DEAD_LETTERS, fy_slice_of("who"), fy_slice_of("junk"));
        driver_crash(driver);
        say_some(driver, &random);
        driver_run(driver);
        EXPECT_I64(0, differences(driver));
        driver_free(driver);
    }
}

struct failing {
    int commits, at;
};

static enum log_fault fail_a_commit(void *context, enum log_call call, int64_t number)
{
    struct failing *failing = context;

    (void)number;
    return call == LOG_COMMIT && ++failing->commits == failing->at ? LOG_FAIL : LOG_FINE;
}

/* Whichever of the turns is undone that put rows in their place: none of them is missing. */
static void an_undone_turn_is_put_again(void)
{
    int at = 0;
    bool failed = true;

    while (failed) { /* As many turns as there are: a sanitizer's are smaller. */
        struct random random = {5};
        struct failing failing = {.at = ++at};
        struct driver *driver;

        program_init(&stock_processor);
        program.handle = old_handle;
        driver = driver_new(&program);
        say_some(driver, &random);
        driver_run(driver);
        program.handle = stock_handle;
        program.rebuild = &rebuilds[1];
        driver_fault(driver, fail_a_commit, &failing);
        driver_crash(driver);
        driver_run(driver);
        failed = failing.commits >= at;
        CU_ASSERT_TRUE(failing.commits != at); /* What failed was tried again. */
        EXPECT_I64(0, differences(driver));
        driver_free(driver);
    }
    CU_ASSERT_TRUE(at > 4);
}

/* --- When an operator asks -------------------------------------------------------------------- */

static void ask_all(struct driver *driver, const char *name)
{
    struct rebuild_rows rebuild = {.reason = fy_slice_of("rows look wrong")};

    for (int32_t p = 0; p < TRUTH_PARTITIONS; p++) {
        struct operation operation = {.program = fy_slice_of(name), .rebuild = &rebuild};

        operate(driver, p, &operation);
    }
}

/* Somebody wrote into a changelog: the rows that events speak of come back. */
static void an_operator_may_ask(void)
{
    struct random random = {4};
    struct sku_row forged = {
        .supplier = fy_slice_of("nobody"), .price.currency = fy_slice_of("EUR")};
    struct stock_row row = {.sku = &forged};
    struct fy_arena arena;
    struct fy_slice bytes;
    struct fy_err err = {0};
    struct driver *driver;

    program_init(&stock_processor);
    driver = driver_new(&program);
    say_some(driver, &random);
    driver_run(driver);
    fy_arena_init(&arena, 1 << 20);
    EXPECT_I64(FY_OK, stock_row_encode(&row, &arena, &bytes, &err));
    for (int i = 0; i < 2; i++)
        (void)log_append(driver_log(driver), FY_TOPIC_STOCK_CHANGELOG,
            driver_partition(driver, "mug"),
            fy_slice_of(i == 0 ? "offer/mug/acme" : "offer/forged/acme"), bytes);
    EXPECT_I64(2, differences(driver));

    ask_all(driver, "history");
    driver_run(driver);
    EXPECT_I64(2, differences(driver));
    ask_all(driver, "stock");
    driver_run(driver);
    EXPECT_I64(0, differences(driver));
    CU_ASSERT_FALSE(driver_row(driver, "offer/forged/acme", &row));

    say_some(driver, &random);
    driver_run(driver);
    EXPECT_I64(0, differences(driver));
    fy_arena_done(&arena);
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(rows_of_other_rules_are_made_anew),
    TEST(a_step_back_is_a_step),
    TEST(without_its_events_it_does_not_start),
    TEST(a_bad_day_of_an_upgrade),
    TEST(an_undone_turn_is_put_again),
    TEST(an_operator_may_ask),
};

TEST_MAIN(rebuild, tests)
