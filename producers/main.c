/* fy-producers: HTTP in, facts out. */
#include "lib/conf.h"
#include "lib/confine.h"
#include "lib/gate.h"
#include "lib/log.h"
#include "lib/serve.h"
#include "producers/accounts/people.h"
#include "producers/edge.h"
#include "producers/feeds/feeds.h"
#include "producers/hooks/hooks.h"
#include "producers/images/keeper.h"
#include "producers/orders/orders.h"
#include "producers/producers.h"
#include "producers/recent.h"
#include "producers/routes.h"

#include <stdlib.h>
#include <string.h>

enum {
    ACKNOWLEDGE_MS = 4000, /* Until Kafka's word; below the answer's deadline of 5 s. */
    FLUSH_MS = 300,        /* At the end, for writes whose clients have gone. */
    STORE_CACHE_BYTES = 16 * 1024 * 1024,
    KNOWN_SKUS_CACHED_MAX = 65536,
    PEOPLE_EVERY_MS = 250,
    ERASINGS_MAX = 2,
    SCAN_SESSIONS_OPENED_MAX = 4096, /* Known before the view has read them. */
};

struct settings {
    const char *brokers;
    const char *listen;
    const char *data;
    const char *images;
    const char *kafka_client;
    const char *visitor_key_file;
    const char *token_key_file;
    const char *pepper_file;
    const char *master_keys;
    const char *webhook_secret_file;
    int password_slots;
    struct fy_conf *conf;
};

static enum fy_status load(int argc, char **argv, struct settings *settings, struct fy_err *err)
{
    const struct fy_conf_item items[] = {
        {.name = "brokers",
            .fallback = "127.0.0.1:9092",
            .help = "Kafka",
            .text = &settings->brokers},
        {.name = "listen",
            .fallback = "127.0.0.1:8091",
            .help = "address of HTTP, loopback only",
            .text = &settings->listen},
        {.name = "data", .help = "folder of the rows; made when missing", .text = &settings->data},
        {.name = "images",
            .help = "folder of the pictures, served under /images/; made when missing",
            .text = &settings->images},
        {.name = "kafka_client",
            .fallback = "librdkafka",
            .help = "librdkafka, or own: one request for all partitions, plain TCP only",
            .text = &settings->kafka_client},
        {.name = "visitor_key_file",
            .help = "32 bytes that sign visitors' cookies, mode 0400",
            .text = &settings->visitor_key_file},
        {.name = "token_key_file",
            .help = "32 bytes that make and open access tokens, mode 0400; api has the same",
            .text = &settings->token_key_file},
        {.name = "pepper_file",
            .help = "32 bytes by which accounts are found, mode 0400",
            .text = &settings->pepper_file},
        {.name = "master_keys",
            .help = "folder of master-<n>.key, 32 bytes each, mode 0400; ./fy keys --help",
            .text = &settings->master_keys},
        {.name = "webhook_secret_file",
            .fallback = "",
            .help = "what the payment provider signs with, one or two lines, mode 0400; none: "
                    "nobody is believed",
            .text = &settings->webhook_secret_file},
        {.name = "password_slots",
            .fallback = "1",
            .help = "passwords hashed at once; 19 MiB and a core each",
            .number = &settings->password_slots,
            .number_min = 1,
            .number_max = 16},
    };

    return fy_conf_load("fy-producers", "takes what customers and suppliers do, writes it to Kafka",
        items, (int)(sizeof(items) / sizeof(items[0])), argc, argv, &settings->conf, err);
}

/* Which client writes: docs/decisions/0014. */
static enum fy_status make_producer(const struct settings *settings,
    const struct fy_kafka_config *kafka,
    struct fy_producer **ret_producer,
    struct fy_err *err)
{
    struct fy_producer *inner = NULL;
    enum fy_status status;

    if (strcmp(settings->kafka_client, "own") == 0)
        return fy_producer_wire_new(kafka, "producers", ACKNOWLEDGE_MS, ret_producer, err);
    if (strcmp(settings->kafka_client, "librdkafka") != 0) {
        return fy_fail(
            err, FY_FATAL, "kafka_client is \"%s\": say librdkafka or own", settings->kafka_client);
    }
    status = fy_producer_new(kafka, ACKNOWLEDGE_MS, &inner, err);
    if (status == FY_OK)
        status = fy_producer_gather_new(inner, ret_producer, err);
    if (status != FY_OK)
        fy_producer_free(inner);
    return status;
}

static void producer_ready(void *context)
{
    struct producers *producers = context;

    fy_producer_serve(producers->producer);
}

static void push(void *context)
{
    struct producers *producers = context;

    fy_producer_push(producers->producer);
}

static void wiped(void *context)
{
    struct producers *producers = context;

    keys_wiped(producers->people->keys);
}

static enum fy_status follow(struct producers *producers,
    const struct fy_kafka_config *kafka,
    struct fy_store *store,
    struct fy_err *err)
{
    const struct fy_follower_config config = {
        .name = "producers",
        .topics = producers_topics,
        .topic_count = producers_topic_count,
        .apply = producers_apply,
        .made_for = "known SKUs, people, sessions and orders, 3",
        .wiped = wiped,
        .context = producers,
    };
    struct fy_source *source;
    enum fy_status status = fy_kafka_plain_source_new(kafka, &source, err);

    if (status != FY_OK)
        return status;
    return fy_follower_new(&config, source, store, producers->reactor, &producers->follower, err);
}

static void people_turn(void *context)
{
    struct producers *producers = context;
    struct fy_err err;

    if (!fy_follower_ready(producers->follower))
        return;
    if (people_tick(producers->people, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        fy_reactor_stop(producers->reactor);
    }
}

static enum fy_status make_people(struct producers *producers,
    const struct settings *settings,
    struct fy_jobs **ret_jobs,
    struct fy_err *err)
{
    struct people_config config = {
        .producers = producers,
        .keys_folder = settings->master_keys,
        .password_slots = settings->password_slots,
    };
    enum fy_status status =
        fy_conf_secret(settings->pepper_file, config.pepper, sizeof(config.pepper), err);

    if (status == FY_OK)
        status = fy_conf_secret(
            settings->token_key_file, config.token_key, sizeof(config.token_key), err);
    if (status == FY_OK)
        status = fy_jobs_new(producers->reactor, 1, ERASINGS_MAX, ret_jobs, err);
    config.jobs = *ret_jobs;
    if (status == FY_OK)
        status = people_new(&config, &producers->people, err);
    if (status == FY_OK)
        status = fy_reactor_every(producers->reactor, PEOPLE_EVERY_MS, people_turn, producers, err);
    fy_key_wipe(config.pepper);
    fy_key_wipe(config.token_key);
    return status;
}

static enum fy_status make_parts(struct producers *producers,
    const struct settings *settings,
    struct fy_store **ret_store,
    struct fy_err *err)
{
    const struct fy_kafka_config kafka = {
        .brokers = settings->brokers, .client_id = "fy-producers"};
    /* A file or folder of the settings that is not among these cannot be opened. */
    const struct fy_confine confine = {
        .writes = {settings->data, settings->images},
        .reads = {settings->visitor_key_file, settings->token_key_file, settings->pepper_file,
            settings->master_keys,
            settings->webhook_secret_file[0] != '\0' ? settings->webhook_secret_file : NULL},
        .keys = true,
    };
    enum fy_status status = fy_confine(&confine, err);

    if (status == FY_OK)
        status = fy_ids_init(err);
    if (status == FY_OK)
        status = fy_conf_secret(settings->visitor_key_file, producers->visitor_key,
            sizeof(producers->visitor_key), err);
    if (status == FY_OK)
        status = fy_conf_secret(
            settings->token_key_file, producers->token_key, sizeof(producers->token_key), err);
    if (status == FY_OK)
        status = fy_reactor_new(&producers->reactor, err);
    if (status == FY_OK)
        status = producers_gate_new(producers, err);
    if (status == FY_OK)
        status = fy_store_open(settings->data, STORE_CACHE_BYTES, ret_store, err);
    if (status != FY_OK)
        return status;

    producers->store = *ret_store;
    producers->known = known_skus_new(*ret_store, KNOWN_SKUS_CACHED_MAX);
    producers->scan_sessions = recent_new(SCAN_SESSIONS_OPENED_MAX);
    producers->idempotency = idempotency_new(IDEMPOTENCY_KEYS_MAX);
    if (producers->known == NULL || producers->idempotency == NULL ||
        producers->scan_sessions == NULL)
        return fy_fail(err, FY_FATAL, "no memory for what is remembered");
    status = keeper_new(settings->images, producers->reactor, &producers->keeper, err);
    if (status == FY_OK)
        status = make_producer(settings, &kafka, &producers->producer, err);
    if (status == FY_OK)
        status = fy_reactor_add(producers->reactor, fy_producer_wake_fd(producers->producer),
            producer_ready, producers, err);
    if (status == FY_OK)
        status = make_people(producers, settings, &producers->jobs, err);
    if (status == FY_OK) {
        producers->orders = orders_new(producers);
        if (producers->orders == NULL)
            status = fy_fail(err, FY_FATAL, "no memory for orders");
    }
    if (status == FY_OK)
        status = hooks_new(settings->webhook_secret_file, &producers->hooks, err);
    if (status == FY_OK)
        status = follow(producers, &kafka, *ret_store, err);
    return status;
}

static void stopping(void *context)
{
    feeds_stop(context);
}

static enum fy_status serve(struct producers *producers, const char *listen, struct fy_err *err)
{
    static const struct fy_http_stream streams[] = {
        {.handler = producers_feeds, .begin = feeds_begin, .piece = feeds_piece}};
    const struct fy_serve_config config = {
        .listen = listen,
        .routes = producers_routes,
        .route_count = producers_route_count,
        .gate = producers->gate,
        .ready = producers_ready,
        .streams = streams,
        .stream_count = sizeof(streams) / sizeof(streams[0]),
        .after = push,
        .stopping = stopping,
        .program = producers,
    };
    struct fy_err flush_err;
    enum fy_status status = fy_serve(producers->reactor, &config, err);

    if (fy_producer_flush(producers->producer, FLUSH_MS, &flush_err) != FY_OK)
        fy_log(FY_LOG_WARN, "%s", flush_err.text);
    return status;
}

static void free_parts(struct producers *producers, struct fy_store *store)
{
    if (producers->follower != NULL)
        fy_follower_free(producers->follower);
    if (producers->producer != NULL)
        fy_producer_free(producers->producer);
    feeds_forget(producers);
    fy_jobs_free(producers->jobs);
    orders_free(producers->orders);
    hooks_free(producers->hooks);
    people_free(producers->people);
    keeper_free(producers->keeper);
    known_skus_free(producers->known);
    fy_gate_free(producers->gate);
    idempotency_free(producers->idempotency);
    recent_free(producers->scan_sessions);
    if (store != NULL)
        fy_store_close(store);
    fy_reactor_free(producers->reactor);
}

int main(int argc, char **argv)
{
    struct settings settings = {0};
    struct producers producers = {0};
    struct fy_store *store = NULL;
    struct fy_err err;
    enum fy_status status;

    fy_log_init("producers", FY_LOG_INFO);
    edge_register_metrics();
    images_register_metrics();
    feeds_register_metrics();
    people_register_metrics();
    orders_register_metrics();
    hooks_register_metrics();
    status = load(argc, argv, &settings, &err);
    if (status == FY_OK)
        status = make_parts(&producers, &settings, &store, &err);
    if (status == FY_OK)
        status = serve(&producers, settings.listen, &err);
    free_parts(&producers, store);
    fy_conf_free(settings.conf);
    return fy_serve_exit(status, &err);
}
