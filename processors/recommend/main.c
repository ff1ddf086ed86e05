/*
 * fy-recommend - follows `activity`, offers and collections, keeps the engine's index, writes
 * `recommendations`.
 *
 * `fy-recommend eval ...` and `fy-recommend fit ...` score and fit the engine on files, without
 * Kafka.
 */
#include "lib/conf.h"
#include "lib/confine.h"
#include "lib/follower.h"
#include "lib/follower_tool.h"
#include "lib/ids.h"
#include "lib/log.h"
#include "lib/mono.h"
#include "lib/serve.h"
#include "processors/recommend/evaluate.h"
#include "processors/recommend/learned.h"
#include "processors/recommend/recommend.h"
#include "processors/recommend/rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    STORE_BYTES = 32 * 1024 * 1024,
    ACKNOWLEDGED_MS = 10000,
    PAY_EVERY_MS = 20,
};

struct program {
    const char *brokers, *listen, *data, *kafka_client;
    int sessions_max;
    struct fy_conf *conf;
    struct fy_reactor *reactor;
    struct fy_store *store;
    struct fy_producer *producer;
    struct recommend *recommend;
    struct fy_follower *follower;
    bool paid;             /* No list is due that was made before all was read. */
    enum fy_status status; /* Of what a timer did. */
    struct fy_err err;
};

static enum fy_status load_conf(struct program *program, int argc, char **argv, struct fy_err *err)
{
    static char sessions_max[16];
    const struct fy_conf_item items[] = {
        {.name = "brokers", .help = "Kafka, as in 127.0.0.1:9092", .text = &program->brokers},
        {.name = "listen",
            .help = "where to answer /healthz and /metrics, as in 127.0.0.1:8123",
            .text = &program->listen},
        {.name = "data", .help = "folder of the rows", .text = &program->data},
        {.name = "kafka_client",
            .fallback = "own",
            .help = "own: one request for all partitions, plain TCP only; or librdkafka",
            .text = &program->kafka_client},
        {.name = "sessions_max",
            .fallback = sessions_max,
            .help = "sessions of the index, the newest; another number reads everything again",
            .number = &program->sessions_max,
            .number_min = 1,
            .number_max = LEARNED_SESSIONS_MAX},
    };

    (void)snprintf(sessions_max, sizeof(sessions_max), "%d", LEARNED_SESSIONS_MAX);
    return fy_conf_load("fy-recommend",
        "Lists of what each visitor may like now, from activity.\n"
        "On files of clicks, without Kafka: fy-recommend eval --help",
        items, (int)(sizeof(items) / sizeof(items[0])), argc, argv, &program->conf, err);
}

/* Lists that were made while we read up are made once more, in turn with all else. */
static void pay_due(void *context)
{
    struct program *program = context;

    if (program->status != FY_OK || !fy_follower_ready(program->follower))
        return;
    program->status = recommend_pay_due(program->recommend, &program->paid, &program->err);
    if (program->status != FY_OK)
        fy_reactor_stop(program->reactor);
}

/* What is popular now, and what is new. */
static void everybody(void *context)
{
    struct program *program = context;

    if (program->status != FY_OK || !program->paid)
        return;
    program->status = recommend_everybody(program->recommend, fy_mono_ms(), &program->err);
    if (program->status != FY_OK)
        fy_reactor_stop(program->reactor);
}

/* Which client writes: docs/decisions/0014 and 0076. */
static enum fy_status make_producer(
    struct program *program, const struct fy_kafka_config *kafka, struct fy_err *err)
{
    if (strcmp(program->kafka_client, "own") == 0)
        return fy_producer_wire_new(kafka, "recommend", ACKNOWLEDGED_MS, &program->producer, err);
    if (strcmp(program->kafka_client, "librdkafka") == 0)
        return fy_producer_new(kafka, ACKNOWLEDGED_MS, &program->producer, err);
    return fy_fail(
        err, FY_FATAL, "kafka_client is \"%s\": say own or librdkafka", program->kafka_client);
}

/* Lists are flushed where they are sent; between them it dials, and hears who leads. */
static void producer_ready(void *context)
{
    fy_producer_serve(((struct program *)context)->producer);
}

static struct fy_follower_config following(struct recommend *recommend)
{
    static const enum fy_topic topics[] = {
        FY_TOPIC_ACTIVITY, FY_TOPIC_PRODUCTS, FY_TOPIC_STOCK_LEVELS, FY_TOPIC_COLLECTIONS};

    return (struct fy_follower_config){
        .name = "recommend",
        .topics = topics,
        .topic_count = sizeof(topics) / sizeof(topics[0]),
        .apply = recommend_apply,
        .settle = recommend_settle,
        .space_last = ROWS_LAST,
        .wiped = recommend_wiped,
        .context = recommend,
    };
}

static enum fy_status start(struct program *program, struct fy_err *err)
{
    static const enum fy_topic moving[] = {FY_TOPIC_ACTIVITY};
    struct fy_kafka_config kafka = {.brokers = program->brokers, .client_id = "recommend"};
    struct fy_follower_config config;
    struct fy_source *source;
    enum fy_status status = fy_ids_init(err);

    if (status == FY_OK)
        status = fy_reactor_new(&program->reactor, err);
    if (status == FY_OK)
        status = fy_store_open(program->data, STORE_BYTES, &program->store, err);
    if (status == FY_OK)
        status = make_producer(program, &kafka, err);
    if (status == FY_OK)
        status = fy_reactor_add(
            program->reactor, fy_producer_wake_fd(program->producer), producer_ready, program, err);
    if (status == FY_OK)
        status = recommend_new(program->store, program->producer, (uint32_t)program->sessions_max,
            &program->recommend, err);
    if (status == FY_OK)
        status = fy_kafka_pair_source_new(&kafka, moving, 1, &source, err);
    if (status != FY_OK)
        return status;
    fy_log(FY_LOG_INFO, "rows hold %u sessions, %u items", recommend_sessions(program->recommend),
        recommend_items(program->recommend));
    config = following(program->recommend);
    status =
        fy_follower_new(&config, source, program->store, program->reactor, &program->follower, err);
    if (status == FY_OK)
        status = fy_reactor_every(program->reactor, PAY_EVERY_MS, pay_due, program, err);
    if (status == FY_OK)
        status = fy_reactor_every(program->reactor, EVERYBODY_MS, everybody, program, err);
    return status;
}

/* `program` of routes is the recommender; whether it is ready only we know. */
static struct program *served;

static bool ready(void *context, char *ret_why, size_t size)
{
    (void)context;
    if (served->paid)
        return true;
    (void)snprintf(
        ret_why, size, "%" PRId64 " records behind", fy_follower_behind(served->follower));
    return false;
}

/* --- What operators ask ---------------------------------------------------------------------- */

static enum fy_status rebuild_begin(struct fy_store *store,
    void *context,
    struct fy_follower_config *ret_config,
    struct fy_err *err)
{
    const struct program *program = context;
    struct recommend *recommend;
    enum fy_status status =
        recommend_new(store, NULL, (uint32_t)program->sessions_max, &recommend, err);

    if (status == FY_OK)
        *ret_config = following(recommend);
    return status;
}

static void rebuild_end(const struct fy_follower_config *config)
{
    recommend_free(config->context);
}

static int operate(enum follower_tool_kind kind, struct program *program)
{
    static const char *const names[] = {
        [ROWS_VISITORS] = "visitors",
        [ROWS_SESSIONS] = "sessions",
        [ROWS_ABOUT] = "how far",
        [ROWS_DUE] = "due",
        [ROWS_OFFERS] = "offers",
        [ROWS_COLLECTIONS] = "collections",
        [ROWS_OWNED] = "sessions of an owner",
        [ROWS_OWNERS] = "owners",
    };
    const struct follower_program tool = {
        .name = "recommend",
        .space_last = ROWS_LAST,
        .space_names = names,
        .row = rows_digested,
        .begin = rebuild_begin,
        .end = rebuild_end,
        .context = program,
    };
    int code = follower_tool_run(kind, &tool, program->brokers, program->data);

    fy_conf_free(program->conf);
    return code;
}

int main(int argc, char **argv)
{
    enum follower_tool_kind tool = FOLLOWER_TOOL_NONE;
    struct program program = {0};
    struct fy_err err = {0};
    enum fy_status status;

    if (argc > 1 && (strcmp(argv[1], "eval") == 0 || strcmp(argv[1], "fit") == 0))
        return evaluate_main(argc, argv);
    fy_log_init("recommend", FY_LOG_INFO);
    recommend_metrics_register();
    status = follower_tool_take(&tool, &argc, argv, &err);
    if (status == FY_OK)
        status = load_conf(&program, argc, argv, &err);
    if (status == FY_OK && tool != FOLLOWER_TOOL_NONE)
        return operate(tool, &program);
    if (status == FY_OK)
        status = fy_confine(&(struct fy_confine){.writes = {program.data}}, &err);
    served = &program;
    if (status == FY_OK)
        status = start(&program, &err);
    if (status == FY_OK) {
        const struct fy_serve_config serve = {.listen = program.listen,
            .routes = recommend_routes,
            .route_count = recommend_route_count,
            .ready = ready,
            .program = program.recommend};

        status = fy_serve(program.reactor, &serve, &err);
        if (status == FY_OK && fy_follower_failure(program.follower) != NULL) {
            err = *fy_follower_failure(program.follower);
            status = err.status;
        } else if (status == FY_OK && program.status != FY_OK) {
            err = program.err;
            status = program.status;
        }
    }
    fy_follower_free(program.follower);
    recommend_free(program.recommend);
    fy_producer_free(program.producer);
    if (program.store != NULL)
        fy_store_close(program.store);
    fy_reactor_free(program.reactor);
    fy_conf_free(program.conf);
    return fy_serve_exit(status, &err);
}
