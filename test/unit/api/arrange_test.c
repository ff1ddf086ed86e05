#include "api/arrange.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdio.h>
#include <string.h>

/*
 * Suppliers and categories as letters, '.' for none; which items are placed, as letters by their
 * number.
 */
static const char *placed(const char *suppliers, const char *categories, size_t limit)
{
    static char text[ARRANGE_MAX + 1];
    struct arrange_item items[ARRANGE_MAX];
    int order[ARRANGE_MAX];
    size_t count = strlen(suppliers);

    for (size_t i = 0; i < count; i++) {
        items[i] = (struct arrange_item){0};
        if (suppliers[i] != '.')
            items[i].supplier = (struct fy_slice){(const uint8_t *)&suppliers[i], 1};
        if (categories[i] != '.')
            items[i].category = (struct fy_slice){(const uint8_t *)&categories[i], 1};
    }
    count = arrange_order(items, count, limit, order);
    for (size_t i = 0; i < count; i++)
        text[i] = (char)('a' + order[i]);
    text[count] = '\0';
    return text;
}

static void who_has_had_their_places_waits_for_the_others(void)
{
    static const struct {
        const char *suppliers, *categories;
        size_t limit;
        const char *placed;
    } cases[] = {
        {"", "", 4, ""},
        {"xyxy", "....", 4, "abcd"},   /* Half each: nobody waits. */
        {"xxxyy", ".....", 4, "abde"}, /* The third of x would be more than half. */
        {"xxxxy", ".....", 4, "abec"}, /* And comes when the others had their turn: in its order. */
        {"xxxxx", ".....", 4, "abcd"}, /* A shop of one supplier has full lists. */
        {".....", "kkkkl", 4, "abce"}, /* Of a category 70 in 100 of 4, rounded up: 3. */
        {"xxyyx", "kkkkk", 5, "abcde"}, /* x: 3 of 5; k: 4 of 5, and then who waits. */
        {"xyzwv", "kkkkl", 5, "abcde"},
        {"xxx..", "...kk", 3, "abd"}, /* None is nobody's. */
        {"xxx", "...", 1, "a"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        EXPECT_TEXT(cases[i].placed,
            fy_slice_of(placed(cases[i].suppliers, cases[i].categories, cases[i].limit)));
}

/*
 * Places are as likely as each other; the first of what is new gets more than a quarter of all
 * lists.
 */
static void what_is_new_stands_low_and_the_newest_is_met_most(void)
{
    int places[21] = {0};
    int first_met = 0;
    int last_met = 0;

    for (int i = 0; i < 13000; i++) {
        char visitor[40];
        size_t first;
        int place;

        (void)snprintf(visitor, sizeof(visitor), "%032x", i);
        place = arrange_new(fy_slice_of(visitor), fy_slice_of("list"), 20, 50, &first);
        EXPECT_I64(1, place >= ARRANGE_PLACE_FIRST && place <= 20);
        places[place]++;
        first_met += first == 0;
        last_met += first == 49;
        EXPECT_I64(1, first < 50);
        EXPECT_I64(5, arrange_new(fy_slice_of(visitor), fy_slice_of("list"), 5, 50, &first));
    }
    for (int place = ARRANGE_PLACE_FIRST; place <= 20; place++)
        EXPECT_I64(1, places[place] > 850 && places[place] < 1150);
    EXPECT_I64(1, first_met > 13000 / 4);
    EXPECT_I64(1, last_met > 50 && last_met < 300);
}

static CU_TestInfo tests[] = {
    TEST(who_has_had_their_places_waits_for_the_others),
    TEST(what_is_new_stands_low_and_the_newest_is_met_most),
};

TEST_MAIN(api.arrange, tests)
