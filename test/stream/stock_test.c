#include "schemas/generated/dead_letter.h"
#include "schemas/generated/product.h"
#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_level.h"
#include "test/run.h"
#include "test/stream/stock_said.h"

static const char *kind_of(const struct stock_event *event)
{
    if (event->product_changed != NULL)
        return "product_changed";
    if (event->stock_set != NULL)
        return "stock_set";
    if (event->product_withdrawn != NULL)
        return "product_withdrawn";
    if (event->stock_received != NULL)
        return "stock_received";
    if (event->stock_adjusted != NULL)
        return "stock_adjusted";
    if (event->low_stock_cleared != NULL)
        return "low_stock_cleared";
    return event->threshold_set != NULL ? "threshold_set" : "low_stock_reached";
}

/* The next event must be of `sku` and say `outcome`: a kind of event, or the reason of a refusal.
 */
static void expect_event(struct driver *driver, const char *sku, const char *outcome)
{
    struct stock_event event;

    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &event));
    EXPECT_TEXT(sku, driver_key(driver));
    EXPECT_TEXT(sku, event.sku);
    if (event.supply_refused != NULL)
        EXPECT_TEXT(outcome, event.supply_refused->reason);
    else
        EXPECT_TEXT(outcome, fy_slice_of(kind_of(&event)));
}

/* The next state of `sku` on both topics, which must include `place` and no more. */
static void expect_state(struct driver *driver,
    const char *sku,
    int64_t price_minor,
    int64_t units,
    struct fy_place place)
{
    struct product product;
    struct stock_level level;

    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_PRODUCTS, &product));
    EXPECT_TEXT(sku, driver_key(driver));
    EXPECT_TEXT(sku, product.sku);
    EXPECT_I64(price_minor, product.price.minor);
    CU_ASSERT_EQUAL_FATAL(1, product.as_of.count);
    EXPECT_TEXT("supply", product.as_of.items[0].topic);
    EXPECT_I64(place.partition, product.as_of.items[0].partition);
    EXPECT_I64(place.offset, product.as_of.items[0].offset);

    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level));
    EXPECT_TEXT(sku, driver_key(driver));
    EXPECT_TEXT(sku, level.sku);
    EXPECT_I64(units, level.on_hand_units);
    EXPECT_I64(units, level.available_units);
    CU_ASSERT_EQUAL_FATAL(1, level.as_of.count);
    EXPECT_I64(place.partition, level.as_of.items[0].partition);
    EXPECT_I64(place.offset, level.as_of.items[0].offset);
}

static void expect_nothing(struct driver *driver)
{
    driver_expect_nothing(driver, FY_TOPIC_STOCK);
    driver_expect_nothing(driver, FY_TOPIC_PRODUCTS);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_LEVELS);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_DEAD_LETTERS);
}

/* A supplier lists a mug, counts it, and thinks again of its price. */
static void a_product_is_listed_counted_and_priced(void)
{
    struct driver *driver = driver_new(&stock_processor);
    int64_t sent_ms = driver_now_ms(driver);
    struct fy_place places[3];
    struct product product;
    struct stock_level level;

    places[0] = say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_PRODUCTS, &product));
    EXPECT_TEXT("Mug", product.title);
    EXPECT_TEXT("acme", product.supplier);
    EXPECT_TEXT("EUR", product.price.currency);
    EXPECT_TEXT(NULL, product.brand);
    EXPECT_TEXT("home/mugs", product.category);
    EXPECT_I64(500, product.price.minor);
    EXPECT_I64(sent_ms, product.updated_ms);
    EXPECT_I64(places[0].offset, product.as_of.items[0].offset);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level));
    EXPECT_TEXT("acme", level.supplier);
    EXPECT_I64(0, level.available_units);
    EXPECT_I64(sent_ms, level.updated_ms);
    expect_event(driver, "mug", "product_changed");

    places[1] = say(driver, (struct said){"2", "mug", "acme", 'c', 7});
    places[2] = say(driver, (struct said){"3", "mug", "acme", 'p', 450});
    driver_run(driver);
    expect_event(driver, "mug", "stock_set");
    expect_state(driver, "mug", 500, 7, places[1]);
    expect_event(driver, "mug", "product_changed");
    expect_state(driver, "mug", 450, 7, places[2]);
    expect_nothing(driver);

    driver_free(driver);
}

/* The edge takes it no more; what was written is read as it was, and priced anew. */
static void a_price_of_nothing_of_old_is_read(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct fy_place places[2];

    places[0] = say(driver, (struct said){"1", "mug", "acme", 'l', 0});
    places[1] = say(driver, (struct said){"2", "mug", "acme", 'p', 450});
    driver_run(driver);
    expect_event(driver, "mug", "product_changed");
    expect_state(driver, "mug", 0, 0, places[0]);
    expect_event(driver, "mug", "product_changed");
    expect_state(driver, "mug", 450, 0, places[1]);
    expect_nothing(driver);

    driver_free(driver);
}

/* Whoever waits for the withdrawal sees it: the state stays, and says since when. */
static void a_withdrawn_product_keeps_its_state(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct fy_place place;
    struct product product;
    struct stock_level level;

    (void)say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    (void)say(driver, (struct said){"2", "mug", "acme", 'c', 7});
    driver_run(driver);
    while (driver_read(driver, FY_TOPIC_PRODUCTS, &product))
        CU_ASSERT_FALSE(product.has_withdrawn_ms);
    while (driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level))
        CU_ASSERT_FALSE(level.has_threshold_units);

    place = say(driver, (struct said){"3", "mug", "acme", 'w', 0});
    driver_lose_store(driver);
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_PRODUCTS, &product));
    CU_ASSERT_TRUE(product.has_withdrawn_ms);
    EXPECT_I64(77, product.withdrawn_ms);
    EXPECT_TEXT("Mug", product.title);
    EXPECT_I64(place.offset, product.as_of.items[0].offset);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level));
    EXPECT_I64(7, level.on_hand_units);
    EXPECT_I64(0, level.available_units);

    (void)say(driver, (struct said){"4", "mug", "acme", 'l', 600});
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_PRODUCTS, &product));
    CU_ASSERT_FALSE(product.has_withdrawn_ms);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level));
    EXPECT_I64(7, level.available_units);
    for (int i = 0; i < 4; i++) {
        static const char *const outcomes[] = {
            "product_changed", "stock_set", "product_withdrawn", "product_changed"};

        expect_event(driver, "mug", outcomes[i]);
    }
    expect_nothing(driver);
    driver_free(driver);
}

/* The event that brings stock to its level comes first, then that it is low; the disk may go. */
static void low_stock_is_told_behind_its_cause(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct stock_event sold, reached;
    struct stock_level level = {0};

    (void)say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    (void)say(driver, (struct said){"2", "mug", "acme", 'r', 7});
    (void)say(driver, (struct said){"3", "mug", "acme", 't', 5});
    driver_run(driver);
    expect_event(driver, "mug", "product_changed");
    expect_event(driver, "mug", "stock_received");
    expect_event(driver, "mug", "threshold_set");

    driver_lose_store(driver);
    (void)say(driver, (struct said){"4", "mug", "acme", 'a', -2});
    (void)say(driver, (struct said){"4", "mug", "acme", 'a', -2});
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &sold));
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &reached));
    CU_ASSERT_PTR_NOT_NULL_FATAL(sold.stock_adjusted);
    CU_ASSERT_PTR_NOT_NULL_FATAL(reached.low_stock_reached);
    EXPECT_I64(5, reached.low_stock_reached->available_units);
    EXPECT_I64(5, reached.low_stock_reached->threshold_units);
    EXPECT_TEXT("4", reached.envelope.cause_id);
    EXPECT_I64(36, reached.envelope.event_id.size);
    CU_ASSERT_FALSE(fy_slice_equal(sold.envelope.event_id, reached.envelope.event_id));
    EXPECT_I64(sold.envelope.seq + 1, reached.envelope.seq);
    driver_expect_nothing(driver, FY_TOPIC_STOCK);
    while (driver_read(driver, FY_TOPIC_STOCK_LEVELS, &level))
        continue;
    CU_ASSERT_TRUE(level.has_threshold_units);
    EXPECT_I64(5, level.threshold_units);
    EXPECT_I64(5, level.available_units);
    driver_free(driver);
}

/* Who sends the same again waits for its place: it must come, with no second event. */
static void a_repeat_moves_as_of_and_nothing_else(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct fy_place place = say(driver, (struct said){"1", "mug", "acme", 'l', 500});

    driver_run(driver);
    expect_event(driver, "mug", "product_changed");
    expect_state(driver, "mug", 500, 0, place);

    place =
        say(driver, (struct said){"1", "mug", "acme", 'l', 300}); /* Same id: the first counts. */
    driver_run(driver);
    expect_state(driver, "mug", 500, 0, place);
    expect_nothing(driver);

    driver_free(driver);
}

/* Who is refused waits as well, and reads why in `stock`. */
static void a_refusal_is_told_with_the_state_as_it_is(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct fy_place place;

    (void)say(driver, (struct said){"0", "mug", "acme", 'c', 4});
    driver_run(driver);
    expect_event(driver, "mug", "unknown_sku"); /* No product, so no state of it. */
    expect_nothing(driver);

    place = say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    driver_run(driver);
    expect_event(driver, "mug", "product_changed");
    expect_state(driver, "mug", 500, 0, place);

    place = say(driver, (struct said){"2", "mug", "evil", 'c', 9});
    driver_run(driver);
    expect_event(driver, "mug", "other_supplier");
    expect_state(driver, "mug", 500, 0, place);

    place = say(driver, (struct said){"0", "mug", "acme", 'c', 4}); /* Refused once, for good. */
    driver_run(driver);
    expect_state(driver, "mug", 500, 0, place);
    expect_nothing(driver);

    driver_free(driver);
}

/* The id of an event names its cause and its step; number and writer name its place in the stream.
 */
static void events_are_named_by_their_cause(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct driver *again = driver_new(&stock_processor);
    struct stock_event first;
    struct stock_event second;
    struct stock_event other;

    (void)say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    (void)say(driver, (struct said){"2", "mug", "acme", 'c', 5});
    (void)say(again, (struct said){"2", "mug", "acme", 'l', 500});
    driver_run(driver);
    driver_run(again);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &first));
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK, &second));
    CU_ASSERT_TRUE_FATAL(driver_read(again, FY_TOPIC_STOCK, &other));

    EXPECT_TEXT("1", first.envelope.cause_id);
    EXPECT_TEXT("2", second.envelope.cause_id);
    EXPECT_TEXT("supplier:acme", first.envelope.actor);
    EXPECT_TEXT("root", first.envelope.root);
    EXPECT_I64(77, first.envelope.event_ms);
    EXPECT_I64(36, first.envelope.event_id.size);
    EXPECT_I64('8', first.envelope.event_id.data[14]);
    CU_ASSERT_FALSE(fy_slice_equal(first.envelope.event_id, second.envelope.event_id));
    /* Another outcome of the same fact, as a re-decision may give, is another event. */
    CU_ASSERT_FALSE(fy_slice_equal(second.envelope.event_id, other.envelope.event_id));
    EXPECT_I64(1, first.envelope.seq);
    EXPECT_I64(2, second.envelope.seq);
    CU_ASSERT_TRUE(fy_slice_equal(first.envelope.writer, second.envelope.writer));
    EXPECT_CONTAINS("stock-", first.envelope.writer);

    driver_free(driver);
    driver_free(again);
}

/* Facts of before are still known after the disk is lost, or the process killed. */
static void a_lost_store_and_a_crash_change_nothing(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct fy_place place = say(driver, (struct said){"1", "mug", "acme", 'l', 500});

    driver_run(driver);
    expect_event(driver, "mug", "product_changed");
    expect_state(driver, "mug", 500, 0, place);

    driver_lose_store(driver);
    place = say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    driver_run(driver);
    expect_state(driver, "mug", 500, 0, place);

    driver_crash(driver);
    place = say(driver, (struct said){"2", "mug", "acme", 'c', 3});
    driver_run(driver);
    expect_event(driver, "mug", "stock_set");
    expect_state(driver, "mug", 500, 3, place);
    expect_nothing(driver);

    driver_free(driver);
}

/* Each row: one fact that cannot be kept, and what its dead letter says. */
static void what_cannot_be_kept_goes_to_the_dead_letters(void)
{
    static char long_name[STOCK_NAME_BYTES_MAX + 2];
    static char long_words[STOCK_FACT_BYTES_MAX + 1];
    struct fy_slice id = fy_slice_of("1");
    struct fy_slice mug = fy_slice_of("mug");
    struct fy_slice acme = fy_slice_of("acme");
    struct fy_slice name = {(const uint8_t *)long_name, sizeof(long_name) - 1};
    struct stock_counted counted = {.units = 1};
    struct stock_counted below = {.units = -1};
    struct stock_received received_below = {.units = -1};
    struct threshold_set level_below = {.has_units = true, .units = -1};
    struct price_set price = {.price = {.minor = 1, .currency = fy_slice_of("EUR")}};
    struct price_set price_below = {.price = {.minor = -1, .currency = fy_slice_of("EUR")}};
    struct product_listed listed_below = {.title = mug, .price = price_below.price};
    struct product_listed wordy = {
        .title = {(const uint8_t *)long_words, sizeof(long_words) - 1}, .price = price.price};
    const struct {
        struct supply supply;
        const char *key;
        const char *reason;
    } cases[] = {
        {{{.event_id = id}, mug, acme, .stock_counted = &counted}, "cup", "not the fact's SKU"},
        {{{.event_id = id}, mug, acme, .stock_counted = &counted}, "mu", "not the fact's SKU"},
        {{{.event_id = id}, fy_slice_of(""), acme, .stock_counted = &counted}, "", "sku 0"},
        {{{.event_id = id}, name, acme, .stock_counted = &counted}, long_name, "sku 1025"},
        {{{.event_id = id}, mug, fy_slice_of(""), .stock_counted = &counted}, "mug", "supplier 0"},
        {{{.event_id = id}, mug, name, .stock_counted = &counted}, "mug", "supplier 1025"},
        {{{.event_id = fy_slice_of("")}, mug, acme, .stock_counted = &counted}, "mug",
            "event_id 0"},
        {{{.event_id = name}, mug, acme, .stock_counted = &counted}, "mug", "event_id 1025"},
        {{{.event_id = id}, mug, acme, .stock_counted = &below}, "mug", "below 0"},
        {{{.event_id = id}, mug, acme, .price_set = &price_below}, "mug", "below 0"},
        {{{.event_id = id}, mug, acme, .stock_received = &received_below}, "mug", "below 0"},
        {{{.event_id = id}, mug, acme, .threshold_set = &level_below}, "mug", "below 0"},
        {{{.event_id = id}, mug, acme, .product_listed = &listed_below}, "mug", "below 0"},
        {{{.event_id = id}, mug, acme, .product_listed = &wordy}, "mug", "at most 65536"},
    };

    memset(long_name, 'x', sizeof(long_name) - 1);
    memset(long_words, 'x', sizeof(long_words) - 1);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct driver *driver = driver_new(&stock_processor);
        struct dead_letter letter;

        (void)driver_send(driver, FY_TOPIC_SUPPLY, cases[i].key, &cases[i].supply);
        driver_run(driver);

        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter));
        EXPECT_CONTAINS(cases[i].reason, letter.reason);
        expect_nothing(driver);
        driver_free(driver);
    }
}

/* Facts are never deleted: a tombstone is somebody's mistake, and a person must look at it. */
static void a_tombstone_goes_to_the_dead_letters(void)
{
    struct driver *driver = driver_new(&stock_processor);
    struct dead_letter letter;

    (void)driver_send_raw(driver, FY_TOPIC_SUPPLY, fy_slice_of("mug"), (struct fy_slice){0});
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter));
    EXPECT_CONTAINS("tombstone", letter.reason);
    expect_nothing(driver);
    driver_free(driver);
}

/* One SKU's record is poison. Its own wait behind it, in order; other SKUs are sold. */
static void poison_parks_its_sku_and_no_other(void)
{
    static const uint8_t junk[] = {0, 0, 0, 0, 1, 0xff, 0xff};
    struct driver *driver = driver_new(&stock_processor);
    struct fy_place place = say(driver, (struct said){"1", "mug", "acme", 'l', 500});
    struct fy_place dead[3];
    struct dead_letter letter;

    driver_run(driver);
    expect_event(driver, "mug", "product_changed");
    expect_state(driver, "mug", 500, 0, place);

    dead[0] = driver_send_raw(
        driver, FY_TOPIC_SUPPLY, fy_slice_of("mug"), (struct fy_slice){junk, sizeof(junk)});
    dead[1] = say(driver, (struct said){"2", "mug", "acme", 'c', 4});
    dead[2] = driver_send_raw(driver, FY_TOPIC_SUPPLY, fy_slice_of("mug"), (struct fy_slice){0});
    place = say(driver, (struct said){"3", "cup", "acme", 'l', 300});
    driver_run(driver);

    expect_event(driver, "cup", "product_changed");
    expect_state(driver, "cup", 300, 0, place);
    for (int i = 0; i < 3; i++) {
        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_DEAD_LETTERS, &letter));
        EXPECT_I64(dead[i].offset, letter.offset);
    }
    expect_nothing(driver);

    driver_free(driver);
}

static const CU_TestInfo tests[] = {
    TEST(a_product_is_listed_counted_and_priced),
    TEST(a_price_of_nothing_of_old_is_read),
    TEST(a_withdrawn_product_keeps_its_state),
    TEST(low_stock_is_told_behind_its_cause),
    TEST(a_repeat_moves_as_of_and_nothing_else),
    TEST(a_refusal_is_told_with_the_state_as_it_is),
    TEST(events_are_named_by_their_cause),
    TEST(a_lost_store_and_a_crash_change_nothing),
    TEST(what_cannot_be_kept_goes_to_the_dead_letters),
    TEST(a_tombstone_goes_to_the_dead_letters),
    TEST(poison_parks_its_sku_and_no_other),
};

TEST_MAIN(stock_stream, tests)
