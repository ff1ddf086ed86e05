#include "api/shortlist.h"

#include "api/arrange.h"
#include "api/bought.h"

#include <assert.h>
#include <string.h>

enum {
    LIST_MAX = 128, /* Items of a list that are looked at. */
    FILL_OF_LIMIT =
        3, /* Candidates for each place, with what is popular: enough for caps to choose. */
};

/* What is known of one answer while it is made. */
struct making {
    struct views *views;
    const struct shortlist_ask *ask;
    struct fy_arena *arena;
    struct bought bought;
    struct fy_slice current; /* The product that they are looking at; absent: it is left in. */
    struct shortlist_entry candidates[ARRANGE_MAX];
    size_t count;
    int order[ARRANGE_MAX]; /* Of candidates, as they are shown. */
    /* Items of the list that can be had, by place; NULL: not this one. */
    const struct card *had[LIST_MAX];
};

/* Is the category, or what it is part of, one of those? "food" is, of "food/tea". */
static bool is_repeatable(const char *repeatable, struct fy_slice category)
{
    while (repeatable != NULL && *repeatable != '\0' && category.data != NULL) {
        size_t size = strcspn(repeatable, ",");

        if (size > 0 && size <= category.size && memcmp(repeatable, category.data, size) == 0 &&
            (size == category.size || category.data[size] == '/'))
            return true;
        repeatable += size + (repeatable[size] == ',' ? 1 : 0);
    }
    return false;
}

/* *ret_card is NULL when it is not to be shown. */
static enum fy_status look(
    struct making *making, struct fy_slice sku, const struct card **ret_card, struct fy_err *err)
{
    const struct card *card;
    enum fy_status status =
        cards_get(making->views->cards, making->views, sku, making->arena, &card, err);

    if (status != FY_OK)
        return status;
    *ret_card = card;
    if (!card->on_offer || card->available_units <= 0 ||
        (making->current.data != NULL && fy_slice_equal(making->current, sku)) ||
        (bought_has(&making->bought, sku) &&
            !is_repeatable(making->ask->repeatable, card->category)))
        *ret_card = NULL;
    return FY_OK;
}

static bool is_there(const struct making *making, const struct card *card)
{
    for (size_t i = 0; i < making->count; i++) {
        if (making->candidates[i].card->hash == card->hash &&
            fy_slice_equal(making->candidates[i].card->sku, card->sku))
            return true;
    }
    return false;
}

/* Candidates from a list's items; `had` too where it is the list that gives the collections. */
static enum fy_status add_items(struct making *making,
    const struct recommendation *list,
    enum shortlist_why why,
    size_t enough,
    struct fy_err *err)
{
    size_t count = list->items.count < LIST_MAX ? list->items.count : LIST_MAX;

    for (size_t i = 0; i < count && making->count < enough; i++) {
        const struct recommended_item *item = &list->items.items[i];
        const struct card *card;
        enum fy_status status;

        status = look(making, item->sku, &card, err);
        if (status != FY_OK)
            return status;
        if (card == NULL || (why != SHORTLIST_VIEWED && is_there(making, card)))
            continue;
        making->had[i] = card;
        making->candidates[making->count++] = (struct shortlist_entry){card, item, why};
    }
    return FY_OK;
}

static void arrange(struct making *making, struct shortlist *list)
{
    struct arrange_item items[ARRANGE_MAX];
    size_t limit = (size_t)making->ask->limit;

    if (making->ask->plain) {
        list->count = making->count < limit ? making->count : limit;
        memcpy(list->entries, making->candidates, list->count * sizeof(list->entries[0]));
        return;
    }
    for (size_t i = 0; i < making->count; i++)
        items[i] = (struct arrange_item){
            making->candidates[i].card->supplier, making->candidates[i].card->category};
    list->count = arrange_order(items, making->count, limit, making->order);
    for (size_t i = 0; i < list->count; i++)
        list->entries[i] = making->candidates[making->order[i]];
}

/* How each candidate's supplier stands; a table of those of this list. */
static enum fy_status find_suppliers(struct making *making,
    struct slots_candidate *candidates,
    struct slots_supplier *suppliers,
    struct fy_err *err)
{
    int count = 0;

    for (size_t i = 0; i < making->count; i++) {
        struct fy_slice supplier = making->candidates[i].card->supplier;
        size_t same = 0;
        enum fy_status status;

        candidates[i] = (struct slots_candidate){making->candidates[i].item->share_ppm, -1};
        if (supplier.size == 0 || making->candidates[i].why != SHORTLIST_VIEWED)
            continue;
        while (same < i && !fy_slice_equal(making->candidates[same].card->supplier, supplier))
            same++;
        if (same < i && candidates[same].supplier >= 0) {
            candidates[i].supplier = candidates[same].supplier;
            continue;
        }
        candidates[i].supplier = count;
        status = minimum_of(making->ask->minimum, making->views, supplier, making->ask->now_ms,
            making->arena, &suppliers[count++], err);
        if (status != FY_OK)
            return status;
    }
    return FY_OK;
}

static bool is_shown(const struct shortlist *list, struct fy_slice sku)
{
    for (size_t i = 0; i < list->count; i++)
        if (fy_slice_equal(list->entries[i].card->sku, sku))
            return true;
    return false;
}

/*
 * Places for suppliers below the day's minimum: of the candidates that are not shown; where none is
 * of such a supplier, for one who is hardly anybody's candidate.
 */
static enum fy_status put_minimum(struct making *making, struct shortlist *list, struct fy_err *err)
{
    static const struct recommended_item nobodys;
    struct slots_candidate candidates[ARRANGE_MAX];
    struct slots_supplier suppliers[ARRANGE_MAX];
    const struct card *card = NULL;
    size_t places[SLOTS_EACH];
    size_t kept, place;
    enum fy_status status = find_suppliers(making, candidates, suppliers, err);

    if (status != FY_OK || list->count < SLOTS_SHOWN_MIN)
        return status;
    kept = slots_fill(candidates, making->count, suppliers, making->order, list->count, places);
    for (size_t i = 0; i < kept; i++) {
        list->entries[places[i]] = making->candidates[making->order[places[i]]];
        list->entries[places[i]].why = SHORTLIST_MINIMUM;
    }
    if (kept > 0)
        return FY_OK;
    status = minimum_backfill(
        making->ask->minimum, making->views, making->ask->now_ms, making->arena, &card, err);
    if (status == FY_OK && card != NULL)
        status = look(making, card->sku, &card, err);
    if (status == FY_OK && card != NULL && !is_shown(list, card->sku)) {
        place = list->count < SLOTS_PLACE_LAST ? list->count : SLOTS_PLACE_LAST;
        if (slots_gives(candidates, suppliers, making->order, list->count, place - 1))
            list->entries[place - 1] = (struct shortlist_entry){card, &nobodys, SHORTLIST_FILL};
    }
    return status;
}

/* One place for what hardly anybody knows yet: whoever is not shown is never known. */
static enum fy_status put_new(struct making *making, struct shortlist *list, struct fy_err *err)
{
    static const struct recommended_item nobody_yet;
    struct recommendation fresh;
    const struct card *found = NULL;
    size_t limit = (size_t)making->ask->limit;
    size_t first;
    size_t place;
    bool known = false;
    enum fy_status status = cards_list(
        making->views->cards, making->views, CARDS_NEW, making->arena, &known, &fresh, err);

    if (status != FY_OK || !known || fresh.items.count == 0)
        return status;
    place = (size_t)arrange_new(
        making->ask->visitor, list->list_id, making->ask->limit, fresh.items.count, &first);
    for (size_t i = 0; i < SHORTLIST_NEW_TRIES && i < fresh.items.count && found == NULL; i++) {
        status = look(making, fresh.items.items[(first + i) % fresh.items.count].sku, &found, err);
        if (status != FY_OK)
            return status;
        if (found != NULL && is_shown(list, found->sku))
            found = NULL;
    }
    if (found == NULL)
        return FY_OK;
    place = place - 1 < list->count ? place - 1 : list->count;
    if (list->count < limit)
        list->count++;
    memmove(&list->entries[place + 1], &list->entries[place],
        (list->count - 1 - place) * sizeof(list->entries[0]));
    list->entries[place] = (struct shortlist_entry){found, &nobody_yet, SHORTLIST_NEW};
    return FY_OK;
}

/* What of a collection can be had. */
static enum fy_status sum_collection(const struct making *making,
    const struct recommendation *from,
    const struct recommended_collection *collection,
    struct shortlist_collection *ret,
    struct fy_err *err)
{
    struct fy_slice *skus =
        fy_arena_alloc(making->arena, (collection->members.count + 1) * sizeof(*skus));

    if (skus == NULL)
        return fy_fail(err, FY_FATAL, "a collection does not fit the arena of an answer");
    *ret = (struct shortlist_collection){.id = collection->collection, .skus = skus};
    for (size_t i = 0; i < collection->members.count; i++) {
        int32_t place = collection->members.items[i];

        if (place < 0 || place >= LIST_MAX || (size_t)place >= from->items.count ||
            making->had[place] == NULL)
            continue;
        if (ret->best == NULL)
            ret->best = &from->items.items[place];
        ret->share_ppm += from->items.items[place].share_ppm;
        skus[ret->sku_count++] = making->had[place]->sku;
    }
    return FY_OK;
}

/* It stands before the first product that is less likely than all of its own together. */
static size_t place_of(const struct shortlist *list, int64_t share_ppm)
{
    size_t at = 0;

    while (at < list->count && (list->entries[at].why >= SHORTLIST_NEW ||
                                   list->entries[at].item->share_ppm > share_ppm))
        at++;
    return at;
}

static enum fy_status put_collections(const struct making *making,
    const struct recommendation *from,
    enum shortlist_why why,
    struct shortlist *list,
    struct fy_err *err)
{
    struct shortlist_collection found;
    struct fy_slice title;

    for (size_t i = 0; i < from->collections.count; i++) {
        enum fy_status status =
            sum_collection(making, from, &from->collections.items[i], &found, err);
        size_t at = list->collection_count;

        if (status != FY_OK)
            return status;
        if (found.sku_count < 2 ||
            (at == SHORTLIST_COLLECTIONS && found.share_ppm <= list->collections[at - 1].share_ppm))
            continue;
        status = cards_collection(
            making->views->cards, making->views, found.id, making->arena, &title, err);
        if (status != FY_OK)
            return status;
        if (title.data == NULL)
            continue;
        found.title = title;
        found.why = why;
        found.before = place_of(list, found.share_ppm);
        if (at < SHORTLIST_COLLECTIONS)
            list->collection_count++;
        else
            at--;
        for (; at > 0 && list->collections[at - 1].share_ppm < found.share_ppm; at--)
            list->collections[at] = list->collections[at - 1];
        list->collections[at] = found;
    }
    return FY_OK;
}

static enum fy_status find_bought(struct making *making, struct fy_err *err)
{
    const struct shortlist_ask *ask = making->ask;
    enum fy_status status = FY_OK;

    making->bought.count = 0;
    if (ask->plain)
        return FY_OK;
    if (ask->visitor.data != NULL)
        status = bought_by(making->views, ask->visitor, making->arena, &making->bought, err);
    if (status == FY_OK && ask->person.data != NULL)
        status = bought_by(making->views, ask->person, making->arena, &making->bought, err);
    return status;
}

/* Candidates: the visitor's own, and behind them what is popular, where they leave room. */
static enum fy_status find_candidates(struct making *making,
    struct shortlist *list,
    const struct recommendation **ret_from,
    struct fy_err *err)
{
    const struct shortlist_ask *ask = making->ask;
    struct recommendation *popular = fy_arena_alloc(making->arena, sizeof(*popular));
    size_t limit = (size_t)ask->limit;
    bool known = false;
    enum fy_status status = FY_OK;

    if (popular == NULL)
        return fy_fail(err, FY_FATAL, "a list does not fit the arena of an answer");
    *ret_from = &list->own;
    list->personal = list->own_known && !ask->impersonal && list->own.items.count > 0;
    list->list_id = list->own.list_id;
    if (list->personal && !ask->keep_current)
        making->current = list->own.current_sku;
    if (list->personal)
        status =
            add_items(making, &list->own, SHORTLIST_VIEWED, ask->plain ? limit : ARRANGE_MAX, err);
    if (status != FY_OK || (ask->plain && !ask->impersonal) || making->count >= limit)
        return status;
    status = cards_list(
        making->views->cards, making->views, CARDS_POPULAR, making->arena, &known, popular, err);
    if (status != FY_OK || !known)
        return status;
    if (!list->personal) {
        *ret_from = popular;
        list->list_id = popular->list_id;
        return add_items(making, popular, SHORTLIST_POPULAR, LIST_MAX, err);
    }
    /* `had` is of the own list, whose collections these are. */
    const struct card *had[LIST_MAX];

    memcpy(had, making->had, sizeof(had));
    status = add_items(making, popular, SHORTLIST_POPULAR, FILL_OF_LIMIT * limit, err);
    memcpy(making->had, had, sizeof(had));
    return status;
}

enum fy_status shortlist_make(struct views *views,
    const struct shortlist_ask *ask,
    struct fy_arena *arena,
    struct shortlist *ret_list,
    struct fy_err *err)
{
    struct making *making = fy_arena_alloc(arena, sizeof(*making));
    const struct recommendation *from;
    enum fy_status status = FY_OK;

    assert(ask->limit >= 1 && ask->limit <= SHORTLIST_MAX);
    if (making == NULL)
        return fy_fail(err, FY_FATAL, "a list does not fit the arena of an answer");
    making->views = views;
    making->ask = ask;
    making->arena = arena;
    making->current = (struct fy_slice){0};
    *ret_list = (struct shortlist){0};
    cards_begin(views->cards);
    if (ask->visitor.data != NULL) {
        ret_list->variant = &fy_variants[fy_variant_of(ask->visitor)];
        status = views_recommendation(
            views, ask->visitor, arena, &ret_list->own_known, &ret_list->own, err);
    }
    if (status == FY_OK)
        status = find_bought(making, err);
    if (status == FY_OK)
        status = find_candidates(making, ret_list, &from, err);
    if (status != FY_OK)
        return status;
    arrange(making, ret_list);
    if (ask->plain)
        return FY_OK;
    if (ask->minimum != NULL)
        status = put_minimum(making, ret_list, err);
    if (status == FY_OK && ret_list->variant != NULL && ret_list->variant->explores &&
        ask->limit >= SHORTLIST_NEW_MIN)
        status = put_new(making, ret_list, err);
    if (status != FY_OK)
        return status;
    return put_collections(
        making, from, ret_list->personal ? SHORTLIST_VIEWED : SHORTLIST_POPULAR, ret_list, err);
}
