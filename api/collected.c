#include "api/collected.h"
#include "api/cards.h"
#include "api/fresh.h"
#include "api/keys.h"

#include <assert.h>

static const struct fy_slice nothing = {(const uint8_t *)"1", 1};

/* Of a row of VIEW_COLLECTIONS; where there is none, nothing. */
static enum fy_status members_of(struct fy_slice row,
    struct fy_arena *arena,
    struct collection_skus *ret_skus,
    struct fy_err *err)
{
    struct collection collection;
    enum fy_status status;

    *ret_skus = (struct collection_skus){0};
    if (row.data == NULL)
        return FY_OK;
    assert(row.size >= VIEW_PLACE_BYTES);
    row = (struct fy_slice){row.data + VIEW_PLACE_BYTES, row.size - VIEW_PLACE_BYTES};
    status = collection_decode(row, arena, &collection, err);
    if (status == FY_OK)
        *ret_skus = collection.skus;
    return status;
}

/* Each of them is, or is not, in the collection. */
static enum fy_status put_members(struct views *views,
    const struct collection_skus *skus,
    struct fy_slice id,
    bool are_in_it,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    for (size_t i = 0; i < skus->count; i++) {
        struct fy_slice key = views_pair(skus->items[i], id, arena);

        if (key.data == NULL)
            return fy_fail(err, FY_REJECT, "a product of a collection does not fit the arena");
        if (are_in_it)
            fy_store_batch_put(rows, VIEW_COLLECTED, key, nothing);
        else
            fy_store_batch_delete(rows, VIEW_COLLECTED, key);
        if (views->changed != NULL)
            views->changed(views->context, VIEW_COLLECTED, skus->items[i]);
    }
    return FY_OK;
}

/* All out, then all in: of two words about one row the batch keeps the later. */
enum fy_status collected_changes(struct views *views,
    struct fy_slice id,
    struct fy_slice row,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct collection_skus were, are;
    struct fy_slice before;
    enum fy_status status = views_row_before(views, VIEW_COLLECTIONS, id, arena, &before, err);

    if (status == FY_OK)
        status = members_of(before, arena, &were, err);
    if (status == FY_OK)
        status = members_of(row, arena, &are, err);
    if (status == FY_OK)
        status = put_members(views, &were, id, false, rows, arena, err);
    if (status == FY_OK)
        status = put_members(views, &are, id, true, rows, arena, err);
    if (status == FY_OK)
        status = views_fresh_put(views, VIEW_COLLECTIONS, id, row, arena, err);
    return status;
}

enum fy_status collected_put(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct fy_slice ids[COLLECTED_MAX], title;
    bool more = false;
    int count = 0;
    enum fy_status status = views_seconds(views, VIEW_COLLECTED, sku, (struct fy_slice){0},
        COLLECTED_MAX, arena, ids, &count, &more, err);

    fy_json_out_name(out, "collections");
    fy_json_out_array(out);
    for (int i = 0; i < count && status == FY_OK; i++) {
        status = cards_collection(views->cards, views, ids[i], arena, &title, err);
        fy_json_out_object(out);
        fy_json_out_member_text(out, "collection", ids[i]);
        fy_json_out_member_text(out, "title", title);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    return status;
}
