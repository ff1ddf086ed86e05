/* Whoever is forgotten has never been here: not in the index, and not in the rows. */
#include "processors/recommend/recommend_core.h"

enum { OWNED_MAX = 256 }; /* Rows looked for at once. */

enum fy_status recommend_note_row(struct recommend *recommend,
    struct session_row **list,
    const struct engine_order *order,
    struct fy_err *err)
{
    struct session_row *row = fy_arena_alloc(&recommend->slice, sizeof(*row));

    if (row == NULL)
        return fy_fail(err, FY_FATAL, "the sessions of a slice do not fit its arena");
    *row = (struct session_row){*list, *order};
    *list = row;
    return FY_OK;
}

bool recommend_noted_row(const struct session_row *list, const struct engine_order *order)
{
    for (; list != NULL; list = list->next)
        if (engine_order_compare(&list->order, order) == 0)
            return true;
    return false;
}

static enum fy_status delete_row(struct recommend *recommend,
    uint32_t owner,
    const struct engine_order *order,
    struct fy_store_batch *rows,
    struct fy_err *err)
{
    rows_delete_session(rows, owner, order);
    recommend->session_rows--;
    return recommend_note_row(recommend, &recommend->deleted, order, err);
}

/* Rows that this slice has put are not in the store yet; one that it has replaced still is. */
static enum fy_status delete_rows(
    struct recommend *recommend, struct met *met, struct fy_store_batch *rows, struct fy_err *err)
{
    struct rows_session owned[OWNED_MAX];
    const struct engine_order *after = NULL;
    uint32_t owner = met->visitor.owner;
    size_t found = OWNED_MAX;
    enum fy_status status = FY_OK;

    for (const struct session_row *row = met->put; row != NULL && status == FY_OK;
         row = row->next) {
        if (!recommend_noted_row(recommend->deleted, &row->order) &&
            !(met->replaced && engine_order_compare(&met->replaced_order, &row->order) == 0))
            status = delete_row(recommend, owner, &row->order, rows, err);
    }
    while (status == FY_OK && found == OWNED_MAX) {
        status = rows_owned_sessions(recommend->store, owner, after, owned, OWNED_MAX, &found, err);
        for (size_t i = 0; i < found && status == FY_OK; i++) {
            if (!recommend_noted_row(recommend->deleted, &owned[i].order) &&
                !(met->replaced &&
                    engine_order_compare(&met->replaced_order, &owned[i].order) == 0))
                status = delete_row(recommend, owner, &owned[i].order, rows, err);
        }
        after = &owned[OWNED_MAX - 1].order;
    }
    return status;
}

enum fy_status recommend_forget(struct recommend *recommend,
    struct met *met,
    int64_t forgotten_ms,
    struct fy_store_batch *rows,
    struct fy_err *err)
{
    struct visitor *visitor = &met->visitor;
    enum fy_status status = FY_OK;

    if (forgotten_ms <= visitor->forgotten_ms)
        return FY_OK;
    if (visitor->owner != ENGINE_NONE) {
        learned_forget(recommend->learned, visitor->owner);
        status = delete_rows(recommend, met, rows, err);
        rows_delete_owner(rows, visitor->owner);
    }
    *visitor =
        (struct visitor){.slot = ENGINE_NONE, .owner = ENGINE_NONE, .forgotten_ms = forgotten_ms};
    met->changed = true;
    met->grown = met->stored = false;
    met->put = NULL;
    return status;
}
