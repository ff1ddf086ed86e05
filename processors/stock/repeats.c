#include "processors/stock/repeats.h"

#include <assert.h>
#include <string.h>

/* Newest first: a repeat comes soon after its first. */
static bool id_is_known(const struct sku_row *row, struct fy_slice event_id)
{
    for (size_t i = row->recent_ids.count; i > 0; i--)
        if (fy_slice_equal(row->recent_ids.items[i - 1], event_id))
            return true;
    return false;
}

static const struct supply_session *session_find(const struct sku_row *row, struct fy_slice session)
{
    for (size_t i = row->sessions.count; i > 0; i--)
        if (fy_slice_equal(row->sessions.items[i - 1].session, session))
            return &row->sessions.items[i - 1];
    return NULL;
}

/* Differences are unsigned: any two n may stand on a topic, and their distance always fits. */
static uint64_t back_of(const struct supply_session *seen, int64_t n)
{
    return (uint64_t)seen->n_max - (uint64_t)n;
}

static bool bit_at(int64_t bits, uint64_t back)
{
    return back < STOCK_WINDOW_BITS && ((uint64_t)bits >> back & 1) != 0;
}

static bool was_read(const struct supply_session *seen, int64_t n)
{
    if (n > seen->n_max)
        return false;
    return back_of(seen, n) >= STOCK_WINDOW_BITS || bit_at(seen->window, back_of(seen, n));
}

bool repeats_has(const struct sku_row *row, const struct supply *fact)
{
    const struct supply_session *seen;

    if (fact->session.data == NULL || !fact->has_n)
        return id_is_known(row, fact->envelope.event_id);
    seen = session_find(row, fact->session);
    return seen != NULL && was_read(seen, fact->n);
}

const char *repeats_undo_refusal(const struct sku_row *row, struct fy_slice session, int64_t n)
{
    const struct supply_session *seen = session_find(row, session);

    if (seen == NULL || n > seen->n_max || !bit_at(seen->window, back_of(seen, n)))
        return "unknown_scan";
    return bit_at(seen->undone, back_of(seen, n)) ? "nothing_to_undo" : NULL;
}

static void mark(int64_t *bits, uint64_t back)
{
    if (back < STOCK_WINDOW_BITS)
        *bits = (int64_t)((uint64_t)*bits | (uint64_t)1 << back);
}

static int64_t shifted(int64_t bits, uint64_t ahead)
{
    return ahead < STOCK_WINDOW_BITS ? (int64_t)((uint64_t)bits << ahead) : 0;
}

static void mark_read(struct supply_session *seen, const struct stock_event *event)
{
    uint64_t ahead = 0 - back_of(seen, event->n);

    if (event->n > seen->n_max) {
        seen->window = shifted(seen->window, ahead);
        seen->undone = shifted(seen->undone, ahead);
        seen->n_max = event->n;
    }
    mark(&seen->window, back_of(seen, event->n));
    if (event->stock_received == NULL)
        mark(&seen->undone, back_of(seen, event->n));
    assert(was_read(seen, event->n));
}

/* A clock of ours that stands elsewhere makes none of them old. */
static bool is_old(const struct supply_session *seen, int64_t now_ms)
{
    int64_t since_ms;

    return !__builtin_sub_overflow(now_ms, seen->event_ms, &since_ms) &&
           since_ms > STOCK_SESSION_MS;
}

/*
 * The session that speaks moves to the end, so that the one forgotten to make room is the one that
 * has been silent longest.
 */
static void remember_number(
    struct sku_row *row, const struct stock_event *event, struct stock_room *room)
{
    const struct supply_session *known = session_find(row, event->session);
    const struct supply_session *items = row->sessions.items;
    struct supply_session seen = {.session = event->session, .n_max = event->n};
    size_t others = row->sessions.count - (known != NULL);
    size_t forgotten = others < STOCK_SESSIONS_MAX ? 0 : others - STOCK_SESSIONS_MAX + 1;
    size_t kept = 0;

    if (known != NULL)
        seen = *known;
    if (known == NULL || !was_read(known, event->n))
        mark_read(&seen, event);
    if (event->scan_undone != NULL && event->scan_undone->undone_n <= seen.n_max)
        mark(&seen.undone, back_of(&seen, event->scan_undone->undone_n));
    seen.event_ms = event->envelope.event_ms;

    for (size_t i = 0; i < row->sessions.count; i++) {
        if (&items[i] == known)
            continue;
        if (forgotten > 0)
            forgotten--;
        else if (!is_old(&items[i], event->envelope.event_ms))
            room->sessions[kept++] = items[i];
    }
    room->sessions[kept] = seen;

    row->sessions.items = room->sessions;
    row->sessions.count = kept + 1;
    assert(row->sessions.count <= STOCK_SESSIONS_MAX);
}

/* The oldest id makes room for the newest. */
static void remember_id(struct sku_row *row, struct fy_slice cause_id, struct stock_room *room)
{
    const struct fy_slice *items = row->recent_ids.items;
    size_t count = row->recent_ids.count;
    size_t first = count < STOCK_RECENT_IDS_MAX ? 0 : count - STOCK_RECENT_IDS_MAX + 1;
    size_t kept = count - first;

    if (count > 0 && fy_slice_equal(items[count - 1], cause_id))
        return; /* A second event of the same fact. */
    if (kept > 0)
        memmove(room->recent_ids, items + first, kept * sizeof(room->recent_ids[0]));
    room->recent_ids[kept] = cause_id;

    row->recent_ids.items = room->recent_ids;
    row->recent_ids.count = kept + 1;
    assert(row->recent_ids.count <= STOCK_RECENT_IDS_MAX);
}

void repeats_remember(struct sku_row *row, const struct stock_event *event, struct stock_room *room)
{
    if (event->session.data != NULL && event->has_n)
        remember_number(row, event, room);
    else if (event->envelope.cause_id.data != NULL)
        remember_id(row, event->envelope.cause_id, room);
}
