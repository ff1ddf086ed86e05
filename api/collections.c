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

/* Those of its products that are listed, in the order in which they are shown. */
struct members {
    struct shown_product *items;
    int count;
};

/* In its own order; with `in_stock_first`, twice: those that can be bought, then the others. */
static enum fy_status load_members(struct views *views,
    const struct collection *collection,
    bool in_stock_first,
    struct fy_arena *arena,
    struct members *ret,
    struct fy_err *err)
{
    size_t all = collection->skus.count;
    struct shown_product *items = fy_arena_alloc(arena, (2 * all + 1) * sizeof(*items));
    int count = 0, sold_out = 0;

    if (items == NULL)
        return fy_fail(err, FY_FATAL, "%zu products do not fit the arena", all);
    for (size_t i = 0; i < all; i++) {
        struct shown_product shown;
        bool listed = false;
        enum fy_status status =
            views_product(views, collection->skus.items[i], arena, &listed, &shown, err);

        if (status != FY_OK)
            return status;
        if (listed && in_stock_first && shown.available_units == 0)
            items[all + (size_t)sold_out++] = shown;
        else if (listed)
            items[count++] = shown;
    }
    for (int i = 0; i < sold_out; i++)
        items[count++] = items[all + (size_t)i];
    *ret = (struct members){items, count};
    return FY_OK;
}

static void put_members(
    struct fy_json_out *out, const struct members *members, int after, int limit)
{
    int end = after + limit < members->count ? after + limit : members->count;

    fy_json_out_name(out, "products");
    fy_json_out_array(out);
    for (int i = after; i < end; i++) {
        fy_json_out_object(out);
        put_product(out, &members->items[i]);
        fy_json_out_name(out, "sold_out");
        fy_json_out_bool(out, members->items[i].available_units == 0);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    put_count(out, "next_after", end < members->count, end);
}

enum fy_status collections_one(struct views *views,
    struct fy_slice id,
    int after,
    int limit,
    bool in_stock_first,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    struct collection collection;
    struct members members = {0};
    bool known = false;
    enum fy_status status = views_collection(views, id, arena, &known, &collection, err);

    if (status != FY_OK)
        return status;
    if (!known) {
        answer_problem(ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "There is no collection of that id");
        return FY_OK;
    }
    status = load_members(views, &collection, in_stock_first, arena, &members, err);
    if (status != FY_OK)
        return status;

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "collection", collection.collection);
    fy_json_out_member_text(&out, "title", collection.title);
    fy_json_out_member_int(&out, "product_count", members.count);
    fy_json_out_member_int(&out, "unlisted_count", (int64_t)collection.skus.count - members.count);
    put_members(&out, &members, after, limit);
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
    bool in_stock_first;
    int after, limit;

    if (!query_int(
            fy_http_query(request, "after"), "after", 0, API_MEMBERS_MAX, 0, &after, ret_answer) ||
        !query_int(fy_http_query(request, "limit"), "limit", 1, API_MEMBERS_MAX,
            API_MEMBERS_DEFAULT, &limit, ret_answer) ||
        !query_flag(fy_http_query(request, "in_stock_first"), "in_stock_first", &in_stock_first,
            ret_answer))
        return FY_OK;
    return collections_one(
        &api->views, key, after, limit, in_stock_first, &api->arena, ret_answer, err);
}

void api_collection(struct fy_http_request *request, void *program)
{
    reading_serve(program, request,
        &(struct reading){.view = VIEW_COLLECTIONS,
            .key = fy_http_path_param(request, "collection"),
            .whom = ANSWER_FOR_ALL,
            .content = one_content});
}
