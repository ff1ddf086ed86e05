#include "api/newer_list.h"

#include "api/fresh.h"

static int64_t sum_of(const struct position *positions, size_t count)
{
    int64_t sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += positions[i].offset + 1;
    return sum;
}

/* A visitor's activity is in one partition. What was read of all only grows. */
static bool is_older(const struct recommendation *a, const struct recommendation *b)
{
    int64_t own = sum_of(a->as_of.items, a->as_of.count) - sum_of(b->as_of.items, b->as_of.count);

    if (own != 0)
        return own < 0;
    return sum_of(a->index_seen.items, a->index_seen.count) <
           sum_of(b->index_seen.items, b->index_seen.count);
}

enum fy_status newer_list_look(struct views *views,
    const struct fy_record *record,
    struct fy_arena *arena,
    bool *ret_older,
    struct fy_err *err)
{
    struct recommendation before, now;
    struct fy_slice row = {0};
    enum fy_status status = FY_OK;

    *ret_older = false;
    if (record->value.data != NULL)
        status = views_row_before(views, VIEW_RECOMMENDATIONS, record->key, arena, &row, err);
    if (status == FY_OK && row.data != NULL) {
        status = recommendation_decode(row, arena, &before, err);
        if (status == FY_OK)
            status = recommendation_decode(record->value, arena, &now, err);
        *ret_older = status == FY_OK && is_older(&now, &before);
    }
    if (status != FY_OK || *ret_older)
        return status;
    return views_fresh_put(views, VIEW_RECOMMENDATIONS, record->key, record->value, arena, err);
}
