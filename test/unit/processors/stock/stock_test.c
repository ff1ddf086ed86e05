#include "processors/stock/stock.h"
#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"

#include <inttypes.h>

/* One fact in one line. */
struct said {
    const char *event_id;
    const char *supplier;
    char kind;            /* l)isted p)rice set c)ounted */
    int64_t amount;       /* Minor units, or items. */
    const char *currency; /* l and p. */
};

struct fact {
    struct product_listed listed;
    struct price_set price;
    struct stock_counted counted;
    struct supply supply;
};

static void fact_make(struct fact *fact, struct said said)
{
    struct money money = {.minor = said.amount};

    if (said.currency != NULL)
        money.currency = fy_slice_of(said.currency);
    *fact = (struct fact){
        .listed = {.title = fy_slice_of("Mug"), .brand = fy_slice_of("Acme"), .price = money},
        .price = {.price = money},
        .counted = {.units = said.amount},
        .supply =
            {
                .envelope =
                    {
                        .event_id = fy_slice_of(said.event_id),
                        .cause_id = fy_slice_of("before"),
                        .root = fy_slice_of("root"),
                        .actor = fy_slice_of("supplier:acme"),
                        .event_ms = 77,
                    },
                .sku = fy_slice_of("mug"),
                .supplier = fy_slice_of(said.supplier),
            },
    };
    fact->supply.product_listed = said.kind == 'l' ? &fact->listed : NULL;
    fact->supply.price_set = said.kind == 'p' ? &fact->price : NULL;
    fact->supply.stock_counted = said.kind == 'c' ? &fact->counted : NULL;
}

/* A SKU as the rules see it: the row, and the room its ids are in. */
struct sku {
    struct sku_row row;
    struct stock_room room;
};

static bool said(struct sku *sku, struct said what, struct stock_decision *ret_decision)
{
    struct fact fact;

    fact_make(&fact, what);
    if (!stock_decide(&sku->row, &fact.supply, ret_decision))
        return false;
    stock_evolve(&sku->row, &ret_decision->event, &sku->room);
    return true;
}

/* "product_changed", "stock_set", or the reason of a refusal. */
static struct fy_slice outcome(const struct stock_event *event)
{
    CU_ASSERT_EQUAL(1, (event->product_changed != NULL) + (event->stock_set != NULL) +
                           (event->supply_refused != NULL));
    if (event->supply_refused != NULL)
        return event->supply_refused->reason;
    return fy_slice_of(event->stock_set != NULL ? "stock_set" : "product_changed");
}

/* Each row: what was said of "mug" before, what is said now, and what comes of it. */
static const struct {
    struct said before[3];
    struct said now;
    const char *outcome;
    const char *step;
    int64_t price, units; /* Of the row, after. */
} facts[] = {
    /* The first to list a SKU owns it. */
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
    /* Somebody else cannot take it over, in whatever currency. */
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 'l', 1, "EUR"},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500},
    {.before = {{"1", "acme", 'l', 500, "EUR"}},
        .now = {"2", "evil", 'l', 1, "USD"},
        .outcome = "other_supplier",
        .step = "stock.supply_refused",
        .price = 500},
    /* Nor price it. */
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
    /* Nobody listed it. */
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
        EXPECT_I64(facts[i].units, stock_available_units(&sku.row));
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
    CU_ASSERT_TRUE_FATAL(stock_decide(&sku.row, &fact.supply, &decision));
    stock_evolve(&sku.row, &decision.event, &sku.room);
    EXPECT_TEXT("Big mug", sku.row.title);
    EXPECT_TEXT("Holds a pint.", sku.row.description);
    EXPECT_TEXT(NULL, sku.row.brand);
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
    const struct {
        struct stock_event event;
        int64_t on_hand, available;
    } cases[] = {
        {{.sku = {(const uint8_t *)"mug", 3}}, 3, 3},                /* Of a kind we do not know. */
        {{.stock_set = &below}, -4, 0},                              /* Below nothing. */
        {{.stock_set = &above}, INT64_MAX, INT64_MAX},               /* All there is. */
        {{.product_changed = &changed}, 3, 3},                       /* By nobody, for no money. */
        {{.product_changed = &changed, .stock_set = &below}, -4, 0}, /* Two at once. */
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct sku sku = {.row = {.on_hand_units = 3, .recent_ids = {ids, 100}}};
        struct stock_event event = cases[i].event;

        for (size_t at = 0; at < 100; at++)
            ids[at] = fy_slice_of("old");
        stock_evolve(&sku.row, &event, &sku.room);
        EXPECT_I64(cases[i].on_hand, sku.row.on_hand_units);
        EXPECT_I64(cases[i].available, stock_available_units(&sku.row));
        EXPECT_I64(100, sku.row.recent_ids.count); /* Without a cause there is no id to remember. */

        event.envelope.cause_id = fy_slice_of("new");
        stock_evolve(&sku.row, &event, &sku.room);
        EXPECT_I64(64, sku.row.recent_ids.count);
        EXPECT_TEXT("new", sku.row.recent_ids.items[63]);
    }
}

enum { FACTS = 400 };

/* What a shop would expect of one SKU, kept without rows or events. */
struct ledger {
    const char *owner;
    const char *currency;
    int64_t price;
    int64_t units;
};

static void ledger_write(struct ledger *ledger, const struct said *what)
{
    bool priced = what->kind != 'c';

    if (ledger->owner == NULL && what->kind != 'l')
        return;
    if (ledger->owner != NULL && strcmp(ledger->owner, what->supplier) != 0)
        return;
    if (ledger->owner != NULL && priced && strcmp(ledger->currency, what->currency) != 0)
        return;
    ledger->owner = what->supplier;
    if (priced) {
        ledger->currency = what->currency;
        ledger->price = what->amount;
    } else {
        ledger->units = what->amount;
    }
}

static struct said said_at_random(struct random *random, const char *event_id)
{
    static const char *const suppliers[] = {"acme", "acme", "acme", "evil"};
    static const char *const currencies[] = {"EUR", "EUR", "EUR", "USD"};
    static const char kinds[] = "lpcccc";
    struct said what = {
        .event_id = event_id,
        .supplier = suppliers[random_below(random, 4)],
        .kind = kinds[random_below(random, 6)],
        .amount = (int64_t)random_below(random, 1000),
    };

    what.currency = what.kind == 'c' ? NULL : currencies[random_below(random, 4)];
    return what;
}

static void expect_same_row(const struct sku_row *want, const struct sku_row *got)
{
    EXPECT_I64(want->on_hand_units, got->on_hand_units);
    EXPECT_I64(want->price.minor, got->price.minor);
    CU_ASSERT_TRUE(fy_slice_equal(want->price.currency, got->price.currency));
    CU_ASSERT_TRUE(fy_slice_equal(want->supplier, got->supplier));
    CU_ASSERT_TRUE(fy_slice_equal(want->title, got->title));
    CU_ASSERT_TRUE(fy_slice_equal(want->brand, got->brand));
    EXPECT_I64(want->recent_ids.count, got->recent_ids.count);
    for (size_t i = 0; i < want->recent_ids.count && i < got->recent_ids.count; i++)
        CU_ASSERT_TRUE(fy_slice_equal(want->recent_ids.items[i], got->recent_ids.items[i]));
}

/*
 * Suppliers who are never sure: facts at random, each followed by repeats of the last 64 in any
 * order. The row is what a ledger says that hears each fact once; and the events alone, folded from
 * nothing, give the same row, which is what a rebuild relies on.
 */
static void events_alone_give_the_row_that_facts_gave(void)
{
    static struct stock_decision events[FACTS];
    static char ids[FACTS][8];

    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct random random = {seed};
        struct said sent[FACTS];
        struct ledger ledger = {0};
        struct sku live = {0};
        struct sku rebuilt = {0};

        for (int i = 0; i < FACTS; i++) {
            struct stock_decision again;

            (void)snprintf(ids[i], sizeof(ids[i]), "%d", i);
            sent[i] = said_at_random(&random, ids[i]);
            CU_ASSERT_TRUE_FATAL(said(&live, sent[i], &events[i]));
            ledger_write(&ledger, &sent[i]);

            for (uint64_t more = random_below(&random, 3); more > 0; more--) {
                int back = (int)random_below(&random, i < 63 ? (uint64_t)i + 1 : 64);

                CU_ASSERT_FALSE(said(&live, sent[i - back], &again));
            }
            EXPECT_I64(ledger.units, live.row.on_hand_units);
            EXPECT_I64(ledger.price, live.row.price.minor);
            EXPECT_I64(ledger.owner != NULL, stock_is_listed(&live.row));
        }

        for (int i = 0; i < FACTS; i++)
            stock_evolve(&rebuilt.row, &events[i].event, &rebuilt.room);
        expect_same_row(&live.row, &rebuilt.row);
    }
}

static const CU_TestInfo tests[] = {
    TEST(each_fact_gives_one_event),
    TEST(an_event_names_its_cause),
    TEST(words_change_with_a_listing_only),
    TEST(the_last_64_facts_are_known_again),
    TEST(a_refused_fact_stays_refused),
    TEST(evolve_takes_whatever_was_ever_written),
    TEST(events_alone_give_the_row_that_facts_gave),
};

TEST_MAIN(stock, tests)
