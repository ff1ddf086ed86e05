/* recommend_core.h - what recommend.c, lists.c, everybody.c and due.c share, and nobody else. */
#ifndef RECOMMEND_CORE_H
#define RECOMMEND_CORE_H

#include "lib/ids.h"
#include "processors/recommend/collections.h"
#include "processors/recommend/offers.h"
#include "processors/recommend/recommend.h"
#include "processors/recommend/rows.h"

enum {
    FLUSH_MS =
        10000, /* Far above what an acknowledgement takes; a broker away is met by asking again. */
    DUE_MAX = 256,  /* Of one call: some 10 ms. */
    BUCKETS = 1024, /* A slice has at most 1,000 records. */
};

/* The row of a session that this slice put or, of one who was forgotten, deleted. */
struct session_row {
    struct session_row *next;
    struct engine_order order;
};

/* A visitor whom this slice has met. */
struct met {
    struct met *in_bucket; /* Next of the same bucket. */
    struct met *next;      /* In the order in which they were met. */
    struct fy_slice name;
    struct visitor visitor;
    bool changed; /* The row is to be written. */
    bool grown;   /* The session's row too. */
    bool stored;  /* A row of the session is there, under... */
    struct engine_order stored_order;
    struct session_row *put;
    bool forgotten; /* Nothing has come since: their list goes. */
    bool replaced;  /* This slice deletes the row under... */
    struct engine_order replaced_order;
    struct fy_place newest;
    int64_t newest_ms;
};

/* A visitor whose list was made while other partitions were still to be read. */
struct due {
    uint8_t name[FY_VISITOR_TEXT];
    size_t size;
    struct fy_place newest;
    int64_t newest_ms;
};

/* What the list of everybody was last sent with. */
struct everybody {
    uint8_t digest[FY_DIGEST_BYTES];
    int64_t looked_ms;
    bool sent, stale;
};

struct recommend {
    struct fy_store *store;
    struct fy_producer *producer;
    struct learned *learned;
    struct offers *offers;
    struct collections *collections;
    uint32_t sessions_max;
    struct rows_seen seen;
    struct fy_arena slice; /* What was met, until it has settled. */
    struct fy_arena list;  /* One list or row at a time. */
    struct met *buckets[BUCKETS];
    struct met *first;
    struct met **end;
    size_t session_rows;     /* In the store, when this slice is written. */
    bool read_up;            /* Lists are of all that was there; none is due from now on. */
    bool paid;               /* ROWS_DUE is empty. */
    struct due due[DUE_MAX]; /* What one call of pay_due has found. */
    int due_count;
    struct session_row *deleted; /* Of who was forgotten. */
    bool touched;                /* This slice changed rows, of visitors or not. */
    struct everybody popular, fresh;
};

/* recommend.c */
void recommend_forget_slice(struct recommend *recommend);

/* The visitor as this slice has left them so far, else as the rows have them. */
enum fy_status recommend_meet(
    struct recommend *recommend, struct fy_slice name, struct met **ret_met, struct fy_err *err);

/* Where the visitor's session is in the index, or ENGINE_NONE. */
uint32_t recommend_slot_of(const struct recommend *recommend, const struct visitor *visitor);

/* lists.c: one for each visitor met; acknowledged. */
enum fy_status recommend_send_lists(
    struct recommend *recommend, long long *ret_count, struct fy_err *err);
void recommend_count_lists(long long count);
enum fy_status recommend_send(
    struct recommend *recommend, struct fy_slice key, struct fy_slice value, struct fy_err *err);
size_t recommend_index_seen(
    const struct recommend *recommend, struct position ret_seen[2 * FY_PARTITIONS_MAX]);
void recommend_lists_metrics_register(void);
void recommend_interested_metrics_register(void);

/*
 * forget.c: as if the visitor had never been. Their sessions leave the index and the rows, their
 * number goes, and their row says when, by which a repeat is known.
 */
enum fy_status recommend_forget(struct recommend *recommend,
    struct met *met,
    int64_t forgotten_ms,
    struct fy_store_batch *rows,
    struct fy_err *err);

/* Notes a session's row in one of the lists above. */
enum fy_status recommend_note_row(struct recommend *recommend,
    struct session_row **list,
    const struct engine_order *order,
    struct fy_err *err);
bool recommend_noted_row(const struct session_row *list, const struct engine_order *order);

/* due.c */
void recommend_note_due(struct recommend *recommend, struct fy_store_batch *rows);

#endif
