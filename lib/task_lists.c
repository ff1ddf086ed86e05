#include "lib/task_rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The order in which a list of dirty rows is written: the store's. */

static uint64_t prefix_of(struct fy_slice key)
{
    uint64_t prefix = 0;

    for (size_t i = 0; i < sizeof(prefix); i++)
        prefix = prefix << 8 | (i < key.size ? key.data[i] : 0);
    return prefix;
}

/* Equal prefixes are rare: they begin where keys begin to differ. */
static int compare_dirty(const void *a, const void *b, void *context)
{
    const struct row_dirty *x = a, *y = b;
    struct fy_slice left, right;
    size_t shorter;
    int order;

    if (x->prefix != y->prefix)
        return x->prefix < y->prefix ? -1 : 1;
    left = row_key(context, x->row);
    right = row_key(context, y->row);
    shorter = left.size < right.size ? left.size : right.size;
    order = shorter > 0 ? memcmp(left.data, right.data, shorter) : 0;
    if (order != 0 || left.size == right.size)
        return order;
    return left.size < right.size ? -1 : 1;
}

static size_t common_bytes(struct fy_slice a, struct fy_slice b)
{
    size_t at = 0;

    while (at < a.size && at < b.size && a.data[at] == b.data[at])
        at++;
    return at;
}

static uint8_t kind_of(struct fy_slice key)
{
    return key.size > 0 ? key.data[0] : 0;
}

static struct fy_slice key_at(const struct rows_pool *pool, const struct row_list *list, size_t at)
{
    if (at + ROWS_AHEAD < list->count)
        __builtin_prefetch(list->items[at + ROWS_AHEAD].row);
    return row_key(pool, list->items[at].row);
}

/*
 * Rows of one kind begin alike ("hold/", "sku/", "@parked/"): a prefix is the first byte, which
 * tells the kinds apart, and what comes where the keys of that kind begin to differ.
 */
static void list_prefixes(const struct rows_pool *pool, struct row_list *list)
{
    struct fy_slice common[UINT8_MAX + 1] = {0};

    for (size_t i = 0; i < list->count; i++) {
        struct fy_slice key = key_at(pool, list, i), *of_kind = &common[kind_of(key)];

        *of_kind =
            of_kind->data == NULL ? key : (struct fy_slice){key.data, common_bytes(*of_kind, key)};
    }
    for (size_t i = 0; i < list->count; i++) {
        struct fy_slice key = key_at(pool, list, i);
        size_t alike = common[kind_of(key)].size;
        uint64_t behind = prefix_of((struct fy_slice){key.data + alike, key.size - alike});

        list->items[i].prefix = (uint64_t)kind_of(key) << 56 | behind >> 8;
    }
}

/* Lists of some partition may be long now and empty next time: none keeps room that it leaves. */
void rows_list_close(const struct rows_pool *pool, struct rows *rows)
{
    struct row_list *list = &rows->writing;
    struct row_dirty *fitting;

    assert(list->at == list->count);
    free(list->items);
    *list = rows->gathering;
    rows->gathering = (struct row_list){0};
    if (list->count == 0)
        return;
    fitting = realloc(list->items, list->count * sizeof(*list->items));
    if (fitting != NULL) {
        list->items = fitting;
        list->count_max = list->count;
    }
    list_prefixes(pool, list);
    qsort_r(list->items, list->count, sizeof(*list->items), compare_dirty, (void *)pool);
    for (size_t i = 0; i < list->count; i++) {
        struct row *row = list->items[i].row;

        row->writing = 1;
        row->list_at = (uint32_t)i;
    }
}
