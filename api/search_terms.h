/*
 * search_terms.h - every word of the catalogue, and the documents that have it.
 *
 * Shape:   a hash table for one word, and the words in byte order for prefixes; a word that is in
 *          no document any more is gone. The first two and three characters of words of titles are
 *          terms too (SEARCH_HEAD in front), so that a question of two letters need not unite
 *          thousands of lists.
 * Near:    words at an edit distance (insert, delete, replace, swap of neighbours), by characters.
 *          All words are looked at, one comparison of two numbers each: what differs in more than
 *          2 x distance characters is passed over.
 * Limits:  SEARCH_TERMS_MAX words; a new one beyond is not taken, and counted.
 * Errors:  false: no memory, or too many words.
 * Memory:  a term lives until the next change.
 * Threads: one owner.
 */
#ifndef API_SEARCH_TERMS_H
#define API_SEARCH_TERMS_H

#include "api/search_list.h"
#include "api/search_words.h"

enum {
    SEARCH_TERMS_MAX = 4000000, /* Some 400 MB: ten times what a million products have. */
    SEARCH_HEAD = 1,            /* No word has that byte. */
    SEARCH_HEAD_CHARACTERS_MIN = 2,
    SEARCH_HEAD_CHARACTERS_MAX = 3,
    SEARCH_NEAR_MAX = 16,
};

/* Which of a product's texts. A document is in one of a term's lists, the better one. */
enum search_field { SEARCH_TITLE, SEARCH_TEXT, SEARCH_FIELDS };

struct search_term {
    struct search_list documents[SEARCH_FIELDS];
    uint64_t letters; /* Which characters it has, a bit each, folded to 64. */
    size_t size;
    uint8_t text[]; /* No NUL. */
};

struct search_terms;

struct search_terms *search_terms_new(void);
void search_terms_free(struct search_terms *terms);
void search_terms_clear(struct search_terms *terms);
size_t search_terms_count(const struct search_terms *terms);

bool search_terms_add(
    struct search_terms *terms, struct fy_slice text, enum search_field field, uint32_t document);
void search_terms_remove(
    struct search_terms *terms, struct fy_slice text, enum search_field field, uint32_t document);

/* NULL: no document has it. */
const struct search_term *search_terms_find(const struct search_terms *terms, struct fy_slice text);

/* Calls `visit` for each term that begins with `prefix`, in byte order, until it says false. */
void search_terms_prefix(const struct search_terms *terms,
    struct fy_slice prefix,
    bool (*visit)(const struct search_term *term, void *context),
    void *context);

/*
 * The words nearest to `word`, none beyond `distance_max` (1 or 2; at 2 the first character must be
 * the same), nor `word` itself: those of the least distance, by how many documents have them, then
 * by bytes. Returns how many.
 */
int search_terms_near(const struct search_terms *terms,
    const struct search_word *word,
    int distance_max,
    const struct search_term *ret_near[SEARCH_NEAR_MAX]);

/* How far apart two words are; distance_max + 1 when further. Characters; exposed for tests. */
int search_distance(struct fy_slice a, struct fy_slice b, int distance_max);

/* How many documents have it. */
uint32_t search_term_documents(const struct search_term *term);

/* The first `characters` of a word with SEARCH_HEAD in front; false: it has fewer. */
bool search_head(const struct search_word *word, int characters, struct search_word *ret_head);

#endif
