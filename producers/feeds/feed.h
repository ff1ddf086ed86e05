/*
 * feed.h - a feed that is being read: rows in, facts out, verdicts behind them. For
 * producers/feeds/ only.
 *
 *   feed.c    the request: begins, takes pieces, ends, answers
 *   batch.c   rows in batches: what is on its way to Kafka, and the verdicts of what has arrived
 *
 * Rows are taken 250 at a time. A batch's facts go out as its rows are read; when all of them are
 * acknowledged, and those of the batches before it, its verdicts go out as one rows_taken. At most
 * 4 batches are on their way: then no more of the body is read. So a feed of any length needs the
 * memory of 1,000 rows.
 *
 * Sent again under the same key, a feed has the same id, and each of its rows the same session and
 * n. Batches whose verdicts are in our view were acknowledged in full: their rows are read for
 * their digest only, and another body under the same key is found out by it.
 *
 * Memory:  a feed is malloc's: it outlives its request while records are on their way.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_FEEDS_FEED_H
#define PRODUCERS_FEEDS_FEED_H

#include "lib/feed_rows.h"
#include "producers/feeds/row.h"
#include "producers/feeds/skus.h"
#include "producers/producers.h"

enum {
    FEED_BATCHES_MAX = 4, /* On their way, of one feed: 1,000 rows are some ms of Kafka's. */
    FEEDS_OPEN_MAX = 8,   /* At once; each takes up to 2 MB. */
    FEED_SPACE = 2,       /* Of the store: rows of `feeds`. */
};

struct feed_batch {
    struct open_feed *feed;
    struct feed_batch *next;
    int64_t first_n;
    int64_t rows;
    int pending;   /* Facts on their way. */
    bool recorded; /* In our view: nothing is sent, the digest is compared. */
    bool sealed;   /* All its rows were read. */
    bool sent;     /* Its verdicts are on their way. */
    int64_t rows_so_far;
    int64_t accepted_so_far;
    char digest[FY_FEED_BYTES + 1];
    char recorded_digest[FY_FEED_BYTES + 1];
    struct row_refused refused[FY_FEED_BATCH_ROWS];
    size_t refused_count;
    struct fy_arena arena; /* Of what was refused. */
};

struct open_feed {
    struct open_feed *next; /* Of the program's. */
    struct producers *producers;
    struct fy_http_request *request; /* NULL once it is answered or gone. */
    char id[FY_FEED_BYTES + 1];
    struct fy_slice supplier; /* Of the arena, as is the actor. */
    struct fy_slice actor;
    int64_t now_ms;
    int out; /* Records on their way. */
    bool has_header;
    bool ended;      /* All of the body was read. */
    bool closing;    /* feed_closed is on its way. */
    bool failed;     /* It goes no further. */
    bool was_closed; /* Before: by the same body, or the key is used for another. */
    char closed_digest[FY_FEED_BYTES + 1];
    int64_t closed_rows;
    struct fy_place place; /* Of feed_closed. */
    struct row_columns columns;
    uint8_t digest[FY_DIGEST_BYTES]; /* Of all rows so far, each over the one before it. */
    int64_t rows;
    int64_t accepted;
    struct feed_batch *batches; /* Oldest first. */
    struct feed_batch *filling; /* The last of them, while it takes rows. */
    int batch_count;
    struct feed_skus skus; /* Of rows that are facts. */
    struct fy_arena arena;
    struct fy_arena scratch; /* Of one row, or one record. */
    struct csv csv;
};

/* Answers where somebody still listens; the feed goes no further. */
void feed_fail(
    struct open_feed *feed, enum fy_problem problem, const char *field, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* One more record is settled: frees the feed when nobody needs it any more. */
void feed_settled(struct open_feed *feed);

/* A batch has gone, or the body has ended: go on, or answer. */
void feed_advance(struct open_feed *feed);

/* Send a record to `feeds`; fails the feed where it cannot. `done` is called with `context`. */
bool feed_tell(struct open_feed *feed,
    struct feed *record,
    const char *step,
    int64_t n,
    fy_delivered *done,
    void *context);

/* What happens to a record that Kafka did not acknowledge. */
void feed_unacknowledged(struct open_feed *feed, const struct fy_err *err);

/* --- batch.c --------------------------------------------------------------------------------- */

/* Whether another row may be taken now. */
bool batch_has_room(const struct open_feed *feed);

/* The row in the feed's csv; NULL words: it is well-formed. */
void batch_take_row(struct open_feed *feed, const char *why);

/* No more rows come. */
void batch_seal(struct open_feed *feed);
void batches_free(struct open_feed *feed);

#endif
