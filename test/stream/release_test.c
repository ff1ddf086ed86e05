/*
 * Parked keys, released by an operator: what waited is handled in its order, once, and what came
 * meanwhile behind it.
 */
#include "schemas/generated/dead_letter.h"
#include "test/run.h"
#include "test/stream/operate.h"
#include "test/stream/script.h"

enum { BROKEN = REFUSED, RUNS_MAX = 200 };

/* What a release is for: rules that could not handle a record are mended, and then they can. */
static bool mended;

static enum fy_status count_broken(struct fy_task *task,
    const struct fy_record *record,
    const struct supply *supply,
    struct fy_err *err)
{
    int64_t state = 0;
    enum fy_status status = probe_load(task, record->key, &state, err);

    if (status != FY_OK)
        return status;
    state = probe_fold(state, BROKEN);
    status = probe_save(task, record->key, state, err);
    return status == FY_OK ? probe_tell(task, record, &supply->envelope, state, err) : status;
}

static enum fy_status mendable_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct supply supply;
    struct fy_err ignored;

    if (mended && record->value.data != NULL &&
        supply_decode(record->value, fy_task_arena(task), &supply, &ignored) == FY_OK &&
        supply.stock_counted != NULL && supply.stock_counted->units == BROKEN)
        return count_broken(task, record, &supply, err);
    return probe_handle(task, record, err);
}

static const enum fy_topic release_inputs[] = {FY_TOPIC_SUPPLY, FY_TOPIC_OPERATIONS};

static const struct fy_processor mendable = {
    .name = "stock",
    .inputs = release_inputs,
    .input_count = 2,
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = mendable_handle,
};

/* --- What a test says ------------------------------------------------------------------------ */

static bool parked_row(struct driver *driver, const char *sku, struct parked_key *ret_parked)
{
    struct stock_row row;
    char key[64];

    (void)snprintf(key, sizeof(key), "@parked/supply/%s", sku);
    if (!driver_row_at(driver, driver_partition(driver, sku), key, &row))
        return false;
    CU_ASSERT_PTR_NOT_NULL_FATAL(row.parked);
    *ret_parked = *row.parked;
    return true;
}

/* Until no release is on its way. */
static void run_released(struct driver *driver)
{
    for (int i = 0; i < RUNS_MAX; i++) {
        bool on_its_way = false;

        driver_run(driver);
        for (int sku = 0; sku < SKUS; sku++) {
            struct parked_key parked;

            on_its_way |= parked_row(driver, skus[sku], &parked) && parked.releasing;
        }
        if (!on_its_way)
            return;
    }
    CU_FAIL_FATAL("a release does not end");
}

static void release(struct driver *driver, const char *sku, int64_t skip_offset)
{
    release_of(driver, "stock", FY_TOPIC_SUPPLY, sku, skip_offset);
    run_released(driver);
}

static void expect_state(struct driver *driver, const char *sku, const int64_t *units, int count)
{
    struct stock_row row;
    int64_t state = 0;

    for (int i = 0; i < count; i++)
        state = probe_fold(state, units[i]);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, sku, &row));
    EXPECT_I64(state, row.sku->on_hand_units);
}

/* The newest event of a SKU is its state, and there are so many of them. */
static void expect_steps(struct driver *driver, int count)
{
    struct stock_event event;
    int found = 0;

    while (driver_read(driver, FY_TOPIC_STOCK, &event))
        found++;
    EXPECT_I64(count, found);
}

#define EXPECT_STATE(driver, sku, ...)                                                             \
    expect_state((driver), (sku), (int64_t[]){__VA_ARGS__},                                        \
        sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t))

static void send_all(struct driver *driver, const char *sku, const int64_t *units, int count)
{
    for (int i = 0; i < count; i++)
        (void)probe_send(driver, sku, units[i]);
    driver_run(driver);
}

#define SEND_ALL(driver, sku, ...)                                                                 \
    send_all((driver), (sku), (int64_t[]){__VA_ARGS__},                                            \
        sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t))

/* --- Releasing ------------------------------------------------------------------------------- */

static void what_waited_is_handled_in_its_order(void)
{
    struct driver *driver = driver_new(&mendable);
    struct parked_key parked;

    mended = false;
    SEND_ALL(driver, "mug", 5, BROKEN, 6, 7);
    SEND_ALL(driver, "cup", 9);
    CU_ASSERT_TRUE_FATAL(parked_row(driver, "mug", &parked));
    EXPECT_I64(3, parked.records);
    EXPECT_I64(1, parked.offset);
    EXPECT_CONTAINS("nobody counts 666", parked.reason);

    mended = true;
    release(driver, "mug", NO_SKIP);
    CU_ASSERT_FALSE(parked_row(driver, "mug", &parked));
    EXPECT_STATE(driver, "mug", 5, BROKEN, 6, 7);
    EXPECT_STATE(driver, "cup", 9);
    expect_steps(driver, 5);

    /* And the key is as any other, on another machine too. */
    driver_lose_store(driver);
    SEND_ALL(driver, "mug", 8);
    EXPECT_STATE(driver, "mug", 5, BROKEN, 6, 7, 8);
    expect_steps(driver, 1);
    driver_free(driver);
}

static void what_comes_meanwhile_follows_behind(void)
{
    struct driver *driver = driver_new(&mendable);
    struct parked_key parked;

    mended = false;
    SEND_ALL(driver, "mug", 5, BROKEN, 6);
    mended = true;
    for (int64_t i = 20; i < 30; i++) {
        (void)probe_send(driver, "mug", i);
        if (i == 24)
            release_of(driver, "stock", FY_TOPIC_SUPPLY, "mug", NO_SKIP);
        driver_run(driver);
    }
    run_released(driver);
    CU_ASSERT_FALSE(parked_row(driver, "mug", &parked));
    EXPECT_STATE(driver, "mug", 5, BROKEN, 6, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    expect_steps(driver, 13);
    driver_free(driver);
}

/* Released too early: nothing is lost, nothing is done twice, the rest goes on waiting. */
static void one_that_is_refused_again_parks_the_rest(void)
{
    struct driver *driver = driver_new(&mendable);
    struct parked_key parked;

    mended = false;
    SEND_ALL(driver, "mug", 5, BROKEN, 6, BROKEN, 7);
    for (int again = 0; again < 2; again++) {
        release(driver, "mug", NO_SKIP);
        CU_ASSERT_TRUE_FATAL(parked_row(driver, "mug", &parked));
        EXPECT_I64(4, parked.records);
        EXPECT_I64(1, parked.offset);
        EXPECT_STATE(driver, "mug", 5);
    }
    SEND_ALL(driver, "mug", 8);
    CU_ASSERT_TRUE_FATAL(parked_row(driver, "mug", &parked));
    EXPECT_I64(5, parked.records);

    /* Left out, those behind it are handled up to the next bad one. */
    release(driver, "mug", 1);
    CU_ASSERT_TRUE_FATAL(parked_row(driver, "mug", &parked));
    EXPECT_I64(3, parked.records);
    EXPECT_I64(3, parked.offset);
    EXPECT_STATE(driver, "mug", 5, 6);
    release(driver, "mug", 3);
    CU_ASSERT_FALSE(parked_row(driver, "mug", &parked));
    EXPECT_STATE(driver, "mug", 5, 6, 7, 8);
    expect_steps(driver, 4);
    driver_free(driver);
}

/* Only the first of those that wait can be left out, and only the one that was named. */
static void another_record_is_not_left_out(void)
{
    struct driver *driver = driver_new(&mendable);
    struct dead_letter letter;
    int left_out = 0;

    mended = false;
    SEND_ALL(driver, "mug", 5, BROKEN, 6, 7);
    mended = true;
    release(driver, "mug", 2);
    EXPECT_STATE(driver, "mug", 5, BROKEN, 6, 7);
    while (driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter))
        left_out += letter.left_out;
    EXPECT_I64(0, left_out);

    mended = false;
    SEND_ALL(driver, "mug", BROKEN, 9);
    release(driver, "mug", 4);
    EXPECT_STATE(driver, "mug", 5, BROKEN, 6, 7, 9);
    while (driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter)) {
        if (letter.left_out)
            EXPECT_I64(4, letter.offset);
        left_out += letter.left_out;
    }
    EXPECT_I64(1, left_out);
    driver_free(driver);
}

/* Letters of other keys are between those of the key, and stay where they are. */
static void one_key_is_released_and_no_other(void)
{
    struct driver *driver = driver_new(&mendable);
    struct parked_key parked;

    mended = false;
    for (int round = 0; round < 3; round++) {
        for (int sku = 0; sku < SKUS; sku++)
            SEND_ALL(driver, skus[sku], BROKEN, round + 1);
    }
    mended = true;
    release(driver, "mug", NO_SKIP);
    EXPECT_STATE(driver, "mug", BROKEN, 1, BROKEN, 2, BROKEN, 3);
    for (int sku = 1; sku < SKUS; sku++) {
        CU_ASSERT_TRUE_FATAL(parked_row(driver, skus[sku], &parked));
        EXPECT_I64(6, parked.records);
    }
    for (int sku = 1; sku < SKUS; sku++)
        release_of(driver, "stock", FY_TOPIC_SUPPLY, skus[sku], NO_SKIP);
    run_released(driver);
    for (int sku = 0; sku < SKUS; sku++)
        EXPECT_STATE(driver, skus[sku], BROKEN, 1, BROKEN, 2, BROKEN, 3);
    driver_free(driver);
}

/* --- Letters that carry no value -------------------------------------------------------------- */

static void send_large(struct driver *driver, const char *sku, int64_t units)
{
    static char actor[920 * 1000];
    struct stock_counted counted = {units};
    struct supply supply = {
        .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
            .root = fy_slice_of("s"),
            .actor = {(const uint8_t *)actor, sizeof(actor)}},
        .sku = fy_slice_of(sku),
        .supplier = fy_slice_of("s"),
        .stock_counted = &counted,
    };

    memset(actor, 'a', sizeof(actor));
    (void)driver_send(driver, FY_TOPIC_SUPPLY, sku, &supply);
    driver_run(driver);
}

static void a_record_too_large_for_a_letter_is_read_from_its_topic(void)
{
    struct driver *driver = driver_new(&mendable);
    int32_t p = driver_partition(driver, "mug");
    struct parked_key parked;

    mended = false;
    send_large(driver, "mug", BROKEN);
    SEND_ALL(driver, "mug", 6);
    mended = true;
    release(driver, "mug", NO_SKIP);
    EXPECT_STATE(driver, "mug", BROKEN, 6);

    /* And is refused, and can be left out, when it is gone from there. */
    mended = false;
    send_large(driver, "mug", BROKEN);
    SEND_ALL(driver, "mug", 7);
    log_trim(driver_log(driver), FY_TOPIC_SUPPLY, p, 4);
    mended = true;
    release(driver, "mug", NO_SKIP);
    CU_ASSERT_TRUE_FATAL(parked_row(driver, "mug", &parked));
    EXPECT_I64(2, parked.records);
    EXPECT_CONTAINS("is gone", parked.reason);
    release(driver, "mug", 2);
    EXPECT_STATE(driver, "mug", BROKEN, 6, 7);
    driver_free(driver);
}

static void a_tombstone_is_a_tombstone_again(void)
{
    struct driver *driver = driver_new(&mendable);
    struct parked_key parked;

    mended = true;
    (void)driver_send(driver, FY_TOPIC_SUPPLY, "mug", NULL);
    SEND_ALL(driver, "mug", 6);
    release(driver, "mug", NO_SKIP);
    CU_ASSERT_TRUE_FATAL(parked_row(driver, "mug", &parked));
    EXPECT_TEXT("a tombstone", parked.reason);
    release(driver, "mug", 0);
    EXPECT_STATE(driver, "mug", 6);
    driver_free(driver);
}

/* Junk under the key itself stops the key, not the task; whoever knows that it is junk passes it.
 */
static void a_letter_that_cannot_be_read_stops_its_key_alone(void)
{
    struct driver *driver = driver_new(&mendable);
    struct parked_key parked;

    mended = false;
    SEND_ALL(driver, "mug", 5, BROKEN);
    driver_run(driver);
    (void)log_append(driver_log(driver), FY_TOPIC_STOCK_DEAD_LETTERS,
        driver_partition(driver, "mug"), fy_slice_of("mug"), fy_slice_of("junk"));
    SEND_ALL(driver, "mug", 6, 7);
    mended = true;
    for (int i = 0; i < 2; i++) {
        release(driver, "mug", NO_SKIP);
        CU_ASSERT_TRUE_FATAL(parked_row(driver, "mug", &parked));
        EXPECT_I64(2, parked.records);
        EXPECT_CONTAINS("cannot be read", parked.reason);
    }
    EXPECT_STATE(driver, "mug", 5, BROKEN);
    release(driver, "mug", parked.offset);
    CU_ASSERT_FALSE(parked_row(driver, "mug", &parked));
    EXPECT_STATE(driver, "mug", 5, BROKEN, 6, 7);
    driver_free(driver);
}

/* --- What is no release ----------------------------------------------------------------------- */

static void what_makes_no_sense_changes_nothing(void)
{
    struct driver *driver = driver_new(&mendable);
    struct operation nothing = {.program = fy_slice_of("stock")};
    struct rebuild_rows rebuild = {.reason = fy_slice_of("?")};
    struct parked_key parked;

    mended = false;
    SEND_ALL(driver, "mug", 5, BROKEN, 6);
    mended = true;
    release_of(driver, "history", FY_TOPIC_SUPPLY, "mug", NO_SKIP);
    release_of(driver, "stock", FY_TOPIC_ACTIVITY, "mug", NO_SKIP);
    release(driver, "cup", NO_SKIP);
    nothing.rebuild = &rebuild;
    nothing.program = fy_slice_of("history");
    operate(driver, driver_partition(driver, "mug"), &nothing);
    (void)log_append(driver_log(driver), FY_TOPIC_OPERATIONS, driver_partition(driver, "mug"),
        fy_slice_of("t"), fy_slice_of("no operation"));
    (void)log_append(driver_log(driver), FY_TOPIC_OPERATIONS, driver_partition(driver, "mug"),
        fy_slice_of("t"), (struct fy_slice){0});
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(parked_row(driver, "mug", &parked));
    EXPECT_I64(2, parked.records);
    CU_ASSERT_FALSE(parked.releasing);
    EXPECT_STATE(driver, "mug", 5);
    driver_free(driver);
}

/* --- Whatever happens ------------------------------------------------------------------------- */

/*
 * Records, bad ones among them, rules that are mended and broken, releases; crashes, lost disks,
 * fenced and torn turns. In the end each SKU is the fold of all that was sent, each step told once.
 */
static void whatever_happens_each_is_handled_once(void)
{
    for (int seed = driver_seed_first(); seed <= driver_seed_last(60); seed++) {
        struct driver *driver = driver_new_hostile(&mendable, (uint64_t)seed);
        struct random random = {(uint64_t)seed};
        struct script script = {0};

        for (int round = 0; round < 8; round++) {
            (void)driver_send_raw(
                driver, FY_TOPIC_STOCK_DEAD_LETTERS, fy_slice_of("junk"), fy_slice_of("junk"));
            mended = round == 7 || random_below(&random, 3) == 0;
            for (int i = 0; i < 8; i++)
                script_send(&script, driver, (int)random_below(&random, 3),
                    random_below(&random, 4) == 0 ? BROKEN : 1 + (int64_t)random_below(&random, 9));
            if (random_below(&random, 2) == 0)
                driver_run(driver);
            for (int sku = 0; sku < 3; sku++) {
                if (round == 7 || random_below(&random, 3) == 0)
                    release_of(driver, "stock", FY_TOPIC_SUPPLY, skus[sku], NO_SKIP);
            }
            if (random_below(&random, 2) == 0)
                run_released(driver);
        }
        run_released(driver);
        /* A release may have come before the record that parked its key. */
        for (int sku = 0; sku < 3; sku++)
            release(driver, skus[sku], NO_SKIP);
        expect_script(&script, driver);
        driver_free(driver);
    }
}

static CU_TestInfo tests[] = {
    TEST(what_waited_is_handled_in_its_order),
    TEST(what_comes_meanwhile_follows_behind),
    TEST(one_that_is_refused_again_parks_the_rest),
    TEST(another_record_is_not_left_out),
    TEST(one_key_is_released_and_no_other),
    TEST(a_record_too_large_for_a_letter_is_read_from_its_topic),
    TEST(a_tombstone_is_a_tombstone_again),
    TEST(a_letter_that_cannot_be_read_stops_its_key_alone),
    TEST(what_makes_no_sense_changes_nothing),
    TEST(whatever_happens_each_is_handled_once),
};

TEST_MAIN(release, tests)
