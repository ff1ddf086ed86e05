#include "lib/sessions.h"
#include "schemas/generated/session.h"

enum fy_status fy_sessions_apply(const struct fy_record *record,
    uint32_t space,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct session session;
    enum fy_status status;

    if (record->key.data == NULL)
        return fy_fail(err, FY_REJECT, "a session without a key");
    if (record->value.data == NULL) {
        fy_store_batch_delete(rows, space, record->key);
        return FY_OK;
    }
    status = session_decode(record->value, arena, &session, err);
    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(session.session, record->key))
        return fy_fail(err, FY_REJECT, "the value names another session than its record");
    fy_store_batch_put(rows, space, record->key, record->value);
    return FY_OK;
}

enum fy_status fy_session_ended(struct fy_store *store,
    uint32_t space,
    const struct fy_caller *caller,
    int64_t now_ms,
    struct fy_arena *arena,
    bool *ret_ended,
    struct fy_err *err)
{
    struct session session;
    struct fy_slice row;
    enum fy_status status;

    assert(caller->session.size > 0);
    status = fy_store_get(store, space, caller->session, arena, &row, err);
    if (status != FY_OK)
        return status;
    if (row.data == NULL) {
        *ret_ended = now_ms - caller->issued_ms > FY_SESSION_YOUNG_MS;
        return FY_OK;
    }
    if (session_decode(row, arena, &session, err) != FY_OK)
        return FY_FATAL; /* It could be read when it was put: the disk, or our own code. */
    *ret_ended = session.has_revoked_ms;
    return FY_OK;
}
