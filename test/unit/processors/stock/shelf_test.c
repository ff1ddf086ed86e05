/* What is there of one SKU, of several suppliers. */
#include "processors/stock/shelf.h"

#include "test/run.h"
#include "test/unit/processors/stock/said.h"

#include <stdio.h>
#include <string.h>

enum { DAY_MS = 86400000 };

static void list(struct shelf *shelf, const char *supplier, int64_t price)
{
    struct product_changed changed = {
        .title = fy_slice_of("Mug"), .price = {.minor = price, .currency = fy_slice_of("EUR")}};
    struct stock_event event = {.supplier = fy_slice_of(supplier), .product_changed = &changed};

    shelf_evolve(shelf, &event);
}

static void withdraw(struct shelf *shelf, const char *supplier)
{
    struct product_taken taken = {0};
    struct stock_event event = {
        .supplier = fy_slice_of(supplier), .envelope.event_ms = 7, .product_withdrawn = &taken};

    shelf_evolve(shelf, &event);
}

static void count(struct shelf *shelf, const char *supplier, int64_t units, int64_t event_ms)
{
    struct stock_set set = {units};
    struct stock_event event = {
        .supplier = fy_slice_of(supplier), .envelope.event_ms = event_ms, .stock_set = &set};

    shelf_evolve(shelf, &event);
}

/* The words are the first one's while it offers, then the next one's; who comes back is last. */
static void the_first_that_offers_it_speaks(void)
{
    struct shelf shelf = {0};

    CU_ASSERT_PTR_NULL(shelf_first(&shelf));
    list(&shelf, "a", 500);
    list(&shelf, "b", 400);
    list(&shelf, "a", 300); /* Said again: in its place. */
    EXPECT_TEXT("a", shelf_first(&shelf)->supplier);
    withdraw(&shelf, "a");
    EXPECT_TEXT("b", shelf_first(&shelf)->supplier);
    list(&shelf, "a", 200);
    EXPECT_TEXT("b", shelf_first(&shelf)->supplier);
    withdraw(&shelf, "b");
    EXPECT_TEXT("a", shelf_first(&shelf)->supplier);
    withdraw(&shelf, "a");
    EXPECT_TEXT("b", shelf_first(&shelf)->supplier); /* Nobody offers it: the first there is. */
    EXPECT_TEXT("EUR", shelf.currency);
}

/* What customers see: the lowest price of those who have some, else of those who offer it. */
static void the_best_price_is_of_those_who_have_some(void)
{
    struct shelf shelf = {0};
    bool has_some = true;

    list(&shelf, "a", 500);
    list(&shelf, "b", 400);
    list(&shelf, "c", 300);
    EXPECT_TEXT("c", shelf_best(&shelf, 9, &has_some)->supplier);
    CU_ASSERT_FALSE(has_some);
    count(&shelf, "a", 1, 1);
    EXPECT_TEXT("a", shelf_best(&shelf, 9, &has_some)->supplier);
    CU_ASSERT_TRUE(has_some);
    count(&shelf, "b", 1, 1);
    EXPECT_TEXT("b", shelf_best(&shelf, 9, &has_some)->supplier);
    withdraw(&shelf, "b");
    EXPECT_TEXT("a", shelf_best(&shelf, 9, &has_some)->supplier);
}

/* Sixteen and no more; one that has left and owes nothing makes room, one that owes does not. */
static void sixteen_suppliers_and_no_more(void)
{
    static const char *const names[] = {
        "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r"};
    struct shelf shelf = {0};

    for (int i = 0; i < 16; i++) {
        CU_ASSERT_TRUE(shelf_has_room(&shelf));
        list(&shelf, names[i], 100 + i);
    }
    CU_ASSERT_FALSE(shelf_has_room(&shelf));
    list(&shelf, names[16], 1); /* As no rule of ours lets happen. */
    EXPECT_I64(16, shelf.count);
    CU_ASSERT_PTR_NULL(shelf_find(&shelf, fy_slice_of("q")));
    withdraw(&shelf, "c");
    shelf_find(&shelf, fy_slice_of("c"))->committed_units = 1;
    CU_ASSERT_FALSE(shelf_has_room(&shelf));
    withdraw(&shelf, "e");
    CU_ASSERT_TRUE(shelf_has_room(&shelf));
    list(&shelf, "q", 1);
    EXPECT_I64(16, shelf.count);
    CU_ASSERT_PTR_NULL(shelf_find(&shelf, fy_slice_of("e")));
    CU_ASSERT_PTR_NOT_NULL(shelf_find(&shelf, fy_slice_of("c")));
    EXPECT_TEXT("q", shelf.offers[15].supplier);
}

/* Each row: percent asked, items sold in this week and the one before, age, and what is kept. */
static void an_old_count_is_not_sold_to_the_last(void)
{
    static const struct {
        int64_t percent, sold, sold_before, age_ms, kept;
    } cases[] = {
        {-1, 70, 0, 7 * (int64_t)DAY_MS, 0}, /* Off. */
        {0, 70, 0, 7 * (int64_t)DAY_MS, 0}, {100, 70, 0, 0, 0}, {100, 70, 0, 1800000, 0},
        {100, 70, 0, -DAY_MS, 0},                           /* Our clocks differ. */
        {100, 70, 0, DAY_MS, 10}, {100, 69, 0, DAY_MS, 10}, /* Rounded up. */
        {100, 7, 70, DAY_MS, 10},                           /* The better of two weeks. */
        {100, 70, 0, 7 * (int64_t)DAY_MS, 70}, {50, 70, 0, 7 * (int64_t)DAY_MS, 35},
        {100, 0, 0, 7 * (int64_t)DAY_MS, 0},
        {100, 7, 0, 900 * (int64_t)DAY_MS, 90},         /* 90 days and no more. */
        {INT64_MAX, INT64_MAX, 0, INT64_MAX - 5, 1000}, /* All that is there. */
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct shelf_offer offer = {.on_hand_units = 1000,
            .has_buffer_percent = cases[i].percent >= 0,
            .buffer_percent = cases[i].percent,
            .counted_ms = 5,
            .sales_units = cases[i].sold,
            .sales_before_units = cases[i].sold_before};

        EXPECT_I64(1000 - cases[i].kept, shelf_available_units(&offer, 5 + cases[i].age_ms));
    }
}

/* A sale counts in its week; the week before is kept, older ones are not. */
static void sales_are_counted_by_the_week(void)
{
    struct shelf shelf = {0};
    struct hold_committed committed = {.hold = fy_slice_of("h"), .units = 3};
    struct stock_event event = {.supplier = fy_slice_of("a"), .hold_committed = &committed};
    static const struct {
        int64_t week, now, before;
    } cases[] = {{10, 3, 0}, {10, 6, 0}, {11, 3, 6}, {10, 6, 6}, {13, 3, 0}, {14, 3, 3}};

    list(&shelf, "a", 1);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        event.envelope.event_ms = cases[i].week * 7 * (int64_t)DAY_MS + 5;
        shelf_evolve(&shelf, &event);
        EXPECT_I64(cases[i].now, shelf.offers[0].sales_units);
        EXPECT_I64(cases[i].before, shelf.offers[0].sales_before_units);
    }
}

/* Low at the threshold, clear a tenth above it and at least one item, each told once. */
static void low_stock_has_a_margin(void)
{
    static const struct {
        int64_t threshold, clear_at;
    } cases[] = {{0, 1}, {1, 2}, {9, 10}, {10, 11}, {11, 13}, {20, 22}, {100, 110}, {101, 112}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct stock_decision decision;
        struct sku sku = {0};

        CU_ASSERT_TRUE(said(&sku, (struct said){"1", "acme", 'l', 500, "EUR"}, &decision));
        CU_ASSERT_TRUE(said(&sku, (struct said){"2", "acme", 'c', 1000, NULL}, &decision));
        CU_ASSERT_TRUE(
            said(&sku, (struct said){"3", "acme", 't', cases[i].threshold, NULL}, &decision));
        CU_ASSERT_FALSE(sku.gets_low);
        CU_ASSERT_TRUE(
            said(&sku, (struct said){"4", "acme", 'c', cases[i].threshold, NULL}, &decision));
        CU_ASSERT_TRUE(sku.gets_low);
        CU_ASSERT_TRUE(
            said(&sku, (struct said){"5", "acme", 'c', cases[i].clear_at - 1, NULL}, &decision));
        CU_ASSERT_FALSE(sku.gets_low || sku.gets_clear);
        CU_ASSERT_TRUE(
            said(&sku, (struct said){"6", "acme", 'c', cases[i].clear_at, NULL}, &decision));
        CU_ASSERT_TRUE(sku.gets_clear);
    }
}

/* What is held for others is not there; a buffer changes nothing of what is low. */
static void what_is_held_is_low(void)
{
    struct hold_granted granted = {.hold = fy_slice_of("h"), .units = 6};
    struct stock_event event = {.supplier = fy_slice_of("acme"), .hold_granted = &granted};
    struct stock_decision decision;
    struct sku sku = {0};

    CU_ASSERT_TRUE(said(&sku, (struct said){"1", "acme", 'l', 500, "EUR"}, &decision));
    CU_ASSERT_TRUE(said(&sku, (struct said){"2", "acme", 'c', 9, NULL}, &decision));
    CU_ASSERT_TRUE(said(&sku, (struct said){"3", "acme", 't', 3, NULL}, &decision));
    CU_ASSERT_TRUE(said(&sku, (struct said){"4", "acme", 'b', 1000, NULL}, &decision));
    EXPECT_TEXT("buffer_set", outcome(&decision.event));
    EXPECT_I64(1000, sku.shelf.offers[0].buffer_percent);
    CU_ASSERT_FALSE(sku.gets_low);
    shelf_evolve(&sku.shelf, &event);
    CU_ASSERT_TRUE(stock_decide_low(&sku.shelf, &event, &decision));
    EXPECT_TEXT("low_stock_reached", outcome(&decision.event));
    EXPECT_I64(3, decision.event.low_stock_reached->available_units);
}

/* One whose offer is withdrawn is not asked to order more, and is told again when it is back. */
static void a_withdrawn_offer_is_not_low(void)
{
    struct stock_decision decision;
    struct sku sku = {0};

    CU_ASSERT_TRUE(said(&sku, (struct said){"1", "acme", 'l', 500, "EUR"}, &decision));
    CU_ASSERT_TRUE(said(&sku, (struct said){"2", "acme", 't', 3, NULL}, &decision));
    CU_ASSERT_TRUE(sku.gets_low);
    CU_ASSERT_TRUE(said(&sku, (struct said){"3", "acme", 'w', 0, NULL}, &decision));
    CU_ASSERT_FALSE(sku.shelf.offers[0].low || sku.gets_low || sku.gets_clear);
    CU_ASSERT_TRUE(said(&sku, (struct said){"4", "acme", 'l', 500, "EUR"}, &decision));
    CU_ASSERT_TRUE(sku.gets_low);
}

/* A seventeenth supplier is refused, and says nothing of a SKU in another currency. */
static void a_seventeenth_supplier_is_refused(void)
{
    struct stock_decision decision;
    struct sku sku = {0};
    static const char *const names[] = {
        "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"};

    for (int i = 0; i < 16; i++)
        list(&sku.shelf, names[i], 100);
    CU_ASSERT_TRUE(said(&sku, (struct said){"1", "acme", 'l', 500, "EUR"}, &decision));
    EXPECT_TEXT("too_many_suppliers", outcome(&decision.event));
    CU_ASSERT_TRUE(said(&sku, (struct said){"2", "acme", 'l', 500, "USD"}, &decision));
    EXPECT_TEXT("other_currency", outcome(&decision.event));
}

static const CU_TestInfo tests[] = {
    TEST(the_first_that_offers_it_speaks),
    TEST(the_best_price_is_of_those_who_have_some),
    TEST(sixteen_suppliers_and_no_more),
    TEST(an_old_count_is_not_sold_to_the_last),
    TEST(sales_are_counted_by_the_week),
    TEST(low_stock_has_a_margin),
    TEST(what_is_held_is_low),
    TEST(a_withdrawn_offer_is_not_low),
    TEST(a_seventeenth_supplier_is_refused),
};

TEST_MAIN(shelf, tests)
