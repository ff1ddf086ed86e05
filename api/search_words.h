/*
 * search_words.h - text as the words it is searched by.
 *
 * Shape:   cutter {.text}; next, next, ... until false.
 * Words:   runs of letters and digits of any script, folded: "Müller's 2-Töne" is muller, s, 2,
 *          tone. What is longer than 32 bytes is cut there, in documents and in questions alike.
 *          Scripts without blanks (Chinese, Japanese, Thai) are one word up to the next sign.
 * Text:    any bytes: what is no UTF-8 parts words.
 * Errors:  none. Threads: pure; any number.
 * Source:  Unicode case folding and NFKD without marks, by utf8proc.
 */
#ifndef API_SEARCH_WORDS_H
#define API_SEARCH_WORDS_H

#include "lib/arena.h"

enum { SEARCH_WORD_BYTES_MAX = 32 };

struct search_word {
    size_t size; /* 1 .. SEARCH_WORD_BYTES_MAX. */
    uint8_t text[SEARCH_WORD_BYTES_MAX];
};

struct search_cutter {
    struct fy_slice text;
    size_t at; /* 0; next moves it. */
};

bool search_word_next(struct search_cutter *cutter, struct search_word *ret_word);

struct fy_slice search_word_text(const struct search_word *word);
bool search_word_equal(const struct search_word *a, const struct search_word *b);

/* One number of a text; the same in every process. */
uint64_t search_hash(struct fy_slice text);

#endif
