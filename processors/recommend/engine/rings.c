/* Posting rings: blocks of a few sizes in one array, with lists of free ones. */
#include "processors/recommend/engine/index.h"

#include <assert.h>

static const uint16_t rooms[RING_CLASSES] = {0, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32,
    40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, RING_ROOM};

static uint32_t *ring_of(const struct engine *engine, const struct item *item)
{
    return engine->rings + item->ring;
}

static uint32_t block_take(struct engine *engine, int class)
{
    uint32_t block = engine->rings_free[class];

    if (block != ENGINE_NONE) {
        engine->rings_free[class] = engine->rings[block];
        return block;
    }
    assert(engine->rings_used + rooms[class] <= engine->rings_max);
    block = engine->rings_used;
    engine->rings_used += rooms[class];
    return block;
}

static void block_release(struct engine *engine, const struct item *item)
{
    if (item->class == 0)
        return;
    engine->rings[item->ring] = engine->rings_free[item->class];
    engine->rings_free[item->class] = item->ring;
}

static uint32_t number_of(const struct engine *engine, const struct item *item)
{
    return (uint32_t)(item - engine->items);
}

static void set_hot(struct engine *engine, const struct item *item, bool hot)
{
    uint32_t number = number_of(engine, item);
    uint64_t bit = UINT64_C(1) << number % 64;

    if (hot)
        engine->hot[number / 64] |= bit;
    else
        engine->hot[number / 64] &= ~bit;
}

void ring_release(struct engine *engine, struct item *item)
{
    block_release(engine, item);
    set_hot(engine, item, false);
    item->class = 0;
    item->count = 0;
    item->cut = false;
}

/* Has it more than `count` live entries? They are its newest. */
static bool has_live(const struct engine *engine, const struct item *item, int count)
{
    return item->count > count && ring_of(engine, item)[item->count - 1 - count] >= LIVE_FIRST;
}

/* Room for one more entry. */
static void ring_grow(struct engine *engine, struct item *item)
{
    uint16_t count = item->count;
    int class = item->class + 1;
    uint32_t block;

    if (item->count < rooms[item->class])
        return;
    if (class == RING_CLASSES) {
        uint32_t *ring = ring_of(engine, item);

        memmove(ring, ring + count - RING_KEPT, RING_KEPT * sizeof(*ring));
        item->count = RING_KEPT;
        item->cut = true;
        return;
    }
    block = block_take(engine, class);
    if (count > 0)
        memcpy(engine->rings + block, ring_of(engine, item), count * sizeof(uint32_t));
    block_release(engine, item);
    item->ring = block;
    item->class = (uint8_t) class;
}

void ring_push(struct engine *engine, struct item *item, uint32_t entry)
{
    ring_grow(engine, item);
    ring_of(engine, item)[item->count++] = entry;
    if (has_live(engine, item, RING_LAZY))
        set_hot(engine, item, true);
}

/* By order, from entry `first` on, all of which are live. */
static void sort_from(const struct engine *engine, uint32_t *ring, int first, int count)
{
    for (int i = first + 1; i < count; i++) {
        uint32_t entry = ring[i];
        int at = i;

        for (; at > first && entry_older(engine, entry, ring[at - 1]); at--)
            ring[at] = ring[at - 1];
        ring[at] = entry;
    }
}

void ring_sort(struct engine *engine, struct item *item)
{
    uint32_t *ring = ring_of(engine, item);
    int first = item->count;

    if (!has_live(engine, item, 1) || item_is_hot(engine, number_of(engine, item)))
        return;
    while (first > 0 && ring[first - 1] >= LIVE_FIRST)
        first--;
    assert(item->count - first <= RING_LAZY);
    sort_from(engine, ring, first, item->count);
}

/*
 * A live one. Into a ring in order it goes in its place, and one that lacks older sessions takes
 * none that is older than all it has; of the others each has one that ended, which is older.
 */
void ring_insert(struct engine *engine, struct item *item, uint32_t entry)
{
    uint32_t *ring;
    int at;

    assert(entry >= LIVE_FIRST);
    ring_grow(engine, item);
    ring = ring_of(engine, item);
    if (!item_is_hot(engine, number_of(engine, item))) {
        ring[item->count++] = entry;
        if (has_live(engine, item, RING_LAZY)) {
            sort_from(engine, ring, item->count - 1 - RING_LAZY, item->count);
            set_hot(engine, item, true);
        }
        return;
    }
    at = item->count;
    while (at > 0 && entry_older(engine, entry, ring[at - 1]))
        at--;
    if (at == 0 && item->cut)
        return;
    memmove(ring + at + 1, ring + at, (size_t)(item->count - at) * sizeof(*ring));
    ring[at] = entry;
    item->count++;
}

/* From the newest end, where live ones are. */
static int ring_find(const struct engine *engine, const struct item *item, uint32_t entry)
{
    const uint32_t *ring = ring_of(engine, item);
    int at = item->count - 1;

    while (at >= 0 && ring[at] != entry)
        at--;
    return at;
}

/* It may have been let go of before. Who expires is the oldest of all. */
void ring_remove(struct engine *engine, struct item *item, uint32_t entry)
{
    uint32_t *ring = ring_of(engine, item);
    bool oldest = item->count > 0 && ring[0] == entry;
    int at = oldest ? 0 : ring_find(engine, item, entry);

    if (at < 0)
        return;
    item->count--;
    memmove(ring + at, ring + at + 1, (size_t)(item->count - at) * sizeof(*ring));
}

/* To where its order, which is newer than before, puts it. One that was let go of comes back. */
void ring_move(struct engine *engine, struct item *item, uint32_t entry)
{
    uint32_t *ring = ring_of(engine, item);
    int at = ring_find(engine, item, entry);

    if (at < 0) {
        ring_insert(engine, item, entry);
        return;
    }
    for (; at + 1 < item->count && entry_older(engine, ring[at + 1], entry); at++)
        ring[at] = ring[at + 1];
    ring[at] = entry;
}

/* Its newest end, and what says whether it is hot by now. */
void ring_fetch(const struct engine *engine, const struct item *item)
{
    const uint32_t *end = ring_of(engine, item) + item->count;

    __builtin_prefetch(end - 1);
    if (item->count > RING_LAZY)
        __builtin_prefetch(end - 1 - RING_LAZY);
}

/* The oldest live one ends: it stands before all that are live. */
void ring_replace(struct engine *engine, struct item *item, uint32_t entry, uint32_t by)
{
    uint32_t *ring = ring_of(engine, item);
    int at = ring_find(engine, item, entry);
    int first = at;

    if (at < 0)
        return;
    while (first > 0 && ring[first - 1] >= LIVE_FIRST)
        first--;
    ring[at] = ring[first];
    ring[first] = by;
    if (!has_live(engine, item, RING_COOL))
        set_hot(engine, item, false);
}

/* If, of each size, there were once as many as there can be: address space, never memory. */
uint32_t ring_rooms_max(uint32_t items, uint64_t clicks)
{
    uint64_t most = 0;

    for (int class = 1; class < RING_CLASSES; class ++) {
        uint64_t blocks = class == 1 ? clicks : clicks / (uint64_t)(rooms[class - 1] + 1);

        most += rooms[class] * (blocks < items ? blocks : items);
    }
    return most < UINT32_MAX ? (uint32_t)most : UINT32_MAX;
}
