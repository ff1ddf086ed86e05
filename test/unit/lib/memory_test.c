#include "lib/memory.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Resident pages that are a file's. */
static long file_pages(void)
{
    long size = 0, resident = 0, shared = 0;
    FILE *file = fopen("/proc/self/statm", "re");

    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    EXPECT_I64(3, fscanf(file, "%ld %ld %ld", &size, &resident, &shared));
    (void)fclose(file);
    return shared;
}

/* Code that is gone comes back when it is called; what a program has written stays. */
static void what_is_used_again_is_there_again(void)
{
    static char written[8192] = "as it was";
    char *kept = strdup("on the heap");
    long before = file_pages();

    CU_ASSERT_PTR_NOT_NULL_FATAL(kept);
    (void)snprintf(written + 4096, 64, "and %s", kept);
    fy_memory_start_is_over();
    EXPECT_I64(true, file_pages() < before);
    EXPECT_I64(0, strcmp("as it was", written));
    EXPECT_I64(0, strcmp("and on the heap", written + 4096));
    EXPECT_I64(0, strcmp("on the heap", kept));
    free(kept);
}

static const CU_TestInfo tests[] = {
    TEST(what_is_used_again_is_there_again),
};

TEST_MAIN(memory, tests)
