/*
 * ticket.h - what only one client holds: refresh tokens, and the single-use words in letters.
 *
 * Shape:   new(key, kind, account, session) -> text for the client, and the hash that we keep; read
 *          is its inverse. The text names the account (and session) that it is for, so that whoever
 *          gets it back knows whom to ask; what makes it a secret are 128 random bits. A MAC of 128
 *          bits shows that we made it: a forged one is refused before anything is asked. The hash
 *          is over all of it: a ticket of one kind or account is none of another.
 *          next(key, ticket, word): the ticket that follows this one when it is asked for under
 *          this Idempotency-Key; the same question has the same answer. Without a word: a new one.
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
void fy_ticket_new(const uint8_t key[FY_KEY_BYTES],
    enum fy_ticket_kind kind,
    const char *account,
    const char *session,
    char ret_text[FY_TICKET_TEXT_MAX],
    char ret_hash[FY_HASH_TEXT + 1]);

/* False: no ticket of this kind, or not of our making. Whether it still counts, its hash says. */
bool fy_ticket_read(const uint8_t key[FY_KEY_BYTES],
    enum fy_ticket_kind kind,
    struct fy_slice text,
    struct fy_ticket *ret_ticket) FY_MUST_CHECK;

/* Of a refresh ticket that was read. `word` absent: nobody can ask for the same one again. */
void fy_ticket_next(const uint8_t key[FY_KEY_BYTES],
    const struct fy_ticket *ticket,
    struct fy_slice word,
    char ret_text[FY_TICKET_TEXT_MAX],
    char ret_hash[FY_HASH_TEXT + 1]);

#endif
