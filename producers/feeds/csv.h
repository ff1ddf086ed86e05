/*
 * csv.h - rows of a CSV text that comes in pieces: RFC 4180, in the memory of one row.
 *
 * Shape:   push bytes until a row has ended; it is then in `fields`, until the next push.
 * Takes:   LF and CRLF, a byte order mark, quoted fields with line ends and doubled quotes in them,
 *          a last row without a line end. Lines of nothing are no rows. Fields are separated by the
 *          first of , ; and tab that the first row has.
 * A bad row is told with its reason and is over at the end of its line: a quote in an unquoted
 *          field, text behind a closing quote, a lone carriage return, bytes that are no UTF-8 or
 *          control characters but line ends and tabs, more bytes or fields than there is room for,
 *          a quote that is never closed. Where the row has outgrown its room inside quotes it
 *          ends at the next line end, whatever the quotes say: one forgotten quote must not
 *          swallow all rows behind it.
 * Memory:  the caller's room; nothing is allocated.
 * Threads: one owner.
 */
#ifndef PRODUCERS_FEEDS_CSV_H
#define PRODUCERS_FEEDS_CSV_H

#include "lib/arena.h"

enum {
    CSV_FIELDS_MAX = 32,
    CSV_ROW_BYTES_MAX = 16 * 1024, /* The longest description and all else, thrice. */
};

enum csv_event { CSV_MORE, CSV_ROW, CSV_BAD_ROW };

struct csv {
    int state; /* Private, as is all up to `why`. */
    uint8_t delimiter;
    bool began;         /* Something of this row was read. */
    bool is_over;       /* The row was told: the next push begins another. */
    uint8_t mark;       /* Bytes of the byte order mark that were read; 4: it is past. */
    size_t size;        /* Of room that is used. */
    size_t field_start; /* In room. */
    const char *why;    /* Of CSV_BAD_ROW: static words. NULL while the row is good. */
    int field_count;
    struct fy_slice fields[CSV_FIELDS_MAX];
    uint8_t room[CSV_ROW_BYTES_MAX];
};

void csv_init(struct csv *csv);

/* *ret_used <= bytes.size: all of it with CSV_MORE, up to the row's end with the others. */
enum csv_event csv_push(struct csv *csv, struct fy_slice bytes, size_t *ret_used);

/* The text has ended: its last row, or CSV_MORE when there is none. Then CSV_MORE for ever. */
enum csv_event csv_end(struct csv *csv);

#endif
