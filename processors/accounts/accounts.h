/*
 * accounts.h - the rules of accounts: what a request does to one of them, or to a guest.
 *
 * Shape:   decide(row, request, now) -> events      reads, changes nothing; none for a repeat
 *          decide_due(row, now) -> events           what time alone causes, one thing at a time
 *          evolve(row, event) -> row                changes, refuses nothing that was ever written
 *          due_ms(row) -> when decide_due has something to say
 *
 *   state        what it is                           how it ends
 *   NOBODY       no row                               create_account, invite_member; set_contact
 *   GUEST        a person without credentials         forget_person
 *   INVITED      a role waits for its token           accept_invitation; remove_member, 7 days
 *   UNVERIFIED   registered, the letter is out        verify_account, a reset, an invitation; 24 h
 *   OPEN         who has the password signs in        forget_person
 *   FORGOTTEN    what recognises a repeat, no more    24 h; or somebody registers anew
 *
 * Rules:   one account per e-mail: whoever registers second is refused, and the owner gets a
 *          letter. Nobody signs in before the e-mail is shown to be theirs. A token counts once,
 *          for its hour or day. From the 5th wrong password on, each one locks for twice as long,
 *          up to 15 minutes. A refresh token that is not the one in force was used before: its
 *          session ends. Another password or role ends the sessions that were opened before it.
 * Repeats: recognised by event_id, the last 64; a refresh also by its two hashes. A request that
 *          finds no row and makes none leaves nothing behind: it is refused however often it comes.
 * Time:    now_ms is the broker's time of the record. What was due by then is decided first, as
 *          of when it was due: it makes no difference when a timer fired.
 * Errors:  none. A refusal is an event.
 * Memory:  nothing is allocated; strings are borrowed from the request, the row and the event.
 * Threads: pure; any number.
 * Source:  schemas/account_*.avsc; docs/decisions/0027; the decider pattern (Chassaing); OAuth 2.0
 *          Security Best Current Practice (RFC 9700, 4.14) for refresh tokens.
 */
#ifndef ACCOUNTS_H
#define ACCOUNTS_H

#include "schemas/generated/account_event.h"
#include "schemas/generated/account_request.h"
#include "schemas/generated/account_row.h"

enum {
    ACCOUNT_SESSIONS_MAX = 32, /* With those that ended within 16 minutes. */
    ACCOUNT_VISITORS_MAX = 16,
    ACCOUNT_RECENT_IDS_MAX = 64,
    ACCOUNT_EVENTS_MAX = ACCOUNT_SESSIONS_MAX + 4, /* Of one request, which may end them all. */
    ACCOUNT_FREE_FAILURES = 4, /* So many wrong passwords in a row cost nothing. */
};

#define ACCOUNT_VERIFY_MS INT64_C(86400000)    /* 24 h */
#define ACCOUNT_RESET_MS INT64_C(3600000)      /* 1 h */
#define ACCOUNT_INVITE_MS INT64_C(604800000)   /* 7 days */
#define ACCOUNT_IDLE_MS INT64_C(2592000000)    /* 30 days: then a session has ended. */
#define ACCOUNT_REVOKED_MS INT64_C(960000)     /* 16 min: every access token of it has expired. */
#define ACCOUNT_FORGOTTEN_MS INT64_C(86400000) /* 24 h: repeats are recognised until then. */
#define ACCOUNT_LOCK_MS INT64_C(1000)          /* The first lock; doubled by each further one, */
#define ACCOUNT_LOCK_MS_MAX INT64_C(900000)    /* up to 15 min. Never for ever. */

enum account_state {
    ACCOUNT_NOBODY,
    ACCOUNT_GUEST,
    ACCOUNT_INVITED,
    ACCOUNT_UNVERIFIED,
    ACCOUNT_OPEN,
    ACCOUNT_FORGOTTEN,
};

/* An event and the part of it that is set: `event` points into `part`, so neither is copied. */
struct account_decision {
    struct account_event
        event;              /* Without event_id, which is derived from cause, step and detail. */
    const char *step;       /* What was decided: "accounts.account_created". Static storage. */
    struct fy_slice detail; /* Of which session, where a request ends several; else absent. */
    union {
        struct account_created account_created;
        struct create_refused create_refused;
        struct member_invited member_invited;
        struct invite_refused invite_refused;
        struct invitation_accepted invitation_accepted;
        struct invitation_ended invitation_ended;
        struct email_verified email_verified;
        struct password_reset_asked password_reset_asked;
        struct password_reset_ended password_reset_ended;
        struct password_changed password_changed;
        struct session_opened session_opened;
        struct login_failed login_failed;
        struct session_refreshed session_refreshed;
        struct session_revoked session_revoked;
        struct session_removed session_removed;
        struct profile_set profile_set;
        struct visitor_linked visitor_linked;
        struct member_removed member_removed;
        struct person_forgotten person_forgotten;
        struct account_removed account_removed;
        struct request_refused request_refused;
    } part;
};

/* What one request leads to, in order; apply them one after the other. */
struct account_decisions {
    int count;
    struct account_decision items[ACCOUNT_EVENTS_MAX];
};

/* Where evolve writes what a row points to; lives as long as the row. Needs no initial value. */
struct account_room {
    struct position as_of;
    struct password_encrypted password, password_before;
    struct token_waiting verify, reset;
    struct invitation invitation;
    struct account_session sessions[ACCOUNT_SESSIONS_MAX];
    struct fy_slice visitors[ACCOUNT_VISITORS_MAX];
    struct fy_slice recent_ids[ACCOUNT_RECENT_IDS_MAX];
};

/* All zero is NOBODY. */
enum account_state account_state(const struct account *row);

/* There is something to keep: a person, or that one was forgotten. */
bool account_exists(const struct account *row);

/* What others see: the account's role, or "guest". */
struct fy_slice account_role(const struct account *row);

/* NULL: the row has no such session. */
const struct account_session *account_session_find(
    const struct account *row, struct fy_slice session);

/* No event: a repeat, or (revoke_sessions of none) nothing to do. Nothing is due in `row`. */
void account_decide(const struct account *row,
    const struct account_request *request,
    int64_t now_ms,
    struct account_decisions *ret_decisions);

/* When time alone changes `row`, ms UTC; 0: never. */
int64_t account_due_ms(const struct account *row);

/*
 * The next thing that is due by now_ms, decided as of when it was due; no event when nothing is.
 * `subject` is the row's key.
 */
void account_decide_due(const struct account *row,
    struct fy_slice subject,
    int64_t now_ms,
    struct account_decisions *ret_decisions);

/* Apply an event. One that leaves nothing to keep leaves a row of zeros. */
void account_evolve(
    struct account *row, const struct account_event *event, struct account_room *room);

#endif
