#include "test/run.h"
#include "test/unit/processors/stock/said.h"

#include <inttypes.h>

/* Each row: what was said of "mug" before, what is said now, and what comes of it. */
static const struct {
    struct said before[3];
    struct said now;
    const char *outcome;
    const char *step;
    int64_t price, units; /* Of the row, after. */
} facts[] = {
    /* The first to list a SKU. */
    {.now = {"1", "acme", 'l', 500, "EUR"},
        .outcome = "product_changed",
        .step = "stock.product_changed",
        .price = 500},
    /* Listed again, it is changed. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "acme", 'l', 450, "EUR"},
        .outcome = "product_changed",
        .step = "stock.product_changed",
        .price = 450},
    /* A listing leaves the count alone. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'l', 450, "EUR"},
        .outcome = "product_changed",
        .step = "stock.product_changed",
        .price = 450,
        .units = 9},
    /* Somebody else lists it too, in its currency; the first one's offer stays as it is. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 'l', 1, "EUR"},
        .outcome = "product_changed",
        .step = "stock.product_changed",
        .price = 500},
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 'l', 1, "USD"},
        .outcome = "other_currency",
        .step = "stock.supply_refused",
        .price = 500},
    /* Who has not listed it cannot price it. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 'p', 1, "EUR"},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500},
    /* Nor count it. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "evil", 'c', 0, NULL},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500,
        .units = 9},
    /* A name that begins like the owner's is another's. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "acme2", 'p', 1, "EUR"},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500},
    /* Orders in flight were promised a currency. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "acme", 'l', 500, "USD"},
        .outcome = "other_currency",
        .step = "stock.supply_refused",
        .price = 500},
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "acme", 'p', 450, "USD"},
        .outcome = "other_currency",
        .step = "stock.supply_refused",
        .price = 500},
    /* A price of its own. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "acme", 'p', 450, "EUR"},
        .outcome = "product_changed",
        .step = "stock.product_changed",
        .price = 450},
    /* Counted. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "acme", 'c', 7, NULL},
        .outcome = "stock_set",
        .step = "stock.stock_set",
        .price = 500,
        .units = 7},
    /* Counted, not added to. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'c', 7, NULL},
        .outcome = "stock_set",
        .step = "stock.stock_set",
        .price = 500,
        .units = 7},
    /* Nothing left. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'c', 0, NULL},
        .outcome = "stock_set",
        .step = "stock.stock_set",
        .price = 500},
    /* The same count again is an event again: it was counted again. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'c', 9, NULL},
        .outcome = "stock_set",
        .step = "stock.stock_set",
        .price = 500,
        .units = 9},
    /* Received: beside what is there. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'r', 7, NULL},
        .outcome = "stock_received",
        .step = "stock.stock_received",
        .price = 500,
        .units = 16},
    /* Adjusted, up and down, to nothing and not below. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'a', 2, NULL},
        .outcome = "stock_adjusted",
        .step = "stock.stock_adjusted",
        .price = 500,
        .units = 11},
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'a', -9, NULL},
        .outcome = "stock_adjusted",
        .step = "stock.stock_adjusted",
        .price = 500},
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'a', -10, NULL},
        .outcome = "below_zero",
        .step = "stock.supply_refused",
        .price = 500,
        .units = 9},
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "acme", 'a', INT64_MIN, NULL},
        .outcome = "below_zero",
        .step = "stock.supply_refused",
        .price = 500},
    /* More than any shop has: to the limit, and not beyond. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'r', STOCK_UNITS_MAX - 9, NULL},
        .outcome = "stock_received",
        .step = "stock.stock_received",
        .price = 500,
        .units = STOCK_UNITS_MAX},
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'r', STOCK_UNITS_MAX - 8, NULL},
        .outcome = "too_many",
        .step = "stock.supply_refused",
        .price = 500,
        .units = 9},
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 'a', INT64_MAX, NULL},
        .outcome = "too_many",
        .step = "stock.supply_refused",
        .price = 500,
        .units = 9},
    /* A level to be told of; it changes no count. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}, {"2", "acme", 'c', 9, NULL}},
        .now = {"3", "acme", 't', 3, NULL},
        .outcome = "threshold_set",
        .step = "stock.threshold_set",
        .price = 500,
        .units = 9},
    /* Not somebody else's to receive, adjust or watch. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 'r', 1, NULL},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500},
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 'a', 1, NULL},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500},
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 't', 1, NULL},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500},
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 'w', 0, NULL},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500},
    /* Nobody listed it. */
    {.now = {"1", "acme", 'w', 0, NULL}, .outcome = "unknown_sku", .step = "stock.supply_refused"},
    {.now = {"1", "acme", 'r', 7, NULL}, .outcome = "unknown_sku", .step = "stock.supply_refused"},
    {.now = {"1", "acme", 'c', 7, NULL}, .outcome = "unknown_sku", .step = "stock.supply_refused"},
    {.now = {"1", "acme", 'p', 7, "EUR"}, .outcome = "unknown_sku", .step = "stock.supply_refused"},
    /* Who was refused for an unknown SKU does not own it, nor settle its currency. */
    {.before = {{"1", "evil", 'p', 7, "USD"}},
        .now = {"2", "acme", 'l', 500, "EUR"},
        .outcome = "product_changed",
        .step = "stock.product_changed",
        .price = 500},
};

static void each_fact_gives_one_event(void)
{
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++) {
        struct sku sku = {0};
        struct stock_decision decision;

        for (int at = 0; at < 3 && facts[i].before[at].event_id != NULL; at++)
            CU_ASSERT_TRUE(said(&sku, facts[i].before[at], &decision));

        CU_ASSERT_TRUE_FATAL(said(&sku, facts[i].now, &decision));
        EXPECT_TEXT(facts[i].outcome, outcome(&decision.event));
        EXPECT_TEXT(facts[i].step, fy_slice_of(decision.step));
        EXPECT_TEXT(facts[i].now.supplier, decision.event.supplier);
        EXPECT_I64(facts[i].price, sku.row.price.minor);
        EXPECT_I64(facts[i].units, sku.row.on_hand_units);
        EXPECT_I64(facts[i].units, available(&sku));
        EXPECT_I64(facts[i].price > 0, stock_is_listed(&sku.row));
    }
}

/* What follows from a fact says so, and is told apart from its cause. */
static void an_event_names_its_cause(void)
{
    struct sku sku = {0};
    struct stock_decision decision;
    const struct envelope *envelope = &decision.event.envelope;

    CU_ASSERT_TRUE_FATAL(said(&sku, (struct said){"1", "acme", 'l', 500, "EUR"}, &decision));

    EXPECT_TEXT("1", envelope->cause_id);
    EXPECT_TEXT("root", envelope->root);
    EXPECT_TEXT("supplier:acme", envelope->actor);
    EXPECT_I64(77, envelope->event_ms);
    EXPECT_TEXT(NULL, envelope->event_id);
    EXPECT_TEXT(NULL, envelope->writer);
    EXPECT_TEXT("mug", decision.event.sku);
}

/* A listing says all there is; a price says nothing of the words. */
static void words_change_with_a_listing_only(void)
{
    struct sku sku = {0};
    struct stock_decision decision;
    struct fact fact;

    CU_ASSERT_TRUE(said(&sku, (struct said){"1", "acme", 'l', 500, "EUR"}, &decision));
    CU_ASSERT_TRUE(said(&sku, (struct said){"2", "acme", 'p', 400, "EUR"}, &decision));
    EXPECT_TEXT("Mug", sku.row.title);
    EXPECT_TEXT("Acme", sku.row.brand);
    EXPECT_TEXT(NULL, sku.row.description);

    fact_make(&fact, (struct said){"3", "acme", 'l', 400, "EUR"});
    fact.listed.title = fy_slice_of("Big mug");
    fact.listed.description = fy_slice_of("Holds a pint.");
    fact.listed.brand = (struct fy_slice){0};
    fact.listed.category = fy_slice_of("home/mugs");
    CU_ASSERT_TRUE_FATAL(stock_decide(&sku.shelf, &sku.row, &fact.supply, &decision));
    stock_evolve(&sku.row, &decision.event, &sku.room);
    EXPECT_TEXT("Big mug", sku.row.title);
    EXPECT_TEXT("Holds a pint.", sku.row.description);
    EXPECT_TEXT(NULL, sku.row.brand);
    EXPECT_TEXT("home/mugs", sku.row.category);
    CU_ASSERT_TRUE(said(&sku, (struct said){"4", "acme", 'p', 300, "EUR"}, &decision));
    EXPECT_TEXT("home/mugs", sku.row.category);
}

/* A story of one SKU, a fact a line: what comes of it, what can be bought, whether it gets low. */
static const struct {
    struct said said;
    const char *outcome;
    int64_t on_hand, available;
    bool gets_low;
} withdrawal[] =
    {
        {{"1", "acme", 'l', 500, "EUR"}, "product_changed", 0, 0, false},
        {{"2", "acme", 'c', 9, NULL}, "stock_set", 9, 9, false},
        {{"3", "acme", 'w', 0, NULL}, "product_withdrawn", 9, 0, false},
        {{"4", "acme", 'w', 0, NULL}, "withdrawn", 9, 0, false},
        {{"5", "acme", 'p', 400, "EUR"}, "withdrawn", 9, 0,
            false}, /* It would be on offer again. */
        {{"6", "acme", 'r', 3, NULL}, "stock_received", 12, 0,
            false}, /* The shelf is still there. */
        {{"7", "acme", 'a', -1, NULL}, "stock_adjusted", 11, 0, false},
        {{"8", "acme", 't', 20, NULL}, "threshold_set", 11, 0, false}, /* Nobody need order more. */
        {{"9", "evil", 'c', 1, NULL}, "other_supplier", 11, 0,
            false}, /* It is on nobody's offer ... */
        {{"10", "acme", 'l', 1, "USD"}, "other_currency", 11, 0,
            false}, /* ... and keeps its currency. */
        {{"11", "acme", 'l', 300, "EUR"}, "product_changed", 11, 11, true},
        {{"12", "acme", 'p', 400, "EUR"}, "product_changed", 11, 11, false},
},
  low[] = {
      {{"1", "acme", 'l', 500, "EUR"}, "product_changed", 0, 0, false}, /* Nobody asked. */
      {{"2", "acme", 'c', 9, NULL}, "stock_set", 9, 9, false},
      {{"3", "acme", 't', 3, NULL}, "threshold_set", 9, 9, false},
      {{"4", "acme", 'c', 4, NULL}, "stock_set", 4, 4, false},       /* One above. */
      {{"5", "acme", 'a', -1, NULL}, "stock_adjusted", 3, 3, true},  /* Reached. */
      {{"6", "acme", 'a', -1, NULL}, "stock_adjusted", 2, 2, false}, /* Told once. */
      {{"7", "acme", 'r', 1, NULL}, "stock_received", 3, 3, false},  /* Low still. */
      {{"8", "acme", 'r', 1, NULL}, "stock_received", 4, 4, false},
      {{"9", "acme", 'c', 0, NULL}, "stock_set", 0, 0, true}, /* Low again is told again. */
      {{"10", "acme", 't', -1, NULL}, "threshold_set", 0, 0, false},
      {{"11", "acme", 'c', 1, NULL}, "stock_set", 1, 1, false},
      {{"12", "acme", 'c', 0, NULL}, "stock_set", 0, 0, false},    /* Nobody asks any more. */
      {{"13", "acme", 't', 0, NULL}, "threshold_set", 0, 0, true}, /* Asked while it is so. */
};

static void a_withdrawn_product_is_counted_and_not_sold(void)
{
    struct sku sku = {0};
    struct stock_decision decision;

    for (size_t i = 0; i < sizeof(withdrawal) / sizeof(withdrawal[0]); i++) {
        CU_ASSERT_TRUE_FATAL(said(&sku, withdrawal[i].said, &decision));
        EXPECT_TEXT(withdrawal[i].outcome, outcome(&decision.event));
        EXPECT_I64(withdrawal[i].on_hand, sku.row.on_hand_units);
        EXPECT_I64(withdrawal[i].available, available(&sku));
        EXPECT_I64(withdrawal[i].gets_low, sku.gets_low);
        EXPECT_I64(i >= 2 && i <= 9, sku.row.has_withdrawn_ms);
        EXPECT_I64(i >= 2 && i <= 9 ? 77 : 0, sku.row.withdrawn_ms);
    }
}

static void low_stock_is_told_when_it_gets_low(void)
{
    struct sku sku = {0};
    struct stock_decision decision;

    for (size_t i = 0; i < sizeof(low) / sizeof(low[0]); i++) {
        CU_ASSERT_TRUE_FATAL(said(&sku, low[i].said, &decision));
        EXPECT_TEXT(low[i].outcome, outcome(&decision.event));
        EXPECT_I64(low[i].available, available(&sku));
        EXPECT_I64(low[i].gets_low, sku.gets_low);
        EXPECT_I64(i + 1, sku.row.recent_ids.count); /* Two events of a fact are one id. */
        if (!sku.gets_low)
            continue;
        EXPECT_TEXT("low_stock_reached", outcome(&sku.low.event));
        EXPECT_TEXT("stock.low_stock_reached", fy_slice_of(sku.low.step));
        EXPECT_TEXT(low[i].said.event_id, sku.low.event.envelope.cause_id);
        EXPECT_TEXT("acme", sku.low.event.supplier);
        EXPECT_I64(low[i].available, sku.low.event.low_stock_reached->available_units);
        EXPECT_I64(sku.row.threshold_units, sku.low.event.low_stock_reached->threshold_units);
    }
}

/* What was decided of a change of stock says by how much, why, and what there is with it. */
static void a_change_of_stock_is_told_in_full(void)
{
    struct sku sku = {0};
    struct stock_decision decision;

    CU_ASSERT_TRUE(said(&sku, (struct said){"1", "acme", 'l', 500, "EUR"}, &decision));
    CU_ASSERT_TRUE_FATAL(said(&sku, (struct said){"2", "acme", 'r', 9, NULL}, &decision));
    EXPECT_I64(9, decision.event.stock_received->units);
    EXPECT_I64(9, decision.event.stock_received->on_hand_units);
    CU_ASSERT_TRUE_FATAL(said(&sku, (struct said){"3", "acme", 'a', -2, NULL}, &decision));
    EXPECT_I64(-2, decision.event.stock_adjusted->units);
    EXPECT_I64(7, decision.event.stock_adjusted->on_hand_units);
    EXPECT_TEXT("Broken.", decision.event.stock_adjusted->reason);
    CU_ASSERT_TRUE_FATAL(said(&sku, (struct said){"4", "acme", 'w', 0, NULL}, &decision));
    EXPECT_TEXT("No more clay.", decision.event.product_withdrawn->reason);
}

/* A key is promised for 64 later writes of its SKU: the 64th back is known, the 65th is not. */
static void the_last_64_facts_are_known_again(void)
{
    struct sku sku = {0};
    struct stock_decision decision;
    char ids[66][8];

    for (int i = 0; i < 66; i++)
        (void)snprintf(ids[i], sizeof(ids[i]), "%d", i);
    CU_ASSERT_TRUE(said(&sku, (struct said){ids[0], "acme", 'l', 500, "EUR"}, &decision));
    for (int i = 1; i < 64; i++) {
        CU_ASSERT_TRUE(said(&sku, (struct said){ids[i], "acme", 'c', i, NULL}, &decision));
        CU_ASSERT_FALSE(said(&sku, (struct said){ids[0], "acme", 'l', 1, "EUR"}, &decision));
    }
    EXPECT_I64(64, sku.row.recent_ids.count);
    EXPECT_I64(500, sku.row.price.minor);

    CU_ASSERT_TRUE(said(&sku, (struct said){ids[64], "acme", 'c', 64, NULL}, &decision));
    EXPECT_I64(64, sku.row.recent_ids.count);
    EXPECT_TEXT(ids[1], sku.row.recent_ids.items[0]);
    EXPECT_TEXT(ids[64], sku.row.recent_ids.items[63]);
    CU_ASSERT_FALSE(said(&sku, (struct said){ids[1], "acme", 'c', 1, NULL}, &decision));
    CU_ASSERT_TRUE(said(&sku, (struct said){ids[0], "acme", 'l', 1, "EUR"}, &decision));
}

/*
 * A count came before its listing and was refused. Sent again after the listing it stays refused:
 * one key, one answer. A new count is a new fact.
 */
static void a_refused_fact_stays_refused(void)
{
    struct sku sku = {0};
    struct stock_decision decision;

    CU_ASSERT_TRUE(said(&sku, (struct said){"1", "acme", 'c', 7, NULL}, &decision));
    EXPECT_TEXT("unknown_sku", outcome(&decision.event));
    CU_ASSERT_FALSE(stock_is_listed(&sku.row));
    CU_ASSERT_TRUE(said(&sku, (struct said){"2", "acme", 'l', 500, "EUR"}, &decision));

    CU_ASSERT_FALSE(said(&sku, (struct said){"1", "acme", 'c', 7, NULL}, &decision));
    EXPECT_I64(0, sku.row.on_hand_units);

    CU_ASSERT_TRUE(said(&sku, (struct said){"3", "acme", 'c', 7, NULL}, &decision));
    EXPECT_I64(7, sku.row.on_hand_units);
}

/* Each row is an event that no stock_decide of today writes; a topic may hold it all the same. */
static void evolve_takes_whatever_was_ever_written(void)
{
    static struct fy_slice ids[100];
    struct product_changed changed = {.title = {(const uint8_t *)"Mug", 3}};
    struct stock_set below = {.on_hand_units = -4};
    struct stock_set above = {.on_hand_units = INT64_MAX};
    struct stock_added added = {.units = -1, .on_hand_units = INT64_MIN};
    struct stock_corrected corrected = {.units = 5, .on_hand_units = INT64_MAX};
    struct low_level_set level = {.has_units = true, .units = -7};
    struct low_stock_reached reached = {.available_units = -1, .threshold_units = -1};
    struct product_taken taken = {0};
    const struct {
        struct stock_event event;
        int64_t on_hand, available;
    } cases[] = {
        {{.sku = {(const uint8_t *)"mug", 3}}, 3, 3},                /* Of a kind we do not know. */
        {{.stock_set = &below}, -4, 0},                              /* Below nothing. */
        {{.stock_set = &above}, INT64_MAX, INT64_MAX},               /* All there is. */
        {{.product_changed = &changed}, 3, 3},                       /* By nobody, for no money. */
        {{.product_changed = &changed, .stock_set = &below}, -4, 0}, /* Two at once. */
        {{.stock_received = &added}, INT64_MIN, 0},
        {{.stock_adjusted = &corrected}, INT64_MAX, INT64_MAX}, {{.threshold_set = &level}, 3, 3},
        {{.low_stock_reached = &reached}, 3, 3},
        {{.product_withdrawn = &taken}, 3, 0}, /* Of nobody's product. */
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct sku sku = {.row = {.on_hand_units = 3, .recent_ids = {ids, 100}},
            .shelf = {
                .offers = {{.supplier = fy_slice_of("acme"), .on_hand_units = 3}}, .count = 1}};
        struct stock_event event = cases[i].event;

        for (size_t at = 0; at < 100; at++)
            ids[at] = fy_slice_of("old");
        event.supplier = fy_slice_of("acme");
        stock_evolve(&sku.row, &event, &sku.room);
        shelf_evolve(&sku.shelf, &event);
        EXPECT_I64(cases[i].on_hand, sku.row.on_hand_units);
        EXPECT_I64(cases[i].available, available(&sku));
        EXPECT_I64(100, sku.row.recent_ids.count); /* Without a cause there is no id to remember. */

        event.envelope.cause_id = fy_slice_of("new");
        stock_evolve(&sku.row, &event, &sku.room);
        EXPECT_I64(64, sku.row.recent_ids.count);
        EXPECT_TEXT("new", sku.row.recent_ids.items[63]);
    }
}

/* In the order they came; one that is there already keeps its place; at most 16. */
static void pictures_are_shown_in_order(void)
{
    static char ids[40][8];
    struct stock_decision decision;
    struct sku sku = {0};

    CU_ASSERT_TRUE(said(&sku, (struct said){"i0", "acme", 'i', 0, NULL}, &decision));
    EXPECT_TEXT("unknown_sku", outcome(&decision.event));
    CU_ASSERT_TRUE(said(&sku, (struct said){"l", "acme", 'l', 500, "EUR"}, &decision));
    for (int i = 0; i < 17; i++) {
        (void)snprintf(ids[i], sizeof(ids[i]), "p%d", i);
        CU_ASSERT_TRUE(said(&sku, (struct said){ids[i], "acme", 'i', i, NULL}, &decision));
        EXPECT_TEXT(i < 16 ? "image_added" : "too_many_images", outcome(&decision.event));
    }
    CU_ASSERT_TRUE(said(&sku, (struct said){"again", "acme", 'i', 3, NULL}, &decision));
    EXPECT_TEXT("image_added", outcome(&decision.event));
    EXPECT_I64(16, sku.row.images.count);
    CU_ASSERT_TRUE(said(&sku, (struct said){"not", "evil", 'd', 3, NULL}, &decision));
    EXPECT_TEXT("other_supplier", outcome(&decision.event));
    CU_ASSERT_TRUE(said(&sku, (struct said){"gone", "acme", 'd', 3, NULL}, &decision));
    EXPECT_TEXT("image_removed", outcome(&decision.event));
    EXPECT_TEXT("stock.image_removed", fy_slice_of(decision.step));
    CU_ASSERT_TRUE(said(&sku, (struct said){"gone2", "acme", 'd', 3, NULL}, &decision));
    EXPECT_TEXT("unknown_image", outcome(&decision.event));
    EXPECT_I64(15, sku.row.images.count);
    EXPECT_TEXT("c", sku.row.images.items[2].hash);
    EXPECT_TEXT("e", sku.row.images.items[3].hash);
    EXPECT_TEXT("p", sku.row.images.items[14].hash);
}

static const CU_TestInfo tests[] = {
    TEST(each_fact_gives_one_event),
    TEST(an_event_names_its_cause),
    TEST(words_change_with_a_listing_only),
    TEST(a_withdrawn_product_is_counted_and_not_sold),
    TEST(low_stock_is_told_when_it_gets_low),
    TEST(a_change_of_stock_is_told_in_full),
    TEST(the_last_64_facts_are_known_again),
    TEST(a_refused_fact_stays_refused),
    TEST(evolve_takes_whatever_was_ever_written),
    TEST(pictures_are_shown_in_order),
};

TEST_MAIN(stock, tests)
