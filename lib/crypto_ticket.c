#include "lib/ticket.h"

#include <assert.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum {
    ACCOUNT_BYTES = FY_LOOKUP_TEXT / 2,
    SESSION_BYTES = FY_SESSION_TEXT / 2,
    SECRET_BYTES = 16,
    MAC_BYTES = 16,
    TICKET_BYTES_MAX = 1 + ACCOUNT_BYTES + SESSION_BYTES + SECRET_BYTES + MAC_BYTES,
    BASE64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING,
};

_Static_assert(sodium_base64_ENCODED_LEN(TICKET_BYTES_MAX, BASE64) <= FY_TICKET_TEXT_MAX,
    "the longest ticket with its NUL");

static size_t ticket_bytes(enum fy_ticket_kind kind)
{
    return 1 + ACCOUNT_BYTES + (kind == FY_TICKET_REFRESH ? SESSION_BYTES : 0) + SECRET_BYTES +
           MAC_BYTES;
}

static void from_hex(uint8_t *bytes, size_t size, const char *text)
{
    size_t got = 0;

    if (sodium_hex2bin(bytes, size, text, 2 * size, NULL, &got, NULL) != 0 || got != size)
        abort(); /* Our own ids: the caller has looked. */
}

static void make(const uint8_t *key,
    enum fy_ticket_kind kind,
    const char *account,
    const char *session,
    const uint8_t *secret,
    char *ret_text,
    char *ret_hash)
{
    uint8_t bytes[TICKET_BYTES_MAX];
    size_t size = ticket_bytes(kind);
    size_t signed_bytes = size - MAC_BYTES;

    bytes[0] = (uint8_t)kind;
    from_hex(bytes + 1, ACCOUNT_BYTES, account);
    if (kind == FY_TICKET_REFRESH)
        from_hex(bytes + 1 + ACCOUNT_BYTES, SESSION_BYTES, session);
    memcpy(bytes + signed_bytes - SECRET_BYTES, secret, SECRET_BYTES);
    (void)crypto_generichash(
        bytes + signed_bytes, MAC_BYTES, bytes, signed_bytes, key, FY_KEY_BYTES);
    (void)sodium_bin2base64(ret_text, FY_TICKET_TEXT_MAX, bytes, size, BASE64);
    fy_hash_text((struct fy_slice){bytes, size}, ret_hash);
    sodium_memzero(bytes, sizeof(bytes));
}

void fy_ticket_new(const uint8_t key[FY_KEY_BYTES],
    enum fy_ticket_kind kind,
    const char *account,
    const char *session,
    char ret_text[FY_TICKET_TEXT_MAX],
    char ret_hash[FY_HASH_TEXT + 1])
{
    uint8_t secret[SECRET_BYTES];

    assert((session != NULL) == (kind == FY_TICKET_REFRESH));
    randombytes_buf(secret, sizeof(secret));
    make(key, kind, account, session, secret, ret_text, ret_hash);
    sodium_memzero(secret, sizeof(secret));
}

bool fy_ticket_read(const uint8_t key[FY_KEY_BYTES],
    enum fy_ticket_kind kind,
    struct fy_slice text,
    struct fy_ticket *ret_ticket)
{
    uint8_t bytes[TICKET_BYTES_MAX], mac[MAC_BYTES];
    size_t size = 0;
    const char *end = NULL;

    if (text.data == NULL || text.size >= FY_TICKET_TEXT_MAX ||
        sodium_base642bin(bytes, sizeof(bytes), (const char *)text.data, text.size, NULL, &size,
            &end, BASE64) != 0 ||
        end != (const char *)text.data + text.size || size != ticket_bytes(kind) ||
        bytes[0] != (uint8_t)kind)
        return false;
    (void)crypto_generichash(mac, sizeof(mac), bytes, size - MAC_BYTES, key, FY_KEY_BYTES);
    if (sodium_memcmp(mac, bytes + size - MAC_BYTES, MAC_BYTES) != 0)
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

void fy_ticket_next(const uint8_t key[FY_KEY_BYTES],
    const struct fy_ticket *ticket,
    struct fy_slice word,
    char ret_text[FY_TICKET_TEXT_MAX],
    char ret_hash[FY_HASH_TEXT + 1])
{
    uint8_t secret[SECRET_BYTES];
    crypto_generichash_state state;

    assert(ticket->session[0] != '\0');
    if (word.data == NULL) {
        randombytes_buf(secret, sizeof(secret));
    } else {
        (void)crypto_generichash_init(&state, key, FY_KEY_BYTES, sizeof(secret));
        (void)crypto_generichash_update(&state, (const uint8_t *)"next", sizeof("next"));
        (void)crypto_generichash_update(&state, (const uint8_t *)ticket->hash, FY_HASH_TEXT);
        (void)crypto_generichash_update(&state, word.data, word.size);
        (void)crypto_generichash_final(&state, secret, sizeof(secret));
        sodium_memzero(&state, sizeof(state));
    }
    make(key, FY_TICKET_REFRESH, ticket->account, ticket->session, secret, ret_text, ret_hash);
    sodium_memzero(secret, sizeof(secret));
}
