/* Exposure behind its topics: what is seen, chosen and bought adds up, whatever happens between. */
#include "processors/exposure/exposure.h"
#include "processors/exposure/handle.h"
#include "schemas/generated/exposure.h"
#include "schemas/generated/order_event.h"
#include "test/driver/driver.h"
#include "test/expect.h"
#include "test/run.h"

#include <inttypes.h>
#include <string.h>

#define CREDIT "i0123456789abcdef"
#define EXPLORED "e0123456789abcdef"
#define MINIMUM "m0123456789abcdef"

/* What a visitor does, in one line; `numbered` off: never taken for a repeat. */
struct act {
    const char *visitor;
    char kind; /* v)iewed c)art l)ist k)licked f)orgotten */
    const char *sku, *supplier;
    const char *list, *credit;
    int64_t units;
    bool numbered;
    int64_t n, late_ms;
};

static void send(struct driver *driver, struct act act)
{
    struct fy_slice sku = fy_slice_of(act.sku != NULL ? act.sku : "mug");
    struct fy_slice supplier = fy_slice_of(act.supplier != NULL ? act.supplier : "acme");
    struct fy_slice list = fy_slice_of(act.list != NULL ? act.list : "list");
    struct fy_slice credit = fy_slice_of(act.credit != NULL ? act.credit : CREDIT);
    struct item_viewed viewed = {.sku = sku};
    struct cart_item_set set = {.sku = sku, .units = act.units};
    struct recommendation_shown shown = {
        .list_id = list, .skus = {&sku, 1}, .credits = {&credit, 1}};
    struct recommendation_clicked clicked = {
        .list_id = list, .sku = sku, .rank = 1, .credit = credit};
    struct visitor_forgotten gone = {.forgotten_ms = 5};
    struct activity activity = {
        .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
            .root = fy_slice_of("r"),
            .actor = fy_slice_of("a"),
            .event_ms = driver_now_ms(driver) - act.late_ms},
        .visitor = fy_slice_of(act.visitor),
        .suppliers = {&supplier, 1},
        .session = act.numbered ? fy_slice_of("s") : (struct fy_slice){0},
        .has_n = act.numbered,
        .n = act.n,
        .item_viewed = act.kind == 'v' ? &viewed : NULL,
        .cart_item_set = act.kind == 'c' ? &set : NULL,
        .recommendation_shown = act.kind == 'l' ? &shown : NULL,
        .recommendation_clicked = act.kind == 'k' ? &clicked : NULL,
        .visitor_forgotten = act.kind == 'f' ? &gone : NULL,
    };

    (void)driver_send(driver, FY_TOPIC_ACTIVITY, act.visitor, &activity);
}

#define SEND(driver, who, what, ...)                                                               \
    send(driver, (struct act){.visitor = who, .kind = what, ##__VA_ARGS__})

/* The newest of each key, added up: what a reader of the topic has. */
struct whole {
    struct exposure last[64];
    char keys[64][160];
    int64_t minor[64];
    int count;
};

static void read_all(struct driver *driver, struct whole *whole)
{
    struct exposure exposure;

    while (driver_read(driver, FY_TOPIC_EXPOSURE, &exposure)) {
        char key[160];
        int at = 0;

        (void)snprintf(key, sizeof(key), "%.*s", FY_SLICE_ARG(driver_key(driver)));
        while (at < whole->count && strcmp(whole->keys[at], key) != 0)
            at++;
        CU_ASSERT_FATAL(at < 64);
        if (at == whole->count)
            whole->count++;
        memcpy(whole->keys[at], key, sizeof(key));
        whole->last[at] = exposure;
        whole->minor[at] = exposure.revenue.count > 0 ? exposure.revenue.items[0].minor : 0;
    }
}

/* Of all keys that begin so. */
static struct exposure sum_of(const struct whole *whole, const char *prefix)
{
    struct exposure sum = {0};

    for (int i = 0; i < whole->count; i++) {
        const struct exposure *part = &whole->last[i];

        if (strncmp(whole->keys[i], prefix, strlen(prefix)) != 0)
            continue;
        sum.impressions += part->impressions;
        sum.impressions_explored += part->impressions_explored;
        sum.impressions_minimum += part->impressions_minimum;
        sum.clicks += part->clicks;
        sum.views += part->views;
        sum.carts += part->carts;
        sum.orders += part->orders;
        sum.units += part->units;
        sum.visitors += part->visitors;
        sum.beyond += part->beyond;
        sum.updated_ms += whole->minor[i]; /* Scratch: money. */
    }
    return sum;
}

/* 1,700,000,000,000 ms, where the driver's clock begins. */
#define TODAY "2023-11-14"

/* A list is seen, a product chosen, looked at, put into the cart: the way is counted step by step.
 */
static void the_way_from_a_list_to_a_cart(void)
{
    struct driver *driver = driver_new(&exposure_processor);
    struct whole whole = {0};
    struct exposure sum;

    SEND(driver, "ann", 'l');
    SEND(driver, "ann", 'l', .sku = "cup", .credit = EXPLORED);
    SEND(driver, "bob", 'l', .credit = MINIMUM);
    SEND(driver, "bob", 'l', .sku = "hat", .supplier = "bolt");
    SEND(driver, "ann", 'k');
    SEND(driver, "ann", 'v');
    SEND(driver, "ann", 'c', .units = 2);
    driver_run(driver);
    read_all(driver, &whole);

    sum = sum_of(&whole, "acme/" TODAY "/mug/");
    EXPECT_I64(1, sum.impressions);
    EXPECT_I64(1, sum.impressions_minimum);
    EXPECT_I64(1, sum.clicks);
    EXPECT_I64(1, sum.views);
    EXPECT_I64(1, sum.carts);
    EXPECT_I64(0, sum.visitors);
    sum = sum_of(&whole, "acme/" TODAY "//");
    EXPECT_I64(1, sum.impressions);
    EXPECT_I64(1, sum.impressions_explored);
    EXPECT_I64(1, sum.impressions_minimum);
    EXPECT_I64(1, sum.views);
    EXPECT_I64(2, sum.visitors);
    EXPECT_I64(1, sum_of(&whole, "bolt/" TODAY "//").visitors);
    driver_free(driver);
}

/* The same list twice, the same event twice, a cart that already holds it: once. */
static void nothing_counts_twice(void)
{
    struct driver *driver = driver_new(&exposure_processor);
    struct whole whole = {0};
    struct exposure sum;

    for (int i = 0; i < 2; i++) {
        SEND(driver, "ann", 'l', .credit = i == 0 ? CREDIT : MINIMUM);
        SEND(driver, "ann", 'k');
        SEND(driver, "ann", 'v', .numbered = true, .n = 7);
        SEND(driver, "ann", 'c', .units = 1 + i);
    }
    SEND(driver, "ann", 'l', .list = "another");
    SEND(driver, "ann", 'c', .units = 0);
    SEND(driver, "ann", 'c', .units = 1);
    SEND(driver, "bob", 'l');
    driver_crash(driver);
    driver_run(driver);
    driver_lose_store(driver);
    SEND(driver, "ann", 'v', .numbered = true, .n = 7);
    driver_run(driver);
    read_all(driver, &whole);

    sum = sum_of(&whole, "acme/" TODAY "/mug/");
    EXPECT_I64(3, sum.impressions);
    EXPECT_I64(0, sum.impressions_minimum);
    EXPECT_I64(1, sum.clicks);
    EXPECT_I64(1, sum.views);
    EXPECT_I64(2, sum.carts);
    driver_free(driver);
}

/* Without a credit, and for a product of nobody we know, nobody gets anything. */
static void what_nobody_gave_counts_for_nobody(void)
{
    struct driver *driver = driver_new(&exposure_processor);

    SEND(driver, "ann", 'l', .credit = "i");
    SEND(driver, "ann", 'k', .credit = "");
    SEND(driver, "ann", 'l', .list = "b", .credit = "x0123456789abcdef");
    SEND(driver, "ann", 'v', .supplier = "");
    driver_run(driver);
    driver_expect_nothing(driver, FY_TOPIC_EXPOSURE);
    driver_expect_nothing(driver, FY_TOPIC_EXPOSURE_DEAD_LETTERS);
    driver_free(driver);
}

/* A robot is worth 1,000 a day, and is seen to be one. */
static void a_robot_counts_a_thousand_times(void)
{
    struct driver *driver = driver_new(&exposure_processor);
    struct whole whole = {0};

    for (int i = 0; i < EXPOSURE_DAILY_MAX + 5; i++)
        SEND(driver, "bot", 'v');
    driver_run(driver);
    driver_pass(driver, DAY_MS);
    SEND(driver, "bot", 'v');
    driver_run(driver);
    read_all(driver, &whole);
    EXPECT_I64(EXPOSURE_DAILY_MAX, sum_of(&whole, "acme/" TODAY "/mug/").views);
    EXPECT_I64(5, sum_of(&whole, "acme/" TODAY "//").beyond);
    EXPECT_I64(1, sum_of(&whole, "acme/2023-11-15//").views);
    driver_free(driver);
}

/* Rows of a day go when nothing can come for it; what comes later is of the day it came. */
static void a_day_is_closed(void)
{
    struct driver *driver = driver_new(&exposure_processor);
    struct exposure_row row;
    struct whole whole = {0};

    SEND(driver, "ann", 'v');
    driver_run(driver);
    CU_ASSERT_TRUE(driver_row(driver, "v/ann", &row));
    driver_pass(driver, 2 * (int64_t)DAY_MS);
    SEND(driver, "ann", 'v', .late_ms = 2 * (int64_t)DAY_MS);
    SEND(driver, "ann", 'v', .late_ms = 3 * (int64_t)DAY_MS);
    driver_run(driver);
    CU_ASSERT_TRUE(
        driver_row_at(driver, driver_partition(driver, "ann"), "a/acme/" TODAY "/mug", &row));
    driver_pass(driver, DAY_MS);
    SEND(driver, "ann", 'v', .late_ms = 3 * (int64_t)DAY_MS);
    driver_run(driver);
    CU_ASSERT_FALSE(
        driver_row_at(driver, driver_partition(driver, "ann"), "a/acme/" TODAY "/mug", &row));
    CU_ASSERT_FALSE(
        driver_row_at(driver, driver_partition(driver, "ann"), "a/acme/" TODAY "/", &row));
    read_all(driver, &whole);
    EXPECT_I64(2, sum_of(&whole, "acme/" TODAY "/mug/").views);
    EXPECT_I64(1, sum_of(&whole, "acme/2023-11-16/mug/").views);
    EXPECT_I64(1, sum_of(&whole, "acme/2023-11-17/mug/").views);
    driver_free(driver);
}

/* Counts name nobody and stay; the visitor's row knows nothing any more. */
static void who_is_forgotten_leaves_numbers(void)
{
    struct driver *driver = driver_new(&exposure_processor);
    struct exposure_row row;
    struct whole whole = {0};

    SEND(driver, "ann", 'l');
    SEND(driver, "ann", 'c', .units = 1);
    SEND(driver, "ann", 'f');
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "v/ann", &row));
    CU_ASSERT_PTR_NOT_NULL_FATAL(row.onlooker);
    EXPECT_I64(0, row.onlooker->cart.count + row.onlooker->shown.count +
                      row.onlooker->reached.count + row.onlooker->counted);
    EXPECT_I64(5, row.onlooker->forgotten_ms);
    SEND(driver, "ann", 'v');
    SEND(driver, "ann", 'f'); /* The same forgetting once more: of another instance of the edge. */
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "v/ann", &row));
    EXPECT_I64(1, row.onlooker->counted);
    read_all(driver, &whole);
    EXPECT_I64(1, sum_of(&whole, "acme/" TODAY "/mug/").impressions);
    driver_free(driver);
}

/* --- Orders -----------------------------------------------------------------------------------
 */

static void send_order(struct driver *driver, struct order_event event, enum order_state state)
{
    static int64_t seq;

    event.order = fy_slice_of("o1");
    event.standing.state = state;
    event.envelope =
        (struct envelope){.event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
            .root = fy_slice_of("r"),
            .actor = fy_slice_of("a"),
            .event_ms = driver_now_ms(driver),
            .writer = fy_slice_of("orders-1"),
            .has_seq = true,
            .seq = ++seq};
    (void)driver_send(driver, FY_TOPIC_ORDERS, "o1", &event);
}

static void place_and_hold(struct driver *driver)
{
    const struct order_item lines[] = {{.sku = fy_slice_of("mug"), .units = 3},
        {.sku = fy_slice_of("cup"), .units = 1}, {.sku = fy_slice_of("hat"), .units = 1}};
    struct order_placed placed = {.person = fy_slice_of("p"),
        .visitor = fy_slice_of("v"),
        .lines = {lines, 3},
        .expected_total = {.currency = fy_slice_of("EUR")},
        .payment_method = fy_slice_of("pm")};
    static const char *const suppliers[] = {"acme", "acme", "bolt", "acme"};

    send_order(driver, (struct order_event){.order_placed = &placed}, ORDER_STATE_HOLDING);
    for (int i = 0; i < 4; i++) { /* The last: held anew, of somebody else. */
        struct line_held held = {.line = i < 3 ? i : 2,
            .hold = fy_slice_of("h"),
            .supplier = fy_slice_of(suppliers[i]),
            .price = {.minor = 250, .currency = fy_slice_of("EUR")}};

        send_order(driver, (struct order_event){.line_held = &held}, ORDER_STATE_HOLDING);
    }
}

static void an_order_counts_when_it_is_confirmed(void)
{
    struct driver *driver = driver_new(&exposure_processor);
    struct order_confirmed confirmed = {.amount = {.minor = 1250, .currency = fy_slice_of("EUR")}};
    struct capture_asked asked = {
        .payment = fy_slice_of("o1/1"), .amount = {.minor = 1250, .currency = fy_slice_of("EUR")}};
    struct exposure_row row;
    struct whole whole = {0};
    struct exposure sum;

    place_and_hold(driver);
    driver_run(driver);
    driver_expect_nothing(driver, FY_TOPIC_EXPOSURE);
    CU_ASSERT_TRUE(driver_row(driver, "b/o1", &row));
    send_order(driver, (struct order_event){.order_confirmed = &confirmed}, ORDER_STATE_CONFIRMED);
    send_order(driver, (struct order_event){.capture_asked = &asked}, ORDER_STATE_CLOSED);
    driver_run(driver);
    CU_ASSERT_FALSE(driver_row(driver, "b/o1", &row));
    read_all(driver, &whole);
    sum = sum_of(&whole, "acme/" TODAY "//");
    EXPECT_I64(1, sum.orders);
    EXPECT_I64(5, sum.units);
    EXPECT_I64(1250, sum.updated_ms);
    sum = sum_of(&whole, "acme/" TODAY "/mug/");
    EXPECT_I64(1, sum.orders);
    EXPECT_I64(3, sum.units);
    EXPECT_I64(750, sum.updated_ms);
    EXPECT_I64(0, sum_of(&whole, "bolt/").orders);
    driver_free(driver);
}

static void what_is_refused_was_no_order(void)
{
    struct driver *driver = driver_new(&exposure_processor);
    struct capture_asked asked = {
        .payment = fy_slice_of("o1/1"), .amount = {.minor = 1250, .currency = fy_slice_of("EUR")}};
    struct exposure_row row;

    place_and_hold(driver);
    send_order(driver, (struct order_event){.capture_asked = &asked}, ORDER_STATE_REFUSED);
    driver_run(driver);
    CU_ASSERT_FALSE(driver_row(driver, "b/o1", &row));
    driver_expect_nothing(driver, FY_TOPIC_EXPOSURE);
    driver_free(driver);
}

/* A thousand products on one day: all rows go, some with each record. */
static void closed_days_are_swept(void)
{
    struct driver *driver = driver_new(&exposure_processor);
    struct exposure_row row;
    char sku[16];

    for (int i = 0; i < 500; i++) {
        (void)snprintf(sku, sizeof(sku), "s%d", i);
        SEND(driver, "ann", 'v', .sku = sku);
    }
    driver_run(driver);
    driver_pass(driver, 3 * (int64_t)DAY_MS);
    for (int i = 0; i < 4; i++)
        SEND(driver, "ann", 'v', .supplier = "");
    driver_run(driver);
    for (int i = 0; i < 500; i++) {
        char key[64];

        (void)snprintf(key, sizeof(key), "a/acme/" TODAY "/s%d", i);
        CU_ASSERT_FALSE(driver_row_at(driver, driver_partition(driver, "ann"), key, &row));
    }
    CU_ASSERT_TRUE(driver_row_at(driver, driver_partition(driver, "ann"), "a", &row));
    EXPECT_I64(0, row.days->closed.count + row.days->open.count);
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(the_way_from_a_list_to_a_cart),
    TEST(nothing_counts_twice),
    TEST(what_nobody_gave_counts_for_nobody),
    TEST(a_robot_counts_a_thousand_times),
    TEST(a_day_is_closed),
    TEST(who_is_forgotten_leaves_numbers),
    TEST(an_order_counts_when_it_is_confirmed),
    TEST(what_is_refused_was_no_order),
    TEST(closed_days_are_swept),
};

TEST_MAIN(exposure, tests)
