/*
 * slots.h - the places of a list that are kept for suppliers below the day's minimum of exposure.
 *
 * Pure. docs/decisions/0069-a-minimum-of-exposure.md.
 *
 * Every supplier who has something to sell shall be seen so many times a day, by those who are most
 * interested in what they have. A list has candidates that it does not show; the first of these
 * that are of suppliers below the minimum, and likely enough, change places with some that are
 * shown.
 *   how far below  a supplier should have been seen `due` times by now and an hour, which grows
 *                  over the day
 *   likely enough  a share of SLOTS_SHARE_PPM * seen / due: not much is asked for the first
 *                  impressions, and the nearer a supplier comes to what is due, the more interested
 *                  whoever is shown them must be. So whoever is most interested is found without
 *                  knowing the day's visitors beforehand. Who is below what is due by now has had
 *                  that hour: any candidate is likely enough.
 *   which place    of SLOTS_PLACE_FIRST .. SLOTS_PLACE_LAST the one where the least is lost: a
 *                  click on what goes is worth 1 / place. The only place of a supplier who is below
 *                  what is due gives way to nobody. SLOTS_EACH in a list, one a supplier.
 */
#ifndef API_SLOTS_H
#define API_SLOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SLOTS_PLACE_FIRST = 7, /* Counted from 1: seen without much scrolling, */
    SLOTS_PLACE_LAST = 12, /* and far enough from what is clicked most. */
    SLOTS_EACH = 2, /* Places of a list, at most: docs/decisions/0079 says what more would bring. */
    SLOTS_SHARE_PPM = 1000,
    SLOTS_SHOWN_MIN = 8, /* A shorter list keeps no place. */
    SLOTS_DAY_MS = 24 * 60 * 60 * 1000,
    SLOTS_AHEAD_MS = 60 * 60 * 1000, /* What is due in an hour is due now: nights are quiet. */
};

struct slots_supplier {
    int64_t seen;    /* Impressions today, of any kind. */
    int64_t due;     /* Should have been by now and an hour, */
    int64_t overdue; /* and by now. */
};

struct slots_candidate {
    int64_t share_ppm;
    int supplier; /* Of `suppliers`; below 0: nobody's. */
};

/* Of `minimum` a day, how many are due at that time of the day, UTC. */
struct slots_supplier slots_due(int64_t minimum, int64_t seen, int64_t now_ms);

/* Might such a share have the place? */
bool slots_is_open(const struct slots_supplier *supplier, int64_t share_ppm);

/* May what is shown at place `at`, from 0, of `order` give way? */
bool slots_gives(const struct slots_candidate *candidates,
    const struct slots_supplier *suppliers,
    const int *order,
    size_t shown,
    size_t at);

/*
 * `order` are the candidates shown, best first, `shown` of them; all others are best first too.
 * Puts those that are to be shown for the minimum into `order`; their places, from 0, are
 * ret_places. Returns how many.
 */
size_t slots_fill(const struct slots_candidate *candidates,
    size_t count,
    const struct slots_supplier *suppliers,
    int *order,
    size_t shown,
    size_t ret_places[SLOTS_EACH]);

#endif
