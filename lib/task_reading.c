#include "lib/task_reading.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum fy_status reading_init(struct reading *reading,
    struct fy_source *source,
    const struct fy_place *places,
    int count,
    struct fy_err *err)
{
    assert(count > 0);
    *reading = (struct reading){.source = source, .count = count};
    reading->places = calloc((size_t)count, sizeof(*places));
    reading->ends = calloc((size_t)count, sizeof(*places));
    if (reading->places == NULL || reading->ends == NULL) {
        reading_done(reading);
        return fy_fail(err, FY_FATAL, "no memory to read %d partitions", count);
    }
    memcpy(reading->places, places, (size_t)count * sizeof(*places));
    for (int i = 0; i < count; i++)
        reading->ends[i].offset = INT64_MAX; /* Nobody has asked to end earlier. */
    return FY_OK;
}

void reading_done(struct reading *reading)
{
    struct fy_err ignored; /* What is still read of them is not looked at. */
    enum fy_status status = FY_OK;

    if (reading->begun)
        status = fy_source_unassign(reading->source, reading->places, reading->count, &ignored);
    (void)status;
    free(reading->places);
    free(reading->ends);
    *reading = (struct reading){0};
}

void reading_end_at(struct reading *reading, int place, int64_t offset)
{
    assert(!reading->begun && place < reading->count);
    reading->ends[place].offset = offset;
}

/* An end that was asked for stays, unless the log ends before it. */
static enum fy_status ends_ask(struct reading *reading, struct fy_err *err)
{
    struct fy_place *ends = calloc((size_t)reading->count, sizeof(*ends));
    enum fy_status status;

    if (ends == NULL)
        return fy_fail(err, FY_FATAL, "no memory to read %d partitions", reading->count);
    memcpy(ends, reading->places, (size_t)reading->count * sizeof(*ends));
    status = fy_source_ends(reading->source, ends, reading->count, err);
    for (int i = 0; i < reading->count && status == FY_OK; i++) {
        int64_t asked = reading->ends[i].offset;

        reading->ends[i] = ends[i];
        if (!reading->begun && asked < ends[i].offset)
            reading->ends[i].offset = asked;
    }
    free(ends);
    return status;
}

static void left_count(struct reading *reading)
{
    reading->left = 0;
    for (int i = 0; i < reading->count; i++) {
        if (reading->places[i].offset < reading->ends[i].offset)
            reading->left += reading->ends[i].offset - reading->places[i].offset;
    }
}

static enum fy_status begin(struct reading *reading, struct fy_err *err)
{
    struct fy_place *begins = calloc((size_t)reading->count, sizeof(*begins));
    enum fy_status status = FY_OK;

    if (begins == NULL)
        return fy_fail(err, FY_FATAL, "no memory to read %d partitions", reading->count);
    memcpy(begins, reading->places, (size_t)reading->count * sizeof(*begins));
    status = fy_source_begins(reading->source, begins, reading->count, err);
    for (int i = 0; i < reading->count && status == FY_OK; i++) {
        struct fy_place *place = &reading->places[i];

        if (place->offset < 0)
            place->offset = begins[i].offset;
        if (place->offset < begins[i].offset) {
            status = fy_fail(err, FY_FATAL,
                "\"%s\" partition %d begins at offset %" PRId64 ", and %" PRId64
                " is asked for: what was before is gone",
                fy_topics[place->topic].name, (int)place->partition, begins[i].offset,
                place->offset);
        }
    }
    free(begins);
    if (status == FY_OK)
        status = ends_ask(reading, err);
    if (status == FY_OK)
        status = fy_source_assign(reading->source, reading->places, reading->count, err);
    if (status != FY_OK)
        return status;
    reading->begun = true;
    left_count(reading);
    reading->total = reading->left;
    return FY_OK;
}

enum fy_status reading_go_on(struct reading *reading, struct fy_err *err)
{
    enum fy_status status;

    assert(reading->begun);
    status = ends_ask(reading, err);
    if (status == FY_OK)
        left_count(reading);
    return status;
}

enum fy_status reading_step(struct reading *reading,
    int wait_ms,
    struct fy_batch *ret_batch,
    bool *ret_done,
    struct fy_err *err)
{
    enum fy_status status = reading->begun ? FY_OK : begin(reading, err);

    *ret_done = false;
    *ret_batch = (struct fy_batch){0};
    if (status == FY_OK && reading->left > 0)
        status = fy_source_poll(reading->source, wait_ms, FY_BATCH_RECORDS_MAX, ret_batch, err);
    if (status != FY_OK)
        return status;
    status = fy_source_positions(reading->source, reading->places, reading->count, err);
    /* Records that were polled come only once: how far they reach is asked behind the next ones. */
    if (status == FY_ABORT && ret_batch->count > 0)
        return FY_OK;
    if (status != FY_OK)
        return status;
    left_count(reading);
    *ret_done = reading->left == 0;
    return FY_OK;
}
