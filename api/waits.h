/*
 * waits.h - reads that wait until a view includes what their caller has written.
 *
 * Shape:   a read with Fy-After whose row is not there yet is parked under (view, key, place). A
 * record that changes a row touches those who wait for it; once the rows are visible, settle asks
 * for each touched one whether its place is included now and wakes it. So a record costs one
 *          look-up, however many wait, and a wait costs nothing until its key changes.
 * Limits:  a fixed number of waits, made at start. Parking one more is refused.
 * Order:   a wait ends once: by wake, or by forget (its client has gone, or its time is up).
 * Memory:  all of it is allocated by new. A key is copied.
 * Threads: the reactor's.
 */
#ifndef API_WAITS_H
#define API_WAITS_H

#include "api/views.h"

struct waits;
struct wait; /* One who waits. Valid until it is woken or forgotten. */

struct waits_config {
    int count_max; /* 1 .. 65536. */

    /* Is `place` in the row now? Asked for touched waits only. */
    bool (*included)(
        void *context, enum api_view view, struct fy_slice key, const struct fy_place *place);

    /* `who` no longer waits: answer them. Their wait is gone already; they may park again. */
    void (*wake)(void *context, void *who);
    void *context;
};

/* NULL when there is no memory. */
struct waits *waits_new(const struct waits_config *config);
void waits_free(struct waits *waits);

/* NULL when count_max wait already. A key is at most VIEW_KEY_BYTES_MAX bytes. */
struct wait *waits_park(struct waits *waits,
    enum api_view view,
    struct fy_slice key,
    const struct fy_place *place,
    void *who);
void waits_forget(struct waits *waits, struct wait *wait);

void *waits_who(const struct wait *wait);

/* The row of `key` will have changed by the next settle. */
void waits_touch(struct waits *waits, enum api_view view, struct fy_slice key);

/* Rows are visible. Returns how many were woken. */
int waits_settle(struct waits *waits);

int waits_count(const struct waits *waits);

#endif
