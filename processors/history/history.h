/*
 * history.h - the rules of history: what one activity does to what is known of its visitor.
 *
 * Shape:   evolve(row, activity) -> row. Nothing is decided, so there are no events in between:
 *          what a visitor did has happened.
 * Repeats: a client sends again what it is not sure of. (session, n) names an activity, and the
 *          row remembers which were read (lib/read_once.h). One without session or n is never
 *          taken for a repeat.
 * Forgotten: nothing is left but when; what the visitor does later begins anew.
 * Limits:  the cart has 100 lines; a 101st product leaves it as it is. Making room by dropping a
 *          line would take away, unasked, what the visitor chose before; they see at once that the
 *          new one is not there. It counts as a change of the cart all the same: the counts say
 *          what a visitor did, not what came of it.
 * Errors:  none. Whatever is in the row or the activity, evolve gives a row.
 * Memory:  nothing is allocated. A row keeps pointing into what it was decoded from; an array that
 *          changes is written to the caller's room, which must live as long as the row. Strings of
 *          the activity are borrowed.
 * Threads: pure; any number.
 * Source:  schemas/history_row.avsc
 */
#ifndef HISTORY_H
#define HISTORY_H

#include "lib/read_once.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/history_row.h"

enum {
    HISTORY_VIEWS_MAX = 50, /* A page of "seen before" and its next. */
    HISTORY_CART_MAX = 100, /* What one order may hold; a row stays below 12 KB. */
};

/* Where evolve writes the arrays that change. Needs no initial value. */
struct history_room {
    struct view views[HISTORY_VIEWS_MAX];
    struct cart_item cart[HISTORY_CART_MAX];
    struct session_seen sessions[FY_SESSIONS_SEEN_MAX];
};

/*
 * Apply `activity` to `row`, once: a repeat leaves every field as it is. All zero is the row of a
 * visitor nothing is known of. Which record that was (as_of, updated_ms) is the caller's to write.
 */
void history_evolve(
    struct visitor_row *row, const struct activity *activity, struct history_room *room);

#endif
