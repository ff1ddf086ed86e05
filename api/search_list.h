/*
 * search_list.h - numbers of documents, each once, in order: few in place, many as a compressed
 * bitmap.
 *
 * All zero is the empty list. Most words of a catalogue are in one or two products: they cost no
 * allocation.
 * Errors:  false: no memory, nothing changed.
 * Memory:  clear frees.
 * Threads: one owner.
 * Source:  Roaring bitmaps (Lemire et al. 2018), CRoaring; why: docs/decisions/0045.
 */
#ifndef API_SEARCH_LIST_H
#define API_SEARCH_LIST_H

#include <roaring/roaring.h>
#include <stdbool.h>
#include <stdint.h>

enum { SEARCH_LIST_FEW = 2 };

struct search_list {
    uint32_t
        count; /* Up to FEW in place, else `many`; a list that was long stays so until empty. */
    bool is_many;
    union {
        uint32_t few[SEARCH_LIST_FEW];
        roaring_bitmap_t *many;
    } of;
};

bool search_list_add(struct search_list *list, uint32_t document);
void search_list_remove(struct search_list *list, uint32_t document);
void search_list_clear(struct search_list *list);
bool search_list_has(const struct search_list *list, uint32_t document);

/* `set` |= list. */
void search_list_into(const struct search_list *list, roaring_bitmap_t *set);

#endif
