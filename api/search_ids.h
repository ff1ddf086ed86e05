/*
 * search_ids.h - documents by a number of theirs: a SKU's hash, a GTIN. A number may have several.
 *
 * Errors:  false: no memory. Threads: one owner.
 */
#ifndef API_SEARCH_IDS_H
#define API_SEARCH_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct search_id_table {
    struct search_id {
        uint64_t key;
        uint32_t document; /* + 1; 0: free. */
    } * slots;
    size_t slot_count;
};

struct search_ids {
    struct search_id_table now;
    struct search_id_table before; /* What it grew out of, from slot `moved` on. */
    size_t moved, count;
};

bool search_ids_add(struct search_ids *ids, uint64_t key, uint32_t document);
void search_ids_remove(struct search_ids *ids, uint64_t key, uint32_t document);

/* The next document of `key` behind *at, which begins as SEARCH_IDS_FIRST; false: no more. */
#define SEARCH_IDS_FIRST SIZE_MAX
bool search_ids_next(
    const struct search_ids *ids, uint64_t key, size_t *at, uint32_t *ret_document);

void search_ids_clear(struct search_ids *ids);

#endif
