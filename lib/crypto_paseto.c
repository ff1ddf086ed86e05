#include "lib/paseto.h"

#include <sodium.h>
#include <string.h>

static const char header[] = "v4.local.";

enum {
    HEADER_BYTES = sizeof(header) - 1,
    TAG_BYTES = 32,
    STREAM_NONCE_BYTES = 24,
    NO_SEXTET = 64,
    BASE64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING,
};

/* What one token is made with, of the key and its nonce. */
struct keys {
    uint8_t stream[32 + STREAM_NONCE_BYTES];
    uint8_t tag[32];
};

static void derive(
    const uint8_t *key, const uint8_t *nonce, const char *for_what, uint8_t *out, size_t size)
{
    crypto_generichash_state state;

    (void)crypto_generichash_init(&state, key, FY_PASETO_KEY_BYTES, size);
    (void)crypto_generichash_update(&state, (const uint8_t *)for_what, strlen(for_what));
    (void)crypto_generichash_update(&state, nonce, FY_PASETO_NONCE_BYTES);
    (void)crypto_generichash_final(&state, out, size);
}

static void keys_derive(struct keys *keys, const uint8_t *key, const uint8_t *nonce)
{
    derive(key, nonce, "paseto-encryption-key", keys->stream, sizeof(keys->stream));
    derive(key, nonce, "paseto-auth-key-for-aead", keys->tag, sizeof(keys->tag));
}

/* A number of 64 bits, the lowest first, its highest bit clear. */
static void tag_number(crypto_generichash_state *state, uint64_t number)
{
    uint8_t bytes[8];

    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(number >> 8 * i);
    bytes[7] &= 0x7f;
    (void)crypto_generichash_update(state, bytes, sizeof(bytes));
}

/* Over all parts, each with its length, so that no two lists of parts are the same bytes. */
static void tag_make(const struct keys *keys,
    const uint8_t *nonce,
    struct fy_slice sealed,
    struct fy_slice footer,
    struct fy_slice implicit,
    uint8_t tag[TAG_BYTES])
{
    const struct fy_slice parts[] = {
        {(const uint8_t *)header, HEADER_BYTES},
        {nonce, FY_PASETO_NONCE_BYTES},
        sealed,
        footer,
        implicit,
    };
    crypto_generichash_state state;

    (void)crypto_generichash_init(&state, keys->tag, sizeof(keys->tag), TAG_BYTES);
    tag_number(&state, sizeof(parts) / sizeof(parts[0]));
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        tag_number(&state, parts[i].size);
        (void)crypto_generichash_update(&state, parts[i].data, parts[i].size);
    }
    (void)crypto_generichash_final(&state, tag, TAG_BYTES);
}

static void stream(const struct keys *keys, const uint8_t *from, size_t size, uint8_t *to)
{
    (void)crypto_stream_xchacha20_xor(to, from, size, keys->stream + 32, keys->stream);
}

static size_t put_base64(char *out, size_t room, const uint8_t *bytes, size_t size)
{
    (void)sodium_bin2base64(out, room, bytes, size, BASE64);
    return strlen(out);
}

bool fy_paseto_seal(const uint8_t key[FY_PASETO_KEY_BYTES],
    const uint8_t nonce[FY_PASETO_NONCE_BYTES],
    struct fy_slice message,
    struct fy_slice footer,
    struct fy_slice implicit,
    struct fy_arena *arena,
    struct fy_slice *ret_token)
{
    size_t body_size = FY_PASETO_NONCE_BYTES + message.size + TAG_BYTES;
    size_t room, size;
    struct keys keys;
    uint8_t *body;
    char *text;

    if (message.size + footer.size > FY_PASETO_TOKEN_BYTES_MAX)
        return false;
    room = HEADER_BYTES + sodium_base64_ENCODED_LEN(body_size, BASE64) + 1 +
           sodium_base64_ENCODED_LEN(footer.size, BASE64);
    body = fy_arena_alloc(arena, body_size);
    text = fy_arena_alloc(arena, room);
    if (room > FY_PASETO_TOKEN_BYTES_MAX || body == NULL || text == NULL)
        return false;
    if (nonce != NULL)
        memcpy(body, nonce, FY_PASETO_NONCE_BYTES);
    else
        randombytes_buf(body, FY_PASETO_NONCE_BYTES);
    keys_derive(&keys, key, body);
    stream(&keys, message.data, message.size, body + FY_PASETO_NONCE_BYTES);
    tag_make(&keys, body, (struct fy_slice){body + FY_PASETO_NONCE_BYTES, message.size}, footer,
        implicit, body + FY_PASETO_NONCE_BYTES + message.size);
    sodium_memzero(&keys, sizeof(keys));

    memcpy(text, header, HEADER_BYTES);
    size = HEADER_BYTES;
    size += put_base64(text + size, room - size, body, body_size);
    if (footer.size > 0) {
        text[size++] = '.';
        size += put_base64(text + size, room - size, footer.data, footer.size);
    }
    *ret_token = (struct fy_slice){(const uint8_t *)text, size};
    return true;
}

/*
 * Strict: nothing but base64url, and only one way to write each. Not libsodium's own: what it
 * spends on hiding which bytes it reads is a third of a check, and these are public to whoever
 * sends them; and it takes bytes above 127 for others.
 */
static uint8_t sextet_of(uint8_t c)
{
    if (c >= 'A' && c <= 'Z')
        return (uint8_t)(c - 'A');
    if (c >= 'a' && c <= 'z')
        return (uint8_t)(c - 'a' + 26);
    if (c >= '0' && c <= '9')
        return (uint8_t)(c - '0' + 52);
    return c == '-' ? 62 : c == '_' ? 63 : NO_SEXTET;
}

static void sextets_fill(uint8_t table[256])
{
    for (int c = 0; c < 256; c++)
        table[c] = sextet_of((uint8_t)c);
}

static bool take_base64(struct fy_slice text, uint8_t *out, size_t room, size_t *ret_size)
{
    static _Thread_local uint8_t table[256]; /* All zero until its first use: 'B' is 1 then. */
    uint32_t bits = 0;
    uint8_t odd = 0;
    size_t size = 0;

    if (table['B'] == 0)
        sextets_fill(table);
    if (text.size % 4 == 1 || text.size / 4 * 3 + 2 > room)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        uint8_t sextet = table[text.data[i]];

        odd |= sextet;
        bits = bits << 6 | sextet;
        if (i % 4 == 1)
            out[size++] = (uint8_t)(bits >> 4);
        else if (i % 4 == 2)
            out[size++] = (uint8_t)(bits >> 2);
        else if (i % 4 == 3)
            out[size++] = (uint8_t)bits;
    }
    *ret_size = size;
    return odd < NO_SEXTET && (text.size % 4 != 2 || (bits & 15) == 0) &&
           (text.size % 4 != 3 || (bits & 3) == 0);
}

/* Cut "v4.local.<body>[.<footer>]" at its points. */
static bool cut(struct fy_slice token, struct fy_slice *ret_body, struct fy_slice *ret_footer)
{
    const uint8_t *end = token.data + token.size, *point;

    if (token.size <= HEADER_BYTES || token.size > FY_PASETO_TOKEN_BYTES_MAX ||
        memcmp(token.data, header, HEADER_BYTES) != 0)
        return false;
    *ret_body = (struct fy_slice){token.data + HEADER_BYTES, token.size - HEADER_BYTES};
    *ret_footer = (struct fy_slice){0};
    point = memchr(ret_body->data, '.', ret_body->size);
    if (point == NULL)
        return true;
    ret_body->size = (size_t)(point - ret_body->data);
    *ret_footer = (struct fy_slice){point + 1, (size_t)(end - point - 1)};
    return ret_footer->size > 0;
}

static bool footer_is(struct fy_slice text, struct fy_slice footer)
{
    uint8_t bytes[FY_PASETO_TOKEN_BYTES_MAX];
    size_t size = 0;

    if (text.size == 0)
        return footer.size == 0;
    return take_base64(text, bytes, sizeof(bytes), &size) && size == footer.size &&
           memcmp(bytes, footer.data, size) == 0;
}

bool fy_paseto_open(const uint8_t key[FY_PASETO_KEY_BYTES],
    struct fy_slice token,
    struct fy_slice footer,
    struct fy_slice implicit,
    struct fy_arena *arena,
    struct fy_slice *ret_message)
{
    uint8_t body[FY_PASETO_TOKEN_BYTES_MAX], tag[TAG_BYTES];
    struct fy_slice text, footer_text, sealed;
    struct keys keys;
    uint8_t *message;
    size_t size = 0;
    bool ours;

    if (!cut(token, &text, &footer_text) || !take_base64(text, body, sizeof(body), &size) ||
        size < FY_PASETO_NONCE_BYTES + TAG_BYTES || !footer_is(footer_text, footer))
        return false;
    sealed =
        (struct fy_slice){body + FY_PASETO_NONCE_BYTES, size - FY_PASETO_NONCE_BYTES - TAG_BYTES};
    keys_derive(&keys, key, body);
    tag_make(&keys, body, sealed, footer, implicit, tag);
    ours = sodium_memcmp(tag, sealed.data + sealed.size, TAG_BYTES) == 0;
    message = ours ? fy_arena_alloc(arena, sealed.size + 1) : NULL;
    if (message != NULL) {
        stream(&keys, sealed.data, sealed.size, message);
        message[sealed.size] = '\0';
        *ret_message = (struct fy_slice){message, sealed.size};
    }
    sodium_memzero(&keys, sizeof(keys));
    return message != NULL;
}
