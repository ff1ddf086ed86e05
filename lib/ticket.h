/*
 * ticket.h - what only one client holds: refresh tokens, and the single-use words in letters.
 *
 * Shape:   new(kind, account, session) -> text for the client, and the hash that we keep; read is
 *          its inverse. The text names the account (and session) that it is for, so that whoever
 *          gets it back knows whom to ask; what makes it a secret are 256 random bits. The hash is
 *          over all of it: a ticket of one kind or account is none of another.
 * Limits:  text is 87 (no session) or 108 characters of base64url.
 * Threads: any, after fy_ids_init.
 * Source:  BLAKE2b-256 and base64url (RFC 4648) by libsodium.
 */
#ifndef FY_TICKET_H
#define FY_TICKET_H

#include "lib/ids.h"
#include "lib/seal.h"

enum fy_ticket_kind {
    FY_TICKET_REFRESH = 1, /* Has a session. */
    FY_TICKET_VERIFY = 2,
    FY_TICKET_RESET = 3,
    FY_TICKET_INVITATION = 4,
};

enum { FY_TICKET_TEXT_MAX = 112, FY_SESSION_TEXT = 32 };

struct fy_ticket {
    char account[FY_LOOKUP_TEXT + 1];
    char session[FY_SESSION_TEXT + 1]; /* "" where the kind has none. */
    char hash[FY_HASH_TEXT + 1];
};

/* `account` is 64 lower-case hex digits, `session` 32 for FY_TICKET_REFRESH, else NULL. */
void fy_ticket_new(enum fy_ticket_kind kind,
    const char *account,
    const char *session,
    char ret_text[FY_TICKET_TEXT_MAX],
    char ret_hash[FY_HASH_TEXT + 1]);

/* False: no ticket of this kind. Whether it is the right one, its hash says. */
bool fy_ticket_read(
    enum fy_ticket_kind kind, struct fy_slice text, struct fy_ticket *ret_ticket) FY_MUST_CHECK;

#endif
