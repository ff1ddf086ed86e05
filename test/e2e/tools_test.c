/*
 * tools_test.c - `./fy put` and `./fy tap` on a real stand: what is put is tapped, what is bad is
 * refused by line and path, what cannot be decoded is shown as it is.
 */
#include "test/e2e/stand.h"
#include "test/run.h"

#include <stdlib.h>
#include <time.h>

/* The lines of a file of this run, into `./fy put TOPIC`; its exit code. */
static int put_lines(const char *topic, const char *lines, const char **ret_output)
{
    char path[512];
    FILE *stream;

    (void)snprintf(path, sizeof(path), "%s/run/tools_test.lines", stand_home());
    stream = fopen(path, "w");
    if (stream == NULL || fputs(lines, stream) < 0 || fclose(stream) != 0) {
        CU_FAIL("could not write the lines to put");
        return -1;
    }
    return run_command(ret_output, "./fy put %s < %s 2>&1", topic, path);
}

static void what_is_put_is_tapped(void)
{
    const char *sku = fresh_name("tool");
    const char *output;
    char lines[1024];
    char want[256];

    (void)snprintf(lines, sizeof(lines),
        "{\"key\":\"%s\",\"value\":{\"sku\":\"%s\",\"supplier\":\"e2e\",\"stock_counted\":{"
        "\"units\":"
        "5}}}\n\n{\"key\":\"%s\",\"value\":{\"envelope\":{\"root\":\"e2e\"},\"sku\":\"%s\","
        "\"supplier\":\"e2e\",\"stock_counted\":{\"units\":6}}}\n",
        sku, sku, sku, sku);
    EXPECT_I64(0, put_lines("supply", lines, &output));
    EXPECT_CONTAINS("2 records written to supply", fy_slice_of(output));

    EXPECT_I64(0, run_command(&output, "./fy tap supply --key %s 2>&1", sku));
    (void)snprintf(
        want, sizeof(want), "\"key\":\"%s\",\"value\":{\"envelope\":{\"event_id\":\"", sku);
    EXPECT_CONTAINS(want, fy_slice_of(output));
    (void)snprintf(
        want, sizeof(want), "\"root\":\"%s\",\"actor\":\"service:fy-put\",\"event_ms\":", sku);
    EXPECT_CONTAINS(want, fy_slice_of(output));
    EXPECT_CONTAINS("\"root\":\"e2e\",\"actor\":\"service:fy-put\"", fy_slice_of(output));
    EXPECT_CONTAINS("\"stock_counted\":{\"units\":6}", fy_slice_of(output));

    EXPECT_I64(0, run_command(&output, "./fy tap supply --key %s --count 1 2>&1", sku));
    EXPECT_CONTAINS("\"stock_counted\":{\"units\":5}", fy_slice_of(output));
    EXPECT_I64(true, strstr(output, "{\"units\":6}") == NULL);
}

static void a_bad_line_ends_it_and_nothing_behind_is_sent(void)
{
    const char *sku = fresh_name("tool");
    const char *output;
    char lines[1024];

    (void)snprintf(lines, sizeof(lines),
        "{\"key\":\"%s\",\"value\":{\"sku\":\"%s\",\"supplier\":\"e2e\",\"stock_counted\":{"
        "\"units\":"
        "1}}}\n{\"key\":\"%s\",\"value\":{\"sku\":\"%s\",\"supplier\":\"e2e\",\"stock_counted\":{"
        "\"units\":-1}}}\n{\"key\":\"%s\",\"value\":{\"sku\":\"%s\",\"supplier\":\"e2e\","
        "\"stock_counted\":{\"units\":3}}}\n",
        sku, sku, sku, sku, sku, sku);
    EXPECT_I64(1, put_lines("supply", lines, &output));
    EXPECT_CONTAINS("line 2: stock_counted.units: -1, at least 0", fy_slice_of(output));
    EXPECT_CONTAINS("1 records written to supply", fy_slice_of(output));
    EXPECT_I64(0, run_command(&output, "./fy tap supply --key %s 2>&1", sku));
    EXPECT_CONTAINS("{\"units\":1}", fy_slice_of(output));
    EXPECT_I64(true, strstr(output, "{\"units\":3}") == NULL);

    EXPECT_I64(1, put_lines("supply", "{\"key\":\"a\",\"value\":null}\n", &output));
    EXPECT_CONTAINS(
        "line 1: value: null is a tombstone, for state topics only", fy_slice_of(output));
    EXPECT_I64(1, put_lines("supply", "{\"key\":7,\"value\":{}}\n", &output));
    EXPECT_CONTAINS("line 1: key: must be a string", fy_slice_of(output));
    EXPECT_I64(1, put_lines("supply", "{\"key\":\"a\"}\n", &output));
    EXPECT_CONTAINS("line 1: value: missing; null is a tombstone", fy_slice_of(output));
}

static void a_state_topic_takes_a_tombstone(void)
{
    const char *sku = fresh_name("tool");
    const char *output;
    char text[256];

    (void)snprintf(text, sizeof(text), "{\"key\":\"%s\",\"value\":null}\n", sku);
    EXPECT_I64(0, put_lines("stock-levels", text, &output));
    EXPECT_I64(0, run_command(&output, "./fy tap stock-levels --key %s 2>&1", sku));
    (void)snprintf(text, sizeof(text), "\"key\":\"%s\",\"value\":null}", sku);
    EXPECT_CONTAINS(text, fy_slice_of(output));
}

/* Nobody reads that topic: a record of another hand does no harm there. */
static void what_cannot_be_decoded_is_shown_as_it_is(void)
{
    const char *key = fresh_name("tool");
    const char *output;

    topic_put_raw(FY_TOPIC_STOCK_DEAD_LETTERS, key, "\x01junk", 5);
    EXPECT_I64(0, run_command(&output, "./fy tap stock-dead-letters --key %s 2>&1", key));
    EXPECT_CONTAINS(
        "\"error\":\"byte 0: the magic byte is 1, not 0\",\"value_base64\":\"AWp1bms=\"}",
        fy_slice_of(output));
}

/* By what is in it, by when it came; what a reader cannot see is counted. */
static void tap_finds_by_value_and_time_and_counts_what_it_leaves_out(void)
{
    const char *sku = fresh_name("tool");
    const char *output;
    char lines[1024];

    (void)snprintf(lines, sizeof(lines),
        "{\"key\":\"%s\",\"value\":{\"sku\":\"%s\",\"supplier\":\"e2e\",\"stock_counted\":{"
        "\"units\":5}}}\n{\"key\":\"%s\",\"value\":{\"sku\":\"%s\",\"supplier\":\"e2e\","
        "\"stock_counted\":{\"units\":6}}}\n",
        sku, sku, sku, sku);
    EXPECT_I64(0, put_lines("supply", lines, &output));

    EXPECT_I64(0,
        run_command(&output,
            "./fy tap supply --from -1h --where sku=%s --where stock_counted.units=6 2>&1", sku));
    EXPECT_CONTAINS("{\"units\":6}", fy_slice_of(output));
    EXPECT_CONTAINS("fy-tap: 1 of ", fy_slice_of(output));
    EXPECT_I64(
        0, run_command(&output, "./fy tap supply --where sku=%s --where price_set=null 2>&1", sku));
    EXPECT_CONTAINS("fy-tap: 2 of ", fy_slice_of(output));
    EXPECT_I64(0, run_command(&output, "./fy tap supply --key %s --from 2999-01-01 2>&1", sku));
    EXPECT_CONTAINS("fy-tap: 0 of 0 records shown", fy_slice_of(output));

    EXPECT_I64(1, run_command(&output, "./fy tap supply --where skuu=%s 2>&1", sku));
    EXPECT_CONTAINS("Supply has no field \"skuu\"; it has envelope sku", fy_slice_of(output));
    EXPECT_I64(1, run_command(&output, "./fy tap supply --where sku.x=1 2>&1"));
    EXPECT_CONTAINS("nothing is inside of that field", fy_slice_of(output));
    EXPECT_I64(1, run_command(&output, "./fy tap supply --where sku 2>&1"));
    EXPECT_CONTAINS("is not FIELD=VALUE", fy_slice_of(output));
}

/* More records than are read through to find a time among them: the partition is halved. */
enum { MANY = 120000 };

static int put_letters(const char *key, const char *reason, int count, const char **ret_output)
{
    char path[512];
    FILE *stream;

    (void)snprintf(path, sizeof(path), "%s/run/tools_test.lines", stand_home());
    stream = fopen(path, "w");
    if (stream == NULL) {
        CU_FAIL("could not write the lines to put");
        return -1;
    }
    for (int i = 0; i < count; i++)
        (void)fprintf(stream,
            "{\"key\":\"%s\",\"value\":{\"topic\":\"supply\",\"partition\":0,\"offset\":%d,"
            "\"append_ms\":1,\"reason\":\"%s\"}}\n",
            key, i, reason);
    if (fclose(stream) != 0) {
        CU_FAIL("could not write the lines to put");
        return -1;
    }
    return run_command(ret_output, "./fy put history-dead-letters < %s 2>&1", path);
}

/* When the newest record of the key came. */
static int64_t newest_ms(const char *key)
{
    const char name[] = "\"append_ms\":";
    const char *output;
    const char *found = NULL;

    EXPECT_I64(
        0, run_command(&output, "./fy tap history-dead-letters --key %s --from 10-last 2>&1", key));
    /* That of the tap; the one inside of the value stands behind it. */
    for (const char *at = strstr(output, "\"key\":"); at != NULL; at = strstr(at + 1, "\"key\":"))
        found = at;
    while (found != NULL && found > output && strncmp(found, name, strlen(name)) != 0)
        found--;
    if (found == NULL || found == output) {
        CU_FAIL("tap does not show the newest record");
        return INT64_MAX;
    }
    return strtoll(found + strlen(name), NULL, 10);
}

static void tap_finds_a_time_among_many(void)
{
    const char *key = fresh_name("many");
    const char *output;
    char since[32];
    int64_t second;
    time_t time;
    struct tm parts;

    EXPECT_I64(0, put_letters(key, "early", 1, &output));
    second = newest_ms(key) / 1000;
    /* Times are asked for by the second: the next one has begun when a record came in it. */
    do
        EXPECT_I64(0, put_letters(key, "between", 1, &output));
    while (newest_ms(key) / 1000 == second);
    EXPECT_I64(0, put_letters(key, "late", MANY, &output));
    EXPECT_CONTAINS("120000 records written to history-dead-letters", fy_slice_of(output));

    time = (time_t)second + 1;
    EXPECT_I64(true, gmtime_r(&time, &parts) != NULL);
    EXPECT_I64(true, strftime(since, sizeof(since), "%Y-%m-%dT%H:%M:%S", &parts) > 0);
    EXPECT_I64(
        0, run_command(&output, "./fy tap history-dead-letters --key %s --from %s --count 2 2>&1",
               key, since));
    EXPECT_I64(true, strstr(output, "early") == NULL);
    EXPECT_CONTAINS("\"reason\":\"between\"", fy_slice_of(output));
    EXPECT_CONTAINS("\"offset\":0,\"append_ms\":1,\"reason\":\"late\"", fy_slice_of(output));
    EXPECT_CONTAINS("fy-tap: 2 of ", fy_slice_of(output));
    EXPECT_I64(0, run_command(&output,
                      "./fy tap history-dead-letters --key %s --from %s --where offset=119999 2>&1",
                      key, since));
    EXPECT_CONTAINS("\"offset\":119999,", fy_slice_of(output));
    EXPECT_CONTAINS("fy-tap: 1 of ", fy_slice_of(output));
}

static void what_was_asked_wrongly_is_explained(void)
{
    const char *output;

    EXPECT_I64(1, run_command(&output, "./fy tap histries 2>&1"));
    EXPECT_CONTAINS(
        "there is no topic \"histries\"; there are activity supply", fy_slice_of(output));
    EXPECT_I64(1, run_command(&output, "./fy tap supply --from yesterday 2>&1"));
    EXPECT_CONTAINS(
        "--from \"yesterday\" is none of beginning, end, OFFSET, N-last", fy_slice_of(output));
    EXPECT_I64(1, run_command(&output, "./fy tap supply --partition 255 2>&1"));
    EXPECT_CONTAINS("\"supply\" has ", fy_slice_of(output));
    EXPECT_I64(1, run_command(&output, "./fy tap supply products 2>&1"));
    EXPECT_CONTAINS("one topic at a time", fy_slice_of(output));
    EXPECT_I64(0, run_command(&output, "./fy tap --help 2>&1"));
    EXPECT_CONTAINS("fy-tap activity --from 100-last --follow", fy_slice_of(output));
    EXPECT_I64(0, run_command(&output, "./fy put --help 2>&1"));
    EXPECT_CONTAINS("The first bad line ends it", fy_slice_of(output));
}

static CU_TestInfo tests[] = {
    TEST(what_is_put_is_tapped),
    TEST(a_bad_line_ends_it_and_nothing_behind_is_sent),
    TEST(a_state_topic_takes_a_tombstone),
    TEST(what_cannot_be_decoded_is_shown_as_it_is),
    TEST(tap_finds_by_value_and_time_and_counts_what_it_leaves_out),
    TEST(tap_finds_a_time_among_many),
    TEST(what_was_asked_wrongly_is_explained),
};

TEST_MAIN(tools, tests)
