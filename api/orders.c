/* orders.c - orders as who placed them, who ships them and operators may see them. */
#include "lib/orders.h"
#include "api/api.h"
#include "api/live.h"
#include "api/order_views.h"
#include "lib/gate.h"

#include <string.h>

enum {
    ORDERS_DEFAULT = 20,
    PENDING_ASK_AGAIN_S =
        2, /* A closed app polls while one is pending, and not at all otherwise. */
    OWNERS_MAX = 2,
};

/* --- One ------------------------------------------------------------------------------------- */

static enum fy_status titles_of(struct views *views,
    const struct order_status *order,
    struct fy_arena *arena,
    struct fy_slice **ret_titles,
    struct fy_err *err)
{
    struct fy_slice *titles = fy_arena_alloc(arena, (order->lines.count + 1) * sizeof(*titles));
    enum fy_status status = FY_OK;

    if (titles == NULL)
        return fy_fail(err, FY_FATAL, "titles do not fit the arena");
    for (size_t i = 0; i < order->lines.count && status == FY_OK; i++)
        status = views_title(views, order->lines.items[i].sku, arena, &titles[i], err);
    *ret_titles = titles;
    return status;
}

static void answer_unknown(struct api_answer *answer)
{
    answer_problem(answer, FY_PROBLEM_NOT_FOUND, NULL, "There is no order of that id");
}

/* The gate lets in who waits for what is not there yet: whose it is then, is seen here. */
static bool may_see(
    struct api *api, struct fy_http_request *request, const struct order_status *order)
{
    const struct fy_caller *caller = fy_http_caller(request);
    struct fy_slice visitor = {0};

    if (caller != NULL && caller->role == FY_ROLE_OPERATOR)
        return true;
    (void)reading_known_visitor(api, request, &visitor);
    return fy_order_is_of(order, caller, visitor);
}

static bool is_customer(
    struct api *api, struct fy_http_request *request, const struct order_status *order)
{
    struct fy_slice visitor = {0};

    (void)reading_known_visitor(api, request, &visitor);
    return fy_order_is_of(order, fy_http_caller(request), visitor);
}

static enum fy_status put_address(
    struct api *api, const struct order_status *order, struct fy_json_out *out, struct fy_err *err)
{
    struct fy_slice address = {0};
    enum fy_status status =
        people_unsealed(api, order->person, "address", order->delivery.address, &address, err);

    fy_json_out_name(out, "address");
    if (address.data != NULL)
        fy_json_out_json(out, address);
    else
        fy_json_out_null(out); /* Nobody can read it any more. */
    return status;
}

/* Loads it for whoever may see it; *ret_known false: answered. */
static enum fy_status load(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    bool *ret_known,
    struct order_status *ret_order,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    enum fy_status status =
        order_views_get(&api->views, key, &api->arena, ret_known, ret_order, err);

    if (status == FY_OK && *ret_known)
        *ret_known = may_see(api, request, ret_order);
    if (status == FY_OK && !*ret_known)
        answer_unknown(ret_answer);
    return status;
}

static enum fy_status order_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct order_status order;
    struct fy_slice *titles;
    struct fy_json_out out;
    bool known = false;
    enum fy_status status = load(api, request, key, &known, &order, ret_answer, err);

    if (status != FY_OK || !known)
        return status;
    status = titles_of(&api->views, &order, &api->arena, &titles, err);
    if (status != FY_OK)
        return status;
    fy_json_out_init(&out, &api->arena);
    fy_json_out_object(&out);
    put_as_of(&out, order.as_of.items, order.as_of.count);
    fy_order_put(&out, &order, titles);
    fy_json_out_member_text(&out, "needs_operator", order.standing.needs_operator);
    if (is_customer(api, request, &order))
        status = put_address(api, &order, &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_object_end(&out);
    status = answer_json(ret_answer, &out, err);
    if (order.pending)
        ret_answer->retry_after_s = PENDING_ASK_AGAIN_S;
    return status;
}

static struct reading order_reading(struct fy_http_request *request)
{
    return (struct reading){.view = VIEW_ORDERS,
        .key = fy_http_path_param(request, "order"),
        .whom = ANSWER_FOR_CALLER,
        .is_awaited = true,
        .content = order_content};
}

void api_order(struct fy_http_request *request, void *program)
{
    struct reading reading = order_reading(request);

    reading_serve(program, request, &reading);
}

void api_order_live(struct fy_http_request *request, void *program)
{
    struct reading reading = order_reading(request);

    live_serve(program, request, &reading);
}

static enum fy_status timeline_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct order_status order;
    bool known = false;
    enum fy_status status = load(api, request, key, &known, &order, ret_answer, err);

    if (status != FY_OK || !known)
        return status;
    return timeline_of(&api->views, &order, &api->arena, ret_answer, err);
}

void api_order_timeline(struct fy_http_request *request, void *program)
{
    struct reading reading = order_reading(request);

    reading.content = timeline_content;
    reading_serve(program, request, &reading);
}

/* --- Pages ----------------------------------------------------------------------------------- */

struct page {
    int limit;
    struct fy_slice after; /* An order; absent: from the first. */
};

static bool read_page(
    struct fy_http_request *request, struct page *ret_page, struct api_answer *ret_answer)
{
    return query_key(fy_http_query(request, "after"), "after", &ret_page->after, ret_answer) &&
           query_int(fy_http_query(request, "limit"), "limit", 1, ORDER_PAGE_MAX, ORDERS_DEFAULT,
               &ret_page->limit, ret_answer);
}

static bool check_page(struct fy_http_request *request, struct api_answer *ret_answer)
{
    struct page page;
    bool flag;

    return read_page(request, &page, ret_answer) &&
           query_flag(fy_http_query(request, "open"), "open", &flag, ret_answer);
}

static void put_summary(
    struct fy_json_out *out, const struct order_status *order, const struct fy_slice *titles)
{
    fy_json_out_object(out);
    fy_order_put(out, order, titles);
    fy_json_out_object_end(out);
}

static void begin_page(struct fy_json_out *out, struct fy_arena *arena)
{
    fy_json_out_init(out, arena);
    fy_json_out_object(out);
    fy_json_out_name(out, "orders");
    fy_json_out_array(out);
}

static enum fy_status end_page(struct fy_json_out *out,
    bool more,
    struct fy_slice last,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    fy_json_out_array_end(out);
    fy_json_out_member_text(out, "next_after", more ? last : (struct fy_slice){0});
    fy_json_out_object_end(out);
    return answer_json(ret_answer, out, err);
}

/* Two indexes, each the newest first, as one: `count_max` orders at most, each once. */
static enum fy_status merged_keys(struct views *views,
    const struct fy_slice *owners,
    int owner_count,
    const struct order_status *after,
    int count_max,
    struct fy_arena *arena,
    struct fy_slice *ret_orders,
    int *ret_count,
    bool *ret_more,
    struct fy_err *err)
{
    struct fy_slice keys[OWNERS_MAX][ORDER_PAGE_MAX];
    int counts[OWNERS_MAX] = {0}, at[OWNERS_MAX] = {0};
    bool more = false;

    for (int i = 0; i < owner_count; i++) {
        struct fy_slice from =
            after != NULL ? order_key_of(owners[i], after, arena) : (struct fy_slice){0};
        bool more_here = false;
        enum fy_status status =
            order_views_page(views, VIEW_ORDERS_OF, order_prefix(owners[i], fy_slice_of(""), arena),
                from, count_max, arena, keys[i], &counts[i], &more_here, err);

        if (status != FY_OK)
            return status;
        more = more || more_here;
    }
    *ret_count = 0;
    while (*ret_count < count_max) {
        int first = -1;

        for (int i = 0; i < owner_count; i++) {
            size_t head = owners[i].size + 1;

            if (at[i] == counts[i])
                continue;
            if (first < 0 || memcmp(keys[i][at[i]].data + head,
                                 keys[first][at[first]].data + owners[first].size + 1,
                                 keys[i][at[i]].size - head) < 0)
                first = i;
        }
        if (first < 0)
            break;
        ret_orders[(*ret_count)++] = order_of_key(keys[first][at[first]++]);
    }
    for (int i = 0; i < owner_count; i++)
        more = more || at[i] < counts[i];
    *ret_more = more;
    return FY_OK;
}

enum fy_status orders_page(struct views *views,
    const struct fy_slice *owners,
    int count,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice orders[ORDER_PAGE_MAX];
    struct order_status order, last;
    struct fy_json_out out;
    bool more = false, known = true, pending = false;
    int found = 0;
    enum fy_status status = FY_OK;

    assert(count <= OWNERS_MAX && limit <= ORDER_PAGE_MAX);
    if (after.data != NULL)
        status = order_views_get(views, after, arena, &known, &last, err);
    if (status == FY_OK && known)
        status = merged_keys(views, owners, count, after.data != NULL ? &last : NULL, limit, arena,
            orders, &found, &more, err);
    begin_page(&out, arena);
    for (int i = 0; i < found && status == FY_OK; i++) {
        struct fy_slice *titles = NULL;

        status = order_views_get(views, orders[i], arena, &known, &order, err);
        if (status == FY_OK && known)
            status = titles_of(views, &order, arena, &titles, err);
        if (status != FY_OK || !known)
            continue;
        pending = pending || order.pending;
        put_summary(&out, &order, titles);
    }
    if (status == FY_OK)
        status = end_page(&out, more, found > 0 ? orders[found - 1] : after, ret_answer, err);
    if (status == FY_OK && pending)
        ret_answer->retry_after_s = PENDING_ASK_AGAIN_S;
    return status;
}

static enum fy_status own_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    const struct fy_caller *caller = fy_http_caller(request);
    struct fy_slice owners[OWNERS_MAX];
    struct page page;
    int count = 0;

    if (!read_page(request, &page, ret_answer))
        return FY_OK;
    if (caller != NULL)
        owners[count++] = caller->person;
    if (key.data != NULL)
        owners[count++] = key;
    return orders_page(
        &api->views, owners, count, page.after, page.limit, &api->arena, ret_answer, err);
}

/* Of whoever is signed in; and of the guest that this browser was. */
void api_orders(struct fy_http_request *request, void *program)
{
    struct reading reading = {.view = VIEW_ORDERS_OF,
        .whom = ANSWER_FOR_CALLER,
        .is_of_orders = true,
        .check = check_page,
        .content = own_content};

    if (reading_known_visitor(program, request, &reading.key) || fy_http_caller(request) != NULL ||
        reading_visitor(program, request, &reading.key))
        reading_serve(program, request, &reading);
}

/* --- A supplier's ---------------------------------------------------------------------------- */

static const struct sub_order_status *sub_order_of(
    const struct order_status *order, struct fy_slice supplier)
{
    for (size_t i = 0; i < order->sub_orders.count; i++)
        if (fy_slice_equal(order->sub_orders.items[i].supplier, supplier))
            return &order->sub_orders.items[i];
    return NULL;
}

static void put_parts(struct fy_json_out *out,
    const struct order_status *order,
    struct fy_slice supplier,
    const struct fy_slice *titles)
{
    fy_json_out_name(out, "lines");
    fy_json_out_array(out);
    for (size_t i = 0; i < order->lines.count; i++)
        if (fy_slice_equal(order->lines.items[i].supplier, supplier))
            fy_order_put_line(out, &order->lines.items[i], &titles[i]);
    fy_json_out_array_end(out);
    fy_json_out_name(out, "shipments");
    fy_json_out_array(out);
    for (size_t i = 0; i < order->shipments.count; i++)
        if (fy_slice_equal(order->shipments.items[i].supplier, supplier))
            fy_order_put_shipment(out, &order->shipments.items[i]);
    fy_json_out_array_end(out);
}

/* What is theirs of it; where it goes, only while they have something to do with it. */
static enum fy_status put_sub_order(struct api *api,
    const struct order_status *order,
    struct fy_slice supplier,
    struct fy_json_out *out,
    struct fy_err *err)
{
    const struct sub_order_status *sub_order = sub_order_of(order, supplier);
    struct fy_slice *titles;
    enum fy_status status;

    if (sub_order == NULL)
        return FY_OK;
    status = titles_of(&api->views, order, &api->arena, &titles, err);
    if (status != FY_OK)
        return status;
    fy_json_out_object(out);
    fy_json_out_member_text(out, "order", order->order);
    fy_json_out_member_int(out, "placed_ms", order->placed_ms);
    fy_json_out_member_text(out, "state", fy_slice_of(fy_sub_order_state(sub_order->state)));
    if (sub_order->has_due_ms)
        fy_json_out_member_int(out, "due_ms", sub_order->due_ms);
    if (sub_order->reason.data != NULL)
        fy_json_out_member_text(out, "reason", sub_order->reason);
    fy_order_put_money(out, "sold", sub_order->sold_minor, sub_order->currency);
    fy_order_put_money(out, "commission", sub_order->commission_minor, sub_order->currency);
    put_parts(out, order, supplier, titles);
    if (fy_order_is_open_for(order, supplier))
        status = put_address(api, order, out, err);
    fy_json_out_object_end(out);
    return status;
}

static enum fy_status supplier_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice supplier,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice keys[ORDER_PAGE_MAX], after = {0};
    struct order_status order;
    struct fy_json_out out;
    struct page page;
    bool open = false, more = false, known = true;
    int count = 0;
    enum fy_status status = FY_OK;

    if (!read_page(request, &page, ret_answer) ||
        !query_flag(fy_http_query(request, "open"), "open", &open, ret_answer))
        return FY_OK;
    if (page.after.data != NULL)
        status = order_views_get(&api->views, page.after, &api->arena, &known, &order, err);
    if (page.after.data != NULL && status == FY_OK && known)
        after = order_key_of_supplier(supplier, open, &order, &api->arena);
    if (status == FY_OK && known) {
        status = order_views_page(&api->views, VIEW_SUB_ORDERS,
            order_prefix(supplier, fy_slice_of(open ? "o" : "a"), &api->arena), after, page.limit,
            &api->arena, keys, &count, &more, err);
    }
    begin_page(&out, &api->arena);
    for (int i = 0; i < count && status == FY_OK; i++) {
        status =
            order_views_get(&api->views, order_of_key(keys[i]), &api->arena, &known, &order, err);
        if (status == FY_OK && known)
            status = put_sub_order(api, &order, supplier, &out, err);
    }
    if (status != FY_OK)
        return status;
    return end_page(
        &out, more, count > 0 ? order_of_key(keys[count - 1]) : page.after, ret_answer, err);
}

/* The gate has seen that the supplier is the caller's. */
void api_supplier_orders(struct fy_http_request *request, void *program)
{
    struct reading reading = {.view = VIEW_SUB_ORDERS,
        .key = fy_http_path_param(request, "supplier"),
        .whom = ANSWER_FOR_CALLER,
        .is_of_orders = true,
        .check = check_page,
        .content = supplier_content};

    reading_serve(program, request, &reading);
}

/* --- An operator's --------------------------------------------------------------------------- */

static enum fy_status operator_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice keys[ORDER_PAGE_MAX], after = {0};
    struct order_status order;
    struct fy_json_out out;
    struct page page;
    bool more = false, known = true;
    int count = 0;
    enum fy_status status = FY_OK;

    (void)key;
    if (!read_page(request, &page, ret_answer))
        return FY_OK;
    if (page.after.data != NULL)
        status = order_views_get(&api->views, page.after, &api->arena, &known, &order, err);
    if (page.after.data != NULL && status == FY_OK && known)
        after = order_key_of_operator(&order, &api->arena);
    if (status == FY_OK && known)
        status = order_views_page(&api->views, VIEW_OPERATOR, (struct fy_slice){0}, after,
            page.limit, &api->arena, keys, &count, &more, err);
    begin_page(&out, &api->arena);
    for (int i = 0; i < count && status == FY_OK; i++) {
        status =
            order_views_get(&api->views, order_of_key(keys[i]), &api->arena, &known, &order, err);
        if (status != FY_OK || !known)
            continue;
        fy_json_out_object(&out);
        fy_json_out_member_text(&out, "needs_operator", order.standing.needs_operator);
        fy_order_put(&out, &order, NULL);
        fy_json_out_object_end(&out);
    }
    if (status != FY_OK)
        return status;
    return end_page(
        &out, more, count > 0 ? order_of_key(keys[count - 1]) : page.after, ret_answer, err);
}

void api_operator_orders(struct fy_http_request *request, void *program)
{
    struct reading reading = {.view = VIEW_OPERATOR,
        .whom = ANSWER_FOR_CALLER,
        .is_of_orders = true,
        .check = check_page,
        .content = operator_content};

    reading_serve(program, request, &reading);
}
