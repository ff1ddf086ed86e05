#include "api/search_facet.h"
#include "api/search_words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Texts as numbers from 1 on, with references. */
struct entry {
    uint8_t *text; /* NULL: the number is free. */
    size_t size;
    uint32_t references;
    uint32_t next_free;
    uint32_t name_count; /* Of a value. */
    uint32_t *names;
};

struct interned {
    uint32_t *slots; /* By hash; 0: free. */
    size_t slot_count;
    struct entry *entries;
    uint32_t used, room, live; /* Numbers are 1 .. used - 1. */
    uint32_t first_free;
};

struct search_facet {
    struct interned values, names;
};

/* --- Texts as numbers ------------------------------------------------------------------------ */

static struct fy_slice text_of(const struct interned *interned, uint32_t number)
{
    return (struct fy_slice){interned->entries[number].text, interned->entries[number].size};
}

static size_t slot_of(const struct interned *interned, struct fy_slice text)
{
    size_t mask = interned->slot_count - 1;
    size_t at = search_hash(text) & mask;

    while (
        interned->slots[at] != 0 && !fy_slice_equal(text_of(interned, interned->slots[at]), text))
        at = (at + 1) & mask;
    return at;
}

static bool slots_grow(struct interned *interned)
{
    size_t count = interned->slot_count > 0 ? 2 * interned->slot_count : 64;
    uint32_t *slots = calloc(count, sizeof(*slots));

    if (slots == NULL)
        return false;
    free(interned->slots);
    interned->slots = slots;
    interned->slot_count = count;
    for (uint32_t number = 1; number < interned->used; number++)
        if (interned->entries[number].text != NULL)
            slots[slot_of(interned, text_of(interned, number))] = number;
    return true;
}

static bool entries_grow(struct interned *interned)
{
    uint32_t room = interned->room > 0 ? 2 * interned->room : 64;
    struct entry *entries = realloc(interned->entries, room * sizeof(*entries));

    if (entries == NULL)
        return false;
    interned->entries = entries;
    interned->room = room;
    if (interned->used == 0) {
        entries[0] = (struct entry){0};
        interned->used = 1;
    }
    return true;
}

/* 0: no memory. */
static uint32_t entry_new(struct interned *interned, struct fy_slice text)
{
    uint32_t number = interned->first_free;
    uint8_t *copy;

    if (2 * (size_t)interned->live + 2 > interned->slot_count && !slots_grow(interned))
        return 0;
    if (number == 0 && interned->used == interned->room && !entries_grow(interned))
        return 0;
    copy = malloc(text.size + 1);
    if (copy == NULL)
        return 0;
    memcpy(copy, text.data, text.size);
    if (number != 0)
        interned->first_free = interned->entries[number].next_free;
    else
        number = interned->used++;
    interned->entries[number] = (struct entry){.text = copy, .size = text.size};
    interned->slots[slot_of(interned, text)] = number;
    interned->live++;
    return number;
}

static uint32_t find(const struct interned *interned, struct fy_slice text)
{
    return interned->slot_count > 0 ? interned->slots[slot_of(interned, text)] : 0;
}

static uint32_t take(struct interned *interned, struct fy_slice text)
{
    uint32_t number = find(interned, text);

    if (number == 0)
        number = entry_new(interned, text);
    if (number != 0)
        interned->entries[number].references++;
    return number;
}

static void slot_free(struct interned *interned, size_t at)
{
    size_t mask = interned->slot_count - 1;
    size_t free_at = at;

    interned->slots[at] = 0;
    for (size_t i = (at + 1) & mask; interned->slots[i] != 0; i = (i + 1) & mask) {
        size_t home = search_hash(text_of(interned, interned->slots[i])) & mask;

        if (((i - home) & mask) < ((i - free_at) & mask))
            continue;
        interned->slots[free_at] = interned->slots[i];
        interned->slots[i] = 0;
        free_at = i;
    }
}

/* True: it was the last reference, and the number is free. */
static bool drop(struct interned *interned, uint32_t number)
{
    struct entry *entry = &interned->entries[number];

    assert(number > 0 && number < interned->used && entry->references > 0);
    if (--entry->references > 0)
        return false;
    slot_free(interned, slot_of(interned, text_of(interned, number)));
    free(entry->text);
    free(entry->names);
    *entry = (struct entry){.next_free = interned->first_free};
    interned->first_free = number;
    interned->live--;
    return true;
}

static void interned_clear(struct interned *interned)
{
    for (uint32_t number = 1; number < interned->used; number++) {
        free(interned->entries[number].text);
        free(interned->entries[number].names);
    }
    free(interned->entries);
    free(interned->slots);
    *interned = (struct interned){0};
}

/* --- The facet ------------------------------------------------------------------------------- */

struct search_facet *search_facet_new(void)
{
    return calloc(1, sizeof(struct search_facet));
}

void search_facet_clear(struct search_facet *facet)
{
    interned_clear(&facet->values);
    interned_clear(&facet->names);
}

void search_facet_free(struct search_facet *facet)
{
    if (facet == NULL)
        return;
    search_facet_clear(facet);
    free(facet);
}

/* A value's names, each with a reference of the value's. */
static bool names_take(
    struct search_facet *facet, uint32_t value, const struct fy_slice *names, uint32_t count)
{
    uint32_t *numbers = calloc(count, sizeof(*numbers));
    uint32_t taken = 0;

    while (numbers != NULL && taken < count) {
        numbers[taken] = take(&facet->names, names[taken]);
        if (numbers[taken] == 0)
            break;
        taken++;
    }
    if (taken < count) {
        while (taken > 0)
            (void)drop(&facet->names, numbers[--taken]);
        free(numbers);
        return false;
    }
    facet->values.entries[value].names = numbers;
    facet->values.entries[value].name_count = count;
    return true;
}

bool search_facet_take(
    struct search_facet *facet, const struct fy_slice *names, int count, uint32_t *ret_value)
{
    uint8_t text[SEARCH_NAMES_MAX * 256];
    size_t size = 0;
    uint32_t value, kept = 0;

    for (; kept < (uint32_t)count && kept < SEARCH_NAMES_MAX; kept++) {
        if (names[kept].size == 0 || size + names[kept].size + 1 > sizeof(text))
            break;
        memcpy(text + size, names[kept].data, names[kept].size);
        size += names[kept].size;
        text[size++] = '\0';
    }
    *ret_value = 0;
    if (kept == 0)
        return true;
    value = take(&facet->values, (struct fy_slice){text, size});
    if (value == 0)
        return false;
    if (facet->values.entries[value].names == NULL && !names_take(facet, value, names, kept)) {
        (void)drop(&facet->values, value);
        return false;
    }
    *ret_value = value;
    return true;
}

void search_facet_drop(struct search_facet *facet, uint32_t value)
{
    struct entry *entry;

    if (value == 0)
        return;
    entry = &facet->values.entries[value];
    if (entry->references == 1)
        for (uint32_t i = 0; i < entry->name_count; i++)
            (void)drop(&facet->names, entry->names[i]);
    (void)drop(&facet->values, value);
}

uint32_t search_facet_values(const struct search_facet *facet)
{
    return facet->values.used > 0 ? facet->values.used : 1;
}

uint32_t search_facet_names(const struct search_facet *facet)
{
    return facet->names.used > 0 ? facet->names.used : 1;
}

void search_facet_passes(
    const struct search_facet *facet, struct fy_slice name, uint8_t *ret_passes)
{
    uint32_t number = find(&facet->names, name);

    ret_passes[0] = 0;
    for (uint32_t value = 1; value < facet->values.used; value++) {
        const struct entry *entry = &facet->values.entries[value];

        ret_passes[value] = 0;
        for (uint32_t i = 0; i < entry->name_count && number != 0; i++)
            ret_passes[value] |= entry->names[i] == number;
    }
}

/* More documents, or as many and the lesser bytes. */
static bool is_before(const struct search_count *a, const struct search_count *b)
{
    size_t size = a->name.size < b->name.size ? a->name.size : b->name.size;
    int order;

    if (a->documents != b->documents)
        return a->documents > b->documents;
    order = memcmp(a->name.data, b->name.data, size);
    return order != 0 ? order < 0 : a->name.size < b->name.size;
}

int search_facet_top(const struct search_facet *facet,
    const uint32_t *counted,
    uint32_t *scratch,
    struct search_count *ret_top,
    int max)
{
    int count = 0;

    memset(scratch, 0, search_facet_names(facet) * sizeof(*scratch));
    for (uint32_t value = 1; value < facet->values.used; value++)
        for (uint32_t i = 0; counted[value] > 0 && i < facet->values.entries[value].name_count; i++)
            scratch[facet->values.entries[value].names[i]] += counted[value];
    for (uint32_t number = 1; number < facet->names.used; number++) {
        struct search_count one = {text_of(&facet->names, number), scratch[number]};
        int at = count;

        if (one.documents == 0 || (count == max && !is_before(&one, &ret_top[count - 1])))
            continue;
        if (count < max)
            count++;
        else
            at--;
        for (; at > 0 && is_before(&one, &ret_top[at - 1]); at--)
            ret_top[at] = ret_top[at - 1];
        ret_top[at] = one;
    }
    return count;
}

struct fy_slice search_facet_commonest(const struct search_facet *facet)
{
    uint32_t best = 0;

    for (uint32_t value = 1; value < facet->values.used; value++) {
        if (best == 0 ||
            facet->values.entries[value].references > facet->values.entries[best].references)
            best = value;
    }
    return best > 0 && facet->values.entries[best].references > 0
               ? text_of(&facet->names, facet->values.entries[best].names[0])
               : (struct fy_slice){0};
}
