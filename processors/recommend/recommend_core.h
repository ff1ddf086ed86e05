/* recommend_core.h - what recommend.c and due.c share, and nobody else. */
#ifndef RECOMMEND_CORE_H
#define RECOMMEND_CORE_H

#include "lib/ids.h"
#include "processors/recommend/recommend.h"
#include "processors/recommend/rows.h"

enum {
    DUE_MAX = 256,  /* Of one call: some 10 ms. */
    BUCKETS = 1024, /* A slice has at most 1,000 records. */
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
    bool replaced; /* This slice deletes the row under... */
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

struct recommend {
    struct fy_store *store;
    struct fy_producer *producer;
    struct learned *learned;
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
};

/* recommend.c */
void recommend_forget_slice(struct recommend *recommend);

/* The visitor as this slice has left them so far, else as the rows have them. */
enum fy_status recommend_meet(
    struct recommend *recommend, struct fy_slice name, struct met **ret_met, struct fy_err *err);

/* One for each visitor met; acknowledged. */
enum fy_status recommend_send_lists(
    struct recommend *recommend, long long *ret_count, struct fy_err *err);
void recommend_count_lists(long long count);

/* due.c */
void recommend_note_due(struct recommend *recommend, struct fy_store_batch *rows);

#endif
