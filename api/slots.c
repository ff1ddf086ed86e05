#include "api/slots.h"

#include <assert.h>

int64_t slots_due(int64_t minimum, int64_t now_ms)
{
    int64_t into_ms = (now_ms % SLOTS_DAY_MS + SLOTS_DAY_MS) % SLOTS_DAY_MS + SLOTS_AHEAD_MS;

    return into_ms >= SLOTS_DAY_MS ? minimum : minimum * into_ms / SLOTS_DAY_MS;
}

bool slots_is_open(const struct slots_supplier *supplier, int64_t share_ppm)
{
    return supplier->seen < supplier->due &&
           share_ppm * supplier->due >= SLOTS_SHARE_PPM * supplier->seen;
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

/* (share that goes - share that comes) / place is smallest; of equals the last place. */
static size_t least_costly(
    const struct slots_candidate *candidates, const int *order, size_t shown, int64_t share_ppm)
{
    size_t best = SLOTS_PLACE_FIRST - 1;
    size_t end = shown < SLOTS_PLACE_LAST ? shown : SLOTS_PLACE_LAST;

    for (size_t at = best + 1; at < end; at++) {
        int64_t lost = candidates[order[at]].share_ppm - share_ppm;
        int64_t lost_at_best = candidates[order[best]].share_ppm - share_ppm;

        if (lost * (int64_t)(best + 1) <= lost_at_best * (int64_t)(at + 1))
            best = at;
    }
    return best;
}

bool slots_pick(const struct slots_candidate *candidates,
    size_t count,
    const struct slots_supplier *suppliers,
    const int *order,
    size_t shown,
    size_t *ret_candidate,
    size_t *ret_place)
{
    if (shown < SLOTS_SHOWN_MIN)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct slots_candidate *candidate = &candidates[i];

        if (candidate->supplier < 0 || is_shown(order, shown, i) ||
            !slots_is_open(&suppliers[candidate->supplier], candidate->share_ppm) ||
            has_place(candidates, order, shown, candidate->supplier))
            continue;
        *ret_candidate = i;
        *ret_place = least_costly(candidates, order, shown, candidate->share_ppm);
        assert(*ret_place < shown);
        return true;
    }
    return false;
}
