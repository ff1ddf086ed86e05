#include "lib/read_once.h"

#include <assert.h>

/* Newest first: a visitor's next activity is nearly always of the session that spoke last. */
static const struct session_seen *session_find(
    const struct session_seen *items, size_t count, struct fy_slice session)
{
    for (size_t i = count; i > 0; i--)
        if (fy_slice_equal(items[i - 1].session, session))
            return &items[i - 1];
    return NULL;
}

/* Differences are unsigned: any two n may stand on a topic, and their distance always fits. */
static bool was_read(const struct session_seen *seen, int64_t n)
{
    uint64_t back = (uint64_t)seen->n_max - (uint64_t)n;

    if (n > seen->n_max)
        return false;
    return back >= FY_SEEN_WINDOW_BITS || (((uint64_t)seen->window >> back) & 1) != 0;
}

static struct session_seen with_read(const struct session_seen *seen, int64_t n)
{
    struct session_seen after = *seen;
    uint64_t ahead = (uint64_t)n - (uint64_t)seen->n_max;
    uint64_t window = (uint64_t)seen->window;

    assert(!was_read(seen, n));
    if (n > seen->n_max) {
        window = ahead < FY_SEEN_WINDOW_BITS ? window << ahead | 1 : 1;
        after.n_max = n;
    } else {
        window |= (uint64_t)1 << (0 - ahead);
    }
    after.window = (int64_t)window;
    assert(was_read(&after, n));
    return after;
}

bool fy_read_once(const struct session_seen *items,
    size_t count,
    struct fy_slice session,
    int64_t n,
    struct session_seen room[FY_SESSIONS_SEEN_MAX],
    size_t *ret_count)
{
    struct session_seen seen = {.session = session, .n_max = n, .window = 1};
    const struct session_seen *known = session_find(items, count, session);
    size_t others = count - (known != NULL);
    size_t forgotten = others < FY_SESSIONS_SEEN_MAX ? 0 : others - FY_SESSIONS_SEEN_MAX + 1;
    size_t kept = 0;

    if (known != NULL && was_read(known, n))
        return false;
    if (known != NULL)
        seen = with_read(known, n);

    for (size_t i = 0; i < count; i++) {
        if (&items[i] == known)
            continue;
        if (forgotten > 0)
            forgotten--;
        else
            room[kept++] = items[i];
    }
    room[kept] = seen;
    *ret_count = kept + 1;
    assert(*ret_count <= FY_SESSIONS_SEEN_MAX);
    return true;
}
