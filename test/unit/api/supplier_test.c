/* What a supplier is told of its own, and that nobody is told what another has. */
#include "api/stock_views.h"
#include "lib/feed_rows.h"
#include "schemas/generated/feed.h"
#include "test/run.h"
#include "test/unit/api/served.h"

static struct fy_err err;

static struct fy_slice page(const char *supplier, const char *after, int limit, bool low)
{
    struct api_answer said = {0};

    EXPECT_I64(FY_OK, supplier_page(&stage.views, fy_slice_of(supplier),
                          after != NULL ? fy_slice_of(after) : (struct fy_slice){0}, limit, low,
                          &stage.arena, &said, &err));
    return stage_body(&said);
}

static void offer(const char *sku, const char *supplier, int64_t on_hand_units, bool low)
{
    stage_product(&stage, sku, "A product", 1);
    stage_offers(&stage, sku,
        &(struct stage_offer){supplier, 500, on_hand_units, 1, on_hand_units - 1, low, false}, 1);
}

static void a_supplier_sees_what_it_offers_with_its_own_numbers(void)
{
    const struct stage_offer both[] = {
        {"acme", 700, 9, 2, 7, true, false}, {"zenith", 600, 40, 0, 40, false, false}};
    struct fy_slice body;

    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 1);
    stage_offers(&stage, "mug", both, 2);
    body = page("acme", NULL, 10, false);
    EXPECT_CONTAINS("{\"supplier\":\"acme\",\"products\":[{\"sku\":\"mug\",\"title\":\"A mug\","
                    "\"price\":{\"minor\":700,\"currency\":\"EUR\"},\"on_hand_units\":9,"
                    "\"held_units\":2,\"committed_units\":0,\"available_units\":7,"
                    "\"threshold_units\":null,\"low\":true,",
        body);
    EXPECT_CONTAINS("\"customer_price\":{\"minor\":1234,", body);
    CU_ASSERT_PTR_NULL(memmem(body.data, body.size, "zenith", 6));
    CU_ASSERT_PTR_NULL(memmem(body.data, body.size, "600", 3));
    EXPECT_CONTAINS("\"on_hand_units\":40,", page("zenith", NULL, 10, false));
    EXPECT_TEXT("{\"supplier\":\"nobody\",\"products\":[],\"next_after\":null}",
        page("nobody", NULL, 10, false));
    stage_done(&stage);
}

/* Its name is the beginning of another's, and the pages are its own all the same. */
static void products_of_a_supplier_come_in_pages(void)
{
    struct api_answer said = {0};
    struct fy_slice body;

    stage_init(&stage);
    offer("a", "acme", 5, false);
    offer("b", "acme", 5, true);
    offer("c", "acme-2", 5, true);
    offer("d", "acme", 5, true);
    body = page("acme", NULL, 2, false);
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"a\"", body);
    EXPECT_CONTAINS("\"next_after\":\"b\"}", body);
    body = page("acme", "b", 2, false);
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"d\"", body);
    EXPECT_CONTAINS("\"next_after\":null}", body);

    body = page("acme", NULL, 1, true);
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"b\"", body);
    EXPECT_CONTAINS("\"next_after\":\"b\"}", body);
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"d\"", page("acme", "b", 1, true));

    EXPECT_I64(FY_OK, supplier_one(&stage.views, fy_slice_of("acme"), fy_slice_of("a"),
                          &stage.arena, &said, &err));
    EXPECT_CONTAINS("{\"sku\":\"a\",", stage_body(&said));
    EXPECT_I64(FY_OK, supplier_one(&stage.views, fy_slice_of("acme"), fy_slice_of("c"),
                          &stage.arena, &said, &err));
    EXPECT_I64(404, said.status);
    stage_done(&stage);
}

/* On offer no more, and still there: its items are counted all the same. */
static void a_withdrawn_product_is_its_suppliers_to_see(void)
{
    const struct stage_offer gone = {"acme", 700, 9, 0, 0, false, true};

    stage_init(&stage);
    stage_withdrawn(&stage, "mug", "A mug", 1);
    stage_offers(&stage, "mug", &gone, 1);
    EXPECT_CONTAINS("\"title\":\"A mug\"", page("acme", NULL, 10, false));
    EXPECT_CONTAINS("\"withdrawn_ms\":0", page("acme", NULL, 10, false));
    stage_done(&stage);
}

/* --- Alerts ----------------------------------------------------------------------------------- */

static struct fy_slice low_event(const char *supplier, const char *sku, int64_t at_ms, int64_t left)
{
    struct low_stock_reached low = {.available_units = left, .threshold_units = 5};
    struct stock_event event = {.envelope = stage_envelope(at_ms),
        .sku = fy_slice_of(sku),
        .supplier = fy_slice_of(supplier),
        .low_stock_reached = &low};

    return stage_encoded(&stage, &stock_event_schema, &event);
}

static void gets_low(const char *supplier, const char *sku, int64_t at_ms, int64_t left)
{
    EXPECT_I64(
        FY_OK, stage_apply(&stage, FY_TOPIC_STOCK, sku, low_event(supplier, sku, at_ms, left)));
}

static void refuses(const char *sku, int64_t at_ms, const char *reason, bool in_a_feed)
{
    struct supply_refused refused = {.reason = fy_slice_of(reason)};
    struct stock_event event = {.envelope = stage_envelope(at_ms),
        .sku = fy_slice_of(sku),
        .supplier = fy_slice_of("acme"),
        .has_n = in_a_feed,
        .supply_refused = &refused};

    if (in_a_feed)
        event.session = fy_slice_of("0123456789abcdef0123456789abcdef");
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_STOCK, sku,
                          stage_encoded(&stage, &stock_event_schema, &event)));
}

static struct fy_slice alerts(const char *after, int limit)
{
    struct api_answer said = {0};

    EXPECT_I64(FY_OK, alerts_page(&stage.views, fy_slice_of("acme"),
                          after != NULL ? fy_slice_of(after) : (struct fy_slice){0}, limit,
                          &stage.arena, &said, &err));
    return stage_body(&said);
}

static void alerts_come_newest_first_in_pages(void)
{
    stage_init(&stage);
    EXPECT_TEXT("{\"supplier\":\"acme\",\"alerts\":[],\"next_after\":null}", alerts(NULL, 5));
    stage_product(&stage, "mug", "A mug", 1);
    gets_low("acme", "mug", 100, 4);
    gets_low("acme", "pot", 300, 3);
    gets_low("zenith", "mug", 400, 2);
    refuses("mug", 200, "below_zero", false);
    refuses("mug", 250, "too_many", true); /* Its feed tells. */
    EXPECT_TEXT(
        "{\"supplier\":\"acme\",\"alerts\":[{\"alert\":\"300.pot.l\",\"kind\":\"low_stock_"
        "reached\","
        "\"at_ms\":300,\"sku\":\"pot\",\"title\":null,\"available_units\":3,\"threshold_units\":5},"
        "{\"alert\":\"200.mug.r\",\"kind\":\"supply_refused\",\"at_ms\":200,\"sku\":\"mug\","
        "\"title\":\"A mug\",\"reason\":\"below_zero\"}],\"next_after\":\"200.mug.r\"}",
        alerts(NULL, 2));
    EXPECT_TEXT("{\"supplier\":\"acme\",\"alerts\":[{\"alert\":\"100.mug.l\","
                "\"kind\":\"low_stock_reached\",\"at_ms\":100,\"sku\":\"mug\",\"title\":\"A mug\","
                "\"available_units\":4,\"threshold_units\":5}],\"next_after\":null}",
        alerts("200.mug.r", 2));
    stage_done(&stage);
}

static int count_of(const char *part, struct fy_slice body)
{
    struct fy_slice text = fy_arena_copy(&stage.arena, body); /* With a NUL behind it. */
    int count = 0;

    for (const char *at = (const char *)text.data; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

/* A supplier would miss each of them, two of one millisecond too; but not all stay for ever. */
static void of_each_kind_and_sku_the_newest_few_stay(void)
{
    stage_init(&stage);
    gets_low("acme", "mug", 100, 4);
    gets_low("acme", "mug", 200, 3);
    gets_low("acme", "mug", 200, 2);
    gets_low("acme", "pot", 150, 1);
    EXPECT_I64(4, count_of("\"kind\"", alerts(NULL, 50)));
    EXPECT_I64(2, count_of("\"at_ms\":200", alerts(NULL, 50)));
    EXPECT_CONTAINS("\"available_units\":3", alerts(NULL, 50));
    EXPECT_CONTAINS("\"available_units\":2", alerts(NULL, 50));
    for (int i = 0; i < 20; i++)
        gets_low("acme", "mug", 300 + i, 5 - i % 5);
    EXPECT_I64(ALERTS_KEPT, count_of("\"sku\":\"mug\"", alerts(NULL, 50)));
    EXPECT_CONTAINS("\"at_ms\":312", alerts(NULL, 50));
    EXPECT_I64(0, count_of("\"at_ms\":311", alerts(NULL, 50)));
    EXPECT_I64(1, count_of("\"sku\":\"pot\"", alerts(NULL, 50)));
    stage_done(&stage);
}

/* In one slice too, in which the store does not show the row before. */
static void those_of_one_slice_know_of_each_other(void)
{
    struct fy_store_batch *batch;

    stage_init(&stage);
    gets_low("acme", "mug", 100, 4);
    batch = fy_store_batch_new(stage.views.store);
    for (int i = 0; i < ALERTS_KEPT; i++) {
        struct fy_record record = {.topic = FY_TOPIC_STOCK,
            .partition = 3,
            .offset = stage.offset++,
            .key = fy_slice_of("mug"),
            .value = low_event("acme", "mug", 300 + i, 1)};

        EXPECT_I64(FY_OK, views_apply(&stage.views, &record, batch, &stage.arena, &err));
    }
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
    views_settle(&stage.views);
    EXPECT_I64(ALERTS_KEPT, count_of("\"kind\"", alerts(NULL, 50)));
    EXPECT_I64(0, count_of("\"at_ms\":100", alerts(NULL, 50)));
    EXPECT_CONTAINS("\"alert\":\"307.mug.l\"", alerts(NULL, 1));
    stage_done(&stage);
}

static void a_page_that_nobody_named_is_refused(void)
{
    static const char *const odd[] = {"", "7", "mug", "-5.mug.l", "5x.mug.l", ".mug.l", "5.", "5.l",
        "5.mugl", "1234567890123456.mug.l"};

    stage_init(&stage);
    for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
        struct api_answer said = {0};

        EXPECT_I64(FY_OK, alerts_page(&stage.views, fy_slice_of("acme"), fy_slice_of(odd[i]), 5,
                              &stage.arena, &said, &err));
        EXPECT_I64(400, said.status);
    }
    stage_done(&stage);
}

/* --- Feeds ------------------------------------------------------------------------------------ */

static void feed_opens(const char *supplier, char letter, int64_t at_ms)
{
    struct feed_opened opened = {0};
    char id[33] = {0};
    struct feed feed = {.envelope = stage_envelope(at_ms),
        .supplier = fy_slice_of(supplier),
        .feed_opened = &opened};

    memset(id, letter, 32);
    feed.feed = fy_slice_of(id);
    EXPECT_I64(
        FY_OK, stage_apply(&stage, FY_TOPIC_FEEDS, id, stage_encoded(&stage, &feed_schema, &feed)));
}

/* One that was sent again stands once, where it began again. */
static void feeds_of_a_supplier_come_newest_first(void)
{
    struct api_answer said = {0};

    stage_init(&stage);
    feed_opens("acme", 'a', 100);
    feed_opens("acme", 'b', 200);
    feed_opens("zenith", 'c', 250);
    feed_opens("acme", 'a', 300);
    EXPECT_I64(FY_OK, feeds_page(&stage.views, fy_slice_of("acme"), (struct fy_slice){0}, 5,
                          &stage.arena, &said, &err));
    EXPECT_TEXT("{\"supplier\":\"acme\",\"feeds\":["
                "{\"feed\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"opened_ms\":300,"
                "\"state\":\"open\",\"rows\":0,\"accepted\":0,\"refused\":0},"
                "{\"feed\":\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\",\"opened_ms\":200,"
                "\"state\":\"open\",\"rows\":0,\"accepted\":0,\"refused\":0}],\"next_after\":null}",
        stage_body(&said));
    stage_done(&stage);
}

/* --- Over HTTP -------------------------------------------------------------------------------- */

/* What acme has, in numbers that nothing else is. Nothing of it can be bought, or is the cheapest.
 */
static void stage_secrets(void)
{
    const struct stage_offer both[] = {
        {"zenith", 1234, 5, 0, 5, false, false}, {"acme", 31337, 424242, 424242, 0, true, false}};

    stage_product(&stage, "mug", "A mug", 1);
    stage_offers(&stage, "mug", both, 2);
    gets_low("acme", "mug", 777000777, 515151);
    feed_opens("acme", 'a', 777000778);
}

static int secrets_in(const char *text)
{
    static const char *const secrets[] = {
        "31337", "424242", "777000777", "777000778", "515151", "aaaaaaaaaaaaaaaa"};
    int count = 0;

    for (size_t i = 0; i < sizeof(secrets) / sizeof(secrets[0]); i++)
        count += strstr(text, secrets[i]) != NULL;
    return count;
}

/* Of a stream the first event, or that there is none. */
static void ask_any(const char *path, const char *headers)
{
    int fd = say(path, headers);

    if (strstr(path, "/live") != NULL) {
        answer.size = 0;
        answer.text[0] = '\0';
        while (strstr(answer.text, "}\n\n") == NULL && strstr(answer.text, "\n:\n\n") == NULL &&
               strstr(answer.text, "problem+json") == NULL &&
               site_fill(&site, fd, &answer, answer.size + 1))
            continue;
        (void)close(fd);
    } else {
        hear(fd);
    }
}

/*
 * Every route there is, as anybody and as another supplier: none tells what acme has. Its own
 * routes do, so the walk would see it.
 */
static void no_route_tells_what_another_supplier_has(void)
{
    static const char *const callers[] = {"", "Authorization: " PERSON "\r\n",
        "Authorization: " PERSON "\r\nFy-Supplier: zenith\r\n"};
    const struct live_config live = {
        .streams_max = 64, .address_max = 64, .event_ms = 1, .beat_ms = 20, .life_ms = 60000};
    int own = 0, walked = 0;

    served_live = &live;
    open_api(4);
    stage_secrets();
    for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++) {
        char path[256];

        if (strcmp(routes[i].method, "GET") != 0 ||
            strncmp(routes[i].pattern, "/registry/", 10) == 0)
            continue;
        /* The gate lets nobody else to a supplier's routes, and none to another's. */
        for (size_t j = strstr(routes[i].roles, "supplier") != NULL ? 2 : 0;
             j < sizeof(callers) / sizeof(callers[0]); j++) {
            path_of(&routes[i], "zenith", path);
            ask_any(path, callers[j]);
            EXPECT_I64(0, secrets_in(answer.text));
            CU_ASSERT_TRUE(answer.status != 400); /* served.h has the queries that routes need. */
            walked++;
        }
        if (strstr(routes[i].pattern, "/suppliers/{supplier}/") == NULL)
            continue;
        path_of(&routes[i], "acme", path);
        ask_any(path, "Authorization: " PERSON "\r\nFy-Supplier: acme\r\n");
        own += secrets_in(answer.text) > 0;
    }
    CU_ASSERT_TRUE(walked > 40);
    EXPECT_I64(5, own);
    close_api();
    served_live = NULL;
}

/* A page polls: what has not changed costs a 304, and what has is said. */
static void each_page_has_an_etag_that_follows_it(void)
{
    static const char *const paths[] = {"/v1/products", "/v1/products/mug", "/v1/stock?sku=mug,pot",
        "/v1/collections", "/v1/collections/tea", "/v1/suppliers/acme/products",
        "/v1/suppliers/acme/products/mug", "/v1/suppliers/acme/alerts"};
    struct fy_slice skus[] = {fy_slice_of("mug")};
    struct collection tea = {.envelope = stage_envelope(1),
        .collection = fy_slice_of("tea"),
        .title = fy_slice_of("Tea"),
        .skus = {skus, 1}};

    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        char headers[160];
        char *etag;

        open_api(4);
        stage_product(&stage, "mug", "A mug", 1);
        stage_offers(&stage, "mug", &(struct stage_offer){"acme", 700, 9, 2, 7, true, false}, 1);
        EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_COLLECTIONS, "tea",
                              stage_encoded(&stage, &collection_schema, &tea)));
        ask(paths[i], "Fy-Supplier: acme\r\n");
        EXPECT_I64(200, answer.status);
        etag = strstr(answer.text, "\r\nETag: ");
        CU_ASSERT_PTR_NOT_NULL_FATAL(etag);
        (void)snprintf(headers, sizeof(headers), "If-None-Match: %.38s\r\n", etag + 8);
        ask(paths[i], headers);
        EXPECT_I64(304, answer.status);

        stage_product(&stage, "pot", "A pot", 2);
        stage_offers(&stage, "mug", &(struct stage_offer){"acme", 700, 9, 3, 6, true, false}, 1);
        tea.title = fy_slice_of("Tea and more");
        tea.skus.count = 0;
        EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_COLLECTIONS, "tea",
                              stage_encoded(&stage, &collection_schema, &tea)));
        gets_low("acme", "mug", 5000, 3);
        ask(paths[i], headers);
        EXPECT_I64(200, answer.status);
        tea.title = fy_slice_of("Tea");
        tea.skus.count = 1;
        close_api();
    }
}

static void what_breaks_a_limit_is_refused(void)
{
    static const char *const paths[] = {"/v1/stock", "/v1/stock?sku=", "/v1/stock?sku=a,,b",
        "/v1/products/mug/prices?limit=201", "/v1/collections/tea?after=501",
        "/v1/collections/tea?in_stock_first=2", "/v1/suppliers/acme/products?limit=0",
        "/v1/suppliers/acme/products?low=yes", "/v1/suppliers/acme/alerts?after=x",
        "/v1/suppliers/acme/feeds?limit=201"};
    char many[1024] = "/v1/stock?sku=a";

    open_api(4);
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        ask(paths[i], "Fy-Supplier: acme\r\n");
        EXPECT_I64(400, answer.status);
        EXPECT_PART("/problems/bad-query", &answer);
    }
    for (int i = 1; i < 200; i++)
        (void)strcat(many, ",a");
    ask(many, "");
    EXPECT_I64(200, answer.status);
    (void)strcat(many, ",a");
    ask(many, "");
    EXPECT_I64(400, answer.status);
    EXPECT_PART("sku: at most 200 at once", &answer);
    close_api();
}

static CU_TestInfo tests[] = {
    TEST(a_supplier_sees_what_it_offers_with_its_own_numbers),
    TEST(products_of_a_supplier_come_in_pages),
    TEST(a_withdrawn_product_is_its_suppliers_to_see),
    TEST(alerts_come_newest_first_in_pages),
    TEST(of_each_kind_and_sku_the_newest_few_stay),
    TEST(those_of_one_slice_know_of_each_other),
    TEST(a_page_that_nobody_named_is_refused),
    TEST(feeds_of_a_supplier_come_newest_first),
    TEST(no_route_tells_what_another_supplier_has),
    TEST(each_page_has_an_etag_that_follows_it),
    TEST(what_breaks_a_limit_is_refused),
};

TEST_MAIN(api.supplier, tests)
