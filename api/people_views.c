#include "api/people_views.h"

#include <string.h>

/* "first NUL second": neither has a NUL in it. */
static struct fy_slice pair(struct fy_slice first, struct fy_slice second, struct fy_arena *arena)
{
    uint8_t *key = fy_arena_alloc(arena, first.size + 1 + second.size);

    if (key == NULL)
        return (struct fy_slice){0};
    if (first.size > 0)
        memcpy(key, first.data, first.size);
    if (second.size > 0)
        memcpy(key + first.size + 1, second.data, second.size);
    return (struct fy_slice){key, first.size + 1 + second.size};
}

static const struct fy_slice nothing = {(const uint8_t *)"1", 1};

static void put_pair(struct fy_store_batch *rows,
    uint32_t space,
    struct fy_slice first,
    struct fy_slice second,
    bool there,
    struct fy_arena *arena)
{
    struct fy_slice key = first.size > 0 ? pair(first, second, arena) : (struct fy_slice){0};

    if (key.data == NULL)
        return;
    if (there)
        fy_store_batch_put(rows, space, key, nothing);
    else
        fy_store_batch_delete(rows, space, key);
}

/* What a row of `users` is found by: there, or gone. */
static void put_user(
    const struct user *user, bool there, struct fy_store_batch *rows, struct fy_arena *arena)
{
    put_pair(rows, VIEW_MEMBERS, user->supplier, user->person, there, arena);
    put_pair(rows, VIEW_MEMBERS, user->invited_supplier, user->person, there, arena);
    for (size_t i = 0; i < user->visitors.count; i++) {
        struct fy_slice visitor = user->visitors.items[i];

        if (user->account.data != NULL)
            continue;
        if (there)
            fy_store_batch_put(rows, VIEW_GUESTS, visitor, user->person);
        else
            fy_store_batch_delete(rows, VIEW_GUESTS, visitor);
    }
}

/* A row that this slice has changed: the store does not show it before the slice is written. */
struct fresh_row {
    struct fresh_row *next;
    uint32_t space;
    struct fy_slice key, value; /* Of the slice's arena or batch. */
};

void views_settle(struct views *views)
{
    views->fresh = NULL;
}

static enum fy_status fresh_add(struct views *views,
    uint32_t space,
    const struct fy_record *record,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fresh_row *row = fy_arena_alloc(arena, sizeof(*row));

    if (row == NULL)
        return fy_fail(err, FY_REJECT, "a row does not fit the arena of its slice");
    *row = (struct fresh_row){views->fresh, space, record->key, record->value};
    views->fresh = row;
    return FY_OK;
}

/* The row before this record; absent: there was none. */
static enum fy_status row_before(struct views *views,
    uint32_t space,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_row,
    struct fy_err *err)
{
    for (const struct fresh_row *row = views->fresh; row != NULL; row = row->next) {
        if (row->space == space && fy_slice_equal(row->key, key)) {
            *ret_row = row->value;
            return FY_OK;
        }
    }
    return fy_store_get(views->store, space, key, arena, ret_row, err);
}

enum fy_status views_person_changes(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct user before, now;
    struct fy_slice row;
    enum fy_status status = row_before(views, VIEW_USERS, record->key, arena, &row, err);

    if (status == FY_OK && row.data != NULL)
        status = user_decode(row, arena, &before, err);
    if (status == FY_OK && record->value.data != NULL)
        status = user_decode(record->value, arena, &now, err);
    if (status == FY_OK)
        status = fresh_add(views, VIEW_USERS, record, arena, err);
    if (status != FY_OK)
        return status;
    if (row.data != NULL)
        put_user(&before, false, rows, arena);
    if (record->value.data != NULL)
        put_user(&now, true, rows, arena);
    return FY_OK;
}

enum fy_status views_session_changes(struct views *views,
    uint32_t space,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fy_slice row = record->value;
    struct session session;
    enum fy_status status = FY_OK;

    if (row.data == NULL)
        status = row_before(views, space, record->key, arena, &row, err);
    if (status == FY_OK)
        status = fresh_add(views, space, record, arena, err);
    if (status != FY_OK || row.data == NULL)
        return status;
    status = session_decode(row, arena, &session, err);
    if (status == FY_OK)
        put_pair(
            rows, VIEW_OF_PERSON, session.person, record->key, record->value.data != NULL, arena);
    return status;
}

struct seconds {
    struct fy_slice prefix;
    struct fy_arena *arena;
    struct fy_slice *items;
    int count, count_max;
};

static bool visit_second(struct fy_slice key, struct fy_slice value, void *context)
{
    struct seconds *seconds = context;
    size_t size = seconds->prefix.size;

    (void)value;
    if (seconds->count == seconds->count_max || key.size <= size ||
        memcmp(key.data, seconds->prefix.data, size) != 0)
        return false;
    seconds->items[seconds->count] =
        fy_arena_copy(seconds->arena, (struct fy_slice){key.data + size, key.size - size});
    if (seconds->items[seconds->count].data != NULL)
        seconds->count++;
    return true;
}

enum fy_status views_seconds(struct views *views,
    enum api_view view,
    struct fy_slice first,
    int count_max,
    struct fy_arena *arena,
    struct fy_slice *ret_seconds,
    int *ret_count,
    struct fy_err *err)
{
    struct seconds seconds = {.prefix = pair(first, (struct fy_slice){0}, arena),
        .arena = arena,
        .items = ret_seconds,
        .count_max = count_max};
    enum fy_status status;

    if (seconds.prefix.data == NULL)
        return fy_fail(err, FY_FATAL, "a key does not fit the arena");
    status = fy_store_scan(views->store, view, seconds.prefix, visit_second, &seconds, err);
    *ret_count = seconds.count;
    return status;
}
