#include "api/cart_merge.h"

#include <stdlib.h>
#include <string.h>

static struct cart_line *line_of(struct cart_merge *merge, struct fy_slice sku)
{
    for (int i = 0; i < merge->count; i++)
        if (fy_slice_equal(merge->lines[i].sku, sku))
            return &merge->lines[i];
    return NULL;
}

static struct cart_line *oldest_of(struct cart_merge *merge)
{
    struct cart_line *oldest = &merge->lines[0];

    for (int i = 1; i < merge->count; i++)
        if (merge->lines[i].event_ms < oldest->event_ms)
            oldest = &merge->lines[i];
    return oldest;
}

static void add(struct cart_merge *merge, const struct cart_line *line)
{
    struct cart_line *own = line_of(merge, line->sku);

    if (own != NULL) {
        if (own->event_ms < line->event_ms)
            *own = *line;
        return;
    }
    if (merge->count < CART_SKUS_MAX) {
        merge->lines[merge->count++] = *line;
        return;
    }
    own = oldest_of(merge);
    if (own->event_ms < line->event_ms)
        *own = *line;
}

void cart_merge_add(
    struct cart_merge *merge, const struct cart_line *lines, int count, int64_t set_ms)
{
    for (int i = 0; i < count; i++)
        if (lines[i].event_ms >= set_ms)
            add(merge, &lines[i]);
}

void cart_merge_ordered(struct cart_merge *merge, struct fy_slice sku, int64_t placed_ms)
{
    struct cart_line *line = line_of(merge, sku);

    if (line != NULL && line->event_ms <= placed_ms)
        line->units = 0;
}

static int newest_first(const void *left, const void *right)
{
    const struct cart_line *a = left, *b = right;

    if (a->event_ms != b->event_ms)
        return a->event_ms < b->event_ms ? 1 : -1;
    return a->sku.size == b->sku.size ? memcmp(a->sku.data, b->sku.data, a->sku.size)
                                      : (a->sku.size < b->sku.size ? -1 : 1);
}

void cart_merge_end(struct cart_merge *merge)
{
    int count = 0;

    for (int i = 0; i < merge->count; i++)
        if (merge->lines[i].units > 0)
            merge->lines[count++] = merge->lines[i];
    qsort(merge->lines, (size_t)count, sizeof(merge->lines[0]), newest_first);
    merge->count = count < CART_LINES_MAX ? count : CART_LINES_MAX;
}

int64_t cart_merge_oldest_ms(const struct cart_merge *merge)
{
    int64_t oldest_ms = INT64_MAX;

    for (int i = 0; i < merge->count; i++)
        if (merge->lines[i].units > 0 && merge->lines[i].event_ms < oldest_ms)
            oldest_ms = merge->lines[i].event_ms;
    return oldest_ms;
}
