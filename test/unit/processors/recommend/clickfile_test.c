/* Files of clicks, as others have them. */
#include "processors/recommend/clickfile.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct clickfile_items items;
static struct clickfile file;
static struct fy_err err;

static enum fy_status read_text(const char *text)
{
    char path[] = "/tmp/clickfile-test-XXXXXX";
    int fd = mkstemp(path);
    enum fy_status status;

    CU_ASSERT_FATAL(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
    (void)close(fd);
    clickfile_items_done(&items);
    clickfile_done(&file);
    err = (struct fy_err){0};
    status = clickfile_read(path, &items, &file, &err);
    (void)unlink(path);
    return status;
}

/* Session `s` are the items of `names`, up to a 0. */
static void session_is(size_t s, const int64_t *names)
{
    size_t count = 0;

    CU_ASSERT_FATAL(s < file.session_count);
    for (; names[count] != 0; count++) {
        CU_ASSERT_FATAL(file.firsts[s] + count < file.firsts[s + 1]);
        EXPECT_I64(names[count], items.names[file.clicks[file.firsts[s] + count]]);
    }
    EXPECT_I64((int64_t)count, (int64_t)(file.firsts[s + 1] - file.firsts[s]));
}

static void refused(const char *text, const char *words)
{
    EXPECT_I64(FY_REJECT, read_text(text));
    if (strstr(err.text, words) == NULL)
        CU_FAIL(err.text);
}

static void clicks_come_in_any_order(void)
{
    EXPECT_I64(FY_OK, read_text("SessionId\tItemId\tTime\n7\t30\t9.5\n3\t10\t8\n7\t20\t1.25\n"));
    EXPECT_I64(2, (int64_t)file.session_count);
    session_is(0, (int64_t[]){10, 0}); /* Whose last click is the older one. */
    session_is(1, (int64_t[]){20, 30, 0});
}

static void columns_stand_in_any_order(void)
{
    EXPECT_I64(
        FY_OK, read_text("Time\tSessionId\tCategory\tItemId\r\n2\t7\ta b\t30\r\n1\t7\t\t20\r\n"));
    EXPECT_I64(1, (int64_t)file.session_count);
    session_is(0, (int64_t[]){20, 30, 0});
}

static void a_session_a_line(void)
{
    EXPECT_I64(FY_OK, read_text("5 6 5\n\n9\n"));
    EXPECT_I64(2, (int64_t)file.session_count);
    session_is(0, (int64_t[]){5, 6, 5, 0});
    session_is(1, (int64_t[]){9, 0});
    CU_ASSERT_FALSE(file.by_rows);
}

static void what_is_none_is_named(void)
{
    refused("SessionId\tTime\n1\t2\n", "line 1 names no column \"ItemId\"");
    refused("SessionId\tItemId\tTime\n1\tmug\t3\n", "line 2 is not a click: its ItemId");
    refused("SessionId\tItemId\tTime\n1\t2\t3\n1\t2\n", "line 3 is not a click: its Time");
    refused("SessionId\tItemId\tTime\n1x\t2\t3\n", "line 2 is not a click: its SessionId");
    refused("SessionId\tItemId\tTime\n1\t2\t\n", "line 2 is not a click: its Time");
    refused("1 2\n3 mug\n", "line 2 is not items apart by spaces");
}

static CU_TestInfo tests[] = {
    TEST(clicks_come_in_any_order),
    TEST(columns_stand_in_any_order),
    TEST(a_session_a_line),
    TEST(what_is_none_is_named),
};

TEST_MAIN(clickfile, tests)
