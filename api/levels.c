/* levels.c - what is available of many SKUs at once, for pages that show many and ask often. */
#include "api/api.h"

#include <string.h>

/* One look-up each; a withdrawn product has none. The offers of a level stay here. */
static enum fy_status put_level(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    bool *ret_known,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct stock_level level;
    enum fy_status status = views_level(views, sku, arena, ret_known, &level, err);

    if (status != FY_OK || !*ret_known)
        return status;
    fy_json_out_object(out);
    fy_json_out_member_text(out, "sku", sku);
    fy_json_out_member_int(out, "available_units", level.available_units);
    if (level.best_price != NULL)
        put_price(out, level.best_price);
    fy_json_out_object_end(out);
    return FY_OK;
}

enum fy_status levels_of(struct views *views,
    const struct fy_slice *skus,
    size_t count,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice unknown[API_STOCK_MAX];
    size_t unknown_count = 0;
    struct fy_json_out out;

    assert(count <= API_STOCK_MAX);
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "stock");
    fy_json_out_array(&out);
    for (size_t i = 0; i < count; i++) {
        bool known = false;
        enum fy_status status = put_level(views, skus[i], arena, &known, &out, err);

        if (status != FY_OK)
            return status;
        if (!known)
            unknown[unknown_count++] = skus[i];
    }
    fy_json_out_array_end(&out);
    put_texts(&out, "unknown", unknown, unknown_count);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* "A,B,C": no SKU has a comma in it. */
static bool cut_skus(struct fy_slice text,
    struct fy_slice skus[API_STOCK_MAX],
    size_t *ret_count,
    struct api_answer *ret_answer)
{
    size_t count = 0, start = 0;

    for (size_t i = 0; i <= text.size; i++) {
        if (i < text.size && text.data[i] != ',')
            continue;
        if (count == API_STOCK_MAX) {
            answer_problem(
                ret_answer, FY_PROBLEM_BAD_QUERY, "sku", "sku: at most %d at once", API_STOCK_MAX);
            return false;
        }
        if (!query_key(
                (struct fy_slice){text.data + start, i - start}, "sku", &skus[count++], ret_answer))
            return false;
        start = i + 1;
    }
    *ret_count = count;
    return true;
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice text = fy_http_query(request, "sku");
    struct fy_slice skus[API_STOCK_MAX];
    size_t count = 0;

    (void)key;
    if (text.data == NULL) {
        answer_problem(ret_answer, FY_PROBLEM_BAD_QUERY, "sku",
            "sku: which? As in ?sku=A,B,C; at most %d", API_STOCK_MAX);
        return FY_OK;
    }
    if (!cut_skus(text, skus, &count, ret_answer))
        return FY_OK;
    return levels_of(&api->views, skus, count, &api->arena, ret_answer, err);
}

void api_stock(struct fy_http_request *request, void *program)
{
    reading_serve_page(program, request,
        &(struct reading){.view = VIEW_STOCK_LEVELS, .whom = ANSWER_FOR_ALL, .content = content});
}
