/*
 * Popular now: what the newest sessions hold, the newer the more. Defined in
 * docs/decisions/0064-who-has-no-session-yet.md; nothing is kept for it, so what is forgotten or
 * falls out of the index is gone from here too.
 */
#include "processors/recommend/engine/index.h"

#include <assert.h>
#include <stdlib.h>

enum {
    HALF_AGE_BITS = 9,                   /* A session 512 sessions older counts half. */
    SESSIONS_SEEN = 10 << HALF_AGE_BITS, /* Older ones count less than a thousandth. */
    CLICKS_SEEN = SESSIONS_SEEN * 8,     /* Of robots' days: at most so many clicks, in all. */
    TABLE_MASK = (1 << 17) - 1,          /* Three times CLICKS_SEEN. */
    WEIGHT_SHIFT = 10,                   /* A session of this moment weighs 2^20. */
};

static_assert((int)CLICKS_SEEN * 3 <= (int)TABLE_MASK + 1, "the table never fills");

struct counted {
    uint64_t weight;
    uint32_t item, sessions; /* 0 sessions: the place is empty. */
};

struct popular {
    struct engine *engine;
    struct counted *table;
    uint32_t clicks, age;
};

/* Each item of a session once. False: enough was looked at. */
static bool count_session(struct popular *popular, uint32_t entry)
{
    const struct engine *engine = popular->engine;
    const uint8_t *bytes = session_bytes(engine, entry);
    uint64_t weight =
        engine_power(&engine->tables, (uint64_t)popular->age << (20 - HALF_AGE_BITS)) >>
        WEIGHT_SHIFT;

    if (popular->age++ == SESSIONS_SEEN || popular->clicks + bytes[0] > CLICKS_SEEN)
        return false;
    popular->clicks += bytes[0];
    for (int i = 0; i < bytes[0]; i++) {
        uint32_t click = click_at(bytes + 1, i);
        uint32_t at = (click * 2654435761u >> 15) & TABLE_MASK;

        if ((click & CLICK_AGAIN) != 0)
            continue;
        while (popular->table[at].sessions > 0 && popular->table[at].item != click)
            at = (at + 1) & TABLE_MASK;
        popular->table[at].item = click;
        popular->table[at].weight += weight;
        popular->table[at].sessions++;
    }
    return true;
}

/* Newest first: those that are live, then those that ended. */
static void count_sessions(struct popular *popular)
{
    const struct engine *engine = popular->engine;

    for (uint32_t i = engine->block_count; i-- > 0;) {
        const struct live_block *block = &engine->blocks[engine->block_order[i]];

        for (uint32_t at = block->end; at-- > block->first;) {
            if (block->slots[at] != ENGINE_NONE &&
                !count_session(popular, LIVE_FIRST + block->slots[at]))
                return;
        }
    }
    for (uint32_t number = engine->next; number-- > engine->first;) {
        if (engine->owners[number % engine->numbers_max] == ENGINE_NONE)
            continue; /* Whose it was is forgotten. */
        if (!count_session(popular, number))
            return;
    }
}

static bool stands_before(
    const struct engine *engine, const struct counted *a, const struct counted *b)
{
    return a->weight != b->weight ? a->weight > b->weight : item_first(engine, a->item, b->item);
}

/* The best `max` of the table, in its first places, best first. */
static size_t take_best(
    const struct engine *engine, struct counted *best, const struct counted *table, size_t max)
{
    size_t count = 0;

    for (uint32_t i = 0; i <= TABLE_MASK; i++) {
        size_t at = count;

        if (table[i].sessions == 0 ||
            (count == max && !stands_before(engine, &table[i], &best[max - 1])))
            continue;
        if (count < max)
            count++;
        else
            at = max - 1;
        for (; at > 0 && stands_before(engine, &table[i], &best[at - 1]); at--)
            best[at] = best[at - 1];
        best[at] = table[i];
    }
    return count;
}

size_t engine_popular(
    struct engine *engine, struct engine_candidate ret_list[ENGINE_RANKED_MAX], size_t max)
{
    struct counted best[ENGINE_RANKED_MAX];
    struct popular popular = {engine, calloc(TABLE_MASK + 1, sizeof(struct counted)), 0, 0};
    uint64_t sum = 0;
    size_t count;

    assert(max <= ENGINE_RANKED_MAX);
    if (popular.table == NULL)
        return 0;
    count_sessions(&popular);
    count = take_best(engine, best, popular.table, max);
    free(popular.table);
    for (size_t i = 0; i < count; i++)
        sum += best[i].weight;
    for (size_t i = 0; i < count; i++) {
        ret_list[i] = (struct engine_candidate){.item = best[i].item,
            .score = (int64_t)best[i].weight,
            .share_ppm = (uint32_t)(best[i].weight * 1000000 / sum),
            .because = best[i].item,
            .sessions = best[i].sessions};
    }
    return count;
}
