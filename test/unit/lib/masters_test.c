/* Master keys are files that only we may read; the newest wraps, all of them unwrap. */
#include "lib/ids.h"
#include "lib/masters.h"
#include "test/expect.h"
#include "test/run.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static void begin(void)
{
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_ids_init(&err));
    (void)snprintf(folder, sizeof(folder), "/tmp/fy_mastersXXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
}

static void put(const char *name, char byte, mode_t mode)
{
    char path[128], bytes[FY_KEY_BYTES];
    int fd;

    memset(bytes, byte, sizeof(bytes));
    (void)snprintf(path, sizeof(path), "%s/%s", folder, name);
    fd = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    CU_ASSERT_EQUAL_FATAL((ssize_t)sizeof(bytes), write(fd, bytes, sizeof(bytes)));
    EXPECT_I64(0, fchmod(fd, mode));
    (void)close(fd);
}

static void end(void)
{
    char command[128];

    (void)snprintf(command, sizeof(command), "rm -rf %s", folder);
    EXPECT_I64(0, system(command));
}

static void the_highest_number_wraps_and_all_unwrap(void)
{
    static struct fy_masters masters;
    uint8_t wrapped[FY_WRAPPED_KEY_BYTES], key[FY_KEY_BYTES] = {7}, back[FY_KEY_BYTES];
    struct fy_slice anne = fy_slice_of("anne");
    struct fy_err err;

    begin();
    put("master-1.key", 1, 0400);
    EXPECT_I64(FY_OK, fy_masters_load(folder, &masters, &err));
    fy_key_wrap(fy_masters_newest(&masters), anne, key, wrapped);
    put("master-12.key", 12, 0400);
    EXPECT_I64(FY_OK, fy_masters_load(folder, &masters, &err));
    EXPECT_I64(2, masters.count);
    EXPECT_I64(12, fy_masters_newest(&masters)->number);
    CU_ASSERT_TRUE(fy_key_unwrap(
        masters.keys, masters.count, anne, (struct fy_slice){wrapped, sizeof(wrapped)}, back));
    EXPECT_I64(0, memcmp(key, back, sizeof(key)));
    fy_masters_wipe(&masters);
    EXPECT_I64(0, masters.count);
    EXPECT_I64(0, masters.keys[1].key[3]);
    end();
}

static void a_key_that_others_may_read_is_refused(void)
{
    static struct fy_masters masters;
    struct fy_err err;

    begin();
    EXPECT_I64(FY_FATAL, fy_masters_load(folder, &masters, &err));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "master-<n>.key"));
    put("master-1.key", 1, 0400);
    put("master-2.key", 2, 0444);
    EXPECT_I64(FY_FATAL, fy_masters_load(folder, &masters, &err));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "master-2.key"));
    EXPECT_I64(0, masters.keys[0].key[0]);
    end();
}

static CU_TestInfo tests[] = {
    TEST(the_highest_number_wraps_and_all_unwrap),
    TEST(a_key_that_others_may_read_is_refused),
};

TEST_MAIN(masters, tests)
