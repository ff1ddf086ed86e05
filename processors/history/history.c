#include "processors/history/history.h"

#include <assert.h>
#include <string.h>

static size_t at_most(size_t count, size_t max)
{
    return count < max ? count : max;
}

/* Newest first: a visitor's next activity is nearly always of the session that spoke last. */
static const struct session_seen *session_find(
    const struct visitor_row *row, struct fy_slice session)
{
    for (size_t i = row->sessions.count; i > 0; i--)
        if (fy_slice_equal(row->sessions.items[i - 1].session, session))
            return &row->sessions.items[i - 1];
    return NULL;
}

/* Differences are unsigned: any two n may stand on a topic, and their distance always fits. */
static bool was_read(const struct session_seen *seen, int64_t n)
{
    uint64_t back = (uint64_t)seen->n_max - (uint64_t)n;

    if (n > seen->n_max)
        return false;
    return back >= HISTORY_WINDOW_BITS || (((uint64_t)seen->window >> back) & 1) != 0;
}

static struct session_seen with_read(const struct session_seen *seen, int64_t n)
{
    struct session_seen after = *seen;
    uint64_t ahead = (uint64_t)n - (uint64_t)seen->n_max;
    uint64_t window = (uint64_t)seen->window;

    assert(!was_read(seen, n));
    if (n > seen->n_max) {
        window = ahead < HISTORY_WINDOW_BITS ? window << ahead | 1 : 1;
        after.n_max = n;
    } else {
        window |= (uint64_t)1 << (0 - ahead);
    }
    after.window = (int64_t)window;
    assert(was_read(&after, n));
    return after;
}

/*
 * The session that speaks moves to the end, so that the one forgotten to make room is the one that
 * has been silent longest, however old it is.
 */
static void remember(struct visitor_row *row,
    const struct session_seen *known,
    const struct activity *activity,
    struct history_room *room)
{
    struct session_seen seen = {.session = activity->session, .n_max = activity->n, .window = 1};
    const struct session_seen *items = row->sessions.items;
    size_t others = row->sessions.count - (known != NULL);
    size_t forgotten = others < HISTORY_SESSIONS_MAX ? 0 : others - HISTORY_SESSIONS_MAX + 1;
    size_t kept = 0;

    if (known != NULL)
        seen = with_read(known, activity->n);

    for (size_t i = 0; i < row->sessions.count; i++) {
        if (&items[i] == known)
            continue;
        if (forgotten > 0)
            forgotten--;
        else
            room->sessions[kept++] = items[i];
    }
    room->sessions[kept] = seen;

    row->sessions.items = room->sessions;
    row->sessions.count = kept + 1;
    assert(row->sessions.count <= HISTORY_SESSIONS_MAX);
}

static void add_view(
    struct history *history, const struct activity *activity, struct history_room *room)
{
    size_t kept = at_most(history->views.count, HISTORY_VIEWS_MAX - 1);

    if (kept > 0)
        memmove(room->views + 1, history->views.items, kept * sizeof(room->views[0]));
    room->views[0] = (struct view){
        .sku = activity->item_viewed->sku,
        .event_ms = activity->envelope.event_ms,
    };

    history->views.items = room->views;
    history->views.count = kept + 1;
    assert(history->views.count <= HISTORY_VIEWS_MAX);
}

/* Lines keep the order in which they were first put in; a line of no units leaves. */
static void set_cart_item(
    struct history *history, const struct cart_item_set *set, struct history_room *room)
{
    size_t count = at_most(history->cart.count, HISTORY_CART_MAX);
    size_t line = 0;

    if (count > 0)
        memmove(room->cart, history->cart.items, count * sizeof(room->cart[0]));
    while (line < count && !fy_slice_equal(room->cart[line].sku, set->sku))
        line++;

    if (line < count && set->units > 0) {
        room->cart[line].units = set->units;
    } else if (line < count) {
        count--;
        memmove(room->cart + line, room->cart + line + 1, (count - line) * sizeof(room->cart[0]));
    } else if (set->units > 0 && count < HISTORY_CART_MAX) {
        room->cart[count++] = (struct cart_item){.sku = set->sku, .units = set->units};
    }

    history->cart.items = room->cart;
    history->cart.count = count;
    assert(history->cart.count <= HISTORY_CART_MAX);
}

static void act(struct history *history, const struct activity *activity, struct history_room *room)
{
    history->visitor = activity->visitor;
    if (activity->item_viewed != NULL) {
        history->counts.views++;
        add_view(history, activity, room);
    }
    if (activity->searched != NULL)
        history->counts.searches++;
    if (activity->cart_item_set != NULL) {
        history->counts.cart_changes++;
        set_cart_item(history, activity->cart_item_set, room);
    }
    if (activity->recommendation_shown != NULL)
        history->counts.recommendations_shown++;
    if (activity->recommendation_clicked != NULL)
        history->counts.recommendations_clicked++;
}

void history_evolve(
    struct visitor_row *row, const struct activity *activity, struct history_room *room)
{
    bool named = activity->session.data != NULL && activity->has_n;

    if (named) {
        const struct session_seen *known = session_find(row, activity->session);

        if (known != NULL && was_read(known, activity->n))
            return;
        remember(row, known, activity, room);
    }
    act(&row->history, activity, room);
}
