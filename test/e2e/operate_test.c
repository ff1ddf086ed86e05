/*
 * operate_test.c - what an operator asks of a program's state, on a real stand that goes on
 * working.
 */
#include "schemas/generated/stock_row.h"
#include "test/e2e/stand.h"
#include "test/run.h"

/* A SKU of its own, listed and counted, and its state seen by the api. */
static void list_one(const char *sku)
{
    const struct answer *answer;
    char body[512], path[128], position[64];

    (void)snprintf(body, sizeof(body),
        "[{\"sku\":\"%s\",\"supplier\":\"e2e\",\"product_listed\":{\"title\":\"Operated on\","
        "\"price\":{\"minor\":500,\"currency\":\"EUR\"}}}]",
        sku);
    answer = http_post("/v1/supply", body, NULL);
    EXPECT_STATUS(202, answer);
    (void)snprintf(position, sizeof(position), "%s", answer->position);
    (void)snprintf(path, sizeof(path), "/v1/products/%s", sku);
    EXPECT_STATUS(200, get_after(path, position, NULL));
}

static void expect_command(int code, const char *command, const char *words)
{
    const char *output;

    EXPECT_I64(code, run_command(&output, "%s 2>&1", command));
    EXPECT_CONTAINS(words, fy_slice_of(output));
}

static void a_disk_agrees_with_the_changelog(void)
{
    list_one(fresh_name("op"));
    expect_command(0, "./fy digest stock --store", "equal to the changelog");
    expect_command(0, "./fy digest history --store", "equal to the changelog");
}

static void rows_made_anew_are_the_live_ones(void)
{
    list_one(fresh_name("op"));
    expect_command(0, "./fy rebuild stock", "the rows made anew are equal");
    expect_command(0, "./fy rebuild history", "the rows made anew are equal");
}

/* A row that no event speaks of is found, named and shown; without it all is well again. */
static void a_forged_row_is_found(void)
{
    const char *name = fresh_name("forged");
    struct sku_row sku = {.supplier = fy_slice_of("nobody"), .price.currency = fy_slice_of("EUR")};
    struct stock_row row = {.sku = &sku};
    struct fy_arena arena;
    struct fy_slice bytes;
    struct fy_err err = {0};
    char key[128];

    (void)snprintf(key, sizeof(key), "sku/%s", name);
    fy_arena_init(&arena, 1 << 20);
    EXPECT_I64(FY_OK, stock_row_encode(&row, &arena, &bytes, &err));
    topic_put_raw(FY_TOPIC_STOCK_CHANGELOG, key, bytes.data, bytes.size);
    expect_command(1, "./fy rebuild stock", key);
    expect_command(1, "./fy rebuild stock", "the rows made anew DIFFER");
    topic_put_raw(FY_TOPIC_STOCK_CHANGELOG, key, NULL, 0);
    expect_command(0, "./fy rebuild stock", "the rows made anew are equal");
    fy_arena_done(&arena);
}

static void what_makes_no_sense_is_refused_with_words(void)
{
    expect_command(1, "./fy digest", "digest which program?");
    expect_command(1, "./fy digest nginx", "keeps no changelog");
    expect_command(1, "./fy rebuild stock --store", "--store");
}

static CU_TestInfo tests[] = {
    TEST(a_disk_agrees_with_the_changelog),
    TEST(rows_made_anew_are_the_live_ones),
    TEST(a_forged_row_is_found),
    TEST(what_makes_no_sense_is_refused_with_words),
};

TEST_MAIN(operate, tests)
