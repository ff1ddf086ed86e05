/* Reads what everybody may read, and settles what no rule does. */
#include "test/sim/orders/shop.h"

#include <stdlib.h>

static bool is_over(const struct order_status *status)
{
    return status->standing.state >= ORDER_STATE_CLOSED && !status->pending &&
           status->standing.needs_operator.size == 0;
}

static void status_read(struct sim *sim, const struct fy_record *record)
{
    struct order_status status;
    struct shop_order *order;
    struct fy_arena arena;
    struct fy_err err;

    fy_arena_init(&arena, 256 * 1024);
    if (order_status_decode(record->value, &arena, &status, &err) != FY_OK)
        abort();
    order = &shop.orders[shop_order_of(status.order)];
    order->known = true;
    order->over = is_over(&status);
    order->needs_operator = status.standing.needs_operator.size > 0;
    if (!order->needs_operator)
        order->resolve_ms = 0;
    else if (order->resolve_ms == 0)
        order->resolve_ms = sim->now_ms + 500 + shop_below(4000);
    fy_arena_done(&arena);
}

static void resolve(struct sim *sim, int at)
{
    struct resolve_order resolve = {(enum resolve_action)shop_below(3), fy_slice_of("goodwill")};
    struct order_request request = {.resolve_order = &resolve};

    shop.resolved++;
    shop.orders[at].resolve_ms = sim->now_ms + 5000; /* Where it did not help, once more. */
    shop_ask(sim, at, &request);
}

int64_t operator_run(struct sim *sim)
{
    struct fy_record record;
    int64_t next_ms = NEVER;

    while (log_read(sim->log, FY_TOPIC_ORDER_STATUS, -1, &shop.statuses, &record))
        if (record.value.data != NULL)
            status_read(sim, &record);
    for (int i = 0; i < SHOP_ORDERS; i++) {
        if (shop.orders[i].resolve_ms != 0 && shop.orders[i].resolve_ms <= sim->now_ms)
            resolve(sim, i);
        if (shop.orders[i].resolve_ms != 0 && shop.orders[i].resolve_ms < next_ms)
            next_ms = shop.orders[i].resolve_ms;
    }
    return next_ms;
}

bool operator_ended(void)
{
    for (int i = 0; i < SHOP_ORDERS; i++)
        if (shop.orders[i].placed && !(shop.orders[i].known && shop.orders[i].over))
            return false;
    return true;
}
