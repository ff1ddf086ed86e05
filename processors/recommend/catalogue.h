/*
 * catalogue.h - items of the index: a dense number for each SKU.
 *
 * An item is there while a session of the index holds it, and its number is used again afterwards.
 * Errors:  false when there is no memory.
 * Threads: one owner.
 */
#ifndef RECOMMEND_CATALOGUE_H
#define RECOMMEND_CATALOGUE_H

#include "lib/arena.h"

struct catalogue_item {
    struct fy_slice sku; /* Ours. Absent: the number is free. */
    uint32_t hash;
};

struct catalogue {
    struct catalogue_item *items;
    uint32_t item_count, item_max; /* Numbers given out so far, free ones included; room. */
    uint32_t free_count;           /* Of these free. */
    uint32_t *free;                /* Room for item_max. */
    uint32_t *table;               /* Open addressing: number + 1, 0 for empty. */
    uint32_t table_size;           /* A power of two, at least twice item_max. */
};

void catalogue_done(struct catalogue *catalogue);

/* UINT32_MAX when there is none. */
uint32_t catalogue_find(const struct catalogue *catalogue, struct fy_slice sku);

/* The item's number, a new one if need be. */
bool catalogue_take(struct catalogue *catalogue, struct fy_slice sku, uint32_t *ret_number);

/* Forget an item that no session holds. */
void catalogue_drop(struct catalogue *catalogue, uint32_t number);

#endif
