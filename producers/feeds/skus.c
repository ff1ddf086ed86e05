#include "producers/feeds/skus.h"
#include "lib/ids.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS_MIN = 1024 };

static uint64_t hash_of(struct fy_slice sku)
{
    uint8_t digest[FY_DIGEST_BYTES];
    uint64_t hash;

    fy_digest(&sku, 1, digest);
    memcpy(&hash, digest, sizeof(hash));
    return hash != 0 ? hash : 1;
}

/* Where it is, or where it would be: there is always a free slot. */
static uint64_t *slot_of(uint64_t *slots, size_t count_max, uint64_t hash)
{
    size_t at = hash & (count_max - 1);

    while (slots[at] != 0 && slots[at] != hash)
        at = (at + 1) & (count_max - 1);
    return &slots[at];
}

static bool grow(struct feed_skus *skus)
{
    size_t count_max = skus->count_max > 0 ? 2 * skus->count_max : SLOTS_MIN;
    uint64_t *slots = calloc(count_max, sizeof(*slots));

    if (slots == NULL)
        return false;
    for (size_t i = 0; i < skus->count_max; i++)
        if (skus->slots[i] != 0)
            *slot_of(slots, count_max, skus->slots[i]) = skus->slots[i];
    free(skus->slots);
    skus->slots = slots;
    skus->count_max = count_max;
    return true;
}

bool feed_skus_add(struct feed_skus *skus, struct fy_slice sku, bool *ret_new)
{
    uint64_t hash = hash_of(sku);
    uint64_t *slot;

    if (2 * skus->count >= skus->count_max && !grow(skus))
        return false;
    slot = slot_of(skus->slots, skus->count_max, hash);
    *ret_new = *slot == 0;
    skus->count += *slot == 0;
    *slot = hash;
    assert(2 * skus->count <= skus->count_max);
    return true;
}

void feed_skus_done(struct feed_skus *skus)
{
    free(skus->slots);
    *skus = (struct feed_skus){0};
}
