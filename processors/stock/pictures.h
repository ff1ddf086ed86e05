/*
 * pictures.h - the pictures of one SKU, in the order in which they came.
 *
 * Shape:   parts of evolve. A picture is its hash; the edge has its bytes.
 * Errors:  none. One that is there already keeps its place; one too many, or one that is not
 *          there, changes nothing.
 * Memory:  what changes is written to the caller's room, which must live as long as the row.
 * Threads: pure; any number.
 */
#ifndef STOCK_PICTURES_H
#define STOCK_PICTURES_H

#include "processors/stock/repeats.h"

/* Which of the row's pictures it is; their count when it is none of them. */
size_t pictures_at(const struct sku_row *row, struct fy_slice hash);

void pictures_add(struct sku_row *row, const struct image *image, struct stock_room *room);
void pictures_remove(struct sku_row *row, struct fy_slice hash, struct stock_room *room);

#endif
