#include "api/fresh.h"

#include "api/kept_lists.h"

struct fresh_row {
    struct fresh_row *next;
    uint32_t space;
    struct fy_slice key, value;
};

void views_settle(struct views *views)
{
    views->fresh = NULL;
}

enum fy_status views_fresh_put(struct views *views,
    uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fresh_row *row = fy_arena_alloc(arena, sizeof(*row));

    if (row == NULL)
        return fy_fail(err, FY_REJECT, "a row does not fit the arena of its slice");
    *row = (struct fresh_row){views->fresh, space, key, value};
    views->fresh = row;
    return FY_OK;
}

enum fy_status views_row_before(struct views *views,
    uint32_t space,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_row,
    struct fy_err *err)
{
    for (const struct fresh_row *row = views->fresh; row != NULL; row = row->next) {
        if (row->space == space && fy_slice_equal(row->key, key)) {
            *ret_row = row->value;
            return FY_OK;
        }
    }
    if (space == VIEW_RECOMMENDATIONS && views->kept_lists != NULL)
        return kept_lists_row(views->kept_lists, views->store, key, arena, ret_row, err);
    return fy_store_get(views->store, space, key, arena, ret_row, err);
}
