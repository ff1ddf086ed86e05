#include "lib/follower_inside.h"
#include "lib/metrics.h"
#include "lib/mono.h"

#include <time.h>

enum { LOOK_EVERY_MS = 1000 };

static struct fy_metric lag = FY_GAUGE("fy_follower_lag_records", "Offsets that are not read yet.");
static struct fy_metric lag_ms =
    FY_GAUGE("fy_follower_lag_milliseconds", "Age of what was read last, where more is waiting.");
static struct fy_metric rows = FY_GAUGE("fy_follower_rows", "Rows on the disk, about.");

void fy_follower_lag_metrics(void)
{
    fy_metric_register(&lag);
    fy_metric_register(&lag_ms);
    fy_metric_register(&rows);
}

static int64_t wall_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void fy_follower_lag_look(struct fy_follower *follower)
{
    int64_t now_ms = fy_mono_ms(), behind = 0;

    if (follower->lag_ms != 0 && now_ms - follower->lag_ms < LOOK_EVERY_MS)
        return;
    follower->lag_ms = now_ms;
    for (int i = 0; i < follower->track_count; i++) {
        struct fy_place end = follower->tracks[i].place;

        fy_source_heard_ends(follower->source, &end, 1);
        /* Behind the last record there may be a transaction's marker. */
        if (end.offset > follower->tracks[i].place.offset + 1)
            behind += end.offset - follower->tracks[i].place.offset;
    }
    fy_metric_set(&lag, behind);
    fy_metric_set(
        &lag_ms, behind > 0 && follower->newest_ms > 0 ? wall_ms() - follower->newest_ms : 0);
    fy_metric_set(&rows, fy_store_rows_about(follower->store));
}
