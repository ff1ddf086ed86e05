/*
 * row.h - one row of a feed: from the cells of a CSV to the fact it is, or what is wrong with it.
 *
 * Shape:   columns_read(header) -> columns; row_read(columns, cells) -> supply, or column and
 *          words.
 * Rules:   a cell of nothing says nothing. What a cell may hold is what the schema lets a client
 *          write in JSON, and is told in the same words. A verdict depends on the row alone, never
 *          on what is known: so a feed that is sent again has the same ones.
 * Columns: sku, and one at least of: title, description, brand, category, price with currency,
 *          gtin, units, threshold. In any order, each once.
 * Memory:  the arena's; the fact borrows nothing from the CSV.
 * Threads: pure; any number.
 */
#ifndef PRODUCERS_FEEDS_ROW_H
#define PRODUCERS_FEEDS_ROW_H

#include "lib/err.h"
#include "producers/feeds/csv.h"
#include "schemas/generated/supply.h"

enum row_column {
    ROW_SKU,
    ROW_TITLE,
    ROW_DESCRIPTION,
    ROW_BRAND,
    ROW_CATEGORY,
    ROW_PRICE,
    ROW_CURRENCY,
    ROW_GTIN,
    ROW_UNITS,
    ROW_THRESHOLD,
    ROW_COLUMNS,
};

struct row_columns {
    int at[ROW_COLUMNS]; /* Index of its cell; -1: the feed has no such column. */
    int count;
};

/* FY_REJECT with words that name the column: unknown, twice, missing. */
enum fy_status row_columns_read(
    const struct csv *header, struct row_columns *ret_columns, struct fy_err *err) FY_MUST_CHECK;

/*
 * Envelope, session and n are the caller's to set; `supplier` is borrowed. FY_REJECT: `err` says
 * what and the limit; *ret_column is a static name, or NULL for the row as a whole.
 */
enum fy_status row_read(const struct row_columns *columns,
    const struct csv *cells,
    struct fy_slice supplier,
    struct fy_arena *arena,
    struct supply *ret_supply,
    const char **ret_column,
    struct fy_err *err) FY_MUST_CHECK;

#endif
