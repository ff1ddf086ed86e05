/*
 * Search over HTTP: what comes from outside, however it is meant, is answered or refused in words.
 */
#include "api/search_check.h"
#include "test/run.h"
#include "test/unit/api/served.h"

static void three_products(void)
{
    stage_product(&stage, "mug", "Speckled mug, \"blue\"", 1);
    stage_product(&stage, "flask", "Steel flask", 2);
    stage_level(&stage, "flask", 7, 3);
    stage_withdrawn(&stage, "pot", "A pot", 4);
    search_rows_free(api.search);
    open_search();
}

static void a_search_is_answered(void)
{
    open_api(4);
    three_products();
    ask("/v1/search?q=fla", "");
    EXPECT_I64(200, answer.status);
    EXPECT_PART(
        "{\"total\":1,\"approximate\":false,\"changes\":[],\"products\":[{\"sku\":\"flask\"",
        &answer);
    EXPECT_PART("\r\nETag: \"", &answer);
    ask("/v1/search?q=pot", ""); /* On offer no more. */
    EXPECT_PART("{\"total\":0,", &answer);
    ask("/v1/search", "");
    EXPECT_PART("{\"total\":2,", &answer);
    ask("/v1/search?collection=none", "");
    EXPECT_PART("{\"total\":0,", &answer);
    ask("/v1/search?in_stock=1&limit=1&supplier=acme&price_min=1&price_max=1234", "");
    EXPECT_PART("{\"total\":1,", &answer);
    ask("/v1/search", "Fy-After: supply-3-42\r\n");
    EXPECT_I64(400, answer.status);
    close_api();
}

/* Operators of other people's query languages are blanks here; what is too long is named. */
static void hostile_questions_do_no_harm(void)
{
    static const struct {
        const char *query, *part;
        int status;
    } cases[] = {
        {"%22", "\"total\":0,", 200},
        {"mug%22%20OR%201%3D1%20--", "\"total\":1,", 200}, /* What is there of it: or, 1, mug. */
        {"title%3Amug*%20NEAR(%22a%22)", "\"total\":1,", 200},
        {"%25%25%25___", "\"total\":0,", 200},
        {"(((((((((((((((((((((((((((((((((((((((((((", "\"total\":0,", 200},
        {"%00", "bad-query", 400},
        {"mug%0A", "bad-query", 400},
        {"%ff%fe", "bad-query", 400},
        {"%F0%9F%8D%B5", "\"total\":0,", 200}, /* A cup of tea. */
        {"a+b+c+d+e+f+g+h+i+j+k+l+m", "q: 13 words, at most 12", 400},
    };
    char path[256];

    open_api(4);
    three_products();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        (void)snprintf(path, sizeof(path), "/v1/search?q=%s", cases[i].query);
        ask(path, "");
        EXPECT_I64(cases[i].status, answer.status);
        EXPECT_PART(cases[i].part, &answer);
    }
    close_api();
}

/* At the start the catalogue may be large: meanwhile search says so, and all else answers. */
static void while_it_reads_it_says_so(void)
{
    const struct search_rows_config config = {.views = &api.views};
    struct fy_err err;

    open_api(4);
    three_products();
    search_rows_free(api.search);
    EXPECT_I64(FY_OK, search_rows_new(&config, &api.search, &err));
    ask("/v1/search?q=mug", "");
    EXPECT_I64(503, answer.status);
    EXPECT_PART("/problems/not-ready", &answer);
    EXPECT_PART("\r\nRetry-After: 1\r\n", &answer);
    ask("/v1/search?limit=0", "");
    EXPECT_I64(400, answer.status);
    ask("/v1/products/mug", "");
    EXPECT_I64(200, answer.status);
    close_api();
}

static void expect_checked(const char *query, const char *said)
{
    char path[64];

    (void)snprintf(path, sizeof(path), "/v1/search/check%s", query);
    ask(path, "");
    EXPECT_I64(200, answer.status);
    EXPECT_PART(said, &answer);
}

/* What the index lacks, has too much or has wrong is told, with one SKU of it. */
static void the_index_is_held_against_the_rows(void)
{
    struct search_index *index;
    struct shown_product flask;
    struct product ghost = {.sku = fy_slice_of("ghost"),
        .title = fy_slice_of("A ghost"),
        .supplier = fy_slice_of("acme"),
        .price = {1, fy_slice_of("EUR")}};
    struct fy_err err;
    bool known = false;

    open_api(4);
    three_products();
    index = (struct search_index *)(uintptr_t)search_rows_index(api.search);
    EXPECT_I64(FY_OK,
        views_product(&stage.views, fy_slice_of("flask"), &stage.arena, &known, &flask, &err));
    expect_checked("", "{\"looked\":3,\"differ\":0,\"first\":null,\"next\":null}");
    expect_checked("?after=flask", "{\"looked\":2,\"differ\":0,");
    expect_checked("?documents=1", "{\"looked\":2,\"differ\":0,\"first\":null,\"next\":null}");

    search_index_stock(index, fy_slice_of("flask"), false);
    expect_checked("", "{\"looked\":3,\"differ\":1,\"first\":\"flask\",");
    CU_ASSERT_TRUE(search_index_put(index, &flask.product, NULL, false));
    expect_checked("", "{\"looked\":3,\"differ\":1,\"first\":\"flask\",");
    expect_checked("?documents=1", "{\"looked\":1,\"differ\":0,");
    CU_ASSERT_TRUE(search_index_put(index, NULL, &flask.product, true));
    expect_checked("", "{\"looked\":3,\"differ\":0,");
    search_terms_remove(index->terms, fy_slice_of("steel"), SEARCH_TITLE, 0);
    search_terms_remove(index->terms, fy_slice_of("steel"), SEARCH_TITLE, 1);
    expect_checked("", "{\"looked\":3,\"differ\":1,\"first\":\"flask\",");

    CU_ASSERT_TRUE(search_index_put(index, NULL, &ghost, true));
    expect_checked("?documents=1", "{\"looked\":3,\"differ\":1,\"first\":\"ghost\",");
    ask("/v1/search/check?documents=2", "");
    EXPECT_I64(400, answer.status);
    close_api();
}

/* More than one piece: each says where the next begins. */
static void a_check_goes_on_where_it_stopped(void)
{
    char sku[16], part[64];

    open_api(4);
    for (int i = 0; i < SEARCH_CHECK_PIECE + 10; i++) {
        (void)snprintf(sku, sizeof(sku), "s%04d", i);
        stage_product(&stage, sku, "Mug", 1);
    }
    search_rows_free(api.search);
    open_search();
    (void)snprintf(part, sizeof(part),
        "{\"looked\":%d,\"differ\":0,\"first\":null,\"next\":\"s%04d\"}", SEARCH_CHECK_PIECE,
        SEARCH_CHECK_PIECE - 1);
    expect_checked("", part);
    (void)snprintf(part, sizeof(part), "?after=s%04d", SEARCH_CHECK_PIECE - 1);
    expect_checked(part, "{\"looked\":10,\"differ\":0,\"first\":null,\"next\":null}");
    (void)snprintf(part, sizeof(part), "\"next\":\"%d\"}", SEARCH_CHECK_PIECE);
    expect_checked("?documents=1", part);
    (void)snprintf(part, sizeof(part), "?documents=1&from=%d", SEARCH_CHECK_PIECE);
    expect_checked(part, "{\"looked\":10,\"differ\":0,\"first\":null,\"next\":null}");
    close_api();
}

static const CU_TestInfo tests[] = {
    TEST(a_search_is_answered),
    TEST(hostile_questions_do_no_harm),
    TEST(while_it_reads_it_says_so),
    TEST(the_index_is_held_against_the_rows),
    TEST(a_check_goes_on_where_it_stopped),
};

TEST_MAIN(api.search_http, tests)
