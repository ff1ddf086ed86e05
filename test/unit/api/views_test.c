/*
 * The views hold what the topics say last, and know what they include.
 */
#include "test/run.h"
#include "test/unit/api/stage.h"

static struct stage stage;

static int64_t available_of(const char *sku)
{
    struct shown_product shown;
    struct fy_err err = {0};
    bool known = false;

    EXPECT_I64(
        FY_OK, views_product(&stage.views, fy_slice_of(sku), &stage.arena, &known, &shown, &err));
    return known ? shown.available_units : -1;
}

static void a_product_is_joined_with_its_stock_level(void)
{
    struct shown_product shown = {0};
    struct fy_err err = {0};
    bool known = false;

    stage_init(&stage);
    EXPECT_I64(-1, available_of("mug"));
    stage_level(&stage, "mug", 5, 1);
    EXPECT_I64(-1, available_of("mug")); /* Counted, but not listed. */
    stage_product(&stage, "mug", "A mug", 2);
    EXPECT_I64(5, available_of("mug"));
    stage_product(&stage, "pot", "A pot", 3);
    EXPECT_I64(0, available_of("pot"));
    stage_level(&stage, "mug", 4, 4);
    EXPECT_I64(4, available_of("mug"));

    EXPECT_I64(
        FY_OK, views_product(&stage.views, fy_slice_of("mug"), &stage.arena, &known, &shown, &err));
    EXPECT_TEXT("A mug", shown.product.title);
    EXPECT_I64(1234, shown.product.price.minor);
    stage_done(&stage);
}

static void a_tombstone_deletes_the_row(void)
{
    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 1);
    EXPECT_I64(0, available_of("mug"));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_PRODUCTS, "mug", (struct fy_slice){0}));
    EXPECT_I64(-1, available_of("mug"));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_PRODUCTS, "mug", (struct fy_slice){0}));
    stage_done(&stage);
}

/* Nothing that is put can fail to be read later. */
static void what_cannot_be_read_is_refused_and_changes_nothing(void)
{
    struct product product = {.sku = fy_slice_of("mug"),
        .supplier = fy_slice_of("acme"),
        .title = fy_slice_of("A mug"),
        .price = {1, fy_slice_of("EUR")}};
    struct fy_slice good, torn;

    stage_init(&stage);
    good = stage_encoded(&stage, &product_schema, &product);
    torn = (struct fy_slice){good.data, good.size - 1};

    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_PRODUCTS, "mug", torn));
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_PRODUCTS, "mug", fy_slice_of("")));
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_PRODUCTS, "pot", good));  /* Another key. */
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_PRODUCTS, NULL, good));   /* No key. */
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_HISTORIES, "mug", good)); /* Its schema. */
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_ACTIVITY, "mug", good));  /* No view. */
    EXPECT_I64(-1, available_of("mug"));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_PRODUCTS, "mug", good));
    EXPECT_I64(0, available_of("mug"));
    stage_done(&stage);
}

static bool includes(
    enum api_view view, const char *key, enum fy_topic topic, int32_t partition, int64_t offset)
{
    struct fy_place place = {topic, partition, offset};
    struct fy_err err = {0};
    bool result = false;

    EXPECT_I64(FY_OK,
        views_includes(&stage.views, view, fy_slice_of(key), &place, &stage.arena, &result, &err));
    return result;
}

static void a_row_includes_its_own_place_and_those_before(void)
{
    struct history history = {.visitor = fy_slice_of(VISITOR)};

    stage_init(&stage);
    history.as_of.items = stage_as_of(&stage, "activity", 3, 41);
    history.as_of.count = 1;
    CU_ASSERT_FALSE(includes(VIEW_HISTORIES, VISITOR, FY_TOPIC_ACTIVITY, 3, 0));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_HISTORIES, VISITOR,
                          stage_encoded(&stage, &history_schema, &history)));

    CU_ASSERT_TRUE(includes(VIEW_HISTORIES, VISITOR, FY_TOPIC_ACTIVITY, 3, 0));
    CU_ASSERT_TRUE(includes(VIEW_HISTORIES, VISITOR, FY_TOPIC_ACTIVITY, 3, 41));
    CU_ASSERT_FALSE(includes(VIEW_HISTORIES, VISITOR, FY_TOPIC_ACTIVITY, 3, 42));
    CU_ASSERT_FALSE(includes(VIEW_HISTORIES, VISITOR, FY_TOPIC_ACTIVITY, 2, 0));
    CU_ASSERT_FALSE(includes(VIEW_HISTORIES, VISITOR, FY_TOPIC_SUPPLY, 3, 0));
    CU_ASSERT_FALSE(includes(VIEW_HISTORIES, "someone else", FY_TOPIC_ACTIVITY, 3, 0));
    stage_done(&stage);
}

/* One write of a supplier changes both, and they are read one after the other. */
static void a_product_includes_what_its_level_includes_too(void)
{
    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 8);
    CU_ASSERT_FALSE(includes(VIEW_PRODUCTS, "mug", FY_TOPIC_SUPPLY, 2, 7));
    stage_level(&stage, "mug", 1, 6);
    CU_ASSERT_FALSE(includes(VIEW_PRODUCTS, "mug", FY_TOPIC_SUPPLY, 2, 7));
    CU_ASSERT_TRUE(includes(VIEW_PRODUCTS, "mug", FY_TOPIC_SUPPLY, 2, 6));
    stage_level(&stage, "mug", 1, 7);
    CU_ASSERT_TRUE(includes(VIEW_PRODUCTS, "mug", FY_TOPIC_SUPPLY, 2, 7));
    CU_ASSERT_FALSE(includes(VIEW_PRODUCTS, "mug", FY_TOPIC_SUPPLY, 2, 8));
    stage_done(&stage);
}

/* It is shown no more, whatever its level says; who waits for that is answered all the same. */
static void a_withdrawn_product_is_not_shown_and_not_forgotten(void)
{
    struct fy_slice title = {0};
    struct fy_err err = {0};

    stage_init(&stage);
    stage_product(&stage, "mug", "A mug", 8);
    stage_level(&stage, "mug", 5, 8);
    EXPECT_I64(5, available_of("mug"));
    stage_withdrawn(&stage, "mug", "A mug", 9);
    stage_level(&stage, "mug", 5, 9);
    EXPECT_I64(-1, available_of("mug"));
    CU_ASSERT_TRUE(includes(VIEW_PRODUCTS, "mug", FY_TOPIC_SUPPLY, 2, 9));
    EXPECT_I64(FY_OK, views_title(&stage.views, fy_slice_of("mug"), &stage.arena, &title, &err));
    EXPECT_TEXT("A mug", title);
    stage_product(&stage, "mug", "A mug", 10);
    EXPECT_I64(5, available_of("mug"));
    stage_done(&stage);
}

/* A fact does not say where it stands; the view remembers where it was read. */
static void a_collection_includes_the_place_it_was_read_at(void)
{
    struct fy_slice skus[] = {fy_slice_of("pot"), fy_slice_of("mug")};
    struct collection collection = {
        .envelope = {.event_id = fy_slice_of("e"),
            .root = fy_slice_of("r"),
            .actor = fy_slice_of("a")},
        .collection = fy_slice_of("tea"),
        .title = fy_slice_of("Tea"),
        .skus = {skus, 2},
    };
    struct collection read = {0};
    struct fy_err err = {0};
    bool known = false;

    stage_init(&stage);
    stage.offset = 70000000000; /* More than 32 bits. */
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_COLLECTIONS, "tea",
                          stage_encoded(&stage, &collection_schema, &collection)));
    CU_ASSERT_TRUE(includes(VIEW_COLLECTIONS, "tea", FY_TOPIC_COLLECTIONS, 3, 70000000000));
    CU_ASSERT_FALSE(includes(VIEW_COLLECTIONS, "tea", FY_TOPIC_COLLECTIONS, 3, 70000000001));
    CU_ASSERT_FALSE(includes(VIEW_COLLECTIONS, "tea", FY_TOPIC_COLLECTIONS, 4, 1));

    EXPECT_I64(FY_OK,
        views_collection(&stage.views, fy_slice_of("tea"), &stage.arena, &known, &read, &err));
    CU_ASSERT_TRUE(known);
    EXPECT_I64(2, read.skus.count);
    EXPECT_TEXT("pot", read.skus.items[0]);
    stage_done(&stage);
}

static char changes[128];

static void note(void *context, enum api_view view, struct fy_slice key)
{
    size_t size = strlen(changes);

    (void)context;
    (void)snprintf(
        changes + size, sizeof(changes) - size, "%d:%.*s ", (int)view, FY_SLICE_ARG(key));
}

static void each_change_is_told_and_no_refusal(void)
{
    stage_init(&stage);
    changes[0] = '\0';
    stage.views.changed = note;
    stage_product(&stage, "mug", "A mug", 1);
    stage_level(&stage, "mug", 5, 1);
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_PRODUCTS, "pot", fy_slice_of("nonsense")));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_STOCK_LEVELS, "mug", (struct fy_slice){0}));
    EXPECT_TEXT("1:mug 2:mug 2:mug ", fy_slice_of(changes));
    stage_done(&stage);
}

static CU_TestInfo tests[] = {
    TEST(a_product_is_joined_with_its_stock_level),
    TEST(a_tombstone_deletes_the_row),
    TEST(a_withdrawn_product_is_not_shown_and_not_forgotten),
    TEST(what_cannot_be_read_is_refused_and_changes_nothing),
    TEST(a_row_includes_its_own_place_and_those_before),
    TEST(a_product_includes_what_its_level_includes_too),
    TEST(a_collection_includes_the_place_it_was_read_at),
    TEST(each_change_is_told_and_no_refusal),
};

TEST_MAIN(api.views, tests)
