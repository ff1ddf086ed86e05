/*
 * feed.c - what `./fy bench runtime` gives to read: bench-facts, as an edge would write them.
 *
 *   probe-feed BROKERS bulk RECORDS KEYS uniform|zipf|once SEED   as fast as the broker takes them;
 *                                                                 once: key after key from SEED on
 *   probe-feed BROKERS pace PER_SECOND SECONDS    each under a key of its own, "at-" and when it
 * was sent, us of the monotonic clock
 *
 * Ends when all is acknowledged, and prints how many that are.
 */
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/mono.h"
#include "lib/producer.h"
#include "schemas/generated/bench_fact.h"
#include "test/random.h"

#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FLUSH_MS = 60000,
    EVENT_S = 1700000000,
};

static const char usage[] = "usage: probe-feed BROKERS bulk RECORDS KEYS uniform|zipf|once SEED\n"
                            "       probe-feed BROKERS pace PER_SECOND SECONDS\n";

struct feed {
    struct fy_producer *producer;
    struct fy_arena arena;
    int64_t acknowledged, refused;
};

static void on_delivered(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct feed *feed = context;

    (void)place;
    if (status == FY_OK) {
        feed->acknowledged++;
        return;
    }
    if (feed->refused++ == 0)
        (void)fprintf(stderr, "probe-feed: %s\n", err->text);
}

static void wait_for_reports(struct feed *feed, int ms)
{
    struct pollfd wake = {.fd = fy_producer_wake_fd(feed->producer), .events = POLLIN};

    (void)poll(&wake, 1, ms);
    fy_producer_serve(feed->producer);
}

static enum fy_status send_one(
    struct feed *feed, const char *key, int64_t number, struct fy_err *err)
{
    char event_id[37];
    struct bench_fact fact = {
        .envelope = {.root = fy_slice_of("bench"),
            .actor = fy_slice_of("supplier:bench"),
            .event_ms = EVENT_S * 1000LL + number},
        .units = 1, /* So that levels add up to the records that went in. */
    };
    struct fy_slice bytes;
    enum fy_status status;

    (void)snprintf(event_id, sizeof(event_id), "00000000-0000-7000-8000-%012llx",
        (unsigned long long)number & 0xffffffffffffULL);
    fact.envelope.event_id = fy_slice_of(event_id);
    fy_arena_clear(&feed->arena);
    status = bench_fact_encode(&fact, &feed->arena, &bytes, err);
    if (status != FY_OK)
        return status;
    for (;;) {
        status = fy_producer_send(
            feed->producer, FY_TOPIC_BENCH_FACTS, fy_slice_of(key), bytes, on_delivered, feed, err);
        if (status != FY_REJECT)
            return status;
        wait_for_reports(feed, 10); /* The queue is full. */
    }
}

/*
 * Zipf with exponent 1 by the inverse of its continuous neighbour: of ranks 1 .. keys, rank r comes
 * about 1/r as often as rank 1. What a shop's best sellers do to a cache, no more is needed here.
 */
static uint64_t zipf(struct random *random, uint64_t keys)
{
    double unit = (double)(random_next(random) >> 11) * 0x1p-53;
    uint64_t rank = (uint64_t)exp(unit * log((double)keys + 1));

    return rank > keys ? keys - 1 : rank - 1;
}

static enum fy_status bulk(struct feed *feed, char **words, struct fy_err *err)
{
    int64_t records = strtoll(words[0], NULL, 10), seed = strtoll(words[3], NULL, 10);
    uint64_t keys = strtoull(words[1], NULL, 10);
    bool once = strcmp(words[2], "once") == 0, is_zipf = strcmp(words[2], "zipf") == 0;
    struct random random = {(uint64_t)seed * 1000003};
    enum fy_status status = FY_OK;

    if (keys < 1 || (!once && !is_zipf && strcmp(words[2], "uniform") != 0))
        return fy_fail(err, FY_FATAL, "%s", usage);
    for (int64_t i = 0; i < records && status == FY_OK; i++) {
        char key[32];
        uint64_t number = once      ? (uint64_t)(seed + i) % keys
                          : is_zipf ? zipf(&random, keys)
                                    : random_below(&random, keys);

        (void)snprintf(key, sizeof(key), "sku-%llu", (unsigned long long)number);
        status = send_one(feed, key, i, err);
        if (i % 256 == 0)
            fy_producer_serve(feed->producer);
    }
    return status;
}

/* By the clock, not by gaps: a late one does not delay those behind it. */
static enum fy_status pace(struct feed *feed, char **words, struct fy_err *err)
{
    int64_t per_second = strtoll(words[0], NULL, 10), seconds = strtoll(words[1], NULL, 10);
    int64_t began_us = fy_mono_us();
    enum fy_status status = FY_OK;

    if (per_second < 1 || per_second > 100000)
        return fy_fail(err, FY_FATAL, "%s", usage);
    for (int64_t i = 0; i < per_second * seconds && status == FY_OK; i++) {
        int64_t due_us = began_us + i * 1000000 / per_second;
        char key[48];

        while (fy_mono_us() < due_us)
            wait_for_reports(feed, (int)((due_us - fy_mono_us() + 999) / 1000));
        (void)snprintf(key, sizeof(key), "at-%lld", (long long)fy_mono_us());
        status = send_one(feed, key, i, err);
    }
    return status;
}

int main(int argc, char **argv)
{
    struct feed feed = {.producer = NULL};
    struct fy_kafka_config config = {.client_id = "bench"};
    struct fy_err err = {0};
    enum fy_status status;
    bool is_bulk = argc == 7 && strcmp(argv[2], "bulk") == 0;

    if (!is_bulk && !(argc == 5 && strcmp(argv[2], "pace") == 0)) {
        (void)fputs(usage, stderr);
        return EXIT_FAILURE;
    }
    fy_log_init("probe-feed", FY_LOG_WARN);
    config.brokers = argv[1];
    fy_arena_init(&feed.arena, 1 << 20);
    status = fy_producer_new(&config, 30000, &feed.producer, &err);
    if (status == FY_OK)
        status = is_bulk ? bulk(&feed, argv + 3, &err) : pace(&feed, argv + 3, &err);
    if (status == FY_OK)
        status = fy_producer_flush(feed.producer, FLUSH_MS, &err);
    if (status != FY_OK)
        (void)fprintf(stderr, "probe-feed: %s\n", err.text);
    (void)printf("%lld\n", (long long)feed.acknowledged);
    fy_producer_free(feed.producer);
    fy_arena_done(&feed.arena);
    return status == FY_OK && feed.refused == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
