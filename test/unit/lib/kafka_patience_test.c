/*
 * How a task asks a broker for records. The source is included, because only its insides reach the
 * clients that were made.
 */
#include "lib/task_crew.c"

#include "lib/kafka_source.h"
#include "lib/task_core.h"
#include "test/driver/log.h"
#include "test/expect.h"
#include "test/run.h"

static void expect_setting(const char *want, struct fy_source *source, const char *name)
{
    rd_kafka_t *client = ((struct fy_kafka_reader *)source)->client;
    char value[32] = "";
    size_t size = sizeof(value);

    EXPECT_I64(RD_KAFKA_CONF_OK, rd_kafka_conf_get(rd_kafka_conf(client), name, value, &size));
    EXPECT_TEXT(want, fy_slice_of(value));
}

static enum fy_status handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    (void)task;
    (void)record;
    (void)err;
    return FY_OK;
}

/* A worker as a process makes it, and how long a broker may keep what it asks for. */
static void expect_patience(int patience_ms, const char *wait_ms, const char *bytes_min)
{
    static const enum fy_topic inputs[] = {FY_TOPIC_ACTIVITY};
    const struct fy_processor processor = {
        .name = "test",
        .inputs = inputs,
        .input_count = 1,
        .changelog = FY_TOPIC_HISTORY_CHANGELOG,
        .dead_letters = FY_TOPIC_HISTORY_DEAD_LETTERS,
        .patience_ms = patience_ms,
        .handle = handle,
    };
    struct log_config log_config = {.partitions = 1, .clock = fy_system_clock()};
    struct log *log = log_new(&log_config);
    struct fy_crew_config config = {
        .processor = &processor,
        .kafka = {.brokers = "127.0.0.1:1", .client_id = "test"}, /* Nobody listens there. */
        .instance = "1",
        .workers = 1,
        .store = log_store_new(log),
        .rows_bytes_max = 1 << 20,
    };
    struct fy_crew *crew = NULL;
    const struct fy_worker_io *io;
    struct fy_err err;

    fy_log_init("test", FY_LOG_ERROR);
    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_crew_new(&config, &crew, &err));
    io = &crew->hands[0].worker->io;
    expect_setting(wait_ms, io->source, "fetch.wait.max.ms");
    expect_setting(bytes_min, io->source, "fetch.min.bytes");
    expect_setting("1", io->restore, "fetch.min.bytes"); /* Whoever restores is waited for. */
    fy_crew_free(crew);
    fy_store_close(config.store);
    log_free(log);
}

static void records_come_at_once(void)
{
    expect_patience(0, "500", "1");
}

static void a_patient_task_lets_them_gather(void)
{
    expect_patience(50, "50", "65536");
}

static CU_TestInfo tests[] = {
    TEST(records_come_at_once),
    TEST(a_patient_task_lets_them_gather),
};
TEST_MAIN(kafka_patience, tests)
