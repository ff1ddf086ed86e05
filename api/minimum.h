/*
 * minimum.h - which suppliers are below the day's minimum of exposure, by our view of `exposure`.
 *
 * What a supplier was seen today is looked up once a second at most and remembered, so a list
 * costs some looks into a table. Several instances of the api and lists that nobody has looked at
 * yet make
 * it late by seconds: a supplier may be seen somewhat more than the minimum, never less for it.
 * Back-fill: whoever is below what is due by now, though lists had an hour for it, has hardly a
 * candidate in any. Suppliers are looked at in turn, some each second; of those one product that
 * can be had waits for the next list, whoever looks at it.
 * Memory:  1 MB.
 * Errors:  FY_FATAL: the store's.
 * Threads: the reactor's.
 */
#ifndef API_MINIMUM_H
#define API_MINIMUM_H

#include "api/cards.h"
#include "api/slots.h"

struct minimum;

/* `a_day`: impressions, 0: nobody is owed any. NULL: no memory. */
struct minimum *minimum_new(int64_t a_day);
void minimum_free(struct minimum *minimum);

enum fy_status minimum_of(struct minimum *minimum,
    struct views *views,
    struct fy_slice supplier,
    int64_t now_ms,
    struct fy_arena *arena,
    struct slots_supplier *ret_supplier,
    struct fy_err *err) FY_MUST_CHECK;

/* A product of a supplier who is behind; NULL: of nobody. Valid as cards_get says. */
enum fy_status minimum_backfill(struct minimum *minimum,
    struct views *views,
    int64_t now_ms,
    struct fy_arena *arena,
    const struct card **ret_card,
    struct fy_err *err) FY_MUST_CHECK;

#endif
