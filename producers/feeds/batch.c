#include "producers/feeds/feed.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BATCH_ARENA_BYTES = 256 * 1024, /* 250 reasons of at most 600 bytes. */
    REASON_BYTES = 600,
};

bool batch_has_room(const struct open_feed *feed)
{
    return feed->filling != NULL || feed->batch_count < FEED_BATCHES_MAX;
}

static void batch_free(struct feed_batch *batch)
{
    fy_arena_done(&batch->arena);
    free(batch);
}

void batches_free(struct open_feed *feed)
{
    while (feed->batches != NULL) {
        struct feed_batch *batch = feed->batches;

        feed->batches = batch->next;
        batch_free(batch);
    }
    feed->filling = NULL;
    feed->batch_count = 0;
}

static void batch_remove(struct feed_batch *batch)
{
    struct open_feed *feed = batch->feed;
    struct feed_batch **at = &feed->batches;

    while (*at != batch)
        at = &(*at)->next;
    *at = batch->next;
    feed->batch_count--;
    batch_free(batch);
}

/* --- What was told before -------------------------------------------------------------------- */

/* A feed that was closed before has all its batches in the view: one that is not is of another. */
static bool look_up(struct open_feed *feed, struct feed_batch *batch)
{
    struct feed before;
    struct fy_err err;

    fy_arena_clear(&feed->scratch);
    if (fy_feed_get(feed->producers->store, FEED_SPACE, FY_FEED_ROWS, fy_slice_of(feed->id),
            batch->first_n, &feed->scratch, &batch->recorded, &before, &err) != FY_OK) {
        feed_fail(feed, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return false;
    }
    if (batch->recorded && before.rows_taken != NULL)
        (void)snprintf(batch->recorded_digest, sizeof(batch->recorded_digest), "%.*s",
            FY_SLICE_ARG(before.rows_taken->digest));
    if (batch->recorded || !feed->was_closed)
        return true;
    feed_fail(feed, FY_PROBLEM_KEY_REUSED, "Idempotency-Key",
        "it came with another body before, of %" PRId64 " rows", feed->closed_rows);
    return false;
}

static bool batch_begin(struct open_feed *feed)
{
    struct feed_batch *batch = calloc(1, sizeof(*batch));
    struct feed_batch **end = &feed->batches;

    if (batch == NULL) {
        feed_fail(feed, FY_PROBLEM_BUSY, NULL, "no memory");
        return false;
    }
    batch->feed = feed;
    batch->first_n = feed->rows;
    fy_arena_init(&batch->arena, BATCH_ARENA_BYTES);
    while (*end != NULL)
        end = &(*end)->next;
    *end = batch;
    feed->filling = batch;
    feed->batch_count++;
    return look_up(feed, batch);
}

/* --- Verdicts -------------------------------------------------------------------------------- */

static void on_told(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct feed_batch *batch = context;
    struct open_feed *feed = batch->feed;

    (void)place;
    batch_remove(batch);
    if (status != FY_OK)
        feed_unacknowledged(feed, err);
    feed_settled(feed);
}

static bool batch_tell(struct feed_batch *batch)
{
    struct rows_taken taken = {
        .first_n = batch->first_n,
        .rows = batch->rows,
        .digest = fy_slice_of(batch->digest),
        .rows_so_far = batch->rows_so_far,
        .accepted_so_far = batch->accepted_so_far,
        .refused = {batch->refused, batch->refused_count},
    };
    struct feed record = {.rows_taken = &taken};

    batch->sent = true;
    return feed_tell(batch->feed, &record, "rows_taken", batch->first_n, on_told, batch);
}

/* In order: whoever reads the newest of them reads how far the feed is. */
static void batches_advance(struct open_feed *feed)
{
    struct feed_batch *next;

    for (struct feed_batch *batch = feed->batches; batch != NULL && !feed->failed; batch = next) {
        next = batch->next;
        if (batch->sent)
            continue;
        if (!batch->sealed || batch->pending > 0)
            return;
        if (batch->recorded)
            batch_remove(batch);
        else if (!batch_tell(batch))
            return;
    }
}

void batch_seal(struct open_feed *feed)
{
    struct feed_batch *batch = feed->filling;

    if (batch == NULL)
        return;
    feed->filling = NULL;
    batch->sealed = true;
    batch->rows_so_far = feed->rows;
    batch->accepted_so_far = feed->accepted;
    fy_digest_text(feed->digest, batch->digest);
    if (batch->recorded && strcmp(batch->digest, batch->recorded_digest) != 0) {
        feed_fail(feed, FY_PROBLEM_KEY_REUSED, "Idempotency-Key",
            "it came with another body before: rows %" PRId64 " to %" PRId64 " differ",
            batch->first_n + 1, batch->first_n + batch->rows);
        return;
    }
    batches_advance(feed);
}

/* --- Rows ------------------------------------------------------------------------------------ */

static void on_fact(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct feed_batch *batch = context;
    struct open_feed *feed = batch->feed;

    (void)place;
    assert(batch->pending > 0);
    batch->pending--;
    if (status != FY_OK)
        feed_unacknowledged(feed, err);
    else if (batch->pending == 0)
        batches_advance(feed);
    feed_settled(feed);
}

static void refuse(struct feed_batch *batch, int64_t n, const char *column, const char *why)
{
    struct row_refused *refused = &batch->refused[batch->refused_count++];
    struct fy_slice reason = fy_slice_of(why);

    if (reason.size > REASON_BYTES)
        reason.size = REASON_BYTES;
    *refused = (struct row_refused){.n = n, .reason = fy_arena_copy(&batch->arena, reason)};
    if (column != NULL)
        refused->column = fy_slice_of(column);
    if (refused->reason.data == NULL)
        refused->reason = fy_slice_of("it is not well-formed");
}

/* The row's number names the fact: sent again, by any edge, it has the same id. */
static void stamp(struct open_feed *feed, struct supply *supply, char event_id[FY_UUID_TEXT + 1])
{
    char number[24];
    struct fy_slice parts[] = {feed->supplier, fy_slice_of("feeds"), fy_slice_of(feed->id), {0}};

    (void)snprintf(number, sizeof(number), "%" PRId64, feed->rows);
    parts[3] = fy_slice_of(number);
    fy_uuid_derive(parts, 4, event_id);
    supply->envelope.event_id = fy_slice_of(event_id);
    supply->envelope.event_ms = feed->now_ms;
    supply->envelope.root = feed->supplier;
    supply->envelope.actor = feed->actor;
    supply->session = fy_slice_of(feed->id);
    supply->has_n = true;
    supply->n = feed->rows;
}

static void send_fact(struct open_feed *feed, struct supply *supply)
{
    struct feed_batch *batch = feed->filling;
    char event_id[FY_UUID_TEXT + 1];
    struct fy_slice value;
    struct fy_err err;

    stamp(feed, supply, event_id);
    if (supply_encode(supply, &feed->scratch, &value, &err) != FY_OK ||
        fy_producer_send(feed->producers->producer, FY_TOPIC_SUPPLY, supply->sku, value, on_fact,
            batch, &err) != FY_OK) {
        feed_fail(feed, FY_PROBLEM_BUSY, NULL, "%s; send it again under the same key", err.text);
        return;
    }
    batch->pending++;
    feed->out++;
}

/* Over all cells, each with its length, and over the rows before: no two feeds have the same. */
static void digest_row(struct open_feed *feed, const char *why)
{
    struct fy_slice parts[CSV_FIELDS_MAX + 2];
    int count = 0;

    parts[count++] = (struct fy_slice){feed->digest, sizeof(feed->digest)};
    if (why != NULL)
        parts[count++] = fy_slice_of(why);
    for (int i = 0; why == NULL && i < feed->csv.field_count; i++)
        parts[count++] = feed->csv.fields[i];
    fy_digest(parts, count, feed->digest);
}

/* The row becomes a fact, unless its SKU was in a row before. */
static void accept(struct open_feed *feed, struct supply *supply)
{
    bool is_new;

    if (!feed_skus_add(&feed->skus, supply->sku, &is_new)) {
        feed_fail(feed, FY_PROBLEM_BUSY, NULL, "no memory; send it again under the same key");
    } else if (!is_new) {
        refuse(feed->filling, feed->rows, "sku", "it was in a row before: one row says all");
    } else {
        feed->accepted++;
        if (!feed->filling->recorded)
            send_fact(feed, supply);
    }
}

void batch_take_row(struct open_feed *feed, const char *why)
{
    struct supply supply;
    struct fy_err err;
    const char *column = NULL;

    if (feed->filling == NULL && !batch_begin(feed))
        return;
    digest_row(feed, why);
    fy_arena_clear(&feed->scratch);
    if (why != NULL) {
        refuse(feed->filling, feed->rows, NULL, why);
    } else if (row_read(&feed->columns, &feed->csv, feed->supplier, &feed->scratch, &supply,
                   &column, &err) != FY_OK) {
        refuse(feed->filling, feed->rows, column, err.text);
    } else {
        accept(feed, &supply);
    }
    if (feed->failed)
        return;
    feed->rows++;
    feed->filling->rows++;
    if (feed->filling->rows == FY_FEED_BATCH_ROWS)
        batch_seal(feed);
}
