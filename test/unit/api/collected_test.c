/* What a product says of the collections it is in, as they come, change and go. */
#include "api/cards.h"
#include "test/run.h"
#include "test/unit/api/stage.h"

static struct stage stage;
static struct fy_err err;

static const struct fy_slice mug_and_pot[] = {
    {(const uint8_t *)"mug", 3}, {(const uint8_t *)"pot", 3}};
static const struct fy_slice *const mug = mug_and_pot, *const pot = mug_and_pot + 1;

static void open_shop(void)
{
    stage_init(&stage);
    stage.views.cards = cards_new();
    stage_product(&stage, "mug", "A mug", 1);
    stage_product(&stage, "pot", "A pot", 1);
}

static void close_shop(void)
{
    cards_free(stage.views.cards);
    stage_done(&stage);
}

/* The product's GET, from "collections" on. */
static struct fy_slice collections_of(const char *sku)
{
    struct api_answer answer = {0};
    struct fy_slice body;
    const char *text;

    EXPECT_I64(
        FY_OK, catalogue_product(&stage.views, fy_slice_of(sku), &stage.arena, &answer, &err));
    body = fy_arena_copy(&stage.arena, stage_body(&answer)); /* With a NUL behind it. */
    text = strstr((const char *)body.data, "\"collections\":");
    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    return fy_arena_format(&stage.arena, "%.*s", (int)(strcspn(text, "]") + 1), text);
}

static void a_product_names_its_collections_in_order_of_their_ids(void)
{
    open_shop();
    EXPECT_TEXT("\"collections\":[]", collections_of("mug"));
    stage_collection_put(&stage, "tea", "Tea time", mug_and_pot, 2);
    stage_collection_put(&stage, "gifts", "Gifts", mug, 1);
    EXPECT_TEXT("\"collections\":[{\"collection\":\"gifts\",\"title\":\"Gifts\"},"
                "{\"collection\":\"tea\",\"title\":\"Tea time\"}]",
        collections_of("mug"));
    EXPECT_TEXT(
        "\"collections\":[{\"collection\":\"tea\",\"title\":\"Tea time\"}]", collections_of("pot"));
    close_shop();
}

/* What is put again is not what it was: another title, other products, or none. */
static void what_a_collection_becomes_its_products_say(void)
{
    open_shop();
    stage_collection_put(&stage, "tea", "Tea time", mug_and_pot, 2);
    EXPECT_CONTAINS("Tea time", collections_of("pot"));
    stage_collection_put(&stage, "tea", "For tea", pot, 1);
    EXPECT_TEXT("\"collections\":[]", collections_of("mug"));
    EXPECT_TEXT(
        "\"collections\":[{\"collection\":\"tea\",\"title\":\"For tea\"}]", collections_of("pot"));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_COLLECTIONS, "tea", (struct fy_slice){0}));
    EXPECT_TEXT("\"collections\":[]", collections_of("pot"));
    close_shop();
}

/* In one slice the store does not show what the record before has put. */
static void two_changes_of_one_slice_know_of_each_other(void)
{
    struct fy_store_batch *batch;

    open_shop();
    batch = fy_store_batch_new(stage.views.store);
    for (int i = 0; i < 2; i++) {
        struct fy_record record = {.topic = FY_TOPIC_COLLECTIONS,
            .partition = 3,
            .offset = stage.offset++,
            .key = fy_slice_of("tea"),
            .value = stage_collection_value(&stage, "tea", "Tea time", &mug_and_pot[i], 1)};

        EXPECT_I64(FY_OK, views_apply(&stage.views, &record, batch, &stage.arena, &err));
    }
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
    views_settle(&stage.views);
    EXPECT_TEXT("\"collections\":[]", collections_of("mug"));
    EXPECT_CONTAINS("\"tea\"", collections_of("pot"));
    close_shop();
}

/* Whoever puts a product into a thousand collections does not make its page long. */
static void no_more_than_a_screen_of_them_is_told(void)
{
    char id[16];
    int told = 0;

    open_shop();
    for (int i = 0; i < 30; i++) {
        (void)snprintf(id, sizeof(id), "c-%02d", i);
        stage_collection_put(&stage, id, "One of many", mug, 1);
    }
    for (const char *at = (const char *)collections_of("mug").data;
         (at = strstr(at, "{\"collection\"")) != NULL; at++)
        told++;
    EXPECT_I64(20, told);
    close_shop();
}

static CU_TestInfo tests[] = {
    TEST(a_product_names_its_collections_in_order_of_their_ids),
    TEST(what_a_collection_becomes_its_products_say),
    TEST(two_changes_of_one_slice_know_of_each_other),
    TEST(no_more_than_a_screen_of_them_is_told),
};

TEST_MAIN(api.collected, tests)
