/*
 * kafka_group_test.c - members of a group on a real broker: partitions of the lead topic come and
 * go, and what is read beside them comes and goes with them.
 */
#include "lib/log.h"
#include "test/e2e/stand_member.h"
#include "test/run.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void members_share_partitions_and_get_them_back(void)
{
    struct member one;
    struct member two;
    const char *group = fresh_name("group-");
    int64_t until_ms = 0;
    int count;

    member_join_alone(&one, group, false);
    count = member_partitions(&one);
    member_init(&two, group, false);
    while ((two.owned_count != count / 2 || one.owned_count != count - count / 2) &&
           log_until(&until_ms)) {
        member_poll(&one, 10);
        member_poll(&two, 10);
    }
    EXPECT_I64(count / 2, two.owned_count);
    for (int i = 0; i < count; i++)
        EXPECT_I64(1, one.owned[i] + two.owned[i]);

    /* One leaves in peace, so the other need not wait for its session to end. */
    fy_source_free(one.source);
    until_ms = mono_ms() + 4000;
    while (two.owned_count < count && log_until(&until_ms))
        member_poll(&two, 10);
    EXPECT_I64(count, two.owned_count);
    EXPECT_I64(0, one.lost_count + two.lost_count);
    fy_source_free(two.source);
}

static bool has_read(const struct member *member, const struct fy_place *ends, int count)
{
    for (int i = 0; i < count; i++) {
        if (member->next[ends[i].topic == LOG_OUT][ends[i].partition] < ends[i].offset)
            return false;
    }
    return true;
}

/* Nobody else is left: records in every partition of both topics reach this member. */
static void expect_all_read(struct member *member)
{
    int count = member_partitions(member);
    struct fy_place ends[2 * FY_PARTITIONS_MAX];
    int64_t until_ms = 0;
    struct fy_err err;

    while (member->owned_count < count && log_until(&until_ms))
        member_poll(member, 10);
    EXPECT_I64(count, member->owned_count);
    for (int i = 0; i < 4 * count; i++) {
        log_put(LOG_IN, fresh_name("key-"), 2);
        log_put(LOG_OUT, fresh_name("key-"), 2);
    }
    for (int i = 0; i < 2 * count; i++)
        ends[i] = (struct fy_place){i < count ? LOG_IN : LOG_OUT, i % count, -1};
    ASK(fy_source_ends(member->source, ends, 2 * count, &err));
    until_ms = 0;
    while (!has_read(member, ends, 2 * count) && log_until(&until_ms))
        member_poll(member, 10);
    EXPECT_I64(true, has_read(member, ends, 2 * count));
}

/*
 * A rebalance may be noticed in the midst of a fetch. Whoever answers it must not lose the records
 * that came with it: member_poll looks that offsets follow each other, while members come and go.
 */
static void expect_no_skip(bool beside)
{
    struct member stayer;
    struct member guest;
    const char *group = fresh_name("group-");
    int changes = 0;
    int64_t until_ms;

    member_join_alone(&stayer, group, beside);
    for (int round = 0; round < 4; round++) {
        member_init(&guest, group, beside);
        until_ms = 0;
        while ((guest.owned_count == 0 || stayer.read_count == 0) && log_until(&until_ms)) {
            log_put(LOG_IN, fresh_name("key-"), 20);
            if (beside)
                log_put(LOG_OUT, fresh_name("key-"), 20);
            member_poll(&stayer, 5);
            member_poll(&guest, 5);
        }
        changes += guest.owned_count > 0;
        fy_source_free(guest.source);
    }
    EXPECT_I64(4, changes);
    EXPECT_I64(true, stayer.read_count > 0);
    EXPECT_I64(beside, stayer.beside_count > 0);
    if (beside)
        expect_all_read(&stayer);
    fy_source_free(stayer.source);
}

static void a_rebalance_skips_no_record(void)
{
    expect_no_skip(false);
}

static void what_is_beside_the_lead_comes_and_goes_with_it(void)
{
    expect_no_skip(true);
}

static const char *stopped_group;

/* What the child process does: is stopped, loses everything, and gets it back when all others are
 * gone. */
static void is_stopped_and_goes_on(void)
{
    struct member member;
    int64_t until_ms = 0;

    member_join_alone(&member, stopped_group, true);
    (void)raise(SIGSTOP);
    while (member.lost_count == 0 && log_until(&until_ms))
        member_poll(&member, 10);
    EXPECT_I64(member_partitions(&member), member.lost_count);
    expect_all_read(&member);
    fy_source_free(member.source);
}

static void what_was_lost_beside_the_lead_comes_back(void)
{
    const char *group = fresh_name("group-");
    struct member member;
    int64_t until_ms = 0;
    int state = 0, count;
    pid_t child = fork();

    if (child == 0) {
        (void)execl("/proc/self/exe", "kafka_group_test", "--stopped", group, NULL);
        _exit(127);
    }
    EXPECT_I64(child, waitpid(child, &state, WUNTRACED));
    EXPECT_I64(true, WIFSTOPPED(state));

    member_join_alone(&member, group, true);
    count = member_partitions(&member);
    EXPECT_I64(0, kill(child, SIGCONT));
    while (member.owned_count == count && log_until(&until_ms))
        member_poll(&member, 10);
    fy_source_free(member.source);
    EXPECT_I64(child, waitpid(child, &state, 0));
    EXPECT_I64(true, WIFEXITED(state));
    EXPECT_I64(0, WEXITSTATUS(state));
}

/* --- Static members ----------------------------------------------------------------------------
 */

static const char *static_group;

/* What the child process does: it has all there is, and is killed. */
static void is_killed(void)
{
    struct member member;

    member_init_static(&member, static_group, "one");
    member_take_all(&member);
    (void)raise(SIGKILL);
}

/* Its partitions wait for it: who begins in its place has them without anybody's session ending. */
static void a_static_member_that_was_killed_has_its_place_back(void)
{
    const char *group = fresh_name("group-");
    struct member member;
    int64_t began_ms;
    int state = 0;
    pid_t child = fork();

    if (child == 0) {
        (void)execl("/proc/self/exe", "kafka_group_test", "--killed", group, NULL);
        _exit(127);
    }
    EXPECT_I64(child, waitpid(child, &state, 0));
    EXPECT_I64(true, WIFSIGNALED(state));

    began_ms = mono_ms();
    member_init_static(&member, group, "one");
    member_take_all(&member);
    EXPECT_I64(true, mono_ms() - began_ms < FY_KAFKA_SESSION_MS);
    (void)printf("  back after %d ms\n", (int)(mono_ms() - began_ms));
    fy_source_free(member.source);
}

/* Who ends in peace gives its partitions back at once, static or not. */
static void a_static_member_that_leaves_is_not_waited_for(void)
{
    const char *group = fresh_name("group-");
    struct member one, two;
    int64_t began_ms, left_ms;

    member_init_static(&one, group, "one");
    member_take_all(&one);
    began_ms = mono_ms();
    fy_source_free(one.source);
    left_ms = mono_ms() - began_ms;
    member_init_static(&two, group, "two");
    member_take_all(&two);
    EXPECT_I64(true, mono_ms() - began_ms < FY_KAFKA_SESSION_MS);
    (void)printf(
        "  left in %d ms, taken over after %d ms\n", (int)left_ms, (int)(mono_ms() - began_ms));
    fy_source_free(two.source);
}

/* Where the partitions of a member stand. */
static int places_of(struct member *member, struct fy_place *places)
{
    int count = member_partitions(member);

    for (int i = 0; i < count; i++)
        places[i] = (struct fy_place){LOG_IN, i, member->next[0][i]};
    return count;
}

/*
 * A broker that was killed may refuse a static member, and librdkafka then takes its partitions
 * from it without a word to us. Whoever was in the midst of an abort asks again and does not poll:
 * the answer must be that the member is lost, or it would ask for ever.
 */
static void a_fenced_member_hears_so_without_a_poll(void)
{
    const char *group = fresh_name("group-");
    struct fy_place places[FY_PARTITIONS_MAX];
    struct member one, two;
    struct fy_err err = {0};
    int count;
    int64_t until_ms = 0;

    member_init_static(&one, group, "one");
    member_take_all(&one);
    count = places_of(&one, places);
    MUST(fy_source_seek(one.source, places, count, &err));
    member_init_static(&two, group, "one");
    member_take_all(&two);
    while (fy_source_seek(one.source, places, count, &err) == FY_OK && log_until(&until_ms))
        continue;
    EXPECT_I64(FY_FATAL, err.status);
    EXPECT_I64(FY_FATAL, fy_source_committed(one.source, places, count, &err));
    fy_source_free(one.source);
    fy_source_free(two.source);
}

/* What the log does not have is not read, and librdkafka says "not now" to a seek, for ever. */
static void reading_that_has_stopped_is_lost(void)
{
    struct fy_place place = {LOG_IN, 0, INT64_C(1) << 40}, end = {LOG_IN, 0, -1};
    struct member member;
    struct fy_batch batch;
    struct fy_err err = {0};
    int64_t until_ms = 0;

    member_init(&member, fresh_name("group-"), false);
    do
        MUST(fy_source_poll(member.source, 100, 100, &batch, &err));
    while (batch.change != FY_CHANGE_ASSIGNED && log_until(&until_ms));
    EXPECT_I64(FY_CHANGE_ASSIGNED, batch.change);
    MUST(fy_source_assign(member.source, &place, 1, &err));
    until_ms = 0;
    while (fy_source_seek(member.source, &place, 1, &err) == FY_OK && log_until(&until_ms))
        ASK(fy_source_ends(member.source, &end, 1, &err)); /* A fetch is answered meanwhile. */
    EXPECT_I64(FY_FATAL, err.status);
    fy_source_free(member.source);
}

static const CU_TestInfo tests[] = {
    TEST(members_share_partitions_and_get_them_back),
    TEST(a_rebalance_skips_no_record),
    TEST(what_is_beside_the_lead_comes_and_goes_with_it),
    TEST(what_was_lost_beside_the_lead_comes_back),
    TEST(a_static_member_that_was_killed_has_its_place_back),
    TEST(a_static_member_that_leaves_is_not_waited_for),
    TEST(a_fenced_member_hears_so_without_a_poll),
    TEST(reading_that_has_stopped_is_lost),
};

static const CU_TestInfo killed[] = {{"is_killed", is_killed}};
static const CU_TestInfo stopped[] = {{"is_stopped_and_goes_on", is_stopped_and_goes_on}};

int main(int argc, char **argv)
{
    fy_log_init("kafka_group_test", FY_LOG_ERROR);
    if (log_skipped() != 0)
        return log_skipped();
    if (argc == 3 && strcmp(argv[1], "--stopped") == 0) {
        stopped_group = argv[2];
        return test_run("stopped", stopped, 1, NULL);
    }
    if (argc == 3 && strcmp(argv[1], "--killed") == 0) {
        static_group = argv[2];
        return test_run("killed", killed, 1, NULL);
    }
    return test_run(
        "kafka_group", tests, sizeof(tests) / sizeof(tests[0]), argc > 1 ? argv[1] : NULL);
}
