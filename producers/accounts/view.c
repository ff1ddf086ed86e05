#include "producers/accounts/view.h"

/* Whose guest rows go with the person: those that the row before had. */
static enum fy_status drop_guest(struct fy_store *store,
    struct fy_slice person,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct user user;
    bool known;
    enum fy_status status = view_user(store, person, arena, &known, &user, err);

    for (size_t i = 0; status == FY_OK && known && i < user.visitors.count; i++)
        fy_store_batch_delete(rows, VIEW_GUESTS, user.visitors.items[i]);
    return status;
}

static enum fy_status apply_user(struct fy_store *store,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct user user;
    enum fy_status status;

    if (record->value.data == NULL) {
        fy_store_batch_delete(rows, VIEW_USERS, record->key);
        return drop_guest(store, record->key, rows, arena, err);
    }
    status = user_decode(record->value, arena, &user, err);
    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(user.person, record->key))
        return fy_fail(err, FY_REJECT, "the value names another person than its record");
    fy_store_batch_put(rows, VIEW_USERS, record->key, record->value);
    for (size_t i = 0; user.account.data == NULL && i < user.visitors.count; i++)
        fy_store_batch_put(rows, VIEW_GUESTS, user.visitors.items[i], record->key);
    return FY_OK;
}

static enum fy_status apply_credential(const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct credential credential;
    enum fy_status status;

    if (record->value.data == NULL) {
        fy_store_batch_delete(rows, VIEW_CREDENTIALS, record->key);
        return FY_OK;
    }
    status = credential_decode(record->value, arena, &credential, err);
    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(credential.account, record->key))
        return fy_fail(err, FY_REJECT, "the value names another account than its record");
    fy_store_batch_put(rows, VIEW_CREDENTIALS, record->key, record->value);
    return FY_OK;
}

enum fy_status view_apply(struct fy_store *store,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    if (record->key.data == NULL || record->key.size == 0)
        return fy_fail(err, FY_REJECT, "a record without a key");
    switch (record->topic) {
    case FY_TOPIC_CREDENTIALS:
        return apply_credential(record, rows, arena, err);
    case FY_TOPIC_USERS:
        return apply_user(store, record, rows, arena, err);
    default:
        return fy_fail(err, FY_REJECT, "no view of accounts is made of topic %d", record->topic);
    }
}

/* What could be read when it was put can be read now: else it is the disk, or our own code. */
static enum fy_status as_fatal(enum fy_status status, struct fy_err *err)
{
    if (status == FY_OK)
        return FY_OK;
    err->status = FY_FATAL;
    return FY_FATAL;
}

enum fy_status view_credential(struct fy_store *store,
    struct fy_slice account,
    struct fy_arena *arena,
    bool *ret_known,
    struct credential *ret_credential,
    struct fy_err *err)
{
    struct fy_slice row;
    enum fy_status status = fy_store_get(store, VIEW_CREDENTIALS, account, arena, &row, err);

    *ret_known = status == FY_OK && row.data != NULL;
    return *ret_known ? as_fatal(credential_decode(row, arena, ret_credential, err), err) : status;
}

enum fy_status view_user(struct fy_store *store,
    struct fy_slice person,
    struct fy_arena *arena,
    bool *ret_known,
    struct user *ret_user,
    struct fy_err *err)
{
    struct fy_slice row;
    enum fy_status status = fy_store_get(store, VIEW_USERS, person, arena, &row, err);

    *ret_known = status == FY_OK && row.data != NULL;
    return *ret_known ? as_fatal(user_decode(row, arena, ret_user, err), err) : status;
}

enum fy_status view_session(struct fy_store *store,
    struct fy_slice session,
    struct fy_arena *arena,
    bool *ret_known,
    struct session *ret_session,
    struct fy_err *err)
{
    struct fy_slice row;
    enum fy_status status = fy_store_get(store, VIEW_SESSIONS, session, arena, &row, err);

    *ret_known = status == FY_OK && row.data != NULL;
    return *ret_known ? as_fatal(session_decode(row, arena, ret_session, err), err) : status;
}

enum fy_status view_guest(struct fy_store *store,
    struct fy_slice visitor,
    struct fy_arena *arena,
    struct fy_slice *ret_person,
    struct fy_err *err)
{
    struct user user;
    bool known = false;
    enum fy_status status = fy_store_get(store, VIEW_GUESTS, visitor, arena, ret_person, err);

    if (status == FY_OK && ret_person->data != NULL)
        status = view_user(store, *ret_person, arena, &known, &user, err);
    if (!known)
        *ret_person = (struct fy_slice){0}; /* Forgotten, or of another visitor. */
    return status;
}
