/*
 * supply_test.c - what a supplier does with one product, from its first day to its last, on a real
 * stand: each write is read back by the place it was given.
 */
#include "schemas/generated/stock_event.h"
#include "test/e2e/shopper.h"
#include "test/run.h"
#include "test/unit/producers/pictures.h"

struct shelf {
    char path[96]; /* Of the product. */
    char position[64];
    char event_id[40];
};

static void shelf_init(struct shelf *shelf, const char *sku)
{
    memset(shelf, 0, sizeof(*shelf));
    (void)snprintf(shelf->path, sizeof(shelf->path), "/v1/products/%s", sku);
}

/* Say something of the product; `what` is the rest of the path. */
static void shelf_say(struct shelf *shelf, const char *method, const char *what, const char *body)
{
    const struct answer *answer;
    char path[128];

    (void)snprintf(path, sizeof(path), "%s%s", shelf->path, what);
    answer = http_send(method, path, body, AS_OWNER_OF("e2e"));
    EXPECT_STATUS(202, answer);
    EXPECT_TEXT(shelf->path, fy_slice_of(answer->location));
    EXPECT_I64(36, strlen(answer->event_id));
    memcpy(shelf->position, answer->position, sizeof(shelf->position));
    memcpy(shelf->event_id, answer->event_id, sizeof(shelf->event_id));
}

static const struct answer *shelf_read(const struct shelf *shelf)
{
    return get_after(shelf->path, shelf->position, NULL);
}

/* Listed, filled, corrected, sold for less. */
static void a_product_is_kept_by_its_paths(void)
{
    struct shelf shelf;
    const struct answer *answer;

    shelf_init(&shelf, fresh_name("kept"));
    shelf_say(&shelf, "PUT", "",
        "{\"title\":\"Red mug\",\"price\":{\"minor\":900,\"currency\":\"EUR\"}}");
    answer = shelf_read(&shelf);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("Red mug", answer);
    shelf_say(&shelf, "PUT", "/count", "{\"units\":10}");
    EXPECT_IN("\"available_units\":10", shelf_read(&shelf));
    shelf_say(&shelf, "POST", "/receive", "{\"units\":5}");
    EXPECT_IN("\"available_units\":15", shelf_read(&shelf));
    shelf_say(&shelf, "POST", "/adjust", "{\"units\":-3,\"reason\":\"Broken.\"}");
    EXPECT_IN("\"available_units\":12", shelf_read(&shelf));
    shelf_say(&shelf, "PUT", "/price", "{\"price\":{\"minor\":850,\"currency\":\"EUR\"}}");
    answer = shelf_read(&shelf);
    EXPECT_IN("\"minor\":850", answer);
    EXPECT_IN("Red mug", answer);
    EXPECT_IN("\"available_units\":12", answer);
}

/* An instance killed between a write and its repeat: received once. */
static void a_receipt_that_is_sent_again_arrives_once(void)
{
    struct shelf shelf;
    char key[96], path[128], event_id[40] = "";
    const char *const headers[] = {owner_of("e2e"), key, NULL};

    shelf_init(&shelf, listed_product());
    (void)snprintf(key, sizeof(key), "Idempotency-Key: %s", fresh_name("key"));
    (void)snprintf(path, sizeof(path), "%s/receive", shelf.path);
    for (int i = 0; i < 2; i++) {
        const struct answer *answer = http_send("POST", path, "{\"units\":5}", headers);

        EXPECT_STATUS(202, answer);
        if (i > 0)
            EXPECT_TEXT(event_id, fy_slice_of(answer->event_id));
        memcpy(event_id, answer->event_id, sizeof(event_id));
        memcpy(shelf.position, answer->position, sizeof(shelf.position));
        EXPECT_IN("\"available_units\":105", shelf_read(&shelf));
        if (i == 0)
            program_kill("producers");
    }
}

/* Whoever was shown it is shown it no more: not alone, not in a page, not in what is recommended.
 */
static void a_withdrawn_product_leaves_the_shop(void)
{
    const char *first = listed_product();
    const char *second = listed_product();
    struct shopper other, shopper;
    struct shelf shelf;
    const struct answer *answer;

    shopper_init(&other);
    EXPECT_STATUS(202, shopper_view(&other, first));
    EXPECT_STATUS(202, shopper_view(&other, second));
    EXPECT_STATUS(200, get_after("/v1/recommendations", other.position, other.cookie));
    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, first));
    answer = get_after("/v1/recommendations?limit=10", shopper.position, shopper.cookie);
    EXPECT_IN(second, answer);

    shelf_init(&shelf, second);
    shelf_say(&shelf, "DELETE", "", "");
    EXPECT_PROBLEM(404, "not-found", NULL, shelf_read(&shelf));
    answer = get_after("/v1/recommendations?limit=10", shopper.position, shopper.cookie);
    EXPECT_STATUS(200, answer);
    CU_ASSERT_PTR_NULL(strstr(answer->body, second));
    EXPECT_STATUS(202, shopper_view(&shopper, second)); /* Its page may be open still. */

    shelf_say(&shelf, "PUT", "",
        "{\"title\":\"Back again\",\"price\":{\"minor\":1234,\"currency\":\"EUR\"}}");
    answer = shelf_read(&shelf);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("Back again", answer);
    EXPECT_IN("\"available_units\":100", answer);
}

struct warnings {
    struct topic_mark from;
    const char *cause_id;
    int count;
};

static void count_warning(const struct fy_record *record, void *context)
{
    struct warnings *warnings = context;
    struct stock_event event;
    struct fy_arena arena;
    struct fy_err err;

    fy_arena_init(&arena, 1 << 20);
    if (stock_event_decode(record->value, &arena, &event, &err) == FY_OK &&
        event.low_stock_reached != NULL &&
        fy_slice_equal(event.envelope.cause_id, fy_slice_of(warnings->cause_id))) {
        EXPECT_I64(20, event.low_stock_reached->threshold_units);
        EXPECT_I64(19, event.low_stock_reached->available_units);
        warnings->count++;
    }
    fy_arena_done(&arena);
}

/* The supplier asked to be told; the event is in `stock` by the time the state says so. */
static void low_stock_is_an_event(void)
{
    struct shelf shelf;
    struct warnings warnings = {0};

    shelf_init(&shelf, listed_product());
    topic_mark(&warnings.from, FY_TOPIC_STOCK);
    shelf_say(&shelf, "PUT", "/threshold", "{\"units\":20}");
    shelf_say(&shelf, "POST", "/adjust", "{\"units\":-81,\"reason\":\"Stolen.\"}");
    warnings.cause_id = shelf.event_id;
    EXPECT_IN("\"available_units\":19", shelf_read(&shelf));
    (void)topic_read(&warnings.from, count_warning, &warnings);
    EXPECT_I64(1, warnings.count);
}

/*
 * The picture is 8 pixels wide, so its copies are, too. Until they are made the picture is served
 * in their place, and may be another thing a minute later.
 */
static void expect_copies(const char *url)
{
    static const struct {
        const char *name, *media_type, *begins;
        size_t at;
    } copies[] = {
        {"8.avif", "image/avif", "ftypavif", 4},
        {"8.webp", "image/webp", "WEBP", 8},
        {"8.jpg", "image/jpeg", "\xff\xd8\xff", 0},
    };
    int64_t until_ms = mono_ms() + 60000;

    for (size_t i = 0; i < sizeof(copies) / sizeof(copies[0]); i++) {
        const struct answer *answer;
        char path[160];

        (void)snprintf(path, sizeof(path), "%.*s/%s", (int)strcspn(url, "."), url, copies[i].name);
        do {
            answer = http_get(path, NULL);
            EXPECT_STATUS(200, answer);
        } while (strcmp(answer->cache_control, "public, max-age=60") == 0 && mono_ms() < until_ms);
        EXPECT_TEXT("public, max-age=31536000, immutable", fy_slice_of(answer->cache_control));
        EXPECT_TEXT(copies[i].media_type, fy_slice_of(answer->content_type));
        CU_ASSERT_TRUE(answer->size > 16 && memcmp(answer->body + copies[i].at, copies[i].begins,
                                                strlen(copies[i].begins)) == 0);
    }
}

/* Sent, kept without the camera's words, shown, served for ever under its content's name, taken
 * away. */
static void a_picture_is_shown_with_its_product(void)
{
    const char *const of_picture[] = {owner_of("e2e"), "Content-Type: image/jpeg", NULL};
    const struct answer *answer;
    struct shelf shelf;
    char url[160], path[256], large[1] = {0};

    shelf_init(&shelf, listed_product());
    (void)snprintf(path, sizeof(path), "%s/images", shelf.path);
    answer = http_post_bytes(path, picture_jpeg, sizeof(picture_jpeg), of_picture);
    EXPECT_STATUS(202, answer);
    memcpy(shelf.position, answer->position, sizeof(shelf.position));
    (void)snprintf(url, sizeof(url), "%.150s", answer->location);
    EXPECT_IN(url, shelf_read(&shelf));
    EXPECT_IN("/8.avif 8w\"}", shelf_read(&shelf)); /* Named, made or not. */

    answer = http_get(url, NULL);
    EXPECT_STATUS(200, answer);
    EXPECT_TEXT("image/jpeg", fy_slice_of(answer->content_type));
    CU_ASSERT_TRUE(answer->size > 300 && answer->size < sizeof(picture_jpeg));
    CU_ASSERT_PTR_NULL(memmem(answer->body, answer->size, "Secret", 6));
    expect_copies(url);

    (void)snprintf(path, sizeof(path), "/images/%.65s", url + strlen("/images/aa/"));
    EXPECT_STATUS(404, http_get(path, NULL));
    (void)snprintf(path, sizeof(path), "%s/images", shelf.path);
    EXPECT_PROBLEM(422, "bad-image", "none of JPEG", http_post_bytes(path, large, 1, of_picture));

    (void)snprintf(path, sizeof(path), "/images/%.64s", url + strlen("/images/aa/"));
    shelf_say(&shelf, "DELETE", path, "");
    EXPECT_IN("\"images\":[]", shelf_read(&shelf));
}

/* nginx lets a picture of 8 MB through, and what is larger is told the limit. */
static void a_picture_may_have_8_megabytes(void)
{
    enum { BYTES = 8 * 1024 * 1024 };
    const char *const of_picture[] = {owner_of("e2e"), "Content-Type: image/webp", NULL};
    uint8_t *bytes = calloc(1, BYTES + 1);
    struct shelf shelf;
    char path[256];

    memcpy(bytes, picture_webp, sizeof(picture_webp));
    shelf_init(&shelf, listed_product());
    (void)snprintf(path, sizeof(path), "%s/images", shelf.path);
    EXPECT_STATUS(202, http_post_bytes(path, bytes, BYTES, of_picture));
    EXPECT_PROBLEM(
        413, "body-too-large", NULL, http_post_bytes(path, bytes, BYTES + 1, of_picture));
    free(bytes);
}

static void a_collection_is_put_and_put_again(void)
{
    const char *sku = listed_product();
    const char *id = fresh_name("shelf");
    const struct answer *answer;
    char path[96], body[256], position[64];

    (void)snprintf(path, sizeof(path), "/v1/collections/%s", id);
    for (int i = 0; i < 2; i++) {
        (void)snprintf(body, sizeof(body), "{\"title\":\"Edition %d\",\"skus\":[\"%s\"]}", i, sku);
        answer = http_send("PUT", path, body, AS_OPERATOR);
        EXPECT_STATUS(202, answer);
        EXPECT_TEXT(path, fy_slice_of(answer->location));
        memcpy(position, answer->position, sizeof(position));
        answer = get_after(path, position, NULL);
        EXPECT_STATUS(200, answer);
        EXPECT_IN(i == 0 ? "Edition 0" : "Edition 1", answer);
        EXPECT_IN(sku, answer);
    }
}

/* A path to be asked until its answer has `part`. */
struct sought {
    char path[128];
    const char *part;
    const char *const *headers;
};

static bool is_there(void *context)
{
    const struct sought *sought = context;
    const struct answer *answer = http_get(sought->path, sought->headers);

    return answer->status == 200 && strstr(answer->body, sought->part) != NULL;
}

/* Its prices everybody may see; its counts and alerts its supplier alone. */
static void a_supplier_reads_its_own_and_nobody_elses(void)
{
    const char *supplier = fresh_name("own");
    const char *sku = fresh_name("shelf");
    const char *const *as_owner = AS_OWNER_OF(supplier);
    struct sought sought = {.headers = as_owner};
    char path[128], position[64];
    const struct answer *answer;

    (void)snprintf(path, sizeof(path), "/v1/products/%s", sku);
    EXPECT_STATUS(202, http_send("PATCH", path,
                           "{\"title\":\"Red mug\",\"price\":{\"minor\":900,\"currency\":\"EUR\"},"
                           "\"units\":9,\"threshold_units\":5}",
                           as_owner));
    (void)snprintf(path, sizeof(path), "/v1/products/%s/buffer", sku);
    EXPECT_STATUS(202, http_send("PUT", path, "{\"percent\":50}", as_owner));
    (void)snprintf(path, sizeof(path), "/v1/products/%s", sku);
    answer = http_send(
        "PATCH", path, "{\"price\":{\"minor\":700,\"currency\":\"EUR\"},\"units\":4}", as_owner);
    EXPECT_STATUS(202, answer);
    memcpy(position, answer->position, sizeof(position));

    (void)snprintf(path, sizeof(path), "/v1/suppliers/%s/products/%s", supplier, sku);
    answer = get_after_as(path, position, as_owner[0]);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"on_hand_units\":4", answer);
    EXPECT_IN("\"low\":true,\"buffer_percent\":50", answer);
    EXPECT_PROBLEM(404, "not-found", NULL, http_get(path, AS_OWNER_OF("e2e-other")));
    EXPECT_PROBLEM(401, "no-token", NULL, http_get(path, NULL));

    (void)snprintf(sought.path, sizeof(sought.path), "/v1/suppliers/%s/products?low=1", supplier);
    sought.part = sku;
    EXPECT_EVENTUALLY(60, is_there, &sought);
    (void)snprintf(sought.path, sizeof(sought.path), "/v1/suppliers/%s/alerts", supplier);
    sought.part = "\"kind\":\"low_stock_reached\"";
    EXPECT_EVENTUALLY(60, is_there, &sought);
    EXPECT_PROBLEM(404, "not-found", NULL, http_get(sought.path, AS_OWNER_OF("e2e-other")));

    sought.headers = NULL;
    (void)snprintf(sought.path, sizeof(sought.path), "/v1/products/%s/prices", sku);
    sought.part = "\"minor\":700},{";
    EXPECT_EVENTUALLY(60, is_there, &sought);
    (void)snprintf(path, sizeof(path), "/v1/stock?sku=%s,nobody-has-this", sku);
    answer = http_get(path, NULL);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"available_units\":4,\"price\":{\"minor\":700,", answer);
    EXPECT_IN("\"unknown\":[\"nobody-has-this\"]", answer);
}

/* By its SKU and by a word with a slip; sold out, and gone, as its page is. */
static void a_search_follows_each_write(void)
{
    const char *sku = fresh_name("sought");
    struct sought sought = {.headers = NULL};
    struct shelf shelf;

    shelf_init(&shelf, sku);
    shelf_say(&shelf, "PUT", "",
        "{\"title\":\"Sextant\",\"category\":\"outdoors/navigation\","
        "\"price\":{\"minor\":900,\"currency\":\"EUR\"}}");
    shelf_say(&shelf, "PUT", "/count", "{\"units\":3}");
    EXPECT_IN("\"available_units\":3", shelf_read(&shelf));
    (void)snprintf(sought.path, sizeof(sought.path), "/v1/search?q=%s&in_stock=1", sku);
    sought.part = "{\"total\":1,";
    EXPECT_EVENTUALLY(60, is_there, &sought);
    (void)snprintf(sought.path, sizeof(sought.path),
        "/v1/search?q=sextnat&category=outdoors/navigation&price_max=900");
    sought.part = "{\"word\":\"sextnat\",\"as\":\"sextant\"}";
    EXPECT_EVENTUALLY(60, is_there, &sought);

    shelf_say(&shelf, "PUT", "/count", "{\"units\":0}");
    EXPECT_IN("\"available_units\":0", shelf_read(&shelf));
    (void)snprintf(sought.path, sizeof(sought.path), "/v1/search?q=%s&in_stock=1", sku);
    sought.part = "{\"total\":0,";
    EXPECT_EVENTUALLY(60, is_there, &sought);
    shelf_say(&shelf, "DELETE", "", "");
    EXPECT_STATUS(404, shelf_read(&shelf));
    (void)snprintf(sought.path, sizeof(sought.path), "/v1/search?q=%s", sku);
    EXPECT_EVENTUALLY(60, is_there, &sought);
}

static const CU_TestInfo tests[] = {
    TEST(a_product_is_kept_by_its_paths),
    TEST(a_receipt_that_is_sent_again_arrives_once),
    TEST(a_withdrawn_product_leaves_the_shop),
    TEST(low_stock_is_an_event),
    TEST(a_picture_is_shown_with_its_product),
    TEST(a_picture_may_have_8_megabytes),
    TEST(a_collection_is_put_and_put_again),
    TEST(a_supplier_reads_its_own_and_nobody_elses),
    TEST(a_search_follows_each_write),
};

TEST_MAIN(supply, tests)
