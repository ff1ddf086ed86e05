/*
 * A record or timer whose handler ends the process is tried three times, in a turn of its own, and
 * then parked: the program lives on, and the others lose nothing.
 */
#include "schemas/generated/dead_letter.h"
#include "test/run.h"
#include "test/stream/alarm.h"
#include "test/stream/operate.h"
#include "test/stream/script.h"

enum { DEADLY = 999, SLOW_DEATH = 998, ALWAYS = 1000000 };

/* The handler of all tests here: what it is to die of, and what it saw. */
static struct {
    struct driver *driver;
    int crashes_left;
    int crashes;
    int commits;          /* When it was called last, */
    int handled;          /* and records handled since that commit. */
    int before_last;      /* Records of the turn of the last crash, before it. */
    int commits_at_crash; /* Of the last one. */
} seen;

static void look(void)
{
    int commits = log_commits(driver_log(seen.driver));

    seen.handled = commits == seen.commits ? seen.handled + 1 : 1;
    seen.commits = commits;
}

static enum fy_status crash(struct fy_err *err)
{
    seen.crashes_left--;
    seen.crashes++;
    seen.before_last = seen.handled - 1;
    seen.commits_at_crash = seen.commits;
    seen.handled = 0; /* The next process has a turn of its own, whatever is committed. */
    driver_crash_in_handler(seen.driver);
    return fy_fail(err, FY_FATAL, "crashed");
}

static int64_t units_of(struct fy_task *task, const struct fy_record *record)
{
    struct supply supply;
    struct fy_err ignored;

    if (record->value.data == NULL ||
        supply_decode(record->value, fy_task_arena(task), &supply, &ignored) != FY_OK ||
        supply.stock_counted == NULL)
        return -1;
    return supply.stock_counted->units;
}

/* SLOW_DEATH has written its row and its event when it dies. */
static enum fy_status clumsy_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    int64_t units = units_of(task, record);
    enum fy_status status;

    look();
    if (units == DEADLY && seen.crashes_left > 0)
        return crash(err);
    status = probe_handle(task, record, err);
    if (status == FY_OK && units == SLOW_DEATH && seen.crashes_left > 0)
        return crash(err);
    return status;
}

static const enum fy_topic clumsy_inputs[] = {FY_TOPIC_SUPPLY, FY_TOPIC_OPERATIONS};

static const struct fy_processor clumsy = {
    .name = "stock",
    .inputs = clumsy_inputs,
    .input_count = 2,
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = clumsy_handle,
};

static enum fy_status clumsy_alarm_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    look();
    if (units_of(task, record) == DEADLY && seen.crashes_left > 0)
        return crash(err);
    return alarm_handle(task, record, err);
}

static enum fy_status clumsy_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err)
{
    look();
    return fy_slice_equal(key, fy_slice_of("mug")) && seen.crashes_left > 0
               ? crash(err)
               : alarm_fire(task, key, due_ms, err);
}

static const struct fy_processor clumsy_alarm = {
    .name = "stock",
    .inputs = probe_inputs,
    .input_count = 1,
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = clumsy_alarm_handle,
    .due_ms = alarm_due_ms,
    .fire = clumsy_fire,
};

static struct driver *begin_with(struct driver *driver, int crashes)
{
    memset(&seen, 0, sizeof(seen));
    seen.driver = driver;
    seen.crashes_left = crashes;
    driver_disks_stay(driver);
    return driver;
}

static struct driver *begin(int crashes)
{
    return begin_with(driver_new(&clumsy), crashes);
}

/* The next letter: its offset, and whether it was parked for crashing. */
static bool next_letter(struct driver *driver, struct dead_letter *ret_letter, bool *ret_crashed)
{
    if (!driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, ret_letter))
        return false;
    *ret_crashed =
        ret_letter->reason.size >= 7 && memcmp(ret_letter->reason.data, "crashed", 7) == 0;
    return true;
}

/* --- Records --------------------------------------------------------------------------------- */

static void three_crashes_at_one_position_park_its_key(void)
{
    struct driver *driver = begin(ALWAYS);
    struct dead_letter letter;
    struct stock_row row;
    bool crashed = false;
    int64_t deadly, behind;

    (void)probe_send(driver, "mug", 5);
    deadly = probe_send(driver, "mug", DEADLY).offset;
    behind = probe_send(driver, "mug", 6).offset;
    (void)probe_send(driver, "cup", 7);
    driver_run(driver);

    EXPECT_I64(FY_CRASHES_MAX, seen.crashes);
    CU_ASSERT_TRUE_FATAL(next_letter(driver, &letter, &crashed));
    EXPECT_I64(deadly, letter.offset);
    CU_ASSERT_TRUE(crashed);
    CU_ASSERT_TRUE_FATAL(next_letter(driver, &letter, &crashed));
    EXPECT_I64(behind, letter.offset);
    CU_ASSERT_FALSE(crashed);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "mug", &row));
    EXPECT_I64(5, row.sku->on_hand_units);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "cup", &row));
    EXPECT_I64(7, row.sku->on_hand_units);
    driver_free(driver);
}

/* Behind the row and the event that it was in the middle of: nothing of them is seen. */
static void what_it_had_written_is_of_no_turn(void)
{
    struct driver *driver = begin(ALWAYS);
    struct stock_event event;
    struct stock_row row;

    (void)probe_send(driver, "mug", SLOW_DEATH);
    driver_run(driver);
    EXPECT_I64(FY_CRASHES_MAX, seen.crashes);
    CU_ASSERT_FALSE(driver_row(driver, "mug", &row));
    CU_ASSERT_FALSE(driver_read(driver, FY_TOPIC_STOCK, &event));
    driver_free(driver);
}

/* The first crash takes a turn of many records with it; the second takes nothing but its own. */
static void behind_a_crash_it_has_a_turn_of_its_own(void)
{
    struct driver *driver = begin(2);
    struct script script = {0};

    for (int i = 0; i < 9; i++)
        script_send(&script, driver, 0, i + 1);
    script_send(&script, driver, 0, DEADLY);
    for (int i = 0; i < 9; i++)
        script_send(&script, driver, i % SKUS, i + 1);
    driver_run(driver);

    EXPECT_I64(2, seen.crashes);
    EXPECT_I64(0, seen.before_last);
    CU_ASSERT_TRUE(seen.commits_at_crash > 0); /* What is before it is safe. */
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    expect_script(&script, driver);
    driver_free(driver);
}

/* Twice it went wrong; that it went well is kept, so the next two are counted anew. */
static void what_went_well_is_suspected_no_more(void)
{
    struct driver *driver = begin(2);
    struct script script = {0};

    script_send(&script, driver, 0, DEADLY);
    driver_run(driver);
    EXPECT_I64(2, seen.crashes);
    for (int i = 0; i < 3; i++) {
        seen.crashes_left = 2;
        script_send(&script, driver, 0, DEADLY);
        driver_run(driver);
    }
    EXPECT_I64(8, seen.crashes);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    expect_script(&script, driver);
    driver_free(driver);
}

/* Killed from outside between two turns, as often as one likes: nobody is to blame. */
static void a_kill_between_turns_blames_nobody(void)
{
    struct driver *driver = begin(0);
    struct script script = {0};

    for (int i = 0; i < 5; i++) {
        script_send(&script, driver, 0, i + 1);
        driver_run(driver);
        driver_crash(driver);
        driver_crash(driver);
        driver_crash(driver);
        driver_crash(driver);
    }
    driver_run(driver);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    expect_script(&script, driver);
    driver_free(driver);
}

static enum log_fault die_at_commit(void *context, enum log_call call, int64_t number)
{
    int *left = context;

    (void)number;
    if (call != LOG_COMMIT || *left == 0)
        return LOG_FINE;
    (*left)--;
    return LOG_DIE;
}

/* No handler runs when a turn is committed: whoever dies there dies of something else. */
static void a_kill_at_commit_blames_nobody(void)
{
    struct driver *driver = begin(0);
    struct script script = {0};
    int left = FY_CRASHES_MAX + 1;

    driver_fault(driver, die_at_commit, &left);
    script_send(&script, driver, 0, 5);
    driver_run(driver);
    EXPECT_I64(0, left);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    expect_script(&script, driver);
    driver_free(driver);
}

static enum log_fault fail_commits(void *context, enum log_call call, int64_t number)
{
    int *left = context;

    (void)number;
    if (call != LOG_COMMIT || seen.crashes < FY_CRASHES_MAX || *left == 0)
        return LOG_FINE;
    (*left)--;
    return LOG_FAIL;
}

/* The turn that parks it is undone: it is parked by the next, and not tried a fourth time. */
static void a_parking_that_is_undone_is_not_forgotten(void)
{
    struct driver *driver = begin(ALWAYS);
    struct dead_letter letter;
    bool crashed = false;
    int left = 2;

    driver_fault(driver, fail_commits, &left);
    (void)probe_send(driver, "mug", DEADLY);
    driver_run(driver);
    EXPECT_I64(0, left);
    EXPECT_I64(FY_CRASHES_MAX, seen.crashes);
    CU_ASSERT_TRUE_FATAL(next_letter(driver, &letter, &crashed));
    CU_ASSERT_TRUE(crashed);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    driver_free(driver);
}

static void two_workers_tell_their_own(void)
{
    struct driver *driver = begin_with(driver_new_workers(&clumsy, 2), ALWAYS);
    struct dead_letter letter;
    bool crashed = false;
    int letters = 0;

    for (int i = 0; i < SKUS; i++)
        (void)probe_send(driver, skus[i], i + 1);
    (void)probe_send(driver, "mug", DEADLY);
    (void)probe_send(driver, "pan", DEADLY);
    driver_run(driver);
    while (next_letter(driver, &letter, &crashed)) {
        CU_ASSERT_TRUE(crashed);
        letters++;
    }
    EXPECT_I64(2, letters);
    EXPECT_I64(2 * FY_CRASHES_MAX, seen.crashes);
    driver_free(driver);
}

/* --- Timers and released letters ------------------------------------------------------------- */

static void a_timer_that_crashes_is_parked_too(void)
{
    struct driver *driver = begin_with(driver_new(&clumsy_alarm), ALWAYS);
    struct dead_letter letter;
    bool crashed = false;

    (void)probe_send(driver, "mug", 60);
    (void)probe_send(driver, "cup", 60);
    driver_run(driver);
    driver_pass(driver, 61 * 1000);
    driver_run(driver);
    EXPECT_I64(FY_CRASHES_MAX, seen.crashes);
    CU_ASSERT_TRUE_FATAL(next_letter(driver, &letter, &crashed));
    CU_ASSERT_TRUE(crashed);
    CU_ASSERT_TRUE(fy_slice_equal(letter.topic, fy_slice_of("stock-changelog")));
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    CU_ASSERT_TRUE(expect_alarms(driver, (const char *const[]){"cup"}, 1) > 0);
    driver_free(driver);
}

/* Behind the first turn that is committed after the crash a poll finds nothing, once. */
static enum log_fault find_nothing(void *context, enum log_call call, int64_t number)
{
    int *commits = context;

    (void)number;
    *commits += call == LOG_COMMIT && seen.crashes > 0;
    if (call != LOG_POLL || *commits != 1)
        return LOG_FINE;
    (*commits)++;
    return LOG_AWAY;
}

/* What was put off by a turn of its own came in time all the same: it takes the timer away. */
static void a_timer_waits_for_what_was_put_off(void)
{
    static const char *const skus_of_mug[] = {"mug"};
    struct driver *driver = begin_with(driver_new(&clumsy_alarm), 1);
    char other[32];
    int i = 0, commits = 0;

    do
        (void)snprintf(other, sizeof(other), "other-%d", i++);
    while (driver_partition(driver, other) != driver_partition(driver, "mug"));
    (void)probe_send(driver, "mug", 60);
    driver_run(driver);
    driver_fault(driver, find_nothing, &commits);
    (void)probe_send(driver, other, DEADLY);
    (void)probe_send(driver, "mug", 0);
    driver_pass(driver, 3600 * 1000);
    driver_run(driver);
    EXPECT_I64(1, seen.crashes);
    CU_ASSERT_TRUE(commits > 2);
    EXPECT_I64(0, expect_alarms(driver, skus_of_mug, 1));
    driver_free(driver);
}

/* An operator believes it mended: it is tried three times more, and waits again. */
static void a_released_record_that_crashes_again_waits_again(void)
{
    struct driver *driver = begin(ALWAYS);
    struct dead_letter letter;
    struct stock_row row;
    bool crashed = false;

    (void)probe_send(driver, "mug", DEADLY);
    (void)probe_send(driver, "mug", 5);
    driver_run(driver);
    for (int i = 0; i < 2; i++)
        CU_ASSERT_TRUE(next_letter(driver, &letter, &crashed));
    release_of(driver, "stock", FY_TOPIC_SUPPLY, "mug", NO_SKIP);
    for (int i = 0; i < 20; i++)
        driver_run(driver);
    EXPECT_I64(2 * FY_CRASHES_MAX, seen.crashes);
    CU_ASSERT_FALSE(driver_row(driver, "mug", &row));

    seen.crashes_left = 0;
    release_of(driver, "stock", FY_TOPIC_SUPPLY, "mug", NO_SKIP);
    for (int i = 0; i < 20; i++)
        driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "mug", &row));
    EXPECT_I64(probe_fold(probe_fold(0, DEADLY), 5), row.sku->on_hand_units);
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(three_crashes_at_one_position_park_its_key),
    TEST(what_it_had_written_is_of_no_turn),
    TEST(behind_a_crash_it_has_a_turn_of_its_own),
    TEST(what_went_well_is_suspected_no_more),
    TEST(a_kill_between_turns_blames_nobody),
    TEST(a_kill_at_commit_blames_nobody),
    TEST(a_parking_that_is_undone_is_not_forgotten),
    TEST(two_workers_tell_their_own),
    TEST(a_timer_that_crashes_is_parked_too),
    TEST(a_timer_waits_for_what_was_put_off),
    TEST(a_released_record_that_crashes_again_waits_again),
};

TEST_MAIN(crash, tests)
