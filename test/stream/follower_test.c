/*
 * A follower on the log in memory: its rows are the fold of its topics, and a rebuild of them from
 * the topics alone is equal, however partitions were read and wherever it was killed.
 */
#include "lib/follower_truth.h"
#include "lib/metrics.h"
#include "test/driver/log.h"
#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTITIONS = 3, KEYS = 9, SPACE_ROWS = 1, SPACE_OWN = 2, SPACES = 2, START_MS = 1000 };

static const enum fy_topic topics[] = {FY_TOPIC_PRODUCTS, FY_TOPIC_STOCK_LEVELS};

struct clock {
    struct fy_clock clock;
    int64_t now_ms;
};

static int64_t now_ms(struct fy_clock *clock)
{
    return ((struct clock *)clock)->now_ms;
}

static void wait_ms(struct fy_clock *clock, int ms)
{
    ((struct clock *)clock)->now_ms += ms;
}

struct world {
    struct clock clock;
    struct log *log;
    struct fy_store *store;
    struct random random;
    int64_t die_at, calls; /* The call of log and store at which it is killed; 0: never. */
    int every;             /* Of so many calls one goes wrong, as the dice say; 0: none. */
    bool readable;         /* No junk: compacting away what was before it would lose that. */
    bool cut;              /* Polls give a few records only. */
    int applied;
    int serial; /* Kept with each row of SPACE_OWN: what follows from the order of reading. */
};

static enum log_fault fault(void *context, enum log_call call)
{
    struct world *world = context;

    static const enum log_fault faults[] = {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, LOG_FAIL};

    if (++world->calls == world->die_at)
        return LOG_DIE;
    if (world->every == 0 || random_below(&world->random, (uint64_t)world->every) != 0)
        return LOG_FINE;
    /* A store has no failure that passes. */
    return faults[random_below(&world->random, call >= LOG_STORE_GET ? 2 : 4) +
                  (call >= LOG_STORE_GET)];
}

static int batch_max(void *context, int records_max)
{
    struct world *world = context;

    return world->cut ? 1 + (int)random_below(&world->random, 3) : records_max;
}

static struct world *world_new(uint64_t seed)
{
    struct world *world = calloc(1, sizeof(*world));
    struct log_config config = {
        .partitions = PARTITIONS, .fault = fault, .batch_max = batch_max, .context = world};

    CU_ASSERT_PTR_NOT_NULL_FATAL(world);
    world->clock = (struct clock){{now_ms, wait_ms}, START_MS};
    world->random = (struct random){seed};
    config.clock = &world->clock.clock;
    world->log = log_new(&config);
    world->store = log_store_new(world->log);
    return world;
}

static void world_free(struct world *world)
{
    fy_store_close(world->store);
    log_free(world->log);
    free(world);
}

/* Rows: key -> newest value. Own: "topic/key" -> a running number, and the value. */
static enum fy_status apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct world *world = context;
    struct fy_slice key =
        fy_arena_format(arena, "%s/%.*s", fy_topics[record->topic].name, FY_SLICE_ARG(record->key));

    world->applied++;
    if (record->value.data == NULL) {
        fy_store_batch_delete(rows, SPACE_ROWS, key);
        fy_store_batch_delete(rows, SPACE_OWN, key);
        return FY_OK;
    }
    if (fy_slice_equal(record->value, fy_slice_of("junk")))
        return fy_fail(err, FY_REJECT, "junk");
    fy_store_batch_put(rows, SPACE_ROWS, key, record->value);
    fy_store_batch_put(rows, SPACE_OWN, key,
        fy_arena_format(arena, "%04d%.*s", world->serial++ % 10000, FY_SLICE_ARG(record->value)));
    return FY_OK;
}

static int without_serial(uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_slice ret_parts[FOLLOWER_PARTS_MAX])
{
    ret_parts[0] = key;
    ret_parts[1] = space == SPACE_OWN ? (struct fy_slice){value.data + 4, value.size - 4} : value;
    return 2;
}

static const char *row_made_for = "rows, 1";

static struct fy_follower_config config_of(struct world *world)
{
    return (struct fy_follower_config){
        .name = "test",
        .topics = topics,
        .topic_count = 2,
        .apply = apply,
        .context = world,
        .made_for = row_made_for,
        .space_last = SPACES,
    };
}

/* Plain, or within a transaction of `sink`, which is open. */
static void send_one(struct world *world, struct fy_sink *sink)
{
    char key[16], value[24];
    enum fy_topic topic = topics[random_below(&world->random, 2)];
    struct fy_slice bytes;
    struct fy_err err = {0};
    int32_t partition;

    (void)snprintf(key, sizeof(key), "key-%d", (int)random_below(&world->random, KEYS));
    (void)snprintf(value, sizeof(value), "value-%d", (int)random_below(&world->random, 1000));
    bytes = fy_slice_of(value);
    if (random_below(&world->random, 6) == 0)
        bytes = (struct fy_slice){0};
    else if (!world->readable && random_below(&world->random, 20) == 0)
        bytes = fy_slice_of("junk");
    partition = fy_partition_of(fy_slice_of(key), PARTITIONS);
    if (sink == NULL)
        (void)log_append(world->log, topic, partition, fy_slice_of(key), bytes);
    else
        EXPECT_I64(FY_OK, fy_sink_send(sink, topic, partition, fy_slice_of(key), bytes, &err));
}

static void send_some(struct world *world, int count)
{
    for (int i = 0; i < count; i++)
        send_one(world, NULL);
}

/* A transaction that is aborted, or left to its time-out by whoever died: none of it is there. */
static void send_in_vain(struct world *world, bool leave)
{
    struct fy_sink *sink = NULL;
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, log_sink_new(world->log, "in-vain", &sink, &err));
    EXPECT_I64(FY_OK, fy_sink_begin(sink, &err));
    for (int i = 0; i < 5; i++)
        send_one(world, sink);
    if (!leave)
        EXPECT_I64(FY_OK, fy_sink_abort(sink, &err));
    fy_sink_free(sink);
}

/* Until it has read up, or is killed. */
static bool follow(struct world *world)
{
    const struct fy_follower_config config = config_of(world);
    struct fy_follower *follower = NULL;
    struct fy_err err = {0};
    enum fy_status status = fy_follower_new(
        &config, log_plain_source_new(world->log), world->store, NULL, &follower, &err);
    bool lives;

    EXPECT_I64(FY_OK, status);
    while (status == FY_OK && !log_dead(world->log) && !fy_follower_ready(follower))
        status = fy_follower_run_slice(follower, 1, &err);
    lives = !log_dead(world->log);
    fy_follower_free(follower);
    log_revive(world->log);
    return lives;
}

static bool count_row(struct fy_slice key, struct fy_slice value, void *context)
{
    (void)key;
    (void)value;
    ++*(int *)context;
    return true;
}

/* The newest value of each key, told again: as many rows, and each as it was sent. */
static void expect_fold(struct world *world)
{
    struct fy_arena arena;
    struct fy_err err = {0};
    int want = 0, found = 0;

    fy_arena_init(&arena, 1 << 20);
    for (int t = 0; t < 2; t++) {
        for (int k = 0; k < KEYS; k++) {
            struct log_cursor cursor = {0};
            struct fy_record record;
            struct fy_slice newest = {0}, row;
            char key[16];

            (void)snprintf(key, sizeof(key), "key-%d", k);
            while (log_read(world->log, topics[t], -1, &cursor, &record)) {
                if (fy_slice_equal(record.key, fy_slice_of(key)) &&
                    !fy_slice_equal(record.value, fy_slice_of("junk")))
                    newest = record.value;
            }
            want += newest.data != NULL;
            EXPECT_I64(FY_OK, fy_store_get(world->store, SPACE_ROWS,
                                  fy_arena_format(&arena, "%s/%s", fy_topics[topics[t]].name, key),
                                  &arena, &row, &err));
            CU_ASSERT_EQUAL(newest.data == NULL, row.data == NULL);
            CU_ASSERT_TRUE(fy_slice_equal(newest, row));
        }
    }
    EXPECT_I64(FY_OK,
        fy_store_scan(world->store, SPACE_ROWS, (struct fy_slice){0}, count_row, &found, &err));
    EXPECT_I64(want, found);
    fy_arena_done(&arena);
}

/* Rows of the store against rows made anew up to where it stands. */
static bool rebuilt_equal(struct world *world, follower_row *row)
{
    struct rows_digest disk[FOLLOWER_SPACES_MAX], made[FOLLOWER_SPACES_MAX];
    const struct fy_follower_config config = config_of(world);
    struct fy_store *scratch = log_store_new(world->log);
    struct follower_stand stand;
    struct fy_err err = {0};
    int64_t records = 0;
    bool equal = true;

    EXPECT_I64(FY_OK, follower_stand_read(world->store, &stand, &err));
    CU_ASSERT_STRING_EQUAL(row_made_for, stand.made_for);
    EXPECT_I64(FY_OK, follower_digest(world->store, SPACES, row, disk, &err));
    EXPECT_I64(FY_OK, follower_rebuild(&config, log_plain_source_new(world->log), scratch, &stand,
                          NULL, NULL, &records, &err));
    EXPECT_I64(FY_OK, follower_digest(scratch, SPACES, row, made, &err));
    for (int space = 1; space <= SPACES; space++)
        equal = equal && rows_digest_equal(&disk[space], &made[space]);
    fy_store_close(scratch);
    free(stand.places);
    return equal;
}

static int64_t metric_of(const char *name)
{
    struct fy_arena arena;
    struct fy_slice text;
    char line[96];
    const char *at;
    int64_t number;

    fy_arena_init(&arena, 1 << 20);
    text = fy_metrics_text(&arena);
    (void)snprintf(line, sizeof(line), "\n%s ", name);
    at = memmem(text.data, text.size, line, strlen(line));
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    number = strtoll(at + strlen(line), NULL, 10);
    fy_arena_done(&arena);
    return number;
}

/* --- Tests ----------------------------------------------------------------------------------- */

/* What came behind where the disk stands is not in its rows, nor in those made anew. */
static void rows_are_made_anew_up_to_where_the_disk_stands(void)
{
    struct world *world = world_new(3);

    send_some(world, 60);
    CU_ASSERT_TRUE(follow(world));
    expect_fold(world);
    send_some(world, 60);
    CU_ASSERT_TRUE(rebuilt_equal(world, without_serial));
    CU_ASSERT_TRUE(follow(world));
    expect_fold(world);
    CU_ASSERT_TRUE(rebuilt_equal(world, without_serial));
    world_free(world);
}

/* One byte of one row, and the digests say so. */
static void a_row_that_no_record_made_is_found(void)
{
    struct world *world = world_new(4);
    struct fy_store_batch *batch = fy_store_batch_new(world->store);
    struct fy_err err = {0};

    send_some(world, 40);
    CU_ASSERT_TRUE(follow(world));
    fy_store_batch_put(batch, SPACE_ROWS, fy_slice_of("nobody"), fy_slice_of("sent this"));
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    CU_ASSERT_FALSE(rebuilt_equal(world, without_serial));
    fy_store_batch_delete(batch, SPACE_ROWS, fy_slice_of("nobody"));
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    CU_ASSERT_TRUE(rebuilt_equal(world, without_serial));
    fy_store_batch_free(batch);
    world_free(world);
}

/* Read in other pieces, numbers come out otherwise: what follows from order alone is left out. */
static void what_follows_from_the_order_of_reading_is_left_out(void)
{
    struct world *world = world_new(5);

    send_some(world, 50);
    CU_ASSERT_TRUE(follow(world));
    CU_ASSERT_FALSE(rebuilt_equal(world, NULL)); /* The running number went on. */
    CU_ASSERT_TRUE(rebuilt_equal(world, without_serial));
    world_free(world);
}

/* A second later, a slice later: the first slice of each follower looks. */
static void how_far_behind_it_is_is_told(void)
{
    struct world *world = world_new(7);
    const struct fy_follower_config config = config_of(world);
    struct fy_follower *follower = NULL;
    struct fy_err err = {0};
    int64_t left;

    world->cut = true;
    send_some(world, 40);
    EXPECT_I64(FY_OK, fy_follower_new(&config, log_plain_source_new(world->log), world->store, NULL,
                          &follower, &err));
    EXPECT_I64(FY_OK, fy_follower_run_slice(follower, 1, &err)); /* Begins. */
    EXPECT_I64(FY_OK, fy_follower_run_slice(follower, 1, &err));
    left = metric_of("fy_follower_lag_records");
    CU_ASSERT_TRUE(left >= 30 && left < 40);
    CU_ASSERT_TRUE(metric_of("fy_follower_lag_milliseconds") > 0);
    fy_follower_free(follower);
    CU_ASSERT_TRUE(follow(world));
    CU_ASSERT_TRUE(follow(world));
    EXPECT_I64(0, metric_of("fy_follower_lag_records"));
    EXPECT_I64(0, metric_of("fy_follower_lag_milliseconds"));
    world_free(world);
}

/* Killed at this call of its second start (0: not), and started again. Returns how many it made. */
static int64_t play(int64_t die_at, bool *ret_killed)
{
    struct world *world = world_new(6);
    int64_t calls;

    world->cut = true;
    send_some(world, 25);
    CU_ASSERT_TRUE(follow(world));
    send_some(world, 25);
    world->calls = 0;
    world->die_at = die_at;
    *ret_killed = !follow(world);
    calls = world->calls;
    world->die_at = 0;
    send_some(world, 10);
    CU_ASSERT_TRUE(follow(world));
    expect_fold(world);
    CU_ASSERT_TRUE(rebuilt_equal(world, without_serial));
    world_free(world);
    return calls;
}

/* Rows are the fold all the same, and equal to those made anew. */
static void killed_at_any_call_the_rows_are_the_fold(void)
{
    bool killed = false;
    int64_t calls = play(0, &killed);

    CU_ASSERT_FALSE(killed);
    CU_ASSERT_TRUE(calls >= 20);
    for (int64_t at = 1; at <= calls; at++) {
        (void)play(at, &killed);
        CU_ASSERT_TRUE(killed);
    }
}

/* Whatever is beside it is another's: what the follower's own calls meet is all that goes wrong. */
static void by_the_dice(struct world *world, struct fy_store **disk_of_yesterday)
{
    int every = world->every;

    world->every = 0;
    send_some(world, (int)random_below(&world->random, 20));
    if (random_below(&world->random, 3) == 0)
        send_in_vain(world, random_below(&world->random, 2) == 0);
    if (random_below(&world->random, 4) == 0)
        log_compact(world->log, topics[random_below(&world->random, 2)], 0);
    world->every = every;
    if (follow(world))
        return;
    /* Its machine may have died: the disk is as it was some writes ago, or gone. */
    if (random_below(&world->random, 4) == 0 && *disk_of_yesterday != NULL) {
        fy_store_close(world->store);
        world->store = *disk_of_yesterday;
        *disk_of_yesterday = NULL;
    } else if (random_below(&world->random, 6) == 0) {
        fy_store_close(world->store);
        world->store = log_store_new(world->log);
    }
    if (random_below(&world->random, 2) == 0) {
        if (*disk_of_yesterday != NULL)
            fy_store_close(*disk_of_yesterday);
        *disk_of_yesterday = log_store_copy(world->store);
    }
}

static void whatever_happens_the_rows_are_the_fold(void)
{
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct world *world = world_new(seed);
        struct fy_store *yesterday = NULL;

        world->readable = true;
        world->cut = random_below(&world->random, 2) == 0;
        world->every = 4 + (int)random_below(&world->random, 60);
        for (int round = 0; round < 8; round++)
            by_the_dice(world, &yesterday);
        world->every = 0;
        send_in_vain(world, false); /* Fences who was left open, so that all can be read. */
        CU_ASSERT_TRUE(follow(world));
        expect_fold(world);
        CU_ASSERT_TRUE(rebuilt_equal(world, without_serial));
        if (yesterday != NULL)
            fy_store_close(yesterday);
        world_free(world);
        if (CU_get_number_of_failures() > 0) {
            (void)fprintf(stderr, "  seed %d\n", (int)seed);
            return;
        }
    }
}

static CU_TestInfo tests[] = {
    TEST(rows_are_made_anew_up_to_where_the_disk_stands),
    TEST(a_row_that_no_record_made_is_found),
    TEST(what_follows_from_the_order_of_reading_is_left_out),
    TEST(how_far_behind_it_is_is_told),
    TEST(killed_at_any_call_the_rows_are_the_fold),
    TEST(whatever_happens_the_rows_are_the_fold),
};

TEST_MAIN(follower, tests)
