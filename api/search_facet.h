/*
 * search_facet.h - one thing that products are told apart by: categories, suppliers, brands,
 * currencies. Each product has one value of it, a number; a value counts for one or more names.
 *
 *   "home/kitchen/mugs" counts for home, home/kitchen and itself; offered by two, for both
 *
 * Shape:   take and drop count references: a value that no product has is gone, and its number goes
 *          to another. A question counts by value, and only its answer turns values into names.
 * Limits:  SEARCH_NAMES_MAX names a value; what is beyond is left out.
 * Errors:  false: no memory, nothing changed.
 * Threads: one owner.
 */
#ifndef API_SEARCH_FACET_H
#define API_SEARCH_FACET_H

#include "lib/arena.h"

enum { SEARCH_NAMES_MAX = 16 /* As many as may offer a SKU. */ };

struct search_facet;

/* A name and for how many products it stands. */
struct search_count {
    struct fy_slice name; /* The facet's, until the next change. */
    int64_t documents;
};

struct search_facet *search_facet_new(void);
void search_facet_free(struct search_facet *facet);
void search_facet_clear(struct search_facet *facet);

/* The value of these names, in this order; 0 is the value of none. */
bool search_facet_take(
    struct search_facet *facet, const struct fy_slice *names, int count, uint32_t *ret_value);
void search_facet_drop(struct search_facet *facet, uint32_t value);

/* Values are below this number. */
uint32_t search_facet_values(const struct search_facet *facet);

/* Sets ret_passes[value], for each, to whether it counts for `name`. */
void search_facet_passes(
    const struct search_facet *facet, struct fy_slice name, uint8_t *ret_passes);

/* Of the values counted, at most `max` names with most documents, then by bytes. Returns how many.
 * Uses `scratch`, of search_facet_names numbers. */
int search_facet_top(const struct search_facet *facet,
    const uint32_t *counted,
    uint32_t *scratch,
    struct search_count *ret_top,
    int max);
uint32_t search_facet_names(const struct search_facet *facet);

/* The name that most products have; absent: there is none. */
struct fy_slice search_facet_commonest(const struct search_facet *facet);

#endif
