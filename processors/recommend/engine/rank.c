/* The second stage: a sum of named terms for each candidate. */
#include "processors/recommend/engine/index.h"

#include <assert.h>

enum { BIT = 256, FAR_BITS = 14, VOTES_BITS = 12 };

enum kind {
    FRESH_FIRST = TERM_FRESH_VOTES,
    CURRENT_FIRST = TERM_CURRENT_IS,
    SEEN_FIRST = TERM_SEEN_IS,
};

const char *const engine_term_names[TERM_COUNT] = {
#define TERM(name, kind, weight, says) [TERM_##name] = #name,
#include "processors/recommend/engine/terms.def"
#undef TERM
};

const struct engine_params engine_defaults = {
    .session_clicks = 40,
    .recent = 500,
    .neighbours = 100,
    .views = 8,
    .ranked = 60,
    .thin = 40,
    .weights =
        {
#define TERM(name, kind, weight, says) [TERM_##name] = (weight),
#include "processors/recommend/engine/terms.def"
#undef TERM
        },
};

/* What the session's own clicks say, whatever the candidate. */
struct habits {
    int clicks, different;
    int repeats;              /* Clicks on what was clicked right before. */
    bool repeated, came_back; /* The newest click: on the item before it; on any before. */
    int times[ENGINE_VIEWS_MAX], distance[ENGINE_VIEWS_MAX]; /* By view. */
};

static int lg(const struct engine *engine, uint64_t x)
{
    return engine_log2(&engine->tables, x);
}

static void find_habits(const struct engine *engine, struct habits *habits)
{
    const struct query *query = &engine->query;
    const uint32_t *clicks = query->clicks;
    int count = query->click_count;

    *habits = (struct habits){.clicks = count};
    for (int i = 0; i < count; i++) {
        int before = i - 1;

        while (before >= 0 && clicks[before] != clicks[i])
            before--;
        habits->different += before < 0;
        habits->repeats += i > 0 && before == i - 1;
        if (i == count - 1) {
            habits->repeated = i > 0 && before == i - 1;
            habits->came_back = before >= 0;
        }
    }
    for (int view = 0; view < query->view_count; view++) {
        for (int i = 0; i < count; i++) {
            if (clicks[i] == engine->candidates[view].item) {
                habits->times[view]++;
                habits->distance[view] = count - 1 - i;
            }
        }
    }
}

/* Votes against the most of any candidate, in bits from -max to 0. */
static int against_most(const struct engine *engine, uint64_t votes, int bits_max)
{
    int bits = lg(engine, votes) - lg(engine, engine->query.votes_most);

    return votes == 0 || bits < -bits_max * BIT ? -bits_max * BIT : bits;
}

static uint32_t newest_age(struct engine *engine, struct item *item)
{
    assert(item->count > 0);
    ring_sort(engine, item);
    return entry_age(engine, engine->rings[item->ring + item->count - 1u]);
}

static void fresh_terms(struct engine *engine, const struct candidate *candidate, int16_t *ret)
{
    struct item *item = &engine->items[candidate->item];
    int holders = lg(engine, item->holders + 1);
    int with = candidate->with[0];
    uint64_t age = candidate->age;

    if (candidate->support == 0)
        age = engine_sessions(engine);
    ret[TERM_FRESH_VOTES] = (int16_t)against_most(engine, candidate->votes, VOTES_BITS);
    ret[TERM_FRESH_NEXT] = (int16_t)lg(engine, 1 + 4 * (uint64_t)candidate->next);
    ret[TERM_FRESH_NEXT_BUT_ONE] = (int16_t)lg(engine, 1 + 4 * (uint64_t)candidate->next_but_one);
    ret[TERM_FRESH_BEFORE] = (int16_t)lg(engine, 1 + 4 * (uint64_t)candidate->before);
    ret[TERM_FRESH_AFTER_LAST] = (int16_t)lg(engine, 1 + 4 * (uint64_t)candidate->after_last);
    ret[TERM_FRESH_LATER] = (int16_t)lg(engine, 1 + (uint64_t)candidate->later);
    ret[TERM_FRESH_EARLIER] = (int16_t)lg(engine, 1 + (uint64_t)(with - candidate->later));
    ret[TERM_FRESH_SUPPORT] = (int16_t)lg(engine, 1 + (uint64_t)candidate->support);
    ret[TERM_FRESH_INTENSITY] = (int16_t)(lg(engine, item->clicks + 1) - holders);
    ret[TERM_FRESH_AGE] = (int16_t)lg(engine, 1 + (uint64_t)newest_age(engine, item));
    ret[TERM_FRESH_NEIGHBOUR_AGE] = (int16_t)lg(engine, 2 + age);
    ret[TERM_FRESH_SHARE] = (int16_t)(lg(engine, 5 * (uint64_t)with + 1) -
                                      lg(engine, 5 * (uint64_t)item->holders + 10));
    if (candidate->votes > 0) {
        ret[TERM_FRESH_FAR] = ret[TERM_FRESH_FAR_VOTES] = 0;
        return;
    }
    ret[TERM_FRESH_FAR] = BIT;
    ret[TERM_FRESH_FAR_VOTES] =
        (int16_t)(FAR_BITS * BIT + against_most(engine, candidate->far_votes, FAR_BITS));
}

static void current_terms(const struct engine *engine, const struct habits *habits, int16_t *ret)
{
    const struct candidate *candidate = &engine->candidates[0];
    const struct item *item = &engine->items[candidate->item];

    ret[TERM_CURRENT_IS] = BIT;
    ret[TERM_CURRENT_REPEATS] = (int16_t)(lg(engine, 5 * (uint64_t)item->repeats + 1) -
                                          lg(engine, 5 * (uint64_t)item->clicks + 20));
    ret[TERM_CURRENT_NEXT] = (int16_t)lg(engine, 1 + 4 * (uint64_t)candidate->next);
    ret[TERM_CURRENT_EVIDENCE] = (int16_t)lg(engine, 1 + (uint64_t)engine->query.neighbour_count);
    ret[TERM_CURRENT_LENGTH] = (int16_t)lg(engine, (uint64_t)habits->clicks);
    ret[TERM_CURRENT_TIMES] = (int16_t)lg(engine, (uint64_t)habits->times[0]);
    ret[TERM_CURRENT_REPEATED] = habits->repeated ? BIT : 0;
    ret[TERM_CURRENT_HABIT] = (int16_t)(lg(engine, 10 * (uint64_t)habits->repeats + 3) -
                                        lg(engine, 10 * (uint64_t)habits->clicks));
    ret[TERM_CURRENT_HOLDERS] = (int16_t)lg(engine, 1 + (uint64_t)item->holders);
}

static void seen_terms(
    const struct engine *engine, const struct habits *habits, int view, int16_t *ret)
{
    const struct candidate *candidate = &engine->candidates[view];
    const struct item *item = &engine->items[candidate->item];
    int returns = habits->clicks - habits->different - habits->repeats;

    ret[TERM_SEEN_IS] = BIT;
    ret[TERM_SEEN_LAST] = habits->distance[view] == 1 ? BIT : 0;
    ret[TERM_SEEN_DISTANCE] = (int16_t)lg(engine, 1 + (uint64_t)habits->distance[view]);
    ret[TERM_SEEN_TIMES] = (int16_t)lg(engine, (uint64_t)habits->times[view]);
    ret[TERM_SEEN_NEXT] = (int16_t)lg(engine, 1 + 4 * (uint64_t)candidate->next);
    ret[TERM_SEEN_RETURNS] = (int16_t)(lg(engine, 5 * (uint64_t)item->returns + 1) -
                                       lg(engine, 5 * (uint64_t)item->holders + 20));
    ret[TERM_SEEN_LENGTH] = (int16_t)lg(engine, (uint64_t)habits->clicks);
    ret[TERM_SEEN_HABIT] = (int16_t)(lg(engine, 10 * (uint64_t)returns + 3) -
                                     lg(engine, 10 * (uint64_t)habits->clicks + 10));
    ret[TERM_SEEN_BEFORE] = (int16_t)lg(engine, 1 + 4 * (uint64_t)candidate->before);
    ret[TERM_SEEN_EVIDENCE] = (int16_t)lg(engine, 1 + (uint64_t)engine->query.neighbour_count);
    ret[TERM_SEEN_HOLDERS] = (int16_t)lg(engine, 1 + (uint64_t)item->holders);
    ret[TERM_SEEN_BACK] = habits->came_back ? BIT : 0;
}

/* The views, and the best of the others by votes. */
static int choose(struct engine *engine, int ret_chosen[ENGINE_RANKED_MAX])
{
    int views = engine->query.view_count;
    int found = query_choose(engine, ret_chosen, engine->params.ranked - views);

    for (int i = 0; i < found; i++)
        __builtin_prefetch(&engine->items[engine->candidates[ret_chosen[i]].item]);
    for (int i = 0; i < found; i++)
        ring_fetch(engine, &engine->items[engine->candidates[ret_chosen[i]].item]);
    for (int i = 0; i < views; i++)
        ret_chosen[found + i] = i;
    return found + views;
}

/* Returns the first term of its kind, and the one behind the last. */
static int terms_of(struct engine *engine,
    const struct habits *habits,
    int at,
    int16_t ret_values[TERM_COUNT],
    int *ret_end)
{
    if (at >= engine->query.view_count) {
        fresh_terms(engine, &engine->candidates[at], ret_values);
        *ret_end = CURRENT_FIRST;
        return FRESH_FIRST;
    }
    if (at == 0) {
        current_terms(engine, habits, ret_values);
        *ret_end = SEEN_FIRST;
        return CURRENT_FIRST;
    }
    seen_terms(engine, habits, at, ret_values);
    *ret_end = TERM_COUNT;
    return SEEN_FIRST;
}

/* Shares of the list, from the scores: 2^score, in parts of a million. */
static void set_shares(const struct engine *engine, struct engine_candidate *list, size_t count)
{
    uint32_t powers[ENGINE_RANKED_MAX];
    uint64_t sum = 0;

    for (size_t i = 0; i < count; i++) {
        powers[i] = engine_power(&engine->tables, (uint64_t)(list[0].score - list[i].score));
        sum += powers[i];
    }
    for (size_t i = 0; i < count; i++)
        list[i].share_ppm = (uint32_t)((uint64_t)powers[i] * 1000000 / sum);
}

size_t engine_query(struct engine *engine,
    uint32_t own,
    const uint32_t *clicks,
    size_t count,
    struct engine_candidate ret_list[ENGINE_RANKED_MAX])
{
    int chosen[ENGINE_RANKED_MAX];
    int order[ENGINE_RANKED_MAX];
    int64_t scores[ENGINE_RANKED_MAX];
    struct habits habits;
    int found;

    query_candidates(engine, own, clicks, count, true);
    find_habits(engine, &habits);
    found = choose(engine, chosen);
    for (int i = 0; i < found; i++) {
        int16_t values[TERM_COUNT];
        int end;
        int at = i;
        int64_t score = 0;

        for (int term = terms_of(engine, &habits, chosen[i], values, &end); term < end; term++)
            score += (int64_t)engine->params.weights[term] * values[term];
        while (at > 0 &&
               (scores[at - 1] < score || (scores[at - 1] == score &&
                                              item_first(engine, engine->candidates[chosen[i]].item,
                                                  engine->candidates[order[at - 1]].item)))) {
            scores[at] = scores[at - 1];
            order[at] = order[at - 1];
            at--;
        }
        scores[at] = score;
        order[at] = chosen[i];
    }
    for (int i = 0; i < found; i++) {
        const struct candidate *candidate = &engine->candidates[order[i]];

        ret_list[i] = (struct engine_candidate){.item = candidate->item, .score = scores[i]};
        query_reason(engine, candidate, &ret_list[i]);
    }
    set_shares(engine, ret_list, (size_t)found);
    return (size_t)found;
}

size_t engine_query_terms(struct engine *engine,
    uint32_t own,
    const uint32_t *clicks,
    size_t count,
    struct engine_terms ret_terms[ENGINE_RANKED_MAX])
{
    int chosen[ENGINE_RANKED_MAX];
    struct habits habits;
    int found;

    query_candidates(engine, own, clicks, count, true);
    find_habits(engine, &habits);
    found = choose(engine, chosen);
    for (int i = 0; i < found; i++) {
        int end;

        memset(&ret_terms[i], 0, sizeof(ret_terms[i]));
        ret_terms[i].item = engine->candidates[chosen[i]].item;
        (void)terms_of(engine, &habits, chosen[i], ret_terms[i].values, &end);
    }
    return (size_t)found;
}
