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
    *list = (struct list){.suppliers = {{100, 50, 0}, {0, 50, 0}, {0, 50, 0}}};
    for (int i = 0; i < COUNT; i++)
        list->candidates[i] = (struct slots_candidate){100000 / (i + 1), i < SHOWN ? 0 : -1};
    for (int i = 0; i < SHOWN; i++)
        list->order[i] = i;
}

static size_t fill(struct list *list, size_t *ret_places)
{
    return slots_fill(list->candidates, COUNT, list->suppliers, list->order, SHOWN, ret_places);
}

static void the_likeliest_who_is_owed_it_gets_the_place(void)
{
    struct list list;
    size_t places[SLOTS_EACH];

    list_init(&list);
    EXPECT_I64(0, fill(&list, places));
    list.candidates[24].supplier = 1;
    list.candidates[27].supplier = 1;
    EXPECT_I64(1, fill(&list, places));
    EXPECT_I64(SLOTS_PLACE_LAST - 1, places[0]); /* Where the least is lost. */
    EXPECT_I64(24, list.order[places[0]]);
    list_init(&list);
    list.candidates[27].supplier = 2;
    list.candidates[24].supplier = 1;
    list.suppliers[1].seen = 50;
    EXPECT_I64(1, fill(&list, places));
    EXPECT_I64(27, list.order[places[0]]);
}

/* Two are owed a place, and get one each; a third waits for the next list. */
static void a_list_has_two_such_places_and_no_more(void)
{
    struct slots_supplier owed[4] = {{100, 50, 0}, {0, 50, 0}, {0, 50, 0}, {0, 50, 0}};
    struct list list;
    size_t places[SLOTS_EACH];

    list_init(&list);
    for (int i = 1; i <= 3; i++)
        list.candidates[23 + i].supplier = i;
    EXPECT_I64(2, slots_fill(list.candidates, COUNT, owed, list.order, SHOWN, places));
    EXPECT_I64(SLOTS_PLACE_LAST - 1, places[0]);
    EXPECT_I64(24, list.order[places[0]]);
    EXPECT_I64(SLOTS_PLACE_LAST - 2, places[1]);
    EXPECT_I64(25, list.order[places[1]]);
}

/* A list of eight has two places that may be kept, one of seven none. */
static void a_short_list_keeps_few(void)
{
    struct list list;
    size_t places[SLOTS_EACH];

    list_init(&list);
    list.candidates[24].supplier = 1;
    list.candidates[27].supplier = 2;
    EXPECT_I64(0, slots_fill(list.candidates, COUNT, list.suppliers, list.order,
                      SLOTS_SHOWN_MIN - 1, places));
    EXPECT_I64(
        2, slots_fill(list.candidates, COUNT, list.suppliers, list.order, SLOTS_SHOWN_MIN, places));
    EXPECT_I64(13, places[0] + places[1]);
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

/* The hour for those who are most interested is over. */
static void who_is_below_what_is_due_by_now_is_shown_to_anybody(void)
{
    struct slots_supplier supplier = {.seen = 90, .due = 100, .overdue = 91};

    CU_ASSERT_TRUE(slots_is_open(&supplier, 0));
    supplier.overdue = 90;
    CU_ASSERT_FALSE(slots_is_open(&supplier, 0));
}

static void who_has_a_place_of_their_own_needs_no_other(void)
{
    struct list list;
    size_t places[SLOTS_EACH];

    list_init(&list);
    list.candidates[24].supplier = list.candidates[3].supplier = 1;
    EXPECT_I64(0, fill(&list, places));
}

/* Or the second place would go to the supplier whose likelier product the first has pushed out. */
static void the_only_place_of_who_is_owed_gives_way_to_nobody(void)
{
    struct slots_supplier owed[8] = {{100, 50, 0}};
    struct list list;
    size_t places[SLOTS_EACH];

    list_init(&list);
    list.candidates[SLOTS_PLACE_LAST - 1].supplier = list.candidates[25].supplier = 1;
    list.candidates[24].supplier = 2;
    EXPECT_I64(1, fill(&list, places));
    EXPECT_I64(SLOTS_PLACE_LAST - 2, places[0]);
    EXPECT_I64(24, list.order[places[0]]);
    CU_ASSERT_FALSE(
        slots_gives(list.candidates, list.suppliers, list.order, SHOWN, SLOTS_PLACE_LAST - 1));
    list.candidates[15].supplier = 1; /* Seen there too, so one may go. */
    CU_ASSERT_TRUE(
        slots_gives(list.candidates, list.suppliers, list.order, SHOWN, SLOTS_PLACE_LAST - 1));
    list_init(&list);
    for (int i = 1; i < 8; i++)
        owed[i] = (struct slots_supplier){0, 50, 0};
    for (int i = 1; i <= 6; i++)
        list.candidates[SLOTS_PLACE_FIRST - 2 + i].supplier = i;
    list.candidates[24].supplier = 7;
    EXPECT_I64(0, slots_fill(list.candidates, COUNT, owed, list.order, SHOWN, places));
}

static void a_place_that_costs_nothing_is_taken_first(void)
{
    struct list list;
    size_t places[SLOTS_EACH];

    list_init(&list);
    list.candidates[24].supplier = 1;
    list.candidates[8].share_ppm = 0; /* Less likely than what comes. */
    EXPECT_I64(1, fill(&list, places));
    EXPECT_I64(8, places[0]);
}

static void due_is(int64_t due, int64_t overdue, int64_t minimum, int64_t now_ms)
{
    struct slots_supplier supplier = slots_due(minimum, 7, now_ms);

    EXPECT_I64(due, supplier.due);
    EXPECT_I64(overdue, supplier.overdue);
    EXPECT_I64(7, supplier.seen);
}

static void the_day_brings_what_is_due(void)
{
    int64_t day = SLOTS_DAY_MS;

    due_is(4, 0, 96, 20000 * day); /* An hour ahead. */
    due_is(52, 48, 96, 20000 * day + day / 2);
    due_is(96, 95, 96, 20000 * day + day - 1);
    due_is(0, 0, 0, 20000 * day + day / 2);
}

static CU_TestInfo tests[] = {
    TEST(the_likeliest_who_is_owed_it_gets_the_place),
    TEST(a_list_has_two_such_places_and_no_more),
    TEST(a_short_list_keeps_few),
    TEST(the_most_interested_see_the_rest),
    TEST(who_is_below_what_is_due_by_now_is_shown_to_anybody),
    TEST(who_has_a_place_of_their_own_needs_no_other),
    TEST(the_only_place_of_who_is_owed_gives_way_to_nobody),
    TEST(a_place_that_costs_nothing_is_taken_first),
    TEST(the_day_brings_what_is_due),
};

TEST_MAIN(slots, tests)
