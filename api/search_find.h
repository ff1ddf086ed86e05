/*
 * search_find.h - which products answer a question, in what order, and how they fall into facets.
 *
 * Words:   all must be there: in a title or brand, else in category or description. The last word
 *          may be unfinished (`open`). A word that nothing has is taken for those nearest to it:
 *          one edit from 4 characters on, two from 8; never one with a digit. When no product has
 *          all the words, each is widened so; then words are left out, the most usual first. The
 *          answer says what was taken for what, and what was left out.
 * Order:   the very SKU or GTIN; then fewest and smallest departures (end of a word guessed, not in
 *          the title, corrected); then what is in stock; then the shortest title; then `tie`
 *          (search_index.h); then the SKU. Nothing in it depends on when or where it is asked.
 * Facets:  each counts what the question finds without the filter of that facet, so that another
 *          value can be chosen.
 * Limits:  SEARCH_QUESTION_WORDS words; 256 words of a prefix; corrections for 3 words; facets are
 *          counted over all that is found up to SEARCH_COUNTED_MAX, beyond it over every n-th and
 *          multiplied; SEARCH_LOOKED_MAX products are looked at in all. Whenever one of these cut
 *          something off, `approximate` says so.
 * Errors:  false: no memory.
 * Memory:  the answer borrows the index, until its next change, and the arena.
 * Threads: the index's.
 */
#ifndef API_SEARCH_FIND_H
#define API_SEARCH_FIND_H

#include "api/search_index.h"

enum {
    SEARCH_QUESTION_WORDS = 12,
    SEARCH_HITS_MAX = 100,
    SEARCH_TOP = 20,             /* Names shown of a facet; of categories, twice as many. */
    SEARCH_COUNTED_MAX = 200000, /* Some 2 ms. */
    SEARCH_LOOKED_MAX = 2000000, /* Some 8 ms. */
};

/* Where a page ends: rank, then SKU. */
struct search_place {
    uint64_t rank;
    struct fy_slice sku;
};

struct search_question {
    struct fy_slice text;                 /* Absent or empty: all products. */
    bool open;                            /* The last word may go on. */
    struct fy_slice names[SEARCH_FACETS]; /* Filters; absent: none. */
    bool has_price_min, has_price_max;
    int64_t price_min,
        price_max; /* Both included; of the currency asked for, else the commonest. */
    bool in_stock; /* Those alone. */
    bool has_only;
    const struct fy_slice *only; /* These SKUs alone: a collection. */
    size_t only_count;
    int limit; /* 1 .. SEARCH_HITS_MAX. */
    bool has_after;
    struct search_place after;
};

/* A word and what it was taken for; as absent: it was left out. */
struct search_change {
    struct fy_slice word, as;
};

struct search_answer {
    int64_t total;
    bool approximate;
    struct search_place hits[SEARCH_HITS_MAX];
    int hit_count;
    bool more;
    struct search_count top[SEARCH_FACETS][2 * SEARCH_TOP];
    int top_count[SEARCH_FACETS];
    struct fy_slice currency; /* Of the price ranges; absent: there are no products. */
    int64_t prices[SEARCH_PRICES];
    int64_t in_stock;
    struct search_change changes[SEARCH_QUESTION_WORDS];
    int change_count;
};

/* False, and *ret_words how many there are: more than may be. */
bool search_words_fit(struct fy_slice text, int *ret_words);

bool search_find(const struct search_index *index,
    const struct search_question *question,
    struct fy_arena *arena,
    struct search_answer *ret_answer);

#endif
