#include "lib/ids.h"
#include "lib/source.h"
#include "test/expect.h"
#include "test/run.h"

static void a_place_survives_its_text(void)
{
    static const struct {
        struct fy_place place;
        const char *text;
    } rows[] = {
        {{FY_TOPIC_ACTIVITY, 3, 1234}, "activity-3-1234"},
        {{FY_TOPIC_STOCK_LEVELS, 0, 0}, "stock-levels-0-0"}, /* Topics have dashes of their own. */
        {{FY_TOPIC_SUPPLY, 255, INT64_MAX}, "supply-255-9223372036854775807"},
    };
    struct fy_arena arena;

    fy_arena_init(&arena, 4096);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct fy_place place = {0};

        EXPECT_TEXT(rows[i].text, fy_place_text(&arena, &rows[i].place));
        CU_ASSERT_TRUE(fy_place_parse(fy_slice_of(rows[i].text), &place));
        EXPECT_I64(rows[i].place.topic, place.topic);
        EXPECT_I64(rows[i].place.partition, place.partition);
        EXPECT_I64(rows[i].place.offset, place.offset);
    }
    fy_arena_done(&arena);
}

/* A client gives back what it was given, or anything at all. */
static void anything_else_is_no_place(void)
{
    static const char *const rows[] = {"", "-", "activity", "activity-3", "activity-3-",
        "activity--1", "activity-3-x", "activity-03-1", "activity-3-01", "activity-3--1",
        "activity-256-1", "activity-3-9223372036854775808", "nothing-3-1", "-3-1", "3-1",
        " activity-3-1", "activity-3-1 ", "activity-+3-1", "ACTIVITY-3-1"};

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct fy_place place;

        if (fy_place_parse(fy_slice_of(rows[i]), &place))
            EXPECT_TEXT("no place", fy_slice_of(rows[i]));
    }
    CU_PASS("all were refused");
}

static const CU_TestInfo tests[] = {
    TEST(a_place_survives_its_text),
    TEST(anything_else_is_no_place),
};

TEST_MAIN(lib.place, tests)
