#include "api/search_index.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const int64_t search_prices[SEARCH_PRICES] = {0, 1000, 2500, 5000, 10000, 25000, 50000, 100000};

/* --- From beginning to end ------------------------------------------------------------------- */

struct search_index *search_index_new(void)
{
    struct search_index *index = calloc(1, sizeof(*index));
    bool whole;

    if (index == NULL)
        return NULL;
    index->terms = search_terms_new();
    index->all = roaring_bitmap_create();
    whole = index->terms != NULL && index->all != NULL;
    for (int kind = 0; kind < SEARCH_FACETS; kind++) {
        index->facets[kind] = search_facet_new();
        whole = whole && index->facets[kind] != NULL;
    }
    if (!whole) {
        search_index_free(index);
        return NULL;
    }
    return index;
}

void search_index_clear(struct search_index *index)
{
    if (index->terms != NULL)
        search_terms_clear(index->terms);
    for (int kind = 0; kind < SEARCH_FACETS; kind++)
        if (index->facets[kind] != NULL)
            search_facet_clear(index->facets[kind]);
    search_ids_clear(&index->skus);
    search_ids_clear(&index->gtins);
    if (index->all != NULL)
        roaring_bitmap_clear(index->all);
    for (uint32_t i = 0; i < index->used; i++)
        free(index->names[i]);
    free(index->documents);
    free(index->names);
    free(index->holes);
    index->documents = NULL;
    index->names = NULL;
    index->holes = NULL;
    index->used = index->room = index->hole_count = 0;
}

void search_index_free(struct search_index *index)
{
    if (index == NULL)
        return;
    search_index_clear(index);
    search_terms_free(index->terms);
    for (int kind = 0; kind < SEARCH_FACETS; kind++)
        search_facet_free(index->facets[kind]);
    if (index->all != NULL)
        roaring_bitmap_free(index->all);
    free(index);
}

uint32_t search_index_count(const struct search_index *index)
{
    return index->used - index->hole_count;
}

/* --- Numbers of documents -------------------------------------------------------------------- */

bool search_index_find(
    const struct search_index *index, struct fy_slice sku, uint32_t *ret_document)
{
    uint64_t key = search_hash(sku);
    size_t at = SEARCH_IDS_FIRST;

    while (search_ids_next(&index->skus, key, &at, ret_document)) {
        const char *name = index->names[*ret_document];

        if (strlen(name) == sku.size && memcmp(name, sku.data, sku.size) == 0)
            return true;
    }
    return false;
}

static bool grow(void **array, size_t count, size_t size)
{
    void *larger = realloc(*array, count * size);

    if (larger != NULL)
        *array = larger;
    return larger != NULL;
}

static bool room_make(struct search_index *index)
{
    uint32_t room = index->room > 0 ? 2 * index->room : 64;

    if (index->used < index->room)
        return true;
    if (!grow((void **)&index->documents, room, sizeof(*index->documents)) ||
        !grow((void **)&index->names, room, sizeof(*index->names)) ||
        !grow((void **)&index->holes, room, sizeof(*index->holes)))
        return false;
    index->room = room;
    return true;
}

static bool number_take(struct search_index *index, struct fy_slice sku, uint32_t *ret_document)
{
    uint32_t document;
    char *name;

    if (search_index_count(index) >= SEARCH_DOCUMENTS_MAX ||
        (index->hole_count == 0 && !room_make(index)))
        return false;
    name = malloc(sku.size + 1);
    if (name == NULL)
        return false;
    memcpy(name, sku.data, sku.size);
    name[sku.size] = '\0';
    document = index->hole_count > 0 ? index->holes[index->hole_count - 1] : index->used;
    if (!search_ids_add(&index->skus, search_hash(sku), document)) {
        free(name);
        return false;
    }
    if (index->hole_count > 0)
        index->hole_count--;
    else
        index->used++;
    index->names[document] = name;
    index->documents[document] = (struct search_document){
        .tie = (uint32_t)(search_hash(sku) >> 32),
        .live = true,
    };
    roaring_bitmap_add(index->all, document);
    *ret_document = document;
    return true;
}

static void number_free(struct search_index *index, struct fy_slice sku, uint32_t document)
{
    search_ids_remove(&index->skus, search_hash(sku), document);
    roaring_bitmap_remove(index->all, document);
    free(index->names[document]);
    index->names[document] = NULL;
    index->documents[document].live = false;
    index->holes[index->hole_count++] = document;
}

/* --- Words ----------------------------------------------------------------------------------- */

/* The words of a product, each once, titles first. */
struct words {
    struct search_word words[SEARCH_WORDS_MAX];
    uint16_t slots[4 * SEARCH_WORDS_MAX]; /* By hash: which word, + 1. */
    int count, title_count, of_title; /* title_count: those in the better list; of_title: of them,
                                         those of the title itself. */
};

static void words_add(struct words *words, struct fy_slice text)
{
    struct search_cutter cutter = {.text = text};
    size_t mask = 4 * SEARCH_WORDS_MAX - 1;
    struct search_word word;

    while (words->count < SEARCH_WORDS_MAX && search_word_next(&cutter, &word)) {
        size_t at = search_hash(search_word_text(&word)) & mask;

        while (
            words->slots[at] != 0 && !search_word_equal(&words->words[words->slots[at] - 1], &word))
            at = (at + 1) & mask;
        if (words->slots[at] != 0)
            continue;
        words->words[words->count++] = word;
        words->slots[at] = (uint16_t)words->count;
    }
}

static void words_of(struct words *words, const struct product *product)
{
    words->count = 0;
    memset(words->slots, 0, sizeof(words->slots));
    words_add(words, product->title);
    words->of_title = words->count;
    words_add(words, product->brand);
    words->title_count = words->count;
    words_add(words, product->category);
    words_add(words, product->description);
}

/* Calls `change` for each word and each head of a word of the title. */
static bool words_change(const struct search_index *index,
    const struct words *words,
    uint32_t document,
    bool (*change)(struct search_terms *, struct fy_slice, enum search_field, uint32_t))
{
    bool whole = true;

    for (int i = 0; i < words->count; i++) {
        bool title = i < words->title_count;
        struct search_word head;

        whole &= change(index->terms, search_word_text(&words->words[i]),
            title ? SEARCH_TITLE : SEARCH_TEXT, document);
        for (int n = SEARCH_HEAD_CHARACTERS_MIN; title && n <= SEARCH_HEAD_CHARACTERS_MAX; n++)
            if (search_head(&words->words[i], n, &head))
                whole &= change(index->terms, search_word_text(&head), SEARCH_TITLE, document);
    }
    return whole;
}

static bool forget(
    struct search_terms *terms, struct fy_slice text, enum search_field field, uint32_t document)
{
    search_terms_remove(terms, text, field, document);
    return true;
}

uint64_t search_gtin(struct fy_slice text)
{
    uint64_t number = 0;

    if (text.size < 8 || text.size > 14)
        return 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return 0;
        number = 10 * number + (uint64_t)(text.data[i] - '0');
    }
    return number;
}

/* --- Facets ---------------------------------------------------------------------------------- */

/* "home/kitchen/mugs" stands in home, home/kitchen and itself. */
static int paths_of(struct fy_slice path, struct fy_slice names[SEARCH_NAMES_MAX])
{
    int count = 0;

    for (size_t i = 1; i <= path.size && count < SEARCH_NAMES_MAX; i++)
        if (i == path.size || path.data[i] == '/')
            names[count++] = (struct fy_slice){path.data, i};
    return count;
}

static bool facets_take(
    struct search_index *index, const struct product *product, struct search_document *document)
{
    struct fy_slice paths[SEARCH_NAMES_MAX];
    const struct fy_slice *suppliers = product->suppliers.items;
    int supplier_count = (int)product->suppliers.count;

    if (supplier_count == 0) { /* Rows of before there were several. */
        suppliers = &product->supplier;
        supplier_count = 1;
    }
    return search_facet_take(index->facets[SEARCH_CATEGORY], paths,
               paths_of(product->category, paths), &document->values[SEARCH_CATEGORY]) &&
           search_facet_take(index->facets[SEARCH_SUPPLIER], suppliers, supplier_count,
               &document->values[SEARCH_SUPPLIER]) &&
           search_facet_take(
               index->facets[SEARCH_BRAND], &product->brand, 1, &document->values[SEARCH_BRAND]) &&
           search_facet_take(index->facets[SEARCH_CURRENCY], &product->price.currency, 1,
               &document->values[SEARCH_CURRENCY]);
}

static void facets_drop(struct search_index *index, const struct search_document *document)
{
    for (int kind = 0; kind < SEARCH_FACETS; kind++)
        search_facet_drop(index->facets[kind], document->values[kind]);
}

/* What is not of its words. The new values are taken first: what stays is not made anew. */
static bool document_fill(
    struct search_index *index, uint32_t number, const struct product *product, bool in_stock)
{
    struct search_document *document = &index->documents[number];
    struct search_document now = *document;
    bool taken;

    memset(now.values, 0, sizeof(now.values));
    taken = facets_take(index, product, &now);
    facets_drop(index, document);
    now.price_minor = product->price.minor;
    now.price = 0;
    while (now.price + 1 < SEARCH_PRICES && now.price_minor >= search_prices[now.price + 1])
        now.price++;
    now.in_stock = in_stock;
    *document = now;
    return taken;
}

/* --- Documents in and out -------------------------------------------------------------------- */

static bool same_gtins(const struct product *a, const struct product *b)
{
    bool same = a->gtins.count == b->gtins.count;

    for (size_t i = 0; same && i < a->gtins.count; i++)
        same = fy_slice_equal(a->gtins.items[i], b->gtins.items[i]);
    return same;
}

static bool same_words(const struct product *a, const struct product *b)
{
    return fy_slice_equal(a->title, b->title) && fy_slice_equal(a->description, b->description) &&
           fy_slice_equal(a->brand, b->brand) && fy_slice_equal(a->category, b->category) &&
           same_gtins(a, b);
}

static bool words_put(struct search_index *index, const struct product *product, uint32_t document)
{
    struct words words;
    bool whole;

    words_of(&words, product);
    whole = words_change(index, &words, document, search_terms_add);
    for (size_t i = 0; i < product->gtins.count; i++)
        whole &= search_ids_add(&index->gtins, search_gtin(product->gtins.items[i]), document);
    index->documents[document].title_words =
        (uint8_t)(words.of_title < UINT8_MAX ? words.of_title : UINT8_MAX);
    return whole;
}

static void words_take_out(
    struct search_index *index, const struct product *product, uint32_t document)
{
    struct words words;

    words_of(&words, product);
    (void)words_change(index, &words, document, forget);
    for (size_t i = 0; i < product->gtins.count; i++)
        search_ids_remove(&index->gtins, search_gtin(product->gtins.items[i]), document);
}

static void take_out(struct search_index *index, const struct product *before, uint32_t document)
{
    words_take_out(index, before, document);
    facets_drop(index, &index->documents[document]);
    number_free(index, before->sku, document);
}

bool search_index_put(struct search_index *index,
    const struct product *before,
    const struct product *now,
    bool in_stock)
{
    uint32_t document = 0;
    bool known = before != NULL && search_index_find(index, before->sku, &document);
    bool whole = true;

    assert(before == NULL || now == NULL || fy_slice_equal(before->sku, now->sku));
    if (now == NULL) {
        if (known)
            take_out(index, before, document);
        return true;
    }
    if (!known && !number_take(index, now->sku, &document)) {
        index->refused++;
        return false;
    }
    if (!known || !same_words(before, now)) {
        if (known)
            words_take_out(index, before, document);
        whole = words_put(index, now, document);
    }
    whole = document_fill(index, document, now, in_stock) && whole;
    index->refused += !whole;
    return whole;
}

void search_index_stock(struct search_index *index, struct fy_slice sku, bool in_stock)
{
    uint32_t document;

    if (search_index_find(index, sku, &document))
        index->documents[document].in_stock = in_stock;
}

/* --- Is it so? ------------------------------------------------------------------------------- */

static bool has(
    struct search_terms *terms, struct fy_slice text, enum search_field field, uint32_t document)
{
    const struct search_term *term = search_terms_find(terms, text);

    return term != NULL && search_list_has(&term->documents[field], document);
}

static bool has_gtin(const struct search_index *index, uint64_t gtin, uint32_t document)
{
    size_t at = SEARCH_IDS_FIRST;
    uint32_t found;

    while (search_ids_next(&index->gtins, gtin, &at, &found))
        if (found == document)
            return true;
    return false;
}

bool search_index_agrees(const struct search_index *index, const struct product *now, bool in_stock)
{
    const struct search_document *document;
    struct words words;
    uint32_t number;
    bool agrees;

    if (!search_index_find(index, now->sku, &number))
        return false;
    document = &index->documents[number];
    words_of(&words, now);
    agrees = document->live && roaring_bitmap_contains(index->all, number) &&
             document->in_stock == in_stock && document->price_minor == now->price.minor &&
             (document->values[SEARCH_CATEGORY] != 0) == (now->category.size > 0) &&
             (document->values[SEARCH_BRAND] != 0) == (now->brand.size > 0) &&
             document->values[SEARCH_SUPPLIER] != 0 && document->values[SEARCH_CURRENCY] != 0 &&
             words_change(index, &words, number, has);
    for (size_t i = 0; i < now->gtins.count && agrees; i++)
        agrees = has_gtin(index, search_gtin(now->gtins.items[i]), number);
    return agrees;
}
