#include "lib/ids.h"
#include "producers/known_skus.h"
#include "schemas/generated/product.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>
#include <unistd.h>

struct view {
    char path[64];
    struct fy_store *store;
    struct known_skus *known;
    struct fy_arena arena;
};

static void view_reopen(struct view *view, uint32_t cache_max)
{
    struct fy_err err;

    if (view->store != NULL) {
        known_skus_free(view->known);
        fy_store_close(view->store);
    }
    if (fy_store_open(view->path, 1 << 20, &view->store, &err) != FY_OK)
        abort();
    view->known = known_skus_new(view->store, cache_max);
}

static void view_open(struct view *view, uint32_t cache_max)
{
    struct fy_err err;

    if (fy_ids_init(&err) != FY_OK)
        abort();
    *view = (struct view){.path = "/tmp/fy_known_skusXXXXXX"};
    if (mkdtemp(view->path) == NULL)
        abort();
    fy_arena_init(&view->arena, 1 << 20);
    view_reopen(view, cache_max);
}

static void view_close(struct view *view)
{
    char command[128];

    known_skus_free(view->known);
    fy_store_close(view->store);
    fy_arena_done(&view->arena);
    (void)snprintf(command, sizeof(command), "rm -rf %s", view->path);
    if (system(command) != 0)
        abort();
}

/* As the follower does: apply, then write. */
static enum fy_status apply(struct view *view, const char *sku, const char *value)
{
    struct fy_record record = {.topic = FY_TOPIC_PRODUCTS};
    struct fy_store_batch *rows = fy_store_batch_new(view->store);
    struct fy_err err;
    enum fy_status status;

    if (sku != NULL)
        record.key = fy_slice_of(sku);
    if (value != NULL)
        record.value = fy_slice_of(value);
    status = known_skus_apply(view->known, &record, rows, &view->arena, &err);
    if (status == FY_OK)
        EXPECT_I64(FY_OK, fy_store_batch_write(rows, &err));
    fy_store_batch_free(rows);
    return status;
}

static bool has(struct view *view, const char *sku)
{
    struct fy_err err;
    bool known = false;

    EXPECT_I64(FY_OK, known_skus_has(view->known, fy_slice_of(sku), &view->arena, &known, &err));
    return known;
}

static void what_the_topic_holds_is_known(void)
{
    struct view view;

    view_open(&view, 16);
    CU_ASSERT_FALSE(has(&view, "mug"));
    EXPECT_I64(FY_OK, apply(&view, "mug", "any bytes"));
    CU_ASSERT_TRUE(has(&view, "mug"));
    CU_ASSERT_TRUE(has(&view, "mug"));
    CU_ASSERT_FALSE(has(&view, "mu"));
    EXPECT_I64(FY_REJECT, apply(&view, NULL, "a record without a key"));
    view_close(&view);
}

/* Also when it was found before, and so is remembered. */
static void a_tombstone_makes_it_unknown(void)
{
    struct view view;

    view_open(&view, 16);
    EXPECT_I64(FY_OK, apply(&view, "mug", "x"));
    CU_ASSERT_TRUE(has(&view, "mug"));
    known_skus_listed(view.known, fy_slice_of("mug"), fy_slice_of("acme"));
    EXPECT_I64(FY_OK, apply(&view, "mug", NULL));
    CU_ASSERT_FALSE(has(&view, "mug"));
    view_close(&view);
}

static void what_was_listed_here_is_known_before_the_view_has_it(void)
{
    struct view view;

    view_open(&view, 4); /* Two of an SKU: itself, and whose. */
    known_skus_listed(view.known, fy_slice_of("a"), fy_slice_of("acme"));
    CU_ASSERT_TRUE(has(&view, "a"));
    known_skus_listed(view.known, fy_slice_of("b"), fy_slice_of("acme"));
    known_skus_listed(view.known, fy_slice_of("c"), fy_slice_of("acme"));
    CU_ASSERT_FALSE(has(&view, "a")); /* Bounded: the oldest went. */
    CU_ASSERT_TRUE(has(&view, "c"));
    view_close(&view);
}

static bool owned(struct view *view, const char *sku, const char *supplier)
{
    struct fy_err err;
    bool is_owned = false;

    EXPECT_I64(FY_OK, known_skus_owned(view->known, fy_slice_of(sku), fy_slice_of(supplier),
                          &view->arena, &is_owned, &err));
    return is_owned;
}

/* `other` offers it too, where there is one. */
static void put_product(struct view *view, const char *sku, const char *supplier, const char *other)
{
    struct fy_slice suppliers[] = {fy_slice_of(supplier), fy_slice_of(other != NULL ? other : "")};
    struct product product = {
        .sku = fy_slice_of(sku),
        .supplier = fy_slice_of(supplier),
        .suppliers = {suppliers, other != NULL ? 2 : 1},
        .title = fy_slice_of("Title"),
        .price = {1, fy_slice_of("EUR")},
    };
    struct fy_record record = {.topic = FY_TOPIC_PRODUCTS, .key = fy_slice_of(sku)};
    struct fy_store_batch *rows = fy_store_batch_new(view->store);
    struct fy_err err;

    EXPECT_I64(FY_OK, product_encode(&product, &view->arena, &record.value, &err));
    EXPECT_I64(FY_OK, known_skus_apply(view->known, &record, rows, &view->arena, &err));
    EXPECT_I64(FY_OK, fy_store_batch_write(rows, &err));
    fy_store_batch_free(rows);
}

/*
 * Whose a product is, is asked of the view; of what was listed here, of us. Another who lists it
 * here takes it from nobody: what `stock` makes of that is not known yet.
 */
static void a_product_is_its_suppliers(void)
{
    struct view view;

    view_open(&view, 16);
    CU_ASSERT_FALSE(owned(&view, "mug", "acme"));
    put_product(&view, "mug", "acme", NULL);
    CU_ASSERT_TRUE(owned(&view, "mug", "acme"));
    CU_ASSERT_FALSE(owned(&view, "mug", "elm"));
    CU_ASSERT_FALSE(owned(&view, "mug", ""));

    known_skus_listed(view.known, fy_slice_of("mug"), fy_slice_of("elm"));
    CU_ASSERT_TRUE(owned(&view, "mug", "acme"));
    CU_ASSERT_TRUE(owned(&view, "mug", "elm"));

    known_skus_listed(view.known, fy_slice_of("cup"), fy_slice_of("acme"));
    CU_ASSERT_TRUE(owned(&view, "cup", "acme"));
    CU_ASSERT_FALSE(owned(&view, "cup", "elm"));

    put_product(&view, "dish", "acme", NULL);
    CU_ASSERT_TRUE(owned(&view, "dish", "acme"));
    put_product(&view, "dish", "elm", NULL); /* Remembered, and read anew all the same. */
    CU_ASSERT_FALSE(owned(&view, "dish", "acme"));
    CU_ASSERT_TRUE(owned(&view, "dish", "elm"));

    /* Several offer it: each has it, whoever sells it now. */
    put_product(&view, "pan", "acme", "oak");
    for (int i = 0; i < 2; i++) {
        CU_ASSERT_TRUE(owned(&view, "pan", "acme"));
        CU_ASSERT_TRUE(owned(&view, "pan", "oak"));
        CU_ASSERT_FALSE(owned(&view, "pan", "elm"));
        CU_ASSERT_FALSE(owned(&view, "pan", ""));
    }

    /* Of a schema newer than this program. */
    EXPECT_I64(FY_OK, apply(&view, "new", "any bytes"));
    CU_ASSERT_FALSE(owned(&view, "new", "acme"));
    CU_ASSERT_FALSE(owned(&view, "new", ""));
    view_close(&view);
}

static void expect_page_of(struct view *view, const char *supplier, const char *sku)
{
    struct fy_slice found;
    struct fy_err err;

    EXPECT_I64(
        FY_OK, known_skus_supplier(view->known, fy_slice_of(sku), &view->arena, &found, &err));
    EXPECT_TEXT(supplier, found);
}

/* A page that is opened the moment its product is listed is its supplier's too. */
static void a_page_is_its_suppliers_before_the_view_has_it(void)
{
    struct view view;

    view_open(&view, 16);
    expect_page_of(&view, NULL, "mug");
    known_skus_listed(view.known, fy_slice_of("mug"), fy_slice_of("acme"));
    expect_page_of(&view, "acme", "mug");
    known_skus_listed(view.known, fy_slice_of("mug"), fy_slice_of("elm"));
    expect_page_of(&view, "acme", "mug"); /* Who comes later offers it too. */
    put_product(&view, "mug", "oak", "acme");
    expect_page_of(&view, "oak", "mug"); /* Another edge was quicker: the view knows. */
    EXPECT_I64(FY_OK, apply(&view, "mug", NULL));
    expect_page_of(&view, NULL, "mug");
    view_close(&view);
}

/* More products than are remembered: the rows on disk answer. */
static void rows_outlast_the_memory_and_the_process(void)
{
    struct view view;
    char sku[16];

    view_open(&view, 4);
    for (int i = 0; i < 100; i++) {
        (void)snprintf(sku, sizeof(sku), "sku-%d", i);
        EXPECT_I64(FY_OK, apply(&view, sku, "x"));
    }
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 100; i++) {
            (void)snprintf(sku, sizeof(sku), "sku-%d", i);
            CU_ASSERT_TRUE(has(&view, sku));
        }
        view_reopen(&view, 4);
    }
    CU_ASSERT_FALSE(has(&view, "sku-100"));
    view_close(&view);
}

static const CU_TestInfo tests[] = {
    TEST(what_the_topic_holds_is_known),
    TEST(a_tombstone_makes_it_unknown),
    TEST(what_was_listed_here_is_known_before_the_view_has_it),
    TEST(a_product_is_its_suppliers),
    TEST(a_page_is_its_suppliers_before_the_view_has_it),
    TEST(rows_outlast_the_memory_and_the_process),
};

TEST_MAIN(producers.known_skus, tests)
