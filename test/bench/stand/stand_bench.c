/*
 * stand_bench.c - figures of a whole stand, as a shopper and an operator meet them. `./fy bench`
 * runs each case and prints its "figure:" line; a case that breaks a promise fails.
 */
#include "lib/ids.h"
#include "lib/producer.h"
#include "schemas/generated/activity.h"
#include "test/e2e/shopper.h"
#include "test/run.h"

#include <stdlib.h>
#include <unistd.h>

enum {
    CLICKS = 500,
    REPLAY_RECORDS = 300000,
    REPLAY_VISITORS = 20000,
    REPLAY_SKUS = 500,
};

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return left < right ? -1 : left > right;
}

/*
 * From the moment a click is sent until a recommendation that includes it has arrived: through
 * nginx, producers, Kafka, recommend, Kafka, api and back.
 */
static void click_to_recommendation(void)
{
    const char *skus[] = {listed_product(), listed_product(), listed_product()};
    static double took_ms[CLICKS];
    char list_id[64] = "";
    struct shopper shopper;

    shopper_init(&shopper);
    for (int i = -50; i < CLICKS; i++) { /* The first 50 warm up. */
        const struct answer *answer = shopper_view(&shopper, skus[(i + 50) % 3]);
        double post_ms = answer->took_ms;
        const char *id;

        CU_ASSERT_EQUAL_FATAL(answer->status, 202);
        answer = get_after("/v1/recommendations", shopper.position, shopper.cookie);
        CU_ASSERT_EQUAL_FATAL(answer->status, 200);
        id = strstr(answer->body, "\"list_id\":\"");
        CU_ASSERT_PTR_NOT_NULL_FATAL(id);
        EXPECT_I64(1, strncmp(list_id, id, 47) != 0); /* Each click makes a list of its own. */
        (void)snprintf(list_id, sizeof(list_id), "%.47s", id);
        if (i >= 0)
            took_ms[i] = post_ms + answer->took_ms;
    }
    qsort(took_ms, CLICKS, sizeof(took_ms[0]), by_size);
    (void)printf("figure: click to changed recommendation   p50 %.1f ms, p99 %.1f ms, max %.1f ms "
                 "(%d clicks, one at a time)\n",
        took_ms[CLICKS / 2], took_ms[CLICKS * 99 / 100], took_ms[CLICKS - 1], CLICKS);
}

/* --- Replay -------------------------------------------------------------------------------------
 */

static double cpu_seconds(int pid)
{
    unsigned long user = 0, system = 0;
    char path[64];
    FILE *file;

    (void)snprintf(path, sizeof(path), "/proc/%d/stat", pid);
    file = fopen(path, "r");
    if (file == NULL)
        return 0;
    if (fscanf(file, "%*d %*s %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user,
            &system) != 2)
        user = system = 0;
    (void)fclose(file);
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

struct fill {
    int sent, acked;
    struct fy_place last[FY_PARTITIONS_MAX];              /* Newest record of each partition, */
    char visitor[FY_PARTITIONS_MAX][FY_VISITOR_TEXT + 1]; /* and whose it is. */
    int partitions;
    char visitors[REPLAY_VISITORS][FY_VISITOR_TEXT + 1];
};

static struct fill fill;

static void on_delivered(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    const char *visitor = context;

    (void)err;
    if (status != FY_OK)
        return;
    fill.acked++;
    if (place->partition >= fill.partitions)
        fill.partitions = place->partition + 1;
    if (place->offset >= fill.last[place->partition].offset) {
        fill.last[place->partition] = *place;
        memcpy(fill.visitor[place->partition], visitor, FY_VISITOR_TEXT + 1);
    }
}

static void fill_one(struct fy_producer *producer, struct fy_arena *arena, int number)
{
    char *visitor = fill.visitors[number < REPLAY_VISITORS ? number : rand() % REPLAY_VISITORS];
    char event_id[FY_UUID_TEXT + 1], sku[32];
    struct item_viewed viewed = {.sku = {0}};
    struct activity activity = {.learn = true};
    struct fy_slice bytes;
    struct fy_err err;
    enum fy_status status;

    fy_arena_clear(arena);
    (void)snprintf(sku, sizeof(sku), "replay-%d", rand() % REPLAY_SKUS);
    fy_uuid_new(1700000000000 + number, event_id);
    viewed.sku = fy_slice_of(sku);
    activity.envelope.event_id = fy_slice_of(event_id);
    activity.envelope.root = activity.visitor = fy_slice_of(visitor);
    activity.envelope.actor = fy_arena_format(arena, "visitor:%s", visitor);
    activity.envelope.event_ms = 1700000000000 + number;
    activity.session = fy_slice_of(visitor);
    activity.has_n = true;
    activity.n = number;
    activity.item_viewed = &viewed;
    CU_ASSERT_EQUAL_FATAL(activity_encode(&activity, arena, &bytes, &err), FY_OK);
    do {
        status = fy_producer_send(
            producer, FY_TOPIC_ACTIVITY, activity.visitor, bytes, on_delivered, visitor, &err);
        fy_producer_serve(producer);
    } while (status == FY_REJECT); /* The queue is full: serve has made room, or soon will. */
    CU_ASSERT_EQUAL_FATAL(status, FY_OK);
    fill.sent++;
}

static void fill_activity(void)
{
    char brokers[32];
    struct fy_kafka_config config = {.brokers = brokers, .client_id = "bench"};
    struct fy_producer *producer;
    struct fy_arena arena;
    struct fy_err err;

    (void)snprintf(brokers, sizeof(brokers), "127.0.0.1:%d", stand_port() + 1);
    fy_arena_init(&arena, 1 << 20);
    CU_ASSERT_EQUAL_FATAL(fy_ids_init(&err), FY_OK);
    CU_ASSERT_EQUAL_FATAL(fy_producer_new(&config, 30000, &producer, &err), FY_OK);
    for (int i = 0; i < REPLAY_VISITORS; i++)
        fy_visitor_new(fill.visitors[i]);
    srand(1);
    for (int i = 0; i < REPLAY_RECORDS; i++)
        fill_one(producer, &arena, i);
    CU_ASSERT_EQUAL_FATAL(fy_producer_flush(producer, 60000, &err), FY_OK);
    EXPECT_I64(REPLAY_RECORDS, fill.acked);
    fy_producer_free(producer);
    fy_arena_done(&arena);
}

/* The newest record of each partition is in the api's view: history has handled all of them. */
static void wait_caught_up(void)
{
    uint8_t key[FY_MAC_KEY_BYTES];
    char path[512], cookie[16 + FY_COOKIE_TEXT + 1], position[64];
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/secrets/visitor.key", stand_home());
    file = fopen(path, "rb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    CU_ASSERT_EQUAL_FATAL(fread(key, 1, sizeof(key), file), sizeof(key));
    (void)fclose(file);
    for (int i = 0; i < fill.partitions; i++) {
        const struct answer *answer;
        int64_t until_ms = mono_ms() + 120000;

        memcpy(cookie, "fy_visitor=", 11);
        fy_visitor_cookie(key, fy_slice_of(fill.visitor[i]), cookie + 11);
        (void)snprintf(
            position, sizeof(position), "activity-%d-%lld", i, (long long)fill.last[i].offset);
        do {
            answer = get_after("/v1/history", position, cookie);
        } while (answer->status != 200 && mono_ms() < until_ms);
        EXPECT_STATUS(200, answer);
    }
}

/* history was away while 300,000 events came in: what does it cost it to catch up? */
static void history_catches_up(void)
{
    double cpu;
    int64_t began_ms;
    int pid;

    program_stop("history");
    fill_activity();
    program_start("history");
    began_ms = mono_ms();
    pid = program_pid("history");
    wait_caught_up();
    cpu = cpu_seconds(pid);
    EXPECT_I64(pid, program_pid("history"));
    (void)printf(
        "figure: history, catching up              %.0f records per CPU-second of its own, "
        "%.0f a second (%d records, %d visitors)\n",
        REPLAY_RECORDS / cpu, REPLAY_RECORDS * 1000.0 / (double)(mono_ms() - began_ms + 1),
        REPLAY_RECORDS, REPLAY_VISITORS);
}

static const CU_TestInfo tests[] = {
    TEST(click_to_recommendation),
    TEST(history_catches_up),
};

TEST_MAIN(stand, tests)
