#include "lib/conf.h"
#include "lib/confine.h"
#include "lib/log.h"
#include "lib/serve.h"
#include "lib/store.h"
#include "lib/task_crew.h"
#include "lib/task_tool.h"

#include <assert.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

/* Main answers health and metrics; the workers alone touch tasks, log and store. */

#define MIB ((size_t)1024 * 1024)

enum { OWN_ITEMS_MAX = 16, ITEMS_MAX = 16 + OWN_ITEMS_MAX };

struct settings {
    const char *brokers;
    const char *listen;
    const char *data;
    const char *instance;
    const char *log;
    int cache_mib;
    int rows_mib;
    int workers;
    int session_ms;
    int standby;
    int dynamic;
};

struct program {
    const struct fy_processor *processor;
    struct settings settings;
    struct fy_kafka_config kafka;
    struct fy_store *store;
    struct fy_in_hand *in_hand;
    struct fy_reactor *reactor;
    struct fy_crew *crew;
};

static bool ready(void *context, char *ret_why, size_t size)
{
    struct program *program = context;

    return fy_crew_ready(program->crew, ret_why, size);
}

static void stopping(void *context)
{
    struct program *program = context;

    fy_crew_stop(program->crew);
}

static enum fy_status log_level(const char *name, enum fy_log_level *ret_level, struct fy_err *err)
{
    static const char *const names[] = {"debug", "info", "warn", "error"};

    for (int i = 0; i < 4; i++) {
        if (strcmp(name, names[i]) == 0) {
            *ret_level = (enum fy_log_level)i;
            return FY_OK;
        }
    }
    return fy_fail(err, FY_FATAL, "log is \"%s\", not debug, info, warn or error", name);
}

/* Ours, and behind them what the program has of its own. */
static enum fy_status load(const struct fy_processor *processor,
    struct fy_conf_item items[ITEMS_MAX],
    int argc,
    char **argv,
    struct fy_conf **ret_conf,
    struct fy_err *err)
{
    int count = 0;

    while (items[count].name != NULL)
        count++;
    assert(
        processor->setting_count <= OWN_ITEMS_MAX && count + processor->setting_count <= ITEMS_MAX);
    for (int i = 0; i < processor->setting_count; i++)
        items[count++] = processor->settings[i];
    return fy_conf_load(processor->name, "a stream processor: reads topics, decides, writes topics",
        items, count, argc, argv, ret_conf, err);
}

static enum fy_status configure(
    struct program *program, int argc, char **argv, struct fy_conf **ret_conf, struct fy_err *err)
{
    struct settings *settings = &program->settings;
    struct fy_conf_item items[ITEMS_MAX] = {
        {.name = "brokers", .text = &settings->brokers, .help = "Kafka, as in 127.0.0.1:9092"},
        {.name = "listen", .text = &settings->listen, .help = "where to answer health and metrics"},
        {.name = "data", .text = &settings->data, .help = "folder of its RocksDB"},
        {.name = "instance",
            .fallback = "1",
            .text = &settings->instance,
            .help = "tells processes of one program apart: each needs its own, and keeps it"},
        {.name = "workers",
            .fallback = "1",
            .number = &settings->workers,
            .number_min = 1,
            .number_max = FY_WORKERS_MAX,
            .help = "threads that work, each on partitions of its own"},
        {.name = "session_ms",
            .fallback = "6000",
            .number = &settings->session_ms,
            .number_min = 1000,
            .number_max = 300000,
            .help = "others take over this long after it died; a broker must allow less than 6000"},
        {.name = "standby",
            .fallback = "1",
            .number = &settings->standby,
            .number_min = 0,
            .number_max = 1,
            .help = "1: keep the rows of other processes' partitions too, to take over quickly"},
        {.name = "dynamic",
            .fallback = "0",
            .number = &settings->dynamic,
            .number_min = 0,
            .number_max = 1,
            .help =
                "1: its place in the group is not kept for it when it dies; a restart is slower"},
        {.name = "log",
            .fallback = "info",
            .text = &settings->log,
            .help = "least severe lines to log: debug, info, warn or error"},
        {.name = "cache_mib",
            .fallback = "8",
            .number = &settings->cache_mib,
            .number_min = 8,
            .number_max = 65536,
            .help = "memory for RocksDB, MiB"},
        {.name = "rows_mib",
            .fallback = "48",
            .number = &settings->rows_mib,
            .number_min = 4,
            .number_max = 65536,
            .help = "memory for rows, MiB: what is hot, and what the disk does not have yet"},
    };
    enum fy_log_level level = FY_LOG_INFO;
    enum fy_status status = load(program->processor, items, argc, argv, ret_conf, err);

    if (status == FY_OK && program->processor->settle != NULL)
        program->processor->settle();
    if (status == FY_OK)
        status = log_level(settings->log, &level, err);
    if (status != FY_OK)
        return status;
    fy_log_init(program->processor->name, level);
    program->kafka = (struct fy_kafka_config){
        .brokers = settings->brokers,
        .client_id = program->processor->name,
        .session_ms = settings->session_ms,
    };
    return FY_OK;
}

/* Beside the rows, behind the lock of their store: one process of a folder at a time. */
static enum fy_status in_hand_open(struct program *program, struct fy_err *err)
{
    char path[4096];

    if (snprintf(path, sizeof(path), "%s/in-hand", program->settings.data) >= (int)sizeof(path))
        return fy_fail(err, FY_FATAL, "data has more than %zu bytes", sizeof(path));
    return fy_in_hand_open(path, &program->in_hand, err);
}

static enum fy_status crew_make(struct program *program, struct fy_err *err)
{
    const struct settings *settings = &program->settings;
    const struct fy_crew_config config = {
        .processor = program->processor,
        .kafka = program->kafka,
        .instance = settings->instance,
        .workers = settings->workers,
        .standby = settings->standby == 1,
        .dynamic = settings->dynamic == 1,
        .store = program->store,
        .in_hand = program->in_hand,
        .rows_bytes_max = (size_t)settings->rows_mib * MIB,
        .reactor = program->reactor,
    };

    return fy_crew_new(&config, &program->crew, err);
}

static enum fy_status serve(struct program *program, struct fy_err *err)
{
    const struct fy_serve_config config = {
        .listen = program->settings.listen,
        .ready = ready,
        .stopping = stopping,
        .program = program,
    };
    struct fy_err crew_err;
    enum fy_status status = fy_crew_start(program->crew, err), crew_status;

    if (status == FY_OK)
        status = fy_serve(program->reactor, &config, err);
    crew_status = fy_crew_join(program->crew, &crew_err);
    if (status == FY_OK && crew_status != FY_OK) {
        *err = crew_err;
        status = crew_status;
    }
    return status;
}

/*
 * The C library would give each of a dozen threads a heap of its own, and keep in each what a turn
 * of 8,000 records has freed. Two heaps, of which the worker gives back what is free when it has
 * nothing to do: earlier, the next turn would only fetch it again, page by page; and so would zstd
 * its 3 MB for each batch, were they mapped.
 */
static void memory_settle(void)
{
    (void)mallopt(M_ARENA_MAX, 2);
    (void)mallopt(M_MMAP_THRESHOLD, 8 * 1024 * 1024);
    (void)mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
}

int fy_task_main(const struct fy_processor *processor, int argc, char **argv)
{
    struct program program = {.processor = processor};
    struct fy_conf *conf = NULL;
    struct task_tool tool;
    struct fy_err err;
    enum fy_status status;

    memory_settle();
    fy_log_init(processor->name, FY_LOG_INFO);
    status = task_tool_take(&tool, &argc, argv, &err);
    if (status == FY_OK)
        status = configure(&program, argc, argv, &conf, &err);
    if (status == FY_OK && tool.kind != TOOL_NONE) {
        int code = task_tool_run(
            &tool, processor, &program.kafka, program.settings.data, fy_system_clock());

        fy_conf_free(conf);
        return code;
    }
    fy_task_metrics_register();
    if (status == FY_OK)
        status = fy_confine(&(struct fy_confine){.writes = {program.settings.data}}, &err);
    if (status == FY_OK)
        status = fy_reactor_new(&program.reactor, &err);
    if (status == FY_OK)
        status = fy_store_open(
            program.settings.data, (size_t)program.settings.cache_mib * MIB, &program.store, &err);
    if (status == FY_OK)
        status = in_hand_open(&program, &err);
    if (status == FY_OK)
        status = crew_make(&program, &err);
    if (status == FY_OK)
        status = serve(&program, &err);

    fy_crew_free(program.crew);
    fy_in_hand_free(program.in_hand);
    fy_store_close(program.store);
    fy_reactor_free(program.reactor);
    fy_conf_free(conf);
    return fy_serve_exit(status, &err);
}
