#include "api/slots.h"

static int64_t due_at(int64_t minimum, int64_t into_ms)
{
    return into_ms >= SLOTS_DAY_MS ? minimum : minimum * into_ms / SLOTS_DAY_MS;
}

struct slots_supplier slots_due(int64_t minimum, int64_t seen, int64_t now_ms)
{
    int64_t into_ms = (now_ms % SLOTS_DAY_MS + SLOTS_DAY_MS) % SLOTS_DAY_MS;

    return (struct slots_supplier){.seen = seen,
        .due = due_at(minimum, into_ms + SLOTS_AHEAD_MS),
        .overdue = due_at(minimum, into_ms)};
}

bool slots_is_open(const struct slots_supplier *supplier, int64_t share_ppm)
{
    return supplier->seen < supplier->overdue ||
           (supplier->seen < supplier->due &&
               share_ppm * supplier->due >= SLOTS_SHARE_PPM * supplier->seen);
}

static bool is_shown(const int *order, size_t shown, size_t candidate)
{
    for (size_t i = 0; i < shown; i++)
        if ((size_t)order[i] == candidate)
            return true;
    return false;
}

/* Whoever has a place of their own in this list needs no other. */
static bool has_place(
    const struct slots_candidate *candidates, const int *order, size_t shown, int supplier)
{
    for (size_t i = 0; i < shown; i++)
        if (candidates[order[i]].supplier == supplier)
            return true;
    return false;
}

bool slots_gives(const struct slots_candidate *candidates,
    const struct slots_supplier *suppliers,
    const int *order,
    size_t shown,
    size_t at)
{
    int supplier = candidates[order[at]].supplier;

    if (supplier < 0 || suppliers[supplier].seen >= suppliers[supplier].due)
        return true;
    for (size_t i = 0; i < shown; i++)
        if (i != at && candidates[order[i]].supplier == supplier)
            return true;
    return false;
}

/*
 * (share that goes - share that comes) / place is smallest; of equals the last place. None that was
 * kept before: it is the only one of somebody who is owed it. `shown`: no place gives way.
 */
static size_t least_costly(const struct slots_candidate *candidates,
    const struct slots_supplier *suppliers,
    const int *order,
    size_t shown,
    int64_t share_ppm)
{
    size_t end = shown < SLOTS_PLACE_LAST ? shown : SLOTS_PLACE_LAST;
    size_t best = shown;

    for (size_t at = SLOTS_PLACE_FIRST - 1; at < end; at++) {
        int64_t lost = candidates[order[at]].share_ppm - share_ppm;

        if (!slots_gives(candidates, suppliers, order, shown, at))
            continue;
        if (best == shown ||
            lost * (int64_t)(best + 1) <=
                (candidates[order[best]].share_ppm - share_ppm) * (int64_t)(at + 1))
            best = at;
    }
    return best;
}

size_t slots_fill(const struct slots_candidate *candidates,
    size_t count,
    const struct slots_supplier *suppliers,
    int *order,
    size_t shown,
    size_t ret_places[SLOTS_EACH])
{
    size_t most = shown < SLOTS_SHOWN_MIN ? 0 : shown + 1 - SLOTS_PLACE_FIRST;
    size_t kept = 0;

    most = most < SLOTS_EACH ? most : SLOTS_EACH;
    for (size_t i = 0; i < count && kept < most; i++) {
        const struct slots_candidate *candidate = &candidates[i];
        size_t place;

        if (candidate->supplier < 0 ||
            !slots_is_open(&suppliers[candidate->supplier], candidate->share_ppm) ||
            is_shown(order, shown, i) || has_place(candidates, order, shown, candidate->supplier))
            continue;
        place = least_costly(candidates, suppliers, order, shown, candidate->share_ppm);
        if (place == shown)
            break;
        ret_places[kept++] = place;
        order[place] = (int)i;
    }
    return kept;
}
