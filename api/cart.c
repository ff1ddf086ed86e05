/* cart.c - what is in somebody's cart, with what it costs and what is there now. */
#include "api/api.h"
#include "api/cart_merge.h"
#include "api/history_merge.h"
#include "api/order_views.h"
#include "lib/orders.h"

#include <string.h>

enum { OWNERS_MAX = MERGE_HISTORIES_MAX + 1 };

/* What an owner has ordered since; orders are the newest first, so those before `oldest_ms` end it.
 */
static enum fy_status take_out_ordered(struct views *views,
    struct fy_slice owner,
    int64_t oldest_ms,
    struct fy_arena *arena,
    struct cart_merge *merge,
    struct fy_err *err)
{
    struct fy_slice keys[CART_ORDERS_LOOKED];
    bool more = false;
    int count = 0;
    enum fy_status status =
        order_views_page(views, VIEW_ORDERS_OF, order_prefix(owner, fy_slice_of(""), arena),
            (struct fy_slice){0}, CART_ORDERS_LOOKED, arena, keys, &count, &more, err);

    for (int i = 0; i < count && status == FY_OK; i++) {
        struct order_status order;
        bool known = false;

        status = order_views_get(views, order_of_key(keys[i]), arena, &known, &order, err);
        if (status != FY_OK || !known)
            continue;
        if (order.placed_ms < oldest_ms)
            break;
        for (size_t j = 0; fy_order_was_placed(&order) && j < order.lines.count; j++)
            cart_merge_ordered(merge, order.lines.items[j].sku, order.placed_ms);
    }
    return status;
}

static enum fy_status merge_all(struct views *views,
    const struct fy_slice *owners,
    size_t count,
    struct fy_arena *arena,
    struct cart_merge *merge,
    struct fy_err *err)
{
    struct cart_line *lines = fy_arena_alloc(arena, CART_SKUS_MAX * sizeof(*lines));
    enum fy_status status = FY_OK;

    if (lines == NULL)
        return fy_fail(err, FY_FATAL, "a cart does not fit the arena");
    for (size_t i = 0; i < count && status == FY_OK; i++) {
        int64_t set_ms = 0;
        int found = 0;

        status =
            cart_views_lines(views, owners[i], CART_SKUS_MAX, arena, lines, &found, &set_ms, err);
        if (status == FY_OK)
            cart_merge_add(merge, lines, found, set_ms);
    }
    for (size_t i = 0; i < count && status == FY_OK && merge->count > 0; i++)
        status = take_out_ordered(views, owners[i], cart_merge_oldest_ms(merge), arena, merge, err);
    cart_merge_end(merge);
    return status;
}

static enum fy_status put_line(struct views *views,
    const struct cart_line *line,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct shown_product shown;
    struct fy_slice title = {0};
    bool known = false;
    enum fy_status status = views_product(views, line->sku, arena, &known, &shown, err);

    if (status == FY_OK && !known)
        status = views_title(views, line->sku, arena, &title, err);
    if (status != FY_OK)
        return status;
    fy_json_out_object(out);
    if (known) {
        put_product(out, &shown);
    } else {
        fy_json_out_member_text(out, "sku", line->sku);
        fy_json_out_member_text(out, "title", title);
        fy_json_out_member_int(out, "available_units", 0);
    }
    fy_json_out_member_int(out, "units", line->units);
    fy_json_out_object_end(out);
    return FY_OK;
}

enum fy_status cart_of(struct views *views,
    const struct fy_slice *owners,
    size_t count,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct cart_merge *merge = fy_arena_alloc(arena, sizeof(*merge));
    struct fy_json_out out;
    enum fy_status status;

    assert(count <= OWNERS_MAX);
    if (merge == NULL)
        return fy_fail(err, FY_FATAL, "a cart does not fit the arena");
    status = merge_all(views, owners, count, arena, merge, err);
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "lines");
    fy_json_out_array(&out);
    for (int i = 0; i < merge->count && status == FY_OK; i++)
        status = put_line(views, &merge->lines[i], arena, &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_array_end(&out);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- The route ------------------------------------------------------------------------------- */

/* The person who is signed in, and the visitors they were; else the visitor alone. */
static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    const struct fy_caller *caller = fy_http_caller(request);
    struct fy_slice owners[OWNERS_MAX];
    struct fy_slice visitor = {0};
    size_t count = 0;
    enum fy_status status;

    (void)key;
    (void)reading_known_visitor(api, request, &visitor);
    status = history_visitors(api, caller, visitor, owners, &count, err);
    if (status != FY_OK)
        return status;
    if (caller != NULL)
        owners[count++] = caller->person;
    return cart_of(&api->views, owners, count, &api->arena, ret_answer, err);
}

/* Fy-After is about whoever would write: the person, else the visitor. */
void api_cart(struct fy_http_request *request, void *program)
{
    const struct fy_caller *caller = fy_http_caller(request);
    struct reading reading = {.view = VIEW_CARTS, .whom = ANSWER_FOR_CALLER, .content = content};

    if (caller != NULL)
        reading.key = caller->person;
    if (caller != NULL || reading_visitor(program, request, &reading.key))
        reading_serve(program, request, &reading);
}
