/*
 * order_views.h - orders as customers, suppliers and operators find them, and what happened.
 *
 * Rows, all of them put again by each record, so that none depends on the one before:
 *   VIEW_ORDERS         order -> `order-status` as it is
 *   VIEW_ORDERS_OF      owner NUL newest-first order -> nothing; a person, or a guest's visitor
 *   VIEW_SUB_ORDERS     supplier NUL "a" newest-first order -> nothing; "o" oldest-first while open
 *   VIEW_OPERATOR       "0" where an operator is needed, "1" else; newest-first order -> nothing
 *   VIEW_TIMELINE       order offset -> an event that people are told of, as it is
 *   VIEW_LEDGER         supplier NUL newest-first order offset -> an event that moved money
 *   VIEW_BALANCES       supplier NUL currency -> its account's sum; made of the row before
 *   VIEW_ORDER_PLACES   partition -> up to where `order-requests` is included
 * What is ordered by time has 16 hex digits of ms; where the newest is first, of 2^64 - 1 less ms.
 * Errors:  as views_apply. Threads: the reactor's.
 */
#ifndef API_ORDER_VIEWS_H
#define API_ORDER_VIEWS_H

#include "api/views.h"
#include "schemas/generated/order_event.h"
#include "schemas/generated/order_status.h"

enum { ORDER_PAGE_MAX = 100, TIMELINE_MAX = 200 };

/* For `order-status` and `orders`. */
enum fy_status order_views_status(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status order_views_event(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

enum fy_status order_views_get(struct views *views,
    struct fy_slice order,
    struct fy_arena *arena,
    bool *ret_known,
    struct order_status *ret_order,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Keys of an index that begin with `prefix`, behind the one that ends in `after` (absent: from the
 * first): at most `count_max`, whole, of the arena. An `after` that is not there: none.
 */
enum fy_status order_views_page(struct views *views,
    enum api_view view,
    struct fy_slice prefix,
    struct fy_slice after_key,
    int count_max,
    struct fy_arena *arena,
    struct fy_slice *ret_keys,
    int *ret_count,
    bool *ret_more,
    struct fy_err *err) FY_MUST_CHECK;

/* The index keys of one order; of the arena, absent where there is no room. */
struct fy_slice order_key_of(
    struct fy_slice owner, const struct order_status *order, struct fy_arena *arena);
struct fy_slice order_key_of_supplier(struct fy_slice supplier,
    bool is_open,
    const struct order_status *order,
    struct fy_arena *arena);
struct fy_slice order_key_of_operator(const struct order_status *order, struct fy_arena *arena);

/* What all keys of `first`, and of a tag, begin with. */
struct fy_slice order_prefix(struct fy_slice first, struct fy_slice tag, struct fy_arena *arena);

/* The order at the end of an index key. */
struct fy_slice order_of_key(struct fy_slice key);

/* The sum of a supplier's account: what they are owed is its negative. */
int64_t order_balance_of(struct fy_slice row);

/* Up to where `order-requests` is included, of its partition. */
enum fy_status order_views_includes(struct views *views,
    const struct fy_place *place,
    struct fy_arena *arena,
    bool *ret_includes,
    struct fy_err *err) FY_MUST_CHECK;
struct fy_slice order_place_key(int32_t partition, struct fy_arena *arena);

/* Are people told of this event? */
bool order_event_is_told(const struct order_event *event);

#endif
