/*
 * tables.h - logarithms and powers of two in integers, the same on every machine.
 *
 * Pure. A table of 256 is made once, by squaring; nothing here comes from libm.
 */
#ifndef RECOMMEND_ENGINE_TABLES_H
#define RECOMMEND_ENGINE_TABLES_H

#include <stdint.h>

struct engine_tables {
    uint16_t log2[256];  /* floor(256 * log2(1 + i / 256)) */
    uint32_t power[256]; /* floor(2^30 * 2^(-i / 256)), within one of it */
};

void engine_tables_init(struct engine_tables *tables);

/* In 1/256 bits, from the eight bits behind the first; 0 for 0. */
static inline int engine_log2(const struct engine_tables *tables, uint64_t x)
{
    int whole;

    if (x == 0)
        return 0;
    whole = 63 - __builtin_clzll(x);
    return 256 * whole + tables->log2[(uint8_t)((x << (63 - whole)) >> 55)];
}

/* 2^30 * 2^(-x / 2^20), x >= 0. */
static inline uint32_t engine_power(const struct engine_tables *tables, uint64_t x)
{
    uint64_t whole = x >> 20;

    return whole > 30 ? 0 : tables->power[(x >> 12) & 255] >> whole;
}

#endif
