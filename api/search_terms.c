#include "api/search_terms.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    CHUNK_TERMS = 512,
    SLOTS_MIN = 1024,
    MOVED_AT_ONCE = 8, /* Slots; two would do to be through before the next growth. */
};

/* Neighbours in byte order. */
struct chunk {
    int count;                     /* 1 .. CHUNK_TERMS. */
    uint64_t letters[CHUNK_TERMS]; /* Of each term, side by side: near looks at all. */
    struct search_term *terms[CHUNK_TERMS];
};

struct search_terms {
    struct search_term **slots;  /* By hash; NULL: free. */
    size_t slot_count;           /* A power of two, at least twice the terms. */
    struct search_term **before; /* What they grew out of, from `moved` on; NULL: nothing. */
    size_t before_count, moved;
    size_t count;
    struct chunk **chunks;
    size_t chunk_count, chunk_room;
};

static struct fy_slice text_of(const struct search_term *term)
{
    return (struct fy_slice){term->text, term->size};
}

static int compare(struct fy_slice a, struct fy_slice b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    int order = size > 0 ? memcmp(a.data, b.data, size) : 0;

    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

/* --- By hash --------------------------------------------------------------------------------- */

/* What was moved or removed out of `before`: what was pushed on by it stays. No word is empty. */
static struct search_term gone;

/* Where it is in `slots`, or where it would be. */
static size_t slot_of(const struct search_terms *terms, struct fy_slice text)
{
    size_t at = search_hash(text) & (terms->slot_count - 1);

    while (terms->slots[at] != NULL && compare(text_of(terms->slots[at]), text) != 0)
        at = (at + 1) & (terms->slot_count - 1);
    return at;
}

/* NULL: it is not in `before`. */
static struct search_term **place_before(const struct search_terms *terms, struct fy_slice text)
{
    size_t mask = terms->before_count - 1;
    size_t at = search_hash(text) & mask;

    if (terms->before == NULL)
        return NULL;
    while (terms->before[at] != NULL && compare(text_of(terms->before[at]), text) != 0)
        at = (at + 1) & mask;
    return terms->before[at] != NULL ? &terms->before[at] : NULL;
}

static struct search_term *find(const struct search_terms *terms, struct fy_slice text)
{
    struct search_term *term = terms->slots[slot_of(terms, text)];
    struct search_term **before = term == NULL ? place_before(terms, text) : NULL;

    return before != NULL ? *before : term;
}

/* A table of half a million is not moved in one piece: a few slots go with each new word. */
static void move_some(struct search_terms *terms)
{
    for (int i = 0; i < MOVED_AT_ONCE && terms->moved < terms->before_count; i++, terms->moved++) {
        struct search_term *term = terms->before[terms->moved];

        if (term == NULL || term == &gone)
            continue;
        terms->before[terms->moved] = &gone;
        terms->slots[slot_of(terms, text_of(term))] = term;
    }
    if (terms->before != NULL && terms->moved == terms->before_count) {
        free(terms->before);
        terms->before = NULL;
        terms->before_count = 0;
    }
}

static bool slots_grow(struct search_terms *terms)
{
    size_t count = terms->slot_count > 0 ? 2 * terms->slot_count : SLOTS_MIN;
    struct search_term **slots;

    while (terms->before != NULL)
        move_some(terms);
    slots = calloc(count, sizeof(struct search_term *));
    if (slots == NULL)
        return false;
    terms->before = terms->slots;
    terms->before_count = terms->slot_count;
    terms->moved = 0;
    terms->slots = slots;
    terms->slot_count = count;
    return true;
}

/* What was pushed on by the one that goes moves back. */
static void slot_free(struct search_terms *terms, size_t at)
{
    size_t mask = terms->slot_count - 1;
    size_t free_at = at;

    terms->slots[at] = NULL;
    for (size_t i = (at + 1) & mask; terms->slots[i] != NULL; i = (i + 1) & mask) {
        size_t home = search_hash(text_of(terms->slots[i])) & mask;

        if (((i - home) & mask) < ((i - free_at) & mask))
            continue;
        terms->slots[free_at] = terms->slots[i];
        terms->slots[i] = NULL;
        free_at = i;
    }
}

/* --- In byte order --------------------------------------------------------------------------- */

/* The first term of `chunk` at or behind `text`. */
static int place_in(const struct chunk *chunk, struct fy_slice text)
{
    int low = 0, high = chunk->count;

    while (low < high) {
        int middle = (low + high) / 2;

        if (compare(text_of(chunk->terms[middle]), text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The chunk that `text` is in, or would be: the last that does not begin behind it. */
static size_t chunk_of(const struct search_terms *terms, struct fy_slice text)
{
    size_t low = 0, high = terms->chunk_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (compare(text_of(terms->chunks[middle]->terms[0]), text) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : 0;
}

static bool chunk_insert(struct search_terms *terms, size_t at, struct chunk *chunk)
{
    if (terms->chunk_count == terms->chunk_room) {
        size_t room = terms->chunk_room > 0 ? 2 * terms->chunk_room : 16;
        struct chunk **chunks = realloc(terms->chunks, room * sizeof(struct chunk *));

        if (chunks == NULL)
            return false;
        terms->chunks = chunks;
        terms->chunk_room = room;
    }
    memmove(terms->chunks + at + 1, terms->chunks + at,
        (terms->chunk_count - at) * sizeof(struct chunk *));
    terms->chunks[at] = chunk;
    terms->chunk_count++;
    return true;
}

/* A chunk with room at `at`: the first of all, or the half of a full one. */
static bool chunk_make(struct search_terms *terms, size_t at)
{
    struct chunk *chunk = calloc(1, sizeof(*chunk));
    struct chunk *full = at < terms->chunk_count ? terms->chunks[at] : NULL;
    int half = CHUNK_TERMS / 2;

    if (chunk == NULL || !chunk_insert(terms, full != NULL ? at + 1 : 0, chunk)) {
        free(chunk);
        return false;
    }
    if (full == NULL)
        return true;
    assert(full->count == CHUNK_TERMS);
    memcpy(chunk->terms, full->terms + half, (size_t)half * sizeof(full->terms[0]));
    memcpy(chunk->letters, full->letters + half, (size_t)half * sizeof(full->letters[0]));
    chunk->count = full->count = half;
    return true;
}

static bool order_add(struct search_terms *terms, struct search_term *term)
{
    size_t at = chunk_of(terms, text_of(term));
    struct chunk *chunk;
    size_t behind;
    int place;

    if (terms->chunk_count == 0 || terms->chunks[at]->count == CHUNK_TERMS) {
        if (!chunk_make(terms, at))
            return false;
        at = terms->chunk_count > 1 ? chunk_of(terms, text_of(term)) : 0; /* One may be empty. */
    }
    chunk = terms->chunks[at];
    place = place_in(chunk, text_of(term));
    behind = (size_t)(chunk->count - place);
    memmove(&chunk->terms[place + 1], &chunk->terms[place], behind * sizeof(chunk->terms[0]));
    memmove(&chunk->letters[place + 1], &chunk->letters[place], behind * sizeof(chunk->letters[0]));
    chunk->terms[place] = term;
    chunk->letters[place] = term->letters;
    chunk->count++;
    return true;
}

static void order_remove(struct search_terms *terms, const struct search_term *term)
{
    size_t at = chunk_of(terms, text_of(term));
    struct chunk *chunk = terms->chunks[at];
    int place = place_in(chunk, text_of(term));
    size_t behind = (size_t)(chunk->count - place - 1);

    assert(place < chunk->count && chunk->terms[place] == term);
    memmove(&chunk->terms[place], &chunk->terms[place + 1], behind * sizeof(chunk->terms[0]));
    memmove(&chunk->letters[place], &chunk->letters[place + 1], behind * sizeof(chunk->letters[0]));
    if (--chunk->count > 0)
        return;
    free(chunk);
    memmove(terms->chunks + at, terms->chunks + at + 1,
        (--terms->chunk_count - at) * sizeof(struct chunk *));
}

/* --- From beginning to end ------------------------------------------------------------------- */

struct search_terms *search_terms_new(void)
{
    struct search_terms *terms = calloc(1, sizeof(*terms));

    if (terms != NULL && !slots_grow(terms)) {
        free(terms);
        return NULL;
    }
    return terms;
}

static void term_free(struct search_term *term)
{
    for (int field = 0; field < SEARCH_FIELDS; field++)
        search_list_clear(&term->documents[field]);
    free(term);
}

void search_terms_clear(struct search_terms *terms)
{
    for (size_t i = 0; i < terms->chunk_count; i++) {
        for (int j = 0; j < terms->chunks[i]->count; j++)
            term_free(terms->chunks[i]->terms[j]);
        free(terms->chunks[i]);
    }
    free(terms->chunks);
    terms->chunks = NULL;
    terms->chunk_count = terms->chunk_room = terms->count = 0;
    memset(terms->slots, 0, terms->slot_count * sizeof(struct search_term *));
    free(terms->before);
    terms->before = NULL;
    terms->before_count = 0;
}

void search_terms_free(struct search_terms *terms)
{
    if (terms == NULL)
        return;
    search_terms_clear(terms);
    free(terms->slots);
    free(terms);
}

size_t search_terms_count(const struct search_terms *terms)
{
    return terms->count;
}

/* --- Documents in and out -------------------------------------------------------------------- */

/* Bits 0 to 35 are digits and letters of ASCII; all else shares the rest. */
static uint64_t letters_of(struct fy_slice text)
{
    uint64_t letters = 0;

    for (size_t i = 0; i < text.size; i++) {
        uint8_t byte = text.data[i];

        if (byte >= '0' && byte <= '9')
            letters |= UINT64_C(1) << (byte - '0');
        else if (byte >= 'a' && byte <= 'z')
            letters |= UINT64_C(1) << (10 + byte - 'a');
        else if (byte >= 0xc0) /* A character begins; those of its second byte are neighbours. */
            letters |= UINT64_C(1) << (36 + (byte + text.data[i + 1 < text.size ? i + 1 : i]) % 28);
    }
    return letters;
}

static struct search_term *term_new(struct search_terms *terms, struct fy_slice text)
{
    struct search_term *term = NULL;

    if (terms->count >= SEARCH_TERMS_MAX ||
        (2 * terms->count >= terms->slot_count && !slots_grow(terms)))
        return NULL;
    term = calloc(1, sizeof(*term) + text.size);
    if (term == NULL)
        return NULL;
    term->size = text.size;
    term->letters = letters_of(text);
    memcpy(term->text, text.data, text.size);
    if (!order_add(terms, term)) {
        free(term);
        return NULL;
    }
    move_some(terms);
    terms->slots[slot_of(terms, text)] = term;
    terms->count++;
    return term;
}

bool search_terms_add(
    struct search_terms *terms, struct fy_slice text, enum search_field field, uint32_t document)
{
    struct search_term *term = find(terms, text);

    assert(text.size > 0);
    if (term == NULL)
        term = term_new(terms, text);
    return term != NULL && search_list_add(&term->documents[field], document);
}

void search_terms_remove(
    struct search_terms *terms, struct fy_slice text, enum search_field field, uint32_t document)
{
    size_t at = slot_of(terms, text);
    struct search_term *term = find(terms, text);

    if (term == NULL)
        return;
    search_list_remove(&term->documents[field], document);
    if (search_term_documents(term) > 0)
        return;
    order_remove(terms, term);
    if (terms->slots[at] != NULL)
        slot_free(terms, at);
    else
        *place_before(terms, text) = &gone;
    terms->count--;
    term_free(term);
}

const struct search_term *search_terms_find(const struct search_terms *terms, struct fy_slice text)
{
    return find(terms, text);
}

uint32_t search_term_documents(const struct search_term *term)
{
    return term->documents[SEARCH_TITLE].count + term->documents[SEARCH_TEXT].count;
}

/* --- Prefixes -------------------------------------------------------------------------------- */

void search_terms_prefix(const struct search_terms *terms,
    struct fy_slice prefix,
    bool (*visit)(const struct search_term *term, void *context),
    void *context)
{
    size_t at = chunk_of(terms, prefix);
    int place = at < terms->chunk_count ? place_in(terms->chunks[at], prefix) : 0;

    for (; at < terms->chunk_count; at++, place = 0) {
        const struct chunk *chunk = terms->chunks[at];

        for (; place < chunk->count; place++) {
            const struct search_term *term = chunk->terms[place];

            if (term->size < prefix.size || memcmp(term->text, prefix.data, prefix.size) != 0 ||
                !visit(term, context))
                return;
        }
    }
}

bool search_head(const struct search_word *word, int characters, struct search_word *ret_head)
{
    size_t size = 0;

    for (int i = 0; i < characters; i++) {
        if (size >= word->size)
            return false;
        do
            size++;
        while (size < word->size && (word->text[size] & 0xc0) == 0x80);
    }
    ret_head->size = size + 1;
    ret_head->text[0] = SEARCH_HEAD;
    if (size >= SEARCH_WORD_BYTES_MAX)
        return false;
    memcpy(ret_head->text + 1, word->text, size);
    return true;
}

/* --- Near ------------------------------------------------------------------------------------ */

/* Its characters; at most SEARCH_WORD_BYTES_MAX. */
static int characters_of(struct fy_slice text, uint32_t *ret_characters)
{
    int count = 0;

    for (size_t i = 0; i < text.size && i < SEARCH_WORD_BYTES_MAX; i++) {
        if ((text.data[i] & 0xc0) != 0x80 || count == 0)
            ret_characters[count++] = text.data[i];
        else
            ret_characters[count - 1] = ret_characters[count - 1] << 8 | text.data[i];
    }
    return count;
}

static int least_of(int one, int other)
{
    return one < other ? one : other;
}

/* Optimal string alignment: a row per character of `a`, and the two rows before it. */
static int distance_of(const uint32_t *a, int a_count, const uint32_t *b, int b_count, int max)
{
    int rows[3][SEARCH_WORD_BYTES_MAX + 1];

    if (abs(a_count - b_count) > max)
        return max + 1;
    for (int j = 0; j <= b_count; j++)
        rows[0][j] = j;
    for (int i = 1; i <= a_count; i++) {
        int *row = rows[i % 3];
        const int *above = rows[(i + 2) % 3];
        const int *before = rows[(i + 1) % 3];
        int least = row[0] = i;

        for (int j = 1; j <= b_count; j++) {
            int best = least_of(above[j - 1] + (a[i - 1] != b[j - 1]), above[j] + 1);

            best = least_of(best, row[j - 1] + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = least_of(best, before[j - 2] + 1);
            row[j] = best;
            least = least_of(least, best);
        }
        if (least > max)
            return max + 1;
    }
    return rows[a_count % 3][b_count] <= max ? rows[a_count % 3][b_count] : max + 1;
}

int search_distance(struct fy_slice a, struct fy_slice b, int distance_max)
{
    uint32_t as[SEARCH_WORD_BYTES_MAX], bs[SEARCH_WORD_BYTES_MAX];
    int a_count = characters_of(a, as);
    int b_count = characters_of(b, bs);

    return distance_of(as, a_count, bs, b_count, distance_max);
}

/* More than `bits` of them differ. */
static bool letters_differ(uint64_t a, uint64_t b, int bits)
{
    uint64_t other = a ^ b;

    for (int i = 0; i < bits; i++)
        other &= other - (other != 0);
    return other != 0;
}

struct near {
    uint32_t word[SEARCH_WORD_BYTES_MAX];
    int count;
    int distance; /* Of those found; at first as far as may be. */
    const struct search_term **found;
    int found_count;
};

/* Which of two words at the same distance is meant rather. */
static bool is_rather(const struct search_term *a, const struct search_term *b)
{
    uint32_t as = search_term_documents(a);
    uint32_t bs = search_term_documents(b);

    return as != bs ? as > bs : compare(text_of(a), text_of(b)) < 0;
}

static void near_take(struct near *near, const struct search_term *term, int distance)
{
    int at;

    if (distance < near->distance)
        near->found_count = 0;
    near->distance = distance;
    at = near->found_count;
    if (at < SEARCH_NEAR_MAX)
        near->found_count++;
    else if (is_rather(near->found[--at], term))
        return;
    for (; at > 0 && is_rather(term, near->found[at - 1]); at--)
        near->found[at] = near->found[at - 1];
    near->found[at] = term;
}

static void near_look(struct near *near, const struct search_term *term)
{
    uint32_t characters[SEARCH_WORD_BYTES_MAX];
    int count, max, distance;

    if (term->text[0] == SEARCH_HEAD)
        return;
    count = characters_of(text_of(term), characters);
    max = characters[0] == near->word[0] ? near->distance : 1;
    distance = distance_of(near->word, near->count, characters, count, max);
    if (distance > 0 && distance <= max)
        near_take(near, term, distance);
}

int search_terms_near(const struct search_terms *terms,
    const struct search_word *word,
    int distance_max,
    const struct search_term *ret_near[SEARCH_NEAR_MAX])
{
    struct near near = {.distance = distance_max, .found = ret_near};
    uint64_t letters = letters_of(search_word_text(word));

    assert(distance_max == 1 || distance_max == 2);
    near.count = characters_of(search_word_text(word), near.word);
    for (size_t i = 0; i < terms->chunk_count; i++) {
        const struct chunk *chunk = terms->chunks[i];

        for (int j = 0; j < chunk->count; j++)
            if (!letters_differ(chunk->letters[j], letters, 2 * near.distance))
                near_look(&near, chunk->terms[j]);
    }
    return near.found_count;
}
