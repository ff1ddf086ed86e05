#include "lib/conf.h"
#include "lib/kafka.h"
#include "lib/log.h"
#include "lib/serve.h"
#include "lib/store.h"
#include "lib/task.h"
#include "lib/task_tool.h"

#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/*
 * Three threads: the worker, which alone touches tasks, log and store; main, which answers health
 * and metrics; and the watchdog, for a call into a library that never returns (m: a call with a
 * time-out of 5 s once took 59.6 s).
 */

enum {
    POLL_MS = 100,
    RESTORE_FETCH_WAIT_MS =
        10, /* It fetches only while it restores, and ends when it is at the end. */
    STOP_SECONDS_MAX =
        4, /* Of the 5 s after SIGTERM; what is open then is aborted by the broker. */
    STUCK_SECONDS_MAX = 60,
    NAME_BYTES = 128,
};

#define MIB ((size_t)1024 * 1024)

struct settings {
    const char *brokers;
    const char *listen;
    const char *data;
    const char *instance;
    const char *log;
    int cache_mib;
};

struct program {
    const struct fy_processor *processor;
    struct settings settings;
    struct fy_kafka_config kafka;
    char member_id[NAME_BYTES]; /* "stock-1": static member and transactional id. */
    struct fy_store *store;
    struct fy_reactor *reactor;
    struct fy_worker *worker;
    atomic_bool stopping;
    enum fy_status status; /* How the worker ended; read after it has been joined. */
    struct fy_err err;
};

/* --- The clock of the machine ---------------------------------------------------------------- */

static int64_t system_now_ms(struct fy_clock *clock)
{
    struct timespec now;

    (void)clock;
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void system_wait_ms(struct fy_clock *clock, int ms)
{
    struct timespec wait = {.tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000};

    (void)clock;
    (void)nanosleep(&wait, NULL);
}

static struct fy_clock system_clock = {.now_ms = system_now_ms, .wait_ms = system_wait_ms};

/* --- Threads --------------------------------------------------------------------------------- */

static void *work(void *context)
{
    struct program *program = context;
    enum fy_status status = FY_OK;

    while (status == FY_OK && !atomic_load(&program->stopping))
        status = fy_worker_run_once(program->worker, POLL_MS, &program->err);
    program->status = status;

    /* After a failure too: whoever takes over need not wait until we are missed. */
    fy_worker_stop(program->worker);
    if (status != FY_OK)
        fy_reactor_stop(program->reactor);
    return NULL;
}

/*
 * Counts its own ticks while the worker's beat stands still. Comparing with a clock would take a
 * process that was stopped and continued for one that hangs.
 */
static void *watch(void *context)
{
    struct program *program = context;
    struct fy_worker_status status;
    int64_t beat_ms = -1;
    int still_s = 0;

    for (;;) {
        (void)sleep(1);
        fy_worker_status(program->worker, &status);
        still_s = status.beat_ms == beat_ms ? still_s + 1 : 0;
        beat_ms = status.beat_ms;
        if (still_s < STUCK_SECONDS_MAX)
            continue;
        fy_log(FY_LOG_ERROR,
            "the worker has been in one call for %d s; ending the process, so that it is restarted",
            still_s);
        _exit(FY_EXIT_FATAL);
    }
}

/* --- For serve ------------------------------------------------------------------------------- */

static bool ready(void *context, char *ret_why, size_t size)
{
    struct program *program = context;
    struct fy_worker_status status;

    fy_worker_status(program->worker, &status);
    if (status.ready)
        return true;
    if (status.tasks == 0) {
        (void)snprintf(
            ret_why, size, "Has no partitions of group \"%s\" yet", program->processor->name);
    } else {
        (void)snprintf(ret_why, size, "Restoring %d partitions: %lld changelog records to go",
            status.tasks, (long long)status.restore_left);
    }
    return false;
}

static void stopping(void *context)
{
    struct program *program = context;

    atomic_store(&program->stopping, true);
}

/* --- Main ------------------------------------------------------------------------------------ */

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

static enum fy_status configure(
    struct program *program, int argc, char **argv, struct fy_conf **ret_conf, struct fy_err *err)
{
    struct settings *settings = &program->settings;
    const struct fy_conf_item items[] = {
        {.name = "brokers", .text = &settings->brokers, .help = "Kafka, as in 127.0.0.1:9092"},
        {.name = "listen", .text = &settings->listen, .help = "where to answer health and metrics"},
        {.name = "data", .text = &settings->data, .help = "folder of its RocksDB"},
        {.name = "instance",
            .fallback = "1",
            .text = &settings->instance,
            .help = "tells processes of one program apart: each needs its own, and keeps it"},
        {.name = "log",
            .fallback = "info",
            .text = &settings->log,
            .help = "least severe lines to log: debug, info, warn or error"},
        {.name = "cache_mib",
            .fallback = "24",
            .number = &settings->cache_mib,
            .number_min = 8,
            .number_max = 65536,
            .help = "memory for RocksDB, MiB"},
    };
    enum fy_log_level level = FY_LOG_INFO;
    enum fy_status status = fy_conf_load(program->processor->name,
        "a stream processor: reads topics, decides, writes topics", items,
        sizeof(items) / sizeof(items[0]), argc, argv, ret_conf, err);

    if (status == FY_OK)
        status = log_level(settings->log, &level, err);
    if (status != FY_OK)
        return status;
    fy_log_init(program->processor->name, level);

    if (snprintf(program->member_id, sizeof(program->member_id), "%s-%s", program->processor->name,
            settings->instance) >= (int)sizeof(program->member_id))
        return fy_fail(err, FY_FATAL, "instance has more than %d bytes", NAME_BYTES / 2);
    program->kafka = (struct fy_kafka_config){
        .brokers = settings->brokers,
        .client_id = program->processor->name,
    };
    return FY_OK;
}

static enum fy_status sink_new(void *context, struct fy_sink **ret_sink, struct fy_err *err)
{
    struct program *program = context;

    return fy_kafka_sink_new(&program->kafka, program->member_id, ret_sink, err);
}

static enum fy_status source_new(void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct program *program = context;
    const struct fy_processor *processor = program->processor;

    return fy_kafka_group_source_new(&program->kafka, processor->name, program->member_id,
        processor->inputs[0], ret_source, err);
}

/* The sink is the worker's to make: it knows how to wait for a broker. */
static enum fy_status worker_make(struct program *program, struct fy_err *err)
{
    const struct fy_processor *processor = program->processor;
    struct fy_worker_io io = {
        .sink_new = sink_new,
        .sink_context = program,
        .source_new = source_new,
        .source_context = program,
        .store = program->store,
        .clock = &system_clock,
    };
    struct fy_kafka_config restore = program->kafka;
    enum fy_status status = source_new(program, &io.source, err);

    restore.fetch_wait_ms = RESTORE_FETCH_WAIT_MS;
    if (status == FY_OK)
        status = fy_kafka_plain_source_new(&restore, &io.restore, err);
    if (status == FY_OK)
        status = fy_worker_new(processor, &io, &program->worker, err);
    if (status != FY_OK) {
        fy_source_free(io.source);
        fy_source_free(io.restore);
    }
    return status;
}

/* The worker finishes its turn and leaves the group; one that cannot in time is left behind. */
static enum fy_status worker_join(struct program *program, pthread_t thread, struct fy_err *err)
{
    struct timespec until;

    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += STOP_SECONDS_MAX;
    if (pthread_timedjoin_np(thread, NULL, &until) != 0) {
        fy_log(FY_LOG_WARN, "the worker is still busy after %d s: its turn is left to be aborted",
            STOP_SECONDS_MAX);
        _exit(FY_EXIT_OK);
    }
    *err = program->err;
    return program->status;
}

static enum fy_status serve(struct program *program, struct fy_err *err)
{
    struct fy_serve_config config = {
        .listen = program->settings.listen,
        .ready = ready,
        .stopping = stopping,
        .program = program,
    };
    pthread_t worker, watchdog;
    struct fy_err worker_err;
    enum fy_status status, worker_status;

    if (pthread_create(&worker, NULL, work, program) != 0)
        return fy_fail(err, FY_FATAL, "could not start the worker's thread");
    if (pthread_create(&watchdog, NULL, watch, program) != 0) {
        status = fy_fail(err, FY_FATAL, "could not start the watchdog's thread");
    } else {
        status = fy_serve(program->reactor, &config, err);
        (void)pthread_cancel(watchdog);
        (void)pthread_join(watchdog, NULL);
    }

    atomic_store(&program->stopping, true);
    worker_status = worker_join(program, worker, &worker_err);
    if (status == FY_OK && worker_status != FY_OK) {
        *err = worker_err;
        status = worker_status;
    }
    return status;
}

/*
 * The C library would give each of a dozen threads a heap of its own, and keep in each what a turn
 * of 10,000 records has freed. Two heaps, of which the worker gives back what is free when it has
 * nothing to do: earlier, the next turn would only fetch it again, page by page.
 */
static void memory_settle(void)
{
    (void)mallopt(M_ARENA_MAX, 2);
    (void)mallopt(M_MMAP_THRESHOLD, 2 * 1024 * 1024);
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
        int code =
            task_tool_run(&tool, processor, &program.kafka, program.settings.data, &system_clock);

        fy_conf_free(conf);
        return code;
    }
    fy_task_metrics_register();
    if (status == FY_OK)
        status = fy_reactor_new(&program.reactor, &err);
    if (status == FY_OK)
        status = fy_store_open(
            program.settings.data, (size_t)program.settings.cache_mib * MIB, &program.store, &err);
    if (status == FY_OK)
        status = worker_make(&program, &err);
    if (status == FY_OK)
        status = serve(&program, &err);

    fy_worker_free(program.worker);
    fy_store_close(program.store);
    fy_reactor_free(program.reactor);
    fy_conf_free(conf);
    return fy_serve_exit(status, &err);
}
