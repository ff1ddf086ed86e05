/* What suppliers are told of their exposure: parts added up, by day and by product. */
#include "api/exposure.h"
#include "test/run.h"
#include "test/unit/api/stage.h"

#include <inttypes.h>

static void put(
    struct stage *stage, const char *supplier, const char *sku, int day, const char *part, int seen)
{
    struct money paid = {.minor = seen, .currency = fy_slice_of("EUR")};
    struct exposure exposure = {.supplier = fy_slice_of(supplier),
        .day = day,
        .sku = sku == NULL ? (struct fy_slice){0} : fy_slice_of(sku),
        .part = fy_slice_of(part),
        .impressions = seen,
        .visitors = sku == NULL ? 1 : 0,
        .revenue = {&paid, 1}};
    struct fy_slice date = fy_slice_of(day == 0   ? "1970-01-01"
                                       : day == 1 ? "1970-01-02"
                                                  : "1970-01-03");
    struct fy_slice key = fy_arena_format(
        &stage->arena, "%s/%.*s/%s/%s", supplier, FY_SLICE_ARG(date), sku == NULL ? "" : sku, part);
    char text[128];

    (void)snprintf(text, sizeof(text), "%.*s", FY_SLICE_ARG(key));
    EXPECT_I64(FY_OK, stage_apply(stage, FY_TOPIC_EXPOSURE, text,
                          stage_encoded(stage, &exposure_schema, &exposure)));
}

static struct fy_slice answer_of(struct stage *stage, struct exposure_asked asked)
{
    struct api_answer answer = {0};
    struct fy_err err;

    EXPECT_I64(FY_OK, exposure_answer(&stage->views, &asked, &stage->arena, &answer, &err));
    return answer.body;
}

static bool says(struct fy_slice body, const char *words)
{
    return memmem(body.data, body.size, words, strlen(words)) != NULL;
}

#define ACME .supplier = fy_slice_of("acme"), .from = 0, .to = 2, .limit = 2

static void parts_of_a_day_are_added_up(void)
{
    struct stage stage;
    struct exposure_sum sum;
    struct fy_slice body;
    struct fy_err err;

    stage_init(&stage);
    put(&stage, "acme", NULL, 1, "0", 3);
    put(&stage, "acme", NULL, 1, "1", 4);
    put(&stage, "acme", NULL, 1, "1", 5); /* The newest of a part is all of it. */
    put(&stage, "acme", NULL, 1, "1-orders", 1);
    put(&stage, "acme", NULL, 2, "0", 100);
    put(&stage, "acme", "mug", 1, "0", 1000);
    put(&stage, "acme2", NULL, 1, "0", 10000);
    EXPECT_I64(
        FY_OK, exposure_of_day(&stage.views, fy_slice_of("acme"), 1, &stage.arena, &sum, &err));
    EXPECT_I64(9, sum.counts.impressions);
    EXPECT_I64(3, sum.counts.visitors);
    EXPECT_I64(9, sum.counts.revenue.items[0].minor);
    EXPECT_I64(
        FY_OK, exposure_of_day(&stage.views, fy_slice_of("acme"), 0, &stage.arena, &sum, &err));
    EXPECT_I64(0, sum.counts.impressions);

    body = answer_of(&stage, (struct exposure_asked){ACME});
    CU_ASSERT_TRUE(says(body, "{\"day\":\"1970-01-02\",\"impressions\":{\"earned\":9,"));
    CU_ASSERT_TRUE(says(body, "{\"day\":\"1970-01-03\",\"impressions\":{\"earned\":100,"));
    CU_ASSERT_TRUE(says(body, "\"total\":{\"impressions\":{\"earned\":109,"));
    body = answer_of(&stage, (struct exposure_asked){ACME, .sku = fy_slice_of("mug")});
    CU_ASSERT_TRUE(says(body, "\"total\":{\"impressions\":{\"earned\":1000,"));
    stage_done(&stage);
}

static void products_come_in_pages(void)
{
    struct stage stage;
    struct fy_slice body;

    stage_init(&stage);
    put(&stage, "acme", NULL, 1, "0", 9);
    put(&stage, "acme", "cup", 0, "0", 1);
    put(&stage, "acme", "cup", 2, "1", 2);
    put(&stage, "acme", "hat", 1, "0", 4);
    put(&stage, "acme", "mug", 1, "0", 5);
    put(&stage, "bolt", "pan", 1, "0", 6);
    stage_product(&stage, "cup", "A tin cup", 0);
    body = answer_of(&stage, (struct exposure_asked){ACME, .by_sku = true});
    CU_ASSERT_TRUE(
        says(body, "{\"sku\":\"cup\",\"title\":\"A tin cup\",\"impressions\":{\"earned\":3,"));
    CU_ASSERT_TRUE(says(body, "\"next\":\"hat\""));
    CU_ASSERT_FALSE(says(body, "mug"));
    body = answer_of(
        &stage, (struct exposure_asked){ACME, .by_sku = true, .after = fy_slice_of("hat")});
    CU_ASSERT_TRUE(says(body, "{\"sku\":\"mug\",\"title\":null,\"impressions\":{\"earned\":5,"));
    CU_ASSERT_TRUE(says(body, "\"next\":null"));
    CU_ASSERT_FALSE(says(body, "pan"));
    body = answer_of(&stage,
        (struct exposure_asked){
            .supplier = fy_slice_of("acme"), .from = 0, .to = 9, .limit = 3, .by_sku = true});
    CU_ASSERT_TRUE(
        says(body, "mug") && says(body, "\"next\":null")); /* As many as were asked for, and all. */
    body = answer_of(&stage,
        (struct exposure_asked){
            .supplier = fy_slice_of("acme"), .from = 0, .to = 0, .limit = 2, .by_sku = true});
    CU_ASSERT_FALSE(says(body, "hat")); /* Not seen on that day. */
    stage_done(&stage);
}

static void a_key_says_what_its_value_says(void)
{
    struct stage stage;
    struct exposure exposure = {
        .supplier = fy_slice_of("acme"), .day = 1, .part = fy_slice_of("0"), .impressions = 1};

    stage_init(&stage);
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_EXPOSURE, "bolt/1970-01-02//0",
                              stage_encoded(&stage, &exposure_schema, &exposure)));
    EXPECT_I64(FY_REJECT,
        stage_apply(&stage, FY_TOPIC_EXPOSURE, "acme/1970-01-02//0", (struct fy_slice){0}));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_EXPOSURE, "acme/1970-01-02//0",
                          stage_encoded(&stage, &exposure_schema, &exposure)));
    stage_done(&stage);
}

static void days_are_read_as_they_are_written(void)
{
    static const struct {
        const char *text;
        int32_t day;
    } cases[] = {{"1970-01-01", 0}, {"2026-11-26", 20783}, {"2026-02-31", -1}, {"2026-1-01", -1},
        {"2026-11-26x", -1}, {"1969-12-31", -1}, {"", -1}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int32_t day = -1;

        (void)exposure_day_parse(fy_slice_of(cases[i].text), &day);
        EXPECT_I64(cases[i].day, day);
    }
}

static CU_TestInfo tests[] = {
    TEST(parts_of_a_day_are_added_up),
    TEST(products_come_in_pages),
    TEST(a_key_says_what_its_value_says),
    TEST(days_are_read_as_they_are_written),
};

TEST_MAIN(exposure, tests)
