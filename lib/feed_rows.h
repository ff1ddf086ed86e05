/*
 * feed_rows.h - the topic `feeds` as rows: what a follower of it keeps, and how to find it again.
 *
 * Shape:   key = feed, a letter, and for what is numbered n as 8 bytes, so that the pieces of a
 *          feed are in order; value = the record's value as it was on the topic. A piece that is
 *          told again takes the place of the first. The row FY_FEED_HEAD is the place of the newest
 *          record: 4 bytes partition, 8 bytes offset, big-endian.
 * Errors:  FY_REJECT for a record that cannot be read, before anything is put.
 * Threads: any; the store's.
 */
#ifndef FY_FEED_ROWS_H
#define FY_FEED_ROWS_H

#include "lib/source.h"
#include "lib/store.h"
#include "schemas/generated/feed.h"

enum {
    FY_FEED_BYTES = 32, /* A feed's id: hex digits. */
    FY_FEED_KEY_BYTES = FY_FEED_BYTES + 1 + 8,
    FY_FEED_PLACE_BYTES = 12,
    FY_FEED_BATCH_ROWS = 250, /* Rows of one rows_taken; its first_n is a multiple. */
    FY_FEED_ROWS_MAX = 100000,
    FY_FEED_SCANS_MAX = 10000,
};

enum fy_feed_row {
    FY_FEED_HEAD = 'h',
    FY_FEED_OPENED = 'o',
    FY_FEED_ROWS = 'r', /* By first_n. */
    FY_FEED_CLOSED = 'c',
    FY_FEED_REFUSED = 'd', /* What `stock` refused, a value of that topic, by n: api's alone. */
    FY_FEED_SCAN = 's',    /* item_scanned and scan_taken_back, by n. */
    FY_FEED_SCAN_OPENED = 'S',
    FY_FEED_SCAN_CLOSED = 'T',
};

/* n counts for ROWS, REFUSED and SCAN only. */
struct fy_slice fy_feed_key(
    enum fy_feed_row row, struct fy_slice feed, int64_t n, uint8_t room[FY_FEED_KEY_BYTES]);

/* True for 32 hex digits. */
bool fy_feed_is_id(struct fy_slice text);

/* The number in a key of a numbered row. */
int64_t fy_feed_key_n(struct fy_slice key);

/* A follower's apply for `feeds`. */
enum fy_status fy_feed_apply(const struct fy_record *record,
    uint32_t space,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* *ret_known, and the record where it is true. FY_FATAL: the store failed. */
enum fy_status fy_feed_get(struct fy_store *store,
    uint32_t space,
    enum fy_feed_row row,
    struct fy_slice feed,
    int64_t n,
    struct fy_arena *arena,
    bool *ret_known,
    struct feed *ret_feed,
    struct fy_err *err) FY_MUST_CHECK;

/* Where the newest record of `feed` stands; offset -1 when there is none. Its topic is the
 * caller's to say: this file is of no topology. */
enum fy_status fy_feed_head(struct fy_store *store,
    uint32_t space,
    struct fy_slice feed,
    struct fy_arena *arena,
    struct fy_place *ret_place,
    struct fy_err *err) FY_MUST_CHECK;

/* Numbered rows of `feed` from number `from` on, in order, until `visit` says false. */
enum fy_status fy_feed_scan(struct fy_store *store,
    uint32_t space,
    enum fy_feed_row row,
    struct fy_slice feed,
    int64_t from,
    bool (*visit)(int64_t n, struct fy_slice value, void *context),
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

#endif
