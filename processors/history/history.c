#include "processors/history/history.h"

#include <assert.h>
#include <string.h>

static size_t at_most(size_t count, size_t max)
{
    return count < max ? count : max;
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

/* Counts say what somebody did, and there is nobody any more: they go as well. */
static void forget(struct visitor_row *row, const struct visitor_forgotten *forgotten)
{
    if (forgotten->forgotten_ms > row->forgotten_ms)
        *row = (struct visitor_row){.forgotten_ms = forgotten->forgotten_ms};
}

void history_evolve(
    struct visitor_row *row, const struct activity *activity, struct history_room *room)
{
    bool named = activity->session.data != NULL && activity->has_n;

    if (activity->visitor_forgotten != NULL) {
        forget(row, activity->visitor_forgotten);
        return;
    }
    if (named) {
        if (!fy_read_once(row->sessions.items, row->sessions.count, activity->session, activity->n,
                room->sessions, &row->sessions.count))
            return;
        row->sessions.items = room->sessions;
    }
    act(&row->history, activity, room);
}
