#include "schemas/generated/bench_event.h"
#include "schemas/generated/bench_fact.h"
#include "schemas/generated/rmw_row.h"
#include "schemas/generated/tally_row.h"
#include "test/probe/probe.h"
#include "test/random.h"

#include <stdlib.h>

enum { ROW_BYTES_MAX = 64 * 1024 };

static enum fy_status tally_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err);
static enum fy_status rmw_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err);

static const enum fy_topic inputs[] = {FY_TOPIC_BENCH_FACTS};

const struct fy_processor tally_processor = {
    .name = "tally",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_TALLY_CHANGELOG,
    .dead_letters = FY_TOPIC_TALLY_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = tally_handle,
};

const struct fy_processor rmw_processor = {
    .name = "rmw",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_RMW_CHANGELOG,
    .dead_letters = FY_TOPIC_RMW_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = rmw_handle,
};

static enum fy_status check_key(const struct fy_record *record, struct fy_err *err)
{
    if (record->key.data == NULL || record->key.size == 0 || record->key.data[0] == '@')
        return fy_fail(err, FY_REJECT, "no key, or one that begins with \"@\"");
    return FY_OK;
}

/* One more of this key. The value is not looked at. */
static enum fy_status tally_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct bench_tally tally = {0};
    struct tally_row row = {0};
    struct fy_slice bytes;
    enum fy_status status = check_key(record, err);

    if (status == FY_OK)
        status = fy_task_get(task, record->key, &bytes, err);
    if (status != FY_OK)
        return status;
    if (bytes.data != NULL) {
        status = tally_row_decode(bytes, fy_task_arena(task), &row, err);
        if (status != FY_OK || row.tally == NULL)
            return fy_fail(err, FY_FATAL, "a row cannot be read");
        tally = *row.tally;
    }
    tally.count++;
    row = (struct tally_row){.tally = &tally};
    status = tally_row_encode(&row, fy_task_arena(task), &bytes, err);
    if (status == FY_OK)
        status = fy_task_put(task, record->key, bytes, err);
    if (status != FY_OK)
        return status;
    return fy_task_emit(task, FY_TOPIC_BENCH_TALLIES, record->key, &tally, err);
}

/*
 * As many bytes as FY_PROBE_ROW_BYTES says, else 160: with the numbers a row of about 200. Each
 * key's own, and such that compressing them gains little: a disk holds what the figure says.
 */
static enum fy_status note(
    struct fy_arena *arena, struct fy_slice key, struct fy_slice *ret_note, struct fy_err *err)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const char *wanted = getenv("FY_PROBE_ROW_BYTES");
    int bytes = wanted != NULL ? atoi(wanted) : 160;
    size_t size = bytes >= 1 && bytes <= ROW_BYTES_MAX ? (size_t)bytes : 160;
    uint8_t *text = fy_arena_alloc(arena, size);
    struct random random = {0};

    if (text == NULL)
        return fy_fail(err, FY_FATAL, "no memory for a note of %zu bytes", size);
    for (size_t i = 0; i < key.size; i++)
        random.state = random.state * 31 + key.data[i];
    for (size_t i = 0; i < size; i++)
        text[i] = (uint8_t)letters[random_next(&random) % 64];
    *ret_note = (struct fy_slice){text, size};
    return FY_OK;
}

static enum fy_status level_load(
    struct fy_task *task, struct fy_slice key, struct level_row *ret_level, struct fy_err *err)
{
    struct rmw_row row;
    struct fy_slice bytes;
    enum fy_status status = fy_task_get(task, key, &bytes, err);

    *ret_level = (struct level_row){0};
    if (status == FY_OK && bytes.data == NULL)
        return note(fy_task_arena(task), key, &ret_level->note, err);
    if (status != FY_OK)
        return status;
    status = rmw_row_decode(bytes, fy_task_arena(task), &row, err);
    if (status != FY_OK || row.level == NULL)
        return fy_fail(err, FY_FATAL, "a row cannot be read");
    *ret_level = *row.level;
    return FY_OK;
}

/* All that is wanted or nothing: as stock decides. */
static bool decide(struct bench_level *level, int64_t units)
{
    bool granted = units > 0 || -units <= level->units;

    if (granted)
        level->units += units;
    else
        level->refused++;
    return granted;
}

static enum fy_status rmw_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct bench_fact fact;
    struct level_row level;
    struct bench_event event;
    struct rmw_row row = {.level = &level};
    struct fy_slice bytes;
    enum fy_status status = check_key(record, err);

    if (status == FY_OK && record->value.data == NULL)
        status = fy_fail(err, FY_REJECT, "a tombstone");
    if (status == FY_OK)
        status = bench_fact_decode(record->value, fy_task_arena(task), &fact, err);
    if (status == FY_OK)
        status = level_load(task, record->key, &level, err);
    if (status != FY_OK)
        return status;

    event = (struct bench_event){
        .envelope = fact.envelope,
        .granted = decide(&level.level, fact.units),
        .units = fact.units,
        .left_units = level.level.units,
    };
    status = rmw_row_encode(&row, fy_task_arena(task), &bytes, err);
    if (status == FY_OK)
        status = fy_task_put(task, record->key, bytes, err);
    if (status == FY_OK)
        status = fy_task_emit(task, FY_TOPIC_BENCH_EVENTS, record->key, &event, err);
    if (status != FY_OK)
        return status;
    return fy_task_emit(task, FY_TOPIC_BENCH_LEVELS, record->key, &level.level, err);
}
