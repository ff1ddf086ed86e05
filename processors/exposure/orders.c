#include "processors/exposure/orders.h"

#include <string.h>

/* What changes is written to room, which may be where the lines are already. */
static void own(struct basket *basket, struct basket_room *room)
{
    size_t count =
        basket->lines.count < EXPOSURE_LINES_MAX ? basket->lines.count : EXPOSURE_LINES_MAX;

    if (count > 0)
        memmove(room->lines, basket->lines.items, count * sizeof(room->lines[0]));
    basket->lines.items = room->lines;
    basket->lines.count = count;
}

static void place(
    struct basket *basket, const struct order_placed *placed, struct basket_room *room)
{
    size_t count =
        placed->lines.count < EXPOSURE_LINES_MAX ? placed->lines.count : EXPOSURE_LINES_MAX;

    for (size_t i = 0; i < count; i++)
        room->lines[i] = (struct basket_line){
            .sku = placed->lines.items[i].sku, .units = placed->lines.items[i].units};
    basket->lines.items = room->lines;
    basket->lines.count = count;
}

enum basket_end basket_evolve(
    struct basket *basket, const struct order_event *event, struct basket_room *room)
{
    if (event->order_placed != NULL) {
        place(basket, event->order_placed, room);
    } else if (event->line_held != NULL) {
        size_t line = (size_t)event->line_held->line;

        own(basket, room);
        if (event->line_held->line >= 0 && line < basket->lines.count) {
            room->lines[line].supplier = event->line_held->supplier;
            room->lines[line].price = event->line_held->price;
        }
    } else if (event->order_confirmed != NULL) {
        return BASKET_CONFIRMED;
    }
    switch (event->standing.state) {
    case ORDER_STATE_HOLDING:
    case ORDER_STATE_PAYING:
    case ORDER_STATE_ACTION_REQUIRED:
    case ORDER_STATE_COMMITTING:
    case ORDER_STATE_CAPTURING:
        return BASKET_OPEN;
    default:
        return BASKET_GONE; /* Refused, cancelled, or confirmed before. */
    }
}
