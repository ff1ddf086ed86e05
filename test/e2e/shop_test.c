/*
 * shop_test.c - what a shopper and a supplier do over HTTP, on a real stand: what was said travels
 * through Kafka and the programs, and comes back over HTTP.
 */
#include "schemas/generated/dead_letter.h"
#include "test/e2e/shopper.h"
#include "test/run.h"

/* --- Suppliers ----------------------------------------------------------------------------------
 */

/* A supplier lists a product and counts it: the place of the write is enough to read it back. */
static void a_listed_product_appears_with_its_stock(void)
{
    const char *sku = fresh_name("e2e");
    const struct answer *answer;
    char body[512], path[128], position[64], quoted[96];

    (void)snprintf(body, sizeof(body),
        "[{\"sku\":\"%s\",\"product_listed\":{\"title\":\"Blue mug\","
        "\"price\":{\"minor\":1450,\"currency\":\"EUR\"}}},"
        "{\"sku\":\"%s\",\"stock_counted\":{\"units\":7}}]",
        sku, sku);
    answer = http_post("/v1/supply", body, AS_OWNER_OF("e2e"));
    EXPECT_STATUS(202, answer);
    EXPECT_IN("\"accepted\":2", answer);
    EXPECT_I64(36, strlen(answer->event_id));
    (void)snprintf(position, sizeof(position), "%s", answer->position);

    (void)snprintf(path, sizeof(path), "/v1/products/%s", sku);
    answer = get_after(path, position, NULL);
    EXPECT_STATUS(200, answer);
    (void)snprintf(quoted, sizeof(quoted), "\"sku\":\"%s\"", sku);
    EXPECT_IN(quoted, answer);
    EXPECT_IN("Blue mug", answer);
    EXPECT_IN("1450", answer);
    EXPECT_IN("\"available_units\":7", answer);
}

static void a_collection_shows_its_products(void)
{
    const char *sku = listed_product();
    const char *collection = fresh_name("shelf");
    const struct answer *answer;
    char body[512], path[128], position[64];

    (void)snprintf(body, sizeof(body),
        "{\"collection\":\"%s\",\"title\":\"On the shelf\",\"skus\":[\"%s\"]}", collection, sku);
    answer = http_post("/v1/collections", body, AS_OPERATOR);
    EXPECT_STATUS(202, answer);
    (void)snprintf(position, sizeof(position), "%s", answer->position);
    (void)snprintf(path, sizeof(path), "/v1/collections/%s", collection);
    answer = get_after(path, position, NULL);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("On the shelf", answer);
    EXPECT_IN(sku, answer);
    (void)snprintf(path, sizeof(path), "/v1/products/%s", sku);
    answer = http_get(path, NULL);
    (void)snprintf(body, sizeof(body),
        "\"collections\":[{\"collection\":\"%s\",\"title\":\"On the shelf\"}]", collection);
    EXPECT_STATUS(200, answer);
    EXPECT_IN(body, answer);
}

/* --- Shoppers -----------------------------------------------------------------------------------
 */

/* The story of it all: one click is in the history and in what others are shown. */
static void one_click_travels(void)
{
    const char *first = listed_product(), *second = listed_product();
    struct shopper other, shopper;
    const struct answer *answer;

    /* Somebody looked at both; the one who looks at the first next is told of the second. */
    shopper_init(&other);
    EXPECT_STATUS(202, shopper_view(&other, first));
    EXPECT_I64(1, other.cookie[0] != '\0');
    EXPECT_STATUS(202, shopper_view(&other, second));
    EXPECT_STATUS(200, get_after("/v1/recommendations", other.position, other.cookie));

    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, first));
    answer = shopper_history(&shopper);
    EXPECT_STATUS(200, answer);
    EXPECT_IN(first, answer);
    EXPECT_IN("\"views\":1", answer);

    answer = get_after("/v1/recommendations?limit=10", shopper.position, shopper.cookie);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"list_id\":\"", answer);
    EXPECT_IN(second, answer);
}

/* All events of a batch are one visitor's, in order; the place is the last one's. */
static void a_batch_is_taken_whole(void)
{
    const char *sku = listed_product();
    struct shopper shopper;
    const struct answer *answer;
    char body[1024];

    shopper_init(&shopper);
    (void)snprintf(body, sizeof(body),
        "[{\"session\":\"%s\",\"n\":0,\"item_viewed\":{\"sku\":\"%s\"}},"
        "{\"session\":\"%s\",\"n\":1,\"cart_item_set\":{\"sku\":\"%s\",\"units\":2}},"
        "{\"session\":\"%s\",\"n\":2,\"searched\":{\"filters\":[\"brand:acme\"],\"results\":3}}]",
        shopper.session, sku, shopper.session, sku, shopper.session);
    answer = shopper_post(&shopper, body);
    EXPECT_STATUS(202, answer);
    EXPECT_IN("\"accepted\":3", answer);
    answer = shopper_history(&shopper);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"units\":2", answer);
    EXPECT_IN("\"searches\":1", answer);
}

/* One bad element refuses the batch, and nothing of it is written. */
static void a_batch_is_refused_whole(void)
{
    const char *sku = listed_product();
    int64_t before = topic_end(FY_TOPIC_ACTIVITY);
    char body[1024];

    (void)snprintf(body, sizeof(body),
        "[{\"item_viewed\":{\"sku\":\"%s\"}},{\"item_viewed\":{\"sku\":\"not-listed-%s\"}}]", sku,
        fresh_name("x"));
    EXPECT_PROBLEM(
        422, "unknown-sku", "[1].item_viewed.sku", http_post("/v1/activity", body, NULL));
    EXPECT_I64(before, topic_end(FY_TOPIC_ACTIVITY));
}

/* A client that heard nothing asks again: the same event, once in the history. */
static void a_repeat_is_the_same_event(void)
{
    const char *sku = listed_product();
    struct shopper shopper;
    const struct answer *answer;
    char event_id[40];

    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    shopper.n--;
    answer = shopper_view(&shopper, sku);
    EXPECT_STATUS(202, answer);
    (void)snprintf(event_id, sizeof(event_id), "%s", answer->event_id);
    shopper.n--;
    answer = shopper_view(&shopper, sku);
    EXPECT_STATUS(202, answer);
    EXPECT_TEXT(event_id, fy_slice_of(answer->event_id));
    EXPECT_IN("\"views\":2", shopper_history(&shopper));
}

static void a_key_is_for_one_body(void)
{
    const char *sku = listed_product();
    const struct answer *answer;
    char body[256], key[96], event_id[40];
    const char *const headers[] = {owner_of("e2e"), key, NULL};

    (void)snprintf(key, sizeof(key), "Idempotency-Key: %s", fresh_name("key"));
    (void)snprintf(body, sizeof(body), "{\"sku\":\"%s\",\"stock_counted\":{\"units\":1}}", sku);
    answer = http_post("/v1/supply", body, headers);
    EXPECT_STATUS(202, answer);
    (void)snprintf(event_id, sizeof(event_id), "%s", answer->event_id);
    answer = http_post("/v1/supply", body, headers);
    EXPECT_STATUS(202, answer);
    EXPECT_TEXT(event_id, fy_slice_of(answer->event_id));
    (void)snprintf(body, sizeof(body), "{\"sku\":\"%s\",\"stock_counted\":{\"units\":2}}", sku);
    EXPECT_PROBLEM(422, "key-reused", "Idempotency-Key", http_post("/v1/supply", body, headers));
}

/* The cookie is made once, and only one with our MAC counts. */
static void a_visitor_is_who_the_cookie_says(void)
{
    const char *sku = listed_product();
    struct shopper shopper, forger;

    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    EXPECT_I64(0, strncmp(shopper.cookie, "fy_visitor=", 11));
    EXPECT_I64(11 + 65, strlen(shopper.cookie));
    EXPECT_I64(0, shopper_view(&shopper, sku)->cookie[0]);

    forger = shopper;
    forger.cookie[75] = forger.cookie[75] == '0' ? '1' : '0';
    EXPECT_PROBLEM(401, "no-visitor", NULL, get_after("/v1/history", "", forger.cookie));
    EXPECT_STATUS(202, shopper_view(&forger, sku));
    EXPECT_I64(1, strncmp(shopper.cookie, forger.cookie, 11 + 32) != 0);
    EXPECT_IN("\"views\":2", shopper_history(&shopper));
    EXPECT_PROBLEM(401, "no-visitor", NULL, http_get("/v1/history", NULL));
}

/* --- Programs -----------------------------------------------------------------------------------
 */

/* Only what is meant for everybody can be reached from outside, and it says how to treat it. */
static void the_origin_shows_the_shop_alone(void)
{
    const struct answer *answer = http_get("/", NULL);
    char etag[128];
    const char *const headers[] = {etag, NULL};

    EXPECT_STATUS(200, answer);
    EXPECT_I64(0, strncmp(answer->content_type, "text/html", 9));
    EXPECT_CONTAINS("default-src 'self'", fy_slice_of(answer->policy));
    (void)snprintf(etag, sizeof(etag), "If-None-Match: %s", answer->etag);
    EXPECT_STATUS(304, http_get("/", headers));
    EXPECT_PROBLEM(404, "not-found", NULL, http_get("/healthz", NULL));
    EXPECT_PROBLEM(404, "not-found", NULL, http_get("/metrics", NULL));
    EXPECT_PROBLEM(404, "not-found", NULL, http_get("/v1/nothing", NULL));
    EXPECT_PROBLEM(405, "method-not-allowed", NULL, http_post("/", "{}", NULL));
}

/* A stock client finds a schema by its id, and cannot add one. */
static void the_registry_answers_stock_clients(void)
{
    const struct answer *answer;

    answer = http_get("/registry/subjects", NULL);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"activity-value\"", answer);
    answer = http_get("/registry/subjects/activity-value/versions/latest", NULL);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"subject\":\"activity-value\"", answer);
    EXPECT_IN("\"id\":", answer);
    answer = http_get("/registry/schemas/ids/1", NULL);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"schema\":\"{", answer);
    EXPECT_STATUS(404, http_get("/registry/schemas/ids/999999", NULL));
    answer = http_post("/registry/subjects/activity-value/versions",
        "{\"schema\":\"{\\\"type\\\":\\\"string\\\"}\"}", NULL);
    EXPECT_STATUS(422, answer);
    EXPECT_IN("42201", answer);
}

/* --- Bad bytes in a topic -----------------------------------------------------------------------
 */

struct letters {
    struct topic_mark from;
    const char *key;
    int count;
};

static void count_letter(const struct fy_record *record, void *context)
{
    struct letters *letters = context;
    struct dead_letter letter;
    struct fy_arena arena;
    struct fy_err err;

    fy_arena_init(&arena, 1 << 20);
    if (fy_slice_equal(record->key, fy_slice_of(letters->key)) &&
        dead_letter_decode(record->value, &arena, &letter, &err) == FY_OK) {
        EXPECT_TEXT("activity", letter.topic);
        EXPECT_I64(1, letter.reason.size > 0);
        letters->count++;
    }
    fy_arena_done(&arena);
}

static bool both_letters_are_there(void *context)
{
    struct letters *letters = context;

    letters->count = 0;
    (void)topic_read(&letters->from, count_letter, letters);
    return letters->count == 2;
}

/*
 * Somebody wrote what nobody can read. It costs that key its later records, in order, and nobody
 * else anything.
 */
static void bad_bytes_cost_one_key(void)
{
    const char *sku = listed_product();
    struct letters letters = {.key = fresh_session()};
    struct shopper shopper;

    topic_mark(&letters.from, FY_TOPIC_HISTORY_DEAD_LETTERS);
    topic_put_raw(FY_TOPIC_ACTIVITY, letters.key, "\x00\x00\x00\x00\x01garbage", 12);
    topic_put_raw(FY_TOPIC_ACTIVITY, letters.key, "not even framed", 15);

    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    EXPECT_STATUS(200, shopper_history(&shopper));
    EXPECT_STATUS(200, get_after("/v1/recommendations", shopper.position, shopper.cookie));
    EXPECT_EVENTUALLY(20, both_letters_are_there, &letters);
}

static const CU_TestInfo tests[] = {
    TEST(a_listed_product_appears_with_its_stock),
    TEST(a_collection_shows_its_products),
    TEST(one_click_travels),
    TEST(a_batch_is_taken_whole),
    TEST(a_batch_is_refused_whole),
    TEST(a_repeat_is_the_same_event),
    TEST(a_key_is_for_one_body),
    TEST(a_visitor_is_who_the_cookie_says),
    TEST(the_origin_shows_the_shop_alone),
    TEST(the_registry_answers_stock_clients),
    TEST(bad_bytes_cost_one_key),
};

TEST_MAIN(shop, tests)
