#include "lib/rows_digest.h"

#include "lib/ids.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void rows_digest_row(struct rows_digest *digest, const struct fy_slice *parts, int count)
{
    uint8_t hash[FY_DIGEST_BYTES];
    struct rows_digest one = {.rows = 1};

    fy_digest(parts, count, hash);
    memcpy(&one.high, hash, sizeof(one.high));
    memcpy(&one.low, hash + sizeof(one.high), sizeof(one.low));
    rows_digest_add(digest, &one);
}

void rows_digest_add(struct rows_digest *digest, const struct rows_digest *other)
{
    uint64_t low = digest->low + other->low;

    digest->high += other->high + (low < digest->low);
    digest->low = low;
    digest->rows += other->rows;
}

bool rows_digest_equal(const struct rows_digest *a, const struct rows_digest *b)
{
    return a->high == b->high && a->low == b->low && a->rows == b->rows;
}

void rows_digest_print(const struct rows_digest *digest)
{
    (void)printf(
        "%8" PRId64 " rows  %016" PRIx64 "%016" PRIx64, digest->rows, digest->high, digest->low);
}
