/*
 * What becomes of records when librdkafka gives its producer up, or no broker ever answers. The
 * source is included, because only its insides reach the client that a test can break.
 */
#include "lib/kafka_producer.c"

#include "lib/mono.h"

#include "lib/log.h"
#include "test/expect.h"
#include "test/run.h"

#include <poll.h>

/* Nobody listens there: records wait in the queue. */
static const struct fy_kafka_config nobody = {.brokers = "127.0.0.1:1", .client_id = "test"};

struct outcome {
    int taken;
    int aborted;
    char words[256];
    struct fy_producer *again; /* Send one more record from inside a report. */
    enum fy_status again_status;
};

static void on_done(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct outcome *outcome = context;
    struct fy_err again_err;

    EXPECT_I64(FY_TOPIC_ACTIVITY, place->topic);
    outcome->taken += status == FY_OK;
    outcome->aborted += status == FY_ABORT;
    if (status != FY_OK)
        (void)snprintf(outcome->words, sizeof(outcome->words), "%s", err->text);
    if (outcome->again != NULL)
        outcome->again_status = fy_producer_send(outcome->again, FY_TOPIC_ACTIVITY,
            fy_slice_of("k"), fy_slice_of("v"), NULL, NULL, &again_err);
    outcome->again = NULL;
}

static struct fy_producer *producer_new(void)
{
    struct fy_producer *producer = NULL;
    struct fy_err err;

    fy_log_init("test", FY_LOG_ERROR); /* That nobody listens is no news here. */
    EXPECT_I64(FY_OK, fy_producer_new(&nobody, 3000, &producer, &err));
    return producer;
}

/*
 * librdkafka wakes for the first entry of an empty queue. What was there before we listened, such
 * as a connection refused at once, must not leave us deaf for ever.
 */
static void what_came_before_we_listened_wakes_us(void)
{
    struct fy_producer *producer = producer_new();
    struct pollfd wake = {.fd = fy_producer_wake_fd(producer), .events = POLLIN};

    EXPECT_I64(1, poll(&wake, 1, 0));
    fy_producer_serve(producer);
    fy_producer_free(producer);
}

static enum fy_status send_to(struct fy_producer *producer, struct outcome *outcome)
{
    struct fy_err err;

    return fy_producer_send(producer, FY_TOPIC_ACTIVITY, fy_slice_of("visitor"),
        fy_slice_of("click"), on_done, outcome, &err);
}

static void is_replaced_when_librdkafka_gives_up(void)
{
    struct fy_producer *producer = producer_new();
    struct kafka_producer *self = self_of(producer);
    struct outcome outcome = {.taken = 0};
    int fd = fy_producer_wake_fd(producer);
    rd_kafka_t *first = self->client;
    struct fy_err err;

    for (int i = 0; i < 3; i++)
        EXPECT_I64(FY_OK, send_to(producer, &outcome));
    EXPECT_I64(RD_KAFKA_RESP_ERR_NO_ERROR,
        rd_kafka_test_fatal_error(
            self->client, RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER, "for a test"));
    outcome.again = producer; /* Inside a report the old client is still there: refused. */
    while (self->client == first)
        fy_producer_serve(producer);

    EXPECT_I64(3, outcome.aborted);
    EXPECT_I64(0, outcome.taken);
    EXPECT_I64(true, strstr(outcome.words, "for a test") != NULL);
    EXPECT_I64(FY_REJECT, outcome.again_status);
    EXPECT_I64(fd, fy_producer_wake_fd(producer)); /* A reactor has it. */
    EXPECT_I64(FY_ABORT, fy_producer_flush(producer, 0, &err));
    EXPECT_I64(FY_OK, fy_producer_flush(producer, 0, &err)); /* Told once. */
    EXPECT_I64(FY_OK, send_to(producer, &outcome));
    EXPECT_I64(1, self->out_count);
    fy_producer_free(producer);
    EXPECT_I64(3, outcome.aborted); /* Freed with a record in flight: its context may be gone. */
}

/* An edge answers "503, ask again" from the first record that does not fit. */
static void refuses_what_does_not_fit(void)
{
    struct fy_producer *producer = producer_new();
    struct outcome outcome = {.taken = 0};
    int sent = 0;

    while (send_to(producer, &outcome) == FY_OK)
        sent++;
    EXPECT_I64(LETTERS_MAX, sent);
    EXPECT_I64(0, outcome.taken + outcome.aborted);
    EXPECT_I64(false, fy_producer_connected(producer));
    fy_producer_free(producer);
}

/* A record whose deadline has gone by is settled, and its place in the queue is free again. */
static void gives_up_at_the_deadline(void)
{
    struct fy_producer *producer = producer_new();
    struct outcome outcome = {.taken = 0};
    int64_t began_ms = fy_mono_ms();
    struct fy_err err;

    EXPECT_I64(FY_OK, send_to(producer, &outcome));
    EXPECT_I64(FY_ABORT, fy_producer_flush(producer, 100, &err));
    EXPECT_I64(0, outcome.aborted);
    EXPECT_I64(FY_ABORT, fy_producer_flush(producer, 5000, &err));
    EXPECT_I64(1, outcome.aborted);
    EXPECT_I64(true, fy_mono_ms() - began_ms <= 4500); /* 3000, on a machine that is busy. */
    EXPECT_I64(0, self_of(producer)->out_count);
    fy_producer_free(producer);
}

static const CU_TestInfo tests[] = {
    TEST(what_came_before_we_listened_wakes_us),
    TEST(is_replaced_when_librdkafka_gives_up),
    TEST(refuses_what_does_not_fit),
    TEST(gives_up_at_the_deadline),
};

TEST_MAIN(kafka_producer, tests)
