/*
 * Digests, and rows made anew from topics: equal where they must be, and found out where not.
 */
#include "processors/history/handle.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/history_row.h"
#include "schemas/generated/stock_row.h"
#include "test/random.h"
#include "test/run.h"
#include "test/stream/alarm.h"
#include "test/stream/operate.h"
#include "test/stream/stock_said.h"
#include "test/stream/truth.h"

static const char *const names[] = {"mug", "cup", "jug", "pan", "pot", "lid", "tin"};
enum { NAMES = sizeof(names) / sizeof(names[0]) };

static void stock_at_random(struct driver *driver, uint64_t seed)
{
    struct random random = {seed};

    for (int i = 0; i < 60; i++) {
        char id[16];

        /* Some ids come twice, some SKUs are nobody's, some facts are refused. */
        (void)snprintf(id, sizeof(id), "id-%d", (int)random_below(&random, 50));
        (void)say(
            driver, (struct said){id, names[random_below(&random, NAMES)],
                        random_below(&random, 5) == 0 ? "zenith" : "acme",
                        "lpcwrat"[random_below(&random, 7)], (int64_t)random_below(&random, 9)});
    }
    driver_run(driver);
}

static void view(struct driver *driver, const char *visitor, int64_t n, const char *sku)
{
    struct item_viewed viewed = {.sku = fy_slice_of(sku)};
    struct activity activity = {
        .envelope =
            {
                .event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
                .root = fy_slice_of(visitor),
                .actor = fy_slice_of(visitor),
                .event_ms = driver_now_ms(driver),
            },
        .visitor = fy_slice_of(visitor),
        .session = fy_slice_of("s"),
        .has_n = true,
        .n = n,
        .item_viewed = &viewed,
    };

    (void)driver_send(driver, FY_TOPIC_ACTIVITY, visitor, &activity);
}

static void history_at_random(struct driver *driver, uint64_t seed)
{
    struct random random = {seed};

    for (int i = 0; i < 60; i++) {
        const char *visitor = names[random_below(&random, NAMES)];

        driver_pass(driver, 1);
        if (random_below(&random, 20) == 0)
            (void)driver_send_raw(
                driver, FY_TOPIC_ACTIVITY, fy_slice_of(visitor), fy_slice_of("no activity at all"));
        else
            view(driver, visitor, (int64_t)random_below(&random, 40), names[i % NAMES]);
    }
    driver_run(driver);

    /* Some of those that are parked go on without the record that parked them. */
    for (int i = 0; i < NAMES; i++) {
        struct history_row row;
        char key[64];

        (void)snprintf(key, sizeof(key), "@parked/activity/%s", names[i]);
        if (random_below(&random, 2) == 0 &&
            driver_row_at(driver, driver_partition(driver, names[i]), key, &row))
            release_of(driver, "history", FY_TOPIC_ACTIVITY, names[i], row.parked->offset);
    }
    for (int i = 0; i < 20; i++)
        driver_run(driver);
}

/* --- Digests --------------------------------------------------------------------------------- */

/* How often a worker was killed on the way, and which version wrote a row, leave no mark. */
static void a_bad_day_has_the_digest_of_a_good_one(void)
{
    for (uint64_t seed = 1; seed <= 10; seed++) {
        struct driver *kind = driver_new(&stock_processor);
        struct driver *hostile = driver_new_hostile(&stock_processor, seed);
        struct rows_digest digests[2];
        struct look look;

        stock_at_random(kind, 7);
        look_init(&look, kind, &stock_processor);
        look_read(&look);
        digests[0] = look_digest(&look, 0);
        look_done(&look);
        driver_free(kind);

        stock_at_random(hostile, 7);
        look_init(&look, hostile, &stock_processor);
        look_read(&look);
        digests[1] = look_digest(&look, 0);
        look_done(&look);
        driver_free(hostile);

        EXPECT_I64(16, digests[0].rows); /* 7 shelves, 7 offers of acme, 2 of zenith. */
        CU_ASSERT_TRUE(rows_digest_equal(&digests[0], &digests[1]));
    }
}

/* A row as somebody else might have written it, behind the task's back. */
static void forge(struct driver *driver, const char *sku, int64_t units)
{
    struct stock_row row;
    struct sku_row forged;
    struct fy_arena arena;
    struct fy_slice bytes;
    struct fy_err err = {0};
    char key[32];

    (void)snprintf(key, sizeof(key), "offer/%s/acme", sku);
    fy_arena_init(&arena, 1 << 20);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, key, &row));
    forged = *row.sku;
    forged.on_hand_units = units;
    row.sku = &forged;
    EXPECT_I64(FY_OK, stock_row_encode(&row, &arena, &bytes, &err));
    (void)log_append(driver_log(driver), FY_TOPIC_STOCK_CHANGELOG, driver_partition(driver, sku),
        fy_slice_of(key), bytes);
    fy_arena_done(&arena);
}

static void each_row_counts(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct rows_digest before, after;
    struct look look;

    stock_at_random(driver, 7);
    look_init(&look, driver, &stock_processor);
    look_read(&look);
    before = look_digest(&look, 0);

    forge(driver, "mug", 99);
    look_read(&look);
    after = look_digest(&look, 0);
    EXPECT_I64(before.rows, after.rows);
    CU_ASSERT_FALSE(rows_digest_equal(&before, &after));

    (void)look_rebuild(&look);
    EXPECT_I64(1, look_differences(&look, FOLD_SPACE));
    EXPECT_TEXT("offer/mug/acme", fy_slice_of(look.key));
    CU_ASSERT_FALSE(look.missing_a || look.missing_b);

    (void)log_append(driver_log(driver), FY_TOPIC_STOCK_CHANGELOG, driver_partition(driver, "mug"),
        fy_slice_of("offer/mug/acme"), (struct fy_slice){0});
    look_read(&look);
    EXPECT_I64(before.rows - 1, look_digest(&look, 0).rows);
    EXPECT_I64(1, look_differences(&look, FOLD_SPACE));
    CU_ASSERT_TRUE(look.missing_a && !look.missing_b);
    look_done(&look);
    driver_free(driver);
}

/* --- Rows made anew -------------------------------------------------------------------------- */

/* A decider: of its own events, with every fact that was repeated or refused. */
static void stock_is_what_its_events_say(void)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct driver *driver = driver_new_hostile(&stock_processor, seed);
        struct look look;

        stock_at_random(driver, seed);
        look_init(&look, driver, &stock_processor);
        look_read(&look);
        expect_rebuilt(&look);
        look_done(&look);
        driver_free(driver);
    }
}

/* A projection: of its input, but for what was refused and what waits behind it. */
static void history_is_what_its_input_says(void)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct driver *driver = driver_new_hostile(&history_processor, seed);
        struct look look;

        history_at_random(driver, seed);
        look_init(&look, driver, &history_processor);
        look_read(&look);
        expect_rebuilt(&look);
        look_done(&look);
        driver_free(driver);
    }
}

/* Rules of another day, that could not read what those of today can. */
static enum fy_status strict_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    static bool refused;

    if (record->offset == 1 && !refused) {
        refused = true;
        return fy_fail(err, FY_REJECT, "not on this day");
    }
    return history_handle(task, record, err);
}

/* A record that an operator left out stays out, though the rules could read it now. */
static void what_was_left_out_stays_out(void)
{
    struct fy_processor strict = history_processor;
    struct driver *driver;
    struct look look;
    struct history_row row;

    strict.handle = strict_handle;
    driver = driver_new(&strict);
    for (int64_t n = 0; n < 4; n++)
        view(driver, "ann", n, names[n]);
    driver_run(driver);
    release_of(driver, "history", FY_TOPIC_ACTIVITY, "ann", 1);
    for (int i = 0; i < 10; i++)
        driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "ann", &row));
    EXPECT_I64(3, row.visitor->history.counts.views);

    look_init(&look, driver, &history_processor);
    look_read(&look);
    expect_rebuilt(&look);
    look_done(&look);
    driver_free(driver);
}

/* The program goes on while somebody looks: what it writes meanwhile is no difference. */
static void what_comes_later_is_left_out(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct driver *views = driver_new(&history_processor);
    struct look look;

    stock_at_random(driver, 3);
    look_init(&look, driver, &stock_processor);
    look_read(&look);
    stock_at_random(driver, 4);
    expect_rebuilt(&look);
    look_done(&look);
    driver_free(driver);

    history_at_random(views, 3);
    look_init(&look, views, &history_processor);
    look_read(&look);
    history_at_random(views, 4);
    expect_rebuilt(&look);
    look_done(&look);
    driver_free(views);
}

static void expect_no_rebuild(struct look *look, const char *words)
{
    struct fy_err err = {0};
    int64_t records;

    EXPECT_I64(FY_FATAL, truth_rebuild(&look->truth, &records, &err));
    EXPECT_CONTAINS(words, fy_slice_of(err.text));
}

/* An event that is gone cannot be made up for: no rows, rather than wrong ones. */
static void missing_events_are_found_out(void)
{
    struct driver *driver = driver_new(&stock_processor);
    int32_t p = driver_partition(driver, "mug");
    struct look look;

    stock_at_random(driver, 3);
    look_init(&look, driver, &stock_processor);
    look_read(&look);
    log_trim(driver_log(driver), FY_TOPIC_STOCK, p, 2);
    expect_no_rebuild(&look, "where 1 of \"stock-");
    log_trim(driver_log(driver), FY_TOPIC_STOCK, p, log_end(driver_log(driver), FY_TOPIC_STOCK, p));
    expect_no_rebuild(&look, "some are missing");
    look_done(&look);
    driver_free(driver);
}

/* --- A disk ---------------------------------------------------------------------------------- */

static void take_disk(struct look *look, struct fy_store *disk)
{
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, truth_take_disk(&look->truth, disk, &err));
    look_read(look);
}

/* What a restart would come to: the disk, and the changelog's rest. */
static void a_disk_is_compared_as_a_restart_would_find_it(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct fy_store *disk = driver_store(driver);
    struct fy_store_batch *batch = fy_store_batch_new(disk);
    struct look look;
    struct fy_err err = {0};

    stock_at_random(driver, 3);
    look_init(&look, driver, &stock_processor);
    take_disk(&look, disk);
    EXPECT_I64(0, look_differences(&look, DISK_SPACE));

    stock_at_random(driver, 4);
    look_read(&look);
    EXPECT_I64(0, look_differences(&look, DISK_SPACE));

    /* A disk that forgot a row is not mended by a changelog that does not speak of it again. */
    fy_store_batch_delete(
        batch, (uint32_t)driver_partition(driver, "mug"), fy_slice_of("offer/mug/acme"));
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
    take_disk(&look, disk);
    EXPECT_I64(1, look_differences(&look, DISK_SPACE));
    EXPECT_TEXT("offer/mug/acme", fy_slice_of(look.key));
    CU_ASSERT_TRUE(look.missing_b);
    look_done(&look);
    driver_free(driver);
}

/*
 * When a timer fired hangs on the clock of who was there, and no input says it. Rather than find
 * differences that are none, or put rows in place that nobody had, it says so.
 */
static void a_projection_with_timers_is_refused_with_words(void)
{
    static const struct fy_rebuild rebuild = {
        .topics = probe_inputs, .topic_count = 1, .fold = alarm_handle};
    struct fy_processor timed = alarm;
    struct driver *driver;
    struct look look;
    struct fy_err err = {0};
    int64_t records = 0;

    timed.rebuild = &rebuild;
    driver = driver_new(&timed);
    (void)probe_send(driver, "mug", 60);
    driver_run(driver);
    look_init(&look, driver, &timed);
    EXPECT_I64(FY_OK, truth_read(&look.truth, &err));
    EXPECT_I64(FY_FATAL, truth_rebuild(&look.truth, &records, &err));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "has timers"));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "own events"));
    look_done(&look);
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(a_projection_with_timers_is_refused_with_words),
    TEST(a_bad_day_has_the_digest_of_a_good_one),
    TEST(each_row_counts),
    TEST(stock_is_what_its_events_say),
    TEST(history_is_what_its_input_says),
    TEST(what_was_left_out_stays_out),
    TEST(what_comes_later_is_left_out),
    TEST(missing_events_are_found_out),
    TEST(a_disk_is_compared_as_a_restart_would_find_it),
};

TEST_MAIN(truth, tests)
