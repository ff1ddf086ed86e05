#include "lib/follower_truth.h"

#include "lib/mono.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    WAIT_MS = 100,
    SILENCE_MS_MAX = 30 * 1000, /* Without a record, and without having come to the end. */
};

/* --- Where a disk stands --------------------------------------------------------------------- */

struct standing {
    struct follower_stand *stand;
    bool no_memory;
};

/* "stock-levels/3" -> "17": as follower_begin.c puts them. */
static bool place_read(struct fy_slice key, struct fy_slice value, struct fy_place *ret_place)
{
    char text[32] = {0};
    const uint8_t *slash = memchr(key.data, '/', key.size);

    if (slash == NULL || key.data + key.size - slash > 8 || value.size >= sizeof(text))
        return false;
    ret_place->topic = fy_topic_find((struct fy_slice){key.data, (size_t)(slash - key.data)});
    memcpy(text, slash + 1, (size_t)(key.data + key.size - slash - 1));
    ret_place->partition = (int32_t)strtol(text, NULL, 10);
    memset(text, 0, sizeof(text));
    memcpy(text, value.data, value.size);
    ret_place->offset = strtoll(text, NULL, 10);
    return ret_place->topic != FY_TOPIC_COUNT;
}

static bool stand_take(struct fy_slice key, struct fy_slice value, void *context)
{
    struct standing *standing = context;
    struct follower_stand *stand = standing->stand;
    struct fy_place place, *places;

    if (fy_slice_equal(key, fy_slice_of("made-for"))) {
        size_t size =
            value.size < sizeof(stand->made_for) ? value.size : sizeof(stand->made_for) - 1;

        memcpy(stand->made_for, value.data, size);
    }
    stand->wiping |= fy_slice_equal(key, fy_slice_of("wiping"));
    if (!place_read(key, value, &place))
        return true;
    places = realloc(stand->places, sizeof(*places) * (size_t)(stand->count + 1));
    standing->no_memory = places == NULL;
    if (places == NULL)
        return false;
    places[stand->count++] = place;
    stand->places = places;
    return true;
}

enum fy_status follower_stand_read(
    struct fy_store *store, struct follower_stand *ret_stand, struct fy_err *err)
{
    struct standing standing = {.stand = ret_stand};
    enum fy_status status;

    *ret_stand = (struct follower_stand){0};
    status = fy_store_scan(store, 0, (struct fy_slice){0}, stand_take, &standing, err);
    if (status == FY_OK && standing.no_memory)
        return fy_fail(err, FY_FATAL, "no memory for the positions of a follower");
    return status;
}

/* --- Digests --------------------------------------------------------------------------------- */

struct adding {
    uint32_t space;
    follower_row *row;
    struct rows_digest *digest;
};

static bool add_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct adding *adding = context;
    struct fy_slice parts[FOLLOWER_PARTS_MAX] = {key, value};
    int count = adding->row != NULL ? adding->row(adding->space, key, value, parts) : 2;

    assert(count >= 0 && count <= FOLLOWER_PARTS_MAX);
    if (count > 0)
        rows_digest_row(adding->digest, parts, count);
    return true;
}

enum fy_status follower_digest(struct fy_store *store,
    uint32_t space_last,
    follower_row *row,
    struct rows_digest ret_digests[FOLLOWER_SPACES_MAX],
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    assert(space_last < FOLLOWER_SPACES_MAX);
    for (uint32_t space = 1; space <= space_last && status == FY_OK; space++) {
        struct adding adding = {space, row, &ret_digests[space]};

        ret_digests[space] = (struct rows_digest){0};
        status = fy_store_scan(store, space, (struct fy_slice){0}, add_row, &adding, err);
    }
    return status;
}

/* --- Made anew ------------------------------------------------------------------------------- */

/* The program's own apply, up to where the disk stands and no further. */
struct until {
    const struct fy_follower_config *inner;
    const struct follower_stand *stand;
    int64_t records;
};

static const struct fy_place *stop_of(
    const struct follower_stand *stand, enum fy_topic topic, int32_t partition)
{
    for (int i = 0; i < stand->count; i++) {
        if (stand->places[i].topic == topic && stand->places[i].partition == partition)
            return &stand->places[i];
    }
    return NULL;
}

static enum fy_status until_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct until *until = context;
    const struct fy_place *stop = stop_of(until->stand, record->topic, record->partition);

    if (stop == NULL || record->offset >= stop->offset)
        return FY_OK;
    until->records++;
    return until->inner->apply(until->inner->context, record, rows, arena, err);
}

static enum fy_status until_settle(
    void *context, struct fy_store_batch *rows, struct fy_arena *arena, struct fy_err *err)
{
    struct until *until = context;

    return until->inner->settle(until->inner->context, rows, arena, err);
}

static int64_t left_to(const struct fy_follower *follower, const struct follower_stand *stand)
{
    int64_t left = 0;

    for (int i = 0; i < stand->count; i++) {
        const struct fy_place *stop = &stand->places[i];
        int64_t at = fy_follower_position(follower, stop->topic, stop->partition);

        left += at < stop->offset ? stop->offset - (at > 0 ? at : 0) : 0;
    }
    return left;
}

static enum fy_status follow(struct fy_follower *follower,
    const struct follower_stand *stand,
    void (*progress)(void *context, int64_t left),
    void *progress_context,
    struct fy_err *err)
{
    int64_t left = INT64_MAX, moved_ms = fy_mono_ms();
    enum fy_status status = FY_OK;

    while (status == FY_OK && (left > 0 || !fy_follower_ready(follower))) {
        int64_t before = left;

        status = fy_follower_run_slice(follower, WAIT_MS, err);
        left = left_to(follower, stand);
        if (left != before)
            moved_ms = fy_mono_ms();
        if (progress != NULL)
            progress(progress_context, left);
        if (status == FY_OK && left > 0 && fy_mono_ms() - moved_ms > SILENCE_MS_MAX)
            return fy_fail(
                err, FY_ABORT, "no broker has given anything for %d s", SILENCE_MS_MAX / 1000);
    }
    return status;
}

enum fy_status follower_rebuild(const struct fy_follower_config *config,
    struct fy_source *source,
    struct fy_store *scratch,
    const struct follower_stand *stand,
    void (*progress)(void *context, int64_t left),
    void *progress_context,
    int64_t *ret_records,
    struct fy_err *err)
{
    struct until until = {.inner = config, .stand = stand};
    struct fy_follower_config mine = *config;
    struct fy_follower *follower = NULL;
    enum fy_status status;

    mine.apply = until_apply;
    mine.settle = config->settle != NULL ? until_settle : NULL;
    mine.applied = NULL;
    mine.wiped = NULL;
    mine.context = &until;
    status = fy_follower_new(&mine, source, scratch, NULL, &follower, err);
    if (status == FY_OK)
        status = follow(follower, stand, progress, progress_context, err);
    fy_follower_free(follower);
    *ret_records = until.records;
    return status;
}
