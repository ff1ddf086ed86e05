/* Orders ask, stock answers: each request, once for each time that it comes. */
#include "processors/stock/holds.h"
#include "schemas/generated/dead_letter.h"
#include "schemas/generated/product.h"
#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_level.h"
#include "schemas/generated/stock_row.h"
#include "test/run.h"
#include "test/stream/stock_asked.h"

static void expect_reply(struct driver *driver,
    const char *hold,
    enum stock_asked asked,
    enum hold_state state,
    const char *not_done)
{
    struct stock_reply reply;

    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_REPLIES, &reply));
    EXPECT_TEXT(hold, reply.hold);
    CU_ASSERT_TRUE(fy_slice_equal(driver_key(driver), reply.order));
    EXPECT_I64(asked, reply.asked);
    EXPECT_I64(state, reply.standing.state);
    EXPECT_TEXT(not_done, reply.not_done);
}

static struct stock_level newest_level(struct driver *driver)
{
    struct stock_level level = {0};

    while (driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level))
        continue;
    return level;
}

static void skip(struct driver *driver, enum fy_topic topic)
{
    struct fy_record record;

    while (driver_read_record(driver, topic, &record))
        continue;
}

static struct driver *shop_with(int64_t units)
{
    struct driver *driver = driver_new(&stock_processor);

    (void)say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    (void)say(driver, (struct said){"2", "mug", "acme", 'c', units});
    driver_run(driver);
    skip(driver, FY_TOPIC_STOCK);
    skip(driver, FY_TOPIC_PRODUCTS);
    (void)newest_level(driver);
    return driver;
}

/* From the cart to the customer and half the way back; the disk is lost in between. */
static void a_hold_is_sold_shipped_and_returned(void)
{
    static const struct {
        struct asked asked;
        enum stock_asked as;
        enum hold_state state;
        int64_t on_hand, available;
    } steps[] = {
        {{"mug", "o1", "o1/1", 'h', 3, 0, 0}, STOCK_ASKED_HOLD, HOLD_STATE_HELD, 5, 2},
        {{"mug", "o1", "o1/1", 'c', 3, 0, 0}, STOCK_ASKED_COMMIT, HOLD_STATE_COMMITTED, 5, 2},
        {{"mug", "o1", "o1/1", 's', 1, 0, 0}, STOCK_ASKED_SHIP, HOLD_STATE_COMMITTED, 4, 2},
        {{"mug", "o1", "o1/1", 's', 3, 0, 0}, STOCK_ASKED_SHIP, HOLD_STATE_SHIPPED, 2, 2},
        {{"mug", "o1", "o1/1", 'b', 2, 1, 0}, STOCK_ASKED_RETURN, HOLD_STATE_SHIPPED, 3, 3},
    };
    struct driver *driver = shop_with(5);
    struct orders orders = {0};

    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        struct fy_place place = ask(driver, &orders, steps[i].asked);
        struct stock_level level;

        driver_run(driver);
        expect_reply(driver, "o1/1", steps[i].as, steps[i].state, NULL);
        level = newest_level(driver);
        EXPECT_I64(steps[i].on_hand, level.on_hand_units);
        EXPECT_I64(steps[i].available, level.available_units);
        CU_ASSERT_EQUAL_FATAL(2, level.as_of.count); /* What was read of requests and supply. */
        EXPECT_TEXT("stock-requests", level.as_of.items[0].topic);
        EXPECT_I64(place.offset, level.as_of.items[0].offset);
        EXPECT_TEXT("supply", level.as_of.items[1].topic);
        EXPECT_I64(1, level.as_of.items[1].offset);
        driver_lose_store(driver);
    }
    driver_expect_nothing(driver, FY_TOPIC_STOCK_REPLIES);
    driver_expect_nothing(driver, FY_TOPIC_PRODUCTS); /* Nothing that customers read has changed. */
    driver_free(driver);
}

/* Whoever asks twice hears the same twice, and nothing is held twice; a crash changes nothing. */
static void a_repeat_is_answered_and_does_nothing(void)
{
    struct driver *driver = shop_with(5);
    struct orders orders = {0};
    struct stock_event event;

    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'h', 3, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o2", "o2/1", 'h', 3, 0, 0});
    driver_run(driver);
    driver_crash(driver);
    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'h', 3, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o2", "o2/1", 'h', 3, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o2", "o1/1", 'c', 3, 0, 0});
    driver_run(driver);
    for (int i = 0; i < 2; i++) {
        struct stock_reply refused;

        expect_reply(driver, "o1/1", STOCK_ASKED_HOLD, HOLD_STATE_HELD, NULL);
        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_REPLIES, &refused));
        EXPECT_I64(HOLD_STATE_REFUSED, refused.standing.state);
        EXPECT_TEXT("sold_out", refused.standing.reason);
        EXPECT_I64(2, refused.standing.left_units);
    }
    expect_reply(driver, "o1/1", STOCK_ASKED_COMMIT, HOLD_STATE_UNKNOWN, "other_hold");
    CU_ASSERT_TRUE(driver_read(driver, FY_TOPIC_STOCK, &event) && event.hold_granted != NULL);
    CU_ASSERT_TRUE(driver_read(driver, FY_TOPIC_STOCK, &event) && event.hold_refused != NULL);
    driver_expect_nothing(driver, FY_TOPIC_STOCK);
    EXPECT_I64(2, newest_level(driver).available_units);
    driver_free(driver);
}

/* The next event that says a price that customers see from it on. */
static void expect_seen(struct driver *driver, int64_t n, int64_t minor)
{
    struct stock_event event;
    bool found = false;

    while (!found && driver_read(driver, FY_TOPIC_STOCK, &event))
        found = event.has_seen_price_minor;
    CU_ASSERT_TRUE_FATAL(found);
    EXPECT_I64(minor, event.seen_price_minor);
    CU_ASSERT_TRUE(event.has_seen_price_n);
    EXPECT_I64(n, event.seen_price_n);
    EXPECT_TEXT("EUR", event.seen_currency);
}

static void expect_no_more_seen(struct driver *driver)
{
    struct stock_event event;

    while (driver_read(driver, FY_TOPIC_STOCK, &event))
        CU_ASSERT_FALSE(event.has_seen_price_minor);
}

/* Each is told with the event that brought it about, once, and numbered. */
static void what_customers_see_as_the_price_is_told_once(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct orders orders = {0};

    (void)say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    (void)say(driver, (struct said){"2", "mug", "acme", 'c', 5});
    driver_run(driver);
    expect_seen(driver, 1, 500);
    expect_no_more_seen(driver);
    (void)say(driver, (struct said){"3", "mug", "zenith", 'l', 400}); /* It has none yet. */
    driver_run(driver);
    expect_no_more_seen(driver);
    (void)say(driver, (struct said){"4", "mug", "zenith", 'c', 2});
    driver_run(driver);
    expect_seen(driver, 2, 400);
    (void)say(driver, (struct said){"5", "mug", "acme", 'p', 450}); /* Not the cheapest. */
    driver_run(driver);
    expect_no_more_seen(driver);
    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'h', 2, 0, 0});
    driver_run(driver);
    expect_seen(driver, 3, 450);
    driver_lose_store(driver); /* Which one was told is a row's to know. */
    (void)say(driver, (struct said){"6", "mug", "acme", 'c', 4});
    driver_run(driver);
    expect_no_more_seen(driver);
    (void)say(
        driver, (struct said){"7", "mug", "acme", 'w', 0}); /* Who has none offers it still. */
    driver_run(driver);
    expect_seen(driver, 4, 400);
    (void)say(driver, (struct said){"8", "mug", "zenith", 'w', 0}); /* Nobody sees a price then. */
    driver_run(driver);
    expect_no_more_seen(driver);
    driver_free(driver);
}

/* The cheapest that has enough; when it has none left, customers see the next price. */
static void the_cheapest_sells_first(void)
{
    struct driver *driver = shop_with(5);
    struct orders orders = {0};
    struct stock_reply reply;
    struct stock_level level;
    struct product product;

    (void)say(driver, (struct said){"3", "mug", "zenith", 'l', 400});
    (void)say(driver, (struct said){"4", "mug", "zenith", 'c', 2});
    driver_run(driver);
    while (driver_read(driver, FY_TOPIC_PRODUCTS, &product))
        continue;
    EXPECT_I64(400, product.price.minor);
    EXPECT_TEXT("acme", product.supplier); /* Its words. */
    CU_ASSERT_EQUAL_FATAL(2, product.suppliers.count);
    EXPECT_TEXT("zenith", product.suppliers.items[1]);

    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'h', 2, 0, 0});
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_REPLIES, &reply));
    EXPECT_TEXT("zenith", reply.standing.supplier);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reply.standing.price);
    EXPECT_I64(400, reply.standing.price->minor);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_PRODUCTS, &product));
    EXPECT_I64(500, product.price.minor);
    level = newest_level(driver);
    EXPECT_I64(7, level.on_hand_units);
    EXPECT_I64(5, level.available_units);
    CU_ASSERT_EQUAL_FATAL(2, level.offers.count);
    EXPECT_I64(2, level.offers.items[1].held_units);
    EXPECT_I64(0, level.offers.items[1].available_units);
    CU_ASSERT_PTR_NOT_NULL_FATAL(level.best_price);
    EXPECT_I64(500, level.best_price->minor);

    (void)ask(driver, &orders, (struct asked){"mug", "o2", "o2/1", 'h', 6, 0, 0});
    driver_run(driver);
    expect_reply(driver, "o2/1", STOCK_ASKED_HOLD, HOLD_STATE_REFUSED, NULL); /* No split. */
    driver_free(driver);
}

/* Fewer are there than were promised: the newest hold goes first, then what is sold is told. */
static void a_count_below_what_is_promised_is_short(void)
{
    struct driver *driver = shop_with(10);
    struct orders orders = {0};
    int64_t now_ms = driver_now_ms(driver);
    struct stock_event event;
    struct stock_reply reply;

    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'h', 3, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o2", "o2/1", 'h', 2, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o3", "o3/1", 'h', 2, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o4", "o4/1", 'h', 1, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'c', 3, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o3", "o3/1", 'r', 2, 0, 0});
    driver_run(driver);
    skip(driver, FY_TOPIC_STOCK);
    skip(driver, FY_TOPIC_STOCK_REPLIES);

    driver_lose_store(driver);
    (void)say_at(
        driver, (struct said){"5", "mug", "acme", 'c', 5}, now_ms); /* 6 are promised: o4 goes. */
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &event));
    CU_ASSERT_PTR_NOT_NULL(event.stock_set);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &event));
    CU_ASSERT_PTR_NOT_NULL_FATAL(event.stock_short);
    EXPECT_I64(3, event.stock_short->held_units);
    EXPECT_I64(3, event.stock_short->committed_units);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &event));
    CU_ASSERT_PTR_NOT_NULL_FATAL(event.hold_released);
    EXPECT_TEXT("o4/1", event.hold_released->hold);
    EXPECT_TEXT("lost", event.hold_released->reason);
    driver_expect_nothing(driver, FY_TOPIC_STOCK);
    expect_reply(driver, "o4/1", STOCK_ASKED_NOTHING, HOLD_STATE_RELEASED, NULL);
    EXPECT_I64(0, newest_level(driver).available_units);

    (void)say_at(
        driver, (struct said){"6", "mug", "acme", 'c', 1}, now_ms); /* o2 too, and o1 lacks 2. */
    (void)say_at(driver, (struct said){"7", "mug", "acme", 'c', 1}, now_ms); /* Known already. */
    (void)ask(driver, &orders, (struct asked){"mug", "o2", "o2/1", 'c', 2, 0, 0});
    driver_run(driver);
    expect_reply(driver, "o2/1", STOCK_ASKED_NOTHING, HOLD_STATE_RELEASED, NULL);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_REPLIES, &reply));
    EXPECT_TEXT("o1/1", reply.hold);
    EXPECT_I64(HOLD_STATE_COMMITTED, reply.standing.state);
    EXPECT_I64(2, reply.standing.short_units);
    expect_reply(driver, "o2/1", STOCK_ASKED_COMMIT, HOLD_STATE_RELEASED, "ended");
    driver_expect_nothing(driver, FY_TOPIC_STOCK_REPLIES);
    driver_free(driver);
}

/* A hold of a day is told once and stays; what ended is forgotten after eight days. */
static void time_tells_and_forgets(void)
{
    struct driver *driver = shop_with(5);
    struct orders orders = {0};
    int64_t now_ms = driver_now_ms(driver);
    struct stock_event event;
    struct stock_row row;

    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'h', 3, 0, now_ms});
    (void)ask(driver, &orders, (struct asked){"mug", "o2", "o2/1", 'h', 9, 0, now_ms});
    driver_run(driver);
    skip(driver, FY_TOPIC_STOCK);
    driver_pass(driver, HOLD_AGED_MS + 1000);
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &event));
    CU_ASSERT_PTR_NOT_NULL_FATAL(event.hold_aged);
    EXPECT_TEXT("o1/1", event.hold_aged->hold);
    driver_expect_nothing(driver, FY_TOPIC_STOCK);

    driver_pass(driver, HOLD_ENDED_MS);
    driver_lose_store(driver);
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &event));
    CU_ASSERT_PTR_NOT_NULL_FATAL(event.hold_forgotten);
    EXPECT_TEXT("o2/1", event.hold_forgotten->hold);
    driver_expect_nothing(driver, FY_TOPIC_STOCK);
    CU_ASSERT_FALSE(driver_row(driver, "hold/o2/1", &row));
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "hold/o1/1", &row));
    CU_ASSERT_TRUE(row.hold->aged);
    driver_free(driver);
}

/* A release that comes before its hold, and the hold behind it: nothing is promised. */
static void a_release_ahead_of_its_hold_wins(void)
{
    struct driver *driver = shop_with(5);
    struct orders orders = {0};

    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'e', 1, 0, 0});
    (void)ask(driver, &orders, (struct asked){"mug", "o1", "o1/1", 'h', 3, 0, 0});
    driver_run(driver);
    expect_reply(driver, "o1/1", STOCK_ASKED_RELEASE, HOLD_STATE_RELEASED, NULL);
    expect_reply(driver, "o1/1", STOCK_ASKED_HOLD, HOLD_STATE_RELEASED, NULL);
    (void)say(driver, (struct said){"9", "mug", "acme", 'p', 500});
    driver_run(driver);
    EXPECT_I64(5, newest_level(driver).available_units);
    driver_free(driver);
}

/* What cannot be a request is parked; its key waits. */
static void what_is_no_request_goes_to_the_dead_letters(void)
{
    static const struct {
        struct asked asked;
        const char *reason;
    } cases[] = {
        {{"mug", "o1", "o1/1", 'h', 0, 0, 0}, "below 1"},
        {{"mug", "o1", "o1/1", 's', -1, 0, 0}, "below 1"},
        {{"mug", "o1", "o1/1", 'b', 1, -1, 0}, "below 0"},
        {{"mug", "", "o1/1", 'h', 1, 0, 0}, "order 0"},
        {{"mug", "o1", "", 'h', 1, 0, 0}, "hold 0"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct driver *driver = shop_with(5);
        struct orders orders = {0};
        struct dead_letter letter;

        (void)ask(driver, &orders, cases[i].asked);
        driver_run(driver);
        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter));
        EXPECT_CONTAINS(cases[i].reason, letter.reason);
        driver_expect_nothing(driver, FY_TOPIC_STOCK_REPLIES);
        driver_free(driver);
    }
}

/* Turns of many requests: their rows come together, two of a SKU find what the first has left. */
static void many_at_once_are_one_after_the_other(void)
{
    enum { TURNS = 3, EACH = 30 };
    struct driver *driver = shop_with(TURNS * EACH / 2);
    struct orders orders = {0};
    char hold[TURNS * EACH][16];

    for (int turn = 0; turn < TURNS; turn++) {
        for (int i = turn * EACH; i < (turn + 1) * EACH; i++) {
            (void)snprintf(hold[i], sizeof(hold[i]), "o%d/1", i);
            (void)ask(driver, &orders, (struct asked){"mug", "o", hold[i], 'h', 1, 0, 0});
        }
        driver_run(driver);
        for (int i = turn * EACH; i < (turn + 1) * EACH; i++)
            expect_reply(driver, hold[i], STOCK_ASKED_HOLD,
                i < TURNS * EACH / 2 ? HOLD_STATE_HELD : HOLD_STATE_REFUSED, NULL);
    }
    EXPECT_I64(0, newest_level(driver).available_units);
    driver_free(driver);
}

static const CU_TestInfo tests[] = {
    TEST(a_hold_is_sold_shipped_and_returned),
    TEST(a_repeat_is_answered_and_does_nothing),
    TEST(many_at_once_are_one_after_the_other),
    TEST(what_customers_see_as_the_price_is_told_once),
    TEST(the_cheapest_sells_first),
    TEST(a_count_below_what_is_promised_is_short),
    TEST(time_tells_and_forgets),
    TEST(a_release_ahead_of_its_hold_wins),
    TEST(what_is_no_request_goes_to_the_dead_letters),
};

TEST_MAIN(stock_holds, tests)
