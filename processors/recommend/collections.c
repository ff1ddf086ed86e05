#include "processors/recommend/collections.h"

#include "processors/recommend/catalogue.h"
#include "processors/recommend/rows.h"
#include "schemas/generated/collection.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A SKU, and the collections that it is in. */
struct member {
    uint32_t *in;
    uint32_t count, room;
};

struct bundle {
    uint32_t *members; /* Numbers of SKUs. */
    uint32_t count;
    uint32_t tally; /* 1 + its place in `tallies`, while a list is looked at. */
};

struct tally {
    uint32_t bundle, share_ppm;
    uint32_t count;
    int32_t members[LEARNED_LIST];
};

struct collections {
    struct catalogue ids, skus;
    struct bundle *bundles; /* By the number of its id. */
    struct member *members; /* By the number of its SKU. */
    uint32_t member_room;
    struct tally *tallies;
};

struct collections *collections_new(void)
{
    struct collections *collections = calloc(1, sizeof(*collections));

    if (collections == NULL)
        return NULL;
    collections->bundles = calloc(COLLECTIONS_MAX, sizeof(*collections->bundles));
    collections->tallies = calloc(COLLECTIONS_MAX, sizeof(*collections->tallies));
    if (collections->bundles == NULL || collections->tallies == NULL) {
        collections_free(collections);
        return NULL;
    }
    return collections;
}

void collections_clear(struct collections *collections)
{
    for (uint32_t i = 0; i < collections->ids.item_count; i++)
        free(collections->bundles[i].members);
    for (uint32_t i = 0; i < collections->skus.item_count; i++)
        free(collections->members[i].in);
    catalogue_done(&collections->ids);
    catalogue_done(&collections->skus);
    free(collections->members);
    collections->members = NULL;
    collections->member_room = 0;
    memset(collections->bundles, 0, COLLECTIONS_MAX * sizeof(*collections->bundles));
}

void collections_free(struct collections *collections)
{
    if (collections == NULL)
        return;
    if (collections->bundles != NULL)
        collections_clear(collections);
    free(collections->bundles);
    free(collections->tallies);
    free(collections);
}

/* --- What is in what -------------------------------------------------------------------------- */

static bool member_add(
    struct collections *collections, struct fy_slice sku, uint32_t bundle, uint32_t *ret_number)
{
    struct member *member;

    if (!catalogue_take(&collections->skus, sku, ret_number))
        return false;
    if (*ret_number >= collections->member_room) {
        uint32_t room = collections->skus.item_max;
        struct member *grown = realloc(collections->members, room * sizeof(*grown));

        if (grown == NULL)
            return false;
        memset(grown + collections->member_room, 0,
            (room - collections->member_room) * sizeof(*grown));
        collections->members = grown;
        collections->member_room = room;
    }
    member = &collections->members[*ret_number];
    if (member->count == member->room) {
        uint32_t room = member->room == 0 ? 2 : member->room * 2;
        uint32_t *grown = realloc(member->in, room * sizeof(*grown));

        if (grown == NULL)
            return false;
        member->in = grown;
        member->room = room;
    }
    /* Named twice in one collection, it is in it once. */
    if (member->count == 0 || member->in[member->count - 1] != bundle)
        member->in[member->count++] = bundle;
    return true;
}

static void member_remove(struct collections *collections, uint32_t number, uint32_t bundle)
{
    struct member *member = &collections->members[number];

    for (uint32_t i = 0; i < member->count; i++) {
        if (member->in[i] != bundle)
            continue;
        memmove(&member->in[i], &member->in[i + 1], (member->count - 1 - i) * sizeof(*member->in));
        member->count--;
        break;
    }
    if (member->count == 0 && collections->skus.items[number].sku.data != NULL) {
        free(member->in);
        *member = (struct member){0};
        catalogue_drop(&collections->skus, number);
    }
}

static void empty(struct collections *collections, uint32_t number)
{
    struct bundle *bundle = &collections->bundles[number];

    for (uint32_t i = 0; i < bundle->count; i++)
        member_remove(collections, bundle->members[i], number);
    free(bundle->members);
    *bundle = (struct bundle){0};
}

/* `collection` is as it now is; NULL: it is gone. */
static enum fy_status put(struct collections *collections,
    struct fy_slice id,
    const struct collection *collection,
    struct fy_err *err)
{
    struct bundle *bundle;
    uint32_t number = catalogue_find(&collections->ids, id);

    if (number != UINT32_MAX)
        empty(collections, number);
    if (collection == NULL || collection->skus.count == 0) {
        if (number != UINT32_MAX)
            catalogue_drop(&collections->ids, number);
        return FY_OK;
    }
    if (number == UINT32_MAX &&
        collections->ids.item_count - collections->ids.free_count == COLLECTIONS_MAX)
        return fy_fail(err, FY_REJECT, "collection: one more than %d", COLLECTIONS_MAX);
    if (!catalogue_take(&collections->ids, id, &number))
        return fy_fail(err, FY_FATAL, "could not note a collection: no memory");
    bundle = &collections->bundles[number];
    bundle->members = calloc(collection->skus.count, sizeof(*bundle->members));
    if (bundle->members == NULL)
        return fy_fail(err, FY_FATAL, "could not note a collection: no memory");
    for (size_t i = 0; i < collection->skus.count; i++) {
        struct fy_slice sku = collection->skus.items[i];

        if (sku.size == 0)
            continue;
        if (!member_add(collections, sku, number, &bundle->members[bundle->count]))
            return fy_fail(err, FY_FATAL, "could not note a collection: no memory");
        bundle->count++;
    }
    return FY_OK;
}

enum fy_status collections_apply(struct collections *collections,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct collection collection;
    enum fy_status status;

    if (record->key.size == 0 || record->key.size > ROWS_TEXT_MAX)
        return fy_fail(
            err, FY_REJECT, "collection: %zu bytes, 1 to %d", record->key.size, ROWS_TEXT_MAX);
    if (record->value.data == NULL) {
        fy_store_batch_delete(rows, ROWS_COLLECTIONS, record->key);
        return put(collections, record->key, NULL, err);
    }
    status = collection_decode(record->value, arena, &collection, err);
    if (status == FY_OK && !fy_slice_equal(record->key, collection.collection))
        status = fy_fail(err, FY_REJECT, "collection: not the record's key");
    if (status == FY_OK)
        status = put(collections, record->key, &collection, err);
    if (status == FY_OK)
        fy_store_batch_put(rows, ROWS_COLLECTIONS, record->key, record->value);
    return status;
}

/* --- Of a list -------------------------------------------------------------------------------- */

static int tally_compare(
    const struct collections *collections, const struct tally *a, const struct tally *b)
{
    struct fy_slice x = collections->ids.items[a->bundle].sku;
    struct fy_slice y = collections->ids.items[b->bundle].sku;
    int difference = memcmp(x.data, y.data, x.size < y.size ? x.size : y.size);

    if (a->share_ppm != b->share_ppm)
        return a->share_ppm > b->share_ppm ? -1 : 1;
    return difference != 0 ? difference : x.size < y.size ? -1 : 1;
}

static uint32_t tally_all(
    struct collections *collections, const struct recommended_item *items, size_t count)
{
    uint32_t tally_count = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t number = catalogue_find(&collections->skus, items[i].sku);

        for (uint32_t j = 0; number != UINT32_MAX && j < collections->members[number].count; j++) {
            uint32_t at = collections->members[number].in[j];
            struct bundle *bundle = &collections->bundles[at];
            struct tally *tally;

            if (bundle->tally == 0) {
                bundle->tally = ++tally_count;
                collections->tallies[bundle->tally - 1].bundle = at;
                collections->tallies[bundle->tally - 1].share_ppm = 0;
                collections->tallies[bundle->tally - 1].count = 0;
            }
            tally = &collections->tallies[bundle->tally - 1];
            tally->share_ppm += (uint32_t)items[i].share_ppm;
            tally->members[tally->count++] = (int32_t)i;
        }
    }
    return tally_count;
}

enum fy_status collections_of(struct collections *collections,
    const struct recommended_item *items,
    size_t count,
    struct fy_arena *arena,
    struct recommendation_collections *ret_list,
    struct fy_err *err)
{
    struct recommended_collection *list =
        fy_arena_alloc(arena, COLLECTIONS_OF_A_LIST * sizeof(*list));
    const struct tally *best[COLLECTIONS_OF_A_LIST];
    uint32_t tally_count;
    size_t best_count = 0;

    assert(count <= LEARNED_LIST);
    if (list == NULL)
        return fy_fail(err, FY_FATAL, "the collections of a list do not fit its arena");
    tally_count = tally_all(collections, items, count);
    for (uint32_t i = 0; i < tally_count; i++) {
        const struct tally *tally = &collections->tallies[i];
        size_t at = best_count;

        collections->bundles[tally->bundle].tally = 0;
        if (tally->count < 2 ||
            (at == COLLECTIONS_OF_A_LIST && tally_compare(collections, tally, best[at - 1]) > 0))
            continue;
        if (at < COLLECTIONS_OF_A_LIST)
            best_count++;
        else
            at--;
        for (; at > 0 && tally_compare(collections, tally, best[at - 1]) < 0; at--)
            best[at] = best[at - 1];
        best[at] = tally;
    }
    for (size_t i = 0; i < best_count; i++) {
        list[i] = (struct recommended_collection){
            .collection = collections->ids.items[best[i]->bundle].sku,
            .members = {best[i]->members, best[i]->count},
            .share_ppm = (int32_t)best[i]->share_ppm,
        };
    }
    *ret_list = (struct recommendation_collections){list, best_count};
    return FY_OK;
}

/* --- Start ------------------------------------------------------------------------------------ */

struct loading {
    struct collections *collections;
    struct fy_arena arena;
    enum fy_status status;
    struct fy_err *err;
};

static bool load_collection(struct fy_slice key, struct fy_slice value, void *context)
{
    struct loading *loading = context;
    struct collection collection;

    fy_arena_clear(&loading->arena);
    loading->status = collection_decode(value, &loading->arena, &collection, loading->err);
    if (loading->status == FY_OK)
        loading->status = put(loading->collections, key, &collection, loading->err);
    return loading->status == FY_OK;
}

enum fy_status collections_load(
    struct collections *collections, struct fy_store *store, struct fy_err *err)
{
    struct loading loading = {.collections = collections, .err = err};
    enum fy_status status;

    assert(collections->ids.item_count == 0);
    fy_arena_init(&loading.arena, (size_t)4 << 20);
    status = fy_store_scan(
        store, ROWS_COLLECTIONS, (struct fy_slice){0}, load_collection, &loading, err);
    fy_arena_done(&loading.arena);
    if (status == FY_OK && loading.status != FY_OK) {
        status = FY_FATAL; /* It could be read when it was put. */
        err->status = FY_FATAL;
    }
    return status;
}
