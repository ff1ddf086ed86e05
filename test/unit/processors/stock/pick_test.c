/* Whose items an order gets: a table, a line for each rule. */
#include "processors/stock/pick.h"

#include "test/expect.h"
#include "test/run.h"

#include <string.h>

/* a offers for 500, b for 400, c for 400; each of them may have its own. */
struct has {
    int64_t price, on_hand, held, committed, shipped, rejected, buffer;
    bool withdrawn;
};

static const struct {
    const char *why;
    struct has a, b, c;
    int64_t units;
    const char *excluded, *preferred, *picked; /* NULL: none. */
    int64_t left;
} cases[] = {
    {"nobody has any", {.price = 500}, {.price = 400}, {.price = 400}, 1, NULL, NULL, NULL, 0},
    {"the cheapest", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 9},
        {.price = 450, .on_hand = 9}, 1, NULL, NULL, "b", 9},
    {"that can give all", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 2},
        {.price = 450, .on_hand = 3}, 3, NULL, NULL, "c", 9},
    {"all, to the last", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 2},
        {.price = 450, .on_hand = 3}, 9, NULL, NULL, "a", 9},
    {"and not one more", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 2},
        {.price = 450, .on_hand = 3}, 10, NULL, NULL, NULL, 9},
    {"held is not there", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 9, .held = 8},
        {.price = 450, .on_hand = 9}, 2, NULL, NULL, "c", 9},
    {"nor is what is sold", {.price = 500, .on_hand = 9},
        {.price = 400, .on_hand = 9, .committed = 8}, {.price = 450, .on_hand = 9}, 2, NULL, NULL,
        "c", 9},
    {"nor is the buffer", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 9, .buffer = 100},
        {.price = 450, .on_hand = 9}, 1, NULL, NULL, "c", 9},
    {"nor what is withdrawn", {.price = 500, .on_hand = 9},
        {.price = 400, .on_hand = 9, .withdrawn = true}, {.price = 450, .on_hand = 9}, 1, NULL,
        NULL, "c", 9},
    {"not the one that will not ship it", {.price = 500, .on_hand = 9},
        {.price = 400, .on_hand = 9}, {.price = 450, .on_hand = 8}, 1, "b", NULL, "c", 9},
    {"what it has is not left", {.price = 500, .on_hand = 2}, {.price = 400, .on_hand = 9},
        {.price = 450, .on_hand = 3}, 4, "b", NULL, NULL, 3},
    {"the preferred, for more money", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 9},
        {.price = 450, .on_hand = 9}, 1, NULL, "a", "a", 9},
    {"where it can give all", {.price = 500, .on_hand = 1}, {.price = 400, .on_hand = 9},
        {.price = 450, .on_hand = 9}, 2, NULL, "a", "b", 9},
    {"preferred and excluded", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 9},
        {.price = 450, .on_hand = 9}, 1, "a", "a", "b", 9},
    {"a stranger preferred", {.price = 500, .on_hand = 9}, {.price = 400, .on_hand = 9},
        {.price = 450, .on_hand = 9}, 1, NULL, "z", "b", 9},
    {"equal price: who ships more often", {.price = 500, .on_hand = 9},
        {.price = 400, .on_hand = 9, .shipped = 5, .rejected = 5},
        {.price = 400, .on_hand = 9, .shipped = 6, .rejected = 4}, 1, NULL, NULL, "c", 9},
    {"one that never was asked is half good", {.price = 500, .on_hand = 9},
        {.price = 400, .on_hand = 9, .rejected = 1}, {.price = 400, .on_hand = 9}, 1, NULL, NULL,
        "c", 9},
    {"equal rates: the id", {.price = 500, .on_hand = 9},
        {.price = 400, .on_hand = 9, .shipped = 1, .rejected = 1}, {.price = 400, .on_hand = 9}, 1,
        NULL, NULL, "b", 9},
};

static struct shelf_offer offer_of(const char *supplier, const struct has *has)
{
    return (struct shelf_offer){
        .supplier = fy_slice_of(supplier),
        .price = {.minor = has->price, .currency = fy_slice_of("EUR")},
        .on_hand_units = has->on_hand,
        .held_units = has->held,
        .committed_units = has->committed,
        .shipped_count = has->shipped,
        .rejected_count = has->rejected,
        .has_withdrawn_ms = has->withdrawn,
        .has_buffer_percent = has->buffer > 0,
        .buffer_percent = has->buffer,
        .counted_ms = 1,
        .sales_units = 70, /* Ten a day: more than is there after two days. */
    };
}

static void the_rule_is_a_table(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct shelf shelf = {.currency = fy_slice_of("EUR"),
            .offers = {offer_of("c", &cases[i].c), offer_of("b", &cases[i].b),
                offer_of("a", &cases[i].a)},
            .count = 3};
        struct fy_slice excluded =
            cases[i].excluded != NULL ? fy_slice_of(cases[i].excluded) : (struct fy_slice){0};
        struct hold_stock wanted = {.units = cases[i].units,
            .currency = fy_slice_of("EUR"),
            .excluded = {&excluded, cases[i].excluded != NULL}};
        const struct shelf_offer *picked;
        int64_t left = -1;

        if (cases[i].preferred != NULL)
            wanted.preferred = fy_slice_of(cases[i].preferred);
        picked = stock_pick(&shelf, &wanted, 2 * 86400000 + 1, &left);
        EXPECT_I64(cases[i].picked == NULL, picked == NULL);
        if (cases[i].picked != NULL && picked != NULL)
            EXPECT_TEXT(cases[i].picked, picked->supplier);
        EXPECT_I64(cases[i].left, left);
        if (CU_get_number_of_failures() > 0) {
            (void)fprintf(stderr, "case: %s\n", cases[i].why);
            return;
        }
    }
}

/* A shortfall walks all open holds of a supplier, so there is an end to them. */
static void one_with_too_many_holds_is_passed_over(void)
{
    struct has has = {.price = 400, .on_hand = 9};
    struct shelf shelf = {.offers = {offer_of("a", &has), offer_of("b", &has)}, .count = 2};
    struct hold_stock wanted = {.units = 1};
    int64_t left = -1;

    shelf.offers[0].hold_count = STOCK_HOLDS_MAX;
    EXPECT_TEXT("b", stock_pick(&shelf, &wanted, 1, &left)->supplier);
    shelf.offers[1].hold_count = STOCK_HOLDS_MAX;
    CU_ASSERT_PTR_NULL(stock_pick(&shelf, &wanted, 1, &left));
    EXPECT_I64(0, left);
    shelf.offers[0].hold_count = STOCK_HOLDS_MAX - 1;
    EXPECT_TEXT("a", stock_pick(&shelf, &wanted, 1, &left)->supplier);
}

static const CU_TestInfo tests[] = {
    TEST(the_rule_is_a_table),
    TEST(one_with_too_many_holds_is_passed_over),
};

TEST_MAIN(pick, tests)
