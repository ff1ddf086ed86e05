/*
 * kafka_away_test.c - lib's producer and a source while the broker is away and when it comes back.
 */
#include "lib/log.h"
#include "lib/producer.h"
#include "test/e2e/stand_member.h"
#include "test/run.h"

static void broker_stop(void)
{
    const char *home = getenv("FY_KAFKA_HOME");
    const char *output;

    if (home != NULL)
        EXPECT_I64(0, run_command(&output, "infra/local/kafka.sh stop '%s'", home));
    else
        program_stop("kafka");
}

static void broker_start(void)
{
    const char *home = getenv("FY_KAFKA_HOME");
    const char *output;

    if (home != NULL)
        EXPECT_I64(0, run_command(&output, "infra/local/kafka.sh start '%s' %s 9>&- >/dev/null",
                          home, strrchr(log_kafka()->brokers, ':') + 1));
    else
        program_start("kafka");
}

struct letters {
    struct fy_producer *producer;
    const char *key; /* Of partition 0. */
    int taken;
    int refused;
    struct fy_place last;
};

static void on_done(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct letters *letters = context;

    if (status == FY_OK) {
        letters->taken++;
        letters->last = *place;
        return;
    }
    EXPECT_I64(FY_ABORT, status);
    EXPECT_I64(true, strlen(err->text) > 0);
    letters->refused++;
}

static bool is_connected(void *context)
{
    struct letters *letters = context;

    fy_producer_serve(letters->producer);
    return fy_producer_connected(letters->producer);
}

static bool is_disconnected(void *context)
{
    return !is_connected(context);
}

static bool is_settled(void *context)
{
    struct letters *letters = context;

    fy_producer_serve(letters->producer);
    return letters->taken + letters->refused > 0;
}

static enum fy_status send_letter(struct letters *letters, struct fy_err *err)
{
    return fy_producer_send(letters->producer, LOG_OUT, fy_slice_of(letters->key),
        fy_slice_of("letter"), on_done, letters, err);
}

/*
 * The broker goes and comes back. Meanwhile nobody hangs: a record is given up by its deadline, a
 * reader just has nothing to read. Afterwards both go on by themselves.
 */
static void producer_and_reader_outlive_the_broker(void)
{
    static struct log_reader reader;
    struct letters letters = {.producer = NULL};
    int64_t began_ms;
    int count = 0;
    struct fy_err err;

    log_reader_init(&reader);
    ASK(fy_source_partitions(reader.source, LOG_OUT, &count, &err));
    do
        letters.key = fresh_name("key-");
    while (fy_partition_of(fy_slice_of(letters.key), count) != 0);
    MUST(fy_producer_new(log_kafka(), 4000, &letters.producer, &err));
    EXPECT_EVENTUALLY(2, is_connected, &letters);
    MUST(send_letter(&letters, &err));
    MUST(fy_producer_flush(letters.producer, 4000, &err));
    EXPECT_I64(1, letters.taken);
    EXPECT_I64(LOG_OUT, letters.last.topic);
    EXPECT_I64(0, letters.last.partition);
    EXPECT_I64(reader.places[0].offset, letters.last.offset);

    broker_stop();
    EXPECT_EVENTUALLY(1, is_disconnected, &letters);
    letters.taken = 0;
    began_ms = mono_ms();
    MUST(send_letter(&letters, &err));
    EXPECT_EVENTUALLY(6, is_settled, &letters);
    EXPECT_I64(1, letters.refused);
    EXPECT_I64(true, mono_ms() - began_ms <= 4200);
    EXPECT_I64(FY_ABORT, fy_producer_flush(letters.producer, 100, &err));
    log_reader_poll(&reader, 100);

    broker_start();
    began_ms = mono_ms();
    EXPECT_EVENTUALLY(2, is_connected, &letters);
    (void)fprintf(stderr, "  connected again after %lld ms\n", (long long)(mono_ms() - began_ms));
    MUST(send_letter(&letters, &err));
    MUST(fy_producer_flush(letters.producer, 4000, &err));
    EXPECT_I64(1, letters.taken);

    reader.count = 0;
    began_ms = 0;
    while (reader.count == 0 && log_until(&began_ms))
        log_reader_poll(&reader, 100);
    EXPECT_I64(true, reader.count > 0);
    fy_producer_free(letters.producer);
    log_reader_done(&reader);
}

/*
 * In the midst of a transaction the broker goes. Its owner hears of it in some seconds, not after
 * those of each call added up, and a new sink goes on as soon as the broker is back.
 */
static void a_turn_is_given_up_in_time(void)
{
    static struct log_reader reader;
    const char *group = fresh_name("group-"), *id = fresh_name("tx-");
    struct member member;
    struct fy_group *group_of;
    struct fy_place place = {LOG_IN, 0, 1};
    struct fy_sink *sink;
    int64_t began_ms;
    struct fy_err err;

    log_reader_init(&reader);
    member_join_alone(&member, group, false);
    group_of = member_group(&member);
    MUST(fy_kafka_sink_new(log_kafka(), id, &sink, &err));
    MUST(fy_sink_begin(sink, &err));
    MUST(fy_sink_send(sink, LOG_OUT, 0, fy_slice_of("k"), fy_slice_of("lost"), &err));
    broker_stop();
    began_ms = mono_ms();
    EXPECT_I64(true, fy_sink_commit(sink, group_of, &place, 1, &err) != FY_OK);
    if (err.status == FY_ABORT)
        (void)!fy_sink_abort(sink, &err);
    fy_sink_free(sink);
    EXPECT_I64(true, mono_ms() - began_ms < 9000);
    (void)printf("  given up after %d ms\n", (int)(mono_ms() - began_ms));

    broker_start();
    ASK(fy_kafka_sink_new(log_kafka(), id, &sink, &err));
    MUST(fy_sink_begin(sink, &err));
    fy_sink_free(sink);
    log_read_up(&reader);
    EXPECT_I64(0, reader.count);
    fy_source_group_free(member.source, group_of);
    fy_source_free(member.source);
    log_reader_done(&reader);
}

static const CU_TestInfo tests[] = {
    TEST(a_turn_is_given_up_in_time),
    TEST(producer_and_reader_outlive_the_broker),
};

int main(int argc, char **argv)
{
    fy_log_init("kafka_away_test", FY_LOG_ERROR);
    if (log_skipped() != 0)
        return log_skipped();
    return test_run(
        "kafka_away", tests, sizeof(tests) / sizeof(tests[0]), argc > 1 ? argv[1] : NULL);
}
