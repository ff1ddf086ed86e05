/* The routes of producers over real HTTP, with Kafka's part in memory. */
#include "schemas/generated/activity.h"
#include "schemas/generated/collection.h"
#include "schemas/generated/supply.h"
#include "test/run.h"
#include "test/unit/producers/shop.h"

#include <stdarg.h>

static void activity_fields(char *ret_fields, size_t size, const char *more)
{
    (void)snprintf(ret_fields, size, "%s%s%s", JSON, shop.cookie, more);
}

static struct activity activity_of(int record)
{
    struct fake_record *sent = &shop.kafka.records[record];
    struct activity activity = {0};
    struct fy_err err;

    EXPECT_I64(FY_TOPIC_ACTIVITY, sent->topic);
    EXPECT_I64(FY_OK, activity_decode((struct fy_slice){sent->value, sent->value_size}, &shop.arena,
                          &activity, &err));
    return activity;
}

static void a_click_is_answered_when_it_is_acknowledged(void)
{
    char fields[512];
    struct activity activity;
    int64_t now_ms;
    int fd;

    shop_open(60000);
    activity_fields(fields, sizeof(fields), "");
    now_ms = fy_reactor_now_ms(shop.site.reactor);
    fd = post("/v1/activity", fields, "{\"item_viewed\":{\"sku\":\"mug\"},\"client_ms\":5}");
    site_until(&shop.site, &shop.kafka.count, 1);
    for (int i = 0; i < 5; i++)
        site_turn(&shop.site);
    EXPECT_I64(-1, recv(fd, answer.text, 1, MSG_DONTWAIT)); /* Not before. */
    fake_settle(&shop.kafka, 1, FY_OK);
    read_answer(fd);

    EXPECT_I64(202, answer.status);
    EXPECT_TEXT("activity-3-0", header_of("Fy-Position"));
    EXPECT_TEXT("/v1/history", header_of("Location"));
    EXPECT_TEXT(NULL, header_of("Set-Cookie"));
    activity = activity_of(0);
    CU_ASSERT_TRUE(fy_slice_equal(activity.envelope.event_id, header_of("Event-Id")));
    EXPECT_TEXT(shop.visitor, activity.visitor);
    EXPECT_TEXT(shop.visitor, activity.envelope.root);
    EXPECT_TEXT(shop.visitor, ((struct fy_slice){shop.kafka.records[0].key, 32}));
    EXPECT_I64(32, shop.kafka.records[0].key_size);
    EXPECT_I64(0, memcmp(activity.envelope.actor.data, "visitor:", 8));
    CU_ASSERT_TRUE(activity.learn);
    CU_ASSERT_TRUE(activity.envelope.event_ms >= now_ms);
    EXPECT_I64(5, activity.client_ms);
    EXPECT_TEXT("mug", activity.item_viewed->sku);
    EXPECT_TEXT(NULL, activity.envelope.writer);
    EXPECT_PART("{\"accepted\":1,\"event_ids\":[\"", &answer);
    shop_close();
}

/* Whoever has no cookie of ours gets one, and is that visitor from this event on. */
static void a_stranger_becomes_a_visitor(void)
{
    static const char *const cookies[] = {"",
        "Cookie: fy_visitor=0123456789abcdef0123456789abcdef."
        "0123456789abcdef0123456789abcdef\r\n", /* A wrong MAC counts as none. */
        "Cookie: fy_visitor=x\r\n"};
    char fields[512];

    shop_open(60000);
    for (int i = 0; i < 3; i++) {
        struct fy_slice cookie;
        struct fy_slice value;
        struct fy_slice visitor = {0};

        (void)snprintf(fields, sizeof(fields), "%s%s", JSON, cookies[i]);
        post_and_settle("/v1/activity", fields, "{\"searched\":{\"results\":1}}");
        EXPECT_I64(202, answer.status);
        cookie = header_of("Set-Cookie");
        if (cookie.size < 11 + FY_COOKIE_TEXT)
            abort();
        value = (struct fy_slice){cookie.data + 11, FY_COOKIE_TEXT};
        CU_ASSERT_TRUE(fy_visitor_check(shop.producers.visitor_key, value, &visitor));
        CU_ASSERT_TRUE(fy_slice_equal(visitor, activity_of(i).visitor));
        EXPECT_TEXT("; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000",
            ((struct fy_slice){
                cookie.data + 11 + FY_COOKIE_TEXT, cookie.size - 11 - FY_COOKIE_TEXT}));
    }
    shop_close();
}

static void a_browser_may_ask_not_to_be_learnt_from(void)
{
    char fields[512];

    shop_open(60000);
    activity_fields(fields, sizeof(fields), "Sec-GPC: 1\r\n");
    post_and_settle("/v1/activity", fields, "{\"item_viewed\":{\"sku\":\"mug\"}}");
    CU_ASSERT_FALSE(activity_of(0).learn);
    activity_fields(fields, sizeof(fields), "Sec-GPC: 0\r\n");
    post_and_settle("/v1/activity", fields, "{\"item_viewed\":{\"sku\":\"mug\"}}");
    CU_ASSERT_TRUE(activity_of(1).learn);

    /* The page's switch, whoever else sends cookies. */
    activity_fields(fields, sizeof(fields), "Cookie: a=b; fy_personal=off\r\n");
    post_and_settle("/v1/activity", fields, "{\"item_viewed\":{\"sku\":\"mug\"}}");
    CU_ASSERT_FALSE(activity_of(2).learn);
    activity_fields(fields, sizeof(fields), "Cookie: fy_personal=on\r\n");
    post_and_settle("/v1/activity", fields, "{\"item_viewed\":{\"sku\":\"mug\"}}");
    CU_ASSERT_TRUE(activity_of(3).learn);
    shop_close();
}

static void send_twice(const char *more, const char *body, struct fy_slice ret_ids[2])
{
    char fields[512];

    activity_fields(fields, sizeof(fields), more);
    for (int i = 0; i < 2; i++) {
        post_and_settle("/v1/activity", fields, body);
        EXPECT_I64(202, answer.status);
        ret_ids[i] = header_of("Event-Id");
    }
}

/* The same write asked for twice is one event wherever the client gave us a way to know. */
static void ids_follow_from_what_the_client_named(void)
{
    static const char numbered[] = "{\"session\":\"ab\",\"n\":7,\"searched\":{\"results\":1}}";
    static const char elsewhere[] = "{\"session\":\"cd\",\"n\":7,\"searched\":{\"results\":1}}";
    static const char plain[] = "[{\"searched\":{\"results\":1}},{\"searched\":{\"results\":2}}]";
    struct fy_slice of_number[2], of_elsewhere[2], of_key[2], of_number_and_key[2], of_nothing[2];

    shop_open(60000);
    send_twice("", numbered, of_number);
    CU_ASSERT_TRUE(fy_slice_equal(of_number[0], of_number[1]));
    send_twice("Idempotency-Key: k1\r\n", numbered, of_number_and_key);
    CU_ASSERT_TRUE(fy_slice_equal(of_number[0], of_number_and_key[0])); /* The number wins. */
    send_twice("Idempotency-Key: k2\r\n", plain, of_key);
    CU_ASSERT_TRUE(fy_slice_equal(of_key[0], of_key[1]));
    EXPECT_I64('8', of_key[0].data[14]);
    CU_ASSERT_FALSE(fy_slice_equal(activity_of(4).envelope.event_id,
        activity_of(5).envelope.event_id)); /* Two events of one batch. */
    send_twice("", plain, of_nothing);
    CU_ASSERT_FALSE(fy_slice_equal(of_nothing[0], of_nothing[1]));
    EXPECT_I64('7', of_nothing[0].data[14]);
    send_twice("", elsewhere, of_elsewhere);
    CU_ASSERT_FALSE(
        fy_slice_equal(of_number[0], of_elsewhere[0])); /* Sessions number for themselves. */
    shop_close();
}

static void a_key_with_another_body_is_refused(void)
{
    char fields[512];

    shop_open(60000);
    activity_fields(fields, sizeof(fields), "Idempotency-Key: k1\r\n");
    post_and_settle("/v1/activity", fields, "{\"item_viewed\":{\"sku\":\"cup\"}}");
    EXPECT_I64(422, answer.status); /* Refused: the key stays free. */
    post_and_settle("/v1/activity", fields, "{\"item_viewed\":{\"sku\":\"mug\"}}");
    EXPECT_I64(202, answer.status);
    post_and_settle("/v1/activity", fields, "{\"searched\":{\"results\":1}}");
    EXPECT_I64(422, answer.status);
    EXPECT_PART("\"type\":\"/problems/key-reused\"", &answer);
    EXPECT_PART("\"field\":\"Idempotency-Key\"", &answer);
    EXPECT_I64(1, shop.kafka.count);
    shop_close();
}

static void a_batch_is_answered_once_all_of_it_is_acknowledged(void)
{
    char fields[512];
    int fd;

    shop_open(60000);
    activity_fields(fields, sizeof(fields), "");
    fd = post("/v1/activity", fields,
        "[{\"searched\":{\"results\":1}},{\"searched\":{\"results\":2}},{\"searched\":{\"results\":"
        "3}}]");
    site_until(&shop.site, &shop.kafka.count, 3);
    fake_settle(&shop.kafka, 2, FY_OK);
    for (int i = 0; i < 5; i++)
        site_turn(&shop.site);
    EXPECT_I64(-1, recv(fd, answer.text, 1, MSG_DONTWAIT));
    fake_settle(&shop.kafka, 1, FY_OK);
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    EXPECT_TEXT("activity-3-2", header_of("Fy-Position"));
    CU_ASSERT_TRUE(fy_slice_equal(activity_of(2).envelope.event_id, header_of("Event-Id")));
    EXPECT_PART("\"accepted\":3", &answer);
    shop_close();
}

/* One record in doubt: said once, and what is acknowledged later changes nothing. */
static void what_was_not_acknowledged_is_said_once(void)
{
    char fields[512];
    int fd;

    shop_open(60000);
    activity_fields(fields, sizeof(fields), "");
    fd = post("/v1/activity", fields,
        "[{\"searched\":{\"results\":1}},{\"searched\":{\"results\":2}},{\"searched\":{\"results\":"
        "3}}]");
    site_until(&shop.site, &shop.kafka.count, 3);
    fake_settle(&shop.kafka, 1, FY_OK);
    fake_settle(&shop.kafka, 1, FY_ABORT);
    read_answer(fd);
    EXPECT_I64(503, answer.status);
    EXPECT_PART("\"type\":\"/problems/deadline\"", &answer);
    EXPECT_TEXT("1", header_of("Retry-After"));
    fake_settle(&shop.kafka, 1, FY_ABORT);

    fd = post("/v1/activity", fields, "{\"searched\":{\"results\":1}}");
    site_until(&shop.site, &shop.kafka.count, 4);
    fake_settle(&shop.kafka, 1, FY_ABORT);
    read_answer(fd);
    EXPECT_I64(503, answer.status);
    shop_close();
}

static void a_late_acknowledgement_finds_nobody(void)
{
    char fields[512];
    int fd;

    shop_open(20);
    activity_fields(fields, sizeof(fields), "");
    fd = post("/v1/activity", fields, "{\"searched\":{\"results\":1}}");
    read_answer(fd);
    EXPECT_I64(503, answer.status);
    EXPECT_PART("\"type\":\"/problems/deadline\"", &answer);
    EXPECT_I64(1, shop.kafka.count);
    fake_settle(&shop.kafka, 1, FY_OK);
    post_and_settle("/v1/activity", fields, "{\"searched\":{\"results\":1}}");
    EXPECT_I64(202, answer.status);
    shop_close();
}

static void without_a_broker_it_says_so_at_once_and_comes_back(void)
{
    char fields[512];

    shop_open(60000);
    activity_fields(fields, sizeof(fields), "");
    shop.kafka.connected = false;
    read_answer(post("/v1/activity", fields, "{\"searched\":{\"results\":1}}"));
    EXPECT_I64(503, answer.status);
    EXPECT_PART("\"type\":\"/problems/no-broker\"", &answer);
    EXPECT_TEXT("1", header_of("Retry-After"));
    EXPECT_I64(0, shop.kafka.count);
    shop.kafka.connected = true;
    post_and_settle("/v1/activity", fields, "{\"searched\":{\"results\":1}}");
    EXPECT_I64(202, answer.status);
    shop_close();
}

/* What was not sent is known not to be written: that is a better answer than a time-out. */
static void what_was_not_sent_is_said_not_to_be_written(void)
{
    char fields[512];
    int fd;

    shop_open(60000);
    activity_fields(fields, sizeof(fields), "");
    fd = post("/v1/activity", fields, "{\"searched\":{\"results\":0}}");
    site_until(&shop.site, &shop.kafka.count, 1);
    fake_settle(&shop.kafka, 1, FY_REJECT);
    read_answer(fd);
    EXPECT_I64(503, answer.status);
    EXPECT_PART("\"type\":\"/problems/no-broker\"", &answer);

    /* Of several, others may be on their way. */
    fd = post(
        "/v1/activity", fields, "[{\"searched\":{\"results\":1}},{\"searched\":{\"results\":2}}]");
    site_until(&shop.site, &shop.kafka.count, 3);
    fake_settle(&shop.kafka, 2, FY_REJECT);
    read_answer(fd);
    EXPECT_PART("\"type\":\"/problems/deadline\"", &answer);
    shop_close();
}

/* Two of three fit: the client asks again, and the two are repeats then. */
static void a_full_queue_is_told_to_come_back(void)
{
    char fields[512];

    shop_open(60000);
    activity_fields(fields, sizeof(fields), "");
    shop.kafka.room = 2;
    read_answer(post("/v1/activity", fields,
        "[{\"searched\":{\"results\":1}},{\"searched\":{\"results\":2}},{\"searched\":{\"results\":"
        "3}}]"));
    EXPECT_I64(503, answer.status);
    EXPECT_PART("\"type\":\"/problems/busy\"", &answer);
    EXPECT_I64(2, shop.kafka.count);
    fake_settle(&shop.kafka, 2, FY_OK);
    read_answer(post("/v1/activity", fields, "{\"searched\":{\"results\":1}}"));
    EXPECT_I64(503, answer.status);
    shop_close();
}

static void what_cannot_be_taken_is_named_and_nothing_is_sent(void)
{
    static const struct {
        const char *path;
        const char *fields;
        const char *body;
        int status;
        const char *part; /* Of the problem. */
    } rows[] = {
        {"/v1/activity", "Content-Type: text/html\r\n", "{}", 415, "\"field\":\"Content-Type\""},
        {"/v1/activity", "", "{}", 415, "application/json or text/plain"},
        {"/v1/supply", "Content-Type: text/plain\r\n", "{}", 415, "it must be application/json\""},
        {"/v1/activity", "Content-Type: application/jsonx\r\n", "{}", 415, "bad-media-type"},
        {"/v1/activity", JSON, "", 400, "/problems/bad-json"},
        {"/v1/activity", JSON, "{", 400, "/problems/bad-json"},
        {"/v1/activity", JSON, "{} {}", 400, "/problems/bad-json"},
        {"/v1/activity", JSON, "[]", 422, "no elements"},
        {"/v1/activity", JSON, "{}", 422, "/problems/bad-field"},
        {"/v1/activity", JSON, "[{\"searched\":{\"results\":1}},{\"searched\":{\"results\":-1}}]",
            422, "\"field\":\"[1].searched.results\""},
        {"/v1/activity", JSON, "{\"searched\":{\"results\":-1}}", 422,
            "\"field\":\"searched.results\""},
        {"/v1/activity", JSON, "{\"item_viewed\":{\"sku\":\"cup\"}}", 422,
            "\"detail\":\"item_viewed.sku: no product of this SKU is listed\""},
        {"/v1/activity", JSON,
            "[{\"item_viewed\":{\"sku\":\"mug\"}},{\"item_viewed\":{\"sku\":\"cup\"}}]", 422,
            "\"field\":\"[1].item_viewed.sku\""},
        {"/v1/activity", JSON, "{\"visitor\":\"x\",\"searched\":{\"results\":1}}", 422, "visitor"},
        {"/v1/activity", JSON, "{\"envelope\":{},\"searched\":{\"results\":1}}", 422, "envelope"},
        {"/v1/activity", JSON, "{\"session\":\"ab\",\"searched\":{\"results\":1}}", 422,
            "\"field\":\"n\""},
        {"/v1/activity", JSON, "{\"n\":1,\"searched\":{\"results\":1}}", 422,
            "\"field\":\"session\""},
        {"/v1/activity", JSON "Idempotency-Key: \r\n", "{\"searched\":{\"results\":1}}", 400,
            "\"field\":\"Idempotency-Key\""},
        {"/v1/supply", JSON "Fy-Supplier: s\r\n",
            "{\"sku\":\"cup\",\"stock_counted\":{\"units\":1}}", 422, "\"field\":\"sku\""},
        {"/v1/collections", JSON,
            "{\"collection\":\"c\",\"title\":\"C\",\"skus\":[\"mug\",\"cup\"]}", 422,
            "\"field\":\"skus[1]\""},
    };

    shop_open(60000);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        read_answer(post(rows[i].path, rows[i].fields, rows[i].body));
        EXPECT_I64(rows[i].status, answer.status);
        EXPECT_PART(rows[i].part, &answer);
    }
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

/* A catalogue page: what lists a product, then counts it, and the shop may show it at once. */
static void a_supplier_lists_and_counts_in_one_batch(void)
{
    struct fake_record *sent = shop.kafka.records;
    struct supply supply = {0};
    char fields[512];
    struct fy_err err;

    shop_open(60000);
    post_and_settle("/v1/supply", JSON "Fy-Supplier: s1\r\n",
        "[{\"sku\":\"cup\",\"product_listed\":{\"title\":\"Cup\","
        "\"price\":{\"minor\":999,\"currency\":\"EUR\"}}},"
        "{\"sku\":\"cup\",\"stock_counted\":{\"units\":4}}]");
    EXPECT_I64(202, answer.status);
    EXPECT_TEXT("supply-3-1", header_of("Fy-Position"));
    EXPECT_TEXT("/v1/products", header_of("Location"));
    EXPECT_I64(2, shop.kafka.count);
    EXPECT_I64(FY_OK, supply_decode((struct fy_slice){sent[1].value, sent[1].value_size},
                          &shop.arena, &supply, &err));
    EXPECT_TEXT("operator:ann", supply.envelope.actor);
    EXPECT_TEXT("s1", supply.envelope.root);
    EXPECT_TEXT("cup", ((struct fy_slice){sent[1].key, sent[1].key_size}));
    EXPECT_I64(4, supply.stock_counted->units);

    activity_fields(fields, sizeof(fields), "");
    post_and_settle("/v1/activity", fields, "{\"item_viewed\":{\"sku\":\"cup\"}}");
    EXPECT_I64(202, answer.status);
    post_and_settle("/v1/supply", JSON "Fy-Supplier: s1\r\n",
        "{\"sku\":\"cup\",\"stock_counted\":{\"units\":3}}");
    EXPECT_I64(202, answer.status);
    EXPECT_TEXT("/v1/products/cup", header_of("Location"));
    shop_close();
}

static void a_collection_is_written_down(void)
{
    struct fake_record *sent = shop.kafka.records;
    struct collection collection = {0};
    struct fy_err err;

    shop_open(60000);
    post_and_settle("/v1/collections", JSON "Idempotency-Key: k\r\n",
        "{\"collection\":\"summer\",\"title\":\"Summer\",\"skus\":[\"mug\"]}");
    EXPECT_I64(202, answer.status);
    EXPECT_TEXT("/v1/collections/summer", header_of("Location"));
    EXPECT_I64(FY_TOPIC_COLLECTIONS, sent[0].topic);
    EXPECT_TEXT("summer", ((struct fy_slice){sent[0].key, sent[0].key_size}));
    EXPECT_I64(FY_OK, collection_decode((struct fy_slice){sent[0].value, sent[0].value_size},
                          &shop.arena, &collection, &err));
    EXPECT_TEXT("mug", collection.skus.items[0]);
    EXPECT_TEXT("operator:ann", collection.envelope.actor);
    shop_close();
}

static const CU_TestInfo tests[] = {
    TEST(a_click_is_answered_when_it_is_acknowledged),
    TEST(a_stranger_becomes_a_visitor),
    TEST(a_browser_may_ask_not_to_be_learnt_from),
    TEST(ids_follow_from_what_the_client_named),
    TEST(a_key_with_another_body_is_refused),
    TEST(a_batch_is_answered_once_all_of_it_is_acknowledged),
    TEST(what_was_not_acknowledged_is_said_once),
    TEST(a_late_acknowledgement_finds_nobody),
    TEST(without_a_broker_it_says_so_at_once_and_comes_back),
    TEST(what_was_not_sent_is_said_not_to_be_written),
    TEST(a_full_queue_is_told_to_come_back),
    TEST(what_cannot_be_taken_is_named_and_nothing_is_sent),
    TEST(a_supplier_lists_and_counts_in_one_batch),
    TEST(a_collection_is_written_down),
};

TEST_MAIN(producers.edge, tests)
