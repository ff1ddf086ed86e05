/* One person, one spelling: or two accounts would be made of one e-mail. */
#include "lib/email.h"
#include "test/expect.h"
#include "test/run.h"

static struct fy_arena arena;

static struct fy_slice normal(const char *typed)
{
    struct fy_slice email = {0};
    struct fy_err err;

    return fy_email_normal(fy_slice_of(typed), &arena, &email, &err) == FY_OK
               ? email
               : (struct fy_slice){0};
}

static void spellings_of_one_address_are_one(void)
{
    fy_arena_init(&arena, 1 << 16);
    EXPECT_TEXT("anne@example.com", normal("anne@example.com"));
    EXPECT_TEXT("anne@example.com", normal("  Anne@Example.COM\r\n"));
    EXPECT_TEXT("a+b.c@x", normal("a+b.c@x"));
    /* Whether these are one is for their domain to say. */
    EXPECT_TEXT("\xc3\x84nne@b\xc3\xbc"
                "cher.example",
        normal("\xc3\x84nne@B\xc3\xbc"
               "cher.example"));
    fy_arena_done(&arena);
}

static void what_is_no_address_is_refused(void)
{
    static const char *wrong[] = {"", " ", "@", "a@", "@b", "anne", "a@b@c", "a b@c", "a@b c",
        "a\x01@b",
        "a@b\x7f"
        "c"};
    char longest[300];
    struct fy_slice email;
    struct fy_err err;

    fy_arena_init(&arena, 1 << 16);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        EXPECT_TEXT(NULL, normal(wrong[i]));
    memset(longest, 'a', sizeof(longest));
    longest[100] = '@';
    longest[254] = '\0';
    EXPECT_I64(254, normal(longest).size);
    longest[254] = 'a';
    longest[255] = '\0';
    EXPECT_I64(FY_REJECT, fy_email_normal(fy_slice_of(longest), &arena, &email, &err));
    EXPECT_CONTAINS("254", fy_slice_of(err.text));
    fy_arena_done(&arena);
}

/* Who reads our logs or a screen over somebody's shoulder reads no addresses. */
static void a_refusal_does_not_repeat_it(void)
{
    struct fy_slice email;
    struct fy_err err;

    fy_arena_init(&arena, 1 << 16);
    EXPECT_I64(FY_REJECT, fy_email_normal(fy_slice_of("secret.name"), &arena, &email, &err));
    CU_ASSERT_PTR_NULL(strstr(err.text, "secret"));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "email: "));
    fy_arena_done(&arena);
}

static CU_TestInfo tests[] = {
    TEST(spellings_of_one_address_are_one),
    TEST(what_is_no_address_is_refused),
    TEST(a_refusal_does_not_repeat_it),
};

TEST_MAIN(email, tests)
