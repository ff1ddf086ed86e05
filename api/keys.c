#include "api/keys.h"

#include <string.h>

struct fy_slice views_pair(struct fy_slice first, struct fy_slice second, struct fy_arena *arena)
{
    uint8_t *key = fy_arena_alloc(arena, first.size + 1 + second.size);

    if (key == NULL)
        return (struct fy_slice){0};
    if (first.size > 0)
        memcpy(key, first.data, first.size);
    key[first.size] = 0;
    if (second.size > 0)
        memcpy(key + first.size + 1, second.data, second.size);
    return (struct fy_slice){key, first.size + 1 + second.size};
}

struct seconds {
    struct fy_slice prefix;
    struct fy_slice after;
    struct fy_arena *arena;
    struct fy_slice *items;
    int count, count_max;
    bool more;
    bool full; /* The arena had no room. */
};

static bool visit_second(struct fy_slice key, struct fy_slice value, void *context)
{
    struct seconds *seconds = context;
    size_t size = seconds->prefix.size;
    struct fy_slice second = {key.data + size, key.size - size};

    (void)value;
    if (key.size <= size || memcmp(key.data, seconds->prefix.data, size) != 0)
        return false;
    if (seconds->after.data != NULL && fy_slice_equal(second, seconds->after))
        return true;
    seconds->more = seconds->count == seconds->count_max;
    if (seconds->more)
        return false;
    seconds->items[seconds->count] = fy_arena_copy(seconds->arena, second);
    seconds->full = seconds->items[seconds->count].data == NULL;
    seconds->count++;
    return !seconds->full;
}

enum fy_status views_seconds(struct views *views,
    enum api_view view,
    struct fy_slice first,
    struct fy_slice after,
    int count_max,
    struct fy_arena *arena,
    struct fy_slice *ret_seconds,
    int *ret_count,
    bool *ret_more,
    struct fy_err *err)
{
    struct fy_slice from = views_pair(first, after, arena);
    struct seconds seconds = {.prefix = {from.data, first.size + 1},
        .after = after,
        .arena = arena,
        .items = ret_seconds,
        .count_max = count_max};
    enum fy_status status;

    if (from.data == NULL)
        return fy_fail(err, FY_FATAL, "a key does not fit the arena");
    status = fy_store_scan(views->store, view, from, visit_second, &seconds, err);
    if (status == FY_OK && seconds.full)
        status = fy_fail(err, FY_FATAL, "a page of %d keys does not fit the arena", count_max);
    *ret_count = seconds.count;
    *ret_more = seconds.more;
    return status;
}
