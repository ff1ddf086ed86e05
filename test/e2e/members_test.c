/*
 * members_test.c - a second process joins, is killed, is stopped past its session, and leaves:
 * every view of every visitor is counted once, whoever counts it.
 */
#include "test/e2e/shopper.h"
#include "test/run.h"

#include <signal.h>

enum { SHOPPERS = 16 }; /* Enough for every partition to have some. */

static struct shopper shoppers[SHOPPERS];
static char sku[64]; /* Names of a test live in a short ring. */

static void scale(int processes)
{
    const char *output;
    int code = run_command(&output, "./fy scale history %d 2>&1 9>&-", processes);

    if (code != 0)
        (void)fprintf(stderr, "\n%s\n", output);
    CU_ASSERT_EQUAL_FATAL(0, code);
}

static void all_view(void)
{
    for (int i = 0; i < SHOPPERS; i++)
        EXPECT_STATUS(202, shopper_view(&shoppers[i], sku));
}

/* Waits for what was written last, so nothing that is still under way is taken for lost. */
static void expect_counted(void)
{
    for (int i = 0; i < SHOPPERS; i++) {
        char views[32];

        (void)snprintf(views, sizeof(views), "\"views\":%d,", shoppers[i].n);
        EXPECT_IN(views, shopper_history(&shoppers[i]));
    }
}

static void open_shop(void)
{
    (void)snprintf(sku, sizeof(sku), "%s", listed_product());
    for (int i = 0; i < SHOPPERS; i++)
        shopper_init(&shoppers[i]);
    all_view();
    expect_counted();
}

static void a_second_process_joins_and_leaves_while_all_runs(void)
{
    open_shop();
    scale(2);
    CU_ASSERT_TRUE(program_pid("history2") > 1);
    all_view();
    expect_counted();
    all_view();
    scale(1);
    EXPECT_I64(0, program_pid("history2"));
    expect_counted();
    all_view();
    expect_counted();
}

static void one_of_two_is_killed(void)
{
    open_shop();
    scale(2);
    for (int round = 0; round < 2; round++) {
        all_view();
        program_kill(round == 0 ? "history2" : "history");
        all_view();
        expect_counted();
    }
    scale(1);
    expect_counted();
}

static bool others_have_it_all(void *context)
{
    (void)context;
    for (int i = 0; i < SHOPPERS; i++) {
        char views[32];

        (void)snprintf(views, sizeof(views), "\"views\":%d,", shoppers[i].n);
        if (strstr(shopper_history(&shoppers[i])->body, views) == NULL)
            return false;
    }
    return true;
}

/*
 * Stopped for longer than its session, in whatever it was doing. The other takes over; what was
 * stopped comes back, is refused, and joins anew.
 */
static void one_of_two_is_stopped_and_continued(void)
{
    int pid;

    open_shop();
    scale(2);
    all_view();
    pid = program_pid("history2");
    CU_ASSERT_FATAL(pid > 1);
    CU_ASSERT_EQUAL_FATAL(0, kill(pid, SIGSTOP));
    all_view();
    EXPECT_EVENTUALLY(60, others_have_it_all, NULL);
    CU_ASSERT_EQUAL_FATAL(0, kill(pid, SIGCONT));
    all_view();
    program_wait_ready("history2");
    expect_counted();
    scale(1);
    all_view();
    expect_counted();
}

static const CU_TestInfo tests[] = {
    TEST(a_second_process_joins_and_leaves_while_all_runs),
    TEST(one_of_two_is_killed),
    TEST(one_of_two_is_stopped_and_continued),
};

TEST_MAIN(members, tests)
