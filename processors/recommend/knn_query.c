#include "processors/recommend/knn_index.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

/*
 * The definition is docs/decisions/0004-session-knn.md; names in capitals below are its own.
 *
 * Scores fit: idf <= 64 * 21, so the WEIGHTs of all views sum to at most 255 * 1344^2 < 2^28.8;
 * times CLOSENESS <= 2^11.6, 200 neighbours < 2^7.7 and the candidate's idf < 2^10.4: below 2^58.5.
 */
enum {
    IDF_ONE = 64, /* One bit: an item that every session holds still counts. */
    CLOSENESS = 3072,
    MASKS = 1 << KNN_VIEWS, /* Sets of views. */
    AHEAD = 4,              /* Sessions to fetch before their turn: each is a cache miss. */
};

/* A view that is in the index. */
struct ask {
    const struct item *item;
    struct fy_slice sku; /* The caller's. */
    int64_t weight;
};

struct neighbour {
    uint32_t slot;
    uint8_t mask; /* Bit i: it holds asks[i]. */
};

struct query {
    struct knn_index *index;
    struct ask asks[KNN_VIEWS];
    int ask_count;
    int idf_of_one;       /* IDF of an item that one session holds. */
    int64_t alike[MASKS]; /* What a session that holds exactly these views counts. */
    struct neighbour neighbours[KNN_RECENT]; /* Newest first. */
    int neighbour_count;
};

static int64_t idf(const struct query *query, const struct item *item)
{
    return query->idf_of_one - item->holders_log2;
}

/* The views that any session holds, each with its WEIGHT, as the first candidates. */
static void find_asks(struct query *query, const struct fy_slice *views, size_t count)
{
    struct knn_index *index = query->index;

    for (size_t i = 0; i < count && i < KNN_VIEWS; i++) {
        uint32_t number = catalogue_find(&index->catalogue, views[i]);
        struct ask *ask = &query->asks[query->ask_count];
        struct item *item;

        if (number == UINT32_MAX)
            continue;
        item = &index->catalogue.items[number];
        assert(item->query != index->query);
        item->query = index->query;
        item->candidate = index->vote_count;
        index->votes[index->vote_count++] = (struct knn_votes){.item = number};
        ask->item = item;
        ask->sku = views[i];
        ask->weight = (128 >> i) * idf(query, item) * idf(query, item);
        query->ask_count++;
    }
    for (unsigned mask = 1; mask < (1u << query->ask_count); mask++) {
        int lowest = __builtin_ctz(mask);

        query->alike[mask] = query->alike[mask & (mask - 1)] + query->asks[lowest].weight;
    }
}

/* Of the sessions at the newest ends of the lists the newest, and in which lists it is. */
static struct neighbour newest_left(const struct query *query, const int left[KNN_VIEWS])
{
    const struct session *sessions = query->index->sessions;
    struct neighbour newest = {KNN_NONE, 0};

    for (int i = 0; i < query->ask_count; i++) {
        uint32_t slot;

        if (left[i] == 0)
            continue;
        slot = query->asks[i].item->posting[left[i] - 1];
        if (slot == newest.slot)
            newest.mask |= (uint8_t)(1u << i);
        else if (newest.slot == KNN_NONE ||
                 knn_order_compare(&sessions[newest.slot].order, &sessions[slot].order) < 0)
            newest = (struct neighbour){slot, (uint8_t)(1u << i)};
    }
    return newest;
}

/*
 * RECENT: the newest sessions that hold any of the views, by merging their posting lists from the
 * newest end. Lists hold one session more than we look at, so leaving out our own takes nothing
 * away.
 */
static void merge(struct query *query, uint32_t own)
{
    int left[KNN_VIEWS];

    for (int i = 0; i < query->ask_count; i++)
        left[i] = query->asks[i].item->posted;
    while (query->neighbour_count < KNN_RECENT) {
        struct neighbour newest = newest_left(query, left);

        if (newest.slot == KNN_NONE)
            return;
        for (unsigned mask = newest.mask; mask != 0; mask &= mask - 1) {
            int i = __builtin_ctz(mask);

            left[i]--;
            if (left[i] >= AHEAD)
                __builtin_prefetch(
                    &query->index->sessions[query->asks[i].item->posting[left[i] - AHEAD]]);
        }
        if (newest.slot != own)
            query->neighbours[query->neighbour_count++] = newest;
    }
}

/*
 * NEIGHBOURS: the most alike, of equals the newest. How alike a session is depends on which views
 * it holds and on nothing else, so it is sets of views that are put in order, not sessions.
 */
static void keep_most_alike(struct query *query)
{
    int holders[MASKS] = {0};
    uint8_t masks[MASKS]; /* Those held, the most alike first. */
    int mask_count = 0;
    int room = KNN_NEIGHBOURS;
    int kept = 0;
    int64_t least = 0;

    if (query->neighbour_count <= KNN_NEIGHBOURS)
        return;
    for (int i = 0; i < query->neighbour_count; i++) {
        uint8_t mask = query->neighbours[i].mask;
        int at = mask_count;

        if (holders[mask]++ > 0)
            continue;
        for (; at > 0 && query->alike[masks[at - 1]] < query->alike[mask]; at--)
            masks[at] = masks[at - 1];
        masks[at] = mask;
        mask_count++;
    }
    for (int i = 0, sum = 0; sum < KNN_NEIGHBOURS; i++) {
        assert(i < mask_count);
        sum += holders[masks[i]];
        least = query->alike[masks[i]];
    }
    for (int i = 0; i < mask_count && query->alike[masks[i]] > least; i++)
        room -= holders[masks[i]];
    for (int i = 0; i < query->neighbour_count; i++) {
        int64_t alike = query->alike[query->neighbours[i].mask];

        if (alike > least || (alike == least && room-- > 0))
            query->neighbours[kept++] = query->neighbours[i];
    }
    assert(kept == KNN_NEIGHBOURS);
    query->neighbour_count = kept;
}

/* One neighbour says for each of its items: how close to it, in me, did one click what you viewed?
 */
static void vote(struct query *query, const struct neighbour *neighbour, const int64_t *closeness)
{
    struct knn_index *index = query->index;
    const struct session *session = &index->sessions[neighbour->slot];
    struct knn_votes *votes[KNN_SESSION_ITEMS_MAX];
    int viewed_at[KNN_VIEWS] = {0};

    for (int i = 0; i < session->count; i++) {
        struct item *item = &index->catalogue.items[session->items[i]];

        if (item->query != index->query) {
            assert(index->vote_count < index->vote_max);
            item->query = index->query;
            item->candidate = index->vote_count;
            index->votes[index->vote_count++] = (struct knn_votes){.item = session->items[i]};
        } else if (item->candidate < (uint32_t)query->ask_count) {
            viewed_at[item->candidate] = i;
        }
        votes[i] = &index->votes[item->candidate];
    }
    for (unsigned mask = neighbour->mask; mask != 0; mask &= mask - 1) {
        int view = __builtin_ctz(mask);

        for (int i = 0; i < session->count; i++) {
            int apart = i < viewed_at[view] ? viewed_at[view] - i : i - viewed_at[view];

            votes[i]->by_view[view] += query->asks[view].weight * closeness[apart];
        }
    }
}

/* A candidate with its score; the rest of it is looked up when it is among the best. */
struct ranked {
    int64_t score;
    const struct knn_votes *votes;
};

static struct fy_slice sku_of(const struct knn_index *index, const struct ranked *ranked)
{
    return index->catalogue.items[ranked->votes->item].sku;
}

static bool comes_before(
    const struct knn_index *index, const struct ranked *a, const struct ranked *b)
{
    struct fy_slice x;
    struct fy_slice y;
    int difference;

    if (a->score != b->score)
        return a->score > b->score;
    x = sku_of(index, a);
    y = sku_of(index, b);
    difference = memcmp(x.data, y.data, x.size < y.size ? x.size : y.size);
    return difference != 0 ? difference < 0 : x.size < y.size;
}

/* `best` is a heap whose first is the last of those kept; `one` goes in where its first was. */
static void heap_replace(
    const struct knn_index *index, struct ranked *best, size_t count, size_t at, struct ranked one)
{
    for (size_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && comes_before(index, &best[child], &best[child + 1]))
            child++;
        if (!comes_before(index, &one, &best[child]))
            break;
        best[at] = best[child];
        at = child;
    }
    best[at] = one;
}

/* The first KNN_LIST of all candidates, in order: a heap while they come, then sorted in place. */
static size_t choose(const struct query *query, struct ranked best[KNN_LIST])
{
    const struct knn_index *index = query->index;
    size_t count = 0;

    for (uint32_t v = 0; v < index->vote_count; v++) {
        struct ranked one = {.votes = &index->votes[v]};

        for (int view = 0; view < query->ask_count; view++)
            one.score += one.votes->by_view[view];
        if (one.score == 0) /* A view that no neighbour holds. */
            continue;
        one.score *= idf(query, &index->catalogue.items[one.votes->item]);
        if (count < KNN_LIST) {
            best[count++] = one;
            for (size_t at = count / 2; count == KNN_LIST && at-- > 0;)
                heap_replace(index, best, count, at, best[at]);
        } else if (comes_before(index, &one, &best[0])) {
            heap_replace(index, best, count, 0, one);
        }
    }
    for (size_t at = count / 2; count < KNN_LIST && at-- > 0;)
        heap_replace(index, best, count, at, best[at]);
    for (size_t end = count; end > 1; end--) {
        struct ranked last = best[0];

        heap_replace(index, best, end - 1, 0, best[end - 1]);
        best[end - 1] = last;
    }
    return count;
}

/* The view that speaks most for a candidate; of equals the newest. */
static struct fy_slice because(const struct query *query, const struct knn_votes *votes)
{
    int most = 0;

    for (int view = 1; view < query->ask_count; view++) {
        if (votes->by_view[view] > votes->by_view[most])
            most = view;
    }
    return query->asks[most].sku;
}

/* Marks of older queries are told by their number, so when numbers begin again marks must go. */
static void number_query(struct knn_index *index)
{
    if (index->query == UINT32_MAX) {
        for (uint32_t i = 0; i < index->catalogue.item_count; i++)
            index->catalogue.items[i].query = 0;
        index->query = 0;
    }
    index->query++;
    index->vote_count = 0;
}

size_t knn_query(struct knn_index *index,
    uint32_t own,
    const struct fy_slice *views,
    size_t count,
    struct knn_candidate ret_list[KNN_LIST])
{
    struct query query = {.index = index};
    int64_t closeness[KNN_SESSION_ITEMS_MAX];
    struct ranked best[KNN_LIST];
    size_t found;

    if (index->session_count == 0)
        return 0;
    query.idf_of_one = IDF_ONE + knn_log2_64ths(index->session_count);
    number_query(index);
    find_asks(&query, views, count);
    merge(&query, own);
    keep_most_alike(&query);

    closeness[0] = CLOSENESS;
    for (int apart = 1; apart < KNN_SESSION_ITEMS_MAX; apart++)
        closeness[apart] = CLOSENESS / (apart + 2);
    for (int i = 0; i < query.neighbour_count; i++)
        vote(&query, &query.neighbours[i], closeness);

    found = choose(&query, best);
    for (size_t i = 0; i < found; i++) {
        ret_list[i] = (struct knn_candidate){.sku = sku_of(index, &best[i]),
            .because = because(&query, best[i].votes),
            .score = best[i].score};
    }
    return found;
}
