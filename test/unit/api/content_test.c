/*
 * What the routes say of the views, before HTTP says it.
 */
#include "test/run.h"
#include "test/unit/api/stage.h"

static struct stage stage;
static struct fy_err err;

static struct fy_slice page(const char *after, int limit)
{
    struct api_answer answer = {0};

    EXPECT_I64(FY_OK,
        catalogue_page(&stage.views, after != NULL ? fy_slice_of(after) : (struct fy_slice){0},
            limit, &stage.arena, &answer, &err));
    return stage_body(&answer);
}

static void products_come_in_pages_in_sku_order(void)
{
    stage_init(&stage);
    EXPECT_TEXT("{\"products\":[],\"next_after\":null}", page(NULL, 2));
    stage_product(&stage, "pot", "A pot", 1);
    stage_product(&stage, "mug", "A <b>mug", 2);
    stage_level(&stage, "mug", 7, 2);
    stage_product(&stage, "tea", "Tea", 3);

    EXPECT_TEXT(
        "{\"products\":["
        "{\"sku\":\"mug\",\"title\":\"A \\u003cb\\u003emug\",\"brand\":null,"
        "\"price\":{\"minor\":1234,\"currency\":\"EUR\"},\"available_units\":7,\"images\":[]},"
        "{\"sku\":\"pot\",\"title\":\"A pot\",\"brand\":null,"
        "\"price\":{\"minor\":1234,\"currency\":\"EUR\"},\"available_units\":0,\"images\":[]}],"
        "\"next_after\":\"pot\"}",
        page(NULL, 2));
    EXPECT_CONTAINS("[{\"sku\":\"tea\"", page("pot", 2));
    EXPECT_CONTAINS("}],\"next_after\":null}", page("pot", 2));
    EXPECT_CONTAINS("[{\"sku\":\"pot\"", page("n", 1)); /* Behind a SKU that is not there. */
    EXPECT_TEXT("{\"products\":[],\"next_after\":null}", page("tea", 2));
    stage_done(&stage);
}

/* A page may be shorter than its limit then; where it goes on is as ever. */
static void a_withdrawn_product_is_in_no_page(void)
{
    struct api_answer answer = {0};

    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 1);
    stage_withdrawn(&stage, "pot", "A pot", 2);
    stage_product(&stage, "tea", "Tea", 3);
    EXPECT_TEXT(
        "{\"products\":["
        "{\"sku\":\"mug\",\"title\":\"A mug\",\"brand\":null,"
        "\"price\":{\"minor\":1234,\"currency\":\"EUR\"},\"available_units\":0,\"images\":[]}],"
        "\"next_after\":\"pot\"}",
        page(NULL, 2));
    EXPECT_CONTAINS("[{\"sku\":\"tea\"", page("pot", 2));
    EXPECT_I64(
        FY_OK, catalogue_product(&stage.views, fy_slice_of("pot"), &stage.arena, &answer, &err));
    EXPECT_I64(404, answer.status);
    stage_done(&stage);
}

static void one_product_says_what_it_includes(void)
{
    struct api_answer answer = {0};

    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 41);
    EXPECT_I64(
        FY_OK, catalogue_product(&stage.views, fy_slice_of("mug"), &stage.arena, &answer, &err));
    EXPECT_TEXT(
        "{\"sku\":\"mug\",\"title\":\"A mug\",\"brand\":null,"
        "\"price\":{\"minor\":1234,\"currency\":\"EUR\"},\"available_units\":0,\"images\":[],"
        "\"description\":null,\"supplier\":\"acme\",\"supplier_count\":0,\"category\":null,"
        "\"gtins\":[],\"prices\":\"/v1/products/mug/prices\",\"live\":\"/v1/products/mug/live\","
        "\"collections\":[],\"as_of\":[\"supply-2-41\"],"
        "\"updated_ms\":1000}",
        stage_body(&answer));

    EXPECT_I64(
        FY_OK, catalogue_product(&stage.views, fy_slice_of("nope"), &stage.arena, &answer, &err));
    EXPECT_I64(404, answer.status);
    EXPECT_I64(FY_PROBLEM_NOT_FOUND, answer.problem);
    stage_done(&stage);
}

/* Two hundred products with the longest titles there are. */
static void the_largest_page_fits(void)
{
    char sku[VIEW_KEY_BYTES_MAX + 1];
    char title[201];
    struct fy_slice body;

    stage_init(&stage);
    memset(title, '<', 200); /* Six bytes each, once escaped. */
    title[200] = '\0';
    for (int i = 0; i < API_PRODUCTS_MAX + 1; i++) {
        (void)snprintf(sku, sizeof(sku), "%064d", i);
        stage_product(&stage, sku, title, i);
    }
    fy_arena_clear(&stage.arena);
    body = page(NULL, API_PRODUCTS_MAX);
    CU_ASSERT_TRUE(body.size > 200 * 1200);
    EXPECT_CONTAINS("199\"}", body); /* next_after. */
    stage_done(&stage);
}

static struct fy_slice collection(const char *id, int after, int limit, bool in_stock_first)
{
    struct api_answer answer = {0};

    EXPECT_I64(FY_OK, collections_one(&stage.views, fy_slice_of(id), after, limit, in_stock_first,
                          &stage.arena, &answer, &err));
    return stage_body(&answer);
}

static void a_collection_shows_its_listed_products_in_its_order(void)
{
    struct fy_slice skus[] = {fy_slice_of("tea"), fy_slice_of("gone"), fy_slice_of("mug")};
    struct api_answer answer = {0};

    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 1);
    stage_product(&stage, "tea", "Tea", 1);
    stage_collection_put(&stage, "tea", "Tea time", skus, 3);

    EXPECT_CONTAINS("{\"collection\":\"tea\",\"title\":\"Tea time\",\"product_count\":2,"
                    "\"unlisted_count\":1,\"products\":[{\"sku\":\"tea\"",
        collection("tea", 0, 100, false));
    EXPECT_CONTAINS("},{\"sku\":\"mug\"", collection("tea", 0, 100, false));
    EXPECT_I64(FY_OK,
        collections_page(&stage.views, (struct fy_slice){0}, 5, &stage.arena, &answer, &err));
    EXPECT_TEXT("{\"collections\":[{\"collection\":\"tea\",\"title\":\"Tea time\","
                "\"product_count\":3}],\"next_after\":null}",
        stage_body(&answer));
    EXPECT_I64(FY_OK, collections_one(&stage.views, fy_slice_of("no"), 0, 100, false, &stage.arena,
                          &answer, &err));
    EXPECT_I64(404, answer.status);
    stage_done(&stage);
}

/* Sold out is said, and may stand behind what can be bought; pages go through all of it once. */
static void a_collection_comes_in_pages_in_stock_first(void)
{
    struct fy_slice skus[] = {
        fy_slice_of("a"), fy_slice_of("b"), fy_slice_of("c"), fy_slice_of("d")};
    struct fy_slice body;

    stage_init(&stage);
    for (int i = 0; i < 4; i++) {
        char sku[] = {(char)('a' + i), '\0'};

        stage_product(&stage, sku, "One", 1);
        stage_level(&stage, sku, i % 2, 1); /* a and c are sold out. */
    }
    stage_collection_put(&stage, "all", "All", skus, 4);
    body = collection("all", 0, 3, false);
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"a\"", body);
    EXPECT_CONTAINS("\"available_units\":0,\"images\":[],\"sold_out\":true},{\"sku\":\"b\"", body);
    EXPECT_CONTAINS("\"sold_out\":false},{\"sku\":\"c\"", body);
    EXPECT_CONTAINS("],\"next_after\":3}", body);
    body = collection("all", 3, 3, false);
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"d\"", body);
    EXPECT_CONTAINS("],\"next_after\":null}", body);

    body = collection("all", 0, 3, true);
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"b\"", body);
    EXPECT_CONTAINS("\"sold_out\":false},{\"sku\":\"d\"", body);
    EXPECT_CONTAINS("\"sold_out\":false},{\"sku\":\"a\"", body);
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"c\"", collection("all", 3, 3, true));
    EXPECT_CONTAINS("\"products\":[],\"next_after\":null", collection("all", 9, 3, true));
    stage_done(&stage);
}

static struct fy_slice levels(const char *one, const char *two, const char *three)
{
    struct fy_slice skus[] = {fy_slice_of(one), fy_slice_of(two), fy_slice_of(three)};
    struct api_answer answer = {0};

    EXPECT_I64(FY_OK, levels_of(&stage.views, skus, 3, &stage.arena, &answer, &err));
    return stage_body(&answer);
}

static void stock_of_many_names_those_that_nobody_has_listed(void)
{
    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 1);
    stage_level(&stage, "mug", 7, 1);
    stage_level(&stage, "tea", 0, 1);
    EXPECT_TEXT("{\"stock\":[{\"sku\":\"tea\",\"available_units\":0},"
                "{\"sku\":\"mug\",\"available_units\":7}],\"unknown\":[\"pot\"]}",
        levels("tea", "pot", "mug"));
    stage_done(&stage);
}

static void saw_price(int64_t n, int64_t day, int64_t minor)
{
    struct stock_event event = {.envelope = stage_envelope(day * 24 * 3600 * 1000),
        .sku = fy_slice_of("mug"),
        .supplier = fy_slice_of("acme"),
        .stock_set = &(struct stock_set){.on_hand_units = 1},
        .has_seen_price_minor = true,
        .seen_price_minor = minor,
        .has_seen_price_n = true,
        .seen_price_n = n,
        .seen_currency = fy_slice_of("EUR")};

    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_STOCK, "mug",
                          stage_encoded(&stage, &stock_event_schema, &event)));
}

static struct fy_slice prices(int limit)
{
    struct api_answer answer = {0};

    EXPECT_I64(
        FY_OK, prices_of(&stage.views, fy_slice_of("mug"), limit, &stage.arena, &answer, &err));
    return stage_body(&answer);
}

/* Days 10, 20 and 60: the price of day 20 was in force when the 30 days before 60 began. */
static void prices_come_newest_first_with_the_lowest_before(void)
{
    struct api_answer answer = {0};

    stage_init(&stage);
    EXPECT_I64(FY_OK, prices_of(&stage.views, fy_slice_of("mug"), 1, &stage.arena, &answer, &err));
    EXPECT_I64(404, answer.status);
    stage_product(&stage, "mug", "A mug", 1);
    EXPECT_TEXT("{\"sku\":\"mug\",\"currency\":\"EUR\",\"lowest_30_days_before_minor\":null,"
                "\"prices\":[]}",
        prices(5));
    saw_price(1, 10, 100);
    EXPECT_CONTAINS("\"lowest_30_days_before_minor\":null,\"prices\":[{\"since_ms\":864000000,"
                    "\"minor\":100}]}",
        prices(5));
    saw_price(2, 20, 400);
    saw_price(3, 60, 300);
    EXPECT_CONTAINS("\"lowest_30_days_before_minor\":400,\"prices\":[{\"since_ms\":5184000000,"
                    "\"minor\":300},{\"since_ms\":1728000000,\"minor\":400}]}",
        prices(2));
    saw_price(4, 61, 350);
    saw_price(5, 62, 250);
    EXPECT_CONTAINS("\"lowest_30_days_before_minor\":300,", prices(1));
    stage_done(&stage);
}

/* The newest stay, whatever their number; a record that is read again changes nothing. */
static void prices_are_bounded(void)
{
    struct fy_slice body;
    const uint8_t *at;
    int count = 0;

    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 1);
    for (int64_t n = 1; n <= 450; n++)
        saw_price(n, n, 1000 + n);
    saw_price(450, 450, 1450);
    body = prices(200);
    EXPECT_CONTAINS("\"minor\":1450},", body);
    EXPECT_CONTAINS("\"minor\":1251}]", body);
    for (at = body.data;
         (at = memmem(at, (size_t)(body.data + body.size - at), "since_ms", 8)) != NULL; at++)
        count++;
    EXPECT_I64(200, count);
    stage_done(&stage);
}

static struct fy_slice history_text(void)
{
    struct api_answer answer = {0};

    EXPECT_I64(FY_OK, history_of(&stage.views, &(struct fy_slice){(const uint8_t *)VISITOR, 32}, 1,
                          &stage.arena, &answer, &err));
    return stage_body(&answer);
}

static void a_visitor_without_a_history_has_an_empty_one(void)
{
    stage_init(&stage);
    EXPECT_TEXT(
        "{\"as_of\":[],\"updated_ms\":null,\"views\":[],\"cart\":[],\"counts\":{\"views\":0,"
        "\"searches\":0,\"cart_changes\":0,\"recommendations_shown\":0,"
        "\"recommendations_clicked\":0}}",
        history_text());
    stage_done(&stage);
}

static void a_history_names_products_and_keeps_those_that_went(void)
{
    struct view views[] = {{fy_slice_of("mug"), 2000}, {fy_slice_of("gone"), 1000}};
    struct cart_item cart[] = {{fy_slice_of("mug"), 2}, {fy_slice_of("gone"), 1}};
    struct history history = {
        .visitor = fy_slice_of(VISITOR),
        .updated_ms = 2001,
        .views = {views, 2},
        .cart = {cart, 2},
        .counts = {.views = 2, .cart_changes = 3},
    };

    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 1);
    history.as_of.items = stage_as_of(&stage, "activity", 3, 41);
    history.as_of.count = 1;
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_HISTORIES, VISITOR,
                          stage_encoded(&stage, &history_schema, &history)));

    EXPECT_CONTAINS("\"as_of\":[\"activity-3-41\"],\"updated_ms\":2001", history_text());
    EXPECT_CONTAINS("\"views\":[{\"sku\":\"mug\",\"title\":\"A mug\",\"event_ms\":2000},"
                    "{\"sku\":\"gone\",\"title\":null,\"event_ms\":1000}]",
        history_text());
    EXPECT_CONTAINS(
        "\"available_units\":0,\"images\":[],\"units\":2},{\"sku\":\"gone\",\"title\":null,"
        "\"available_units\":0,\"units\":1}]",
        history_text());
    EXPECT_CONTAINS("\"counts\":{\"views\":2,\"searches\":0,\"cart_changes\":3", history_text());
    /* The id is the cookie's: no script of the page may read it. */
    CU_ASSERT_PTR_NULL(
        memmem(history_text().data, history_text().size, VISITOR, sizeof(VISITOR) - 1));
    stage_done(&stage);
}

/* Candidates a (viewed last), b (in stock), c (sold out), d (never listed), e (in stock). */
static void stage_list(void)
{
    static const char *const skus[] = {"a", "b", "c", "d", "e"};
    struct recommended_item items[5];
    struct recommendation list = {
        .visitor = fy_slice_of(VISITOR),
        .updated_ms = 5,
        .list_id = fy_slice_of("11111111-2222-8333-8444-555555555555"),
        .current_sku = fy_slice_of("a"),
        .items = {items, 5},
    };

    for (int i = 0; i < 5; i++) {
        items[i] = (struct recommended_item){.sku = fy_slice_of(skus[i]),
            .score = 100 - i,
            .because_sku = fy_slice_of(i == 4 ? "gone" : "a"),
            .sessions = i == 1 ? 7 : 0};
    }
    list.as_of.items = stage_as_of(&stage, "activity", 3, 41);
    list.as_of.count = 1;
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_RECOMMENDATIONS, VISITOR,
                          stage_encoded(&stage, &recommendation_schema, &list)));

    stage_product(&stage, "a", "An apron", 1);
    stage_level(&stage, "a", 3, 1);
    stage_product(&stage, "b", "A bowl", 1);
    stage_level(&stage, "b", 1, 1);
    stage_product(&stage, "c", "A cup", 1);
    stage_level(&stage, "c", 0, 1);
    stage_level(&stage, "d", 9, 1);
    stage_product(&stage, "e", "An egg cup", 1);
    stage_level(&stage, "e", 2, 1);
}

static struct fy_slice asked(const struct shortlist_ask *ask)
{
    struct api_answer answer = {0};

    EXPECT_I64(FY_OK, recommendations_for(&stage.views, ask, &stage.arena, &answer, &err));
    return stage_body(&answer);
}

static struct fy_slice recommended(int limit, bool keep_current)
{
    return asked(&(struct shortlist_ask){
        .visitor = fy_slice_of(VISITOR), .limit = limit, .keep_current = keep_current});
}

/* "b e" of a body that has these items. */
static const char *skus_of(struct fy_slice body)
{
    static char skus[256];
    const char *at = (const char *)body.data;

    skus[0] = '\0';
    while ((at = strstr(at, "{\"sku\":\"")) != NULL) {
        size_t size;

        at += strlen("{\"sku\":\"");
        size = strlen(skus);
        (void)snprintf(skus + size, sizeof(skus) - size, "%s%.*s", size > 0 ? " " : "",
            (int)strcspn(at, "\""), at);
    }
    return skus;
}

static void recommended_is_what_is_listed_and_in_stock_now(void)
{
    stage_init(&stage);
    stage_list();
    EXPECT_TEXT("b e", fy_slice_of(skus_of(recommended(20, false))));
    EXPECT_TEXT("a b e", fy_slice_of(skus_of(recommended(20, true))));

    stage_level(&stage, "b", 0, 2); /* Sold out since the list was made. */
    stage_level(&stage, "c", 1, 2); /* And this one came in. */
    EXPECT_TEXT("c e", fy_slice_of(skus_of(recommended(20, false))));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_PRODUCTS, "e", (struct fy_slice){0}));
    EXPECT_TEXT("c", fy_slice_of(skus_of(recommended(20, false))));
    stage_done(&stage);
}

/* What is left out does not count: a list of two is full if two can be had. */
static void the_limit_counts_what_is_shown(void)
{
    stage_init(&stage);
    stage_list();
    EXPECT_TEXT("b", fy_slice_of(skus_of(recommended(1, false))));
    EXPECT_TEXT("b e", fy_slice_of(skus_of(recommended(2, false))));
    EXPECT_TEXT("a b", fy_slice_of(skus_of(recommended(2, true))));
    stage_done(&stage);
}

static void each_recommended_item_says_why(void)
{
    struct fy_slice body;

    stage_init(&stage);
    stage_list();
    body = recommended(20, false);
    EXPECT_CONTAINS(
        "{\"list_id\":\"11111111-2222-8333-8444-555555555555\",\"variant\":\"ranked\","
        "\"personal\":true,\"as_of\":[\"activity-3-41\"],\"updated_ms\":5,\"current_sku\":\"a\","
        "\"items\":[{\"sku\":\"b\",\"title\":\"A bowl\",\"brand\":null,"
        "\"price\":{\"minor\":1234,\"currency\":\"EUR\"},\"available_units\":1,\"images\":[],"
        "\"kind\":\"item\",\"score\":99,\"share_ppm\":0,\"reason\":{\"because_sku\":\"a\","
        "\"text\":\"because you viewed An apron\",\"sessions\":7}}",
        body);
    /* What speaks for it is not listed any more: its SKU is all there is. */
    EXPECT_CONTAINS(
        "\"reason\":{\"because_sku\":\"gone\",\"text\":\"because you viewed gone\",\"sessions\":0}",
        body);
    stage_done(&stage);
}

/* A visitor who compares may like to go back. */
static void an_item_that_was_viewed_speaks_for_itself(void)
{
    stage_init(&stage);
    stage_list();
    EXPECT_CONTAINS("\"sku\":\"a\"", recommended(20, true));
    EXPECT_CONTAINS("\"reason\":{\"because_sku\":\"a\",\"text\":\"because you viewed it "
                    "before\",\"sessions\":0}",
        recommended(20, true));
    stage_done(&stage);
}

static void nothing_to_recommend_is_an_empty_list(void)
{
    stage_init(&stage);
    EXPECT_TEXT("{\"list_id\":null,\"variant\":\"ranked\",\"personal\":false,\"as_of\":[],"
                "\"updated_ms\":null,\"current_sku\":null,\"items\":[]}",
        recommended(20, false));
    stage_done(&stage);
}

static CU_TestInfo tests[] = {
    TEST(products_come_in_pages_in_sku_order),
    TEST(a_withdrawn_product_is_in_no_page),
    TEST(one_product_says_what_it_includes),
    TEST(the_largest_page_fits),
    TEST(a_collection_shows_its_listed_products_in_its_order),
    TEST(a_collection_comes_in_pages_in_stock_first),
    TEST(stock_of_many_names_those_that_nobody_has_listed),
    TEST(prices_come_newest_first_with_the_lowest_before),
    TEST(prices_are_bounded),
    TEST(a_visitor_without_a_history_has_an_empty_one),
    TEST(a_history_names_products_and_keeps_those_that_went),
    TEST(recommended_is_what_is_listed_and_in_stock_now),
    TEST(the_limit_counts_what_is_shown),
    TEST(each_recommended_item_says_why),
    TEST(an_item_that_was_viewed_speaks_for_itself),
    TEST(nothing_to_recommend_is_an_empty_list),
};

TEST_MAIN(api.content, tests)
