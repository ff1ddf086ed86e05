/*
 * Whatever is aborted, fenced, killed or lost on the way, readers see the fold of the inputs, each
 * step once and in order; on a log with Kafka's semantics.
 */
#include "test/run.h"
#include "test/stream/script.h"

/* --- One accident at every call -------------------------------------------------------------- */

struct accident {
    int64_t at; /* The call it strikes, counted from when the driver began. */
    enum log_fault fault;
    enum log_call call; /* Which it was. */
    bool expel;
    struct driver *driver;
    bool happened;
};

static bool makes_sense(enum log_call call, enum log_fault fault)
{
    bool is_store = call >= LOG_STORE_GET;
    bool is_sink = call >= LOG_BEGIN && call <= LOG_ABORT;

    switch (fault) {
    case LOG_FAIL:
        return !is_store;
    case LOG_FENCE:
        return is_sink || call == LOG_POLL;
    case LOG_DOUBT:
    case LOG_DELAY:
        return call == LOG_COMMIT;
    default:
        return true;
    }
}

static enum log_fault strike(void *context, enum log_call call, int64_t number)
{
    struct accident *accident = context;

    if (number != accident->at)
        return LOG_FINE;
    accident->call = call;
    accident->happened = true;
    if (accident->expel) {
        log_expel(driver_source(accident->driver));
        return LOG_FINE;
    }
    return makes_sense(call, accident->fault) ? accident->fault : LOG_FINE;
}

/*
 * Two batches, deletes of rows old and new, several partitions. Returns how many calls it took.
 */
static int64_t play(struct accident *accident)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};
    unsigned failures = CU_get_number_of_failures();
    int64_t calls;

    accident->driver = driver;
    driver_fault(driver, strike, accident);
    for (int i = 0; i < 6; i++)
        script_send(&script, driver, i % 3, i == 4 ? DELETES : i + 1);
    driver_run(driver);
    for (int i = 0; i < 5; i++)
        script_send(&script, driver, i % 4, i == 4 ? DELETES : i + 20);
    driver_run(driver);
    calls = driver_calls(driver);

    accident->at = 0;
    expect_script(&script, driver);
    driver_lose_store(driver);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
    if (CU_get_number_of_failures() != failures)
        (void)fprintf(stderr, "\n  fault %d at call \"%s\"\n", (int)accident->fault,
            log_call_name(accident->call));
    return calls;
}

static void strike_everywhere(enum log_fault fault, bool expel)
{
    struct accident none = {0};
    int64_t calls = play(&none), struck = 0;

    for (int64_t at = 1; at <= calls; at++) {
        struct accident accident = {.at = at, .fault = fault, .expel = expel};

        (void)play(&accident);
        struck += accident.happened;
    }
    EXPECT_I64(calls, struck);
    CU_ASSERT_TRUE(calls > 50);
}

static void a_failed_call_leaves_no_trace(void)
{
    strike_everywhere(LOG_FAIL, false);
}

static void a_fenced_producer_leaves_no_trace(void)
{
    strike_everywhere(LOG_FENCE, false);
}

static void a_commit_in_doubt_is_found_out(void)
{
    strike_everywhere(LOG_DOUBT, false);
}

static void late_markers_are_waited_for(void)
{
    strike_everywhere(LOG_DELAY, false);
}

static void killed_before_any_call(void)
{
    strike_everywhere(LOG_DIE, false);
}

static void killed_after_any_call(void)
{
    strike_everywhere(LOG_DIE_AFTER, false);
}

static void thrown_out_of_the_group_at_any_call(void)
{
    strike_everywhere(LOG_FINE, true);
}

/* A stopped worker that comes back must be refused by its stale membership, and run the turn again.
 */
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

static void a_stale_member_is_refused(void)
{
    struct driver *driver = driver_new(&probe), *once = driver;
    struct script script = {0};

    driver_fault(driver, expel_at_commit, &once);
    script_send(&script, driver, 0, 5);
    driver_run(driver);
    CU_ASSERT_PTR_NULL(once);
    EXPECT_I64(1, log_aborts(driver_log(driver)));
    EXPECT_I64(1, log_commits(driver_log(driver)));
    expect_script(&script, driver);
    driver_free(driver);
}

/* --- Any accidents, by seed ------------------------------------------------------------------ */

static void whatever_happens_readers_see_the_fold(void)
{
    int last = driver_seed_last(300);

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *driver = driver_new_hostile(&probe, (uint64_t)seed);
        struct random random = {(uint64_t)seed};
        struct script script = {0};

        for (int round = 0; round < 4; round++) {
            script_send_some(&script, driver, &random);
            driver_run(driver);
        }
        expect_script(&script, driver);
        driver_free(driver);
    }
}

/* Parking is part of the turn: hostile logs must not lose or double a letter. */
static void letters_are_written_once_whatever_happens(void)
{
    int last = driver_seed_last(100);

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *driver = driver_new_hostile(&probe, (uint64_t)seed);
        struct fy_record record;
        int letters = 0;

        (void)probe_send(driver, "mug", REFUSED);
        driver_run(driver);
        for (int i = 0; i < 5; i++)
            (void)probe_send(driver, i % 2 == 0 ? "mug" : "cup", i + 1);
        driver_run(driver);
        while (driver_read_record(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &record))
            letters++;
        EXPECT_I64(4, letters);
        driver_free(driver);
    }
}

/* What an abort left open: positions, so that the group says nothing until a producer begins. */
struct left_open {
    bool aborted, ended;
    int asked;
};

static enum log_fault leave_open(void *context, enum log_call call, int64_t number)
{
    struct left_open *left = context;

    (void)number;
    if (call == LOG_OFFSETS && !left->aborted) {
        left->aborted = true;
        return LOG_FAIL;
    }
    left->ended = left->ended || (left->aborted && call == LOG_SINK_NEW);
    left->asked += call == LOG_COMMITTED && left->aborted && !left->ended;
    return call == LOG_COMMITTED && left->aborted && !left->ended ? LOG_FAIL : LOG_FINE;
}

/* Not for as long as the broker lets it stay open, minutes: a new producer ends it. */
static void what_an_abort_left_open_is_ended(void)
{
    struct driver *driver = driver_new(&probe);
    struct left_open left = {0};

    driver_run(driver);
    driver_fault(driver, leave_open, &left);
    (void)probe_send(driver, "mug", 5);
    driver_run(driver);
    CU_ASSERT_TRUE(left.ended);
    CU_ASSERT_TRUE(left.asked > 1 && left.asked < 40);
    EXPECT_I64(4, driver_tasks_ready(driver, 0));
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(a_failed_call_leaves_no_trace),
    TEST(a_fenced_producer_leaves_no_trace),
    TEST(a_commit_in_doubt_is_found_out),
    TEST(late_markers_are_waited_for),
    TEST(killed_before_any_call),
    TEST(killed_after_any_call),
    TEST(thrown_out_of_the_group_at_any_call),
    TEST(a_stale_member_is_refused),
    TEST(whatever_happens_readers_see_the_fold),
    TEST(letters_are_written_once_whatever_happens),
    TEST(what_an_abort_left_open_is_ended),
};

TEST_MAIN(accidents, tests)
