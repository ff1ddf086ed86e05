/* collections.c - products shown together: pages in id order, and one with what is in it. */
#include "api/api.h"

enum fy_status collections_page(struct views *views,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    const struct fy_slice *ids;
    enum fy_status status;
    int count;
    bool more;

    status = views_keys(views, VIEW_COLLECTIONS, after, limit, arena, &ids, &count, &more, err);
    if (status != FY_OK)
        return status;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "collections");
    fy_json_out_array(&out);
    for (int i = 0; i < count; i++) {
        struct collection collection;
        bool known = false;

        status = views_collection(views, ids[i], arena, &known, &collection, err);
        if (status != FY_OK)
            return status;
        if (!known)
            continue;
        fy_json_out_object(&out);
        fy_json_out_member_text(&out, "collection", collection.collection);
        fy_json_out_member_text(&out, "title", collection.title);
        fy_json_out_member_int(&out, "product_count", (int64_t)collection.skus.count);
        fy_json_out_object_end(&out);
    }
    fy_json_out_array_end(&out);
    fy_json_out_member_text(
        &out, "next_after", more ? ids[count - 1] : (struct fy_slice){.data = NULL});
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

enum fy_status collections_one(struct views *views,
    struct fy_slice id,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    struct collection collection;
    bool known = false;
    enum fy_status status = views_collection(views, id, arena, &known, &collection, err);

    if (status != FY_OK)
        return status;
    if (!known) {
        answer_problem(ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "There is no collection of that id");
        return FY_OK;
    }

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "collection", collection.collection);
    fy_json_out_member_text(&out, "title", collection.title);
    fy_json_out_name(&out, "products");
    fy_json_out_array(&out);
    for (size_t i = 0; i < collection.skus.count; i++) {
        struct shown_product shown;
        bool listed = false;

        status = views_product(views, collection.skus.items[i], arena, &listed, &shown, err);
        if (status != FY_OK)
            return status;
        if (!listed)
            continue;
        fy_json_out_object(&out);
        put_product(&out, &shown);
        fy_json_out_object_end(&out);
    }
    fy_json_out_array_end(&out);
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
        !query_int(fy_http_query(request, "limit"), "limit", 1, API_COLLECTIONS_MAX,
            API_COLLECTIONS_MAX, &limit, ret_answer))
        return FY_OK;
    return collections_page(&api->views, after, limit, &api->arena, ret_answer, err);
}

void api_collections(struct fy_http_request *request, void *program)
{
    reading_serve_page(program, request,
        &(struct reading){
            .view = VIEW_COLLECTIONS, .whom = ANSWER_FOR_ALL, .content = page_content});
}

static enum fy_status one_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    (void)request;
    return collections_one(&api->views, key, &api->arena, ret_answer, err);
}

void api_collection(struct fy_http_request *request, void *program)
{
    reading_serve(program, request,
        &(struct reading){.view = VIEW_COLLECTIONS,
            .key = fy_http_path_param(request, "collection"),
            .whom = ANSWER_FOR_ALL,
            .content = one_content});
}
