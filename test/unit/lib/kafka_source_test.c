/* What a source says of a client that librdkafka has given up. No broker is asked. */
#include "lib/kafka_source.h"

#include "lib/log.h"
#include "test/expect.h"
#include "test/run.h"

static const struct fy_kafka_config nobody = {.brokers = "127.0.0.1:1", .client_id = "test"};

static struct fy_source *source_new(void)
{
    const struct fy_place place = {FY_TOPIC_ACTIVITY, 0, 7};
    struct fy_source *source = NULL;
    struct fy_err err;

    fy_log_init("test", FY_LOG_ERROR); /* That nobody listens is no news here. */
    CU_ASSERT_EQUAL_FATAL(FY_OK,
        fy_kafka_group_source_new(&nobody, "group", "one", FY_TOPIC_ACTIVITY, &source, &err));
    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_source_assign(source, &place, 1, &err));
    return source;
}

/* Whoever asks and does not poll would else be told "not now" for ever. */
static void a_client_that_was_given_up_says_so_to_questions(void)
{
    struct fy_source *source = source_new();
    struct fy_place place = {FY_TOPIC_ACTIVITY, 0, 5};
    struct fy_err err;

    EXPECT_I64(FY_OK, fy_source_seek(source, &place, 1, &err));
    EXPECT_I64(FY_ABORT, fy_source_committed(source, &place, 1, &err));
    (void)rd_kafka_test_fatal_error(kafka_self_of(source)->reader.client,
        RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID, "the test says so");
    EXPECT_I64(FY_FATAL, fy_source_committed(source, &place, 1, &err));
    EXPECT_I64(FY_FATAL, fy_source_seek(source, &place, 1, &err));
    fy_source_free(source);
}

/* A poll gives records before a failure that came with them; the next seek tells it. */
static void a_failure_behind_records_is_told_to_a_seek(void)
{
    struct fy_source *source = source_new();
    struct fy_place place = {FY_TOPIC_ACTIVITY, 0, 5};
    struct fy_err err;

    (void)fy_fail(&kafka_self_of(source)->failure, FY_FATAL, "no such offset");
    EXPECT_I64(FY_FATAL, fy_source_seek(source, &place, 1, &err));
    EXPECT_TEXT("no such offset", fy_slice_of(err.text));
    fy_source_free(source);
}

static CU_TestInfo tests[] = {
    TEST(a_client_that_was_given_up_says_so_to_questions),
    TEST(a_failure_behind_records_is_told_to_a_seek),
};

TEST_MAIN(kafka_source, tests)
