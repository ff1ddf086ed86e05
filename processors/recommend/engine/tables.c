#include "processors/recommend/engine/tables.h"

/* floor(256 * log2(1 + i / 256)): eight squarings of the mantissa, each of which tells one bit. */
static uint16_t log2_of(unsigned i)
{
    uint64_t mantissa = (uint64_t)(256 + i) << 55;
    unsigned result = 0;

    for (int bit = 0; bit < 8; bit++) {
        unsigned __int128 square = (unsigned __int128)mantissa * mantissa;
        unsigned passed = (unsigned)(square >> 127);

        mantissa = (uint64_t)(square >> (63 + passed));
        result = result * 2 + passed;
    }
    return (uint16_t)result;
}

/* The whole root of a number below 2^62, bit by bit. */
static uint64_t root_of(uint64_t x)
{
    uint64_t root = 0;

    for (int bit = 31; bit >= 0; bit--) {
        uint64_t more = root | (uint64_t)1 << bit;

        if (more * more <= x)
            root = more;
    }
    return root;
}

/* 2^-(i/256) is the product of the roots of 1/2 that the bits of i name. */
void engine_tables_init(struct engine_tables *tables)
{
    uint64_t factors[8];
    uint64_t factor = (uint64_t)1 << 29;

    for (int bit = 7; bit >= 0; bit--) {
        factor = root_of(factor << 30);
        factors[bit] = factor;
    }
    for (unsigned i = 0; i < 256; i++) {
        uint64_t power = (uint64_t)1 << 30;

        for (int bit = 0; bit < 8; bit++) {
            if ((i >> bit & 1) != 0)
                power = power * factors[bit] >> 30;
        }
        tables->log2[i] = log2_of(i);
        tables->power[i] = (uint32_t)power;
    }
}
