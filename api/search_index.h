/*
 * search_index.h - the catalogue as it is searched: in memory, made from the views' rows.
 *
 * Shape:   put, replace and remove documents, a document being a product on offer; ask with
 *          search_find.h. It has no disk: rows are where it comes from, and carry the positions.
 * Order:   among equals a product stands where a hash of its SKU says: the same everywhere, and no
 *          supplier comes first by its names.
 * Units:   prices in minor units of their currency.
 * Limits:  SEARCH_DOCUMENTS_MAX; 256 words of a product, titles first; 16 names of a facet. About
 *          300 bytes a product of 30 words (docs/decisions/0045).
 * Errors:  false: no memory or one too many. The document then is not in the index, or not all of
 *          its words.
 * Memory:  copies what it keeps.
 * Threads: one owner.
 */
#ifndef API_SEARCH_INDEX_H
#define API_SEARCH_INDEX_H

#include "api/search_facet.h"
#include "api/search_ids.h"
#include "api/search_terms.h"
#include "schemas/generated/product.h"

enum {
    SEARCH_DOCUMENTS_MAX = 4000000,
    SEARCH_WORDS_MAX = 256, /* Of a document. */
};

enum search_facet_kind {
    SEARCH_CATEGORY,
    SEARCH_SUPPLIER,
    SEARCH_BRAND,
    SEARCH_CURRENCY,
    SEARCH_FACETS,
};

/* Lower bounds of price ranges, minor units; a range ends where the next begins. */
enum { SEARCH_PRICES = 8 };
extern const int64_t search_prices[SEARCH_PRICES];

/* What questions look at, half a cache line each. */
struct search_document {
    int64_t price_minor;
    uint32_t values[SEARCH_FACETS]; /* 0: it has none. */
    uint32_t tie;
    uint8_t price; /* Which range. */
    uint8_t title_words;
    bool in_stock;
    bool live;
};

struct search_index {
    struct search_terms *terms;
    struct search_facet *facets[SEARCH_FACETS];
    struct search_ids skus, gtins;
    roaring_bitmap_t *all; /* Those that are live. */
    struct search_document *documents;
    char **names;    /* Their SKUs; NULL: the number is free. */
    uint32_t *holes; /* Free numbers below `used`. */
    uint32_t used, room, hole_count;
    int64_t refused; /* Documents that did not fit. */
};

struct search_index *search_index_new(void); /* NULL: no memory. */
void search_index_free(struct search_index *index);
void search_index_clear(struct search_index *index);

uint32_t search_index_count(const struct search_index *index);

bool search_index_find(
    const struct search_index *index, struct fy_slice sku, uint32_t *ret_document);

/*
 * From what it was put as before, NULL: not at all, to what it is now, NULL: not on offer. What
 * stays the same costs nothing: another price leaves the words alone.
 */
bool search_index_put(struct search_index *index,
    const struct product *before,
    const struct product *now,
    bool in_stock);

/* Of a SKU that is not there nothing changes. */
void search_index_stock(struct search_index *index, struct fy_slice sku, bool in_stock);

/*
 * Is the product in it as it would be put now: price, stock, each word and head of a word, GTINs,
 * and in each facet or none? What others have left behind under its number is not looked for.
 */
bool search_index_agrees(
    const struct search_index *index, const struct product *now, bool in_stock);

/* A GTIN of 8 to 14 digits as a number; 0: it is none. */
uint64_t search_gtin(struct fy_slice text);

#endif
