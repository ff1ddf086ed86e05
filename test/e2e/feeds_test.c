/*
 * feeds_test.c - what suppliers send in numbered pieces, through nginx: a feed of 100,000 rows, one
 * whose reader is killed in the middle, and sessions of scans.
 */
#include "schemas/generated/stock_event.h"
#include "schemas/generated/supply.h"
#include "test/e2e/shopper.h"
#include "test/run.h"

#include <stdlib.h>
#include <unistd.h>

enum {
    ROWS = 100000,
    KILLED_ROWS = 20000,
    GROWTH_KB_MAX = 32 * 1024, /* Of producers: a feed has the memory of 1,000 rows. */
};

/* A feed in a file of the stand; every hundredth row is bad. */
static const char *feed_file(const char *prefix, int rows)
{
    static char path[256];
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/%s.csv", stand_home(), prefix);
    file = fopen(path, "w");
    if (file == NULL)
        abort();
    (void)fprintf(file, "sku,title,price,currency,units\r\n");
    for (int i = 0; i < rows; i++)
        (void)fprintf(file, "%s-%d,\"Thing, number %d\",%d.50,EUR,%s%d\r\n", prefix, i, i, i % 90,
            i % 100 == 99 ? "about " : "", i + 1);
    (void)fclose(file);
    return path;
}

static int good_rows(int rows)
{
    return rows - rows / 100;
}

/* Send the file, with more of curl's options; its answer is left in `<file>.answer`, its head too.
 */
static void upload(const char *path, const char *options, const char *behind)
{
    const char *output;
    char of_caller[512];
    FILE *file;

    (void)snprintf(of_caller, sizeof(of_caller), "%s.caller", path);
    file = fopen(of_caller, "we");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    (void)fprintf(file, "%s\n", owner_of("e2e"));
    (void)fclose(file);

    (void)run_command(&output,
        "(curl -s -m 100 -D '%s.head' -o '%s.answer' -X POST --data-binary '@%s' -H 'Content-Type: "
        "text/csv' -H '@%s.caller' -H 'Idempotency-Key: %s' -H Expect: %s "
        "http://127.0.0.1:%d/v1/feeds; touch '%s.done') >/dev/null 2>&1 %s",
        path, path, path, path, path, options, stand_port(), path, behind);
}

/* The value of a header of the answer, or "" when it did not come. */
static const char *head_of(const char *path, const char *name)
{
    static char value[256];
    const char *output;

    (void)run_command(
        &output, "sed -n 's|^%s:* *||Ip' '%s.head' | tail -1 | tr -d '\\r'", name, path);
    (void)snprintf(value, sizeof(value), "%.*s", (int)strcspn(output, "\n"), output);
    return value;
}

static bool is_taken(const char *path)
{
    return strncmp(head_of(path, "HTTP/1.1"), "202", 3) == 0;
}

/* --- What the topics say -----------------------------------------------------------------------
 */

struct told {
    const char *feed;
    int rows;
    unsigned char *facts;   /* By row: how often its fact was written. */
    unsigned char *changes; /* How often stock changed the product for it. */
    unsigned char *counts;  /* How often it set the count. */
};

static void count_fact(const struct fy_record *record, void *context)
{
    struct told *told = context;
    static struct fy_arena arena;
    struct supply supply;
    struct fy_err err;

    if (arena.bytes_max == 0)
        fy_arena_init(&arena, 1 << 20);
    fy_arena_clear(&arena);
    if (supply_decode(record->value, &arena, &supply, &err) == FY_OK && supply.has_n &&
        fy_slice_equal(supply.session, fy_slice_of(told->feed)) && supply.n < told->rows)
        told->facts[supply.n]++;
}

static void count_event(const struct fy_record *record, void *context)
{
    struct told *told = context;
    static struct fy_arena arena;
    struct stock_event event;
    struct fy_err err;

    if (arena.bytes_max == 0)
        fy_arena_init(&arena, 1 << 20);
    fy_arena_clear(&arena);
    if (stock_event_decode(record->value, &arena, &event, &err) != FY_OK || !event.has_n ||
        !fy_slice_equal(event.session, fy_slice_of(told->feed)) || event.n >= told->rows)
        return;
    if (event.product_changed != NULL)
        told->changes[event.n]++;
    if (event.stock_set != NULL)
        told->counts[event.n]++;
}

static struct told told_of(const char *feed, int rows)
{
    struct told told = {.feed = feed, .rows = rows};

    told.facts = calloc((size_t)rows, 1);
    told.changes = calloc((size_t)rows, 1);
    told.counts = calloc((size_t)rows, 1);
    if (told.facts == NULL || told.changes == NULL || told.counts == NULL)
        abort();
    return told;
}

static void told_free(struct told *told)
{
    free(told->facts);
    free(told->changes);
    free(told->counts);
}

static bool product_is_there(void *path)
{
    return http_get(path, NULL)->status == 200;
}

/* Stock has decided the last row of each partition when it has decided the last rows of all. */
static void wait_for_rows(const char *prefix, int rows)
{
    for (int i = rows - 60; i < rows; i++) {
        char path[128];

        if (i % 100 == 99)
            continue;
        (void)snprintf(path, sizeof(path), "/v1/products/%s-%d", prefix, i);
        EXPECT_EVENTUALLY(240, product_is_there, path);
    }
}

/* Each good row once or more as a fact, and once only as what stock decided; a bad one not at all.
 */
static void expect_rows(const struct told *told, int times_max)
{
    int lost = 0, doubled = 0, wrong = 0, repeats = 0;

    for (int i = 0; i < told->rows; i++) {
        bool bad = i % 100 == 99;

        lost += !bad && (told->facts[i] == 0 || told->changes[i] == 0 || told->counts[i] == 0);
        doubled += !bad && (told->changes[i] > 1 || told->counts[i] > 1);
        wrong += (bad && told->facts[i] > 0) || told->facts[i] > times_max;
        repeats += told->facts[i] > 1;
    }
    printf("%d rows: %d lost, %d doubled, %d facts written twice and recognised ... ", told->rows,
        lost, doubled, repeats);
    EXPECT_I64(0, lost);
    EXPECT_I64(0, doubled);
    EXPECT_I64(0, wrong);
}

/* --- Feeds -------------------------------------------------------------------------------------
 */

/* A line of /proc/<pid>/status in KB. */
static long memory_kb(const char *line)
{
    const char *output;

    (void)run_command(
        &output, "sed -n 's/^%s: *//p' /proc/%d/status", line, program_pid("producers"));
    return atol(output);
}

static void a_feed_of_100000_rows_is_taken_in_little_memory(void)
{
    const char *prefix = fresh_name("feed"), *path = feed_file(prefix, ROWS), *output;
    struct topic_mark supply, stock;
    struct told told;
    char feed[320], resource[320], words[128];
    const struct answer *answer;
    long before_kb, peak_kb;
    int64_t began_ms = mono_ms();

    topic_mark(&supply, FY_TOPIC_SUPPLY);
    topic_mark(&stock, FY_TOPIC_STOCK);
    (void)run_command(&output, "echo 5 >/proc/%d/clear_refs", program_pid("producers"));
    before_kb = memory_kb("VmRSS");
    upload(path, "", "");
    peak_kb = memory_kb("VmHWM");
    CU_ASSERT_TRUE_FATAL(is_taken(path));
    printf("%d rows in %.1f s, producers %ld KB before, %ld KB at most ... ", ROWS,
        (double)(mono_ms() - began_ms) / 1000, before_kb, peak_kb);
    CU_ASSERT(peak_kb < before_kb + GROWTH_KB_MAX);

    (void)snprintf(resource, sizeof(resource), "%s", head_of(path, "Location"));
    (void)snprintf(feed, sizeof(feed), "%s", resource + strlen("/v1/feeds/"));
    answer = get_after_as(resource, head_of(path, "Fy-Position"), owner_of("e2e"));
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"state\":\"closed\"", answer);
    (void)snprintf(words, sizeof(words), "\"rows\":%d,\"accepted\":%d,\"refused\":%d,", ROWS,
        good_rows(ROWS), ROWS / 100);
    EXPECT_IN(words, answer);
    EXPECT_IN(
        "{\"row\":100,\"verdict\":\"refused\",\"by\":\"edge\",\"column\":\"units\",\"reason\":"
        "\"must be a whole number",
        answer);
    (void)strcat(resource, "?after=99900&limit=5");
    EXPECT_IN("[{\"row\":100000,", http_get(resource, AS_OWNER_OF("e2e")));

    wait_for_rows(prefix, ROWS);
    told = told_of(feed, ROWS);
    (void)topic_read(&supply, count_fact, &told);
    (void)topic_read(&stock, count_event, &told);
    expect_rows(&told, 1);
    told_free(&told);
    (void)run_command(&output, "rm -f '%s'*", path);
}

struct growing {
    int64_t until;
};

static bool has_grown(void *context)
{
    return topic_end(FY_TOPIC_FEEDS) >= ((struct growing *)context)->until;
}

static bool is_file(void *path)
{
    return access(path, F_OK) == 0;
}

/* The reader is killed in the middle; the same file under the same key, and all is as if not. */
static void a_feed_whose_reader_is_killed_is_whole_in_the_end(void)
{
    const char *prefix = fresh_name("killed"), *path = feed_file(prefix, KILLED_ROWS), *output;
    struct growing growing = {.until = topic_end(FY_TOPIC_FEEDS) + 20};
    struct topic_mark supply, stock;
    struct told told;
    char feed[320], done[320];
    int64_t until_ms = mono_ms() + 120000;

    topic_mark(&supply, FY_TOPIC_SUPPLY);
    topic_mark(&stock, FY_TOPIC_STOCK);
    upload(path, "--limit-rate 300k", "&");
    EXPECT_EVENTUALLY(60, has_grown, &growing);
    program_kill("producers");
    (void)snprintf(done, sizeof(done), "%s.done", path);
    EXPECT_EVENTUALLY(110, is_file, done);
    CU_ASSERT_FALSE(is_taken(path));
    do {
        upload(path, "", "");
    } while (!is_taken(path) && mono_ms() < until_ms);
    CU_ASSERT_TRUE_FATAL(is_taken(path));
    (void)snprintf(feed, sizeof(feed), "%s", head_of(path, "Location") + strlen("/v1/feeds/"));

    wait_for_rows(prefix, KILLED_ROWS);
    told = told_of(feed, KILLED_ROWS);
    (void)topic_read(&supply, count_fact, &told);
    (void)topic_read(&stock, count_event, &told);
    expect_rows(&told, 2);
    told_free(&told);
    (void)run_command(&output, "rm -f '%s'*", path);
}

/* What stock decides of a row is among its verdicts. */
static void a_row_that_stock_refuses_is_told(void)
{
    const char *const headers[] = {"Content-Type: text/csv", owner_of("e2e"), NULL};
    const struct answer *answer;
    char resource[320];
    bool told = false;
    int64_t until_ms = mono_ms() + 60000;

    answer = http_post("/v1/feeds", "sku,units\nno-such-sku-was-listed,5\n", headers);
    EXPECT_STATUS(202, answer);
    EXPECT_IN("\"accepted\":1,", answer);
    (void)snprintf(resource, sizeof(resource), "%s", answer->location);
    while (!told && mono_ms() < until_ms) {
        answer = http_get(resource, AS_OWNER_OF("e2e"));
        told = strstr(answer->body, "\"by\":\"stock\",\"reason\":\"unknown_sku\"") != NULL;
    }
    CU_ASSERT_TRUE(told);
    EXPECT_STATUS(404, http_get(resource, AS_OWNER_OF("another")));
    EXPECT_STATUS(200, http_get(resource, AS_OPERATOR));
    EXPECT_PROBLEM(401, "no-token", NULL, http_get(resource, NULL));
    EXPECT_STATUS(404, http_get("/v1/feeds/00000000000000000000000000000000", AS_OWNER_OF("e2e")));
}

/* --- Scans -------------------------------------------------------------------------------------
 */

#define GTIN "4006381333931"

struct scanner {
    char supplier[64];
    char sku[64];
    char session[64];
    char path[128];
    char position[64];
};

static const struct answer *scanner_say(
    struct scanner *scanner, const char *method, const char *path, const char *body)
{
    const struct answer *answer = http_send(method, path, body, AS_OWNER_OF(scanner->supplier));

    if (answer->status == 202)
        memcpy(scanner->position, answer->position, sizeof(scanner->position));
    return answer;
}

/* A supplier of its own, who has one product with a barcode that the edge knows of. */
static void scanner_init(struct scanner *scanner, const char *mode)
{
    char path[128], body[64];
    int64_t until_ms = mono_ms() + 60000;

    (void)snprintf(scanner->supplier, sizeof(scanner->supplier), "%s", fresh_name("s"));
    (void)snprintf(scanner->sku, sizeof(scanner->sku), "%s", fresh_name("scan"));
    (void)snprintf(scanner->session, sizeof(scanner->session), "%s", fresh_session());
    (void)snprintf(scanner->path, sizeof(scanner->path), "/v1/scans/%s", scanner->session);
    (void)snprintf(path, sizeof(path), "/v1/products/%s", scanner->sku);
    EXPECT_STATUS(202, scanner_say(scanner, "PUT", path,
                           "{\"title\":\"Pen\",\"price\":{\"minor\":100,\"currency\":\"EUR\"},"
                           "\"gtins\":[\"" GTIN "\"]}"));
    EXPECT_STATUS(200, get_after(path, scanner->position, NULL));
    (void)snprintf(body, sizeof(body), "{\"mode\":\"%s\"}", mode);
    EXPECT_STATUS(202, scanner_say(scanner, "PUT", scanner->path, body));
    while (scanner_say(
               scanner, "POST", scanner->path, "{\"item_scanned\":{\"n\":0,\"gtin\":\"" GTIN "\"}}")
                   ->status == 422 &&
           mono_ms() < until_ms)
        continue; /* The edge's view reads the product a moment after the shop's. */
}

static void expect_session(struct scanner *scanner, const char *words)
{
    const struct answer *answer =
        get_after_as(scanner->path, scanner->position, owner_of(scanner->supplier));

    EXPECT_STATUS(200, answer);
    EXPECT_IN(words, answer);
}

struct level {
    char path[128];
    char words[64];
};

static bool level_is(void *context)
{
    const struct level *level = context;

    return strstr(http_get(level->path, NULL)->body, level->words) != NULL;
}

static void expect_level(const struct scanner *scanner, int units)
{
    struct level level;

    (void)snprintf(level.path, sizeof(level.path), "/v1/products/%s", scanner->sku);
    (void)snprintf(level.words, sizeof(level.words), "\"available_units\":%d", units);
    EXPECT_EVENTUALLY(60, level_is, &level);
}

static void scans_arrive_once_and_are_undone_once(void)
{
    struct scanner scanner;

    scanner_init(&scanner, "RECEIVE");
    for (int i = 0; i < 2; i++) /* The answer was lost. */
        EXPECT_STATUS(202, scanner_say(&scanner, "POST", scanner.path,
                               "[{\"item_scanned\":{\"n\":1,\"gtin\":\"" GTIN "\",\"units\":10}},"
                               "{\"item_scanned\":{\"n\":2,\"gtin\":\"" GTIN "\"}}]"));
    expect_session(&scanner, "\"numbers\":3,\"counting\":3,\"missing\":null");
    expect_level(&scanner, 12);
    for (int i = 0; i < 2; i++)
        EXPECT_STATUS(202, scanner_say(&scanner, "POST", scanner.path,
                               "{\"scan_taken_back\":{\"n\":3,\"undone_n\":1}}"));
    expect_session(&scanner, "\"units\":2}]");
    expect_level(&scanner, 2);
    EXPECT_PROBLEM(422, "unknown-gtin", NULL,
        scanner_say(
            &scanner, "POST", scanner.path, "{\"item_scanned\":{\"n\":4,\"gtin\":\"96385074\"}}"));
    EXPECT_PROBLEM(422, "bad-field", "check digit",
        scanner_say(&scanner, "POST", scanner.path,
            "{\"item_scanned\":{\"n\":4,\"gtin\":\"4006381333932\"}}"));
    program_kill("producers");
    EXPECT_STATUS(202, scanner_say(&scanner, "POST", scanner.path,
                           "{\"item_scanned\":{\"n\":2,\"gtin\":\"" GTIN "\"}}"));
    EXPECT_STATUS(202, scanner_say(&scanner, "POST", scanner.path,
                           "{\"item_scanned\":{\"n\":4,\"gtin\":\"" GTIN "\"}}"));
    expect_level(&scanner, 3);
}

static void a_count_is_what_was_scanned(void)
{
    struct scanner scanner;
    char close[160];
    int64_t until_ms = mono_ms() + 60000;

    scanner_init(&scanner, "COUNT");
    EXPECT_STATUS(202, scanner_say(&scanner, "POST", scanner.path,
                           "[{\"item_scanned\":{\"n\":1,\"gtin\":\"" GTIN "\",\"units\":6}},"
                           "{\"item_scanned\":{\"n\":2,\"gtin\":\"" GTIN "\"}},"
                           "{\"scan_taken_back\":{\"n\":3,\"undone_n\":2}}]"));
    expect_session(&scanner, "\"state\":\"open\"");
    (void)snprintf(close, sizeof(close), "%s/close", scanner.path);
    while (scanner_say(&scanner, "POST", close, "{\"numbers\":4}")->status == 409 &&
           mono_ms() < until_ms)
        continue;
    expect_session(&scanner, "\"state\":\"closed\"");
    expect_level(&scanner, 7);
    EXPECT_STATUS(202, scanner_say(&scanner, "POST", close, "{\"numbers\":4}"));
    EXPECT_PROBLEM(409, "session-closed", NULL,
        scanner_say(
            &scanner, "POST", scanner.path, "{\"item_scanned\":{\"n\":4,\"gtin\":\"" GTIN "\"}}"));
}

/* --- Beacons -----------------------------------------------------------------------------------
 */

/* What a page sends when it is left may have been sent already, or comes again: it counts once. */
static void a_beacon_counts_once(void)
{
    static const char *const plain[] = {"Content-Type: text/plain;charset=UTF-8", NULL, NULL, NULL};
    const char *headers[4], *sku = listed_product();
    const struct answer *answer;
    struct shopper shopper;
    char cookie[128], body[1024];

    memcpy(headers, plain, sizeof(headers));
    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    (void)snprintf(cookie, sizeof(cookie), "Cookie: %s", shopper.cookie);
    headers[1] = cookie;
    (void)snprintf(body, sizeof(body),
        "[{\"session\":\"%s\",\"n\":2,\"item_viewed\":{\"sku\":\"%s\"}},{\"session\":\"%s\",\"n\":"
        "0,"
        "\"item_viewed\":{\"sku\":\"%s\"}},{\"session\":\"%s\",\"n\":1,\"item_viewed\":{\"sku\":"
        "\"%s\"}}]",
        shopper.session, sku, shopper.session, sku, shopper.session, sku);
    for (int i = 0; i < 2; i++) {
        answer = http_post("/v1/activity", body, headers);
        EXPECT_STATUS(202, answer);
        memcpy(shopper.position, answer->position, sizeof(shopper.position));
    }
    EXPECT_IN("\"views\":3,", shopper_history(&shopper));
    headers[2] = "Sec-Fetch-Site: cross-site";
    EXPECT_PROBLEM(415, "bad-media-type", NULL, http_post("/v1/activity", body, headers));
}

static const CU_TestInfo tests[] = {
    TEST(a_feed_of_100000_rows_is_taken_in_little_memory),
    TEST(a_feed_whose_reader_is_killed_is_whole_in_the_end),
    TEST(a_row_that_stock_refuses_is_told),
    TEST(scans_arrive_once_and_are_undone_once),
    TEST(a_count_is_what_was_scanned),
    TEST(a_beacon_counts_once),
};

TEST_MAIN(feeds, tests)
