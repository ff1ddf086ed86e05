/*
 * operate_test.c - what an operator asks of a program's state, on a real stand that goes on
 * working.
 */
#include "schemas/generated/stock_row.h"
#include "test/e2e/stand.h"
#include "test/run.h"

/* A fact that lists a SKU; returns its place. */
static const char *list_sku(const char *sku)
{
    static char position[64];
    const struct answer *answer;
    char body[512];

    (void)snprintf(body, sizeof(body),
        "[{\"sku\":\"%s\",\"product_listed\":{\"title\":\"Operated on\","
        "\"price\":{\"minor\":500,\"currency\":\"EUR\"}}}]",
        sku);
    answer = http_post("/v1/supply", body, AS_OWNER_OF("e2e"));
    EXPECT_STATUS(202, answer);
    (void)snprintf(position, sizeof(position), "%s", answer->position);
    return position;
}

static void expect_shown(const char *sku, const char *position)
{
    char path[128];

    (void)snprintf(path, sizeof(path), "/v1/products/%s", sku);
    EXPECT_STATUS(200, get_after(path, position, NULL));
}

/* A SKU of its own, listed, and its state seen by the api. */
static void list_one(const char *sku)
{
    expect_shown(sku, list_sku(sku));
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

/* Followers keep no changelog: what their disk has is made anew from their topics. */
static void rows_of_followers_are_made_anew_too(void)
{
    const char *output;

    list_one(fresh_name("op"));
    EXPECT_I64(0, run_command(&output, "./fy digest api 2>&1"));
    EXPECT_CONTAINS("stock-levels", fy_slice_of(output));
    EXPECT_CONTAINS("rows in the index", fy_slice_of(output));
    EXPECT_CONTAINS("all agree", fy_slice_of(output));
    expect_command(0, "./fy rebuild api", "api: the rows made anew are equal");
    expect_command(0, "./fy rebuild recommend", "recommend: the rows made anew are equal");
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

static bool rows_are_equal(void *context)
{
    const char *output;

    (void)context;
    return run_command(&output, "./fy rebuild stock 2>&1") == 0;
}

/* The program itself makes its rows anew, and the forged one goes. */
static void rows_are_swapped_when_somebody_asks(void)
{
    const char *name = fresh_name("forged");
    const char *output;
    struct sku_row sku = {.supplier = fy_slice_of("nobody"), .price.currency = fy_slice_of("EUR")};
    struct stock_row row = {.sku = &sku};
    struct fy_arena arena;
    struct fy_slice bytes;
    struct fy_err err = {0};
    char key[128];

    fy_arena_init(&arena, 1 << 20);
    (void)snprintf(key, sizeof(key), "sku/%s", name);
    EXPECT_I64(FY_OK, stock_row_encode(&row, &arena, &bytes, &err));
    topic_put_raw(FY_TOPIC_STOCK_CHANGELOG, key, bytes.data, bytes.size);
    expect_command(1, "./fy rebuild stock", key);
    expect_command(0, "./fy rebuild stock --swap --by ann", "operator:ann asked, at offset");
    EXPECT_EVENTUALLY(150, rows_are_equal, NULL);
    program_wait_ready("stock");
    expect_command(0, "./fy digest stock --store", "equal to the changelog");
    EXPECT_I64(0, run_command(&output, "./fy logs stock 2>&1"));
    EXPECT_CONTAINS("its rows are made anew, by rules version 3", fy_slice_of(output));
    list_one(fresh_name("op"));
    fy_arena_done(&arena);
}

static bool is_parked(void *sku)
{
    const char *output;

    return run_command(&output, "./fy parked stock 2>&1") == 0 && strstr(output, sku) != NULL;
}

static bool is_not_parked(void *sku)
{
    return !is_parked(sku);
}

/*
 * A record that nobody can read parks its key; what is behind it waits. Released as it is, it is
 * refused again; left out, all that waited is handled, across a kill -9, and the rest of the shop
 * sees it. Who asked stays in the topic.
 */
static void a_parked_key_is_released(void)
{
    char sku[64], command[256], position[64];
    const char *output;

    (void)snprintf(sku, sizeof(sku), "%s", fresh_name("poison"));
    topic_put_raw(FY_TOPIC_SUPPLY, sku, "no Avro at all", 14);
    EXPECT_EVENTUALLY(60, is_parked, sku);
    (void)snprintf(position, sizeof(position), "%s", list_sku(sku));

    (void)snprintf(command, sizeof(command), "./fy release stock %s --by ann", sku);
    expect_command(0, command, "operator:ann asked, at offset");
    program_kill("stock");
    EXPECT_I64(true, is_parked(sku));

    (void)snprintf(command, sizeof(command), "./fy release stock %s --skip --by ben", sku);
    expect_command(0, command, "operator:ben asked, at offset");
    program_kill("stock");
    EXPECT_EVENTUALLY(60, is_not_parked, sku);
    expect_shown(sku, position);

    EXPECT_I64(0, run_command(&output, "./fy tap operations 2>&1"));
    EXPECT_CONTAINS("\"actor\":\"operator:ann\"", fy_slice_of(output));
    EXPECT_CONTAINS("\"actor\":\"operator:ben\"", fy_slice_of(output));
    EXPECT_I64(0, run_command(&output, "./fy tap stock-dead-letters --key %s 2>&1", sku));
    EXPECT_CONTAINS("\"left_out\":true", fy_slice_of(output));
    expect_command(0, "./fy rebuild stock", "the rows made anew are equal");
    (void)snprintf(command, sizeof(command), "./fy release stock %s", sku);
    expect_command(1, command, "is not parked; what is: ./fy parked stock");
}

static void what_makes_no_sense_is_refused_with_words(void)
{
    expect_command(1, "./fy digest", "digest which program?");
    expect_command(1, "./fy digest nginx", "keeps no changelog");
    expect_command(1, "./fy rebuild stock --store", "--store");
    expect_command(1, "./fy release stock", "release a KEY");
    expect_command(1, "./fy release api mug", "keeps no changelog");
    expect_command(1, "./fy release --gap stock supply 99 orders-1 7 9", "partition 99, of 0 to");
    expect_command(1, "./fy release --gap stock nothing 0 orders-1 7 9", "no topic \"nothing\"");
    expect_command(1, "./fy release --gap stock supply 0 orders-1 7 8", "nothing is missing");
}

static CU_TestInfo tests[] = {
    TEST(a_disk_agrees_with_the_changelog),
    TEST(rows_made_anew_are_the_live_ones),
    TEST(rows_of_followers_are_made_anew_too),
    TEST(a_forged_row_is_found),
    TEST(rows_are_swapped_when_somebody_asks),
    TEST(a_parked_key_is_released),
    TEST(what_makes_no_sense_is_refused_with_words),
};

TEST_MAIN(operate, tests)
