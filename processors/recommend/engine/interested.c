/*
 * The reverse question: whose newest sessions point at an item?
 *
 * What the sessions that hold the item say of the items around it is turned round: PULL(y)
 * estimates how often a session that views y clicks the item close by. Defined in
 * docs/decisions/0039-two-stages.md.
 */
#include "processors/recommend/engine/index.h"

#include <assert.h>
#include <stdlib.h>

enum {
    PULLS_MAX = 64, /* Items whose sessions are looked at: those that pull most. */
    PULL_ONE = 1 << 20,
};

struct asked {
    uint32_t entry, owner, share;
};

struct head {
    uint32_t entry; /* 0: none is left. */
    uint32_t item;
    int left, stop; /* At most the newest RING_KEPT, though a ring may have more for a while. */
};

/* Votes of the item's sessions for what stands near it, as candidates of a query of this item. */
static void find_pulls(struct engine *engine,
    uint32_t item,
    int ret_chosen[ENGINE_RANKED_MAX],
    int *ret_count,
    uint32_t ret_pulls[ENGINE_RANKED_MAX])
{
    struct query *query = &engine->query;
    int count;

    query_candidates(engine, ENGINE_NONE, &item, 1, false);
    count = query_choose(engine, ret_chosen, PULLS_MAX);
    *ret_count = 0;
    for (int i = 0; i < count; i++) {
        const struct candidate *near = &engine->candidates[ret_chosen[i]];
        uint64_t together = query->weight[0] == 0 ? 0 : near->votes / query->weight[0];

        if (near->votes == 0)
            continue;
        /* `together` is in 1/4096 of a session; the few that speak are held against 2 more. */
        ret_chosen[*ret_count] = ret_chosen[i];
        ret_pulls[(*ret_count)++] =
            (uint32_t)(together * (PULL_ONE / 4096) / (engine->items[near->item].holders + 2));
    }
}

/* Like a query's score: the newest item of the session counts whole, each before it half of that.
 */
static uint32_t share_of(
    const struct engine *engine, uint32_t entry, uint32_t item, const uint32_t *pulls_of)
{
    const uint8_t *bytes = session_bytes(engine, entry);
    uint64_t share = 0;
    int place = 0;

    for (int i = bytes[0] - 1; i >= 0 && place < ENGINE_VIEWS_MAX; i--) {
        uint32_t click = click_at(bytes + 1, i);

        if ((click & CLICK_AGAIN) != 0)
            continue;
        if (click == item)
            share += PULL_ONE / 8 >> place;
        for (size_t at = click * 2654435761u >> 24;; at = (at + 1) & 255) {
            if (pulls_of[2 * at] == 0)
                break;
            if (pulls_of[2 * at] == click + 1) {
                share += pulls_of[2 * at + 1] >> place;
                break;
            }
        }
        place++;
    }
    return (uint32_t)(share < PULL_ONE ? share : PULL_ONE);
}

static void head_fill(const struct engine *engine, struct head *head)
{
    const struct item *item = &engine->items[head->item];

    head->entry =
        head->left > head->stop ? engine->rings[item->ring + (uint32_t)head->left - 1] + 1 : 0;
}

static void head_init(struct engine *engine, struct head *head, uint32_t item)
{
    int count = engine->items[item].count;

    ring_sort(engine, &engine->items[item]);

    *head = (struct head){
        .item = item, .left = count, .stop = count > RING_KEPT ? count - RING_KEPT : 0};
    head_fill(engine, head);
}

/* The newest session of those at the heads, each of which moves on. 0: none is left. */
static uint32_t take_newest(const struct engine *engine, struct head *heads, int count)
{
    uint32_t newest = 0;

    for (int i = 0; i < count; i++) {
        if (heads[i].entry != 0 &&
            (newest == 0 || entry_older(engine, newest - 1, heads[i].entry - 1)))
            newest = heads[i].entry;
    }
    for (int i = 0; i < count && newest != 0; i++) {
        if (heads[i].entry == newest) {
            heads[i].left--;
            head_fill(engine, &heads[i]);
        }
    }
    return newest;
}

/* Larger shares first; of equals the newer session, which has the smaller place in `entry`. */
static int asked_compare(const void *a, const void *b)
{
    const struct asked *x = a;
    const struct asked *y = b;

    if (x->share != y->share)
        return x->share > y->share ? -1 : 1;
    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static int owner_compare(const void *a, const void *b)
{
    const struct asked *x = a;
    const struct asked *y = b;

    if (x->owner != y->owner)
        return x->owner < y->owner ? -1 : 1;
    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static uint32_t owner_of(const struct engine *engine, uint32_t entry)
{
    if (entry >= LIVE_FIRST)
        return engine->live_owners[entry - LIVE_FIRST];
    return engine->owners[entry % engine->numbers_max];
}

/* An owner counts with the newest session that was met. */
static size_t one_of_each(struct asked *asked, size_t count)
{
    size_t kept = 0;

    qsort(asked, count, sizeof(*asked), owner_compare);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || asked[kept - 1].owner != asked[i].owner)
            asked[kept++] = asked[i];
    }
    return kept;
}

size_t engine_interested(
    struct engine *engine, uint32_t item, struct engine_interest *ret_list, size_t max)
{
    static _Thread_local struct asked asked[ENGINE_INTERESTED_MAX];
    int chosen[ENGINE_RANKED_MAX];
    uint32_t pulls[ENGINE_RANKED_MAX];
    uint32_t pulls_of[512] = {0}; /* Item + 1 and its pull, 256 places. */
    struct head heads[PULLS_MAX + 1];
    size_t count = 0;
    int pull_count;

    find_pulls(engine, item, chosen, &pull_count, pulls);
    head_init(engine, &heads[0], item);
    for (int i = 0; i < pull_count; i++) {
        uint32_t near = engine->candidates[chosen[i]].item;
        size_t at = near * 2654435761u >> 24;

        while (pulls_of[2 * at] != 0)
            at = (at + 1) & 255;
        pulls_of[2 * at] = near + 1;
        pulls_of[2 * at + 1] = pulls[i];
        head_init(engine, &heads[i + 1], near);
    }
    while (count < ENGINE_INTERESTED_MAX) {
        uint32_t newest = take_newest(engine, heads, pull_count + 1);

        if (newest == 0)
            break;
        asked[count] = (struct asked){(uint32_t)count, owner_of(engine, newest - 1),
            share_of(engine, newest - 1, item, pulls_of)};
        count++;
    }
    count = one_of_each(asked, count);
    qsort(asked, count, sizeof(*asked), asked_compare);
    count = count < max ? count : max;
    for (size_t i = 0; i < count; i++) {
        ret_list[i].owner = asked[i].owner;
        ret_list[i].share_ppm = (uint32_t)((uint64_t)asked[i].share * 1000000 / PULL_ONE);
    }
    return count;
}

/* --- Back-fill -------------------------------------------------------------------------------- */

enum { MET_SIZE = 16384, MET_MAX = MET_SIZE / 2 }; /* A hash table of owners. */

struct met_owners {
    uint32_t owners[MET_SIZE]; /* Owner + 1; 0: nobody. */
    size_t count;
};

/* False when the owner was met before, or there is no room. */
static bool meet(struct met_owners *met, uint32_t owner)
{
    size_t at = owner * 2654435761u % MET_SIZE;

    while (met->owners[at] != 0 && met->owners[at] != owner + 1)
        at = (at + 1) % MET_SIZE;
    if (met->owners[at] != 0 || met->count == MET_MAX)
        return false;
    met->owners[at] = owner + 1;
    met->count++;
    return true;
}

static size_t take_owner(
    struct met_owners *met, uint32_t owner, struct engine_interest *list, size_t count, size_t max)
{
    if (count < max && owner != ENGINE_NONE && meet(met, owner))
        list[count++] = (struct engine_interest){owner, 0};
    return count;
}

size_t engine_newest(struct engine *engine, struct engine_interest *list, size_t count, size_t max)
{
    static _Thread_local struct met_owners met;
    size_t looked = 0;

    memset(&met, 0, sizeof(met));
    for (size_t i = 0; i < count; i++)
        (void)meet(&met, list[i].owner);
    for (uint32_t i = engine->block_count; i-- > 0 && looked < ENGINE_INTERESTED_MAX;) {
        const struct live_block *block = &engine->blocks[engine->block_order[i]];

        for (uint32_t at = block->end; at-- > block->first;) {
            if (block->slots[at] == ENGINE_NONE)
                continue;
            count = take_owner(&met, engine->live_owners[block->slots[at]], list, count, max);
            looked++;
        }
    }
    for (uint32_t number = engine->next;
         number > engine->first && count < max && looked < ENGINE_INTERESTED_MAX; looked++) {
        number--;
        count = take_owner(&met, engine->owners[number % engine->numbers_max], list, count, max);
    }
    return count;
}
