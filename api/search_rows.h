/*
 * search_rows.h - the index of search follows the views' rows.
 *
 * Shape:   at the start all rows of products are read into it, in pieces between which HTTP is
 *          answered; from then on each slice of the follower changes it in the same turn as the
 *          rows: `changed` before a row changes, `applied` when it has. So a search and a product's
 *          page say the same of price and stock.
 * Crash:   the index is nowhere but in memory and has no position of its own: the rows have, and
 *          the next start makes it of them. It cannot disagree with them, nor outlive a version.
 * Errors:  FY_FATAL from the store; it is kept, and told by applied and load.
 * Limits:  what does not fit (search_index.h) is not found, counted in fy_search_refused and
 *          logged; pages show it as ever.
 * Threads: the reactor's.
 */
#ifndef API_SEARCH_ROWS_H
#define API_SEARCH_ROWS_H

#include "api/search_index.h"
#include "api/views.h"
#include "lib/reactor.h"

struct search_rows;

/* `reactor` NULL: the caller calls search_rows_load. `failed` ends the program. */
struct search_rows_config {
    struct views *views; /* Borrowed. */
    struct fy_reactor *reactor;
    void (*failed)(
        void *context, const struct fy_err *err); /* In the reactor; may be NULL without. */
    void *context;
};

enum fy_status search_rows_new(const struct search_rows_config *config,
    struct search_rows **ret_rows,
    struct fy_err *err) FY_MUST_CHECK;
void search_rows_free(struct search_rows *rows); /* NULL is none. */

/* Reads on for about `budget_us`; *ret_done once all rows have been read. */
enum fy_status search_rows_load(
    struct search_rows *rows, int64_t budget_us, bool *ret_done, struct fy_err *err) FY_MUST_CHECK;

/* NULL while rows are still being read, and of NULL. */
const struct search_index *search_rows_index(const struct search_rows *rows);
uint32_t search_rows_loaded(const struct search_rows *rows); /* How many so far. */

/* The follower's. NULL rows: nothing. */
void search_rows_changed(struct search_rows *rows, enum api_view view, struct fy_slice key);
enum fy_status search_rows_applied(struct search_rows *rows, struct fy_err *err) FY_MUST_CHECK;
void search_rows_wiped(struct search_rows *rows);

#endif
