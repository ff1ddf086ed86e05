/*
 * feed_scans.h - what a session of scans comes to: how many of each SKU were scanned and not
 * undone.
 *
 * Rules:   a number counts once, however often it was told. A scan that was taken back counts for
 *          nothing, whichever of the two was told first.
 * Memory:  malloc's, freed by fy_scans_free: about 1 MB for a session of 10,000.
 * Threads: the store's.
 */
#ifndef FY_FEED_SCANS_H
#define FY_FEED_SCANS_H

#include "lib/feed_rows.h"

struct fy_scan_total {
    char sku[65];
    int64_t units;
};

struct fy_scans {
    int64_t numbers;              /* Highest n and one; 0 of a session without scans. */
    int64_t missing;              /* The lowest n below `numbers` that was never told; -1: none. */
    int64_t scan_count;           /* That count. */
    struct fy_scan_total *totals; /* In SKU order; those of 0 units are left out. */
    size_t total_count;
};

/* All scans of `session`. *ret_scans is freed by the caller, after any status. */
enum fy_status fy_scans_read(struct fy_store *store,
    uint32_t space,
    struct fy_slice session,
    struct fy_scans *ret_scans,
    struct fy_err *err) FY_MUST_CHECK;
void fy_scans_free(struct fy_scans *scans);

#endif
