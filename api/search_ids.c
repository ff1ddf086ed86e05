#include "api/search_ids.h"

#include <stdlib.h>

enum {
    SLOTS_MIN = 64,
    MOVED_AT_ONCE = 8, /* Slots; one and a half would do to be through before the next growth. */
};

#define GONE                                                                                       \
    UINT32_MAX /* What was moved or removed out of `before`: what was pushed on by it stays. */

static size_t home_of(const struct search_id_table *table, uint64_t key)
{
    return (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & (table->slot_count - 1);
}

static void put(struct search_id_table *table, struct search_id id)
{
    size_t at = home_of(table, id.key);

    while (table->slots[at].document != 0)
        at = (at + 1) & (table->slot_count - 1);
    table->slots[at] = id;
}

/* A table of a million is not moved in one piece: a few slots go with each that is added. */
static void move_some(struct search_ids *ids)
{
    for (int i = 0; i < MOVED_AT_ONCE && ids->moved < ids->before.slot_count; i++, ids->moved++) {
        struct search_id *id = &ids->before.slots[ids->moved];

        if (id->document == 0 || id->document == GONE)
            continue;
        put(&ids->now, *id);
        id->document = GONE;
    }
    if (ids->before.slots != NULL && ids->moved == ids->before.slot_count) {
        free(ids->before.slots);
        ids->before = (struct search_id_table){0};
    }
}

/* At most two thirds are taken. */
static bool grow(struct search_ids *ids)
{
    struct search_id_table larger = {
        .slot_count = ids->now.slot_count > 0 ? 2 * ids->now.slot_count : SLOTS_MIN};

    while (ids->before.slots != NULL)
        move_some(ids);
    larger.slots = calloc(larger.slot_count, sizeof(*larger.slots));
    if (larger.slots == NULL)
        return false;
    ids->before = ids->now;
    ids->now = larger;
    ids->moved = 0;
    return true;
}

bool search_ids_add(struct search_ids *ids, uint64_t key, uint32_t document)
{
    if (3 * (ids->count + 1) > 2 * ids->now.slot_count && !grow(ids))
        return false;
    move_some(ids);
    put(&ids->now, (struct search_id){key, document + 1});
    ids->count++;
    return true;
}

/* What was pushed on by the one that goes moves back. */
static void slot_free(struct search_id_table *table, size_t free_at)
{
    size_t mask = table->slot_count - 1;

    table->slots[free_at].document = 0;
    for (size_t i = (free_at + 1) & mask; table->slots[i].document != 0; i = (i + 1) & mask) {
        size_t home = home_of(table, table->slots[i].key);

        if (((i - home) & mask) < ((i - free_at) & mask))
            continue;
        table->slots[free_at] = table->slots[i];
        table->slots[i].document = 0;
        free_at = i;
    }
}

/* Where it is, from slot `at` on; slot_count: nowhere. `document` is one more; 0: any. */
static size_t find(const struct search_id_table *table, size_t at, uint64_t key, uint32_t document)
{
    for (; table->slots[at].document != 0; at = (at + 1) & (table->slot_count - 1)) {
        const struct search_id *id = &table->slots[at];

        if (id->key == key && id->document != GONE && (document == 0 || id->document == document))
            return at;
    }
    return table->slot_count;
}

void search_ids_remove(struct search_ids *ids, uint64_t key, uint32_t document)
{
    size_t at;

    if (ids->now.slot_count == 0)
        return;
    at = find(&ids->now, home_of(&ids->now, key), key, document + 1);
    if (at < ids->now.slot_count) {
        slot_free(&ids->now, at);
        ids->count--;
        return;
    }
    if (ids->before.slots == NULL)
        return;
    at = find(&ids->before, home_of(&ids->before, key), key, document + 1);
    if (at < ids->before.slot_count) {
        ids->before.slots[at].document = GONE;
        ids->count--;
    }
}

/* Places of `before` are told behind those of `now`. */
bool search_ids_next(const struct search_ids *ids, uint64_t key, size_t *at, uint32_t *ret_document)
{
    size_t count = ids->now.slot_count;
    size_t found;

    if (count == 0)
        return false;
    if (*at == SEARCH_IDS_FIRST || *at < count) {
        found = *at == SEARCH_IDS_FIRST ? home_of(&ids->now, key) : (*at + 1) & (count - 1);
        found = find(&ids->now, found, key, 0);
        if (found < count) {
            *at = found;
            *ret_document = ids->now.slots[found].document - 1;
            return true;
        }
        *at = SEARCH_IDS_FIRST;
    }
    if (ids->before.slots == NULL)
        return false;
    found = *at == SEARCH_IDS_FIRST ? home_of(&ids->before, key)
                                    : (*at - count + 1) & (ids->before.slot_count - 1);
    found = find(&ids->before, found, key, 0);
    if (found == ids->before.slot_count)
        return false;
    *at = count + found;
    *ret_document = ids->before.slots[found].document - 1;
    return true;
}

void search_ids_clear(struct search_ids *ids)
{
    free(ids->now.slots);
    free(ids->before.slots);
    *ids = (struct search_ids){0};
}
