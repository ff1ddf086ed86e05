/* A follower inside a reactor: woken by its source, quiet while it waits, loud when it is finished.
 */
#include "lib/follower.h"
#include "lib/log.h"
#include "test/expect.h"
#include "test/run.h"

#include <assert.h>
#include <ftw.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

static int64_t mono_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- A source of one partition, whose records are all "key" ---------------------------------- */

struct spring {
    struct fy_source source; /* First. */
    int wake_fd;
    bool away;
    enum fy_status poll_says;
    int64_t end;
    int64_t position;
    struct fy_record records[2000];
};

static struct spring spring;

static void spring_wake(void)
{
    assert(eventfd_write(spring.wake_fd, 1) == 0);
}

static enum fy_status spring_poll(struct fy_source *source,
    int wait_ms,
    int records_max,
    struct fy_batch *ret_batch,
    struct fy_err *err)
{
    eventfd_t woken;
    int count = 0;

    (void)source;
    (void)wait_ms;
    (void)eventfd_read(spring.wake_fd, &woken);
    if (spring.poll_says != FY_OK)
        return fy_fail(err, spring.poll_says, "as the test says");
    while (spring.position < spring.end && count < records_max)
        spring.records[count++] = (struct fy_record){
            .topic = FY_TOPIC_PRODUCTS,
            .offset = spring.position++,
            .key = fy_slice_of("key"),
            .value = fy_slice_of("value"),
        };
    if (spring.position < spring.end)
        spring_wake();
    *ret_batch = (struct fy_batch){.records = spring.records, .count = count};
    return FY_OK;
}

static enum fy_status spring_assign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    (void)source;
    (void)err;
    EXPECT_I64(1, count);
    spring.position = places[0].offset;
    spring_wake();
    return FY_OK;
}

static enum fy_status spring_ends(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    (void)source;
    (void)err;
    EXPECT_I64(1, count);
    places[0].offset = spring.end;
    return FY_OK;
}

static enum fy_status spring_begins(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    (void)source;
    (void)err;
    EXPECT_I64(1, count);
    places[0].offset = 0;
    return FY_OK;
}

static enum fy_status spring_positions(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    (void)source;
    (void)err;
    EXPECT_I64(1, count);
    places[0].offset = spring.position;
    return FY_OK;
}

static enum fy_status spring_partitions(
    struct fy_source *source, enum fy_topic topic, int *ret_count, struct fy_err *err)
{
    (void)source;
    (void)topic;
    if (spring.away)
        return fy_fail(err, FY_ABORT, "no broker answers");
    *ret_count = 1;
    return FY_OK;
}

static int spring_wake_fd(struct fy_source *source)
{
    (void)source;
    return spring.wake_fd;
}

static void spring_free(struct fy_source *source)
{
    (void)source;
    (void)close(spring.wake_fd);
}

static const struct fy_source_ops spring_ops = {
    .poll = spring_poll,
    .assign = spring_assign,
    .seek = spring_assign,
    .ends = spring_ends,
    .begins = spring_begins,
    .positions = spring_positions,
    .partitions = spring_partitions,
    .wake_fd = spring_wake_fd,
    .free = spring_free,
};

/* --- The program ----------------------------------------------------------------------------- */

struct program {
    char folder[64];
    struct fy_store *store;
    struct fy_reactor *reactor;
    struct fy_follower *follower;
    int applies;
    int apply_us; /* How long each takes. */
};

static enum fy_status program_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct program *program = context;
    int64_t until_us = mono_ms() * 1000 + program->apply_us;

    (void)arena;
    (void)err;
    program->applies++;
    while (program->apply_us > 0 && mono_ms() * 1000 < until_us) {
    }
    fy_store_batch_put(rows, 1, record->key, record->value);
    return FY_OK;
}

static void program_start(struct program *program, int64_t end)
{
    static const enum fy_topic topics[] = {FY_TOPIC_PRODUCTS};
    struct fy_follower_config config = {
        .name = "test",
        .topics = topics,
        .topic_count = 1,
        .apply = program_apply,
        .context = program,
    };
    struct fy_err err;

    spring = (struct spring){
        .source.ops = &spring_ops, .end = end, .wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};
    *program = (struct program){.folder = "/tmp/follower_reactor_test.XXXXXX"};
    assert(mkdtemp(program->folder) != NULL);
    EXPECT_I64(FY_OK, fy_store_open(program->folder, 4 << 20, &program->store, &err));
    EXPECT_I64(FY_OK, fy_reactor_new(&program->reactor, &err));
    EXPECT_I64(FY_OK, fy_follower_new(&config, &spring.source, program->store, program->reactor,
                          &program->follower, &err));
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
    fy_follower_free(program->follower);
    fy_reactor_free(program->reactor);
    fy_store_close(program->store);
    (void)nftw(program->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void turn(struct program *program, int wait_ms)
{
    struct fy_err err;

    EXPECT_I64(FY_OK, fy_reactor_turn(program->reactor, wait_ms, &err));
}

static void read_up(struct program *program)
{
    int64_t until_ms = mono_ms() + 30000;

    while (!fy_follower_ready(program->follower) && mono_ms() < until_ms)
        turn(program, 1000);
    EXPECT_I64(true, fy_follower_ready(program->follower));
}

/* --- Tests ----------------------------------------------------------------------------------- */

/* The timer alone would take up to 250 ms for each record. */
static void reads_at_once_when_woken(void)
{
    struct program program;
    int64_t began_ms;

    program_start(&program, 0);
    read_up(&program);
    began_ms = mono_ms();
    for (int i = 0; i < 100; i++) {
        spring.end++;
        spring_wake();
        while (program.applies <= i && mono_ms() < began_ms + 30000)
            turn(&program, 1000);
    }
    EXPECT_I64(100, program.applies);
    EXPECT_I64(true, mono_ms() - began_ms < 10000); /* 25,000 by the timer. */
    program_end(&program);
}

/* A batch that takes long is cut into slices, between which HTTP has its turn. */
static void cuts_what_takes_long(void)
{
    struct program program;
    int turns = 0;

    program_start(&program, 100);
    program.apply_us = 2000;
    while (!fy_follower_ready(program.follower) && turns++ < 1000)
        turn(&program, 1000);
    EXPECT_I64(100, program.applies);
    EXPECT_I64(true, turns >= 10);
    program_end(&program);
}

/* Whoever waits for a broker may not take a core for it, though its descriptor stays readable. */
static void is_quiet_while_it_waits(void)
{
    struct program program;
    int64_t until_ms;
    int turns = 0;

    program_start(&program, 1);
    spring.away = true;
    spring_wake();
    for (until_ms = mono_ms() + 600; mono_ms() < until_ms; turns++)
        turn(&program, (int)(until_ms - mono_ms()) + 1);
    EXPECT_I64(true, turns < 20);
    EXPECT_I64(false, fy_follower_ready(program.follower));

    spring.away = false;
    read_up(&program);
    EXPECT_I64(1, program.applies);
    program_end(&program);
}

static void stops_the_reactor_when_it_is_finished(void)
{
    struct program program;
    struct fy_err err;

    program_start(&program, 1);
    spring.poll_says = FY_FATAL;
    EXPECT_I64(true, fy_follower_failure(program.follower) == NULL);
    EXPECT_I64(FY_OK, fy_reactor_run(program.reactor, &err));
    EXPECT_I64(true, fy_follower_failure(program.follower) != NULL);
    EXPECT_I64(0, strcmp(fy_follower_failure(program.follower)->text, "as the test says"));
    program_end(&program);
}

static const CU_TestInfo tests[] = {
    TEST(reads_at_once_when_woken),
    TEST(cuts_what_takes_long),
    TEST(is_quiet_while_it_waits),
    TEST(stops_the_reactor_when_it_is_finished),
};

TEST_MAIN(follower_reactor, tests)
