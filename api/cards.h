/*
 * cards.h - what lists show of products, ready to be written: JSON, stock, title.
 *
 * Lists of recommendations ask for some sixty products each, and most ask for the same. A card is
 * made of the views' rows when it is asked for, kept, and dropped when one of its rows changes
 * (views.c says so before the change is visible, and nobody asks in between).
 * Memory:  CARDS_MAX cards, under 1 KB each but for their titles and pictures.
 * Errors:  FY_FATAL: the store's, or the arena is too small.
 * Threads: the reactor's.
 */
#ifndef API_CARDS_H
#define API_CARDS_H

#include "api/views.h"

enum { CARDS_MAX = 16384 };

enum { CARDS_COLLECTIONS = 512 };

struct card {
    uint32_t hash; /* Of the SKU: two that differ here are not the same. */
    struct fy_slice sku;
    struct fy_slice title;              /* Absent: it was never listed. */
    struct fy_slice supplier, category; /* Absent: none. */
    struct fy_slice members;            /* JSON of put_product and `kind`, without braces. */
    int64_t available_units;
    bool on_offer;
};

struct cards;

struct cards *cards_new(void); /* NULL: no memory. */
void cards_free(struct cards *cards);

/* All rows are gone. */
void cards_clear(struct cards *cards);

/* A row of this SKU changes. */
void cards_changed(struct cards *cards, struct fy_slice sku);

/* An answer begins: cards that the last one was given may go. */
void cards_begin(struct cards *cards);

/*
 * The list of everybody under `key`, "popular" or "new": read and decoded once, until it changes.
 * As views_recommendation; what it gives stays until the next record of it.
 */
enum cards_list { CARDS_POPULAR, CARDS_NEW, CARDS_LISTS };
enum fy_status cards_list(struct cards *cards,
    struct views *views,
    enum cards_list which,
    struct fy_arena *arena,
    bool *ret_known,
    struct recommendation *ret_list,
    struct fy_err *err) FY_MUST_CHECK;
void cards_list_changed(struct cards *cards, struct fy_slice key);

/* A collection's title, the arena's; absent where there is none of that id. */
enum fy_status cards_collection(struct cards *cards,
    struct views *views,
    struct fy_slice id,
    struct fy_arena *arena,
    struct fy_slice *ret_title,
    struct fy_err *err) FY_MUST_CHECK;
void cards_collection_changed(struct cards *cards, struct fy_slice id);

/* Stays until the next cards_begin, or as long as the arena. cards may be NULL: nothing is kept. */
enum fy_status cards_get(struct cards *cards,
    struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    const struct card **ret_card,
    struct fy_err *err) FY_MUST_CHECK;

#endif
