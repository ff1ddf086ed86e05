/*
 * repeats.h - which facts of one SKU were read before, and which scans may be undone.
 *
 * A fact of a feed or a scan session is named by (session, n): the row keeps, for the last 16
 * sessions that spoke of it within 8 days, the highest n and which of the 64 numbers up to it were
 * read. A number further back counts as read: an edge has never so many facts of one session
 * under way, so it can only be a copy. A single write is named by its event_id, and the row keeps
 * the last 64 of them.
 *
 * Shape:   has(row, fact); remember(row, event) is a part of evolve.
 * Errors:  none. Whatever stands in a row or an event, it gives a row.
 * Memory:  arrays that change are written to the caller's room, which must live as long as the row.
 * Threads: pure; any number.
 * Source:  schemas/stock_row.avsc; RFC 4303 appendix A2 for the window.
 */
#ifndef STOCK_REPEATS_H
#define STOCK_REPEATS_H

#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_row.h"
#include "schemas/generated/supply.h"

enum {
    STOCK_RECENT_IDS_MAX = 64, /* The API promises an Idempotency-Key for as many later writes. */
    STOCK_SESSIONS_MAX = 16,   /* Feeds of a day, and scanners that speak of one SKU at a time. */
    STOCK_WINDOW_BITS = 64,
    STOCK_IMAGES_MAX = 16,
};

#define STOCK_SESSION_MS INT64_C(691200000) /* 8 days: a feed is sent again within a week. */

/* Where evolve writes what was read, and pictures; must live as long as the row. Needs no initial
 * value. */
struct stock_room {
    struct fy_slice recent_ids[STOCK_RECENT_IDS_MAX];
    struct supply_session sessions[STOCK_SESSIONS_MAX];
    struct image images[STOCK_IMAGES_MAX];
};

bool repeats_has(const struct sku_row *row, const struct supply *fact);

/* `event` says which fact it came of; the second event of a fact changes nothing. */
void repeats_remember(
    struct sku_row *row, const struct stock_event *event, struct stock_room *room);

/* Why scan `n` of `session` cannot be undone, or NULL. */
const char *repeats_undo_refusal(const struct sku_row *row, struct fy_slice session, int64_t n);

#endif
