/*
 * search_match.h - which documents have the words of a question, and how well; a part of
 * search_find.c.
 *
 * Shape:   each word gives sets of documents from best to worst; all words together the set of what
 *          is found; cells of it have one penalty each, and are given out one by one.
 * Memory:  done frees; sets given out are borrowed.
 */
#ifndef API_SEARCH_MATCH_H
#define API_SEARCH_MATCH_H

#include "api/search_find.h"

/* How a document has a word, from best to worst. */
enum search_level {
    SEARCH_EXACT_TITLE,
    SEARCH_BEGUN_TITLE, /* The word goes on there. */
    SEARCH_EXACT_TEXT,
    SEARCH_BEGUN_TEXT,
    SEARCH_NEAR_TITLE, /* Another word, corrected. */
    SEARCH_NEAR_TEXT,
    SEARCH_LEVELS,
};

struct search_matched_word {
    struct search_word word;
    roaring_bitmap_t *levels[SEARCH_LEVELS]; /* NULL: none. */
    roaring_bitmap_t *any;                   /* All of them; NULL: nothing has it. */
    const struct search_term *taken_for;     /* NULL: for itself. */
    bool open, widened, left_out;
};

struct search_match {
    const struct search_index *index;
    struct search_matched_word words[SEARCH_QUESTION_WORDS];
    int count;
    int corrections; /* So far. */
    bool cut;        /* Some ceiling was reached. */
    roaring_bitmap_t *found;
};

/* False: no memory. `text` has at most SEARCH_QUESTION_WORDS words. */
bool search_match(
    struct search_match *match, const struct search_index *index, struct fy_slice text, bool open);
void search_match_done(struct search_match *match);

/* Calls `visit` with parts of `set`, which together are all of it. False: no memory. */
bool search_match_cells(struct search_match *match,
    const roaring_bitmap_t *set,
    void (*visit)(const roaring_bitmap_t *cell, int penalty, void *context),
    void *context);

#endif
