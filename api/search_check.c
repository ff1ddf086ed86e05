#include "api/search_check.h"

#include "api/api.h"
#include "api/search_rows.h"

#include <inttypes.h>
#include <string.h>

enum { ARENA_BYTES_MAX = 1024 * 1024 /* One product. */ };

static void note(
    struct search_checked *checked, bool agrees, struct fy_slice sku, struct fy_arena *arena)
{
    checked->looked++;
    if (agrees)
        return;
    if (checked->differ++ == 0)
        checked->first = fy_arena_copy(arena, sku);
}

/* --- Rows ------------------------------------------------------------------------------------ */

struct checking {
    struct views *views;
    const struct search_index *index;
    struct fy_slice after;
    struct fy_arena *arena; /* Of the answer; */
    struct fy_arena one;    /* and of one product. */
    struct search_checked *checked;
    enum fy_status status;
    struct fy_err *err;
};

static bool check_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct checking *checking = context;
    struct search_checked *checked = checking->checked;
    struct shown_product shown;
    bool known = false;
    uint32_t document;

    (void)value;
    if (fy_slice_equal(key, checking->after))
        return true;
    fy_arena_clear(&checking->one);
    checking->status =
        views_product(checking->views, key, &checking->one, &known, &shown, checking->err);
    if (checking->status != FY_OK)
        return false;
    note(checked,
        known ? search_index_agrees(checking->index, &shown.product, shown.available_units > 0)
              : !search_index_find(checking->index, key, &document),
        key, checking->arena);
    if (checked->looked == SEARCH_CHECK_PIECE)
        checked->next = fy_arena_copy(checking->arena, key);
    return checked->looked < SEARCH_CHECK_PIECE;
}

enum fy_status search_check_rows(struct views *views,
    const struct search_index *index,
    struct fy_slice after,
    struct fy_arena *arena,
    struct search_checked *ret_checked,
    struct fy_err *err)
{
    struct checking checking = {.views = views,
        .index = index,
        .after = after,
        .arena = arena,
        .checked = ret_checked,
        .err = err};
    enum fy_status status;

    *ret_checked = (struct search_checked){0};
    fy_arena_init(&checking.one, ARENA_BYTES_MAX);
    status = fy_store_scan(views->store, VIEW_PRODUCTS, after, check_row, &checking, err);
    fy_arena_done(&checking.one);
    return status == FY_OK ? checking.status : status;
}

/* --- Documents ------------------------------------------------------------------------------- */

enum fy_status search_check_documents(struct views *views,
    const struct search_index *index,
    uint32_t from,
    struct fy_arena *arena,
    struct search_checked *ret_checked,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;
    struct fy_arena one;
    uint32_t number = from;

    *ret_checked = (struct search_checked){0};
    fy_arena_init(&one, ARENA_BYTES_MAX);
    for (; number < index->used && ret_checked->looked < SEARCH_CHECK_PIECE; number++) {
        struct shown_product shown;
        bool known = false;

        if (index->names[number] == NULL)
            continue;
        fy_arena_clear(&one);
        status = views_product(views, fy_slice_of(index->names[number]), &one, &known, &shown, err);
        if (status != FY_OK)
            break;
        note(ret_checked, known, fy_slice_of(index->names[number]), arena);
    }
    fy_arena_done(&one);
    if (status == FY_OK && number < index->used)
        ret_checked->next = fy_arena_format(arena, "%" PRIu32, number);
    return status;
}

/* --- The route ------------------------------------------------------------------------------- */

static enum fy_status look(struct api *api,
    struct fy_slice after,
    bool documents,
    int from,
    struct search_checked *ret_checked,
    struct fy_err *err)
{
    const struct search_index *index = search_rows_index(api->search);

    if (documents)
        return search_check_documents(
            &api->views, index, (uint32_t)from, &api->arena, ret_checked, err);
    return search_check_rows(&api->views, index, after, &api->arena, ret_checked, err);
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct search_checked checked;
    struct fy_slice after;
    struct fy_json_out out;
    bool documents;
    int from = 0;
    enum fy_status status;

    (void)key;
    if (!query_flag(fy_http_query(request, "documents"), "documents", &documents, ret_answer) ||
        !query_int(fy_http_query(request, "from"), "from", 0, SEARCH_DOCUMENTS_MAX, 0, &from,
            ret_answer) ||
        !query_key(fy_http_query(request, "after"), "after", &after, ret_answer))
        return FY_OK;
    if (search_rows_index(api->search) == NULL) {
        answer_problem(ret_answer, FY_PROBLEM_NOT_READY, NULL,
            "Search is still reading the catalogue: %" PRIu32 " products so far",
            search_rows_loaded(api->search));
        return FY_OK;
    }
    status = look(api, after, documents, from, &checked, err);
    if (status != FY_OK)
        return status;
    fy_json_out_init(&out, &api->arena);
    fy_json_out_object(&out);
    fy_json_out_member_int(&out, "looked", checked.looked);
    fy_json_out_member_int(&out, "differ", checked.differ);
    fy_json_out_member_text(&out, "first", checked.first);
    fy_json_out_member_text(&out, "next", checked.next);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

void api_search_check(struct fy_http_request *request, void *program)
{
    reading_serve_page(program, request,
        &(struct reading){.view = VIEW_PRODUCTS, .whom = ANSWER_FOR_CALLER, .content = content});
}
