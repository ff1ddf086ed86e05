/*
 * recommendations.c - what a visitor may like: the list that `recommend` made, held against what is
 * in stock now. A list may be older than the last sale; our own view of the stock decides.
 */
#include "api/api.h"

#include <string.h>

static bool is_shown(const struct recommendation *list, struct fy_slice sku, bool keep_current)
{
    return keep_current || list->current_sku.data == NULL ||
           !fy_slice_equal(list->current_sku, sku);
}

/* What speaks for the items of a list is mostly the same few products: the last is remembered. */
struct because {
    struct fy_slice sku;
    struct fy_slice text;
};

/* A title may be of any length: nothing here was promised a limit. */
static struct fy_slice viewed(struct fy_slice title, struct fy_arena *arena)
{
    static const char before[] = "because you viewed ";
    size_t before_size = sizeof(before) - 1;
    uint8_t *text = fy_arena_alloc(arena, before_size + title.size);

    if (text == NULL)
        return (struct fy_slice){0};
    memcpy(text, before, before_size);
    if (title.size > 0)
        memcpy(text + before_size, title.data, title.size);
    return (struct fy_slice){text, before_size + title.size};
}

/*
 * Why it is in the list, in words. A product that is not listed any more is named by its SKU; one
 * that was viewed itself speaks for itself.
 */
static enum fy_status put_reason(struct views *views,
    const struct recommended_item *item,
    struct because *because,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct fy_slice text = fy_slice_of("because you viewed it before");

    if (!fy_slice_equal(item->because_sku, item->sku)) {
        if (because->text.data == NULL || !fy_slice_equal(because->sku, item->because_sku)) {
            struct fy_slice title;
            enum fy_status status = views_title(views, item->because_sku, arena, &title, err);

            if (status != FY_OK)
                return status;
            if (title.data == NULL)
                title = item->because_sku;
            because->sku = item->because_sku;
            because->text = viewed(title, arena);
            if (because->text.data == NULL)
                return fy_fail(err, FY_FATAL, "a reason does not fit the arena of an answer");
        }
        text = because->text;
    }

    fy_json_out_name(out, "reason");
    fy_json_out_object(out);
    fy_json_out_member_text(out, "because_sku", item->because_sku);
    fy_json_out_member_text(out, "text", text);
    fy_json_out_member_int(out, "sessions", item->sessions);
    fy_json_out_object_end(out);
    return FY_OK;
}

static enum fy_status put_items(struct views *views,
    const struct recommendation *list,
    int limit,
    bool keep_current,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct because because = {0};
    int shown_count = 0;

    fy_json_out_name(out, "items");
    fy_json_out_array(out);
    for (size_t i = 0; i < list->items.count && shown_count < limit; i++) {
        const struct recommended_item *item = &list->items.items[i];
        struct shown_product shown;
        bool known = false;
        enum fy_status status;

        if (!is_shown(list, item->sku, keep_current))
            continue;
        status = views_product(views, item->sku, arena, &known, &shown, err);
        if (status != FY_OK)
            return status;
        if (!known || shown.available_units <= 0)
            continue;

        fy_json_out_object(out);
        put_product(out, &shown);
        fy_json_out_member_int(out, "score", item->score);
        status = put_reason(views, item, &because, arena, out, err);
        if (status != FY_OK)
            return status;
        fy_json_out_object_end(out);
        shown_count++;
    }
    fy_json_out_array_end(out);
    return FY_OK;
}

enum fy_status recommendations_for(struct views *views,
    struct fy_slice visitor,
    int limit,
    bool keep_current,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    struct recommendation list = {0};
    bool known = false;
    enum fy_status status = views_recommendation(views, visitor, arena, &known, &list, err);

    if (status != FY_OK)
        return status;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "list_id", list.list_id);
    put_as_of(&out, list.as_of.items, list.as_of.count);
    fy_json_out_name(&out, "updated_ms");
    if (known)
        fy_json_out_int(&out, list.updated_ms);
    else
        fy_json_out_null(&out);
    fy_json_out_member_text(&out, "current_sku", list.current_sku);
    status = put_items(views, &list, limit, keep_current, arena, &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- Routes ------------------------------------------------------------------------------------
 */

static bool parse(struct fy_http_request *request,
    int *ret_limit,
    bool *ret_keep_current,
    struct api_answer *ret_answer)
{
    return query_int(fy_http_query(request, "limit"), "limit", 1, API_RECOMMENDED_MAX,
               API_RECOMMENDED_DEFAULT, ret_limit, ret_answer) &&
           query_flag(fy_http_query(request, "keep_current"), "keep_current", ret_keep_current,
               ret_answer);
}

static bool check(struct fy_http_request *request, struct api_answer *ret_answer)
{
    int limit;
    bool keep_current;

    return parse(request, &limit, &keep_current, ret_answer);
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    int limit;
    bool keep_current;

    if (!parse(request, &limit, &keep_current, ret_answer))
        return FY_OK;
    return recommendations_for(&api->views, key, limit, keep_current, &api->arena, ret_answer, err);
}

void api_recommendations(struct fy_http_request *request, void *program)
{
    struct reading reading = {.view = VIEW_RECOMMENDATIONS,
        .whom = ANSWER_FOR_VISITOR,
        .check = check,
        .content = content};

    if (reading_visitor(program, request, &reading.key))
        reading_serve(program, request, &reading);
}
