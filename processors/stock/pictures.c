#include "processors/stock/pictures.h"

#include <string.h>

size_t pictures_at(const struct sku_row *row, struct fy_slice hash)
{
    size_t at = 0;

    while (at < row->images.count && !fy_slice_equal(row->images.items[at].hash, hash))
        at++;
    return at;
}

void pictures_add(struct sku_row *row, const struct image *image, struct stock_room *room)
{
    size_t count = row->images.count;

    if (pictures_at(row, image->hash) < count || count >= STOCK_IMAGES_MAX)
        return;
    if (count > 0)
        memmove(room->images, row->images.items, count * sizeof(room->images[0]));
    room->images[count] = *image;
    row->images.items = room->images;
    row->images.count = count + 1;
}

void pictures_remove(struct sku_row *row, struct fy_slice hash, struct stock_room *room)
{
    size_t count = row->images.count, at = pictures_at(row, hash);

    if (at == count)
        return;
    if (at > 0)
        memmove(room->images, row->images.items, at * sizeof(room->images[0]));
    memmove(
        room->images + at, row->images.items + at + 1, (count - at - 1) * sizeof(room->images[0]));
    row->images.items = room->images;
    row->images.count = count - 1;
}
