/*
 * decide.h - what the files of the rules share; nobody else includes it.
 *
 *   accounts.c       states, which rule is whose, refusals
 *   registration.c   create, verify, invite, accept, leave
 *   passwords.c      reset, change, rehash, wrong ones
 *   sessions.c       open, refresh, revoke
 *   people.c         profile, contact, visitors, forgetting
 *   due.c            what time alone causes
 *   evolve.c         what each event makes of the row
 */
#ifndef ACCOUNTS_DECIDE_H
#define ACCOUNTS_DECIDE_H

#include "processors/accounts/accounts.h"

/* One request to one row, and where its events go. */
struct account_case {
    const struct account *row;
    const struct account_request *request;
    int64_t now_ms;
    struct account_decisions *out;
};

typedef void account_rule(const struct account_case *it);

account_rule decide_create, decide_verify, decide_invite, decide_accept, decide_remove_member;
account_rule decide_ask_reset, decide_reset, decide_change_password, decide_rehash;
account_rule decide_fail_login, decide_open, decide_refresh, decide_revoke, decide_revoke_all;
account_rule decide_profile, decide_contact, decide_link, decide_forget;

/* A further event of the case, its head filled in; the caller sets the part. */
struct account_decision *decision_add(const struct account_case *it, const char *step);

/* The same of what time alone causes. */
struct account_decision *decision_add_due(const struct account *row,
    struct fy_slice subject,
    int64_t due_ms,
    const char *step,
    struct account_decisions *out);

/* request_refused; `session` is absent where it is about none. */
void refuse(const struct account_case *it, const char *reason, struct fy_slice session);

/* Every session in force but `keep` ends; the number of them. */
int revoke_sessions(const struct account_case *it, const char *why, struct fy_slice keep);
void session_revoke(struct account_decision *decision, struct fy_slice session, const char *why);
void session_remove(struct account_decision *decision, struct fy_slice session);

void visitor_link(const struct account_case *it, struct fy_slice visitor);
void account_remove(struct account_decision *decision, const char *reason);
void invitation_end(
    struct account_decision *decision, const struct invitation *invitation, const char *reason);

/* It is the row's password, or the same at the costs before. */
bool is_password(const struct account *row, const struct password_encrypted *password);
bool is_locked(const struct account *row, int64_t now_ms);
bool is_linked(const struct account *row, struct fy_slice visitor);

/* Registered: UNVERIFIED or OPEN. */
bool has_account(const struct account *row);

#endif
