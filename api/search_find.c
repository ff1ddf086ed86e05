#include "api/search_find.h"
#include "api/search_match.h"

#include <assert.h>
#include <string.h>

enum { READ_DOCUMENTS = 1024 };

/* Which filters a document fails. */
enum {
    FAILS_CATEGORY = 1 << SEARCH_CATEGORY,
    FAILS_SUPPLIER = 1 << SEARCH_SUPPLIER,
    FAILS_BRAND = 1 << SEARCH_BRAND,
    FAILS_PRICE = 1 << SEARCH_CURRENCY,
    FAILS_STOCK = 1 << SEARCH_FACETS,
};

/* Parts of a rank, from what matters most. */
#define RANK_NOT_ITSELF (UINT64_C(1) << 63)
enum { RANK_PENALTY = 48, RANK_SOLD_OUT = 47, RANK_EXTRA_WORDS = 39 };

struct finding {
    const struct search_index *index;
    const struct search_question *question;
    struct search_answer *answer;
    uint8_t *passes[SEARCH_FACETS];   /* Of each value of a filter; NULL: no filter. */
    uint32_t *counted[SEARCH_FACETS]; /* Documents of each value. */
    uint32_t price_value;             /* The currency that price ranges are of. */
    bool price_filter;
    int words; /* Of the question. */
    uint32_t prices[SEARCH_PRICES];
    uint32_t in_stock;
    uint32_t total, looked;
    uint32_t step, until_counted; /* Every step-th is counted in facets. */
    bool itself;                  /* What is looked at now is the very SKU or GTIN. */
};

/* --- Before: filters as tables --------------------------------------------------------------- */

static bool tables_make(struct finding *finding, struct fy_arena *arena)
{
    for (int kind = 0; kind < SEARCH_FACETS; kind++) {
        const struct search_facet *facet = finding->index->facets[kind];
        size_t values = search_facet_values(facet);
        struct fy_slice name = finding->question->names[kind];

        finding->counted[kind] = fy_arena_alloc(arena, values * sizeof(uint32_t));
        if (finding->counted[kind] == NULL)
            return false;
        if (name.data == NULL)
            continue;
        finding->passes[kind] = fy_arena_alloc(arena, values);
        if (finding->passes[kind] == NULL)
            return false;
        search_facet_passes(facet, name, finding->passes[kind]);
    }
    return true;
}

/* Which currency prices are compared in. */
static void currency_choose(struct finding *finding, uint8_t *passes)
{
    const struct search_question *question = finding->question;
    const struct search_facet *facet = finding->index->facets[SEARCH_CURRENCY];
    struct fy_slice name = question->names[SEARCH_CURRENCY];

    finding->price_filter = question->has_price_min || question->has_price_max || name.data != NULL;
    if (name.data == NULL)
        name = search_facet_commonest(facet);
    finding->answer->currency = name;
    if (name.data == NULL)
        return;
    search_facet_passes(facet, name, passes);
    for (uint32_t value = 1; value < search_facet_values(facet); value++)
        if (passes[value])
            finding->price_value = value;
}

/* --- One document ---------------------------------------------------------------------------- */

static bool price_fails(const struct finding *finding, const struct search_document *document)
{
    const struct search_question *question = finding->question;

    return document->values[SEARCH_CURRENCY] != finding->price_value ||
           (question->has_price_min && document->price_minor < question->price_min) ||
           (question->has_price_max && document->price_minor > question->price_max);
}

static unsigned fails_of(const struct finding *finding, const struct search_document *document)
{
    unsigned fails = 0;

    for (int kind = SEARCH_CATEGORY; kind <= SEARCH_BRAND; kind++)
        if (finding->passes[kind] != NULL && !finding->passes[kind][document->values[kind]])
            fails |= 1U << kind;
    if (finding->price_filter && price_fails(finding, document))
        fails |= FAILS_PRICE;
    if (finding->question->in_stock && !document->in_stock)
        fails |= FAILS_STOCK;
    return fails;
}

/* In each facet whose own filter alone it fails, or none. */
static void count(struct finding *finding, const struct search_document *document, unsigned fails)
{
    for (int kind = SEARCH_CATEGORY; kind <= SEARCH_BRAND; kind++)
        if ((fails & ~(1U << kind)) == 0)
            finding->counted[kind][document->values[kind]]++;
    if ((fails & ~(unsigned)FAILS_PRICE) == 0 &&
        document->values[SEARCH_CURRENCY] == finding->price_value)
        finding->prices[document->price]++;
    if ((fails & ~(unsigned)FAILS_STOCK) == 0)
        finding->in_stock += document->in_stock;
}

static struct fy_slice sku_of(const struct finding *finding, uint32_t document)
{
    return fy_slice_of(finding->index->names[document]);
}

static int compare_skus(struct fy_slice a, struct fy_slice b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    int order = memcmp(a.data, b.data, size);

    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

/* Does `rank` with the SKU of `document` stand behind `place`? SKUs are compared for ties only. */
static bool is_behind(const struct finding *finding,
    uint64_t rank,
    uint32_t document,
    const struct search_place *place)
{
    if (rank != place->rank)
        return rank > place->rank;
    return compare_skus(sku_of(finding, document), place->sku) > 0;
}

static void hit(struct finding *finding, uint64_t rank, uint32_t document)
{
    struct search_answer *answer = finding->answer;
    const struct search_question *question = finding->question;
    int at = answer->hit_count;

    if (question->has_after && !is_behind(finding, rank, document, &question->after))
        return;
    if (at == question->limit) {
        answer->more = true;
        if (is_behind(finding, rank, document, &answer->hits[at - 1]))
            return;
        at--;
    } else {
        answer->hit_count++;
    }
    for (; at > 0 && !is_behind(finding, rank, document, &answer->hits[at - 1]); at--)
        answer->hits[at] = answer->hits[at - 1];
    answer->hits[at] = (struct search_place){rank, sku_of(finding, document)};
}

static uint64_t rank_of(
    const struct finding *finding, const struct search_document *document, int penalty)
{
    int extra = document->title_words > finding->words ? document->title_words - finding->words : 0;

    return (finding->itself ? 0 : RANK_NOT_ITSELF) | (uint64_t)penalty << RANK_PENALTY |
           (uint64_t)!document->in_stock << RANK_SOLD_OUT |
           (uint64_t)(finding->words > 0 ? extra : 0) << RANK_EXTRA_WORDS | document->tie;
}

/* --- Many ------------------------------------------------------------------------------------ */

static void look(struct finding *finding, uint32_t number, int penalty)
{
    const struct search_document *document = &finding->index->documents[number];
    unsigned fails = fails_of(finding, document);

    assert(document->live);
    if (--finding->until_counted == 0) {
        finding->until_counted = finding->step;
        count(finding, document, fails);
    }
    if (fails != 0)
        return;
    finding->total++;
    hit(finding, rank_of(finding, document, penalty), number);
}

static void look_at_cell(const roaring_bitmap_t *cell, int penalty, void *context)
{
    struct finding *finding = context;
    roaring_uint32_iterator_t iterator;
    uint32_t numbers[READ_DOCUMENTS];
    uint32_t read;

    roaring_init_iterator(cell, &iterator);
    while ((read = roaring_read_uint32_iterator(&iterator, numbers, READ_DOCUMENTS)) > 0) {
        if (finding->looked >= SEARCH_LOOKED_MAX) {
            finding->answer->approximate = true;
            return;
        }
        finding->looked += read;
        for (uint32_t i = 0; i < read; i++)
            look(finding, numbers[i], penalty);
    }
}

/* What a question names by its number alone. */
static void itself_into(const struct finding *finding, roaring_bitmap_t *set)
{
    struct fy_slice text = finding->question->text;
    uint64_t gtin = search_gtin(text);
    size_t at = SEARCH_IDS_FIRST;
    uint32_t document;

    if (search_index_find(finding->index, text, &document))
        roaring_bitmap_add(set, document);
    while (gtin != 0 && search_ids_next(&finding->index->gtins, gtin, &at, &document))
        roaring_bitmap_add(set, document);
}

/* Only what is of the collection. */
static bool keep_only(const struct finding *finding, roaring_bitmap_t *set)
{
    roaring_bitmap_t *only = roaring_bitmap_create();
    uint32_t document;

    if (only == NULL)
        return false;
    for (size_t i = 0; i < finding->question->only_count; i++)
        if (search_index_find(finding->index, finding->question->only[i], &document))
            roaring_bitmap_add(only, document);
    roaring_bitmap_and_inplace(set, only);
    roaring_bitmap_free(only);
    return true;
}

static void step_choose(struct finding *finding, uint64_t documents)
{
    finding->step = (uint32_t)((documents + SEARCH_COUNTED_MAX - 1) / SEARCH_COUNTED_MAX);
    if (finding->step == 0)
        finding->step = 1;
    finding->until_counted = finding->step;
    finding->answer->approximate |= finding->step > 1;
}

/* `found` is changed. */
static bool look_at_all(struct finding *finding,
    struct search_match *match,
    roaring_bitmap_t *found,
    roaring_bitmap_t *itself)
{
    if (finding->question->has_only && (!keep_only(finding, found) || !keep_only(finding, itself)))
        return false;
    roaring_bitmap_andnot_inplace(found, itself);
    step_choose(
        finding, roaring_bitmap_get_cardinality(found) + roaring_bitmap_get_cardinality(itself));
    finding->itself = true;
    look_at_cell(itself, 0, finding);
    finding->itself = false;
    return search_match_cells(match, found, look_at_cell, finding);
}

/* --- The answer ------------------------------------------------------------------------------ */

static bool facets_tell(struct finding *finding, struct fy_arena *arena)
{
    struct search_answer *answer = finding->answer;

    for (int kind = 0; kind < SEARCH_CURRENCY; kind++) {
        const struct search_facet *facet = finding->index->facets[kind];
        uint32_t *scratch = fy_arena_alloc(arena, search_facet_names(facet) * sizeof(*scratch));

        if (scratch == NULL)
            return false;
        answer->top_count[kind] = search_facet_top(facet, finding->counted[kind], scratch,
            answer->top[kind], kind == SEARCH_CATEGORY ? 2 * SEARCH_TOP : SEARCH_TOP);
        for (int i = 0; i < answer->top_count[kind]; i++)
            answer->top[kind][i].documents *= finding->step;
    }
    for (int i = 0; i < SEARCH_PRICES; i++)
        answer->prices[i] = (int64_t)finding->prices[i] * finding->step;
    answer->in_stock = (int64_t)finding->in_stock * finding->step;
    answer->total = finding->total;
    return true;
}

static bool changes_tell(
    struct search_answer *answer, const struct search_match *match, struct fy_arena *arena)
{
    for (int i = 0; i < match->count; i++) {
        const struct search_matched_word *word = &match->words[i];
        struct search_change change = {0};

        if (!word->left_out && word->taken_for == NULL)
            continue;
        change.word = fy_arena_copy(arena, search_word_text(&word->word));
        if (!word->left_out)
            change.as = (struct fy_slice){word->taken_for->text, word->taken_for->size};
        if (change.word.data == NULL)
            return false;
        answer->changes[answer->change_count++] = change;
    }
    return true;
}

static bool answer_make(struct finding *finding, struct search_match *match, struct fy_arena *arena)
{
    const struct search_question *question = finding->question;
    bool asks = question->text.size > 0;
    roaring_bitmap_t *itself = roaring_bitmap_create();
    roaring_bitmap_t *found = roaring_bitmap_copy(asks ? match->found : finding->index->all);
    bool whole = itself != NULL && found != NULL;

    finding->words = match->count;
    if (whole && asks)
        itself_into(finding, itself);
    whole = whole && look_at_all(finding, match, found, itself);
    if (whole && roaring_bitmap_is_empty(itself))
        whole = changes_tell(finding->answer, match, arena);
    if (itself != NULL)
        roaring_bitmap_free(itself);
    if (found != NULL)
        roaring_bitmap_free(found);
    finding->answer->approximate |= match->cut;
    return whole && facets_tell(finding, arena);
}

bool search_words_fit(struct fy_slice text, int *ret_words)
{
    struct search_cutter cutter = {.text = text};
    struct search_word word;
    int words = 0;

    while (search_word_next(&cutter, &word))
        words++;
    *ret_words = words;
    return words <= SEARCH_QUESTION_WORDS;
}

bool search_find(const struct search_index *index,
    const struct search_question *question,
    struct fy_arena *arena,
    struct search_answer *ret_answer)
{
    struct finding finding = {.index = index, .question = question, .answer = ret_answer};
    uint8_t *currencies =
        fy_arena_alloc(arena, search_facet_values(index->facets[SEARCH_CURRENCY]));
    struct search_match match = {0};
    bool whole;

    assert(question->limit >= 1 && question->limit <= SEARCH_HITS_MAX);
    memset(ret_answer, 0, sizeof(*ret_answer));
    if (currencies == NULL || !tables_make(&finding, arena))
        return false;
    currency_choose(&finding, currencies);
    whole = search_match(&match, index, question->text, question->open) &&
            answer_make(&finding, &match, arena);
    search_match_done(&match);
    return whole;
}
