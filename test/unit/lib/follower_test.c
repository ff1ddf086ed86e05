/* A follower on a log of our own, whose broker, markers and lost beginnings are ours to arrange. */
#include "lib/follower.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "test/expect.h"
#include "test/run.h"

#include <assert.h>
#include <ftw.h>
#include <unistd.h>

enum { PARTITIONS = 2, LOG_MAX = 3000, ROWS = 1 };

/* --- The log -------------------------------------------------------------------------------- */

struct log {
    struct fy_source source;
    struct entry {
        char key[16];
        char value[16];
    } entries[PARTITIONS][LOG_MAX]; /* By offset; an empty key is a marker. */
    int64_t begin[PARTITIONS];
    int64_t end[PARTITIONS];
    int64_t position[PARTITIONS];
    bool away;
    bool stray; /* Some position is not in the log: until the owner seeks. */
    struct fy_record records[FY_BATCH_RECORDS_MAX];
};

static struct log the_log; /* One at a time. The source in it outlives its followers. */

static void log_reset(void)
{
    memset(&the_log, 0, sizeof(the_log));
}

static void append(int partition, const char *key, const char *value)
{
    struct entry *entry = &the_log.entries[partition][the_log.end[partition]++];

    assert(the_log.end[partition] < LOG_MAX);
    (void)snprintf(entry->key, sizeof(entry->key), "%s", key);
    (void)snprintf(entry->value, sizeof(entry->value), "%s", value);
}

static void append_marker(int partition)
{
    append(partition, "", "");
}

static enum fy_status log_poll(struct fy_source *source,
    int wait_ms,
    int records_max,
    struct fy_batch *ret_batch,
    struct fy_err *err)
{
    int count = 0;

    (void)source;
    (void)wait_ms;
    if (the_log.stray)
        return fy_fail(err, FY_ABORT, "a position is not in the log");
    for (int p = 0; p < PARTITIONS && !the_log.away; p++) {
        for (; the_log.position[p] < the_log.end[p] && count < records_max; the_log.position[p]++) {
            struct entry *entry = &the_log.entries[p][the_log.position[p]];

            if (entry->key[0] == '\0')
                continue;
            the_log.records[count++] = (struct fy_record){
                .topic = FY_TOPIC_PRODUCTS,
                .partition = p,
                .offset = the_log.position[p],
                .key = fy_slice_of(entry->key),
                .value = fy_slice_of(entry->value),
            };
        }
    }
    *ret_batch = (struct fy_batch){.records = the_log.records, .count = count};
    return FY_OK;
}

static enum fy_status log_assign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    (void)source;
    (void)err;
    for (int i = 0; i < count; i++)
        the_log.position[places[i].partition] = places[i].offset;
    the_log.stray = false;
    return FY_OK;
}

static enum fy_status log_limits(
    const int64_t *limits, struct fy_place *places, int count, struct fy_err *err)
{
    if (the_log.away)
        return fy_fail(err, FY_ABORT, "no broker answers");
    for (int i = 0; i < count; i++)
        places[i].offset = limits[places[i].partition];
    return FY_OK;
}

static enum fy_status log_ends(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    (void)source;
    return log_limits(the_log.end, places, count, err);
}

static enum fy_status log_begins(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    (void)source;
    return log_limits(the_log.begin, places, count, err);
}

static enum fy_status log_positions(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    (void)source;
    (void)err;
    for (int i = 0; i < count; i++)
        places[i].offset = the_log.position[places[i].partition];
    return FY_OK;
}

static enum fy_status log_partitions(
    struct fy_source *source, enum fy_topic topic, int *ret_count, struct fy_err *err)
{
    (void)source;
    (void)topic;
    if (the_log.away)
        return fy_fail(err, FY_ABORT, "no broker answers");
    *ret_count = PARTITIONS;
    return FY_OK;
}

static int log_wake_fd(struct fy_source *source)
{
    (void)source;
    return -1;
}

static void log_free(struct fy_source *source)
{
    (void)source;
}

static const struct fy_source_ops log_ops = {
    .poll = log_poll,
    .assign = log_assign,
    .seek = log_assign,
    .ends = log_ends,
    .begins = log_begins,
    .positions = log_positions,
    .partitions = log_partitions,
    .wake_fd = log_wake_fd,
    .free = log_free,
};

/* --- The program: rows are the newest value of each key -------------------------------------- */

struct program {
    char folder[64];
    struct fy_store *store;
    struct fy_follower *follower;
    int applies;
    int settles;
    int wakes;
    int wipes;
    enum fy_status settle_says;
};

static enum fy_status program_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct program *program = context;

    (void)arena;
    if (fy_slice_equal(record->value, fy_slice_of("poison")))
        return fy_fail(err, FY_REJECT, "byte 0: not a value");
    program->applies++;
    fy_store_batch_put(rows, ROWS, record->key, record->value);
    return FY_OK;
}

static enum fy_status program_settle(
    void *context, struct fy_store_batch *rows, struct fy_arena *arena, struct fy_err *err)
{
    struct program *program = context;

    (void)rows;
    (void)arena;
    program->settles++;
    if (program->settle_says != FY_OK)
        return fy_fail(err, program->settle_says, "what was emitted is not acknowledged");
    return FY_OK;
}

static void program_applied(void *context)
{
    ((struct program *)context)->wakes++;
}

static void program_wiped(void *context)
{
    ((struct program *)context)->wipes++;
}

static void program_start(struct program *program)
{
    static const enum fy_topic topics[] = {FY_TOPIC_PRODUCTS};
    struct fy_follower_config config = {
        .name = "test",
        .topics = topics,
        .topic_count = 1,
        .apply = program_apply,
        .settle = program_settle,
        .applied = program_applied,
        .wiped = program_wiped,
        .context = program,
    };
    struct fy_err err;

    if (program->folder[0] == '\0') {
        (void)snprintf(program->folder, sizeof(program->folder), "/tmp/follower_test.XXXXXX");
        assert(mkdtemp(program->folder) != NULL);
    }
    the_log.source.ops = &log_ops;
    EXPECT_I64(FY_OK, fy_store_open(program->folder, 4 << 20, &program->store, &err));
    EXPECT_I64(FY_OK,
        fy_follower_new(&config, &the_log.source, program->store, NULL, &program->follower, &err));
}

/* As kill -9 would: nothing is flushed that was not written. */
static void program_kill(struct program *program)
{
    fy_follower_free(program->follower);
    fy_store_close(program->store);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

static void program_end(struct program *program)
{
    program_kill(program);
    (void)nftw(program->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static enum fy_status slice(struct program *program)
{
    struct fy_err err = {0};

    return fy_follower_run_slice(program->follower, 0, &err);
}

/* The first slice finds out where to begin, the others read. */
static void slices(struct program *program, int count)
{
    for (int i = 0; i < count; i++)
        EXPECT_I64(FY_OK, slice(program));
}

static void expect_row(struct program *program, const char *key, const char *value)
{
    struct fy_slice found;
    struct fy_arena arena;
    struct fy_err err;

    fy_arena_init(&arena, 1 << 20);
    EXPECT_I64(FY_OK, fy_store_get(program->store, ROWS, fy_slice_of(key), &arena, &found, &err));
    EXPECT_I64(value != NULL, found.data != NULL);
    if (value != NULL && found.data != NULL)
        EXPECT_I64(true, fy_slice_equal(found, fy_slice_of(value)));
    fy_arena_done(&arena);
}

static int64_t position(struct program *program, int partition)
{
    return fy_follower_position(program->follower, FY_TOPIC_PRODUCTS, partition);
}

/* --- Tests ---------------------------------------------------------------------------------- */

/* Markers end every topic that is written in transactions: "ready" must not wait for a record. */
static void is_ready_at_the_ends_of_its_start(void)
{
    struct program program = {.folder = ""};

    log_reset();
    append(0, "mug", "1");
    append_marker(0);
    append_marker(1);
    program_start(&program);
    EXPECT_I64(-1, fy_follower_behind(program.follower));

    slices(&program, 1);
    EXPECT_I64(3, fy_follower_behind(program.follower));
    EXPECT_I64(false, fy_follower_ready(program.follower));

    slices(&program, 1);
    EXPECT_I64(0, fy_follower_behind(program.follower));
    EXPECT_I64(true, fy_follower_ready(program.follower));
    expect_row(&program, "mug", "1");
    EXPECT_I64(2, position(&program, 0));
    EXPECT_I64(1, position(&program, 1));
    EXPECT_I64(1, program.wakes);

    append(1, "cup", "2");
    EXPECT_I64(true, fy_follower_ready(program.follower));
    program_end(&program);
}

/* What comes after the start delays nobody; what was there before it is read in many slices. */
static void is_not_ready_before(void)
{
    struct program program = {.folder = ""};
    char key[16];
    int count = 0;

    log_reset();
    for (int i = 0; i < 2500; i++) {
        (void)snprintf(key, sizeof(key), "k%d", i);
        append(0, key, "x");
    }
    program_start(&program);
    slices(&program, 1);
    append(0, "late", "x");
    while (!fy_follower_ready(program.follower) && count++ < 3000) {
        EXPECT_I64(true, fy_follower_behind(program.follower) > 0);
        slices(&program, 1);
    }
    EXPECT_I64(true, program.applies >= 2500);
    EXPECT_I64(0, fy_follower_behind(program.follower));
    program_end(&program);
}

static void goes_on_where_its_rows_are(void)
{
    struct program program = {.folder = ""};

    log_reset();
    append(0, "mug", "1");
    append(1, "cup", "1");
    program_start(&program);
    slices(&program, 2);
    EXPECT_I64(2, program.applies);
    program_kill(&program);

    append(0, "mug", "2");
    program_start(&program);
    slices(&program, 1);
    EXPECT_I64(1, fy_follower_behind(program.follower));
    slices(&program, 1);
    EXPECT_I64(3, program.applies);
    expect_row(&program, "mug", "2");
    expect_row(&program, "cup", "1");

    the_log.position[0] = 0; /* A source may repeat. */
    slices(&program, 1);
    EXPECT_I64(3, program.applies);
    program_end(&program);
}

/* Killed between apply and the write: neither rows nor positions are there, so it is read again. */
static void a_slice_that_was_cut_is_read_again(void)
{
    struct program program = {.folder = ""};

    log_reset();
    append(0, "mug", "1");
    program_start(&program);
    program.settle_says = FY_FATAL;
    slices(&program, 1);
    EXPECT_I64(FY_FATAL, slice(&program));
    expect_row(&program, "mug", NULL);
    program_kill(&program);

    program.settle_says = FY_OK;
    program_start(&program);
    slices(&program, 2);
    EXPECT_I64(2, program.applies);
    EXPECT_I64(1, position(&program, 0));
    expect_row(&program, "mug", "1");
    program_end(&program);
}

/* Emitted records wait for a broker: settle is asked again, apply is not. */
static void settles_until_it_may_go_on(void)
{
    struct program program = {.folder = ""};

    log_reset();
    append(0, "mug", "1");
    program_start(&program);
    program.settle_says = FY_ABORT;
    slices(&program, 2);
    append(0, "cup", "2"); /* Must not join the slice that waits. */
    slices(&program, 2);
    EXPECT_I64(1, program.applies);
    EXPECT_I64(3, program.settles);
    EXPECT_I64(0, program.wakes);
    EXPECT_I64(-1, position(&program, 0));
    expect_row(&program, "mug", NULL);

    program.settle_says = FY_OK;
    slices(&program, 1);
    EXPECT_I64(1, program.applies);
    EXPECT_I64(1, program.wakes);
    EXPECT_I64(1, position(&program, 0));
    expect_row(&program, "mug", "1");
    expect_row(&program, "cup", NULL);
    slices(&program, 1);
    expect_row(&program, "cup", "2");
    program_end(&program);
}

static long long skipped_so_far(void)
{
    static const char name[] = "\nfy_follower_skipped_total ";
    struct fy_arena arena;
    const char *line;
    long long count;

    fy_arena_init(&arena, 1 << 20);
    line = strstr((const char *)fy_metrics_text(&arena).data, name);
    count = line != NULL ? atoll(line + sizeof(name) - 1) : -1;
    fy_arena_done(&arena);
    return count;
}

static void skips_and_counts_what_it_cannot_read(void)
{
    struct program program = {.folder = ""};
    long long before;

    log_reset();
    append(0, "mug", "1");
    append(0, "bad", "poison");
    append(0, "cup", "2");
    append(1, "bad", "poison");
    program_start(&program);
    before = skipped_so_far();
    slices(&program, 2);
    EXPECT_I64(before + 2, skipped_so_far());
    EXPECT_I64(2, program.applies);
    EXPECT_I64(true, fy_follower_ready(program.follower));
    EXPECT_I64(3, position(&program, 0));
    EXPECT_I64(1, position(&program, 1)); /* Never to be met again. */
    expect_row(&program, "bad", NULL);
    expect_row(&program, "cup", "2");
    program_end(&program);
}

/* A broker that is away at the start, and again later, is waited for; rows stay readable. */
static void waits_for_a_broker(void)
{
    struct program program = {.folder = ""};

    log_reset();
    the_log.away = true;
    append(0, "mug", "1");
    program_start(&program);
    slices(&program, 3);
    EXPECT_I64(false, fy_follower_ready(program.follower));
    EXPECT_I64(-1, fy_follower_behind(program.follower));

    the_log.away = false;
    slices(&program, 2);
    EXPECT_I64(true, fy_follower_ready(program.follower));

    the_log.away = true;
    append(0, "mug", "2");
    slices(&program, 2);
    expect_row(&program, "mug", "1");
    the_log.away = false;
    slices(&program, 1);
    expect_row(&program, "mug", "2");
    program_end(&program);
}

/* Compaction and retention took what we had not read: rows that were deleted there must go here. */
static void drops_its_rows_when_the_log_begins_later(void)
{
    struct program program = {.folder = ""};

    log_reset();
    append(0, "gone", "1");
    append(1, "cup", "1");
    program_start(&program);
    slices(&program, 2);
    program_kill(&program);

    append(0, "gone", "deleted");
    append(0, "mug", "1");
    the_log.begin[0] = 2;
    program_start(&program);
    slices(&program, 2);
    EXPECT_I64(1, program.wipes);
    expect_row(&program, "gone", NULL);
    expect_row(&program, "mug", "1");
    expect_row(&program, "cup", "1");
    EXPECT_I64(3, position(&program, 0));
    EXPECT_I64(1, position(&program, 1));
    program_end(&program);
}

/* The same while it runs: the source says that it strayed. */
static void drops_its_rows_when_the_log_begins_later_while_it_runs(void)
{
    struct program program = {.folder = ""};

    log_reset();
    append(0, "gone", "1");
    program_start(&program);
    slices(&program, 2);

    append(0, "gone", "deleted");
    append(0, "mug", "1");
    the_log.begin[0] = 2;
    the_log.stray = true;
    slices(&program, 2);
    EXPECT_I64(1, program.wipes);
    expect_row(&program, "gone", NULL);
    expect_row(&program, "mug", "1");
    program_end(&program);
}

/* A log that lost its end (a restored cluster) is the same trouble from the other side. */
static void drops_its_rows_when_the_log_ends_sooner(void)
{
    struct program program = {.folder = ""};

    log_reset();
    append(0, "mug", "1");
    append(0, "cup", "1");
    program_start(&program);
    slices(&program, 2);
    program_kill(&program);

    the_log.end[0] = 1;
    program_start(&program);
    slices(&program, 2);
    EXPECT_I64(1, program.wipes);
    expect_row(&program, "mug", "1");
    expect_row(&program, "cup", NULL);
    program_end(&program);
}

/* Killed in the middle of dropping rows: positions without rows would lose records for good. */
static void finishes_a_wipe_that_was_cut(void)
{
    struct program program = {.folder = ""};
    struct fy_store_batch *batch;
    struct fy_err err;

    log_reset();
    append(0, "mug", "1");
    program_start(&program);
    slices(&program, 2);
    batch = fy_store_batch_new(program.store);
    fy_store_batch_put(batch, 0, fy_slice_of("wiping"), fy_slice_of("wiping"));
    fy_store_batch_put(batch, ROWS, fy_slice_of("stale"), fy_slice_of("1"));
    fy_store_batch_delete(batch, ROWS, fy_slice_of("mug"));
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
    program_kill(&program);

    program_start(&program);
    slices(&program, 2);
    expect_row(&program, "stale", NULL);
    expect_row(&program, "mug", "1");
    EXPECT_I64(1, position(&program, 0));
    program_end(&program);
}

static const CU_TestInfo tests[] = {
    TEST(is_ready_at_the_ends_of_its_start),
    TEST(is_not_ready_before),
    TEST(goes_on_where_its_rows_are),
    TEST(a_slice_that_was_cut_is_read_again),
    TEST(settles_until_it_may_go_on),
    TEST(skips_and_counts_what_it_cannot_read),
    TEST(waits_for_a_broker),
    TEST(drops_its_rows_when_the_log_begins_later),
    TEST(drops_its_rows_when_the_log_begins_later_while_it_runs),
    TEST(drops_its_rows_when_the_log_ends_sooner),
    TEST(finishes_a_wipe_that_was_cut),
};

TEST_MAIN(follower, tests)
