#include "producers/orders/orders.h"
#include "lib/gate.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "lib/orders.h"

#include <stdlib.h>
#include <string.h>

struct orders {
    struct producers *producers;
    struct order_waiter *waiting[ORDERS_BUCKETS];
};

static struct fy_metric waiting_now =
    FY_GAUGE("fy_producers_orders_waiting", "Orders whose callers wait for what is decided.");

void orders_register_metrics(void)
{
    fy_metric_register(&waiting_now);
}

struct orders *orders_new(struct producers *producers)
{
    struct orders *orders = calloc(1, sizeof(*orders));

    if (orders == NULL)
        return NULL;
    orders->producers = producers;
    return orders;
}

void orders_free(struct orders *orders)
{
    free(orders);
}

/* --- Who waits ------------------------------------------------------------------------------- */

/* Ids are hashes: any digits of them do. */
static size_t bucket_of(const char *order)
{
    size_t bucket = 0;

    for (int i = 0; i < 6; i++)
        bucket = bucket << 4 | (size_t)(order[i] <= '9' ? order[i] - '0' : order[i] - 'a' + 10);
    return bucket % ORDERS_BUCKETS;
}

void orders_wait(struct orders *orders, struct order_waiter *waiter)
{
    struct order_waiter **first = &orders->waiting[bucket_of(waiter->order)];

    assert(waiter->link == NULL);
    waiter->next = *first;
    waiter->link = first;
    if (waiter->next != NULL)
        waiter->next->link = &waiter->next;
    *first = waiter;
    fy_metric_add(&waiting_now, 1);
}

void orders_wait_no_more(struct order_waiter *waiter)
{
    if (waiter->link == NULL)
        return;
    *waiter->link = waiter->next;
    if (waiter->next != NULL)
        waiter->next->link = waiter->link;
    waiter->link = NULL;
    waiter->next = NULL;
    fy_metric_add(&waiting_now, -1);
}

static void tell(struct orders *orders, const struct order_status *status)
{
    struct order_waiter *waiter, *next;

    if (!fy_order_is_id(status->order))
        return;
    waiter = orders->waiting[bucket_of((const char *)status->order.data)];
    for (; waiter != NULL; waiter = next) {
        next = waiter->next;
        if (fy_slice_equal(status->order, fy_slice_of(waiter->order)))
            waiter->told(waiter, status);
    }
}

/* --- The view -------------------------------------------------------------------------------- */

enum fy_status orders_apply(struct orders *orders,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct order_status order;
    enum fy_status status;

    if (record->key.data == NULL)
        return fy_fail(err, FY_REJECT, "an order without a key");
    if (record->value.data == NULL) {
        fy_store_batch_delete(rows, ORDERS_SPACE, record->key);
        return FY_OK;
    }
    status = order_status_decode(record->value, arena, &order, err);
    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(order.order, record->key))
        return fy_fail(err, FY_REJECT, "the value names another order than its record");
    fy_store_batch_put(rows, ORDERS_SPACE, record->key, record->value);
    tell(orders, &order);
    return FY_OK;
}

enum fy_status orders_get(struct producers *producers,
    struct fy_slice order,
    struct fy_arena *arena,
    bool *ret_known,
    struct order_status *ret_status,
    struct fy_err *err)
{
    struct fy_slice row = {0};
    enum fy_status status = fy_store_get(producers->store, ORDERS_SPACE, order, arena, &row, err);

    *ret_known = status == FY_OK && row.data != NULL;
    if (!*ret_known)
        return status;
    status = order_status_decode(row, arena, ret_status, err);
    if (status == FY_OK)
        return FY_OK;
    err->status = FY_FATAL; /* It could be read when it was put. */
    return FY_FATAL;
}

bool orders_is_theirs(const struct producers *producers,
    struct fy_http_request *request,
    const struct fy_caller *caller,
    struct fy_slice supplier,
    const struct order_status *status)
{
    struct fy_slice visitor = {0};

    if (supplier.data != NULL)
        return fy_order_has_supplier(status, supplier);
    (void)fy_visitor_check(producers->visitor_key, fy_http_cookie(request, "fy_visitor"), &visitor);
    return fy_order_is_of(status, caller, visitor);
}

enum fy_owned orders_owned(struct producers *producers,
    struct fy_http_request *request,
    const struct fy_caller *caller,
    struct fy_slice supplier)
{
    struct fy_slice order = fy_http_path_param(request, "order");
    struct order_status status;
    struct fy_err err;
    bool known = false;

    if (!fy_order_is_id(order))
        return FY_FOREIGN;
    if (orders_get(producers, order, fy_http_arena(request), &known, &status, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        return FY_FOREIGN;
    }
    if (known && orders_is_theirs(producers, request, caller, supplier, &status))
        return FY_OWNED;
    /* It, or that a supplier has something in it, may be on its way to us: change.c waits. */
    return known && supplier.data == NULL ? FY_FOREIGN : FY_UNKNOWN;
}
