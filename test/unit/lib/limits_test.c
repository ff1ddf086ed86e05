/* Token buckets: how many at once, how many a minute, and whose go when memory is short. */
#include "lib/ids.h"
#include "lib/limits.h"
#include "test/expect.h"
#include "test/run.h"

static struct fy_limits *limits;

static void begin(uint32_t buckets)
{
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_ids_init(&err));
    limits = fy_limits_new(buckets);
    CU_ASSERT_PTR_NOT_NULL_FATAL(limits);
}

static bool take(const char *whom, struct fy_limit limit, int64_t now_ms, int64_t *ret_wait_ms)
{
    struct fy_slice who[] = {fy_slice_of("login"), fy_slice_of(whom)};

    return fy_limits_take(limits, who, 2, limit, now_ms, ret_wait_ms);
}

/* Five at once, then one each 6 s: ten a minute. What is refused says when to come again. */
static void a_burst_and_then_its_rate(void)
{
    const struct fy_limit limit = {.burst = 5, .per_minute = 10};
    int64_t wait_ms = 0;

    begin(64);
    for (int i = 0; i < 5; i++)
        CU_ASSERT_TRUE(take("ann", limit, 1000, &wait_ms));
    CU_ASSERT_FALSE(take("ann", limit, 1000, &wait_ms));
    EXPECT_I64(6000, wait_ms);
    CU_ASSERT_FALSE(take("ann", limit, 6999, &wait_ms)); /* Asking costs nothing. */
    EXPECT_I64(1, wait_ms);
    CU_ASSERT_TRUE(take("ann", limit, 7000, &wait_ms));
    CU_ASSERT_FALSE(take("ann", limit, 7000, &wait_ms));

    /* Never more than the burst, however long nobody came. */
    for (int i = 0; i < 5; i++)
        CU_ASSERT_TRUE(take("ann", limit, 3600000, &wait_ms));
    CU_ASSERT_FALSE(take("ann", limit, 3600000, &wait_ms));
    fy_limits_free(limits);
}

static void each_has_their_own(void)
{
    const struct fy_limit limit = {.burst = 1, .per_minute = 1};
    struct fy_slice other[] = {fy_slice_of("reset"), fy_slice_of("ann")};
    struct fy_slice joined[] = {fy_slice_of("loginann")};
    int64_t wait_ms = 0;

    begin(64);
    CU_ASSERT_TRUE(take("ann", limit, 0, &wait_ms));
    CU_ASSERT_FALSE(take("ann", limit, 0, &wait_ms));
    EXPECT_I64(60000, wait_ms);
    CU_ASSERT_TRUE(take("bob", limit, 0, &wait_ms));
    CU_ASSERT_TRUE(fy_limits_take(limits, other, 2, limit, 0, &wait_ms));
    CU_ASSERT_TRUE(fy_limits_take(limits, joined, 1, limit, 0, &wait_ms));
    fy_limits_free(limits);
}

/*
 * Eight buckets, a hundred strangers of one request each: who has used up theirs keeps that bucket,
 * because the fullest goes.
 */
static void strangers_do_not_make_an_empty_bucket_go(void)
{
    const struct fy_limit limit = {.burst = 3, .per_minute = 1};
    int64_t wait_ms = 0;
    char name[16];

    begin(8);
    for (int i = 0; i < 3; i++)
        CU_ASSERT_TRUE(take("ann", limit, 0, &wait_ms));
    for (int i = 0; i < 100; i++) {
        (void)snprintf(name, sizeof(name), "%d", i);
        CU_ASSERT_TRUE(take(name, limit, 0, &wait_ms));
    }
    CU_ASSERT_FALSE(take("ann", limit, 0, &wait_ms));
    fy_limits_free(limits);
}

static const CU_TestInfo tests[] = {
    TEST(a_burst_and_then_its_rate),
    TEST(each_has_their_own),
    TEST(strangers_do_not_make_an_empty_bucket_go),
};

TEST_MAIN(limits, tests)
