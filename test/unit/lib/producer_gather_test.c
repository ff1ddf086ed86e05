/* Records that gather: few go at once, the rest while others are out, in order, and none is
 * forgotten. */
#include "test/expect.h"
#include "test/run.h"
#include "test/unit/producers/fake_producer.h"

#include <stdio.h>

static struct {
    struct fake_producer fake;
    struct fy_producer *gather;
    int written, unwritten, doubtful;
    int64_t last_offset;
} stage;

static void told(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    (void)context;
    stage.written += status == FY_OK;
    stage.unwritten += status == FY_REJECT;
    stage.doubtful += status == FY_ABORT;
    if (status == FY_OK)
        stage.last_offset = place->offset;
    else
        CU_ASSERT_TRUE(err->text[0] != '\0');
}

static void open_stage(void)
{
    struct fy_err err;

    memset(&stage, 0, sizeof(stage));
    fake_init(&stage.fake);
    if (fy_producer_gather_new(&stage.fake.producer, &stage.gather, &err) != FY_OK)
        abort();
}

static void send_one(int number)
{
    char key[16], value[16];
    struct fy_err err;

    (void)snprintf(key, sizeof(key), "k%d", number);
    (void)snprintf(value, sizeof(value), "v%d", number);
    EXPECT_I64(FY_OK, fy_producer_send(stage.gather, FY_TOPIC_SUPPLY, fy_slice_of(key),
                          fy_slice_of(value), told, NULL, &err));
}

static void expect_sent(int record, const char *key, const char *value)
{
    struct fake_record *sent = &stage.fake.records[record];

    EXPECT_TEXT(key, ((struct fy_slice){sent->key, sent->key_size}));
    EXPECT_TEXT(value, ((struct fy_slice){sent->value, sent->value_size}));
}

/* Nothing before the turn's end; then all of it; the next gather while those are out. */
static void what_comes_meanwhile_travels_together(void)
{
    open_stage();
    send_one(0);
    EXPECT_I64(0, stage.fake.count);
    fy_producer_push(stage.gather);
    EXPECT_I64(1, stage.fake.count);
    for (int i = 1; i < 20; i++) {
        send_one(i);
        fy_producer_push(stage.gather);
    }
    EXPECT_I64(1, stage.fake.count);
    fake_settle(&stage.fake, 1, FY_OK);
    EXPECT_I64(1, stage.written);
    fy_producer_push(stage.gather);
    EXPECT_I64(20, stage.fake.count);
    expect_sent(0, "k0", "v0");
    expect_sent(7, "k7", "v7");
    expect_sent(19, "k19", "v19");
    fake_settle(&stage.fake, 19, FY_OK);
    EXPECT_I64(20, stage.written);
    EXPECT_I64(19, stage.last_offset);
    fy_producer_free(stage.gather);
}

/* A broker that went: what was never sent is not written, and is told so; what is out is in doubt.
 */
static void what_was_never_sent_is_not_in_doubt(void)
{
    open_stage();
    send_one(0);
    fy_producer_push(stage.gather);
    send_one(1);
    send_one(2);
    stage.fake.connected = false;
    fake_settle(&stage.fake, 1, FY_ABORT);
    EXPECT_I64(1, stage.doubtful);
    fy_producer_push(stage.gather);
    EXPECT_I64(2, stage.unwritten);
    EXPECT_I64(1, stage.fake.count);
    fy_producer_free(stage.gather);
}

/* The inner queue is full in the middle: those before it are on their way, those behind it are
 * refused. */
static void a_full_queue_refuses_the_rest(void)
{
    open_stage();
    stage.fake.room = 3;
    for (int i = 0; i < 5; i++)
        send_one(i);
    fy_producer_push(stage.gather);
    EXPECT_I64(3, stage.fake.count);
    EXPECT_I64(2, stage.unwritten);
    fake_settle(&stage.fake, 3, FY_OK);
    EXPECT_I64(3, stage.written);
    fy_producer_free(stage.gather);
}

static void more_than_a_burst_is_refused_at_once(void)
{
    static uint8_t large[1024 * 1024];
    enum fy_status status = FY_OK;
    struct fy_err err;
    int taken = 0;

    open_stage();
    while (status == FY_OK && taken < 1000) {
        status = fy_producer_send(stage.gather, FY_TOPIC_SUPPLY, fy_slice_of("k"),
            (struct fy_slice){large, sizeof(large)}, told, NULL, &err);
        taken += status == FY_OK;
    }
    EXPECT_I64(FY_REJECT, status);
    EXPECT_I64(15, taken);
    EXPECT_CONTAINS("ask again", fy_slice_of(err.text));
    fy_producer_free(stage.gather); /* With all that is held, and a letter that is out. */

    open_stage();
    send_one(0);
    fy_producer_push(stage.gather);
    fy_producer_free(stage.gather);
    EXPECT_I64(0, stage.written + stage.unwritten + stage.doubtful);
}

static const CU_TestInfo tests[] = {
    TEST(what_comes_meanwhile_travels_together),
    TEST(what_was_never_sent_is_not_in_doubt),
    TEST(a_full_queue_refuses_the_rest),
    TEST(more_than_a_burst_is_refused_at_once),
};

TEST_MAIN(producer_gather, tests)
