/*
 * Live sessions by order, in blocks: one that moves leaves a gap and stands at the newest end, in
 * no time; elsewhere a few hundred bytes make room. How many are newer is the sum of a few counts.
 */
#include "processors/recommend/engine/index.h"

#include <assert.h>

enum {
    BLOCK_FEW =
        BLOCK_MAX / 8, /* With fewer, a block joins the older one, if both fit half of it. */
};

static const struct engine_order *order_of(const struct engine *engine, uint32_t slot)
{
    return &engine->lives[slot].order;
}

static void number_blocks(struct engine *engine, uint32_t from)
{
    for (uint32_t i = from; i < engine->block_count; i++)
        engine->blocks[engine->block_order[i]].at = i;
}

static uint32_t block_new(struct engine *engine, uint32_t at)
{
    uint32_t id = engine->block_free;

    if (id == ENGINE_NONE)
        id = engine->block_end++;
    else
        engine->block_free = engine->blocks[id].slots[0];
    assert(engine->block_count < engine->config.live_max);
    memmove(&engine->block_order[at + 1], &engine->block_order[at],
        (engine->block_count - at) * sizeof(*engine->block_order));
    engine->block_order[at] = id;
    engine->block_count++;
    engine->blocks[id].count = engine->blocks[id].first = engine->blocks[id].end = 0;
    number_blocks(engine, at);
    return id;
}

static void block_remove(struct engine *engine, uint32_t id)
{
    uint32_t at = engine->blocks[id].at;

    engine->block_count--;
    memmove(&engine->block_order[at], &engine->block_order[at + 1],
        (engine->block_count - at) * sizeof(*engine->block_order));
    engine->blocks[id].slots[0] = engine->block_free;
    engine->block_free = id;
    number_blocks(engine, at);
}

static void set_place(struct engine *engine, uint32_t id, uint32_t at)
{
    struct live *live = &engine->lives[engine->blocks[id].slots[at]];

    live->block = id & 0xffffff;
    live->place = at & 0xff;
}

/* Those that are gone leave no gaps. */
static void block_close_up(struct engine *engine, uint32_t id)
{
    struct live_block *block = &engine->blocks[id];
    uint32_t to = 0;

    for (uint32_t at = block->first; at < block->end; at++) {
        if (block->slots[at] == ENGINE_NONE)
            continue;
        block->slots[to] = block->slots[at];
        set_place(engine, id, to++);
    }
    assert(to == block->count);
    block->first = 0;
    block->end = to;
}

/* Moves the sessions of `from`, from place `first` on, to the end of `to`; neither has gaps. */
static void block_move(struct engine *engine, uint32_t from, uint32_t first, uint32_t to)
{
    struct live_block *source = &engine->blocks[from];
    struct live_block *target = &engine->blocks[to];

    for (uint32_t i = first; i < source->end; i++) {
        target->slots[target->end] = source->slots[i];
        set_place(engine, to, target->end++);
    }
    target->count += source->end - first;
    source->count = source->end = first;
}

static uint32_t oldest_of(const struct engine *engine, uint32_t id)
{
    return engine->blocks[id].slots[engine->blocks[id].first];
}

static uint32_t newest_of(const struct engine *engine, uint32_t id)
{
    return engine->blocks[id].slots[engine->blocks[id].end - 1];
}

/* The newest block whose oldest session is older than `order`; else the oldest. */
static uint32_t block_for(const struct engine *engine, const struct engine_order *order)
{
    uint32_t low = 0;
    uint32_t high = engine->block_count;

    while (low < high) {
        uint32_t middle = (low + high) / 2;
        uint32_t id = engine->block_order[middle];

        if (engine_order_compare(order_of(engine, oldest_of(engine, id)), order) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return engine->block_order[low > 0 ? low - 1 : 0];
}

/* Room for one more in the block or in the one behind it, whichever is right for `order`. */
static uint32_t block_with_room(
    struct engine *engine, uint32_t id, const struct engine_order *order)
{
    struct live_block *block = &engine->blocks[id];
    bool newest;
    uint32_t next;

    if (block->end < BLOCK_MAX)
        return id;
    newest = block->at == engine->block_count - 1 &&
             engine_order_compare(order_of(engine, newest_of(engine, id)), order) < 0;
    if (!newest || block->count <= BLOCK_MAX / 2)
        block_close_up(engine, id);
    if (block->end <= BLOCK_MAX - BLOCK_FEW)
        return id;
    next = block_new(engine, block->at + 1);
    if (!newest)
        block_move(engine, id, block->end / 2, next);
    if (newest || engine_order_compare(order_of(engine, oldest_of(engine, next)), order) < 0)
        return next;
    return id;
}

void live_link(struct engine *engine, uint32_t slot)
{
    const struct engine_order *order = order_of(engine, slot);
    struct live_block *block;
    uint32_t id;
    uint32_t at;

    engine->ages_known = false;
    if (engine->block_count == 0)
        (void)block_new(engine, 0);
    id = engine->block_order[engine->block_count - 1];
    if (engine->blocks[id].count > 0 &&
        engine_order_compare(order, order_of(engine, newest_of(engine, id))) < 0)
        id = block_for(engine, order);
    id = block_with_room(engine, id, order);
    block = &engine->blocks[id];
    at = block->end;
    while (at > block->first &&
           (block->slots[at - 1] == ENGINE_NONE ||
               engine_order_compare(order, order_of(engine, block->slots[at - 1])) < 0))
        at--;
    block->count++;
    if (at < block->end && block->slots[at] == ENGINE_NONE) {
        block->slots[at] = slot;
        set_place(engine, id, at);
        return;
    }
    memmove(&block->slots[at + 1], &block->slots[at], (block->end - at) * sizeof(uint32_t));
    block->slots[at] = slot;
    block->end++;
    for (uint32_t i = at; i < block->end; i++)
        if (block->slots[i] != ENGINE_NONE)
            set_place(engine, id, i);
}

/* It leaves a gap, but for the ends: these are somebody's. */
void live_unlink(struct engine *engine, uint32_t slot)
{
    uint32_t id = engine->lives[slot].block;
    struct live_block *block = &engine->blocks[id];

    assert(block->slots[engine->lives[slot].place] == slot);
    engine->ages_known = false;
    block->count--;
    if (block->count == 0) {
        block_remove(engine, id);
        return;
    }
    block->slots[engine->lives[slot].place] = ENGINE_NONE;
    while (block->slots[block->first] == ENGINE_NONE)
        block->first++;
    while (block->slots[block->end - 1] == ENGINE_NONE)
        block->end--;
    if (block->count < BLOCK_FEW && block->at > 0) {
        uint32_t older = engine->block_order[block->at - 1];

        if (engine->blocks[older].count + block->count <= BLOCK_MAX / 2) {
            block_close_up(engine, id);
            block_close_up(engine, older);
            block_move(engine, id, 0, older);
            block_remove(engine, id);
        }
    }
}

uint32_t live_oldest(const struct engine *engine)
{
    return engine->block_count == 0 ? ENGINE_NONE : oldest_of(engine, engine->block_order[0]);
}

uint32_t live_newest(const struct engine *engine)
{
    return engine->block_count == 0
               ? ENGINE_NONE
               : newest_of(engine, engine->block_order[engine->block_count - 1]);
}

int live_behind_oldest(const struct engine *engine, uint32_t *ret_slots, int max)
{
    const struct live_block *block;
    int count = 0;

    if (engine->block_count == 0)
        return 0;
    block = &engine->blocks[engine->block_order[0]];
    for (uint32_t at = block->first + 1; at < block->end && count < max; at++)
        if (block->slots[at] != ENGINE_NONE)
            ret_slots[count++] = block->slots[at];
    return count;
}

void live_ages(struct engine *engine)
{
    uint32_t newer = 0;

    if (engine->ages_known)
        return;
    for (uint32_t i = engine->block_count; i-- > 0;) {
        struct live_block *block = &engine->blocks[engine->block_order[i]];

        block->newer = newer;
        newer += block->count;
    }
    assert(newer == engine->live_count);
    engine->ages_known = true;
}

uint32_t live_age(const struct engine *engine, uint32_t slot)
{
    const struct live *live = &engine->lives[slot];
    const struct live_block *block = &engine->blocks[live->block];
    uint32_t newer = block->newer;

    assert(engine->ages_known);
    for (uint32_t at = live->place + 1; at < block->end; at++)
        newer += block->slots[at] != ENGINE_NONE;
    return newer;
}

/* --- Where their clicks stand ----------------------------------------------------------------- */

/* Bytes: a count, clicks, and one more, for clicks are read as four. */
static const uint8_t room_sizes[ROOM_CLASSES] = {8, 12, 16, 20, 28, 40, 56, 80, 124, 196};

static_assert((int)ENGINE_LIVE_MAX <= 1 << 24 && (int)BLOCK_MAX <= 1 << 8, "struct live has room");
static_assert(SESSION_BYTES + 1 <= 196, "the largest room holds a session of any size");

static int class_of(int clicks)
{
    int class = 0;

    while (room_sizes[class] < 2 + CLICK_BYTES * clicks)
        class ++;
    return class;
}

uint64_t live_rooms_bytes(uint32_t live_max)
{
    uint64_t each = 0;

    for (int class = 0; class < ROOM_CLASSES; class ++)
        each += room_sizes[class];
    return ROOM_UNIT + live_max * each;
}

static uint32_t room_take(struct engine *engine, int class)
{
    uint32_t room = engine->rooms_free[class];

    if (room == 0) {
        room = 1 + engine->live_rooms_used;
        engine->live_rooms_used += room_sizes[class] / ROOM_UNIT;
        return room;
    }
    memcpy(&engine->rooms_free[class], engine->live_rooms + (size_t)room * ROOM_UNIT,
        sizeof(engine->rooms_free[class]));
    return room;
}

/* Nothing of the session stays. */
static void room_release(struct engine *engine, uint32_t room, int class)
{
    uint8_t *bytes = engine->live_rooms + (size_t)room * ROOM_UNIT;

    memset(bytes, 0, room_sizes[class]);
    memcpy(bytes, &engine->rooms_free[class], sizeof(engine->rooms_free[class]));
    engine->rooms_free[class] = room;
}

void live_room_take(struct engine *engine, uint32_t slot)
{
    engine->lives[slot].room = room_take(engine, 0);
    live_bytes(engine, slot)[0] = 0;
}

void live_room_grow(struct engine *engine, uint32_t slot)
{
    uint32_t room = engine->lives[slot].room;
    const uint8_t *bytes = live_bytes(engine, slot);
    int count = bytes[0];
    int class = class_of(count);

    if (2 + CLICK_BYTES * (count + 1) <= room_sizes[class])
        return;
    engine->lives[slot].room = room_take(engine, class + 1);
    memcpy(live_bytes(engine, slot), bytes, 1 + (size_t)CLICK_BYTES * (size_t)count);
    room_release(engine, room, class);
}

void live_room_release(struct engine *engine, uint32_t slot)
{
    room_release(engine, engine->lives[slot].room, class_of(live_bytes(engine, slot)[0]));
    engine->lives[slot].room = 0;
}
