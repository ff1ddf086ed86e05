/*
 * POST /v1/feeds: a CSV of offers, read while it comes. Answered at its end; how far it is says
 * GET /v1/feeds/{id} meanwhile.
 */
#include "producers/feeds/feed.h"
#include "lib/json_out.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "producers/edge.h"
#include "producers/feeds/feeds.h"
#include "producers/routes.h"
#include "producers/supply/one.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    FEED_ARENA_BYTES = 16 * 1024,
    SCRATCH_BYTES = 512 * 1024, /* A row as JSON, every byte of it escaped, twice. */
    CLOSING_MS = 20000,         /* Its last batches, its verdicts, its end: each within 4 s. */
};

static struct fy_metric feeds_open = FY_GAUGE("fy_producers_feeds", "Feeds that are read now.");
static struct fy_metric rows_read =
    FY_COUNTER("fy_producers_feed_rows_total", "Rows of feeds read.");
static struct fy_metric rows_accepted =
    FY_COUNTER("fy_producers_feed_rows_accepted_total", "Rows of feeds that are facts.");

void feeds_register_metrics(void)
{
    fy_metric_register(&feeds_open);
    fy_metric_register(&rows_read);
    fy_metric_register(&rows_accepted);
}

/* --- Its life -------------------------------------------------------------------------------- */

static void feed_free(struct open_feed *feed)
{
    struct open_feed **at = &feed->producers->feeds;

    assert(feed->out == 0 && feed->request == NULL);
    while (*at != feed)
        at = &(*at)->next;
    *at = feed->next;
    batches_free(feed);
    feed_skus_done(&feed->skus);
    fy_arena_done(&feed->arena);
    fy_arena_done(&feed->scratch);
    free(feed);
    fy_metric_add(&feeds_open, -1);
}

/* At the end of each entry: nobody above uses the feed any more. */
static void leave(struct open_feed *feed)
{
    if (feed->request == NULL && feed->out == 0)
        feed_free(feed);
}

void feed_settled(struct open_feed *feed)
{
    assert(feed->out > 0);
    feed->out--;
    feed_advance(feed);
    leave(feed);
}

void feed_fail(
    struct open_feed *feed, enum fy_problem problem, const char *field, const char *format, ...)
{
    struct fy_http_request *request = feed->request;
    char words[512];
    va_list args;

    feed->failed = true;
    feed->request = NULL;
    if (request == NULL)
        return;
    va_start(args, format);
    (void)vsnprintf(words, sizeof(words), format, args);
    va_end(args);
    fy_http_problem(request, problem, field, "%s", words);
}

void feed_unacknowledged(struct open_feed *feed, const struct fy_err *err)
{
    if (!feed->failed)
        fy_log(FY_LOG_WARN, "a feed is broken off: %s", err->text);
    feed_fail(feed, FY_PROBLEM_DEADLINE, NULL,
        "Kafka has not acknowledged all rows in time: send the feed again under the same "
        "Idempotency-Key, and it goes on where it was");
}

/* What it has read is on its way and arrives all the same. */
static void on_gone(struct fy_http_request *request, void *context)
{
    struct open_feed *feed = context;

    (void)request;
    feed->request = NULL;
    feed->failed = true;
    leave(feed);
}

void feeds_stop(struct producers *producers)
{
    struct open_feed *next;

    for (struct open_feed *feed = producers->feeds; feed != NULL; feed = next) {
        next = feed->next;
        feed_fail(feed, FY_PROBLEM_NOT_READY, NULL,
            "this instance is stopping: send the feed again under the same Idempotency-Key");
        leave(feed);
    }
}

void feeds_forget(struct producers *producers)
{
    while (producers->feeds != NULL) {
        producers->feeds->out = 0;
        leave(producers->feeds);
    }
}

/* --- Telling --------------------------------------------------------------------------------- */

bool feed_tell(struct open_feed *feed,
    struct feed *record,
    const char *step,
    int64_t n,
    fy_delivered *done,
    void *context)
{
    char event_id[FY_UUID_TEXT + 1];
    char number[24];
    struct fy_slice parts[] = {fy_slice_of(feed->id), fy_slice_of(step), {0}};
    struct fy_slice value;
    struct fy_err err;

    (void)snprintf(number, sizeof(number), "%" PRId64, n);
    parts[2] = fy_slice_of(number);
    fy_uuid_derive(parts, 3, event_id);
    record->feed = fy_slice_of(feed->id);
    record->supplier = feed->supplier;
    record->envelope = (struct envelope){
        .event_id = fy_slice_of(event_id),
        .root = feed->supplier,
        .actor = feed->actor,
        .event_ms = feed->now_ms,
    };
    fy_arena_clear(&feed->scratch);
    if (feed_encode(record, &feed->scratch, &value, &err) != FY_OK ||
        fy_producer_send(feed->producers->producer, FY_TOPIC_FEEDS, record->feed, value, done,
            context, &err) != FY_OK) {
        feed_fail(feed, FY_PROBLEM_BUSY, NULL, "%s; send it again under the same key", err.text);
        return false;
    }
    feed->out++;
    return true;
}

static void on_opened(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct open_feed *feed = context;

    (void)place;
    if (status != FY_OK)
        feed_unacknowledged(feed, err);
    feed_settled(feed);
}

/* --- The answer ------------------------------------------------------------------------------ */

static void answer(struct open_feed *feed)
{
    struct fy_http_request *request = feed->request;
    struct fy_arena *arena = request != NULL ? fy_http_arena(request) : NULL;
    struct fy_slice location, place;
    struct fy_slice body = {0};
    struct fy_json_out out;

    feed->request = NULL;
    feed->failed = true; /* There is nothing more to it. */
    if (request == NULL)
        return;
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "feed", fy_slice_of(feed->id));
    fy_json_out_member_int(&out, "rows", feed->rows);
    fy_json_out_member_int(&out, "accepted", feed->accepted);
    fy_json_out_member_int(&out, "refused", feed->rows - feed->accepted);
    fy_json_out_object_end(&out);
    (void)fy_json_out_done(&out, &body);
    location = fy_arena_format(arena, "/v1/feeds/%s", feed->id);
    place = fy_place_text(arena, &feed->place);
    if (location.data != NULL)
        fy_http_set_header(request, "Location", (const char *)location.data);
    if (place.data != NULL)
        fy_http_set_header(request, "Fy-Position", (const char *)place.data);
    fy_http_set_header(request, "Cache-Control", "no-store");
    fy_http_answer(request, 202, "application/json", body);
}

static void on_closed(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct open_feed *feed = context;

    if (status == FY_OK) {
        feed->place = *place;
        answer(feed);
    } else {
        feed_unacknowledged(feed, err);
    }
    feed_settled(feed);
}

/* All rows have their verdict on the topic. */
static void close_feed(struct open_feed *feed)
{
    char digest[FY_FEED_BYTES + 1];
    struct feed_closed closed = {.rows = feed->rows, .accepted = feed->accepted};
    struct feed record = {.feed_closed = &closed};

    fy_digest_text(feed->digest, digest);
    closed.digest = fy_slice_of(digest);
    feed->closing = true;
    if (!feed->was_closed)
        (void)feed_tell(feed, &record, "feed_closed", 0, on_closed, feed);
    else if (feed->closed_rows == feed->rows && strcmp(feed->closed_digest, digest) == 0)
        answer(feed);
    else
        feed_fail(feed, FY_PROBLEM_KEY_REUSED, "Idempotency-Key",
            "it came with another body before, of %" PRId64 " rows", feed->closed_rows);
}

void feed_advance(struct open_feed *feed)
{
    if (feed->failed || feed->closing)
        return;
    if (feed->ended && feed->batches == NULL)
        close_feed(feed);
    else if (feed->request != NULL && batch_has_room(feed))
        fy_http_resume(feed->request);
}

/* --- The body -------------------------------------------------------------------------------- */

static void take_header(struct open_feed *feed, enum csv_event event)
{
    struct feed_opened opened = {.columns = {feed->csv.fields, (size_t)feed->csv.field_count}};
    struct feed record = {.feed_opened = &opened};
    struct fy_err err;

    feed->has_header = true;
    if (event == CSV_BAD_ROW) {
        feed_fail(feed, FY_PROBLEM_BAD_FIELD, "header", "header: %s", feed->csv.why);
        return;
    }
    if (row_columns_read(&feed->csv, &feed->columns, &err) != FY_OK) {
        feed_fail(feed, FY_PROBLEM_BAD_FIELD, "header", "%s", err.text);
        return;
    }
    fy_digest(feed->csv.fields, feed->csv.field_count, feed->digest);
    if (!feed->was_closed)
        (void)feed_tell(feed, &record, "feed_opened", 0, on_opened, feed);
}

static void take_row(struct open_feed *feed, enum csv_event event)
{
    if (!feed->has_header) {
        take_header(feed, event);
        return;
    }
    if (feed->rows == FY_FEED_ROWS_MAX) {
        feed_fail(feed, FY_PROBLEM_BODY_TOO_LARGE, NULL,
            "more than %d rows: those before are taken; send the rest as another feed",
            FY_FEED_ROWS_MAX);
        return;
    }
    fy_metric_add(&rows_read, 1);
    batch_take_row(feed, event == CSV_BAD_ROW ? feed->csv.why : NULL);
}

static struct open_feed *feed_of(struct producers *producers, struct fy_http_request *request)
{
    struct open_feed *feed = producers->feeds;

    while (feed != NULL && feed->request != request)
        feed = feed->next;
    return feed;
}

size_t feeds_piece(struct fy_http_request *request, void *program, struct fy_slice bytes)
{
    struct open_feed *feed = feed_of(program, request);
    size_t taken = 0;

    assert(feed != NULL);
    while (taken < bytes.size && !feed->failed && batch_has_room(feed)) {
        struct fy_slice rest = {bytes.data + taken, bytes.size - taken};
        size_t used;
        enum csv_event event = csv_push(&feed->csv, rest, &used);

        taken += used;
        if (event != CSV_MORE)
            take_row(feed, event);
    }
    leave(feed);
    return taken;
}

/* The route's handler: the body has ended. */
void producers_feeds(struct fy_http_request *request, void *program)
{
    struct open_feed *feed = feed_of(program, request);
    enum csv_event event;

    assert(feed != NULL);
    event = csv_end(&feed->csv);
    if (event != CSV_MORE)
        take_row(feed, event);
    if (!feed->failed && !feed->has_header)
        feed_fail(feed, FY_PROBLEM_BAD_FIELD, "header", "there is none: the body is empty");
    if (!feed->failed)
        batch_seal(feed);
    feed->ended = true;
    fy_metric_add(&rows_accepted, feed->accepted);
    feed_advance(feed);
    leave(feed);
}

/* --- The head -------------------------------------------------------------------------------- */

static bool check_media(struct fy_http_request *request)
{
    struct fy_slice type = fy_http_header(request, "Content-Type");
    static const char csv[] = "text/csv";
    size_t size = sizeof(csv) - 1;

    if (type.size >= size && strncasecmp((const char *)type.data, csv, size) == 0 &&
        (type.size == size || ((type.data[size] == ';' || type.data[size] == ' ') &&
                                  (memmem(type.data, type.size, "charset", 7) == NULL ||
                                      strcasestr((const char *)type.data, "utf-8") != NULL))))
        return true;
    fy_http_problem(
        request, FY_PROBLEM_BAD_MEDIA_TYPE, "Content-Type", "it must be text/csv, in UTF-8");
    return false;
}

/* The key names the feed; without one it has a name that nobody can ask for again. */
static bool name_feed(struct open_feed *feed)
{
    struct fy_slice key = fy_http_header(feed->request, "Idempotency-Key");
    struct fy_slice parts[] = {feed->supplier, fy_slice_of("feeds"), key};
    uint8_t digest[FY_DIGEST_BYTES];

    if (key.data == NULL) {
        fy_visitor_new(feed->id); /* 128 random bits in hex. */
        return true;
    }
    if (key.size < 1 || key.size > IDEMPOTENCY_KEY_BYTES_MAX) {
        feed_fail(feed, FY_PROBLEM_BAD_QUERY, "Idempotency-Key", "%zu bytes; it must have 1 .. %d",
            key.size, IDEMPOTENCY_KEY_BYTES_MAX);
        return false;
    }
    fy_digest(parts, 3, digest);
    fy_digest_text(digest, feed->id);
    return true;
}

static bool look_whether_closed(struct open_feed *feed)
{
    struct feed before;
    struct fy_err err;

    if (fy_feed_get(feed->producers->store, FEED_SPACE, FY_FEED_CLOSED, fy_slice_of(feed->id), 0,
            &feed->scratch, &feed->was_closed, &before, &err) != FY_OK ||
        fy_feed_head(feed->producers->store, FEED_SPACE, fy_slice_of(feed->id), &feed->scratch,
            &feed->place, &err) != FY_OK) {
        feed_fail(feed, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return false;
    }
    feed->place.topic = FY_TOPIC_FEEDS;
    if (!feed->was_closed)
        return true;
    feed->closed_rows = before.feed_closed->rows;
    (void)snprintf(feed->closed_digest, sizeof(feed->closed_digest), "%.*s",
        FY_SLICE_ARG(before.feed_closed->digest));
    return true;
}

static struct open_feed *feed_new(struct producers *producers,
    struct fy_http_request *request,
    struct fy_slice supplier,
    struct fy_slice actor)
{
    struct open_feed *feed = calloc(1, sizeof(*feed));

    if (feed == NULL)
        return NULL;
    feed->producers = producers;
    feed->request = request;
    feed->now_ms = fy_reactor_now_ms(producers->reactor);
    csv_init(&feed->csv);
    fy_arena_init(&feed->arena, FEED_ARENA_BYTES);
    fy_arena_init(&feed->scratch, SCRATCH_BYTES);
    feed->supplier = fy_arena_copy(&feed->arena, supplier);
    feed->actor = fy_arena_copy(&feed->arena, actor);
    feed->next = producers->feeds;
    producers->feeds = feed;
    fy_metric_add(&feeds_open, 1);
    return feed;
}

void feeds_begin(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct fy_slice supplier, actor;
    struct open_feed *feed;
    int open = 0;

    for (feed = producers->feeds; feed != NULL; feed = feed->next)
        open++;
    if (!edge_able(producers, request) || !check_media(request) ||
        !edge_supplier(request, &supplier, &actor))
        return;
    feed = open < FEEDS_OPEN_MAX ? feed_new(producers, request, supplier, actor) : NULL;
    if (feed == NULL) {
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "%d feeds are being read: ask again", open);
        return;
    }
    if (name_feed(feed) && look_whether_closed(feed))
        fy_http_on_gone(request, on_gone, feed);
    leave(feed);
}
