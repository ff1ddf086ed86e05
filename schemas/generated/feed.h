/*
 * Made by fy-generate from schemas/feed.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_FEED_H
#define FY_GENERATED_FEED_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"

/*
 * RECEIVE: the item arrives. COUNT: it is there; the count is what was scanned when the session is
 * closed.
 */
enum scan_mode {
    SCAN_MODE_RECEIVE,
    SCAN_MODE_COUNT,
};

struct feed_opened_columns {
    const struct fy_slice *items;
    size_t count;
};

/* A feed's header was read. */
struct feed_opened {
    /* Its columns, in order. */
    struct feed_opened_columns columns;
};

/* A row that became no fact, and why. */
struct row_refused {
    /* Its number, from 0. */
    int64_t n;
    /* The column that is wrong; null: the row as a whole. */
    struct fy_slice column;
    /* What is wrong, with the limit, in words. */
    struct fy_slice reason;
};

struct rows_taken_refused {
    const struct row_refused *items;
    size_t count;
};

/* Verdicts of some rows, whose facts are all written down. */
struct rows_taken {
    /* Number of the first of them, from 0, the header not counted. */
    int64_t first_n;
    /* How many they are. */
    int64_t rows;
    /*
     * Of all rows up to the last of them, 32 hex digits: how another body under the same key is
     * recognised.
     */
    struct fy_slice digest;
    /* Rows read with them. */
    int64_t rows_so_far;
    /* Of these, how many became facts. */
    int64_t accepted_so_far;
    /* Which of them did not, in order. */
    struct rows_taken_refused refused;
};

/* A feed was read to its end: all its rows have their verdict. */
struct feed_closed {
    /* Of all rows, 32 hex digits. */
    struct fy_slice digest;
    /* How many there were. */
    int64_t rows;
    /* Of these, how many became facts. */
    int64_t accepted;
};

/* A session of scans begins. */
struct scan_opened {
    /* What a scan means. */
    enum scan_mode mode;
};

/* A barcode was read. */
struct item_scanned {
    /* Number of this scan or undoing in its session, from 0. */
    int64_t n;
    /* GTIN-8, 12, 13 or 14, its check digit right; kept as 14 digits. */
    struct fy_slice gtin;
    /* Whole items that it stands for. */
    int64_t units;
    /* Whose barcode it is. */
    struct fy_slice sku;
};

/* A scan was none. */
struct taken_back {
    /* Number of this scan or undoing in its session, from 0. */
    int64_t n;
    /* The scan, by its number. */
    int64_t undone_n;
};

/* The session is over. */
struct scan_closed {
    /* How many scans and undoings there were: all numbers below it. */
    int64_t numbers;
};

/*
 * What a supplier sends in numbered pieces: a feed of rows, or a session of scans. Exactly one of
 * the nullable records is set.
 */
struct feed {
    /* Who, when and why. */
    struct envelope envelope;
    /*
     * The feed or scan session, 32 hex digits; also the key, and the session of the facts that came
     * of it.
     */
    struct fy_slice feed;
    /* Which supplier sends it. */
    struct fy_slice supplier;
    /* A feed's header was read; again when it is sent again. */
    const struct feed_opened *feed_opened;
    /* Verdicts of some rows, whose facts are all written down. */
    const struct rows_taken *rows_taken;
    /* A feed was read to its end. */
    const struct feed_closed *feed_closed;
    /* A session of scans begins. */
    const struct scan_opened *scan_opened;
    /* A barcode was read. */
    const struct item_scanned *item_scanned;
    /* A scan was none. */
    const struct taken_back *scan_taken_back;
    /* The session is over. */
    const struct scan_closed *scan_closed;
};

extern const struct fy_schema feed_schema;

enum fy_status feed_encode(const struct feed *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status feed_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct feed *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
