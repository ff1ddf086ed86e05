/*
 * keys.h - keys of rows: made of parts, in an order that a page can follow, and hashed. Pure.
 *
 * A key of several parts is "first NUL second": none has a NUL in it but numbers, which stand last
 * or are followed by what is told from them by its place.
 */
#ifndef API_KEYS_H
#define API_KEYS_H

#include "api/views.h"

/*
 * FNV-1a: keys are SKUs and random ids, and nobody gains by making them collide in a table whose
 * size is bounded.
 */
static inline uint64_t row_hash(enum api_view view, struct fy_slice key)
{
    uint64_t hash = 0xcbf29ce484222325u ^ (uint64_t)view;

    for (size_t i = 0; i < key.size; i++)
        hash = (hash ^ key.data[i]) * 0x100000001b3u;
    return hash ^ hash >> 32;
}

enum { KEY_NUMBER_BYTES = 8 };

static inline void key_number(uint8_t bytes[KEY_NUMBER_BYTES], uint64_t number)
{
    for (int i = 0; i < KEY_NUMBER_BYTES; i++)
        bytes[i] = (uint8_t)(number >> (8 * (KEY_NUMBER_BYTES - 1 - i)));
}

static inline uint64_t key_number_of(const uint8_t *bytes)
{
    uint64_t number = 0;

    for (int i = 0; i < KEY_NUMBER_BYTES; i++)
        number = number << 8 | bytes[i];
    return number;
}

/* A time as a number that puts the newest first. */
static inline uint64_t key_newest_first(int64_t at_ms)
{
    return UINT64_MAX - ((uint64_t)at_ms ^ UINT64_C(1) << 63);
}

static inline int64_t key_time_of(uint64_t number)
{
    return (int64_t)((UINT64_MAX - number) ^ UINT64_C(1) << 63);
}

/* "first NUL second"; absent when it does not fit the arena. */
struct fy_slice views_pair(struct fy_slice first, struct fy_slice second, struct fy_arena *arena);

/*
 * The second parts of keys that begin with `first` NUL, in order, behind `after` (absent: from the
 * first): at most `count_max`, of the arena; *ret_more when others follow.
 */
enum fy_status views_seconds(struct views *views,
    enum api_view view,
    struct fy_slice first,
    struct fy_slice after,
    int count_max,
    struct fy_arena *arena,
    struct fy_slice *ret_seconds,
    int *ret_count,
    bool *ret_more,
    struct fy_err *err) FY_MUST_CHECK;

#endif
