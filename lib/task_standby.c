#include "lib/task_standby.h"

#include "lib/log.h"
#include "lib/task_core.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

enum {
    LOOK_MS = 1000,               /* For partitions to follow, and for their ends. */
    RECORDS_MAX = 2000,           /* Of one step: a worker that wants a space waits for it. */
    REST_TIMES = 3,               /* As long as the step took: a quarter of a processor at most. */
    NUMBER_EVERY_MS = 10 * 60000, /* An idle partition's number is only kept young. */
    AWAY_MS = 200,
};

struct followed {
    bool held;
    bool warm;        /* At the end, when it was looked at last. */
    int64_t number;   /* All before it is in the store; as it was written there last. */
    int64_t young_ms; /* When it was at the end last, or began with nothing: what was there then. */
    int64_t wrote_ms; /* The same, as it was written with the number. */
    int64_t turn_next; /* Behind the newest position row of the batch; 0: none. */
};

struct fy_standby {
    struct fy_standby_io io;
    struct fy_worker *worker; /* No member: a batch, scratch memory and a reader of changelogs. */
    int partitions;           /* 0: not asked yet. */
    int64_t looked_ms;
    struct followed followed[FY_PARTITIONS_MAX];
    struct fy_place places[FY_PARTITIONS_MAX];
    int64_t shown;
};

static int64_t now_ms(const struct fy_standby *standby)
{
    return standby->io.clock->now_ms(standby->io.clock);
}

static struct fy_place place_of(const struct fy_standby *standby, int32_t partition, int64_t offset)
{
    return (struct fy_place){standby->worker->processor->changelog, partition, offset};
}

/* Places of all that is followed. */
static int places_held(struct fy_standby *standby)
{
    int count = 0;

    for (int32_t p = 0; p < standby->partitions; p++) {
        if (standby->followed[p].held)
            standby->places[count++] = place_of(standby, p, -1);
    }
    return count;
}

/* --- Coming and going ------------------------------------------------------------------------ */

static void leave(struct fy_standby *standby, int32_t partition)
{
    struct fy_place place = place_of(standby, partition, -1);
    struct fy_err ignored; /* It is not looked at any more. */

    assert(standby->followed[partition].held);
    if (fy_source_unassign(standby->worker->io.restore, &place, 1, &ignored) != FY_OK)
        fy_log(FY_LOG_DEBUG, "still reads a changelog: %s", ignored.text);
    standby->followed[partition] = (struct followed){0};
    fy_spaces_give(standby->io.spaces, partition, standby);
}

static void leave_wanted(struct fy_standby *standby)
{
    for (int32_t p = 0; p < standby->partitions; p++) {
        if (standby->followed[p].held && fy_spaces_wanted(standby->io.spaces, p, standby))
            leave(standby, p);
    }
}

/* Where to begin is what restoring would choose: the store's number, or nothing at all. */
static enum fy_status begin_one(
    struct fy_standby *standby, int32_t partition, int64_t begin, int64_t end, struct fy_err *err)
{
    struct followed *followed = &standby->followed[partition];
    struct fy_place place = place_of(standby, partition, begin);
    enum fy_status status = restore_choose(standby->worker, (uint32_t)partition, begin, end,
        &followed->number, &followed->young_ms, err);

    if (status != FY_OK)
        return status;
    place.offset = followed->number;
    return fy_source_assign(standby->worker->io.restore, &place, 1, err);
}

static enum fy_status begin_all(struct fy_standby *standby, const bool *fresh, struct fy_err *err)
{
    int64_t begins[FY_PARTITIONS_MAX];
    int count = 0;
    enum fy_status status;

    for (int32_t p = 0; p < standby->partitions; p++) {
        if (fresh[p])
            standby->places[count++] = place_of(standby, p, -1);
    }
    if (count == 0)
        return FY_OK;
    status = fy_source_begins(standby->worker->io.restore, standby->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++)
        begins[standby->places[i].partition] = standby->places[i].offset;
    if (status == FY_OK)
        status = fy_source_ends(standby->worker->io.restore, standby->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++) {
        int32_t p = standby->places[i].partition;

        status = begin_one(standby, p, begins[p], standby->places[i].offset, err);
    }
    return status;
}

static enum fy_status take_idle(struct fy_standby *standby, struct fy_err *err)
{
    bool fresh[FY_PARTITIONS_MAX] = {false};
    enum fy_status status = FY_OK;

    for (int32_t p = 0; p < standby->partitions; p++) {
        fresh[p] =
            !standby->followed[p].held && fy_spaces_take_idle(standby->io.spaces, p, standby);
        standby->followed[p].held |= fresh[p];
    }
    status = begin_all(standby, fresh, err);
    for (int32_t p = 0; p < standby->partitions && status != FY_OK; p++) {
        if (fresh[p]) /* Some may be read already: all begin again together. */
            leave(standby, p);
    }
    return status;
}

/* --- At the end, or too far behind it --------------------------------------------------------- */

/*
 * A log that is read from its beginning still shows what its cleaner had not dealt with when the
 * reading began, and whose tombstones therefore stay for a whole delete.retention.ms from then on:
 * so the number is as young as that, however old the records are.
 */
static void number_put(struct fy_standby *standby, int32_t partition, int64_t next)
{
    struct followed *followed = &standby->followed[partition];

    restore_number_write(standby->worker, (uint32_t)partition, next, followed->young_ms);
    followed->number = next;
    followed->wrote_ms = followed->young_ms;
}

/*
 * At `end` as of `asked_ms`: all that was deleted before is known. Unless it took so long to come
 * here that deletions may be gone: a process may sleep for a day within one poll, and be at the end
 * when it wakes up.
 */
static void look_at(
    struct fy_standby *standby, int32_t partition, int64_t at, int64_t end, int64_t asked_ms)
{
    struct followed *followed = &standby->followed[partition];

    followed->warm = at >= end;
    if (asked_ms - followed->young_ms > STORE_AGE_MS_MAX) {
        fy_log(FY_LOG_WARN,
            "the standby of partition %d was not at the end of its changelog for %d h: what was "
            "deleted meanwhile may be gone, so it begins again",
            (int)partition, STORE_AGE_MS_MAX / 3600000);
        leave(standby, partition); /* Taken again, it is found too old, and wiped. */
        return;
    }
    if (!followed->warm)
        return;
    followed->young_ms = asked_ms;
    if (at > followed->number || asked_ms - followed->wrote_ms > NUMBER_EVERY_MS)
        number_put(standby, partition, at);
}

static enum fy_status look(struct fy_standby *standby, struct fy_err *err)
{
    struct fy_place ends[FY_PARTITIONS_MAX];
    int64_t asked_ms = now_ms(standby);
    int count = places_held(standby);
    enum fy_status status;

    if (count == 0)
        return FY_OK;
    for (int i = 0; i < count; i++)
        ends[i] = standby->places[i];
    status = fy_source_ends(standby->worker->io.restore, ends, count, err);
    if (status == FY_OK)
        status = fy_source_positions(standby->worker->io.restore, standby->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++)
        look_at(standby, ends[i].partition, standby->places[i].offset, ends[i].offset, asked_ms);
    if (status == FY_OK)
        status = fy_store_batch_write(standby->worker->batch, err);
    return status;
}

/* --- Following -------------------------------------------------------------------------------- */

static enum fy_status take_records(
    struct fy_standby *standby, const struct fy_batch *batch, struct fy_err *err)
{
    struct fy_worker *worker = standby->worker;
    enum fy_status status = FY_OK;

    for (int i = 0; i < batch->count && status == FY_OK; i++) {
        const struct fy_record *record = &batch->records[i];
        struct followed *followed = &standby->followed[record->partition];

        if (!followed->held)
            continue;
        status = restore_row_put(worker, (uint32_t)record->partition, record, err);
        if (restore_is_position(record))
            followed->turn_next = record->offset + 1;
    }
    for (int32_t p = 0; p < standby->partitions && status == FY_OK; p++) {
        struct followed *followed = &standby->followed[p];

        if (followed->held && followed->turn_next > followed->number)
            number_put(standby, p, followed->turn_next);
        followed->turn_next = 0;
    }
    if (status == FY_OK)
        status = fy_store_batch_write(worker->batch, err);
    fy_arena_clear(&worker->arena);
    fy_metric_add(&task_standby_records, batch->count);
    return status;
}

static enum fy_status follow(struct fy_standby *standby, int wait_ms, struct fy_err *err)
{
    struct fy_batch batch = {0};
    int64_t (*mono_us)(void) = standby->io.mono_us;
    enum fy_status status =
        fy_source_poll(standby->worker->io.restore, wait_ms, RECORDS_MAX, &batch, err);

    if (status == FY_OK && batch.count > 0) {
        int64_t began_us = mono_us != NULL ? mono_us() : 0;

        status = take_records(standby, &batch, err);
        if (mono_us != NULL)
            standby->io.clock->wait_ms(
                standby->io.clock, (int)((mono_us() - began_us) * REST_TIMES / 1000));
    }
    return status;
}

/* What a failed step may have left: nothing is held, so that all is looked at anew. */
static void leave_all(struct fy_standby *standby)
{
    for (int32_t p = 0; p < standby->partitions; p++) {
        if (standby->followed[p].held)
            leave(standby, p);
    }
}

static enum fy_status step(struct fy_standby *standby, int wait_ms, struct fy_err *err)
{
    struct fy_worker *worker = standby->worker;
    bool look_now = now_ms(standby) - standby->looked_ms >= LOOK_MS;
    enum fy_status status = FY_OK;

    leave_wanted(standby);
    if (look_now) {
        standby->looked_ms = now_ms(standby);
        if (worker->io.restore == NULL)
            status = standby->io.source_new(standby->io.source_context, &worker->io.restore, err);
        if (status == FY_OK && standby->partitions == 0)
            status = fy_source_partitions(
                worker->io.restore, worker->processor->changelog, &standby->partitions, err);
        if (status == FY_OK)
            status = take_idle(standby, err);
        if (status == FY_OK)
            status = look(standby, err);
    }
    if (status != FY_OK)
        return status;
    if (places_held(standby) > 0)
        return follow(standby, wait_ms, err);
    standby->io.clock->wait_ms(standby->io.clock, wait_ms);
    return FY_OK;
}

enum fy_status fy_standby_run_once(struct fy_standby *standby, int wait_ms, struct fy_err *err)
{
    enum fy_status status = step(standby, wait_ms, err);
    int warm;

    if (status == FY_ABORT) {
        fy_log(FY_LOG_DEBUG, "the standby asks again: %s", err->text);
        leave_all(standby);
        standby->io.clock->wait_ms(standby->io.clock, AWAY_MS);
        status = FY_OK;
    }
    worker_gauge(&task_standby_partitions, &standby->shown, fy_standby_count(standby, &warm));
    return status;
}

int fy_standby_count(const struct fy_standby *standby, int *ret_warm)
{
    int count = 0;

    *ret_warm = 0;
    for (int32_t p = 0; p < standby->partitions; p++) {
        count += standby->followed[p].held;
        *ret_warm += standby->followed[p].warm;
    }
    return count;
}

/* --- From beginning to end -------------------------------------------------------------------- */

enum fy_status fy_standby_new(const struct fy_processor *processor,
    const struct fy_standby_io *io,
    struct fy_standby **ret_standby,
    struct fy_err *err)
{
    const struct fy_worker_io own = {.store = io->store, .clock = io->clock};
    struct fy_standby *standby = calloc(1, sizeof(*standby));
    enum fy_status status;

    if (standby == NULL)
        return fy_fail(err, FY_FATAL, "no memory for a standby");
    standby->io = *io;
    status = fy_worker_new(processor, &own, &standby->worker, err);
    if (status != FY_OK) {
        free(standby);
        return status;
    }
    standby->looked_ms = now_ms(standby) - LOOK_MS;
    *ret_standby = standby;
    return FY_OK;
}

void fy_standby_free(struct fy_standby *standby)
{
    if (standby == NULL)
        return;
    fy_worker_free(standby->worker);
    for (int32_t p = 0; p < standby->partitions; p++)
        fy_spaces_give(standby->io.spaces, p, standby);
    free(standby);
}
