#include "lib/task_crew.h"

#include "lib/log.h"
#include "lib/mono.h"
#include "lib/serve.h"
#include "lib/task_standby.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum {
    POLL_MS = 100,
    STANDBY_WAIT_MS = 50, /* So long a worker may wait for a space that it wants. */
    RESTORE_FETCH_WAIT_MS =
        10, /* It fetches only while it restores, and ends when it is at the end. */
    STOP_SECONDS_MAX =
        4, /* Of the 5 s after SIGTERM; what is open then is aborted by the broker. */
    STUCK_SECONDS_MAX = 60,
};

_Static_assert((int)FY_WORKERS_MAX <= (int)FY_IN_HAND_WORKERS_MAX, "each has a place of its own");

struct hand {
    struct fy_crew *crew;
    char member_id[FY_MEMBER_BYTES]; /* Static member and transactional id. */
    struct fy_worker *worker;
    pthread_t thread;
    bool started;
    enum fy_status status; /* How it ended; read after it has been joined. */
    struct fy_err err;
    int64_t beat_ms; /* As the watchdog saw it last. */
    int still_s;
};

struct fy_crew {
    struct fy_crew_config config;
    struct fy_spaces *spaces;
    struct hand hands[FY_WORKERS_MAX];
    struct fy_standby *standby;
    pthread_t standby_thread, watchdog;
    bool standing, watched;
    struct fy_err standby_err;
    atomic_bool stopping;
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

struct fy_clock *fy_system_clock(void)
{
    static struct fy_clock clock = {.now_ms = system_now_ms, .wait_ms = system_wait_ms};

    return &clock;
}

/* --- Threads --------------------------------------------------------------------------------- */

static void *work(void *context)
{
    struct hand *hand = context;
    enum fy_status status = FY_OK;

    while (status == FY_OK && !atomic_load(&hand->crew->stopping))
        status = fy_worker_run_once(hand->worker, POLL_MS, &hand->err);
    hand->status = status;

    /* After a failure too: whoever takes over need not wait until we are missed. */
    fy_worker_stop(hand->worker);
    if (status != FY_OK)
        fy_reactor_stop(hand->crew->config.reactor);
    return NULL;
}

/*
 * Not before the workers have what is theirs: they would only have to wait until it has left. A
 * failure is the store's, and everybody's.
 */
static void *stand_by(void *context)
{
    struct fy_crew *crew = context;
    enum fy_status status = FY_OK;
    char why[128];
    bool begun = false;

    while (status == FY_OK && !atomic_load(&crew->stopping)) {
        begun = begun || fy_crew_ready(crew, why, sizeof(why));
        if (begun)
            status = fy_standby_run_once(crew->standby, STANDBY_WAIT_MS, &crew->standby_err);
        else
            system_wait_ms(NULL, POLL_MS);
    }
    if (status != FY_OK)
        fy_reactor_stop(crew->config.reactor);
    return NULL;
}

/*
 * Counts its own ticks while a worker's beat stands still. Comparing with a clock would take a
 * process that was stopped and continued for one that hangs.
 */
static void *watch(void *context)
{
    struct fy_crew *crew = context;

    for (;;) {
        (void)sleep(1);
        for (int i = 0; i < crew->config.workers; i++) {
            struct hand *hand = &crew->hands[i];
            struct fy_worker_status status;

            fy_worker_status(hand->worker, &status);
            hand->still_s = status.beat_ms == hand->beat_ms ? hand->still_s + 1 : 0;
            hand->beat_ms = status.beat_ms;
            if (hand->still_s < STUCK_SECONDS_MAX)
                continue;
            fy_log(FY_LOG_ERROR,
                "%s has been in one call for %d s; ending the process, so that it is restarted",
                hand->member_id, hand->still_s);
            _exit(FY_EXIT_FATAL);
        }
    }
}

enum fy_status fy_crew_start(struct fy_crew *crew, struct fy_err *err)
{
    for (int i = 0; i < crew->config.workers; i++) {
        struct hand *hand = &crew->hands[i];

        if (pthread_create(&hand->thread, NULL, work, hand) != 0)
            return fy_fail(err, FY_FATAL, "could not start a thread for %s", hand->member_id);
        hand->started = true;
    }
    if (crew->standby != NULL) {
        crew->standby_err.status = FY_OK;
        crew->standing = pthread_create(&crew->standby_thread, NULL, stand_by, crew) == 0;
        if (!crew->standing)
            return fy_fail(err, FY_FATAL, "could not start the standby's thread");
    }
    crew->watched = pthread_create(&crew->watchdog, NULL, watch, crew) == 0;
    if (!crew->watched)
        return fy_fail(err, FY_FATAL, "could not start the watchdog's thread");
    return FY_OK;
}

void fy_crew_stop(struct fy_crew *crew)
{
    atomic_store(&crew->stopping, true);
}

enum fy_status fy_crew_join(struct fy_crew *crew, struct fy_err *err)
{
    struct timespec until;
    enum fy_status status = FY_OK;

    fy_crew_stop(crew);
    if (crew->watched) {
        (void)pthread_cancel(crew->watchdog);
        (void)pthread_join(crew->watchdog, NULL);
        crew->watched = false;
    }
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += STOP_SECONDS_MAX;
    for (int i = 0; i < crew->config.workers; i++) {
        struct hand *hand = &crew->hands[i];

        if (!hand->started)
            continue;
        if (pthread_timedjoin_np(hand->thread, NULL, &until) != 0) {
            fy_log(FY_LOG_WARN, "%s is still busy after %d s: its turn is left to be aborted",
                hand->member_id, STOP_SECONDS_MAX);
            _exit(FY_EXIT_OK);
        }
        hand->started = false;
        if (status == FY_OK && hand->status != FY_OK) {
            status = hand->status;
            *err = hand->err;
        }
    }
    if (crew->standing && pthread_timedjoin_np(crew->standby_thread, NULL, &until) != 0)
        _exit(FY_EXIT_OK);
    crew->standing = false;
    if (status == FY_OK && crew->standby_err.status == FY_FATAL) {
        status = FY_FATAL;
        *err = crew->standby_err;
    }
    return status;
}

/* --- How they are ---------------------------------------------------------------------------- */

bool fy_crew_ready(struct fy_crew *crew, char *ret_why, size_t size)
{
    int waiting = 0, tasks = 0, strangers = 0;
    long long left = 0, anew = 0;

    for (int i = 0; i < crew->config.workers; i++) {
        struct fy_worker_status status;

        fy_worker_status(crew->hands[i].worker, &status);
        waiting += !status.ready;
        strangers += !status.joined;
        tasks += status.ready ? 0 : status.tasks;
        left += status.restore_left;
        anew += status.rebuild_left;
    }
    if (waiting == 0)
        return true;
    if (tasks == 0) {
        (void)snprintf(ret_why, size, "%d of %d workers are no members of group \"%s\" yet",
            strangers, crew->config.workers, crew->config.processor->name);
    } else if (anew > 0) {
        (void)snprintf(ret_why, size,
            "Making the rows of %d partitions anew from topics: %lld offsets to go", tasks, anew);
    } else {
        (void)snprintf(
            ret_why, size, "Restoring %d partitions: %lld changelog records to go", tasks, left);
    }
    return false;
}

/* --- From beginning to end ------------------------------------------------------------------- */

static enum fy_status sink_new(void *context, struct fy_sink **ret_sink, struct fy_err *err)
{
    struct hand *hand = context;

    return fy_kafka_sink_new(&hand->crew->config.kafka, hand->member_id, ret_sink, err);
}

/* For what is seldom read: dead letters of a released key, operations behind a gap. */
static enum fy_status reader_new(void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct hand *hand = context;
    struct fy_kafka_config config = hand->crew->config.kafka;

    config.fetch_wait_ms = RESTORE_FETCH_WAIT_MS;
    return fy_kafka_plain_source_new(&config, ret_source, err);
}

static enum fy_status source_new(void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct hand *hand = context;
    const struct fy_crew_config *config = &hand->crew->config;
    struct fy_kafka_config kafka = config->kafka;

    kafka.patience_ms = config->processor->patience_ms;
    return fy_kafka_group_source_new(&kafka, config->processor->name,
        config->dynamic ? NULL : hand->member_id, config->processor->inputs[0], ret_source, err);
}

/* The sink is the worker's to make: it knows how to wait for a broker. */
static enum fy_status hand_make(struct hand *hand, int index, struct fy_err *err)
{
    struct fy_crew *crew = hand->crew;
    const struct fy_crew_config *config = &crew->config;
    struct fy_worker_io io = {
        .sink_new = sink_new,
        .sink_context = hand,
        .source_new = source_new,
        .source_context = hand,
        .reader_new = reader_new,
        .reader_context = hand,
        .store = config->store,
        .spaces = crew->spaces,
        .in_hand = config->in_hand,
        .in_hand_worker = index,
        .clock = fy_system_clock(),
        .member = hand->member_id,
        .rows_bytes_max = config->rows_bytes_max / (size_t)config->workers,
    };
    struct fy_kafka_config restore = config->kafka;
    enum fy_status status;

    if (snprintf(hand->member_id, sizeof(hand->member_id), "%s-%s-%d", config->processor->name,
            config->instance, index) >= (int)sizeof(hand->member_id))
        return fy_fail(err, FY_FATAL, "instance has more than %d bytes", FY_MEMBER_BYTES / 2);
    status = source_new(hand, &io.source, err);
    restore.fetch_wait_ms = RESTORE_FETCH_WAIT_MS;
    if (status == FY_OK)
        status = fy_kafka_plain_source_new(&restore, &io.restore, err);
    if (status == FY_OK)
        status = fy_worker_new(config->processor, &io, &hand->worker, err);
    if (status != FY_OK) {
        fy_source_free(io.source);
        fy_source_free(io.restore);
    }
    return status;
}

static enum fy_status standby_source_new(
    void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct fy_crew *crew = context;

    return fy_kafka_plain_source_new(&crew->config.kafka, ret_source, err);
}

static enum fy_status standby_make(struct fy_crew *crew, struct fy_err *err)
{
    const struct fy_standby_io io = {
        .source_new = standby_source_new,
        .source_context = crew,
        .store = crew->config.store,
        .spaces = crew->spaces,
        .clock = fy_system_clock(),
        .mono_us = fy_mono_us,
    };

    return fy_standby_new(crew->config.processor, &io, &crew->standby, err);
}

enum fy_status fy_crew_new(
    const struct fy_crew_config *config, struct fy_crew **ret_crew, struct fy_err *err)
{
    struct fy_crew *crew = calloc(1, sizeof(*crew));
    enum fy_status status = FY_OK;

    assert(config->workers >= 1 && config->workers <= FY_WORKERS_MAX);
    if (crew == NULL)
        return fy_fail(err, FY_FATAL, "no memory for %d workers", config->workers);
    crew->config = *config;
    crew->spaces = fy_spaces_new();
    if (crew->spaces == NULL)
        status = fy_fail(err, FY_FATAL, "no memory for %d workers", config->workers);
    for (int i = 0; i < config->workers && status == FY_OK; i++) {
        crew->hands[i].crew = crew;
        status = hand_make(&crew->hands[i], i, err);
    }
    if (status == FY_OK && config->standby)
        status = standby_make(crew, err);
    if (status != FY_OK) {
        fy_crew_free(crew);
        return status;
    }
    *ret_crew = crew;
    return FY_OK;
}

void fy_crew_free(struct fy_crew *crew)
{
    if (crew == NULL)
        return;
    for (int i = 0; i < FY_WORKERS_MAX; i++)
        fy_worker_free(crew->hands[i].worker);
    fy_standby_free(crew->standby);
    fy_spaces_free(crew->spaces);
    free(crew);
}
