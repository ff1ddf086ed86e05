/* A row as it is worked on: its lists lie in the order, however they were read. */
#include "processors/orders/decide.h"

#include <string.h>

static size_t at_most(size_t count, size_t count_max)
{
    return count < count_max ? count : count_max;
}

/* The row's lists are what lies in `order`, however they were read. */
static void point(struct order_now *order)
{
    struct order *row = &order->row;

    row->as_of.items = &order->as_of;
    row->lines.items = order->lines;
    row->releases.items = order->releases;
    row->payment.refunds.items = order->refunds;
    row->rejected.items = order->rejected;
    row->shipments.items = order->shipments;
    row->recent.items = order->recent;
}

static void copy_line(struct order_now *order, size_t at, const struct order_line *from)
{
    struct order_line *line = &order->lines[at];

    *line = *from;
    if (from->standing.price != NULL) {
        order->prices[at] = *from->standing.price;
        line->standing.price = &order->prices[at];
    }
    line->excluded.count = at_most(from->excluded.count, ORDER_SUPPLIERS_MAX);
    if (line->excluded.count > 0)
        memcpy(order->excluded[at], from->excluded.items,
            line->excluded.count * sizeof(struct fy_slice));
    line->excluded.items = order->excluded[at];
}

#define COPY_LIST(to, list, max)                                                                   \
    do {                                                                                           \
        (list).count = at_most((list).count, (max));                                               \
        if ((list).count > 0)                                                                      \
            memcpy((to), (list).items, (list).count * sizeof((to)[0]));                            \
    } while (0)

void order_begin(struct order_now *order, struct fy_slice id, const struct order *row)
{
    order->id = id;
    order->row = (struct order){0};
    order->payment = (struct payment_standing){0};
    if (row != NULL) {
        order->row = *row;
        COPY_LIST(&order->as_of, order->row.as_of, 1);
        COPY_LIST(order->releases, order->row.releases, ORDER_RELEASES_MAX);
        COPY_LIST(order->refunds, order->row.payment.refunds, ORDER_REFUNDS_MAX);
        COPY_LIST(order->rejected, order->row.rejected, ORDER_SUPPLIERS_MAX);
        COPY_LIST(order->shipments, order->row.shipments, ORDER_SHIPMENTS_MAX);
        COPY_LIST(order->recent, order->row.recent, ORDER_RECENT_MAX);
        order->row.lines.count = at_most(row->lines.count, ORDER_LINES_MAX);
        for (size_t i = 0; i < order->row.lines.count; i++)
            copy_line(order, i, &row->lines.items[i]);
        if (row->payment.standing != NULL) {
            order->payment = *row->payment.standing;
            order->row.payment.standing = &order->payment;
        }
    }
    point(order);
}

bool order_exists(const struct order_now *order)
{
    return order->row.standing.state != ORDER_STATE_NONE;
}
