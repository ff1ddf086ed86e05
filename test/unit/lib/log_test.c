#include "lib/log.h"
#include "test/expect.h"
#include "test/run.h"

#include <fcntl.h>
#include <unistd.h>

/* What was written to stderr between these two calls. */
static int saved_fd;
static char path[] = "/tmp/fy_log_testXXXXXX";

static void catch_stderr(void)
{
    int fd = mkostemp(path, O_CLOEXEC);

    saved_fd = dup(STDERR_FILENO);
    (void)dup2(fd, STDERR_FILENO);
    (void)close(fd);
}

static void release_stderr(char *ret_text, size_t size)
{
    FILE *in = fopen(path, "re");
    size_t got = fread(ret_text, 1, size - 1, in);

    ret_text[got] = '\0';
    (void)fclose(in);
    (void)dup2(saved_fd, STDERR_FILENO);
    (void)close(saved_fd);
    (void)unlink(path);
    memcpy(path + sizeof(path) - 7, "XXXXXX", 6);
}

static int count_of(const char *text, const char *part)
{
    int count = 0;

    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
        count++;
    return count;
}

/* An operator greps for time, level and program. */
static void a_line_says_when_how_bad_and_who(void)
{
    char text[4096];
    int year, millis;
    char level[8], program[16];

    fy_log_init("history", FY_LOG_INFO);
    catch_stderr();
    fy_log(FY_LOG_DEBUG, "too quiet to be heard");
    fy_log(FY_LOG_WARN, "restored %d partitions", 3);
    release_stderr(text, sizeof(text));

    EXPECT_I64(4, sscanf(text, "%4d-%*2d-%*2dT%*2d:%*2d:%*2d.%3dZ %7s %15[a-z]:", &year, &millis,
                      level, program));
    EXPECT_TEXT("warn", fy_slice_of(level));
    EXPECT_TEXT("history", fy_slice_of(program));
    EXPECT_I64(1, count_of(text, ": restored 3 partitions\n"));
    EXPECT_I64(0, count_of(text, "quiet"));
}

/* A broker that is away must not fill the disk with one sentence. */
static void one_call_site_says_at_most_ten_in_a_minute(void)
{
    char text[16384];

    fy_log_init("edge", FY_LOG_INFO);
    catch_stderr();
    for (int i = 0; i < 1000; i++)
        fy_log(FY_LOG_INFO, "again");
    fy_log(FY_LOG_INFO, "another place");
    release_stderr(text, sizeof(text));

    EXPECT_I64(10, count_of(text, "again\n"));
    EXPECT_I64(1, count_of(text, "another place\n"));
}

/* The window passes: the first line of the next one says how much was kept back. */
static void what_was_left_out_is_counted(void)
{
    struct fy_log_site site = {.window_s = 1, .said = 10, .left_out = 990}; /* Long ago. */
    char text[4096];

    fy_log_init("edge", FY_LOG_INFO);
    catch_stderr();
    fy_log_at(&site, FY_LOG_INFO, "again");
    release_stderr(text, sizeof(text));

    EXPECT_I64(1, count_of(text, "again (990 more were left out before)\n"));
}

/* A broker's words may hold a newline; a reader of the log must not take the rest for a line of
 * ours. */
static void a_message_cannot_begin_a_line_of_its_own(void)
{
    char text[4096];

    fy_log_init("edge", FY_LOG_INFO);
    catch_stderr();
    fy_log(FY_LOG_INFO, "refused: %s", "a\n2026-01-01T00:00:00.000Z error edge: forged");
    release_stderr(text, sizeof(text));

    EXPECT_I64(1, count_of(text, "\n"));
    EXPECT_I64(1, count_of(text, "a?2026"));
}

static const CU_TestInfo tests[] = {
    TEST(a_line_says_when_how_bad_and_who),
    TEST(one_call_site_says_at_most_ten_in_a_minute),
    TEST(what_was_left_out_is_counted),
    TEST(a_message_cannot_begin_a_line_of_its_own),
};

TEST_MAIN(lib.log, tests)
