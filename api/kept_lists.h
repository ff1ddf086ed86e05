/*
 * kept_lists.h - rows of `recommendations` that were read or written last, in memory.
 *
 * Whoever clicked asks for their list in the same moment, and a read that waits for it looks at its
 * row twice: these are answered from here.
 * Errors:  FY_FATAL: the store's, or the arena is too small.
 * Memory:  KEPT_LISTS rows, of 3 to 5 KB each mostly.
 * Threads: the reactor's.
 */
#ifndef API_KEPT_LISTS_H
#define API_KEPT_LISTS_H

#include "lib/store.h"

enum { KEPT_LISTS = 4096, KEPT_LIST_BYTES_MAX = 16 * 1024 };

struct kept_lists;

struct kept_lists *kept_lists_new(void); /* NULL: no memory. */
void kept_lists_free(struct kept_lists *lists);

/* All rows are gone. */
void kept_lists_clear(struct kept_lists *lists);

/* The row as it is now. An absent value: there is none. One that does not fit is forgotten. */
void kept_lists_put(struct kept_lists *lists, struct fy_slice visitor, struct fy_slice value);

/* What is kept, or else is read from `store` and kept; absent where there is no row. */
enum fy_status kept_lists_row(struct kept_lists *lists,
    struct fy_store *store,
    struct fy_slice visitor,
    struct fy_arena *arena,
    struct fy_slice *ret_row,
    struct fy_err *err) FY_MUST_CHECK;

#endif
