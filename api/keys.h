/* keys.h - the rows of views in hash tables of whoever waits for them. Pure. */
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

#endif
