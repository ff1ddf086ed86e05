/*
 * search_check.h - does the index of search say what the rows say? For operators: ./fy digest api.
 *
 * Shape:   two passes in pieces, between which all else is answered. Rows: each product on offer is
 *          in the index as it is, and no other. Documents: each has a row of a product on offer.
 *          Rows and index change in the same turn, so a piece sees both as of one moment, and what
 *          changes meanwhile differs at no moment.
 * Errors:  FY_FATAL: the store's.
 * Threads: the reactor's.
 */
#ifndef API_SEARCH_CHECK_H
#define API_SEARCH_CHECK_H

#include "api/search_index.h"
#include "api/views.h"

enum { SEARCH_CHECK_PIECE = 200 /* Rows or documents: some 10 ms of products of 30 words. */ };

struct search_checked {
    int looked, differ;
    struct fy_slice first; /* SKU of the first that differs; the arena's, absent: none. */
    struct fy_slice next;  /* What the next piece begins behind; absent: that was all. */
};

/* Behind the row of SKU `after`; absent: from the first. */
enum fy_status search_check_rows(struct views *views,
    const struct search_index *index,
    struct fy_slice after,
    struct fy_arena *arena,
    struct search_checked *ret_checked,
    struct fy_err *err) FY_MUST_CHECK;

/* From the document of number `from` on. */
enum fy_status search_check_documents(struct views *views,
    const struct search_index *index,
    uint32_t from,
    struct fy_arena *arena,
    struct search_checked *ret_checked,
    struct fy_err *err) FY_MUST_CHECK;

#endif
