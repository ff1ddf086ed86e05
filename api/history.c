/* history.c - what a visitor did, or a person as all the visitors they were, as they may see it. */
#include "api/api.h"
#include "api/history_merge.h"

/* The words for a SKU; null where it is not listed any more, which does not undo what was done. */
static enum fy_status put_title(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct fy_slice title;
    enum fy_status status = views_title(views, sku, arena, &title, err);

    if (status != FY_OK)
        return status;
    fy_json_out_member_text(out, "sku", sku);
    fy_json_out_member_text(out, "title", title);
    return FY_OK;
}

static enum fy_status put_views(struct views *views,
    const struct history *history,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    fy_json_out_name(out, "views");
    fy_json_out_array(out);
    for (size_t i = 0; i < history->views.count; i++) {
        enum fy_status status;

        fy_json_out_object(out);
        status = put_title(views, history->views.items[i].sku, arena, out, err);
        if (status != FY_OK)
            return status;
        fy_json_out_member_int(out, "event_ms", history->views.items[i].event_ms);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    return FY_OK;
}

static enum fy_status put_cart(struct views *views,
    const struct history *history,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    fy_json_out_name(out, "cart");
    fy_json_out_array(out);
    for (size_t i = 0; i < history->cart.count; i++) {
        struct shown_product shown;
        struct fy_slice sku = history->cart.items[i].sku;
        bool known = false;
        enum fy_status status = views_product(views, sku, arena, &known, &shown, err);

        if (status != FY_OK)
            return status;
        fy_json_out_object(out);
        if (known) {
            put_product(out, &shown);
        } else {
            fy_json_out_member_text(out, "sku", sku);
            fy_json_out_member_text(out, "title", (struct fy_slice){.data = NULL});
            fy_json_out_member_int(out, "available_units", 0);
        }
        fy_json_out_member_int(out, "units", history->cart.items[i].units);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    return FY_OK;
}

static void put_counts(struct fy_json_out *out, const struct activity_counts *counts)
{
    fy_json_out_name(out, "counts");
    fy_json_out_object(out);
    fy_json_out_member_int(out, "views", counts->views);
    fy_json_out_member_int(out, "searches", counts->searches);
    fy_json_out_member_int(out, "cart_changes", counts->cart_changes);
    fy_json_out_member_int(out, "recommendations_shown", counts->recommendations_shown);
    fy_json_out_member_int(out, "recommendations_clicked", counts->recommendations_clicked);
    fy_json_out_object_end(out);
}

/* Those that are known, as one. */
static enum fy_status load_all(struct views *views,
    const struct fy_slice *visitors,
    size_t count,
    struct fy_arena *arena,
    bool *ret_known,
    struct history *ret_history,
    struct fy_err *err)
{
    struct history histories[MERGE_HISTORIES_MAX];
    size_t known_count = 0;

    assert(count <= MERGE_HISTORIES_MAX);
    for (size_t i = 0; i < count; i++) {
        bool known = false;
        enum fy_status status =
            views_history(views, visitors[i], arena, &known, &histories[known_count], err);

        if (status != FY_OK)
            return status;
        known_count += known;
    }
    *ret_known = known_count > 0;
    if (known_count != 1)
        return history_merge(histories, known_count, arena, ret_history, err);
    *ret_history = histories[0];
    return FY_OK;
}

enum fy_status history_of(struct views *views,
    const struct fy_slice *visitors,
    size_t count,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    struct history history = {0};
    bool known = false;
    enum fy_status status = load_all(views, visitors, count, arena, &known, &history, err);

    if (status != FY_OK)
        return status;

    /* The visitor's id is left out: it is the cookie's, which no script of the page may read. */
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    put_as_of(&out, history.as_of.items, history.as_of.count);
    fy_json_out_name(&out, "updated_ms");
    if (known)
        fy_json_out_int(&out, history.updated_ms);
    else
        fy_json_out_null(&out);
    status = put_views(views, &history, arena, &out, err);
    if (status == FY_OK)
        status = put_cart(views, &history, arena, &out, err);
    if (status != FY_OK)
        return status;
    put_counts(&out, &history.counts);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- Routes ------------------------------------------------------------------------------------
 */

enum fy_status history_visitors(struct api *api,
    const struct fy_caller *caller,
    struct fy_slice visitor,
    struct fy_slice *ret_visitors,
    size_t *ret_count,
    struct fy_err *err)
{
    struct user user;
    bool known = false;
    enum fy_status status = FY_OK;

    *ret_count = 0;
    if (visitor.data != NULL)
        ret_visitors[(*ret_count)++] = visitor;
    if (caller != NULL)
        status = views_user(&api->views, caller->person, &api->arena, &known, &user, err);
    if (status != FY_OK || !known)
        return status;
    for (size_t i = user.visitors.count; i > 0 && *ret_count < MERGE_HISTORIES_MAX; i--)
        if (!fy_slice_equal(user.visitors.items[i - 1], visitor))
            ret_visitors[(*ret_count)++] = user.visitors.items[i - 1];
    return FY_OK;
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice visitors[MERGE_HISTORIES_MAX];
    size_t count = 0;
    enum fy_status status =
        history_visitors(api, fy_http_caller(request), key, visitors, &count, err);

    if (status != FY_OK)
        return status;
    return history_of(&api->views, visitors, count, &api->arena, ret_answer, err);
}

/* Without a cookie there is no one visitor whose place could be waited for. */
void api_history(struct fy_http_request *request, void *program)
{
    struct reading reading = {
        .view = VIEW_HISTORIES, .whom = ANSWER_FOR_CALLER, .content = content};

    if (fy_http_caller(request) != NULL && !reading_known_visitor(program, request, &reading.key))
        reading_serve_page(program, request, &reading);
    else if (reading_visitor(program, request, &reading.key))
        reading_serve(program, request, &reading);
}
