/*
 * gtin.h - barcodes of trade items: GTIN-8, 12 (UPC), 13 (EAN) and 14, as one number of 14 digits.
 *
 * Source:  GS1 General Specifications, 7.9: check digit, weights 3 and 1 from the right.
 * Threads: pure; any number.
 */
#ifndef PRODUCERS_SUPPLY_GTIN_H
#define PRODUCERS_SUPPLY_GTIN_H

#include "lib/arena.h"

enum { GTIN_DIGITS = 14 };

/*
 * The GTIN that `text` writes, zeros before it. NULL; or what is wrong, in static words, and
 * ret_digits is as it was.
 */
const char *gtin_read(struct fy_slice text, char ret_digits[GTIN_DIGITS + 1]);

#endif
