#include "lib/hook.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { TIME_DIGITS_MAX = 12, HMAC_BYTES = crypto_auth_hmacsha256_BYTES };

_Static_assert(HMAC_BYTES * 2 == FY_HOOK_HEX, "a signature's digits");

/* What a header says. */
struct said {
    int64_t time_s;
    bool has_time;
    uint8_t signatures[FY_HOOK_SIGNATURES_MAX][HMAC_BYTES];
    int count;
};

static void sign(struct fy_slice secret, int64_t time_s, struct fy_slice body, uint8_t *ret_mac)
{
    crypto_auth_hmacsha256_state state;
    char time[TIME_DIGITS_MAX + 12];
    int size = snprintf(time, sizeof(time), "%" PRId64 ".", time_s);

    (void)crypto_auth_hmacsha256_init(&state, secret.data, secret.size);
    (void)crypto_auth_hmacsha256_update(&state, (const uint8_t *)time, (unsigned long long)size);
    (void)crypto_auth_hmacsha256_update(&state, body.data, body.size);
    (void)crypto_auth_hmacsha256_final(&state, ret_mac);
    sodium_memzero(&state, sizeof(state));
}

void fy_hook_sign(
    struct fy_slice secret, int64_t time_s, struct fy_slice body, char ret_hex[FY_HOOK_HEX + 1])
{
    uint8_t mac[HMAC_BYTES];

    sign(secret, time_s, body, mac);
    (void)sodium_bin2hex(ret_hex, FY_HOOK_HEX + 1, mac, sizeof(mac));
}

static bool read_time(struct fy_slice text, struct said *said)
{
    int64_t time = 0;

    if (text.size < 1 || text.size > TIME_DIGITS_MAX || said->has_time)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        time = time * 10 + (text.data[i] - '0');
    }
    said->time_s = time;
    said->has_time = true;
    return true;
}

static bool read_signature(struct fy_slice text, struct said *said)
{
    size_t got = 0;

    if (text.size != FY_HOOK_HEX || said->count == FY_HOOK_SIGNATURES_MAX ||
        sodium_hex2bin(said->signatures[said->count], HMAC_BYTES, (const char *)text.data,
            text.size, NULL, &got, NULL) != 0 ||
        got != HMAC_BYTES)
        return false;
    said->count++;
    return true;
}

/* One "name=value"; other schemes than v1 are passed over. */
static bool read_one(struct fy_slice part, struct said *said)
{
    const uint8_t *sign_at = memchr(part.data, '=', part.size);
    struct fy_slice name, value;

    if (sign_at == NULL)
        return false;
    name = (struct fy_slice){part.data, (size_t)(sign_at - part.data)};
    value = (struct fy_slice){sign_at + 1, part.size - name.size - 1};
    if (fy_slice_equal(name, fy_slice_of("t")))
        return read_time(value, said);
    if (fy_slice_equal(name, fy_slice_of("v1")))
        return read_signature(value, said);
    return true;
}

static bool read_header(struct fy_slice header, struct said *said)
{
    size_t at = 0;

    if (header.data == NULL || header.size > FY_HOOK_HEADER_BYTES_MAX)
        return false;
    while (at < header.size) {
        const uint8_t *from = header.data + at;
        const uint8_t *comma = memchr(from, ',', header.size - at);
        size_t size = comma != NULL ? (size_t)(comma - from) : header.size - at;

        if (!read_one((struct fy_slice){from, size}, said))
            return false;
        at += size + 1;
    }
    return said->has_time && said->count > 0;
}

bool fy_hook_check(const struct fy_slice *secrets,
    int secret_count,
    struct fy_slice header,
    struct fy_slice body,
    int64_t now_s)
{
    struct said said = {0};
    bool good = false;

    if (!read_header(header, &said) || said.time_s < now_s - FY_HOOK_TOLERANCE_S ||
        said.time_s > now_s + FY_HOOK_TOLERANCE_S)
        return false;
    /* All of them, always: how long it takes says nothing of which one it was. */
    for (int i = 0; i < secret_count; i++) {
        uint8_t mac[HMAC_BYTES];

        sign(secrets[i], said.time_s, body, mac);
        for (int j = 0; j < said.count; j++)
            good |= sodium_memcmp(mac, said.signatures[j], sizeof(mac)) == 0;
        sodium_memzero(mac, sizeof(mac));
    }
    return good;
}
