/*
 * Live sessions by order, in blocks: each change moves a few hundred bytes, and how many are newer
 * than one is the sum of a few counts.
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
    engine->blocks[id].count = 0;
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

/* Moves the sessions of `from`, from place `first` on, to the end of `to`. */
static void block_move(struct engine *engine, uint32_t from, uint32_t first, uint32_t to)
{
    struct live_block *source = &engine->blocks[from];
    struct live_block *target = &engine->blocks[to];

    for (uint32_t i = first; i < source->count; i++) {
        engine->lives[source->slots[i]].block = to;
        target->slots[target->count++] = source->slots[i];
    }
    source->count = first;
}

/* The newest block whose oldest session is older than `order`; else the oldest. */
static uint32_t block_for(const struct engine *engine, const struct engine_order *order)
{
    uint32_t low = 0;
    uint32_t high = engine->block_count;

    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const struct live_block *block = &engine->blocks[engine->block_order[middle]];

        if (engine_order_compare(order_of(engine, block->slots[0]), order) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return engine->block_order[low > 0 ? low - 1 : 0];
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
    block = &engine->blocks[id];
    if (block->count > 0 &&
        engine_order_compare(order, order_of(engine, block->slots[block->count - 1])) < 0)
        id = block_for(engine, order);
    block = &engine->blocks[id];
    if (block->count == BLOCK_MAX) {
        bool newest =
            block->at == engine->block_count - 1 &&
            engine_order_compare(order_of(engine, block->slots[BLOCK_MAX - 1]), order) < 0;
        uint32_t next = block_new(engine, block->at + 1);

        if (!newest)
            block_move(engine, id, BLOCK_MAX / 2, next);
        if (newest ||
            engine_order_compare(order_of(engine, engine->blocks[next].slots[0]), order) < 0)
            id = next;
        block = &engine->blocks[id];
    }
    at = block->count;
    while (at > 0 && engine_order_compare(order, order_of(engine, block->slots[at - 1])) < 0)
        at--;
    memmove(&block->slots[at + 1], &block->slots[at], (block->count - at) * sizeof(uint32_t));
    block->slots[at] = slot;
    block->count++;
    engine->lives[slot].block = id;
}

static uint32_t place_in(const struct live_block *block, uint32_t slot)
{
    uint32_t at = 0;

    while (block->slots[at] != slot)
        at++;
    assert(at < block->count);
    return at;
}

void live_unlink(struct engine *engine, uint32_t slot)
{
    uint32_t id = engine->lives[slot].block;
    struct live_block *block = &engine->blocks[id];
    uint32_t at = place_in(block, slot);

    engine->ages_known = false;
    block->count--;
    memmove(&block->slots[at], &block->slots[at + 1], (block->count - at) * sizeof(uint32_t));
    if (block->count == 0) {
        block_remove(engine, id);
    } else if (block->count < BLOCK_FEW && block->at > 0) {
        uint32_t older = engine->block_order[block->at - 1];

        if (engine->blocks[older].count + block->count <= BLOCK_MAX / 2) {
            block_move(engine, id, 0, older);
            block_remove(engine, id);
        }
    }
}

uint32_t live_oldest(const struct engine *engine)
{
    return engine->block_count == 0 ? ENGINE_NONE : engine->blocks[engine->block_order[0]].slots[0];
}

uint32_t live_newest(const struct engine *engine)
{
    const struct live_block *block;

    if (engine->block_count == 0)
        return ENGINE_NONE;
    block = &engine->blocks[engine->block_order[engine->block_count - 1]];
    return block->slots[block->count - 1];
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
    const struct live_block *block = &engine->blocks[engine->lives[slot].block];

    assert(engine->ages_known);
    return block->newer + block->count - 1 - place_in(block, slot);
}
