/*
 * supplier.c - what a supplier offers, with its own price and count.
 *
 * A level has the offers of all suppliers of its SKU. Here is the one place where one of them goes
 * out, and it is the one of the supplier whose path was asked, which the gate has seen to be the
 * caller's.
 */
#include "api/api.h"
#include "api/keys.h"

enum {
    LOOKED_AT_MAX = 2000, /* Of a page of those that are low: the rest is the next page's. */
};

/* A product as its supplier sees it. */
struct own {
    struct shown_product shown; /* Where it is listed; else the title alone. */
    bool is_listed;
    struct stock_level level;
    const struct level_offer *offer; /* NULL: they offer it no more, and owe nobody any of it. */
};

static const struct level_offer *offer_of(const struct stock_level *level, struct fy_slice supplier)
{
    for (size_t i = 0; i < level->offers.count; i++)
        if (fy_slice_equal(level->offers.items[i].supplier, supplier))
            return &level->offers.items[i];
    return NULL;
}

static enum fy_status load(struct views *views,
    struct fy_slice supplier,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct own *ret_own,
    struct fy_err *err)
{
    bool known = false;
    enum fy_status status = views_level(views, sku, arena, &known, &ret_own->level, err);

    ret_own->offer = NULL;
    if (status != FY_OK || !known)
        return status;
    ret_own->offer = offer_of(&ret_own->level, supplier);
    if (ret_own->offer == NULL)
        return FY_OK;
    ret_own->is_listed = false;
    status = views_product(views, sku, arena, &ret_own->is_listed, &ret_own->shown, err);
    if (status == FY_OK && !ret_own->is_listed) {
        ret_own->shown = (struct shown_product){0};
        status = views_title(views, sku, arena, &ret_own->shown.product.title, err);
    }
    return status;
}

static void put_own(struct fy_json_out *out, const struct own *own)
{
    const struct level_offer *offer = own->offer;

    fy_json_out_object(out);
    fy_json_out_member_text(out, "sku", own->level.sku);
    fy_json_out_member_text(out, "title", own->shown.product.title);
    put_price(out, &offer->price);
    fy_json_out_member_int(out, "on_hand_units", offer->on_hand_units);
    fy_json_out_member_int(out, "held_units", offer->held_units);
    fy_json_out_member_int(out, "committed_units", offer->committed_units);
    fy_json_out_member_int(out, "available_units", offer->available_units);
    put_count(out, "threshold_units", offer->has_threshold_units, offer->threshold_units);
    fy_json_out_name(out, "low");
    fy_json_out_bool(out, offer->low);
    put_count(out, "buffer_percent", offer->has_buffer_percent, offer->buffer_percent);
    put_count(out, "counted_ms", offer->counted_ms > 0, offer->counted_ms);
    put_count(out, "withdrawn_ms", offer->has_withdrawn_ms, offer->withdrawn_ms);
    if (own->is_listed) {
        put_money(out, "customer_price", &own->shown.product.price);
        put_images(out, own->shown.product.images.items, own->shown.product.images.count);
    }
    put_as_of(out, own->level.as_of.items, own->level.as_of.count);
    fy_json_out_member_int(out, "updated_ms", own->level.updated_ms);
    fy_json_out_object_end(out);
}

/* *ret_last is the last one looked at, shown or not. */
static enum fy_status put_page(struct views *views,
    struct fy_slice supplier,
    const struct fy_slice *skus,
    int count,
    int limit,
    bool low,
    struct fy_arena *arena,
    struct fy_json_out *out,
    int *ret_looked_at,
    struct fy_err *err)
{
    int shown = 0, i = 0;

    for (; i < count && shown < limit; i++) {
        struct own own;
        enum fy_status status = load(views, supplier, skus[i], arena, &own, err);

        if (status != FY_OK)
            return status;
        if (own.offer == NULL || (low && !own.offer->low))
            continue;
        put_own(out, &own);
        shown++;
    }
    *ret_looked_at = i;
    return FY_OK;
}

enum fy_status supplier_page(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    bool low,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    int count_max = low ? LOOKED_AT_MAX : limit, count = 0, looked_at = 0;
    struct fy_slice *skus = fy_arena_alloc(arena, (size_t)count_max * sizeof(*skus));
    struct fy_json_out out;
    enum fy_status status;
    bool more = false;

    if (skus == NULL)
        return fy_fail(err, FY_FATAL, "a page of %d keys does not fit the arena", count_max);
    status = views_seconds(
        views, VIEW_OFFERS, supplier, after, count_max, arena, skus, &count, &more, err);
    if (status != FY_OK)
        return status;
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "supplier", supplier);
    fy_json_out_name(&out, "products");
    fy_json_out_array(&out);
    status = put_page(views, supplier, skus, count, limit, low, arena, &out, &looked_at, err);
    if (status != FY_OK)
        return status;
    fy_json_out_array_end(&out);
    more = more || looked_at < count;
    fy_json_out_member_text(
        &out, "next_after", more ? skus[looked_at - 1] : (struct fy_slice){.data = NULL});
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

enum fy_status supplier_one(struct views *views,
    struct fy_slice supplier,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    struct own own;
    enum fy_status status = load(views, supplier, sku, arena, &own, err);

    if (status == FY_OK && own.offer == NULL)
        answer_problem(ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "There is no product of that SKU");
    if (status != FY_OK || own.offer == NULL)
        return status;
    fy_json_out_init(&out, arena);
    put_own(&out, &own);
    return answer_json(ret_answer, &out, err);
}

/* --- Routes ----------------------------------------------------------------------------------- */

static enum fy_status page_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice after;
    bool low;
    int limit;

    if (!query_key(fy_http_query(request, "after"), "after", &after, ret_answer) ||
        !query_int(fy_http_query(request, "limit"), "limit", 1, API_SUPPLIER_MAX,
            API_SUPPLIER_DEFAULT, &limit, ret_answer) ||
        !query_flag(fy_http_query(request, "low"), "low", &low, ret_answer))
        return FY_OK;
    return supplier_page(&api->views, key, after, limit, low, &api->arena, ret_answer, err);
}

void api_supplier_products(struct fy_http_request *request, void *program)
{
    reading_serve_page(program, request,
        &(struct reading){.view = VIEW_OFFERS,
            .key = fy_http_path_param(request, "supplier"),
            .whom = ANSWER_FOR_CALLER,
            .content = page_content});
}

static enum fy_status one_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    return supplier_one(
        &api->views, fy_http_path_param(request, "supplier"), key, &api->arena, ret_answer, err);
}

/* After a write of theirs, by its place. */
void api_supplier_product(struct fy_http_request *request, void *program)
{
    reading_serve(program, request,
        &(struct reading){.view = VIEW_PRODUCTS,
            .key = fy_http_path_param(request, "sku"),
            .whom = ANSWER_FOR_CALLER,
            .content = one_content});
}
