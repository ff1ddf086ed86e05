/*
 * feeds.c - how far a feed is, and which of its rows were refused; what was scanned in a session.
 *
 * Rows of the view: lib/feed_rows.h. Who refused a row is told: the edge, which reads what a row
 * says, or `stock`, which decides what it does.
 */
#include "api/api.h"
#include "lib/feed_scans.h"
#include "schemas/generated/stock_event.h"

#include <assert.h>
#include <stdlib.h>

enum {
    VERDICTS_MAX = 1000,
    VERDICTS_DEFAULT = 100,
    ROWS_ARENA_BYTES = 256 * 1024, /* To decode one batch of verdicts. */
};

/* --- A feed's totals ------------------------------------------------------------------------- */

static enum fy_status get(struct views *views,
    enum fy_feed_row row,
    struct fy_slice feed,
    int64_t n,
    struct fy_arena *arena,
    bool *ret_known,
    struct feed *ret_feed,
    struct fy_err *err)
{
    return fy_feed_get(views->store, VIEW_FEEDS, row, feed, n, arena, ret_known, ret_feed, err);
}

/*
 * The batches of a feed are told in order and without gaps, so the newest is found by halving:
 * below `low` all are there, from `high` on none.
 */
static enum fy_status newest_rows(struct views *views,
    struct fy_slice feed,
    struct fy_arena *arena,
    struct feed_progress *ret,
    struct fy_err *err)
{
    int64_t low = 0, high = FY_FEED_ROWS_MAX / FY_FEED_BATCH_ROWS;

    while (low < high) {
        int64_t middle = (low + high) / 2;
        struct feed record;
        bool known;
        enum fy_status status = get(
            views, FY_FEED_ROWS, feed, middle * FY_FEED_BATCH_ROWS, arena, &known, &record, err);

        if (status != FY_OK)
            return status;
        if (known && record.rows_taken != NULL) {
            ret->rows = record.rows_taken->rows_so_far;
            ret->accepted = record.rows_taken->accepted_so_far;
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return FY_OK;
}

enum fy_status feeds_progress(struct views *views,
    struct fy_slice feed,
    struct fy_arena *arena,
    struct feed_progress *ret,
    struct fy_err *err)
{
    struct feed record;
    enum fy_status status;

    *ret = (struct feed_progress){0};
    status = get(views, FY_FEED_CLOSED, feed, 0, arena, &ret->closed, &record, err);
    if (status != FY_OK)
        return status;
    if (!ret->closed)
        return newest_rows(views, feed, arena, ret, err);
    ret->rows = record.feed_closed->rows;
    ret->accepted = record.feed_closed->accepted;
    return FY_OK;
}

/* --- A page of verdicts ---------------------------------------------------------------------- */

struct verdict {
    int64_t n;
    const char *by;
    struct fy_slice column;
    struct fy_slice reason;
};

struct page {
    struct fy_arena *arena; /* Of the answer. */
    struct fy_arena rows;   /* Of what is decoded. */
    int64_t after;          /* Numbers below it are on an earlier page. */
    int limit;
    struct verdict *verdicts; /* Twice the limit and one of each kind more. */
    int count;
    int count_max; /* Of the kind that is gathered now. */
    enum fy_status status;
    struct fy_err *err;
};

static bool add(
    struct page *page, int64_t n, const char *by, struct fy_slice column, struct fy_slice reason)
{
    struct verdict *verdict = &page->verdicts[page->count];

    if (page->count == page->count_max)
        return false;
    *verdict = (struct verdict){.n = n, .by = by, .reason = fy_arena_copy(page->arena, reason)};
    if (column.data != NULL)
        verdict->column = fy_arena_copy(page->arena, column);
    page->count++;
    return true;
}

static bool failed(struct page *page)
{
    page->err->status = page->status = FY_FATAL; /* It could be read when it was put. */
    return false;
}

static bool visit_rows(int64_t n, struct fy_slice value, void *context)
{
    struct page *page = context;
    struct feed feed;

    (void)n;
    fy_arena_clear(&page->rows);
    if (feed_decode(value, &page->rows, &feed, page->err) != FY_OK)
        return failed(page);
    for (size_t i = 0; feed.rows_taken != NULL && i < feed.rows_taken->refused.count; i++) {
        const struct row_refused *row = &feed.rows_taken->refused.items[i];

        if (row->n >= page->after && !add(page, row->n, "edge", row->column, row->reason))
            return false;
    }
    return true;
}

static bool visit_refused(int64_t n, struct fy_slice value, void *context)
{
    struct page *page = context;
    struct stock_event event;

    fy_arena_clear(&page->rows);
    if (stock_event_decode(value, &page->rows, &event, page->err) != FY_OK)
        return failed(page);
    return event.supply_refused == NULL ||
           add(page, n, "stock", (struct fy_slice){0}, event.supply_refused->reason);
}

static int compare(const void *one, const void *two)
{
    int64_t n = ((const struct verdict *)one)->n, m = ((const struct verdict *)two)->n;

    return (n > m) - (n < m);
}

/* One more than the limit of each kind, so that it is known whether others follow. */
static enum fy_status gather(
    struct views *views, struct fy_slice feed, struct page *page, struct fy_err *err)
{
    int64_t batch = page->after / FY_FEED_BATCH_ROWS * FY_FEED_BATCH_ROWS;
    enum fy_status status;

    page->verdicts =
        fy_arena_alloc(page->arena, 2 * ((size_t)page->limit + 1) * sizeof(*page->verdicts));
    if (page->verdicts == NULL)
        return fy_fail(err, FY_FATAL, "a page of verdicts does not fit the arena");
    fy_arena_init(&page->rows, ROWS_ARENA_BYTES);
    page->count_max = page->limit + 1;
    status =
        fy_feed_scan(views->store, VIEW_FEEDS, FY_FEED_ROWS, feed, batch, visit_rows, page, err);
    page->count_max = page->count + page->limit + 1;
    if (status == FY_OK && page->status == FY_OK)
        status = fy_feed_scan(
            views->store, VIEW_FEEDS, FY_FEED_REFUSED, feed, page->after, visit_refused, page, err);
    fy_arena_done(&page->rows);
    if (status == FY_OK)
        status = page->status;
    if (status == FY_OK)
        qsort(page->verdicts, (size_t)page->count, sizeof(*page->verdicts), compare);
    return status;
}

static void put_verdicts(struct fy_json_out *out, const struct page *page)
{
    bool more = page->count > page->limit;

    fy_json_out_name(out, "verdicts");
    fy_json_out_array(out);
    for (int i = 0; i < page->count && i < page->limit; i++) {
        const struct verdict *verdict = &page->verdicts[i];

        fy_json_out_object(out);
        fy_json_out_member_int(out, "row", verdict->n + 1);
        fy_json_out_member_text(out, "verdict", fy_slice_of("refused"));
        fy_json_out_member_text(out, "by", fy_slice_of(verdict->by));
        if (verdict->column.data != NULL)
            fy_json_out_member_text(out, "column", verdict->column);
        fy_json_out_member_text(out, "reason", verdict->reason);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    fy_json_out_name(out, "next_after");
    if (more)
        fy_json_out_int(out, page->verdicts[page->limit - 1].n + 1);
    else
        fy_json_out_null(out);
}

/* It may have come while somebody waited for the id: the gate did not know it. */
static bool is_theirs(const struct feed *opened, struct fy_slice supplier)
{
    return supplier.data == NULL || fy_slice_equal(opened->supplier, supplier);
}

enum fy_status feeds_one(struct views *views,
    struct fy_slice supplier,
    struct fy_slice feed,
    int after,
    int limit,
    struct fy_arena *arena,
    bool *ret_open,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct page page = {
        .arena = arena, .after = after, .limit = limit, .status = FY_OK, .err = err};
    struct feed_progress progress;
    struct fy_json_out out;
    struct feed record;
    enum fy_status status;
    bool known = false;

    *ret_open = false;
    status = fy_feed_is_id(feed) ? get(views, FY_FEED_OPENED, feed, 0, arena, &known, &record, err)
                                 : FY_OK;
    known = known && is_theirs(&record, supplier);
    if (status == FY_OK && !known)
        answer_problem(ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "There is no feed of that id");
    if (status != FY_OK || !known)
        return status;
    status = feeds_progress(views, feed, arena, &progress, err);
    if (status == FY_OK)
        status = gather(views, feed, &page, err);
    if (status != FY_OK)
        return status;

    *ret_open = !progress.closed;
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "feed", feed);
    fy_json_out_member_text(&out, "supplier", record.supplier);
    fy_json_out_member_text(&out, "state", fy_slice_of(progress.closed ? "closed" : "open"));
    fy_json_out_member_int(&out, "rows", progress.rows);
    fy_json_out_member_int(&out, "accepted", progress.accepted);
    fy_json_out_member_int(&out, "refused", progress.rows - progress.accepted);
    put_verdicts(&out, &page);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- A session of scans ---------------------------------------------------------------------- */

static void put_scan(struct fy_json_out *out, const struct feed *feed)
{
    fy_json_out_object(out);
    if (feed->item_scanned != NULL) {
        fy_json_out_member_int(out, "n", feed->item_scanned->n);
        fy_json_out_member_text(out, "gtin", feed->item_scanned->gtin);
        fy_json_out_member_text(out, "sku", feed->item_scanned->sku);
        fy_json_out_member_int(out, "units", feed->item_scanned->units);
    } else if (feed->scan_taken_back != NULL) {
        fy_json_out_member_int(out, "n", feed->scan_taken_back->n);
        fy_json_out_member_int(out, "undone_n", feed->scan_taken_back->undone_n);
    }
    fy_json_out_object_end(out);
}

struct scan_page {
    struct fy_json_out *out;
    struct fy_arena rows;
    int left;
    int64_t next; /* -1: no others follow. */
    enum fy_status status;
    struct fy_err *err;
};

static bool visit_scan(int64_t n, struct fy_slice value, void *context)
{
    struct scan_page *page = context;
    struct feed feed;

    if (page->left == 0) {
        page->next = n;
        return false;
    }
    page->left--;
    fy_arena_clear(&page->rows);
    if (feed_decode(value, &page->rows, &feed, page->err) != FY_OK) {
        page->err->status = page->status = FY_FATAL;
        return false;
    }
    put_scan(page->out, &feed);
    return true;
}

static enum fy_status put_scans(struct views *views,
    struct fy_slice session,
    int after,
    int limit,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct scan_page page = {.out = out, .left = limit, .next = -1, .status = FY_OK, .err = err};
    enum fy_status status;

    fy_arena_init(&page.rows, ROWS_ARENA_BYTES);
    fy_json_out_name(out, "scans");
    fy_json_out_array(out);
    status = fy_feed_scan(
        views->store, VIEW_FEEDS, FY_FEED_SCAN, session, after, visit_scan, &page, err);
    fy_json_out_array_end(out);
    fy_arena_done(&page.rows);
    fy_json_out_name(out, "next_after");
    if (page.next >= 0)
        fy_json_out_int(out, page.next);
    else
        fy_json_out_null(out);
    return status == FY_OK ? page.status : status;
}

static void put_totals(struct fy_json_out *out, const struct fy_scans *scans)
{
    fy_json_out_member_int(out, "numbers", scans->numbers);
    fy_json_out_member_int(out, "counting", scans->scan_count);
    fy_json_out_name(out, "missing");
    if (scans->missing >= 0)
        fy_json_out_int(out, scans->missing);
    else
        fy_json_out_null(out);
    fy_json_out_name(out, "totals");
    fy_json_out_array(out);
    for (size_t i = 0; i < scans->total_count; i++) {
        fy_json_out_object(out);
        fy_json_out_member_text(out, "sku", fy_slice_of(scans->totals[i].sku));
        fy_json_out_member_int(out, "units", scans->totals[i].units);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

enum fy_status scans_one(struct views *views,
    struct fy_slice supplier,
    struct fy_slice session,
    int after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_scans scans = {0};
    struct fy_json_out out;
    struct feed opened, closed;
    enum fy_status status = FY_OK;
    bool known = false, is_closed = false;

    if (fy_feed_is_id(session))
        status = get(views, FY_FEED_SCAN_OPENED, session, 0, arena, &known, &opened, err);
    known = known && is_theirs(&opened, supplier);
    if (status == FY_OK && !known)
        answer_problem(ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "There is no session of that id");
    if (status != FY_OK || !known)
        return status;
    status = get(views, FY_FEED_SCAN_CLOSED, session, 0, arena, &is_closed, &closed, err);
    if (status == FY_OK)
        status = fy_scans_read(views->store, VIEW_FEEDS, session, &scans, err);
    if (status == FY_OK) {
        fy_json_out_init(&out, arena);
        fy_json_out_object(&out);
        fy_json_out_member_text(&out, "session", session);
        fy_json_out_member_text(&out, "supplier", opened.supplier);
        fy_json_out_member_text(&out, "mode",
            fy_slice_of(opened.scan_opened->mode == SCAN_MODE_COUNT ? "COUNT" : "RECEIVE"));
        fy_json_out_member_text(&out, "state", fy_slice_of(is_closed ? "closed" : "open"));
        put_totals(&out, &scans);
        status = put_scans(views, session, after, limit, &out, err);
    }
    fy_scans_free(&scans);
    if (status != FY_OK)
        return status;
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- Routes ---------------------------------------------------------------------------------- */

static bool page_asked(
    struct fy_http_request *request, int *ret_after, int *ret_limit, struct api_answer *ret_answer)
{
    return query_int(fy_http_query(request, "after"), "after", 0, FY_FEED_ROWS_MAX, 0, ret_after,
               ret_answer) &&
           query_int(fy_http_query(request, "limit"), "limit", 1, VERDICTS_MAX, VERDICTS_DEFAULT,
               ret_limit, ret_answer);
}

static enum fy_status feed_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    enum fy_status status;
    int after, limit;
    bool open;

    if (!page_asked(request, &after, &limit, ret_answer))
        return FY_OK;
    status = feeds_one(
        &api->views, api_supplier(request), key, after, limit, &api->arena, &open, ret_answer, err);
    if (status == FY_OK && open)
        fy_http_set_header(request, "Retry-After", "1");
    return status;
}

void api_feed(struct fy_http_request *request, void *program)
{
    reading_serve(program, request,
        &(struct reading){.view = VIEW_FEEDS,
            .key = fy_http_path_param(request, "feed"),
            .whom = ANSWER_FOR_CALLER,
            .content = feed_content});
}

static enum fy_status scans_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    int after, limit;

    if (!page_asked(request, &after, &limit, ret_answer))
        return FY_OK;
    return scans_one(
        &api->views, api_supplier(request), key, after, limit, &api->arena, ret_answer, err);
}

void api_scan_session(struct fy_http_request *request, void *program)
{
    reading_serve(program, request,
        &(struct reading){.view = VIEW_FEEDS,
            .key = fy_http_path_param(request, "session"),
            .whom = ANSWER_FOR_CALLER,
            .content = scans_content});
}
