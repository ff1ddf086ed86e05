#include "lib/follower_inside.h"
#include "lib/log.h"
#include "lib/memory.h"
#include "lib/metrics.h"
#include "lib/mono.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum {
    SLICE_RECORDS = 1000,
    SLICE_US = 5000,
    CLOCK_EVERY = 4, /* Records between two looks at the clock. */
    TICK_MS = 250,
    TRY_AGAIN_MS = 1000, /* Between two tries of what a broker or a full queue refused. */
    MARKS_MS = 1000,     /* Positions that moved past markers only are written this rarely. */
    ARENA_BYTES_MAX = 64 << 20,
};

static struct fy_metric records_read = FY_COUNTER("fy_follower_records_total", "Records applied.");
static struct fy_metric records_skipped =
    FY_COUNTER("fy_follower_skipped_total", "Records that could not be read and were skipped.");
static struct fy_metric behind =
    FY_GAUGE("fy_follower_behind", "Records to the end offsets of the start.");

/* --- A slice -------------------------------------------------------------------------------- */

static enum fy_status apply_one(
    struct fy_follower *follower, const struct fy_record *record, struct fy_err *err)
{
    struct track *track = fy_follower_track(follower, record->topic, record->partition);
    enum fy_status status;

    assert(track != NULL);
    if (record->offset < track->place.offset)
        return FY_OK; /* Read before; a source may repeat, never skip. */
    status = follower->config.apply(
        follower->config.context, record, follower->rows, &follower->arena, err);
    if (status == FY_REJECT) {
        fy_metric_add(&records_skipped, 1);
        fy_log(FY_LOG_WARN, "%s: skipped offset %" PRId64 " of partition %d of \"%s\": %s",
            follower->config.name, record->offset, (int)record->partition,
            fy_topics[record->topic].name, err->text);
        status = FY_OK;
    }
    assert(
        status != FY_ABORT); /* A record is applied or not; only settle may ask to be repeated. */
    if (status != FY_OK)
        return status;
    track->place.offset = record->offset + 1;
    follower->newest_ms = record->append_ms;
    follower->moved = true;
    follower->applied++;
    return FY_OK;
}

/* Some records of the batch, for as long as a slice may take. */
static enum fy_status apply_some(struct fy_follower *follower, struct fy_err *err)
{
    int64_t until_us = fy_mono_us() + SLICE_US;
    enum fy_status status = FY_OK;

    while (follower->next < follower->batch.count && status == FY_OK) {
        status = apply_one(follower, &follower->batch.records[follower->next++], err);
        if (follower->next % CLOCK_EVERY == 0 && fy_mono_us() >= until_us)
            break;
    }
    return status;
}

/* Behind the last record of a batch, reading may stand past markers and holes. */
static enum fy_status positions_note(struct fy_follower *follower, struct fy_err *err)
{
    size_t count = (size_t)follower->track_count;
    struct fy_place *places = fy_arena_alloc(&follower->arena, count * sizeof(*places));
    enum fy_status status;

    if (places == NULL)
        return fy_fail(err, FY_FATAL, "the positions do not fit the arena of a slice");
    for (size_t i = 0; i < count; i++)
        places[i] = follower->tracks[i].place;
    status = fy_source_positions(follower->source, places, (int)count, err);
    for (size_t i = 0; i < count && status == FY_OK; i++) {
        if (places[i].offset > follower->tracks[i].place.offset) {
            follower->tracks[i].place.offset = places[i].offset;
            follower->moved = true;
        }
    }
    return status;
}

static void note_ready(struct fy_follower *follower)
{
    int64_t left = fy_follower_behind(follower);

    fy_metric_set(&behind, left);
    if (!follower->ready && left == 0) {
        follower->ready = true;
        /* The C library keeps what a long read-up has freed: measured 220 MB, of which 79 in use.
         */
        fy_memory_start_is_over();
        fy_log(FY_LOG_INFO, "%s: has read up", follower->config.name);
    }
}

/* Settle what the slice emitted, then keep rows and positions in one batch, then tell. */
static enum fy_status slice_end(struct fy_follower *follower, struct fy_err *err)
{
    const struct fy_follower_config *config = &follower->config;
    enum fy_status status;

    if (follower->applied > 0 && config->settle != NULL) {
        follower->unsettled = true;
        status = config->settle(config->context, follower->rows, &follower->arena, err);
        if (status != FY_OK)
            return status;
        follower->unsettled = false;
    }
    if (follower->moved &&
        (follower->applied > 0 || fy_mono_ms() >= follower->written_ms + MARKS_MS)) {
        fy_follower_positions_put(follower);
        status = fy_store_batch_write(follower->rows, err);
        if (status != FY_OK)
            return status;
        for (int i = 0; i < follower->track_count; i++)
            follower->tracks[i].written = follower->tracks[i].place.offset;
        follower->moved = false;
        follower->written_ms = fy_mono_ms();
    }
    fy_metric_add(&records_read, follower->applied);
    if (follower->applied > 0 && config->applied != NULL)
        config->applied(config->context);
    follower->applied = 0;
    note_ready(follower);
    fy_follower_lag_look(follower);
    return FY_OK;
}

static enum fy_status slice(struct fy_follower *follower, int wait_ms, struct fy_err *err)
{
    enum fy_status status;

    if (follower->unsettled)
        return slice_end(follower, err);

    fy_arena_clear(&follower->arena);
    if (follower->tracks == NULL)
        return fy_follower_begin(follower, err);

    if (follower->next == follower->batch.count) {
        if (follower->applied > 0) /* The last slice was not told where reading stands. */
            return slice_end(follower, err);
        follower->batch = (struct fy_batch){0};
        follower->next = 0;
        status = fy_source_poll(follower->source, wait_ms, SLICE_RECORDS, &follower->batch, err);
        if (status == FY_ABORT)
            status = fy_follower_begin_again(follower, err);
        if (status != FY_OK)
            return status;
    }
    status = apply_some(follower, err);
    if (status == FY_OK && follower->next == follower->batch.count)
        status = positions_note(follower, err);
    if (status == FY_OK)
        status = slice_end(follower, err);
    return status;
}

/* A broker that is away, and whatever else may pass, is waited for: rows stay readable. */
enum fy_status fy_follower_run_slice(struct fy_follower *follower, int wait_ms, struct fy_err *err)
{
    enum fy_status status = slice(follower, wait_ms, err);

    if (status == FY_OK) {
        if (follower->away)
            fy_log(FY_LOG_INFO, "%s: goes on", follower->config.name);
        follower->away = false;
        follower->try_ms = 0;
        return FY_OK;
    }
    if (status != FY_ABORT)
        return status;
    if (!follower->away)
        fy_log(FY_LOG_WARN, "%s: waits: %s", follower->config.name, err->text);
    follower->away = true;
    follower->try_ms = fy_mono_ms() + TRY_AGAIN_MS;
    return FY_OK;
}

/* --- In a reactor --------------------------------------------------------------------------- */

static void turn(void *context);

/*
 * While we wait, the source's descriptor may stay readable, and an epoll that shows it again and
 * again would take a whole core: out with it. The timer brings us back.
 */
static enum fy_status listen_or_not(
    struct fy_follower *follower, bool listening, struct fy_err *err)
{
    int wake_fd = fy_source_wake_fd(follower->source);
    enum fy_status status = FY_OK;

    if (wake_fd < 0 || listening == follower->listening)
        return FY_OK;
    if (listening)
        status = fy_reactor_add(follower->reactor, wake_fd, turn, follower, err);
    else
        fy_reactor_remove(follower->reactor, wake_fd);
    if (status == FY_OK)
        follower->listening = listening;
    return status;
}

static void fail_for_good(struct fy_follower *follower)
{
    struct fy_err err;
    enum fy_status status = listen_or_not(follower, false, &err);

    assert(status == FY_OK);
    fy_log(FY_LOG_ERROR, "%s: %s", follower->config.name, follower->failure.text);
    fy_reactor_stop(follower->reactor);
}

static void turn(void *context)
{
    struct fy_follower *follower = context;
    struct fy_err err;
    uint64_t count;
    ssize_t moved = read(follower->again_fd, &count, sizeof(count));
    enum fy_status status;

    if (follower->failure.status != FY_OK || fy_mono_ms() < follower->try_ms)
        return;
    status = fy_follower_run_slice(follower, 0, &err);
    if (status == FY_OK)
        status = listen_or_not(follower, follower->try_ms == 0, &err);
    if (status != FY_OK) {
        follower->failure = err;
        fail_for_good(follower);
        return;
    }
    if (follower->next < follower->batch.count) {
        count = 1;
        moved = write(follower->again_fd, &count, sizeof(count));
    }
    (void)moved; /* An eventfd that is empty, or full, is as it should be. */
}

static enum fy_status reactor_join(struct fy_follower *follower, struct fy_err *err)
{
    enum fy_status status;

    follower->again_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (follower->again_fd < 0)
        return fy_fail(err, FY_FATAL, "could not make an eventfd for a follower");
    status = fy_reactor_add(follower->reactor, follower->again_fd, turn, follower, err);
    if (status == FY_OK)
        status = listen_or_not(follower, true, err);
    if (status == FY_OK)
        status = fy_reactor_every(follower->reactor, TICK_MS, turn, follower, err);
    return status;
}

/* --- From beginning to end ------------------------------------------------------------------ */

static void metrics_register(void)
{
    static bool done;

    if (done)
        return;
    done = true;
    fy_metric_register(&records_read);
    fy_metric_register(&records_skipped);
    fy_follower_begin_metrics();
    fy_follower_lag_metrics();
    fy_metric_register(&behind);
}

enum fy_status fy_follower_new(const struct fy_follower_config *config,
    struct fy_source *source,
    struct fy_store *store,
    struct fy_reactor *reactor,
    struct fy_follower **ret_follower,
    struct fy_err *err)
{
    struct fy_follower *follower = calloc(1, sizeof(*follower));
    enum fy_status status = FY_OK;

    assert(config->topic_count > 0 && config->apply != NULL);
    if (follower == NULL) {
        fy_source_free(source);
        return fy_fail(err, FY_FATAL, "could not make a follower: no memory");
    }
    metrics_register();
    follower->config = *config;
    follower->source = source;
    follower->store = store;
    follower->reactor = reactor;
    follower->again_fd = -1;
    fy_arena_init(&follower->arena, ARENA_BYTES_MAX);
    follower->rows = fy_store_batch_new(store);
    if (follower->rows == NULL)
        status = fy_fail(err, FY_FATAL, "could not make a follower: no memory");
    if (status == FY_OK && reactor != NULL)
        status = reactor_join(follower, err);
    if (status != FY_OK) {
        fy_follower_free(follower);
        return status;
    }
    *ret_follower = follower;
    return FY_OK;
}

void fy_follower_free(struct fy_follower *follower)
{
    if (follower == NULL)
        return;
    if (follower->reactor != NULL && follower->again_fd >= 0) {
        fy_reactor_remove(follower->reactor, follower->again_fd);
        if (follower->listening)
            fy_reactor_remove(follower->reactor, fy_source_wake_fd(follower->source));
    }
    if (follower->again_fd >= 0)
        (void)close(follower->again_fd);
    fy_source_free(follower->source);
    fy_store_batch_free(follower->rows);
    fy_arena_done(&follower->arena);
    free(follower->tracks);
    free(follower);
}

bool fy_follower_ready(const struct fy_follower *follower)
{
    return follower->ready;
}

int64_t fy_follower_behind(const struct fy_follower *follower)
{
    int64_t left = 0;

    if (follower->tracks == NULL)
        return -1;
    for (int i = 0; i < follower->track_count; i++) {
        const struct track *track = &follower->tracks[i];

        if (track->place.offset < track->target)
            left += track->target - track->place.offset;
    }
    return left;
}

int64_t fy_follower_position(
    const struct fy_follower *follower, enum fy_topic topic, int32_t partition)
{
    const struct track *track = fy_follower_track(follower, topic, partition);

    return track != NULL ? track->written : -1;
}

const struct fy_err *fy_follower_failure(const struct fy_follower *follower)
{
    return follower->failure.status != FY_OK ? &follower->failure : NULL;
}
