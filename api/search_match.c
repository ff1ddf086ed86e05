#include "api/search_match.h"

#include <assert.h>
#include <string.h>

enum {
    BEGUN_TERMS_MAX = 256,
    CORRECTIONS_MAX = 3,
    ONE_EDIT_FROM = 4, /* Characters. */
    TWO_EDITS_FROM = 8,
    CELLS_MAX = 256,
};

/* What it costs a document to have a word so. */
static const int penalties[SEARCH_LEVELS] = {
    [SEARCH_EXACT_TITLE] = 0,
    [SEARCH_BEGUN_TITLE] = 1,
    [SEARCH_EXACT_TEXT] = 3,
    [SEARCH_BEGUN_TEXT] = 4,
    [SEARCH_NEAR_TITLE] = 6,
    [SEARCH_NEAR_TEXT] = 9,
};

/* --- One word -------------------------------------------------------------------------------- */

static bool level_add(
    struct search_matched_word *word, enum search_level level, const struct search_list *list)
{
    if (list->count == 0)
        return true;
    if (word->levels[level] == NULL)
        word->levels[level] = roaring_bitmap_create();
    if (word->levels[level] == NULL)
        return false;
    search_list_into(list, word->levels[level]);
    return true;
}

/* The two lists of a term, to a level and the next but one. */
static bool term_add(struct search_matched_word *word,
    const struct search_term *term,
    enum search_level title,
    enum search_level text)
{
    return level_add(word, title, &term->documents[SEARCH_TITLE]) &&
           level_add(word, text, &term->documents[SEARCH_TEXT]);
}

struct begun {
    struct search_matched_word *word;
    int terms;
    bool cut, whole;
};

static bool visit_begun(const struct search_term *term, void *context)
{
    struct begun *begun = context;

    if (term->size == begun->word->word.size)
        return true; /* Itself. */
    if (begun->terms == BEGUN_TERMS_MAX) {
        begun->cut = true;
        return false;
    }
    begun->terms++;
    begun->whole = term_add(begun->word, term, SEARCH_BEGUN_TITLE, SEARCH_BEGUN_TEXT);
    return begun->whole;
}

static int characters_of(const struct search_word *word)
{
    int count = 0;

    for (size_t i = 0; i < word->size; i++)
        count += (word->text[i] & 0xc0) != 0x80;
    return count;
}

/* Words that begin so: of two and three characters there is a list, of one none at all. */
static bool add_begun(struct search_match *match, struct search_matched_word *word)
{
    struct begun begun = {.word = word, .whole = true};
    int characters = characters_of(&word->word);
    const struct search_term *term;
    struct search_word head;

    if (characters < SEARCH_HEAD_CHARACTERS_MIN)
        return true;
    if (characters <= SEARCH_HEAD_CHARACTERS_MAX && search_head(&word->word, characters, &head)) {
        term = search_terms_find(match->index->terms, search_word_text(&head));
        return term == NULL || term_add(word, term, SEARCH_BEGUN_TITLE, SEARCH_BEGUN_TEXT);
    }
    search_terms_prefix(match->index->terms, search_word_text(&word->word), visit_begun, &begun);
    match->cut |= begun.cut;
    return begun.whole;
}

static bool has_digit(const struct search_word *word)
{
    for (size_t i = 0; i < word->size; i++)
        if (word->text[i] >= '0' && word->text[i] <= '9')
            return true;
    return false;
}

/* Words it may have been meant for. */
static bool add_near(struct search_match *match, struct search_matched_word *word)
{
    const struct search_term *near[SEARCH_NEAR_MAX];
    int characters = characters_of(&word->word);
    bool whole = true;
    int count;

    if (word->widened || characters < ONE_EDIT_FROM || has_digit(&word->word))
        return true;
    if (match->corrections == CORRECTIONS_MAX) {
        match->cut = true;
        return true;
    }
    match->corrections++;
    word->widened = true;
    count = search_terms_near(
        match->index->terms, &word->word, characters < TWO_EDITS_FROM ? 1 : 2, near);
    for (int i = 0; i < count && whole; i++)
        whole = term_add(word, near[i], SEARCH_NEAR_TITLE, SEARCH_NEAR_TEXT);
    if (count > 0)
        word->taken_for = near[0];
    return whole;
}

static bool unite(struct search_matched_word *word)
{
    const roaring_bitmap_t *sets[SEARCH_LEVELS];
    size_t count = 0;

    for (int level = 0; level < SEARCH_LEVELS; level++)
        if (word->levels[level] != NULL)
            sets[count++] = word->levels[level];
    if (word->any != NULL)
        roaring_bitmap_free(word->any);
    word->any = count > 0 ? roaring_bitmap_or_many(count, sets) : NULL;
    return count == 0 || word->any != NULL;
}

static bool match_word(struct search_match *match, struct search_matched_word *word)
{
    const struct search_term *term =
        search_terms_find(match->index->terms, search_word_text(&word->word));
    bool whole = true;

    if (term != NULL)
        whole = term_add(word, term, SEARCH_EXACT_TITLE, SEARCH_EXACT_TEXT);
    if (whole && word->open)
        whole = add_begun(match, word);
    if (whole)
        whole = unite(word);
    if (whole && word->any == NULL)
        whole = add_near(match, word) && unite(word);
    return whole;
}

/* --- All words ------------------------------------------------------------------------------- */

/* found = what has all words that are not left out; nothing when all are. */
static bool intersect(struct search_match *match)
{
    const roaring_bitmap_t *first = NULL;

    if (match->found != NULL)
        roaring_bitmap_free(match->found);
    match->found = NULL;
    for (int i = 0; i < match->count; i++) {
        const struct search_matched_word *word = &match->words[i];

        if (word->left_out)
            continue;
        if (word->any == NULL) {
            first = NULL;
            break;
        }
        if (first == NULL ||
            roaring_bitmap_get_cardinality(word->any) < roaring_bitmap_get_cardinality(first))
            first = word->any;
    }
    match->found = first != NULL ? roaring_bitmap_copy(first) : roaring_bitmap_create();
    if (match->found == NULL)
        return false;
    for (int i = 0; i < match->count && first != NULL; i++)
        if (!match->words[i].left_out && match->words[i].any != first)
            roaring_bitmap_and_inplace(match->found, match->words[i].any);
    return true;
}

static bool widen(struct search_match *match)
{
    for (int i = 0; i < match->count; i++)
        if (!add_near(match, &match->words[i]) || !unite(&match->words[i]))
            return false;
    return intersect(match);
}

static uint64_t documents_of(const struct search_matched_word *word)
{
    return word->any != NULL ? roaring_bitmap_get_cardinality(word->any) : UINT64_MAX;
}

/* The word that says least: which nothing has, else which most have. False: one alone is left. */
static bool leave_out(struct search_match *match)
{
    struct search_matched_word *least = NULL;
    int left = 0;

    for (int i = 0; i < match->count; i++) {
        struct search_matched_word *word = &match->words[i];

        if (word->left_out)
            continue;
        left++;
        if (least == NULL || documents_of(word) > documents_of(least))
            least = word;
    }
    if (left > 1)
        least->left_out = true;
    return left > 1;
}

static void cut_words(struct search_match *match, struct fy_slice text, bool open)
{
    struct search_cutter cutter = {.text = text};
    struct search_word word;

    while (search_word_next(&cutter, &word) && match->count < SEARCH_QUESTION_WORDS) {
        bool repeated = false;

        for (int i = 0; i < match->count; i++)
            repeated |= search_word_equal(&match->words[i].word, &word);
        if (!repeated)
            match->words[match->count++].word = word;
    }
    /* A blank behind it ends a word. */
    if (match->count > 0 && open && text.data[text.size - 1] != ' ')
        match->words[match->count - 1].open = true;
}

bool search_match(
    struct search_match *match, const struct search_index *index, struct fy_slice text, bool open)
{
    bool whole = true;

    *match = (struct search_match){.index = index};
    cut_words(match, text, open);
    for (int i = 0; i < match->count && whole; i++)
        whole = match_word(match, &match->words[i]);
    whole = whole && intersect(match);
    if (whole && match->count > 0 && roaring_bitmap_is_empty(match->found))
        whole = widen(match);
    while (whole && roaring_bitmap_is_empty(match->found) && leave_out(match))
        whole = intersect(match);
    return whole;
}

void search_match_done(struct search_match *match)
{
    for (int i = 0; i < match->count; i++) {
        for (int level = 0; level < SEARCH_LEVELS; level++)
            if (match->words[i].levels[level] != NULL)
                roaring_bitmap_free(match->words[i].levels[level]);
        if (match->words[i].any != NULL)
            roaring_bitmap_free(match->words[i].any);
    }
    if (match->found != NULL)
        roaring_bitmap_free(match->found);
}

/* --- Cells ----------------------------------------------------------------------------------- */

struct split {
    struct search_match *match;
    void (*visit)(const roaring_bitmap_t *cell, int penalty, void *context);
    void *context;
    int cells;
};

/*
 * Parts of `set` by how they have word `at` and those behind it. Never deeper than there are words;
 * beyond CELLS_MAX cells what is left is taken as if it had the words at their best.
 */
static bool split(struct split *all, const roaring_bitmap_t *set, int at, int penalty)
{
    struct search_matched_word *word;
    roaring_bitmap_t *rest;
    bool whole = true;

    while (at < all->match->count && all->match->words[at].left_out)
        at++;
    if (at == all->match->count || all->cells >= CELLS_MAX) {
        all->match->cut |= at < all->match->count;
        all->cells++;
        all->visit(set, penalty, all->context);
        return true;
    }
    word = &all->match->words[at];
    rest = roaring_bitmap_copy(set);
    whole = rest != NULL;
    for (int level = 0; level < SEARCH_LEVELS && whole && !roaring_bitmap_is_empty(rest); level++) {
        roaring_bitmap_t *part;

        if (word->levels[level] == NULL)
            continue;
        part = roaring_bitmap_and(rest, word->levels[level]);
        whole = part != NULL;
        if (whole && !roaring_bitmap_is_empty(part)) {
            roaring_bitmap_andnot_inplace(rest, part);
            whole = split(all, part, at + 1, penalty + penalties[level]);
        }
        if (part != NULL)
            roaring_bitmap_free(part);
    }
    if (rest != NULL)
        roaring_bitmap_free(rest);
    return whole;
}

bool search_match_cells(struct search_match *match,
    const roaring_bitmap_t *set,
    void (*visit)(const roaring_bitmap_t *cell, int penalty, void *context),
    void *context)
{
    struct split all = {.match = match, .visit = visit, .context = context};

    return split(&all, set, 0, 0);
}
