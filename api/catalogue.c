/* catalogue.c - products: pages in SKU order, and one at a time. */
#include "api/api.h"
#include "api/collected.h"

enum fy_status catalogue_page(struct views *views,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    const struct fy_slice *skus;
    enum fy_status status;
    int count;
    bool more;

    status = views_keys(views, VIEW_PRODUCTS, after, limit, arena, &skus, &count, &more, err);
    if (status != FY_OK)
        return status;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "products");
    fy_json_out_array(&out);
    for (int i = 0; i < count; i++) {
        struct shown_product shown;
        bool known = false;

        status = views_product(views, skus[i], arena, &known, &shown, err);
        if (status != FY_OK)
            return status;
        if (!known)
            continue;
        fy_json_out_object(&out);
        put_product(&out, &shown);
        fy_json_out_object_end(&out);
    }
    fy_json_out_array_end(&out);
    fy_json_out_member_text(
        &out, "next_after", more ? skus[count - 1] : (struct fy_slice){.data = NULL});
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

enum fy_status catalogue_product(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    struct shown_product shown;
    bool known = false;
    enum fy_status status = views_product(views, sku, arena, &known, &shown, err);

    if (status != FY_OK)
        return status;
    if (!known) {
        answer_problem(ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "No product of that SKU is listed");
        return FY_OK;
    }

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    put_product(&out, &shown);
    fy_json_out_member_text(&out, "description", shown.product.description);
    fy_json_out_member_text(&out, "supplier", shown.product.supplier);
    fy_json_out_member_int(&out, "supplier_count", (int64_t)shown.product.suppliers.count);
    fy_json_out_member_text(&out, "category", shown.product.category);
    put_texts(&out, "gtins", shown.product.gtins.items, shown.product.gtins.count);
    put_link(&out, "prices", "/v1/products/", sku, "/prices");
    put_link(&out, "live", "/v1/products/", sku, "/live");
    status = collected_put(views, sku, arena, &out, err);
    if (status != FY_OK)
        return status;
    put_as_of(&out, shown.product.as_of.items, shown.product.as_of.count);
    fy_json_out_member_int(&out, "updated_ms", shown.product.updated_ms);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- Routes ------------------------------------------------------------------------------------
 */

static enum fy_status page_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice after;
    int limit;

    (void)key;
    if (!query_key(fy_http_query(request, "after"), "after", &after, ret_answer) ||
        !query_int(fy_http_query(request, "limit"), "limit", 1, API_PRODUCTS_MAX,
            API_PRODUCTS_DEFAULT, &limit, ret_answer))
        return FY_OK;
    return catalogue_page(&api->views, after, limit, &api->arena, ret_answer, err);
}

void api_products(struct fy_http_request *request, void *program)
{
    reading_serve_page(program, request,
        &(struct reading){.view = VIEW_PRODUCTS, .whom = ANSWER_FOR_ALL, .content = page_content});
}

static enum fy_status product_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    (void)request;
    return catalogue_product(&api->views, key, &api->arena, ret_answer, err);
}

static struct reading product_of(struct fy_http_request *request)
{
    return (struct reading){.view = VIEW_PRODUCTS,
        .key = fy_http_path_param(request, "sku"),
        .whom = ANSWER_FOR_ALL,
        .content = product_content};
}

void api_product(struct fy_http_request *request, void *program)
{
    struct reading reading = product_of(request);

    reading_serve(program, request, &reading);
}

void api_product_live(struct fy_http_request *request, void *program)
{
    struct reading reading = product_of(request);

    live_serve(program, request, &reading);
}
