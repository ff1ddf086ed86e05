/*
 * input_test.c - what is not as it should be is refused with words that name field and limit, and
 * nothing of it is written.
 */
#include "test/e2e/shopper.h"
#include "test/run.h"

#include <stdlib.h>

struct bad {
    const char *path;
    const char *body;
    const char *header; /* Instead of application/json, or beside it. */
    long status;
    const char *problem;
    const char *words; /* In the answer: the field, or the limit. */
};

/* SKU is listed; LONG65 is 65 letters. Replaced before sending. */
static const struct bad table[] = {
    /* Not JSON. */
    {"/v1/activity", "", NULL, 400, "bad-json", NULL},
    {"/v1/activity", "{", NULL, 400, "bad-json", NULL},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"SKU\"}} x", NULL, 400, "bad-json", NULL},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"\xff\xfe\"}}", NULL, 400, "bad-json", NULL},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"a\\u0000b\"}}", NULL, 400, "bad-json", NULL},
    /* JSON, but not of this schema. */
    {"/v1/activity", "{}", NULL, 422, "bad-field", NULL},
    {"/v1/activity", "[]", NULL, 422, "bad-field", NULL},
    {"/v1/activity", "7", NULL, 400, "bad-json", "array"},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"SKU\"},\"colour\":1}", NULL, 422, "bad-field",
        "colour"},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"SKU\",\"sku\":\"SKU\"}}", NULL, 422, "bad-field",
        "item_viewed.sku"},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":7}}", NULL, 422, "bad-field", "item_viewed.sku"},
    {"/v1/activity", "{\"item_viewed\":{}}", NULL, 422, "bad-field", "item_viewed.sku"},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"\"}}", NULL, 422, "bad-field", "item_viewed.sku"},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"LONG65\"}}", NULL, 422, "bad-field", "64"},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"a b\"}}", NULL, 422, "bad-field",
        "item_viewed.sku"},
    {"/v1/activity", "{\"cart_item_set\":{\"sku\":\"SKU\",\"units\":1000}}", NULL, 422, "bad-field",
        "999"},
    {"/v1/activity", "{\"cart_item_set\":{\"sku\":\"SKU\",\"units\":1.5}}", NULL, 422, "bad-field",
        "cart_item_set.units"},
    {"/v1/activity", "{\"cart_item_set\":{\"sku\":\"SKU\",\"units\":99999999999999999999}}", NULL,
        422, "bad-field", "cart_item_set.units"},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"SKU\"},\"searched\":{\"results\":1}}", NULL, 422,
        "bad-field", NULL},
    {"/v1/activity", "{\"visitor\":\"0\",\"item_viewed\":{\"sku\":\"SKU\"}}", NULL, 422,
        "bad-field", "visitor"},
    {"/v1/activity", "{\"session\":\"XYZ\",\"n\":1,\"item_viewed\":{\"sku\":\"SKU\"}}", NULL, 422,
        "bad-field", "session"},
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"never-listed\"}}", NULL, 422, "unknown-sku",
        "item_viewed.sku"},
    {"/v1/supply", "{\"sku\":\"never-listed\",\"stock_counted\":{\"units\":1}}", NULL, 422,
        "unknown-sku", "sku"},
    {"/v1/supply", "{\"sku\":\"SKU\",\"stock_counted\":{\"units\":-1}}", NULL, 422, "bad-field",
        "stock_counted.units"},
    {"/v1/supply",
        "{\"sku\":\"SKU\",\"price_set\":{\"price\":{\"minor\":1,\"currency\":"
        "\"eur\"}}}",
        NULL, 422, "bad-field", "price_set.price.currency"},
    {"/v1/collections", "{\"collection\":\"c\",\"title\":\"\",\"skus\":[]}", NULL, 422, "bad-field",
        "title"},
    {"/v1/collections", "{\"collection\":\"c\",\"title\":\"t\",\"skus\":[\"never-listed\"]}", NULL,
        422, "unknown-sku", "skus"},
    /* Not of this route. */
    {"/v1/activity", "{\"item_viewed\":{\"sku\":\"SKU\"}}", "Content-Type: application/xml", 415,
        "bad-media-type", NULL},
    {"/v1/nothing", "{}", NULL, 404, "not-found", NULL},
    {"/v1/products", "{}", NULL, 404, "not-found", NULL},
};

static void replace(char *text, size_t size, const char *from, const char *to)
{
    char rest[1024];
    char *at = strstr(text, from);

    if (at == NULL)
        return;
    (void)snprintf(rest, sizeof(rest), "%s", at + strlen(from));
    (void)snprintf(at, size - (size_t)(at - text), "%s%s", to, rest);
}

static int64_t written(void)
{
    return topic_end(FY_TOPIC_ACTIVITY) + topic_end(FY_TOPIC_SUPPLY) +
           topic_end(FY_TOPIC_COLLECTIONS);
}

static void bad_input_is_named_and_not_written(void)
{
    const char *sku = listed_product();
    int64_t before = written();
    char long65[66], body[1024];

    memset(long65, 'a', 65);
    long65[65] = '\0';
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        const struct bad *bad = &table[i];
        const char *who = strcmp(bad->path, "/v1/supply") == 0 ? owner_of("e2e") : an_operator();
        const char *const headers[] = {who, bad->header, NULL};

        (void)snprintf(body, sizeof(body), "%s", bad->body);
        replace(body, sizeof(body), "SKU", sku);
        replace(body, sizeof(body), "LONG65", long65);
        (void)fprintf(stderr, "  %s %s\n", bad->path, body);
        EXPECT_PROBLEM(bad->status, bad->problem, bad->words, http_post(bad->path, body, headers));
    }
    EXPECT_I64(before, written());
}

/* Both ways: the route's own limit, and the one of nginx above all routes. */
static void a_large_body_is_refused(void)
{
    static const size_t sizes[] = {65536 + 1, 1048576, 4 << 20};
    int64_t before = written();
    char *body = malloc(4 << 20);

    CU_ASSERT_PTR_NOT_NULL_FATAL(body);
    memset(body, ' ', 4 << 20);
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
        EXPECT_PROBLEM(
            413, "body-too-large", NULL, http_post_bytes("/v1/activity", body, sizes[i], NULL));
    EXPECT_PROBLEM(413, "body-too-large", NULL,
        http_post_bytes("/v1/supply", body, 1048577, AS_OWNER_OF("e2e")));
    EXPECT_I64(before, written());
    free(body);
}

/* More events than a batch takes. */
static void a_long_batch_is_refused(void)
{
    const char *sku = listed_product();
    int64_t before = written();
    char *body = malloc(65536);
    size_t at = 0;

    CU_ASSERT_PTR_NOT_NULL_FATAL(body);
    for (int i = 0; at < 60000; i++)
        at += (size_t)snprintf(
            body + at, 65536 - at, "%c{\"item_viewed\":{\"sku\":\"%s\"}}", i == 0 ? '[' : ',', sku);
    body[at++] = ']';
    EXPECT_PROBLEM(400, "bad-json", "100", http_post_bytes("/v1/activity", body, at, NULL));
    EXPECT_I64(before, written());
    free(body);
}

static void bad_reads_are_named(void)
{
    static const char *const after_bad[] = {"Fy-After: nonsense", NULL};

    EXPECT_PROBLEM(404, "not-found", NULL, http_get("/v1/products/never-listed", NULL));
    EXPECT_PROBLEM(400, "bad-query", "limit", http_get("/v1/products?limit=x", NULL));
    EXPECT_PROBLEM(400, "bad-query", "limit", http_get("/v1/products?limit=100000", NULL));
    EXPECT_PROBLEM(400, "bad-query", "Fy-After", http_get("/v1/products/x", after_bad));
}

static const CU_TestInfo tests[] = {
    TEST(bad_input_is_named_and_not_written),
    TEST(a_large_body_is_refused),
    TEST(a_long_batch_is_refused),
    TEST(bad_reads_are_named),
};

TEST_MAIN(input, tests)
