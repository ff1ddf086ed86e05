#include "processors/recommend/knn.h"

#include "processors/recommend/knn_index.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    SESSIONS_AT_FIRST = 1024,
    ITEMS_AT_FIRST = 4, /* Most sessions are shorter than this; room doubles. */
    VOTES_MAX = KNN_VIEWS + KNN_NEIGHBOURS * KNN_SESSION_ITEMS_MAX,
};

static_assert(KNN_SESSION_ITEMS_MAX <= UINT8_MAX, "a session counts its items in a byte");

int knn_order_compare(const struct knn_order *a, const struct knn_order *b)
{
    if (a->ms != b->ms)
        return a->ms < b->ms ? -1 : 1;
    if (a->partition != b->partition)
        return a->partition < b->partition ? -1 : 1;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    return 0;
}

/*
 * Six times: square, and the new bit says whether that passed 2. The mantissa is cut to 64 bits
 * each time; a test compares all arguments there are with x^64 in full.
 */
int knn_log2_64ths(uint32_t x)
{
    int whole = 31 - __builtin_clz(x);
    uint64_t mantissa = (uint64_t)x << (63 - whole);
    int result = whole;

    assert(x > 0);
    for (int bit = 0; bit < 6; bit++) {
        unsigned __int128 square = (unsigned __int128)mantissa * mantissa;
        int passed = (int)(square >> 127);

        mantissa = (uint64_t)(square >> (63 + passed));
        result = result * 2 + passed;
    }
    return result;
}

struct knn_index *knn_new(uint32_t sessions_max)
{
    struct knn_index *index = calloc(1, sizeof(*index));

    assert(sessions_max >= 1 && sessions_max <= KNN_SESSIONS_MAX);
    if (index == NULL)
        return NULL;
    index->sessions_max = sessions_max;
    index->vote_max = VOTES_MAX;
    index->votes = malloc(VOTES_MAX * sizeof(*index->votes));
    if (index->votes == NULL) {
        free(index);
        return NULL;
    }
    return index;
}

void knn_clear(struct knn_index *index)
{
    for (uint32_t slot = 0; slot < index->session_count; slot++)
        free(index->sessions[slot].items);
    free(index->sessions);
    free(index->heap);
    index->sessions = NULL;
    index->heap = NULL;
    index->session_count = index->session_room = 0;
    catalogue_done(&index->catalogue);
}

void knn_free(struct knn_index *index)
{
    if (index == NULL)
        return;
    knn_clear(index);
    free(index->votes);
    free(index);
}

uint32_t knn_sessions(const struct knn_index *index)
{
    return index->session_count;
}

uint32_t knn_items(const struct knn_index *index)
{
    return index->catalogue.item_count - index->catalogue.free_count;
}

bool knn_holds(const struct knn_index *index, uint32_t slot, const struct knn_order *order)
{
    return slot < index->session_count &&
           knn_order_compare(&index->sessions[slot].order, order) == 0;
}

size_t knn_session(const struct knn_index *index,
    uint32_t slot,
    struct knn_order *ret_order,
    struct fy_slice ret_skus[KNN_SESSION_ITEMS_MAX])
{
    const struct session *session = &index->sessions[slot];

    assert(slot < index->session_count);
    for (int i = 0; i < session->count; i++)
        ret_skus[i] = index->catalogue.items[session->items[i]].sku;
    *ret_order = session->order;
    return session->count;
}

/* --- The heap of sessions: the oldest is first ------------------------------------------------ */

static bool heap_older(const struct knn_index *index, uint32_t a, uint32_t b)
{
    return knn_order_compare(
               &index->sessions[index->heap[a]].order, &index->sessions[index->heap[b]].order) < 0;
}

static void heap_swap(struct knn_index *index, uint32_t a, uint32_t b)
{
    uint32_t slot = index->heap[a];

    index->heap[a] = index->heap[b];
    index->heap[b] = slot;
    index->sessions[index->heap[a]].heap_at = a;
    index->sessions[index->heap[b]].heap_at = b;
}

static void heap_up(struct knn_index *index, uint32_t at)
{
    while (at > 0 && heap_older(index, at, (at - 1) / 2)) {
        heap_swap(index, at, (at - 1) / 2);
        at = (at - 1) / 2;
    }
}

/* Orders only get newer, so this is the way that sessions go. */
static void heap_down(struct knn_index *index, uint32_t at)
{
    for (;;) {
        uint32_t oldest = at;

        for (uint32_t child = 2 * at + 1; child <= 2 * at + 2; child++) {
            if (child < index->session_count && heap_older(index, child, oldest))
                oldest = child;
        }
        if (oldest == at)
            return;
        heap_swap(index, at, oldest);
        at = oldest;
    }
}

/* --- Posting lists: the newest KNN_POSTING_MAX sessions that hold an item ----------------------
 */

/* How many sessions of the list are older than `order`. Most often all: clicks come in order. */
static int posting_older(
    const struct knn_index *index, const struct item *item, const struct knn_order *order)
{
    int low = 0;
    int high = item->posted;

    if (high > 0 && knn_order_compare(&index->sessions[item->posting[high - 1]].order, order) < 0)
        return high;
    while (low < high) {
        int middle = (low + high) / 2;

        if (knn_order_compare(&index->sessions[item->posting[middle]].order, order) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A session too old for a list that is cut is not in it. */
static void posting_remove(struct knn_index *index, struct item *item, uint32_t slot)
{
    int at = posting_older(index, item, &index->sessions[slot].order);

    if (at == item->posted || item->posting[at] != slot)
        return;
    item->posted--;
    memmove(&item->posting[at], &item->posting[at + 1],
        (size_t)(item->posted - at) * sizeof(*item->posting));
}

static bool posting_insert(struct knn_index *index, struct item *item, uint32_t slot)
{
    int at = posting_older(index, item, &index->sessions[slot].order);

    if (item->posted == KNN_POSTING_MAX) {
        if (at == 0)
            return true;
        at--;
        memmove(&item->posting[0], &item->posting[1], (size_t)at * sizeof(*item->posting));
        item->posting[at] = slot;
        return true;
    }
    if (item->posted == item->posted_max) {
        int max = item->posted_max == 0 ? 2 : item->posted_max * 2;
        uint32_t *posting;

        max = max > KNN_POSTING_MAX ? KNN_POSTING_MAX : max;
        posting = realloc(item->posting, (size_t)max * sizeof(*posting));
        if (posting == NULL)
            return false;
        item->posting = posting;
        item->posted_max = (uint16_t)max;
    }
    memmove(&item->posting[at + 1], &item->posting[at],
        (size_t)(item->posted - at) * sizeof(*item->posting));
    item->posting[at] = slot;
    item->posted++;
    return true;
}

static void holders_set(struct item *item, uint32_t holders)
{
    item->holders = holders;
    item->holders_log2 = holders == 0 ? 0 : knn_log2_64ths(holders);
}

/* --- Sessions ----------------------------------------------------------------------------------
 */

/* Take the oldest session out; its slot and its place in the heap stay for the one that comes. */
static void empty_slot(struct knn_index *index, uint32_t slot)
{
    struct session *session = &index->sessions[slot];

    assert(session->heap_at == 0);
    for (int i = 0; i < session->count; i++) {
        struct item *item = &index->catalogue.items[session->items[i]];

        posting_remove(index, item, slot);
        holders_set(item, item->holders - 1);
        if (item->holders == 0)
            catalogue_drop(&index->catalogue, session->items[i]);
    }
    session->count = 0;
}

static bool sessions_grow(struct knn_index *index)
{
    uint32_t room = index->session_room == 0 ? SESSIONS_AT_FIRST : index->session_room * 2;
    struct session *sessions;
    uint32_t *heap;

    room = room > index->sessions_max ? index->sessions_max : room;
    sessions = realloc(index->sessions, room * sizeof(*sessions));
    if (sessions != NULL)
        index->sessions = sessions;
    heap = realloc(index->heap, room * sizeof(*heap));
    if (heap != NULL)
        index->heap = heap;
    if (sessions == NULL || heap == NULL)
        return false;
    index->session_room = room;
    return true;
}

/* An empty session of that order; KNN_NONE when all that are there are newer. */
static bool slot_take(struct knn_index *index, const struct knn_order *order, uint32_t *ret_slot)
{
    uint32_t slot = index->session_count;

    if (slot == index->sessions_max) {
        slot = index->heap[0];
        if (knn_order_compare(order, &index->sessions[slot].order) < 0) {
            *ret_slot = KNN_NONE;
            return true;
        }
        empty_slot(index, slot);
        index->sessions[slot].order = *order;
        heap_down(index, 0);
        *ret_slot = slot;
        return true;
    }
    if (slot == index->session_room && !sessions_grow(index))
        return false;
    index->session_count++;
    index->sessions[slot] = (struct session){.order = *order, .heap_at = slot};
    index->heap[slot] = slot;
    heap_up(index, slot);
    *ret_slot = slot;
    return true;
}

static bool items_reserve(struct session *session, size_t count)
{
    size_t max = session->max == 0 ? ITEMS_AT_FIRST : session->max;
    uint32_t *items;

    if (count <= session->max)
        return true;
    while (max < count)
        max *= 2;
    max = max > KNN_SESSION_ITEMS_MAX ? KNN_SESSION_ITEMS_MAX : max;
    items = realloc(session->items, max * sizeof(*items));
    if (items == NULL)
        return false;
    session->items = items;
    session->max = (uint8_t)max;
    return true;
}

static bool among(const uint32_t *items, int count, uint32_t item)
{
    for (int i = 0; i < count; i++) {
        if (items[i] == item)
            return true;
    }
    return false;
}

/* The session's new list of items, with it counted as a holder of those that it had not. */
static bool items_set(
    struct knn_index *index, struct session *session, const struct fy_slice *skus, size_t count)
{
    uint32_t before[KNN_SESSION_ITEMS_MAX];
    int before_count = session->count;
    size_t added = 0;

    if (before_count > 0)
        memcpy(before, session->items, (size_t)before_count * sizeof(*before));
    if (!items_reserve(session, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t number;

        if (!catalogue_take(&index->catalogue, skus[i], &number))
            return false;
        session->items[i] = number;
        if (!among(before, before_count, number)) {
            struct item *item = &index->catalogue.items[number];

            holders_set(item, item->holders + 1);
            added++;
        }
    }
    session->count = (uint8_t)count;
    assert(count == (size_t)before_count + added);
    return true;
}

enum fy_status knn_put(struct knn_index *index,
    uint32_t slot,
    const struct knn_order *order,
    const struct fy_slice *skus,
    size_t count,
    uint32_t *ret_slot,
    struct fy_err *err)
{
    struct item *items;
    struct session *session;

    assert(count >= 1 && count <= KNN_SESSION_ITEMS_MAX);
    if (slot == KNN_NONE) {
        if (!slot_take(index, order, &slot))
            goto no_memory;
        if (slot == KNN_NONE) {
            *ret_slot = KNN_NONE;
            return FY_OK;
        }
    }
    assert(slot < index->session_count);
    session = &index->sessions[slot];

    /* Its place in the lists is found by its old order, so it leaves them before it gets the new.
     */
    for (int i = 0; i < session->count; i++)
        posting_remove(index, &index->catalogue.items[session->items[i]], slot);
    session->order = *order;
    heap_down(index, session->heap_at);
    heap_up(index, session->heap_at); /* Never moves it, while a visitor has one partition. */
    if (!items_set(index, session, skus, count))
        goto no_memory;
    items = index->catalogue.items;
    for (int i = 0; i < session->count; i++) {
        if (!posting_insert(index, &items[session->items[i]], slot))
            goto no_memory;
    }
    *ret_slot = slot;
    return FY_OK;

no_memory:
    return fy_fail(
        err, FY_FATAL, "could not put a session beside %u others: no memory", index->session_count);
}
