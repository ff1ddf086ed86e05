/* What time alone causes: a token that was not used, a session that nobody went on with. */
#include "processors/accounts/decide.h"

/* What is due, and when. */
enum due_kind {
    DUE_NOTHING,
    DUE_IDLE,      /* A session ends. */
    DUE_ENDED,     /* A session that has ended leaves the tables. */
    DUE_VERIFY,    /* Nobody verified the e-mail. */
    DUE_RESET,     /* Nobody used the token. */
    DUE_INVITE,    /* Nobody joined. */
    DUE_FORGOTTEN, /* The last of a person's account. */
};

struct due {
    enum due_kind kind;
    int64_t ms;
    size_t session; /* Which of the row's. */
};

static void keep_first(struct due *first, enum due_kind kind, int64_t ms, size_t session)
{
    if (first->kind == DUE_NOTHING || ms < first->ms)
        *first = (struct due){kind, ms, session};
}

/* The first of them; of two at one time, the one that stands first here. */
static struct due first_due(const struct account *row)
{
    struct due first = {DUE_NOTHING, 0, 0};

    for (size_t i = 0; i < row->sessions.count; i++) {
        const struct account_session *session = &row->sessions.items[i];

        if (session->has_revoked_ms)
            keep_first(&first, DUE_ENDED, session->revoked_ms + ACCOUNT_REVOKED_MS, i);
        else
            keep_first(&first, DUE_IDLE, session->refreshed_ms + ACCOUNT_IDLE_MS, i);
    }
    if (row->reset != NULL)
        keep_first(&first, DUE_RESET, row->reset->until_ms, 0);
    if (row->invitation != NULL)
        keep_first(&first, DUE_INVITE, row->invitation->until_ms, 0);
    if (row->verify != NULL)
        keep_first(&first, DUE_VERIFY, row->verify->until_ms, 0);
    if (row->has_forgotten_ms)
        keep_first(&first, DUE_FORGOTTEN, row->forgotten_ms + ACCOUNT_FORGOTTEN_MS, 0);
    return first;
}

int64_t account_due_ms(const struct account *row)
{
    return first_due(row).ms;
}

/* The row, when it was due, and where events go. */
struct due_case {
    const struct account *row;
    struct fy_slice subject;
    int64_t due_ms;
    struct account_decisions *out;
};

static struct account_decision *add(const struct due_case *it, const char *step)
{
    return decision_add_due(it->row, it->subject, it->due_ms, step, it->out);
}

/* The e-mail is free again, and no session of the account stands in any table. */
static void remove_all(const struct due_case *it, const char *reason)
{
    for (size_t i = 0; i < it->row->sessions.count; i++)
        session_remove(add(it, "accounts.session_removed"), it->row->sessions.items[i].session);
    account_remove(add(it, "accounts.account_removed"), reason);
}

static void end_reset(const struct due_case *it)
{
    struct account_decision *decision = add(it, "accounts.password_reset_ended");

    decision->part.password_reset_ended =
        (struct password_reset_ended){.reason = fy_slice_of("expired")};
    decision->event.password_reset_ended = &decision->part.password_reset_ended;
}

static void end_invitation(const struct due_case *it)
{
    invitation_end(add(it, "accounts.invitation_ended"), it->row->invitation, "expired");
    if (account_state(it->row) == ACCOUNT_INVITED)
        remove_all(it, "uninvited");
}

/* An invitation to the same e-mail goes with it: its letter was sealed for the same person. */
static void end_unverified(const struct due_case *it)
{
    if (it->row->invitation != NULL)
        invitation_end(add(it, "accounts.invitation_ended"), it->row->invitation, "expired");
    remove_all(it, "unverified");
}

void account_decide_due(const struct account *row,
    struct fy_slice subject,
    int64_t now_ms,
    struct account_decisions *ret_decisions)
{
    struct due first = first_due(row);
    struct due_case it = {row, subject, first.ms, ret_decisions};

    ret_decisions->count = 0;
    if (first.kind == DUE_NOTHING || first.ms > now_ms)
        return;
    if (first.kind == DUE_IDLE)
        session_revoke(add(&it, "accounts.session_revoked"),
            row->sessions.items[first.session].session, "idle");
    if (first.kind == DUE_ENDED)
        session_remove(
            add(&it, "accounts.session_removed"), row->sessions.items[first.session].session);
    if (first.kind == DUE_RESET)
        end_reset(&it);
    if (first.kind == DUE_INVITE)
        end_invitation(&it);
    if (first.kind == DUE_VERIFY)
        end_unverified(&it);
    if (first.kind == DUE_FORGOTTEN)
        remove_all(&it, "forgotten");
}
