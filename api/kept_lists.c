#include "api/kept_lists.h"

#include "api/views.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_BYTES_MAX = 64 };

struct kept {
    uint8_t name[NAME_BYTES_MAX];
    size_t name_size; /* 0: the place is empty. */
    uint8_t *bytes;   /* Of the row; its memory is used again. */
    size_t size, capacity;
    bool known;
};

/* A name has one place: of two that share it the later one is kept. */
struct kept_lists {
    struct kept kept[KEPT_LISTS];
};

struct kept_lists *kept_lists_new(void)
{
    return calloc(1, sizeof(struct kept_lists));
}

void kept_lists_clear(struct kept_lists *lists)
{
    for (int i = 0; i < KEPT_LISTS; i++) {
        free(lists->kept[i].bytes);
        lists->kept[i] = (struct kept){.name_size = 0};
    }
}

void kept_lists_free(struct kept_lists *lists)
{
    if (lists == NULL)
        return;
    kept_lists_clear(lists);
    free(lists);
}

/* FNV-1a. Visitors' names are random. */
static struct kept *place_of(struct kept_lists *lists, struct fy_slice visitor)
{
    uint32_t hash = 2166136261U;

    for (size_t i = 0; i < visitor.size; i++)
        hash = (hash ^ visitor.data[i]) * 16777619U;
    return &lists->kept[(hash ^ hash >> 16) % KEPT_LISTS];
}

static bool has_room(struct kept *kept, size_t size)
{
    uint8_t *bytes;

    if (size <= kept->capacity)
        return true;
    bytes = realloc(kept->bytes, size);
    if (bytes == NULL)
        return false;
    kept->bytes = bytes;
    kept->capacity = size;
    return true;
}

void kept_lists_put(struct kept_lists *lists, struct fy_slice visitor, struct fy_slice value)
{
    struct kept *kept = place_of(lists, visitor);

    kept->name_size = 0;
    if (value.data == NULL) { /* Of who is forgotten nothing stays. */
        free(kept->bytes);
        kept->bytes = NULL;
        kept->capacity = 0;
    }
    if (visitor.size == 0 || visitor.size > NAME_BYTES_MAX || value.size > KEPT_LIST_BYTES_MAX ||
        !has_room(kept, value.size))
        return;
    memcpy(kept->name, visitor.data, visitor.size);
    kept->name_size = visitor.size;
    kept->known = value.data != NULL;
    kept->size = value.size;
    if (value.size > 0)
        memcpy(kept->bytes, value.data, value.size);
}

/* NULL: the store knows. */
static const struct kept *find(struct kept_lists *lists, struct fy_slice visitor)
{
    const struct kept *kept = place_of(lists, visitor);
    bool is_it = kept->name_size > 0 && kept->name_size == visitor.size &&
                 memcmp(kept->name, visitor.data, visitor.size) == 0;

    return is_it ? kept : NULL;
}

enum fy_status kept_lists_row(struct kept_lists *lists,
    struct fy_store *store,
    struct fy_slice visitor,
    struct fy_arena *arena,
    struct fy_slice *ret_row,
    struct fy_err *err)
{
    const struct kept *kept = find(lists, visitor);
    enum fy_status status;

    if (kept == NULL) {
        status = fy_store_get(store, VIEW_RECOMMENDATIONS, visitor, arena, ret_row, err);
        if (status == FY_OK)
            kept_lists_put(lists, visitor, *ret_row);
        return status;
    }
    *ret_row = (struct fy_slice){0};
    if (!kept->known)
        return FY_OK;
    *ret_row = fy_arena_copy(arena, (struct fy_slice){kept->bytes, kept->size});
    if (ret_row->data == NULL)
        return fy_fail(err, FY_FATAL, "a list of %zu bytes does not fit its arena", kept->size);
    return FY_OK;
}
