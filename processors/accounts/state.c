#include "processors/accounts/state.h"

#include "schemas/generated/credential.h"
#include "schemas/generated/session.h"
#include "schemas/generated/user.h"

/* A guest's subject is the person, of 32 digits; an account's has 64. */
static bool is_account(const struct account *row)
{
    enum account_state state = account_state(row);

    return state == ACCOUNT_INVITED || state == ACCOUNT_UNVERIFIED || state == ACCOUNT_OPEN;
}

static enum fy_status credential_emit(struct fy_task *task,
    struct fy_slice subject,
    const struct account *row,
    const struct position *as_of,
    struct fy_err *err)
{
    struct credential credential = {
        .account = subject,
        .as_of = {.items = as_of, .count = as_of != NULL},
        .updated_ms = row->updated_ms,
        .person = row->person,
        .role = account_role(row),
        .supplier = row->supplier,
        .password = row->password,
        .verified = row->verified,
        .failures = row->failures,
        .has_locked_until_ms = row->has_locked_until_ms,
        .locked_until_ms = row->locked_until_ms,
    };

    return fy_task_emit(task, FY_TOPIC_CREDENTIALS, subject, &credential, err);
}

static enum fy_status user_emit(struct fy_task *task,
    struct fy_slice subject,
    const struct account *row,
    const struct position *as_of,
    struct fy_err *err)
{
    struct user user = {
        .person = row->person,
        .as_of = {.items = as_of, .count = as_of != NULL},
        .updated_ms = row->updated_ms,
        .created_ms = row->created_ms,
        .account = is_account(row) ? subject : (struct fy_slice){0},
        .role = account_role(row),
        .supplier = row->supplier,
        .verified = row->verified,
        .profile = row->profile,
        .visitors = {.items = row->visitors.items, .count = row->visitors.count},
    };

    if (row->invitation != NULL) {
        user.invited_role = row->invitation->role;
        user.invited_supplier = row->invitation->supplier;
    }
    return fy_task_emit(task, FY_TOPIC_USERS, row->person, &user, err);
}

enum fy_status state_emit(struct fy_task *task,
    struct fy_slice subject,
    const struct account *row,
    const struct position *as_of,
    bool with_user,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (row->person.size == 0)
        return FY_OK;
    if (is_account(row))
        status = credential_emit(task, subject, row, as_of, err);
    if (status == FY_OK && with_user)
        status = user_emit(task, subject, row, as_of, err);
    return status;
}

enum fy_status state_session_emit(struct fy_task *task,
    struct fy_slice subject,
    const struct account *row,
    struct fy_slice session,
    const struct position *as_of,
    struct fy_err *err)
{
    const struct account_session *found = account_session_find(row, session);
    struct session state;

    if (found == NULL)
        return FY_OK;
    state = (struct session){
        .session = session,
        .as_of = {.items = as_of, .count = as_of != NULL},
        .account = subject,
        .person = row->person,
        .role = account_role(row),
        .supplier = row->supplier,
        .created_ms = found->created_ms,
        .refreshed_ms = found->refreshed_ms,
        .refresh_hash = found->refresh_hash,
        .label = found->label,
        .has_revoked_ms = found->has_revoked_ms,
        .revoked_ms = found->revoked_ms,
        .revoked_why = found->revoked_why,
    };
    return fy_task_emit(task, FY_TOPIC_SESSIONS, session, &state, err);
}

enum fy_status state_end(
    struct fy_task *task, const struct account_event *event, struct fy_err *err)
{
    bool ended = event->person_forgotten != NULL || event->account_removed != NULL;
    enum fy_status status = FY_OK;

    if (event->session_removed != NULL)
        return fy_task_emit(task, FY_TOPIC_SESSIONS, event->session_removed->session, NULL, err);
    /* The last of a forgotten person's account has no person any more: it was told long ago. */
    if (!ended || event->person.size == 0)
        return FY_OK;
    if (!fy_slice_equal(event->subject, event->person))
        status = fy_task_emit(task, FY_TOPIC_CREDENTIALS, event->subject, NULL, err);
    if (status == FY_OK)
        status = fy_task_emit(task, FY_TOPIC_USERS, event->person, NULL, err);
    return status;
}

bool state_is_user(const struct account_event *event)
{
    return event->session_opened == NULL && event->session_refreshed == NULL &&
           event->session_revoked == NULL && event->session_removed == NULL &&
           event->login_failed == NULL;
}

struct fy_slice state_session_of(const struct account_event *event)
{
    if (event->session_opened != NULL)
        return event->session_opened->session;
    if (event->session_refreshed != NULL)
        return event->session_refreshed->session;
    if (event->session_revoked != NULL)
        return event->session_revoked->session;
    return (struct fy_slice){0};
}
