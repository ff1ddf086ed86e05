/* prices.c - what customers saw as a product's price, from the events of `stock`. */
#include "api/api.h"
#include "api/stock_views.h"

#include <assert.h>

/* As EU law asks of whoever says "reduced": Directive 98/6/EC, article 6a. */
static const int64_t before_ms = INT64_C(30) * 24 * 3600 * 1000;

/*
 * The lowest price in the 30 days before the newest one. A price counts until the next one came, so
 * the one that was in force when those days began counts too.
 */
static bool lowest_before(const struct price_point *points, int count, int64_t *ret_minor)
{
    bool is_known = false;

    for (int i = 1; i < count; i++) {
        if (points[i - 1].since_ms < points[0].since_ms - before_ms)
            break;
        if (!is_known || points[i].minor < *ret_minor)
            *ret_minor = points[i].minor;
        is_known = true;
    }
    return is_known;
}

enum fy_status prices_of(struct views *views,
    struct fy_slice sku,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct price_point *points = NULL;
    struct shown_product shown;
    struct fy_json_out out;
    int64_t lowest = 0;
    int count = 0;
    bool known = false, has_lowest;
    enum fy_status status = views_product(views, sku, arena, &known, &shown, err);

    assert(limit > 0);
    if (status == FY_OK && known)
        status = views_prices(views, sku, arena, &points, &count, err);
    if (status == FY_OK && !known)
        answer_problem(ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "No product of that SKU is listed");
    if (status != FY_OK || !known)
        return status;

    has_lowest = lowest_before(points, count, &lowest);
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "sku", sku);
    fy_json_out_member_text(&out, "currency", shown.product.price.currency);
    put_count(&out, "lowest_30_days_before_minor", has_lowest, lowest);
    fy_json_out_name(&out, "prices");
    fy_json_out_array(&out);
    for (int i = 0; i < count && i < limit; i++) {
        fy_json_out_object(&out);
        fy_json_out_member_int(&out, "since_ms", points[i].since_ms);
        fy_json_out_member_int(&out, "minor", points[i].minor);
        fy_json_out_object_end(&out);
    }
    fy_json_out_array_end(&out);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    int limit;

    if (!query_int(fy_http_query(request, "limit"), "limit", 1, PRICES_KEPT, PRICES_KEPT, &limit,
            ret_answer))
        return FY_OK;
    return prices_of(&api->views, key, limit, &api->arena, ret_answer, err);
}

/* No row of `prices` says which fact it includes, so nobody can wait for one. */
void api_prices(struct fy_http_request *request, void *program)
{
    reading_serve_page(program, request,
        &(struct reading){.view = VIEW_PRICES,
            .key = fy_http_path_param(request, "sku"),
            .whom = ANSWER_FOR_ALL,
            .content = content});
}
