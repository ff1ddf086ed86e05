/*
 * Made by fy-generate from schemas/money.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_MONEY_H
#define FY_GENERATED_MONEY_H

#include "schemas/codec/codec.h"

/* An amount of money. */
struct money {
    /* Minor units, cents of a euro; 0 in what was written while a price could be 0. */
    int64_t minor;
    /* ISO 4217, as in EUR. */
    struct fy_slice currency;
};

#endif
