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

static void append(struct visitor_clicks *clicks, struct fy_slice sku)
{
    if (clicks->count == ENGINE_CLICKS_MAX) {
        clicks->count--;
        memmove(&clicks->skus[0], &clicks->skus[1], clicks->count * sizeof(clicks->skus[0]));
    }
    clicks->skus[clicks->count++] = sku;
}

static int64_t time_of(const struct visitor *visitor, int64_t append_ms)
{
    return visitor->viewed.count > 0 && append_ms < visitor->view_ms ? visitor->view_ms : append_ms;
}

static bool is_pause(const struct visitor *visitor, int64_t ms)
{
    return visitor->viewed.count > 0 && ms - visitor->view_ms > VISITOR_GAP_MS;
}

bool visitor_ends(const struct visitor *visitor, bool learn, int64_t append_ms)
{
    int64_t ms = time_of(visitor, append_ms);

    if (visitor->learned.count == 0)
        return false;
    /* Among views that may not be learnt from, a session can outlast what others see of it. */
    return is_pause(visitor, ms) ||
           (learn && (ms - visitor->order.ms > VISITOR_GAP_MS ||
                         visitor->learned.count == (size_t)engine_defaults.session_clicks));
}

bool visitor_goes_on(const struct visitor *visitor, int64_t append_ms)
{
    return visitor->learned.count > 0 &&
           time_of(visitor, append_ms) - visitor->order.ms <= VISITOR_GAP_MS;
}

void visitor_view(
    struct visitor *visitor, struct fy_slice sku, bool learn, const struct engine_order *written)
{
    int64_t ms = time_of(visitor, written->ms);

    if (visitor_ends(visitor, learn, written->ms)) {
        visitor->learned.count = 0;
        visitor->slot = ENGINE_NONE;
    }
    if (is_pause(visitor, ms))
        visitor->viewed.count = 0;
    visitor->view_ms = ms;
    append(&visitor->viewed, sku);
    if (learn) {
        append(&visitor->learned, sku);
        visitor->order = (struct engine_order){ms, written->partition, written->offset};
    }
}
