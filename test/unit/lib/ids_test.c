#include "lib/ids.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>

static void start(void)
{
    struct fy_err err;

    if (fy_ids_init(&err) != FY_OK)
        abort();
}

static bool is_uuid(const char *text, char version)
{
    for (int i = 0; i < FY_UUID_TEXT; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;

        if (dash ? text[i] != '-' : strchr("0123456789abcdef", text[i]) == NULL || text[i] == '\0')
            return false;
    }
    return text[FY_UUID_TEXT] == '\0' && text[14] == version && strchr("89ab", text[19]) != NULL;
}

/* Also when many are made in one millisecond, and when the clock is set back. */
static void new_uuids_only_grow(void)
{
    char last[FY_UUID_TEXT + 1] = "";
    char next[FY_UUID_TEXT + 1];

    start();
    for (int i = 0; i < 10000; i++) {
        fy_uuid_new(i < 5000 ? 1700000000000 : 1600000000000 + i, next);
        CU_ASSERT_TRUE(is_uuid(next, '7'));
        CU_ASSERT_TRUE(strcmp(last, next) < 0);
        memcpy(last, next, sizeof(last));
    }
    EXPECT_I64(0, strncmp(next, "018bcfe5-68", 11)); /* 1700000000000 ms in the first 48 bits. */
}

/* The same parts give the same id for ever: this one is written down. */
static void derived_uuids_depend_on_every_part_and_its_border(void)
{
    const struct fy_slice ab_c[] = {fy_slice_of("ab"), fy_slice_of("c")};
    const struct fy_slice a_bc[] = {fy_slice_of("a"), fy_slice_of("bc")};
    const struct fy_slice abc[] = {fy_slice_of("abc")};
    char one[FY_UUID_TEXT + 1], two[FY_UUID_TEXT + 1], three[FY_UUID_TEXT + 1];
    char again[FY_UUID_TEXT + 1];

    start();
    fy_uuid_derive(ab_c, 2, one);
    fy_uuid_derive(a_bc, 2, two);
    fy_uuid_derive(abc, 1, three);
    fy_uuid_derive(ab_c, 2, again);
    CU_ASSERT_TRUE(is_uuid(one, '8'));
    EXPECT_TEXT(one, fy_slice_of(again));
    CU_ASSERT_TRUE(strcmp(one, two) != 0);
    CU_ASSERT_TRUE(strcmp(one, three) != 0);
    EXPECT_TEXT("4826ed04-3ab3-8dec-976d-8541fa5d5a80", fy_slice_of(one));
}

static void a_cookie_is_ours_or_no_cookie(void)
{
    uint8_t key[FY_MAC_KEY_BYTES] = {1, 2, 3};
    uint8_t other_key[FY_MAC_KEY_BYTES] = {1, 2, 4};
    char visitor[FY_VISITOR_TEXT + 1];
    char cookie[FY_COOKIE_TEXT + 1];
    struct fy_slice found = {0};

    start();
    fy_visitor_new(visitor);
    fy_visitor_cookie(key, fy_slice_of(visitor), cookie);
    EXPECT_I64(FY_COOKIE_TEXT, strlen(cookie));
    CU_ASSERT_TRUE(fy_visitor_check(key, fy_slice_of(cookie), &found));
    CU_ASSERT_TRUE(fy_slice_equal(found, fy_slice_of(visitor)));

    CU_ASSERT_FALSE(fy_visitor_check(other_key, fy_slice_of(cookie), &found));
    CU_ASSERT_FALSE(fy_visitor_check(key, (struct fy_slice){0}, &found));
    CU_ASSERT_FALSE(fy_visitor_check(
        key, (struct fy_slice){(const uint8_t *)cookie, FY_COOKIE_TEXT - 1}, &found));
    for (size_t i = 0; i < FY_COOKIE_TEXT; i++) { /* Any one character changed. */
        char was = cookie[i];

        cookie[i] = was == 'a' ? 'b' : 'a';
        CU_ASSERT_FALSE(fy_visitor_check(key, fy_slice_of(cookie), &found));
        cookie[i] = was;
    }
    CU_ASSERT_TRUE(fy_visitor_check(key, fy_slice_of(cookie), &found));
}

/* Of any length, also of none; the same bytes are called the same. */
static void bytes_are_told_apart(void)
{
    char empty[FY_UUID_TEXT + 1], one[FY_UUID_TEXT + 1], two[FY_UUID_TEXT + 1];

    fy_uuid_tell_apart((struct fy_slice){0}, empty);
    fy_uuid_tell_apart(fy_slice_of("a list"), one);
    fy_uuid_tell_apart(fy_slice_of("a lisu"), two);
    EXPECT_I64(FY_UUID_TEXT, strlen(one));
    EXPECT_I64('8', one[14]);
    EXPECT_I64(1, strcmp(one, two) != 0 && strcmp(one, empty) != 0);
    fy_uuid_tell_apart(fy_slice_of("a list"), two);
    EXPECT_TEXT(one, fy_slice_of(two));
}

static const CU_TestInfo tests[] = {
    TEST(bytes_are_told_apart),
    TEST(new_uuids_only_grow),
    TEST(derived_uuids_depend_on_every_part_and_its_border),
    TEST(a_cookie_is_ours_or_no_cookie),
};

TEST_MAIN(lib.ids, tests)
