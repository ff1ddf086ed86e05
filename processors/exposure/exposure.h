/*
 * exposure.h - the rules of exposure: what one activity adds to whose counts.
 *
 * Shape:   count(onlooker, activity, day) -> onlooker, counts. Nothing is decided: what was seen
 *          was seen.
 * What counts, for the supplier that the edge wrote beside each product (activity.suppliers); for
 * nobody where there is none:
 *   impression   a product in recommendation_shown, with the credit of a list (lib/credit.h), the
 *                first time of this product in this list. The credit says in what kind of place.
 *   click        recommendation_clicked, with a credit, likewise once of a product and list
 *   view         item_viewed, from wherever
 *   cart         cart_item_set of a product that is not in the cart
 * Repeats: (session, n) as in lib/read_once.h. Of lists the newest 400 products shown and 64 chosen
 *          are remembered: some eight lists.
 * Robots:  of one visitor 1,000 counts on a day; what comes beyond is counted as that alone.
 * Reached: the first impression of a supplier on a visitor's newest day adds 1 to its visitors; 64
 *          suppliers are remembered, and more than that nobody looks at.
 * Day:     the edge's, UTC, while it is open: at most two days before the newest append time of the
 *          partition, and one behind it; else the day of that append time, on which it came.
 * Errors:  none. Whatever is in the row or the activity, there is a result.
 * Memory:  as history.h has it: arrays that change are in the caller's room, strings are borrowed.
 * Threads: pure; any number.
 */
#ifndef EXPOSURE_EXPOSURE_H
#define EXPOSURE_EXPOSURE_H

#include "lib/read_once.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/exposure_row.h"

enum {
    EXPOSURE_SHOWN_MAX = 400,
    EXPOSURE_CHOSEN_MAX = 64,
    EXPOSURE_CART_MAX = 100,
    EXPOSURE_REACHED_MAX = 64,
    EXPOSURE_DAILY_MAX = 1000, /* A shopper of four hours sees 12 lists of 20 an hour. */
    EXPOSURE_COUNTS_MAX = 64,  /* Of one activity: a list of 50. */
    EXPOSURE_DAYS_OPEN = 2,    /* So many days an edge may be late. */
    DAY_MS = 24 * 60 * 60 * 1000,
};

enum exposure_step {
    EXPOSURE_IMPRESSION,
    EXPOSURE_EXPLORED,
    EXPOSURE_MINIMUM,
    EXPOSURE_CLICK,
    EXPOSURE_VIEW,
    EXPOSURE_CART,
    EXPOSURE_BEYOND,
};

struct exposure_count {
    struct fy_slice supplier, sku;
    enum exposure_step step;
    bool reaches; /* The supplier's first of this visitor and day. */
};

struct exposure_counts {
    struct exposure_count items[EXPOSURE_COUNTS_MAX];
    size_t count;
};

/* Where count writes the arrays that change. Needs no initial value. */
struct exposure_room {
    struct session_seen sessions[FY_SESSIONS_SEEN_MAX];
    int64_t shown[EXPOSURE_SHOWN_MAX];
    int64_t chosen[EXPOSURE_CHOSEN_MAX];
    struct fy_slice cart[EXPOSURE_CART_MAX];
    struct fy_slice reached[EXPOSURE_REACHED_MAX];
};

/* Days since 1970 of a time in ms; of one before it too. */
int32_t exposure_day_of(int64_t ms);

/* On which day something counts that the edge took at event_ms; `newest`: see Day. */
int32_t exposure_day(int64_t event_ms, int32_t newest);

/* May a day still be counted on, when `newest` is the day of the newest append time? */
bool exposure_is_open(int32_t day, int32_t newest);

/* All zero is a visitor nothing is known of. */
void exposure_count(struct onlooker *onlooker,
    const struct activity *activity,
    int32_t day,
    struct exposure_room *room,
    struct exposure_counts *ret_counts);

#endif
