#include "api/search_list.h"

#include <assert.h>

static bool add_few(struct search_list *list, uint32_t document)
{
    roaring_bitmap_t *many;

    for (uint32_t i = 0; i < list->count; i++)
        if (list->of.few[i] == document)
            return true;
    if (list->count < SEARCH_LIST_FEW) {
        list->of.few[list->count++] = document;
        return true;
    }
    many = roaring_bitmap_of_ptr(list->count, list->of.few);
    if (many == NULL)
        return false;
    roaring_bitmap_add(many, document);
    list->of.many = many;
    list->is_many = true;
    list->count++;
    return true;
}

bool search_list_add(struct search_list *list, uint32_t document)
{
    if (!list->is_many)
        return add_few(list, document);
    list->count += roaring_bitmap_add_checked(list->of.many, document);
    return true;
}

void search_list_remove(struct search_list *list, uint32_t document)
{
    if (list->is_many) {
        list->count -= roaring_bitmap_remove_checked(list->of.many, document);
        if (list->count == 0)
            search_list_clear(list);
        return;
    }
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->of.few[i] == document) {
            list->of.few[i] = list->of.few[--list->count];
            return;
        }
    }
}

void search_list_clear(struct search_list *list)
{
    if (list->is_many)
        roaring_bitmap_free(list->of.many);
    *list = (struct search_list){0};
}

void search_list_into(const struct search_list *list, roaring_bitmap_t *set)
{
    assert(list->is_many || list->count <= SEARCH_LIST_FEW);
    if (list->is_many)
        roaring_bitmap_or_inplace(set, list->of.many);
    for (uint32_t i = 0; !list->is_many && i < list->count; i++)
        roaring_bitmap_add(set, list->of.few[i]);
}

bool search_list_has(const struct search_list *list, uint32_t document)
{
    if (list->is_many)
        return roaring_bitmap_contains(list->of.many, document);
    for (uint32_t i = 0; i < list->count; i++)
        if (list->of.few[i] == document)
            return true;
    return false;
}
