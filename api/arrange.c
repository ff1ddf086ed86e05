#include "api/arrange.h"

#include "lib/ids.h"

#include <assert.h>

struct tally {
    struct fy_slice name;
    size_t count;
};

struct tallies {
    struct tally tallies[ARRANGE_MAX];
    size_t count, max;
};

static struct tally *tally_of(struct tallies *tallies, struct fy_slice name)
{
    size_t at = 0;

    while (at < tallies->count && !fy_slice_equal(tallies->tallies[at].name, name))
        at++;
    if (at == tallies->count)
        tallies->tallies[tallies->count++] = (struct tally){name, 0};
    return &tallies->tallies[at];
}

static size_t of_100(size_t limit, size_t parts)
{
    return (limit * parts + 99) / 100;
}

size_t arrange_order(
    const struct arrange_item *items, size_t count, size_t limit, int ret_order[ARRANGE_MAX])
{
    struct tallies suppliers, categories;
    int waiting[ARRANGE_MAX];
    size_t waiting_count = 0;
    size_t placed = 0;

    assert(count <= ARRANGE_MAX);
    suppliers.count = categories.count = 0;
    suppliers.max = of_100(limit, ARRANGE_SUPPLIER_OF_100);
    categories.max = of_100(limit, ARRANGE_CATEGORY_OF_100);
    for (size_t i = 0; i < count && placed < limit; i++) {
        struct tally *supplier =
            items[i].supplier.data == NULL ? NULL : tally_of(&suppliers, items[i].supplier);
        struct tally *category =
            items[i].category.data == NULL ? NULL : tally_of(&categories, items[i].category);

        if ((supplier != NULL && supplier->count == suppliers.max) ||
            (category != NULL && category->count == categories.max)) {
            waiting[waiting_count++] = (int)i;
            continue;
        }
        if (supplier != NULL)
            supplier->count++;
        if (category != NULL)
            category->count++;
        ret_order[placed++] = (int)i;
    }
    for (size_t i = 0; i < waiting_count && placed < limit; i++)
        ret_order[placed++] = waiting[i];
    return placed;
}

static uint32_t number_at(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

int arrange_new(
    struct fy_slice visitor, struct fy_slice list_id, int limit, size_t count, size_t *ret_first)
{
    struct fy_slice parts[] = {fy_slice_of("new"), visitor, list_id};
    uint8_t digest[FY_DIGEST_BYTES];
    size_t first = 0;
    int place;

    assert(limit > 0 && count > 0);
    fy_digest(parts, 3, digest);
    place = ARRANGE_PLACE_FIRST + (int)(number_at(digest) % ARRANGE_PLACES);
    if ((digest[4] & 1) != 0) {
        first = number_at(digest + 8) % count;
    } else {
        while (first < 31 && (number_at(digest + 8) >> first & 1) != 0)
            first++;
        first = first < count ? first : count - 1;
    }
    *ret_first = first;
    return place < limit ? place : limit;
}
