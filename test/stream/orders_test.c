/* Orders behind their topics: what is asked of whom, what is told, and when time does something. */
#include "processors/orders/handle.h"
#include "schemas/generated/dead_letter.h"
#include "schemas/generated/order_status.h"
#include "schemas/generated/payment_request.h"
#include "schemas/generated/stock_request.h"
#include "test/driver/driver.h"
#include "test/expect.h"
#include "test/run.h"

#define ORDER "00112233445566778899aabbccddeeff"
#define MINUTE_MS INT64_C(60000)

/* Numbers of stock's replies, as its runtime gives them. */
static int64_t reply_seq;

static struct driver *begin(void)
{
    reply_seq = 0;
    return driver_new(&orders_processor);
}

static struct fy_place place(struct driver *driver, const char *event_id, const char *body_mac)
{
    const struct order_item lines[] = {
        {.sku = fy_slice_of("mug"), .units = 2},
        {.sku = fy_slice_of("cup"), .units = 1},
    };
    struct place_order order = {
        .person = fy_slice_of("person"),
        .lines = {.items = lines, .count = 2},
        .expected_total = {1300, fy_slice_of("EUR")},
        .payment_method = fy_slice_of("pm_card_visa"),
    };
    struct order_request request = {
        .envelope =
            {
                .event_id = fy_slice_of(event_id),
                .root = fy_slice_of("root"),
                .actor = fy_slice_of("visitor:v"),
                .event_ms = driver_now_ms(driver),
            },
        .order = fy_slice_of(ORDER),
        .body_mac = fy_slice_of(body_mac),
        .place_order = &order,
    };

    return driver_send(driver, FY_TOPIC_ORDER_REQUESTS, ORDER, &request);
}

static void reply(struct driver *driver, const char *hold, enum hold_state state, int64_t minor)
{
    struct money price = {minor, fy_slice_of("EUR")};
    char event_id[32];
    struct stock_reply reply = {
        .envelope =
            {
                .root = fy_slice_of("root"),
                .actor = fy_slice_of("service:stock"),
                .event_ms = driver_now_ms(driver),
                .writer = fy_slice_of("stock-0"),
                .has_seq = true,
                .seq = ++reply_seq,
            },
        .order = fy_slice_of(ORDER),
        .hold = fy_slice_of(hold),
        .standing = {.state = state, .supplier = fy_slice_of("acme"), .price = &price},
    };

    (void)snprintf(event_id, sizeof(event_id), "reply-%d", (int)reply_seq);
    reply.envelope.event_id = fy_slice_of(event_id);
    (void)driver_send(driver, FY_TOPIC_STOCK_REPLIES, ORDER, &reply);
}

static void authorised(struct driver *driver, int64_t event_ms)
{
    struct payment_authorised part = {.paid_ms = event_ms};
    struct payment_report report = {
        .envelope =
            {
                .event_id = fy_slice_of("report"),
                .root = fy_slice_of("root"),
                .actor = fy_slice_of("service:payments"),
                .event_ms = event_ms,
            },
        .order = fy_slice_of(ORDER),
        .payment = fy_slice_of(ORDER "/1"),
        .version = 2,
        .standing =
            {
                .state = PAYMENT_STATE_AUTHORISED,
                .currency = fy_slice_of("EUR"),
                .authorised_minor = 1300,
            },
        .payment_authorised = &part,
    };

    (void)driver_send(driver, FY_TOPIC_PAYMENT_REPORTS, ORDER, &report);
}

/* Placed, held, and payments asked. */
static struct driver *paying(void)
{
    struct driver *driver = begin();

    (void)place(driver, "place", "aa");
    driver_run(driver);
    reply(driver, ORDER "/0/1", HOLD_STATE_HELD, 500);
    reply(driver, ORDER "/1/1", HOLD_STATE_HELD, 300);
    driver_run(driver);
    return driver;
}

static struct order_status newest_status(struct driver *driver)
{
    struct order_status status = {0};

    while (driver_read(driver, FY_TOPIC_ORDER_STATUS, &status))
        continue;
    return status;
}

static void skip(struct driver *driver, enum fy_topic topic)
{
    struct fy_record record;

    while (driver_read_record(driver, topic, &record))
        continue;
}

/* The customer's first answer is on its way: both lines are asked for, under the SKU. */
static void a_placed_order_asks_for_each_line(void)
{
    struct driver *driver = begin();
    struct fy_place at = place(driver, "place", "aa");
    struct stock_request request;
    struct order_status status;
    struct order_event event;

    driver_run(driver);
    for (int i = 0; i < 2; i++) {
        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_REQUESTS, &request));
        CU_ASSERT_TRUE(fy_slice_equal(driver_key(driver), request.sku));
        CU_ASSERT_PTR_NOT_NULL_FATAL(request.hold_stock);
        EXPECT_I64(
            fy_slice_equal(request.sku, fy_slice_of("mug")) ? 2 : 1, request.hold_stock->units);
        EXPECT_TEXT(ORDER, request.order);
    }
    driver_expect_nothing(driver, FY_TOPIC_STOCK_REQUESTS);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_ORDERS, &event));
    CU_ASSERT_PTR_NOT_NULL(event.order_placed);
    EXPECT_TEXT("place", event.envelope.cause_id);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_ORDER_STATUS, &status));
    EXPECT_I64(ORDER_STATE_HOLDING, status.standing.state);
    CU_ASSERT_TRUE(status.pending);
    EXPECT_I64(1, status.answered.count);
    EXPECT_TEXT("place", status.answered.items[0].event_id);
    EXPECT_I64(at.offset, status.as_of.items[0].offset);
    driver_free(driver);
}

/* A buyer who retries hears the same; another body under the same id is another request. */
static void a_repeat_hears_the_same_answer(void)
{
    struct driver *driver = begin();
    struct order_status status;
    struct order_event event;
    struct fy_place at;

    (void)place(driver, "place", "aa");
    driver_run(driver);
    skip(driver, FY_TOPIC_ORDERS);
    skip(driver, FY_TOPIC_STOCK_REQUESTS);
    skip(driver, FY_TOPIC_ORDER_STATUS);
    at = place(driver, "place", "aa");
    driver_run(driver);
    driver_expect_nothing(driver, FY_TOPIC_ORDERS);
    driver_expect_nothing(driver, FY_TOPIC_STOCK_REQUESTS);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_ORDER_STATUS, &status));
    EXPECT_I64(at.offset, status.as_of.items[0].offset);
    EXPECT_TEXT(NULL, status.answered.items[0].refused);

    (void)place(driver, "place", "bb");
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_ORDERS, &event));
    CU_ASSERT_PTR_NOT_NULL_FATAL(event.request_refused);
    EXPECT_TEXT("key_reused", event.request_refused->reason);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_ORDER_STATUS, &status));
    EXPECT_TEXT("key_reused", status.answered.items[status.answered.count - 1].refused);
    EXPECT_TEXT("bb", status.answered.items[status.answered.count - 1].body_mac);

    (void)place(driver, "place", "aa"); /* And the first one's answer is what it was. */
    driver_run(driver);
    status = newest_status(driver);
    EXPECT_I64(1, status.answered.count);
    EXPECT_TEXT(NULL, status.answered.items[0].refused);
    driver_free(driver);
}

/* Twenty minutes away: what was paid after five is paid. */
static void an_outage_gives_up_nothing_that_was_paid(void)
{
    struct driver *driver = paying();

    driver_pass(driver, 5 * MINUTE_MS);
    authorised(driver, driver_now_ms(driver));
    driver_pass(driver, 20 * MINUTE_MS);
    driver_crash(driver);
    driver_run(driver);
    EXPECT_I64(ORDER_STATE_COMMITTING, newest_status(driver).standing.state);
    driver_free(driver);
}

/* Our adapter told us late; the provider had answered in time. */
static void when_it_was_paid_counts(void)
{
    struct driver *driver = paying();
    int64_t paid_ms = driver_now_ms(driver) + 5 * MINUTE_MS;

    driver_pass(driver, 20 * MINUTE_MS);
    authorised(driver, paid_ms);
    driver_run(driver);
    EXPECT_I64(ORDER_STATE_COMMITTING, newest_status(driver).standing.state);
    driver_free(driver);
}

/* "Until" is the first moment that is too late, whether the timer or the report comes first. */
static void the_moment_itself_is_too_late(void)
{
    for (int late = 0; late < 2; late++) {
        struct driver *driver = paying();
        int64_t until_ms = newest_status(driver).pay_until_ms;

        driver_pass(driver, 20 * MINUTE_MS);
        authorised(driver, until_ms - 1 + late);
        driver_run(driver);
        EXPECT_I64(late ? ORDER_STATE_CANCELLED : ORDER_STATE_COMMITTING,
            newest_status(driver).standing.state);
        driver_free(driver);
    }
}

/* Nobody paid: what was held is free, and a promise on its way is void. */
static void what_is_not_paid_in_time_is_free(void)
{
    struct driver *driver = paying();
    struct payment_request wish;
    struct stock_request request;
    struct order_status status;

    skip(driver, FY_TOPIC_STOCK_REQUESTS);
    skip(driver, FY_TOPIC_PAYMENT_REQUESTS);
    driver_pass(driver, 10 * MINUTE_MS + 1000);
    driver_run(driver);
    status = newest_status(driver);
    EXPECT_I64(ORDER_STATE_CANCELLED, status.standing.state);
    EXPECT_TEXT("not_paid", status.standing.reason);
    for (int i = 0; i < 2; i++) {
        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_REQUESTS, &request));
        CU_ASSERT_PTR_NOT_NULL_FATAL(request.release_hold);
        EXPECT_I64(RELEASE_REASON_EXPIRED, request.release_hold->reason);
    }
    wish = (struct payment_request){0};
    while (driver_read(driver, FY_TOPIC_PAYMENT_REQUESTS, &wish))
        continue;
    CU_ASSERT_PTR_NOT_NULL_FATAL(wish.void_payment);
    EXPECT_TEXT("not_paid", wish.void_payment->reason);
    driver_free(driver);
}

/* Stock was not there: asked again after half a minute, under another name. */
static void what_is_not_answered_is_asked_again(void)
{
    struct driver *driver = begin();
    struct stock_request first, again;

    (void)place(driver, "place", "aa");
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_REQUESTS, &first));
    skip(driver, FY_TOPIC_STOCK_REQUESTS);
    driver_pass(driver, MINUTE_MS / 2 + 1000);
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_STOCK_REQUESTS, &again));
    CU_ASSERT_PTR_NOT_NULL(again.hold_stock);
    CU_ASSERT_FALSE(fy_slice_equal(first.envelope.event_id, again.envelope.event_id));
    CU_ASSERT_TRUE(driver_read(driver, FY_TOPIC_STOCK_REQUESTS, &again));
    driver_expect_nothing(driver, FY_TOPIC_STOCK_REQUESTS);
    driver_free(driver);
}

/* What is none of the topic's, or is under another key, waits in the dead letters. */
static void what_is_no_request_is_parked(void)
{
    struct driver *driver = begin();
    struct dead_letter letter;

    (void)driver_send(driver, FY_TOPIC_ORDER_REQUESTS, ORDER, NULL);
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_ORDERS_DEAD_LETTERS, &letter));
    CU_ASSERT_TRUE(strstr((const char *)letter.reason.data, "tombstone") != NULL);
    driver_expect_nothing(driver, FY_TOPIC_ORDERS);
    driver_free(driver);
}

static CU_TestInfo tests[] = {
    TEST(a_placed_order_asks_for_each_line),
    TEST(a_repeat_hears_the_same_answer),
    TEST(an_outage_gives_up_nothing_that_was_paid),
    TEST(when_it_was_paid_counts),
    TEST(the_moment_itself_is_too_late),
    TEST(what_is_not_paid_in_time_is_free),
    TEST(what_is_not_answered_is_asked_again),
    TEST(what_is_no_request_is_parked),
};

TEST_MAIN(stream.orders, tests)
