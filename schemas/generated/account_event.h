/*
 * Made by fy-generate from schemas/account_event.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ACCOUNT_EVENT_H
#define FY_GENERATED_ACCOUNT_EVENT_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/letter_encrypted.h"
#include "schemas/generated/password_encrypted.h"
#include "schemas/generated/profile_encrypted.h"

/* Somebody registered, as a customer. Nobody signs in before the e-mail is verified. */
struct account_created {
    /* How the password is recognised. */
    struct password_encrypted password;
    /* Hash of the token in the letter. */
    struct fy_slice verify_hash;
    /* Until when the token counts, UTC; then the account is removed. */
    int64_t verify_until_ms;
    /* E-mail and token. */
    struct letter_encrypted letter;
};

/*
 * Somebody registered with an e-mail that has an account. They are told what all are told; the
 * owner gets a letter.
 */
struct create_refused {
    /* taken. */
    struct fy_slice reason;
    /* The person who is none; the key has no use. */
    struct fy_slice refused_person;
    /* The owner's e-mail, no token; both null where the account has none. */
    struct letter_encrypted letter;
};

/* Somebody is asked to join, with a role; an earlier invitation counts no more. */
struct member_invited {
    /* Which role they would have. */
    struct fy_slice role;
    /* Whose owner or staff; null for other roles. */
    struct fy_slice supplier;
    /* Hash of the token in the letter. */
    struct fy_slice invite_hash;
    /* Until when the token counts, UTC. */
    int64_t invite_until_ms;
    /* E-mail and token. */
    struct letter_encrypted letter;
};

/* An invitation was not sent. */
struct invite_refused {
    /*
     * has_role: they have another role already; no_role: there is no such role, or its supplier is
     * missing or too much; other_person: the letter is sealed for somebody else, ask again.
     */
    struct fy_slice reason;
    /* The person the edge meant. */
    struct fy_slice refused_person;
};

/* They joined; their e-mail is verified, and what sessions they had are revoked. */
struct invitation_accepted {
    /* Their role from now on. */
    struct fy_slice role;
    /* Whose owner or staff; null for other roles. */
    struct fy_slice supplier;
    /* How the password is recognised. */
    struct password_encrypted password;
};

/* An invitation counts no more, and nobody joined. */
struct invitation_ended {
    /* expired or withdrawn. */
    struct fy_slice reason;
    /* Which role they would have had. */
    struct fy_slice role;
    /* Whose owner or staff. */
    struct fy_slice supplier;
};

/* The e-mail is theirs. */
struct email_verified {
    /* letter. */
    struct fy_slice by;
};

/* The password is forgotten; an earlier token counts no more. */
struct password_reset_asked {
    /* Hash of the token in the letter. */
    struct fy_slice reset_hash;
    /* Until when the token counts, UTC. */
    int64_t reset_until_ms;
    /* E-mail and token. */
    struct letter_encrypted letter;
};

/* A reset's token counts no more, and was not used. */
struct password_reset_ended {
    /* expired. */
    struct fy_slice reason;
};

/* The password is recognised by something else from now on. */
struct password_changed {
    /*
     * changed, reset (the e-mail is verified with it) or rehashed (the same password at other
     * costs).
     */
    struct fy_slice why;
    /* How the password is recognised. */
    struct password_encrypted password;
};

/* They signed in; wrong passwords before are forgotten. */
struct session_opened {
    /* The session. */
    struct fy_slice session;
    /* Hash of its first refresh token. */
    struct fy_slice refresh_hash;
    /* What it is shown as, coarse. */
    struct fy_slice label;
};

/* A wrong password, or no such account. */
struct login_failed {
    /* wrong_password, locked (nothing was looked at) or unknown_account. */
    struct fy_slice reason;
    /* Wrong passwords since the last right one; 0 where there is no account. */
    int32_t failures;
    /* No password is looked at before, UTC; null: the next may come at once. */
    bool has_locked_until_ms;
    int64_t locked_until_ms;
};

/* A session goes on with another refresh token. */
struct session_refreshed {
    /* The session. */
    struct fy_slice session;
    /* Hash of the token that was used. */
    struct fy_slice old_hash;
    /* Hash of the token in force. */
    struct fy_slice new_hash;
};

/* A session ended: no token of it counts. */
struct session_revoked {
    /* The session. */
    struct fy_slice session;
    /* logged_out, revoked, reused, password_changed, role_changed, too_many, idle or forgotten. */
    struct fy_slice why;
};

/* A session that ended leaves the tables: every token of it has expired. */
struct session_removed {
    /* The session. */
    struct fy_slice session;
};

/* They said who they are: all of it. Of a guest the person begins with it. */
struct profile_set {
    /* All of it, with the account's e-mail. */
    struct profile_encrypted profile;
};

/* A visitor is this person. */
struct visitor_linked {
    /* The visitor. */
    struct fy_slice visitor;
};

/* They lost their role and are a customer from now on; their sessions are revoked. */
struct member_removed {
    /* Which role they had. */
    struct fy_slice role;
    /* Whose owner or staff. */
    struct fy_slice supplier;
};

struct person_forgotten_visitors {
    const struct fy_slice *items;
    size_t count;
};

/* A person was forgotten; the key under which all of theirs is sealed has no use. */
struct person_forgotten {
    /* asked. */
    struct fy_slice reason;
    /* Visitors they were, newest last; at most 16. */
    struct person_forgotten_visitors visitors;
};

/* An account is no more: the e-mail is free, and its person's key has no use. */
struct account_removed {
    /* unverified or uninvited: nobody joined; forgotten: the last of it, a day after. */
    struct fy_slice reason;
};

/* A request that has no refusal of its own was refused. */
struct request_refused {
    /* Which, by its name in AccountRequest. */
    struct fy_slice request;
    /*
     * unknown_account, unknown_session, session_ended, session_taken, token_reused, wrong_token
     * (never sent, used, or expired), unverified, locked, password_changed, not_a_member,
     * other_person, other_visitor or already_verified.
     */
    struct fy_slice reason;
    /* Of which session; null: of none. */
    struct fy_slice session;
};

/*
 * What has happened to an account, or to a guest; refusals too, for somebody may have to be told.
 * Exactly one of the nullable records is set.
 */
struct account_event {
    /*
     * Who, when and why; cause_id is the request's event_id, null where time alone was the cause.
     */
    struct envelope envelope;
    /* The account, 64 hex digits, or a guest's person; also the key. */
    struct fy_slice subject;
    /* Whose the account is; null where there is none. */
    struct fy_slice person;
    /* When it was decided, by the broker's clock, UTC. */
    int64_t decided_ms;
    /* Where the request is in account-requests; null where time alone was the cause. */
    bool has_request_partition;
    int32_t request_partition;
    /* Its offset there. Set together with request_partition. */
    bool has_request_offset;
    int64_t request_offset;
    /* Somebody registered. Letter: is it your e-mail? */
    const struct account_created *account_created;
    /* Somebody registered with an e-mail that has an account. Letter to the owner. */
    const struct create_refused *create_refused;
    /* Somebody is asked to join. Letter. */
    const struct member_invited *member_invited;
    /* An invitation was not sent. */
    const struct invite_refused *invite_refused;
    /* They joined. */
    const struct invitation_accepted *invitation_accepted;
    /* An invitation counts no more. */
    const struct invitation_ended *invitation_ended;
    /* The e-mail is theirs. */
    const struct email_verified *email_verified;
    /* The password is forgotten. Letter. */
    const struct password_reset_asked *password_reset_asked;
    /* A reset's token counts no more. */
    const struct password_reset_ended *password_reset_ended;
    /* Another password, or the same at other costs. Letter unless rehashed. */
    const struct password_changed *password_changed;
    /* They signed in. */
    const struct session_opened *session_opened;
    /* A wrong password. */
    const struct login_failed *login_failed;
    /* A session goes on. */
    const struct session_refreshed *session_refreshed;
    /* A session ended. Letter when reused. */
    const struct session_revoked *session_revoked;
    /* A session that ended leaves the tables. */
    const struct session_removed *session_removed;
    /* They said who they are. */
    const struct profile_set *profile_set;
    /* A visitor is this person. */
    const struct visitor_linked *visitor_linked;
    /* They lost their role. Letter. */
    const struct member_removed *member_removed;
    /* A person was forgotten. */
    const struct person_forgotten *person_forgotten;
    /* An account is no more. */
    const struct account_removed *account_removed;
    /* A request of another kind was refused. */
    const struct request_refused *request_refused;
};

extern const struct fy_schema account_event_schema;

enum fy_status account_event_encode(const struct account_event *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status account_event_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct account_event *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
