/*
 * The task runtime's promises, one by one: turns, positions, parking, counted writers.
 */
#include "schemas/generated/dead_letter.h"
#include "test/run.h"
#include "test/stream/disk.h"
#include "test/stream/script.h"

/* --- The plain way --------------------------------------------------------------------------- */

static void what_goes_in_comes_out_once(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};
    struct stock_level level;

    script_send(&script, driver, 0, 5);
    script_send(&script, driver, 1, 7);
    script_send(&script, driver, 0, 9);
    driver_run(driver);
    expect_script(&script, driver);

    CU_ASSERT_TRUE(driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level));
    EXPECT_TEXT("mug", driver_key(driver));
    EXPECT_I64(5, level.on_hand_units);
    CU_ASSERT_TRUE(driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level));
    EXPECT_TEXT("cup", driver_key(driver));
    CU_ASSERT_TRUE(driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level));
    EXPECT_I64(5 * 31 + 9, level.on_hand_units);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_LEVELS);
    driver_free(driver);
}

/* A turn is one transaction, however many records and tasks it has. */
static void a_turn_is_one_transaction(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};

    driver_run(driver);
    EXPECT_I64(0, log_commits(driver_log(driver)));
    for (int i = 0; i < 40; i++)
        script_send(&script, driver, i % SKUS, 5);
    driver_run(driver);
    EXPECT_I64(1, log_commits(driver_log(driver)));
    expect_script(&script, driver);
    driver_free(driver);
}

static void a_turn_that_writes_nothing_has_no_transaction(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};

    script_send(&script, driver, 0, QUIET);
    script_send(&script, driver, 1, QUIET);
    driver_run(driver);
    EXPECT_I64(0, log_commits(driver_log(driver)));

    /* Read again after a crash, they write nothing again. */
    driver_crash(driver);
    driver_run(driver);
    EXPECT_I64(0, log_commits(driver_log(driver)));
    script_send(&script, driver, 0, 3);
    driver_run(driver);
    EXPECT_I64(1, log_commits(driver_log(driver)));
    expect_script(&script, driver);
    driver_free(driver);
}

/* So much of nothing is worth remembering, or a crash would read it all again. */
static void a_long_silence_is_committed_in_the_end(void)
{
    struct driver *driver = driver_new(&probe);

    for (int i = 0; i < FY_BATCH_RECORDS_MAX; i++)
        (void)probe_send(driver, "mug", QUIET);
    driver_run(driver);
    EXPECT_I64(1, log_commits(driver_log(driver)));
    EXPECT_I64(FY_BATCH_RECORDS_MAX, log_group_offset(driver_log(driver), "stock", FY_TOPIC_SUPPLY,
                                         driver_partition(driver, "mug")));
    driver_free(driver);
}

/* Where a task stands that only read goes along with whatever is committed next. */
static void a_short_silence_is_committed_with_what_others_write(void)
{
    struct driver *driver = driver_new(&probe);

    (void)probe_send(driver, "mug", QUIET);
    driver_run(driver);
    EXPECT_I64(0, log_commits(driver_log(driver)));
    CU_ASSERT_TRUE(driver_partition(driver, "mug") != driver_partition(driver, "cup"));
    (void)probe_send(driver, "cup", 5);
    driver_run(driver);
    EXPECT_I64(1, log_commits(driver_log(driver)));
    EXPECT_I64(1, log_group_offset(driver_log(driver), "stock", FY_TOPIC_SUPPLY,
                      driver_partition(driver, "mug")));
    driver_free(driver);
}

/* Under load records gather for a while; the first one behind a pause does not wait. */
static void commits_keep_their_distance(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};
    int64_t began_ms;

    driver_run(driver);
    driver_pass(driver, 1000);
    began_ms = driver_now_ms(driver);
    script_send(&script, driver, 0, 1);
    driver_run(driver);
    EXPECT_I64(began_ms, driver_now_ms(driver));

    script_send(&script, driver, 0, 2);
    driver_run(driver);
    EXPECT_I64(began_ms + probe.commit_interval_ms, driver_now_ms(driver));
    expect_script(&script, driver);
    driver_free(driver);
}

/* --- Crashes and lost disks ------------------------------------------------------------------ */

static void a_lost_store_comes_back_from_its_changelog(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};

    for (int i = 0; i < 30; i++)
        script_send(&script, driver, i % SKUS, i % 3 == 0 ? DELETES : i);
    driver_run(driver);
    driver_lose_store(driver);
    EXPECT_I64(0, log_store_rows(driver_store(driver)));
    for (int i = 0; i < 10; i++)
        script_send(&script, driver, i % SKUS, i + 1);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

/* The disk is only behind by what was committed since: no more than that is read again. */
static void a_killed_task_goes_on_from_its_disk(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};
    size_t rows;

    for (int i = 0; i < 30; i++)
        script_send(&script, driver, i % SKUS, i + 1);
    driver_run(driver);
    rows = log_store_rows(driver_store(driver));
    driver_crash(driver);
    EXPECT_I64(rows, log_store_rows(driver_store(driver)));
    script_send(&script, driver, 0, 1);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

/* --- Where a task stands --------------------------------------------------------------------- */

static void expect_fatal(struct driver *driver, const char *part)
{
    struct fy_err err = {0};

    EXPECT_I64(FY_FATAL, driver_run_until(driver, &err));
    EXPECT_CONTAINS(part, fy_slice_of(err.text));
}

/* Somebody moved the group's offsets: going on would lose or repeat records, so nobody goes on. */
static void a_position_that_does_not_match_is_fatal(void)
{
    struct driver *driver = driver_new(&probe);
    int32_t partition = driver_partition(driver, "mug");

    (void)probe_send(driver, "mug", 5);
    (void)probe_send(driver, "mug", 6);
    driver_run(driver);
    log_group_offset_set(driver_log(driver), "stock", FY_TOPIC_SUPPLY, partition, 1);
    driver_crash(driver);
    expect_fatal(driver, "stands at offset 2 of \"supply\", its group at 1");

    log_group_offset_set(driver_log(driver), "stock", FY_TOPIC_SUPPLY, partition, 3);
    driver_crash(driver);
    expect_fatal(driver, "stands at offset 2 of \"supply\", its group at 3");
    driver_free(driver);
}

/* mug's partition stands at 2, and the group says 1 until something comes. */
static struct driver *driver_that_differs(void)
{
    struct driver *driver = driver_new(&probe);

    (void)probe_send(driver, "mug", 5);
    (void)probe_send(driver, "mug", 6);
    driver_run(driver);
    log_group_offset_set(
        driver_log(driver), "stock", FY_TOPIC_SUPPLY, driver_partition(driver, "mug"), 1);
    driver_crash(driver);
    return driver;
}

/* Five looks at the group come a minute late each; then what it waited for is there. */
struct stopped {
    struct driver *driver;
    int looks;
};

static enum log_fault stop_at_a_look(void *context, enum log_call call, int64_t number)
{
    struct stopped *stopped = context;

    (void)number;
    if (call != LOG_COMMITTED)
        return LOG_FINE;
    stopped->looks++;
    if (stopped->looks >= 3 && stopped->looks < 8)
        driver_pass(stopped->driver, 60000);
    if (stopped->looks == 9)
        log_group_offset_set(driver_log(stopped->driver), "stock", FY_TOPIC_SUPPLY,
            driver_partition(stopped->driver, "mug"), 2);
    return LOG_FINE;
}

/* Only while it looks: a process that is stopped meanwhile does not give its changelog up. */
static void who_was_stopped_looks_again(void)
{
    struct driver *driver = driver_that_differs();
    struct stopped stopped = {driver, 0};

    driver_fault(driver, stop_at_a_look, &stopped);
    driver_run(driver);
    CU_ASSERT_TRUE(stopped.looks >= 9);
    driver_free(driver);
}

enum { AWAY_MS = 40000 };

static enum log_fault coordinator_away(void *context, enum log_call call, int64_t number)
{
    struct stopped *away = context;
    int64_t until_ms = 1700000000000 + AWAY_MS;

    (void)number;
    if (call != LOG_COMMITTED || ++away->looks == 1)
        return LOG_FINE;
    if (driver_now_ms(away->driver) < until_ms)
        return LOG_FAIL;
    log_group_offset_set(driver_log(away->driver), "stock", FY_TOPIC_SUPPLY,
        driver_partition(away->driver, "mug"), 2);
    return LOG_FINE;
}

/* What the group said before its coordinator went is not compared for as long as it is away. */
static void who_is_not_answered_asks_again(void)
{
    struct driver *driver = driver_that_differs();
    const struct fy_source *member = driver_source(driver);
    struct stopped away = {driver, 0};

    driver_fault(driver, coordinator_away, &away);
    driver_run(driver);
    CU_ASSERT_TRUE(away.looks >= 10);
    CU_ASSERT_PTR_EQUAL(member, driver_source(driver)); /* It did not join anew for that. */
    EXPECT_I64(4, driver_tasks_ready(driver, 0));
    driver_free(driver);
}

static enum log_fault lost_while_restoring(void *context, enum log_call call, int64_t number)
{
    struct stopped *lost = context;
    int32_t partition = driver_partition(lost->driver, "mug");
    bool ours;

    (void)number;
    if (call != LOG_COMMITTED)
        return LOG_FINE;
    if (++lost->looks == 1)
        log_expel(driver_source(lost->driver));
    ours = log_owns(driver_source(lost->driver), partition);
    log_group_offset_set(
        driver_log(lost->driver), "stock", FY_TOPIC_SUPPLY, partition, ours ? 2 : 1);
    return LOG_FINE;
}

/* Another has the partition, and is ahead at each look: who restores it joins anew, and hears so.
 */
static void who_restores_what_is_lost_joins_anew(void)
{
    struct driver *driver = driver_that_differs();
    struct stopped lost = {driver, 0};

    driver_fault(driver, lost_while_restoring, &lost);
    driver_run(driver);
    CU_ASSERT_TRUE(lost.looks >= 100);
    EXPECT_I64(4, driver_tasks_ready(driver, 0));
    driver_free(driver);
}

static void a_group_without_changelog_is_fatal(void)
{
    struct driver *driver = driver_new(&probe);

    log_group_offset_set(driver_log(driver), "stock", FY_TOPIC_SUPPLY, 0, 1);
    expect_fatal(driver, "stock-0");
    driver_free(driver);
}

/* Brokers forget the offsets of a group that is away for a week. */
static void an_expired_group_goes_on_from_the_position_row(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};

    script_send(&script, driver, 0, 5);
    driver_run(driver);
    log_group_offset_set(
        driver_log(driver), "stock", FY_TOPIC_SUPPLY, driver_partition(driver, skus[0]), -1);
    driver_crash(driver);
    script_send(&script, driver, 0, 6);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

static void inputs_that_are_gone_are_fatal(void)
{
    struct driver *driver = driver_new(&probe);

    (void)probe_send(driver, "mug", 5);
    (void)probe_send(driver, "mug", 6);
    log_trim(driver_log(driver), FY_TOPIC_SUPPLY, driver_partition(driver, "mug"), 1);
    expect_fatal(driver, "but it begins at 1");
    driver_free(driver);
}

/* The process dies before the store has the turn, and stays away for `away_ms`. */
struct absence {
    struct driver *driver;
    int64_t away_ms;
    bool over;
};

static enum log_fault die_before_the_store_writes(void *context, enum log_call call, int64_t number)
{
    struct absence *absence = context;

    (void)number;
    if (absence->over || call != LOG_STORE_WRITE)
        return LOG_FINE;
    absence->over = true;
    driver_pass(absence->driver, absence->away_ms);
    return LOG_DIE;
}

/* A row beside `key` that the changelog knows nothing of: its tombstone was compacted away. */
static void leave_behind(struct driver *driver, const char *key)
{
    struct fy_store_batch *batch = fy_store_batch_new(driver_store(driver));
    struct fy_slice row = fy_slice_of("deleted elsewhere");
    struct fy_err err = {0};

    fy_store_batch_put(batch, (uint32_t)driver_partition(driver, key), row, row);
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
}

/* Does the store of a process that was away for so long still have what was left behind? */
static bool left_behind_after(int64_t away_ms)
{
    struct driver *driver = driver_new(&probe);
    struct absence absence = {.driver = driver, .away_ms = away_ms};
    bool left;

    run_until_number(driver, "mug");
    leave_behind(driver, "mug");
    driver_fault(driver, die_before_the_store_writes, &absence);
    for (int i = 0; i < 50 && !absence.over; i++) {
        (void)probe_send(driver, "mug", i + 1);
        driver_run(driver);
    }
    CU_ASSERT_TRUE(absence.over);
    left = store_has(driver, "mug", "deleted elsewhere");
    driver_free(driver);
    return left;
}

/*
 * Tombstones are kept for a day. A store that has not followed its changelog for longer may have
 * missed some, and would keep what was deleted: it is read anew, whole.
 */
static void a_store_behind_its_changelog_is_restored_whole(void)
{
    CU_ASSERT_TRUE(left_behind_after(60 * 1000));
    CU_ASSERT_FALSE(left_behind_after((int64_t)24 * 60 * 60 * 1000));
}

/* Partitions of a topic are numbered one by one: a reader of one can see that nothing is missing.
 */
static enum fy_status scatter_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < SKUS && status == FY_OK; i++) {
        struct stock_set set = {1};
        struct stock_event event = {
            .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
                .root = fy_slice_of("s"),
                .actor = fy_slice_of("supplier:s")},
            .sku = fy_slice_of(skus[i]),
            .supplier = fy_slice_of("s"),
            .stock_set = &set,
        };

        (void)record;
        status = fy_task_emit(task, FY_TOPIC_STOCK, fy_slice_of(skus[i]), &event, err);
    }
    return status;
}

static void each_destination_is_numbered_for_itself(void)
{
    struct fy_processor scatter = probe;
    struct driver *driver;
    struct stock_event event;
    int64_t seqs[FY_PARTITIONS_MAX] = {0};
    int partitions = 0;

    scatter.handle = scatter_handle;
    driver = driver_new(&scatter);
    for (int i = 0; i < 3; i++)
        (void)probe_send(driver, "mug", 1);
    driver_run(driver);
    while (driver_read(driver, FY_TOPIC_STOCK, &event)) {
        int64_t *seq = &seqs[driver_partition(driver, skus[sku_of(driver_key(driver))])];

        partitions += *seq == 0;
        EXPECT_I64(++*seq, event.envelope.seq);
    }
    CU_ASSERT_TRUE(partitions > 1);
    driver_free(driver);
}

/* A source may repeat; it is the position that says what has been handled. */
static void a_record_below_the_position_is_dropped(void)
{
    struct driver *driver = driver_new(&probe);
    struct fy_place begin = {FY_TOPIC_SUPPLY, driver_partition(driver, "mug"), 0};
    struct script script = {0};
    struct fy_err err = {0};

    script_send(&script, driver, 0, 5);
    script_send(&script, driver, 0, 6);
    driver_run(driver);
    EXPECT_I64(FY_OK, fy_source_seek(driver_source(driver), &begin, 1, &err));
    script_send(&script, driver, 0, 7);
    driver_run(driver);
    expect_script(&script, driver);
    driver_free(driver);
}

/* --- Poison ---------------------------------------------------------------------------------- */

static void expect_letter(
    struct driver *driver, const char *key, int64_t offset, const char *reason)
{
    struct dead_letter letter;

    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter));
    EXPECT_TEXT(key, driver_key(driver));
    EXPECT_TEXT("supply", letter.topic);
    EXPECT_I64(offset, letter.offset);
    EXPECT_CONTAINS(reason, letter.reason);
    CU_ASSERT_TRUE(letter.value.data != NULL);
}

/* A handler looks first and writes then: half of what a record does must not be kept. */
static enum fy_status hasty_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    enum fy_status status = probe_save(task, record->key, 1, err);

    return status == FY_OK ? fy_fail(err, FY_REJECT, "on second thoughts, no") : status;
}

static void a_refusal_behind_a_write_is_fatal(void)
{
    struct fy_processor hasty = probe;
    struct driver *driver;

    hasty.handle = hasty_handle;
    driver = driver_new(&hasty);
    (void)probe_send(driver, "mug", 5);
    expect_fatal(driver, "after it had written");
    driver_free(driver);
}

/* One bad record parks its key, in order, and nobody else's; also across a lost disk. */
static void a_refused_key_is_parked_in_order(void)
{
    struct driver *driver = driver_new(&probe);
    struct stock_row row;
    struct fy_place place;

    (void)probe_send(driver, "mug", 5);
    (void)probe_send(driver, "mug", REFUSED);
    (void)probe_send(driver, "mug", 6);
    (void)probe_send(driver, "cup", 7);
    driver_run(driver);
    expect_letter(driver, "mug", 1, "nobody counts 666");
    expect_letter(driver, "mug", 2, "parked");
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
    CU_ASSERT_TRUE(driver_row(driver, "mug", &row));
    EXPECT_I64(5, row.sku->on_hand_units);
    CU_ASSERT_TRUE(driver_row(driver, "cup", &row));
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "@parked/supply/mug", &row));
    EXPECT_I64(2, row.parked->records);

    driver_lose_store(driver);
    (void)probe_send(driver, "mug", 8);
    driver_run(driver);
    expect_letter(driver, "mug", 3, "parked");

    /* The first record behind a commit is no different. */
    place = probe_send(driver, "pan", REFUSED);
    driver_run(driver);
    expect_letter(driver, "pan", place.offset, "nobody counts 666");
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "@parked/supply/mug", &row));
    EXPECT_I64(3, row.parked->records);
    driver_free(driver);
}

static void bytes_that_are_no_event_are_parked(void)
{
    struct driver *driver = driver_new(&probe);
    struct script script = {0};

    (void)driver_send_raw(
        driver, FY_TOPIC_SUPPLY, fy_slice_of("junk"), fy_slice_of("no Avro at all"));
    (void)driver_send_raw(driver, FY_TOPIC_SUPPLY, (struct fy_slice){0}, fy_slice_of("no key"));
    script_send(&script, driver, 0, 5);
    driver_run(driver);
    expect_letter(driver, "junk", 0, "");
    expect_script(&script, driver);
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(what_goes_in_comes_out_once),
    TEST(a_turn_is_one_transaction),
    TEST(a_turn_that_writes_nothing_has_no_transaction),
    TEST(a_long_silence_is_committed_in_the_end),
    TEST(a_short_silence_is_committed_with_what_others_write),
    TEST(commits_keep_their_distance),
    TEST(a_lost_store_comes_back_from_its_changelog),
    TEST(a_killed_task_goes_on_from_its_disk),
    TEST(a_position_that_does_not_match_is_fatal),
    TEST(who_was_stopped_looks_again),
    TEST(who_is_not_answered_asks_again),
    TEST(who_restores_what_is_lost_joins_anew),
    TEST(a_group_without_changelog_is_fatal),
    TEST(an_expired_group_goes_on_from_the_position_row),
    TEST(inputs_that_are_gone_are_fatal),
    TEST(a_store_behind_its_changelog_is_restored_whole),
    TEST(each_destination_is_numbered_for_itself),
    TEST(a_record_below_the_position_is_dropped),
    TEST(a_refusal_behind_a_write_is_fatal),
    TEST(a_refused_key_is_parked_in_order),
    TEST(bytes_that_are_no_event_are_parked),
};

TEST_MAIN(runtime, tests)
