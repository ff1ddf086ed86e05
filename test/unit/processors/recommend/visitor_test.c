#include "processors/recommend/visitor.h"

#include "test/random.h"
#include "test/run.h"
#include "test/unit/processors/recommend/shop.h"

static void view(struct visitor *visitor, const char *sku, bool learn, int64_t ms, int64_t offset)
{
    struct engine_order written = {ms, 2, offset};

    visitor_view(visitor, fy_slice_of(sku), learn, &written);
}

/* "a b c": one letter items, in order. */
static void expect_items(const char *want, const struct visitor_clicks *items)
{
    char got[2 * ENGINE_CLICKS_MAX + 1] = "";
    size_t at = 0;

    for (size_t i = 0; i < items->count; i++) {
        got[at++] = (char)items->skus[i].data[0];
        got[at++] = ' ';
    }
    got[at == 0 ? 0 : at - 1] = '\0';
    EXPECT_TEXT(want, fy_slice_of(got));
}

/* Coming back to an item says something of its own. */
static void an_item_viewed_again_is_there_twice(void)
{
    struct visitor visitor = {.slot = ENGINE_NONE};

    view(&visitor, "a", true, 1, 0);
    view(&visitor, "b", true, 2, 1);
    view(&visitor, "c", true, 3, 2);
    view(&visitor, "a", true, 4, 3);
    expect_items("a b c a", &visitor.viewed);
    view(&visitor, "a", true, 5, 4);
    expect_items("a b c a a", &visitor.learned);
}

static void half_an_hour_is_a_pause_and_a_millisecond_more_an_end(void)
{
    struct visitor visitor = {.slot = 7};

    view(&visitor, "a", true, 1000, 0);
    view(&visitor, "b", true, 1000 + 1800000, 1);
    expect_items("a b", &visitor.viewed);
    EXPECT_I64(7, visitor.slot);
    view(&visitor, "c", true, 1000 + 2 * 1800000 + 1, 2);
    expect_items("c", &visitor.viewed);
    expect_items("c", &visitor.learned);
    EXPECT_I64(ENGINE_NONE, visitor.slot);
}

/* The first view ever has no view before it, whatever the clock says. */
static void the_first_view_begins_a_session_at_any_time(void)
{
    struct visitor visitor = {.slot = ENGINE_NONE};

    view(&visitor, "a", true, -5, 0);
    expect_items("a", &visitor.viewed);
    EXPECT_I64(-5, visitor.order.ms);
}

/* A broker's clock may be set back; a visitor's time is not. */
static void time_never_runs_backwards(void)
{
    struct visitor visitor = {.slot = ENGINE_NONE};

    view(&visitor, "a", true, 5000, 0);
    view(&visitor, "b", true, 4000, 1);
    EXPECT_I64(5000, visitor.order.ms);
    EXPECT_I64(1, visitor.order.offset);
    view(&visitor, "c", true, 5000 + 1800000, 2);
    expect_items("a b c", &visitor.viewed);
}

/* Views that may not be learnt from keep the session going, and stay out of what others see. */
static void what_may_not_be_learnt_from_serves_its_visitor_only(void)
{
    struct visitor visitor = {.slot = ENGINE_NONE};

    view(&visitor, "a", true, 1000, 0);
    view(&visitor, "b", false, 1000 + 1800000, 1);
    EXPECT_I64(1, visitor_goes_on(&visitor, 0));
    EXPECT_I64(0, visitor_goes_on(&visitor, 1001 + 1800000));
    view(&visitor, "a", false, 2000 + 1800000, 2);
    EXPECT_I64(0, visitor_ends(&visitor, false, 1000 + 2 * 1800000));
    EXPECT_I64(0, visitor_goes_on(&visitor, 0));
    expect_items("a", &visitor.learned);

    /* What others see of it has paused, so for them another one begins. */
    EXPECT_I64(1, visitor_ends(&visitor, true, 1000 + 2 * 1800000));
    view(&visitor, "c", true, 1000 + 2 * 1800000, 3);
    expect_items("a b a c", &visitor.viewed);
    expect_items("c", &visitor.learned);
    EXPECT_I64(3, visitor.order.offset);
    EXPECT_I64(1000 + 2 * 1800000, visitor.order.ms);
    EXPECT_I64(2, visitor.order.partition);
}

/* Nobody learns from a robot's day as from one session; its own lists go by the newest views. */
static void a_full_session_is_followed_by_another(void)
{
    struct visitor visitor = {.slot = 3};

    for (int i = 0; i < 40; i++)
        visitor_view(&visitor, shop_sku((uint64_t)i), true, &(struct engine_order){1, 0, i});
    EXPECT_I64(40, visitor.learned.count);
    EXPECT_I64(3, visitor.slot);
    EXPECT_I64(0, visitor_ends(&visitor, false, 1));
    EXPECT_I64(1, visitor_ends(&visitor, true, 1));
    visitor_view(&visitor, shop_sku(40), true, &(struct engine_order){1, 0, 40});
    EXPECT_I64(41, visitor.viewed.count);
    EXPECT_I64(1, visitor.learned.count);
    EXPECT_I64(ENGINE_NONE, visitor.slot);
    for (int i = 41; i < 100; i++)
        visitor_view(&visitor, shop_sku((uint64_t)i), false, &(struct engine_order){1, 0, i});
    EXPECT_I64(ENGINE_CLICKS_MAX, visitor.viewed.count);
    EXPECT_TEXT("i36", visitor.viewed.skus[0]);
    EXPECT_TEXT("i99", visitor.viewed.skus[ENGINE_CLICKS_MAX - 1]);
}

/* Any order within the window, any number of times: each number is read once. */
static void repeats_are_told_by_session_and_number(void)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct random random = {seed};
        struct visitor visitor = {.slot = ENGINE_NONE};
        bool read[2][200] = {{false}};
        int64_t base = 0;

        for (int i = 0; i < 1000; i++) {
            int64_t n = base + (int64_t)random_below(&random, 40);
            int which = (int)random_below(&random, 2);

            if (n >= 200)
                break;
            EXPECT_I64(!read[which][n],
                visitor_first_read(&visitor, fy_slice_of(which == 0 ? "s" : "t"), n));
            read[which][n] = true;
            base += random_below(&random, 12) == 0;
        }
    }
}

static void numbers_far_apart_and_below_the_window(void)
{
    struct visitor visitor = {.slot = ENGINE_NONE};
    struct fy_slice session = fy_slice_of("s");

    EXPECT_I64(1, visitor_first_read(&visitor, session, 0));
    EXPECT_I64(1, visitor_first_read(&visitor, session, INT64_MAX));
    EXPECT_I64(0, visitor_first_read(&visitor, session, INT64_MAX));
    EXPECT_I64(1, visitor_first_read(&visitor, session, INT64_MAX - 63));
    EXPECT_I64(0, visitor_first_read(&visitor, session, INT64_MAX - 64));
    EXPECT_I64(0, visitor_first_read(&visitor, session, INT64_MIN));
}

static void the_client_session_silent_longest_is_forgotten_first(void)
{
    static const char *const names[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8"};
    struct visitor visitor = {.slot = ENGINE_NONE};

    for (int i = 0; i < 8; i++)
        EXPECT_I64(1, visitor_first_read(&visitor, fy_slice_of(names[i]), 1));
    EXPECT_I64(1, visitor_first_read(&visitor, fy_slice_of("0"), 2));
    EXPECT_I64(1, visitor_first_read(&visitor, fy_slice_of("8"), 1));
    EXPECT_I64(VISITOR_SEEN_MAX, visitor.seen_count);
    EXPECT_I64(0, visitor_first_read(&visitor, fy_slice_of("0"), 2));
    EXPECT_I64(0, visitor_first_read(&visitor, fy_slice_of("2"), 1));
    EXPECT_I64(1, visitor_first_read(&visitor, fy_slice_of("1"), 1));
}

static const CU_TestInfo tests[] = {
    TEST(an_item_viewed_again_is_there_twice),
    TEST(half_an_hour_is_a_pause_and_a_millisecond_more_an_end),
    TEST(the_first_view_begins_a_session_at_any_time),
    TEST(time_never_runs_backwards),
    TEST(what_may_not_be_learnt_from_serves_its_visitor_only),
    TEST(a_full_session_is_followed_by_another),
    TEST(repeats_are_told_by_session_and_number),
    TEST(numbers_far_apart_and_below_the_window),
    TEST(the_client_session_silent_longest_is_forgotten_first),
};

TEST_MAIN(visitor, tests)
