/*
 * clickfile.h - sessions from a file, for scoring and fitting.
 *
 * Formats: a first line that names the columns SessionId, ItemId and Time, apart by tabs, in any
 *          order and with others between them; then one click a line, in any order (kept: by
 *          session, time, line; sessions by their last click, then by number). Or one session a
 *          line, its items in the order of their clicks, apart by spaces.
 * Items:   whole numbers in the file; here dense numbers, in the order in which they are met.
 * Errors:  FY_REJECT naming file and line. FY_FATAL: no memory.
 * Limits:  CLICKFILE_CLICKS_MAX clicks, ENGINE_ITEMS_MAX items.
 * Threads: one owner.
 */
#ifndef RECOMMEND_CLICKFILE_H
#define RECOMMEND_CLICKFILE_H

#include "lib/err.h"
#include "processors/recommend/engine/engine.h"

enum { CLICKFILE_CLICKS_MAX = 1 << 28 };

/* Items of several files: dense number -> number in the file, and back. */
struct clickfile_items {
    int64_t *names;
    uint32_t count, max;
    uint32_t *table; /* Open addressing: number + 1, 0 for empty; a power of two. */
    uint32_t table_size;
};

struct clickfile {
    uint32_t *clicks;
    size_t *firsts; /* Where each session begins in `clicks`; one more, where the last ends. */
    size_t session_count;
    bool by_rows; /* The first of the formats. */
};

enum fy_status clickfile_read(const char *path,
    struct clickfile_items *items,
    struct clickfile *ret_file,
    struct fy_err *err) FY_MUST_CHECK;
void clickfile_done(struct clickfile *file);
void clickfile_items_done(struct clickfile_items *items);

/* For struct engine_config: the smaller number in the file first. The context is the items. */
bool clickfile_stands_first(const void *items, uint32_t a, uint32_t b);

#endif
