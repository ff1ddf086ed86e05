#include "processors/recommend/learned.h"

#include "processors/recommend/catalogue.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
    UNKNOWN_FIRST = ENGINE_ITEMS_MAX - ENGINE_CLICKS_MAX, /* Numbers of SKUs nobody learned of. */
    CLICKS_EACH = 8, /* Sessions of so many clicks have room, on average. */
    LOADED_AT_FIRST = 1024,
};

/* Where a live session of the rows is since the start. */
struct loaded {
    struct engine_order order;
    uint32_t slot;
};

struct learned {
    struct engine *engine;
    struct catalogue catalogue;
    struct loaded *loaded; /* By order. */
    size_t loaded_count, loaded_max;
    struct fy_slice unknown[ENGINE_CLICKS_MAX]; /* Of the query at hand. */
    size_t unknown_count;
};

static struct fy_slice sku_of(const struct learned *learned, uint32_t item)
{
    return item >= UNKNOWN_FIRST ? learned->unknown[item - UNKNOWN_FIRST]
                                 : learned->catalogue.items[item].sku;
}

/* Equal scores: by bytes, a prefix first. */
static bool stands_first(const void *context, uint32_t a, uint32_t b)
{
    const struct learned *learned = context;
    struct fy_slice x = sku_of(learned, a);
    struct fy_slice y = sku_of(learned, b);
    int difference = memcmp(x.data, y.data, x.size < y.size ? x.size : y.size);

    return difference != 0 ? difference < 0 : x.size < y.size;
}

static void dropped(void *context, uint32_t item)
{
    struct learned *learned = context;

    catalogue_drop(&learned->catalogue, item);
}

struct learned *learned_new(uint32_t sessions_max)
{
    struct learned *learned = calloc(1, sizeof(*learned));
    struct engine_config config = {
        .sessions_max = sessions_max,
        .clicks_max = sessions_max * CLICKS_EACH + ENGINE_CLICKS_MAX,
        .live_max = sessions_max,
        .items_max = ENGINE_ITEMS_MAX,
        .stands_first = stands_first,
        .dropped = dropped,
        .context = learned,
    };

    assert(sessions_max >= 1 && sessions_max <= LEARNED_SESSIONS_MAX);
    if (learned == NULL)
        return NULL;
    learned->engine = engine_new(&config);
    if (learned->engine == NULL) {
        free(learned);
        return NULL;
    }
    return learned;
}

void learned_free(struct learned *learned)
{
    if (learned == NULL)
        return;
    engine_free(learned->engine);
    catalogue_done(&learned->catalogue);
    free(learned->loaded);
    free(learned);
}

void learned_clear(struct learned *learned)
{
    engine_clear(learned->engine);
    catalogue_done(&learned->catalogue);
    learned->loaded_count = 0;
}

uint32_t learned_sessions(const struct learned *learned)
{
    return engine_sessions(learned->engine);
}

uint32_t learned_items(const struct learned *learned)
{
    return learned->catalogue.item_count - learned->catalogue.free_count;
}

static enum fy_status click(struct learned *learned,
    uint32_t slot,
    uint32_t owner,
    const struct engine_order *order,
    struct fy_slice sku,
    uint32_t *ret_slot,
    struct fy_err *err)
{
    uint32_t item;

    if (!catalogue_take(&learned->catalogue, sku, &item))
        return fy_fail(err, FY_FATAL, "could not note a SKU beside %u others: no memory",
            learned_items(learned));
    if (item >= UNKNOWN_FIRST)
        return fy_fail(err, FY_FATAL, "sessions hold more than %d SKUs", UNKNOWN_FIRST);
    *ret_slot = engine_click(learned->engine, slot, owner, order, item);
    if (engine_holders(learned->engine, item) == 0)
        catalogue_drop(&learned->catalogue, item);
    return FY_OK;
}

enum fy_status learned_put(struct learned *learned,
    uint32_t slot,
    uint32_t owner,
    const struct engine_order *order,
    const struct fy_slice *skus,
    size_t count,
    uint32_t *ret_slot,
    struct fy_err *err)
{
    assert(count >= 1 && count <= ENGINE_CLICKS_MAX);
    for (size_t i = slot == ENGINE_NONE ? 0 : count - 1; i < count; i++) {
        enum fy_status status = click(learned, slot, owner, order, skus[i], &slot, err);

        if (status != FY_OK)
            return status;
        if (slot == ENGINE_NONE)
            break;
    }
    *ret_slot = slot;
    return FY_OK;
}

static bool keep_loaded(struct learned *learned, const struct engine_order *order, uint32_t slot)
{
    if (learned->loaded_count == learned->loaded_max) {
        size_t max = learned->loaded_max == 0 ? LOADED_AT_FIRST : learned->loaded_max * 2;
        struct loaded *loaded = realloc(learned->loaded, max * sizeof(*loaded));

        if (loaded == NULL)
            return false;
        learned->loaded = loaded;
        learned->loaded_max = max;
    }
    learned->loaded[learned->loaded_count++] = (struct loaded){*order, slot};
    return true;
}

enum fy_status learned_load(struct learned *learned,
    uint32_t owner,
    const struct engine_order *order,
    const struct fy_slice *skus,
    size_t count,
    int64_t ended_ms,
    struct fy_err *err)
{
    uint32_t slot;
    enum fy_status status =
        learned_put(learned, ENGINE_NONE, owner, order, skus, count, &slot, err);

    if (status != FY_OK)
        return status;
    if (order->ms < ended_ms)
        engine_end(learned->engine, NULL);
    else if (slot != ENGINE_NONE && !keep_loaded(learned, order, slot))
        return fy_fail(err, FY_FATAL, "could not note a session: no memory");
    return FY_OK;
}

static int loaded_compare(const void *key, const void *member)
{
    const struct engine_order *order = key;
    const struct loaded *loaded = member;

    return engine_order_compare(order, &loaded->order);
}

uint32_t learned_find(
    const struct learned *learned, uint32_t slot, const struct engine_order *order)
{
    const struct loaded *loaded;

    if (engine_holds(learned->engine, slot, order))
        return slot;
    if (learned->loaded_count == 0)
        return ENGINE_NONE;
    loaded =
        bsearch(order, learned->loaded, learned->loaded_count, sizeof(*loaded), loaded_compare);
    return loaded != NULL && engine_holds(learned->engine, loaded->slot, order) ? loaded->slot
                                                                                : ENGINE_NONE;
}

void learned_end(struct learned *learned, int64_t ms)
{
    struct engine_order order = {ms, INT32_MIN, INT64_MIN};

    engine_end(learned->engine, &order);
}

void learned_forget(struct learned *learned, uint32_t owner)
{
    (void)engine_forget(learned->engine, owner);
}

size_t learned_interested(struct learned *learned,
    struct fy_slice sku,
    struct engine_interest *ret_list,
    size_t max,
    size_t *ret_interested)
{
    uint32_t item = catalogue_find(&learned->catalogue, sku);
    size_t count = 0;

    if (item != UINT32_MAX)
        count = engine_interested(learned->engine, item, ret_list, max);
    while (count > 0 && ret_list[count - 1].share_ppm == 0)
        count--; /* Below one in a million: nobody's interest. */
    *ret_interested = count;
    return engine_newest(learned->engine, ret_list, count, max);
}

static uint32_t number_of(struct learned *learned, struct fy_slice sku)
{
    uint32_t item = catalogue_find(&learned->catalogue, sku);
    size_t at = 0;

    if (item != UINT32_MAX)
        return item;
    while (at < learned->unknown_count && !fy_slice_equal(learned->unknown[at], sku))
        at++;
    if (at == learned->unknown_count)
        learned->unknown[learned->unknown_count++] = sku;
    return UNKNOWN_FIRST + (uint32_t)at;
}

static void name_all(const struct learned *learned,
    const struct engine_candidate *list,
    size_t count,
    struct learned_candidate *ret_list)
{
    for (size_t i = 0; i < count; i++)
        ret_list[i] = (struct learned_candidate){sku_of(learned, list[i].item),
            sku_of(learned, list[i].because), list[i].score, list[i].share_ppm, list[i].sessions};
}

size_t learned_query(struct learned *learned,
    uint32_t own,
    const struct fy_slice *skus,
    size_t count,
    struct learned_candidate ret_list[LEARNED_LIST])
{
    struct engine_candidate list[ENGINE_RANKED_MAX];
    uint32_t clicks[ENGINE_CLICKS_MAX];
    size_t skip = count > ENGINE_CLICKS_MAX ? count - ENGINE_CLICKS_MAX : 0;

    learned->unknown_count = 0;
    for (size_t i = skip; i < count; i++)
        clicks[i - skip] = number_of(learned, skus[i]);
    count = engine_query(learned->engine, own, clicks, count - skip, list);
    name_all(learned, list, count, ret_list);
    return count;
}

size_t learned_popular(
    struct learned *learned, struct learned_candidate ret_list[LEARNED_LIST], size_t max)
{
    struct engine_candidate list[ENGINE_RANKED_MAX];
    size_t count = engine_popular(learned->engine, list, max);

    name_all(learned, list, count, ret_list);
    return count;
}

uint32_t learned_holders(const struct learned *learned, struct fy_slice sku)
{
    uint32_t item = catalogue_find(&learned->catalogue, sku);

    return item == UINT32_MAX ? 0 : engine_holders(learned->engine, item);
}
