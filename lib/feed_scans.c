#include "lib/feed_scans.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { SCAN_ARENA_BYTES = 64 * 1024 }; /* To decode one record. */

struct told {
    struct fy_scan_total scan;
    bool is_told;
    bool is_scan;
    bool undone;
};

struct reading {
    struct told *told; /* FY_FEED_SCANS_MAX */
    struct fy_scans *scans;
    struct fy_arena arena;
    struct fy_err *err;
    enum fy_status status;
};

static void take_scan(struct told *told, const struct item_scanned *scanned)
{
    size_t size = scanned->sku.size;

    told->is_scan = size > 0 && size < sizeof(told->scan.sku);
    if (!told->is_scan)
        return;
    memcpy(told->scan.sku, scanned->sku.data, size);
    told->scan.units = scanned->units;
}

static bool visit(int64_t n, struct fy_slice value, void *context)
{
    struct reading *reading = context;
    struct feed feed;

    if (n >= FY_FEED_SCANS_MAX)
        return false;
    fy_arena_clear(&reading->arena);
    if (feed_decode(value, &reading->arena, &feed, reading->err) != FY_OK) {
        reading->err->status = reading->status = FY_FATAL; /* It could be read when it was put. */
        return false;
    }
    reading->scans->numbers = n + 1;
    reading->told[n].is_told = true;
    if (feed.item_scanned != NULL)
        take_scan(&reading->told[n], feed.item_scanned);
    if (feed.scan_taken_back != NULL && feed.scan_taken_back->undone_n >= 0 &&
        feed.scan_taken_back->undone_n < FY_FEED_SCANS_MAX)
        reading->told[feed.scan_taken_back->undone_n].undone = true;
    return true;
}

static int compare(const void *one, const void *two)
{
    return strcmp(
        ((const struct fy_scan_total *)one)->sku, ((const struct fy_scan_total *)two)->sku);
}

/* Those that count, then sorted, then the same SKUs added up in place. */
static void add_up(struct fy_scans *scans, const struct told *told)
{
    struct fy_scan_total *totals = scans->totals;
    size_t kept = 0;

    scans->missing = -1;
    for (int64_t n = scans->numbers; n > 0; n--) {
        const struct told *one = &told[n - 1];

        if (!one->is_told)
            scans->missing = n - 1;
        if (one->is_scan && !one->undone)
            totals[scans->scan_count++] = one->scan;
    }
    qsort(totals, (size_t)scans->scan_count, sizeof(*totals), compare);
    for (int64_t i = 0; i < scans->scan_count; i++) {
        if (kept > 0 && strcmp(totals[kept - 1].sku, totals[i].sku) == 0)
            totals[kept - 1].units += totals[i].units;
        else
            totals[kept++] = totals[i];
    }
    scans->total_count = kept;
}

enum fy_status fy_scans_read(struct fy_store *store,
    uint32_t space,
    struct fy_slice session,
    struct fy_scans *ret_scans,
    struct fy_err *err)
{
    struct reading reading = {.scans = ret_scans, .err = err, .status = FY_OK};
    enum fy_status status;

    *ret_scans = (struct fy_scans){.missing = -1};
    reading.told = calloc(FY_FEED_SCANS_MAX, sizeof(*reading.told));
    if (reading.told == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the scans of a session");
    fy_arena_init(&reading.arena, SCAN_ARENA_BYTES);
    status = fy_feed_scan(store, space, FY_FEED_SCAN, session, 0, visit, &reading, err);
    if (status == FY_OK)
        status = reading.status;
    fy_arena_done(&reading.arena);
    if (status == FY_OK) {
        ret_scans->totals = calloc((size_t)ret_scans->numbers + 1, sizeof(*ret_scans->totals));
        if (ret_scans->totals == NULL)
            status = fy_fail(err, FY_FATAL, "no memory for the scans of a session");
        else
            add_up(ret_scans, reading.told);
    }
    free(reading.told);
    return status;
}

void fy_scans_free(struct fy_scans *scans)
{
    free(scans->totals);
    scans->totals = NULL;
}
