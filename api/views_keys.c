/* Pages of keys. */
#include "api/views.h"

#include <assert.h>

struct keys {
    struct fy_arena *arena;
    struct fy_slice after;
    struct fy_slice *keys;
    int count;
    int count_max;
    bool more;
    bool full; /* The arena had no room. */
};

static bool visit_key(struct fy_slice key, struct fy_slice value, void *context)
{
    struct keys *keys = context;

    (void)value;
    if (keys->after.data != NULL && fy_slice_equal(key, keys->after))
        return true;
    if (keys->count == keys->count_max) {
        keys->more = true;
        return false;
    }
    keys->keys[keys->count] = fy_arena_copy(keys->arena, key);
    keys->full = keys->keys[keys->count].data == NULL;
    keys->count++;
    return !keys->full;
}

enum fy_status views_keys(struct views *views,
    enum api_view view,
    struct fy_slice after,
    int count_max,
    struct fy_arena *arena,
    const struct fy_slice **ret_keys,
    int *ret_count,
    bool *ret_more,
    struct fy_err *err)
{
    struct keys keys = {.arena = arena, .after = after, .count_max = count_max};
    enum fy_status status;

    assert(count_max > 0);
    keys.keys = fy_arena_alloc(arena, sizeof(*keys.keys) * (size_t)count_max);
    if (keys.keys == NULL)
        return fy_fail(err, FY_FATAL, "a page of %d keys does not fit the arena", count_max);
    status = fy_store_scan(views->store, view, after, visit_key, &keys, err);
    if (status != FY_OK)
        return status;
    if (keys.full)
        return fy_fail(err, FY_FATAL, "a page of %d keys does not fit the arena", count_max);
    *ret_keys = keys.keys;
    *ret_count = keys.count;
    *ret_more = keys.more;
    return FY_OK;
}
