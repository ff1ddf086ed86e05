/*
 * A row that is due is looked at in time, once, and never before what came in time.
 */
#include "schemas/generated/dead_letter.h"
#include "test/random.h"
#include "test/run.h"
#include "test/stream/alarm.h"

enum { SKUS = 5, MANY = 1200, LATE_MS = 500 };

static const char *const skus[SKUS] = {"mug", "cup", "jug", "pan", "pot"};

static int fired(struct driver *driver)
{
    return expect_alarms(driver, skus, SKUS);
}

/* --- When ------------------------------------------------------------------------------------ */

/* Nobody writes anything any more, and the timer fires all the same; but not a moment too soon. */
static void a_timer_fires_when_its_time_has_come(void)
{
    struct driver *driver = driver_new(&alarm);
    int64_t due_ms = driver_now_ms(driver) + 60 * 1000;
    struct fy_record record;

    (void)probe_send(driver, "mug", 60);
    driver_run(driver);
    CU_ASSERT_TRUE(driver_read_record(driver, FY_TOPIC_STOCK, &record));
    driver_pass(driver, due_ms - driver_now_ms(driver));
    driver_run(driver);
    driver_expect_nothing(driver, FY_TOPIC_STOCK);

    driver_pass(driver, due_ms + LATE_MS - 10 - driver_now_ms(driver));
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read_record(driver, FY_TOPIC_STOCK, &record));
    CU_ASSERT_TRUE(record.append_ms >= due_ms + LATE_MS);
    CU_ASSERT_TRUE(record.append_ms <= due_ms + LATE_MS + alarm.commit_interval_ms);
    EXPECT_I64(1, fired(driver));
    driver_free(driver);
}

/* The count that takes the timer away was written in time, and lies behind a long queue. */
static void what_came_in_time_is_read_first(void)
{
    struct driver *driver = driver_new(&alarm);

    (void)probe_send(driver, "mug", 60);
    driver_run(driver);
    driver_pass(driver, 59 * 1000);
    for (int i = 0; i < FY_BATCH_RECORDS_MAX + 10; i++)
        (void)probe_send(driver, "mug", i % 2 == 0 ? 60 : 61);
    (void)probe_send(driver, "mug", 0);
    driver_pass(driver, 3600 * 1000);
    driver_run(driver);
    EXPECT_I64(0, fired(driver));
    driver_free(driver);
}

/* The same, when the process was away meanwhile, and its disk too. */
static void an_outage_expires_nothing_that_came_in_time(void)
{
    struct driver *driver = driver_new(&alarm);

    (void)probe_send(driver, "mug", 60);
    (void)probe_send(driver, "cup", 61);
    driver_run(driver);
    (void)probe_send(driver, "mug", 0);
    driver_pass(driver, 24 * 3600 * 1000);
    driver_lose_store(driver);
    driver_run(driver);
    EXPECT_I64(0, expect_alarms(driver, skus, 1));
    CU_ASSERT_TRUE(expect_alarms(driver, skus + 1, 1) > 0);
    driver_free(driver);
}

static void timers_fire_in_the_order_in_which_they_are_due(void)
{
    struct driver *driver = driver_new(&alarm);
    struct log_cursor cursor = {0};
    struct fy_record record;
    char sku[64], before[64] = "";

    for (int i = 0; i < 400; i++) {
        (void)snprintf(sku, sizeof(sku), "sku-%03d", i * 7 % 400);
        (void)probe_send(driver, sku, 61);
    }
    driver_run(driver);
    driver_pass(driver, 120 * 1000);
    driver_run(driver);

    /* All was due when it was looked at: what fires is in the order of due time and key. */
    while (log_read(driver_log(driver), FY_TOPIC_STOCK, 0, &cursor, &record)) {
        struct fy_arena arena;
        struct stock_event event;
        struct fy_err err;

        fy_arena_init(&arena, 1024 * 1024);
        EXPECT_I64(FY_OK, stock_event_decode(record.value, &arena, &event, &err));
        if (event.stock_adjusted != NULL) {
            (void)snprintf(sku, sizeof(sku), "%" PRId64 " %.*s", event.stock_adjusted->units,
                FY_SLICE_ARG(record.key));
            CU_ASSERT_TRUE(strcmp(before, sku) < 0);
            (void)snprintf(before, sizeof(before), "%s", sku);
        }
        fy_arena_done(&arena);
    }
    CU_ASSERT_TRUE(before[0] != '\0');
    driver_free(driver);
}

/* --- Which ----------------------------------------------------------------------------------- */

/* A later count moves the timer, nearer or further, or takes it away; what the index had is void.
 */
static void a_timer_that_was_moved_fires_where_it_is_now(void)
{
    struct driver *driver = driver_new(&alarm);

    (void)probe_send(driver, "mug", 100);
    (void)probe_send(driver, "cup", 10);
    (void)probe_send(driver, "jug", 21);
    (void)probe_send(driver, "pan", 20);
    driver_run(driver);
    (void)probe_send(driver, "mug", 11);
    (void)probe_send(driver, "cup", 99);
    (void)probe_send(driver, "jug", 0);
    (void)probe_send(driver, "pan", DELETES);
    driver_run(driver);
    driver_crash(driver);
    driver_pass(driver, 90 * 1000);
    driver_run(driver);
    CU_ASSERT_TRUE(expect_alarms(driver, skus, 1) > 0);
    EXPECT_I64(0, expect_alarms(driver, skus + 1, 3));
    driver_pass(driver, 60 * 1000);
    driver_run(driver);
    CU_ASSERT_TRUE(expect_alarms(driver, skus + 1, 1) > 0);
    driver_free(driver);
}

/* More than fit into memory, all due at once: each fires once, whatever is lost on the way. */
static void many_timers(bool crash, bool lose_store)
{
    static char names[MANY][16];
    static const char *all[MANY];
    struct driver *driver = driver_new(&alarm);

    for (int i = 0; i < MANY; i++) {
        (void)snprintf(names[i], sizeof(names[i]), "s%d", i);
        all[i] = names[i];
    }
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < MANY; i++) {
            if (driver_partition(driver, all[i]) == 1)
                (void)probe_send(driver, all[i], 100 + round * (i % 3));
        }
        driver_run(driver);
    }
    if (lose_store)
        driver_lose_store(driver);
    else if (crash)
        driver_crash(driver);
    driver_run(driver);
    driver_pass(driver, 3600 * 1000);
    driver_run(driver);
    CU_ASSERT_TRUE(expect_alarms(driver, all, MANY) >= MANY / 5);
    driver_free(driver);
}

static void timers_beyond_memory_fire_once(void)
{
    many_timers(false, false);
}

static void timers_come_back_from_the_disk(void)
{
    many_timers(true, false);
}

static void timers_come_back_from_the_changelog(void)
{
    many_timers(false, true);
}

/* --- What firing may not do ------------------------------------------------------------------- */

static void a_timer_that_is_left_as_it_was_is_fatal(void)
{
    struct driver *driver = driver_new(&alarm);
    struct fy_err err = {0};

    (void)probe_send(driver, "mug", STUCK);
    driver_run(driver);
    driver_pass(driver, 3600 * 1000);
    EXPECT_I64(FY_FATAL, driver_run_until(driver, &err));
    EXPECT_CONTAINS("it would never end", fy_slice_of(err.text));
    driver_free(driver);
}

/* It is put aside with its row, once; the others fire, and records of its key are handled. */
static void a_refused_timer_is_parked(void)
{
    struct driver *driver = driver_new(&alarm);
    struct dead_letter letter;
    struct stock_row row;

    (void)probe_send(driver, "mug", STUBBORN);
    (void)probe_send(driver, "cup", STUBBORN + 8);
    driver_run(driver);
    for (int i = 0; i < 3; i++) {
        driver_pass(driver, 3600 * 1000);
        driver_run(driver);
        driver_crash(driver);
        driver_run(driver);
    }
    CU_ASSERT_TRUE(expect_alarms(driver, skus + 1, 1) > 0);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter));
    EXPECT_TEXT("mug", driver_key(driver));
    EXPECT_TEXT("stock-changelog", letter.topic);
    EXPECT_I64(-1, letter.offset);
    EXPECT_I64(sizeof(struct alarm_row), letter.value.size);
    EXPECT_CONTAINS("never rings", letter.reason);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    CU_ASSERT_TRUE(driver_row(driver, "@parked/stock-changelog/mug", &row));
    driver_free(driver);
}

/* --- Accidents -------------------------------------------------------------------------------- */

/* A turn of firings alone: whoever was thrown out of the group must be refused. */
static enum log_fault expel_at_commit(void *context, enum log_call call, int64_t number)
{
    struct driver **driver = context;

    (void)number;
    if (call == LOG_OFFSETS && *driver != NULL) {
        log_expel(driver_source(*driver));
        *driver = NULL;
    }
    return LOG_FINE;
}

static void a_stale_member_does_not_fire(void)
{
    struct driver *driver = driver_new(&alarm), *once = driver;

    (void)probe_send(driver, "mug", 60);
    driver_run(driver);
    driver_fault(driver, expel_at_commit, &once);
    driver_pass(driver, 62 * 1000);
    driver_run(driver);
    CU_ASSERT_PTR_NULL(once);
    EXPECT_I64(1, log_aborts(driver_log(driver)));
    EXPECT_I64(1, fired(driver));
    driver_free(driver);
}

struct accident {
    int64_t at;
    enum log_fault fault;
};

static enum log_fault strike(void *context, enum log_call call, int64_t number)
{
    struct accident *accident = context;
    bool is_store = call >= LOG_STORE_GET;
    bool is_sink = call >= LOG_BEGIN && call <= LOG_ABORT;

    if (number != accident->at)
        return LOG_FINE;
    if (accident->fault == LOG_FAIL && is_store)
        return LOG_FINE;
    if (accident->fault == LOG_FENCE && !is_sink)
        return LOG_FINE;
    if ((accident->fault == LOG_DOUBT || accident->fault == LOG_DELAY) && call != LOG_COMMIT)
        return LOG_FINE;
    return accident->fault;
}

static int64_t play(struct accident *accident)
{
    struct driver *driver = driver_new(&alarm);
    int64_t calls;

    driver_fault(driver, strike, accident);
    for (int i = 0; i < 8; i++)
        (void)probe_send(driver, skus[i % SKUS], i == 6 ? DELETES : 40 + i);
    driver_run(driver);
    (void)probe_send(driver, skus[0], 0);
    (void)probe_send(driver, skus[1], 55);
    driver_pass(driver, 50 * 1000);
    driver_run(driver);
    driver_pass(driver, 3600 * 1000);
    driver_run(driver);
    calls = driver_calls(driver);
    accident->at = 0;
    CU_ASSERT_TRUE(expect_alarms(driver, skus, SKUS) >= 3);
    driver_free(driver);
    return calls;
}

static void strike_everywhere(enum log_fault fault)
{
    struct accident none = {0};
    int64_t calls = play(&none);

    CU_ASSERT_TRUE(calls > 50);
    for (int64_t at = 1; at <= calls; at++) {
        struct accident accident = {at, fault};
        unsigned failures = CU_get_number_of_failures();

        (void)play(&accident);
        if (CU_get_number_of_failures() != failures)
            (void)fprintf(stderr, "\n  fault %d at call %d\n", (int)fault, (int)at);
    }
}

static void a_failed_call_fires_nothing_twice(void)
{
    strike_everywhere(LOG_FAIL);
    strike_everywhere(LOG_FENCE);
    strike_everywhere(LOG_DOUBT);
    strike_everywhere(LOG_DELAY);
}

static void a_kill_fires_nothing_twice(void)
{
    strike_everywhere(LOG_DIE);
    strike_everywhere(LOG_DIE_AFTER);
}

static void whatever_happens_timers_fire_once(void)
{
    int last = driver_seed_last(200), firings = 0;

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *driver = driver_new_hostile(&alarm, (uint64_t)seed);
        struct random random = {(uint64_t)seed};

        for (int round = 0; round < 5; round++) {
            int count = (int)random_below(&random, 12);

            for (int i = 0; i < count; i++) {
                (void)probe_send(
                    driver, skus[random_below(&random, SKUS)], (int64_t)random_below(&random, 30));
            }
            driver_pass(driver, (int64_t)random_below(&random, 20000));
            driver_run(driver);
        }
        driver_pass(driver, 3600 * 1000);
        driver_run(driver);
        firings += fired(driver);
        driver_free(driver);
    }
    CU_ASSERT_TRUE(firings > 2 * (last - driver_seed_first()));
}

static CU_TestInfo tests[] = {
    TEST(a_timer_fires_when_its_time_has_come),
    TEST(what_came_in_time_is_read_first),
    TEST(an_outage_expires_nothing_that_came_in_time),
    TEST(timers_fire_in_the_order_in_which_they_are_due),
    TEST(a_timer_that_was_moved_fires_where_it_is_now),
    TEST(timers_beyond_memory_fire_once),
    TEST(timers_come_back_from_the_disk),
    TEST(timers_come_back_from_the_changelog),
    TEST(a_timer_that_is_left_as_it_was_is_fatal),
    TEST(a_refused_timer_is_parked),
    TEST(a_stale_member_does_not_fire),
    TEST(a_failed_call_fires_nothing_twice),
    TEST(a_kill_fires_nothing_twice),
    TEST(whatever_happens_timers_fire_once),
};

TEST_MAIN(timer, tests)
