/*
 * rows_digest.h - many rows as one number: equal when the rows are, in whatever order they came.
 *
 * A sum of a 128-bit hash per row, of its key and value. It finds accidents, not whoever makes two
 * rows to fool it.
 * Threads: any; a digest has one owner.
 */
#ifndef FY_ROWS_DIGEST_H
#define FY_ROWS_DIGEST_H

#include "lib/arena.h"

struct rows_digest {
    uint64_t high, low;
    int64_t rows;
};

/* Add one row, of its key and value or of other parts; or all of another digest. */
void rows_digest_row(struct rows_digest *digest, const struct fy_slice *parts, int count);
void rows_digest_add(struct rows_digest *digest, const struct rows_digest *other);
bool rows_digest_equal(const struct rows_digest *a, const struct rows_digest *b);

/* "      42 rows  0123..." to stdout, for operators' commands. */
void rows_digest_print(const struct rows_digest *digest);

#endif
