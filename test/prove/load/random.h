/* random.h - numbers of a seed, as many as are asked for. Links nothing of ours. */
#ifndef TEST_PROVE_LOAD_RANDOM_H
#define TEST_PROVE_LOAD_RANDOM_H

#include <inttypes.h>
#include <stdio.h>

/* splitmix64 */
static inline uint64_t random_next(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static inline int random_below(uint64_t *state, int bound)
{
    return (int)(random_next(state) % (uint64_t)bound);
}

static inline void random_hex(uint64_t *state, char text[33])
{
    for (int i = 0; i < 32; i += 16)
        (void)snprintf(text + i, 33 - (size_t)i, "%016" PRIx64, random_next(state));
}

#endif
