/*
 * utf8.h - characters of UTF-8, as RFC 3629 has them: no overlong forms, no surrogates.
 */
#ifndef FY_UTF8_H
#define FY_UTF8_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The eighth bit of each byte that is not plain (see below). Bits above the first may be wrong. */
static inline uint64_t fy_utf8_not_plain(uint64_t word)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t highs = ones * 0x80;
    uint64_t quote = word ^ (ones * '"');
    uint64_t backslash = word ^ (ones * '\\');

    return (((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) |
               ((backslash - ones) & ~backslash) | word) &
           highs;
}

/* The first byte that JSON does not let stand as it is: control, '"', '\\' or no ASCII. */
static inline const uint8_t *fy_utf8_plain(const uint8_t *at, const uint8_t *end)
{
    uint64_t word;

    while (end - at >= 8) {
        memcpy(&word, at, sizeof(word));
        if (fy_utf8_not_plain(word) != 0)
            break;
        at += 8;
    }
    while (at < end && *at >= 0x20 && *at < 0x80 && *at != '"' && *at != '\\')
        at++;
    return at;
}

/* Bytes of the character at `at` (at < end): 1 .. 4, or 0 when it is none. */
static inline size_t fy_utf8_size(const uint8_t *at, const uint8_t *end)
{
    size_t left = (size_t)(end - at);
    uint8_t first = at[0];

    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4 || left < 2 || (at[1] & 0xc0) != 0x80)
        return 0;
    if (first < 0xe0)
        return 2;
    if ((first == 0xe0 && at[1] < 0xa0) || (first == 0xed && at[1] > 0x9f) ||
        (first == 0xf0 && at[1] < 0x90) || (first == 0xf4 && at[1] > 0x8f))
        return 0;
    if (left < 3 || (at[2] & 0xc0) != 0x80)
        return 0;
    if (first < 0xf0)
        return 3;
    return left < 4 || (at[3] & 0xc0) != 0x80 ? 0 : 4;
}

/* Writes 1 .. 4 bytes and gives how many. `point` is valid. */
static inline size_t fy_utf8_put(uint8_t *at, uint32_t point)
{
    if (point < 0x80) {
        at[0] = (uint8_t)point;
        return 1;
    }
    if (point < 0x800) {
        at[0] = (uint8_t)(0xc0 | point >> 6);
        at[1] = (uint8_t)(0x80 | (point & 0x3f));
        return 2;
    }
    if (point < 0x10000) {
        at[0] = (uint8_t)(0xe0 | point >> 12);
        at[1] = (uint8_t)(0x80 | (point >> 6 & 0x3f));
        at[2] = (uint8_t)(0x80 | (point & 0x3f));
        return 3;
    }
    at[0] = (uint8_t)(0xf0 | point >> 18);
    at[1] = (uint8_t)(0x80 | (point >> 12 & 0x3f));
    at[2] = (uint8_t)(0x80 | (point >> 6 & 0x3f));
    at[3] = (uint8_t)(0x80 | (point & 0x3f));
    return 4;
}

#endif
