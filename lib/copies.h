/*
 * copies.h - which smaller copies there are of a supplier's picture, and how they are named.
 *
 * Names:   /images/<first 2 digits>/<hash>/<width>.<avif, webp or jpg>, beside the picture itself,
 *          /images/<first 2 digits>/<hash>.<jpg, png or webp>. So whoever knows a picture knows its
 *          copies, made or not: where one is missing nginx serves the picture.
 * Widths:  320, 640 and 1280 pixels, those that are smaller than the picture; and its own, where
 *          that is at most 1280. Of a photograph that is turned when shown the width is the one
 *          stored, as the fact has it; no copy is wider than what it is made of.
 * Threads: any.
 */
#ifndef FY_COPIES_H
#define FY_COPIES_H

#include <stdint.h>

enum { FY_COPY_WIDTHS_MAX = 3, FY_COPY_FORMATS = 3 };

struct fy_copy_format {
    const char *extension;
    const char *media_type;
};

/* The smallest files first: a browser takes the first that it can show. */
extern const struct fy_copy_format fy_copy_formats[FY_COPY_FORMATS];

/* Ascending; how many. 0 of a width below 1. */
int fy_copy_widths(int64_t width, int32_t ret_widths[FY_COPY_WIDTHS_MAX]);

#endif
