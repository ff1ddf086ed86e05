/* Two sources as one: nothing is lost between them, and neither is kept waiting. */
#include "lib/source_pair.h"
#include "test/driver/log.h"
#include "test/expect.h"
#include "test/run.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum { PARTITIONS = 2, PLACES = 3 * PARTITIONS, RECORDS = 20, POLLS_MAX = 200 };

static const enum fy_topic moving[] = {FY_TOPIC_ACTIVITY};
static const enum fy_topic all[] = {FY_TOPIC_ACTIVITY, FY_TOPIC_COLLECTIONS, FY_TOPIC_PRODUCTS};

struct stage {
    struct fy_clock clock;
    int64_t now_ms;
    struct log *log;
    struct fy_source *pair;
    struct fy_place places[PLACES];
    struct fy_err err;
};

static struct stage stage;

static int64_t now_ms(struct fy_clock *clock)
{
    return ((struct stage *)clock)->now_ms;
}

static void wait_ms(struct fy_clock *clock, int ms)
{
    ((struct stage *)clock)->now_ms += ms;
}

static void stage_init(void)
{
    struct log_config config = {.partitions = PARTITIONS, .clock = &stage.clock};

    stage = (struct stage){.clock = {now_ms, wait_ms}};
    stage.log = log_new(&config);
    EXPECT_I64(FY_OK, fy_source_pair_new(moving, 1, log_plain_source_new(stage.log),
                          log_plain_source_new(stage.log), &stage.pair, &stage.err));
    for (int i = 0; i < PLACES; i++)
        stage.places[i] = (struct fy_place){all[i % 3], i / 3, 0};
}

static void stage_done(void)
{
    fy_source_free(stage.pair);
    log_free(stage.log);
}

/* The same number of records into each partition of each topic. */
static void append_all(int count)
{
    for (int n = 0; n < count; n++)
        for (int i = 0; i < PLACES; i++)
            (void)log_append(stage.log, stage.places[i].topic, stage.places[i].partition,
                fy_slice_of("key"), fy_slice_of("value"));
}

static void assign_all(void)
{
    EXPECT_I64(FY_OK, fy_source_assign(stage.pair, stage.places, PLACES, &stage.err));
}

/* Reads on until `next` of each place is `end`; each offset must come once, and in its turn. */
static void read_to(int64_t next[FY_TOPIC_COUNT][PARTITIONS], int64_t end)
{
    struct fy_batch batch;
    int64_t left = 0;

    for (int i = 0; i < PLACES; i++)
        left += end - next[stage.places[i].topic][stage.places[i].partition];
    for (int polls = 0; left > 0 && polls < POLLS_MAX; polls++) {
        CU_ASSERT_EQUAL_FATAL(FY_OK, fy_source_poll(stage.pair, 0, 7, &batch, &stage.err));
        left -= batch.count;
        for (int i = 0; i < batch.count; i++)
            EXPECT_I64(next[batch.records[i].topic][batch.records[i].partition]++,
                batch.records[i].offset);
        fy_source_release(stage.pair);
    }
    EXPECT_I64(0, left);
}

static void every_record_comes_once_and_in_order(void)
{
    int64_t next[FY_TOPIC_COUNT][PARTITIONS] = {0};
    struct fy_place places[PLACES];

    stage_init();
    append_all(RECORDS);
    assign_all();
    read_to(next, RECORDS);

    memcpy(places, stage.places, sizeof(places));
    EXPECT_I64(FY_OK, fy_source_positions(stage.pair, places, PLACES, &stage.err));
    for (int i = 0; i < PLACES; i++) {
        EXPECT_I64(stage.places[i].topic, places[i].topic);
        EXPECT_I64(stage.places[i].partition, places[i].partition);
        EXPECT_I64(RECORDS, places[i].offset);
    }
    EXPECT_I64(FY_OK, fy_source_ends(stage.pair, places, PLACES, &stage.err));
    for (int i = 0; i < PLACES; i++)
        EXPECT_I64(RECORDS, places[i].offset);
    stage_done();
}

static void both_are_read_in_turn(void)
{
    struct fy_batch batch;
    int of_moving = 0;

    stage_init();
    append_all(RECORDS);
    assign_all();
    for (int i = 0; i < RECORDS; i++) {
        EXPECT_I64(FY_OK, fy_source_poll(stage.pair, 0, 1, &batch, &stage.err));
        CU_ASSERT_EQUAL_FATAL(batch.count, 1);
        of_moving += batch.records[0].topic == FY_TOPIC_ACTIVITY;
    }
    EXPECT_I64(RECORDS / 2, of_moving);
    stage_done();
}

static void who_reads_again_reads_both_again(void)
{
    int64_t next[FY_TOPIC_COUNT][PARTITIONS] = {0};

    stage_init();
    append_all(RECORDS);
    assign_all();
    read_to(next, RECORDS);
    for (int i = 0; i < PLACES; i++) {
        stage.places[i].offset = 3 + i;
        next[stage.places[i].topic][stage.places[i].partition] = 3 + i;
    }
    EXPECT_I64(FY_OK, fy_source_seek(stage.pair, stage.places, PLACES, &stage.err));
    read_to(next, RECORDS);
    stage_done();
}

/* Whichever of the two has lost its place. */
static void a_position_that_has_left_the_log_is_told(void)
{
    for (int topic = 0; topic < 3; topic++) {
        struct fy_batch batch = {0};
        enum fy_status status = FY_OK;

        stage_init();
        append_all(RECORDS);
        log_trim(stage.log, all[topic], 1, 5);
        assign_all();
        for (int polls = 0; polls < POLLS_MAX && status == FY_OK; polls++)
            status = fy_source_poll(stage.pair, 0, 7, &batch, &stage.err);
        EXPECT_I64(FY_ABORT, status);
        stage_done();
    }
}

/* --- Waiting ------------------------------------------------------------------------------------
 */

/* Finds one record each time somebody has rung. */
struct bell {
    struct fy_source source;
    int fd;
    struct fy_record record;
};

static void ring(struct bell *bell)
{
    EXPECT_I64(0, eventfd_write(bell->fd, 1));
}

static enum fy_status bell_poll(struct fy_source *source,
    int until_ms,
    int records_max,
    struct fy_batch *ret_batch,
    struct fy_err *err)
{
    struct bell *bell = (struct bell *)source;
    eventfd_t count;

    (void)until_ms;
    (void)records_max;
    (void)err;
    *ret_batch = (struct fy_batch){.records = &bell->record};
    ret_batch->count = eventfd_read(bell->fd, &count) == 0 ? 1 : 0;
    return FY_OK;
}

static int bell_fd(struct fy_source *source)
{
    return ((struct bell *)source)->fd;
}

static void bell_free(struct fy_source *source)
{
    (void)close(((struct bell *)source)->fd);
}

static const struct fy_source_ops bell_ops = {
    .poll = bell_poll, .wake_fd = bell_fd, .free = bell_free};

static bool is_readable(int fd)
{
    struct pollfd one = {.fd = fd, .events = POLLIN};

    return poll(&one, 1, 0) == 1;
}

static void either_wakes_who_waits(void)
{
    struct bell bells[2];
    struct fy_source *pair = NULL;
    struct fy_batch batch;
    struct fy_err err;

    for (int i = 0; i < 2; i++)
        bells[i] = (struct bell){.source = {&bell_ops}, .fd = eventfd(0, EFD_NONBLOCK)};
    EXPECT_I64(
        FY_OK, fy_source_pair_new(moving, 1, &bells[0].source, &bells[1].source, &pair, &err));
    for (int i = 0; i < 4; i++) {
        CU_ASSERT_FALSE(is_readable(fy_source_wake_fd(pair)));
        EXPECT_I64(FY_OK, fy_source_poll(pair, 1, 7, &batch, &err));
        EXPECT_I64(0, batch.count);
        ring(&bells[i % 2]);
        CU_ASSERT_TRUE(is_readable(fy_source_wake_fd(pair)));
        EXPECT_I64(FY_OK, fy_source_poll(pair, 0, 7, &batch, &err));
        EXPECT_I64(1, batch.count);
    }
    fy_source_free(pair);
}

static CU_TestInfo tests[] = {
    TEST(every_record_comes_once_and_in_order),
    TEST(both_are_read_in_turn),
    TEST(who_reads_again_reads_both_again),
    TEST(a_position_that_has_left_the_log_is_told),
    TEST(either_wakes_who_waits),
};
TEST_MAIN(source_pair, tests)
