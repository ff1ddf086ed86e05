/* Where a follower begins: positions of its store, limits of the log, and what to do when they
 * part. */
#include "lib/follower_inside.h"
#include "lib/log.h"
#include "lib/metrics.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

enum { SPACE_LAST = 15 /* Where config says nothing. */ };

static const char wiping_key[] = "wiping";
static const char made_for_key[] = "made-for";

static struct fy_metric wipes =
    FY_COUNTER("fy_follower_wipes_total", "Times all rows were dropped and read again.");

void fy_follower_begin_metrics(void)
{
    fy_metric_register(&wipes);
}

struct track *fy_follower_track(
    const struct fy_follower *follower, enum fy_topic topic, int32_t partition)
{
    int place = follower->first[topic] + partition;

    if (follower->tracks == NULL || place >= follower->first[topic + 1])
        return NULL;
    return &follower->tracks[place];
}

/* --- Positions in space 0 ------------------------------------------------------------------- */

static struct fy_slice position_key(struct fy_arena *arena, const struct fy_place *place)
{
    return fy_arena_format(arena, "%s/%d", fy_topics[place->topic].name, (int)place->partition);
}

/* An offset as text: whoever looks into a store by hand can read it. */
static enum fy_status position_load(
    struct fy_follower *follower, struct track *track, struct fy_err *err)
{
    struct fy_slice key = position_key(&follower->arena, &track->place);
    struct fy_slice value;
    enum fy_status status;

    status = fy_store_get(follower->store, 0, key, &follower->arena, &value, err);
    if (status != FY_OK)
        return status;
    /* The arena ends each copy with a NUL. */
    track->written = value.data != NULL ? strtoll((const char *)value.data, NULL, 10) : -1;
    return FY_OK;
}

void fy_follower_positions_put(struct fy_follower *follower)
{
    for (int i = 0; i < follower->track_count; i++) {
        struct track *track = &follower->tracks[i];

        if (track->place.offset != track->written)
            fy_store_batch_put(follower->rows, 0, position_key(&follower->arena, &track->place),
                fy_arena_format(&follower->arena, "%" PRId64, track->place.offset));
    }
}

/* --- Wiping --------------------------------------------------------------------------------- */

/*
 * Rows first, then positions, and a mark in front of both: a follower killed in between finds the
 * mark and finishes. Positions without rows would lose records without a word.
 */
static enum fy_status wipe_rows(struct fy_follower *follower, struct fy_err *err)
{
    uint32_t last = follower->config.space_last != 0 ? follower->config.space_last : SPACE_LAST;
    struct fy_slice mark = fy_slice_of(wiping_key);
    enum fy_status status;

    fy_store_batch_put(follower->rows, 0, mark, mark);
    status = fy_store_batch_write(follower->rows, err);
    for (uint32_t space = 1; space <= last && status == FY_OK; space++)
        status = fy_store_wipe(follower->store, space, err);
    if (status == FY_OK)
        status = fy_store_wipe(follower->store, 0, err);
    if (status != FY_OK || follower->config.made_for == NULL)
        return status;
    fy_store_batch_put(
        follower->rows, 0, fy_slice_of(made_for_key), fy_slice_of(follower->config.made_for));
    return fy_store_batch_write(follower->rows, err);
}

static enum fy_status wipe(struct fy_follower *follower, struct fy_err *err)
{
    enum fy_status status = wipe_rows(follower, err);

    if (status != FY_OK)
        return status;
    for (int i = 0; i < follower->track_count; i++)
        follower->tracks[i].written = -1;
    fy_metric_add(&wipes, 1);
    if (follower->config.wiped != NULL)
        follower->config.wiped(follower->config.context);
    return FY_OK;
}

/* Whoever made something of the rows at its start must forget it. */
static enum fy_status wipe_and_tell(struct fy_follower *follower, struct fy_err *err)
{
    enum fy_status status = wipe_rows(follower, err);

    if (status == FY_OK && follower->config.wiped != NULL)
        follower->config.wiped(follower->config.context);
    return status;
}

static enum fy_status wipe_finish(struct fy_follower *follower, struct fy_err *err)
{
    struct fy_slice mark;
    enum fy_status status;

    status =
        fy_store_get(follower->store, 0, fy_slice_of(wiping_key), &follower->arena, &mark, err);
    if (status == FY_OK && mark.data != NULL)
        status = wipe_and_tell(follower, err);
    return status;
}

static bool note_any(struct fy_slice key, struct fy_slice value, void *context)
{
    (void)key;
    (void)value;
    *(bool *)context = true;
    return false;
}

/* Rows of another definition go, and so do those of before anybody said what they are made for. */
static enum fy_status made_for_check(struct fy_follower *follower, struct fy_err *err)
{
    const struct fy_slice key = fy_slice_of(made_for_key);
    struct fy_slice want, found;
    bool any = false;
    enum fy_status status;

    if (follower->config.made_for == NULL)
        return FY_OK;
    want = fy_slice_of(follower->config.made_for);
    status = fy_store_get(follower->store, 0, key, &follower->arena, &found, err);
    if (status != FY_OK || fy_slice_equal(found, want))
        return status;
    status = fy_store_scan(follower->store, 0, (struct fy_slice){0}, note_any, &any, err);
    if (status == FY_OK && any) {
        fy_log(FY_LOG_WARN,
            "%s: our rows are made for \"%.*s\", we need \"%s\": dropping all rows and reading "
            "everything again",
            follower->config.name, found.data != NULL ? (int)found.size : 0,
            found.data != NULL ? (const char *)found.data : "", follower->config.made_for);
        status = wipe_and_tell(follower, err);
        fy_metric_add(&wipes, 1);
    }
    if (status != FY_OK || any)
        return status;
    fy_store_batch_put(follower->rows, 0, key, want);
    return fy_store_batch_write(follower->rows, err);
}

/* --- Finding out where to begin ------------------------------------------------------------- */

static bool follows(const struct fy_follower_config *config, int topic)
{
    bool found = false;

    for (int i = 0; i < config->topic_count; i++)
        found = found || (int)config->topics[i] == topic;
    return found;
}

static enum fy_status tracks_find(struct fy_follower *follower, struct fy_err *err)
{
    size_t tracks_max = (size_t)follower->config.topic_count * FY_PARTITIONS_MAX;
    struct track *tracks = calloc(tracks_max, sizeof(*tracks));
    enum fy_status status = FY_OK;
    int count = 0;

    if (tracks == NULL)
        return fy_fail(err, FY_FATAL, "could not follow %zu partitions: no memory", tracks_max);
    for (int topic = 0; topic < FY_TOPIC_COUNT && status == FY_OK; topic++) {
        int partitions = 0;

        follower->first[topic] = count;
        if (!follows(&follower->config, topic))
            continue;
        status = fy_source_partitions(follower->source, (enum fy_topic)topic, &partitions, err);
        for (int p = 0; status == FY_OK && p < partitions; p++) {
            tracks[count].place =
                (struct fy_place){.topic = (enum fy_topic)topic, .partition = p, .offset = -1};
            status = position_load(follower, &tracks[count++], err);
        }
    }
    if (status != FY_OK) {
        free(tracks);
        return status;
    }
    follower->first[FY_TOPIC_COUNT] = count;
    follower->tracks = tracks;
    follower->track_count = count;
    return FY_OK;
}

struct limits {
    struct fy_place *places; /* Scratch, one for each track. */
    struct fy_place *begins;
    struct fy_place *ends;
};

static enum fy_status limits_ask(
    struct fy_follower *follower, struct limits *limits, struct fy_err *err)
{
    size_t count = (size_t)follower->track_count;
    enum fy_status status;

    limits->places = fy_arena_alloc(&follower->arena, count * sizeof(struct fy_place));
    limits->begins = fy_arena_alloc(&follower->arena, count * sizeof(struct fy_place));
    limits->ends = fy_arena_alloc(&follower->arena, count * sizeof(struct fy_place));
    if (limits->places == NULL || limits->begins == NULL || limits->ends == NULL)
        return fy_fail(err, FY_FATAL, "could not follow %zu partitions: no memory", count);
    for (size_t i = 0; i < count; i++) {
        limits->begins[i] = follower->tracks[i].place;
        limits->ends[i] = follower->tracks[i].place;
    }
    status = fy_source_begins(follower->source, limits->begins, (int)count, err);
    if (status == FY_OK)
        status = fy_source_ends(follower->source, limits->ends, (int)count, err);
    return status;
}

/*
 * Does the log still have what comes next? What it dropped meanwhile, deletions among it, no later
 * record repeats: then all rows are dropped and all partitions read from their beginnings.
 */
static enum fy_status positions_check(
    struct fy_follower *follower, const struct limits *limits, bool *ret_wiped, struct fy_err *err)
{
    *ret_wiped = false;
    for (int i = 0; i < follower->track_count; i++) {
        const struct track *track = &follower->tracks[i];
        int64_t begin = limits->begins[i].offset;
        int64_t end = limits->ends[i].offset;

        if (track->written < 0 || (track->written >= begin && track->written <= end))
            continue;
        fy_log(FY_LOG_WARN,
            "%s: partition %d of \"%s\" is now %" PRId64 " to %" PRId64 ", our rows end at %" PRId64
            ": dropping all rows and reading everything again",
            follower->config.name, (int)track->place.partition, fy_topics[track->place.topic].name,
            begin, end, track->written);
        *ret_wiped = true;
        return wipe(follower, err);
    }
    return FY_OK;
}

static void positions_begin(struct fy_follower *follower, const struct limits *limits)
{
    for (int i = 0; i < follower->track_count; i++) {
        struct track *track = &follower->tracks[i];

        track->place.offset = track->written >= 0 ? track->written : limits->begins[i].offset;
        limits->places[i] = track->place;
    }
    follower->moved = false;
}

static void begin_log(const struct fy_follower *follower)
{
    fy_log(FY_LOG_INFO, "%s: following %d partitions, %" PRId64 " offsets behind",
        follower->config.name, follower->track_count, fy_follower_behind(follower));
}

enum fy_status fy_follower_begin(struct fy_follower *follower, struct fy_err *err)
{
    struct limits limits;
    enum fy_status status;
    bool wiped;

    status = wipe_finish(follower, err);
    if (status == FY_OK)
        status = made_for_check(follower, err);
    if (status == FY_OK)
        status = tracks_find(follower, err);
    if (status != FY_OK)
        return status;

    status = limits_ask(follower, &limits, err);
    if (status == FY_OK)
        status = positions_check(follower, &limits, &wiped, err);
    if (status == FY_OK) {
        positions_begin(follower, &limits);
        status = fy_source_assign(follower->source, limits.places, follower->track_count, err);
    }
    if (status != FY_OK) {
        free(follower->tracks);
        follower->tracks = NULL;
        follower->track_count = 0;
        return status;
    }
    for (int i = 0; i < follower->track_count; i++)
        follower->tracks[i].target = limits.ends[i].offset;
    begin_log(follower);
    return FY_OK;
}

enum fy_status fy_follower_begin_again(struct fy_follower *follower, struct fy_err *err)
{
    struct limits limits;
    enum fy_status status;
    bool wiped = false;

    assert(follower->applied == 0);
    fy_arena_clear(&follower->arena);
    status = limits_ask(follower, &limits, err);
    if (status == FY_OK)
        status = positions_check(follower, &limits, &wiped, err);
    if (status != FY_OK)
        return status;
    positions_begin(follower, &limits);
    return fy_source_seek(follower->source, limits.places, follower->track_count, err);
}
