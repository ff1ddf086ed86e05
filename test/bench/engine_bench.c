/*
 * bench.engine - how quick and how big the recommendation engine is; one figure a line, CPU time of
 * one core.
 *
 *   bench.engine DATA [SESSIONS]
 *
 * RetailRocket of ../shared/data: an append, bytes a click, a query of the first stage and of both,
 * the reverse question. Then SESSIONS generated sessions (10 million; 0: none), in which visitors
 * take turns: 1,000 are live at a time. Data that is not there: says SKIPPED and goes on with what
 * is generated.
 */
#include "processors/recommend/clickfile.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    QUERIES = 20000,
    ITEMS = 1000000,
    LIVE = 1000,
    GROUPS = 5000, /* Items of a group are viewed together. */
    INTERESTED = 1000,
};

static double cpu_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static uint32_t below(uint64_t *state, uint32_t limit)
{
    *state = *state * 6364136223846793005 + 1442695040888963407;
    return (uint32_t)((*state >> 33) % limit);
}

static int double_compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static void *need(void *memory)
{
    if (memory == NULL) {
        (void)fprintf(stderr, "no memory\n");
        exit(EXIT_FAILURE);
    }
    return memory;
}

static struct engine *engine_of(const struct clickfile_items *items, uint32_t live_max)
{
    struct engine_config config = {
        .sessions_max = ENGINE_SESSIONS_MAX,
        .clicks_max = 1 << 27,
        .live_max = live_max,
        .items_max = 1 << 21,
        .stands_first = items == NULL ? NULL : clickfile_stands_first,
        .context = (void *)items,
    };

    return need(engine_new(&config));
}

static void append_all(struct engine *engine, const struct clickfile *train)
{
    double began = cpu_us();
    int64_t when = 0;

    for (size_t s = 0; s < train->session_count; s++) {
        uint32_t slot = ENGINE_NONE;

        for (size_t i = train->firsts[s]; i < train->firsts[s + 1]; i++) {
            struct engine_order order = {.ms = ++when};

            slot = engine_click(engine, slot, (uint32_t)s, &order, train->clicks[i]);
        }
        engine_end(engine, NULL);
    }
    (void)printf("append: %.3f us of CPU a click (RetailRocket, %" PRId64 " clicks; at most 0.2)\n",
        (cpu_us() - began) / (double)when, when);
    (void)printf("memory: %.2f bytes a click all in (RetailRocket; at most 10)\n",
        (double)engine_bytes(engine) / (double)when);
}

/* The least of three rounds: others work on this machine too. */
static double time_queries(struct engine *engine, const struct clickfile *test, bool knn)
{
    struct engine_candidate list[ENGINE_RANKED_MAX];
    double least = 1e9;

    for (int round = 0; round < 3; round++) {
        double began = cpu_us();
        double each;

        for (size_t s = 0; s < test->session_count; s++) {
            const uint32_t *clicks = test->clicks + test->firsts[s];
            size_t count = test->firsts[s + 1] - test->firsts[s] - 1;

            if (knn)
                (void)engine_query_knn(engine, ENGINE_NONE, clicks, count, 21, list);
            else
                (void)engine_query(engine, ENGINE_NONE, clicks, count, list);
        }
        each = (cpu_us() - began) / (double)test->session_count;
        least = each < least ? each : least;
    }
    return least;
}

static void time_reverse(struct engine *engine, uint32_t items, const char *name)
{
    static struct engine_interest list[INTERESTED];
    double most = 0;
    double sum = 0;
    size_t found = 0;

    for (int i = 0; i < 200; i++) {
        double began = cpu_us();
        double took;

        found += engine_interested(engine, (uint32_t)((uint64_t)i * items / 200), list, INTERESTED);
        took = cpu_us() - began;
        sum += took;
        most = took > most ? took : most;
    }
    (void)printf("reverse: %.2f ms of CPU a query, %.2f at most, %zu owners found on average (%s; "
                 "at most 20)\n",
        sum / 200e3, most / 1e3, found / 200, name);
}

static void on_data(const char *data)
{
    struct clickfile_items items = {0};
    struct clickfile train = {0};
    struct clickfile test = {0};
    struct engine *engine;
    struct fy_err err;
    char path[4096];

    (void)snprintf(path, sizeof(path), "%s/retailrocket/train.sessions", data);
    if (clickfile_read(path, &items, &train, &err) != FY_OK) {
        (void)printf("SKIPPED retailrocket: %s\n", err.text);
        return;
    }
    (void)snprintf(path, sizeof(path), "%s/retailrocket/test.examples", data);
    if (clickfile_read(path, &items, &test, &err) != FY_OK) {
        (void)printf("SKIPPED retailrocket: %s\n", err.text);
        return;
    }
    engine = engine_of(&items, 16);
    append_all(engine, &train);
    (void)printf("first stage: %.1f us of CPU a query (RetailRocket, m 500, k 100; at most 15)\n",
        time_queries(engine, &test, true));
    (void)printf("two stages: %.1f us of CPU a query (RetailRocket, m 500, k 100; at most 28)\n",
        time_queries(engine, &test, false));
    time_reverse(engine, items.count, "RetailRocket");
    engine_free(engine);
    clickfile_done(&train);
    clickfile_done(&test);
    clickfile_items_done(&items);
}

/* Some groups and some of their items are viewed far more often than others. */
static uint32_t next_item(uint64_t *state, uint32_t *group)
{
    uint64_t a = below(state, GROUPS);
    uint64_t b = below(state, ITEMS / GROUPS);

    if (*group == ENGINE_NONE || below(state, 8) == 0)
        *group = (uint32_t)(a * below(state, GROUPS) / GROUPS);
    return *group * (ITEMS / GROUPS) +
           (uint32_t)(b * below(state, ITEMS / GROUPS) / (ITEMS / GROUPS));
}

struct visitor {
    uint32_t slot, group, left;
};

static void generate(struct engine *engine, int64_t sessions)
{
    struct visitor *visitors = need(calloc(LIVE, sizeof(*visitors)));
    uint64_t state = 1;
    int64_t clicks = 0;
    uint32_t owner = 0;
    double began = cpu_us();

    while (owner < sessions) {
        struct visitor *visitor = &visitors[below(&state, LIVE)];
        struct engine_order order = {.ms = ++clicks};

        if (visitor->left == 0) {
            *visitor = (struct visitor){ENGINE_NONE, ENGINE_NONE, 1 + below(&state, 9)};
            owner++;
        }
        visitor->slot =
            engine_click(engine, visitor->slot, owner, &order, next_item(&state, &visitor->group));
        visitor->left--;
        if (clicks % 1024 == 0) {
            order.ms = clicks - (int64_t)20 * LIVE;
            engine_end(engine, &order);
        }
    }
    (void)printf("append, visitors taking turns: %.3f us of CPU a click (%" PRId64 " clicks)\n",
        (cpu_us() - began) / (double)clicks, clicks);
    free(visitors);
}

static void on_generated(int64_t sessions)
{
    struct engine *engine = engine_of(NULL, 1 << 16);
    double *took = need(malloc(QUERIES * sizeof(*took)));
    uint64_t state = 2;
    double sum = 0;
    double of;

    generate(engine, sessions);
    of = (double)engine_sessions(engine) / 1e6;
    for (int i = 0; i < QUERIES; i++) {
        struct engine_candidate list[ENGINE_RANKED_MAX];
        uint32_t clicks[10];
        uint32_t group = ENGINE_NONE;
        size_t count = 1 + below(&state, 9);
        double began;

        for (size_t at = 0; at < count; at++)
            clicks[at] = next_item(&state, &group);
        began = cpu_us();
        (void)engine_query(engine, ENGINE_NONE, clicks, count, list);
        took[i] = cpu_us() - began;
        sum += took[i];
    }
    qsort(took, QUERIES, sizeof(*took), double_compare);
    (void)printf(
        "generated, %.1f million sessions: %.1f us of CPU a query, p99 %.1f (at most 150)\n", of,
        sum / QUERIES, took[QUERIES * 99 / 100]);
    (void)printf("generated: %.1f MB a million sessions all in (at most 50), %.2f bytes a click\n",
        (double)engine_bytes(engine) / 1e6 / of,
        (double)engine_bytes(engine) / (double)engine_clicks(engine));
    time_reverse(engine, ITEMS, "generated");
    sum = cpu_us();
    (void)engine_forget(engine, (uint32_t)sessions / 2);
    (void)printf("generated: %.0f ms of CPU to forget a person\n", (cpu_us() - sum) / 1e3);
    engine_free(engine);
    free(took);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        (void)fprintf(stderr, "usage: %s DATA [SESSIONS]\n", argv[0]);
        return EXIT_FAILURE;
    }
    on_data(argv[1]);
    if (argc < 3 || strtoll(argv[2], NULL, 10) > 0)
        on_generated(argc < 3 ? 10000000 : strtoll(argv[2], NULL, 10));
    return EXIT_SUCCESS;
}
