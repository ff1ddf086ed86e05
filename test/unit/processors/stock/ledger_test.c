/* Facts at random against a ledger that knows neither rows nor events. */
#include "test/random.h"
#include "test/run.h"
#include "test/unit/processors/stock/said.h"

enum { FACTS = 400 };

/* What a shop would expect of one SKU, kept without rows or events. */
struct ledger {
    bool listed;          /* By acme. */
    const char *currency; /* Of whoever listed it first; NULL: nobody. */
    int64_t price;
    int64_t units;
    bool on_offer;
    char pictures[32]; /* A letter each, in order. */
};

static void ledger_picture(struct ledger *ledger, const struct said *what)
{
    char name = (char)picture_name(what->amount).data[0];
    char *at = strchr(ledger->pictures, name);
    size_t count = strlen(ledger->pictures);

    if (what->kind == 'i' && at == NULL && count < 16)
        ledger->pictures[count] = name;
    if (what->kind == 'd' && at != NULL)
        memmove(at, at + 1, strlen(at));
}

static void ledger_write(struct ledger *ledger, const struct said *what)
{
    bool priced = what->kind == 'l' || what->kind == 'p';

    if (priced && ledger->currency != NULL && strcmp(ledger->currency, what->currency) != 0)
        return;
    if (what->kind == 'l' && ledger->currency == NULL)
        ledger->currency = what->currency;
    if (strcmp("acme", what->supplier) != 0 || (!ledger->listed && what->kind != 'l'))
        return;
    if (what->kind == 'p' && !ledger->on_offer)
        return;
    ledger->listed = true;
    if (priced) {
        ledger->price = what->amount;
        ledger->on_offer = true;
    }
    if (what->kind == 'w')
        ledger->on_offer = false;
    if (what->kind == 'c')
        ledger->units = what->amount;
    if (what->kind == 'r' || (what->kind == 'a' && ledger->units + what->amount >= 0))
        ledger->units += what->amount;
    ledger_picture(ledger, what);
}

static struct said said_at_random(struct random *random, const char *event_id)
{
    static const char *const suppliers[] = {"acme", "acme", "acme", "evil"};
    static const char *const currencies[] = {"EUR", "EUR", "EUR", "USD"};
    static const char kinds[] = "lpccrratwiiiiiid";
    struct said what = {
        .event_id = event_id,
        .supplier = suppliers[random_below(random, 4)],
        .kind = kinds[random_below(random, 16)],
        .amount = (int64_t)random_below(random, 1000),
    };

    if (what.kind == 'l' || what.kind == 'p')
        what.currency = currencies[random_below(random, 4)];
    if (what.kind == 'a')
        what.amount -= 500;
    if (what.kind == 'i' || what.kind == 'd')
        what.amount %= 20;
    return what;
}

static void expect_pictures(const char *letters, const struct sku_row *row)
{
    EXPECT_I64(strlen(letters), row->images.count);
    for (size_t i = 0; i < row->images.count && letters[i] != '\0'; i++)
        EXPECT_I64(letters[i], row->images.items[i].hash.data[0]);
}

static void expect_same_row(const struct sku_row *want, const struct sku_row *got)
{
    EXPECT_I64(want->on_hand_units, got->on_hand_units);
    EXPECT_I64(want->has_withdrawn_ms, got->has_withdrawn_ms);
    EXPECT_I64(want->withdrawn_ms, got->withdrawn_ms);
    EXPECT_I64(want->has_threshold_units, got->has_threshold_units);
    EXPECT_I64(want->threshold_units, got->threshold_units);
    EXPECT_I64(want->price.minor, got->price.minor);
    CU_ASSERT_TRUE(fy_slice_equal(want->price.currency, got->price.currency));
    CU_ASSERT_TRUE(fy_slice_equal(want->supplier, got->supplier));
    CU_ASSERT_TRUE(fy_slice_equal(want->title, got->title));
    CU_ASSERT_TRUE(fy_slice_equal(want->brand, got->brand));
    CU_ASSERT_TRUE(fy_slice_equal(want->category, got->category));
    EXPECT_I64(want->recent_ids.count, got->recent_ids.count);
    for (size_t i = 0; i < want->recent_ids.count && i < got->recent_ids.count; i++)
        CU_ASSERT_TRUE(fy_slice_equal(want->recent_ids.items[i], got->recent_ids.items[i]));
}

static void expect_same_shelf(const struct shelf *want, const struct shelf *got)
{
    EXPECT_I64(want->count, got->count);
    for (size_t i = 0; i < want->count && i < got->count; i++) {
        const struct shelf_offer *one = &want->offers[i], *two = &got->offers[i];

        CU_ASSERT_TRUE(fy_slice_equal(one->supplier, two->supplier));
        EXPECT_I64(one->price.minor, two->price.minor);
        EXPECT_I64(one->on_hand_units, two->on_hand_units);
        EXPECT_I64(one->low, two->low);
        EXPECT_I64(one->has_withdrawn_ms, two->has_withdrawn_ms);
    }
}

/*
 * Suppliers who are never sure: facts at random, each followed by repeats of the last 64 in any
 * order. The row is what a ledger says that hears each fact once; and the events alone, folded from
 * nothing, give the same row, which is what a rebuild relies on.
 */
static void events_alone_give_the_row_that_facts_gave(void)
{
    static struct stock_decision events[FACTS];
    static struct sku lows[FACTS];
    static char ids[FACTS][8];
    int low_count = 0, clear_count = 0;

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
            lows[i] = live;
            low_count += live.gets_low;
            clear_count += live.gets_clear;
            ledger_write(&ledger, &sent[i]);

            for (uint64_t more = random_below(&random, 3); more > 0; more--) {
                int back = (int)random_below(&random, i < 63 ? (uint64_t)i + 1 : 64);

                CU_ASSERT_FALSE(said(&live, sent[i - back], &again));
            }
            EXPECT_I64(ledger.units, live.row.on_hand_units);
            EXPECT_I64(ledger.price, live.row.price.minor);
            EXPECT_I64(ledger.listed, stock_is_listed(&live.row));
            expect_pictures(ledger.pictures, &live.row);
            EXPECT_I64(ledger.on_offer ? ledger.units : 0, available(&live));
        }

        for (int i = 0; i < FACTS; i++) {
            sku_evolve(&rebuilt, &events[i].event);
            if (lows[i].gets_low || lows[i].gets_clear)
                sku_evolve(&rebuilt, &lows[i].low.event);
        }
        expect_same_row(&live.row, &rebuilt.row);
        expect_same_row(&live.other, &rebuilt.other);
        expect_same_shelf(&live.shelf, &rebuilt.shelf);
        expect_pictures(ledger.pictures, &rebuilt.row);
    }
    CU_ASSERT_TRUE(low_count > 200);
    CU_ASSERT_TRUE(clear_count > 200);
}

static const CU_TestInfo tests[] = {
    TEST(events_alone_give_the_row_that_facts_gave),
};

TEST_MAIN(stock_ledger, tests)
