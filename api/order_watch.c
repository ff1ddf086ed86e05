#include "api/order_watch.h"
#include "api/fresh.h"
#include "lib/metrics.h"
#include "lib/orders.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static struct fy_metric open_now =
    FY_GAUGE("fy_orders_open", "Orders that have not ended, or of which something is not settled.");
static struct fy_metric operators_now =
    FY_GAUGE("fy_orders_need_operator", "Orders that no rule settles: an operator must.");
static struct fy_metric late_now = FY_GAUGE(
    "fy_orders_late", "Orders that wait beyond their time, for stock, payments or a supplier.");

void order_watch_register(void)
{
    fy_metric_register(&open_now);
    fy_metric_register(&operators_now);
    fy_metric_register(&late_now);
}

/* --- One order ------------------------------------------------------------------------------- */

static bool has_ended(const struct order_status *order)
{
    return order->standing.state == ORDER_STATE_CLOSED ||
           order->standing.state == ORDER_STATE_REFUSED ||
           order->standing.state == ORDER_STATE_CANCELLED;
}

static bool needs_operator(const struct order_status *order)
{
    return order->standing.needs_operator.data != NULL;
}

static bool is_open(const struct order_status *order)
{
    return !has_ended(order) || order->pending || needs_operator(order);
}

static void keep_first(int64_t *first_ms, int64_t due_ms)
{
    if (*first_ms == 0 || due_ms < *first_ms)
        *first_ms = due_ms;
}

int64_t order_watch_due_ms(const struct order_status *order)
{
    int64_t first_ms = 0;

    switch (order->standing.state) {
    case ORDER_STATE_HOLDING:
    case ORDER_STATE_PAYING: /* What is asked again changes the order: not updated_ms. */
        return order->placed_ms + ORDER_WATCH_GRACE_MS;
    case ORDER_STATE_ACTION_REQUIRED:
        return order->has_pay_until_ms ? order->pay_until_ms + ORDER_WATCH_GRACE_MS : 0;
    case ORDER_STATE_CONFIRMED:
        for (size_t i = 0; i < order->sub_orders.count; i++)
            if (order->sub_orders.items[i].has_due_ms)
                keep_first(&first_ms, order->sub_orders.items[i].due_ms + ORDER_WATCH_GRACE_MS);
        break;
    default:
        break;
    }
    if (order->pending)
        keep_first(&first_ms, order->updated_ms + ORDER_WATCH_GRACE_MS);
    return first_ms;
}

static struct fy_slice due_key(const struct order_status *order, struct fy_arena *arena)
{
    return fy_arena_format(arena, "%016" PRIx64 "%.*s", (uint64_t)order_watch_due_ms(order),
        FY_SLICE_ARG(order->order));
}

/* --- Rows ------------------------------------------------------------------------------------ */

static int64_t count_of(struct fy_slice row)
{
    int64_t count = 0;

    if (row.size == sizeof(count))
        memcpy(&count, row.data, sizeof(count)); /* Of this machine alone. */
    return count;
}

static enum fy_status add(struct views *views,
    const char *name,
    int by,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fy_slice key = fy_slice_of(name), row, value;
    int64_t *count = fy_arena_alloc(arena, sizeof(*count));
    enum fy_status status;

    if (by == 0)
        return FY_OK;
    if (count == NULL)
        return fy_fail(err, FY_REJECT, "a count does not fit the arena of its slice");
    status = views_row_before(views, VIEW_ORDER_COUNTS, key, arena, &row, err);
    if (status != FY_OK)
        return status;
    *count = count_of(row) + by;
    value = (struct fy_slice){(const uint8_t *)count, sizeof(*count)};
    fy_store_batch_put(rows, VIEW_ORDER_COUNTS, key, value);
    return views_fresh_put(views, VIEW_ORDER_COUNTS, key, value, arena, err);
}

static enum fy_status before_of(struct views *views,
    struct fy_slice order,
    struct fy_arena *arena,
    struct order_status *ret_before,
    bool *ret_known,
    struct fy_err *err)
{
    struct fy_slice row;
    enum fy_status status = views_row_before(views, VIEW_ORDERS, order, arena, &row, err);

    *ret_known = status == FY_OK && row.data != NULL;
    if (!*ret_known)
        return status;
    status = order_status_decode(row, arena, ret_before, err);
    if (status == FY_OK)
        return FY_OK;
    err->status = FY_FATAL; /* It could be read when it was put. */
    return FY_FATAL;
}

enum fy_status order_watch_status(struct views *views,
    const struct order_status *order,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    const struct fy_slice nothing = fy_slice_of("1");
    struct order_status before = {0};
    bool known;
    enum fy_status status = before_of(views, order->order, arena, &before, &known, err);

    if (status == FY_OK)
        status = add(views, "open", (int)is_open(order) - (int)(known && is_open(&before)), rows,
            arena, err);
    if (status == FY_OK)
        status = add(views, "operator",
            (int)needs_operator(order) - (int)(known && needs_operator(&before)), rows, arena, err);
    if (status != FY_OK)
        return status;
    if (known && order_watch_due_ms(&before) != 0)
        fy_store_batch_delete(rows, VIEW_ORDER_DUE, due_key(&before, arena));
    if (order_watch_due_ms(order) != 0)
        fy_store_batch_put(rows, VIEW_ORDER_DUE, due_key(order, arena), nothing);
    return FY_OK;
}

/* --- How it stands --------------------------------------------------------------------------- */

struct looking {
    char now[17]; /* As keys begin. */
    int64_t late;
};

static bool is_late(struct fy_slice key, struct fy_slice value, void *context)
{
    struct looking *looking = context;

    (void)value;
    if (key.size < sizeof(looking->now) - 1 ||
        memcmp(key.data, looking->now, sizeof(looking->now) - 1) >= 0)
        return false;
    return ++looking->late < ORDER_WATCH_LATE_COUNTED;
}

enum fy_status order_watch_look(struct views *views,
    int64_t now_ms,
    struct fy_arena *arena,
    struct order_watch_counts *ret_counts,
    struct fy_err *err)
{
    struct fy_slice open = {0}, operators = {0};
    struct looking looking = {0};
    enum fy_status status =
        fy_store_get(views->store, VIEW_ORDER_COUNTS, fy_slice_of("open"), arena, &open, err);

    (void)snprintf(looking.now, sizeof(looking.now), "%016" PRIx64, (uint64_t)now_ms);
    if (status == FY_OK)
        status = fy_store_get(
            views->store, VIEW_ORDER_COUNTS, fy_slice_of("operator"), arena, &operators, err);
    if (status == FY_OK)
        status = fy_store_scan(
            views->store, VIEW_ORDER_DUE, (struct fy_slice){0}, is_late, &looking, err);
    if (status != FY_OK)
        return status;
    *ret_counts = (struct order_watch_counts){count_of(open), count_of(operators), looking.late};
    fy_metric_set(&open_now, ret_counts->open);
    fy_metric_set(&operators_now, ret_counts->operators);
    fy_metric_set(&late_now, ret_counts->late);
    return FY_OK;
}
