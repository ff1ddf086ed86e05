#include "processors/recommend/visitor.h"

#include <assert.h>
#include <string.h>

/* Differences are unsigned: any two n may stand on a topic, and their distance always fits. */
static bool was_read(const struct visitor_seen *seen, int64_t n)
{
    uint64_t back = (uint64_t)seen->n_max - (uint64_t)n;

    if (n > seen->n_max)
        return false;
    return back >= VISITOR_SEEN_BITS || (seen->window >> back & 1) != 0;
}

static void mark_read(struct visitor_seen *seen, int64_t n)
{
    uint64_t ahead = (uint64_t)n - (uint64_t)seen->n_max;

    if (n > seen->n_max) {
        seen->window = ahead < VISITOR_SEEN_BITS ? seen->window << ahead | 1 : 1;
        seen->n_max = n;
    } else {
        seen->window |= (uint64_t)1 << (0 - ahead);
    }
    assert(was_read(seen, n));
}

bool visitor_first_read(struct visitor *visitor, struct fy_slice session, int64_t n)
{
    struct visitor_seen seen = {.session = session, .n_max = n, .window = 1};
    size_t at = 0;

    while (at < visitor->seen_count && !fy_slice_equal(visitor->seen[at].session, session))
        at++;
    if (at < visitor->seen_count) {
        if (was_read(&visitor->seen[at], n))
            return false;
        seen = visitor->seen[at];
        mark_read(&seen, n);
    } else if (visitor->seen_count == VISITOR_SEEN_MAX) {
        at = 0; /* Silent longest. */
    } else {
        visitor->seen_count++;
    }
    memmove(&visitor->seen[at], &visitor->seen[at + 1],
        (visitor->seen_count - 1 - at) * sizeof(visitor->seen[0]));
    visitor->seen[visitor->seen_count - 1] = seen;
    return true;
}

static size_t place_of(const struct visitor_items *items, struct fy_slice sku)
{
    size_t at = 0;

    while (at < items->count && !fy_slice_equal(items->skus[at], sku))
        at++;
    return at;
}

static void move_to_end(struct visitor_items *items, struct fy_slice sku)
{
    size_t at = place_of(items, sku);

    if (at == items->count) {
        assert(items->count < KNN_SESSION_ITEMS_MAX);
        items->count++;
    }
    memmove(
        &items->skus[at], &items->skus[at + 1], (items->count - 1 - at) * sizeof(items->skus[0]));
    items->skus[items->count - 1] = sku;
}

static bool is_full(const struct visitor_items *items)
{
    return items->count == KNN_SESSION_ITEMS_MAX;
}

void visitor_view(
    struct visitor *visitor, struct fy_slice sku, bool learn, const struct knn_order *written)
{
    bool first = visitor->viewed.count == 0;
    int64_t ms = written->ms;

    if (!first && ms < visitor->view_ms)
        ms = visitor->view_ms;
    if (!first && (ms - visitor->view_ms > VISITOR_GAP_MS ||
                      (is_full(&visitor->viewed) &&
                          place_of(&visitor->viewed, sku) == visitor->viewed.count))) {
        visitor->viewed.count = 0;
        visitor->learned.count = 0;
        visitor->slot = KNN_NONE;
    }
    visitor->view_ms = ms;
    move_to_end(&visitor->viewed, sku);
    if (learn) {
        move_to_end(&visitor->learned, sku);
        visitor->order = (struct knn_order){ms, written->partition, written->offset};
    }
    assert(visitor->learned.count <= visitor->viewed.count);
}
