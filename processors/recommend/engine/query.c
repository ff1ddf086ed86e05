/* The first stage; names in capitals are those of docs/decisions/0039-two-stages.md. */
#include "processors/recommend/engine/index.h"

#include <assert.h>

enum {
    MASKS = 1 << ENGINE_VIEWS_MAX,
    AHEAD = 6,         /* Sessions to fetch before their turn: each is a cache miss. */
    FAR_SOURCES = 5,   /* Candidates that are asked when there are few. */
    FAR_SESSIONS = 20, /* Sessions of each. */
    NOBODY = UINT16_MAX,
};

/* --- Candidates by item ----------------------------------------------------------------------- */

static void candidates_clear(struct engine *engine)
{
    engine->candidate_count = 0;
    engine->query_number++;
    if (engine->query_number == 0) {
        memset(engine->places, 0, sizeof(engine->places));
        engine->query_number = 1;
    }
}

/* Where the item is, or the empty place where it would be. */
static inline struct place *place_of(struct engine *engine, uint32_t item)
{
    uint32_t at = item * 2654435761u >> 20; /* The 12 upper bits. */

    static_assert(CANDIDATE_TABLE == 1 << 12, "a place is found by 12 bits");
    while (engine->places[at].query == engine->query_number && engine->places[at].item != item)
        at = (at + 1) & (CANDIDATE_TABLE - 1);
    return &engine->places[at];
}

/* New ones are of that age. NOBODY when there are CANDIDATES_MAX others. */
static inline uint16_t candidate_of(struct engine *engine, uint32_t item, uint32_t age)
{
    struct place *place = place_of(engine, item);

    if (place->query == engine->query_number)
        return place->candidate;
    if (engine->candidate_count == CANDIDATES_MAX)
        return NOBODY;
    *place = (struct place){item, (uint16_t)engine->candidate_count, engine->query_number};
    engine->candidates[engine->candidate_count] = (struct candidate){.item = item, .age = age};
    return (uint16_t)engine->candidate_count++;
}

/* --- VIEWS and their WEIGHTs ------------------------------------------------------------------ */

static int idf(const struct engine *engine, const struct item *item)
{
    return 256 + engine_log2(&engine->tables, engine_sessions(engine)) -
           engine_log2(&engine->tables, item->holders);
}

static void find_views(struct engine *engine, const uint32_t *clicks, size_t count)
{
    struct query *query = &engine->query;
    size_t skip = count > ENGINE_CLICKS_MAX ? count - ENGINE_CLICKS_MAX : 0;

    query->click_count = (int)(count - skip);
    if (query->click_count > 0)
        memcpy(query->clicks, clicks + skip, (count - skip) * sizeof(*clicks));
    for (int i = query->click_count - 1; i >= 0; i--) {
        if (engine->candidate_count == engine->params.views)
            break;
        (void)candidate_of(engine, query->clicks[i], ENGINE_NONE);
    }
    query->view_count = engine->candidate_count;
    for (int i = 0; i < query->view_count; i++) {
        uint32_t number = engine->candidates[i].item;
        int64_t rarity = 0;

        assert(number < engine->config.items_max);
        if (engine->items[number].holders > 0)
            rarity = idf(engine, &engine->items[number]);
        query->weight[i] = (uint32_t)(rarity * rarity / 16) >> i;
    }
}

/* --- RECENT: a k-way merge from the newest ends ----------------------------------------------- */

struct head {
    const uint32_t *ring;
    int left;
    uint32_t entry; /* ring[left - 1] + 1, or 0 when none is left. */
};

static void head_next(struct head *head)
{
    head->left--;
    head->entry = head->left > 0 ? head->ring[head->left - 1] + 1 : 0;
}

/* The newest entry at the heads, + 1; 0 when none is left. */
static uint32_t newest_of(const struct engine *engine, const struct head *heads, int count)
{
    uint32_t newest = 0;

    for (int i = 0; i < count; i++)
        newest = heads[i].entry > newest ? heads[i].entry : newest;
    if (newest <= LIVE_FIRST)
        return newest;
    for (int i = 0; i < count; i++) { /* Slots are in no order. */
        if (heads[i].entry > 0 && entry_older(engine, newest - 1, heads[i].entry - 1))
            newest = heads[i].entry;
    }
    return newest;
}

static void merge(struct engine *engine)
{
    struct query *query = &engine->query;
    struct head heads[ENGINE_VIEWS_MAX];
    int views = query->view_count;

    for (int i = 0; i < views; i++) {
        struct item *item = &engine->items[engine->candidates[i].item];

        ring_sort(engine, item);
        heads[i] = (struct head){engine->rings + item->ring, item->count + 1, 0};
        head_next(&heads[i]);
    }
    query->neighbour_count = 0;
    while (query->neighbour_count < engine->params.recent) {
        uint32_t newest = newest_of(engine, heads, views);
        unsigned mask = 0;

        if (newest == 0)
            break;
        for (int i = 0; i < views; i++) {
            if (heads[i].entry == newest) {
                mask |= 1u << i;
                head_next(&heads[i]);
            }
        }
        if (newest - 1 == query->own)
            continue;
        query->neighbours[query->neighbour_count] = newest - 1;
        query->masks[query->neighbour_count++] = (uint8_t)mask;
    }
}

/* --- NEIGHBOURS: those of RECENT that are most alike ------------------------------------------ */

static void alike_of_masks(const struct query *query, uint32_t ret_alike[MASKS])
{
    ret_alike[0] = 0;
    for (unsigned mask = 1; mask < 1u << query->view_count; mask++)
        ret_alike[mask] = ret_alike[mask & (mask - 1)] + query->weight[__builtin_ctz(mask)];
}

/*
 * A session is alike by its mask alone, so the least that is alike enough is found by counting
 * masks. *ret_room of those that are exactly so alike are kept.
 */
static uint32_t least_alike(
    const struct query *query, const uint32_t alike[MASKS], int kept, int *ret_room)
{
    uint16_t counts[MASKS];
    uint32_t least = UINT32_MAX;
    int found = 0;

    memset(counts, 0, sizeof(counts[0]) << query->view_count);
    for (int i = 0; i < query->neighbour_count; i++)
        counts[query->masks[i]]++;
    for (;;) { /* At most as often as there are masks: there are more sessions than are kept. */
        uint32_t next = 0;
        int count = 0;

        for (unsigned mask = 1; mask < 1u << query->view_count; mask++) {
            if (counts[mask] == 0 || alike[mask] >= least || alike[mask] < next)
                continue;
            count = alike[mask] == next ? count + counts[mask] : counts[mask];
            next = alike[mask];
        }
        least = next;
        if (found + count >= kept)
            break;
        found += count;
    }
    *ret_room = kept - found;
    return least;
}

/* Those that are more alike, and the newest of those that are just enough. */
static void choose_neighbours(struct engine *engine)
{
    struct query *query = &engine->query;
    uint32_t alike[MASKS];
    uint32_t least;
    int room;
    int kept = 0;

    if (query->neighbour_count <= engine->params.neighbours)
        return;
    alike_of_masks(query, alike);
    least = least_alike(query, alike, engine->params.neighbours, &room);
    for (int i = 0; i < query->neighbour_count; i++) {
        uint32_t how = alike[query->masks[i]];

        if (how < least || (how == least && room == 0))
            continue;
        room -= how == least;
        query->neighbours[kept] = query->neighbours[i];
        query->masks[kept++] = query->masks[i];
    }
    assert(kept == engine->params.neighbours);
    query->neighbour_count = kept;
}

/* --- Votes ------------------------------------------------------------------------------------ */

/* A session as candidates, and where it clicked each view last. */
struct reading {
    int count;
    uint16_t at[ENGINE_CLICKS_MAX];  /* Candidates, or NOBODY. */
    uint8_t last[ENGINE_CLICKS_MAX]; /* Of the clicks, those that are the last on their items, */
    int last_count;                  /* of candidates. */
    int seen_at[ENGINE_VIEWS_MAX];   /* For those of the mask. */
};

static void read_session(
    struct engine *engine, const uint8_t *bytes, uint32_t age, struct reading *reading)
{
    int views = engine->query.view_count;
    int count = bytes[0];
    int last_count = 0;

    for (int i = 0; i < count; i++) {
        uint32_t click = click_at(bytes + 1, i);
        uint16_t candidate = candidate_of(engine, click & CLICK_ITEM, age);

        reading->at[i] = candidate;
        reading->last[last_count] = (uint8_t)i;
        last_count += (click & CLICK_AGAIN) == 0 && candidate != NOBODY;
        if (candidate < views)
            reading->seen_at[candidate] = i;
    }
    reading->count = count;
    reading->last_count = last_count;
}

/* What one view of the neighbour says for all that it holds. */
static void vote(struct engine *engine, const struct reading *reading, int view)
{
    int seen_at = reading->seen_at[view];
    uint64_t weight = engine->query.weight[view];

    for (int i = 0; i < reading->last_count; i++) {
        struct candidate *candidate = &engine->candidates[reading->at[reading->last[i]]];
        int apart = reading->last[i] - seen_at;

        candidate->votes += weight * engine->closeness[apart < 0 ? -apart : apart];
        candidate->with[view]++;
    }
}

static void count_support(struct engine *engine, const struct reading *reading, bool current)
{
    int seen_at = current ? reading->seen_at[0] : ENGINE_CLICKS_MAX;

    for (int i = 0; i < reading->last_count; i++) {
        struct candidate *candidate = &engine->candidates[reading->at[reading->last[i]]];

        candidate->support++;
        candidate->later = (uint16_t)(candidate->later + (reading->last[i] > seen_at));
    }
}

/* What came right before and after the current item, and after the one before it. */
static void count_steps(struct engine *engine, const struct reading *reading)
{
    int limit = engine->query.view_count > 1 ? 1 : 0;

    for (int i = 0; i < reading->count; i++) {
        const uint16_t *at = &reading->at[i];
        bool more = i + 1 < reading->count && at[1] != NOBODY;

        if (*at > limit)
            continue;
        if (*at == 1) {
            if (more)
                engine->candidates[at[1]].after_last++;
            continue;
        }
        if (more)
            engine->candidates[at[1]].next++;
        if (i + 2 < reading->count && at[1] != at[2] && at[2] != NOBODY)
            engine->candidates[at[2]].next_but_one++;
        if (i > 0 && at[-1] != NOBODY)
            engine->candidates[at[-1]].before++;
    }
}

static void ask_neighbours(struct engine *engine, bool steps)
{
    const struct query *query = &engine->query;
    const uint8_t *bytes[ENGINE_RECENT_MAX + AHEAD];
    struct reading reading;

    for (int i = 0; i < query->neighbour_count; i++)
        bytes[i] = session_bytes(engine, query->neighbours[i]);
    for (int i = 0; i < AHEAD; i++)
        bytes[query->neighbour_count + i] = engine->log;
    for (int i = 0; i < query->neighbour_count; i++) {
        unsigned mask = query->masks[i];

        __builtin_prefetch(bytes[i + AHEAD]);
        __builtin_prefetch(bytes[i + AHEAD] + 64);
        read_session(engine, bytes[i], entry_age(engine, query->neighbours[i]), &reading);
        for (unsigned left = mask; left != 0; left &= left - 1)
            vote(engine, &reading, __builtin_ctz(left));
        if (!steps)
            continue;
        count_support(engine, &reading, (mask & 1) != 0);
        if ((mask & 3) != 0)
            count_steps(engine, &reading);
    }
}

/* --- FAR candidates: those of candidates ------------------------------------------------------ */

/* Whoever has votes stands before whoever has but far ones. */
static inline uint64_t standing(const struct candidate *candidate)
{
    return candidate->votes > 0 ? (uint64_t)1 << 63 | candidate->votes : candidate->far_votes;
}

static inline bool candidate_before(const struct engine *engine, int a, int b)
{
    const struct candidate *x = &engine->candidates[a];
    const struct candidate *y = &engine->candidates[b];

    if (standing(x) != standing(y))
        return standing(x) > standing(y);
    return item_first(engine, x->item, y->item);
}

static void far_votes(struct engine *engine, uint32_t entry, uint32_t source, uint64_t votes)
{
    const uint8_t *bytes = session_bytes(engine, entry);
    int source_at = 0;

    for (int i = 0; i < bytes[0]; i++) {
        if (click_at(bytes + 1, i) == source)
            source_at = i;
    }
    for (int i = 0; i < bytes[0]; i++) {
        uint32_t click = click_at(bytes + 1, i);
        int apart = i < source_at ? source_at - i : i - source_at;
        uint16_t at;

        if ((click & CLICK_AGAIN) != 0 || apart == 0)
            continue;
        at = candidate_of(engine, click, ENGINE_NONE);
        if (at != NOBODY)
            engine->candidates[at].far_votes += votes * engine->closeness[apart] / 4096;
    }
}

static void ask_candidates(struct engine *engine)
{
    int sources[FAR_SOURCES + 1];
    int count = 0;

    for (int i = 0; i < engine->candidate_count; i++) {
        int at = count;

        if (engine->candidates[i].votes == 0)
            continue;
        while (at > 0 && candidate_before(engine, i, sources[at - 1])) {
            sources[at] = sources[at - 1];
            at--;
        }
        sources[at] = i;
        count += count < FAR_SOURCES;
    }
    for (int i = 0; i < count; i++) {
        const struct candidate *source = &engine->candidates[sources[i]];
        struct item *item = &engine->items[source->item];
        const uint32_t *ring = engine->rings + item->ring;
        uint32_t asked[FAR_SESSIONS];
        int found = 0;

        ring_sort(engine, item);
        for (int at = item->count - 1; at >= 0 && found < FAR_SESSIONS; at--) {
            if (ring[at] != engine->query.own)
                asked[found++] = ring[at];
        }
        for (int at = 0; at < found; at++)
            far_votes(engine, asked[at], source->item, source->votes / (uint64_t)found);
    }
}

void query_candidates(
    struct engine *engine, uint32_t own, const uint32_t *clicks, size_t count, bool steps)
{
    struct query *query = &engine->query;

    index_settle(engine);
    candidates_clear(engine);
    live_ages(engine);
    query->own = own == ENGINE_NONE ? ENGINE_NONE : LIVE_FIRST + own;
    find_views(engine, clicks, count);
    merge(engine);
    choose_neighbours(engine);
    ask_neighbours(engine, steps);
    query->votes_most = 0;
    for (int i = 0; i < engine->candidate_count; i++) {
        if (engine->candidates[i].votes > query->votes_most)
            query->votes_most = engine->candidates[i].votes;
    }
    if (steps && engine->candidate_count < engine->params.thin)
        ask_candidates(engine);
}

/* --- What is said ----------------------------------------------------------------------------- */

/* The largest `place`-th of them, from 0 on. They come out in another order. */
static uint64_t select_largest(uint64_t *numbers, int count, int place)
{
    int low = 0;
    int high = count - 1;

    while (low < high) {
        uint64_t pivot = numbers[low + (high - low) / 2];
        int i = low;
        int j = high;

        while (i <= j) {
            while (numbers[i] > pivot)
                i++;
            while (numbers[j] < pivot)
                j--;
            if (i <= j) {
                uint64_t number = numbers[i];

                numbers[i++] = numbers[j];
                numbers[j--] = number;
            }
        }
        if (place <= j)
            high = j;
        else if (place >= i)
            low = i;
        else
            break;
    }
    return numbers[place];
}

/* Puts `one` among equals, of which names let the first stay. Returns how many there are now. */
static int choose_equal(
    const struct engine *engine, int *chosen, int from, int count, int max, int one)
{
    int at = count;

    if (count == max) {
        if (!candidate_before(engine, one, chosen[max - 1]))
            return count;
        at = max - 1;
    } else {
        count++;
    }
    while (at > from && candidate_before(engine, one, chosen[at - 1])) {
        chosen[at] = chosen[at - 1];
        at--;
    }
    chosen[at] = one;
    return count;
}

/* The best `max` that are no views, in no order. */
int query_choose(struct engine *engine, int ret_chosen[ENGINE_RANKED_MAX], int max)
{
    uint64_t standings[CANDIDATES_MAX];
    int from = engine->query.view_count;
    int total = engine->candidate_count - from;
    int better = 0;
    int count;
    uint64_t least;

    if (total <= max) {
        for (int i = 0; i < total; i++)
            ret_chosen[i] = from + i;
        return total;
    }
    if (max <= 0)
        return 0;
    for (int i = 0; i < total; i++)
        standings[i] = standing(&engine->candidates[from + i]);
    least = select_largest(standings, total, max - 1);
    for (int i = from; i < engine->candidate_count; i++) {
        if (standing(&engine->candidates[i]) > least)
            ret_chosen[better++] = i;
    }
    count = better;
    for (int i = from; i < engine->candidate_count; i++) {
        if (standing(&engine->candidates[i]) == least)
            count = choose_equal(engine, ret_chosen, better, count, max, i);
    }
    return count;
}

void query_reason(
    const struct engine *engine, const struct candidate *candidate, struct engine_candidate *ret)
{
    const struct query *query = &engine->query;
    uint64_t most = 0;
    int because = 0;

    for (int i = 0; i < query->view_count; i++) {
        uint64_t says = (uint64_t)query->weight[i] * candidate->with[i];

        if (says > most) {
            most = says;
            because = i;
        }
    }
    ret->because = engine->candidates[because].item;
    ret->sessions = candidate->with[because];
}

size_t engine_query_knn(struct engine *engine,
    uint32_t own,
    const uint32_t *clicks,
    size_t count,
    size_t max,
    struct engine_candidate ret_list[ENGINE_RANKED_MAX])
{
    int chosen[ENGINE_RANKED_MAX + ENGINE_VIEWS_MAX];
    int found;

    assert(max <= ENGINE_RANKED_MAX);
    query_candidates(engine, own, clicks, count, false);
    found = query_choose(engine, chosen, (int)max);
    for (int i = 0; i < engine->query.view_count; i++)
        chosen[found++] = i;
    for (int i = 1; i < found; i++) {
        int one = chosen[i];
        int at = i;

        while (at > 0 && candidate_before(engine, one, chosen[at - 1])) {
            chosen[at] = chosen[at - 1];
            at--;
        }
        chosen[at] = one;
    }
    found = found < (int)max ? found : (int)max;
    for (int i = 0; i < found; i++) {
        const struct candidate *candidate = &engine->candidates[chosen[i]];

        ret_list[i] =
            (struct engine_candidate){.item = candidate->item, .score = (int64_t)candidate->votes};
        query_reason(engine, candidate, &ret_list[i]);
    }
    return (size_t)found;
}
