/*
 * What other tasks wrote is counted by writer and number: repeats are dropped, gaps stop the
 * reader.
 */
#include "schemas/generated/dead_letter.h"
#include "test/run.h"
#include "test/stream/operate.h"
#include "test/stream/script.h"

static void expect_fatal(struct driver *driver, const char *part)
{
    struct fy_err err = {0};

    EXPECT_I64(FY_FATAL, driver_run_until(driver, &err));
    EXPECT_CONTAINS(part, fy_slice_of(err.text));
}

static enum fy_status listen(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct stock_level level = {.sku = record->key, .supplier = fy_slice_of("s")};

    return fy_task_emit(task, FY_TOPIC_STOCK_LEVELS, record->key, &level, err);
}

static const enum fy_topic listener_inputs[] = {FY_TOPIC_STOCK};

static const struct fy_processor listener = {
    .name = "stock",
    .inputs = listener_inputs,
    .input_count = 1,
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = listen,
};

static void send_numbered(struct driver *driver, const char *writer, int64_t seq)
{
    struct stock_set set = {1};
    struct stock_event event = {
        .envelope =
            {
                .event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
                .root = fy_slice_of("s"),
                .actor = fy_slice_of("service:stock"),
                .writer = fy_slice_of(writer),
                .has_seq = true,
                .seq = seq,
            },
        .sku = fy_slice_of("mug"),
        .supplier = fy_slice_of("s"),
        .stock_set = &set,
    };

    (void)driver_send(driver, FY_TOPIC_STOCK, "mug", &event);
}

static int levels_read(struct driver *driver)
{
    struct fy_record record;
    int count = 0;

    while (driver_read_record(driver, FY_TOPIC_STOCK_LEVELS, &record))
        count++;
    return count;
}

/* The first number of a writer is taken as it is; each writer is counted for itself. */
static void a_repeated_number_is_dropped(void)
{
    struct driver *driver = driver_new(&listener);

    send_numbered(driver, "orders-1", 7);
    send_numbered(driver, "orders-1", 8);
    send_numbered(driver, "orders-2", 1);
    send_numbered(driver, "orders-1", 8);
    send_numbered(driver, "orders-1", 7);
    driver_run(driver);
    EXPECT_I64(3, levels_read(driver));

    driver_lose_store(driver);
    send_numbered(driver, "orders-1", 8);
    send_numbered(driver, "orders-2", 2);
    driver_run(driver);
    EXPECT_I64(1, levels_read(driver));
    driver_free(driver);
}

static void a_missing_number_stops_the_reader(void)
{
    struct driver *driver = driver_new(&listener);

    send_numbered(driver, "orders-1", 7);
    driver_run(driver);
    send_numbered(driver, "orders-1", 9);
    expect_fatal(driver, "writer \"orders-1\" goes from seq 7 to 9");
    EXPECT_I64(1, levels_read(driver));

    /* Not by being started again either. */
    driver_crash(driver);
    expect_fatal(driver, "gap in \"stock\"");
    driver_free(driver);
}

static void an_event_without_a_number_is_parked(void)
{
    struct driver *driver = driver_new(&listener);
    struct dead_letter letter;

    send_numbered(driver, "", 1);
    driver_run(driver);
    EXPECT_I64(0, levels_read(driver));
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter));
    EXPECT_CONTAINS("writer or seq", letter.reason);
    driver_free(driver);
}

/* Bytes that nobody can decode, in the partition of "mug" but under a key of their own. */
static void send_unreadable(struct driver *driver)
{
    char key[32];
    int number = 0;

    do
        (void)snprintf(key, sizeof(key), "junk-%d", number++);
    while (driver_partition(driver, key) != driver_partition(driver, "mug"));
    (void)driver_send_raw(driver, FY_TOPIC_STOCK, fy_slice_of(key), fy_slice_of("no Avro at all"));
}

/* It was parked, so it counts as read, though nobody can tell whose number it had. */
static void an_unreadable_record_is_no_gap(void)
{
    struct driver *driver = driver_new(&listener);

    send_numbered(driver, "orders-1", 7);
    send_numbered(driver, "orders-2", 3);
    send_unreadable(driver);
    send_unreadable(driver);
    driver_run(driver);
    EXPECT_I64(2, levels_read(driver));

    /* Remembered by the changelog, not by the process. */
    driver_lose_store(driver);
    send_numbered(driver, "orders-1", 10);
    send_numbered(driver, "orders-2", 4);
    driver_run(driver);
    EXPECT_I64(2, levels_read(driver));

    /* Once: what is missing after that is missing. */
    send_numbered(driver, "orders-1", 12);
    expect_fatal(driver, "writer \"orders-1\" goes from seq 10 to 12");
    driver_free(driver);
}

static void more_missing_than_unreadable_is_a_gap(void)
{
    struct driver *driver = driver_new(&listener);

    send_numbered(driver, "orders-1", 7);
    send_unreadable(driver);
    send_numbered(driver, "orders-1", 10);
    expect_fatal(driver, "writer \"orders-1\" goes from seq 7 to 10");
    driver_free(driver);
}

static void accept_gap(struct driver *driver, const char *writer, int64_t seq, int64_t next_seq)
{
    struct gap_accepted gap = {
        .topic = fy_slice_of("stock"),
        .writer = fy_slice_of(writer),
        .seq = seq,
        .next_seq = next_seq,
    };
    struct operation operation = {.program = fy_slice_of("stock"), .gap_accepted = &gap};

    operate(driver, driver_partition(driver, "mug"), &operation);
}

/* An operator has looked at what is missing: this gap is passed, and no other. */
static void a_gap_that_was_accepted_is_passed(void)
{
    struct driver *driver = driver_new(&listener);

    send_numbered(driver, "orders-1", 7);
    send_numbered(driver, "orders-1", 9);
    accept_gap(driver, "orders-2", 7, 9);
    accept_gap(driver, "orders-1", 7, 8);
    expect_fatal(driver, "./fy release --gap stock stock 0 orders-1 7 9");
    accept_gap(driver, "orders-1", 7, 9);
    driver_crash(driver);
    driver_run(driver);
    EXPECT_I64(2, levels_read(driver));

    /* Read again from the beginning, it is passed again; the next one is not. */
    send_numbered(driver, "orders-1", 12);
    expect_fatal(driver, "writer \"orders-1\" goes from seq 9 to 12");
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(a_repeated_number_is_dropped),
    TEST(a_missing_number_stops_the_reader),
    TEST(a_gap_that_was_accepted_is_passed),
    TEST(an_event_without_a_number_is_parked),
    TEST(an_unreadable_record_is_no_gap),
    TEST(more_missing_than_unreadable_is_a_gap),
};

TEST_MAIN(writers, tests)
