#include "api/kept_lists.h"

#include "api/views.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_BYTES_MAX = 64 };

struct kept {
    struct kept *next;          /* In its bucket. */
    struct kept *older, *newer; /* By when it was used; every place is in this line. */
    uint8_t name[NAME_BYTES_MAX];
    size_t name_size; /* 0: the place is empty, and in no bucket. */
    uint8_t *bytes;   /* Of the row; its memory is used again. */
    size_t size, capacity;
    bool known;
};

struct kept_lists {
    struct kept kept[KEPT_LISTS];
    struct kept *buckets[KEPT_LISTS];
    struct kept *oldest, *newest;
};

/* --- The line, and the buckets ---------------------------------------------------------------- */

static void line_leave(struct kept_lists *lists, struct kept *kept)
{
    *(kept->older != NULL ? &kept->older->newer : &lists->oldest) = kept->newer;
    *(kept->newer != NULL ? &kept->newer->older : &lists->newest) = kept->older;
}

static void line_join(struct kept_lists *lists, struct kept *kept)
{
    kept->older = lists->newest;
    kept->newer = NULL;
    *(kept->older != NULL ? &kept->older->newer : &lists->oldest) = kept;
    lists->newest = kept;
}

static void use(struct kept_lists *lists, struct kept *kept)
{
    line_leave(lists, kept);
    line_join(lists, kept);
}

/* FNV-1a. Visitors' names are random. */
static struct kept **bucket_of(struct kept_lists *lists, struct fy_slice visitor)
{
    uint32_t hash = 2166136261U;

    for (size_t i = 0; i < visitor.size; i++)
        hash = (hash ^ visitor.data[i]) * 16777619U;
    return &lists->buckets[(hash ^ hash >> 16) % KEPT_LISTS];
}

/* NULL: the store knows. */
static struct kept *find(struct kept_lists *lists, struct fy_slice visitor)
{
    struct kept *kept = *bucket_of(lists, visitor);

    while (kept != NULL && !fy_slice_equal((struct fy_slice){kept->name, kept->name_size}, visitor))
        kept = kept->next;
    return kept;
}

static void name_drop(struct kept_lists *lists, struct kept *kept)
{
    struct kept **at = bucket_of(lists, (struct fy_slice){kept->name, kept->name_size});

    if (kept->name_size == 0)
        return;
    while (*at != kept)
        at = &(*at)->next;
    *at = kept->next;
    kept->name_size = 0;
}

static void name_put(struct kept_lists *lists, struct kept *kept, struct fy_slice visitor)
{
    struct kept **bucket = bucket_of(lists, visitor);

    memcpy(kept->name, visitor.data, visitor.size);
    kept->name_size = visitor.size;
    kept->next = *bucket;
    *bucket = kept;
}

/* --- Rows ------------------------------------------------------------------------------------- */

struct kept_lists *kept_lists_new(void)
{
    struct kept_lists *lists = calloc(1, sizeof(*lists));

    for (int i = 0; lists != NULL && i < KEPT_LISTS; i++)
        line_join(lists, &lists->kept[i]);
    return lists;
}

static void bytes_drop(struct kept *kept)
{
    free(kept->bytes);
    kept->bytes = NULL;
    kept->capacity = 0;
}

void kept_lists_clear(struct kept_lists *lists)
{
    for (int i = 0; i < KEPT_LISTS; i++) {
        name_drop(lists, &lists->kept[i]);
        bytes_drop(&lists->kept[i]);
    }
}

void kept_lists_free(struct kept_lists *lists)
{
    if (lists == NULL)
        return;
    kept_lists_clear(lists);
    free(lists);
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
    struct kept *kept = find(lists, visitor);

    if (kept == NULL)
        kept = lists->oldest;
    name_drop(lists, kept);
    if (value.data == NULL) /* Of who is forgotten nothing stays. */
        bytes_drop(kept);
    if (visitor.size == 0 || visitor.size > NAME_BYTES_MAX || value.size > KEPT_LIST_BYTES_MAX ||
        !has_room(kept, value.size))
        return;
    name_put(lists, kept, visitor);
    use(lists, kept);
    kept->known = value.data != NULL;
    kept->size = value.size;
    if (value.size > 0)
        memcpy(kept->bytes, value.data, value.size);
}

enum fy_status kept_lists_row(struct kept_lists *lists,
    struct fy_store *store,
    struct fy_slice visitor,
    struct fy_arena *arena,
    struct fy_slice *ret_row,
    struct fy_err *err)
{
    struct kept *kept = find(lists, visitor);
    enum fy_status status;

    if (kept == NULL) {
        status = fy_store_get(store, VIEW_RECOMMENDATIONS, visitor, arena, ret_row, err);
        if (status == FY_OK)
            kept_lists_put(lists, visitor, *ret_row);
        return status;
    }
    use(lists, kept);
    *ret_row = (struct fy_slice){0};
    if (!kept->known)
        return FY_OK;
    *ret_row = fy_arena_copy(arena, (struct fy_slice){kept->bytes, kept->size});
    if (ret_row->data == NULL)
        return fy_fail(err, FY_FATAL, "a list of %zu bytes does not fit its arena", kept->size);
    return FY_OK;
}
