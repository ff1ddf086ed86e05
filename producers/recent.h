/*
 * recent.h - a bounded map of digests: the newest `count_max` entries, the oldest goes first.
 *
 * Shape:   digest -> digest. A key put again keeps its age: what is used for ever still goes when
 *          its turn comes, which costs a look-up elsewhere and nothing else.
 * Memory:  44 bytes an entry, all of it from the start.
 * Threads: one owner.
 */
#ifndef PRODUCERS_RECENT_H
#define PRODUCERS_RECENT_H

#include "lib/ids.h"

struct recent;

/* count_max in 1 .. 2^20. NULL when there is no memory. */
struct recent *recent_new(uint32_t count_max);
void recent_free(struct recent *recent);

/* What stands under `key`, or NULL; valid until the next put. */
const uint8_t *recent_get(const struct recent *recent, const uint8_t key[FY_DIGEST_BYTES]);
void recent_put(struct recent *recent,
    const uint8_t key[FY_DIGEST_BYTES],
    const uint8_t value[FY_DIGEST_BYTES]);
void recent_remove(struct recent *recent, const uint8_t key[FY_DIGEST_BYTES]);
uint32_t recent_count(const struct recent *recent);

#endif
