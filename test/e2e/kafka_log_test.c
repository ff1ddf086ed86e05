/*
 * kafka_log_test.c - lib's sources and sink on a real broker: what tasks and followers build on.
 */
#include "lib/log.h"
#include "test/e2e/stand_member.h"
#include "test/run.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- A writer --------------------------------------------------------------------------------- */

static struct fy_sink *sink_new(const char *id)
{
    struct fy_sink *sink = NULL;
    struct fy_err err;

    MUST(fy_kafka_sink_new(log_kafka(), id, &sink, &err));
    return sink;
}

static void send_one(struct fy_sink *sink, int partition, const char *value)
{
    struct fy_err err;

    MUST(fy_sink_send(
        sink, LOG_OUT, partition, fy_slice_of("kafka_log_test"), fy_slice_of(value), &err));
}

/* Send until the broker has some of it, so that a reader could see it if it were allowed to. */
static int send_until_there(struct fy_sink *sink, const char *value)
{
    int64_t before = fy_sink_delivered(sink, LOG_OUT, 0);
    int64_t until_ms = 0;
    int sent = 0;

    while (fy_sink_delivered(sink, LOG_OUT, 0) == before && sent < LOG_VALUES_MAX - 10 &&
           log_until(&until_ms)) {
        send_one(sink, 0, value);
        sent++;
        (void)usleep(100);
    }
    EXPECT_I64(true, fy_sink_delivered(sink, LOG_OUT, 0) > before);
    return sent;
}

static enum fy_status commit(
    struct fy_sink *sink, struct fy_group *group, int64_t offset, struct fy_err *err)
{
    struct fy_place place = {.topic = LOG_IN, .partition = 0, .offset = offset};

    return fy_sink_commit(sink, group, &place, 1, err);
}

/* --- Tests ------------------------------------------------------------------------------------ */

static void a_transaction_is_seen_whole_or_not_at_all(void)
{
    static struct log_reader reader;
    struct member member;
    struct fy_sink *sink = sink_new(fresh_name("tx-"));
    struct fy_place place = {.topic = LOG_IN, .partition = 0, .offset = -1};
    struct fy_group *group;
    struct fy_err err;
    int sent;

    log_reader_init(&reader);
    member_join_alone(&member, fresh_name("group-"), false);
    group = member_group(&member);
    MUST(fy_sink_begin(sink, &err));
    send_one(sink, 1, "other");
    sent = send_until_there(sink, "one");

    /* The end is the last *stable* offset: it stands where the open transaction begins. */
    EXPECT_I64(reader.places[0].offset, log_end(&reader, 0));
    log_reader_poll(&reader, 300);
    EXPECT_I64(0, reader.count);
    EXPECT_I64(reader.places[0].offset, log_position(&reader, 0));

    MUST(commit(sink, group, 4711, &err));
    EXPECT_I64(reader.places[0].offset + sent - 1, fy_sink_delivered(sink, LOG_OUT, 0));
    log_read_up(&reader);
    EXPECT_I64(sent + 1, reader.count);
    EXPECT_I64(reader.places[0].offset + sent + 1, log_end(&reader, 0)); /* A marker, too. */
    ASK(fy_source_committed(member.source, &place, 1, &err));
    EXPECT_I64(4711, place.offset);

    fy_source_group_free(member.source, group);
    fy_sink_free(sink);
    fy_source_free(member.source);
    log_reader_done(&reader);
}

static void an_aborted_turn_leaves_no_trace(void)
{
    static struct log_reader reader;
    struct member member;
    struct fy_sink *sink = sink_new(fresh_name("tx-"));
    struct fy_group *group;
    struct fy_err err;

    log_reader_init(&reader);
    member_join_alone(&member, fresh_name("group-"), false);
    group = member_group(&member);
    MUST(fy_sink_begin(sink, &err));
    (void)send_until_there(sink, "aborted");
    MUST(fy_sink_abort(sink, &err));
    log_read_up(&reader);
    EXPECT_I64(0, reader.count);
    EXPECT_I64(true, log_end(&reader, 0) > reader.places[0].offset);

    MUST(fy_sink_begin(sink, &err));
    send_one(sink, 0, "kept");
    MUST(commit(sink, group, 1, &err));
    log_read_up(&reader);
    EXPECT_I64(1, reader.count);
    EXPECT_I64(0, strcmp(reader.values[0], "kept"));

    fy_source_group_free(member.source, group);
    fy_sink_free(sink);
    fy_source_free(member.source);
    log_reader_done(&reader);
}

/* A worker that was killed left a transaction open: its successor ends it, and takes over soon. */
static void a_second_sink_fences_the_first(void)
{
    static struct log_reader reader;
    struct member member;
    const char *id = fresh_name("tx-");
    struct fy_sink *first = sink_new(id);
    struct fy_sink *second;
    struct fy_group *group;
    int64_t began_ms;
    struct fy_err err;

    log_reader_init(&reader);
    member_join_alone(&member, fresh_name("group-"), false);
    group = member_group(&member);
    MUST(fy_sink_begin(first, &err));
    (void)send_until_there(first, "first");

    began_ms = mono_ms();
    second = sink_new(id);
    (void)fprintf(stderr, "  took over in %lld ms\n", (long long)(mono_ms() - began_ms));
    EXPECT_I64(FY_FATAL, commit(first, group, 1, &err));
    MUST(fy_sink_begin(second, &err));
    send_one(second, 0, "second");
    MUST(commit(second, group, 2, &err));
    log_read_up(&reader);
    EXPECT_I64(1, reader.count);
    EXPECT_I64(0, strcmp(reader.values[0], "second"));

    fy_source_group_free(member.source, group);
    fy_sink_free(first);
    fy_sink_free(second);
    fy_source_free(member.source);
    log_reader_done(&reader);
}

static const char *stale_group;
static const char *stale_id;

/* What the child process does; its exit code is the status of its commit. */
static void is_stopped_in_its_turn(void)
{
    struct fy_sink *sink = sink_new(stale_id);
    struct member member;
    struct fy_group *group;
    struct fy_err err = {0};
    enum fy_status status;

    member_join_alone(&member, stale_group, false);
    group = member_group(&member);
    MUST(fy_sink_begin(sink, &err));
    (void)send_until_there(sink, "stale");
    (void)raise(SIGSTOP); /* A long pause: the machine sleeps, or its VM is moved. */
    status = commit(sink, group, 1, &err);
    (void)fprintf(stderr, "  the stale commit: status %d, %s\n", (int)status, err.text);
    _exit((int)status);
}

/* Stopped, robbed of its partitions, and continued in the midst of its turn: refused. */
static void a_stale_worker_may_not_commit(void)
{
    static struct log_reader reader;
    const char *group = fresh_name("group-");
    const char *id = fresh_name("tx-");
    struct member member;
    int state = 0;
    pid_t child;

    log_reader_init(&reader);
    child = fork();
    if (child == 0) {
        (void)execl("/proc/self/exe", "kafka_log_test", "--stale", group, id, NULL);
        _exit(127);
    }
    EXPECT_I64(child, waitpid(child, &state, WUNTRACED));
    EXPECT_I64(true, WIFSTOPPED(state));

    member_join_alone(&member, group, false);
    EXPECT_I64(0, kill(child, SIGCONT));
    EXPECT_I64(child, waitpid(child, &state, 0));
    EXPECT_I64(true, WIFEXITED(state));
    EXPECT_I64(true, WEXITSTATUS(state) == FY_ABORT || WEXITSTATUS(state) == FY_FATAL);
    log_read_up(&reader);
    EXPECT_I64(0, reader.count);
    fy_source_free(member.source);
    log_reader_done(&reader);
}

/* Offsets of the records that come, until there are `want`. */
static void gather(struct member *member, int64_t *offsets, int want)
{
    int64_t until_ms = 0;
    int count = 0;

    while (count < want && log_until(&until_ms)) {
        member_poll(member, 100);
        for (int i = 0; i < member->count && count < want; i++)
            offsets[count++] = member->records[i].offset;
    }
    EXPECT_I64(want, count);
}

static void a_seek_after_an_abort_reads_the_same_again(void)
{
    struct member member;
    const char *key = fresh_name("key-");
    struct fy_sink *sink = sink_new(fresh_name("tx-"));
    struct fy_place place = {.topic = LOG_IN, .partition = -1, .offset = -1};
    int64_t first[5] = {0};
    int64_t again[5] = {0};
    struct fy_err err;

    member_join_alone(&member, fresh_name("group-"), false);
    place.partition = fy_partition_of(fy_slice_of(key), member_partitions(&member));
    log_put(LOG_IN, key, 5);
    gather(&member, first, 5);
    MUST(fy_sink_begin(sink, &err));
    send_one(sink, 0, "undone");
    MUST(fy_sink_abort(sink, &err));

    log_put(
        LOG_IN, key, 3); /* These may be fetched already: a seek must not let them come first. */
    place.offset = first[0];
    MUST(fy_source_seek(member.source, &place, 1, &err));
    member.next[0][place.partition] = place.offset;
    gather(&member, again, 5);
    for (int i = 0; i < 5; i++)
        EXPECT_I64(first[i], again[i]);

    fy_sink_free(sink);
    fy_source_free(member.source);
}

/* A follower whose rows are older, or newer, than the log must hear of it, and may then choose. */
static void a_position_that_is_not_in_the_log_is_told(void)
{
    struct fy_place place = {.topic = LOG_OUT, .partition = 0, .offset = 1000000000};
    struct fy_source *source;
    enum fy_status status;
    int64_t until_ms = 0;
    struct fy_batch batch;
    struct fy_err err;

    MUST(fy_kafka_plain_source_new(log_kafka(), &source, &err));
    MUST(fy_source_assign(source, &place, 1, &err));
    do
        status = fy_source_poll(source, 100, 10, &batch, &err);
    while (status == FY_OK && log_until(&until_ms));
    EXPECT_I64(FY_ABORT, status);
    EXPECT_I64(FY_ABORT, fy_source_poll(source, 10, 10, &batch, &err));

    ASK(fy_source_ends(source, &place, 1, &err));
    MUST(fy_source_seek(source, &place, 1, &err));
    EXPECT_I64(FY_OK, fy_source_poll(source, 100, 10, &batch, &err));
    fy_source_free(source);
}

static const CU_TestInfo tests[] = {
    TEST(a_transaction_is_seen_whole_or_not_at_all),
    TEST(an_aborted_turn_leaves_no_trace),
    TEST(a_second_sink_fences_the_first),
    TEST(a_stale_worker_may_not_commit),
    TEST(a_seek_after_an_abort_reads_the_same_again),
    TEST(a_position_that_is_not_in_the_log_is_told),
};

static const CU_TestInfo stale[] = {{"is_stopped_in_its_turn", is_stopped_in_its_turn}};

int main(int argc, char **argv)
{
    fy_log_init("kafka_log_test", FY_LOG_ERROR);
    if (log_skipped() != 0)
        return log_skipped();
    if (argc == 4 && strcmp(argv[1], "--stale") == 0) {
        stale_group = argv[2];
        stale_id = argv[3];
        return test_run("stale", stale, 1, NULL);
    }
    return test_run(
        "kafka_log", tests, sizeof(tests) / sizeof(tests[0]), argc > 1 ? argv[1] : NULL);
}
