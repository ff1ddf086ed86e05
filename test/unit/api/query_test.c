/*
 * Query parameters: taken exactly, or refused by name with their limit.
 */
#include "api/answer.h"

#include "api/views.h"
#include "test/expect.h"
#include "test/run.h"

static struct fy_slice text(const char *value)
{
    return value != NULL ? fy_slice_of(value) : (struct fy_slice){0};
}

static void whole_numbers_within_their_limits_are_taken(void)
{
    static const struct {
        const char *text;
        int64_t want; /* -1: refused. */
    } rows[] = {
        {NULL, 20}, /* The default. */
        {"1", 1}, {"50", 50}, {"007", 7}, {"0", -1}, {"51", -1}, {"", -1}, {" 5", -1}, {"+5", -1},
        {"-5", -1}, {"5x", -1}, {"5.0", -1}, {"1e1", -1}, {"4294967301", -1}, /* 5, in 32 bits. */
        {"00000000000000000005", -1}, {"\xd9\xa5", -1}, /* A digit, but not one of ours. */
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct api_answer answer = {0};
        int got = 0;
        bool taken = query_int(text(rows[i].text), "limit", 1, 50, 20, &got, &answer);

        EXPECT_I64(rows[i].want, taken ? got : -1);
        if (taken)
            continue;
        EXPECT_I64(400, answer.status);
        EXPECT_I64(FY_PROBLEM_BAD_QUERY, answer.problem);
        EXPECT_TEXT("limit", fy_slice_of(answer.field));
        EXPECT_TEXT("limit: must be a whole number from 1 to 50", fy_slice_of(answer.detail));
    }
}

static void flags_are_0_or_1(void)
{
    static const struct {
        const char *text;
        int want; /* -1: refused. */
    } rows[] = {{NULL, 0}, {"0", 0}, {"1", 1}, {"", -1}, {"true", -1}, {"2", -1}, {"01", -1}};

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct api_answer answer = {0};
        bool got = false;
        bool taken = query_flag(text(rows[i].text), "keep_current", &got, &answer);

        EXPECT_I64(rows[i].want, taken ? got : -1);
        if (!taken)
            EXPECT_TEXT("keep_current: must be 0 or 1", fy_slice_of(answer.detail));
    }
}

static void keys_have_1_to_64_bytes(void)
{
    char longest[VIEW_KEY_BYTES_MAX + 2];
    struct api_answer answer = {0};
    struct fy_slice key = fy_slice_of("before");

    memset(longest, 'x', sizeof(longest));
    longest[VIEW_KEY_BYTES_MAX] = '\0';
    CU_ASSERT_TRUE(query_key(text(NULL), "after", &key, &answer));
    EXPECT_TEXT(NULL, key);
    CU_ASSERT_TRUE(query_key(text(longest), "after", &key, &answer));
    EXPECT_TEXT(longest, key);

    longest[VIEW_KEY_BYTES_MAX] = 'x';
    longest[VIEW_KEY_BYTES_MAX + 1] = '\0';
    CU_ASSERT_FALSE(query_key(text(longest), "after", &key, &answer));
    EXPECT_I64(400, answer.status);
    EXPECT_TEXT("after: 65 bytes, must be 1 to 64", fy_slice_of(answer.detail));
    CU_ASSERT_FALSE(query_key(text(""), "after", &key, &answer));
}

static CU_TestInfo tests[] = {
    TEST(whole_numbers_within_their_limits_are_taken),
    TEST(flags_are_0_or_1),
    TEST(keys_have_1_to_64_bytes),
};

TEST_MAIN(api.query, tests)
