/* Sessions come, grow, end, expire and are forgotten. */
#include "processors/recommend/engine/index.h"

#include <assert.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
    SMALL_PAGES = 4 << 20, /* Bytes: a shop that needs no more of an array gets no more. */
    AHEAD = 3,             /* Sessions that are fetched before they end. */
};

int engine_order_compare(const struct engine_order *a, const struct engine_order *b)
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
 * Address space; pages come as they are written, all zero. What is beyond the first few of an array
 * comes in huge ones, where the kernel has some: a click looks at places all over hundreds of
 * megabytes, and finding the page took longer than fetching the line.
 */
static void *reserve(uint64_t bytes)
{
    char *memory = mmap(
        NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (memory == MAP_FAILED)
        return NULL;
    if (bytes > SMALL_PAGES)
        (void)madvise(memory + SMALL_PAGES, bytes - SMALL_PAGES, MADV_HUGEPAGE);
    return memory;
}

static void release(void *memory, uint64_t bytes)
{
    if (memory != NULL)
        (void)munmap(memory, bytes);
}

static uint64_t log_room(const struct engine_config *config)
{
    return config->sessions_max + CLICK_BYTES * (uint64_t)config->clicks_max + SESSION_BYTES + 8;
}

static uint64_t hot_bytes(const struct engine_config *config)
{
    return (config->items_max / 64 + 1) * sizeof(uint64_t);
}

struct engine *engine_new(const struct engine_config *config)
{
    struct engine *engine = calloc(1, sizeof(*engine));

    assert(config->sessions_max >= 1 && config->sessions_max <= ENGINE_SESSIONS_MAX);
    assert(config->live_max >= 1 && config->live_max <= ENGINE_LIVE_MAX);
    assert(config->items_max >= 1 && config->items_max <= ENGINE_ITEMS_MAX);
    assert(config->clicks_max >= ENGINE_CLICKS_MAX && config->clicks_max <= 1 << 30);
    if (engine == NULL)
        return NULL;
    engine->config = *config;
    engine->params = config->params == NULL ? engine_defaults : *config->params;
    engine_tables_init(&engine->tables);
    engine->closeness[0] = 4096;
    for (uint32_t d = 1; d < ENGINE_CLICKS_MAX; d++)
        engine->closeness[d] = 4096 / (d + 2);
    engine->log_size = log_room(config);
    engine->holes_max = HOLES_LEAST + config->sessions_max / HOLES_SHARE;
    engine->numbers_max = config->sessions_max + engine->holes_max;
    engine->rings_max = ring_rooms_max(
        config->items_max, config->clicks_max + (uint64_t)config->live_max * ENGINE_CLICKS_MAX);
    for (int class = 0; class < RING_CLASSES; class ++)
        engine->rings_free[class] = ENGINE_NONE;
    engine->live_free = engine->block_free = ENGINE_NONE;
    engine->items = reserve(config->items_max * sizeof(*engine->items));
    engine->hot = reserve(hot_bytes(config));
    engine->rings = reserve(engine->rings_max * sizeof(*engine->rings));
    engine->log = reserve(engine->log_size);
    engine->starts = reserve(engine->numbers_max * sizeof(*engine->starts));
    engine->owners = reserve(engine->numbers_max * sizeof(*engine->owners));
    engine->holes = reserve(engine->holes_max * sizeof(*engine->holes));
    engine->live_owners = reserve(config->live_max * sizeof(*engine->live_owners));
    engine->lives = reserve(config->live_max * sizeof(*engine->lives));
    engine->live_rooms = reserve(live_rooms_bytes(config->live_max));
    engine->blocks = reserve(config->live_max * sizeof(*engine->blocks));
    engine->block_order = reserve((config->live_max + 1) * sizeof(*engine->block_order));
    if (engine->items == NULL || engine->hot == NULL || engine->rings == NULL ||
        engine->log == NULL || engine->starts == NULL || engine->owners == NULL ||
        engine->holes == NULL || engine->live_owners == NULL || engine->live_rooms == NULL ||
        engine->lives == NULL || engine->blocks == NULL || engine->block_order == NULL) {
        engine_free(engine);
        return NULL;
    }
    return engine;
}

void engine_free(struct engine *engine)
{
    if (engine == NULL)
        return;
    release(engine->items, engine->config.items_max * sizeof(*engine->items));
    release(engine->hot, hot_bytes(&engine->config));
    release(engine->rings, engine->rings_max * sizeof(*engine->rings));
    release(engine->log, engine->log_size);
    release(engine->starts, engine->numbers_max * sizeof(*engine->starts));
    release(engine->owners, engine->numbers_max * sizeof(*engine->owners));
    release(engine->holes, engine->holes_max * sizeof(*engine->holes));
    release(engine->live_owners, engine->config.live_max * sizeof(*engine->live_owners));
    release(engine->lives, engine->config.live_max * sizeof(*engine->lives));
    release(engine->live_rooms, live_rooms_bytes(engine->config.live_max));
    release(engine->blocks, engine->config.live_max * sizeof(*engine->blocks));
    release(engine->block_order, (engine->config.live_max + 1) * sizeof(*engine->block_order));
    free(engine);
}

void engine_clear(struct engine *engine)
{
    for (uint32_t i = 0; i < engine->item_end; i++)
        engine->items[i] = (struct item){0};
    memset(engine->hot, 0, (engine->item_end / 64 + 1) * sizeof(*engine->hot));
    engine->pending_count = 0;
    for (uint32_t slot = 0; slot < engine->live_end; slot++)
        engine->lives[slot].room = 0;
    memset(engine->rooms_free, 0, sizeof(engine->rooms_free));
    engine->live_rooms_used = 0;
    for (int class = 0; class < RING_CLASSES; class ++)
        engine->rings_free[class] = ENGINE_NONE;
    engine->item_end = engine->rings_used = engine->first = engine->next = 0;
    engine->log_at = engine->log_used = engine->clicks = 0;
    engine->hole_first = engine->hole_end = 0;
    engine->live_count = engine->live_end = engine->block_count = engine->block_end = 0;
    engine->live_free = engine->block_free = ENGINE_NONE;
    engine->ages_known = false;
}

uint32_t engine_sessions(const struct engine *engine)
{
    return engine->next - engine->first - (engine->hole_end - engine->hole_first) +
           engine->live_count;
}

uint32_t engine_live(const struct engine *engine)
{
    return engine->live_count;
}

uint32_t engine_holders(const struct engine *engine, uint32_t item)
{
    uint32_t holders = item < engine->item_end ? engine->items[item].holders : 0;

    for (int i = 0; i < engine->pending_count; i++)
        holders += engine->pending[i].item == item && engine->pending[i].kind == CLICK_FIRST;
    return holders;
}

uint64_t engine_clicks(const struct engine *engine)
{
    return engine->clicks;
}

uint64_t engine_bytes(const struct engine *engine)
{
    return sizeof(*engine) + engine->item_end * sizeof(*engine->items) +
           engine->rings_used * sizeof(*engine->rings) + engine->log_used +
           (uint64_t)(engine->next - engine->first) * 8 +
           engine->live_end * (sizeof(*engine->lives) + 4) +
           (uint64_t)engine->live_rooms_used * ROOM_UNIT +
           (uint64_t)engine->block_end * sizeof(*engine->blocks);
}

/* --- Sessions that ended ---------------------------------------------------------------------- */

/* Take a session's clicks out of the counts, and its entry out of the rings. */
void session_uncount(struct engine *engine, uint32_t entry)
{
    const uint8_t *bytes = session_bytes(engine, entry);
    uint32_t before = ENGINE_NONE;

    engine->clicks -= bytes[0];
    for (int i = 0; i < bytes[0]; i++) {
        uint32_t click = click_at(bytes + 1, i);
        struct item *item = &engine->items[click & CLICK_ITEM];

        assert(item->clicks > 0);
        item->clicks--;
        if (before == (click & CLICK_ITEM))
            item->repeats--;
        before = click & CLICK_ITEM;
        if ((click & CLICK_AGAIN) != 0)
            continue;
        item->holders--;
        ring_remove(engine, item, entry);
        item->cut = item->cut && item->count < item->holders;
        if (item->holders == 0) {
            ring_release(engine, item);
            if (engine->config.dropped != NULL)
                engine->config.dropped(engine->config.context, click & CLICK_ITEM);
        }
    }
    /* What is neither the first click on an item nor a repeat was a return. */
    for (int i = 0; i < bytes[0]; i++) {
        uint32_t click = click_at(bytes + 1, i);

        if ((click & CLICK_AGAIN) != 0 &&
            (click & CLICK_ITEM) != (click_at(bytes + 1, i + 1) & CLICK_ITEM))
            engine->items[click & CLICK_ITEM].returns--;
    }
}

/* From the oldest session to the end, with what is skipped and what was forgotten in between. */
void log_measure(struct engine *engine)
{
    uint64_t oldest = engine->starts[engine->first % engine->numbers_max];

    engine->log_used = engine->first == engine->next
                           ? 0
                           : (engine->log_at + engine->log_size - oldest) % engine->log_size;
}

void skip_holes(struct engine *engine)
{
    while (engine->hole_first < engine->hole_end &&
           engine->holes[engine->hole_first] == engine->first) {
        engine->hole_first++;
        engine->first++;
    }
    if (engine->hole_first == engine->hole_end)
        engine->hole_first = engine->hole_end = 0;
}

/* The oldest session goes whole. */
static void expire(struct engine *engine)
{
    assert(engine->first < engine->next);
    session_uncount(engine, engine->first);
    engine->first++;
    skip_holes(engine);
    log_measure(engine);
}

/* Room in the log, in one piece. */
static uint64_t log_take(struct engine *engine, uint32_t bytes)
{
    uint64_t at = engine->log_at;
    uint64_t skip = at + bytes + 1 > engine->log_size ? engine->log_size - at : 0;

    while (engine->first < engine->next && engine->log_used + skip + bytes >= engine->log_size)
        expire(engine);
    at = skip > 0 ? 0 : at;
    engine->log_at = at + bytes;
    engine->log_used += skip + bytes;
    return at;
}

/* Numbers begin anew before they meet the slots of live sessions. */
static void renumber(struct engine *engine)
{
    uint32_t down = engine->first - engine->first % engine->numbers_max;

    for (uint32_t i = 0; i < engine->item_end; i++) {
        struct item *item = &engine->items[i];

        for (int at = 0; at < item->count; at++) {
            if (engine->rings[item->ring + (uint32_t)at] < LIVE_FIRST)
                engine->rings[item->ring + (uint32_t)at] -= down;
        }
    }
    for (uint32_t i = engine->hole_first; i < engine->hole_end; i++)
        engine->holes[i] -= down;
    engine->first -= down;
    engine->next -= down;
}

/* --- Live sessions ---------------------------------------------------------------------------- */

void live_release(struct engine *engine, uint32_t slot)
{
    live_unlink(engine, slot);
    live_room_release(engine, slot);
    engine->lives[slot].order.offset = engine->live_free;
    engine->live_free = slot;
    engine->live_count--;
}

/* What it holds, on its way from memory. */
static int live_held(const struct engine *engine, uint32_t slot, struct item **ret_held)
{
    const uint8_t *bytes = live_bytes(engine, slot);
    int count = 0;

    for (int i = 0; i < bytes[0]; i++) {
        uint32_t click = click_at(bytes + 1, i);

        if ((click & CLICK_AGAIN) != 0)
            continue;
        ret_held[count] = &engine->items[click];
        __builtin_prefetch(ret_held[count++], 1);
    }
    return count;
}

/* The oldest live session gets the next number, and its clicks a place in the log. */
static void end_oldest(struct engine *engine)
{
    uint32_t slot = live_oldest(engine);
    const uint8_t *bytes = live_bytes(engine, slot);
    uint32_t size = 1 + (uint32_t)CLICK_BYTES * bytes[0];
    struct item *held[ENGINE_CLICKS_MAX];
    uint64_t at;
    int count;

    assert(slot != ENGINE_NONE);
    if (engine->next == LIVE_FIRST)
        renumber(engine);
    at = log_take(engine, size);
    memcpy(engine->log + at, bytes, size);
    engine->starts[engine->next % engine->numbers_max] = (uint32_t)at;
    engine->owners[engine->next % engine->numbers_max] = engine->live_owners[slot];
    count = live_held(engine, slot, held);
    for (int i = 0; i < count; i++)
        ring_fetch(engine, held[i]);
    for (int i = 0; i < count; i++)
        ring_replace(engine, held[i], LIVE_FIRST + slot, engine->next);
    engine->next++;
    live_release(engine, slot);
}

/* On its way from memory: the rings of the session that ends behind the oldest, the items of the
 * one behind that, and the third. */
static void fetch_ahead(const struct engine *engine)
{
    struct item *held[ENGINE_CLICKS_MAX];
    uint32_t next[AHEAD];
    int found = live_behind_oldest(engine, next, AHEAD);
    int count;

    if (found > 2)
        __builtin_prefetch(live_bytes(engine, next[2]));
    if (found > 1)
        (void)live_held(engine, next[1], held);
    if (found > 0) {
        count = live_held(engine, next[0], held);
        for (int i = 0; i < count; i++)
            ring_fetch(engine, held[i]);
    }
}

void engine_end(struct engine *engine, const struct engine_order *order)
{
    index_settle(engine);
    while (engine->live_count > 0 &&
           (order == NULL ||
               engine_order_compare(&engine->lives[live_oldest(engine)].order, order) < 0)) {
        fetch_ahead(engine);
        end_oldest(engine);
    }
}

/* The oldest session of all goes. */
static void make_room(struct engine *engine)
{
    if (engine->first == engine->next)
        end_oldest(engine);
    expire(engine);
}

/* For a click on `item` that begins one. False: all that there is room for are newer. */
static bool room_for(struct engine *engine, const struct engine_order *order, uint32_t item)
{
    bool full = engine_sessions(engine) == engine->config.sessions_max;

    if (!full && engine->live_count < engine->config.live_max)
        return true;
    index_settle(engine);
    if (full && engine->first == engine->next &&
        engine_order_compare(order, &engine->lives[live_oldest(engine)].order) < 0)
        return false;
    engine->items[item].holders++; /* What goes may be the last that held it. */
    if (full)
        make_room(engine);
    if (engine->live_count == engine->config.live_max)
        end_oldest(engine);
    engine->items[item].holders--;
    return true;
}

static uint32_t live_take(struct engine *engine, uint32_t owner)
{
    uint32_t slot = engine->live_free;

    if (slot == ENGINE_NONE)
        slot = engine->live_end++;
    else
        engine->live_free = (uint32_t)engine->lives[slot].order.offset;
    live_room_take(engine, slot);
    engine->live_owners[slot] = owner;
    engine->live_count++;
    return slot;
}

bool engine_holds(const struct engine *engine, uint32_t slot, const struct engine_order *order)
{
    return slot < engine->live_end && engine->lives[slot].room != 0 &&
           engine_order_compare(&engine->lives[slot].order, order) == 0;
}

/* --- Clicks ----------------------------------------------------------------------------------- */

void index_settle(struct engine *engine)
{
    int count = engine->pending_count;

    for (int i = 0; i < count; i++)
        ring_fetch(engine, &engine->items[engine->pending[i].item]);
    for (int i = 0; i < count; i++) {
        struct item *item = &engine->items[engine->pending[i].item];

        item->clicks++;
        switch (engine->pending[i].kind) {
        case CLICK_FIRST:
            ring_insert(engine, item, engine->pending[i].entry);
            item->holders++;
            break;
        case CLICK_REPEAT:
            item->repeats++;
            break;
        case CLICK_RETURN:
            item->returns++;
            break;
        }
    }
    engine->pending_count = 0;
}

static void pend(struct engine *engine, uint32_t item, uint32_t entry, enum click_kind kind)
{
    __builtin_prefetch(&engine->items[item], 1);
    engine->pending[engine->pending_count++] = (struct pending){item, entry, kind};
    if (engine->pending_count == PENDING_MAX)
        index_settle(engine);
}

/* What it holds that is hot, on its way from memory. */
static int live_hot(const struct engine *engine, uint32_t slot, struct item **ret_held)
{
    const uint8_t *bytes = live_bytes(engine, slot);
    int count = 0;

    for (int i = 0; i < bytes[0]; i++) {
        uint32_t click = click_at(bytes + 1, i);

        if ((click & CLICK_AGAIN) != 0 || !item_is_hot(engine, click))
            continue;
        ret_held[count] = &engine->items[click];
        __builtin_prefetch(ret_held[count++], 1);
    }
    return count;
}

/* Its place in the rings of what is hot of what it holds moves with its order. */
static void live_move(struct engine *engine, uint32_t slot, const struct engine_order *order)
{
    struct live *live = &engine->lives[slot];
    struct item *held[ENGINE_CLICKS_MAX];
    int count;

    assert(engine_order_compare(&live->order, order) <= 0);
    if (live_newest(engine) == slot) { /* So it is in each ring already. */
        live->order = *order;
        return;
    }
    count = live_hot(engine, slot, held);
    if (count > 0 && engine->pending_count > 0) {
        index_settle(engine); /* By which others may have become hot. */
        count = live_hot(engine, slot, held);
    }
    for (int i = 0; i < count; i++)
        ring_fetch(engine, held[i]);
    live_unlink(engine, slot);
    live->order = *order;
    live_link(engine, slot);
    for (int i = 0; i < count; i++)
        ring_move(engine, held[i], LIVE_FIRST + slot);
}

/* Where the session clicked `item` last, or -1. */
static int last_click_on(const uint8_t *bytes, uint32_t item)
{
    for (int at = bytes[0] - 1; at >= 0; at--) {
        if ((click_at(bytes + 1, at) & CLICK_ITEM) == item)
            return at;
    }
    return -1;
}

static void click_add(struct engine *engine, uint32_t slot, uint32_t item)
{
    enum click_kind kind = CLICK_FIRST;
    uint8_t *bytes;
    int before;

    live_room_grow(engine, slot);
    bytes = live_bytes(engine, slot);
    before = last_click_on(bytes, item);
    if (before >= 0) {
        bytes[1 + (size_t)CLICK_BYTES * (size_t)before + 2] |= CLICK_AGAIN >> 16;
        kind = before == bytes[0] - 1 ? CLICK_REPEAT : CLICK_RETURN;
    }
    memcpy(bytes + 1 + (size_t)CLICK_BYTES * bytes[0], &item, CLICK_BYTES);
    bytes[0]++;
    engine->clicks++;
    pend(engine, item, LIVE_FIRST + slot, kind);
}

uint32_t engine_click(struct engine *engine,
    uint32_t slot,
    uint32_t owner,
    const struct engine_order *order,
    uint32_t item)
{
    assert(item < engine->config.items_max);
    engine->item_end = item < engine->item_end ? engine->item_end : item + 1;
    if (slot == ENGINE_NONE || live_bytes(engine, slot)[0] == engine->params.session_clicks) {
        if (!room_for(engine, order, item))
            return ENGINE_NONE;
        slot = live_take(engine, owner);
        engine->lives[slot].order = *order;
        live_link(engine, slot);
    } else {
        assert(engine->lives[slot].room != 0);
        live_move(engine, slot, order);
    }
    click_add(engine, slot, item);
    return slot;
}
