/* Which place of a list is kept for a supplier below the day's minimum, and for whom. */
#include "api/slots.h"
#include "test/expect.h"
#include "test/run.h"

enum { COUNT = 30, SHOWN = 20 };

struct list {
    struct slots_candidate candidates[COUNT];
    struct slots_supplier suppliers[3];
    int order[SHOWN];
};

/* 20 shown of supplier 0, who has had enough; ten others of nobody. */
static void list_init(struct list *list)
{
    *list = (struct list){.suppliers = {{100, 50}, {0, 50}, {0, 50}}};
    for (int i = 0; i < COUNT; i++)
        list->candidates[i] = (struct slots_candidate){100000 / (i + 1), i < SHOWN ? 0 : -1};
    for (int i = 0; i < SHOWN; i++)
        list->order[i] = i;
}

static bool pick(const struct list *list, size_t *ret_candidate, size_t *ret_place)
{
    return slots_pick(
        list->candidates, COUNT, list->suppliers, list->order, SHOWN, ret_candidate, ret_place);
}

static void the_likeliest_who_is_owed_it_gets_the_place(void)
{
    struct list list;
    size_t candidate, place;

    list_init(&list);
    CU_ASSERT_FALSE(pick(&list, &candidate, &place));
    list.candidates[27].supplier = 2;
    list.candidates[24].supplier = 1;
    CU_ASSERT_TRUE(pick(&list, &candidate, &place));
    EXPECT_I64(24, candidate);
    EXPECT_I64(SLOTS_PLACE_LAST - 1, place); /* Where the least is lost. */
    list.suppliers[1].seen = 50;
    CU_ASSERT_TRUE(pick(&list, &candidate, &place));
    EXPECT_I64(27, candidate);
}

/* The nearer a supplier comes to what is due, the more interested whoever sees them must be. */
static void the_most_interested_see_the_rest(void)
{
    struct slots_supplier supplier = {.seen = 0, .due = 100};

    CU_ASSERT_TRUE(slots_is_open(&supplier, 0));
    supplier.seen = 50;
    CU_ASSERT_FALSE(slots_is_open(&supplier, SLOTS_SHARE_PPM / 2 - 1));
    CU_ASSERT_TRUE(slots_is_open(&supplier, SLOTS_SHARE_PPM / 2));
    supplier.seen = 100;
    CU_ASSERT_FALSE(slots_is_open(&supplier, 1000000));
    supplier.due = 0;
    CU_ASSERT_FALSE(slots_is_open(&supplier, 1000000));
}

static void who_has_a_place_of_their_own_needs_no_other(void)
{
    struct list list;
    size_t candidate, place;

    list_init(&list);
    list.candidates[24].supplier = list.candidates[3].supplier = 1;
    CU_ASSERT_FALSE(pick(&list, &candidate, &place));
}

static void a_place_that_costs_nothing_is_taken_first(void)
{
    struct list list;
    size_t candidate, place;

    list_init(&list);
    list.candidates[24].supplier = 1;
    list.candidates[8].share_ppm = 0; /* Less likely than what comes. */
    CU_ASSERT_TRUE(pick(&list, &candidate, &place));
    EXPECT_I64(8, place);
    CU_ASSERT_FALSE(slots_pick(list.candidates, COUNT, list.suppliers, list.order,
        SLOTS_SHOWN_MIN - 1, &candidate, &place));
}

static void the_day_brings_what_is_due(void)
{
    int64_t day = SLOTS_DAY_MS;

    EXPECT_I64(4, slots_due(96, 20000 * day)); /* An hour ahead. */
    EXPECT_I64(52, slots_due(96, 20000 * day + day / 2));
    EXPECT_I64(96, slots_due(96, 20000 * day + day - 1));
    EXPECT_I64(0, slots_due(0, 20000 * day + day / 2));
}

static CU_TestInfo tests[] = {
    TEST(the_likeliest_who_is_owed_it_gets_the_place),
    TEST(the_most_interested_see_the_rest),
    TEST(who_has_a_place_of_their_own_needs_no_other),
    TEST(a_place_that_costs_nothing_is_taken_first),
    TEST(the_day_brings_what_is_due),
};

TEST_MAIN(slots, tests)
