#include "processors/accounts/accounts.h"

#include "processors/accounts/decide.h"

#include <assert.h>

/* --- States --------------------------------------------------------------------------------- */

enum account_state account_state(const struct account *row)
{
    if (row->has_forgotten_ms)
        return ACCOUNT_FORGOTTEN;
    if (row->person.size == 0)
        return ACCOUNT_NOBODY;
    if (fy_slice_equal(row->role, fy_slice_of("guest")))
        return ACCOUNT_GUEST;
    if (row->role.size == 0)
        return ACCOUNT_INVITED;
    return row->verified ? ACCOUNT_OPEN : ACCOUNT_UNVERIFIED;
}

bool account_exists(const struct account *row)
{
    return account_state(row) != ACCOUNT_NOBODY;
}

bool has_account(const struct account *row)
{
    enum account_state state = account_state(row);

    return state == ACCOUNT_UNVERIFIED || state == ACCOUNT_OPEN;
}

struct fy_slice account_role(const struct account *row)
{
    return row->role.size > 0 ? row->role : fy_slice_of("guest");
}

const struct account_session *account_session_find(
    const struct account *row, struct fy_slice session)
{
    for (size_t i = 0; i < row->sessions.count; i++)
        if (fy_slice_equal(row->sessions.items[i].session, session))
            return &row->sessions.items[i];
    return NULL;
}

bool is_linked(const struct account *row, struct fy_slice visitor)
{
    for (size_t i = 0; i < row->visitors.count; i++)
        if (fy_slice_equal(row->visitors.items[i], visitor))
            return true;
    return false;
}

/* --- Which rule is whose -------------------------------------------------------------------- */

struct rule {
    const char *request;
    bool asked;
    account_rule *decide;
};

/* The one rule of what is asked. The decoder lets nothing through that asks for none, or for two.
 */
static struct rule rule_of(const struct account_request *request)
{
    const struct rule rules[] = {
        {"create_account", request->create_account != NULL, decide_create},
        {"verify_account", request->verify_account != NULL, decide_verify},
        {"invite_member", request->invite_member != NULL, decide_invite},
        {"accept_invitation", request->accept_invitation != NULL, decide_accept},
        {"remove_member", request->remove_member != NULL, decide_remove_member},
        {"ask_password_reset", request->ask_password_reset != NULL, decide_ask_reset},
        {"reset_password", request->reset_password != NULL, decide_reset},
        {"change_password", request->change_password != NULL, decide_change_password},
        {"rehash_password", request->rehash_password != NULL, decide_rehash},
        {"fail_login", request->fail_login != NULL, decide_fail_login},
        {"open_session", request->open_session != NULL, decide_open},
        {"refresh_session", request->refresh_session != NULL, decide_refresh},
        {"revoke_session", request->revoke_session != NULL, decide_revoke},
        {"revoke_sessions", request->revoke_sessions != NULL, decide_revoke_all},
        {"set_profile", request->set_profile != NULL, decide_profile},
        {"set_contact", request->set_contact != NULL, decide_contact},
        {"link_visitor", request->link_visitor != NULL, decide_link},
        {"forget_person", request->forget_person != NULL, decide_forget},
    };
    int last = (int)(sizeof(rules) / sizeof(rules[0])) - 1;
    int at = 0;

    while (at < last && !rules[at].asked)
        at++;
    assert(rules[at].asked);
    return rules[at];
}

static bool is_repeat(const struct account *row, const struct account_request *request)
{
    for (size_t i = 0; i < row->recent_ids.count; i++)
        if (fy_slice_equal(row->recent_ids.items[i], request->envelope.event_id))
            return true;
    return false;
}

void account_decide(const struct account *row,
    const struct account_request *request,
    int64_t now_ms,
    struct account_decisions *ret_decisions)
{
    struct account_case it = {row, request, now_ms, ret_decisions};

    ret_decisions->count = 0;
    if (!is_repeat(row, request))
        rule_of(request).decide(&it);
}

/* --- Events --------------------------------------------------------------------------------- */

static struct account_decision *add(struct account_decisions *out, const char *step)
{
    struct account_decision *decision = &out->items[out->count];

    assert(out->count < ACCOUNT_EVENTS_MAX);
    *decision = (struct account_decision){.step = step};
    out->count++;
    return decision;
}

static struct fy_slice person_of(const struct account *row)
{
    return row->person.size > 0 ? row->person : (struct fy_slice){0};
}

struct account_decision *decision_add(const struct account_case *it, const char *step)
{
    struct account_decision *decision = add(it->out, step);

    decision->event.envelope = it->request->envelope;
    decision->event.envelope.event_id = (struct fy_slice){0};
    decision->event.envelope.cause_id = it->request->envelope.event_id;
    decision->event.envelope.writer = (struct fy_slice){0};
    decision->event.envelope.has_seq = false;
    decision->event.subject = it->request->subject;
    decision->event.person = person_of(it->row);
    decision->event.decided_ms = it->now_ms;
    return decision;
}

struct account_decision *decision_add_due(const struct account *row,
    struct fy_slice subject,
    int64_t due_ms,
    const char *step,
    struct account_decisions *out)
{
    struct account_decision *decision = add(out, step);

    decision->event.envelope = (struct envelope){
        .root = row->root, .actor = fy_slice_of("service:accounts"), .event_ms = due_ms};
    decision->event.subject = subject;
    decision->event.person = person_of(row);
    decision->event.decided_ms = due_ms;
    return decision;
}

void refuse(const struct account_case *it, const char *reason, struct fy_slice session)
{
    struct account_decision *decision = decision_add(it, "accounts.request_refused");

    decision->part.request_refused = (struct request_refused){
        .request = fy_slice_of(rule_of(it->request).request),
        .reason = fy_slice_of(reason),
        .session = session,
    };
    decision->event.request_refused = &decision->part.request_refused;
}
