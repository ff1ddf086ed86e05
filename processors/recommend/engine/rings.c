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

void ring_release(struct engine *engine, struct item *item)
{
    if (item->class > 0) {
        engine->rings[item->ring] = engine->rings_free[item->class];
        engine->rings_free[item->class] = item->ring;
    }
    item->class = 0;
    item->count = 0;
    item->cut = false;
}

/* Room for one more entry. */
static void ring_grow(struct engine *engine, struct item *item)
{
    bool cut = item->cut;
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
    ring_release(engine, item);
    item->ring = block;
    item->class = (uint8_t) class;
    item->count = count;
    item->cut = cut;
}

void ring_push(struct engine *engine, struct item *item, uint32_t entry)
{
    ring_grow(engine, item);
    ring_of(engine, item)[item->count++] = entry;
}

/* A ring that lacks older sessions takes none that is older than all it has. */
void ring_insert(struct engine *engine, struct item *item, uint32_t entry)
{
    uint32_t *ring;
    int at;

    ring_grow(engine, item);
    ring = ring_of(engine, item);
    at = item->count;
    while (at > 0 && entry_older(engine, entry, ring[at - 1]))
        at--;
    if (at == 0 && item->cut)
        return;
    memmove(ring + at + 1, ring + at, (size_t)(item->count - at) * sizeof(*ring));
    ring[at] = entry;
    item->count++;
}

/* From the newest end: who is looked for was here lately, or is the oldest of all. */
static int ring_find(const struct engine *engine, const struct item *item, uint32_t entry)
{
    const uint32_t *ring = ring_of(engine, item);
    int at = item->count - 1;

    if (item->count > 0 && ring[0] == entry)
        return 0;
    while (at >= 0 && ring[at] != entry)
        at--;
    return at;
}

/* It may have been let go of before. */
void ring_remove(struct engine *engine, struct item *item, uint32_t entry)
{
    uint32_t *ring = ring_of(engine, item);
    int at = ring_find(engine, item, entry);

    if (at < 0)
        return;
    item->count--;
    memmove(ring + at, ring + at + 1, (size_t)(item->count - at) * sizeof(*ring));
}

/* To where its order, which is newer than before, puts it. One that was let go of comes back. */
void ring_move(struct engine *engine, struct item *item, uint32_t entry)
{
    uint32_t *ring = ring_of(engine, item);
    int at = item->count - 1;

    if (at >= 0 && ring[at] == entry)
        return;
    while (at >= 0 && ring[at] != entry)
        at--;
    if (at < 0) {
        ring_insert(engine, item, entry);
        return;
    }
    for (; at + 1 < item->count && entry_older(engine, ring[at + 1], entry); at++)
        ring[at] = ring[at + 1];
    ring[at] = entry;
}

void ring_fetch(const struct engine *engine, const struct item *item)
{
    __builtin_prefetch(ring_of(engine, item) + item->count - 1);
}

void ring_replace(struct engine *engine, struct item *item, uint32_t entry, uint32_t by)
{
    int at = ring_find(engine, item, entry);

    if (at >= 0)
        ring_of(engine, item)[at] = by;
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
