/* Sessions: who is signed in. */
#include "processors/accounts/decide.h"

#include <assert.h>

#define NONE ((struct fy_slice){0})

void session_revoke(struct account_decision *decision, struct fy_slice session, const char *why)
{
    decision->detail = session;
    decision->part.session_revoked =
        (struct session_revoked){.session = session, .why = fy_slice_of(why)};
    decision->event.session_revoked = &decision->part.session_revoked;
}

void session_remove(struct account_decision *decision, struct fy_slice session)
{
    decision->detail = session;
    decision->part.session_removed = (struct session_removed){.session = session};
    decision->event.session_removed = &decision->part.session_removed;
}

int revoke_sessions(const struct account_case *it, const char *why, struct fy_slice keep)
{
    const struct account_session *sessions = it->row->sessions.items;
    int revoked = 0;

    for (size_t i = 0; i < it->row->sessions.count; i++) {
        if (sessions[i].has_revoked_ms || fy_slice_equal(sessions[i].session, keep))
            continue;
        session_revoke(decision_add(it, "accounts.session_revoked"), sessions[i].session, why);
        revoked++;
    }
    return revoked;
}

/*
 * There is room for so many. One that has ended goes first; of those in force, the oldest. A token
 * of a session that is not in the tables is refused, so nothing is lost by an early removal.
 */
static void make_room(const struct account_case *it)
{
    const struct account_session *sessions = it->row->sessions.items;
    size_t at = 0;

    if (it->row->sessions.count < ACCOUNT_SESSIONS_MAX)
        return;
    while (at < it->row->sessions.count && !sessions[at].has_revoked_ms)
        at++;
    if (at == it->row->sessions.count) {
        at = 0;
        session_revoke(
            decision_add(it, "accounts.session_revoked"), sessions[at].session, "too_many");
    }
    session_remove(decision_add(it, "accounts.session_removed"), sessions[at].session);
}

static const char *open_refusal(const struct account_case *it)
{
    const struct open_session *open = it->request->open_session;

    if (!has_account(it->row))
        return "unknown_account";
    if (is_locked(it->row, it->now_ms))
        return "locked";
    if (!is_password(it->row, &open->replaces))
        return "password_changed";
    if (!it->row->verified)
        return "unverified";
    return account_session_find(it->row, open->session) != NULL ? "session_taken" : NULL;
}

void decide_open(const struct account_case *it)
{
    const struct open_session *open = it->request->open_session;
    const char *reason = open_refusal(it);
    struct account_decision *decision;

    if (reason != NULL) {
        refuse(it, reason, open->session);
        return;
    }
    make_room(it);
    decision = decision_add(it, "accounts.session_opened");
    decision->part.session_opened = (struct session_opened){
        .session = open->session, .refresh_hash = open->refresh_hash, .label = open->label};
    decision->event.session_opened = &decision->part.session_opened;
    if (open->visitor.size > 0 && !is_linked(it->row, open->visitor))
        visitor_link(it, open->visitor);
}

static void go_on(const struct account_case *it)
{
    const struct refresh_session *refresh = it->request->refresh_session;
    struct account_decision *decision = decision_add(it, "accounts.session_refreshed");

    decision->part.session_refreshed = (struct session_refreshed){
        .session = refresh->session,
        .old_hash = refresh->old_hash,
        .new_hash = refresh->new_hash,
    };
    decision->event.session_refreshed = &decision->part.session_refreshed;
}

/*
 * Each token counts once. One that is not in force was, for edges let no forged ones through: two
 * have it, and one of them stole it. Who it is nobody can tell, so the session ends for both. Only
 * the very same exchange once more is a repeat: its answer may have been lost.
 */
void decide_refresh(const struct account_case *it)
{
    const struct refresh_session *refresh = it->request->refresh_session;
    const struct account_session *session = account_session_find(it->row, refresh->session);

    if (!has_account(it->row)) {
        refuse(it, "unknown_account", refresh->session);
    } else if (session == NULL) {
        refuse(it, "unknown_session", refresh->session);
    } else if (session->has_revoked_ms) {
        refuse(it, "session_ended", refresh->session);
    } else if (fy_slice_equal(session->refresh_hash, refresh->old_hash)) {
        go_on(it);
    } else if (!fy_slice_equal(session->refresh_hash, refresh->new_hash) ||
               !fy_slice_equal(session->old_hash, refresh->old_hash)) {
        refuse(it, "token_reused", refresh->session);
        session_revoke(decision_add(it, "accounts.session_revoked"), refresh->session, "reused");
    }
}

void decide_revoke(const struct account_case *it)
{
    const struct revoke_session *revoke = it->request->revoke_session;
    const struct account_session *session = account_session_find(it->row, revoke->session);

    if (!has_account(it->row))
        refuse(it, "unknown_account", revoke->session);
    else if (session == NULL)
        refuse(it, "unknown_session", revoke->session);
    else if (session->has_revoked_ms)
        refuse(it, "session_ended", revoke->session);
    else
        session_revoke(decision_add(it, "accounts.session_revoked"), revoke->session,
            revoke->logged_out ? "logged_out" : "revoked");
}

void decide_revoke_all(const struct account_case *it)
{
    if (!has_account(it->row))
        refuse(it, "unknown_account", NONE);
    else if (revoke_sessions(it, "revoked", it->request->revoke_sessions->keep_session) == 0)
        refuse(it, "unknown_session", NONE);
}
