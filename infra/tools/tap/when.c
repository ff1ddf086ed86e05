/* when.c - times as people write them, and where in a partition they are. */
#include "infra/tools/tap/tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    POLL_MS = 200,
    QUIET_MAX = 50, /* 10 s without a word from the broker is enough. */
    NEAR = 100000,  /* Records that are read as fast as two more looks are taken. */
};

int64_t tap_now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool ago(const char *text, int64_t now_ms, int64_t *ret_ms)
{
    static const struct {
        char unit;
        int64_t ms;
    } units[] = {{'s', 1000}, {'m', 60000}, {'h', 3600000}, {'d', 86400000}};
    char *end;
    long number = strtol(text + 1, &end, 10);

    if (end == text + 1 || number < 0 || number > 100000000 || strlen(end) != 1)
        return false;
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (units[i].unit == *end) {
            *ret_ms = now_ms - number * units[i].ms;
            return true;
        }
    }
    return false;
}

bool tap_time(const char *text, int64_t now_ms, int64_t *ret_ms)
{
    static const char *const forms[] = {"%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d"};

    if (text[0] == '-')
        return ago(text, now_ms, ret_ms);
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        struct tm parts = {0};
        const char *rest = strptime(text, forms[i], &parts);

        if (rest != NULL && (*rest == '\0' || strcmp(rest, "Z") == 0)) {
            *ret_ms = (int64_t)timegm(&parts) * 1000;
            return *ret_ms >= 0;
        }
    }
    return false;
}

struct fy_slice tap_time_text(int64_t ms, struct fy_arena *arena)
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm parts = {0};
    char text[40];

    if (gmtime_r(&seconds, &parts) == NULL ||
        strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S", &parts) == 0)
        return fy_slice_of("?");
    return fy_arena_format(arena, "%s.%03dZ", text, (int)(ms % 1000));
}

/* The first record at or behind `place`; false when there is none before `end`. */
static enum fy_status first_behind(struct fy_source *source,
    const struct fy_place *place,
    int64_t end,
    bool *ret_found,
    struct fy_record *ret_record,
    struct fy_err *err)
{
    for (int quiet = 0; quiet < QUIET_MAX; quiet++) {
        struct fy_place here = *place;
        struct fy_batch batch;
        enum fy_status status = fy_source_poll(source, POLL_MS, 1, &batch, err);

        if (status == FY_FATAL)
            return status;
        if (status == FY_OK && batch.count > 0) {
            *ret_found = true;
            *ret_record = batch.records[0];
            return FY_OK;
        }
        status = fy_source_positions(source, &here, 1, err);
        if (status != FY_OK)
            return status;
        if (here.offset >= end) {
            *ret_found = false;
            return FY_OK;
        }
    }
    return fy_fail(
        err, FY_FATAL, "no record and no end of partition %d within 10 s", (int)place->partition);
}

/* Append times only grow within a partition, so halving finds it. */
static enum fy_status halve(struct fy_source *source,
    struct fy_place place,
    int64_t end,
    int64_t ms,
    int64_t *ret_offset,
    struct fy_err *err)
{
    int64_t low = place.offset;
    int64_t high = end;

    while (high - low > NEAR) {
        struct fy_record record = {0};
        enum fy_status status;
        bool found = false;

        place.offset = low + (high - low) / 2;
        status = fy_source_seek(source, &place, 1, err);
        if (status == FY_OK)
            status = first_behind(source, &place, end, &found, &record, err);
        if (status != FY_OK)
            return status;
        if (found && record.append_ms < ms)
            low = record.offset + 1;
        else
            high = place.offset;
    }
    *ret_offset = low;
    return FY_OK;
}

enum fy_status tap_seek_time(struct fy_source *source,
    struct fy_place begin,
    int64_t end,
    int64_t ms,
    int64_t *ret_offset,
    struct fy_err *err)
{
    enum fy_status status;

    if (end - begin.offset <= NEAR) {
        *ret_offset = begin.offset;
        return FY_OK;
    }
    status = fy_source_assign(source, &begin, 1, err);
    if (status == FY_OK)
        status = halve(source, begin, end, ms, ret_offset, err);
    if (status == FY_OK)
        status = fy_source_unassign(source, &begin, 1, err);
    return status;
}
