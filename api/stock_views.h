/*
 * stock_views.h - rows made of what `stock` decided, beside those of its states.
 *
 * Rows:    VIEW_OFFERS          supplier NUL SKU -> nothing: who has ever listed what
 *          VIEW_PRICES          SKU NUL n mod PRICES_KEPT -> n, since when, what: what customers
 *                               saw as its price; events number them, so the newest stay
 *          VIEW_ALERTS          supplier NUL SKU NUL kind -> when the newest ALERTS_KEPT of it came
 *          VIEW_ALERT_TIMES     supplier NUL time SKU NUL kind -> the event: newest first
 *          VIEW_SUPPLIER_FEEDS  supplier NUL time feed -> nothing: newest first
 *          VIEW_FEEDS           what stock refused of feeds and scans: lib/feed_rows.h
 * Order:   a row depends on records of one key of one topic, and not on how partitions took turns.
 * Errors, threads: as views_apply.
 */
#ifndef API_STOCK_VIEWS_H
#define API_STOCK_VIEWS_H

#include "api/views.h"
#include "schemas/generated/stock_event.h"

enum {
    PRICES_KEPT = 200,
    ALERTS_KEPT = 8, /* Of a kind and SKU: who looks once a week sees a bad one. */
};

/* views_apply's part for the topic `stock`. */
enum fy_status views_stock_event(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* Beside fy_feed_apply, for the topic `feeds`. */
enum fy_status views_feed_of_supplier(const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

struct price_point {
    int64_t n;        /* From 1. */
    int64_t since_ms; /* Of the event, UTC. */
    int64_t minor;
    char currency[4];
};

/* Newest first; at most PRICES_KEPT of them. */
enum fy_status views_prices(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct price_point **ret_points,
    int *ret_count,
    struct fy_err *err) FY_MUST_CHECK;

/* What an alert is of: the letter in its keys, and its name; NULL: it is none. */
const char *alert_name(const struct stock_event *event, char *ret_kind);

/* `second` is the key's second part, as views_seconds of VIEW_ALERT_TIMES gives it. */
enum fy_status views_alert(struct views *views,
    struct fy_slice supplier,
    struct fy_slice second,
    struct fy_arena *arena,
    bool *ret_known,
    struct stock_event *ret_event,
    struct fy_err *err) FY_MUST_CHECK;

#endif
