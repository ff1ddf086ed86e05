#include "processors/recommend/catalogue.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { ITEMS_AT_FIRST = 1024 };

/* FNV-1a. SKUs are ours (the edge refuses others), so nobody can choose them to collide. */
static uint32_t hash_of(struct fy_slice sku)
{
    uint64_t hash = 0xcbf29ce484222325;

    for (size_t i = 0; i < sku.size; i++)
        hash = (hash ^ sku.data[i]) * 0x100000001b3;
    return (uint32_t)(hash ^ (hash >> 32));
}

void catalogue_done(struct catalogue *catalogue)
{
    for (uint32_t i = 0; i < catalogue->item_count; i++) {
        free((void *)catalogue->items[i].sku.data);
    }
    free(catalogue->items);
    free(catalogue->free);
    free(catalogue->table);
    *catalogue = (struct catalogue){0};
}

/* The place of the table where `sku` is, or the empty one where it would be. */
static uint32_t place_of(const struct catalogue *catalogue, struct fy_slice sku, uint32_t hash)
{
    uint32_t mask = catalogue->table_size - 1;
    uint32_t at = hash & mask;

    while (catalogue->table[at] != 0) {
        const struct catalogue_item *item = &catalogue->items[catalogue->table[at] - 1];

        if (item->hash == hash && fy_slice_equal(item->sku, sku))
            break;
        at = (at + 1) & mask;
    }
    return at;
}

uint32_t catalogue_find(const struct catalogue *catalogue, struct fy_slice sku)
{
    if (catalogue->table_size == 0)
        return UINT32_MAX;
    /* An empty place holds 0, and 0 - 1 is UINT32_MAX. */
    return catalogue->table[place_of(catalogue, sku, hash_of(sku))] - 1;
}

static bool grow(struct catalogue *catalogue)
{
    uint32_t item_max = catalogue->item_max == 0 ? ITEMS_AT_FIRST : catalogue->item_max * 2;
    struct catalogue_item *items = realloc(catalogue->items, item_max * sizeof(*items));
    uint32_t *unused = NULL;
    uint32_t *table;

    if (items != NULL)
        catalogue->items = items;
    unused = realloc(catalogue->free, item_max * sizeof(*unused));
    if (unused != NULL)
        catalogue->free = unused;
    table = calloc((size_t)item_max * 2, sizeof(*table));
    if (items == NULL || unused == NULL || table == NULL) {
        free(table);
        return false;
    }
    free(catalogue->table);
    catalogue->table = table;
    catalogue->table_size = item_max * 2;
    catalogue->item_max = item_max;
    for (uint32_t i = 0; i < catalogue->item_count; i++)
        table[place_of(catalogue, catalogue->items[i].sku, catalogue->items[i].hash)] = i + 1;
    return true;
}

bool catalogue_take(struct catalogue *catalogue, struct fy_slice sku, uint32_t *ret_number)
{
    uint32_t hash = hash_of(sku);
    uint32_t number = catalogue_find(catalogue, sku);
    uint8_t *copy;

    if (number != UINT32_MAX) {
        *ret_number = number;
        return true;
    }
    assert(sku.size > 0);
    if (catalogue->free_count == 0 && catalogue->item_count == catalogue->item_max &&
        !grow(catalogue))
        return false;
    copy = malloc(sku.size);
    if (copy == NULL)
        return false;
    memcpy(copy, sku.data, sku.size);

    if (catalogue->free_count > 0)
        number = catalogue->free[--catalogue->free_count];
    else
        number = catalogue->item_count++;
    catalogue->items[number] = (struct catalogue_item){.sku = {copy, sku.size}, .hash = hash};
    catalogue->table[place_of(catalogue, sku, hash)] = number + 1;
    *ret_number = number;
    return true;
}

/* Close the hole: whoever stands behind it and could stand in it moves up (Knuth 6.4, R). */
static void table_remove(struct catalogue *catalogue, uint32_t hole)
{
    uint32_t mask = catalogue->table_size - 1;

    for (uint32_t at = (hole + 1) & mask; catalogue->table[at] != 0; at = (at + 1) & mask) {
        uint32_t home = catalogue->items[catalogue->table[at] - 1].hash & mask;

        if (((at - home) & mask) >= ((at - hole) & mask)) {
            catalogue->table[hole] = catalogue->table[at];
            hole = at;
        }
    }
    catalogue->table[hole] = 0;
}

void catalogue_drop(struct catalogue *catalogue, uint32_t number)
{
    struct catalogue_item *item = &catalogue->items[number];

    assert(item->sku.data != NULL);
    table_remove(catalogue, place_of(catalogue, item->sku, item->hash));
    free((void *)item->sku.data);
    *item = (struct catalogue_item){0};
    catalogue->free[catalogue->free_count++] = number;
}
