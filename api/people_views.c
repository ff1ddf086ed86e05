#include "api/people_views.h"
#include "api/fresh.h"
#include "api/keys.h"

#include <string.h>

static const struct fy_slice nothing = {(const uint8_t *)"1", 1};

static void put_pair(struct fy_store_batch *rows,
    uint32_t space,
    struct fy_slice first,
    struct fy_slice second,
    bool there,
    struct fy_arena *arena)
{
    struct fy_slice key = first.size > 0 ? views_pair(first, second, arena) : (struct fy_slice){0};

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

enum fy_status views_person_changes(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct user before, now;
    struct fy_slice row;
    enum fy_status status = views_row_before(views, VIEW_USERS, record->key, arena, &row, err);

    if (status == FY_OK && row.data != NULL)
        status = user_decode(row, arena, &before, err);
    if (status == FY_OK && record->value.data != NULL)
        status = user_decode(record->value, arena, &now, err);
    if (status == FY_OK)
        status = views_fresh_put(views, VIEW_USERS, record->key, record->value, arena, err);
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
        status = views_row_before(views, space, record->key, arena, &row, err);
    if (status == FY_OK)
        status = views_fresh_put(views, space, record->key, record->value, arena, err);
    if (status != FY_OK || row.data == NULL)
        return status;
    status = session_decode(row, arena, &session, err);
    if (status == FY_OK)
        put_pair(
            rows, VIEW_OF_PERSON, session.person, record->key, record->value.data != NULL, arena);
    return status;
}
