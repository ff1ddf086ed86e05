/*
 * supplier_news.c - what a supplier wants to hear of, newest first: alerts, and its feeds.
 *
 * A page names where the next one goes on: "time.rest", as the rows' keys have it.
 */
#include "api/api.h"
#include "api/keys.h"
#include "api/stock_views.h"
#include "lib/feed_rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    AFTER_BYTES_MAX = 160, /* 20 of a time, a SKU's 64 and some. */
    LIVE_ALERTS = 20,      /* A screen: a stream is of the newest. */
};

/* The second part of a row's key. */
struct timed {
    int64_t at_ms;
    struct fy_slice rest;
};

static struct timed timed_of(struct fy_slice second)
{
    return (struct timed){.at_ms = key_time_of(key_number_of(second.data)),
        .rest = {second.data + KEY_NUMBER_BYTES, second.size - KEY_NUMBER_BYTES}};
}

/* In a page's words a NUL is a '.': neither a SKU's end nor a feed's id is in doubt. */
static void put_after(struct fy_json_out *out, const char *name, struct fy_slice second)
{
    uint8_t text[AFTER_BYTES_MAX];
    struct timed timed = {0};
    size_t size = 0;
    int length;

    fy_json_out_name(out, name);
    if (second.data != NULL) {
        timed = timed_of(second);
        length = snprintf((char *)text, sizeof(text), "%" PRId64 ".", timed.at_ms);
        size = length > 0 ? (size_t)length : sizeof(text);
    }
    if (second.data == NULL || size + timed.rest.size > sizeof(text)) {
        fy_json_out_null(out);
        return;
    }
    for (size_t i = 0; i < timed.rest.size; i++)
        text[size + i] = timed.rest.data[i] != 0 ? timed.rest.data[i] : '.';
    fy_json_out_text(out, (struct fy_slice){text, size + timed.rest.size});
}

/* Absent stays absent. An alert's last two bytes are a NUL and its kind. */
static bool parse_after(struct fy_slice text,
    bool is_alert,
    struct fy_arena *arena,
    struct fy_slice *ret_second,
    struct api_answer *ret_answer)
{
    const uint8_t *dot = text.size > 0 ? memchr(text.data, '.', text.size) : NULL;
    size_t digits = dot != NULL ? (size_t)(dot - text.data) : 0, size;
    int64_t at_ms = 0;
    uint8_t *second;

    *ret_second = (struct fy_slice){0};
    if (text.data == NULL)
        return true;
    for (size_t i = 0; i < digits && digits <= 15; i++) {
        at_ms = at_ms * 10 + (text.data[i] - '0');
        if (text.data[i] < '0' || text.data[i] > '9')
            digits = 0;
    }
    size = digits >= 1 && digits <= 15 && text.size <= AFTER_BYTES_MAX ? text.size - digits - 1 : 0;
    if (size < 3 || (is_alert && text.data[text.size - 2] != '.')) {
        answer_problem(ret_answer, FY_PROBLEM_BAD_QUERY, "after",
            "after: must be the next_after of a page before");
        return false;
    }
    second = fy_arena_alloc(arena, KEY_NUMBER_BYTES + size);
    if (second == NULL)
        return false;
    key_number(second, key_newest_first(at_ms));
    memcpy(second + KEY_NUMBER_BYTES, dot + 1, size);
    if (is_alert)
        second[KEY_NUMBER_BYTES + size - 2] = 0;
    *ret_second = (struct fy_slice){second, KEY_NUMBER_BYTES + size};
    return true;
}

/* --- Alerts ----------------------------------------------------------------------------------- */

static void put_what(struct fy_json_out *out, const struct stock_event *event)
{
    if (event->low_stock_reached != NULL) {
        fy_json_out_member_int(out, "available_units", event->low_stock_reached->available_units);
        fy_json_out_member_int(out, "threshold_units", event->low_stock_reached->threshold_units);
    } else if (event->low_stock_cleared != NULL) {
        fy_json_out_member_int(out, "available_units", event->low_stock_cleared->available_units);
        put_count(out, "threshold_units", event->low_stock_cleared->has_threshold_units,
            event->low_stock_cleared->threshold_units);
    } else if (event->stock_short != NULL) {
        fy_json_out_member_int(out, "on_hand_units", event->stock_short->on_hand_units);
        fy_json_out_member_int(out, "held_units", event->stock_short->held_units);
        fy_json_out_member_int(out, "committed_units", event->stock_short->committed_units);
    } else if (event->commit_short != NULL) {
        fy_json_out_member_text(out, "order", event->commit_short->order);
        fy_json_out_member_int(out, "units", event->commit_short->units);
    } else if (event->supply_refused != NULL) {
        fy_json_out_member_text(out, "reason", event->supply_refused->reason);
    }
}

static enum fy_status put_alert(struct views *views,
    struct fy_slice supplier,
    struct fy_slice second,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct stock_event event;
    struct fy_slice title = {0};
    const char *name = NULL;
    bool known = false;
    char kind;
    enum fy_status status = views_alert(views, supplier, second, arena, &known, &event, err);

    if (status == FY_OK && known)
        name = alert_name(&event, &kind);
    if (name != NULL)
        status = views_title(views, event.sku, arena, &title, err);
    if (status != FY_OK || name == NULL)
        return status;
    fy_json_out_object(out);
    put_after(out, "alert", second);
    fy_json_out_member_text(out, "kind", fy_slice_of(name));
    fy_json_out_member_int(out, "at_ms", event.envelope.event_ms);
    fy_json_out_member_text(out, "sku", event.sku);
    fy_json_out_member_text(out, "title", title);
    put_what(out, &event);
    fy_json_out_object_end(out);
    return FY_OK;
}

/* --- Feeds ------------------------------------------------------------------------------------ */

static enum fy_status put_feed(struct views *views,
    struct fy_slice supplier,
    struct fy_slice second,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct timed timed = timed_of(second);
    struct feed_progress progress;
    struct feed opened;
    bool known = false;
    enum fy_status status = fy_feed_get(
        views->store, VIEW_FEEDS, FY_FEED_OPENED, timed.rest, 0, arena, &known, &opened, err);

    /* One that was sent again is found at its newest beginning. */
    if (status != FY_OK || !known || opened.envelope.event_ms != timed.at_ms ||
        !fy_slice_equal(opened.supplier, supplier))
        return status;
    status = feeds_progress(views, timed.rest, arena, &progress, err);
    if (status != FY_OK)
        return status;
    fy_json_out_object(out);
    fy_json_out_member_text(out, "feed", timed.rest);
    fy_json_out_member_int(out, "opened_ms", timed.at_ms);
    fy_json_out_member_text(out, "state", fy_slice_of(progress.closed ? "closed" : "open"));
    fy_json_out_member_int(out, "rows", progress.rows);
    fy_json_out_member_int(out, "accepted", progress.accepted);
    fy_json_out_member_int(out, "refused", progress.rows - progress.accepted);
    fy_json_out_object_end(out);
    return FY_OK;
}

/* --- Pages ------------------------------------------------------------------------------------ */

/* What a page is of. */
struct news {
    const char *name;
    enum api_view view;
    bool is_alerts;
    enum fy_status (*put)(struct views *views,
        struct fy_slice supplier,
        struct fy_slice second,
        struct fy_arena *arena,
        struct fy_json_out *out,
        struct fy_err *err);
};

static const struct news alerts = {"alerts", VIEW_ALERT_TIMES, true, put_alert};
static const struct news feeds = {"feeds", VIEW_SUPPLIER_FEEDS, false, put_feed};

static enum fy_status page_of(const struct news *news,
    struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice seconds[API_SUPPLIER_MAX], from;
    struct fy_json_out out;
    enum fy_status status;
    bool more = false;
    int count = 0;

    assert(limit >= 1 && limit <= API_SUPPLIER_MAX);
    if (!parse_after(after, news->is_alerts, arena, &from, ret_answer))
        return FY_OK;
    status =
        views_seconds(views, news->view, supplier, from, limit, arena, seconds, &count, &more, err);
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "supplier", supplier);
    fy_json_out_name(&out, news->name);
    fy_json_out_array(&out);
    for (int i = 0; i < count && status == FY_OK; i++)
        status = news->put(views, supplier, seconds[i], arena, &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_array_end(&out);
    put_after(&out, "next_after", more ? seconds[count - 1] : (struct fy_slice){0});
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

enum fy_status alerts_page(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    return page_of(&alerts, views, supplier, after, limit, arena, ret_answer, err);
}

enum fy_status feeds_page(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    return page_of(&feeds, views, supplier, after, limit, arena, ret_answer, err);
}

/* --- Routes ----------------------------------------------------------------------------------- */

static enum fy_status asked_page(const struct news *news,
    struct api *api,
    struct fy_http_request *request,
    struct fy_slice supplier,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    int limit;

    if (!query_int(fy_http_query(request, "limit"), "limit", 1, API_SUPPLIER_MAX,
            API_SUPPLIER_DEFAULT, &limit, ret_answer))
        return FY_OK;
    return page_of(news, &api->views, supplier, fy_http_query(request, "after"), limit, &api->arena,
        ret_answer, err);
}

static enum fy_status alerts_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    return asked_page(&alerts, api, request, key, ret_answer, err);
}

static enum fy_status feeds_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    return asked_page(&feeds, api, request, key, ret_answer, err);
}

static enum fy_status live_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    (void)request;
    return alerts_page(
        &api->views, key, (struct fy_slice){0}, LIVE_ALERTS, &api->arena, ret_answer, err);
}

static struct reading reading_of(struct fy_http_request *request)
{
    return (struct reading){.view = VIEW_ALERTS,
        .key = fy_http_path_param(request, "supplier"),
        .whom = ANSWER_FOR_CALLER,
        .content = alerts_content};
}

void api_alerts(struct fy_http_request *request, void *program)
{
    struct reading reading = reading_of(request);

    reading_serve_page(program, request, &reading);
}

void api_alerts_live(struct fy_http_request *request, void *program)
{
    struct reading reading = reading_of(request);

    reading.content = live_content;
    live_serve(program, request, &reading);
}

void api_supplier_feeds(struct fy_http_request *request, void *program)
{
    struct reading reading = reading_of(request);

    reading.view = VIEW_SUPPLIER_FEEDS;
    reading.content = feeds_content;
    reading_serve_page(program, request, &reading);
}
