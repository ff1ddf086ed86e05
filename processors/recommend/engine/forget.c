/*
 * A person is forgotten: their sessions leave counts and rings, and their numbers stay as holes.
 *
 * Ages count sessions, so whoever asks for one takes off the holes in between: nothing is numbered
 * anew, and it takes as long as finding the sessions does. When one number in four or so is a hole
 * all are closed up.
 */
#include "processors/recommend/engine/index.h"

#include <assert.h>
#include <stdlib.h>

enum {
    LOOK = 64,       /* Owners looked at together: compilers make one comparison of some of them. */
    REFILL_MORE = 16 /* Entries beyond what a ring must have, so that the next is free. */
};

uint32_t holes_newer(const struct engine *engine, uint32_t number)
{
    uint32_t low = engine->hole_first;
    uint32_t high = engine->hole_end;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (engine->holes[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return engine->hole_end - low;
}

/* --- Rings ------------------------------------------------------------------------------------ */

static void push_marked(struct engine *engine, uint32_t entry)
{
    const uint8_t *bytes = session_bytes(engine, entry);

    for (int i = 0; i < bytes[0]; i++) {
        uint32_t click = click_at(bytes + 1, i);
        struct item *item = &engine->items[click & CLICK_ITEM];

        if ((click & CLICK_AGAIN) == 0 && item->marked)
            ring_push(engine, item, entry);
    }
}

static bool is_hole(const struct engine *engine, uint32_t number)
{
    return engine->owners[number % engine->numbers_max] == ENGINE_NONE;
}

/* From all sessions: for rings of which all that they have is live. */
static void refill_all(struct engine *engine, struct item *item)
{
    ring_release(engine, item);
    item->marked = true;
    for (uint32_t number = engine->first; number < engine->next; number++)
        if (!is_hole(engine, number))
            push_marked(engine, number);
    for (uint32_t i = 0; i < engine->block_count; i++) {
        const struct live_block *block = &engine->blocks[engine->block_order[i]];

        for (uint32_t at = block->first; at < block->end; at++)
            if (block->slots[at] != ENGINE_NONE)
                push_marked(engine, LIVE_FIRST + block->slots[at]);
    }
    item->marked = false;
}

static bool holds(const struct engine *engine, uint32_t number, uint32_t item)
{
    const uint8_t *bytes = session_bytes(engine, number);

    for (int i = 0; i < bytes[0]; i++)
        if (click_at(bytes + 1, i) == item)
            return true;
    return false;
}

/* A ring that lost an entry and lacks older ones gets those that come next. */
static void refill(struct engine *engine, uint32_t number_of_item)
{
    struct item *item = &engine->items[number_of_item];
    uint32_t *ring = engine->rings + item->ring;
    uint32_t older[RING_KEPT + REFILL_MORE];
    int wanted = RING_KEPT + REFILL_MORE - item->count;
    int found = 0;

    if (!item->cut || item->count >= RING_KEPT)
        return;
    if (item->count == 0 || ring[0] >= LIVE_FIRST) {
        refill_all(engine, item);
        return;
    }
    for (uint32_t number = ring[0]; number > engine->first && found < wanted;) {
        number--;
        if (!is_hole(engine, number) && holds(engine, number, number_of_item))
            older[found++] = number;
    }
    memmove(ring + found, ring, item->count * sizeof(*ring));
    for (int i = 0; i < found; i++)
        ring[i] = older[found - 1 - i];
    item->count = (uint16_t)(item->count + found);
    item->cut = item->count < item->holders;
}

/* Out of counts and rings, and out of where sessions are; then its bytes are gone. */
static void take_out(struct engine *engine, uint32_t entry)
{
    const uint8_t *bytes = session_bytes(engine, entry);
    uint32_t lacking[ENGINE_CLICKS_MAX];
    int count = 0;

    for (int i = 0; i < bytes[0]; i++) {
        uint32_t click = click_at(bytes + 1, i);

        if ((click & CLICK_AGAIN) == 0 && engine->items[click].cut)
            lacking[count++] = click;
    }
    session_uncount(engine, entry);
    if (entry >= LIVE_FIRST) {
        live_release(engine, entry - LIVE_FIRST);
    } else {
        engine->owners[entry % engine->numbers_max] = ENGINE_NONE;
        memset((uint8_t *)bytes + 1, 0, (size_t)CLICK_BYTES * bytes[0]);
    }
    for (int i = 0; i < count; i++)
        refill(engine, lacking[i]);
}

/* --- Numbers ---------------------------------------------------------------------------------- */

/* Sessions behind a hole move up. `numbers` says how far, by number. */
static void close_up(struct engine *engine)
{
    uint32_t *numbers = malloc((size_t)(engine->next - engine->first) * sizeof(*numbers));
    uint32_t to = engine->first;

    assert(numbers != NULL); /* At most 80 MB, and a person must be forgotten. */
    for (uint32_t from = engine->first; from < engine->next; from++) {
        uint32_t at = from % engine->numbers_max;

        numbers[from - engine->first] = to;
        if (engine->owners[at] == ENGINE_NONE)
            continue;
        engine->starts[to % engine->numbers_max] = engine->starts[at];
        engine->owners[to % engine->numbers_max] = engine->owners[at];
        to++;
    }
    for (uint32_t i = 0; i < engine->item_end; i++) {
        uint32_t *ring = engine->rings + engine->items[i].ring;

        for (int at = 0; at < engine->items[i].count && ring[at] < LIVE_FIRST; at++)
            ring[at] = numbers[ring[at] - engine->first];
    }
    assert(to + (engine->hole_end - engine->hole_first) == engine->next);
    engine->next = to;
    engine->hole_first = engine->hole_end = 0;
    log_measure(engine);
    free(numbers);
}

static void hole_add(struct engine *engine, uint32_t number)
{
    uint32_t behind = holes_newer(engine, number);
    uint32_t *holes = engine->holes;

    if (engine->hole_end == engine->holes_max) {
        uint32_t count = engine->hole_end - engine->hole_first;

        memmove(holes, holes + engine->hole_first, count * sizeof(*holes));
        engine->hole_first = 0;
        engine->hole_end = count;
    }
    memmove(&holes[engine->hole_end - behind + 1], &holes[engine->hole_end - behind],
        behind * sizeof(*holes));
    holes[engine->hole_end - behind] = number;
    engine->hole_end++;
}

/* --- Owners ----------------------------------------------------------------------------------- */

/* The first of `count` owners that is `owner`, or `count`. */
static uint32_t owner_find(const uint32_t *owners, uint32_t count, uint32_t owner)
{
    uint32_t at = 0;

    for (; at + LOOK <= count; at += LOOK) {
        uint32_t hit = 0;

        for (int i = 0; i < LOOK; i++)
            hit |= (uint32_t)(owners[at + (uint32_t)i] == owner);
        if (hit != 0)
            break;
    }
    while (at < count && owners[at] != owner)
        at++;
    return at;
}

static uint32_t forget_lives(struct engine *engine, uint32_t owner)
{
    uint32_t forgotten = 0;

    for (uint32_t slot = 0; slot < engine->live_end; slot++) {
        slot += owner_find(engine->live_owners + slot, engine->live_end - slot, owner);
        if (slot == engine->live_end)
            break;
        if (engine->lives[slot].room == 0)
            continue;
        take_out(engine, LIVE_FIRST + slot);
        forgotten++;
    }
    return forgotten;
}

static void forget_number(struct engine *engine, uint32_t number)
{
    take_out(engine, number);
    if (number == engine->first) {
        engine->first++;
        skip_holes(engine);
        log_measure(engine);
        return;
    }
    hole_add(engine, number);
    if (engine->hole_end - engine->hole_first == engine->holes_max)
        close_up(engine);
}

uint32_t engine_forget(struct engine *engine, uint32_t owner)
{
    uint32_t forgotten;
    uint32_t number;

    assert(owner != ENGINE_NONE);
    index_settle(engine);
    forgotten = forget_lives(engine, owner);
    number = engine->next;
    /* The newest first: closing up moves those behind, which were looked at. */
    while (number > engine->first) {
        uint32_t at = (number - 1) % engine->numbers_max;
        uint32_t chunk = at + 1 < LOOK * LOOK ? at + 1 : LOOK * LOOK;
        uint32_t begin;

        if (chunk > number - engine->first)
            chunk = number - engine->first;
        begin = number - chunk;
        if (owner_find(engine->owners + (at + 1 - chunk), chunk, owner) == chunk) {
            number = begin;
            continue;
        }
        while (number > begin && number > engine->first) {
            number--;
            if (engine->owners[number % engine->numbers_max] != owner)
                continue;
            forget_number(engine, number);
            forgotten++;
            if (number > engine->next) /* Closed up. */
                number = engine->next;
        }
    }
    return forgotten;
}
