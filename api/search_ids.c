#include "api/search_ids.h"

#include <stdlib.h>

enum { SLOTS_MIN = 64 };

static size_t home_of(const struct search_ids *ids, uint64_t key)
{
    return (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & (ids->slot_count - 1);
}

static void put(struct search_ids *ids, struct search_id id)
{
    size_t at = home_of(ids, id.key);

    while (ids->slots[at].document != 0)
        at = (at + 1) & (ids->slot_count - 1);
    ids->slots[at] = id;
}

/* At most two thirds are taken. */
static bool grow(struct search_ids *ids)
{
    struct search_ids larger = {
        .slot_count = ids->slot_count > 0 ? 2 * ids->slot_count : SLOTS_MIN, .count = ids->count};

    larger.slots = calloc(larger.slot_count, sizeof(*larger.slots));
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < ids->slot_count; i++)
        if (ids->slots[i].document != 0)
            put(&larger, ids->slots[i]);
    free(ids->slots);
    *ids = larger;
    return true;
}

bool search_ids_add(struct search_ids *ids, uint64_t key, uint32_t document)
{
    if (3 * (ids->count + 1) > 2 * ids->slot_count && !grow(ids))
        return false;
    put(ids, (struct search_id){key, document + 1});
    ids->count++;
    return true;
}

/* What was pushed on by the one that goes moves back. */
static void slot_free(struct search_ids *ids, size_t free_at)
{
    size_t mask = ids->slot_count - 1;

    ids->slots[free_at].document = 0;
    for (size_t i = (free_at + 1) & mask; ids->slots[i].document != 0; i = (i + 1) & mask) {
        size_t home = home_of(ids, ids->slots[i].key);

        if (((i - home) & mask) < ((i - free_at) & mask))
            continue;
        ids->slots[free_at] = ids->slots[i];
        ids->slots[i].document = 0;
        free_at = i;
    }
    ids->count--;
}

void search_ids_remove(struct search_ids *ids, uint64_t key, uint32_t document)
{
    size_t at;

    if (ids->slot_count == 0)
        return;
    at = home_of(ids, key);
    while (ids->slots[at].document != 0) {
        if (ids->slots[at].key == key && ids->slots[at].document == document + 1) {
            slot_free(ids, at);
            return;
        }
        at = (at + 1) & (ids->slot_count - 1);
    }
}

bool search_ids_next(const struct search_ids *ids, uint64_t key, size_t *at, uint32_t *ret_document)
{
    if (ids->slot_count == 0)
        return false;
    *at = *at == SEARCH_IDS_FIRST ? home_of(ids, key) : (*at + 1) & (ids->slot_count - 1);
    while (ids->slots[*at].document != 0) {
        if (ids->slots[*at].key == key) {
            *ret_document = ids->slots[*at].document - 1;
            return true;
        }
        *at = (*at + 1) & (ids->slot_count - 1);
    }
    return false;
}

void search_ids_clear(struct search_ids *ids)
{
    free(ids->slots);
    *ids = (struct search_ids){0};
}
