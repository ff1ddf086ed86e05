#include "api/cards.h"

#include "api/api.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LIST_BYTES_MAX = 1024 * 1024 };

static const char *const list_keys[CARDS_LISTS] = {"popular", "new"};

enum { WAYS = 4, SETS = CARDS_MAX / WAYS };

struct kept {
    struct card card;
    uint8_t *bytes;  /* What its slices point to; NULL: the place is empty. */
    uint32_t answer; /* The last that was given it. */
};

/* A list of everybody. */
struct kept_list {
    struct fy_arena arena;
    struct recommendation list;
    bool valid, known;
};

/* Of two that share a place the later one is kept. */
struct kept_collection {
    uint8_t *bytes; /* Id and title, one behind the other. NULL: the place is empty. */
    struct fy_slice id, title;
};

struct cards {
    struct kept_collection collections[CARDS_COLLECTIONS];
    struct kept_list lists[CARDS_LISTS];
    uint32_t hashes[SETS][WAYS]; /* Of those below: what is not there is known by one look. */
    struct kept kept[SETS][WAYS];
    uint32_t answer;
    uint32_t victim;
};

struct cards *cards_new(void)
{
    struct cards *cards = calloc(1, sizeof(*cards));

    for (int i = 0; cards != NULL && i < CARDS_LISTS; i++)
        fy_arena_init(&cards->lists[i].arena, LIST_BYTES_MAX);
    return cards;
}

void cards_list_changed(struct cards *cards, struct fy_slice key)
{
    for (int i = 0; i < CARDS_LISTS; i++) {
        if (fy_slice_equal(key, fy_slice_of(list_keys[i])))
            cards->lists[i].valid = false;
    }
}

enum fy_status cards_list(struct cards *cards,
    struct views *views,
    enum cards_list which,
    struct fy_arena *arena,
    bool *ret_known,
    struct recommendation *ret_list,
    struct fy_err *err)
{
    struct fy_slice key = fy_slice_of(list_keys[which]);
    struct kept_list *kept;
    enum fy_status status;

    if (cards == NULL)
        return views_recommendation(views, key, arena, ret_known, ret_list, err);
    kept = &cards->lists[which];
    if (!kept->valid) {
        fy_arena_clear(&kept->arena);
        status = views_recommendation(views, key, &kept->arena, &kept->known, &kept->list, err);
        if (status != FY_OK)
            return status;
        kept->valid = true;
    }
    *ret_known = kept->known;
    if (kept->known)
        *ret_list = kept->list;
    return FY_OK;
}

void cards_clear(struct cards *cards)
{
    for (int i = 0; i < CARDS_LISTS; i++)
        cards->lists[i].valid = false;
    for (int set = 0; set < SETS; set++) {
        for (int way = 0; way < WAYS; way++) {
            free(cards->kept[set][way].bytes);
            cards->kept[set][way] = (struct kept){0};
        }
    }
    for (int i = 0; i < CARDS_COLLECTIONS; i++) {
        free(cards->collections[i].bytes);
        cards->collections[i] = (struct kept_collection){0};
    }
}

void cards_free(struct cards *cards)
{
    if (cards == NULL)
        return;
    cards_clear(cards);
    for (int i = 0; i < CARDS_LISTS; i++)
        fy_arena_done(&cards->lists[i].arena);
    free(cards);
}

/* FNV-1a. SKUs are a supplier's to choose: whoever makes some collide makes them slow. */
static uint32_t hash_of(struct fy_slice sku)
{
    uint32_t hash = 2166136261U;

    for (size_t i = 0; i < sku.size; i++)
        hash = (hash ^ sku.data[i]) * 16777619U;
    return hash ^ hash >> 16;
}

static struct kept *find(struct cards *cards, struct fy_slice sku, uint32_t hash)
{
    const uint32_t *hashes = cards->hashes[hash % SETS];
    struct kept *set = cards->kept[hash % SETS];

    for (int way = 0; way < WAYS; way++) {
        if (hashes[way] == hash && set[way].bytes != NULL && fy_slice_equal(set[way].card.sku, sku))
            return &set[way];
    }
    return NULL;
}

void cards_changed(struct cards *cards, struct fy_slice sku)
{
    struct kept *kept = find(cards, sku, hash_of(sku));

    if (kept == NULL)
        return;
    free(kept->bytes);
    *kept = (struct kept){0};
}

void cards_begin(struct cards *cards)
{
    if (cards != NULL)
        cards->answer++;
}

static enum fy_status make(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct card *ret_card,
    struct fy_err *err)
{
    struct shown_product shown;
    struct fy_json_out out;
    struct fy_slice json;
    bool known = false;
    enum fy_status status = views_product(views, sku, arena, &known, &shown, err);

    *ret_card = (struct card){.hash = hash_of(sku), .sku = sku, .on_offer = known};
    if (status != FY_OK)
        return status;
    if (!known) /* One that was withdrawn still speaks for others, by its title. */
        return views_title(views, sku, arena, &ret_card->title, err);
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    put_product(&out, &shown);
    fy_json_out_member_text(&out, "kind", fy_slice_of("item"));
    fy_json_out_object_end(&out);
    if (!fy_json_out_done(&out, &json))
        return fy_fail(err, FY_FATAL, "a product does not fit the arena of an answer");
    ret_card->title = shown.product.title;
    ret_card->supplier = shown.product.supplier;
    ret_card->category = shown.product.category;
    ret_card->available_units = shown.available_units;
    ret_card->members = (struct fy_slice){json.data + 1, json.size - 2};
    return FY_OK;
}

static struct fy_slice copy(uint8_t **at, struct fy_slice slice)
{
    struct fy_slice copied = {slice.data == NULL ? NULL : *at, slice.size};

    if (slice.size > 0)
        memcpy(*at, slice.data, slice.size);
    *at += slice.size;
    return copied;
}

/* NULL: each place that it could have is in use by this answer, or there is no memory. */
static const struct card *keep(struct cards *cards, const struct card *card, uint32_t hash)
{
    struct kept *set = cards->kept[hash % SETS];
    size_t size = card->sku.size + card->title.size + card->supplier.size + card->category.size +
                  card->members.size + 1;
    struct kept *kept = NULL;
    uint8_t *at;

    for (int way = 0; way < WAYS; way++) {
        struct kept *one = &set[(cards->victim + (uint32_t)way) % WAYS];

        if (one->bytes == NULL || (kept == NULL && one->answer != cards->answer))
            kept = one;
    }
    cards->victim++;
    at = kept == NULL ? NULL : malloc(size);
    if (at == NULL)
        return NULL;
    free(kept->bytes);
    *kept = (struct kept){.card = *card, .bytes = at, .answer = cards->answer};
    cards->hashes[hash % SETS][kept - set] = hash;
    kept->card.sku = copy(&at, card->sku);
    kept->card.title = copy(&at, card->title);
    kept->card.supplier = copy(&at, card->supplier);
    kept->card.category = copy(&at, card->category);
    kept->card.members = copy(&at, card->members);
    return &kept->card;
}

enum fy_status cards_get(struct cards *cards,
    struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    const struct card **ret_card,
    struct fy_err *err)
{
    uint32_t hash = hash_of(sku);
    struct kept *kept = cards == NULL ? NULL : find(cards, sku, hash);
    struct card *card;
    enum fy_status status;

    if (kept != NULL) {
        kept->answer = cards->answer;
        *ret_card = &kept->card;
        return FY_OK;
    }
    card = fy_arena_alloc(arena, sizeof(*card));
    if (card == NULL)
        return fy_fail(err, FY_FATAL, "a product does not fit the arena of an answer");
    status = make(views, sku, arena, card, err);
    if (status != FY_OK)
        return status;
    *ret_card = cards == NULL ? NULL : keep(cards, card, hash);
    if (*ret_card == NULL)
        *ret_card = card;
    return FY_OK;
}

/* --- Collections -------------------------------------------------------------------------------
 */

void cards_collection_changed(struct cards *cards, struct fy_slice id)
{
    struct kept_collection *kept = &cards->collections[hash_of(id) % CARDS_COLLECTIONS];

    if (kept->bytes == NULL || !fy_slice_equal(kept->id, id))
        return;
    free(kept->bytes);
    *kept = (struct kept_collection){0};
}

/* Without memory it is read again the next time. */
static void keep_collection(struct cards *cards, struct fy_slice id, struct fy_slice title)
{
    struct kept_collection *kept = &cards->collections[hash_of(id) % CARDS_COLLECTIONS];
    uint8_t *at = malloc(id.size + title.size + 1);

    if (at == NULL)
        return;
    free(kept->bytes);
    kept->bytes = at;
    kept->id = copy(&at, id);
    kept->title = copy(&at, title);
}

enum fy_status cards_collection(struct cards *cards,
    struct views *views,
    struct fy_slice id,
    struct fy_arena *arena,
    struct fy_slice *ret_title,
    struct fy_err *err)
{
    const struct kept_collection *kept =
        cards == NULL ? NULL : &cards->collections[hash_of(id) % CARDS_COLLECTIONS];
    struct collection collection = {0};
    bool known = false;
    enum fy_status status;

    if (kept != NULL && kept->bytes != NULL && fy_slice_equal(kept->id, id)) {
        *ret_title = kept->title.data == NULL ? kept->title : fy_arena_copy(arena, kept->title);
        return FY_OK;
    }
    status = views_collection(views, id, arena, &known, &collection, err);
    if (status != FY_OK)
        return status;
    *ret_title = known ? collection.title : (struct fy_slice){0};
    if (cards != NULL)
        keep_collection(cards, id, *ret_title);
    return FY_OK;
}
