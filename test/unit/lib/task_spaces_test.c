/* A space of the store has one writer at a time; a standby leaves it to a worker that wants it. */
#include "lib/task_spaces.h"
#include "test/expect.h"
#include "test/run.h"

static const char one, two, standby;

static bool take(struct fy_spaces *spaces, int32_t first, int32_t second, const void *who)
{
    const int32_t partitions[2] = {first, second};

    return fy_spaces_take(spaces, partitions, 2, who);
}

static void all_or_none_are_taken(void)
{
    struct fy_spaces *spaces = fy_spaces_new();

    CU_ASSERT_TRUE(take(spaces, 1, 2, &one));
    CU_ASSERT_FALSE(take(spaces, 2, 3, &two));
    CU_ASSERT_TRUE(take(spaces, 1, 3, &one));
    fy_spaces_give(spaces, 2, &one);
    CU_ASSERT_FALSE(take(spaces, 2, 3, &two));
    fy_spaces_give(spaces, 3, &one);
    CU_ASSERT_TRUE(take(spaces, 2, 3, &two));

    fy_spaces_give(spaces, 2, &one); /* Not its own: nothing happens. */
    CU_ASSERT_FALSE(take(spaces, 2, 2, &one));
    fy_spaces_give(spaces, 1, &one);
    fy_spaces_give(spaces, 2, &two);
    fy_spaces_give(spaces, 3, &two);
    fy_spaces_free(spaces);
}

static void a_standby_takes_what_nobody_wants(void)
{
    struct fy_spaces *spaces = fy_spaces_new();

    CU_ASSERT_TRUE(fy_spaces_take_idle(spaces, 1, &standby));
    CU_ASSERT_FALSE(fy_spaces_wanted(spaces, 1, &standby));
    CU_ASSERT_FALSE(take(spaces, 1, 2, &one));
    CU_ASSERT_TRUE(fy_spaces_wanted(spaces, 1, &standby));
    fy_spaces_give(spaces, 1, &standby);
    CU_ASSERT_FALSE(fy_spaces_take_idle(spaces, 1, &standby));

    /* Who wanted it has lost it again. */
    fy_spaces_give(spaces, 1, &one);
    CU_ASSERT_TRUE(fy_spaces_take_idle(spaces, 1, &standby));
    fy_spaces_give(spaces, 1, &standby);
    fy_spaces_free(spaces);
}

static const CU_TestInfo tests[] = {
    TEST(all_or_none_are_taken),
    TEST(a_standby_takes_what_nobody_wants),
};

TEST_MAIN(task_spaces, tests)
