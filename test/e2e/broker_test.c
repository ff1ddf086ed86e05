/*
 * broker_test.c - the broker goes away and comes back: refusals while it is away, and nothing that
 * was acknowledged is lost. And the stand itself: a second up changes nothing.
 */
#include "schemas/generated/activity.h"
#include "test/e2e/shopper.h"
#include "test/run.h"

#include <signal.h>
#include <stdlib.h>

enum { LEDGER_MAX = 4000 };

/* Every event that was acknowledged, and how often it is in the topic. */
struct ledger {
    struct topic_mark from;
    char ids[LEDGER_MAX][40];
    int seen[LEDGER_MAX];
    int count;
};

static struct ledger ledger;

static void ledger_add(const struct answer *answer)
{
    CU_ASSERT_FATAL(ledger.count < LEDGER_MAX);
    memcpy(ledger.ids[ledger.count++], answer->event_id, sizeof(ledger.ids[0]));
}

static void ledger_visit(const struct fy_record *record, void *context)
{
    struct activity activity;
    struct fy_arena arena;
    struct fy_err err;

    (void)context;
    fy_arena_init(&arena, 1 << 20);
    if (activity_decode(record->value, &arena, &activity, &err) == FY_OK) {
        for (int i = 0; i < ledger.count; i++)
            ledger.seen[i] +=
                fy_slice_equal(activity.envelope.event_id, fy_slice_of(ledger.ids[i]));
    }
    fy_arena_done(&arena);
}

static void expect_nothing_lost(void)
{
    int lost = 0;

    memset(ledger.seen, 0, sizeof(ledger.seen));
    (void)topic_read(&ledger.from, ledger_visit, NULL);
    for (int i = 0; i < ledger.count; i++)
        lost += ledger.seen[i] == 0;
    EXPECT_I64(0, lost);
    (void)fprintf(stderr, "  %d acknowledged, %d lost\n", ledger.count, lost);
}

struct asking {
    struct shopper *shopper;
    const char *sku;
};

/* One view, asked again under the same (session, n) until it is acknowledged. */
static bool is_acknowledged(void *context)
{
    struct asking *asking = context;
    const struct answer *answer = shopper_view(asking->shopper, asking->sku);

    if (answer->status == 202) {
        ledger_add(answer);
        return true;
    }
    asking->shopper->n--;
    EXPECT_STATUS(503, answer);
    return false;
}

static void views(struct asking *asking, int count)
{
    for (int i = 0; i < count; i++)
        EXPECT_EVENTUALLY(30, is_acknowledged, asking);
}

static void begin(struct shopper *shopper, struct asking *asking)
{
    *asking = (struct asking){.shopper = shopper, .sku = listed_product()};
    shopper_init(shopper);
    ledger.count = 0;
    topic_mark(&ledger.from, FY_TOPIC_ACTIVITY);
}

static void expect_views(struct shopper *shopper)
{
    char views[32];

    (void)snprintf(views, sizeof(views), "\"views\":%d,", shopper->n);
    EXPECT_IN(views, shopper_history(shopper));
}

/* No broker: 503 and when to ask again, reads go on. Back: the next write is taken within 5 s. */
static void without_a_broker_writes_are_refused_and_reads_go_on(void)
{
    struct shopper shopper;
    struct asking asking;
    const struct answer *answer;
    int64_t came_ms;

    begin(&shopper, &asking);
    views(&asking, 20);
    EXPECT_STATUS(200, shopper_history(&shopper));

    program_stop("kafka");
    answer = shopper_view(&shopper, asking.sku);
    shopper.n--;
    EXPECT_STATUS(503, answer);
    EXPECT_I64(0, strncmp(answer->content_type, "application/problem+json", 24));
    EXPECT_I64(1, answer->retry_after[0] != '\0');
    EXPECT_I64(1, answer->took_ms < 8000);
    EXPECT_STATUS(200, http_get("/v1/products", NULL));
    EXPECT_IN("\"views\":20,", get_after("/v1/history", shopper.position, shopper.cookie));

    program_start("kafka");
    came_ms = mono_ms();
    views(&asking, 1);
    (void)fprintf(stderr, "  acknowledged %lld ms after the broker answered\n",
        (long long)(mono_ms() - came_ms));
    EXPECT_I64(1, mono_ms() - came_ms < 5000);
    views(&asking, 19);
    expect_views(&shopper);
    expect_nothing_lost();
}

/* kill -9 of the broker in the midst of writes, three times. */
static void a_killed_broker_loses_nothing_acknowledged(void)
{
    struct shopper shopper;
    struct asking asking;

    begin(&shopper, &asking);
    for (int round = 0; round < 3; round++) {
        views(&asking, 100);
        CU_ASSERT_EQUAL_FATAL(kill(program_pid("kafka"), SIGKILL), 0);
        views(&asking, 100);
    }
    EXPECT_I64(600, ledger.count);
    expect_views(&shopper);
    expect_nothing_lost();
    for (size_t i = 0; i < 4; i++)
        program_wait_ready(((const char *const[]){"producers", "api", "history", "recommend"})[i]);
}

/* kill -9 of the edge itself: what it had acknowledged is in the topic. */
static void a_killed_edge_loses_nothing_acknowledged(void)
{
    struct shopper shopper;
    struct asking asking;

    begin(&shopper, &asking);
    for (int round = 0; round < 5; round++) {
        views(&asking, 50);
        CU_ASSERT_EQUAL_FATAL(kill(program_pid("producers"), SIGKILL), 0);
    }
    views(&asking, 50);
    EXPECT_I64(300, ledger.count);
    expect_views(&shopper);
    expect_nothing_lost();
}

static void a_second_up_changes_nothing(void)
{
    static const char *const names[] = {
        "kafka", "producers", "api", "stock", "history", "recommend", "accounts", "nginx"};
    int pids[sizeof(names) / sizeof(names[0])];
    const char *output;
    int64_t began_ms = mono_ms(), records;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        pids[i] = program_pid(names[i]);
    records = topic_end(FY_TOPIC_SUPPLY) + topic_end(FY_TOPIC_COLLECTIONS);
    began_ms = mono_ms();
    EXPECT_I64(0, run_command(&output, "./fy up 2>&1"));
    (void)fprintf(stderr, "  a second up took %lld ms\n", (long long)(mono_ms() - began_ms));
    EXPECT_CONTAINS("http://127.0.0.1:", fy_slice_of(output));
    EXPECT_CONTAINS("topics, 0 of them made or changed now", fy_slice_of(output));
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        EXPECT_I64(pids[i], program_pid(names[i]));
    EXPECT_I64(records, topic_end(FY_TOPIC_SUPPLY) + topic_end(FY_TOPIC_COLLECTIONS));
}

static void status_says_that_all_is_well(void)
{
    const char *output;

    EXPECT_I64(0, run_command(&output, "./fy status"));
    EXPECT_CONTAINS("recommend", fy_slice_of(output));
}

static const CU_TestInfo tests[] = {
    TEST(without_a_broker_writes_are_refused_and_reads_go_on),
    TEST(a_killed_broker_loses_nothing_acknowledged),
    TEST(a_killed_edge_loses_nothing_acknowledged),
    TEST(a_second_up_changes_nothing),
    TEST(status_says_that_all_is_well),
};

TEST_MAIN(broker, tests)
