/* Who has an account, and with which role. */
#include "processors/accounts/decide.h"

#define NONE ((struct fy_slice){0})

/* The second to register with an e-mail is told what the first was told; the owner gets a letter.
 */
static void refuse_create(const struct account_case *it)
{
    struct account_decision *decision = decision_add(it, "accounts.create_refused");

    decision->part.create_refused = (struct create_refused){
        .reason = fy_slice_of("taken"),
        .refused_person = it->request->create_account->person,
        .letter = {.email = it->row->profile.email},
    };
    decision->event.create_refused = &decision->part.create_refused;
}

void decide_create(const struct account_case *it)
{
    const struct create_account *create = it->request->create_account;
    enum account_state state = account_state(it->row);
    struct account_decision *decision;

    if (state != ACCOUNT_NOBODY && state != ACCOUNT_FORGOTTEN) {
        refuse_create(it);
        return;
    }
    decision = decision_add(it, "accounts.account_created");
    decision->event.person = create->person;
    decision->part.account_created = (struct account_created){
        .password = create->password,
        .verify_hash = create->verify_hash,
        .verify_until_ms = it->now_ms + ACCOUNT_VERIFY_MS,
        .letter = create->letter,
    };
    decision->event.account_created = &decision->part.account_created;
    if (create->visitor.size > 0) {
        visitor_link(it, create->visitor);
        it->out->items[it->out->count - 1].event.person = create->person;
    }
}

void decide_verify(const struct account_case *it)
{
    struct account_decision *decision;

    if (!has_account(it->row)) {
        refuse(it, "unknown_account", NONE);
    } else if (it->row->verified) {
        refuse(it, "already_verified", NONE);
    } else if (it->row->verify == NULL ||
               !fy_slice_equal(it->row->verify->hash, it->request->verify_account->verify_hash)) {
        refuse(it, "wrong_token", NONE);
    } else {
        decision = decision_add(it, "accounts.email_verified");
        decision->part.email_verified = (struct email_verified){.by = fy_slice_of("letter")};
        decision->event.email_verified = &decision->part.email_verified;
    }
}

/* --- Invitations ---------------------------------------------------------------------------- */

static bool is_role(const struct invite_member *invite)
{
    static const char *const suppliers[] = {"supplier_owner", "supplier_staff"};
    static const char *const others[] = {"operator", "data", "service"};
    bool scoped = invite->supplier.size > 0;

    for (int i = 0; i < 2; i++)
        if (fy_slice_equal(invite->role, fy_slice_of(suppliers[i])))
            return scoped;
    for (int i = 0; i < 3; i++)
        if (fy_slice_equal(invite->role, fy_slice_of(others[i])))
            return !scoped;
    return false;
}

/* The letter is sealed for one person: nobody else's account may get it. */
static const char *invite_refusal(const struct account_case *it)
{
    const struct invite_member *invite = it->request->invite_member;
    enum account_state state = account_state(it->row);

    if (!is_role(invite))
        return "no_role";
    if (state == ACCOUNT_NOBODY || state == ACCOUNT_FORGOTTEN)
        return NULL;
    if (has_account(it->row) && !fy_slice_equal(it->row->role, fy_slice_of("customer")))
        return "has_role";
    if (state == ACCOUNT_GUEST || !fy_slice_equal(it->row->person, invite->person))
        return "other_person";
    return NULL;
}

void decide_invite(const struct account_case *it)
{
    const struct invite_member *invite = it->request->invite_member;
    const char *reason = invite_refusal(it);
    struct account_decision *decision;

    if (reason != NULL) {
        decision = decision_add(it, "accounts.invite_refused");
        decision->part.invite_refused = (struct invite_refused){
            .reason = fy_slice_of(reason), .refused_person = invite->person};
        decision->event.invite_refused = &decision->part.invite_refused;
        return;
    }
    decision = decision_add(it, "accounts.member_invited");
    decision->event.person = invite->person;
    decision->part.member_invited = (struct member_invited){
        .role = invite->role,
        .supplier = invite->supplier,
        .invite_hash = invite->invite_hash,
        .invite_until_ms = it->now_ms + ACCOUNT_INVITE_MS,
        .letter = invite->letter,
    };
    decision->event.member_invited = &decision->part.member_invited;
}

/* The token came by e-mail, so the e-mail is theirs, and the password theirs to choose. */
void decide_accept(const struct account_case *it)
{
    const struct accept_invitation *accept = it->request->accept_invitation;
    const struct invitation *invitation = it->row->invitation;
    struct account_decision *decision;

    if (!has_account(it->row) && account_state(it->row) != ACCOUNT_INVITED) {
        refuse(it, "unknown_account", NONE);
    } else if (invitation == NULL || !fy_slice_equal(invitation->hash, accept->invite_hash)) {
        refuse(it, "wrong_token", NONE);
    } else {
        (void)revoke_sessions(it, "role_changed", NONE);
        decision = decision_add(it, "accounts.invitation_accepted");
        decision->part.invitation_accepted = (struct invitation_accepted){
            .role = invitation->role,
            .supplier = invitation->supplier,
            .password = accept->password,
        };
        decision->event.invitation_accepted = &decision->part.invitation_accepted;
    }
}

void invitation_end(
    struct account_decision *decision, const struct invitation *invitation, const char *reason)
{
    decision->part.invitation_ended = (struct invitation_ended){
        .reason = fy_slice_of(reason),
        .role = invitation->role,
        .supplier = invitation->supplier,
    };
    decision->event.invitation_ended = &decision->part.invitation_ended;
}

void account_remove(struct account_decision *decision, const char *reason)
{
    decision->part.account_removed = (struct account_removed){.reason = fy_slice_of(reason)};
    decision->event.account_removed = &decision->part.account_removed;
}

static bool is_same(struct fy_slice a, struct fy_slice b)
{
    return a.size == b.size && (a.size == 0 || fy_slice_equal(a, b));
}

static void take_role(const struct account_case *it)
{
    struct account_decision *decision;

    (void)revoke_sessions(it, "role_changed", NONE);
    decision = decision_add(it, "accounts.member_removed");
    decision->part.member_removed =
        (struct member_removed){.role = it->row->role, .supplier = it->row->supplier};
    decision->event.member_removed = &decision->part.member_removed;
}

/* Whoever was only invited is forgotten. */
static void withdraw(const struct account_case *it)
{
    invitation_end(decision_add(it, "accounts.invitation_ended"), it->row->invitation, "withdrawn");
    if (account_state(it->row) != ACCOUNT_INVITED)
        return;
    for (size_t i = 0; i < it->row->sessions.count; i++)
        session_remove(
            decision_add(it, "accounts.session_removed"), it->row->sessions.items[i].session);
    account_remove(decision_add(it, "accounts.account_removed"), "uninvited");
}

void decide_remove_member(const struct account_case *it)
{
    struct fy_slice supplier = it->request->remove_member->supplier;
    const struct account *row = it->row;

    if (!has_account(row) && account_state(row) != ACCOUNT_INVITED)
        refuse(it, "unknown_account", NONE);
    else if (row->invitation != NULL && is_same(row->invitation->supplier, supplier))
        withdraw(it);
    else if (has_account(row) && is_same(row->supplier, supplier) &&
             !fy_slice_equal(row->role, fy_slice_of("customer")))
        take_role(it);
    else
        refuse(it, "not_a_member", NONE);
}
