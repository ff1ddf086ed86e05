#include "lib/ids.h"

#include <assert.h>
#include <pthread.h>
#include <sodium.h>
#include <string.h>

enum {
    UUID_BYTES = FY_DIGEST_BYTES, /* A derived UUID is a digest with its version set. */
    VISITOR_BYTES = 16,
    VISITOR_MAC_BYTES = 16,
    VISITOR_MAC_TEXT = 32,
    RAND_A_MAX = 0xfff, /* 12 bits of a UUIDv7 before its variant ... */
    RAND_B_BITS = 62,   /* ... and the bits after it. */
    COOKIE_DOT = FY_VISITOR_TEXT,
};

/* The newest UUIDv7 given out: the next one is greater. */
static struct {
    pthread_mutex_t lock;
    int64_t ms;
    uint32_t rand_a;
    uint64_t rand_b;
} newest = {.lock = PTHREAD_MUTEX_INITIALIZER, .ms = -1};

enum fy_status fy_ids_init(struct fy_err *err)
{
    if (sodium_init() < 0)
        return fy_fail(err, FY_FATAL, "libsodium could not be initialised");
    return FY_OK;
}

static void uuid_text(uint8_t bytes[UUID_BYTES], int version, char *ret_text)
{
    static const char digits[] = "0123456789abcdef";
    char *out = ret_text;

    bytes[6] = (uint8_t)((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = (uint8_t)((bytes[8] & 0x3f) | 0x80);
    for (int i = 0; i < UUID_BYTES; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *out++ = '-';
        *out++ = digits[bytes[i] >> 4];
        *out++ = digits[bytes[i] & 0x0f];
    }
    *out = '\0';
    assert(out - ret_text == FY_UUID_TEXT);
}

/*
 * RFC 9562, 6.2, method 2: within one millisecond (or when the clock was set back) the random part
 * is increased by a random step, and a full one borrows from the next millisecond.
 */
static void advance(int64_t now_ms)
{
    uint64_t fresh[2];

    randombytes_buf(fresh, sizeof(fresh));
    if (now_ms > newest.ms) {
        newest.ms = now_ms;
        newest.rand_a = (uint32_t)(fresh[0] & RAND_A_MAX);
        newest.rand_b = fresh[1] >> (64 - RAND_B_BITS);
        return;
    }
    newest.rand_b += 1 + (fresh[0] >> 32);
    if (newest.rand_b >> RAND_B_BITS != 0) {
        newest.rand_b &= (UINT64_C(1) << RAND_B_BITS) - 1;
        newest.rand_a++;
    }
    if (newest.rand_a > RAND_A_MAX) {
        newest.rand_a = 0;
        newest.ms++;
    }
}

void fy_uuid_new(int64_t now_ms, char ret_text[FY_UUID_TEXT + 1])
{
    uint8_t bytes[UUID_BYTES];

    (void)pthread_mutex_lock(&newest.lock);
    advance(now_ms);
    for (int i = 0; i < 6; i++)
        bytes[i] = (uint8_t)((uint64_t)newest.ms >> (40 - 8 * i));
    bytes[6] = (uint8_t)(newest.rand_a >> 8);
    bytes[7] = (uint8_t)newest.rand_a;
    for (int i = 0; i < 8; i++)
        bytes[8 + i] = (uint8_t)(newest.rand_b >> (56 - 8 * i));
    (void)pthread_mutex_unlock(&newest.lock);
    uuid_text(bytes, 7, ret_text);
}

void fy_digest(const struct fy_slice *parts, int count, uint8_t ret_digest[FY_DIGEST_BYTES])
{
    crypto_generichash_state state;

    (void)crypto_generichash_init(&state, NULL, 0, FY_DIGEST_BYTES);
    for (int i = 0; i < count; i++) {
        uint8_t length[8];

        for (int b = 0; b < 8; b++)
            length[b] = (uint8_t)((uint64_t)parts[i].size >> (8 * b));
        (void)crypto_generichash_update(&state, length, sizeof(length));
        (void)crypto_generichash_update(&state, parts[i].data, parts[i].size);
    }
    (void)crypto_generichash_final(&state, ret_digest, FY_DIGEST_BYTES);
}

void fy_uuid_derive(const struct fy_slice *parts, int count, char ret_text[FY_UUID_TEXT + 1])
{
    uint8_t bytes[UUID_BYTES];

    fy_digest(parts, count, bytes);
    uuid_text(bytes, 8, ret_text);
}

void fy_uuid_tell_apart(struct fy_slice bytes, char ret_text[FY_UUID_TEXT + 1])
{
    static const uint8_t no_key[crypto_shorthash_siphashx24_KEYBYTES];
    uint8_t hash[UUID_BYTES];

    _Static_assert((int)crypto_shorthash_siphashx24_BYTES == (int)UUID_BYTES, "128 bits");
    (void)crypto_shorthash_siphashx24(hash, bytes.data, bytes.size, no_key);
    uuid_text(hash, 8, ret_text);
}

void fy_hash_text(struct fy_slice bytes, char ret_text[FY_HASH_TEXT + 1])
{
    uint8_t hash[FY_HASH_TEXT / 2];

    (void)crypto_generichash(hash, sizeof(hash), bytes.data, bytes.size, NULL, 0);
    (void)sodium_bin2hex(ret_text, FY_HASH_TEXT + 1, hash, sizeof(hash));
}

void fy_digest_text(const uint8_t digest[FY_DIGEST_BYTES], char ret_text[2 * FY_DIGEST_BYTES + 1])
{
    (void)sodium_bin2hex(ret_text, 2 * FY_DIGEST_BYTES + 1, digest, FY_DIGEST_BYTES);
}

bool fy_id_is_hex(struct fy_slice text, size_t digits)
{
    for (size_t i = 0; i < text.size; i++) {
        uint8_t c = text.data[i];

        if ((c < '0' || c > '9') && (c < 'a' || c > 'f'))
            return false;
    }
    return text.size == digits;
}

void fy_visitor_new(char ret_text[FY_VISITOR_TEXT + 1])
{
    uint8_t bytes[VISITOR_BYTES];

    randombytes_buf(bytes, sizeof(bytes));
    (void)sodium_bin2hex(ret_text, FY_VISITOR_TEXT + 1, bytes, sizeof(bytes));
}

static void visitor_mac(
    const uint8_t *key, const uint8_t *visitor, char ret_text[VISITOR_MAC_TEXT + 1])
{
    static const char purpose[] = "visitor:"; /* The key may come to serve other purposes. */
    crypto_generichash_state state;
    uint8_t mac[VISITOR_MAC_BYTES];

    (void)crypto_generichash_init(&state, key, FY_MAC_KEY_BYTES, sizeof(mac));
    (void)crypto_generichash_update(&state, (const uint8_t *)purpose, sizeof(purpose) - 1);
    (void)crypto_generichash_update(&state, visitor, FY_VISITOR_TEXT);
    (void)crypto_generichash_final(&state, mac, sizeof(mac));
    (void)sodium_bin2hex(ret_text, VISITOR_MAC_TEXT + 1, mac, sizeof(mac));
}

void fy_visitor_cookie(
    const uint8_t key[FY_MAC_KEY_BYTES], struct fy_slice visitor, char ret_text[FY_COOKIE_TEXT + 1])
{
    assert(visitor.size == FY_VISITOR_TEXT);

    memcpy(ret_text, visitor.data, FY_VISITOR_TEXT);
    ret_text[COOKIE_DOT] = '.';
    visitor_mac(key, visitor.data, ret_text + COOKIE_DOT + 1);
}

bool fy_visitor_check(
    const uint8_t key[FY_MAC_KEY_BYTES], struct fy_slice cookie, struct fy_slice *ret_visitor)
{
    char mac[VISITOR_MAC_TEXT + 1];

    if (cookie.size != FY_COOKIE_TEXT || cookie.data[COOKIE_DOT] != '.')
        return false;
    for (int i = 0; i < FY_VISITOR_TEXT; i++)
        if (strchr("0123456789abcdef", cookie.data[i]) == NULL || cookie.data[i] == '\0')
            return false;
    visitor_mac(key, cookie.data, mac);
    if (sodium_memcmp(mac, cookie.data + COOKIE_DOT + 1, VISITOR_MAC_TEXT) != 0)
        return false;
    *ret_visitor = (struct fy_slice){cookie.data, FY_VISITOR_TEXT};
    return true;
}
