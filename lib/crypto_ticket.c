#include "lib/ticket.h"

#include <assert.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum {
    ACCOUNT_BYTES = FY_LOOKUP_TEXT / 2,
    SESSION_BYTES = FY_SESSION_TEXT / 2,
    SECRET_BYTES = 32,
    TICKET_BYTES_MAX = 1 + ACCOUNT_BYTES + SESSION_BYTES + SECRET_BYTES,
    BASE64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING,
};

_Static_assert(sodium_base64_ENCODED_LEN(TICKET_BYTES_MAX, BASE64) <= FY_TICKET_TEXT_MAX,
    "the longest ticket with its NUL");

static size_t ticket_bytes(enum fy_ticket_kind kind)
{
    return 1 + ACCOUNT_BYTES + (kind == FY_TICKET_REFRESH ? SESSION_BYTES : 0) + SECRET_BYTES;
}

static void from_hex(uint8_t *bytes, size_t size, const char *text)
{
    size_t got = 0;

    if (sodium_hex2bin(bytes, size, text, 2 * size, NULL, &got, NULL) != 0 || got != size)
        abort(); /* Our own ids: the caller has looked. */
}

void fy_ticket_new(enum fy_ticket_kind kind,
    const char *account,
    const char *session,
    char ret_text[FY_TICKET_TEXT_MAX],
    char ret_hash[FY_HASH_TEXT + 1])
{
    uint8_t bytes[TICKET_BYTES_MAX];
    size_t size = ticket_bytes(kind);

    assert((session != NULL) == (kind == FY_TICKET_REFRESH));
    bytes[0] = (uint8_t)kind;
    from_hex(bytes + 1, ACCOUNT_BYTES, account);
    if (session != NULL)
        from_hex(bytes + 1 + ACCOUNT_BYTES, SESSION_BYTES, session);
    randombytes_buf(bytes + size - SECRET_BYTES, SECRET_BYTES);
    (void)sodium_bin2base64(ret_text, FY_TICKET_TEXT_MAX, bytes, size, BASE64);
    fy_hash_text((struct fy_slice){bytes, size}, ret_hash);
    sodium_memzero(bytes, sizeof(bytes));
}

bool fy_ticket_read(enum fy_ticket_kind kind, struct fy_slice text, struct fy_ticket *ret_ticket)
{
    uint8_t bytes[TICKET_BYTES_MAX];
    size_t wanted = ticket_bytes(kind);
    size_t size = 0;
    const char *end = NULL;

    if (text.data == NULL || text.size >= FY_TICKET_TEXT_MAX ||
        sodium_base642bin(bytes, sizeof(bytes), (const char *)text.data, text.size, NULL, &size,
            &end, BASE64) != 0 ||
        end != (const char *)text.data + text.size || size != wanted || bytes[0] != (uint8_t)kind)
        return false;
    (void)sodium_bin2hex(
        ret_ticket->account, sizeof(ret_ticket->account), bytes + 1, ACCOUNT_BYTES);
    ret_ticket->session[0] = '\0';
    if (kind == FY_TICKET_REFRESH)
        (void)sodium_bin2hex(ret_ticket->session, sizeof(ret_ticket->session),
            bytes + 1 + ACCOUNT_BYTES, SESSION_BYTES);
    fy_hash_text((struct fy_slice){bytes, size}, ret_ticket->hash);
    sodium_memzero(bytes, sizeof(bytes));
    return true;
}
